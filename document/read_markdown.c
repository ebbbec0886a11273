/* read_markdown.c - front matter to pairs, blocks of Markdown to lines without markup.
 *
 * HTML inside Markdown is read as HTML; a box that one HTML block opens (<div
 * class="amendment">) and a later one closes marks the Markdown between them. */
#include <cmark.h>
#include <stdio.h>

#include "document/clean.h"
#include "document/front_matter.h"
#include "document/html/blocks.h"
#include "document/html/rules.h"
#include "document/html/tag.h"
#include "document/markdown_breaks.h"
#include "document/markdown_lines.h"
#include "document/reader.h"

enum {
    BOX_DEPTH_MAX = 64,
    LIST_DEPTH_MAX = 64, /* deeper lists go on counting as the last */
    IMAGES_MAX = 20000   /* cmark 0.30 takes quadratic time over "![[]()" again and again */
};

/* An HTML element opened in one block of HTML and not closed there. */
typedef struct box {
    pol_span name;
    bool is_aside;
} box;

typedef struct markdown_reader {
    pol_arena *arena;
    pol_text *text;
    pol_error *reterr;
    uint32_t lines_before; /* of the front matter */
    pol_markdown_lines lines;
    unsigned quote_depth;
    unsigned list_depth;
    int counts[LIST_DEPTH_MAX + 1]; /* of items, per nesting */
    pol_span marker;                /* of the item whose first line is to come */
    box boxes[BOX_DEPTH_MAX];
    size_t box_count;
    pol_buffer pending;
    pol_buffer weights;               /* for each byte of it: is it strong? */
    unsigned strong_depth, tag_depth; /* of "**", of <b> and <strong> */
    bool is_strong;                   /* the line to come */
    bool is_listed;                   /* each line of the paragraph is one */
} markdown_reader;

/* --- lines ------------------------------------------------------------------------ */

static bool is_aside(const markdown_reader *r)
{
    for (size_t i = 0; i < r->box_count; i++)
        if (r->boxes[i].is_aside)
            return true;
    return false;
}

static uint32_t line_of(const markdown_reader *r, cmark_node *node)
{
    return r->lines_before + (uint32_t)cmark_node_get_start_line(node);
}

/* The line that `text`, of this block, begins in; it was expected in `number`. */
static uint32_t settle_line(const markdown_reader *r, cmark_node *node, pol_span text,
                            uint32_t number)
{
    return r->lines_before + pol_markdown_line_of(&r->lines, text, number - r->lines_before,
                                                  (uint32_t)cmark_node_get_end_line(node));
}

static pol_status add_block(markdown_reader *r, pol_span raw, uint8_t role, uint32_t number,
                            uint8_t level, uint32_t blanks)
{
    bool is_strong = r->is_strong;
    r->is_strong = false;
    pol_span copy = pol_arena_copy(r->arena, raw);
    pol_span text = copy.data ? pol_clean_block(copy, r->arena) : copy;
    if (!text.data)
        return pol_arena_refused(r->arena, raw.size + 1, r->reterr);
    if (text.size == 0)
        return POL_OK;
    pol_line line = {.text = text,
                     .number = number,
                     .blanks = r->text->line_count > 0 ? blanks : 0,
                     .role = r->marker.data ? POL_LINE_ITEM : role,
                     .level = level,
                     .is_quoted = r->quote_depth > 0,
                     .is_aside = is_aside(r),
                     .is_strong = is_strong,
                     .marker = r->marker};
    r->marker = pol_span_make(NULL, 0);
    return pol_text_add_line(r->text, r->arena, line, r->reterr);
}

static uint8_t list_level(const markdown_reader *r)
{
    return (uint8_t)(r->list_depth < UINT8_MAX ? r->list_depth : UINT8_MAX);
}

/* --- inlines ---------------------------------------------------------------------- */

/* How breaks stand in the collected text: a hard one ends a line of a paragraph, as "<br>" does
 * in the midst of a line of the file, a soft one usually not. No other line ends are left in the
 * text. */
enum { HARD_BREAK = '\n', SOFT_BREAK = '\r', TAG_BREAK = '\v' };

static void add_pending(markdown_reader *r, pol_span text)
{
    pol_buffer_add(&r->pending, text);
    for (size_t i = 0; i < text.size; i++)
        pol_buffer_add_byte(&r->weights, r->strong_depth + r->tag_depth > 0);
}

/* "<b>" and "<strong>" weigh as "**" does. */
static void add_inline_html(markdown_reader *r, pol_span html)
{
    pol_html_tag tag;
    size_t at = 0;
    if (!pol_html_next_tag(html, &at, &tag))
        return;
    if (pol_span_equal_fold(tag.name, POL_SPAN("br"))) {
        add_pending(r, pol_span_make(&(const char){TAG_BREAK}, 1));
    } else if (pol_span_equal_fold(tag.name, POL_SPAN("b")) ||
               pol_span_equal_fold(tag.name, POL_SPAN("strong"))) {
        if (!tag.is_end)
            r->tag_depth++;
        else
            r->tag_depth -= r->tag_depth > 0;
    }
}

static void add_inline(markdown_reader *r, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        add_pending(r, pol_span_of(cmark_node_get_literal(node)));
        break;
    case CMARK_NODE_SOFTBREAK:
        add_pending(r, pol_span_make(&(const char){SOFT_BREAK}, 1));
        break;
    case CMARK_NODE_LINEBREAK:
        add_pending(r, pol_span_make(&(const char){HARD_BREAK}, 1));
        break;
    case CMARK_NODE_HTML_INLINE:
        add_inline_html(r, pol_span_of(cmark_node_get_literal(node)));
        break;
    default:
        break;
    }
}

/* The text of a block's inlines; an image's description is not part of it. */
static void collect_inlines(markdown_reader *r, cmark_iter *iterator, cmark_node *block)
{
    pol_buffer_clear(&r->pending);
    pol_buffer_clear(&r->weights);
    r->strong_depth = r->tag_depth = 0;
    unsigned images = 0;
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event == CMARK_EVENT_EXIT && node == block)
            return;
        bool is_image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
        if (cmark_node_get_type(node) == CMARK_NODE_STRONG)
            r->strong_depth += event == CMARK_EVENT_ENTER ? 1 : -1u;
        else if (is_image)
            images += event == CMARK_EVENT_ENTER ? 1 : -1u;
        else if (event == CMARK_EVENT_ENTER && images == 0)
            add_inline(r, node);
    }
}

/* Are all words in a run of the pending text strong? */
static bool is_strong(const markdown_reader *r, size_t from, size_t size)
{
    bool is_found = false;
    if (r->weights.size != r->pending.size) /* out of memory */
        return false;
    for (size_t at = from, end; at < from + size; at = end) {
        for (end = at; end < from + size && r->weights.data[end] == r->weights.data[at];)
            end++;
        if (!pol_html_has_word(pol_span_make(r->pending.data + at, end - at)))
            continue;
        if (!r->weights.data[at])
            return false;
        is_found = true;
    }
    return is_found;
}

static pol_status add_heading(markdown_reader *r, cmark_node *node)
{
    uint8_t level = (uint8_t)cmark_node_get_heading_level(node);
    pol_span text = pol_buffer_span(&r->pending);
    r->is_strong = is_strong(r, 0, text.size);
    return add_block(r, text, POL_LINE_HEADING, settle_line(r, node, text, line_of(r, node)), level,
                     1);
}

/* Where the line that `text` starts with ends: at a hard break, or at a soft one before
 * something that begins a line of its own. *ret_breaks: lines of the file it takes. */
static size_t line_size(const markdown_reader *r, pol_span text, uint32_t *ret_breaks)
{
    *ret_breaks = 0;
    for (size_t at = 0; at < text.size; at++) {
        if (text.data[at] == TAG_BREAK)
            return at;
        if (text.data[at] != HARD_BREAK && text.data[at] != SOFT_BREAK)
            continue;
        ++*ret_breaks;
        if (text.data[at] == HARD_BREAK || r->is_listed ||
            pol_markdown_starts_line(pol_span_from(text, at + 1)))
            return at;
    }
    return text.size;
}

/* One line, or several where it is broken. */
static pol_status add_paragraph(markdown_reader *r, cmark_node *node)
{
    pol_span rest = pol_buffer_span(&r->pending);
    uint32_t number = line_of(r, node), breaks, blanks = 1;
    r->is_listed = pol_markdown_is_listed(rest, SOFT_BREAK);
    uint8_t role = line_size(r, rest, &breaks) < rest.size ? POL_LINE_PLAIN : POL_LINE_PARAGRAPH;
    pol_status status = POL_OK;
    while (rest.size > 0 && status == POL_OK) {
        if (rest.data[0] == SOFT_BREAK) { /* behind "<br>" */
            rest = pol_span_from(rest, 1);
            number++;
            continue;
        }
        size_t size = line_size(r, rest, &breaks);
        number = settle_line(r, node, rest, number);
        r->is_strong = is_strong(r, r->pending.size - rest.size, size);
        status = add_block(r, pol_span_first(rest, size), role, number, list_level(r), blanks);
        rest = pol_span_from(rest, size + 1);
        number += breaks;
        blanks = 0;
    }
    return status;
}

/* --- blocks of code and of HTML --------------------------------------------------- */

static pol_status add_code(markdown_reader *r, cmark_node *node)
{
    pol_span rest = pol_span_of(cmark_node_get_literal(node));
    uint32_t number = line_of(r, node), blanks = 1;
    number += pol_markdown_is_fence(&r->lines, number - r->lines_before, rest);
    pol_status status = POL_OK;
    while (rest.size > 0 && status == POL_OK) {
        const char *end = memchr(rest.data, '\n', rest.size);
        size_t size = end ? (size_t)(end - rest.data) : rest.size;
        size_t before = r->text->line_count;
        status = add_block(r, pol_span_first(rest, size), POL_LINE_PLAIN, number++, list_level(r),
                           blanks);
        blanks = r->text->line_count > before ? 0 : blanks + 1;
        rest = pol_span_from(rest, size + 1);
    }
    return status;
}

static void close_box(markdown_reader *r, pol_span name)
{
    for (size_t i = r->box_count; i > 0; i--) {
        if (!pol_span_equal_fold(r->boxes[i - 1].name, name))
            continue;
        r->box_count = i - 1;
        return;
    }
}

static bool may_stay_open(pol_span name)
{
    static const char *const names[] = {"div", "section", "aside", "article", "details"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (pol_span_equal_fold(name, pol_span_of(names[i])))
            return true;
    return false;
}

/* Follows the boxes that a block of HTML opens and closes. Names point into the tree of
 * cmark, which lives as long as the reader. */
static void follow_boxes(markdown_reader *r, pol_span html)
{
    pol_html_tag tag;
    for (size_t at = 0; pol_html_next_tag(html, &at, &tag);) {
        if (!may_stay_open(tag.name))
            continue;
        pol_span classes = pol_html_attribute(tag.attributes, POL_SPAN("class"));
        if (tag.is_end)
            close_box(r, tag.name);
        else if (r->box_count < BOX_DEPTH_MAX)
            r->boxes[r->box_count++] =
                (box){tag.name, pol_html_is_box_class(classes) ||
                                    pol_span_equal_fold(tag.name, POL_SPAN("aside"))};
    }
}

/* Does the HTML hold anything but tags? */
static bool has_text(pol_span html)
{
    size_t from = 0, at = 0;
    pol_html_tag tag;
    while (pol_html_next_tag(html, &at, &tag)) {
        if (pol_span_trim(pol_span_make(html.data + from, tag.start - from)).size > 0)
            return true;
        from = at;
    }
    return pol_span_trim(pol_span_from(html, from)).size > 0;
}

static pol_status add_html(markdown_reader *r, cmark_node *node)
{
    pol_span html = pol_span_of(cmark_node_get_literal(node));
    pol_status status = POL_OK;
    if (has_text(html)) {
        pol_html_tree tree;
        pol_html_options options = {.first_line = line_of(r, node),
                                    .is_quoted = r->quote_depth > 0,
                                    .is_aside = is_aside(r)};
        status = pol_html_tree_parse(html, &tree, r->reterr);
        if (status == POL_OK)
            status = pol_html_add_lines(&tree, &options, r->arena, r->text, r->reterr);
        pol_html_tree_done(&tree);
    }
    follow_boxes(r, html);
    return status;
}

/* --- the tree --------------------------------------------------------------------- */

/* What an item shows: its number in the list with the mark that was typed, or a bullet. */
static pol_status start_item(markdown_reader *r, cmark_node *item)
{
    cmark_node *list = cmark_node_parent(item);
    int count = r->counts[list_level(r) < LIST_DEPTH_MAX ? list_level(r) : LIST_DEPTH_MAX]++;
    if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) {
        r->marker = POL_SPAN("•");
        return POL_OK;
    }
    char number[32];
    bool is_paren = cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM;
    snprintf(number, sizeof number, "%d%c", cmark_node_get_list_start(list) + count,
             is_paren ? ')' : '.');
    r->marker = pol_arena_copy(r->arena, pol_span_of(number));
    return r->marker.data ? POL_OK : pol_arena_refused(r->arena, sizeof number, r->reterr);
}

static void enter_or_leave_list(markdown_reader *r, bool enters)
{
    r->list_depth += enters ? 1 : -1u;
    if (enters)
        r->counts[list_level(r) < LIST_DEPTH_MAX ? list_level(r) : LIST_DEPTH_MAX] = 0;
    r->marker = pol_span_make(NULL, 0); /* of an item that has no text of its own */
}

static pol_status enter(markdown_reader *r, cmark_iter *iterator, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_ITEM:
        return start_item(r, node);
    case CMARK_NODE_HEADING:
        collect_inlines(r, iterator, node);
        return add_heading(r, node);
    case CMARK_NODE_PARAGRAPH:
        collect_inlines(r, iterator, node);
        return add_paragraph(r, node);
    case CMARK_NODE_CODE_BLOCK:
        return add_code(r, node);
    case CMARK_NODE_HTML_BLOCK:
        return add_html(r, node);
    default:
        return POL_OK;
    }
}

static pol_status walk(markdown_reader *r, cmark_iter *iterator)
{
    pol_status status = POL_OK;
    for (cmark_event_type event;
         status == POL_OK && (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        bool enters = event == CMARK_EVENT_ENTER;
        if (type == CMARK_NODE_BLOCK_QUOTE)
            r->quote_depth += enters ? 1 : -1u;
        else if (type == CMARK_NODE_LIST)
            enter_or_leave_list(r, enters);
        else if (enters)
            status = enter(r, iterator, node);
    }
    return status;
}

static pol_status read_tree(markdown_reader *r, cmark_node *tree)
{
    cmark_iter *iterator = cmark_iter_new(tree);
    if (!iterator)
        return pol_fail(r->reterr, POL_NOMEM, 0, "out of memory");
    pol_buffer_init(&r->pending, POL_MARKDOWN_MAX);
    pol_buffer_init(&r->weights, POL_MARKDOWN_MAX);
    pol_status status = walk(r, iterator);
    if (status == POL_OK && r->pending.status != POL_OK)
        status = pol_fail(r->reterr, r->pending.status, 0, "no memory for the text");
    pol_buffer_done(&r->pending);
    pol_buffer_done(&r->weights);
    cmark_iter_free(iterator);
    return status;
}

/* --- reading ---------------------------------------------------------------------- */

static pol_status check_bounds(pol_span body, pol_error *reterr)
{
    if (body.size > POL_MARKDOWN_MAX)
        return pol_fail(reterr, POL_LIMIT, 0,
                        "the Markdown has %zu bytes, more than the %d that are read: split it",
                        body.size, POL_MARKDOWN_MAX);
    size_t images = 0;
    for (size_t at = 0; (at = pol_span_find(body, POL_SPAN("!["), at)) != (size_t)-1; at += 2)
        images++;
    if (images > IMAGES_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the Markdown has %zu images, more than %d", images,
                        IMAGES_MAX);
    return POL_OK;
}

static pol_status read_body(pol_span body, uint32_t first_line, pol_arena *arena, pol_text *text,
                            pol_error *reterr)
{
    pol_status status = check_bounds(body, reterr);
    if (status != POL_OK)
        return status;
    markdown_reader *r = pol_arena_alloc(arena, sizeof *r);
    if (!r)
        return pol_arena_refused(arena, sizeof *r, reterr);
    r->arena = arena;
    r->text = text;
    r->reterr = reterr;
    r->lines_before = first_line - 1;
    status = pol_markdown_lines_find(body, arena, &r->lines, reterr);
    if (status != POL_OK)
        return status;
    cmark_node *tree =
        cmark_parse_document(body.data ? body.data : "", body.size, CMARK_OPT_DEFAULT);
    if (!tree)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    status = read_tree(r, tree);
    cmark_node_free(tree);
    return status;
}

pol_status pol_read_markdown(pol_span bytes, pol_arena *arena, pol_text *ret_text,
                             pol_error *reterr)
{
    pol_text text = {.is_markup = true};
    pol_span utf8, body = POL_SPAN("");
    uint32_t first_line = 1;
    pol_status status = pol_decode_text(bytes, arena, &utf8, &text, reterr);
    if (status == POL_OK)
        status = pol_front_matter_read(utf8, arena, &text, &body, &first_line, reterr);
    if (status == POL_OK)
        status = read_body(body, first_line, arena, &text, reterr);
    if (status == POL_OK)
        *ret_text = text;
    return status;
}
