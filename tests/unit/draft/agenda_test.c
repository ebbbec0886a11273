/* agenda_test.c - an agenda to one row a motion: what was decided before, what repeats another,
 * what is doubtful. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "draft/agenda.h"
#include "tests/unit/search/fixture.h"

static fixture fix;
static pol_index *index_;
static pol_error error;

#define GUARDS                                                                                     \
    "Conference instructs the Executive to campaign for thermostat guards on every kettle in "     \
    "railway canteens."
#define SPOONS "Conference instructs the Executive to hold a ballot on the length of teaspoons."
#define ASKS(words)                                                                                \
    {                                                                                              \
        .text = words, .clause = POL_CLAUSE_RESOLVES                                               \
    }

/* What was decided, and the agenda's own motions, which are in the index already. */
static const fixture_document decided[] = {
    {.id = "old",
     .number = "7",
     .title = "Guards",
     .conference_name = "Kettle Conference",
     .year = 2019,
     .decision = POL_DECISION_CARRIED,
     .passages = {ASKS(GUARDS)}},
    {.id = "own",
     .number = "2",
     .title = "Teaspoons",
     .conference_name = "Kettle Conference",
     .year = 2031,
     .decision = POL_DECISION_CARRIED,
     .passages = {ASKS(SPOONS)}},
    {.id = "x1",
     .title = "Urns",
     .conference_name = "Urn Conference",
     .year = 2018,
     .decision = POL_DECISION_LOST,
     .passages = {ASKS("Conference instructs us to paint urns.")}},
    {.id = "x2",
     .title = "Lids",
     .conference_name = "Urn Conference",
     .year = 2017,
     .decision = POL_DECISION_LOST,
     .passages = {ASKS("Conference calls for heavier lids.")}},
};

static int open_index(void **state)
{
    (void)state;
    fixture_open(&fix);
    for (size_t i = 0; i < sizeof decided / sizeof *decided; i++)
        fixture_add(&fix, &decided[i]);
    fixture_commit(&fix);
    return pol_index_open(fix.index, &index_, &error) == POL_OK ? 0 : -1;
}

static int close_index(void **state)
{
    (void)state;
    pol_index_free(index_);
    fixture_close(&fix);
    return 0;
}

/* --- an agenda ------------------------------------------------------------------------------ */

typedef struct given {
    const char *number, *title, *text; /* NULL: not stated */
    pol_kind kind;
    pol_clause clause;
    bool has_split_doubt;
} given;

static const given motions[] = {
    {"1", "Guards on kettles", GUARDS, POL_KIND_MOTION, POL_CLAUSE_RESOLVES, false},
    {"1.1", "Amendment", "Delete all.", POL_KIND_AMENDMENT, POL_CLAUSE_AMENDMENT, false},
    {"2", "Teaspoons", SPOONS, POL_KIND_MOTION, POL_CLAUSE_RESOLVES, false},
    {"3", NULL, "Conference notes that saucers are round.", POL_KIND_MOTION, POL_CLAUSE_NOTES,
     true},
    {"4", "Teaspoons again", SPOONS, POL_KIND_MOTION, POL_CLAUSE_RESOLVES, false},
};

enum { GIVEN = sizeof motions / sizeof *motions };

typedef struct agenda_of_test {
    pol_extracted extracted;
    pol_extracted_document documents[GIVEN];
    pol_passage passages[GIVEN];
    pol_doubt doubt;
} agenda_of_test;

static void make(agenda_of_test *made)
{
    *made = (agenda_of_test){.doubt = {.field = "split", .text = POL_SPAN("two headings")}};
    for (size_t i = 0; i < GIVEN; i++) {
        pol_span text = pol_span_of(motions[i].text);
        made->passages[i] =
            (pol_passage){.ordinal = 1, .clause = (uint8_t)motions[i].clause, .text = text};
        made->documents[i].document =
            (pol_document){.kind = motions[i].kind,
                           .number.text = pol_span_of(motions[i].number),
                           .title.text = pol_span_of(motions[i].title),
                           .display_title = pol_span_of(motions[i].title ? motions[i].title : "?"),
                           .conference_name = POL_SPAN("Kettle Conference"),
                           .year = 2031,
                           .text = text,
                           .passages = &made->passages[i],
                           .passage_count = 1};
        if (motions[i].has_split_doubt) {
            made->documents[i].document.doubts = &made->doubt;
            made->documents[i].document.doubt_count = 1;
        }
    }
    made->extracted = (pol_extracted){.documents = made->documents, .document_count = GIVEN};
}

static bool has_doubt(const pol_agenda_row *row, const char *words)
{
    for (size_t i = 0; i < row->doubt_count; i++)
        if (pol_span_find(row->doubts[i], pol_span_of(words), 0) != (size_t)-1)
            return true;
    return false;
}

static bool count_motions(void *context, size_t done, size_t total)
{
    size_t *seen = context;
    assert_int_equal(total, 4);
    assert_int_equal(done, ++*seen);
    return *seen < 100;
}

static bool stop_at_second(void *context, size_t done, size_t total)
{
    (void)context, (void)total;
    return done < 2;
}

/* --- tests ---------------------------------------------------------------------------------- */

static void test_rows(void **state)
{
    (void)state;
    agenda_of_test made;
    pol_agenda *agenda = NULL;
    size_t seen = 0;
    make(&made);
    if (pol_agenda_check(index_, &made.extracted, NULL, count_motions, &seen, &agenda, &error) !=
        POL_OK)
        fail_msg("%s", error.text);
    assert_int_equal(seen, 4);
    assert_int_equal(agenda->row_count, 4);
    assert_int_equal(agenda->amendment_count, 1);
    const pol_agenda_row *rows = agenda->rows;
    assert_int_equal(rows[0].verdict, POL_VERDICT_CARRIED);
    assert_non_null(rows[0].decisive);
    assert_true(pol_span_equal(rows[0].decisive->stored->document.id.text, POL_SPAN("old")));
    assert_int_equal(rows[0].decisive->passage->ordinal, 1);
    assert_true(rows[0].decisive->comparison.clause_mark_count > 0);
    /* what stands on this agenda was not decided before */
    assert_int_not_equal(rows[1].verdict, POL_VERDICT_CARRIED);
    assert_int_equal(rows[1].duplicate_of, SIZE_MAX);
    assert_int_equal(rows[3].duplicate_of, 1);
    assert_int_equal(agenda->group_count, 1);
    assert_int_equal(rows[1].group, 1);
    assert_int_equal(rows[3].group, 1);
    assert_int_equal(rows[0].group, 0);
    pol_agenda_free(agenda);
}

/* What "nothing found" is about: the index, and the years asked for. */
static void test_scope(void **state)
{
    (void)state;
    const pol_extracted none = {0};
    const pol_check_options options = {.year_from = 2015, .year_to = 2020};
    pol_agenda *agenda = NULL;
    assert_int_equal(pol_agenda_check(index_, &none, &options, NULL, NULL, &agenda, &error),
                     POL_OK);
    const pol_scope *scope = &agenda->scope;
    assert_int_equal(scope->documents, sizeof decided / sizeof *decided);
    assert_int_equal(scope->passages, sizeof decided / sizeof *decided);
    assert_int_equal(scope->first_year, 2017);
    assert_int_equal(scope->last_year, 2031);
    assert_int_equal(scope->year_from, 2015);
    assert_int_equal(scope->year_to, 2020);
    assert_int_equal(scope->conference_count, 2);
    assert_true(pol_span_equal(scope->conferences[0].conference, POL_SPAN("Kettle Conference")));
    assert_int_equal(scope->conferences[0].first_year, 2019);
    assert_int_equal(scope->conferences[1].documents, 2);
    assert_false(scope->is_cut);
    pol_agenda_free(agenda);
}

static void test_doubts(void **state)
{
    (void)state;
    agenda_of_test made;
    pol_agenda *agenda = NULL;
    make(&made);
    assert_int_equal(pol_agenda_check(index_, &made.extracted, NULL, NULL, NULL, &agenda, &error),
                     POL_OK);
    assert_int_equal(agenda->rows[0].doubt_count, 0);
    assert_int_equal(agenda->rows[2].doubt_count, 3);
    assert_true(has_doubt(&agenda->rows[2], "no title"));
    assert_true(has_doubt(&agenda->rows[2], "No action point"));
    assert_true(has_doubt(&agenda->rows[2], "more than one motion: two headings."));
    pol_agenda_free(agenda);
}

/* What a profile asks is remarked on in each row, the first three; acronyms are not. */
static void test_profile(void **state)
{
    (void)state;
    static const pol_span bodies[] = {POL_SPAN("Kettle Committee")};
    const pol_profile strict = {.words_max = 5,
                                .title_words_max = 1,
                                .points_max = 1,
                                .needs_body = true,
                                .bodies = bodies,
                                .body_count = 1};
    const pol_check_options options = {.profile = &strict};
    agenda_of_test made;
    pol_agenda *agenda = NULL;
    make(&made);
    pol_passage points[4];
    for (size_t i = 0; i < 4; i++)
        points[i] = (pol_passage){.ordinal = (uint32_t)i + 1,
                                  .clause = POL_CLAUSE_RESOLVES,
                                  .is_action_point = true,
                                  .text = POL_SPAN("Conference resolves to buy ZQX urns.")};
    made.documents[0].document.passages = points;
    made.documents[0].document.passage_count = 4;
    assert_int_equal(
        pol_agenda_check(index_, &made.extracted, &options, NULL, NULL, &agenda, &error), POL_OK);
    const pol_agenda_row *rows = agenda->rows;
    assert_int_equal(rows[0].doubt_count, 3);
    assert_true(has_doubt(&rows[0], "The motion has 24 words, 19 over the limit of 5"));
    assert_true(has_doubt(&rows[0], "The title has 3 words, 2 over the limit of 1"));
    assert_true(has_doubt(&rows[0], "There are 4 action points, 3 over the limit of 1"));
    assert_true(has_doubt(&rows[1], "Clause 1: Nothing here names a body that may be instructed"));
    assert_false(has_doubt(&rows[0], "ZQX"));
    pol_agenda_free(agenda);
}

static void test_stopping(void **state)
{
    (void)state;
    agenda_of_test made;
    pol_agenda *agenda = (pol_agenda *)&error;
    make(&made);
    assert_int_equal(
        pol_agenda_check(index_, &made.extracted, NULL, stop_at_second, NULL, &agenda, &error),
        POL_LIMIT);
    assert_null(agenda);
    assert_non_null(strstr(error.text, "2 of 4"));
}

static void test_nothing(void **state)
{
    (void)state;
    const pol_extracted none = {0};
    pol_agenda *agenda = NULL;
    assert_int_equal(pol_agenda_check(index_, &none, NULL, NULL, NULL, &agenda, &error), POL_OK);
    assert_int_equal(agenda->row_count, 0);
    assert_int_equal(agenda->group_count, 0);
    pol_agenda_free(agenda);
    pol_agenda_free(NULL);
}

static void test_too_many(void **state)
{
    (void)state;
    size_t count = POL_COMPOSITE_MOTIONS_MAX + 1;
    pol_extracted_document *documents = calloc(count, sizeof *documents);
    assert_non_null(documents);
    const pol_extracted many = {.documents = documents, .document_count = count};
    pol_agenda *agenda = NULL;
    assert_int_equal(pol_agenda_check(index_, &many, NULL, NULL, NULL, &agenda, &error), POL_LIMIT);
    assert_non_null(strstr(error.text, "1001 motions"));
    free(documents);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scope),    cmocka_unit_test(test_rows),
        cmocka_unit_test(test_doubts),   cmocka_unit_test(test_profile),
        cmocka_unit_test(test_stopping), cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_too_many),
    };
    return cmocka_run_group_tests(tests, open_index, close_index);
}
