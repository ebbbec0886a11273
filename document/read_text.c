/* read_text.c - plain text: front matter to pairs, its lines as typed. A text that was
 * escaped for the web and saved so is read as what it was. */
#include "document/clean.h"
#include "document/front_matter.h"
#include "document/html_blocks.h"
#include "document/reader.h"
#include "document/unescape.h"

/* Tags came to light: the lines are the page's. */
static pol_status add_page_lines(pol_span page, uint32_t first_line, pol_arena *arena,
                                 pol_text *text, pol_error *reterr)
{
    pol_html_tree tree;
    pol_html_options options = {.first_line = first_line};
    pol_status status = pol_html_tree_parse(page, &tree, reterr);
    if (status == POL_OK)
        status = pol_html_add_lines(&tree, &options, arena, text, reterr);
    pol_html_tree_done(&tree);
    text->is_markup = true;
    return status;
}

static pol_status add_lines(pol_span body, uint32_t first_line, pol_arena *arena, pol_text *text,
                            pol_error *reterr)
{
    pol_unescaped made;
    pol_status status = pol_unescape_text(body, arena, text, &made, reterr);
    if (status != POL_OK)
        return status;
    if (!made.is_page)
        return pol_text_add_lines(text, arena, made.text, first_line, made.has_other_lines, reterr);
    status = add_page_lines(made.text, first_line, arena, text, reterr);
    for (size_t i = 0; i < text->line_count && made.has_other_lines; i++)
        text->lines[i].number = first_line; /* where each stood cannot be told any more */
    return status;
}

pol_status pol_read_text(pol_span bytes, pol_arena *arena, pol_text *ret_text, pol_error *reterr)
{
    pol_text text = {.encoding = "UTF-8"};
    pol_span utf8, body = POL_SPAN("");
    uint32_t first_line = 1;
    pol_status status = pol_decode_text(bytes, arena, &utf8, &text, reterr);
    if (status == POL_OK)
        status = pol_front_matter_read(utf8, arena, &text, &body, &first_line, reterr);
    if (status == POL_OK)
        status = add_lines(body, first_line, arena, &text, reterr);
    if (status == POL_OK)
        *ret_text = text;
    return status;
}
