/* rate.h - how often each client may ask: a token bucket for each address.
 *
 * A client has `burst` requests in hand and gets `per_second` back each second. IPv6 clients are
 * told apart by their first 64 bits, since a household has all the rest. Memory is fixed: where
 * more addresses come than fit, those seen longest ago are forgotten (and start afresh).
 * Safe in any thread. */
#ifndef POL_SERVER_RATE_H
#define POL_SERVER_RATE_H

#include <stdint.h>

#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_rate pol_rate;

/* `per_second` 0: no limit. Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_rate_new(unsigned per_second, unsigned burst, pol_rate **ret_rate,
                                       pol_error *reterr);
void pol_rate_free(pol_rate *rate); /* NULL is allowed */

/* May the client with this address (4 bytes, or 16 of IPv6) ask now, for what costs `tokens`
 * requests (never more than the burst)? `now_ms` never goes back.
 * If not, *ret_wait_s (may be NULL) says after how many seconds it may, at least 1. */
bool pol_rate_allows(pol_rate *rate, pol_span address, unsigned tokens, int64_t now_ms,
                     uint32_t *ret_wait_s);

#ifdef __cplusplus
}
#endif
#endif
