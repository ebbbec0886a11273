/* stub_test.c - several databases, and stub files that name them. */
#include "support.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static xc_status try_stub(const char *path, const char *text, xc_error *error)
{
    xc_reader *reader = (xc_reader *)1;
    write_file(path, text, strlen(text));
    xc_status status = xc_reader_open(path, &reader, error);
    assert_true((status == XC_OK) == (reader != NULL));
    xc_reader_free(reader);
    return status;
}

static void searches_two_databases(void **state)
{
    xc_error error;
    xc_statistics statistics;
    build(in_scratch(state, "one"), (const char *const[]){"a x", "b"}, 2);
    build(in_scratch(state, "two"), (const char *const[]){"a y"}, 1);
    const char *stub = in_scratch(state, "stub");
    const char text[] = "# both\n\nauto one\nglass two\n";
    write_file(stub, text, strlen(text));
    xc_reader *reader = open_reader(stub);
    OK(xc_reader_statistics(reader, &statistics, &error));
    assert_int_equal(statistics.document_count, 3);
    /* Ids are interleaved: the first document of the second database is 2. */
    assert_string_equal(hits_of(reader, term("x")), "1");
    assert_string_equal(hits_of(reader, term("y")), "2");
    assert_string_equal(hits_of(reader, term("b")), "3");
    assert_true(xc_reader_is_local(reader));
    xc_reader_free(reader);
}

static void looks_documents_up_in_several(void **state)
{
    xc_error error;
    xc_document *document;
    xc_bytes got;
    xc_docid docid;
    build(in_scratch(state, "one"), (const char *const[]){"a", "b"}, 2);
    build(in_scratch(state, "two"), (const char *const[]){"c", "d"}, 2);
    xc_reader *reader = open_reader(in_scratch(state, "one"));
    OK(xc_reader_add(reader, in_scratch(state, "two"), &error));
    OK(xc_reader_find(reader, bytes("d"), &docid, &error));
    assert_int_equal(docid, 4);
    OK(xc_reader_document(reader, docid, &document, &error));
    OK(xc_document_data(document, &got, &error));
    assert_bytes(got, "d");
    xc_document_free(document);
    FAILS(XC_NO_DOCUMENT, xc_reader_document(reader, 5, &document, &error));
    FAILS(XC_NOT_FOUND, xc_reader_add(reader, in_scratch(state, "three"), &error));
    assert_string_equal(hits_of(reader, term("a")), "1"); /* as it was */
    xc_reader_free(reader);
}

static void put_metadata(const char *path, const char *key, const char *value)
{
    xc_error error;
    xc_writer *writer = open_writer(path, XC_OPEN_OR_CREATE);
    OK(xc_writer_set_metadata(writer, bytes(key), bytes(value), &error));
    OK(xc_writer_add_spelling(writer, bytes(value), 1, &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
}

static void metadata_is_the_first_databases(void **state)
{
    xc_error error;
    xc_bytes got;
    xc_terms *terms;
    put_metadata(in_scratch(state, "one"), "both", "solidarity");
    put_metadata(in_scratch(state, "two"), "both", "conference");
    put_metadata(in_scratch(state, "two"), "second", "here");
    xc_reader *reader = open_reader(in_scratch(state, "one"));
    OK(xc_reader_add(reader, in_scratch(state, "two"), &error));
    OK(xc_reader_metadata(reader, bytes("both"), &got, &error));
    assert_bytes(got, "solidarity");
    OK(xc_reader_metadata(reader, bytes("second"), &got, &error));
    assert_bytes(got, "");
    OK(xc_reader_metadata_keys(reader, NO_BYTES, &terms, &error));
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_bytes(got, "both");
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_null(got.data);
    xc_terms_free(terms);
    /* The spelling dictionary is that of all. */
    OK(xc_reader_suggest(reader, bytes("conferense"), 2, &got, &error));
    assert_bytes(got, "conference");
    OK(xc_reader_suggest(reader, bytes("solidaritie"), 2, &got, &error));
    assert_bytes(got, "solidarity");
    xc_reader_free(reader);
}

static void revision_tells_of_every_part(void **state)
{
    xc_error error;
    xc_bytes got;
    char before[256];
    build(in_scratch(state, "one"), (const char *const[]){"a"}, 1);
    build(in_scratch(state, "two"), (const char *const[]){"b"}, 1);
    xc_reader *reader = open_reader(in_scratch(state, "one"));
    OK(xc_reader_add(reader, in_scratch(state, "two"), &error));
    OK(xc_reader_revision(reader, &got, &error));
    snprintf(before, sizeof before, "%.*s", (int)got.size, got.data);
    build(in_scratch(state, "two"), (const char *const[]){"c"}, 1);
    bool has_moved = false;
    OK(xc_reader_reopen(reader, &has_moved, &error));
    assert_true(has_moved);
    OK(xc_reader_revision(reader, &got, &error));
    assert_int_equal(got.size, strlen(before));
    assert_memory_not_equal(got.data, before, got.size);
    xc_reader_free(reader);
}

static void a_directory_can_be_a_stub(void **state)
{
    build(in_scratch(state, "one"), (const char *const[]){"a"}, 1);
    assert_int_equal(mkdir(in_scratch(state, "folder"), 0700), 0);
    write_file(in_scratch(state, "folder/XAPIANDB"), "auto ../one\n", 12);
    xc_reader *reader = open_reader(in_scratch(state, "folder"));
    assert_string_equal(hits_of(reader, term("a")), "1");
    xc_reader_free(reader);
    /* A stub of a stub, without a newline at its end. */
    write_file(in_scratch(state, "outer"), "auto folder", 11);
    reader = open_reader(in_scratch(state, "outer"));
    assert_string_equal(hits_of(reader, term("a")), "1");
    xc_reader_free(reader);
}

static void follows_a_stub_that_changes(void **state)
{
    xc_error error;
    bool has_moved = true;
    build(in_scratch(state, "one"), (const char *const[]){"a"}, 1);
    build(in_scratch(state, "two"), (const char *const[]){"a", "a"}, 2);
    const char *stub = in_scratch(state, "stub");
    write_file(stub, "auto one\n", 9);
    xc_reader *reader = open_reader(stub);
    OK(xc_reader_reopen(reader, &has_moved, &error));
    assert_false(has_moved);
    write_file(in_scratch(state, "next"), "auto two\n", 9);
    assert_int_equal(rename(in_scratch(state, "next"), stub), 0);
    remove_tree(in_scratch(state, "one"));
    OK(xc_reader_reopen(reader, &has_moved, &error));
    assert_true(has_moved);
    assert_string_equal(hits_of(reader, term("a")), "1 2");
    write_file(stub, "auto three\n", 11);
    FAILS(XC_NOT_FOUND, xc_reader_reopen(reader, &has_moved, &error));
    assert_false(has_moved);
    assert_string_equal(hits_of(reader, term("a")), "1 2"); /* stands where it stood */
    xc_reader_free(reader);
}

static void writes_through_a_stub(void **state)
{
    xc_error error;
    xc_writer *writer;
    build(in_scratch(state, "one"), (const char *const[]){"a"}, 1);
    const char *stub = in_scratch(state, "stub");
    write_file(stub, "auto one\n", 9);
    writer = open_writer(stub, XC_OPEN);
    put(writer, "a");
    OK(xc_writer_commit(writer, &error));
    xc_writer *second;
    FAILS(XC_LOCKED, xc_writer_open(in_scratch(state, "one"), NULL, &second, &error));
    assert_null(second);
    xc_writer_free(writer);
    xc_reader *reader = open_reader(stub);
    assert_string_equal(hits_of(reader, term("a")), "1 2");
    xc_reader_free(reader);
    write_file(stub, "auto one\nauto one\n", 18);
    FAILS(XC_INVALID, xc_writer_open(stub, NULL, &writer, &error));
    write_file(stub, "remote 127.0.0.1:9\n", 19);
    FAILS(XC_INVALID, xc_writer_open(stub, NULL, &writer, &error));
    write_file(stub, "auto stub\n", 10);
    FAILS(XC_NOT_DATABASE, xc_writer_open(stub, NULL, &writer, &error));
}

static void refuses_stubs_that_name_nothing(void **state)
{
    xc_error error;
    const char *stub = in_scratch(state, "stub");
    static const char *const texts[] = {
        "",
        "# only words\n",
        "\n\n",
        "auto\n",
        "auto \n",
        "remote\n",
        "remote host\n",
        "remote host:0\n",
        "remote host:99999\n",
        "remote host:80x\n",
        "remote :\n",
        "inmemory x\n",
        "nothing one\n",
        " auto one\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        FAILS(XC_NOT_DATABASE, try_stub(stub, texts[i], &error));
    FAILS(XC_NOT_FOUND, try_stub(stub, "auto one\n", &error));
    assert_non_null(strstr(error.text, "one"));
    assert_non_null(strstr(error.text, stub));
}

static void refuses_loops_and_crowds(void **state)
{
    xc_error error;
    const char *stub = in_scratch(state, "stub");
    FAILS(XC_NOT_DATABASE, try_stub(stub, "auto stub\n", &error));
    write_file(in_scratch(state, "other"), "auto stub\n", 10);
    FAILS(XC_NOT_DATABASE, try_stub(stub, "auto other\n", &error));
    FAILS(XC_NOT_DATABASE, try_stub(stub, "auto stub\nauto stub\nauto stub\n", &error));
    build(in_scratch(state, "d"), (const char *const[]){"a"}, 1);
    char text[1100 * 7 + 1] = "";
    for (size_t i = 0; i < 1100; i++)
        memcpy(text + i * 7, "auto d\n", 8);
    FAILS(XC_NOT_DATABASE, try_stub(stub, text, &error));
    text[20 * 7] = '\0';
    OK(try_stub(stub, text, &error));
}

/* A folder may come from anywhere, and is opened to be read. */
static void a_directory_starts_no_program(void **state)
{
    xc_error error;
    xc_reader *reader;
    char text[600];
    const char *made = in_scratch(state, "made"), *folder = in_scratch(state, "folder");
    int size = snprintf(text, sizeof text, "remote :/usr/bin/touch %s\n", made);
    assert_int_equal(mkdir(folder, 0700), 0);
    write_file(in_scratch(state, "folder/XAPIANDB"), text, (size_t)size);
    FAILS(XC_NOT_DATABASE, xc_reader_open(folder, &reader, &error));
    assert_non_null(strstr(error.text, "folder/XAPIANDB"));
    FAILS(XC_NOT_DATABASE, try_stub(in_scratch(state, "stub"), "auto folder\n", &error));
    write_file(in_scratch(state, "inner"), text, (size_t)size);
    write_file(in_scratch(state, "folder/XAPIANDB"), "auto ../inner\n", 14);
    FAILS(XC_NOT_DATABASE, xc_reader_open(folder, &reader, &error));
    assert_int_not_equal(access(made, F_OK), 0);
    /* Whoever names the stub itself, says so. */
    FAILS(XC_NETWORK, xc_reader_open(in_scratch(state, "inner"), &reader, &error));
    assert_int_equal(access(made, F_OK), 0);
}

static void a_dead_server_is_named_at_once(void **state)
{
    xc_error error;
    const char *stub = in_scratch(state, "stub");
    FAILS(XC_NETWORK, try_stub(stub, "remote 127.0.0.1:1\n", &error));
    assert_non_null(strstr(error.text, "127.0.0.1:1"));
    FAILS(XC_NETWORK, try_stub(stub, "remote [::1]:1\n", &error));
    FAILS(XC_NETWORK, try_stub(stub, "remote :/no/such/program x\n", &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(searches_two_databases),
        scratch_test(looks_documents_up_in_several),
        scratch_test(metadata_is_the_first_databases),
        scratch_test(revision_tells_of_every_part),
        scratch_test(a_directory_can_be_a_stub),
        scratch_test(follows_a_stub_that_changes),
        scratch_test(writes_through_a_stub),
        scratch_test(refuses_stubs_that_name_nothing),
        scratch_test(refuses_loops_and_crowds),
        scratch_test(a_directory_starts_no_program),
        scratch_test(a_dead_server_is_named_at_once),
    };
    return cmocka_run_group_tests_name("stub", tests, NULL, NULL);
}
