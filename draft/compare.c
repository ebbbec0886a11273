/* compare.c - see compare.h. */
#include "draft/compare.h"

#include <math.h>
#include <stdio.h>

#include "draft/align.h"
#include "draft/judge.h"
#include "draft/lexicon.h"

/* What counts as the same: found on pairs of clauses (tests/draft), rounded. */
#define SAME_SCORE       0.5
#define REVERSED_SCORE   0.35
#define CERTAIN_SCORE    0.7
#define NUMBER_FRAME_MIN 0.6
#define LIMIT_FRAME_MIN  0.45
#define FRAME_MIN        0.7
#define RELATED_SCORE    0.17
#define CHANCE_WORDS     3.0
#define ORDER_PART       0.02
#define OPPOSED_MIN      0.05
#define FOCUS_WHOLE      0.95 /* of the clause, in one place of the passage, */
#define VERBATIM_WHOLE   0.8  /* and word for word */
#define SHARED_MIN       4    /* words; */
#define PASSAGE_MIN      0.5  /* with fewer, so much of the passage must be in the clause */

/* Does a lead-in turn its points round: "Conference resolves to oppose:"? By its last word. */
static bool turns_points(pol_span lead_in)
{
    static const char list[] =
        " oppose opposes opposing reject rejects resist resists condemn "
        "condemns against end stop abolish scrap prevent refuse refuses avoid ";
    char padded[16];
    size_t end = lead_in.size;
    while (end > 0 && strchr(" :-.,\n", lead_in.data[end - 1]))
        end--;
    size_t start = end;
    while (start > 0 && lead_in.data[start - 1] != ' ' && end - start + 3 < sizeof padded)
        start--;
    if (start == end)
        return false;
    int size = snprintf(padded, sizeof padded, " %.*s ", (int)(end - start), lead_in.data + start);
    return size > 0 && strstr(list, padded) != NULL;
}

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

/* Of the clause what stands in one place of the passage, and of that place what the clause has, as
 * their harmonic mean. Two or three shared words may be chance: they count for less, but where
 * nothing else stands on either side. Order, which paraphrases change, only parts equals. */
static double score_of(const pol_alignment *alignment)
{
    double sum = alignment->focus + alignment->density;
    double both = sum > 0 ? 2 * alignment->focus * alignment->density / sum : 0;
    double chance = exp(-(double)alignment->shared_count / CHANCE_WORDS) * (1 - pow(both, 8));
    return (1 - ORDER_PART) * both * (1 - chance) + ORDER_PART * both * alignment->order;
}

/* Nearly the same words, with one that may say the opposite, other numbers, or a word that limits;
 * or one frame with another verb at its start. */
static bool is_reversed(const pol_alignment *alignment, double score)
{
    if (alignment->opposed >= OPPOSED_MIN && score >= REVERSED_SCORE)
        return true;
    bool is_limited = alignment->clause.limits + alignment->passage.limits > 0;
    return score >= SAME_SCORE &&
           ((alignment->numbers_differ && alignment->verbatim >= NUMBER_FRAME_MIN) ||
            (is_limited && alignment->verbatim >= LIMIT_FRAME_MIN) ||
            (alignment->is_changed && alignment->changes_head && alignment->verbatim >= FRAME_MIN));
}

/* So much of both sides, with nothing exchanged, turned round or limited, needs no judge; nor does
 * a clause that stands in the passage as it is. */
static bool is_certain(const pol_alignment *alignment, double score)
{
    bool is_limited = alignment->clause.limits + alignment->passage.limits > 0;
    bool stands_in_it = alignment->focus >= FOCUS_WHOLE && alignment->verbatim >= VERBATIM_WHOLE;
    return (score >= CERTAIN_SCORE || stands_in_it) && !alignment->is_changed &&
           !alignment->numbers_differ && !is_limited && alignment->opposed < OPPOSED_MIN;
}

/* "Four day week" stands in many passages; what they ask for on it, three words do not say. */
static bool says_little(const pol_alignment *alignment)
{
    return alignment->shared_count < SHARED_MIN &&
           alignment->passage.shared < PASSAGE_MIN * alignment->passage.weight;
}

void pol_compare_beside(pol_comparison *comparison, double rival)
{
    if (comparison->likeness != POL_LIKENESS_RELATED && comparison->likeness != POL_LIKENESS_SAME)
        return;
    bool is_same = comparison->signs == HUGE_VAL ||
                   pol_judge_is_same(comparison->signs, comparison->score - rival);
    comparison->likeness = is_same ? POL_LIKENESS_SAME : POL_LIKENESS_RELATED;
}

/* How much both are about the same matters. */
static double alike_matters(const pol_compared *clause, const pol_compared *passage)
{
    return clause->matters && passage->matters
               ? pol_matters_alike(clause->matters, passage->matters)
               : 0;
}

static void judge(const pol_alignment *alignment, const pol_compared *clause,
                  const pol_compared *passage, pol_comparison *comparison)
{
    double score = comparison->score;
    comparison->likeness = POL_LIKENESS_NONE;
    if (alignment->shared_count < 2 || score < RELATED_SCORE)
        return;
    comparison->likeness = POL_LIKENESS_REVERSED;
    if (is_reversed(alignment, score))
        return;
    comparison->likeness = POL_LIKENESS_RELATED;
    comparison->signs =
        !says_little(alignment) && is_certain(alignment, score)
            ? HUGE_VAL
            : pol_judge_signs(alignment, passage->context, alike_matters(clause, passage));
    pol_compare_beside(comparison, 0);
}

/* Shared words and, where nothing but stop words stands between two, one run of both. */
static pol_status make_marks(const pol_aligned_side *side, pol_arena *arena,
                             const pol_highlight **ret_marks, size_t *ret_count, pol_error *reterr)
{
    pol_highlight *marks = NULL;
    size_t count = 0, capacity = 0;
    bool is_open = false;
    for (size_t i = 0; i < side->count; i++) {
        const pol_unit *unit = &side->units[i];
        bool is_shared = side->match[i] != POL_NO_MATCH && !unit->is_stop;
        if (!is_shared) {
            is_open = is_open && unit->is_stop && !unit->starts_phrase;
            continue;
        }
        if (is_open && !unit->starts_phrase) {
            marks[count - 1].end = unit->end;
            continue;
        }
        pol_highlight *grown = pol_arena_grow(arena, marks, count, &capacity, sizeof *marks);
        if (!grown)
            return pol_arena_is_full(arena, capacity * sizeof *marks)
                       ? pol_fail(reterr, POL_LIMIT, 0,
                                  "the text has too many words to be compared")
                       : pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing");
        marks = grown;
        marks[count++] = (pol_highlight){unit->start, unit->end};
        is_open = true;
    }
    *ret_marks = marks;
    *ret_count = count;
    return POL_OK;
}

static pol_highlight range_of(const pol_aligned_side *side, uint32_t at)
{
    pol_highlight range = {0, 0};
    if (at != POL_NO_MATCH)
        range = (pol_highlight){side->units[at].start, side->units[at].end};
    return range;
}

pol_status pol_compare(const pol_compared *clause, const pol_compared *passage, pol_arena *arena,
                       pol_comparison *ret_comparison, pol_error *reterr)
{
    pol_alignment alignment;
    *ret_comparison = (pol_comparison){0};
    pol_status status =
        pol_align(&clause->text, &passage->text, passage->context, arena, &alignment, reterr);
    if (status != POL_OK)
        return status;
    alignment.is_led_round = turns_points(clause->lead_in) != turns_points(passage->lead_in);
    if (alignment.is_led_round)
        alignment.opposed = 1 - alignment.opposed;
    ret_comparison->clause_share = ratio(alignment.clause.shared, alignment.clause.weight);
    ret_comparison->passage_share = ratio(alignment.passage.shared, alignment.passage.weight);
    ret_comparison->order = alignment.order;
    ret_comparison->score = score_of(&alignment);
    judge(&alignment, clause, passage, ret_comparison);
    if (ret_comparison->likeness == POL_LIKENESS_REVERSED) {
        bool is_turned = alignment.opposed >= OPPOSED_MIN;
        ret_comparison->clause_opposite = range_of(
            &alignment.clause, is_turned ? alignment.clause_turn : alignment.clause_changed);
        ret_comparison->passage_opposite = range_of(
            &alignment.passage, is_turned ? alignment.passage_turn : alignment.passage_changed);
    }
    status = make_marks(&alignment.clause, arena, &ret_comparison->clause_marks,
                        &ret_comparison->clause_mark_count, reterr);
    if (status == POL_OK)
        status = make_marks(&alignment.passage, arena, &ret_comparison->passage_marks,
                            &ret_comparison->passage_mark_count, reterr);
    return status;
}
