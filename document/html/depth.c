/* depth.c - the tree construction of the HTML standard (section 13.2.6), reduced to
 * what decides how deep elements nest: which tags open, and which close others.
 *
 * Two lists are kept, as the standard does: the open elements, and the open formatting
 * elements (<b>, <font>, ...), which a parser opens again in every block until they are
 * closed. Depth is at most the sum of both. */
#include "document/html/depth.h"

#include <stdint.h>

#include "document/html/tag.h"
#include "document/reader.h"

enum {
    COST_MAX = 3000000, /* elements, repeated formatting elements included */
    FRAMESETS_MAX = 50,
    ATTRIBUTES_MAX = 1000, /* of one tag: gumbo compares each with all before it */
    FORMATTING_MARKER = 0
};

/* What a tag's name means here; bits. */
enum {
    VOID = 1 << 0,       /* has no content */
    CLOSES_P = 1 << 1,   /* its start ends an open paragraph */
    SPECIAL = 1 << 2,    /* stops the search for the element an end tag closes */
    SCOPE = 1 << 3,      /* nothing outside it is closed from inside */
    BLOCK_END = 1 << 4,  /* its end tag closes all that is open inside it */
    TABLE_PART = 1 << 5, /* counts only inside a table */
    CELL = 1 << 6,       /* formatting elements end with it */
    FORMATTING = 1 << 7,
    HEADING = 1 << 8,
    IGNORED = 1 << 9,  /* the page has one of it, wherever it is written */
    FOREIGN = 1 << 10, /* SVG, MathML: raw text elements are ordinary inside */
    PLAIN_BLOCK = CLOSES_P | SPECIAL | BLOCK_END
};

typedef struct tag_rule {
    const char *name;
    uint16_t bits;
} tag_rule;

static const tag_rule tag_rules[] = {
    {"a", FORMATTING},
    {"address", PLAIN_BLOCK},
    {"applet", SPECIAL | SCOPE | CELL},
    {"area", VOID},
    {"article", PLAIN_BLOCK},
    {"aside", PLAIN_BLOCK},
    {"b", FORMATTING},
    {"base", VOID},
    {"basefont", VOID},
    {"bgsound", VOID},
    {"big", FORMATTING},
    {"blockquote", PLAIN_BLOCK},
    {"body", IGNORED},
    {"br", VOID},
    {"button", SPECIAL | BLOCK_END},
    {"caption", SPECIAL | SCOPE | TABLE_PART | CELL | BLOCK_END},
    {"center", PLAIN_BLOCK},
    {"code", FORMATTING},
    {"col", VOID},
    {"colgroup", SPECIAL | TABLE_PART | BLOCK_END},
    {"command", VOID},
    {"dd", CLOSES_P | SPECIAL | BLOCK_END},
    {"details", PLAIN_BLOCK},
    {"dialog", PLAIN_BLOCK},
    {"dir", PLAIN_BLOCK},
    {"div", PLAIN_BLOCK},
    {"dl", PLAIN_BLOCK},
    {"dt", CLOSES_P | SPECIAL | BLOCK_END},
    {"em", FORMATTING},
    {"embed", VOID},
    {"fieldset", PLAIN_BLOCK},
    {"figcaption", PLAIN_BLOCK},
    {"figure", PLAIN_BLOCK},
    {"font", FORMATTING},
    {"footer", PLAIN_BLOCK},
    {"form", CLOSES_P | SPECIAL},
    {"frame", VOID},
    {"frameset", SPECIAL},
    {"h1", PLAIN_BLOCK | HEADING},
    {"h2", PLAIN_BLOCK | HEADING},
    {"h3", PLAIN_BLOCK | HEADING},
    {"h4", PLAIN_BLOCK | HEADING},
    {"h5", PLAIN_BLOCK | HEADING},
    {"h6", PLAIN_BLOCK | HEADING},
    {"head", IGNORED},
    {"header", PLAIN_BLOCK},
    {"hgroup", PLAIN_BLOCK},
    {"hr", VOID | CLOSES_P},
    {"html", IGNORED},
    {"i", FORMATTING},
    {"iframe", SPECIAL},
    {"img", VOID},
    {"input", VOID},
    {"keygen", VOID},
    {"li", CLOSES_P | SPECIAL | BLOCK_END},
    {"link", VOID},
    {"listing", PLAIN_BLOCK},
    {"main", PLAIN_BLOCK},
    {"marquee", SPECIAL | SCOPE | CELL},
    {"math", FOREIGN},
    {"menu", PLAIN_BLOCK},
    {"meta", VOID},
    {"nav", PLAIN_BLOCK},
    {"nobr", FORMATTING},
    {"noembed", SPECIAL},
    {"noframes", SPECIAL},
    {"noscript", SPECIAL},
    {"object", SPECIAL | SCOPE | CELL},
    {"ol", PLAIN_BLOCK},
    {"p", PLAIN_BLOCK},
    {"param", VOID},
    {"pre", PLAIN_BLOCK},
    {"s", FORMATTING},
    {"section", PLAIN_BLOCK},
    {"select", SPECIAL},
    {"small", FORMATTING},
    {"source", VOID},
    {"strike", FORMATTING},
    {"strong", FORMATTING},
    {"summary", PLAIN_BLOCK},
    {"svg", FOREIGN},
    {"table", CLOSES_P | SPECIAL | SCOPE | BLOCK_END},
    {"tbody", SPECIAL | TABLE_PART | BLOCK_END},
    {"td", SPECIAL | SCOPE | TABLE_PART | CELL | BLOCK_END},
    {"template", SPECIAL | SCOPE | CELL},
    {"tfoot", SPECIAL | TABLE_PART | BLOCK_END},
    {"th", SPECIAL | SCOPE | TABLE_PART | CELL | BLOCK_END},
    {"thead", SPECIAL | TABLE_PART | BLOCK_END},
    {"tr", SPECIAL | TABLE_PART | BLOCK_END},
    {"track", VOID},
    {"tt", FORMATTING},
    {"u", FORMATTING},
    {"ul", PLAIN_BLOCK},
    {"wbr", VOID},
};

enum { RULE_COUNT = sizeof tag_rules / sizeof *tag_rules };

/* The row + 1 of a name, 0 for names without a rule. The rows are in order. */
static unsigned rule_of(pol_span name)
{
    char lower[12];
    if (name.size >= sizeof lower)
        return 0;
    for (size_t i = 0; i < name.size; i++)
        lower[i] =
            (char)(name.data[i] >= 'A' && name.data[i] <= 'Z' ? name.data[i] + 32 : name.data[i]);
    lower[name.size] = '\0';
    unsigned low = 0, high = RULE_COUNT;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        int order = strcmp(lower, tag_rules[middle].name);
        if (order == 0)
            return middle + 1;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

typedef struct element {
    pol_span name;
    uint8_t rule;    /* row + 1 of tag_rules, 0 for other names */
    uint32_t serial; /* counts what was opened */
} element;

typedef struct formatting {
    uint8_t rule; /* or FORMATTING_MARKER */
    uint32_t serial;
} formatting;

typedef struct tree {
    element open[POL_HTML_DEPTH_MAX + 1];
    size_t open_count;
    formatting formatting[POL_HTML_DEPTH_MAX + 1];
    size_t formatting_count;
    size_t foreign_count; /* open <svg> and <math> */
    size_t tags, cost;
    size_t framesets;
    uint32_t serial;
} tree;

static unsigned bits_of(const element *item)
{
    return item->rule ? tag_rules[item->rule - 1].bits : 0;
}

static bool is_named(const element *item, const char *name)
{
    return pol_span_equal_fold(item->name, pol_span_of(name));
}

/* --- closing ---------------------------------------------------------------------- */

static void clear_formatting(tree *t)
{
    while (t->formatting_count > 0 &&
           t->formatting[--t->formatting_count].rule != FORMATTING_MARKER)
        ;
}

/* Closes all from the open element `index` on. */
static void close_from(tree *t, size_t index)
{
    while (t->open_count > index) {
        unsigned bits = bits_of(&t->open[--t->open_count]);
        if (bits & CELL)
            clear_formatting(t);
        t->foreign_count -= (bits & FOREIGN) != 0;
    }
}

enum { NOT_OPEN = -1 };

/* The innermost open element called `name`, unless one with a bit of `stops` is in
 * between, or the element `stop_name` (may be NULL). */
static int find_open(const tree *t, pol_span name, unsigned stops, const char *stop_name)
{
    for (size_t i = t->open_count; i > 0; i--) {
        const element *item = &t->open[i - 1];
        if (pol_span_equal_fold(item->name, name))
            return (int)(i - 1);
        if ((bits_of(item) & stops) || (stop_name && is_named(item, stop_name)))
            break;
    }
    return NOT_OPEN;
}

static void close_named(tree *t, const char *name, unsigned stops, const char *stop_name)
{
    int index = find_open(t, pol_span_of(name), stops, stop_name);
    if (index != NOT_OPEN)
        close_from(t, (size_t)index);
}

/* An item's start closes the item before it, through whatever is open in it but blocks. */
static void close_item(tree *t, const char *name, const char *other)
{
    for (size_t i = t->open_count; i > 0; i--) {
        const element *item = &t->open[i - 1];
        if (is_named(item, name) || is_named(item, other)) {
            close_from(t, i - 1);
            return;
        }
        if ((bits_of(item) & SPECIAL) && !is_named(item, "address") && !is_named(item, "div") &&
            !is_named(item, "p"))
            return;
    }
}

/* A part of a table goes into what may hold it; false outside tables, where it counts for
 * nothing. */
static bool close_table_parts(tree *t, pol_span name)
{
    int table = find_open(t, POL_SPAN("table"), 0, "template");
    if (table == NOT_OPEN)
        return false;
    bool is_cell =
        pol_span_equal_fold(name, POL_SPAN("td")) || pol_span_equal_fold(name, POL_SPAN("th"));
    bool is_row = pol_span_equal_fold(name, POL_SPAN("tr"));
    size_t keep = (size_t)table + 1;
    while (keep < t->open_count) {
        const element *item = &t->open[keep];
        bool is_body =
            is_named(item, "tbody") || is_named(item, "thead") || is_named(item, "tfoot");
        if (!(is_body && (is_row || is_cell)) && !(is_named(item, "tr") && is_cell))
            break;
        keep++;
    }
    close_from(t, keep);
    return true;
}

static void remove_formatting(tree *t, unsigned rule)
{
    for (size_t i = t->formatting_count; i > 0; i--) {
        if (t->formatting[i - 1].rule == FORMATTING_MARKER)
            return;
        if (t->formatting[i - 1].rule != rule)
            continue;
        memmove(t->formatting + i - 1, t->formatting + i,
                (t->formatting_count - i) * sizeof *t->formatting);
        t->formatting_count--;
        return;
    }
}

static void end_tag(tree *t, const pol_html_tag *tag, unsigned rule, unsigned bits)
{
    if (bits & (IGNORED | VOID))
        return;
    if (bits & FORMATTING) {
        remove_formatting(t, rule);
        return;
    }
    bool is_form = pol_span_equal_fold(tag->name, POL_SPAN("form"));
    unsigned stops = (bits & TABLE_PART) || pol_span_equal_fold(tag->name, POL_SPAN("table")) ? 0
                     : (bits & (BLOCK_END | SCOPE)) || is_form ? SCOPE
                                                               : SPECIAL;
    int index = find_open(t, tag->name, stops, stops ? NULL : "table");
    if (index == NOT_OPEN)
        return;
    if (!is_form) {
        close_from(t, (size_t)index);
        return;
    }
    /* A form goes alone: what was opened inside it stays open. */
    memmove(t->open + index, t->open + index + 1,
            (t->open_count - (size_t)index - 1) * sizeof *t->open);
    t->open_count--;
}

/* --- opening ---------------------------------------------------------------------- */

static bool push_formatting(tree *t, unsigned rule)
{
    if (t->formatting_count == POL_HTML_DEPTH_MAX)
        return false;
    t->formatting[t->formatting_count++] = (formatting){(uint8_t)rule, ++t->serial};
    return true;
}

/* The innermost open element, NULL where formatting was opened inside it. */
static const element *current(const tree *t)
{
    if (t->open_count == 0)
        return NULL;
    const element *item = &t->open[t->open_count - 1];
    bool is_inner =
        t->formatting_count > 0 && t->formatting[t->formatting_count - 1].serial > item->serial;
    return is_inner ? NULL : item;
}

static void close_before(tree *t, const pol_html_tag *tag, unsigned bits)
{
    if (bits & CLOSES_P)
        close_named(t, "p", SCOPE, "button");
    const element *top = current(t);
    if ((bits & HEADING) && top && (bits_of(top) & HEADING))
        close_from(t, t->open_count - 1);
    if (pol_span_equal_fold(tag->name, POL_SPAN("li")))
        close_item(t, "li", "li");
    else if (pol_span_equal_fold(tag->name, POL_SPAN("dt")) ||
             pol_span_equal_fold(tag->name, POL_SPAN("dd")))
        close_item(t, "dt", "dd");
    else if (pol_span_equal_fold(tag->name, POL_SPAN("button")))
        close_named(t, "button", SCOPE, NULL);
    else if (pol_span_equal_fold(tag->name, POL_SPAN("option")) && top && is_named(top, "option"))
        close_from(t, t->open_count - 1);
}

/* False where the page is too deep. */
static bool start_tag(tree *t, const pol_html_tag *tag, unsigned rule, unsigned bits)
{
    if (bits & FORMATTING) {
        if (pol_span_equal_fold(tag->name, POL_SPAN("a")))
            remove_formatting(t, rule); /* links do not nest */
        return push_formatting(t, rule) &&
               t->open_count + t->formatting_count <= POL_HTML_DEPTH_MAX;
    }
    if (t->foreign_count == 0)
        close_before(t, tag, bits);
    bool is_empty = tag->is_self_closed && t->foreign_count > 0 && rule == 0; /* <path/> */
    if ((bits & (VOID | IGNORED)) || is_empty)
        return true;
    t->framesets += pol_span_equal_fold(tag->name, POL_SPAN("frameset"));
    if (t->framesets > FRAMESETS_MAX)
        return false;
    if ((bits & TABLE_PART) && t->foreign_count == 0 && !close_table_parts(t, tag->name))
        return true;
    if (t->open_count + t->formatting_count >= POL_HTML_DEPTH_MAX)
        return false;
    t->open[t->open_count++] = (element){tag->name, (uint8_t)rule, ++t->serial};
    t->foreign_count += (bits & FOREIGN) != 0;
    return !(bits & CELL) || push_formatting(t, FORMATTING_MARKER);
}

static size_t line_at(pol_span page, size_t at)
{
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += page.data[i] == '\n';
    return line;
}

static pol_status check_tag(tree *t, pol_span page, const pol_html_tag *tag, pol_error *reterr)
{
    unsigned rule = rule_of(tag->name), bits = rule ? tag_rules[rule - 1].bits : 0;
    bool fits = true;
    if (tag->is_end)
        end_tag(t, tag, rule, bits);
    else
        fits = start_tag(t, tag, rule, bits);
    t->tags += 1 + tag->attribute_count;
    t->cost += 1 + t->formatting_count;
    if (!fits)
        return pol_fail(reterr, POL_LIMIT, line_at(page, tag->start),
                        "elements are nested deeper than %d (line %zu): this page is not read",
                        POL_HTML_DEPTH_MAX, line_at(page, tag->start));
    if (tag->attribute_count > ATTRIBUTES_MAX)
        return pol_fail(reterr, POL_LIMIT, line_at(page, tag->start),
                        "a tag with %zu attributes (line %zu): this page is not read",
                        tag->attribute_count, line_at(page, tag->start));
    if (t->tags > POL_HTML_TAGS_MAX || t->cost > COST_MAX)
        return pol_fail(reterr, POL_LIMIT, line_at(page, tag->start),
                        "more than %d tags and attributes, or too many unclosed ones: this page "
                        "is not read",
                        POL_HTML_TAGS_MAX);
    return POL_OK;
}

/* In <select>, framesets, SVG and MathML the content of <style> and the like is tags. */
static bool may_be_raw(const tree *t)
{
    return t->foreign_count == 0 && t->framesets == 0 &&
           find_open(t, POL_SPAN("select"), 0, NULL) == NOT_OPEN;
}

pol_status pol_html_check_depth(pol_span page, pol_error *reterr)
{
    tree t = {.open_count = 0};
    pol_html_tag tag;
    for (size_t at = 0; pol_html_next_tag(page, &at, &tag);) {
        pol_status status = check_tag(&t, page, &tag, reterr);
        if (status != POL_OK)
            return status;
        if (!tag.is_end && may_be_raw(&t))
            pol_html_skip_raw(page, tag.name, &at);
    }
    return POL_OK;
}
