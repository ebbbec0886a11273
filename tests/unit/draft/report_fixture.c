/* report_fixture.c - see report_fixture.h. Documents are constants; what points into texts is
 * made when it is asked for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/unit/draft/report_fixture.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* --- documents ------------------------------------------------------------------------ */

static const pol_passage lamps_passages[] = {
    {.ordinal = 1, .clause = POL_CLAUSE_RESOLVES, .text = POL_SPAN("Conference instructs:")},
    {.ordinal = 2,
     .clause = POL_CLAUSE_RESOLVES,
     .depth = 1,
     .lead_in = 1,
     .label = POL_SPAN("2)"),
     .text = POL_SPAN("the Executive to support brighter lamps on every towpath.")},
    {.ordinal = 3,
     .clause = POL_CLAUSE_RESOLVES,
     .depth = 1,
     .lead_in = 1,
     .decision = POL_DECISION_LOST,
     .label = POL_SPAN("3)"),
     .text = POL_SPAN("every branch to buy a lantern.")},
};

static const pol_stored lamps = {.document = {.id.text = POL_SPAN("lamps-2014"),
                                              .kind = POL_KIND_MOTION,
                                              .title.text = POL_SPAN("Lamps"),
                                              .display_title = POL_SPAN("Lamps"),
                                              .conference.text = POL_SPAN("2014 Canal Conference"),
                                              .conference_name = POL_SPAN("Canal Conference"),
                                              .year = 2014,
                                              .number.text = POL_SPAN("12"),
                                              .decision = POL_DECISION_CARRIED_AMENDED,
                                              .text_state = POL_TEXT_STATE_SUBMITTED,
                                              .passages = (pol_passage *)lamps_passages,
                                              .passage_count = LENGTH(lamps_passages)}};

static const pol_passage locks_passage = {
    .ordinal = 1,
    .clause = POL_CLAUSE_RESOLVES,
    .text = POL_SPAN("Conference calls for a keeper at every lock.")};

static const pol_relation locks_relation = {.kind = POL_RELATION_SUPERSEDED_BY,
                                            .number = POL_SPAN("4"),
                                            .conference_name = POL_SPAN("Canal Conference"),
                                            .year = 2021};

static const pol_stored locks = {.document = {.id.text = POL_SPAN("locks/2009?"),
                                              .kind = POL_KIND_MOTION,
                                              .title.text = POL_SPAN("Lock Keepers"),
                                              .display_title = POL_SPAN("Lock Keepers"),
                                              .conference.text = POL_SPAN("2009 Canal Conference"),
                                              .conference_name = POL_SPAN("Canal Conference"),
                                              .year = 2009,
                                              .decision = POL_DECISION_CARRIED,
                                              .standing = POL_STANDING_SUPERSEDED,
                                              .relations = (pol_relation *)&locks_relation,
                                              .relation_count = 1,
                                              .passages = (pol_passage *)&locks_passage,
                                              .passage_count = 1}};

static const pol_passage tolls_passage = {
    .ordinal = 1, .clause = POL_CLAUSE_RESOLVES, .text = POL_SPAN("Conference wants no tolls.")};

static const pol_stored tolls = {.document = {.id.text = POL_SPAN("tolls"),
                                              .kind = POL_KIND_MOTION,
                                              .title.text = POL_SPAN("Tolls"),
                                              .display_title = POL_SPAN("Tolls"),
                                              .conference.text = POL_SPAN("2019 Canal Conference"),
                                              .conference_name = POL_SPAN("Canal Conference"),
                                              .year = 2019,
                                              .decision = POL_DECISION_REMITTED,
                                              .passages = (pol_passage *)&tolls_passage,
                                              .passage_count = 1}};

static const pol_stored boats = {.document = {.id.text = POL_SPAN("boats"),
                                              .kind = POL_KIND_MOTION,
                                              .title.text = POL_SPAN("Boats for All"),
                                              .display_title = POL_SPAN("Boats for All"),
                                              .conference.text = POL_SPAN("2011 Canal Conference"),
                                              .conference_name = POL_SPAN("Canal Conference"),
                                              .year = 2011,
                                              .decision = POL_DECISION_LOST,
                                              .passages = (pol_passage *)&tolls_passage,
                                              .passage_count = 1}};

static const pol_stored ducks = {
    .document = {.id.text = POL_SPAN("ducks"),
                 .kind = POL_KIND_MOTION,
                 .display_title = POL_SPAN("Conference notes the ducks"),
                 .text = POL_SPAN("Conference notes the ducks of the old dock."),
                 .conference.text = POL_SPAN("2016 Canal Conference"),
                 .conference_name = POL_SPAN("Canal Conference"),
                 .year = 2016,
                 .decision = POL_DECISION_COMPOSITED,
                 .composite = POL_SPAN("C"),
                 .composite_decision = POL_DECISION_CARRIED,
                 .passages = (pol_passage *)&tolls_passage,
                 .passage_count = 1}};

static const pol_stored news = {.document = {.id.text = POL_SPAN("news"),
                                             .kind = POL_KIND_ARTICLE,
                                             .title.text = POL_SPAN("Water rises"),
                                             .display_title = POL_SPAN("Water rises"),
                                             .date = {2022, 5, 4},
                                             .passages = (pol_passage *)&tolls_passage,
                                             .passage_count = 1}};

/* --- a sample ------------------------------------------------------------------------- */

static const pol_passage draft_lead_in = {
    .ordinal = 2, .clause = POL_CLAUSE_RESOLVES, .text = POL_SPAN("Conference calls on us to:")};
static const pol_passage draft_points[] = {
    {.ordinal = 3, .label = POL_SPAN("a)")}, {.ordinal = 4, .label = POL_SPAN("b)")},
    {.ordinal = 5, .label = POL_SPAN("c)")}, {.ordinal = 6, .label = POL_SPAN("d)")},
    {.ordinal = 7, .label = POL_SPAN("e)")}, {.ordinal = 8, .label = POL_SPAN("f)")},
    {.ordinal = 9, .label = POL_SPAN("g)")},
};
static const pol_passage draft_notes = {.ordinal = 1};

#define POINT(n, words)                                                                            \
    {                                                                                              \
        .number = (n), .text = POL_SPAN(words), .passage = &draft_points[(n)-2],                   \
        .lead_in = &draft_lead_in, .clause = POL_CLAUSE_RESOLVES, .is_action = true                \
    }

static const pol_draft_clause draft_clauses[] = {
    {.number = 1,
     .text = POL_SPAN("Conference notes that the water is rising."),
     .passage = &draft_notes,
     .clause = POL_CLAUSE_NOTES},
    POINT(2, "support brighter lamps on each towpath, and say so in the press;"),
    POINT(3, "oppose brighter lamps on every towpath;"),
    POINT(4, "put a keeper at every lock;"),
    POINT(5, "end all tolls;"),
    POINT(6, "give every member a boat;"),
    POINT(7, "count the ducks;"),
    POINT(8, "paint the bridge."),
};

static const pol_document draft_document = {.title.text = POL_SPAN("Light on the Water"),
                                            .display_title = POL_SPAN("Light on the Water"),
                                            .conference.text = POL_SPAN("2026 Canal Conference")};

static const pol_draft draft = {
    .document = &draft_document, .clauses = draft_clauses, .clause_count = LENGTH(draft_clauses)};

/* Where `words` stand in `text`: empty where they do not. */
static pol_highlight mark(pol_span text, const char *words)
{
    size_t at = pol_span_find(text, pol_span_of(words), 0);
    if (at == (size_t)-1)
        return (pol_highlight){0};
    return (pol_highlight){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

enum { MARKS = 2 };
static pol_highlight marks[4][MARKS];

static pol_evidence evidence_of(const pol_stored *stored, const pol_passage *passage,
                                pol_likeness likeness, double clause_share, double passage_share)
{
    pol_evidence evidence = {.stored = stored, .passage = passage};
    evidence.comparison.likeness = likeness;
    evidence.comparison.clause_share = clause_share;
    evidence.comparison.passage_share = passage_share;
    evidence.comparison.order = 0.5;
    evidence.comparison.score = clause_share;
    pol_evidence_decide(&evidence);
    return evidence;
}

/* The same two words are shared; `i` is the place for the marks. */
static pol_evidence lamps_evidence(size_t i, size_t clause, pol_likeness likeness)
{
    pol_evidence evidence = evidence_of(&lamps, &lamps_passages[1], likeness, 0.614, 0.838);
    pol_span here = draft_clauses[clause].text, there = lamps_passages[1].text;
    evidence.lead_in = &lamps_passages[0];
    marks[i][0] = mark(here, "brighter lamps");
    marks[i][1] = mark(here, "towpath");
    marks[i + 1][0] = mark(there, "brighter lamps");
    marks[i + 1][1] = mark(there, "towpath");
    evidence.comparison.clause_marks = marks[i];
    evidence.comparison.clause_mark_count = MARKS;
    evidence.comparison.passage_marks = marks[i + 1];
    evidence.comparison.passage_mark_count = MARKS;
    if (likeness == POL_LIKENESS_REVERSED) {
        evidence.comparison.clause_opposite = mark(here, "oppose");
        evidence.comparison.passage_opposite = mark(there, "support");
    }
    return evidence;
}

static pol_finding finding_of(size_t clause, pol_verdict verdict, const pol_evidence *evidence,
                              size_t count)
{
    pol_finding finding = {.clause = &draft_clauses[clause],
                           .verdict = verdict,
                           .decisive = count ? evidence : NULL,
                           .evidence = evidence,
                           .evidence_count = count};
    for (size_t i = count; i-- > 0;)
        if (evidence[i].fate != POL_FATE_NONE)
            finding.closest[evidence[i].fate] = &evidence[i];
    return finding;
}

static const pol_searched searched[] = {{POL_SPAN("Canal Conference"), 1998, 2021, 300},
                                        {POL_SPAN("Lock Conference"), 2001, 2001, 40},
                                        {POL_SPAN("Towpath Conference"), 2003, 2013, 30},
                                        {POL_SPAN("Barge Conference"), 2004, 2014, 20},
                                        {POL_SPAN("Weir Conference"), 2005, 2015, 10},
                                        {POL_SPAN("Sluice Conference"), 2006, 2016, 5},
                                        {{0}, 0, 0, 3},
                                        {POL_SPAN("Pond Conference"), 2007, 2017, 2}};

static const pol_scope scope = {.conferences = searched,
                                .conference_count = LENGTH(searched),
                                .first_year = 1998,
                                .last_year = 2022,
                                .documents = 410,
                                .passages = 2000,
                                .year_from = 2000};

static const pol_near_motion near_motions[] = {{&lamps, 3, 0.424}, {&locks, 1, 0.1}};

static const pol_aid aids[] = {
    {POL_AID_ACRONYM, 2, POL_SPAN("CRT"),
     POL_SPAN("CRT is not spelt out: the index has “Canal and River Trust (CRT)”.")},
    {POL_AID_LENGTH, 0, {0}, POL_SPAN("The text has 320 words; the limit is 250.")}};

static void count_verdicts(pol_report *report)
{
    for (size_t i = 0; i < report->finding_count; i++)
        if (!report->findings[i].is_skipped)
            report->verdict_counts[report->findings[i].verdict]++;
}

const pol_report *report_sample(void)
{
    static pol_evidence carried[4], reversal[1], past[1], undecided[2], rejected[1], composited[1],
        article[1];
    static pol_finding findings[LENGTH(draft_clauses)];
    static pol_report report;
    article[0] = evidence_of(&news, &tolls_passage, POL_LIKENESS_RELATED, 0.3, 0.2);
    carried[0] = lamps_evidence(0, 1, POL_LIKENESS_SAME);
    carried[1] = evidence_of(&boats, &tolls_passage, POL_LIKENESS_RELATED, 0.4, 0.1);
    carried[2] = evidence_of(&tolls, &tolls_passage, POL_LIKENESS_RELATED, 0.35, 0.1);
    carried[3] = evidence_of(&news, &tolls_passage, POL_LIKENESS_RELATED, 0.3, 0.1);
    reversal[0] = lamps_evidence(2, 2, POL_LIKENESS_REVERSED);
    past[0] = evidence_of(&locks, &locks_passage, POL_LIKENESS_SAME, 1, 0.9);
    undecided[0] = evidence_of(&tolls, &tolls_passage, POL_LIKENESS_SAME, 0.9, 0.9);
    undecided[1] = evidence_of(&lamps, &lamps_passages[2], POL_LIKENESS_RELATED, 0.2, 0.1);
    rejected[0] = evidence_of(&boats, &tolls_passage, POL_LIKENESS_SAME, 0.9, 0.9);
    composited[0] = evidence_of(&ducks, &tolls_passage, POL_LIKENESS_SAME, 0.9, 0.9);
    findings[0] = finding_of(0, POL_VERDICT_RELATED, article, 1);
    findings[1] = finding_of(1, POL_VERDICT_CARRIED, carried, 4);
    findings[2] = finding_of(2, POL_VERDICT_REVERSAL, reversal, 1);
    findings[3] = finding_of(3, POL_VERDICT_CARRIED, past, 1);
    findings[4] = finding_of(4, POL_VERDICT_UNDECIDED, undecided, 2);
    findings[5] = finding_of(5, POL_VERDICT_REJECTED, rejected, 1);
    findings[6] = finding_of(6, POL_VERDICT_CARRIED, composited, 1);
    findings[7] = finding_of(7, POL_VERDICT_NOTHING, NULL, 0);
    findings[7].is_skipped = true;
    report = (pol_report){.draft = &draft,
                          .verdict = POL_VERDICT_CARRIED_PART,
                          .findings = findings,
                          .finding_count = LENGTH(draft_clauses),
                          .motions = near_motions,
                          .motion_count = LENGTH(near_motions),
                          .aids = aids,
                          .aid_count = LENGTH(aids),
                          .scope = scope,
                          .has_timed_out = true,
                          .took_ms = 12.5};
    count_verdicts(&report);
    return &report;
}

const pol_report *report_nothing(void)
{
    static pol_finding finding;
    static pol_draft one;
    static pol_report report;
    one = (pol_draft){.document = &draft_document, .clauses = draft_clauses, .clause_count = 1};
    finding = finding_of(0, POL_VERDICT_NOTHING, NULL, 0);
    report = (pol_report){.draft = &one,
                          .findings = &finding,
                          .finding_count = 1,
                          .scope = {.conferences = searched,
                                    .conference_count = 2,
                                    .is_cut = true,
                                    .first_year = 1998,
                                    .last_year = 2021,
                                    .documents = 1,
                                    .passages = 1}};
    count_verdicts(&report);
    return &report;
}

const pol_report *report_empty(void)
{
    static const pol_draft none = {.document = &draft_document, .is_cut = true};
    static const pol_report report = {.draft = &none};
    return &report;
}

/* --- hostile -------------------------------------------------------------------------- */

#define HOSTILE                                                                                    \
    "=1+1\033]0;x\a\033[2J\x9b"                                                                    \
    "31m\xe2\x80\xae\r\n## *b* <i>&amp; [l](javascript:x) \"q\", | `c` \xff</span><script>"

static const pol_passage hostile_passage = {.ordinal = 1,
                                            .clause = 250,
                                            .depth = 1,
                                            .label = POL_SPAN("-\033[1m<b>"),
                                            .text = POL_SPAN("@" HOSTILE " end")};
static const pol_passage hostile_lead_in = {.ordinal = 2, .text = POL_SPAN("+" HOSTILE)};

static const pol_relation hostile_relation = {.kind = POL_RELATION_SUPERSEDED_BY,
                                              .number = POL_SPAN(HOSTILE),
                                              .title = POL_SPAN(HOSTILE),
                                              .conference_name = POL_SPAN(HOSTILE)};

static const pol_stored hostile_stored = {
    .document = {.id.text = POL_SPAN("a b\033/\"'><script>#?\xff"),
                 .kind = POL_KIND_MOTION,
                 .title.text = POL_SPAN("@" HOSTILE),
                 .display_title = POL_SPAN("@" HOSTILE),
                 .conference.text = POL_SPAN(HOSTILE),
                 .number.text = POL_SPAN("-" HOSTILE),
                 .decision = POL_DECISION_CARRIED,
                 .standing = POL_STANDING_SUPERSEDED,
                 .relations = (pol_relation *)&hostile_relation,
                 .relation_count = 1,
                 .passages = (pol_passage *)&hostile_passage,
                 .passage_count = 1}};

static const pol_aid hostile_aid = {POL_AID_ACRONYM, 1, POL_SPAN(HOSTILE), POL_SPAN(HOSTILE)};
static const pol_near_motion hostile_motion = {&hostile_stored, 1, 2.5};
static const pol_searched hostile_searched = {POL_SPAN(HOSTILE), 1999, 2000, 1};

/* Behind the end, the wrong way round, and overlapping. */
static const pol_highlight hostile_marks[] = {{9, 4}, {3, 30}, {10, 40}, {5000, 90000}};

static pol_evidence hostile_evidence(pol_likeness likeness)
{
    pol_evidence evidence = evidence_of(&hostile_stored, &hostile_passage, likeness, -1, 7);
    evidence.lead_in = &hostile_lead_in;
    evidence.comparison.clause_marks = evidence.comparison.passage_marks = hostile_marks;
    evidence.comparison.clause_mark_count = LENGTH(hostile_marks);
    evidence.comparison.passage_mark_count = LENGTH(hostile_marks);
    evidence.comparison.clause_opposite = (pol_highlight){0, 12};
    evidence.comparison.passage_opposite = (pol_highlight){5, 90000};
    return evidence;
}

const pol_report *report_hostile(void)
{
    static char text[POL_DRAFT_CLAUSE_MAX];
    static pol_draft_clause clauses[2];
    static pol_draft hostile_draft;
    static pol_evidence evidence[2];
    static pol_finding findings[2];
    static pol_report report;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = HOSTILE[i % (sizeof HOSTILE - 1)];
    clauses[0] = (pol_draft_clause){.number = 1,
                                    .text = pol_span_make(text, sizeof text),
                                    .passage = &hostile_passage,
                                    .lead_in = &hostile_lead_in,
                                    .clause = POL_CLAUSE_OTHER,
                                    .is_action = true};
    clauses[1] = (pol_draft_clause){.number = 2, .text = POL_SPAN(HOSTILE)};
    evidence[0] = hostile_evidence(POL_LIKENESS_REVERSED);
    evidence[1] = hostile_evidence(POL_LIKENESS_SAME);
    for (size_t i = 0; i < 2; i++)
        findings[i] = (pol_finding){.clause = &clauses[i],
                                    .verdict = i ? POL_VERDICT_CARRIED : POL_VERDICT_REVERSAL,
                                    .decisive = &evidence[i],
                                    .closest[POL_FATE_CARRIED] = &evidence[i],
                                    .evidence = &evidence[i],
                                    .evidence_count = 1};
    hostile_draft =
        (pol_draft){.document = &hostile_stored.document, .clauses = clauses, .clause_count = 2};
    report = (pol_report){.draft = &hostile_draft,
                          .findings = findings,
                          .finding_count = 2,
                          .motions = &hostile_motion,
                          .motion_count = 1,
                          .aids = &hostile_aid,
                          .aid_count = 1,
                          .scope = {.conferences = &hostile_searched, .conference_count = 1}};
    count_verdicts(&report);
    return &report;
}

/* --- agendas -------------------------------------------------------------------------- */

static const pol_passage agenda_points[] = {
    {.ordinal = 1, .label = POL_SPAN("1."), .text = POL_SPAN("dredge the basin every spring")},
    {.ordinal = 1, .label = POL_SPAN("1."), .text = POL_SPAN("dredge the basin each spring")},
    {.ordinal = 2, .label = POL_SPAN("2."), .text = POL_SPAN("hire two dredgers")},
};

static const pol_document agenda_documents[] = {
    {.kind = POL_KIND_MOTION,
     .number.text = POL_SPAN("7"),
     .title.text = POL_SPAN("A Basin that is Fit for Boats of Every Size and Age"),
     .display_title = POL_SPAN("A Basin that is Fit for Boats of Every Size and Age"),
     .line = 12},
    {.kind = POL_KIND_MOTION,
     .number.text = POL_SPAN("8"),
     .title.text = POL_SPAN("Dredging"),
     .display_title = POL_SPAN("Dredging")},
    {.kind = POL_KIND_MOTION, .display_title = POL_SPAN("More lamps")},
};

const pol_agenda *agenda_sample(void)
{
    static const pol_span doubts[] = {POL_SPAN("the title may be a heading (line 30)"),
                                      POL_SPAN("its number is stated twice")};
    static const size_t members[] = {0, 1};
    static const pol_composite_point points[] = {
        {0, &agenda_points[0], 2, 1}, {1, &agenda_points[1], 2, 1}, {1, &agenda_points[2], 1, 2}};
    static const pol_composite_group group = {members, 2, 0.7, points, LENGTH(points)};
    static pol_evidence evidence;
    static pol_agenda_row rows[3];
    static pol_agenda agenda;
    evidence = lamps_evidence(0, 1, POL_LIKENESS_SAME);
    rows[0] =
        (pol_agenda_row){.document = &agenda_documents[0],
                         .verdict = POL_VERDICT_CARRIED_PART,
                         .clauses = 3,
                         .verdict_counts = {[POL_VERDICT_CARRIED] = 1, [POL_VERDICT_NOTHING] = 2},
                         .decisive = &evidence,
                         .duplicate_of = SIZE_MAX,
                         .group = 1};
    rows[1] = (pol_agenda_row){.document = &agenda_documents[1],
                               .verdict = POL_VERDICT_NOTHING,
                               .clauses = 2,
                               .verdict_counts = {[POL_VERDICT_NOTHING] = 2},
                               .duplicate_of = 0,
                               .group = 1,
                               .doubts = doubts,
                               .doubt_count = 2};
    rows[2] = (pol_agenda_row){.document = &agenda_documents[2],
                               .verdict = POL_VERDICT_CARRIED,
                               .clauses = 1,
                               .verdict_counts = {[POL_VERDICT_CARRIED] = 1},
                               .decisive = &evidence,
                               .duplicate_of = 1};
    agenda = (pol_agenda){.rows = rows,
                          .row_count = 3,
                          .amendment_count = 2,
                          .groups = &group,
                          .group_count = 1,
                          .scope = scope,
                          .took_ms = 3.5};
    return &agenda;
}

const pol_agenda *agenda_empty(void)
{
    static const pol_agenda agenda = {.amendment_count = 1};
    return &agenda;
}

const pol_agenda *agenda_hostile(void)
{
    static const pol_span doubt = POL_SPAN("=" HOSTILE);
    static const size_t members[] = {0, 77};
    static const pol_composite_point points[] = {
        {0, &hostile_passage, 2, 1}, {1, &hostile_passage, 2, 1}, {9, &hostile_passage, 1, 2}};
    static const pol_composite_group group = {members, 2, 0.5, points, LENGTH(points)};
    static pol_evidence evidence;
    static pol_agenda_row row;
    static pol_agenda agenda;
    evidence = hostile_evidence(POL_LIKENESS_SAME);
    row = (pol_agenda_row){.document = &hostile_stored.document,
                           .verdict = POL_VERDICT_CARRIED,
                           .clauses = 1,
                           .verdict_counts = {[POL_VERDICT_CARRIED] = 1},
                           .decisive = &evidence,
                           .duplicate_of = 0,
                           .group = 1,
                           .doubts = &doubt,
                           .doubt_count = 1};
    agenda = (pol_agenda){.rows = &row,
                          .row_count = 1,
                          .groups = &group,
                          .group_count = 1,
                          .scope = {.conferences = &hostile_searched, .conference_count = 1}};
    return &agenda;
}

/* --- golden files --------------------------------------------------------------------- */

static void write_golden(const char *path, const pol_buffer *buffer)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(buffer->data, 1, buffer->size, file), buffer->size);
    assert_int_equal(fclose(file), 0);
}

void expect_report_golden(const char *name, const pol_buffer *buffer)
{
    static char wanted[128 << 10];
    char path[256];
    assert_int_equal(buffer->status, POL_OK);
    snprintf(path, sizeof path, "tests/unit/draft/golden/%s", name);
    if (getenv("POL_GOLDEN_UPDATE"))
        write_golden(path, buffer);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("no golden file %s", path);
    wanted[fread(wanted, 1, sizeof wanted - 1, file)] = '\0';
    fclose(file);
    if (strcmp(wanted, buffer->data) != 0)
        fail_msg("%s\nwanted\n%s\ngot\n%s", path, wanted, buffer->data);
}
