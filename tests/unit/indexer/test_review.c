/* test_review.c - which documents and lines need a person, and what they are shown. */
#include "tests/unit/indexer/folder.h"

#include "indexer/review.h"

static pol_arena arena;
static pol_error error;
static pol_review review;

static int set_up(void **state)
{
    (void)state;
    pol_arena_init(&arena, 1 << 20);
    review = (pol_review){.arena = &arena};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pol_arena_done(&arena);
    return 0;
}

/* A motion of which nothing needs a person. */
static pol_document motion(void)
{
    return (pol_document){.id = {.text = POL_SPAN("3f2a")},
                          .kind = POL_KIND_MOTION,
                          .title = {.text = POL_SPAN("Mugs")},
                          .display_title = POL_SPAN("Mugs"),
                          .number = {.text = POL_SPAN("16")},
                          .decision = POL_DECISION_CARRIED,
                          .line = 12,
                          .page = 3};
}

static void look(const pol_document *document, const char *twin)
{
    assert_int_equal(
        pol_review_document(&review, POL_SPAN("a.txt"), document, pol_span_of(twin), &error),
        POL_OK);
}

/* The problems so far: "no_title:title no_decision:decision". */
static const char *problems(void)
{
    static char text[512];
    size_t size = 0;
    text[0] = '\0';
    for (size_t i = 0; i < review.count; i++)
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s:%s", i ? " " : "",
                                 pol_problem_code(review.rows[i].problem), review.rows[i].field);
    return text;
}

static void assert_text(pol_span actual, const char *expected)
{
    if (!pol_span_equal(actual, pol_span_of(expected)))
        fail_msg("got '%.*s', wanted '%s'", POL_SPAN_ARGS(actual), expected);
}

static void what_is_right_needs_nobody(void **state)
{
    (void)state;
    pol_document document = motion();
    look(&document, NULL);
    document.kind = POL_KIND_ARTICLE; /* of which nothing is decided */
    document.decision = POL_DECISION_NONE;
    look(&document, NULL);
    document = (pol_document){.kind = POL_KIND_OTHER, .display_title = POL_SPAN("Notes")};
    look(&document, NULL); /* and other texts need no title */
    document = motion();
    document.kind = POL_KIND_AMENDMENT; /* nor do amendments */
    document.title.text = pol_span_make(NULL, 0);
    look(&document, NULL);
    assert_string_equal(problems(), "");
}

static void gaps(void **state)
{
    (void)state;
    pol_document document = motion();
    document.title.text = pol_span_make(NULL, 0);
    document.display_title = POL_SPAN("Motion 16");
    document.decision = POL_DECISION_UNKNOWN;
    document.decision_raw.text = POL_SPAN("carryed");
    look(&document, "16 Mugs, in b.txt");
    assert_string_equal(problems(), "no_title:title no_decision:decision same_number:number");
    assert_text(review.rows[0].name, "16");
    assert_text(review.rows[0].found, "Motion 16");
    assert_text(review.rows[1].found, "carryed");
    assert_text(review.rows[2].found, "16 Mugs, in b.txt");
    for (size_t i = 0; i < review.count; i++) {
        assert_text(review.rows[i].file, "a.txt");
        assert_text(review.rows[i].id, "3f2a");
        assert_int_equal(review.rows[i].line, 12);
        assert_int_equal(review.rows[i].page, 3);
    }
    document.kind = POL_KIND_COMPOSITE;
    document.number.text = pol_span_make(NULL, 0);
    document.decision = POL_DECISION_LOST;
    look(&document, NULL);
    assert_int_equal(review.count, 4);
    assert_int_equal(review.rows[3].problem, POL_PROBLEM_NO_TITLE);
    assert_text(review.rows[3].name, "Motion 16");
}

static void doubts(void **state)
{
    (void)state;
    pol_doubt all[] = {{"split", POL_SPAN("perhaps two"), 30},
                       {"decision", POL_SPAN("words that are not known"), 0},
                       {"date", POL_SPAN("two dates"), 5}};
    pol_document document = motion();
    document.doubts = all;
    document.doubt_count = 3;
    look(&document, NULL);
    assert_string_equal(problems(), "doubtful_split:split decision_words:decision doubtful:date");
    assert_int_equal(review.rows[0].line, 30);
    assert_int_equal(review.rows[1].line, 12); /* its document's, where it has none */
    assert_int_equal(review.rows[2].line, 5);
    assert_text(review.rows[2].found, "two dates");
}

static void contradictions(void **state)
{
    (void)state;
    pol_decision_source sources[] = {
        {POL_DECISION_CARRIED, POL_SPAN("Carried"), {0}, 3, 0},
        {POL_DECISION_LOST, POL_SPAN("LOST"), POL_SPAN("results.txt"), 14, 0}};
    pol_document document = motion();
    document.has_decision_conflict = true;
    document.decision_sources = sources;
    document.decision_source_count = 2;
    look(&document, NULL);
    assert_string_equal(problems(), "decision_conflict:decision");
    assert_text(review.rows[0].found, "carried (its own text:3), lost (results.txt:14)");
    document.decision = POL_DECISION_UNKNOWN; /* a conflict is one row, not two */
    document.decision_source_count = 0;
    look(&document, NULL);
    assert_int_equal(review.count, 2);
}

static void lines_of_reports(void **state)
{
    (void)state;
    const pol_join_outcome outcome = {
        .outcome = {.line_text = POL_SPAN("17 Saucers: CARRIED"), .line = 4, .page = 2},
        .file = POL_SPAN("report.txt")};
    for (int reason = 0; reason <= POL_UNMATCHED_UNKNOWN_WORDS; reason++)
        assert_int_equal(
            pol_review_outcome(&review, &outcome, (pol_unmatched_reason)reason, &error), POL_OK);
    assert_string_equal(problems(),
                        "unmatched_line:document unmatched_line:document unmatched_line:document "
                        "unmatched_line:document decision_words:decision");
    for (size_t i = 0; i < review.count; i++) {
        assert_text(review.rows[i].name, "17 Saucers: CARRIED");
        assert_true(review.rows[i].found.size > 0);
        assert_null(review.rows[i].id.data);
        for (size_t j = 0; j < i; j++)
            assert_false(pol_span_equal(review.rows[i].found, review.rows[j].found));
    }
}

static const char *table(void)
{
    static char text[8192];
    pol_buffer buffer;
    pol_buffer_init(&buffer, sizeof text - 1);
    pol_review_write_table(&buffer, &review);
    assert_int_equal(buffer.status, POL_OK);
    snprintf(text, sizeof text, "%.*s", POL_SPAN_ARGS(pol_buffer_span(&buffer)));
    pol_buffer_done(&buffer);
    return text;
}

static void the_table_groups_them(void **state)
{
    (void)state;
    pol_document document = motion();
    assert_string_equal(table(), "");
    document.decision = POL_DECISION_UNKNOWN;
    look(&document, NULL);
    document.title.text = pol_span_make(NULL, 0);
    document.page = 0;
    look(&document, NULL);
    const char *text = table();
    const char *titles = strstr(text, "\nNo title (1)\n"),
               *decisions = strstr(text, "\nNo decision is stated (2)\n");
    assert_non_null(titles);
    assert_non_null(decisions);
    assert_true(titles < decisions);
    assert_non_null(strstr(text, "  a.txt, page 3: 16 Mugs  [3f2a]\n"));
    assert_non_null(strstr(text, "  a.txt:12: 16  [3f2a]\n"));
    assert_non_null(strstr(text, "polindex --corrections"));
}

/* Names of files and lines of reports may hold what a terminal obeys. */
static void the_table_is_printable(void **state)
{
    (void)state;
    const pol_join_outcome outcome = {
        .outcome = {.line_text = POL_SPAN("17\x1b[2J Saucers\x07"), .line = 4},
        .file = POL_SPAN("re\x1b]0;port.txt")};
    assert_int_equal(pol_review_outcome(&review, &outcome, POL_UNMATCHED_SEVERAL, &error), POL_OK);
    const char *text = table();
    assert_null(strchr(text, 0x1b));
    assert_null(strchr(text, 0x07));
    assert_non_null(strstr(text, "Saucers"));
}

static void codes_and_labels(void **state)
{
    (void)state;
    for (int i = 0; i < POL_PROBLEM_COUNT; i++) {
        assert_true(strlen(pol_problem_label((pol_problem)i)) > 0);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(pol_problem_code((pol_problem)i),
                                    pol_problem_code((pol_problem)j));
    }
}

static void a_full_arena_is_told(void **state)
{
    (void)state;
    pol_document document = motion();
    document.decision = POL_DECISION_UNKNOWN;
    for (size_t limit = 0; limit < 200; limit += 40) {
        pol_arena small;
        pol_arena_init(&small, limit);
        review = (pol_review){.arena = &small};
        assert_int_equal(
            pol_review_document(&review, POL_SPAN("a.txt"), &document, (pol_span){0}, &error),
            POL_NOMEM);
        pol_arena_done(&small);
    }
}

int main(void)
{
#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        WITH_ARENA(what_is_right_needs_nobody),
        WITH_ARENA(gaps),
        WITH_ARENA(doubts),
        WITH_ARENA(contradictions),
        WITH_ARENA(lines_of_reports),
        WITH_ARENA(the_table_groups_them),
        WITH_ARENA(the_table_is_printable),
        WITH_ARENA(codes_and_labels),
        WITH_ARENA(a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
