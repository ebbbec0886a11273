/* rules.c - tables of tags, roles and words of class names. */
#include "document/html/rules.h"

#include "core/vocabulary.h"

/* Tags that are not listed run on within a line. */
static const unsigned char kinds[GUMBO_TAG_LAST + 1] = {
    [GUMBO_TAG_SCRIPT] = POL_HTML_NOTHING,   [GUMBO_TAG_STYLE] = POL_HTML_NOTHING,
    [GUMBO_TAG_TEMPLATE] = POL_HTML_NOTHING, [GUMBO_TAG_NOSCRIPT] = POL_HTML_NOTHING,
    [GUMBO_TAG_HEAD] = POL_HTML_NOTHING,     [GUMBO_TAG_TITLE] = POL_HTML_NOTHING,
    [GUMBO_TAG_IFRAME] = POL_HTML_NOTHING,   [GUMBO_TAG_OBJECT] = POL_HTML_NOTHING,
    [GUMBO_TAG_EMBED] = POL_HTML_NOTHING,    [GUMBO_TAG_SVG] = POL_HTML_NOTHING,
    [GUMBO_TAG_MATH] = POL_HTML_NOTHING,     [GUMBO_TAG_CANVAS] = POL_HTML_NOTHING,
    [GUMBO_TAG_VIDEO] = POL_HTML_NOTHING,    [GUMBO_TAG_AUDIO] = POL_HTML_NOTHING,
    [GUMBO_TAG_MAP] = POL_HTML_NOTHING,      [GUMBO_TAG_SELECT] = POL_HTML_NOTHING,
    [GUMBO_TAG_TEXTAREA] = POL_HTML_NOTHING, [GUMBO_TAG_BUTTON] = POL_HTML_NOTHING,
    [GUMBO_TAG_DATALIST] = POL_HTML_NOTHING, [GUMBO_TAG_APPLET] = POL_HTML_NOTHING,

    [GUMBO_TAG_HTML] = POL_HTML_BLOCK,       [GUMBO_TAG_BODY] = POL_HTML_BLOCK,
    [GUMBO_TAG_ADDRESS] = POL_HTML_BLOCK,    [GUMBO_TAG_ARTICLE] = POL_HTML_BLOCK,
    [GUMBO_TAG_ASIDE] = POL_HTML_BLOCK,      [GUMBO_TAG_CENTER] = POL_HTML_BLOCK,
    [GUMBO_TAG_DETAILS] = POL_HTML_BLOCK,    [GUMBO_TAG_DIV] = POL_HTML_BLOCK,
    [GUMBO_TAG_DL] = POL_HTML_BLOCK,         [GUMBO_TAG_FIELDSET] = POL_HTML_BLOCK,
    [GUMBO_TAG_FIGCAPTION] = POL_HTML_BLOCK, [GUMBO_TAG_FIGURE] = POL_HTML_BLOCK,
    [GUMBO_TAG_FOOTER] = POL_HTML_BLOCK,     [GUMBO_TAG_FORM] = POL_HTML_BLOCK,
    [GUMBO_TAG_HEADER] = POL_HTML_BLOCK,     [GUMBO_TAG_HGROUP] = POL_HTML_BLOCK,
    [GUMBO_TAG_LEGEND] = POL_HTML_BLOCK,     [GUMBO_TAG_MAIN] = POL_HTML_BLOCK,
    [GUMBO_TAG_NAV] = POL_HTML_BLOCK,        [GUMBO_TAG_P] = POL_HTML_BLOCK,
    [GUMBO_TAG_SECTION] = POL_HTML_BLOCK,    [GUMBO_TAG_SUMMARY] = POL_HTML_BLOCK,
    [GUMBO_TAG_CAPTION] = POL_HTML_BLOCK,    [GUMBO_TAG_TBODY] = POL_HTML_BLOCK,
    [GUMBO_TAG_THEAD] = POL_HTML_BLOCK,      [GUMBO_TAG_TFOOT] = POL_HTML_BLOCK,

    [GUMBO_TAG_H1] = POL_HTML_HEADING,       [GUMBO_TAG_H2] = POL_HTML_HEADING,
    [GUMBO_TAG_H3] = POL_HTML_HEADING,       [GUMBO_TAG_H4] = POL_HTML_HEADING,
    [GUMBO_TAG_H5] = POL_HTML_HEADING,       [GUMBO_TAG_H6] = POL_HTML_HEADING,

    [GUMBO_TAG_OL] = POL_HTML_LIST,          [GUMBO_TAG_UL] = POL_HTML_LIST,
    [GUMBO_TAG_MENU] = POL_HTML_LIST,        [GUMBO_TAG_DIR] = POL_HTML_LIST,
    [GUMBO_TAG_LI] = POL_HTML_ITEM,          [GUMBO_TAG_TABLE] = POL_HTML_TABLE,
    [GUMBO_TAG_TR] = POL_HTML_ROW,           [GUMBO_TAG_TD] = POL_HTML_CELL,
    [GUMBO_TAG_TH] = POL_HTML_CELL,          [GUMBO_TAG_DT] = POL_HTML_TERM,
    [GUMBO_TAG_DD] = POL_HTML_TERM,          [GUMBO_TAG_BR] = POL_HTML_BREAK,
    [GUMBO_TAG_HR] = POL_HTML_RULE,          [GUMBO_TAG_PRE] = POL_HTML_PRE,
    [GUMBO_TAG_LISTING] = POL_HTML_PRE,      [GUMBO_TAG_BLOCKQUOTE] = POL_HTML_QUOTE,
};

pol_span pol_html_value(const GumboNode *element, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&element->v.element.attributes, name);
    return pol_span_of(attribute ? attribute->value : NULL);
}

/* A button that unfolds what is below it is its heading: inside one of the markup, or by its
 * class. */
static pol_html_kind kind_of_button(const GumboNode *element)
{
    static const char *const folds[] = {"accordion", "collaps", "toggle", "panel"};
    const GumboNode *parent = element->parent;
    for (int depth = 0; depth < 2 && parent && parent->type == GUMBO_NODE_ELEMENT; depth++) {
        GumboTag tag = parent->v.element.tag;
        if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6)
            return POL_HTML_INLINE;
        parent = parent->parent;
    }
    for (size_t i = 0; i < sizeof folds / sizeof *folds; i++)
        if (pol_span_find_fold(pol_html_value(element, "class"), pol_span_of(folds[i]), 0) !=
            (size_t)-1)
            return POL_HTML_HEADING;
    return POL_HTML_NOTHING;
}

pol_html_kind pol_html_kind_of(const GumboNode *element)
{
    GumboTag tag = element->v.element.tag;
    if (tag == GUMBO_TAG_BUTTON)
        return kind_of_button(element);
    return (unsigned)tag <= GUMBO_TAG_LAST ? (pol_html_kind)kinds[tag] : POL_HTML_INLINE;
}

/* The value of "font-weight: 700"; absent where the style has none. */
static pol_span font_weight(pol_span style)
{
    pol_span name = POL_SPAN("font-weight:");
    size_t at = pol_span_find_fold(style, name, 0);
    if (at == (size_t)-1)
        return pol_span_make(NULL, 0);
    return pol_span_trim(pol_span_from(style, at + name.size));
}

bool pol_html_is_bold(const GumboNode *element, bool is_outer_bold)
{
    static const char *const bold_weights[] = {"bold", "600", "700", "800", "900"};
    GumboTag tag = element->v.element.tag;
    pol_span weight = font_weight(pol_html_value(element, "style"));
    if (!weight.data)
        return is_outer_bold || tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG;
    for (size_t i = 0; i < sizeof bold_weights / sizeof *bold_weights; i++)
        if (pol_span_starts_fold(weight, pol_span_of(bold_weights[i])))
            return true;
    return false;
}

/* --- words of class names --------------------------------------------------------- */

/* Words within class names and ids: "site-nav", "share_buttons". */
static const char *const chrome_words[] = {
    "nav",        "navbar",      "navigation",   "menu",          "submenu",   "megamenu",
    "breadcrumb", "breadcrumbs", "crumbs",       "sidebar",       "share",     "sharing",
    "shares",     "sharebar",    "sharebuttons", "sharedaddy",    "social",    "socials",
    "addtoany",   "addthis",     "a2a",          "cookie",        "cookies",   "consent",
    "gdpr",       "comments",    "commentlist",  "respond",       "reply",     "disqus",
    "related",    "newsletter",  "subscribe",    "subscription",  "signup",    "widget",
    "widgets",    "advert",      "adverts",      "advertisement", "ads",       "promo",
    "pagination", "pager",       "toolbar",      "print",         "login",     "search",
    "searchform", "masthead",    "colophon",     "copyright",     "sitemap",   "topbar",
    "offcanvas",  "modal",       "popup",        "skiplink",      "skiplinks", "tagcloud",
};

/* Whole class names. */
static const char *const chrome_classes[] = {
    "footer",
    "site-header",
    "site-footer",
    "global-header",
    "global-footer",
    "page-footer",
    "region-footer",
    "banner",
    "hidden",
    "hide",
    "d-none",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "element-invisible",
    "skip-link",
    "skip-to-content",
    "noprint",
    "no-print",
};

static const char *const chrome_roles[] = {
    "navigation",  "banner", "contentinfo", "search",  "complementary", "dialog",
    "alertdialog", "menu",   "menubar",     "toolbar", "tablist",
};

static const char *const box_words[] = {
    "amendment", "amendments", "alert",   "callout",   "notice",
    "note",      "footnote",   "infobox", "footnotes", "disclaimer",
};

/* Badges and boxes: their name says that a status stands in them. */
static const char *const status_words[] = {
    "status", "badge", "decision", "outcome", "verdict", "result",
};

/* Boxes of all kinds: a status only where a decision is all they say. */
static const char *const plate_words[] = {
    "alert", "panel",   "box",      "tag",     "pill", "flag",     "label",     "chip",
    "stamp", "message", "callout",  "notice",  "note", "success",  "danger",    "warning",
    "info",  "passed",  "defeated", "carried", "lost", "remitted", "withdrawn", "ribbon",
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool is_listed(pol_span word, const char *const *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (pol_span_equal_fold(word, pol_span_of(table[i])))
            return true;
    return false;
}

static bool is_separator(char byte, bool cuts_names)
{
    return strchr(" \t\n\r\f", byte) || (cuts_names && strchr("-_:.", byte));
}

/* Is a class name of the list, or with `cuts_names` a word of one, in the table? */
static bool has_word(pol_span names, const char *const *table, size_t count, bool cuts_names)
{
    for (size_t at = 0, start; at < names.size;) {
        while (at < names.size && is_separator(names.data[at], cuts_names))
            at++;
        start = at;
        while (at < names.size && !is_separator(names.data[at], cuts_names))
            at++;
        if (at > start && is_listed(pol_span_make(names.data + start, at - start), table, count))
            return true;
    }
    return false;
}

/* --- chrome ----------------------------------------------------------------------- */

/* "display:none", spaces and case aside. */
static bool is_hidden_style(pol_span style)
{
    size_t display = pol_span_find_fold(style, POL_SPAN("display"), 0);
    bool is_none =
        display != (size_t)-1 && pol_span_find_fold(style, POL_SPAN("none"), display) != (size_t)-1;
    return is_none || pol_span_find_fold(style, POL_SPAN("visibility:hidden"), 0) != (size_t)-1;
}

static bool is_hidden(const GumboNode *element)
{
    return pol_html_value(element, "hidden").data ||
           pol_span_equal_fold(pol_html_value(element, "aria-hidden"), POL_SPAN("true")) ||
           is_hidden_style(pol_html_value(element, "style"));
}

/* A header or footer inside an article belongs to it. */
static bool is_in_article(const GumboNode *element)
{
    for (const GumboNode *up = element->parent; up && up->type == GUMBO_NODE_ELEMENT;
         up = up->parent) {
        GumboTag tag = up->v.element.tag;
        if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_SECTION ||
            tag == GUMBO_TAG_BLOCKQUOTE)
            return true;
    }
    return false;
}

static bool is_chrome_tag(const GumboNode *element)
{
    switch (element->v.element.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FORM:
        return true;
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
        return !is_in_article(element);
    default:
        return false;
    }
}

bool pol_html_is_chrome(const GumboNode *element)
{
    if (element->v.element.tag == GUMBO_TAG_BODY || element->v.element.tag == GUMBO_TAG_HTML)
        return false;
    pol_span classes = pol_html_value(element, "class"), id = pol_html_value(element, "id");
    return is_chrome_tag(element) || is_hidden(element) ||
           is_listed(pol_html_value(element, "role"), chrome_roles, COUNT(chrome_roles)) ||
           has_word(classes, chrome_words, COUNT(chrome_words), true) ||
           has_word(id, chrome_words, COUNT(chrome_words), true) ||
           has_word(classes, chrome_classes, COUNT(chrome_classes), false) ||
           has_word(id, chrome_classes, COUNT(chrome_classes), false);
}

bool pol_html_may_hold_title(const GumboNode *element)
{
    GumboTag tag = element->v.element.tag;
    static const char *const names[] = {"site-header", "global-header", "banner", "masthead"};
    return !is_hidden(element) &&
           (tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_ASIDE ||
            pol_span_equal_fold(pol_html_value(element, "role"), POL_SPAN("banner")) ||
            has_word(pol_html_value(element, "class"), names, COUNT(names), false) ||
            has_word(pol_html_value(element, "id"), names, COUNT(names), false));
}

/* --- boxes and badges ------------------------------------------------------------- */

bool pol_html_is_box_class(pol_span classes)
{
    return has_word(classes, box_words, COUNT(box_words), true);
}

bool pol_html_is_box(const GumboNode *element)
{
    GumboTag tag = element->v.element.tag;
    return tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FIGCAPTION ||
           pol_html_is_box_class(pol_html_value(element, "class"));
}

enum { STATUS_MAX = 120, PLATE_MAX = 60 };

/* "Motion passed", "This motion was carried", "Amendment lost". */
static bool states_decision(pol_span text)
{
    static const char *const openings[] = {"this motion was ", "this motion ",   "motion was ",
                                           "motion ",          "amendment was ", "amendment "};
    text = pol_span_trim(text);
    if (pol_decision_from_words(text) != POL_DECISION_NONE)
        return true;
    for (size_t i = 0; i < COUNT(openings); i++) {
        pol_span opening = pol_span_of(openings[i]);
        if (pol_span_starts_fold(text, opening))
            return pol_decision_from_words(pol_span_from(text, opening.size)) != POL_DECISION_NONE;
    }
    return false;
}

bool pol_html_is_status_class(pol_span classes, pol_span text)
{
    if (!classes.data || text.size == 0 || text.size > STATUS_MAX)
        return false;
    if (has_word(classes, status_words, COUNT(status_words), true))
        return true;
    return text.size <= PLATE_MAX && has_word(classes, plate_words, COUNT(plate_words), true) &&
           states_decision(text);
}

bool pol_html_is_status(const GumboNode *element, pol_span text)
{
    return pol_html_is_status_class(pol_html_value(element, "class"), text);
}
