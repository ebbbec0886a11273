/* outcome_phrase.c - sentences that do not start with the item: "Conference carried Motion 4",
 * "It had been made from motions 22 and 23", "The Executive statement, Reserves, was adopted". */
#include "document/outcome_sentence.h"
#include "document/words.h"

enum { STATEMENT_WORDS_MAX = 5 };

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
    {"agreed to refer back", POL_DECISION_REFERRED_BACK},
    {"referred back", POL_DECISION_REFERRED_BACK},
    {"deferred", POL_DECISION_DEFERRED},
    {"agreed to defer", POL_DECISION_DEFERRED},
    {"agreed to adopt", POL_DECISION_CARRIED},
    {"voted to adopt", POL_DECISION_CARRIED},
    {"voted to carry", POL_DECISION_CARRIED},
    {"voted to reject", POL_DECISION_LOST},
};

/* "Conference then unanimously": `*text` goes on behind. */
static bool skip_actor(pol_span *text)
{
    pol_span rest = *text, word = pol_word_next(&rest);
    bool is_passive = pol_word_is(word, "it");
    if (pol_word_is(word, "the"))
        word = pol_word_next(&rest);
    if (is_passive)
        word = pol_word_next(&rest); /* "It was agreed to remit" */
    if (is_passive ? !pol_word_is(word, "was")
                   : !pol_word_is_any(word, "conference congress delegates council meeting "
                                            "assembly"))
        return false;
    *text = pol_outcome_behind(rest, "then also unanimously overwhelmingly narrowly subsequently");
    return true;
}

/* May stand behind the items: a title, how, where to. Nothing of another decision. */
static bool is_plain_end(pol_span text)
{
    return !pol_decision_may_hold(text) &&
           !pol_outcome_has_word(text, "that which not who year last") &&
           pol_word_count(text, 40) < 40;
}

bool pol_sentence_active(pol_sentence *s, pol_span text)
{
    pol_span rest = text;
    if (!skip_actor(&rest))
        return false;
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        pol_span behind, start = pol_span_core(rest);
        if (!pol_words_start(rest, deeds[i].words, &behind) || !pol_outcome_starts_item(behind))
            continue;
        pol_outcome said = {.decision = (uint8_t)deeds[i].decision,
                            .words = pol_outcome_between(start.data, behind.data)};
        pol_span named = behind;
        size_t count = pol_outcome_list(&behind, true, s->memory, s->items);
        if (count == 0 || !is_plain_end(behind))
            return false;
        bool is_title = behind.size > 0 && strchr(",(:", behind.data[0]);
        pol_span end =
            pol_outcome_between(named.data, is_title ? named.data + named.size : behind.data);
        static const char *const aims[] = {", to the ", ", by ", ", on ", ", after ", ", without "};
        for (size_t k = 0; k < sizeof aims / sizeof *aims; k++) {
            size_t at = pol_span_find(end, pol_span_of(aims[k]), 0);
            end = pol_span_first(end, at);
        }
        pol_sentence_give(s, count, end, &said);
        return true;
    }
    return false;
}

bool pol_sentence_made(pol_sentence *s, pol_span text)
{
    static const char *const subjects[] = {"it", "this", "this composite", "that composite",
                                           "the composite"};
    pol_span rest = text;
    bool has_subject = false;
    if (!s->context->composite.data)
        return false;
    for (size_t i = sizeof subjects / sizeof *subjects; i-- > 0 && !has_subject;)
        has_subject = pol_words_start(text, subjects[i], &rest);
    pol_span verb = pol_outcome_behind(rest, "was had been is has"), start = pol_span_core(verb);
    pol_span behind = verb;
    if (!has_subject || verb.data == rest.data ||
        !pol_word_is_any(pol_word_next(&behind), "made formed composed drawn put built"))
        return false;
    behind = pol_outcome_behind(behind, "up together");
    if (!pol_word_is_any(pol_word_next(&behind), "from of out"))
        return false;
    size_t count = pol_outcome_list(&behind, true, s->memory, s->items);
    if (count == 0 || pol_word_count(behind, 1) > 0)
        return false;
    pol_outcome said = {.decision = POL_DECISION_COMPOSITED,
                        .words = pol_outcome_between(start.data, behind.data),
                        .composite = s->context->composite};
    pol_sentence_give(s, count, pol_span_make(NULL, 0), &said);
    return true;
}

size_t pol_sentence_statement(pol_sentence *s, pol_span *text, pol_span *ret_named)
{
    pol_span rest = pol_outcome_behind(*text, "the"), word;
    for (int words = 0; words < STATEMENT_WORDS_MAX && (word = pol_word_next(&rest)).data;
         words++) {
        if (!pol_word_is(word, "statement") && !pol_word_is_capital(word))
            return 0;
        if (!pol_word_is(word, "statement"))
            continue;
        pol_span title = pol_span_trim(rest);
        if (title.size == 0 || !strchr(",:(", title.data[0]))
            return 0;
        s->items[s->count] = (pol_outcome){.kind = POL_KIND_STATEMENT};
        *ret_named = pol_span_from(title, 1);
        *text = pol_span_from(title, 1);
        return 1;
    }
    return 0;
}
