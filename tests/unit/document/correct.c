/* correct.c - a person's word on each field of a document. */
#include "document/correct.h"

#include "tests/unit/document/reading.h"

static pol_arena arena;
static pol_error error;
static pol_doubt doubts[3];

static int set_up(void **state)
{
    (void)state;
    pol_arena_init(&arena, 1 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pol_arena_done(&arena);
    return 0;
}

/* A motion of 2030 that was lost, with doubts about decision, title and decision. */
static pol_document motion(void)
{
    doubts[0] = (pol_doubt){"decision", POL_SPAN("words that are not known"), 8};
    doubts[1] = (pol_doubt){"title", POL_SPAN("it is long"), 1};
    doubts[2] = (pol_doubt){"decision", POL_SPAN("another is stated as well"), 9};
    return (pol_document){
        .kind = POL_KIND_MOTION,
        .title = {POL_SPAN("Mugs"), 1, POL_ORIGIN_TEXT},
        .display_title = POL_SPAN("Mugs"),
        .conference = {POL_SPAN("2030 Tea Conference"), 3, POL_ORIGIN_TEXT},
        .conference_name = POL_SPAN("Tea Conference"),
        .year = 2030,
        .year_line = 3,
        .date = {2030, 5, 4},
        .date_line = 4,
        .number = {POL_SPAN("12"), 2, POL_ORIGIN_TEXT},
        .decision = POL_DECISION_LOST,
        .decision_raw = {POL_SPAN("LOST"), 8, POL_ORIGIN_TEXT},
        .doubts = doubts,
        .doubt_count = 3,
    };
}

static pol_status correct(pol_document *document, const char *field, const char *value)
{
    return pol_document_correct(document, pol_span_of(field), pol_span_of(value), &arena, &error);
}

static pol_document corrected(const char *field, const char *value)
{
    pol_document document = motion();
    if (correct(&document, field, value) != POL_OK)
        fail_msg("%s: %s: %s", field, value, error.text);
    return document;
}

static void assert_corrected(pol_value value, const char *text)
{
    assert_span(value.text, text);
    assert_int_equal(value.origin, POL_ORIGIN_CORRECTION);
    assert_int_equal(value.line, 0);
}

static void texts(void **state)
{
    (void)state;
    pol_document document = corrected("title", "  Mugs, all of them ");
    assert_corrected(document.title, "Mugs, all of them");
    assert_span(document.display_title, "Mugs, all of them");
    assert_corrected(corrected("number", "12A").number, "12A");
    assert_corrected(corrected("organisation", "Tea Union").organisation, "Tea Union");
    assert_corrected(corrected("TITLE", "Cups").title, "Cups"); /* as a person may write it */
}

static void conferences(void **state)
{
    (void)state;
    static const struct {
        const char *value, *name;
        int year;
    } rows[] = {
        {"2031 Canteen Conference", "Canteen Conference", 2031},
        {"Canteen Conference 2031", "Canteen Conference", 2031},
        {"Canteen Conference", "Canteen Conference", 2030}, /* the year is another field */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_document document = corrected("conference", rows[i].value);
        assert_corrected(document.conference, rows[i].value);
        assert_span(document.conference_name, rows[i].name);
        assert_int_equal(document.year, rows[i].year);
    }
}

static void years_and_dates(void **state)
{
    (void)state;
    assert_int_equal(corrected("year", " 2031 ").year, 2031);
    assert_int_equal(corrected("year", "2031").year_line, 0);
    static const char *const dates[] = {"2031-05-06", "6 May 2031"};
    for (size_t i = 0; i < 2; i++) {
        pol_document document = corrected("date", dates[i]);
        assert_int_equal(pol_date_compare(document.date, (pol_date){2031, 5, 6}), 0);
        assert_int_equal(document.date_line, 0);
    }
}

static void decisions(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        pol_decision decision;
    } rows[] = {
        {"carried", POL_DECISION_CARRIED},
        {"carried_amended", POL_DECISION_CARRIED_AMENDED},
        {"Carried as amended", POL_DECISION_CARRIED_AMENDED},
        {"carried in part", POL_DECISION_CARRIED_PART},
        {"lost", POL_DECISION_LOST},
        {"fell", POL_DECISION_FELL},
        {"remitted", POL_DECISION_REMITTED},
        {"referred back", POL_DECISION_REFERRED_BACK},
        {"withdrawn", POL_DECISION_WITHDRAWN},
        {"composited", POL_DECISION_COMPOSITED},
        {"not reached", POL_DECISION_NOT_REACHED},
        {"deferred", POL_DECISION_DEFERRED},
        {"out of order", POL_DECISION_OUT_OF_ORDER},
        {"unknown", POL_DECISION_UNKNOWN},
        {"Resolution", POL_DECISION_CARRIED}, /* as in a column that holds decisions */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_document document = corrected("decision", rows[i].value);
        assert_int_equal(document.decision, rows[i].decision);
        assert_corrected(document.decision_raw, rows[i].value);
    }
}

static void kinds(void **state)
{
    (void)state;
    assert_int_equal(corrected("kind", "rule_change").kind, POL_KIND_RULE_CHANGE);
    assert_int_equal(corrected("kind", "Rule change").kind, POL_KIND_RULE_CHANGE);
    assert_int_equal(corrected("kind", "composite").decision, POL_DECISION_LOST);
    pol_document document = corrected("kind", "article");
    assert_int_equal(document.decision, POL_DECISION_NONE); /* of which nobody decides */
    assert_int_equal(correct(&document, "kind", "motion"), POL_OK);
    assert_int_equal(document.decision, POL_DECISION_UNKNOWN);
}

static void states(void **state)
{
    (void)state;
    assert_int_equal(corrected("text_state", "as_amended").text_state, POL_TEXT_STATE_AS_AMENDED);
    assert_int_equal(corrected("standing", "lapsed").standing, POL_STANDING_LAPSED);
    assert_int_equal(corrected("standing", "unstated").standing, POL_STANDING_UNSTATED);
}

static void doubts_about_it_are_gone(void **state)
{
    (void)state;
    pol_document document = corrected("decision", "carried");
    assert_int_equal(document.doubt_count, 1);
    assert_string_equal(document.doubts[0].field, "title");
    document = corrected("number", "13");
    assert_int_equal(document.doubt_count, 3);
}

static void what_is_no_value_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *field, *value, *says;
    } rows[] = {
        {"decision", "carryed", "carried as amended"},
        {"decision", "Support", "no decision"},
        {"year", "31", "four digits"},
        {"year", "2031 or so", "four digits"},
        {"year", "1066", "four digits"},
        {"date", "soon", "2031-05-04"},
        {"date", "2031-02-30", "2031-05-04"},
        {"kind", "song", "rule_change"},
        {"text_state", "final", "as_amended"},
        {"standing", "upright", "superseded"},
        {"title", "   ", "no value"},
        {"conference", "", "no value"},
        {"conference", "2031", "no conference"},
        {"submitted_by", "Pat", "no field"},
        {"text", "Conference notes", "no field"},
        {"", "x", "no field"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_document document = motion();
        assert_int_equal(correct(&document, rows[i].field, rows[i].value), POL_USAGE);
        if (!strstr(error.text, rows[i].says))
            fail_msg("%s: %s: %s", rows[i].field, rows[i].value, error.text);
        pol_document before = motion();
        assert_memory_equal(&document, &before, sizeof before);
    }
}

static bool is_field(const char *field)
{
    pol_document document = motion();
    return correct(&document, field, "1 May 2031") == POL_OK ||
           !strstr(error.text, "is no field that can be corrected");
}

static void which_fields(void **state)
{
    (void)state;
    static const char *const fields[] = {"title",    "conference",  "year", "date",
                                         "decision", "number",      "kind", "text_state",
                                         "standing", "organisation"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        assert_true(is_field(fields[i]));
    assert_true(is_field("Decision"));
    assert_false(is_field("id"));
    assert_false(is_field("titles"));
    assert_false(is_field(""));
}

static void a_full_arena_leaves_it_as_it_was(void **state)
{
    (void)state;
    static const char *const rows[][2] = {{"title", "Mugs for all of the offices"},
                                          {"conference", "2031 Canteen Staff Conference"}};
    for (size_t i = 0; i < 2; i++)
        for (size_t limit = 0; limit < 40; limit += 8) {
            pol_arena small;
            pol_document document = motion(), before = motion();
            pol_arena_init(&small, limit);
            pol_status status = pol_document_correct(&document, pol_span_of(rows[i][0]),
                                                     pol_span_of(rows[i][1]), &small, &error);
            pol_arena_done(&small);
            if (status == POL_OK)
                continue;
            assert_int_equal(status, POL_LIMIT);
            assert_memory_equal(&document, &before, sizeof before);
        }
}

int main(void)
{
#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        WITH_ARENA(texts),
        WITH_ARENA(conferences),
        WITH_ARENA(years_and_dates),
        WITH_ARENA(decisions),
        WITH_ARENA(kinds),
        WITH_ARENA(states),
        WITH_ARENA(doubts_about_it_are_gone),
        WITH_ARENA(what_is_no_value_is_refused),
        WITH_ARENA(which_fields),
        WITH_ARENA(a_full_arena_leaves_it_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
