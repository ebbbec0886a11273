/* site.c - a worker: an open index and what was made of its present revision. */
#include "web/site.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/schema.h"
#include "core/version.h"
#include "web/asset.h"

/* The index's revision as it is now; empty where it is longer than can be kept, or not known. */
static pol_status read_revision(pol_worker *worker, char buffer[POL_REVISION_MAX], size_t *ret_size,
                                pol_error *reterr)
{
    pol_span revision;
    *ret_size = 0;
    pol_status status = pol_index_revision(worker->index, &revision, reterr);
    if (status == POL_OK && revision.size && revision.size <= POL_REVISION_MAX) {
        memcpy(buffer, revision.data, revision.size);
        *ret_size = revision.size;
    }
    return status;
}

static void forget_weigher(pol_worker *worker)
{
    pol_weigher_free(worker->weigher);
    worker->weigher = NULL;
}

static void forget(pol_worker *worker)
{
    pol_outline_free(worker->outline);
    worker->outline = NULL;
    forget_weigher(worker);
}

pol_status pol_worker_new(const pol_site *site, pol_worker **ret_worker, pol_error *reterr)
{
    *ret_worker = NULL;
    pol_worker *worker = calloc(1, sizeof *worker);
    if (!worker)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    worker->site = site;
    pol_status status = pol_index_open(site->index_path, &worker->index, reterr);
    if (status == POL_OK)
        status = read_revision(worker, worker->revision, &worker->revision_size, reterr);
    if (status != POL_OK) {
        pol_worker_free(worker);
        return status;
    }
    *ret_worker = worker;
    return POL_OK;
}

void pol_worker_free(pol_worker *worker)
{
    if (!worker)
        return;
    forget(worker);
    pol_index_free(worker->index);
    free(worker);
}

pol_status pol_worker_has_moved(pol_worker *worker, bool *ret_moved, pol_error *reterr)
{
    char now[POL_REVISION_MAX];
    size_t size;
    pol_status status = read_revision(worker, now, &size, reterr);
    *ret_moved = size != worker->revision_size || memcmp(now, worker->revision, size) != 0;
    return status;
}

pol_status pol_worker_refresh(pol_worker *worker, pol_error *reterr)
{
    bool has_moved;
    pol_status status = pol_index_refresh(worker->index, &has_moved, reterr);
    if (status == POL_OK)
        status = pol_worker_has_moved(worker, &has_moved, reterr);
    if (status != POL_OK || !has_moved)
        return status;
    forget(worker);
    return read_revision(worker, worker->revision, &worker->revision_size, reterr);
}

pol_status pol_worker_outline(pol_worker *worker, const pol_outline **ret_outline,
                              pol_error *reterr)
{
    pol_status status = POL_OK;
    if (!worker->outline)
        status = pol_outline_make(worker->index, &worker->outline, reterr);
    *ret_outline = worker->outline;
    return status;
}

pol_status pol_worker_weigher(pol_worker *worker, pol_weigher **ret_weigher, pol_error *reterr)
{
    pol_status status = POL_OK;
    if (worker->weigher && pol_weigher_is_full(worker->weigher))
        forget_weigher(worker);
    if (!worker->weigher && worker->revision_size > 0)
        status = pol_weigher_new(worker->index, &worker->weigher, reterr);
    *ret_weigher = worker->weigher;
    return status;
}

/* Pages have the site's name and address in them, which the next start may change. */
const char *pol_worker_etag(const pol_worker *worker, char buffer[POL_ETAG_SIZE])
{
    enum { HEX_SIZE = 33, MORE_SIZE = 64 + 2 * HEX_SIZE };
    char hex[HEX_SIZE], title[HEX_SIZE], address[HEX_SIZE], all[POL_REVISION_MAX + MORE_SIZE];
    buffer[0] = '\0';
    if (worker->revision_size == 0)
        return buffer;
    pol_hash_hex(pol_span_of(worker->site->title), title);
    pol_hash_hex(pol_span_of(worker->site->base_url), address);
    memcpy(all, worker->revision, worker->revision_size);
    int more = snprintf(all + worker->revision_size, MORE_SIZE, " %s %s %s %s", POL_VERSION_STRING,
                        pol_asset_version(), title, address);
    pol_hash_hex(pol_span_make(all, worker->revision_size + (size_t)more), hex);
    snprintf(buffer, POL_ETAG_SIZE, "\"%s\"", hex);
    return buffer;
}
