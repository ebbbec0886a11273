/* series.c - headings that a file makes of words of its own and a number: "Ordinary
 * Resolution A  Twinning", "Conference Paper 3", "Item IV". What is before the number is the same
 * in all of them, the numbers count up, and the text of a motion stands under most: then they are
 * put as a noun that every step knows, "Motion A: Twinning". */
#include "document/split/state.h"

enum {
    SHORT_BYTES = 200,
    PREFIX_WORDS = 4,
    NOUN_BYTES = 4,
    GROUPS_MAX = 64,
    BELOW = 12,
    LEAST = 3
};

/* How the numbers of a series are written. */
typedef enum series_digits { DIGITS, LETTER, ROMAN, WORD, PAIR, DIGITS_COUNT } series_digits;

typedef struct heading {
    pol_span prefix, number, rest;
    uint32_t values[DIGITS_COUNT]; /* what it is in each way of writing; 0: it is none */
} heading;

typedef struct series {
    pol_span prefix;
    uint8_t digits;
    uint32_t last;
    size_t count, steps, texts;
} series;

typedef struct all_series {
    series groups[GROUPS_MAX];
    size_t count;
} all_series;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- one line ---- */

static uint32_t roman_of(pol_span word)
{
    char made[8];
    pol_split_number number;
    pol_span none;
    if (word.size == 0 || word.size > 6)
        return 0;
    for (size_t i = 0; i < word.size; i++)
        if (!strchr("IVXL", word.data[i]))
            return 0;
    memcpy(made, word.data, word.size);
    made[word.size] = '.';
    return pol_split_letter_parse(pol_span_make(made, word.size + 1), &number, &none) ? number.value
                                                                                      : 0;
}

/* The number at the start of `text`, in all ways that it may be meant; false: there is none. */
static bool read_number(pol_span text, heading *ret)
{
    enum { PAIR_STEP = 1000 };
    pol_split_number number;
    pol_span rest = text, word = pol_word_next(&rest), after;
    memset(ret->values, 0, sizeof ret->values);
    if (word.data != text.data || !pol_split_number_parse(text, true, &number, &after) ||
        number.printed.data != text.data)
        return false;
    ret->number = number.printed;
    ret->rest = after;
    bool is_letters = number.value == 0;
    if (number.has_minor && number.value > 0)
        ret->values[PAIR] = number.value * PAIR_STEP + number.minor;
    else if (!is_letters)
        ret->values[is_digit(text.data[0]) || number.letters ? DIGITS : WORD] = number.value;
    if (is_letters && number.printed.size == 1)
        ret->values[LETTER] = (uint32_t)(number.printed.data[0] - 'A') + 1;
    if (is_letters)
        ret->values[ROMAN] = roman_of(number.printed);
    return after.size == 0 || strchr(" .:)]|-", after.data[0]);
}

/* Words of other kinds of item, and of what else papers number. */
static bool is_other(pol_span word)
{
    return pol_word_is_any(
        word, "amendment amendments composite composites emergency urgent topical rule rules "
              "article section page day session appendix table chapter part annex point paragraph "
              "clause line figure local lodge branch year schedule room hall region group standing "
              "sheet slide board poster letter exhibit round order step stage week level phase "
              "volume box form question received january february "
              "march april may june july august september october november december monday tuesday "
              "wednesday thursday friday saturday sunday constitutional bye-law statement");
}

/* One to four capitalised words and a number behind them? */
static bool read_heading(pol_span text, heading *ret)
{
    pol_span rest = pol_span_trim(text), start = rest, word;
    const char *end = start.data;
    bool has_noun = false; /* "SP 2030/11" is all number */
    for (int words = 0; words < PREFIX_WORDS && (word = pol_word_next(&rest)).data; words++) {
        bool is_joined = word.data - end == (words > 0 ? 1 : 0);
        if (!is_joined || !pol_word_is_capital(word) || is_digit(word.data[0]) || is_other(word) ||
            word.size < 2)
            return false;
        end = word.data + word.size;
        has_noun = has_noun || word.size >= NOUN_BYTES;
        pol_span behind = rest, no = rest, label = pol_word_next(&no);
        if (pol_word_is_any(label, "no nr number")) {
            behind = no;
            while (behind.size > 0 && strchr(".: ", behind.data[0]))
                behind = pol_span_from(behind, 1);
        }
        bool is_apart =
            has_noun && behind.size > 1 && (behind.data[0] == ' ' || behind.data != rest.data);
        if (is_apart && read_number(pol_span_trim(behind), ret)) {
            ret->prefix = pol_span_first(start, (size_t)(end - start.data));
            return true;
        }
    }
    return false;
}

static bool stands_out(const pol_splitter *split, size_t line)
{
    const pol_line *source = &split->text->lines[line];
    return source->text.size <= SHORT_BYTES && source->role != POL_LINE_CELL &&
           !source->is_quoted && source->marker.size == 0 &&
           (source->blanks > 0 || line == 0 || source->is_strong ||
            source->role == POL_LINE_HEADING || source->role == POL_LINE_PARAGRAPH) &&
           !pol_ends_in(source->text, ";,");
}

/* The heading that the line may be, where no rule knows it for one. */
static bool read_line(pol_splitter *split, size_t line, heading *ret)
{
    pol_split_heading known;
    if (split->is_furniture[line] || !stands_out(split, line) ||
        !read_heading(split->text->lines[line].text, ret))
        return false;
    bool is_known = pol_split_heading_parse(split->text->lines[line].text, &known) &&
                    known.form == POL_SPLIT_NOUN && known.number.printed.data;
    pol_span rest = pol_span_core(ret->rest);
    bool is_from = pol_words_start(rest, "from", NULL) || pol_words_start(rest, "by", NULL);
    return !is_known && (rest.size == 0 || is_from || pol_word_is_capital(rest));
}

/* Does a motion's text start below? */
static bool has_text(pol_splitter *split, size_t line)
{
    for (size_t i = line + 1; i < split->count && i <= line + BELOW; i++)
        if (pol_split_look(split, i) & (POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_EDIT))
            return true;
    return false;
}

/* ---- all of them ---- */

static series *find_series(all_series *all, const heading *line, uint8_t digits)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->groups[i].digits == digits && pol_span_equal(all->groups[i].prefix, line->prefix))
            return &all->groups[i];
    if (all->count >= GROUPS_MAX)
        return NULL;
    all->groups[all->count] = (series){.prefix = line->prefix, .digits = digits};
    return &all->groups[all->count++];
}

static bool is_next(const series *group, uint32_t value)
{
    enum { PAIR_STEP = 1000 };
    bool is_new_section = group->digits == PAIR && value % PAIR_STEP == 1 &&
                          value / PAIR_STEP == group->last / PAIR_STEP + 1;
    return value == group->last + 1 || is_new_section;
}

static void count_line(pol_splitter *split, all_series *all, size_t line, const heading *found)
{
    bool is_over_text = has_text(split, line);
    for (uint8_t digits = 0; digits < DIGITS_COUNT; digits++) {
        series *group = found->values[digits] ? find_series(all, found, digits) : NULL;
        if (!group)
            continue;
        group->steps += group->count > 0 && is_next(group, found->values[digits]);
        group->count++;
        group->texts += is_over_text;
        group->last = found->values[digits];
    }
}

static bool counts_up(const series *group)
{
    return group->count >= LEAST && group->steps * 10 >= (group->count - 1) * 6 &&
           group->texts * 10 >= group->count * 6;
}

/* "Agenda item 3" beside "Proposal 3": of the meeting, and the motions are the other's. */
static bool is_of_meeting(const all_series *all, const series *group)
{
    if (!pol_word_is_any(pol_word_last(group->prefix), "item items business"))
        return false;
    for (size_t i = 0; i < all->count; i++)
        if (counts_up(&all->groups[i]) &&
            !pol_word_is_any(pol_word_last(all->groups[i].prefix), "item items business"))
            return true;
    return false;
}

static bool is_of_series(all_series *all, const heading *found)
{
    for (uint8_t digits = 0; digits < DIGITS_COUNT; digits++) {
        const series *group = found->values[digits] ? find_series(all, found, digits) : NULL;
        if (group && counts_up(group) && !is_of_meeting(all, group))
            return true;
    }
    return false;
}

/* "Motion A: Twinning", "Motion A (North branch)". */
static void put_noun(pol_splitter *split, size_t line, const heading *found)
{
    static const char noun[] = "Motion ";
    pol_span rest = pol_span_trim(found->rest);
    bool is_bracket = rest.size > 0 && (rest.data[0] == '(' || rest.data[0] == '[');
    while (!is_bracket && rest.size > 0 && strchr(".:)]|- ", rest.data[0]))
        rest = pol_span_from(rest, 1);
    for (int i = 0; i < 2 && (pol_span_starts(rest, POL_SPAN("\u2013")) ||
                              pol_span_starts(rest, POL_SPAN("\u2014")));
         i++)
        rest = pol_span_trim(pol_span_from(rest, 3));
    size_t size = sizeof noun - 1 + found->number.size + 2 + rest.size, at = sizeof noun - 1;
    char *made = pol_arena_alloc(split->arena, size + 1);
    if (!made) {
        pol_splitter_refused(split, size + 1);
        return;
    }
    memcpy(made, noun, at);
    memcpy(made + at, found->number.data, found->number.size);
    at += found->number.size;
    if (rest.size > 0) {
        memcpy(made + at, is_bracket ? " " : ": ", is_bracket ? 1 : 2);
        at += is_bracket ? 1 : 2;
        memcpy(made + at, rest.data, rest.size);
        at += rest.size;
    }
    split->lines[line].text = pol_span_make(made, at);
    split->looks[line] = 0;
}

void pol_split_put_series(pol_splitter *split)
{
    all_series *all = pol_arena_alloc(split->arena, sizeof *all);
    heading found;
    if (!all) {
        pol_splitter_refused(split, sizeof *all);
        return;
    }
    *all = (all_series){.count = 0};
    for (size_t i = 0; i < split->count; i++)
        if (read_line(split, i, &found))
            count_line(split, all, i, &found);
    for (size_t i = 0; i < split->count; i++)
        if (read_line(split, i, &found) && is_of_series(all, &found))
            put_noun(split, i, &found);
}
