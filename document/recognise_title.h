/* recognise_title.h - what looks like a title. */
#ifndef POL_DOCUMENT_RECOGNISE_TITLE_H
#define POL_DOCUMENT_RECOGNISE_TITLE_H

#include "document/recognise_state.h"

/* Short, no opener, no point of a list, no sentence. `strict`: its words have capitals,
 * too, so that it cannot be the first words of a text. */
bool pol_title_is_likely(pol_span text, bool strict);

#endif
