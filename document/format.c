/* format.c - a file's name and its first bytes to the format it has. */
#include "document/format.h"

#include "document/junk.h"

enum {
    START_MAX = 2048,  /* bytes looked at */
    PDF_WITHIN = 1024, /* the bytes of a PDF may have a few of another program before them */
    ZIP_HEADER = 30    /* bytes before a member's name */
};

const char *pol_format_name(pol_format format)
{
    static const char *const names[POL_FORMAT_COUNT] = {
        [POL_FORMAT_UNKNOWN] = "unknown format",
        [POL_FORMAT_TEXT] = "plain text",
        [POL_FORMAT_MARKDOWN] = "Markdown",
        [POL_FORMAT_HTML] = "HTML",
        [POL_FORMAT_JSON_LINES] = "JSON Lines",
        [POL_FORMAT_SIDECAR] = "sidecar (YAML)",
        [POL_FORMAT_CSV] = "CSV",
        [POL_FORMAT_PDF] = "PDF",
        [POL_FORMAT_DOCX] = "Word (DOCX)",
        [POL_FORMAT_ODT] = "OpenDocument text (ODT)",
        [POL_FORMAT_RTF] = "Rich Text (RTF)",
        [POL_FORMAT_DOC] = "old Word (DOC)",
        [POL_FORMAT_ZIP] = "ZIP archive",
        [POL_FORMAT_MAPPING] = "mapping of a CSV (YAML)",
    };
    return (unsigned)format < POL_FORMAT_COUNT ? names[format] : names[POL_FORMAT_UNKNOWN];
}

/* --- names ------------------------------------------------------------------------ */

typedef struct ending {
    const char *text;
    pol_format format;
    bool is_script; /* of a program that makes pages, and style sheets, and anything else */
} ending;

static const ending endings[] = {
    {".txt", POL_FORMAT_TEXT, false},
    {".text", POL_FORMAT_TEXT, false},
    {".md", POL_FORMAT_MARKDOWN, false},
    {".markdown", POL_FORMAT_MARKDOWN, false},
    {".html", POL_FORMAT_HTML, false},
    {".htm", POL_FORMAT_HTML, false},
    {".xhtml", POL_FORMAT_HTML, false},
    {".shtml", POL_FORMAT_HTML, false},
    {".php", POL_FORMAT_HTML, true},
    {".asp", POL_FORMAT_HTML, true},
    {".aspx", POL_FORMAT_HTML, true},
    {".jsp", POL_FORMAT_HTML, true},
    {".cfm", POL_FORMAT_HTML, true},
    {".cgi", POL_FORMAT_HTML, true},
    {".jsonl", POL_FORMAT_JSON_LINES, false},
    {".ndjson", POL_FORMAT_JSON_LINES, false},
    {".csv", POL_FORMAT_CSV, false},
    {".pdf", POL_FORMAT_PDF, false},
    {".docx", POL_FORMAT_DOCX, false},
    {".docm", POL_FORMAT_DOCX, false},
    {".dotx", POL_FORMAT_DOCX, false},
    {".odt", POL_FORMAT_ODT, false},
    {".ott", POL_FORMAT_ODT, false},
    {".rtf", POL_FORMAT_RTF, false},
    {".doc", POL_FORMAT_DOC, false},
    {".dot", POL_FORMAT_DOC, false},
    {".zip", POL_FORMAT_ZIP, false},
    {".meta.yaml", POL_FORMAT_SIDECAR, false},
    {".mapping.yaml", POL_FORMAT_MAPPING, false},
};

/* Files that are beside the documents, whatever their ending says. */
static const char *const not_documents[] = {"robots.txt"};

/* What a name says. */
typedef struct naming {
    pol_format format;  /* UNKNOWN: nothing, or that it is none of ours */
    bool has_no_ending; /* nothing is said: the bytes decide */
    bool is_script;     /* the format holds only if the bytes are like it */
} naming;

static bool ends_fold(pol_span name, pol_span tail)
{
    return name.size > tail.size &&
           pol_span_equal_fold(pol_span_from(name, name.size - tail.size), tail);
}

static const ending *find_ending(pol_span name)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_fold(name, pol_span_of(endings[i].text)))
            return &endings[i];
    return NULL;
}

static pol_span base_name(pol_span name)
{
    for (size_t i = name.size; i > 0; i--)
        if (name.data[i - 1] == '/')
            return pol_span_from(name, i);
    return name;
}

/* Names as wget makes them: "page.html?part=2", on some systems "page.html@part=2" or
 * "page.html%3Fpart=2"; "page.html.1" where there was one already. */
static pol_span without_query(pol_span name)
{
    static const char *const marks[] = {"?", "@", "%3F"};
    size_t end = name.size;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find_fold(name, pol_span_of(marks[i]), 0);
        if (at < end)
            end = at;
    }
    return pol_span_first(name, end);
}

static pol_span without_count(pol_span name)
{
    size_t end = name.size;
    while (end > 0 && name.data[end - 1] >= '0' && name.data[end - 1] <= '9')
        end--;
    bool is_count = end > 1 && end < name.size && name.data[end - 1] == '.';
    return pol_span_first(name, is_count ? end - 1 : name.size);
}

static bool is_left_beside(pol_span name)
{
    for (size_t i = 0; i < sizeof not_documents / sizeof *not_documents; i++)
        if (pol_span_equal_fold(name, pol_span_of(not_documents[i])))
            return true;
    return pol_span_starts(name, POL_SPAN("~$")); /* of a document that is open in Word */
}

static naming judge_name(pol_span name)
{
    naming says = {.format = POL_FORMAT_UNKNOWN};
    if (is_left_beside(name))
        return says;
    pol_span page = without_query(name);
    const ending *found = find_ending(name);
    if (!found)
        found = find_ending(page);
    if (!found)
        found = find_ending(without_count(name));
    if (found)
        return (naming){.format = found->format, .is_script = found->is_script};
    bool has_query = pol_span_find(pol_span_from(name, page.size), POL_SPAN("="), 0) != (size_t)-1;
    if (has_query && page.size > 0 && !memchr(page.data, '.', page.size))
        return (naming){.format = POL_FORMAT_HTML, .is_script = true};
    says.has_no_ending = name.size > 0 && !memchr(name.data, '.', name.size);
    if (says.has_no_ending)
        says.format = POL_FORMAT_TEXT;
    return says;
}

/* --- pages ------------------------------------------------------------------------ */

/* What a web page starts with, after white space and comments. */
static const char *const page_starts[] = {"<!doctype html", "<html>",  "<html ", "<html\n",
                                          "<html\r",        "<html\t", "<head>", "<body>",
                                          "<body ",         "<body\n"};

/* Pages of a kind that no one reads: feeds, lists of all addresses of a site. */
static const char *const feed_starts[] = {"<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex"};

/* Programs, given away by a server that did not run them. */
static const char *const source_starts[] = {"<?php", "<%"};

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

/* UTF-16 without its zeros and mark is close enough to find "<html" in. */
static pol_span first_tag(pol_span start, char narrow[START_MAX])
{
    size_t size = 0;
    bool is_wide = pol_span_starts(start, POL_SPAN("\xFF\xFE")) ||
                   pol_span_starts(start, POL_SPAN("\xFE\xFF"));
    for (size_t i = is_wide ? 2 : 0; i < start.size && size < START_MAX; i++)
        if (start.data[i] != '\0')
            narrow[size++] = start.data[i];
    pol_span rest = pol_span_make(narrow, size);
    for (size_t skip; (skip = passed_over(rest)) > 0;)
        rest = pol_span_from(rest, skip);
    return rest;
}

static bool starts_with_one(pol_span text, const char *const *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (pol_span_starts_fold(text, pol_span_of(table[i])))
            return true;
    return false;
}

#define STARTS_WITH_ONE(text, table) starts_with_one(text, table, sizeof(table) / sizeof *(table))

/* --- bytes ------------------------------------------------------------------------ */

/* The name of the member whose header is at `at`; absent where there is none. */
static pol_span member_name(pol_span start, size_t at)
{
    if (at + ZIP_HEADER > start.size ||
        !pol_span_starts(pol_span_from(start, at), POL_SPAN("PK\x03\x04")))
        return pol_span_make(NULL, 0);
    size_t size = (unsigned char)start.data[at + 26] | (size_t)(unsigned char)start.data[at + 27]
                                                           << 8;
    return pol_span_first(pol_span_from(start, at + ZIP_HEADER), size);
}

/* Office files begin with one of few members. Only then do others count: an archive may hold
 * an office file, with all its members, as it is. */
static pol_format judge_package(pol_span start, pol_format named)
{
    static const char *const firsts[] = {"[Content_Types].xml", "_rels/", "docProps/", "customXml/",
                                         "word/"};
    pol_span name = member_name(start, 0);
    if (pol_span_equal(name, POL_SPAN("mimetype")))
        return pol_span_find(start, POL_SPAN("application/vnd.oasis.opendocument.text"),
                             ZIP_HEADER) != (size_t)-1
                   ? POL_FORMAT_ODT
                   : POL_FORMAT_UNKNOWN;
    bool is_office_name = named == POL_FORMAT_DOCX || named == POL_FORMAT_ODT;
    if (!STARTS_WITH_ONE(name, firsts))
        return is_office_name ? named : POL_FORMAT_ZIP;
    for (size_t at = 0; at != (size_t)-1;
         at = pol_span_find(start, POL_SPAN("PK\x03\x04"), at + 4)) {
        name = member_name(start, at);
        if (pol_span_starts(name, POL_SPAN("word/")))
            return POL_FORMAT_DOCX;
        if (pol_span_starts(name, POL_SPAN("xl/")) || pol_span_starts(name, POL_SPAN("ppt/")))
            return POL_FORMAT_UNKNOWN; /* a table, slides */
    }
    return POL_FORMAT_DOCX;
}

/* What the bytes are beyond doubt; UNKNOWN for all else. */
static pol_format judge_bytes(pol_span start, pol_format named)
{
    pol_span pdf_in = named == POL_FORMAT_PDF ? pol_span_first(start, PDF_WITHIN)
                                              : pol_span_first(pol_span_trim(start), 5);
    if (pol_span_find(pdf_in, POL_SPAN("%PDF-"), 0) != (size_t)-1)
        return POL_FORMAT_PDF;
    if (pol_span_starts(start, POL_SPAN("PK\x03\x04")))
        return judge_package(start, named);
    if (pol_span_starts(start, POL_SPAN("{\\rtf")))
        return POL_FORMAT_RTF;
    if (!pol_span_starts(start, POL_SPAN("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")))
        return POL_FORMAT_UNKNOWN;
    /* A DOCX with a password is kept in the old kind of file; its reader tells. */
    return named == POL_FORMAT_DOCX ? POL_FORMAT_DOCX : POL_FORMAT_DOC;
}

static bool is_text(pol_span start)
{
    size_t controls = 0;
    if (pol_span_starts(start, POL_SPAN("\xFF\xFE")) ||
        pol_span_starts(start, POL_SPAN("\xFE\xFF")))
        return true;
    for (size_t i = 0; i < start.size; i++) {
        if (start.data[i] == '\0')
            return false;
        controls += (unsigned char)start.data[i] < ' ' && !strchr("\t\n\v\f\r", start.data[i]);
    }
    return controls <= start.size / 50 && !pol_junk_name(start);
}

/* May a file so named be a page or a text in truth? */
static bool is_often_misnamed(pol_format named)
{
    return named == POL_FORMAT_PDF || named == POL_FORMAT_DOCX || named == POL_FORMAT_ODT ||
           named == POL_FORMAT_RTF || named == POL_FORMAT_DOC;
}

static pol_format judge_text(pol_span start, const naming *says)
{
    char narrow[START_MAX];
    pol_span tag = first_tag(start, narrow);
    bool is_page = STARTS_WITH_ONE(tag, page_starts), is_feed = STARTS_WITH_ONE(tag, feed_starts);
    if (says->is_script)
        is_page = pol_span_starts(tag, POL_SPAN("<")) && !STARTS_WITH_ONE(tag, source_starts);
    bool may_be_feed = says->has_no_ending || says->format == POL_FORMAT_HTML;
    if ((is_feed && may_be_feed) || (says->is_script && !is_page))
        return POL_FORMAT_UNKNOWN;
    if (is_page && (says->format == POL_FORMAT_TEXT || is_often_misnamed(says->format)))
        return POL_FORMAT_HTML;
    if (says->has_no_ending && pol_junk_name(start))
        return POL_FORMAT_UNKNOWN;
    return is_often_misnamed(says->format) && is_text(start) ? POL_FORMAT_TEXT : says->format;
}

pol_format pol_format_detect(pol_span name, pol_span start)
{
    naming says = judge_name(base_name(name));
    bool is_settled = says.format == POL_FORMAT_UNKNOWN || says.format == POL_FORMAT_SIDECAR ||
                      says.format == POL_FORMAT_MAPPING;
    if (is_settled || start.size == 0)
        return says.format;
    start = pol_span_first(start, START_MAX);
    pol_format seen = judge_bytes(start, says.format);
    return seen != POL_FORMAT_UNKNOWN ? seen : judge_text(start, &says);
}
