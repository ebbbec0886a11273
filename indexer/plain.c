/* plain.c - a folder's entries, each looked at without following it. */
#include "indexer/plain.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

static pol_status fail_read(const char *path, pol_error *reterr)
{
    return pol_fail(reterr, POL_IO, 0, "cannot read '%s': %s", path, strerror(errno));
}

static pol_status check_entries(DIR *folder, const char *path, pol_error *reterr)
{
    struct stat info;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (fstatat(dirfd(folder), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0)
            return fail_read(path, reterr);
        if (!S_ISREG(info.st_mode))
            return pol_fail(reterr, POL_CORRUPT, 0,
                            "'%s/%s' is no plain file: nothing is written there; run polindex "
                            "--rebuild",
                            path, entry->d_name);
    }
    return POL_OK;
}

pol_status pol_folder_is_plain(const char *path, pol_error *reterr)
{
    struct stat info;
    if (lstat(path, &info) != 0)
        return errno == ENOENT ? POL_OK : fail_read(path, reterr);
    if (!S_ISDIR(info.st_mode))
        return pol_fail(reterr, POL_CORRUPT, 0,
                        "'%s' is no folder of its own: nothing is written there; run polindex "
                        "--rebuild",
                        path);
    DIR *folder = opendir(path);
    if (!folder)
        return fail_read(path, reterr);
    pol_status status = check_entries(folder, path, reterr);
    closedir(folder);
    return status;
}
