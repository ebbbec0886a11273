/* leaf.c - runs of text to the leaves of a query tree: words, phrases, prefixes, as
 * the analyser cuts them. A compound becomes one word with parts. */
#include "search/query/build.h"

bool pol_leaf_is_room(pol_query *query)
{
    if (query->leaf_count < POL_QUERY_WORDS_MAX)
        return true;
    if (query->leaf_count++ == POL_QUERY_WORDS_MAX)
        pol_query_note_add(query, "only the first %d words of the query are used",
                           POL_QUERY_WORDS_MAX);
    return false;
}

static pol_span keep(pol_query *query, pol_span span)
{
    pol_span copy = {0};
    if (!span.data)
        return copy;
    copy = pol_arena_copy(&query->arena, span);
    if (!copy.data)
        pol_query_full(query);
    return copy;
}

/* `offset`: where the analysed text starts in the query. */
static pol_node *word_node(pol_query *query, const pol_token *token, size_t offset, bool is_loose)
{
    if (!pol_leaf_is_room(query))
        return NULL;
    pol_node *node = pol_node_new(query, POL_NODE_WORD, offset + token->start, offset + token->end);
    if (!node)
        return NULL;
    query->leaf_count++;
    node->word = keep(query, token->word);
    node->stem = keep(query, token->stem);
    node->other_stem = keep(query, token->other_stem);
    node->repeats = 1;
    node->is_stop_word = is_loose && token->part_count == 0 && pol_is_stop_word(token->word);
    if (token->part_count == 0)
        return node;
    size_t count = token->part_count < POL_PARTS_MAX ? token->part_count : POL_PARTS_MAX;
    node->parts = pol_arena_array(&query->arena, count, sizeof *node->parts);
    node->part_stems = pol_arena_array(&query->arena, count, sizeof *node->part_stems);
    return node->parts && node->part_stems ? node : pol_query_full(query);
}

static void add_part(pol_query *query, pol_node *compound, const pol_token *token)
{
    if (!compound || !compound->parts || compound->part_count == POL_PARTS_MAX)
        return;
    ((pol_span *)compound->parts)[compound->part_count] = keep(query, token->word);
    ((pol_span *)compound->part_stems)[compound->part_count] = keep(query, token->stem);
    compound->part_count++;
}

void pol_leaf_words(pol_query *query, pol_span text, bool is_loose, pol_nodes *list)
{
    pol_token token;
    pol_node *node = NULL;
    size_t offset = (size_t)(text.data - query->text.data);
    pol_analyser_begin(query->analyser, text);
    while (pol_analyser_next(query->analyser, &token) && query->error.status == POL_OK) {
        if (token.part > 0) {
            add_part(query, node, &token);
            continue;
        }
        node = word_node(query, &token, offset, is_loose);
        if (!node)
            return;
        pol_nodes_add(query, list, node);
    }
}

pol_node *pol_leaf_phrase(pol_query *query, pol_span text, size_t start, size_t end)
{
    pol_nodes words = {0};
    pol_leaf_words(query, text, false, &words);
    if (words.count == 0 || query->error.status != POL_OK)
        return NULL;
    pol_node *phrase = pol_node_new(query, POL_NODE_PHRASE, start, end);
    if (!phrase)
        return NULL;
    phrase->children = (const pol_node *const *)words.nodes;
    phrase->child_count = words.count;
    return phrase;
}

/* The word before the star; of a compound, closed up. Several words ("pay/condit*") or one
 * that is too short cannot be a prefix: they are read as words. */
pol_node *pol_leaf_prefix(pol_query *query, const pol_lexeme *lexeme)
{
    pol_nodes words = {0};
    pol_leaf_words(query, lexeme->text, true, &words);
    if (words.count == 0)
        return NULL;
    pol_node *last = words.nodes[words.count - 1];
    if (words.count == 1 && last->word.size >= POL_PREFIX_MIN) {
        last->type = POL_NODE_PREFIX;
        last->is_stop_word = false;
        last->end = lexeme->end;
        last->typed = pol_span_make(query->text.data + last->start, last->end - last->start);
        return last;
    }
    pol_query_note_add(query,
                       "the star of ‘%.*s*’ is ignored: it needs one word of at least %d "
                       "letters before it",
                       (int)(lexeme->text.size < 40 ? lexeme->text.size : 40), lexeme->text.data,
                       POL_PREFIX_MIN);
    return pol_group_new(query, POL_NODE_AND, &words);
}
