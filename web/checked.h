/* checked.h - what was sent to be checked, and what is said of it: for the page and the API alike
 * (private to web/).
 *
 * One motion becomes a report; several, as an agenda has them, a row each, or a report on the one
 * that was chosen. Fields, of a form or else of the address: from, to (years), motion (from 1),
 * except (the id of a document that does not count). The draft itself is never read from an
 * address. */
#ifndef POL_WEB_CHECKED_H
#define POL_WEB_CHECKED_H

#include "draft/agenda.h"
#include "draft/report.h"
#include "web/form.h"
#include "web/request.h"
#include "web/response.h"
#include "web/site.h"

enum { POL_CHECK_TIMEOUT_MS = 8000 }; /* within POL_REQUEST_DEADLINE_MS */

typedef struct pol_checked {
    const pol_request *request;
    pol_arena arena;
    pol_form form;
    pol_span text; /* as sent, bytes of any kind; absent: none */
    pol_check_options options;
    pol_extracted extracted;
    size_t motion; /* that was chosen, from 1; 0: none */
    pol_draft draft;
    pol_report *report; /* of one motion; NULL: see `agenda` */
    pol_agenda *agenda;
} pol_checked;

/* Takes the body apart; `checked` is then to be released by pol_checked_done(), also after a
 * failure. Fails: POL_USAGE (a value that is none: the text begins with its name), POL_LIMIT,
 * POL_NOMEM. */
POL_MUST_CHECK pol_status pol_checked_read(const pol_request *request, pol_checked *ret_checked,
                                           pol_error *reterr);
void pol_checked_done(pol_checked *checked);

/* A field as sent; absent where it was not. */
pol_span pol_checked_field(const pol_checked *checked, const char *name);

/* Looks it up. Fails as pol_draft_read(), pol_check() and pol_agenda_check(). */
POL_MUST_CHECK pol_status pol_checked_make(pol_checked *checked, pol_worker *worker,
                                           pol_error *reterr);

/* By the field format: json, csv, markdown, html; `ret_output` becomes `otherwise` where it is
 * empty. Fails: POL_USAGE. */
POL_MUST_CHECK pol_status pol_checked_format(const pol_checked *checked, pol_output otherwise,
                                             pol_output *ret_output, pol_error *reterr);

/* Writes report or agenda, and what it is to be saved as. */
void pol_checked_render(const pol_checked *checked, pol_output output, pol_response *response);

#endif
