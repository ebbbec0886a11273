/* verdict.c - paragraphs behind a text that tell in sentences what became of it: "There
 * being no seconder the motion FELL.", "The amendment was CARRIED on a show of hands. The
 * motion, as amended, was CARRIED unanimously." to decisions. Minutes write so, over the ends
 * of lines, and print the word that counts in capitals. */
#include "core/vocabulary.h"
#include "document/recognise/decision.h"
#include "document/split/items.h"

enum { VERDICT_WORDS = 40, VERDICT_LINES = 4, SENTENCES = 4 };

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* The word in capitals that decides: "FELL"; absent. */
static pol_span loud_word(pol_span sentence)
{
    enum { LETTERS = 4 };
    pol_span word;
    while ((word = pol_word_next(&sentence)).data)
        if (word.size >= LETTERS && pol_word_is_upper(word) &&
            (pol_split_is_decision(word) ||
             pol_word_is_any(word, "fell remit remitted deferred referred adjourned tabled")))
            return word;
    return pol_span_make(NULL, 0);
}

static bool names(pol_span sentence, const char *words)
{
    pol_span word;
    while ((word = pol_word_next(&sentence)).data)
        if (pol_word_is_any(word, words))
            return true;
    return false;
}

/* "The amendment was lost", "Motion passed": without what it is about. */
static pol_span without_subject(pol_span sentence)
{
    static const char words[] =
        "the amendment motion resolution substantive remit proposition as amended was were is";
    pol_span rest = sentence, word;
    for (pol_span ahead = rest;
         (word = pol_word_next(&ahead)).data && pol_word_is_any(word, words);)
        rest = ahead;
    return pol_span_core(rest);
}

/* "It was moved that the motion be referred back": what is to be done with it, from the verb on;
 * absent. What is carried or lost there is that, and not the motion. */
static pol_span procedure_of(pol_span sentence)
{
    static const char *const nouns[] = {"motion", "main motion", "resolution", "question",
                                        "remit",  "item",        "matter",     "proposal"};
    pol_span rest = sentence, word, behind;
    while ((word = pol_word_next(&rest)).data)
        for (size_t i = 0; pol_word_is(word, "that") && i < sizeof nouns / sizeof *nouns; i++)
            if (pol_words_start(rest, "the", &behind) &&
                pol_words_start(behind, nouns[i], &behind) &&
                pol_words_start(behind, "be", &behind))
                return pol_span_trim(behind);
    return pol_span_make(NULL, 0);
}

/* What became of the motion where that was carried; absent. */
static pol_span done_by(pol_span sentence, pol_span procedure)
{
    static const struct {
        const char *words, *said;
    } verbs[] = {{"referred back", "referred back"},
                 {"sent back", "referred back"},
                 {"referred to", "remitted"},
                 {"remitted", "remitted"},
                 {"tabled", "deferred"},
                 {"laid on the table", "deferred"},
                 {"postponed", "deferred"},
                 {"deferred", "deferred"},
                 {"adjourned", "deferred"},
                 {"withdrawn", "withdrawn"}};
    bool is_done = names(sentence, "carried agreed passed approved resolved decided") &&
                   !names(sentence, "not lost defeated rejected");
    for (size_t i = 0; is_done && i < sizeof verbs / sizeof *verbs; i++)
        if (pol_words_start(procedure, verbs[i].words, NULL))
            return pol_span_of(verbs[i].said);
    return pol_span_make(NULL, 0);
}

/* What a sentence decides, in words that are known; absent. */
static pol_span said_by(pol_span sentence)
{
    pol_span core = pol_span_core(sentence), loud = loud_word(sentence);
    pol_span procedure = procedure_of(sentence);
    if (procedure.data)
        return done_by(sentence, procedure);
    if (pol_span_find_fold(sentence, POL_SPAN("to be moved"), 0) != (size_t)-1)
        return pol_span_make(NULL, 0); /* "REMIT BACK, to be moved by North branch" */
    pol_span labelled = pol_split_labelled_fate(sentence),
             agreed = pol_word_next(&(pol_span){core.data, core.size});
    if (labelled.data)
        return labelled;
    if (pol_split_says_amended(core) && pol_word_is_any(agreed, "agreed carried passed adopted"))
        return POL_SPAN("carried as amended");
    if (pol_word_is(loud, "referred") &&
        pol_words_start(pol_span_from(core, (size_t)(loud.data - core.data)), "referred back",
                        NULL))
        return POL_SPAN("referred back");
    if (pol_split_is_decision(core))
        return core;
    pol_span bare = without_subject(core),
             passed = pol_word_next(&(pol_span){bare.data, bare.size});
    if (bare.size < core.size && pol_split_is_decision(bare))
        return pol_split_says_amended(core) &&
                       pol_word_is_any(bare, "agreed carried passed adopted")
                   ? POL_SPAN("carried as amended")
                   : bare;
    bool is_passed = bare.size < core.size && pol_split_is_decision(passed) &&
                     passed.size < bare.size &&
                     strchr(":,(", pol_span_trim(pol_span_from(bare, passed.size)).data[0]);
    if (is_passed && pol_split_says_amended(core) &&
        pol_word_is_any(passed, "agreed carried passed adopted"))
        return POL_SPAN("carried as amended"); /* "Motion as amended carried, nobody against" */
    if (is_passed)
        return passed; /* "passed: 30 for, 9 against" */
    pol_span loose = pol_split_loose_decision(core), vote = pol_split_vote_decision(core);
    pol_span subject = pol_span_first(core, core.size - bare.size);
    bool is_told = names(subject, "was were is") || /* "Motion passed on a show of hands" */
                   (names(subject, "amendment motion resolution") &&
                    pol_span_find(core, POL_SPAN(":"), 0) == (size_t)-1);
    if (!loose.data && is_told)
        loose = pol_split_labelled_decision(bare);
    if (loose.data || vote.data)
        return loose.data ? loose : vote;
    bool is_amended = pol_split_says_amended(core);
    if (is_amended && pol_word_is_any(loud, "carried passed adopted agreed"))
        return POL_SPAN("carried as amended");
    if (pol_word_is(loud, "tabled")) /* put off, where they say so; moved, elsewhere */
        return names(sentence, "to until till") ? POL_SPAN("deferred") : pol_span_make(NULL, 0);
    return pol_word_is(loud, "remit") ? POL_SPAN("remitted") : loud;
}

bool pol_split_is_of_procedure(pol_span sentence, bool *is_behind)
{
    pol_span procedure = procedure_of(sentence);
    if (procedure.data) {
        *is_behind = !done_by(sentence, procedure).data;
        return *is_behind;
    }
    bool is_skipped = *is_behind && !names(sentence, "motion resolution remit referred deferred "
                                                     "remitted tabled withdrawn postponed");
    *is_behind = is_skipped && !said_by(sentence).data;
    return is_skipped;
}

/* "Committee recommends adoption. ADOPTED.": what was advised, then what was done. */
static bool is_behind_stance(pol_span text)
{
    enum { WORDS = 8 };
    pol_span first = pol_first_sentence(text);
    return first.size < text.size && pol_word_count(first, WORDS + 1) <= WORDS &&
           names(first, "recommends recommended recommendation recommend") &&
           loud_word(pol_span_from(text, first.size)).data;
}

/* The item near by that the sentence names by its number: "M2 as amended by M2.2"; NULL.
 * *ret_is_other: it names one that is none of these, "Motion 15 has been withdrawn". */
static pol_split_item *numbered(const pol_split_items *items, size_t index, pol_span sentence,
                                bool *ret_is_other)
{
    enum { BACK = 40 };
    pol_split_number number;
    pol_split_noun noun;
    pol_span rest = sentence, after;
    bool has_noun = pol_split_noun_read(sentence, &noun, &rest);
    *ret_is_other = false;
    if (!pol_split_number_parse(pol_span_trim(rest), has_noun, &number, &after))
        return NULL;
    for (size_t i = index + 1, seen = 0; i-- > 0 && seen < BACK; seen++)
        if (pol_split_number_equal(&items->items[i].heading->number, &number))
            return &items->items[i];
    *ret_is_other = has_noun && number.value > 0 && noun.kind != POL_KIND_AMENDMENT;
    return NULL;
}

/* Which item a sentence of the paragraph behind `index` is about; NULL for none of them. */
static pol_split_item *subject_of(const pol_split_items *items, size_t index, pol_span sentence)
{
    bool is_other;
    pol_split_item *item = &items->items[index];
    pol_split_item *named = numbered(items, index, sentence, &is_other);
    if (named || is_other)
        return named;
    bool is_amendment = item->kind == POL_KIND_AMENDMENT;
    bool is_named = pol_words_start(sentence, "the amendment", NULL) ||
                    pol_words_start(sentence, "an amendment", NULL) ||
                    pol_words_start(sentence, "amendment", NULL);
    if (is_named)
        return is_amendment ? item : NULL;
    if (!is_amendment ||
        !(names(sentence, "motion resolution substantive") || pol_split_says_amended(sentence)))
        return item;
    while (index > 0 && items->items[index].kind == POL_KIND_AMENDMENT)
        index--;
    return &items->items[index];
}

/* "Amendment: replace “4” by “5”. Carried, 21 to 19.": what a sentence of the paragraph says of
 * nothing by its name is said of the amendment, where the item is none. */
static bool is_of_amendment(const pol_split_item *item, pol_span text, pol_span sentence)
{
    pol_span first = pol_first_sentence(text);
    return item->kind != POL_KIND_AMENDMENT && first.size < text.size &&
           pol_words_start(pol_split_unbracket(text), "amendment", NULL) &&
           names(first, "replace delete insert add substitute omit remove leave") &&
           !said_by(first).data && !pol_split_says_amended(sentence) &&
           !names(sentence, "motion resolution substantive proposition proposal");
}

/* "Points 1 and 3 CARRIED. Point 2 LOST.": for the recogniser, who knows the points. */
static bool is_on_points(pol_span text)
{
    pol_decision whole;
    return pol_parts_are_named(text) && pol_parts_parse(text, &whole);
}

/* Are its sentences verdicts: all of them, or with a word in capitals? */
static bool is_verdict(pol_span text)
{
    if (is_on_points(text))
        return false;
    size_t sentences = 0, said = 0, loud = 0;
    for (pol_span rest = text; rest.size > 0 && sentences < SENTENCES; sentences++) {
        pol_span sentence = pol_first_sentence(rest);
        if (sentence.size == 0)
            break;
        said += said_by(sentence).data != NULL;
        loud += loud_word(sentence).data != NULL;
        rest = pol_span_trim(pol_span_from(rest, sentence.size));
    }
    return said > 0 && (loud > 0 || said == sentences);
}

/* "The amendment was carried, and the resolution carried as amended.": where what is said of the
 * other starts; the end where nothing is. */
static size_t second_clause(pol_span sentence)
{
    static const char *const joints[] = {", and the motion",
                                         ", and the resolution",
                                         "; the motion",
                                         "; the resolution",
                                         "; motion",
                                         "; resolution",
                                         " and the motion",
                                         " and the resolution",
                                         "; the amended motion",
                                         ", and the amended"};
    size_t best = sentence.size;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = pol_span_find_fold(sentence, pol_span_of(joints[i]), 1);
        const char *joint = joints[i];
        size_t skip = strncmp(joint, ", and ", 6) == 0  ? 6
                      : strncmp(joint, " and ", 5) == 0 ? 5
                                                        : 2;
        if (at != (size_t)-1 && at + skip < best)
            best = at + skip;
    }
    return best;
}

/* Who moves, of a sentence that names no people; false where it names nobody. */
static bool take_bodies(pol_split_item *item, pol_span sentence, size_t line)
{
    enum { NAMES = 8 };
    pol_span names[NAMES];
    size_t count = pol_split_bodies(sentence, names, NAMES);
    for (size_t i = 0; i < count; i++)
        pol_split_add_mover(item, names[i], (uint32_t)line, false);
    return count > 0;
}

static void take(pol_splitter *split, pol_split_items *items, size_t index, size_t from, size_t end,
                 pol_span text)
{
    const pol_span whole = text;
    bool is_of_procedure = false;
    for (int i = 0; i < SENTENCES && text.size > 0; i++) {
        pol_span sentence = pol_first_sentence(text);
        sentence = pol_span_first(sentence, second_clause(sentence));
        bool is_skipped = pol_split_is_of_procedure(sentence, &is_of_procedure);
        pol_span said = is_skipped ? pol_span_make(NULL, 0) : said_by(sentence);
        if (pol_words_start(sentence, "submitted by", NULL))
            take_bodies(&items->items[index], pol_span_core(sentence), from);
        pol_split_item *item = subject_of(items, index, sentence);
        bool is_open = item && !item->decision.data &&
                       (item == &items->items[index] || !pol_split_is_decided(split, item));
        if (said.data && is_open && !is_of_amendment(item, whole, sentence)) {
            item->decision = said;
            item->decision_line = (uint32_t)from;
        }
        text = pol_span_trim(pol_span_from(text, sentence.size ? sentence.size : text.size));
    }
    for (size_t i = from; i < end; i++)
        split->is_furniture[i] = true;
}

/* ---- the last paragraph ---- */

typedef struct paragraph {
    size_t from, end; /* lines */
    pol_span text;    /* as one; absent where it is too long */
} paragraph;

/* The last one that is left of the item's text, where another stands over it; false. */
static bool find_last(pol_splitter *split, const pol_split_item *item, paragraph *ret)
{
    ret->end = item->end;
    while (ret->end > item->body && split->is_furniture[ret->end - 1])
        ret->end--;
    ret->from = ret->end;
    while (ret->from > item->body && ret->end - ret->from < VERDICT_LINES) {
        const pol_line *source = source_of(split, --ret->from);
        if (source->blanks > 0 || source->role != POL_LINE_PLAIN)
            break;
    }
    const pol_line *source = ret->from < ret->end ? source_of(split, ret->from) : NULL;
    bool is_first = ret->from <= item->body && !item->heading->inline_text.data;
    if (is_first || !source || source->blanks == 0 || source->marker.size > 0 ||
        source->role == POL_LINE_CELL || split->is_furniture[ret->from])
        return false;
    ret->text = pol_split_join(split, ret->from, ret->end);
    return ret->text.data != NULL;
}

/* "Note from the committee: the movers could not agree", "(Motion IX has been withdrawn.)": what
 * the paper says between its motions. */
static bool is_note(pol_span text)
{
    enum { LABEL_BYTES = 60, LEAST = 4, LABEL_WORDS = 8 };
    pol_span inner = pol_split_unbracket(text), rest = inner;
    bool is_bracketed = inner.size < text.size;
    size_t colon = pol_span_find(pol_span_first(text, LABEL_BYTES), POL_SPAN(":"), 0);
    size_t stop = pol_span_find(pol_span_first(text, LABEL_BYTES), POL_SPAN(". "), 0);
    if (stop < colon && stop > 0) /* "Background note. A survey ..." */
        colon = stop;
    pol_span label = colon == (size_t)-1 ? pol_span_make(NULL, 0) : pol_span_first(text, colon);
    bool is_labelled = label.size > 0 && pol_word_is_capital(label) &&
                       pol_word_count(label, LABEL_WORDS) < LABEL_WORDS && names(label, "note") &&
                       !pol_split_is_edit(text);
    if (!is_bracketed)
        return is_labelled;
    pol_span first = pol_word_next(&rest);
    return pol_word_count(inner, LEAST) >= LEAST && !pol_split_is_name(inner) &&
           !pol_split_is_parents(inner) &&
           (pol_word_is_capital(first) || (first.data && first.data[0] <= '9'));
}

/* Takes a note off the end; false where there is none. */
static bool drop_note(pol_splitter *split, const pol_split_item *item)
{
    paragraph last;
    pol_span names_in[4];
    if (!find_last(split, item, &last) || !is_note(last.text) ||
        pol_split_bodies(pol_split_unbracket(last.text), names_in, 4) > 0 ||
        pol_split_look(split, last.from) & (POL_LOOK_DECISION | POL_LOOK_MOVER | POL_LOOK_EDIT))
        return false;
    for (size_t i = last.from; i < last.end; i++)
        split->is_furniture[i] = true;
    return true;
}

void pol_split_take_verdict(pol_splitter *split, pol_split_items *items, size_t index)
{
    enum {
        NOTES = 3,
        OTHERS = POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_POINT | POL_LOOK_DECISION |
                 POL_LOOK_SHOUT /* a line of its own says it, or a heading */
    };
    const pol_split_item *item = &items->items[index];
    paragraph last;
    for (int i = 0; i < NOTES && drop_note(split, item); i++) {
    }
    if (!find_last(split, item, &last) || source_of(split, last.from)->is_quoted ||
        source_of(split, last.from)->role == POL_LINE_HEADING ||
        source_of(split, last.from)->is_strong ||
        (pol_split_look(split, last.from) & OTHERS && !is_behind_stance(last.text)))
        return;
    size_t above = pol_split_previous(split, last.from);
    bool is_open = above != POL_SPLIT_NOWHERE && pol_split_look(split, above) & POL_LOOK_OPEN;
    if (is_open || pol_word_count(last.text, VERDICT_WORDS + 1) > VERDICT_WORDS ||
        !is_verdict(last.text))
        return;
    take(split, items, index, last.from, last.end, last.text);
    drop_note(split, item);
}

/* "After a long discussion the resolution was lost, 10 to 22.": what stands from the noun on, as a
 * sentence of its own; absent. */
static pol_span statement_in(pol_splitter *split, pol_span sentence)
{
    static const char nouns[] = "motion resolution proposal proposition composite";
    pol_span rest = sentence, word, before = {NULL, 0}, none = {NULL, 0};
    while ((word = pol_word_next(&rest)).data) {
        bool is_named = pol_word_is_any(word, nouns) && pol_word_is(before, "the");
        before = word;
        char *made = is_named ? pol_arena_alloc(split->arena, rest.size + sizeof "Motion") : NULL;
        if (!made)
            continue;
        pol_statement statement;
        memcpy(made, "Motion", sizeof "Motion");
        if (rest.size)
            memcpy(made + sizeof "Motion" - 1, rest.data, rest.size);
        pol_span said = pol_span_core(pol_span_make(made, sizeof "Motion" - 1 + rest.size));
        if (pol_statement_parse(said, &statement) && statement.names_motion)
            return said;
    }
    return none;
}

pol_span pol_split_said_by(pol_splitter *split, pol_span sentence)
{
    pol_span said = said_by(sentence);
    return said.data ? said : statement_in(split, sentence);
}

const pol_split_item *pol_split_subject_of(const pol_split_items *items, size_t index,
                                           pol_span sentence)
{
    return subject_of(items, index, sentence);
}

pol_span pol_split_first_clause(pol_span sentence)
{
    return pol_span_first(sentence, second_clause(sentence));
}

/* One sentence of a paragraph behind the text. */
static void take_sentence(pol_splitter *split, pol_split_items *items, size_t index, size_t line,
                          pol_span sentence)
{
    pol_split_item *own = &items->items[index], *item = subject_of(items, index, sentence);
    pol_span text = split->lines[line].text, core = pol_span_core(sentence);
    pol_span said = pol_split_said_by(split, sentence);
    if (take_bodies(own, core, line))
        return;
    split->lines[line].text = core;
    bool is_party = own->mover_count == 0 && pol_split_take_party(split, own, line);
    split->lines[line].text = text;
    if (is_party || !said.data || !item || item->decision.data ||
        (item != own && pol_split_is_decided(split, item)))
        return;
    item->decision = said;
    item->decision_line = (uint32_t)line;
}

void pol_split_take_beside(pol_splitter *split, pol_split_items *items, size_t index, size_t line)
{
    enum { LINES = 12 };
    size_t end = line + 1, limit = items->items[index].end;
    while (end < limit && end < line + LINES && !split->is_furniture[end] && !split->fields[end] &&
           source_of(split, end)->blanks == 0 && source_of(split, end)->role == POL_LINE_PLAIN &&
           !(pol_split_look(split, end) & POL_LOOK_DECISION &&
             pol_word_is_capital(source_of(split, end)->text)))
        end++;
    pol_span text = pol_split_join(split, line, end), rest = pol_split_unbracket(text);
    const pol_split_item *item = &items->items[index];
    bool is_of_procedure = false;
    if (text.data && is_on_points(text))
        return;
    for (int i = 0; i < 2 * SENTENCES && rest.size > 0; i++) {
        pol_span sentence = pol_first_sentence(rest);
        if (sentence.size == 0)
            break;
        size_t size = sentence.size, at = second_clause(sentence);
        if (is_of_amendment(item, text, sentence) ||
            pol_split_is_of_procedure(sentence, &is_of_procedure)) {
            rest = pol_span_trim(pol_span_from(rest, size));
            continue;
        }
        if (at < size)
            take_sentence(split, items, index, line, pol_span_first(sentence, at));
        take_sentence(split, items, index, line,
                      at < size ? pol_span_core(pol_span_from(sentence, at)) : sentence);
        rest = pol_span_trim(pol_span_from(rest, size));
    }
    for (size_t i = line; i < end; i++)
        split->is_furniture[i] = true;
}

/* "Amendment fell. Motion passed: 30 for, 9 against": each sentence about its own. */
bool pol_split_take_said(pol_splitter *split, pol_split_items *items, size_t index, size_t line)
{
    pol_span text = source_of(split, line)->text;
    if (items->items[index].kind != POL_KIND_AMENDMENT || text.size > POL_SPLIT_LINE_BYTES ||
        pol_first_sentence(text).size >= pol_span_trim(text).size || !names(text, "amendment") ||
        !names(text, "motion resolution substantive") || !is_verdict(text))
        return false;
    take(split, items, index, line, line + 1, text);
    return true;
}
