/* judge.c - which of the outcomes found are given, and whether the text is a report.
 *
 * The same words stand in a report and in a motion, an agenda or an article. What decides is
 * what else there is: a report is outcomes, headings and a few sentences. A text with clauses
 * ("This conference notes ...") is no report, and gives only what a section of results in it
 * lists. In doubt nothing is given. */
#include "document/outcome/find.h"
#include "document/words.h"

enum {
    INTRODUCTION_MAX = 3,  /* paragraphs of a short report that are no outcomes */
    SHORT_REPORT = 3,      /* outcomes from which a list is one without other signs */
    SENTENCES_MIN = 3,     /* the same for sentences */
    UNREAD_SHARE = 12,     /* items without outcome for each that has one, in a titled report */
    PROSE_BYTES_MIN = 300, /* of a report of sentences that tell something else */
    MINUTED_MIN = 2,
    SECTION_OUTCOMES_MIN = 2, /* of results inside something else */
    SECTION_PROSE_MAX = 2
};

/* What there is in the text. */
typedef struct evidence {
    size_t lists, sentences;          /* lines with outcomes */
    size_t sentence_bytes;            /* of the paragraphs that hold them */
    size_t clauses, prose, items;     /* lines that are none */
    size_t prose_bytes, prose_behind; /* paragraphs behind the first outcome */
    bool has_conference;
} evidence;

static evidence look(const pol_finder *finder)
{
    evidence seen = {.has_conference = finder->conference_name.data != NULL};
    bool has_outcome = false;
    for (size_t i = 0; i < finder->text->line_count; i++) {
        uint8_t use = finder->uses[i];
        seen.clauses += use == POL_OUTCOME_USE_CLAUSE;
        seen.items += use == POL_OUTCOME_USE_ITEM;
        seen.prose += use == POL_OUTCOME_USE_PROSE;
        if (use == POL_OUTCOME_USE_PROSE) {
            seen.prose_bytes += finder->text->lines[i].text.size;
            seen.prose_behind += has_outcome;
        }
        if (use == POL_OUTCOME_USE_OUTCOME)
            seen.sentence_bytes += finder->text->lines[i].text.size;
        has_outcome = has_outcome || use == POL_OUTCOME_USE_OUTCOME || use == POL_OUTCOME_USE_CELL;
    }
    const char *last = NULL;
    for (size_t i = 0; i < finder->count; i++) {
        if (finder->found[i].outcome.line_text.data == last ||
            finder->found[i].form == POL_OUTCOME_FORM_GIST)
            continue;
        last = finder->found[i].outcome.line_text.data;
        if (finder->found[i].form == POL_OUTCOME_FORM_SENTENCE)
            seen.sentences++;
        else
            seen.lists++;
    }
    return seen;
}

/* Titles without number and without capitals count only among others like them; so do those
 * that a lone "Carried" governs. */
static void drop_weak(pol_finder *finder)
{
    size_t kept = 0, strong = 0, weak = 0;
    for (size_t i = 0; i < finder->count; i++) {
        strong += !finder->found[i].is_weak;
        weak += finder->found[i].is_weak;
    }
    bool keeps_weak = weak == 0 || strong >= 2 || (weak >= 3 && finder->conference_name.data);
    for (size_t i = 0; i < finder->count; i++) {
        const pol_found *found = &finder->found[i];
        bool is_title_below = found->form == POL_OUTCOME_FORM_GOVERNED &&
                              !found->outcome.number.data && !found->is_full &&
                              finder->headings < 2;
        if ((found->is_weak && !keeps_weak) || is_title_below)
            continue;
        finder->found[kept++] = *found;
    }
    finder->count = kept;
}

static bool is_report(const pol_finder *finder, const evidence *seen)
{
    size_t items_most = seen->lists + seen->sentences + SHORT_REPORT;
    if (finder->has_title && seen->lists >= SHORT_REPORT)
        items_most += seen->lists * UNREAD_SHARE; /* words that are not known */
    if (seen->clauses > 0 || seen->lists + seen->sentences == 0 || seen->items > items_most)
        return false;
    if (finder->is_minutes && seen->lists + seen->sentences >= MINUTED_MIN)
        return true; /* however much was debated */
    bool is_announced = seen->has_conference || finder->has_title || finder->is_minutes;
    if (seen->lists == 0) {
        size_t most = seen->sentence_bytes;
        if (is_announced)
            return seen->prose_bytes <= (most > PROSE_BYTES_MIN ? most : PROSE_BYTES_MIN) &&
                   seen->prose_behind <= INTRODUCTION_MAX + seen->sentences;
        return seen->sentences >= SENTENCES_MIN && seen->prose_bytes <= most / 2;
    }
    size_t all = seen->lists + seen->sentences;
    if (all >= SHORT_REPORT || finder->has_title)
        return seen->prose <= INTRODUCTION_MAX + all / 2;
    bool has_number = false;
    for (size_t i = 0; i < finder->count; i++)
        has_number = has_number || finder->found[i].outcome.number.data;
    return seen->prose <= INTRODUCTION_MAX && seen->prose_behind == 0 &&
           (is_announced || has_number || all > 1);
}

/* Does text of a motion stand under the line? */
static bool has_text(const pol_finder *finder, size_t line)
{
    do
        line++;
    while (line < finder->text->line_count && finder->uses[line] == POL_OUTCOME_USE_FURNITURE &&
           !pol_finder_is_list_number(finder->text->lines[line].text));
    return line < finder->text->line_count && finder->uses[line] >= POL_OUTCOME_USE_PROSE;
}

/* An item under "Motions ruled out of order" whose text is not there. */
static bool is_listed(const pol_finder *finder, const pol_found *found)
{
    return found->form == POL_OUTCOME_FORM_GOVERNED && found->is_full &&
           found->outcome.number.data && !has_text(finder, found->line);
}

/* Is the line a note of the agenda's own, and no sentence in the text of a motion? */
static bool is_note(const pol_finder *finder, size_t line)
{
    const pol_line *noted = &finder->text->lines[line];
    if (noted->is_quoted || noted->is_aside)
        return true;
    size_t before = line;
    while (before > 0 && finder->uses[before - 1] == POL_OUTCOME_USE_FURNITURE)
        before--;
    return before > 0 && finder->uses[before - 1] < POL_OUTCOME_USE_PROSE &&
           pol_outcome_starts_item(noted->text);
}

/* "5. WITHDRAWN", "Motions 10 and 11 were ruled out of order.": what an agenda says of motions
 * that it does not print, and what is decided before conference meets. */
static bool is_missing(const pol_finder *finder, const pol_found *found)
{
    const pol_outcome *outcome = &found->outcome;
    bool is_before = outcome->decision == POL_DECISION_WITHDRAWN ||
                     outcome->decision == POL_DECISION_COMPOSITED ||
                     outcome->decision == POL_DECISION_OUT_OF_ORDER;
    if (!is_before || !outcome->number.data || found->form == POL_OUTCOME_FORM_GOVERNED ||
        found->form == POL_OUTCOME_FORM_ROW)
        return false;
    return found->form == POL_OUTCOME_FORM_SENTENCE ? is_note(finder, found->line)
                                                    : !has_text(finder, found->line);
}

/* What the sections of results hold, where the text as a whole is something else. */
static void keep_sections(pol_finder *finder, bool keeps_numbered)
{
    size_t kept = 0;
    for (size_t i = 0; i < finder->count;) {
        size_t end = i;
        uint32_t section = finder->found[i].section;
        while (end < finder->count && finder->found[end].section == section)
            end++;
        size_t first = finder->found[i].line, last = finder->found[end - 1].line, prose = 0;
        for (size_t line = first; line <= last; line++)
            prose += finder->uses[line] >= POL_OUTCOME_USE_PROSE;
        bool is_good = section > 0 && end - i >= SECTION_OUTCOMES_MIN && prose <= SECTION_PROSE_MAX;
        for (; i < end; i++)
            if (is_good || finder->found[i].form == POL_OUTCOME_FORM_NOUN ||
                is_listed(finder, &finder->found[i]) || is_missing(finder, &finder->found[i]) ||
                (keeps_numbered && finder->found[i].outcome.number.data))
                finder->found[kept++] = finder->found[i];
    }
    finder->count = kept;
}

static void drop_gists(pol_finder *finder)
{
    size_t kept = 0;
    for (size_t i = 0; i < finder->count; i++)
        if (finder->found[i].form != POL_OUTCOME_FORM_GIST)
            finder->found[kept++] = finder->found[i];
    finder->count = kept;
}

bool pol_finder_judge(pol_finder *finder)
{
    drop_weak(finder);
    evidence seen = look(finder);
    if (finder->count > 0 && is_report(finder, &seen))
        return true;
    drop_gists(finder);
    keep_sections(finder, seen.clauses == 0 && (finder->is_minutes || finder->has_title));
    return false;
}
