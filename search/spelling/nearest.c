/* nearest.c - the edit distance of a word to each word of the index. */
#include "search/spelling/nearest.h"

#include "core/schema.h"
#include "search/expand.h"

/* The best so far. */
typedef struct nearest {
    pol_span wanted;
    uint32_t bytes;    /* its own: bytes_of() */
    unsigned distance; /* one more than is allowed while nothing was found */
    uint32_t documents;
    char *buffer;
    size_t size;
} nearest;

/* A bit for each kind of byte. */
static uint32_t bytes_of(pol_span word)
{
    uint32_t bytes = 0;
    for (size_t i = 0; i < word.size; i++)
        bytes |= (uint32_t)1 << (word.data[i] & 31);
    return bytes;
}

/* An edit brings in one kind at most, and takes one away. */
static bool may_be_near(const nearest *found, pol_span word)
{
    uint32_t bytes = bytes_of(word);
    return (unsigned)__builtin_popcount(bytes & ~found->bytes) <= found->distance &&
           (unsigned)__builtin_popcount(found->bytes & ~bytes) <= found->distance;
}

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

/* Counts the documents of those alone that are near: they are few. */
static pol_status consider(nearest *found, pol_index *index, const char *prefix, pol_span word,
                           pol_error *reterr)
{
    uint32_t documents = 0;
    size_t gap = word.size > found->wanted.size ? word.size - found->wanted.size
                                                : found->wanted.size - word.size;
    if (word.size == 0 || word.size > POL_WORD_MAX || gap > found->distance ||
        !may_be_near(found, word))
        return POL_OK;
    unsigned apart = distance(found->wanted, word, found->distance);
    if (apart == 0 || apart > found->distance)
        return POL_OK;
    pol_status status = pol_index_frequency(index, prefix, word, &documents, reterr);
    if (status != POL_OK || (apart == found->distance && documents <= found->documents))
        return status;
    found->distance = apart;
    found->documents = documents;
    found->size = word.size;
    memcpy(found->buffer, word.data, word.size);
    return POL_OK;
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
    pol_status considered = POL_OK;
    for (size_t looked_at = 0;
         status == XC_OK && considered == POL_OK && looked_at < POL_TERMS_READ_MAX; looked_at++) {
        status = xc_terms_next(terms, &term, NULL, &error);
        if (status != XC_OK || !term.data)
            break;
        pol_span word = pol_span_from(pol_xc_span(term), size);
        considered = consider(found, index, prefix, word, reterr);
    }
    xc_terms_free(terms);
    return status == XC_OK ? considered : pol_index_fail(index, &error, reterr);
}

pol_status pol_nearest_word(pol_index *index, pol_span word, unsigned edits,
                            char buffer[POL_WORD_MAX + 1], pol_span *ret_nearest,
                            unsigned *ret_edits, pol_error *reterr)
{
    *ret_nearest = (pol_span){0};
    *ret_edits = 0;
    if (!index->is_local || word.size == 0 || word.size > POL_WORD_MAX)
        return POL_OK;
    nearest found = {.wanted = word, .bytes = bytes_of(word), .distance = edits, .buffer = buffer};
    pol_status status = read_words(index, POL_PREFIX_WORD, &found, reterr);
    if (status == POL_OK)
        status = read_words(index, POL_PREFIX_TITLE_WORD, &found, reterr);
    if (status == POL_OK && found.size)
        *ret_nearest = pol_span_make(buffer, found.size), *ret_edits = found.distance;
    return status;
}
