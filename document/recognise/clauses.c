/* clauses.c - the clause of each passage, and which points are to be acted on.
 *
 * The verb that opens a paragraph decides; one without a verb goes on with the clause
 * before; points take that of their lead-in. */
#include "document/recognise/points.h"

typedef struct clauses {
    pol_point *points;
    size_t count;
    pol_clause current;     /* what a paragraph without an opener inherits */
    pol_clause list_clause; /* of the points under `lead` */
    uint32_t lead;          /* index + 1 */
} clauses;

static bool is_section_clause(uint8_t section)
{
    return section != POL_CLAUSE_COUNT;
}

static bool leads_points(const clauses *state, size_t index)
{
    return index + 1 < state->count && state->points[index + 1].lead == index + 1;
}

static pol_clause of_rule_edit(pol_span text, pol_clause otherwise)
{
    static const char *const verbs[] = {"insert",   "delete", "replace",    "add",
                                        "renumber", "amend",  "substitute", "remove"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (pol_words_start(text, verbs[i], NULL))
            return POL_CLAUSE_AMENDMENT;
    return otherwise;
}

/* What the points under `lead` are; the lead's own clause where it names none. */
static void enter_list(clauses *state, uint32_t lead)
{
    state->lead = lead;
    state->list_clause = state->current;
    if (lead == 0)
        return;
    const pol_point *point = &state->points[lead - 1];
    pol_lead found = pol_lead_of(point->text);
    state->list_clause =
        found.clause != POL_CLAUSE_COUNT ? found.clause : (pol_clause)point->clause;
}

static pol_clause clause_of_paragraph(clauses *state, size_t index)
{
    const pol_point *point = &state->points[index];
    pol_opener opener = point->opener;
    bool is_open = opener.subject != POL_SUBJECT_NONE && opener.clause != POL_CLAUSE_COUNT;
    if (is_open && opener.subject == POL_SUBJECT_IMPLIED && pol_ends_sentence(point->text))
        is_open = state->current == POL_CLAUSE_PREAMBLE;
    if (is_open)
        return opener.clause;
    if (leads_points(state, index)) {
        pol_lead lead = pol_lead_of(point->text);
        if (lead.clause != POL_CLAUSE_COUNT)
            return lead.clause;
    }
    return state->current;
}

static pol_clause clause_of_point(clauses *state, size_t index)
{
    const pol_point *point = &state->points[index];
    if (point->lead != state->lead || index == 0 || state->points[index - 1].depth == 0)
        enter_list(state, point->lead);
    pol_opener opener = point->opener;
    bool is_own =
        opener.clause != POL_CLAUSE_COUNT &&
        (opener.subject == POL_SUBJECT_BODY || opener.subject == POL_SUBJECT_PHRASE ||
         (opener.subject == POL_SUBJECT_IMPLIED && state->list_clause != POL_CLAUSE_RESOLVES));
    return is_own ? opener.clause : state->list_clause;
}

static void classify(clauses *state, size_t index, pol_kind kind)
{
    pol_point *point = &state->points[index];
    pol_opener opener = point->opener;
    bool overrides = opener.subject == POL_SUBJECT_BODY && point->section == POL_CLAUSE_RATIONALE &&
                     opener.clause != POL_CLAUSE_COUNT;
    if (is_section_clause(point->section) && !overrides) {
        point->clause = point->section;
        return;
    }
    pol_clause clause =
        point->depth > 0 ? clause_of_point(state, index) : clause_of_paragraph(state, index);
    if (kind == POL_KIND_RULE_CHANGE && opener.subject == POL_SUBJECT_NONE)
        clause = of_rule_edit(point->text, clause);
    point->clause = (uint8_t)clause;
    if (point->depth <= 1)
        state->current = clause;
}

/* The list to act on: under the last lead that instructs, else the last that directs. */
static uint32_t find_action_lead(const pol_point *points, size_t count)
{
    uint32_t found = 0, tested = 0;
    bool found_instructs = false;
    for (size_t i = 0; i < count; i++) {
        uint32_t lead = points[i].lead;
        if (lead == 0 || lead == tested || points[i].clause != POL_CLAUSE_RESOLVES)
            continue;
        tested = lead;
        pol_lead read = pol_lead_of(points[lead - 1].text);
        bool is_directive =
            read.is_directive || (points[lead - 1].clause == POL_CLAUSE_RESOLVES &&
                                  points[lead - 1].depth == 0 && points[lead - 1].is_heading);
        bool is_nested = found != 0 && points[lead - 1].depth > points[found - 1].depth;
        if (!is_directive || (is_nested && !read.instructs) || (found_instructs && !read.instructs))
            continue;
        found = lead;
        found_instructs = read.instructs;
    }
    return found;
}

uint32_t pol_points_classify(pol_point *points, size_t count, pol_kind kind)
{
    bool is_motion = pol_kind_is_decided(kind);
    clauses state = {points, count, POL_CLAUSE_PREAMBLE, POL_CLAUSE_PREAMBLE, 0};
    for (size_t i = 0; i < count; i++) {
        if (is_motion)
            classify(&state, i, kind);
        else
            points[i].clause = kind == POL_KIND_ARTICLE ? POL_CLAUSE_ARTICLE : POL_CLAUSE_OTHER;
    }
    uint32_t lead = is_motion ? find_action_lead(points, count) : 0, actions = 0;
    for (size_t i = 0; lead != 0 && i < count; i++)
        if (points[i].lead == lead && points[i].depth == points[lead - 1].depth + 1) {
            points[i].is_action = true;
            actions++;
        }
    return actions;
}
