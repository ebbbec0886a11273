/* extract.c - texts to documents and outcomes, printed on a line each. */
#include "core/buffer.h"
#include "tests/unit/document/extracting.h"

typedef struct extract_case {
    const char *name, *text;
    const char *expected; /* lines as print_document() and print_outcome() write them */
} extract_case;

/* kind number 'display title' #key {conference name|year|date} state @line [section] decision
 * relation>number ?doubt */
static void print_document(pol_buffer *out, const pol_extracted_document *extracted)
{
    const pol_document *document = &extracted->document;
    char date[POL_DATE_ISO_SIZE];
    pol_date_iso(document->date, date);
    pol_buffer_printf(out, "%s %.*s '%.*s' #%.*s {%.*s|%d|%s} %s @%u",
                      pol_kind_code(document->kind), POL_SPAN_ARGS(document->number.text),
                      POL_SPAN_ARGS(document->display_title), POL_SPAN_ARGS(extracted->key),
                      POL_SPAN_ARGS(document->conference_name), document->year, date,
                      pol_text_state_code(document->text_state), document->line);
    if (document->section.size)
        pol_buffer_printf(out, " [%.*s]", POL_SPAN_ARGS(document->section));
    if (document->decision != POL_DECISION_UNKNOWN && document->decision != POL_DECISION_NONE)
        pol_buffer_printf(out, " %s", pol_decision_code(document->decision));
    for (size_t i = 0; i < document->relation_count; i++)
        pol_buffer_printf(out, " %s>%.*s",
                          pol_relation_code((pol_relation_kind)document->relations[i].kind),
                          POL_SPAN_ARGS(document->relations[i].number));
    for (size_t i = 0; i < document->doubt_count; i++)
        pol_buffer_printf(out, " ?%s", document->doubts[i].field);
    pol_buffer_add_byte(out, '\n');
}

/* ! kind number 'title' decision {conference name|year} @line */
static void print_outcome(pol_buffer *out, const pol_outcome *outcome)
{
    const char *code = pol_decision_code((pol_decision)outcome->decision);
    pol_buffer_printf(out, "! %s %.*s '%.*s' %s {%.*s|%d} @%u\n",
                      pol_kind_code((pol_kind)outcome->kind), POL_SPAN_ARGS(outcome->number),
                      POL_SPAN_ARGS(outcome->title), code ? code : "?",
                      POL_SPAN_ARGS(outcome->conference_name), outcome->year, outcome->line);
}

static void print_all(pol_buffer *out, const pol_extracted *extracted)
{
    for (size_t i = 0; i < extracted->document_count; i++)
        print_document(out, &extracted->documents[i]);
    for (size_t i = 0; i < extracted->outcome_count; i++)
        print_outcome(out, &extracted->outcomes[i].outcome);
    for (size_t i = 0; i < extracted->omission_count; i++)
        pol_buffer_printf(out, "- %u: %.*s\n", extracted->omissions[i].line,
                          POL_SPAN_ARGS(extracted->omissions[i].reason));
    pol_buffer_add_byte(out, '\0');
}

static void assert_prints(const char *name, const pol_extracted *extracted, const char *expected)
{
    pol_buffer out;
    pol_buffer_init(&out, 1 << 20);
    print_all(&out, extracted);
    if (strcmp(out.data, expected) != 0)
        fail_msg("%s:\ngives\n%s\nnot\n%s", name, out.data, expected);
    pol_buffer_done(&out);
}

static void run(const extract_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        extracting made = extract_from("papers.txt", cases[i].text);
        assert_prints(cases[i].name, &made.extracted, cases[i].expected);
        extracting_done(&made);
    }
}

#define RUN(cases) run((cases), sizeof(cases) / sizeof *(cases))

/* --- the head of an agenda ------------------------------------------------------------ */

#define MUGS                                                                                       \
    "1 Mugs for all - North branch\n\nConference notes that mugs break and that nobody replaces "  \
    "them in time.\n\nConference instructs the committee to buy four hundred mugs.\n\n"
#define CUPS                                                                                       \
    "2 Cups for some - South branch\n\nConference believes that cups are small and that they are " \
    "lost.\n\nConference calls on the committee to count each cup twice a year.\n\n"
#define TRAYS                                                                                      \
    "3 Trays that slip - East branch\n\nConference notes with regret that trays are wet and "      \
    "slip.\n\nConference calls on the committee to dry each tray before it is used.\n"
#define THREE MUGS CUPS TRAYS

/* What the three give under a head that states `context`. */
#define GIVES(context, state, first, second, third)                                                \
    "motion 1 'Mugs for all' #motion 1 " context " " state " @" first "\n"                         \
    "motion 2 'Cups for some' #motion 2 " context " " state " @" second "\n"                       \
    "motion 3 'Trays that slip' #motion 3 " context " " state " @" third "\n"

static void heads_of_agendas(void **state)
{
    (void)state;
    static const extract_case cases[] = {
        {"year and place around the name",
         "Final agenda of the 2031 Canteen Conference, Leeds, 4 to 6 May\n\n" THREE,
         GIVES("{Canteen Conference|2031|}", "submitted", "3", "9", "15")},
        {"year in the date only",
         "Final agenda of the Canteen Conference, Leeds, 4 to 6 May 2031\n\n" THREE,
         GIVES("{Canteen Conference|2031|}", "submitted", "3", "9", "15")},
        {"the same without a word before",
         "Canteen Conference, Leeds, 4 to 6 May 2031\nPreliminary agenda\n\n" THREE,
         GIVES("{Canteen Conference|2031|}", "submitted", "4", "10", "16")},
        {"a name with a comma of its own",
         "Agenda\n2031 Local Government, Police and Justice Conference\n\n" THREE,
         GIVES("{Local Government, Police and Justice Conference|2031|}", "submitted", "4", "10",
               "16")},
        {"name on a line of its own", "2031 Canteen Conference\nFinal agenda\n\n" THREE,
         GIVES("{Canteen Conference|2031|}", "submitted", "4", "10", "16")},
        {"the name comes last", "Tea Workers' Union\nMotions to\nCanteen Conference 2031\n\n" THREE,
         GIVES("{Canteen Conference|2031|}", "submitted", "5", "11", "17")},
        {"composites are no agenda of what was submitted",
         "Composites\n2031 Canteen Conference\n\n" THREE,
         GIVES("{Canteen Conference|2031|}", "unknown", "4", "10", "16")},
        {"neither name nor year", "Agenda of the meeting\n\n" THREE,
         GIVES("{|0|}", "submitted", "3", "9", "15")},
        {"nothing before the first heading", THREE, GIVES("{|0|}", "unknown", "1", "7", "13")},
    };
    RUN(cases);
}

/* --- what the file says of all -------------------------------------------------------- */

/* What a sidecar states holds for all parts, unless it is of one document only. */
static void pairs_of_a_sidecar(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"conference", "2032 Tea Conference"},
        {"title", "All of it"},
        {"number", "77"},
        {"decision", "Carried"},
        {"date", "2032-05-04"},
        {"organisation", "Tea Union"},
        {"text_state", "as_amended"},
    };
    extracting made = {.read = read_ok(POL_FORMAT_TEXT, POL_SPAN("Agenda\n\n" THREE))};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const pol_pair pair = {pol_span_of(pairs[i][0]), pol_span_of(pairs[i][1]), 1,
                               POL_ORIGIN_SIDECAR};
        assert_int_equal(
            pol_text_add_pair(&made.read.text, &made.read.arena, pair, &made.read.error), POL_OK);
    }
    extract_again(&made, "agenda.txt", NULL);
    assert_prints("sidecar", &made.extracted,
                  GIVES("{Tea Conference|2032|2032-05-04}", "as_amended", "3", "9", "15"));
    for (size_t i = 0; i < made.extracted.document_count; i++)
        assert_span(made.extracted.documents[i].document.organisation.text, "Tea Union");
    extracting_done(&made);
}

static void names_of_files_tell_agendas(void **state)
{
    (void)state;
    extracting made = extract_from("2031 final agenda.txt", "2031 Canteen Conference\n\n" THREE);
    assert_prints("agenda by name", &made.extracted,
                  GIVES("{Canteen Conference|2031|}", "submitted", "3", "9", "15"));
    extracting_done(&made);
}

static void members_are_kept(void **state)
{
    (void)state;
    extracting made = {.read = read_ok(POL_FORMAT_TEXT, POL_SPAN(THREE))};
    extract_again(&made, "agenda.txt", "box/agenda.txt");
    assert_int_equal(made.extracted.document_count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_span(made.extracted.documents[i].document.member, "box/agenda.txt");
    extracting_done(&made);
}

/* --- parts ---------------------------------------------------------------------------- */

#define BREAK "Conference notes that mugs break and that nobody replaces them in time.\n\n"
#define SMALL "Conference believes that cups are small and that they are always lost.\n\n"
#define LEAKS "Conference notes with regret that jugs are heavy and that they all leak.\n\n"
#define SLIPS "Conference calls on the committee to dry each tray before it is used.\n\n"

static void parts(void **state)
{
    (void)state;
    static const extract_case cases[] = {
        {"amendments and emergencies",
         "Agenda of the 2031 Canteen Conference\n\n" MUGS
         "1.1 Amendment to Motion 1 - South branch\n\nIn line 2 delete \"four hundred\" and insert "
         "\"five hundred\", as was asked.\n\n" CUPS
         "Emergency Motion 1 - Kettles - West branch\n\nConference notes that the kettles failed "
         "on 2 May.\n\nConference calls on the committee to buy new ones at once.\n",
         "motion 1 'Mugs for all' #motion 1 {Canteen Conference|2031|} submitted @3\n"
         "amendment 1.1 'Amendment 1.1' #amendment 1 1 {Canteen Conference|2031|} submitted @9 "
         "amends>1\n"
         "motion 2 'Cups for some' #motion 2 {Canteen Conference|2031|} submitted @13\n"
         "emergency 1 'Kettles' #emergency 1 {Canteen Conference|2031|} submitted @19\n"},
        {"parts without titles are called by their numbers",
         "Agenda\n\nMotion 4\n\n" BREAK "Motion 5\n\n" SMALL "Motion 6\n\n" LEAKS,
         "motion 4 'Motion 4' #motion 4 {|0|} submitted @3\n"
         "motion 5 'Motion 5' #motion 5 {|0|} submitted @7\n"
         "motion 6 'Motion 6' #motion 6 {|0|} submitted @11\n"},
        {"the noun is not said twice",
         "Composites of the 2031 Canteen Conference\n\nComposite A\n\n" BREAK
         "Composite B\n\n" SMALL "Composite C\n\n" LEAKS,
         "composite Composite A 'Composite A' #composite composite a {Canteen Conference|2031|} "
         "unknown @3\n"
         "composite Composite B 'Composite B' #composite composite b {Canteen Conference|2031|} "
         "unknown @7\n"
         "composite Composite C 'Composite C' #composite composite c {Canteen Conference|2031|} "
         "unknown @11\n"},
        {"a doubtful split is one document and a doubt",
         "Composites\n\nMotion 4\n\n" BREAK "Motion 5\n\n" SMALL "Motion 4\n\n" LEAKS
         "Motion 6\n\n" SLIPS,
         "motion 4 'Composites' # {|0|} unknown @0 ?split\n"},
    };
    RUN(cases);
}

/* Whatever the layout of the parts: two of one key would be one document in the index. */
static void keys_are_unique(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Agenda\n\nMotion 1\n\n" BREAK "Amendment 1\n\n" SMALL "Motion 2\n\n" LEAKS
        "Amendment 1\n\n" SLIPS "Motion 3\n\n" SLIPS,
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        extracting made = extract_from("agenda.txt", texts[i]);
        assert_true(made.extracted.document_count > 1);
        bool has_place = false; /* where kind and number do not tell them apart */
        for (size_t j = 0; j < made.extracted.document_count; j++)
            has_place |= made.extracted.documents[j].key.data[0] <= '9';
        assert_true(has_place);
        for (size_t j = 0; j < made.extracted.document_count; j++)
            for (size_t k = 0; k < j; k++)
                assert_false(pol_span_equal(made.extracted.documents[j].key,
                                            made.extracted.documents[k].key));
        extracting_done(&made);
    }
}

/* Lines of JSON and rows of CSV are known by the lines before them. */
static void lines_are_known_by_their_place(void **state)
{
    (void)state;
    pol_arena arena;
    pol_error error;
    pol_extracted extracted = {0};
    pol_arena_init(&arena, 1 << 20);
    for (uint32_t line = 1; line <= 3; line++) {
        pol_text text = {0};
        const pol_line only = {.text = POL_SPAN("Conference notes tea."), .number = line};
        assert_int_equal(pol_text_add_line(&text, &arena, only, &error), POL_OK);
        assert_int_equal(pol_extract_text(&text, POL_SPAN("a.jsonl"), (pol_span){0}, true, &arena,
                                          &extracted, &error),
                         POL_OK);
    }
    assert_int_equal(extracted.document_count, 3);
    assert_null(extracted.documents[0].key.data);
    assert_span(extracted.documents[1].key, "1");
    assert_span(extracted.documents[2].key, "2");
    pol_arena_done(&arena);
}

/* --- reports -------------------------------------------------------------------------- */

static void reports(void **state)
{
    (void)state;
    static const extract_case cases[] = {
        {"the head's conference, without the place",
         "Decisions of the 2031 Canteen Conference, Leeds\n\n16 Mugs: CARRIED\n17 Cups: LOST\n",
         "other  '16 Mugs: CARRIED' # {Canteen Conference|2031|} unknown @0\n"
         "! motion 16 'Mugs' carried {Canteen Conference|2031} @3\n"
         "! motion 17 'Cups' lost {Canteen Conference|2031} @4\n"},
        {"a name with a comma of its own",
         "Decisions\n2031 Local Government, Police and Justice Conference\n\n16 Mugs: CARRIED\n"
         "17 Cups: LOST\n",
         "other  'Decisions' # {Local Government, Police and Justice Conference|2031|} unknown @0\n"
         "! motion 16 'Mugs' carried {Local Government, Police and Justice Conference|2031} @4\n"
         "! motion 17 'Cups' lost {Local Government, Police and Justice Conference|2031} @5\n"},
        {"a heading's own conference wins",
         "2031 Canteen Conference\nDecisions\n\n16 Mugs: CARRIED\n17 Cups: LOST\n\n"
         "2030 Tea Conference\n\n18 Trays: CARRIED\n19 Jugs: LOST\n",
         "other  'Decisions' # {Canteen Conference|2031|} unknown @0\n"
         "! motion 16 'Mugs' carried {Canteen Conference|2031} @4\n"
         "! motion 17 'Cups' lost {Canteen Conference|2031} @5\n"
         "! motion 18 'Trays' carried {Tea Conference|2030} @9\n"
         "! motion 19 'Jugs' lost {Tea Conference|2030} @10\n"},
        {"the year of the date",
         "Canteen Conference, Leeds, 4 to 6 May 2031\nDecisions\n\n16 Mugs: CARRIED\n17 Cups: "
         "LOST\n",
         "other  'Decisions' # {Canteen Conference|2031|} unknown @0\n"
         "! motion 16 'Mugs' carried {Canteen Conference|2031} @4\n"
         "! motion 17 'Cups' lost {Canteen Conference|2031} @5\n"},
        {"none at all", "Decisions\n\n16 Mugs: CARRIED\n17 Cups: LOST\n",
         "other  'Decisions' # {|0|} unknown @0\n"
         "! motion 16 'Mugs' carried {|0} @3\n"
         "! motion 17 'Cups' lost {|0} @4\n"},
    };
    RUN(cases);
}

/* An omission, a motion, and press that tells of votes but is no record of them. */
static void one_document(void **state)
{
    (void)state;
    static const extract_case cases[] = {
        {"nothing", "", "- 0: no text in it\n"},
        {"a motion", "Mugs for all\n\n2031 Canteen Conference\n\nDecision\nCarried\n\n" BREAK,
         "motion  'Mugs for all' # {Canteen Conference|2031|} unknown @0 carried\n"},
        {"press",
         "Delegates back mugs\n\nBy Ann Other\n\n5 May 2031\n\nDelegates at the Canteen Conference "
         "voted for mugs today. Motion 16 was carried. Motion 17 was lost, to the surprise of many "
         "in the hall.\n\n\"We are delighted,\" a spokesperson said.\n",
         "article  'Delegates back mugs' # {|2031|2031-05-05} unknown @0\n"},
    };
    RUN(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads_of_agendas),
        cmocka_unit_test(pairs_of_a_sidecar),
        cmocka_unit_test(names_of_files_tell_agendas),
        cmocka_unit_test(members_are_kept),
        cmocka_unit_test(parts),
        cmocka_unit_test(keys_are_unique),
        cmocka_unit_test(lines_are_known_by_their_place),
        cmocka_unit_test(reports),
        cmocka_unit_test(one_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
