/* title.c - which words are the title of an item, and what stands around it: the marks
 * before it, the mover behind it, quotes. */
#include "document/outcome/title.h"

#include "document/openers.h"
#include "document/recognise/submitters.h"
#include "document/words.h"

enum { TITLE_BYTES_MAX = 240, TITLE_WORDS_MAX = 34 };

bool pol_outcome_has_digit(pol_span word)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] >= '0' && word.data[i] <= '9')
            return true;
    return false;
}

static const struct {
    const char *words;
    pol_kind kind;
} title_kinds[] = {
    {"statement of", POL_KIND_STATEMENT},
    {"statement by", POL_KIND_STATEMENT},
    {"statement from", POL_KIND_STATEMENT},
    {"nec statement", POL_KIND_STATEMENT},
    {"executive statement", POL_KIND_STATEMENT},
    {"executive committee statement", POL_KIND_STATEMENT},
    {"general council statement", POL_KIND_STATEMENT},
    {"rule change", POL_KIND_RULE_CHANGE},
    {"rule amendment", POL_KIND_RULE_CHANGE},
    {"change to rule", POL_KIND_RULE_CHANGE},
    {"change to the rules", POL_KIND_RULE_CHANGE},
    {"change of rule", POL_KIND_RULE_CHANGE},
    {"change to standing orders", POL_KIND_RULE_CHANGE},
    {"change to the standing orders", POL_KIND_RULE_CHANGE},
    {"amendment to rule", POL_KIND_RULE_CHANGE},
    {"amendment to the rules", POL_KIND_RULE_CHANGE},
    {"amendment to standing orders", POL_KIND_RULE_CHANGE},
    {"amendment to the standing orders", POL_KIND_RULE_CHANGE},
    {"statement", POL_KIND_STATEMENT},
};

pol_kind pol_title_kind(pol_span title, pol_kind otherwise)
{
    for (size_t i = 0; i < sizeof title_kinds / sizeof *title_kinds; i++)
        if (pol_words_start(title, title_kinds[i].words, NULL))
            return title_kinds[i].kind;
    pol_span rest = title, word = pol_word_next(&rest);
    if (pol_word_is_any(word, "rule schedule")) { /* "Rule B.2.4 (Objects)" */
        word = pol_word_next(&rest);
        if (pol_outcome_has_digit(word) || (word.size == 1 && pol_word_is_capital(word)))
            return POL_KIND_RULE_CHANGE;
    }
    return otherwise;
}

/* Behind spaces and the marks that separate a number from its title. */
pol_span pol_title_behind_marks(pol_span rest, bool *ret_separated)
{
    static const char *const marks[] = {" ",      ":",      "-",      ".",      ")",
                                        "]",      ",",      "|",      "\u2013", "\u2014",
                                        "\u2713", "\u2714", "\u2717", "\u2718"};
    *ret_separated = false;
    for (bool found = true; found;) {
        found = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !found; i++)
            if ((found = pol_span_starts(rest, pol_span_of(marks[i])))) {
                *ret_separated = *ret_separated || i > 0;
                rest = pol_span_from(rest, strlen(marks[i]));
            }
    }
    return rest;
}

static pol_span behind_by(pol_span text)
{
    static const pol_span by = {"by ", 3};
    return pol_span_starts(text, by) ? pol_span_from(text, by.size) : text;
}

/* "Mugs - North branch", "Mugs, moved by North branch": the mover is cut off. */
pol_span pol_title_before_mover(pol_span title)
{
    static const char *const marks[] = {" - ", " \u2013 ", " \u2014 ", ", ", "  ", " / ", " | "};
    static const char *const words[] = {
        "moved by", "proposed by", "submitted by",   "put by",    "seconded by",
        "mover:",   "moved:",      "in the name of", "proposed:", "from:"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = pol_span_find_fold(title, pol_span_of(words[i]), 0);
        if (at != (size_t)-1 && (at == 0 || strchr(" (,", title.data[at - 1])))
            title = pol_span_first(title, at);
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (size_t at = 0; (at = pol_span_find(title, pol_span_of(marks[i]), at)) != (size_t)-1;
             at++)
            if (pol_submitter_is_body_line(behind_by(pol_span_from(title, at + strlen(marks[i])))))
                return pol_span_first(title, at);
    return title;
}

pol_span pol_title_trim(pol_span title)
{
    static const char *const marks[] = {" ",      ":",      "-", "=",      "|",      ",",
                                        ";",      "*",      "_", "\u2013", "\u2014", "\u2026",
                                        "\u2192", "\u2022", "(", "["};
    bool is_separated;
    title = pol_title_behind_marks(title, &is_separated);
    for (bool found = true; found && title.size > 0;) {
        found = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !found; i++)
            if ((found = pol_span_ends(title, pol_span_of(marks[i]))))
                title.size -= strlen(marks[i]);
        if (!found && title.size > 0 && title.data[title.size - 1] == '.') {
            title.size--;
            found = true;
        }
    }
    return title;
}

/* "“Mugs for all”": quotes around the whole are no part of it. */
pol_span pol_title_without_quotes(pol_span title)
{
    static const char *const pairs[][2] = {
        {"\"", "\""}, {"'", "'"}, {"\u201C", "\u201D"}, {"\u2018", "\u2019"}, {"**", "**"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        pol_span open = pol_span_of(pairs[i][0]), close = pol_span_of(pairs[i][1]);
        if (title.size > open.size + close.size && pol_span_starts(title, open) &&
            pol_span_ends(title, close))
            return pol_span_make(title.data + open.size, title.size - open.size - close.size);
    }
    return title;
}

/* Words that label a decision or name no item: "Decision: Carried", "The motion: lost". */
static const char *const labels[] = {
    "decision",
    "result",
    "outcome",
    "status",
    "vote",
    "the vote",
    "motion",
    "the motion",
    "this motion",
    "motions",
    "amendment",
    "the amendment",
    "amendments",
    "resolution",
    "recommendation",
    "conference",
    "composite",
    "the composite",
    "total",
    "date",
    "votes",
    "voting",
    "result of vote",
    "nec",
    "executive",
    "motion status",
    "voting result",
    "final result",
    "card vote",
    "policy status",
    "text",
    "note",
    "notes",
    "decisions",
    "the question",
    "emergency motion",
    "the resolution",
    "main motion",
    "the main motion",
    "rule change",
    "substantive motion",
    "the substantive motion",
    "motion as amended",
    "the motion as amended",
    "motion decision",
    "conference decision",
    "decision of conference",
    "as amended",
    "nec position",
    "nec recommendation",
    "executive recommendation",
    "minutes",
    "all motions",
    "minutes of the last meeting",
    "standing orders",
    "points",
    "point",
    "key",
    "amended",
    "motion text",
    "minutes of previous meeting",
    "all other motions",
    "other motions",
    "standing orders committee",
    "the minutes",
    "other",
    "others",
    "next business",
    "direct negative",
    "the previous question",
    "previous question",
    "closure",
    "procedural motion",
};

/* "Treasurer's report", "Minutes of the last meeting": taken at every meeting; "Recall reports" is
 * a title. */
static bool is_business(pol_span title)
{
    static const char whose[] =
        "treasurer treasurer's secretary secretary's president president's chair chair's "
        "chairman's chairperson's officer officer's officers officers' annual financial finance "
        "auditor auditors auditor's auditors' committee committees committee's committees' general "
        "executive executive's nec council council's branch delegates delegate's delegates' "
        "treasurers organiser's organisers police councillor councillors previous last progress "
        "interim regional the sub staff tellers scrutineers membership year end";
    pol_span last = pol_word_last(title), rest = title, word;
    if (pol_words_start(title, "to", NULL) ||
        !pol_word_is_any(last, "report reports accounts minutes apologies"))
        return false;
    if (pol_word_is_any(last, "minutes apologies") || pol_word_count(title, 2) < 2)
        return true;
    while ((word = pol_word_next(&rest)).data)
        if (pol_word_is_any(word, whose))
            return true;
    return false;
}

/* "67% for", "For 212, against 14": figures of a vote. */
static bool is_count(pol_span title)
{
    pol_span word;
    bool has_figure = false, has_side = false;
    while ((word = pol_word_next(&title)).data) {
        bool is_figure = word.data[0] >= '0' && word.data[0] <= '9';
        bool is_side = pol_word_is_any(word, "for against abstain abstained abstentions yes no per "
                                             "cent percent votes vote in favour and to");
        if (!is_figure && !is_side)
            return false;
        has_figure = has_figure || is_figure;
        has_side = has_side || is_side;
    }
    return has_figure && has_side;
}

/* "Convention action", "Vote of the Assembly": whose decision it is. */
static bool is_decision_label(pol_span title)
{
    enum { WORDS = 4 };
    static const char nouns[] = "action decision vote verdict disposition result outcome taken";
    static const char others[] = "convention conference congress assembly synod council delegates "
                                 "house floor plenary final meeting members by of the agm action "
                                 "decision vote";
    pol_span rest = title, word = pol_word_next(&rest), last = pol_word_last(title);
    bool is_named = pol_word_is_any(word, nouns) || pol_word_is_any(last, nouns);
    for (; is_named && word.data; word = pol_word_next(&rest))
        is_named = pol_word_is_any(word, nouns) || pol_word_is_any(word, others);
    return is_named && pol_word_count(title, WORDS + 1) <= WORDS;
}

static bool is_no_title(pol_span title)
{
    if (is_decision_label(title) ||
        pol_word_is_any(pol_word_last(title), "which that who were was are") || is_count(title) ||
        (pol_word_is_any(pol_word_last(title), "motions resolutions amendments composites") &&
         pol_decision_may_hold(title)))
        return true; /* "Motions which" */
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pol_words_equal(title, labels[i]))
            return true;
    return pol_words_start(title, "all other", NULL) || pol_words_start(title, "all the", NULL) ||
           pol_words_start(title, "the motion", NULL) ||
           pol_words_start(title, "this motion", NULL) ||
           pol_words_start(title, "the resolution", NULL) ||
           pol_words_start(title, "the amendment", NULL) ||
           pol_words_start(title, "the vote", NULL) ||
           pol_words_start(title, "amendment to", NULL) ||
           pol_words_start(title, "amendments to", NULL) ||
           pol_words_start(title, "minutes of", NULL) || pol_words_start(title, "if", NULL) ||
           is_business(title) || pol_words_start(title, "the following", NULL) ||
           pol_words_start(title, "recommendation", NULL);
}

/* "Motion 25 and amendment 25.1": other items, no title. */
static bool names_item(pol_span title)
{
    pol_kind kind;
    bool is_in_number;
    return pol_outcome_noun(&title, &kind, &is_in_number) &&
           pol_outcome_has_digit(pol_word_next(&title));
}

bool pol_title_is(pol_span title)
{
    size_t letters = 0;
    for (size_t i = 0; i < title.size && letters < 3; i++)
        letters += (title.data[i] | 32) >= 'a' || (unsigned char)title.data[i] >= 0xC3;
    return letters >= 2 && title.size <= TITLE_BYTES_MAX && !memchr(title.data, '|', title.size) &&
           pol_word_count(title, TITLE_WORDS_MAX + 1) <= TITLE_WORDS_MAX &&
           pol_opener_of(title).subject < POL_SUBJECT_BODY && !is_no_title(title) &&
           !names_item(title);
}
