/* parts.c - see parts.h. */
#include "draft/report/parts.h"

#include <ctype.h>
#include <stdio.h>

#include "core/utf8.h"
#include "search/citation.h"
#include "search/printable.h"
#include "search/remark.h"

/* Of a draft of one clause: up to so many are a search, from so many on it may hold several
 * demands. */
enum { SEARCH_WORDS_MAX = 6, LONG_WORDS_MIN = 60 };

int pol_report_year(const pol_document *document)
{
    return document->year ? document->year : document->date.year;
}

pol_span pol_report_compared(pol_span text)
{
    return pol_span_first(text, pol_utf8_floor(text, POL_DRAFT_CLAUSE_MAX));
}

/* --- the clause and what is said of it ------------------------------------------------ */

/* "3)" and "3." are point 3; a bullet has no name. */
static pol_span name_of(pol_span label)
{
    while (label.size && !isalnum((unsigned char)label.data[0]))
        label = pol_span_from(label, 1);
    while (label.size && !isalnum((unsigned char)label.data[label.size - 1]))
        label.size--;
    return label;
}

void pol_report_add_clause(const pol_draft_clause *clause, pol_buffer *buffer)
{
    pol_span label = clause->passage ? name_of(clause->passage->label) : (pol_span){0};
    pol_buffer_printf(buffer, "Clause %u", (unsigned)clause->number);
    if (label.size == 0)
        return;
    pol_buffer_add_text(buffer, ", point ");
    pol_printable_start(buffer, label, POL_REMARK_NAME_MAX);
}

const char *pol_report_clause_kind(const pol_draft_clause *clause)
{
    static const char *const names[POL_CLAUSE_COUNT] = {
        [POL_CLAUSE_PREAMBLE] = "preamble",   [POL_CLAUSE_NOTES] = "notes",
        [POL_CLAUSE_BELIEVES] = "believes",   [POL_CLAUSE_RESOLVES] = "resolves",
        [POL_CLAUSE_AMENDMENT] = "amendment", [POL_CLAUSE_RATIONALE] = "rationale"};
    if (clause->is_action)
        return "demand";
    if (!clause->passage)
        return "title";
    return clause->clause < POL_CLAUSE_COUNT && names[clause->clause] ? names[clause->clause]
                                                                      : "text";
}

/* Something was put before a conference and not decided: what is known of it. */
static void add_undecided(const pol_evidence *decisive, int year, pol_buffer *buffer)
{
    pol_decision decision = decisive->decision;
    bool is_referred = decision == POL_DECISION_REMITTED ||
                       decision == POL_DECISION_REFERRED_BACK ||
                       decision == POL_DECISION_NOT_REACHED || decision == POL_DECISION_DEFERRED;
    bool is_stated = decision != POL_DECISION_UNKNOWN && decision != POL_DECISION_NONE;
    pol_buffer_add_text(buffer, is_referred ? "referred or never reached" : "put forward before");
    if (!is_stated) {
        pol_buffer_printf(buffer, year ? " (%d), decision not stated" : ", decision not stated",
                          year);
        return;
    }
    pol_buffer_add_text(buffer, " (");
    if (year)
        pol_buffer_printf(buffer, "%d: ", year);
    pol_buffer_printf(buffer, "%s)", pol_decision_label(decision));
}

static void add_with_year(const char *words, int year, pol_buffer *buffer)
{
    pol_buffer_add_text(buffer, words);
    if (year)
        pol_buffer_printf(buffer, " (%d)", year);
}

/* Is it the same, and was it carried, but superseded or lapsed since? */
static bool was_policy(const pol_evidence *evidence)
{
    return evidence && evidence->is_past && evidence->fate == POL_FATE_CARRIED &&
           evidence->comparison.likeness == POL_LIKENESS_SAME;
}

/* Of a clause that is told to be carried or rejected, is much not in the passage, while most of the
 * passage is in it? Then it takes the passage up and goes further. */
static bool says_more(const pol_finding *finding)
{
    static const double clause_max = 0.6, apart_min = 0.2;
    bool is_decided = finding->verdict == POL_VERDICT_CARRIED ||
                      finding->verdict == POL_VERDICT_CARRIED_PART ||
                      finding->verdict == POL_VERDICT_REJECTED;
    if (!finding->clause || !finding->decisive || finding->is_skipped || !is_decided)
        return false;
    const pol_comparison *comparison = &finding->decisive->comparison;
    return comparison->clause_share < clause_max &&
           comparison->passage_share >= comparison->clause_share + apart_min;
}

static void add_verdict(const pol_finding *finding, pol_buffer *buffer)
{
    const pol_evidence *decisive = finding->decisive;
    int year = decisive ? pol_report_year(&decisive->stored->document) : 0;
    if (finding->is_skipped) {
        pol_buffer_add_text(buffer, "not looked up: the time was over");
        return;
    }
    switch (finding->verdict) {
    case POL_VERDICT_CARRIED:
        add_with_year(was_policy(decisive) ? "carried before, but no longer policy"
                                           : "already carried",
                      year, buffer);
        return;
    case POL_VERDICT_CARRIED_PART:
        add_with_year("carried in part", year, buffer);
        return;
    case POL_VERDICT_REJECTED:
        add_with_year("conference rejected this", year, buffer);
        return;
    case POL_VERDICT_UNDECIDED:
        if (decisive)
            add_undecided(decisive, year, buffer);
        else
            pol_buffer_add_text(buffer, "referred or never reached");
        return;
    case POL_VERDICT_REVERSAL:
        pol_buffer_add_text(buffer, "possible reversal of what was carried");
        if (year)
            pol_buffer_printf(buffer, " in %d", year);
        return;
    case POL_VERDICT_RELATED:
        pol_buffer_add_text(buffer, "related");
        return;
    default:
        pol_buffer_add_text(buffer, "nothing found");
        return;
    }
}

void pol_report_add_verdict(const pol_finding *finding, pol_buffer *buffer)
{
    add_verdict(finding, buffer);
    if (says_more(finding))
        pol_buffer_add_text(buffer, ", but the clause says more");
}

/* --- the whole ------------------------------------------------------------------------ */

/* Clauses that ask for something count; where none does, all of them. */
typedef struct tally {
    uint32_t of[POL_VERDICT_COUNT];
    uint32_t all, skipped;
    uint32_t past; /* were policy once: not counted as carried */
    uint32_t more; /* are policy, and say more than what was carried */
    bool are_demands;
} tally;

static tally tally_of(const pol_report *report)
{
    tally sum = {.are_demands = false};
    for (size_t i = 0; i < report->finding_count; i++)
        sum.are_demands = sum.are_demands || report->findings[i].clause->is_action;
    for (size_t i = 0; i < report->finding_count; i++) {
        const pol_finding *finding = &report->findings[i];
        if (sum.are_demands && !finding->clause->is_action)
            continue;
        sum.all++;
        bool is_past = finding->verdict == POL_VERDICT_CARRIED && was_policy(finding->decisive);
        sum.more += finding->verdict == POL_VERDICT_CARRIED && !is_past && says_more(finding);
        if (finding->is_skipped)
            sum.skipped++;
        else if (is_past)
            sum.past++;
        else
            sum.of[(unsigned)finding->verdict < POL_VERDICT_COUNT ? finding->verdict : 0]++;
    }
    return sum;
}

static void add_count(uint32_t count, const char *words, const char **before, pol_buffer *buffer)
{
    if (count == 0)
        return;
    pol_buffer_printf(buffer, "%s%u %s", *before, (unsigned)count, words);
    *before = "; ";
}

static void add_further(const tally *sum, const char *before, pol_buffer *buffer)
{
    static const struct {
        pol_verdict verdict;
        const char *words;
    } further[] = {
        {POL_VERDICT_CARRIED_PART, "carried in part"},
        {POL_VERDICT_REVERSAL, "may reverse policy"},
        {POL_VERDICT_REJECTED, "rejected before"},
        {POL_VERDICT_UNDECIDED, "put forward before but not decided"},
        {POL_VERDICT_RELATED, "with something related"},
        {POL_VERDICT_NOTHING, "with nothing found"},
    };
    add_count(sum->past, "carried before, but no longer policy", &before, buffer);
    for (size_t i = 0; i < sizeof further / sizeof *further; i++)
        add_count(sum->of[further[i].verdict], further[i].words, &before, buffer);
    add_count(sum->skipped, "not looked up", &before, buffer);
    pol_buffer_add_byte(buffer, '.');
}

static size_t count_words(pol_span text)
{
    size_t words = 0;
    bool is_in_word = false;
    for (size_t i = 0; i < text.size; i++) {
        bool is_space = text.data[i] == ' ' || text.data[i] == '\n' || text.data[i] == '\t';
        words += !is_space && !is_in_word;
        is_in_word = !is_space;
    }
    return words;
}

/* What a draft of one clause should be like to get a better answer. What a word or two are like, no
 * comparison can tell; of a long paragraph, a part may have been decided. */
static void add_advice(const pol_finding *finding, pol_buffer *buffer)
{
    size_t words = count_words(finding->clause->text);
    if (finding->is_skipped)
        return;
    if (words <= SEARCH_WORDS_MAX && finding->verdict == POL_VERDICT_NOTHING)
        pol_buffer_add_text(buffer, " So few words cannot be compared: search for them instead.");
    else if (words >= LONG_WORDS_MIN)
        pol_buffer_add_text(buffer, " It is long: put each demand in a point of its own, and each "
                                    "gets its own answer.");
}

/* "The one demand: already carried (2014)." */
static void add_only(const pol_report *report, const tally *sum, pol_buffer *buffer)
{
    pol_buffer_printf(buffer, "The one %s: ", sum->are_demands ? "demand" : "clause");
    for (size_t i = 0; i < report->finding_count; i++)
        if (!sum->are_demands || report->findings[i].clause->is_action)
            pol_report_add_verdict(&report->findings[i], buffer);
    pol_buffer_add_byte(buffer, '.');
    if (report->finding_count == 1)
        add_advice(&report->findings[0], buffer);
}

void pol_report_add_summary(const pol_report *report, pol_buffer *buffer)
{
    tally sum = tally_of(report);
    uint32_t carried = sum.of[POL_VERDICT_CARRIED];
    const char *noun = sum.are_demands ? "demand" : "clause";
    if (sum.all == 0) {
        pol_buffer_add_text(buffer, "The draft says nothing that could be looked up.");
        return;
    }
    if (sum.all == 1) {
        add_only(report, &sum, buffer);
        return;
    }
    if (carried == sum.all)
        pol_buffer_printf(buffer, "All %u %ss are already policy.", (unsigned)sum.all, noun);
    else if (carried)
        pol_buffer_printf(buffer, "%u of %u %ss %s already policy.", (unsigned)carried,
                          (unsigned)sum.all, noun, carried == 1 ? "is" : "are");
    else
        pol_buffer_printf(buffer, "None of the %u %ss is known to be policy already",
                          (unsigned)sum.all, noun);
    if (sum.more)
        pol_buffer_printf(buffer, " %u of them say%s more than what was carried.",
                          (unsigned)sum.more, sum.more == 1 ? "s" : "");
    if (carried < sum.all)
        add_further(&sum, carried ? " The others: " : ": ", buffer);
}

const char *pol_report_caution(void)
{
    return "Only words are compared: they cannot prove that two texts ask for the same, or "
           "that they do not. Read both and judge.";
}

const char *pol_report_shares_help(void)
{
    return "Words are counted by what they tell: a rare word counts for more than a common one, "
           "and the words of formulas (“Conference instructs the Executive to”) hardly count.";
}

/* --- a passage ------------------------------------------------------------------------ */

bool pol_report_is_of_composite(const pol_evidence *evidence)
{
    const pol_document *document = &evidence->stored->document;
    return !evidence->is_point_decision && document->composite.size &&
           evidence->decision != document->decision &&
           evidence->decision == (pol_decision)document->composite_decision;
}

/* Is it of a motion of which only other parts, that are named, were lost? */
static bool is_beside_lost(const pol_evidence *evidence)
{
    const pol_document *document = &evidence->stored->document;
    if (evidence->is_point_decision || document->decision != POL_DECISION_CARRIED_PART)
        return false;
    for (size_t i = 0; i < document->passage_count; i++)
        if (document->passages[i].decision == POL_DECISION_LOST)
            return true;
    return false;
}

void pol_report_add_decision(const pol_evidence *evidence, pol_buffer *buffer)
{
    const pol_document *document = &evidence->stored->document;
    const char *whole = pol_citation_decision(document);
    if (evidence->is_point_decision) {
        pol_buffer_printf(buffer, "this point: %s", pol_decision_label(evidence->decision));
        if (whole[0])
            pol_buffer_printf(buffer, " (the %s: %s)", pol_kind_label(document->kind), whole);
    } else if (pol_report_is_of_composite(evidence)) {
        pol_buffer_printf(buffer, "%s, in ", pol_decision_label(evidence->decision));
        pol_citation_add_numbered(POL_KIND_COMPOSITE, document->composite, buffer);
    } else if (evidence->fate == POL_FATE_NONE && !whole[0]) {
        pol_citation_add_kind(document, buffer);
        pol_buffer_add_text(buffer, ", on which nothing is decided");
    } else {
        pol_buffer_add_text(buffer, whole);
        if (is_beside_lost(evidence))
            pol_buffer_add_text(buffer, " (what was lost is another part)");
    }
}

static unsigned percent(double share)
{
    if (!(share > 0))
        return 0;
    return share >= 1 ? 100 : (unsigned)(share * 100 + 0.5);
}

void pol_report_add_shares(const pol_evidence *evidence, pol_buffer *buffer)
{
    pol_buffer_printf(buffer,
                      "%u%% of this clause is in the passage; %u%% of the passage is in this "
                      "clause",
                      percent(evidence->comparison.clause_share),
                      percent(evidence->comparison.passage_share));
}

void pol_report_add_share(const pol_evidence *evidence, pol_buffer *buffer)
{
    pol_buffer_printf(buffer, "%u%% of this clause is in it",
                      percent(evidence->comparison.clause_share));
}

void pol_report_add_remark(const pol_evidence *evidence, bool shows_people, pol_buffer *buffer)
{
    if (evidence->is_past)
        pol_buffer_add_text(buffer, "NO LONGER POLICY: ");
    pol_remark_add_warnings(&evidence->stored->document, shows_people, buffer);
}

static pol_span part_of(pol_span text, pol_highlight range)
{
    if (range.start >= range.end || range.end > text.size)
        return (pol_span){0};
    return pol_span_make(text.data + range.start, range.end - range.start);
}

static void add_quoted(pol_span words, pol_buffer *buffer)
{
    pol_buffer_add_text(buffer, "“");
    pol_printable_start(buffer, words, POL_REMARK_NAME_MAX);
    pol_buffer_add_text(buffer, "”");
}

void pol_report_add_opposite(const pol_draft_clause *clause, const pol_evidence *evidence,
                             pol_buffer *buffer)
{
    const pol_comparison *comparison = &evidence->comparison;
    pol_span here = part_of(clause->text, comparison->clause_opposite);
    pol_span there = evidence->passage
                         ? part_of(evidence->passage->text, comparison->passage_opposite)
                         : (pol_span){0};
    if (comparison->likeness != POL_LIKENESS_REVERSED)
        return;
    pol_buffer_add_text(buffer, "May say the opposite");
    if (here.size) {
        pol_buffer_add_text(buffer, ": this clause has ");
        add_quoted(here, buffer);
    }
    if (there.size) {
        pol_buffer_add_text(buffer, here.size ? ", the passage " : ": the passage has ");
        add_quoted(there, buffer);
    }
    if (here.size && there.size == 0)
        pol_buffer_add_text(buffer, ", the passage has not");
    else if (there.size && here.size == 0)
        pol_buffer_add_text(buffer, ", this clause has not");
}

bool pol_report_may_reaffirm(const pol_evidence *evidence)
{
    bool is_known = evidence->is_point_decision ||
                    evidence->decision != POL_DECISION_CARRIED_PART || is_beside_lost(evidence);
    return evidence->fate == POL_FATE_CARRIED && is_known && !evidence->is_past &&
           evidence->comparison.likeness != POL_LIKENESS_REVERSED;
}

bool pol_report_offers_reaffirm(const pol_finding *finding, const pol_evidence *evidence)
{
    return finding->verdict == POL_VERDICT_CARRIED &&
           evidence->comparison.likeness == POL_LIKENESS_SAME && pol_report_may_reaffirm(evidence);
}

void pol_report_add_motion_share(const pol_near_motion *motion, pol_buffer *buffer)
{
    if (motion->clauses)
        pol_buffer_printf(buffer, "says the same as %u clause%s; ", (unsigned)motion->clauses,
                          motion->clauses == 1 ? "" : "s");
    pol_buffer_printf(buffer, "%u%% of the draft is in it", percent(motion->share));
}
