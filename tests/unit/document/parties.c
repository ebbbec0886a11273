/* parties.c - what lines say of movers, to bodies and people. */
#include "document/parties.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "document/names_table.h"

typedef struct party_case {
    pol_submitter_hint hint;
    const char *value, *wanted; /* names with "; " between them, people in <> */
} party_case;

#define BODIES POL_SUBMITTER_BODIES
#define LIST   POL_SUBMITTER_LIST
#define PEOPLE POL_SUBMITTER_PEOPLE

static const party_case cases[] = {
    /* a person beside a body */
    {PEOPLE, "Jennifer Oakhampton, Westcliff Branch", "<Jennifer Oakhampton>; Westcliff Branch"},
    {BODIES, "Jennifer Oakhampton, Westcliff Branch", "<Jennifer Oakhampton>; Westcliff Branch"},
    {BODIES, "Jennifer Oakhampton, Westcliff Branch, Ravinder Dhaliwell, Saltmouth Branch",
     "<Jennifer Oakhampton>; Westcliff Branch; <Ravinder Dhaliwell>; Saltmouth Branch"},
    {PEOPLE, "Proposer \u2013 Mr Lysander Pumphrey, Leith Branch",
     "<Mr Lysander Pumphrey>; Leith Branch"},
    {BODIES, "Cuthbert Ravensworth / Leith Branch", "<Cuthbert Ravensworth>; Leith Branch"},
    {PEOPLE, "Leith Branch/Wibert Quarrendon", "Leith Branch; <Wibert Quarrendon>"},
    {PEOPLE, "J. Smith (North branch)", "<J. Smith>; North branch"},
    {BODIES, "J. Smith (North branch)", "<J. Smith>; North branch"},
    {BODIES, "Moved: Women Members' Committee. Seconded: Margaret Thistlewood",
     "Women Members' Committee; <Margaret Thistlewood>"},
    {PEOPLE, "Women Members' Committee. Seconded: Margaret Thistlewood",
     "Women Members' Committee; <Margaret Thistlewood>"},
    {BODIES, "Percival Wetherby", "<Percival Wetherby>"},
    {PEOPLE, "Percival Wetherby", "<Percival Wetherby>"},
    {BODIES, "Leith Branch \u2013 mover Octavia Nightingale",
     "Leith Branch; <Octavia Nightingale>"},
    {PEOPLE, "Peregrine Allardyce (Leith)", "<Peregrine Allardyce>; Leith"},
    {PEOPLE, "Mover: Peregrine Allardyce (Leith)  Seconder: Tabitha Molesworth (Hull)",
     "<Peregrine Allardyce>; Leith; <Tabitha Molesworth>; Hull"},
    {PEOPLE, "Proposed: Sis. Araminta Goldfinch, Hull branch; seconded Bro. Ignatius Lovelock",
     "<Sis. Araminta Goldfinch>; Hull branch; <Bro. Ignatius Lovelock>"},
    {BODIES, "Jane Quorn of Hull Branch", "<Jane Quorn>; Hull Branch"},
    {BODIES, "Jane Quorn on behalf of Hull Branch", "<Jane Quorn>; Hull Branch"},
    {BODIES, "Hull Branch, Jane Quorn, Leith Branch", "Hull Branch; <Jane Quorn>; Leith Branch"},
    {BODIES, "Jane Quorn and Bob Tarn (Devon and Cornwall Branch)",
     "<Jane Quorn>; <Bob Tarn>; Devon and Cornwall Branch"},
    {BODIES, "Jennifer Oakhampton Westcliff Branch", "<Jennifer Oakhampton>; Westcliff Branch"},
    {PEOPLE, "Amal Pumphrey (Rail Employees)", "<Amal Pumphrey>; Rail Employees"},
    {BODIES, "South Wales Amal", "South Wales Amal"},
    {PEOPLE, "Mr Lysander Pumphrey Leith Branch", "<Mr Lysander Pumphrey>; Leith Branch"},
    {PEOPLE, "Jane Quorn (she/her), Leith Branch", "<Jane Quorn>; Leith Branch"},
    {BODIES, "NEC, Jane Quorn", "NEC; <Jane Quorn>"},
    {LIST, "Hull, Leith Branch, J. Quorn", "Hull; Leith Branch; <J. Quorn>"},
    /* people alone */
    {PEOPLE, "J. Smith and K. Jones", "<J. Smith>; <K. Jones>"},
    {PEOPLE, "Smith", "<Smith>"},
    {PEOPLE, "Ann Reed, Bo Hill", "<Ann Reed>; <Bo Hill>"},
    {PEOPLE, "Reed, Hill and Tarn", "<Reed>; <Hill>; <Tarn>"},
    {BODIES, "Stephen Ward", "<Stephen Ward>"},
    {BODIES, "Neil Young", "<Neil Young>"},
    {PEOPLE, "Oliver North", "<Oliver North>"},
    {BODIES, "Anne-Marie O'Quorn", "<Anne-Marie O'Quorn>"},
    {BODIES, "Wibert van der Quarrendon", "<Wibert van der Quarrendon>"},
    {BODIES, "Brother Quorn", "<Brother Quorn>"},
    {BODIES, "Cllr Wibert Quarrendon", "<Cllr Wibert Quarrendon>"},
    {BODIES, "Jane Quorn MP", "<Jane Quorn MP>"},
    {BODIES, "JANE QUORN", "<JANE QUORN>"},
    {PEOPLE, "Wibert Quarrendon; Osric Tarn", "<Wibert Quarrendon>; <Osric Tarn>"},
    /* bodies that are named after people, or look like them */
    {PEOPLE, "William Morris branch", "William Morris branch"},
    {PEOPLE, "St. John's Ward", "St. John's Ward"},
    {PEOPLE, "St. John Quorn", "<St. John Quorn>"},
    {PEOPLE, "St. Helens", "St. Helens"},
    {PEOPLE, "Tyne & Wear", "Tyne; Wear"},
    {PEOPLE, "East Midlands", "East Midlands"},
    {PEOPLE, "Cymru/Wales", "Cymru/Wales"},
    {PEOPLE, "Black Workers' Caucus", "Black Workers' Caucus"},
    {PEOPLE, "Dogger Branch", "Dogger Branch"},
    {PEOPLE, "Keir Hardie Constituency Party", "Keir Hardie Constituency Party"},
    {PEOPLE, "Local 9", "Local 9"},
    {PEOPLE, "University of Leek", "University of Leek"},
    {PEOPLE, "Unite", "Unite"},
    {PEOPLE, "GMB", "GMB"},
    {PEOPLE, "NEC", "NEC"},
    {BODIES, "UNITE, GMB", "UNITE; GMB"},
    {PEOPLE, "Abbey Ward", "Abbey Ward"},
    {PEOPLE, "Dogger Lodge", "Dogger Lodge"},
    {PEOPLE, "Leith Chapel", "Leith Chapel"},
    {PEOPLE, "Dr Gray's Hospital Branch", "Dr Gray's Hospital Branch"},
    {PEOPLE, "Robert Owen House Branch", "Robert Owen House Branch"},
    {PEOPLE, "Young Members", "Young Members"},
    {PEOPLE, "Retired Members' Section", "Retired Members' Section"},
    {PEOPLE, "South West", "South West"},
    {PEOPLE, "Northern Ireland", "Northern Ireland"},
    {BODIES, "Milton Keynes", "Milton Keynes"},
    {BODIES, "Tower Hamlets", "Tower Hamlets"},
    {BODIES, "Yorkshire & Humberside", "Yorkshire & Humberside"},
    {BODIES, "High Peak and Wold Region", "High Peak and Wold Region"},
    {PEOPLE, "High Peak & Wold Region", "High Peak & Wold Region"},
    {BODIES, "Wibert Quarrendon and Osric Tarn", "<Wibert Quarrendon>; <Osric Tarn>"},
    {BODIES, "Leek and Moorlands", "Leek and Moorlands"},
    {BODIES, "Camden, Islington and Haringey Branch", "Camden, Islington and Haringey Branch"},
    {BODIES, "Water, Environment and Transport Executive",
     "Water, Environment and Transport Executive"},
    {BODIES, "Pay Bargaining, Social Care and Education Committee",
     "Pay Bargaining, Social Care and Education Committee"},
    {BODIES, "Borough of Tower Quarrendon", "Borough of Tower Quarrendon"},
    {BODIES, "Hull Trades Council; Leek Federation", "Hull Trades Council; Leek Federation"},
    {LIST, "Canal Street Branch, Lock Keepers' Society",
     "Canal Street Branch; Lock Keepers' Society"},
    {BODIES, "the National Executive Council", "National Executive Council"},
    {PEOPLE, "Standing Orders Committee", "Standing Orders Committee"},
    {BODIES, "Greenwich", "Greenwich"},
    {BODIES, "Hull PCS", "Hull PCS"},
    /* nobody */
    {BODIES, "", ""},
    {BODIES, " - ", ""},
};

static void print_parties(const party_case *one, pol_buffer *out)
{
    enum { CAPACITY = 8 };
    pol_submitter parties[CAPACITY];
    size_t count = pol_parties_split(pol_span_of(one->value), one->hint, parties, CAPACITY);
    for (size_t i = 0; i < count; i++)
        pol_buffer_printf(out, "%s%s%.*s%s", i ? "; " : "", parties[i].is_person ? "<" : "",
                          POL_SPAN_ARGS(parties[i].name), parties[i].is_person ? ">" : "");
    pol_buffer_add_byte(out, '\0');
}

static void lines_to_parties(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_buffer out;
        pol_buffer_init(&out, 1 << 16);
        print_parties(&cases[i], &out);
        if (strcmp(out.data, cases[i].wanted) != 0) {
            print_error("'%s'\n  gives  %s\n  wanted %s\n", cases[i].value, out.data,
                        cases[i].wanted);
            wrong++;
        }
        pol_buffer_done(&out);
    }
    assert_int_equal(wrong, 0);
}

static void capacity_is_kept(void **state)
{
    (void)state;
    pol_submitter parties[2];
    pol_span value = POL_SPAN("Ann Reed, Bo Hill, Jane Quorn, Leith Branch");
    assert_int_equal(pol_parties_split(value, POL_SUBMITTER_PEOPLE, parties, 2), 2);
    assert_int_equal(pol_parties_split(value, POL_SUBMITTER_PEOPLE, parties, 0), 0);
}

static void statements_of_movers(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool is_one;
    } lines[] = {
        {"Leith Branch \u2013 mover Octavia Nightingale", true},
        {"Cuthbert Ravensworth / Leith Branch", true},
        {"Proposer \u2013 Mr Lysander Pumphrey, Leith Branch", true},
        {"Moved by Wibert Quarrendon", true},
        {"Jane Quorn (Leith Branch)", true},
        {"Moved: Leith Branch. Seconded: Margaret Thistlewood", true},
        {"Leith Branch", false}, /* no person: a heading may look so */
        {"Jane Quorn", false},   /* nothing says that she moves */
        {"Jane Quorn spoke for Leith Branch and was heard", false},
        {"Moved by the committee to another room", false},
        {"Safe Harbours", false},
        {"Equal Pay / Pensions Justice", false},
        {"Conference notes that Leith Branch moved", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (pol_is_party_line(pol_span_of(lines[i].line)) != lines[i].is_one)
            fail_msg("'%s' is%s taken for a statement of movers", lines[i].line,
                     lines[i].is_one ? " not" : "");
}

static void kinds_of_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        pol_name_kind kind;
    } names[] = {
        {"Size of the Executive", POL_NAME_NONE},
        {"Role of the National Council", POL_NAME_NONE},
        {"Isle of Wight Branch", POL_NAME_BODY},
        {"Friends of the Earth Network", POL_NAME_BODY},
        {"Social Care", POL_NAME_NONE},
        {"Motion 4", POL_NAME_NONE},
        {"Composite A", POL_NAME_NONE},
        {"Wibert Quarrendon", POL_NAME_PERHAPS},
        {"J Smith", POL_NAME_PERSON},
        {"A Quarrendon", POL_NAME_PERHAPS},
        {"A. Quarrendon", POL_NAME_PERSON},
        {"Mr Quarrendon", POL_NAME_PERSON},
        {"Robin Hood Tax", POL_NAME_NONE},
        {"walking to work", POL_NAME_NONE},
        {"", POL_NAME_NONE},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        pol_name_kind kind = pol_name_kind_of(pol_span_of(names[i].name));
        if (kind != names[i].kind)
            fail_msg("'%s' is of kind %d, not %d", names[i].name, (int)kind, (int)names[i].kind);
    }
}

/* They are looked for by halves. */
static void first_names_are_sorted(void **state)
{
    (void)state;
    for (size_t i = 1; i < pol_given_name_count; i++)
        if (strcmp(pol_given_names[i - 1], pol_given_names[i]) >= 0)
            fail_msg("'%s' stands before '%s'", pol_given_names[i - 1], pol_given_names[i]);
    for (size_t i = 0; i < pol_given_name_count; i++)
        assert_true(pol_name_is_given(pol_span_of(pol_given_names[i])));
    assert_false(pol_name_is_given(POL_SPAN("conference")));
}

static void long_values_end(void **state)
{
    (void)state;
    enum { SIZE = 1 << 20 };
    static const char *const patterns[] = {"Jane Quorn of ", "(", "Moved by ", "A, ", "A. B "};
    pol_submitter parties[64];
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t k = 0; k < sizeof patterns / sizeof *patterns; k++) {
        for (size_t i = 0; i < SIZE; i++)
            text[i] = patterns[k][i % strlen(patterns[k])];
        size_t count = pol_parties_split(pol_span_make(text, SIZE), POL_SUBMITTER_BODIES, parties,
                                         sizeof parties / sizeof *parties);
        assert_true(count <= sizeof parties / sizeof *parties);
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_to_parties),       cmocka_unit_test(capacity_is_kept),
        cmocka_unit_test(statements_of_movers),   cmocka_unit_test(kinds_of_names),
        cmocka_unit_test(first_names_are_sorted), cmocka_unit_test(long_values_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
