/* recognise_statement.c - sentences that state a decision, and those that only seem to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/recognise/conference.h"
#include "document/recognise/decision.h"

static const struct {
    const char *line;
    const char *decision; /* NULL: states none */
} statements[] = {
    {"CARRIED", "carried"},
    {"Carried unanimously.", "carried"},
    {"Motion carried", "carried"},
    {"The motion was carried", "carried"},
    {"The motion was carried unanimously.", "carried"},
    {"The motion as amended was carried", "carried_amended"},
    {"Motion 12 was carried", "carried"},
    {"Motion 12 as amended was carried overwhelmingly", "carried_amended"},
    {"Emergency motion carried nem con", "carried"},
    {"The resolution was passed unanimously by the branch AGM on 3 May 2012", "carried"},
    {"Motion passed 3 May 2012", "carried"},
    {"Passed unanimously on 3 May 2012", "carried"},
    {"Passed at the branch meeting held on 3 May 2012", "carried"},
    {"Passed by North Branch, 3 May 2012.", "carried"},
    {"Unanimously carried", "carried"},
    {"Question agreed to.", "carried"},
    {"Question put and agreed to.", "carried"},
    {"As passed by conference", "carried"},
    {"Adopted", "carried"},
    {"MOTION LOST", "lost"},
    {"The motion was lost on a card vote", "lost"},
    {"The motion was not carried", "lost"},
    {"Motion defeated", "lost"},
    {"The motion fell", "fell"},
    {"The motion was remitted to the NEC", "remitted"},
    {"Motion referred back to conference", "referred_back"},
    {"Motion withdrawn", "withdrawn"},
    {"Motion not debated", "not_reached"},
    {"The motion was ruled out of order", "out_of_order"},
    {"The motion was carried with 3 abstentions", "carried"},
    /* not statements */
    {"Amendment carried", NULL},
    {"Amendment 3 was lost", NULL},
    {"Amendment accepted by the mover", NULL},
    {"Amended: No", NULL},
    {"Support", NULL},
    {"Oppose", NULL},
    {"Stands", NULL},
    {"Not yet debated", NULL},
    {"Motion 9 was carried in 2030 and has not been acted upon", NULL},
    {"The motion passed by conference in 2030 called for tea", NULL},
    {"Lost in translation", NULL},
    {"Carried away", NULL},
    {"Passed over again", NULL},
    {"Agreed by all parties that tea is good", NULL},
    {"Lost business", "not_reached"},
    {"agreed to,", NULL},
    {"Motion, as amended, agreed to,", "carried_amended"},
    {"Carried with points 2 and 3 remitted", "carried"},
    {"Passed (unanimous)", "carried"},
    {"Carried, NDC 2014", "carried"},
    {"Falls if Composite B is carried", NULL},
    {"We were carried by the tide", NULL},
    {"Carried shoulder high through the streets of the town", NULL},
    {"If carried, this motion falls", NULL},
    {"If carried, this motion will fall Motion 6.", NULL},
    {"Should Motion 4 be carried, this motion falls", NULL},
    {"Unless remitted, the motion was lost", NULL},
    {"Points 1 and 3 carried. Point 2 lost.", "carried_part"},
    {"Taken in parts: points 2 and 3 carried, point 1 lost", "carried_part"},
    {"Carried in parts (points 1 and 2 carried; point 3 lost)", "carried_part"},
    {"Points 1-3 carried, paragraph (d) remitted to the NEC", "carried_part"},
    {"Point 3 remitted, remainder carried", "carried"},
    {"Part 2 lost, rest carried", "carried"},
    {"All points carried", "carried"},
    {"All parts were lost", "lost"},
    {"Points 1 and 3 carried", NULL},
    {"Point 2 carried and the rest is history", NULL},
    {"Conference agreed to remit the motion to the Executive Committee.", "remitted"},
    {"It was agreed to remit the motion", "remitted"},
    {"The conference voted to remit motion 5", "remitted"},
    {"Delegates voted overwhelmingly to reject the motion.", "lost"},
    {"The meeting agreed to refer the motion back", "referred_back"},
    {"Conference agreed to remit its thanks to the cooks", NULL},
    {"Conference agreed to support the motion picture fund", NULL},
    {"Debate adjourned", "deferred"},
    {"Not competent \u2013 conflicts with Rule 9", "out_of_order"},
    {"Withdrawn - see Composite 4", "withdrawn"},
    {"Not competent \u2013 or so they say of us in town", NULL},
    {"Lost - because of the fog", NULL},
    {"Not heard due to lack of time", "not_reached"},
    {"", NULL},
};

static void expect_decision(const char *line, bool found, const pol_statement *statement,
                            const char *decision)
{
    const char *code = found ? pol_decision_code(statement->decision) : NULL;
    bool is_right = code && decision ? strcmp(code, decision) == 0 : code == decision;
    if (!is_right)
        fail_msg("'%s' states %s", line, code ? code : "nothing");
}

static void test_statements(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        pol_statement statement;
        bool found = pol_statement_parse(pol_span_of(statements[i].line), &statement);
        expect_decision(statements[i].line, found, &statement, statements[i].decision);
    }
}

static const struct {
    const char *line;
    const char *decision;
} stories[] = {
    {"This resolution, submitted by Dock branch and seconded by Mill branch, was carried "
     "unanimously by the May meeting of the Regional Council.",
     "carried"},
    {"The following motion was moved by Dock branch, seconded by Mill branch and carried at the "
     "annual meeting:",
     "carried"},
    {"Leek branch unanimously passed the following motion at its meeting on 3 May:", "carried"},
    {"This motion, proposed by A. Reed, was rejected by the council.", "lost"},
    {"The motion of last year was carried and then forgotten.", NULL},
    {"This branch passed a motion on tea in 2012.", NULL},
    {"Amendment 1, submitted by Dock branch, was carried.", NULL},
    {"If carried, this motion will replace that of 2012.", NULL},
    {"Once the bill has passed, this motion stands.", NULL},
};

static void test_stories(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        pol_statement statement;
        bool found = pol_statement_parse_story(pol_span_of(stories[i].line), &statement);
        expect_decision(stories[i].line, found, &statement, stories[i].decision);
    }
}

static const struct {
    const char *line;
    size_t count;
    uint32_t first;
    const char *decision;
} points[] = {
    {"Point 2 lost", 1, 2, "lost"},
    {"Points 2 and 4 of motion REMITTED:", 2, 2, "remitted"},
    {"Point 3 of motion REMITTED: write to the board", 1, 3, "remitted"},
    {"Paragraph (b) was lost", 1, 2, "lost"},
    {"Bullet point 3 withdrawn", 1, 3, "withdrawn"},
    {"Points 2-4 lost", 3, 2, "lost"},
    {"Points 2 to 5 carried, point 1 lost", 4, 2, "carried"},
    {"Point 4-2 lost", 0, 0, NULL},
    {"Point of order", 0, 0, NULL},
    {"Points were made", 0, 0, NULL},
    {"Part 2 of the Act", 0, 0, NULL},
};

static void test_points(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        uint32_t numbers[8] = {0};
        bool are_letters;
        pol_decision decision = POL_DECISION_NONE;
        pol_span rest;
        size_t count = pol_statement_parse_points(pol_span_of(points[i].line), numbers,
                                                  &are_letters, 8, &decision, &rest);
        if (count != points[i].count || (count > 0 && numbers[0] != points[i].first) ||
            (count > 0 && strcmp(pol_decision_code(decision), points[i].decision) != 0))
            fail_msg("'%s': %zu points, first %u", points[i].line, count, numbers[0]);
    }
}

static const struct {
    const char *line;
    const char *name; /* NULL: no conference with its year */
    int year;
} conferences[] = {
    {"2017 Health Care Service Group Conference", "Health Care Service Group Conference", 2017},
    {"Police Staff Conference 2005", "Police Staff Conference", 2005},
    {"2010 Special Women's Conference", "Special Women's Conference", 2010},
    {"2010 Water, Environment & Transport Conference and Seminar",
     "Water, Environment & Transport Conference and Seminar", 2010},
    {"2018 LGBT+ Conference", "LGBT+ Conference", 2018},
    {"Congress 2015", "Congress", 2015},
    {"Autumn Conference 2022", "Autumn Conference", 2022},
    {"Annual General Meeting (2014)", "Annual General Meeting", 2014},
    {"Conference 2014, Belfast", "Conference Belfast", 2014},
    {"NATIONAL DELEGATE CONFERENCE 2009", "NATIONAL DELEGATE CONFERENCE", 2009},
    {"Works Council Conference", NULL, 0},
    {"Council Housing 2015", NULL, 0},
    {"Conference arrangements 2015", NULL, 0},
    {"The conference of 2015 was held", NULL, 0},
    {"Fighting the cuts: Conference 2015", NULL, 0},
    {"2015", NULL, 0},
    {"", NULL, 0},
};

static void test_conferences(void **state)
{
    (void)state;
    pol_arena arena;
    pol_arena_init(&arena, 1 << 16);
    for (size_t i = 0; i < sizeof conferences / sizeof *conferences; i++) {
        pol_conference conference;
        bool found = pol_conference_parse(pol_span_of(conferences[i].line), false, &conference);
        pol_span name = found ? pol_conference_name(&conference, &arena) : pol_span_of(NULL);
        if (found != (conferences[i].name != NULL) ||
            (found && (!pol_span_equal(name, pol_span_of(conferences[i].name)) ||
                       conference.year != conferences[i].year)))
            fail_msg("'%s': '%.*s', %d", conferences[i].line, POL_SPAN_ARGS(name),
                     found ? conference.year : 0);
    }
    pol_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_statements),
        cmocka_unit_test(test_stories),
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_conferences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
