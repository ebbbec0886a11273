/* parts.h - what all the renderers say alike. */
#ifndef POL_SEARCH_RENDER_PARTS_H
#define POL_SEARCH_RENDER_PARTS_H

#include "search/render.h"

/* The passage's own name: "#p7"; "" for a whole document. */
enum { POL_ANCHOR_SIZE = 16 };
const char *pol_part_anchor(const pol_passage *passage, char buffer[POL_ANCHOR_SIZE]);

/* /documents/ID#p7, the id percent-encoded. */
void pol_part_url(const pol_stored *stored, const pol_passage *passage, pol_buffer *buffer);

/* For people: "carried"; "decision not stated"; "" for an article. */
const char *pol_part_decision(const pol_document *document);

/* For machines: "carried", "unknown"; NULL for an article. */
const char *pol_part_decision_code(const pol_document *document);

/* The conference with its year as citations have it, for an article its date. */
void pol_part_when(const pol_document *document, pol_buffer *buffer);

/* A value of a facet as people read it: "carried as amended" for carried_amended. */
pol_span pol_part_facet_label(const char *field, pol_span value);

/* "Nothing in 40 documents has ‘nuclear’.", where results->lacks_words; else nothing. */
void pol_part_lack(const pol_results *results, pol_buffer *buffer);

/* The same: "Others have only ‘power’. To see these, search for: power" where the hits are best
 * shown as that; else "What follows has only some of the other words: ‘power’, ‘stations’." */
void pol_part_rest(const pol_results *results, pol_buffer *buffer);

/* A tier's heading: of words that are nowhere nobody takes some for others. */
const char *pol_part_tier(const pol_results *results, pol_tier tier);

/* "2 matches are hidden ..."; nothing when none are. */
void pol_part_hidden(const pol_results *results, pol_buffer *buffer);

/* "Results 11 to 20 of 57; ..." */
void pol_part_page(const pol_results *results, pol_buffer *buffer);

/* The number a hit is shown with, from 1; hits of one document share theirs in a grouped
 * list. */
size_t pol_part_rank(const pol_results *results, size_t index);

/* Does this hit belong to the document of the hit before it, in a grouped list? */
bool pol_part_is_continued(const pol_results *results, size_t index);

/* The same in any list: may what is said of the document be left out? */
bool pol_part_is_same(const pol_results *results, size_t index);

/* May this submitter be shown? */
bool pol_part_shows(const pol_submitter *submitter, const pol_render_options *options);

#endif
