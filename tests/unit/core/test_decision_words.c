/* test_decision_words.c - decision lines as printed, one row each. */
#include "core/vocabulary.h"
#include "tests/unit/core/cmocka_all.h"

typedef struct words_row {
    const char *words;
    int decision; /* a pol_decision */
} words_row;

enum {
    NONE = POL_DECISION_NONE,
    CARRIED = POL_DECISION_CARRIED,
    AMENDED = POL_DECISION_CARRIED_AMENDED,
    PART = POL_DECISION_CARRIED_PART,
    LOST = POL_DECISION_LOST,
    FELL = POL_DECISION_FELL,
    REMITTED = POL_DECISION_REMITTED,
    BACK = POL_DECISION_REFERRED_BACK,
    WITHDRAWN = POL_DECISION_WITHDRAWN,
    COMPOSITED = POL_DECISION_COMPOSITED,
    NOT_REACHED = POL_DECISION_NOT_REACHED,
    DEFERRED = POL_DECISION_DEFERRED,
    OUT = POL_DECISION_OUT_OF_ORDER
};

static const words_row rows[] = {
    {"Carried", CARRIED},
    {"CARRIED", CARRIED},
    {" carried. ", CARRIED},
    {"Carried\xC2\xA0", CARRIED},
    {"**Carried**", CARRIED},
    {"carrierd", CARRIED},
    {"agreed", CARRIED},
    {"Agreed to", CARRIED},
    {"Question agreed to.", CARRIED},
    {"Question put and agreed to", CARRIED},
    {"Question accordingly agreed to", CARRIED},
    {"Adopted", CARRIED},
    {"Passed", CARRIED},
    {"passed", CARRIED},
    {"Accepted", CARRIED},
    {"Approved", CARRIED},
    {"Endorsed", CARRIED},
    {"Endorsed by all who matter to us", NONE},
    {"nem con", CARRIED},
    {"carried nem con", CARRIED},
    {"Carried nem. con.", CARRIED},
    {"Carried unanimously", CARRIED},
    {"Unanimously carried", CARRIED},
    {"carried unopposed", CARRIED},
    {"carried overwhelmingly", CARRIED},
    {"Carried by a large majority", CARRIED},
    {"Carried (on a show of hands)", CARRIED},
    {"Carried, 45 votes to 12", CARRIED},
    {"Carried 123,456 to 98,765", CARRIED},
    {"Carried (45 for, 12 against, 3 abstentions)", CARRIED},
    {"For 45 Against 12", NONE},
    {"Carried by a majority vote", CARRIED},
    {"carried by the May meeting", CARRIED},
    {"Passed at the 2031 Annual Conference", CARRIED},
    {"Passed at Conference 2031", CARRIED},
    {"The motion was carried", CARRIED},
    {"The motion was carried unanimously", CARRIED},
    {"The motion was carried unanimously.", CARRIED},
    {"This motion was passed", CARRIED},
    {"Motion passed", CARRIED},
    {"Motion passed 4 May 2031", CARRIED},
    {"Motion 12 was carried", CARRIED},
    {"Motion 75.1 carried", CARRIED},
    {"Passed unanimously on 4 May 2031", CARRIED},
    {"Composite carried", CARRIED},
    {"Composite C carried", CARRIED},
    {"Resolution carried", CARRIED},
    {"Emergency motion carried", CARRIED},
    {"As passed by conference", CARRIED},
    {"Adopted by Congress", CARRIED},
    {"carried", CARRIED},

    {"Carried as Amended", AMENDED},
    {"CARRIED AS AMENDED", AMENDED},
    {"carried as amended by 75.1", AMENDED},
    {"Carried unopposed as amended", AMENDED},
    {"Carried as amended unanimously", AMENDED},
    {"adopted as amended", AMENDED},
    {"Passed with amendments", AMENDED},
    {"Agreed to as amended", AMENDED},
    {"Motion, as amended, carried", AMENDED},
    {"The motion as amended was carried", AMENDED},
    {"Motion carried as amended", AMENDED},
    {"carried_amended", AMENDED},

    {"taken in parts", PART},
    {"Carried in part", PART},
    {"Carried in parts", PART},
    {"Carried, point 3 lost", PART},
    {"Carried except point 2", PART},
    {"Part 1 carried, part 2 lost", PART},
    {"carried_part", PART},

    {"Lost", LOST},
    {"LOST.", LOST},
    {"lost on a card vote", LOST},
    {"DEFEATED ON A CARD VOTE 123,456 TO 98,765", LOST},
    {"defeated", LOST},
    {"Motion defeated", LOST},
    {"rejected", LOST},
    {"Negatived", LOST},
    {"Question negatived", LOST},
    {"not carried", LOST},
    {"The motion was not carried", LOST},
    {"NOT PASSED", LOST},
    {"Not agreed to", LOST},

    {"Fell", FELL},
    {"falls", FELL},
    {"Motion has fallen", FELL},
    {"fell with motion 3", FELL},
    {"Fell by 9 votes to 17", LOST},
    {"The motion fell (9 for, 17 against)", LOST},
    {"Pre-empted", FELL},

    {"Remitted", REMITTED},
    {"Remitted to the NEC", REMITTED},
    {"Remitted to the National Executive Council", REMITTED},
    {"referred to the executive", REMITTED},
    {"Referred to the Executive for further consideration", REMITTED},
    {"Referred", REMITTED},

    {"Referred back", BACK},
    {"reference back", BACK},
    {"Motion referred back to conference", BACK},
    {"Referred back to the movers", BACK},
    {"Referred back to sponsors", BACK},
    {"Reference back carried", BACK},

    {"Withdrawn", WITHDRAWN},
    {"Withdrawn by the mover", WITHDRAWN},
    {"withdrawn after debate", WITHDRAWN},
    {"Not moved", WITHDRAWN},

    {"Composited", COMPOSITED},
    {"Subsumed in Composite X", COMPOSITED},
    {"subsumed into composite 4", COMPOSITED},

    {"notdebated", NOT_REACHED},
    {"Not debated", NOT_REACHED},
    {"Motion not debated", NOT_REACHED},
    {"Not taken", NOT_REACHED},
    {"Not reached", NOT_REACHED},
    {"not_reached", NOT_REACHED},
    {"timed out", NOT_REACHED},
    {"Lost business", NOT_REACHED},
    {"Lost due to lack of time", NOT_REACHED},
    {"Fell through lack of time", NOT_REACHED},
    {"Outstanding", NOT_REACHED},
    {"Not prioritised", NOT_REACHED},

    {"Deferred", DEFERRED},
    {"adjourned", DEFERRED},
    {"Left on the table", DEFERRED},

    {"Out of order", OUT},
    {"ruled out of order", OUT},
    {"OoO", OUT},
    {"Not competent", OUT},
    {"not admissible", OUT},

    {"", NONE},
    {"Ratified", CARRIED},
    {"Motion passes unanimously", CARRIED},
    {"This motion fails.", LOST},
    {"Carried en bloc", CARRIED},
    {"Adopted unamended", CARRIED},
    {"heavily defeated", LOST},
    {"passes the time", NONE},
    {"went through unanimously", CARRIED},
    {"went through the papers", NONE},
    {"did not get through", LOST},
    {"did not pass", LOST},
    {"joined together in Composite 1", COMPOSITED},
    {"joined together in song", NONE},
    {"Voted through", CARRIED},
    {"Carried by consensus", CARRIED},
    {"Agreed nem. dis.", CARRIED},
    {"Carried with none against", CARRIED},
    {"Carried on a recount", CARRIED},
    {"Amended and approved", AMENDED},
    {"Carried except (ii)", PART},
    {"Failed", LOST},
    {"FAILED TO SECURE A MAJORITY", LOST},
    {"failed to reach the two-thirds majority", LOST},
    {"Fell by 33 votes to 47", LOST},
    {"Fell on a card vote", LOST},
    {"Lapsed", FELL},
    {"Lapsed for want of a seconder", FELL},
    {"Lapsed for want of time", NOT_REACHED},
    {"Fell consequentially", FELL},
    {"Fell when Composite A was carried", FELL},
    {"Not considered", NOT_REACHED},
    {"Guillotined", NOT_REACHED},
    {"Agreed to remit to the Executive", REMITTED},
    {"Remission accepted", REMITTED},
    {"Remission lost", NONE},
    {"Not moved by the branch", WITHDRAWN},
    {"Not pursued", WITHDRAWN},
    {"Taken together as Composite 1", COMPOSITED},
    {"Part of Composite B", COMPOSITED},
    {"Merged with motion 7", COMPOSITED},
    {"See Comp. 2", COMPOSITED},
    {"Left on the table until the spring meeting", DEFERRED},
    {"Held over to 2032", DEFERRED},
    {"Postponed", DEFERRED},
    {"Carried over to next year", DEFERRED},
    {"Carried over", NONE},
    {"Not in order", OUT},
    {"Ruled out", OUT},
    {"Not admitted", OUT},
    {"Failed to turn up", NONE},
    {"Held by the executive", NONE},
    {"Merged", COMPOSITED},
    {".", NONE},
    {"tbd", NONE},
    {"unknown", NONE},
    {"Support", NONE},
    {"Oppose", NONE},
    {"Remit", NONE},
    {"Resolution", NONE},
    {"Amended Resolution", NONE},
    {"Motion", NONE},
    {"The motion was", NONE},
    {"Amended", NONE},
    {"Amended: No", NONE},
    {"Amended: Yes", NONE},
    {"Amendment carried", NONE},
    {"Amendment 3 was lost", NONE},
    {"stands", NONE},
    {"Motion stands", NONE},
    {"accepted by the mover", NONE},
    {"Amendment accepted", NONE},
    {"not yet debated", NONE},
    {"Carried?", NONE},
    {"Carried / Lost", NONE},
    {"Carried on working despite the cuts", NONE},
    {"carried forward", NONE},
    {"carried by the wind", NONE},
    {"Lost property", NONE},
    {"lost their jobs", NONE},
    {"lost business to the private sector", NONE},
    {"fell off the agenda", NONE},
    {"Falls if 5 is carried", NONE},
    {"Referred to above", NONE},
    {"Referred to in motion 5", NONE},
    {"Reference back lost", NONE},
    {"OoO 02", NONE},
    {"Withdrawal of labour", NONE},
    {"to be carried", NONE},
    {"If carried", NONE},
    {"uncarried", NONE},
    {"carried carried lost", NONE},
};

static void reads_decision_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_decision decision = pol_decision_from_words(pol_span_of(rows[i].words));
        if ((int)decision != rows[i].decision)
            fail_msg("'%s' was read as '%s', not '%s'", rows[i].words, pol_decision_label(decision),
                     pol_decision_label((pol_decision)rows[i].decision));
    }
}

static void reads_nouns_only_as_values(void **state)
{
    (void)state;
    assert_int_equal(pol_decision_from_value(POL_SPAN("Resolution")), CARRIED);
    assert_int_equal(pol_decision_from_value(POL_SPAN("AMENDED RESOLUTION")), AMENDED);
    assert_int_equal(pol_decision_from_value(POL_SPAN("Remit")), REMITTED);
    assert_int_equal(pol_decision_from_value(POL_SPAN("Not carried")), LOST);
    assert_int_equal(pol_decision_from_value(POL_SPAN("Support")), NONE);
    assert_int_equal(pol_decision_from_value(POL_SPAN("Motion")), NONE);
}

static void refuses_what_is_too_long(void **state)
{
    (void)state;
    char text[100000];
    for (size_t i = 0; i + 8 <= sizeof text; i += 8)
        memcpy(text + i, "carried ", 8);
    assert_int_equal(pol_decision_from_words(pol_span_make(text, sizeof text)), NONE);
    assert_int_equal(pol_decision_from_words(pol_span_make(text, 159)), NONE);
    assert_int_equal(pol_decision_from_words((pol_span){0}), NONE);
}

/* The quick looks must let every phrase of the tables pass. */
static void test_quick_looks(void **state)
{
    (void)state;
    assert_true(pol_decision_words_are_listed());
    assert_true(pol_decision_may_hold(POL_SPAN("then it was Carried")));
    assert_true(pol_decision_may_hold(POL_SPAN("motion\xE2\x80\x94"
                                               "carried\xE2\x80\x94"
                                               "so")));
    assert_false(pol_decision_may_hold(POL_SPAN("the women\xE2\x80\x99s tea, 4 cups")));
    assert_false(pol_decision_may_hold(POL_SPAN("carrie carriedly")));
    assert_false(pol_decision_may_hold(POL_SPAN("")));
    assert_true(pol_decision_may_start(POL_SPAN("(Carried)")));
    assert_true(pol_decision_may_start(POL_SPAN("The tea")));
    assert_true(pol_decision_may_start(POL_SPAN("45 for")));
    assert_false(pol_decision_may_start(POL_SPAN("Tea was carried")));
    assert_true(pol_decision_may_begin(POL_SPAN("The motion fell")));
    assert_true(pol_decision_may_begin(POL_SPAN("This \xE2\x80\x9Cmotion\xE2\x80\x9D was lost")));
    assert_true(pol_decision_may_begin(POL_SPAN("The 4th")));
    assert_true(pol_decision_may_begin(POL_SPAN("As amended")));
    assert_true(pol_decision_may_begin(POL_SPAN("the")));
    assert_false(pol_decision_may_begin(POL_SPAN("The tea was carried")));
    assert_false(pol_decision_may_begin(POL_SPAN("Tea was carried")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quick_looks),
        cmocka_unit_test(reads_decision_lines),
        cmocka_unit_test(reads_nouns_only_as_values),
        cmocka_unit_test(refuses_what_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
