/* evidence.c - traits that a whole file gives a line: what stands between it and the next
 * line that counts or looks like it (who moves, what was decided, how texts open), and whether the
 * same words stand elsewhere, as they do in a list of contents. */
#include "document/split/model.h"

enum {
    E_ZONE = POL_TRAIT_EVIDENCE, /* 8 of lines that count with it, 8 of those that look like it */
    E_ZONES = 8,
    E_TITLE = E_ZONE + 2 * E_ZONES, /* 4 */
    E_WORDS = E_TITLE + 4,          /* 2 */
    KINDS = 2,
    SLOTS = 2048,
    PROBES = 12
};

/* What lines are, summed up from the first on. */
typedef struct sums {
    uint32_t decisions, movers, openers, prose, edits;
} sums;

typedef struct group {
    uint64_t key;
    uint32_t last, lines, zones;
    uint32_t with_decision, with_mover, with_opener, with_prose, one_opener, with_edit;
} group;

static void put_if(pol_split_traits *traits, unsigned bit, bool holds)
{
    if (holds)
        traits->bits[bit / 64] |= 1ull << (bit % 64);
}

static group *find_group(group *all, uint64_t key)
{
    for (size_t i = 0, at = key % SLOTS; i < PROBES; i++, at = (at + 1) % SLOTS)
        if (all[at].key == key || all[at].key == 0) {
            all[at].key = key;
            return &all[at];
        }
    return NULL;
}

static sums *add_up(pol_splitter *split, const pol_split_traits *traits, size_t count)
{
    sums *all = pol_arena_array(split->arena, count + 1, sizeof *all);
    for (size_t i = 0; all && i < count; i++) {
        uint32_t look = pol_split_look(split, traits[i].line);
        all[i + 1] = all[i];
        all[i + 1].decisions += (look & POL_LOOK_DECISION) != 0;
        all[i + 1].movers += (look & POL_LOOK_MOVER) != 0;
        all[i + 1].openers += look & (POL_LOOK_OPENER | POL_LOOK_LOOSE) && !(look & POL_LOOK_POINT);
        all[i + 1].prose += (look & POL_LOOK_PROSE) != 0;
        all[i + 1].edits += (look & POL_LOOK_EDIT) != 0;
    }
    return all;
}

/* The lines from the group's last one up to before `end`. */
static void close_zone(group *own, const sums *all, size_t end)
{
    const sums *from = &all[own->last], *to = &all[end], *behind = &all[own->last + 1];
    own->zones++;
    own->with_decision += to->decisions > behind->decisions;
    own->with_mover += to->movers > from->movers;
    own->with_opener += to->openers > from->openers;
    own->one_opener += to->openers == from->openers + 1;
    own->with_prose += to->prose > behind->prose;
    own->with_edit += to->edits > from->edits;
}

static void put_zones(group *own, unsigned first, pol_split_traits *traits)
{
    uint32_t n = own->zones;
    if (own->lines < 3 || n == 0)
        return;
    put_if(traits, first + 0, own->with_decision * 10 >= n * 6);
    put_if(traits, first + 1, own->with_mover * 10 >= n * 6);
    put_if(traits, first + 2, own->with_opener * 10 >= n * 6);
    put_if(traits, first + 3, own->one_opener * 10 >= n * 6);
    put_if(traits, first + 4, own->with_prose * 10 >= n * 8);
    put_if(traits, first + 5, own->with_opener * 10 <= n);
    put_if(traits, first + 6, own->with_prose * 10 <= n * 3);
    put_if(traits, first + 7, own->with_edit * 10 >= n * 3);
}

static void find_zones(pol_splitter *split, pol_split_traits *traits, size_t count, int kind,
                       const sums *all)
{
    enum { LAST_ZONE = 40 };
    group *groups = pol_arena_array(split->arena, SLOTS, sizeof *groups);
    if (!groups) {
        pol_splitter_refused(split, SLOTS * sizeof *groups);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        uint64_t key = traits[i].groups[kind];
        group *own = key ? find_group(groups, key) : NULL;
        if (!own)
            continue;
        if (own->lines++ > 0)
            close_zone(own, all, i);
        own->last = (uint32_t)i;
    }
    for (size_t i = 0; i < SLOTS; i++)
        if (groups[i].lines > 0)
            close_zone(&groups[i], all,
                       count < groups[i].last + LAST_ZONE ? count : groups[i].last + LAST_ZONE);
    for (size_t i = 0; i < count; i++) {
        uint64_t key = traits[i].groups[kind];
        group *own = key ? find_group(groups, key) : NULL;
        if (own && own->key == key)
            put_zones(own, E_ZONE + (unsigned)kind * E_ZONES, &traits[i]);
    }
}

/* ---- words that stand elsewhere, too ---- */

/* The words of a short line but for its numbers; 0 for few letters. */
static uint64_t title_key(pol_span text)
{
    enum { BYTES = 160, WORDS = 14, LETTERS = 9 };
    uint64_t key = 1469598103934665603ull;
    size_t letters = 0, words = 0;
    pol_span word;
    if (text.size > BYTES)
        return 0;
    while ((word = pol_word_next(&text)).data) {
        if ((word.data[0] >= '0' && word.data[0] <= '9') ||
            pol_word_is_any(word, "motion motions resolution page no number composite"))
            continue;
        for (size_t i = 0; i < word.size; i++)
            key = (key ^ ((unsigned char)word.data[i] | 0x20u)) * 1099511628211ull;
        key = (key ^ ' ') * 1099511628211ull;
        letters += word.size;
        words++;
    }
    return letters < LETTERS || words > WORDS ? 0 : (key ^ key >> 29) | 1;
}

typedef struct title {
    uint64_t key;
    uint32_t lines, seen;
} title;

static title *find_title(title *all, size_t slots, uint64_t key)
{
    for (size_t i = 0, at = key % slots; i < PROBES; i++, at = (at + 1) % slots)
        if (all[at].key == key || all[at].key == 0) {
            all[at].key = key;
            return &all[at];
        }
    return NULL;
}

static void find_titles(pol_splitter *split, pol_split_traits *traits, size_t count)
{
    size_t slots = 2 * count + 16;
    title *all = pol_arena_array(split->arena, slots, sizeof *all);
    if (!all) {
        pol_splitter_refused(split, slots * sizeof *all);
        return;
    }
    for (int is_second = 0; is_second < 2; is_second++)
        for (size_t i = 0; i < count; i++) {
            uint64_t key = title_key(split->text->lines[traits[i].line].text);
            title *own = key ? find_title(all, slots, key) : NULL;
            if (!own || own->key != key)
                continue;
            own->lines += !is_second;
            if (!is_second)
                continue;
            own->seen++;
            put_if(&traits[i], E_TITLE + 0, own->lines == 2 && own->seen == 1);
            put_if(&traits[i], E_TITLE + 1, own->lines == 2 && own->seen == 2);
            put_if(&traits[i], E_TITLE + 2, own->lines > 2);
        }
}

/* "3. Urge the Government to", "Instruct the Committee": a sentence that directs from its first
 * word on. */
static void put_words(pol_span text, pol_split_traits *traits)
{
    static const char directs[] =
        "call urge instruct encourage receive thank regret welcome direct approve authorise "
        "request "
        "ask commend invite appoint affirm reaffirm endorse condemn demand deplore recognise adopt "
        "express resolve agree note declare require campaign oppose support amend seek";
    pol_span rest = text, word = pol_word_next(&rest);
    bool has_number = word.data && word.data[0] >= '0' && word.data[0] <= '9';
    if (has_number)
        word = pol_word_next(&rest);
    bool is_it = pol_word_is_capital(word) && pol_word_is_any(word, directs) && rest.size > 0;
    put_if(traits, E_WORDS + 0, is_it && has_number);
    put_if(traits, E_WORDS + 1, is_it && !has_number);
}

void pol_split_put_evidence(pol_splitter *split, pol_split_traits *traits, size_t count)
{
    const sums *all = add_up(split, traits, count);
    if (!all) {
        pol_splitter_refused(split, (count + 1) * sizeof *all);
        return;
    }
    for (int kind = 0; kind < KINDS; kind++)
        find_zones(split, traits, count, kind, all);
    find_titles(split, traits, count);
    for (size_t i = 0; i < count; i++)
        put_words(split->text->lines[traits[i].line].text, &traits[i]);
}
