/* tag.c - cutting a page at its tags, as section 13.2.5 (tokenization) of the HTML
 * standard does. Where it and this differ, more tags are seen here, never fewer. */
#include "document/html/tag.h"

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\f' || byte == '\r';
}

/* Behind the first `what` from `from` on; the end where there is none. */
static size_t behind(pol_span page, pol_span what, size_t from)
{
    size_t at = pol_span_find(page, what, from);
    return at == (size_t)-1 ? page.size : at + what.size;
}

/* `at` stands on "<!--". "<!-->" and "--!>" end a comment too. */
static size_t behind_comment(pol_span page, size_t at)
{
    pol_span rest = pol_span_from(page, at + 4);
    if (pol_span_starts(rest, POL_SPAN(">")))
        return at + 5;
    if (pol_span_starts(rest, POL_SPAN("->")))
        return at + 6;
    for (size_t i = at + 4; (i = behind(page, POL_SPAN("--"), i)) < page.size; i--) {
        pol_span tail = pol_span_from(page, i);
        if (pol_span_starts(tail, POL_SPAN(">")))
            return i + 1;
        if (pol_span_starts(tail, POL_SPAN("!>")))
            return i + 2;
    }
    return page.size;
}

/* --- attributes ------------------------------------------------------------------- */

typedef struct attribute {
    pol_span name, value; /* value is absent where there is no "=" */
} attribute;

static size_t skip_space(pol_span page, size_t at)
{
    while (at < page.size && is_space(page.data[at]))
        at++;
    return at;
}

static size_t skip_value(pol_span page, size_t at, pol_span *ret_value)
{
    char quote = at < page.size ? page.data[at] : '\0';
    size_t start = at;
    if (quote == '"' || quote == '\'') {
        size_t end = behind(page, pol_span_make(&quote, 1), at + 1);
        *ret_value = pol_span_make(page.data + start + 1, end > start + 1 ? end - start - 2 : 0);
        return end;
    }
    while (at < page.size && !is_space(page.data[at]) && page.data[at] != '>')
        at++;
    *ret_value = pol_span_make(page.data + start, at - start);
    return at;
}

/* The attribute at `at`, which is not on white space, "/" or ">"; returns its end. */
static size_t read_attribute(pol_span page, size_t at, attribute *ret_attribute)
{
    size_t start = at;
    do /* a "=" at the start belongs to the name */
        at++;
    while (at < page.size && !is_space(page.data[at]) && !strchr("/>=", page.data[at]));
    ret_attribute->name = pol_span_make(page.data + start, at - start);
    ret_attribute->value = pol_span_make(NULL, 0);
    size_t equals = skip_space(page, at);
    if (equals >= page.size || page.data[equals] != '=')
        return at;
    return skip_value(page, skip_space(page, equals + 1), &ret_attribute->value);
}

/* From behind the name to ">"; false if the page ends before. */
static bool read_attributes(pol_span page, size_t *at, pol_html_tag *tag)
{
    size_t start = *at, here = *at;
    while (here < page.size && page.data[here] != '>') {
        if (is_space(page.data[here]) || page.data[here] == '/') {
            here++;
            continue;
        }
        attribute ignored;
        here = read_attribute(page, here, &ignored);
        tag->attribute_count++;
    }
    if (here >= page.size)
        return false;
    tag->attributes = pol_span_make(page.data + start, here - start);
    tag->is_self_closed = here > start && page.data[here - 1] == '/';
    *at = here + 1;
    return true;
}

pol_span pol_html_attribute(pol_span attributes, pol_span name)
{
    for (size_t at = 0; at < attributes.size;) {
        if (is_space(attributes.data[at]) || attributes.data[at] == '/') {
            at++;
            continue;
        }
        attribute found;
        at = read_attribute(attributes, at, &found);
        if (pol_span_equal_fold(found.name, name))
            return found.value.data ? found.value : POL_SPAN("");
    }
    return pol_span_make(NULL, 0);
}

/* --- tags ------------------------------------------------------------------------- */

/* A tag whose "<" is at `start`; *at moves behind it. */
static bool read_tag(pol_span page, size_t start, size_t *at, pol_html_tag *ret_tag)
{
    *ret_tag = (pol_html_tag){.start = start, .is_end = page.data[start + 1] == '/'};
    size_t name = start + 1 + ret_tag->is_end, end = name;
    while (end < page.size && !is_space(page.data[end]) && page.data[end] != '/' &&
           page.data[end] != '>')
        end++;
    ret_tag->name = pol_span_make(page.data + name, end - name);
    *at = end;
    if (read_attributes(page, at, ret_tag))
        return true;
    *at = page.size;
    return false;
}

bool pol_html_next_tag(pol_span page, size_t *at, pol_html_tag *ret_tag)
{
    while (*at < page.size) {
        const char *found = memchr(page.data + *at, '<', page.size - *at);
        if (!found)
            break;
        size_t start = (size_t)(found - page.data);
        pol_span rest = pol_span_from(page, start + 1);
        bool is_end = pol_span_starts(rest, POL_SPAN("/"));
        if (rest.size > is_end && is_letter(rest.data[is_end]))
            return read_tag(page, start, at, ret_tag);
        if (pol_span_starts(rest, POL_SPAN("!--")))
            *at = behind_comment(page, start);
        else if (rest.size > 0 && (is_end || rest.data[0] == '!' || rest.data[0] == '?'))
            *at = behind(page, POL_SPAN(">"), start);
        else
            *at = start + 1;
    }
    *at = page.size;
    return false;
}

static const char *const raw_names[] = {"script", "style",  "title",   "textarea",
                                        "xmp",    "iframe", "noembed", "noframes"};

void pol_html_skip_raw(pol_span page, pol_span name, size_t *at)
{
    bool is_raw = false;
    for (size_t i = 0; i < sizeof raw_names / sizeof *raw_names; i++)
        is_raw |= pol_span_equal_fold(name, pol_span_of(raw_names[i]));
    while (is_raw && *at < page.size) {
        size_t end = pol_span_find(page, POL_SPAN("</"), *at);
        if (end == (size_t)-1) {
            *at = page.size;
            return;
        }
        if (pol_span_starts_fold(pol_span_from(page, end + 2), name)) {
            *at = end;
            return;
        }
        *at = end + 2;
    }
}
