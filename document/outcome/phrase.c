/* phrase.c - sentences that do not start with the item: "Conference carried Motion 4",
 * "It had been made from motions 22 and 23", "The Executive statement, Reserves, was adopted". */
#include "document/outcome/sentence.h"

#include "document/outcome/title.h"
#include "document/recognise/decision.h"
#include "document/words.h"

enum { STATEMENT_WORDS_MAX = 5, TITLE_WORDS_MAX = 20, DEEDS_MAX = 8 };

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
    {"resolved to carry", POL_DECISION_CARRIED},
    {"resolved to adopt", POL_DECISION_CARRIED},
    {"resolved to reject", POL_DECISION_LOST},
    {"resolved to remit", POL_DECISION_REMITTED},
    {"agreed to reject", POL_DECISION_LOST},
    {"agreed to carry", POL_DECISION_CARRIED},
    {"threw out", POL_DECISION_LOST},
    {"voted for", POL_DECISION_CARRIED},
    {"voted in favour of", POL_DECISION_CARRIED},
    {"voted against", POL_DECISION_LOST},
};

/* What anybody may do with an item. */
static const struct {
    const char *words;
    pol_decision decision;
} acts[] = {
    {"withdrew", POL_DECISION_WITHDRAWN},
    {"agreed to withdraw", POL_DECISION_WITHDRAWN},
    {"did not move", POL_DECISION_WITHDRAWN},
    {"declined to move", POL_DECISION_WITHDRAWN},
    {"chose not to move", POL_DECISION_WITHDRAWN},
    {"agreed to remit", POL_DECISION_REMITTED},
    {"accepted remission of", POL_DECISION_REMITTED},
    {"agreed to the remission of", POL_DECISION_REMITTED},
    {"agreed to refer back", POL_DECISION_REFERRED_BACK},
    {"ruled out", POL_DECISION_OUT_OF_ORDER},
    {"did not reach", POL_DECISION_NOT_REACHED},
    {"did not get to", POL_DECISION_NOT_REACHED},
    {"had no time for", POL_DECISION_NOT_REACHED},
    {"no time for", POL_DECISION_NOT_REACHED},
    {"no time to take", POL_DECISION_NOT_REACHED},
    {"no time to debate", POL_DECISION_NOT_REACHED},
    {"no time to hear", POL_DECISION_NOT_REACHED},
    {"no time to reach", POL_DECISION_NOT_REACHED},
    {"time to take", POL_DECISION_NOT_REACHED},
    {"insufficient time for", POL_DECISION_NOT_REACHED},
    {"not enough time for", POL_DECISION_NOT_REACHED},
    {"not time for", POL_DECISION_NOT_REACHED},
    {"not time to take", POL_DECISION_NOT_REACHED},
    {"not time to debate", POL_DECISION_NOT_REACHED},
    {"ran out of time for", POL_DECISION_NOT_REACHED},
    {"ran out of time before", POL_DECISION_NOT_REACHED},
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
    if (is_passive
            ? !pol_word_is(word, "was")
            : !pol_word_is_any(word, "conference congress delegates council meeting assembly "
                                     "we members agm synod senate convention"))
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

/* Gives what was done to the items that `items` starts with. */
static bool give_deed(pol_sentence *s, pol_span items, const pol_outcome *said)
{
    pol_outcome list[POL_OUTCOME_LIST_MAX];
    static const char *const aims[] = {", to the ",  ", by ", ", on ",    ", after ",
                                       ", without ", ") on ", ") after ", ") because "};
    pol_span behind = items, end = items;
    size_t count = pol_outcome_list(&behind, true, s->memory, list);
    pol_span sequel = pol_outcome_behind(behind, "which were was are is will be therefore");
    pol_outcome noted = *said;
    pol_outcome_note_referral(behind, &noted);
    bool is_passed_on = noted.referral.data && sequel.data != behind.data &&
                        !pol_outcome_says_other(behind, (pol_decision)said->decision);
    if (count == 0 || !(is_plain_end(behind) || is_passed_on) ||
        s->count + count > POL_OUTCOME_LIST_MAX / 2)
        return false;
    memcpy(s->items + s->count, list, count * sizeof *list);
    if (behind.size == 0 || !strchr(",(:", pol_span_trim(behind).data[0]))
        end = pol_outcome_between(items.data, behind.data);
    for (size_t i = 0; i < sizeof aims / sizeof *aims; i++) {
        size_t at = pol_span_find(end, pol_span_of(aims[i]), 0);
        end = pol_span_first(end, at == (size_t)-1 ? end.size : at + (aims[i][0] == ')'));
    }
    if (is_passed_on)
        end = pol_outcome_between(items.data, behind.data);
    pol_sentence_give(s, count, end, &noted);
    return true;
}

/* "agreed that Motion 5 be remitted": items, and what was to be done with them. */
static bool read_that(pol_sentence *s, pol_span text)
{
    pol_span rest = text, items, tail;
    if (!pol_word_is_any(pol_word_next(&rest), "agreed resolved decided voted") ||
        !pol_word_is(pol_word_next(&rest), "that") || !pol_outcome_starts_item(rest))
        return false;
    items = rest;
    size_t count = pol_outcome_list(&rest, true, s->memory, s->items);
    pol_span verb = rest;
    for (int words = 0; words < TITLE_WORDS_MAX && !pol_word_is(pol_word_next(&verb), "be");
         words++)
        rest = verb;
    pol_span said = pol_span_core(verb);
    pol_decision decision = pol_outcome_longest(said, &tail);
    if (count == 0 || decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN)
        return false;
    pol_outcome made = {.decision = (uint8_t)decision,
                        .words = pol_outcome_between(said.data, tail.data)};
    pol_sentence_give(s, count, pol_outcome_between(items.data, rest.data), &made);
    return true;
}

/* Up to the next deed of the same actor: "approved motions 1 and 2, rejected motion 3". */
static pol_span until_deed(pol_span text)
{
    pol_span rest = text;
    while (pol_word_next(&rest).data)
        for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
            pol_span behind;
            if (pol_words_start(rest, deeds[i].words, &behind) && pol_outcome_starts_item(behind))
                return pol_span_first(text, (size_t)(pol_span_core(rest).data - text.data));
        }
    return text;
}

/* "carry Motion 15", behind "voted by 40 to 30 to". */
static bool read_aim(pol_sentence *s, pol_span aim, pol_span *text)
{
    static const struct {
        const char *word;
        pol_decision decision;
    } aims[] = {
        {"carry", POL_DECISION_CARRIED},  {"adopt", POL_DECISION_CARRIED},
        {"reject", POL_DECISION_LOST},    {"remit", POL_DECISION_REMITTED},
        {"defer", POL_DECISION_DEFERRED},
    };
    pol_span rest =
        pol_span_make(aim.data + aim.size, (size_t)(text->data + text->size - aim.data) - aim.size);
    for (size_t i = 0; i < sizeof aims / sizeof *aims; i++)
        if (pol_word_is(aim, aims[i].word) && pol_outcome_starts_item(rest)) {
            pol_outcome said = {.decision = (uint8_t)aims[i].decision, .words = aim};
            *text = pol_span_from(*text, text->size);
            return give_deed(s, rest, &said);
        }
    return false;
}

/* One deed and the items that it was done to; `*text` goes on behind. */
static bool read_deed(pol_sentence *s, pol_span *text)
{
    pol_span start = pol_span_core(*text), rest = *text, behind_vote = rest;
    bool has_votes = pol_word_is(pol_word_next(&behind_vote), "voted") &&
                     pol_words_start(behind_vote, "by", NULL);
    if (has_votes) { /* "voted by 40 to 30 to carry" */
        behind_vote = pol_outcome_behind(behind_vote, "by");
        for (pol_span word; (word = pol_word_next(&behind_vote)).data;)
            if (!(word.data[0] >= '0' && word.data[0] <= '9') && !pol_word_is_any(word, "votes to"))
                return read_aim(s, word, text);
    }
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        pol_span behind;
        if (!pol_words_start(rest, deeds[i].words, &behind) || !pol_outcome_starts_item(behind))
            continue;
        pol_outcome said = {.decision = (uint8_t)deeds[i].decision,
                            .words = pol_outcome_between(start.data, behind.data)};
        pol_span items = until_deed(behind), next = pol_span_from(behind, items.size);
        while (items.size > 0 && pol_word_is(pol_word_last(items), "and") && next.size > 0)
            items.size = (size_t)(pol_word_last(items).data - items.data);
        *text = next;
        return give_deed(s, items, &said);
    }
    return false;
}

bool pol_sentence_active(pol_sentence *s, pol_span text)
{
    pol_span rest = text;
    if (!skip_actor(&rest))
        return false;
    if (read_that(s, rest))
        return true;
    bool is_read = false;
    for (int i = 0; i < DEEDS_MAX && read_deed(s, &rest); i++)
        is_read = true;
    return is_read;
}

bool pol_sentence_may_act(pol_span text)
{
    return pol_outcome_has_word(text, "withdrew declined chose did accepted time");
}

/* "The chair ruled Motion 13 out of order", "agreed to refer Motion 14 back": the items stand
 * within what was done. */
static bool read_around(pol_sentence *s, pol_span text)
{
    static const struct {
        const char *before, *behind;
        pol_decision decision;
    } arounds[] = {
        {"ruled", "out of order", POL_DECISION_OUT_OF_ORDER},
        {"declared", "out of order", POL_DECISION_OUT_OF_ORDER},
        {"ruled", "not competent", POL_DECISION_OUT_OF_ORDER},
        {"agreed to refer", "back", POL_DECISION_REFERRED_BACK},
        {"voted to refer", "back", POL_DECISION_REFERRED_BACK},
        {"referred", "back", POL_DECISION_REFERRED_BACK},
    };
    for (size_t i = 0; i < sizeof arounds / sizeof *arounds; i++) {
        pol_outcome list[POL_OUTCOME_LIST_MAX];
        pol_span rest, start = pol_span_core(text), end;
        if (!pol_words_start(text, arounds[i].before, &rest) || !pol_outcome_starts_item(rest))
            continue;
        pol_span items = rest;
        size_t count = pol_outcome_list(&rest, true, s->memory, list);
        size_t at = pol_span_find_fold(rest, pol_span_of(arounds[i].behind), 0);
        if (count == 0 || count > POL_OUTCOME_LIST_MAX / 2 || at == (size_t)-1 ||
            pol_word_count(pol_span_first(rest, at), TITLE_WORDS_MAX) == TITLE_WORDS_MAX ||
            pol_decision_may_hold(pol_span_first(rest, at)))
            continue;
        end = pol_span_from(rest, at + strlen(arounds[i].behind));
        memcpy(s->items, list, count * sizeof *list);
        pol_outcome said = {.decision = (uint8_t)arounds[i].decision,
                            .words = pol_outcome_between(start.data, end.data)};
        pol_sentence_give(s, count, pol_outcome_between(items.data, rest.data + at), &said);
        return true;
    }
    return false;
}

/* "A vote was taken on Motion 28, which was lost": an item on the way, and what became of it. */
bool pol_sentence_which(pol_sentence *s, pol_span text)
{
    enum { LEAD_MAX = 20 };
    pol_span rest = text, before = pol_span_make(NULL, 0);
    for (int words = 0; words < LEAD_MAX && rest.size > 0; words++) {
        if (pol_outcome_starts_item(rest) && before.data &&
            pol_word_is_any(before,
                            "on of to with moved debated discussed considered over about")) {
            pol_outcome list[POL_OUTCOME_LIST_MAX], said;
            pol_span items = rest;
            size_t count = pol_outcome_list(&rest, true, s->memory, list);
            size_t at = pol_span_find(rest, POL_SPAN(", which "), 0);
            if (count != 1 || at == (size_t)-1 ||
                pol_word_count(pol_span_first(rest, at), TITLE_WORDS_MAX) == TITLE_WORDS_MAX ||
                !pol_sentence_predicate(pol_span_from(rest, at + strlen(", which")), s->context,
                                        s->memory, &said))
                return false;
            s->items[0] = list[0];
            pol_sentence_give(s, 1, pol_outcome_between(items.data, rest.data + at), &said);
            return true;
        }
        before = pol_word_next(&rest);
    }
    return false;
}

bool pol_sentence_act(pol_sentence *s, pol_span text)
{
    enum { ACTOR_WORDS_MAX = 12 };
    static const char denials[] = "not never who which had refused would could that";
    pol_span rest = text, before = pol_span_make(NULL, 0);
    for (int words = 0; words < ACTOR_WORDS_MAX && rest.size > 0; words++) {
        if (pol_outcome_starts_item(rest) || (before.data && pol_word_is_any(before, denials)))
            return false;
        if (read_around(s, rest))
            return true;
        for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
            pol_span behind, start = pol_span_core(rest);
            if (!pol_words_start(rest, acts[i].words, &behind) || !pol_outcome_starts_item(behind))
                continue;
            pol_outcome said = {.decision = (uint8_t)acts[i].decision,
                                .words = pol_outcome_between(start.data, behind.data)};
            return give_deed(s, behind, &said);
        }
        before = pol_word_next(&rest);
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

/* "from Portnahaven Tenants, Evictions": behind the mover, at the mark before the title. */
static pol_span behind_mover(pol_span text)
{
    pol_span rest = text;
    if (!pol_word_is_any(pol_word_next(&rest), "from by moved submitted proposed of"))
        return text;
    size_t comma = pol_span_find(rest, POL_SPAN(", "), 0);
    return comma == (size_t)-1 ? text : pol_span_from(rest, comma);
}

/* "on Warm Homes", "entitled Warm Homes": at the title, which has a capital. */
static pol_span behind_entitled(pol_span text)
{
    pol_span rest = text;
    if (!pol_word_is_any(pol_word_next(&rest), "on entitled titled called headed"))
        return text;
    pol_span title = pol_span_trim(rest);
    return pol_word_is_capital(pol_span_core(title)) ? title : text;
}

/* "from Axe Valley about the lock-out at Kemble's Dairy was": at what it is about; absent. */
static pol_span behind_about(pol_span text)
{
    enum { MOVER_WORDS_MAX = 10 };
    pol_span rest = text, word;
    for (int i = 0; i < MOVER_WORDS_MAX && (word = pol_word_next(&rest)).data; i++) {
        if (pol_word_is_any(word, "was were is which amendment that"))
            break;
        if (pol_word_is_any(word, "about concerning regarding"))
            return pol_span_trim(rest);
    }
    return pol_span_make(NULL, 0);
}

/* "The change to Rule 11", "Clause 6, to let Circles meet online,": the rule is the title. */
static size_t read_rule(pol_sentence *s, pol_span *text, pol_span *ret_named)
{
    static const char *const leads[] = {
        "the change to", "the amendment to", "the changes to",        "the alteration to",
        "a change to",   "change to",        "the proposed change to"};
    pol_span rest = *text;
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (pol_words_start(*text, leads[i], &rest))
            break;
    pol_span start = pol_span_core(rest), noun = pol_word_next(&rest);
    bool is_led = start.data != pol_span_core(*text).data;
    if (!pol_word_is_any(noun, is_led ? "rule rules clause article section byelaw bye-law standing"
                                      : "rule clause article byelaw bye-law") ||
        !pol_word_is_capital(noun))
        return 0;
    pol_span number = pol_word_next(&rest);
    if (pol_word_is(number, "order"))
        number = pol_word_next(&rest);
    if (!pol_outcome_has_digit(number) && !(number.size == 1 && pol_word_is_capital(number)))
        return 0;
    pol_span behind = rest;
    number = pol_outcome_whole_number(number, &rest);
    if (rest.size > 1 && rest.data[0] == ',' && rest.data[1] == ' ') {
        size_t end = pol_span_find(rest, POL_SPAN(", "), 2);
        behind = end == (size_t)-1 ? rest : pol_span_from(rest, end);
    } else {
        behind = rest;
    }
    s->items[s->count] = (pol_outcome){
        .kind = POL_KIND_RULE_CHANGE,
        .title = pol_span_make(start.data, (size_t)(number.data + number.size - start.data))};
    *ret_named = pol_span_make(NULL, 0);
    *text = behind;
    return 1;
}

/* The one without a number: "The motion on Warm Homes", "The emergency motion from North branch,
 * Fire,". */
static size_t read_untitled(pol_sentence *s, pol_span *text, pol_span *ret_named)
{
    static const struct {
        const char *words;
        pol_kind kind;
    } nouns[] = {
        {"the emergency motion", POL_KIND_EMERGENCY}, {"an emergency motion", POL_KIND_EMERGENCY},
        {"the late motion", POL_KIND_EMERGENCY},      {"the motion", POL_KIND_MOTION},
        {"the resolution", POL_KIND_MOTION},          {"the rule change", POL_KIND_RULE_CHANGE},
    };
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        pol_span rest;
        if (!pol_words_start(*text, nouns[i].words, &rest))
            continue;
        pol_span start = pol_span_trim(behind_mover(rest)), entitled = behind_entitled(rest);
        pol_span about = behind_about(rest);
        if (about.data && about.size > 0) {
            size_t end = pol_span_find(about, POL_SPAN(" was "), 0);
            pol_span title = pol_span_first(about, end);
            if (end == (size_t)-1 || !pol_title_is(title))
                return 0;
            s->items[s->count] = (pol_outcome){.kind = (uint8_t)nouns[i].kind, .title = title};
            *text = pol_span_from(about, end);
            return 1;
        }
        bool is_quoted = pol_span_starts(start, POL_SPAN("\u201C")) ||
                         pol_span_starts(start, POL_SPAN("\"")) ||
                         pol_span_starts(start, POL_SPAN("("));
        bool is_behind = start.data != pol_span_trim(rest).data && start.size > 1 &&
                         pol_word_is_capital(pol_span_core(start));
        if (entitled.data != rest.data)
            start = entitled;
        else if (!is_quoted && !is_behind)
            return 0;
        s->items[s->count] = (pol_outcome){.kind = (uint8_t)nouns[i].kind};
        *text = *ret_named = start;
        return 1;
    }
    return 0;
}

size_t pol_sentence_statement(pol_sentence *s, pol_span *text, pol_span *ret_named)
{
    pol_span rest = pol_outcome_behind(*text, "the"), word;
    if (read_untitled(s, text, ret_named) == 1 || read_rule(s, text, ret_named) == 1)
        return 1;
    for (int words = 0; words < STATEMENT_WORDS_MAX && (word = pol_word_next(&rest)).data;
         words++) {
        if (!pol_word_is_any(word, "statement memorandum") && !pol_word_is_capital(word))
            return 0;
        if (!pol_word_is_any(word, "statement memorandum"))
            continue;
        pol_span title = pol_span_trim(rest);
        size_t verb = pol_span_find(title, POL_SPAN(" was "), 0);
        if (title.size > 0 && pol_word_is_capital(title) && verb != (size_t)-1 && verb > 3) {
            pol_span named =
                pol_title_without_quotes(pol_outcome_strip(pol_span_first(title, verb)));
            if (!pol_title_is(named) || pol_decision_may_hold(named))
                return 0;
            s->items[s->count] = (pol_outcome){.kind = POL_KIND_STATEMENT, .title = named};
            *ret_named = pol_span_make(NULL, 0);
            *text = pol_span_from(title, verb);
            return 1;
        }
        if (title.size == 0 || !strchr(",:(", title.data[0]))
            return 0;
        s->items[s->count] = (pol_outcome){.kind = POL_KIND_STATEMENT};
        *ret_named = pol_span_from(title, 1);
        *text = pol_span_from(title, 1);
        return 1;
    }
    return 0;
}
