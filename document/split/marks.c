/* marks.c - letters that a paper explains in a key, "C = carried, L = lost", and prints in
 * the margin of its items or in brackets at their end: off the lines, and to what they mean. */
#include "document/outcome/parse.h"
#include "document/split/state.h"

enum { MARKED_LEAST = 3, MARKS_LEAST = 2, MARK_BYTES = 240 };

/* What the mark means, in words that are known; absent. */
static pol_span meaning_of(const pol_outcome_legend *legend, pol_span mark)
{
    for (size_t i = 0; i < legend->count; i++)
        if (pol_span_equal(legend->items[i].letters, mark))
            return pol_span_of(pol_decision_label((pol_decision)legend->items[i].decision));
    return pol_span_make(NULL, 0);
}

static size_t spaces_at(pol_span text)
{
    size_t size = 0;
    while (size < text.size && strchr(" \t", text.data[size]))
        size++;
    return size;
}

/* Does an item start here: a number, or a noun that has one? */
static bool starts_item(pol_span text)
{
    pol_split_heading heading;
    return text.size > 0 && text.size <= POL_SPLIT_LINE_BYTES &&
           pol_split_heading_parse(text, &heading) && heading.number.value > 0;
}

/* "C   4.  Car parks": what stands behind the mark, and what that means. */
static pol_span before_item(const pol_outcome_legend *legend, pol_span text, pol_span *ret_meaning)
{
    size_t end = 0;
    while (end < text.size && !strchr(" \t", text.data[end]))
        end++;
    pol_span mark = pol_split_unbracket(pol_span_first(text, end)), rest = pol_span_from(text, end);
    pol_span meaning = meaning_of(legend, mark), item = pol_span_from(rest, spaces_at(rest));
    if (!meaning.data || !starts_item(item))
        return pol_span_make(NULL, 0);
    *ret_meaning = meaning;
    return item;
}

/* "4.  Car parks  (L)": what stands before the mark. */
static pol_span behind_item(const pol_outcome_legend *legend, pol_span text, pol_span *ret_meaning)
{
    size_t at = text.size;
    while (at > 0 && !strchr(" \t", text.data[at - 1]))
        at--;
    pol_span last = pol_span_from(text, at), mark = pol_split_unbracket(last);
    pol_span item = pol_span_trim(pol_span_first(text, at)), meaning = meaning_of(legend, mark);
    bool is_apart = mark.size < last.size || (at > 1 && strchr(" \t", text.data[at - 2]));
    if (!meaning.data || !is_apart || !starts_item(item))
        return pol_span_make(NULL, 0);
    *ret_meaning = meaning;
    return item;
}

static pol_span without_mark(const pol_outcome_legend *legend, pol_span text, bool is_behind,
                             pol_span *ret_meaning)
{
    if (text.size == 0 || text.size > MARK_BYTES)
        return pol_span_make(NULL, 0);
    return is_behind ? behind_item(legend, text, ret_meaning)
                     : before_item(legend, text, ret_meaning);
}

static bool is_small(pol_span word)
{
    return word.size > 0 && word.data[0] >= 'a' && word.data[0] <= 'z' &&
           pol_word_is_any(word, "the a an of by to and or with in for this that was is");
}

/* Where what the marks mean is kept; the printed lines are this step's own from now on. */
static pol_line *start_marks(pol_splitter *split)
{
    pol_line *printed = pol_arena_array(split->arena, split->count, sizeof *printed);
    if (!split->marked)
        split->marked = pol_arena_array(split->arena, split->count, sizeof *split->marked);
    if (!printed || !split->marked) {
        pol_splitter_refused(split, split->count * sizeof *printed);
        return NULL;
    }
    memcpy(printed, split->printed, split->count * sizeof *printed);
    split->printed = printed;
    return printed;
}

static void put_line(pol_splitter *split, pol_line *printed, size_t index, pol_span text)
{
    pol_line *line = &split->lines[index];
    line->indent += (uint32_t)(text.data - line->text.data);
    line->text = text;
    printed[index] = *line;
    split->looks[index] = 0;
}

static bool take_marks(pol_splitter *split, const pol_outcome_legend *legend, bool is_behind)
{
    size_t found = 0;
    pol_span meaning;
    for (size_t i = 0; i < split->count; i++)
        found += without_mark(legend, split->lines[i].text, is_behind, &meaning).data != NULL;
    if (found < MARKED_LEAST)
        return false;
    pol_line *printed = start_marks(split);
    if (!printed)
        return false;
    for (size_t i = 0; i < split->count; i++) {
        pol_span item = without_mark(legend, split->lines[i].text, is_behind, &meaning);
        if (!item.data)
            continue;
        split->marked[i] = meaning;
        put_line(split, printed, i, item);
    }
    return true;
}

/* ---- labels amid a line ---- */

static const char *const labels[] = {"Outcome", "Result", "Decision", "Status", "Vote"};
enum { LABELS = sizeof labels / sizeof *labels };

/* "Brought by Faith Network Outcome Approved (For 190)": where the label starts that has a decision
 * behind it, lines having been joined; the end for none. */
static size_t find_label(pol_span text, size_t *ret_label, pol_span *ret_said)
{
    for (size_t i = 0; text.size <= MARK_BYTES && i < LABELS; i++) {
        size_t size = strlen(labels[i]);
        size_t at = pol_span_find(text, pol_span_of(labels[i]), 1);
        if (at == (size_t)-1 || text.data[at - 1] != ' ' || at + size >= text.size)
            continue;
        pol_span before = pol_span_trim(pol_span_first(text, at));
        pol_span value = pol_span_trim(pol_span_from(text, at + size));
        bool is_marked = value.size > 0 && value.data[0] == ':';
        value = pol_span_trim(pol_span_from(value, is_marked));
        pol_span said = pol_split_labelled_decision(value);
        bool is_apart = !is_small(pol_word_last(before)) && !pol_ends_in(before, ",(-");
        if (said.data && is_apart && pol_word_is_capital(value)) {
            *ret_label = i;
            *ret_said = said;
            return at;
        }
    }
    return text.size;
}

/* Cuts the lines there, where the label returns. */
static void take_labels(pol_splitter *split)
{
    size_t counts[LABELS] = {0}, label = 0, most = 0;
    pol_span said;
    for (size_t i = 0; i < split->count; i++)
        if (split->lines[i].text.size > 0 &&
            find_label(split->lines[i].text, &label, &said) < split->lines[i].text.size)
            counts[label]++;
    for (size_t i = 0; i < LABELS; i++)
        most = counts[i] > most ? counts[i] : most;
    pol_line *printed = most < MARKED_LEAST ? NULL : start_marks(split);
    if (!printed)
        return;
    for (size_t i = 0; i < split->count; i++) {
        pol_span text = split->lines[i].text;
        size_t at = text.size > 0 ? find_label(text, &label, &said) : 0;
        if (at < text.size && counts[label] >= MARKED_LEAST) {
            split->marked[i] = said;
            put_line(split, printed, i, pol_span_trim(pol_span_first(text, at)));
        }
    }
}

void pol_split_drop_marks(pol_splitter *split)
{
    pol_outcome_legend legend;
    take_labels(split);
    if (!pol_outcome_legend_find(split->text, split->arena, &legend))
        pol_splitter_refused(split, split->count);
    else if (legend.count >= MARKS_LEAST && !take_marks(split, &legend, false))
        (void)take_marks(split, &legend, true);
}
