/* trec.c - a TREC run: `qid Q0 id rank score run`, one line a document.
 *
 * Evaluators sort by the score and ignore the rank, while our order is by tier first.
 * So each better tier adds TIER_STEP to the score, and where a score would still not
 * fall from one line to the next (sorted by date, ties) it is brought just below. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "search/render.h"

static const double tier_step = 1000;
static const double least_step = 0.0001;

/* Columns are parted by white space, so that an id may have none. */
static void add_column(pol_span text, pol_buffer *buffer)
{
    for (size_t at = 0; at < text.size;) {
        uint32_t c;
        size_t size = pol_utf8_decode(pol_span_from(text, at), &c);
        if (c <= ' ' || c == 0x85 || c == 0xA0 || c == 0x3000)
            pol_buffer_add_byte(buffer, '_');
        else
            pol_utf8_append_printable(buffer, pol_span_make(text.data + at, size));
        at += size;
    }
}

static void add_line(const pol_render_options *options, pol_span id, size_t rank, double score,
                     pol_buffer *buffer)
{
    char number[64];
    snprintf(number, sizeof number, "%.4f", score);
    for (char *c = number; *c; c++)
        if (*c == ',')
            *c = '.';
    add_column(pol_span_of(options->query_id ? options->query_id : "0"), buffer);
    pol_buffer_add_text(buffer, " Q0 ");
    add_column(id, buffer);
    pol_buffer_printf(buffer, " %zu %s ", rank, number);
    add_column(pol_span_of(options->run ? options->run : "polsearch"), buffer);
    pol_buffer_add_byte(buffer, '\n');
}

static int by_id_then_rank(const void *a, const void *b)
{
    const pol_hit *x = *(const pol_hit *const *)a, *y = *(const pol_hit *const *)b;
    int order = pol_span_compare(x->stored->document.id.text, y->stored->document.id.text);
    return order ? order : (x > y) - (x < y);
}

/* Which hits are the first of their document: one flag each; NULL without memory. */
static bool *first_of_document(const pol_results *results)
{
    size_t count = results->hit_count;
    const pol_hit **sorted = calloc(count, sizeof *sorted);
    bool *is_first = calloc(count, sizeof *is_first);
    if (!sorted || !is_first) {
        free(sorted);
        free(is_first);
        return NULL;
    }
    for (size_t i = 0; i < count; i++)
        sorted[i] = &results->hits[i];
    qsort(sorted, count, sizeof *sorted, by_id_then_rank);
    for (size_t i = 0; i < count; i++)
        is_first[sorted[i] - results->hits] =
            i == 0 || !pol_span_equal(sorted[i]->stored->document.id.text,
                                      sorted[i - 1]->stored->document.id.text);
    free(sorted);
    return is_first;
}

void pol_render_trec(const pol_results *results, const pol_render_options *options,
                     pol_buffer *buffer)
{
    if (results->hit_count == 0)
        return;
    bool *is_first = first_of_document(results);
    if (!is_first) {
        buffer->status = POL_NOMEM;
        return;
    }
    double last = HUGE_VAL;
    for (size_t i = 0, rank = results->offset; i < results->hit_count; i++) {
        const pol_hit *hit = &results->hits[i];
        if (!is_first[i])
            continue;
        double score = (isfinite(hit->score) ? hit->score : 0) +
                       tier_step * (POL_TIER_COUNT - 1 - (int)hit->tier);
        if (score > last - least_step)
            score = last - least_step;
        last = score;
        add_line(options, hit->stored->document.id.text, ++rank, score, buffer);
    }
    free(is_first);
}
