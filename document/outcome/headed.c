/* headed.c - reports whose nouns are their decisions, where they say so: "Texts headed
 * RESOLUTION were adopted, those headed MOTION were not." and then "RESOLUTION 12 Mugs". */
#include "document/outcome/find.h"
#include "document/outcome/title.h"
#include "document/recognise/decision.h"
#include "document/words.h"

enum { LINES_MAX = 20000, TEXT_BYTES_MAX = 700, HEAD_BYTES_MAX = 200, PIECE_WORDS_MAX = 24 };

/* Longer ones first. */
static const struct {
    const char *one, *many;
    pol_outcome_noun_place place;
} nouns[] = {
    {"amended resolution", "amended resolutions", POL_OUTCOME_NOUN_AMENDED},
    {"resolution as amended", "resolutions as amended", POL_OUTCOME_NOUN_AMENDED},
    {"resolution", "resolutions", POL_OUTCOME_NOUN_RESOLUTION},
    {"motion", "motions", POL_OUTCOME_NOUN_MOTION},
};

static bool starts_noun(pol_span text, pol_outcome_noun_place *ret_place, pol_span *ret_rest)
{
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (pol_words_start(text, nouns[i].one, ret_rest) ||
            pol_words_start(text, nouns[i].many, ret_rest)) {
            *ret_place = nouns[i].place;
            return true;
        }
    return false;
}

/* ---- what the text says of its nouns ------------------------------------------------------- */

/* Does it explain how the texts are headed, and tell of no motion? */
static bool explains(pol_span text)
{
    static const char marks[] = "means mean denotes denote indicates indicate headed marked "
                                "labelled printed shown appear appears listed styled called "
                                "signifies signify term word heading key";
    return pol_outcome_has_word(text, marks) || pol_span_find(text, POL_SPAN(" = "), 0) < text.size;
}

/* The next piece up to a comma, semicolon or full stop, or ", and". */
static pol_span next_piece(pol_span *rest)
{
    size_t at = 0;
    while (at < rest->size && !strchr(",;.:", rest->data[at]))
        at++;
    pol_span piece = pol_span_trim(pol_span_first(*rest, at));
    *rest = pol_span_from(*rest, at + (at < rest->size));
    return piece;
}

/* The noun and the one decision of the piece. */
static bool read_piece(pol_span piece, pol_outcome_noun_place *ret_place,
                       pol_decision *ret_decision)
{
    bool has_noun = false, was_not = false;
    pol_span rest = piece, behind;
    *ret_decision = POL_DECISION_NONE;
    for (int words = 0; words < PIECE_WORDS_MAX && rest.size > 0; words++) {
        pol_span here = rest;
        pol_decision decision;
        if (!has_noun && starts_noun(here, ret_place, &behind)) {
            has_noun = true;
            rest = behind;
            continue;
        }
        pol_span word = pol_word_next(&rest);
        if (!word.data)
            break;
        here = pol_span_make(word.data, (size_t)(here.data + here.size - word.data));
        decision = has_noun ? pol_outcome_longest(here, &behind) : POL_DECISION_NONE;
        if (decision != POL_DECISION_NONE && decision != POL_DECISION_UNKNOWN &&
            *ret_decision == POL_DECISION_NONE) {
            bool is_carried = decision == POL_DECISION_CARRIED;
            *ret_decision = was_not && is_carried ? POL_DECISION_LOST : decision;
            rest = behind;
        }
        was_not = pol_word_is(word, "not");
        if (has_noun && pol_words_equal(piece, "motion were not"))
            break;
    }
    if (has_noun && *ret_decision == POL_DECISION_NONE && pol_word_is(pol_word_last(piece), "not"))
        *ret_decision = POL_DECISION_LOST; /* "those headed MOTION were not" */
    return has_noun && *ret_decision != POL_DECISION_NONE;
}

/* Two nouns or more, each with a decision of its own. */
static bool read_nouns(pol_span text, uint8_t meant[POL_OUTCOME_NOUN_COUNT])
{
    size_t count = 0;
    memset(meant, POL_DECISION_NONE, POL_OUTCOME_NOUN_COUNT);
    while (text.size > 0) {
        pol_outcome_noun_place place = POL_OUTCOME_NOUN_MOTION;
        pol_decision decision = POL_DECISION_NONE;
        if (!read_piece(next_piece(&text), &place, &decision))
            continue;
        if (meant[place] != POL_DECISION_NONE && meant[place] != decision)
            return false;
        count += meant[place] == POL_DECISION_NONE;
        meant[place] = (uint8_t)decision;
    }
    bool has_resolution = meant[POL_OUTCOME_NOUN_RESOLUTION] != POL_DECISION_NONE;
    return count >= 2 && has_resolution &&
           meant[POL_OUTCOME_NOUN_RESOLUTION] != meant[POL_OUTCOME_NOUN_MOTION];
}

void pol_outcome_nouns_read(pol_finder *finder)
{
    const pol_text *text = finder->text;
    for (size_t i = 0, end; i < text->line_count && i < LINES_MAX; i = end) {
        uint8_t meant[POL_OUTCOME_NOUN_COUNT];
        end = i + 1;
        if (!pol_outcome_has_word(pol_span_first(text->lines[i].text, TEXT_BYTES_MAX),
                                  "resolution resolutions"))
            continue;
        end = pol_finder_paragraph_end(finder, i);
        pol_span all = pol_finder_join(finder, i, end);
        if (!all.data || all.size > TEXT_BYTES_MAX || !explains(all) || !read_nouns(all, meant))
            continue;
        memcpy(finder->legend.nouns, meant, sizeof meant);
        finder->legend.has_nouns = true;
        memset(finder->uses + i, POL_OUTCOME_USE_FURNITURE, end - i);
        return;
    }
}

/* ---- lines that start with one ------------------------------------------------------------- */

bool pol_finder_noun(pol_finder *finder, size_t index)
{
    const pol_line *line = &finder->text->lines[index];
    pol_span text = pol_outcome_strip(pol_span_unbullet(line->text)), rest;
    pol_outcome_noun_place place;
    pol_outcome item = {0};
    if (!finder->legend.has_nouns || line->text.size > HEAD_BYTES_MAX ||
        pol_ends_in(line->text, ".;?") || !pol_word_is_capital(text) ||
        !starts_noun(text, &place, &rest) || finder->legend.nouns[place] == POL_DECISION_NONE)
        return false;
    pol_span words = pol_span_make(text.data, (size_t)(rest.data - text.data));
    pol_span last = pol_word_last(words);
    pol_span named = pol_span_make(last.data, (size_t)(text.data + text.size - last.data));
    bool is_marked = rest.size > 0 && strchr(":-", pol_span_trim(rest).data[0]);
    if (!(pol_outcome_starts_item(named) || is_marked) || !pol_outcome_item(named, &item, NULL))
        return false;
    pol_outcome made = {.kind = item.kind,
                        .number = item.number,
                        .title = item.title,
                        .decision = finder->legend.nouns[place],
                        .words = words};
    pol_finder_add(finder, &made, index, line->text, POL_OUTCOME_FORM_NOUN);
    finder->uses[index] = POL_OUTCOME_USE_OUTCOME;
    return true;
}
