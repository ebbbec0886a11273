/* lexicon.c - see lexicon.h. A hash table over all phrases of the two tables. */
#include "draft/lexicon.h"

#include <stdlib.h>

#include "draft/cues.h"
#include "draft/key_filter.h"

enum {
    SLOT_BITS = 14,
    SLOTS = 1 << SLOT_BITS,
    PHRASE_BYTES_MAX = 128,
    FORM_SLOTS = 1 << 10,
    FORM_BYTES = 24, /* of a stem in the table of forms */
    CUE_SLOTS = 1 << 10,
    MET_BITS = 17,  /* of a key, by which most that the tables have not are told apart */
    BEGUN_BITS = 16 /* likewise of what goes on */
};

typedef struct cue_slot {
    uint64_t key; /* of its word; 0: a free slot */
    unsigned cues;
} cue_slot;

typedef struct form {
    uint64_t key; /* of its stem; 0: a free slot */
    char base[FORM_BYTES];
} form;

struct pol_lexicon {
    pol_lexeme slots[SLOTS];
    size_t count;
    form forms[FORM_SLOTS];
    size_t form_count;
    cue_slot cues[CUE_SLOTS];
    size_t cue_count;
    POL_KEY_FILTER(met, MET_BITS);     /* asked before the slots */
    POL_KEY_FILTER(begun, BEGUN_BITS); /* keys of what phrases begin with */
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

bool pol_lexicon_goes_on(const pol_lexicon *lexicon, uint64_t key)
{
    return pol_key_filter_may_have(lexicon->begun, BEGUN_BITS, key);
}

const pol_lexeme *pol_lexicon_find(const pol_lexicon *lexicon, uint64_t key)
{
    if (!pol_key_filter_may_have(lexicon->met, MET_BITS, key))
        return NULL;
    size_t at = home_of(key);
    while (lexicon->slots[at].key && lexicon->slots[at].key != key)
        at = (at + 1) % SLOTS;
    return lexicon->slots[at].key ? &lexicon->slots[at] : NULL;
}

/* --- irregular forms -------------------------------------------------------------- */

static size_t form_slot(const pol_lexicon *lexicon, uint64_t key)
{
    size_t at = home_of(key) % FORM_SLOTS;
    while (lexicon->forms[at].key && lexicon->forms[at].key != key)
        at = (at + 1) % FORM_SLOTS;
    return at;
}

pol_span pol_lexicon_base(const pol_lexicon *lexicon, pol_span stem)
{
    const form *found = &lexicon->forms[form_slot(lexicon, pol_phrase_key(POL_PHRASE_KEY, stem))];
    return found->key ? pol_span_of(found->base) : stem;
}

static void add_forms(pol_lexicon *lexicon, pol_analyser *analyser, const char *row)
{
    pol_token token;
    char base[FORM_BYTES] = "";
    pol_analyser_begin(analyser, pol_span_of(row));
    while (pol_analyser_next(analyser, &token)) {
        if (!*base) {
            if (token.stem.size >= sizeof base)
                return;
            memcpy(base, token.stem.data, token.stem.size);
            continue;
        }
        uint64_t key = pol_phrase_key(POL_PHRASE_KEY, token.stem);
        form *slot = &lexicon->forms[form_slot(lexicon, key)];
        if (slot->key || lexicon->form_count >= FORM_SLOTS / 2)
            continue;
        slot->key = key;
        memcpy(slot->base, base, sizeof base);
        lexicon->form_count++;
    }
}

/* --- cues ------------------------------------------------------------------------- */

static size_t cue_place(const pol_lexicon *lexicon, uint64_t key)
{
    size_t at = home_of(key) % CUE_SLOTS;
    while (lexicon->cues[at].key && lexicon->cues[at].key != key)
        at = (at + 1) % CUE_SLOTS;
    return at;
}

unsigned pol_lexicon_cues(const pol_lexicon *lexicon, pol_span word, pol_span next)
{
    uint64_t key = pol_phrase_key(POL_PHRASE_KEY, word);
    unsigned cues = lexicon->cues[cue_place(lexicon, key)].cues;
    if (next.size)
        cues |= lexicon->cues[cue_place(lexicon, pol_phrase_key(key, next))].cues;
    return cues;
}

static void add_cues(pol_lexicon *lexicon, const pol_cue_row *row)
{
    for (const char *rest = row->words; *rest;) {
        size_t size = strcspn(rest, " ");
        size_t first = strcspn(rest, " _");
        uint64_t key = pol_phrase_key(POL_PHRASE_KEY, pol_span_make(rest, first));
        if (first < size) {
            pol_key_filter_add(lexicon->begun, BEGUN_BITS, key);
            key = pol_phrase_key(key, pol_span_make(rest + first + 1, size - first - 1));
        }
        cue_slot *slot = &lexicon->cues[cue_place(lexicon, key)];
        if (slot->key || lexicon->cue_count < CUE_SLOTS / 2) {
            lexicon->cue_count += slot->key == 0;
            slot->key = key;
            slot->cues |= row->cues;
        }
        rest += size;
        rest += strspn(rest, " ");
    }
}

/* --- phrases ---------------------------------------------------------------------- */

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
    pol_key_filter_add(lexicon->met, MET_BITS, lexeme.key);
    lexicon->count++;
}

/* The words of a row, spaces between phrases, "_" within them. */
static void add_words(pol_lexicon *lexicon, pol_analyser *analyser, const char *words,
                      pol_lexeme lexeme)
{
    pol_token token;
    char buffer[PHRASE_BYTES_MAX];
    for (const char *rest = words; *rest;) {
        size_t size = strcspn(rest, " ");
        if (size < sizeof buffer) {
            for (size_t i = 0; i < size; i++)
                buffer[i] = (char)(rest[i] == '_' ? ' ' : rest[i]);
            lexeme.key = POL_PHRASE_KEY;
            pol_analyser_begin(analyser, pol_span_make(buffer, size));
            while (pol_analyser_next(analyser, &token)) {
                pol_key_filter_add(lexicon->begun, BEGUN_BITS, lexeme.key);
                lexeme.key = pol_phrase_key(lexeme.key, pol_lexicon_base(lexicon, token.stem));
            }
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
    for (size_t i = 0; i < pol_irregular_count; i++)
        add_forms(lexicon, analyser, pol_irregular_forms[i]);
    for (size_t i = 0; i < pol_cue_count; i++)
        add_cues(lexicon, &pol_cue_rows[i]);
    add_rows(lexicon, analyser, pol_opposites, pol_opposite_count, first);
    add_rows(lexicon, analyser, pol_equivalents, pol_equivalent_count,
             first + 2 * (uint32_t)pol_opposite_count);
    return POL_OK;
}

void pol_lexicon_free(pol_lexicon *lexicon)
{
    free(lexicon);
}
