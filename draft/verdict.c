/* verdict.c - see verdict.h. */
#include "draft/verdict.h"

#include <math.h>

#define TWIN_MIN 0.5 /* of the score of the one, what the other has */

/* --- words for it ----------------------------------------------------------------- */

typedef struct wording {
    const char *code, *label, *help;
} wording;

static const wording wordings[POL_VERDICT_COUNT] = {
    [POL_VERDICT_NOTHING] = {"nothing_found", "nothing found",
                             "No passage in the index says something like this."},
    [POL_VERDICT_RELATED] = {"related", "related",
                             "Passages on the same subject, but not the same demand, or policy no "
                             "longer."},
    [POL_VERDICT_REVERSAL] = {"possible_reversal", "possible reversal",
                              "Nearly the same words as existing policy, but perhaps the opposite "
                              "demand: read both."},
    [POL_VERDICT_UNDECIDED] =
        {"undecided", "undecided",
         "The same was put before, but referred, withdrawn, never reached, or "
         "what became of it is not stated."},
    [POL_VERDICT_REJECTED] = {"rejected", "rejected",
                              "The same was put before, and conference voted it down."},
    [POL_VERDICT_CARRIED_PART] =
        {"carried_in_part", "carried in part",
         "The same stands in a motion of which parts were carried; whether "
         "this part was is not stated."},
    [POL_VERDICT_CARRIED] =
        {"already_carried", "already carried",
         "Conference has carried the same, or nearly the same words: compare the "
         "two."},
};

const char *pol_verdict_code(pol_verdict verdict)
{
    return wordings[verdict].code;
}

const char *pol_verdict_label(pol_verdict verdict)
{
    return wordings[verdict].label;
}

const char *pol_verdict_help(pol_verdict verdict)
{
    return wordings[verdict].help;
}

const char *pol_fate_code(pol_fate fate)
{
    static const char *const codes[POL_FATE_COUNT] = {
        [POL_FATE_NONE] = "none",
        [POL_FATE_CARRIED] = "carried",
        [POL_FATE_LOST] = "lost",
        [POL_FATE_UNDECIDED] = "undecided",
    };
    return codes[fate];
}

/* --- what became of a passage ----------------------------------------------------- */

/* What fell was not voted on: another vote went before it. */
pol_fate pol_fate_of(pol_decision decision)
{
    if (decision == POL_DECISION_NONE)
        return POL_FATE_NONE;
    if (pol_decision_is_policy(decision))
        return POL_FATE_CARRIED;
    return decision == POL_DECISION_LOST ? POL_FATE_LOST : POL_FATE_UNDECIDED;
}

void pol_evidence_decide(pol_evidence *evidence)
{
    const pol_document *document = &evidence->stored->document;
    uint8_t own = POL_DECISION_NONE;
    if (evidence->passage)
        own = evidence->passage->decision;
    if (own == POL_DECISION_NONE && evidence->lead_in)
        own = evidence->lead_in->decision;
    evidence->is_point_decision = own != POL_DECISION_NONE;
    if (evidence->is_point_decision)
        evidence->decision = (pol_decision)own;
    else if (document->decision == POL_DECISION_COMPOSITED &&
             document->composite_decision != POL_DECISION_NONE)
        evidence->decision = (pol_decision)document->composite_decision;
    else
        evidence->decision = document->decision;
    if (!pol_kind_is_decided(document->kind))
        evidence->decision = POL_DECISION_NONE;
    evidence->fate = pol_fate_of(evidence->decision);
    evidence->is_past =
        document->standing == POL_STANDING_SUPERSEDED || document->standing == POL_STANDING_LAPSED;
}

/* --- verdicts --------------------------------------------------------------------- */

/* A vote, either way: what was only put before decides nothing. */
static bool is_decided(const pol_evidence *evidence)
{
    return evidence->fate == POL_FATE_CARRIED || evidence->fate == POL_FATE_LOST;
}

static int compare_dates(const pol_document *a, const pol_document *b)
{
    const int left[] = {a->year, a->date.year, a->date.month, a->date.day};
    const int right[] = {b->year, b->date.year, b->date.month, b->date.day};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        if (left[i] != right[i])
            return left[i] < right[i] ? -1 : 1;
    return 0;
}

/* Does `evidence` hold over `other`, which is at least as alike? Votes over what was not voted on,
 * then the newer. */
static bool holds_over(const pol_evidence *evidence, const pol_evidence *other)
{
    if (is_decided(evidence) != is_decided(other))
        return is_decided(evidence);
    return compare_dates(&evidence->stored->document, &other->stored->document) > 0;
}

/* Of a motion taken in parts: are parts named that were lost? Then this one, which is not among
 * them, was carried. */
static bool names_lost_parts(const pol_document *document)
{
    for (size_t i = 0; i < document->passage_count; i++)
        if (document->passages[i].decision == POL_DECISION_LOST)
            return true;
    return false;
}

static pol_verdict verdict_of_same(const pol_evidence *evidence)
{
    if (evidence->fate == POL_FATE_UNDECIDED)
        return POL_VERDICT_UNDECIDED;
    if (evidence->fate == POL_FATE_LOST)
        return POL_VERDICT_REJECTED;
    if (evidence->decision != POL_DECISION_CARRIED_PART || evidence->is_point_decision)
        return POL_VERDICT_CARRIED;
    return names_lost_parts(&evidence->stored->document) ? POL_VERDICT_CARRIED
                                                         : POL_VERDICT_CARRIED_PART;
}

/* Of two that ask for the same, a clause may seem to say the one and plainly turn the other round:
 * then that one, if it was carried no earlier and is not much less alike. */
static const pol_evidence *opposite_of(const pol_evidence *evidence, size_t count,
                                       const pol_evidence *same, double same_score)
{
    if (same->fate != POL_FATE_CARRIED || same->comparison.same == HUGE_VAL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        const pol_evidence *one = &evidence[i];
        if (one->comparison.is_opposite && one->fate == POL_FATE_CARRIED && !one->is_past &&
            one->comparison.score >= TWIN_MIN * same_score &&
            one->stored->document.year >= same->stored->document.year)
            return one;
    }
    return NULL;
}

pol_verdict pol_verdict_of(const pol_evidence *evidence, size_t count,
                           const pol_evidence **ret_decisive)
{
    const pol_evidence *same = NULL, *past = NULL, *reversed = NULL, *related = NULL;
    double same_score = 0;
    for (size_t i = 0; i < count; i++) {
        const pol_evidence *one = &evidence[i];
        pol_likeness likeness = one->comparison.likeness;
        bool counts = one->fate != POL_FATE_NONE && !one->is_past;
        if (likeness == POL_LIKENESS_SAME && counts) {
            same_score = same ? same_score : one->comparison.score;
            same = !same || holds_over(one, same) ? one : same;
        } else if (likeness == POL_LIKENESS_SAME && one->fate == POL_FATE_CARRIED) {
            past = past ? past : one;
        } else if (likeness == POL_LIKENESS_REVERSED && counts && one->fate == POL_FATE_CARRIED) {
            reversed = reversed ? reversed : one;
        }
        if (likeness != POL_LIKENESS_NONE && !related)
            related = one;
    }
    /* What is nearest in its words decides whether it asks for the same or for the opposite. */
    if (same && (!reversed || reversed->comparison.score < same_score))
        reversed = opposite_of(evidence, count, same, same_score);
    if (reversed)
        same = NULL;
    /* That it was policy says more than that it was put again and not voted on. */
    if (past && !reversed && (!same || !is_decided(same)))
        same = past;
    *ret_decisive = same ? same : reversed ? reversed : related;
    if (same)
        return verdict_of_same(same);
    if (reversed)
        return POL_VERDICT_REVERSAL;
    return related ? POL_VERDICT_RELATED : POL_VERDICT_NOTHING;
}
