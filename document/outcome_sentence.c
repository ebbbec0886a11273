/* outcome_sentence.c - a sentence of minutes or of a report to outcomes: "Motion 3, Warm homes,
 * moved by North branch, was carried unanimously.", "Motions 4, 5 and 9 were composited into
 * Composite A, which was carried as amended by 9.1."
 *
 * A sentence is clauses, each of items, a title or a mover, a verb and a decision. A clause
 * that does not read so gives nothing: it only mentions a decision. */
#include "document/outcome_sentence.h"

#include "document/outcome_title.h"
#include "document/recognise_decision.h"
#include "document/words.h"

enum {
    SENTENCE_BYTES_MAX = 1500,
    PREDICATES_MAX = 6, /* that are tried in one clause */
    CLAUSES_MAX = 12,
    MIDDLE_WORDS_MAX = 60,
    LEAD_WORDS_MAX = 30,
    MANNER_WORDS_MAX = 6,
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

static bool names_item(pol_span text)
{
    while (text.size > 0) {
        if (pol_outcome_starts_item(text))
            return true;
        pol_word_next(&text);
    }
    return false;
}

/* Behind a decision of a sentence: how, when, after what. Nothing of another decision. */
static bool is_manner(pol_span tail, pol_decision decision)
{
    pol_span rest = tail;
    return pol_word_count(tail, 1) == 0 ||
           (pol_word_is_any(pol_word_next(&rest),
                            "after following on by with during despite amid "
                            "without to for from unanimously and in as before "
                            "overwhelmingly almost having while since because "
                            "due when though although therefore which who where whose that") &&
            !names_item(tail) && !pol_outcome_says_other(tail, decision));
}

/* ", the Trust having agreed", ", an amendment having been lost": what went before. */
static bool is_occasion(pol_span tail)
{
    return tail.size > 0 && tail.data[0] == ',' &&
           pol_outcome_has_word(tail, "having being nobody none nothing");
}

/* ": nobody spoke or voted against it": how it went. */
static bool is_explained(pol_span tail, pol_decision decision)
{
    return tail.size > 0 && strchr(":;", tail.data[0]) && !pol_outcome_starts_item(tail) &&
           !pol_outcome_says_other(tail, decision);
}

/* The decision that `text`, which goes to the end of the clause, starts with. */
static bool read_predicate(pol_span text, pol_outcome_memory *memory, pol_outcome *ret_said)
{
    *ret_said = (pol_outcome){0};
    while (text.size > 0 && strchr(" ,;", text.data[text.size - 1]))
        text.size--;
    if (pol_outcome_words(text, memory, ret_said))
        return ret_said->decision != POL_DECISION_NONE;
    pol_span tail = text;
    pol_decision decision = pol_outcome_longest(text, &tail);
    if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN ||
        !(is_manner(tail, decision) || is_occasion(tail) || is_explained(tail, decision)) ||
        !pol_outcome_words(pol_outcome_between(text.data, tail.data), memory, ret_said))
        return false;
    pol_outcome_note_referral(tail, ret_said);
    bool is_brief = pol_word_count(tail, MANNER_WORDS_MAX + 1) <= MANNER_WORDS_MAX &&
                    tail.size > 0 && tail.data[0] == ' ' && !memchr(tail.data, ',', tail.size);
    if (is_brief)
        ret_said->words = pol_outcome_strip(text);
    if (decision == POL_DECISION_CARRIED && pol_outcome_tells_change(tail))
        ret_said->decision = POL_DECISION_CARRIED_AMENDED;
    return true;
}

/* "ruled out of order as it would need a rule change": what led to a decision is no plan. */
static pol_span until_cause(pol_span text)
{
    pol_span rest = text, word;
    while ((word = pol_word_next(&rest)).data) {
        pol_span ahead = rest;
        bool is_sequel = pol_word_is(word, "and") &&
                         pol_word_is_any(pol_word_next(&ahead), "will would so therefore");
        if (is_sequel || pol_word_is_any(word, "as because since which who"))
            return pol_span_first(text, (size_t)(word.data - text.data));
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
        if (!read_predicate(whole, s->memory, &ret_clause->said) ||
            tells_otherwise(until_cause(whole), s->context->year))
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

/* "A pay claim, which had been moved late": the title without what is told behind it. */
static pol_span before_telling(pol_span named)
{
    static const char *const tells[] = {", as it ", ", as then", ", could be",   ", was ",
                                        ", which ", ", had ",    ", having ",    ", were ",
                                        ", would ", ", who ",    ", as printed", ", supported",
                                        ", opposed"};
    for (size_t i = 0; i < sizeof tells / sizeof *tells; i++) {
        size_t at = pol_span_find(named, pol_span_of(tells[i]), 0);
        if (at != (size_t)-1)
            named = pol_span_first(named, at);
    }
    return named;
}

/* What stands in the quotes or brackets that `text` starts with. */
static pol_span quoted(pol_span text)
{
    static const char *const pairs[][2] = {
        {"\u201C", "\u201D"}, {"\u2018", "\u2019"}, {"\"", "\""}, {"(", ")"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        pol_span open = pol_span_of(pairs[i][0]);
        size_t end = pol_span_starts(text, open)
                         ? pol_span_find(text, pol_span_of(pairs[i][1]), open.size)
                         : (size_t)-1;
        if (end != (size_t)-1)
            return pol_span_make(text.data + open.size, end - open.size);
    }
    return pol_span_make(NULL, 0);
}

/* Up to the comma behind which more is told: "A shorter conference, failed"; absent for none. */
static pol_span until_told(pol_span text)
{
    static const char tells[] =
        "was were is are has had have did failed fell found gained won scraped squeezed sailed "
        "went "
        "received secured passed lost carried met got came attracted drew provoked gave raised "
        "aroused prompted saw led brought moved proposed "
        "submitted seconded which who from by after having although though despite could needed "
        "lacked ran also then";
    for (size_t at = 0; at + 2 < text.size; at++) {
        pol_span rest = pol_span_from(text, at + 1);
        if (text.data[at] == ',' && text.data[at + 1] == ' ' &&
            pol_word_is_any(pol_word_next(&rest), tells))
            return pol_span_first(text, at);
    }
    return pol_span_make(NULL, 0);
}

pol_span pol_sentence_title(pol_span named)
{
    pol_kind kind;
    bool is_in_number;
    pol_span rest = named, none = pol_span_make(NULL, 0);
    if (pol_outcome_noun(&rest, &kind, &is_in_number) &&
        pol_outcome_is_prefix(pol_word_next(&(pol_span){rest.data, rest.size})))
        (void)pol_word_next(&rest);
    pol_span word = pol_word_next(&rest);
    if (!pol_outcome_is_number(word, true))
        return none;
    pol_outcome_whole_number(word, &rest);
    bool is_marked = false;
    while (rest.size > 0 && strchr(" ,:", rest.data[0])) {
        is_marked = is_marked || rest.data[0] != ' ';
        rest = pol_span_from(rest, 1);
    }
    pol_span title = quoted(rest);
    if (title.data) {
        pol_span first = title, bare = pol_outcome_strip(title);
        bool is_aside = rest.data[0] == '(' &&
                        pol_word_is_any(pol_word_next(&first), "from moved by as motions see "
                                                               "amended incorporating");
        return !is_aside && pol_title_is(bare) ? bare : none;
    }
    title = is_marked && pol_word_is_capital(rest) ? until_told(rest) : none;
    return title.data && pol_title_is(title) ? pol_outcome_strip(title) : none;
}

/* "Electric paddle gear, found little favour and": without what is told behind the title, where
 * more is told of the item. */
static pol_span before_deed(pol_span named)
{
    pol_span last = pol_word_last(named);
    if (!pol_word_is_any(last, "and then but duly also so having"))
        return named;
    for (size_t at = named.size; at-- > 2;)
        if (named.data[at - 2] == ',' && named.data[at - 1] == ' ')
            return named.data[at] >= 'a' && named.data[at] <= 'z' ? pol_span_first(named, at - 2)
                                                                  : named;
    return named;
}

bool pol_sentence_name(pol_outcome *item, pol_span named)
{
    bool is_amended = false;
    pol_outcome read = {0};
    if (!pol_outcome_item(before_deed(before_telling(named)), &read, &is_amended))
        return false;
    pol_span title = pol_sentence_title(named);
    bool is_cut = title.data && read.title.data && read.title.size > title.size;
    if (is_cut) /* behind the quotes more is told */
        read.title = title;
    bool is_small = read.title.data && !pol_word_is_capital(pol_span_core(read.title));
    if (item->kind == POL_KIND_MOTION || read.kind != POL_KIND_MOTION)
        item->kind = item->kind == POL_KIND_STATEMENT ? item->kind : read.kind;
    item->title = is_small ? pol_span_make(NULL, 0) : read.title;
    if (read.kind == POL_KIND_AMENDMENT)
        item->number = read.number;
    return is_amended;
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
    size_t count = pol_outcome_list(text, !starts_numbered(*text), s->memory, list);
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

/* ", on the closure of the creamery, was": behind what the item is on, at the comma. */
pol_span pol_sentence_behind_topic(pol_span text)
{
    pol_span rest = text, word = pol_word_next(&rest);
    bool is_topic = text.size > 0 && text.data[0] == ',' &&
                    pol_word_is_any(word, "on about concerning regarding calling from");
    size_t end = is_topic ? pol_span_find(rest, POL_SPAN(", "), 0) : (size_t)-1;
    return end == (size_t)-1 ? text : pol_span_from(rest, end);
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
    if (pol_outcome_list(&items[1], true, s->memory, s->items) != 1 || names_item(items[1]))
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
