/* visit.h - a small site over the collection of the search tests, asked for one address after the
 * other, without sockets. */
#ifndef TESTS_UNIT_WEB_VISIT_H
#define TESTS_UNIT_WEB_VISIT_H

#include "tests/unit/search/fixture.h"
#include "web/respond.h"

/* For cmocka's group setup and teardown: the index of tests/unit/search/collection.h. */
int visit_open(void **state);
int visit_close(void **state);
/* The same with documents of the test's own. */
void visit_open_documents(const fixture_document *documents, size_t count);

/* The answer to a GET of `target`, which must be well-formed; valid until the next visit. */
const pol_response *visit(const char *target);

/* The same to a POST of `body`, which is of this type. */
const pol_response *visit_post(const char *target, const char *type, pol_span body);

/* How many times `text` stands in the body of the last answer. */
size_t visit_count(const char *text);

/* Fail the test, naming the text and the start of the page. */
void visit_has(const char *text);
void visit_lacks(const char *text);
/* One after the other, in this order, up to a NULL. */
void visit_has_in_order(const char *const *texts);

const pol_site *visit_site(void);
pol_worker *visit_worker(void);

#endif
