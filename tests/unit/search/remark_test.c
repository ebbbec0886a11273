/* remark_test.c - what is said beside a decision, and what must not be: people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "document/discreet.h"
#include "search/facts.h"
#include "search/remark.h"

enum { LIMIT = 1 << 16 };

static void expect_remark(const pol_document *document, const char *wanted)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_remark_add(document, false, &buffer);
    pol_buffer_add_byte(&buffer, '.');
    buffer.data[buffer.size - 1] = '\0';
    assert_int_equal(buffer.status, POL_OK);
    assert_string_equal(buffer.data, wanted);
    pol_buffer_done(&buffer);
}

/* --- remarks ---------------------------------------------------------------------- */

static void most_documents_need_none(void **state)
{
    (void)state;
    pol_decision_source own = {.decision = POL_DECISION_CARRIED, .line = 4};
    pol_document document = {.decision = POL_DECISION_CARRIED,
                             .text_state = POL_TEXT_STATE_SUBMITTED,
                             .standing = POL_STANDING_CURRENT};
    expect_remark(&document, "");
    document.decision_sources = &own;
    document.decision_source_count = 1;
    expect_remark(&document, "");
    document.decision = POL_DECISION_CARRIED_AMENDED;
    document.text_state = POL_TEXT_STATE_AS_AMENDED;
    expect_remark(&document, "");
    document.text_state = POL_TEXT_STATE_UNKNOWN;
    expect_remark(&document, "");
}

static void sources_are_named(void **state)
{
    (void)state;
    pol_decision_source source = {.decision = POL_DECISION_CARRIED,
                                  .words = POL_SPAN("CARRIED"),
                                  .file = POL_SPAN("2017/results.txt"),
                                  .line = 14};
    pol_document document = {
        .decision = POL_DECISION_CARRIED, .decision_sources = &source, .decision_source_count = 1};
    expect_remark(&document, "decision from 2017/results.txt:14");
    source.page = 3;
    expect_remark(&document, "decision from 2017/results.txt, p. 3");
    source.page = source.line = 0;
    expect_remark(&document, "decision from 2017/results.txt");
}

static void conflicts_name_all_sides(void **state)
{
    (void)state;
    pol_decision_source sources[] = {
        {.decision = POL_DECISION_CARRIED, .line = 8},
        {.decision = POL_DECISION_LOST, .file = POL_SPAN("minutes.html"), .line = 88},
        {.decision = POL_DECISION_NONE, .file = POL_SPAN("a.pdf"), .page = 2},
        {.decision = POL_DECISION_LOST, .file = POL_SPAN("b.txt"), .line = 1},
        {.decision = POL_DECISION_LOST, .file = POL_SPAN("c.txt"), .line = 2},
        {.decision = POL_DECISION_LOST, .file = POL_SPAN("d.txt"), .line = 3},
    };
    pol_document document = {.decision = POL_DECISION_CARRIED,
                             .decision_sources = sources,
                             .decision_source_count = 2,
                             .has_decision_conflict = true};
    expect_remark(&document, "sources contradict each other: carried (its own text, line 8), lost "
                             "(minutes.html:88)");
    document.decision_source_count = 6;
    expect_remark(&document, "sources contradict each other: carried (its own text, line 8), lost "
                             "(minutes.html:88), not understood (a.pdf, p. 2), lost (b.txt:1) and "
                             "2 more");
    document.decision_source_count = 0;
    expect_remark(&document, "sources contradict each other");
}

static void composites_have_a_fate(void **state)
{
    (void)state;
    static const struct {
        const char *number;
        pol_decision fate;
        const char *wanted;
    } cases[] = {
        {"Composite A", POL_DECISION_CARRIED, "composited in Composite A, which was carried"},
        {"3", POL_DECISION_CARRIED_AMENDED,
         "composited in Composite 3, which was carried as amended"},
        {"B", POL_DECISION_FELL, "composited in Composite B, which fell"},
        {"B", POL_DECISION_UNKNOWN, "composited in Composite B, whose decision is not stated"},
        {"B", POL_DECISION_NONE, "composited in Composite B"},
        {" ", POL_DECISION_CARRIED, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_document document = {.decision = POL_DECISION_COMPOSITED,
                                 .composite = pol_span_of(cases[i].number),
                                 .composite_decision = (uint8_t)cases[i].fate};
        expect_remark(&document, cases[i].wanted);
    }
}

static void text_is_older_than_its_amendment(void **state)
{
    (void)state;
    pol_document document = {.decision = POL_DECISION_CARRIED_AMENDED,
                             .text_state = POL_TEXT_STATE_SUBMITTED,
                             .standing = POL_STANDING_LAPSED};
    expect_remark(&document, "text as submitted, before amendment; lapsed");
    document.lapses_after = 2016;
    expect_remark(&document, "text as submitted, before amendment; lapsed after 2016");
}

static void referrals_stand_beside_not_reached(void **state)
{
    (void)state;
    pol_document document = {.decision = POL_DECISION_NOT_REACHED,
                             .referral = POL_SPAN("referred to the National\nExecutive Council")};
    expect_remark(&document, "not reached; referred to the National Executive Council");
    document.decision = POL_DECISION_LOST;
    expect_remark(&document, "referred to the National Executive Council");
}

static void superseded_by_what(void **state)
{
    (void)state;
    pol_relation relations[] = {
        {.kind = POL_RELATION_SUPERSEDES, .number = POL_SPAN("1")},
        {.kind = POL_RELATION_SUPERSEDED_BY,
         .number = POL_SPAN("4"),
         .title = POL_SPAN("Fair Pay"),
         .conference_name = POL_SPAN("National Delegate Conference"),
         .year = 2019},
    };
    pol_document document = {.decision = POL_DECISION_CARRIED,
                             .standing = POL_STANDING_SUPERSEDED,
                             .relations = relations,
                             .relation_count = 2};
    expect_remark(&document, "superseded by Motion 4, 2019 National Delegate Conference");
    relations[1].number = (pol_span){0};
    expect_remark(&document, "superseded by “Fair Pay”, 2019 National Delegate Conference");
    relations[1].conference_name = (pol_span){0};
    expect_remark(&document, "superseded by “Fair Pay”, 2019");
    relations[1] = (pol_relation){.kind = POL_RELATION_SUPERSEDED_BY};
    expect_remark(&document, "superseded by another document");
    document.relation_count = 1;
    expect_remark(&document, "superseded");
}

static void hostile_values_stay_short(void **state)
{
    (void)state;
    static char huge[1 << 20];
    memset(huge, 'x', sizeof huge);
    pol_span all = pol_span_make(huge, sizeof huge);
    pol_decision_source sources[] = {{.words = all, .file = all}, {.words = all, .file = all}};
    pol_relation relation = {
        .kind = POL_RELATION_SUPERSEDED_BY, .number = all, .title = all, .conference_name = all};
    pol_document document = {.decision_sources = sources,
                             .decision_source_count = 2,
                             .has_decision_conflict = true,
                             .composite = all,
                             .referral = POL_SPAN("to\033[31m\xff nobody"),
                             .standing = POL_STANDING_SUPERSEDED,
                             .relations = &relation,
                             .relation_count = 1};
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_remark_add(&document, false, &buffer);
    assert_int_equal(buffer.status, POL_OK);
    assert_true(buffer.size < 2000);
    assert_null(strchr(buffer.data, '\033'));
    pol_buffer_done(&buffer);
    pol_buffer_init(&buffer, 20);
    pol_remark_add(&document, false, &buffer);
    assert_int_equal(buffer.status, POL_LIMIT);
    pol_buffer_done(&buffer);
}

/* --- people --------------------------------------------------------------------------- */

static const pol_submitter people[] = {
    {POL_SPAN("North branch"), false}, {POL_SPAN("Zoë Quill"), true}, {POL_SPAN("Q"), true}};

static void names_are_cut(void **state)
{
    (void)state;
    static const struct {
        const char *words, *wanted;
    } cases[] = {
        {"CARRIED", "CARRIED"},
        {"", ""},
        {"Carried as amended by 75.1", "Carried as amended by 75.1"},
        {"Not moved", "Not moved"},
        {"the question was moved to Friday", "the question was moved to Friday"},
        {"amendment accepted by the mover", "amendment accepted by the mover"},
        {"Moved by J. Smith, seconded by K. Jones. CARRIED", "… CARRIED"},
        {"CARRIED (moved by J. Smith)", "CARRIED …"},
        {"Mover: J. Smith", "…"},
        {"Proposed J. Smith, lost on a show of hands", "… lost on a show of hands"},
        {"carried, seconded by K. Jones", "carried …"},
        {"PROPOSER: J SMITH carried unanimously", "… carried unanimously"},
        {"Fell; in the name of J. Smith", "Fell …"},
        {"Proposé: Éric", "Proposé: Éric"}, /* another language: not known */
        {"carried after zoë quill had spoken", "carried after … had spoken"},
        {"carried after Zoë Quill had spoken, Q said", "carried after … had spoken, Q said"},
        {"North branch's motion was carried", "North branch's motion was carried"},
        {"moved by", "moved by"},
        {"Ömoved by X", "Ömoved by X"},
    };
    pol_document document = {.submitters = (pol_submitter *)people, .submitter_count = 3};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_buffer buffer;
        pol_buffer_init(&buffer, LIMIT);
        pol_buffer_add_text(&buffer, "<");
        pol_discreet_add(pol_span_of(cases[i].words), &document, false, &buffer);
        if (strcmp(buffer.data + 1, cases[i].wanted) != 0)
            fail_msg("'%s'\n  gives  %s\n  wanted %s", cases[i].words, buffer.data + 1,
                     cases[i].wanted);
        pol_buffer_clear(&buffer);
        pol_buffer_add_text(&buffer, "<");
        pol_discreet_add(pol_span_of(cases[i].words), &document, true, &buffer);
        assert_string_equal(buffer.data + 1, cases[i].words);
        pol_buffer_done(&buffer);
    }
}

/* --- facts ------------------------------------------------------------------------------ */

static void gather(void *context, const char *name, pol_span value)
{
    pol_buffer_printf(context, "%s: %.*s\n", name, POL_SPAN_ARGS(value));
}

static void facts_are_bounded(void **state)
{
    (void)state;
    enum { MANY = POL_FACTS_MAX + 5 };
    static pol_decision_source sources[MANY];
    static pol_relation relations[MANY];
    for (size_t i = 0; i < MANY; i++) {
        sources[i] =
            (pol_decision_source){.decision = POL_DECISION_LOST, .words = POL_SPAN("lost")};
        relations[i] = (pol_relation){.kind = POL_RELATION_COMPOSITE_OF, .number = POL_SPAN("9")};
    }
    pol_document document = {.decision = POL_DECISION_LOST,
                             .decision_sources = sources,
                             .decision_source_count = MANY,
                             .relations = relations,
                             .relation_count = MANY};
    pol_buffer told;
    pol_buffer_init(&told, LIMIT);
    assert_int_equal(pol_facts_each(&document, false, gather, &told), POL_OK);
    size_t lines = 0;
    for (size_t i = 0; i < told.size; i++)
        lines += told.data[i] == '\n';
    assert_int_equal(lines, 2 * POL_FACTS_MAX + 2);
    assert_non_null(strstr(told.data, "Stated: lost (its own text: “lost”)\n"));
    assert_non_null(strstr(told.data, "Stated: 5 more\n"));
    assert_non_null(strstr(told.data, "Composite of: Motion 9\n"));
    assert_non_null(strstr(told.data, "Also related to: 5 documents\n"));
    pol_buffer_done(&told);
}

static void decisions_are_quoted_with_their_place(void **state)
{
    (void)state;
    pol_decision_source sources[] = {
        {.decision = POL_DECISION_LOST, .words = POL_SPAN("Defeated"), .line = 3},
        {.decision = POL_DECISION_LOST, .file = POL_SPAN("r.pdf"), .page = 2, .line = 9}};
    const struct {
        pol_document document;
        const char *wanted;
    } cases[] = {
        {{.decision = POL_DECISION_LOST}, ""},
        {{.decision_raw = {.text = POL_SPAN("Defeated"), .line = 3}}, " (“Defeated”, line 3)"},
        {{.decision_sources = &sources[1], .decision_source_count = 1}, " (r.pdf, p. 2, line 9)"},
        {{.decision_sources = sources, .decision_source_count = 2}, " (2 sources)"},
        {{.decision_sources = sources, .decision_source_count = 2, .has_decision_conflict = true},
         " (sources contradict each other)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_buffer buffer;
        pol_buffer_init(&buffer, LIMIT);
        pol_buffer_add_text(&buffer, "lost");
        pol_facts_add_stated(&cases[i].document, false, &buffer);
        assert_string_equal(buffer.data + 4, cases[i].wanted);
        pol_buffer_done(&buffer);
    }
}

static void places_are_said(void **state)
{
    (void)state;
    const struct {
        pol_document document;
        const char *wanted;
    } cases[] = {
        {{.line = 0}, ""},
        {{.line = 30}, " (line 30)"},
        {{.page = 12, .line = 30}, " (p. 12, line 30)"},
        {{.member = POL_SPAN("a/b.docx")}, " (member a/b.docx)"},
        {{.member = POL_SPAN("a/b.docx"), .page = 2}, " (member a/b.docx, p. 2)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_buffer buffer;
        pol_buffer_init(&buffer, LIMIT);
        pol_buffer_add_text(&buffer, "f");
        pol_facts_add_place(&cases[i].document, &buffer);
        assert_string_equal(buffer.data + 1, cases[i].wanted);
        pol_buffer_done(&buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(most_documents_need_none),
        cmocka_unit_test(sources_are_named),
        cmocka_unit_test(conflicts_name_all_sides),
        cmocka_unit_test(composites_have_a_fate),
        cmocka_unit_test(text_is_older_than_its_amendment),
        cmocka_unit_test(referrals_stand_beside_not_reached),
        cmocka_unit_test(superseded_by_what),
        cmocka_unit_test(hostile_values_stay_short),
        cmocka_unit_test(names_are_cut),
        cmocka_unit_test(facts_are_bounded),
        cmocka_unit_test(decisions_are_quoted_with_their_place),
        cmocka_unit_test(places_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
