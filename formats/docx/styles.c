/* styles.c - word/styles.xml to a table of styles. */
#include "document/text.h"
#include "formats/docx/paragraph.h"
#include "formats/formats.h"
#include "formats/office/xml.h"

/* Elements of a style have fixed places: w:styles, w:style, w:pPr or w:rPr, properties, and
 * w:numPr once more. */
enum { DEPTH_STYLE = 2, DEPTH_GROUP, DEPTH_PROPERTY, DEPTH_NUMBER };

typedef enum group { GROUP_NONE, GROUP_PARAGRAPH, GROUP_RUN } group;

typedef struct reading {
    pol_arena *arena;
    pol_styles *styles;
    pol_error *reterr;
    pol_style style;
    bool is_style;
    group group;    /* the element at DEPTH_GROUP */
    bool is_number; /* the element at DEPTH_PROPERTY is w:numPr */
} reading;

static pol_status copy(reading *r, pol_span value, pol_span *ret_copy)
{
    *ret_copy = pol_arena_copy(r->arena, value);
    return ret_copy->data ? POL_OK : pol_arena_refused(r->arena, value.size + 1, r->reterr);
}

static bool is_named(const pol_element *element, const char *name)
{
    return element->space == POL_SPACE_WORD && strcmp(element->name, name) == 0;
}

static pol_status begin_style(reading *r, const pol_element *element)
{
    static const struct {
        const char *type;
        pol_style_family family;
    } families[] = {{"paragraph", POL_STYLE_PARAGRAPH},
                    {"character", POL_STYLE_CHARACTER},
                    {"numbering", POL_STYLE_NUMBERING}};
    pol_span type = pol_element_value(element, POL_SPACE_WORD, "type");
    pol_span id = pol_element_value(element, POL_SPACE_WORD, "styleId");
    pol_span is_default = pol_element_value(element, POL_SPACE_WORD, "default");
    r->is_style = false;
    if (!is_named(element, "style") || !id.data)
        return POL_OK;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (pol_span_equal(type, pol_span_of(families[i].type))) {
            r->style = pol_style_blank(families[i].family);
            r->is_style = true;
        }
    r->style.is_default =
        pol_span_equal(is_default, POL_SPAN("1")) || pol_span_equal(is_default, POL_SPAN("true"));
    return r->is_style ? copy(r, id, &r->style.id) : POL_OK;
}

/* Word's own styles bear the same names in every language; only their ids are translated. */
static void read_name(pol_style *style, pol_span name)
{
    static const struct {
        const char *name;
        pol_style_use use;
    } uses[] = {{"title", POL_STYLE_TITLE},          {"subtitle", POL_STYLE_BODY},
                {"toc heading", POL_STYLE_CONTENTS}, {"table of figures", POL_STYLE_CONTENTS},
                {"quote", POL_STYLE_QUOTE},          {"intense quote", POL_STYLE_QUOTE},
                {"block text", POL_STYLE_QUOTE}};
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
        if (pol_span_equal_fold(name, pol_span_of(uses[i].name)))
            style->use = (uint8_t)uses[i].use;
    if (pol_span_starts_fold(name, POL_SPAN("toc ")) && name.size == 5)
        style->use = POL_STYLE_CONTENTS;
    if (pol_span_starts_fold(name, POL_SPAN("heading ")) && name.size == 9 && name.data[8] >= '1' &&
        name.data[8] <= '9' && style->outline == POL_STYLE_UNSET)
        style->outline = (int8_t)(name.data[8] - '1');
}

static pol_status read_group(reading *r, const pol_element *element)
{
    r->group = is_named(element, "pPr")   ? GROUP_PARAGRAPH
               : is_named(element, "rPr") ? GROUP_RUN
                                          : GROUP_NONE;
    pol_span value = pol_docx_value(element);
    if (is_named(element, "basedOn") && value.data)
        return copy(r, value, &r->style.parent);
    if (is_named(element, "name"))
        read_name(&r->style, value);
    return POL_OK;
}

static void read_property(reading *r, const pol_element *element)
{
    r->is_number = r->group == GROUP_PARAGRAPH && is_named(element, "numPr");
    if (r->group == GROUP_PARAGRAPH && is_named(element, "outlineLvl"))
        r->style.outline =
            (int8_t)pol_element_number(element, POL_SPACE_WORD, "val", 0, 9, POL_STYLE_UNSET);
    if (r->group == GROUP_RUN && is_named(element, "b"))
        r->style.bold = pol_docx_is_on(element);
    if (r->group == GROUP_RUN && is_named(element, "vanish"))
        r->style.hidden = pol_docx_is_on(element);
}

static pol_status read_number(reading *r, const pol_element *element)
{
    pol_span value = pol_docx_value(element);
    if (is_named(element, "ilvl"))
        r->style.list_level =
            (int8_t)pol_element_number(element, POL_SPACE_WORD, "val", 0, 8, POL_STYLE_UNSET);
    if (!is_named(element, "numId") || !value.data)
        return POL_OK;
    r->style.list_owner = r->style.id;
    return copy(r, value, &r->style.list);
}

static pol_status on_start(void *context, const pol_element *element, size_t depth)
{
    reading *r = context;
    if (depth == DEPTH_STYLE)
        return begin_style(r, element);
    if (!r->is_style)
        return POL_OK;
    if (depth == DEPTH_GROUP)
        return read_group(r, element);
    if (depth == DEPTH_PROPERTY)
        read_property(r, element);
    else if (depth == DEPTH_NUMBER && r->is_number)
        return read_number(r, element);
    return POL_OK;
}

static pol_status on_end(void *context, size_t depth)
{
    reading *r = context;
    if (depth == DEPTH_GROUP)
        r->group = GROUP_NONE;
    if (depth == DEPTH_PROPERTY)
        r->is_number = false;
    if (depth != DEPTH_STYLE || !r->is_style)
        return POL_OK;
    r->is_style = false;
    return pol_styles_add(r->styles, r->arena, r->style, r->reterr);
}

static pol_status on_text(void *context, pol_span text, size_t depth)
{
    (void)context, (void)text, (void)depth;
    return POL_OK;
}

pol_status pol_docx_read_styles(pol_span package, pol_span part, pol_arena *arena,
                                pol_styles *ret_styles, pol_error *reterr)
{
    reading r = {.arena = arena, .styles = ret_styles, .reterr = reterr};
    pol_xml_handler handler = {&r, on_start, on_end, on_text};
    *ret_styles = (pol_styles){.items = NULL};
    pol_status status = part.data ? pol_xml_read_if_there(package, part, &handler, reterr) : POL_OK;
    if (status == POL_OK)
        pol_styles_finish(ret_styles);
    return status;
}
