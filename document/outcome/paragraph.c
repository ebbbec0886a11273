/* paragraph.c - typed lines that belong together: which line goes on the one before, and
 * all of a paragraph as one text. */
#include "document/outcome/find.h"
#include "document/recognise/submitters.h"
#include "document/words.h"

enum {
    WRAP_COLUMNS = 50, /* a typed line at least that long may go on in the next */
    PARAGRAPH_LINES_MAX = 60,
    PARAGRAPH_BYTES_MAX = 12000,
    LABEL_BYTES_MAX = 30
};

static const pol_line *line_at(const pol_finder *finder, size_t index)
{
    return &finder->text->lines[index];
}

/* "a) Food banks" */
static bool is_lettered(pol_span text)
{
    size_t at = 0;
    while (at < text.size && at < 2 && text.data[at] >= 'a' && text.data[at] <= 'z')
        at++;
    return at > 0 && at + 2 < text.size && text.data[at] == ')' && text.data[at + 1] == ' ' &&
           text.data[at + 2] >= 'A' && text.data[at + 2] <= 'Z';
}

/* Does the line start with the number or noun of an item, or a bullet? */
bool pol_finder_starts_item(pol_span text)
{
    if (is_lettered(text))
        return true;
    pol_outcome item = {0};
    pol_span first = pol_span_first(text, POL_OUTCOME_LINE_MAX);
    if (pol_span_unbullet(text).data != text.data)
        return true;
    bool is_digit = text.size > 0 && text.data[0] >= '0' && text.data[0] <= '9';
    return is_digit && pol_outcome_item(first, &item, NULL) && item.number.data;
}

/* "Mover: North branch", "Decision: Carried" */
static bool is_labelled(pol_span text)
{
    static const char labels[] = "mover movers moved proposer proposers proposed seconder seconded "
                                 "submitted decision decisions result results outcome vote votes "
                                 "voting status from for";
    pol_span rest = text, first = pol_word_next(&rest);
    size_t colon = pol_span_find(pol_span_first(text, LABEL_BYTES_MAX), POL_SPAN(":"), 0);
    return colon != (size_t)-1 && pol_word_is_any(first, labels);
}

/* "Moved North, seconded South.", "Carried unanimously.": what is told of the item, and no more of
 * its title. */
static bool tells_of_item(pol_span text)
{
    pol_span rest = text, first = pol_word_next(&rest);
    return pol_word_is_capital(text) &&
           (pol_word_is_any(first,
                            "moved proposed seconded submitted mover proposer amendment vote "
                            "motion formally") ||
            pol_decision_may_start(text));
}

/* Is the line set in under an item that the one before starts: "5. Mowers: noise and" / "
 *    vibration"? */
static bool hangs(const pol_line *line, const pol_line *before)
{
    return line->indent > before->indent + 1 && !pol_ends_sentence(before->text) &&
           !is_labelled(line->text) && !tells_of_item(line->text) &&
           pol_finder_starts_item(before->text) && !pol_outcome_starts_item(line->text);
}

/* "to adopt Motion" / "1.": the number stands on the next line. */
static bool is_cut_number(pol_span before, pol_span text)
{
    pol_span rest = text, last = pol_word_last(before);
    return pol_word_is_any(last, "motion motions composite amendment amendments resolution") &&
           last.data + last.size == before.data + before.size &&
           pol_span_columns(before) >= WRAP_COLUMNS &&
           pol_outcome_is_number(pol_word_next(&rest), true);
}

/* Is the line of this index the rest of the one before? */
bool pol_finder_goes_on(const pol_finder *finder, size_t index)
{
    if (index == 0)
        return false;
    const pol_line *line = line_at(finder, index), *before = line_at(finder, index - 1);
    if (line->role == POL_LINE_PLAIN && before->role == POL_LINE_PLAIN && line->blanks == 0 &&
        is_cut_number(before->text, line->text))
        return true;
    if (line->role != POL_LINE_PLAIN || before->role != POL_LINE_PLAIN || line->blanks > 0 ||
        pol_finder_starts_item(line->text))
        return false;
    if (pol_outcome_starts_item(line->text) && pol_outcome_starts_item(before->text) &&
        line->indent == before->indent && !pol_ends_in(before->text, ",;") &&
        !pol_word_is_any(pol_word_last(before->text), "and or the next as"))
        return false; /* a list of them */
    if (pol_outcome_starts_item(line->text) &&
        pol_span_find(line->text, POL_SPAN("...."), 0) != (size_t)-1)
        return false; /* a line of its own, with leaders */
    if (pol_word_is_any(pol_word_last(before->text), "and or the of next") &&
        !pol_ends_sentence(before->text))
        return true;
    bool is_small = line->text.data[0] >= 'a' && line->text.data[0] <= 'z';
    return is_small || hangs(line, before) || pol_span_columns(before->text) >= WRAP_COLUMNS;
}

bool pol_finder_is_running_head(const pol_finder *finder, size_t index)
{
    enum { FIRST_LINES = 4, BEHIND_MAX = 40, HEAD_BYTES_MIN = 12 };
    pol_span text = line_at(finder, index)->text;
    for (size_t i = 0; i < FIRST_LINES && i + FIRST_LINES < index; i++) {
        pol_span head = line_at(finder, i)->text;
        head = pol_span_trim(pol_span_first(head, pol_span_find(head, POL_SPAN("  "), 0)));
        if (head.size >= HEAD_BYTES_MIN && text.size <= head.size + BEHIND_MAX &&
            pol_span_starts_fold(text, head) && !pol_outcome_starts_item(text))
            return true;
    }
    return false;
}

/* "North branch" or "North branch      CARRIED", set in under an item. */
static bool is_mover(const pol_line *line)
{
    pol_span name = pol_span_first(line->text, pol_span_find(line->text, POL_SPAN("  "), 0));
    return line->indent > 1 && pol_submitter_is_body_line(name);
}

/* Lines `from` to `end` as one, a space between them; absent when memory is out. */
pol_span pol_finder_join(pol_finder *finder, size_t from, size_t end)
{
    size_t size = 0;
    if (end == from + 1)
        return line_at(finder, from)->text;
    for (size_t i = from; i < end; i++)
        size += line_at(finder, i)->text.size + 2;
    char *made = pol_outcome_alloc(&finder->memory, size);
    if (!made)
        return pol_span_make(NULL, 0);
    size_t at = 0;
    for (size_t i = from; i < end; i++) {
        pol_span text = line_at(finder, i)->text;
        memcpy(made + at, text.data, text.size);
        at += text.size;
        if (i + 1 == end)
            break;
        made[at++] = ' ';
        if (is_mover(line_at(finder, i + 1)))
            made[at++] = ' '; /* a gap keeps it from the title */
    }
    return pol_span_make(made, at);
}

/* Where the paragraph that starts at `from` ends. */
size_t pol_finder_paragraph_end(const pol_finder *finder, size_t from)
{
    size_t end = from + 1, bytes = line_at(finder, from)->text.size;
    while (end < finder->text->line_count && end - from < PARAGRAPH_LINES_MAX &&
           bytes < PARAGRAPH_BYTES_MAX && pol_finder_goes_on(finder, end)) {
        bytes += line_at(finder, end)->text.size + 1;
        end++;
    }
    return end;
}

/* The index of the line that byte `at` of the joined paragraph stands on. */
size_t pol_finder_line_of(const pol_finder *finder, size_t from, size_t end, size_t at)
{
    for (size_t size; from + 1 < end; from++) {
        size = line_at(finder, from)->text.size + 1 + is_mover(line_at(finder, from + 1));
        if (at < size)
            break;
        at -= size;
    }
    return from;
}
