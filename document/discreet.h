/* discreet.h - words of a report or minutes without the people in them.
 *
 * A mover's name tells union membership, and minutes print it beside the decision: "Moved by
 * J. Smith, seconded by K. Jones. CARRIED". Names of bodies stay. Safe in any thread. */
#ifndef POL_DOCUMENT_DISCREET_H
#define POL_DOCUMENT_DISCREET_H

#include "core/buffer.h"
#include "document/document.h"
#include "document/outcome.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Appends `words`, unless `shows_people` with "…" for what follows "moved by" and the like (up
 * to the words that decide, where some do) and for the names of people whom the document knows
 * to have submitted it. Nothing is made printable. */
void pol_discreet_add(pol_span words, const pol_document *document, bool shows_people,
                      pol_buffer *buffer);

/* How sure a name must be to be cut where nothing says that it moves, seconds or speaks. */
typedef enum pol_discreet_reach {
    POL_DISCREET_STATED,   /* only what such a word says */
    POL_DISCREET_BRACKETS, /* and people in brackets: "Tugs (Jane Smith)" */
    POL_DISCREET_EVERYONE  /* and every name that begins with a common first name */
} pol_discreet_reach;

/* `text`, a line or a paragraph, with "…" for the names of people in it: behind "moved by",
 * "Seconder:", "on the motion of", "Sister", "Cllr"; before "moved" and "seconded". *ret_text is
 * `text` itself where there are none. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_discreet_text(pol_span text, pol_discreet_reach reach,
                                            pol_arena *arena, pol_span *ret_text,
                                            pol_error *reterr);

/* The start of a title, up to the person that it ends with: "Tugs (Jane Smith)" and "Tugs -
 * moved by Jane Smith" to "Tugs". A title that is nothing but a name stays. */
pol_span pol_discreet_title(pol_span title);

/* The heading of a section; absent where it is a person's name, left over from a mover's line. */
pol_span pol_discreet_heading(pol_span heading);

/* The lines of a report, without people; those of `text` are changed. */
POL_MUST_CHECK pol_status pol_discreet_lines(pol_text *text, pol_arena *arena, pol_error *reterr);

/* Title, words, referral and line of an outcome. */
POL_MUST_CHECK pol_status pol_discreet_outcome(pol_outcome *outcome, pol_arena *arena,
                                               pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
