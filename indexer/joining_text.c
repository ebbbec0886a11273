/* joining_text.c - why a line of a report was not joined, in words. */
#include "indexer/joining.h"

const char *pol_unmatched_text(pol_unmatched_reason reason)
{
    switch (reason) {
    case POL_UNMATCHED_NO_DOCUMENT:
        return "no motion of that number or title is known for this conference";
    case POL_UNMATCHED_NO_CONFERENCE:
        return "it does not say of which conference and year it is";
    case POL_UNMATCHED_UNKNOWN_CONFERENCE:
        return "no motion of this conference and year is known";
    case POL_UNMATCHED_SEVERAL:
        return "more than one motion could be meant";
    case POL_UNMATCHED_TITLES_DIFFER:
        return "the motion of that number has another title";
    case POL_UNMATCHED_UNKNOWN_WORDS:
        return "the words of the decision are not known";
    }
    return "";
}
