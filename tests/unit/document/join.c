/* join.c - which outcome belongs to which document, and which to none, and why. */
#include "join_case.h"

enum {
    NO_DOCUMENT = -1,
    UNKNOWN = -1 - POL_UNMATCHED_UNKNOWN_CONFERENCE,
    NO_CONFERENCE = -2,
    SEVERAL = -3,
    DIFFERS = -4
}; /* -1 - pol_unmatched_reason */

static const struct {
    const char *documents[4];
    const char *outcome;
    int expected; /* place of the document, or a reason */
} matches[] = {
    /* numbers as printed */
    {{"motion;16;Mugs", "motion;17;Cups"}, "motion;16;Mugs;carried", 0},
    {{"motion;Motion 16;Mugs"}, "motion;16;;carried", 0},
    {{"motion;016;Mugs"}, "motion;16;Mugs;carried", 0},
    {{"motion;16;Mugs"}, "motion;Motion No. 016;;carried", 0},
    {{"motion;Resolution 7;Mugs"}, "motion;7;Mugs;carried", 0},
    {{"motion;B14;Mugs"}, "motion;B 14;Mugs;carried", 0},
    {{"motion;16;Mugs"}, "motion;161;;carried", NO_DOCUMENT},
    {{"motion;16;Mugs"}, "motion;1;;carried", NO_DOCUMENT},
    {{"motion;1;Mugs"}, "motion;Late motion 1;;carried", NO_DOCUMENT},
    {{"motion;L1;Mugs"}, "motion;Late motion L1;;carried", 0},
    {{"composite;Composite 03;Mugs"}, "composite;Composite 3;Mugs;carried", 0},
    {{"composite;Composite 3;Mugs"}, "composite;Comp. 3;;carried", 0},
    {{"composite;Composite C;Mugs"}, "composite;C;Mugs;carried", 0},
    {{"composite;C;Mugs"}, "motion;Composite C;;carried", 0}, /* the noun tells the kind */
    {{"composite;Composite C;Mugs"}, "motion;C;;carried", NO_DOCUMENT},
    {{"motion;C;Mugs"}, "composite;Composite C;;carried", NO_DOCUMENT},
    {{"composite;Composite 3;Mugs"}, "motion;3;;carried", NO_DOCUMENT},
    {{"composite;Emergency Composite 1;Mugs", "composite;Composite 1;Cups"},
     "emergency;Emergency Composite 1;;carried",
     0},
    {{"amendment;1A.1;"}, "amendment;1A.1;;lost", 0},
    {{"amendment;16.1;"}, "amendment;Amendment 16.1;;lost", 0},

    /* what a table that lost its columns adds to a title */
    {{"motion;3;Ticket machines"}, "motion;3;Ticket machines Booking Office section;lost", 0},
    {{"motion;3;Ticket machines"},
     "motion;3;Ticket machines and gates for buses today;lost",
     DIFFERS},
    {{"motion;3;Ticket machines"}, "motion;3;Ticket machines 2030;lost", DIFFERS},
    {{"motion;3;Tickets"}, "motion;3;Tickets Booking Office section;lost", DIFFERS},

    /* a title in full among what only stands beside it */
    {{"motion;;Mugs for all", "motion;;Tea"}, "motion;;Emergency motion, Mugs for all;carried", 0},
    {{"motion;7;Mugs for all"}, "motion;;Mugs for all (North branch);carried", 0},
    {{"motion;7;Mugs for all"}, "motion;;Kettles: Mugs for all;carried", NO_DOCUMENT},
    {{"motion;7;Mugs"}, "motion;;Emergency motion, Mugs;carried", NO_DOCUMENT},
    {{"motion;7;Mugs for all", "motion;8;Mugs for all"},
     "motion;;Emergency motion, Mugs for all;carried",
     SEVERAL},
    {{"motion;7;Mugs for all", "motion;8;North branch"},
     "motion;;Mugs for all (North branch);carried",
     0},

    /* the organisation's name before the conference's */
    {{"motion;16;Mugs;;;Union X Tea Conference;2031;Union X"}, "motion;16;Mugs;carried", 0},
    {{"motion;16;Mugs;;;Tea Conference;2031;Union X"},
     "motion;16;Mugs;carried;;;;Union X Tea Conference",
     0},
    {{"motion;16;Mugs;;;Union X Tea Conference;2031"}, "motion;16;Mugs;carried", UNKNOWN},
    {{"motion;16;Mugs;;;Union X Tea Conference;2031;Union Y"}, "motion;16;Mugs;carried", UNKNOWN},
    {{"motion;16;Mugs;;;Union X Tea Conference;2030;Union X"}, "motion;16;Mugs;carried", UNKNOWN},
    {{"motion;16;Mugs;;;Union X Tea Conference;2031;Union X",
      "motion;16;Mugs;;;Union Y Tea Conference;2031;Union Y"},
     "motion;16;Mugs;carried",
     UNKNOWN},
    {{"motion;16;Mugs;;;Union X Tea Conference;2031;Union X", "motion;17;Cups"},
     "motion;16;Mugs;carried",
     NO_DOCUMENT},

    /* amendments are never their motions */
    {{"motion;16;Mugs"}, "amendment;16.1;;lost", NO_DOCUMENT},
    {{"motion;16;Mugs"}, "amendment;16;Mugs;lost", NO_DOCUMENT},
    {{"motion;16;Mugs"}, "motion;16.1;;lost", NO_DOCUMENT},
    {{"motion;16;Mugs", "amendment;16.1;Mugs"}, "motion;16;Mugs;lost", 0},
    {{"motion;16;Mugs", "amendment;16.1;Mugs"}, "motion;;Mugs;lost", 0},
    {{"motion;16;Mugs", "amendment;16.1;Mugs"}, "amendment;16.1;Mugs;lost", 1},
    {{"motion;16;Mugs", "amendment;16.1;"}, "motion;16.1;;lost", 1},
    {{"motion;16;Mugs"}, "amendment;;Mugs;lost", NO_DOCUMENT},
    {{"motion;75.1;Mugs", "amendment;75.1;"}, "motion;75.1;;lost", SEVERAL},

    /* emergency motions, rule changes and statements */
    {{"emergency;EM1;Mugs"}, "emergency;Emergency Motion 1;;carried", 0},
    {{"emergency;Emergency Motion 01;Mugs"}, "emergency;E1;;carried", 0},
    {{"emergency;1;Mugs", "motion;1;Cups"}, "motion;EM1;Mugs;carried", 0},
    {{"motion;E1;Mugs"}, "emergency;Emergency Motion 1;;carried", NO_DOCUMENT},
    {{"emergency;EM1;Mugs", "motion;1;Cups"}, "motion;1;;carried", 1},
    {{"emergency;E3;Mugs"}, "motion;E3;;carried", 0},
    {{"motion;E3;Mugs"}, "emergency;E3;;carried", 0},
    {{"emergency;3;Mugs"}, "motion;3;;carried", NO_DOCUMENT}, /* there may be a motion 3 */
    {{"emergency;3;Mugs"}, "motion;3;Mugs;carried", 0},
    {{"rule_change;33;Standing orders and mugs"}, "motion;33;Standing orders & mugs;carried", 0},
    {{"rule_change;33;Standing orders"}, "motion;33;Teapots;carried", DIFFERS},
    {{"rule_change;Rule Amendment 2;Mugs"}, "rule_change;2;;carried", 0},
    {{"statement;;After the tea"}, "statement;;After the tea;carried", 0},
    {{"statement;;Statement of the Tea Executive: after the tea"},
     "statement;;Executive statement, After the tea;carried",
     0},
    {{"statement;;Statement on tea"}, "statement;;Statement on mugs;carried", NO_DOCUMENT},
    {{"motion;;A statement: after the tea"}, "motion;;After the tea;carried", NO_DOCUMENT},
    {{"rule_change;4;Rule change: mugs"}, "rule_change;Rule change 4;Mugs;carried", 0},

    /* titles that must be equal */
    {{"motion;;Mugs and cups"}, "motion;;MUGS & CUPS;carried", 0},
    {{"motion;;Women\u2019s tea \u2013 a \u2018right\u2019"},
     "motion;;Womens tea - a right;carried",
     0},
    {{"motion;5;Mugs and cups"}, "motion;;Mugs and cups.;carried", 0},
    {{"motion;5;Mugs and cups for all"}, "motion;;Mugs and cups;carried", NO_DOCUMENT},
    {{"motion;;Mugs and cups for all"}, "motion;5;Mugs and cups;carried", NO_DOCUMENT},
    {{"motion;;Mugs"}, "motion;5;Mugs;carried", 0},
    {{"motion;6;Mugs"}, "motion;5;Mugs;carried", NO_DOCUMENT},
    {{"motion;5;Mugs", "motion;6;Mugs"}, "motion;;Mugs;carried", SEVERAL},
    {{"motion;5;Mugs", "composite;Composite A;Mugs"}, "motion;;Mugs;carried", SEVERAL},
    {{"motion;5;Mugs", "composite;Composite A;Mugs"}, "composite;;Mugs;carried", 1},
    {{"motion;5;Mugs", "composite;Composite A;Mugs"}, "motion;;Mugs;composited", 0},
    {{"composite;Composite A;Mugs"}, "motion;;Mugs;composited", NO_DOCUMENT},
    {{"emergency;;Mugs"}, "motion;;Mugs;carried", 0},
    {{"motion;;"}, "motion;;;carried", NO_DOCUMENT},

    /* titles that may be nearly equal, since the numbers are */
    {{"motion;5;The mugs of the office"}, "motion;5;Mugs of office;carried", 0},
    {{"motion;5;Mugs in all offices by spring"}, "motion;5;Mugs in all offices;carried", 0},
    {{"motion;5;Mugs for the offices"}, "motion;5;Mugs;carried", DIFFERS},
    {{"motion;5;Organising in tearooms"}, "motion;5;Organizing in tearoms;carried", 0},
    {{"motion;5;Better mugs, saucers, spoons and plates"},
     "motion;5;Mugs, saucers, plates and spoons;carried",
     0},
    {{"motion;5;Tea prices of 2030"}, "motion;5;Tea prices of 2031;carried", DIFFERS},
    {{"motion;5;The future of mugs"}, "motion;5;The future of tea;carried", DIFFERS},
    {{"motion;5;Mugs"}, "motion;5;Teapots;carried", DIFFERS},
    {{"motion;5;Mugs;;North branch"}, "motion;5;North Branch;carried", 0},
    {{"motion;5;Mugs;;North branch"}, "motion;5;Mugs \u2013 North branch;carried", 0},
    {{"amendment;3.1;;;Hill branch", "amendment;3.2;;;Dale branch"},
     "amendment;3.1;Dale branch;lost",
     0}, /* a number and a mover: no title says otherwise */

    /* one side has no title; number and title of different documents; one number twice */
    {{"motion;5;"}, "motion;5;Mugs;carried", 0},
    {{"motion;5;Mugs"}, "motion;5;;carried", 0},
    {{"motion;16;Cups", "motion;17;Mugs"}, "motion;16;Mugs;carried", DIFFERS},
    {{"motion;16;", "motion;17;Mugs"}, "motion;16;Mugs;carried", DIFFERS},
    {{"motion;16;Mugs in each room now", "motion;17;Mugs in each room"},
     "motion;16;Mugs in each room;carried",
     DIFFERS},
    {{"motion;16;Mugs", "motion;16;Cups"}, "motion;16;;carried", SEVERAL},
    {{"motion;16;Mugs", "motion;16;Cups"}, "motion;16;Cups;carried", 1},
    {{"motion;16;Mugs", "motion;16;Cups"}, "motion;16;Spoons;carried", DIFFERS},
    {{"motion;16;Mugs", "motion;16;Mugs"}, "motion;16;Mugs;carried", SEVERAL},
    {{"motion;16;Mugs", "motion;16;"}, "motion;16;Spoons;carried", SEVERAL},
    {{"motion;16;Mugs", "motion;16;"}, "motion;16;Mugs;carried", 0},

    /* conferences */
    {{"motion;16;Mugs;;;Tea Conference;2030", "motion;16;Mugs"}, "motion;16;Mugs;carried", 1},
    {{"motion;16;Mugs;;;Coffee Conference"}, "motion;16;Mugs;carried", UNKNOWN},
    {{"motion;16;Mugs;;;National Tea Conference"}, "motion;16;Mugs;carried", UNKNOWN},
    {{"motion;16;Mugs;;;The Tea"}, "motion;16;Mugs;carried", 0},
    {{"motion;16;Mugs;;;Tea & Cake Members\u2019 Conference"},
     "motion;16;Mugs;carried;;;;TEA AND CAKE MEMBERS CONFERENCE",
     0},
    {{"motion;16;Mugs"}, "motion;16;Mugs;carried;;;;-", NO_CONFERENCE},
    {{"motion;16;Mugs"}, "motion;16;Mugs;carried;;;;Tea Conference;0", NO_CONFERENCE},
    {{"motion;16;Mugs;;;-"}, "motion;16;Mugs;carried", UNKNOWN},
    {{"motion;16;Mugs;;;Tea Conference;0"}, "motion;16;Mugs;carried", UNKNOWN},

    /* what conference does not decide on */
    {{"article;16;Mugs"}, "motion;16;Mugs;carried", UNKNOWN},
    {{"other;16;Mugs"}, "motion;16;Mugs;carried", UNKNOWN},
};

static void test_matches(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof matches / sizeof *matches; i++) {
        join_case join = {0};
        for (size_t k = 0; k < 4 && matches[i].documents[k]; k++)
            add_document(&join, matches[i].documents[k]);
        add_outcome(&join, matches[i].outcome);
        join_all(&join);
        size_t place = join.joined.outcome_documents[0];
        int actual = place == (size_t)-1 ? -1 - join.joined.unmatched[0] : (int)place;
        if (actual != matches[i].expected)
            fail_msg("case %zu, %s: %d, not %d", i, matches[i].outcome, actual,
                     matches[i].expected);
        pol_arena_done(&join.arena);
    }
}

/* A person's word goes before numbers, titles, kinds and conferences. */
static void test_assigned(void **state)
{
    (void)state;
    join_case join = {0};
    add_document(&join, "motion;16;Mugs");
    add_document(&join, "amendment;4.1;Cups;;;Coffee Conference;1999");
    add_outcome(&join, "motion;16;Mugs;lost")->assigned = POL_SPAN("d1");
    add_outcome(&join, "motion;16;Mugs;carried")->assigned = POL_SPAN("d7");
    add_outcome(&join, "motion;16;Mugs;carried;;;;-")->assigned = POL_SPAN("d0");
    join_all(&join);
    assert_int_equal(join.joined.outcome_documents[0], 1);
    assert_decision(join.joined.overlays[1].decision, "lost");
    assert_int_equal(join.joined.outcome_documents[1], (size_t)-1);
    assert_int_equal(join.joined.unmatched[1], POL_UNMATCHED_NO_DOCUMENT);
    assert_int_equal(join.joined.outcome_documents[2], 0);
    assert_decision(join.joined.overlays[0].decision, "carried");
    pol_arena_done(&join.arena);
}

static void test_unknown_words(void **state)
{
    (void)state;
    join_case join = {0};
    add_document(&join, "motion;16;Mugs");
    add_document(&join, "motion;17;Cups");
    add_outcome(&join, "motion;16;Mugs;none")->outcome.words = POL_SPAN("warmly received");
    add_outcome(&join, "motion;17;Cups;unknown");
    join_all(&join);
    assert_int_equal(join.joined.outcome_documents[0], 0);
    assert_int_equal(join.joined.unmatched[0], POL_UNMATCHED_UNKNOWN_WORDS);
    assert_false(join.joined.overlays[0].is_decided);
    assert_int_equal(join.joined.overlays[0].source_count, 0);
    assert_int_equal(join.joined.outcome_documents[1], 1);
    assert_int_not_equal(join.joined.unmatched[1], POL_UNMATCHED_UNKNOWN_WORDS);
    pol_arena_done(&join.arena);
}

static void test_twins(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "motion;16;Mugs",    "motion;Motion 016;Cups", "motion;16;Mugs;;;Tea Conference;2030",
        "emergency;16;Mugs", "amendment;1;",           "amendment;1;",
        "amendment;1;",      "motion;;Mugs",
    };
    static const size_t none = (size_t)-1;
    join_case join = {0};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_document(&join, lines[i]);
    add_relation(&join, 4, POL_RELATION_AMENDS, "16");
    add_relation(&join, 5, POL_RELATION_AMENDS, "17");
    add_relation(&join, 6, POL_RELATION_AMENDS, "Motion 17");
    join_all(&join);
    const size_t expected[] = {1, 0, none, none, none, 6, 5, none};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_int_equal(join.joined.twins[i], expected[i]);
    pol_arena_done(&join.arena);
}

static const struct {
    const char *name;
    int year;
    const char *key;
} keys[] = {
    {"Health Care Service Group Conference", 2017, "2017|health care service group conference"},
    {"HEALTH CARE SERVICE GROUP", 2017, "2017|health care service group conference"},
    {"Tea & Cake Members' Conference", 2031, "2031|tea and cake members conference"},
    {"Tea and Cake Members\u2019 Conference", 2031, "2031|tea and cake members conference"},
    {"The Conference", 2031, "2031|conference"},
    {"Tea Congress", 2031, "2031|tea congress conference"},
    {"Tea&Cake", 2031, "2031|tea and cake conference"},
    {"Tea Conference", 0, ""},
    {"Tea Conference", -4, ""},
    {"", 2031, ""},
    {" - ", 2031, ""},
};

static void test_keys(void **state)
{
    (void)state;
    char buffer[POL_JOIN_KEY_MAX], name[4 * POL_JOIN_KEY_MAX];
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_span(pol_join_key(pol_span_of(keys[i].name), keys[i].year, buffer), keys[i].key);
    assert_int_equal(pol_join_key(pol_span_make(NULL, 0), 2031, buffer).size, 0);
    memset(name, '&', sizeof name);
    assert_true(pol_join_key(pol_span_make(name, sizeof name), 2031, buffer).size <
                POL_JOIN_KEY_MAX);
    memset(name, 'a', sizeof name);
    assert_true(pol_join_key(pol_span_make(name, sizeof name), 2147483647, buffer).size <
                POL_JOIN_KEY_MAX);
}

static void test_limits(void **state)
{
    (void)state;
    join_case join = {0};
    pol_error error = {0};
    pol_joined joined;
    const pol_document *document = add_document(&join, "motion;16;Mugs");
    pol_arena arena;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(
        pol_join(&document, POL_JOIN_MAX + (size_t)1, NULL, 0, &arena, &joined, &error), POL_LIMIT);
    assert_true(strlen(error.text) > 0);
    assert_int_equal(pol_join(&document, 1, NULL, POL_JOIN_MAX, &arena, &joined, &error),
                     POL_LIMIT);
    assert_int_equal(pol_join(NULL, 0, NULL, 0, &arena, &joined, &error), POL_OK);
    pol_arena_done(&arena);
    pol_arena_init(&arena, 16);
    assert_int_equal(pol_join(&document, 1, NULL, 0, &arena, &joined, &error), POL_NOMEM);
    assert_null(joined.overlays);
    pol_arena_done(&arena);
}

/* Whatever the memory gives out at, it is said, and nothing is left half done. */
static void test_memory(void **state)
{
    (void)state;
    join_case join = {0};
    pol_error error = {0};
    pol_joined joined;
    const pol_document *documents[] = {add_document(&join, "composite;Composite A;Tea;carried"),
                                       add_document(&join, "motion;16;Mugs;carried")};
    add_relation(&join, 0, POL_RELATION_COMPOSITE_OF, "16");
    add_outcome(&join, "motion;16;;carried;1=lost");
    pol_status status = POL_NOMEM;
    size_t limit = 0, failures = 0;
    for (; status != POL_OK && limit < 1 << 16; limit += 16) {
        pol_arena arena;
        pol_arena_init(&arena, limit);
        status = pol_join(documents, 2, join.outcomes, 1, &arena, &joined, &error);
        failures += status == POL_NOMEM;
        assert_true(status == POL_OK ? joined.overlays != NULL : joined.overlays == NULL);
        pol_arena_done(&arena);
    }
    assert_int_equal(status, POL_OK);
    assert_int_equal(failures, limit / 16 - 1);
    assert_true(failures > 4);
}

/* So many of one number and title that looking at pairs of them would take minutes. */
static void test_crowd(void **state)
{
    (void)state;
    enum { CROWD = 20000 };
    pol_document *documents = calloc(CROWD, sizeof *documents);
    const pol_document **given = calloc(CROWD, sizeof *given);
    pol_join_outcome *outcomes = calloc(CROWD, sizeof *outcomes);
    pol_relation relation = {.kind = POL_RELATION_AMENDS, .number = POL_SPAN("17")};
    pol_error error = {0};
    pol_joined joined;
    pol_arena arena;
    assert_true(documents && given && outcomes);
    for (size_t i = 0; i < CROWD; i++) {
        documents[i] = (pol_document){.kind = i ? POL_KIND_MOTION : POL_KIND_COMPOSITE,
                                      .number.text = i ? POL_SPAN("16") : POL_SPAN("17"),
                                      .title.text = POL_SPAN("Mugs in every single office"),
                                      .conference_name = POL_SPAN("Tea"),
                                      .relations = &relation,
                                      .relation_count = 1,
                                      .year = 2031};
        given[i] = &documents[i];
        outcomes[i].outcome = (pol_outcome){.number = i % 2 ? POL_SPAN("16") : POL_SPAN("17"),
                                            .kind = i % 2 ? POL_KIND_MOTION : POL_KIND_COMPOSITE,
                                            .title = POL_SPAN("Mugs in any single office"),
                                            .conference_name = POL_SPAN("Tea"),
                                            .decision = POL_DECISION_LOST,
                                            .words = POL_SPAN("lost"),
                                            .year = 2031};
    }
    pol_arena_init(&arena, 256 << 20);
    assert_int_equal(pol_join(given, CROWD, outcomes, CROWD, &arena, &joined, &error), POL_OK);
    assert_int_equal(joined.unmatched[1], POL_UNMATCHED_SEVERAL);
    assert_int_equal(joined.outcome_documents[0], 0);
    assert_int_equal(joined.overlays[0].source_count, CROWD / 2);
    pol_arena_done(&arena);
    free(documents);
    free(given);
    free(outcomes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_matches),       cmocka_unit_test(test_assigned),
        cmocka_unit_test(test_unknown_words), cmocka_unit_test(test_twins),
        cmocka_unit_test(test_keys),          cmocka_unit_test(test_limits),
        cmocka_unit_test(test_memory),        cmocka_unit_test(test_crowd),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
