/* extent.c - where the text of an item ends: at the quote that closes what a quote opened,
 * or above paragraphs that speak of the motion ("After a long discussion the resolution was lost,
 * 10 to 22."), of the paper ("Any amendments to the chair by noon") or of the day ("Tea will be
 * served at 11"), and not with its voice. What they decide and who they name is taken. */
#include "document/split/items.h"

enum {
    TAIL_LINES = 40,
    BESIDE_WORDS = 60,
    PARAGRAPH_LINES = 6,
    QUOTED_LINES = 200,
    OWN = POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_EDIT | POL_LOOK_RESOLVES
};

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

static bool is_beside(const pol_splitter *split, size_t line)
{
    return split->is_furniture[line] || split->fields[line];
}

/* Does a paragraph start at the line? */
static bool starts_paragraph(const pol_splitter *split, size_t line)
{
    const pol_line *source = source_of(split, line);
    return source->blanks > 0 || source->role != POL_LINE_PLAIN || source->marker.size > 0 ||
           line == 0 || is_beside(split, line - 1);
}

/* ---- a text in quotes ---- */

typedef enum quote { QUOTE_NONE = 0, QUOTE_STRAIGHT, QUOTE_CURLY, QUOTE_SINGLE } quote;

static quote opening_of(pol_span text)
{
    if (pol_span_starts(text, POL_SPAN("\"")))
        return QUOTE_STRAIGHT;
    if (pol_span_starts(text, POL_SPAN("\u201C")))
        return QUOTE_CURLY;
    return pol_span_starts(text, POL_SPAN("\u2018")) || pol_span_starts(text, POL_SPAN("'"))
               ? QUOTE_SINGLE
               : QUOTE_NONE;
}

static size_t count_in(pol_span text, pol_span mark)
{
    size_t count = 0;
    for (size_t from = 0, at; (at = pol_span_find(text, mark, from)) != (size_t)-1;
         from = at + mark.size)
        count++;
    return count;
}

/* Does the line end with the quote, a mark before or behind it? */
static bool ends_quote(pol_span text, quote kind)
{
    text = pol_span_trim(text);
    while (text.size > 0 && strchr(".;,)", text.data[text.size - 1]))
        text.size--;
    if (kind == QUOTE_STRAIGHT)
        return pol_span_ends(text, POL_SPAN("\""));
    if (kind == QUOTE_CURLY)
        return pol_span_ends(text, POL_SPAN("\u201D"));
    size_t size = pol_span_ends(text, POL_SPAN("\u2019")) ? 3 : pol_span_ends(text, POL_SPAN("'"));
    return size > 0 && text.size > size && strchr(".!?;", text.data[text.size - size - 1]);
}

/* How many quotes are open behind the line; a paragraph of a long quote opens it again. */
static int depth_behind(pol_span text, quote kind, int depth, bool is_again)
{
    if (kind == QUOTE_SINGLE)
        return ends_quote(text, kind) ? 0 : 1;
    size_t again = is_again && opening_of(text) == kind;
    if (kind == QUOTE_STRAIGHT)
        return (depth + (int)(count_in(text, POL_SPAN("\"")) - again)) % 2;
    return depth + (int)(count_in(text, POL_SPAN("\u201C")) - again) -
           (int)count_in(text, POL_SPAN("\u201D"));
}

static bool is_voice(pol_splitter *split, size_t line)
{
    return pol_split_look(split, line) & OWN || source_of(split, line)->marker.size > 0 ||
           opening_of(source_of(split, line)->text) != QUOTE_NONE;
}

/* Behind the line that closes the quote that the text starts with; the item's end where it starts
 * with none, or goes on behind it. */
static size_t quote_end(pol_splitter *split, const pol_split_item *item)
{
    size_t line = item->body;
    while (line < item->end &&
           (is_beside(split, line) || pol_split_look(split, line) & POL_LOOK_MOVER))
        line++;
    bool is_inline = item->heading->inline_text.data != NULL;
    pol_span first = line < item->end ? source_of(split, line)->text : pol_span_make(NULL, 0);
    quote kind = is_inline ? QUOTE_NONE : opening_of(first);
    int depth = 0;
    if (kind == QUOTE_NONE)
        return item->end;
    for (size_t i = line; i < item->end && i < line + QUOTED_LINES; i++) {
        pol_span text = source_of(split, i)->text;
        if (is_beside(split, i))
            continue;
        depth = depth_behind(text, kind, depth, i > line && starts_paragraph(split, i));
        bool is_closed = depth <= 0 && ends_quote(text, kind) &&
                         (i + 1 >= item->end || starts_paragraph(split, i + 1) ||
                          pol_word_is_capital(pol_span_core(source_of(split, i + 1)->text)));
        if (!is_closed)
            continue;
        size_t next = pol_split_next(split, i + 1);
        if (next >= item->end)
            return item->end;
        return is_voice(split, next) ? item->end : i + 1;
    }
    return item->end;
}

/* ---- paragraphs behind a text ---- */

static bool is_text(pol_splitter *split, size_t line)
{
    return !is_beside(split, line) && pol_split_look(split, line) & POL_LOOK_PROSE;
}

/* Has the item a text above the line? */
static bool has_text_above(pol_splitter *split, const pol_split_item *item, size_t line)
{
    if (item->heading->inline_text.data)
        return true;
    for (size_t i = item->body; i < line; i++)
        if (is_text(split, i))
            return true;
    return false;
}

/* Behind the end of a sentence, without a blank line: what stands from here on speaks of the
 * motion. */
static bool starts_aside(pol_splitter *split, size_t line, size_t end)
{
    pol_span text = source_of(split, line)->text;
    if (line == 0 || !pol_ends_sentence(source_of(split, line - 1)->text) ||
        !(pol_word_is_capital(text) || text.data[0] == '('))
        return false;
    pol_span all = pol_split_join(split, line, end);
    return all.data && pol_split_speaks_of_motion(all);
}

/* Where the paragraph starts that the last text line before `end` belongs to, if it is none of the
 * text; `end` otherwise. */
static size_t without_last(pol_splitter *split, const pol_split_item *item, size_t end)
{
    size_t last = end, from, behind;
    while (last > item->body && is_beside(split, last - 1))
        last--;
    from = behind = last;
    /* "lost, 4 to 35", which was taken for a line of its own */
    while (behind < item->end && behind - last < PARAGRAPH_LINES && !is_beside(split, behind) &&
           !starts_paragraph(split, behind) && source_of(split, behind)->text.data[0] >= 'a' &&
           source_of(split, behind)->text.data[0] <= 'z')
        behind++;
    while (from > item->body && last - from < PARAGRAPH_LINES)
        if (starts_paragraph(split, --from) || starts_aside(split, from, behind))
            break;
    const pol_line *source = from < last ? source_of(split, from) : NULL;
    size_t above = from > item->body ? pol_split_previous(split, from) : POL_SPLIT_NOWHERE;
    if (!source || !(starts_paragraph(split, from) || starts_aside(split, from, behind)) ||
        source->marker.size > 0 || source->role == POL_LINE_CELL || source->is_quoted ||
        is_beside(split, from) || pol_split_look(split, from) & POL_LOOK_POINT ||
        (above != POL_SPLIT_NOWHERE && above >= item->body &&
         pol_split_look(split, above) & POL_LOOK_OPEN && !is_beside(split, above)) ||
        !has_text_above(split, item, from))
        return end;
    pol_span text = pol_split_join(split, from, behind);
    bool is_own = pol_split_look(split, from) & OWN &&
                  !(pol_split_unbracket(text).size < text.size || pol_split_starts_with_fate(text));
    return text.data && !is_own && pol_word_count(text, BESIDE_WORDS + 1) <= BESIDE_WORDS &&
                   pol_split_speaks_of_motion(text)
               ? from
               : end;
}

size_t pol_split_find_extent(pol_splitter *split, const pol_split_item *item, size_t end)
{
    size_t quoted = quote_end(split, item);
    if (quoted < end)
        end = quoted;
    for (int i = 0; i < TAIL_LINES && end > item->body; i++) {
        size_t less = without_last(split, item, end);
        if (less == end)
            break;
        end = less;
        while (end > item->body && !is_text(split, end - 1) &&
               source_of(split, end - 1)->role != POL_LINE_HEADING)
            end--;
    }
    return end;
}
