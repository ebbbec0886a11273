/* bind.c - where the items' texts are by the reading of the file that was taken: what other steps
 * took their lines for is forgotten, and nothing of a head stays in them. */
#include "document/openers.h"
#include "document/recognise/submitters.h"
#include "document/split/model.h"

/* "If Motion 7 is carried, Motions 8 and 9 fall.": stays with the text, where it is read. */
static bool says_what_falls(pol_span text)
{
    return pol_words_start(text, "if", NULL) &&
           (pol_span_find_fold(text, POL_SPAN(" fall."), 0) != (size_t)-1 ||
            pol_span_find_fold(text, POL_SPAN(" falls."), 0) != (size_t)-1);
}

/* "Rule 8, Clause 3, Line 4": what a text changes. */
static bool is_place(pol_span line)
{
    static const char parts[] = "rule clause paragraph section article line page";
    pol_span rest = line, word = pol_word_next(&rest);
    size_t named = 0;
    if (line.size > POL_SPLIT_LINE_BYTES || pol_ends_sentence(line) || !word.data ||
        !pol_word_is_any(word, parts))
        return false;
    for (; word.data; word = pol_word_next(&rest))
        named += pol_word_is_any(word, parts);
    return named > 1;
}

/* "branch, supported by Belfast branch" under a line that says who moves: the rest of it. */
static bool is_rest_of_mover(pol_splitter *split, size_t line)
{
    const pol_line *own = &split->text->lines[line];
    return line > 0 && own->blanks == 0 && own->text.data[0] >= 'a' && own->text.data[0] <= 'z' &&
           split->places[line - 1] == POL_PLACE_BELOW &&
           pol_split_look(split, line - 1) & POL_LOOK_MOVER && !pol_ends_sentence(own[-1].text);
}

/* "Congress,", "This Union notes:" right over the text starts it; who moves it does not, even where
 * the names go on in the next line. */
static size_t first_of_text(pol_splitter *split, const pol_split_item *item, size_t at,
                            size_t limit)
{
    size_t above = at > item->heading->end_line ? at - 1 : at;
    if (above < at && !split->is_furniture[above] && split->places[above] == POL_PLACE_BELOW &&
        (pol_split_look(split, above) & POL_LOOK_OPENER ||
         pol_ends_in(split->text->lines[above].text, ",") ||
         pol_opener_is_bare_subject(split->text->lines[above].text) ||
         is_place(split->text->lines[above].text)) &&
        !(pol_split_look(split, above) & POL_LOOK_MOVER))
        return above;
    size_t behind = at + 1;
    if (is_rest_of_mover(split, at) && behind < limit && split->places[behind] == POL_PLACE_TEXT &&
        pol_split_look(split, behind) & (POL_LOOK_OPENER | POL_LOOK_LOOSE))
        return behind;
    if (!(pol_split_look(split, at) & POL_LOOK_MOVER) ||
        pol_split_look(split, at) & (POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_EDIT))
        return at;
    while (behind < limit && split->text->lines[behind].blanks == 0 &&
           split->places[behind] == POL_PLACE_TEXT)
        behind++;
    return behind < limit && behind - at <= 3 && split->places[behind] == POL_PLACE_TEXT ? behind
                                                                                         : at;
}

static void bind(pol_splitter *split, pol_split_items *items, size_t index)
{
    const uint8_t *places = split->places;
    pol_split_item *item = &items->items[index];
    size_t limit = index + 1 < items->count ? items->items[index + 1].heading->line : split->count;
    size_t at = item->heading->line;
    if (!(pol_split_is_of_head(places[at]) || places[at] == POL_PLACE_NONE))
        return;
    bool is_inline = pol_split_is_start(places[at]);
    if (is_inline != (item->heading->inline_text.data != NULL))
        return;
    for (at = item->heading->end_line; !is_inline && at < limit && places[at] != POL_PLACE_TEXT;
         at++)
        if (places[at] == POL_PLACE_OUTSIDE)
            return;
    if (at >= limit && !is_inline)
        return;
    if (!is_inline)
        at = first_of_text(split, item, at, limit);
    item->text = item->text_end = (uint32_t)at;
    for (; at < limit && (places[at] == POL_PLACE_TEXT || places[at] == POL_PLACE_BELOW ||
                          places[at] == POL_PLACE_NONE);
         at++)
        if (places[at] != POL_PLACE_NONE)
            item->text_end = (uint32_t)at + 1;
    if (at < limit && at == item->text_end && says_what_falls(split->text->lines[at].text))
        item->text_end = (uint32_t)at + 1;
}

void pol_split_bind(pol_splitter *split, pol_split_items *items)
{
    for (size_t i = 0; split->places && i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        bind(split, items, i);
        size_t from = i > 0 ? items->items[i - 1].heading->end_line : 0;
        size_t first = item->heading->line;
        while (first > from && pol_split_is_of_head(split->places[first - 1]))
            first--;
        item->start = (uint32_t)first;
        if (i > 0)
            items->items[i - 1].end = item->start;
    }
}

void pol_split_clear_texts(pol_splitter *split, pol_split_items *items)
{
    for (size_t i = 0; split->places && i < items->count; i++)
        for (size_t line = items->items[i].text; line < items->items[i].text_end; line++)
            if (split->places[line] == POL_PLACE_TEXT) {
                split->is_furniture[line] = false;
                split->fields[line] = POL_FIELD_NONE;
            }
    for (size_t i = 0; split->places && i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        if (item->text == item->text_end)
            continue;
        for (size_t line = item->heading->end_line; line < item->text; line++)
            split->looks[line] =
                pol_split_look(split, line) & ~(uint32_t)(POL_LOOK_PROSE | POL_LOOK_POINT);
        split->looks[item->text] = pol_split_look(split, item->text) | POL_LOOK_PROSE;
    }
}

void pol_split_keep_clauses(pol_splitter *split, const pol_split_items *items)
{
    for (size_t i = 0; split->places && i < items->count; i++) {
        bool is_clause = false;
        for (size_t line = items->items[i].text; line < items->items[i].text_end; line++) {
            bool is_marked =
                split->fields[line] == POL_FIELD_OTHER && split->places[line] == POL_PLACE_TEXT;
            is_clause = is_marked &&
                        (is_clause ||
                         pol_opener_of(split->text->lines[line].text).subject >= POL_SUBJECT_BODY);
            if (is_clause) {
                split->is_furniture[line] = false;
                split->fields[line] = POL_FIELD_NONE;
            }
        }
    }
}

/* The lines of a head that are its title, as one; absent. */
static pol_span title_of(pol_splitter *split, const pol_split_item *item, size_t *ret_line)
{
    size_t end = item->text > item->heading->line ? item->text : item->heading->end_line;
    for (size_t i = item->start; i < end; i++) {
        uint8_t place = split->places[i];
        bool is_other = split->fields[i] && split->fields[i] != POL_FIELD_TITLE;
        if ((place != POL_PLACE_TITLE_ABOVE && place != POL_PLACE_TITLE_BELOW) || is_other)
            continue;
        size_t behind = i + 1;
        while (behind < end && split->places[behind] == place)
            behind++;
        *ret_line = i;
        return behind == i + 1 ? split->text->lines[i].text : pol_split_join(split, i, behind);
    }
    return pol_span_make(NULL, 0);
}

/* "Leith Branch - mover Octavia Nightingale", in a line of its own. */
static bool names_a_mover(pol_span text)
{
    pol_span word;
    while ((word = pol_word_next(&text)).data)
        if (pol_word_is_any(word, "mover proposer seconder"))
            return true;
    return false;
}

/* Of lines beside a text only those stay with it that the recogniser knows: who moves, what became
 * of it. `is_behind` the text a name alone tells who moves. */
static void leave_known(pol_splitter *split, size_t from, size_t end, bool is_behind)
{
    for (size_t i = from; i < end; i++) {
        pol_span text = split->text->lines[i].text, value;
        pol_submitter_hint hint;
        bool may_be = text.size <= POL_SPLIT_LINE_BYTES;
        bool is_mover =
            may_be &&
            (pol_submitter_sentence(text, &value, &hint) ||
             (is_behind && (pol_split_look(split, i) & POL_LOOK_MOVER || names_a_mover(text))));
        bool is_known =
            is_mover || (may_be && pol_split_is_decision(text) && pol_decision_may_hold(text));
        split->is_furniture[i] = split->is_furniture[i] || !is_known;
    }
}

/* "Miss Okoro moved Resolution 19": no title. */
static bool tells_who_moved(pol_span title)
{
    pol_span rest = title, word;
    while ((word = pol_word_next(&rest)).data)
        if (pol_word_is_any(word, "moved seconded") && rest.size > 0)
            return true;
    return false;
}

/* The first words of a text that starts on its heading's line, and no title. */
static bool is_opening(const pol_splitter *split, const pol_split_item *item)
{
    return split->places[item->heading->line] == POL_PLACE_START &&
           (pol_words_start(item->title, "that", NULL) ||
            pol_opener_of(item->title).subject != POL_SUBJECT_NONE);
}

/* "Amendment", of an item that is one: no title. */
static bool is_kind_alone(pol_span title)
{
    pol_split_noun noun;
    pol_span after;
    return title.size > 0 && title.size <= POL_SPLIT_LINE_BYTES &&
           pol_split_noun_read(title, &noun, &after) && pol_span_core(after).size == 0;
}

void pol_split_settle_head(pol_splitter *split, pol_split_item *item)
{
    size_t line;
    if (is_kind_alone(item->title))
        item->title = pol_span_make(NULL, 0);
    if (!split->places || item->text == item->text_end)
        return;
    pol_span title = title_of(split, item, &line);
    while (item->title.size > 0 && strchr(":-, ", item->title.data[0]))
        item->title = pol_span_from(item->title, 1);
    bool is_own = item->title_line == item->heading->line;
    if (is_own && (tells_who_moved(item->title) || is_opening(split, item)))
        item->title = pol_span_make(NULL, 0);
    if (title.data && item->kind != POL_KIND_AMENDMENT) {
        pol_split_parts parts = {0};
        pol_split_heading own;
        if (title.size <= POL_SPLIT_LINE_BYTES && pol_split_heading_parse(title, &own) &&
            pol_split_number_equal(&own.number, &item->heading->number))
            parts = own.parts; /* "Composite D: Night buses" over "Composite D" */
        else
            pol_split_rest_read(title, &parts);
        bool is_on_heading = item->title.data && item->title_line == item->heading->line &&
                             (split->places[item->heading->line] == POL_PLACE_TITLED ||
                              item->heading->parts.title.size > 0);
        bool is_longer = parts.title.data && item->title.size > parts.title.size &&
                         pol_span_find(item->title, parts.title, 0) != (size_t)-1;
        if (parts.title.data && !is_longer && !is_on_heading) {
            item->title = parts.title;
            item->title_line = (uint32_t)line;
        }
    }
}

void pol_split_settle_texts(pol_splitter *split, pol_split_items *items)
{
    for (size_t i = 0; split->places && i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        if (item->text == item->text_end &&
            !(item->heading->inline_text.data &&
              pol_split_is_start(split->places[item->heading->line])))
            continue;
        item->body = item->heading->end_line;
        leave_known(split, item->body, item->text, false);
        leave_known(split, item->text_end, item->end, true);
    }
}
