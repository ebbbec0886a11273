/* outcome_gist.c - a sentence of a report that does not read clause by clause, by what it names and
 * what it says: "After a short discussion it was resolved, without dissent, to adopt Motion 1.",
 * "Motion 2, “Targets”, scraped home." One item, one decision, and nothing that turns it; in doubt
 * it says nothing. */
#include "document/outcome_sentence.h"
#include "document/recognise_decision.h"
#include "document/words.h"

enum {
    SENTENCE_BYTES_MAX = 700,
    WORDS_MAX = 90,
    AIM_WORDS_MAX = 9, /* "resolved, without dissent and on a show of hands, to adopt" */
    ADVERBS_MAX = 4    /* "was then once more heavily" */
};

/* Ways of saying it that are no words of a list. */
static const struct {
    const char *words;
    pol_decision decision;
} idioms[] = {
    {"won the support", POL_DECISION_CARRIED},
    {"won support", POL_DECISION_CARRIED},
    {"won the backing", POL_DECISION_CARRIED},
    {"won backing", POL_DECISION_CARRIED},
    {"won approval", POL_DECISION_CARRIED},
    {"won the vote", POL_DECISION_CARRIED},
    {"won the day", POL_DECISION_CARRIED},
    {"gained a majority", POL_DECISION_CARRIED},
    {"gained the majority", POL_DECISION_CARRIED},
    {"gained the support", POL_DECISION_CARRIED},
    {"gained approval", POL_DECISION_CARRIED},
    {"secured a majority", POL_DECISION_CARRIED},
    {"secured the majority", POL_DECISION_CARRIED},
    {"secured the two thirds", POL_DECISION_CARRIED},
    {"secured the necessary", POL_DECISION_CARRIED},
    {"secured the required", POL_DECISION_CARRIED},
    {"received the necessary", POL_DECISION_CARRIED},
    {"received the required", POL_DECISION_CARRIED},
    {"received the support", POL_DECISION_CARRIED},
    {"received unanimous support", POL_DECISION_CARRIED},
    {"received overwhelming support", POL_DECISION_CARRIED},
    {"obtained the required", POL_DECISION_CARRIED},
    {"obtained the necessary", POL_DECISION_CARRIED},
    {"achieved the required", POL_DECISION_CARRIED},
    {"reached the required", POL_DECISION_CARRIED},
    {"found favour", POL_DECISION_CARRIED},
    {"met with approval", POL_DECISION_CARRIED},
    {"met with general approval", POL_DECISION_CARRIED},
    {"nodded through", POL_DECISION_CARRIED},
    {"waved through", POL_DECISION_CARRIED},
    {"sailed through", POL_DECISION_CARRIED},
    {"scraped home", POL_DECISION_CARRIED},
    {"scraped through", POL_DECISION_CARRIED},
    {"squeaked through", POL_DECISION_CARRIED},
    {"squeezed through", POL_DECISION_CARRIED},
    {"went through", POL_DECISION_CARRIED},
    {"became policy", POL_DECISION_CARRIED},
    {"became a resolution", POL_DECISION_CARRIED},
    {"gave its approval", POL_DECISION_CARRIED},
    {"gave its support", POL_DECISION_CARRIED},
    {"gave its backing", POL_DECISION_CARRIED},
    {"gave their support", POL_DECISION_CARRIED},
    {"gave unanimous support", POL_DECISION_CARRIED},

    {"found no favour", POL_DECISION_LOST},
    {"did not find favour", POL_DECISION_LOST},
    {"did not carry", POL_DECISION_LOST},
    {"did not pass", POL_DECISION_LOST},
    {"did not get the", POL_DECISION_LOST},
    {"did not get a majority", POL_DECISION_LOST},
    {"did not secure", POL_DECISION_LOST},
    {"did not reach the", POL_DECISION_LOST},
    {"did not obtain", POL_DECISION_LOST},
    {"did not achieve", POL_DECISION_LOST},
    {"did not gain", POL_DECISION_LOST},
    {"did not win", POL_DECISION_LOST},
    {"did not receive the", POL_DECISION_LOST},
    {"failed to", POL_DECISION_LOST},
    {"fell short", POL_DECISION_LOST},
    {"went down", POL_DECISION_LOST},
    {"was beaten", POL_DECISION_LOST},
    {"thrown out", POL_DECISION_LOST},
    {"turned down", POL_DECISION_LOST},
    {"voted down", POL_DECISION_LOST},
    {"missed the two thirds", POL_DECISION_LOST},

    {"ran out of time", POL_DECISION_NOT_REACHED},
    {"run out of time", POL_DECISION_NOT_REACHED},
    {"time ran out", POL_DECISION_NOT_REACHED},
    {"no time for", POL_DECISION_NOT_REACHED},
    {"no time to", POL_DECISION_NOT_REACHED},
    {"time did not allow", POL_DECISION_NOT_REACHED},
    {"time did not permit", POL_DECISION_NOT_REACHED},
    {"for want of time", POL_DECISION_NOT_REACHED},
    {"for lack of time", POL_DECISION_NOT_REACHED},
    {"crowded out", POL_DECISION_NOT_REACHED},
    {"went undebated", POL_DECISION_NOT_REACHED},
    {"left undebated", POL_DECISION_NOT_REACHED},
    {"not got to", POL_DECISION_NOT_REACHED},
    {"was not reached", POL_DECISION_NOT_REACHED},
    {"were not reached", POL_DECISION_NOT_REACHED},

    {"lie on the table", POL_DECISION_DEFERRED},
    {"left on the table", POL_DECISION_DEFERRED},
    {"lie over", POL_DECISION_DEFERRED},
    {"put off until", POL_DECISION_DEFERRED},
    {"put off to", POL_DECISION_DEFERRED},
    {"put back to", POL_DECISION_DEFERRED},
    {"carried forward", POL_DECISION_DEFERRED},
    {"carried over", POL_DECISION_DEFERRED},
    {"held over", POL_DECISION_DEFERRED},
    {"stands adjourned", POL_DECISION_DEFERRED},

    {"lacked a seconder", POL_DECISION_FELL},
    {"no seconder", POL_DECISION_FELL},
    {"not seconded", POL_DECISION_FELL},
    {"want of a seconder", POL_DECISION_FELL},
    {"lack of a seconder", POL_DECISION_FELL},
    {"fell away", POL_DECISION_FELL},

    {"agreed to remit", POL_DECISION_REMITTED},
    {"agreed to remission", POL_DECISION_REMITTED},
    {"agreed to its remission", POL_DECISION_REMITTED},
    {"accepted remission", POL_DECISION_REMITTED},
    {"was sent to the", POL_DECISION_REMITTED},
    {"was passed to the", POL_DECISION_REMITTED},
    {"was handed to the", POL_DECISION_REMITTED},
    {"sent back", POL_DECISION_REFERRED_BACK},
    {"referred back", POL_DECISION_REFERRED_BACK},

    {"leave was given", POL_DECISION_WITHDRAWN},
    {"leave was granted", POL_DECISION_WITHDRAWN},
    {"withdrew", POL_DECISION_WITHDRAWN},
    {"did not move", POL_DECISION_WITHDRAWN},
    {"declined to move", POL_DECISION_WITHDRAWN},
    {"was not moved", POL_DECISION_WITHDRAWN},
    {"was taken back", POL_DECISION_WITHDRAWN},
    {"took back", POL_DECISION_WITHDRAWN},

    {"ruled out", POL_DECISION_OUT_OF_ORDER},
    {"out of order", POL_DECISION_OUT_OF_ORDER},
    {"not competent", POL_DECISION_OUT_OF_ORDER},
    {"not in order", POL_DECISION_OUT_OF_ORDER},
};

/* What conference resolved to do with it. */
static const struct {
    const char *words;
    pol_decision decision;
} aims[] = {
    {"to adopt", POL_DECISION_CARRIED},
    {"to approve", POL_DECISION_CARRIED},
    {"to accept", POL_DECISION_CARRIED},
    {"to pass", POL_DECISION_CARRIED},
    {"to carry", POL_DECISION_CARRIED},
    {"to endorse", POL_DECISION_CARRIED},
    {"to back", POL_DECISION_CARRIED},
    {"to reject", POL_DECISION_LOST},
    {"to defeat", POL_DECISION_LOST},
    {"to throw out", POL_DECISION_LOST},
    {"to remit", POL_DECISION_REMITTED},
    {"to refer", POL_DECISION_REMITTED},
    {"to defer", POL_DECISION_DEFERRED},
    {"to adjourn", POL_DECISION_DEFERRED},
    {"to postpone", POL_DECISION_DEFERRED},
    {"to withdraw", POL_DECISION_WITHDRAWN},
    {"to motion", POL_DECISION_CARRIED},
    {"to the motion", POL_DECISION_CARRIED},
    {"to composite", POL_DECISION_CARRIED},
    {"to resolution", POL_DECISION_CARRIED},
    {"to emergency motion", POL_DECISION_CARRIED},
};

/* A sentence while it is read. */
typedef struct gist {
    pol_span text; /* quotes and brackets blotted out */
    char *copy;    /* the same, to write to */
    const char *original;
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

/* ---- the decision --------------------------------------------------------------------------- */

static bool is_adverb(pol_span word)
{
    static const pol_span ending = {"ly", 2};
    return pol_span_ends(word, ending) ||
           pol_word_is_any(word, "then also again thus therefore duly once more not so both all "
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
        for (size_t i = 0; i < sizeof aims / sizeof *aims; i++) {
            pol_span behind;
            if (!pol_words_start(rest, aims[i].words, &behind))
                continue;
            bool is_back =
                aims[i].decision == POL_DECISION_REMITTED && pol_outcome_has_word(behind, "back");
            say(g, is_back ? POL_DECISION_REFERRED_BACK : aims[i].decision, here.data, behind.data);
            return;
        }
        pol_word_next(&rest);
    }
}

static void look_at(gist *g, pol_span here, pol_span before)
{
    pol_span behind;
    look_for_aim(g, here);
    for (size_t i = 0; i < sizeof idioms / sizeof *idioms; i++)
        if (!is_denied(before) && pol_words_start(here, idioms[i].words, &behind)) {
            bool is_lone = idioms[i].decision == POL_DECISION_OUT_OF_ORDER &&
                           !follows_verb(g->text, here.data) &&
                           !pol_outcome_has_word(g->text, "ruled declared held found deemed");
            if (!is_lone)
                say(g, idioms[i].decision, here.data, behind.data);
            return;
        }
    if (!pol_decision_may_start(here) || pol_word_is_capital(here))
        return;
    pol_decision decision = pol_outcome_longest(here, &behind);
    bool is_finite = pol_words_start(here, "fell", NULL);
    if (decision == POL_DECISION_NONE || (!is_finite && !follows_verb(g->text, here.data)))
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
    if (sentence.size == 0 || sentence.size > SENTENCE_BYTES_MAX || pol_ends_in(sentence, "?"))
        return false;
    gist g = {.original = sentence.data, .copy = blot(sentence, memory)};
    g.text = pol_span_make(g.copy, sentence.size);
    if (!g.copy || is_turned(g.text, context->year) || names_parts(g.text))
        return false;
    bool is_named =
        find_item(g.text, memory, &item, &at) || find_amendment(&g, sentence, &item, &at);
    bool is_amendment = is_named && item.kind == POL_KIND_AMENDMENT;
    if (!is_amendment && pol_outcome_has_word(g.text, "amendment amendments"))
        return false;
    bool is_on_hand = !is_named && hand && !pol_outcome_has_word(g.text, "motions resolutions") &&
                      pol_outcome_has_word(g.text, "it motion resolution composite");
    if (!is_named && !is_on_hand)
        return false;
    bool has_leave =
        pol_outcome_has_word(g.text, "leave") && pol_outcome_has_word(g.text, "withdraw");
    if (pol_outcome_has_word(g.text, "asked") && !has_leave)
        return false;
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
