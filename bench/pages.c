/* pages.c - how long whole answers take inside one process: no sockets, no packing, no cache.
 *
 *     bench-pages INDEX FILE [ROUNDS]     FILE: a target a line ("/search?q=pay")
 *
 * Prints percentiles of the last round and the slowest targets. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "web/respond.h"

enum { TARGETS_MAX = 100000, LINE_BYTES = 9000, SLOWEST = 5 };

typedef struct timed {
    char *target;
    double ms;
    size_t bytes;
} timed;

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static size_t read_targets(const char *path, timed *targets)
{
    char line[LINE_BYTES];
    size_t count = 0;
    FILE *file = fopen(path, "r");
    while (file && count < TARGETS_MAX && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        targets[count++].target = strdup(line);
    }
    if (file)
        fclose(file);
    return count;
}

static void ask(pol_worker *worker, timed *target)
{
    static const pol_request_headers none;
    pol_arena arena;
    pol_request request;
    pol_response response = {0};
    pol_error error;
    pol_arena_init(&arena, POL_REQUEST_ARENA_MAX);
    pol_buffer_init(&response.body, POL_ANSWER_BYTES_MAX);
    double started = now_ms();
    if (pol_request_parse(POL_SPAN("GET"), pol_span_of(target->target), &none, &arena, &request,
                          &error) == POL_OK)
        pol_respond(worker, &request, &response);
    target->ms = now_ms() - started;
    target->bytes = response.body.size;
    if (response.status != 200)
        fprintf(stderr, "bench-pages: %d for %s\n", response.status, target->target);
    pol_buffer_done(&response.body);
    pol_arena_done(&arena);
}

static int by_time(const void *left, const void *right)
{
    const timed *a = left, *b = right;
    return a->ms < b->ms ? -1 : a->ms > b->ms;
}

int main(int argc, char **argv)
{
    static timed targets[TARGETS_MAX];
    pol_worker *worker = NULL;
    pol_error error = {0};
    size_t count = argc > 2 ? read_targets(argv[2], targets) : 0;
    pol_site site = {.index_path = argc > 1 ? argv[1] : "",
                     .title = "polsearch",
                     .base_url = "http://127.0.0.1:8080"};
    if (count == 0 || pol_worker_new(&site, &worker, &error) != POL_OK) {
        fprintf(stderr, "usage: bench-pages INDEX FILE [ROUNDS]  %s\n", error.text);
        return 2;
    }
    for (int rounds = argc > 3 ? atoi(argv[3]) : 2; rounds > 0; rounds--)
        for (size_t i = 0; i < count; i++)
            ask(worker, &targets[i]);
    qsort(targets, count, sizeof *targets, by_time);
    printf("%zu pages: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, worst %.2f ms\n", count,
           targets[count / 2].ms, targets[count * 9 / 10].ms, targets[count * 99 / 100].ms,
           targets[count - 1].ms);
    for (size_t i = count; i-- > 0 && i + SLOWEST >= count;)
        printf("%8.2f ms %8zu bytes  %s\n", targets[i].ms, targets[i].bytes, targets[i].target);
    for (size_t i = 0; i < count; i++)
        free(targets[i].target);
    pol_worker_free(worker);
    return 0;
}
