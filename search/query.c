/* query.c - a query as an object: parsing from text to tree in one call, filters that
 * came as options, notes. The stages are in query/build.h. */
#include "search/query.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "search/printable.h"
#include "search/query/build.h"

enum { QUERY_ARENA_LIMIT = 64 << 20, NOTE_SIZE = 200, MESSAGE_MAX = 1000 };

/* --- for all stages --------------------------------------------------------------- */

/* What was typed may stand in a message: on one line, and nothing a terminal obeys. */
static pol_span printable(pol_query *query, const char *text)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, MESSAGE_MAX);
    pol_printable_line(&buffer, pol_span_of(text));
    pol_span copy = pol_arena_copy(&query->arena, pol_buffer_span(&buffer));
    pol_buffer_done(&buffer);
    return copy.data ? copy : POL_SPAN("the query could not be read");
}

void *pol_query_fail(pol_query *query, pol_status status, size_t at, const char *text)
{
    if (query->error.status == POL_OK)
        pol_fail(&query->error, status, at, "%s", printable(query, text).data);
    return NULL;
}

void *pol_query_full(pol_query *query)
{
    if (pol_arena_is_full(&query->arena, QUERY_ARENA_LIMIT / 8))
        return pol_query_fail(query, POL_LIMIT, 0, "the query is too complex: make it shorter");
    return pol_query_fail(query, POL_NOMEM, 0, "out of memory while reading the query");
}

void pol_query_note_add(pol_query *query, const char *format, ...)
{
    char text[NOTE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    pol_span note = printable(query, text);
    for (size_t i = 0; i < query->note_count; i++)
        if (strcmp(query->notes[i], note.data) == 0)
            return;
    if (query->note_count < POL_NOTES_MAX)
        query->notes[query->note_count++] = note.data;
}

pol_node *pol_node_new(pol_query *query, pol_node_type type, size_t start, size_t end)
{
    pol_node *node = pol_arena_alloc(&query->arena, sizeof *node);
    if (!node)
        return pol_query_full(query);
    node->type = type;
    node->start = (uint32_t)start;
    node->end = (uint32_t)end;
    node->typed = pol_span_make(query->text.data + start, end > start ? end - start : 0);
    return node;
}

void pol_nodes_add(pol_query *query, pol_nodes *list, pol_node *node)
{
    if (!node)
        return;
    pol_node **grown =
        pol_arena_grow(&query->arena, list->nodes, list->count, &list->capacity, sizeof node);
    if (!grown) {
        pol_query_full(query);
        return;
    }
    list->nodes = grown;
    list->nodes[list->count++] = node;
}

/* --- making ----------------------------------------------------------------------- */

static pol_status query_new(pol_span text, pol_query **ret_query, pol_error *reterr)
{
    pol_query *query = calloc(1, sizeof *query);
    if (!query)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory while reading the query");
    pol_arena_init(&query->arena, QUERY_ARENA_LIMIT);
    query->text = pol_arena_copy(&query->arena, text);
    if (!query->text.data) {
        pol_query_free(query);
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory while reading the query");
    }
    *ret_query = query;
    return POL_OK;
}

/* Every word under one AND, also where there is only one. */
static void parse_literal(pol_query *query)
{
    pol_nodes words = {0};
    pol_leaf_words(query, query->text, true, &words);
    query->root = pol_group_new(query, POL_NODE_AND, &words);
    if (!query->root || query->root->type == POL_NODE_AND)
        return;
    words.count = 0;
    pol_nodes_add(query, &words, query->root);
    pol_node *root = pol_node_new(query, POL_NODE_AND, query->root->start, query->root->end);
    if (!root)
        return;
    root->children = (const pol_node *const *)words.nodes;
    root->child_count = words.count;
    query->root = root;
}

static void parse_operators(pol_query *query)
{
    size_t count;
    const pol_lexeme *lexemes = pol_query_lex(query, &count);
    query->root = pol_query_parse_lexemes(query, lexemes, count);
    pol_group_settle_question(query->root);
    query->root = pol_query_add_labels(query, query->root);
}

pol_status pol_query_parse_with(pol_analyser *analyser, pol_span text, bool is_literal,
                                pol_query **ret_query, pol_error *reterr)
{
    pol_query *query = NULL;
    *ret_query = NULL;
    if (text.size > POL_QUERY_MAX)
        return pol_fail(reterr, POL_LIMIT, POL_QUERY_MAX,
                        "the query has %zu bytes; at most %d are read", text.size, POL_QUERY_MAX);
    pol_status status = query_new(text, &query, reterr);
    if (status != POL_OK)
        return status;
    query->analyser = analyser;
    if (is_literal)
        parse_literal(query);
    else
        parse_operators(query);
    pol_group_settle_stop_words(query->root);
    status = query->error.status;
    if (status == POL_OK) {
        *ret_query = query;
        return POL_OK;
    }
    if (reterr)
        *reterr = query->error;
    pol_query_free(query);
    return status;
}

pol_status pol_query_parse(pol_span text, bool is_literal, pol_query **ret_query, pol_error *reterr)
{
    pol_analyser *analyser = NULL;
    *ret_query = NULL;
    pol_status status = pol_analyser_new("en", &analyser, reterr);
    if (status == POL_OK)
        status = pol_query_parse_with(analyser, text, is_literal, ret_query, reterr);
    if (status == POL_OK)
        (*ret_query)->owned_analyser = analyser;
    else
        pol_analyser_free(analyser);
    return status;
}

void pol_query_free(pol_query *query)
{
    if (!query)
        return;
    pol_analyser_free(query->owned_analyser);
    pol_arena_done(&query->arena);
    free(query);
}

/* An option's value needs no quotation marks: the shell took them. One with white space
 * is one code, or the words of a name. */
static pol_lexeme filter_lexeme(const pol_query *query, pol_field field, size_t name_size)
{
    pol_lexeme lexeme = {.type = POL_LEXEME_FIELD, .end = (uint32_t)query->text.size};
    lexeme.field = field;
    lexeme.text = pol_span_trim(pol_span_from(query->text, name_size));
    if (lexeme.text.size > 1 && lexeme.text.data[0] == '"' &&
        pol_span_ends(lexeme.text, POL_SPAN("\""))) {
        lexeme.form = POL_VALUE_QUOTED;
        lexeme.text = pol_span_make(lexeme.text.data + 1, lexeme.text.size - 2);
    } else if (pol_span_find(lexeme.text, POL_SPAN(" "), 0) != (size_t)-1) {
        bool is_words = pol_field_info_of(field)->type == POL_TYPE_WORDS;
        lexeme.form = is_words ? POL_VALUE_LIST : POL_VALUE_QUOTED;
    }
    return lexeme;
}

/* The value's node. Offsets of its words are into "field:value", which is kept. */
static pol_node *filter_node(pol_query *query, pol_field field, pol_span value)
{
    pol_buffer typed;
    pol_buffer_init(&typed, POL_QUERY_MAX * 2);
    pol_buffer_printf(&typed, "%s:", pol_field_info_of(field)->name);
    size_t name_size = typed.size;
    pol_buffer_add(&typed, value);
    query->text = pol_arena_copy(&query->arena, pol_buffer_span(&typed));
    pol_buffer_done(&typed);
    if (!query->text.data)
        return pol_query_full(query);
    pol_lexeme lexeme = filter_lexeme(query, field, name_size);
    pol_node *node = pol_leaf_field(query, &lexeme);
    return node ? node : pol_query_fail(query, POL_USAGE, name_size, "a filter needs a value");
}

static pol_node *exact_node(pol_query *query, pol_field field, pol_span value)
{
    query->text = pol_arena_copy(&query->arena, value.data ? value : POL_SPAN(""));
    return query->text.data ? pol_leaf_exact(query, field, query->text) : pol_query_full(query);
}

typedef pol_node *make_filter(pol_query *query, pol_field field, pol_span value);

static pol_status add_filter(pol_query *query, pol_field field, pol_span value, make_filter *make,
                             pol_error *reterr)
{
    if (value.size > POL_QUERY_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the value of %s is too long",
                        pol_field_info_of(field)->name);
    pol_span text = query->text;
    size_t leaf_count = query->leaf_count;
    pol_nodes list = {0};
    query->leaf_count = 0; /* a filter is never dropped for a long query */
    pol_nodes_add(query, &list, query->root);
    pol_nodes_add(query, &list, make(query, field, value));
    pol_node *root = pol_group_new(query, POL_NODE_AND, &list);
    query->text = text;
    query->leaf_count = leaf_count;
    pol_status status = query->error.status;
    if (status == POL_OK)
        query->root = root;
    else if (reterr)
        *reterr = query->error;
    query->error = (pol_error){0}; /* the query stays as it was */
    return status;
}

pol_status pol_query_add_filter(pol_query *query, pol_field field, pol_span value,
                                pol_error *reterr)
{
    return add_filter(query, field, value, filter_node, reterr);
}

pol_status pol_query_add_exact(pol_query *query, pol_field field, pol_span value, pol_error *reterr)
{
    return add_filter(query, field, value, exact_node, reterr);
}

const pol_node *pol_query_root(const pol_query *query)
{
    return query->root;
}

size_t pol_query_note_count(const pol_query *query)
{
    return query->note_count;
}

const char *pol_query_note(const pol_query *query, size_t index)
{
    return index < query->note_count ? query->notes[index] : "";
}
