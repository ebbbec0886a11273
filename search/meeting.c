/* meeting.c - by the shape of the query first, which costs nothing, then by the names of the
 * index. */
#include "search/meeting.h"

#include "search/expand.h"
#include "search/plan/builder.h"
#include "search/plan/match.h"
#include "search/query/build.h"

enum {
    WORDS_MAX = 10, /* of a name that is typed */
    BESIDE_YEAR = 2,
    NAME_STEMS = 24,
    NAMES_MAX = 2000, /* of the index, those of the most documents */
    NAMED_MAX = 8,    /* that one query names */
    YEAR_FIRST = 1800,
    YEAR_LAST = 2100,
    SCRATCH_MAX = 4 << 20
};

typedef struct naming {
    pol_query *query;
    pol_index *index;
    pol_arena scratch;
    const pol_node *words[WORDS_MAX];
    size_t count;
    const pol_node *year;
    bool has_noun; /* "conference" */
    pol_span names[NAMED_MAX];
    size_t name_count;
} naming;

/* --- the query -------------------------------------------------------------------- */

static bool is_year(pol_span word)
{
    unsigned year = 0;
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] < '0' || word.data[i] > '9')
            return false;
        year = year * 10 + (unsigned)(word.data[i] - '0');
    }
    return word.size == 4 && year >= YEAR_FIRST && year <= YEAR_LAST;
}

static bool is_noun(pol_span word)
{
    static const char *const nouns[] = {"conference", "conferences", "congress",
                                        "congresses", "convention",  "assembly"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (pol_span_equal(word, pol_span_of(nouns[i])))
            return true;
    return false;
}

/* What was typed, where other words may stand instead. */
static const pol_node *typed_word(const pol_node *node)
{
    if (node->type == POL_NODE_OR && node->is_alias)
        node = node->children[0];
    return node->type == POL_NODE_WORD ? node : NULL;
}

/* Of one value or several, wanted or not. */
static bool is_filter(const pol_node *node)
{
    if (node->type == POL_NODE_NOT && node->child_count)
        node = node->children[0];
    if (node->type != POL_NODE_OR)
        return node->type == POL_NODE_FIELD;
    for (size_t i = 0; i < node->child_count; i++)
        if (node->children[i]->type != POL_NODE_FIELD)
            return false;
    return true;
}

static bool take_word(naming *now, const pol_node *word)
{
    if (now->count == WORDS_MAX)
        return false;
    now->has_noun |= is_noun(word->word);
    now->words[now->count++] = word;
    return true;
}

/* What "NDC" is short for, where that is a conference; NULL for any other word. */
static const pol_node *spelt_out(const pol_node *node)
{
    for (size_t i = 1; node->is_alias && i < node->child_count; i++) {
        const pol_node *phrase = node->children[i];
        if (phrase->type == POL_NODE_PHRASE &&
            is_noun(phrase->children[phrase->child_count - 1]->word))
            return phrase;
    }
    return NULL;
}

/* False for what no name has. */
static bool take(naming *now, const pol_node *node)
{
    const pol_node *word = typed_word(node), *name = spelt_out(node);
    if (is_filter(node))
        return true;
    for (size_t i = 0; name && i < name->child_count; i++)
        if (!pol_is_stop_word(name->children[i]->word) && !take_word(now, name->children[i]))
            return false;
    if (name || !word)
        return name != NULL;
    if (is_year(word->word)) {
        bool is_second = now->year != NULL;
        now->year = word;
        return !is_second;
    }
    return word->is_stop_word || take_word(now, word);
}

static bool may_be_name(naming *now)
{
    const pol_node *root = now->query->root;
    if (!root || root->type != POL_NODE_AND)
        return false;
    for (size_t i = 0; i < root->child_count; i++)
        if (!take(now, root->children[i]))
            return false;
    return now->has_noun ? now->year || now->count > 1 : now->year && now->count >= BESIDE_YEAR;
}

/* --- names of the index ----------------------------------------------------------- */

/* Has the name every word, in any form? */
static bool has_words(naming *now, pol_span name)
{
    pol_token token;
    bool met[WORDS_MAX] = {false};
    size_t missing = now->count;
    pol_analyser_begin(now->index->analyser, name);
    for (size_t read = 0; read < NAME_STEMS && pol_analyser_next(now->index->analyser, &token);
         read++) {
        for (size_t i = 0; i < now->count; i++) {
            bool is_it = !met[i] && (pol_span_equal(token.stem, now->words[i]->stem) ||
                                     pol_span_equal(token.word, now->words[i]->word));
            missing -= is_it;
            met[i] |= is_it;
        }
    }
    return missing == 0;
}

static pol_status find_names(naming *now, pol_error *reterr)
{
    pol_expansion all = {0};
    pol_status status = pol_expand_prefix(now->index, POL_PREFIX_EXACT_NAME, POL_SPAN(""),
                                          NAMES_MAX, &now->scratch, &all, reterr);
    for (size_t i = 0; i < all.count && now->name_count < NAMED_MAX; i++)
        if (has_words(now, all.words[i].word))
            now->names[now->name_count++] = all.words[i].word;
    return status;
}

/* Did one of them meet in that year? */
static pol_status count_documents(naming *now, uint32_t *ret_count, pol_error *reterr)
{
    pol_builder builder;
    pol_expr_list any = {0}, all = {0};
    pol_builder_init(&builder);
    for (size_t i = 0; i < now->name_count; i++)
        pol_expr_list_add(&builder, &any,
                          pol_build_term(&builder, POL_PREFIX_EXACT_NAME, now->names[i]));
    pol_expr_list_add(&builder, &all, pol_build_list(&builder, XC_OR, &any, 0));
    if (now->year)
        pol_expr_list_add(
            &builder, &all,
            pol_build_term(&builder, pol_field_info_of(POL_FIELD_YEAR)->prefix, now->year->word));
    pol_expr *query = pol_build_list(&builder, XC_AND, &all, 0);
    pol_status status = builder.status == XC_OK
                            ? pol_match_count_to(now->index, query, 1, ret_count, reterr)
                            : pol_index_fail(now->index, &builder.error, reterr);
    pol_builder_done(&builder);
    return status;
}

/* --- the tree --------------------------------------------------------------------- */

static pol_node *filter_of(pol_query *query, pol_field field, pol_span value)
{
    pol_span own = query->text;
    query->text = pol_arena_copy(&query->arena, value);
    pol_node *node = query->text.data ? pol_leaf_exact(query, field, query->text) : NULL;
    query->text = own;
    return node;
}

static void change_tree(naming *now)
{
    pol_query *query = now->query;
    pol_node *root = query->root;
    pol_nodes names = {0}, parts = {0}, list = {0};
    for (size_t i = 0; i < now->name_count; i++)
        pol_nodes_add(query, &names, filter_of(query, POL_FIELD_CONFERENCE, now->names[i]));
    pol_nodes_add(query, &parts, pol_group_new(query, POL_NODE_OR, &names));
    if (now->year)
        pol_nodes_add(query, &parts, filter_of(query, POL_FIELD_YEAR, now->year->word));
    pol_node *meeting = pol_node_new(query, POL_NODE_LABEL, root->start, root->end);
    pol_nodes_add(query, &list, meeting);
    for (size_t i = 0; i < root->child_count; i++)
        pol_nodes_add(query, &list, pol_node_child(root, i));
    if (query->error.status != POL_OK || !meeting)
        return;
    meeting->children = (const pol_node *const *)parts.nodes;
    meeting->child_count = parts.count;
    root->children = (const pol_node *const *)list.nodes;
    root->child_count = list.count;
}

pol_status pol_meeting_add(pol_query *query, pol_index *index, pol_error *reterr)
{
    uint32_t count = 0;
    naming now = {.query = query, .index = index};
    if (!may_be_name(&now))
        return POL_OK;
    pol_arena_init(&now.scratch, SCRATCH_MAX);
    pol_status status = find_names(&now, reterr);
    if (status == POL_OK && now.name_count)
        status = count_documents(&now, &count, reterr);
    if (status == POL_OK && count)
        change_tree(&now);
    pol_arena_done(&now.scratch);
    if (status == POL_OK && query->error.status != POL_OK) {
        status = query->error.status;
        if (reterr)
            *reterr = query->error;
    }
    return status;
}
