/* nearest.c - the edit distance of a word to each word of the index. */
#include "search/nearest.h"

#include "core/schema.h"
#include "search/expand.h"

/* The best so far. */
typedef struct nearest {
    pol_span wanted;
    unsigned distance; /* one more than is allowed while nothing was found */
    uint32_t documents;
    char *buffer;
    size_t size;
} nearest;

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* At most `limit`, or any number above it. Rows of the usual table, three at a time. */
static unsigned distance(pol_span a, pol_span b, unsigned limit)
{
    unsigned rows[3][POL_WORD_MAX + 1];
    unsigned *before = rows[0], *last = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b.size; j++)
        last[j] = (unsigned)j;
    for (size_t i = 1; i <= a.size; i++) {
        unsigned best = row[0] = (unsigned)i;
        for (size_t j = 1; j <= b.size; j++) {
            unsigned changed = last[j - 1] + (a.data[i - 1] != b.data[j - 1]);
            row[j] = least(changed, least(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
            best = least(best, row[j]);
        }
        if (best > limit)
            return best;
        unsigned *free_row = before;
        before = last;
        last = row;
        row = free_row;
    }
    return last[b.size];
}

static void consider(nearest *found, pol_span word, uint32_t documents)
{
    size_t gap = word.size > found->wanted.size ? word.size - found->wanted.size
                                                : found->wanted.size - word.size;
    if (word.size == 0 || word.size > POL_WORD_MAX || gap > found->distance)
        return;
    unsigned apart = distance(found->wanted, word, found->distance);
    if (apart == 0 || apart > found->distance ||
        (apart == found->distance && documents <= found->documents))
        return;
    found->distance = apart;
    found->documents = documents;
    found->size = word.size;
    memcpy(found->buffer, word.data, word.size);
}

/* Words under a prefix; upper-case letters start other terms. */
static pol_status read_words(pol_index *index, const char *prefix, nearest *found,
                             pol_error *reterr)
{
    xc_error error = {0};
    xc_terms *terms = NULL;
    xc_bytes term = {0};
    char start[16];
    size_t size = strlen(prefix);
    memcpy(start, prefix, size);
    start[size] = 'a';
    xc_status status = xc_reader_terms(index->reader, (xc_bytes){prefix, size}, &terms, &error);
    if (status == XC_OK)
        status = xc_terms_skip_to(terms, (xc_bytes){start, size + 1}, &error);
    for (size_t looked_at = 0; status == XC_OK && looked_at < POL_TERMS_READ_MAX; looked_at++) {
        uint32_t documents = 0;
        status = xc_terms_next(terms, &term, &documents, &error);
        if (status != XC_OK || !term.data)
            break;
        consider(found, pol_span_from(pol_xc_span(term), size), documents);
    }
    xc_terms_free(terms);
    return status == XC_OK ? POL_OK : pol_index_fail(index, &error, reterr);
}

pol_status pol_nearest_word(pol_index *index, pol_span word, unsigned edits,
                            char buffer[POL_WORD_MAX + 1], pol_span *ret_nearest,
                            unsigned *ret_edits, pol_error *reterr)
{
    *ret_nearest = (pol_span){0};
    *ret_edits = 0;
    if (!index->is_local || word.size == 0 || word.size > POL_WORD_MAX)
        return POL_OK;
    nearest found = {.wanted = word, .distance = edits, .buffer = buffer};
    pol_status status = read_words(index, POL_PREFIX_WORD, &found, reterr);
    if (status == POL_OK)
        status = read_words(index, POL_PREFIX_TITLE_WORD, &found, reterr);
    if (status == POL_OK && found.size)
        *ret_nearest = pol_span_make(buffer, found.size), *ret_edits = found.distance;
    return status;
}
