/* styles.c - style:style, text:list-style and text:outline-style to tables. */
#include "formats/odt/styles.h"

#include <stdlib.h>

#include "core/utf8.h"
#include "document/text.h"
#include "formats/formats.h"

/* Elements have fixed places: the root, the holder, a style, its properties or levels. */
enum { DEPTH_HOLDER = 2, DEPTH_STYLE, DEPTH_PROPERTY, BOLD_WEIGHT = 600 };

static bool is_named(const pol_element *element, pol_space space, const char *name)
{
    return element->space == space && strcmp(element->name, name) == 0;
}

static pol_status copy_value(pol_odt_style_reader *r, const pol_element *element, pol_space space,
                             const char *name, pol_span *ret_copy)
{
    pol_span value = pol_element_value(element, space, name);
    if (!value.data)
        return POL_OK;
    *ret_copy = pol_arena_copy(r->arena, value);
    return ret_copy->data ? POL_OK : pol_arena_refused(r->arena, value.size + 1, r->reterr);
}

/* --- styles of paragraphs and text ------------------------------------------------ */

static void read_name(pol_style *style)
{
    static const struct {
        const char *start;
        pol_style_use use;
    } uses[] = {{"Title", POL_STYLE_TITLE},
                {"Subtitle", POL_STYLE_BODY},
                {"Contents_20_", POL_STYLE_CONTENTS},
                {"Quotations", POL_STYLE_QUOTE}};
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
        if (pol_span_starts(style->id, pol_span_of(uses[i].start)) &&
            (uses[i].use == POL_STYLE_CONTENTS || style->id.size == strlen(uses[i].start)))
            style->use = (uint8_t)uses[i].use;
}

static pol_status begin_style(pol_odt_style_reader *r, const pol_element *element)
{
    pol_span family = pol_element_value(element, POL_SPACE_STYLE, "family");
    bool is_paragraph = pol_span_equal(family, POL_SPAN("paragraph"));
    if (!is_paragraph && !pol_span_equal(family, POL_SPAN("text")))
        return POL_OK;
    pol_style *style = &r->style;
    *style = pol_style_blank(is_paragraph ? POL_STYLE_PARAGRAPH : POL_STYLE_CHARACTER);
    pol_status status = copy_value(r, element, POL_SPACE_STYLE, "name", &style->id);
    if (status == POL_OK)
        status = copy_value(r, element, POL_SPACE_STYLE, "parent-style-name", &style->parent);
    if (status == POL_OK)
        status = copy_value(r, element, POL_SPACE_STYLE, "list-style-name", &style->list);
    r->is_style = style->id.data != NULL;
    read_name(style);
    return status;
}

static void read_text_properties(pol_odt_style_reader *r, const pol_element *element)
{
    pol_span weight = pol_element_value(element, POL_SPACE_FO, "font-weight");
    pol_span display = pol_element_value(element, POL_SPACE_TEXT, "display");
    if (weight.data)
        r->style.bold =
            pol_span_equal(weight, POL_SPAN("bold")) ||
            pol_element_number(element, POL_SPACE_FO, "font-weight", 1, 1000, 0) >= BOLD_WEIGHT;
    if (display.data)
        r->style.hidden = pol_span_equal(display, POL_SPAN("none"));
}

/* --- styles of lists -------------------------------------------------------------- */

static pol_status begin_list(pol_odt_style_reader *r, const pol_element *element)
{
    pol_odt_styles *s = r->styles;
    pol_odt_list_style *grown =
        pol_arena_grow(r->arena, s->lists, s->list_count, &s->list_capacity, sizeof *grown);
    if (!grown)
        return pol_arena_refused(r->arena, (s->list_count ? 2 * s->list_count : 8) * sizeof *grown,
                                 r->reterr);
    s->lists = grown;
    grown[s->list_count] = (pol_odt_list_style){.order = (uint32_t)s->list_count};
    r->levels = grown[s->list_count].levels;
    return copy_value(r, element, POL_SPACE_STYLE, "name", &grown[s->list_count++].name);
}

static uint8_t format_of(const pol_element *element)
{
    static const struct {
        const char *name;
        pol_number_format format, synchronous;
    } formats[] = {
        {"", POL_NUMBER_NONE, POL_NUMBER_NONE},
        {"a", POL_NUMBER_LOWER_COUNTED, POL_NUMBER_LOWER_LETTER},
        {"A", POL_NUMBER_UPPER_COUNTED, POL_NUMBER_UPPER_LETTER},
        {"i", POL_NUMBER_LOWER_ROMAN, POL_NUMBER_LOWER_ROMAN},
        {"I", POL_NUMBER_UPPER_ROMAN, POL_NUMBER_UPPER_ROMAN},
        {"1st", POL_NUMBER_ORDINAL, POL_NUMBER_ORDINAL},
    };
    pol_span name = pol_element_value(element, POL_SPACE_STYLE, "num-format");
    bool is_synchronous = pol_span_equal(
        pol_element_value(element, POL_SPACE_STYLE, "num-letter-sync"), POL_SPAN("true"));
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (pol_span_equal(name, pol_span_of(formats[i].name)))
            return (uint8_t)(is_synchronous ? formats[i].synchronous : formats[i].format);
    return pol_span_starts(name, POL_SPAN("01")) ? POL_NUMBER_PADDED : POL_NUMBER_DECIMAL;
}

static void put(char text[POL_LIST_TEXT_MAX], size_t *size, pol_span part)
{
    part.size = pol_utf8_floor(part, POL_LIST_TEXT_MAX - *size);
    memcpy(text + *size, part.data ? part.data : "", part.size);
    *size += part.size;
}

/* "%1%.%2%)", as newer programs write it. */
static size_t put_pattern(char text[POL_LIST_TEXT_MAX], pol_span pattern)
{
    size_t size = 0;
    for (size_t at = 0; at < pattern.size && size < POL_LIST_TEXT_MAX;) {
        pol_span rest = pol_span_from(pattern, at);
        size_t close = pol_span_find(rest, POL_SPAN("%"), 1);
        int place = 0;
        if (rest.data[0] == '%' && close == 2)
            place = rest.data[1] - '0';
        else if (rest.data[0] == '%' && close == 3 && rest.data[1] == '1' && rest.data[2] == '0')
            place = 10;
        if (place >= 1 && place <= POL_LIST_LEVELS) {
            text[size++] = (char)(POL_LIST_PLACE + place - 1);
            at += close + 1;
            continue;
        }
        uint32_t character;
        size_t bytes = pol_utf8_decode(rest, &character);
        put(text, &size, pol_span_first(rest, bytes));
        at += bytes;
    }
    return size;
}

/* What stands before, the numbers of the levels that are shown, what stands behind. */
static size_t put_parts(char text[POL_LIST_TEXT_MAX], const pol_list_level *levels, size_t level,
                        long shown, pol_span prefix, pol_span suffix)
{
    size_t size = 0;
    bool is_first = true;
    put(text, &size, prefix);
    for (size_t place = level + 1 - (size_t)shown; place <= level; place++) {
        if (levels[place].format == POL_NUMBER_NONE || levels[place].format == POL_NUMBER_BULLET)
            continue;
        char number[] = {'.', (char)(POL_LIST_PLACE + place)};
        put(text, &size, pol_span_make(number + is_first, sizeof number - is_first));
        is_first = false;
    }
    put(text, &size, suffix);
    return size;
}

static pol_status read_number_text(pol_odt_style_reader *r, const pol_element *element,
                                   size_t level)
{
    char text[POL_LIST_TEXT_MAX];
    pol_span pattern = pol_element_copy(element, POL_SPACE_LOEXT, "num-list-format", r->arena);
    if (!pattern.data)
        pattern = pol_element_copy(element, POL_SPACE_STYLE, "num-list-format", r->arena);
    pol_span prefix = pol_element_copy(element, POL_SPACE_STYLE, "num-prefix", r->arena);
    pol_span suffix = pol_element_copy(element, POL_SPACE_STYLE, "num-suffix", r->arena);
    long shown =
        pol_element_number(element, POL_SPACE_TEXT, "display-levels", 1, (long)level + 1, 1);
    size_t size = pattern.data ? put_pattern(text, pattern)
                               : put_parts(text, r->levels, level, shown, prefix, suffix);
    r->levels[level].text = pol_arena_copy(r->arena, pol_span_make(text, size));
    if (!r->levels[level].text.data)
        return pol_arena_refused(r->arena, size + 1, r->reterr);
    return POL_OK;
}

static pol_status read_level(pol_odt_style_reader *r, const pol_element *element)
{
    long number = pol_element_number(element, POL_SPACE_TEXT, "level", 1, POL_LIST_LEVELS, 0);
    if (number == 0 || element->space != POL_SPACE_TEXT)
        return POL_OK;
    size_t level = (size_t)number - 1;
    pol_list_level *l = &r->levels[level];
    *l = (pol_list_level){.restarts_at = (uint8_t)level};
    l->start = (uint32_t)pol_element_number(element, POL_SPACE_TEXT, "start-value", 0,
                                            POL_LIST_START_MAX, 1);
    if (strcmp(element->name, "list-level-style-bullet") == 0 ||
        strcmp(element->name, "list-level-style-image") == 0) {
        l->format = POL_NUMBER_BULLET;
        return POL_OK;
    }
    l->format = format_of(element);
    return l->format == POL_NUMBER_NONE ? POL_OK : read_number_text(r, element, level);
}

/* --- reading ---------------------------------------------------------------------- */

pol_status pol_odt_style_start(pol_odt_style_reader *r, const pol_element *element, size_t depth)
{
    if (depth == DEPTH_HOLDER)
        r->is_held = is_named(element, POL_SPACE_OFFICE, r->holder);
    if (!r->is_held)
        return POL_OK;
    if (depth == DEPTH_STYLE && is_named(element, POL_SPACE_STYLE, "style"))
        return begin_style(r, element);
    if (depth == DEPTH_STYLE && is_named(element, POL_SPACE_TEXT, "list-style"))
        return begin_list(r, element);
    if (depth == DEPTH_STYLE && is_named(element, POL_SPACE_TEXT, "outline-style"))
        r->levels = r->styles->outline;
    if (depth == DEPTH_PROPERTY && r->levels)
        return read_level(r, element);
    if (depth == DEPTH_PROPERTY && r->is_style &&
        is_named(element, POL_SPACE_STYLE, "text-properties"))
        read_text_properties(r, element);
    return POL_OK;
}

pol_status pol_odt_style_end(pol_odt_style_reader *r, size_t depth)
{
    if (depth == DEPTH_HOLDER)
        r->is_held = false;
    if (depth != DEPTH_STYLE)
        return POL_OK;
    r->levels = NULL;
    if (!r->is_style)
        return POL_OK;
    r->is_style = false;
    return pol_styles_add(&r->styles->named, r->arena, r->style, r->reterr);
}

static pol_status on_start(void *context, const pol_element *element, size_t depth)
{
    return pol_odt_style_start(context, element, depth);
}

static pol_status on_end(void *context, size_t depth)
{
    return pol_odt_style_end(context, depth);
}

static pol_status on_text(void *context, pol_span text, size_t depth)
{
    (void)context, (void)text, (void)depth;
    return POL_OK;
}

pol_status pol_odt_read_styles(pol_span package, pol_arena *arena, pol_odt_styles *ret_styles,
                               pol_error *reterr)
{
    pol_odt_style_reader r = {
        .styles = ret_styles, .arena = arena, .reterr = reterr, .holder = "styles"};
    pol_xml_handler handler = {&r, on_start, on_end, on_text};
    *ret_styles = (pol_odt_styles){.list_count = 0};
    return pol_xml_read_if_there(package, POL_SPAN("styles.xml"), &handler, reterr);
}

/* --- finding ---------------------------------------------------------------------- */

static int compare_lists(const void *left, const void *right)
{
    const pol_odt_list_style *a = left, *b = right;
    int order = pol_span_compare(a->name, b->name);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static int find_list(const void *key, const void *item)
{
    return pol_span_compare(*(const pol_span *)key, ((const pol_odt_list_style *)item)->name);
}

void pol_odt_styles_finish(pol_odt_styles *styles)
{
    pol_styles_finish(&styles->named);
    if (styles->list_count)
        qsort(styles->lists, styles->list_count, sizeof *styles->lists, compare_lists);
}

const pol_list_level *pol_odt_find_list(const pol_odt_styles *styles, pol_span name)
{
    const pol_odt_list_style *found =
        styles->list_count && name.data
            ? bsearch(&name, styles->lists, styles->list_count, sizeof *styles->lists, find_list)
            : NULL;
    return found ? found->levels : NULL;
}
