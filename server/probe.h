/* probe.h - what machines ask about the server itself: /healthz (it lives), /readyz (the index
 * can be read), /metrics. Answered without a searcher, so that they are answered when all of
 * these are busy. Safe in any thread. */
#ifndef POL_SERVER_PROBE_H
#define POL_SERVER_PROBE_H

#include "server/exchange.h"

#ifdef __cplusplus
extern "C" {
#endif

/* False where the request is for something else. */
bool pol_probe_answer(pol_front *front, const pol_request *request, pol_response *response);

#ifdef __cplusplus
}
#endif
#endif
