/* prepare.c - the lines of minutes without what stands before an item in each: the time
 * of day ("11.05   4.2  Motion 2 ...") and the number of the minute ("4.2  Motion 2 ..."). */
#include "document/outcome/find.h"
#include "document/split/boxes.h"
#include "document/words.h"

enum {
    TIMES_MIN = 3,         /* lines that start with a time, from which it is a column of times */
    LINES_MAX = 100000,    /* of a text whose lines are copied */
    MINUTE_BYTES_MAX = 12, /* "12.3.1)" */
    MINUTES_OF_HOUR = 60,
    HOURS = 24
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Minutes since midnight of the time that `text` starts with; -1 if there is none. What follows
 * it goes to *ret_rest. */
static int read_time(pol_span text, pol_span *ret_rest)
{
    size_t at = 0;
    int hour = 0, minute = 0;
    while (at < text.size && at < 2 && is_digit(text.data[at]))
        hour = hour * 10 + (text.data[at++] - '0');
    if (at == 0 || at + 3 > text.size || !strchr(".:", text.data[at]) ||
        !is_digit(text.data[at + 1]) || !is_digit(text.data[at + 2]))
        return -1;
    minute = (text.data[at + 1] - '0') * 10 + (text.data[at + 2] - '0');
    pol_span rest = pol_span_from(text, at + 3), behind = rest;
    if (rest.size == 0 || rest.data[0] != ' ')
        rest = pol_words_start(rest, "am", &behind) || pol_words_start(rest, "pm", &behind)
                   ? behind
                   : pol_span_make(NULL, 0);
    if (!rest.data || hour >= HOURS || minute >= MINUTES_OF_HOUR || minute % 5 != 0)
        return -1;
    if (pol_word_is_any(pol_word_next(&behind), "am pm hrs hours"))
        rest = behind;
    *ret_rest = pol_span_trim(rest);
    return hour * MINUTES_OF_HOUR + minute;
}

/* Are there times at the start of lines, one after another? */
static bool has_times(const pol_text *text)
{
    size_t times = 0, falls = 0;
    int last = -1;
    for (size_t i = 0; i < text->line_count; i++) {
        pol_span rest;
        int time = read_time(text->lines[i].text, &rest);
        if (time < 0)
            continue;
        falls += time < last;
        last = time;
        times++;
    }
    return times >= TIMES_MIN && falls * TIMES_MIN <= times;
}

/* "4.2  Motion 2": behind the minute's number, if an item is named there. */
static pol_span behind_minute(pol_span text)
{
    size_t at = 0, points = 0;
    while (at < text.size && at < MINUTE_BYTES_MAX &&
           (is_digit(text.data[at]) || strchr(".)", text.data[at]))) {
        points += !is_digit(text.data[at]);
        at++;
    }
    if (at == 0 || points == 0 || at >= text.size || text.data[at] != ' ' ||
        !is_digit(text.data[0]))
        return text;
    pol_span rest = pol_span_trim(pol_span_from(text, at));
    return pol_outcome_starts_item(rest) ? rest : text;
}

static pol_span prepared(pol_span text, bool are_times)
{
    pol_span rest;
    if (are_times && read_time(text, &rest) >= 0 && rest.size > 0)
        text = rest;
    return behind_minute(text);
}

static bool has_boxes(const pol_text *text)
{
    pol_boxes found = {0};
    for (size_t i = 0; i < text->line_count && !found.are_boxes;)
        i = pol_boxes_read(text->lines, text->line_count, i, &found);
    return found.are_boxes;
}

/* What is ticked alone is said of an item. */
static void take_boxes(pol_line *lines, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        pol_boxes found;
        end = pol_boxes_read(lines, count, i, &found);
        for (size_t k = i; k < end && found.are_boxes; k++)
            lines[k].text = pol_boxes_text(&found, lines[k].text);
    }
}

bool pol_finder_prepare(pol_finder *finder, const pol_text *text)
{
    finder->text = text;
    if (text->line_count > LINES_MAX)
        return true;
    bool are_times = has_times(text), is_changed = has_boxes(text);
    for (size_t i = 0; i < text->line_count && !is_changed; i++)
        is_changed = prepared(text->lines[i].text, are_times).data != text->lines[i].text.data;
    if (!is_changed)
        return true;
    pol_text *copy = pol_outcome_alloc(&finder->memory, sizeof *copy);
    pol_line *lines = pol_outcome_alloc(&finder->memory, text->line_count * sizeof *lines);
    if (!copy || !lines)
        return false;
    *copy = *text;
    memcpy(lines, text->lines, text->line_count * sizeof *lines);
    for (size_t i = 0; i < text->line_count; i++)
        lines[i].text = prepared(lines[i].text, are_times);
    take_boxes(lines, text->line_count);
    copy->lines = lines;
    finder->text = copy;
    return true;
}
