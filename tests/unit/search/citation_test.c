/* citation_test.c - the one format, for every decision and for all that may be missing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "search/citation.h"

static pol_document motion(void)
{
    return (pol_document){
        .kind = POL_KIND_MOTION,
        .title.text = POL_SPAN("Warm Homes – A Plan"),
        .display_title = POL_SPAN("Warm Homes – A Plan"),
        .conference.text = POL_SPAN("2014 Housing Service Conference"),
        .conference_name = POL_SPAN("Housing Service Conference"),
        .year = 2014,
        .decision = POL_DECISION_CARRIED,
    };
}

static void expect(const pol_document *document, const pol_passage *passage, const char *wanted)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 16);
    pol_citation_add(document, passage, &buffer);
    assert_int_equal(buffer.status, POL_OK);
    assert_string_equal(buffer.data, wanted);
    pol_buffer_done(&buffer);
}

static void test_every_decision(void **state)
{
    (void)state;
    static const char *const wanted[POL_DECISION_COUNT] = {
        [POL_DECISION_NONE] = "decision not stated",
        [POL_DECISION_CARRIED] = "carried",
        [POL_DECISION_CARRIED_AMENDED] = "carried as amended",
        [POL_DECISION_CARRIED_PART] = "carried in part",
        [POL_DECISION_LOST] = "lost",
        [POL_DECISION_FELL] = "fell",
        [POL_DECISION_REMITTED] = "remitted",
        [POL_DECISION_REFERRED_BACK] = "referred back",
        [POL_DECISION_WITHDRAWN] = "withdrawn",
        [POL_DECISION_COMPOSITED] = "composited",
        [POL_DECISION_NOT_REACHED] = "not reached",
        [POL_DECISION_DEFERRED] = "deferred",
        [POL_DECISION_OUT_OF_ORDER] = "ruled out of order",
        [POL_DECISION_UNKNOWN] = "decision not stated",
    };
    for (int i = 0; i < POL_DECISION_COUNT; i++) {
        pol_buffer line;
        pol_document document = motion();
        document.decision = (pol_decision)i;
        pol_buffer_init(&line, 1 << 10);
        pol_buffer_printf(&line, "“Warm Homes – A Plan”, 2014 Housing Service Conference (%s)",
                          wanted[i]);
        expect(&document, NULL, line.data);
        pol_buffer_done(&line);
    }
}

static void test_points(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        pol_clause clause;
        const char *wanted;
    } cases[] = {
        {"2.", POL_CLAUSE_RESOLVES, "point 2, "},
        {"(ii)", POL_CLAUSE_RESOLVES, "point ii, "},
        {"a)", POL_CLAUSE_NOTES, "point a of the notes, "},
        {"3)", POL_CLAUSE_BELIEVES, "point 3 of the beliefs, "},
        {"P.18.1", POL_CLAUSE_RESOLVES, "point P.18.1, "},
        {"•", POL_CLAUSE_RESOLVES, ""},
        {NULL, POL_CLAUSE_RESOLVES, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_buffer line;
        pol_document document = motion();
        pol_passage passage = {.ordinal = 1, .depth = 1, .clause = (uint8_t)cases[i].clause};
        passage.label = pol_span_of(cases[i].label);
        pol_buffer_init(&line, 1 << 10);
        pol_buffer_printf(&line,
                          "“Warm Homes – A Plan”, %s2014 Housing Service Conference (carried)",
                          cases[i].wanted);
        expect(&document, &passage, line.data);
        pol_buffer_done(&line);
    }
}

static void test_points_under_points(void **state)
{
    (void)state;
    pol_passage passages[] = {
        {.ordinal = 1, .depth = 1, .label = POL_SPAN("3."), .clause = POL_CLAUSE_RESOLVES},
        {.ordinal = 2, .depth = 2, .label = POL_SPAN("a)"), .clause = POL_CLAUSE_RESOLVES},
        {.ordinal = 3, .depth = 2, .label = POL_SPAN("b)"), .clause = POL_CLAUSE_RESOLVES},
        {.ordinal = 4, .depth = 0, .clause = POL_CLAUSE_RESOLVES},
        {.ordinal = 5, .depth = 2, .label = POL_SPAN("c)"), .clause = POL_CLAUSE_RESOLVES},
    };
    pol_document document = motion();
    document.passages = passages;
    document.passage_count = 5;
    expect(&document, &passages[2],
           "“Warm Homes – A Plan”, point 3(b), 2014 Housing Service Conference (carried)");
    expect(&document, &passages[4],
           "“Warm Homes – A Plan”, point c, 2014 Housing Service Conference (carried)");
}

static void test_decision_of_a_point(void **state)
{
    (void)state;
    pol_document document = motion();
    pol_passage passage = {.ordinal = 1,
                           .depth = 1,
                           .label = POL_SPAN("2)"),
                           .clause = POL_CLAUSE_RESOLVES,
                           .decision = POL_DECISION_LOST};
    document.decision = POL_DECISION_CARRIED_PART;
    expect(&document, &passage,
           "“Warm Homes – A Plan”, point 2, 2014 Housing Service Conference "
           "(carried in part; this point: lost)");
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *number;
        pol_kind kind;
        const char *wanted;
    } cases[] = {
        {"12", POL_KIND_MOTION, "Motion 12"},
        {"B14", POL_KIND_MOTION, "Motion B14"},
        {"Composite C", POL_KIND_COMPOSITE, "Composite C"},
        {"7", POL_KIND_COMPOSITE, "Composite 7"},
        {"75.1", POL_KIND_AMENDMENT, "Amendment 75.1"},
        {"3", POL_KIND_EMERGENCY, "Emergency motion 3"},
        {"Emergency Motion 3", POL_KIND_EMERGENCY, "Emergency Motion 3"},
        {"2", POL_KIND_RULE_CHANGE, "Rule change 2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_buffer line;
        pol_document document = motion();
        document.kind = cases[i].kind;
        document.number.text = pol_span_of(cases[i].number);
        pol_buffer_init(&line, 1 << 10);
        pol_buffer_printf(&line,
                          "%s, “Warm Homes – A Plan”, 2014 Housing Service Conference (carried)",
                          cases[i].wanted);
        expect(&document, NULL, line.data);
        pol_buffer_done(&line);
    }
}

/* An amendment is nothing without what it amends. */
static void test_amendments(void **state)
{
    (void)state;
    static const struct {
        const char *number, *amended, *wanted;
    } cases[] = {
        {"12.1", "12", "Amendment 12.1 to Motion 12"},
        {"12.1", "Composite A", "Amendment 12.1 to Composite A"},
        {"Amendment 2", "Motion 12", "Amendment 2 to Motion 12"},
        {NULL, "12", "Amendment to Motion 12"},
        {"12.1", NULL, "Amendment 12.1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_buffer line;
        pol_document document = motion();
        pol_relation relations[] = {
            {.kind = POL_RELATION_FALLS_IF, .number = POL_SPAN("3")},
            {.kind = POL_RELATION_AMENDS, .number = pol_span_of(cases[i].amended)},
        };
        document.kind = POL_KIND_AMENDMENT;
        document.number.text = pol_span_of(cases[i].number);
        document.relations = relations;
        document.relation_count = 2;
        pol_buffer_init(&line, 1 << 10);
        pol_buffer_printf(&line,
                          "%s, “Warm Homes – A Plan”, 2014 Housing Service Conference (carried)",
                          cases[i].wanted);
        expect(&document, NULL, line.data);
        document.kind = POL_KIND_MOTION; /* a motion amends nothing */
        pol_buffer_clear(&line);
        pol_citation_add_number(&document, &line);
        assert_int_equal(pol_span_find(pol_buffer_span(&line), POL_SPAN(" to "), 0), (size_t)-1);
        pol_buffer_done(&line);
    }
}

/* A whole document is where it begins, a passage where it stands. */
static void test_pages(void **state)
{
    (void)state;
    pol_document document = motion();
    pol_passage passage = {.ordinal = 3, .depth = 1, .label = POL_SPAN("2."), .page = 13};
    passage.clause = POL_CLAUSE_RESOLVES;
    document.page = 12;
    expect(&document, NULL,
           "“Warm Homes – A Plan”, 2014 Housing Service Conference, p. 12 (carried)");
    expect(&document, &passage,
           "“Warm Homes – A Plan”, point 2, 2014 Housing Service Conference, p. 13 (carried)");
    passage.page = 0;
    expect(&document, &passage,
           "“Warm Homes – A Plan”, point 2, 2014 Housing Service Conference (carried)");
}

/* It is stated, and more than once: that it is not would be false. */
static void test_conflicts(void **state)
{
    (void)state;
    pol_document document = motion();
    document.has_decision_conflict = true;
    expect(&document, NULL, "“Warm Homes – A Plan”, 2014 Housing Service Conference (carried)");
    document.decision = POL_DECISION_UNKNOWN;
    expect(&document, NULL,
           "“Warm Homes – A Plan”, 2014 Housing Service Conference (decision unclear)");
    document.kind = POL_KIND_ARTICLE;
    assert_string_equal(pol_citation_decision(&document), "");
}

static void test_missing_values(void **state)
{
    (void)state;
    pol_document document = motion();
    document.title.text = (pol_span){0};
    document.display_title = POL_SPAN("Conference notes the cold");
    expect(&document, NULL, "Conference notes the cold, 2014 Housing Service Conference (carried)");
    document.text = POL_SPAN("Conference notes the cold homes of the hill.");
    expect(&document, NULL,
           "Conference notes the cold…, 2014 Housing Service Conference (carried)");
    document.display_title = POL_SPAN("homes.txt");
    expect(&document, NULL, "homes.txt, 2014 Housing Service Conference (carried)");
    document.display_title = (pol_span){0};
    expect(&document, NULL, "2014 Housing Service Conference (carried)");
    document.kind = POL_KIND_AMENDMENT; /* called by its number, which is said already */
    document.number.text = POL_SPAN("3.1");
    document.display_title = POL_SPAN("Amendment 3.1");
    expect(&document, NULL, "Amendment 3.1, 2014 Housing Service Conference (carried)");
    document = motion();
    document.conference.text = document.conference_name = (pol_span){0};
    expect(&document, NULL, "“Warm Homes – A Plan”, 2014 (carried)");
    document.year = 0;
    expect(&document, NULL, "“Warm Homes – A Plan” (carried)");
    document = motion();
    document.year = 0;
    document.conference.text = POL_SPAN("Housing Service Conference");
    expect(&document, NULL, "“Warm Homes – A Plan”, Housing Service Conference (carried)");
    pol_document nothing = {.kind = POL_KIND_MOTION, .decision = POL_DECISION_UNKNOWN};
    expect(&nothing, NULL, "(decision not stated)");
}

/* Wherever the year was printed, it stands first. */
static void test_year_stands_first(void **state)
{
    (void)state;
    pol_document document = motion();
    document.conference.text = POL_SPAN("Housing Service Conference, 2014");
    expect(&document, NULL, "“Warm Homes – A Plan”, 2014 Housing Service Conference (carried)");
}

static void test_articles(void **state)
{
    (void)state;
    pol_document document = {
        .kind = POL_KIND_ARTICLE,
        .title.text = POL_SPAN("Council joins heat talks"),
        .display_title = POL_SPAN("Council joins heat talks"),
        .year = 2016,
        .date = {2016, 8, 22},
    };
    pol_passage passage = {.ordinal = 2, .clause = POL_CLAUSE_ARTICLE};
    expect(&document, &passage, "“Council joins heat talks” (article, 22 August 2016)");
    document.date = (pol_date){2016, 8, 0};
    expect(&document, NULL, "“Council joins heat talks” (article, August 2016)");
    document.date = (pol_date){0};
    expect(&document, NULL, "“Council joins heat talks” (article, 2016)");
    document.year = 0;
    document.organisation.text = POL_SPAN("The Valley Post");
    expect(&document, NULL, "“Council joins heat talks”, The Valley Post (article)");
    document.kind = POL_KIND_OTHER;
    expect(&document, NULL, "“Council joins heat talks”, The Valley Post (document)");
}

static void test_hostile_text(void **state)
{
    (void)state;
    pol_document document = motion();
    document.title.text = POL_SPAN("Warm\n\033[31mHomes\xff");
    expect(&document, NULL,
           "“Warm \uFFFD[31mHomes\uFFFD”, 2014 Housing Service Conference (carried)");
    char long_title[4000];
    memset(long_title, 'x', sizeof long_title);
    document.title.text = pol_span_make(long_title, sizeof long_title);
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1000);
    pol_citation_add(&document, NULL, &buffer);
    assert_int_equal(buffer.status, POL_OK);
    assert_true(buffer.size < 400);
    pol_buffer_done(&buffer);
    pol_buffer_init(&buffer, 10);
    pol_citation_add(&document, NULL, &buffer);
    assert_int_equal(buffer.status, POL_LIMIT);
    pol_buffer_done(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_decision),
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_points_under_points),
        cmocka_unit_test(test_decision_of_a_point),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_amendments),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_conflicts),
        cmocka_unit_test(test_missing_values),
        cmocka_unit_test(test_year_stands_first),
        cmocka_unit_test(test_articles),
        cmocka_unit_test(test_hostile_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
