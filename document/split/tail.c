/* tail.c - what stands between the end of an item's text and the next heading: what was
 * decided on it, or on the motion it amends; who moved it; the next section's heading; and
 * behind the last item, what belongs to none. */
#include "core/vocabulary.h"
#include "document/recognise/decision.h"
#include "document/recognise/submitters.h"
#include "document/split/items.h"

enum { SECTION_WORDS = 14, TAIL_LINES = 40 };

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* ---- decisions that name what they are about ---- */

/* "Amendment carried", "Amendment 12.1 LOST", "The amendment was lost": the words of the
 * decision; absent. */
static pol_span amendment_decision(pol_span text)
{
    pol_span rest = pol_span_core(text);
    pol_split_number number;
    if (pol_words_start(rest, "the amendment", &rest) || pol_words_start(rest, "amendment", &rest))
        rest = pol_span_core(rest);
    else
        return pol_span_make(NULL, 0);
    pol_span after;
    if (pol_split_number_parse(rest, true, &number, &after))
        rest = pol_span_core(after);
    if (pol_words_start(rest, "was", &after) || pol_words_start(rest, "is", &after))
        rest = pol_span_core(after);
    return pol_split_is_decision(rest) ? rest : pol_span_make(NULL, 0);
}

static void decide(pol_splitter *split, pol_split_item *item, pol_span words, size_t line)
{
    split->is_furniture[line] = true;
    if (item->decision.data)
        return;
    item->decision = words;
    item->decision_line = (uint32_t)line;
}

/* "Motion 12: CARRIED", "L2, as amended: carried" behind the amendments: what states the
 * decision of an item near by. */
static bool decide_by_number(pol_splitter *split, pol_split_items *items, size_t index, size_t line)
{
    enum { BACK = 40 };
    pol_split_heading heading;
    pol_span text = source_of(split, line)->text;
    if (!pol_split_is_statement(text, &heading) &&
        (!pol_split_heading_parse(text, &heading) || !heading.parts.decision.data ||
         !heading.number.printed.data))
        return false;
    for (size_t i = index + 1, seen = 0; i-- > 0 && seen < BACK; seen++) {
        pol_split_item *item = &items->items[i];
        if (pol_split_number_equal(&item->heading->number, &heading.number) &&
            (item->kind == POL_KIND_AMENDMENT) == (heading.kind == POL_KIND_AMENDMENT)) {
            decide(split, item, heading.parts.decision, line);
            return true;
        }
    }
    return false;
}

/* May what is said of a motion be said of the item: its number, if any, and nothing else that its
 * own lines say? */
static bool is_told_of(pol_splitter *split, const pol_split_item *item,
                       const pol_statement *statement)
{
    pol_split_number number;
    pol_span rest;
    bool is_other =
        statement->number.data && item->heading->number.printed.data &&
        pol_split_number_parse(statement->number, true, &number, &rest) &&
        (!pol_split_number_equal(&number, &item->heading->number) || pol_span_core(rest).size > 0);
    for (size_t i = item->body; i < item->end && !is_other; i++)
        is_other = !split->is_furniture[i] && pol_split_look(split, i) & POL_LOOK_DECISION;
    return !is_other;
}

/* Behind an amendment, what is said of "the motion" is said of the motion. */
static bool decide_owner(pol_splitter *split, pol_split_items *items, size_t index, size_t line)
{
    pol_split_item *item = &items->items[index];
    pol_span text = source_of(split, line)->text;
    pol_span words = amendment_decision(text);
    if (item->kind != POL_KIND_AMENDMENT)
        return false;
    if (words.data) {
        decide(split, item, words, line);
        return true;
    }
    pol_statement statement;
    if (!pol_statement_parse(text, &statement) ||
        !(statement.names_motion || statement.decision == POL_DECISION_CARRIED_AMENDED))
        return false;
    for (size_t i = index; i-- > 0;)
        if (items->items[i].kind != POL_KIND_AMENDMENT) {
            if (!is_told_of(split, &items->items[i], &statement))
                return false;
            decide(split, &items->items[i], pol_span_core(text), line);
            return true;
        }
    return false;
}

/* ---- sections ---- */

/* "Motions ruled out of order by the committee". */
static bool starts_with_items(pol_span text)
{
    return pol_word_is_any(pol_word_next(&text), "motions resolutions composites amendments");
}

/* "A.  RESOLUTIONS APPROVED": behind the section's own letter or number. */
static pol_span behind_letter(pol_span text)
{
    pol_split_number number;
    pol_span rest;
    bool is_numbered = pol_split_letter_parse(text, &number, &rest) ||
                       (pol_split_number_parse(text, false, &number, &rest) && rest.size > 0 &&
                        strchr(".):", rest.data[0]));
    while (is_numbered && rest.size > 0 && strchr(".): \t", rest.data[0]))
        rest = pol_span_from(rest, 1);
    return is_numbered && starts_with_items(rest) ? rest : text;
}

/* What a section's heading decides for all under it: "CARRIED", "Motions not reached". */
static pol_span governing_decision(pol_span text)
{
    static const char *const starts[] = {"the following motions were",
                                         "the following motions",
                                         "motions and amendments",
                                         "motions which were",
                                         "motions that were",
                                         "motions",
                                         "resolutions",
                                         "propositions",
                                         "proposals",
                                         "remits",
                                         "composites",
                                         "motion",
                                         "resolution",
                                         "business",
                                         "amendments"};
    pol_span rest = pol_span_core(behind_letter(text)), after;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (pol_words_start(rest, starts[i], &after)) {
            rest = pol_span_core(after);
            break;
        }
    bool is_wording = /* composites are agreed by their movers */
        (pol_words_start(text, "composite", NULL) || pol_words_start(text, "composites", NULL) ||
         rest.data != text.data) &&
        pol_word_is_any(rest, "agreed accepted");
    if (is_wording || pol_split_is_decision(rest))
        return is_wording ? pol_span_make(NULL, 0) : rest;
    pol_span after_by; /* "ruled out of order by the Standing Orders Committee" */
    pol_decision start = pol_outcome_longest(rest, &after_by);
    bool is_by = start != POL_DECISION_NONE && pol_words_start(after_by, "by the", NULL);
    return is_by ? pol_span_trim(pol_span_first(rest, rest.size - after_by.size))
                 : pol_span_make(NULL, 0);
}

/* What stands behind the items and belongs to none. */
static bool starts_appendix(pol_span text)
{
    static const char *const words[] = {"appendix",
                                        "annex",
                                        "standing orders",
                                        "index",
                                        "notes for delegates",
                                        "notes to delegates",
                                        "contents",
                                        "timetable",
                                        "glossary",
                                        "printed by",
                                        "published by",
                                        "printed and published",
                                        "end of",
                                        "list of",
                                        "results",
                                        "decisions",
                                        "guide to",
                                        "conference information",
                                        "guidance",
                                        "how to",
                                        "notes",
                                        "standing orders committee report",
                                        "soc report",
                                        "the following motions",
                                        "motions ruled out",
                                        "motions not admitted",
                                        "motions out of order",
                                        "report of",
                                        "voting",
                                        "delegates",
                                        "nominations",
                                        "elections",
                                        "contact",
                                        "produced by",
                                        "schedule",
                                        "programme",
                                        "next conference",
                                        "any other business",
                                        "close",
                                        "date of next",
                                        "the meeting closed",
                                        "for further information",
                                        "designed by",
                                        "copyright",
                                        "\u00A9",
                                        "back to top",
                                        "disclaimer",
                                        "acknowledgements",
                                        "index of"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_words_start(text, words[i], NULL))
            return true;
    return false;
}

static bool stands_out(pol_splitter *split, size_t line)
{
    const pol_line *source = source_of(split, line);
    return source->role == POL_LINE_HEADING || source->is_strong ||
           (pol_split_look(split, line) & POL_LOOK_SHOUT);
}

static bool has_section_word(pol_span text)
{
    static const char words[] = "motions composites resolutions amendments section part day "
                                "session emergency late rule rules statements business afternoon "
                                "morning monday tuesday wednesday thursday friday saturday sunday "
                                "agenda group";
    pol_span word, whole = text;
    while ((word = pol_word_next(&text)).data) {
        bool is_body = pol_word_is_any(word, "section group") && word.data != whole.data &&
                       pol_span_core(text).size == 0; /* "Retired Members' Section" */
        if (pol_word_is_any(word, words) && !is_body)
            return true;
    }
    return false;
}

/* "Part 2", "Section B:": and what it is about in the line below. */
static bool is_part_alone(pol_span text)
{
    pol_split_number number;
    pol_span rest = text, after;
    return text.size <= POL_SPLIT_LINE_BYTES &&
           pol_word_is_any(pol_word_next(&rest), "part section session group") &&
           pol_split_number_parse(pol_span_trim(rest), true, &number, &after) &&
           pol_span_core(after).size == 0;
}

/* Could the line be the heading of a section? Short, capitalised, set apart. */
static bool may_be_section(pol_splitter *split, size_t line)
{
    const pol_line *source = source_of(split, line);
    uint32_t look = pol_split_look(split, line);
    if (source->text.size > POL_SPLIT_LINE_BYTES || source->role == POL_LINE_CELL ||
        look & (POL_LOOK_PROSE | POL_LOOK_ADVICE | POL_LOOK_STATUS | POL_LOOK_PARENTS) ||
        (look & POL_LOOK_POINT && !(look & POL_LOOK_SHOUT))) /* "2. PAY AND HOURS" */
        return false;
    if (!pol_word_is_capital(pol_span_core(source->text)) ||
        pol_word_count(source->text, SECTION_WORDS + 1) > SECTION_WORDS ||
        pol_ends_in(source->text, ".;,"))
        return false;
    return source->blanks > 0 || stands_out(split, line) ||
           (line > 0 && (split->is_furniture[line - 1] || /* under a rule */
                         is_part_alone(source_of(split, line - 1)->text)));
}

/* "NOT DEBATED IN 2031" right over sentences: it governs what is below it. */
static bool governs(pol_splitter *split, const pol_split_item *item, size_t line)
{
    size_t below = pol_split_next(split, line + 1);
    if (source_of(split, line)->blanks == 0 || !stands_out(split, line) ||
        !(pol_split_look(split, line) & POL_LOOK_DECISION) || below >= item->end ||
        below >= split->count || source_of(split, below)->blanks > 0)
        return false;
    pol_span rest;
    return (pol_words_start(source_of(split, below)->text, "the following", &rest) ||
            pol_words_start(source_of(split, below)->text, "these", &rest)) &&
           starts_with_items(rest);
}

/* "RULED OUT OF ORDER" over "E3  Price of beer", whose text is not here, where it is said of no
 * other item what became of it: it governs that list. */
static bool governs_list(pol_splitter *split, const pol_split_items *items, size_t index,
                         size_t line, size_t limit)
{
    enum { LOOKED_AT = 60 };
    const pol_split_item *item = &items->items[index];
    if (item->end >= limit || pol_split_next(split, line + 1) < item->end ||
        source_of(split, line)->blanks == 0 || !stands_out(split, line) ||
        !(pol_split_look(split, line) & POL_LOOK_DECISION))
        return false;
    for (size_t i = index, seen = 0; i-- > 0 && seen < LOOKED_AT; seen++)
        if (pol_split_is_decided(split, &items->items[i]))
            return false;
    return true;
}

/* A heading of the markup that is no item's and of no lower rank than the items'. */
static bool is_break(pol_splitter *split, const pol_split_item *item, size_t line)
{
    const pol_line *source = source_of(split, line);
    const pol_line *own = source_of(split, item->heading->line);
    bool leaves_table = own->role == POL_LINE_CELL && own->row > 0 && source->role != POL_LINE_CELL;
    if (leaves_table && line > 0 && source_of(split, line - 1)->role == POL_LINE_CELL)
        return true;
    if (source->text.size > POL_SPLIT_LINE_BYTES)
        return false;
    if (governs(split, item, line))
        return true;
    if (source->role == POL_LINE_HEADING && own->role == POL_LINE_HEADING &&
        item->kind != POL_KIND_AMENDMENT)
        return source->level <= own->level;
    if (source->role == POL_LINE_HEADING && own->role == POL_LINE_HEADING)
        return source->level < own->level;
    return (source->role == POL_LINE_HEADING && own->role != POL_LINE_HEADING) ||
           (source->blanks > 0 && may_be_section(split, line) && starts_appendix(source->text) &&
            (stands_out(split, line) || source->blanks > 1));
}

/* Ends the item at `line`; what follows up to the next heading belongs to none. */
static void end_at(pol_split_item *item, size_t line)
{
    if (line < item->end)
        item->end = (uint32_t)line;
}

/* "LOST" governs what is below it where it is a heading of the markup, where it names what it
 * governs, or where such a line stands over the first item, too. */
static bool may_govern(pol_splitter *split, const pol_split_items *items, size_t line)
{
    size_t first = pol_split_previous(split, items->items[0].start);
    return source_of(split, line)->role == POL_LINE_HEADING ||
           has_section_word(source_of(split, line)->text) ||
           (first != POL_SPLIT_NOWHERE && governing_decision(source_of(split, first)->text).data);
}

/* The last heading of a section between `from` and `to`: the next item stands under it. */
static void take_section(pol_splitter *split, pol_split_items *items, size_t next, size_t from,
                         size_t to)
{
    if (next >= items->count)
        return;
    pol_split_item *item = &items->items[next];
    for (size_t i = from; i < to; i++) {
        pol_split_heading heading;
        if (split->is_furniture[i] || !may_be_section(split, i) ||
            (pol_split_heading_parse(split->printed[i].text, &heading) &&
             heading.form == POL_SPLIT_NOUN))
            continue; /* an item without a text is none */
        pol_span text = source_of(split, i)->text;
        pol_span decision = governing_decision(text);
        if (decision.data && memchr(text.data, '(', text.size) && !stands_out(split, i))
            continue; /* "Remitted (For 79, against 10)" is said of the one above */
        if (decision.data && !may_govern(split, items, i))
            continue;
        item->section = pol_span_core(split->printed[i].text);
        item->section_line = (uint32_t)i;
        item->section_decision = decision;
    }
}

/* Is the number that of the item, or of the motion it amends? Then what is said there is
 * said of it. */
static bool is_own_number(const pol_split_items *items, size_t index,
                          const pol_split_heading *heading)
{
    enum { BACK = 40 };
    for (size_t i = index + 1, seen = 0; i-- > 0 && seen < BACK; seen++)
        if (pol_split_number_equal(&items->items[i].heading->number, &heading->number))
            return true;
    return false;
}

/* Numbered points of the item's own text: they follow a colon, or one another. */
static bool are_points(pol_splitter *split, const pol_split_item *item,
                       const pol_split_heading *heading)
{
    enum { POINTS = 60 };
    size_t line = heading->line;
    if (heading->form == POL_SPLIT_NOUN || heading->form == POL_SPLIT_LETTERED)
        return false;
    for (int i = 0; i < POINTS && line > item->body && pol_split_look(split, line) & POL_LOOK_POINT;
         i++) {
        size_t above = pol_split_previous(split, line);
        if (above == POL_SPLIT_NOWHERE)
            return false;
        line = above;
    }
    return line > item->heading->line && pol_split_look(split, line) & POL_LOOK_OPEN;
}

/* Where the item ends at a heading without a text: an entry of a list, "Motion 5 WITHDRAWN". */
static size_t find_list(pol_splitter *split, const pol_split_items *items, size_t index)
{
    const pol_split_item *item = &items->items[index];
    size_t at = (size_t)(item->heading - split->headings) + 1;
    for (; at < split->heading_count && split->headings[at].line < item->end; at++) {
        const pol_split_heading *heading = &split->headings[at];
        bool is_item = heading->is_bodiless && heading->form == POL_SPLIT_NOUN &&
                       !is_own_number(items, index, heading);
        bool is_listed = heading->is_listed && !are_points(split, item, heading);
        if (is_listed || is_item)
            return heading->line;
    }
    return item->end;
}

/* ---- the tail ---- */

/* "M15 PRESTON BRANCH" under "K22 STOKE BRANCH": named as the first mover is. */
static bool is_like_first(const pol_split_item *item, pol_span text)
{
    pol_span first = pol_word_last(item->movers[0].name), last = pol_word_last(text);
    return item->mover_count > 0 && pol_split_is_body_name(text) && pol_span_equal(first, last);
}

/* One line behind the text; true where it was taken. */
static bool take_line(pol_splitter *split, pol_split_items *items, size_t index, size_t line)
{
    pol_split_item *item = &items->items[index];
    uint32_t look = pol_split_look(split, line);
    pol_span text = source_of(split, line)->text;
    if (decide_by_number(split, items, index, line) || decide_owner(split, items, index, line) ||
        pol_split_take_said(split, items, index, line))
        return true;
    bool is_plain = !pol_split_is_decision(text) || !pol_decision_may_hold(text);
    pol_span said = pol_split_vote_decision(text);
    if (!said.data)
        said = pol_split_loose_decision(text);
    if (!said.data)
        said = pol_split_result(text);
    bool is_owners = look & POL_LOOK_DECISION && item->kind == POL_KIND_AMENDMENT &&
                     item->decision.data && item->decision_line == item->heading->line;
    if (is_owners) { /* the amendment's own stands on its line */
        size_t owner = index;
        while (owner > 0 && items->items[owner].kind == POL_KIND_AMENDMENT)
            owner--;
        decide(split, &items->items[owner], said.data ? said : text, line);
        return true;
    }
    if (look & POL_LOOK_DECISION && is_plain) { /* the recogniser does not know these */
        decide(split, item, said.data ? said : text, line);
        return true;
    }
    pol_span inner = pol_split_unbracket(text);
    bool is_note = inner.size < text.size && pol_word_count(inner, 3) > 2 &&
                   !pol_split_is_name(inner) &&
                   !(look & (POL_LOOK_PARENTS | POL_LOOK_MOVER | POL_LOOK_DECISION |
                             POL_LOOK_ADVICE | POL_LOOK_STATUS));
    if (is_note) { /* "(Carried over from 2032)" */
        split->is_furniture[line] = true;
        return true;
    }
    if (look & POL_LOOK_PARENTS) {
        if (!item->parents.data) {
            item->parents = text;
            item->parents_line = (uint32_t)line;
        }
    } else if (look & POL_LOOK_ADVICE) {
        if (!item->recommendation.data) {
            item->recommendation = pol_split_advice(text);
            item->recommendation_line = (uint32_t)line;
        }
    } else if (!(look & POL_LOOK_STATUS)) {
        pol_span names[8];
        size_t count = pol_split_bodies(text, names, sizeof names / sizeof *names);
        bool is_heading =
            source_of(split, line)->role == POL_LINE_HEADING ||
            (stands_out(split, line) && item->mover_count > 0 && !is_like_first(item, text));
        if (count == 0 && !is_heading &&
            (pol_split_take_people(split, item, line) || pol_split_take_party(split, item, line)))
            return true;
        if (count == 0 || is_heading || pol_split_is_loud_rest(split, item, line))
            return false;
        for (size_t i = 0; i < count; i++)
            pol_split_add_mover(item, names[i], (uint32_t)line, false);
    }
    split->is_furniture[line] = true;
    return true;
}

/* The line behind the last one that is text. */
static size_t text_end(pol_splitter *split, const pol_split_item *item)
{
    size_t end = item->end, seen = 0;
    while (end > item->body && seen < TAIL_LINES) {
        size_t line = end - 1;
        uint32_t look = pol_split_look(split, line);
        if (!split->is_furniture[line] && look & POL_LOOK_PROSE && !stands_out(split, line))
            break;
        if (!split->is_furniture[line] && look & POL_LOOK_PROSE &&
            source_of(split, line)->role != POL_LINE_HEADING)
            break;
        end--;
        seen++;
    }
    return end;
}

/* Is the next item's section named here rather than this one's mover? */
static bool is_section(pol_splitter *split, const pol_split_item *item, size_t line, size_t end)
{
    pol_span text = source_of(split, line)->text;
    uint32_t look = pol_split_look(split, line);
    if (!may_be_section(split, line))
        return false;
    if (governing_decision(text).data && starts_with_items(text))
        return pol_split_next(split, line + 1) >= end;
    if (governing_decision(text).data)
        return stands_out(split, line) && pol_split_next(split, line + 1) >= end &&
               (has_section_word(text) || source_of(split, line)->role == POL_LINE_HEADING ||
                source_of(split, line)->blanks > 1);
    if (stands_out(split, line) || has_section_word(text))
        return true;
    if (memchr(text.data, ':', text.size - 1))
        return false; /* "Result: lost" */
    size_t above = pol_split_previous(split, line);
    bool is_behind_end = above != POL_SPLIT_NOWHERE &&
                         (pol_ends_sentence(source_of(split, above)->text) ||
                          pol_split_look(split, above) & (POL_LOOK_DECISION | POL_LOOK_MOVER));
    bool is_apart = source_of(split, line)->blanks > 1 || item->mover_count > 0;
    return is_behind_end && (is_apart || !(look & POL_LOOK_NAME));
}

/* Does the line end amid a sentence that the next one ends? */
static bool goes_on_small(const pol_splitter *split, size_t line, size_t end)
{
    const pol_line *next = line + 1 < end ? source_of(split, line + 1) : NULL;
    return next && next->blanks == 0 && next->role == POL_LINE_PLAIN &&
           !split->is_furniture[line + 1] && next->text.data[0] >= 'a' &&
           next->text.data[0] <= 'z' && !pol_ends_sentence(source_of(split, line)->text);
}

/* "RULED OUT OF ORDER: The leader (East branch)", in the print of the headings: another item, whose
 * text is not here. */
static bool is_next_heading(pol_splitter *split, const pol_split_item *item, size_t line)
{
    enum { WORDS = 4 };
    const pol_line *source = source_of(split, line), *own = source_of(split, item->heading->line);
    bool is_alike = (source->role == POL_LINE_HEADING && own->role == POL_LINE_HEADING) ||
                    (source->is_strong && own->is_strong);
    size_t colon = pol_span_find(source->text, POL_SPAN(": "), 0);
    return is_alike && item->kind != POL_KIND_AMENDMENT && colon != (size_t)-1 &&
           source->text.size <= POL_SPLIT_LINE_BYTES &&
           pol_split_is_decision(pol_span_first(source->text, colon)) &&
           pol_word_count(pol_span_from(source->text, colon), WORDS) >= 2;
}

/* Do headings decide what is below them in this file? */
static bool is_governed(const pol_split_items *items, size_t index)
{
    enum { BACK = 40 };
    for (size_t i = index + 1, seen = 0; i-- > 0 && seen < BACK; seen++)
        if (items->items[i].section_decision.data && starts_with_items(items->items[i].section))
            return true; /* "MOTIONS CARRIED" */
    return false;
}

/* "NOT REACHED", where such lines govern what is below them. */
static bool is_governing(pol_splitter *split, const pol_split_items *items, size_t index,
                         size_t line)
{
    return pol_split_look(split, line) & POL_LOOK_DECISION && stands_out(split, line) &&
           source_of(split, line)->blanks > 0 && is_governed(items, index);
}

/* The same, but for the lines before `least`. */
static void end_at_least(pol_split_item *item, size_t end, size_t least)
{
    end_at(item, end < least ? least : end);
}

/* "12", the number of a page. */
static bool is_lone_number(const pol_line *line)
{
    for (size_t i = 0; i < line->text.size; i++)
        if (line->text.data[i] < '0' || line->text.data[i] > '9')
            return false;
    return line->role == POL_LINE_PLAIN && line->text.size > 0 && line->text.size <= 3 &&
           line->blanks > 0;
}

/* "Amendment passed. Motion as amended: in favour 9; against 8. Motion 3 is passed.": of the
 * amendment and of its motion. */
static bool says_of_both(pol_splitter *split, const pol_split_item *item, size_t line)
{
    pol_span text = source_of(split, line)->text, rest = text, word;
    bool has_amendment = false, has_motion = false;
    if (item->kind != POL_KIND_AMENDMENT || text.size > 2 * POL_SPLIT_LINE_BYTES ||
        pol_split_look(split, line) & (POL_LOOK_OPENER | POL_LOOK_EDIT))
        return false;
    while ((word = pol_word_next(&rest)).data) {
        has_amendment = has_amendment || pol_word_is(word, "amendment");
        has_motion = has_motion || pol_word_is_any(word, "motion resolution proposition");
    }
    return has_amendment && has_motion &&
           (pol_split_look(split, line) & POL_LOOK_DECISION || pol_split_speaks_of_motion(text));
}

/* "Moved by Orkney; seconded by Barra. Carried as amended.": who, and behind it what became of it.
 */
static bool says_fate_behind(pol_splitter *split, size_t line)
{
    pol_span text = source_of(split, line)->text;
    if (!(pol_split_look(split, line) & POL_LOOK_MOVER) || text.size > POL_SPLIT_LINE_BYTES)
        return false;
    pol_span last = pol_last_sentence(text);
    return last.size < text.size && pol_split_starts_with_fate(last);
}

/* "Moved by the Lettings Group. An amendment was lost. Carried, 30 to 4.": who moves in the first
 * of several sentences. */
static bool tells_of_moving(pol_splitter *split, size_t line)
{
    enum { BYTES = 800 };
    pol_span text = source_of(split, line)->text, first = pol_first_sentence(text), value;
    pol_submitter_hint hint;
    pol_span last = pol_last_sentence(text);
    return text.size <= BYTES && !pol_word_is(pol_word_next(&last), "seconded") && first.size > 0 &&
           first.size < pol_span_trim(text).size && first.size <= POL_SPLIT_LINE_BYTES &&
           source_of(split, line)->marker.size == 0 &&
           pol_submitter_sentence(pol_span_core(first), &value, &hint);
}

static bool is_plain_below(const pol_splitter *split, size_t line)
{
    const pol_line *own = source_of(split, line);
    return !split->is_furniture[line] && !split->fields[line] && own->blanks == 0 &&
           own->role == POL_LINE_PLAIN && own->marker.size == 0;
}

/* "Wales." under a full line that ends amid a sentence, "as it is being considered in". */
static bool goes_on_below(const pol_splitter *split, size_t line)
{
    enum { FULL_BYTES = 60 };
    pol_span above = source_of(split, line - 1)->text;
    char last = above.size > 0 ? above.data[above.size - 1] : '.';
    return is_plain_below(split, line) && above.size >= FULL_BYTES && last >= 'a' && last <= 'z' &&
           pol_word_last(above).data[0] >= 'a';
}

/* "3. Offer advice" under "2. Publish leaflets", which is of the text. */
static bool counts_on(pol_splitter *split, const pol_split_item *item)
{
    enum { BACK = 8 };
    pol_split_number own, other;
    pol_span rest;
    size_t line = item->text_end;
    if (!is_plain_below(split, line) || !(pol_split_look(split, line) & POL_LOOK_POINT) ||
        !pol_split_number_parse(source_of(split, line)->text, false, &own, &rest))
        return false;
    for (size_t i = line, seen = 0; i-- > item->text && seen < BACK; seen++)
        if (pol_split_look(split, i) & POL_LOOK_POINT &&
            pol_split_number_parse(source_of(split, i)->text, false, &other, &rest))
            return own.value == other.value + 1 && own.letters == other.letters &&
                   own.has_minor == other.has_minor;
    return false;
}

/* A sentence right behind the text that nothing finds to be beside it is a part of it. */
static void extend_text(pol_splitter *split, pol_split_item *item)
{
    enum { LEAST = 3 };
    while (item->text_end > item->text && item->text_end < item->end &&
           (goes_on_below(split, item->text_end) || counts_on(split, item)))
        item->text_end++;
    size_t line = item->text_end;
    uint32_t look = line < item->end ? pol_split_look(split, line) : 0;
    pol_span text = line < item->end ? source_of(split, line)->text : pol_span_make(NULL, 0);
    if (!text.size || split->is_furniture[line] || split->fields[line] || stands_out(split, line) ||
        source_of(split, line)->role == POL_LINE_HEADING ||
        look & (POL_LOOK_DECISION | POL_LOOK_MOVER | POL_LOOK_ADVICE | POL_LOOK_STATUS |
                POL_LOOK_PARENTS | POL_LOOK_SHOUT | POL_LOOK_TIMED | POL_LOOK_POINT) ||
        !pol_ends_in(text, ".") || pol_word_count(text, LEAST) < LEAST ||
        !pol_word_is_capital(text) || memchr(text.data, ':', text.size) ||
        pol_split_speaks_of_motion(text) || pol_split_is_outro(text))
        return;
    item->text_end++;
}

/* Behind its text another one opens, whose heading was not found: what stands there is nobody's. */
static void end_at_text(pol_splitter *split, pol_split_item *item)
{
    for (size_t i = item->text_end; i < item->end; i++) {
        uint32_t look = pol_split_look(split, i);
        if (split->is_furniture[i] || !(look & (POL_LOOK_OPENER | POL_LOOK_LOOSE)) ||
            look & (POL_LOOK_POINT | POL_LOOK_DECISION) ||
            pol_split_speaks_of_motion(source_of(split, i)->text))
            continue;
        while (i > item->text_end && !split->is_furniture[i - 1] &&
               !(pol_split_look(split, i - 1) & (POL_LOOK_DECISION | POL_LOOK_MOVER)))
            i--;
        end_at(item, i);
        return;
    }
}

/* The item ends before what governs or belongs to others; not before `least`. */
static void end_before_others(pol_splitter *split, pol_split_items *items, size_t index,
                              size_t least)
{
    pol_split_item *item = &items->items[index];
    const size_t limit = item->end;
    end_at_least(item, find_list(split, items, index), least);
    end_at(item, pol_split_find_business(split, items, index));
    end_at_least(item, pol_split_find_section(split, item), least);
    for (size_t i = least; i < item->end; i++)
        if (!split->is_furniture[i] &&
            (is_break(split, item, i) || pol_split_look(split, i) & POL_LOOK_TIMED ||
             is_governing(split, items, index, i) || governs_list(split, items, index, i, limit))) {
            end_at(item, i);
            break;
        }
    if (index + 1 == items->count)
        end_at(item, pol_split_find_outro(split, items));
}

void pol_split_read_tail(pol_splitter *split, pol_split_items *items, size_t index)
{
    pol_split_item *item = &items->items[index];
    size_t limit = item->end;
    bool is_bound = item->text < item->text_end; /* nothing ends it before its text does */
    if (is_bound)
        extend_text(split, item);
    end_before_others(split, items, index, is_bound ? item->text_end : item->body);
    if (is_bound)
        end_at_text(split, item);
    pol_split_take_verdict(split, items, index);
    size_t end =
        pol_split_find_extent(split, item, is_bound ? item->text_end : text_end(split, item));
    if (is_bound)
        item->text_end = (uint32_t)end;
    pol_split_drop_narrative(split, item, end);
    size_t line = pol_split_next(split, end);
    for (; line < item->end; line = pol_split_next(split, line + 1)) {
        if (is_next_heading(split, item, line)) {
            end_at(item, line);
            break;
        }
        if (is_lone_number(source_of(split, line))) {
            split->is_furniture[line] = true;
            continue;
        }
        if (says_fate_behind(split, line) || says_of_both(split, item, line) ||
            (is_bound && tells_of_moving(split, line))) {
            pol_split_take_beside(split, items, index, line);
            continue;
        }
        if (take_line(split, items, index, line))
            continue;
        uint32_t look = pol_split_look(split, line);
        if (pol_split_is_loud_rest(split, item, line))
            continue; /* of the names that end the text */
        if (is_section(split, item, line, limit)) {
            end_at(item, line);
            break;
        }
        if (look & POL_LOOK_TIMED) {
            end_at(item, line);
            break;
        }
        bool is_told = source_of(split, line)->role != POL_LINE_HEADING && /* "No seconder." */
                       pol_ends_sentence(source_of(split, line)->text) &&
                       pol_split_speaks_of_motion(source_of(split, line)->text);
        if (look & POL_LOOK_PROSE || is_told || goes_on_small(split, line, item->end)) {
            pol_split_take_beside(split, items, index, line);
            continue;
        }
        if (look & POL_LOOK_NAME && pol_split_is_name(source_of(split, line)->text) &&
            !(look & (POL_LOOK_DECISION | POL_LOOK_MOVER)) && item->loose_tail == POL_SPLIT_NOWHERE)
            item->loose_tail = (uint32_t)line;
    }
    if (item->end < limit) /* what stands over the section's heading is the last now */
        pol_split_take_verdict(split, items, index);
    if (item->end < limit)
        take_section(split, items, index + 1, item->end, limit);
}

void pol_split_first_section(pol_splitter *split, pol_split_items *items)
{
    size_t line = pol_split_previous(split, items->items[0].start);
    if (line == POL_SPLIT_NOWHERE || !may_be_section(split, line))
        return;
    pol_span text = source_of(split, line)->text;
    bool is_title = pol_split_previous(split, line) == POL_SPLIT_NOWHERE; /* the file's own */
    if (is_title ? governing_decision(text).data != NULL
                 : stands_out(split, line) || has_section_word(text))
        take_section(split, items, 0, line, line + 1);
}
