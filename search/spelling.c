/* spelling.c - unknown words of a query to a suggestion for the whole of it. */
#include "search/spelling.h"

#include <ctype.h>

#include "core/buffer.h"
#include "core/schema.h"
#include "search/expand.h"
#include "search/plan/match.h"
#include "search/query/build.h"
#include "search/spelling/nearest.h"

enum {
    EDITS_SHORT = 1,
    EDITS_LONG = 2,
    SHORT_WORD = 4,
    LONG_WORD = 6,   /* two of five letters changed leave too little of what was typed, */
    FIRST_KEPT = 9,  /* and of fewer than nine, where the first is among them */
    SURE_WORD = 7,   /* one edit away it is hardly another word, */
    SURE_TWICE = 10, /* nor two edits away where it is so long */
    SUGGEST_MAX = 20,
    KNOWN_MAX = 20
};

/* What is collected from word to word. */
typedef struct checking {
    pol_plan *plan;
    pol_span query;
    pol_arena *arena;
    pol_buffer suggestion; /* the query up to `copied`, words replaced */
    size_t copied;
    bool has_replaced, has_doubts;
    pol_span *unknown;
    size_t unknown_count, unknown_capacity;
    pol_span known[KNOWN_MAX];
    size_t known_count;
    pol_buffer rest; /* the query up to `left_at`, unknown words left out */
    size_t left_at;
} checking;

static pol_status is_known_stem(pol_plan *plan, pol_span stem, bool *ret_known, pol_error *reterr)
{
    uint32_t in_text = 0, in_title = 0;
    pol_status status = pol_index_frequency(plan->index, POL_PREFIX_STEM, stem, &in_text, reterr);
    if (status == POL_OK)
        status = pol_index_frequency(plan->index, POL_PREFIX_TITLE_STEM, stem, &in_title, reterr);
    *ret_known = in_text || in_title;
    return status;
}

/* Does the index have the word in any form, or all parts of a compound? */
static pol_status is_known(pol_plan *plan, const pol_node *node, bool *ret_known, pol_error *reterr)
{
    pol_status status = is_known_stem(plan, node->stem, ret_known, reterr);
    if (status == POL_OK && !*ret_known && node->other_stem.data)
        status = is_known_stem(plan, node->other_stem, ret_known, reterr);
    if (status == POL_OK && !*ret_known)
        status = is_known_stem(plan, node->word, ret_known, reterr);
    if (status != POL_OK || *ret_known || node->part_count == 0)
        return status;
    *ret_known = true;
    for (size_t i = 0; i < node->part_count && *ret_known && status == POL_OK; i++)
        status = is_known_stem(plan, node->part_stems[i], ret_known, reterr);
    return status;
}

static pol_status are_all_known(pol_plan *plan, const pol_node *node, bool *ret_are,
                                pol_error *reterr)
{
    pol_status status = POL_OK;
    *ret_are = true;
    if (node->type == POL_NODE_WORD)
        return is_known(plan, node, ret_are, reterr);
    for (size_t i = 0; i < node->child_count && *ret_are && status == POL_OK; i++)
        status = are_all_known(plan, node->children[i], ret_are, reterr);
    return status;
}

/* Does the index have what may stand instead of the word? To be told that it is in no document
 * would mislead. */
static pol_status has_other(pol_plan *plan, const pol_node *word, bool *ret_has, pol_error *reterr)
{
    pol_status status = POL_OK;
    *ret_has = false;
    for (size_t i = 0; i < plan->units.count; i++) {
        const pol_node *unit = plan->units.items[i];
        if (!unit->is_alias || unit->children[0] != word)
            continue;
        for (size_t j = 1; j < unit->child_count && !*ret_has && status == POL_OK; j++)
            status = are_all_known(plan, unit->children[j], ret_has, reterr);
    }
    return status;
}

/* Of a word with a star all of it. */
static pol_span typed_of(const pol_node *node)
{
    return node->typed.data ? node->typed : node->word;
}

static void add_known(checking *check, const pol_node *node)
{
    for (size_t i = 0; i < check->known_count; i++)
        if (pol_span_equal_fold(check->known[i], typed_of(node)))
            return;
    if (!node->is_stop_word && check->known_count < KNOWN_MAX)
        check->known[check->known_count++] = typed_of(node);
}

static bool is_in_query(const checking *check, const pol_node *node, size_t from)
{
    return node->start >= from && node->end <= check->query.size && node->start < node->end;
}

/* And the space behind it. */
static void leave_out(checking *check, const pol_node *node)
{
    if (!is_in_query(check, node, check->left_at))
        return;
    pol_buffer_add(&check->rest,
                   pol_span_make(check->query.data + check->left_at, node->start - check->left_at));
    check->left_at = node->end;
    if (check->left_at < check->query.size && check->query.data[check->left_at] == ' ')
        check->left_at++;
}

static pol_status add_unknown(checking *check, const pol_node *node, pol_error *reterr)
{
    leave_out(check, node);
    pol_span *moved = pol_arena_grow(check->arena, check->unknown, check->unknown_count,
                                     &check->unknown_capacity, sizeof *moved);
    pol_span copy = pol_arena_copy(check->arena, typed_of(node));
    if (!moved || !copy.data)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a suggestion");
    check->unknown = moved;
    check->unknown[check->unknown_count++] = copy;
    return POL_OK;
}

/* To letters and numbers everything is near. */
static bool may_be_misspelt(pol_span word)
{
    bool has_digit = false;
    for (size_t i = 0; i < word.size; i++)
        has_digit = has_digit || (word.data[i] >= '0' && word.data[i] <= '9');
    return word.size >= SHORT_WORD && !has_digit;
}

/* In capitals where it was typed so: a query in capitals has no operators. */
static void add_as_typed(checking *check, const pol_node *node, pol_span word)
{
    bool is_upper = true;
    for (size_t i = node->start; i < node->end && is_upper; i++)
        is_upper = check->query.data[i] >= 'A' && check->query.data[i] <= 'Z';
    for (size_t i = 0; i < word.size; i++) {
        char letter = word.data[i];
        bool changes = is_upper && letter >= 'a' && letter <= 'z';
        pol_buffer_add_byte(&check->suggestion, changes ? (char)(letter - 'a' + 'A') : letter);
    }
}

static bool is_far(pol_span typed, pol_span found, unsigned edits)
{
    return edits == EDITS_LONG && typed.size < FIRST_KEPT && typed.data[0] != found.data[0];
}

/* The nearest word of the index takes the place of what was typed. */
static pol_status replace(checking *check, const pol_node *node, pol_error *reterr)
{
    char buffer[POL_WORD_MAX + 1];
    pol_span word;
    size_t size = node->word.size;
    unsigned edits = 0, most = size < LONG_WORD ? EDITS_SHORT : EDITS_LONG;
    pol_status status =
        pol_nearest_word(check->plan->index, node->word, most, buffer, &word, &edits, reterr);
    if (status != POL_OK || !word.size || !is_in_query(check, node, check->copied) ||
        is_far(node->word, word, edits) ||
        pol_is_stop_word(word)) /* "hour" is not "our": that would search for less */
        return status;
    pol_buffer_add(&check->suggestion,
                   pol_span_make(check->query.data + check->copied, node->start - check->copied));
    add_as_typed(check, node, word);
    check->copied = node->end;
    check->has_replaced = true;
    check->has_doubts |= size < (edits == 1 ? SURE_WORD : SURE_TWICE) ||
                         word.data[0] != node->word.data[0]; /* which few mistake */
    return POL_OK;
}

/* What was typed up to a word that becomes a filter: "in" goes with the year. */
static pol_span before_filter(const checking *check, const pol_node *node)
{
    static const pol_span in = POL_SPAN(" in ");
    pol_span text = pol_span_make(check->query.data + check->copied, node->start - check->copied);
    return pol_span_ends(text, in) ? pol_span_first(text, text.size - in.size + 1) : text;
}

/* "2014" and "lost" may be what documents are, where no text has them: "year:2014",
 * "decision:lost".
 */
static pol_status read_as_filter(checking *check, const pol_node *node, bool *ret_is,
                                 pol_error *reterr)
{
    uint32_t documents = 0;
    const char *filter = pol_outcome_filter(node->word);
    const char *year = pol_field_info_of(POL_FIELD_YEAR)->prefix;
    bool may_be_year = node->word.size == 4 && isdigit((unsigned char)node->word.data[0]);
    bool is_loose = is_in_query(check, node, check->copied) &&
                    (node->end == check->query.size || check->query.data[node->end] == ' ') &&
                    (node->start == 0 || check->query.data[node->start - 1] == ' ');
    *ret_is = false;
    if (!is_loose || (!filter && !may_be_year))
        return POL_OK;
    pol_status status =
        pol_index_frequency(check->plan->index, year, node->word, &documents, reterr);
    if (status != POL_OK || (!filter && !documents))
        return status;
    pol_buffer_add(&check->suggestion, before_filter(check, node));
    pol_buffer_add_text(&check->suggestion, documents ? "year:" : filter);
    if (documents)
        pol_buffer_add(&check->suggestion, node->word);
    check->copied = node->end;
    check->has_replaced = check->has_doubts = *ret_is = true;
    return POL_OK;
}

/* The start of words of which there is none. */
static pol_status check_prefix(checking *check, const pol_node *node, pol_error *reterr)
{
    static const char *const fields[] = {POL_PREFIX_WORD, POL_PREFIX_TITLE_WORD};
    pol_expansion found = {0};
    for (size_t i = 0; i < 2 && found.count == 0; i++) {
        pol_status status = pol_expand_prefix(check->plan->index, fields[i], node->word, 1,
                                              &check->plan->arena, &found, reterr);
        if (status != POL_OK)
            return status;
    }
    if (found.count)
        add_known(check, node);
    if (found.count || check->unknown_count == SUGGEST_MAX)
        return POL_OK;
    return add_unknown(check, node, reterr);
}

static pol_status check_word(checking *check, const pol_node *node, pol_error *reterr)
{
    bool known = true;
    if (node->share > 0)
        return POL_OK; /* nobody typed it */
    pol_status status = is_known(check->plan, node, &known, reterr);
    if (status == POL_OK && !known)
        status = has_other(check->plan, node, &known, reterr);
    if (status == POL_OK && known)
        add_known(check, node);
    if (status != POL_OK || known || check->unknown_count == SUGGEST_MAX)
        return status;
    status = add_unknown(check, node, reterr);
    bool is_filter = false;
    if (status == POL_OK)
        status = read_as_filter(check, node, &is_filter, reterr);
    bool is_worth =
        !is_filter && may_be_misspelt(node->word) && !pol_match_is_late(check->plan->index);
    return status == POL_OK && is_worth ? replace(check, node, reterr) : status;
}

/* The same of words that texts have, but not beside the others: "trans rights 2022". */
static pol_status check_filters(checking *check, pol_error *reterr)
{
    const pol_node_list *words = &check->plan->words;
    pol_status status = POL_OK;
    bool is_filter;
    if (check->unknown_count || check->has_replaced)
        return POL_OK;
    for (size_t i = 0; i < words->count && words->count > 1 && status == POL_OK; i++)
        if (words->items[i]->type == POL_NODE_WORD && words->items[i]->share == 0)
            status = read_as_filter(check, words->items[i], &is_filter, reterr);
    return status;
}

/* What there is beside the unknown words. */
static pol_status finish_rest(checking *check, pol_spelling *spelling, pol_error *reterr)
{
    size_t count = check->known_count;
    pol_span *known = pol_arena_array(check->arena, count + 1, sizeof *known);
    pol_buffer_add(&check->rest, pol_span_from(check->query, check->left_at));
    pol_span rest = pol_arena_copy(check->arena, pol_span_trim(pol_buffer_span(&check->rest)));
    bool is_full = !known || !rest.data || check->rest.status != POL_OK;
    for (size_t i = 0; i < count && !is_full; i++) {
        known[i] = pol_arena_copy(check->arena, check->known[i]);
        is_full = !known[i].data;
    }
    if (is_full)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a suggestion");
    spelling->known = known;
    spelling->known_count = count;
    spelling->rest = rest;
    return POL_OK;
}

static pol_status finish(checking *check, pol_spelling *spelling, pol_error *reterr)
{
    spelling->unknown = check->unknown;
    spelling->unknown_count = check->unknown_count;
    if (check->unknown_count && check->known_count && check->left_at) {
        pol_status status = finish_rest(check, spelling, reterr);
        if (status != POL_OK)
            return status;
    }
    if (!check->has_replaced)
        return POL_OK;
    pol_buffer_add(&check->suggestion, pol_span_from(check->query, check->copied));
    spelling->suggestion = pol_arena_copy(check->arena, pol_buffer_span(&check->suggestion));
    spelling->is_sure = !check->has_doubts;
    if (check->suggestion.status != POL_OK || !spelling->suggestion.data)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a suggestion");
    return POL_OK;
}

pol_status pol_spelling_check(pol_plan *plan, pol_span query, pol_arena *arena,
                              pol_spelling *ret_spelling, pol_error *reterr)
{
    checking check = {.plan = plan, .query = query, .arena = arena};
    pol_status status = POL_OK;
    *ret_spelling = (pol_spelling){0};
    pol_buffer_init(&check.suggestion, POL_QUERY_MAX * 2);
    pol_buffer_init(&check.rest, POL_QUERY_MAX * 2);
    for (size_t i = 0; i < plan->words.count && status == POL_OK; i++)
        status = plan->words.items[i]->type == POL_NODE_WORD
                     ? check_word(&check, plan->words.items[i], reterr)
                     : check_prefix(&check, plan->words.items[i], reterr);
    ret_spelling->is_filter = check.unknown_count == 0;
    if (status == POL_OK)
        status = check_filters(&check, reterr);
    if (status == POL_OK)
        status = finish(&check, ret_spelling, reterr);
    pol_buffer_done(&check.suggestion);
    pol_buffer_done(&check.rest);
    return status;
}
