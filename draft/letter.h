/* letter.h - what stands around a draft that was pasted from a mail: greetings, the end of a
 * letter, signatures, the mail that was answered (private to draft/). */
#ifndef POL_DRAFT_LETTER_H
#define POL_DRAFT_LETTER_H

#include "document/document.h"

/* Marks the passages that are no part of a motion; `marks` has room for all, and is set for each.
 */
void pol_letter_mark(const pol_document *document, bool *marks);

#endif
