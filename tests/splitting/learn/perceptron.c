/* perceptron.c - see perceptron.h. */
#include "tests/splitting/learn/perceptron.h"

#include <stdio.h>

static const double scale = 18;

uint64_t seed_of(int round)
{
    return 88172645463325252ull + (uint64_t)round * 7919ull * 1000003ull;
}

uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

void shuffle(size_t *order, size_t count, uint64_t *seed)
{
    for (size_t i = count; i-- > 1;) {
        size_t k = next_random(seed) % (i + 1), kept = order[i];
        order[i] = order[k];
        order[k] = kept;
    }
}

void hide_some(uint64_t *mask, unsigned count, double share, uint64_t *seed)
{
    for (unsigned i = 0; i < count; i++)
        if ((double)(next_random(seed) % 10000) < share * 10000)
            mask[i / 64] |= 1ull << (i % 64);
}

void add_average(const float *now, const double *total, double time, double *mean, size_t count)
{
    for (size_t i = 0; i < count; i++)
        mean[i] += (now[i] - total[i] / time) / ROUNDS;
}

void print_rows(const double *weights, size_t rows, int width)
{
    printf("{");
    for (size_t i = 0; i < rows; i++) {
        printf("{");
        for (int k = 0; k < width; k++) {
            double value = weights[i * (size_t)width + (size_t)k] * scale;
            printf("%d%s", (int)(value < 0 ? value - 0.5 : value + 0.5), k + 1 < width ? ", " : "");
        }
        printf("}%s\n", i + 1 < rows ? "," : "");
    }
    printf("}");
}
