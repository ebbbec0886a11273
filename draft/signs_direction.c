/* signs_direction.c - see signs.h: those that tell whether two texts on the same demand go the same
 * way. */
#include <math.h>

#include "draft/cues.h"
#include "draft/signs.h"

enum {
    OPS_MAX = 64,     /* small words of one side that are looked at */
    ANCHORS_MAX = 3,  /* words that such a word bears on */
    COUNT_MAX = 2,    /* of a kind; more say no more */
    CUES_MAX = 3,     /* likewise of all */
    REACH = 7,        /* words in which what it bears on stands; */
    REACH_NEAR = 4,   /* of "not", "first", and before it */
    REACH_BEFORE = 5, /* of a "not" at the end */
    REACH_NEXT = 6
};

#define OPPOSED_MIN   0.05
#define OPPOSED_WHOLE 0.5
#define SAID_MIN      0.7 /* of the clause, from which on small words count that are left over, */
#define PASSAGE_MIN   0.4 /* and of the passage */

static const unsigned bearing = POL_CUE_NOT | POL_CUE_LIMIT | POL_CUE_BEFORE | POL_CUE_AFTER |
                                POL_CUE_FIRST | POL_CUE_LAST | POL_CUE_MORE | POL_CUE_LESS |
                                POL_CUE_KEEP | POL_CUE_ALLOW | POL_CUE_INSTEAD;
static const unsigned moving = POL_CUE_NOT | POL_CUE_LIMIT | POL_CUE_BEFORE | POL_CUE_AFTER |
                               POL_CUE_FIRST | POL_CUE_LAST | POL_CUE_MORE | POL_CUE_LESS |
                               POL_CUE_INSTEAD;

/* --- units ------------------------------------------------------------------------ */

/* Formulas, and what another word turns back ("no ... without"), tell nothing. */
static bool counts(const pol_aligned_side *side, size_t at)
{
    return !side->units[at].is_formula && !side->is_void[at];
}

static bool turns(const pol_unit *unit)
{
    return unit->role == POL_ROLE_TURN || unit->role == POL_ROLE_TURN_NEAR;
}

static unsigned cues_of(const pol_aligned_side *side, size_t at)
{
    const pol_unit *unit = &side->units[at];
    unsigned cues = unit->cues;
    if (!counts(side, at))
        return 0;
    if (turns(unit))
        cues |= POL_CUE_NOT;
    if (unit->role == POL_ROLE_LIMIT)
        cues |= POL_CUE_LIMIT;
    return cues;
}

static bool tells(const pol_unit *unit)
{
    return unit->weight > 0 && !unit->is_formula;
}

static bool is_shared(const pol_aligned_side *side, size_t at)
{
    return tells(&side->units[at]) && side->match[at] != POL_NO_MATCH;
}

static size_t count_lacking(const pol_aligned_side *side, size_t from, size_t to, pol_role role)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += side->units[i].role == role && counts(side, i) && side->match[i] == POL_NO_MATCH;
    return count;
}

static bool has_turn(const pol_aligned_side *side, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (turns(&side->units[i]) && counts(side, i))
            return true;
    return false;
}

/* --- turned round ----------------------------------------------------------------- */

typedef struct turned_sums {
    double all, opposed;
    bool first, heaviest; /* shared words that one side alone turns round */
} turned_sums;

static turned_sums sum_turned(const pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    turned_sums sums = {0};
    double heaviest = 0;
    bool is_first = true;
    for (size_t i = 0; i < clause->count; i++) {
        if (!is_shared(clause, i))
            continue;
        double weight = clause->units[i].weight;
        bool is_turned = clause->is_negative[i] != passage->is_negative[clause->match[i]];
        if (is_first)
            sums.first = is_turned != alignment->is_led_round;
        if (weight > heaviest) {
            heaviest = weight;
            sums.heaviest = is_turned != alignment->is_led_round;
        }
        sums.all += weight;
        sums.opposed += is_turned ? weight : 0;
        is_first = false;
    }
    return sums;
}

static void find_turned(const pol_signs_input *input, double signs[POL_SIGN_COUNT])
{
    const pol_alignment *alignment = input->alignment;
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    size_t start = alignment->window_start, end = alignment->window_end;
    turned_sums sums = sum_turned(alignment);
    double opposed = sums.all > 0 ? sums.opposed / sums.all : 0;
    size_t verbs = count_lacking(clause, 0, clause->count, POL_ROLE_TURN);
    size_t near = count_lacking(clause, 0, clause->count, POL_ROLE_TURN_NEAR);
    size_t limits = count_lacking(clause, 0, clause->count, POL_ROLE_LIMIT);
    size_t others = count_lacking(passage, start, end, POL_ROLE_TURN) +
                    count_lacking(passage, start, end, POL_ROLE_TURN_NEAR) + input->leads_turned;
    signs[POL_SIGN_OPPOSED] = alignment->opposed >= OPPOSED_MIN;
    signs[POL_SIGN_OPPOSED_PART] = fmin(1, alignment->opposed / OPPOSED_WHOLE);
    signs[POL_SIGN_FRAME_OPPOSED] = alignment->verbatim * signs[POL_SIGN_OPPOSED_PART];
    signs[POL_SIGN_FRAME_TURNED] =
        alignment->verbatim * (alignment->is_led_round ? 1 - opposed : opposed);
    signs[POL_SIGN_FIRST_OPPOSED] = sums.first;
    signs[POL_SIGN_HEAVY_OPPOSED] = sums.heaviest;
    signs[POL_SIGN_ODD_TURNS] = (verbs + near + others) % 2;
    signs[POL_SIGN_LONE_TURNS] =
        verbs + near > 0 && !has_turn(passage, start, end) && input->leads_turned == 0;
    signs[POL_SIGN_LONE_OTHERS] = others > 0 && !has_turn(clause, 0, clause->count);
    signs[POL_SIGN_OPPOSED_ODD] = signs[POL_SIGN_OPPOSED] * signs[POL_SIGN_ODD_TURNS];
    signs[POL_SIGN_TURNS] = fmin((double)verbs, COUNT_MAX);
    signs[POL_SIGN_LIMITS] = fmin((double)limits, COUNT_MAX);
    signs[POL_SIGN_FRAME_MARKED] =
        alignment->verbatim *
        (fmin((double)verbs, COUNT_MAX) + fmin((double)near, COUNT_MAX) + signs[POL_SIGN_LIMITS]);
}

/* --- opposites -------------------------------------------------------------------- */

static bool has_concept(const pol_aligned_side *side, size_t from, size_t to, uint32_t concept)
{
    for (size_t i = from; i < to; i++)
        if (side->units[i].concept == concept)
            return true;
    return false;
}

/* Has one side a word whose opposite the other has, which lacks the word itself? */
static bool has_opposite(const pol_aligned_side *side, size_t from, size_t to,
                         const pol_aligned_side *other, size_t start, size_t end)
{
    for (size_t i = from; i < to; i++) {
        const pol_unit *unit = &side->units[i];
        if (!unit->is_stop && unit->opposite && has_concept(other, start, end, unit->opposite) &&
            !has_concept(other, start, end, unit->concept))
            return true;
    }
    return false;
}

static bool are_opposed(const pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    size_t start = alignment->window_start, end = alignment->window_end;
    return alignment->clause_antonym != POL_NO_MATCH ||
           has_opposite(clause, 0, clause->count, passage, start, end) ||
           has_opposite(passage, start, end, clause, 0, clause->count);
}

/* --- cues that one side alone has ------------------------------------------------- */

static pol_span text_of(const pol_aligned_side *side, size_t at)
{
    const pol_unit *unit = &side->units[at];
    return pol_span_make(side->text.data + unit->start, unit->end - unit->start);
}

static bool has_text(const pol_aligned_side *side, size_t from, size_t to, unsigned cue,
                     pol_span text)
{
    for (size_t i = from; i < to; i++)
        if (side->units[i].cues & cue && pol_span_equal_fold(text_of(side, i), text))
            return true;
    return false;
}

/* The passage's window or the whole clause. */
typedef struct part_of_side {
    const pol_aligned_side *side;
    size_t from, to;
} part_of_side;

/* Words with a cue that the other side does not have as they are; `lacking`: nor words that
 * correspond. */
static double count_cue(part_of_side one, part_of_side other, unsigned cue, bool lacking)
{
    double count = 0;
    for (size_t i = one.from; i < one.to && count < COUNT_MAX; i++) {
        const pol_unit *unit = &one.side->units[i];
        count += unit->cues & cue && counts(one.side, i) &&
                 !(lacking && one.side->match[i] != POL_NO_MATCH) &&
                 !has_text(other.side, other.from, other.to, cue, text_of(one.side, i));
    }
    return count;
}

static void find_cues(const pol_alignment *alignment, double signs[POL_SIGN_COUNT])
{
    static const unsigned kinds[] = {POL_CUE_NOT, POL_CUE_END, POL_CUE_KEEP, POL_CUE_PERMIT,
                                     POL_CUE_WEAKEN};
    const part_of_side clause = {&alignment->clause, 0, alignment->clause.count};
    const part_of_side passage = {&alignment->passage, alignment->window_start,
                                  alignment->window_end};
    double cues = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        cues += count_cue(clause, passage, kinds[i], true);
    signs[POL_SIGN_FRAME_CUES] = alignment->verbatim * fmin(cues, CUES_MAX);
    signs[POL_SIGN_CLAUSE_PERMITS] = count_cue(clause, passage, POL_CUE_PERMIT, false);
    signs[POL_SIGN_CLAUSE_ENDS] = count_cue(clause, passage, POL_CUE_END, false);
    signs[POL_SIGN_CLAUSE_OTHERS] = count_cue(clause, passage, POL_CUE_OTHERS, false);
    signs[POL_SIGN_PASSAGE_KEEPS] = count_cue(passage, clause, POL_CUE_KEEP, false);
    signs[POL_SIGN_PASSAGE_NOT] = count_cue(passage, clause, POL_CUE_NOT, false);
    signs[POL_SIGN_PASSAGE_ENDS] = count_cue(passage, clause, POL_CUE_END, false);
}

/* --- small words and what they bear on -------------------------------------------- */

/* One of these, and the words around it that say something. */
typedef struct bearing_word {
    unsigned cues;
    size_t anchors[ANCHORS_MAX], count;
    size_t next, second; /* the next shared word, and one joined to it; SIZE_MAX: none */
} bearing_word;

typedef struct bearing_words {
    bearing_word list[OPS_MAX];
    size_t count;
} bearing_words;

static void add_anchors(const pol_aligned_side *side, size_t at, bool is_forward, size_t most,
                        size_t reach, bearing_word *word)
{
    size_t found = 0;
    for (size_t step = 1; step <= reach && found < most && word->count < ANCHORS_MAX; step++) {
        if (is_forward ? at + step >= side->count : step > at)
            return;
        size_t i = is_forward ? at + step : at - step;
        const pol_unit *unit = &side->units[i];
        if (is_forward && unit->starts_sentence)
            return;
        if (tells(unit) && !(cues_of(side, i) & POL_CUE_NOT)) {
            word->anchors[word->count++] = i;
            found++;
        }
        if (!is_forward && unit->starts_sentence)
            return;
    }
}

/* Of "a lifebelt and a lantern" the second: lists change their order. */
static size_t listed_behind(const pol_aligned_side *side, size_t at)
{
    bool is_joined = false;
    for (size_t i = at + 1; i < side->count && i <= at + REACH_NEAR; i++) {
        if (is_joined && is_shared(side, i))
            return i;
        is_joined = is_joined || side->units[i].role == POL_ROLE_JOIN;
    }
    return SIZE_MAX;
}

static size_t next_shared(const pol_aligned_side *side, size_t at)
{
    for (size_t i = at + 1; i < side->count && i <= at + REACH_NEXT; i++)
        if (is_shared(side, i))
            return i;
    return SIZE_MAX;
}

static void find_bearing(const pol_aligned_side *side, bearing_words *found)
{
    found->count = 0;
    for (size_t i = 0; i < side->count && found->count < OPS_MAX; i++) {
        const pol_unit *unit = &side->units[i];
        unsigned cues = cues_of(side, i) & bearing;
        if (!cues)
            continue;
        bearing_word *word = &found->list[found->count++];
        bool is_verb = unit->role == POL_ROLE_TURN;
        *word = (bearing_word){.cues = cues, .next = is_verb ? SIZE_MAX : next_shared(side, i)};
        word->second = word->next == SIZE_MAX ? SIZE_MAX : listed_behind(side, word->next);
        if (cues & POL_CUE_NOT && !is_verb) {
            add_anchors(side, i, true, 1, REACH_NEAR, word);
            if (word->count == 0)
                add_anchors(side, i, false, 1, REACH_BEFORE, word);
            continue;
        }
        bool is_first = (cues & POL_CUE_FIRST) != 0;
        add_anchors(side, i, true, is_first ? 1 : 2, is_first ? REACH_NEAR : REACH, word);
        add_anchors(side, i, false, 1, REACH_NEAR, word);
    }
}

static bool corresponds(const pol_alignment *alignment, size_t one, size_t other)
{
    return alignment->clause.match[one] == other ||
           alignment->clause.units[one].concept == alignment->passage.units[other].concept;
}

/* Do both bear on the same word? */
static bool agree(const pol_alignment *alignment, const bearing_word *one,
                  const bearing_word *other)
{
    for (size_t i = 0; i < one->count; i++)
        for (size_t j = 0; j < other->count; j++)
            if (corresponds(alignment, one->anchors[i], other->anchors[j]))
                return true;
    return false;
}

static bool bears_on_shared(const pol_aligned_side *side, const bearing_word *word)
{
    for (size_t i = 0; i < word->count; i++)
        if (side->match[word->anchors[i]] != POL_NO_MATCH)
            return true;
    return false;
}

/* Kinds of one word that no word of the passage has of the same words. */
static double count_loose(const pol_alignment *alignment, const bearing_word *one,
                          const bearing_words *passage)
{
    unsigned loose = one->cues;
    double count = 0;
    if (!bears_on_shared(&alignment->clause, one))
        return 0;
    for (size_t j = 0; j < passage->count && loose; j++)
        if (loose & passage->list[j].cues && agree(alignment, one, &passage->list[j]))
            loose &= ~passage->list[j].cues;
    for (; loose; loose &= loose - 1)
        count++;
    return count;
}

/* Kinds of one word that the passage has too, but only of others. */
static double count_moved(const pol_alignment *alignment, const bearing_word *one,
                          const bearing_words *passage)
{
    unsigned met = 0, kept = 0;
    double count = 0;
    if (one->next == SIZE_MAX)
        return 0;
    for (size_t j = 0; j < passage->count; j++) {
        const bearing_word *other = &passage->list[j];
        if (other->next == SIZE_MAX)
            continue;
        met |= other->cues;
        if (corresponds(alignment, one->next, other->next) ||
            (other->second != SIZE_MAX && corresponds(alignment, one->next, other->second)))
            kept |= other->cues;
    }
    for (unsigned moved = one->cues & moving & met & ~kept; moved; moved &= moved - 1)
        count++;
    return count;
}

static void find_moved(const pol_alignment *alignment, double signs[POL_SIGN_COUNT])
{
    bearing_words clause, passage;
    double loose = 0, moved = 0;
    find_bearing(&alignment->clause, &clause);
    find_bearing(&alignment->passage, &passage);
    for (size_t i = 0; i < clause.count; i++) {
        loose += count_loose(alignment, &clause.list[i], &passage);
        moved += count_moved(alignment, &clause.list[i], &passage);
    }
    const pol_aligned_side *one = &alignment->clause, *other = &alignment->passage;
    double ours = one->weight > 0 ? one->shared / one->weight : 0;
    double theirs = other->weight > 0 ? other->shared / other->weight : 0;
    double said = fmax(0, ours - SAID_MIN) / (1 - SAID_MIN) * fmax(0, theirs - PASSAGE_MIN) /
                  (1 - PASSAGE_MIN);
    signs[POL_SIGN_MOVED] = fmin(moved, COUNT_MAX);
    signs[POL_SIGN_FRAME_MOVED] = alignment->verbatim * fmin(moved, COUNT_MAX);
    signs[POL_SIGN_LOOSE] = said * fmin(loose, CUES_MAX);
}

void pol_signs_find_direction(const pol_signs_input *input, double signs[POL_SIGN_COUNT])
{
    find_turned(input, signs);
    find_cues(input->alignment, signs);
    find_moved(input->alignment, signs);
    signs[POL_SIGN_OPPOSITE] = are_opposed(input->alignment);
    signs[POL_SIGN_FRAME_OPPOSITE] = input->alignment->verbatim * signs[POL_SIGN_OPPOSITE];
}
