/* text.c - see text.h. Words and sequences are numbers in hash tables, which are
 * used again for each text that is compared. */
#include "draft/similar/text.h"

#include <stdlib.h>

#include "draft/similar/words.h"

/* Sequences first: in the trials that set it, words alone put the right motion first half as
 * often. They decide where no sequence is shared. */
#define WORDS_RATIO 0.2
#define FRAME_RATIO 0.1F

enum { SLOTS_MIN = 1 << 10, SCRATCH_MAX = 64 << 20 };

/* A word or a sequence, once for each text. */
typedef struct part {
    uint64_t key; /* 0: free */
    float weight;
} part;

typedef struct part_table {
    part *slots;
    size_t capacity; /* a power of 2 */
    size_t *used;    /* of which these are taken */
    size_t count;
    double weight; /* of all */
} part_table;

typedef struct compared_text {
    part_table words, sequences;
} compared_text;

struct pol_similar_comparer {
    pol_similar_words *words;
    compared_text given, other;
};

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing documents");
}

/* --- tables ----------------------------------------------------------------------- */

static void table_done(part_table *table)
{
    free(table->slots);
    free(table->used);
}

/* Empties it, with room for `count`. */
static bool table_begin(part_table *table, size_t count)
{
    size_t capacity = SLOTS_MIN;
    for (size_t i = 0; i < table->count; i++)
        table->slots[table->used[i]].key = 0;
    table->count = 0;
    table->weight = 0;
    while (capacity < count * 2)
        capacity *= 2;
    if (capacity <= table->capacity)
        return true;
    table_done(table);
    *table = (part_table){.slots = calloc(capacity, sizeof *table->slots),
                          .used = malloc(capacity / 2 * sizeof *table->used),
                          .capacity = capacity};
    return table->slots && table->used;
}

static part *slot_of(const part_table *table, uint64_t key)
{
    size_t at = (size_t)(key ^ key >> 32) & (table->capacity - 1);
    while (table->slots[at].key && table->slots[at].key != key)
        at = (at + 1) & (table->capacity - 1);
    return &table->slots[at];
}

/* Of equal ones the heaviest counts. */
static void table_add(part_table *table, uint64_t key, float weight)
{
    part *slot = slot_of(table, key);
    if (!slot->key) {
        *slot = (part){key, 0};
        table->used[table->count++] = (size_t)(slot - table->slots);
    }
    if (weight > slot->weight) {
        table->weight += weight - slot->weight;
        slot->weight = weight;
    }
}

/* A word may be one of a formula in one text and not in the other: the lesser weight counts. */
static double shared_weight(const part_table *given, const part_table *other)
{
    double shared = 0;
    for (size_t i = 0; i < other->count; i++) {
        const part *slot = &other->slots[other->used[i]];
        const part *found = slot_of(given, slot->key);
        if (found->key)
            shared += found->weight < slot->weight ? found->weight : slot->weight;
    }
    return shared;
}

/* --- texts ------------------------------------------------------------------------ */

static uint64_t sequence_key(const pol_similar_word *words, size_t size, bool *ret_is_frame)
{
    uint64_t key = 0;
    *ret_is_frame = true;
    for (size_t i = 0; i < size; i++) {
        key = (key ^ words[i].key) * 0x9e3779b97f4a7c15u;
        key ^= key >> 29;
        *ret_is_frame = *ret_is_frame && words[i].is_frame;
    }
    return key ? key : 1;
}

/* A text of fewer words is one sequence. */
static bool fill(compared_text *made, const pol_similar_word *words, size_t count)
{
    size_t size = count < POL_SIMILAR_SEQUENCE ? count : POL_SIMILAR_SEQUENCE;
    bool is_frame;
    if (!table_begin(&made->words, count) || !table_begin(&made->sequences, count))
        return false;
    for (size_t i = 0; i < count; i++)
        if (words[i].weight > 0)
            table_add(&made->words, words[i].key, words[i].weight);
    for (size_t i = 0; size && i + size <= count; i++) {
        uint64_t key = sequence_key(words + i, size, &is_frame);
        table_add(&made->sequences, key, is_frame ? FRAME_RATIO : 1);
    }
    return true;
}

static pol_status read_text(pol_similar_comparer *comparer, pol_span text, compared_text *made,
                            pol_error *reterr)
{
    pol_arena arena;
    pol_similar_word *words = NULL;
    size_t count = 0, size = text.size;
    if (size > POL_SIMILAR_TEXT_MAX) /* not inside a character */
        for (size = POL_SIMILAR_TEXT_MAX; size && ((uint8_t)text.data[size] & 0xC0) == 0x80;)
            size--;
    pol_arena_init(&arena, SCRATCH_MAX);
    pol_status status = pol_similar_words_read(comparer->words, pol_span_first(text, size), &arena,
                                               &words, &count, reterr);
    if (status == POL_OK && !fill(made, words, count))
        status = fail_room(reterr);
    pol_arena_done(&arena);
    return status;
}

void pol_similar_comparer_free(pol_similar_comparer *comparer)
{
    if (!comparer)
        return;
    pol_similar_words_free(comparer->words);
    table_done(&comparer->given.words);
    table_done(&comparer->given.sequences);
    table_done(&comparer->other.words);
    table_done(&comparer->other.sequences);
    free(comparer);
}

pol_status pol_similar_comparer_new(pol_index *index, pol_span text,
                                    pol_similar_comparer **ret_comparer, pol_error *reterr)
{
    *ret_comparer = NULL;
    pol_similar_comparer *comparer = calloc(1, sizeof *comparer);
    if (!comparer)
        return fail_room(reterr);
    pol_status status = pol_similar_words_new(index, &comparer->words, reterr);
    if (status == POL_OK)
        status = read_text(comparer, text, &comparer->given, reterr);
    if (status == POL_OK)
        *ret_comparer = comparer;
    else
        pol_similar_comparer_free(comparer);
    return status;
}

/* --- comparing -------------------------------------------------------------------- */

static double ratio(double some, double whole)
{
    double share = whole > 0 ? some / whole : 0;
    return share > 1 ? 1 : share;
}

/* Of all that either has, what both have (Jaccard). */
static double common(const part_table *a, const part_table *b, double shared)
{
    return ratio(shared, a->weight + b->weight - shared);
}

pol_status pol_similar_compare(pol_similar_comparer *comparer, pol_span text, bool is_rough,
                               pol_similar_overlap *ret_overlap, pol_error *reterr)
{
    const compared_text *given = &comparer->given, *other = &comparer->other;
    *ret_overlap = (pol_similar_overlap){0};
    double mean = given->words.count ? given->words.weight / (double)given->words.count : 0;
    pol_similar_words_guess(comparer->words, is_rough ? (float)mean : 0);
    pol_status status = read_text(comparer, text, &comparer->other, reterr);
    if (status != POL_OK)
        return status;
    double words = shared_weight(&given->words, &other->words);
    double sequences = shared_weight(&given->sequences, &other->sequences);
    double score = common(&given->sequences, &other->sequences, sequences) +
                   WORDS_RATIO * common(&given->words, &other->words, words);
    *ret_overlap = (pol_similar_overlap){
        .share = ratio(words, given->words.weight),
        .other_share = ratio(words, other->words.weight),
        .score = score / (1 + WORDS_RATIO),
    };
    return POL_OK;
}
