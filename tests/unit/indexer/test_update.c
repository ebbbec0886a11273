/* test_update.c - runs of the indexer over changing folders. */
#include "tests/unit/indexer/folder.h"

#include <fcntl.h>

#include "index/open.h"
#include "indexer/status.h"
#include "indexer/update.h"

#define MOTION(title, body)                                                                        \
    title "\n\nBack to all Motions\n\nConference\n2031 Canteen Conference\n"                       \
          "Date\n4 May 2031\nDecision\nCarried\n\n" body "\n"
#define KETTLES                                                                                    \
    "Conference notes that kettles in canteens are old and slow.\n\n"                              \
    "Conference calls on the executive to replace every kettle by the end of the year."
#define MUGS                                                                                       \
    "Conference believes mugs should be large and sturdy.\n\n"                                     \
    "Conference instructs the executive to buy mugs for all branches and regions."

static unsigned left_out_count;
static char left_out_reason[POL_ERROR_TEXT_SIZE];

static void on_progress(void *context, const pol_progress *progress)
{
    (void)context, (void)progress;
}

static void on_left_out(void *context, pol_span path, uint32_t line, const char *reason)
{
    (void)context, (void)path, (void)line;
    left_out_count++;
    snprintf(left_out_reason, sizeof left_out_reason, "%s", reason);
}

static void on_note(void *context, const char *text)
{
    (void)context, (void)text;
}

static pol_summary run(const char *path, int input, unsigned jobs, bool is_rebuild)
{
    pol_summary summary;
    pol_error error = {0};
    const char *paths[] = {path};
    const pol_update_options options = {
        .index_path = at("index"),
        .paths = paths,
        .path_count = path != NULL,
        .input = input,
        .jobs = jobs,
        .is_rebuild = is_rebuild,
        .on_progress = on_progress,
        .on_left_out = on_left_out,
        .on_note = on_note,
    };
    left_out_count = 0;
    if (pol_update_index(&options, &summary, &error) != POL_OK)
        fail_msg("%s", error.text);
    size_t faults = 1;
    pol_buffer report;
    pol_buffer_init(&report, 1 << 20);
    assert_int_equal(pol_verify_index(at("index"), &report, &faults, NULL, NULL, &error), POL_OK);
    if (faults)
        fail_msg("%s", pol_buffer_span(&report).data);
    pol_buffer_done(&report);
    return summary;
}

static int make_corpus(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    make_subfolder("corpus");
    write_file("corpus/kettles.txt", MOTION("Kettles", KETTLES));
    write_file("corpus/mugs.txt", MOTION("Mugs", MUGS));
    return 0;
}

/* The id of the only document whose title has this word; empty for none. */
static void find_id(const char *word, char id[64])
{
    char term[64];
    xc_reader *reader;
    pol_error error;
    xc_docid docid;
    xc_document *document;
    xc_bytes value;
    pol_listed listed;
    snprintf(term, sizeof term, "S%s", word);
    id[0] = '\0';
    assert_int_equal(pol_index_open_reader(at("index"), &reader, &error), POL_OK);
    assert_int_equal(xc_reader_find(reader, (xc_bytes){term, strlen(term)}, &docid, NULL), XC_OK);
    if (docid) {
        assert_int_equal(xc_reader_document(reader, docid, &document, NULL), XC_OK);
        assert_int_equal(xc_document_value(document, POL_SLOT_ENTRY, &value, NULL), XC_OK);
        assert_true(pol_listed_decode(pol_xc_span(value), &listed));
        snprintf(id, 64, "%.*s", POL_SPAN_ARGS(listed.id));
        xc_document_free(document);
    }
    xc_reader_free(reader);
}

/* What is published has no lists of terms, which are there to take documents out. */
static void assert_without_lists(void)
{
    char name[64] = "", path[256];
    bool are_whole = true;
    FILE *stub = fopen(at("index/XAPIANDB"), "re");
    assert_non_null(stub);
    assert_int_equal(fscanf(stub, "auto %63s", name), 1);
    fclose(stub);
    snprintf(path, sizeof path, "index/%s", name);
    assert_int_equal(xc_term_lists_are_whole(at(path), &are_whole, NULL), XC_OK);
    assert_false(are_whole);
}

static void keeps_no_lists_of_terms(void **state)
{
    (void)state;
    run(at("corpus"), -1, 1, false);
    assert_without_lists();
    write_file("corpus/mugs.txt", MOTION("Mugs", MUGS "\n\nBranches welcome this."));
    pol_summary summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.written.replaced, 1);
    assert_without_lists();
    run(at("corpus"), -1, 1, false);
    assert_without_lists();
    assert_int_equal(unlink(at("corpus/kettles.txt")), 0);
    summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.total_documents, 1);
    assert_without_lists();
}

static void reads_only_what_changed(void **state)
{
    (void)state;
    pol_summary summary = run(at("corpus"), -1, 2, false);
    assert_int_equal(summary.total_documents, 2);
    assert_int_equal(summary.by_decision[POL_DECISION_CARRIED], 2);
    /* files this fresh are read again, for their clock may not have moved on */
    struct timespec old[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
    assert_int_equal(utimensat(AT_FDCWD, at("corpus/kettles.txt"), old, 0), 0);
    assert_int_equal(utimensat(AT_FDCWD, at("corpus/mugs.txt"), old, 0), 0);
    summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.files_read, 2);
    assert_int_equal(summary.written.unchanged, 2);
    summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.files_read, 0);
    assert_int_equal(summary.files_unchanged, 2);
    write_file("corpus/mugs.txt", MOTION("Mugs", MUGS "\n\nBranches welcome this."));
    summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.files_read, 1);
    assert_int_equal(summary.written.replaced, 1);
    assert_int_equal(unlink(at("corpus/kettles.txt")), 0);
    summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.files_removed, 1);
    assert_int_equal(summary.total_documents, 1);
}

/* What the stub says, which tells whether there is another generation. */
static void read_stub(char stub[64])
{
    FILE *file = fopen(at("index/XAPIANDB"), "re");
    assert_non_null(file);
    assert_non_null(fgets(stub, 64, file));
    fclose(file);
}

/* As if the file had been there for long: fresh ones are read again. */
static void make_old(const char *name)
{
    const struct timespec old[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
    assert_int_equal(utimensat(AT_FDCWD, at(name), old, 0), 0);
}

/* Nothing has changed: the index is not written, and whatever did change is met. */
static void leaves_an_index_at_rest(void **state)
{
    char before[64], after[64];
    (void)state;
    make_old("corpus/kettles.txt");
    make_old("corpus/mugs.txt");
    run(at("corpus"), -1, 1, false);
    run(at("corpus"), -1, 1, false); /* their clock had not moved on */
    read_stub(before);
    pol_summary summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.files_unchanged, 2);
    assert_int_equal(summary.total_documents, 2);
    assert_int_equal(summary.total_passages, 4);
    summary = run(NULL, -1, 1, false);
    assert_int_equal(summary.files_unchanged, 2);
    read_stub(after);
    assert_string_equal(before, after);
    write_file("corpus/polsearch.yaml", "lapse_after_years: 4\n");
    run(NULL, -1, 1, false);
    read_stub(after);
    assert_string_not_equal(before, after);
    read_stub(before);
    run(NULL, -1, 1, false);
    read_stub(after);
    assert_string_equal(before, after);
    /* a folder of more: what is known is below it */
    make_subfolder("corpus/more");
    write_file("corpus/more/cups.txt", MOTION("Cups", MUGS));
    summary = run(NULL, -1, 1, false);
    assert_int_equal(summary.total_documents, 3);
    assert_int_equal(unlink(at("corpus/more/cups.txt")), 0);
    summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.total_documents, 2);
    /* a file beside the database that is not there is made again */
    read_stub(before);
    char path[256];
    before[strcspn(before, "\n")] = '\0';
    snprintf(path, sizeof path, "index/%s/lengths.polsearch", before + strlen("auto "));
    assert_int_equal(unlink(at(path)), 0);
    run(NULL, -1, 1, false);
    read_stub(after);
    assert_string_not_equal(before, after);
}

static void a_moved_folder_keeps_its_ids(void **state)
{
    (void)state;
    char before[64], after[64];
    run(at("corpus"), -1, 1, false);
    find_id("mugs", before);
    assert_int_not_equal(before[0], '\0');
    assert_int_equal(rename(at("corpus"), at("elsewhere")), 0);
    pol_summary summary = run(at("elsewhere"), -1, 1, false);
    assert_int_equal(summary.total_documents, 2);
    find_id("mugs", after);
    assert_string_equal(before, after);
    run(NULL, -1, 1, true);
    find_id("mugs", after);
    assert_string_equal(before, after);
}

static void two_roots_with_the_same_names_do_not_clash(void **state)
{
    (void)state;
    make_subfolder("other");
    write_file("other/kettles.txt", MOTION("Teapots", "Conference notes that teapots drip a lot."));
    run(at("corpus"), -1, 1, false);
    pol_summary summary = run(at("other"), -1, 1, false);
    assert_int_equal(summary.total_documents, 3);
    char kettles[64], teapots[64];
    find_id("kettles", kettles);
    find_id("teapots", teapots);
    assert_string_not_equal(kettles, teapots);
}

static void renderings_merge_and_come_apart(void **state)
{
    (void)state;
    write_file("corpus/kettles-print.txt",
               "Kettles\n\nBack to all Motions\n\n2031 Canteen Conference\n4 May 2031\n\n" KETTLES
               "\n");
    pol_summary summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.written.merged, 1);
    assert_int_equal(summary.total_documents, 2);
    write_file("corpus/kettles.txt", MOTION("Kettles", MUGS));
    summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.total_documents, 3);
    assert_int_equal(unlink(at("corpus/kettles.txt")), 0);
    summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.total_documents, 2);
    char id[64];
    find_id("kettles", id);
    assert_int_not_equal(id[0], '\0');
}

static void removing_one_rendering_keeps_the_other(void **state)
{
    (void)state;
    write_file("corpus/kettles-print.txt",
               "Kettles\n\nBack to all Motions\n\n2031 Canteen Conference\n4 May 2031\n\n" KETTLES
               "\n");
    run(at("corpus"), -1, 1, false);
    assert_int_equal(unlink(at("corpus/kettles-print.txt")), 0);
    pol_summary summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.total_documents, 2);
    char id[64];
    find_id("kettles", id);
    assert_int_not_equal(id[0], '\0');
}

static void a_rendering_read_again_stays_merged(void **state)
{
    (void)state;
    const char *names[] = {"corpus/kettles.txt", "corpus/kettles-print.txt"};
    write_file(names[1],
               "Kettles\n\nBack to all Motions\n\n2031 Canteen Conference\n4 May 2031\n\n" KETTLES
               "\n");
    make_old(names[0]);
    make_old(names[1]);
    assert_int_equal(run(at("corpus"), -1, 1, false).total_documents, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct timespec other[2] = {{.tv_sec = 1000000001}, {.tv_sec = 1000000001}};
        assert_int_equal(utimensat(AT_FDCWD, at(names[i]), other, 0), 0);
        assert_int_equal(run(at("corpus"), -1, 1, false).total_documents, 2);
    }
}

static void a_change_with_the_old_time_is_seen(void **state)
{
    (void)state;
    make_old("corpus/mugs.txt");
    make_old("corpus/kettles.txt");
    run(at("corpus"), -1, 1, false);
    write_file("corpus/mugs.txt", MOTION("Cups", MUGS));
    make_old("corpus/mugs.txt"); /* of the same size too */
    assert_int_equal(run(at("corpus"), -1, 1, false).files_read, 1);
    char id[64];
    find_id("cups", id);
    assert_int_not_equal(id[0], '\0');
    find_id("mugs", id);
    assert_int_equal(id[0], '\0');
}

static void a_renamed_file_keeps_its_own_ids(void **state)
{
    (void)state;
    make_subfolder("lines");
    write_file("lines/b.jsonl", "{\"id\":\"x/1\",\"text\":\"Conference notes trains.\"}\n"
                                "{\"id\":\"x/2\",\"text\":\"Conference notes buses.\"}\n");
    assert_int_equal(run(at("lines"), -1, 1, false).total_documents, 2);
    assert_int_equal(rename(at("lines/b.jsonl"), at("lines/c.jsonl")), 0);
    pol_summary summary = run(at("lines"), -1, 1, false);
    assert_int_equal(summary.total_documents, 2);
    assert_int_equal(left_out_count, 0);
    assert_int_equal(summary.files_read, 1);
    /* a document moves to a file that is read before the one it leaves */
    write_file("lines/a.jsonl", "{\"id\":\"x/2\",\"text\":\"Conference notes buses.\"}\n");
    write_file("lines/c.jsonl", "{\"id\":\"x/1\",\"text\":\"Conference notes trains.\"}\n");
    assert_int_equal(run(at("lines"), -1, 2, false).total_documents, 2);
    assert_int_equal(left_out_count, 0);
}

static void an_id_of_two_files_is_told_until_it_is_free(void **state)
{
    (void)state;
    make_subfolder("lines");
    write_file("lines/a.jsonl", "{\"id\":\"x\",\"text\":\"Conference notes trains.\"}\n");
    write_file("lines/b.jsonl", "{\"id\":\"x\",\"text\":\"Conference notes buses.\"}\n");
    make_old("lines/a.jsonl");
    make_old("lines/b.jsonl");
    for (int i = 0; i < 2; i++) {
        assert_int_equal(run(at("lines"), -1, 1, false).total_documents, 1);
        assert_int_equal(left_out_count, 1);
        assert_non_null(strstr(left_out_reason, "'a.jsonl'"));
    }
    assert_int_equal(unlink(at("lines/a.jsonl")), 0);
    assert_int_equal(run(at("lines"), -1, 1, false).total_documents, 1);
    assert_int_equal(left_out_count, 0);
}

static void lines_without_ids_in_two_roots_all_stay(void **state)
{
    (void)state;
    const char *lines = "{\"text\":\"Conference notes trains.\"}\n"
                        "{\"text\":\"Conference notes buses.\"}\n"
                        "{\"text\":\"Conference notes ferries.\"}\n";
    make_subfolder("one");
    make_subfolder("two");
    write_file("one/m.jsonl", lines);
    write_file("two/m.jsonl", lines);
    run(at("one"), -1, 1, false);
    assert_int_equal(run(at("two"), -1, 1, false).total_documents, 6);
    assert_int_equal(left_out_count, 0);
    /* a rebuild without the first one's disk */
    assert_int_equal(rename(at("one"), at("away")), 0);
    assert_int_equal(run(NULL, -1, 1, true).total_documents, 6);
    assert_int_equal(rename(at("away"), at("one")), 0);
    pol_summary summary = run(at("two"), -1, 1, false);
    assert_int_equal(summary.total_documents, 6);
    assert_int_equal(summary.written.unchanged, 3);
}

static void a_folder_takes_over_what_was_given_before(void **state)
{
    (void)state;
    make_subfolder("corpus/lines");
    write_file("corpus/lines/a.jsonl", "{\"id\":\"x\",\"text\":\"Conference notes trains.\"}\n");
    assert_int_equal(run(at("corpus/lines"), -1, 1, false).total_documents, 1);
    assert_int_equal(run(at("corpus"), -1, 1, false).total_documents, 3);
    assert_int_equal(left_out_count, 0);
    assert_int_equal(run(NULL, -1, 1, false).total_documents, 3);
}

static void a_folder_below_single_files_is_whole(void **state)
{
    (void)state;
    make_subfolder("corpus/sub");
    write_file("corpus/sub/cups.txt", MOTION("Cups", "Conference notes that cups break."));
    assert_int_equal(run(at("corpus/kettles.txt"), -1, 1, false).total_documents, 1);
    assert_int_equal(run(at("corpus/sub/cups.txt"), -1, 1, false).total_documents, 2);
    assert_int_equal(run(at("corpus/sub"), -1, 1, false).total_documents, 2);
    write_file("corpus/sub/pots.txt", MOTION("Pots", "Conference notes that pots boil over."));
    assert_int_equal(run(NULL, -1, 1, false).total_documents, 3);
    assert_int_equal(run(at("corpus"), -1, 1, false).total_documents, 4);
    assert_int_equal(run(NULL, -1, 1, false).total_documents, 4);
}

static pol_status try_rebuild(const char *path, pol_error *reterr)
{
    pol_summary summary;
    const char *paths[] = {path};
    const pol_update_options options = {.index_path = at("index"),
                                        .paths = paths,
                                        .path_count = path != NULL,
                                        .jobs = 1,
                                        .is_rebuild = true,
                                        .on_progress = on_progress,
                                        .on_left_out = on_left_out,
                                        .on_note = on_note};
    return pol_update_index(&options, &summary, reterr);
}

static void a_rebuild_of_what_cannot_be_read_needs_folders(void **state)
{
    (void)state;
    pol_error error;
    assert_int_equal(try_rebuild(NULL, &error), POL_USAGE);
    run(at("corpus"), -1, 1, false);
    write_file("index/gen-000001/iamglass", "rust");
    assert_int_equal(try_rebuild(NULL, &error), POL_USAGE);
    assert_non_null(strstr(error.text, "name them"));
    assert_int_equal(access(at("index/gen-000001"), F_OK), 0);
    assert_int_equal(try_rebuild(at("corpus"), &error), POL_OK);
    assert_int_equal(run(NULL, -1, 1, false).total_documents, 2);
}

/* Is the text in any file of the index? */
static bool is_on_disk(const char *path, const char *text)
{
    char command[PATH_MAX];
    snprintf(command, sizeof command, "grep -rqaF '%s' '%s'", text, path);
    return system(command) == 0;
}

static void a_rebuild_leaves_no_bytes_of_what_went(void **state)
{
    (void)state;
    write_file("corpus/secret.txt", MOTION("Secrets", "Conference notes the xylophonist."));
    run(at("corpus"), -1, 1, false);
    assert_true(is_on_disk(at("index"), "xylophonist"));
    assert_int_equal(unlink(at("corpus/secret.txt")), 0);
    assert_int_equal(run(NULL, -1, 1, true).total_documents, 2);
    assert_false(is_on_disk(at("index"), "xylophonist"));
}

static void an_unreadable_change_keeps_the_document(void **state)
{
    (void)state;
    run(at("corpus"), -1, 1, false);
    write_file("corpus/mugs.txt", "\001\002\003\004\005\006\007\016\017\020\021\022\023\024");
    pol_summary summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(left_out_count, 1);
    assert_int_equal(summary.total_documents, 2);
}

static void takes_json_lines_from_a_pipe(void **state)
{
    (void)state;
    write_file("in.jsonl", "{\"id\":\"a/1\",\"text\":\"Conference notes trains.\"}\n"
                           "{\"text\":\"no id\"}\n"
                           "not json\n"
                           "{\"id\":\"a/1\",\"text\":\"twice\"}\n"
                           "{\"id\":\"a/2\",\"text\":\"Conference notes buses.\"}\n");
    int input = open(at("in.jsonl"), O_RDONLY);
    pol_summary summary = run("-", input, 1, false);
    close(input);
    assert_int_equal(summary.total_documents, 2);
    assert_int_equal(left_out_count, 3);
    summary = run(at("corpus"), -1, 1, false);
    assert_int_equal(summary.total_documents, 4);
    summary = run(NULL, -1, 1, true);
    assert_int_equal(summary.total_documents, 4);
}

/* A link that leads nowhere, as to a disk that is away, hides what was there: like a folder
 * without permission, which would not stop root. */
static void a_loop_in_place_of_a_file_keeps_its_document(void **state)
{
    (void)state;
    run(at("corpus"), -1, 1, false);
    assert_int_equal(unlink(at("corpus/mugs.txt")), 0);
    assert_int_equal(symlink("mugs.txt", at("corpus/mugs.txt")), 0);
    assert_int_equal(run(NULL, -1, 1, false).total_documents, 2);
    assert_int_equal(left_out_count, 1);
    assert_int_equal(run(NULL, -1, 1, true).total_documents, 2);
    assert_int_equal(unlink(at("corpus/mugs.txt")), 0);
    assert_int_equal(run(NULL, -1, 1, false).total_documents, 1);
}

static void an_empty_root_does_not_empty_the_index(void **state)
{
    (void)state;
    pol_summary summary;
    pol_error error;
    run(at("corpus"), -1, 1, false);
    assert_int_equal(unlink(at("corpus/mugs.txt")), 0);
    assert_int_equal(unlink(at("corpus/kettles.txt")), 0);
    const char *paths[] = {at("corpus")};
    const pol_update_options options = {.index_path = at("index"),
                                        .paths = paths,
                                        .path_count = 1,
                                        .jobs = 1,
                                        .on_progress = on_progress,
                                        .on_left_out = on_left_out,
                                        .on_note = on_note};
    assert_int_equal(pol_update_index(&options, &summary, &error), POL_USAGE);
    summary = run(NULL, -1, 1, true);
    assert_int_equal(summary.total_documents, 0);
}

static void a_stopped_run_keeps_what_it_did(void **state)
{
    (void)state;
    volatile sig_atomic_t stop = 1;
    pol_summary summary;
    pol_error error;
    const char *paths[] = {at("corpus")};
    const pol_update_options options = {.index_path = at("index"),
                                        .paths = paths,
                                        .path_count = 1,
                                        .jobs = 2,
                                        .stop = &stop,
                                        .on_progress = on_progress,
                                        .on_left_out = on_left_out,
                                        .on_note = on_note};
    assert_int_equal(pol_update_index(&options, &summary, &error), POL_OK);
    assert_true(summary.is_stopped);
    assert_int_equal(summary.total_documents, 0);
    summary = run(at("corpus"), -1, 2, false);
    assert_int_equal(summary.total_documents, 2);
}

static void without_a_path_no_index_is_made(void **state)
{
    (void)state;
    pol_summary summary;
    pol_error error;
    const pol_update_options options = {.index_path = at("index"),
                                        .jobs = 1,
                                        .on_progress = on_progress,
                                        .on_left_out = on_left_out,
                                        .on_note = on_note};
    assert_int_equal(pol_update_index(&options, &summary, &error), POL_USAGE);
    assert_non_null(strstr(error.text, "polindex FOLDER"));
    assert_int_not_equal(access(at("index"), F_OK), 0);
}

int main(void)
{
#define IN_CORPUS(test) cmocka_unit_test_setup_teardown(test, make_corpus, drop_folder)
    const struct CMUnitTest tests[] = {
        IN_CORPUS(keeps_no_lists_of_terms),
        IN_CORPUS(reads_only_what_changed),
        IN_CORPUS(leaves_an_index_at_rest),
        IN_CORPUS(a_moved_folder_keeps_its_ids),
        IN_CORPUS(two_roots_with_the_same_names_do_not_clash),
        IN_CORPUS(renderings_merge_and_come_apart),
        IN_CORPUS(removing_one_rendering_keeps_the_other),
        IN_CORPUS(a_rendering_read_again_stays_merged),
        IN_CORPUS(a_change_with_the_old_time_is_seen),
        IN_CORPUS(a_renamed_file_keeps_its_own_ids),
        IN_CORPUS(an_id_of_two_files_is_told_until_it_is_free),
        IN_CORPUS(lines_without_ids_in_two_roots_all_stay),
        IN_CORPUS(a_folder_takes_over_what_was_given_before),
        IN_CORPUS(a_folder_below_single_files_is_whole),
        IN_CORPUS(a_rebuild_of_what_cannot_be_read_needs_folders),
        IN_CORPUS(a_rebuild_leaves_no_bytes_of_what_went),
        IN_CORPUS(an_unreadable_change_keeps_the_document),
        IN_CORPUS(takes_json_lines_from_a_pipe),
        IN_CORPUS(a_loop_in_place_of_a_file_keeps_its_document),
        IN_CORPUS(an_empty_root_does_not_empty_the_index),
        IN_CORPUS(a_stopped_run_keeps_what_it_did),
        IN_CORPUS(without_a_path_no_index_is_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
