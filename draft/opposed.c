/* opposed.c - see opposed.h. */
#include "draft/opposed.h"

#include <stdlib.h>

enum { SLOT_BITS = 13, SLOTS = 1 << SLOT_BITS, PHRASE_BYTES_MAX = 64 };

struct pol_opposed_table {
    pol_opposed slots[SLOTS];
    size_t count;
};

static size_t slot_of(const pol_opposed_table *table, uint64_t key)
{
    size_t at = (size_t)(key * 0x9E3779B97F4A7C15u >> (64 - SLOT_BITS));
    while (table->slots[at].key && table->slots[at].key != key)
        at = (at + 1) % SLOTS;
    return at;
}

const pol_opposed *pol_opposed_find(const pol_opposed_table *table, uint64_t key)
{
    const pol_opposed *found = &table->slots[slot_of(table, key)];
    return found->key ? found : NULL;
}

static void add_place(pol_opposed_table *table, uint64_t key, uint16_t place)
{
    pol_opposed *slot = &table->slots[slot_of(table, key)];
    if (!slot->key && table->count >= SLOTS / 2)
        return;
    table->count += slot->key == 0;
    slot->key = key;
    for (size_t i = 0; i < slot->count; i++)
        if (slot->places[i] == place)
            return;
    if (slot->count < POL_OPPOSED_PLACES)
        slot->places[slot->count++] = place;
}

/* One side of a row, spaces between phrases, "_" within them. */
static void add_words(pol_opposed_table *table, pol_analyser *analyser, const pol_lexicon *lexicon,
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
            while (pol_analyser_next(analyser, &token))
                key = pol_phrase_key(key, pol_lexicon_base(lexicon, token.stem));
            add_place(table, key, place);
        }
        rest += size;
        rest += strspn(rest, " ");
    }
}

pol_status pol_opposed_table_new(pol_analyser *analyser, const pol_lexicon *lexicon,
                                 pol_opposed_table **ret_table, pol_error *reterr)
{
    pol_opposed_table *table = calloc(1, sizeof *table);
    *ret_table = table;
    if (!table)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing words");
    const pol_opposed_list lists[] = {pol_opposed_verbs, pol_opposed_others, pol_opposed_nouns};
    uint16_t place = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t j = 0; j < lists[i].count && place < 2 * POL_OPPOSED_ROWS_MAX; j++) {
            add_words(table, analyser, lexicon, lists[i].rows[j].one, place++);
            add_words(table, analyser, lexicon, lists[i].rows[j].other, place++);
        }
    return POL_OK;
}

void pol_opposed_table_free(pol_opposed_table *table)
{
    free(table);
}
