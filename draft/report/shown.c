/* shown.c - which of the passages beside a clause are shown, why, and in which order. */
#include "draft/report/parts.h"

static const double NEARLY_ALL = 0.75; /* of a clause */

static bool is_same(const pol_evidence *a, const pol_evidence *b)
{
    return a == b || (a->stored == b->stored && a->passage == b->passage);
}

size_t pol_report_index_of(const pol_finding *finding, const pol_evidence *evidence)
{
    for (size_t i = 0; evidence && i < finding->evidence_count; i++)
        if (is_same(&finding->evidence[i], evidence))
            return i;
    return SIZE_MAX;
}

/* Worth reading in full. */
static bool says_it(const pol_finding *finding, const pol_evidence *evidence)
{
    const pol_comparison *comparison = &evidence->comparison;
    return comparison->likeness == POL_LIKENESS_SAME ||
           comparison->likeness == POL_LIKENESS_REVERSED ||
           comparison->clause_share >= NEARLY_ALL ||
           (finding->decisive && is_same(finding->decisive, evidence));
}

static bool stands_before(const pol_shown *a, const pol_shown *b)
{
    if (a->is_brief != b->is_brief)
        return b->is_brief;
    return pol_report_year(&a->evidence->stored->document) >
           pol_report_year(&b->evidence->stored->document);
}

/* Of one year in the order in which they come; each passage once. */
static size_t insert(pol_shown *shown, size_t count, pol_shown one)
{
    size_t at = count;
    if (!one.evidence || count == POL_REPORT_SHOWN_MAX)
        return count;
    for (size_t i = 0; i < count; i++)
        if (is_same(shown[i].evidence, one.evidence))
            return count;
    for (; !one.is_other && at > 0 && stands_before(&one, &shown[at - 1]); at--)
        shown[at] = shown[at - 1];
    shown[at] = one;
    return count + 1;
}

static const char reversed_role[] = "Carried clause that this may reverse";

/* NULL where it is the closest of its kind. */
static const char *decisive_role(const pol_finding *finding)
{
    const pol_evidence *decisive = finding->decisive;
    if (!decisive)
        return NULL;
    if (finding->verdict == POL_VERDICT_REVERSAL)
        return reversed_role;
    if (decisive->fate == POL_FATE_NONE)
        return "Closest text";
    if (finding->closest[decisive->fate] && is_same(finding->closest[decisive->fate], decisive))
        return NULL;
    return "What the verdict rests on";
}

size_t pol_report_shown(const pol_finding *finding, pol_shown shown[POL_REPORT_SHOWN_MAX])
{
    static const char *const roles[POL_FATE_COUNT] = {[POL_FATE_CARRIED] = "Closest carried clause",
                                                      [POL_FATE_LOST] = "Closest lost clause",
                                                      [POL_FATE_UNDECIDED] =
                                                          "Closest undecided clause"};
    const char *role = decisive_role(finding);
    size_t count = 0;
    if (role)
        count = insert(shown, count, (pol_shown){finding->decisive, role, false, false});
    for (int fate = POL_FATE_CARRIED; fate < POL_FATE_COUNT; fate++) {
        const pol_evidence *closest = finding->closest[fate];
        bool is_brief = closest && !says_it(finding, closest);
        bool is_reversed = fate == POL_FATE_CARRIED && closest &&
                           closest->comparison.likeness == POL_LIKENESS_REVERSED;
        role = is_reversed ? reversed_role : roles[fate];
        count = insert(shown, count, (pol_shown){closest, role, is_brief, false});
    }
    if (finding->evidence_count && says_it(finding, &finding->evidence[0]))
        count = insert(shown, count,
                       (pol_shown){&finding->evidence[0], "Nearest passage", false, false});
    for (size_t i = 0; i < finding->evidence_count; i++) {
        const pol_evidence *other = &finding->evidence[i];
        role = other->comparison.likeness == POL_LIKENESS_SAME ? "Says the same" : "Also near";
        count = insert(shown, count, (pol_shown){other, role, true, true});
    }
    return count;
}

const pol_evidence *pol_report_marking(const pol_finding *finding)
{
    pol_shown shown[POL_REPORT_SHOWN_MAX];
    if (finding->decisive)
        return finding->decisive;
    return pol_report_shown(finding, shown) ? shown[0].evidence : NULL;
}
