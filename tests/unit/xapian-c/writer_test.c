/* writer_test.c - opening to write, the lock, changes, commits and transactions. */
#include "support.h"

#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static uint32_t document_count(const char *path)
{
    xc_error error;
    xc_statistics statistics;
    xc_reader *reader = open_reader(path);
    OK(xc_reader_statistics(reader, &statistics, &error));
    xc_reader_free(reader);
    return statistics.document_count;
}

static xc_status try_open(const char *path, xc_write_mode mode, xc_error *error)
{
    xc_writer *writer = (xc_writer *)1;
    xc_writer_options options = {.mode = mode};
    xc_status status = xc_writer_open(path, &options, &writer, error);
    assert_true((status == XC_OK) == (writer != NULL));
    xc_writer_free(writer);
    return status;
}

static void opens_by_mode(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    FAILS(XC_NOT_FOUND, try_open(path, XC_OPEN, &error));
    OK(try_open(path, XC_CREATE, &error));
    FAILS(XC_EXISTS, try_open(path, XC_CREATE, &error));
    assert_non_null(strstr(error.text, path));
    build(path, (const char *const[]){"one"}, 1);
    OK(try_open(path, XC_OPEN_OR_CREATE, &error));
    OK(try_open(path, XC_OPEN, &error));
    assert_int_equal(document_count(path), 1);
    OK(try_open(path, XC_CREATE_OR_OVERWRITE, &error));
    assert_int_equal(document_count(path), 0);
    FAILS(XC_INVALID, try_open(path, (xc_write_mode)9, &error));
}

static void says_where_it_cannot_be(void **state)
{
    xc_error error;
    FAILS(XC_INVALID, try_open("", XC_OPEN_OR_CREATE, &error));
    FAILS(XC_INVALID, try_open("", XC_OPEN, &error));
    const char *deep = in_scratch(state, "no/such/parent");
    FAILS(XC_IO, try_open(deep, XC_OPEN_OR_CREATE, &error));
    assert_non_null(strstr(error.text, deep));
    FAILS(XC_NOT_FOUND, try_open(deep, XC_OPEN, &error));
    const char *junk = in_scratch(state, "junk");
    write_file(junk, "neither here\n", 13);
    FAILS(XC_NOT_DATABASE, try_open(junk, XC_OPEN_OR_CREATE, &error));
    FAILS(XC_NOT_DATABASE, try_open(junk, XC_OPEN, &error));
    FAILS(XC_NOT_DATABASE, try_open("/dev/null", XC_OPEN_OR_CREATE, &error));
}

/* Xapian alone would make an empty database of it. */
static void never_creates_over_a_damaged_database(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"one", "two"}, 2);
    assert_int_equal(remove(in_scratch(state, "database/postlist.glass")), 0);
    FAILS(XC_CORRUPT, try_open(path, XC_OPEN_OR_CREATE, &error));
    assert_true(file_size(in_scratch(state, "database/docdata.glass")) > 0);
}

static void refuses_block_sizes(void **state)
{
    xc_error error;
    xc_writer *writer;
    const char *path = in_scratch(state, "database");
    static const uint32_t wrong[] = {1, 1024, 3000, 65537, 131072};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        xc_writer_options options = {.block_size = wrong[i]};
        FAILS(XC_INVALID, xc_writer_open(path, &options, &writer, &error));
        assert_null(writer);
    }
    xc_writer_options options = {.block_size = 2048, .is_dangerous = true, .is_unsynced = true};
    OK(xc_writer_open(path, &options, &writer, &error));
    put(writer, "one");
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    assert_int_equal(document_count(path), 1);
    OK(xc_writer_open(path, NULL, &writer, &error));
    xc_writer_free(writer);
}

static void a_second_writer_is_locked_out(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    FAILS(XC_LOCKED, try_open(path, XC_OPEN, &error));
    FAILS(XC_LOCKED, try_open(path, XC_OPEN_OR_CREATE, &error));
    xc_writer_free(writer);
    OK(try_open(path, XC_OPEN, &error));
}

/* The child holds the lock until it is told to end. */
static pid_t start_holder(const char *path, int *ret_tell, int *ret_told)
{
    int tell[2], told[2];
    assert_int_equal(pipe(tell) | pipe(told), 0);
    pid_t child = fork();
    if (child != 0) {
        close(tell[0]);
        close(told[1]);
        *ret_tell = tell[1];
        *ret_told = told[0];
        return child;
    }
    xc_writer *writer;
    char byte;
    close(tell[1]);
    bool is_open = xc_writer_open(path, NULL, &writer, NULL) == XC_OK;
    if (write(told[1], is_open ? "y" : "n", 1) != 1 || read(tell[0], &byte, 1) < 0)
        _exit(2);
    xc_writer_free(writer);
    _exit(is_open ? 0 : 1);
}

static void another_process_locks_out(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"one"}, 1);
    int tell, told, status;
    char byte = 0;
    pid_t child = start_holder(path, &tell, &told);
    assert_true(child > 0);
    assert_int_equal(read(told, &byte, 1), 1);
    assert_int_equal(byte, 'y');
    FAILS(XC_LOCKED, try_open(path, XC_OPEN, &error));
    assert_int_equal(document_count(path), 1); /* readers are not */
    close(tell);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    close(told);
    OK(try_open(path, XC_OPEN, &error));
}

/* A lock that cannot be had for another reason is no other writer. */
static void lock_trouble_is_not_locked(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"one"}, 1);
    const char *lock = in_scratch(state, "database/flintlock");
    assert_int_equal(remove(lock), 0);
    assert_int_equal(mkdir(lock, 0700), 0);
    FAILS(XC_IO, try_open(path, XC_OPEN, &error));
}

static void waits_for_the_lock(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"one"}, 1);
    int tell, told, status;
    char byte = 0;
    pid_t child = start_holder(path, &tell, &told);
    assert_true(child > 0);
    assert_int_equal(read(told, &byte, 1), 1);
    close(told);
    pid_t closer = fork();
    if (closer == 0) {
        usleep(200000);
        _exit(write(tell, "x", 1) == 1 ? 0 : 1);
    }
    xc_writer *writer;
    xc_writer_options options = {.mode = XC_OPEN, .waits_for_lock = true};
    OK(xc_writer_open(path, &options, &writer, &error));
    xc_writer_free(writer);
    close(tell);
    assert_int_equal(waitpid(closer, &status, 0), closer);
    assert_int_equal(waitpid(child, &status, 0), child);
}

static void free_gives_up_what_is_pending(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    put(writer, "kept");
    OK(xc_writer_commit(writer, &error));
    put(writer, "dropped");
    xc_writer_free(writer);
    assert_int_equal(document_count(path), 1);
    writer = open_writer(path, XC_OPEN);
    OK(xc_writer_begin(writer, &error));
    put(writer, "dropped");
    xc_writer_free(writer);
    assert_int_equal(document_count(path), 1);
    xc_writer_free(NULL);
}

static void transactions_are_all_or_nothing(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    FAILS(XC_INVALID, xc_writer_end(writer, &error));
    FAILS(XC_INVALID, xc_writer_cancel(writer, &error));
    OK(xc_writer_begin(writer, &error));
    FAILS(XC_INVALID, xc_writer_begin(writer, &error));
    FAILS(XC_INVALID, xc_writer_commit(writer, &error));
    put(writer, "one");
    OK(xc_writer_cancel(writer, &error));
    OK(xc_writer_begin(writer, &error));
    put(writer, "two");
    put(writer, "three");
    assert_int_equal(document_count(path), 0);
    OK(xc_writer_end(writer, &error));
    assert_int_equal(document_count(path), 2);
    xc_writer_free(writer);
}

static void replaces_and_deletes(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    xc_docid first = put(writer, "red round");
    xc_docid second = put(writer, "red square");
    xc_docid third = put(writer, "blue round");
    assert_int_equal(first, 1);
    xc_document *green = document_of("green round", NULL, NULL, NULL);
    OK(xc_writer_replace(writer, third, green, &error));
    xc_docid docid = 77;
    OK(xc_writer_replace_by_term(writer, bytes("red"), green, &docid, &error));
    assert_int_equal(docid, first);
    OK(xc_writer_replace_by_term(writer, bytes("Unew"), green, &docid, &error));
    assert_int_equal(docid, 4);
    OK(xc_writer_replace_by_term(writer, bytes("Unew"), green, NULL, &error));
    OK(xc_writer_add(writer, green, NULL, &error));
    xc_document_free(green);
    OK(xc_writer_delete(writer, 4, &error));
    FAILS(XC_NO_DOCUMENT, xc_writer_delete(writer, 4, &error));
    FAILS(XC_NO_DOCUMENT, xc_writer_delete(writer, second, &error));
    FAILS(XC_INVALID, xc_writer_delete(writer, 0, &error));
    OK(xc_writer_delete_by_term(writer, bytes("nothing has it"), &error));
    OK(xc_writer_commit(writer, &error));
    xc_reader *reader = open_reader(path);
    assert_string_equal(hits_of(reader, term("green")), "1 3 5 6");
    assert_string_equal(hits_of(reader, term("red")), "");
    OK(xc_writer_delete_by_term(writer, bytes("green"), &error));
    OK(xc_writer_commit(writer, &error));
    OK(xc_reader_reopen(reader, NULL, &error));
    assert_string_equal(hits_of(reader, term("green")), "");
    xc_reader_free(reader);
    xc_writer_free(writer);
}

static void amends_what_differs(void **state)
{
    xc_error error;
    uint32_t positions[4];
    size_t count;
    xc_bytes value;
    xc_document *stored;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    put_values(writer, "red round red", "one", "two", NULL);
    put(writer, "blue");
    OK(xc_writer_commit(writer, &error));
    xc_document *amended = document_of("red round red", NULL, "2", "three");
    OK(xc_document_add_term(amended, bytes("Kind"), 3, &error));
    OK(xc_document_set_data(amended, bytes("data"), &error));
    OK(xc_writer_amend(writer, 1, amended, &error));
    xc_document_free(amended);
    OK(xc_writer_commit(writer, &error));
    xc_reader *reader = open_reader(path);
    assert_string_equal(hits_of(reader, term("Kind")), "1");
    OK(xc_reader_positions(reader, 1, bytes("red"), positions, 4, &count, &error));
    assert_int_equal(count, 2);
    assert_int_equal(positions[1], 3);
    OK(xc_reader_document(reader, 1, &stored, &error));
    OK(xc_document_value(stored, 0, &value, &error));
    assert_bytes(value, "");
    OK(xc_document_value(stored, 2, &value, &error));
    assert_bytes(value, "three");
    OK(xc_document_data(stored, &value, &error));
    assert_bytes(value, "data");
    xc_document_free(stored);
    /* what it had no more, and another wdf */
    amended = document_of("red round red", NULL, NULL, NULL);
    OK(xc_writer_amend(writer, 1, amended, &error));
    FAILS(XC_NO_DOCUMENT, xc_writer_amend(writer, 7, amended, &error));
    xc_document_free(amended);
    OK(xc_writer_commit(writer, &error));
    OK(xc_reader_reopen(reader, NULL, &error));
    assert_string_equal(hits_of(reader, term("Kind")), "");
    assert_string_equal(hits_of(reader, term("round")), "1");
    xc_reader_free(reader);
    xc_writer_free(writer);
}

static void refuses_what_would_spoil_the_commit(void **state)
{
    xc_error error;
    char text[300];
    memset(text, 'x', sizeof text);
    const xc_bytes longest = {text, XC_TERM_MAX}, over = {text, XC_TERM_MAX + 1};
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    xc_document *document = document_of("one", NULL, NULL, NULL);
    FAILS(XC_TERM_TOO_LONG, xc_writer_delete_by_term(writer, over, &error));
    FAILS(XC_TERM_TOO_LONG, xc_writer_replace_by_term(writer, over, document, NULL, &error));
    FAILS(XC_TERM_TOO_LONG, xc_writer_set_metadata(writer, over, bytes("v"), &error));
    FAILS(XC_TERM_TOO_LONG, xc_writer_add_spelling(writer, over, 1, &error));
    FAILS(XC_TERM_TOO_LONG, xc_writer_remove_spelling(writer, over, 1, &error));
    FAILS(XC_TERM_TOO_LONG, xc_writer_add_synonym(writer, over, bytes("v"), &error));
    FAILS(XC_TERM_TOO_LONG, xc_writer_add_synonym(writer, bytes("v"), over, &error));
    FAILS(XC_TERM_TOO_LONG, xc_writer_remove_synonym(writer, over, bytes("v"), &error));
    FAILS(XC_INVALID, xc_writer_set_metadata(writer, NO_BYTES, bytes("v"), &error));
    FAILS(XC_INVALID, xc_writer_add_spelling(writer, NO_BYTES, 1, &error));
    /* What is allowed goes through to the disk, of zero bytes too. */
    OK(xc_writer_set_metadata(writer, longest, bytes("v"), &error));
    OK(xc_writer_add_spelling(writer, longest, 1, &error));
    OK(xc_writer_add_synonym(writer, longest, longest, &error));
    OK(xc_document_add_term(document, longest, 1, &error));
    memset(text, 0, sizeof text);
    const xc_bytes zeros = {text, XC_TERM_MAX / 2};
    OK(xc_document_add_posting(document, zeros, 5, 1, &error));
    OK(xc_writer_set_metadata(writer, zeros, bytes("v"), &error));
    OK(xc_writer_add_spelling(writer, zeros, 1, &error));
    OK(xc_writer_add_synonym(writer, zeros, zeros, &error));
    OK(xc_writer_add(writer, document, NULL, &error));
    OK(xc_writer_commit(writer, &error));
    xc_document_free(document);
    xc_writer_free(writer);
    assert_int_equal(document_count(path), 1);
}

static void its_reader_sees_what_is_pending(void **state)
{
    xc_error error;
    xc_reader *reader;
    xc_bytes before, after;
    bool has_moved = true;
    xc_writer *writer = open_writer(in_scratch(state, "database"), XC_CREATE);
    OK(xc_writer_reader(writer, &reader, &error));
    put(writer, "one");
    assert_string_equal(hits_of(reader, term("one")), "1");
    assert_true(xc_reader_is_local(reader));
    FAILS(XC_INVALID, xc_reader_add(reader, in_scratch(state, "database"), &error));
    OK(xc_reader_reopen(reader, &has_moved, &error));
    assert_false(has_moved);
    OK(xc_reader_revision(reader, &before, &error));
    char text[128];
    snprintf(text, sizeof text, "%.*s", (int)before.size, before.data);
    OK(xc_writer_commit(writer, &error));
    OK(xc_reader_revision(reader, &after, &error));
    assert_string_not_equal(text, after.data);
    xc_reader_free(reader);
    xc_writer_free(writer);
}

/* Documents without terms, and whole-document look-ups in them. */
static void keeps_documents_without_terms(void **state)
{
    xc_error error;
    xc_document *document;
    xc_bytes data;
    uint32_t length = 9;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    put(writer, "one two three");
    put(writer, "");
    OK(xc_writer_commit(writer, &error));
    xc_reader *reader = open_reader(path);
    OK(xc_reader_document_length(reader, 2, &length, &error));
    assert_int_equal(length, 0);
    OK(xc_reader_document(reader, 2, &document, &error));
    OK(xc_document_data(document, &data, &error));
    assert_bytes(data, "");
    xc_document_free(document);
    xc_reader_free(reader);
    xc_writer_free(writer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(opens_by_mode),
        scratch_test(says_where_it_cannot_be),
        scratch_test(never_creates_over_a_damaged_database),
        scratch_test(refuses_block_sizes),
        scratch_test(a_second_writer_is_locked_out),
        scratch_test(another_process_locks_out),
        scratch_test(lock_trouble_is_not_locked),
        scratch_test(waits_for_the_lock),
        scratch_test(free_gives_up_what_is_pending),
        scratch_test(transactions_are_all_or_nothing),
        scratch_test(replaces_and_deletes),
        scratch_test(amends_what_differs),
        scratch_test(refuses_what_would_spoil_the_commit),
        scratch_test(its_reader_sees_what_is_pending),
        scratch_test(keeps_documents_without_terms),
    };
    return cmocka_run_group_tests_name("writer", tests, NULL, NULL);
}
