/* parties.h - what a line says of movers, to bodies and people: "Jane Smith, North Branch",
 * "Leith Branch / J. Smith", "UNITE, GMB".
 *
 * Bodies may be shown, people not. Nothing allocates; names are parts of the value. Safe in any
 * thread. */
#ifndef POL_DOCUMENT_PARTIES_H
#define POL_DOCUMENT_PARTIES_H

#include "document/document.h"
#include "document/names.h"

typedef enum pol_submitter_hint {
    POL_SUBMITTER_BODIES, /* "Submitted by": bodies; a comma may be part of a name */
    POL_SUBMITTER_LIST,   /* "Received from": bodies, commas between them */
    POL_SUBMITTER_PEOPLE  /* "Proposed by", "Mover": people unless it names a body */
} pol_submitter_hint;

/* The names in `value`, at most `capacity`, labels ("Seconded by") taken off. */
size_t pol_parties_split(pol_span value, pol_submitter_hint hint, pol_submitter *parties,
                         size_t capacity);

/* Does `text` start with "Moved by", "Seconder" and the like? *ret_rest is what follows,
 * punctuation first; *ret_is_mover is false of seconders and other speakers. */
bool pol_party_label(pol_span text, pol_span *ret_rest, pol_submitter_hint *ret_hint,
                     bool *ret_is_mover);

/* Is all of `text`, a line, a statement of who moves or seconds, with a person in it: "Leith
 * Branch - mover Jane Smith", "Jane Smith / Leith Branch"? */
bool pol_is_party_line(pol_span text);

#endif
