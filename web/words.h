/* words.h - what pages say for codes and counts, in plain words (private to web/). Markup is
 * appended to a buffer as html.h does; safe in any thread. */
#ifndef POL_WEB_WORDS_H
#define POL_WEB_WORDS_H

#include "core/schema.h"
#include "document/document.h"
#include "search/html.h"

/* "Calls for action" for a resolving clause, as a heading would have it; never NULL. */
const char *pol_words_clause(pol_clause clause);

/* What a value of a facet is called: "carried as amended" for carried_amended. */
pol_span pol_words_facet(pol_span field, pol_span value);

/* `<span class="decision decision-carried-amended">carried as amended</span>`: the class is the
 * code with hyphens; `label` NULL: the decision's. Nothing for NONE. */
void pol_words_add_decision(pol_buffer *buffer, pol_decision decision, const char *label);

/* The same as a word that opens what it means: `<details class="explain">`. A `label` that is not
 * the decision's own is that of one that is unclear. */
void pol_words_add_explained(pol_buffer *buffer, pol_decision decision, const char *label);

/* What is shown as the decision of a document: UNKNOWN where sources contradict each other, NONE
 * for a kind that is not decided. */
pol_decision pol_words_decision_of(const pol_document *document);

/* One sentence or two: what was done, and that it was not agreed to where one might think so. */
void pol_words_add_meaning(pol_buffer *buffer, pol_decision decision);

/* A field as a reader calls it: "Part of the text" for clause. */
const char *pol_words_field(pol_field field);

/* What the decision alone would let one misread ("carried" of an amendment); "" where nothing. */
const char *pol_words_caution(const pol_document *document);

/* What makes "carried" less than it seems: "since superseded", "since lapsed", "text before
 * amendment"; "" where nothing. */
const char *pol_words_since(const pol_document *document);

/* ` lang="fr"` for a document in another language than English; nothing for what is no code. */
void pol_words_add_lang(pol_buffer *buffer, const pol_document *document);

/* "1 document", "1,234 documents". */
void pol_words_add_count(pol_buffer *buffer, uint64_t count, const char *one, const char *many);

/* `<time datetime="2026-11-22T03:00:00Z">22 November 2026, 03:00 UTC</time>`; "an unknown time"
 * for 0. */
void pol_words_add_moment(pol_buffer *buffer, int64_t unix_seconds);

#endif
