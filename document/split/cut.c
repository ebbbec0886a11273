/* cut.c - chosen headings to items, items to parts with their lines and pairs. */
#include "document/openers.h"
#include "document/split/words.h"

/* ---- items ---- */

/* What a section says of the kind of all under it. */
static uint8_t kind_by_section(const pol_split_item *item)
{
    static const struct {
        const char *word;
        uint8_t kind;
    } words[] = {{"emergency", POL_KIND_EMERGENCY}, {"emergencies", POL_KIND_EMERGENCY},
                 {"composite", POL_KIND_COMPOSITE}, {"composites", POL_KIND_COMPOSITE},
                 {"rule", POL_KIND_RULE_CHANGE},    {"rules", POL_KIND_RULE_CHANGE},
                 {"statements", POL_KIND_STATEMENT}};
    static const char *const titles[] = {
        "rule change",       "rule amendment",         "change to the rules",
        "amendment to rule", "amendment to the rules", "change to rule"};
    if (item->kind != POL_KIND_MOTION)
        return item->kind;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (pol_words_start(item->title, titles[i], NULL))
            return POL_KIND_RULE_CHANGE;
    pol_span rest = item->section, word;
    while ((word = pol_word_next(&rest)).data)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (pol_word_is(word, words[i].word))
                return words[i].kind;
    return item->kind;
}

/* "E1" is an emergency motion, but among "D1" and "F1" it is one letter of many. */
static bool has_letter_beside_e(const pol_splitter *split)
{
    for (size_t i = 0; i < split->heading_count; i++) {
        uint32_t letters = split->headings[i].number.letters;
        if (split->headings[i].is_chosen && (letters == 'D' || letters == 'F'))
            return true;
    }
    return false;
}

static bool make_items(pol_splitter *split, pol_split_items *items)
{
    for (size_t i = 0; i < split->heading_count; i++)
        items->count += split->headings[i].is_chosen;
    items->items = pol_arena_array(split->arena, items->count, sizeof *items->items);
    if (!items->items) {
        pol_splitter_refused(split, items->count * sizeof *items->items);
        return false;
    }
    size_t at = 0;
    bool is_series = has_letter_beside_e(split);
    for (size_t i = 0; i < split->heading_count; i++) {
        pol_split_heading *heading = &split->headings[i];
        if (!heading->is_chosen)
            continue;
        if (is_series && heading->form == POL_SPLIT_LETTERED && heading->number.letters == 'E')
            heading->kind = POL_KIND_MOTION;
        if (at > 0)
            items->items[at - 1].end = heading->line;
        pol_split_item *item = &items->items[at++];
        item->heading = heading;
        item->kind = heading->kind;
        item->start = heading->line;
        item->end = (uint32_t)split->count;
    }
    return true;
}

/* A section holds until the next one. */
static void spread_sections(pol_split_items *items)
{
    for (size_t i = 1; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        if (item->section.data)
            continue;
        item->section = items->items[i - 1].section;
        item->section_line = items->items[i - 1].section_line;
        item->section_decision = items->items[i - 1].section_decision;
    }
}

/* Does the text say what anybody is to do, or who moves it, or what became of it? */
static bool is_moved(pol_splitter *split, const pol_split_item *item)
{
    const pol_split_heading *heading = item->heading;
    bool has_mover = item->mover_count > 0 && !item->is_mover_learnt;
    if (item->kind != POL_KIND_MOTION || has_mover || item->decision.data ||
        (heading->has_motion_text && !heading->inline_text.data) || heading->has_mover)
        return true;
    uint32_t own = heading->inline_text.data ? pol_split_look(split, heading->line) : 0;
    if (own & (POL_LOOK_ACTS | POL_LOOK_EDIT | POL_LOOK_OPENER | POL_LOOK_LOOSE) ||
        pol_words_start(heading->inline_text, "that", NULL) ||
        pol_opener_of(heading->inline_text).subject != POL_SUBJECT_NONE)
        return true;
    for (size_t i = item->body; i < item->end; i++)
        if (!split->is_furniture[i] &&
            pol_split_look(split, i) & (POL_LOOK_ACTS | POL_LOOK_EDIT | POL_LOOK_OPENER |
                                        POL_LOOK_LOOSE | POL_LOOK_MOVER | POL_LOOK_DECISION))
            return true;
    return false;
}

/* "4. Composited – see Composite 1": its text stands there. */
static bool stands_elsewhere(const pol_splitter *split, const pol_split_item *item)
{
    enum { LINES = 2, BYTES = 160 };
    size_t lines = 0;
    pol_span own = split->text->lines[item->heading->line].text;
    bool is_told = pol_span_find_fold(own, POL_SPAN("see composite"), 0) != (size_t)-1;
    for (size_t i = item->body; i < item->end; i++) {
        pol_span text = split->text->lines[i].text;
        if (split->is_furniture[i])
            continue;
        lines++;
        is_told = is_told || (text.size <= BYTES &&
                              pol_span_find_fold(text, POL_SPAN("see composite"), 0) != (size_t)-1);
    }
    return is_told && lines <= LINES && item->kind == POL_KIND_MOTION;
}

/* "MOTION 2  STANDING AREAS" over its amendments, whose text is not here. */
static bool has_no_text(const pol_splitter *split, const pol_split_item *item)
{
    if (item->heading->inline_text.data || item->kind == POL_KIND_AMENDMENT)
        return false;
    for (size_t i = item->body; i < item->end; i++)
        if (!split->is_furniture[i])
            return false;
    return true;
}

/* "31/62 Matters arising" among motions that are moved: business of the meeting. */
static void mark_business(pol_splitter *split, pol_split_items *items)
{
    size_t moved = 0, others = 0;
    for (size_t i = 0; i < items->count; i++) {
        items->items[i].is_business =
            !is_moved(split, &items->items[i]) || stands_elsewhere(split, &items->items[i]);
        others += items->items[i].is_business;
        moved += !items->items[i].is_business && items->items[i].kind != POL_KIND_AMENDMENT;
    }
    for (size_t i = 0; i < items->count && (moved < 2 || moved < others); i++)
        items->items[i].is_business = false;
    for (size_t i = 0; i < items->count; i++)
        items->items[i].is_business =
            items->items[i].is_business || has_no_text(split, &items->items[i]);
}

static bool is_decision_line(pol_splitter *split, size_t line)
{
    return split->fields[line] == POL_FIELD_DECISION ||
           pol_split_look(split, line) & POL_LOOK_DECISION;
}

/* An edit amid a motion's text, and two decisions behind it: one of them is the amendment's. */
static bool hides_amendment(pol_splitter *split, const pol_split_item *item)
{
    bool has_text = false, has_edit = false;
    size_t decisions = 0;
    for (size_t i = item->heading->end_line; i < item->end && item->kind == POL_KIND_MOTION; i++) {
        uint32_t look = pol_split_look(split, i);
        has_edit = has_edit || (has_text && look & POL_LOOK_EDIT && !split->is_furniture[i]);
        has_text = has_text || look & (POL_LOOK_OPENER | POL_LOOK_LOOSE);
        decisions += has_edit && is_decision_line(split, i);
    }
    return decisions >= 2;
}

/* A decision amid the texts, another text behind it: a heading between the two was not found, and
 * nobody can say whose the decision is. */
static void drop_mixed(pol_splitter *split, pol_split_item *item)
{
    enum { LONG = 14 };
    bool has_text = item->heading->inline_text.data != NULL, has_decision = false, is_mixed = false;
    bool has_edit = false, is_open = false, is_foreign = false; /* no amendment's own text */
    bool has_more = false; /* prose behind the decision; another decision behind that */
    size_t start = item->heading->end_line;
    for (size_t i = start; i < item->end && !is_mixed; i++) {
        uint32_t look = pol_split_look(split, i);
        bool is_decision = is_decision_line(split, i);
        bool opens = !split->is_furniture[i] && look & (POL_LOOK_OPENER | POL_LOOK_LOOSE) &&
                     !(look & POL_LOOK_POINT) && !is_decision;
        is_mixed = has_decision && (opens || (has_more && is_decision));
        has_more = has_more || (has_decision && !split->is_furniture[i] && look & POL_LOOK_PROSE &&
                                pol_word_count(split->text->lines[i].text, LONG) == LONG);
        is_mixed = is_mixed || (is_foreign && is_decision);
        is_foreign = is_foreign || (item->kind == POL_KIND_AMENDMENT && opens && has_edit &&
                                    split->text->lines[i].blanks > 0 && !is_open);
        has_edit = has_edit || look & POL_LOOK_EDIT;
        is_open = look & POL_LOOK_OPEN;
        has_decision = has_decision || (has_text && is_decision);
        has_text = has_text || (opens && !split->fields[i]);
    }
    is_mixed = is_mixed || hides_amendment(split, item);
    for (size_t i = start; i < item->end && is_mixed; i++)
        if (is_decision_line(split, i))
            split->is_furniture[i] = true;
    if (is_mixed)
        item->decision = item->section_decision = pol_span_make(NULL, 0);
}

/* The lines that are furniture before any item is read; NULL. */
static bool *keep_furniture(pol_splitter *split)
{
    bool *kept = pol_arena_array(split->arena, split->count + 1, sizeof *kept);
    if (kept)
        memcpy(kept, split->is_furniture, split->count * sizeof *kept);
    else
        pol_splitter_refused(split, split->count + 1);
    return kept;
}

const bool *pol_split_read_heads(pol_splitter *split, pol_split_items *items)
{
    if (!make_items(split, items))
        return NULL;
    pol_split_bind(split, items);
    pol_split_clear_texts(split, items);
    pol_split_read_over(split, items);
    const bool *is_furniture = keep_furniture(split);
    pol_split_mark_recurring(split, items);
    pol_split_keep_clauses(split, items);
    pol_split_settle_rests(split, items);
    pol_split_read_above(split, items);
    for (size_t i = 0; i < items->count; i++) {
        pol_split_read_head(split, &items->items[i]);
        pol_split_settle_head(split, &items->items[i]);
    }
    return is_furniture;
}

/* "Late motion: Flood", "Emergency resolution: Fire": what kind it is, and then the title. */
static void settle_kind_in_title(pol_split_item *item)
{
    static const char *const kinds[] = {
        "late motion", "emergency motion", "late resolution",  "emergency resolution",
        "late remit",  "emergency remit",  "late proposition", "emergency proposition"};
    pol_span rest;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (pol_words_start(item->title, kinds[i], &rest) &&
            pol_span_starts(rest, POL_SPAN(": ")) && pol_span_core(rest).size > 0) {
            item->title = pol_span_trim(pol_span_from(rest, 1));
            if (item->kind == POL_KIND_MOTION)
                item->kind = POL_KIND_EMERGENCY;
            return;
        }
}

static void read_items(pol_splitter *split, pol_split_items *items, const bool *is_furniture)
{
    if (is_furniture && split->places)
        pol_split_read_roles(split, items, is_furniture);
    for (size_t i = 0; i < items->count && split->status == POL_OK; i++)
        pol_split_read_tail(split, items, i);
    pol_split_first_section(split, items);
    spread_sections(items);
    pol_split_settle_names(split, items);
    pol_split_settle_people(split, items);
    pol_split_settle_lists(split, items);
    pol_split_settle_texts(split, items);
    for (size_t i = 0; i < items->count; i++)
        settle_kind_in_title(&items->items[i]);
    pol_split_settle_stated(split, items);
    pol_split_settle_told(split, items);
    for (size_t i = 0; i < items->count; i++)
        drop_mixed(split, &items->items[i]);
    mark_business(split, items);
    for (size_t i = 0; i < items->count; i++)
        items->items[i].kind = kind_by_section(&items->items[i]);
    pol_split_attach(items);
}

/* ---- parts ---- */

static void add_pair(pol_splitter *split, pol_part *part, const char *key, pol_span value,
                     size_t line)
{
    if (!value.size || split->status != POL_OK)
        return;
    pol_pair pair = {pol_span_of(key), value, split->text->lines[line].number, POL_ORIGIN_HEADING};
    split->status = pol_text_add_pair(&part->text, split->arena, pair, split->reterr);
}

/* May the section's decision be the item's? What is said of motions is not said of amendments. */
static bool is_governed(const pol_split_item *item)
{
    return item->kind != POL_KIND_AMENDMENT ||
           pol_span_find_fold(item->section, POL_SPAN("amendment"), 0) != (size_t)-1;
}

/* Does the item's own text say what was decided? Then its section does not. */
static bool has_own_decision(pol_splitter *split, const pol_split_item *item)
{
    for (size_t i = item->body; i < item->end; i++)
        if (!split->is_furniture[i] && pol_split_look(split, i) & POL_LOOK_DECISION)
            return true;
    return item->decision.data != NULL;
}

static void add_pairs(pol_splitter *split, const pol_split_item *item, pol_part *part)
{
    size_t line = item->heading->line;
    add_pair(split, part, "kind", pol_span_of(pol_kind_code((pol_kind)item->kind)), line);
    add_pair(split, part, "number", item->heading->number.printed, line);
    add_pair(split, part, "title", item->title, item->title_line);
    for (size_t i = 0; i < item->mover_count; i++)
        add_pair(split, part,
                 item->movers[i].is_person ? "mover"
                 : item->movers[i].is_sure ? "moving_body"
                                           : "submitted_by",
                 item->movers[i].name, item->movers[i].line);
    add_pair(split, part, "decision", item->decision, item->decision_line);
    if (!item->decision.data && item->section_decision.data && is_governed(item) &&
        !has_own_decision(split, item))
        add_pair(split, part, "decision", item->section_decision, item->section_line);
    add_pair(split, part, "recommendation", item->recommendation, item->recommendation_line);
}

static void add_lines(pol_splitter *split, const pol_split_item *item, pol_part *part)
{
    if (item->heading->inline_text.data) {
        pol_line line = split->text->lines[item->heading->line];
        line.text = item->heading->inline_text;
        line.marker = pol_span_make(NULL, 0);
        line.role = split->text->is_markup ? POL_LINE_PARAGRAPH : POL_LINE_PLAIN;
        split->status = pol_text_add_line(&part->text, split->arena, line, split->reterr);
    }
    bool is_behind_furniture = false;
    for (size_t i = item->body; i < item->end && split->status == POL_OK; i++) {
        if (split->is_furniture[i]) {
            is_behind_furniture = part->text.line_count > 0;
            continue;
        }
        pol_line line = split->text->lines[i];
        if (item->cut_text.data && item->cut_line == i)
            line.text = item->cut_text;
        bool goes_on = is_behind_furniture && line.text.data[0] >= 'a' && line.text.data[0] <= 'z';
        if (goes_on && line.role == POL_LINE_PLAIN)
            line.blanks = 0; /* a sentence over the end of the page */
        is_behind_furniture = false;
        if (i == item->text && !item->title.data && line.role == POL_LINE_HEADING)
            line.role = POL_LINE_PARAGRAPH; /* of the text, and no title */
        split->status = pol_text_add_line(&part->text, split->arena, line, split->reterr);
    }
}

static void add_notes(pol_splitter *split, pol_part *parts, size_t count)
{
    size_t at = 0;
    for (size_t i = 0; i < split->text->note_count && split->status == POL_OK; i++) {
        pol_note note = split->text->notes[i];
        while (at + 1 < count && parts[at + 1].line <= note.line)
            at++;
        split->status = pol_text_add_note(&parts[at].text, split->arena, note, split->reterr);
    }
}

static void make_part(pol_splitter *split, const pol_split_items *items, size_t index,
                      pol_part *part)
{
    const pol_split_item *item = &items->items[index];
    const pol_line *first = &split->text->lines[item->start];
    part->line = first->number;
    part->page = first->page;
    part->section = item->section;
    part->text.encoding = split->text->encoding;
    part->text.page_count = split->text->page_count;
    part->text.is_markup = split->text->is_markup;
    add_pairs(split, item, part);
    add_lines(split, item, part);
    pol_split_relate(split, items, index, part);
}

void pol_split_cut(pol_splitter *split, pol_split *result)
{
    pol_split_items items = {0};
    const bool *is_furniture = pol_split_read_heads(split, &items);
    if (!items.items)
        return;
    if (items.count > POL_PARTS_MAX) {
        split->status = pol_fail(split->reterr, POL_LIMIT, 0,
                                 "more than %d motions in one file: divide it", POL_PARTS_MAX);
        return;
    }
    read_items(split, &items, is_furniture);
    size_t first = items.items[0].start;
    pol_part *parts = pol_arena_array(split->arena, items.count, sizeof *parts);
    if (!parts) {
        pol_splitter_refused(split, items.count * sizeof *parts);
        return;
    }
    size_t count = 0;
    for (size_t i = 0; i < items.count && split->status == POL_OK; i++)
        if (!items.items[i].is_business)
            make_part(split, &items, i, &parts[count++]);
    add_notes(split, parts, count);
    if (split->status != POL_OK || count < 2) /* what is left is one document */
        return;
    result->parts = parts;
    result->part_count = count;
    result->head.lines = split->text->lines;
    result->head.line_count = result->head.line_capacity = first;
    result->head.encoding = split->text->encoding;
    result->head.page_count = split->text->page_count;
    result->head.is_markup = split->text->is_markup;
}
