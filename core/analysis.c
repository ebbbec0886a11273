/* analysis.c - simple words to tokens: compounds, positions, stems.
 *
 * Most words are plain: ASCII letters with an end that cannot go on. They go from the
 * text to the word cache in registers. All others are read by pol_scan_word(). */
#include "core/analysis.h"

#include <stdlib.h>

#include "core/plain_word.h"
#include "core/utf8.h"
#include "core/word_cache.h"
#include "core/word_scan.h"

enum { PARTS_MAX = 16 }; /* of a compound; what follows is another one */

struct pol_analyser {
    pol_word_cache *cache;
    size_t at;
    uint32_t position;
    size_t part_starts[PARTS_MAX];
    size_t part_count, next_part; /* of the compound whose parts are due */
    pol_word word;                /* the one last read */
    pol_word compound;            /* closed up */
    pol_scanner scanner;
};

pol_status pol_analyser_new(const char *language, pol_analyser **ret_analyser, pol_error *reterr)
{
    pol_analyser *analyser = calloc(1, sizeof *analyser);
    if (!analyser)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a text analyser");
    pol_status status = pol_word_cache_new(language, &analyser->cache, reterr);
    if (status != POL_OK) {
        free(analyser);
        return status;
    }
    pol_scanner_init(&analyser->scanner);
    pol_analyser_begin(analyser, POL_SPAN(""));
    *ret_analyser = analyser;
    return POL_OK;
}

void pol_analyser_free(pol_analyser *analyser)
{
    if (!analyser)
        return;
    pol_word_cache_free(analyser->cache);
    free(analyser);
}

void pol_analyser_begin(pol_analyser *analyser, pol_span text)
{
    analyser->scanner.text = pol_span_first(text, pol_utf8_floor(text, UINT32_MAX));
    analyser->at = 0;
    analyser->position = 0;
    analyser->part_count = analyser->next_part = 0;
}

static void set_place(const pol_analyser *analyser, size_t start, size_t end, pol_token *token)
{
    *token = (pol_token){
        .start = (uint32_t)start,
        .end = (uint32_t)end,
        .position = analyser->position,
    };
}

/* False where no plain word stands at `at`. */
static inline bool emit_plain(pol_analyser *analyser, size_t at, pol_token *token)
{
    pol_plain_word plain;
    if (!pol_plain_word_at(&analyser->scanner, at, &plain))
        return false;
    const pol_word_slot *slot = pol_word_cache_find(analyser->cache, &plain.key, plain.size);
    analyser->at = at + plain.size;
    analyser->position++;
    set_place(analyser, at, analyser->at, token);
    token->word = pol_span_make((const char *)&slot->key, plain.size);
    token->stem = pol_span_make(slot->stem, slot->stem_size);
    if (slot->other_size > 0 && !plain.is_upper)
        token->other_stem = pol_span_make(slot->other_stem, slot->other_size);
    return true;
}

static void emit_word(pol_analyser *analyser, const pol_word *word, pol_token *token)
{
    set_place(analyser, word->start, word->end, token);
    token->word = pol_span_make(word->bytes, word->size);
    pol_span base = pol_span_first(token->word, word->size - word->ending_size);
    if (base.size > POL_CACHED_WORD_MAX) {
        token->stem = pol_word_cache_stem(analyser->cache, base);
        return;
    }
    pol_word_key key;
    pol_word_key_of(word->bytes, base.size, &key);
    const pol_word_slot *slot = pol_word_cache_find(analyser->cache, &key, base.size);
    token->stem = pol_span_make(slot->stem, slot->stem_size);
    if (slot->other_size > 0 && word->ending_size == 0 && word->uppers < word->letters)
        token->other_stem = pol_span_make(slot->other_stem, slot->other_size);
}

static void emit_part(pol_analyser *analyser, pol_token *token)
{
    pol_scan_word(&analyser->scanner, analyser->part_starts[analyser->next_part], &analyser->word);
    emit_word(analyser, &analyser->word, token);
    token->part = (uint8_t)++analyser->next_part;
    token->part_count = (uint8_t)analyser->part_count;
}

/* Closes up the word just read and those that hyphens join to it. Its parts are read
 * once more when they are due: only their places are kept. */
static void read_compound(pol_analyser *analyser, size_t next)
{
    pol_word *compound = &analyser->compound, *word = &analyser->word;
    *compound = *word;
    analyser->part_starts[0] = word->start;
    analyser->part_count = 1;
    analyser->next_part = 0;
    while (next > 0 && analyser->part_count < PARTS_MAX) {
        analyser->part_starts[analyser->part_count++] = next;
        pol_scan_word(&analyser->scanner, next, word);
        pol_word_append(compound, word->bytes, word->size);
        compound->is_full = compound->is_full || word->is_full;
        compound->ending_size = compound->is_full ? 0 : word->ending_size;
        compound->letters += word->letters;
        compound->uppers += word->uppers;
        compound->end = word->end;
        compound->resume = word->resume;
        next = pol_scan_hyphen(&analyser->scanner, word->resume, word->ends_in_digit);
    }
}

/* A word that is not plain, or a compound, at `at`. */
static void emit_other(pol_analyser *analyser, size_t at, pol_token *token)
{
    pol_word *word = &analyser->word;
    pol_scan_word(&analyser->scanner, at, word);
    analyser->position++;
    size_t next = pol_scan_hyphen(&analyser->scanner, word->resume, word->ends_in_digit);
    if (next > 0) {
        read_compound(analyser, next);
        word = &analyser->compound;
    }
    analyser->at = word->resume;
    emit_word(analyser, word, token);
    token->part_count = (uint8_t)analyser->part_count;
}

bool pol_analyser_next(pol_analyser *analyser, pol_token *ret_token)
{
    if (analyser->next_part < analyser->part_count) {
        emit_part(analyser, ret_token);
        return true;
    }
    analyser->part_count = analyser->next_part = 0;
    size_t at = analyser->at;
    const pol_span text = analyser->scanner.text;
    if (at < text.size && text.data[at] == ' ' && emit_plain(analyser, at + 1, ret_token))
        return true; /* as most words stand */
    at = pol_scan_start(&analyser->scanner, at);
    if (at >= text.size)
        return false;
    if (!emit_plain(analyser, at, ret_token))
        emit_other(analyser, at, ret_token);
    return true;
}

/* False where no plain word stands at `at`, or one that may be wanted. */
static inline bool pass_plain(pol_analyser *analyser, size_t at, const bool firsts[256])
{
    const pol_span text = analyser->scanner.text;
    const uint8_t first = at < text.size ? (uint8_t)text.data[at] | 0x20 : 0;
    if (first < 'a' || first > 'z' || firsts[first])
        return false;
    pol_letter_run run = pol_letters_at(text, at);
    uint64_t later_uppers = run.uppers & ~(uint64_t)0xFF;
    size_t size = run.count;
    while (run.count == 8 && size < POL_CACHED_WORD_MAX) {
        run = pol_letters_at(text, at + size);
        size += run.count;
        later_uppers |= run.uppers;
    }
    if (later_uppers || !pol_ends_plain(&analyser->scanner, at + size, size))
        return false;
    analyser->at = at + size;
    analyser->position++;
    return true;
}

bool pol_analyser_next_of(pol_analyser *analyser, const bool firsts[256], pol_token *ret_token)
{
    const pol_span text = analyser->scanner.text;
    bool is_passed = analyser->next_part >= analyser->part_count;
    while (is_passed) {
        size_t at = analyser->at;
        if (at < text.size)
            at = text.data[at] == ' ' ? at + 1 : pol_scan_start(&analyser->scanner, at);
        is_passed = pass_plain(analyser, at, firsts);
    }
    return pol_analyser_next(analyser, ret_token);
}
