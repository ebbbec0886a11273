/* conversion.h - asks the parent to have a program of the system turn bytes into text.
 *
 * Internal to sandbox/; runs confined. */
#ifndef POL_SANDBOX_CONVERSION_H
#define POL_SANDBOX_CONVERSION_H

#include "core/arena.h"
#include "formats/formats.h"
#include "sandbox/wire.h"

/* The text in *ret_bytes, in `arena`. Fails: POL_FORMAT (the text says what is wrong with the
 * file), POL_UNSUPPORTED (the program is not installed), POL_LIMIT, POL_NOMEM, POL_IO. */
POL_MUST_CHECK pol_status pol_conversion_ask(const pol_wire *wire, pol_format format,
                                             uint32_t attempt, pol_span bytes, pol_arena *arena,
                                             pol_span *ret_bytes, pol_error *reterr);

#endif
