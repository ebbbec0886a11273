/* judge.c - see judge.h. */
#include "draft/judge.h"

#include <math.h>

#include "draft/lexicon.h"

enum {
    CONTEXT_MAX = 128, /* words of the context that are looked at */
    SHARED_MIN = 3,    /* words; fewer may be chance */
    SHORT_MAX = 4,     /* words of a clause that says too little to be told by them alone */
    TURNS_MAX = 1 /* words that turn round on one side alone: two may undo each other, or not */
};

#define WEIGHT_UNIT   8.0  /* nats: about what a word of a single passage weighs */
#define LIKENESS_MIN  0.45 /* below it nothing is the same */
#define OPPOSED_MIN   0.02
#define DENSITY_MIN   0.5 /* of the passage's place, for a short clause */
#define OPPOSED_WHOLE 0.5 /* of what is shared: as good as all */

/* What each sign adds. Fitted: tests/draft/README.md says how. */
#define BASE            -1.75
#define OF_LIKENESS     1.852
#define OF_SHARED       1.836  /* of the logarithm of the words that both have */
#define OF_CONTEXT      2.336  /* of the part of title and lead-in that the clause says */
#define OF_LACKING      -0.726 /* of the heaviest word that neither passage nor context has */
#define OF_EXCHANGED    -1.788 /* of two heavy words of which each side lacks one, in one frame */
#define OF_CHANGE       -2.431 /* of the lighter of two words exchanged in one frame, */
#define OF_HEAVIER      -3.793 /* and of the heavier */
#define OF_OPPOSED      -2.075
#define OF_ANY_OPPOSED  -0.734
#define OF_NUMBERS      -4.837
#define OF_MARKED_FRAME -3.176 /* one frame, but somewhere a word that turns round or limits */

/* Words of one side that say what it is about. */
typedef struct side_signs {
    double heaviest_lacking; /* that the other side lacks */
    size_t words, shared;    /* all, and those that both have */
    size_t turns;            /* words that turn round or limit, and that the other side lacks */
} side_signs;

static bool is_about(const pol_unit *unit)
{
    return unit->weight > 0 && !unit->is_stop && !unit->is_formula && unit->role != POL_ROLE_ASK;
}

static bool turns_or_limits(const pol_unit *unit)
{
    return unit->role == POL_ROLE_TURN || unit->role == POL_ROLE_TURN_NEAR ||
           unit->role == POL_ROLE_SWAP || unit->role == POL_ROLE_LIMIT;
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
        bool is_known = context && note_said(context, unit);
        if (!is_about(unit))
            continue;
        signs.words++;
        signs.shared += is_shared;
        if (!is_shared && !is_known && unit->weight > signs.heaviest_lacking)
            signs.heaviest_lacking = unit->weight;
    }
    return signs;
}

static double changed_weight(const pol_aligned_side *side, uint32_t at)
{
    return at == POL_NO_MATCH ? 0 : side->units[at].weight / WEIGHT_UNIT;
}

/* What a frame that stands word for word on both sides takes off for what differs in it. */
static double of_frame(const pol_alignment *alignment, const side_signs *clause,
                       const side_signs *passage)
{
    double one = changed_weight(&alignment->clause, alignment->clause_changed);
    double other = changed_weight(&alignment->passage, alignment->passage_changed);
    double exchanged = fmin(clause->heaviest_lacking, passage->heaviest_lacking) / WEIGHT_UNIT;
    bool is_turned = (clause->turns > 0) != (passage->turns > 0);
    bool is_marked = is_turned != alignment->is_led_round || alignment->numbers_differ ||
                     alignment->clause.limits + alignment->passage.limits > 0 ||
                     alignment->opposed > OPPOSED_MIN;
    double sum = OF_EXCHANGED * exchanged + OF_CHANGE * fmin(one, other) +
                 OF_HEAVIER * fmax(one, other) + (is_marked ? OF_MARKED_FRAME : 0);
    return sum * alignment->verbatim;
}

bool pol_judge_same(const pol_alignment *alignment, const pol_weighed_text *context,
                    double likeness)
{
    context_signs said = {.text = context};
    side_signs clause = look_at(&alignment->clause, 0, alignment->clause.count, &said);
    side_signs passage =
        look_at(&alignment->passage, alignment->window_start, alignment->window_end, NULL);
    bool is_turned = clause.turns > TURNS_MAX && passage.turns == 0;
    bool is_short = clause.words <= SHORT_MAX && alignment->density < DENSITY_MIN;
    if (likeness < LIKENESS_MIN || clause.shared < SHARED_MIN || is_short || is_turned ||
        alignment->clause.limits > 0)
        return false;
    double sum =
        BASE + OF_LIKENESS * likeness + OF_SHARED * log1p((double)clause.shared) +
        OF_CONTEXT * share_said(&said) + OF_LACKING * clause.heaviest_lacking / WEIGHT_UNIT +
        OF_OPPOSED * fmin(alignment->opposed / OPPOSED_WHOLE, 1) +
        (alignment->opposed > OPPOSED_MIN ? OF_ANY_OPPOSED : 0) +
        (alignment->numbers_differ ? OF_NUMBERS : 0) + of_frame(alignment, &clause, &passage);
    return sum >= 0;
}
