/* timeline.c - polsearch --timeline: what was decided when, on a query or on what a motion is
 * about. */
#include "search/timeline.h"
#include "command/run.h"
#include "draft/history.h"
#include "draft/similar.h"
#include "search/citation.h"

enum { ENTRIES_MAX = 200, SIMILAR_MAX = 50 }; /* unless --limit asks for others */

/* A motion that shares less says something else. */
#define SHARE_MIN 0.3

static pol_status search(const pol_cli *cli, pol_index *index, pol_timeline **ret_timeline,
                         pol_error *reterr)
{
    pol_search_options search = cli->search;
    if (!cli->has_limit)
        search.count = ENTRIES_MAX;
    return pol_timeline_search(index, pol_span_of(cli->query ? cli->query : ""), &search,
                               ret_timeline, reterr);
}

/* The motion itself and those like it. */
static pol_status arrange(const pol_similar *similar, pol_timeline **ret_timeline,
                          pol_error *reterr)
{
    pol_hit hits[POL_SIMILAR_MAX + 1] = {{.stored = similar->of, .tier = POL_TIER_ANY}};
    pol_buffer subject;
    size_t count = 1;
    for (size_t i = 0; i < similar->count && count <= POL_SIMILAR_MAX; i++)
        hits[count++] = (pol_hit){.stored = similar->ones[i].stored,
                                  .tier = POL_TIER_ANY,
                                  .score = similar->ones[i].score};
    pol_buffer_init(&subject, 1 << 16);
    pol_buffer_add_text(&subject, "documents like ");
    pol_citation_add(&similar->of->document, NULL, &subject);
    pol_status status = subject.status;
    if (status == POL_OK)
        status = pol_timeline_of(pol_buffer_span(&subject), hits, count, ret_timeline, reterr);
    else
        status = pol_fail(reterr, status, 0, "the title of this document is too long");
    pol_buffer_done(&subject);
    return status;
}

static pol_status check_like(const pol_cli *cli, pol_error *reterr)
{
    if (cli->search.filter_count || cli->before)
        return pol_fail(reterr, POL_USAGE, 0, "--timeline with --like goes with --limit alone");
    return POL_OK;
}

static pol_status follow(const pol_cli *cli, pol_index *index, pol_similar **ret_similar,
                         pol_timeline **ret_timeline, pol_error *reterr)
{
    pol_similar_options options = {.count = cli->has_limit ? cli->search.count : SIMILAR_MAX,
                                   .share_min = SHARE_MIN};
    pol_status status = check_like(cli, reterr);
    if (status != POL_OK)
        return status;
    if (options.count > POL_SIMILAR_MAX)
        return pol_fail(reterr, POL_USAGE, 0, "--like gives at most %d documents: lower --limit",
                        POL_SIMILAR_MAX);
    status = pol_similar_find(index, pol_span_of(cli->like), &options, ret_similar, reterr);
    return status == POL_OK ? arrange(*ret_similar, ret_timeline, reterr) : status;
}

static pol_status deliver(const pol_cli *cli, const pol_timeline *timeline, int *exit_status,
                          pol_error *reterr)
{
    pol_buffer buffer;
    pol_render_options options = pol_command_render_options(cli);
    pol_buffer_init(&buffer, POL_OUTPUT_BYTES_MAX);
    pol_timeline_render(cli->output, timeline, &options, &buffer);
    pol_status status = pol_command_deliver(cli, &buffer, timeline->entry_count > 0, reterr);
    *exit_status = timeline->entry_count ? POL_EXIT_FOUND : POL_EXIT_NOTHING;
    pol_buffer_done(&buffer);
    return status;
}

/* "--like ID#p7": of one passage. */
static pol_status follow_clause(const pol_cli *cli, pol_index *index, int *exit_status,
                                pol_error *reterr)
{
    pol_history *history = NULL;
    pol_status status = check_like(cli, reterr);
    if (status == POL_OK)
        status = pol_history_find(index, pol_span_of(cli->like), 0, &history, reterr);
    if (status == POL_OK)
        status = deliver(cli, history->timeline, exit_status, reterr);
    pol_history_free(history);
    return status;
}

pol_status pol_command_timeline(const pol_cli *cli, pol_index *index, int *exit_status,
                                pol_error *reterr)
{
    pol_timeline *timeline = NULL;
    pol_similar *similar = NULL;
    if (!pol_timeline_has_output(cli->output))
        return pol_fail(reterr, POL_USAGE, 0,
                        "--timeline goes with --format text, json, jsonl, csv or markdown");
    if (cli->like && pol_history_names_clause(pol_span_of(cli->like)))
        return follow_clause(cli, index, exit_status, reterr);
    pol_status status = cli->like ? follow(cli, index, &similar, &timeline, reterr)
                                  : search(cli, index, &timeline, reterr);
    if (status == POL_OK)
        status = deliver(cli, timeline, exit_status, reterr);
    pol_timeline_free(timeline);
    pol_similar_free(similar);
    return status;
}
