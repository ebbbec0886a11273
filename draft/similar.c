/* similar.c - see similar.h. */
#include "draft/similar.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "draft/similar/candidates.h"
#include "draft/similar/text.h"
#include "search/fetch.h"
#include "search/search.h"

enum {
    ATTEMPTS = 5,         /* while the index moves on */
    CANDIDATES_MIN = 150, /* documents compared */
    EXACT_MIN = 20,       /* of these the best, once more */
    PASSAGES = 1600,      /* that candidates are taken from */
    PASSAGES_QUICK = 400,
    CANDIDATES_QUICK = 40,
    READ_MAX = 500, /* documents read at most */
    DOCUMENTS_BYTES_MAX = 512 << 20,
    SCRATCH_MAX = 256 << 20,
    COMPARED_BYTES_MAX = 4 << 20, /* of candidates' texts; no further one is begun */
    COMPARED_BYTES_QUICK = 512 << 10
};

typedef struct similar_owner {
    pol_similar similar;
    pol_shown *shown;
    pol_arena arena;
} similar_owner;

/* One search for documents like another. */
typedef struct search_like {
    pol_index *index;
    const pol_similar_options *options;
    similar_owner *owner;
    pol_similar_comparer *comparer;
    pol_arena scratch; /* candidates' ids */
    pol_similar_one *ones;
    size_t count, capacity;
    size_t read, compared_bytes;
} search_like;

void pol_similar_free(pol_similar *similar)
{
    if (!similar)
        return;
    similar_owner *owner = (similar_owner *)similar; /* its first member */
    pol_shown_free(owner->shown);
    pol_arena_done(&owner->arena);
    free(owner);
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for similar documents");
}

/* --- one candidate ---------------------------------------------------------------- */

/* Surely: 2014 is not before May 2014, and what has no year is before nothing. */
static bool is_before(const pol_document *document, pol_date before)
{
    pol_date date = document->date;
    if (!date.year)
        date = (pol_date){.year = (int16_t)document->year};
    if (date.year != before.year)
        return date.year && date.year < before.year;
    if (date.month != before.month)
        return date.month && date.month < before.month;
    return date.day && date.day < before.day;
}

static pol_status compare(search_like *like, const pol_stored *stored, pol_error *reterr)
{
    pol_similar_overlap overlap;
    pol_status status =
        pol_similar_compare(like->comparer, stored->document.text, true, &overlap, reterr);
    if (status == POL_OK && overlap.score > 0)
        like->ones[like->count++] = (pol_similar_one){.stored = stored, .score = overlap.score};
    size_t size = stored->document.text.size;
    like->compared_bytes += size < POL_SIMILAR_TEXT_MAX ? size : POL_SIMILAR_TEXT_MAX;
    return status;
}

/* --- all of them ------------------------------------------------------------------ */

static pol_status compare_all(search_like *like, const pol_similar_candidate *candidates,
                              size_t count, size_t wanted, pol_error *reterr)
{
    pol_fetch fetch;
    pol_status status = POL_OK;
    const pol_similar_options *options = like->options;
    size_t bytes_max = options->is_quick ? COMPARED_BYTES_QUICK : COMPARED_BYTES_MAX;
    pol_span own = like->owner->similar.of->document.id.text;
    pol_fetch_init(&fetch, like->index, &like->owner->arena);
    for (size_t i = 0, compared = 0; i < count && compared < wanted && status == POL_OK; i++) {
        const pol_stored *stored = NULL;
        if (pol_span_equal(candidates[i].id, own))
            continue;
        if (like->read++ == READ_MAX || like->compared_bytes > bytes_max)
            break;
        status = pol_fetch_document(&fetch, candidates[i].id, &stored, reterr);
        if (status != POL_OK)
            break;
        if (options->before.year && !is_before(&stored->document, options->before))
            continue;
        status = compare(like, stored, reterr);
        compared++;
    }
    return status;
}

static int by_score(const void *left, const void *right)
{
    const pol_similar_one *a = left, *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return pol_span_compare(a->stored->document.id.text, b->stored->document.id.text);
}

/* The first of them by all that their words weigh; those that share too little are dropped. */
static pol_status compare_exactly(search_like *like, pol_error *reterr)
{
    const pol_similar_options *options = like->options;
    size_t kept = 0;
    size_t looked_at = options->count * 2 > EXACT_MIN ? options->count * 2 : EXACT_MIN;
    qsort(like->ones, like->count, sizeof *like->ones, by_score);
    for (size_t i = 0; i < like->count && (i < looked_at || kept < options->count); i++) {
        pol_similar_one one = like->ones[i];
        pol_similar_overlap overlap;
        pol_status status =
            pol_similar_compare(like->comparer, one.stored->document.text, false, &overlap, reterr);
        if (status != POL_OK)
            return status;
        if (sqrt(overlap.share * overlap.other_share) >= options->share_min)
            like->ones[kept++] =
                (pol_similar_one){one.stored, overlap.score, overlap.share, overlap.other_share};
    }
    qsort(like->ones, kept, sizeof *like->ones, by_score);
    like->owner->similar.ones = like->ones;
    like->owner->similar.count = kept < options->count ? kept : options->count;
    return POL_OK;
}

static pol_status rank(search_like *like, pol_error *reterr)
{
    const pol_similar_options *options = like->options;
    const pol_document *document = &like->owner->similar.of->document;
    pol_similar_candidate *candidates = NULL;
    size_t count = 0;
    size_t depth = options->is_quick ? PASSAGES_QUICK : PASSAGES;
    size_t least = options->is_quick ? CANDIDATES_QUICK : CANDIDATES_MIN;
    size_t wanted = options->count + options->count / 2;
    wanted = wanted > least ? wanted : least;
    pol_status status =
        pol_similar_comparer_new(like->index, document->text, &like->comparer, reterr);
    if (status == POL_OK)
        status = pol_similar_candidates_find(like->index, document, depth, &like->scratch,
                                             &candidates, &count, reterr);
    if (status != POL_OK)
        return status;
    like->ones = pol_arena_array(&like->owner->arena, wanted, sizeof *like->ones);
    if (!like->ones)
        return fail_room(reterr);
    status = compare_all(like, candidates, count, wanted, reterr);
    return status == POL_OK ? compare_exactly(like, reterr) : status;
}

/* At one revision of the index. */
static pol_status find(pol_index *index, pol_span id, const pol_similar_options *options,
                       similar_owner *owner, pol_error *reterr)
{
    search_like like = {.index = index, .options = options, .owner = owner};
    pol_arena_init(&owner->arena, DOCUMENTS_BYTES_MAX);
    pol_arena_init(&like.scratch, SCRATCH_MAX);
    pol_status status = pol_show(index, id, &owner->shown, reterr);
    if (status == POL_OK) {
        owner->similar = (pol_similar){.of = owner->shown->stored};
        status = rank(&like, reterr);
    }
    pol_similar_comparer_free(like.comparer);
    pol_arena_done(&like.scratch);
    return status;
}

static pol_status find_again(pol_index *index, pol_span id, const pol_similar_options *options,
                             similar_owner *owner, pol_error *reterr)
{
    pol_status status = find(index, id, options, owner, reterr);
    for (int again = 1; status == POL_CHANGED && again < ATTEMPTS; again++) {
        pol_shown_free(owner->shown);
        owner->shown = NULL;
        pol_arena_done(&owner->arena);
        status = pol_index_reopen(index, reterr);
        if (status == POL_OK)
            status = find(index, id, options, owner, reterr);
    }
    return status;
}

static pol_status check_options(const pol_similar_options *options, pol_error *reterr)
{
    if (options->count < 1 || options->count > POL_SIMILAR_MAX)
        return pol_fail(reterr, POL_USAGE, 0, "similar documents wanted must be 1 to %d",
                        POL_SIMILAR_MAX);
    if (!(options->share_min >= 0 && options->share_min <= 1))
        return pol_fail(reterr, POL_USAGE, 0, "the least share must be from 0 to 1");
    return POL_OK;
}

pol_status pol_similar_find(pol_index *index, pol_span id, const pol_similar_options *options,
                            pol_similar **ret_similar, pol_error *reterr)
{
    double start_ms = now_ms();
    *ret_similar = NULL;
    pol_status status = check_options(options, reterr);
    if (status != POL_OK)
        return status;
    similar_owner *owner = calloc(1, sizeof *owner);
    if (!owner)
        return fail_room(reterr);
    status = find_again(index, id, options, owner, reterr);
    if (status != POL_OK) {
        pol_similar_free(&owner->similar);
        return status;
    }
    owner->similar.took_ms = now_ms() - start_ms;
    *ret_similar = &owner->similar;
    return POL_OK;
}
