/* sections.c - headings that say what the lines under them are: "Background",
 * "Synopsis", "Proposers", "Amendment 1". The heading itself is no text, but that of an
 * amendment, whose number is needed. */
#include "document/recognise/state.h"
#include "document/recognise/submitters.h"

typedef enum effect { MAIN, CLAUSE, PEOPLE } effect;

static const struct {
    const char *words; /* lower case */
    effect effect;
    pol_clause clause;
} sections[] = {
    {"motion", MAIN, POL_CLAUSE_COUNT},
    {"motion text", MAIN, POL_CLAUSE_COUNT},
    {"text", MAIN, POL_CLAUSE_COUNT},
    {"text of motion", MAIN, POL_CLAUSE_COUNT},
    {"the motion", MAIN, POL_CLAUSE_COUNT},
    {"full text of the motion", MAIN, POL_CLAUSE_COUNT},
    {"background", CLAUSE, POL_CLAUSE_RATIONALE},
    {"background information", CLAUSE, POL_CLAUSE_RATIONALE},
    {"background briefing", CLAUSE, POL_CLAUSE_RATIONALE},
    {"background paper", CLAUSE, POL_CLAUSE_RATIONALE},
    {"rationale", CLAUSE, POL_CLAUSE_RATIONALE},
    {"reasons", CLAUSE, POL_CLAUSE_RATIONALE},
    {"reasoning", CLAUSE, POL_CLAUSE_RATIONALE},
    {"explanation", CLAUSE, POL_CLAUSE_RATIONALE},
    {"explanatory notes", CLAUSE, POL_CLAUSE_RATIONALE},
    {"explanatory note", CLAUSE, POL_CLAUSE_RATIONALE},
    {"supporting statement", CLAUSE, POL_CLAUSE_RATIONALE},
    {"supporting notes", CLAUSE, POL_CLAUSE_RATIONALE},
    {"synopsis", CLAUSE, POL_CLAUSE_PREAMBLE},
    {"summary", CLAUSE, POL_CLAUSE_PREAMBLE},
    {"soc note", CLAUSE, POL_CLAUSE_OTHER},
    {"soc notes", CLAUSE, POL_CLAUSE_OTHER},
    {"soc report", CLAUSE, POL_CLAUSE_OTHER},
    {"standing orders committee note", CLAUSE, POL_CLAUSE_OTHER},
    {"amendments", CLAUSE, POL_CLAUSE_AMENDMENT},
    {"proposers", PEOPLE, POL_CLAUSE_COUNT},
    {"proposer", PEOPLE, POL_CLAUSE_COUNT},
    {"proposed by", PEOPLE, POL_CLAUSE_COUNT},
    {"co-proposers", PEOPLE, POL_CLAUSE_COUNT},
    {"movers", PEOPLE, POL_CLAUSE_COUNT},
};

enum { HEADING_BYTES = 60, NAME_LINES_MAX = 60, NO_SECTION = -1 };

static int find_section(const pol_rec_line *line)
{
    pol_span core = pol_span_core(line->text);
    if (core.size == 0 || core.size > HEADING_BYTES)
        return NO_SECTION;
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (pol_words_equal(core, sections[i].words))
            return (int)i;
    return NO_SECTION;
}

/* "Amendment 1A.1", "Amendment #1", "Amendment North Council": a short line that names
 * an amendment and says no more. */
static bool is_amendment_heading(pol_span text)
{
    pol_span rest;
    return text.size <= HEADING_BYTES * 2 && pol_words_start(text, "amendment", &rest) &&
           pol_word_count(rest, 9) <= 8 && !pol_ends_sentence(text) &&
           pol_word_is_capital(pol_span_core(rest));
}

/* The names under "Proposers", up to the next heading or prose. */
static size_t take_people(pol_recognition *rec, size_t index)
{
    size_t taken = 0;
    for (; index < rec->count && taken < NAME_LINES_MAX; index++) {
        const pol_rec_line *line = &rec->lines[index];
        if (line->use != POL_USE_BODY)
            continue;
        if (line->source->role == POL_LINE_HEADING || find_section(line) != NO_SECTION ||
            line->text.size > 2 * POL_SHORT_LINE || pol_rec_is_prose(rec, index))
            break;
        pol_submitters_split(rec, pol_span_unbullet(line->text), POL_SUBMITTER_PEOPLE,
                             POL_ORIGIN_TEXT, line->source->number);
        pol_rec_claim(rec, index, POL_USE_METADATA);
        taken++;
    }
    return index;
}

/* Boxes that the markup sets apart are amendments, or notes by those who arrange. */
static pol_clause aside_clause(pol_span first_line)
{
    return pol_words_start(first_line, "soc", NULL) || pol_words_start(first_line, "note", NULL) ||
                   pol_words_start(first_line, "standing orders", NULL)
               ? POL_CLAUSE_OTHER
               : POL_CLAUSE_AMENDMENT;
}

typedef struct section_state {
    pol_clause clause, aside;
    uint8_t level; /* of the heading that opened it; 0: not by a heading of the markup */
    bool was_aside, has_prose;
} section_state;

static void enter_line(pol_recognition *rec, size_t index, section_state *state)
{
    pol_rec_line *line = &rec->lines[index];
    bool is_heading = line->source->role == POL_LINE_HEADING;
    if (line->source->is_aside) {
        if (!state->was_aside || pol_words_start(line->text, "amendment", NULL) ||
            pol_words_start(line->text, "soc", NULL))
            state->aside = aside_clause(line->text);
        line->section = (uint8_t)state->aside;
        state->was_aside = true;
        return;
    }
    state->was_aside = false;
    if (is_heading && line->source->level <= state->level)
        state->clause = POL_CLAUSE_COUNT;
    if (state->has_prose && is_amendment_heading(line->text)) {
        state->clause = POL_CLAUSE_AMENDMENT;
        state->level = line->source->level;
    }
    state->has_prose = state->has_prose || index >= POL_EDGE_LINES || pol_rec_is_prose(rec, index);
    line->section = (uint8_t)state->clause;
}

void pol_rec_take_sections(pol_recognition *rec)
{
    section_state state = {POL_CLAUSE_COUNT, POL_CLAUSE_COUNT, 0, false, false};
    for (size_t i = 0; i < rec->count;) {
        int section = NO_SECTION;
        if (rec->lines[i].use == POL_USE_BODY && !rec->lines[i].source->is_aside)
            section = find_section(&rec->lines[i]);
        if (section == NO_SECTION || pol_rec_next(rec, i + 1) >= rec->count) {
            if (rec->lines[i].use == POL_USE_BODY)
                enter_line(rec, i, &state);
            i++;
            continue;
        }
        pol_rec_claim(rec, i, POL_USE_METADATA);
        state.clause = sections[section].clause;
        state.level = rec->lines[i].source->level;
        i++;
        if (sections[section].effect == PEOPLE)
            i = take_people(rec, i);
        rec->is_motion_page = rec->is_motion_page || sections[section].effect == PEOPLE;
    }
}
