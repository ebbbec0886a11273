/* split_whole.c - cutting texts of many motions: what must stay one document, with a doubt or
 * without. */
#include "split_case.h"

static const split_case cases[] = {
    {.name = "one motion with numbered paragraphs",
     .page = "Fair work\n"
             "\n"
             "1. Conference notes that wages fell.\n"
             "\n"
             "2. Conference believes that they should rise.\n"
             "\n"
             "3. Conference instructs the committee to say so.\n"
             "\n"
             "CARRIED\n",
     .parts = ""},
    {.name = "a report in numbered sections",
     .page = "Report\n"
             "\n"
             "1. Introduction\n"
             "\n"
             "The year has been a busy one for all who work in the office of the union.\n"
             "\n"
             "2. Pay\n"
             "\n"
             "The claim was lodged in March and the offer was received in May of this year.\n",
     .parts = ""},
    {.name = "a list of others beside one motion",
     .page = "Motion 12: Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "CARRIED\n"
             "\n"
             "Other motions\n"
             "\n"
             "Motion 11: Tea\n"
             "Motion 13: Fog\n"
             "Motion 14: Rain\n",
     .parts = ""},
    {.name = "a decisions report",
     .page = "Decisions\n"
             "\n"
             "1 Mugs: CARRIED\n"
             "2 Tea: LOST\n"
             "3 Fog: CARRIED AS AMENDED\n"
             "4 Rain: REMITTED\n",
     .parts = ""},
    {.name = "debates told of",
     .page =
         "Motion 4: Mugs\n"
         "\n"
         "Speaker after speaker came to the rostrum to tell of cold mornings and of colder tea.\n"
         "\n"
         "Motion 7: Tea\n"
         "\n"
         "Delegates told how they walk home at night, and the hall was silent for a while.\n",
     .parts = ""},
    {.name = "a motion and its amendment",
     .page = "Motion 12: Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Amendment 12.1\n"
             "\n"
             "Delete the mugs.\n",
     .parts = ""},
    {.name = "numbers that do not run on",
     .page = "3 Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "3 Tea\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "2 Mugs\n"
             "\n"
             "Conference notes more mugs.\n"
             "\n"
             "3 Mugs\n"
             "\n"
             "Conference notes yet more.\n",
     .parts = "?"},
    {.name = "one motion in numbered sections",
     .page = "A PLAN\n"
             "\n"
             "Submitted by North branch\n"
             "\n"
             "1. Pay\n"
             "\n"
             "Conference believes that pay is low and calls for more.\n"
             "\n"
             "2. Homes\n"
             "\n"
             "Conference believes that homes are few and calls for more.\n",
     .parts = "?"},
    {.name = "decisions without headings",
     .page = "Minutes\n"
             "\n"
             "Conference notes the mugs and calls for more.\n"
             "\n"
             "CARRIED\n"
             "\n"
             "Conference notes the tea and calls for less.\n"
             "\n"
             "LOST\n",
     .parts = "?"},
    {.name = "parts of which nothing tells more than half",
     .page = "Emergency motion\n\nConference notes the mugs and asks for more.\n\nNorth branch\n\n"
             "Emergency motion\n\nConference notes the tea and asks for more.\n\nNorth branch\n\n"
             "Emergency motion\n\nConference notes the fog and asks for more.\n\nNorth branch\n\n"
             "Emergency motion\n\nConference notes the lamps and asks for more.\n\n"
             "Emergency motion\n\nConference notes the roofs and asks for more.\n\n"
             "Emergency motion\n\nConference notes the carts and asks for more.\n\n"
             "Emergency motion\n\nConference notes the boats and asks for more.\n\n"
             "Emergency motion\n\nConference notes the wells and asks for more.\n",
     .parts = "?"},
    {.name = "the same where half are told",
     .page = "Emergency motion\n\nConference notes the mugs and asks for more.\n\nNorth branch\n\n"
             "Emergency motion\n\nConference notes the tea and asks for more.\n\nNorth branch\n\n"
             "Emergency motion\n\nConference notes the fog and asks for more.\n\nNorth branch\n\n"
             "Emergency motion\n\nConference notes the lamps and asks for more.\n\nNorth branch\n\n"
             "Emergency motion\n\nConference notes the roofs and asks for more.\n\n"
             "Emergency motion\n\nConference notes the carts and asks for more.\n\n"
             "Emergency motion\n\nConference notes the boats and asks for more.\n\n"
             "Emergency motion\n\nConference notes the wells and asks for more.\n",
     .parts = "emergency by North branch: Conference not ... asks for more.\n"
              "emergency by North branch: Conference not ... asks for more.\n"
              "emergency by North branch: Conference not ... asks for more.\n"
              "emergency by North branch: Conference not ... asks for more.\n"
              "emergency: Conference not ... asks for more.\n"
              "emergency: Conference not ... asks for more.\n"
              "emergency: Conference not ... asks for more.\n"
              "emergency: Conference not ... asks for more.\n"},
    {.name = "words broken by a bad scan",
     .page = "Conf rence 2005\n\n9  Depots\nThat this C nf rence n tes th t the d p ts ar sh t\n"
             "and that the c1eaners a k f r more. It c lls on the ex cutive t s ek a m et ng\n"
             "w th the emp1oyer b f re the winter.\n\n10  Unif rms\nThat this C nf rence\n"
             "d pl res the l ng sh rts, and c lls f r others.\n",
     .parts = "?"},
    {.name = "ideas that were sent in",
     .page = "POLICY FORUM 2026\n\nWording sent in by groups\n\n"
             "The Forum calls for more mugs in each of the halls of the town.\n\n"
             "Tea should be hot. Groups in the hills have none after nine.\n\n"
             "The Forum asks that members write to the mill about the flour.\n\n"
             "It was felt that some of the above belongs together.\n",
     .parts = "?"},
    {.name = "nothing", .page = "\n", .parts = ""},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
