/* serve.h - requests from the wire to answers on the wire, until the other end is gone.
 *
 * Internal to sandbox/; runs confined. */
#ifndef POL_SANDBOX_SERVE_H
#define POL_SANDBOX_SERVE_H

#include "sandbox/wire.h"

/* Each request may take `memory_bytes`. Returns when the other end is gone or sends nonsense. */
void pol_serve(const pol_wire *wire, size_t memory_bytes);

#endif
