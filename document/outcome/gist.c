/* gist.c - a sentence of a report that does not read clause by clause, by what it names and
 * what it says: "After a short discussion it was resolved, without dissent, to adopt Motion 1.",
 * "Motion 2, “Targets”, scraped home." One item, one decision, and nothing that turns it; in doubt
 * it says nothing. */
#include "document/outcome/sentence.h"
#include "document/recognise/decision.h"
#include "document/words.h"

enum {
    SENTENCE_BYTES_MAX = 700,
    WORDS_MAX = 90,
    AIM_WORDS_MAX = 9, /* "resolved, without dissent and on a show of hands, to adopt" */
    ADVERBS_MAX = 4    /* "was then once more heavily" */
};

/* A sentence while it is read. */
typedef struct gist {
    pol_span text; /* quotes and brackets blotted out */
    char *copy;    /* the same, to write to */
    const char *original;
    bool is_on_hand, is_bracketed,
        is_amendment;   /* how the item is named, if not by its noun outside brackets */
    uint32_t decisions; /* a bit for each that it states */
    pol_decision decision;
    pol_span words;
} gist;

/* ---- what may be looked at ------------------------------------------------------------------ */

/* The size of the quote or bracket that opens at `at`, and what closes it. */
static size_t opening(pol_span text, size_t at, const char **ret_close)
{
    static const char *const pairs[][2] = {
        {"\u201C", "\u201D"}, {"\u2018", "\u2019"}, {"\"", "\""}, {"(", ")"}, {"[", "]"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pol_span_starts(pol_span_from(text, at), pol_span_of(pairs[i][0]))) {
            *ret_close = pairs[i][1];
            return strlen(pairs[i][0]);
        }
    return 0;
}

/* A copy with spaces for what stands in quotes and brackets: titles, movers, asides. */
static char *blot(pol_span text, pol_outcome_memory *memory)
{
    char *made = pol_outcome_alloc(memory, text.size + 1);
    if (!made)
        return NULL;
    memcpy(made, text.data, text.size);
    for (size_t at = 0; at < text.size; at++) {
        const char *close;
        size_t open = opening(text, at, &close);
        size_t end = open > 0 ? pol_span_find(text, pol_span_of(close), at + open) : (size_t)-1;
        if (end == (size_t)-1)
            continue;
        memset(made + at, ' ', end + strlen(close) - at);
        at = end + strlen(close) - 1;
    }
    return made;
}

/* Does it tell of plans, wishes, procedure or other times, or of parts and amendments? */
static bool is_turned(pol_span text, int year)
{
    static const char turning[] =
        "if unless whether should would could might recommend recommends recommended recommending "
        "recommendation previously formerly nearly almost hardly asks asking urge urged urging "
        "sought seek seeks hoped hope hopes wanted wants requested requests invited expected "
        "procedural business closure suspension suspended challenge challenged argued claimed said "
        "saying told believed thought feared suggested predicted regretted opposed earlier before "
        "originally initially provisionally proposes committee's yet until "
        "neither nor recount call calls rescinded overturned reversed annulled void revoked "
        "reopened retaken invalid but";
    pol_span word, before = pol_span_make(NULL, 0);
    for (; (word = pol_word_next(&text)).data; before = word) {
        int other = pol_word_year(word);
        if (pol_word_is_any(word, turning) || (other && other != year) ||
            (pol_word_is(before, "last") && pol_word_is_any(word, "year conference congress")))
            return true;
    }
    return false;
}

/* ---- the item ------------------------------------------------------------------------------- */

/* The one item that is named; false where there is none, or another beside it. */
static bool find_item(pol_span text, pol_outcome_memory *memory, pol_outcome *item,
                      pol_span *ret_at)
{
    pol_outcome list[POL_OUTCOME_LIST_MAX];
    bool is_found = false;
    for (pol_span rest = text; rest.size > 0;) {
        pol_span ahead = rest;
        if (!pol_outcome_starts_item(rest) || pol_word_is_any(pol_word_next(&ahead), "no nos")) {
            pol_word_next(&rest);
            continue;
        }
        pol_span start = pol_span_core(rest);
        size_t count = pol_outcome_list(&rest, true, memory, list);
        bool is_same = is_found && count == 1 && list[0].kind == item->kind &&
                       pol_span_equal(list[0].number, item->number);
        if (count == 0) {
            pol_word_next(&rest);
            continue;
        }
        if (count > 1 || (is_found && !is_same))
            return false;
        if (!is_found)
            *ret_at = start;
        *item = list[0];
        is_found = true;
    }
    return is_found;
}

/* "The amendment of the Deanery of March (3.1)": its number in brackets, and no other item. */
static bool find_amendment(const gist *g, pol_span sentence, pol_outcome *item, pol_span *ret_at)
{
    size_t open = pol_span_find(sentence, POL_SPAN("("), 0);
    size_t close = pol_span_find(sentence, POL_SPAN(")"), 0);
    pol_span lead = sentence, first = pol_word_next(&lead);
    if (pol_word_is_any(first, "the an"))
        first = pol_word_next(&lead);
    if (!pol_word_is(first, "amendment") || open == (size_t)-1 || close == (size_t)-1 ||
        close < open || pol_outcome_has_word(g->text, "motion motions composite resolution"))
        return false;
    pol_span inside = pol_span_trim(pol_span_make(sentence.data + open + 1, close - open - 1));
    pol_outcome read = {0};
    if (!pol_outcome_is_number(inside, false) || !pol_outcome_item(inside, &read, NULL))
        return false;
    *item = (pol_outcome){.kind = POL_KIND_AMENDMENT, .number = inside};
    *ret_at = pol_span_first(g->text, 0);
    return true;
}

/* "a call for Sunday opening (Motion 16)": the one item in brackets, where none stands outside. */
static bool find_bracketed(pol_span sentence, pol_outcome_memory *memory, pol_outcome *item)
{
    pol_outcome list[POL_OUTCOME_LIST_MAX];
    bool is_found = false;
    for (size_t at = 0; (at = pol_span_find(sentence, POL_SPAN("("), at)) != (size_t)-1; at++) {
        pol_span inside = pol_span_from(sentence, at + 1);
        inside = pol_span_first(inside, pol_span_find(inside, POL_SPAN(")"), 0));
        if (!pol_outcome_starts_item(inside))
            continue;
        if (is_found || pol_outcome_list(&inside, true, memory, list) != 1 ||
            pol_word_count(inside, 1) > 0)
            return false;
        *item = list[0];
        is_found = true;
    }
    return is_found;
}

/* ---- the decision --------------------------------------------------------------------------- */

static bool is_adverb(pol_span word)
{
    static const pol_span ending = {"ly", 2};
    return pol_span_ends(word, ending) ||
           pol_word_is_any(word,
                           "then also again thus therefore duly once more not so both all first "
                           "put and afterwards nevertheless too");
}

/* Is the word at `at` what a verb says: "was then heavily | defeated"? */
static bool follows_verb(pol_span text, const char *at)
{
    pol_span left = pol_span_make(text.data, (size_t)(at - text.data));
    for (int i = 0; i <= ADVERBS_MAX; i++) {
        pol_span word = pol_word_last(left);
        if (!word.data)
            return false;
        if (pol_word_is_any(word, "was were been being is are stands stood has have"))
            return true;
        if (!is_adverb(word) || (i == 0 && memchr(word.data + word.size, ',',
                                                  (size_t)(at - word.data - (long)word.size))))
            return false;
        left.size = (size_t)(word.data - text.data);
    }
    return false;
}

/* Behind words that may lead to a subject. */
static pol_span behind_lead(pol_span text)
{
    return pol_outcome_behind(text,
                              "and but then finally the this accordingly so therefore however "
                              "meanwhile when while next also consequently thus here lastly an");
}

/* The last place of the mark in `text`, behind it; 0 where there is none. */
static size_t behind_last(pol_span text, pol_span mark)
{
    size_t behind = 0;
    for (size_t at = 0; (at = pol_span_find(text, mark, at)) != (size_t)-1; at++)
        behind = at + mark.size;
    return behind;
}

/* "Our own motion, Motion 23 on night buses, |", "that Amendment 2.1, from North branch, |": does
 * an item stand before, between commas, with no more than asides behind it? */
static bool follows_item(pol_span left)
{
    enum { ASIDES_MAX = 3 };
    static const pol_span comma = {", ", 2}, that = {" that ", 6};
    for (int i = 0; i <= ASIDES_MAX; i++) {
        size_t end = behind_last(left, comma);
        if (end == 0)
            return false;
        left = pol_span_first(left, end - comma.size);
        pol_span piece = pol_span_from(left, behind_last(left, comma));
        pol_span rest = pol_span_from(piece, behind_last(piece, that));
        if (pol_outcome_starts_item(behind_lead(rest)))
            return true;
        if (!pol_word_is_any(pol_word_next(&rest), "from on by moved about concerning submitted "
                                                   "proposed with as"))
            return false;
    }
    return false;
}

/* Is it the item that something was done to at `at`, by what stands before that in its clause? */
static bool is_subject(const gist *g, const char *at)
{
    static const char *const marks[] = {", ", "; ", ": ", " and ", " but ", " that "};
    pol_span left = pol_span_make(g->text.data, (size_t)(at - g->text.data));
    size_t from = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (size_t next = 0;
             (next = pol_span_find(left, pol_span_of(marks[i]), next)) != (size_t)-1; next++)
            from = next + strlen(marks[i]) > from ? next + strlen(marks[i]) : from;
    pol_span clause = behind_lead(pol_span_from(left, from)), rest = clause;
    pol_span first = pol_word_next(&rest);
    while (first.data && (is_adverb(first) || pol_word_is_any(first, "was were been being is are "
                                                                     "has have had")))
        first = pol_word_next(&rest);
    if (!first.data) { /* ", and was carried": of what the sentence starts with */
        pol_span start = behind_lead(g->text), word = start;
        return pol_outcome_starts_item(start) || g->is_bracketed || follows_item(left) ||
               (g->is_on_hand && pol_word_is_any(pol_word_next(&word), "it motion resolution"));
    }
    if (pol_outcome_starts_item(clause) || (g->is_amendment && pol_word_is(first, "amendment")))
        return true;
    bool is_other = pol_word_is_any(pol_word_next(&rest), "to that of for from on");
    return pol_word_is_any(first, "it motion resolution composite which") && !is_other;
}

static bool is_denied(pol_span before)
{
    return before.data && pol_word_is_any(before, "not never nor to be had who which");
}

static void say(gist *g, pol_decision decision, const char *from, const char *to)
{
    if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN)
        return;
    g->decisions |= 1U << decision;
    g->decision = decision;
    pol_span words = pol_span_make(g->original + (from - g->text.data), (size_t)(to - from));
    if (!g->words.data)
        g->words = words;
}

/* "resolved, without dissent, to adopt": an aim within reach of the verb. */
static void look_for_aim(gist *g, pol_span here)
{
    pol_span rest = here;
    if (!pol_word_is_any(pol_word_next(&rest), "agreed resolved decided voted chose"))
        return;
    for (int words = 0; words < AIM_WORDS_MAX && rest.size > 0; words++) {
        pol_span behind;
        pol_decision decision = pol_outcome_aim(rest, &behind);
        if (decision != POL_DECISION_NONE) {
            bool is_back =
                decision == POL_DECISION_REMITTED && pol_outcome_has_word(behind, "back");
            say(g, is_back ? POL_DECISION_REFERRED_BACK : decision, here.data, behind.data);
            return;
        }
        pol_word_next(&rest);
    }
}

/* "Delegates overwhelmingly backed": what a meeting itself did with the item. */
static void look_for_deed(gist *g, pol_span here, pol_span before)
{
    static const struct {
        const char *words;
        pol_decision decision;
    } deeds[] = {
        {"backed", POL_DECISION_CARRIED},      {"supported", POL_DECISION_CARRIED},
        {"said yes to", POL_DECISION_CARRIED}, {"voted through", POL_DECISION_CARRIED},
        {"voted for", POL_DECISION_CARRIED},   {"voted in favour of", POL_DECISION_CARRIED},
        {"threw out", POL_DECISION_LOST},      {"turned down", POL_DECISION_LOST},
        {"voted down", POL_DECISION_LOST},     {"said no to", POL_DECISION_LOST},
        {"voted against", POL_DECISION_LOST},
    };
    pol_span rest = here, behind;
    if (!pol_word_is_any(pol_word_next(&rest), "conference congress delegates council meeting "
                                               "assembly members synod senate convention") ||
        (before.data && !pol_word_is_any(before, "the and then while but")))
        return;
    for (int i = 0; i <= ADVERBS_MAX; i++) {
        pol_span verb = pol_span_core(rest), ahead = rest;
        for (size_t k = 0; k < sizeof deeds / sizeof *deeds; k++)
            if (pol_words_start(rest, deeds[k].words, &behind)) {
                say(g, deeds[k].decision, verb.data, behind.data);
                return;
            }
        pol_span word = pol_word_next(&ahead), vote = ahead;
        bool has_vote = pol_word_is(word, "voted") && is_adverb(pol_word_next(&vote));
        if (has_vote && pol_word_is_any(pol_word_next(&vote), "for against")) {
            bool is_for =
                pol_word_is(pol_word_last(pol_outcome_between(verb.data, vote.data)), "for");
            say(g, is_for ? POL_DECISION_CARRIED : POL_DECISION_LOST, verb.data, vote.data);
            return;
        }
        pol_decision decision = pol_decision_may_start(verb) && !pol_word_is_any(word, "did")
                                    ? pol_outcome_longest(verb, &behind)
                                    : POL_DECISION_NONE;
        if (decision == POL_DECISION_CARRIED || decision == POL_DECISION_LOST ||
            decision == POL_DECISION_REMITTED || decision == POL_DECISION_REFERRED_BACK ||
            decision == POL_DECISION_DEFERRED) {
            pol_span object = behind;
            bool is_item = pol_outcome_starts_item(object);
            pol_span first = pol_word_next(&object), second = pol_word_next(&object);
            bool is_done =
                is_item || (g->is_bracketed && pol_word_is_any(first, "the a an")) ||
                (g->is_on_hand && (pol_word_is(first, "it") ||
                                   pol_word_is_any(second, "motion resolution composite")));
            if (is_done) /* not "agreed to hear", "passed on to" */
                say(g, decision, verb.data, behind.data);
            return;
        }
        if (!is_adverb(word))
            return;
        rest = ahead;
    }
}

static void look_at(gist *g, pol_span here, pol_span before)
{
    pol_span behind;
    look_for_aim(g, here);
    look_for_deed(g, here, before);
    pol_decision idiom = pol_outcome_idiom(here, &behind);
    if (idiom != POL_DECISION_NONE && !is_denied(before)) {
        bool is_lone = idiom == POL_DECISION_OUT_OF_ORDER && !follows_verb(g->text, here.data) &&
                       !pol_outcome_has_word(g->text, "ruled declared held found deemed");
        bool is_vote = idiom == POL_DECISION_CARRIED || idiom == POL_DECISION_LOST;
        if (!is_lone && !(is_vote && !is_subject(g, here.data)))
            say(g, idiom, here.data, behind.data);
        return;
    }
    if (!pol_decision_may_start(here) || pol_word_is_capital(here))
        return;
    pol_decision decision = pol_outcome_longest(here, &behind);
    bool is_finite = pol_words_start(here, "fell", NULL);
    if (decision == POL_DECISION_NONE || (!is_finite && !follows_verb(g->text, here.data)) ||
        !is_subject(g, here.data) || pol_sentence_means_other(here))
        return;
    bool is_negated = pol_word_is(before, "not");
    say(g, is_negated ? POL_DECISION_UNKNOWN : decision, here.data, behind.data);
    if (is_negated) { /* "was not carried" is a phrase of its own */
        pol_span whole = pol_outcome_between(before.data, g->text.data + g->text.size);
        say(g, pol_outcome_longest(whole, &behind), before.data, behind.data);
    }
}

/* The decision that the bits leave; NONE for several. */
static pol_decision settle(const gist *g)
{
    const uint32_t carried = 1U << POL_DECISION_CARRIED;
    const uint32_t amended = 1U << POL_DECISION_CARRIED_AMENDED;
    const uint32_t lost = 1U << POL_DECISION_LOST, fell = 1U << POL_DECISION_FELL;
    const uint32_t missed = 1U << POL_DECISION_NOT_REACHED, passed_on = 1U << POL_DECISION_REMITTED;
    if (g->decisions == 0)
        return POL_DECISION_NONE;
    if ((g->decisions & (g->decisions - 1)) == 0)
        return g->decision;
    if (g->decisions == (carried | amended))
        return POL_DECISION_CARRIED_AMENDED;
    if (g->decisions == (lost | fell))
        return POL_DECISION_LOST;
    return g->decisions == (missed | passed_on) ? POL_DECISION_NOT_REACHED : POL_DECISION_NONE;
}

static bool find_decision(gist *g, pol_outcome *ret_said)
{
    pol_span rest = g->text, before = pol_span_make(NULL, 0);
    for (int words = 0; words < WORDS_MAX; words++) {
        pol_span ahead = rest, word = pol_word_next(&ahead);
        if (!word.data)
            break;
        look_at(g, pol_outcome_between(word.data, g->text.data + g->text.size), before);
        before = word;
        rest = ahead;
    }
    pol_decision decision = settle(g);
    if (decision == POL_DECISION_NONE || !g->words.data)
        return false;
    *ret_said = (pol_outcome){.decision = (uint8_t)decision, .words = pol_span_trim(g->words)};
    return true;
}

/* ---- both ----------------------------------------------------------------------------------- */

/* Points are told apart by those who count them. */
static bool names_parts(pol_span text)
{
    return pol_outcome_has_word(text, "point points part parts paragraph paragraphs section "
                                      "sections clause clauses bullet bullets");
}

/* The text as printed from `from` to `to`, which are places in the blotted copy. */
static pol_span printed(const gist *g, pol_span from, const char *to)
{
    return pol_span_make(g->original + (from.data - g->text.data), (size_t)(to - from.data));
}

/* What the title says is no decision. */
static void blot_title(gist *g, pol_span title)
{
    if (title.data)
        memset(g->copy + (title.data - g->original), ' ', title.size);
}

/* "accepted by the mover" decides nothing on an amendment; "accepted by 88 votes to 40" does. */
static bool is_mere_acceptance(pol_span words, pol_span text)
{
    return pol_outcome_has_word(words, "accepted") &&
           !pol_outcome_has_word(text, "votes vote majority hands unanimously");
}

bool pol_outcome_gist(pol_span sentence, const pol_outcome *hand,
                      const pol_outcome_context *context, pol_outcome_memory *memory,
                      pol_outcome *ret_outcome)
{
    pol_outcome item = {0}, said;
    pol_span at = pol_span_make(NULL, 0);
    sentence = pol_span_trim(pol_span_unbullet(sentence));
    if (sentence.size == 0 || sentence.size > SENTENCE_BYTES_MAX || pol_ends_in(sentence, "?") ||
        !(hand || pol_outcome_has_word(sentence, "motion motions composite comp resolution "
                                                 "resolutions amendment proposition change")))
        return false;
    gist g = {.original = sentence.data, .copy = blot(sentence, memory)};
    g.text = pol_span_make(g.copy, sentence.size);
    if (!g.copy || is_turned(g.text, context->year) || names_parts(g.text))
        return false;
    bool is_named =
        find_item(g.text, memory, &item, &at) || find_amendment(&g, sentence, &item, &at);
    bool is_bracketed = !is_named && find_bracketed(sentence, memory, &item);
    bool is_amendment = is_named && item.kind == POL_KIND_AMENDMENT;
    if (!is_amendment && pol_outcome_has_word(g.text, "amendment amendments"))
        return false;
    bool is_on_hand = !is_named && !is_bracketed && hand &&
                      !pol_outcome_has_word(g.text, "motions resolutions") &&
                      pol_outcome_has_word(g.text, "it motion resolution composite");
    if (!is_named && !is_on_hand && !is_bracketed)
        return false;
    bool has_leave =
        pol_outcome_has_word(g.text, "leave") && pol_outcome_has_word(g.text, "withdraw");
    if (pol_outcome_has_word(g.text, "asked") && !has_leave)
        return false;
    g.is_on_hand = is_on_hand;
    g.is_bracketed = is_bracketed;
    g.is_amendment = is_amendment;
    pol_span number = item.number, title = pol_span_make(NULL, 0);
    if (is_named) {
        pol_span named = printed(&g, at, g.text.data + g.text.size);
        title = pol_sentence_title(named);
        bool is_inside = number.data >= g.text.data && number.data < g.text.data + g.text.size;
        if (is_inside)
            number = printed(&g, number, number.data + number.size);
        blot_title(&g, title);
    }
    memory->tried++;
    if (!find_decision(&g, &said) || (is_amendment && is_mere_acceptance(said.words, g.text)))
        return false;
    *ret_outcome = said;
    ret_outcome->kind = is_on_hand ? hand->kind : item.kind;
    ret_outcome->number = is_on_hand ? hand->number : number;
    ret_outcome->title = is_on_hand ? hand->title : title;
    return true;
}
