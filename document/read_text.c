/* read_text.c - plain text: front matter to pairs, its lines as typed. A text that was
 * escaped for the web and saved so is read as what it was. */
#include "document/clean.h"
#include "document/front_matter.h"
#include "document/html/blocks.h"
#include "document/html/tag.h"
#include "document/reader.h"
#include "document/unescape.h"

/* Elements that nothing closes. */
static bool is_void(const pol_html_tag *tag)
{
    static const char *const names[] = {"br", "hr", "img", "input", "link", "meta", "wbr"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (pol_span_equal_fold(tag->name, pol_span_of(names[i])))
            return true;
    return tag->is_self_closed;
}

static void add_typed_lines(pol_buffer *out, pol_span text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\n')
            pol_buffer_add_text(out, "<br>");
        pol_buffer_add_byte(out, text.data[i]);
    }
}

/* A text may hold tags in one of its fields only ("- Motion text" over a page's
 * paragraphs). Lines outside all elements were typed as lines, and stay so. */
static void keep_typed_lines(pol_buffer *out, pol_span page)
{
    pol_html_tag tag;
    size_t depth = 0, from = 0;
    for (size_t at = 0; pol_html_next_tag(page, &at, &tag); from = at) {
        pol_span before = pol_span_make(page.data + from, tag.start - from);
        if (depth == 0)
            add_typed_lines(out, before);
        else
            pol_buffer_add(out, before);
        if (tag.is_end)
            depth -= depth > 0;
        else
            depth += !is_void(&tag);
        if (!tag.is_end)
            pol_html_skip_raw(page, tag.name, &at);
        pol_buffer_add(out, pol_span_make(page.data + tag.start, at - tag.start));
    }
    if (depth == 0)
        add_typed_lines(out, pol_span_from(page, from));
    else
        pol_buffer_add(out, pol_span_from(page, from));
}

/* Tags came to light: the lines are the page's. */
static pol_status add_page_lines(pol_span page, uint32_t first_line, pol_arena *arena,
                                 pol_text *text, pol_error *reterr)
{
    enum { BREAK_BYTES = 5 }; /* at most what a new line grows to */
    pol_html_tree tree;
    pol_html_options options = {.first_line = first_line};
    pol_buffer lines;
    pol_buffer_init(&lines, BREAK_BYTES * page.size + 1);
    keep_typed_lines(&lines, page);
    if (lines.status != POL_OK) {
        pol_buffer_done(&lines);
        return pol_fail(reterr, lines.status, 0, "no memory to keep the lines of this text");
    }
    pol_status status = pol_html_tree_parse(pol_buffer_span(&lines), &tree, reterr);
    if (status == POL_OK)
        status = pol_html_add_lines(&tree, &options, arena, text, reterr);
    pol_html_tree_done(&tree);
    pol_buffer_done(&lines);
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
