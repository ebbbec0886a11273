/* sentence.c - a sentence of minutes or of a report to outcomes: "Motion 3, Warm homes,
 * moved by North branch, was carried unanimously.", "Motions 4, 5 and 9 were composited into
 * Composite A, which was carried as amended by 9.1."
 *
 * A sentence is clauses, each of items, a title or a mover, a verb and a decision. A clause
 * that does not read so gives nothing: it only mentions a decision. */
#include "document/outcome/sentence.h"

#include "document/recognise/decision.h"
#include "document/words.h"

enum {
    SENTENCE_BYTES_MAX = 1500,
    PREDICATES_MAX = 6, /* that are tried in one clause */
    CLAUSES_MAX = 12,
    MIDDLE_WORDS_MAX = 60,
    LEAD_WORDS_MAX = 30,
    RUN_WORDS_MAX = 7
};

pol_span pol_outcome_between(const char *from, const char *to)
{
    return pol_span_make(from, (size_t)(to - from));
}

pol_span pol_outcome_behind(pol_span text, const char *words)
{
    for (pol_span rest = text; pol_word_is_any(pol_word_next(&rest), words);)
        text = rest;
    return text;
}

bool pol_outcome_has_word(pol_span text, const char *words)
{
    pol_span word;
    while ((word = pol_word_next(&text)).data)
        if (pol_word_is_any(word, words))
            return true;
    return false;
}

/* ---- where sentences end -------------------------------------------------------------------- */

/* Does "Composite B" end at the full stop at `at`, where it looks like an initial? */
static bool ends_in_composite(pol_span text, size_t at)
{
    pol_span letter = pol_word_last(pol_span_first(text, at));
    if (letter.size != 1 || letter.data + 1 != text.data + at)
        return false;
    pol_span before = pol_word_last(pol_outcome_between(text.data, letter.data));
    return pol_word_is_any(before, "composite composites motion and");
}

pol_span pol_outcome_first_sentence(pol_span text)
{
    pol_span sentence = pol_first_sentence(text);
    for (size_t at = 0; at + 2 < sentence.size; at++)
        if (sentence.data[at] == '.' && sentence.data[at + 1] == ' ' &&
            pol_word_is_capital(pol_span_from(sentence, at + 2)) && ends_in_composite(sentence, at))
            return pol_span_first(sentence, at + 1);
    return sentence;
}

/* ---- what a clause may not say -------------------------------------------------------------- */

/* Does it tell of other times, or of what is only planned? */
static bool tells_otherwise(pol_span text, int year)
{
    static const char plans[] = "would will may might could recommends recommended recommend "
                                "previously expected hopes hoped notes noting ago earlier be";
    pol_span word, before = pol_span_make(NULL, 0);
    for (; (word = pol_word_next(&text)).data; before = word) {
        int other = pol_word_year(word);
        if (pol_word_is_any(word, plans) || (other && other != year) ||
            (pol_word_is(before, "last") && pol_word_is_any(word, "year conference congress")))
            return true;
    }
    return false;
}

/* ", Warm homes,", ": Warm homes", " (Warm homes)": the title of an item. */
static bool is_title_like(pol_span middle)
{
    if (middle.size < 3 || !(strchr(",:(\"'-", pol_span_trim(middle).data[0]) ||
                             (unsigned char)pol_span_trim(middle).data[0] >= 0x80))
        return false;
    return pol_word_is_capital(pol_span_core(middle));
}

/* "was moved by North branch, seconded by South Region, and": more is told of the same item. */
static bool ends_in_link(pol_span middle)
{
    return pol_word_is_any(pol_word_last(middle), "and then declared duly accordingly") &&
           pol_outcome_has_word(middle, "moved proposed put debated discussed taken seconded "
                                        "supported opposed amended admitted heard called "
                                        "considered introduced presented read");
}

/* Is there another item, decision or vote in it? */
static bool is_doubtful(pol_span middle, pol_outcome_memory *memory)
{
    const pol_outcome none = {0};
    return pol_outcome_is_muddled(middle, &none, memory);
}

/* May this stand between an item and its verb? What is no title must not turn the decision. */
static bool is_plain_middle(pol_span middle, bool has_verb, int year, pol_outcome_memory *memory)
{
    enum { PLAIN_WORDS_MAX = 24 };
    if (is_title_like(middle) && !is_doubtful(middle, memory))
        return has_verb || pol_ends_in(middle, ",") || middle.data[middle.size - 1] == ' ' ||
               pol_word_count(middle, 9) < 9;
    bool has_clause = pol_outcome_has_word(middle, "that which who whose because");
    return !pol_outcome_has_word(middle, "not nor neither never mover debate against speech "
                                         "amendment amendments seconder reference decision call "
                                         "business remission remittance recommendation "
                                         "challenge suspension procedural closure statement "
                                         "nearly almost") &&
           !is_doubtful(middle, memory) && !(has_clause && pol_decision_may_hold(middle)) &&
           !tells_otherwise(middle, year) &&
           (has_verb || ends_in_link(middle) ||
            !pol_outcome_has_word(middle, "was were is are has have had")) &&
           pol_word_count(middle, PLAIN_WORDS_MAX) < PLAIN_WORDS_MAX;
}

/* ---- clauses ----------------------------------------------------------------------------------
 */

/* "L2", "E3", "EM1": a number that is one without a noun. */
static bool starts_numbered(pol_span text)
{
    pol_span word = pol_word_next(&text);
    return word.size >= 2 && word.data[0] >= 'A' && word.data[0] <= 'Z' &&
           pol_outcome_is_number(word, false);
}

/* "On a card vote, Motion 12 was lost", "It was as clear as that: Motion 4 was lost". */
static pol_span skip_lead(pol_span text)
{
    pol_span rest = text, first = pol_word_next(&rest);
    bool may_lead =
        pol_word_is_any(first, "on after following finally then later next also in of "
                               "accordingly consequently therefore meanwhile both as "
                               "the subsequently thereafter similarly having with by at "
                               "because despite before without");
    bool may_run = pol_word_is_any(
        first, "as for due owing through by with at without"); /* "As a result Motion 9" */
    for (int words = 0; words < LEAD_WORDS_MAX && rest.size > 0; words++) {
        bool is_marked = rest.data[0] == ':' || (may_lead && rest.data[0] == ',') ||
                         (may_run && words >= 2 && words < RUN_WORDS_MAX);
        if (pol_outcome_starts_item(rest) && ((may_lead && words == 0) || is_marked))
            return rest;
        pol_word_next(&rest);
    }
    return text;
}

/* ", as was Motion 3": the same became of others. */
static bool is_same(pol_span here)
{
    pol_span rest = here;
    return pol_word_is(pol_word_next(&rest), "as") &&
           pol_word_is_any(pol_word_next(&rest), "was were did had") &&
           pol_outcome_starts_item(rest);
}

/* "7 and 9 fell": numbers without a noun, and a verb behind them. */
static bool starts_bare(pol_span here)
{
    enum { NUMBERS_MAX = 12 };
    pol_span rest = here, word;
    for (int i = 0; i < NUMBERS_MAX && (word = pol_word_next(&rest)).data; i++) {
        if (i > 0 && pol_word_is_any(word, "was were fell had has did"))
            return true;
        if (!(pol_outcome_is_number(word, false) || (i > 0 && pol_word_is(word, "and"))))
            return false;
    }
    return false;
}

/* Does another clause start behind this mark or link? */
static bool starts_clause(pol_span here, pol_span before)
{
    pol_span ahead = here, word = pol_word_next(&ahead);
    char mark = here.size > 0 ? here.data[0] : '\0';
    if (mark == ',' && is_same(here))
        return true;
    if (pol_word_is(word, "which"))
        return pol_word_is_any(pol_word_next(&ahead), "was were then fell itself");
    if (mark == ';' && pol_word_is(word, "it"))
        return true;
    bool is_linked = pol_word_is_any(before, "and while but whilst whereas with however after "
                                             "therefore so");
    if (before.data && pol_word_is_any(before, "while whilst whereas but") && starts_bare(here))
        return true;
    if (before.data && is_linked && pol_words_start(here, "the composite", NULL))
        return true;
    return before.data && (is_linked || mark == ',' || mark == ';' || mark == '.') &&
           pol_outcome_starts_item(here);
}

/* Up to where the next clause starts: ", which was", "; Motion 10", " and Motion 10". */
static pol_span until_clause(pol_span text)
{
    pol_span before = pol_span_make(NULL, 0);
    for (pol_span rest = text; rest.size > 0;) {
        if (starts_clause(rest, before)) {
            bool is_link = before.data && pol_word_is_any(before, "and while but whilst whereas "
                                                                  "with however after so");
            return pol_outcome_between(text.data, is_link ? before.data : rest.data);
        }
        before = pol_word_next(&rest);
    }
    return text;
}

/* A clause while it is read: what stands between the items and the verb, what is said, and
 * what follows. */
typedef struct clause {
    pol_span middle, rest;
    bool has_verb;
    pol_outcome said;
} clause;

/* Looks from `text`, behind the items, for a verb and a decision up to the clause's end. */
static bool find_predicate(const pol_sentence *s, pol_span text, clause *ret_clause)
{
    static const char verbs[] = "was were is are has have had been being then also put and duly "
                                "therefore subsequently declared itself both all again";
    pol_span rest = text;
    int tried = 0;
    for (int words = 0; words < MIDDLE_WORDS_MAX && tried < PREDICATES_MAX; words++) {
        pol_span here = rest, word = pol_word_next(&rest);
        if (!word.data)
            return false;
        bool has_verb = pol_word_is_any(word, "was were is are has have had then");
        if (!has_verb && (pol_word_is_capital(word) || !pol_decision_may_start(here)))
            continue;
        pol_span said = has_verb ? pol_outcome_behind(here, verbs) : here;
        said = pol_span_from(said, (size_t)(pol_span_core(said).data - said.data));
        pol_span whole = until_clause(said);
        tried++;
        if (!pol_sentence_read_predicate(whole, s->memory, &ret_clause->said) ||
            tells_otherwise(pol_sentence_until_cause(whole), s->context->year))
            continue;
        pol_span middle = pol_outcome_between(text.data, word.data);
        if (!has_verb && pol_words_start(said, "out of order", NULL) &&
            !pol_words_equal(whole, "out of order"))
            continue; /* "Lifts out of order for a day" is a title */
        bool is_linked = has_verb || ends_in_link(middle) || is_title_like(middle) ||
                         !pol_outcome_has_word(middle, "was were");
        if (!is_linked)
            continue; /* "were taken | en bloc and carried": the verb is told on */
        ret_clause->has_verb = has_verb;
        ret_clause->middle = pol_outcome_between(text.data, word.data);
        ret_clause->rest = pol_span_from(said, whole.size);
        return true;
    }
    return false;
}

/* "Motion 3, point 2 was lost": on parts, from the items' end on. */
static bool read_parts(const pol_sentence *s, pol_span text, clause *ret_clause)
{
    pol_span whole = until_clause(text);
    pol_outcome said = {0};
    if (!pol_outcome_words(pol_outcome_strip(pol_span_core(whole)), s->memory, &said) ||
        said.point_count == 0)
        return false;
    *ret_clause = (clause){
        .middle = pol_span_first(text, 0), .rest = pol_span_from(text, whole.size), .said = said};
    return true;
}

void pol_sentence_give(pol_sentence *s, size_t count, pol_span named, const pol_outcome *said)
{
    bool is_amended = count == 1 && named.data && pol_sentence_name(&s->items[s->count], named);
    size_t kept = s->count;
    for (size_t i = s->count; i < s->count + count; i++) {
        pol_outcome made = *said;
        made.kind = s->items[i].kind;
        made.number = s->items[i].number;
        made.title = s->items[i].title;
        if (is_amended && made.decision == POL_DECISION_CARRIED)
            made.decision = POL_DECISION_CARRIED_AMENDED;
        if (made.kind == POL_KIND_COMPOSITE && count == 1)
            s->context->composite = made.number;
        bool is_vote = made.kind != POL_KIND_AMENDMENT || !pol_outcome_is_acceptance(made.words);
        if (is_vote && (made.number.data || made.title.data))
            s->items[kept++] = made;
    }
    s->count = kept;
    if (said->decision == POL_DECISION_COMPOSITED && said->composite.data)
        s->context->composite = said->composite;
}

/* The items that a clause is on, at the place of the next ones; `*text` goes on behind. */
static size_t read_subject(pol_sentence *s, pol_span *text, pol_span *ret_named)
{
    static const char *const phrases[] = {"which", "that composite", "the composite",
                                          "this composite", "composite"};
    pol_outcome *items = s->items + s->count;
    *ret_named = pol_span_make(NULL, 0);
    if (s->count >= POL_OUTCOME_LIST_MAX / 2)
        return 0;
    pol_outcome list[POL_OUTCOME_LIST_MAX];
    pol_span start = *text;
    bool is_bare = s->count > 0 && starts_bare(*text);
    size_t count = pol_outcome_list(text, !(is_bare || starts_numbered(*text)), s->memory, list);
    if (count > POL_OUTCOME_LIST_MAX / 2)
        return 0;
    memcpy(items, list, count * sizeof *items);
    if (count > 0) {
        *ret_named = start;
        return count;
    }
    for (size_t i = 0; s->context->composite.data && i < sizeof phrases / sizeof *phrases; i++)
        if (pol_words_start(start, phrases[i], text)) {
            *items = (pol_outcome){.kind = POL_KIND_COMPOSITE, .number = s->context->composite};
            return 1;
        }
    if (s->count > 0 && pol_words_start(start, "it", text)) {
        *items = s->items[s->count - 1];
        return 1;
    }
    return pol_sentence_statement(s, text, ret_named);
}

/* ", as was Motion 3 (Noise)": gives what was said before. */
static bool read_same(pol_sentence *s, pol_span *text)
{
    if (s->count == 0 || !is_same(*text))
        return false;
    pol_outcome said = s->items[s->count - 1], list[POL_OUTCOME_LIST_MAX];
    pol_span rest = pol_outcome_behind(*text, "as was were did had"), named = pol_span_trim(rest);
    size_t count = pol_outcome_list(&rest, true, s->memory, list);
    if (count == 0 || s->count + count > POL_OUTCOME_LIST_MAX / 2)
        return false;
    memcpy(s->items + s->count, list, count * sizeof *list);
    said.points = NULL;
    said.point_count = 0;
    pol_sentence_give(s, count, count == 1 ? named : pol_span_make(NULL, 0), &said);
    *text = pol_span_from(*text, text->size);
    return true;
}

/* "Neither Motion 2 nor Motion 3 was carried." */
static bool read_neither(pol_sentence *s, pol_span text)
{
    pol_span rest = text;
    clause read;
    if (!pol_word_is(pol_word_next(&rest), "neither"))
        return false;
    size_t count = pol_outcome_list(&rest, true, s->memory, s->items);
    if (count < 2 || !find_predicate(s, rest, &read) || !read.has_verb ||
        pol_word_count(read.middle, 1) > 0 || read.said.decision != POL_DECISION_CARRIED)
        return false;
    read.said.decision = POL_DECISION_LOST;
    read.said.words = text;
    pol_sentence_give(s, count, pol_span_make(NULL, 0), &read.said);
    return true;
}

static bool read_clause(pol_sentence *s, pol_span *text)
{
    if (read_same(s, text))
        return true;
    pol_span core = pol_span_core(*text), named;
    pol_span rest = pol_outcome_between(core.data, text->data + text->size);
    clause read;
    size_t count = read_subject(s, &rest, &named);
    rest = count > 0 ? pol_sentence_behind_topic(rest) : rest;
    if (count == 0 || !find_predicate(s, rest, &read))
        return false;
    bool names_parts = pol_parts_are_named(read.middle) && read_parts(s, rest, &read);
    if (!names_parts && ((pol_parts_are_named(read.middle) && !is_title_like(read.middle)) ||
                         !is_plain_middle(read.middle, read.has_verb, s->context->year, s->memory)))
        return false;
    if (named.data)
        named = pol_outcome_between(named.data, read.middle.data + read.middle.size);
    pol_sentence_give(s, count, named, &read.said);
    *text = read.rest;
    return true;
}

/* "This was agreed, and | Motion 7 was left on the table": past what names no item, where nobody
 * speaks and nothing is wished for. */
static bool skip_clause(const pol_sentence *s, pol_span *text)
{
    pol_span before = pol_span_make(NULL, 0), rest = *text;
    if (s->count > 0 || pol_outcome_starts_item(*text))
        return false;
    while (rest.size > 0) {
        if (starts_clause(rest, before) && pol_outcome_starts_item(rest)) {
            pol_span passed = pol_span_first(*text, (size_t)(rest.data - text->data));
            *text = rest;
            return !pol_outcome_has_word(passed, "said says saying told asked urged argued claimed "
                                                 "reminded reported noted believed thought hoped "
                                                 "feared suggested recommended moved proposed "
                                                 "that not would motion motions");
        }
        before = pol_word_next(&rest);
        if (before.data && pol_outcome_starts_item(before))
            return false;
    }
    return false;
}

bool pol_sentence_predicate(pol_span text, const pol_outcome_context *context,
                            pol_outcome_memory *memory, pol_outcome *ret_said)
{
    pol_outcome_context copy = *context;
    pol_sentence s = {.memory = memory, .context = &copy};
    clause read;
    pol_span whole = pol_outcome_behind(text, "was were then was");
    *ret_said = (pol_outcome){0};
    if (pol_parts_are_named(text) &&
        pol_outcome_words(pol_outcome_strip(pol_span_core(whole)), memory, ret_said) &&
        ret_said->point_count > 0)
        return true;
    if (!find_predicate(&s, text, &read) || pol_parts_are_named(read.middle) ||
        !is_plain_middle(read.middle, read.has_verb, context->year, memory))
        return false;
    *ret_said = read.said;
    return true;
}

/* "Points 1 and 2 of Motion 3 were carried; point 3, on charging visitors, was lost.": the sentence
 * without the item and without what the points are on, which then says what became of the points.
 */
static bool read_points_of(pol_sentence *s, pol_span text)
{
    enum { BEFORE_WORDS_MAX = 6 };
    pol_span rest = text, before = pol_span_make(NULL, 0), items[2];
    if (!pol_outcome_parts_are_named(text))
        return false;
    for (int words = 0; words < BEFORE_WORDS_MAX; words++) {
        before = pol_word_next(&rest);
        if (!before.data || (pol_word_is(before, "of") && pol_outcome_starts_item(rest)))
            break;
    }
    if (!pol_word_is(before, "of"))
        return false;
    items[0] = items[1] = rest;
    if (pol_outcome_list(&items[1], true, s->memory, s->items) != 1 ||
        pol_sentence_names_item(items[1]))
        return false;
    char *made = pol_outcome_alloc(s->memory, text.size);
    if (!made)
        return false;
    size_t size = (size_t)(before.data - text.data);
    memcpy(made, text.data, size);
    pol_outcome said = {0};
    for (pol_span behind = items[1]; behind.size > 0;) { /* without ", on charging visitors" */
        pol_span next = pol_sentence_behind_topic(behind);
        if (next.data != behind.data) {
            behind = pol_span_from(next, next.size > 0);
            continue;
        }
        made[size++] = behind.data[0];
        behind = pol_span_from(behind, 1);
    }
    if (!pol_outcome_parts(pol_outcome_strip(pol_span_make(made, size)), s->memory, &said))
        return false;
    said.words = text;
    pol_sentence_give(s, 1, pol_span_make(NULL, 0), &said);
    return true;
}

size_t pol_outcome_sentence(pol_span sentence, pol_outcome_context *context,
                            pol_outcome_memory *memory, pol_outcome items[POL_OUTCOME_LIST_MAX])
{
    pol_sentence s = {.memory = memory, .items = items, .context = context};
    pol_span text = pol_span_trim(pol_span_unbullet(sentence));
    context->rest = text;
    if (text.size == 0 || text.size > SENTENCE_BYTES_MAX)
        return 0;
    if (pol_sentence_made(&s, text))
        return s.count;
    if (!(pol_decision_may_hold(text) || pol_sentence_may_act(text)) ||
        pol_outcome_has_word(text, "if unless whether should"))
        return 0;
    text = skip_lead(text);
    if (read_points_of(&s, text) || read_neither(&s, text) || pol_sentence_active(&s, text) ||
        pol_sentence_act(&s, text))
        return s.count;
    for (int i = 0; i < CLAUSES_MAX && pol_word_count(text, 1) > 0; i++) {
        text = pol_outcome_behind(text, "and while but whilst whereas with however after therefore "
                                        "so");
        if (!read_clause(&s, &text) && !skip_clause(&s, &text))
            break;
    }
    if (s.count == 0 && pol_sentence_which(&s, text))
        return s.count;
    context->rest = text;
    return s.count;
}
