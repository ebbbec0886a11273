/* csl.c - metadata to the variables of CSL 1.0.2, in the order in which people read them. */
#include "search/csl.h"

#include <stdio.h>

#include "search/citation.h"
#include "search/json.h"
#include "search/printable.h"

enum { LINE_BYTES = 1 << 20, TITLE_MAX = 1000 };

/* What a function of citation.h says, as a string; left out where it says nothing. */
static void add_built(pol_json *json, const char *key, pol_buffer *built)
{
    if (built->size)
        pol_json_string(json, key, pol_buffer_span(built));
    pol_buffer_spend(built, json->buffer);
}

static void add_line(pol_json *json, const char *key, pol_span value)
{
    pol_buffer line;
    pol_buffer_init(&line, LINE_BYTES);
    pol_printable_start(&line, pol_span_trim(value), TITLE_MAX);
    add_built(json, key, &line);
}

static void add_id(pol_json *json, const pol_document *document, const pol_passage *passage,
                   pol_span url)
{
    pol_buffer id;
    pol_buffer_init(&id, LINE_BYTES);
    pol_buffer_add(&id, url.size ? url : document->id.text);
    if (!url.size && passage)
        pol_buffer_printf(&id, "#p%u", (unsigned)passage->ordinal);
    add_built(json, "id", &id);
}

static const char *type_of(pol_kind kind)
{
    if (pol_kind_is_decided(kind))
        return "legislation";
    return kind == POL_KIND_ARTICLE ? "article-newspaper" : "document";
}

static void add_title(pol_json *json, const pol_document *document)
{
    pol_buffer title;
    pol_buffer_init(&title, LINE_BYTES);
    pol_printable_start(&title, pol_span_trim(document->display_title), TITLE_MAX);
    if (pol_citation_title_is_opening(document))
        pol_buffer_add_text(&title, "…");
    add_built(json, "title", &title);
}

static void add_date(pol_json *json, const char *key, pol_date date)
{
    if (date.year == 0)
        return;
    pol_json_open(json, key, '{');
    pol_json_open(json, "date-parts", '[');
    pol_json_open(json, NULL, '[');
    pol_json_integer(json, NULL, date.year);
    if (date.month)
        pol_json_integer(json, NULL, date.month);
    if (date.month && date.day)
        pol_json_integer(json, NULL, date.day);
    pol_json_close(json, ']');
    pol_json_close(json, ']');
    pol_json_close(json, '}');
}

/* A motion is of its conference's year; its own date is that of submission. */
static void add_dates(pol_json *json, const pol_document *document)
{
    pol_date year = {.year = (int16_t)document->year};
    if (pol_kind_is_decided(document->kind)) {
        add_date(json, "issued", year);
        add_date(json, "submitted", document->date);
    } else {
        add_date(json, "issued", document->date.year ? document->date : year);
    }
}

static void add_conference(pol_json *json, const pol_document *document)
{
    pol_buffer name, again;
    if (!document->conference.text.size && !document->conference_name.size)
        return;
    pol_buffer_init(&name, LINE_BYTES);
    pol_buffer_init(&again, LINE_BYTES);
    pol_citation_add_conference(document, &name);
    pol_buffer_add(&again, pol_buffer_span(&name));
    add_built(json, "container-title", &name);
    add_built(json, "event-title", &again);
}

static void add_section(pol_json *json, const pol_document *document, const pol_passage *passage)
{
    pol_buffer point;
    pol_buffer_init(&point, LINE_BYTES);
    pol_citation_add_point(document, passage, &point);
    add_built(json, "section", &point);
    uint32_t page = passage ? passage->page : document->page;
    if (page) {
        char digits[16];
        snprintf(digits, sizeof digits, "%u", (unsigned)page);
        pol_json_text(json, "page", digits);
    }
}

/* The decision, and the point's own. */
static void add_note(pol_json *json, const pol_document *document, const pol_passage *passage)
{
    pol_buffer note;
    pol_buffer_init(&note, LINE_BYTES);
    pol_buffer_add_text(&note, pol_citation_decision(document));
    if (passage && passage->decision != POL_DECISION_NONE)
        pol_buffer_printf(&note, "%sthis point: %s", note.size ? "; " : "",
                          pol_decision_label((pol_decision)passage->decision));
    add_built(json, "note", &note);
}

void pol_csl_add(const pol_document *document, const pol_passage *passage, pol_span url,
                 pol_buffer *buffer)
{
    pol_json json = {.buffer = buffer};
    pol_json_open(&json, NULL, '{');
    add_id(&json, document, passage, url);
    pol_json_text(&json, "type", type_of(document->kind));
    add_title(&json, document);
    add_line(&json, "number", document->number.text);
    add_conference(&json, document);
    add_line(&json, "authority", document->organisation.text);
    add_dates(&json, document);
    add_section(&json, document, passage);
    add_line(&json, "language", document->language.text);
    if (url.size)
        pol_json_string(&json, "URL", url);
    add_note(&json, document, passage);
    pol_json_close(&json, '}');
}
