/* results.h - what a search found, ready to be written in any format.
 *
 * Immutable once made and independent of the index; one thread at a time. Spans are
 * UTF-8 and belong to the pol_results. */
#ifndef POL_SEARCH_RESULTS_H
#define POL_SEARCH_RESULTS_H

#include "document/stored.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Which promise a hit keeps. Results come in this order. */
typedef enum pol_tier {
    POL_TIER_LABEL = 0,  /* the document whose number was typed */
    POL_TIER_CONFERENCE, /* documents of the conference whose name was typed */
    POL_TIER_PASSAGE,    /* all words in one passage */
    POL_TIER_DOCUMENT,   /* all words in one document, its title and lead-ins counted */
    POL_TIER_PARTIAL,    /* some of the words: shown where few documents have all */
    POL_TIER_ANY,        /* ranked without tiers (--match any, filters alone) */
    POL_TIER_COUNT
} pol_tier;

const char *
pol_tier_code(pol_tier tier); /* "label" "conference" "passage" "document" "partial" "any" */
const char *pol_tier_label(pol_tier tier); /* "All the words in one passage" */

typedef struct pol_highlight {
    uint32_t start, end; /* bytes of the passage's text (or title), end excluded */
} pol_highlight;

typedef struct pol_hit {
    const pol_stored *stored;   /* the document; shared by its hits */
    const pol_passage *passage; /* NULL: the document itself (its title matched, or no words) */
    const pol_passage *lead_in; /* NULL if it has none */
    pol_tier tier;
    double score;
    const pol_highlight *highlights; /* in passage->text, in order, not overlapping */
    size_t highlight_count;
    const pol_highlight *title_highlights; /* in document.display_title */
    size_t title_highlight_count;
    uint32_t group_more; /* --group motion: further matching passages of it, at least */
} pol_hit;

typedef struct pol_facet_count {
    pol_span value;   /* code or printed value */
    uint32_t motions; /* documents, not passages */
} pol_facet_count;

typedef struct pol_facet {
    const char *field;             /* "decision" */
    const pol_facet_count *values; /* most documents first, then by value; years newest first */
    size_t value_count;
} pol_facet;

/* search/chart.h: documents of one year that were decided so. */
typedef struct pol_chart_count {
    int year;
    pol_decision decision; /* POL_DECISION_NONE: of a kind that is not decided */
    uint32_t documents;
} pol_chart_count;

typedef struct pol_results {
    pol_span query;           /* as typed */
    pol_span understood;      /* pol_query_understood() */
    const char *const *notes; /* limits reached, text read as words, ... */
    size_t note_count;
    pol_tier tier;  /* the best tier that has a hit */
    uint32_t total; /* hits in all tiers shown */
    uint32_t tier_totals[POL_TIER_COUNT];
    bool total_is_exact;
    bool is_grouped;
    bool is_read;               /* its words as filters: pol_query_read_outcomes() */
    bool asks_nothing;          /* the query has no word and no filter */
    uint32_t hidden_not_stated; /* hits that a filter on decision hid as nothing is stated */
    size_t offset, limit;
    double took_ms;
    const pol_facet *facets;
    size_t facet_count;
    bool facets_are_exact;
    bool has_timed_out;           /* options.timeout_ms was over */
    const pol_chart_count *chart; /* options.wants_chart: by year, then by decision */
    size_t chart_count;           /* documents without a year are in none */
    const pol_hit *hits;
    size_t hit_count;
    pol_span corrected;  /* the query with other spellings, which was searched for, as nothing has
                            all the words as typed; absent: `query` was */
    pol_span suggestion; /* another spelling of the whole query, which was not; absent for none */
    const pol_span *unknown_words; /* words typed that the index does not have at all */
    size_t unknown_word_count;
    bool lacks_words; /* a word typed is in no document, so that what was found, which has only some
                         of the others, need not be about what was asked for */
    bool is_off_subject;         /* so at least half of the words: the hits are best shown as a
                                    search of their own, for `rest` */
    const pol_span *other_words; /* lacks_words: those typed that there are, common ones aside */
    size_t other_word_count;
    pol_span rest;              /* lacks_words: the query without the words that are nowhere */
    uint32_t indexed_documents; /* for "searched 5 documents" */
    pol_span explain;           /* --explain: tree, Xapian query, weights; absent otherwise */
} pol_results;

void pol_results_free(pol_results *results); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
