/* row_table.c - see row_table.h. */
#include "draft/row_table.h"

#include <stdlib.h>

#include "draft/key_filter.h"

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
    POL_KEY_FILTER(met, MET_BITS);     /* asked before the slots */
    POL_KEY_FILTER(begun, BEGUN_BITS); /* keys of what phrases begin with */
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

const pol_row_places *pol_row_table_find(const pol_row_table *table, uint64_t key)
{
    if (!pol_key_filter_may_have(table->met, MET_BITS, key))
        return NULL;
    const pol_row_places *found = &table->slots[slot_of(table, key)];
    return found->key ? found : NULL;
}

bool pol_row_table_goes_on(const pol_row_table *table, uint64_t key)
{
    return pol_key_filter_may_have(table->begun, BEGUN_BITS, key);
}

static void add_place(pol_row_table *table, uint64_t key, uint16_t place)
{
    pol_row_places *slot = &table->slots[slot_of(table, key)];
    if (!slot->key && table->count >= SLOTS / 4 * 3)
        return;
    table->count += slot->key == 0;
    slot->key = key;
    pol_key_filter_add(table->met, MET_BITS, key);
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
                pol_key_filter_add(table->begun, BEGUN_BITS, key);
                key = pol_phrase_key(key, pol_lexicon_base(lexicon, token.stem));
            }
            add_place(table, key, place);
        }
        rest += size;
        rest += strspn(rest, " ");
    }
}
