/* pieces.c - the lines of a heading to its words, and these to pieces that marks part: where each
 * stands, and which label is before it.
 */
#include "document/split/pieces.h"

enum {
    HEAD_LINES = 12,
    HEAD_WORDS = 40, /* of a line */
    TEXT_LINES = 2,
    TEXT_WORDS = 10,
    PIECES = 4 /* of a line that are asked */
};

/* ---- words ---- */

/* What stands between two words of a line. */
static uint8_t gap_of(pol_span between)
{
    static const struct {
        const char *mark;
        uint8_t gap;
    } marks[] = {{"   ", POL_GAP_WIDE},     {"\t", POL_GAP_WIDE},      {"(", POL_GAP_OPEN},
                 {"[", POL_GAP_OPEN},       {")", POL_GAP_CLOSE},      {"]", POL_GAP_CLOSE},
                 {":", POL_GAP_COLON},      {"\u2014", POL_GAP_DASH},  {"\u2013", POL_GAP_DASH},
                 {"-", POL_GAP_DASH},       {"\"", POL_GAP_QUOTE},     {"\u201C", POL_GAP_QUOTE},
                 {"\u201D", POL_GAP_QUOTE}, {"\u2018", POL_GAP_QUOTE}, {"|", POL_GAP_MARK},
                 {";", POL_GAP_MARK},       {"/", POL_GAP_MARK},       {"\u2022", POL_GAP_MARK},
                 {"\u00B7", POL_GAP_MARK},  {".", POL_GAP_STOP},       {"!", POL_GAP_STOP},
                 {"?", POL_GAP_STOP},       {",", POL_GAP_COMMA},      {"  ", POL_GAP_WIDE}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pol_span_find(between, pol_span_of(marks[i].mark), 0) != (size_t)-1)
            return marks[i].gap;
    return POL_GAP_SPACE;
}

static bool ends_piece(uint8_t gap)
{
    return gap != POL_GAP_SPACE && gap != POL_GAP_COMMA;
}

static size_t add_words(pol_span text, uint32_t line, bool is_marker, size_t most, size_t count,
                        pol_split_word *words)
{
    pol_span rest = text, word;
    const char *behind = text.data;
    for (size_t i = 0; i < most && count < POL_SPLIT_WORDS_MAX; i++) {
        word = pol_word_next(&rest);
        if (!word.data)
            break;
        uint8_t gap = gap_of(pol_span_make(behind, (size_t)(word.data - behind)));
        bool is_first = count == 0 || words[count - 1].line != line;
        words[count++] = (pol_split_word){.text = word,
                                          .line = line,
                                          .gap = is_first ? POL_GAP_LINE
                                                 : i == 0 ? (uint8_t)POL_GAP_STOP
                                                          : gap,
                                          .is_marker = is_marker,
                                          .is_bracketed = gap == POL_GAP_OPEN,
                                          .is_quoted = gap == POL_GAP_QUOTE};
        behind = word.data + word.size;
    }
    return count;
}

/* The words of the lines of a heading and of the first ones of its text. */
static size_t collect(pol_splitter *split, const bool *is_furniture, const pol_split_item *item,
                      pol_split_word *words)
{
    uint32_t line = item->heading->line, start = item->start;
    bool is_inline =
        split->places[line] == POL_PLACE_START || split->places[line] == POL_PLACE_TITLED_START;
    size_t end = is_inline ? line + 1 : item->text, count = 0, seen = 0;
    if (start + HEAD_LINES < line)
        start = line - HEAD_LINES;
    for (size_t i = start; i < end && seen < 2 * HEAD_LINES; i++) {
        const pol_line *source = &split->text->lines[i];
        if (is_furniture[i])
            continue;
        seen++;
        count = add_words(source->marker, (uint32_t)i, true, 4, count, words);
        count = add_words(source->text, (uint32_t)i, false, HEAD_WORDS, count, words);
    }
    for (size_t i = end, texts = 0; !is_inline && i < item->text_end && texts < TEXT_LINES; i++)
        if (!is_furniture[i]) {
            count =
                add_words(split->text->lines[i].text, (uint32_t)i, false, TEXT_WORDS, count, words);
            texts++;
        }
    return count;
}

/* ---- pieces ---- */

static size_t cut(const pol_split_word *words, size_t count, pol_split_piece *pieces)
{
    size_t found = 0;
    for (size_t i = 0; i < count && found < POL_SPLIT_PIECES_MAX;) {
        pol_split_piece *own = &pieces[found];
        size_t end = i + 1;
        while (end < count && words[end].line == words[i].line &&
               words[end].is_marker == words[i].is_marker && !ends_piece(words[end].gap))
            end++;
        const pol_split_word *last = &words[end - 1];
        *own = (pol_split_piece){.first = i, .end = end, .line = words[i].line};
        own->text = pol_span_make(words[i].text.data,
                                  (size_t)(last->text.data + last->text.size - words[i].text.data));
        own->after = end < count && words[end].line == own->line ? words[end].gap : POL_GAP_LINE;
        bool goes_on = found > 0 && pieces[found - 1].line == own->line;
        own->index = goes_on ? pieces[found - 1].index + 1 : 0;
        if (own->after == POL_GAP_COLON)
            own->own = pol_split_field_of(own->text);
        if (goes_on && pieces[found - 1].after == POL_GAP_COLON)
            own->label = pieces[found - 1].own;
        found++;
        i = end;
    }
    return found;
}

/* Which line of the heading, counted from its main one, the pieces stand in. */
static void put_offsets(const pol_split_item *item, pol_split_piece *pieces, size_t count)
{
    size_t main = 0;
    while (main < count && pieces[main].line < item->heading->line)
        main++;
    int offset = 0;
    for (size_t i = main; i < count; i++) {
        offset += i > main && pieces[i].line != pieces[i - 1].line;
        pieces[i].offset = offset;
    }
    offset = 0;
    for (size_t i = main; i-- > 0;) {
        offset -= i + 1 == main || pieces[i].line != pieces[i + 1].line;
        pieces[i].offset = offset;
    }
}

/* Is the piece about the first lines of the text? */
bool pol_split_piece_is_about(const pol_splitter *split, const pol_split_item *item,
                              const pol_split_piece *own)
{
    enum { LINES = 60, WORDS = 14, NEAR = 3 };
    pol_split_heading heading = *item->heading;
    pol_split_item near = {.heading = &heading, .end = item->end};
    if (own->index >= PIECES || own->offset > NEAR || own->offset < -NEAR ||
        own->end - own->first > WORDS)
        return false;
    if (item->text > heading.end_line)
        heading.end_line = item->text;
    if (near.end > heading.end_line + LINES)
        near.end = heading.end_line + LINES;
    return pol_split_is_about(split, &near, own->text);
}

size_t pol_split_find_pieces(pol_splitter *split, const bool *is_furniture,
                             const pol_split_item *item, pol_split_word *words, size_t *ret_words,
                             pol_split_piece *pieces)
{
    *ret_words = collect(split, is_furniture, item, words);
    size_t found = cut(words, *ret_words, pieces);
    put_offsets(item, pieces, found);
    return found;
}
