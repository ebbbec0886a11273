/* nouns.c - the nouns that items go by: "motion", "emergency composite", "rule change". */
#include "document/outcome/parse.h"
#include "document/words.h"

static const struct {
    const char *words; /* lower case; longer ones first */
    pol_kind kind;
    bool is_in_number; /* "Composite C" is the number, of "Motion 12" only "12" */
} nouns[] = {
    {"emergency composite motion", POL_KIND_COMPOSITE, true},
    {"emergency composite", POL_KIND_COMPOSITE, true},
    {"emergency motions", POL_KIND_EMERGENCY, false},
    {"emergency motion", POL_KIND_EMERGENCY, false},
    {"emergency resolutions", POL_KIND_EMERGENCY, false},
    {"emergency resolution", POL_KIND_EMERGENCY, false},
    {"emergency", POL_KIND_EMERGENCY, false},
    {"composite motions", POL_KIND_COMPOSITE, true},
    {"composite motion", POL_KIND_COMPOSITE, true},
    {"composite resolution", POL_KIND_COMPOSITE, true},
    {"composited motion", POL_KIND_COMPOSITE, true},
    {"composites", POL_KIND_COMPOSITE, true},
    {"composite", POL_KIND_COMPOSITE, true},
    {"ordinary resolution", POL_KIND_MOTION, false},
    {"special resolution", POL_KIND_MOTION, false},
    {"members motions", POL_KIND_MOTION, false},
    {"members motion", POL_KIND_MOTION, false},
    {"member's motion", POL_KIND_MOTION, false},
    {"special motion", POL_KIND_EMERGENCY, false},
    {"urgency motion", POL_KIND_EMERGENCY, false},
    {"urgent motions", POL_KIND_EMERGENCY, false},
    {"topical resolutions", POL_KIND_EMERGENCY, false},
    {"topical resolution", POL_KIND_EMERGENCY, false},
    {"topical motions", POL_KIND_EMERGENCY, false},
    {"topical motion", POL_KIND_EMERGENCY, false},
    {"urgent resolution", POL_KIND_EMERGENCY, false},
    {"late resolution", POL_KIND_EMERGENCY, false},
    {"urgent motion", POL_KIND_EMERGENCY, false},
    {"comp", POL_KIND_COMPOSITE, true},
    {"late emergency motion", POL_KIND_EMERGENCY, false},
    {"late motions", POL_KIND_EMERGENCY, false},
    {"late motion", POL_KIND_EMERGENCY, false},
    {"executive motion", POL_KIND_MOTION, false},
    {"constitutional amendment", POL_KIND_RULE_CHANGE, false},
    {"constitutional motion", POL_KIND_RULE_CHANGE, false},
    {"constitutional change", POL_KIND_RULE_CHANGE, false},
    {"constitution amendment", POL_KIND_RULE_CHANGE, false},
    {"standing order amendment", POL_KIND_RULE_CHANGE, false},
    {"standing orders amendment", POL_KIND_RULE_CHANGE, false},
    {"rules amendment", POL_KIND_RULE_CHANGE, false},
    {"rules motion", POL_KIND_RULE_CHANGE, false},
    {"rule amendments", POL_KIND_RULE_CHANGE, false},
    {"rule amendment", POL_KIND_RULE_CHANGE, false},
    {"rule changes", POL_KIND_RULE_CHANGE, false},
    {"rule change", POL_KIND_RULE_CHANGE, false},
    {"rule motion", POL_KIND_RULE_CHANGE, false},
    {"motion numbers", POL_KIND_MOTION, false},
    {"motion number", POL_KIND_MOTION, false},
    {"motion nos", POL_KIND_MOTION, false},
    {"motion no", POL_KIND_MOTION, false},
    {"motions", POL_KIND_MOTION, false},
    {"motion", POL_KIND_MOTION, false},
    {"res no", POL_KIND_MOTION, false},
    {"res", POL_KIND_MOTION, false},
    {"resolution number", POL_KIND_MOTION, false},
    {"resolution no", POL_KIND_MOTION, false},
    {"resolutions", POL_KIND_MOTION, false},
    {"resolution", POL_KIND_MOTION, false},
    {"amendments", POL_KIND_AMENDMENT, false},
    {"amendment number", POL_KIND_AMENDMENT, false},
    {"amendment no", POL_KIND_AMENDMENT, false},
    {"amendment", POL_KIND_AMENDMENT, false},
    {"amdt", POL_KIND_AMENDMENT, false},
    {"am", POL_KIND_AMENDMENT, false},
    {"statement", POL_KIND_STATEMENT, false},
    {"nos", POL_KIND_MOTION, false},
    {"no", POL_KIND_MOTION, false},
    {"proposition", POL_KIND_MOTION, false},
    {"propositions", POL_KIND_MOTION, false},
};

bool pol_outcome_noun(pol_span *text, pol_kind *ret_kind, bool *ret_is_in_number)
{
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (pol_words_start(*text, nouns[i].words, text)) {
            *ret_kind = nouns[i].kind;
            *ret_is_in_number = nouns[i].is_in_number;
            return true;
        }
    return false;
}
