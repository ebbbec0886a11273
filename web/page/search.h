/* search.h - the search page in its parts (private to the files of that page). Each appends
 * its part to the page, and nothing where there is nothing to show. */
#ifndef POL_WEB_PAGE_SEARCH_H
#define POL_WEB_PAGE_SEARCH_H

#include "web/page.h"
#include "web/request.h"
#include "web/words.h"

/* One search page that is being written. */
typedef struct pol_view {
    pol_worker *worker;
    const pol_request *request;
    const pol_ask *ask;
    const pol_results *results; /* NULL: nothing was searched */
    const char *complaint;      /* what is wrong with what was asked; NULL: nothing */
    pol_buffer *buffer;
    pol_buffer scratch; /* for addresses */
} pol_view;

/* An address in a gap, not escaped yet; until the next call. NULL: as asked, the first page. */
pol_span pol_view_url(pol_view *view, const char *path, const pol_ask_change *change);
/* The address of a document, at one of its passages unless `ordinal` is 0, with the words searched
 * for, which it marks. */
pol_span pol_view_document_url(pol_view *view, pol_span id, uint32_t ordinal);

/* search_form.c: the box, with all that is asked for beside it; what is filtered by; years
 * and order. */
void pol_view_add_box(pol_view *view, bool is_large);
void pol_view_add_chosen(pol_view *view);
void pol_view_add_narrowing(pol_view *view);

/* search_hint.c: what a question to a person means as a search. */
void pol_view_add_hint(pol_view *view);

/* search_results.c */
void pol_view_add_summary(pol_view *view); /* how it was understood, spelling, what is hidden */
void pol_view_add_hits(pol_view *view);
void pol_view_add_looser(pol_view *view); /* any of the words, or all of them again */
void pol_view_add_pages(pol_view *view);
void pol_view_add_exports(pol_view *view);

/* search_hit.c: one document and the hits in it. */
void pol_view_add_hit(pol_view *view, const pol_hit *hits, size_t count);

/* search_facets.c */
void pol_view_add_facets(pol_view *view);

/* search_start.c: where nothing is asked for. */
POL_MUST_CHECK pol_status pol_view_add_start(pol_view *view, pol_error *reterr);

/* search_nothing.c: nothing was found. */
POL_MUST_CHECK pol_status pol_view_add_nothing(pol_view *view, pol_error *reterr);

#endif
