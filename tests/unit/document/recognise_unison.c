/* recognise_unison.c - pages of one record in five renderings. */
#include "recognise_case.h"

#define BODY                                                                                       \
    "\n\nConference notes the kettles.\n\nConference instructs the committee "                     \
    "to:\n\n1)Buy\n\n2)Boil"

static const page_case pages[] = {
    {.name = "blank lines between labels and values",
     .page = "Kettles in Canteens\n\nBack to all Motions\n\nConference\n\n2031 Canteen Staff "
             "Conference\n\nDate\n\n4 May 2031\n\nDecision\n\nNot debated\n\nConference notes "
             "the kettles.",
     .kind = "motion",
     .title = "Kettles in Canteens",
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "not_reached",
     .passages = 1},
    {.name = "labelled",
     .page = "Kettles in Canteens\n\nBack to all Motions\n\nConference\n2031 Canteen Staff "
             "Conference\nDate\n4 May 2031\nDecision\nCarried" BODY,
     .kind = "motion",
     .title = "Kettles in Canteens",
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "carried",
     .number = "",
     .passages = 4,
     .actions = 2},
    {.name = "labelled, nothing decided",
     .page = "Kettles\n\nBack to all Motions\n\nConference\n2031 Canteen Staff Conference\nDate\n"
             "4 May 2031\nDecision\n\nConference notes the kettles.",
     .kind = "motion",
     .title = "Kettles",
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 1},
    {.name = "labels with colons",
     .page =
         "Kettles\n\nBack to all Motions\n\nConference: 2031 Canteen Staff Conference\nDate: 4 May "
         "2031\nDecision: Lost" BODY,
     .kind = "motion",
     .title = "Kettles",
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "lost",
     .passages = 4,
     .actions = 2},
    {.name = "unlabelled, decided",
     .page = "Kettles in Canteens\n\nBack to all Motions\n\n2031 Canteen Staff Conference\n4 May "
             "2031\nCarried as Amended" BODY,
     .kind = "motion",
     .title = "Kettles in Canteens",
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "carried_amended",
     .passages = 4,
     .actions = 2},
    {.name = "unlabelled, the year before",
     .page = "KETTLES & CUPS (PCSO) 2030.\n\nBack to all Motions\n\n2031 Women's Conference\n11 "
             "November 2030" BODY,
     .kind = "motion",
     .title = "KETTLES & CUPS (PCSO) 2030.",
     .conference = "2031 Women's Conference",
     .year = 2031,
     .date = "2030-11-11",
     .decision = "unknown"},
    {.name = "the title is a conference",
     .page = "Works Council Conference\n\nBack to all Motions\n\n2030 National Delegate "
             "Conference\n5 July 2030" BODY,
     .kind = "motion",
     .title = "Works Council Conference",
     .conference = "2030 National Delegate Conference",
     .year = 2030,
     .date = "2030-07-05",
     .decision = "unknown"},
    {.name = "the title is a conference with its year",
     .page = "2029 Youth Conference\n\nBack to all Motions\n\n2030 National Delegate "
             "Conference\n5 July 2030" BODY,
     .kind = "motion",
     .title = "2029 Youth Conference",
     .conference = "2030 National Delegate Conference",
     .year = 2030,
     .date = "2030-07-05",
     .decision = "unknown"},
    {.name = "the title is a page's word",
     .page =
         "Comments\n\nBack to all Motions\n\n2030 National Delegate Conference\n5 July 2030" BODY,
     .kind = "motion",
     .title = "Comments",
     .conference = "2030 National Delegate Conference",
     .year = 2030,
     .date = "2030-07-05",
     .decision = "unknown"},
    {.name = "the title opens like a clause",
     .page = "Conference notes on paper\n\nBack to all Motions\n\n2030 National Delegate "
             "Conference\n5 July 2030" BODY,
     .kind = "motion",
     .title = "Conference notes on paper",
     .conference = "2030 National Delegate Conference",
     .year = 2030,
     .date = "2030-07-05",
     .decision = "unknown",
     .passages = 4,
     .actions = 2},
    {.name = "year behind the name",
     .page = "Radios\n\nBack to all Motions\n\nLesbian & Gay Conference 2005\n9 June 2005" BODY,
     .kind = "motion",
     .title = "Radios",
     .conference = "Lesbian & Gay Conference 2005",
     .year = 2005,
     .date = "2005-06-09",
     .decision = "unknown"},
    {.name = "special conference, commas",
     .page =
         "Pipes\n\nBack to all Motions\n\n2029 Special Water, Environment & Transport Conference "
         "and Seminar\n1 March 2029" BODY,
     .kind = "motion",
     .title = "Pipes",
     .conference = "2029 Special Water, Environment & Transport Conference and Seminar",
     .year = 2029,
     .date = "2029-03-01",
     .decision = "unknown"},
    {.name = "untitled",
     .page = "Back to all Motions\n\n2031 LGBT+ Conference\n4 May 2031" BODY,
     .kind = "motion",
     .title = NULL,
     .conference = "2031 LGBT+ Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 4,
     .actions = 2},
    {.name = "untitled, a heading in the text",
     .page = "Back to all Motions\n\n2031 LGBT+ Conference\n4 May 2031\n\nKettles and Cups\n\nMany "
             "canteens have no kettle." BODY,
     .kind = "motion",
     .title = NULL,
     .conference = "2031 LGBT+ Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 6,
     .actions = 2},
    {.name = "untitled, labelled",
     .page = "Back to all Motions\n\nConference\n2031 LGBT+ Conference\nDate\n4 "
             "May 2031\nDecision\nWithdrawn" BODY,
     .kind = "motion",
     .title = NULL,
     .conference = "2031 LGBT+ Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "withdrawn",
     .passages = 4,
     .actions = 2},
    {.name = "bulleted labels",
     .page =
         "- Conference\n- 2031 Canteen Staff Conference\n- Date\n- 4 May 2031\n- Decision\n- "
         "Carried as Amended\nConference notes the kettles.\nThey are cold.\nConference calls on "
         "the committee to:\n1)Buy\n2)Boil",
     .kind = "motion",
     .title = NULL,
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "carried_amended",
     .passages = 5,
     .actions = 2},
    {.name = "bulleted labels without a decision",
     .page =
         "- Conference\n- 2031 Canteen Staff Conference\n- Date\n- 4 May 2031\nConference notes "
         "the kettles.\nThey are cold.",
     .kind = "motion",
     .title = NULL,
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 2},
    {.name = "no Back line",
     .page = "Kettles in canteens\n2031 Canteen Staff Conference\n4 May 2031" BODY,
     .kind = "motion",
     .title = "Kettles in canteens",
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 4,
     .actions = 2},
    {.name = "no Back line, blank between, no date",
     .page = "Kettles in canteens\n\n2031 Canteen Staff Conference" BODY,
     .kind = "motion",
     .title = "Kettles in canteens",
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = NULL,
     .decision = "unknown",
     .passages = 4,
     .actions = 2},
    {.name = "conference alone",
     .page = "2031 Canteen Staff Conference" BODY,
     .kind = "motion",
     .title = NULL,
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = NULL,
     .decision = "unknown",
     .passages = 4,
     .actions = 2},
    {.name = "no Back line, the title is a conference",
     .page = "Works Council Conference\n2030 National Delegate Conference\n5 July 2030" BODY,
     .kind = "motion",
     .title = "Works Council Conference",
     .conference = "2030 National Delegate Conference",
     .year = 2030,
     .date = "2030-07-05",
     .decision = "unknown"},
    {.name = "rule change",
     .page =
         "Rule Change: delegates\n\nBack to all Motions\n\n2030 National Delegate Conference\n5 "
         "July 2030\n\nDelete rule D 2.6 and replace with:\n\nD 2.6 The committee has nine "
         "members.\n\n1.3.4No delegate speaks twice.\n\nRenumber the rest.",
     .kind = "rule_change",
     .title = "Rule Change: delegates",
     .conference = "2030 National Delegate Conference",
     .year = 2030,
     .date = "2030-07-05",
     .decision = "unknown",
     .passages = 4,
     .actions = 0},
    {.name = "other motions named in the text",
     .page = "Buses\n\nBack to all Motions\n\n2030 Retired Members' Conference\n1 January 2030\n\n"
             "Conference notes that Motion 11 was carried in 2028 and composite M "
             "lost.\n\nConference agrees to march.",
     .kind = "motion",
     .title = "Buses",
     .conference = "2030 Retired Members' Conference",
     .year = 2030,
     .date = "2030-01-01",
     .decision = "unknown",
     .number = "",
     .passages = 2},
    {.name = "navigation all around",
     .page = "Skip to main content\nHome\nMenu\n\nBuses\n\nBack to all Motions\n\n2030 Retired "
             "Members' Conference\n3 March 2030\n\nConference notes buses.\n\nShare this\n\n"
             "FacebookTwitterYouTubeFlickrRSS\n\nBack to top\n",
     .kind = "motion",
     .title = "Buses",
     .conference = "2030 Retired Members' Conference",
     .year = 2030,
     .date = "2030-03-03",
     .decision = "unknown",
     .passages = 1},
    {.name = "no-break spaces and zero widths",
     .page =
         "Bu\xEF\xBB\xBFses\xC2\xA0\n\nBack to all\xC2\xA0Motions\n\n2030\xC2\xA0Retired "
         "Members\xE2\x80\x99 Conference\xC2\xA0\n3\xC2\xA0March 2030\xC2\xA0\n\nConference notes "
         "buses.",
     .kind = "motion",
     .title = "Buses",
     .conference = "2030 Retired Members\xE2\x80\x99 Conference",
     .year = 2030,
     .date = "2030-03-03",
     .decision = "unknown",
     .passages = 1},
    {.name = "html",
     .format = POL_FORMAT_HTML,
     .page =
         "<html><head><title>Kettles | The Union</title></head><body><nav><a "
         "href='/'>Home</a></nav>"
         "<main><h1>Kettles</h1><p><a href='/m'>Back to all Motions</a></p><dl><dt>Conference</dt>"
         "<dd>2031 Canteen Staff Conference</dd><dt>Date</dt><dd>4 May 2031</dd><dt>Decision</dt>"
         "<dd>Carried</dd></dl><p>Conference notes kettles.</p><p>Conference instructs the "
         "committee "
         "to:</p><ol><li>Buy</li><li>Boil</li></ol></main></body></html>",
     .kind = "motion",
     .title = "Kettles",
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "carried",
     .passages = 4,
     .actions = 2},
    {.name = "markdown",
     .format = POL_FORMAT_MARKDOWN,
     .page = "# Kettles\n\n[Back to all Motions](/m)\n\n**Conference:** 2031 Canteen Staff "
             "Conference\n\n"
             "**Date:** 4 May 2031\n\n**Decision:** Remitted\n\nConference notes "
             "kettles.\n\nConference "
             "instructs the committee to:\n\n1. Buy\n2. Boil\n",
     .kind = "motion",
     .title = "Kettles",
     .conference = "2031 Canteen Staff Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "remitted",
     .passages = 4,
     .actions = 2},
};

static void test_pages(void **state)
{
    (void)state;
    expect_pages(pages, sizeof pages / sizeof *pages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
