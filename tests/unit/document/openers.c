/* openers.c - how paragraphs open, and what leads a list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/lead_in.h"
#include "document/openers.h"

static const struct {
    const char *text;
    const char *clause; /* NULL: no opener */
} openings[] = {
    {"Conference notes the kettles.", "notes"},
    {"This Conference further notes that", "notes"},
    {"Conference notes with concern the rise", "notes"},
    {"Conference also welcomes", "notes"},
    {"In addition, Conference notes that", "notes"},
    {"However, Conference believes that", "believes"},
    {"As part of this, Conference believes it is essential", "believes"},
    {"Therefore this Conference instructs the executive to:", "resolves"},
    {"Conference therefore calls upon the executive to:", "resolves"},
    {"Conference therefore resolves through the executive", "resolves"},
    {"This Health Care Service Group Conference deplores", "notes"},
    {"This National Service Group Conference asks", "resolves"},
    {"HE sector conference notes", "notes"},
    {"This Congress condemns", "notes"},
    {"Congress believes", "believes"},
    {"This DM urges", "resolves"},
    {"That this AGM resolves", "resolves"},
    {"This branch agrees to instruct", "resolves"},
    {"This Regional Council is appalled by", "notes"},
    {"This Union Branch demands", "resolves"},
    {"The Green Party believes", "believes"},
    {"We call on the council", "resolves"},
    {"UNISON supports", "resolves"},
    {"Conference, we note that", "notes"},
    {"Conference does not accept that", "believes"},
    {"Conference, noting the cuts, calls on the council", "resolves"},
    {"Conference strongly condemns", "notes"},
    {"\u201CThis branch notes the sale", "notes"},
    {"That this House notes", "notes"},
    {"WHEREAS the ice is thin", "notes"},
    {"THEREFORE BE IT RESOLVED THAT", "resolves"},
    {"BE IT FURTHER RESOLVED that", "resolves"},
    {"THE UNION WILL:", "resolves"},
    {"BECAUSE:", "rationale"},
    {"Notes that fares are high", "notes"},
    {"Further believes:", "believes"},
    {"Resolves to march", "resolves"},
    {"The Regional Committee is instructed to call a meeting", "resolves"},
    {"Conference is concerned that", "notes"},
    {"Conference is deeply concerned that", "notes"},
    {"Conference reaffirms its policy", "notes"},
    {"Conference warns that", "believes"},
    {"Conference learned on 3 May that the pier is to close", "notes"},
    {"Congress has been told that", "notes"},
    {"This branch was informed that", "notes"},
    /* not openers */
    {"The Region is served by a strong hospital network", NULL},
    {"Conference delegates were told of it", NULL},
    {"Conference support for the strike is strong", NULL},
    {"This Conference needs to send a clear message", NULL},
    {"Notes were taken at the meeting", NULL},
    {"Members note on their cards", NULL},
    {"Learned societies are heard", NULL},
    {"It also calls for local government to lead", NULL},
    {"Part of the motion read: \u201C"
     "Conference calls on the council\u201D",
     NULL},
    {"", NULL},
};

static void test_openings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        pol_opener opener = pol_opener_of(pol_span_of(openings[i].text));
        const char *clause = opener.subject != POL_SUBJECT_NONE && opener.clause != POL_CLAUSE_COUNT
                                 ? pol_clause_code(opener.clause)
                                 : NULL;
        bool is_right = clause && openings[i].clause ? strcmp(clause, openings[i].clause) == 0
                                                     : clause == openings[i].clause;
        if (!is_right)
            fail_msg("'%s' opens %s", openings[i].text, clause ? clause : "nothing");
    }
}

/* A subject alone waits for its verbs; a name of a conference is no subject. */
static void test_bare_subjects(void **state)
{
    (void)state;
    assert_true(pol_opener_is_bare_subject(POL_SPAN("Conference:")));
    assert_true(pol_opener_is_bare_subject(POL_SPAN("Congress")));
    assert_true(pol_opener_is_bare_subject(POL_SPAN("That the Senate\u2014")));
    assert_true(pol_opener_is_bare_subject(POL_SPAN("This branch")));
    assert_false(pol_opener_is_bare_subject(POL_SPAN("Works Council Conference")));
    assert_false(pol_opener_is_bare_subject(POL_SPAN("Conference notes:")));
}

static const struct {
    const char *text;
    bool is_directive, instructs;
    const char *clause; /* of the points; NULL: the lead's own */
} leads[] = {
    {"Conference therefore instructs the executive to:", true, true, "resolves"},
    {"Conference calls upon the executive to", true, false, "resolves"},
    {"Pay has fallen. Conference therefore asks the council to:", true, false, "resolves"},
    {"This conference condemns the cuts and calls on the council to:", true, false, "resolves"},
    {"Conference notes the report, welcomes it, and instructs the executive to:", true, true,
     "resolves"},
    {"Conference notes the report that calls on the council to:", false, false, "notes"},
    {"The executive is asked to:", true, false, "resolves"},
    {"Conference notes the following:", false, false, "notes"},
    {"Conference believes that:", false, false, "believes"},
    {"They were planned in secret, including:", false, false, NULL},
    {"work with branches to:", false, false, NULL},
};

static void test_leads(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        pol_lead lead = pol_lead_of(pol_span_of(leads[i].text));
        const char *clause = lead.clause == POL_CLAUSE_COUNT ? "" : pol_clause_code(lead.clause);
        if (lead.is_directive != leads[i].is_directive || lead.instructs != leads[i].instructs ||
            strcmp(clause, leads[i].clause ? leads[i].clause : "") != 0)
            fail_msg("'%s': directs %d, instructs %d, '%s'", leads[i].text, lead.is_directive,
                     lead.instructs, clause);
    }
}

static void test_open_ends(void **state)
{
    (void)state;
    assert_true(pol_lead_is_open(POL_SPAN("calls on the council to:")));
    assert_true(pol_lead_is_open(POL_SPAN("a twin approach to this by :")));
    assert_true(pol_lead_is_open(POL_SPAN("calls on the council to")));
    assert_true(pol_lead_is_open(POL_SPAN("That the Senate\u2014")));
    assert_false(pol_lead_is_open(POL_SPAN("We went there to.")));
    assert_false(pol_lead_is_open(POL_SPAN("Conference notes the kettles.")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_openings),
        cmocka_unit_test(test_bare_subjects),
        cmocka_unit_test(test_leads),
        cmocka_unit_test(test_open_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
