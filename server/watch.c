/* watch.c - see watch.h. */
#include "server/watch.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

struct pol_watch {
    pol_worker *worker;
    pthread_mutex_t lock;
    pol_watched seen; /* under `lock` */
};

/* --- when was it written? ------------------------------------------------------------------- */

static void take_newer(const char *path, int64_t *newest_s)
{
    struct stat file;
    if (stat(path, &file) == 0 && S_ISREG(file.st_mode) && file.st_mtim.tv_sec > *newest_s)
        *newest_s = file.st_mtim.tv_sec;
}

/* A database notes each commit in its file "iamglass"; that stands in the folder itself, or in
 * a generation's below. 0: it is of another kind. A commit in the second that runs could still
 * be followed by another one in it: then there is no time yet that tells them apart. */
static int64_t written_s(const char *index_path)
{
    enum { PATH_SIZE = 8192, ENTRIES_MAX = 1000 };
    char path[PATH_SIZE];
    int64_t newest_s = 0;
    size_t count = 0;
    const struct dirent *entry;
    take_newer(index_path, &newest_s);
    DIR *folder = opendir(index_path);
    while (folder && count++ < ENTRIES_MAX && (entry = readdir(folder))) {
        snprintf(path, sizeof path, "%s/%s/iamglass", index_path, entry->d_name);
        take_newer(path, &newest_s);
    }
    if (folder)
        closedir(folder);
    snprintf(path, sizeof path, "%s/iamglass", index_path);
    take_newer(path, &newest_s);
    return newest_s + 1 < (int64_t)time(NULL) ? newest_s : 0;
}

/* --- looking -------------------------------------------------------------------------------- */

static void note(pol_watch *watch, bool is_ready)
{
    pol_watched now = {.is_ready = is_ready};
    if (is_ready) {
        now.documents = watch->worker->index->documents;
        pol_worker_etag(watch->worker, now.validators.etag);
        now.validators.changed_s = written_s(watch->worker->site->index_path);
    }
    pthread_mutex_lock(&watch->lock);
    watch->seen = now;
    pthread_mutex_unlock(&watch->lock);
}

pol_status pol_watch_new(const pol_site *site, pol_watch **ret_watch, pol_error *reterr)
{
    *ret_watch = NULL;
    pol_watch *watch = calloc(1, sizeof *watch);
    if (!watch)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pol_status status = pol_worker_new(site, &watch->worker, reterr);
    if (status != POL_OK) {
        free(watch);
        return status;
    }
    pthread_mutex_init(&watch->lock, NULL);
    note(watch, true);
    *ret_watch = watch;
    return POL_OK;
}

void pol_watch_free(pol_watch *watch)
{
    if (!watch)
        return;
    pol_worker_free(watch->worker);
    pthread_mutex_destroy(&watch->lock);
    free(watch);
}

pol_status pol_watch_look(pol_watch *watch, bool *ret_moved, pol_error *reterr)
{
    pol_watched before;
    char etag[POL_ETAG_SIZE];
    pol_watch_get(watch, &before);
    *ret_moved = false;
    pol_status status = pol_worker_refresh(watch->worker, reterr);
    if (status == POL_OK)
        *ret_moved = strcmp(pol_worker_etag(watch->worker, etag), before.validators.etag) != 0;
    bool is_known = before.validators.changed_s || !before.validators.etag[0];
    if (status != POL_OK || *ret_moved || !before.is_ready || !is_known)
        note(watch, status == POL_OK);
    return status;
}

bool pol_watch_is_local(const pol_watch *watch)
{
    return watch->worker->index->is_local;
}

void pol_watch_doubt(pol_watch *watch)
{
    pthread_mutex_lock(&watch->lock);
    watch->seen.validators = (pol_validators){0};
    pthread_mutex_unlock(&watch->lock);
}

void pol_watch_get(pol_watch *watch, pol_watched *ret_watched)
{
    pthread_mutex_lock(&watch->lock);
    *ret_watched = watch->seen;
    pthread_mutex_unlock(&watch->lock);
}
