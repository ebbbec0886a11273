/* title.h - what looks like a title. */
#ifndef POL_DOCUMENT_RECOGNISE_TITLE_H
#define POL_DOCUMENT_RECOGNISE_TITLE_H

#include "document/recognise/state.h"

typedef enum pol_title_rule {
    POL_TITLE_PLAIN,
    POL_TITLE_STRICT, /* its words have capitals, so that it cannot be the start of a text */
    POL_TITLE_OF_NEWS /* may open like a clause: "Congress condemns the cuts" */
} pol_title_rule;

/* Short, no opener, no point of a list, no sentence. */
bool pol_title_is_likely(pol_span text, pol_title_rule rule);

#endif
