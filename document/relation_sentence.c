/* relation_sentence.c - sentences that tie a document to others. Only what the document says
 * of itself, in so many words: "notes motion 11", "does not supersede" and what somebody else
 * did tie nothing. */
#include "document/openers.h"
#include "document/relation_parse.h"
#include "document/words.h"

enum { SENTENCE_BYTES_MAX = 1200, POLICY_WORDS_MAX = 12 };

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

static bool is_end(pol_span text)
{
    return pol_word_count(text, 1) == 0;
}

/* All references of a phrase: "motion 4 (2014) and Composite B (2018)". */
static bool read_all(pol_span *text, pol_outcome_memory *memory, pol_references *ret_named)
{
    pol_references more;
    if (!pol_references_read(text, memory, ret_named))
        return false;
    for (;;) {
        pol_span rest = behind_words(*text, "and also with");
        if (!pol_references_read(&rest, memory, &more))
            return true;
        for (size_t i = 0; i < more.count && ret_named->count < POL_REFERENCES_MAX; i++)
            ret_named->items[ret_named->count++] = more.items[i];
        *text = rest;
    }
}

/* "this motion", "the policy": the document itself. `*text` goes on behind. */
static bool skip_self(pol_span *text)
{
    pol_span rest = *text, word = pol_word_next(&rest);
    if (!pol_word_is_any(word, "this the"))
        return false;
    word = pol_word_next(&rest);
    if (pol_word_is_any(word, "emergency composite")) {
        pol_span ahead = rest;
        if (pol_word_is_any(pol_word_next(&ahead), "motion resolution"))
            rest = ahead;
    } else if (!pol_word_is_any(word,
                                "motion resolution policy statement amendment rule decision")) {
        return false;
    }
    *text = rest;
    return true;
}

/* ---- falls if ------------------------------------------------------------------------------- */

/* "is carried", "being carried", "be passed": `*text` goes on behind. */
static bool skip_carried(pol_span *text)
{
    pol_span rest = behind_words(*text, "is are be being was were has have been");
    if (!pol_word_is_any(pol_word_next(&rest), "carried passed adopted agreed accepted approved"))
        return false;
    *text = rest;
    return true;
}

static bool skip_fall(pol_span *text)
{
    pol_span rest = behind_words(*text, "will would shall should automatically then also "
                                        "consequentially");
    if (!pol_word_is_any(pol_word_next(&rest), "fall falls fell"))
        return false;
    *text = rest;
    return true;
}

static bool is_self(const pol_references *named, const pol_tie_subject *subject)
{
    for (size_t i = 0; i < named->count; i++)
        if (subject->number.data && named->items[i].number.data &&
            pol_span_equal_fold(named->items[i].number, subject->number))
            return true;
    return false;
}

/* "this motion will fall", "Motions 8 and 9 fall": who falls if `others` are carried. */
static bool read_faller(pol_span text, const pol_references *others, bool of_self,
                        const pol_tie_subject *subject, pol_outcome_memory *memory,
                        pol_tie *ret_tie)
{
    pol_references fallers;
    pol_span rest = behind_words(text, "then");
    if (!of_self && (skip_self(&rest) || pol_words_start(rest, "it", &rest)) && skip_fall(&rest)) {
        ret_tie->kind = POL_RELATION_FALLS_IF;
        ret_tie->others = *others;
        return true;
    }
    rest = behind_words(text, "then");
    if (of_self) /* "If carried, this motion will fall Motion 6" */
        skip_self(&rest);
    bool falls_first = of_self && skip_fall(&rest);
    if (!pol_references_read(&rest, memory, &fallers) || (!falls_first && !skip_fall(&rest)))
        return false;
    if (of_self || is_self(others, subject)) {
        ret_tie->kind = POL_RELATION_FELLS;
        ret_tie->others = fallers;
        return true;
    }
    ret_tie->kind = POL_RELATION_FALLS_IF;
    ret_tie->others = *others;
    return is_self(&fallers, subject);
}

/* "If Motion 7 is carried, ...", "Should Motion 7 be carried, ...", "If carried, ..." */
static bool read_condition(pol_span text, const pol_tie_subject *subject,
                           pol_outcome_memory *memory, pol_tie *ret_tie)
{
    pol_span rest = text;
    pol_references others = {.count = 0};
    if (!pol_word_is_any(pol_word_next(&rest), "if should where"))
        return false;
    pol_span self = rest;
    bool of_self = skip_self(&self) ? skip_carried(&self) : skip_carried(&self);
    if (of_self)
        return read_faller(self, &others, true, subject, memory, ret_tie);
    return read_all(&rest, memory, &others) && skip_carried(&rest) &&
           read_faller(rest, &others, false, subject, memory, ret_tie);
}

/* "Falls if Motion 7 is carried", "This motion will fall should Composite B be carried". */
static bool read_fall(pol_span text, pol_outcome_memory *memory, pol_tie *ret_tie)
{
    pol_span rest = text;
    skip_self(&rest);
    if (!skip_fall(&rest))
        return false;
    rest = behind_words(rest, "consequentially in the event that of");
    pol_span ahead = rest;
    bool is_condition = pol_word_is_any(pol_word_next(&ahead), "if should where when");
    if (is_condition)
        rest = ahead;
    ret_tie->kind = POL_RELATION_FALLS_IF;
    return (is_condition || rest.data != text.data) && read_all(&rest, memory, &ret_tie->others) &&
           skip_carried(&rest);
}

bool pol_tie_falls(pol_span sentence, const pol_tie_subject *subject, pol_outcome_memory *memory,
                   pol_tie *ret_tie)
{
    pol_span text = pol_span_core(sentence);
    *ret_tie = (pol_tie){.standing = POL_STANDING_UNSTATED};
    if (text.size > SENTENCE_BYTES_MAX || has_word(text, "not unless lost"))
        return false;
    return read_fall(text, memory, ret_tie) || read_condition(text, subject, memory, ret_tie);
}

/* ---- supersedes, reaffirms ------------------------------------------------------------------- */

static const char supersedes[] = "supersedes replaces rescinds overturns revokes repeals reverses "
                                 "supersede replace rescind overturn revoke repeal reverse";
static const char superseded[] = "superseded replaced rescinded overturned revoked repealed";
static const char reaffirms[] = "reaffirms re-affirms reaffirm re-affirm";

/* Behind "This Conference therefore": who speaks, and nothing that it says. */
static bool skip_speaker(pol_span *text)
{
    pol_span rest = *text;
    if (skip_self(&rest)) {
        *text = rest;
        return true;
    }
    pol_span word = pol_word_next(&rest);
    if (pol_word_is_any(word, "that this the"))
        word = pol_word_next(&rest);
    for (int i = 0; i < 6 && pol_word_is_capital(word) &&
                    !pol_word_is_any(word, "conference congress council agm branch union");
         i++)
        word = pol_word_next(&rest);
    if (!pol_word_is_any(word, "conference congress council agm branch union we"))
        return false;
    *text = rest;
    return true;
}

static const char adverbs[] = "therefore hereby further also thus accordingly and now strongly "
                              "again once more fully formally";

/* Behind "Conference agrees to", up to the verb: with `ret_is_base`, "to rescind". */
static pol_span skip_to_verb(pol_span text)
{
    pol_span rest = behind_words(text, adverbs);
    pol_span ahead = rest;
    if (pol_word_is_any(pol_word_next(&ahead), "agrees resolves decides agree resolve votes") &&
        pol_word_is_any(pol_word_next(&ahead), "to"))
        rest = behind_words(ahead, adverbs);
    ahead = rest;
    if (pol_word_is_any(pol_word_next(&ahead), "will shall"))
        rest = ahead;
    return rest;
}

/* "the policy set out in", "its support for": before the motion that is meant. */
static pol_span skip_policy(pol_span text)
{
    static const char words[] = "the policy policies position in of set out by as expressed agreed "
                                "carried passed adopted stated contained commitment commitments "
                                "support for to its our existing union's conference's decision "
                                "decisions previous earlier made under terms all principles "
                                "resolution's established entirety and continuing long-standing";
    pol_span rest = text;
    for (int i = 0; i < POLICY_WORDS_MAX; i++) {
        pol_span here = rest;
        if (pol_outcome_starts_item(here) || !pol_word_is_any(pol_word_next(&rest), words))
            return here;
    }
    return rest;
}

/* "... supersedes Motion 12", "... agrees to rescind Motion 12". */
static bool read_active(pol_span text, pol_outcome_memory *memory, pol_tie *ret_tie)
{
    pol_span rest = text, verb;
    skip_speaker(&rest);
    rest = skip_to_verb(rest);
    verb = pol_word_next(&rest);
    if (pol_word_is_any(verb, supersedes))
        ret_tie->kind = POL_RELATION_SUPERSEDES;
    else if (pol_word_is_any(verb, reaffirms))
        ret_tie->kind = POL_RELATION_REAFFIRMS;
    else
        return false;
    rest = skip_policy(rest);
    return read_all(&rest, memory, &ret_tie->others);
}

/* "Motion 12 (2014) is hereby rescinded", "... be superseded by this motion". */
static bool read_passive(pol_span text, pol_outcome_memory *memory, pol_tie *ret_tie)
{
    pol_span rest = text;
    if (skip_speaker(&rest)) { /* "Conference resolves that Motion 12 be rescinded" */
        rest = behind_words(rest, adverbs);
        if (!pol_word_is_any(pol_word_next(&rest), "agrees resolves decides") ||
            !pol_word_is(pol_word_next(&rest), "that"))
            return false;
    }
    if (!read_all(&rest, memory, &ret_tie->others))
        return false;
    pol_span verb = behind_words(rest, "is are be shall should hereby now therefore stands stand");
    ret_tie->kind = POL_RELATION_SUPERSEDES;
    pol_span ahead = verb;
    if (verb.data == rest.data || !pol_word_is_any(pol_word_next(&ahead), superseded))
        return false;
    pol_span behind = ahead;
    if (!pol_word_is_any(pol_word_next(&behind), "by"))
        return pol_word_count(ahead, 6) < 6;
    return skip_self(&behind);
}

/* Behind the next ": " or "; " that "this motion" follows; empty where there is none. */
static pol_span next_statement(pol_span text)
{
    for (size_t at = 0; at + 2 < text.size; at++) {
        pol_span rest = pol_span_from(text, at + 2), self = rest;
        if ((text.data[at] == ':' || text.data[at] == ';') && skip_self(&self))
            return rest;
    }
    return pol_span_from(text, text.size);
}

bool pol_tie_policy(pol_span sentence, pol_outcome_memory *memory, pol_tie *ret_tie)
{
    enum { STATEMENTS_MAX = 4 };
    pol_span text = pol_span_core(sentence);
    *ret_tie = (pol_tie){.standing = POL_STANDING_UNSTATED};
    if (text.size > SENTENCE_BYTES_MAX)
        return false;
    text = pol_span_make(text.data, (size_t)(sentence.data + sentence.size - text.data));
    for (int i = 0; i < STATEMENTS_MAX && text.size > 0; i++) {
        if (read_active(text, memory, ret_tie) || read_passive(text, memory, ret_tie))
            return true;
        text = next_statement(text);
    }
    return false;
}

/* ---- composite of, amends ---------------------------------------------------------------------
 */

static bool read_composite(pol_span text, bool is_composite, pol_outcome_memory *memory,
                           pol_tie *ret_tie)
{
    static const char *const leads[] = {
        "composite of",        "a composite of",        "composited from",
        "composite motion of", "composite made of",     "composite made from",
        "made from",           "incorporating",         "combines",
        "combining",           "formed from",           "is a composite of",
        "was composited from", "is made up of",         "was made from",
        "was formed from",     "composite motion from", "composite from",
        "brings together",     "is composited from",    "comprises",
        "comprising",
    };
    pol_span rest = text;
    bool of_self = skip_self(&rest);
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        pol_span behind;
        if (!pol_words_start(rest, leads[i], &behind))
            continue;
        bool is_sure = is_composite || pol_words_start(rest, "composite", NULL);
        ret_tie->kind = POL_RELATION_COMPOSITE_OF;
        return (is_sure || (of_self && i < 3)) && read_all(&behind, memory, &ret_tie->others);
    }
    return false;
}

/* "Motion 9 and amendment, and 10": all of a composite's line. */
static bool read_parents(pol_span text, pol_outcome_memory *memory, pol_tie *ret_tie)
{
    pol_span rest = text;
    if (!pol_references_read(&rest, memory, &ret_tie->others))
        return false;
    for (pol_span before = rest; !is_end(rest); before = rest) {
        rest = behind_words(rest, "and its amendment amendments as amended the to with");
        pol_outcome items[POL_OUTCOME_LIST_MAX];
        size_t count = pol_outcome_list(&rest, false, memory, items);
        for (size_t i = 0; i < count && ret_tie->others.count < POL_REFERENCES_MAX; i++)
            ret_tie->others.items[ret_tie->others.count++] =
                (pol_relation){.number = items[i].number};
        if (rest.data == before.data)
            return false;
    }
    ret_tie->kind = POL_RELATION_COMPOSITE_OF;
    return true;
}

bool pol_tie_parents(pol_span text, const pol_tie_subject *subject, pol_outcome_memory *memory,
                     pol_tie *ret_tie)
{
    bool is_composite = subject->kind == POL_KIND_COMPOSITE;
    pol_span core = pol_span_core(text);
    *ret_tie = (pol_tie){.standing = POL_STANDING_UNSTATED};
    if (core.size == 0 || core.size > SENTENCE_BYTES_MAX)
        return false;
    if (read_composite(core, is_composite, memory, ret_tie) ||
        (is_composite && read_parents(core, memory, ret_tie)))
        return true;
    pol_span rest;
    if (subject->kind != POL_KIND_AMENDMENT ||
        !(pol_words_start(core, "amendment to", &rest) || pol_words_start(core, "amends", &rest) ||
          pol_words_start(core, "to amend", &rest)))
        return false;
    ret_tie->kind = POL_RELATION_AMENDS;
    return pol_references_read(&rest, memory, &ret_tie->others);
}

/* ---- standing ---------------------------------------------------------------------------------
 */

/* "Policy status:", "This policy has been": what its standing stands behind. */
static bool skip_label(pol_span *text, bool *ret_is_label)
{
    static const char *const labels[] = {"policy status",         "status of policy",
                                         "status of this policy", "standing",
                                         "policy standing",       "status"};
    *ret_is_label = false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        pol_span rest;
        if (pol_words_start(*text, labels[i], &rest) && rest.size > 0 && rest.data[0] == ':') {
            *text = rest;
            *ret_is_label = true;
            return true;
        }
    }
    if (!skip_self(text))
        return false;
    *text = behind_words(*text, "has have been was is now will then as");
    return true;
}

bool pol_tie_standing(pol_span sentence, pol_outcome_memory *memory, pol_tie *ret_tie)
{
    pol_span text = pol_span_core(sentence), rest = text, word, behind;
    bool is_label;
    *ret_tie = (pol_tie){.kind = POL_RELATION_SUPERSEDED_BY};
    if (text.size == 0 || text.size > SENTENCE_BYTES_MAX || has_word(text, "if not unless should"))
        return false;
    bool has_subject = skip_label(&rest, &is_label);
    behind = rest;
    word = pol_word_next(&behind);
    if (pol_word_is_any(word, superseded)) {
        pol_span by = behind;
        bool names =
            pol_word_is(pol_word_next(&by), "by") && read_all(&by, memory, &ret_tie->others);
        ret_tie->standing = POL_STANDING_SUPERSEDED;
        return names || (has_subject && (is_label || pol_word_count(behind, 8) < 8)) ||
               is_end(behind);
    }
    if (!has_subject)
        return false;
    if (pol_word_is_any(word, "lapsed expired")) {
        ret_tie->standing = POL_STANDING_LAPSED;
        return pol_word_count(behind, 12) < 12;
    }
    rest = behind_words(rest, "remains still stays remain");
    behind = rest;
    if (!pol_word_is_any(pol_word_next(&behind), "current live"))
        return false;
    ret_tie->standing = POL_STANDING_CURRENT;
    return is_end(behind) || pol_words_start(behind, "policy", NULL);
}
