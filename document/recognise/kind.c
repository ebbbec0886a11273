/* kind.c - is it a motion, and which, or an article, or neither?
 *
 * What a page prints around the text decides first (labels, conference, number), then
 * how the text opens. News tells of motions, quotes them and says that they were
 * carried: none of this makes it one. */
#include "document/numbering.h"
#include "document/openers.h"
#include "document/recognise/article.h"
#include "document/recognise/decision.h"
#include "document/recognise/submitters.h"

enum { LINES_LOOKED_AT = 4000 };

typedef struct evidence {
    bool opens_as_motion; /* the first prose is an opener of a body */
    bool opens_loosely;   /* of "We" or "UNISON" */
    size_t openers;       /* paragraphs that open as motions do */
    bool resolves;        /* one of them directs */
    size_t rule_edits;    /* paragraphs that insert or delete text of rules */
    size_t reported;      /* paragraphs that tell what somebody said */
    bool has_dateline;
    bool tells_of_motion; /* a dated story that quotes what was adopted */
} evidence;

static const char *const rule_verbs[] = {
    "insert",     "delete",     "replace",     "add new",           "renumber",
    "amend rule", "substitute", "add a new",   "add the following", "in rule",
    "add at",     "add after",  "add to rule", "after rule",        "amend standing order",
};

static bool mentions(pol_span text, const char *words)
{
    return pol_span_find_fold(text, pol_span_of(words), 0) != POL_NOWHERE;
}

static bool is_rule_edit(pol_span text)
{
    pol_label label;
    if (pol_label_parse(text, &label) && !label.is_weak)
        text = pol_span_from(text, label.skip);
    for (size_t i = 0; i < sizeof rule_verbs / sizeof *rule_verbs; i++)
        if (pol_words_start(text, rule_verbs[i], NULL))
            return true;
    return false;
}

static bool is_reporting(pol_span text)
{
    static const char *const words[] = {" said",     " says ",         " told ",
                                        " added",    " according to ", " commented",
                                        " reports ", " reported ",     " warned"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_span_find(text, pol_span_of(words[i]), 0) != POL_NOWHERE)
            return true;
    return false;
}

/* "The council last night adopted the following motion, moved by our branch:" tells when,
 * as news does and the page of a motion does not. */
static bool is_telling_of_motion(pol_span text)
{
    static const char *const times[] = {
        "last night",  "yesterday",   "today",        "tonight",        "this week",
        "last week",   "this month",  "this morning", "this afternoon", "this evening",
        "last month",  "on monday",   "on tuesday",   "on wednesday",   "on thursday",
        "on friday",   "on saturday", "on sunday",    "at the weekend", "this weekend",
        "last weekend"};
    static const char *const nouns[] = {"the following motion", "the following resolution",
                                        "the following emergency motion",
                                        "the following composite"};
    static const char verbs[] = "adopted passed agreed approved backed carried endorsed supported";
    if (pol_last_mark(text) != ':' || text.size > 2 * POL_SHORT_LINE)
        return false;
    bool has_time = false, has_noun = false, has_verb = false;
    for (size_t i = 0; i < sizeof times / sizeof *times && !has_time; i++)
        has_time = mentions(text, times[i]);
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns && !has_noun; i++)
        has_noun = mentions(text, nouns[i]);
    for (pol_span word; has_time && has_noun && !has_verb && (word = pol_word_next(&text)).data;)
        has_verb = pol_word_is_any(word, verbs);
    return has_verb;
}

static bool is_edge_statement(pol_span text)
{
    pol_statement statement;
    pol_span value, sentence = pol_first_sentence(text);
    pol_submitter_hint hint;
    return pol_statement_parse(text, &statement) || pol_statement_parse(sentence, &statement) ||
           pol_statement_parse_story(sentence, &statement) ||
           pol_submitter_sentence(sentence, &value, &hint);
}

static void look_at_line(pol_recognition *rec, size_t index, size_t first_prose, evidence *seen)
{
    pol_span text = rec->lines[index].text;
    pol_opener opener = pol_rec_opener(rec, index);
    if (opener.subject == POL_SUBJECT_NONE && index == first_prose)
        opener = pol_opener_of(pol_last_sentence(text));
    bool is_body = opener.subject == POL_SUBJECT_BODY || opener.subject == POL_SUBJECT_PHRASE ||
                   (index == first_prose && pol_opener_is_bare_subject(text));
    seen->openers += is_body;
    seen->resolves = seen->resolves || (is_body && opener.clause == POL_CLAUSE_RESOLVES);
    if (index == first_prose) {
        seen->opens_as_motion = is_body;
        seen->opens_loosely = opener.subject == POL_SUBJECT_LOOSE;
    }
    seen->rule_edits += is_rule_edit(text);
    seen->reported += !is_body && is_reporting(text);
}

/* The second half of a sentence, or a point: no title stands above it. */
static bool goes_on_from_text(pol_span text)
{
    pol_label label;
    return (text.size > 0 && text.data[0] >= 'a' && text.data[0] <= 'z') ||
           (pol_label_parse(text, &label) && !label.is_weak && label.style != POL_NUMBERING_BULLET);
}

/* A heading, or a short line without a mark at its end: a headline may open like a
 * clause ("Congress condemns the cuts"). */
static bool is_like_title(const pol_recognition *rec, size_t index)
{
    enum { TITLE_BYTES = 120 };
    const pol_rec_line *line = &rec->lines[index];
    if (line->source->role == POL_LINE_HEADING)
        return true;
    size_t next = pol_rec_next(rec, index + 1);
    if (next < rec->count && goes_on_from_text(rec->lines[next].text))
        return false;
    bool has_mark =
        pol_ends_in(line->text, ".:;,!?-") || pol_span_ends(line->text, POL_SPAN("\u2014"));
    return line->text.size <= TITLE_BYTES && !has_mark && line->source->role != POL_LINE_ITEM;
}

/* The first line that is text: prose, or a sentence that is no statement of the page. */
static size_t first_text(pol_recognition *rec)
{
    for (size_t i = pol_rec_next(rec, 0); i < rec->count && i < POL_EDGE_LINES;
         i = pol_rec_next(rec, i + 1)) {
        pol_span text = rec->lines[i].text;
        bool is_sentence =
            (pol_ends_sentence(text) || pol_last_mark(text) == ':') && pol_word_count(text, 6) > 5;
        if (is_like_title(rec, i))
            continue;
        if (pol_rec_is_prose(rec, i) || (is_sentence && !is_edge_statement(text)))
            return i;
    }
    return rec->count;
}

/* Does the text right below the date, with a headline above it, tell of a motion? */
static bool is_story_of_motion(const pol_recognition *rec, size_t dateline)
{
    enum { LINES_BELOW = 3 };
    size_t at = pol_rec_next(rec, dateline + 1);
    if (pol_rec_previous(rec, dateline) == POL_NOWHERE)
        return false;
    for (int i = 0; i < LINES_BELOW && at < rec->count; i++, at = pol_rec_next(rec, at + 1))
        if (is_telling_of_motion(rec->lines[at].text))
            return true;
    return false;
}

static evidence look(pol_recognition *rec)
{
    evidence seen = {0};
    pol_span date;
    size_t first = first_text(rec), looked = 0, dateline = pol_dateline_at_top(rec, &date);
    seen.has_dateline = dateline != POL_NOWHERE;
    seen.tells_of_motion = seen.has_dateline && is_story_of_motion(rec, dateline);
    for (size_t i = pol_rec_next(rec, 0); i < rec->count && looked < LINES_LOOKED_AT;
         i = pol_rec_next(rec, i + 1), looked++)
        if (i >= first || !is_like_title(rec, i))
            look_at_line(rec, i, first, &seen);
    return seen;
}

/* Is a statement, or a mover, at the edge? Asked only where nothing else tells. */
static bool has_tail(const pol_recognition *rec)
{
    enum { LAST_LINES = 4, FIRST_LINES = 3 };
    size_t last = pol_rec_previous(rec, rec->count), top = pol_rec_next(rec, 0);
    for (int i = 0; i < LAST_LINES && last != POL_NOWHERE; i++, last = pol_rec_previous(rec, last))
        if (is_edge_statement(rec->lines[last].text))
            return true;
    for (int i = 0; i < FIRST_LINES && top < rec->count; i++, top = pol_rec_next(rec, top + 1))
        if (is_edge_statement(rec->lines[top].text))
            return true;
    return false;
}

static bool has_press_pair(const pol_recognition *rec)
{
    for (size_t i = 0; i < rec->text->pair_count; i++)
        if (pol_span_starts_fold(rec->text->pairs[i].key, POL_SPAN("meta:article")))
            return true;
    return false;
}

static bool is_motion(const pol_recognition *rec, const evidence *seen, bool is_press)
{
    if (rec->back_line != POL_NOWHERE || rec->has_labelled_conference)
        return true;
    if (seen->tells_of_motion && !rec->has_motion_pair)
        return false;
    if (rec->has_motion_pair && !is_press && seen->reported == 0)
        return true;
    bool is_open = seen->opens_as_motion || seen->resolves;
    bool has_header = rec->is_motion_page || rec->rank[POL_STATED_CONFERENCE] != 0;
    bool has_title_above = rec->header_end > 0 && pol_rec_next(rec, 0) < rec->header_end;
    if (has_header)
        return is_open || (has_title_above && seen->openers > 0) || seen->rule_edits > 0 ||
               !(is_press || seen->reported > 1);
    if (seen->opens_as_motion)
        return true;
    if (is_press || seen->has_dateline)
        return false;
    if (seen->opens_loosely)
        return seen->openers > 0 || has_tail(rec);
    return has_tail(rec) ? seen->reported == 0 || seen->resolves
                         : (seen->resolves && seen->openers > 1) || seen->rule_edits > 2;
}

/* "Composite C - Tea", "COMPOSITE 3", but not "Composite motions and time". */
static bool is_composite_title(pol_span title)
{
    pol_span rest;
    if (!pol_words_start(title, "composite", &rest))
        return false;
    pol_span word = pol_word_next(&rest);
    if (pol_word_is_any(word, "motion resolution"))
        word = pol_word_next(&rest);
    bool has_digit = false;
    for (size_t i = 0; i < word.size; i++)
        has_digit = has_digit || (word.data[i] >= '0' && word.data[i] <= '9');
    return has_digit || (word.size == 1 && pol_word_is_capital(word));
}

/* The motion's own kind, by its title and number. */
static pol_kind kind_of_motion(const pol_recognition *rec, const evidence *seen)
{
    if (rec->number_kind != POL_KIND_COUNT && rec->number_kind != POL_KIND_MOTION)
        return rec->number_kind;
    pol_span title = rec->stated[POL_STATED_TITLE].text;
    pol_span number = rec->stated[POL_STATED_NUMBER].text;
    size_t first = pol_rec_next(rec, 0);
    if (title.size == 0 && first < rec->count)
        title = pol_span_first(rec->lines[first].text, POL_SHORT_LINE);
    if (is_composite_title(title) || pol_words_start(number, "composite", NULL))
        return POL_KIND_COMPOSITE;
    if (pol_words_start(title, "emergency motion", NULL) ||
        pol_words_start(title, "emergency resolution", NULL) ||
        pol_words_start(number, "emergency", NULL))
        return POL_KIND_EMERGENCY;
    if (pol_words_start(title, "amendment to motion", NULL) ||
        pol_words_start(title, "amendment to composite", NULL))
        return POL_KIND_AMENDMENT;
    if (seen->rule_edits > 0 && !seen->opens_as_motion &&
        (seen->rule_edits > 1 || mentions(title, "rule") || mentions(title, "standing order")))
        return POL_KIND_RULE_CHANGE;
    if (pol_words_start(title, "nec statement", NULL) ||
        pol_words_start(title, "executive statement", NULL) ||
        pol_words_start(title, "general council statement", NULL))
        return POL_KIND_STATEMENT;
    return POL_KIND_MOTION;
}

/* A headline may look like a conference; in an article it is one. */
static void forget_header(pol_recognition *rec)
{
    if (rec->stated[POL_STATED_CONFERENCE].origin != POL_ORIGIN_TEXT ||
        rec->has_labelled_conference)
        return;
    for (size_t i = 0; i < rec->header_end; i++)
        if (rec->lines[i].use == POL_USE_METADATA || rec->lines[i].use == POL_USE_TITLE)
            rec->lines[i].use = POL_USE_BODY;
    static const pol_stated fields[] = {POL_STATED_CONFERENCE, POL_STATED_DATE,
                                        POL_STATED_DECISION};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (rec->stated[fields[i]].origin == POL_ORIGIN_TEXT) {
            rec->stated[fields[i]] = (pol_value){0};
            rec->rank[fields[i]] = 0;
        }
    rec->header_end = 0;
}

void pol_rec_decide_kind(pol_recognition *rec)
{
    evidence seen = look(rec);
    pol_kind stated = pol_kind_from_code(rec->stated[POL_STATED_KIND].text);
    if (rec->rank[POL_STATED_KIND] != 0 && stated != POL_KIND_COUNT) {
        rec->document->kind = stated;
        return;
    }
    bool is_press = rec->is_article_page || has_press_pair(rec);
    if (is_motion(rec, &seen, is_press)) {
        rec->document->kind = kind_of_motion(rec, &seen);
        return;
    }
    bool is_article =
        is_press || seen.has_dateline || seen.reported > 0 || rec->rank[POL_STATED_DATE] != 0;
    rec->document->kind = is_article ? POL_KIND_ARTICLE : POL_KIND_OTHER;
    forget_header(rec);
}
