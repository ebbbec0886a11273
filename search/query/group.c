/* group.c - lists of nodes to AND and OR nodes in their simplest form, and what a
 * whole tree settles: which stop words count. */
#include "search/query/build.h"

static void add_flat(pol_query *query, pol_node_type type, pol_node *node, pol_nodes *flat)
{
    if (node->type != type) {
        pol_nodes_add(query, flat, node);
        return;
    }
    for (size_t i = 0; i < node->child_count; i++)
        pol_nodes_add(query, flat, pol_node_child(node, i));
}

static bool is_same_word(const pol_node *a, const pol_node *b)
{
    return a->type == POL_NODE_WORD && b->type == POL_NODE_WORD &&
           pol_span_equal(a->stem, b->stem) && a->part_count == b->part_count;
}

/* "pay, pay and pay": one word that counts three times. At most POL_QUERY_WORDS_MAX nodes
 * are compared with each other. */
static void count_repeats(pol_nodes *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        size_t same = 0;
        while (same < kept && !is_same_word(list->nodes[same], list->nodes[i]))
            same++;
        if (same < kept)
            list->nodes[same]->repeats += list->nodes[i]->repeats;
        else
            list->nodes[kept++] = list->nodes[i];
    }
    list->count = kept;
}

pol_field pol_group_field(const pol_node *node)
{
    if (node->type == POL_NODE_FIELD)
        return node->field;
    if (node->type != POL_NODE_OR)
        return POL_FIELD_COUNT;
    for (size_t i = 0; i < node->child_count; i++)
        if (node->children[i]->type != POL_NODE_FIELD ||
            node->children[i]->field != node->children[0]->field ||
            node->children[i]->is_exact != node->children[0]->is_exact)
            return POL_FIELD_COUNT;
    return node->children[0]->field;
}

/* A document has one decision, year or number, so that several values can only mean any
 * of them; of words in a title, all can be meant. */
static bool is_alternative(pol_field field, bool is_exact)
{
    return field != POL_FIELD_COUNT &&
           (is_exact || pol_field_info_of(field)->type != POL_TYPE_WORDS);
}

/* Of a group of values of one field; never mixed: a facet narrows what was typed. */
static bool is_exact(const pol_node *node)
{
    return node->type == POL_NODE_OR ? is_exact(node->children[0]) : node->is_exact;
}

static void join_fields(pol_query *query, pol_nodes *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        pol_field field = pol_group_field(list->nodes[i]);
        bool exact = field != POL_FIELD_COUNT && is_exact(list->nodes[i]);
        size_t same = is_alternative(field, exact) ? 0 : kept;
        while (same < kept && (pol_group_field(list->nodes[same]) != field ||
                               is_exact(list->nodes[same]) != exact))
            same++;
        if (same == kept) {
            list->nodes[kept++] = list->nodes[i];
            continue;
        }
        pol_nodes both = {0};
        pol_nodes_add(query, &both, list->nodes[same]);
        pol_nodes_add(query, &both, list->nodes[i]);
        pol_node *joined = pol_group_new(query, POL_NODE_OR, &both);
        if (joined)
            list->nodes[same] = joined;
    }
    list->count = kept;
}

pol_node *pol_group_new(pol_query *query, pol_node_type type, const pol_nodes *list)
{
    pol_nodes flat = {0};
    for (size_t i = 0; i < list->count; i++)
        add_flat(query, type, list->nodes[i], &flat);
    count_repeats(&flat);
    if (type == POL_NODE_AND)
        join_fields(query, &flat);
    if (flat.count <= 1 || query->error.status != POL_OK)
        return flat.count == 1 ? flat.nodes[0] : NULL;
    pol_node *node =
        pol_node_new(query, type, flat.nodes[0]->start, flat.nodes[flat.count - 1]->end);
    if (!node)
        return NULL;
    node->children = (const pol_node *const *)flat.nodes;
    node->child_count = flat.count;
    return node;
}

void pol_group_clear_stop_words(pol_node *node)
{
    node->is_stop_word = false;
    for (size_t i = 0; i < node->child_count; i++)
        pol_group_clear_stop_words(pol_node_child(node, i));
}

/* Does the tree hold anything that is searched for, common words and filters aside? */
bool pol_group_has_content(const pol_node *node)
{
    switch (node->type) {
    case POL_NODE_WORD:
        return !node->is_stop_word;
    case POL_NODE_PHRASE:
    case POL_NODE_NEAR:
    case POL_NODE_PREFIX:
        return true;
    case POL_NODE_NOT:
    case POL_NODE_FIELD:
    case POL_NODE_LABEL:
        return false;
    case POL_NODE_AND:
    case POL_NODE_OR:
        break;
    }
    for (size_t i = 0; i < node->child_count; i++)
        if (pol_group_has_content(node->children[i]))
            return true;
    return false;
}

void pol_group_settle_stop_words(pol_node *root)
{
    if (root && !pol_group_has_content(root))
        pol_group_clear_stop_words(root);
}
