/* remark.h - what a reader must know beside the decision, in plain words:
 * where it was found, what contradicts it, which text is shown, what became of it since.
 *
 *   decision from results.txt:14; text as submitted, before amendment
 *   sources contradict each other: carried (results.txt:14), lost (minutes.pdf, p. 3)
 *   composited in Composite A, which was carried
 *   superseded by Motion 4, 2019 National Delegate Conference
 *
 * Everything from a document is on one line and printable, but not escaped. */
#ifndef POL_SEARCH_REMARK_H
#define POL_SEARCH_REMARK_H

#include "core/buffer.h"
#include "document/document.h"

enum {
    POL_REMARK_SOURCES_MAX = 4, /* named beside a hit */
    POL_REMARK_WORDS_MAX = 400, /* bytes of the words of one source */
    POL_REMARK_NAME_MAX = 160   /* bytes of a name: a file, a title, a conference */
};

/* All of it on one line for a hit; nothing where there is nothing to say. */
void pol_remark_add(const pol_document *document, bool shows_people, pol_buffer *buffer);

/* The same without where a decision was found that nothing contradicts. */
void pol_remark_add_warnings(const pol_document *document, bool shows_people, pol_buffer *buffer);

/* Is the text shown older than the decision on it? */
bool pol_remark_is_before_amendment(const pol_document *document);

/* "Composite A", "Composite 3"; with its fate: "Composite A, which was carried". */
void pol_remark_add_composite(const pol_document *document, pol_buffer *buffer);

/* "Motion 4, 2019 National Delegate Conference"; with the title: "Motion 4: Fair Pay, 2019 ...".
 * Conference and year only where they are not the document's own. */
void pol_remark_add_related(const pol_relation *relation, bool has_title, pol_buffer *buffer);

#endif
