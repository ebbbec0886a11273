/* title.c - dc:title of docProps/core.xml or meta.xml. */
#include "formats/office/title.h"

#include "document/clean.h"
#include "formats/office/xml.h"

enum { TITLE_MAX = 500 };

typedef struct reading {
    char title[TITLE_MAX];
    size_t size;
    size_t depth; /* of the open dc:title; 0: none */
} reading;

static pol_status on_start(void *context, const pol_element *element, size_t depth)
{
    reading *r = context;
    if (element->space == POL_SPACE_DUBLIN_CORE && strcmp(element->name, "title") == 0)
        r->depth = depth;
    return POL_OK;
}

static pol_status on_end(void *context, size_t depth)
{
    reading *r = context;
    if (depth == r->depth)
        r->depth = 0;
    return POL_OK;
}

static pol_status on_text(void *context, pol_span text, size_t depth)
{
    reading *r = context;
    if (depth != r->depth || text.size > sizeof r->title - r->size)
        return POL_OK;
    memcpy(r->title + r->size, text.data, text.size);
    r->size += text.size;
    return POL_OK;
}

static const pol_line *first_heading(const pol_text *text)
{
    for (size_t i = 0; i < text->line_count; i++)
        if (text->lines[i].role == POL_LINE_HEADING)
            return &text->lines[i];
    return NULL;
}

pol_status pol_office_add_title(pol_span package, pol_span part, pol_arena *arena, pol_text *text,
                                pol_error *reterr)
{
    reading r = {.size = 0};
    pol_xml_handler handler = {&r, on_start, on_end, on_text};
    const pol_line *heading = first_heading(text);
    if (!part.data || !heading)
        return POL_OK;
    pol_status status = pol_xml_read_if_there(package, part, &handler, reterr);
    if (status != POL_OK)
        return status;
    pol_span copy = pol_arena_copy(arena, pol_span_make(r.title, r.size));
    pol_span title = copy.data ? pol_clean_block(copy, arena) : copy;
    if (!title.data)
        return pol_arena_refused(arena, TITLE_MAX, reterr);
    if (!pol_span_equal_fold(title, heading->text))
        return POL_OK;
    pol_pair pair = {.key = POL_SPAN("title"),
                     .value = heading->text,
                     .line = heading->number,
                     .origin = POL_ORIGIN_MARKUP};
    return pol_text_add_pair(text, arena, pair, reterr);
}
