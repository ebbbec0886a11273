/* recognise_parties.c - motions of parties and of unions overseas. */
#include "recognise_case.h"

static const page_case pages[] = {
    {.name = "nothing but the front matter says that it is a motion",
     .format = POL_FORMAT_MARKDOWN,
     .page = "---\ntitle: A longest queue\nmotion_code: T/04\nstatus: defeated\n---\n\nThe "
             "committee has "
             "checked the wording.\n\nInsert a limit on queues.\n",
     .kind = "motion",
     .title = "A longest queue",
     .decision = "lost",
     .number = "T/04"},
    {.name = "a status that is no decision",
     .format = POL_FORMAT_MARKDOWN,
     .page = "---\ntitle: Queues in town\nstatus: published\ndate: 2031-03-10\n---\n\nThe queue "
             "was long, the "
             "mayor said.\n",
     .kind = "article",
     .title = "Queues in town",
     .year = 2031,
     .date = "2031-03-10"},
    {.name = "front matter and headings",
     .format = POL_FORMAT_MARKDOWN,
     .page =
         "---\ntitle: Trees for towns\nmotion_code: C/04\nstatus: passed\nconference: Spring "
         "Conference "
         "2023\n---\n## Proposers\n\nAnn Reed, Bo Hill\n\n## Synopsis\n\nMore trees.\n\n## "
         "Mo\xEF\xBB\xBFtion\n\nConference notes the trees.\n\nConference calls on the executive "
         "to:\n\n1. plant\n2. water\n\n## Background\n\nTrees were felled in 2019.\n",
     .kind = "motion",
     .title = "Trees for towns",
     .conference = "Spring Conference 2023",
     .year = 2023,
     .date = NULL,
     .decision = "carried",
     .number = "C/04",
     .passages = 6,
     .actions = 2},
    {.name = "to be decided is not decided",
     .format = POL_FORMAT_MARKDOWN,
     .page = "---\ntitle: Trees\nstatus: tbd\n---\n## Motion\n\nConference notes the trees.\n\nThe "
             "motion was "
             "carried.\n",
     .kind = "motion",
     .title = "Trees",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .passages = 1},
    {.name = "defeated, not debated",
     .format = POL_FORMAT_MARKDOWN,
     .page =
         "---\ntitle: Trees\nstatus: notdebated\n---\n## Motion\n\nConference notes the trees.\n",
     .kind = "motion",
     .title = "Trees",
     .decision = "not_reached"},
    {.name = "an amendment's box is not the motion's",
     .format = POL_FORMAT_MARKDOWN,
     .page =
         "---\ntitle: Trees\nstatus: defeated\n---\n<p class=\"alert\">SOC Note: see C5.</p>\n\n## "
         "Motion\n\nConference notes the trees.\n\n<div class=\"amendment "
         "amendment-passed\"><h3>Amendment "
         "1</h3><p>Passed</p><p>Add: and bushes.</p></div>\n",
     .kind = "motion",
     .title = "Trees",
     .decision = "lost"},
    {.name = "web page, the conference in the window's title",
     .format = POL_FORMAT_HTML,
     .page = "<html><head><title>Trees for towns (#E02) \xE2\x80\xA2 Autumn Conference "
             "2022</title></head><body>"
             "<main><p>Motion #02</p><h1>Trees for towns</h1><div class=\"status\">Motion "
             "passed</div><h2>Motion</h2><p>Conference notes the trees.</p><p>Conference calls for "
             "more of "
             "them.</p><h2>Amendment 1</h2><div class=\"amendment\"><p>Amendment "
             "defeated</p></div></main><footer><p>Last updated on 2022-10-03 at "
             "14:20</p></footer></body></html>",
     .kind = "motion",
     .title = "Trees for towns",
     .conference = "Autumn Conference 2022",
     .year = 2022,
     .date = NULL,
     .decision = "carried",
     .number = "02"},
    {.name = "web page, referred back",
     .format = POL_FORMAT_HTML,
     .page =
         "<html><head><title>Ponds (#D09) \xE2\x80\xA2 Autumn Conference "
         "2022</title></head><body><main>"
         "<p>Motion #09</p><h1>Ponds</h1><p class=\"badge\">Motion referred back to conference</p>"
         "<p>Conference notes the ponds.</p></main></body></html>",
     .kind = "motion",
     .title = "Ponds",
     .conference = "Autumn Conference 2022",
     .year = 2022,
     .decision = "referred_back"},
    {.name = "web page, not yet debated",
     .format = POL_FORMAT_HTML,
     .page = "<html><head><title>Ponds (#D09) \xE2\x80\xA2 Autumn Conference "
             "2022</title></head><body><main>"
             "<p>Motion #09</p><h1>Ponds</h1><p class=\"badge\">Motion not yet debated</p>"
             "<p>Conference notes the ponds.</p></main></body></html>",
     .kind = "motion",
     .title = "Ponds",
     .conference = "Autumn Conference 2022",
     .year = 2022,
     .decision = "unknown"},
    {.name = "as passed by conference",
     .page = "Fair Fares\n\nAs passed by conference\n\nSubmitted by: Leek and Moorlands\nMover: "
             "Ann Reed\nSummation: "
             "Bo Hill\n\nConference notes:\n\n1. Fares are high.\n\n2. Trains are "
             "late.\n\nConference calls "
             "for:\n\n1. Lower fares.\n\n2. Earlier trains.",
     .kind = "motion",
     .title = "Fair Fares",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "carried",
     .passages = 6,
     .actions = 2},
    {.name = "numbering runs on through all clauses",
     .page = "The price of slate\n\nProposer: Dyffryn branch\n\nConference notes:\n\n1. Slate is "
             "dear.\n\n2. Roofs leak.\n\nConference believes:\n\n3. Roofs should not "
             "leak.\n\nConference resolves:\n\n4. To mend them.\n\n5. To count them.\n\n6. To tell "
             "of it.",
     .kind = "motion",
     .title = "The price of slate",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .passages = 9,
     .actions = 3},
    {.name = "number and title in capitals",
     .page =
         "01 FERRIES FOR ALL\n\nConference notes that ferries are late.\n\nConference calls on the "
         "government to buy more of them. UIST BRANCH, HARRIS BRANCH",
     .kind = "motion",
     .title = "FERRIES FOR ALL",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .number = "01",
     .passages = 2},
    {.name = "question agreed to",
     .page = "Senator Reed: I move:\n\nThat the Senate\xE2\x80\x94\n\n(a) notes that the reef is "
             "white; and\n\n(b) calls on the Government to act.\n\nQuestion agreed to.",
     .kind = "motion",
     .title = NULL,
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "carried"},
    {.name = "whereas",
     .page =
         "RESOLUTION ON ICE ROADS\n\nResolution Number: 114\n\nClub: Lakeside\n\nWHEREAS the ice "
         "is thin; "
         "and\n\nWHEREAS the trucks are heavy;\n\nTHEREFORE BE IT RESOLVED THAT we stay ashore; "
         "and\n\nBE IT FURTHER RESOLVED THAT we say so.",
     .kind = "motion",
     .title = "RESOLUTION ON ICE ROADS",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .number = "114",
     .passages = 4},
    {.name = "action first, reasons after",
     .page = "Resolution No. 7\n\nSubmitted by Local 99\n\nTHE UNION WILL:\n\n1. Campaign for "
             "snow.\n\n2. Print leaflets.\n\nBECAUSE:\n\nThe snow has gone.\n\nMembers ask for it.",
     .kind = "motion",
     .title = NULL,
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .number = "7",
     .passages = 6,
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
