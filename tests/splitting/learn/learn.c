/* learn.c - lines with their traits and places (places.py) to the weights of
 * document/split/weights.c: an averaged perceptron over whole files.
 *
 *     learn EPOCHS <rows >document/split/weights.c
 *     learn EPOCHS SET <rows >weights.c      with the files of that set left out
 *
 * A part of the traits is hidden from each file each time, so that none is relied on alone. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/split/model.h"
#include "tests/splitting/learn/perceptron.h"

enum { FILES_MAX = 2000, TRAITS_USED = POL_TRAIT_COUNT, NEVER = -1000000000 };
static const double hidden[] = {0.35, 0.1}; /* share of traits, by turns */

typedef struct row {
    int place;
    uint64_t bits[POL_TRAIT_WORDS];
} row;

typedef struct file {
    int set;
    size_t count;
    row *rows;
} file;

typedef struct model {
    float traits[POL_TRAIT_NEIGHBOURS][POL_TRAIT_COUNT][POL_PLACE_COUNT];
    float steps[3][POL_PLACE_COUNT][POL_PLACE_COUNT];
} model;

typedef struct sums {
    double traits[POL_TRAIT_NEIGHBOURS][POL_TRAIT_COUNT][POL_PLACE_COUNT];
    double steps[3][POL_PLACE_COUNT][POL_PLACE_COUNT];
} sums;

typedef struct training {
    file files[FILES_MAX];
    size_t count;
    model now;
    sums total;  /* of each change, times when it was made */
    double time; /* files seen */
    uint64_t seed, mask[POL_TRAIT_WORDS];
} training;

static void bits_of(const training *all, const file *own, size_t at, uint64_t *bits)
{
    for (int i = 0; i < POL_TRAIT_WORDS; i++)
        bits[i] = at < own->count ? own->rows[at].bits[i] & ~all->mask[i] : 0;
    if (at >= own->count)
        bits[POL_TRAIT_NONE / 64] = 1ull << (POL_TRAIT_NONE % 64);
}

/* The line itself, the one above, the one below. */
static size_t neighbour(size_t line, int which)
{
    return which == 0 ? line : which == 1 ? line - 1 : line + 1;
}

static int blanks_of(const training *all, const file *own, size_t line)
{
    uint64_t bits[POL_TRAIT_WORDS];
    bits_of(all, own, line, bits);
    for (int i = 0; i < 3; i++)
        if (bits[(POL_TRAIT_BLANKS + i) / 64] >> ((POL_TRAIT_BLANKS + i) % 64) & 1)
            return i;
    return -1; /* hidden */
}

static void score(const training *all, const file *own, size_t line, double *scores)
{
    memset(scores, 0, POL_PLACE_COUNT * sizeof *scores);
    for (int n = 0; n < POL_TRAIT_NEIGHBOURS; n++) {
        uint64_t bits[POL_TRAIT_WORDS];
        bits_of(all, own, neighbour(line, n), bits);
        for (int k = 0; k < POL_TRAIT_WORDS; k++)
            for (uint64_t left = bits[k]; left; left &= left - 1)
                for (int place = 0; place < POL_PLACE_COUNT; place++)
                    scores[place] += all->now.traits[n][k * 64 + __builtin_ctzll(left)][place];
    }
    for (int place = 0; place < POL_PLACE_COUNT; place++)
        scores[place] += place != own->rows[line].place; /* a wrong one must be worse by one */
}

static double best_step(const training *all, const double *before, int blanks, int to,
                        unsigned char *from)
{
    double best = NEVER;
    for (int place = 0; place < POL_PLACE_COUNT; place++) {
        double found = before[place] + (blanks < 0 ? 0 : (double)all->now.steps[blanks][place][to]);
        if (pol_split_may_follow((uint8_t)place, (uint8_t)to) && found > best) {
            best = found;
            *from = (unsigned char)place;
        }
    }
    return best;
}

/* The likeliest places of the lines. */
static void guess(const training *all, const file *own, int *places)
{
    double(*best)[POL_PLACE_COUNT] = malloc(own->count * sizeof *best);
    unsigned char(*from)[POL_PLACE_COUNT] = malloc(own->count * sizeof *from);
    if (!best || !from)
        exit(2);
    for (size_t i = 0; i < own->count; i++) {
        double scores[POL_PLACE_COUNT];
        int blanks = i > 0 ? blanks_of(all, own, i) : 0;
        score(all, own, i, scores);
        for (int to = 0; to < POL_PLACE_COUNT; to++)
            best[i][to] = i == 0
                              ? (pol_split_may_start((uint8_t)to) ? scores[to] : NEVER)
                              : scores[to] + best_step(all, best[i - 1], blanks, to, &from[i][to]);
    }
    int place = -1;
    for (int k = 0; k < POL_PLACE_COUNT; k++)
        if (pol_split_may_end((uint8_t)k) &&
            (place < 0 || best[own->count - 1][k] > best[own->count - 1][place]))
            place = k;
    for (size_t i = own->count; i-- > 0; place = from[i][place])
        places[i] = place;
    free(best);
    free(from);
}

static void change(training *all, const file *own, const int *places, float by)
{
    for (size_t i = 0; i < own->count; i++) {
        for (int n = 0; n < POL_TRAIT_NEIGHBOURS; n++) {
            uint64_t bits[POL_TRAIT_WORDS];
            bits_of(all, own, neighbour(i, n), bits);
            for (int k = 0; k < POL_TRAIT_WORDS; k++)
                for (uint64_t left = bits[k]; left; left &= left - 1) {
                    int bit = k * 64 + __builtin_ctzll(left);
                    all->now.traits[n][bit][places[i]] += by;
                    all->total.traits[n][bit][places[i]] += (double)by * all->time;
                }
        }
        int blanks = i > 0 ? blanks_of(all, own, i) : -1;
        if (blanks < 0)
            continue;
        all->now.steps[blanks][places[i - 1]][places[i]] += by;
        all->total.steps[blanks][places[i - 1]][places[i]] += (double)by * all->time;
    }
}

static void hide(training *all, double share)
{
    memset(all->mask, 0, sizeof all->mask);
    hide_some(all->mask, TRAITS_USED, share, &all->seed);
}

static void see(training *all, const file *own, double share)
{
    int *guessed = malloc((own->count + 1) * sizeof *guessed);
    int *right = malloc((own->count + 1) * sizeof *right);
    bool differs = false;
    if (!guessed || !right)
        exit(2);
    hide(all, share);
    guess(all, own, guessed);
    all->time++;
    for (size_t i = 0; i < own->count; i++) {
        right[i] = own->rows[i].place;
        differs = differs || right[i] != guessed[i];
    }
    if (differs) {
        change(all, own, right, 1);
        change(all, own, guessed, -1);
    }
    free(guessed);
    free(right);
}

/* One training; what it learns is added to `mean`. */
static void train(training *all, int epochs, int left_out, int round, sums *mean)
{
    size_t order[FILES_MAX], count = 0;
    memset(&all->now, 0, sizeof all->now);
    memset(&all->total, 0, sizeof all->total);
    all->time = 1;
    all->seed = seed_of(round);
    for (size_t i = 0; i < all->count; i++)
        if (all->files[i].set != left_out && all->files[i].count > 0)
            order[count++] = i;
    for (int epoch = 0; epoch < epochs; epoch++) {
        shuffle(order, count, &all->seed);
        for (size_t i = 0; i < count; i++)
            see(all, &all->files[order[i]], hidden[round % 2]);
    }
    add_average(&all->now.traits[0][0][0], &all->total.traits[0][0][0], all->time,
                &mean->traits[0][0][0], sizeof *mean / sizeof(double));
}

static void read_rows(training *all)
{
    int set;
    size_t count;
    while (all->count < FILES_MAX && scanf(" F %d %zu", &set, &count) == 2) {
        file *own = &all->files[all->count++];
        *own = (file){set, count, calloc(count + 1, sizeof(row))};
        for (size_t i = 0; own->rows && i < count; i++) {
            uint64_t *bits = own->rows[i].bits;
            bool is_read = scanf("%d", &own->rows[i].place) == 1;
            for (int k = 0; k < POL_TRAIT_WORDS && is_read; k++)
                is_read = scanf("%" SCNx64, &bits[k]) == 1;
            if (!is_read)
                exit(2);
        }
    }
}

int main(int argc, char **argv)
{
    static training all;
    static sums mean;
    if (argc < 2)
        return 2;
    read_rows(&all);
    for (int round = 0; round < ROUNDS; round++)
        train(&all, atoi(argv[1]), argc > 2 ? atoi(argv[2]) : -1, round, &mean);
    printf("/* weights.c - what each trait of a line speaks for, learnt from the labelled "
           "files below\n * tests/splitting (tests/splitting/learn). */\n"
           "#include \"document/split/model.h\"\n\n/* clang-format off */\n"
           "const pol_split_weights pol_split_learnt = {\n{");
    for (int n = 0; n < POL_TRAIT_NEIGHBOURS; n++) {
        print_rows(&mean.traits[n][0][0], POL_TRAIT_COUNT, POL_PLACE_COUNT);
        printf("%s\n", n + 1 < POL_TRAIT_NEIGHBOURS ? "," : "},");
    }
    printf("{");
    for (int blanks = 0; blanks < 3; blanks++) {
        print_rows(&mean.steps[blanks][0][0], POL_PLACE_COUNT, POL_PLACE_COUNT);
        printf("%s\n", blanks < 2 ? "," : "}};");
    }
    return 0;
}
