/* reading.c - the traits of a file's lines to the likeliest reading of all of them: each
 * line a place, each place one that may follow the one before. */
#include <stdlib.h>

#include "document/split/model.h"

enum {
    OUT = 1 << POL_PLACE_OUTSIDE,
    ABOVE = 1 << POL_PLACE_ABOVE,
    TITLE_ABOVE = 1 << POL_PLACE_TITLE_ABOVE,
    HEAD = 1 << POL_PLACE_HEAD,
    TITLED = 1 << POL_PLACE_TITLED,
    BELOW = 1 << POL_PLACE_BELOW,
    TITLE_BELOW = 1 << POL_PLACE_TITLE_BELOW,
    TEXT = 1 << POL_PLACE_TEXT,
    START = 1 << POL_PLACE_START,
    TITLED_START = 1 << POL_PLACE_TITLED_START,
    ITEM = ABOVE | TITLE_ABOVE | HEAD | TITLED | START | TITLED_START,
    FIRST = OUT | ITEM,
    LAST = OUT | TEXT | START | TITLED_START,
    HEADS = HEAD | TITLED | START | TITLED_START,
    ALL = (1 << POL_PLACE_COUNT) - 1
};
enum {
    GROUP_LEAST = 3,
    GROUP_MAX = 4000,
    ROWS_MAX = 3000000, /* of all readings that are tried */
    UNLIKE = 10000      /* what it is worth for one line to be of the kind of its group */
};

/* What may stand right behind each. */
static const uint16_t followers[POL_PLACE_COUNT] = {
    OUT | ITEM,
    ITEM,
    ABOVE | TITLE_ABOVE | HEAD | TITLED | START,
    BELOW | TITLE_BELOW | TEXT,
    BELOW | TITLE_BELOW | TEXT,
    BELOW | TITLE_BELOW | TEXT,
    BELOW | TITLE_BELOW | TEXT,
    TEXT | OUT | ITEM,
    TEXT | OUT | ITEM,
    TEXT | OUT | ITEM,
};

bool pol_split_may_follow(uint8_t place, uint8_t next)
{
    return followers[place] >> next & 1;
}

bool pol_split_may_start(uint8_t place)
{
    return FIRST >> place & 1;
}

bool pol_split_may_end(uint8_t place)
{
    return LAST >> place & 1;
}

static const int64_t never = INT64_MIN / 4;

bool pol_split_is_head(uint8_t place)
{
    return place == POL_PLACE_HEAD || place == POL_PLACE_TITLED || place == POL_PLACE_START ||
           place == POL_PLACE_TITLED_START;
}

static void add_weights(const pol_split_traits *traits, int neighbour, int32_t *scores)
{
    for (int k = 0; k < POL_TRAIT_WORDS; k++)
        for (uint64_t bits = traits->bits[k]; bits; bits &= bits - 1) {
            const int16_t *row = pol_split_learnt.traits[neighbour][k * 64 + __builtin_ctzll(bits)];
            for (int place = 0; place < POL_PLACE_COUNT; place++)
                scores[place] += row[place];
        }
}

static int blanks_of(const pol_split_traits *traits)
{
    for (int i = 2; i > 0; i--)
        if (traits->bits[(POL_TRAIT_BLANKS + i) / 64] >> ((POL_TRAIT_BLANKS + i) % 64) & 1)
            return i;
    return 0;
}

static void score_line(const pol_split_traits *traits, size_t count, size_t line, int32_t *scores)
{
    static const pol_split_traits none = {.bits[POL_TRAIT_NONE / 64] = 1ull
                                                                       << (POL_TRAIT_NONE % 64)};
    memset(scores, 0, POL_PLACE_COUNT * sizeof *scores);
    add_weights(&traits[line], 0, scores);
    add_weights(line > 0 ? &traits[line - 1] : &none, 1, scores);
    add_weights(line + 1 < count ? &traits[line + 1] : &none, 2, scores);
}

/* The best step to each place of the line; where it comes from goes to `from`. */
static void step(const int64_t *before, const int32_t *scores, int blanks, uint16_t allowed,
                 int64_t *own, uint8_t *from)
{
    for (int to = 0; to < POL_PLACE_COUNT; to++) {
        int64_t best = never;
        for (int place = 0; place < POL_PLACE_COUNT; place++) {
            int64_t score = before[place] + pol_split_learnt.steps[blanks][place][to];
            if (followers[place] >> to & 1 && before[place] > never && score > best) {
                best = score;
                from[to] = (uint8_t)place;
            }
        }
        own[to] = best > never && allowed >> to & 1 ? scores[to] + best : never;
    }
}

bool pol_split_start_lattice(pol_splitter *split, const pol_split_traits *traits, size_t count,
                             pol_split_lattice *ret)
{
    *ret = (pol_split_lattice){traits, count,
                               pol_arena_array(split->arena, count + 1, sizeof *ret->scores),
                               pol_arena_array(split->arena, count + 1, sizeof *ret->from),
                               pol_arena_array(split->arena, count + 1, sizeof *ret->allowed)};
    if (!ret->scores || !ret->from || !ret->allowed) {
        pol_splitter_refused(split, (count + 1) * sizeof *ret->scores);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        score_line(traits, count, i, ret->scores[i]);
        ret->allowed[i] = ALL;
    }
    return true;
}

bool pol_split_read_lattice(const pol_split_lattice *lattice, uint8_t *places, int64_t *ret_score)
{
    int64_t rows[2][POL_PLACE_COUNT];
    size_t count = lattice->count;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            step(rows[(i - 1) % 2], lattice->scores[i], blanks_of(&lattice->traits[i]),
                 lattice->allowed[i], rows[i % 2], lattice->from[i]);
        for (int place = 0; i == 0 && place < POL_PLACE_COUNT; place++)
            rows[0][place] =
                (FIRST & lattice->allowed[0]) >> place & 1 ? lattice->scores[0][place] : never;
    }
    int place = -1;
    const int64_t *last = rows[(count + 1) % 2];
    for (int i = 0; count > 0 && i < POL_PLACE_COUNT; i++)
        if (LAST >> i & 1 && last[i] > never && (place < 0 || last[i] > last[place]))
            place = i;
    if (place < 0)
        return false;
    *ret_score = last[place];
    for (size_t i = count; i-- > 0; place = lattice->from[i][place])
        places[i] = (uint8_t)place;
    return true;
}

/* ---- lines that are alike are of one kind ---- */

typedef struct member {
    uint64_t group;
    uint32_t row;
} member;

static int compare_members(const void *a, const void *b)
{
    const member *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* What the lines of a group may be: no headings, headings over their texts, or with them. */
static const uint16_t kinds[] = {ALL & ~HEADS, HEAD | TITLED, START | TITLED_START};
enum { KINDS = sizeof kinds / sizeof *kinds };

static int kind_of(uint8_t place)
{
    return kinds[1] >> place & 1 ? 1 : kinds[2] >> place & 1 ? 2 : 0;
}

static void allow_group(pol_split_lattice *lattice, const member *members, size_t count, int kind)
{
    for (size_t i = 0; i < count; i++)
        lattice->allowed[members[i].row] = kinds[kind];
}

/* Where the lines of a group are not of one kind, the likeliest kind for all, if that costs no more
 * than their unlikeness is worth. */
static bool settle_group(pol_split_lattice *lattice, const member *members, size_t count,
                         uint8_t *places, uint8_t *other, int64_t *score)
{
    size_t found[KINDS] = {0};
    int64_t scores[KINDS];
    uint16_t before[GROUP_MAX];
    int best = 0;
    int64_t unlike = UNLIKE;
    if (count > GROUP_MAX)
        return false;
    for (size_t i = 0; i < count; i++) {
        found[kind_of(places[members[i].row])]++;
        before[i] = lattice->allowed[members[i].row];
    }
    for (int kind = 0; kind < KINDS; kind++)
        if (found[kind] == count)
            return false;
    for (int kind = 0; kind < KINDS; kind++) {
        allow_group(lattice, members, count, kind);
        if (found[kind] == 0 || !pol_split_read_lattice(lattice, other, &scores[kind]))
            scores[kind] = never;
        best = scores[kind] > scores[best] ? kind : best;
    }
    allow_group(lattice, members, count, best);
    if (scores[best] > never && *score - scores[best] < unlike * (int64_t)(count - found[best]) &&
        pol_split_read_lattice(lattice, places, score))
        return true;
    for (size_t i = 0; i < count; i++)
        lattice->allowed[members[i].row] = before[i];
    return true;
}

static member *sort_members(const pol_split_lattice *lattice, int kind, member *members)
{
    for (size_t i = 0; i < lattice->count; i++)
        members[i] = (member){lattice->traits[i].groups[kind], (uint32_t)i};
    qsort(members, lattice->count, sizeof *members, compare_members);
    return members;
}

static size_t end_of_group(const pol_split_lattice *lattice, const member *members, size_t from)
{
    size_t end = from;
    while (end < lattice->count && members[end].group == members[from].group)
        end++;
    return end;
}

bool pol_split_settle_groups(pol_splitter *split, pol_split_lattice *lattice, uint8_t *places,
                             int64_t *score)
{
    size_t count = lattice->count, budget = ROWS_MAX;
    member *members = pol_arena_array(split->arena, count + 1, sizeof *members);
    uint8_t *other = pol_arena_array(split->arena, count + 1, 1);
    if (!members || !other) {
        pol_splitter_refused(split, (count + 1) * sizeof *members);
        return false;
    }
    for (int kind = 0; kind < POL_GROUPS; kind++) {
        sort_members(lattice, kind, members);
        for (size_t i = 0, end; i < count; i = end) {
            end = end_of_group(lattice, members, i);
            if (members[i].group && end - i >= GROUP_LEAST && budget >= 4 * count &&
                settle_group(lattice, &members[i], end - i, places, other, score))
                budget -= 4 * count;
        }
    }
    return true;
}

int64_t pol_split_weigh_unlike(pol_splitter *split, const pol_split_lattice *lattice,
                               const uint8_t *places)
{
    int64_t unlike = 0;
    member *members = pol_arena_array(split->arena, lattice->count + 1, sizeof *members);
    if (!members) {
        pol_splitter_refused(split, (lattice->count + 1) * sizeof *members);
        return 0;
    }
    for (int kind = 0; kind < POL_GROUPS; kind++) {
        sort_members(lattice, kind, members);
        for (size_t i = 0, end; i < lattice->count; i = end) {
            size_t found[KINDS] = {0}, most = 0;
            end = end_of_group(lattice, members, i);
            for (size_t k = i; k < end; k++)
                found[kind_of(places[members[k].row])]++;
            for (int k = 0; k < KINDS; k++)
                most = found[k] > most ? found[k] : most;
            if (members[i].group && end - i >= GROUP_LEAST && end - i <= GROUP_MAX)
                unlike += (int64_t)(end - i - most);
        }
    }
    return unlike * UNLIKE;
}
