/* index_test.c - finding, opening and refusing indexes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/schema.h"
#include "search/listing.h"
#include "search/search.h"
#include "search/suggest.h"
#include "tests/unit/search/collection.h"

static pol_error error;

static void expect_refusal(const char *path, pol_status wanted, const char *words)
{
    pol_index *index = NULL;
    pol_status status = pol_index_open(path, &index, &error);
    if (status != wanted || !strstr(error.text, words))
        fail_msg("'%s': %s: %s", path, pol_status_name(status), error.text);
    assert_null(index);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void environment_says_where(void **state)
{
    (void)state;
    char path[POL_INDEX_PATH_MAX], long_path[POL_INDEX_PATH_MAX + 1];
    setenv("POLSEARCH_INDEX", "/var/motions", 1);
    setenv("XDG_DATA_HOME", "/data", 1);
    setenv("HOME", "/delegate", 1);
    assert_int_equal(pol_index_locate("here", path, &error), POL_OK);
    assert_string_equal(path, "here");
    assert_int_equal(pol_index_locate(NULL, path, &error), POL_OK);
    assert_string_equal(path, "/var/motions");
    unsetenv("POLSEARCH_INDEX");
    assert_int_equal(pol_index_locate(NULL, path, &error), POL_OK);
    assert_string_equal(path, "/data/polsearch/index");
    setenv("XDG_DATA_HOME", "relative", 1);
    assert_int_equal(pol_index_locate(NULL, path, &error), POL_OK);
    assert_string_equal(path, "/delegate/.local/share/polsearch/index");
    unsetenv("HOME");
    assert_int_equal(pol_index_locate(NULL, path, &error), POL_USAGE);
    assert_int_equal(pol_index_locate("", path, &error), POL_USAGE);
    memset(long_path, 'a', sizeof long_path);
    long_path[POL_INDEX_PATH_MAX] = '\0';
    assert_int_equal(pol_index_locate(long_path, path, &error), POL_USAGE);
}

static void what_is_no_index_is_refused(void **state)
{
    (void)state;
    fixture fix;
    char path[FIXTURE_PATH_MAX + 32];
    fixture_open(&fix);
    expect_refusal("/nonexistent/index", POL_NOTFOUND, "polindex FOLDER");
    expect_refusal(fix.folder, POL_NOTFOUND, "polindex FOLDER");
    fixture_begin(&fix, "foreign", NULL);
    fixture_commit(&fix);
    expect_refusal(fix.index, POL_FORMAT, "not a polsearch index");
    fixture_begin(&fix, "future", "999");
    fixture_commit(&fix);
    expect_refusal(fix.index, POL_VERSION, "polindex --rebuild");
    snprintf(path, sizeof path, "%s/stub", fix.folder);
    write_file(path, "remote 127.0.0.1:1\n");
    expect_refusal(path, POL_UNREACHABLE, "server");
    fixture_close(&fix);
}

static void a_damaged_index_is_refused(void **state)
{
    (void)state;
    fixture fix;
    char path[FIXTURE_PATH_MAX + 32];
    fixture_open(&fix);
    fixture_add(&fix, &collection[0]);
    fixture_commit(&fix);
    snprintf(path, sizeof path, "%s/iamglass", fix.index);
    write_file(path, "no glass at all");
    pol_index *index = NULL;
    pol_status status = pol_index_open(fix.index, &index, &error);
    assert_true(status == POL_CORRUPT || status == POL_VERSION || status == POL_IO);
    assert_non_null(strstr(error.text, fix.index));
    assert_null(index);
    fixture_close(&fix);
}

static xc_bytes bytes(const char *text)
{
    return (xc_bytes){text, strlen(text)};
}

/* An entry that nothing but damage can have made: each of these must be said, not shown. */
static void damaged_entries_are_reported(void **state)
{
    (void)state;
    static const char *const data[] = {"", "no ordinal", "7 nobody", "99 lib-2014"};
    for (size_t i = 0; i < sizeof data / sizeof *data; i++) {
        fixture fix;
        xc_document *entry = NULL;
        xc_error failure;
        pol_index *index = NULL;
        pol_results *results = NULL;
        pol_search_options options = {.count = 10};
        fixture_open(&fix);
        fixture_add(&fix, &collection[0]);
        assert_int_equal(xc_document_new(&entry, &failure), XC_OK);
        assert_int_equal(xc_document_add_term(entry, bytes("Zbroken"), 1, &failure), XC_OK);
        assert_int_equal(xc_document_add_term(entry, bytes("XBODY"), 0, &failure), XC_OK);
        assert_int_equal(xc_document_set_data(entry, bytes(data[i]), &failure), XC_OK);
        assert_int_equal(xc_writer_add(fix.writer, entry, NULL, &failure), XC_OK);
        xc_document_free(entry);
        fixture_commit(&fix);
        assert_int_equal(pol_index_open(fix.index, &index, &error), POL_OK);
        assert_int_equal(pol_search(index, POL_SPAN("broken"), &options, &results, &error),
                         POL_CORRUPT);
        assert_non_null(strstr(error.text, "polindex --rebuild"));
        assert_null(results);
        pol_index_free(index);
        fixture_close(&fix);
    }
}

/* Hits of a query in whichever databases are open. */
static uint32_t count_hits(pol_index *index, const char *query)
{
    pol_search_options options = {.count = 10, .only_complete = true};
    pol_results *results = NULL;
    assert_int_equal(pol_search(index, pol_span_of(query), &options, &results, &error), POL_OK);
    uint32_t total = results->total;
    pol_results_free(results);
    return total;
}

static void stubs_name_several_databases(void **state)
{
    (void)state;
    fixture fix;
    char path[FIXTURE_PATH_MAX + 32];
    pol_index *index = NULL;
    fixture_open(&fix);
    for (size_t i = 0; i < COLLECTION_COUNT; i++) {
        if (i == 3)
            fixture_commit(&fix), fixture_begin(&fix, "second", POL_SCHEMA_VERSION);
        fixture_add(&fix, &collection[i]);
    }
    fixture_commit(&fix);
    snprintf(path, sizeof path, "%s/stub", fix.folder);
    write_file(path, "auto index\nauto second\n");
    assert_int_equal(pol_index_open(path, &index, &error), POL_OK);
    assert_true(index->is_local);
    assert_int_equal(index->documents, COLLECTION_COUNT);
    assert_int_equal(count_hits(index, "closure"), 2);
    assert_int_equal(count_hits(index, "council pattern"), 2);
    assert_int_equal(count_hits(index, "workers"), 3);
    pol_index_free(index);
    fixture_close(&fix);
}

/* polindex --rebuild: another generation beside, then the stub is swapped. */
static void reopening_sees_the_new_generation(void **state)
{
    (void)state;
    fixture fix;
    char stub[FIXTURE_PATH_MAX + 32];
    pol_index *index = NULL;
    fixture_open(&fix);
    fixture_add(&fix, &collection[0]);
    fixture_commit(&fix);
    snprintf(stub, sizeof stub, "%s/XAPIANDB", fix.folder);
    write_file(stub, "auto index\n");
    assert_int_equal(pol_index_open(fix.folder, &index, &error), POL_OK);
    assert_int_equal(count_hits(index, "workers"), 0);
    fixture_begin(&fix, "gen-2", POL_SCHEMA_VERSION);
    fixture_add(&fix, &collection[1]);
    fixture_commit(&fix);
    write_file(stub, "auto gen-2\n");
    assert_int_equal(count_hits(index, "workers"), 0);
    assert_int_equal(pol_index_reopen(index, &error), POL_OK);
    assert_int_equal(count_hits(index, "workers"), 1);
    assert_int_equal(unlink(stub), 0);
    assert_int_equal(pol_index_reopen(index, &error), POL_NOTFOUND);
    pol_index_free(index);
    fixture_close(&fix);
}

/* A writer commits twice behind the reader's back: the search reopens by itself. */
static void an_overtaken_search_tries_again(void **state)
{
    (void)state;
    fixture fix;
    pol_index *index = NULL;
    fixture_open(&fix);
    fixture_add(&fix, &collection[0]);
    fixture_commit(&fix);
    assert_int_equal(pol_index_open(fix.index, &index, &error), POL_OK);
    for (size_t i = 1; i < COLLECTION_COUNT; i++) {
        fixture_add(&fix, &collection[i]);
        fixture_commit(&fix);
        fixture_commit(&fix);
    }
    assert_true(count_hits(index, "closure OR workers OR night OR bridge") >= 2);
    assert_int_equal(pol_index_reopen(index, &error), POL_OK);
    assert_int_equal(count_hits(index, "workers"), 3);
    pol_index_free(index);
    fixture_close(&fix);
}

/* Commits another copy of what is stored of a head, and of nothing else. */
static void write_data_again(xc_writer *writer, xc_docid docid)
{
    xc_error failure;
    xc_bytes data;
    xc_reader *reader = NULL;
    xc_document *document = NULL;
    assert_int_equal(xc_writer_reader(writer, &reader, &failure), XC_OK);
    assert_int_equal(xc_reader_document(reader, docid, &document, &failure), XC_OK);
    assert_int_equal(xc_document_data(document, &data, &failure), XC_OK);
    assert_int_equal(xc_document_set_data(document, data, &failure), XC_OK);
    assert_int_equal(xc_writer_replace(writer, docid, document, &failure), XC_OK);
    assert_int_equal(xc_writer_commit(writer, &failure), XC_OK);
    xc_document_free(document);
    xc_reader_free(reader);
}

/* What it is short for is learnt after a search remembered that nothing says so. */
static void an_overtaken_search_learns_acronyms_anew(void **state)
{
    static const fixture_document documents[] = {
        {.id = "short", .title = "Quays", .passages = {{.text = "Every RFQS is bad for us."}}},
        {.id = "long", .title = "Ships", .passages = {{.text = "Regional ferry quota schemes."}}},
        {.id = "spelt",
         .title = "Plans",
         .passages = {{.text = "The Regional Ferry Quota Schemes (RFQSs) are bad."}},
         .head_terms = {"XArfqs=regional ferry quota schemes"}},
    };
    (void)state;
    fixture fix;
    pol_index *index = NULL;
    fixture_open(&fix);
    fixture_add(&fix, &documents[0]);
    fixture_add(&fix, &documents[1]);
    fixture_commit(&fix);
    assert_int_equal(pol_index_open(fix.index, &index, &error), POL_OK);
    assert_int_equal(count_hits(index, "RFQS"), 1);
    fixture_add(&fix, &documents[2]);
    fixture_commit(&fix);
    for (int i = 0; i < 3; i++)
        write_data_again(fix.writer, 1);
    assert_int_equal(count_hits(index, "RFQS"), 3);
    pol_index_free(index);
    fixture_close(&fix);
}

static void keep_revision(pol_index *index, char *buffer, size_t size)
{
    pol_span revision;
    assert_int_equal(pol_index_revision(index, &revision, &error), POL_OK);
    assert_true(revision.size > 0 && revision.size < size);
    snprintf(buffer, size, "%.*s", POL_SPAN_ARGS(revision));
}

static bool refresh(pol_index *index)
{
    bool has_moved = false;
    pol_status status = pol_index_refresh(index, &has_moved, &error);
    if (status != POL_OK)
        fail_msg("%s", error.text);
    return has_moved;
}

/* A commit, then another generation: each moves it once, and the revision with it. */
static void refreshing_moves_on_only_where_there_is_more(void **state)
{
    (void)state;
    fixture fix;
    char stub[FIXTURE_PATH_MAX + 32], first[200], second[200], third[200];
    pol_index *index = NULL;
    fixture_open(&fix);
    fixture_add(&fix, &collection[0]);
    fixture_commit(&fix);
    snprintf(stub, sizeof stub, "%s/XAPIANDB", fix.folder);
    write_file(stub, "auto index\n");
    assert_int_equal(pol_index_open(fix.folder, &index, &error), POL_OK);
    keep_revision(index, first, sizeof first);
    assert_false(refresh(index));
    fixture_add(&fix, &collection[2]);
    fixture_commit(&fix);
    assert_int_equal(index->documents, 1);
    assert_true(refresh(index));
    assert_int_equal(index->documents, 2);
    assert_int_equal(count_hits(index, "workers"), 1);
    keep_revision(index, second, sizeof second);
    assert_string_not_equal(first, second);
    assert_false(refresh(index));
    fixture_begin(&fix, "gen-2", POL_SCHEMA_VERSION);
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        fixture_add(&fix, &collection[i]);
    fixture_commit(&fix);
    write_file(stub, "auto gen-2\n");
    assert_true(refresh(index));
    assert_int_equal(index->documents, COLLECTION_COUNT);
    keep_revision(index, third, sizeof third);
    assert_string_not_equal(second, third);
    pol_index_free(index);
    fixture_close(&fix);
}

/* Whatever is asked of an index that is not there says so. */
static void expect_nothing_to_read(pol_index *index)
{
    const pol_search_options options = {.count = 10};
    const pol_listing_options listed = {.count = 10};
    pol_results *results = NULL;
    pol_shown *shown = NULL;
    pol_listing *listing = NULL;
    pol_outline *outline = NULL;
    pol_suggestions *suggestions = NULL;
    pol_neighbours near;
    pol_span revision;
    assert_int_equal(pol_search(index, POL_SPAN("pay"), &options, &results, &error), POL_NOTFOUND);
    assert_int_equal(pol_show(index, POL_SPAN("lib-2014"), &shown, &error), POL_NOTFOUND);
    assert_int_equal(pol_listing_make(index, &listed, &listing, &error), POL_NOTFOUND);
    assert_int_equal(pol_neighbours_find(index, POL_SPAN("x"), &near, &error), POL_NOTFOUND);
    pol_neighbours_done(&near);
    assert_int_equal(pol_outline_make(index, &outline, &error), POL_NOTFOUND);
    assert_int_equal(pol_suggest(index, POL_SPAN("pay"), 5, &suggestions, &error), POL_NOTFOUND);
    assert_int_equal(pol_index_revision(index, &revision, &error), POL_NOTFOUND);
}

/* What cannot be read is refused, and read once it can be. */
static void a_refresh_that_failed_can_be_tried_again(void **state)
{
    (void)state;
    fixture fix;
    char stub[FIXTURE_PATH_MAX + 32];
    pol_index *index = NULL;
    bool has_moved = true;
    fixture_open(&fix);
    fixture_add(&fix, &collection[0]);
    fixture_commit(&fix);
    snprintf(stub, sizeof stub, "%s/XAPIANDB", fix.folder);
    write_file(stub, "auto index\n");
    assert_int_equal(pol_index_open(fix.folder, &index, &error), POL_OK);
    fixture_begin(&fix, "future", "999");
    fixture_commit(&fix);
    write_file(stub, "auto future\n");
    assert_int_equal(pol_index_refresh(index, &has_moved, &error), POL_VERSION);
    assert_non_null(strstr(error.text, "polindex --rebuild"));
    assert_false(has_moved);
    assert_int_equal(pol_index_refresh(index, NULL, &error), POL_VERSION);
    assert_int_equal(unlink(stub), 0);
    assert_int_equal(pol_index_refresh(index, NULL, &error), POL_NOTFOUND);
    expect_nothing_to_read(index);
    write_file(stub, "auto index\n");
    assert_true(refresh(index));
    assert_int_equal(count_hits(index, "closure"), 2);
    pol_index_free(index);
    fixture_close(&fix);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(environment_says_where),
        cmocka_unit_test(what_is_no_index_is_refused),
        cmocka_unit_test(a_damaged_index_is_refused),
        cmocka_unit_test(damaged_entries_are_reported),
        cmocka_unit_test(stubs_name_several_databases),
        cmocka_unit_test(reopening_sees_the_new_generation),
        cmocka_unit_test(an_overtaken_search_tries_again),
        cmocka_unit_test(an_overtaken_search_learns_acronyms_anew),
        cmocka_unit_test(refreshing_moves_on_only_where_there_is_more),
        cmocka_unit_test(a_refresh_that_failed_can_be_tried_again),
    };
    return cmocka_run_group_tests_name("index", tests, NULL, NULL);
}
