/* told.c - what sentences behind a text tell of its fate, where nothing else does: "Plymouth
 * agreed to remit.", "The Synod resolved to refer the motion back to the Grants Committee." The
 * lines were taken out of the text before, so that what they say is not of what is moved. */
#include "core/vocabulary.h"
#include "document/recognise/decision.h"
#include "document/split/items.h"

enum { LINES = 30, BEYOND_LINES = 6, PARAGRAPH_LINES = 8, SENTENCES = 8, SHORT = 8 };

/* What was found so far: one thing, or several that differ. */
typedef struct told {
    pol_span said;
    uint32_t line;
    pol_decision decision;
    bool differs;
} told;

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* "resolved to refer the motion back to the Board": behind the verb that decides; absent. */
static pol_span resolved(pol_span sentence)
{
    pol_span rest = sentence, word;
    while ((word = pol_word_next(&rest)).data)
        if (pol_word_is_any(word, "resolved agreed voted decided"))
            return pol_words_start(rest, "to", NULL)
                       ? pol_split_labelled_decision(pol_span_trim(rest))
                       : pol_span_make(NULL, 0);
    return pol_span_make(NULL, 0);
}

/* "Plymouth agreed to remit", "The mover agreed to withdraw": the mover consents; absent. */
static pol_span consented(pol_span sentence)
{
    static const struct {
        const char *words, *said;
    } ends[] = {{" agreed to remit", "remitted"},
                {" agreed to remission", "remitted"},
                {" accepted remission", "remitted"},
                {" agreed to withdraw", "withdrawn"}};
    pol_span core = pol_span_core(sentence);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (pol_span_ends(core, pol_span_of(ends[i].words)))
            return pol_span_of(ends[i].said);
    return pol_span_make(NULL, 0);
}

/* "Deferred to the July meeting as the mover had been called back": a decision that starts the
 * sentence, whatever comes behind; absent. */
static pol_span deferred(pol_span sentence)
{
    static const char *const starts[] = {"deferred to",     "deferred until", "held over to",
                                         "held over until", "adjourned to",   "tabled until",
                                         "tabled to"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (pol_words_start(sentence, starts[i], NULL) && pol_word_is_capital(sentence))
            return POL_SPAN("deferred");
    return pol_span_make(NULL, 0);
}

/* "... at 8.40 p.m. Motion 6 was not reached.": what ends the sentence; absent. */
static pol_span unreached(pol_span sentence)
{
    static const char *const ends[] = {" was not reached", " was not taken"};
    pol_span core = pol_span_core(sentence);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!pol_span_ends(core, pol_span_of(ends[i])))
            continue;
        pol_span before = pol_span_first(core, core.size - strlen(ends[i]));
        pol_span last = pol_word_last(before);
        bool is_number = last.size > 0 && last.data[0] >= '0' && last.data[0] <= '9';
        if (is_number)
            last = pol_word_last(pol_span_first(before, (size_t)(last.data - before.data)));
        return pol_word_is_any(last, "motion item resolution") ? POL_SPAN("not reached")
                                                               : pol_span_make(NULL, 0);
    }
    return pol_span_make(NULL, 0);
}

/* "the resolution was not agreed (101 in favour; 139 against)": without how many. */
static pol_span without_count(pol_span sentence)
{
    size_t open = pol_span_find(sentence, POL_SPAN(" ("), 0);
    pol_span tail = pol_span_trim(pol_span_from(sentence, open < sentence.size ? open : 0));
    bool is_count =
        open < sentence.size && pol_span_find(tail, POL_SPAN(" against"), 0) != (size_t)-1;
    return is_count ? pol_span_first(sentence, open) : sentence;
}

static pol_span fate_of(pol_splitter *split, pol_span sentence)
{
    sentence = without_count(sentence);
    pol_span said = pol_split_said_by(split, sentence);
    said = said.data ? said : unreached(sentence);
    said = said.data ? said : resolved(sentence);
    said = said.data ? said : consented(sentence);
    return said.data ? said : deferred(sentence);
}

static pol_decision decision_of(pol_span said)
{
    pol_decision decision = pol_decision_from_words(pol_span_core(said));
    pol_statement statement;
    if (decision == POL_DECISION_NONE && pol_statement_parse(said, &statement))
        decision = statement.decision;
    return decision;
}

/* Takes what a sentence says; that an amended motion was carried is the more exact. */
static void put(told *found, pol_span said, size_t line)
{
    pol_decision decision = decision_of(said);
    bool is_exact =
        decision == POL_DECISION_CARRIED_AMENDED && found->decision == POL_DECISION_CARRIED;
    if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN)
        return;
    if (!found->said.data || is_exact)
        *found = (told){said, (uint32_t)line, decision, found->differs};
    else if (decision != found->decision &&
             !(decision == POL_DECISION_CARRIED && found->decision == POL_DECISION_CARRIED_AMENDED))
        found->differs = true;
}

/* Is the line a field of the paper, whose value is read elsewhere, or of a table? */
static bool is_field(pol_splitter *split, size_t line)
{
    return split->fields[line] || source_of(split, line)->role == POL_LINE_CELL ||
           (pol_split_look(split, line) & (POL_LOOK_ADVICE | POL_LOOK_STATUS) &&
            !pol_split_labelled_fate(pol_last_sentence(source_of(split, line)->text)).data);
}

/* A line of sentences, and no heading, point or other beginning? */
static bool is_plain(pol_splitter *split, size_t line)
{
    const pol_line *source = source_of(split, line);
    pol_split_number number;
    pol_span rest;
    return (source->role == POL_LINE_PLAIN || source->role == POL_LINE_PARAGRAPH) &&
           source->marker.size == 0 && !is_field(split, line) &&
           !(pol_split_look(split, line) &
             (POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_POINT | POL_LOOK_TIMED)) &&
           !(source->blanks > 0 && pol_split_look(split, line) & POL_LOOK_SHOUT) &&
           !pol_split_number_parse(source->text, false, &number, &rest) &&
           !(line > 0 && source->blanks > 0 && !pol_ends_sentence(source->text) &&
             pol_word_count(source->text, SHORT) < SHORT);
}

/* The paragraph of lines that starts at `line`, up to `end`; what is in brackets is one. */
static size_t paragraph_end(pol_splitter *split, size_t line, size_t end)
{
    size_t stop = line + 1;
    while (stop < end && stop < line + PARAGRAPH_LINES && source_of(split, stop)->blanks == 0 &&
           source_of(split, stop)->role == POL_LINE_PLAIN && !is_field(split, stop) &&
           !strchr("([", source_of(split, stop)->text.data[0]))
        stop++;
    return stop;
}

/* Behind the last line that the item keeps as its text. */
static size_t behind_text(const pol_splitter *split, const pol_split_item *item)
{
    size_t line = item->end;
    while (line > item->body && split->is_furniture[line - 1])
        line--;
    return line;
}

/* "The committee's recommendation was adopted": of what was advised, not of what is moved. */
static bool is_of_advice(pol_span sentence)
{
    pol_span word;
    while ((word = pol_word_next(&sentence)).data)
        if (pol_word_is_any(word, "recommends recommended recommendation recommendations recommend "
                                  "advises advised advice"))
            return true;
    return false;
}

static void read_paragraph(pol_splitter *split, const pol_split_items *items, told *found,
                           size_t index, size_t line, pol_span text)
{
    bool is_of_procedure = false;
    for (int i = 0; i < SENTENCES && text.size > 0; i++) {
        pol_span sentence = pol_first_sentence(text);
        if (sentence.size == 0)
            return;
        sentence = pol_split_first_clause(sentence);
        text = pol_span_trim(pol_span_from(text, sentence.size));
        if (pol_split_is_of_procedure(sentence, &is_of_procedure))
            continue;
        const pol_split_item *of = pol_split_subject_of(items, index, sentence);
        pol_span said =
            of && !is_of_advice(sentence) ? fate_of(split, sentence) : pol_span_make(NULL, 0);
        if (said.data)
            put(&found[of - items->items], said, line);
    }
}

/* Where what may be told of the item ends: it may have ended before, but at the next heading. */
static size_t told_end(pol_splitter *split, const pol_split_items *items, size_t index, size_t from)
{
    const pol_split_item *item = &items->items[index];
    size_t limit = index + 1 < items->count ? item[1].start : split->count, end = item->end;
    while (end < limit && end < from + BEYOND_LINES && is_plain(split, end))
        end++;
    return end > from + LINES ? from + LINES : end;
}

static void read_behind(pol_splitter *split, const pol_split_items *items, told *found,
                        size_t index)
{
    size_t line = behind_text(split, &items->items[index]);
    size_t end = told_end(split, items, index, line);
    while (line < end) {
        size_t stop = paragraph_end(split, line, end);
        if (!is_field(split, line))
            read_paragraph(split, items, found, index, line,
                           pol_split_unbracket(pol_split_join(split, line, stop)));
        line = stop;
    }
}

void pol_split_settle_told(pol_splitter *split, pol_split_items *items)
{
    told *found = pol_arena_array(split->arena, items->count, sizeof *found);
    if (!found) {
        pol_splitter_refused(split, items->count * sizeof *found);
        return;
    }
    for (size_t i = 0; i < items->count; i++)
        read_behind(split, items, found, i);
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        if (found[i].said.data && !found[i].differs && !item->section_decision.data &&
            !pol_split_is_decided(split, item)) {
            item->decision = found[i].said;
            item->decision_line = found[i].line;
        }
    }
}
