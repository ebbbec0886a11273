/* govern.c - headings of sections between the items, "Motions not reached", "PART TWO", "Appendix":
 * where they end an item, and what they decide for all that stands under them. */
#include "document/recognise/decision.h"
#include "document/split/items.h"

enum { SECTION_WORDS = 14 };

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

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

bool pol_split_stands_out(pol_splitter *split, size_t line)
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
    return source->blanks > 0 || pol_split_stands_out(split, line) ||
           (line > 0 && (split->is_furniture[line - 1] || /* under a rule */
                         is_part_alone(source_of(split, line - 1)->text)));
}

/* "NOT DEBATED IN 2031" right over sentences: it governs what is below it. */
static bool governs(pol_splitter *split, const pol_split_item *item, size_t line)
{
    size_t below = pol_split_next(split, line + 1);
    if (source_of(split, line)->blanks == 0 || !pol_split_stands_out(split, line) ||
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
bool pol_split_governs_list(pol_splitter *split, const pol_split_items *items, size_t index,
                            size_t line, size_t limit)
{
    enum { LOOKED_AT = 60 };
    const pol_split_item *item = &items->items[index];
    if (item->end >= limit || pol_split_next(split, line + 1) < item->end ||
        source_of(split, line)->blanks == 0 || !pol_split_stands_out(split, line) ||
        !(pol_split_look(split, line) & POL_LOOK_DECISION))
        return false;
    for (size_t i = index, seen = 0; i-- > 0 && seen < LOOKED_AT; seen++)
        if (pol_split_is_decided(split, &items->items[i]))
            return false;
    return true;
}

/* A heading of the markup that is no item's and of no lower rank than the items'. */
bool pol_split_is_break(pol_splitter *split, const pol_split_item *item, size_t line)
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
            (pol_split_stands_out(split, line) || source->blanks > 1));
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
void pol_split_take_section(pol_splitter *split, pol_split_items *items, size_t next, size_t from,
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
        if (decision.data && memchr(text.data, '(', text.size) && !pol_split_stands_out(split, i))
            continue; /* "Remitted (For 79, against 10)" is said of the one above */
        if (decision.data && !may_govern(split, items, i))
            continue;
        item->section = pol_span_core(split->printed[i].text);
        item->section_line = (uint32_t)i;
        item->section_decision = decision;
    }
}

/* Is the next item's section named here rather than this one's mover? */
bool pol_split_is_section(pol_splitter *split, const pol_split_item *item, size_t line, size_t end)
{
    pol_span text = source_of(split, line)->text;
    uint32_t look = pol_split_look(split, line);
    if (!may_be_section(split, line))
        return false;
    if (governing_decision(text).data && starts_with_items(text))
        return pol_split_next(split, line + 1) >= end;
    if (governing_decision(text).data)
        return pol_split_stands_out(split, line) && pol_split_next(split, line + 1) >= end &&
               (has_section_word(text) || source_of(split, line)->role == POL_LINE_HEADING ||
                source_of(split, line)->blanks > 1);
    if (pol_split_stands_out(split, line) || has_section_word(text))
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
bool pol_split_is_governing(pol_splitter *split, const pol_split_items *items, size_t index,
                            size_t line)
{
    return pol_split_look(split, line) & POL_LOOK_DECISION && pol_split_stands_out(split, line) &&
           source_of(split, line)->blanks > 0 && is_governed(items, index);
}

void pol_split_first_section(pol_splitter *split, pol_split_items *items)
{
    size_t line = pol_split_previous(split, items->items[0].start);
    if (line == POL_SPLIT_NOWHERE || !may_be_section(split, line) ||
        items->items[0].section_decision.data)
        return;
    pol_span text = source_of(split, line)->text;
    bool is_title = pol_split_previous(split, line) == POL_SPLIT_NOWHERE; /* the file's own */
    if (is_title ? governing_decision(text).data != NULL
                 : pol_split_stands_out(split, line) || has_section_word(text))
        pol_split_take_section(split, items, 0, line, line + 1);
}
