/* boilerplate.c - lines that belong to the web page, not to the document:
 * navigation, share buttons, notices, comment forms.
 *
 * One table of phrases and a few shapes. A new phrase is one line here and one in the
 * test. The marks around a line (bullets, arrows, brackets) do not count. */
#include "document/numbering.h"
#include "document/recognise/state.h"

typedef enum match {
    WHOLE,   /* the line is these words */
    STARTS,  /* the line starts with them and has few words more */
    BUTTON,  /* the same, and no more than three, with no mark of a clause at its end */
    CONTAINS /* anywhere in a line that is not long */
} match;

typedef enum effect {
    PAGE,  /* says nothing more */
    BACK,  /* the line between title and header of a motion page */
    PRESS, /* pages of articles have it */
    TO_END /* PRESS, and the short lines behind it are of the page, too */
} effect;

static const struct {
    const char *words; /* lower case */
    match match;
    effect effect;
} phrases[] = {
    {"back to all motions", WHOLE, BACK},
    {"back to conference index page", WHOLE, BACK},
    {"back to motions", WHOLE, BACK},
    {"return to home page", WHOLE, PAGE},
    {"back to all", STARTS, PAGE},
    {"back to results", WHOLE, PAGE},
    {"back to search results", WHOLE, PAGE},
    {"back to top", WHOLE, PAGE},
    {"back to news", WHOLE, PRESS},
    {"back to list", WHOLE, PAGE},
    {"back to the top", WHOLE, PAGE},
    {"back", WHOLE, PAGE},
    {"motion detail", WHOLE, PAGE},
    {"motion not yet debated", WHOLE, PAGE},
    {"not yet debated", WHOLE, PAGE},
    {"motion details", WHOLE, PAGE},
    {"home", WHOLE, PAGE},
    {"menu", WHOLE, PAGE},
    {"search", WHOLE, PAGE},
    {"log in", WHOLE, PAGE},
    {"login", WHOLE, PAGE},
    {"previous", WHOLE, PAGE},
    {"next", WHOLE, PAGE},
    {"previous motion", WHOLE, PAGE},
    {"next motion", WHOLE, PAGE},
    {"previous article", WHOLE, PRESS},
    {"next article", WHOLE, PRESS},
    {"read more", WHOLE, PAGE},
    {"you are here", STARTS, PAGE},
    {"skip to", STARTS, PAGE},
    {"jump to navigation", WHOLE, PAGE},
    {"fighting fund", STARTS, PAGE},
    {"donate to our fighting fund", STARTS, PAGE},
    {"top", WHOLE, PAGE},
    {"print", WHOLE, PAGE},
    {"email", WHOLE, PAGE},
    {"pdf", WHOLE, PAGE},
    {"print this page", WHOLE, PAGE},
    {"email this page", WHOLE, PAGE},
    {"print friendly version", WHOLE, PAGE},
    {"printer friendly version", WHOLE, PAGE},
    {"printer-friendly version", WHOLE, PAGE},
    {"share", WHOLE, PAGE},
    {"share this", BUTTON, PRESS},
    {"share on", BUTTON, PRESS},
    {"share pcs", BUTTON, PAGE},
    {"be social", WHOLE, PRESS},
    {"comment", WHOLE, PRESS},
    {"comments", WHOLE, PRESS},
    {"no comments", WHOLE, PRESS},
    {"post a comment", WHOLE, TO_END},
    {"leave a reply", WHOLE, TO_END},
    {"leave a comment", WHOLE, TO_END},
    {"be the first to comment", WHOLE, TO_END},
    {"or signin with", WHOLE, TO_END},
    {"or sign in with", WHOLE, TO_END},
    {"comments are closed", WHOLE, PRESS},
    {"related articles", WHOLE, TO_END},
    {"related posts", WHOLE, TO_END},
    {"related news", WHOLE, TO_END},
    {"related stories", WHOLE, TO_END},
    {"did you enjoy this article", WHOLE, PRESS},
    {"addtoany", WHOLE, PRESS},
    {"sign up to our", STARTS, PAGE},
    {"sign up for our", STARTS, PAGE},
    {"subscribe to our", STARTS, PAGE},
    {"notes to editors", WHOLE, PRESS},
    {"note to editors", WHOLE, PRESS},
    {"ends", WHOLE, PRESS},
    {"view on green spaces", WHOLE, PAGE},
    {"article icon", WHOLE, PAGE},
    {"warning message", WHOLE, PAGE},
    {"last modified", STARTS, PAGE},
    {"last updated", STARTS, PAGE},
    {"page last updated", STARTS, PAGE},
    {"upload", WHOLE, PAGE},
    {"post on", STARTS, PAGE},
    {"category", WHOLE, PAGE},
    {"views", WHOLE, PAGE},
    {"transcript", WHOLE, PAGE},
    {"download", WHOLE, PAGE},
    {"full screen", WHOLE, PAGE},
    {"embed", WHOLE, PAGE},
    {"all rights reserved", CONTAINS, PAGE},
    {"we use cookies", CONTAINS, PAGE},
    {"uses cookies", CONTAINS, PAGE},
    {"accept cookies", CONTAINS, PAGE},
    {"accept all cookies", CONTAINS, PAGE},
    {"cookie policy", CONTAINS, PAGE},
    {"use of cookies", CONTAINS, PAGE},
    {"cookies on", CONTAINS, PAGE},
    {"your browser does not", CONTAINS, PAGE},
    {"your browser is", CONTAINS, PAGE},
    {"upgrade your browser", CONTAINS, PAGE},
    {"unsupported browser", CONTAINS, PAGE},
    {"using an outdated browser", CONTAINS, PAGE},
    {"out of date browser", CONTAINS, PAGE},
    {"enable javascript", CONTAINS, PAGE},
    {"javascript is disabled", CONTAINS, PAGE},
    {"your email address will not be published", CONTAINS, PRESS},
};

/* Names that buttons run together: "FacebookTwitterYouTubeFlickrRSS". */
static const char *const networks[] = {
    "facebook", "twitter", "youtube", "flickr",    "rss",       "linkedin", "whatsapp",
    "email",    "print",   "share",   "instagram", "pinterest", "reddit",   "tumblr",
    "google+",  "google",  "tweet",   "mastodon",  "bluesky",   "telegram", "copy link",
    "like",     "more",    "via",     "on",        "this",      "to",
};

enum { STARTS_WORDS_MORE = 8, NOTICE_BYTES = 400, FOOT_LINE = 120 };

/* One of these is in each phrase that a line CONTAINS. */
static bool has_notice_word(pol_span line)
{
    static const char *const words[] = {"cookie", "browser", "javascript", "reserved", "published"};
    return pol_span_has_any_fold(line, words, sizeof words / sizeof *words);
}

static bool matches(pol_span line, pol_span core, bool is_notice, const char *words, match how)
{
    pol_span rest;
    switch (how) {
    case WHOLE:
        return pol_words_equal(core, words);
    case STARTS:
        return pol_words_start(core, words, &rest) &&
               pol_word_count(rest, STARTS_WORDS_MORE + 1) <= STARTS_WORDS_MORE;
    case BUTTON:
        return pol_words_start(core, words, &rest) && pol_word_count(rest, 4) <= 3 &&
               (pol_span_ends(line, POL_SPAN("..")) || !pol_ends_in(line, ".;,"));
    case CONTAINS:
        return line.size <= NOTICE_BYTES && is_notice &&
               pol_span_find_fold(line, pol_span_of(words), 0) != POL_NOWHERE;
    }
    return false;
}

/* Only names of networks, three at least or one alone? */
static bool is_share_row(pol_span core)
{
    size_t names = 0;
    while (core.size > 0) {
        size_t size = 0;
        for (size_t i = 0; i < sizeof networks / sizeof *networks && size == 0; i++)
            if (pol_span_starts_fold(core, pol_span_of(networks[i])))
                size = strlen(networks[i]);
        if (size == 0)
            return false;
        names++;
        core = pol_span_from(core, size);
        while (core.size > 0 && strchr(" ,|/-+", core.data[0]))
            core = pol_span_from(core, 1);
    }
    return names >= 2;
}

/* "Transcript of TITLE": a host's own words before the title. */
static void strip_host_words(pol_recognition *rec, size_t index)
{
    pol_span text = rec->lines[index].text, rest;
    if (text.size <= POL_SHORT_LINE && pol_words_start(text, "transcript of", &rest) &&
        pol_span_core(rest).size > 0)
        pol_rec_set_text(rec, index, pol_span_trim(rest));
}

/* "12 reads", "3,402 views", "2 comments", "Page 3:", "Page 1 of 4". */
static bool is_counter(pol_span core)
{
    pol_span rest = core, first = pol_word_next(&rest), second = pol_word_next(&rest);
    if (!first.data || !second.data)
        return false;
    bool first_is_number = first.data[0] >= '0' && first.data[0] <= '9';
    bool second_is_number = second.data[0] >= '0' && second.data[0] <= '9';
    pol_span third = pol_word_next(&rest);
    if (first_is_number && pol_word_is(second, "of") && third.data && third.data[0] >= '0' &&
        third.data[0] <= '9')
        return !pol_word_next(&rest).data; /* "1 of 2" */
    if (first_is_number && !third.data)
        return pol_word_is_any(second, "reads views comments comment shares likes downloads read");
    return pol_word_is(first, "page") && second_is_number &&
           (!third.data || pol_word_is(third, "of"));
}

/* "Home > Motions > 2014", "Home » News". */
static bool is_trail(pol_span line)
{
    pol_span rest;
    if (!pol_words_start(line, "home", &rest))
        return false;
    rest = pol_span_trim(rest);
    return pol_span_starts(rest, POL_SPAN(">")) || pol_span_starts(rest, POL_SPAN("\u00BB")) ||
           pol_span_starts(rest, POL_SPAN("/")) || pol_span_starts(rest, POL_SPAN("|")) ||
           pol_span_starts(rest, POL_SPAN("\u203A"));
}

/* "Posted by admin at 12:04": with a date it would be a dateline. */
static bool is_post_time(pol_span line)
{
    enum { POST_WORDS = 6 };
    pol_span rest;
    if (!pol_words_start(line, "posted by", &rest) && !pol_words_start(line, "posted at", &rest))
        return false;
    size_t colon = pol_span_find(rest, POL_SPAN(":"), 0), digits = 0;
    for (size_t i = 0; i < rest.size; i++)
        digits += rest.data[i] >= '0' && rest.data[i] <= '9';
    return colon != POL_NOWHERE && (digits == 3 || digits == 4) &&
           pol_word_count(rest, POST_WORDS + 1) <= POST_WORDS;
}

/* "Photo: the picket at dawn". */
static bool is_caption(pol_span line)
{
    enum { CAPTION_BYTES = 120 };
    static const char *const words[] = {"photo:", "photos:",   "photograph:",   "picture:",
                                        "image:", "pictured:", "photo credit:", "image credit:"};
    for (size_t i = 0; i < sizeof words / sizeof *words && line.size <= CAPTION_BYTES; i++)
        if (pol_span_starts_fold(line, pol_span_of(words[i])))
            return true;
    return false;
}

static bool find_phrase(pol_span line, effect *ret_effect)
{
    pol_span core = pol_span_core(line);
    *ret_effect = PAGE;
    pol_label label;
    if (core.size == 0) /* a row of marks; a bullet alone is a label */
        return !pol_label_parse(line, &label);
    bool is_notice = has_notice_word(line);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (matches(line, core, is_notice, phrases[i].words, phrases[i].match)) {
            *ret_effect = phrases[i].effect;
            return true;
        }
    if (is_share_row(core)) {
        *ret_effect = PRESS;
        return true;
    }
    return is_counter(core) || is_trail(line) || is_caption(line) || is_post_time(line);
}

/* The short lines behind "Related articles" or a comment form, if none but short ones
 * follow. */
static void claim_foot(pol_recognition *rec, size_t from)
{
    for (size_t i = from; i < rec->count; i++)
        if (rec->lines[i].text.size > FOOT_LINE)
            return;
    for (size_t i = from; i < rec->count; i++)
        pol_rec_claim(rec, i, POL_USE_BOILERPLATE);
}

/* "PRESS RELEASE", "For immediate release" above the headline. Further down, or as a point
 * of a list, the words may be text. */
static bool is_release(const pol_recognition *rec, size_t index)
{
    enum { TOP = 8 };
    static const char *const words[] = {"press release", "news release", "media release",
                                        "for immediate release", "for immediate use"};
    const pol_rec_line *line = &rec->lines[index];
    pol_label label;
    if (index >= TOP || line->source->role == POL_LINE_ITEM || pol_label_parse(line->text, &label))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_words_equal(pol_span_core(line->text), words[i]))
            return true;
    return false;
}

/* What find_phrase() says of a line, kept until it is that line's turn. */
typedef struct look {
    pol_span line; /* absent: nothing is kept */
    bool is_phrase;
    effect what;
} look;

static const look *look_at(pol_span line, look *known)
{
    if (!known->line.data || known->line.data != line.data || known->line.size != line.size) {
        known->line = line;
        known->is_phrase = find_phrase(line, &known->what);
    }
    return known;
}

/* The line right above "Back to all Motions" is the title, whatever it says. */
static bool is_above_back(const pol_recognition *rec, size_t index, look *next)
{
    if (index + 1 >= rec->count)
        return false;
    look_at(rec->lines[index + 1].text, next);
    return next->is_phrase && next->what == BACK &&
           !pol_words_start(rec->lines[index].text, "back to", NULL) &&
           !pol_words_start(rec->lines[index].text, "skip to", NULL);
}

/* "https://..." alone: where the page was. */
static bool is_address(pol_span line)
{
    return (pol_span_starts_fold(line, POL_SPAN("http://")) ||
            pol_span_starts_fold(line, POL_SPAN("https://")) ||
            pol_span_starts_fold(line, POL_SPAN("www."))) &&
           pol_span_find(line, POL_SPAN(" "), 0) == POL_NOWHERE;
}

static void take_address(pol_recognition *rec, size_t index)
{
    enum { TOP = 6, LAST_RANK = 15 };
    if (index < TOP)
        pol_rec_state(rec, POL_STATED_SOURCE, rec->lines[index].text, POL_ORIGIN_TEXT,
                      rec->lines[index].source->number, LAST_RANK);
    pol_rec_claim(rec, index, POL_USE_METADATA);
}

void pol_rec_take_boilerplate(pol_recognition *rec)
{
    size_t foot = POL_NOWHERE;
    look here, next = {0};
    for (size_t i = 0; i < rec->count; i++) {
        strip_host_words(rec, i);
        pol_span line = rec->lines[i].text;
        effect what;
        here = next;
        if (is_address(line)) {
            take_address(rec, i);
            continue;
        }
        if (line.size > NOTICE_BYTES || is_above_back(rec, i, &next))
            continue;
        if (is_release(rec, i))
            what = PRESS;
        else if (look_at(line, &here)->is_phrase)
            what = here.what;
        else
            continue;
        pol_rec_claim(rec, i, POL_USE_BOILERPLATE);
        if (what == BACK && rec->back_line == POL_NOWHERE) {
            rec->back_line = i;
            rec->is_motion_page = true;
        }
        if (what == PRESS || what == TO_END)
            rec->is_article_page = true;
        if (what == TO_END && foot == POL_NOWHERE)
            foot = i + 1;
    }
    if (foot != POL_NOWHERE)
        claim_foot(rec, foot);
}
