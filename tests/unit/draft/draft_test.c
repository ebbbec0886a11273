/* draft_test.c - pasted text to clauses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "draft/draft.h"

typedef struct fixture {
    pol_arena arena;
    pol_extracted extracted;
    pol_draft draft;
    pol_error error;
} fixture;

static void done(fixture *at)
{
    pol_arena_done(&at->arena);
}

static pol_status read_bytes(fixture *at, pol_span bytes)
{
    *at = (fixture){0};
    pol_arena_init(&at->arena, POL_DRAFT_ARENA_MAX);
    pol_status status = pol_draft_read(bytes, &at->arena, &at->extracted, &at->error);
    if (status == POL_OK && at->extracted.document_count > 0)
        assert_int_equal(pol_draft_make(&at->extracted.documents[0].document, &at->arena,
                                        &at->draft, &at->error),
                         POL_OK);
    return status;
}

static void read_draft(fixture *at, const char *text)
{
    assert_int_equal(read_bytes(at, pol_span_of(text)), POL_OK);
    assert_true(at->extracted.document_count >= 1);
}

static void assert_clause(const fixture *at, size_t index, const char *text)
{
    assert_true(index < at->draft.clause_count);
    const pol_draft_clause *clause = &at->draft.clauses[index];
    assert_int_equal(clause->number, index + 1);
    if (!pol_span_equal(clause->text, pol_span_of(text)))
        fail_msg("clause %zu is '%.*s', not '%s'", index + 1, POL_SPAN_ARGS(clause->text), text);
}

static void a_motion_has_its_points_as_clauses(void **state)
{
    (void)state;
    fixture at;
    read_draft(&at, "Warm rooms\n\n"
                    "Conference notes that depots in Eastholt have had no heating since March.\n\n"
                    "Conference instructs the National Executive Council to:\n"
                    "1. negotiate a warm room in each depot\n"
                    "2. publish the temperature of each depot every month\n");
    assert_int_equal(at.draft.clause_count, 3);
    assert_clause(&at, 0,
                  "Conference notes that depots in Eastholt have had no heating since March.");
    assert_false(at.draft.clauses[0].is_action);
    assert_clause(&at, 1, "negotiate a warm room in each depot");
    assert_true(at.draft.clauses[1].is_action);
    assert_non_null(at.draft.clauses[1].lead_in);
    assert_clause(&at, 2, "publish the temperature of each depot every month");
    done(&at);
}

static void a_long_lead_in_says_something_itself(void **state)
{
    (void)state;
    fixture at;
    read_draft(&at,
               "Ferries\n\n"
               "Conference is appalled that the ferry company has dismissed eight hundred "
               "sailors by a recorded message without notice and replaced them by agency crews "
               "below the minimum wage, and instructs the Executive to:\n"
               "1. seek a law against it\n"
               "2. support the sailors\n");
    assert_int_equal(at.draft.clause_count, 3);
    done(&at);
}

static void one_line_is_one_clause(void **state)
{
    (void)state;
    fixture at;
    read_draft(&at, "keep the swimming baths open on Sundays");
    assert_int_equal(at.draft.clause_count, 1);
    assert_clause(&at, 0, "keep the swimming baths open on Sundays");
    done(&at);
    read_draft(&at, "Pensions");
    assert_int_equal(at.draft.clause_count, 1);
    assert_clause(&at, 0, "Pensions");
    done(&at);
}

/* The first line of a list of demands looks like a title, and is looked up all the same. */
/* As a mail or a form leaves it: without line breaks. */
static void one_paragraph_is_cut_where_clauses_open(void **state)
{
    (void)state;
    fixture at;
    read_draft(&at, "Conference notes that depots in Eastholt are cold. The St. Anne depot has no "
                    "heating at all. Conference believes that work in the cold is unsafe; this "
                    "Conference instructs the National Executive Council to negotiate a warm room "
                    "in each depot. It should be open at night.\n");
    assert_int_equal(at.draft.clause_count, 3);
    assert_clause(&at, 0,
                  "Conference notes that depots in Eastholt are cold. The St. Anne depot has no "
                  "heating at all.");
    assert_int_equal(at.draft.clauses[0].clause, POL_CLAUSE_NOTES);
    assert_clause(&at, 1, "Conference believes that work in the cold is unsafe;");
    assert_false(at.draft.clauses[1].is_action);
    assert_clause(
        &at, 2,
        "this Conference instructs the National Executive Council to negotiate a warm room "
        "in each depot. It should be open at night.");
    assert_int_equal(at.draft.clauses[2].clause, POL_CLAUSE_RESOLVES);
    assert_true(at.draft.clauses[2].is_action);
    done(&at);
}

static void a_list_loses_nothing(void **state)
{
    (void)state;
    fixture at;
    read_draft(&at, "campaign for a bus to every village on each day of the week\n\n"
                    "oppose any toll on the bridge\n");
    bool has_first = false, has_second = false;
    for (size_t i = 0; i < at.draft.clause_count; i++) {
        pol_span text = at.draft.clauses[i].text;
        has_first = has_first || pol_span_find(text, POL_SPAN("every village"), 0) != (size_t)-1;
        has_second = has_second || pol_span_find(text, POL_SPAN("toll"), 0) != (size_t)-1;
    }
    assert_true(has_first);
    assert_true(has_second);
    done(&at);
}

static void markdown_is_known_by_its_headings(void **state)
{
    (void)state;
    fixture at;
    assert_true(pol_draft_is_markdown(POL_SPAN("# Pay\n\ntext")));
    assert_true(pol_draft_is_markdown(POL_SPAN("text\n### Pay")));
    assert_false(pol_draft_is_markdown(POL_SPAN("we are #1 in # of things")));
    assert_false(pol_draft_is_markdown(POL_SPAN("#hashtag")));
    assert_false(pol_draft_is_markdown((pol_span){0}));
    read_draft(&at, "# Warm rooms\n\nConference believes in **warm** rooms.\n");
    assert_int_equal(at.draft.clause_count, 1);
    assert_clause(&at, 0, "Conference believes in warm rooms.");
    done(&at);
}

static void an_agenda_has_many_documents(void **state)
{
    (void)state;
    fixture at;
    read_draft(&at, "FINAL AGENDA\n2031 Transport Conference\n\n"
                    "Motion 1\nBuses\nMoved by: Eastholt Branch\n\n"
                    "Conference calls on the Executive to campaign for municipal buses.\n\n"
                    "Motion 2\nTrams\nMoved by: Norwick Branch\n\n"
                    "Conference calls on the Executive to campaign for trams.\n\n"
                    "Motion 3\nFerries\nMoved by: Southmere Branch\n\n"
                    "Conference calls on the Executive to campaign for ferries.\n");
    assert_int_equal(at.extracted.document_count, 3);
    done(&at);
}

static void what_is_no_draft_is_refused(void **state)
{
    (void)state;
    fixture at;
    char *large = malloc(POL_DRAFT_BYTES_MAX + 1);
    assert_non_null(large);
    memset(large, 'a', POL_DRAFT_BYTES_MAX + 1);
    assert_int_equal(read_bytes(&at, pol_span_make(large, POL_DRAFT_BYTES_MAX + 1)), POL_LIMIT);
    assert_non_null(strstr(at.error.text, "257 KB"));
    done(&at);
    free(large);
    assert_int_equal(read_bytes(&at, POL_SPAN(" \n\t ")), POL_USAGE);
    done(&at);
    assert_int_equal(read_bytes(&at, (pol_span){0}), POL_USAGE);
    done(&at);
    assert_int_equal(read_bytes(&at, POL_SPAN("\x7f"
                                              "ELF\2\1\1\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0")),
                     POL_FORMAT);
    assert_non_null(strstr(at.error.text, "not text"));
    done(&at);
}

static void long_drafts_are_cut_and_say_so(void **state)
{
    (void)state;
    fixture at;
    size_t size = 0;
    char *text = malloc(POL_DRAFT_BYTES_MAX);
    assert_non_null(text);
    size += (size_t)sprintf(text, "Points\n\nConference instructs the Executive to:\n");
    for (int i = 1; i <= POL_DRAFT_CLAUSES_MAX + 20; i++)
        size += (size_t)sprintf(text + size, "%d. write letter number %d to the minister\n", i, i);
    assert_int_equal(read_bytes(&at, pol_span_make(text, size)), POL_OK);
    assert_int_equal(at.draft.clause_count, POL_DRAFT_CLAUSES_MAX);
    assert_true(at.draft.is_cut);
    done(&at);
    memset(text, 'x', 40000);
    assert_int_equal(read_bytes(&at, pol_span_make(text, 40000)), POL_OK);
    for (size_t i = 0; i < at.draft.clause_count; i++)
        assert_true(at.draft.clauses[i].text.size <= POL_DRAFT_CLAUSE_MAX);
    done(&at);
    free(text);
}

static void a_mail_around_it_is_left_out(void **state)
{
    (void)state;
    fixture at;
    read_draft(&at,
               "Dear Sue,\n\n"
               "Warm homes for all\n\n"
               "Conference notes that one home in five is damp.\n\n"
               "Dear homes, and few of them, are what the council builds today.\n\n"
               "Conference calls on the Executive to campaign for warm homes. Thanks are due to "
               "those who began it.\n\n"
               "In solidarity,\n\nBill\n\n-- \nBill Parsons\n\n"
               "On Mon, 3 Nov 2031 at 10:04, Sue Wren wrote:\n\n> Do we have anything?\n");
    for (size_t i = 0; i < at.draft.clause_count; i++) {
        pol_span text = at.draft.clauses[i].text;
        assert_true(pol_span_find(text, POL_SPAN("Sue"), 0) == (size_t)-1);
        assert_true(pol_span_find(text, POL_SPAN("Bill"), 0) == (size_t)-1);
        assert_true(pol_span_find(text, POL_SPAN("solidarity"), 0) == (size_t)-1);
        assert_true(pol_span_find(text, POL_SPAN("anything"), 0) == (size_t)-1);
    }
    assert_true(at.draft.clause_count >= 3);
    done(&at);
}

static void signs_alone_say_nothing(void **state)
{
    (void)state;
    fixture at;
    if (read_bytes(&at, POL_SPAN("?! ... --- ***")) == POL_OK)
        assert_int_equal(at.draft.clause_count, 0);
    done(&at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_motion_has_its_points_as_clauses),
        cmocka_unit_test(a_long_lead_in_says_something_itself),
        cmocka_unit_test(one_line_is_one_clause),
        cmocka_unit_test(one_paragraph_is_cut_where_clauses_open),
        cmocka_unit_test(a_list_loses_nothing),
        cmocka_unit_test(markdown_is_known_by_its_headings),
        cmocka_unit_test(an_agenda_has_many_documents),
        cmocka_unit_test(what_is_no_draft_is_refused),
        cmocka_unit_test(long_drafts_are_cut_and_say_so),
        cmocka_unit_test(a_mail_around_it_is_left_out),
        cmocka_unit_test(signs_alone_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
