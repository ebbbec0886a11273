/* recognise_points.c - passages: paragraphs, points, nesting, lead-ins, clauses. Each page
 * is compared with what is printed of its passages, one a line:
 *     clause depth lead label text
 * where lead is the ordinal of the lead-in, and * marks what is to be acted on. */
#include "recognise_case.h"

static const struct {
    const char *name;
    pol_format format;
    const char *page;
    const char *passages;
} cases[] = {
    {"leads and points", 0,
     "Conference notes tea.\n\nConference calls on the council to:\n\n1)Buy\n\n2)Boil",
     "notes 0 0 - Conference notes tea.\n"
     "resolves 0 0 - Conference calls on the council to:\n"
     "resolves 1 2 1) Buy*\n"
     "resolves 1 2 2) Boil*\n"},
    {"single new lines, wrapped by nothing", 0,
     "Conference notes tea.\nTea is good.\nIt is hot.\nConference calls on the council "
     "to:\n1)Buy\n2)Boil\nIt "
     "must act.",
     "notes 0 0 - Conference notes tea.\n"
     "notes 0 0 - Tea is good.\n"
     "notes 0 0 - It is hot.\n"
     "resolves 0 0 - Conference calls on the council to:\n"
     "resolves 1 4 1) Buy*\n"
     "resolves 1 4 2) Boil*\n"
     "resolves 0 0 - It must act.\n"},
    {"wrapped by hand", 0,
     "Conference notes that tea is drunk in every canteen of the union and\nthat the kettles, "
     "which are older "
     "than the members who fill them, have\nnot been renewed since the year of the great "
     "drought.\n\nConference "
     "instructs the national committee to do all that it can, and in\nparticular to:\n\n1. buy "
     "kettles which "
     "will last for at least as long as the ones that\n   they are to replace;\n2. boil them "
     "daily.",
     "notes 0 0 - Conference notes that tea is drunk in every canteen of the union and that the "
     "kettles, which "
     "are older than the members who fill them, have not been renewed since the year of the great "
     "drought.\n"
     "resolves 0 0 - Conference instructs the national committee to do all that it can, and in "
     "particular "
     "to:\n"
     "resolves 1 2 1. buy kettles which will last for at least as long as the ones that they are "
     "to replace;*\n"
     "resolves 1 2 2. boil them daily.*\n"},
    {"a sentence cut by a blank line", 0,
     "Conference notes that the kettles of the northern canteens are\n\nolder than the members who "
     "fill them.",
     "notes 0 0 - Conference notes that the kettles of the northern canteens are older than the "
     "members who fill "
     "them.\n"},
    {"nested", 0,
     "Conference instructs the council to:\n\n1) buy kettles:\n\na) red\n\nb) blue\n\n2) boil",
     "resolves 0 0 - Conference instructs the council to:\n"
     "resolves 1 1 1) buy kettles:*\n"
     "resolves 2 2 a) red\n"
     "resolves 2 2 b) blue\n"
     "resolves 1 1 2) boil*\n"},
    {"bullets under numbers", 0,
     "Conference instructs the council to:\n\n1) buy kettles:\n\n\u2022 red\n\n\u2022 blue\n\n2) "
     "boil",
     "resolves 0 0 - Conference instructs the council to:\n"
     "resolves 1 1 1) buy kettles:*\n"
     "resolves 2 2 \u2022 red\n"
     "resolves 2 2 \u2022 blue\n"
     "resolves 1 1 2) boil*\n"},
    {"letters that are roman numbers", 0,
     "Conference resolves:\n\ng) one\n\nh) two\n\ni) three\n\nj) four",
     "resolves 0 0 - Conference resolves:\n"
     "resolves 1 1 g) one*\n"
     "resolves 1 1 h) two*\n"
     "resolves 1 1 i) three*\n"
     "resolves 1 1 j) four*\n"},
    {"closing marks mixed", 0, "Conference resolves:\n\n1) one\n\n2. two\n\n3)three",
     "resolves 0 0 - Conference resolves:\n"
     "resolves 1 1 1) one*\n"
     "resolves 1 1 2. two*\n"
     "resolves 1 1 3) three*\n"},
    {"two lists to act on: the instructed one counts", 0,
     "Conference instructs the council to:\n\n1) buy\n\n2) boil\n\n3) pour\n\nConference calls on "
     "members "
     "to:\n\na) drink",
     "resolves 0 0 - Conference instructs the council to:\n"
     "resolves 1 1 1) buy*\n"
     "resolves 1 1 2) boil*\n"
     "resolves 1 1 3) pour*\n"
     "resolves 0 0 - Conference calls on members to:\n"
     "resolves 1 5 a) drink\n"},
    {"lists that are noted do not count", 0,
     "Conference notes:\n\n1) tea\n\n2) milk\n\nConference asks the council to act.",
     "notes 0 0 - Conference notes:\n"
     "notes 1 1 1) tea\n"
     "notes 1 1 2) milk\n"
     "resolves 0 0 - Conference asks the council to act.\n"},
    {"the last sentence leads", 0,
     "Tea is short. Conference therefore calls on the council to:\n\na. buy\n\nb. boil",
     "resolves 0 0 - Tea is short. Conference therefore calls on the council to:\n"
     "resolves 1 1 a. buy*\n"
     "resolves 1 1 b. boil*\n"},
    {"the lead runs into the list", 0, "Conference calls on the council to:1)Buy\n2)Boil",
     "resolves 0 0 - Conference calls on the council to:\n"
     "resolves 1 1 1) Buy*\n"
     "resolves 1 1 2) Boil*\n"},
    {"a list in one line", 0, "This branch resolves: - 1. To buy. - 2. To boil. - 3. To pour.",
     "resolves 0 0 - This branch resolves:\n"
     "resolves 1 1 1. To buy.*\n"
     "resolves 1 1 2. To boil.*\n"
     "resolves 1 1 3. To pour.*\n"},
    {"points without marks", 0,
     "Conference calls on the council to:\n\nBuy kettles.\n\nBoil them.\n\nConference believes in "
     "tea.",
     "resolves 0 0 - Conference calls on the council to:\n"
     "resolves 1 1 - Buy kettles.*\n"
     "resolves 1 1 - Boil them.*\n"
     "believes 0 0 - Conference believes in tea.\n"},
    {"small points without marks", 0,
     "Conference notes that:\n\nkettles are old;\n\ncups are cracked; and\n\ntea is cold.\n\nThe "
     "cups are "
     "older.",
     "notes 0 0 - Conference notes that:\n"
     "notes 1 1 - kettles are old;\n"
     "notes 1 1 - cups are cracked; and\n"
     "notes 1 1 - tea is cold.\n"
     "notes 0 0 - The cups are older.\n"},
    {"numbers run on through the clauses", 0,
     "Conference notes:\n\n1. Tea.\n\n2. Milk.\n\nConference believes:\n\n3. In tea.\n\nConference "
     "resolves:\n\n4. To drink.",
     "notes 0 0 - Conference notes:\n"
     "notes 1 1 1. Tea.\n"
     "notes 1 1 2. Milk.\n"
     "believes 0 0 - Conference believes:\n"
     "believes 1 4 3. In tea.\n"
     "resolves 0 0 - Conference resolves:\n"
     "resolves 1 6 4. To drink.*\n"},
    {"a number with no mark", 0, "Conference resolves to:\n\n1Buy kettles\n\n2Boil them",
     "resolves 0 0 - Conference resolves to:\n"
     "resolves 1 1 1 Buy kettles*\n"
     "resolves 1 1 2 Boil them*\n"},
    {"a number that is none", 0,
     "Conference notes tea.\n\n1.5 million cups are drunk.\n\nA. Smith drank one.",
     "notes 0 0 - Conference notes tea.\n"
     "notes 0 0 - 1.5 million cups are drunk.\n"
     "notes 0 0 - A. Smith drank one.\n"},
    {"the bare subject and its verbs", 0,
     "That the Senate\u2014\n\n(a) notes that tea is short; and\n\n(b) calls on the Government to "
     "act.",
     "preamble 0 0 - That the Senate\u2014\n"
     "notes 1 1 (a) notes that tea is short; and\n"
     "resolves 1 1 (b) calls on the Government to act.\n"},
    {"a point has a second paragraph", 0,
     "Conference instructs the council to:\n\n1) buy kettles.\n\nThese should be red.\n\n2) boil "
     "them.",
     "resolves 0 0 - Conference instructs the council to:\n"
     "resolves 1 1 1) buy kettles.*\n"
     "resolves 0 0 - These should be red.\n"
     "resolves 1 1 2) boil them.*\n"},
    {"a label alone on its line", 0,
     "Conference instructs the council to:\n\n1.\n\nbuy kettles\n\n2.\n\nboil them",
     "resolves 0 0 - Conference instructs the council to:\n"
     "resolves 1 1 1. buy kettles*\n"
     "resolves 1 1 2. boil them*\n"},
    {"letters glued to short words", 0,
     "Conference resolves to ask for:\n\na.the red kettle\n\nb.40 cups\n\nc.a tray to put them on",
     "resolves 0 0 - Conference resolves to ask for:\n"
     "resolves 1 1 a. the red kettle*\n"
     "resolves 1 1 b. 40 cups*\n"
     "resolves 1 1 c. a tray to put them on*\n"},
    {"a word cut at the end of a line", 0,
     "Conference notes with regret that the condi-\ntions of the cooks are no better than self-\n"
     "employed cooks of the town have known since\nthe kettles came.",
     "notes 0 0 - Conference notes with regret that the conditions of the cooks are no better "
     "than self-employed cooks of the town have known since the kettles came.\n"},
    {"a point repeated behind its decision", 0,
     "Motion 9\n\nCongress resolves to:\n\n1. buy red kettles\n\n2. boil them\n\nPoint 2 of motion "
     "REMITTED: boil them",
     "resolves 0 0 - Congress resolves to:\n"
     "resolves 1 1 1. buy red kettles*\n"
     "resolves 1 1 2. boil them*\n"},
    {"a point cut by a blank line", 0,
     "Conference resolves to:\n\n1)look for larger\n\nkettles\n\n2)boil them",
     "resolves 0 0 - Conference resolves to:\n"
     "resolves 1 1 1) look for larger kettles*\n"
     "resolves 1 1 2) boil them*\n"},
    {"what became of the amendment", 0,
     "Motion 9\n\nCongress notes tea.\n\nAmendment 2 accepted by the mover\n\nStatus: Amendment "
     "defeated\n\nPosted by cook at 12:04",
     "notes 0 0 - Congress notes tea.\n"},
    {"a sentence on an amendment", 0,
     "Motion 9\n\nCongress notes tea.\n\nAmendment accepted by all the cooks of this union in "
     "2030.",
     "notes 0 0 - Congress notes tea.\n"
     "notes 0 0 - Amendment accepted by all the cooks of this union in 2030.\n"},
    {"a caption and a box of the page", 0,
     "Motion 9\n\nCongress notes tea.\n\nPhoto: the cooks at dawn\n\nMotion not yet debated",
     "notes 0 0 - Congress notes tea.\n"},
    {"printed twice", 0,
     "Conference notes that the kettles of the canteens are cold.\n\nIt asks for "
     "more.\n\nConference notes that "
     "the kettles of the canteens are cold.\n\nIt asks for more.",
     "notes 0 0 - Conference notes that the kettles of the canteens are cold.\n"
     "notes 0 0 - It asks for more.\n"},
    {"a teaser above the text", 0,
     "Conference notes that the kettles of the canteens are...\n\nConference notes that the "
     "kettles of the "
     "canteens are cold and that the tea is weak.",
     "notes 0 0 - Conference notes that the kettles of the canteens are cold and that the tea is "
     "weak.\n"},
    {"one paragraph twice", 0,
     "Conference notes that the kettles of the canteens are cold. Conference notes that the "
     "kettles of the "
     "canteens are cold.",
     "notes 0 0 - Conference notes that the kettles of the canteens are cold.\n"},
    {"reasons behind the action", 0,
     "THE UNION WILL:\n\n1. Buy.\n\n2. Boil.\n\nBECAUSE:\n\nTea is short.",
     "resolves 0 0 - THE UNION WILL:\n"
     "resolves 1 1 1. Buy.*\n"
     "resolves 1 1 2. Boil.*\n"
     "rationale 0 0 - BECAUSE:\n"
     "rationale 0 0 - Tea is short.\n"},
    {"sections", POL_FORMAT_MARKDOWN,
     "# Tea\n\n## Synopsis\n\nMore tea.\n\n## Motion\n\nConference resolves to:\n\n1. buy\n   - "
     "red\n   - "
     "blue\n2. boil\n\n## Background\n\nTea was short in 2019.\n",
     "preamble 0 0 - More tea.\n"
     "resolves 0 0 - Conference resolves to:\n"
     "resolves 1 2 1. buy*\n"
     "resolves 2 3 \u2022 red\n"
     "resolves 2 3 \u2022 blue\n"
     "resolves 1 2 2. boil*\n"
     "rationale 0 0 - Tea was short in 2019.\n"},
};

static void print_passages(const pol_document *document, char *printed, size_t size)
{
    size_t at = 0;
    printed[0] = '\0';
    for (size_t i = 0; i < document->passage_count && at < size; i++) {
        const pol_passage *passage = &document->passages[i];
        pol_span label = passage->label.data ? passage->label : POL_SPAN("-");
        int more = snprintf(printed + at, size - at, "%s %u %u %.*s %.*s%s\n",
                            pol_clause_code((pol_clause)passage->clause), passage->depth,
                            passage->lead_in, POL_SPAN_ARGS(label), POL_SPAN_ARGS(passage->text),
                            passage->is_action_point ? "*" : "");
        at += more > 0 ? (size_t)more : 0;
    }
}

static void test_passages(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char printed[4096];
        pol_arena arena;
        pol_document document;
        recognise_page(cases[i].format, cases[i].page, &arena, &document);
        print_passages(&document, printed, sizeof printed);
        if (strcmp(printed, cases[i].passages) != 0)
            fail_msg("%s:\n%s", cases[i].name, printed);
        pol_arena_done(&arena);
    }
}

/* Each passage is a slice of the text, two new lines between them. */
static void test_slices(void **state)
{
    (void)state;
    pol_arena arena;
    pol_document document;
    recognise_page(POL_FORMAT_TEXT,
                   "Conference notes tea.\n\nConference resolves to:\n\n1) buy\n\n2) boil", &arena,
                   &document);
    const char *at = document.text.data;
    for (size_t i = 0; i < document.passage_count; i++) {
        assert_ptr_equal(document.passages[i].text.data, at);
        assert_int_equal(document.passages[i].ordinal, i + 1);
        at += document.passages[i].text.size;
        if (i + 1 < document.passage_count) {
            assert_memory_equal(at, "\n\n", 2);
            at += 2;
        }
    }
    assert_ptr_equal(at, document.text.data + document.text.size);
    assert_int_equal(document.passages[2].line, 5);
    pol_arena_done(&arena);
}

/* "Point 2 of motion REMITTED:" marks that point, and the rest was carried. */
static void test_point_decisions(void **state)
{
    (void)state;
    pol_arena arena;
    pol_document document;
    recognise_page(POL_FORMAT_TEXT,
                   "Motion 9\n\nCongress resolves:\n\n1. to buy\n\nPoint 2 of motion "
                   "REMITTED:\n\n2. to boil\n\n3. to pour. "
                   "[LOST]\n\nCarried",
                   &arena, &document);
    assert_int_equal(document.decision, POL_DECISION_CARRIED_PART);
    assert_int_equal(document.passage_count, 4);
    assert_int_equal(document.passages[1].decision, POL_DECISION_NONE);
    assert_int_equal(document.passages[2].decision, POL_DECISION_REMITTED);
    assert_int_equal(document.passages[3].decision, POL_DECISION_LOST);
    expect_span("point", "text", document.passages[3].text, "to pour.");
    pol_arena_done(&arena);
}

/* The branch above the text submitted it; where the agenda put it is no name. */
static void test_agenda_page(void **state)
{
    (void)state;
    pol_arena arena;
    pol_document document;
    recognise_page(
        POL_FORMAT_TEXT,
        "Motion 15\nLids for Kettles\n\nLeek Branch\n\nConference calls for lids on all of the "
        "kettles.\n\nSupport\nStands",
        &arena, &document);
    assert_int_equal(document.submitter_count, 1);
    expect_span("agenda", "submitter", document.submitters[0].name, "Leek Branch");
    expect_span("agenda", "title", document.title.text, "Lids for Kettles");
    assert_int_equal(document.passage_count, 1);
    assert_int_equal(document.decision, POL_DECISION_UNKNOWN);
    pol_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_passages),
        cmocka_unit_test(test_slices),
        cmocka_unit_test(test_point_decisions),
        cmocka_unit_test(test_agenda_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
