/* doubt.c - what makes a reading of a line unsafe: a "title" that holds another item or
 * a decision of its own, and votes that are not the vote on the item, "next business carried". */
#include "document/outcome/sentence.h"
#include "document/outcome/title.h"
#include "document/words.h"

enum { PIECES_MAX = 24 };

/* A vote on how to go on, or on somebody's wish: what became of it did not become of the item. */
static const struct {
    const char *words;
    bool is_whole; /* "Closure", but "Closure of the library" is a title */
} procedures[] = {
    {"next business", false},
    {"move to next business", false},
    {"moved next business", false},
    {"that the vote be taken", false},
    {"remission", true},
    {"remittance", true},
    {"reference back", true},
    {"recommendation", true},
    {"closure", true},
    {"the vote", true},
    {"motion to remit", false},
    {"move to remit", false},
    {"motion to refer", false},
    {"move to refer", false},
    {"recommendation to", false},
    {"vote on remission", false},
    {"vote on reference", false},
    {"vote to withdraw", false},
    {"vote to remit", false},
    {"vote to refer", false},
    {"challenge to the chair", false},
    {"challenge to the ruling", false},
    {"suspension of standing orders", false},
    {"motion to suspend", false},
    {"procedural motion", false},
    {"procedural vote", false},
    {"closure motion", false},
    {"the call to", false},
    {"call to reject", false},
};

/* The same, where a title stands before it: a motion may be named so itself. */
static const char *const statements[] = {"statement",
                                         "the statement",
                                         "nec statement",
                                         "executive statement",
                                         "council's reply",
                                         "amendment",
                                         "the amendment",
                                         "amendments",
                                         "an amendment",
                                         "standing orders",
                                         "recommendation",
                                         "nec recommendation",
                                         "nec position",
                                         "executive's advice",
                                         "nec",
                                         "the nec",
                                         "executive",
                                         "executive's position"};

static bool starts_statement(pol_span text)
{
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
        if (pol_words_start(text, statements[i], NULL))
            return true;
    return false;
}

bool pol_outcome_is_procedure(pol_span text)
{
    text = pol_span_core(text);
    for (size_t i = 0; i < sizeof procedures / sizeof *procedures; i++)
        if (procedures[i].is_whole ? pol_words_equal(text, procedures[i].words)
                                   : pol_words_start(text, procedures[i].words, NULL))
            return true;
    return false;
}

bool pol_outcome_is_hedged(pol_span text)
{
    static const char words[] =
        "nearly almost hardly provisionally remission remittance procedural "
        "recommendation recommendations recommended closure suspension "
        "challenge oppose reject withdraw call";
    for (pol_span rest = text, word; (word = pol_word_next(&rest)).data;)
        if (pol_word_is_any(word, words))
            return true;
    return pol_span_find_fold(text, POL_SPAN("next business"), 0) != (size_t)-1 ||
           pol_span_find_fold(text, POL_SPAN("standing orders"), 0) != (size_t)-1 ||
           pol_span_find_fold(text, POL_SPAN("refer back"), 0) != (size_t)-1 ||
           pol_span_find_fold(text, POL_SPAN("statement"), 0) != (size_t)-1 ||
           pol_span_find(text, POL_SPAN("?"), 0) != (size_t)-1;
}

/* ---- titles ------------------------------------------------------------------------------- */

/* Is another item named: "Motion 2", but not "Amendment to Motion 2"? What stands in brackets is
 * of the title or of the item: "(motions 3 and 4)". */
static bool names_other(pol_span text, bool may_name_motions)
{
    size_t depth = 0;
    pol_span before = pol_span_make(NULL, 0);
    for (pol_span rest = text; rest.size > 0;) {
        pol_span here = rest, word = pol_word_next(&rest);
        for (const char *c = here.data; word.data && c < word.data; c++)
            depth = *c == '(' ? depth + 1 : *c == ')' && depth > 0 ? depth - 1 : depth;
        if (!word.data)
            return false;
        here = pol_span_make(word.data, (size_t)(here.data + here.size - word.data));
        bool is_led =
            before.data && pol_word_is_any(before, "to of from on by and in incorporating");
        bool is_source = may_name_motions && pol_word_is_any(word, "motions motion");
        if (depth == 0 && !is_led && !is_source && pol_outcome_starts_item(here))
            return true;
        before = word;
    }
    return false;
}

/* "vote 1 lost", "amendment carried": what was said of something else. */
static bool tells_fate(pol_span piece)
{
    bool is_small = piece.size > 0 && ((piece.data[0] >= 'a' && piece.data[0] <= 'z') ||
                                       pol_words_start(piece, "amendment", NULL));
    return is_small && pol_word_count(piece, 2) > 1 &&
           pol_word_is_any(pol_word_last(piece), "carried lost fell withdrawn remitted defeated "
                                                 "rejected passed adopted fallen put");
}

/* "the mover agreed to remit and this": what is told, behind a title. */
static bool tells(pol_span piece)
{
    bool is_small = piece.size > 0 && piece.data[0] >= 'a' && piece.data[0] <= 'z';
    pol_span rest = piece, word = pol_word_next(&rest);
    if (!is_small && !pol_word_is_any(word, "the this it moved after there"))
        return false;
    while ((word = pol_word_next(&rest)).data)
        if (pol_word_is_any(word, "was were had agreed asked accepted refused withdrew gave"))
            return true;
    return false;
}

/* The next piece of `*rest` up to a mark; absent at the end. */
static pol_span next_piece(pol_span *rest)
{
    static const char *const marks[] = {": ",       " - ",      ", ",     "; ", ". ", "  ",
                                        " \u2013 ", " \u2014 ", "\u2014", "(",  ")"};
    if (rest->size == 0)
        return pol_span_make(NULL, 0);
    for (size_t at = 0; at < rest->size; at++) {
        pol_span here = pol_span_from(*rest, at);
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (pol_span_starts(here, pol_span_of(marks[i]))) {
                pol_span piece = pol_span_first(*rest, at);
                *rest = pol_span_from(here, strlen(marks[i]));
                return piece;
            }
    }
    pol_span piece = *rest;
    *rest = pol_span_from(*rest, rest->size);
    return piece;
}

/* Does a piece of the title decide, or name another vote? */
static bool decides(pol_span text, pol_outcome_memory *memory)
{
    size_t titles = 0;
    pol_span piece;
    for (int i = 0; i < PIECES_MAX && (piece = next_piece(&text)).data; i++) {
        piece = pol_span_core(piece);
        pol_outcome said = {0};
        bool asks = pol_outcome_has_word(piece, "asked sought requested") &&
                    pol_outcome_has_word(piece, "remission remit remittance withdraw");
        bool is_other = asks || (titles > 0 && (tells(piece) || starts_statement(piece)));
        if (is_other || pol_outcome_is_procedure(piece) || tells_fate(piece) ||
            (pol_decision_may_hold(piece) && pol_outcome_words(piece, memory, &said)))
            return true;
        titles += piece.size > 0;
    }
    return false;
}

/* "4.1 Mr Oak moved: That fares be frozen (Motion 12). Debate": the number is the minute's. */
static bool names_motion_inside(pol_span left, const pol_outcome *outcome)
{
    pol_kind kind;
    bool is_in_number;
    if (!outcome->number.data || left.size == 0 || !(left.data[0] >= '0' && left.data[0] <= '9'))
        return false;
    for (size_t at = 0; (at = pol_span_find(left, POL_SPAN("("), at)) != (size_t)-1; at++) {
        pol_span inside = pol_span_from(left, at + 1), rest = inside;
        if (pol_outcome_starts_item(inside) && pol_outcome_noun(&rest, &kind, &is_in_number) &&
            kind == POL_KIND_MOTION && !pol_words_start(inside, "motions", NULL) &&
            !pol_span_equal(pol_word_next(&rest), outcome->number))
            return true;
    }
    return false;
}

bool pol_outcome_is_muddled(pol_span text, const pol_outcome *item, pol_outcome_memory *memory)
{
    pol_span number = item->number;
    if (names_motion_inside(text, item))
        return true;
    bool is_inside = number.data && number.data >= text.data &&
                     number.data + number.size <= text.data + text.size;
    if (is_inside) {
        pol_span behind = pol_span_from(text, (size_t)(number.data + number.size - text.data));
        bool is_ahead = pol_word_count(behind, 1) > 0;
        text = is_ahead ? behind : pol_span_first(text, (size_t)(number.data - text.data));
        if (!is_ahead && (pol_word_count(text, 3) < 3 || item->kind == POL_KIND_AMENDMENT))
            return false; /* "Motion 16", "Motion 16, Amendment 2" */
    }
    pol_span rest = text, first = pol_word_next(&rest);
    if (is_inside && first.data && pol_word_is_any(first, "and or to &") &&
        pol_outcome_is_number(pol_word_next(&rest), false))
        return true; /* "6 and 7" */
    return names_other(text, item->kind == POL_KIND_COMPOSITE) || decides(text, memory);
}
