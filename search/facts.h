/* facts.h - what is known of a whole document beyond its header, as name and value, in reading
 * order: the same list for every format that people read (private to search/). */
#ifndef POL_SEARCH_FACTS_H
#define POL_SEARCH_FACTS_H

#include "core/buffer.h"
#include "document/stored.h"

enum { POL_FACTS_MAX = 64 }; /* sources of a decision, or relations: more are counted */

/* Takes one of them. `value` is one line and printable, not escaped; never empty. */
typedef void pol_fact_sink(void *context, const char *name, pol_span value);

/* The words of the decision and where they stand, in brackets with a space before them:
 * " (“CARRIED”, results.txt, line 14)"; nothing where there are none, and only what several
 * sources mean together where pol_facts_each() lists them. */
void pol_facts_add_stated(const pol_document *document, bool shows_people, pol_buffer *buffer);

/* Each source of a decision that has several, composite, referral, recommendation, which text
 * it is, what still holds, relations. Returns POL_OK, POL_NOMEM or POL_LIMIT. */
pol_status pol_facts_each(const pol_document *document, bool shows_people, pol_fact_sink *sink,
                          void *context);

/* The heading it stands under, which may name who moved what follows. */
void pol_facts_add_section(const pol_document *document, bool shows_people, pol_buffer *buffer);

/* Where it lies: " (member reports/2014.docx, p. 12, line 30)"; nothing where it is a file's
 * only document. */
void pol_facts_add_place(const pol_document *document, pol_buffer *buffer);

#endif
