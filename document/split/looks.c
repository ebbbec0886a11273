/* looks.c - what each line looks like on its own, and which houses speak in the file. */
#include "document/numbering.h"
#include "document/openers.h"
#include "document/recognise/decision.h"
#include "document/recognise/submitters.h"
#include "document/split/state.h"

enum { PROSE_WORDS = 12, SENTENCE_WORDS = 5, NAME_WORDS = 8, EDIT_BYTES = 400 };

void pol_splitter_refused(pol_splitter *split, size_t size)
{
    if (split->status == POL_OK)
        split->status = pol_arena_refused(split->arena, size, split->reterr);
}

pol_span pol_split_printed(pol_splitter *split, size_t line)
{
    const pol_line *source = &split->text->lines[line];
    if (!source->marker.size || source->text.size > POL_SPLIT_LINE_BYTES ||
        source->marker.size > 32)
        return source->text;
    char *made = pol_arena_alloc(split->arena, source->marker.size + source->text.size + 2);
    if (!made) {
        pol_splitter_refused(split, source->text.size);
        return source->text;
    }
    memcpy(made, source->marker.data, source->marker.size);
    made[source->marker.size] = ' ';
    memcpy(made + source->marker.size + 1, source->text.data, source->text.size);
    return pol_span_make(made, source->marker.size + 1 + source->text.size);
}

/* ---- looks ---- */

/* "Leave out", "Line 3: after", "Strike “the”": what follows a word that may start other things. */
static bool is_edit_behind(pol_span first, pol_span rest)
{
    pol_span next = pol_word_next(&rest);
    if (pol_word_is(first, "leave"))
        return pol_word_is(next, "out");
    if (pol_word_is_any(first, "line lines strike"))
        return next.size > 0 && (next.data[0] <= '9' || pol_word_is_any(next, "out the all"));
    return next.size > 0;
}

/* "Substitute shortage": a few words, and nothing that an edit names: no quote, no number, no mark.
 */
static bool is_titled_so(pol_span text)
{
    enum { WORDS = 6 };
    if (pol_word_count(text, WORDS + 1) > WORDS || pol_ends_in(text, ".:;"))
        return false;
    for (size_t i = 0; i < text.size; i++)
        if ((text.data[i] >= '0' && text.data[i] <= '9') || strchr("\"'(\xE2", text.data[i]))
            return false;
    return true;
}

/* "Delete point 3", "In point 1 delete", "Add at the end:", "After 'authority' insert". */
bool pol_split_is_edit(pol_span text)
{
    static const char first[] = "delete insert add replace substitute amend remove renumber "
                                "leave strike omit line lines";
    static const char places[] =
        "in after before at from to final new line point paragraph replace "
        "under between rule clause section sentence bullet first second "
        "last third page and all the words";
    pol_span rest = pol_span_first(pol_span_core(text), EDIT_BYTES), word = pol_word_next(&rest);
    if (pol_word_is_any(word, "substitute replace remove add amend") && is_titled_so(text))
        return false;
    if (pol_word_is_any(word, first))
        return !pol_word_is_any(word, "add amend remove replace leave strike line lines") ||
               is_edit_behind(word, rest);
    if (!pol_word_is_any(word, places) || !pol_word_is_capital(word))
        return false;
    pol_span ahead = rest;
    if (pol_word_is(word, "new") && /* "New clause 6:" */
        pol_word_is_any(pol_word_next(&ahead), "clause clauses paragraph rule sub-clause subclause "
                                               "section article sentence bullet") &&
        pol_word_count(text, 8) < 8)
        return true;
    ahead = rest;
    if (pol_word_is_any(word, "the and all") && /* "The committee proposes to replace" */
        !pol_word_is_any(pol_word_next(&ahead), "words word first second third last final figure "
                                                "figures phrase sentence paragraph line the after"))
        return false;
    bool is_quoted = pol_span_find(text, POL_SPAN("\""), 0) != (size_t)-1 ||
                     pol_span_find(text, POL_SPAN("\u201C"), 0) != (size_t)-1;
    for (int words = 0; words < 24 && (word = pol_word_next(&rest)).data; words++)
        if ((is_quoted && pol_word_is(word, "read")) ||
            pol_word_is_any(word, "delete insert add replace substitute amend deleted inserted "
                                  "added replaced deleting inserting adding remove"))
            return true;
    return false;
}

static bool is_shout(pol_span text)
{
    size_t letters = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] >= 'a' && text.data[i] <= 'z')
            return false;
        letters += text.data[i] >= 'A' && text.data[i] <= 'Z';
    }
    return letters > 2;
}

/* "Mugs for all ........ 12", "Mugs ... page 4". */
static bool is_list_end(pol_span text)
{
    pol_span word = pol_word_last(text);
    if (!word.data || word.data[0] < '0' || word.data[0] > '9' || word.size > 4)
        return false;
    pol_span before = pol_span_trim(pol_span_make(text.data, (size_t)(word.data - text.data)));
    return pol_span_ends(before, POL_SPAN("..")) || pol_span_ends(before, POL_SPAN("\u2026")) ||
           pol_span_ends(before, POL_SPAN(". .")) || pol_span_ends(before, POL_SPAN("__")) ||
           pol_word_is(pol_word_last(before), "page") ||
           (size_t)(word.data - before.data) - before.size >= 4;
}

/* ---- houses that no table names, by their verbs ---- */

static const char house_verbs[] =
    "notes believes observes regrets deplores recalls recognises recognizes welcomes considers "
    "condemns resolves agrees asks calls demands instructs reaffirms congratulates "
    "acknowledges applauds urges affirms supports thanks opposes requests recommends";
static const char house_plurals[] = "note believe observe regret deplore recall recognise welcome "
                                    "condemn resolve agree ask demand instruct call";

/* "HESC notes", "The Gathering observes", "Members call": where the subject of an opening ends,
 * and whether its verb is plural; absent where it is none. */
static pol_span subject_of(pol_span text, bool *ret_is_felt)
{
    enum { SUBJECT_WORDS = 4 };
    static const char felt[] = "is convinced alarmed dismayed appalled concerned grateful proud "
                               "disturbed outraged saddened aware told worried";
    pol_span rest = pol_span_unquote(text), none = {NULL, 0}, start = rest;
    const char *end = NULL;
    *ret_is_felt = false;
    for (int words = 0; words <= SUBJECT_WORDS; words++) {
        pol_span word = pol_word_next(&rest);
        if (!word.data)
            return none;
        if (words > 0 &&
            (pol_word_is_any(word, house_verbs) || pol_word_is_any(word, house_plurals)))
            return pol_span_first(start, (size_t)(end - start.data));
        if (words > 0 && pol_word_is(word, "is")) {
            *ret_is_felt = true;
            return pol_word_is_any(pol_word_next(&rest), felt)
                       ? pol_span_first(start, (size_t)(end - start.data))
                       : none;
        }
        bool may_be_small = words > 0 && pol_word_is_any(word, "members delegates clubs branches");
        if (!(pol_word_is_capital(word) || may_be_small) || pol_ends_in(word, ".:;,"))
            return none;
        end = word.data + word.size;
    }
    return none;
}

/* "The Board recommends", "The Board supports": what an executive says of motions, too. */
static bool is_stance_of(pol_span text, pol_span subject)
{
    pol_span rest = subject.data ? pol_span_unquote(text) : subject;
    if (subject.data)
        rest = pol_span_from(rest, (size_t)(subject.data + subject.size - rest.data));
    return pol_word_is_any(pol_word_next(&rest), "recommends recommend supports opposes considers");
}

/* The file's own houses: subjects that open several lines. */
void pol_split_learn_houses(pol_splitter *split)
{
    enum { LEAST = 3, SEEN_MAX = 64 };
    struct {
        pol_span words;
        size_t count;
    } seen[SEEN_MAX];
    size_t count = 0;
    bool is_felt;
    for (size_t i = 0; i < split->count; i++) {
        pol_span subject = subject_of(split->text->lines[i].text, &is_felt);
        if (is_stance_of(split->text->lines[i].text, subject))
            continue;
        size_t at = 0;
        while (subject.data && at < count && !pol_span_equal(seen[at].words, subject))
            at++;
        if (!subject.data || at >= SEEN_MAX)
            continue;
        if (at == count)
            seen[count++].words = subject, seen[at].count = 0;
        if (++seen[at].count == LEAST && split->house_count < POL_SPLIT_HOUSES_MAX)
            split->houses[split->house_count++] = subject;
    }
}

/* "HESC notes", where HESC opens other lines, too. */
bool pol_split_starts_house(const pol_splitter *split, pol_span text)
{
    bool is_felt;
    pol_span subject = split->house_count > 0 ? subject_of(text, &is_felt) : pol_span_make(NULL, 0);
    for (size_t i = 0; subject.data && i < split->house_count; i++)
        if (pol_span_equal(split->houses[i], subject))
            return true;
    return false;
}

/* "The Gathering observes", "This Youth Parliament is dismayed". */
static bool is_house_opening(pol_span text)
{
    bool is_felt;
    pol_span subject = subject_of(text, &is_felt), rest = subject;
    if (!subject.data)
        return false;
    pol_span first = pol_word_next(&rest);
    if (!pol_word_is_any(first, "this the") || pol_word_count(subject, 2) < 2)
        return false;
    rest = pol_span_unquote(text);
    rest = pol_span_from(rest, (size_t)(subject.data + subject.size - rest.data));
    pol_span verb = pol_word_next(&rest);
    if (pol_word_is_any(verb, house_plurals))
        return pol_word_is_any(pol_word_last(subject), "members delegates clubs branches");
    return !pol_word_is_any(verb, "supports opposes recommends") || pol_word_count(rest, 8) == 8;
}

/* "Noting:", "Believing that the locals are the engine": a clause that has no subject. */
static bool is_participle(pol_span text)
{
    static const char words[] = "noting believing recognising recognizing recalling considering "
                                "mindful welcoming deploring condemning convinced acknowledging "
                                "reaffirming observing affirming";
    pol_span rest = pol_span_unquote(text), word = pol_word_next(&rest);
    return pol_word_is_any(word, words) && pol_word_is_capital(word) &&
           (pol_ends_in(text, ":;,") || pol_words_start(rest, "that", NULL) ||
            pol_words_start(rest, "further", NULL) || pol_words_start(rest, "with", NULL));
}

/* "To welcome the renewal of": what a meeting is asked to do. */
static bool is_infinitive(pol_span text)
{
    enum { WORDS = 4 };
    static const char verbs[] =
        "welcome ask request direct instruct call amend urge note support campaign oppose lobby "
        "mandate demand press seek affiliate adopt condemn congratulate endorse affirm reaffirm "
        "authorise require agree approve establish organise donate send resolve recommend set buy "
        "express allow permit change increase reduce raise limit create provide fund extend remove "
        "replace introduce hold publish restore abolish ensure delete insert";
    pol_span word = pol_word_next(&text);
    return pol_word_is(word, "to") && pol_word_is_capital(word) &&
           pol_word_is_any(pol_word_next(&text), verbs) && pol_word_count(text, WORDS) >= WORDS;
}

static uint32_t look_at_opener(const pol_splitter *split, pol_span text)
{
    pol_opener opener = pol_opener_of(text);
    if (opener.subject == POL_SUBJECT_NONE && is_participle(text))
        return POL_LOOK_LOOSE | POL_LOOK_PROSE;
    if (opener.subject == POL_SUBJECT_NONE && pol_split_starts_house(split, text))
        return POL_LOOK_OPENER | POL_LOOK_PROSE;
    if (opener.subject == POL_SUBJECT_NONE && !pol_split_advice(text).data &&
        is_house_opening(text))
        return POL_LOOK_LOOSE | POL_LOOK_PROSE;
    pol_span ahead = text; /* "Executive" alone is who moves, "Executive:" opens a text */
    bool may_be_bare = pol_word_is_any(pol_word_next(&ahead), "this that") ||
                       pol_ends_in(text, ":,-") || pol_span_ends(text, POL_SPAN("\u2014"));
    if (opener.subject == POL_SUBJECT_NONE && may_be_bare &&
        pol_opener_is_bare_subject(pol_span_unquote(text)))
        return POL_LOOK_OPENER | POL_LOOK_PROSE;
    if (opener.subject == POL_SUBJECT_NONE) { /* "That our paper be printed" */
        pol_span rest = pol_span_unquote(text);
        enum { SHORT = 4, LONG = 8 };
        size_t words = pol_word_count(rest, LONG);
        bool is_that = (pol_span_starts(rest, POL_SPAN("That ")) ||
                        pol_span_starts(rest, POL_SPAN("THAT "))) &&
                       (words >= LONG || (words >= SHORT && pol_ends_sentence(text)));
        return is_that || is_infinitive(rest) ? POL_LOOK_LOOSE : 0;
    }
    uint32_t look = opener.subject >= POL_SUBJECT_BODY ? POL_LOOK_OPENER : POL_LOOK_LOOSE;
    if (opener.clause == POL_CLAUSE_RESOLVES)
        look |= POL_LOOK_RESOLVES;
    return look;
}

/* "... 11 falls. It instructs Council to": a verb that directs somewhere in the line. */
static bool is_acting(pol_span text)
{
    static const char verbs[] =
        "instructs instruct calls call asks asked urges resolves resolve resolved agrees demands "
        "requests directs mandates requires pledges commits recommends undertakes invites shall "
        "instructed therefore seeks supports endorses approves adopts be delete insert "
        "request invite commend encourage urge demand affirm renews declares decides appeals "
        "insists protests salutes sends thanks pledge invites";
    enum { ACTING_BYTES = 4000 };
    pol_span rest = pol_span_first(text, ACTING_BYTES), word;
    while ((word = pol_word_next(&rest)).data)
        if (word.size <= 10 && pol_word_is_any(word, verbs))
            return true;
    return false;
}

/* "from the Leith members" under a line that is no text. */
static bool is_from_line(const pol_splitter *split, size_t line)
{
    enum { WORDS = 8, TITLE_BYTES = 48 };
    const pol_line *source = &split->text->lines[line];
    pol_span rest = source->text, word = pol_word_next(&rest);
    if (!pol_word_is_any(word, "from by") || source->text.size > POL_SPLIT_LINE_BYTES ||
        pol_word_count(source->text, WORDS + 1) > WORDS || pol_ends_in(source->text, ".:;,") ||
        line == 0)
        return false;
    const pol_line *above = &split->text->lines[line - 1];
    bool has_name = false;
    while ((word = pol_word_next(&rest)).data)
        has_name = has_name || pol_word_is_capital(word);
    has_name = has_name || (pol_words_start(source->text, "from the", NULL) &&
                            (above->role == POL_LINE_HEADING || above->is_strong));
    return has_name && above->text.size <= TITLE_BYTES && !pol_ends_sentence(above->text) &&
           !pol_ends_in(above->text, ";,:") && pol_word_is_capital(pol_span_core(above->text));
}

/* "-- Lodge 14", "— North branch": behind a dash stands whose it is. */
static bool is_attribution(pol_span text)
{
    static const char *const dashes[] = {"-- ", "\u2014 ", "\u2013 "};
    enum { WORDS = 8 };
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (pol_span_starts(text, pol_span_of(dashes[i]))) {
            pol_span name = pol_span_trim(pol_span_from(text, strlen(dashes[i])));
            return pol_split_is_name(name) && pol_word_count(name, WORDS) < WORDS &&
                   !pol_split_is_decision(name);
        }
    return false;
}

/* "Proposers: Disputes Panel": a name behind a mover's label. */
static bool is_labelled_name(pol_span text)
{
    enum { LABEL_BYTES = 48, LABEL_WORDS = 2 };
    size_t colon = pol_span_find(pol_span_first(text, LABEL_BYTES), POL_SPAN(": "), 0);
    if (colon == (size_t)-1 || colon == 0 ||
        pol_word_count(pol_span_first(text, colon), LABEL_WORDS + 1) > LABEL_WORDS ||
        pol_split_field_of(pol_span_first(text, colon)) != POL_FIELD_MOVER)
        return false;
    pol_span value = pol_span_trim(pol_span_from(text, colon + 1)), rest;
    if (pol_words_start(value, "the", &rest))
        value = pol_span_trim(rest);
    return pol_split_is_name(value) && !pol_ends_in(value, ".;,") &&
           !memchr(value.data, ';', value.size);
}

static bool is_mover_line(pol_span text)
{
    pol_span value;
    pol_submitter_hint hint;
    if (text.size > POL_SPLIT_LINE_BYTES)
        return false;
    return is_attribution(text) || is_labelled_name(text) ||
           pol_submitter_sentence(text, &value, &hint) || pol_split_is_body_name(text) ||
           pol_split_bodies(text, &value, 1) ||
           ((pol_words_start(text, "submitted", NULL) || pol_words_start(text, "proposed", NULL) ||
             pol_words_start(text, "proposer", NULL) || pol_words_start(text, "moved", NULL) ||
             pol_words_start(text, "mover", NULL) || pol_words_start(text, "received from", NULL) ||
             pol_words_start(text, "put forward by", NULL) ||
             pol_words_start(text, "tabled by", NULL) ||
             pol_words_start(text, "sponsored by", NULL) ||
             pol_words_start(text, "to be moved by", NULL) ||
             pol_words_start(text, "seconder", NULL) || pol_words_start(text, "seconded", NULL)) &&
            pol_word_count(text, 25) < 25 && !pol_ends_in(text, ";,"));
}

static uint32_t look_at_short(pol_span text)
{
    uint32_t look = 0;
    if (pol_split_is_decision(text) || pol_split_vote_decision(text).data ||
        pol_split_loose_decision(text).data || pol_split_result(text).data)
        look |= POL_LOOK_DECISION;
    if (is_mover_line(text))
        look |= POL_LOOK_MOVER;
    if (pol_split_advice(text).data)
        look |= POL_LOOK_ADVICE;
    if (pol_split_is_status(text))
        look |= POL_LOOK_STATUS;
    pol_span ahead = text; /* "Composited from (5) and (6). Holm Pier to move." */
    bool tells_parents =
        pol_word_is_any(pol_word_next(&ahead), "composited covering derived made arising "
                                               "replaces incorporating") &&
        pol_split_is_parents(pol_first_sentence(text));
    if (pol_split_is_parents(text) || tells_parents)
        look |= POL_LOOK_PARENTS;
    if (is_list_end(text))
        look |= POL_LOOK_LIST_END;
    if (is_shout(text))
        look |= POL_LOOK_SHOUT;
    if (pol_word_is_capital(pol_span_core(text)) && !pol_ends_in(text, ".:;,?!") &&
        pol_word_count(text, NAME_WORDS + 1) <= NAME_WORDS)
        look |= POL_LOOK_NAME;
    return look;
}

/* "Book sale volunteers        Not reached; referred to the Board": a gap, and a decision. */
static bool is_row(pol_span text)
{
    enum { GAP = 4 };
    size_t gap = 0;
    for (size_t i = text.size; i-- > 0;) {
        gap = text.data[i] == ' ' ? gap + 1 : 0;
        if (gap < GAP)
            continue;
        pol_span behind = pol_span_trim(pol_span_from(text, i)), rest;
        if (pol_ends_sentence(pol_span_trim(pol_span_first(text, i)))) /* of a text */
            return false;
        return pol_word_is_capital(behind) && !pol_ends_in(behind, ".") &&
               pol_outcome_longest(behind, &rest) != POL_DECISION_NONE;
    }
    return false;
}

static bool is_prose(pol_span text, uint32_t look)
{
    enum { LOUD_WORDS = 10 };
    bool is_loud = look & POL_LOOK_SHOUT && pol_word_count(text, LOUD_WORDS + 1) <= LOUD_WORDS &&
                   !pol_ends_in(text, ".;:,");
    if (is_loud && look & POL_LOOK_POINT && !(look & (POL_LOOK_OPENER | POL_LOOK_EDIT)))
        return false; /* "2. SOCIO-ECONOMIC RESOLUTIONS" */
    if (look & (POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_POINT) ||
        (look & POL_LOOK_LOOSE && pol_words_start(pol_span_unquote(text), "that", NULL)))
        return true;
    if (look &
        (POL_LOOK_DECISION | POL_LOOK_MOVER | POL_LOOK_ADVICE | POL_LOOK_STATUS | POL_LOOK_PARENTS))
        return false;
    if (text.size <= POL_SPLIT_LINE_BYTES && is_row(text))
        return false;
    size_t words = pol_word_count(text, PROSE_WORDS);
    bool is_small = text.size > 0 && text.data[0] >= 'a' && text.data[0] <= 'z';
    return (words >= PROSE_WORDS && !(look & POL_LOOK_SHOUT)) || is_small ||
           (words >= SENTENCE_WORDS && pol_ends_sentence(text) && !(look & POL_LOOK_SHOUT));
}

/* "11.05 Tea", "12:30 Close of conference": an entry of a timetable. */
static bool is_timed(pol_span text)
{
    enum { WORDS = 10, BYTES = 80 };
    size_t at = 0;
    while (at < text.size && at < 3 && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    if (text.size > BYTES || at == 0 || at > 2 || at + 4 >= text.size ||
        !strchr(".:", text.data[at]) || text.data[at + 1] > '5' || text.data[at + 1] < '0' ||
        text.data[at + 2] < '0' || text.data[at + 2] > '9' || text.data[at + 3] != ' ')
        return false;
    pol_span behind = pol_span_trim(pol_span_from(text, at + 4));
    return pol_word_is_capital(behind) && behind.data[0] > '9' && !pol_ends_in(behind, ".;,:") &&
           pol_word_count(behind, WORDS + 1) <= WORDS;
}

uint32_t pol_split_look(pol_splitter *split, size_t line)
{
    uint32_t look = split->looks[line];
    if (look & POL_LOOK_KNOWN)
        return look;
    if (split->text->lines[line].role == POL_LINE_PLAIN && !split->has_decimals &&
        is_timed(split->text->lines[line].text)) {
        split->looks[line] = POL_LOOK_KNOWN | POL_LOOK_TIMED;
        return split->looks[line];
    }
    const pol_line *source = &split->text->lines[line];
    pol_span text = source->text;
    pol_label label;
    bool is_item = source->marker.size > 0 || source->role == POL_LINE_ITEM;
    look = POL_LOOK_KNOWN | look_at_opener(split, text);
    if (pol_split_is_edit(text))
        look |= POL_LOOK_EDIT;
    if (is_item || (pol_label_parse(text, &label) && !label.is_weak))
        look |= POL_LOOK_POINT;
    if (pol_ends_in(text, ":;,"))
        look |= POL_LOOK_OPEN;
    if (text.size <= POL_SPLIT_LINE_BYTES)
        look |= look_at_short(text);
    if (is_from_line(split, line))
        look |= POL_LOOK_MOVER;
    if (is_prose(text, look))
        look |= POL_LOOK_PROSE;
    if (look & POL_LOOK_PROSE && is_acting(text))
        look |= POL_LOOK_ACTS;
    split->looks[line] = look;
    return look;
}
