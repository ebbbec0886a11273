/* composites.h - the motions of a conference that ask for the same, for the page and for the API
 * (private to web/). */
#ifndef POL_WEB_COMPOSITES_H
#define POL_WEB_COMPOSITES_H

#include "draft/composites.h"
#include "web/respond.h"

/* Of the conference and year that the segments from `first` on name. Free with
 * pol_composites_free(). Fails: POL_NOTFOUND, and as pol_composites_make(). page/composites.c */
POL_MUST_CHECK pol_status pol_worker_composites(pol_worker *worker, const pol_request *request,
                                                size_t first, pol_composites **ret_composites,
                                                pol_error *reterr);

#endif
