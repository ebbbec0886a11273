/* recognise_traps.c - pages that seem to say what they do not, and the odd layouts. */
#include "recognise_case.h"

static const page_case pages[] = {
    {.name = "a title of one decision word",
     .page = "Lost Business\n\nBack to all Motions\n\n2031 Tea Conference\n4 May "
             "2031\n\nConference notes the "
             "lost kettle.",
     .kind = "motion",
     .title = "Lost Business",
     .conference = "2031 Tea Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 1},
    {.name = "what would follow if it were carried",
     .page = "Motion 5: Tea\n\nConference notes tea.\n\nConference calls for more.\n\nIf carried, "
             "this motion "
             "will fall Motion 6.",
     .kind = "motion",
     .title = "Tea",
     .decision = "unknown",
     .number = "5"},
    {.name = "the question of an amendment",
     .page = "Motion 5: Tea\n\nConference notes tea.\n\nConference calls for more.\n\nQuestion "
             "put, That the "
             "proposed words be there added. Question agreed to.",
     .kind = "motion",
     .title = "Tea",
     .decision = "unknown",
     .number = "5"},
    {.name = "a list tells of other motions",
     .page =
         "Tea for all\n\nConference notes what became of the motions of 2010:\n\n\u2022 Motion 12 "
         "carried\n\n\u2022 Motion 14 lost\n\nConference believes in tea.\n\nConference calls for "
         "more.",
     .kind = "motion",
     .title = "Tea for all",
     .decision = "unknown",
     .passages = 5},
    {.name = "a sentence of the text tells of another motion",
     .page = "Tea for all\n\nBack to all Motions\n\n2031 Tea Conference\n4 May 2031\n\nConference "
             "notes the debate "
             "of last year.\n\nThe motion was lost.\n\nConference believes that it was right.",
     .kind = "motion",
     .title = "Tea for all",
     .conference = "2031 Tea Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 3},
    {.name = "the number of another motion",
     .page = "Motion 3: Bread\n\nConference notes bread.\n\nConference calls for more.\n\nMotion 4 "
             "was carried",
     .kind = "motion",
     .title = "Bread",
     .decision = "unknown",
     .number = "3"},
    {.name = "sent to a committee",
     .page = "Resolution 14: Snow\n\nReferred to Committee on Weather\n\nWHEREAS snow is "
             "rare;\n\nBE IT "
             "RESOLVED that we ask for more.",
     .kind = "motion",
     .title = "Snow",
     .decision = "unknown",
     .number = "14"},
    {.name = "a vote is no outcome",
     .page = "Bread for all\n\nConference notes bread.\n\nConference calls for more.\n\nFor: 40 "
             "Against: 2",
     .kind = "motion",
     .title = "Bread for all",
     .decision = "unknown"},
    {.name = "the decision on the title's line",
     .page = "Motion passed: Solidarity with Bakers\n\nThis branch notes bread.\n\nThis branch "
             "resolves to eat.",
     .kind = "motion",
     .title = "Solidarity with Bakers",
     .decision = "carried",
     .passages = 2},
    {.name = "the decision behind the title",
     .page = "Solidarity with Bakers - LOST\n\nThis branch notes bread.\n\nThis branch resolves to "
             "eat.",
     .kind = "motion",
     .title = "Solidarity with Bakers",
     .decision = "lost",
     .passages = 2},
    {.name = "the decision in brackets behind the title",
     .page = "Solidarity with Bakers (carried unanimously)\n\nThis branch notes bread.\n\nThis "
             "branch resolves to "
             "eat.",
     .kind = "motion",
     .title = "Solidarity with Bakers",
     .decision = "carried",
     .passages = 2},
    {.name = "the branch above the title",
     .page = "Leek and District Branch\n\nMotion: Defend our libraries\n\nThis branch notes the "
             "libraries.\n\nThis "
             "branch resolves to read.\n\nPassed unanimously, 3 May 2012",
     .kind = "motion",
     .title = "Defend our libraries",
     .year = 2012,
     .date = "2012-05-03",
     .decision = "carried",
     .passages = 2},
    {.name = "a number and its mover, no title",
     .page = "Tea Congress 2014\n\nMotion 42 - North West Region\n\nCongress notes "
             "tea.\n\nCongress calls for more.",
     .kind = "motion",
     .title = NULL,
     .conference = "Tea Congress 2014",
     .year = 2014,
     .decision = "unknown",
     .number = "42",
     .passages = 2},
    {.name = "number, title, mover",
     .page = "Motion 16 Mugs for all - North Branch\n\nCongress notes tea.\n\nCongress calls for "
             "more.\n\nCARRIED",
     .kind = "motion",
     .title = "Mugs for all",
     .decision = "carried",
     .number = "16",
     .passages = 2},
    {.name = "No.12",
     .page = "Motion No.12: Mugs\n\nCongress notes tea.\n\nCongress calls for more.",
     .kind = "motion",
     .title = "Mugs",
     .decision = "unknown",
     .number = "12",
     .passages = 2},
    {.name = "conference and number on one line",
     .page = "Tea Congress 2014 - Motion 42\n\nCongress notes tea.\n\nCongress calls for more.",
     .kind = "motion",
     .title = NULL,
     .conference = "Tea Congress 2014",
     .year = 2014,
     .decision = "unknown",
     .number = "42",
     .passages = 2},
    {.name = "conference and date on one line",
     .page = "Mugs for all\n\n2031 Tea Conference - 4 May 2031\n\nConference notes tea.",
     .kind = "motion",
     .title = "Mugs for all",
     .conference = "2031 Tea Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 1},
    {.name = "a conference in small letters",
     .page = "Mugs\n\nBack to all Motions\n\n2031 Tea Service group Conference\n4 May "
             "2031\n\nConference notes tea.",
     .kind = "motion",
     .title = "Mugs",
     .conference = "2031 Tea Service group Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 1},
    {.name = "a conference that does not say that it is one",
     .page = "Mugs\n\nBack to all Motions\n\n2031 Tea Service Group\n4 May 2031\n\nConference "
             "notes tea.",
     .kind = "motion",
     .title = "Mugs",
     .conference = "2031 Tea Service Group",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 1},
    {.name = "the page printed twice",
     .page =
         "Mugs\n\nBack to all Motions\n\n2031 Tea Conference\n4 May 2031\n\nConference notes that "
         "the mugs of "
         "the canteens are cold.\n\nIt asks for more.\n\nMugs\n\nBack to all Motions\n\n2031 Tea "
         "Conference\n4 May 2031\n\nConference notes that the mugs of the canteens are cold.\n\nIt "
         "asks for "
         "more.",
     .kind = "motion",
     .title = "Mugs",
     .conference = "2031 Tea Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 2},
    {.name = "a motion on a blog",
     .page = "Solidarity with bakers\n\n12 May 2014\n\nThis branch notes bread.\n\nThis branch "
             "resolves to eat.\n\n"
             "Share this...",
     .kind = "motion",
     .title = "Solidarity with bakers",
     .conference = NULL,
     .year = 0,
     .date = "2014-05-12",
     .decision = "unknown",
     .passages = 2},
    {.name = "a conference as the headline of news",
     .page = "National Tea Conference 2016\n\n22 June 2016\n\nDelegates met in Leek this week and "
             "said that they "
             "were glad to.\n\nA delegate told us of the tea.\n\nShare this...",
     .kind = "article",
     .title = "National Tea Conference 2016",
     .conference = NULL,
     .year = 2016,
     .date = "2016-06-22",
     .decision = NULL,
     .passages = 2},
    {.name = "a headline that opens like a clause",
     .page = "Congress condemns cuts to tea\n\n22 June 2016\n\nDelegates met in Leek this week and "
             "said that they "
             "were glad to.\n\nA delegate told us of the tea.",
     .kind = "article",
     .title = "Congress condemns cuts to tea",
     .conference = NULL,
     .year = 2016,
     .date = "2016-06-22",
     .decision = NULL,
     .passages = 2},
    {.name = "signed and dated",
     .page = "Tea runs out in the north\n\nAnn Reed | 3 May 2016\n\nDelegates met in Leek this "
             "week and said that "
             "they were glad to.",
     .kind = "article",
     .title = "Tea runs out in the north",
     .year = 2016,
     .date = "2016-05-03",
     .decision = NULL,
     .passages = 1},
    {.name = "no Back line, a title that opens like a clause",
     .page = "Conference motions and how they are numbered\n2031 Tea Conference\n4 May "
             "2031\n\nConference notes tea.",
     .kind = "motion",
     .title = "Conference motions and how they are numbered",
     .conference = "2031 Tea Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 1},
    {.name = "a decision's label with the text right under it",
     .page = "- Conference\n- 2031 Tea Conference\n- Date\n- 4 May 2031\n- Decision\nConference "
             "notes tea.\nTea is "
             "good.",
     .kind = "motion",
     .title = NULL,
     .conference = "2031 Tea Conference",
     .year = 2031,
     .date = "2031-05-04",
     .decision = "unknown",
     .passages = 2},
    {.name = "nothing but words",
     .page = "kettle cup spoon\nmilk sugar",
     .kind = "other",
     .title = NULL,
     .decision = NULL},
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
