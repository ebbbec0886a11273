/* print.c - a query tree on one line, as tests and --explain show it:
 *
 *   (and democratic deficit (year 2010..2015))
 *
 * A loose word that weighs nothing has a ~ before it, a word typed n times ^n behind it; a
 * compound is (compound closedup parts...). An exact filter has a = behind its field. */
#include "core/utf8.h"
#include "search/query.h"

static void print_node(const pol_node *node, pol_buffer *buffer);

static void print_children(const pol_node *node, pol_buffer *buffer)
{
    for (size_t i = 0; i < node->child_count; i++) {
        pol_buffer_add_byte(buffer, ' ');
        print_node(node->children[i], buffer);
    }
    pol_buffer_add_byte(buffer, ')');
}

static void print_word(const pol_node *node, pol_buffer *buffer)
{
    if (node->is_stop_word)
        pol_buffer_add_byte(buffer, '~');
    if (node->parts)
        pol_buffer_add_text(buffer, "(compound ");
    pol_utf8_append_printable(buffer, node->word);
    for (size_t i = 0; i < node->part_count; i++) {
        pol_buffer_add_byte(buffer, ' ');
        pol_utf8_append_printable(buffer, node->parts[i]);
    }
    if (node->parts)
        pol_buffer_add_byte(buffer, ')');
    if (node->repeats > 1)
        pol_buffer_printf(buffer, "^%u", (unsigned)node->repeats);
}

static void print_field(const pol_node *node, pol_buffer *buffer)
{
    pol_buffer_printf(buffer, "(%s%s", pol_field_info_of(node->field)->name,
                      node->is_exact ? "=" : "");
    if (node->child_count) {
        print_children(node, buffer);
        return;
    }
    pol_buffer_add_byte(buffer, ' ');
    pol_utf8_append_printable(buffer, node->low);
    if (!pol_span_equal(node->low, node->high)) {
        pol_buffer_add_text(buffer, "..");
        pol_utf8_append_printable(buffer, node->high);
    }
    pol_buffer_add_byte(buffer, ')');
}

static void print_label(const pol_node *node, pol_buffer *buffer)
{
    if (!node->word.size) {
        pol_buffer_add_text(buffer, "(meeting");
        print_children(node, buffer);
        return;
    }
    pol_buffer_add_text(buffer, "(label \"");
    pol_utf8_append_printable(buffer, node->word);
    pol_buffer_add_byte(buffer, '"');
    if (node->low.size) {
        pol_buffer_add_byte(buffer, ' ');
        pol_utf8_append_printable(buffer, node->low);
    }
    if (node->child_count) {
        print_children(node, buffer);
        return;
    }
    pol_buffer_add_byte(buffer, ')');
}

static void print_node(const pol_node *node, pol_buffer *buffer)
{
    switch (node->type) {
    case POL_NODE_WORD:
        print_word(node, buffer);
        return;
    case POL_NODE_PREFIX:
        pol_utf8_append_printable(buffer, node->word);
        pol_buffer_add_byte(buffer, '*');
        return;
    case POL_NODE_FIELD:
        print_field(node, buffer);
        return;
    case POL_NODE_LABEL:
        print_label(node, buffer);
        return;
    case POL_NODE_NEAR:
        pol_buffer_printf(buffer, "(near/%u", (unsigned)node->window);
        break;
    case POL_NODE_AND:
        pol_buffer_add_text(buffer, "(and");
        break;
    case POL_NODE_OR:
        pol_buffer_add_text(buffer, "(or");
        break;
    case POL_NODE_NOT:
        pol_buffer_add_text(buffer, "(not");
        break;
    case POL_NODE_PHRASE:
        pol_buffer_add_text(buffer, "(phrase");
        break;
    }
    print_children(node, buffer);
}

void pol_query_print(const pol_query *query, pol_buffer *buffer)
{
    const pol_node *root = pol_query_root(query);
    if (root)
        print_node(root, buffer);
    else
        pol_buffer_add_text(buffer, "()");
}
