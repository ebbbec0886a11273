/* test_line_log.c - lines of JSON Lines that have not changed are not read again, and the index
 * holds what it would hold if they were. */
#include "tests/unit/indexer/folder.h"

#include <fcntl.h>
#include <stdlib.h>

#include "core/schema.h"
#include "index/open.h"
#include "indexer/held.h"
#include "indexer/line_log.h"
#include "indexer/update.h"

enum { LINES_MAX = 40, ROUNDS = 25 };

static pol_error error;
static unsigned left_out;

static void on_progress(void *context, const pol_progress *progress)
{
    (void)context, (void)progress;
}

static void on_left_out(void *context, pol_span path, uint32_t line, const char *reason)
{
    (void)context, (void)path, (void)line, (void)reason;
    left_out++;
}

static void on_unmatched(void *context, pol_span path, const pol_outcome *outcome, const char *why)
{
    (void)context, (void)path, (void)outcome, (void)why;
}

static void on_note(void *context, const char *text)
{
    (void)context, (void)text;
}

static pol_summary run(const char *index, const volatile sig_atomic_t *stop)
{
    pol_summary summary;
    const char *paths[] = {at("files")};
    char place[512];
    snprintf(place, sizeof place, "%s", at(index));
    const pol_update_options options = {
        .index_path = place,
        .paths = paths,
        .path_count = 1,
        .input = -1,
        .jobs = 2,
        .stop = stop,
        .on_progress = on_progress,
        .on_left_out = on_left_out,
        .on_unmatched = on_unmatched,
        .on_note = on_note,
    };
    left_out = 0;
    if (pol_update_index(&options, &summary, &error) != POL_OK)
        fail_msg("%s", error.text);
    return summary;
}

static int make_files(void **state)
{
    return make_folder(state) != 0 || mkdir(at("files"), 0777) != 0;
}

/* Ids and hashes of all documents and what others say of them, in the order of ids. */
static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *dump(const char *index)
{
    xc_reader *reader;
    xc_posting *block;
    size_t count, size = 1;
    pol_arena arena;
    char others[33];
    pol_arena_init(&arena, 64 << 20);
    assert_int_equal(pol_index_open_reader(at(index), &reader, &error), POL_OK);
    assert_int_equal(pol_held_list(reader, POL_SPAN(POL_PREFIX_HEAD), &block, &count, &error),
                     POL_OK);
    char **lines = calloc(count + 1, sizeof *lines);
    for (size_t i = 0; i < count; i++) {
        pol_held held;
        assert_int_equal(pol_held_read(reader, block[i].docid, &arena, &held, &error), POL_OK);
        pol_stored_others_hash(&held.stored, others);
        assert_true(asprintf(&lines[i], "%.*s %s %s\n", POL_SPAN_ARGS(held.stored.document.id.text),
                             held.stored.content_hash, others) > 0);
        size += strlen(lines[i]);
    }
    qsort(lines, count, sizeof *lines, by_text);
    char *all = calloc(size, 1);
    for (size_t i = 0; i < count; i++) {
        strcat(all, lines[i]);
        free(lines[i]);
    }
    free(lines);
    free(block);
    xc_reader_free(reader);
    pol_arena_done(&arena);
    return all;
}

/* The index is as one made of the files at once. */
static void assert_as_new(void)
{
    char command[600];
    run("fresh", NULL);
    char *ours = dump("index"), *fresh = dump("fresh");
    assert_string_equal(ours, fresh);
    free(ours);
    free(fresh);
    snprintf(command, sizeof command, "rm -rf '%s'", at("fresh"));
    assert_int_equal(system(command), 0);
}

/* --- a few cases ------------------------------------------------------------------------ */

#define LINE(id, words) "{\"id\":\"" id "\",\"text\":\"Conference notes " words ".\"}\n"

static void reads_only_lines_that_changed(void **state)
{
    (void)state;
    write_file("files/a.jsonl", LINE("a", "kettles") LINE("b", "mugs") LINE("c", "spoons"));
    assert_int_equal(run("index", NULL).documents, 3);
    write_file("files/a.jsonl", LINE("a", "kettles") LINE("b", "teapots") LINE("c", "spoons"));
    pol_summary summary = run("index", NULL);
    assert_int_equal(summary.documents, 1);
    assert_int_equal(summary.written.replaced, 1);
    assert_int_equal(summary.written.unchanged, 2);
    assert_int_equal(summary.total_documents, 3);
    assert_as_new();
}

/* Ids of every length: the length of what follows a line's number may look like a digit. */
static void write_long_ids(const char *words)
{
    char all[8000] = "", line[200];
    for (int size = 1; size < 70; size++) {
        snprintf(line, sizeof line, "{\"id\":\"%0*d\",\"text\":\"Conference notes %s.\"}\n", size,
                 size, size == 69 ? words : "mugs");
        strcat(all, line);
    }
    write_file("files/a.jsonl", all);
}

static void knows_lines_of_any_id(void **state)
{
    (void)state;
    write_long_ids("kettles");
    const uint64_t total = run("index", NULL).total_documents;
    write_long_ids("teapots");
    pol_summary summary = run("index", NULL);
    assert_int_equal(summary.documents, 1);
    assert_int_equal(summary.total_documents, total);
    assert_as_new();
}

/* A line that holds an agenda, with a motion of its own for each part, is read each time. */
static void reads_a_line_of_several_documents_again(void **state)
{
    (void)state;
#define AGENDA(words)                                                                              \
    "{\"text\":\"Canteen Conference 2031\\nAgenda\\n\\nMotion 1\\nKettles\\nConference notes "     \
    "that " words " are old.\\n\\nMotion 2\\nMugs\\nConference notes that mugs are small.\"}\n"
    write_file("files/a.jsonl", LINE("a", "kettles") AGENDA("kettles") LINE("b", "mugs"));
    run("index", NULL);
    write_file("files/a.jsonl", LINE("a", "spoons") AGENDA("kettles") LINE("b", "mugs"));
    run("index", NULL);
    assert_as_new();
    write_file("files/a.jsonl", LINE("a", "spoons") AGENDA("boilers") LINE("b", "mugs"));
    run("index", NULL);
    assert_as_new();
}

static void removes_what_a_line_less_held(void **state)
{
    (void)state;
    write_file("files/a.jsonl", LINE("a", "kettles") LINE("b", "mugs") LINE("c", "spoons"));
    run("index", NULL);
    write_file("files/a.jsonl", LINE("a", "kettles") LINE("b", "mugs"));
    pol_summary summary = run("index", NULL);
    assert_int_equal(summary.documents, 0);
    assert_int_equal(summary.written.removed, 1);
    assert_int_equal(summary.total_documents, 2);
    assert_as_new();
}

/* Of two lines with one id the first counts, whichever has changed. */
static void tells_of_an_id_that_stands_twice(void **state)
{
    (void)state;
    write_file("files/a.jsonl", LINE("a", "kettles") LINE("b", "mugs"));
    run("index", NULL);
    write_file("files/a.jsonl", LINE("b", "kettles") LINE("b", "mugs"));
    run("index", NULL);
    assert_int_equal(left_out, 1);
    assert_as_new();
    write_file("files/a.jsonl", LINE("b", "kettles") LINE("b", "spoons"));
    run("index", NULL);
    assert_int_equal(left_out, 1);
    assert_as_new();
}

/* A run that stops in the middle of a file leaves some of it as it was before. */
static void a_stopped_run_is_made_good(void **state)
{
    (void)state;
    volatile sig_atomic_t stop = 1;
    write_file("files/a.jsonl", LINE("a", "kettles") LINE("b", "mugs"));
    run("index", NULL);
    write_file("files/a.jsonl", LINE("a", "teapots") LINE("b", "mugs"));
    run("index", &stop);
    write_file("files/a.jsonl", LINE("a", "kettles") LINE("b", "mugs"));
    run("index", NULL);
    assert_as_new();
}

/* An id that goes from one file to another. */
static void an_id_moves_to_another_file(void **state)
{
    (void)state;
    write_file("files/a.jsonl", LINE("a", "kettles") LINE("b", "mugs"));
    write_file("files/b.jsonl", LINE("c", "spoons"));
    run("index", NULL);
    write_file("files/a.jsonl", LINE("a", "kettles"));
    write_file("files/b.jsonl", LINE("c", "spoons") LINE("b", "mugs"));
    run("index", NULL);
    assert_as_new();
    write_file("files/b.jsonl", LINE("a", "forks") LINE("c", "spoons") LINE("b", "mugs"));
    run("index", NULL); /* a.jsonl has it */
    assert_int_equal(left_out, 1);
    write_file("files/a.jsonl", LINE("d", "knives"));
    run("index", NULL);
    assert_int_equal(left_out, 0);
    assert_as_new();
}

/* What others say of a document stays with it where only its text has changed. */
static void a_changed_text_keeps_its_decision(void **state)
{
    (void)state;
#define MOTION(id, title, words)                                                                   \
    "{\"id\":\"" id "\",\"kind\":\"motion\",\"title\":\"" title                                    \
    "\",\"conference\":\"Canteen Conference\",\"year\":2031,\"text\":\"Conference notes " words    \
    ".\"}\n"
    write_file("files/a.jsonl", MOTION("k", "Kettles", "steam") MOTION("m", "Mugs", "clay"));
    write_file("files/report.txt", "2031 Canteen Conference\nDecisions\n\n"
                                   "Kettles: CARRIED\nMugs: LOST\n");
    const struct timespec old[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
    assert_int_equal(utimensat(AT_FDCWD, at("files/report.txt"), old, 0), 0);
    pol_summary summary = run("index", NULL);
    assert_int_equal(summary.joined, 2);
    assert_int_equal(summary.by_decision[POL_DECISION_CARRIED], 1);
    write_file("files/a.jsonl", MOTION("k", "Kettles", "boilers") MOTION("m", "Mugs", "clay"));
    summary = run("index", NULL);
    assert_int_equal(summary.documents, 1);
    assert_int_equal(summary.written.carried, 1);
    assert_int_equal(summary.by_decision[POL_DECISION_CARRIED], 1);
    assert_as_new();
    /* a line of the report is for another one now */
    write_file("files/a.jsonl", MOTION("k", "Cups", "boilers") MOTION("m", "Mugs", "clay"));
    summary = run("index", NULL);
    assert_int_equal(summary.written.carried, 0);
    assert_int_equal(summary.by_decision[POL_DECISION_CARRIED], 0);
    assert_as_new();
}

/* --- many -------------------------------------------------------------------------------- */

/* The next of a row of numbers that is the same each time. */
static unsigned draw(unsigned bound)
{
    static uint64_t seed = 1;
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(seed >> 33) % bound;
}

/* Most lines stay as they are; some change, move, go, come twice, have no id or are no JSON. */
static void write_round(unsigned texts[LINES_MAX])
{
    char line[256], all[LINES_MAX * 256] = "";
    for (unsigned i = 0; i < LINES_MAX; i++) {
        const char *words[] = {"kettles", "mugs", "spoons", "forks", "teapots", "cups"};
        if (draw(8) == 0)
            texts[i] = draw(60);
        const unsigned id = texts[i] % 10 == 1 ? (i + 1) % LINES_MAX : i;
        const char *word = words[texts[i] % 6];
        if (texts[i] % 10 == 2)
            continue;
        if (texts[i] % 10 == 3)
            snprintf(line, sizeof line, "{\"text\":\"Conference believes %s.\"}\n", word);
        else if (texts[i] % 10 == 4)
            snprintf(line, sizeof line, "no JSON at all\n");
        else
            snprintf(line, sizeof line, LINE("d%u", "%s and %u more"), id, word, texts[i]);
        strcat(all, line);
    }
    write_file("files/a.jsonl", all);
}

static void any_changes_lead_to_the_same(void **state)
{
    (void)state;
    unsigned texts[LINES_MAX] = {0};
    uint64_t unchanged = 0;
    for (unsigned round = 0; round < ROUNDS; round++) {
        write_round(texts);
        unchanged += run("index", NULL).written.unchanged;
        assert_as_new();
    }
    assert_true(unchanged > 0);
}

/* --- records ---------------------------------------------------------------------------- */

static void damage_is_an_end(void **state)
{
    (void)state;
    xc_writer *writer;
    pol_ledger ledger;
    pol_line_log *log;
    const xc_writer_options options = {.mode = XC_CREATE};
    assert_int_equal(xc_writer_open(at("db"), &options, &writer, NULL), XC_OK);
    assert_int_equal(pol_ledger_open(&ledger, writer, &error), POL_OK);
    assert_int_equal(pol_line_log_open(&ledger, POL_SPAN("1/a"), false, &log, &error), POL_OK);
    pol_line_log_note(log, 1, pol_line_log_hash(POL_SPAN("one")), 11);
    pol_line_log_note(log, 3, pol_line_log_hash(POL_SPAN("three")), 13);
    pol_line_log_note(log, 2, 0, 0); /* out of order: passed over */
    assert_int_equal(pol_line_log_store(log, &ledger, POL_SPAN("1/a"), &error), POL_OK);
    pol_line_log_free(log);
    for (int is_damaged = 0; is_damaged < 2; is_damaged++) {
        pol_item *item = pol_item_new();
        item->lines = POL_SPAN("one\ntwo\nthree");
        item->first_line = 1;
        assert_int_equal(pol_line_log_open(&ledger, POL_SPAN("1/a"), true, &log, &error), POL_OK);
        assert_true(pol_line_log_skip(log, item));
        assert_int_equal(item->line_count, 3);
        assert_int_equal(item->kept_count, is_damaged ? 1 : 2);
        assert_int_equal(item->kept[0].line, 1);
        assert_int_equal(item->kept[0].id_hash, 11);
        assert_true(pol_span_equal(item->lines, is_damaged ? POL_SPAN("\ntwo\nthree\n")
                                                           : POL_SPAN("\ntwo\n\n")));
        pol_line_log_free(log);
        pol_item_free(item);
        xc_bytes value;
        char cut[20];
        assert_int_equal(
            xc_reader_metadata(ledger.reader, (xc_bytes){"lines/1/a", 9}, &value, NULL), XC_OK);
        memcpy(cut, value.data, sizeof cut);
        assert_int_equal(xc_writer_set_metadata(writer, (xc_bytes){"lines/1/a", 9},
                                                (xc_bytes){cut, sizeof cut}, NULL),
                         XC_OK);
    }
    pol_ledger_close(&ledger);
    xc_writer_free(writer);
}

int main(void)
{
#define IN_FILES(test) cmocka_unit_test_setup_teardown(test, make_files, drop_folder)
    const struct CMUnitTest tests[] = {
        IN_FILES(reads_only_lines_that_changed),
        IN_FILES(removes_what_a_line_less_held),
        IN_FILES(knows_lines_of_any_id),
        IN_FILES(reads_a_line_of_several_documents_again),
        IN_FILES(tells_of_an_id_that_stands_twice),
        IN_FILES(a_stopped_run_is_made_good),
        IN_FILES(an_id_moves_to_another_file),
        IN_FILES(a_changed_text_keeps_its_decision),
        IN_FILES(any_changes_lead_to_the_same),
        IN_FILES(damage_is_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
