/* program.h - bytes through a confined program of the system, which is a process of its own.
 *
 * Internal to sandbox/. Safe in any thread. */
#ifndef POL_SANDBOX_PROGRAM_H
#define POL_SANDBOX_PROGRAM_H

#include <stdint.h>

#include "core/buffer.h"
#include "sandbox/wire.h"

enum { POL_SAID_MAX = 2048 }; /* bytes kept of what a program complains */

/* Has `polread` convert `bytes` as `question` says: *ret_answer, with what the program
 * complained and then what it wrote appended to `output`, whose limit ends it. At `end_ms` it is
 * killed, which is a failed conversion. Fails: POL_IO, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_program_convert(const char *polread, const pol_wire_convert *question,
                                              pol_span bytes, int64_t end_ms,
                                              pol_wire_converted *ret_answer, pol_buffer *output,
                                              pol_error *reterr);

#endif
