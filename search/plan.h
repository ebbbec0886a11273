/* plan.h - a query tree to the Xapian queries that answer it.
 *
 * A query falls into units: the words, phrases and groups that must all match, each
 * standing on its own in one passage or anywhere in one document. Beside them stand
 * what must not match, filters, and numbers of documents. Stop words are no units
 * unless there is nothing else. Costs are bounded here, before anything is matched:
 * what was cut is said in a note. One thread at a time. */
#ifndef POL_SEARCH_PLAN_H
#define POL_SEARCH_PLAN_H

#include "core/arena.h"
#include "search/index.h"
#include "search/plan/builder.h"
#include "search/query.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_PLAN_BYTES_MAX = 64 << 20,
    POL_POSTINGS_MAX = 40 * 1000 * 1000, /* read for one ranking, at most about */
    POL_PAIRS_MAX = 32                   /* adjacent words that weigh more as a phrase */
};

typedef struct pol_node_list {
    const pol_node **items;
    size_t count, capacity;
} pol_node_list;

/* Which terms a condition is made of. */
typedef struct pol_place {
    const char *words; /* prefix of exact words, which have positions */
    const char *stems;
} pol_place;

extern const pol_place pol_in_text;   /* of a passage */
extern const pol_place pol_in_title;  /* of a head: its words stand nowhere else */
extern const pol_place pol_in_titles; /* the titles of passages: their stems, and the documents
                                         whose heads have the words */
extern const pol_place pol_in_head;   /* stems of a whole document, words of its title */

/* A summand of the ranking, kept for --explain. */
typedef struct pol_weighing {
    const pol_node *word, *next; /* `next`: of an adjacent pair; else NULL */
    pol_expr *query;
} pol_weighing;

/* A phrase, NEAR or prefix that was looked up already: that is dear. */
typedef struct pol_looked_up {
    const pol_node *node;
    const pol_place *place;
    pol_expr *query;
} pol_looked_up;

typedef struct pol_plan {
    pol_index *index;
    pol_builder builder;
    pol_arena arena;
    const char **notes;
    size_t note_count, note_capacity;
    uint64_t postings; /* to be read for ranking, so far */
    bool is_cut;       /* a bound hid matches: totals are a lower bound */

    pol_node_list units, excluded, filters, unfit, labels,
        meetings;           /* unfit: filters under a NOT */
    pol_node_list added;    /* words that may stand instead of others; behind `words` in the end */
    pol_node_list words;    /* WORDs and PREFIXes that may weigh, in the order typed */
    bool has_clause_filter; /* which heads cannot meet */
    bool is_for_lists;      /* evaluated over posting lists (search/local.h), never by Xapian */

    pol_looked_up *looked_up;
    size_t looked_up_count, looked_up_capacity;
    pol_weighing *weighings;
    size_t weighing_count, weighing_capacity;

    /* NULL is "no condition" in all of these. */
    pol_expr *all_units;       /* passages whose own text meets every unit */
    pol_expr *any_unit;        /* passages whose own text meets one */
    pol_expr *rank;            /* weights */
    pol_expr *not_wanted;      /* words that must not match */
    pol_expr *filter;          /* all filters but that on decision */
    pol_expr *document_filter; /* of these, the ones that heads carry too */
    pol_expr *decision;        /* the filter on decision */
    pol_expr *misfit;          /* what filters under a NOT let through no more */
    pol_expr *meeting;         /* heads of the documents of the conference that was named */
    pol_expr *label;           /* heads of the documents whose number was typed */
} pol_plan;

/* Plans the tree `root` (may be NULL), which must live as long as the plan. On failure
 * too, call pol_plan_done(). Fails: POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_plan_make(pol_plan *plan, pol_index *index, const pol_node *root,
                                        pol_error *reterr);
void pol_plan_done(pol_plan *plan);

/* `text`, what a unit must have, as a condition on passages: heads have fields, but no text. */
pol_expr *pol_plan_in_passages(pol_plan *plan, const pol_node *unit, pol_expr *text);

/* A sentence for the user, once each; what memory refuses is left out. */
void pol_plan_note(pol_plan *plan, const char *format, ...) POL_PRINTF(2, 3);

/* Counts `documents` postings; false once POL_POSTINGS_MAX is met, with a note. */
bool pol_plan_spend(pol_plan *plan, uint64_t documents);

/* What the builder met, as one of ours; POL_OK while it met nothing. */
pol_status pol_plan_status(const pol_plan *plan, pol_error *reterr);

/* Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_plan_list(pol_plan *plan, pol_node_list *list, const pol_node *node,
                                        pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
