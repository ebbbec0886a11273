/* vocabulary.c - the tables of decisions, kinds, clauses and states of text.
 *
 * How decisions are worded is in decision_words.c. */
#include "core/vocabulary.h"

typedef struct decision_row {
    const char *code;
    const char *label;
    const char *help;
} decision_row;

static const decision_row decisions[POL_DECISION_COUNT] = {
    [POL_DECISION_NONE] = {NULL, "", ""},
    [POL_DECISION_CARRIED] = {"carried", "carried", "Conference agreed to it as it was moved."},
    [POL_DECISION_CARRIED_AMENDED] = {"carried_amended", "carried as amended",
                                      "Conference changed the text and agreed to the result."},
    [POL_DECISION_CARRIED_PART] = {"carried_part", "carried in part",
                                   "Conference voted on parts and agreed to some of them."},
    [POL_DECISION_LOST] = {"lost", "lost", "Conference voted against it."},
    [POL_DECISION_FELL] = {"fell", "fell",
                           "Another decision left nothing to decide, so there was no vote."},
    [POL_DECISION_REMITTED] = {"remitted", "remitted",
                               "It was passed to the executive or a committee to consider."},
    [POL_DECISION_REFERRED_BACK] = {"referred_back", "referred back",
                                    "It was sent back to those who brought it."},
    [POL_DECISION_WITHDRAWN] = {"withdrawn", "withdrawn",
                                "Its movers took it back or did not move it."},
    [POL_DECISION_COMPOSITED] = {"composited", "composited",
                                 "It became part of a composite and was decided there."},
    [POL_DECISION_NOT_REACHED] = {"not_reached", "not reached",
                                  "It was on the agenda, but was not debated."},
    [POL_DECISION_DEFERRED] = {"deferred", "deferred", "The decision was put off."},
    [POL_DECISION_OUT_OF_ORDER] = {"out_of_order", "ruled out of order",
                                   "The rules did not allow it to be debated."},
    [POL_DECISION_UNKNOWN] = {"unknown", "decision not stated",
                              "The text does not say what conference decided."},
};

static bool is_decision(pol_decision decision)
{
    return (unsigned)decision < POL_DECISION_COUNT;
}

const char *pol_decision_code(pol_decision decision)
{
    return is_decision(decision) ? decisions[decision].code : NULL;
}

const char *pol_decision_label(pol_decision decision)
{
    return is_decision(decision) ? decisions[decision].label : "";
}

const char *pol_decision_help(pol_decision decision)
{
    return is_decision(decision) ? decisions[decision].help : "";
}

bool pol_decision_is_policy(pol_decision decision)
{
    return decision == POL_DECISION_CARRIED || decision == POL_DECISION_CARRIED_AMENDED ||
           decision == POL_DECISION_CARRIED_PART;
}

pol_decision pol_decision_from_code(pol_span code)
{
    for (int i = POL_DECISION_NONE + 1; i < POL_DECISION_COUNT; i++)
        if (pol_span_equal(code, pol_span_of(decisions[i].code)))
            return (pol_decision)i;
    return POL_DECISION_NONE;
}

typedef struct kind_row {
    const char *code;
    const char *label;
    bool is_decided;
} kind_row;

static const kind_row kinds[POL_KIND_COUNT] = {
    [POL_KIND_MOTION] = {"motion", "motion", true},
    [POL_KIND_COMPOSITE] = {"composite", "composite motion", true},
    [POL_KIND_AMENDMENT] = {"amendment", "amendment", true},
    [POL_KIND_EMERGENCY] = {"emergency", "emergency motion", true},
    [POL_KIND_RULE_CHANGE] = {"rule_change", "rule change", true},
    [POL_KIND_STATEMENT] = {"statement", "statement", true},
    [POL_KIND_ARTICLE] = {"article", "article", false},
    [POL_KIND_OTHER] = {"other", "other", false},
};

const char *pol_kind_code(pol_kind kind)
{
    return (unsigned)kind < POL_KIND_COUNT ? kinds[kind].code : NULL;
}

const char *pol_kind_label(pol_kind kind)
{
    return (unsigned)kind < POL_KIND_COUNT ? kinds[kind].label : "";
}

pol_kind pol_kind_from_code(pol_span code)
{
    for (int i = 0; i < POL_KIND_COUNT; i++)
        if (pol_span_equal_fold(code, pol_span_of(kinds[i].code)) ||
            pol_span_equal_fold(code, pol_span_of(kinds[i].label)))
            return (pol_kind)i;
    return POL_KIND_COUNT;
}

bool pol_kind_is_decided(pol_kind kind)
{
    return (unsigned)kind < POL_KIND_COUNT && kinds[kind].is_decided;
}

/* The row whose code is `code`, ASCII case folded; `count` if there is none. */
static int find_code(pol_span code, const char *const *codes, int count)
{
    int i = 0;
    while (i < count && !pol_span_equal_fold(code, pol_span_of(codes[i])))
        i++;
    return i;
}

static const char *const clauses[POL_CLAUSE_COUNT] = {
    [POL_CLAUSE_PREAMBLE] = "preamble",   [POL_CLAUSE_NOTES] = "notes",
    [POL_CLAUSE_BELIEVES] = "believes",   [POL_CLAUSE_RESOLVES] = "resolves",
    [POL_CLAUSE_AMENDMENT] = "amendment", [POL_CLAUSE_RATIONALE] = "rationale",
    [POL_CLAUSE_ARTICLE] = "article",     [POL_CLAUSE_OTHER] = "other",
};

const char *pol_clause_code(pol_clause clause)
{
    return (unsigned)clause < POL_CLAUSE_COUNT ? clauses[clause] : NULL;
}

pol_clause pol_clause_from_code(pol_span code)
{
    return (pol_clause)find_code(code, clauses, POL_CLAUSE_COUNT);
}

static const char *const text_states[POL_TEXT_STATE_COUNT] = {
    [POL_TEXT_STATE_UNKNOWN] = "unknown",
    [POL_TEXT_STATE_SUBMITTED] = "submitted",
    [POL_TEXT_STATE_AS_AMENDED] = "as_amended",
};

const char *pol_text_state_code(pol_text_state state)
{
    return (unsigned)state < POL_TEXT_STATE_COUNT ? text_states[state] : NULL;
}

pol_text_state pol_text_state_from_code(pol_span code)
{
    return (pol_text_state)find_code(code, text_states, POL_TEXT_STATE_COUNT);
}

static const char *const standings[POL_STANDING_COUNT] = {
    [POL_STANDING_UNSTATED] = "unstated",
    [POL_STANDING_CURRENT] = "current",
    [POL_STANDING_SUPERSEDED] = "superseded",
    [POL_STANDING_LAPSED] = "lapsed",
};

const char *pol_standing_code(pol_standing standing)
{
    return (unsigned)standing < POL_STANDING_COUNT ? standings[standing] : NULL;
}

pol_standing pol_standing_from_code(pol_span code)
{
    return (pol_standing)find_code(code, standings, POL_STANDING_COUNT);
}

typedef struct relation_row {
    const char *code, *label;
} relation_row;

/* In pairs: each one and what it makes the other. */
static const relation_row relations[POL_RELATION_COUNT] = {
    [POL_RELATION_COMPOSITE_OF] = {"composite_of", "composite of"},
    [POL_RELATION_COMPOSITED_IN] = {"composited_in", "composited in"},
    [POL_RELATION_AMENDS] = {"amends", "amends"},
    [POL_RELATION_AMENDED_BY] = {"amended_by", "amended by"},
    [POL_RELATION_FALLS_IF] = {"falls_if", "falls if carried:"},
    [POL_RELATION_FELLS] = {"fells", "makes fall if carried:"},
    [POL_RELATION_SUPERSEDES] = {"supersedes", "supersedes"},
    [POL_RELATION_SUPERSEDED_BY] = {"superseded_by", "superseded by"},
    [POL_RELATION_REAFFIRMS] = {"reaffirms", "reaffirms"},
    [POL_RELATION_REAFFIRMED_BY] = {"reaffirmed_by", "reaffirmed by"},
};

const char *pol_relation_code(pol_relation_kind kind)
{
    return (unsigned)kind < POL_RELATION_COUNT ? relations[kind].code : NULL;
}

const char *pol_relation_label(pol_relation_kind kind)
{
    return (unsigned)kind < POL_RELATION_COUNT ? relations[kind].label : "";
}

pol_relation_kind pol_relation_from_code(pol_span code)
{
    int i = 0;
    while (i < POL_RELATION_COUNT && !pol_span_equal_fold(code, pol_span_of(relations[i].code)))
        i++;
    return (pol_relation_kind)i;
}

pol_relation_kind pol_relation_inverse(pol_relation_kind kind)
{
    return (pol_relation_kind)(kind ^ 1);
}
