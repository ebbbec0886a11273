/* words.c - see words.h. */
#include "draft/similar/words.h"

#include <math.h>
#include <stdlib.h>

#include "core/schema.h"
#include "draft/formulas.h"

#define FORMULA_RATIO 0.1F

enum {
    MEMO_SLOTS = 1 << 15,
    MEMO_WORDS_MAX = MEMO_SLOTS / 2 /* others are looked up each time */
};

/* What is known of an exact word. */
typedef struct memo_slot {
    uint64_t word; /* its hash; 0: free */
    uint64_t stem;
    float weight;
    bool is_guess;
} memo_slot;

struct pol_similar_words {
    pol_index *index;
    double passages;
    float guess; /* 0: none is made */
    size_t known;
    memo_slot memo[MEMO_SLOTS];
};

pol_status pol_similar_words_new(pol_index *index, pol_similar_words **ret_words, pol_error *reterr)
{
    *ret_words = calloc(1, sizeof **ret_words);
    if (!*ret_words)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing documents");
    (*ret_words)->index = index;
    (*ret_words)->passages =
        index->entries > index->documents ? index->entries - index->documents : 0;
    return POL_OK;
}

void pol_similar_words_free(pol_similar_words *words)
{
    free(words);
}

void pol_similar_words_guess(pol_similar_words *words, float guess)
{
    words->guess = guess;
}

/* --- one word --------------------------------------------------------------------- */

static uint64_t hash_of(pol_span word)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */
    for (size_t i = 0; i < word.size; i++)
        hash = (hash ^ (uint8_t)word.data[i]) * 0x100000001b3u;
    return hash ? hash : 1;
}

static memo_slot *slot_of(pol_similar_words *words, uint64_t word)
{
    size_t at = (size_t)(word ^ word >> 32) & (MEMO_SLOTS - 1);
    while (words->memo[at].word && words->memo[at].word != word)
        at = (at + 1) & (MEMO_SLOTS - 1);
    return &words->memo[at];
}

static pol_status look_up(pol_similar_words *words, const pol_token *token, memo_slot *found,
                          pol_error *reterr)
{
    uint32_t frequency = 0;
    found->stem = hash_of(token->stem);
    found->weight = 0;
    found->is_guess = false;
    if (pol_is_stop_word(token->word))
        return POL_OK;
    if (words->guess > 0) {
        found->weight = words->guess;
        found->is_guess = true;
        return POL_OK;
    }
    pol_status status =
        pol_index_frequency(words->index, POL_PREFIX_STEM, token->stem, &frequency, reterr);
    if (status != POL_OK)
        return status;
    double weight = log((words->passages + 1) / (fmax(frequency, 1) + 0.5));
    found->weight = weight > 0 ? (float)weight : 0;
    return POL_OK;
}

static pol_status find_word(pol_similar_words *words, const pol_token *token, memo_slot *found,
                            pol_error *reterr)
{
    uint64_t word = hash_of(token->word);
    memo_slot *slot = slot_of(words, word);
    *found = *slot;
    if (slot->word && (!slot->is_guess || words->guess > 0))
        return POL_OK;
    pol_status status = look_up(words, token, found, reterr);
    if (status != POL_OK || (!slot->word && words->known == MEMO_WORDS_MAX))
        return status;
    words->known += !slot->word;
    found->word = word;
    *slot = *found;
    return POL_OK;
}

/* --- a text ----------------------------------------------------------------------- */

typedef struct reading {
    pol_similar_word *words;
    pol_formula_word *forms;
    size_t count, word_capacity, form_capacity;
} reading;

static bool make_room(reading *read, pol_arena *arena)
{
    pol_similar_word *words =
        pol_arena_grow(arena, read->words, read->count, &read->word_capacity, sizeof *words);
    pol_formula_word *forms =
        pol_arena_grow(arena, read->forms, read->count, &read->form_capacity, sizeof *forms);
    if (!words || !forms)
        return false;
    read->words = words;
    read->forms = forms;
    return true;
}

static bool starts_phrase(pol_span text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (text.data[i] && strchr(",;:.!?()\n", text.data[i]))
            return true;
    return false;
}

static pol_status add_word(pol_similar_words *words, const pol_token *token, bool is_start,
                           pol_arena *arena, reading *read, pol_error *reterr)
{
    memo_slot found;
    pol_span word = pol_arena_copy(arena, token->word);
    if (!word.data || !make_room(read, arena))
        return pol_arena_is_full(arena, sizeof found)
                   ? pol_fail(reterr, POL_LIMIT, 0, "the document is too long to be compared")
                   : pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing documents");
    pol_status status = find_word(words, token, &found, reterr);
    read->words[read->count] = (pol_similar_word){.key = found.stem, .weight = found.weight};
    read->forms[read->count] = (pol_formula_word){.word = word, .starts_phrase = is_start};
    read->count++;
    return status;
}

pol_status pol_similar_words_read(pol_similar_words *words, pol_span text, pol_arena *arena,
                                  pol_similar_word **ret_read, size_t *ret_count, pol_error *reterr)
{
    pol_token token;
    size_t behind = 0;
    reading read = {0};
    pol_analyser_begin(words->index->analyser, text);
    while (pol_analyser_next(words->index->analyser, &token)) {
        if (token.part)
            continue;
        bool is_start = behind == 0 || starts_phrase(text, behind, token.start);
        pol_status status = add_word(words, &token, is_start, arena, &read, reterr);
        if (status != POL_OK)
            return status;
        behind = token.end;
    }
    pol_formulas_mark(read.forms, read.count);
    for (size_t i = 0; i < read.count; i++) {
        read.words[i].is_frame = read.forms[i].is_formula || read.words[i].weight <= 0;
        if (read.forms[i].is_formula)
            read.words[i].weight *= FORMULA_RATIO;
    }
    *ret_read = read.words;
    *ret_count = read.count;
    return POL_OK;
}
