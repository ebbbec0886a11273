/* similar_text.c - see similar_text.h. */
#include "draft/similar_text.h"

#include <stdlib.h>

/* Sequences first: in the trials that set it, words alone put the right motion first half as
 * often. They decide where no sequence is shared. */
#define WORDS_RATIO   0.2
#define FORMULA_RATIO 0.1

static uint64_t hash_of(pol_span word)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */
    for (size_t i = 0; i < word.size; i++)
        hash = (hash ^ (uint8_t)word.data[i]) * 0x100000001b3u;
    return hash;
}

static int by_key(const void *left, const void *right)
{
    const pol_similar_part *a = left, *b = right;
    return a->key < b->key ? -1 : a->key > b->key;
}

/* Sorts; of equal ones the first is kept. */
static pol_similar_parts make_parts(pol_similar_part *parts, size_t count)
{
    pol_similar_parts made = {.parts = parts};
    qsort(parts, count, sizeof *parts, by_key);
    for (size_t i = 0; i < count; i++) {
        if (i && parts[i].key == parts[made.count - 1].key)
            continue;
        parts[made.count++] = parts[i];
        made.weight += parts[i].weight;
    }
    return made;
}

static pol_similar_parts make_words(const pol_weighed_text *weighed, pol_similar_part *parts)
{
    size_t count = 0;
    for (size_t i = 0; i < weighed->count; i++)
        if (weighed->words[i].weight > 0)
            parts[count++] =
                (pol_similar_part){hash_of(weighed->words[i].stem), weighed->words[i].weight};
    return make_parts(parts, count);
}

/* A text of fewer words is one sequence. */
static pol_similar_parts make_sequences(const pol_weighed_text *weighed, pol_similar_part *parts)
{
    size_t size = weighed->count < POL_SIMILAR_SEQUENCE ? weighed->count : POL_SIMILAR_SEQUENCE;
    size_t count = 0;
    for (size_t i = 0; size && i + size <= weighed->count; i++) {
        uint64_t key = 0;
        bool is_frame = true;
        for (size_t j = i; j < i + size; j++) {
            const pol_weighed *word = &weighed->words[j];
            key = (key ^ hash_of(word->stem)) * 0x9e3779b97f4a7c15u;
            key ^= key >> 29;
            is_frame = is_frame && (word->is_formula || word->weight <= 0);
        }
        parts[count++] = (pol_similar_part){key, is_frame ? FORMULA_RATIO : 1};
    }
    return make_parts(parts, count);
}

pol_status pol_similar_text_make(const pol_weighed_text *weighed, pol_arena *arena,
                                 pol_similar_text *ret_text, pol_error *reterr)
{
    pol_similar_part *words = pol_arena_array(arena, weighed->count + 1, sizeof *words);
    pol_similar_part *sequences = pol_arena_array(arena, weighed->count + 1, sizeof *sequences);
    *ret_text = (pol_similar_text){0};
    if (!words || !sequences)
        return pol_arena_is_full(arena, (weighed->count + 1) * sizeof *words)
                   ? pol_fail(reterr, POL_LIMIT, 0, "the document is too long to be compared")
                   : pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing documents");
    ret_text->words = make_words(weighed, words);
    ret_text->sequences = make_sequences(weighed, sequences);
    return POL_OK;
}

/* --- comparing -------------------------------------------------------------------- */

/* A sequence or word has the same weight in both texts, or nearly: formulas are told by what
 * stands around a word. Then the lesser counts. */
static double shared_weight(const pol_similar_parts *a, const pol_similar_parts *b)
{
    double shared = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->parts[i].key < b->parts[j].key) {
            i++;
        } else if (a->parts[i].key > b->parts[j].key) {
            j++;
        } else {
            shared +=
                a->parts[i].weight < b->parts[j].weight ? a->parts[i].weight : b->parts[j].weight;
            i++, j++;
        }
    }
    return shared;
}

static double ratio(double part, double whole)
{
    double share = whole > 0 ? part / whole : 0;
    return share > 1 ? 1 : share;
}

/* Of all that either has, what both have (Jaccard). */
static double common(const pol_similar_parts *a, const pol_similar_parts *b, double shared)
{
    return ratio(shared, a->weight + b->weight - shared);
}

pol_similar_overlap pol_similar_text_compare(const pol_similar_text *text,
                                             const pol_similar_text *other)
{
    double words = shared_weight(&text->words, &other->words);
    double sequences = shared_weight(&text->sequences, &other->sequences);
    double score = common(&text->sequences, &other->sequences, sequences) +
                   WORDS_RATIO * common(&text->words, &other->words, words);
    return (pol_similar_overlap){
        .share = ratio(words, text->words.weight),
        .other_share = ratio(words, other->words.weight),
        .score = score / (1 + WORDS_RATIO),
    };
}
