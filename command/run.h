/* run.h - what polsearch does, one function each, and how it delivers (private to command/). */
#ifndef POL_COMMAND_RUN_H
#define POL_COMMAND_RUN_H

#include "command/options.h"

enum { POL_EXIT_FOUND = 0, POL_EXIT_NOTHING = 1, POL_EXIT_ERROR = 2 };
enum { POL_OUTPUT_BYTES_MAX = 1 << 30 };

/* Does what the command line asks for and writes it; sets *exit_status where it succeeds. */
typedef pol_status pol_command(const pol_cli *cli, pol_index *index, int *exit_status,
                               pol_error *reterr);

pol_command pol_command_draft;      /* --draft FILE */
pol_command pol_command_like;       /* --like ID */
pol_command pol_command_composites; /* --composites CONFERENCE */
pol_command pol_command_timeline;   /* --timeline, with a query or --like ID */

pol_render_options pol_command_render_options(const pol_cli *cli);

/* Results go to standard output; that there are none is said on standard error, unless
 * it is a machine that reads. Fails: POL_LIMIT, POL_NOMEM (as the buffer), POL_IO. */
pol_status pol_command_deliver(const pol_cli *cli, const pol_buffer *buffer, bool has_results,
                               pol_error *reterr);

#endif
