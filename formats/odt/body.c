/* body.c - walking office:text: one rule per element that matters; all others only hold
 * what is inside them. */
#include "formats/odt/body.h"

#include <stdlib.h>

#include "formats/formats.h"
#include "formats/odt/lists.h"
#include "formats/office/xml.h"

enum { REPEATED_MAX = 1000, HEADING_MAX = 6 };

/* What holds for all that is inside an element. */
typedef struct context {
    const struct rule *rule; /* of the element itself; NULL: none */
    const pol_style *style;  /* of the paragraph */
    pol_odt_list *list;      /* the innermost list; NULL: none */
    bool is_dropped;
    bool is_in_paragraph;
    bool is_text; /* characters count */
    bool is_bold, is_hidden;
    bool is_box;      /* a paragraph inside another one */
    uint8_t heading;  /* of the paragraph */
    bool is_numbered; /* the heading may have a number */
    long start;       /* and which: see pol_odt_number_heading() */
} context;

typedef struct body {
    pol_odt_style_reader style_reader;
    pol_odt_styles *styles;
    pol_odt_lists lists;
    pol_office_writer *writer;
    pol_odt_counts *counts;
    pol_error *reterr;
    bool has_body, has_text;                 /* office:body, office:text were met */
    context stack[POL_OFFICE_DEPTH_MAX + 1]; /* [0] is outside the root */
    size_t depth;
} body;

typedef struct rule {
    const char *name;
    void (*start)(body *b, const pol_element *element, context *c);
    void (*end)(body *b, const context *c);
} rule;

static bool is_true(const pol_element *element, const char *name)
{
    return pol_span_equal(pol_element_value(element, POL_SPACE_TEXT, name), POL_SPAN("true"));
}

/* --- paragraphs ------------------------------------------------------------------- */

static void start_paragraph(body *b, const pol_element *element, context *c)
{
    pol_span name = pol_element_value(element, POL_SPACE_TEXT, "style-name");
    c->is_box = c->is_in_paragraph;
    if (c->is_box) /* of a frame that is anchored in the text */
        pol_office_begin_box(b->writer);
    c->style = pol_styles_find(&b->styles->named, POL_STYLE_PARAGRAPH, name);
    c->is_in_paragraph = c->is_text = true;
    c->is_bold = c->style && c->style->bold > 0;
    c->is_hidden = c->style && c->style->hidden > 0;
    c->heading = c->style ? c->style->use == POL_STYLE_TITLE
                          : pol_span_equal(name, POL_SPAN("Title")); /* known without its style */
    c->is_numbered = false;
    pol_office_begin_paragraph(b->writer);
}

static void start_heading(body *b, const pol_element *element, context *c)
{
    start_paragraph(b, element, c);
    c->heading = (uint8_t)pol_element_number(element, POL_SPACE_TEXT, "outline-level", 1,
                                             POL_LIST_LEVELS, 1);
    /* A style with the empty list expressly has no numbers. */
    bool is_plain = c->style && c->style->list.data && c->style->list.size == 0;
    c->is_numbered = !is_plain && !is_true(element, "is-list-header");
    c->start = pol_element_number(element, POL_SPACE_TEXT, "start-value", 0, POL_LIST_START_MAX,
                                  is_true(element, "restart-numbering") ? -2 : -1);
}

static void number_paragraph(body *b, const context *c, pol_office_block *block)
{
    pol_status status = POL_OK;
    if (c->list) {
        block->list_depth = (uint8_t)(c->list->level + 1);
        status = pol_odt_number_item(&b->lists, c->list, c->style, &block->marker);
    } else if (c->heading && c->is_numbered) {
        status = pol_odt_number_heading(&b->lists, c->heading - 1u, c->start, &block->marker);
    }
    pol_office_fail(b->writer, status);
}

static void end_paragraph(body *b, const context *c)
{
    pol_office_block block = {.heading = c->heading < HEADING_MAX ? c->heading : HEADING_MAX,
                              .is_quoted = c->style && c->style->use == POL_STYLE_QUOTE};
    if (c->is_dropped || (c->style && c->style->use == POL_STYLE_CONTENTS)) {
        pol_office_drop_paragraph(b->writer);
    } else {
        number_paragraph(b, c, &block);
        pol_office_end_paragraph(b->writer, &block);
    }
    if (c->is_box)
        pol_office_end_box(b->writer);
}

static void start_span(body *b, const pol_element *element, context *c)
{
    pol_span name = pol_element_value(element, POL_SPACE_TEXT, "style-name");
    const pol_style *style = pol_styles_find(&b->styles->named, POL_STYLE_CHARACTER, name);
    if (style && style->bold != POL_STYLE_UNSET)
        c->is_bold = style->bold > 0;
    if (style && style->hidden != POL_STYLE_UNSET)
        c->is_hidden = style->hidden > 0;
}

static void start_space(body *b, const pol_element *element, context *c)
{
    (void)element;
    if (!c->is_hidden)
        pol_office_add_text(b->writer, POL_SPAN(" "), c->is_bold);
}

static void start_break(body *b, const pol_element *element, context *c)
{
    (void)element;
    if (!c->is_hidden)
        pol_office_break_line(b->writer);
}

/* --- what is left out ------------------------------------------------------------- */

static void start_dropped(body *b, const pol_element *element, context *c)
{
    (void)b, (void)element;
    c->is_dropped = true;
}

static void start_note(body *b, const pol_element *element, context *c)
{
    (void)element;
    b->counts->notes++;
    c->is_dropped = true;
}

/* What was deleted is kept here, apart from the text. */
static void start_deletion(body *b, const pol_element *element, context *c)
{
    (void)element;
    b->counts->deletions++;
    c->is_dropped = true;
}

static void start_insertion(body *b, const pol_element *element, context *c)
{
    (void)element;
    b->counts->insertions++;
    c->is_dropped = true; /* who inserted it, and when */
}

static void start_section(body *b, const pol_element *element, context *c)
{
    (void)b;
    pol_span display = pol_element_value(element, POL_SPACE_TEXT, "display");
    c->is_dropped |= pol_span_equal(display, POL_SPAN("none")) || is_true(element, "is-hidden");
}

/* A field in a paragraph that hides it. */
static void start_hidden_paragraph(body *b, const pol_element *element, context *c)
{
    (void)c;
    for (size_t depth = b->depth; is_true(element, "is-hidden") && depth > 0; depth--) {
        context *outer = &b->stack[depth];
        if (outer->rule && outer->rule->end == end_paragraph) {
            outer->is_dropped = true;
            return;
        }
    }
}

/* --- lists ------------------------------------------------------------------------ */

static void start_list(body *b, const pol_element *element, context *c)
{
    pol_office_fail(b->writer, pol_odt_list_begin(&b->lists, c->list, element));
    if (b->lists.count > 0)
        c->list = &b->lists.open[b->lists.count - 1];
}

static void end_list(body *b, const context *c)
{
    (void)c;
    pol_odt_list_end(&b->lists);
}

static void start_item(body *b, const pol_element *element, context *c)
{
    (void)b;
    if (c->list)
        pol_odt_list_begin_item(c->list, element, false);
}

static void start_header(body *b, const pol_element *element, context *c)
{
    (void)b;
    if (c->list)
        pol_odt_list_begin_item(c->list, element, true);
}

/* --- tables ----------------------------------------------------------------------- */

static void start_table(body *b, const pol_element *element, context *c)
{
    (void)element;
    c->list = NULL;
    pol_office_begin_table(b->writer);
}

static void end_table(body *b, const context *c)
{
    (void)c;
    pol_office_end_table(b->writer);
}

static void start_row(body *b, const pol_element *element, context *c)
{
    (void)element, (void)c;
    pol_office_begin_row(b->writer);
}

static uint32_t repeated(const pol_element *element)
{
    return (uint32_t)pol_element_number(element, POL_SPACE_TABLE, "number-columns-repeated", 1,
                                        REPEATED_MAX, 1);
}

/* What is said once for several cells is read once. */
static void start_cell(body *b, const pol_element *element, context *c)
{
    (void)c;
    pol_office_begin_cell(b->writer);
    pol_office_skip_columns(b->writer, repeated(element) - 1);
}

/* Below a cell that takes several columns or rows. */
static void start_covered_cell(body *b, const pol_element *element, context *c)
{
    pol_office_skip_columns(b->writer, repeated(element));
    c->is_dropped = true;
}

static void start_text(body *b, const pol_element *element, context *c)
{
    (void)element, (void)c;
    b->has_text = true;
}

/* Each sorted by name. */
static const rule office_rules[] = {
    {"annotation", start_dropped, NULL},
    {"text", start_text, NULL},
};

static const rule table_rules[] = {
    {"covered-table-cell", start_covered_cell, NULL},
    {"table", start_table, end_table},
    {"table-cell", start_cell, NULL},
    {"table-row", start_row, NULL},
};

static const rule text_rules[] = {
    {"alphabetical-index", start_dropped, NULL},
    {"bibliography", start_dropped, NULL},
    {"deletion", start_deletion, NULL},
    {"format-change", start_dropped, NULL},
    {"h", start_heading, end_paragraph},
    {"hidden-paragraph", start_hidden_paragraph, NULL},
    {"hidden-text", start_dropped, NULL},
    {"illustration-index", start_dropped, NULL},
    {"insertion", start_insertion, NULL},
    {"line-break", start_break, NULL},
    {"list", start_list, end_list},
    {"list-header", start_header, NULL},
    {"list-item", start_item, NULL},
    {"note", start_note, NULL},
    {"number", start_dropped, NULL}, /* ours is the same, and is known elsewhere too */
    {"object-index", start_dropped, NULL},
    {"p", start_paragraph, end_paragraph},
    {"placeholder", start_dropped, NULL},
    {"ruby-text", start_dropped, NULL},
    {"s", start_space, NULL},
    {"script", start_dropped, NULL},
    {"section", start_section, NULL},
    {"span", start_span, NULL},
    {"tab", start_space, NULL},
    {"table-index", start_dropped, NULL},
    {"table-of-content", start_dropped, NULL},
    {"user-index", start_dropped, NULL},
};

static int compare_rule(const void *name, const void *item)
{
    return strcmp(name, ((const rule *)item)->name);
}

static const rule *rule_of(const pol_element *element)
{
    const rule *rules = NULL;
    size_t count = 0;
    if (element->space == POL_SPACE_TEXT) {
        rules = text_rules;
        count = sizeof text_rules / sizeof *text_rules;
    } else if (element->space == POL_SPACE_TABLE) {
        rules = table_rules;
        count = sizeof table_rules / sizeof *table_rules;
    } else if (element->space == POL_SPACE_OFFICE) {
        rules = office_rules;
        count = sizeof office_rules / sizeof *office_rules;
    }
    return rules ? bsearch(element->name, rules, count, sizeof *rules, compare_rule) : NULL;
}

/* --- walking ---------------------------------------------------------------------- */

static pol_status on_style(body *b, const pol_element *element, size_t depth)
{
    if (depth == 2 && element->space == POL_SPACE_OFFICE && strcmp(element->name, "body") == 0) {
        pol_odt_styles_finish(b->styles);
        b->has_body = true;
        return POL_OK;
    }
    return pol_odt_style_start(&b->style_reader, element, depth);
}

static pol_status on_start(void *context_, const pol_element *element, size_t depth)
{
    body *b = context_;
    if (!b->has_body)
        return on_style(b, element, depth);
    b->depth = depth;
    context *c = &b->stack[depth];
    *c = b->stack[depth - 1];
    if (element->space != POL_SPACE_TEXT && element->space != POL_SPACE_LOEXT) {
        c->is_text = false; /* names of pictures, formulas and the like are not for reading */
        if (c->is_in_paragraph)
            c->list = NULL; /* what a frame holds is in no list around it */
    }
    c->rule = c->is_dropped ? NULL : rule_of(element);
    if (c->rule)
        c->rule->start(b, element, c);
    return b->writer->status;
}

static pol_status on_end(void *context_, size_t depth)
{
    body *b = context_;
    if (!b->has_body)
        return pol_odt_style_end(&b->style_reader, depth);
    const context *c = &b->stack[depth];
    b->depth = depth;
    if (c->rule && c->rule->end)
        c->rule->end(b, c);
    b->depth = depth - 1;
    return b->writer->status;
}

static pol_status on_text(void *context_, pol_span text, size_t depth)
{
    body *b = context_;
    const context *c = &b->stack[depth];
    if (b->has_body && c->is_text && !c->is_dropped && !c->is_hidden)
        pol_office_add_text(b->writer, text, c->is_bold);
    return b->writer->status;
}

pol_status pol_odt_read_body(pol_span package, pol_odt_styles *styles, pol_office_writer *writer,
                             pol_odt_counts *ret_counts, pol_error *reterr)
{
    body b = {.style_reader = {.styles = styles,
                               .arena = writer->arena,
                               .reterr = reterr,
                               .holder = "automatic-styles"},
              .styles = styles,
              .lists = {.styles = styles, .arena = writer->arena, .reterr = reterr},
              .writer = writer,
              .counts = ret_counts,
              .reterr = reterr};
    pol_xml_handler handler = {&b, on_start, on_end, on_text};
    *ret_counts = (pol_odt_counts){.notes = 0};
    pol_status status = pol_xml_read(package, POL_SPAN("content.xml"), &handler, reterr);
    if (status == POL_OK && !b.has_text)
        return pol_fail(reterr, POL_FORMAT, 0,
                        "it is an office file, but no text document: save its text as .odt");
    return status;
}
