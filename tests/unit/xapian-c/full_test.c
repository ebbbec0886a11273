/* full_test.c - no room to write: on a small file system of its own where this process may
 * mount one, and by a limit of the size of files everywhere. */
#include "support.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* Words that no other document has, and data that does not shrink. */
static xc_status add_documents(xc_writer *writer, unsigned first, unsigned count, xc_error *error)
{
    xc_status status = XC_OK;
    for (unsigned i = first; i < first + count && status == XC_OK; i++) {
        char words[64 * 16] = "";
        for (unsigned j = 0; j < 40; j++)
            sprintf(words + strlen(words), "%sw%u", j ? " " : "", i * 977 + j * j);
        xc_document *document = document_of(words, NULL, NULL, NULL);
        status = xc_writer_add(writer, document, NULL, error);
        xc_document_free(document);
    }
    return status;
}

/* Adds and commits thirty documents at a time until that fails. How many were committed. */
static unsigned fill(const char *path, xc_status *ret_status, xc_error *error)
{
    enum { STEP = 30, MOST = 200 };
    xc_writer *writer;
    unsigned committed = 0;
    xc_status status = xc_writer_open(path, NULL, &writer, error);
    for (unsigned step = 0; status == XC_OK && step < MOST; step++) {
        status = add_documents(writer, committed, STEP, error);
        if (status == XC_OK)
            status = xc_writer_commit(writer, error);
        if (status == XC_OK)
            committed += STEP;
    }
    if (writer && status != XC_OK) { /* what failed is dropped, not to be committed later */
        assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
        xc_status again = add_documents(writer, 100000, 200, NULL); /* may write as well */
        assert_int_equal(again == XC_OK ? xc_writer_commit(writer, NULL) : again, XC_FULL);
    }
    xc_writer_free(writer);
    *ret_status = status;
    return committed;
}

static void check_whole(const char *path, unsigned document_count)
{
    xc_error error;
    xc_statistics statistics;
    size_t errors = 9;
    xc_reader *reader = open_reader(path);
    OK(xc_reader_statistics(reader, &statistics, &error));
    assert_int_equal(statistics.document_count, document_count);
    for (xc_docid docid = 1; docid <= document_count; docid++) {
        xc_document *document;
        xc_bytes data;
        OK(xc_reader_document(reader, docid, &document, &error));
        OK(xc_document_data(document, &data, &error));
        assert_true(data.size > 40);
        xc_document_free(document);
    }
    xc_reader_free(reader);
    OK(xc_check(path, &errors, &error));
    assert_int_equal(errors, 0);
}

static bool mount_small(const char *path)
{
    assert_int_equal(mkdir(path, 0700), 0);
    if (mount("tmpfs", path, "tmpfs", 0, "size=1m") == 0)
        return true;
    print_message("skipped: a small file system cannot be mounted here: %s\n", strerror(errno));
    return false;
}

static void a_full_disk_loses_nothing_committed(void **state)
{
    xc_error error = {XC_OK, ""};
    xc_status status;
    const char *mounted = in_scratch(state, "small");
    if (!mount_small(mounted))
        skip();
    const char *path = in_scratch(state, "small/database");
    unsigned committed = fill(path, &status, &error);
    check_status(status, XC_FULL, &error, "fill", __FILE__, __LINE__);
    assert_true(committed > 0);
    check_whole(path, committed);
    FAILS(XC_FULL, xc_compact(&path, 1, in_scratch(state, "small/compacted"), NULL, &error));
    check_whole(path, committed);
    /* Xapian 1.4.22 leaves a file of the compaction that failed open. */
    assert_int_equal(umount2(mounted, MNT_DETACH), 0);
}

static void a_full_disk_takes_no_database(void **state)
{
    xc_error error;
    xc_writer *writer;
    char block[4096];
    const char *mounted = in_scratch(state, "small");
    if (!mount_small(mounted))
        skip();
    FILE *file = fopen(in_scratch(state, "small/filler"), "wb");
    memset(block, 'x', sizeof block);
    while (fwrite(block, 1, sizeof block, file) == sizeof block && fflush(file) == 0)
        continue;
    (void)fclose(file);
    FAILS(XC_FULL, xc_writer_open(in_scratch(state, "small/database"), NULL, &writer, &error));
    assert_null(writer);
    assert_int_equal(umount(mounted), 0);
}

static void a_size_limit_loses_nothing_committed(void **state)
{
    xc_error error = {XC_OK, ""};
    xc_status status;
    struct rlimit before, small;
    const char *path = in_scratch(state, "database");
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 200000;
    void (*old)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    unsigned committed = fill(path, &status, &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, old);
    check_status(status, XC_FULL, &error, "fill", __FILE__, __LINE__);
    assert_true(committed > 0);
    check_whole(path, committed);
    /* With room again, the same database goes on. */
    xc_writer *writer = open_writer(path, XC_OPEN);
    OK(add_documents(writer, 500, 200, &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    check_whole(path, committed + 200);
}

static void a_transaction_on_a_full_disk_is_none(void **state)
{
    xc_error error = {XC_OK, ""};
    struct rlimit before, small;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    OK(add_documents(writer, 0, 10, &error));
    OK(xc_writer_commit(writer, &error));
    OK(xc_writer_begin(writer, &error));
    OK(add_documents(writer, 10, 300, &error));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 100000;
    void (*old)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    xc_status status = xc_writer_end(writer, &error);
    xc_writer_free(writer);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, old);
    check_status(status, XC_FULL, &error, "end", __FILE__, __LINE__);
    check_whole(path, 10);
}

static int unmount_and_remove(void **state)
{
    umount2(in_scratch(state, "small"), MNT_DETACH); /* where a test failed before it could */
    return scratch_teardown(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_full_disk_loses_nothing_committed, scratch_setup,
                                        unmount_and_remove),
        cmocka_unit_test_setup_teardown(a_full_disk_takes_no_database, scratch_setup,
                                        unmount_and_remove),
        scratch_test(a_size_limit_loses_nothing_committed),
        scratch_test(a_transaction_on_a_full_disk_is_none),
    };
    return cmocka_run_group_tests_name("full", tests, NULL, NULL);
}
