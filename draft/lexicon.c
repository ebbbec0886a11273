/* lexicon.c - see lexicon.h. A hash table over all phrases of the two tables. */
#include "draft/lexicon.h"

#include <stdlib.h>

enum { SLOT_BITS = 13, SLOTS = 1 << SLOT_BITS, ROW_BYTES_MAX = 2048 };

struct pol_lexicon {
    pol_lexeme slots[SLOTS];
    size_t count;
};

uint64_t pol_phrase_key(uint64_t key, pol_span stem)
{
    for (size_t i = 0; i < stem.size; i++)
        key = (key ^ (uint8_t)stem.data[i]) * 0x100000001b3u;
    return (key ^ ' ') * 0x100000001b3u;
}

static size_t home_of(uint64_t key)
{
    return (size_t)(key * 0x9E3779B97F4A7C15u >> (64 - SLOT_BITS));
}

const pol_lexeme *pol_lexicon_find(const pol_lexicon *lexicon, uint64_t key)
{
    size_t at = home_of(key);
    while (lexicon->slots[at].key && lexicon->slots[at].key != key)
        at = (at + 1) % SLOTS;
    return lexicon->slots[at].key ? &lexicon->slots[at] : NULL;
}

/* The first row that has a word holds; the table is never filled beyond a half. */
static void add_lexeme(pol_lexicon *lexicon, pol_lexeme lexeme)
{
    if (lexicon->count >= SLOTS / 2)
        return;
    size_t at = home_of(lexeme.key);
    while (lexicon->slots[at].key) {
        if (lexicon->slots[at].key == lexeme.key)
            return;
        at = (at + 1) % SLOTS;
    }
    lexicon->slots[at] = lexeme;
    lexicon->count++;
}

/* The words of a row, spaces between phrases, "_" within them. */
static void add_words(pol_lexicon *lexicon, pol_analyser *analyser, const char *words,
                      pol_lexeme lexeme)
{
    pol_token token;
    char buffer[ROW_BYTES_MAX];
    for (const char *rest = words; *rest;) {
        size_t size = strcspn(rest, " ");
        if (size < sizeof buffer) {
            for (size_t i = 0; i < size; i++)
                buffer[i] = (char)(rest[i] == '_' ? ' ' : rest[i]);
            lexeme.key = POL_PHRASE_KEY;
            pol_analyser_begin(analyser, pol_span_make(buffer, size));
            while (pol_analyser_next(analyser, &token))
                lexeme.key = pol_phrase_key(lexeme.key, token.stem);
            add_lexeme(lexicon, lexeme);
        }
        rest += size;
        rest += strspn(rest, " ");
    }
}

/* Odd numbers for the words of rows, even ones for their opposites: see pol_unit.concept. */
static void add_rows(pol_lexicon *lexicon, pol_analyser *analyser, const pol_lexicon_row *rows,
                     size_t count, uint32_t first)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t concept = first + 2 * (uint32_t)i, opposite = rows[i].opposites ? concept + 1 : 0;
        pol_lexeme lexeme = {
            .concept = concept, .opposite = opposite, .role = (uint8_t)rows[i].role};
        add_words(lexicon, analyser, rows[i].words, lexeme);
        if (!rows[i].opposites)
            continue;
        lexeme.concept = opposite;
        lexeme.opposite = concept;
        add_words(lexicon, analyser, rows[i].opposites, lexeme);
    }
}

pol_status pol_lexicon_new(pol_analyser *analyser, pol_lexicon **ret_lexicon, pol_error *reterr)
{
    pol_lexicon *lexicon = calloc(1, sizeof *lexicon);
    *ret_lexicon = lexicon;
    if (!lexicon)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing words");
    uint32_t first = 1;
    add_rows(lexicon, analyser, pol_opposites, pol_opposite_count, first);
    add_rows(lexicon, analyser, pol_equivalents, pol_equivalent_count,
             first + 2 * (uint32_t)pol_opposite_count);
    return POL_OK;
}

void pol_lexicon_free(pol_lexicon *lexicon)
{
    free(lexicon);
}
