/* build.h - what the stages of the query parser share (private to search/):
 *
 *   text -> lexemes (lexer.c) -> leaves (leaf.c, field.c)
 *        -> tree (parser.c), labels beside it (label.c)
 *
 * Everything lives in the query's arena. The first failure is kept in query->error;
 * later stages then make nothing more, and pol_query_parse() returns it once. */
#ifndef POL_SEARCH_QUERY_BUILD_H
#define POL_SEARCH_QUERY_BUILD_H

#include "core/arena.h"
#include "core/error.h"
#include "search/query.h"

enum {
    POL_NEAR_DEFAULT = 10, /* NEAR alone */
    POL_NEAR_MAX = 100,
    POL_PREFIX_MIN = 2, /* characters before a star */
    POL_PARTS_MAX = 16, /* parts of a compound that are kept */
    POL_NOTES_MAX = 20
};

typedef enum pol_lexeme_type {
    POL_LEXEME_TEXT = 0, /* a run of characters without white space */
    POL_LEXEME_PHRASE,   /* text: what stands between the quotation marks */
    POL_LEXEME_PREFIX,   /* text: what stands before the star */
    POL_LEXEME_FIELD,    /* text: the value */
    POL_LEXEME_OPEN,
    POL_LEXEME_CLOSE,
    POL_LEXEME_NOT,
    POL_LEXEME_AND,
    POL_LEXEME_OR,
    POL_LEXEME_NEAR
} pol_lexeme_type;

typedef enum pol_value_form {
    POL_VALUE_BARE = 0, /* year:2010..2015, decision:carried,lost */
    POL_VALUE_QUOTED,   /* title:"fair pay": one value */
    POL_VALUE_LIST      /* title:(fair pay), decision:(carried OR lost) */
} pol_value_form;

typedef struct pol_lexeme {
    pol_lexeme_type type;
    uint32_t start, end; /* of the query as typed */
    pol_span text;
    pol_field field;
    pol_value_form form;
    uint32_t window;
} pol_lexeme;

struct pol_query {
    pol_arena arena;
    pol_span text;
    pol_node *root;
    const char *notes[POL_NOTES_MAX];
    size_t note_count;
    size_t leaf_count; /* words, prefixes and filters made so far */
    pol_analyser *analyser;
    pol_analyser *owned_analyser; /* the same, where it is the query's own; else NULL */
    pol_error error;
};

/* A growing list of nodes. */
typedef struct pol_nodes {
    pol_node **nodes;
    size_t count, capacity;
} pol_nodes;

/* query.c */
/* Records the first failure; always returns NULL. */
void *pol_query_fail(pol_query *query, pol_status status, size_t at, const char *text);
void *pol_query_full(pol_query *query); /* the arena gave nothing: why? */
void pol_query_note_add(pol_query *query, const char *format, ...) POL_PRINTF(2, 3);
pol_node *pol_node_new(pol_query *query, pol_node_type type, size_t start, size_t end);
void pol_nodes_add(pol_query *query, pol_nodes *list, pol_node *node); /* NULL: skipped */

static inline pol_node *pol_node_child(const pol_node *node, size_t index)
{
    return (pol_node *)node->children[index]; /* ours while the tree is being made */
}

/* lexer.c: cuts query->text; NULL and 0 on failure or for nothing. */
const pol_lexeme *pol_query_lex(pol_query *query, size_t *ret_count);
/* The parts of a value list, white space or commas between them, a bare OR left out. */
bool pol_value_next(pol_span *rest, pol_span *ret_value);

/* leaf.c: the words of `text`, a run of query->text, appended to `list`. Loose words
 * carry the stop word flag. */
void pol_leaf_words(pol_query *query, pol_span text, bool is_loose, pol_nodes *list);
pol_node *pol_leaf_phrase(pol_query *query, pol_span text, size_t start, size_t end);
pol_node *pol_leaf_prefix(pol_query *query, const pol_lexeme *lexeme);
/* Room for one more word? Notes it once where there is none. */
bool pol_leaf_is_room(pol_query *query);

/* field.c: a FIELD, or an OR of several; NULL where the value holds no word or on
 * failure. */
pol_node *pol_leaf_field(pol_query *query, const pol_lexeme *lexeme);
/* The same for an exact filter. */
pol_node *pol_leaf_exact(pol_query *query, pol_field field, pol_span value);

/* group.c: one node of AND or OR for the list: flattened, repeated words counted,
 * several values of one field joined by OR; the child itself where there is only one;
 * NULL for none. */
pol_node *pol_group_new(pol_query *query, pol_node_type type, const pol_nodes *list);
/* Several values of one field, or one: which field; POL_FIELD_COUNT for anything else. */
pol_field pol_group_field(const pol_node *node);
/* Does it hold anything that is searched for, common words and filters aside? */
bool pol_group_has_content(const pol_node *node);
/* Stop words count where there is nothing else to search for. */
void pol_group_settle_stop_words(pol_node *root);
void pol_group_clear_stop_words(pol_node *node);

/* question.c: "what is our policy on pay" asks for pay; the words before need not match. */
void pol_group_settle_question(pol_node *root);
/* "was motion 12 carried": leaves the words of the number. */
void pol_question_strip(const pol_node *const **words, size_t *count);

/* parser.c: NULL for nothing. */
pol_node *pol_query_parse_lexemes(pol_query *query, const pol_lexeme *lexemes, size_t count);

/* outcomes.c: "lost": "decision:lost"; NULL for a word that names no filter. */
const char *pol_outcome_filter(pol_span word);

/* label.c: the root with LABELs before its words where these are a label. */
pol_node *pol_query_add_labels(pol_query *query, pol_node *root);

#endif
