/* announce.c - lines that announce what stands below: a text, an amendment in words of their
 * own, over the edit: "Notice has been given of an amendment by the Synod of Teme:", "To motion (2)
 * from North branch". They are put as headings that every step knows: "Amendment to motion 2 from
 * North branch". */
#include "document/names.h"
#include "document/split/items.h"

enum { BYTES = 200, WORDS = 24, LINES_MAX = 100000 };

/* "That in clause (2) the words “and shops” be deleted": an edit in the voice of a motion. */
static bool is_passive(pol_span text)
{
    static const char *const verbs[] = {" be deleted",     " be inserted", " be replaced",
                                        " be added",       " be omitted",  " be left out",
                                        " be substituted", " be struck",   " be removed"};
    return pol_words_start(text, "that", NULL) &&
           pol_span_has_any_fold(text, verbs, sizeof verbs / sizeof *verbs);
}

static bool is_edit(pol_splitter *split, size_t line)
{
    static const char *const small[] = {"to leave out", "to delete",     "to insert",    "to add",
                                        "to replace",   "to substitute", "to strike out"};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (pol_words_start(split->lines[line].text, small[i], NULL))
            return true;
    return pol_split_look(split, line) & POL_LOOK_EDIT || is_passive(split->lines[line].text) ||
           pol_split_is_edit(pol_span_unquote(split->lines[line].text));
}

/* Does the edit stand right under the line, or under one that names who moves? */
static bool is_over_edit(pol_splitter *split, size_t line)
{
    size_t next = pol_split_next(split, line + 1);
    const pol_line *own = &split->lines[line];
    bool is_ended = pol_ends_in(own->text, ":") || own->is_strong || own->role == POL_LINE_HEADING;
    if (next < split->count && pol_split_look(split, next) & POL_LOOK_MOVER &&
        !is_edit(split, next))
        next = pol_split_next(split, next + 1);
    if (next >= split->count || !is_edit(split, next))
        return false;
    const pol_line *below = &split->lines[next];
    bool is_apart = below->blanks > 0 || below->role != POL_LINE_PLAIN;
    return is_ended || is_apart || pol_word_is_capital(pol_span_core(below->text));
}

/* Behind "motion", "composite" and its number: "(2)"; absent. */
static pol_span target_of(pol_span text)
{
    pol_span word, none = {NULL, 0};
    while ((word = pol_word_next(&text)).data) {
        if (!pol_word_is_any(word, "motion composite resolution proposal proposition"))
            continue;
        pol_span rest = pol_span_trim(text), after;
        pol_split_number number;
        bool is_open = rest.size > 0 && rest.data[0] == '(';
        rest = pol_span_from(rest, is_open);
        if (pol_split_number_parse(rest, true, &number, &after))
            return number.printed;
    }
    return none;
}

/* Behind "by", "from": who moves, up to a mark; absent. */
static pol_span mover_of(pol_span text)
{
    pol_span word, none = {NULL, 0};
    while ((word = pol_word_next(&text)).data) {
        bool is_label =
            pol_word_is_any(word, "moved proposed") && pol_span_starts(text, POL_SPAN(":"));
        if (!pol_word_is_any(word, "by from") && !is_label)
            continue;
        pol_span name = pol_span_trim(pol_span_from(text, is_label)), bare;
        static const char *const ends[] = {":",         ", as follows", " as follows",
                                           ", to ",     ", which",      " reads",
                                           ", reading", " was ",        " were "};
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            name = pol_span_first(name, pol_span_find(name, pol_span_of(ends[i]), 0));
        name = pol_span_trim(name);
        if (pol_words_start(name, "the", &bare))
            name = pol_span_trim(bare);
        while (name.size > 0 && strchr(".:,", name.data[name.size - 1]))
            name.size--;
        pol_span own = pol_span_trim(pol_span_first(name, pol_span_find(name, POL_SPAN("("), 0)));
        pol_span ahead = own;
        bool is_person = pol_name_kind_of(own) >= POL_NAME_PERHAPS ||
                         pol_name_is_title(pol_word_next(&ahead)); /* which is told to nobody */
        if (name.size > 0 && pol_word_is_capital(name))
            return is_person ? none : own;
    }
    return none;
}

/* "Amendment of which notice was given (Synod of Teme):": the body in brackets; absent. */
static pol_span bracketed_mover(pol_span text)
{
    pol_span core = pol_span_trim(text), none = {NULL, 0};
    if (pol_ends_in(core, ":"))
        core = pol_span_trim(pol_span_first(core, core.size - 1));
    size_t open = pol_span_find(core, POL_SPAN(" ("), 0);
    if (open == (size_t)-1 || !pol_ends_in(core, ")"))
        return none;
    pol_span name = pol_split_unbracket(pol_span_trim(pol_span_from(core, open)));
    return pol_split_is_body_piece(name) ? name : none;
}

/* "To motion 2", and no more than that and who moves. */
static bool names_target(pol_span text)
{
    pol_span rest = text;
    return pol_word_is(pol_word_next(&rest), "to") && target_of(text).data;
}

/* A word for amendments, not of rules. */
static bool names_amendment(pol_span text)
{
    pol_span rest = text, word;
    bool is_named = false, is_first = true;
    while ((word = pol_word_next(&rest)).data) {
        bool is_own = pol_word_is(word, "amendment");
        if (pol_word_is_any(word,
                            "bye-law rule rules constitution constitutional article standing") ||
            (is_own && !pol_words_start(rest, "of which", NULL) &&
             (is_first || pol_words_start(rest, "of", NULL))))
            return false;
        is_named = is_named || is_own;
        is_first = false;
    }
    return is_named && (pol_ends_in(text, ":") || mover_of(text).data || target_of(text).data ||
                        pol_span_find(text, POL_SPAN(": "), 0) != (size_t)-1);
}

static bool is_announcement(pol_splitter *split, size_t line)
{
    enum { OTHERS = POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_POINT | POL_LOOK_DECISION };
    const pol_line *source = &split->lines[line];
    pol_split_heading known;
    if (source->text.size > BYTES || split->is_furniture[line] || source->is_quoted ||
        source->role == POL_LINE_CELL || !pol_word_is_capital(pol_span_core(source->text)) ||
        pol_word_count(source->text, WORDS + 1) > WORDS ||
        !(names_amendment(source->text) || names_target(source->text)) ||
        pol_split_look(split, line) & OTHERS)
        return false;
    bool is_known =
        !pol_words_start(source->text, "amendment of which", NULL) &&
        pol_split_heading_parse(source->text, &known) &&
        (known.kind == POL_KIND_AMENDMENT || known.number.printed.data || known.inline_text.data);
    return !is_known && is_over_edit(split, line);
}

static void put(pol_splitter *split, size_t line)
{
    pol_span text = split->lines[line].text, target = target_of(text), mover = mover_of(text);
    mover = mover.data ? mover : bracketed_mover(text);
    pol_span pieces[5] = {POL_SPAN("Amendment")};
    size_t count = 1, size = 0, at = 0;
    if (target.data) {
        pieces[count++] = POL_SPAN(" to motion ");
        pieces[count++] = target;
    }
    if (mover.data) {
        pieces[count++] = target.data ? POL_SPAN(" from ") : POL_SPAN(" moved by ");
        pieces[count++] = mover;
    }
    for (size_t i = 0; i < count; i++)
        size += pieces[i].size;
    char *made = pol_arena_alloc(split->arena, size + 1);
    if (!made) {
        pol_splitter_refused(split, size + 1);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        memcpy(made + at, pieces[i].data, pieces[i].size);
        at += pieces[i].size;
    }
    split->lines[line].text = pol_span_make(made, size);
    split->looks[line] = 0;
}

void pol_split_put_announced(pol_splitter *split)
{
    for (size_t i = 0; i + 1 < split->count && split->count <= LINES_MAX; i++)
        if (is_announcement(split, i))
            put(split, i);
}

/* ---- texts ---- */

/* "Mr Hale moved Resolution 18:": the number of an item whose heading has none. */
static void take_number(pol_split_item *item, pol_span text)
{
    static const char nouns[] = "motion resolution proposition proposal remit";
    pol_split_heading *heading = item->heading;
    pol_split_number number;
    pol_span word, after;
    while (!heading->number.printed.data && (word = pol_word_next(&text)).data)
        if (pol_word_is_any(word, nouns) && pol_word_is_capital(word) &&
            pol_split_number_parse(pol_span_trim(text), true, &number, &after) &&
            pol_span_core(after).size == 0)
            heading->number = number;
}

/* "The Committee proposed": who, where the words name no person; absent. */
static pol_span body_before(pol_span text)
{
    pol_span rest = text, word, none = {NULL, 0};
    if (!pol_word_is(pol_word_next(&rest), "the"))
        return none;
    pol_span start = pol_span_trim(rest);
    while ((word = pol_word_next(&rest)).data)
        if (pol_word_is_any(word, "had has moved moves proposed proposes submitted submits put")) {
            pol_span name = pol_span_trim(pol_span_first(start, (size_t)(word.data - start.data)));
            return pol_split_is_name(name) && !pol_name_is_title(name) ? name : none;
        }
    return none;
}

bool pol_split_take_announced(pol_splitter *split, pol_split_item *item, size_t line)
{
    static const char verbs[] = "moved moves move proposed proposes propose submitted submits "
                                "tabled brings brought seconded";
    const pol_line *source = &split->lines[line];
    size_t next = pol_split_next(split, line + 1);
    pol_span rest = source->text, word;
    bool has_verb = false;
    if (source->text.size > BYTES || !pol_ends_in(source->text, ":") || next >= item->end ||
        split->fields[line] || pol_word_count(rest, WORDS + 1) > WORDS ||
        !pol_word_is_capital(rest) ||
        pol_split_look(split, line) & (POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_POINT))
        return false;
    pol_span below = split->lines[next].text, bare = pol_span_unquote(below);
    bool is_text = pol_split_look(split, next) & (POL_LOOK_OPENER | POL_LOOK_LOOSE) ||
                   bare.data != below.data || pol_words_start(bare, "that", NULL);
    while ((word = pol_word_next(&rest)).data)
        has_verb = has_verb || pol_word_is_any(word, verbs) ||
                   pol_word_is_any(word, "motion resolution proposal proposition");
    if (has_verb && is_text && item->kind != POL_KIND_AMENDMENT)
        take_number(item, source->text);
    if (!has_verb || !is_text || pol_split_look(split, line) & POL_LOOK_MOVER)
        return false;
    pol_span body = body_before(source->text), named = mover_of(source->text);
    if (!body.data && named.data && pol_split_ends_as_body(named))
        body = named; /* "the following motion by the Solent branch" */
    if (body.data)
        pol_split_add_mover(item, body, (uint32_t)line, false);
    split->is_furniture[line] = true;
    return true;
}

/* ---- what minutes tell before a quote ---- */

/* "Mrs Gorse (Crewe) moved and Mrs Lunn seconded:", over lines or behind the title: up to the line
 * that the text starts on in quotes. */
size_t pol_split_find_quote(pol_splitter *split, const pol_split_item *item, size_t from)
{
    enum { LINES = 4 };
    static const char verbs[] =
        "moved moves proposed proposes submitted tabled seconded put moving";
    bool has_verb = false;
    pol_span text = item->heading->inline_text, rest = text, word;
    size_t line = from;
    for (int i = 0; i <= LINES && line < item->end; i++, line = pol_split_next(split, line + 1)) {
        pol_span next = split->lines[line].text;
        bool is_quote = pol_span_unquote(next).data != pol_span_trim(next).data;
        if (!is_quote && pol_split_look(split, line) &
                             (POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_LOOSE | POL_LOOK_POINT))
            return POL_SPLIT_NOWHERE;
        while ((word = pol_word_next(&rest)).data)
            has_verb = has_verb || pol_word_is_any(word, verbs);
        if (is_quote)
            return has_verb && pol_ends_in(text, ":") ? line : POL_SPLIT_NOWHERE;
        text = rest = next;
    }
    return POL_SPLIT_NOWHERE;
}
