/* listing.h - what an index holds, for browsing: the documents of a conference in the order of
 * an agenda, and counts of the whole.
 *
 * Both are immutable once made and independent of the index, so that any number of threads
 * can share them; make them once for each revision (pol_index_revision()). Documents are counted,
 * not passages, and exactly. */
#ifndef POL_SEARCH_LISTING_H
#define POL_SEARCH_LISTING_H

#include "document/stored.h"
#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_LISTING_MAX = 5000,       /* entries of one listing */
    POL_OUTLINE_NAMES_MAX = 10000 /* conferences, and organisations */
};

/* Which documents. */
typedef struct pol_listing_options {
    pol_span conference; /* name without the year, exactly; absent: all */
    int year;            /* 0: all */
    size_t first;        /* from 0 */
    size_t count;        /* 1..POL_LISTING_MAX */
} pol_listing_options;

typedef struct pol_listing {
    const pol_listed *entries; /* in the order of document/stored.h */
    size_t count;
    size_t first;
    uint32_t total; /* of all that meet the options */
    bool is_cut;    /* there are more behind these */
} pol_listing;

/* Nothing that meets the options is POL_OK with no entries. Free with pol_listing_free().
 * Fails: POL_USAGE (count out of its bounds), POL_NOMEM, POL_LIMIT, POL_CHANGED (refresh and
 * try again), and as reading the index. */
POL_MUST_CHECK pol_status pol_listing_make(pol_index *index, const pol_listing_options *options,
                                           pol_listing **ret_listing, pol_error *reterr);
void pol_listing_free(pol_listing *listing); /* NULL is allowed */

/* The place of a document in entries; (size_t)-1 where it is not there. Before and behind it
 * are the previous and the next. */
size_t pol_listing_find(const pol_listing *listing, pol_span id);

typedef struct pol_neighbours {
    pol_listing *previous, *next; /* of one entry each, or of none */
} pol_neighbours;

/* The documents before and behind `id` in its conference and year, without a listing of all.
 * Of a document without a conference there are none. Free with pol_neighbours_done(), also
 * after a failure. Fails as pol_listing_make(), and POL_NOTFOUND. */
POL_MUST_CHECK pol_status pol_neighbours_find(pol_index *index, pol_span id,
                                              pol_neighbours *ret_neighbours, pol_error *reterr);
void pol_neighbours_done(pol_neighbours *neighbours);

/* --- the whole index -------------------------------------------------------------- */

typedef struct pol_outline_count {
    pol_span value; /* code or printed value */
    uint32_t documents;
} pol_outline_count;

typedef struct pol_outline_year {
    int year; /* 0: not stated */
    uint32_t documents;
} pol_outline_year;

typedef struct pol_outline_conference {
    pol_span name; /* without the year */
    uint32_t documents;
    int first_year, last_year;     /* 0: none is stated */
    const pol_outline_year *years; /* newest first, not stated behind */
    size_t year_count;
} pol_outline_conference;

typedef struct pol_outline {
    const pol_outline_conference *conferences; /* by name */
    size_t conference_count;
    const pol_outline_year *years; /* newest first; without those that state none */
    size_t year_count;
    const pol_outline_count *decisions; /* the most documents first, then by value */
    size_t decision_count;
    const pol_outline_count *kinds;
    size_t kind_count;
    const pol_outline_count *organisations;
    size_t organisation_count;
    bool is_cut; /* more conferences or organisations than POL_OUTLINE_NAMES_MAX */
    uint32_t documents, passages;
    int64_t changed; /* when a document of the index last changed, Unix seconds; 0: not known */
} pol_outline;

/* Free with pol_outline_free(). Fails as pol_listing_make(). */
POL_MUST_CHECK pol_status pol_outline_make(pol_index *index, pol_outline **ret_outline,
                                           pol_error *reterr);
void pol_outline_free(pol_outline *outline); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
