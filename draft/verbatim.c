/* verbatim.c - whether two texts are one frame, word for word, with other words put in.
 *
 * Who says the same in other words changes more than one of them, and their order. Where nearly all
 * of a clause stands in the passage as it is, and somewhere both have words that the other lacks,
 * these are what the clause is about: "campaign for 100,000 new council homes", "... new car
 * parks"; "forbid branches to negotiate", "help branches to negotiate". */
#include <strings.h>

#include "draft/align.h"
#include "draft/lexicon.h"

/* Of a run of words that stand on both sides, their ends. */
typedef struct run {
    size_t clause_start, clause_end, passage_start, passage_end;
} run;

static bool is_same_text(const pol_alignment *alignment, size_t i, size_t j)
{
    const pol_unit *a = &alignment->clause.units[i], *b = &alignment->passage.units[j];
    size_t size = a->end - a->start;
    return size == b->end - b->start &&
           strncasecmp(alignment->clause.text.data + a->start,
                       alignment->passage.text.data + b->start, size) == 0;
}

/* The run around a word of the clause and its place in the passage, not back over `from`. */
static run run_around(const pol_alignment *alignment, size_t at, run last)
{
    size_t place = alignment->clause.match[at];
    run found = {at, at + 1, place, place + 1};
    while (found.clause_start > last.clause_end && found.passage_start > 0 &&
           is_same_text(alignment, found.clause_start - 1, found.passage_start - 1)) {
        found.clause_start--;
        found.passage_start--;
    }
    while (found.clause_end < alignment->clause.count &&
           found.passage_end < alignment->passage.count &&
           is_same_text(alignment, found.clause_end, found.passage_end)) {
        found.clause_end++;
        found.passage_end++;
    }
    return found;
}

/* "Support members", "discipline members": of these verbs it matters that another stands there. */
static bool stands_by(const pol_aligned_side *side, size_t at)
{
    return pol_unit_is(side, at, "support") || pol_unit_is(side, at, "defend") ||
           pol_unit_is(side, at, "protect");
}

/* The first word between two places that says something and that the other side lacks. Verbs that
 * ask or do are as good as one another. */
static uint32_t first_lacking(const pol_aligned_side *side, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const pol_unit *unit = &side->units[i];
        bool turns = unit->role == POL_ROLE_TURN || unit->role == POL_ROLE_TURN_NEAR ||
                     unit->role == POL_ROLE_LIMIT || unit->role == POL_ROLE_SWAP;
        bool says = unit->weight > 0 && unit->role != POL_ROLE_ASK &&
                    (unit->role != POL_ROLE_DO || stands_by(side, i));
        if ((says || turns) && !unit->is_formula && side->match[i] == POL_NO_MATCH)
            return (uint32_t)i;
    }
    return POL_NO_MATCH;
}

static size_t phrase_start(const pol_aligned_side *side, size_t at)
{
    while (at > 0 && !side->units[at].starts_phrase)
        at--;
    return at;
}

static size_t phrase_end(const pol_aligned_side *side, size_t at)
{
    while (at < side->count && !side->units[at].starts_phrase)
        at++;
    return at;
}

/* The first change is noted. What only one side has is one where `either` holds. */
static void note_change(pol_alignment *alignment, run between, bool either)
{
    uint32_t one = first_lacking(&alignment->clause, between.clause_start, between.clause_end);
    uint32_t other = first_lacking(&alignment->passage, between.passage_start, between.passage_end);
    size_t lacking = (size_t)(one != POL_NO_MATCH) + (size_t)(other != POL_NO_MATCH);
    if (alignment->is_changed || lacking < (either ? 1 : 2))
        return;
    alignment->is_changed = true;
    alignment->clause_changed = one;
    alignment->passage_changed = other;
}

/* Before the first run, and between two. What stands behind the last is a detail more, or less,
 * unless each side has its own. */
static void look_between(pol_alignment *alignment, run last, run next)
{
    run between = {last.clause_end, next.clause_start, last.passage_end, next.passage_start};
    if (last.clause_end == 0) {
        between.clause_start = phrase_start(&alignment->clause, next.clause_start);
        between.passage_start = phrase_start(&alignment->passage, next.passage_start);
        note_change(alignment, between, false);
        alignment->changes_head = alignment->is_changed;
    } else if (next.passage_start >= last.passage_end) {
        note_change(alignment, between, true);
    }
}

static void look_behind(pol_alignment *alignment, run last)
{
    const run behind = {last.clause_end, phrase_end(&alignment->clause, last.clause_end),
                        last.passage_end, phrase_end(&alignment->passage, last.passage_end)};
    if (last.clause_end > 0)
        note_change(alignment, behind, false);
}

static size_t own_count(const pol_aligned_side *side, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += !side->units[i].is_formula;
    return count;
}

void pol_verbatim_find(pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause;
    run last = {0, 0, 0, 0};
    size_t covered = 0;
    for (size_t i = 0; i < clause->count; i++) {
        if (clause->match[i] == POL_NO_MATCH || clause->units[i].is_formula ||
            !is_same_text(alignment, i, clause->match[i]))
            continue;
        run next = run_around(alignment, i, last);
        i = next.clause_end - 1;
        if (next.clause_end - next.clause_start < 2)
            continue;
        covered += own_count(clause, next.clause_start, next.clause_end);
        look_between(alignment, last, next);
        last = next;
    }
    look_behind(alignment, last);
    size_t own = own_count(clause, 0, clause->count);
    alignment->verbatim = own > 0 ? (double)covered / (double)own : 0;
}
