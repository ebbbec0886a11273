/* asks.h - a passage of a motion to the sentences of it that ask for something (private
 * to draft/composites_*.c).
 *
 * A paragraph that asks has its reasons beside, and paragraphs ask in more ways than openers of
 * clauses tell: "That this AGM says again ... and instructs the Executive to ...". */
#ifndef POL_DRAFT_COMPOSITES_ASKS_H
#define POL_DRAFT_COMPOSITES_ASKS_H

#include "core/arena.h"
#include "core/span.h"

/* Has a text a sentence that asks in so many words: "calls on", "instructs", "is asked to"? Notes
 * and beliefs do not. */
bool pol_asks_any(pol_span text);

/* The sentences of a paragraph that ask, or say what should be; all of it where none asks in so
 * many words, or where that is nearly all. In `arena` or the text itself; data NULL: no memory. */
pol_span pol_asks_of(pol_span text, pol_arena *arena);

#endif
