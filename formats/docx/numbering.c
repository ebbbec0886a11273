/* numbering.c - word/numbering.xml to lists, and paragraphs to their numbers. */
#include <stdlib.h>

#include "core/utf8.h"
#include "document/text.h"
#include "formats/docx/paragraph.h"
#include "formats/formats.h"
#include "formats/office/xml.h"

enum { WORD_LEVELS = 9, LINKS_MAX = 4, NO_START = -1 };

/* A definition; lists that share one count on in each other. */
typedef struct definition {
    pol_span id;
    pol_span style; /* of which it is the list, where its levels stand; absent: here */
    pol_list_level levels[POL_LIST_LEVELS];
    const pol_list_level *shown; /* the levels that hold */
    pol_list_counts counts;
    uint32_t order;
} definition;

typedef struct override {
    pol_list_level levels[POL_LIST_LEVELS];
    bool is_defined[POL_LIST_LEVELS];
    bool is_begun[POL_LIST_LEVELS];
    long start[POL_LIST_LEVELS]; /* NO_START: not overridden */
} override;

typedef struct list {
    pol_span id;
    pol_span definition_id;
    definition *definition; /* NULL: there is none */
    override *override;     /* NULL: none */
    uint32_t order;
} list;

struct pol_docx_numbering {
    pol_arena *arena;
    definition *definitions;
    size_t definition_count, definition_capacity;
    list *lists;
    size_t list_count, list_capacity;
};

/* --- reading ---------------------------------------------------------------------- */

/* w:abstractNum or w:num at depth 2; inside of these, levels where they may be. */
typedef struct reading {
    pol_docx_numbering *numbering;
    pol_error *reterr;
    definition *definition; /* open, or NULL */
    list *list;             /* the same */
    int level;              /* of the open w:lvl or w:lvlOverride; -1: none */
    size_t level_depth;     /* of the open w:lvl; 0: none */
    bool has_format;        /* the first of several, which is the newer program's, holds */
} reading;

static pol_status refused(reading *r, size_t size)
{
    return pol_arena_refused(r->numbering->arena, size, r->reterr);
}

static pol_status copy(reading *r, pol_span value, pol_span *ret_copy)
{
    *ret_copy = pol_arena_copy(r->numbering->arena, value);
    return ret_copy->data ? POL_OK : refused(r, value.size + 1);
}

static pol_status begin_definition(reading *r, const pol_element *element)
{
    pol_docx_numbering *n = r->numbering;
    definition *grown = pol_arena_grow(n->arena, n->definitions, n->definition_count,
                                       &n->definition_capacity, sizeof *grown);
    if (!grown)
        return refused(r, (n->definition_count ? 2 * n->definition_count : 8) * sizeof *grown);
    n->definitions = grown;
    r->definition = &grown[n->definition_count];
    *r->definition = (definition){.order = (uint32_t)n->definition_count++};
    return copy(r, pol_element_value(element, POL_SPACE_WORD, "abstractNumId"), &r->definition->id);
}

static pol_status begin_list(reading *r, const pol_element *element)
{
    pol_docx_numbering *n = r->numbering;
    list *grown =
        pol_arena_grow(n->arena, n->lists, n->list_count, &n->list_capacity, sizeof *grown);
    if (!grown)
        return refused(r, (n->list_count ? 2 * n->list_count : 8) * sizeof *grown);
    n->lists = grown;
    r->list = &grown[n->list_count];
    *r->list = (list){.order = (uint32_t)n->list_count++};
    return copy(r, pol_element_value(element, POL_SPACE_WORD, "numId"), &r->list->id);
}

static pol_status begin_override(reading *r, const pol_element *element)
{
    r->level = (int)pol_element_number(element, POL_SPACE_WORD, "ilvl", 0, WORD_LEVELS - 1, -1);
    if (r->list->override || r->level < 0)
        return POL_OK;
    override *made = pol_arena_alloc(r->numbering->arena, sizeof *made);
    if (!made)
        return refused(r, sizeof *made);
    for (size_t i = 0; i < POL_LIST_LEVELS; i++)
        made->start[i] = NO_START;
    r->list->override = made;
    return POL_OK;
}

/* The level that is open; NULL: none. */
static pol_list_level *open_level(const reading *r)
{
    if (r->level_depth == 0 || r->level < 0)
        return NULL;
    return r->definition ? &r->definition->levels[r->level] : &r->list->override->levels[r->level];
}

static void begin_level(reading *r, const pol_element *element, size_t depth)
{
    if (r->definition)
        r->level = (int)pol_element_number(element, POL_SPACE_WORD, "ilvl", 0, WORD_LEVELS - 1, -1);
    if (r->level < 0)
        return;
    r->level_depth = depth;
    r->has_format = false;
    *open_level(r) =
        (pol_list_level){.format = POL_NUMBER_DECIMAL, .restarts_at = (uint8_t)r->level};
    if (r->list)
        r->list->override->is_defined[r->level] = true;
}

static uint8_t format_of(const pol_element *element)
{
    static const struct {
        const char *name;
        pol_number_format format;
    } formats[] = {
        {"none", POL_NUMBER_NONE},
        {"bullet", POL_NUMBER_BULLET},
        {"decimalZero", POL_NUMBER_PADDED},
        {"ordinal", POL_NUMBER_ORDINAL},
        {"lowerLetter", POL_NUMBER_LOWER_LETTER},
        {"upperLetter", POL_NUMBER_UPPER_LETTER},
        {"lowerRoman", POL_NUMBER_LOWER_ROMAN},
        {"upperRoman", POL_NUMBER_UPPER_ROMAN},
    };
    pol_span value = pol_docx_value(element);
    pol_span custom = pol_element_value(element, POL_SPACE_WORD, "format");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (pol_span_equal(value, pol_span_of(formats[i].name)))
            return (uint8_t)formats[i].format;
    return pol_span_starts(custom, POL_SPAN("01")) ? POL_NUMBER_PADDED : POL_NUMBER_DECIMAL;
}

/* "%1.%2)" with places for the numbers. */
static pol_status read_text(reading *r, const pol_element *element, pol_list_level *level)
{
    pol_span text = pol_element_copy(element, POL_SPACE_WORD, "val", r->numbering->arena);
    if (!text.data)
        return pol_docx_value(element).data ? refused(r, pol_docx_value(element).size) : POL_OK;
    text.size = pol_utf8_floor(text, POL_LIST_TEXT_MAX);
    char *out = (char *)text.data; /* our copy */
    size_t size = 0;
    for (size_t at = 0; at < text.size; at++) {
        char next = at + 1 < text.size ? text.data[at + 1] : '\0';
        bool is_place = text.data[at] == '%' && next >= '1' && next <= '9';
        out[size++] = is_place ? (char)(POL_LIST_PLACE + (next - '1')) : text.data[at];
        at += is_place;
    }
    level->text = pol_span_make(out, size);
    return POL_OK;
}

static pol_status read_level(reading *r, const pol_element *element, pol_list_level *level)
{
    const char *name = element->name;
    if (strcmp(name, "start") == 0) {
        level->start =
            (uint32_t)pol_element_number(element, POL_SPACE_WORD, "val", 0, POL_LIST_START_MAX, 1);
    } else if (strcmp(name, "numFmt") == 0 && !r->has_format) {
        level->format = format_of(element);
        r->has_format = true;
    } else if (strcmp(name, "lvlRestart") == 0) {
        level->restarts_at =
            (uint8_t)pol_element_number(element, POL_SPACE_WORD, "val", 0, r->level, r->level);
    } else if (strcmp(name, "isLgl") == 0) {
        level->is_legal = true;
    } else if (strcmp(name, "pStyle") == 0 && pol_docx_value(element).data) {
        return copy(r, pol_docx_value(element), &level->paragraph_style);
    } else if (strcmp(name, "lvlText") == 0) {
        return read_text(r, element, level);
    }
    return POL_OK;
}

/* Elements that are no part of a level. */
static pol_status read_around(reading *r, const pol_element *element, size_t depth)
{
    const char *name = element->name;
    pol_span value = pol_docx_value(element);
    if (strcmp(name, "lvl") == 0)
        begin_level(r, element, depth);
    else if (r->definition && strcmp(name, "numStyleLink") == 0 && value.data)
        return copy(r, value, &r->definition->style);
    else if (r->list && strcmp(name, "abstractNumId") == 0 && value.data)
        return copy(r, value, &r->list->definition_id);
    else if (r->list && strcmp(name, "lvlOverride") == 0)
        return begin_override(r, element);
    else if (r->list && r->level >= 0 && strcmp(name, "startOverride") == 0)
        r->list->override->start[r->level] =
            pol_element_number(element, POL_SPACE_WORD, "val", 0, POL_LIST_START_MAX, NO_START);
    return POL_OK;
}

static pol_status on_start(void *context, const pol_element *element, size_t depth)
{
    reading *r = context;
    if (element->space != POL_SPACE_WORD)
        return POL_OK;
    if (depth == 2) {
        if (strcmp(element->name, "abstractNum") == 0)
            return begin_definition(r, element);
        return strcmp(element->name, "num") == 0 ? begin_list(r, element) : POL_OK;
    }
    if (depth < 2 || (!r->definition && !r->list))
        return POL_OK;
    pol_list_level *level = open_level(r);
    return level ? read_level(r, element, level) : read_around(r, element, depth);
}

static pol_status on_end(void *context, size_t depth)
{
    reading *r = context;
    if (depth == r->level_depth)
        r->level_depth = 0;
    if (depth == 3)
        r->level = -1;
    if (depth == 2) {
        r->definition = NULL;
        r->list = NULL;
    }
    return POL_OK;
}

static pol_status on_text(void *context, pol_span text, size_t depth)
{
    (void)context, (void)text, (void)depth;
    return POL_OK;
}

/* --- tying together --------------------------------------------------------------- */

static int compare_definitions(const void *left, const void *right)
{
    const definition *a = left, *b = right;
    int order = pol_span_compare(a->id, b->id);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static int compare_lists(const void *left, const void *right)
{
    const list *a = left, *b = right;
    int order = pol_span_compare(a->id, b->id);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static int find_definition(const void *key, const void *item)
{
    return pol_span_compare(*(const pol_span *)key, ((const definition *)item)->id);
}

static int find_list(const void *key, const void *item)
{
    return pol_span_compare(*(const pol_span *)key, ((const list *)item)->id);
}

static list *list_of(const pol_docx_numbering *n, pol_span id)
{
    return n->list_count ? bsearch(&id, n->lists, n->list_count, sizeof *n->lists, find_list)
                         : NULL;
}

/* A definition may say that its levels are those of a style's list. */
static const pol_list_level *levels_of(const pol_docx_numbering *n, const pol_styles *styles,
                                       const definition *start)
{
    for (int link = 0; link < LINKS_MAX && start->style.data; link++) {
        const pol_style *style = pol_styles_find(styles, POL_STYLE_NUMBERING, start->style);
        const list *of = style && style->list.data ? list_of(n, style->list) : NULL;
        if (!of || !of->definition)
            break;
        start = of->definition;
    }
    return start->levels;
}

static void finish_override(override *o, const definition *d)
{
    for (size_t i = 0; i < POL_LIST_LEVELS; i++) {
        if (!o->is_defined[i])
            o->levels[i] = d->shown[i];
        if (o->start[i] != NO_START)
            o->levels[i].start = (uint32_t)o->start[i];
    }
}

static void tie(pol_docx_numbering *n, const pol_styles *styles)
{
    if (n->definition_count)
        qsort(n->definitions, n->definition_count, sizeof *n->definitions, compare_definitions);
    if (n->list_count)
        qsort(n->lists, n->list_count, sizeof *n->lists, compare_lists);
    for (size_t i = 0; i < n->list_count && n->definition_count; i++)
        n->lists[i].definition =
            bsearch(&n->lists[i].definition_id, n->definitions, n->definition_count,
                    sizeof *n->definitions, find_definition);
    for (size_t i = 0; i < n->definition_count; i++)
        n->definitions[i].shown = levels_of(n, styles, &n->definitions[i]);
    for (size_t i = 0; i < n->list_count; i++)
        if (n->lists[i].override && n->lists[i].definition)
            finish_override(n->lists[i].override, n->lists[i].definition);
}

pol_status pol_docx_read_numbering(pol_span package, pol_span part, const pol_styles *styles,
                                   pol_arena *arena, pol_docx_numbering **ret_numbering,
                                   pol_error *reterr)
{
    pol_docx_numbering *n = pol_arena_alloc(arena, sizeof *n);
    if (!n)
        return pol_arena_refused(arena, sizeof *n, reterr);
    n->arena = arena;
    reading r = {.numbering = n, .reterr = reterr, .level = -1};
    pol_xml_handler handler = {&r, on_start, on_end, on_text};
    pol_status status = part.data ? pol_xml_read_if_there(package, part, &handler, reterr) : POL_OK;
    if (status != POL_OK)
        return status;
    tie(n, styles);
    *ret_numbering = n;
    return POL_OK;
}

/* --- numbers ---------------------------------------------------------------------- */

static size_t level_of(const pol_docx_number *number, const pol_list_level *levels)
{
    for (size_t i = 0; number->style.data && i < WORD_LEVELS; i++)
        if (levels[i].paragraph_style.data &&
            pol_span_equal(levels[i].paragraph_style, number->style))
            return i;
    return number->level < 0 ? 0 : (size_t)number->level % WORD_LEVELS;
}

pol_status pol_docx_next_number(pol_docx_numbering *n, const pol_docx_number *number,
                                int *ret_level, pol_list_marker *ret_marker, pol_error *reterr)
{
    *ret_level = -1;
    *ret_marker = (pol_list_marker){.is_worded = false};
    list *of = number->list.data ? list_of(n, number->list) : NULL;
    if (!of || !of->definition || pol_span_equal(number->list, POL_SPAN("0")))
        return POL_OK;
    override *o = of->override;
    pol_list_counts *counts = &of->definition->counts;
    const pol_list_level *levels = o ? o->levels : of->definition->shown;
    size_t level = level_of(number, levels);
    if (o && o->start[level] != NO_START && !o->is_begun[level])
        counts->is_counting[level] = false;
    if (o)
        o->is_begun[level] = true;
    pol_list_advance(counts, levels, level);
    *ret_level = (int)level;
    return pol_list_print(counts, levels, level, n->arena, ret_marker, reterr);
}
