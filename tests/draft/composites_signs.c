/* composites_signs.c - a conference in an index to what tells whether two of its motions ask for
 * the same: a line for each pair, with both numbers and the signs (draft/composites/motions.h), or
 * "-" where the two are held to be opposed or to share nothing. For composites_fit.py.
 *
 *     composites_signs INDEX CONFERENCE YEAR [SEED]
 *
 * With a seed, 40% of the rows of matters are left out at random, another choice for each seed: as
 * if nobody had had these in mind. */
#include <stdio.h>
#include <stdlib.h>

#include "draft/composites/motions.h"

enum { SCRATCH_BYTES_MAX = 512 << 20, LEFT_OUT = 40 /* of 100 */ };

static void print_names(void)
{
    printf("a\tb");
    for (size_t i = 0; i < POL_SIGN_COUNT; i++)
        printf("\t%s", pol_sign_names[i]);
    printf("\n");
}

static void print_pair(const pol_motions *motions, const pol_motion_relations *relations, size_t a,
                       size_t b)
{
    double signs[POL_SIGN_COUNT];
    pol_span left = motions->motions[a].document->number.text;
    pol_span right = motions->motions[b].document->number.text;
    printf("%.*s\t%.*s", POL_SPAN_ARGS(left), POL_SPAN_ARGS(right));
    if (!pol_motions_signs(motions, relations, a, b, signs)) {
        printf("\t-\n");
        return;
    }
    for (size_t i = 0; i < POL_SIGN_COUNT; i++)
        printf("\t%.6f", signs[i]);
    printf("\n");
}

/* Rows that count nothing. */
static bool leave_out(pol_matter_table *table, uint32_t seed, pol_arena *scratch)
{
    float *scales = pol_arena_array(scratch, table->row_count + 1, sizeof *scales);
    for (size_t i = 0; scales && i < table->row_count; i++) {
        seed = seed * 1664525u + 1013904223u;
        scales[i] = (seed >> 16) % 100 < LEFT_OUT ? 0 : table->scales[i];
    }
    table->scales = scales;
    return scales != NULL;
}

static pol_status print_pairs(pol_index *index, const pol_matter_table *matters,
                              const pol_composites *composites, pol_arena *scratch,
                              pol_error *reterr)
{
    pol_motions motions = {0};
    const pol_document **documents =
        pol_arena_array(scratch, composites->motion_count + 1, sizeof *documents);
    if (!documents)
        return pol_composites_refused(scratch, reterr);
    for (size_t i = 0; i < composites->motion_count; i++)
        documents[i] = &composites->motions[i]->document;
    pol_status status = pol_motions_read(index, matters, documents, composites->motion_count,
                                         scratch, &motions, reterr);
    pol_demand_pairs pairs;
    pol_motion_relations relations;
    if (status == POL_OK && !pol_motions_pairs(&motions, scratch, &pairs))
        status = pol_composites_refused(scratch, reterr);
    if (status == POL_OK)
        status = pol_motions_relate(&motions, &pairs, scratch, &relations, reterr);
    print_names();
    for (size_t a = 0; status == POL_OK && a < motions.count; a++)
        for (size_t b = a + 1; b < motions.count; b++)
            print_pair(&motions, &relations, a, b);
    pol_weigher_free(motions.weigher);
    return status;
}

static pol_status print_thinned(pol_index *index, const char *seed,
                                const pol_composites *composites, pol_arena *scratch,
                                pol_error *reterr)
{
    pol_matter_table *table = NULL;
    pol_status status = pol_matter_table_new(index->analyser, &table, reterr);
    if (status != POL_OK)
        return status;
    pol_matter_table thinned = *table;
    status = leave_out(&thinned, (uint32_t)atoi(seed), scratch)
                 ? print_pairs(index, &thinned, composites, scratch, reterr)
                 : pol_composites_refused(scratch, reterr);
    pol_matter_table_free(table);
    return status;
}

int main(int count, char **arguments)
{
    pol_error error = {0};
    pol_index *index = NULL;
    pol_composites *composites = NULL;
    pol_arena scratch;
    if (count != 4 && count != 5) {
        fprintf(stderr, "usage: composites_signs INDEX CONFERENCE YEAR [SEED]\n");
        return 2;
    }
    pol_arena_init(&scratch, SCRATCH_BYTES_MAX);
    pol_status status = pol_index_open(arguments[1], &index, &error);
    if (status == POL_OK)
        status = pol_composites_of(index, pol_span_of(arguments[2]), atoi(arguments[3]),
                                   &composites, &error);
    if (status == POL_OK && count == 5)
        status = print_thinned(index, arguments[4], composites, &scratch, &error);
    else if (status == POL_OK)
        status = print_pairs(index, NULL, composites, &scratch, &error);
    if (status != POL_OK)
        fprintf(stderr, "composites_signs: %s\n", error.text);
    pol_composites_free(composites);
    pol_index_free(index);
    pol_arena_done(&scratch);
    return status == POL_OK ? 0 : 1;
}
