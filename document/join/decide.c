/* decide.c - which of several statements on one document holds. */
#include "document/join/decide.h"

#include <stdlib.h>

/* Those that make others more precise come first. */
static const uint8_t ranks[POL_DECISION_COUNT] = {
    [POL_DECISION_COMPOSITED] = 0,    [POL_DECISION_CARRIED_AMENDED] = 1,
    [POL_DECISION_CARRIED_PART] = 1,  [POL_DECISION_NOT_REACHED] = 1,
    [POL_DECISION_LOST] = 2,          [POL_DECISION_FELL] = 2,
    [POL_DECISION_REFERRED_BACK] = 2, [POL_DECISION_WITHDRAWN] = 2,
    [POL_DECISION_DEFERRED] = 2,      [POL_DECISION_OUT_OF_ORDER] = 2,
    [POL_DECISION_CARRIED] = 3,       [POL_DECISION_REMITTED] = 3,
    [POL_DECISION_UNKNOWN] = 4,       [POL_DECISION_NONE] = 4,
};

uint8_t pol_join_outcome_decision(const pol_outcome *outcome)
{
    bool some_carried = false, some_not = false, is_stated = true;
    for (size_t i = 0; i < outcome->point_count; i++) {
        bool is_policy = pol_decision_is_policy(outcome->points[i].decision);
        some_carried = some_carried || is_policy;
        some_not = some_not || !is_policy;
    }
    if (outcome->decision == POL_DECISION_NONE || outcome->decision == POL_DECISION_UNKNOWN ||
        outcome->decision >= POL_DECISION_COUNT)
        is_stated = false;
    if (!is_stated && outcome->composite.size > 0)
        return POL_DECISION_COMPOSITED;
    if (outcome->decision == POL_DECISION_CARRIED && some_not)
        return POL_DECISION_CARRIED_PART;
    if (!is_stated)
        return some_carried && some_not ? POL_DECISION_CARRIED_PART : POL_DECISION_NONE;
    return outcome->decision;
}

static int compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* What two outcomes of one line may differ in. */
static int compare_rest(const pol_outcome *one, const pol_outcome *other)
{
    const pol_span pairs[][2] = {
        {one->words, other->words},         {one->number, other->number},
        {one->title, other->title},         {one->referral, other->referral},
        {one->composite, other->composite}, {one->line_text, other->line_text}};
    int order = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs && order == 0; i++)
        order = pol_span_compare(pairs[i][0], pairs[i][1]);
    return order;
}

static int compare_sources(const void *a, const void *b)
{
    const pol_join_source *left = a, *right = b;
    const pol_outcome *one = &left->from->outcome, *other = &right->from->outcome;
    int order = compare_numbers(left->document, right->document);
    if (order == 0)
        order = compare_numbers(ranks[left->decision], ranks[right->decision]);
    if (order == 0)
        order = compare_numbers(left->decision, right->decision);
    if (order == 0)
        order = pol_span_compare(left->from->file, right->from->file);
    if (order == 0)
        order = compare_numbers(one->line, other->line);
    if (order == 0)
        order = compare_numbers(one->page, other->page);
    return order ? order : compare_rest(one, other);
}

void pol_join_sources_sort(pol_join_source *items, size_t count)
{
    if (count > 1)
        qsort(items, count, sizeof *items, compare_sources);
}

bool pol_join_is_decided(const pol_document *document)
{
    return document->decision != POL_DECISION_NONE && document->decision != POL_DECISION_UNKNOWN;
}

bool pol_join_decisions_agree(uint8_t a, uint8_t b)
{
    return a == b || (pol_decision_is_policy(a) && pol_decision_is_policy(b));
}

uint32_t pol_join_decision_bit(uint8_t decision)
{
    return (uint32_t)1 << decision;
}

/* Without those that another one makes more precise. */
static uint32_t without_vague(uint32_t set, bool is_referred, uint8_t fate)
{
    if (set & (pol_join_decision_bit(POL_DECISION_CARRIED_AMENDED) |
               pol_join_decision_bit(POL_DECISION_CARRIED_PART)))
        set &= ~pol_join_decision_bit(POL_DECISION_CARRIED);
    if ((set & pol_join_decision_bit(POL_DECISION_NOT_REACHED)) && is_referred)
        set &= ~pol_join_decision_bit(POL_DECISION_REMITTED);
    if (!(set & pol_join_decision_bit(POL_DECISION_COMPOSITED)) || fate == POL_DECISION_NONE)
        return set;
    for (uint8_t i = 0; i < POL_DECISION_COUNT; i++)
        if (i != POL_DECISION_COMPOSITED && pol_join_decisions_agree(i, fate))
            set &= ~pol_join_decision_bit(i);
    return set;
}

/* The only one of the set; UNKNOWN where there are more. */
static uint8_t only_one(uint32_t set)
{
    for (uint8_t i = 0; i < POL_DECISION_COUNT; i++)
        if (set == pol_join_decision_bit(i))
            return i;
    return POL_DECISION_UNKNOWN;
}

/* Without what says nothing. */
static uint32_t stated_only(uint32_t set)
{
    return set & ~(pol_join_decision_bit(POL_DECISION_NONE) |
                   pol_join_decision_bit(POL_DECISION_UNKNOWN));
}

uint8_t pol_join_decide_among(uint32_t stated)
{
    stated = stated_only(stated);
    return stated ? only_one(without_vague(stated, false, POL_DECISION_NONE)) : POL_DECISION_NONE;
}

static pol_join_verdict decide_beside_own(uint8_t own, uint8_t all)
{
    if (all == POL_DECISION_UNKNOWN)
        return (pol_join_verdict){own, true};
    bool is_composite_matter = all == POL_DECISION_COMPOSITED || own == POL_DECISION_COMPOSITED;
    return (pol_join_verdict){is_composite_matter ? own : all, false};
}

pol_join_verdict pol_join_decide(const pol_document *document, pol_join_sources sources,
                                 uint8_t fate)
{
    uint8_t own = (uint8_t)document->decision;
    bool is_decided = pol_join_is_decided(document), is_referred = document->referral.size > 0;
    uint32_t set = is_decided ? pol_join_decision_bit(own) : 0;
    for (size_t i = 0; i < sources.count; i++) {
        set |= pol_join_decision_bit(sources.items[i].decision);
        is_referred = is_referred || sources.items[i].from->outcome.referral.size > 0;
    }
    if (is_decided && document->decision_raw.origin == POL_ORIGIN_CORRECTION)
        return (pol_join_verdict){own, false}; /* a person knew of the others */
    set = stated_only(set);
    if (set == 0)
        return (pol_join_verdict){own, false};
    uint8_t all = only_one(without_vague(set, is_referred, fate));
    pol_join_verdict verdict = {all, all == POL_DECISION_UNKNOWN};
    if (is_decided)
        verdict = decide_beside_own(own, all);
    verdict.has_conflict = verdict.has_conflict || document->has_decision_conflict;
    return verdict;
}
