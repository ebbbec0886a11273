/* citation.c - a document and a passage to one line that can be quoted. Each part is a
 * function that adds itself, with a comma before it, or nothing. */
#include "search/citation.h"

#include <ctype.h>
#include <stdio.h>

#include "search/markdown.h"
#include "search/printable.h"

enum { TITLE_MAX = 300, PART_MAX = 120 }; /* bytes shown of one part */

static void add_comma(pol_buffer *buffer, size_t start)
{
    if (buffer->size > start)
        pol_buffer_add_text(buffer, ", ");
}

/* "Composite C" says what it is; "12" and "B14" do not. */
static bool names_itself(pol_span number)
{
    size_t letters = 0;
    while (letters < number.size && isalpha((unsigned char)number.data[letters]))
        letters++;
    return letters >= 3;
}

void pol_citation_add_numbered(pol_kind kind, pol_span number, pol_buffer *buffer)
{
    bool is_composite = kind == POL_KIND_COMPOSITE; /* "Composite 3", as people say */
    const char *noun = is_composite ? "composite" : pol_kind_label(kind);
    number = pol_span_trim(number);
    if (number.size == 0)
        return;
    if (!names_itself(number) && pol_kind_is_decided(kind)) {
        pol_buffer_add_byte(buffer, (char)toupper((unsigned char)noun[0]));
        pol_buffer_printf(buffer, "%s ", noun + 1);
    }
    pol_printable_start(buffer, number, PART_MAX);
}

/* What an amendment amends, where it says so by a number; absent otherwise. */
static pol_span amended_number(const pol_document *document)
{
    for (size_t i = 0; document->kind == POL_KIND_AMENDMENT && i < document->relation_count; i++)
        if (document->relations[i].kind == POL_RELATION_AMENDS)
            return pol_span_trim(document->relations[i].number);
    return (pol_span){0};
}

void pol_citation_add_number(const pol_document *document, pol_buffer *buffer)
{
    size_t start = buffer->size;
    pol_span amended = amended_number(document);
    pol_citation_add_numbered(document->kind, document->number.text, buffer);
    if (amended.size == 0)
        return;
    pol_buffer_add_text(buffer, buffer->size > start ? " to " : "Amendment to ");
    pol_citation_add_numbered(POL_KIND_MOTION, amended, buffer);
}

/* First words that stand for a title that the text has none of. */
bool pol_citation_title_is_opening(const pol_document *document)
{
    pol_span shown = pol_span_trim(document->display_title);
    pol_span text = pol_span_trim(document->text);
    return document->title.text.size == 0 && shown.size && shown.size < text.size &&
           pol_span_starts(text, shown);
}

static void add_title(const pol_document *document, size_t start, pol_buffer *buffer)
{
    pol_span title = pol_span_trim(document->title.text);
    pol_span shown = title.size ? title : pol_span_trim(document->display_title);
    pol_span number = pol_span_from(pol_buffer_span(buffer), start);
    bool repeats = title.size == 0 && pol_span_starts_fold(number, shown); /* "Amendment 3.1" */
    if (shown.size == 0 || repeats)
        return;
    add_comma(buffer, start);
    pol_buffer_add_text(buffer, title.size ? "“" : "");
    pol_printable_start(buffer, shown, TITLE_MAX);
    pol_buffer_add_text(buffer, title.size                                ? "”"
                                : pol_citation_title_is_opening(document) ? "…"
                                                                          : "");
}

/* "3)", "(3)" and "3." are point 3; a bullet has no name. */
static pol_span label_name(pol_span label)
{
    while (label.size && !isalnum((unsigned char)label.data[0]))
        label = pol_span_from(label, 1);
    while (label.size && !isalnum((unsigned char)label.data[label.size - 1]))
        label.size--;
    return label;
}

/* The point that a point under it belongs to: the nearest one before it that is less
 * deep; NULL at the first level, or where it has no name. */
static const pol_passage *parent_of(const pol_document *document, const pol_passage *passage)
{
    size_t at = 0;
    if (passage->depth < 2)
        return NULL;
    while (at < document->passage_count && document->passages[at].ordinal < passage->ordinal)
        at++;
    while (at-- > 0) {
        const pol_passage *before = &document->passages[at];
        if (before->depth < passage->depth)
            return before->depth && label_name(before->label).size ? before : NULL;
    }
    return NULL;
}

/* Points of different clauses may have the same label: only those of the operative
 * part need no further name. */
static void add_clause(const pol_passage *passage, pol_buffer *buffer)
{
    static const char *const names[POL_CLAUSE_COUNT] = {
        [POL_CLAUSE_PREAMBLE] = " of the preamble",
        [POL_CLAUSE_NOTES] = " of the notes",
        [POL_CLAUSE_BELIEVES] = " of the beliefs",
        [POL_CLAUSE_AMENDMENT] = " of the amendment",
        [POL_CLAUSE_RATIONALE] = " of the rationale"};
    if (passage->clause < POL_CLAUSE_COUNT && names[passage->clause])
        pol_buffer_add_text(buffer, names[passage->clause]);
}

void pol_citation_add_point(const pol_document *document, const pol_passage *passage,
                            pol_buffer *buffer)
{
    pol_span name = passage ? label_name(passage->label) : (pol_span){0};
    if (name.size == 0)
        return;
    const pol_passage *parent = parent_of(document, passage);
    pol_buffer_add_text(buffer, "point ");
    if (parent) {
        pol_printable_start(buffer, label_name(parent->label), PART_MAX);
        pol_buffer_add_byte(buffer, '(');
    }
    pol_printable_start(buffer, name, PART_MAX);
    if (parent)
        pol_buffer_add_byte(buffer, ')');
    add_clause(passage, buffer);
}

static void add_point(const pol_document *document, const pol_passage *passage, size_t start,
                      pol_buffer *buffer)
{
    if (!passage || label_name(passage->label).size == 0)
        return;
    add_comma(buffer, start);
    pol_citation_add_point(document, passage, buffer);
}

/* The year first, wherever it was printed. */
void pol_citation_add_conference(const pol_document *document, pol_buffer *buffer)
{
    pol_span name = pol_span_trim(document->conference_name);
    bool has_both = name.size && document->year;
    if (!has_both)
        name = pol_span_trim(document->conference.text);
    if (has_both || (name.size == 0 && document->year && pol_kind_is_decided(document->kind)))
        pol_buffer_printf(buffer, "%d", document->year);
    if (has_both)
        pol_buffer_add_byte(buffer, ' ');
    pol_printable_start(buffer, name, PART_MAX);
}

static void add_conference(const pol_document *document, size_t start, pol_buffer *buffer)
{
    pol_buffer part;
    pol_buffer_init(&part, buffer->limit);
    pol_citation_add_conference(document, &part);
    if (part.size) {
        add_comma(buffer, start);
        pol_buffer_add(buffer, pol_buffer_span(&part));
    }
    pol_buffer_spend(&part, buffer);
}

/* Of the file that was read: an agenda's, so it stands behind the conference. */
static void add_page(const pol_document *document, const pol_passage *passage, size_t start,
                     pol_buffer *buffer)
{
    uint32_t page = passage ? passage->page : document->page;
    if (page == 0)
        return;
    add_comma(buffer, start);
    pol_buffer_printf(buffer, "p. %u", (unsigned)page);
}

static void add_organisation(const pol_document *document, size_t start, pol_buffer *buffer)
{
    pol_span name = pol_span_trim(document->organisation.text);
    if (name.size == 0 || pol_kind_is_decided(document->kind))
        return;
    add_comma(buffer, start);
    pol_printable_start(buffer, name, PART_MAX);
}

/* "22 August 2016", "August 2016" or "2016", as far as it is known. */
static void add_date(pol_date date, int year, pol_buffer *buffer)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (date.year == 0)
        date = (pol_date){.year = (int16_t)year};
    if (date.year == 0)
        return;
    pol_buffer_add_text(buffer, ", ");
    if (date.day && date.month)
        pol_buffer_printf(buffer, "%u ", (unsigned)date.day);
    if (date.month >= 1 && date.month <= 12)
        pol_buffer_printf(buffer, "%s ", months[date.month - 1]);
    pol_buffer_printf(buffer, "%d", date.year);
}

void pol_citation_add_kind(const pol_document *document, pol_buffer *buffer)
{
    bool is_other = document->kind == POL_KIND_OTHER;
    pol_buffer_add_text(buffer, is_other ? "document" : pol_kind_label(document->kind));
    add_date(document->date, document->year, buffer);
}

const char *pol_citation_decision(const pol_document *document)
{
    pol_decision decision = document->decision;
    if (!pol_kind_is_decided(document->kind))
        return "";
    if (decision == POL_DECISION_NONE)
        decision = POL_DECISION_UNKNOWN;
    if (decision == POL_DECISION_UNKNOWN && document->has_decision_conflict)
        return "decision unclear"; /* it is stated, and more than once */
    return pol_decision_label(decision);
}

static void add_status(const pol_document *document, const pol_passage *passage, pol_buffer *buffer)
{
    pol_buffer_add_byte(buffer, '(');
    if (pol_kind_is_decided(document->kind))
        pol_buffer_add_text(buffer, pol_citation_decision(document));
    else
        pol_citation_add_kind(document, buffer);
    if (passage && passage->decision != POL_DECISION_NONE)
        pol_buffer_printf(buffer, "; this point: %s",
                          pol_decision_label((pol_decision)passage->decision));
    pol_buffer_add_byte(buffer, ')');
}

void pol_citation_add(const pol_document *document, const pol_passage *passage, pol_buffer *buffer)
{
    size_t start = buffer->size;
    pol_citation_add_number(document, buffer);
    add_title(document, start, buffer);
    add_point(document, passage, start, buffer);
    add_conference(document, start, buffer);
    add_organisation(document, start, buffer);
    add_page(document, passage, start, buffer);
    if (buffer->size > start)
        pol_buffer_add_byte(buffer, ' ');
    add_status(document, passage, buffer);
}

void pol_citation_add_markdown(const pol_document *document, const pol_passage *passage,
                               pol_span url, pol_buffer *buffer)
{
    pol_buffer plain;
    pol_buffer_init(&plain, buffer->limit);
    pol_citation_add(document, passage, &plain);
    if (url.size)
        pol_buffer_add_byte(buffer, '[');
    pol_markdown_add(buffer, pol_buffer_span(&plain), url.size == 0);
    if (url.size) {
        pol_buffer_add_text(buffer, "](");
        pol_markdown_add_url(buffer, url);
        pol_buffer_add_byte(buffer, ')');
    }
    pol_buffer_spend(&plain, buffer);
}
