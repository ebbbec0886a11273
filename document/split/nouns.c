/* nouns.c - what items are called: "Motion 12", "Composite C", "EM1". Longer ones stand
 * before those they start with. */
#include "document/split/state.h"

const pol_split_noun pol_split_nouns[] = {
    {"addendum", POL_KIND_AMENDMENT, POL_NOUN_ALONE},
    {"agenda item", POL_KIND_MOTION, POL_NOUN_WEAK},
    {"alteration", POL_KIND_RULE_CHANGE, 0},
    {"amendment to rule", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"amendment to the rules", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"amendment to clause", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"amendment to article", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"amendment to the constitution", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"amendment to standing order", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"amendment to standing orders", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"amendment to bye-law", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"amendment", POL_KIND_AMENDMENT, POL_NOUN_ALONE},
    {"amended resolution", POL_KIND_MOTION, 0},
    {"amended motion", POL_KIND_MOTION, 0},
    {"change to rule", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"change to the rules", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"change to clause", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"change to article", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"change to the constitution", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"change to standing order", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"change to standing orders", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"change to bye-law", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE | POL_NOUN_WHOLE},
    {"composite emergency motion", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"composite motion", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER | POL_NOUN_ALONE},
    {"composite resolution", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"composite", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"comp", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"constitutional amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"constitutional change", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"constitution amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"emergency composite motion", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"emergency composite", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"emergency motion", POL_KIND_EMERGENCY, POL_NOUN_ALONE},
    {"emergency resolution", POL_KIND_EMERGENCY, POL_NOUN_ALONE},
    {"emergency proposition", POL_KIND_EMERGENCY, 0},
    {"emergency", POL_KIND_EMERGENCY, 0},
    {"executive council statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"executive committee statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"executive statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"general council statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"item", POL_KIND_MOTION, POL_NOUN_WEAK},
    {"late emergency motion", POL_KIND_EMERGENCY, 0},
    {"motion", POL_KIND_MOTION, POL_NOUN_TITLED},
    {"national executive council statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"national executive committee statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"nec statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"notice of motion", POL_KIND_MOTION, 0},
    {"proposal", POL_KIND_MOTION, POL_NOUN_WEAK},
    {"proposed amendment", POL_KIND_AMENDMENT, POL_NOUN_ALONE},
    {"proposed rule change", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"proposed rule amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"proposition", POL_KIND_MOTION, 0},
    {"remit", POL_KIND_MOTION, 0},
    {"resolution", POL_KIND_MOTION, POL_NOUN_TITLED},
    {"rule amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"rule change proposal", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"rule change motion", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"rule change", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"rules revision", POL_KIND_RULE_CHANGE, 0},
    {"standing orders amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"standing order amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"statement of the", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"statement by the", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"statement from the", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"statement", POL_KIND_STATEMENT, 0},
    {"sub-amendment", POL_KIND_AMENDMENT, 0},
    {"topical motion", POL_KIND_EMERGENCY, 0},
    {"topical resolution", POL_KIND_EMERGENCY, 0},
    {"urgent motion", POL_KIND_EMERGENCY, POL_NOUN_ALONE},
    {"urgency motion", POL_KIND_EMERGENCY, POL_NOUN_ALONE},
    {"urgent resolution", POL_KIND_EMERGENCY, POL_NOUN_ALONE},
    {"no", POL_KIND_MOTION, POL_NOUN_WEAK},
};

const size_t pol_split_noun_count = sizeof pol_split_nouns / sizeof *pol_split_nouns;

/* ---- nouns made of others: "Late Motion", "Sector Resolution", "Retired Members' Motion" ---- */

/* "Motion No. 12", "Composite number 3": what is behind the word, where a number is. */
static pol_span without_no(pol_span after)
{
    pol_split_number number;
    pol_span rest = after, word = pol_word_next(&rest), behind;
    if (!pol_word_is_any(word, "no nr num number ref reference"))
        return after;
    while (rest.size > 0 && strchr(".:# ", rest.data[0]))
        rest = pol_span_from(rest, 1);
    return pol_split_number_parse(rest, true, &number, &behind) ? rest : after;
}

/* What the words before a noun make of its kind. */
static uint8_t kind_before(pol_span words, uint8_t kind)
{
    pol_span word;
    while ((word = pol_word_next(&words)).data) {
        if (pol_word_is_any(word, "rule rules constitutional constitution standing bye-law"))
            return POL_KIND_RULE_CHANGE;
        if (pol_word_is_any(word, "emergency urgent urgency topical") && kind == POL_KIND_MOTION)
            return POL_KIND_EMERGENCY;
        if (pol_word_is_any(word, "composite composited") && kind == POL_KIND_MOTION)
            return POL_KIND_COMPOSITE;
    }
    return kind;
}

/* Does a mark, a gap or nothing follow, so that the letter before it is no word of a title? */
static bool is_set_off(pol_span behind)
{
    return behind.size == 0 || strchr(".:)]|", behind.data[0]) ||
           pol_span_starts(behind, POL_SPAN("  ")) || pol_span_starts(behind, POL_SPAN(" (")) ||
           pol_span_starts(behind, POL_SPAN(" - ")) ||
           pol_span_starts(behind, POL_SPAN(" \u2013 ")) ||
           pol_span_starts(behind, POL_SPAN(" \u2014 "));
}

/* Up to four capitalised words before a noun that stands for itself, and a number behind it. */
static bool compose(pol_span text, pol_split_noun *ret_noun, pol_span *ret_after)
{
    enum { WORDS = 4 };
    static const pol_split_noun heads[] = {{"motion", POL_KIND_MOTION, 0},
                                           {"resolution", POL_KIND_MOTION, 0},
                                           {"proposition", POL_KIND_MOTION, 0},
                                           {"composite", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
                                           {"amendment", POL_KIND_AMENDMENT, 0}};
    pol_span rest = text, word = pol_word_next(&rest), behind;
    const char *end = text.data;
    for (int words = 0; words <= WORDS && word.data; words++, word = pol_word_next(&rest)) {
        pol_span gap = pol_span_make(end, (size_t)(word.data - end)); /* "Members' Motion" */
        bool is_joined = pol_span_equal(gap, POL_SPAN("")) || pol_span_equal(gap, POL_SPAN(" ")) ||
                         pol_span_equal(gap, POL_SPAN("' ")) ||
                         pol_span_equal(gap, POL_SPAN("\u2019 "));
        bool has_digit = word.data[word.size - 1] <= '9'; /* "B01 Amendment 1" */
        if (!is_joined || !pol_word_is_capital(word) || word.data[0] <= '9' || has_digit)
            return false;
        end = word.data + word.size;
        for (size_t i = 0; i < sizeof heads / sizeof *heads && words > 0; i++) {
            pol_split_number number;
            if (!pol_word_is(word, heads[i].words))
                continue;
            *ret_after = without_no(rest);
            *ret_noun = heads[i];
            ret_noun->kind =
                kind_before(pol_span_first(text, (size_t)(word.data - text.data)), heads[i].kind);
            behind = pol_span_trim(*ret_after);
            bool is_bracketed = behind.size > 0 && behind.data[0] == '(';
            return pol_split_number_parse(behind, true, &number, &behind) &&
                   (number.value > 0 || is_bracketed || pol_word_is_upper(word) ||
                    is_set_off(behind));
        }
    }
    return false;
}

pol_span pol_split_without_kind(pol_span title, uint8_t *kind)
{
    enum { WORDS = 4 };
    pol_span rest = title, word;
    for (int words = 0; words < WORDS && (word = pol_word_next(&rest)).data; words++) {
        if (!pol_word_is_capital(word) && !pol_word_is_any(word, "motion resolution amendment"))
            return title;
        bool is_noun = pol_word_is_any(word, "motion resolution amendment") ||
                       (words == 0 && pol_word_is_any(word, "emergency composite"));
        pol_span behind = rest;
        while (behind.size > 0 && strchr(") ", behind.data[0]))
            behind = pol_span_from(behind, 1);
        bool is_marked = behind.size > 1 && behind.data[0] == ':';
        bool is_title = is_marked && pol_word_is(word, "amendment"); /* "Rule amendment: Fees" */
        if (!is_noun || is_title || (behind.size > 0 && !is_marked))
            continue;
        pol_span before = pol_span_first(title, (size_t)(word.data - title.data));
        *kind = kind_before(words == 0 ? word : before, *kind);
        behind = behind.size > 0 ? pol_span_trim(pol_span_from(behind, 1)) : behind;
        return behind.size > 0 ? behind : pol_span_make(NULL, 0);
    }
    return title;
}

bool pol_split_noun_read(pol_span text, pol_split_noun *ret_noun, pol_span *ret_after)
{
    if (text.size < 2)
        return false;
    for (size_t i = 0; i < pol_split_noun_count; i++) {
        const pol_split_noun *noun = &pol_split_nouns[i];
        if ((text.data[0] | 0x20) != noun->words[0] || (text.data[1] | 0x20) != noun->words[1] ||
            !pol_words_start(text, noun->words, ret_after))
            continue;
        *ret_after = without_no(*ret_after);
        *ret_noun = *noun;
        return true;
    }
    return compose(text, ret_noun, ret_after);
}

static uint32_t pack(const char *letters)
{
    uint32_t packed = 0;
    for (; *letters; letters++)
        packed = packed << 8 | (unsigned char)*letters;
    return packed;
}

pol_kind pol_split_kind_of_letters(uint32_t letters)
{
    static const struct {
        const char *letters;
        pol_kind kind;
    } known[] = {
        {"EM", POL_KIND_EMERGENCY},   {"E", POL_KIND_EMERGENCY},    {"EMO", POL_KIND_EMERGENCY},
        {"EMER", POL_KIND_EMERGENCY}, {"ER", POL_KIND_EMERGENCY},   {"RC", POL_KIND_RULE_CHANGE},
        {"RA", POL_KIND_RULE_CHANGE}, {"CR", POL_KIND_RULE_CHANGE}, {"CM", POL_KIND_COMPOSITE},
        {"COMP", POL_KIND_COMPOSITE}, {"AM", POL_KIND_AMENDMENT},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (letters == pack(known[i].letters))
            return known[i].kind;
    return POL_KIND_MOTION;
}

bool pol_split_is_noun_alone(pol_span text, uint8_t *ret_kind)
{
    enum { NOUN_BYTES = 40 };
    text = pol_span_core(text);
    if (text.size == 0 || text.size > NOUN_BYTES)
        return false;
    pol_span last = pol_word_last(text);
    if (last.data != text.data && pol_word_is_any(last, "no number nr ref reference"))
        text = pol_span_core(pol_span_first(text, (size_t)(last.data - text.data)));
    for (size_t i = 0; i < pol_split_noun_count; i++)
        if (!(pol_split_nouns[i].flags & POL_NOUN_WEAK) &&
            (text.data[0] | 0x20) == pol_split_nouns[i].words[0] &&
            pol_words_equal(text, pol_split_nouns[i].words)) {
            *ret_kind = pol_split_nouns[i].kind;
            return true;
        }
    return false;
}
