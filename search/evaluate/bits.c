/* bits.c - posting lists to bits, other conditions by way of their sets. */
#include "search/evaluate/bits.h"

#include <stdlib.h>

#include "core/schema.h"
#include "search/evaluate/kept.h"
#include "search/evaluate/postings.h"

/* A list of so many for each word of bits is read through more slowly than its bits. */
enum { LONG_LIST = 1 };

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

/* What an expression's parts are put together in. */
typedef struct gathering {
    const pol_evaluator *evaluator;
    pol_bits *bits;
    const uint64_t *but; /* bits that are left out; of the words from `but_size` on none is */
    size_t but_size;
    bool is_counted; /* bits->count is up to date, and they are left out already */
} gathering;

static uint64_t left_out(const gathering *now, size_t word)
{
    return word < now->but_size ? now->but[word] : 0;
}

static void set_uncounted(const pol_bits *bits, const xc_docid *ids, size_t count)
{
    for (size_t i = 0; i < count && ids[i] <= bits->last; i++)
        bits->words[ids[i] / 64] |= (uint64_t)1 << ids[i] % 64;
}

/* Counts those that are new, while that is of use. */
static void set_bits(gathering *now, const xc_docid *ids, size_t count)
{
    size_t fresh = 0;
    uint64_t *words = now->bits->words;
    if (!now->is_counted) {
        set_uncounted(now->bits, ids, count);
        return;
    }
    for (size_t i = 0; i < count && ids[i] <= now->bits->last; i++) {
        const uint64_t before = words[ids[i] / 64] | left_out(now, ids[i] / 64);
        const uint64_t bit = (uint64_t)1 << ids[i] % 64 & ~before;
        words[ids[i] / 64] |= bit;
        fresh += bit != 0;
    }
    now->bits->count += fresh;
}

/* --- counting --------------------------------------------------------------------- */

/* Sums of bits by byte; of up to 31 words none overflows. */
static uint64_t count_by_byte(const uint64_t *words, size_t count)
{
    uint64_t sums = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t word = words[i];
        word -= word >> 1 & 0x5555555555555555;
        word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
        sums += (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f;
    }
    return sums;
}

size_t pol_count_bits(const uint64_t *words, size_t count)
{
    enum { AT_ONCE = 31 };
    size_t total = 0;
    for (size_t i = 0; i < count; i += AT_ONCE) {
        uint64_t sums = count_by_byte(words + i, count - i < AT_ONCE ? count - i : AT_ONCE);
        sums = (sums & 0x00ff00ff00ff00ff) + (sums >> 8 & 0x00ff00ff00ff00ff);
        total += (size_t)(sums * 0x0001000100010001 >> 48);
    }
    return total;
}

/* --- lists ------------------------------------------------------------------------ */

void pol_bits_trim(pol_index *index)
{
    if (index->bits)
        pol_kept_trim(index->bits, POL_BITS_KEPT_BYTES);
}

static size_t size_of(const pol_bits *bits)
{
    return (size_t)bits->last / 64 + 1;
}

static void add_words(gathering *now, const uint64_t *words)
{
    for (size_t i = 0; i < size_of(now->bits); i++)
        now->bits->words[i] |= words[i];
    now->is_counted = false;
}

/* The list's bits, kept; NULL where memory refuses that. */
static const uint64_t *keep_list(pol_index *index, pol_span term, const pol_posting_list *list,
                                 const pol_bits *like)
{
    if (!index->bits)
        index->bits = pol_kept_new();
    uint64_t *words = calloc(size_of(like), sizeof *words);
    if (!index->bits || !words) {
        free(words);
        return NULL;
    }
    set_uncounted(&(pol_bits){words, like->last, 0}, list->docids, list->count);
    return pol_kept_put(index->bits, term, words, size_of(like) * sizeof *words) ? words : NULL;
}

static pol_status add_list(gathering *now, pol_span term, pol_error *reterr)
{
    const pol_posting_list *list = NULL;
    pol_index *index = now->evaluator->index;
    const uint64_t *words = index->bits ? pol_kept_find(index->bits, term) : NULL;
    if (!words) {
        pol_status status = pol_postings_get(index, term, &list, reterr);
        if (status != POL_OK)
            return status;
        if (list->count > LONG_LIST * size_of(now->bits))
            words = keep_list(index, term, list, now->bits);
    }
    if (words)
        add_words(now, words);
    else
        set_bits(now, list->docids, list->count);
    return POL_OK;
}

/* --- finding ---------------------------------------------------------------------- */

static bool is_any(const pol_expr *expr)
{
    return expr->type == POL_EXPR_COMBINE &&
           (expr->op == XC_OR || expr->op == XC_SYNONYM || expr->op == XC_MAX);
}

static pol_status add(gathering *now, pol_expr *expr, pol_error *reterr)
{
    const pol_set *set = NULL;
    pol_status status = POL_OK;
    if (!expr->found && is_any(expr)) {
        for (size_t i = 0; i < expr->part_count && status == POL_OK; i++)
            status = add(now, expr->parts[i], reterr);
        return status;
    }
    if (!expr->found && expr->type == POL_EXPR_TERM)
        return add_list(now, expr->term, reterr);
    status = pol_evaluate(now->evaluator, expr, &set, reterr);
    if (status == POL_OK)
        set_bits(now, set->ids, set->count);
    return status;
}

static bool leaves_heads_out(const pol_expr *expr)
{
    return !expr->found && expr->type == POL_EXPR_COMBINE && expr->op == XC_AND_NOT &&
           expr->part_count == 2 && expr->parts[1]->type == POL_EXPR_TERM &&
           pol_span_equal(expr->parts[1]->term, pol_span_of(POL_PREFIX_HEAD));
}

pol_status pol_bits_find(const pol_evaluator *evaluator, pol_expr *expr, pol_bits *ret_bits,
                         pol_error *reterr)
{
    const pol_lengths *lengths = NULL;
    size_t size = (size_t)evaluator->last / 64 + 1;
    bool is_without_heads = expr && leaves_heads_out(expr);
    *ret_bits = (pol_bits){.words = pol_arena_array(evaluator->arena, size, sizeof(uint64_t)),
                           .last = evaluator->last};
    if (!ret_bits->words)
        return fail_room(reterr);
    pol_status status = pol_index_lengths(evaluator->index, &lengths, reterr);
    if (status != POL_OK || !expr)
        return status;
    gathering now = {.evaluator = evaluator, .bits = ret_bits, .is_counted = true};
    if (is_without_heads) {
        now.but = lengths->heads;
        now.but_size = pol_lengths_head_words(lengths);
    }
    status = add(&now, is_without_heads ? expr->parts[0] : expr, reterr);
    if (status != POL_OK || now.is_counted)
        return status;
    for (size_t i = 0; i < size && i < now.but_size; i++)
        ret_bits->words[i] &= ~now.but[i];
    ret_bits->count = pol_count_bits(ret_bits->words, size);
    return POL_OK;
}

/* --- documents -------------------------------------------------------------------- */

void pol_bits_leave_out(pol_bits *bits, const pol_lengths *lengths, const pol_set *heads)
{
    for (size_t i = 0; i < heads->count; i++) {
        for (xc_docid at = heads->ids[i]; at && at <= bits->last;
             at = pol_lengths_next(lengths, at)) {
            bits->count -= pol_bits_have(bits, at);
            bits->words[at / 64] &= ~((uint64_t)1 << at % 64);
        }
    }
}

bool pol_bits_list_heads(const pol_bits *bits, const pol_lengths *lengths, pol_arena *arena,
                         pol_set *ret_heads)
{
    size_t count = 0;
    xc_docid *heads = pol_arena_array(arena, bits->count + 1, sizeof *heads);
    if (!heads)
        return false;
    for (size_t i = 0; i <= bits->last / 64; i++) {
        for (uint64_t left = bits->words[i]; left; left &= left - 1) {
            xc_docid id = (xc_docid)(64 * i + (size_t)__builtin_ctzll(left));
            xc_docid head = id <= lengths->last ? pol_lengths_head(lengths, id) : id;
            if (count == 0 || heads[count - 1] != head)
                heads[count++] = head;
        }
    }
    *ret_heads = (pol_set){heads, pol_set_order(heads, count)};
    return true;
}
