/* score.c - a word at a time: its posting lists to occurrences, occurrences to scores. */
#include "search/score.h"

#include <math.h>
#include <stdlib.h>

#include "search/expand.h"
#include "search/postings.h"

enum { FORMS_MAX = 4 }; /* terms of a word: its stem and its other stem, in text and in title */

static pol_status fail_room(const pol_arena *arena, pol_error *reterr)
{
    if (pol_arena_is_full(arena, 1 << 20))
        return pol_fail(reterr, POL_LIMIT, 0, "this search finds too much to be held in memory");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

double pol_score_gain(double entries, double with_it, double occurrences)
{
    return (occurrences + 1) / with_it * log2((entries + 1) / (with_it + 0.5));
}

/* --- beginning and ending --------------------------------------------------------- */

static void find_norms(pol_scoring *scoring)
{
    const pol_lengths *lengths = scoring->lengths;
    for (size_t i = 0; i < scoring->set->count; i++) {
        xc_docid id = scoring->set->ids[i];
        uint32_t length = id <= lengths->last ? lengths->of[id] : 0;
        scoring->norms[i] = pol_lengths_norm(lengths, length);
    }
}

pol_status pol_scoring_begin(pol_scoring *scoring, pol_index *index, const pol_lengths *lengths,
                             const pol_set *set, uint64_t postings, pol_arena *arena,
                             pol_error *reterr)
{
    size_t count = set->count + 1;
    *scoring = (pol_scoring){.index = index, .arena = arena, .lengths = lengths, .set = set};
    scoring->scores = pol_arena_array(arena, count, sizeof *scoring->scores);
    scoring->masks = pol_arena_array(arena, count, sizeof *scoring->masks);
    scoring->norms = pol_arena_array(arena, count, sizeof *scoring->norms);
    scoring->occurrences = pol_arena_array(arena, count, sizeof *scoring->occurrences);
    scoring->touched = pol_arena_array(arena, count, sizeof *scoring->touched);
    if (!scoring->scores || !scoring->masks || !scoring->norms || !scoring->occurrences ||
        !scoring->touched)
        return fail_room(arena, reterr);
    find_norms(scoring);
    if (pol_postings_prefers_probe(set->count, postings))
        return POL_OK;
    scoring->places = lengths->places;
    for (size_t i = 0; i < set->count; i++)
        scoring->places[set->ids[i]] = (uint32_t)i + 1;
    return POL_OK;
}

void pol_scoring_done(pol_scoring *scoring)
{
    for (size_t i = 0; scoring->places && i < scoring->set->count; i++)
        scoring->places[scoring->set->ids[i]] = 0;
    scoring->places = NULL;
}

/* --- occurrences ------------------------------------------------------------------ */

static void take(pol_scoring *scoring, uint32_t place, uint32_t occurrences)
{
    if (occurrences && !scoring->occurrences[place])
        scoring->touched[scoring->touched_count++] = place;
    scoring->occurrences[place] += occurrences;
}

static pol_status look_up(pol_scoring *scoring, pol_span term, pol_error *reterr)
{
    size_t count = 0;
    uint32_t *places = pol_arena_array(scoring->arena, scoring->set->count + 1, sizeof *places);
    uint32_t *wdfs = pol_arena_array(scoring->arena, scoring->set->count + 1, sizeof *wdfs);
    if (!places || !wdfs)
        return fail_room(scoring->arena, reterr);
    pol_status status = pol_postings_probe(scoring->index, term, scoring->set->ids,
                                           scoring->set->count, places, wdfs, &count, reterr);
    for (size_t i = 0; i < count; i++)
        take(scoring, places[i], wdfs[i]);
    return status;
}

/* How often each entry of the set has the term. */
static pol_status count_term(pol_scoring *scoring, pol_span term, pol_error *reterr)
{
    const pol_posting_list *list = NULL;
    if (!scoring->places)
        return look_up(scoring, term, reterr);
    pol_status status = pol_postings_get(scoring->index, term, &list, reterr);
    for (uint32_t i = 0; status == POL_OK && i < list->count; i++) {
        xc_docid id = list->docids[i];
        uint32_t place = id <= scoring->lengths->last ? scoring->places[id] : 0;
        if (place)
            take(scoring, place - 1, list->wdfs[i]);
    }
    return status;
}

/* Adds what was counted, and forgets it. */
static void spend(pol_scoring *scoring, double gain, double *scores)
{
    for (size_t i = 0; i < scoring->touched_count; i++) {
        uint32_t place = scoring->touched[i];
        double times = scoring->occurrences[place] * scoring->norms[place];
        scores[place] += gain * times / (times + 1);
        scoring->masks[place] |= scoring->bit;
        scoring->occurrences[place] = 0;
    }
    scoring->touched_count = 0;
}

/* --- words ------------------------------------------------------------------------ */

/* What is counted as one word, and its frequencies. */
typedef struct counted {
    double with_it, occurrences;
} counted;

static pol_status add_frequencies(pol_scoring *scoring, pol_span term, uint32_t *with_it,
                                  counted *sum, pol_error *reterr)
{
    xc_error error = {0};
    uint64_t occurrences = 0;
    uint32_t count = 0;
    pol_status status = pol_postings_count(scoring->index, term, &count, reterr);
    if (status != POL_OK)
        return status;
    if (count && xc_reader_collection_frequency(scoring->index->reader, pol_xc_bytes(term),
                                                &occurrences, &error) != XC_OK)
        return pol_index_fail(scoring->index, &error, reterr);
    *with_it = count > *with_it ? count : *with_it;
    sum->occurrences += (double)occurrences;
    return POL_OK;
}

/* A stem in text and title. */
static pol_status count_stem(pol_scoring *scoring, pol_span stem, counted *sum, pol_error *reterr)
{
    static const char *const prefixes[] = {POL_PREFIX_STEM, POL_PREFIX_TITLE_STEM};
    char buffer[POL_TERM_MAX + 1];
    uint32_t with_it = 0;
    pol_status status = POL_OK;
    for (size_t i = 0; i < 2 && status == POL_OK; i++) {
        pol_span term = pol_term_make(prefixes[i], stem, buffer);
        status = add_frequencies(scoring, term, &with_it, sum, reterr);
        if (status == POL_OK)
            status = count_term(scoring, term, reterr);
    }
    sum->with_it += with_it;
    return status;
}

static void spend_counted(pol_scoring *scoring, counted sum, double *scores)
{
    double entries = scoring->lengths->passages;
    double with_it = sum.with_it < entries ? sum.with_it : entries;
    double gain = with_it > 0 ? pol_score_gain(entries, with_it, sum.occurrences) : 0;
    spend(scoring, scoring->repeats * gain, scores);
}

static pol_status score_forms(pol_scoring *scoring, const pol_node *word, double *scores,
                              pol_error *reterr)
{
    counted sum = {0};
    pol_status status = count_stem(scoring, word->stem, &sum, reterr);
    if (status == POL_OK && word->other_stem.data && !pol_span_equal(word->other_stem, word->stem))
        status = count_stem(scoring, word->other_stem, &sum, reterr);
    if (status == POL_OK)
        spend_counted(scoring, sum, scores);
    return status;
}

static pol_status score_parts(pol_scoring *scoring, const pol_node *word, double *scores,
                              pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < word->part_count && status == POL_OK; i++) {
        counted sum = {0};
        if (pol_is_stop_word(word->parts[i]))
            continue;
        status = count_stem(scoring, word->part_stems[i], &sum, reterr);
        if (status == POL_OK)
            spend_counted(scoring, sum, scores);
    }
    return status;
}

static pol_status score_prefix(pol_scoring *scoring, const pol_node *word, double *scores,
                               pol_error *reterr)
{
    pol_expansion expansion = {0};
    char buffer[POL_TERM_MAX + 1];
    counted sum = {0};
    pol_status status = pol_expand_prefix(scoring->index, POL_PREFIX_WORD, word->word,
                                          POL_PREFIX_WORDS_MAX, scoring->arena, &expansion, reterr);
    for (size_t i = 0; i < expansion.count && status == POL_OK; i++) {
        uint32_t with_it = 0;
        pol_span term = pol_term_make(POL_PREFIX_WORD, expansion.words[i].word, buffer);
        status = add_frequencies(scoring, term, &with_it, &sum, reterr);
        sum.with_it += with_it;
        if (status == POL_OK)
            status = count_term(scoring, term, reterr);
    }
    if (status == POL_OK)
        spend_counted(scoring, sum, scores);
    return status;
}

/* A compound's two readings, side by side, and the better one of each entry. */
static pol_status score_compound(pol_scoring *scoring, const pol_node *word, double *scores,
                                 pol_error *reterr)
{
    size_t count = scoring->set->count;
    double *parts = pol_arena_array(scoring->arena, count + 1, sizeof *parts);
    double *whole = pol_arena_array(scoring->arena, count + 1, sizeof *whole);
    if (!parts || !whole)
        return fail_room(scoring->arena, reterr);
    pol_status status = score_forms(scoring, word, whole, reterr);
    if (status == POL_OK)
        status = score_parts(scoring, word, parts, reterr);
    for (size_t i = 0; i < count; i++)
        scores[i] += whole[i] > parts[i] ? whole[i] : parts[i];
    return status;
}

pol_status pol_score_word(pol_scoring *scoring, const pol_node *word, size_t number,
                          pol_error *reterr)
{
    scoring->repeats = word->repeats;
    scoring->bit = number < POL_SCORE_MASK_BITS ? (uint64_t)1 << number : 0;
    return word->type == POL_NODE_PREFIX ? score_prefix(scoring, word, scoring->scores, reterr)
           : word->part_count            ? score_compound(scoring, word, scoring->scores, reterr)
                                         : score_forms(scoring, word, scoring->scores, reterr);
}
