/* reader.c - which format a file has, and the reader for it. */
#include "document/reader.h"

#include "document/junk.h"

const char *pol_format_name(pol_format format)
{
    static const char *const names[POL_FORMAT_COUNT] = {
        [POL_FORMAT_UNKNOWN] = "unknown format", [POL_FORMAT_TEXT] = "plain text",
        [POL_FORMAT_MARKDOWN] = "Markdown",      [POL_FORMAT_HTML] = "HTML",
        [POL_FORMAT_JSON_LINES] = "JSON Lines",  [POL_FORMAT_SIDECAR] = "sidecar (YAML)",
    };
    return (unsigned)format < POL_FORMAT_COUNT ? names[format] : names[POL_FORMAT_UNKNOWN];
}

typedef struct ending {
    const char *text;
    pol_format format;
} ending;

static const ending endings[] = {
    {".txt", POL_FORMAT_TEXT},          {".text", POL_FORMAT_TEXT},
    {".md", POL_FORMAT_MARKDOWN},       {".markdown", POL_FORMAT_MARKDOWN},
    {".html", POL_FORMAT_HTML},         {".htm", POL_FORMAT_HTML},
    {".xhtml", POL_FORMAT_HTML},        {".jsonl", POL_FORMAT_JSON_LINES},
    {".ndjson", POL_FORMAT_JSON_LINES}, {".meta.yaml", POL_FORMAT_SIDECAR},
};

static bool ends_fold(pol_span name, pol_span tail)
{
    return name.size > tail.size &&
           pol_span_equal_fold(pol_span_from(name, name.size - tail.size), tail);
}

static pol_span base_name(pol_span name)
{
    for (size_t i = name.size; i > 0; i--)
        if (name.data[i - 1] == '/')
            return pol_span_from(name, i);
    return name;
}

/* What a web page starts with, after white space and comments. */
static const char *const page_starts[] = {"<!doctype html", "<html>", "<html ",
                                          "<head>",         "<body>", "<body "};

/* Bytes to pass over before a page's first tag: white space, an XML declaration, comments. */
static size_t passed_over(pol_span start)
{
    static const char *const open_close[][2] = {{"<?xml", "?>"}, {"<!--", "-->"}};
    if (start.size > 0 && start.data[0] != '\0' && strchr(" \t\r\n\f", start.data[0]))
        return 1;
    if (pol_span_starts(start, POL_SPAN("\xEF\xBB\xBF")))
        return 3;
    for (size_t i = 0; i < 2; i++) {
        pol_span close = pol_span_of(open_close[i][1]);
        if (!pol_span_starts_fold(start, pol_span_of(open_close[i][0])))
            continue;
        size_t at = pol_span_find(start, close, 4);
        return at == (size_t)-1 ? 0 : at + close.size;
    }
    return 0;
}

static bool starts_like_page(pol_span start)
{
    for (size_t skip; (skip = passed_over(start)) > 0;)
        start = pol_span_from(start, skip);
    for (size_t i = 0; i < sizeof page_starts / sizeof *page_starts; i++)
        if (pol_span_starts_fold(start, pol_span_of(page_starts[i])))
            return true;
    return false;
}

enum { START_MAX = 2048 };

/* UTF-16 without its zeros and mark is close enough to find "<html" in. */
static bool is_page(pol_span start)
{
    char narrow[START_MAX];
    size_t size = 0;
    bool is_wide = pol_span_starts(start, POL_SPAN("\xFF\xFE")) ||
                   pol_span_starts(start, POL_SPAN("\xFE\xFF"));
    for (size_t i = is_wide ? 2 : 0; i < start.size && size < START_MAX; i++)
        if (start.data[i] != '\0')
            narrow[size++] = start.data[i];
    return starts_like_page(pol_span_make(narrow, size));
}

pol_format pol_format_detect(pol_span name, pol_span start)
{
    name = base_name(name);
    pol_format format = POL_FORMAT_UNKNOWN;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_fold(name, pol_span_of(endings[i].text)))
            format = endings[i].format;
    bool has_ending = name.size > 0 && memchr(name.data, '.', name.size) != NULL;
    if (format == POL_FORMAT_UNKNOWN && !has_ending && !pol_junk_name(start))
        format = POL_FORMAT_TEXT;
    if (format == POL_FORMAT_TEXT && start.data && is_page(start))
        return POL_FORMAT_HTML;
    return format;
}

pol_status pol_read(pol_format format, pol_span bytes, pol_arena *arena, pol_text *ret_text,
                    pol_error *reterr)
{
    switch (format) {
    case POL_FORMAT_TEXT:
        return pol_read_text(bytes, arena, ret_text, reterr);
    case POL_FORMAT_MARKDOWN:
        return pol_read_markdown(bytes, arena, ret_text, reterr);
    case POL_FORMAT_HTML:
        return pol_read_html(bytes, arena, ret_text, reterr);
    default:
        return pol_fail(reterr, POL_UNSUPPORTED, 0, "%s is not read as a single document",
                        pol_format_name(format));
    }
}
