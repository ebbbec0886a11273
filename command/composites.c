/* composites.c - polsearch --composites: the motions of a conference that ask for the same. */
#include "draft/composites.h"
#include "command/run.h"

enum { ATTEMPTS = 5 };

/* The one year that --year names; 0: none was given. */
static pol_status read_year(const pol_cli *cli, int *ret_year, pol_error *reterr)
{
    *ret_year = 0;
    for (size_t i = 0; i < cli->search.filter_count; i++) {
        pol_span value = cli->search.filters[i].value;
        int year = 0;
        if (cli->search.filters[i].field != POL_FIELD_YEAR)
            return pol_fail(reterr, POL_USAGE, 0,
                            "of the filters only --year goes with --composites");
        for (size_t j = 0; j < value.size; j++)
            year = value.data[j] >= '0' && value.data[j] <= '9' && value.size == 4
                       ? year * 10 + (value.data[j] - '0')
                       : -10000;
        if (year <= 0 || (*ret_year && *ret_year != year))
            return pol_fail(reterr, POL_USAGE, 0,
                            "--composites compares the motions of one year: --year must be one, as "
                            "2021, not '%.*s'",
                            POL_SPAN_ARGS(value));
        *ret_year = year;
    }
    return POL_OK;
}

static pol_status find(const pol_cli *cli, pol_index *index, int year,
                       pol_composites **ret_composites, pol_error *reterr)
{
    pol_status status = POL_OK;
    *ret_composites = NULL;
    for (int attempt = 1; status == POL_OK && !*ret_composites; attempt++) {
        status =
            pol_composites_of(index, pol_span_of(cli->composites), year, ret_composites, reterr);
        if (status == POL_CHANGED && attempt < ATTEMPTS)
            status = pol_index_refresh(index, NULL, reterr);
    }
    return status;
}

pol_status pol_command_composites(const pol_cli *cli, pol_index *index, int *exit_status,
                                  pol_error *reterr)
{
    pol_composites *composites;
    pol_render_options options = pol_command_render_options(cli);
    pol_buffer buffer;
    int year;
    if (!pol_composites_has_output(cli->output))
        return pol_fail(reterr, POL_USAGE, 0,
                        "--composites is printed as text, json, csv, markdown or html, not as %s",
                        pol_output_name(cli->output));
    pol_status status = read_year(cli, &year, reterr);
    if (status == POL_OK)
        status = find(cli, index, year, &composites, reterr);
    if (status != POL_OK)
        return status;
    pol_buffer_init(&buffer, POL_OUTPUT_BYTES_MAX);
    pol_composites_render(cli->output, composites, &options, &buffer);
    status = pol_command_deliver(cli, &buffer, composites->group_count > 0, reterr);
    *exit_status = composites->group_count ? POL_EXIT_FOUND : POL_EXIT_NOTHING;
    pol_buffer_done(&buffer);
    pol_composites_free(composites);
    return status;
}
