/* frequency.c - a table in which the latest of the terms that share a place is remembered. */
#include "search/evaluate/frequency.h"

#include <stdlib.h>

enum { PLACES = 512, TERM_MAX = 46 };

typedef struct remembered {
    uint64_t occurrences;
    uint32_t documents;
    bool has_documents, has_occurrences;
    uint8_t size;
    char term[TERM_MAX];
} remembered;

struct pol_frequencies_memo {
    remembered of[PLACES];
};

/* Its place; NULL where it has none: a long term, or memory is short. */
static remembered *place_of(pol_index *index, pol_span term)
{
    if (!index->frequencies)
        index->frequencies = calloc(1, sizeof *index->frequencies);
    if (!index->frequencies || term.size == 0 || term.size > TERM_MAX)
        return NULL;
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < term.size; i++)
        hash = (hash ^ (unsigned char)term.data[i]) * 16777619u;
    remembered *at = &index->frequencies->of[(hash ^ hash >> 16) % PLACES];
    if (at->size == term.size && memcmp(at->term, term.data, term.size) == 0)
        return at;
    *at = (remembered){.size = (uint8_t)term.size};
    memcpy(at->term, term.data, term.size);
    return at;
}

pol_status pol_frequency_documents(pol_index *index, pol_span term, uint32_t *ret_documents,
                                   pol_error *reterr)
{
    xc_error error = {0};
    remembered *at = place_of(index, term);
    *ret_documents = 0;
    if (at && at->has_documents) {
        *ret_documents = at->documents;
        return POL_OK;
    }
    if (xc_reader_term_frequency(index->reader, pol_xc_bytes(term), ret_documents, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    if (at) {
        at->documents = *ret_documents;
        at->has_documents = true;
    }
    return POL_OK;
}

pol_status pol_frequency_occurrences(pol_index *index, pol_span term, uint64_t *ret_occurrences,
                                     pol_error *reterr)
{
    xc_error error = {0};
    remembered *at = place_of(index, term);
    *ret_occurrences = 0;
    if (at && at->has_occurrences) {
        *ret_occurrences = at->occurrences;
        return POL_OK;
    }
    if (xc_reader_collection_frequency(index->reader, pol_xc_bytes(term), ret_occurrences,
                                       &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    if (at) {
        at->occurrences = *ret_occurrences;
        at->has_occurrences = true;
    }
    return POL_OK;
}
