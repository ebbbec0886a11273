/* alias.c - which words stand for others is looked up, then the tree is changed. */
#include "search/alias.h"

#include <stdio.h>

#include "core/abbreviations.h"
#include "search/alias/written.h"
#include "search/expand.h"
#include "search/query/build.h"

enum {
    WORDS_MAX = 16,     /* of a query: longer ones tell enough by themselves */
    OTHERS_MAX = 6,     /* of one word */
    SPELLINGS_MAX = 3,  /* of one acronym, those of the most documents */
    SPELLING_WORDS = 8, /* of a spelling that was typed */
    LISTED_MAX = 50,    /* spellings that begin with one word */
    ACRONYM_MIN = 2,    /* letters */
    ACRONYM_LONG = 10,
    SMALL_MAX = 5,    /* letters of one that may be typed in small letters */
    SMALL_SHARE = 20, /* and is spelt out in one of so many documents that have it */
    SCRATCH_MAX = 4 << 20,
    KEY_SIZE = POL_ABBREVIATED_MAX + 2
};

#define SHARE 0.7 /* of the weight that what was typed has */

/* A word at the top of the tree, and what it may be instead. */
typedef struct aliased {
    pol_node *node;
    char folded[POL_ABBREVIATED_MAX + 1];
    pol_node *others[OTHERS_MAX];
    size_t other_count;
} aliased;

typedef struct aliasing {
    pol_query *query;
    pol_index *index;
    pol_arena scratch;
    aliased words[WORDS_MAX];
    size_t count;
} aliasing;

/* --- added nodes ------------------------------------------------------------------ */

/* It stands where the typed word does, and never beside another. */
static void place(pol_node *node, const pol_node *typed, double share)
{
    node->start = node->end = typed->start;
    node->share = share;
    for (size_t i = 0; i < node->child_count; i++)
        place(pol_node_child(node, i), typed, share);
}

static size_t count_content(const pol_node *phrase)
{
    size_t count = 0;
    for (size_t i = 0; i < phrase->child_count; i++)
        count += !pol_is_stop_word(phrase->children[i]->word);
    return count ? count : 1;
}

/* The words of `text`, which are none of the query's own, as a phrase, or as a word where it is
 * one. */
static pol_node *make(pol_query *query, pol_span text, const pol_node *typed)
{
    pol_span own = query->text;
    query->text = pol_arena_copy(&query->arena, text);
    if (!query->text.data) {
        query->text = own;
        return pol_query_full(query);
    }
    pol_node *node = pol_leaf_phrase(query, query->text, 0, query->text.size);
    query->text = own;
    if (!node)
        return NULL;
    if (node->child_count == 1)
        node = pol_node_child(node, 0);
    place(node, typed, SHARE / (double)count_content(node));
    return node;
}

static void add_other(aliased *word, pol_node *node)
{
    bool is_new = node && word->other_count < OTHERS_MAX;
    for (size_t i = 0; is_new && i < word->other_count; i++)
        is_new = word->others[i] != node && !pol_span_equal(word->others[i]->typed, node->typed);
    if (is_new)
        word->others[word->other_count++] = node;
}

/* Its last word in the singular and in the plural: phrases are verbatim. */
static void add_spelling(aliasing *now, aliased *word, pol_span spelling)
{
    char other[KEY_SIZE];
    if (spelling.size == 0 || spelling.size > POL_ABBREVIATED_MAX)
        return;
    bool is_plural = spelling.data[spelling.size - 1] == 's';
    memcpy(other, spelling.data, spelling.size);
    other[spelling.size] = 's';
    add_other(word, make(now->query, spelling, word->node));
    add_other(word, make(now->query,
                         pol_span_make(other, is_plural ? spelling.size - 1 : spelling.size + 1),
                         word->node));
}

/* --- from acronyms ---------------------------------------------------------------- */

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_in_capitals(const pol_node *node)
{
    return node->typed.size > 1 && is_upper(node->typed.data[0]) && is_upper(node->typed.data[1]);
}

static bool may_be_acronym(const pol_node *node)
{
    size_t size = node->word.size;
    for (size_t i = 0; i < size; i++)
        if (node->word.data[i] < 'a' || node->word.data[i] > 'z')
            return false;
    return node->part_count == 0 && size >= ACRONYM_MIN &&
           size <= (is_in_capitals(node) ? ACRONYM_LONG : SMALL_MAX);
}

static void add_known(aliasing *now, aliased *word, pol_span key)
{
    size_t count = 0;
    const pol_abbreviation *rows = pol_abbreviations(&count);
    for (size_t i = 0; i < count; i++)
        if (pol_span_equal_fold(pol_span_of(rows[i].word), key) &&
            (!rows[i].is_word || is_in_capitals(word->node)))
            add_spelling(now, word, pol_span_of(rows[i].spelling));
}

/* A word that one document in a thousand takes for an acronym is a word. */
static pol_status is_meant(const aliasing *now, const aliased *word, uint32_t spelt, bool *ret_is,
                           pol_error *reterr)
{
    uint32_t documents = 0;
    pol_status status = POL_OK;
    *ret_is = is_in_capitals(word->node);
    if (*ret_is)
        return POL_OK;
    status = pol_index_frequency(now->index, POL_PREFIX_DOCUMENT_STEM, word->node->stem, &documents,
                                 reterr);
    *ret_is = (uint64_t)spelt * SMALL_SHARE >= documents;
    return status;
}

/* What stands behind the key of a term. */
static pol_span behind_key(pol_span term, pol_span key)
{
    return pol_span_from(term, key.size);
}

static pol_status add_learnt(aliasing *now, aliased *word, pol_span acronym, pol_error *reterr)
{
    char text[KEY_SIZE];
    bool is_it = false;
    pol_expansion found = {0};
    snprintf(text, sizeof text, "%.*s=", POL_SPAN_ARGS(acronym));
    pol_span key = pol_span_of(text);
    pol_status status = pol_expand_prefix(now->index, POL_PREFIX_SPELT, key, SPELLINGS_MAX,
                                          &now->scratch, &found, reterr);
    if (status == POL_OK && found.count)
        status = is_meant(now, word, found.words[0].documents, &is_it, reterr);
    for (size_t i = 0; status == POL_OK && is_it && i < found.count; i++)
        add_spelling(now, word, behind_key(found.words[i].word, key));
    return status;
}

/* "STPs" is STP, unless there is one that ends so. */
static pol_status add_spellings(aliasing *now, aliased *word, pol_error *reterr)
{
    pol_span key = word->node->word;
    if (!may_be_acronym(word->node))
        return POL_OK;
    for (int shorter = 0; shorter < 2; shorter++) {
        pol_status status = add_learnt(now, word, key, reterr);
        if (status != POL_OK)
            return status;
        add_known(now, word, key);
        if (word->other_count || key.size <= ACRONYM_MIN || key.data[key.size - 1] != 's')
            return POL_OK;
        key.size--;
    }
    return POL_OK;
}

/* --- to acronyms ------------------------------------------------------------------ */

/* How many words from `first` on are just the spelling, which is folded; 0: they are not. */
static size_t match_spelling(const aliasing *now, size_t first, pol_span spelling)
{
    size_t at = first;
    for (size_t end; spelling.size; spelling = pol_span_from(spelling, end + 1), at++) {
        end = pol_span_find(spelling, POL_SPAN(" "), 0);
        end = end < spelling.size ? end : spelling.size;
        if (at == now->count || at == first + SPELLING_WORDS ||
            !pol_span_equal(pol_span_of(now->words[at].folded), pol_span_first(spelling, end)))
            return 0;
    }
    return at - first > 1 ? at - first : 0;
}

/* Any of the words is met by the acronym too. */
static void add_acronym(aliasing *now, size_t first, size_t count, pol_span acronym)
{
    pol_node *node = make(now->query, acronym, now->words[first].node);
    for (size_t i = first; i < first + count; i++)
        if (!now->words[i].node->is_stop_word)
            add_other(&now->words[i], node);
}

static void find_known(aliasing *now, size_t first)
{
    enum { SAME = 3 }; /* letters that are compared before a row is folded */
    char folded[POL_ABBREVIATED_MAX + 1];
    size_t rows = 0, size = strlen(now->words[first].folded);
    const pol_abbreviation *row = pol_abbreviations(&rows);
    for (size_t i = 0; i < rows; i++, row++) {
        if (strncmp(row->spelling, now->words[first].folded, size < SAME ? size : SAME) != 0)
            continue;
        pol_span spelling =
            pol_span_make(folded, pol_abbreviation_fold(pol_span_of(row->spelling), folded));
        size_t count = match_spelling(now, first, spelling);
        if (count)
            add_acronym(now, first, count, pol_span_of(row->word));
    }
}

static void in_capitals(pol_span acronym, char *capitals)
{
    for (size_t i = 0; i < acronym.size; i++) {
        char letter = acronym.data[i];
        capitals[i] = letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
    }
}

static pol_status find_learnt(aliasing *now, size_t first, pol_error *reterr)
{
    char key[KEY_SIZE], capitals[ACRONYM_LONG];
    pol_expansion found = {0};
    snprintf(key, sizeof key, "%s ", now->words[first].folded);
    pol_status status = pol_expand_prefix(now->index, POL_PREFIX_SPELLING, pol_span_of(key),
                                          LISTED_MAX, &now->scratch, &found, reterr);
    for (size_t i = 0; status == POL_OK && i < found.count; i++) {
        pol_span term = found.words[i].word;
        size_t end = pol_span_find(term, POL_SPAN("="), 0);
        pol_span acronym = end < term.size ? pol_span_from(term, end + 1) : (pol_span){0};
        size_t count = match_spelling(now, first, pol_span_first(term, end));
        if (!count || acronym.size < ACRONYM_MIN || acronym.size > ACRONYM_LONG)
            continue;
        in_capitals(acronym, capitals);
        add_acronym(now, first, count, pol_span_make(capitals, acronym.size));
    }
    return status;
}

static pol_status add_acronyms(aliasing *now, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i + 1 < now->count && status == POL_OK; i++) {
        if (now->words[i].node->is_stop_word || !now->words[i].folded[0])
            continue;
        find_known(now, i);
        status = find_learnt(now, i, reterr);
    }
    return status;
}

/* --- other ways of writing them --------------------------------------------------- */

static void add_written(void *to, size_t first, size_t count, pol_span text, bool has_forms)
{
    aliasing *now = to;
    for (size_t i = first; i < first + count; i++) {
        aliased *word = &now->words[i];
        if (word->node->is_stop_word)
            continue;
        if (has_forms)
            add_spelling(now, word, text);
        else
            add_other(word, make(now->query, text, word->node));
    }
}

static pol_status add_all_written(aliasing *now, pol_error *reterr)
{
    const pol_node *words[WORDS_MAX];
    for (size_t i = 0; i < now->count; i++)
        words[i] = now->words[i].node;
    pol_alias_numbers(now->query->text, words, now->count, add_written, now);
    return pol_alias_joined(now->index, words, now->count, add_written, now, reterr);
}

/* --- the tree --------------------------------------------------------------------- */

static bool takes_words(aliasing *now, pol_node *node)
{
    if (node->type == POL_NODE_LABEL)
        return false;
    if (node->type != POL_NODE_WORD)
        return true;
    if (now->count == WORDS_MAX)
        return false;
    aliased *word = &now->words[now->count++];
    *word = (aliased){.node = node};
    pol_abbreviation_fold(node->word, word->folded);
    return true;
}

/* False where there is nothing to be looked up, or too much. */
static bool list_words(aliasing *now)
{
    pol_node *root = now->query->root;
    if (!root)
        return false;
    if (root->type != POL_NODE_AND)
        return root->type == POL_NODE_WORD && takes_words(now, root);
    for (size_t i = 0; i < root->child_count; i++)
        if (!takes_words(now, pol_node_child(root, i)))
            return false;
    return now->count > 0;
}

/* The typed word, and what it may be instead. */
static pol_node *either(pol_query *query, const aliased *word)
{
    pol_nodes list = {0};
    pol_node *typed = word->node;
    pol_nodes_add(query, &list, typed);
    for (size_t i = 0; i < word->other_count; i++)
        pol_nodes_add(query, &list, word->others[i]);
    pol_node *node = pol_node_new(query, POL_NODE_OR, typed->start, typed->end);
    if (!node || list.count < 2)
        return node ? typed : NULL;
    node->typed = typed->typed;
    node->children = (const pol_node *const *)list.nodes;
    node->child_count = list.count;
    node->is_alias = true;
    return node;
}

static void change_tree(aliasing *now)
{
    pol_nodes list = {0};
    pol_node *root = now->query->root, *changed[WORDS_MAX];
    size_t next = 0;
    for (size_t i = 0; i < now->count; i++) {
        const aliased *word = &now->words[i];
        changed[i] = word->other_count ? either(now->query, word) : word->node;
    }
    if (root->type == POL_NODE_WORD && changed[0])
        now->query->root = changed[0];
    if (root->type != POL_NODE_AND)
        return;
    for (size_t i = 0; i < root->child_count; i++) {
        pol_node *child = pol_node_child(root, i);
        bool is_listed = next < now->count && now->words[next].node == child;
        pol_nodes_add(now->query, &list, is_listed ? changed[next++] : child);
    }
    if (now->query->error.status == POL_OK)
        root->children = (const pol_node *const *)list.nodes;
}

static bool has_others(const aliasing *now)
{
    for (size_t i = 0; i < now->count; i++)
        if (now->words[i].other_count)
            return true;
    return false;
}

pol_status pol_alias_add(pol_query *query, pol_index *index, pol_error *reterr)
{
    aliasing now = {.query = query, .index = index};
    pol_status status = POL_OK;
    if (!list_words(&now))
        return POL_OK;
    pol_arena_init(&now.scratch, SCRATCH_MAX);
    for (size_t i = 0; i < now.count && status == POL_OK; i++)
        if (!now.words[i].node->is_stop_word)
            status = add_spellings(&now, &now.words[i], reterr);
    if (status == POL_OK)
        status = add_acronyms(&now, reterr);
    if (status == POL_OK)
        status = add_all_written(&now, reterr);
    if (status == POL_OK && has_others(&now))
        change_tree(&now);
    pol_arena_done(&now.scratch);
    if (status == POL_OK && query->error.status != POL_OK) {
        status = query->error.status;
        if (reterr)
            *reterr = query->error;
    }
    return status;
}
