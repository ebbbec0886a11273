/* item.c - how a report names an item: "16 Mugs - North branch", "Motion 16",
 * "Composite A (motions 3, 4 and 9)", "Mugs for all (16)", "Statement of the executive". */
#include "document/outcome/title.h"

#include "document/recognise/submitters.h"
#include "document/words.h"

enum { NUMBER_BYTES_MAX = 9, TITLE_BYTES_MAX = 240, TITLE_WORDS_MAX = 34, BRACKET_BYTES_MAX = 160 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
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

/* "IV" behind a noun */
static bool is_roman(pol_span word)
{
    for (size_t i = 0; i < word.size; i++)
        if (!strchr("IVX", word.data[i]))
            return false;
    return word.size <= 5;
}

/* "Amendment Two" */
static bool is_spelled(pol_span word)
{
    return pol_word_is_any(word, "one two three four five six seven eight nine ten eleven twelve");
}

/* "P-12", "31/02-A": a hyphen between letters and digits; "17-19" is a range. */
static bool is_hyphened(pol_span word)
{
    size_t at = pol_span_find(word, POL_SPAN("-"), 0);
    if (at == (size_t)-1 || at == 0 || at + 1 >= word.size)
        return false;
    return is_digit(word.data[at - 1]) != is_digit(word.data[at + 1]);
}

bool pol_outcome_is_number(pol_span word, bool may_be_letter)
{
    if (word.size == 0 || word.size > NUMBER_BYTES_MAX || pol_word_year(word) ||
        !pol_word_is_capital(word))
        return false;
    if (!pol_outcome_has_digit(word) && may_be_letter && (is_roman(word) || is_spelled(word)))
        return true;
    if (!pol_outcome_has_digit(word))
        return may_be_letter && word.size <= 2 && word.data[0] >= 'A' && word.data[0] <= 'Z' &&
               (word.size == 1 || word.data[1] == word.data[0]);
    size_t letters = 0;
    for (size_t i = 0; i < word.size; i++) {
        if (!is_digit(word.data[i]) && !strchr("./", word.data[i]) &&
            !(word.data[i] == '-' && is_hyphened(word)))
            letters += (word.data[i] | 32) >= 'a' && (word.data[i] | 32) <= 'z' ? 1 : 9;
    }
    return letters <= 4 && !has_unit(word);
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

/* ---- the number at the start ------------------------------------------------------------ */

/* "2/A1", "M04-a": a mark, and a label with a letter; "4/5" is two numbers. Its bytes, or 0. */
static size_t label_behind(pol_span number, pol_span rest)
{
    enum { LABEL_MAX = 3 };
    bool is_marked = rest.size > 1 && (rest.data[0] == '/' || rest.data[0] == '-') &&
                     number.data + number.size == rest.data && pol_outcome_is_number(number, false);
    size_t end = 1, letters = 0;
    while (is_marked && end < rest.size && (is_digit(rest.data[end]) || is_letter(rest.data[end])))
        letters += is_letter(rest.data[end++]);
    bool is_label = is_marked && letters == 1 && is_letter(rest.data[1]) && end <= LABEL_MAX + 1;
    return is_label && (end == rest.size || strchr(" .:,;)", rest.data[end])) ? end : 0;
}

/* "HE2A.1": a point and digits behind a number that ends in a letter. Their bytes, or 0. */
static size_t part_behind(pol_span number, pol_span rest)
{
    enum { DIGITS_MAX = 2 };
    size_t end = 1;
    if (rest.size < 2 || rest.data[0] != '.' || number.data + number.size != rest.data ||
        !is_letter(number.data[number.size - 1]) || !pol_outcome_is_number(number, false))
        return 0;
    while (end < rest.size && end <= DIGITS_MAX && is_digit(rest.data[end]))
        end++;
    return end > 1 && (end == rest.size || strchr(" .:,;)", rest.data[end])) ? end : 0;
}

/* "21(i)": what stands in brackets right behind a number is of it. */
pol_span pol_outcome_whole_number(pol_span number, pol_span *rest)
{
    enum { LABEL_MAX = 3 };
    size_t label = number.data ? label_behind(number, *rest) : 0;
    if (label == 0 && number.data)
        label = part_behind(number, *rest);
    if (label > 0) {
        *rest = pol_span_from(*rest, label);
        return pol_span_make(number.data, number.size + label);
    }
    if (rest->size < 3 || rest->data[0] != '(' || number.data + number.size != rest->data)
        return number;
    size_t close = pol_span_find(*rest, POL_SPAN(")"), 0), digits = 0, romans = 0;
    if (close == (size_t)-1 || close < 2 || close > LABEL_MAX + 1)
        return number;
    for (size_t i = 1; i < close; i++) {
        digits += is_digit(rest->data[i]);
        romans += strchr("ivx", rest->data[i] | 32) != NULL;
    }
    if (digits + 1 != close && romans + 1 != close && close > 2)
        return number; /* "16(lost)" */
    *rest = pol_span_from(*rest, close + 1);
    return pol_span_make(number.data, number.size + close + 1);
}

/* "EM 01", "OoO 2": letters that are half of a number. */
bool pol_outcome_is_prefix(pol_span word)
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
    if (pol_outcome_is_prefix(word))
        word = pol_word_next(&rest);
    if (!pol_outcome_is_number(word, true))
        return false;
    word = pol_outcome_whole_number(word, &rest);
    bool is_letter = !pol_outcome_has_digit(word) && word.size <= 2;
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
    bool is_marked = behind.size > 1 && strchr(".)", behind.data[0]); /* "4. May Day holiday" */
    bool is_month =
        pol_word_is_any(pol_word_next(&behind), "january february march april may june july "
                                                "august september october november december");
    pol_span next = pol_word_next(&behind); /* "6. March for jobs" */
    bool goes_on = next.size > 0 && next.data[0] >= 'a' && next.data[0] <= 'z' &&
                   !pol_word_is_any(next, "to and at in on until till from");
    bool is_figure = next.size > 0 && is_digit(next.data[0]);
    return is_time || points > 1 ||
           (is_month && !goes_on && !(is_marked && next.data && !is_figure));
}

/* "16 ", "16. ", "#16", "1A.1 ": a number alone. */
static bool read_bare(pol_span *text, pol_outcome *outcome)
{
    pol_span all = pol_span_starts(*text, POL_SPAN("#")) ? pol_span_from(*text, 1) : *text;
    pol_span rest = all, word = pol_word_next(&rest);
    if (!word.data || word.data != all.data)
        return false;
    pol_span number = word;
    if (pol_outcome_is_prefix(word)) {
        word = pol_word_next(&rest);
        if (!word.data)
            return false;
        number.size = (size_t)(word.data + word.size - number.data);
    }
    bool is_cut = rest.size > 0 && strchr("%'+&", rest.data[0]) != NULL && rest.data[0] != '\0';
    if (!pol_outcome_is_number(word, false) || is_cut || is_date_or_time(word, rest))
        return false;
    word = pol_outcome_whole_number(word, &rest);
    number.size = (size_t)(word.data + word.size - number.data);
    bool is_separated;
    pol_span title = pol_title_behind_marks(rest, &is_separated);
    bool starts_small = title.size > 0 && title.data[0] >= 'a' && title.data[0] <= 'z';
    if (starts_small && !is_separated && !pol_words_start(title, "amendment", NULL))
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
    return pol_word_is_any(pol_word_next(&rest),
                           "motions composite composited incorporating "
                           "including from because as see page p moved "
                           "mover proposed submitted seconded by formerly "
                           "previously amends amended combining "
                           "consequential unless item merged combined with card settled") ||
           pol_submitter_is_body_line(content) ||
           (pol_outcome_noun(&content, &kind, &is_in_number) &&
            pol_outcome_has_digit(pol_word_next(&content)));
}

/* "Mugs (16)", "Mugs (Motion 16)", "Mugs, Motion 16": the number behind the title. */
static bool take_number_behind(pol_span *title, pol_outcome *outcome)
{
    pol_span content = last_bracket(*title), rest = content;
    if (content.data == NULL || pol_span_starts_fold(content, POL_SPAN("motions")))
        return false;
    pol_outcome named = {0};
    pol_span word = pol_word_next(&rest);
    bool is_named = read_named(&content, &named) &&
                    (pol_word_count(content, 1) == 0 ||
                     (content.data[0] == ',' &&
                      pol_submitter_is_body_line(pol_span_trim(pol_span_from(content, 1)))));
    if (is_named) {
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

/* "5. Mugs (Motion 12)": is the number that of a list, since the bracket names the motion? */
static bool is_list_number(const pol_outcome *outcome, pol_span content)
{
    pol_kind kind;
    bool is_in_number;
    for (size_t i = 0; i < outcome->number.size; i++)
        if (!is_digit(outcome->number.data[i]) && outcome->number.data[i] != '.')
            return false;
    return content.data && outcome->kind != POL_KIND_COMPOSITE &&
           pol_outcome_starts_item(content) && pol_outcome_noun(&content, &kind, &is_in_number) &&
           (kind == POL_KIND_MOTION || kind == POL_KIND_EMERGENCY);
}

/* The brackets, the mover and the number that may stand behind a title. */
static pol_span take_behind(pol_span title, pol_outcome *outcome, bool *is_amended)
{
    for (int i = 0; i < 3; i++) {
        title = pol_title_trim(title);
        pol_span content = last_bracket(title);
        if (pol_words_equal(content, "as amended"))
            *is_amended = true;
        if (pol_words_equal(content, "unamended"))
            title = pol_title_trim(pol_span_first(title, (size_t)(content.data - 1 - title.data)));
        bool may_number = !outcome->number.data || is_list_number(outcome, content);
        if (content.data && may_number && take_number_behind(&title, outcome))
            continue;
        if (!content.data)
            continue;
        pol_span before =
            pol_title_trim(pol_span_first(title, (size_t)(content.data - 1 - title.data)));
        bool has_mover =
            pol_title_before_mover(before).size < before.size; /* "Mugs - North branch (late)" */
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
    title = pol_title_trim(title);
    pol_span alone = pol_title_trim(pol_title_before_mover(title));
    return alone.size > 0 || outcome->number.data ? alone : title;
}

/* "2a amendment, Wessex Area", "1.1 Amendment": the word says what it is, and what follows is who
 * moved it; "Amendments to the Equality Act" is a title. */
bool pol_outcome_is_only_amendment(pol_span title)
{
    pol_span rest = title, word = pol_word_next(&rest);
    if (!pol_word_is(word, "amendment"))
        return false;
    pol_span ahead = rest, next = pol_word_next(&ahead);
    bool is_small = word.data[0] == 'a', is_marked = rest.size > 0 && rest.data[0] != ' ';
    return is_small || is_marked || !next.data || pol_word_is_any(next, "by from moved") ||
           (pol_word_is(next, "to") && (pol_outcome_starts_item(ahead) ||
                                        pol_outcome_is_number(pol_word_next(&ahead), false)));
}

/* "2/A1", "1.1", "2a": made of the motion's number and more. */
static bool is_compound(pol_span number)
{
    bool has_digit = false, is_found = false;
    for (size_t i = 0; i < number.size; i++) {
        is_found = is_found || (has_digit && !is_digit(number.data[i]));
        has_digit = has_digit || is_digit(number.data[i]);
    }
    return is_found;
}

/* "Motion 16, Amendment 1": of the amendment. False where it has no number. */
static bool take_amendment(pol_span *rest, pol_outcome *outcome)
{
    pol_outcome amendment = {0};
    bool is_separated;
    pol_span behind = pol_title_behind_marks(*rest, &is_separated);
    if (outcome->kind == POL_KIND_AMENDMENT || !(pol_words_start(behind, "amendment", NULL) ||
                                                 pol_words_start(behind, "amendments", NULL)))
        return true;
    if (!read_named(&behind, &amendment))
        return pol_outcome_is_only_amendment(pol_span_trim(behind)) && is_compound(outcome->number);
    outcome->kind = POL_KIND_AMENDMENT;
    outcome->number = amendment.number;
    *rest = behind;
    return true;
}

/* The number that `*text` starts with, behind a list's own: "4. Motion 12 Mugs". */
static void read_number(pol_span *text, pol_outcome *outcome)
{
    if (read_named(text, outcome) || !read_bare(text, outcome))
        return;
    bool is_separated;
    pol_span behind = pol_title_behind_marks(*text, &is_separated);
    pol_outcome named = {0};
    if (read_named(&behind, &named)) {
        outcome->number = named.number;
        outcome->kind = named.kind;
        *text = behind;
    }
}

/* "Emergency motion: Mugs": a noun without a number, before the title. */
static void read_lone_noun(pol_span *text, pol_outcome *outcome)
{
    pol_kind kind;
    bool is_in_number;
    pol_span behind = *text;
    if (!pol_outcome_noun(&behind, &kind, &is_in_number) || kind == POL_KIND_STATEMENT ||
        behind.size == 0 || !strchr(":-", pol_span_trim(behind).data[0]))
        return;
    outcome->kind = (uint8_t)kind;
    *text = behind;
}

/* "Size of the National Committee": ends like a body's name, but starts with what is of it. */
static bool is_of_body(pol_span title)
{
    pol_span rest = title, first = pol_word_next(&rest);
    return pol_word_is_any(pol_word_next(&rest), "of for to and in on") &&
           !pol_word_is_any(first, "council committee branch federation union association national "
                                   "region college society university guild institute isle");
}

/* "Moved North, seconded South", "the NEC opposed" */
static bool tells_of_movers(pol_span title)
{
    pol_span rest = title, first = pol_word_next(&rest);
    bool is_small = title.size > 0 && title.data[0] >= 'a' && title.data[0] <= 'z';
    return pol_word_is_any(first, "moved proposed seconded mover proposer") ||
           (is_small &&
            pol_word_is_any(pol_word_last(title), "opposed supported spoke seconded moved"));
}

/* "Burns (composite)", "Eviction (emergency motion)": the bracket says the kind. */
static pol_span take_kind_behind(pol_span title, pol_outcome *outcome)
{
    pol_kind kind;
    bool is_in_number;
    pol_span content = last_bracket(title), rest = content;
    if (!content.data || content.data - 1 == title.data ||
        !pol_outcome_noun(&rest, &kind, &is_in_number) || kind == POL_KIND_MOTION ||
        !(pol_word_count(rest, 1) == 0 || rest.data[0] == ','))
        return title;
    if (outcome->kind == POL_KIND_MOTION)
        outcome->kind = (uint8_t)kind;
    return pol_title_trim(pol_span_first(title, (size_t)(content.data - 1 - title.data)));
}

/* "Executive Statement Sharing an island": the title behind what says that it is one. */
static pol_span behind_statement(pol_span title, pol_outcome *outcome)
{
    static const char *const leads[] = {"executive statement",
                                        "nec statement",
                                        "executive council statement",
                                        "general council statement",
                                        "executive committee statement",
                                        "board statement",
                                        "statement of policy"};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        pol_span rest;
        if (!pol_words_start(title, leads[i], &rest) || rest.size < 2 || rest.data[0] != ' ' ||
            !pol_word_is_capital(pol_span_core(rest)) || pol_word_count(rest, 2) < 2)
            continue;
        outcome->kind = POL_KIND_STATEMENT;
        return pol_span_trim(rest);
    }
    return title;
}

/* "(motions 4, 5 and 7), One pay spine": behind the bracket that stands before the title. */
static pol_span behind_aside(pol_span text)
{
    bool is_separated;
    pol_span start = pol_span_trim(text);
    size_t close = pol_span_find(start, POL_SPAN(")"), 0);
    if (start.size < 3 || start.data[0] != '(' || close == (size_t)-1 ||
        close > BRACKET_BYTES_MAX || close + 1 == start.size ||
        !is_aside(pol_span_make(start.data + 1, close - 1)))
        return text;
    pol_span behind = pol_title_behind_marks(pol_span_from(start, close + 1), &is_separated);
    return behind.size > 0 ? behind : text;
}

/* ". Covering Motions 12, 13 and 15. ENERGY": a composite, and its title. */
static pol_span behind_covering(pol_span text, pol_outcome *outcome)
{
    bool is_separated, has_number = false;
    pol_span start = pol_title_behind_marks(text, &is_separated), rest = start, ahead;
    if (!pol_word_is_any(pol_word_next(&rest), "covering incorporating comprising") ||
        !pol_word_is_any(pol_word_next(&rest), "motion motions resolutions resolution"))
        return text;
    for (ahead = rest;; rest = ahead) {
        pol_span word = pol_word_next(&ahead);
        bool is_number = word.data && pol_outcome_is_number(word, false);
        if (!is_number && !pol_word_is_any(word, "and to &"))
            break;
        has_number = has_number || is_number;
    }
    if (!has_number)
        return text;
    if (outcome->kind == POL_KIND_MOTION)
        outcome->kind = POL_KIND_COMPOSITE;
    return rest;
}

/* "HE1 Composite: Pay": the noun behind the number tells the kind. */
static pol_span behind_noun(pol_span text, pol_outcome *outcome)
{
    pol_kind kind;
    bool is_in_number, is_separated;
    pol_span rest = pol_title_behind_marks(text, &is_separated);
    if (!pol_outcome_noun(&rest, &kind, &is_in_number) || rest.size < 3 || rest.data[0] != ':' ||
        kind == POL_KIND_AMENDMENT || kind == POL_KIND_STATEMENT)
        return text;
    if (outcome->kind == POL_KIND_MOTION)
        outcome->kind = (uint8_t)kind;
    return pol_span_from(rest, 1);
}

/* The title, if what is left is one. False if it is neither that nor a mover alone. */
static bool read_title(pol_span text, pol_outcome *outcome, bool *is_amended)
{
    text = outcome->number.data ? behind_noun(behind_covering(behind_aside(text), outcome), outcome)
                                : text;
    pol_span title =
        take_behind(take_kind_behind(pol_title_trim(text), outcome), outcome, is_amended);
    title = pol_title_without_quotes(pol_outcome_strip(title));
    if (!outcome->number.data)
        title = behind_statement(title, outcome);
    if (!outcome->number.data && pol_outcome_is_only_amendment(title))
        return false; /* whose, but not which */
    if (outcome->number.data && pol_outcome_is_only_amendment(title)) {
        outcome->kind = POL_KIND_AMENDMENT;
        return true;
    }
    bool is_mover = title.size == 0 || tells_of_movers(title) ||
                    (pol_submitter_is_body_line(title) && !is_of_body(title));
    if (outcome->number.data && is_mover)
        return true;
    if (!pol_title_is(title))
        return false;
    pol_span behind_to;
    if (!outcome->number.data && pol_words_start(title, "to", &behind_to) &&
        pol_outcome_starts_item(behind_to))
        outcome->kind = POL_KIND_AMENDMENT; /* "To motion 1 (North branch)" */
    bool names_motion =                     /* "Amendment 1 to Motion 16" */
        outcome->kind == POL_KIND_AMENDMENT && outcome->number.data &&
        pol_words_start(title, "to", NULL);
    if (!names_motion)
        outcome->title = title;
    if (outcome->kind == POL_KIND_MOTION)
        outcome->kind = (uint8_t)pol_title_kind(title, POL_KIND_MOTION);
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
    read_number(&text, outcome);
    if (outcome->number.data && !take_amendment(&text, outcome))
        return false;
    if (!outcome->number.data)
        read_lone_noun(&text, outcome);
    if (!read_title(text, outcome, &is_amended))
        return false;
    if (ret_is_amended)
        *ret_is_amended = is_amended;
    return true;
}
