/* test_same.c - which documents are renderings of one. */
#include "tests/unit/indexer/folder.h"

#include "indexer/merging.h"

#define KETTLES                                                                                    \
    "Conference notes that kettles in canteens are old and slow. Conference calls on the "         \
    "executive to replace every kettle by the end of the year and to report back in writing."
#define MUGS                                                                                       \
    "Conference believes mugs should be large. Branches are asked to buy sturdy mugs, to wash "    \
    "them daily, and to share good practice on shelves, hooks and labels with all regions."

static pol_stored motion(const char *title, const char *number, int year, pol_decision decision,
                         const char *text)
{
    pol_stored stored = {0};
    stored.document.title.text = pol_span_of(title);
    stored.document.number.text = pol_span_of(number);
    stored.document.conference.text = POL_SPAN("Canteen Conference");
    stored.document.conference_name = POL_SPAN("Canteen Conference");
    stored.document.year = year;
    stored.document.decision = decision;
    stored.document.text = pol_span_of(text);
    return stored;
}

static void compares_pairs(void **state)
{
    (void)state;
    const pol_stored plain = motion("Kettles", NULL, 2031, POL_DECISION_UNKNOWN, KETTLES);
    pol_stored explicit_id = plain, dated = plain, redated = plain;
    explicit_id.has_explicit_id = true;
    dated.document.date = (pol_date){2030, 12, 1};
    redated.document.date = (pol_date){2030, 12, 2};
    const struct {
        pol_stored other;
        bool is_same;
    } rows[] = {
        {motion("KETTLES", "12", 2031, POL_DECISION_CARRIED, KETTLES), true},
        {motion("Kettles", NULL, 2031, POL_DECISION_UNKNOWN, KETTLES " Print this page"), true},
        {motion("Kettles", NULL, 2032, POL_DECISION_UNKNOWN, KETTLES), false},
        {motion("Kettles", NULL, 2031, POL_DECISION_UNKNOWN, MUGS), false},
        {motion("Mugs", NULL, 2031, POL_DECISION_UNKNOWN, KETTLES), false},
        {explicit_id, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(pol_is_same_document(&plain, &rows[i].other), rows[i].is_same);
        assert_int_equal(pol_is_same_document(&rows[i].other, &plain), rows[i].is_same);
    }
    assert_true(pol_is_same_document(&plain, &dated));
    assert_false(pol_is_same_document(&dated, &redated));
}

static void contradictions_stay_apart(void **state)
{
    (void)state;
    pol_stored carried = motion("Kettles", "12", 2031, POL_DECISION_CARRIED, KETTLES);
    pol_stored lost = motion("Kettles", "12", 2031, POL_DECISION_LOST, KETTLES);
    pol_stored numbered = motion("Kettles", "13", 2031, POL_DECISION_CARRIED, KETTLES);
    assert_false(pol_is_same_document(&carried, &lost));
    assert_false(pol_is_same_document(&carried, &numbered));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_pairs),
        cmocka_unit_test(contradictions_stay_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
