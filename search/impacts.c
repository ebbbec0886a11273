/* impacts.c - a posting list of heads, read once, to shares by document; lists by stem. */
#include "search/impacts.h"

#include <math.h>
#include <stdlib.h>

#include "core/schema.h"
#include "search/kept.h"
#include "search/score.h"

enum { READ_AT_ONCE = 1024, NORMS = 1024 };

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

static double norm_in(double *norms, const pol_lengths *lengths, xc_docid head)
{
    double length = pol_lengths_of_document(lengths, head);
    if (length < 1)
        length = 1;
    if (length >= NORMS)
        return log2(1 + lengths->document_average / length);
    double *norm = &norms[(size_t)length];
    if (!(*norm > 0))
        *norm = log2(1 + lengths->document_average / length);
    return *norm;
}

double pol_impacts_norm(pol_index *index, const pol_lengths *lengths, xc_docid head)
{
    double none[NORMS] = {0};
    const struct pol_impact_cache *cache = cache_of(index);
    return norm_in(cache ? index->impacts->norms : none, lengths, head);
}

void pol_impacts_divide(pol_impacts *impacts, pol_impact_block *blocks)
{
    uint32_t number = UINT32_MAX;
    impacts->blocks = blocks;
    impacts->block_count = 0;
    for (uint32_t i = 0; i < impacts->count; i++) {
        if (impacts->docids[i] >> POL_IMPACT_BITS != number) {
            number = impacts->docids[i] >> POL_IMPACT_BITS;
            blocks[impacts->block_count++] = (pol_impact_block){0, number, i};
        }
        pol_impact_block *block = &blocks[impacts->block_count - 1];
        block->most = impacts->shares[i] > block->most ? impacts->shares[i] : block->most;
    }
    blocks[impacts->block_count] = (pol_impact_block){0, UINT32_MAX, impacts->count};
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
                         size_t count, void *memory)
{
    pol_impacts *impacts = memory;
    pol_impact_block *blocks = (pol_impact_block *)(impacts + 1);
    double *shares = (double *)(blocks + block_room(lengths, count));
    xc_docid *docids = (xc_docid *)(shares + count);
    uint32_t kept = 0;
    for (size_t i = 0; i < count && counted[i].docid <= lengths->last; i++) {
        double times = counted[i].times * norm_in(norms, lengths, counted[i].docid);
        docids[kept] = counted[i].docid;
        shares[kept++] = times / (times + 1);
    }
    *impacts = (pol_impacts){.docids = docids, .shares = shares, .count = kept};
    pol_impacts_divide(impacts, blocks);
    return impacts;
}

pol_status pol_impacts_make(pol_index *index, const pol_lengths *lengths,
                            const pol_counted *counted, size_t count, pol_arena *arena,
                            const pol_impacts **ret_impacts, pol_error *reterr)
{
    struct pol_impact_cache *cache = cache_of(index);
    void *memory = cache ? pol_arena_alloc(arena, bytes_for(lengths, count)) : NULL;
    *ret_impacts = memory ? fill(cache->norms, lengths, counted, count, memory) : NULL;
    return memory ? POL_OK : fail_room(reterr);
}

/* --- reading ---------------------------------------------------------------------- */

typedef struct reading {
    pol_counted *counted; /* malloc()ed */
    size_t count;
    pol_frequencies frequencies;
} reading;

static pol_status read_blocks(pol_index *index, xc_postings *postings, reading *list,
                              pol_error *reterr)
{
    xc_posting block[READ_AT_ONCE];
    size_t count = 0;
    xc_error error = {0};
    do {
        if (xc_postings_read(postings, block, READ_AT_ONCE, &count, &error) != XC_OK)
            return pol_index_fail(index, &error, reterr);
        for (size_t i = 0; i < count && list->count < list->frequencies.documents; i++)
            if (block[i].wdf)
                list->counted[list->count++] = (pol_counted){block[i].docid, block[i].wdf};
    } while (count == READ_AT_ONCE && list->count < list->frequencies.documents);
    return POL_OK;
}

static pol_status read_stem(pol_index *index, pol_span stem, reading *list, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error = {0};
    xc_postings *postings = NULL;
    pol_span term = pol_term_make(POL_PREFIX_DOCUMENT_STEM, stem, buffer);
    pol_status status = pol_score_frequencies(index, stem, &list->frequencies, reterr);
    size_t bytes = ((size_t)list->frequencies.documents + 1) * sizeof *list->counted;
    if (status != POL_OK)
        return status;
    if (bytes > POL_IMPACTS_BYTES_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the words of this search are too frequent");
    list->counted = malloc(bytes);
    if (!list->counted)
        return fail_room(reterr);
    if (list->frequencies.documents == 0)
        return POL_OK;
    if (xc_postings_open(index->reader, pol_xc_bytes(term), false, &postings, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    status = read_blocks(index, postings, list, reterr);
    xc_postings_free(postings);
    return status;
}

/* Both as one word, in the place of the first. */
static pol_status join(reading *one, const reading *other, pol_error *reterr)
{
    size_t i = 0, j = 0, count = 0;
    pol_counted *joined = malloc((one->count + other->count + 1) * sizeof *joined);
    if (!joined)
        return fail_room(reterr);
    while (i < one->count || j < other->count) {
        bool has_one = i < one->count &&
                       (j == other->count || one->counted[i].docid <= other->counted[j].docid);
        bool has_other = j < other->count &&
                         (i == one->count || other->counted[j].docid <= one->counted[i].docid);
        joined[count] = has_one ? one->counted[i++] : other->counted[j];
        if (has_one && has_other)
            joined[count].times += other->counted[j].times;
        j += has_other;
        count++;
    }
    free(one->counted);
    one->counted = joined;
    one->count = count;
    one->frequencies.documents += other->frequencies.documents;
    one->frequencies.occurrences += other->frequencies.occurrences;
    return POL_OK;
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
    free(second.counted);
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
    *ret_impacts = fill(cache->norms, lengths, list->counted, list->count, memory);
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
    free(list.counted);
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
