/* bodies.c - names of bodies that move: "North branch", "Moving body: North branch",
 * "Proposed by North branch; seconded by South Region", "North branch to move". */
#include "document/names.h"
#include "document/recognise/submitters.h"
#include "document/split/state.h"

enum { NAME_WORDS_MAX = 16, LOOSE_NAME_WORDS = 6 };

/* A name that ends so is a body's, wherever it stands. */
static const char body_ends[] =
    "branch branches region regions committee committees council councils executive nec ec sec "
    "sge nc gec forum forums network networks lodge lodges chapter clp federation amal division "
    "divisions synod caucus";
/* The same in small letters. */
static const char small_ends[] = "branch region lodge";
/* And one that starts so. */
static const char body_starts[] = "local university nec branch lodge";
static const char small_words[] = "of and the & for in branch branches region no on upon de "
                                  "committee council network forum section group executive jointly "
                                  "with na an der van du la le et und "
                                  "y da do";

bool pol_split_is_name(pol_span text)
{
    text = pol_span_trim(text);
    if (text.size == 0 || text.size > POL_SPLIT_LINE_BYTES || pol_ends_in(text, ":;?!") ||
        memchr(text.data, ':', text.size) ||
        (memchr(text.data, '(', text.size) && !memchr(text.data, ')', text.size)) ||
        pol_word_count(text, NAME_WORDS_MAX + 1) > NAME_WORDS_MAX)
        return false;
    pol_span rest = text, word = pol_word_next(&rest);
    if (!pol_word_is_capital(word) && !pol_word_is(word, "the"))
        return false;
    for (; word.data; word = pol_word_next(&rest)) {
        const char *hyphen = memrchr(word.data, '-', word.size); /* "Geelong sub-branch" */
        pol_span last = hyphen ? pol_span_from(word, (size_t)(hyphen + 1 - word.data)) : word;
        if (!pol_word_is_capital(word) && !pol_word_is_any(last, small_words))
            return false;
    }
    return true;
}

/* "Victoria Park B.C.", "Northgate F.C.": a club. */
static bool is_club(pol_span text)
{
    text = pol_span_trim(text);
    size_t size = text.size;
    return size > 6 && text.data[size - 1] == '.' && text.data[size - 3] == '.' &&
           text.data[size - 2] == 'C' && text.data[size - 5] == ' ' && pol_split_is_name(text);
}

bool pol_split_is_body_name(pol_span text)
{
    if (is_club(text))
        return true;
    text = pol_span_core(text);
    if (!pol_split_is_name(text) || pol_words_start(text, "rule", NULL) ||
        pol_words_start(text, "rules", NULL))
        return false;
    pol_span rest = text, first = pol_word_next(&rest), last = pol_word_last(text);
    const char *hyphen = last.data ? memrchr(last.data, '-', last.size) : NULL;
    if (hyphen) /* "Sub-Branch" */
        last = pol_span_from(last, (size_t)(hyphen + 1 - last.data));
    bool ends = pol_word_is_any(last, body_ends) &&
                (pol_word_is_capital(last) || pol_word_is_any(last, small_ends));
    pol_span second = pol_word_next(&rest);
    bool is_title = pol_word_is(first, "local") && second.size > 0 && second.data[0] > '9' &&
                    pol_word_count(text, 3) == 2; /* "Local banks", and "Local 9" */
    bool is_party = !pol_word_is(first, "the") && (pol_span_ends(text, POL_SPAN("Local Party")) ||
                                                   pol_span_ends(text, POL_SPAN("Regional Party")));
    return ends || is_party ||
           (pol_word_is_any(first, body_starts) && second.size > 0 && !is_title);
}

bool pol_split_is_body_piece(pol_span text)
{
    text = pol_span_core(text);
    return pol_split_is_name(text) &&
           pol_word_count(text, LOOSE_NAME_WORDS + 1) <= LOOSE_NAME_WORDS &&
           (pol_split_is_body_name(text) || pol_submitter_is_body(text));
}

/* Behind a label a longer name will do. */
static bool is_labelled_name(pol_span text)
{
    text = pol_span_core(text);
    return pol_split_is_name(text) && (pol_split_is_body_name(text) || pol_submitter_is_body(text));
}

bool pol_split_is_crowd(pol_span text)
{
    enum { CROWD_WORDS = 5 };
    pol_split_number number;
    pol_span rest = text, word = pol_word_next(&rest), after;
    bool is_count = pol_split_number_parse(word, true, &number, &after) && after.size == 0 &&
                    number.letters == 0;
    return is_count && pol_word_count(text, CROWD_WORDS + 1) <= CROWD_WORDS &&
           pol_word_is_any(pol_word_last(text), "members representatives delegates signatories "
                                                "councillors students people others");
}

/* Behind its label; `text` itself where it has none. */
static pol_span without_label(pol_span text, bool *ret_has_label)
{
    static const char *const labels[] = {"moving body",
                                         "proposing body",
                                         "submitting body",
                                         "moving branch",
                                         "proposing branch",
                                         "submitting branch",
                                         "to be moved by",
                                         "to be seconded by",
                                         "proposed jointly by",
                                         "moved jointly by",
                                         "submitted jointly by",
                                         "jointly submitted by",
                                         "jointly proposed by",
                                         "proposed by",
                                         "moved by",
                                         "seconded by",
                                         "submitted by",
                                         "sponsored by",
                                         "received from",
                                         "brought by",
                                         "tabled by",
                                         "put forward by",
                                         "on behalf of",
                                         "in the name of",
                                         "moved",
                                         "proposed",
                                         "seconded",
                                         "mover",
                                         "movers",
                                         "proposer",
                                         "proposers",
                                         "seconder",
                                         "branch or body",
                                         "sponsor",
                                         "organisation",
                                         "from",
                                         "branch",
                                         "region",
                                         "body"};
    text = pol_span_trim(text);
    *ret_has_label = false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        pol_span rest;
        if (!pol_words_start(text, labels[i], &rest) || pol_span_core(rest).size == 0)
            continue;
        size_t near = rest.size < 3 ? rest.size : 3;
        bool is_phrase =
            strstr(labels[i], " by") || strstr(labels[i], " of") || strstr(labels[i], "from");
        if (!is_phrase && !memchr(rest.data, ':', near) && !memchr(rest.data, '-', near))
            continue; /* "Branch officers": no label */
        *ret_has_label = true;
        return pol_span_core(rest);
    }
    return text;
}

/* Where the next name of the line starts, and what stands between the two. A label belongs
 * to the name behind it. */
static size_t next_piece(pol_span text, size_t *ret_size)
{
    static const struct {
        const char *mark;
        size_t size; /* of what separates */
    } marks[] = {{"; ", 2},
                 {" / ", 3},
                 {" | ", 3},
                 {"   ", 3},
                 {". seconded", 2},
                 {", seconded by ", 2},
                 {" and seconded by ", 5},
                 {" seconded by ", 1},
                 {", seconder", 2},
                 {" seconder:", 1},
                 {"  seconder", 2},
                 {" seconded:", 1}};
    size_t best = (size_t)-1;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find_fold(text, pol_span_of(marks[i].mark), 0);
        if (at == (size_t)-1 || at >= best)
            continue;
        best = at;
        *ret_size = marks[i].size;
    }
    return best;
}

/* "A branch, B Forum and C branch" to three, where each piece is a body's name. */
static size_t add_list(pol_span name, pol_span *names, size_t count, size_t capacity)
{
    static const char *const marks[] = {", ", " and "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find(name, pol_span_of(marks[i]), 0), size = strlen(marks[i]);
        if (at == (size_t)-1 || count + 1 >= capacity ||
            !pol_split_is_body_name(pol_span_first(name, at)))
            continue;
        pol_span rest = pol_span_from(name, at + size);
        if (!pol_split_is_body_name(rest))
            continue;
        count = add_list(pol_span_first(name, at), names, count, capacity);
        return add_list(rest, names, count, capacity);
    }
    if (count < capacity)
        names[count++] = pol_span_core(name);
    return count;
}

/* "Received from: Leith Weavers, Bakers' Guild": behind that label commas part names. */
static size_t add_received(pol_span text, pol_span *names, size_t capacity)
{
    size_t count = 0;
    pol_span rest;
    if (!pol_words_start(text, "received from", &rest))
        return 0;
    for (rest = pol_span_core(rest); rest.size > 0 && count < capacity;) {
        size_t at = pol_span_find(rest, POL_SPAN(", "), 0);
        pol_span name = pol_span_trim(pol_span_first(rest, at));
        if (!pol_split_is_name(name) || pol_name_kind_of(name) == POL_NAME_PERSON)
            return 0;
        names[count++] = name;
        rest = pol_span_trim(pol_span_from(rest, at == (size_t)-1 ? rest.size : at + 1));
    }
    return count > 1 ? count : 0;
}

/* Who moves, of one piece: "Mover: North branch", "North branch to second". */
static pol_span name_of(pol_span piece, bool *is_labelled)
{
    static const char *const ends[] = {" to move",    " to second", " (mover)",
                                       " (seconder)", " moves",     " seconds"};
    bool has_label;
    pol_span name = without_label(piece, &has_label);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (pol_span_ends(name, pol_span_of(ends[i]))) {
            name = pol_span_first(name, name.size - strlen(ends[i]));
            has_label = true;
        }
    *is_labelled = *is_labelled || has_label;
    bool is_body = *is_labelled ? is_labelled_name(name) : pol_split_is_body_name(name);
    return is_body ? name : pol_span_make(NULL, 0);
}

/* "Rutland to move, Bury to second", "Bury to second.": names that need no body's word. */
static size_t add_to_move(pol_span text, pol_span *names, size_t capacity)
{
    static const char second[] = " to second";
    pol_span core = pol_span_core(text);
    if (capacity > 0 && pol_span_ends(core, POL_SPAN(" to second")) &&
        pol_split_is_name(pol_span_first(core, core.size - (sizeof second - 1)))) {
        names[0] = pol_span_first(core, core.size - (sizeof second - 1));
        return 1;
    }
    size_t at = pol_span_find(text, POL_SPAN(" to move"), 0);
    if (at == (size_t)-1 || capacity == 0)
        return 0;
    pol_span mover = pol_span_trim(pol_span_first(text, at));
    pol_span rest = pol_span_core(pol_span_from(text, at + sizeof " to move" - 1));
    if (!pol_split_is_name(mover))
        return 0;
    names[0] = mover;
    if (rest.size == 0)
        return 1;
    if (!pol_span_ends(rest, POL_SPAN(" to second")))
        return 0;
    pol_span seconder = pol_span_trim(pol_span_first(rest, rest.size - (sizeof second - 1)));
    if (!pol_split_is_name(seconder))
        return 0;
    if (capacity == 1)
        return 1;
    names[1] = seconder;
    return 2;
}

size_t pol_split_bodies(pol_span text, pol_span *names, size_t capacity)
{
    size_t count = 0;
    bool is_labelled = false;
    if (text.size > POL_SPLIT_LINE_BYTES)
        return 0;
    count = add_to_move(text, names, capacity);
    count = count > 0 ? count : add_received(pol_split_unbracket(text), names, capacity);
    if (count > 0)
        return count;
    static const char *const dashes[] = {"-- ", "\u2014 ", "\u2013 "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (pol_span_starts(text, pol_span_of(dashes[i]))) { /* "-- North branch" */
            text = pol_span_from(text, strlen(dashes[i]));
            is_labelled = true;
        }
    for (text = pol_span_trim(text); text.size > 0 && count < capacity;) {
        size_t size = 0, at = next_piece(text, &size);
        pol_span name = name_of(pol_span_first(text, at), &is_labelled);
        if (!name.data)
            return 0;
        text = at == (size_t)-1 ? pol_span_make(NULL, 0) : pol_span_from(text, at + size);
        count = add_list(name, names, count, capacity);
    }
    return count;
}
