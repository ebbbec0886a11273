/* row_table.c - see row_table.h. */
#include "draft/row_table.h"

#include <stdlib.h>

enum {
    SLOT_BITS = 13,
    SLOTS = 1 << SLOT_BITS,
    PHRASE_BYTES_MAX = 64,
    MET_BITS = 17,  /* of a key, by which most that no row has are told apart */
    BEGUN_BITS = 15 /* likewise of what goes on */
};

struct pol_row_table {
    pol_row_places slots[SLOTS];
    size_t count;
    uint64_t met[(1 << MET_BITS) / 64];     /* slots are far more to read: asked first */
    uint64_t begun[(1 << BEGUN_BITS) / 64]; /* keys of what phrases begin with */
};

pol_row_table *pol_row_table_new(void)
{
    return calloc(1, sizeof(pol_row_table));
}

void pol_row_table_free(pol_row_table *table)
{
    free(table);
}

static size_t slot_of(const pol_row_table *table, uint64_t key)
{
    size_t at = (size_t)(key * 0x9E3779B97F4A7C15u >> (64 - SLOT_BITS));
    while (table->slots[at].key && table->slots[at].key != key)
        at = (at + 1) % SLOTS;
    return at;
}

static size_t met_bit(uint64_t key)
{
    return (size_t)(key * 0x9E3779B97F4A7C15u >> (64 - MET_BITS));
}

const pol_row_places *pol_row_table_find(const pol_row_table *table, uint64_t key)
{
    size_t bit = met_bit(key);
    if (!(table->met[bit / 64] >> (bit % 64) & 1))
        return NULL;
    const pol_row_places *found = &table->slots[slot_of(table, key)];
    return found->key ? found : NULL;
}

static size_t begun_bit(uint64_t key)
{
    return (size_t)(key * 0x9E3779B97F4A7C15u >> (64 - BEGUN_BITS));
}

bool pol_row_table_goes_on(const pol_row_table *table, uint64_t key)
{
    size_t bit = begun_bit(key);
    return table->begun[bit / 64] >> (bit % 64) & 1;
}

static void begin_phrase(pol_row_table *table, uint64_t key)
{
    table->begun[begun_bit(key) / 64] |= (uint64_t)1 << (begun_bit(key) % 64);
}

static void add_place(pol_row_table *table, uint64_t key, uint16_t place)
{
    pol_row_places *slot = &table->slots[slot_of(table, key)];
    if (!slot->key && table->count >= SLOTS / 4 * 3)
        return;
    table->count += slot->key == 0;
    slot->key = key;
    table->met[met_bit(key) / 64] |= (uint64_t)1 << (met_bit(key) % 64);
    for (size_t i = 0; i < slot->count; i++)
        if (slot->places[i] == place)
            return;
    if (slot->count < POL_ROW_PLACES)
        slot->places[slot->count++] = place;
}

void pol_row_table_add(pol_row_table *table, pol_analyser *analyser, const pol_lexicon *lexicon,
                       const char *words, uint16_t place)
{
    pol_token token;
    char buffer[PHRASE_BYTES_MAX];
    for (const char *rest = words; *rest;) {
        size_t size = strcspn(rest, " ");
        if (size < sizeof buffer) {
            uint64_t key = POL_PHRASE_KEY;
            for (size_t i = 0; i < size; i++)
                buffer[i] = (char)(rest[i] == '_' ? ' ' : rest[i]);
            pol_analyser_begin(analyser, pol_span_make(buffer, size));
            while (pol_analyser_next(analyser, &token)) {
                begin_phrase(table, key);
                key = pol_phrase_key(key, pol_lexicon_base(lexicon, token.stem));
            }
            add_place(table, key, place);
        }
        rest += size;
        rest += strspn(rest, " ");
    }
}
