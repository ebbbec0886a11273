/* impacts.c - a posting list of heads, read once, to shares by document; lists by stem. */
#include "search/local/impacts.h"

#include <math.h>
#include <stdlib.h>

#include "core/schema.h"
#include "search/evaluate/kept.h"
#include "search/local/score.h"

enum { NORMS = 4096 };

struct pol_impact_cache {
    pol_kept *lists;     /* pol_impacts see name_of() */
    double norms[NORMS]; /* by length, once asked for: most documents are as long as another one */
};

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

static struct pol_impact_cache *cache_of(pol_index *index)
{
    if (!index->impacts)
        index->impacts = calloc(1, sizeof *index->impacts);
    if (index->impacts && !index->impacts->lists)
        index->impacts->lists = pol_kept_new();
    return index->impacts && index->impacts->lists ? index->impacts : NULL;
}

void pol_impacts_trim(pol_index *index)
{
    if (index->impacts && index->impacts->lists)
        pol_kept_trim(index->impacts->lists, POL_IMPACTS_KEPT_BYTES);
}

void pol_impacts_free(struct pol_impact_cache *cache)
{
    if (!cache)
        return;
    pol_kept_free(cache->lists);
    free(cache);
}

/* --- shares ----------------------------------------------------------------------- */

static double norm_of(const pol_lengths *lengths, double length)
{
    return log2(1 + lengths->document_average / length);
}

static double norm_in(double *norms, const pol_lengths *lengths, xc_docid head)
{
    double length = pol_lengths_of_document(lengths, head);
    if (length < 1)
        length = 1;
    if (!norms || length >= NORMS)
        return norm_of(lengths, length);
    double *norm = &norms[(size_t)length];
    if (!(*norm > 0))
        *norm = norm_of(lengths, length);
    return *norm;
}

double pol_impacts_norm(pol_index *index, const pol_lengths *lengths, xc_docid head)
{
    struct pol_impact_cache *cache = cache_of(index);
    return norm_in(cache ? cache->norms : NULL, lengths, head);
}

void pol_impacts_divide(pol_impacts *impacts, pol_impact_block *blocks)
{
    const xc_docid *docids = impacts->docids;
    uint32_t at = 0, count = impacts->count;
    impacts->blocks = blocks;
    impacts->block_count = 0;
    while (at < count) {
        pol_impact_block block = {0, docids[at] >> POL_IMPACT_BITS, at};
        for (; at < count && docids[at] >> POL_IMPACT_BITS == block.number; at++)
            block.most = impacts->shares[at] > block.most ? impacts->shares[at] : block.most;
        blocks[impacts->block_count++] = block;
    }
    blocks[impacts->block_count] = (pol_impact_block){0, UINT32_MAX, count};
}

/* How many blocks there may be, with the last. */
static size_t block_room(const pol_lengths *lengths, size_t count)
{
    size_t all = (lengths->last >> POL_IMPACT_BITS) + 1;
    return (count < all ? count : all) + 1;
}

static size_t bytes_for(const pol_lengths *lengths, size_t count)
{
    return sizeof(pol_impacts) + block_room(lengths, count) * sizeof(pol_impact_block) +
           count * (sizeof(double) + sizeof(xc_docid));
}

/* In memory of bytes_for(). Ids beyond the lengths, which a damaged index may have, are left out.
 */
static pol_impacts *fill(double *norms, const pol_lengths *lengths, const pol_counted *counted,
                         void *memory)
{
    const size_t count = counted->count;
    pol_impacts *impacts = memory;
    pol_impact_block *blocks = (pol_impact_block *)(impacts + 1);
    double *shares = (double *)(blocks + block_room(lengths, count));
    xc_docid *docids = (xc_docid *)(shares + count);
    uint32_t kept = 0;
    for (size_t i = 0; i < count && counted->docids[i] <= lengths->last; i++) {
        if (!counted->times[i])
            continue;
        double times = counted->times[i] * norm_in(norms, lengths, counted->docids[i]);
        docids[kept] = counted->docids[i];
        shares[kept++] = times / (times + 1);
    }
    *impacts = (pol_impacts){.docids = docids, .shares = shares, .count = kept};
    pol_impacts_divide(impacts, blocks);
    return impacts;
}

pol_status pol_impacts_make(pol_index *index, const pol_lengths *lengths,
                            const pol_counted *counted, pol_arena *arena,
                            const pol_impacts **ret_impacts, pol_error *reterr)
{
    struct pol_impact_cache *cache = cache_of(index);
    void *memory = cache ? pol_arena_alloc(arena, bytes_for(lengths, counted->count)) : NULL;
    *ret_impacts = memory ? fill(cache->norms, lengths, counted, memory) : NULL;
    return memory ? POL_OK : fail_room(reterr);
}

/* --- reading ---------------------------------------------------------------------- */

typedef struct reading {
    xc_docid *docids; /* malloc()ed, as are the next */
    uint32_t *times;
    size_t count;
    pol_frequencies frequencies;
} reading;

static pol_status make_room(reading *list, size_t count, pol_error *reterr)
{
    list->docids = malloc((count + 1) * sizeof *list->docids);
    list->times = malloc((count + 1) * sizeof *list->times);
    return list->docids && list->times ? POL_OK : fail_room(reterr);
}

static void free_reading(reading *list)
{
    free(list->docids);
    free(list->times);
}

static pol_status read_stem(pol_index *index, pol_span stem, reading *list, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error = {0};
    pol_span term = pol_term_make(POL_PREFIX_DOCUMENT_STEM, stem, buffer);
    pol_status status = pol_score_frequencies(index, stem, &list->frequencies, reterr);
    const size_t room = list->frequencies.documents;
    if (status != POL_OK)
        return status;
    if (room * (sizeof *list->docids + sizeof *list->times) > POL_IMPACTS_BYTES_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the words of this search are too frequent");
    status = make_room(list, room, reterr);
    if (status != POL_OK || room == 0)
        return status;
    if (xc_reader_postings(index->reader, pol_xc_bytes(term), list->docids, list->times, room,
                           &list->count, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    return POL_OK;
}

/* Both as one word, in the place of the first. */
static pol_status join(reading *one, const reading *other, pol_error *reterr)
{
    size_t i = 0, j = 0;
    reading both = {.frequencies = one->frequencies};
    pol_status status = make_room(&both, one->count + other->count, reterr);
    while (status == POL_OK && (i < one->count || j < other->count)) {
        bool has_one = i < one->count && (j == other->count || one->docids[i] <= other->docids[j]);
        bool has_other =
            j < other->count && (i == one->count || other->docids[j] <= one->docids[i]);
        both.docids[both.count] = has_one ? one->docids[i] : other->docids[j];
        both.times[both.count++] =
            (has_one ? one->times[i] : 0) + (has_other ? other->times[j] : 0);
        i += has_one;
        j += has_other;
    }
    both.frequencies.documents += other->frequencies.documents;
    both.frequencies.occurrences += other->frequencies.occurrences;
    free_reading(one);
    *one = both;
    return status;
}

static pol_status read_word(pol_index *index, pol_span stem, pol_span other, reading *list,
                            pol_error *reterr)
{
    reading second = {0};
    pol_status status = read_stem(index, stem, list, reterr);
    if (status == POL_OK && other.data)
        status = read_stem(index, other, &second, reterr);
    if (status == POL_OK && other.data)
        status = join(list, &second, reterr);
    free_reading(&second);
    return status;
}

static pol_status keep(struct pol_impact_cache *cache, const pol_lengths *lengths, pol_span name,
                       const reading *list, pol_impacts **ret_impacts, pol_error *reterr)
{
    size_t bytes = bytes_for(lengths, list->count);
    if (pol_kept_bytes(cache->lists) + bytes > POL_IMPACTS_BYTES_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the words of this search are too frequent");
    void *memory = malloc(bytes);
    if (!memory)
        return fail_room(reterr);
    *ret_impacts =
        fill(cache->norms, lengths, &(pol_counted){list->docids, list->times, list->count}, memory);
    (*ret_impacts)->frequencies = list->frequencies;
    return pol_kept_put(cache->lists, name, memory, bytes) ? POL_OK : fail_room(reterr);
}

/* Of one stem its term, of two both with a zero byte between them. */
static pol_span name_of(pol_span stem, pol_span other, char name[2 * (POL_TERM_MAX + 1)])
{
    size_t size = pol_term_make(POL_PREFIX_DOCUMENT_STEM, stem, name).size;
    if (!other.data)
        return pol_span_make(name, size);
    name[size++] = '\0';
    return pol_span_make(name,
                         size + pol_term_make(POL_PREFIX_DOCUMENT_STEM, other, name + size).size);
}

bool pol_impacts_know(pol_index *index, pol_span stem, pol_frequencies *ret_frequencies)
{
    char name[2 * (POL_TERM_MAX + 1)];
    struct pol_impact_cache *cache = index->impacts;
    const pol_impacts *impacts =
        cache && cache->lists ? pol_kept_find(cache->lists, name_of(stem, (pol_span){0}, name))
                              : NULL;
    if (impacts)
        *ret_frequencies = impacts->frequencies;
    return impacts != NULL;
}

pol_status pol_impacts_get(pol_index *index, const pol_lengths *lengths, pol_span stem,
                           pol_span other, const pol_impacts **ret_impacts, pol_error *reterr)
{
    char name[2 * (POL_TERM_MAX + 1)];
    reading list = {0};
    pol_status status = POL_OK;
    struct pol_impact_cache *cache = cache_of(index);
    *ret_impacts = NULL;
    if (!cache)
        return fail_room(reterr);
    pol_span typed = name_of(stem, other, name);
    pol_impacts *impacts = pol_kept_find(cache->lists, typed);
    if (!impacts)
        status = read_word(index, stem, other, &list, reterr);
    if (!impacts && status == POL_OK)
        status = keep(cache, lengths, typed, &list, &impacts, reterr);
    free_reading(&list);
    *ret_impacts = status == POL_OK ? impacts : NULL;
    return status;
}

/* --- looking up ------------------------------------------------------------------- */

double pol_impacts_at(const pol_impacts *impacts, xc_docid head)
{
    uint32_t low = 0, high = impacts->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (impacts->docids[middle] < head)
            low = middle + 1;
        else
            high = middle;
    }
    return low < impacts->count && impacts->docids[low] == head ? impacts->shares[low] : 0;
}
