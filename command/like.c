/* like.c - polsearch --like ID: documents that say much the same. */
#include "command/run.h"
#include "draft/similar.h"

static pol_status parse_options(const pol_cli *cli, pol_similar_options *options, pol_error *reterr)
{
    bool wants_all = cli->output == POL_OUTPUT_TREC; /* evaluators do */
    *options = (pol_similar_options){.count = cli->search.count,
                                     .share_min = wants_all ? 0 : POL_SIMILAR_SHARE_LISTED};
    if (cli->search.count > POL_SIMILAR_MAX)
        return pol_fail(reterr, POL_USAGE, 0, "--like gives at most %d documents: lower --limit",
                        POL_SIMILAR_MAX);
    if (cli->before && !pol_date_parse(pol_span_of(cli->before), &options->before))
        return pol_fail(reterr, POL_USAGE, 0,
                        "--before must be a date such as 2015-03-01 or 2015, not '%.60s'",
                        cli->before);
    if (cli->search.filter_count || cli->search.first || cli->search.wants_facets)
        return pol_fail(reterr, POL_USAGE, 0,
                        "--like goes with --limit and --before, not with filters, facets or pages");
    return POL_OK;
}

pol_status pol_command_like(const pol_cli *cli, pol_index *index, int *exit_status,
                            pol_error *reterr)
{
    pol_similar_options options;
    pol_similar *similar = NULL;
    pol_buffer buffer;
    pol_render_options render = pol_command_render_options(cli);
    if (!pol_similar_has_output(cli->output))
        return pol_fail(reterr, POL_USAGE, 0, "--like goes with no --format %s",
                        pol_output_name(cli->output));
    pol_status status = parse_options(cli, &options, reterr);
    if (status == POL_OK)
        status = pol_similar_find(index, pol_span_of(cli->like), &options, &similar, reterr);
    if (status != POL_OK)
        return status;
    pol_buffer_init(&buffer, POL_OUTPUT_BYTES_MAX);
    pol_similar_render(cli->output, similar, &render, &buffer);
    status = pol_command_deliver(cli, &buffer, similar->count > 0, reterr);
    *exit_status = similar->count ? POL_EXIT_FOUND : POL_EXIT_NOTHING;
    pol_buffer_done(&buffer);
    pol_similar_free(similar);
    return status;
}
