/* signs_roles.c - see signs.h: whether two that both texts name have changed parts.
 *
 * "The council should answer to the tenants" and "the tenants should answer to the council" are
 * made of the same words. Of each name both have, its part is read from the small words around it:
 * who does it ("X should", "that X"), whom it is done to, or "from", "to", "by" whom. Two that have
 * one another's part in the other text have changed places in what is asked for. */
#include "draft/lexicon.h"
#include "draft/signs.h"

typedef enum part {
    PART_NONE, /* no small word tells */
    PART_WHO,
    PART_DONE, /* "X should be": it is done to X */
    PART_FROM,
    PART_TO,
    PART_BY,
    PART_FOR,
    PART_OVER,
    PART_THAN,
    PART_AGAINST
} part;

enum {
    NAMES_MAX = 32,  /* that are looked at, */
    LOOKED_MAX = 96, /* among so many words */
    BACK = 4,        /* words from a name back to the small word that tells its part */
    ON = 7,          /* words from a name on to its "should", */
    VERB = 3         /* and from that to what it should do */
};

typedef struct role {
    part part;
    uint32_t verb; /* the concept of what X should do, or what stands right before X; 0: none */
} role;

typedef struct name {
    size_t at, match;
    role ours, theirs;
} name;

/* Names follow: "the", "all", an adjective. */
static bool is_of_name(const pol_unit *unit)
{
    return unit->role == POL_ROLE_ARTICLE || !unit->is_stop;
}

/* What stands behind "should": "be closed", "close", but not "have". */
static role role_of_verb(const pol_aligned_side *side, size_t from)
{
    static const char *const skipped[] = {"be", "not", "to", "all", "also", "never"};
    static const char *const owning[] = {"have", "has", "had"};
    role found = {PART_WHO, 0};
    for (size_t i = from; i < side->count && i < from + VERB; i++) {
        if (side->units[i].role == POL_ROLE_BE)
            found.part = PART_DONE;
        if (POL_UNIT_IS_ANY(side, i, owning))
            return (role){PART_NONE, 0};
        if (POL_UNIT_IS_ANY(side, i, skipped))
            continue;
        found.verb = side->units[i].concept;
        return found;
    }
    return (role){PART_NONE, 0};
}

/* "X should", "X of all branches to": what is asked for is asked of X. */
static role role_as_subject(const pol_aligned_side *side, size_t at)
{
    static const char *const modals[] = {"should", "shall",  "must",  "may", "will",
                                         "would",  "can",    "could", "to",  "cannot",
                                         "be",     "not to", "is",    "are", "never"};
    static const char *const within[] = {"of", "in", "at", "on", "with"};
    static const char *const ends[] = {"from", "by", "for"};
    for (size_t i = at + 1; i < side->count && i <= at + ON && !side->units[i].starts_phrase; i++) {
        bool is_to_whom = i + 1 < side->count && side->units[i + 1].role == POL_ROLE_ARTICLE;
        if (POL_UNIT_IS_ANY(side, i, modals) && !is_to_whom)
            return role_of_verb(side, i + (side->units[i].role != POL_ROLE_BE));
        if ((!is_of_name(&side->units[i]) && !POL_UNIT_IS_ANY(side, i, within)) ||
            POL_UNIT_IS_ANY(side, i, ends))
            break;
    }
    return (role){PART_NONE, 0};
}

static part part_before(const pol_aligned_side *side, size_t at)
{
    static const struct {
        const char *word;
        part part;
    } parts[] = {{"from", PART_FROM},       {"to", PART_TO},     {"by", PART_BY},
                 {"for", PART_FOR},         {"over", PART_OVER}, {"than", PART_THAN},
                 {"against", PART_AGAINST}, {"onto", PART_TO},   {"into", PART_TO}};
    bool is_behind_article = false;
    for (size_t i = at; i > 0 && at - i < BACK && !side->units[i].starts_phrase; i--) {
        const pol_unit *unit = &side->units[i - 1];
        pol_span text = pol_span_make(side->text.data + unit->start, unit->end - unit->start);
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
            if (pol_span_equal_fold(text, pol_span_of(parts[k].word)))
                return parts[k].part;
        /* "to support any member": the verb stands before the article */
        if (!is_of_name(unit) || (is_behind_article && unit->role != POL_ROLE_ARTICLE))
            return PART_NONE;
        is_behind_article = is_behind_article || unit->role == POL_ROLE_ARTICLE;
    }
    return PART_NONE;
}

static role role_of(const pol_aligned_side *side, size_t at)
{
    part before = part_before(side, at);
    role found = {before, 0};
    if (before == PART_NONE || before == PART_FOR)
        found = role_as_subject(side, at);
    if (found.part != PART_NONE)
        return found;
    size_t verb = at;
    while (verb > 0 && side->units[verb - 1].role == POL_ROLE_ARTICLE)
        verb--;
    return (role){before, verb > 0 ? side->units[verb - 1].concept : 0};
}

/* How often a concept stands on a side. */
static size_t count_of(const pol_aligned_side *side, uint32_t concept)
{
    size_t count = 0;
    for (size_t i = 0; i < side->count; i++)
    count += side->units[i].concept == concept;
    return count;
}

static bool is_name(const pol_unit *unit)
{
    return unit->weight > 0 && !unit->is_formula &&
           (unit->role == POL_ROLE_NONE || unit->role == POL_ROLE_SWAP);
}

/* Names that stand once in each text. */
static size_t find_names(const pol_alignment *alignment, name *names)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    size_t count = 0;
    for (size_t i = 0; i < clause->count && i < LOOKED_MAX && count < NAMES_MAX; i++) {
        const pol_unit *unit = &clause->units[i];
        size_t match = clause->match[i];
        if (!is_name(unit) || match == POL_NO_MATCH ||
            passage->units[match].concept != unit->concept ||
            count_of(clause, unit->concept) != 1 || count_of(passage, unit->concept) != 1)
            continue;
        names[count++] = (name){i, match, role_of(clause, i), role_of(passage, match)};
    }
    return count;
}

/* "A locker, a hot meal and a place to rest": nothing but names between the two. */
static bool are_listed(const pol_aligned_side *side, size_t one, size_t other)
{
    size_t from = one < other ? one : other, to = one < other ? other : one;
    for (size_t i = from + 1; i < to; i++)
        if (!is_of_name(&side->units[i]) && side->units[i].role != POL_ROLE_JOIN)
            return false;
    return to > from;
}

/* Has each the part that the other has in the other text? Where no word tells the part of one, it
 * must be what the same is done to, right behind the verb, and their order another. */
static bool have_changed(const pol_alignment *alignment, const name *one, const name *other)
{
    part ours = one->ours.part, theirs = one->theirs.part;
    if (ours == theirs || ours != other->theirs.part || theirs != other->ours.part)
        return false;
    if (are_listed(&alignment->clause, one->at, other->at) ||
        are_listed(&alignment->passage, one->match, other->match))
        return false;
    if (ours != PART_NONE && theirs != PART_NONE)
        return true;
    bool is_one_verb = one->ours.verb == other->ours.verb && one->theirs.verb == other->theirs.verb;
    return is_one_verb && one->ours.verb != 0 && one->ours.verb == one->theirs.verb &&
           (one->at < other->at) != (one->match < other->match);
}

/* "From the council to contractors", and "to the council". */
static bool is_turned_about(const name *one)
{
    return (one->ours.part == PART_FROM && one->theirs.part == PART_TO) ||
           (one->ours.part == PART_TO && one->theirs.part == PART_FROM);
}

/* --- earlier and later ------------------------------------------------------------ */

/* A "before" or "after" and the sentence around it. */
typedef struct order {
    size_t from, at, comma, to; /* comma: where what it opens ends, if it opens the sentence */
    bool is_before;
} order;

static bool find_order(const pol_aligned_side *side, order *ret_order)
{
    static const char *const before[] = {"before", "until", "till", "ahead of", "prior to"};
    static const char *const after[] = {"after", "once", "following"};
    for (size_t i = 0; i < side->count && i < LOOKED_MAX; i++) {
        bool is_before = POL_UNIT_IS_ANY(side, i, before);
        if (!is_before && !POL_UNIT_IS_ANY(side, i, after))
            continue;
        order found = {i, i, 0, i + 1, is_before};
        while (found.from > 0 && !side->units[found.from].starts_sentence)
            found.from--;
        while (found.to < side->count && !side->units[found.to].starts_sentence) {
            if (found.comma == 0 && found.from == i && side->units[found.to].starts_phrase)
                found.comma = found.to;
            found.to++;
        }
        *ret_order = found;
        return true;
    }
    return false;
}

static bool is_in(const order *of, size_t at)
{
    return at >= of->from && at < of->to && at != of->at;
}

/* Does it come first, by what is said? */
static bool is_earlier(const order *of, size_t at)
{
    bool is_behind = of->comma ? at < of->comma : at > of->at;
    return is_behind != of->is_before;
}

/* Is what one text has first, and the other last, more than what both have in its place? */
static bool is_order_turned(const pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause;
    order ours, theirs;
    size_t sooner = 0, later = 0, kept = 0;
    if (!find_order(clause, &ours) || !find_order(&alignment->passage, &theirs))
        return false;
    for (size_t i = ours.from; i < ours.to; i++) {
        size_t match = clause->match[i];
        if (clause->units[i].weight <= 0 || clause->units[i].is_formula || match == POL_NO_MATCH ||
            !is_in(&ours, i) || !is_in(&theirs, match))
            continue;
        bool is_first = is_earlier(&ours, i), was_first = is_earlier(&theirs, match);
        sooner += is_first && !was_first;
        later += !is_first && was_first;
        kept += is_first == was_first;
    }
    return sooner > 0 && later > 0 && sooner + later > kept;
}

double pol_signs_parts_changed(const pol_alignment *alignment)
{
    name names[NAMES_MAX];
    size_t count = find_names(alignment, names);
    double changed = is_order_turned(alignment);
    for (size_t i = 0; i < count; i++) {
        changed += is_turned_about(&names[i]);
        for (size_t j = i + 1; j < count; j++)
            changed += have_changed(alignment, &names[i], &names[j]);
    }
    return changed;
}
