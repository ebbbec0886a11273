/* outcome_item.c - how a report names an item: "16 Mugs - North branch", "Motion 16",
 * "Composite A (motions 3, 4 and 9)", "Mugs for all (16)", "Statement of the executive". */
#include "document/outcome_parse.h"

#include "document/openers.h"
#include "document/recognise_submitters.h"
#include "document/words.h"

enum { NUMBER_BYTES_MAX = 8, TITLE_BYTES_MAX = 240, TITLE_WORDS_MAX = 34, BRACKET_BYTES_MAX = 160 };

static const struct {
    const char *words; /* lower case; longer ones first */
    pol_kind kind;
    bool is_in_number; /* "Composite C" is the number, of "Motion 12" only "12" */
} nouns[] = {
    {"emergency composite motion", POL_KIND_COMPOSITE, true},
    {"emergency composite", POL_KIND_COMPOSITE, true},
    {"emergency motions", POL_KIND_EMERGENCY, false},
    {"emergency motion", POL_KIND_EMERGENCY, false},
    {"emergency resolutions", POL_KIND_EMERGENCY, false},
    {"emergency resolution", POL_KIND_EMERGENCY, false},
    {"emergency", POL_KIND_EMERGENCY, false},
    {"composite motions", POL_KIND_COMPOSITE, true},
    {"composite motion", POL_KIND_COMPOSITE, true},
    {"composite resolution", POL_KIND_COMPOSITE, true},
    {"composited motion", POL_KIND_COMPOSITE, true},
    {"composites", POL_KIND_COMPOSITE, true},
    {"composite", POL_KIND_COMPOSITE, true},
    {"late emergency motion", POL_KIND_EMERGENCY, false},
    {"late motions", POL_KIND_EMERGENCY, false},
    {"late motion", POL_KIND_EMERGENCY, false},
    {"executive motion", POL_KIND_MOTION, false},
    {"rule amendments", POL_KIND_RULE_CHANGE, false},
    {"rule amendment", POL_KIND_RULE_CHANGE, false},
    {"rule changes", POL_KIND_RULE_CHANGE, false},
    {"rule change", POL_KIND_RULE_CHANGE, false},
    {"rule motion", POL_KIND_RULE_CHANGE, false},
    {"motion numbers", POL_KIND_MOTION, false},
    {"motion number", POL_KIND_MOTION, false},
    {"motion nos", POL_KIND_MOTION, false},
    {"motion no", POL_KIND_MOTION, false},
    {"motions", POL_KIND_MOTION, false},
    {"motion", POL_KIND_MOTION, false},
    {"resolution number", POL_KIND_MOTION, false},
    {"resolution no", POL_KIND_MOTION, false},
    {"resolutions", POL_KIND_MOTION, false},
    {"resolution", POL_KIND_MOTION, false},
    {"amendments", POL_KIND_AMENDMENT, false},
    {"amendment number", POL_KIND_AMENDMENT, false},
    {"amendment no", POL_KIND_AMENDMENT, false},
    {"amendment", POL_KIND_AMENDMENT, false},
    {"statement", POL_KIND_STATEMENT, false},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool has_digit(pol_span word)
{
    for (size_t i = 0; i < word.size; i++)
        if (is_digit(word.data[i]))
            return true;
    return false;
}

/* "1st", "9am", "20th": a number of something else. */
static bool has_unit(pol_span word)
{
    static const char *const units[] = {"st", "nd", "rd", "th", "am", "pm", "bn", "km", "hrs"};
    for (size_t i = 0; is_digit(word.data[0]) && i < sizeof units / sizeof *units; i++) {
        size_t size = strlen(units[i]);
        if (word.size > size &&
            pol_span_equal_fold(pol_span_from(word, word.size - size), pol_span_of(units[i])))
            return true;
    }
    return false;
}

bool pol_outcome_is_number(pol_span word, bool may_be_letter)
{
    if (word.size == 0 || word.size > NUMBER_BYTES_MAX || pol_word_year(word) ||
        !pol_word_is_capital(word))
        return false;
    if (!has_digit(word))
        return may_be_letter && word.size <= 2 && word.data[0] >= 'A' && word.data[0] <= 'Z' &&
               (word.size == 1 || word.data[1] == word.data[0]);
    size_t letters = 0;
    for (size_t i = 0; i < word.size; i++) {
        if (!is_digit(word.data[i]) && !strchr("./", word.data[i]))
            letters += (word.data[i] | 32) >= 'a' && (word.data[i] | 32) <= 'z' ? 1 : 9;
    }
    return letters <= 4 && !has_unit(word);
}

bool pol_outcome_noun(pol_span *text, pol_kind *ret_kind, bool *ret_is_in_number)
{
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (pol_words_start(*text, nouns[i].words, text)) {
            *ret_kind = nouns[i].kind;
            *ret_is_in_number = nouns[i].is_in_number;
            return true;
        }
    return false;
}

bool pol_outcome_starts_item(pol_span text)
{
    pol_kind kind;
    bool is_in_number;
    return pol_outcome_noun(&text, &kind, &is_in_number) &&
           pol_outcome_is_number(pol_word_next(&text), true);
}

/* "3.1", "1A.1": digits, perhaps a letter, a point, digits. "EM1", "E3": emergency. */
static pol_kind kind_of_number(pol_span number)
{
    size_t at = 0;
    while (at < number.size && number.data[at] >= 'A' && number.data[at] <= 'Z')
        at++;
    if (at > 0 && (pol_span_equal(pol_span_first(number, at), POL_SPAN("E")) ||
                   pol_span_equal(pol_span_first(number, at), POL_SPAN("EM"))))
        return POL_KIND_EMERGENCY;
    size_t points = 0;
    for (; at < number.size; at++)
        points += number.data[at] == '.';
    return points == 1 ? POL_KIND_AMENDMENT : POL_KIND_MOTION;
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

static pol_kind kind_of_title(pol_span title, pol_kind otherwise)
{
    for (size_t i = 0; i < sizeof title_kinds / sizeof *title_kinds; i++)
        if (pol_words_start(title, title_kinds[i].words, NULL))
            return title_kinds[i].kind;
    pol_span rest = title, word = pol_word_next(&rest);
    if (pol_word_is_any(word, "rule schedule")) { /* "Rule B.2.4 (Objects)" */
        word = pol_word_next(&rest);
        if (has_digit(word) || (word.size == 1 && pol_word_is_capital(word)))
            return POL_KIND_RULE_CHANGE;
    }
    return otherwise;
}

/* ---- the number at the start ------------------------------------------------------------ */

/* Behind spaces and the marks that separate a number from its title. */
static pol_span behind_marks(pol_span rest, bool *ret_separated)
{
    static const char *const marks[] = {" ", ":", "-", ".", ")", "]", ",", "|", "\u2013", "\u2014"};
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

/* "EM 01", "OoO 2": letters that are half of a number. */
static bool is_prefix(pol_span word)
{
    return pol_word_is_any(word, "em ooo lm rc er") && pol_word_is_capital(word);
}

/* "Motion 16", "Composite A": noun and number. `*text` goes on behind. */
static bool read_named(pol_span *text, pol_outcome *outcome)
{
    pol_kind kind;
    bool is_in_number;
    pol_span rest = *text, start = pol_span_core(*text);
    if (!pol_outcome_noun(&rest, &kind, &is_in_number))
        return false;
    pol_span word = pol_word_next(&rest);
    if (is_prefix(word))
        word = pol_word_next(&rest);
    if (!pol_outcome_is_number(word, true))
        return false;
    bool is_letter = !has_digit(word);
    bool goes_on = rest.size > 1 && rest.data[0] == ' ' && (rest.data[1] | 32) >= 'a' &&
                   (rest.data[1] | 32) <= 'z';
    if (is_letter && !is_in_number && goes_on)
        return false; /* "Motion A better tea" */
    const char *from = is_in_number ? start.data : word.data;
    outcome->number = pol_span_make(from, (size_t)(word.data + word.size - from));
    outcome->kind = (uint8_t)kind;
    if (kind == POL_KIND_MOTION)
        outcome->kind = (uint8_t)kind_of_number(word);
    *text = rest;
    return true;
}

/* "9:30", "12 April": a number of something else. "1.3.4" is a rule's. */
static bool is_date_or_time(pol_span number, pol_span behind)
{
    size_t points = 0;
    for (size_t i = 0; i < number.size; i++)
        points += number.data[i] == '.';
    bool is_time = behind.size > 1 && behind.data[0] == ':' && is_digit(behind.data[1]);
    return is_time || points > 1 ||
           pol_word_is_any(pol_word_next(&behind), "january february march april may june july "
                                                   "august september october november december");
}

/* "16 ", "16. ", "#16", "1A.1 ": a number alone. */
static bool read_bare(pol_span *text, pol_outcome *outcome)
{
    pol_span all = pol_span_starts(*text, POL_SPAN("#")) ? pol_span_from(*text, 1) : *text;
    pol_span rest = all, word = pol_word_next(&rest);
    if (word.data != all.data)
        return false;
    pol_span number = word;
    if (is_prefix(word)) {
        word = pol_word_next(&rest);
        number.size = (size_t)(word.data + word.size - number.data);
    }
    bool is_cut = rest.size > 0 && strchr("%'+&", rest.data[0]) != NULL && rest.data[0] != '\0';
    if (!pol_outcome_is_number(word, false) || is_cut || is_date_or_time(word, rest))
        return false;
    bool is_separated;
    pol_span title = behind_marks(rest, &is_separated);
    bool starts_small = title.size > 0 && title.data[0] >= 'a' && title.data[0] <= 'z';
    if (starts_small && !is_separated)
        return false; /* "24 hour care" */
    outcome->number = number;
    outcome->kind = (uint8_t)kind_of_number(number);
    *text = rest;
    return true;
}

/* ---- what stands behind the title ------------------------------------------------------ */

/* The bracket that ends `text`: its content; absent if there is none. */
static pol_span last_bracket(pol_span text)
{
    size_t depth = 0;
    if (text.size < 2 || text.data[text.size - 1] != ')')
        return pol_span_make(NULL, 0);
    for (size_t at = text.size; at-- > 0 && text.size - at <= BRACKET_BYTES_MAX;) {
        depth += text.data[at] == ')';
        if (text.data[at] == '(' && --depth == 0)
            return pol_span_make(text.data + at + 1, text.size - at - 2);
    }
    return pol_span_make(NULL, 0);
}

/* "(motions 3, 4 and 9)", "(because 25 was carried)", "(North branch)": not of the title. */
static bool is_aside(pol_span content)
{
    pol_span rest = content;
    pol_kind kind;
    bool is_in_number;
    return pol_word_is_any(pol_word_next(&rest), "motions composite composited incorporating "
                                                 "including from because as see page p moved "
                                                 "mover proposed submitted seconded by formerly "
                                                 "previously amends amended combining "
                                                 "consequential unless item merged") ||
           pol_submitter_is_body_line(content) ||
           (pol_outcome_noun(&content, &kind, &is_in_number) && has_digit(pol_word_next(&content)));
}

/* "Mugs (16)", "Mugs (Motion 16)", "Mugs, Motion 16": the number behind the title. */
static bool take_number_behind(pol_span *title, pol_outcome *outcome)
{
    pol_span content = last_bracket(*title), rest = content;
    if (content.data == NULL || pol_span_starts_fold(content, POL_SPAN("motions")))
        return false;
    pol_outcome named = {0};
    pol_span word = pol_word_next(&rest);
    if (read_named(&content, &named) && pol_word_count(content, 1) == 0) {
        outcome->number = named.number;
        outcome->kind = named.kind;
    } else if (pol_outcome_is_number(word, false) && pol_word_count(rest, 1) == 0) {
        outcome->number = word;
        outcome->kind = (uint8_t)kind_of_number(word);
    } else {
        return false;
    }
    *title = pol_span_trim(pol_span_first(*title, (size_t)(word.data - title->data)));
    while (title->size > 0 && strchr("( ,-", title->data[title->size - 1]))
        title->size--;
    return true;
}

/* "Mugs - North branch", "Mugs, moved by North branch": the mover is cut off. */
static pol_span before_mover(pol_span title)
{
    static const char *const marks[] = {" - ", " \u2013 ", " \u2014 ", ", ", "  ", " / ", " | "};
    static const char *const words[] = {"moved by",       "proposed by", "submitted by",
                                        "seconded by",    "mover:",      "moved:",
                                        "in the name of", "proposed:",   "from:"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = pol_span_find_fold(title, pol_span_of(words[i]), 0);
        if (at != (size_t)-1 && (at == 0 || strchr(" (,", title.data[at - 1])))
            title = pol_span_first(title, at);
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (size_t at = 0; (at = pol_span_find(title, pol_span_of(marks[i]), at)) != (size_t)-1;
             at++)
            if (pol_submitter_is_body_line(pol_span_from(title, at + strlen(marks[i]))))
                return pol_span_first(title, at);
    return title;
}

static pol_span trim_title(pol_span title)
{
    static const char *const marks[] = {" ",      ":",      "-", "=",      "|",      ",",
                                        ";",      "*",      "_", "\u2013", "\u2014", "\u2026",
                                        "\u2192", "\u2022", "(", "["};
    bool is_separated;
    title = behind_marks(title, &is_separated);
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
static pol_span without_quotes(pol_span title)
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
static bool is_no_title(pol_span title)
{
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
    };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pol_words_equal(title, labels[i]))
            return true;
    return pol_words_start(title, "all other", NULL) || pol_words_start(title, "all the", NULL) ||
           pol_words_start(title, "amendment to", NULL) ||
           pol_words_start(title, "amendments to", NULL) ||
           pol_words_start(title, "minutes of", NULL) || pol_words_start(title, "if", NULL) ||
           pol_word_is_any(pol_word_last(title), "report reports accounts minutes apologies") ||
           pol_words_start(title, "the following", NULL) ||
           pol_words_start(title, "recommendation", NULL);
}

/* "Motion 25 and amendment 25.1": other items, no title. */
static bool names_item(pol_span title)
{
    pol_kind kind;
    bool is_in_number;
    return pol_outcome_noun(&title, &kind, &is_in_number) && has_digit(pol_word_next(&title));
}

static bool is_title(pol_span title)
{
    size_t letters = 0;
    for (size_t i = 0; i < title.size && letters < 3; i++)
        letters += (title.data[i] | 32) >= 'a' || (unsigned char)title.data[i] >= 0xC3;
    return letters >= 2 && title.size <= TITLE_BYTES_MAX &&
           pol_word_count(title, TITLE_WORDS_MAX + 1) <= TITLE_WORDS_MAX &&
           pol_opener_of(title).subject < POL_SUBJECT_BODY && !is_no_title(title) &&
           !names_item(title);
}

/* The brackets, the mover and the number that may stand behind a title. */
static pol_span take_behind(pol_span title, pol_outcome *outcome, bool *is_amended)
{
    for (int i = 0; i < 3; i++) {
        title = trim_title(title);
        pol_span content = last_bracket(title);
        if (pol_words_equal(content, "as amended"))
            *is_amended = true;
        if (content.data && !outcome->number.data && take_number_behind(&title, outcome))
            continue;
        if (!content.data)
            continue;
        pol_span before =
            trim_title(pol_span_first(title, (size_t)(content.data - 1 - title.data)));
        bool has_mover = before_mover(before).size < before.size; /* "Mugs - North branch (late)" */
        if (has_mover || is_aside(content))
            title = before;
    }
    static const char as_amended[] = "as amended";
    if (title.size >= strlen(as_amended) &&
        pol_span_equal_fold(pol_span_from(title, title.size - strlen(as_amended)),
                            POL_SPAN("as amended"))) {
        *is_amended = true;
        title.size -= strlen(as_amended);
    }
    title = trim_title(title);
    pol_span alone = trim_title(before_mover(title));
    return alone.size > 0 || outcome->number.data ? alone : title;
}

/* "Motion 16, Amendment 1": of the amendment. False where it has no number. */
static bool take_amendment(pol_span *rest, pol_outcome *outcome)
{
    pol_outcome amendment = {0};
    bool is_separated;
    pol_span behind = behind_marks(*rest, &is_separated);
    if (outcome->kind == POL_KIND_AMENDMENT || !(pol_words_start(behind, "amendment", NULL) ||
                                                 pol_words_start(behind, "amendments", NULL)))
        return true;
    if (!read_named(&behind, &amendment))
        return false;
    outcome->kind = POL_KIND_AMENDMENT;
    outcome->number = amendment.number;
    *rest = behind;
    return true;
}

bool pol_outcome_item(pol_span text, pol_outcome *outcome, bool *ret_is_amended)
{
    bool is_amended = false;
    outcome->kind = POL_KIND_MOTION;
    outcome->number = outcome->title = pol_span_make(NULL, 0);
    text = pol_span_trim(pol_span_unbullet(pol_span_trim(text)));
    while (pol_span_starts(text, POL_SPAN("*")) || pol_span_starts(text, POL_SPAN("_")))
        text = pol_span_trim(pol_span_from(text, 1));
    if (text.size == 0 || text.size > POL_OUTCOME_LINE_MAX)
        return false;
    bool is_named = read_named(&text, outcome);
    if (!is_named && read_bare(&text, outcome)) {
        bool is_separated; /* "4. Motion 12 Mugs": the first number is the list's */
        pol_span behind = behind_marks(text, &is_separated);
        pol_outcome named = {0};
        if (read_named(&behind, &named)) {
            outcome->number = named.number;
            outcome->kind = named.kind;
            text = behind;
        }
    }
    if (outcome->number.data && !take_amendment(&text, outcome))
        return false;
    pol_kind kind;
    bool is_in_number;
    pol_span behind = text;
    if (!outcome->number.data && pol_outcome_noun(&behind, &kind, &is_in_number) &&
        kind != POL_KIND_STATEMENT && behind.size > 0 &&
        strchr(":-", pol_span_trim(behind).data[0])) {
        outcome->kind = (uint8_t)kind; /* "Emergency motion: Mugs" */
        text = behind;
    }
    pol_span title = without_quotes(pol_outcome_strip(take_behind(text, outcome, &is_amended)));
    if (outcome->number.data && (title.size == 0 || pol_submitter_is_body_line(title)))
        title = pol_span_make(NULL, 0);
    else if (!is_title(title))
        return false;
    if (outcome->kind == POL_KIND_AMENDMENT && title.data && pol_words_start(title, "to", NULL))
        title = pol_span_make(NULL, 0); /* "Amendment 1 to Motion 16" */
    outcome->title = title;
    if (outcome->kind == POL_KIND_MOTION && title.data)
        outcome->kind = (uint8_t)kind_of_title(title, POL_KIND_MOTION);
    if (ret_is_amended)
        *ret_is_amended = is_amended;
    return true;
}
