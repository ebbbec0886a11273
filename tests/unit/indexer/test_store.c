/* test_store.c - lock, generations, swap. */
#include "tests/unit/indexer/folder.h"

#include <sys/wait.h>

#include "core/schema.h"
#include "index/open.h"
#include "indexer/store.h"

static void add_text(xc_writer *writer, const char *data)
{
    xc_document *document;
    assert_int_equal(xc_document_new(&document, NULL), XC_OK);
    assert_int_equal(xc_document_set_data(document, (xc_bytes){data, strlen(data)}, NULL), XC_OK);
    assert_int_equal(xc_document_add_term(document, (xc_bytes){data, strlen(data)}, 1, NULL),
                     XC_OK);
    assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
    xc_document_free(document);
}

static uint32_t count_documents(const char *path)
{
    xc_reader *reader;
    xc_statistics statistics;
    pol_error error;
    assert_int_equal(pol_index_open_reader(path, &reader, &error), POL_OK);
    assert_int_equal(xc_reader_statistics(reader, &statistics, NULL), XC_OK);
    xc_reader_free(reader);
    return statistics.document_count;
}

static pol_store *open_store(bool is_rebuild)
{
    pol_store *store;
    pol_error error;
    pol_status status = pol_store_open(at("index"), "test", is_rebuild, &store, &error);
    if (status != POL_OK)
        fail_msg("%s", error.text);
    return store;
}

/* An index with one text, as a first run leaves it. */
static void make_first(const char *text)
{
    pol_error error;
    pol_store *store = open_store(false);
    add_text(pol_store_writer(store), text);
    assert_int_equal(pol_store_finish(store, false, &error), POL_OK);
    pol_store_free(store);
}

static void keeps_what_was_committed(void **state)
{
    (void)state;
    pol_error error;
    make_first("zero");
    pol_store *store = open_store(false);
    add_text(pol_store_writer(store), "one");
    assert_int_equal(pol_store_commit(store, &error), POL_OK);
    add_text(pol_store_writer(store), "two");
    pol_store_free(store);
    assert_int_equal(count_documents(at("index")), 2);
    store = open_store(false);
    add_text(pol_store_writer(store), "three");
    assert_int_equal(pol_store_finish(store, false, &error), POL_OK);
    pol_store_free(store);
    assert_int_equal(count_documents(at("index")), 3);
}

/* A first index is there once it is whole; what was committed until then is not lost. */
static void an_abandoned_first_index_is_none(void **state)
{
    (void)state;
    pol_error error;
    pol_store *store = open_store(false);
    assert_non_null(pol_store_builder(store));
    add_text(pol_store_writer(store), "one");
    assert_int_equal(pol_store_commit(store, &error), POL_OK);
    assert_int_not_equal(access(at("index/XAPIANDB"), F_OK), 0);
    add_text(pol_store_writer(store), "lost");
    pol_store_free(store);
    assert_int_not_equal(access(at("index/XAPIANDB"), F_OK), 0);
    make_first("two"); /* goes on with what was committed */
    assert_int_equal(count_documents(at("index")), 2);
    assert_int_not_equal(access(at("index/gen-000001.new"), F_OK), 0);
}

/* What was built, with the metadata of the outline, is published; the outline is not. */
static void publishes_what_was_built(void **state)
{
    (void)state;
    pol_error error;
    xc_reader *outline;
    xc_batch *batch;
    xc_document *document;
    pol_store *store = open_store(false);
    add_text(pol_store_writer(store), "outlined");
    assert_int_equal(xc_document_new(&document, NULL), XC_OK);
    assert_int_equal(xc_document_add_term(document, (xc_bytes){"built", 5}, 1, NULL), XC_OK);
    assert_int_equal(xc_batch_new(&batch, NULL), XC_OK);
    assert_int_equal(xc_batch_add(batch, document, NULL), XC_OK);
    assert_int_equal(xc_batch_finish(batch, NULL), XC_OK);
    assert_int_equal(xc_builder_append(pol_store_builder(store), batch, NULL), XC_OK);
    xc_batch_free(batch);
    xc_document_free(document);
    assert_int_equal(xc_writer_reader(pol_store_writer(store), &outline, NULL), XC_OK);
    assert_int_equal(pol_store_build(store, outline, &error), POL_OK);
    xc_reader_free(outline);
    assert_int_equal(pol_store_finish(store, false, &error), POL_OK);
    pol_store_free(store);
    xc_docid docid;
    assert_int_equal(pol_index_open_reader(at("index"), &outline, &error), POL_OK);
    assert_int_equal(xc_reader_find(outline, (xc_bytes){"built", 5}, &docid, NULL), XC_OK);
    assert_int_equal(docid, 1);
    assert_int_equal(xc_reader_find(outline, (xc_bytes){"outlined", 8}, &docid, NULL), XC_OK);
    assert_int_equal(docid, 0);
    xc_reader_free(outline);
}

static void swaps_a_rebuild_in_one_go(void **state)
{
    (void)state;
    pol_error error;
    pol_store *store = open_store(false);
    add_text(pol_store_writer(store), "old");
    add_text(pol_store_writer(store), "older");
    assert_int_equal(pol_store_finish(store, false, &error), POL_OK);
    pol_store_free(store);
    xc_reader *before;
    assert_int_equal(pol_index_open_reader(at("index"), &before, &error), POL_OK);

    store = open_store(true);
    assert_non_null(pol_store_previous(store));
    add_text(pol_store_writer(store), "new");
    assert_int_equal(pol_store_commit(store, &error), POL_OK);
    assert_int_equal(count_documents(at("index")), 2);
    assert_int_equal(pol_store_finish(store, false, &error), POL_OK);
    pol_store_free(store);
    assert_int_equal(count_documents(at("index")), 1);

    xc_docid docid;
    assert_int_equal(xc_reader_find(before, (xc_bytes){"old", 3}, &docid, NULL), XC_OK);
    assert_int_not_equal(docid, 0);
    xc_reader_free(before);
}

static void an_abandoned_rebuild_changes_nothing(void **state)
{
    (void)state;
    pol_error error;
    pol_store *store = open_store(false);
    add_text(pol_store_writer(store), "old");
    assert_int_equal(pol_store_finish(store, false, &error), POL_OK);
    pol_store_free(store);
    store = open_store(true);
    add_text(pol_store_writer(store), "new");
    assert_int_equal(pol_store_commit(store, &error), POL_OK);
    pol_store_free(store);
    assert_int_equal(access(at("index/gen-000002.new"), F_OK), 0);
    assert_int_equal(count_documents(at("index")), 1);
    pol_store_free(open_store(false));
    assert_int_not_equal(access(at("index/gen-000002.new"), F_OK), 0);
}

static void tells_who_holds_the_lock(void **state)
{
    (void)state;
    pol_store *store = open_store(false), *second;
    pol_error error;
    char pid[32];
    assert_int_equal(pol_store_open(at("index"), "test", false, &second, &error), POL_LOCKED);
    assert_null(second);
    snprintf(pid, sizeof pid, "process %ld on ", (long)getpid());
    assert_non_null(strstr(error.text, pid));
    pol_store_free(store);
    pol_store_free(open_store(false));
}

static void a_dead_writer_holds_no_lock(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        pol_store *store;
        pol_error error;
        _exit(pol_store_open(at("index"), "test", false, &store, &error) == POL_OK ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 0);
    pol_store_free(open_store(false));
}

static void leaves_a_foreign_folder_alone(void **state)
{
    (void)state;
    pol_store *store;
    pol_error error;
    make_subfolder("index");
    write_file("index/thesis.txt", "years of work");
    assert_int_equal(pol_store_open(at("index"), "test", false, &store, &error), POL_NOTFOUND);
    assert_non_null(strstr(error.text, "thesis.txt"));
    assert_int_not_equal(access(at("index/lock"), F_OK), 0);
    write_file("file", "x");
    assert_int_equal(pol_store_open(at("file"), "test", false, &store, &error), POL_NOTFOUND);
    assert_non_null(strstr(error.text, "not a folder"));
}

static void refuses_another_schema_but_for_a_rebuild(void **state)
{
    (void)state;
    pol_store *store = open_store(false);
    pol_error error;
    xc_reader *reader;
    assert_int_equal(xc_writer_set_metadata(pol_store_writer(store),
                                            (xc_bytes){POL_SCHEMA_KEY, strlen(POL_SCHEMA_KEY)},
                                            (xc_bytes){"999", 3}, NULL),
                     XC_OK);
    assert_int_equal(pol_store_finish(store, false, &error), POL_OK);
    pol_store_free(store);
    assert_int_equal(pol_index_open_reader(at("index"), &reader, &error), POL_VERSION);
    assert_non_null(strstr(error.text, "polindex --rebuild"));
    assert_int_equal(pol_store_open(at("index"), "test", false, &store, &error), POL_VERSION);
    store = open_store(true);
    assert_null(pol_store_previous(store));
    assert_int_equal(pol_store_finish(store, false, &error), POL_OK);
    pol_store_free(store);
    assert_int_equal(count_documents(at("index")), 0);
}

static void says_where_there_is_no_index(void **state)
{
    (void)state;
    xc_reader *reader;
    pol_error error;
    assert_int_equal(pol_index_open_reader(at("none"), &reader, &error), POL_NOTFOUND);
    assert_null(reader);
    assert_non_null(strstr(error.text, "polindex"));
}

/* --- an index of somebody else's, with links in it --------------------------------- */

static void assert_victim_is_whole(void)
{
    char text[16] = "";
    FILE *file = fopen(at("victim"), "re");
    assert_non_null(file);
    assert_non_null(fgets(text, sizeof text, file));
    assert_int_equal(fclose(file), 0);
    assert_string_equal(text, "precious");
}

static void plant(const char *name)
{
    char victim[PATH_MAX];
    snprintf(victim, sizeof victim, "%s", at("victim"));
    write_file("victim", "precious");
    unlink(at(name));
    assert_int_equal(symlink(victim, at(name)), 0);
}

static void a_lock_that_is_a_link_is_not_followed(void **state)
{
    (void)state;
    pol_error error;
    pol_store *store;
    make_first("zero");
    plant("index/lock");
    assert_int_equal(pol_store_open(at("index"), "test", false, &store, &error), POL_IO);
    assert_non_null(strstr(error.text, "lock"));
    assert_victim_is_whole();
}

static void a_stub_is_not_written_through_a_link(void **state)
{
    (void)state;
    pol_error error;
    make_first("zero");
    plant("index/XAPIANDB.new");
    pol_store *store = open_store(true);
    add_text(pol_store_writer(store), "one");
    assert_int_equal(pol_store_finish(store, false, &error), POL_OK);
    pol_store_free(store);
    assert_victim_is_whole();
    assert_int_equal(count_documents(at("index")), 1);
}

static void files_of_an_index_are_no_links(void **state)
{
    (void)state;
    static const char *const names[] = {"index/gen-000001/postlist.glass",
                                        "index/gen-000001/other"};
    pol_error error;
    pol_store *store;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        drop_folder(NULL);
        make_folder(NULL);
        make_first("zero");
        plant(names[i]);
        assert_int_equal(pol_store_open(at("index"), "test", false, &store, &error), POL_CORRUPT);
        assert_non_null(strstr(error.text, "is no plain file"));
        assert_victim_is_whole();
    }
    assert_int_equal(rename(at("index/gen-000001"), at("aside")), 0);
    plant("index/gen-000001");
    assert_int_equal(pol_store_open(at("index"), "test", false, &store, &error), POL_CORRUPT);
    store = open_store(true);
    add_text(pol_store_writer(store), "one");
    assert_int_equal(pol_store_finish(store, false, &error), POL_OK);
    pol_store_free(store);
    assert_int_equal(count_documents(at("index")), 1);
    assert_victim_is_whole();
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, drop_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(keeps_what_was_committed),
        IN_FOLDER(an_abandoned_first_index_is_none),
        IN_FOLDER(publishes_what_was_built),
        IN_FOLDER(swaps_a_rebuild_in_one_go),
        IN_FOLDER(an_abandoned_rebuild_changes_nothing),
        IN_FOLDER(tells_who_holds_the_lock),
        IN_FOLDER(a_dead_writer_holds_no_lock),
        IN_FOLDER(leaves_a_foreign_folder_alone),
        IN_FOLDER(refuses_another_schema_but_for_a_rebuild),
        IN_FOLDER(says_where_there_is_no_index),
        IN_FOLDER(a_lock_that_is_a_link_is_not_followed),
        IN_FOLDER(a_stub_is_not_written_through_a_link),
        IN_FOLDER(files_of_an_index_are_no_links),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
