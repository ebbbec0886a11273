/* line.c - one line of a list to an item and its decision: "16 Mugs: CARRIED",
 * "16 Mugs CARRIED", "CARRIED: 16 Mugs", "E3 ........ LOST", "Carried: 1, 4 and 7". */
#include "document/outcome/sentence.h"
#include "document/outcome/title.h"
#include "document/words.h"

enum {
    RUN_MAX = 40,
    RUN_WORDS_MAX = 200,
    CUTS_MAX = 12,
    LISTED_CUTS_MAX = 4,
    UNKNOWN_WORDS_MAX = 6
};

/* What stands between item and decision. */
static const char *const separators[] = {
    ":",        " - ",  " \u2013 ", " \u2014 ", "  ", "..",     " |",     "|",  "\u2026", " = ",
    " \u2192 ", " => ", " -> ",     " (",       " [", "\u2014", "\u2013", ", ", "; ",     ". ",
};

/* Where the next separator stands, from `from` on; its size goes to *ret_size. */
static size_t next_separator(pol_span line, size_t from, size_t *ret_size)
{
    for (size_t at = from; at < line.size; at++) {
        if (!strchr(": .|=-([,;\xE2", line.data[at]))
            continue;
        pol_span here = pol_span_from(line, at);
        for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
            if (pol_span_starts(here, pol_span_of(separators[i]))) {
                *ret_size = strlen(separators[i]);
                return at;
            }
    }
    return line.size;
}

/* Leaders, dashes and spaces off the front: "..... LOST". */
static pol_span skip_leaders(pol_span text)
{
    static const char *const leaders[] = {" ",      ".",      "-", "|",      "=",
                                          ">",      ":",      "_", "\u2013", "\u2014",
                                          "\u2026", "\u2192", "*", ",",      ";"};
    for (bool found = true; found;) {
        found = false;
        for (size_t i = 0; i < sizeof leaders / sizeof *leaders && !found; i++)
            if ((found = text.size > 0 && pol_span_starts(text, pol_span_of(leaders[i]))))
                text = pol_span_from(text, strlen(leaders[i]));
    }
    return text;
}

static void amend(pol_outcome *outcome, bool is_amended)
{
    if (is_amended && outcome->decision == POL_DECISION_CARRIED)
        outcome->decision = POL_DECISION_CARRIED_AMENDED;
}

/* "accepted by the mover" decides nothing on an amendment. */
static bool is_vote(const pol_outcome *outcome)
{
    return outcome->kind != POL_KIND_AMENDMENT || !pol_outcome_is_acceptance(outcome->words);
}

/* "Motion 13, Mugs, was taken in parts": the first half of a sentence, no title. */
static bool is_told(pol_span title)
{
    static const char *const tells[] = {", was ", ", were ",    " was taken ", " was put",
                                        ", had ", " was moved", " were taken"};
    for (size_t i = 0; i < sizeof tells / sizeof *tells; i++)
        if (pol_span_find(title, pol_span_of(tells[i]), 0) != (size_t)-1)
            return true;
    return false;
}

/* A line cut at a mark. A comma or a full stop alone is a weak one: the item must have a
 * number then, and also where something is remarked on the decision. */
typedef struct halves {
    pol_span left, right;
    bool is_weak, may_be_remarked;
} halves;

/* "Bus lanes (moved T. Elm)": what has movers is a motion. */
static bool names_movers(pol_span left)
{
    size_t open = pol_span_find(left, POL_SPAN(" ("), 0);
    pol_span inside = pol_span_from(left, open == (size_t)-1 ? left.size : open + 2);
    return left.size > 0 && left.data[left.size - 1] == ')' &&
           pol_word_is_any(pol_word_next(&inside), "moved proposed mover proposer");
}

/* "4.5 A slipway. | Points 1 and 2 of Motion 3 were lost": of another item than that before it. */
static bool is_on_other(const pol_outcome *outcome, pol_span words)
{
    bool is_behind =
        outcome->words.data > words.data && outcome->words.data <= words.data + words.size;
    pol_span before =
        pol_span_first(words, is_behind ? (size_t)(outcome->words.data - words.data) : 0);
    return pol_sentence_names_item(before) ||
           (outcome->decision == POL_DECISION_CARRIED_PART && pol_sentence_names_item(words));
}

static bool read_halves(const halves *cut, pol_outcome_memory *memory, pol_outcome *outcome)
{
    bool is_amended;
    pol_span right = skip_leaders(cut->right);
    pol_span start = pol_span_core(right);
    if (start.size == 0 ||
        !(cut->may_be_remarked ? pol_outcome_words_remarked(right, memory, outcome)
                               : pol_outcome_words(right, memory, outcome)) ||
        !pol_outcome_item(cut->left, outcome, &is_amended) || !is_vote(outcome) ||
        is_told(cut->left) || (cut->may_be_remarked && !outcome->number.data) ||
        pol_outcome_is_muddled(cut->left, outcome, memory))
        return false;
    if (is_on_other(outcome, right))
        return false;
    pol_span ahead = start, first = pol_word_next(&ahead);
    bool has_subject = pol_word_is_any(first, "the this that motion composite resolution it");
    bool is_named = outcome->number.data || names_movers(cut->left);
    if (cut->is_weak && (!is_named || !pol_word_is_capital(first) || has_subject))
        return false;
    amend(outcome, is_amended);
    return true;
}

/* Could the line start with the number of an item, or its noun? */
static bool may_be_numbered(pol_span line)
{
    pol_kind kind;
    bool is_in_number;
    pol_span rest = line;
    return pol_outcome_is_number(pol_word_next(&rest), false) ||
           (line.data[0] >= '0' && line.data[0] <= '9') || line.data[0] == '#' ||
           pol_outcome_noun(&line, &kind, &is_in_number);
}

static bool read_marked(pol_span line, bool may_be_remarked, pol_outcome_memory *memory,
                        pol_outcome *outcome)
{
    bool may_be_weak = may_be_numbered(line);
    size_t size, from = 0;
    for (int cuts = 0; cuts < CUTS_MAX; cuts++) {
        size_t at = next_separator(line, from, &size);
        if (at >= line.size)
            return false;
        bool is_bracket = line.data[at + size - 1] == '(' || line.data[at + size - 1] == '[';
        halves cut = {.left = pol_span_first(line, at),
                      .right = pol_span_from(line, at + size - is_bracket),
                      .is_weak = line.data[at] == ',' || line.data[at] == ';' ||
                                 (line.data[at] == '.' && size == 2 && line.data[at + 1] == ' '),
                      .may_be_remarked = may_be_remarked};
        pol_outcome made = {0};
        if ((!cut.is_weak || may_be_weak || names_movers(cut.left)) &&
            read_halves(&cut, memory, &made)) {
            *outcome = made;
            return true;
        }
        from = at + size;
        while (from < line.size && strchr(". -_", line.data[from]))
            from++; /* leaders are one mark */
    }
    return false;
}

/* A number or a noun with one stands for sure at the start. */
static bool is_numbered(pol_span left)
{
    pol_outcome item;
    return pol_outcome_item(left, &item, NULL) && item.number.data != NULL;
}

/* "M1 Water butts 212 14": without the cells of votes for and against. */
static pol_span before_figures(pol_span left)
{
    pol_span text = left;
    size_t figures = 0;
    for (;;) {
        while (text.size > 0 && strchr(" -|", text.data[text.size - 1]))
            text.size--;
        pol_span word = pol_word_last(text);
        bool is_figure = word.data && word.data + word.size == text.data + text.size;
        for (size_t i = 0; i < word.size && is_figure; i++)
            is_figure = (word.data[i] >= '0' && word.data[i] <= '9') || word.data[i] == ',';
        if (!is_figure || word.data == text.data)
            return figures >= 2 ? text : left;
        text.size = (size_t)(word.data - text.data);
        figures++;
    }
}

/* "16 Mugs - North branch CARRIED AS AMENDED": the decision in capitals, or behind a
 * number alone, or a capitalised one behind an item with a number. */
static bool read_spaced(pol_span line, pol_outcome_memory *memory, pol_outcome *outcome)
{
    pol_span rest = line, word;
    bool may_be_quiet = may_be_numbered(line);
    size_t words = 0;
    while ((word = pol_word_next(&rest)).data && words++ < 60) {
        size_t at = (size_t)(word.data - line.data);
        bool are_letters = pol_outcome_letters_mean(word, memory) != POL_DECISION_NONE;
        if (!may_be_quiet && !pol_word_is_upper(word) && !are_letters)
            continue;
        pol_span right = pol_span_from(line, at), left = pol_span_first(line, at);
        bool may_start = pol_decision_may_start(right) ||
                         pol_outcome_letters_mean(right, memory) != POL_DECISION_NONE;
        if (words < 2 || line.data[at - 1] != ' ' || !may_start)
            continue;
        pol_outcome made = {0};
        bool is_amended;
        if (!pol_outcome_words(right, memory, &made) || is_on_other(&made, right))
            continue;
        left = before_figures(left);
        bool is_loud = pol_word_is_upper(word);
        bool has_number = is_numbered(left);
        if (!pol_outcome_item(left, &made, &is_amended) || !is_vote(&made) ||
            !(is_loud || (has_number && (pol_word_is_capital(word) || !made.title.data))) ||
            pol_outcome_is_muddled(left, &made, memory))
            continue;
        amend(&made, is_amended);
        *outcome = made;
        return true;
    }
    return false;
}

/* "16 Mugs ✓", "✗ 17 Tea": a sign of the legend at either end of a numbered item. */
static bool read_signed(pol_span line, pol_outcome_memory *memory, pol_outcome *outcome)
{
    size_t from = line.size;
    while (from > 0 && line.data[from - 1] != ' ')
        from--;
    size_t to = pol_span_find(line, POL_SPAN(" "), 0);
    const pol_span signs[] = {pol_span_from(line, from), pol_span_first(line, to)};
    const pol_span items[] = {pol_span_first(line, from), pol_span_from(line, to)};
    for (size_t i = 0; memory->legend && to != (size_t)-1 && i < 2; i++) {
        pol_outcome made = {0};
        bool is_amended;
        if (pol_word_count(signs[i], 1) > 0 || !pol_outcome_words(signs[i], memory, &made) ||
            !pol_outcome_item(items[i], &made, &is_amended) || !made.number.data || !is_vote(&made))
            continue;
        amend(&made, is_amended);
        *outcome = made;
        return true;
    }
    return false;
}

/* "CARRIED: 16 Mugs", "Lost - Motion 4". */
static bool read_first(pol_span line, pol_outcome_memory *memory, pol_outcome *outcome)
{
    size_t size, at = next_separator(line, 0, &size);
    pol_span rest = line, word = pol_word_next(&rest);
    bool is_loud = pol_word_is_upper(word);
    if (at >= line.size && is_loud) { /* "CARRIED 16 Mugs" */
        at = word.data + word.size < line.data + line.size
                 ? (size_t)(word.data + word.size - line.data)
                 : line.size;
        size = 1;
    }
    pol_outcome made = {0};
    bool is_amended;
    if (at >= line.size || !pol_outcome_words(pol_span_first(line, at), memory, &made))
        return false;
    pol_span item = skip_leaders(pol_span_from(line, at + size));
    if (!pol_outcome_item(item, &made, &is_amended) || !made.number.data || !is_vote(&made))
        return false;
    amend(&made, is_amended);
    *outcome = made;
    return true;
}

/* "Lost, 8 to 15": how many voted which way, and no motions. */
static bool is_score(pol_span line, size_t at, pol_span behind)
{
    pol_span rest = behind, first = pol_word_next(&rest), to = pol_word_next(&rest);
    pol_span second = pol_word_next(&rest);
    return line.data[at] == ',' && first.size > 0 && first.data[0] <= '9' && second.size > 0 &&
           second.data[0] <= '9' && pol_word_is(to, "to") && pol_word_count(rest, 1) == 0;
}

/* The items behind `at` in the line, if what stands before it is a heading: "Motions lost". */
static size_t read_list_behind(pol_span line, size_t at, size_t size, pol_outcome_memory *memory,
                               pol_outcome *items)
{
    pol_outcome said = {0};
    bool is_full;
    if (!pol_outcome_heading(pol_span_first(line, at), memory, &said, &is_full))
        return 0;
    pol_span rest = skip_leaders(pol_span_from(line, at + size)), listed = rest;
    if (is_score(line, at, rest))
        return 0;
    size_t count = pol_outcome_list(&rest, false, memory, items);
    if (pol_word_count(rest, 1) > 0 && is_full)
        count = pol_outcome_titled(listed, memory, items, &rest);
    if (pol_word_count(rest, 1) > 0 || (count < 2 && !is_full))
        return 0;
    for (size_t i = 0; i < count; i++) {
        pol_outcome made = said;
        made.kind = items[i].kind == POL_KIND_MOTION ? said.kind : items[i].kind;
        made.number = items[i].number;
        made.title = items[i].title;
        items[i] = made;
    }
    return count;
}

/* "Carried: 1, 4 and 7", "Carried nem. con.: Motions 12 and 17 to 19": two items or more. */
static size_t read_listed(pol_span line, pol_outcome_memory *memory, pol_outcome *items)
{
    size_t size, from = 0;
    for (int cuts = 0; cuts < LISTED_CUTS_MAX; cuts++) {
        size_t at = next_separator(line, from, &size), count;
        if (at >= line.size)
            return 0;
        bool is_bracket = line.data[at + size - 1] == '(' || line.data[at + size - 1] == '[';
        if (!is_bracket && /* "Motions carried (4)" counts them */
            (count = read_list_behind(line, at, size, memory, items)) > 0)
            return count;
        from = at + size;
    }
    return 0;
}

/* "Motions 1, 2 and 4: Carried", "1 - 3 Lost": two items or more, and what became of all. */
static size_t read_many(pol_span line, pol_outcome_memory *memory, pol_outcome *items)
{
    pol_outcome said = {0};
    pol_span rest = line;
    size_t count = pol_outcome_list(&rest, false, memory, items);
    pol_span words = skip_leaders(rest);
    if (count < 2 || words.size == 0 || words.data == line.data ||
        !pol_outcome_words(words, memory, &said))
        return 0;
    for (size_t i = 0; i < count; i++) {
        pol_outcome made = said;
        made.kind = items[i].kind;
        made.number = items[i].number;
        made.title = items[i].title;
        items[i] = made;
    }
    return count;
}

/* "16 Mugs ... If Composite A is carried, 16 falls": tells what would be. */
static bool is_conditional(pol_span line)
{
    pol_span word;
    while ((word = pol_word_next(&line)).data)
        if (pol_word_is_any(word, "if unless should would"))
            return true;
    return false;
}

/* "Motion 1 (carried) Mugs": the decision between number and title. */
static bool read_between(pol_span line, pol_outcome_memory *memory, pol_outcome *outcome)
{
    size_t open = pol_span_find(line, POL_SPAN("("), 0);
    size_t close = pol_span_find(line, POL_SPAN(")"), 0);
    if (open == (size_t)-1 || close == (size_t)-1 || close < open)
        return false;
    pol_outcome said = {0}, item = {0}, title = {0};
    pol_span words = pol_span_make(line.data + open + 1, close - open - 1);
    if (!pol_outcome_words(words, memory, &said) ||
        !pol_outcome_item(pol_span_first(line, open), &item, NULL) || !item.number.data ||
        item.title.data || !pol_outcome_item(pol_span_from(line, close + 1), &title, NULL) ||
        title.number.data)
        return false;
    said.kind = item.kind;
    said.number = item.number;
    said.title = title.title;
    *outcome = said;
    return true;
}

static size_t read_one(pol_span line, pol_outcome_memory *memory, pol_outcome *items,
                       pol_outcome_form *ret_form)
{
    pol_outcome whole = {0};
    *ret_form = POL_OUTCOME_FORM_NONE;
    if (read_first(line, memory, items))
        *ret_form = POL_OUTCOME_FORM_FIRST;
    else if (pol_outcome_words(line, memory, &whole))
        return false; /* "RULED OUT OF ORDER" is on no item */
    else if (read_marked(line, false, memory, items))
        *ret_form = POL_OUTCOME_FORM_MARKED;
    else if (read_spaced(line, memory, items) || read_signed(line, memory, items))
        *ret_form = POL_OUTCOME_FORM_SPACED;
    else if (read_between(line, memory, items) || read_marked(line, true, memory, items))
        *ret_form = POL_OUTCOME_FORM_MARKED;
    return *ret_form != POL_OUTCOME_FORM_NONE;
}

/* Could another item start here, which the word before does not lead to? */
static bool starts_record(pol_span here, pol_span before)
{
    pol_span rest = here, word = pol_word_next(&rest);
    return (pol_outcome_has_digit(word) && is_numbered(word)) ||
           (pol_outcome_starts_item(here) &&
            !(before.data &&
              pol_word_is_any(before, "by with of after because see to from as in if "
                                      "that and or on emergency composite late")));
}

/* "16 Mugs: CARRIED 17 Tea: LOST": lines that were run together. All of it must read so. */
static size_t read_run(pol_span line, pol_outcome_memory *memory, pol_outcome *items,
                       pol_outcome_form *ret_form)
{
    size_t count = 0;
    pol_span rest = line, whole = line, word, before = pol_span_make(NULL, 0);
    for (int words = 0; words < RUN_WORDS_MAX && (word = pol_word_next(&rest)).data; words++) {
        pol_span left = pol_span_make(whole.data, (size_t)(word.data - whole.data));
        while (left.size > 0 && strchr(" (;,", left.data[left.size - 1]))
            left.size--;
        bool is_start = starts_record(pol_span_from(line, (size_t)(word.data - line.data)), before);
        before = word;
        if (count + 1 >= RUN_MAX || left.size < 4 || !is_start || !pol_decision_may_hold(left) ||
            !read_one(left, memory, &items[count], ret_form))
            continue;
        count++;
        whole = pol_span_make(word.data, (size_t)(whole.data + whole.size - word.data));
    }
    if (count > 0 && pol_span_ends(whole, POL_SPAN(")")) && !memchr(whole.data, '(', whole.size))
        whole.size--; /* "(Motion 2: Lost)" */
    return count > 0 && read_one(whole, memory, &items[count], ret_form) ? count + 1 : 0;
}

/* "a) Food banks", "(iv) Food banks": without the letter of a list. */
static pol_span behind_letter(pol_span line)
{
    enum { LETTERS_MAX = 4 };
    size_t at = line.size > 0 && line.data[0] == '(', from = at;
    while (at < line.size && at - from < LETTERS_MAX && line.data[at] >= 'a' &&
           line.data[at] <= 'z')
        at++;
    bool is_one = at > from && at + 2 < line.size && line.data[at] == ')' &&
                  line.data[at + 1] == ' ' && line.data[at + 2] >= 'A' && line.data[at + 2] <= 'Z';
    return is_one ? pol_span_from(line, at + 2) : line;
}

/* "6 First aiders: sent to the Executive": words that stand alone, behind the last mark. */
bool pol_outcome_ends_alone(pol_span line)
{
    static const char *const marks[] = {": ", " - ", " \u2013 ", " \u2014 ", "  "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t behind = line.size;
        for (size_t at = 0; (at = pol_span_find(line, pol_span_of(marks[i]), at)) != (size_t)-1;)
            behind = at += strlen(marks[i]);
        if (behind < line.size && pol_outcome_is_lone(pol_span_from(line, behind)))
            return true;
    }
    return false;
}

size_t pol_outcome_line(pol_span line, pol_outcome_memory *memory, pol_outcome *items,
                        pol_outcome_form *ret_form)
{
    line = behind_letter(pol_span_trim(pol_span_unbullet(pol_span_trim(line))));
    *ret_form = POL_OUTCOME_FORM_NONE;
    if (line.size < 4 || line.size > POL_OUTCOME_LINE_MAX ||
        !(pol_outcome_may_decide(line, memory) || pol_outcome_ends_alone(line)) ||
        is_conditional(line))
        return 0;
    size_t count = pol_outcome_grid(line, memory, items);
    if (count == 0)
        count = read_listed(line, memory, items);
    if (count == 0)
        count = read_many(line, memory, items);
    if (count > 0) {
        *ret_form = POL_OUTCOME_FORM_LISTED;
        return count;
    }
    count = read_run(line, memory, items, ret_form);
    return count > 0 ? count : read_one(line, memory, items, ret_form);
}

bool pol_outcome_line_unknown(pol_span line, pol_outcome *outcome)
{
    line = pol_span_trim(pol_span_unbullet(pol_span_trim(line)));
    size_t size, last = line.size, from = 0;
    for (int cuts = 0; cuts < CUTS_MAX && from < line.size; cuts++) {
        size_t at = next_separator(line, from, &size);
        if (at < line.size && line.data[at] != ',')
            last = at;
        from = at + size;
    }
    if (line.size > POL_OUTCOME_LINE_MAX || last >= line.size)
        return false;
    pol_span words = pol_outcome_strip(skip_leaders(pol_span_from(line, last)));
    pol_outcome made = {0};
    size_t count = pol_word_count(words, UNKNOWN_WORDS_MAX + 1);
    if (count == 0 || count > UNKNOWN_WORDS_MAX || pol_outcome_is_stance(words) ||
        (words.data[0] >= '0' && words.data[0] <= '9') || pol_ends_in(line, ":,") ||
        pol_word_is_any(pol_word_last(words), "and next the of") ||
        !pol_outcome_item(pol_span_first(line, last), &made, NULL) || !made.number.data ||
        !(made.title.data || pol_outcome_starts_item(line)))
        return false;
    made.words = words;
    *outcome = made;
    return true;
}
