/* query.h - a query as typed to a query tree that can be printed.
 *
 * docs/query-language.md is the contract. Ordinary text is never an error: whatever is
 * no operator is read as words. A tree is immutable and belongs to its pol_query; it
 * knows the words as typed and as analysed (core/analysis.h), never the index.
 * Safe in any thread, one pol_query in one thread at a time. */
#ifndef POL_SEARCH_QUERY_H
#define POL_SEARCH_QUERY_H

#include "core/analysis.h"
#include "core/buffer.h"
#include "core/schema.h"
#include "core/vocabulary.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_QUERY_MAX = 64 << 10,  /* bytes of a query; longer: POL_LIMIT */
    POL_QUERY_WORDS_MAX = 400, /* words that are used; the rest is ignored and noted */
    POL_QUERY_DEPTH_MAX = 32   /* nested parentheses; deeper ones are read as text */
};

typedef enum pol_node_type {
    POL_NODE_AND, /* children all match */
    POL_NODE_OR,
    POL_NODE_NOT,    /* one child, which must not match the passage */
    POL_NODE_WORD,   /* one word in any form; a compound has parts */
    POL_NODE_PHRASE, /* children are WORDs, verbatim and in order */
    POL_NODE_NEAR,   /* children are WORDs (any form), within `window` words */
    POL_NODE_PREFIX, /* privat*: exact words that start so */
    POL_NODE_FIELD,  /* field:value or a range; a filter that weighs nothing */
    POL_NODE_LABEL   /* "Composite C", "motion 12 2015", "75.1": a document's number */
} pol_node_type;

typedef struct pol_node pol_node;
struct pol_node {
    pol_node_type type;
    const pol_node *const *children;
    size_t child_count;
    uint32_t start, end; /* bytes of the query as typed */
    pol_span typed;      /* as typed, for echo and messages */
    /* WORD, PREFIX: */
    pol_span word; /* exact; of a compound the closed-up word */
    pol_span stem;
    pol_span other_stem;   /* absent, or a second reading (see pol_token) */
    const pol_span *parts; /* exact words of a compound's parts, in order; NULL if simple */
    const pol_span *part_stems;
    size_t part_count;
    uint32_t repeats; /* times typed at this level, at least 1 */
    bool is_stop_word;
    double share; /* of what a typed word weighs: of one that was added (search/alias.h); else 0 */
    /* OR: */
    bool is_alias; /* the first child was typed, the others may stand instead */
    /* NEAR: */
    uint32_t window;
    /* FIELD: */
    pol_field field;
    bool is_exact;      /* the value as documents have it in full, in `low` and `high` */
    pol_span low, high; /* folded value; equal, or both ends of a range, absent: open.
                           WORDS fields: `children` are the WORDs of the value, or one
                           PHRASE where it was quoted, or one PREFIX. DATE: `high` is completed
                           to its last day. decision:policy keeps "policy"; id: is not
                           folded. */
    /* LABEL: one for each way of printing the number: folded number in `word`; year in `low`,
       absent where not typed; as children, the filter that the conference's name is, where typed.
       Without a `word`, its children are filters that are a conference, whose name the query is
       (search/meeting.h). The words of a label are also there as ordinary WORDs beside it: a label
       only puts first. */
};

typedef struct pol_query pol_query;

/* Parses `text`. `is_literal`: no operators at all, every word a WORD under one AND
 * (TREC runs). Fails: POL_LIMIT (over POL_QUERY_MAX), POL_NOMEM, POL_USAGE (a value that
 * cannot be one, e.g. decision:carryed, year:20l5; `at` is its offset and the text lists the
 * right ones) - a *field name* that is unknown is ordinary text. */
POL_MUST_CHECK pol_status pol_query_parse(pol_span text, bool is_literal, pol_query **ret_query,
                                          pol_error *reterr);
/* The same by an English analyser that the caller has, which must outlive the query: a
 * new one costs more than most searches. */
POL_MUST_CHECK pol_status pol_query_parse_with(pol_analyser *analyser, pol_span text,
                                               bool is_literal, pol_query **ret_query,
                                               pol_error *reterr);
void pol_query_free(pol_query *query);

/* "motions lost in 2014": where that is the whole query, the filters which it means take the place
 * of its words, and a note says so. Before filters are added. Fails: POL_NOMEM, POL_LIMIT; the
 * query can only be freed then. */
POL_MUST_CHECK pol_status pol_query_read_outcomes(pol_query *query, bool *ret_is_read,
                                                  pol_error *reterr);

/* The root; NULL for a query without any word or filter. */
const pol_node *pol_query_root(const pol_query *query);

/* Adds `field:value` filters that came as options (--year 2010..2015), before use. As
 * pol_query_parse() fails. `value` is what would stand behind the colon. */
POL_MUST_CHECK pol_status pol_query_add_filter(pol_query *query, pol_field field, pol_span value,
                                               pol_error *reterr);

/* Adds an exact filter (search/search.h) in the same way. Fails also with POL_USAGE for a field
 * that has none, and for a code or year that is none. */
POL_MUST_CHECK pol_status pol_query_add_exact(pol_query *query, pol_field field, pol_span value,
                                              pol_error *reterr);

/* Notes for the user: "unclosed quotation mark read as text", "only the first 400 words
 * are used". */
size_t pol_query_note_count(const pol_query *query);
const char *pol_query_note(const pol_query *query, size_t index);

/* The tree on one line, for tests and --explain:
 * `(and democratic deficit (year 2010..2015))`. */
void pol_query_print(const pol_query *query, pol_buffer *buffer);

/* In words: "passages with ‘democratic’ and ‘deficit’, carried, 2010 to 2015". */
void pol_query_understood(const pol_query *query, pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
