/* head.c - the lines between a heading and its text: the rest of the title, who moves,
 * what was decided, what the executive thinks of it. */
#include "document/openers.h"
#include "document/recognise/submitters.h"
#include "document/split/items.h"

enum { HEAD_LINES = 12, WIDE_LINE = 60, FULL_LINE = 36, TITLE_WORDS = 30, LOOSE_WORDS = 7 };

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* "22.  Sheffield Tramways": without a number, which is the heading's where that has none;
 * "Amendment - Croydon", "Resolution submitted by Leeds": without the noun. */
static pol_span without_front(pol_split_item *item, pol_span name)
{
    enum { FRONT_WORDS = 3 };
    pol_split_number number;
    pol_split_noun noun;
    pol_span rest, after = name;
    bool is_marked = pol_split_number_parse(name, false, &number, &rest) && rest.size > 1 &&
                     strchr(".)", rest.data[0]) && rest.data[1] == ' ';
    if (is_marked && !item->heading->number.printed.data && item->kind != POL_KIND_AMENDMENT)
        item->heading->number = number;
    name = is_marked ? pol_span_core(rest) : name;
    if (!pol_split_noun_read(name, &noun, &rest))
        return name;
    for (int i = 0; i < FRONT_WORDS && pol_word_next(&after).data; i++)
        if (pol_words_start(after, "submitted by", &rest) ||
            pol_words_start(after, "proposed by", &rest) ||
            pol_words_start(after, "moved by", &rest))
            return pol_span_core(rest);
    rest = pol_span_trim(rest);
    bool is_dashed = pol_span_starts(rest, POL_SPAN("- ")) ||
                     pol_span_starts(rest, POL_SPAN("\u2013 ")) ||
                     pol_span_starts(rest, POL_SPAN("\u2014 "));
    return is_dashed && pol_span_core(rest).size > 0 ? pol_span_core(rest) : name;
}

/* "Branch Committee, seconded by Estates stewards": the first, and the other as a mover, too. */
static pol_span without_seconder(pol_split_item *item, pol_span name, uint32_t line, bool is_person)
{
    static const char mark[] = ", seconded by ";
    size_t at = pol_span_find_fold(name, POL_SPAN(", seconded by "), 0);
    if (at == (size_t)-1 || at == 0)
        return name;
    pol_split_add_mover(item, pol_span_from(name, at + sizeof mark - 1), line, is_person);
    return pol_span_first(name, at);
}

void pol_split_add_mover(pol_split_item *item, pol_span name, uint32_t line, bool is_person)
{
    pol_span rest;
    name = without_front(item, pol_span_core(name));
    name = without_seconder(item, name, line, is_person);
    if (pol_words_start(name, "the", &rest))
        name = pol_span_trim(rest);
    pol_span last = pol_word_last(name);
    if (pol_word_is_any(last, "moved seconded proposed") && last.data > name.data) {
        name = pol_span_core(pol_span_first(name, (size_t)(last.data - name.data)));
        is_person = is_person || !pol_split_is_body_name(name); /* "Del. Rossi seconded" */
    }
    bool is_number = name.size > 0 && name.data[0] <= '9' && pol_word_count(name, 2) < 2;
    if (name.size > 0 && !is_number && !pol_split_is_crowd(name) &&
        item->mover_count < POL_SPLIT_MOVERS_MAX)
        item->movers[item->mover_count++] = (pol_split_mover){name, line, is_person, false};
}

void pol_split_add_movers(pol_split_item *item, const pol_split_parts *parts, uint32_t line)
{
    pol_span names[POL_SPLIT_MOVERS_MAX];
    if (!parts->mover.data)
        return;
    size_t count = pol_split_bodies(parts->mover, names, POL_SPLIT_MOVERS_MAX);
    for (size_t i = 0; i < count; i++)
        pol_split_add_mover(item, names[i], line, false);
    if (count == 0)
        pol_split_add_mover(item, parts->mover, line, parts->is_mover_person);
}

static bool starts_small(pol_span text)
{
    return text.size > 0 && text.data[0] >= 'a' && text.data[0] <= 'z';
}

/* A title that ends so is not at its end. */
static bool is_cut(pol_span title)
{
    return pol_word_is_any(pol_word_last(title), "for and of the to in a an on with or by from "
                                                 "at our & their its") ||
           pol_ends_in(title, ",-&/");
}

/* Does the title stand in a column of its own, and the line below at the left of it? */
static bool is_in_column(const pol_line *title, const pol_line *below)
{
    enum { GAP = 6 };
    size_t gap = 0;
    for (size_t i = 0; title && i < title->text.size; i++) {
        gap = title->text.data[i] == ' ' ? gap + 1 : 0;
        if (gap >= GAP)
            return below->indent < title->indent + i;
    }
    return false;
}

/* Does the title go on in `line`? */
static bool goes_on(pol_splitter *split, pol_span title, size_t before, size_t line)
{
    const pol_line *source = source_of(split, line);
    uint32_t look = pol_split_look(split, line);
    if (source->role == POL_LINE_CELL || source->role == POL_LINE_HEADING ||
        source->text.size > POL_SPLIT_LINE_BYTES || source->blanks > 0 ||
        (source->role != POL_LINE_PLAIN) || title.size == 0)
        return false;
    if (look & (POL_LOOK_MOVER | POL_LOOK_DECISION | POL_LOOK_ADVICE | POL_LOOK_STATUS |
                POL_LOOK_PARENTS | POL_LOOK_OPENER | POL_LOOK_POINT | POL_LOOK_EDIT))
        return false;
    if (starts_small(source->text))
        return !pol_ends_sentence(source->text) || source->text.size < WIDE_LINE;
    if (look & POL_LOOK_PROSE)
        return false;
    if (is_in_column(before < split->count ? source_of(split, before) : NULL, source))
        return false;
    bool are_loud = (look & POL_LOOK_SHOUT) && (pol_split_look(split, before) & POL_LOOK_SHOUT) &&
                    source_of(split, before)->text.size >= FULL_LINE;
    return are_loud || is_cut(title) || source_of(split, before)->text.size >= WIDE_LINE;
}

static pol_span join(pol_splitter *split, pol_span a, pol_span b)
{
    char *made = pol_arena_alloc(split->arena, a.size + b.size + 2);
    if (!made) {
        pol_splitter_refused(split, a.size + b.size + 2);
        return a;
    }
    if (a.size)
        memcpy(made, a.data, a.size);
    made[a.size] = ' ';
    memcpy(made + a.size + 1, b.data, b.size);
    return pol_span_make(made, a.size + 1 + b.size);
}

/* A heading over two lines is read again as one. Returns the line behind it. */
static size_t read_wrapped(pol_splitter *split, pol_split_heading *heading)
{
    enum { MORE_LINES = 2 };
    size_t before = heading->end_line - 1, line = pol_split_next(split, heading->end_line);
    pol_span rest = heading->rest;
    bool is_wrapped = false;
    for (int i = 0; i < MORE_LINES && line < split->count && goes_on(split, rest, before, line) &&
                    !heading->parts.mover.data && (heading->parts.title.size > 0 || !rest.size);
         i++) {
        rest = join(split, rest, source_of(split, line)->text);
        before = line;
        split->is_furniture[line] = is_wrapped = true;
        line = pol_split_next(split, line + 1);
        pol_split_parts parts = {.target = heading->parts.target};
        pol_split_rest_read(rest, &parts);
        heading->parts = parts;
    }
    if (is_wrapped)
        heading->rest = rest;
    return line;
}

static void take_parts(pol_split_item *item)
{
    const pol_split_parts *parts = &item->heading->parts;
    uint32_t line = item->heading->line;
    if (!(item->kind == POL_KIND_AMENDMENT && pol_words_equal(parts->title, "amendment")))
        item->title = parts->title;
    item->decision = parts->decision;
    item->recommendation = parts->recommendation;
    item->parents = parts->parents;
    item->title_line = item->decision_line = item->recommendation_line = item->parents_line = line;
    pol_split_add_movers(item, parts, line);
}

/* Lines that name people are the recogniser's to read. The list of names may run on in the
 * next line. */
static bool take_mover_line(pol_splitter *split, pol_split_item *item, size_t line)
{
    enum { NAMES = 12 };
    pol_span names[NAMES], text = source_of(split, line)->text;
    size_t next = pol_split_next(split, line + 1), count = 0;
    if (text.size > POL_SPLIT_LINE_BYTES)
        return false;
    bool runs_on = next < item->end && source_of(split, next)->blanks == 0 &&
                   source_of(split, next)->role == POL_LINE_PLAIN &&
                   source_of(split, next)->text.size <= POL_SPLIT_LINE_BYTES &&
                   (is_cut(text) || starts_small(source_of(split, next)->text));
    if (runs_on && pol_split_look(split, line) & POL_LOOK_MOVER)
        count = pol_split_bodies(join(split, text, source_of(split, next)->text), names, NAMES);
    if (count > 0)
        split->is_furniture[next] = true;
    else
        count = pol_split_bodies(text, names, NAMES);
    pol_span first = pol_first_sentence(text); /* "Proposed by the Board. Two thirds needed." */
    if (count == 0 && first.size < text.size && pol_split_look(split, line) & POL_LOOK_MOVER &&
        !pol_words_start(pol_span_from(text, first.size), "second", NULL))
        count = pol_split_bodies(pol_span_core(first), names, NAMES);
    for (size_t i = 0; i < count; i++)
        pol_split_add_mover(item, names[i], (uint32_t)line, false);
    size_t colon = pol_span_find(text, POL_SPAN(": "), 0); /* "From: Tyne and Wear" */
    if (count == 0 && colon != (size_t)-1 && colon > 0 &&
        pol_split_field_of(pol_span_first(text, colon)) == POL_FIELD_MOVER &&
        pol_span_starts_fold(text, POL_SPAN("from"))) {
        pol_split_add_names(item, pol_span_trim(pol_span_from(text, colon + 1)), (uint32_t)line);
        return true;
    }
    if (count == 0 && colon != (size_t)-1 && colon > 0 && /* "Movers: Twenty-one members" */
        pol_split_field_of(pol_span_first(text, colon)) == POL_FIELD_MOVER &&
        pol_split_is_crowd(pol_span_from(text, colon + 1)))
        return true;
    pol_span name; /* "from East Anglia", told by its place */
    bool is_from = count == 0 && pol_split_look(split, line) & POL_LOOK_MOVER &&
                   (pol_words_start(text, "from", &name) || pol_words_start(text, "by", &name));
    if (is_from)
        pol_split_add_names(item, pol_span_trim(name), (uint32_t)line);
    return count > 0 || is_from;
}

/* "Moved by Bro. A. Lark, seconded by Sis. P. Wren.": people, in words that the recogniser
 * does not read as a whole. */
bool pol_split_take_people(pol_splitter *split, pol_split_item *item, size_t line)
{
    static const char *const starts[] = {"moved by", "proposed by", "seconded by",
                                         "mover",    "proposer",    "seconder",
                                         "moved",    "proposed",    "seconded"};
    pol_span text = source_of(split, line)->text, rest, value;
    pol_submitter_hint hint;
    if (text.size > POL_SPLIT_LINE_BYTES || pol_word_count(text, 26) > 25 ||
        (pol_submitter_sentence(text, &value, &hint) &&
         pol_span_find(text, POL_SPAN(". "), 0) == (size_t)-1))
        return false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        if (!pol_words_start(text, starts[i], &rest))
            continue;
        pol_span name = pol_span_core(rest);
        if (!pol_word_is_capital(name))
            return false;
        size_t end = pol_span_find(name, POL_SPAN(", second"), 0);
        end = end == (size_t)-1 ? pol_span_find(name, POL_SPAN("; second"), 0) : end;
        pol_split_add_mover(item, pol_span_first(name, end), (uint32_t)line, true);
        split->is_furniture[line] = true;
        return true;
    }
    return false;
}

/* Does a paragraph start here, though its first line is short: it runs on over lines as
 * typed to the end of a sentence? */
static bool is_paragraph(pol_splitter *split, size_t line, size_t end)
{
    enum { LINES = 4 };
    size_t last = line;
    if (source_of(split, line)->role != POL_LINE_PLAIN)
        return false;
    if (line + 1 < end && pol_split_look(split, line) & POL_LOOK_SHOUT &&
        !(pol_split_look(split, line + 1) & POL_LOOK_SHOUT))
        return false; /* "HEADSETS" right over the text */
    while (
        last + 1 < end && last < line + LINES && source_of(split, last + 1)->blanks == 0 &&
        source_of(split, last + 1)->role == POL_LINE_PLAIN && !split->is_furniture[last + 1] &&
        !(pol_split_look(split, last + 1) & (POL_LOOK_MOVER | POL_LOOK_DECISION | POL_LOOK_ADVICE |
                                             POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_LOOSE)))
        last++;
    if (last == line)
        return false;
    return last >= line + LINES || pol_ends_sentence(source_of(split, last)->text);
}

static bool is_title(pol_splitter *split, size_t line, uint32_t look)
{
    const pol_line *source = source_of(split, line);
    if (look & POL_LOOK_PROSE || pol_ends_in(source->text, ":;,") ||
        pol_word_count(source->text, TITLE_WORDS + 1) > TITLE_WORDS)
        return false;
    return source->role == POL_LINE_HEADING || source->is_strong || source->role == POL_LINE_CELL ||
           pol_word_is_capital(pol_span_core(source->text));
}

/* "Title: Mugs", "Subject: Mugs". */
static pol_span title_of(pol_span text)
{
    static const char *const labels[] = {
        "motion title:", "title:", "re:", "subject:", "topic:", "heading:"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pol_span_starts_fold(text, pol_span_of(labels[i])))
            return pol_span_trim(pol_span_from(text, strlen(labels[i])));
    pol_span rest; /* "Subject  Mugs", in columns */
    bool has_label =
        pol_words_start(text, "subject", &rest) || pol_words_start(text, "title", &rest);
    return has_label && pol_span_starts(rest, POL_SPAN("  ")) ? pol_span_trim(rest) : text;
}

static void take_title(pol_splitter *split, pol_split_item *item, size_t *line)
{
    pol_split_parts parts = {0};
    pol_span title = title_of(source_of(split, *line)->text);
    size_t next = pol_split_next(split, *line + 1), before = *line;
    item->title_line = (uint32_t)*line;
    split->is_furniture[*line] = true;
    while (next < split->count && next < item->end && goes_on(split, title, before, next)) {
        title = join(split, title, source_of(split, next)->text);
        split->is_furniture[next] = true;
        before = next;
        next = pol_split_next(split, next + 1);
    }
    pol_split_rest_read(title, &parts);
    item->title = parts.title.data ? parts.title : title;
    pol_split_add_movers(item, &parts, item->title_line);
    if (parts.decision.data && !item->decision.data) {
        item->decision = parts.decision;
        item->decision_line = item->title_line;
    }
    if (parts.parents.data && !item->parents.data)
        item->parents = parts.parents;
    if (parts.recommendation.data && !item->recommendation.data)
        item->recommendation = parts.recommendation;
}

/* One column of a line: who moves, a stance, what was decided. */
static bool take_column(pol_split_item *item, pol_span piece, size_t line)
{
    pol_span advice = pol_split_advice(piece);
    if (advice.data) {
        if (!item->recommendation.data) {
            item->recommendation = advice;
            item->recommendation_line = (uint32_t)line;
        }
        return true;
    }
    if (pol_split_is_decision(piece)) {
        if (!item->decision.data) {
            item->decision = pol_span_core(piece);
            item->decision_line = (uint32_t)line;
        }
        return true;
    }
    if (!pol_split_is_body_piece(piece) && !pol_split_ends_as_body(piece))
        return false;
    pol_split_add_mover(item, piece, (uint32_t)line, false);
    return true;
}

/* "London Platform Branch            Support": columns with nothing over them. */
static bool take_columns(pol_splitter *split, pol_split_item *item, size_t line)
{
    enum { GAP = 4, COLUMNS = 3 };
    pol_span rest = source_of(split, line)->text, pieces[COLUMNS];
    size_t count = 0, gap = 0, start = 0;
    if (rest.size > POL_SPLIT_LINE_BYTES)
        return false;
    for (size_t i = 0; i <= rest.size; i++) {
        bool is_space = i < rest.size && rest.data[i] == ' ';
        bool is_end = i == rest.size || (!is_space && gap >= GAP);
        if (is_end && count == COLUMNS)
            return false;
        if (is_end) {
            pieces[count++] = pol_span_trim(pol_span_make(rest.data + start, i - start));
            start = i;
        }
        gap = is_space ? gap + 1 : 0;
    }
    if (count < 2)
        return false;
    pol_split_item before = *item;
    bool is_told = false; /* "Cleaners' Union      Conference 2030" is a running head */
    for (size_t i = 0; i < count; i++) {
        is_told = is_told || pol_split_advice(pieces[i]).data || pol_split_is_decision(pieces[i]);
        if (!take_column(item, pieces[i], line)) {
            *item = before;
            return false;
        }
    }
    if (!is_told)
        *item = before;
    return is_told;
}

/* One line of the head; true if it was taken. */
static bool take_line(pol_splitter *split, pol_split_item *item, size_t line, uint32_t look)
{
    pol_span text = source_of(split, line)->text;
    if (look & POL_LOOK_DECISION && !item->decision.data) {
        pol_span said = pol_split_is_decision(text) ? text : pol_split_vote_decision(text);
        said = said.data ? said : pol_split_loose_decision(text);
        item->decision = pol_span_core(said.data ? said : text);
        item->decision_line = (uint32_t)line;
        return true;
    }
    pol_span numbers[POL_SPLIT_PARENTS_MAX];
    bool is_list = item->kind == POL_KIND_COMPOSITE && /* "[3, 7 and 12]" */
                   pol_split_read_parents(text, true, numbers, POL_SPLIT_PARENTS_MAX) > 1;
    if ((look & POL_LOOK_PARENTS || is_list) && !item->parents.data) {
        item->parents = text;
        item->parents_line = (uint32_t)line;
        return true;
    }
    if (look & POL_LOOK_STATUS || pol_split_is_crowd(text))
        return true;
    if (look & POL_LOOK_ADVICE && !item->recommendation.data) {
        item->recommendation = pol_split_advice(text);
        item->recommendation_line = (uint32_t)line;
        return true;
    }
    bool is_list_of_names = memchr(text.data, ';', text.size) && pol_split_are_names(text) &&
                            (item->title.data || item->kind == POL_KIND_AMENDMENT);
    if (is_list_of_names) { /* "Glasgow Freelance; Brussels" */
        pol_split_list_names(item, text, (uint32_t)line, false);
        return true;
    }
    if (take_columns(split, item, line))
        return true;
    pol_span inner = pol_split_unbracket(text); /* "(North Shires libraries branch)" */
    bool is_bracketed = inner.size < pol_span_trim(text).size && item->mover_count == 0 &&
                        (pol_split_are_names(inner) || pol_split_ends_as_body(inner));
    if (is_bracketed) {
        pol_split_list_names(item, inner, (uint32_t)line, false);
        return true;
    }
    return take_mover_line(split, item, line);
}

/* A label on a line or in a cell of its own, its value in the next. */
static bool take_labelled(pol_splitter *split, pol_split_item *item, size_t *line)
{
    static const char titles[] = "title subject topic heading";
    static const char movers[] = "submitted moved mover proposer proposed branch body region from "
                                 "submitting proposing seconder";
    pol_span label = source_of(split, *line)->text;
    size_t value = pol_split_next(split, *line + 1);
    bool is_text = pol_ends_in(label, ":") && pol_split_field_of(label) == POL_FIELD_TEXT &&
                   pol_word_count(label, 4) < 4; /* "Resolution text:" */
    if (!pol_split_is_label(label) && !is_text)
        return false;
    split->is_furniture[*line] = true;
    if (is_text || value >= item->end || pol_split_is_label(source_of(split, value)->text))
        return true;
    pol_span rest = label, first = pol_word_next(&rest), text = source_of(split, value)->text;
    if (pol_word_is_any(first, titles) || pol_word_is(pol_word_last(label), "title")) {
        *line = value;
        take_title(split, item, line);
    } else if (pol_word_is_any(first, movers) && text.size <= POL_SPLIT_LINE_BYTES) {
        split->is_furniture[value] = true;
        if (!take_mover_line(split, item, value))
            pol_split_add_mover(item, text, (uint32_t)value, !pol_split_is_body_piece(text));
        *line = value;
    }
    return true;
}

/* "Decision on the proposal: carried" behind its amendment, "Carried as amended" there: what is
 * said of the motion is put as a sentence that names it. */
static bool is_of_other(pol_splitter *split, const pol_split_item *item, size_t line)
{
    pol_span text = source_of(split, line)->text, printed = split->printed[line].text;
    pol_span label = pol_span_first(printed, pol_span_find(printed, POL_SPAN(":"), 0)), word;
    bool is_named = false;
    if (item->kind != POL_KIND_AMENDMENT)
        return false;
    for (pol_span rest = pol_span_first(label, POL_SPLIT_LINE_BYTES);
         (word = pol_word_next(&rest)).data;)
        is_named =
            is_named || pol_word_is_any(word, "motion proposal resolution proposition substantive");
    pol_span said = pol_split_labelled_decision(text);
    if (is_named && said.data)
        split->lines[line].text = join(split, POL_SPAN("Motion"), said);
    split->looks[line] = is_named ? 0 : split->looks[line];
    return is_named || pol_span_find_fold(text, POL_SPAN("as amended"), 0) != (size_t)-1;
}

/* What labels name, wherever it stands in the item. */
static void take_fields(pol_splitter *split, pol_split_item *item)
{
    for (size_t i = item->body; i < item->end; i++) {
        pol_span text = source_of(split, i)->text;
        if (split->fields[i] == POL_FIELD_NONE || split->is_furniture[i])
            continue;
        if (split->fields[i] == POL_FIELD_DECISION && is_of_other(split, item, i)) {
            split->fields[i] = POL_FIELD_NONE; /* the tail's to read */
            continue;
        }
        split->is_furniture[i] = true;
        switch (split->fields[i]) {
        case POL_FIELD_TITLE:
            if (!item->title.size && item->kind != POL_KIND_AMENDMENT) {
                size_t line = i;
                take_title(split, item, &line);
            }
            break;
        case POL_FIELD_MOVER:
            if (text.size <= POL_SPLIT_LINE_BYTES && !take_mover_line(split, item, i))
                pol_split_add_names(item, text, (uint32_t)i);
            break;
        case POL_FIELD_DECISION:
            if (!item->decision.data) {
                size_t open = pol_span_find(text, POL_SPAN(" ("), 0); /* "Lost (81 to 139)" */
                if (open != (size_t)-1 && pol_split_is_decision(pol_span_first(text, open)))
                    text = pol_span_first(text, open);
                pol_span said = pol_split_labelled_decision(text);
                item->decision = pol_span_core(said.data ? said : text);
                item->decision_line = (uint32_t)i;
            }
            break;
        case POL_FIELD_ADVICE:
            if (!item->recommendation.data && text.size <= POL_SPLIT_LINE_BYTES) {
                item->recommendation = pol_span_core(text);
                item->recommendation_line = (uint32_t)i;
            }
            break;
        default:
            break;
        }
    }
}

/* "PORTERS' LODGES" over "Submitted by the Lodge Porters' Branch": a name is no mover where a label
 * names another. */
static bool stands_for_title(pol_splitter *split, const pol_split_item *item, size_t line,
                             uint32_t look)
{
    size_t next = pol_split_next(split, line + 1);
    if (item->title.data || item->kind == POL_KIND_AMENDMENT || !(look & POL_LOOK_MOVER) ||
        next >= item->end || !pol_split_is_body_name(source_of(split, line)->text) ||
        line != pol_split_next(split, item->heading->end_line))
        return false;
    pol_span text = source_of(split, next)->text;
    return pol_split_look(split, next) & POL_LOOK_MOVER && !pol_split_is_body_name(text) &&
           (pol_words_start(text, "submitted by", NULL) ||
            pol_words_start(text, "proposed by", NULL) || pol_words_start(text, "moved by", NULL));
}

/* "Mover to be announced." */
static bool is_announced(pol_span text)
{
    return pol_span_find_fold(text, POL_SPAN("to be announced"), 0) != (size_t)-1 ||
           pol_span_find_fold(text, POL_SPAN("to be confirmed"), 0) != (size_t)-1;
}

/* No label, and no place in the rules: "Rule 8, Clause 3, Line 4". */
static bool may_be_name(pol_span text)
{
    pol_span rest = text, first = pol_word_next(&rest);
    return pol_span_find(text, POL_SPAN(":"), 0) == (size_t)-1 &&
           !pol_word_is_any(first, "rule rules article clause section standing bye-law paragraph "
                                   "line page background preamble introduction context rationale "
                                   "summary synopsis explanation");
}

/* "leave out “ten”. Carried, 21 to 19.": the sentence that ends it; not one that is quoted. */
static void take_last_result(pol_split_item *item)
{
    pol_span *text = &item->heading->inline_text, last = pol_last_sentence(*text);
    if (item->decision.data || item->kind != POL_KIND_AMENDMENT || last.size == 0 ||
        last.size >= text->size || !pol_ends_in(last, ".") || !pol_word_is_capital(last) ||
        pol_word_next(&(pol_span){last.data, last.size}).data != last.data)
        return;
    pol_span said = pol_split_result(last);
    if (!said.data)
        return;
    item->decision = said;
    item->decision_line = item->heading->line;
    *text = pol_span_trim(pol_span_first(*text, (size_t)(last.data - text->data)));
}

/* "leave out “ten” - lost": the decision that ends the text of an amendment on its heading's
 * line. */
static void take_inline_decision(pol_split_item *item)
{
    static const char *const dashes[] = {" - ", " \u2013 ", " \u2014 "};
    pol_span *text = &item->heading->inline_text;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        for (size_t from = 0, at;
             (at = pol_span_find(*text, pol_span_of(dashes[i]), from)) != (size_t)-1;
             from = at + 1) {
            pol_span said = pol_span_core(pol_span_from(*text, at + strlen(dashes[i])));
            if (item->decision.data || item->kind != POL_KIND_AMENDMENT ||
                !pol_split_is_decision(said))
                continue;
            item->decision = said;
            item->decision_line = item->heading->line;
            *text = pol_span_trim(pol_span_first(*text, at));
            return;
        }
}

/* "Submitted by the board", "Proposed by the residents of Block A:": in words that no name is made
 * of, under the heading. */
static void take_small_mover(pol_splitter *split, pol_split_item *item, size_t line)
{
    enum { WORDS = 9 };
    static const char *const labels[] = {"submitted by", "proposed by",    "moved by",
                                         "tabled by",    "put forward by", "received from",
                                         "brought by",   "sponsored by"};
    pol_span text = source_of(split, line)->text, rest, name = {NULL, 0}, bare;
    for (size_t i = 0; i < sizeof labels / sizeof *labels && !name.data; i++)
        if (text.size <= POL_SPLIT_LINE_BYTES && pol_words_start(text, labels[i], &rest))
            name = pol_span_core(rest);
    if (!name.data || !pol_words_start(name, "the", &bare) ||
        pol_word_count(name, WORDS + 1) > WORDS || memchr(name.data, ',', name.size) ||
        memchr(name.data, '(', name.size))
        return;
    pol_split_add_mover(item, pol_span_trim(bare), (uint32_t)line, false);
    split->is_furniture[line] = true;
}

/* "Brought by: Postgraduate Rep": a label that the recogniser does not know; whoever it is stays
 * a person. */
static void take_unread_mover(pol_splitter *split, pol_split_item *item, size_t line)
{
    pol_span text = source_of(split, line)->text, value;
    pol_submitter_hint hint;
    size_t colon = pol_span_find(text, POL_SPAN(": "), 0);
    take_small_mover(split, item, line);
    if (!split->is_furniture[line] && text.size <= POL_SPLIT_LINE_BYTES &&
        !pol_submitter_sentence(text, &value, &hint) &&
        (pol_words_start(text, "moved by", &value) ||
         pol_words_start(text, "proposed by", &value))) {
        static const char *const ends[] = {";", ",", ". ", " and seconded", " seconded"};
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            value = pol_span_first(value, pol_span_find(value, pol_span_of(ends[i]), 0));
        if (pol_word_is_capital(pol_span_core(value)))
            pol_split_add_mover(item, pol_span_core(value), (uint32_t)line, true);
        split->is_furniture[line] = true;
    }
    if (split->is_furniture[line] || colon == (size_t)-1 || colon == 0 ||
        text.size > POL_SPLIT_LINE_BYTES || pol_submitter_sentence(text, &value, &hint) ||
        pol_split_field_of(pol_span_first(text, colon)) != POL_FIELD_MOVER)
        return;
    pol_split_add_mover(item, pol_span_trim(pol_span_from(text, colon + 1)), (uint32_t)line, true);
    split->is_furniture[line] = true;
}

/* "'That the Synod", and no quote that closes it: a text starts. */
static bool opens_quote(pol_span text)
{
    static const char *const ends[] = {"'", "\"", "\u2019", "\u201D"};
    pol_span bare = pol_span_unquote(text), core = text;
    while (core.size > 0 && strchr(".;, ", core.data[core.size - 1]))
        core.size--;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (pol_span_ends(core, pol_span_of(ends[i])))
            return false;
    return bare.data != pol_span_trim(text).data && pol_words_start(bare, "that", NULL);
}

/* Lines that minutes tell before the text in quotes; false where there are none. */
static bool drop_told(pol_splitter *split, const pol_split_item *item, size_t line)
{
    size_t quote = pol_split_find_quote(split, item, line);
    for (; quote != POL_SPLIT_NOWHERE && line < quote; line++)
        split->is_furniture[line] = true;
    return quote != POL_SPLIT_NOWHERE;
}

/* Short lines that nothing tells, right over a line that opens a text: of the head, whatever they
 * say. */
static void skip_to_start(pol_splitter *split, pol_split_item *item, size_t line)
{
    enum { LINES = 5, BYTES = 110, STARTS = POL_LOOK_OPENER | POL_LOOK_LOOSE };
    size_t at = line, count = 0;
    for (; at < item->end && count <= LINES; at = pol_split_next(split, at + 1), count++) {
        const pol_line *source = source_of(split, at);
        uint32_t look = pol_split_look(split, at);
        bool opens = look & STARTS || pol_span_unquote(source->text).data != source->text.data;
        if (opens && pol_word_is_capital(pol_span_core(source->text)))
            break;
        if (pol_opener_is_bare_subject(source->text))
            return;
        if (look & (POL_LOOK_PROSE | POL_LOOK_POINT | POL_LOOK_EDIT | POL_LOOK_DECISION) ||
            source->text.size > BYTES || source->marker.size > 0 ||
            source->role == POL_LINE_HEADING || source->role == POL_LINE_CELL ||
            pol_ends_in(source->text, ":;,") ||
            !may_be_name(
                pol_span_first(source->text, pol_span_find(source->text, POL_SPAN(":"), 0))))
            return;
    }
    for (; line < at && count > 0 && count <= LINES && at < item->end; line++)
        if (line != item->loose_head && !(pol_split_look(split, line) & POL_LOOK_MOVER) &&
            pol_span_find(source_of(split, line)->text, POL_SPAN(": "), 0) == (size_t)-1)
            split->is_furniture[line] = true;
}

void pol_split_read_head(pol_splitter *split, pol_split_item *item)
{
    pol_split_heading *heading = item->heading;
    item->loose_head = item->loose_tail = POL_SPLIT_NOWHERE;
    item->body = heading->end_line;
    if (heading->inline_text.data) {
        take_parts(item);
        take_fields(split, item);
        take_inline_decision(item);
        take_last_result(item);
        if (drop_told(split, item, pol_split_next(split, item->body)))
            heading->inline_text = pol_span_make(NULL, 0);
        return;
    }
    size_t line = read_wrapped(split, heading);
    take_parts(item);
    take_fields(split, item);
    line = pol_split_next(split, line);
    bool may_have_title = item->kind != POL_KIND_AMENDMENT;
    for (size_t seen = 0; line < item->end && seen < HEAD_LINES;
         line = pol_split_next(split, line + 1), seen++) {
        uint32_t look = pol_split_look(split, line);
        if (pol_split_take_sources(split, item, line) ||
            pol_split_take_announced(split, item, line))
            continue;
        if (look & POL_LOOK_PROSE || opens_quote(source_of(split, line)->text)) {
            drop_told(split, item, line);
            break;
        }
        if (take_labelled(split, item, &line))
            continue;
        if (is_announced(source_of(split, line)->text)) {
            split->is_furniture[line] = true;
        } else if (stands_for_title(split, item, line, look)) {
            take_title(split, item, &line);
        } else if (take_line(split, item, line, look)) {
            split->is_furniture[line] = true;
        } else if (look & POL_LOOK_MOVER) {
            if (!pol_split_take_party(split, item, line)) /* else the recogniser reads it */
                take_unread_mover(split, item, line);
        } else if (is_paragraph(split, line, item->end)) {
            break;
        } else if (!item->title.data && may_have_title && is_title(split, line, look)) {
            take_title(split, item, &line);
        } else if (item->loose_head == POL_SPLIT_NOWHERE && look & POL_LOOK_NAME &&
                   may_be_name(source_of(split, line)->text) &&
                   pol_word_count(source_of(split, line)->text, LOOSE_WORDS + 1) <= LOOSE_WORDS) {
            item->loose_head = (uint32_t)line;
        } else {
            break;
        }
    }
    skip_to_start(split, item, line);
}
