/* test_joining.c - what documents of an index are in the end, whatever came first or last. */
#include "tests/unit/indexer/updating.h"

#include <fcntl.h>

#include "indexer/joining.h"

#define CONFERENCE "2031 Canteen Staff Conference"

/* --- reports and motions ------------------------------------------------------------ */

static void a_report_decides_in_either_order(void **state)
{
    (void)state;
    write_motion("files/mugs.txt", "Mugs", CONFERENCE, "");
    run();
    assert_int_equal(decision_of("Mugs"), POL_DECISION_UNKNOWN);
    write_report("files/report.txt", CONFERENCE, "Mugs: REMITTED\nCups: LOST");
    pol_summary summary = run();
    assert_int_equal(decision_of("Mugs"), POL_DECISION_REMITTED);
    assert_int_equal(summary.joined, 1);
    assert_int_equal(summary.unmatched, 1);
    assert_non_null(strstr(unmatched, "report.txt:5: no motion of that number or title"));
    write_motion("files/cups.txt", "Cups", CONFERENCE, "");
    summary = run();
    assert_int_equal(decision_of("Cups"), POL_DECISION_LOST);
    assert_int_equal(summary.unmatched, 0);
    assert_int_equal(unlink(at("files/report.txt")), 0);
    run();
    assert_int_equal(decision_of("Mugs"), POL_DECISION_UNKNOWN);
    assert_int_equal(decision_of("Cups"), POL_DECISION_UNKNOWN);
}

/* --- runs that are stopped ---------------------------------------------------------- */

static bool never(void *context)
{
    (void)context;
    return false;
}

static bool always(void *context)
{
    (void)context;
    return true;
}

static void count_unmatched(void *context, const pol_known_outcome *outcome,
                            pol_unmatched_reason reason)
{
    (void)outcome, (void)reason;
    ++*(size_t *)context;
}

static pol_status count_written(void *context, pol_error *reterr)
{
    (void)context, (void)reterr;
    return POL_OK;
}

/* An index that is open for writing, outside a run. */
typedef struct opened {
    pol_store *store;
    pol_ledger ledger;
    pol_writing *writing;
} opened;

static void open_index(opened *made) /* which then stays where it is: the writing points to it */
{
    if (pol_store_open(at("index"), "test", false, &made->store, &error) != POL_OK ||
        pol_ledger_open(&made->ledger, pol_store_writer(made->store), &error) != POL_OK ||
        pol_writing_new(&made->ledger, &made->writing, &error) != POL_OK)
        fail_msg("%s", error.text);
}

static void close_index(opened *made)
{
    pol_writing_free(made->writing);
    pol_ledger_close(&made->ledger);
    assert_int_equal(pol_store_finish(made->store, false, &error), POL_OK);
    pol_store_free(made->store);
}

static pol_joining join_with(opened *made, bool (*must_stop)(void *), size_t *told)
{
    pol_joining joining = {.ledger = &made->ledger,
                           .writing = made->writing,
                           .on_unmatched = count_unmatched,
                           .on_written = count_written,
                           .must_stop = must_stop,
                           .context = told};
    if (pol_joining_run(&joining, &error) != POL_OK)
        fail_msg("%s", error.text);
    return joining;
}

static size_t stale_count(opened *made)
{
    pol_arena arena;
    pol_span *keys;
    size_t count = 0;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(pol_stale_list(made->ledger.reader, &arena, &keys, &count, &error), POL_OK);
    pol_arena_done(&arena);
    return count;
}

/* A report that was written and committed, and not joined: as a run that is killed leaves it. */
static void write_without_joining(void)
{
    opened made;
    open_index(&made);
    const pol_extracted_outcome line = {
        .outcome = {.title = POL_SPAN("Mugs"),
                    .conference_name = POL_SPAN("Canteen Staff Conference"),
                    .year = 2031,
                    .decision = POL_DECISION_LOST,
                    .words = POL_SPAN("LOST"),
                    .line_text = POL_SPAN("Mugs: LOST"),
                    .line = 4}};
    assert_int_equal(pol_outcomes_record(&made.ledger, POL_SPAN("9/gone.txt"), POL_SPAN("gone.txt"),
                                         &line, 1, &error),
                     POL_OK);
    assert_int_equal(stale_count(&made), 1);
    close_index(&made);
}

static void make_old(const char *name)
{
    const struct timespec old[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
    assert_int_equal(utimensat(AT_FDCWD, at(name), old, 0), 0);
}

static void a_run_with_nothing_to_read_joins_what_is_stale(void **state)
{
    (void)state;
    write_motion("files/mugs.txt", "Mugs", CONFERENCE, "");
    make_old("files/mugs.txt");
    run();
    run(); /* files this fresh are read twice */
    write_without_joining();
    assert_int_equal(decision_of("Mugs"), POL_DECISION_UNKNOWN);
    pol_summary summary = run();
    assert_int_equal(summary.files_read, 0);
    assert_int_equal(summary.joined, 1);
    assert_int_equal(decision_of("Mugs"), POL_DECISION_LOST);
}

static void a_joining_that_must_stop_leaves_the_marks(void **state)
{
    (void)state;
    size_t told = 0;
    write_motion("files/mugs.txt", "Mugs", CONFERENCE, "");
    run();
    write_without_joining();
    opened made;
    open_index(&made);
    pol_joining joining = join_with(&made, always, &told);
    assert_int_equal(joining.changed, 0);
    assert_int_equal(stale_count(&made), 1);
    joining = join_with(&made, never, &told);
    assert_int_equal(joining.changed, 1);
    assert_int_equal(stale_count(&made), 0);
    close_index(&made);
    assert_int_equal(decision_of("Mugs"), POL_DECISION_LOST);
}

/* What others say is the same as before: the document is not written again. */
static void an_overlay_that_is_the_same_is_not_written(void **state)
{
    (void)state;
    size_t told = 0;
    write_motion("files/mugs.txt", "Mugs", CONFERENCE, "");
    write_motion("files/cups.txt", "Cups", CONFERENCE, "");
    write_report("files/report.txt", CONFERENCE, "Mugs: LOST\nTrays: CARRIED");
    run();
    look before = look_at("Mugs");
    opened made;
    open_index(&made);
    assert_int_equal(
        pol_stale_mark(&made.ledger, POL_SPAN("2031|canteen staff conference"), &error), POL_OK);
    pol_joining joining = join_with(&made, never, &told);
    assert_int_equal(joining.joined, 1);
    assert_int_equal(joining.changed, 0);
    assert_int_equal(told, 1); /* the trays are told of again */
    close_index(&made);
    look after = look_at("Mugs");
    assert_int_equal(before.docid, after.docid);
    look_done(&before);
    look_done(&after);
}

/* --- conferences that name each other ------------------------------------------------ */

#define SUPERSEDES                                                                                 \
    "\nThis motion supersedes the motion 'Mugs' of the 2030 Canteen Staff Conference.\n"

static void write_old(void)
{
    write_motion("files/old.txt", "Mugs", "2030 Canteen Staff Conference", "");
}

static void write_new(const char *more)
{
    write_motion("files/new.txt", "Cups", CONFERENCE, more);
}

static void carry_new(void)
{
    write_report("files/report.txt", CONFERENCE, "Cups: CARRIED\nTrays: LOST");
}

static void assert_superseded(bool is_superseded)
{
    look old = look_at("Mugs");
    const pol_document *document = &old.held.stored.document;
    assert_int_equal(document->standing,
                     is_superseded ? POL_STANDING_SUPERSEDED : POL_STANDING_UNSTATED);
    if (is_superseded) {
        assert_int_equal(document->relation_count, 1);
        assert_int_equal(document->relations[0].kind, POL_RELATION_SUPERSEDED_BY);
        assert_true(document->relations[0].id.size > 0);
    }
    look_done(&old);
}

static void a_motion_supersedes_one_of_another_year(void **state)
{
    (void)state;
    carry_new();
    for (int order = 0; order < 2; order++) {
        order ? write_new(SUPERSEDES) : write_old();
        run();
        order ? write_old() : write_new(SUPERSEDES);
        run();
        assert_superseded(true);
        write_new(""); /* it says so no longer */
        run();
        assert_superseded(false);
        write_new(SUPERSEDES);
        run();
        assert_superseded(true);
        assert_int_equal(unlink(at("files/new.txt")), 0);
        run();
        assert_superseded(false);
        assert_int_equal(unlink(at("files/old.txt")), 0);
        run();
    }
}

/* What is lost or undecided supersedes nothing: the report of one year bears on another. */
static void a_report_makes_a_motion_supersede_another(void **state)
{
    (void)state;
    write_old();
    write_new(SUPERSEDES);
    run();
    assert_superseded(false);
    carry_new();
    run();
    assert_superseded(true);
    write_report("files/report.txt", CONFERENCE, "Cups: LOST\nTrays: LOST");
    run();
    assert_superseded(false);
    carry_new();
    run();
    assert_superseded(true);
    assert_int_equal(unlink(at("files/report.txt")), 0);
    run();
    assert_superseded(false);
}

/* --- lines of no conference ---------------------------------------------------------- */

static void lines_of_no_conference_are_told(void **state)
{
    (void)state;
    write_motion("files/mugs.txt", "Mugs", CONFERENCE, "");
    make_old("files/mugs.txt");
    run();
    write_report("files/report.txt", NULL, "16 Mugs: LOST\n17 Cups: CARRIED");
    pol_summary summary = run();
    assert_int_equal(summary.unmatched, 2);
    assert_non_null(strstr(unmatched, "does not say of which conference"));
    assert_int_equal(decision_of("Mugs"), POL_DECISION_UNKNOWN);
    make_old("files/report.txt");
    run();
    summary = run(); /* once is enough */
    assert_int_equal(summary.unmatched, 0);
}

static void reasons_are_sentences(void **state)
{
    (void)state;
    for (int i = 0; i <= POL_UNMATCHED_UNKNOWN_WORDS; i++)
        assert_true(strlen(pol_unmatched_text((pol_unmatched_reason)i)) > 20);
}

int main(void)
{
#define IN_FILES(test) cmocka_unit_test_setup_teardown(test, make_files, drop_folder)
    const struct CMUnitTest tests[] = {
        IN_FILES(a_report_decides_in_either_order),
        IN_FILES(a_run_with_nothing_to_read_joins_what_is_stale),
        IN_FILES(a_joining_that_must_stop_leaves_the_marks),
        IN_FILES(an_overlay_that_is_the_same_is_not_written),
        IN_FILES(a_motion_supersedes_one_of_another_year),
        IN_FILES(a_report_makes_a_motion_supersede_another),
        IN_FILES(lines_of_no_conference_are_told),
        cmocka_unit_test(reasons_are_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
