/* perceptron.h - what both learners share: an averaged perceptron's dice, its sums, its tables. */
#ifndef POL_TESTS_SPLITTING_LEARN_PERCEPTRON_H
#define POL_TESTS_SPLITTING_LEARN_PERCEPTRON_H

#include <stddef.h>
#include <stdint.h>

enum { ROUNDS = 4 }; /* trained one by one, and their mean taken */

/* The dice of a round, the same each time. */
uint64_t seed_of(int round);
uint64_t next_random(uint64_t *seed);
void shuffle(size_t *order, size_t count, uint64_t *seed);

/* Sets each of the first `count` bits of the mask with this probability. */
void hide_some(uint64_t *mask, unsigned count, double share, uint64_t *seed);

/* Adds the average of a round's weights over its `time` to the mean of all rounds. `total`: of each
 * change, times when it was made. */
void add_average(const float *now, const double *total, double time, double *mean, size_t count);

/* Rows of whole numbers, as an initialiser in C. */
void print_rows(const double *weights, size_t rows, int width);

#endif
