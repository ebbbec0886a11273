/* signs_edits.c - see signs.h: those that tell how a clause would be made from the passage.
 *
 * Who says the same in words of their own changes many of them. Who asks for the opposite in the
 * same words changes one, be it ever so small ("at our cost", "at their cost"), or has two change
 * places. So both are laid side by side by their longest common sequence of words, all words
 * counted, and what differs between is looked at. */
#include <math.h>
#include <strings.h>

#include "draft/cues.h"
#include "draft/signs.h"

enum {
    CLAUSE_MAX = 64,   /* words that are looked at */
    PASSAGE_MAX = 128, /* likewise, of the place that is like the clause */
    COUNT_MAX = 2,     /* of a kind; more say no more */
    REWORDED_MAX = 3,
    BEHIND = 3 /* words behind two that changed places in which "not" may stand */
};

/* The words that count, of one side. */
typedef struct text_line {
    const pol_aligned_side *side;
    uint32_t at[PASSAGE_MAX], concepts[PASSAGE_MAX], matches[PASSAGE_MAX];
    size_t count;
} text_line;

/* Where both go on alike: places in the lines. */
typedef struct sequence {
    uint8_t one[CLAUSE_MAX], other[CLAUSE_MAX];
    size_t count;
} sequence;

/* What stands between, counted. */
typedef struct edit_counts {
    double kept, other_kept; /* of either line, what they have in common */
    double exchanged;        /* places where each has words that the other lacks */
    double small;            /* places where only small words differ, on which much may turn */
    double swapped;          /* places where each has a word that the other has elsewhere */
    double longer;           /* places where one alone has words that say something */
    double moved, shared, reworded; /* words that both have: elsewhere; all; in another form */
} edit_counts;

static pol_span text_of(const text_line *line, size_t i)
{
    const pol_unit *unit = &line->side->units[line->at[i]];
    return pol_span_make(line->side->text.data + unit->start, unit->end - unit->start);
}

static const pol_unit *unit_at(const text_line *line, size_t i)
{
    return &line->side->units[line->at[i]];
}

static bool is_any(pol_span text, const char *const *words, size_t count)
{
    char first = text.size ? (char)(text.data[0] | 0x20) : 0;
    for (size_t i = 0; i < count; i++) /* most differ in their first letter */
        if (words[i][0] == first && pol_span_equal_fold(text, pol_span_of(words[i])))
            return true;
    return false;
}

/* Articles and the like, and who asks how, may differ. */
static bool counts(const pol_aligned_side *side, size_t at)
{
    static const char *const slight[] = {"a", "an", "the", "of", "that", "be", "is", "are", "to"};
    const pol_unit *unit = &side->units[at];
    pol_span text = pol_span_make(side->text.data + unit->start, unit->end - unit->start);
    return !unit->is_formula && unit->role != POL_ROLE_ASK &&
           !is_any(text, slight, sizeof slight / sizeof *slight);
}

/* A small word on which it may turn what is asked for. */
static bool bears(const text_line *line, size_t i)
{
    static const char *const others[] = {"their", "own",  "where",   "from", "as",      "both",
                                         "out",   "off",  "away",    "over", "under",   "with",
                                         "or",    "if",   "against", "when", "through", "into",
                                         "about", "once", "beyond"};
    const pol_unit *unit = unit_at(line, i);
    return unit->cues & ~(unsigned)(POL_CUE_DEMAND | POL_CUE_PERMIT) ||
           unit->role == POL_ROLE_TURN_NEAR || unit->role == POL_ROLE_LIMIT ||
           is_any(text_of(line, i), others, sizeof others / sizeof *others);
}

static void read_line(const pol_aligned_side *side, size_t from, size_t to, size_t most,
                      text_line *line)
{
    line->side = side;
    line->count = 0;
    for (size_t i = from; i < to && line->count < most; i++)
        if (counts(side, i)) {
            line->concepts[line->count] = side->units[i].concept;
            line->matches[line->count] = side->match[i];
            line->at[line->count++] = (uint32_t)i;
        }
}

static bool is_same(const text_line *one, size_t i, const text_line *other, size_t j)
{
    return one->concepts[i] == other->concepts[j] || one->side->match[one->at[i]] == other->at[j];
}

enum { LONGER = 2, OTHER = 3 /* what it costs to take a word out or put one in, to change one */ };

/* costs[i][j]: of making what follows on `j` from what follows on `i`. */
typedef uint16_t cost_row[PASSAGE_MAX + 1];

static void fill_costs(const text_line *one, const text_line *other, cost_row *costs)
{
    size_t count = one->count, others = other->count;
    for (size_t j = 0; j <= others; j++)
        costs[count][j] = (uint16_t)(LONGER * (others - j));
    for (size_t i = count; i-- > 0;) {
        const uint16_t *below = costs[i + 1];
        uint16_t *row = costs[i];
        uint32_t last = row[others] = (uint16_t)(LONGER * (count - i));
        for (size_t j = others; j-- > 0;) {
            uint32_t longer = (below[j] < last ? below[j] : last) + LONGER;
            uint32_t both = below[j + 1] + (is_same(one, i, other, j) ? 0u : OTHER);
            last = both < longer ? both : longer;
            row[j] = (uint16_t)last;
        }
    }
}

/* What both have in common where one is made from the other by the fewest changes (Wagner and
 * Fischer 1974). */
static void find_common(const text_line *one, const text_line *other, sequence *ret_common)
{
    cost_row costs[CLAUSE_MAX + 1];
    fill_costs(one, other, costs);
    ret_common->count = 0;
    for (size_t i = 0, j = 0; i < one->count && j < other->count;) {
        bool same = is_same(one, i, other, j);
        if (costs[i][j] == costs[i + 1][j + 1] + (same ? 0 : OTHER)) {
            if (same) {
                ret_common->one[ret_common->count] = (uint8_t)i;
                ret_common->other[ret_common->count++] = (uint8_t)j;
            }
            i++;
            j++;
        } else if (costs[i][j] == costs[i + 1][j] + LONGER) {
            i++;
        } else {
            j++;
        }
    }
}

/* Of one side between two common words: those that the other side lacks. */
typedef struct between {
    size_t telling, small, moved;
} between;

static between look(const text_line *line, size_t from, size_t to, edit_counts *edits)
{
    between found = {0};
    for (size_t i = from; i < to; i++) {
        const pol_unit *unit = unit_at(line, i);
        bool is_shared = line->side->match[line->at[i]] != POL_NO_MATCH;
        found.moved += is_shared && unit->weight > 0;
        found.telling += !is_shared && unit->weight > 0;
        found.small += unit->weight <= 0 && bears(line, i);
    }
    edits->moved += (double)found.moved;
    return found;
}

static void note(between one, between other, edit_counts *edits)
{
    size_t small = one.small + other.small;
    if (one.telling > 0 && other.telling > 0)
        edits->exchanged++;
    else if (one.telling + other.telling > 0)
        edits->longer++;
    else if (small > 0)
        edits->small++;
}

/* In which gap of the passage's line does what a word of the clause corresponds to stand? */
static size_t gap_of(const sequence *common, size_t place)
{
    size_t gap = 0;
    while (gap < common->count && common->other[gap] <= place)
        gap++;
    return gap;
}

/* The gap in which the other has the words that one has between `from` and `to`, all of which must
 * be in one; SIZE_MAX: none. */
static size_t other_gap(const text_line *one, const text_line *other, const sequence *common,
                        size_t from, size_t to)
{
    size_t found = SIZE_MAX;
    for (size_t i = from; i < to; i++) {
        if (unit_at(one, i)->weight <= 0)
            continue;
        uint32_t match = one->side->match[one->at[i]];
        for (size_t j = 0; j < other->count; j++)
            if (other->at[j] == match)
                found = gap_of(common, j);
        if (match == POL_NO_MATCH)
            return SIZE_MAX;
    }
    return found;
}

/* "X is Y", "X first, and Y", "X worth more than Y": a word that says something of one by the
 * other, and not "X is to be". */
static bool relates(const pol_aligned_side *side, size_t at)
{
    static const char *const verbs[] = {"is", "are", "was", "were"};
    const pol_unit *unit = &side->units[at];
    pol_span text = pol_span_make(side->text.data + unit->start, unit->end - unit->start);
    bool is_last = at + 1 >= side->count || side->units[at + 1].starts_phrase;
    if (is_any(text, verbs, sizeof verbs / sizeof *verbs))
        return !is_last && !pol_unit_is(side, at + 1, "to");
    return unit->role == POL_ROLE_TURN_NEAR || unit->role == POL_ROLE_THAN ||
           unit->cues & (POL_CUE_NOT | POL_CUE_BEFORE | POL_CUE_AFTER | POL_CUE_INSTEAD) ||
           (unit->cues & POL_CUE_FIRST && is_last);
}

/* Does something relate what ends at `start` to what stands from `from` to `to`? Not in "X, Y and
 * Z", nor in "X done by Y". */
static bool tells_apart(const text_line *line, size_t start, size_t from, size_t to)
{
    const pol_aligned_side *side = line->side;
    size_t end = to < line->count ? line->at[to] : side->count;
    bool found = false;
    for (size_t at = line->at[start] + 1u; at < side->count && at < end + BEHIND; at++) {
        if (side->units[at].starts_sentence && at > line->at[from])
            break;
        if (pol_unit_is(side, at, "by"))
            return false;
        found = found || (at < end ? relates(side, at) : pol_unit_is(side, at, "not"));
    }
    return found;
}

/* Pairs of gaps whose words have changed places. */
static double count_swapped(const text_line *one, const text_line *other, const sequence *common)
{
    size_t to[CLAUSE_MAX + 1];
    double count = 0;
    for (size_t k = 0; k <= common->count; k++) {
        size_t from = k > 0 ? common->one[k - 1] + 1u : 0;
        size_t next = k < common->count ? common->one[k] : one->count;
        to[k] = from < next ? other_gap(one, other, common, from, next) : SIZE_MAX;
        if (to[k] != SIZE_MAX && to[k] < k && to[to[k]] == k &&
            tells_apart(one, common->one[to[k]] - 1u, from, next))
            count++;
    }
    return count;
}

static edit_counts find_edits(const text_line *one, const text_line *other)
{
    edit_counts found = {0};
    sequence common;
    size_t i = 0, j = 0;
    find_common(one, other, &common);
    for (size_t k = 0; k <= common.count; k++) {
        size_t next = k < common.count ? common.one[k] : one->count;
        size_t place = k < common.count ? common.other[k] : other->count;
        between ours = look(one, i, next, &found);
        note(ours, look(other, j, place, &found), &found);
        i = next + 1;
        j = place + 1;
        if (k == common.count || unit_at(one, next)->is_stop)
            continue;
        pol_span a = text_of(one, next), b = text_of(other, place);
        found.shared++;
        found.reworded += !pol_span_equal_fold(a, b);
    }
    found.swapped = count_swapped(one, other, &common);
    found.kept = one->count ? (double)common.count / (double)one->count : 0;
    found.other_kept = other->count ? (double)common.count / (double)other->count : 0;
    return found;
}

void pol_signs_find_edits(const pol_signs_input *input, double signs[POL_SIGN_COUNT])
{
    const pol_alignment *alignment = input->alignment;
    text_line one, other;
    read_line(&alignment->clause, 0, alignment->clause.count, CLAUSE_MAX, &one);
    read_line(&alignment->passage, alignment->window_start, alignment->window_end, PASSAGE_MAX,
              &other);
    edit_counts found = find_edits(&one, &other);
    double surface = sqrt(found.kept * found.other_kept);
    signs[POL_SIGN_SURFACE] = surface;
    signs[POL_SIGN_SURFACE_EXCHANGED] = surface * fmin(found.exchanged, COUNT_MAX);
    signs[POL_SIGN_SURFACE_SWAPPED] = surface * fmin(found.swapped, COUNT_MAX);
    signs[POL_SIGN_SURFACE_ONE] =
        found.exchanged + found.small == 1 && found.longer <= 1 ? surface : 0;
    signs[POL_SIGN_SURFACE_MOVED] =
        surface * fmin(1, found.moved / (found.moved + found.shared + 1e-9));
    signs[POL_SIGN_PARTS] = surface * fmin(pol_signs_parts_changed(alignment), COUNT_MAX);
    signs[POL_SIGN_DENIED] = alignment->is_denied ? surface : 0;
    signs[POL_SIGN_REWORDED] = fmin(found.reworded, REWORDED_MAX);
}
