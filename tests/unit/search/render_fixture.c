/* render_fixture.c - see render_fixture.h. All texts are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/unit/search/render_fixture.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* --- the sample ------------------------------------------------------------------- */

static const pol_passage homes_passages[] = {
    {.ordinal = 1,
     .clause = POL_CLAUSE_NOTES,
     .text = POL_SPAN("Conference notes that one home in six is too cold to be healthy, and that "
                      "tenants pay most for heat they do not get.")},
    {.ordinal = 2,
     .clause = POL_CLAUSE_RESOLVES,
     .text = POL_SPAN("Conference instructs the Housing Executive to:")},
    {.ordinal = 3,
     .clause = POL_CLAUSE_RESOLVES,
     .depth = 1,
     .is_action_point = true,
     .lead_in = 2,
     .label = POL_SPAN("1)"),
     .text = POL_SPAN("campaign for a fund that insulates council homes within five years;")},
    {.ordinal = 4,
     .clause = POL_CLAUSE_RESOLVES,
     .depth = 1,
     .is_action_point = true,
     .lead_in = 2,
     .label = POL_SPAN("2)"),
     .decision = POL_DECISION_LOST,
     .text = POL_SPAN("ballot members on a rent strike where a council refuses.")},
};

static const pol_submitter homes_submitters[] = {
    {POL_SPAN("Riverside Branch"), false},
    {POL_SPAN("A. Mover"), true},
};

static const pol_span homes_sources[] = {
    POL_SPAN("2014/warm-homes.txt"),
    POL_SPAN("2014/warm-homes.html"),
};

static const pol_stored homes = {
    .changed = 1772357400, /* 2026-03-01 09:30 UTC */
    .document = {.id.text = POL_SPAN("4f0c9a"),
                 .kind = POL_KIND_MOTION,
                 .title.text = POL_SPAN("Warm Homes – A Plan"),
                 .display_title = POL_SPAN("Warm Homes – A Plan"),
                 .conference.text = POL_SPAN("2014 Housing Service Conference"),
                 .conference_name = POL_SPAN("Housing Service Conference"),
                 .year = 2014,
                 .date = {2013, 12, 7},
                 .number.text = POL_SPAN("12"),
                 .submitters = (pol_submitter *)homes_submitters,
                 .submitter_count = LENGTH(homes_submitters),
                 .decision = POL_DECISION_CARRIED_PART,
                 .decision_raw.text = POL_SPAN("Carried, point 2 lost"),
                 .text_state = POL_TEXT_STATE_AS_AMENDED,
                 .recommendation.text = POL_SPAN("support"),
                 .language.text = POL_SPAN("en"),
                 .text = POL_SPAN("Conference notes that one home in six is too cold"),
                 .passages = (pol_passage *)homes_passages,
                 .passage_count = LENGTH(homes_passages),
                 .action_point_count = 2},
    .sources = (pol_span *)homes_sources,
    .source_count = LENGTH(homes_sources),
};

static const pol_passage heat_passage = {
    .ordinal = 7,
    .clause = POL_CLAUSE_ARTICLE,
    .text = POL_SPAN("The council will meet on Monday. It had put off the decision twice, and "
                     "nobody in the hall that evening expected another answer than the one which "
                     "officers had drafted in spring, long before the first letters about mould "
                     "and draughts came in from the estates on the hill and from the towers at "
                     "the station. “Every home counts”, said the leader of the council, who had "
                     "joined the talks about heat only last week. Tenants were not convinced: "
                     "they want the homes insulated before winter, not a survey. The papers for "
                     "the meeting speak of a budget that ends in March, and of a fund that other "
                     "councils have used already; whether it can pay for walls as well as for "
                     "windows is a question that the council's lawyers have been asked.")};

static const pol_span heat_source = POL_SPAN("press/heat.html");

static const pol_stored heat = {
    .document = {.id.text = POL_SPAN("heat-2016"),
                 .kind = POL_KIND_ARTICLE,
                 .display_title = POL_SPAN("Council joins heat talks"),
                 .title.text = POL_SPAN("Council joins heat talks"),
                 .year = 2016,
                 .date = {2016, 8, 22},
                 .source.text = POL_SPAN("https://press.example/heat"),
                 .passages = (pol_passage *)&heat_passage,
                 .passage_count = 1},
    .sources = (pol_span *)&heat_source,
    .source_count = 1,
};

static const pol_highlight homes_marks[] = {{35, 48}};
static const pol_highlight notes_marks[] = {{26, 30}, {74, 81}};
static const pol_highlight title_marks[] = {{5, 10}};
static const pol_highlight heat_marks[] = {{355, 362}, {458, 463}};

#define HOMES_POINT                                                                                \
    {                                                                                              \
        .stored = &homes, .passage = &homes_passages[2], .lead_in = &homes_passages[1],            \
        .tier = POL_TIER_PASSAGE, .score = 12.5, .highlights = homes_marks, .highlight_count = 1,  \
        .title_highlights = title_marks, .title_highlight_count = 1                                \
    }
#define HOMES_LOST                                                                                 \
    {                                                                                              \
        .stored = &homes, .passage = &homes_passages[3], .lead_in = &homes_passages[1],            \
        .tier = POL_TIER_PASSAGE, .score = 11.25, .group_more = 1                                  \
    }
#define HEAT_HIT                                                                                   \
    {                                                                                              \
        .stored = &heat, .passage = &heat_passage, .tier = POL_TIER_DOCUMENT, .score = 3.125,      \
        .highlights = heat_marks, .highlight_count = 2                                             \
    }

static const pol_hit sample_hits[] = {
    HOMES_POINT,
    {.stored = &homes,
     .passage = &homes_passages[0],
     .tier = POL_TIER_PASSAGE,
     .score = 11.25,
     .highlights = notes_marks,
     .highlight_count = 2},
    HEAT_HIT,
};

static const pol_facet_count decisions[] = {{POL_SPAN("carried_part"), 2},
                                            {POL_SPAN("unknown"), 1}};
static const pol_facet_count years[] = {{POL_SPAN("2016"), 1}, {POL_SPAN("2014"), 2}};
static const pol_facet facets[] = {{"decision", decisions, 2}, {"year", years, 2}};
static const char *const notes[] = {"a quotation mark without its partner is read as text"};

static const pol_results sample = {
    .query = POL_SPAN("council \"homes"),
    .understood = POL_SPAN("passages with ‘council’ and ‘homes’"),
    .notes = notes,
    .note_count = 1,
    .tier = POL_TIER_PASSAGE,
    .total = 15,
    .tier_totals = {[POL_TIER_PASSAGE] = 14, [POL_TIER_DOCUMENT] = 1},
    .total_is_exact = true,
    .hidden_not_stated = 2,
    .offset = 10,
    .limit = 3,
    .took_ms = 1.5,
    .facets = facets,
    .facet_count = 2,
    .facets_are_exact = true,
    .hits = sample_hits,
    .hit_count = LENGTH(sample_hits),
    .indexed_documents = 40,
};

const pol_results *render_sample(void)
{
    return &sample;
}

const pol_stored *render_sample_document(void)
{
    return &homes;
}

/* --- what other files state --------------------------------------------------------- */

static const pol_passage bikes_passages[] = {
    {.ordinal = 1,
     .clause = POL_CLAUSE_RESOLVES,
     .page = 31,
     .line = 402,
     .text = POL_SPAN("Conference calls for sheds in which bicycles stay dry.")},
};

static const pol_submitter bikes_submitters[] = {{POL_SPAN("Ada Mover"), true}};

static const pol_decision_source bikes_sources[] = {
    {.decision = POL_DECISION_CARRIED_AMENDED,
     .words = POL_SPAN("Moved by A. Mover, seconded by B. Second. Carried as amended"),
     .file = POL_SPAN("2019/results.pdf"),
     .line = 88,
     .page = 4},
};

static const pol_relation bikes_relations[] = {
    {.kind = POL_RELATION_SUPERSEDED_BY,
     .number = POL_SPAN("4"),
     .title = POL_SPAN("Sheds and Showers"),
     .conference_name = POL_SPAN("National Delegate Conference"),
     .year = 2021,
     .id = POL_SPAN("9a8b7c")},
    {.kind = POL_RELATION_AMENDED_BY, .number = POL_SPAN("16.1"), .id = POL_SPAN("16-1")},
    {.kind = POL_RELATION_FALLS_IF, .number = POL_SPAN("7"), .line = 410},
    {.kind = POL_RELATION_FELLS},
};

static const pol_span bikes_file = POL_SPAN("2019/agenda.zip");

static const pol_stored bikes = {
    .document = {.id.text = POL_SPAN("b1kes"),
                 .kind = POL_KIND_MOTION,
                 .title.text = POL_SPAN("Dry Bicycles"),
                 .display_title = POL_SPAN("Dry Bicycles"),
                 .conference.text = POL_SPAN("2019 Transport Conference"),
                 .conference_name = POL_SPAN("Transport Conference"),
                 .year = 2019,
                 .number.text = POL_SPAN("16"),
                 .submitters = (pol_submitter *)bikes_submitters,
                 .submitter_count = 1,
                 .decision = POL_DECISION_CARRIED_AMENDED,
                 .decision_raw = {.text = POL_SPAN("Proposed: Ada Mover. Carried as amended"),
                                  .line = 88},
                 .decision_sources = (pol_decision_source *)bikes_sources,
                 .decision_source_count = LENGTH(bikes_sources),
                 .text_state = POL_TEXT_STATE_SUBMITTED,
                 .standing = POL_STANDING_SUPERSEDED,
                 .lapses_after = 2029,
                 .section = POL_SPAN("Getting to work (introduced by Ada Mover)"),
                 .member = POL_SPAN("final/agenda.pdf"),
                 .line = 398,
                 .page = 30,
                 .relations = (pol_relation *)bikes_relations,
                 .relation_count = LENGTH(bikes_relations),
                 .passages = (pol_passage *)bikes_passages,
                 .passage_count = LENGTH(bikes_passages)},
    .sources = (pol_span *)&bikes_file,
    .source_count = 1,
};

static const pol_passage trains_passage = {.ordinal = 1,
                                           .clause = POL_CLAUSE_RESOLVES,
                                           .text = POL_SPAN("Conference wants later trains.")};

static const pol_decision_source trains_sources[] = {
    {.decision = POL_DECISION_CARRIED,
     .words = POL_SPAN("CARRIED"),
     .file = POL_SPAN("results.txt"),
     .line = 14},
    {.decision = POL_DECISION_LOST,
     .words = POL_SPAN("fell by a show of hands, as Ada Mover said"),
     .file = POL_SPAN("minutes.html"),
     .line = 88},
    {.decision = POL_DECISION_NONE, .words = POL_SPAN("stands"), .line = 3},
};

static const pol_relation trains_relation = {
    .kind = POL_RELATION_AMENDS, .number = POL_SPAN("16"), .id = POL_SPAN("b1kes")};

static const pol_stored trains = {
    .document = {.id.text = POL_SPAN("tra1ns"),
                 .kind = POL_KIND_AMENDMENT,
                 .display_title = POL_SPAN("Conference wants later trains."),
                 .text = POL_SPAN("Conference wants later trains."),
                 .conference_name = POL_SPAN("Transport Conference"),
                 .conference.text = POL_SPAN("2019 Transport Conference"),
                 .year = 2019,
                 .number.text = POL_SPAN("16.2"),
                 .submitters = (pol_submitter *)bikes_submitters,
                 .submitter_count = 1,
                 .decision = POL_DECISION_UNKNOWN,
                 .decision_sources = (pol_decision_source *)trains_sources,
                 .decision_source_count = LENGTH(trains_sources),
                 .has_decision_conflict = true,
                 .composite = POL_SPAN("C"),
                 .composite_decision = POL_DECISION_CARRIED,
                 .referral = POL_SPAN("referred to the National Executive Council"),
                 .relations = (pol_relation *)&trains_relation,
                 .relation_count = 1,
                 .passages = (pol_passage *)&trains_passage,
                 .passage_count = 1},
    .sources = (pol_span *)&bikes_file,
    .source_count = 1,
};

static const pol_hit joined_hits[] = {
    {.stored = &bikes, .passage = &bikes_passages[0], .tier = POL_TIER_ANY, .score = 2},
    {.stored = &trains, .passage = &trains_passage, .tier = POL_TIER_ANY, .score = 1},
};

static const pol_results joined = {
    .query = POL_SPAN("year:2019"),
    .understood = POL_SPAN("all documents, 2019"),
    .tier = POL_TIER_ANY,
    .total = 2,
    .total_is_exact = true,
    .limit = 10,
    .hits = joined_hits,
    .hit_count = LENGTH(joined_hits),
    .indexed_documents = 40,
};

const pol_results *render_joined(void)
{
    return &joined;
}

const pol_stored *render_joined_document(size_t index)
{
    return joined_hits[index].stored;
}

/* --- groups, nothing -------------------------------------------------------------- */

static const pol_hit grouped_hits[] = {HOMES_POINT, HOMES_LOST, HEAT_HIT};

static const pol_results grouped = {
    .query = POL_SPAN("council"),
    .understood = POL_SPAN("passages with ‘council’"),
    .tier = POL_TIER_ANY,
    .total = 9,
    .is_grouped = true,
    .limit = 2,
    .hits = grouped_hits,
    .hit_count = LENGTH(grouped_hits),
    .indexed_documents = 40,
};

const pol_results *render_sample_grouped(void)
{
    return &grouped;
}

static const pol_span unknown_words[] = {POL_SPAN("concil")};

static const pol_results empty = {
    .query = POL_SPAN("concil decision:lost"),
    .understood = POL_SPAN("passages with ‘concil’, lost"),
    .total_is_exact = true,
    .hidden_not_stated = 1,
    .limit = 10,
    .suggestion = POL_SPAN("council decision:lost"),
    .unknown_words = unknown_words,
    .unknown_word_count = 1,
    .indexed_documents = 40,
};

const pol_results *render_sample_empty(void)
{
    return &empty;
}

/* --- hostile ---------------------------------------------------------------------- */

#define HOSTILE                                                                                    \
    "=1+1\033]0;x\a\033[2J\x9b"                                                                    \
    "31m\xe2\x80\xae\r\n## *b* <i>&amp; [l](javascript:x) \"q\", | `c` \xff"

static const pol_passage hostile_passage = {.ordinal = 1,
                                            .clause = POL_CLAUSE_OTHER,
                                            .label = POL_SPAN("-\033[1m"),
                                            .text = POL_SPAN(HOSTILE " end")};
static const pol_passage hostile_lead_in = {.ordinal = 2, .text = POL_SPAN("+" HOSTILE)};
static const pol_submitter hostile_submitter = {POL_SPAN(HOSTILE), false};
static const pol_span hostile_source = POL_SPAN(HOSTILE);

static const pol_decision_source hostile_sources[] = {
    {.decision = POL_DECISION_LOST,
     .words = POL_SPAN("+" HOSTILE),
     .file = POL_SPAN(HOSTILE),
     .line = 1,
     .page = 2},
    {.decision = POL_DECISION_CARRIED, .words = POL_SPAN("-" HOSTILE), .file = POL_SPAN(HOSTILE)},
};

static const pol_relation hostile_relations[] = {
    {.kind = POL_RELATION_SUPERSEDED_BY,
     .number = POL_SPAN(HOSTILE),
     .title = POL_SPAN(HOSTILE),
     .conference_name = POL_SPAN(HOSTILE),
     .id = POL_SPAN(HOSTILE)},
    {.kind = POL_RELATION_AMENDS, .title = POL_SPAN(HOSTILE)},
};

static const pol_stored hostile_stored = {
    .document = {.id.text = POL_SPAN("a b\033/\"'#?\xff"),
                 .kind = POL_KIND_MOTION,
                 .title.text = POL_SPAN("@" HOSTILE),
                 .display_title = POL_SPAN("@" HOSTILE),
                 .organisation.text = POL_SPAN(HOSTILE),
                 .conference.text = POL_SPAN(HOSTILE),
                 .number.text = POL_SPAN("-" HOSTILE),
                 .submitters = (pol_submitter *)&hostile_submitter,
                 .submitter_count = 1,
                 .decision = POL_DECISION_UNKNOWN,
                 .decision_raw.text = POL_SPAN(HOSTILE),
                 .decision_sources = (pol_decision_source *)hostile_sources,
                 .decision_source_count = LENGTH(hostile_sources),
                 .has_decision_conflict = true,
                 .referral = POL_SPAN("=" HOSTILE),
                 .composite = POL_SPAN(HOSTILE),
                 .standing = POL_STANDING_SUPERSEDED,
                 .section = POL_SPAN(HOSTILE),
                 .member = POL_SPAN(HOSTILE),
                 .relations = (pol_relation *)hostile_relations,
                 .relation_count = LENGTH(hostile_relations),
                 .recommendation.text = POL_SPAN(HOSTILE),
                 .source.text = POL_SPAN(HOSTILE),
                 .language.text = POL_SPAN(HOSTILE),
                 .text = POL_SPAN(HOSTILE " end"),
                 .passages = (pol_passage *)&hostile_passage,
                 .passage_count = 1},
    .sources = (pol_span *)&hostile_source,
    .source_count = 1,
};

static const pol_highlight hostile_marks[] = {{sizeof HOSTILE, sizeof HOSTILE + 3}};
static const pol_hit hostile_hit = {.stored = &hostile_stored,
                                    .passage = &hostile_passage,
                                    .lead_in = &hostile_lead_in,
                                    .tier = POL_TIER_ANY,
                                    .highlights = hostile_marks,
                                    .highlight_count = 1};
static const pol_facet_count hostile_count = {POL_SPAN(HOSTILE), 1};
static const pol_facet hostile_facet = {"org", &hostile_count, 1};
static const char *const hostile_note = HOSTILE;

static const pol_results hostile = {
    .query = POL_SPAN(HOSTILE),
    .understood = POL_SPAN(HOSTILE),
    .notes = &hostile_note,
    .note_count = 1,
    .tier = POL_TIER_ANY,
    .total = 1,
    .limit = 10,
    .facets = &hostile_facet,
    .facet_count = 1,
    .hits = &hostile_hit,
    .hit_count = 1,
    .suggestion = POL_SPAN(HOSTILE),
    .unknown_words = &hostile_source,
    .unknown_word_count = 1,
    .explain = POL_SPAN("  " HOSTILE),
};

const pol_results *render_hostile(void)
{
    return &hostile;
}

const pol_stored *render_hostile_document(void)
{
    return &hostile_stored;
}

/* --- golden files ----------------------------------------------------------------- */

static void write_golden(const char *path, const pol_buffer *buffer)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(buffer->data, 1, buffer->size, file), buffer->size);
    assert_int_equal(fclose(file), 0);
}

void expect_golden(const char *name, const pol_buffer *buffer)
{
    static char wanted[64 << 10];
    char path[256];
    assert_int_equal(buffer->status, POL_OK);
    snprintf(path, sizeof path, "tests/unit/search/golden/%s", name);
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
