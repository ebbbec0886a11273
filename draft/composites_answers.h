/* composites_answers.h - a motion to whether it answers what others ask for (private to
 * draft/composites_*.c).
 *
 * Who is against a demand uses its words, and says so in few ways: "not to campaign for", "should
 * stay", "drop its opposition to", and before it "notes the growing call for". */
#ifndef POL_DRAFT_COMPOSITES_ANSWERS_H
#define POL_DRAFT_COMPOSITES_ANSWERS_H

#include "core/span.h"

/* Bits: what the sentences of a motion say that ask for something or say what is believed; notes
 * only tell that others call for something. */
typedef enum pol_answer {
    POL_ANSWER_NOT_TO = 1,  /* asks not to do it */
    POL_ANSWER_STAYS = 2,   /* wants something to stay as it is */
    POL_ANSWER_REPLIES = 4, /* notes that others call for it */
} pol_answer;

unsigned pol_answers_of(pol_span text);

#endif
