/* search_hint.c - a year alone, and a question as one asks a person ("what did conference
 * decide about parking?", "fracking lost") to the search that it means: the subject, and the
 * decision as a filter. As words, "conference" and "decide" must match too, and find reports and no
 * motions.
 *
 * It is offered, never done: "lost" may be a word of the text. Classes: spelling. */
#include <stdio.h>

#include "search/query.h"
#include "web/page/search.h"

enum { SUBJECT_MAX = 200, WORDS_MIN = 3, MEANING_MAX = 4 << 10 };

typedef struct asking {
    const char *words;    /* between spaces */
    const char *decision; /* the filter that they mean; NULL: none */
    bool is_sign;         /* a question is likely where one of them stands */
} asking;

static const asking askings[] = {
    {" what which when who where how why did do does has have had is are was were be been our we "
     "us i the a an on about of for to in any all there their that and ever by with ",
     NULL, false},
    {" conference conferences union policy policies position decide decides decided decision "
     "decisions say says said vote votes voted motion motions resolution resolutions find show "
     "tell ",
     NULL, true},
    {" carried passed agreed adopted approved ", "policy", true},
    {" lost defeated rejected ", "lost", true},
    {" remitted ", "remitted", true},
    {" withdrawn ", "withdrawn", true},
};

/* "Was it carried?" asks for the decision: a filter would hide what answers no. */
static const char openings[] = " was were is are did do does has have had ";

typedef struct question {
    pol_buffer subject;
    pol_span decision;
    size_t words;
    bool asks_whether; /* not about what was decided so */
    bool is_question;  /* some words only ask */
} question;

static bool is_one_of(pol_span word, const char *words)
{
    char padded[32];
    int size = snprintf(padded, sizeof padded, " %.*s ", POL_SPAN_ARGS(word));
    return word.size && (size_t)size < sizeof padded &&
           pol_span_find_fold(pol_span_of(words), pol_span_of(padded), 0) != (size_t)-1;
}

/* Of one word; NULL for one of the subject. */
static const asking *asking_of(pol_span word)
{
    for (size_t i = 0; i < sizeof askings / sizeof *askings; i++)
        if (is_one_of(word, askings[i].words))
            return &askings[i];
    return NULL;
}

/* Does it mean more to the query language than a word, or belong to a number ("motion 12")? */
static bool is_special(pol_span word)
{
    static const char *const operators[] = {"OR", "AND", "NOT"};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (pol_span_equal(word, pol_span_of(operators[i])))
            return true;
    for (size_t i = 0; i < word.size; i++)
        if (strchr("\"():*/0123456789\xE2", word.data[i])) /* the last begins curly quotes */
            return true;
    return word.data[0] == '-';
}

static void take(question *q, pol_span word)
{
    const asking *meant = asking_of(word);
    q->asks_whether = q->asks_whether || (q->words == 0 && is_one_of(word, openings));
    q->words++;
    if (!meant) {
        if (q->subject.size)
            pol_buffer_add_byte(&q->subject, ' ');
        pol_buffer_add(&q->subject, word);
        return;
    }
    q->is_question = q->is_question || meant->is_sign;
    if (meant->decision && !q->decision.data)
        q->decision = pol_span_of(meant->decision);
}

static bool is_end(char c)
{
    return c == '?' || c == '!' || c == ',' || c == '.' || c == ';';
}

/* False where it is no question, or one without a subject. */
static bool read(question *q, pol_span query)
{
    for (pol_span rest = pol_span_trim(query); rest.size;) {
        size_t end = 0;
        while (end < rest.size && rest.data[end] != ' ')
            end++;
        pol_span word = pol_span_first(rest, end);
        rest = pol_span_trim(pol_span_from(rest, end));
        while (word.size && is_end(word.data[word.size - 1]))
            word.size--;
        if (word.size == 0)
            continue;
        if (is_special(word) || q->subject.size > SUBJECT_MAX)
            return false;
        take(q, word);
    }
    return q->is_question && q->subject.size && (q->decision.data || q->words >= WORDS_MIN);
}

/* What a query is understood as, common words aside. */
static void understand(const pol_view *view, pol_span text, pol_buffer *meaning)
{
    pol_error error;
    pol_query *query = NULL;
    if (pol_query_parse_with(view->worker->index->analyser, text, false, &query, &error) != POL_OK)
        return;
    pol_query_understood(query, meaning);
    size_t end = pol_span_find(pol_buffer_span(meaning), POL_SPAN("; "), 0);
    meaning->size = end < meaning->size ? end : meaning->size;
    pol_query_free(query);
}

/* Is it searched for already, as the beginning of a question counts for nothing? */
static bool is_understood(const pol_view *view, pol_span subject)
{
    pol_buffer typed, meant;
    pol_buffer_init(&typed, MEANING_MAX);
    pol_buffer_init(&meant, MEANING_MAX);
    understand(view, view->ask->query, &typed);
    understand(view, subject, &meant);
    bool is_same = typed.size && pol_span_equal(pol_buffer_span(&typed), pol_buffer_span(&meant));
    pol_buffer_done(&typed);
    pol_buffer_done(&meant);
    return is_same;
}

static void add_offer(pol_view *view, question *q)
{
    bool adds = q->decision.data && !q->asks_whether;
    for (size_t i = 0; i < view->ask->filter_count; i++)
        adds = adds && view->ask->filters[i].field != POL_FIELD_DECISION;
    if (!adds && is_understood(view, pol_buffer_span(&q->subject)))
        return;
    pol_ask_change change = {.query = pol_buffer_span(&q->subject),
                             .adds_filter = adds,
                             .field = POL_FIELD_DECISION,
                             .value = q->decision};
    POL_HTML(view->buffer,
             "<p class=\"spelling\">A question? Search for its subject alone: <a href=\"$\">$",
             pol_view_url(view, "/search", &change), change.query);
    if (adds)
        POL_HTML(view->buffer, ", $", pol_words_facet(POL_SPAN("decision"), q->decision));
    pol_html_add(view->buffer, "</a></p>\n");
}

/* "2014" finds what mentions it; all that is of that year is another search. */
static bool add_year(pol_view *view)
{
    pol_error error;
    char year[16];
    const pol_outline *outline;
    pol_span typed = pol_span_trim(view->ask->query);
    if (view->results->suggestion.size || /* it may be that year */
        pol_worker_outline(view->worker, &outline, &error) != POL_OK)
        return false;
    for (size_t i = 0; i < outline->year_count; i++) {
        snprintf(year, sizeof year, "%d", outline->years[i].year);
        if (!pol_span_equal(typed, pol_span_of(year)))
            continue;
        POL_HTML(
            view->buffer,
            "<p class=\"spelling\">The year? <a href=\"/search?from=$&amp;to=$\">All documents "
            "of $</a></p>\n",
            typed, typed, typed);
        return true;
    }
    return false;
}

void pol_view_add_hint(pol_view *view)
{
    question q = {0};
    if (add_year(view))
        return;
    pol_buffer_init(&q.subject, POL_ASK_QUERY_MAX);
    if (read(&q, view->ask->query))
        add_offer(view, &q);
    pol_buffer_spend(&q.subject, view->buffer);
}
