/* title.c - the title of the document, by where it stands: above "Back to all
 * Motions", above the conference, behind the number, in a heading, on the first line.
 * A text without a title gets none. */
#include "document/recognise/title.h"

#include "document/numbering.h"
#include "document/openers.h"
#include "document/recognise/conference.h"
#include "document/recognise/decision.h"
#include "document/recognise/submitters.h"

enum { TITLE_WORDS_MAX = 26, TITLE_BYTES_MAX = 220, NEAR_TOP = 6 };

/* Are most of its words in capitals, small words aside? */
static bool has_title_case(pol_span text)
{
    static const char small[] = "a an and as at but by for from in into of on or the to with "
                                "vs is are not it its our your be over under against";
    size_t capitals = 0, others = 0;
    pol_span word;
    while ((word = pol_word_next(&text)).data) {
        if (pol_word_is_any(word, small))
            continue;
        if (pol_word_is_capital(word))
            capitals++;
        else
            others++;
    }
    return capitals > 0 && others * 4 <= capitals;
}

bool pol_title_is_likely(pol_span text, pol_title_rule rule)
{
    pol_span rest = text, first = pol_word_next(&rest);
    if (!first.data || text.size > TITLE_BYTES_MAX ||
        pol_word_count(text, TITLE_WORDS_MAX + 1) > TITLE_WORDS_MAX)
        return false;
    bool is_capital = pol_word_is_capital(first);
    bool has_case = has_title_case(text);
    if (!is_capital || pol_ends_in(text, ":;,"))
        return false;
    if (pol_ends_in(text, ".") && !(has_case && pol_word_count(text, 13) <= 12))
        return false;
    if (pol_first_sentence(text).size < text.size && !has_case)
        return false;
    pol_date date;
    pol_label label;
    if (pol_date_parse(text, &date) || pol_opener_is_bare_subject(text))
        return false;
    if (pol_label_parse(text, &label) && !label.is_weak)
        return false;
    bool is_opener = pol_opener_of(text).subject != POL_SUBJECT_NONE;
    return !(is_opener && rule != POL_TITLE_OF_NEWS) && (has_case || rule != POL_TITLE_STRICT);
}

/* "Motion: Tea for all": the noun is not of the title. */
static pol_span without_noun(const pol_recognition *rec, pol_span title)
{
    static const char *const nouns[] = {"motion:", "resolution:", "emergency motion:"};
    if (rec->back_line != POL_NOWHERE || !pol_kind_is_decided(rec->document->kind))
        return title;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (pol_span_starts_fold(title, pol_span_of(nouns[i])))
            return pol_span_trim(pol_span_from(title, strlen(nouns[i])));
    return title;
}

static void take_title(pol_recognition *rec, size_t index)
{
    const pol_line *source = rec->lines[index].source;
    pol_origin origin = source->role == POL_LINE_HEADING ? POL_ORIGIN_MARKUP : POL_ORIGIN_TEXT;
    pol_span title = without_noun(rec, rec->lines[index].text);
    pol_rec_state(rec, POL_STATED_TITLE, title, origin, source->number, 6);
    pol_rec_claim(rec, index, POL_USE_TITLE);
}

/* Two lines that are one title: the second goes on in small letters, or the first was
 * filled up to the margin. */
static bool goes_on(const pol_recognition *rec, size_t index)
{
    pol_span next = rec->lines[index + 1].text;
    bool is_close = rec->lines[index + 1].source->blanks == 0;
    bool is_small = next.data[0] >= 'a' && next.data[0] <= 'z';
    return is_small || (is_close && rec->lines[index].text.size >= 50);
}

static void take_joined_title(pol_recognition *rec, size_t first, size_t second)
{
    pol_span a = rec->lines[first].text, b = rec->lines[second].text;
    char *joined = pol_arena_alloc(rec->arena, a.size + b.size + 2);
    if (!joined) {
        pol_rec_refused(rec, a.size + b.size + 2);
        return;
    }
    memcpy(joined, a.data, a.size);
    joined[a.size] = ' ';
    memcpy(joined + a.size + 1, b.data, b.size);
    pol_rec_set_text(rec, first, pol_span_make(joined, a.size + 1 + b.size));
    pol_rec_claim(rec, second, POL_USE_TITLE);
    take_title(rec, first);
}

static pol_title_rule rule_of(const pol_recognition *rec)
{
    return pol_kind_is_decided(rec->document->kind) ? POL_TITLE_PLAIN : POL_TITLE_OF_NEWS;
}

/* All lines above `end` but the title are what the page prints above it. */
static void claim_above(pol_recognition *rec, size_t end)
{
    for (size_t i = pol_rec_next(rec, 0); i < end; i = pol_rec_next(rec, i + 1))
        pol_rec_claim(rec, i, POL_USE_METADATA);
}

/* Above "Back to all Motions" stands the title, whatever it looks like. */
static void take_above_back(pol_recognition *rec)
{
    size_t last = pol_rec_previous(rec, rec->back_line);
    size_t first = pol_rec_next(rec, 0);
    if (last == POL_NOWHERE && first < rec->header_end &&
        rec->lines[first].source->role == POL_LINE_HEADING)
        take_title(rec, first);
    if (last == POL_NOWHERE || rec->lines[last].text.size > 2 * TITLE_BYTES_MAX)
        return;
    size_t before = pol_rec_previous(rec, last);
    if (before != POL_NOWHERE && before + 1 == last && goes_on(rec, before))
        take_joined_title(rec, before, last);
    else
        take_title(rec, last);
    claim_above(rec, rec->back_line);
}

/* "News" over a headline; a word or two over a longer line. */
static bool is_kicker_line(pol_span text, pol_span below)
{
    static const char *const kickers[] = {"news",      "latest news", "press release", "features",
                                          "feature",   "opinion",     "comment",       "blog",
                                          "interview", "analysis",    "press releases"};
    for (size_t i = 0; i < sizeof kickers / sizeof *kickers; i++)
        if (pol_words_equal(text, kickers[i]))
            return true;
    return pol_word_count(text, 3) <= 2 && pol_word_count(below, 3) > 2;
}

/* Lines above the header that is not marked by "Back": one title, perhaps with a word
 * of the page above it or a sentence that sums up below it. False if there are none. */
static bool take_above_header(pol_recognition *rec)
{
    size_t first = pol_rec_next(rec, 0);
    if (first >= rec->header_end)
        return false;
    size_t second = pol_rec_next(rec, first + 1);
    bool has_second = second < rec->header_end;
    if (has_second && pol_rec_next(rec, second + 1) < rec->header_end) {
        /* too many to tell, but for a title over sentences */
        if (pol_title_is_likely(rec->lines[first].text, rule_of(rec)) &&
            pol_ends_sentence(rec->lines[second].text))
            take_title(rec, first);
        return true;
    }
    bool is_first = pol_title_is_likely(rec->lines[first].text, rule_of(rec));
    bool is_sentence =
        pol_ends_in(rec->lines[first].text, ".") && pol_word_count(rec->lines[first].text, 15) > 14;
    bool is_sure = rec->has_header_conference || rec->rank[POL_STATED_NUMBER] != 0;
    if (!has_second && is_sure && !is_sentence)
        is_first = rec->lines[first].text.size <= TITLE_BYTES_MAX;
    bool is_second = has_second && pol_title_is_likely(rec->lines[second].text, rule_of(rec));
    bool is_kicker = is_second && is_kicker_line(rec->lines[first].text, rec->lines[second].text);
    if (is_first && is_second && !is_kicker && goes_on(rec, first)) {
        take_joined_title(rec, first, second);
    } else if (is_first && !is_kicker) {
        take_title(rec, first);
    } else if (is_second) {
        take_title(rec, second);
        claim_above(rec, second);
    }
    return true;
}

/* The first heading of the markup that comes before any prose. */
static bool take_heading(pol_recognition *rec)
{
    for (size_t i = pol_rec_next(rec, 0); i < rec->count; i = pol_rec_next(rec, i + 1)) {
        const pol_rec_line *line = &rec->lines[i];
        if (line->source->role == POL_LINE_HEADING && !line->source->is_aside &&
            pol_opener_of(line->text).subject == POL_SUBJECT_NONE &&
            !pol_opener_is_bare_subject(line->text)) {
            take_title(rec, i);
            return true;
        }
        if (pol_rec_is_prose(rec, i))
            return false;
    }
    return false;
}

/* Is something that the line can be the title of behind it? */
static bool has_text_behind(const pol_recognition *rec, size_t index)
{
    size_t next = pol_rec_next(rec, index + 1);
    return next < rec->count;
}

static bool stands_apart(pol_recognition *rec, size_t index)
{
    size_t next = pol_rec_next(rec, index + 1);
    if (next >= rec->count)
        return false;
    if (next > index + 1 || rec->lines[next].source->blanks > 0)
        return true;
    pol_span text = rec->lines[index].text;
    return !pol_ends_sentence(text) && text.size <= 100 && pol_rec_is_prose(rec, next) &&
           (rec->lines[next].text.size > 2 * text.size ||
            pol_opener_of(rec->lines[next].text).subject >= POL_SUBJECT_BODY);
}

/* The name of a branch or a council above the title is not the title. */
static size_t skip_body_line(pol_recognition *rec, size_t index)
{
    size_t next = pol_rec_next(rec, index + 1);
    bool is_body = index < rec->count && pol_submitter_is_body_line(rec->lines[index].text);
    return is_body && next < rec->count &&
                   pol_title_is_likely(rec->lines[next].text, POL_TITLE_PLAIN) &&
                   stands_apart(rec, next)
               ? next
               : index;
}

/* Under the number of a motion and over its first clause, a title may end in a full
 * stop. */
static bool is_stopped_title(pol_recognition *rec, size_t index)
{
    enum { WORDS_MAX = 10 };
    pol_span text = rec->lines[index].text;
    size_t next = pol_rec_next(rec, index + 1);
    return rec->rank[POL_STATED_NUMBER] != 0 && !rec->has_header_conference &&
           pol_ends_in(text, ".") && pol_word_count(text, WORDS_MAX + 1) <= WORDS_MAX &&
           pol_opener_of(text).subject == POL_SUBJECT_NONE &&
           pol_opener_of(rec->lines[next].text).subject >= POL_SUBJECT_BODY;
}

static bool take_first_line(pol_recognition *rec, pol_title_rule rule)
{
    size_t index = skip_body_line(rec, pol_rec_next(rec, rec->header_end));
    if (index >= rec->count || !has_text_behind(rec, index) || !stands_apart(rec, index))
        return false;
    const pol_rec_line *line = &rec->lines[index];
    pol_label label;
    if (line->source->is_aside || line->source->role == POL_LINE_ITEM ||
        (pol_label_parse(line->text, &label) && !label.is_weak) ||
        !(pol_title_is_likely(line->text, rule) || is_stopped_title(rec, index)))
        return false;
    size_t next = pol_rec_next(rec, index + 1);
    bool next_is_small =
        rec->lines[next].text.data[0] >= 'a' && rec->lines[next].text.data[0] <= 'z';
    if (next_is_small)
        return false; /* a sentence that was split */
    take_title(rec, index);
    claim_above(rec, index);
    return true;
}

/* Lines that repeat a title known from elsewhere. */
static bool claim_repeats(pol_recognition *rec)
{
    pol_span title = rec->stated[POL_STATED_TITLE].text;
    size_t seen = 0;
    bool has_claimed = false;
    if (title.size == 0)
        return false;
    for (size_t i = pol_rec_next(rec, 0); i < rec->count && seen < NEAR_TOP;
         i = pol_rec_next(rec, i + 1), seen++)
        if (pol_span_equal_fold(pol_span_core(rec->lines[i].text), pol_span_core(title))) {
            pol_rec_claim(rec, i, POL_USE_TITLE);
            has_claimed = true;
        }
    return has_claimed;
}

/* A title stated beside the text does not say whether the text has one, too, that
 * differs. Markup states that of its own text, so there is none left. */
static bool has_title_left(const pol_recognition *rec)
{
    size_t first = pol_rec_next(rec, 0);
    bool is_heading = first < rec->count && rec->lines[first].source->level == 1 &&
                      rec->lines[first].source->role == POL_LINE_HEADING;
    switch (rec->stated[POL_STATED_TITLE].origin) {
    case POL_ORIGIN_SIDECAR:
        return true;
    case POL_ORIGIN_FRONT_MATTER:
        return is_heading;
    default:
        return false;
    }
}

/* A page printed twice prints its header twice: lines that say again, word for word, what
 * was stated at the top. */
static void claim_repeated_header(pol_recognition *rec)
{
    static const pol_stated fields[] = {POL_STATED_TITLE, POL_STATED_CONFERENCE, POL_STATED_DATE};
    for (size_t i = 0; i < rec->count; i++) {
        pol_rec_line *line = &rec->lines[i];
        if (line->use != POL_USE_BODY || line->text.size > POL_SHORT_LINE ||
            !pol_rec_is_near_edge(rec, i))
            continue;
        for (size_t f = 0; f < sizeof fields / sizeof *fields; f++)
            if (rec->stated[fields[f]].text.size > 0 &&
                pol_span_equal(line->text, rec->stated[fields[f]].text))
                line->use = POL_USE_REPEAT;
    }
}

/* What stands above the heading that is the title is the page's, where it is much. */
static void claim_above_heading(pol_recognition *rec)
{
    enum { MANY = 8 };
    pol_span title = rec->stated[POL_STATED_TITLE].text;
    if (!rec->text->is_markup || title.size == 0)
        return;
    size_t above = 0;
    for (size_t i = 0; i < rec->count; i++) {
        if (rec->lines[i].source->role == POL_LINE_HEADING &&
            pol_span_equal_fold(rec->lines[i].text, title)) {
            if (above >= MANY)
                claim_above(rec, i);
            return;
        }
        above += rec->lines[i].use == POL_USE_BODY;
    }
}

/* Pages with these headers print their title above them or not at all. */
static bool is_title_gone(const pol_recognition *rec)
{
    return rec->has_labelled_conference ||
           (rec->header_end > 0 && rec->rank[POL_STATED_DATE] != 0 &&
            rec->number_line == POL_NOWHERE && pol_kind_is_decided(rec->document->kind));
}

static void find_title(pol_recognition *rec)
{
    bool is_printed = claim_repeats(rec);
    bool was_stated = rec->rank[POL_STATED_TITLE] != 0 && (is_printed || !has_title_left(rec));
    if (rec->back_line != POL_NOWHERE) {
        take_above_back(rec);
        claim_repeats(rec);
        return;
    }
    if (take_above_header(rec))
        return;
    if (was_stated || take_heading(rec) || is_title_gone(rec)) {
        claim_repeats(rec);
        return;
    }
    bool strict = rec->has_header_conference && rec->number_line == POL_NOWHERE &&
                  pol_kind_is_decided(rec->document->kind);
    if (take_first_line(rec, strict ? POL_TITLE_STRICT : rule_of(rec)))
        claim_repeats(rec);
}

void pol_rec_take_title(pol_recognition *rec)
{
    find_title(rec);
    claim_above_heading(rec);
    claim_repeated_header(rec);
}
