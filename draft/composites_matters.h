/* composites_matters.h - texts of motions to the matters that these are about (private to
 * draft/composites*.c).
 *
 * Branches that want one thing have few words in common, but all of them are used of that thing. So
 * each matter that conferences debate is a list of words that motions on it use, whatever they ask
 * for, and a motion is a point in the space that the matters span: explicit semantic analysis
 * (Gabrilovich and Markovitch, IJCAI 2007, 1606-1611) with a small encyclopedia of what unions,
 * parties and co-operatives debate. A word is in any number of lists. */
#ifndef POL_DRAFT_COMPOSITES_MATTERS_H
#define POL_DRAFT_COMPOSITES_MATTERS_H

#include "draft/composites_reading.h"

/* Rows of words. */
typedef struct pol_matter_list {
    const char *const *rows;
    size_t count;
} pol_matter_list;

extern const pol_matter_list pol_matters_work, pol_matters_union, pol_matters_services,
    pol_matters_learning, pol_matters_homes, pol_matters_plain;

/* Fills in pol_motion.matters, once all texts are read. Fails: POL_NOMEM,
 * POL_LIMIT, POL_UNSUPPORTED. */
POL_MUST_CHECK pol_status pol_reading_matters(pol_reading *r, pol_error *reterr);

/* How much two are about the same: the cosine of the angle between them, 0..1. */
double pol_matters_alike(const pol_matters *a, const pol_matters *b);

#endif
