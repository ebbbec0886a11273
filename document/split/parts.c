/* parts.c - what stands behind the number of a heading: title, mover, decision, the
 * executive's stance, the motions a composite was made of. Each may stand at the end, behind
 * a dash, a bracket, a bar or a gap; what is left in front is the title. */
#include "core/vocabulary.h"
#include "document/recognise/decision.h"
#include "document/recognise/submitters.h"
#include "document/split/state.h"

enum { PIECES_MAX = 5, NAME_WORDS = 7 };

/* ---- what a composite was made of ---- */

pol_span pol_split_unbracket(pol_span text)
{
    text = pol_span_trim(text);
    bool is_whole = text.size > 2 && (text.data[0] == '(' || text.data[0] == '[') &&
                    strchr(")]", text.data[text.size - 1]);
    return is_whole ? pol_span_make(text.data + 1, text.size - 2) : text;
}

/* Up to what stands between two numbers of a list. */
static pol_span skip_marks(pol_span text)
{
    while (text.size > 0 && strchr(" ,;:&+.#", text.data[0]))
        text = pol_span_from(text, 1);
    return text;
}

/* Behind a number: the title or the mover of what was named, in brackets. */
static pol_span skip_bracket(pol_span text)
{
    pol_span ahead = skip_marks(text);
    size_t close = pol_span_find(ahead, POL_SPAN(")"), 0);
    bool is_number = ahead.size > 1 && ahead.data[0] == '(' && ahead.data[1] >= '0' &&
                     ahead.data[1] <= '9'; /* "from (5) and (6)" */
    return ahead.size > 0 && ahead.data[0] == '(' && close != (size_t)-1 && !is_number
               ? pol_span_from(ahead, close + 1)
               : text;
}

/* A word beside the numbers: 2 says that numbers follow, 1 may stand there, 0 is none of them. */
static int rank_parent_word(pol_span word, pol_span rest)
{
    static const char leads[] =
        "motion motions resolution resolutions amendment amendments composites composited replaces "
        "replacing incorporating incorporates covering covers comprising comprises combining "
        "combines merging merges consolidates consolidating supersedes encompassing amalgamates "
        "amalgamating proposition propositions remits papers";
    static const char small[] =
        "emergency arising and to the with as amended of from derived being made up plus including "
        "based "
        "on numbers number nos no their its both was were is formed drawn up together this in "
        "place "
        "following have has been into combination amalgamation consolidation merged combined "
        "joined brings bringing takes taking";
    bool is_of = pol_word_is(word, "composite") && pol_words_start(rest, "of", NULL);
    if (is_of || pol_word_is_any(word, leads))
        return 2;
    return pol_word_is_any(word, small) || pol_word_is(word, "composite");
}

size_t pol_split_read_parents(pol_span text, bool is_list, pol_span *numbers, size_t capacity)
{
    size_t count = 0;
    bool has_lead = is_list;
    if (text.size > POL_SPLIT_LINE_BYTES)
        return 0;
    for (text = skip_marks(pol_split_unbracket(text)); text.size > 0; text = skip_marks(text)) {
        pol_split_number number;
        pol_span after, open = pol_span_from(text, text.data[0] == '('), rest = text;
        pol_span word = pol_word_next(&rest);
        int rank = word.data == text.data ? rank_parent_word(word, rest) : 0;
        if (rank == 2)
            has_lead = true;
        if (rank > 0) {
            text = rest;
            continue;
        }
        bool is_number = has_lead && pol_split_number_parse(open, true, &number, &after) &&
                         (after.size == 0 || strchr(" ,;&+.)", after.data[0]));
        if (!is_number || count == capacity)
            return 0;
        numbers[count++] = number.printed;
        text = skip_bracket(pol_span_from(after, after.size > 0 && after.data[0] == ')'));
    }
    return count;
}

/* The numbers of a list that starts here: "4, 9 and 11". */
static size_t read_list(pol_span *text, pol_span *numbers, size_t count, size_t capacity)
{
    for (pol_span rest = skip_marks(*text); rest.size > 0; rest = skip_marks(rest)) {
        pol_split_number number;
        pol_span after = rest, word = pol_word_next(&after);
        if (count > 0 && pol_word_is_any(word, "and or")) {
            rest = after;
            continue;
        }
        if (count == capacity || !pol_split_number_parse(rest, true, &number, &after) ||
            (after.size > 0 && !strchr(" ,;&+.)", after.data[0])))
            return count;
        numbers[count++] = number.printed;
        rest = *text = after;
    }
    return count;
}

size_t pol_split_find_parents(pol_span text, pol_span *numbers, size_t capacity)
{
    enum { LEAST = 2, LABEL_WORDS = 5 };
    size_t count = 0;
    pol_span rest = pol_split_unbracket(text), word = pol_word_next(&rest);
    size_t colon = pol_span_find(text, POL_SPAN(": "), 0);
    bool has_label = colon != (size_t)-1 && colon > 0 &&
                     pol_word_count(pol_span_first(text, colon), LABEL_WORDS + 1) <= LABEL_WORDS;
    if (text.size > POL_SPLIT_LINE_BYTES ||
        !(has_label ||
          pol_word_is_any(word, "composite composited covers covering replaces incorporating "
                                "incorporates made drawn formed sources source from combining "
                                "combines motions motion resolutions")))
        return 0;
    for (rest = pol_split_unbracket(text); (word = pol_word_next(&rest)).data;)
        if (pol_word_is_any(word, "motion motions resolution resolutions amendment amendments "
                                  "propositions"))
            count = read_list(&rest, numbers, count, capacity);
    return count >= LEAST ? count : 0;
}

bool pol_split_is_parents(pol_span text)
{
    enum { PARENTS = 32 };
    pol_span numbers[PARENTS];
    return pol_split_read_parents(text, false, numbers, PARENTS) > 0;
}

/* ---- pieces at the end ---- */

static pol_span mover_of(pol_span piece, bool *ret_is_person)
{
    pol_span value, core = pol_span_core(piece);
    pol_submitter_hint hint;
    *ret_is_person = false;
    size_t second = pol_span_find(core, POL_SPAN(", seconded by "), 0);
    if (second != (size_t)-1 && pol_split_is_name(pol_span_first(core, second)))
        return pol_span_first(core, second); /* nothing else has a seconder */
    pol_span bodies[4];
    if (pol_split_bodies(core, bodies, sizeof bodies / sizeof *bodies))
        return core; /* told apart later */
    if (pol_submitter_sentence(core, &value, &hint)) {
        *ret_is_person =
            hint == POL_SUBMITTER_PEOPLE && value.data && !pol_split_is_body_piece(value);
        return value;
    }
    return pol_split_is_body_piece(core) ? core : pol_span_make(NULL, 0);
}

/* "proposed by eight members": whoever it is. */
static pol_span labelled_mover(pol_span piece)
{
    static const char *const labels[] = {
        "proposed by", "moved by", "submitted by", "tabled by", "put by", "from", "by"};
    enum { WORDS = 8 };
    pol_span core = pol_span_core(piece), rest, bare;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pol_words_start(core, labels[i], &rest) && pol_word_count(rest, WORDS + 1) <= WORDS &&
            !memchr(rest.data, ',', rest.size)) {
            rest = pol_span_trim(rest);
            bool has_the = pol_words_start(rest, "the", &bare);
            if (i >= 5 && !has_the && !pol_word_is_capital(rest)) /* "from here to there" */
                return pol_span_make(NULL, 0);
            return has_the ? pol_span_trim(bare) : rest;
        }
    return pol_span_make(NULL, 0);
}

/* "Standing Orders: Reference Back": what a motion may be about, as titles print it. */
static bool is_subject(pol_span core)
{
    pol_span last = pol_word_last(core);
    return pol_words_equal(core, "reference back") && pol_word_is_capital(last) &&
           !pol_word_is_upper(last);
}

/* Takes the piece if it is known for something that is not there yet. */
static bool take_piece(pol_span piece, bool may_be_mover, pol_split_parts *parts)
{
    pol_span core = pol_span_core(piece), advice = pol_split_advice(piece);
    if (core.size == 0)
        return true;
    if (is_subject(core))
        return false;
    if (!parts->decision.data && pol_split_is_decision(core)) {
        parts->decision = core;
        return true;
    }
    pol_span loose = {NULL, 0}; /* "CARRIED 112-48" */
    if (!parts->decision.data &&
        pol_word_is_upper(pol_word_next(&(pol_span){core.data, core.size})))
        loose = pol_split_labelled_decision(core);
    if (loose.data) {
        parts->decision = loose;
        return true;
    }
    if (pol_split_is_status(core))
        return true;
    if (!parts->recommendation.data && advice.data) {
        parts->recommendation = advice;
        return true;
    }
    if (!parts->parents.data && pol_split_is_parents(piece)) {
        parts->parents = piece;
        return true;
    }
    if (parts->mover.data || !may_be_mover)
        return false;
    bool is_person;
    pol_span mover = mover_of(piece, &is_person);
    mover = mover.data ? mover : labelled_mover(piece);
    if (!mover.data)
        return false;
    parts->mover = mover;
    parts->is_mover_person = is_person;
    return true;
}

/* Where the last piece starts, and how much stands between it and what is before it. */
static size_t last_separator(pol_span text, size_t *ret_size)
{
    static const char *const marks[] = {" - ", " \u2013 ", " \u2014 ", " | ",
                                        "   ", " // ",     " \u00B7 ", " \u2022 "};
    size_t best = (size_t)-1;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t from = 0, found, size = strlen(marks[i]);
        while ((found = pol_span_find(text, pol_span_of(marks[i]), from)) != (size_t)-1) {
            if (best == (size_t)-1 || found > best) {
                best = found;
                *ret_size = size;
            }
            from = found + size;
        }
    }
    return best;
}

/* "Rule 3" before "(Clubs in membership)": what follows is the rule's name, and no mover. */
bool pol_split_names_rule(pol_span text)
{
    static const char *const words[] = {
        "rule",           "clause",           "article",           "standing order",     "bye-law",
        "change to rule", "change to clause", "amendment to rule", "amendment to clause"};
    pol_span after;
    pol_split_number number;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_words_start(text, words[i], &after) &&
            pol_split_number_parse(pol_span_trim(after), false, &number, &after) &&
            pol_span_core(after).size == 0)
            return true;
    return false;
}

/* "GS 2304A and GS 2304B", "FE4, FE5": codes and nothing else, with a number in each. */
bool pol_split_are_codes(pol_span text)
{
    pol_span word;
    size_t codes = 0, digits = 0;
    if (text.size == 0)
        return false;
    while ((word = pol_word_next(&text)).data) {
        if (pol_word_is_any(word, "and to"))
            continue;
        bool has_digit = false, has_small = false;
        for (size_t i = 0; i < word.size; i++) {
            has_digit = has_digit || (word.data[i] >= '0' && word.data[i] <= '9');
            has_small = has_small || (i + 1 < word.size && word.data[i] >= 'a');
        }
        if (has_small || (!has_digit && !pol_word_is_upper(word)) || pol_word_year(word))
            return false;
        codes++;
        digits += has_digit;
    }
    return digits > 0 && digits * 2 >= codes;
}

static bool peel_bracket(pol_span *text, pol_split_parts *parts)
{
    char last = text->size > 0 ? text->data[text->size - 1] : '\0';
    if (last != ')' && last != ']')
        return false;
    char open = last == ')' ? '(' : '[';
    size_t depth = 0, at = text->size;
    while (at-- > 0) {
        depth += text->data[at] == last;
        if (text->data[at] == open && --depth == 0)
            break;
    }
    if (at == (size_t)-1)
        return false;
    pol_span inner = pol_span_make(text->data + at + 1, text->size - at - 2);
    if (pol_split_names_rule(pol_span_first(*text, at)) && !labelled_mover(inner).data)
        return false;
    bool are_codes = pol_split_are_codes(inner) && at > 0;
    if (are_codes && !parts->parents.data)
        parts->parents = inner;
    if (!are_codes && !take_piece(inner, true, parts))
        return false;
    *text = pol_span_trim(pol_span_first(*text, at));
    return true;
}

static bool peel_dash(pol_span *text, pol_split_parts *parts)
{
    size_t size, at = last_separator(*text, &size);
    if (at != (size_t)-1 && pol_split_names_rule(pol_span_first(*text, at)))
        return false;
    if (at == (size_t)-1 || !take_piece(pol_span_from(*text, at + size), true, parts))
        return false;
    *text = pol_span_trim(pol_span_first(*text, at));
    return true;
}

static bool is_labelled_mover(pol_span text)
{
    pol_span names[4];
    pol_span name;
    if ((pol_words_start(text, "proposed", &name) || pol_words_start(text, "moved", &name)) &&
        pol_word_is_capital(pol_span_trim(name)))
        return true; /* "Proposed Hull No. 3, seconded Goole" */
    return (pol_words_start(text, "moved by", NULL) || pol_words_start(text, "proposed by", NULL) ||
            pol_words_start(text, "submitted by", NULL)) &&
           pol_split_bodies(pol_span_core(text), names, sizeof names / sizeof *names) > 0;
}

/* "Mugs: CARRIED", "Mugs, North branch", "Mugs CARRIED". */
static bool peel_mark(pol_span *text, pol_split_parts *parts)
{
    for (size_t at = text->size; at-- > 1;) {
        char mark = text->data[at];
        pol_span behind = pol_span_trim(pol_span_from(*text, at + 1));
        if (mark == '.' && at + 1 < text->size && text->data[at + 1] == ' ' &&
            is_labelled_mover(behind) && take_piece(behind, true, parts)) {
            *text = pol_span_trim(pol_span_first(*text, at)); /* "Mugs. Moved by Weir Branch." */
            return true;
        }
        pol_span put; /* "Mugs; to be moved by Bootle" */
        bool is_put = mark == ';' && (pol_words_start(behind, "to be moved by", &put) ||
                                      pol_words_start(behind, "moved by", &put) ||
                                      pol_words_start(behind, "proposed by", &put));
        if (is_put && !parts->mover.data && pol_split_is_name(pol_span_trim(put))) {
            parts->mover = pol_span_core(put);
            *text = pol_span_trim(pol_span_first(*text, at));
            return true;
        }
        bool is_known = mark == ':' ? pol_split_is_decision(behind) ||
                                          pol_submitter_sentence(behind, &(pol_span){0},
                                                                 &(pol_submitter_hint){0})
                                    : (mark == ',' && pol_split_is_body_name(behind) &&
                                       pol_word_count(behind, 2) > 1) ||
                                          (mark == ',' && pol_split_is_decision(behind));
        if (is_known && take_piece(behind, true, parts)) {
            *text = pol_span_trim(pol_span_first(*text, at));
            return true;
        }
    }
    return false;
}

/* "Mugs for all CARRIED": in capitals behind a title that is not. */
static bool peel_loud(pol_span *text, pol_split_parts *parts)
{
    pol_span rest = *text, word;
    bool is_title_loud = true;
    while ((word = pol_word_next(&rest)).data) {
        bool is_loud = pol_word_is_upper(word);
        if (is_loud && !is_title_loud && !parts->decision.data) {
            pol_span behind = pol_span_from(*text, (size_t)(word.data - text->data));
            pol_span after = behind;
            pol_decision decision = pol_outcome_longest(behind, &after);
            pol_span mover = pol_span_trim(after);
            bool is_person;
            bool is_flat = decision != POL_DECISION_NONE && mover.size > 0 &&
                           (mover = mover_of(mover, &is_person)).data;
            if (decision != POL_DECISION_NONE && (is_flat || mover.size == 0)) {
                parts->decision =
                    pol_span_trim(pol_span_first(behind, (size_t)(after.data - behind.data)));
                if (is_flat && !parts->mover.data)
                    parts->mover = mover;
                *text = pol_span_trim(pol_span_first(*text, (size_t)(word.data - text->data)));
                return true;
            }
        }
        is_title_loud = is_title_loud && (is_loud || word.size < 2);
    }
    return false;
}

/* "(Severn)      Mugs": in brackets and a column of its own. */
static void read_front_column(pol_span *title, pol_split_parts *parts)
{
    enum { GAP = 2 };
    size_t close = title->size > 0 && title->data[0] == '('
                       ? pol_span_find(*title, POL_SPAN(")"), 0)
                       : (size_t)-1;
    if (close == (size_t)-1 || parts->mover.data)
        return;
    pol_span name = pol_span_make(title->data + 1, close - 1);
    pol_span behind = pol_span_trim(pol_span_from(*title, close + 1));
    if (behind.size == 0 || (size_t)(behind.data - title->data) < close + 1 + GAP ||
        !pol_split_is_name(name) || pol_split_are_codes(name) ||
        pol_span_find(behind, POL_SPAN("   "), 0) != (size_t)-1)
        return;
    parts->mover = pol_span_core(name);
    *title = behind;
}

/* "North branch - Mugs", "North branch: Mugs": the mover first. */
static void read_mover_first(pol_span *title, pol_split_parts *parts)
{
    static const char *const marks[] = {" - ", " \u2013 ", " \u2014 ", ": ", ") "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks && !parts->mover.data; i++) {
        size_t at = pol_span_find(*title, pol_span_of(marks[i]), 0);
        if (at == (size_t)-1)
            continue;
        static const char *const labels[] = {"motion from", "motion by", "resolution from", "from"};
        pol_span name = pol_span_first(*title, at), rest;
        for (size_t k = 0; k < sizeof labels / sizeof *labels; k++)
            if (pol_words_start(name, labels[k], &rest)) {
                name = pol_span_trim(rest);
                break;
            }
        pol_span behind = pol_span_trim(pol_span_from(*title, at + strlen(marks[i])));
        bool is_bracketed = title->data[0] == '(';
        if ((marks[i][0] == ')') != is_bracketed || !pol_split_is_body_name(name) ||
            pol_word_count(name, 2) < 2 || behind.size == 0)
            continue;
        parts->mover = pol_span_core(name);
        *title = behind;
    }
}

/* "Local 9 - Resolution 7": the number that the mover gave it. */
static void read_own_number(pol_span rest, pol_split_parts *parts)
{
    size_t size, at = last_separator(rest, &size);
    pol_span behind = at == (size_t)-1 ? rest : pol_span_from(rest, at + size);
    pol_split_number number;
    pol_span after, core = behind;
    if (at == (size_t)-1 ||
        !(pol_words_start(core, "resolution", &after) || pol_words_start(core, "motion", &after)))
        return;
    after = pol_span_trim(after);
    if (!pol_split_number_parse(after, false, &number, &after) || pol_span_core(after).size > 0)
        return;
    parts->mover = pol_span_core(pol_span_first(rest, at));
    parts->title = parts->parents = pol_span_make(NULL, 0);
}

static pol_span without_marks(pol_span text)
{
    static const char *const marks[] = {":", "-", "\u2013", "\u2014", "|", "*", "."};
    text = pol_span_trim(text);
    for (bool found = true; found;) {
        found = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !found; i++)
            if ((found = pol_span_ends(text, pol_span_of(marks[i])) &&
                         !pol_span_ends(text, POL_SPAN(".."))))
                text = pol_span_trim(pol_span_first(text, text.size - strlen(marks[i])));
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !found; i++)
            if ((found = pol_span_starts(text, pol_span_of(marks[i]))))
                text = pol_span_trim(pol_span_from(text, strlen(marks[i])));
    }
    return text;
}

void pol_split_rest_read(pol_span rest, pol_split_parts *parts)
{
    static const char *const labels[] = {"motion by",       "resolution by", "motion from",
                                         "resolution from", "moved by",      "proposed by"};
    pol_span title = without_marks(rest), mover;
    size_t close = title.size > 0 && title.data[0] == '(' ? pol_span_find(title, POL_SPAN(")"), 0)
                                                          : (size_t)-1;
    if (close != (size_t)-1 && close + 1 < title.size &&
        (pol_split_is_parents(pol_span_first(title, close + 1)) ||
         pol_split_are_codes(pol_split_unbracket(
             pol_span_first(title, close + 1))))) { /* "(Motions 4 and 6)  Mugs" */
        parts->parents = pol_span_first(title, close + 1);
        title = without_marks(pol_span_from(title, close + 1));
    }
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pol_words_start(title, labels[i], &mover) && pol_split_is_name(pol_span_trim(mover))) {
            parts->mover = pol_span_core(mover); /* "Motion by North branch" is no title */
            return;
        }
    read_front_column(&title, parts);
    for (int i = 0; i < PIECES_MAX && title.size > 0; i++)
        if (!peel_bracket(&title, parts) && !peel_dash(&title, parts) &&
            !peel_mark(&title, parts) && !peel_loud(&title, parts))
            break;
    title = without_marks(title);
    pol_span names[4];
    bool is_mover =
        !parts->mover.data && pol_split_bodies(title, names, sizeof names / sizeof *names) > 0;
    if (title.size > 0 && take_piece(title, is_mover, parts))
        title = pol_span_make(NULL, 0);
    read_mover_first(&title, parts);
    if (title.size > 0)
        parts->title = title;
    read_own_number(without_marks(rest), parts);
}

pol_span pol_split_dashed_name(pol_span title, size_t *ret_at)
{
    static const char *const marks[] = {" - ", " \u2013 ", " \u2014 ", "   ", " / "};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        *ret_at = pol_span_find(title, pol_span_of(marks[i]), 0);
        if (*ret_at == (size_t)-1)
            continue;
        pol_span name = pol_span_core(pol_span_from(title, *ret_at));
        if (pol_word_count(name, NAME_WORDS) < NAME_WORDS && pol_split_is_name(name))
            return name;
    }
    return pol_span_make(NULL, 0);
}
