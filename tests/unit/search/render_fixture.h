/* render_fixture.h - results made by hand, and golden files to compare what is written of
 * them with: tests/unit/search/golden/NAME. POL_GOLDEN_UPDATE=1 writes them anew. */
#ifndef TESTS_UNIT_SEARCH_RENDER_FIXTURE_H
#define TESTS_UNIT_SEARCH_RENDER_FIXTURE_H

#include "search/render.h"

/* Three hits of two motions and an article, in two tiers, with everything that a result
 * can have: lead-in, decision of a point, people, highlights, facets, notes. */
const pol_results *render_sample(void);
/* The motion of the sample. */
const pol_stored *render_sample_document(void);
/* A motion whose decision a report states, older than its amendment and superseded since; an
 * amendment whose sources contradict each other. Words of both name Ada Mover. */
const pol_results *render_joined(void);
const pol_stored *render_joined_document(size_t index); /* 0 or 1 */
/* The same as groups. */
const pol_results *render_sample_grouped(void);
/* Nothing found: unknown word, suggestion, hidden matches. */
const pol_results *render_sample_empty(void);
/* Every value tries to command the terminal, the spreadsheet or the page. */
const pol_results *render_hostile(void);
const pol_stored *render_hostile_document(void);

void expect_golden(const char *name, const pol_buffer *buffer);

#endif
