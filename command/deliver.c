/* deliver.c - how what was found reaches standard output. */
#include <stdio.h>

#include "command/run.h"
#include "command/terminal.h"

pol_render_options pol_command_render_options(const pol_cli *cli)
{
    bool has_color =
        cli->color == POL_WHEN_ALWAYS || (cli->color == POL_WHEN_AUTO && pol_terminal_has_color());
    return (pol_render_options){
        .width = cli->is_plain ? 0 : pol_terminal_width(),
        .is_plain = cli->is_plain,
        .has_color = has_color && !cli->is_plain,
        .shows_people = cli->shows_people,
        .run = cli->run,
    };
}

/* Results go to standard output; that there are none is said on standard error, unless
 * it is a machine that reads. */
pol_status pol_command_deliver(const pol_cli *cli, const pol_buffer *buffer, bool has_results,
                               pol_error *reterr)
{
    if (buffer->status != POL_OK)
        return pol_fail(reterr, buffer->status, 0, "the results are too large: ask for fewer");
    if (!has_results && cli->output == POL_OUTPUT_TEXT) {
        fwrite(buffer->data, 1, buffer->size, stderr);
        return POL_OK;
    }
    bool may_page = cli->output == POL_OUTPUT_TEXT && !cli->is_plain && !cli->has_no_pager;
    return pol_terminal_write(pol_buffer_span(buffer), may_page, reterr);
}
