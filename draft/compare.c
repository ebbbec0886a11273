/* compare.c - see compare.h. */
#include "draft/compare.h"

#include <math.h>

#include "document/words.h"
#include "draft/align.h"
#include "draft/judge.h"
#include "draft/leftover.h"
#include "draft/lexicon.h"

/* Bounds on what the judge says (log odds), by which tests/draft/train.py measures too. */
#define SAME_MIN     0.7  /* from which on it is the same demand, */
#define TURNED_MAX   -1.5 /* unless it may be turned round; */
#define REVERSED_MIN 1.0  /* from which on it rather is */
#define NOT_SAME     -99.0

/* What needs no judge. */
#define JUDGED_SCORE   0.06
#define JUDGED_WORDS   2     /* shared, kin by half; fewer may be chance */
#define KIN_ENOUGH     2     /* words, beside one that is shared */
#define CLEAR_WORDS    3     /* likewise, where a word may turn one of them round */
#define MARGIN_MIN     -0.05 /* of the score; then another motion says so rather */
#define MOULD_MIN      0.65  /* of the clause, that stands in the passage word for word, */
#define EXCHANGED_MIN  0.4   /* with a word in it on either side that weighs so much */
#define MOULD_DOUBT    1.3   /* off the log odds that it is the same demand */
#define SWAPPED_MIN    0.5   /* of both, in common, where words change places, or a "not" is new */
#define REVERSED_SCORE 0.35  /* from which on what is turned round is told */
#define CERTAIN_SCORE  0.7
#define OPPOSED_MIN    0.05
#define FOCUS_WHOLE    0.95 /* of the clause, in one place of the passage, */
#define VERBATIM_WHOLE 0.8  /* and word for word */
#define SHARED_MIN     4    /* words; */
#define PASSAGE_MIN    0.5  /* with fewer, so much of the passage must be in the clause */

/* "Campaign for the abolition of" stands in many passages: what is to be abolished counts. */
#define RELATED_SCORE   0.17 /* of that much, with so much of what the clause is about; */
#define SUBJECT_MIN     0.35
#define RELATED_CERTAIN 0.25 /* from this on, whatever it is */
#define FEW_WORDS       4    /* a clause of no more tells what it is about, */
#define TELLING_WORDS   2    /* but of no fewer */
#define CHANCE_WORDS    3.0
#define ORDER_PART      0.02

/* Does a lead-in turn its points round: "Conference resolves to oppose:"? By its last word, or by
 * what it says of the plan that they are: "Conference is concerned by proposals to:". */
static bool turns_points(pol_span lead_in)
{
    static const char last[] = "oppose opposes opposing reject rejects resist resists condemn "
                               "condemns against end stop abolish scrap prevent refuse refuses "
                               "avoid";
    static const char minded[] = "oppose opposes reject rejects condemn condemns deplore deplores "
                                 "regret regrets concerned alarmed dismayed appalled resist";
    static const char plans[] = "proposal proposals plan plans attempt attempts move moves "
                                "decision decisions threat threats intention";
    bool is_minded = false, is_plan = false, is_marked = false;
    pol_span word = {0};
    for (size_t at = 0, start = 0; start < lead_in.size; start = at) {
        while (at < lead_in.size && !strchr(" :-.,;\n", lead_in.data[at]))
            at++;
        if (at > start) {
            word = pol_span_make(lead_in.data + start, at - start);
            is_plan = !is_marked && (is_plan || (is_minded && pol_word_is_any(word, plans)));
            is_minded = (!is_marked && is_minded) || pol_word_is_any(word, minded);
            is_marked = false;
        }
        is_marked = is_marked || (at < lead_in.size && lead_in.data[at] != ' ');
        at++;
    }
    return word.size > 0 && (is_plan || pol_word_is_any(word, last));
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
    double fourth = both * both * both * both;
    double chance = exp(-(double)alignment->shared_count / CHANCE_WORDS) * (1 - fourth * fourth);
    return (1 - ORDER_PART) * both * (1 - chance) + ORDER_PART * both * alignment->order;
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

/* Word for word, so that it cannot ask for the opposite? */
static bool stands_in(const pol_alignment *alignment)
{
    return alignment->verbatim >= 1 && !alignment->is_changed && !alignment->is_led_round &&
           alignment->opposed < OPPOSED_MIN;
}

/* "Four day week" stands in many passages; what they ask for on it, three words do not say. */
static bool says_little(const pol_alignment *alignment)
{
    return alignment->shared_count < SHARED_MIN &&
           alignment->passage.shared < PASSAGE_MIN * alignment->passage.weight;
}

/* "No cuts to libraries": is what so short a clause is about named by the passage? The word of it
 * that tells most, which is no verb. */
static bool names_subject(const pol_aligned_side *clause, const pol_aligned_side *passage)
{
    size_t count = 0, heaviest = SIZE_MAX;
    for (size_t i = 0; i < clause->count; i++) {
        const pol_unit *unit = &clause->units[i];
        if (!pol_unit_is_about(unit))
            continue;
        count++;
        bool is_thing = unit->role == POL_ROLE_NONE || unit->role == POL_ROLE_SWAP;
        if (is_thing && (heaviest == SIZE_MAX || unit->weight > clause->units[heaviest].weight))
            heaviest = i;
    }
    if (count < TELLING_WORDS || count > FEW_WORDS || heaviest == SIZE_MAX ||
        clause->match[heaviest] == POL_NO_MATCH)
        return false;
    return clause->units[heaviest].concept == passage->units[clause->match[heaviest]].concept;
}

void pol_compare_beside(pol_comparison *comparison, double rival)
{
    double same = comparison->same + pol_judge_margin(comparison->score - rival);
    bool is_related = comparison->same > -HUGE_VAL && comparison->score >= RELATED_SCORE &&
                      (comparison->subject >= SUBJECT_MIN || comparison->score >= RELATED_CERTAIN);
    comparison->likeness =
        is_related || comparison->names_subject ? POL_LIKENESS_RELATED : POL_LIKENESS_NONE;
    bool is_sure = comparison->same == HUGE_VAL;
    if (!is_sure && comparison->score - rival < MARGIN_MIN)
        same = -HUGE_VAL;
    if (same >= SAME_MIN)
        comparison->likeness =
            comparison->turned < TURNED_MAX ? POL_LIKENESS_SAME : POL_LIKENESS_REVERSED;
    else if (comparison->turned >= REVERSED_MIN && comparison->score >= REVERSED_SCORE)
        comparison->likeness = POL_LIKENESS_REVERSED;
    comparison->is_opposite = comparison->likeness == POL_LIKENESS_REVERSED &&
                              comparison->same >= SAME_MIN && comparison->turned >= REVERSED_MIN;
}

/* How much both are about the same matters. */
static double alike_matters(const pol_compared *clause, const pol_compared *passage)
{
    return clause->matters && passage->matters
               ? pol_matters_alike(clause->matters, passage->matters)
               : -1;
}

/* Is there a word that may turn one of them round? */
static bool has_direction(const double signs[POL_SIGN_COUNT])
{
    static const pol_sign telling[] = {POL_SIGN_OPPOSED,  POL_SIGN_ODD_TURNS, POL_SIGN_PAIRS,
                                       POL_SIGN_OPPOSITE, POL_SIGN_LIMITS,    POL_SIGN_NUMBERS};
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
        if (signs[telling[i]] > 0)
            return true;
    return false;
}

/* One of two shared words is turned round: nothing speaks against the opposite. */
static bool is_unclear(const double signs[POL_SIGN_COUNT])
{
    return signs[POL_SIGN_SHARED_WORDS] < log1p(CLEAR_WORDS) - 1e-9 && signs[POL_SIGN_OPPOSED] > 0;
}

/* Two have changed places or parts, or a limit its direction, or a "not" stands amid the same
 * words: however like these, it is the opposite. */
static bool is_surely_turned(const double signs[POL_SIGN_COUNT])
{
    return signs[POL_SIGN_SURFACE_SWAPPED] >= SWAPPED_MIN || signs[POL_SIGN_PARTS] >= SWAPPED_MIN ||
           signs[POL_SIGN_BOUNDS] > 0 || signs[POL_SIGN_DENIED] >= SWAPPED_MIN;
}

/* One shared word may be chance; what was noted was not asked for. */
static bool is_another(const double signs[POL_SIGN_COUNT])
{
    return signs[POL_SIGN_SHARED_WORDS] < log1p(JUDGED_WORDS) - 1e-9 || signs[POL_SIGN_NOTED] > 0;
}

/* One frame, word for word, in which each side has a heavy word of its own, may ask for something
 * else. */
static bool is_mould(const double signs[POL_SIGN_COUNT])
{
    return signs[POL_SIGN_FRAME] >= MOULD_MIN && signs[POL_SIGN_FRAME_EXCHANGED] >= EXCHANGED_MIN;
}

/* One word may be chance, unless others have kin. */
static bool shares_enough(const pol_alignment *alignment)
{
    return alignment->shared_count >= 2 ||
           (alignment->shared_count == 1 && alignment->kin_count >= KIN_ENOUGH);
}

/* `leads_turned`: lead-ins that turn their points round. */
static pol_status judge(const pol_alignment *alignment, const pol_compared *clause,
                        const pol_compared *passage, unsigned leads_turned, pol_arena *arena,
                        pol_comparison *comparison, pol_error *reterr)
{
    comparison->same = comparison->turned = -HUGE_VAL;
    comparison->names_subject = names_subject(&alignment->clause, &alignment->passage);
    if (!shares_enough(alignment) || comparison->score < JUDGED_SCORE) {
        pol_compare_beside(comparison, 0);
        return POL_OK;
    }
    double *signs = pol_arena_array(arena, POL_SIGN_COUNT, sizeof *signs);
    if (!signs)
        return pol_arena_refused(arena, POL_SIGN_COUNT * sizeof *signs, reterr);
    const pol_signs_input input = {.alignment = alignment,
                                   .context = passage->context,
                                   .matter = alike_matters(clause, passage),
                                   .clause_asks = clause->is_action,
                                   .passage_asks = passage->is_action,
                                   .passage_notes = passage->is_note,
                                   .leads_turned = leads_turned};
    pol_signs_find(&input, signs);
    pol_judgement judgement = pol_judge(signs);
    comparison->signs = signs;
    comparison->subject = signs[POL_SIGN_SUBJECT];
    comparison->same =
        is_another(signs) ? NOT_SAME : judgement.same - (is_mould(signs) ? MOULD_DOUBT : 0);
    comparison->turned = judgement.turned;
    if (is_surely_turned(signs) || is_unclear(signs))
        comparison->turned = HUGE_VAL;
    else if (stands_in(alignment))
        comparison->turned = -HUGE_VAL;
    else if (signs[POL_SIGN_NUMBERS] > 0 && signs[POL_SIGN_FRAME] >= MOULD_MIN)
        comparison->turned = fmax(comparison->turned, REVERSED_MIN); /* "40 hours", "30 hours" */
    else if (!has_direction(signs) ||
             (says_little(alignment) && (is_another(signs) || is_mould(signs))))
        comparison->turned = fmin(comparison->turned, (TURNED_MAX + REVERSED_MIN) / 2);
    if (!says_little(alignment) && is_certain(alignment, comparison->score) &&
        signs[POL_SIGN_NOTED] == 0)
        comparison->same = HUGE_VAL;
    pol_compare_beside(comparison, 0);
    return POL_OK;
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

/* What may say the opposite: words that turn round, else a "not" amid the same words, else what
 * stands in one another's place, else the word of the clause that tells most. */
static void show_opposites(const pol_alignment *alignment, pol_comparison *comparison)
{
    bool is_turned = alignment->opposed >= OPPOSED_MIN;
    uint32_t ours = is_turned ? alignment->clause_turn : alignment->clause_changed;
    uint32_t theirs = is_turned ? alignment->passage_turn : alignment->passage_changed;
    if (!is_turned && alignment->is_denied) {
        ours = alignment->clause_denial;
        theirs = alignment->passage_denial;
    }
    if (ours == POL_NO_MATCH && theirs == POL_NO_MATCH)
        ours = pol_leftover_loudest(alignment);
    comparison->clause_opposite = range_of(&alignment->clause, ours);
    comparison->passage_opposite = range_of(&alignment->passage, theirs);
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
    unsigned leads_turned =
        turns_points(clause->lead_in) + (unsigned)turns_points(passage->lead_in);
    alignment.is_led_round = leads_turned == 1;
    if (alignment.is_led_round)
        alignment.opposed = 1 - alignment.opposed;
    ret_comparison->clause_share = ratio(alignment.clause.shared, alignment.clause.weight);
    ret_comparison->passage_share = ratio(alignment.passage.shared, alignment.passage.weight);
    ret_comparison->order = alignment.order;
    ret_comparison->score = score_of(&alignment);
    status = judge(&alignment, clause, passage, leads_turned, arena, ret_comparison, reterr);
    if (ret_comparison->likeness == POL_LIKENESS_REVERSED)
        show_opposites(&alignment, ret_comparison);
    if (status == POL_OK)
        status = make_marks(&alignment.clause, arena, &ret_comparison->clause_marks,
                            &ret_comparison->clause_mark_count, reterr);
    if (status == POL_OK)
        status = make_marks(&alignment.passage, arena, &ret_comparison->passage_marks,
                            &ret_comparison->passage_mark_count, reterr);
    return status;
}
