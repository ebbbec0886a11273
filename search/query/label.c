/* label.c - "Composite C", "motion 12 2015", "motion 5 at health conference 2020", "75.1": a query
 * that is nothing but the number of a motion, and where and when, puts that motion first.
 *
 * The words stay in the tree, so that nothing is lost where no document has the number.
 * Only a whole query (filters and what makes it a question aside) is taken for a label: in "75.1
 * hours of leave" a number is just a number. */
#include <stdio.h>
#include <stdlib.h>

#include "search/query/build.h"

enum { LABEL_WORDS_MAX = 12, LABEL_SIZE = 64 };

/* What may stand before a number, and how documents print their number then: each "%s"
 * form becomes one label. `takes_letters`: "Composite C", but not "motion a". */
typedef struct pol_label_name {
    const char *words; /* folded, one space between */
    const char *forms[3];
    bool takes_letters;
} pol_label_name;

static const pol_label_name label_names[] = {
    {"composite motion", {"composite %s"}, true},
    {"composite", {"composite %s"}, true},
    {"comp", {"composite %s"}, true},
    {"emergency motion", {"emergency %s", "emergency motion %s", "e%s"}, false},
    {"emergency", {"emergency %s", "emergency motion %s", "e%s"}, false},
    {"rule amendment", {"rule amendment %s", "%s"}, false},
    {"amendment", {"%s", "amendment %s"}, false},
    {"motion", {"%s", "motion %s"}, false},
    {"resolution", {"%s", "resolution %s"}, false},
    {"", {"%s"}, false},
};

typedef struct pol_label_words {
    const pol_node *words[LABEL_WORDS_MAX];
    size_t count;
} pol_label_words;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* Up to two letters, up to four digits, a letter, then .1 and so on: 12, 75.1, 1a.1, b14. */
static bool is_number(pol_span text)
{
    size_t at = 0, start = 0;
    while (at < text.size && at < 2 && is_letter(text.data[at]))
        at++;
    for (start = at; at < text.size && is_digit(text.data[at]);)
        at++;
    if (at == start || at - start > 4)
        return false;
    if (at < text.size && is_letter(text.data[at]))
        at++;
    while (at + 1 < text.size && text.data[at] == '.' && is_digit(text.data[at + 1]))
        for (at++; at < text.size && is_digit(text.data[at]);)
            at++;
    return at == text.size;
}

/* A number that could not be an ordinary one: it has a letter or a point as well. */
static bool is_number_alone(pol_span text)
{
    bool has_more = false;
    for (size_t i = 0; i < text.size; i++)
        has_more = has_more || !is_digit(text.data[i]);
    return has_more && is_number(text);
}

/* C, AA, iv */
static bool is_letters(pol_span text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!is_letter(text.data[i]))
            return false;
    return text.size >= 1 && (text.size <= 2 || strspn(text.data, "ivx") >= text.size);
}

static bool is_year(pol_span text)
{
    bool is_century =
        pol_span_starts(text, POL_SPAN("19")) || pol_span_starts(text, POL_SPAN("20"));
    return text.size == 4 && is_century && is_digit(text.data[2]) && is_digit(text.data[3]);
}

/* The words of the query where it has only words and filters; false otherwise. */
static bool collect(const pol_node *node, pol_label_words *words)
{
    if (pol_group_field(node) != POL_FIELD_COUNT)
        return true;
    if (node->type == POL_NODE_WORD && !node->parts && node->repeats == 1 &&
        words->count < LABEL_WORDS_MAX) {
        words->words[words->count++] = node;
        return true;
    }
    if (node->type != POL_NODE_AND)
        return false;
    for (size_t i = 0; i < node->child_count; i++)
        if (!collect(node->children[i], words))
            return false;
    return true;
}

static bool is_word(const pol_label_words *words, size_t at, const char *text)
{
    return at < words->count && pol_span_equal(words->words[at]->word, pol_span_of(text));
}

/* How many words of the query are the name; (size_t)-1 if they are not. */
static size_t match_name(const pol_label_words *words, const pol_label_name *name)
{
    pol_span rest = pol_span_of(name->words), word;
    size_t at = 0;
    while (pol_value_next(&rest, &word)) {
        if (at >= words->count || !pol_span_equal(words->words[at]->word, word))
            return (size_t)-1;
        at++;
    }
    return at;
}

/* What may follow a number: a year, and words of the name of a conference. */
typedef struct label_place {
    pol_span year;      /* absent where there is none */
    size_t from, until; /* words of the query; the same where there are none */
} label_place;

/* "in", "at the", "lost at": what became of it is no name. */
static size_t skip_placing(const pol_label_words *words, size_t at)
{
    while (is_word(words, at, "of") || is_word(words, at, "from") || is_word(words, at, "in") ||
           is_word(words, at, "at") || is_word(words, at, "the") ||
           (at < words->count && pol_outcome_filter(words->words[at]->word)))
        at++;
    return at;
}

/* Where the name that begins here ends: before a year, and what leads up to it. */
static size_t end_of_name(const pol_label_words *words, size_t at, bool *ret_is_conference)
{
    for (; at < words->count; at++) {
        size_t next = skip_placing(words, at);
        if (next == words->count || is_year(words->words[next]->word))
            break;
        *ret_is_conference |= is_word(words, at, "conference") || is_word(words, at, "congress");
    }
    return at;
}

/* Behind the number: nothing, "2015", "of 2015", "at health conference", "2015 health". A name
 * alone must say what it is one of. */
static bool match_place(const pol_label_words *words, size_t at, label_place *ret_place)
{
    bool is_conference = false;
    *ret_place = (label_place){.from = at, .until = at};
    if (at == words->count)
        return true;
    while ((at = skip_placing(words, at)) < words->count) {
        pol_span word = words->words[at]->word;
        bool has_name = ret_place->until > ret_place->from;
        if (is_year(word) && !ret_place->year.data) {
            ret_place->year = word;
            at++;
        } else if (!is_year(word) && !has_name) {
            ret_place->from = at;
            at = ret_place->until = end_of_name(words, at, &is_conference);
        } else {
            return false;
        }
    }
    return ret_place->year.data || is_conference;
}

/* The filter that the name of a conference is; absent without one. */
static void add_conference(pol_query *query, const label_place *place, const pol_label_words *words,
                           pol_nodes *list)
{
    if (place->from == place->until)
        return;
    uint32_t start = words->words[place->from]->start, end = words->words[place->until - 1]->end;
    pol_lexeme name = {.type = POL_LEXEME_FIELD,
                       .field = POL_FIELD_CONFERENCE,
                       .form = POL_VALUE_LIST,
                       .text = pol_span_make(query->text.data + start, end - start),
                       .start = start,
                       .end = end};
    pol_nodes_add(query, list, pol_leaf_field(query, &name));
}

static void add_label(pol_query *query, const char *form, pol_span number, const label_place *place,
                      const pol_label_words *words, pol_nodes *labels)
{
    pol_nodes filters = {0};
    char digits[LABEL_SIZE], text[LABEL_SIZE * 2], folded[LABEL_SIZE * 2];
    snprintf(digits, sizeof digits, "%.*s", POL_SPAN_ARGS(number));
    const char *before = strstr(form, "%s");
    snprintf(text, sizeof text, "%.*s%s%s", (int)(before - form), form, digits, before + 2);
    pol_span label =
        pol_span_make(folded, pol_fold_label(pol_span_of(text), folded, sizeof folded));
    pol_node *node = pol_node_new(query, POL_NODE_LABEL, words->words[0]->start,
                                  words->words[words->count - 1]->end);
    if (!node)
        return;
    node->word = pol_arena_copy(&query->arena, label);
    node->low = place->year;
    add_conference(query, place, words, &filters);
    node->children = (const pol_node *const *)filters.nodes;
    node->child_count = filters.count;
    pol_nodes_add(query, labels, node);
}

/* All forms of one number, without leading zeros too: "Composite 03" is Composite 3. */
static void add_labels(pol_query *query, const pol_label_name *name, pol_span number,
                       const label_place *place, const pol_label_words *words, pol_nodes *labels)
{
    pol_span bare = number;
    while (bare.size > 1 && bare.data[0] == '0' && is_digit(bare.data[1]))
        bare = pol_span_from(bare, 1);
    for (size_t i = 0; i < sizeof name->forms / sizeof *name->forms && name->forms[i]; i++) {
        add_label(query, name->forms[i], number, place, words, labels);
        if (bare.size != number.size)
            add_label(query, name->forms[i], bare, place, words, labels);
    }
}

static bool match_label(pol_query *query, const pol_label_words *words, const pol_label_name *name,
                        pol_nodes *labels)
{
    size_t at = match_name(words, name);
    label_place place;
    if (at == (size_t)-1)
        return false;
    if (at > 0 && (is_word(words, at, "no") || is_word(words, at, "number")))
        at++;
    if (at >= words->count)
        return false;
    pol_span number = words->words[at]->word;
    bool is_label = name->words[0] ? is_number(number) : is_number_alone(number);
    if (!is_label && !(name->takes_letters && is_letters(number)))
        return false;
    if (!match_place(words, at + 1, &place))
        return false;
    add_labels(query, name, number, &place, words, labels);
    return true;
}

/* "What happened to motion 12?" is about its number. */
static void leave_number(pol_label_words *words)
{
    const pol_node *const *left = words->words;
    pol_question_strip(&left, &words->count);
    memmove(words->words, left, words->count * sizeof(const pol_node *));
}

pol_node *pol_query_add_labels(pol_query *query, pol_node *root)
{
    pol_label_words words = {.count = 0};
    pol_nodes list = {0};
    if (!root || !collect(root, &words))
        return root;
    leave_number(&words);
    if (words.count == 0)
        return root;
    for (size_t i = 0; i < sizeof label_names / sizeof *label_names; i++)
        if (match_label(query, &words, &label_names[i], &list))
            break;
    if (list.count == 0)
        return root;
    pol_nodes_add(query, &list, root);
    return pol_group_new(query, POL_NODE_AND, &list);
}
