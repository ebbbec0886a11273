/* split_outro.c - what stands behind a text and belongs to none: the paper's own last lines,
 * footnotes, what minutes tell before a result. */
#include "document/split_items.h"

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
                                           "questions to",
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
static bool is_outro(pol_span text)
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
    if (source->blanks == 0 || source->marker.size > 0 || source->is_quoted ||
        above == POL_SPLIT_NOWHERE || above < item->body ||
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

/* Where the text of the last item ends and the paper's own last lines start. */
size_t pol_split_find_outro(pol_splitter *split, const pol_split_item *item)
{
    enum { LINES = 12 };
    size_t end = item->end, from = end > item->body + LINES ? end - LINES : item->body;
    for (size_t i = from; i < end; i++) {
        pol_span text = source_of(split, i)->text;
        if (split->is_furniture[i] ? is_rule(text) && i > item->body
                                   : i > item->body && stands_apart(split, item, i) &&
                                         (is_outro(text) || is_footnote(text)))
            return i;
    }
    return end;
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
    if (below >= item->end || !(pol_split_look(split, below) & POL_LOOK_DECISION))
        return;
    for (int i = 0; i < LINES; i++) {
        line = pol_split_previous(split, line);
        if (line == POL_SPLIT_NOWHERE || line <= item->body || !is_narrative(split, line))
            return;
        split->is_furniture[line] = true;
    }
}
