/* piece.c - a printed title cut at its marks: "Composite motion, Warm homes (North branch)" to
 * the pieces that may be the title itself, and those that only stand beside it. */
#include "document/join/name.h"
#include "document/recognise/submitters.h"
#include "document/words.h"

enum { TELLING_WORDS_MIN = 2, TELLING_BYTES_MIN = 9 };

/* The bytes of the mark that `text` starts with; 0 for none. */
static size_t mark_size(pol_span text)
{
    static const char *const marks[] = {": ",     " - ",    " \u2013 ", " \u2014 ", "\u2014",
                                        "\u201C", "\u201D", "\u2018",   "\u2019 ",  "\"",
                                        "(",      ")",      "[",        "]",        ", ",
                                        "; ",     ". ",     "  ",       " | "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pol_span_starts(text, pol_span_of(marks[i])))
            return strlen(marks[i]);
    return 0;
}

size_t pol_join_title_pieces(pol_span printed, pol_span pieces[POL_JOIN_PIECES_MAX])
{
    size_t count = 0, from = 0;
    for (size_t at = 0; printed.size > 0 && at <= printed.size; at++) {
        size_t mark = at < printed.size ? mark_size(pol_span_from(printed, at)) : 1;
        if (mark == 0)
            continue;
        pol_span piece = pol_span_trim(pol_span_make(printed.data + from, at - from));
        if (pol_word_count(piece, 1) > 0) {
            if (count == POL_JOIN_PIECES_MAX)
                return 0; /* that is no title */
            pieces[count++] = piece;
        }
        at += mark - 1;
        from = at + 1;
    }
    return count;
}

/* "Composite motion", "North branch", "by 34 votes to 27", "2031": no title. */
static bool is_aside(pol_span piece)
{
    static const char kinds[] = "motion composite emergency resolution amendment rule change late "
                                "executive statement nec national council urgent the as amended "
                                "motions proposed by moved from";
    bool is_small = piece.data[0] >= 'a' && piece.data[0] <= 'z';
    bool is_figure = piece.data[0] >= '0' && piece.data[0] <= '9';
    bool is_kind = true;
    pol_span rest = piece, word;
    while ((word = pol_word_next(&rest)).data)
        is_kind = is_kind && pol_word_is_any(word, kinds);
    return is_small || is_figure || is_kind || pol_submitter_is_body_line(piece);
}

bool pol_join_pieces_are_aside(const pol_span *pieces, size_t count, size_t from, size_t to)
{
    for (size_t i = 0; i < count; i++)
        if ((i < from || i > to) && !is_aside(pieces[i]))
            return false;
    return true;
}

bool pol_join_is_telling(pol_span folded)
{
    size_t words = folded.size > 0;
    for (size_t i = 0; i < folded.size; i++)
        words += folded.data[i] == ' ';
    return words >= TELLING_WORDS_MIN && folded.size >= TELLING_BYTES_MIN;
}
