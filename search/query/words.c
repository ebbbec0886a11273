/* words.c - a query tree in plain English, so that a person sees what was
 * understood: "passages with ‘democratic’ and ‘deficit’, carried, 2010 to 2015".
 *
 * The sentence has the parts that the top of the tree has: numbers of documents, what
 * must match, what must not, filters, and the common words that weigh nothing. */
#include <stdio.h>
#include <stdlib.h>

#include "core/date.h"
#include "search/printable.h"
#include "search/query.h"

enum {
    SHOWN_ITEMS = 12, /* longer lists end in "and 30 more" */
    SHOWN_BYTES = 60,
    NODES_MAX = 1000 /* of one part; a query has fewer, options may add */
};

typedef enum pol_part {
    PART_LABEL = 0,
    PART_WANTED,
    PART_EXCLUDED,
    PART_FILTER,
    PART_COMMON
} pol_part;

static void say(const pol_node *node, pol_buffer *buffer);

/* --- words ------------------------------------------------------------------------ */

static void say_quoted(pol_span text, const char *open, const char *close, pol_buffer *buffer)
{
    pol_buffer_add_text(buffer, open);
    pol_printable_start(buffer, text, SHOWN_BYTES);
    pol_buffer_add_text(buffer, close);
}

static void say_word(const pol_node *node, pol_buffer *buffer)
{
    say_quoted(node->typed, "‘", "’", buffer);
    if (node->repeats > 1)
        pol_buffer_printf(buffer, " (%u times)", (unsigned)node->repeats);
}

static void say_prefix(const pol_node *node, pol_buffer *buffer)
{
    pol_span stem = node->typed;
    while (pol_span_ends(stem, POL_SPAN("*")))
        stem.size--;
    say_quoted(stem, "‘", "…’ (any ending)", buffer);
}

/* From the first word to the last, as typed. */
static void say_phrase(const pol_node *node, pol_buffer *buffer)
{
    pol_span first = node->children[0]->typed;
    pol_span last = node->children[node->child_count - 1]->typed;
    size_t size = (size_t)(last.data - first.data) + last.size;
    say_quoted(pol_span_make(first.data, size), "the exact words “", "”", buffer);
}

static void say_separator(size_t index, size_t count, const char *joiner, pol_buffer *buffer)
{
    if (index == 0)
        return;
    if (index + 1 == count)
        pol_buffer_printf(buffer, " %s ", joiner);
    else
        pol_buffer_add_text(buffer, ", ");
}

static void say_list(const pol_node *const *nodes, size_t count, const char *joiner,
                     pol_buffer *buffer)
{
    size_t shown = count <= SHOWN_ITEMS ? count : SHOWN_ITEMS;
    for (size_t i = 0; i < shown; i++) {
        say_separator(i, count, joiner, buffer);
        say(nodes[i], buffer);
    }
    if (shown < count)
        pol_buffer_printf(buffer, " %s %zu more", joiner, count - shown);
}

static void say_near(const pol_node *node, pol_buffer *buffer)
{
    bool is_pair = node->child_count == 2;
    say_list(node->children, is_pair ? 1 : node->child_count, "and", buffer);
    pol_buffer_printf(buffer, " within %u word%s of ", (unsigned)node->window,
                      node->window == 1 ? "" : "s");
    if (is_pair)
        say(node->children[1], buffer);
    else
        pol_buffer_add_text(buffer, "each other");
}

/* --- filters ---------------------------------------------------------------------- */

/* "2014-06-30" to "30 June 2014", and what may be cut of it. */
static void say_date(pol_span iso, pol_buffer *buffer)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    char text[POL_DATE_ISO_SIZE];
    snprintf(text, sizeof text, "%.*s", POL_SPAN_ARGS(iso));
    size_t month = iso.size >= 7 ? (size_t)strtoul(text + 5, NULL, 10) : 0;
    if (iso.size >= 10)
        pol_buffer_printf(buffer, "%lu ", strtoul(text + 8, NULL, 10));
    if (month >= 1 && month <= 12)
        pol_buffer_printf(buffer, "%s ", months[month - 1]);
    pol_buffer_printf(buffer, "%.4s", text);
}

/* Was one date typed? Its end was completed to the last day of its month or year. */
static bool is_one_date(pol_span low, pol_span high)
{
    if (low.size == 0 || !pol_span_starts(high, low))
        return false;
    return low.size == high.size || low.size != 4 || pol_span_ends(high, POL_SPAN("-12-31"));
}

static void say_range(const pol_node *node, pol_buffer *buffer)
{
    if (node->field == POL_FIELD_DATE)
        pol_buffer_add_text(buffer, "dated ");
    if (is_one_date(node->low, node->high)) {
        say_date(node->low, buffer);
        return;
    }
    say_date(node->low.size ? node->low : node->high, buffer);
    if (!node->low.size)
        pol_buffer_add_text(buffer, " or earlier");
    else if (!node->high.size)
        pol_buffer_add_text(buffer, " or later");
    else {
        pol_buffer_add_text(buffer, " to ");
        say_date(node->high, buffer);
    }
}

static void say_decision(pol_span code, pol_buffer *buffer)
{
    if (pol_span_equal(code, POL_SPAN("policy")))
        pol_buffer_add_text(buffer, "carried (also as amended or in part)");
    else
        pol_buffer_add_text(buffer, pol_decision_label(pol_decision_from_code(code)));
}

static void say_standing(pol_span code, pol_buffer *buffer)
{
    static const char *const words[POL_STANDING_COUNT] = {
        [POL_STANDING_UNSTATED] = "standing not stated",
        [POL_STANDING_CURRENT] = "said to be current",
        [POL_STANDING_SUPERSEDED] = "superseded",
        [POL_STANDING_LAPSED] = "lapsed",
    };
    pol_standing standing = pol_standing_from_code(code);
    pol_buffer_add_text(buffer, standing < POL_STANDING_COUNT ? words[standing] : "");
}

/* What stands before and behind the words or the value of a field. */
static const struct {
    const char *before, *behind;
} field_words[POL_FIELD_COUNT] = {
    [POL_FIELD_TITLE] = {"", " in the title"},
    [POL_FIELD_CONFERENCE] = {"", " in the conference’s name"},
    [POL_FIELD_KIND] = {"of the kind ", ""},
    [POL_FIELD_CLAUSE] = {"in clauses of the kind ", ""},
    [POL_FIELD_NUMBER] = {"number ", ""},
    [POL_FIELD_BY] = {"submitted by ", ""},
    [POL_FIELD_ORG] = {"", " in the organisation’s name"},
    [POL_FIELD_SOURCE] = {"", " in the source"},
    [POL_FIELD_ID] = {"document ", ""},
};

/* One value as typed, where it was typed alone: what is compared is folded. */
static pol_span typed_value(const pol_node *node)
{
    size_t colon = pol_span_find(node->typed, POL_SPAN(":"), 0);
    pol_span value = pol_span_from(node->typed, colon == (size_t)-1 ? node->typed.size : colon + 1);
    bool is_alone = value.size && pol_span_find(value, POL_SPAN(","), 0) == (size_t)-1 &&
                    !strchr("(\"", value.data[0]) && (unsigned char)value.data[0] < 0x80;
    return is_alone ? value : node->low;
}

static void say_value(const pol_node *node, pol_buffer *buffer)
{
    if (node->field == POL_FIELD_NUMBER) {
        say_quoted(typed_value(node), "‘", "’", buffer);
        return;
    }
    if (node->field == POL_FIELD_KIND)
        say_quoted(pol_span_of(pol_kind_label(pol_kind_from_code(node->low))), "‘", "’", buffer);
    else
        say_quoted(node->low, "‘", "’", buffer);
}

static void say_field(const pol_node *node, pol_buffer *buffer)
{
    if (node->field == POL_FIELD_YEAR || node->field == POL_FIELD_DATE) {
        say_range(node, buffer);
    } else if (node->field == POL_FIELD_DECISION) {
        say_decision(node->low, buffer);
    } else if (node->field == POL_FIELD_STANDING) {
        say_standing(node->low, buffer);
    } else if (node->is_exact && pol_field_info_of(node->field)->type == POL_TYPE_WORDS) {
        pol_buffer_add_text(buffer, node->field == POL_FIELD_ORG ? "of " : "at ");
        say_quoted(node->low, "‘", "’", buffer);
    } else {
        pol_buffer_add_text(buffer, field_words[node->field].before);
        if (node->child_count)
            say_list(node->children, node->child_count, "and", buffer);
        else
            say_value(node, buffer);
        pol_buffer_add_text(buffer, field_words[node->field].behind);
    }
}

/* A filter, or several values of one: which needs no brackets. */
static bool is_filter(const pol_node *node)
{
    if (node->type == POL_NODE_FIELD)
        return true;
    if (node->type != POL_NODE_OR && node->type != POL_NODE_NOT)
        return false;
    for (size_t i = 0; i < node->child_count; i++)
        if (!is_filter(node->children[i]))
            return false;
    return true;
}

/* --- groups ----------------------------------------------------------------------- */

static void say_group(const pol_node *node, const char *joiner, pol_buffer *buffer)
{
    pol_buffer_add_byte(buffer, '(');
    say_list(node->children, node->child_count, joiner, buffer);
    pol_buffer_add_byte(buffer, ')');
}

static void say(const pol_node *node, pol_buffer *buffer)
{
    switch (node->type) {
    case POL_NODE_AND:
        say_group(node, "and", buffer);
        break;
    case POL_NODE_OR:
        if (node->is_alias)
            say(node->children[0], buffer);
        else if (is_filter(node))
            say_list(node->children, node->child_count, "or", buffer);
        else
            say_group(node, "or", buffer);
        break;
    case POL_NODE_NOT:
        pol_buffer_add_text(buffer, "not ");
        say(node->children[0], buffer);
        break;
    case POL_NODE_WORD:
        say_word(node, buffer);
        break;
    case POL_NODE_PHRASE:
        say_phrase(node, buffer);
        break;
    case POL_NODE_NEAR:
        say_near(node, buffer);
        break;
    case POL_NODE_PREFIX:
        say_prefix(node, buffer);
        break;
    case POL_NODE_FIELD:
        say_field(node, buffer);
        break;
    case POL_NODE_LABEL:
        say_quoted(node->typed, "‘", "’", buffer);
        break;
    }
}

/* --- the sentence ----------------------------------------------------------------- */

static pol_part part_of(const pol_node *node)
{
    if (node->type == POL_NODE_LABEL)
        return PART_LABEL;
    if (node->type == POL_NODE_WORD && node->is_stop_word)
        return PART_COMMON;
    if (is_filter(node))
        return PART_FILTER;
    return node->type == POL_NODE_NOT ? PART_EXCLUDED : PART_WANTED;
}

/* The nodes of one part, as they stand at the top of the tree. */
static size_t collect(const pol_node *root, pol_part part, const pol_node **nodes)
{
    size_t count = 0;
    bool is_list = root->type == POL_NODE_AND;
    for (size_t i = 0; i < (is_list ? root->child_count : 1) && count < NODES_MAX; i++) {
        const pol_node *node = is_list ? root->children[i] : root;
        if (part_of(node) != part)
            continue;
        nodes[count++] = part == PART_EXCLUDED ? node->children[0] : node;
    }
    return count;
}

static void say_matching(const pol_node *root, const pol_node **nodes, pol_buffer *buffer)
{
    size_t wanted = collect(root, PART_WANTED, nodes);
    if (wanted) {
        pol_buffer_add_text(buffer, "passages with ");
        if (wanted == 1 && nodes[0]->type == POL_NODE_OR &&
            !nodes[0]->is_alias) /* alone, it needs no brackets */
            say_list(nodes[0]->children, nodes[0]->child_count, "or", buffer);
        else
            say_list(nodes, wanted, "and", buffer);
    }
    size_t excluded = collect(root, PART_EXCLUDED, nodes);
    if (excluded) {
        pol_buffer_add_text(buffer, wanted ? " but without " : "passages without ");
        say_list(nodes, excluded, "or", buffer);
    }
    if (!wanted && !excluded)
        pol_buffer_add_text(buffer, "all documents");
}

static bool is_same_spelling(pol_span a, pol_span b)
{
    size_t size = a.size < b.size ? a.size : b.size;
    return pol_span_equal(pol_span_first(a, size), pol_span_first(b, size)) &&
           a.size - size + b.size - size <= 1;
}

/* What may stand instead of words at the top of the tree, each once. */
static size_t collect_others(const pol_node *root, const pol_node **nodes)
{
    size_t count = 0;
    bool is_list = root->type == POL_NODE_AND;
    for (size_t i = 0; i < (is_list ? root->child_count : 1); i++) {
        const pol_node *node = is_list ? root->children[i] : root;
        for (size_t j = 1; node->is_alias && j < node->child_count && count < NODES_MAX; j++) {
            size_t same = 0;
            while (same < count && !is_same_spelling(nodes[same]->typed, node->children[j]->typed))
                same++;
            if (same == count)
                nodes[count++] = node->children[j];
        }
    }
    return count;
}

static void say_sentence(const pol_node *root, const pol_node **nodes, pol_buffer *buffer)
{
    bool has_label = collect(root, PART_LABEL, nodes) > 0;
    if (has_label && !nodes[0]->word.size) {
        pol_buffer_add_text(buffer, "documents ");
        for (size_t i = 0; i < nodes[0]->child_count; i++) {
            pol_buffer_add_text(buffer, i ? ", " : "");
            say(nodes[0]->children[i], buffer);
        }
        pol_buffer_add_text(buffer, " first, then ");
    } else if (has_label) { /* all are forms of the same number */
        say(nodes[0], buffer);
        pol_buffer_add_text(buffer, " by its number first, then ");
    }
    say_matching(root, nodes, buffer);
    size_t filters = collect(root, PART_FILTER, nodes);
    for (size_t i = 0; i < filters && i < SHOWN_ITEMS; i++) {
        pol_buffer_add_text(buffer, ", ");
        say(nodes[i], buffer);
    }
    if (filters > SHOWN_ITEMS)
        pol_buffer_printf(buffer, " and %zu more conditions", filters - SHOWN_ITEMS);
    size_t others = collect_others(root, nodes);
    if (others) {
        pol_buffer_add_text(buffer, "; also counts: ");
        say_list(nodes, others, "and", buffer);
    }
    size_t common = collect(root, PART_COMMON, nodes);
    if (common) {
        pol_buffer_add_text(buffer, "; too common to count: ");
        say_list(nodes, common, "and", buffer);
    }
}

void pol_query_understood(const pol_query *query, pol_buffer *buffer)
{
    const pol_node *root = pol_query_root(query);
    if (!root) {
        pol_buffer_add_text(buffer, "nothing to search for");
        return;
    }
    const pol_node *nodes[NODES_MAX];
    say_sentence(root, nodes, buffer);
}
