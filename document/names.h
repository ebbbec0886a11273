/* names.h - whose name some words are: a body's, a person's, or nobody's.
 *
 * A mover's name tells who is a member, so that a person's must be told from a body's wherever
 * movers are named. Words alone cannot always tell: what could be a person's name and is no
 * known place is POL_NAME_PERHAPS, and hidden where movers stand. Nothing allocates. Safe in
 * any thread. */
#ifndef POL_DOCUMENT_NAMES_H
#define POL_DOCUMENT_NAMES_H

#include "document/words.h"

typedef enum pol_name_kind {
    POL_NAME_NONE,    /* no name, or a single word that tells nothing */
    POL_NAME_BODY,    /* "North Branch", "NEC", "Unite", "East Midlands", "Milton Keynes" */
    POL_NAME_PERHAPS, /* two to four capitalised words: "Lysander Pumphrey" */
    POL_NAME_PERSON   /* by title, initials or first name: "Sister Pumphrey", "J. Smith" */
} pol_name_kind;

/* Of one name, without punctuation inside of it. */
pol_name_kind pol_name_kind_of(pol_span name);

/* Is there a word of a body in it ("branch", "committee")? Also true of "Jane Smith, North
 * Branch". Not of "Size of the Executive", which is about a body. */
bool pol_name_has_body(pol_span name);

/* "Jane Smith Leith Branch": the bytes up to the end of the person's name, where it is
 * certain; 0 otherwise, as for "William Morris branch". */
size_t pol_name_person_size(pol_span name);

/* "Mr", "Sister", "Cllr", "Dr" */
bool pol_name_is_title(pol_span word);
/* A common first name: "Margaret", "Ravinder". */
bool pol_name_is_given(pol_span word);
/* A word that is in no person's name: "Motion", "Conference", "Carried", "The", "Pay". */
bool pol_name_is_plain_word(pol_span word);
/* "van", "de", "bin" inside of a name. */
bool pol_name_is_particle(pol_span word);

#endif
