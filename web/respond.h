/* respond.h - a request to its answer: the table of all addresses (respond.c), and what is done
 * for each of them alike: methods, redirections, errors in the right form, one revision of the
 * index for all of an answer. */
#ifndef POL_WEB_RESPOND_H
#define POL_WEB_RESPOND_H

#include "web/request.h"
#include "web/response.h"
#include "web/site.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Writes the answer to one kind of address into `response` (status 200 and keeping are set
 * before). A failure becomes an error page, or JSON below /api/: POL_NOTFOUND 404; POL_USAGE,
 * POL_SYNTAX 400; POL_LIMIT 413; POL_FORMAT 422; POL_CHANGED, POL_UNREACHABLE, POL_NOMEM 503;
 * others 500. `response->body` is empty when it starts and may hold anything where it fails. */
typedef pol_status pol_handler(pol_worker *worker, const pol_request *request,
                               pol_response *response, pol_error *reterr);

/* What may be done at an address. */
typedef enum pol_methods {
    POL_METHODS_READ = 0, /* GET, HEAD */
    POL_METHODS_BOTH,     /* and POST, with a body */
    POL_METHODS_POST
} pol_methods;

/* Of no address there is: READ. */
pol_methods pol_respond_methods(const pol_request *request);
bool pol_methods_allow(pol_methods methods, pol_method method);
const char *pol_methods_names(pol_methods methods); /* "GET, HEAD, OPTIONS", as Allow has it */

/* Answers. Cannot fail: what goes wrong is an answer too. `response` was initialised by the
 * caller (body with its limit, all else zero). */
void pol_respond(pol_worker *worker, const pol_request *request, pol_response *response);

/* An error found before there was a request to answer (bad encoding, too long, too many). */
void pol_respond_error(const pol_site *site, int http_status, const pol_error *error, bool is_api,
                       pol_response *response);

#ifdef __cplusplus
}
#endif
#endif
