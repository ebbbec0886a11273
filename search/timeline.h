/* timeline.h - what was found on a question to what was decided when, one entry a document, the
 * oldest first, and the newest of those that are policy.
 *
 * Immutable once made; outlives the index. One thread at a time. */
#ifndef POL_SEARCH_TIMELINE_H
#define POL_SEARCH_TIMELINE_H

#include "search/render.h"
#include "search/search.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_timeline_entry {
    const pol_hit *hit;         /* its best passage, one that asks for something before others */
    int year;                   /* 0: not stated */
    pol_decision decision;      /* the point's own where stated, else that of the composite the
                                   document went into, else the document's; UNKNOWN where sources
                                   contradict each other; NONE: of a kind that is not decided */
    bool is_past;               /* superseded or lapsed */
    const char *decision_words; /* "carried", "decision unclear"; "" for NONE */
} pol_timeline_entry;

typedef struct pol_timeline {
    const pol_results *found; /* the hits in the order of the entries; what is else in it is as of
                                 the search (notes, spelling, chart, ...) */
    const pol_timeline_entry *entries; /* undated ones last */
    size_t entry_count;
    const pol_timeline_entry *now; /* the newest that was carried, is no amendment, and neither
                                      superseded nor lapsed; NULL: none, or none is known to be
                                      on all that was asked for */
    size_t newer_count;            /* decided things dated after it */
    uint32_t left_out;             /* documents found and not listed: the least relevant */
    bool is_partial;               /* none has all the words */
} pol_timeline;

/* Searches; options->count documents at most are listed, the most relevant where there are more
 * (but `now` is of all). Sort, group, first and only_ids are not looked at. Free with
 * pol_timeline_free(). Fails: as pol_search(). */
POL_MUST_CHECK pol_status pol_timeline_search(pol_index *index, pol_span query,
                                              const pol_search_options *options,
                                              pol_timeline **ret_timeline, pol_error *reterr);

/* Of documents found otherwise, one hit each, which must outlive it; `subject` says what they are
 * about. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_timeline_of(pol_span subject, const pol_hit *hits, size_t count,
                                          pol_timeline **ret_timeline, pol_error *reterr);
void pol_timeline_free(pol_timeline *timeline); /* NULL is allowed */

/* Sentences that all forms of a timeline share. "14 documents, 2003 to 2021." */
void pol_timeline_add_summary(const pol_timeline *timeline, pol_buffer *buffer);
/* What stands before the citation of `now`, or says why there is none. */
const char *pol_timeline_now_words(const pol_timeline *timeline);
/* What stands behind it: that it must be read, and what came later. Nothing without `now`. */
void pol_timeline_add_caution(const pol_timeline *timeline, pol_buffer *buffer);
/* "2014"; "Year not stated". */
const char *pol_timeline_year(int year, char buffer[16]);

/* TEXT and MARKDOWN are a timeline; JSON, JSONL and CSV the same hits in the same order as
 * search/render.h writes them. No other. */
bool pol_timeline_has_output(pol_output output);
void pol_timeline_render(pol_output output, const pol_timeline *timeline,
                         const pol_render_options *options, pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
