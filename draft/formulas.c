/* formulas.c - see formulas.h. A formula starts where a sentence does. */
#include "draft/formulas.h"

enum { ASKED_WORDS_MAX = 16, SUBJECT_WORDS_MAX = 8, ADVERBS_MAX = 6 };

/* Lists of words, single spaces between and around them. */
static const char openers[] = " therefore accordingly be it further and also that whereas hence "
                              "resolved this the our ";
static const char subjects[] = " conference congress council branch union meeting agm party forum "
                               "assembly convention committee executive society association "
                               "federation senate delegates house we group region section members ";
static const char adverbs[] = " therefore also further hereby again accordingly strongly fully "
                              "now once more and urgently firmly formally once ";
/* Each may be followed by "on" or "upon". */
static const char directs[] =
    " instructs instruct instructed calls call called urges urge urged asks "
    "ask asked requests request requested mandates mandate mandated directs "
    "direct directed requires require required invites invite demands "
    "encourages expects wishes tasks ";
static const char states[] =
    " notes note believes believe resolves resolve agrees agree recognises "
    "recognise recognizes welcomes welcome considers consider acknowledges "
    "declares affirms affirm reaffirms confirms deplores condemns regrets "
    "supports accepts rejects demands congratulates recommends commits "
    "undertakes pledges decides ";
/* Verbs that say something of the matter too stand in `states` only as far as the subject is
 * concerned: the verb itself weighs what it weighs. */
static const char telling_states[] = " deplores condemns regrets supports accepts rejects welcomes "
                                     "welcome demands congratulates ";
static const char after_states[] =
    " that with concern alarm regret dismay great deep grave anger the "
    "to pleasure disappointment serious increasing growing of ";
static const char bodies[] =
    " council executive committee nec sge forum board conference leadership "
    "officers group link fund branches regions secretary president officials "
    "representatives union delegation region nc gec sgc section sections "
    "groups committees trustees bodies body branch leaders whip councillors "
    "spokespersons team department working ";
static const char modals[] = " shall should must will is are be ought to ";

static bool is_one_of(pol_span word, const char *list)
{
    char padded[40];
    if (word.size == 0 || word.size + 3 > sizeof padded)
        return false;
    padded[0] = ' ';
    memcpy(padded + 1, word.data, word.size);
    padded[word.size + 1] = ' ';
    padded[word.size + 2] = 0;
    return strstr(list, padded) != NULL;
}

static bool word_at(const pol_formula_word *words, size_t count, size_t at, const char *list)
{
    return at < count && is_one_of(words[at].word, list);
}

static bool is_word(const pol_formula_word *words, size_t count, size_t at, const char *expected)
{
    return at < count && pol_span_equal(words[at].word, pol_span_of(expected));
}

static size_t skip(const pol_formula_word *words, size_t count, size_t at, const char *list,
                   size_t most)
{
    size_t end = at;
    while (end - at < most && word_at(words, count, end, list))
        end++;
    return end;
}

/* Behind somebody who is asked, "to" with them: "the National Executive Council to"; `at` where
 * there is nobody. What is asked of ("to", "that", "and") ends it. */
static size_t asked_end(const pol_formula_word *words, size_t count, size_t at)
{
    bool has_body = false;
    for (size_t i = at; i < count && i < at + ASKED_WORDS_MAX; i++) {
        if (has_body && (is_word(words, count, i, "to") || is_word(words, count, i, "that")))
            return i + 1;
        if (is_word(words, count, i, "to") || is_word(words, count, i, "that"))
            return at;
        has_body = has_body || word_at(words, count, i, bodies);
    }
    return at;
}

/* "Conference", "This branch", "We", "BE IT FURTHER RESOLVED THAT this union": behind it; `at`
 * where there is none. */
static size_t subject_end(const pol_formula_word *words, size_t count, size_t at)
{
    size_t end = skip(words, count, at, openers, SUBJECT_WORDS_MAX);
    size_t resolved = end;
    for (size_t i = at; i < end; i++)
        if (is_word(words, count, i, "resolved"))
            resolved = 0; /* a formula by itself */
    if (!word_at(words, count, end, subjects))
        return resolved ? at : end;
    return skip(words, count, end, subjects, 3);
}

/* "The Regional Committee is instructed to", "The executive shall": behind it, or `at`. */
static size_t passive_end(const pol_formula_word *words, size_t count, size_t at)
{
    bool has_body = false;
    if (!is_word(words, count, at, "the") && !is_word(words, count, at, "our"))
        return at;
    for (size_t i = at + 1; i < count && i < at + SUBJECT_WORDS_MAX; i++) {
        if (has_body && word_at(words, count, i, modals)) {
            size_t end = skip(words, count, i, modals, 3);
            if (word_at(words, count, end, directs))
                end++;
            return skip(words, count, end, modals, 1);
        }
        if (words[i].starts_phrase)
            break;
        has_body = word_at(words, count, i, bodies);
    }
    return at;
}

/* Where the formula that starts at `at` ends. */
static size_t formula_end(const pol_formula_word *words, size_t count, size_t at)
{
    size_t subject = subject_end(words, count, at);
    size_t verb = skip(words, count, subject, adverbs, ADVERBS_MAX);
    if (word_at(words, count, verb, directs)) {
        size_t end = verb + 1;
        if (is_word(words, count, end, "on") || is_word(words, count, end, "upon"))
            end++;
        /* "invite two employers in each region to ..." has nobody who says it: a demand itself */
        bool is_said = subject > at || is_word(words, count, end, "the") ||
                       is_word(words, count, end, "our") || word_at(words, count, end, bodies);
        size_t asked = is_said ? asked_end(words, count, end) : end;
        if (asked > end)
            return asked;
        if (subject > at)
            return end;
    }
    if (subject > at && word_at(words, count, verb, telling_states))
        return verb;
    if (subject > at && word_at(words, count, verb, states))
        return skip(words, count, verb + 1, after_states, ADVERBS_MAX);
    size_t passive = passive_end(words, count, at);
    return passive > at ? passive : subject;
}

void pol_formulas_mark(pol_formula_word *words, size_t count)
{
    for (size_t at = 0; at < count; at++) {
        if (at > 0 && !words[at].starts_phrase)
            continue;
        size_t end = formula_end(words, count, at);
        for (size_t i = at; i < end; i++)
            words[i].is_formula = true;
        /* "resolved that this conference calls on the executive to": one behind another */
        if (end > at && end < count) {
            size_t next = formula_end(words, count, end);
            for (size_t i = end; i < next; i++)
                words[i].is_formula = true;
        }
    }
}
