/* parser.c - lexemes to a query tree.
 *
 * First each lexeme becomes an item: a leaf, a bracket or an operator; what holds no word
 * falls away, and an operator that has nothing to join is read as a word. What remains
 * always fits this grammar, so that the parser itself meets no errors:
 *
 *   sequence = any { any }            all of them, white space between
 *   any      = all { OR all }
 *   all      = near { AND near }
 *   near     = unary { NEAR unary }
 *   unary    = { NOT } ( leaf | "(" sequence ")" )
 *
 * Recursion is as deep as brackets nest: POL_QUERY_DEPTH_MAX. */
#include "search/query/build.h"

typedef struct pol_item {
    pol_lexeme_type type; /* TEXT for every leaf */
    const pol_lexeme *lexeme;
    pol_node *node;
} pol_item;

typedef struct pol_parser {
    pol_query *query;
    pol_item *items;
    size_t count;
    size_t at;
} pol_parser;

/* --- items ------------------------------------------------------------------------ */

static pol_node *text_node(pol_query *query, pol_span text)
{
    pol_nodes words = {0};
    pol_leaf_words(query, text, true, &words);
    return pol_group_new(query, POL_NODE_AND, &words);
}

static pol_node *leaf_node(pol_query *query, const pol_lexeme *lexeme)
{
    switch (lexeme->type) {
    case POL_LEXEME_PHRASE:
        return pol_leaf_phrase(query, lexeme->text, lexeme->start, lexeme->end);
    case POL_LEXEME_PREFIX:
        return pol_leaf_prefix(query, lexeme);
    case POL_LEXEME_FIELD:
        return pol_leaf_field(query, lexeme);
    default:
        return text_node(query, lexeme->text);
    }
}

static bool is_leaf_lexeme(pol_lexeme_type type)
{
    return type <= POL_LEXEME_FIELD;
}

/* What holds no word falls away, and with it the NOTs right before it. */
static void drop_operand(pol_parser *parser)
{
    while (parser->count > 0 && parser->items[parser->count - 1].type == POL_LEXEME_NOT)
        parser->count--;
}

static void make_items(pol_parser *parser, const pol_lexeme *lexemes, size_t count)
{
    pol_query *query = parser->query;
    for (size_t i = 0; i < count && query->error.status == POL_OK; i++) {
        pol_item item = {lexemes[i].type, &lexemes[i], NULL};
        bool is_empty = false;
        if (is_leaf_lexeme(item.type)) {
            item.node = leaf_node(query, &lexemes[i]);
            item.type = POL_LEXEME_TEXT;
            is_empty = !item.node;
        } else if (item.type == POL_LEXEME_CLOSE && parser->count > 0 &&
                   parser->items[parser->count - 1].type == POL_LEXEME_OPEN) {
            parser->count--; /* brackets around nothing */
            is_empty = true;
        }
        if (is_empty)
            drop_operand(parser);
        else
            parser->items[parser->count++] = item;
    }
}

static bool starts_operand(pol_lexeme_type type)
{
    return type == POL_LEXEME_TEXT || type == POL_LEXEME_OPEN || type == POL_LEXEME_NOT;
}

static bool ends_operand(pol_lexeme_type type)
{
    return type == POL_LEXEME_TEXT || type == POL_LEXEME_CLOSE;
}

/* Turns operators that cannot serve into words; a hyphen has none and falls away. */
static void settle_operators(pol_parser *parser)
{
    const pol_lexeme_type nothing = POL_LEXEME_AND;
    pol_lexeme_type next = nothing;
    for (size_t i = parser->count; i-- > 0;) {
        pol_item *item = &parser->items[i];
        pol_lexeme_type type = item->type, before = i ? parser->items[i - 1].type : nothing;
        bool serves = true;
        if (type == POL_LEXEME_NOT)
            serves = starts_operand(next);
        else if (type > POL_LEXEME_NOT)
            serves = starts_operand(next) && ends_operand(before);
        if (!serves) {
            item->node =
                item->lexeme->text.size ? text_node(parser->query, item->lexeme->text) : NULL;
            item->type = POL_LEXEME_TEXT;
            next = nothing; /* a word now, but nothing to join for the one before it */
        } else {
            next = type;
        }
    }
}

/* --- the grammar ------------------------------------------------------------------ */

static pol_node *parse_sequence(pol_parser *parser);

static bool is_next(const pol_parser *parser, pol_lexeme_type type)
{
    return parser->at < parser->count && parser->items[parser->at].type == type;
}

static bool take(pol_parser *parser, pol_lexeme_type type)
{
    bool is_there = is_next(parser, type);
    parser->at += is_there;
    return is_there;
}

static pol_node *parse_unary(pol_parser *parser)
{
    size_t start = parser->at, nots = 0;
    while (take(parser, POL_LEXEME_NOT))
        nots++;
    pol_node *node = NULL;
    if (take(parser, POL_LEXEME_OPEN)) {
        node = parse_sequence(parser);
        take(parser, POL_LEXEME_CLOSE);
    } else if (is_next(parser, POL_LEXEME_TEXT)) {
        node = parser->items[parser->at++].node;
    }
    if (nots % 2 == 0 || !node)
        return node;
    pol_group_clear_stop_words(node); /* who excludes a common word means it */
    pol_node *excluded =
        pol_node_new(parser->query, POL_NODE_NOT, parser->items[start].lexeme->start, node->end);
    pol_nodes list = {0};
    pol_nodes_add(parser->query, &list, node);
    if (!excluded || list.count == 0)
        return NULL;
    excluded->children = (const pol_node *const *)list.nodes;
    excluded->child_count = 1;
    return excluded;
}

static pol_node *near_node(pol_query *query, const pol_nodes *list, uint32_t window)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->nodes[i]->type != POL_NODE_WORD) {
            pol_query_note_add(query, "NEAR joins single words only: read as AND");
            return pol_group_new(query, POL_NODE_AND, list);
        }
    if (list->count < 2)
        return list->count ? list->nodes[0] : NULL;
    pol_node *near = pol_node_new(query, POL_NODE_NEAR, list->nodes[0]->start,
                                  list->nodes[list->count - 1]->end);
    if (!near)
        return NULL;
    near->children = (const pol_node *const *)list->nodes;
    near->child_count = list->count;
    near->window = window;
    pol_group_clear_stop_words(near);
    return near;
}

static pol_node *parse_near(pol_parser *parser)
{
    pol_nodes list = {0};
    uint32_t window = 0;
    pol_node *first = parse_unary(parser);
    if (!is_next(parser, POL_LEXEME_NEAR))
        return first;
    pol_nodes_add(parser->query, &list, first);
    while (is_next(parser, POL_LEXEME_NEAR)) {
        uint32_t own = parser->items[parser->at++].lexeme->window;
        window = own > window ? own : window;
        pol_nodes_add(parser->query, &list, parse_unary(parser));
    }
    return near_node(parser->query, &list, window);
}

static pol_node *parse_all(pol_parser *parser)
{
    pol_nodes list = {0};
    do
        pol_nodes_add(parser->query, &list, parse_near(parser));
    while (take(parser, POL_LEXEME_AND));
    return pol_group_new(parser->query, POL_NODE_AND, &list);
}

static pol_node *parse_any(pol_parser *parser)
{
    pol_nodes list = {0};
    do
        pol_nodes_add(parser->query, &list, parse_all(parser));
    while (take(parser, POL_LEXEME_OR));
    return pol_group_new(parser->query, POL_NODE_OR, &list);
}

static pol_node *parse_sequence(pol_parser *parser)
{
    pol_nodes list = {0};
    while (parser->at < parser->count && !is_next(parser, POL_LEXEME_CLOSE))
        pol_nodes_add(parser->query, &list, parse_any(parser));
    return pol_group_new(parser->query, POL_NODE_AND, &list);
}

pol_node *pol_query_parse_lexemes(pol_query *query, const pol_lexeme *lexemes, size_t count)
{
    pol_parser parser = {.query = query};
    parser.items = pol_arena_array(&query->arena, count, sizeof *parser.items);
    if (!parser.items)
        return count ? pol_query_full(query) : NULL;
    make_items(&parser, lexemes, count);
    settle_operators(&parser);
    return query->error.status == POL_OK ? parse_sequence(&parser) : NULL;
}
