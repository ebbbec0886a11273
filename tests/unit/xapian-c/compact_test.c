/* compact_test.c - merging databases into a new one, and checking one. */
#include "support.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void merge_two(void **state, const xc_compact_options *options)
{
    xc_error error;
    const char *const sources[] = {in_scratch(state, "one"), in_scratch(state, "two")};
    build(sources[0], (const char *const[]){"a x", "b"}, 2);
    build(sources[1], (const char *const[]){"a y"}, 1);
    xc_writer *writer = open_writer(sources[0], XC_OPEN);
    OK(xc_writer_set_metadata(writer, bytes("k"), bytes("first"), &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    writer = open_writer(sources[1], XC_OPEN);
    OK(xc_writer_set_metadata(writer, bytes("k"), bytes("second"), &error));
    OK(xc_writer_set_metadata(writer, bytes("other"), bytes("kept"), &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    OK(xc_compact(sources, 2, in_scratch(state, "merged"), options, &error));
}

static void check_merged(void **state)
{
    xc_error error;
    xc_bytes got;
    size_t errors = 9;
    xc_reader *reader = open_reader(in_scratch(state, "merged"));
    assert_string_equal(hits_of(reader, term("x")), "1");
    assert_string_equal(hits_of(reader, term("b")), "2");
    assert_string_equal(hits_of(reader, term("y")), "3"); /* source after source */
    OK(xc_reader_metadata(reader, bytes("k"), &got, &error));
    assert_bytes(got, "first");
    OK(xc_reader_metadata(reader, bytes("other"), &got, &error));
    assert_bytes(got, "kept");
    xc_reader_free(reader);
    OK(xc_check(in_scratch(state, "merged"), &errors, &error));
    assert_int_equal(errors, 0);
}

static void merges(void **state)
{
    merge_two(state, &(xc_compact_options){.renumbers = true});
    check_merged(state);
}

static void merges_into_one_file(void **state)
{
    struct stat status;
    xc_compact_options options = {
        .renumbers = true, .is_full = true, .is_single_file = true, .block_size = 4096};
    merge_two(state, &options);
    assert_int_equal(stat(in_scratch(state, "merged"), &status), 0);
    assert_true(S_ISREG(status.st_mode));
    check_merged(state);
}

static void keeps_ids(void **state)
{
    xc_error error;
    const char *one = in_scratch(state, "one");
    const char *const sources[] = {one, one};
    build(one, (const char *const[]){"a", "b", "c"}, 3);
    xc_writer *writer = open_writer(one, XC_OPEN);
    OK(xc_writer_delete(writer, 2, &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    OK(xc_compact(sources, 1, in_scratch(state, "compacted"), NULL, &error));
    xc_reader *reader = open_reader(in_scratch(state, "compacted"));
    assert_string_equal(hits_of(reader, term("c")), "3");
    xc_reader_free(reader);
    FAILS(XC_INVALID, xc_compact(sources, 2, in_scratch(state, "twice"), NULL, &error));
}

static void never_writes_over(void **state)
{
    xc_error error;
    const char *source = in_scratch(state, "one"), *other = in_scratch(state, "other");
    build(source, (const char *const[]){"a"}, 1);
    build(other, (const char *const[]){"precious"}, 1);
    FAILS(XC_EXISTS, xc_compact(&source, 1, other, NULL, &error));
    FAILS(XC_EXISTS, xc_compact(&source, 1, source, NULL, &error));
    write_file(in_scratch(state, "file"), "x", 1);
    FAILS(XC_EXISTS, xc_compact(&source, 1, in_scratch(state, "file"), NULL, &error));
    xc_reader *reader = open_reader(other);
    assert_string_equal(hits_of(reader, term("precious")), "1");
    xc_reader_free(reader);
    assert_int_equal(mkdir(in_scratch(state, "empty"), 0700), 0);
    OK(xc_compact(&source, 1, in_scratch(state, "empty"), NULL, &error));
}

static void compacting_fails(void **state)
{
    xc_error error;
    const char *source = in_scratch(state, "one"), *missing = in_scratch(state, "missing");
    const char *stub = in_scratch(state, "stub");
    build(source, (const char *const[]){"a"}, 1);
    FAILS(XC_NOT_FOUND, xc_compact(&missing, 1, in_scratch(state, "to"), NULL, &error));
    FAILS(XC_INVALID, xc_compact(NULL, 0, in_scratch(state, "to"), NULL, &error));
    FAILS(XC_IO, xc_compact(&source, 1, in_scratch(state, "no/parent"), NULL, &error));
    write_file(stub, "remote 127.0.0.1:1\n", 19);
    FAILS(XC_UNIMPLEMENTED, xc_compact(&stub, 1, in_scratch(state, "to"), NULL, &error));
}

/* What goes to the standard streams meanwhile: nothing should. */
static off_t check_quietly(void **state, const char *path, xc_status *ret_status,
                           size_t *ret_errors)
{
    xc_error error;
    const char *log = in_scratch(state, "log");
    int file = open(log, O_CREAT | O_TRUNC | O_RDWR, 0600);
    int out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
    dup2(file, STDOUT_FILENO);
    dup2(file, STDERR_FILENO);
    *ret_status = xc_check(path, ret_errors, &error);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close(out);
    close(err);
    off_t size = lseek(file, 0, SEEK_END);
    close(file);
    return size;
}

static void checks_what_is_whole_and_what_is_not(void **state)
{
    xc_status status;
    size_t errors = 9;
    char words[64];
    const char *path = in_scratch(state, "database");
    xc_error error;
    xc_writer *writer = open_writer(path, XC_CREATE);
    for (unsigned i = 0; i < 3000; i++) {
        sprintf(words, "word%u common", i);
        put(writer, words);
    }
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    assert_int_equal(check_quietly(state, path, &status, &errors), 0);
    assert_int_equal(status, XC_OK);
    assert_int_equal(errors, 0);
    int file = open(in_scratch(state, "database/postlist.glass"), O_WRONLY);
    char junk[3000];
    memset(junk, 0x5A, sizeof junk);
    const off_t end = lseek(file, 0, SEEK_END);
    for (off_t block = 0; block < end; block += 8192) /* some are not in use */
        assert_int_equal(pwrite(file, junk, sizeof junk, block + 64), sizeof junk);
    close(file);
    assert_int_equal(check_quietly(state, path, &status, &errors), 0);
    assert_true(status == XC_CORRUPT || (status == XC_OK && errors > 0));
}

/* Bytes changed in the table of terms, of which some make Xapian crash: never this process,
 * and what is said is that it is corrupt, or what errors there are. */
static void survives_any_damage(void **state)
{
    char words[64];
    const char *path = in_scratch(state, "database");
    const char *table = in_scratch(state, "database/termlist.glass");
    xc_error error;
    xc_writer *writer = open_writer(path, XC_CREATE);
    for (unsigned i = 0; i < 500; i++) {
        sprintf(words, "a b c w%u v%u x%u", i, i % 50, i % 7);
        put_values(writer, words, "v", NULL, NULL);
    }
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    const size_t size = file_size(table);
    char *whole = malloc(size), *damaged = malloc(size);
    FILE *file = fopen(table, "rb");
    assert_int_equal(fread(whole, 1, size, file), size);
    (void)fclose(file);
    unsigned noticed = 0;
    srand(5);
    for (int i = 0; i < 60; i++) {
        size_t errors = 0;
        memcpy(damaged, whole, size);
        for (int j = 0; j < 6; j++)
            damaged[(size_t)rand() % size] = (char)rand();
        write_file(table, damaged, size);
        xc_status status = xc_check(path, &errors, &error);
        assert_true(status == XC_OK || status == XC_CORRUPT);
        noticed += status == XC_CORRUPT || errors > 0;
    }
    assert_true(noticed > 0);
    free(whole);
    free(damaged);
}

static void checking_fails(void **state)
{
    xc_error error;
    size_t errors = 9;
    const char *stub = in_scratch(state, "stub");
    FAILS(XC_NOT_FOUND, xc_check(in_scratch(state, "missing"), &errors, &error));
    assert_int_equal(errors, 0);
    FAILS(XC_NOT_FOUND, xc_check(*state, &errors, &error));
    write_file(stub, "junk\n", 5);
    FAILS(XC_NOT_DATABASE, xc_check(stub, &errors, &error));
    write_file(stub, "remote 127.0.0.1:1\n", 19);
    FAILS(XC_UNIMPLEMENTED, xc_check(stub, &errors, &error));
    build(in_scratch(state, "one"), (const char *const[]){"a"}, 1);
    write_file(stub, "auto one\nauto one\n", 18);
    OK(xc_check(stub, &errors, &error));
    assert_int_equal(errors, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(merges),
        scratch_test(merges_into_one_file),
        scratch_test(keeps_ids),
        scratch_test(never_writes_over),
        scratch_test(compacting_fails),
        scratch_test(checks_what_is_whole_and_what_is_not),
        scratch_test(survives_any_damage),
        scratch_test(checking_fails),
    };
    return cmocka_run_group_tests_name("compact", tests, NULL, NULL);
}
