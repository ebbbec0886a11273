/* document.h - the page of one document in its parts (private to the files of that page, and
 * citation_file.c). Each part appends itself to the page, and nothing where there is nothing to
 * show. What is said of a document is what the command line says: search/facts.h, remark.h,
 * citation.h. Names of people are in none of it. */
#ifndef POL_WEB_PAGE_DOCUMENT_H
#define POL_WEB_PAGE_DOCUMENT_H

#include "search/search.h"
#include "web/page.h"
#include "web/respond.h"
#include "web/words.h"

enum { POL_DOCUMENT_LINE_MAX = 1 << 20 }; /* bytes of an address, a citation or the like */

/* One document page that is being written. */
typedef struct pol_document_view {
    pol_worker *worker;
    const pol_request *request;
    const pol_stored *stored;
    const pol_document *document; /* of `stored` */
    const pol_results *matches;   /* its passages with the words to mark; NULL: no words */
    pol_span query;               /* those words; never absent */
    const pol_passage *chosen;    /* ?p=7: the passage that is to be cited; NULL: none */
    pol_buffer *buffer;
    pol_buffer scratch; /* what is built before it is escaped */
} pol_document_view;

/* What a look-up by id failed with, as a page says it: that nothing was found, or too much, are
 * both addresses that are not there. */
pol_status pol_document_fail_find(pol_status status, pol_span id, pol_error *reterr);

/* The document that segment 1 of the address names. Where that is not the whole of its id, or one
 * with "#p7" behind it, the answer becomes a redirection to what it stands for and *ret_shown is
 * NULL. Free with pol_shown_free(). Fails: POL_NOTFOUND (the text says what to do), and as
 * pol_show(). */
POL_MUST_CHECK pol_status pol_document_find(pol_worker *worker, const pol_request *request,
                                            pol_response *response, pol_shown **ret_shown,
                                            pol_error *reterr);

/* The passage that the parameter p numbers; NULL where there is none. */
const pol_passage *pol_document_chosen(const pol_request *request, const pol_document *document);

/* What functions of other rooms write into view->scratch, in a gap: clears, builds, gives the
 * span, until the next call. */
pol_span pol_document_built(pol_document_view *view,
                            void (*add)(const pol_document *document, pol_buffer *buffer));

/* document_head.c: where it comes from, its title, what was decided. */
void pol_document_add_head(pol_document_view *view);

/* document_text.c: all passages, with anchors and marks. */
void pol_document_add_text(pol_document_view *view);

/* document_facts.c: metadata; what goes with the decision stands apart from the rest. */
void pol_document_add_outcome(pol_document_view *view);
void pol_document_add_facts(pol_document_view *view);

/* document_related.c: other documents it is tied to; those before and behind it in its
 * conference. */
void pol_document_add_related(pol_document_view *view);
/* The words for one of them, as a link where it is in the index. */
void pol_document_add_relation(pol_document_view *view, const pol_relation *relation);
POL_MUST_CHECK pol_status pol_document_add_neighbours(pol_document_view *view, pol_error *reterr);

/* document_similar.c: those that say much the same. Fails as reading the index. */
POL_MUST_CHECK pol_status pol_document_add_similar(pol_document_view *view, pol_error *reterr);

/* document_cite.c */
typedef enum pol_cite_form { POL_CITE_PLAIN = 0, POL_CITE_MARKDOWN, POL_CITE_CSL } pol_cite_form;

/* One citation, with the absolute address at its end; CSL is an array of one item. `passage` NULL:
 * of the whole document. Not escaped for HTML. */
void pol_cite_add(const pol_site *site, const pol_document *document, const pol_passage *passage,
                  pol_cite_form form, pol_buffer *buffer);
void pol_document_add_cite(pol_document_view *view);

#endif
