/* governed.c - what stands under a heading that decides: items, lists of numbers, lesser
 * headings, sentences that introduce them. */
#include "document/outcome/find.h"
#include "document/words.h"

enum {
    TITLE_LINES_MAX = 3, /* that a typed title may run over */
    GOVERNED_MAX = 2000
};

static const pol_line *line_at(const pol_finder *finder, size_t index)
{
    return &finder->text->lines[index];
}

static void use(pol_finder *finder, size_t from, size_t end, pol_outcome_use what)
{
    memset(finder->uses + from, (int)what, end - from);
}

void pol_finder_end_heading(pol_finder *finder)
{
    finder->is_governed = finder->is_full_heading = finder->has_titles = false;
    finder->governed = 0;
}

/* "Term dates - to the Salaries Committee", not reached: the title, and where it went. */
static void take_referral(pol_outcome *made)
{
    static const char *const marks[] = {" - to the ", " \u2013 to the ", " \u2014 to the ",
                                        ", to the ",  ": to the ",       " (to the "};
    if (made->decision != POL_DECISION_NOT_REACHED && made->decision != POL_DECISION_REMITTED)
        return;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find(made->title, pol_span_of(marks[i]), 0);
        if (at == (size_t)-1 || at == 0)
            continue;
        pol_span to = pol_span_from(made->title, at + strlen(marks[i]) - strlen("to the "));
        if (made->decision == POL_DECISION_NOT_REACHED)
            made->referral = pol_outcome_strip(to);
        made->title = pol_span_first(made->title, at);
        return;
    }
}

static void add_governed(pol_finder *finder, const pol_outcome *item, size_t index, pol_span text)
{
    pol_outcome made = finder->heading;
    made.kind = item->kind == POL_KIND_MOTION ? made.kind : item->kind;
    made.number = item->number;
    made.title = item->title;
    take_referral(&made);
    pol_finder_add(finder, &made, index, text, POL_OUTCOME_FORM_GOVERNED);
    finder->governed++;
}

/* "1, 4 and 7" under a heading that decides. */
static bool take_governed_list(pol_finder *finder, size_t index)
{
    pol_outcome items[POL_OUTCOME_LIST_MAX];
    pol_span text = line_at(finder, index)->text, rest = pol_span_unbullet(text);
    size_t count = pol_outcome_list(&rest, false, &finder->memory, items);
    if (count < 2 || pol_word_count(rest, 1) > 0)
        return false;
    for (size_t i = 0; i < count; i++)
        add_governed(finder, &items[i], index, text);
    finder->uses[index] = POL_OUTCOME_USE_OUTCOME;
    finder->has_numbers = true;
    return true;
}

static bool states_outcome(pol_finder *finder, pol_span sentence)
{
    pol_outcome items[POL_OUTCOME_LIST_MAX];
    pol_outcome_context context = {.year = finder->year};
    return pol_outcome_sentence(sentence, &context, &finder->memory, items) > 0;
}

/* "Emergency motions" among the items under "CARRIED": a heading of lesser weight. */
bool pol_finder_is_subheading(const pol_finder *finder, const pol_line *line)
{
    bool is_in_number;
    pol_kind kind;
    pol_span rest = line->text;
    if (!pol_outcome_noun(&rest, &kind, &is_in_number) || pol_word_count(rest, 1) > 0)
        return false;
    const pol_line *head = line_at(finder, finder->heading_line);
    if (head->role == POL_LINE_HEADING)
        return line->role != POL_LINE_HEADING || line->level > head->level;
    bool is_loud = pol_word_is_upper(pol_word_last(head->text));
    pol_span last = pol_word_last(line->text);
    return line->role != POL_LINE_HEADING && is_loud && !pol_word_is_upper(last);
}

/* "There was no time for these, which go to the Executive:" between a heading and its items. */
bool pol_finder_is_introduction(const pol_finder *finder, pol_span text)
{
    return finder->governed == 0 && (finder->is_full_heading || pol_ends_in(text, ".:"));
}

/* A sentence, and no title. */
static bool is_told(pol_span text)
{
    enum { TITLE_WORDS = 7 };
    pol_span rest = text, word;
    bool has_verb = false;
    while ((word = pol_word_next(&rest)).data)
        has_verb = has_verb || pol_word_is_any(word, "was were are is been stand");
    return pol_ends_sentence(text) || pol_ends_in(text, ":") ||
           (has_verb && pol_word_count(text, TITLE_WORDS) == TITLE_WORDS);
}

/* In a list of its own under an item that the heading governs? */
static bool is_below(const pol_finder *finder, const pol_line *line)
{
    return finder->governed > 0 && line->role == POL_LINE_ITEM && finder->governed_level > 0 &&
           line->level > finder->governed_level;
}

/* "Pay and pensions" right above numbered items: a heading of theirs, and no item. */
static bool is_section(const pol_finder *finder, size_t at, const pol_outcome *item)
{
    enum { WORDS_MAX = 7 };
    const pol_line *line = line_at(finder, at);
    pol_outcome below = {0};
    bool is_apart = line->blanks > 0 || line->role == POL_LINE_HEADING || line->is_strong ||
                    finder->governed == 0;
    if (!is_apart || item->number.data || (finder->governed > 0 && !finder->has_numbers) ||
        at + 1 >= finder->text->line_count || pol_ends_in(line->text, ".,;") ||
        pol_word_count(line->text, WORDS_MAX + 1) > WORDS_MAX)
        return false;
    const pol_line *next = line_at(finder, at + 1);
    return next->blanks <= (line->role == POL_LINE_HEADING) &&
           next->text.size <= POL_OUTCOME_LINE_MAX && pol_outcome_item(next->text, &below, NULL) &&
           below.number.data;
}

/* "5", alone and far to the right: a page's. */
static bool is_page_number(const pol_line *line)
{
    enum { RIGHT = 20 };
    return pol_word_count(line->text, 2) < 2 && line->indent >= RIGHT;
}

/* An item under a heading that decides; what is none ends the heading. */
size_t pol_finder_governed(pol_finder *finder, size_t from)
{
    const pol_line *line = line_at(finder, from);
    if (!finder->is_governed || line->text.size > POL_OUTCOME_LINE_MAX ||
        finder->governed >= GOVERNED_MAX)
        return from;
    if (take_governed_list(finder, from))
        return from + 1;
    size_t end = pol_finder_paragraph_end(finder, from);
    bool is_amended = false;
    pol_outcome item = {0};
    pol_span text = end <= from + TITLE_LINES_MAX ? pol_finder_join(finder, from, end) : line->text;
    if (text.data && states_outcome(finder, text))
        return from; /* a sentence of its own */
    bool is_item = text.data && end <= from + TITLE_LINES_MAX &&
                   pol_outcome_item(text, &item, &is_amended) &&
                   (item.number.data || !is_told(text));
    bool has_number = item.number.data != NULL;
    if (is_section(finder, from, &item)) {
        pol_finder_note_section(finder, line->text);
        finder->uses[from] = POL_OUTCOME_USE_FURNITURE;
        return from + 1;
    }
    if (!is_item || (finder->governed > 0 && has_number != finder->has_numbers) ||
        (line->role == POL_LINE_HEADING && !has_number) ||
        (!has_number && pol_outcome_is_furniture(line->text))) {
        if (!pol_outcome_is_furniture(line->text) && !pol_finder_is_introduction(finder, text) &&
            !pol_finder_is_subheading(finder, line))
            pol_finder_end_heading(finder);
        return from;
    }
    bool is_bare = (finder->has_titles && pol_word_count(line->text, 2) < 2) ||
                   (finder->governed == 0 && is_page_number(line));
    if (is_below(finder, line) || is_bare) { /* of an item's own list; a page's number */
        use(finder, from, end, POL_OUTCOME_USE_FURNITURE);
        return end;
    }
    finder->has_numbers = has_number;
    finder->has_titles = item.title.data && has_number;
    finder->governed_level = line->level;
    size_t before = finder->count;
    add_governed(finder, &item, from, text);
    if (is_amended && finder->count > before &&
        finder->found[before].outcome.decision == POL_DECISION_CARRIED)
        finder->found[before].outcome.decision = POL_DECISION_CARRIED_AMENDED;
    use(finder, from, end, POL_OUTCOME_USE_OUTCOME);
    return end;
}
