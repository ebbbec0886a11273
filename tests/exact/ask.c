/* ask.c - queries on standard input to all that pol_search() answers, numbers in full.
 *
 * A line is FIRST <TAB> COUNT <TAB> FLAGS <TAB> FILTERS <TAB> QUERY. Flags: a any word, g grouped,
 * f facets, i ids only, n newest first; t: the query is a document's id, and the answer its title
 * and texts. Filters are exact ones, FIELD=VALUE, with 0x1f between. The index is opened once, and
 * looked at for a newer revision before each query. An answer is some lines and one with a dot. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "search/search.h"

enum { COLUMNS = 5, FILTERS_MAX = 16 };

static int fail(const char *text)
{
    fprintf(stderr, "ask: %s\n", text);
    return 1;
}

/* --- a line ----------------------------------------------------------------------- */

static bool split(char *line, char *columns[COLUMNS])
{
    for (int i = 0; i < COLUMNS; i++) {
        columns[i] = line;
        line = strchr(line, i + 1 < COLUMNS ? '\t' : '\n');
        if (!line)
            return false;
        *line++ = '\0';
    }
    return true;
}

/* Into `filters`; how many. */
static size_t read_filters(char *text, pol_search_filter filters[FILTERS_MAX])
{
    size_t count = 0;
    char *rest = NULL;
    for (char *one = strtok_r(text, "\x1f", &rest); one && count < FILTERS_MAX;
         one = strtok_r(NULL, "\x1f", &rest)) {
        char *value = strchr(one, '=');
        if (!value)
            continue;
        *value++ = '\0';
        filters[count++] = (pol_search_filter){.field = pol_field_from_name(pol_span_of(one)),
                                               .value = pol_span_of(value),
                                               .is_exact = true};
    }
    return count;
}

/* --- an answer -------------------------------------------------------------------- */

static void print_revision(pol_index *index)
{
    pol_error why;
    pol_span revision;
    if (pol_index_revision(index, &revision, &why) != POL_OK) {
        printf("error\t%s\n", why.text);
        return;
    }
    fputs("revision\t", stdout);
    for (size_t i = 0; i < revision.size; i++)
        putchar(revision.data[i] == '\n' ? ' ' : revision.data[i]);
    putchar('\n');
}

static void print_totals(const pol_results *results)
{
    printf("total\t%u\t%d\t%u", results->total, results->total_is_exact,
           results->hidden_not_stated);
    for (int tier = 0; tier < POL_TIER_COUNT; tier++)
        printf("\t%u", results->tier_totals[tier]);
    putchar('\n');
}

static void print_hits(const pol_results *results)
{
    for (size_t i = 0; i < results->hit_count; i++) {
        const pol_hit *hit = &results->hits[i];
        printf("hit\t%s\t%.17g\t%u\t%d\t%.*s\n", pol_tier_code(hit->tier), hit->score,
               hit->group_more, hit->passage ? (int)hit->passage->ordinal : 0,
               POL_SPAN_ARGS(hit->stored->document.id.text));
    }
}

static void print_facets(const pol_results *results)
{
    for (size_t i = 0; i < results->facet_count; i++)
        for (size_t j = 0; j < results->facets[i].value_count; j++)
            printf("facet\t%s\t%u\t%.*s\n", results->facets[i].field,
                   results->facets[i].values[j].motions,
                   POL_SPAN_ARGS(results->facets[i].values[j].value));
}

/* White space as one kind, so that a line stays one. */
static void print_line(pol_span text)
{
    for (size_t at = 0; at < text.size; at++)
        putchar(strchr("\t\n\r", text.data[at]) ? ' ' : text.data[at]);
    putchar('\n');
}

static void print_texts(pol_index *index, const char *id)
{
    pol_error why;
    pol_shown *shown = NULL;
    if (pol_show(index, pol_span_of(id), &shown, &why) != POL_OK) {
        printf("error\t%s\n", why.text);
        return;
    }
    const pol_document *document = &shown->stored->document;
    fputs("title\t", stdout);
    print_line(document->title.text);
    for (size_t i = 0; i < document->passage_count; i++) {
        printf("text\t%u\t", document->passages[i].ordinal);
        print_line(document->passages[i].text);
    }
    pol_shown_free(shown);
}

static void answer(pol_index *index, char *columns[COLUMNS])
{
    pol_error why;
    pol_results *results = NULL;
    pol_search_filter filters[FILTERS_MAX];
    const char *flags = columns[2];
    pol_search_options options = {
        .first = strtoul(columns[0], NULL, 10),
        .count = strtoul(columns[1], NULL, 10),
        .match = strchr(flags, 'a') ? POL_MATCH_ANY : POL_MATCH_ALL,
        .sort = strchr(flags, 'n') ? POL_SORT_NEWEST : POL_SORT_RELEVANCE,
        .is_grouped = strchr(flags, 'g'),
        .wants_facets = strchr(flags, 'f'),
        .keeps_spelling = true,
        .only_ids = strchr(flags, 'i'),
        .filters = filters,
        .filter_count = read_filters(columns[3], filters),
    };
    if (pol_index_refresh(index, NULL, &why) != POL_OK ||
        pol_search(index, pol_span_of(columns[4]), &options, &results, &why) != POL_OK) {
        printf("error\t%s\n", why.text);
        return;
    }
    print_revision(index);
    print_totals(results);
    print_hits(results);
    print_facets(results);
    pol_results_free(results);
}

int main(int count, char **arguments)
{
    pol_error why;
    pol_index *index = NULL;
    char *line = NULL, *columns[COLUMNS];
    size_t room = 0;
    int result = 0;
    if (count != 2)
        return fail("usage: ask INDEX <QUERIES");
    if (pol_index_open(arguments[1], &index, &why) != POL_OK)
        return fail(why.text);
    while (result == 0 && getline(&line, &room, stdin) > 0) {
        if (!split(line, columns))
            result = fail("a line has five columns");
        else if (strchr(columns[2], 't'))
            print_texts(index, columns[4]);
        else
            answer(index, columns);
        puts(".");
        fflush(stdout);
    }
    free(line);
    pol_index_free(index);
    return result;
}
