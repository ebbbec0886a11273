/* split_nouns.c - what items are called: "Motion 12", "Composite C", "EM1". Longer ones stand
 * before those they start with. */
#include "document/split_state.h"

const pol_split_noun pol_split_nouns[] = {
    {"addendum", POL_KIND_AMENDMENT, POL_NOUN_ALONE},
    {"agenda item", POL_KIND_MOTION, POL_NOUN_WEAK},
    {"alteration", POL_KIND_RULE_CHANGE, 0},
    {"amendment number", POL_KIND_AMENDMENT, 0},
    {"amendment no", POL_KIND_AMENDMENT, 0},
    {"amendment", POL_KIND_AMENDMENT, POL_NOUN_ALONE},
    {"amended resolution", POL_KIND_MOTION, 0},
    {"amended motion", POL_KIND_MOTION, 0},
    {"annual conference motion", POL_KIND_MOTION, 0},
    {"branch motion", POL_KIND_MOTION, 0},
    {"composite emergency motion", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"composite motion number", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"composite motion no", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"composite motion", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER | POL_NOUN_ALONE},
    {"composite resolution", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"composite number", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"composite no", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"composite", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"comp", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"constitutional amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"constitutional change", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"constitution amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"emergency composite motion", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"emergency composite", POL_KIND_COMPOSITE, POL_NOUN_IN_NUMBER},
    {"emergency motion number", POL_KIND_EMERGENCY, 0},
    {"emergency motion no", POL_KIND_EMERGENCY, 0},
    {"emergency motion", POL_KIND_EMERGENCY, POL_NOUN_ALONE},
    {"emergency resolution", POL_KIND_EMERGENCY, POL_NOUN_ALONE},
    {"emergency proposition", POL_KIND_EMERGENCY, 0},
    {"emergency", POL_KIND_EMERGENCY, 0},
    {"executive council statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"executive committee statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"executive statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"executive motion", POL_KIND_MOTION, 0},
    {"general council statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"item", POL_KIND_MOTION, POL_NOUN_WEAK},
    {"late emergency motion", POL_KIND_EMERGENCY, 0},
    {"late motion", POL_KIND_MOTION, 0},
    {"late resolution", POL_KIND_MOTION, 0},
    {"motion number", POL_KIND_MOTION, 0},
    {"motion reference", POL_KIND_MOTION, 0},
    {"motion ref", POL_KIND_MOTION, 0},
    {"motion no", POL_KIND_MOTION, 0},
    {"motion", POL_KIND_MOTION, POL_NOUN_TITLED},
    {"national executive council statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"national executive committee statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"nec statement", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"nec motion", POL_KIND_MOTION, 0},
    {"draft motion", POL_KIND_MOTION, 0},
    {"draft resolution", POL_KIND_MOTION, 0},
    {"notice of motion", POL_KIND_MOTION, 0},
    {"members' motion", POL_KIND_MOTION, 0},
    {"member's motion", POL_KIND_MOTION, 0},
    {"substantive motion", POL_KIND_MOTION, 0},
    {"council motion", POL_KIND_MOTION, 0},
    {"conference motion", POL_KIND_MOTION, 0},
    {"general motion", POL_KIND_MOTION, 0},
    {"ordinary resolution", POL_KIND_MOTION, 0},
    {"special resolution", POL_KIND_MOTION, 0},
    {"ordinary motion", POL_KIND_MOTION, 0},
    {"policy motion", POL_KIND_MOTION, 0},
    {"priority motion", POL_KIND_MOTION, 0},
    {"proposal", POL_KIND_MOTION, POL_NOUN_WEAK},
    {"proposed rule change", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"proposed rule amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"proposition", POL_KIND_MOTION, 0},
    {"remit", POL_KIND_MOTION, 0},
    {"resolution number", POL_KIND_MOTION, 0},
    {"resolution no", POL_KIND_MOTION, 0},
    {"resolution", POL_KIND_MOTION, POL_NOUN_TITLED},
    {"rule amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"rule change proposal", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"rule change motion", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"rule change", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"rules motion", POL_KIND_RULE_CHANGE, 0},
    {"rules revision", POL_KIND_RULE_CHANGE, 0},
    {"special motion", POL_KIND_MOTION, 0},
    {"standing orders amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"standing order amendment", POL_KIND_RULE_CHANGE, POL_NOUN_ALONE},
    {"statement of the", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"statement by the", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"statement from the", POL_KIND_STATEMENT, POL_NOUN_ALONE},
    {"statement", POL_KIND_STATEMENT, 0},
    {"sub-amendment", POL_KIND_AMENDMENT, 0},
    {"suspensory motion", POL_KIND_MOTION, 0},
    {"topical motion", POL_KIND_EMERGENCY, 0},
    {"topical resolution", POL_KIND_EMERGENCY, 0},
    {"urgent motion", POL_KIND_EMERGENCY, POL_NOUN_ALONE},
    {"urgency motion", POL_KIND_EMERGENCY, POL_NOUN_ALONE},
    {"urgent resolution", POL_KIND_EMERGENCY, POL_NOUN_ALONE},
    {"no", POL_KIND_MOTION, POL_NOUN_WEAK},
};

const size_t pol_split_noun_count = sizeof pol_split_nouns / sizeof *pol_split_nouns;

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
    for (size_t i = 0; i < pol_split_noun_count; i++)
        if (!(pol_split_nouns[i].flags & POL_NOUN_WEAK) &&
            (text.data[0] | 0x20) == pol_split_nouns[i].words[0] &&
            pol_words_equal(text, pol_split_nouns[i].words)) {
            *ret_kind = pol_split_nouns[i].kind;
            return true;
        }
    return false;
}
