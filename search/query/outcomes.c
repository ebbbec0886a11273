/* outcomes.c - a query that asks what was decided, at large or about a subject, to the filters it
 * means:
 *
 *   motions lost in 2014                          decision:lost year:2014
 *   which composites were carried?                kind:composite decision:policy
 *   remitted motions at health conference 2021    decision:remitted conference:(health conference)
 *                                                 year:2021
 *   carried motions on housing in 2019            housing decision:policy year:2019
 *   motions about pay carried in 2019             pay decision:policy year:2019
 *   pension motions lost in 2014                  pension decision:lost year:2014
 *   childcare carried in 2014                     childcare decision:policy year:2014
 *
 * A subject goes with a year or a conference: without, what was decided elsewhere tells more than
 * motions that have its very words. Only a query that is of such a form from its first word to its
 * last is read so; all others are words: "jobs lost in 2014" is about jobs. */
#include <stdio.h>

#include "search/query/build.h"

enum { YEAR_FIRST = 1800, YEAR_LAST = 2100, READ_MAX = 320, SUBJECT_MAX = 12 };

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
    bool is_of_motions; /* said of hardly anything else */
} fates[] = {
    {POL_SPAN("carried"), "decision:policy", true},
    {POL_SPAN("passed"), "decision:policy", false},
    {POL_SPAN("agreed"), "decision:policy", false},
    {POL_SPAN("adopted"), "decision:policy", false},
    {POL_SPAN("approved"), "decision:policy", false},
    {POL_SPAN("lost"), "decision:lost", false},
    {POL_SPAN("defeated"), "decision:lost", false},
    {POL_SPAN("rejected"), "decision:lost", false},
    {POL_SPAN("fell"), "decision:fell", false},
    {POL_SPAN("remitted"), "decision:remitted", true},
    {POL_SPAN("withdrawn"), "decision:withdrawn", false},
    {POL_SPAN("composited"), "decision:composited", true},
    {POL_SPAN("deferred"), "decision:deferred", false},
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
static const pol_span about[] = {
    POL_SPAN("about"), POL_SPAN("on"), POL_SPAN("concerning"), POL_SPAN("regarding"), {0}};
static const pol_span meeting[] = {POL_SPAN("conference"), POL_SPAN("congress"), {0}};

/* What is read so far: the words from `at` on are left. */
typedef struct outcomes {
    const pol_node *const *words;
    size_t count, at;
    const char *kind, *decision;
    size_t subject, subject_end; /* words; none where they are the same */
    pol_span year, conference;   /* absent where not typed */
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

static size_t find_fate(pol_span word)
{
    size_t at = 0;
    while (at < sizeof fates / sizeof *fates && !pol_span_equal(word, fates[at].word))
        at++;
    return at;
}

const char *pol_outcome_filter(pol_span word)
{
    size_t at = find_fate(word);
    return at < sizeof fates / sizeof *fates ? fates[at].filter : NULL;
}

/* `is_bare`: one that is said of motions alone. */
static bool take_fate(outcomes *asked, bool is_bare)
{
    size_t at = find_fate(word_at(asked, asked->at));
    if (at == sizeof fates / sizeof *fates || (is_bare && !fates[at].is_of_motions))
        return false;
    asked->decision = strchr(fates[at].filter, ':') + 1;
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

static void take_places(pol_query *query, outcomes *asked)
{
    take_year(asked);
    take_conference(query, asked);
    take_year(asked);
}

static bool has_place(const outcomes *asked)
{
    return asked->year.data || asked->conference.data;
}

/* What may follow a subject, to the end: what became of the motions, if that was not said before,
 * when and where. */
static bool take_rest(pol_query *query, outcomes *asked)
{
    size_t start = asked->at;
    if (!asked->decision) {
        skip(asked, joining);
        if (!take_fate(asked, false))
            asked->at = start;
    }
    pol_span next = word_at(asked, asked->at);
    if (is_among(next, placing) || is_year(next))
        take_places(query, asked);
    return asked->at > start && asked->at == asked->count;
}

/* "about" and a subject: all that is left, or what stands before the rest. */
static bool take_subject(pol_query *query, outcomes *asked)
{
    if (!is_among(word_at(asked, asked->at), about))
        return false;
    asked->subject = ++asked->at;
    for (size_t end = asked->at + 1; end < asked->count && end <= asked->at + SUBJECT_MAX; end++) {
        outcomes tried = *asked;
        tried.at = tried.subject_end = end;
        if (take_rest(query, &tried)) {
            *asked = tried;
            return true;
        }
    }
    asked->at = asked->subject_end = asked->count;
    return asked->subject < asked->subject_end;
}

/* A subject before all else: with "motions", or what is said of motions alone, and a place. */
static bool read_subject_first(pol_query *query, outcomes *asked)
{
    size_t first = asked->at;
    for (size_t end = first + 1; end < asked->count && end <= first + SUBJECT_MAX; end++) {
        outcomes tried = *asked;
        tried.subject = first;
        tried.at = tried.subject_end = end;
        bool has_noun = take_noun(&tried);
        skip(&tried, joining);
        if (!take_fate(&tried, !has_noun))
            continue;
        take_places(query, &tried);
        if (tried.at == tried.count && has_place(&tried)) {
            *asked = tried;
            return true;
        }
    }
    return false;
}

static bool read(pol_query *query, outcomes *asked)
{
    skip(asked, asking);
    if (take_fate(asked, false)) {
        if (!take_noun(asked))
            return false;
    } else if (!take_noun(asked)) {
        return read_subject_first(query, asked);
    } else if (take_subject(query, asked)) {
        return has_place(asked);
    } else {
        skip(asked, joining);
        if (!take_fate(asked, false))
            return false;
    }
    take_places(query, asked);
    return asked->at == asked->count || (take_subject(query, asked) && has_place(asked));
}

/* The words of the query, nothing between them but white space and what ends a sentence. */
static bool has_words_alone(const pol_query *query, const outcomes *asked)
{
    size_t at = 0;
    for (size_t i = 0; i <= asked->count; i++) {
        const pol_node *word = i < asked->count ? asked->words[i] : NULL;
        bool is_subject = asked->subject <= i && i < asked->subject_end;
        if (word &&
            (word->type != POL_NODE_WORD || word->repeats > 1 || (word->part_count && !is_subject)))
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

/* The subject's words, which must match, as they were typed. */
static void add_subject(pol_query *query, const outcomes *asked, pol_nodes *words,
                        char said[READ_MAX])
{
    if (asked->subject == asked->subject_end)
        return;
    uint32_t start = asked->words[asked->subject]->start;
    uint32_t end = asked->words[asked->subject_end - 1]->end;
    snprintf(said, READ_MAX, " %.*s",
             POL_SPAN_ARGS(pol_span_first(pol_span_make(query->text.data + start, end - start),
                                          READ_MAX / 2)));
    for (size_t i = asked->subject; i < asked->subject_end; i++)
        pol_nodes_add(query, words, (pol_node *)asked->words[i]);
}

pol_status pol_query_read_outcomes(pol_query *query, bool *ret_is_read, pol_error *reterr)
{
    const pol_node *root = query->root;
    char said[READ_MAX] = "";
    pol_nodes meant_by = {0};
    *ret_is_read = false;
    if (!root || root->type != POL_NODE_AND)
        return POL_OK;
    outcomes asked = {.words = root->children, .count = root->child_count};
    if (!read(query, &asked) || !has_words_alone(query, &asked))
        return POL_OK;
    add_subject(query, &asked, &meant_by, said);
    add_filter(query, POL_FIELD_KIND, pol_span_of(asked.kind), &meant_by, said);
    add_filter(query, POL_FIELD_DECISION, pol_span_of(asked.decision), &meant_by, said);
    add_filter(query, POL_FIELD_CONFERENCE, asked.conference, &meant_by, said);
    add_filter(query, POL_FIELD_YEAR, asked.year, &meant_by, said);
    pol_node *meant = pol_group_new(query, POL_NODE_AND, &meant_by);
    pol_query_note_add(query, "read as%s", said);
    if (query->error.status != POL_OK) {
        if (reterr)
            *reterr = query->error;
        return query->error.status;
    }
    query->root = meant;
    pol_group_settle_stop_words(meant);
    *ret_is_read = true;
    return POL_OK;
}
