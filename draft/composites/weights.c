/* weights.c - numbered words to what they weigh, by the index and by the motions at
 * hand.
 *
 * An agenda that is not in the index yet has words that the index lacks, and words that all its
 * motions share. So the motions at hand count as if they were in the index, and a word that more of
 * them have than would ever be composited tells less, down to nothing where all have it. */
#include <math.h>
#include <stdlib.h>

#include "draft/composites/reading.h"

enum { NONE = POL_ENTRY_NONE };

static const double subject_share = 0.17; /* of what a word weighs that is nowhere else */

/* The information of a word that `count` of `all` have, as in weigh.h. */
static double information(double all, double count)
{
    return log((all + 1) / (count + 0.5));
}

/* How many passages of the index have a word, from its weight there. */
static double frequency_of(const pol_reading *r, const pol_entry *word)
{
    double frequency = (r->passages + 1) / exp(word->weight) - 0.5;
    return frequency > 0 ? frequency : 0;
}

double pol_reading_few(double motions)
{
    double few = motions < 11 ? motions - 1 : 9 - (motions - 10) / 5;
    return few < 3 ? 3 : few;
}

/* What a word weighs that is nowhere else. */
double pol_reading_most(const pol_reading *r)
{
    return information(r->passages + (double)r->text_count, 1);
}

static double scale_of(const pol_reading *r, const pol_entry *word)
{
    double motions = (double)r->motion_count, frequency = frequency_of(r, word);
    double by_both = information(r->passages + (double)r->text_count, frequency + word->texts);
    double scale = word->weight > 0.1 ? by_both / word->weight : 1;
    double few = pol_reading_few(motions);
    if (word->motions > few)
        scale *= information(motions, word->motions) / information(motions, few);
    return scale > 0 ? scale : 0;
}

static int by_term(const void *left, const void *right)
{
    const pol_motion_term *a = left, *b = right;
    if (a->term != b->term)
        return a->term < b->term ? -1 : 1;
    return (a->weight < b->weight) - (a->weight > b->weight);
}

/* `count` terms at `terms`: each once, with the most that it weighs. */
static pol_motion_terms unite(pol_motion_term *terms, size_t count)
{
    pol_motion_terms united = {.terms = terms};
    qsort(terms, count, sizeof *terms, by_term);
    for (size_t i = 0, end; i < count; i = end) {
        pol_motion_term first = terms[i];
        for (end = i; end < count && terms[end].term == first.term; end++)
            continue;
        if (first.weight <= 0)
            continue;
        united.weight += first.weight;
        first.repeated = (float)(first.weight * (1 + log((double)(end - i))));
        united.length += (double)first.repeated * first.repeated;
        terms[united.count++] = first;
    }
    united.length = sqrt(united.length);
    return united;
}

static pol_status unite_text(pol_reading *r, const pol_read_text *text, bool with_subjects,
                             pol_motion_terms *ret_terms, pol_error *reterr)
{
    size_t made = 0, count = text->weighed.unit_count;
    pol_motion_term *terms = pol_arena_array(r->arena, count * 2 + 1, sizeof *terms);
    if (!terms)
        return pol_composites_refused(r->arena, reterr);
    for (size_t i = 0; i < count; i++) {
        const pol_entry *word = &r->entries[text->terms[i]];
        float weight = text->units[i].weight;
        terms[made++] = (pol_motion_term){.term = text->terms[i], .weight = weight};
        if (with_subjects && word->subject != NONE && weight > 0)
            terms[made++] = (pol_motion_term){.term = word->subject,
                                              .weight = (float)r->entries[word->subject].scale};
    }
    *ret_terms = unite(terms, made);
    return POL_OK;
}

static void weigh_text(pol_reading *r, pol_read_text *read)
{
    read->weighed.weight = 0;
    for (size_t i = 0; i < read->weighed.unit_count; i++) {
        pol_unit *unit = &read->units[i];
        unit->weight = (float)(unit->weight * r->entries[read->terms[i]].scale);
        read->weighed.weight += unit->weight;
    }
}

static pol_status weigh_motion(pol_reading *r, pol_motion *motion, const pol_read_text *texts,
                               pol_error *reterr)
{
    pol_status status = POL_OK;
    for (uint32_t i = 0; i < motion->demand_count && status == POL_OK; i++) {
        pol_demand *demand = &r->demands[motion->first_demand + i];
        demand->compared.text = texts[2 + i].weighed;
        demand->opposes = pol_reading_opposes(r, &demand->compared.text);
        status = unite_text(r, &texts[2 + i], false, &demand->terms, reterr);
        if (status == POL_OK)
            status = unite_text(r, &texts[2 + i], true, &demand->matter, reterr);
        motion->weight += demand->terms.weight;
    }
    return status;
}

static void weigh_entry(const pol_reading *r, pol_entry *word)
{
    double motions = (double)r->motion_count;
    word->scale = word->concept >= POL_SUBJECT_CONCEPT(0)
                      ? subject_share * pol_reading_most(r) * information(motions, word->motions)
                      : scale_of(r, word);
}

pol_status pol_reading_weigh(pol_reading *r, pol_error *reterr)
{
    pol_read_text *next = r->texts;
    pol_status status = POL_OK;
    for (size_t i = 0; i < r->entry_count; i++)
        weigh_entry(r, &r->entries[i]);
    for (size_t i = 0; i < r->text_count; i++)
        weigh_text(r, &r->texts[i]);
    for (size_t i = 0; i < r->motion_count && status == POL_OK; i++) {
        status = weigh_motion(r, &r->motions[i], next, reterr);
        next += r->motions[i].demand_count + 2;
    }
    return status;
}
