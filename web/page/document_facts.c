/* document_facts.c - the metadata of a document as lists of terms: with the decision, what one
 * must know to read it right; below the text, all else.
 *
 * Classes: facts, outcome-facts (with it), fact, aside (a remark of ours beside a value). Ids:
 * about. */
#include <stdio.h>

#include "search/citation.h"
#include "search/facts.h"
#include "web/day.h"
#include "web/page/document.h"
#include "web/url.h"

/* --- rows --------------------------------------------------------------------------------- */

static void open_row(pol_document_view *view, const char *name)
{
    POL_HTML(view->buffer, "<div class=\"fact\"><dt>$</dt><dd>", pol_span_of(name));
}

static void close_row(pol_document_view *view)
{
    pol_html_add(view->buffer, "</dd></div>\n");
}

static void add_row(pol_document_view *view, const char *name, pol_span value)
{
    value = pol_span_trim(value);
    if (value.size == 0)
        return;
    open_row(view, name);
    pol_html_text(view->buffer, value);
    close_row(view);
}

/* --- facts that all formats tell ----------------------------------------------------------- */

/* One row of the table: relations, which are not in it, are links of their own. */
typedef struct fact {
    const char *name, *heading; /* as search/facts.h has it, and here */
    bool is_outcome;            /* stands with the decision */
    const char *aside;          /* behind the value */
} fact;

static const fact facts[] = {
    {"Stated", "Stated", true, ""},
    {"Composite", "Composited in", true, ""},
    {"Referral", "Referral", true, ""},
    {"Text", "Text shown", true, ""},
    {"Standing", "Standing", true, ""},
    {"Recommendation", "Recommendation", false, " (advice before the debate, no decision)"},
};

typedef struct telling {
    pol_document_view *view;
    bool is_outcome;
    bool has_list;    /* <dl> is open */
    const fact *last; /* whose row is open: what has several values is one term */
} telling;

/* " by Motion 4: Fair Pay" as a link, behind "superseded". */
static void add_successor(pol_document_view *view)
{
    const pol_document *document = view->document;
    for (size_t i = 0; i < document->relation_count; i++) {
        if (document->relations[i].kind != POL_RELATION_SUPERSEDED_BY)
            continue;
        pol_html_add(view->buffer, " by ");
        pol_document_add_relation(view, &document->relations[i]);
        return;
    }
}

static void close_last(telling *t)
{
    if (t->last)
        close_row(t->view);
    t->last = NULL;
}

/* The place of one more value of `told`. */
static void open_fact(telling *t, const fact *told)
{
    if (!t->has_list)
        pol_html_add(t->view->buffer, "<dl class=\"facts outcome-facts\">\n");
    t->has_list = true;
    if (t->last == told) {
        pol_html_add(t->view->buffer, "</dd>\n<dd>");
        return;
    }
    close_last(t);
    open_row(t->view, told->heading);
    t->last = told;
}

static void tell(void *context, const char *name, pol_span value)
{
    telling *t = context;
    size_t i = 0;
    while (i < sizeof facts / sizeof *facts && strcmp(facts[i].name, name) != 0)
        i++;
    if (i == sizeof facts / sizeof *facts || facts[i].is_outcome != t->is_outcome)
        return;
    open_fact(t, &facts[i]);
    pol_html_text(t->view->buffer, value);
    if (strcmp(name, "Standing") == 0 && t->view->document->standing == POL_STANDING_SUPERSEDED)
        add_successor(t->view);
    if (facts[i].aside[0])
        POL_HTML(t->view->buffer, "<span class=\"aside\">$</span>", pol_span_of(facts[i].aside));
}

static void tell_facts(telling *t)
{
    pol_buffer *buffer = t->view->buffer;
    pol_status status = pol_facts_each(t->view->document, false, tell, t);
    close_last(t);
    if (status != POL_OK && buffer->status == POL_OK)
        buffer->status = status;
}

void pol_document_add_outcome(pol_document_view *view)
{
    telling t = {.view = view, .is_outcome = true};
    tell_facts(&t);
    if (t.has_list)
        pol_html_add(view->buffer, "</dl>\n");
}

/* --- the rest ------------------------------------------------------------------------------ */

static void add_number(pol_document_view *view)
{
    pol_span number = pol_document_built(view, pol_citation_add_number);
    if (number.size == 0)
        return;
    open_row(view, "Number");
    POL_HTML(view->buffer,
             pol_kind_is_decided(view->document->kind)
                 ? "<span itemprop=\"legislationIdentifier\">$</span>"
                 : "$",
             number);
    close_row(view);
}

static void add_section(pol_document_view *view)
{
    pol_buffer_clear(&view->scratch);
    pol_facts_add_section(view->document, false, &view->scratch);
    add_row(view, "Section", pol_buffer_span(&view->scratch));
}

/* An article's year is that of its date. */
static void add_year(pol_document_view *view)
{
    char digits[16];
    if (view->document->year == 0)
        return;
    snprintf(digits, sizeof digits, "%d", view->document->year);
    add_row(view, "Year", pol_span_of(digits));
}

static void add_date(pol_document_view *view)
{
    bool is_article = !pol_kind_is_decided(view->document->kind);
    if (view->document->date.year == 0)
        return;
    open_row(view, "Date");
    pol_day_add(view->buffer, view->document->date,
                is_article ? " itemprop=\"datePublished\"" : " itemprop=\"dateCreated\"");
    close_row(view);
}

static void add_organisation(pol_document_view *view)
{
    pol_span name = pol_span_trim(view->document->organisation.text);
    size_t count = 0;
    if (name.size == 0)
        return;
    pol_buffer_clear(&view->scratch);
    pol_url_add_parameter(&view->scratch, &count, "org", name);
    open_row(view, "Organisation");
    POL_HTML(view->buffer, "<a href=\"/search$\">$</a>", pol_buffer_span(&view->scratch), name);
    close_row(view);
}

/* Bodies only: a person's name tells union membership. */
static void add_submitters(pol_document_view *view)
{
    const pol_document *document = view->document;
    size_t shown = 0;
    for (size_t i = 0; i < document->submitter_count; i++) {
        if (document->submitters[i].is_person)
            continue;
        if (shown++ == 0)
            open_row(view, "Submitted by");
        else
            pol_html_add(view->buffer, ", ");
        pol_html_text(view->buffer, document->submitters[i].name);
    }
    if (shown)
        close_row(view);
}

typedef struct language {
    const char *code, *name;
} language;

/* Others are shown by their code. */
static const language languages[] = {
    {"cy", "Welsh"},  {"de", "German"}, {"en", "English"},         {"es", "Spanish"},
    {"fr", "French"}, {"ga", "Irish"},  {"gd", "Scottish Gaelic"}, {"it", "Italian"},
    {"nl", "Dutch"},  {"pl", "Polish"}, {"pt", "Portuguese"},      {"ur", "Urdu"},
};

static void add_language(pol_document_view *view)
{
    pol_span code = pol_span_trim(view->document->language.text), name = code;
    if (code.size == 0)
        return;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (pol_span_equal(code, pol_span_of(languages[i].code)))
            name = pol_span_of(languages[i].name);
    open_row(view, "Language");
    POL_HTML(view->buffer, "$<meta itemprop=\"inLanguage\" content=\"$\">", name, code);
    close_row(view);
}

/* --- sources ------------------------------------------------------------------------------- */

/* An address for a link: http or https, and nothing but what an address is written with. */
static bool is_web_address(pol_span text)
{
    if (!pol_span_starts_fold(text, POL_SPAN("http://")) &&
        !pol_span_starts_fold(text, POL_SPAN("https://")))
        return false;
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] <= ' ' || text.data[i] > '~' || strchr("\"'<>\\^`{|}", text.data[i]))
            return false;
    return true;
}

static void add_address(pol_document_view *view, pol_span source)
{
    source = pol_span_trim(source);
    if (is_web_address(source))
        POL_HTML(view->buffer, "<a href=\"$\" rel=\"nofollow noopener\">$</a>", source, source);
    else
        pol_html_text(view->buffer, source);
}

/* The first is the file that was read: there the document has its place. */
static void add_sources(pol_document_view *view)
{
    const pol_stored *stored = view->stored;
    if (pol_span_trim(view->document->source.text).size) {
        open_row(view, "Address");
        add_address(view, view->document->source.text);
        close_row(view);
    }
    pol_buffer_clear(&view->scratch);
    pol_facts_add_place(view->document, &view->scratch);
    for (size_t i = 0; i < stored->source_count; i++) {
        if (i == 0)
            open_row(view, "Source");
        else
            pol_html_add(view->buffer, "</dd>\n<dd>");
        add_address(view, stored->sources[i]);
        if (i == 0)
            pol_html_text(view->buffer, pol_buffer_span(&view->scratch));
    }
    if (stored->source_count)
        close_row(view);
}

static void add_record(pol_document_view *view)
{
    add_row(view, "Id", view->document->id.text);
    if (view->stored->changed == 0)
        return;
    open_row(view, "Record changed");
    pol_words_add_moment(view->buffer, view->stored->changed);
    close_row(view);
}

void pol_document_add_facts(pol_document_view *view)
{
    const pol_document *document = view->document;
    telling t = {.view = view, .has_list = true};
    bool is_other = document->kind == POL_KIND_OTHER;
    POL_HTML(view->buffer,
             "<section class=\"about\" aria-labelledby=\"about\">\n"
             "<h2 id=\"about\">About this $</h2>\n<dl class=\"facts\">\n",
             pol_span_of(is_other ? "document" : pol_kind_label(document->kind)));
    add_row(view, "Kind", pol_span_of(pol_kind_label(document->kind)));
    add_number(view);
    add_section(view);
    add_row(view, "Conference", pol_document_built(view, pol_citation_add_conference));
    add_year(view);
    add_date(view);
    add_organisation(view);
    add_submitters(view);
    add_language(view);
    tell_facts(&t);
    add_sources(view);
    add_record(view);
    pol_html_add(view->buffer, "</dl>\n</section>\n");
}
