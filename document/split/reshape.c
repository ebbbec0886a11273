/* reshape.c - lines as files print them to lines as the other steps read them: marks before
 * a number and anchors behind a heading taken off, a number at the right edge put in front, a
 * noun that only this file has for its motions ("Notice 1") made one we know. Only lines that
 * are headings change, and their words are not part of any text. */
#include "document/names.h"
#include "document/openers.h"
#include "document/split/state.h"

enum {
    SHORT_BYTES = 160,
    WIDE_GAP = 6,
    NOUNS_MAX = 64,
    NUMBERS_MAX = 9999,
    OWN_NOUN_BYTES = 4,
    LINES_MAX = 100000
};

static pol_line *line_of(pol_splitter *split, size_t line)
{
    return &split->lines[line];
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "† 47. Saltby": daggers and the like before a number. */
static pol_span without_marks(pol_span text)
{
    static const char *const marks[] = {"* ",     "\u2020", "\u2021", "\u00A7", "\u00B6",
                                        "\u25CF", "\u25A0", "\u2022", "\u2605"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pol_span_starts(text, pol_span_of(marks[i]))) {
            pol_span rest = pol_span_trim(pol_span_from(text, strlen(marks[i])));
            return rest.size > 0 && is_digit(rest.data[0]) ? rest : text;
        }
    return text;
}

/* "Right to grow {#c01}". */
static pol_span without_anchor(pol_span text)
{
    size_t at = pol_span_find(text, POL_SPAN("{#"), 0);
    bool is_last = at != (size_t)-1 && at > 0 && text.data[text.size - 1] == '}';
    return is_last ? pol_span_trim(pol_span_first(text, at)) : text;
}

/* "Damp :white_check_mark:": a picture's name at the end. */
static pol_span without_picture(pol_span text)
{
    size_t at = text.size;
    if (at < 4 || text.data[at - 1] != ':')
        return text;
    for (at--; at > 0 && ((text.data[at - 1] >= 'a' && text.data[at - 1] <= 'z') ||
                          text.data[at - 1] == '_' || is_digit(text.data[at - 1]));
         at--) {
    }
    bool is_picture =
        at > 1 && at + 2 <= text.size && text.data[at - 1] == ':' && text.data[at - 2] == ' ';
    return is_picture ? pol_span_trim(pol_span_first(text, at - 1)) : text;
}

/* "Rún 1 / Motion 1": the same in two languages; ours is read. */
static pol_span in_our_language(pol_span text)
{
    size_t at = pol_span_find(text, POL_SPAN(" / "), 0);
    pol_split_heading heading, other;
    if (at == (size_t)-1)
        return text;
    pol_span left = pol_span_trim(pol_span_first(text, at));
    pol_span right = pol_span_trim(pol_span_from(text, at + 3));
    size_t colon = pol_span_find(right, POL_SPAN(":"), 0);
    if (colon != (size_t)-1 && !memchr(left.data, ':', left.size) &&
        pol_split_field_of(pol_span_first(right, colon)) != POL_FIELD_NONE)
        return right; /* "Molta ag / Proposed by: Western branch" */
    bool is_heading = pol_split_heading_parse(right, &heading) && heading.form == POL_SPLIT_NOUN &&
                      heading.number.printed.data && !pol_split_heading_parse(left, &other);
    bool is_amendment = pol_split_heading_parse(right, &heading) &&
                        heading.kind == POL_KIND_AMENDMENT && heading.parts.target.data;
    return is_heading || is_amendment ? right : text;
}

/* "(a) Moved by North Branch:": minutes that letter what was done. */
static pol_span without_letter(pol_span text)
{
    static const char *const labels[] = {"moved by", "proposed by", "it was moved by"};
    size_t at = text.size > 4 && text.data[0] == '(';
    bool is_letter =
        text.size > 4 && text.data[at] >= 'a' && text.data[at] <= 'z' && text.data[at + 1] == ')';
    pol_span rest = is_letter ? pol_span_trim(pol_span_from(text, at + 2)) : text;
    for (size_t i = 0; i < sizeof labels / sizeof *labels && is_letter; i++)
        if (pol_words_start(rest, labels[i], NULL))
            return rest;
    return text;
}

/* "Mr. Purdy moved:-": the colon alone. */
static pol_span without_colon_dash(pol_span text)
{
    static const char *const dashes[] = {":-", ":\u2013", ":\u2014", ": -", ": \u2014"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (pol_span_ends(text, pol_span_of(dashes[i])))
            return pol_span_first(text, text.size - strlen(dashes[i]) + 1);
    return text;
}

/* "*   5   AGENDA COMMITTEE": a star in the margin is no bullet of a list. */
static void drop_star(pol_line *source)
{
    pol_split_number number;
    pol_span rest;
    bool is_star = pol_span_equal(source->marker, POL_SPAN("*")) ||
                   pol_span_equal(source->marker, POL_SPAN("\u2020"));
    if (!is_star || source->text.size == 0 || !is_digit(source->text.data[0]) ||
        !pol_split_number_parse(source->text, false, &number, &rest) ||
        !(pol_span_starts(rest, POL_SPAN("  ")) || pol_span_starts(rest, POL_SPAN(". "))))
        return;
    source->marker = pol_span_make(NULL, 0);
    source->role = POL_LINE_PLAIN;
    source->level = 0;
}

static void reshape_line(pol_splitter *split, size_t line)
{
    pol_line *source = line_of(split, line);
    drop_star(source);
    if (source->text.size > SHORT_BYTES || source->is_quoted)
        return;
    pol_span text = without_picture(in_our_language(without_marks(without_letter(source->text))));
    if (source->role == POL_LINE_HEADING)
        text = without_anchor(text);
    text = without_colon_dash(text);
    if (text.size > 0)
        source->text = text;
}

/* ---- "Mrs Pask to move on behalf of the Synod of Teme:" ---- */

/* The line made "Moved by" the body, or by the person; an amendment's becomes its heading. */
static void put_mover(pol_splitter *split, size_t line, pol_span name, bool is_amendment)
{
    const char *label = is_amendment ? "Amendment moved by " : "Moved by ";
    size_t size = strlen(label);
    char *made = pol_arena_alloc(split->arena, size + name.size + 1);
    if (!made) {
        pol_splitter_refused(split, size + name.size + 1);
        return;
    }
    memcpy(made, label, size);
    memcpy(made + size, name.data, name.size);
    split->lines[line].text =
        name.size ? pol_span_make(made, size + name.size) : POL_SPAN("Amendment");
}

/* Does a line near above say that amendments follow? */
static bool is_under_amendments(pol_splitter *split, size_t line)
{
    enum { ABOVE = 2 };
    for (size_t i = line; i > 0 && i + ABOVE > line;) {
        pol_span text = split->lines[--i].text, word;
        if (text.size > SHORT_BYTES)
            return false;
        for (pol_span rest = text; (word = pol_word_next(&rest)).data;)
            if (pol_word_is_any(word, "amendment amendments"))
                return !pol_words_start(rest, "of", NULL); /* "Amendment of the Standing Orders" */
        if (pol_split_look(split, i) & POL_LOOK_PROSE)
            return false;
    }
    return false;
}

/* "The Synod of Teme gives notice that it", "Canon Pask: I beg": who, without how it is said. */
static pol_span without_manner(pol_span name)
{
    static const char *const manners[] = {
        ": I ", ", I ",    " gives notice", " give notice", " gave notice", " begs",
        " beg", " begged", " wishes",       " intends",     " proposes"};
    for (size_t i = 0; i < sizeof manners / sizeof *manners; i++)
        name = pol_span_first(name, pol_span_find(name, pol_span_of(manners[i]), 0));
    return pol_span_trim(name);
}

static void reshape_to_move(pol_splitter *split, size_t line, bool *was_amendment)
{
    pol_line *source = line_of(split, line);
    static const char *const marks[] = {" to move",      " will move", " to propose",
                                        " will propose", " moves",     " proposes"};
    size_t at = (size_t)-1, mark = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks && at == (size_t)-1; i++) {
        mark = strlen(marks[i]);
        at = pol_span_find(source->text, pol_span_of(marks[i]), 0);
    }
    if (at == (size_t)-1 || source->text.size > SHORT_BYTES || !pol_word_is_capital(source->text))
        return;
    pol_span behind = pol_span_from(source->text, at + mark), body = {NULL, 0};
    bool is_wrapped = !pol_ends_in(source->text, ":") && line + 1 < split->count &&
                      pol_ends_in(split->lines[line + 1].text, ":") &&
                      split->lines[line + 1].blanks == 0;
    if (!pol_ends_in(source->text, ":") && !is_wrapped)
        return;
    bool says = pol_words_start(behind, "as an amendment", NULL) ||
                pol_words_start(behind, "as a further amendment", NULL);
    bool is_amendment = says || *was_amendment || is_under_amendments(split, line);
    pol_span name = pol_words_start(behind, "on behalf of", &body)
                        ? pol_span_trim(body)
                        : without_manner(pol_span_first(source->text, at));
    pol_span bare = pol_span_from(name, pol_span_starts_fold(name, POL_SPAN("the ")) ? 4 : 0);
    bool may_be_body = bare.size < name.size || pol_split_is_body_name(name);
    if (is_amendment && !body.data && (!may_be_body || pol_name_kind_of(bare) == POL_NAME_PERSON))
        name = POL_SPAN(""); /* a person's */
    while (name.size > 0 && name.data[name.size - 1] == ':')
        name.size--;
    if (is_wrapped && body.data) {
        pol_span more = split->lines[line + 1].text;
        char *made = pol_arena_alloc(split->arena, name.size + more.size + 2);
        if (!made) {
            pol_splitter_refused(split, name.size + more.size + 2);
            return;
        }
        memcpy(made, name.data, name.size);
        made[name.size] = ' ';
        memcpy(made + name.size + 1, more.data, more.size - 1);
        name = pol_span_make(made, name.size + more.size);
        split->is_furniture[line + 1] = true;
    }
    *was_amendment = is_amendment && !says;
    put_mover(split, line, name, is_amendment);
    split->looks[line] = 0;
}

/* ---- numbers at the right edge ---- */

/* "Keys and call-outs —": cuts the dash; false where there is none. */
static bool cut_dash(pol_span *title)
{
    static const char *const dashes[] = {" \u2014", " \u2013", " -"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (pol_span_ends(*title, pol_span_of(dashes[i]))) {
            *title = pol_span_trim(pol_span_first(*title, title->size - strlen(dashes[i])));
            return true;
        }
    return false;
}

/* Is it a number and nothing else, with or without a noun: "9", "RA20.", "COMPOSITE 1."? */
static bool is_right_number(pol_span text, pol_split_number *ret_number)
{
    pol_split_noun noun;
    pol_span rest;
    bool has_noun = pol_split_noun_read(text, &noun, &rest);
    pol_span own = text, word = pol_word_next(&own); /* "Paper 3" */
    if (!has_noun && word.size >= OWN_NOUN_BYTES && pol_word_is_capital(word) &&
        !is_digit(word.data[0]) && own.size > 1 && own.data[0] == ' ') {
        noun.kind = POL_KIND_MOTION;
        has_noun = true;
        rest = own;
    }
    if (!pol_split_number_parse(has_noun ? pol_span_trim(rest) : text, has_noun, ret_number, &rest))
        return false;
    ret_number->letters |= has_noun ? (uint32_t)noun.kind << 28 : 0;
    return pol_span_core(rest).size == 0 && !pol_ends_in(text, ",;");
}

/* Where the number at the end of the line starts: behind a gap, or a word of its own. */
static size_t right_start(pol_span text, size_t *ret_gap)
{
    size_t at = text.size;
    *ret_gap = 0;
    for (size_t i = text.size; i-- > WIDE_GAP;) {
        size_t gap = 0;
        while (gap < i && text.data[i - gap - 1] == ' ')
            gap++;
        if (gap >= WIDE_GAP) {
            *ret_gap = gap;
            return i;
        }
    }
    while (at > 0 && text.data[at - 1] != ' ')
        at--;
    return at;
}

/* "Keys and call-outs          9.", "Keys and call-outs — 9": title and number; false. */
static bool read_right(pol_span text, pol_span *ret_title, pol_span *ret_number)
{
    enum { NUMBER_BYTES = 40 };
    size_t gap, at = right_start(text, &gap);
    pol_span number = pol_span_from(text, at);
    pol_split_number parsed;
    *ret_title = pol_span_trim(pol_span_first(text, at));
    bool is_second = memchr(number.data, '(', number.size); /* "Motion 3 (A-30)" */
    while (number.size > 1 && strchr(is_second ? ".:" : ".:)", number.data[number.size - 1]))
        number.size--;
    *ret_number = number;
    bool stands_apart = gap > 0 || (at > 0 && number.size <= 3 && cut_dash(ret_title));
    return stands_apart && number.size <= NUMBER_BYTES && is_right_number(number, &parsed) &&
           ret_title->size > 1 && !pol_ends_in(*ret_title, ".;,:") &&
           pol_word_is_capital(*ret_title);
}

/* Not of a contents list: what follows is no such line. */
static bool is_right_heading(pol_splitter *split, size_t line, pol_span *title, pol_span *number)
{
    pol_span next_title, next_number;
    const pol_line *source = line_of(split, line);
    if ((source->role != POL_LINE_PLAIN && source->role != POL_LINE_PARAGRAPH) ||
        source->text.size > SHORT_BYTES || line + 1 >= split->count)
        return false;
    return read_right(source->text, title, number) && split->lines[line + 1].blanks <= 1 &&
           !read_right(split->lines[line + 1].text, &next_title, &next_number);
}

/* "9 Keys and call-outs"; behind a dash nothing else is numbered so: "Motion 9: Keys". */
static void join_right(pol_splitter *split, size_t line, pol_span title, pol_span number)
{
    const char *behind = title.data + title.size;
    size_t gap = (size_t)(number.data - behind);
    bool is_dashed = pol_span_trim(pol_span_make(behind, gap)).size > 0;
    pol_span noun = is_dashed ? POL_SPAN("Motion ") : POL_SPAN("");
    pol_span mark = is_dashed ? POL_SPAN(": ") : POL_SPAN(". ");
    size_t size = noun.size + number.size + mark.size + title.size;
    char *made = pol_arena_alloc(split->arena, size + 1);
    if (!made) {
        pol_splitter_refused(split, size + 1);
        return;
    }
    const pol_span pieces[] = {noun, number, mark, title};
    size_t at = 0;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        memcpy(made + at, pieces[i].data, pieces[i].size);
        at += pieces[i].size;
    }
    split->lines[line].text = pol_span_make(made, size);
}

/* Does the same title stand at another right number near by? A running head does. */
static bool is_running_head(pol_splitter *split, size_t line, pol_span title)
{
    enum { NEAR = 100 };
    pol_span other, number;
    size_t end = line + NEAR < split->count ? line + NEAR : split->count;
    if (pol_split_is_noun_alone(title, &(uint8_t){0}))
        return false; /* "Amendment          9.1" */
    for (size_t i = line > NEAR ? line - NEAR : 0; i < end; i++)
        if (i != line && split->lines[i].text.size >= title.size &&
            pol_span_starts(split->lines[i].text, title) &&
            read_right(split->lines[i].text, &other, &number) && pol_span_equal(title, other))
            return true;
    return false;
}

static void reshape_right(pol_splitter *split)
{
    enum { LEAST = 3 };
    size_t found = 0, growing = 0;
    uint32_t last = 0, letters = 0;
    pol_span title, number;
    pol_split_number parsed;
    if (split->count > LINES_MAX)
        return;
    for (size_t i = 0; i < split->count; i++) {
        if (split->lines[i].text.size <= SHORT_BYTES &&
            read_right(split->lines[i].text, &title, &number) && is_running_head(split, i, title))
            split->is_furniture[i] = true;
        if (split->is_furniture[i] || !is_right_heading(split, i, &title, &number) ||
            !is_right_number(number, &parsed))
            continue;
        bool is_letter = parsed.value == 0; /* "Resolution C" */
        bool is_series = is_letter || found == 0 || parsed.letters == letters;
        found += is_series;
        growing += is_series && (is_letter || parsed.value >= last);
        last = is_series && !is_letter ? parsed.value : last;
        letters = is_series ? parsed.letters : letters;
    }
    if (found < LEAST || growing < found)
        return;
    for (size_t i = 0; i < split->count; i++)
        if (!split->is_furniture[i] && is_right_heading(split, i, &title, &number))
            join_right(split, i, title, number);
}

/* ---- nouns of the file's own ---- */

typedef struct own_noun {
    pol_span word;
    size_t count;
    uint32_t last; /* number */
} own_noun;

/* "Notice 1. Candles": its first word, where a number and a mark or a title follow. */
static pol_span read_noun(pol_splitter *split, size_t line, uint32_t *ret_value)
{
    static const char others[] =
        "rule rules section article page day session appendix table chapter part annex point "
        "paragraph clause line figure note local lodge branch year schedule room hall region "
        "group class received dated january february march april may june july august september "
        "october "
        "november december monday tuesday wednesday thursday friday saturday sunday step level "
        "sheet slide board poster letter exhibit round stage week act title phase volume item "
        "items box form question standing order";
    static const char months[] = "january february march april may june july august september "
                                 "october november december";
    const pol_line *source = line_of(split, line);
    pol_span rest = source->text, word = pol_word_next(&rest), none = {NULL, 0}, after;
    pol_split_heading heading;
    pol_split_number number;
    if (source->text.size > SHORT_BYTES || source->role == POL_LINE_CELL || !word.data ||
        word.data != source->text.data || word.size < 4 || !pol_word_is_capital(word) ||
        is_digit(word.data[0]) || pol_word_is_any(word, others) ||
        pol_split_heading_parse(source->text, &heading))
        return none;
    if (rest.size == 0 || rest.data[0] != ' ' ||
        !pol_split_number_parse(pol_span_trim(rest), true, &number, &after) ||
        (after.size > 0 && !strchr(".:)- ", after.data[0])))
        return none;
    pol_span ahead = after;
    if (pol_word_is_any(pol_word_next(&ahead), months))
        return none; /* "Received 4 March" */
    if (number.value == 0 && pol_span_trim(after).size > 0 && !strchr(".:)-", after.data[0]))
        return none; /* "Paper A great deal" */
    pol_span behind = pol_span_trim(pol_span_core(after));
    if (pol_ends_in(source->text, ";,") || (behind.size > 0 && !pol_word_is_capital(behind)) ||
        (source->blanks == 0 && source->role == POL_LINE_PLAIN && line > 0 && behind.size > 0))
        return none;
    *ret_value = number.value ? number.value : NUMBERS_MAX + number.letters;
    return word;
}

static own_noun *find_noun(own_noun *nouns, size_t *count, pol_span word)
{
    for (size_t i = 0; i < *count; i++)
        if (pol_span_equal(nouns[i].word, word))
            return &nouns[i];
    if (*count >= NOUNS_MAX)
        return NULL;
    nouns[*count] = (own_noun){.word = word};
    return &nouns[(*count)++];
}

/* The noun put for `word` where it is the line's first word, or behind "Amendment to". */
static void put_noun(pol_splitter *split, size_t line, pol_span word)
{
    pol_line *source = line_of(split, line);
    static const char put[] = "Motion";
    size_t at = pol_span_find(source->text, word, 0);
    bool is_behind =
        at != (size_t)-1 && at > 0 && pol_words_start(source->text, "amendment", NULL) && at < 24;
    if (source->text.size > SHORT_BYTES || at == (size_t)-1 || (at > 0 && !is_behind))
        return;
    size_t tail = source->text.size - at - word.size;
    char *made = pol_arena_alloc(split->arena, at + sizeof put + tail);
    if (!made) {
        pol_splitter_refused(split, source->text.size);
        return;
    }
    memcpy(made, source->text.data, at);
    memcpy(made + at, put, sizeof put - 1);
    memcpy(made + at + sizeof put - 1, source->text.data + at + word.size, tail);
    source->text = pol_span_make(made, at + sizeof put - 1 + tail);
}

/* A word that stands three times or more before ever another number names this file's motions. */
static void reshape_nouns(pol_splitter *split)
{
    enum { LEAST = 3 };
    own_noun nouns[NOUNS_MAX];
    size_t count = 0;
    uint32_t value;
    for (size_t i = 0; i < split->count; i++) {
        pol_span word = read_noun(split, i, &value);
        own_noun *found = word.data ? find_noun(nouns, &count, word) : NULL;
        if (found && value != found->last) {
            found->count++;
            found->last = value;
        }
    }
    pol_span usual = {NULL, 0}; /* that amendments name */
    for (size_t k = 0; k < count; k++)
        usual = nouns[k].count >= LEAST ? nouns[k].word : usual;
    for (size_t i = 0; usual.data && i < split->count; i++) {
        pol_span word = read_noun(split, i, &value);
        const own_noun *found = word.data ? find_noun(nouns, &count, word) : NULL;
        if (found && found->count >= LEAST)
            put_noun(split, i, word);
        else if (pol_words_start(line_of(split, i)->text, "amendment to", NULL))
            put_noun(split, i, usual);
    }
}

void pol_split_reshape(pol_splitter *split)
{
    bool was_amendment = false;
    pol_split_drop_times(split);
    pol_split_drop_marks(split);
    for (size_t i = 0; i < split->count; i++) {
        pol_split_heading heading;
        reshape_line(split, i);
        if (was_amendment && split->lines[i].text.size <= SHORT_BYTES &&
            pol_split_heading_parse(split->lines[i].text, &heading) && !heading.number.has_minor)
            was_amendment = false;
        reshape_to_move(split, i, &was_amendment);
    }
    reshape_right(split);
    reshape_nouns(split);
    pol_split_put_announced(split);
    pol_split_put_series(split);
}
