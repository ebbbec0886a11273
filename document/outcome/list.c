/* list.c - lists of numbers to items: "Motions 4, 5 and 9", "Composites A and B",
 * "12, 14 and 17 to 19". */
#include <stdio.h>
#include <stdlib.h>

#include "document/outcome/sentence.h"
#include "document/outcome/title.h"
#include "document/words.h"

enum { RANGE_MAX = 100, DIGITS_MAX = 4, TITLE_WORDS_MAX = 24, BARE_WORDS_MAX = 9 };

/* A list while it is read. */
typedef struct list {
    pol_outcome_memory *memory;
    pol_outcome *items;
    size_t count;
    pol_kind kind; /* of the last noun */
    bool has_noun, is_in_number;
    bool is_range;  /* the next number ends one */
    bool is_linked; /* by "and", not by a comma */
    bool is_part;   /* the next number is of an amendment to the item before it */
} list;

/* The plain number of "17"; 0 if it is none. */
static unsigned value_of(pol_span number)
{
    unsigned value = 0;
    if (number.size > DIGITS_MAX)
        return 0;
    for (size_t i = 0; i < number.size; i++) {
        if (number.data[i] < '0' || number.data[i] > '9')
            return 0;
        value = value * 10 + (unsigned)(number.data[i] - '0');
    }
    return value;
}

static void add(list *to, pol_span number)
{
    pol_outcome item;
    if (to->count == POL_OUTCOME_LIST_MAX)
        return;
    (void)pol_outcome_item(number, &item, NULL); /* for what its shape says of the kind */
    uint8_t kind = to->kind != POL_KIND_MOTION ? (uint8_t)to->kind : item.kind;
    to->items[to->count++] = (pol_outcome){.kind = kind, .number = number};
}

/* "Composites A and B" name "Composite B", which is not printed so. */
static pol_span full_number(list *to, pol_span noun, pol_span word)
{
    if (!to->is_in_number)
        return word;
    if (noun.data && !pol_word_is_any(pol_word_last(noun), "composites motions"))
        return pol_span_make(noun.data, (size_t)(word.data + word.size - noun.data));
    static const char prefix[] = "Composite ";
    size_t size = strlen(prefix) + word.size;
    char *made = pol_outcome_alloc(to->memory, size + 1);
    if (!made)
        return word;
    memcpy(made, prefix, strlen(prefix));
    memcpy(made + strlen(prefix), word.data, word.size);
    return pol_span_make(made, size);
}

/* The numbers between the last and `word`, which the text leaves out. */
static bool add_between(list *to, pol_span word)
{
    unsigned last = value_of(word);
    unsigned first = to->count > 0 ? value_of(to->items[to->count - 1].number) : 0;
    if (first == 0 || last <= first || last - first > RANGE_MAX)
        return false;
    for (unsigned value = first + 1; value < last; value++) {
        char *made = pol_outcome_alloc(to->memory, DIGITS_MAX + 1);
        if (!made)
            return false;
        int size = snprintf(made, DIGITS_MAX + 1, "%u", value);
        add(to, pol_span_make(made, (size_t)size));
    }
    return true;
}

/* "17-19" and "1,2" are one word of a line: cut at the mark. */
static pol_span next_word(pol_span *rest)
{
    pol_span word = pol_outcome_whole_number(pol_word_next(rest), rest);
    if (pol_outcome_is_number(word, false) && pol_span_find(word, POL_SPAN("/"), 0) == (size_t)-1)
        return word; /* "P-12" */
    for (size_t i = 1; i < word.size; i++)
        if (word.data[i] == '-' || word.data[i] == ',') {
            *rest = pol_span_make(word.data + i, rest->size + word.size - i);
            return pol_span_first(word, i);
        }
    return word;
}

/* Only spaces and commas between the last item and this one? A range's mark is noted. */
static bool is_linked(list *to, pol_span between)
{
    for (size_t i = 0; i < between.size; i++) {
        char c = between.data[i];
        bool is_dash = c == '-' || pol_span_starts(pol_span_from(between, i), POL_SPAN("\u2013"));
        if (is_dash)
            to->is_range = to->count > 0;
        if (is_dash && c != '-')
            i += 2;
        else if (c != ' ' && c != ',' && c != '&' && c != ';' && c != '/' && !is_dash &&
                 !(c == '.' && to->count == 0))
            return false;
    }
    return true;
}

/* Would a letter be a word of the sentence: "Composites A and B", but "Composite D, A home" and
 * "Motion A better tea"? */
static bool is_letter_fit(const list *to, pol_span word, pol_span rest)
{
    if (word.size != 1 || (word.data[0] >= '0' && word.data[0] <= '9'))
        return true;
    pol_span ahead = rest, next = pol_word_next(&ahead);
    bool is_marked = rest.size > 0 && rest.data[0] != ' ';
    return (to->is_in_number && to->count == 0) || !next.data || is_marked ||
           pol_word_is_any(next, "and was were fell is are has have carried lost");
}

/* ---- titles between the numbers ------------------------------------------------------------- */

/* Behind ", and", "or": what would be the next item. */
static pol_span behind_link(pol_span text)
{
    pol_span rest = text;
    if (pol_word_is_any(pol_word_next(&rest), "and or &"))
        text = rest;
    if (pol_word_is_any(pol_word_next(&rest), "to on of"))
        text = rest; /* "or to Motion 10" */
    return pol_outcome_behind(text, "the next also");
}

static bool goes_on(pol_span text)
{
    pol_span rest = behind_link(text), ahead = rest, word = pol_word_next(&ahead);
    bool is_linked = rest.data != text.data || (text.size > 0 && strchr(",;", text.data[0]));
    return is_linked &&
           (pol_outcome_starts_item(rest) || (word.data && pol_outcome_is_number(word, false)));
}

/* "(Youth Associations)" behind a number of several. */
static void take_bracket(list *to, pol_span *text)
{
    pol_span rest = pol_span_trim(*text);
    const char *end =
        rest.size > 2 && rest.data[0] == '(' ? memchr(rest.data, ')', rest.size) : NULL;
    if (!end)
        return;
    pol_span title = pol_span_make(rest.data + 1, (size_t)(end - rest.data) - 1);
    pol_span behind = pol_span_make(end + 1, (size_t)(rest.data + rest.size - end) - 1);
    if (!pol_title_is(title) || pol_word_is_any(pol_word_next(&(pol_span){title.data, title.size}),
                                                "motions motion from moved by as see incorporating "
                                                "including amendment amendments"))
        return;
    if (to->count < 2 && !goes_on(behind))
        return;
    to->items[to->count - 1].title = title;
    *text = behind;
}

/* ", Youth Associations, and Motion 10": a title between two items that both have a noun. */
static void take_middle(list *to, pol_span *text)
{
    pol_span rest = *text, start = pol_span_core(*text), word;
    bool is_marked = text->size > 2 && strchr(",:", text->data[0]) != NULL;
    if (!is_marked || !pol_word_is_capital(start) || pol_outcome_starts_item(start))
        return;
    for (int words = 0; words < TITLE_WORDS_MAX && (word = pol_word_next(&rest)).data; words++) {
        if (pol_word_is_any(word, "was were is are has had fell amendment"))
            return;
        pol_span next = behind_link(rest);
        bool is_apart = next.data != rest.data || (rest.size > 0 && rest.data[0] == ',');
        if (!is_apart || !pol_outcome_starts_item(next) || pol_words_start(next, "amendment", NULL))
            continue;
        pol_span title = pol_span_make(start.data, (size_t)(word.data + word.size - start.data));
        if (pol_title_is(title)) {
            to->items[to->count - 1].title = title;
            *text = rest;
        }
        return;
    }
}

/* " Bees, 18 Bogs and 19 Bicycles": titles without marks, where another number follows each. */
static void take_bare(list *to, pol_span *text)
{
    pol_span rest = *text, start = pol_span_core(*text), word;
    if (text->size < 3 || text->data[0] != ' ' || start.data != text->data + 1 ||
        !pol_word_is_capital(start) || (start.data[0] >= '0' && start.data[0] <= '9') ||
        pol_outcome_starts_item(start))
        return;
    for (int words = 0; words < BARE_WORDS_MAX && (word = pol_word_next(&rest)).data; words++) {
        pol_span next = behind_link(rest), ahead = next, number = pol_word_next(&ahead);
        bool is_end = pol_word_is_any(number, "was were have had are is");
        bool is_apart = next.data != rest.data || (rest.size > 0 && rest.data[0] == ',');
        bool is_next = is_apart && number.data && pol_outcome_is_number(number, false);
        if (pol_word_is_any(word, "was were is are has had did fell amendment"))
            return;
        if (!is_next && !(is_end && to->count > 1))
            continue;
        pol_span title = pol_span_make(start.data, (size_t)(word.data + word.size - start.data));
        if (pol_title_is(title) && !memchr(title.data, '(', title.size) &&
            !memchr(title.data, ')', title.size) && !memchr(title.data, ':', title.size)) {
            to->items[to->count - 1].title = title;
            *text = rest;
        }
        return;
    }
}

/* ---- steps ----------------------------------------------------------------------------------
 */

/* Reads one step of the list: a noun, a link or a number. False where it ends. */
static bool read_step(list *to, pol_span *text, pol_span *noun, bool needs_noun)
{
    pol_span rest = *text, start = pol_span_core(*text);
    bool is_in_number;
    pol_kind kind;
    if (start.size == 0 ||
        !is_linked(to, pol_span_make(text->data, (size_t)(start.data - text->data))))
        return false;
    if (pol_outcome_noun(&rest, &kind, &is_in_number)) {
        if (to->is_range)
            return false; /* "Amendment 2 to Motion 16" */
        *noun = pol_span_make(start.data, (size_t)(rest.data - start.data));
        to->kind = kind;
        to->is_in_number = is_in_number;
        to->has_noun = true;
        to->is_part = kind == POL_KIND_AMENDMENT && to->count > 0 && !to->is_linked &&
                      to->items[to->count - 1].kind != POL_KIND_AMENDMENT;
        *text = rest;
        return true;
    }
    pol_span word = next_word(&rest), digits = rest;
    if (pol_outcome_is_prefix(word) && pol_outcome_is_number(pol_word_next(&digits), false)) {
        rest = digits; /* "EM 1" */
        word = pol_span_core(pol_span_make(word.data, (size_t)(rest.data - word.data)));
        to->has_noun = true;
        to->kind = POL_KIND_MOTION;
    }
    if (to->count > 0 && pol_word_is_any(word, "and or nor & to both through plus with the next")) {
        to->is_range = pol_word_is_any(word, "to through") && !to->is_linked;
        to->is_linked = !to->is_range; /* "or to Motion 10" is no range */
        *text = rest;
        return true;
    }
    if ((needs_noun && !to->has_noun) || word.data != start.data ||
        !(pol_outcome_is_number(word, to->has_noun) || memchr(word.data, ' ', word.size)) ||
        !is_letter_fit(to, word, rest))
        return false;
    if (to->is_range && !add_between(to, word))
        return false;
    to->count -= to->is_part; /* "Motion 16, Amendment 2" */
    to->is_range = to->is_linked = to->is_part = false;
    add(to, full_number(to, *noun, word));
    *noun = pol_span_make(NULL, 0);
    take_bracket(to, &rest);
    if (to->has_noun && !to->items[to->count - 1].title.data)
        take_middle(to, &rest);
    if (to->has_noun && !to->items[to->count - 1].title.data)
        take_bare(to, &rest);
    *text = rest;
    return true;
}

size_t pol_outcome_list(pol_span *text, bool needs_noun, pol_outcome_memory *memory,
                        pol_outcome items[POL_OUTCOME_LIST_MAX])
{
    list to = {.memory = memory, .items = items, .kind = POL_KIND_MOTION};
    pol_span rest = *text, noun = pol_span_make(NULL, 0);
    for (size_t before = 0; read_step(&to, &rest, &noun, needs_noun); before = to.count)
        if (to.count > before)
            *text = rest;
    return to.count;
}
