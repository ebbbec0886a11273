/* outro.c - what stands behind a text and belongs to none: the paper's own last lines,
 * footnotes, what minutes tell before a result. */
#include "document/split/items.h"

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

static const char *const outro_starts[] = {"printed",
                                           "published",
                                           "designed",
                                           "produced",
                                           "copyright",
                                           "back to",
                                           "top",
                                           "share",
                                           "print",
                                           "last updated",
                                           "last modified",
                                           "created on",
                                           "page last",
                                           "registered",
                                           "for further",
                                           "for more",
                                           "contact",
                                           "questions",
                                           "any questions",
                                           "any amendments",
                                           "amendments must",
                                           "amendments should",
                                           "amendments may",
                                           "speakers have",
                                           "movers have",
                                           "enquiries",
                                           "paper ends",
                                           "agenda ends",
                                           "end of",
                                           "ends",
                                           "the session",
                                           "the meeting closed",
                                           "conference closed",
                                           "the chair thanked",
                                           "draft",
                                           "signed",
                                           "respectfully",
                                           "to leave this",
                                           "to unsubscribe",
                                           "next meeting",
                                           "date of next",
                                           "next conference",
                                           "motions",
                                           "the following motions",
                                           "any other",
                                           "there being no",
                                           "notes",
                                           "key",
                                           "related",
                                           "comments",
                                           "leave a",
                                           "be social",
                                           "be the first",
                                           "tags",
                                           "category",
                                           "posted",
                                           "return to",
                                           "views",
                                           "download",
                                           "a full",
                                           "clubs are",
                                           "branches are",
                                           "members are reminded",
                                           "delegates are",
                                           "members may",
                                           "bring this",
                                           "please bring",
                                           "the meeting became",
                                           "view",
                                           "home",
                                           "votes counted",
                                           "total motions",
                                           "in unity",
                                           "yours",
                                           "distribution",
                                           "cr\u00EDoch",
                                           "updated",
                                           "results",
                                           "all rights",
                                           "the conference closed",
                                           "follow us",
                                           "report of the",
                                           "the president closed",
                                           "minutes",
                                           "website"};

/* What the paper says of itself behind its last motion. */
bool pol_split_is_outro(pol_span text)
{
    enum { OUTRO_WORDS = 40 };
    pol_span core = pol_span_core(text);
    if (text.size > POL_SPLIT_LINE_BYTES || pol_word_count(text, OUTRO_WORDS) >= OUTRO_WORDS)
        return false;
    if (pol_span_starts(text, POL_SPAN("\u00A9")) || pol_span_starts(text, POL_SPAN("\u2B05")))
        return true;
    for (size_t i = 0; i < sizeof outro_starts / sizeof *outro_starts; i++)
        if (pol_words_start(core, outro_starts[i], NULL))
            return true;
    return false;
}

/* A paragraph of its own that is no point and that nothing above waits for. */
static bool stands_apart(pol_splitter *split, const pol_split_item *item, size_t line)
{
    const pol_line *source = source_of(split, line);
    size_t above = pol_split_previous(split, line);
    if ((source->blanks == 0 && source->role == POL_LINE_PLAIN) || source->marker.size > 0 ||
        source->is_quoted || above == POL_SPLIT_NOWHERE || above < item->body ||
        pol_split_look(split, above) & POL_LOOK_OPEN)
        return false;
    return !(pol_split_look(split, line) & (POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_DECISION));
}

/* "* Branches are asked to meet": what a star at a number meant. */
static bool is_footnote(pol_span text)
{
    static const char *const stars[] = {"* ", "** ", "\u2020 ", "\u2021 ", "*)", "* ="};
    for (size_t i = 0; i < sizeof stars / sizeof *stars; i++)
        if (pol_span_starts(text, pol_span_of(stars[i])) && text.size > 3 &&
            pol_word_is_capital(pol_span_core(text)))
            return true;
    return false;
}

static bool is_rule(pol_span text)
{
    return text.size >= 5 &&
           (pol_span_starts(text, POL_SPAN("-----")) || pol_span_starts(text, POL_SPAN("_____")) ||
            pol_span_starts(text, POL_SPAN("=====")) || pol_span_starts(text, POL_SPAN("*****")));
}

/* Where words tell it: "Printed by", a footnote, a rule. */
static size_t find_words(pol_splitter *split, const pol_split_item *item)
{
    enum { LINES = 12 };
    size_t end = item->end, from = end > item->body + LINES ? end - LINES : item->body;
    while (from < end && !item->heading->inline_text.data &&
           (split->is_furniture[from] || !(pol_split_look(split, from) & POL_LOOK_PROSE)))
        from++; /* the text comes first */
    for (size_t i = from; i < end; i++) {
        pol_span text = source_of(split, i)->text;
        if (split->is_furniture[i] ? is_rule(text) && i > item->body
                                   : i > item->body && stands_apart(split, item, i) &&
                                         (pol_split_is_outro(text) || is_footnote(text)))
            return i;
    }
    return end;
}

/* ---- how the other items end ---- */

enum { ENDS_QUOTED = 1, ENDS_FIELD = 2, ENDS_ACTING = 4, ENDS_NAME = 8 };

static bool ends_quoted(pol_span text)
{
    static const char *const quotes[] = {"\"", "'", "\u201D", "\u2019", "\u00BB"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (pol_span_ends(text, pol_span_of(quotes[i])))
            return true;
    return false;
}

static bool is_field(pol_splitter *split, size_t line)
{
    return split->fields[line] ||
           pol_split_look(split, line) &
               (POL_LOOK_MOVER | POL_LOOK_DECISION | POL_LOOK_ADVICE | POL_LOOK_STATUS);
}

/* The line where its paragraph starts. */
static size_t paragraph_of(const pol_splitter *split, const pol_split_item *item, size_t line)
{
    while (line > item->body && source_of(split, line)->blanks == 0 &&
           source_of(split, line)->role == POL_LINE_PLAIN)
        line--;
    return line;
}

/* Does what stands from `line` up to `end` say what is moved? */
static bool is_acting(pol_splitter *split, size_t line, size_t end)
{
    for (; line < end; line++)
        if (!split->is_furniture[line] &&
            (source_of(split, line)->marker.size > 0 ||
             pol_split_look(split, line) & (POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_EDIT |
                                            POL_LOOK_ACTS | POL_LOOK_POINT | POL_LOOK_RESOLVES)))
            return true;
    return false;
}

/* "Leeds", behind a text: a name that nothing else tells. */
static bool is_short_name(pol_splitter *split, size_t line)
{
    uint32_t look = pol_split_look(split, line);
    return !split->is_furniture[line] && look & POL_LOOK_NAME &&
           !(look & (POL_LOOK_PROSE | POL_LOOK_POINT | POL_LOOK_SHOUT)) &&
           source_of(split, line)->role != POL_LINE_HEADING && line > 0 &&
           pol_ends_sentence(source_of(split, line - 1)->text);
}

static int end_of(pol_splitter *split, const pol_split_item *item)
{
    size_t last = item->end;
    bool has_field = false;
    while (last > item->body && split->is_furniture[last - 1]) {
        last--;
        has_field = has_field || is_field(split, last);
    }
    if (last == item->body)
        return 0;
    last--;
    int ends = ends_quoted(source_of(split, last)->text) ? ENDS_QUOTED : 0;
    ends |= has_field || is_field(split, last) ? ENDS_FIELD : 0;
    ends |= is_short_name(split, last) ? ENDS_NAME : 0;
    return ends | (is_acting(split, paragraph_of(split, item, last), last + 1) ? ENDS_ACTING : 0);
}

/* What nearly all items but the last have at their ends. */
static int usual_end(pol_splitter *split, const pol_split_items *items)
{
    enum { LEAST = 2, LOOKED_AT = 200 };
    static const int ends[] = {ENDS_QUOTED, ENDS_FIELD, ENDS_ACTING, ENDS_NAME};
    size_t counts[4] = {0}, seen = 0;
    int usual = 0;
    for (size_t i = 0; i + 1 < items->count && seen < LOOKED_AT; i++) {
        if (items->items[i].kind == POL_KIND_AMENDMENT)
            continue;
        int own = end_of(split, &items->items[i]);
        seen++;
        for (size_t k = 0; k < 4; k++)
            counts[k] += (own & ends[k]) != 0;
    }
    for (size_t k = 0; k < 4; k++)
        usual |= seen >= LEAST && counts[k] * 10 >= seen * (ends[k] >= ENDS_ACTING ? 7u : 9u)
                     ? ends[k]
                     : 0;
    return usual;
}

/* Behind the last line that ends as the other items do, where a paragraph ends there. */
static size_t find_style(pol_splitter *split, const pol_split_items *items)
{
    enum { LINES = 30 };
    const pol_split_item *item = &items->items[items->count - 1];
    int usual = usual_end(split, items);
    if (item->kind == POL_KIND_AMENDMENT) /* says what to change, and nothing else */
        usual = ENDS_ACTING;
    size_t end = item->end, least = end > item->body + LINES ? end - LINES : item->body;
    for (size_t i = end; i > least + 1 && usual & (ENDS_QUOTED | ENDS_FIELD | ENDS_NAME); i--) {
        bool is_end = (usual & ENDS_QUOTED && ends_quoted(source_of(split, i - 1)->text)) ||
                      (usual & ENDS_FIELD && is_field(split, i - 1)) ||
                      (usual & ENDS_NAME && is_short_name(split, i - 1));
        if (is_end)
            return i < end && source_of(split, i)->blanks > 0 ? i : end;
    }
    size_t start = end > item->body ? paragraph_of(split, item, end - 1) : end;
    bool is_strange = usual & ENDS_ACTING && start > item->body && start > least &&
                      source_of(split, start)->blanks > 0 && stands_apart(split, item, start) &&
                      !is_field(split, start) && !is_acting(split, start, end);
    return is_strange ? start : end;
}

/* Where the text of the last item ends and the paper's own last lines start. */
size_t pol_split_find_outro(pol_splitter *split, const pol_split_items *items)
{
    const pol_split_item *item = &items->items[items->count - 1];
    size_t words = find_words(split, item), style = find_style(split, items);
    return words < style ? words : style;
}

/* "Questions were asked on point 2.", "The proposer replied": what minutes tell between the
 * text and its result. */
static bool is_narrative(pol_splitter *split, size_t line)
{
    static const char told[] = "spoke replied speakers speeches questions proposer seconder "
                               "rostrum debate discussion speaking summed procedural";
    enum { WORDS = 60 };
    const pol_line *source = source_of(split, line);
    pol_span rest = source->text, word;
    if (split->is_furniture[line] || source->marker.size > 0 || source->is_quoted ||
        pol_split_look(split, line) & (POL_LOOK_OPENER | POL_LOOK_EDIT | POL_LOOK_POINT) ||
        !pol_word_is_capital(source->text) || source->blanks == 0)
        return false;
    for (int i = 0; i < WORDS && (word = pol_word_next(&rest)).data; i++)
        if (pol_word_is_any(word, told))
            return true;
    return false;
}

/* Takes it out of the text above `end`, where a result follows. */
void pol_split_drop_narrative(pol_splitter *split, const pol_split_item *item, size_t end)
{
    enum { LINES = 3 };
    size_t below = pol_split_next(split, end), line = end;
    bool is_said = item->decision.data && item->decision_line >= end;
    if (!is_said && (below >= item->end || !(pol_split_look(split, below) & POL_LOOK_DECISION)))
        return;
    for (int i = 0; i < LINES; i++) {
        line = pol_split_previous(split, line);
        if (line == POL_SPLIT_NOWHERE || line <= item->body || !is_narrative(split, line))
            return;
        split->is_furniture[line] = true;
    }
}
