/* signs.c - see signs.h: those that tell whether two texts are about the same demand. */
#include "draft/signs.h"

#include <math.h>

#include "draft/cues.h"
#include "draft/leftover.h"

enum {
    CONTEXT_MAX = 128, /* words of the context that are looked at */
    UNKNOWN_MAX = 4    /* more say no more */
};

#define UNKNOWN_MATTER  0.5 /* what is likely of two that say the same */
#define UNKNOWN_CONTEXT 0.25
#define SAID_SCALE      2.0

/* Words of one side that say what it is about, and what stands beside them. */
typedef struct side_sums {
    double words, shared, unknown; /* counts */
    double weight, shared_weight;  /* nats */
    double known_weight;           /* shared, or in the context */
    double subject, subject_known; /* squares of weights: what is rare tells what it is about */
    double heaviest_lacking;       /* neither shared nor in the context */
    double lacking;                /* units of any role that the other side lacks */
} side_sums;

typedef struct context_sums {
    const pol_weighed_text *text;
    bool is_said[CONTEXT_MAX];
} context_sums;

/* Is it in the context? Notes where. */
static bool note_said(context_sums *context, const pol_unit *unit)
{
    bool is_there = false;
    for (size_t i = 0; context->text && i < context->text->unit_count && i < CONTEXT_MAX; i++)
        if (context->text->units[i].concept == unit->concept)
            is_there = context->is_said[i] = true;
    return is_there;
}

static double share_said(const context_sums *context)
{
    double all = 0, said = 0;
    if (!context->text)
        return UNKNOWN_CONTEXT;
    for (size_t i = 0; i < context->text->unit_count && i < CONTEXT_MAX; i++) {
        const pol_unit *unit = &context->text->units[i];
        if (!pol_unit_is_about(unit))
            continue;
        all += unit->weight;
        said += context->is_said[i] ? unit->weight : 0;
    }
    return all > 0 ? said / all : 0;
}

/* A thing, and not what is to be done with it. */
static bool is_subject(const pol_unit *unit)
{
    return unit->role == POL_ROLE_NONE || unit->role == POL_ROLE_SWAP ||
           unit->role == POL_ROLE_NUMBER;
}

/* Kin is half a word that both have. */
static double share_of(const pol_aligned_side *side, const pol_aligned_side *other, size_t at)
{
    uint32_t match = side->match[at];
    if (match == POL_NO_MATCH)
        return 0;
    return side->units[at].concept == other->units[match].concept ? 1 : 0.5;
}

static side_sums sum_side(const pol_aligned_side *side, const pol_aligned_side *other, size_t from,
                          size_t to, context_sums *context)
{
    side_sums sums = {0};
    for (size_t i = from; i < to && i < side->count; i++) {
        const pol_unit *unit = &side->units[i];
        bool is_shared = side->match[i] != POL_NO_MATCH;
        bool is_known = note_said(context, unit) || is_shared;
        sums.lacking += !is_shared && !unit->is_stop && !unit->is_formula;
        if (!pol_unit_is_about(unit))
            continue;
        sums.words++;
        sums.shared += share_of(side, other, i);
        sums.unknown += unit->is_unknown;
        sums.weight += unit->weight;
        sums.shared_weight += is_shared ? unit->weight : 0;
        sums.known_weight += is_known ? unit->weight : 0;
        if (is_subject(unit)) {
            sums.subject += unit->weight * unit->weight;
            sums.subject_known += is_known ? unit->weight * unit->weight : 0;
        }
        if (!is_known)
            sums.heaviest_lacking = fmax(sums.heaviest_lacking, unit->weight);
    }
    return sums;
}

static double changed_weight(const pol_aligned_side *side, uint32_t at)
{
    return at == POL_NO_MATCH ? 0 : side->units[at].weight / POL_WEIGHT_UNIT;
}

static double part(double some, double all)
{
    return all > 0 ? some / all : 0;
}

/* What both kinds of signs are made of. */
static void find_amounts(const pol_alignment *alignment, const side_sums *clause,
                         const side_sums *passage, double signs[POL_SIGN_COUNT])
{
    signs[POL_SIGN_CLAUSE_SHARE] = part(clause->shared_weight, clause->weight);
    signs[POL_SIGN_KNOWN] = part(clause->known_weight, clause->weight);
    signs[POL_SIGN_SUBJECT] = part(clause->subject_known, clause->subject);
    signs[POL_SIGN_WORDS] = log1p(clause->words);
    signs[POL_SIGN_UNKNOWN] = fmin(clause->unknown, UNKNOWN_MAX);
    signs[POL_SIGN_SHARED_WORDS] = log1p(clause->shared);
    signs[POL_SIGN_SHARED_WEIGHT] = log1p(clause->shared_weight / POL_WEIGHT_UNIT);
    signs[POL_SIGN_SHARE_OF_WORDS] = signs[POL_SIGN_CLAUSE_SHARE] * signs[POL_SIGN_SHARED_WORDS];
    signs[POL_SIGN_LENGTHS] = log((clause->words + 1) / (passage->words + 1));
    signs[POL_SIGN_CLAUSE_LACKING] = clause->heaviest_lacking / POL_WEIGHT_UNIT;
    signs[POL_SIGN_PASSAGE_LACKING] = passage->heaviest_lacking / POL_WEIGHT_UNIT;
    signs[POL_SIGN_EXCHANGED] =
        fmin(signs[POL_SIGN_CLAUSE_LACKING], signs[POL_SIGN_PASSAGE_LACKING]);
    signs[POL_SIGN_PASSAGE_SAID] = exp(-passage->lacking / SAID_SCALE);
    signs[POL_SIGN_FRAME] = alignment->verbatim;
    signs[POL_SIGN_FOCUS] = alignment->focus;
    signs[POL_SIGN_ORDER] = alignment->order;
    signs[POL_SIGN_NUMBERS] = alignment->numbers_differ;
    signs[POL_SIGN_CHANGED] = alignment->is_changed;
    signs[POL_SIGN_BOUNDS] = alignment->bounds_differ;
    signs[POL_SIGN_BOUNDS_AGREE] = alignment->bounds_agree;
    pol_leftover_weight leftover = pol_leftover_sum(alignment);
    signs[POL_SIGN_LEFTOVER] = leftover.turned;
    signs[POL_SIGN_LEFTOVER_SAME] = leftover.same;
}

static void find_frame(const pol_alignment *alignment, double signs[POL_SIGN_COUNT])
{
    double changed = fmax(changed_weight(&alignment->clause, alignment->clause_changed),
                          changed_weight(&alignment->passage, alignment->passage_changed));
    signs[POL_SIGN_FRAME_CHANGED] = alignment->verbatim * changed;
    signs[POL_SIGN_FRAME_HEAD] = alignment->verbatim * alignment->changes_head;
    signs[POL_SIGN_FRAME_EXCHANGED] = alignment->verbatim * signs[POL_SIGN_EXCHANGED];
    signs[POL_SIGN_FRAME_LACKING] = alignment->verbatim * signs[POL_SIGN_CLAUSE_LACKING];
}

/* Does a text ask for something: "should", "instructs", or a verb at its start? */
static bool demands(const pol_aligned_side *side)
{
    bool is_start = true;
    for (size_t i = 0; i < side->count; i++) {
        const pol_unit *unit = &side->units[i];
        if (unit->cues & POL_CUE_DEMAND)
            return true;
        bool is_verb = unit->role == POL_ROLE_DO || unit->role == POL_ROLE_TURN ||
                       unit->role == POL_ROLE_ASK || unit->cues & POL_CUE_KEEP;
        if (is_start && is_verb && !unit->is_formula)
            return true;
        is_start = is_start && unit->is_formula;
    }
    return false;
}

void pol_signs_find(const pol_signs_input *input, double signs[POL_SIGN_COUNT])
{
    const pol_alignment *alignment = input->alignment;
    context_sums said = {.text = input->context}, nothing = {0};
    const pol_aligned_side *one = &alignment->clause, *other = &alignment->passage;
    side_sums clause = sum_side(one, other, 0, one->count, &said);
    side_sums passage =
        sum_side(other, one, alignment->window_start, alignment->window_end, &nothing);
    memset(signs, 0, POL_SIGN_COUNT * sizeof *signs);
    find_amounts(alignment, &clause, &passage, signs);
    find_frame(alignment, signs);
    signs[POL_SIGN_CONTEXT] = share_said(&said);
    signs[POL_SIGN_MATTER] = input->matter < 0 ? UNKNOWN_MATTER : input->matter;
    signs[POL_SIGN_PASSAGE_ASKS] = input->passage_asks;
    signs[POL_SIGN_NOTED] = input->passage_notes && !demands(&alignment->passage) &&
                            (input->clause_asks || demands(&alignment->clause));
    pol_signs_find_direction(input, signs);
    pol_signs_find_opposed(input, signs);
    pol_signs_find_edits(input, signs);
}
