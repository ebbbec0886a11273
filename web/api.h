/* api.h - what addresses of the API have in common (private to web/). */
#ifndef POL_WEB_API_H
#define POL_WEB_API_H

#include "web/ask.h"

/* A parameter that is "true", "false", or left out. Fails: POL_USAGE. */
POL_MUST_CHECK pol_status pol_api_flag(const pol_request *request, const char *name,
                                       bool *ret_is_set, pol_error *reterr);

/* What is asked, bounded in time. `options` borrows from `ask` and `filters`, which has room for
 * POL_ASK_FILTERS_MAX + 1. Fails as pol_ask_parse(). */
POL_MUST_CHECK pol_status pol_api_options(const pol_request *request, pol_ask *ret_ask,
                                          pol_search_filter *filters,
                                          pol_search_options *ret_options, pol_error *reterr);

#endif
