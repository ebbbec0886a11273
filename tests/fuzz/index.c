/* index.c - changed bytes anywhere in the files that an index of the sample has beside Xapian's
 * own, and in those of Xapian that are read where they are mapped: a search answers or says what is
 * wrong, in bounded time; nothing is read beyond what is mapped.
 *
 * Xapian itself trusts its files: so its tables are damaged once they are open, and where they are,
 * what makes it needless to ask Xapian for values, which is beside them, is whole.
 *
 * An input is a list of edits, each of them the file (one byte), the offset in it (three) and the
 * byte that shall stand there; the last byte chooses what is damaged, and the question. */
#include <dirent.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <spawn.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "search/search.h"
#include "tests/fuzz/fuzz.h"

enum { FILES_MAX = 16, PATH_SIZE = 512, EDIT_SIZE = 5, EDITS_MAX = 64 };

typedef struct damaged {
    int file;
    off_t size;
    bool is_table; /* of Xapian's */
} damaged;

typedef struct edited {
    int file;
    off_t offset;
    char before;
} edited;

static char folder[PATH_SIZE];
static damaged files[FILES_MAX];
static size_t file_count;

static const char *const queries[] = {
    "conference",
    "\"national executive\"",
    "housing pay rents",
    "pay AND rents",
    "camp*",
    "what has been decided about the pay of nurses and their working hours",
    "pay decision:carried year:2010..",
    "libraray",
};

/* --- the index ------------------------------------------------------------------------- */

static void remove_folder(void)
{
    char command[PATH_SIZE + 16];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    FUZZ_CHECK(system(command) == 0); /* NOLINT(cert-env33-c): our own folder's name */
}

static void make_index(void)
{
    const char *temporary = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.200s/polsearch-fuzz-XXXXXX", temporary ? temporary : "/tmp");
    FUZZ_CHECK(mkdtemp(folder) != NULL);
    FUZZ_CHECK(atexit(remove_folder) == 0);
    const char *const arguments[] = {"polindex", "--quiet", "--index", folder, FUZZ_CORPUS, NULL};
    pid_t child;
    int status;
    FUZZ_CHECK(posix_spawn(&child, FUZZ_POLINDEX, NULL, NULL, (char *const *)arguments, environ) ==
               0);
    FUZZ_CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status));
    FUZZ_CHECK(WEXITSTATUS(status) <= 1); /* 1: a file of the sample cannot be read */
}

/* Xapian's version file is left out: only Xapian reads it. */
static void open_file(const char *name, off_t size)
{
    bool is_table = fnmatch("*.glass", name, 0) == 0;
    if (!is_table && fnmatch("*.polsearch", name, 0) != 0)
        return;
    int file = open(name, O_RDWR | O_CLOEXEC);
    FUZZ_CHECK(file >= 0 && file_count < FILES_MAX);
    files[file_count++] = (damaged){.file = file, .size = size, .is_table = is_table};
}

static void open_files(const char *path)
{
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    FUZZ_CHECK(count > 0);
    for (int i = 0; i < count; i++) {
        char name[PATH_SIZE * 2];
        struct stat about;
        snprintf(name, sizeof name, "%s/%s", path, entries[i]->d_name);
        FUZZ_CHECK(stat(name, &about) == 0);
        if (S_ISREG(about.st_mode) && about.st_size > 0)
            open_file(name, about.st_size);
        else if (S_ISDIR(about.st_mode) && entries[i]->d_name[0] != '.')
            open_files(name);
        free(entries[i]);
    }
    free(entries);
}

/* --- one input ------------------------------------------------------------------------- */

/* Those of Xapian's tables, or the others. */
static size_t edit(const uint8_t *data, size_t size, bool are_tables, edited *edits)
{
    size_t count = 0;
    for (; size >= EDIT_SIZE && count < EDITS_MAX; data += EDIT_SIZE, size -= EDIT_SIZE) {
        const damaged *chosen = &files[data[0] % file_count];
        off_t offset = (data[1] << 16 | data[2] << 8 | data[3]) % chosen->size;
        if (chosen->is_table != are_tables)
            continue;
        edits[count] = (edited){.file = chosen->file, .offset = offset};
        FUZZ_CHECK(pread(chosen->file, &edits[count].before, 1, offset) == 1);
        FUZZ_CHECK(pwrite(chosen->file, &data[4], 1, offset) == 1);
        count++;
    }
    return count;
}

static void undo(const edited *edits, size_t count)
{
    while (count-- > 0)
        FUZZ_CHECK(pwrite(edits[count].file, &edits[count].before, 1, edits[count].offset) == 1);
}

static void ask(pol_index *index, const char *query, bool is_grouped)
{
    const pol_search_options options = {.count = 10,
                                        .is_grouped = is_grouped,
                                        .wants_facets = true,
                                        .wants_explain = is_grouped,
                                        .timeout_ms = 1000};
    pol_results *results = NULL;
    pol_error error = {0};
    pol_status status = pol_search(index, pol_span_of(query), &options, &results, &error);
    fuzz_check_error(status, &error);
    pol_results_free(results);
}

static void show(pol_index *index)
{
    pol_shown *shown = NULL;
    pol_error error = {0};
    fuzz_check_error(pol_show(index, POL_SPAN("a"), &shown, &error), &error);
    pol_shown_free(shown);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    edited edits[EDITS_MAX];
    pol_index *index = NULL;
    pol_error error = {0};
    if (file_count == 0) {
        make_index();
        open_files(folder);
    }
    size_t count = 0;
    unsigned choice = size ? data[size - 1] : 0;
    const bool are_tables = choice & 128;
    if (!are_tables)
        count = edit(data, size, false, edits);
    FUZZ_CHECK(pol_index_open(folder, &index, &error) == POL_OK);
    if (are_tables)
        count = edit(data, size, true, edits);
    ask(index, queries[choice % (sizeof queries / sizeof *queries)], choice & 64);
    show(index);
    pol_index_free(index);
    undo(edits, count);
    return 0;
}
