/* body.c - walking w:document: one rule per element that matters; all others only hold
 * what is inside them. */
#include "formats/docx/body.h"

#include <stdlib.h>

#include "formats/docx/fields.h"
#include "formats/docx/paragraph.h"
#include "formats/formats.h"
#include "formats/office/xml.h"

enum { SPAN_MAX = 1000 };

/* What holds for all that is inside an element. */
typedef struct context {
    const struct rule *rule; /* of the element itself; NULL: none */
    bool is_dropped;         /* deleted, hidden away, or a second version of the same */
    bool is_mark;            /* properties of a paragraph's end, not of its text */
    bool is_text;            /* characters count */
    bool has_choice;         /* one of mc:AlternateContent's versions was taken */
} context;

typedef struct body {
    const pol_styles *styles;
    const pol_style *default_style;
    pol_docx_numbering *numbering;
    pol_office_writer *writer;
    pol_docx_counts *counts;
    pol_error *reterr;
    /* Whose properties and text are being read, one for each text box;
     * the last is for all that are too deep. */
    pol_docx_paragraph paragraphs[POL_OFFICE_BOXES_MAX + 1];
    size_t box_depth;
    pol_docx_fields fields;
    bool has_body;
    context stack[POL_OFFICE_DEPTH_MAX + 1]; /* [0] is outside the root */
    size_t depth;
} body;

typedef void action(body *b, const pol_element *element, context *c);

typedef struct rule {
    const char *name;
    action *start;
    void (*end)(body *b, const context *c);
    bool sees_dropped; /* called inside what is left out, too */
} rule;

static pol_docx_paragraph *current(body *b)
{
    size_t at = b->box_depth < POL_OFFICE_BOXES_MAX ? b->box_depth : POL_OFFICE_BOXES_MAX;
    return &b->paragraphs[at];
}

/* The element that the current one is in, `up` levels. */
static context *outer(body *b, size_t up)
{
    return &b->stack[b->depth > up ? b->depth - up : 0];
}

static bool is_of(const context *c, const char *name)
{
    return c->rule && strcmp(c->rule->name, name) == 0;
}

/* Leaves out what is still to come of an element around the current one, if it is `name`. */
static bool drop_outer(body *b, size_t up, const char *name)
{
    context *c = outer(b, up);
    if (!is_of(c, name))
        return false;
    c->is_dropped = true;
    return true;
}

/* --- fields ----------------------------------------------------------------------- */

static void start_field_mark(body *b, const pol_element *element, context *c)
{
    (void)c;
    pol_docx_fields_mark(&b->fields, pol_element_value(element, POL_SPACE_WORD, "fldCharType"));
}

static void start_simple_field(body *b, const pol_element *element, context *c)
{
    (void)b;
    c->is_dropped |= pol_docx_is_contents(pol_element_value(element, POL_SPACE_WORD, "instr"));
}

static void start_instruction(body *b, const pol_element *element, context *c)
{
    (void)b, (void)element;
    c->is_text = true; /* on_text() knows where it belongs */
}

/* --- paragraphs ------------------------------------------------------------------- */

static void start_paragraph(body *b, const pol_element *element, context *c)
{
    (void)element;
    *current(b) = pol_docx_paragraph_blank(b->default_style);
    if (c->is_dropped)
        b->writer->paragraph_count++; /* numbers are those of all paragraphs */
    else
        pol_office_begin_paragraph(b->writer);
}

static void start_paragraph_style(body *b, const pol_element *element, context *c)
{
    (void)c;
    pol_docx_paragraph *p = current(b);
    pol_docx_set_style(p, b->styles, pol_docx_value(element));
    if (pol_docx_heading(p) && !pol_docx_is_of_use(p, POL_STYLE_CONTENTS) &&
        pol_docx_fields_in_contents(&b->fields))
        b->fields.count = 0; /* a contents list without an end: this is no line of it */
}

static void start_list_level(body *b, const pol_element *element, context *c)
{
    (void)c;
    current(b)->list_level = (int)pol_element_number(element, POL_SPACE_WORD, "val", 0, 8, -1);
}

static void start_list_id(body *b, const pol_element *element, context *c)
{
    (void)c;
    pol_docx_set_list(current(b), pol_docx_value(element));
}

/* Of this paragraph alone. */
static void start_outline(body *b, const pol_element *element, context *c)
{
    (void)c;
    current(b)->outline = (int)pol_element_number(element, POL_SPACE_WORD, "val", 0, 9, -1);
}

/* Ends what the deletion of a paragraph's end left open, where no paragraph follows. */
static void finish_merged(body *b)
{
    static const pol_office_block plain = {.heading = 0};
    if (current(b)->is_merged)
        pol_office_end_paragraph(b->writer, &plain);
    current(b)->is_merged = false;
}

static void end_paragraph(body *b, const context *c)
{
    pol_docx_paragraph *p = current(b);
    if (c->is_dropped || p->is_merged)
        return;
    if (pol_docx_is_of_use(p, POL_STYLE_CONTENTS) || pol_docx_fields_in_contents(&b->fields)) {
        pol_office_drop_paragraph(b->writer);
        return;
    }
    if (pol_docx_fields_in_instruction(&b->fields))
        b->fields.count = 0; /* one that does not end would swallow all that follows */
    pol_office_block block = {.heading = pol_docx_heading(p),
                              .is_quoted = pol_docx_is_of_use(p, POL_STYLE_QUOTE)};
    pol_docx_number number = pol_docx_number_of(p);
    int level;
    pol_office_fail(b->writer,
                    pol_docx_next_number(b->numbering, &number, &level, &block.marker, b->reterr));
    block.list_depth = block.marker.text.data && level >= 0 ? (uint8_t)(level + 1) : 0;
    pol_office_end_paragraph(b->writer, &block);
}

/* --- runs ------------------------------------------------------------------------- */

static void start_run(body *b, const pol_element *element, context *c)
{
    (void)element, (void)c;
    pol_docx_reset_run(current(b));
}

static void start_run_style(body *b, const pol_element *element, context *c)
{
    if (!c->is_mark)
        current(b)->run_style =
            pol_styles_find(b->styles, POL_STYLE_CHARACTER, pol_docx_value(element));
}

static void start_bold(body *b, const pol_element *element, context *c)
{
    if (!c->is_mark)
        current(b)->run_bold = pol_docx_is_on(element);
}

static void start_hidden(body *b, const pol_element *element, context *c)
{
    if (!c->is_mark)
        current(b)->run_hidden = pol_docx_is_on(element);
}

static bool is_read(body *b, const context *c)
{
    return !c->is_dropped && !pol_docx_is_hidden(current(b)) &&
           !pol_docx_fields_in_instruction(&b->fields) && !pol_docx_fields_in_contents(&b->fields);
}

static void add_text(body *b, const context *c, pol_span text)
{
    if (is_read(b, c))
        pol_office_add_text(b->writer, text, pol_docx_is_bold(current(b)));
}

static void start_text(body *b, const pol_element *element, context *c)
{
    (void)element;
    c->is_text = is_read(b, c);
}

static void start_space(body *b, const pol_element *element, context *c)
{
    (void)element;
    add_text(b, c, POL_SPAN(" "));
}

static void start_hyphen(body *b, const pol_element *element, context *c)
{
    (void)element;
    add_text(b, c, POL_SPAN("-"));
}

static void start_break(body *b, const pol_element *element, context *c)
{
    (void)element;
    if (is_read(b, c))
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
    (void)element, (void)c;
    b->counts->notes++;
}

static void start_insertion(body *b, const pol_element *element, context *c)
{
    (void)element, (void)c;
    b->counts->insertions++;
}

/* Around text; or, among the properties of a paragraph's end or of a row, of these. */
static void start_deletion(body *b, const pol_element *element, context *c)
{
    (void)element;
    b->counts->deletions++;
    c->is_dropped = true;
    if (c->is_mark)
        current(b)->is_merged = true;
    else if (is_of(outer(b, 1), "trPr"))
        drop_outer(b, 2, "tr");
}

/* Among the properties of a cell. */
static void start_cell_deletion(body *b, const pol_element *element, context *c)
{
    (void)element, (void)c;
    b->counts->deletions += drop_outer(b, 2, "tc");
}

/* w:sdt, w:sdtPr, w:docPartObj: whose part is shown in that control. */
static void start_gallery(body *b, const pol_element *element, context *c)
{
    (void)c;
    pol_span gallery = pol_docx_value(element);
    if (pol_span_equal_fold(gallery, POL_SPAN("Table of Contents")) ||
        pol_span_equal_fold(gallery, POL_SPAN("Bibliographies")))
        drop_outer(b, 3, "sdt");
}

/* "Click here to enter text." */
static void start_placeholder(body *b, const pol_element *element, context *c)
{
    (void)c;
    if (pol_docx_is_on(element))
        drop_outer(b, 2, "sdt");
}

/* --- tables and boxes ------------------------------------------------------------- */

static void start_table(body *b, const pol_element *element, context *c)
{
    (void)element, (void)c;
    finish_merged(b);
    pol_office_begin_table(b->writer);
}

static void end_table(body *b, const context *c)
{
    if (!c->is_dropped)
        pol_office_end_table(b->writer);
}

static void start_row(body *b, const pol_element *element, context *c)
{
    (void)element, (void)c;
    pol_office_begin_row(b->writer);
}

static void start_columns_left_out(body *b, const pol_element *element, context *c)
{
    (void)c;
    long columns = pol_element_number(element, POL_SPACE_WORD, "val", 0, SPAN_MAX, 0);
    pol_office_skip_columns(b->writer, (uint32_t)columns);
}

static void start_cell(body *b, const pol_element *element, context *c)
{
    (void)element, (void)c;
    pol_office_begin_cell(b->writer);
}

/* A cell over several columns: those it takes beside its first. */
static void start_cell_span(body *b, const pol_element *element, context *c)
{
    (void)c;
    long columns = pol_element_number(element, POL_SPACE_WORD, "val", 1, SPAN_MAX, 1);
    pol_office_skip_columns(b->writer, (uint32_t)columns - 1);
}

static void end_cell(body *b, const context *c)
{
    if (!c->is_dropped)
        finish_merged(b);
}

static void start_box(body *b, const pol_element *element, context *c)
{
    (void)element, (void)c;
    b->box_depth++;
    *current(b) = pol_docx_paragraph_blank(NULL);
    pol_office_begin_box(b->writer);
}

static void end_box(body *b, const context *c)
{
    if (c->is_dropped)
        return;
    finish_merged(b);
    b->box_depth--;
    pol_office_end_box(b->writer);
}

static void start_body(body *b, const pol_element *element, context *c)
{
    (void)element, (void)c;
    b->has_body = true;
}

static void end_body(body *b, const context *c)
{
    (void)c;
    finish_merged(b);
}

static void start_mark(body *b, const pol_element *element, context *c)
{
    (void)element;
    c->is_mark |= is_of(outer(b, 1), "pPr");
}

/* Only known to those inside it. */
static void start_nothing(body *b, const pol_element *element, context *c)
{
    (void)b, (void)element, (void)c;
}

/* Sorted by name. */
static const rule rules[] = {
    {"b", start_bold, NULL, false},
    {"body", start_body, end_body, false},
    {"br", start_break, NULL, false},
    {"cellDel", start_cell_deletion, NULL, false},
    {"cr", start_break, NULL, false},
    {"del", start_deletion, NULL, false},
    {"docPartGallery", start_gallery, NULL, false},
    {"endnoteReference", start_note, NULL, false},
    {"fldChar", start_field_mark, NULL, true},
    {"fldSimple", start_simple_field, NULL, false},
    {"footnoteReference", start_note, NULL, false},
    {"gridBefore", start_columns_left_out, NULL, false},
    {"gridSpan", start_cell_span, NULL, false},
    {"ilvl", start_list_level, NULL, false},
    {"ins", start_insertion, NULL, false},
    {"instrText", start_instruction, NULL, true},
    {"moveFrom", start_deletion, NULL, false},
    {"moveTo", start_insertion, NULL, false},
    {"noBreakHyphen", start_hyphen, NULL, false},
    {"numId", start_list_id, NULL, false},
    {"numberingChange", start_dropped, NULL, false},
    {"outlineLvl", start_outline, NULL, false},
    {"p", start_paragraph, end_paragraph, true},
    {"pPr", start_nothing, NULL, false},
    {"pPrChange", start_dropped, NULL, false},
    {"pStyle", start_paragraph_style, NULL, false},
    {"ptab", start_space, NULL, false},
    {"r", start_run, NULL, false},
    {"rPr", start_mark, NULL, false},
    {"rPrChange", start_dropped, NULL, false},
    {"rStyle", start_run_style, NULL, false},
    {"rt", start_dropped, NULL, false},
    {"sdt", start_nothing, NULL, false},
    {"sectPr", start_dropped, NULL, false},
    {"showingPlcHdr", start_placeholder, NULL, false},
    {"t", start_text, NULL, false},
    {"tab", start_space, NULL, false},
    {"tabs", start_dropped, NULL, false},
    {"tbl", start_table, end_table, false},
    {"tblPrChange", start_dropped, NULL, false},
    {"tblPrExChange", start_dropped, NULL, false},
    {"tc", start_cell, end_cell, false},
    {"tcPrChange", start_dropped, NULL, false},
    {"tr", start_row, NULL, false},
    {"trPr", start_nothing, NULL, false},
    {"trPrChange", start_dropped, NULL, false},
    {"txbxContent", start_box, end_box, false},
    {"vanish", start_hidden, NULL, false},
};

static int compare_rule(const void *name, const void *item)
{
    return strcmp(name, ((const rule *)item)->name);
}

/* --- walking ---------------------------------------------------------------------- */

/* The same twice, for newer and older programs: the first that is offered is read. */
static void choose_version(body *b, const pol_element *element, context *c)
{
    if (strcmp(element->name, "AlternateContent") == 0) {
        c->has_choice = false;
    } else if (strcmp(element->name, "Choice") == 0 || strcmp(element->name, "Fallback") == 0) {
        c->is_dropped |= outer(b, 1)->has_choice;
        outer(b, 1)->has_choice = true;
    }
}

static pol_status on_start(void *context_, const pol_element *element, size_t depth)
{
    body *b = context_;
    if (depth == 1 && (element->space != POL_SPACE_WORD || strcmp(element->name, "document") != 0))
        return pol_fail(b->reterr, POL_FORMAT, 0,
                        "it is an office file, but no text document: save its text as .docx");
    b->depth = depth;
    context *c = &b->stack[depth];
    *c = b->stack[depth - 1];
    c->rule = NULL;
    c->is_text = false;
    if (element->space == POL_SPACE_COMPATIBILITY)
        choose_version(b, element, c);
    if (element->space != POL_SPACE_WORD)
        return b->writer->status;
    c->rule =
        bsearch(element->name, rules, sizeof rules / sizeof *rules, sizeof *rules, compare_rule);
    if (c->rule && (!c->is_dropped || c->rule->sees_dropped))
        c->rule->start(b, element, c);
    return b->writer->status;
}

static pol_status on_end(void *context_, size_t depth)
{
    body *b = context_;
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
    if (!c->is_text)
        return POL_OK;
    if (is_of(c, "instrText"))
        pol_docx_fields_instruct(&b->fields, text);
    else
        pol_office_add_text(b->writer, text, pol_docx_is_bold(current(b)));
    return b->writer->status;
}

pol_status pol_docx_read_body(pol_span package, pol_span part, const pol_styles *styles,
                              pol_docx_numbering *numbering, pol_office_writer *writer,
                              pol_docx_counts *ret_counts, pol_error *reterr)
{
    body b = {.styles = styles,
              .default_style = pol_styles_default(styles, POL_STYLE_PARAGRAPH),
              .numbering = numbering,
              .writer = writer,
              .counts = ret_counts,
              .reterr = reterr};
    pol_xml_handler handler = {&b, on_start, on_end, on_text};
    *ret_counts = (pol_docx_counts){.notes = 0};
    pol_status status = pol_xml_read(package, part, &handler, reterr);
    if (status == POL_OK && !b.has_body)
        return pol_fail(reterr, POL_FORMAT, 0, "it is no Word document: its text is missing");
    ret_counts->has_open_contents = pol_docx_fields_in_contents(&b.fields);
    return status;
}
