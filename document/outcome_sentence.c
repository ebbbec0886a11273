/* outcome_sentence.c - a sentence of minutes or of a report to outcomes: "Motion 3, Warm homes,
 * moved by North branch, was carried unanimously.", "Motions 4, 5 and 9 were composited into
 * Composite A, which was carried as amended by 9.1.", "Conference remitted Motion 12."
 *
 * A sentence is clauses, each of items, a title or a mover, a verb and a decision. A clause
 * that does not read so gives nothing: it only mentions a decision. */
#include "document/outcome_parse.h"
#include "document/recognise_decision.h"
#include "document/words.h"

enum { SENTENCE_BYTES_MAX = 1500, CLAUSES_MAX = 12, MIDDLE_WORDS_MAX = 60, LEAD_WORDS_MAX = 10 };

/* A sentence while it is read. */
typedef struct sentence {
    pol_outcome_memory *memory;
    pol_outcome *items;
    size_t count;
    pol_span composite; /* that the last clause put items into: "which was carried" */
} sentence;

static pol_span between(const char *from, const char *to)
{
    return pol_span_make(from, (size_t)(to - from));
}

static pol_span behind_words(pol_span text, const char *words)
{
    for (pol_span rest = text; pol_word_is_any(pol_word_next(&rest), words);)
        text = rest;
    return text;
}

static bool has_word(pol_span text, const char *words)
{
    pol_span word;
    while ((word = pol_word_next(&text)).data)
        if (pol_word_is_any(word, words))
            return true;
    return false;
}

/* Does the sentence tell of what is not, or of other times? */
static bool tells_otherwise(pol_span text, int year)
{
    static const char words[] =
        "if unless should would will may might could recommends "
        "recommended recommend propose proposed proposes previously whether "
        "expected hopes hoped believes notes noting ago earlier until";
    pol_span word, before = pol_span_make(NULL, 0);
    for (; (word = pol_word_next(&text)).data; before = word) {
        int other = pol_word_year(word);
        bool is_plan = pol_word_is_any(word, words) && !pol_word_is(before, "was");
        if (is_plan || (other && other != year) || pol_word_is(word, "be") ||
            (pol_word_is(before, "last") && pol_word_is_any(word, "year conference congress")))
            return true;
    }
    return false;
}

/* Does an item's noun and number start here? */
static bool starts_item(pol_span text)
{
    pol_kind kind;
    bool is_in_number;
    return pol_outcome_noun(&text, &kind, &is_in_number) &&
           pol_outcome_is_number(pol_word_next(&text), true);
}

/* "On a card vote, Motion 12 was lost": behind the lead. */
static pol_span skip_lead(pol_span text)
{
    pol_span rest = text, first = pol_word_next(&rest);
    if (!pol_word_is_any(first,
                         "on after following finally then later next subsequently also in of "
                         "accordingly consequently therefore meanwhile thereafter as the "
                         "similarly having with by both"))
        return text;
    for (int words = 0; words < LEAD_WORDS_MAX && rest.size > 0; words++) {
        if (starts_item(rest) && (words == 0 || rest.data[0] == ','))
            return rest;
        pol_word_next(&rest);
    }
    return text;
}

/* Up to where the next clause starts: ", which was", "; Motion 10", " and Motion 10". */
static pol_span until_clause(pol_span text)
{
    pol_span before = pol_span_make(NULL, 0), word;
    for (pol_span rest = text; rest.size > 0; before = word) {
        pol_span here = rest;
        bool is_marked = here.size > 0 && (here.data[0] == ',' || here.data[0] == ';');
        word = pol_word_next(&rest);
        pol_span ahead = rest;
        if (pol_word_is(word, "which") &&
            pol_word_is_any(pol_word_next(&ahead), "was were then fell itself"))
            return between(text.data, here.data);
        bool is_linked = pol_word_is_any(before, "and while but whilst whereas with however");
        if (before.data && (is_marked || is_linked) && starts_item(here))
            return between(text.data, is_linked ? before.data : here.data);
        if (!word.data)
            break;
    }
    return text;
}

/* Behind a decision of a sentence: how, when, after what. Nothing of another decision. */
static bool is_manner(pol_span tail)
{
    pol_span rest = tail;
    return pol_word_count(tail, 1) == 0 ||
           (pol_word_is_any(pol_word_next(&rest), "after following on by with during despite amid "
                                                  "without to for from unanimously and in as "
                                                  "overwhelmingly almost having following") &&
            !pol_decision_may_hold(tail));
}

/* The decision that `text`, which goes to the end of the clause, starts with. */
static bool read_predicate(pol_span text, pol_outcome_memory *memory, pol_outcome *ret_said)
{
    *ret_said = (pol_outcome){0};
    if (pol_outcome_words(text, memory, ret_said))
        return ret_said->decision != POL_DECISION_NONE;
    pol_span tail = text;
    pol_decision decision = pol_outcome_longest(text, &tail);
    if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN || !is_manner(tail))
        return false;
    pol_span said = between(text.data, tail.data);
    return pol_outcome_words(said, memory, ret_said);
}

/* Looks from `text`, behind the items, for a verb and a decision up to the end of the
 * clause. `ret_middle` is what stands before, `ret_rest` what follows the clause. */
static bool find_predicate(pol_span text, pol_outcome_memory *memory, pol_outcome *ret_said,
                           pol_span *ret_middle, pol_span *ret_rest)
{
    static const char verbs[] = "was were is are has have had been being then also put and duly "
                                "therefore subsequently declared itself both all again";
    pol_span rest = text;
    for (int words = 0; words < MIDDLE_WORDS_MAX; words++) {
        pol_span here = rest, word = pol_word_next(&rest);
        if (!word.data)
            return false;
        bool is_verb = pol_word_is_any(word, "was were is are has have had then");
        if (!is_verb && (pol_word_is_capital(word) || !pol_decision_may_start(here)))
            continue;
        pol_span said = pol_span_trim(is_verb ? behind_words(here, verbs) : here);
        pol_span clause = until_clause(said);
        if (!read_predicate(clause, memory, ret_said))
            continue;
        *ret_middle = between(text.data, word.data);
        *ret_rest = pol_span_from(said, clause.size);
        return true;
    }
    return false;
}

/* What stands between an item and its verb says nothing that turns the decision. */
static bool is_plain_middle(pol_span middle)
{
    return !has_word(middle, "that which who whose not nor because neither mover debate against "
                             "card reference decision speech seconder");
}

static bool is_vote(const pol_outcome *item)
{
    return item->kind != POL_KIND_AMENDMENT || !pol_words_start(item->words, "accepted", NULL);
}

/* Gives what was said to the `count` items behind those of the sentence so far. `named` is
 * the text from the first item up to the verb. */
static void take_items(sentence *s, size_t count, pol_span named, const pol_outcome *said)
{
    bool is_amended = false;
    if (count == 1) {
        pol_outcome item = {0};
        if (pol_outcome_item(named, &item, &is_amended)) {
            bool is_small = item.title.data && !pol_word_is_capital(pol_span_core(item.title));
            s->items[s->count].kind = item.kind;
            s->items[s->count].title = is_small ? pol_span_make(NULL, 0) : item.title;
            if (item.kind == POL_KIND_AMENDMENT)
                s->items[s->count].number = item.number;
        }
    }
    size_t kept = s->count;
    for (size_t i = s->count; i < s->count + count; i++) {
        pol_outcome made = *said;
        made.kind = s->items[i].kind;
        made.number = s->items[i].number;
        made.title = s->items[i].title;
        if (is_amended && made.decision == POL_DECISION_CARRIED)
            made.decision = POL_DECISION_CARRIED_AMENDED;
        if (is_vote(&made))
            s->items[kept++] = made;
    }
    s->count = kept;
}

/* "Motion 3, point 2 was lost": on parts, from the items' end on. */
static bool read_parts(pol_span text, pol_outcome_memory *memory, pol_outcome *ret_said,
                       pol_span *ret_rest)
{
    pol_span clause = until_clause(text);
    *ret_rest = pol_span_from(text, clause.size);
    *ret_said = (pol_outcome){0};
    clause = pol_outcome_strip(pol_span_core(clause));
    return pol_outcome_words(clause, memory, ret_said) && ret_said->point_count > 0;
}

static bool read_clause(sentence *s, pol_span *text)
{
    pol_outcome said;
    pol_span rest = pol_span_core(*text), middle, behind;
    rest = pol_span_make(rest.data, (size_t)(text->data + text->size - rest.data));
    const char *start = rest.data;
    size_t count = 0;
    if (pol_words_start(rest, "which", &behind) && s->composite.data) {
        rest = behind;
        s->items[s->count] = (pol_outcome){.kind = POL_KIND_COMPOSITE, .number = s->composite};
        start = s->composite.data;
        count = s->count < POL_OUTCOME_LIST_MAX;
    } else if (s->count < POL_OUTCOME_LIST_MAX / 2) {
        pol_outcome *items = s->items + s->count;
        pol_outcome list[POL_OUTCOME_LIST_MAX];
        count = pol_outcome_list(&rest, true, s->memory, list);
        if (count > POL_OUTCOME_LIST_MAX - s->count)
            return false;
        memcpy(items, list, count * sizeof *items);
    }
    if (count == 0 || !find_predicate(rest, s->memory, &said, &middle, &behind))
        return false;
    bool is_which = start == s->composite.data;
    if (pol_parts_are_named(middle) ? !read_parts(rest, s->memory, &said, &behind)
                                    : !is_plain_middle(middle))
        return false;
    pol_span named = is_which ? s->composite : between(start, middle.data + middle.size);
    if (pol_parts_are_named(middle))
        named = between(start, rest.data);
    take_items(s, count, named, &said);
    s->composite = said.decision == POL_DECISION_COMPOSITED ? said.composite : POL_SPAN("");
    if (s->composite.size == 0)
        s->composite.data = NULL;
    *text = behind;
    return true;
}

/* ---- "Conference carried Motion 4" ---------------------------------------------------- */

static const struct {
    const char *words;
    pol_decision decision;
} deeds[] = {
    {"carried", POL_DECISION_CARRIED},
    {"passed", POL_DECISION_CARRIED},
    {"adopted", POL_DECISION_CARRIED},
    {"approved", POL_DECISION_CARRIED},
    {"agreed", POL_DECISION_CARRIED},
    {"endorsed", POL_DECISION_CARRIED},
    {"accepted", POL_DECISION_CARRIED},
    {"rejected", POL_DECISION_LOST},
    {"defeated", POL_DECISION_LOST},
    {"voted down", POL_DECISION_LOST},
    {"remitted", POL_DECISION_REMITTED},
    {"agreed to remit", POL_DECISION_REMITTED},
    {"voted to remit", POL_DECISION_REMITTED},
    {"decided to remit", POL_DECISION_REMITTED},
    {"referred back", POL_DECISION_REFERRED_BACK},
    {"deferred", POL_DECISION_DEFERRED},
    {"voted to adopt", POL_DECISION_CARRIED},
    {"voted to carry", POL_DECISION_CARRIED},
    {"voted to reject", POL_DECISION_LOST},
    {"agreed to adopt", POL_DECISION_CARRIED},
};

static bool read_active(sentence *s, pol_span text)
{
    pol_span rest = behind_words(text, "the it was");
    if (!pol_word_is_any(pol_word_next(&rest), "conference congress delegates council meeting "
                                               "assembly"))
        return false;
    rest = behind_words(rest, "then also unanimously overwhelmingly narrowly subsequently");
    pol_span words = pol_span_core(rest);
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        pol_span behind;
        if (!pol_words_start(rest, deeds[i].words, &behind) ||
            (pol_span_core(behind).size > 0 && !starts_item(behind)))
            continue;
        words = between(words.data, behind.data);
        size_t count = pol_outcome_list(&behind, true, s->memory, s->items);
        if (count == 0 || !is_plain_middle(behind) || pol_decision_may_hold(behind) ||
            pol_parts_are_named(behind))
            return false;
        for (size_t k = 0; k < count; k++) {
            s->items[k].decision = (uint8_t)deeds[i].decision;
            s->items[k].words = words;
        }
        s->count = count;
        return true;
    }
    return false;
}

size_t pol_outcome_sentence(pol_span sentence_text, int year, pol_outcome_memory *memory,
                            pol_outcome items[POL_OUTCOME_LIST_MAX])
{
    sentence s = {.memory = memory, .items = items};
    pol_span text = pol_span_trim(pol_span_unbullet(sentence_text));
    if (text.size == 0 || text.size > SENTENCE_BYTES_MAX || !pol_decision_may_hold(text) ||
        tells_otherwise(text, year))
        return 0;
    text = skip_lead(text);
    if (read_active(&s, text))
        return s.count;
    for (int i = 0; i < CLAUSES_MAX && pol_word_count(text, 1) > 0; i++) {
        text = behind_words(text, "and while but whilst whereas with however");
        if (!read_clause(&s, &text))
            break;
    }
    return s.count;
}
