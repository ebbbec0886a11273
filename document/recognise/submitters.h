/* submitters.h - who submitted or moved: bodies and people, kept apart. */
#ifndef POL_DOCUMENT_RECOGNISE_SUBMITTERS_H
#define POL_DOCUMENT_RECOGNISE_SUBMITTERS_H

#include "document/parties.h"
#include "document/recognise/state.h"

/* By the label: "mover", "proposed by", "proposers" are people. */
pol_submitter_hint pol_submitter_hint_of(pol_span label);

/* "UNITE, GMB", "J. Smith and K. Jones", "Jane Smith, North branch" to submitters. */
void pol_submitters_split(pol_recognition *rec, pol_span value, pol_submitter_hint hint,
                          pol_origin origin, uint32_t line);

/* Is a body named: "North Branch", "NEC", "University of Leek"? Also beside a person: "Jane
 * Smith, North Branch". */
bool pol_submitter_is_body(pol_span name);

/* Is the whole of `text` a name that ends in "branch", "Region", "Council" ...? */
bool pol_submitter_is_body_line(pol_span text);

/* "Proposed by J. Smith", "Moved: North branch", "Seconded by K. Jones": what a sentence
 * at the edge of a motion says. Names behind "seconded by" are dropped: *ret_value is
 * absent. False if the sentence is something else. */
bool pol_submitter_sentence(pol_span sentence, pol_span *ret_value, pol_submitter_hint *ret_hint);

#endif
