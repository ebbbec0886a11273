/* discreet.c - lines of reports and outcomes to the same without people. */
#include "document/discreet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static pol_arena arena;
static pol_error error;

static int set_up(void **state)
{
    (void)state;
    pol_arena_init(&arena, 64 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pol_arena_done(&arena);
    return 0;
}

typedef struct text_case {
    const char *text, *wanted; /* NULL: unchanged */
} text_case;

/* Whatever the reach. */
static const text_case stated[] = {
    {"Moved by J. Smith, seconded by K. Jones. CARRIED", "Moved by …, seconded by …. CARRIED"},
    {"Moved by Smith and seconded by Jones", "Moved by … and seconded by …"},
    {"MOVED BY JANE QUORN CARRIED", "MOVED BY … CARRIED"},
    {"Motion 1 was moved by Sister Hannah Birkbeck (Eastquay) and seconded by Sister Lola Ferrars.",
     "Motion 1 was moved by … (Eastquay) and seconded by …."},
    {"Motion 2: Buoys – moved by Peregrine Allardyce – LOST",
     "Motion 2: Buoys – moved by … – LOST"},
    {"Motion 5: Remitted; moved Lysander Pumphrey, seconded Gideon Applegarth",
     "Motion 5: Remitted; moved …, seconded …"},
    {"Motion 77: Moved by Phineas Quillfeather: CARRIED", "Motion 77: Moved by …: CARRIED"},
    {"Mover: Smith", "Mover: …"},
    {"Mover – Wibert Quarrendon, Leith Branch", "Mover – …, Leith Branch"},
    {"Proposer Wibert Quarrendon", "Proposer …"},
    {"Proposed: Sis. Araminta Goldfinch, Hull branch", "Proposed: …, Hull branch"},
    {"Congress, on the motion of Evangeline Threlkeld, calls for sonar",
     "Congress, on the motion of …, calls for sonar"},
    {"Fell; in the name of Osric Tarn", "Fell; in the name of …"},
    {"withdrawn by Dorothea Brocklebank", "withdrawn by …"},
    {"Seconded by Ann Reed, Bo Hill and Osric Tarn", "Seconded by …, … and …"},
    {"moved by Leith Branch and seconded by Wibert Quarrendon",
     "moved by Leith Branch and seconded by …"},
    {"moved by Wibert Quarrendon Leith Branch", NULL},
    {"moved by Jane Quorn Leith Branch", "moved by … Leith Branch"},
    {"moved by Anne-Marie O’Quorn", "moved by …"},
    {"moved by Wibert van der Quarrendon", "moved by …"},
    {"Brother Quorn spoke against", "… spoke against"},
    {"Cllr Wibert Quarrendon asked for a count", "… asked for a count"},
    {"thanks to Mr Quorn and Mrs J. Tarn", "thanks to … and …"},
    {"Wibert Quarrendon moved the motion", "… moved the motion"},
    {"Wibert Quarrendon (Leith) seconded", "… (Leith) seconded"},
    {"Motion 6: Radar: fell, Algernon Fotheringay not being present",
     "Motion 6: Radar: fell, … not being present"},
    /* no people */
    {"CARRIED", NULL},
    {"", NULL},
    {"Not moved", NULL},
    {"the question was moved to Friday", NULL},
    {"Moved to Friday Morning", NULL},
    {"amendment accepted by the mover", NULL},
    {"moved by the Executive", NULL},
    {"Moved by Standing Orders Committee", NULL},
    {"Moved: Women Members’ Committee", NULL},
    {"moved by Unite, seconded by GMB", NULL},
    {"Submitted by Camden", NULL},
    {"Proposed Rule Amendments", NULL},
    {"Proposed: That Conference notes this", NULL},
    {"Dr Gray's Hospital Branch moved Motion 4", NULL},
    {"Conference moved to next business", NULL},
    {"North West Region moved Motion 4", NULL},
    {"Motion 2 (Safe Harbours): CARRIED", NULL},
    {"Composite A: Equal Pay: CARRIED", NULL},
    {"moved by", NULL},
};

/* People in brackets as well. */
static const text_case bracketed[] = {
    {"Tugs (Cordelia Winterbourne): CARRIED", "Tugs (…): CARRIED"},
    {"4 Lamps (D Brocklebank) withdrawn", "4 Lamps (…) withdrawn"},
    {"Radar (Algernon Fotheringay, Hull)", "Radar (…, Hull)"},
    {"Radar (North Branch)", NULL},
    {"Radar (as amended)", NULL},
    {"3 Ropes Araminta Goldfinch CARRIED", NULL},
};

/* Names that begin with a common first name as well. */
static const text_case everyone[] = {
    {"3 Ropes Araminta Goldfinch CARRIED", "3 Ropes … CARRIED"},
    {"Present: Jane Quorn, Bob Tarn (chair)", "Present: …, … (chair)"},
    {"3 | Ropes | Araminta Goldfinch | CARRIED", "3 | Ropes | … | CARRIED"},
    {"Justice for Nelson Mandela: CARRIED", NULL}, /* whom it is about */
    {"Robin Hood Tax: CARRIED", NULL},
    {"William Morris branch: CARRIED", NULL},
    {"Mark the day: CARRIED", NULL},
};

static void check(const text_case *cases, size_t count, pol_discreet_reach reach)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        pol_span text = pol_span_of(cases[i].text), made;
        const char *wanted = cases[i].wanted ? cases[i].wanted : cases[i].text;
        assert_int_equal(pol_discreet_text(text, reach, &arena, &made, &error), POL_OK);
        if (!pol_span_equal(made, pol_span_of(wanted))) {
            print_error("'%s'\n  gives  %.*s\n  wanted %s\n", cases[i].text, POL_SPAN_ARGS(made),
                        wanted);
            wrong++;
        }
        if (!cases[i].wanted)
            assert_ptr_equal(made.data, text.data); /* nothing is copied */
    }
    assert_int_equal(wrong, 0);
}

#define CHECK(cases, reach) check((cases), sizeof(cases) / sizeof *(cases), (reach))

static void names_that_are_stated(void **state)
{
    (void)state;
    CHECK(stated, POL_DISCREET_STATED);
    CHECK(stated, POL_DISCREET_BRACKETS);
}

static void names_in_brackets(void **state)
{
    (void)state;
    CHECK(bracketed, POL_DISCREET_BRACKETS);
}

static void names_of_everyone(void **state)
{
    (void)state;
    CHECK(everyone, POL_DISCREET_EVERYONE);
}

static void titles_and_headings(void **state)
{
    (void)state;
    static const text_case titles[] = {
        {"Tugs (Cordelia Winterbourne)", "Tugs"},
        {"Radar (Algernon Fotheringay, Hull)", "Radar"},
        {"Buoys – moved by Peregrine Allardyce", "Buoys"},
        {"Ropes, Sis. Goldfinch", "Ropes"},
        {"Remembering Rosa Parks", NULL},
        {"Julian Assange", NULL},
        {"Housing (Grenfell Tower)", NULL},
        {"Radar (North Branch)", NULL},
        {"Justice for Mr Quorn", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        pol_span made = pol_discreet_title(pol_span_of(titles[i].text));
        const char *wanted = titles[i].wanted ? titles[i].wanted : titles[i].text;
        if (!pol_span_equal(made, pol_span_of(wanted)))
            fail_msg("'%s' gives '%.*s'", titles[i].text, POL_SPAN_ARGS(made));
    }
    assert_null(pol_discreet_heading(POL_SPAN("Dorothea Brocklebank (Dundee")).data);
    assert_null(pol_discreet_heading(POL_SPAN("Sister Quorn")).data);
    assert_non_null(pol_discreet_heading(POL_SPAN("Health and Safety")).data);
    assert_non_null(pol_discreet_heading(POL_SPAN("Equal Rights (Women)")).data);
    assert_non_null(pol_discreet_heading(POL_SPAN("Keir Hardie Branch")).data);
}

static void outcomes(void **state)
{
    (void)state;
    static const struct {
        const char *title, *words, *line, *wanted_title, *wanted_words, *wanted_line;
    } cases[] = {
        {"Tugs (Cordelia Winterbourne)", "CARRIED", "1 Tugs (Cordelia Winterbourne): CARRIED",
         "Tugs", "CARRIED", "1 Tugs (…): CARRIED"},
        {"Lamps", "withdrawn by Dorothea Brocklebank", "4 Lamps withdrawn by Dorothea Brocklebank",
         "Lamps", "withdrawn by …", "4 Lamps withdrawn by …"},
        {"Ropes Araminta Goldfinch", "CARRIED", "3 Ropes Araminta Goldfinch CARRIED", "Ropes",
         "CARRIED", "3 Ropes … CARRIED"},
        {"Remembering Rosa Parks", "CARRIED", "3 Remembering Rosa Parks CARRIED",
         "Remembering Rosa Parks", "CARRIED", "3 Remembering Rosa Parks CARRIED"},
        {"Buoys", "Lost", "2 Buoys Wibert Quarrendon (Hull Branch) Lost", "Buoys", "Lost",
         "2 Buoys … (Hull Branch) Lost"},
        {"Buoys", "Lost", "2 Buoys South West Lost", "Buoys", "Lost", "2 Buoys South West Lost"},
        {"Rosa Parks", "CARRIED", "3 Rosa Parks: CARRIED", "Rosa Parks", "CARRIED",
         "3 Rosa Parks: CARRIED"},
        {"Moved by Phineas Quillfeather", "CARRIED", "Moved by Phineas Quillfeather: CARRIED", "",
         "CARRIED", "Moved by …: CARRIED"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_outcome outcome = {.number = POL_SPAN("1"),
                               .title = pol_span_of(cases[i].title),
                               .words = pol_span_of(cases[i].words),
                               .line_text = pol_span_of(cases[i].line)};
        assert_int_equal(pol_discreet_outcome(&outcome, &arena, &error), POL_OK);
        assert_true(pol_span_equal(outcome.title, pol_span_of(cases[i].wanted_title)));
        assert_true(pol_span_equal(outcome.words, pol_span_of(cases[i].wanted_words)));
        assert_true(pol_span_equal(outcome.line_text, pol_span_of(cases[i].wanted_line)));
        assert_null(outcome.referral.data);
    }
}

/* Number or title must be there: a title that is nothing else stays, without the name. */
static void a_title_alone(void **state)
{
    (void)state;
    pol_outcome outcome = {.title = POL_SPAN("Moved by Phineas Quillfeather"),
                           .words = POL_SPAN("CARRIED"),
                           .line_text = POL_SPAN("Moved by Phineas Quillfeather: CARRIED")};
    assert_int_equal(pol_discreet_outcome(&outcome, &arena, &error), POL_OK);
    assert_true(pol_span_equal(outcome.title, POL_SPAN("Moved by …")));
}

static void long_texts_end(void **state)
{
    (void)state;
    enum { SIZE = 1 << 20 };
    static const char *const patterns[] = {"Jane Quorn (", "Moved by ", "Moved by A and ",
                                           "Ab ",          "\xFF\xE2 ", "Mr "};
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t k = 0; k < sizeof patterns / sizeof *patterns; k++) {
        for (size_t i = 0; i < SIZE; i++)
            text[i] = patterns[k][i % strlen(patterns[k])];
        pol_span made;
        pol_arena small;
        pol_arena_init(&small, 16 << 20);
        assert_int_equal(pol_discreet_text(pol_span_make(text, SIZE), POL_DISCREET_EVERYONE, &small,
                                           &made, &error),
                         POL_OK);
        assert_true(made.size > 0);
        pol_arena_done(&small);
    }
    free(text);
}

static void an_arena_that_is_full(void **state)
{
    (void)state;
    pol_arena small;
    pol_span made;
    pol_arena_init(&small, 8);
    pol_status status = pol_discreet_text(POL_SPAN("Moved by Jane Quorn, who spoke for an hour"),
                                          POL_DISCREET_STATED, &small, &made, &error);
    assert_true(status == POL_LIMIT || status == POL_NOMEM);
    assert_true(strlen(error.text) > 0);
    pol_arena_done(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_that_are_stated),
        cmocka_unit_test(names_in_brackets),
        cmocka_unit_test(names_of_everyone),
        cmocka_unit_test(titles_and_headings),
        cmocka_unit_test(outcomes),
        cmocka_unit_test(a_title_alone),
        cmocka_unit_test(long_texts_end),
        cmocka_unit_test(an_arena_that_is_full),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
