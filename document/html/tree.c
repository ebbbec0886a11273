/* tree.c - gumbo within bounds. It has no way to fail or to stop: it goes on with the
 * NULL of a refused allocation. So its memory is an arena, and a refusal, or the end of
 * its time, jumps out of it, past frames that own nothing. */
#include "document/html/tree.h"

#include <setjmp.h>
#include <time.h>

#include "core/utf8.h"
#include "document/html/depth.h"
#include "document/html/rules.h"
#include "document/reader.h"

enum {
    TREE_BYTES_MAX = 512 << 20,
    TREE_DEPTH_MAX = 3 * POL_HTML_DEPTH_MAX, /* gumbo adds elements of its own */
    PARSE_SECONDS_MAX = 20, /* of processor time: the largest pages take one or two */
    CHECK_EVERY = 1024      /* allocations */
};

typedef struct parse {
    pol_arena *memory;
    size_t allocations;
    time_t deadline; /* processor time of this thread */
    size_t refused;  /* bytes that were asked for in vain; 0: out of time */
    jmp_buf out;
} parse;

static time_t thread_seconds(void)
{
    struct timespec now = {.tv_sec = 0};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec;
}

static void *allocate(void *userdata, size_t size)
{
    parse *p = userdata;
    if (++p->allocations % CHECK_EVERY == 0 && thread_seconds() > p->deadline)
        longjmp(p->out, 1);
    void *memory = pol_arena_alloc(p->memory, size);
    if (!memory) {
        p->refused = size ? size : 1;
        longjmp(p->out, 1);
    }
    return memory;
}

static void deallocate(void *userdata, void *memory)
{
    (void)userdata;
    (void)memory;
}

static const GumboOutput *parse_page(parse *p, pol_span page)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = deallocate;
    options.userdata = p;
    options.max_errors = 0;
    if (setjmp(p->out) != 0)
        return NULL;
    return gumbo_parse_with_options(&options, page.data ? page.data : "", page.size);
}

/* Gumbo makes bytes that are no UTF-8 of references to characters there cannot be
 * ("&#xD80CCCCCC;"). The memory is ours, whatever its type says. */
static void mend_bytes(const char *text)
{
    pol_span rest = pol_span_of(text);
    for (size_t valid; (valid = pol_utf8_valid_prefix(rest)) < rest.size;
         rest = pol_span_from(rest, valid + 1))
        ((char *)rest.data)[valid] = '?';
}

static void mend_node(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA)
        mend_bytes(node->v.text.text);
    for (size_t i = 0; pol_html_is_element(node) && i < node->v.element.attributes.length; i++)
        mend_bytes(((const GumboAttribute *)node->v.element.attributes.data[i])->value);
}

/* Visits every node once; false where the tree is deeper than what may be walked by
 * functions that call themselves. */
static bool mend_tree(const GumboNode *root)
{
    struct {
        const GumboNode *node;
        unsigned next; /* child to look at */
    } path[TREE_DEPTH_MAX];
    size_t depth = 1;
    path[0].node = root;
    path[0].next = 0;
    while (depth > 0) {
        const GumboVector *children = pol_html_children(path[depth - 1].node);
        if (path[depth - 1].next >= children->length) {
            depth--;
            continue;
        }
        if (depth == TREE_DEPTH_MAX)
            return false;
        const GumboNode *child = children->data[path[depth - 1].next++];
        mend_node(child);
        path[depth].node = child;
        path[depth++].next = 0;
    }
    return true;
}

static pol_status fail_parse(const parse *p, pol_error *reterr)
{
    if (p->refused)
        return pol_arena_refused(p->memory, p->refused, reterr);
    return pol_fail(reterr, POL_LIMIT, 0,
                    "parsing this page took more than %d seconds: it is not read",
                    PARSE_SECONDS_MAX);
}

pol_status pol_html_tree_parse(pol_span page, pol_html_tree *tree, pol_error *reterr)
{
    *tree = (pol_html_tree){.root = NULL};
    pol_arena_init(&tree->memory, TREE_BYTES_MAX);
    pol_status status = pol_html_check_depth(page, reterr);
    if (status != POL_OK)
        return status;
    parse p = {.memory = &tree->memory, .deadline = thread_seconds() + PARSE_SECONDS_MAX};
    const GumboOutput *output = parse_page(&p, page);
    if (!output)
        return fail_parse(&p, reterr);
    if (!mend_tree(output->root))
        return pol_fail(reterr, POL_LIMIT, 0, "elements are nested deeper than %d", TREE_DEPTH_MAX);
    tree->root = output->root;
    tree->body = pol_html_find_tag(tree->root, GUMBO_TAG_BODY, NULL);
    if (!tree->body) /* a frameset has none */
        tree->body = tree->root;
    return POL_OK;
}

void pol_html_tree_done(pol_html_tree *tree)
{
    pol_arena_done(&tree->memory);
}

const GumboVector *pol_html_children(const GumboNode *node)
{
    static const GumboVector none;
    return pol_html_is_element(node) ? &node->v.element.children : &none;
}

static bool is_word_byte(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte >= 0x80;
}

bool pol_html_has_word(pol_span text)
{
    while (text.size > 0) {
        uint32_t character;
        size_t size = pol_utf8_decode(text, &character);
        bool is_mark = (character >= 0x80 && character < 0xC0) ||
                       (character >= 0x2000 && character < 0x2070) || character == 0xFEFF;
        if (!is_mark && is_word_byte((unsigned char)text.data[0]))
            return true;
        text = pol_span_from(text, size);
    }
    return false;
}

/* Bars and dots between links are no text. */
static size_t count_ink(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += is_word_byte((unsigned char)*text);
    return count;
}

static void measure(const GumboNode *node, bool is_linked, pol_html_measure *sum)
{
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA)
        *(is_linked ? &sum->linked : &sum->text) += count_ink(node->v.text.text);
    if (!pol_html_is_element(node) || pol_html_kind_of(node) == POL_HTML_NOTHING)
        return;
    bool is_link = node->v.element.tag == GUMBO_TAG_A && pol_html_value(node, "href").data;
    sum->links += is_link;
    const GumboVector *children = pol_html_children(node);
    for (unsigned i = 0; i < children->length; i++)
        measure(children->data[i], is_linked || is_link, sum);
}

pol_html_measure pol_html_measure_node(const GumboNode *node)
{
    pol_html_measure sum = {0, 0, 0};
    measure(node, false, &sum);
    return sum;
}

/* A short element's text, to see whether it is a badge. */
static bool is_badge(const GumboNode *element)
{
    char text[128];
    size_t size = 0;
    if (!pol_html_value(element, "class").data)
        return false;
    const GumboVector *children = pol_html_children(element);
    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *child = children->data[i];
        if (child->type == GUMBO_NODE_WHITESPACE)
            continue;
        if (child->type != GUMBO_NODE_TEXT)
            return false;
        size_t added = strlen(child->v.text.text);
        if (added > sizeof text - size)
            return false;
        memcpy(text + size, child->v.text.text, added);
        size += added;
    }
    return pol_html_is_status(element, pol_span_trim(pol_span_make(text, size)));
}

void pol_html_append_text(const GumboNode *node, pol_buffer *buffer)
{
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA)
        pol_buffer_add_text(buffer, node->v.text.text);
    if (!pol_html_is_element(node))
        return;
    pol_html_kind kind = pol_html_kind_of(node);
    if (kind == POL_HTML_NOTHING)
        return;
    if (kind != POL_HTML_INLINE) /* blocks and breaks part words */
        pol_buffer_add_byte(buffer, ' ');
    const GumboVector *children = pol_html_children(node);
    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *child = children->data[i];
        if (!pol_html_is_element(child) || !is_badge(child))
            pol_html_append_text(child, buffer);
    }
    if (kind != POL_HTML_INLINE)
        pol_buffer_add_byte(buffer, ' ');
}

static const GumboNode *find_tag(const GumboNode *node, GumboTag tag, size_t *count)
{
    const GumboNode *found = NULL;
    if (pol_html_is_element(node) && node->v.element.tag == tag) {
        found = node;
        ++*count;
    }
    const GumboVector *children = pol_html_children(node);
    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *below = find_tag(children->data[i], tag, count);
        found = found ? found : below;
    }
    return found;
}

const GumboNode *pol_html_find_tag(const GumboNode *node, GumboTag tag, size_t *ret_count)
{
    size_t count = 0;
    const GumboNode *found = find_tag(node, tag, &count);
    if (ret_count)
        *ret_count = count;
    return found;
}
