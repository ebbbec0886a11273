/* slots.c - the headings of a file to what stands at each place of most of them: names that
 * return, numbers that grow, titles that the texts are about.
 */
#include "document/split/pieces.h"

enum { OFFSETS = 8, PIECES = 4, FIRSTS = 4 };

typedef struct place_slot {
    uint32_t count, bodies, names, decisions, about, loud, small, labels, numbers, growing, again,
        same, words;
    uint64_t seen[8], last_hash;
    uint32_t last_value;
} place_slot;

typedef struct first_slot {
    uint32_t count, same, numbers, growing, last_value;
    uint64_t last_hash;
} first_slot;

struct pol_split_slots {
    uint32_t items[2];
    place_slot slots[POL_SPLIT_SLOTS];
    first_slot firsts[2][FIRSTS];
};

static uint64_t hash_of(pol_span text)
{
    uint64_t hash = 1469598103934665603ull;
    for (size_t i = 0; i < text.size; i++)
        hash = (hash ^ ((unsigned char)text.data[i] | 0x20u)) * 1099511628211ull;
    return hash ^ hash >> 31;
}

static uint32_t value_of(pol_span text)
{
    uint32_t value = 0;
    for (size_t i = 0; i < text.size && value < 100000000; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            value = value * 10 + (uint32_t)(text.data[i] - '0');
    return value;
}

static bool has_digit(pol_span text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

static void note_piece(pol_splitter *split, const pol_split_item *item, const pol_split_piece *own,
                       const pol_split_word *words, place_slot *slot)
{
    uint64_t hash = hash_of(own->text), bit = hash % 512;
    pol_span first = words[own->first].text;
    uint32_t value = value_of(first);
    slot->count++;
    slot->bodies += pol_split_is_body_piece(own->text);
    slot->names += pol_split_name_signs(own->text) > 0;
    slot->decisions += pol_split_is_decision(own->text);
    slot->about += pol_split_piece_is_about(split, item, own);
    slot->loud += pol_word_is_upper(pol_word_last(own->text));
    slot->small += first.data[0] >= 'a' && first.data[0] <= 'z';
    slot->labels += own->after == POL_GAP_COLON;
    slot->numbers += has_digit(first);
    slot->growing += slot->count > 1 && value > slot->last_value;
    slot->again += slot->seen[bit / 64] >> (bit % 64) & 1;
    slot->same += slot->count > 1 && slot->last_hash == hash;
    slot->words += (uint32_t)(own->end - own->first);
    slot->seen[bit / 64] |= 1ull << (bit % 64);
    slot->last_hash = hash;
    slot->last_value = value;
}

static void note_first(pol_span text, first_slot *slot)
{
    uint64_t hash = hash_of(text);
    uint32_t value = value_of(text);
    slot->count++;
    slot->same += slot->count > 1 && slot->last_hash == hash;
    slot->numbers += has_digit(text);
    slot->growing += slot->count > 1 && value > slot->last_value;
    slot->last_hash = hash;
    slot->last_value = value;
}

static unsigned clip_offset(int offset)
{
    return (unsigned)((offset < -3 ? -3 : offset > OFFSETS - 4 ? OFFSETS - 4 : offset) + 3);
}

static unsigned slot_of(const pol_split_item *item, const pol_split_piece *own)
{
    unsigned index = own->index < PIECES ? own->index : PIECES - 1;
    return ((item->kind == POL_KIND_AMENDMENT) * OFFSETS + clip_offset(own->offset)) * PIECES +
           index;
}

pol_split_slots *pol_split_find_slots(pol_splitter *split, const pol_split_items *items,
                                      const bool *is_furniture)
{
    pol_split_word words[POL_SPLIT_WORDS_MAX];
    pol_split_piece pieces[POL_SPLIT_PIECES_MAX];
    pol_split_slots *slots = pol_arena_array(split->arena, 1, sizeof *slots);
    if (!slots) {
        pol_splitter_refused(split, sizeof *slots);
        return NULL;
    }
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        bool is_amendment = item->kind == POL_KIND_AMENDMENT;
        size_t count;
        if (item->text == 0)
            continue;
        size_t found = pol_split_find_pieces(split, is_furniture, item, words, &count, pieces);
        slots->items[is_amendment]++;
        for (size_t k = 0; k < found; k++) {
            note_piece(split, item, &pieces[k], words, &slots->slots[slot_of(item, &pieces[k])]);
            for (size_t at = pieces[k].first; at < pieces[k].end && pieces[k].offset == 0; at++)
                if (at - pieces[k].first < FIRSTS && pieces[k].index == 0)
                    note_first(words[at].text, &slots->firsts[is_amendment][at - pieces[k].first]);
        }
    }
    return slots;
}

static uint32_t judge_place(const pol_split_slots *slots, const place_slot *slot, bool is_amendment)
{
    uint32_t n = slot->count, all = slots->items[is_amendment], bits = 0;
    if (n < 2)
        return 0;
    const bool holds[] = {n * 10 >= all * 8,
                          n * 10 >= all * 4,
                          n * 10 < all * 2,
                          slot->bodies * 10 >= n * 6,
                          slot->bodies * 10 >= n * 2,
                          slot->names * 10 >= n * 6,
                          slot->decisions * 10 >= n * 3,
                          slot->about * 10 >= n * 6,
                          slot->about * 10 <= n * 2,
                          slot->again * 10 >= n * 3,
                          slot->again * 10 >= n * 7,
                          slot->same * 10 >= n * 6,
                          slot->labels * 10 >= n * 5,
                          slot->numbers * 10 >= n * 6,
                          slot->growing * 10 >= (n - 1) * 7,
                          slot->words * 2 <= n * 3,
                          slot->words <= n * 4,
                          slot->words > n * 8,
                          slot->loud * 10 >= n * 6,
                          slot->small * 10 >= n * 5};
    for (unsigned i = 0; i < sizeof holds / sizeof *holds; i++)
        bits |= (uint32_t)holds[i] << i;
    return bits;
}

static uint32_t judge_first(const first_slot *slot)
{
    if (slot->count < 2)
        return 0;
    return (uint32_t)(slot->same * 10 >= (slot->count - 1) * 6) << 20 |
           (uint32_t)(slot->numbers * 10 >= slot->count * 6) << 21 |
           (uint32_t)(slot->growing * 10 >= (slot->count - 1) * 7) << 22;
}

uint32_t pol_split_slot_bits(const pol_split_slots *slots, const pol_split_item *item,
                             const pol_split_piece *own, size_t at)
{
    bool is_amendment = item->kind == POL_KIND_AMENDMENT;
    uint32_t bits = judge_place(slots, &slots->slots[slot_of(item, own)], is_amendment);
    if (own->offset == 0 && own->index == 0 && at - own->first < FIRSTS)
        bits |= judge_first(&slots->firsts[is_amendment][at - own->first]);
    return bits;
}
