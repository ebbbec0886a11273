/* brief.h - a document without its text: what joining and comparing need of it, in memory that
 * outlives it. */
#ifndef POL_INDEXER_BRIEF_H
#define POL_INDEXER_BRIEF_H

#include "document/document.h"

/* Id, kind, title, number, submitters, conference, decision, standing, relations and place;
 * everything else is absent. False where memory is out. */
bool pol_brief_make(const pol_document *document, pol_arena *arena, pol_document *ret_brief);
/* Are the briefs the same, and the organisation, so that joining finds no difference? False where
 * memory is out. */
bool pol_brief_is_same(const pol_document *a, const pol_document *b);

#endif
