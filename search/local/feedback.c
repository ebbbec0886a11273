/* feedback.c - the stems of a few documents, weighed, and the best added to all. */
#include "search/local/feedback.h"

#include <ctype.h>
#include <stdlib.h>

#include "core/analysis.h"
#include "search/results/build.h"

enum { STEM_MIN = 3, DOCUMENTS_ALONE_MIN = 2, STEMS_READ_MAX = 100000 };
#define COMMON_SHARE 0.2 /* of all documents: what more have tells nothing */

/* A stem in one document; all of them are sorted by stem, then by document. */
typedef struct occurrence {
    pol_span stem;
    uint32_t times;
    uint32_t document; /* 0 is the best */
} occurrence;

typedef struct candidate {
    pol_span stem;
    double worth;
} candidate;

typedef struct feeding {
    pol_plan *plan;
    const pol_units *units;
    const pol_lengths *lengths;
    const pol_scored *best;
    size_t document_count;
    occurrence *met;
    size_t met_count, met_capacity;
    candidate found[POL_FEEDBACK_STEMS]; /* the best first */
    size_t found_count;
} feeding;

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

/* --- reading ---------------------------------------------------------------------- */

static bool may_tell(pol_span stem)
{
    if (stem.size < STEM_MIN || pol_is_stop_word(stem))
        return false;
    for (size_t i = 0; i < stem.size; i++)
        if (isdigit((unsigned char)stem.data[i]))
            return false;
    return true;
}

static pol_status note(feeding *feed, pol_span stem, uint32_t times, uint32_t document,
                       pol_error *reterr)
{
    pol_arena *arena = &feed->plan->arena;
    occurrence *met =
        pol_arena_grow(arena, feed->met, feed->met_count, &feed->met_capacity, sizeof *met);
    pol_span copy = pol_arena_copy(arena, stem);
    if (!met || !copy.data)
        return fail_room(reterr);
    feed->met = met;
    met[feed->met_count++] = (occurrence){copy, times, document};
    return POL_OK;
}

static pol_status read_text(feeding *feed, pol_span text, bool has_stems, uint32_t times,
                            uint32_t document, pol_error *reterr)
{
    pol_token token;
    pol_status status = POL_OK;
    pol_analyser *analyser = feed->plan->index->analyser;
    pol_analyser_begin(analyser, text);
    while (status == POL_OK && feed->met_count < STEMS_READ_MAX &&
           pol_analyser_next(analyser, &token)) {
        pol_span stem = has_stems ? token.stem : token.word;
        if (may_tell(stem))
            status = note(feed, stem, times, document, reterr);
    }
    return status;
}

static int by_stem(const void *left, const void *right)
{
    const occurrence *a = left, *b = right;
    int order = pol_span_compare(a->stem, b->stem);
    return order ? order : a->document < b->document ? -1 : a->document > b->document;
}

/* Each stem of the document that was met from `first` on once. */
static void join_stems(feeding *feed, size_t first)
{
    size_t kept = first;
    if (feed->met_count > first)
        qsort(feed->met + first, feed->met_count - first, sizeof *feed->met, by_stem);
    for (size_t i = first; i < feed->met_count; i++) {
        if (kept > first && pol_span_equal(feed->met[kept - 1].stem, feed->met[i].stem))
            feed->met[kept - 1].times += feed->met[i].times;
        else
            feed->met[kept++] = feed->met[i];
    }
    feed->met_count = kept;
}

/* What its head says of its stems, from its text: heads are not listed. */
static pol_status read_document(feeding *feed, uint32_t document, pol_error *reterr)
{
    enum { TITLE_TIMES = 2 };
    pol_stored stored;
    pol_arena scratch;
    size_t first = feed->met_count;
    xc_docid head = feed->best[document].docid;
    pol_arena_init(&scratch, POL_RESULTS_BYTES_MAX);
    pol_status status = pol_stored_read(feed->plan->index, head, &scratch, &stored, reterr);
    const pol_document *of = &stored.document;
    bool has_stems = status == POL_OK && pol_document_has_stems(of);
    if (status == POL_OK)
        status = read_text(feed, of->title.text, has_stems, TITLE_TIMES, document, reterr);
    for (size_t i = 0; status == POL_OK && i < of->passage_count; i++)
        status = read_text(feed, of->passages[i].text, has_stems, 1, document, reterr);
    join_stems(feed, first);
    pol_arena_done(&scratch);
    return status;
}

/* --- weighing --------------------------------------------------------------------- */

static void take(feeding *feed, candidate one)
{
    size_t at = feed->found_count;
    if (at == POL_FEEDBACK_STEMS && !(one.worth > feed->found[at - 1].worth))
        return;
    feed->found_count += at < POL_FEEDBACK_STEMS;
    for (at = feed->found_count - 1; at > 0 && feed->found[at - 1].worth < one.worth; at--)
        feed->found[at] = feed->found[at - 1];
    feed->found[at] = one;
}

/* `count` occurrences of one stem, each in another document. */
static pol_status weigh(feeding *feed, const occurrence *met, size_t count, pol_error *reterr)
{
    double sum = 0;
    pol_frequencies frequencies;
    pol_index *index = feed->plan->index;
    if (count < DOCUMENTS_ALONE_MIN && !pol_units_have(feed->units, met->stem))
        return POL_OK;
    pol_status status = pol_score_frequencies(index, met->stem, &frequencies, reterr);
    if (status != POL_OK || frequencies.documents > COMMON_SHARE * feed->lengths->documents)
        return status;
    for (size_t i = 0; i < count; i++) {
        const pol_scored *in = &feed->best[met[i].document];
        double times = met[i].times * pol_impacts_norm(index, feed->lengths, in->docid);
        sum += in->score / feed->best[0].score * times / (times + 1);
    }
    double gain = pol_score_gain(feed->lengths, frequencies);
    take(feed, (candidate){met->stem, (double)count * gain * sum});
    return POL_OK;
}

static pol_status choose(feeding *feed, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (uint32_t i = 0; i < feed->document_count && status == POL_OK; i++)
        status = read_document(feed, i, reterr);
    if (feed->met_count)
        qsort(feed->met, feed->met_count, sizeof *feed->met, by_stem);
    for (size_t i = 0, end = 0; i < feed->met_count && status == POL_OK; i = end) {
        for (end = i + 1; end < feed->met_count; end++)
            if (!pol_span_equal(feed->met[end].stem, feed->met[i].stem))
                break;
        status = weigh(feed, feed->met + i, end - i, reterr);
    }
    return status;
}

pol_status pol_feedback_find(pol_plan *plan, const pol_lengths *lengths, const pol_units *units,
                             const pol_scored *best, size_t count, pol_weighed *ret_lists,
                             size_t *ret_count, pol_error *reterr)
{
    feeding feed = {
        .plan = plan, .units = units, .lengths = lengths, .best = best, .document_count = count};
    double factor = 0;
    *ret_count = 0;
    if (units->count < POL_FEEDBACK_UNITS_MIN || count == 0)
        return POL_OK;
    for (size_t i = 0; i < units->count; i++)
        factor = units->units[i].factor > factor ? units->units[i].factor : factor;
    pol_status status = choose(&feed, reterr);
    for (size_t i = 0; i < feed.found_count && status == POL_OK; i++) {
        double share = feed.found[i].worth / feed.found[0].worth;
        status = pol_weigh_stems(plan->index, lengths, feed.found[i].stem, (pol_span){0},
                                 POL_FEEDBACK_SCALE * factor * share, &ret_lists[i], reterr);
        *ret_count += status == POL_OK;
    }
    return status;
}
