/* api.h - what addresses of the API have in common (private to web/). */
#ifndef POL_WEB_API_H
#define POL_WEB_API_H

#include "web/request.h"

/* A parameter that is "true", "false", or left out. Fails: POL_USAGE. */
POL_MUST_CHECK pol_status pol_api_flag(const pol_request *request, const char *name,
                                       bool *ret_is_set, pol_error *reterr);

#endif
