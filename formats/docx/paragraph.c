/* paragraph.c - what is stated directly goes before what styles state. */
#include "formats/docx/paragraph.h"

enum { HEADING_MAX = 6, OUTLINE_MAX = 8 };

pol_docx_paragraph pol_docx_paragraph_blank(const pol_style *style)
{
    return (pol_docx_paragraph){.style = style,
                                .list_level = -1,
                                .outline = -1,
                                .run_bold = POL_STYLE_UNSET,
                                .run_hidden = POL_STYLE_UNSET};
}

void pol_docx_set_style(pol_docx_paragraph *p, const pol_styles *styles, pol_span id)
{
    const pol_style *style = pol_styles_find(styles, POL_STYLE_PARAGRAPH, id);
    if (style)
        p->style = style;
    else if (pol_span_starts(id, POL_SPAN("Heading")) && id.size == 8 && id.data[7] >= '1' &&
             id.data[7] <= '9')
        p->outline = id.data[7] - '1'; /* some programs name it and do not bring it along */
}

void pol_docx_set_list(pol_docx_paragraph *p, pol_span id)
{
    if (id.size > sizeof p->list_id)
        return;
    memcpy(p->list_id, id.data ? id.data : "", id.size);
    p->list = pol_span_make(p->list_id, id.size);
}

void pol_docx_reset_run(pol_docx_paragraph *p)
{
    p->run_style = NULL;
    p->run_bold = p->run_hidden = POL_STYLE_UNSET;
}

pol_span pol_docx_value(const pol_element *element)
{
    return pol_element_value(element, POL_SPACE_WORD, "val");
}

bool pol_docx_is_on(const pol_element *element)
{
    pol_span value = pol_docx_value(element);
    return !pol_span_equal(value, POL_SPAN("0")) && !pol_span_equal(value, POL_SPAN("false")) &&
           !pol_span_equal(value, POL_SPAN("off"));
}

static int outline_of(const pol_docx_paragraph *p)
{
    if (p->outline >= 0 || !p->style)
        return p->outline;
    if (p->style->outline >= 0)
        return p->style->outline;
    return p->style->use == POL_STYLE_TITLE ? 0 : -1;
}

uint8_t pol_docx_heading(const pol_docx_paragraph *p)
{
    int outline = outline_of(p);
    if (outline < 0 || outline > OUTLINE_MAX)
        return 0;
    return (uint8_t)(outline < HEADING_MAX ? outline + 1 : HEADING_MAX);
}

bool pol_docx_is_of_use(const pol_docx_paragraph *p, pol_style_use use)
{
    return p->style && p->style->use == use;
}

pol_docx_number pol_docx_number_of(const pol_docx_paragraph *p)
{
    pol_docx_number number = {.list = p->list, .level = p->list_level};
    if (p->list.data || !p->style)
        return number;
    number.list = p->style->list;
    if (p->list_level < 0) {
        number.style = p->style->list_owner;
        number.level = p->style->list_level;
    }
    return number;
}

/* Bold in a paragraph's style and in the run's style undo each other. */
bool pol_docx_is_bold(const pol_docx_paragraph *p)
{
    if (p->run_bold != POL_STYLE_UNSET)
        return p->run_bold > 0;
    bool of_paragraph = p->style && p->style->bold > 0;
    bool of_run = p->run_style && p->run_style->bold > 0;
    return of_paragraph != of_run;
}

bool pol_docx_is_hidden(const pol_docx_paragraph *p)
{
    if (p->run_hidden != POL_STYLE_UNSET)
        return p->run_hidden > 0;
    return (p->style && p->style->hidden > 0) || (p->run_style && p->run_style->hidden > 0);
}
