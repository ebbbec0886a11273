/* reader_test.c - opening to read, looking up, and what befalls a reader: overtaken,
 * removed, corrupt. */
#include "support.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static xc_status try_open(const char *path, xc_error *error)
{
    xc_reader *reader = (xc_reader *)1;
    xc_status status = xc_reader_open(path, &reader, error);
    assert_true((status == XC_OK) == (reader != NULL));
    xc_reader_free(reader);
    return status;
}

static void names_what_is_not_there(void **state)
{
    xc_error error;
    char junk[5000];
    FAILS(XC_INVALID, try_open("", &error));
    const char *path = in_scratch(state, "missing");
    FAILS(XC_NOT_FOUND, try_open(path, &error));
    assert_non_null(strstr(error.text, path));
    path = in_scratch(state, "empty");
    assert_int_equal(mkdir(path, 0700), 0);
    FAILS(XC_NOT_FOUND, try_open(path, &error));
    assert_non_null(strstr(error.text, "has no database in it"));
    path = in_scratch(state, "empty/file/below");
    FAILS(XC_NOT_FOUND, try_open(path, &error));
    path = in_scratch(state, "junk");
    for (size_t i = 0; i < sizeof junk; i++)
        junk[i] = (char)(i * 7919 >> 3);
    write_file(path, junk, sizeof junk);
    FAILS(XC_NOT_DATABASE, try_open(path, &error));
    write_file(path, "", 0);
    FAILS(XC_NOT_DATABASE, try_open(path, &error));
    FAILS(XC_NOT_DATABASE, try_open("/dev/null", &error));
    /* A text that is cut still ends at a character. */
    char deep[XC_ERROR_TEXT_SIZE * 2] = "/";
    while (strlen(deep) < sizeof deep - 3)
        strcat(deep, "\u00fc");
    FAILS(XC_IO, try_open(deep, &error)); /* name too long */
    size_t size = strlen(error.text);
    assert_true(size < XC_ERROR_TEXT_SIZE && size >= XC_ERROR_TEXT_SIZE - 3);
    assert_int_equal((unsigned char)error.text[size - 2], 0xC3);
}

static void tells_statistics(void **state)
{
    xc_error error;
    xc_statistics statistics;
    uint32_t number = 9;
    uint64_t occurrences = 9;
    xc_docid docid = 9;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"a b c", "a a a a d", "e"}, 3);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_statistics(reader, &statistics, &error));
    assert_int_equal(statistics.document_count, 3);
    assert_int_equal(statistics.last_docid, 3);
    assert_true(statistics.average_length == 3);
    assert_true(statistics.has_positions);
    OK(xc_reader_term_frequency(reader, bytes("a"), &number, &error));
    assert_int_equal(number, 2);
    OK(xc_reader_term_frequency(reader, bytes("zz"), &number, &error));
    assert_int_equal(number, 0);
    OK(xc_reader_collection_frequency(reader, bytes("a"), &occurrences, &error));
    assert_int_equal(occurrences, 5);
    OK(xc_reader_document_length(reader, 2, &number, &error));
    assert_int_equal(number, 5);
    FAILS(XC_NO_DOCUMENT, xc_reader_document_length(reader, 4, &number, &error));
    FAILS(XC_INVALID, xc_reader_document_length(reader, 0, &number, &error));
    OK(xc_reader_find(reader, bytes("d"), &docid, &error));
    assert_int_equal(docid, 2);
    OK(xc_reader_find(reader, bytes("zz"), &docid, &error));
    assert_int_equal(docid, 0);
    assert_true(xc_reader_is_local(reader));
    xc_reader_free(reader);
    xc_reader_free(NULL);
}

/* A term that cannot be stored is in no document, that is all. */
static void looks_up_terms_of_any_length(void **state)
{
    xc_error error;
    char text[70000];
    memset(text, 'x', sizeof text);
    const xc_bytes over = {text, sizeof text};
    uint32_t number = 9;
    uint64_t occurrences = 9;
    xc_docid docid = 9;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"a"}, 1);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_term_frequency(reader, over, &number, &error));
    assert_int_equal(number, 0);
    OK(xc_reader_collection_frequency(reader, over, &occurrences, &error));
    assert_int_equal(occurrences, 0);
    OK(xc_reader_find(reader, over, &docid, &error));
    assert_int_equal(docid, 0);
    xc_query *query;
    OK(xc_query_term(over, 1, &query, &error));
    assert_string_equal(hits_of(reader, query), "");
    xc_bytes value;
    OK(xc_reader_metadata(reader, over, &value, &error));
    assert_bytes(value, "");
    FAILS(XC_INVALID, xc_reader_metadata(reader, NO_BYTES, &value, &error));
    xc_terms *terms;
    OK(xc_reader_terms(reader, over, &terms, &error));
    OK(xc_terms_next(terms, &value, NULL, &error));
    assert_null(value.data);
    xc_terms_free(terms);
    xc_reader_free(reader);
}

static void gives_documents(void **state)
{
    xc_error error;
    xc_document *document;
    xc_terms *terms;
    xc_bytes got;
    uint32_t documents, occurrences;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    put_values(writer, "a b a", "v0", NULL, "v2");
    put(writer, "b");
    OK(xc_writer_commit(writer, &error));
    xc_reader *reader = open_reader(path);
    FAILS(XC_NO_DOCUMENT, xc_reader_document(reader, 3, &document, &error));
    assert_null(document);
    FAILS(XC_INVALID, xc_reader_document(reader, 0, &document, &error));
    OK(xc_reader_document(reader, 1, &document, &error));
    OK(xc_document_data(document, &got, &error));
    assert_bytes(got, "a b a");
    OK(xc_document_value(document, 2, &got, &error));
    assert_bytes(got, "v2");
    OK(xc_document_terms(document, &terms, &error));
    OK(xc_terms_next(terms, &got, &documents, &error));
    OK(xc_terms_occurrences(terms, &occurrences, &error));
    assert_int_equal(occurrences, 2);
    OK(xc_terms_next(terms, &got, &documents, &error));
    assert_bytes(got, "b");
    assert_int_equal(documents, 2);
    xc_terms_free(terms);
    /* Changed, it can be written back: all of it is there. */
    OK(xc_document_add_term(document, bytes("c"), 1, &error));
    OK(xc_writer_replace(writer, 1, document, &error));
    OK(xc_writer_commit(writer, &error));
    xc_document_free(document);
    OK(xc_reader_reopen(reader, NULL, &error));
    const char *const words[] = {"a", "b", "c"};
    assert_string_equal(hits_of(reader, words_query(XC_AND, words, 3, 0)), "1");
    xc_reader_free(reader);
    xc_writer_free(writer);
}

static void lists_terms_by_prefix(void **state)
{
    xc_error error;
    xc_terms *terms;
    xc_bytes got;
    uint32_t number;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"Kart Kone one", "Kart two"}, 2);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_terms(reader, bytes("K"), &terms, &error));
    OK(xc_terms_next(terms, &got, &number, &error));
    assert_bytes(got, "Kart");
    assert_int_equal(number, 2);
    FAILS(XC_INVALID, xc_terms_occurrences(terms, &number, &error));
    OK(xc_terms_next(terms, &got, &number, &error));
    assert_bytes(got, "Kone");
    OK(xc_terms_next(terms, &got, &number, &error));
    assert_null(got.data);
    xc_terms_free(terms);
    OK(xc_reader_terms(reader, NO_BYTES, &terms, &error));
    size_t count = 0;
    for (;; count++) {
        OK(xc_terms_next(terms, &got, NULL, &error));
        if (!got.data)
            break;
    }
    assert_int_equal(count, 4);
    xc_terms_free(terms);
    xc_reader_free(reader);
}

static void keeps_metadata(void **state)
{
    xc_error error;
    xc_terms *terms;
    xc_bytes got;
    uint32_t number = 9;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    OK(xc_writer_set_metadata(writer, bytes("schema"), bytes("1"), &error));
    OK(xc_writer_set_metadata(writer, bytes("doc:1"), (xc_bytes){"x\0y", 3}, &error));
    OK(xc_writer_set_metadata(writer, bytes("doc:2"), bytes("gone"), &error));
    OK(xc_writer_set_metadata(writer, bytes("doc:2"), NO_BYTES, &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_metadata(reader, bytes("schema"), &got, &error));
    assert_bytes(got, "1");
    OK(xc_reader_metadata(reader, bytes("doc:1"), &got, &error));
    assert_int_equal(got.size, 3);
    OK(xc_reader_metadata(reader, bytes("doc:2"), &got, &error));
    assert_bytes(got, "");
    OK(xc_reader_metadata_keys(reader, bytes("doc:"), &terms, &error));
    OK(xc_terms_next(terms, &got, &number, &error));
    assert_bytes(got, "doc:1");
    assert_int_equal(number, 0);
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_null(got.data);
    xc_terms_free(terms);
    xc_reader_free(reader);
}

static void suggests_spellings(void **state)
{
    xc_error error;
    xc_bytes got;
    char text[400];
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    OK(xc_writer_add_spelling(writer, bytes("conference"), 5, &error));
    OK(xc_writer_add_spelling(writer, bytes("reference"), 1, &error));
    OK(xc_writer_add_spelling(writer, bytes("solidarity"), 1, &error));
    OK(xc_writer_remove_spelling(writer, bytes("solidarity"), 1, &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_suggest(reader, bytes("conferance"), 2, &got, &error));
    assert_bytes(got, "conference");
    OK(xc_reader_suggest(reader, bytes("solidarty"), 2, &got, &error));
    assert_bytes(got, "");
    OK(xc_reader_suggest(reader, bytes("cnfrnc"), 1, &got, &error));
    assert_bytes(got, "");
    OK(xc_reader_suggest(reader, NO_BYTES, 2, &got, &error));
    assert_bytes(got, "");
    memset(text, 'x', sizeof text);
    OK(xc_reader_suggest(reader, (xc_bytes){text, sizeof text}, 3, &got, &error));
    assert_bytes(got, "");
    FAILS(XC_INVALID, xc_reader_suggest(reader, bytes("x"), 0, &got, &error));
    FAILS(XC_INVALID, xc_reader_suggest(reader, bytes("x"), 4, &got, &error));
    xc_reader_free(reader);
}

static void keeps_synonyms(void **state)
{
    xc_error error;
    xc_terms *terms;
    xc_bytes got;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    OK(xc_writer_add_synonym(writer, bytes("pay"), bytes("wage"), &error));
    OK(xc_writer_add_synonym(writer, bytes("pay"), bytes("salary"), &error));
    OK(xc_writer_add_synonym(writer, bytes("pay"), bytes("tip"), &error));
    OK(xc_writer_remove_synonym(writer, bytes("pay"), bytes("tip"), &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_synonyms(reader, bytes("pay"), &terms, &error));
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_bytes(got, "salary");
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_bytes(got, "wage");
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_null(got.data);
    xc_terms_free(terms);
    xc_reader_free(reader);
}

static void moves_to_the_latest_revision(void **state)
{
    xc_error error;
    xc_bytes revision;
    bool has_moved = true;
    char first[128];
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"a"}, 1);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_revision(reader, &revision, &error));
    snprintf(first, sizeof first, "%.*s", (int)revision.size, revision.data);
    OK(xc_reader_reopen(reader, &has_moved, &error));
    assert_false(has_moved);
    build(path, (const char *const[]){"a"}, 1);
    assert_string_equal(hits_of(reader, term("a")), "1");
    OK(xc_reader_reopen(reader, &has_moved, &error));
    assert_true(has_moved);
    assert_string_equal(hits_of(reader, term("a")), "1 2");
    OK(xc_reader_revision(reader, &revision, &error));
    assert_int_not_equal(strncmp(first, revision.data, revision.size), 0);
    xc_reader_free(reader);
}

/* Enough documents that no table fits a block, so that reading must go to the file, and
 * terms of their own, so that every block is written anew. */
static void rewrite(const char *path, const char *word)
{
    xc_error error;
    char words[128], unique[32];
    xc_writer *writer = open_writer(path, XC_OPEN_OR_CREATE);
    for (unsigned i = 1; i <= 2000; i++) {
        snprintf(unique, sizeof unique, "U%u", i);
        snprintf(words, sizeof words, "%s common %s%u", unique, word, i);
        xc_document *document = document_of(words, NULL, NULL, NULL);
        OK(xc_writer_replace_by_term(writer, bytes(unique), document, NULL, &error));
        xc_document_free(document);
    }
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
}

/* Reads all postings and documents; the first failure. */
static xc_status read_all(xc_reader *reader, xc_error *error)
{
    xc_postings *postings;
    xc_posting block[64];
    size_t count = 0;
    xc_status status = xc_postings_open(reader, NO_BYTES, true, &postings, error);
    if (status != XC_OK)
        return status;
    while ((status = xc_postings_read(postings, block, 64, &count, error)) == XC_OK && count) {
        for (size_t i = 0; i < count && status == XC_OK; i++) {
            xc_document *document;
            xc_bytes data;
            status = xc_reader_document(reader, block[i].docid, &document, error);
            if (status == XC_OK)
                status = xc_document_data(document, &data, error);
            xc_document_free(document);
        }
        if (status != XC_OK)
            break;
    }
    xc_postings_free(postings);
    return status;
}

static void an_overtaken_reader_can_reopen(void **state)
{
    xc_error error;
    bool has_moved = false;
    const char *path = in_scratch(state, "database");
    rewrite(path, "first");
    xc_reader *reader = open_reader(path);
    xc_reader *other = open_reader(path);
    for (int i = 0; i < 4; i++)
        rewrite(path, i % 2 ? "later" : "last");
    FAILS(XC_OVERTAKEN, read_all(other, &error));
    xc_reader_free(other);
    xc_query *query;
    xc_search search;
    xc_matches *matches;
    OK(xc_query_wildcard(bytes("first"), 0, XC_LIMIT_ERROR, XC_OR, &query, &error));
    xc_search_init(&search);
    search.query = query;
    FAILS(XC_OVERTAKEN, xc_reader_search(reader, &search, &matches, &error));
    assert_null(matches);
    OK(xc_reader_reopen(reader, &has_moved, &error));
    assert_true(has_moved);
    OK(read_all(reader, &error));
    OK(xc_reader_search(reader, &search, &matches, &error));
    assert_int_equal(xc_matches_count(matches), 0);
    xc_matches_free(matches);
    xc_query_free(query);
    xc_reader_free(reader);
}

static void a_removed_database_says_so_on_reopening(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"a"}, 1);
    xc_reader *reader = open_reader(path);
    remove_tree(path);
    assert_string_equal(hits_of(reader, term("a")), "1"); /* its files are still open */
    FAILS(XC_NOT_FOUND, xc_reader_reopen(reader, NULL, &error));
    assert_string_equal(hits_of(reader, term("a")), "1");
    build(path, (const char *const[]){"a", "a"}, 2);
    bool has_moved = false;
    OK(xc_reader_reopen(reader, &has_moved, &error)); /* another database, same path */
    assert_true(has_moved);
    assert_string_equal(hits_of(reader, term("a")), "1 2");
    xc_reader_free(reader);
}

static void damage(const char *path, size_t from, size_t size)
{
    char junk[4096];
    int file = open(path, O_WRONLY);
    assert_true(file >= 0);
    memset(junk, 0xA5, sizeof junk);
    for (size_t done = 0; done < size; done += sizeof junk)
        assert_int_equal(pwrite(file, junk, sizeof junk, (off_t)(from + done)), sizeof junk);
    close(file);
}

static void junk_in_the_files_is_corrupt(void **state)
{
    static const char *const tables[] = {"postlist", "docdata", "iamglass"};
    for (size_t i = 0; i < 3; i++) {
        xc_error error;
        char name[64];
        xc_reader *reader;
        const char *path = in_scratch(state, "database");
        rewrite(path, "first");
        snprintf(name, sizeof name, i == 2 ? "database/%s" : "database/%s.glass", tables[i]);
        const char *file = in_scratch(state, name);
        damage(file, 0, file_size(file));
        xc_status status = xc_reader_open(path, &reader, &error);
        if (status == XC_OK)
            status = read_all(reader, &error);
        assert_int_equal(status, XC_CORRUPT);
        xc_reader_free(reader);
        remove_tree(path);
    }
}

static void a_truncated_file_is_corrupt(void **state)
{
    xc_error error;
    xc_reader *reader;
    const char *path = in_scratch(state, "database");
    rewrite(path, "first");
    assert_int_equal(truncate(in_scratch(state, "database/docdata.glass"), 8192), 0);
    xc_status status = xc_reader_open(path, &reader, &error);
    assert_int_equal(status == XC_OK ? read_all(reader, &error) : status, XC_CORRUPT);
    xc_reader_free(reader);
    assert_int_equal(truncate(in_scratch(state, "database/iamglass"), 3), 0);
    FAILS(XC_CORRUPT, xc_reader_open(path, &reader, &error));
    assert_null(reader);
    assert_non_null(strstr(error.text, path));
}

static void a_missing_file_is_corrupt(void **state)
{
    xc_error error;
    xc_reader *reader;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"a"}, 1);
    assert_int_equal(remove(in_scratch(state, "database/postlist.glass")), 0);
    FAILS(XC_CORRUPT, xc_reader_open(path, &reader, &error));
}

/* The bytes after the magic are the version of the format. */
static void another_format_version_is_told(void **state)
{
    xc_error error;
    xc_reader *reader;
    xc_writer *writer;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"a"}, 1);
    int file = open(in_scratch(state, "database/iamglass"), O_WRONLY);
    assert_int_equal(pwrite(file, "\x7f", 1, 14), 1);
    close(file);
    FAILS(XC_VERSION, xc_reader_open(path, &reader, &error));
    FAILS(XC_VERSION, xc_writer_open(path, NULL, &writer, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(names_what_is_not_there),
        scratch_test(tells_statistics),
        scratch_test(looks_up_terms_of_any_length),
        scratch_test(gives_documents),
        scratch_test(lists_terms_by_prefix),
        scratch_test(keeps_metadata),
        scratch_test(suggests_spellings),
        scratch_test(keeps_synonyms),
        scratch_test(moves_to_the_latest_revision),
        scratch_test(an_overtaken_reader_can_reopen),
        scratch_test(a_removed_database_says_so_on_reopening),
        scratch_test(junk_in_the_files_is_corrupt),
        scratch_test(a_truncated_file_is_corrupt),
        scratch_test(a_missing_file_is_corrupt),
        scratch_test(another_format_version_is_told),
    };
    return cmocka_run_group_tests_name("reader", tests, NULL, NULL);
}
