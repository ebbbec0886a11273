/* matters.c - see matters.h. */
#include "draft/matters.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLOTS = 1 << 14, /* twice the words of all rows and more */
    STEM_MAX = 24,
    PAIRS_MAX = 1 << 14, /* of a word and a row that has it */
    TABLE_BYTES_MAX = 4 << 20
};

static const double size_power = 0.3;
static const double kept_share = 0.2, sharp_power = 2; /* of a text alone */

static const pol_matter_list *const lists[] = {&pol_matters_work,     &pol_matters_union,
                                               &pol_matters_services, &pol_matters_learning,
                                               &pol_matters_homes,    &pol_matters_plain};

struct pol_matter_slot {
    char stem[STEM_MAX]; /* "": free */
    uint32_t word;
};

typedef struct word_row {
    uint32_t word, row;
} word_row;

/* --- the table ---------------------------------------------------------------------- */

static pol_matter_slot *slot_of(const pol_matter_table *table, pol_span stem)
{
    uint32_t at = 2166136261u;
    for (size_t i = 0; i < stem.size; i++)
        at = (at ^ (uint8_t)stem.data[i]) * 16777619u;
    at %= SLOTS;
    while (*table->slots[at].stem && !pol_span_equal(pol_span_of(table->slots[at].stem), stem))
        at = (at + 1) % SLOTS;
    return &table->slots[at];
}

/* Returns how many pairs there are then. */
static size_t add_row(pol_matter_table *table, pol_analyser *analyser, const char *words,
                      word_row *pairs, size_t count, float *ret_scale)
{
    pol_token token;
    size_t size = 0;
    uint32_t row = (uint32_t)table->row_count++;
    pol_analyser_begin(analyser, pol_span_of(words));
    while (pol_analyser_next(analyser, &token)) {
        if (token.stem.size >= STEM_MAX || count + size == PAIRS_MAX)
            continue;
        pol_matter_slot *found = slot_of(table, token.stem);
        if (!*found->stem) {
            memcpy(found->stem, token.stem.data, token.stem.size);
            found->word = (uint32_t)table->word_count++;
        }
        pairs[count + size++] = (word_row){found->word, row};
    }
    *ret_scale = size ? (float)pow((double)size, -size_power) : 0;
    return count + size;
}

static int by_word(const void *left, const void *right)
{
    const word_row *a = left, *b = right;
    if (a->word != b->word)
        return a->word < b->word ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static size_t count_rows(void)
{
    size_t count = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        count += lists[i]->count;
    return count;
}

/* `pairs`, in the order of words, to the table's lists. */
static bool list_rows(pol_matter_table *table, const word_row *pairs, size_t count)
{
    uint32_t *rows = pol_arena_array(&table->arena, count + 1, sizeof *rows);
    uint32_t *starts = pol_arena_array(&table->arena, table->word_count + 1, sizeof *starts);
    float *parts = pol_arena_array(&table->arena, table->word_count + 1, sizeof *parts);
    if (!rows || !starts || !parts)
        return false;
    for (size_t i = 0; i < count; i++) {
        rows[i] = pairs[i].row;
        starts[pairs[i].word + 1] = (uint32_t)i + 1;
    }
    for (size_t i = 0; i < table->word_count; i++)
        parts[i] = (float)log((double)table->row_count / (starts[i + 1] - starts[i]));
    table->rows = rows;
    table->starts = starts;
    table->parts = parts;
    return true;
}

static bool fill(pol_matter_table *table, pol_analyser *analyser)
{
    size_t count = 0;
    float *scales = pol_arena_array(&table->arena, count_rows(), sizeof *scales);
    word_row *pairs = calloc(PAIRS_MAX, sizeof *pairs);
    table->slots = pol_arena_array(&table->arena, SLOTS, sizeof *table->slots);
    bool has_room = scales && pairs && table->slots;
    for (size_t i = 0; i < sizeof lists / sizeof *lists && has_room; i++)
        for (size_t j = 0; j < lists[i]->count; j++)
            count = add_row(table, analyser, lists[i]->rows[j], pairs, count,
                            &scales[table->row_count]);
    if (has_room)
        qsort(pairs, count, sizeof *pairs, by_word);
    table->scales = scales;
    has_room = has_room && list_rows(table, pairs, count);
    free(pairs);
    return has_room;
}

pol_status pol_matter_table_new(pol_analyser *analyser, pol_matter_table **ret_table,
                                pol_error *reterr)
{
    pol_matter_table *table = calloc(1, sizeof *table);
    *ret_table = NULL;
    if (!table)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the words of matters");
    pol_arena_init(&table->arena, TABLE_BYTES_MAX);
    if (!fill(table, analyser)) {
        pol_matter_table_free(table);
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the words of matters");
    }
    *ret_table = table;
    return POL_OK;
}

void pol_matter_table_free(pol_matter_table *table)
{
    if (!table)
        return;
    pol_arena_done(&table->arena);
    free(table);
}

uint32_t pol_matter_word(const pol_matter_table *table, pol_span stem)
{
    if (stem.size == 0 || stem.size >= STEM_MAX)
        return POL_MATTER_NONE;
    const pol_matter_slot *found = slot_of(table, stem);
    return *found->stem ? found->word : POL_MATTER_NONE;
}

/* --- texts -------------------------------------------------------------------------- */

void pol_matter_add(const pol_matter_table *table, uint32_t word, double share, float *rows)
{
    double part = share * table->parts[word];
    for (uint32_t i = table->starts[word]; i < table->starts[word + 1]; i++)
        rows[table->rows[i]] += (float)(part * table->scales[table->rows[i]]);
}

static float most_of(const float *rows, size_t count)
{
    enum { BESIDE = 4 }; /* lanes: one alone would wait for itself */
    float most[BESIDE] = {0};
    size_t at = 0;
    for (; at + BESIDE <= count; at += BESIDE)
        for (size_t i = 0; i < BESIDE; i++)
            most[i] = rows[at + i] > most[i] ? rows[at + i] : most[i];
    for (; at < count; at++)
        most[0] = rows[at] > most[0] ? rows[at] : most[0];
    for (size_t i = 1; i < BESIDE; i++)
        most[0] = most[i] > most[0] ? most[i] : most[0];
    return most[0];
}

/* The same as pow(), which is slow; the square of a float is exact. */
static double raised(float part, double power)
{
    return power == 2 ? (double)part * part : pow(part, power);
}

/* The least float that is not below it. */
static float float_from(double bound)
{
    float found = (float)bound;
    return (double)found < bound ? nextafterf(found, INFINITY) : found;
}

/* `numbers`: of the rows, where these are not all of them; NULL: their places. */
static bool settle(const float *rows, const uint32_t *numbers, size_t row_count, const float *news,
                   double least, double power, pol_arena *arena, pol_matters *ret_matters)
{
    double length = 0;
    size_t count = 0;
    const float most = most_of(rows, row_count), bound = float_from(least * most);
    for (size_t i = 0; i < row_count && most > 0; i++)
        count += rows[i] >= bound;
    pol_matter *matters = pol_arena_array(arena, count + 1, sizeof *matters);
    if (!matters)
        return false;
    *ret_matters = (pol_matters){.matters = matters};
    for (uint32_t i = 0; ret_matters->count < count; i++) {
        if (rows[i] < bound)
            continue;
        double part = raised(rows[i] / most, power) * (news ? news[i] : 1);
        length += part * part;
        matters[ret_matters->count++] = (pol_matter){numbers ? numbers[i] : i, (float)part};
    }
    const float whole = (float)sqrt(length);
    for (size_t i = 0; i < ret_matters->count && length > 0; i++)
        matters[i].part /= whole;
    return true;
}

bool pol_matters_settle(const pol_matter_table *table, const float *rows, const float *news,
                        double least, double power, pol_arena *arena, pol_matters *ret_matters)
{
    return settle(rows, NULL, table->row_count, news, least, power, arena, ret_matters);
}

/* Adds up in the order of their numbers, each once: sums are the same whatever the order of the
 * text. Notes in `met` which rows have any. */
static void add_words(const pol_matter_table *table, const uint64_t *words, float *rows,
                      uint64_t *met)
{
    for (size_t i = 0; i <= table->word_count / 64; i++)
        for (uint64_t left = words[i]; left; left &= left - 1) {
            uint32_t word = (uint32_t)(64 * i) + (uint32_t)__builtin_ctzll(left);
            pol_matter_add(table, word, 1, rows);
            for (uint32_t k = table->starts[word]; k < table->starts[word + 1]; k++)
                met[table->rows[k] / 64] |= (uint64_t)1 << table->rows[k] % 64;
        }
}

/* Few rows of all have a word of one text: these alone are settled. */
bool pol_matters_of(const pol_matter_table *table, const uint32_t *words, size_t count,
                    pol_arena *arena, pol_matters *ret_matters)
{
    uint64_t *said = pol_arena_array(arena, table->word_count / 64 + 1, sizeof *said);
    uint64_t *met = pol_arena_array(arena, table->row_count / 64 + 1, sizeof *met);
    float *rows = pol_arena_array(arena, table->row_count + 1, sizeof *rows);
    uint32_t *numbers = pol_arena_array(arena, table->row_count + 1, sizeof *numbers);
    size_t found = 0;
    if (!said || !met || !rows || !numbers)
        return false;
    for (size_t i = 0; i < count; i++)
        if (words[i] != POL_MATTER_NONE)
            said[words[i] / 64] |= (uint64_t)1 << words[i] % 64;
    add_words(table, said, rows, met);
    for (size_t i = 0; i <= table->row_count / 64; i++)
        for (uint64_t left = met[i]; left; left &= left - 1) {
            numbers[found] = (uint32_t)(64 * i) + (uint32_t)__builtin_ctzll(left);
            rows[found] = rows[numbers[found]]; /* further on, or itself */
            found++;
        }
    return settle(rows, numbers, found, NULL, kept_share, sharp_power, arena, ret_matters);
}

double pol_matters_alike(const pol_matters *a, const pol_matters *b)
{
    double both = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->matters[i].row == b->matters[j].row)
            both += (double)a->matters[i++].part * b->matters[j++].part;
        else if (a->matters[i].row < b->matters[j].row)
            i++;
        else
            j++;
    }
    return both;
}
