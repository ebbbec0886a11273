/* outcomes.c - a query that asks for nothing but what was decided, to the filters it means:
 *
 *   motions lost in 2014                          decision:lost year:2014
 *   which composites were carried?                kind:composite decision:policy
 *   remitted motions at health conference 2021    decision:remitted conference:(health conference)
 *                                                 year:2021
 *
 * Only a query that is of this form from its first word to its last is read so; all others are
 * words. */
#include <stdio.h>

#include "search/query/build.h"

enum { YEAR_FIRST = 1800, YEAR_LAST = 2100, READ_MAX = 160, NAME_MAX_BYTES = 80 };

/* Spans, as every query is compared with them. */
static const struct {
    pol_span word;
    const char *kind; /* NULL: of any */
} nouns[] = {
    {POL_SPAN("motions"), NULL},
    {POL_SPAN("resolutions"), NULL},
    {POL_SPAN("composites"), "composite"},
    {POL_SPAN("amendments"), "amendment"},
};

static const struct {
    pol_span word;
    const char *filter;
} fates[] = {
    {POL_SPAN("carried"), "decision:policy"},      {POL_SPAN("passed"), "decision:policy"},
    {POL_SPAN("agreed"), "decision:policy"},       {POL_SPAN("adopted"), "decision:policy"},
    {POL_SPAN("approved"), "decision:policy"},     {POL_SPAN("lost"), "decision:lost"},
    {POL_SPAN("defeated"), "decision:lost"},       {POL_SPAN("rejected"), "decision:lost"},
    {POL_SPAN("fell"), "decision:fell"},           {POL_SPAN("remitted"), "decision:remitted"},
    {POL_SPAN("withdrawn"), "decision:withdrawn"}, {POL_SPAN("composited"), "decision:composited"},
    {POL_SPAN("deferred"), "decision:deferred"},
};

/* An empty one ends each. */
static const pol_span asking[] = {
    POL_SPAN("which"), POL_SPAN("what"), POL_SPAN("all"), POL_SPAN("the"), {0}};
static const pol_span joining[] = {POL_SPAN("that"),
                                   POL_SPAN("which"),
                                   POL_SPAN("were"),
                                   POL_SPAN("was"),
                                   POL_SPAN("been"),
                                   POL_SPAN("have"),
                                   {0}};
static const pol_span placing[] = {
    POL_SPAN("in"), POL_SPAN("at"),     POL_SPAN("by"),  POL_SPAN("from"),
    POL_SPAN("of"), POL_SPAN("during"), POL_SPAN("the"), {0}};
static const pol_span meeting[] = {POL_SPAN("conference"), POL_SPAN("congress"), {0}};

/* What is read so far: the words from `at` on are left. */
typedef struct outcomes {
    const pol_node *const *words;
    size_t count, at;
    const char *kind, *decision;
    pol_span year, conference; /* absent where not typed */
} outcomes;

/* Empty for what is no word, too. */
static pol_span word_at(const outcomes *asked, size_t at)
{
    bool is_word = at < asked->count && asked->words[at]->type == POL_NODE_WORD;
    return is_word ? asked->words[at]->word : (pol_span){0};
}

static bool is_among(pol_span word, const pol_span *list)
{
    for (; word.size && list->size; list++)
        if (pol_span_equal(word, *list))
            return true;
    return false;
}

static void skip(outcomes *asked, const pol_span *list)
{
    while (is_among(word_at(asked, asked->at), list))
        asked->at++;
}

static bool take_noun(outcomes *asked)
{
    if (pol_span_equal(word_at(asked, asked->at), POL_SPAN("emergency")) &&
        pol_span_equal(word_at(asked, asked->at + 1), POL_SPAN("motions"))) {
        asked->kind = "emergency";
        asked->at += 2;
        return true;
    }
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        if (pol_span_equal(word_at(asked, asked->at), nouns[i].word)) {
            asked->kind = nouns[i].kind;
            asked->at++;
            return true;
        }
    }
    return false;
}

const char *pol_outcome_filter(pol_span word)
{
    for (size_t i = 0; i < sizeof fates / sizeof *fates; i++)
        if (pol_span_equal(word, fates[i].word))
            return fates[i].filter;
    return NULL;
}

static bool take_fate(outcomes *asked)
{
    const char *filter = pol_outcome_filter(word_at(asked, asked->at));
    if (!filter)
        return false;
    asked->decision = strchr(filter, ':') + 1;
    asked->at++;
    return true;
}

static bool is_year(pol_span word)
{
    int year = 0;
    for (size_t i = 0; i < word.size && i < 5; i++) {
        if (word.data[i] < '0' || word.data[i] > '9')
            return false;
        year = year * 10 + (word.data[i] - '0');
    }
    return word.size == 4 && year >= YEAR_FIRST && year <= YEAR_LAST;
}

static void take_year(outcomes *asked)
{
    skip(asked, placing);
    if (asked->year.data || !is_year(word_at(asked, asked->at)))
        return;
    asked->year = word_at(asked, asked->at);
    asked->at++;
}

/* A name that ends in "conference"; that word alone says nothing. */
static void take_conference(pol_query *query, outcomes *asked)
{
    skip(asked, placing);
    size_t end = asked->at;
    while (end < asked->count && !is_among(word_at(asked, end), meeting) &&
           !is_year(word_at(asked, end)))
        end++;
    if (end == asked->count || !is_among(word_at(asked, end), meeting))
        return;
    uint32_t start = asked->words[asked->at]->start;
    if (end > asked->at)
        asked->conference = pol_span_make(query->text.data + start, asked->words[end]->end - start);
    asked->at = end + 1;
}

static bool read(pol_query *query, outcomes *asked)
{
    skip(asked, asking);
    if (take_fate(asked)) {
        if (!take_noun(asked))
            return false;
    } else {
        if (!take_noun(asked))
            return false;
        skip(asked, joining);
        if (!take_fate(asked))
            return false;
    }
    take_year(asked);
    take_conference(query, asked);
    take_year(asked);
    return asked->at == asked->count;
}

/* The words of the query, nothing between them but white space and what ends a sentence. */
static bool has_words_alone(const pol_query *query, const pol_node *root)
{
    size_t at = 0;
    for (size_t i = 0; i <= root->child_count; i++) {
        const pol_node *word = i < root->child_count ? root->children[i] : NULL;
        if (word && (word->type != POL_NODE_WORD || word->repeats > 1 || word->part_count))
            return false;
        size_t end = word ? word->start : query->text.size;
        for (; at < end; at++)
            if (!strchr(word ? " \t\n," : " \t\n.?!", query->text.data[at]))
                return false;
        at = word ? word->end : at;
    }
    return true;
}

/* And says what of the query language it is. */
static void add_filter(pol_query *query, pol_field field, pol_span value, pol_nodes *filters,
                       char said[READ_MAX])
{
    pol_lexeme lexeme = {.type = POL_LEXEME_FIELD,
                         .field = field,
                         .text = value,
                         .form = field == POL_FIELD_CONFERENCE ? POL_VALUE_LIST : POL_VALUE_BARE,
                         .end = (uint32_t)query->text.size};
    size_t used = strlen(said);
    bool is_list = lexeme.form == POL_VALUE_LIST;
    if (!value.data)
        return;
    snprintf(said + used, READ_MAX - used, " %s:%s%.*s%s", pol_field_info_of(field)->name,
             is_list ? "(" : "", POL_SPAN_ARGS(value), is_list ? ")" : "");
    pol_nodes_add(query, filters, pol_leaf_field(query, &lexeme));
}

pol_status pol_query_read_outcomes(pol_query *query, bool *ret_is_read, pol_error *reterr)
{
    const pol_node *root = query->root;
    char said[READ_MAX] = "";
    pol_nodes filters = {0};
    *ret_is_read = false;
    if (!root || root->type != POL_NODE_AND)
        return POL_OK;
    outcomes asked = {.words = root->children, .count = root->child_count};
    if (!read(query, &asked) || !has_words_alone(query, root))
        return POL_OK;
    add_filter(query, POL_FIELD_KIND, pol_span_of(asked.kind), &filters, said);
    add_filter(query, POL_FIELD_DECISION, pol_span_of(asked.decision), &filters, said);
    add_filter(query, POL_FIELD_CONFERENCE, asked.conference, &filters, said);
    add_filter(query, POL_FIELD_YEAR, asked.year, &filters, said);
    pol_node *meant = pol_group_new(query, POL_NODE_AND, &filters);
    pol_query_note_add(query, "read as%s", said);
    if (query->error.status != POL_OK) {
        if (reterr)
            *reterr = query->error;
        return query->error.status;
    }
    query->root = meant;
    *ret_is_read = true;
    return POL_OK;
}
