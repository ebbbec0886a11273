/* read_html.c - a web page: what its head states to pairs, its text to lines. */
#include "core/utf8.h"
#include "document/clean.h"
#include "document/html/blocks.h"
#include "document/html/rules.h"
#include "document/html/saved.h"
#include "document/pairs.h"
#include "document/reader.h"

enum { META_MAX = 200, VALUE_MAX = 2000, KEY_MAX = 80 };

typedef struct page {
    pol_span bytes;
    pol_html_tree tree;
    const GumboNode *title; /* the only <h1>, NULL: none or several */
    pol_arena *arena;
    pol_text *text;
    pol_error *reterr;
    size_t meta_count;
} page;

/* --- pairs ------------------------------------------------------------------------ */

static pol_status add_pair(page *p, const char *key, pol_span value, const GumboNode *where)
{
    value = pol_span_first(value, pol_utf8_floor(value, VALUE_MAX));
    return pol_text_add_value(p->text, p->arena, pol_span_of(key), value,
                              where->v.element.start_pos.line, POL_ORIGIN_MARKUP, p->reterr);
}

static pol_status add_text_pair(page *p, const char *key, const GumboNode *element)
{
    pol_buffer raw;
    pol_buffer_init(&raw, POL_FILE_MAX);
    pol_html_append_text(element, &raw);
    const GumboVector *children = pol_html_children(element);
    for (unsigned i = 0; i < children->length && raw.size == 0; i++)
        pol_html_append_text(children->data[i], &raw); /* <title> itself gives nothing */
    pol_span copy = pol_arena_copy(p->arena, pol_buffer_span(&raw));
    pol_buffer_done(&raw);
    pol_span text = copy.data ? pol_clean_block(copy, p->arena) : copy;
    if (!text.data)
        return pol_arena_refused(p->arena, VALUE_MAX, p->reterr);
    return add_pair(p, key, text, element);
}

/* "meta:NAME" for <meta name=|property=|itemprop= content=>. */
static pol_status add_meta(page *p, const GumboNode *meta)
{
    static const char *const naming[] = {"name", "property", "itemprop"};
    pol_span name = pol_span_make(NULL, 0), content = pol_html_value(meta, "content");
    for (size_t i = 0; i < 3 && !name.data; i++)
        name = pol_html_value(meta, naming[i]);
    if (!name.data || !content.data || name.size > KEY_MAX || p->meta_count >= META_MAX)
        return POL_OK;
    p->meta_count++;
    char *key = pol_arena_alloc(p->arena, name.size + sizeof "meta:");
    if (!key)
        return pol_arena_refused(p->arena, name.size, p->reterr);
    memcpy(key, "meta:", 5);
    for (size_t i = 0; i < name.size; i++)
        key[5 + i] =
            (char)(name.data[i] >= 'A' && name.data[i] <= 'Z' ? name.data[i] + 32 : name.data[i]);
    return add_pair(p, key, content, meta);
}

static pol_status add_element_pairs(page *p, const GumboNode *element)
{
    pol_span rel = pol_html_value(element, "rel");
    switch (element->v.element.tag) {
    case GUMBO_TAG_META:
        return add_meta(p, element);
    case GUMBO_TAG_TITLE:
        return add_text_pair(p, "html_title", element);
    case GUMBO_TAG_LINK:
        if (pol_span_equal_fold(rel, POL_SPAN("canonical")))
            return add_pair(p, "canonical", pol_html_value(element, "href"), element);
        return POL_OK;
    case GUMBO_TAG_TIME:
        return add_pair(p, "time", pol_html_value(element, "datetime"), element);
    default:
        return POL_OK;
    }
}

static pol_status add_pairs_below(page *p, const GumboNode *node)
{
    pol_status status = pol_html_is_element(node) ? add_element_pairs(p, node) : POL_OK;
    const GumboVector *children = pol_html_children(node);
    for (unsigned i = 0; i < children->length && status == POL_OK; i++)
        status = add_pairs_below(p, children->data[i]);
    return status;
}

/* "en" of <html lang="en-GB">. */
static pol_status add_language(page *p)
{
    pol_span language = pol_html_value(p->tree.root, "lang");
    size_t size = 0;
    while (size < language.size && language.data[size] != '-' && language.data[size] != '_')
        size++;
    if (size != 2)
        return POL_OK;
    return add_pair(p, "language", pol_span_first(language, size), p->tree.root);
}

static const pol_pair *find_pair(const pol_text *text, const char *key)
{
    for (size_t i = 0; i < text->pair_count; i++)
        if (pol_span_equal(text->pairs[i].key, pol_span_of(key)))
            return &text->pairs[i];
    return NULL;
}

/* Where no link says what the page's address is: what it tells social networks, or what the
 * program that saved it noted. */
static pol_status add_address(page *p)
{
    if (find_pair(p->text, "canonical"))
        return POL_OK;
    uint32_t line = 0;
    const pol_pair *shared = find_pair(p->text, "meta:og:url");
    pol_span address = pol_span_make(NULL, 0);
    if (shared && pol_html_is_address(shared->value)) {
        address = shared->value;
        line = shared->line;
    } else {
        address = pol_html_saved_from(p->bytes, p->arena, &line);
    }
    return pol_text_add_value(p->text, p->arena, POL_SPAN("canonical"), address, line,
                              POL_ORIGIN_MARKUP, p->reterr);
}

/* --- what the page is about ------------------------------------------------------- */

/* A heading that only links home is the site's name, not the page's. */
static bool is_site_name(const GumboNode *heading)
{
    size_t count = 0;
    const GumboNode *link = pol_html_find_tag(heading, GUMBO_TAG_A, &count);
    pol_html_measure sum = pol_html_measure_node(heading);
    if (count != 1 || sum.text > 0)
        return false;
    pol_span target = pol_html_value(link, "href");
    size_t scheme = pol_span_find(target, POL_SPAN("://"), 0);
    pol_span path = scheme == (size_t)-1 ? target : pol_span_from(target, scheme + 3);
    size_t slash = pol_span_find(path, POL_SPAN("/"), 0);
    return slash == (size_t)-1 ? scheme != (size_t)-1 : slash + 1 == path.size;
}

static const GumboNode *find_title(const GumboNode *body)
{
    size_t count;
    const GumboNode *heading = pol_html_find_tag(body, GUMBO_TAG_H1, &count);
    return count == 1 && !is_site_name(heading) ? heading : NULL;
}

typedef struct candidate {
    const GumboNode *node;
    size_t text;
} candidate;

static bool may_be_content(const GumboNode *element, bool wants_main)
{
    GumboTag tag = element->v.element.tag;
    if (!wants_main)
        return tag == GUMBO_TAG_ARTICLE;
    return tag == GUMBO_TAG_MAIN ||
           pol_span_equal_fold(pol_html_value(element, "role"), POL_SPAN("main"));
}

/* The largest outermost candidate. */
static void find_content(const GumboNode *node, bool wants_main, candidate *best)
{
    if (pol_html_is_element(node) && may_be_content(node, wants_main)) {
        size_t text = pol_html_measure_node(node).text;
        if (text > best->text)
            *best = (candidate){node, text};
        return;
    }
    const GumboVector *children = pol_html_children(node);
    for (unsigned i = 0; i < children->length; i++)
        find_content(children->data[i], wants_main, best);
}

/* Text outside links and outside what is chrome by its own look. */
static size_t count_content(const GumboNode *node)
{
    if (!pol_html_is_element(node) || pol_html_kind_of(node) == POL_HTML_NOTHING)
        return pol_html_measure_node(node).text;
    if (pol_html_is_chrome(node) || node->v.element.tag == GUMBO_TAG_A)
        return 0;
    size_t sum = 0;
    const GumboVector *children = pol_html_children(node);
    for (unsigned i = 0; i < children->length; i++)
        sum += count_content(children->data[i]);
    return sum;
}

/* <main>, else <article>, where it holds at least half of the text; else all. */
static const GumboNode *choose_content(const GumboNode *body)
{
    size_t all = count_content(body);
    for (int wants_main = 1; wants_main >= 0; wants_main--) {
        candidate best = {NULL, 0};
        find_content(body, wants_main, &best);
        if (best.node && best.text * 2 >= all)
            return best.node;
    }
    return body;
}

/* --- reading ---------------------------------------------------------------------- */

static bool has_text(const pol_text *text)
{
    for (size_t i = 0; i < text->line_count; i++)
        if (text->lines[i].role != POL_LINE_HEADING && text->lines[i].role != POL_LINE_STATUS)
            return true;
    return false;
}

static pol_status add_lines(page *p)
{
    pol_html_options options = {.content = choose_content(p->tree.body),
                                .title = p->title,
                                .drops_chrome = true,
                                .first_line = 1};
    pol_status status = pol_html_add_lines(&p->tree, &options, p->arena, p->text, p->reterr);
    if (status != POL_OK || has_text(p->text))
        return status;
    /* Nothing but links, say: better all of it than nothing. */
    p->text->line_count = 0;
    options.content = p->tree.body;
    options.drops_chrome = false;
    return pol_html_add_lines(&p->tree, &options, p->arena, p->text, p->reterr);
}

static pol_status read_page(page *p)
{
    p->title = find_title(p->tree.body);
    pol_status status = POL_OK;
    if (p->title)
        status = add_text_pair(p, "title", p->title);
    if (status == POL_OK)
        status = add_language(p);
    if (status == POL_OK)
        status = add_pairs_below(p, p->tree.root);
    if (status == POL_OK)
        status = add_address(p);
    return status == POL_OK ? add_lines(p) : status;
}

pol_status pol_read_html(pol_span bytes, pol_arena *arena, pol_text *ret_text, pol_error *reterr)
{
    pol_text text = {.is_markup = true};
    pol_span utf8;
    pol_status status = pol_decode_text(bytes, arena, &utf8, &text, reterr);
    if (status != POL_OK)
        return status;
    page p = {.bytes = utf8, .arena = arena, .text = &text, .reterr = reterr};
    status = pol_html_tree_parse(utf8, &p.tree, reterr);
    if (status == POL_OK)
        status = read_page(&p);
    pol_html_tree_done(&p.tree);
    if (status == POL_OK)
        *ret_text = text;
    return status;
}
