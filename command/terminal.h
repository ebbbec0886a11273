/* terminal.h - where results go: standard output, or a pager on a terminal (private to
 * polsearch's main program). */
#ifndef POL_COMMAND_TERMINAL_H
#define POL_COMMAND_TERMINAL_H

#include "core/error.h"
#include "core/span.h"

/* May the results be coloured (POL_WHEN_AUTO)? A terminal, and neither NO_COLOR nor a
 * dumb one. */
bool pol_terminal_has_color(void);

/* Columns of the terminal, or of COLUMNS, or 80. */
size_t pol_terminal_width(void);

/* All of `text` to standard output, through $PAGER where `may_page` and it is a terminal.
 * A reader that went away is no failure. Fails: POL_IO, POL_FULL. */
POL_MUST_CHECK pol_status pol_terminal_write(pol_span text, bool may_page, pol_error *reterr);

#endif
