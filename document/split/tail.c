/* tail.c - what stands between the end of an item's text and the next heading: what was
 * decided on it, or on the motion it amends, and who moved it. */
#include "core/vocabulary.h"
#include "document/recognise/decision.h"
#include "document/recognise/submitters.h"
#include "document/split/items.h"

enum { TAIL_LINES = 40 };

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
        bool is_heading = source_of(split, line)->role == POL_LINE_HEADING ||
                          (pol_split_stands_out(split, line) && item->mover_count > 0 &&
                           !is_like_first(item, text));
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
        if (!split->is_furniture[line] && look & POL_LOOK_PROSE &&
            !pol_split_stands_out(split, line))
            break;
        if (!split->is_furniture[line] && look & POL_LOOK_PROSE &&
            source_of(split, line)->role != POL_LINE_HEADING)
            break;
        end--;
        seen++;
    }
    return end;
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

void pol_split_read_tail(pol_splitter *split, pol_split_items *items, size_t index)
{
    pol_split_item *item = &items->items[index];
    size_t limit = item->end;
    bool is_bound = item->text < item->text_end; /* nothing ends it before its text does */
    if (is_bound)
        pol_split_extend_text(split, item);
    pol_split_end_before_others(split, items, index, is_bound ? item->text_end : item->body);
    if (is_bound)
        pol_split_end_at_text(split, item);
    pol_split_take_verdict(split, items, index);
    size_t end =
        pol_split_find_extent(split, item, is_bound ? item->text_end : text_end(split, item));
    if (is_bound)
        item->text_end = (uint32_t)end;
    pol_split_drop_narrative(split, item, end);
    size_t line = pol_split_next(split, end);
    for (; line < item->end; line = pol_split_next(split, line + 1)) {
        if (is_next_heading(split, item, line)) {
            pol_split_end_at(item, line);
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
        if (pol_split_is_section(split, item, line, limit)) {
            pol_split_end_at(item, line);
            break;
        }
        if (look & POL_LOOK_TIMED) {
            pol_split_end_at(item, line);
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
        pol_split_take_section(split, items, index + 1, item->end, limit);
}
