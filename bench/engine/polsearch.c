/* polsearch.c - polsearch in one process, as polserve has it: the text as typed, the ranking that
 * ships, nothing remembered of earlier answers.
 *
 * Built by polindex, not here. With POLSEARCH_BENCH_PAGE in the environment an answer is all of a
 * page: facets, snippets, and JSON of everything. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/engine/engine.h"
#include "search/render.h"
#include "search/search.h"

enum { PAGE_BYTES_MAX = 1 << 24, ID_MAX = 400 };

typedef struct opened_polsearch {
    pol_index *index;
    pol_buffer page;
    bool is_page;
} opened_polsearch;

static void build(const char *passages, const char *index)
{
    (void)passages;
    engine_die(index, "polindex builds it");
}

static void *open_index(const char *path)
{
    opened_polsearch *opened = calloc(1, sizeof *opened);
    pol_error error;
    if (!opened)
        engine_die(path, "out of memory");
    if (pol_index_open(path, &opened->index, &error) != POL_OK)
        engine_die(path, error.text);
    pol_buffer_init(&opened->page, PAGE_BYTES_MAX);
    opened->is_page = getenv("POLSEARCH_BENCH_PAGE") != NULL;
    return opened;
}

static void write_query(const engine_question *question, char query[ENGINE_QUERY_MAX])
{
    bool is_either = question->operation == ENGINE_ANY && question->count == 2;
    switch (question->operation) {
    case ENGINE_PHRASE:
        engine_join(question, "\"", " ", "", "\"", query);
        break;
    case ENGINE_PREFIX:
        engine_join(question, "", " ", "*", "", query);
        break;
    case ENGINE_ANY:
    case ENGINE_ALL:
        engine_join(question, "", is_either ? " OR " : " ", "", "", query);
        break;
    }
}

static void add_hit(engine_answer *answer, const pol_hit *hit)
{
    char id[ID_MAX];
    pol_span text = hit->passage ? hit->passage->text : hit->stored->document.display_title;
    pol_span document = hit->stored->document.id.text;
    int size = hit->passage ? snprintf(id, sizeof id, "%.*s#p%u", POL_SPAN_ARGS(document),
                                       hit->passage->ordinal)
                            : snprintf(id, sizeof id, "%.*s", POL_SPAN_ARGS(document));
    if (size < 0 || (size_t)size >= sizeof id)
        engine_die("an id", "too long");
    engine_add_hit(answer, id, (size_t)size, text.data, text.size);
}

static void ask(void *context, const engine_question *question, engine_answer *answer)
{
    static char query[ENGINE_QUERY_MAX];
    opened_polsearch *opened = context;
    pol_results *results;
    pol_error error;
    const pol_search_options options = {.count = ENGINE_HITS,
                                        .match = question->operation == ENGINE_ANY ? POL_MATCH_ANY
                                                                                   : POL_MATCH_ALL,
                                        .wants_facets = opened->is_page};
    write_query(question, query);
    if (pol_search(opened->index, pol_span_of(query), &options, &results, &error) != POL_OK)
        engine_die(query, error.text);
    if (opened->is_page) {
        pol_buffer_clear(&opened->page);
        pol_render_json(results, &(pol_render_options){0}, &opened->page);
        if (opened->page.status != POL_OK)
            engine_die(query, "its page does not fit into memory");
    }
    for (size_t i = 0; i < results->hit_count; i++)
        add_hit(answer, &results->hits[i]);
    pol_results_free(results);
}

static void close_index(void *context)
{
    opened_polsearch *opened = context;
    pol_buffer_done(&opened->page);
    pol_index_free(opened->index);
    free(opened);
}

int main(int argc, char **argv)
{
    return engine_main(
        argc, argv,
        &(engine){.build = build, .open = open_index, .ask = ask, .close = close_index});
}
