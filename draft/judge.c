/* judge.c - see judge.h. */
#include "draft/judge.h"

#include <math.h>

#include "draft/lexicon.h"

enum {
    CONTEXT_MAX = 128, /* words of the context that are looked at */
    SHARED_MIN = 3,    /* words; fewer may be chance */
    TURNS_MAX = 1 /* words that turn round on one side alone: two may undo each other, or not */
};

#define WEIGHT_UNIT    8.0 /* nats: about what a word of a single passage weighs */
#define OPPOSED_MIN    0.02
#define OPPOSED_WHOLE  0.5 /* of what is shared: as good as all */
#define LIKENESS_MIN   0.3 /* of both sides in the other; below it nothing is the same */
#define FRAME_MIN      0.7 /* of the clause, that stands in the passage word for word: a frame */
#define SWAP_FRAME_MIN 0.6
#define EXCHANGED_MAX  0.2
#define MARGIN_MIN     -0.1 /* then another motion says so rather */

/* What each sign adds. Fitted: tests/draft/README.md says how. */
#define BASE            -14.483
#define OF_SHARED       2.831  /* of the part of the clause that the passage has */
#define OF_WORDS        5.122  /* of the logarithm of the clause's words: few may meet by chance */
#define OF_CONTEXT      0.698  /* of the part of title and lead-in that the clause says */
#define OF_MATTER       3.075  /* of the matters that both are about */
#define OF_MARGIN       5.173  /* of what the passage is more alike than those of other motions */
#define OF_EXCHANGED    -4.516 /* of two heavy words of which each side lacks one, in one frame */
#define OF_CHANGE       -4.105 /* of the heavier of two words exchanged in one frame */
#define OF_OPPOSED      -2.254
#define OF_NUMBERS      -3.22
#define OF_MARKED_FRAME -7.732 /* one frame, but somewhere a word that turns round or limits */

/* Words of one side that say what it is about. */
typedef struct side_signs {
    double heaviest_lacking; /* that the other side lacks */
    size_t words, shared;    /* all, and those that both have; and their weights */
    double weight, shared_weight;
    size_t turns; /* words that turn round or limit, and that the other side lacks; */
    size_t swaps; /* likewise words that have an opposite */
} side_signs;

static bool is_about(const pol_unit *unit)
{
    return unit->weight > 0 && !unit->is_stop && !unit->is_formula && unit->role != POL_ROLE_ASK;
}

static bool turns_or_limits(const pol_unit *unit)
{
    return unit->role == POL_ROLE_TURN || unit->role == POL_ROLE_TURN_NEAR ||
           unit->role == POL_ROLE_LIMIT;
}

/* The context's words by what the clause says of them. */
typedef struct context_signs {
    const pol_weighed_text *text;
    bool is_said[CONTEXT_MAX];
} context_signs;

/* Is it in the context? Notes where. */
static bool note_said(context_signs *context, const pol_unit *unit)
{
    bool is_there = false;
    for (size_t i = 0; context->text && i < context->text->unit_count && i < CONTEXT_MAX; i++)
        if (context->text->units[i].concept == unit->concept)
            is_there = context->is_said[i] = true;
    return is_there;
}

static double share_said(const context_signs *context)
{
    double all = 0, said = 0;
    for (size_t i = 0; context->text && i < context->text->unit_count && i < CONTEXT_MAX; i++) {
        const pol_unit *unit = &context->text->units[i];
        if (!is_about(unit))
            continue;
        all += unit->weight;
        said += context->is_said[i] ? unit->weight : 0;
    }
    return all > 0 ? said / all : 0;
}

/* `context` is for the clause; NULL for the passage. */
static side_signs look_at(const pol_aligned_side *side, size_t from, size_t to,
                          context_signs *context)
{
    side_signs signs = {0};
    for (size_t i = from; i < to && i < side->count; i++) {
        const pol_unit *unit = &side->units[i];
        bool is_shared = side->match[i] != POL_NO_MATCH;
        if (unit->is_stop)
            continue;
        signs.turns += turns_or_limits(unit) && !is_shared;
        signs.swaps += unit->role == POL_ROLE_SWAP && !is_shared;
        bool is_known = context && note_said(context, unit);
        if (!is_about(unit))
            continue;
        signs.words++;
        signs.shared += is_shared;
        signs.weight += unit->weight;
        signs.shared_weight += is_shared ? unit->weight : 0;
        if (!is_shared && !is_known && unit->weight > signs.heaviest_lacking)
            signs.heaviest_lacking = unit->weight;
    }
    return signs;
}

static double changed_weight(const pol_aligned_side *side, uint32_t at)
{
    return at == POL_NO_MATCH ? 0 : side->units[at].weight / WEIGHT_UNIT;
}

/* Of the heaviest words of both sides that the other lacks, the lighter. */
static double exchanged_weight(const side_signs *clause, const side_signs *passage)
{
    return fmin(clause->heaviest_lacking, passage->heaviest_lacking) / WEIGHT_UNIT;
}

/* Is nearly all of it one frame, in which each side has a word of its own, or the clause one that
 * has an opposite? */
static bool is_exchanged(const pol_alignment *alignment, const side_signs *clause,
                         const side_signs *passage)
{
    double exchanged = alignment->verbatim * exchanged_weight(clause, passage);
    return (alignment->verbatim >= FRAME_MIN && exchanged > EXCHANGED_MAX) ||
           (alignment->verbatim >= SWAP_FRAME_MIN && clause->swaps > 0);
}

/* What a frame that stands word for word on both sides takes off for what differs in it. */
static double of_frame(const pol_alignment *alignment, const side_signs *clause,
                       const side_signs *passage)
{
    double one = changed_weight(&alignment->clause, alignment->clause_changed);
    double other = changed_weight(&alignment->passage, alignment->passage_changed);
    bool is_turned = (clause->turns > 0) != (passage->turns > 0);
    bool is_marked = is_turned != alignment->is_led_round || alignment->numbers_differ ||
                     alignment->clause.limits + alignment->passage.limits > 0 ||
                     alignment->opposed > OPPOSED_MIN;
    double sum = OF_EXCHANGED * exchanged_weight(clause, passage) + OF_CHANGE * fmax(one, other) +
                 (is_marked ? OF_MARKED_FRAME : 0);
    return sum * alignment->verbatim;
}

/* Of both sides what the other has, in one place, as their harmonic mean. */
static double likeness_of(const pol_alignment *alignment)
{
    double sum = alignment->focus + alignment->density;
    return sum > 0 ? 2 * alignment->focus * alignment->density / sum : 0;
}

double pol_judge_signs(const pol_alignment *alignment, const pol_weighed_text *context,
                       double matter)
{
    context_signs said = {.text = context};
    side_signs clause = look_at(&alignment->clause, 0, alignment->clause.count, &said);
    side_signs passage =
        look_at(&alignment->passage, alignment->window_start, alignment->window_end, NULL);
    bool is_turned = clause.turns > TURNS_MAX && passage.turns == 0;
    if (clause.shared < SHARED_MIN || is_turned || alignment->clause.limits > 0 ||
        likeness_of(alignment) < LIKENESS_MIN || is_exchanged(alignment, &clause, &passage))
        return -HUGE_VAL;
    return BASE + OF_SHARED * clause.shared_weight / clause.weight +
           OF_WORDS * log1p((double)clause.words) + OF_CONTEXT * share_said(&said) +
           OF_MATTER * matter + OF_OPPOSED * fmin(alignment->opposed / OPPOSED_WHOLE, 1) +
           (alignment->numbers_differ ? OF_NUMBERS : 0) + of_frame(alignment, &clause, &passage);
}

bool pol_judge_is_same(double signs, double margin)
{
    return margin >= MARGIN_MIN && signs + OF_MARGIN * margin >= 0;
}
