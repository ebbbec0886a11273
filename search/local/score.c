/* score.c - a word at a time: its posting lists to occurrences, occurrences to scores. */
#include "search/local/score.h"

#include <math.h>
#include <stdlib.h>

#include "search/evaluate/frequency.h"
#include "search/evaluate/postings.h"
#include "search/expand.h"

enum { NORMS = 1024 }; /* half a word apart */

static pol_status fail_room(const pol_arena *arena, pol_error *reterr)
{
    if (pol_arena_is_full(arena, 1 << 20))
        return pol_fail(reterr, POL_LIMIT, 0, "this search finds too much to be held in memory");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

/* --- the formula ------------------------------------------------------------------ */

double pol_score_rarity(const pol_lengths *lengths, double documents)
{
    double all = lengths->documents;
    return log2((all + 1) / ((documents < all ? documents : all) + 0.5));
}

double pol_score_gain(const pol_lengths *lengths, pol_frequencies frequencies)
{
    double documents = frequencies.documents;
    if (documents < 1)
        return 0;
    return ((double)frequencies.occurrences + 1) / documents * pol_score_rarity(lengths, documents);
}

static double norm_of(double average, double length)
{
    return log2(1 + average / (length > 1 ? length : 1));
}

pol_status pol_score_frequencies(pol_index *index, pol_span stem, pol_frequencies *ret_frequencies,
                                 pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    pol_span term = pol_term_make(POL_PREFIX_DOCUMENT_STEM, stem, buffer);
    *ret_frequencies = (pol_frequencies){0};
    if (pol_impacts_know(index, stem, ret_frequencies))
        return POL_OK;
    pol_status status = pol_frequency_documents(index, term, &ret_frequencies->documents, reterr);
    if (status != POL_OK || !ret_frequencies->documents)
        return status;
    return pol_frequency_occurrences(index, term, &ret_frequencies->occurrences, reterr);
}

/* --- beginning and ending --------------------------------------------------------- */

/* Most keys are as long as another one: logarithms are remembered by length. */
static double remembered(double *norms, double average, double length)
{
    size_t at = (size_t)(2 * length);
    if (at >= NORMS)
        return norm_of(average, length);
    if (!(norms[at] > 0))
        norms[at] = norm_of(average, length);
    return norms[at];
}

static void find_norms(pol_scoring *scoring)
{
    double norms[NORMS] = {0};
    const pol_lengths *lengths = scoring->lengths;
    for (size_t i = 0; i < scoring->keys->count; i++) {
        xc_docid id = scoring->keys->ids[i];
        scoring->norms[i] =
            scoring->are_documents
                ? remembered(norms, lengths->document_average, pol_lengths_of_document(lengths, id))
                : remembered(norms, lengths->average, pol_lengths_of_passage(lengths, id));
    }
}

pol_status pol_scoring_begin(pol_scoring *scoring, pol_index *index, const pol_lengths *lengths,
                             const pol_set *keys, bool are_documents, pol_arena *arena,
                             pol_error *reterr)
{
    size_t count = keys->count + 1;
    *scoring = (pol_scoring){.index = index,
                             .arena = arena,
                             .lengths = lengths,
                             .are_documents = are_documents,
                             .keys = keys};
    scoring->scores = pol_arena_array(arena, count, sizeof *scoring->scores);
    scoring->norms = pol_arena_array(arena, count, sizeof *scoring->norms);
    scoring->occurrences = pol_arena_array(arena, count, sizeof *scoring->occurrences);
    scoring->touched = pol_arena_array(arena, count, sizeof *scoring->touched);
    if (!scoring->scores || !scoring->norms || !scoring->occurrences || !scoring->touched)
        return fail_room(arena, reterr);
    find_norms(scoring);
    return POL_OK;
}

/* --- occurrences ------------------------------------------------------------------ */

static void take(pol_scoring *scoring, uint32_t place, uint32_t occurrences)
{
    if (occurrences && !scoring->occurrences[place])
        scoring->touched[scoring->touched_count++] = place;
    scoring->occurrences[place] += occurrences;
}

/* Keys stand together, those of a document: each is looked for from where the last one was. */
static void take_list(pol_scoring *scoring, const pol_posting_list *list)
{
    size_t at = 0;
    const pol_set *keys = scoring->keys, all = {list->docids, list->count};
    for (size_t place = 0; place < keys->count && at < all.count; place++) {
        if (all.ids[at] < keys->ids[place])
            at = pol_set_seek(&all, at, keys->ids[place]);
        if (at < all.count && all.ids[at] == keys->ids[place])
            take(scoring, (uint32_t)place, list->wdfs[at]);
    }
}

/* How often each key has the term. A list that is not kept is read where keys are many. */
static pol_status count_term(pol_scoring *scoring, pol_span term, pol_error *reterr)
{
    size_t count = 0;
    uint32_t length = 0;
    const pol_set *keys = scoring->keys;
    const pol_posting_list *list = NULL;
    pol_status status = pol_postings_count(scoring->index, term, &length, reterr);
    if (status == POL_OK && length && !pol_postings_prefers_probe(keys->count, length))
        status = pol_postings_get(scoring->index, term, &list, reterr);
    if (list) {
        take_list(scoring, list);
        return status;
    }
    uint32_t *places = pol_arena_array(scoring->arena, keys->count + 1, sizeof *places);
    uint32_t *wdfs = pol_arena_array(scoring->arena, keys->count + 1, sizeof *wdfs);
    if (!places || !wdfs)
        return fail_room(scoring->arena, reterr);
    if (status == POL_OK && length)
        status = pol_postings_probe(scoring->index, term, keys->ids, keys->count, places, wdfs,
                                    &count, reterr);
    for (size_t i = 0; i < count; i++)
        take(scoring, places[i], wdfs[i]);
    return status;
}

/* Heads count a stem in one list, passages in two, text and title. */
static pol_status count_stem(pol_scoring *scoring, pol_span stem, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    if (scoring->are_documents)
        return count_term(scoring, pol_term_make(POL_PREFIX_DOCUMENT_STEM, stem, buffer), reterr);
    pol_status status = count_term(scoring, pol_term_make(POL_PREFIX_STEM, stem, buffer), reterr);
    if (status == POL_OK)
        status = count_term(scoring, pol_term_make(POL_PREFIX_TITLE_STEM, stem, buffer), reterr);
    return status;
}

/* Adds what was counted, and forgets it. */
static void spend(pol_scoring *scoring, double gain, double *scores)
{
    for (size_t i = 0; i < scoring->touched_count; i++) {
        uint32_t place = scoring->touched[i];
        double times = scoring->occurrences[place] * scoring->norms[place];
        scores[place] += gain * times / (times + 1);
        scoring->occurrences[place] = 0;
    }
    scoring->touched_count = 0;
}

/* --- words ------------------------------------------------------------------------ */

static pol_status add_frequencies(pol_scoring *scoring, pol_span stem, pol_frequencies *sum,
                                  pol_error *reterr)
{
    pol_frequencies one;
    pol_status status = pol_score_frequencies(scoring->index, stem, &one, reterr);
    sum->documents += one.documents;
    sum->occurrences += one.occurrences;
    return status;
}

static pol_status score_stems(pol_scoring *scoring, pol_span stem, pol_span other, double factor,
                              double *scores, pol_error *reterr)
{
    pol_frequencies sum = {0};
    pol_status status = add_frequencies(scoring, stem, &sum, reterr);
    if (status == POL_OK)
        status = count_stem(scoring, stem, reterr);
    if (status == POL_OK && other.data && !pol_span_equal(other, stem)) {
        status = add_frequencies(scoring, other, &sum, reterr);
        if (status == POL_OK)
            status = count_stem(scoring, other, reterr);
    }
    if (status == POL_OK)
        spend(scoring, factor * pol_score_gain(scoring->lengths, sum), scores);
    return status;
}

/* A compound's two readings, side by side, and the better one of each key. */
static pol_status score_compound(pol_scoring *scoring, const pol_unit *unit, pol_error *reterr)
{
    const pol_node *word = unit->word;
    size_t count = scoring->keys->count;
    double *parts = pol_arena_array(scoring->arena, count + 1, sizeof *parts);
    double *whole = pol_arena_array(scoring->arena, count + 1, sizeof *whole);
    if (!parts || !whole)
        return fail_room(scoring->arena, reterr);
    pol_status status =
        score_stems(scoring, word->stem, word->other_stem, unit->factor, whole, reterr);
    for (size_t i = 0; i < word->part_count && status == POL_OK; i++)
        if (!pol_is_stop_word(word->parts[i]))
            status = score_stems(scoring, word->part_stems[i], (pol_span){0}, unit->factor, parts,
                                 reterr);
    for (size_t i = 0; i < count; i++)
        scoring->scores[i] += whole[i] > parts[i] ? whole[i] : parts[i];
    return status;
}

/* --- prefixes --------------------------------------------------------------------- */

/* Exact words stand on passages alone: what is counted of these goes to their heads. */
static pol_status count_word(pol_scoring *scoring, pol_span word, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    const pol_posting_list *list = NULL;
    const pol_set *keys = scoring->keys;
    pol_span term = pol_term_make(POL_PREFIX_WORD, word, buffer);
    if (!scoring->are_documents)
        return count_term(scoring, term, reterr);
    pol_status status = pol_postings_get(scoring->index, term, &list, reterr);
    const pol_set listed = {status == POL_OK ? list->docids : NULL,
                            status == POL_OK ? list->count : 0};
    for (size_t i = 0; i < keys->count; i++) {
        xc_docid at = keys->ids[i];
        while ((at = pol_lengths_next(scoring->lengths, at))) {
            size_t place = pol_set_seek(&listed, 0, at);
            if (place < listed.count && listed.ids[place] == at)
                take(scoring, (uint32_t)i, list->wdfs[place]);
        }
    }
    return status;
}

/* All words that start so, as one word; of frequencies the words have only those in passages. */
static pol_status score_prefix(pol_scoring *scoring, const pol_unit *unit, pol_error *reterr)
{
    pol_expansion expansion = {0};
    pol_frequencies sum = {0};
    pol_status status = pol_expand_prefix(scoring->index, POL_PREFIX_WORD, unit->word->word,
                                          POL_PREFIX_WORDS_MAX, scoring->arena, &expansion, reterr);
    for (size_t i = 0; i < expansion.count && status == POL_OK; i++) {
        sum.documents += expansion.words[i].documents;
        sum.occurrences += expansion.words[i].documents;
        status = count_word(scoring, expansion.words[i].word, reterr);
    }
    if (sum.documents > scoring->lengths->documents)
        sum.documents = scoring->lengths->documents;
    if (status == POL_OK)
        spend(scoring, unit->factor * pol_score_gain(scoring->lengths, sum), scoring->scores);
    return status;
}

pol_status pol_score_unit(pol_scoring *scoring, const pol_unit *unit, pol_error *reterr)
{
    const pol_node *word = unit->word;
    if (word->type == POL_NODE_PREFIX)
        return score_prefix(scoring, unit, reterr);
    if (word->part_count)
        return score_compound(scoring, unit, reterr);
    return score_stems(scoring, word->stem, word->other_stem, unit->factor, scoring->scores,
                       reterr);
}
