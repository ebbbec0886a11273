/* learn_roles.c - words of headings with their signs and roles (roles.py) to the weights of
 * document/split/role_weights.c: an averaged perceptron over headings.
 *
 *     learn_roles EPOCHS <rows >document/split/role_weights.c
 *     learn_roles EPOCHS SET <rows >weights.c     with the headings of that set left out
 *     learn_roles EPOCHS cross <rows              what is read rightly of each set by the others
 *
 * A part of the signs is hidden each time, so that none is relied on alone, and what rules say
 * always: these rules have seen the labels. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/split/words.h"
#include "tests/splitting/learn/perceptron.h"

enum { HEADINGS_MAX = 20000 };
static const double hidden = 0.25; /* share of signs */

typedef struct word {
    int role, gap;
    uint64_t signs[POL_SIGN_WORDS];
} word;

typedef struct heading {
    int set;
    size_t count;
    word *words;
} heading;

typedef struct model {
    float signs[3][POL_SIGN_COUNT][POL_ROLE_COUNT];
    float steps[POL_GAP_COUNT][POL_ROLE_COUNT][POL_ROLE_COUNT];
} model;

typedef struct sums {
    double signs[3][POL_SIGN_COUNT][POL_ROLE_COUNT];
    double steps[POL_GAP_COUNT][POL_ROLE_COUNT][POL_ROLE_COUNT];
} sums;

typedef struct training {
    heading headings[HEADINGS_MAX];
    size_t count;
    model now;
    sums total;
    double time;
    uint64_t seed, mask[POL_SIGN_WORDS];
    double margin;
} training;

static void signs_of(const training *all, const heading *own, size_t at, uint64_t *signs)
{
    for (int i = 0; i < POL_SIGN_WORDS; i++)
        signs[i] = at < own->count ? own->words[at].signs[i] & ~all->mask[i] : 0;
    if (at >= own->count)
        signs[POL_SIGN_NONE / 64] = 1ull << (POL_SIGN_NONE % 64);
}

static void score(const training *all, const heading *own, size_t at, double *scores)
{
    memset(scores, 0, POL_ROLE_COUNT * sizeof *scores);
    for (int n = 0; n < 3; n++) {
        uint64_t signs[POL_SIGN_WORDS];
        signs_of(all, own, n == 0 ? at : n == 1 ? at - 1 : at + 1, signs);
        for (int k = 0; k < POL_SIGN_WORDS; k++)
            for (uint64_t left = signs[k]; left; left &= left - 1)
                for (int role = 0; role < POL_ROLE_COUNT; role++)
                    scores[role] += all->now.signs[n][k * 64 + __builtin_ctzll(left)][role];
    }
    for (int role = 0; role < POL_ROLE_COUNT; role++)
        scores[role] += role != own->words[at].role ? all->margin : 0;
}

static void guess(const training *all, const heading *own, int *roles)
{
    double rows[2][POL_ROLE_COUNT];
    unsigned char from[POL_SPLIT_WORDS_MAX][POL_ROLE_COUNT];
    for (size_t i = 0; i < own->count; i++) {
        double scores[POL_ROLE_COUNT];
        const double *before = rows[(i + 1) % 2];
        score(all, own, i, scores);
        for (int to = 0; to < POL_ROLE_COUNT; to++) {
            double best = i == 0 ? 0 : -1e18;
            for (int role = 0; role < POL_ROLE_COUNT && i > 0; role++) {
                double found = before[role] + (double)all->now.steps[own->words[i].gap][role][to];
                if ((role != POL_ROLE_TEXT || to == POL_ROLE_TEXT) && found > best) {
                    best = found;
                    from[i][to] = (unsigned char)role;
                }
            }
            rows[i % 2][to] = best + scores[to];
        }
    }
    int role = 0;
    for (int i = 1; i < POL_ROLE_COUNT; i++)
        role = rows[(own->count + 1) % 2][i] > rows[(own->count + 1) % 2][role] ? i : role;
    for (size_t i = own->count; i-- > 0; role = i > 0 ? from[i][role] : role)
        roles[i] = role;
}

static void change_one(training *all, float *now, double *total, double by)
{
    *now += (float)by;
    *total += by * all->time;
}

static void change(training *all, const heading *own, const int *roles, double by)
{
    for (size_t i = 0; i < own->count; i++) {
        for (int n = 0; n < 3; n++) {
            uint64_t signs[POL_SIGN_WORDS];
            signs_of(all, own, n == 0 ? i : n == 1 ? i - 1 : i + 1, signs);
            for (int k = 0; k < POL_SIGN_WORDS; k++)
                for (uint64_t left = signs[k]; left; left &= left - 1) {
                    int bit = k * 64 + __builtin_ctzll(left);
                    change_one(all, &all->now.signs[n][bit][roles[i]],
                               &all->total.signs[n][bit][roles[i]], by);
                }
        }
        if (i > 0)
            change_one(all, &all->now.steps[own->words[i].gap][roles[i - 1]][roles[i]],
                       &all->total.steps[own->words[i].gap][roles[i - 1]][roles[i]], by);
    }
}

static void hide(training *all)
{
    memset(all->mask, 0, sizeof all->mask);
    hide_some(all->mask, POL_SIGN_RULES, hidden, &all->seed);
    for (unsigned i = POL_SIGN_RULES; i < POL_SIGN_RULES + POL_ROLE_COUNT; i++)
        all->mask[i / 64] |= 1ull << (i % 64);
}

static void see(training *all, const heading *own)
{
    int guessed[POL_SPLIT_WORDS_MAX], right[POL_SPLIT_WORDS_MAX];
    bool differs = false;
    hide(all);
    guess(all, own, guessed);
    all->time++;
    for (size_t i = 0; i < own->count; i++) {
        right[i] = own->words[i].role;
        differs = differs || right[i] != guessed[i];
    }
    if (differs) {
        change(all, own, right, 1);
        change(all, own, guessed, -1);
    }
}

static void train_once(training *all, int epochs, int left_out, int round, sums *mean)
{
    size_t *order = malloc(all->count * sizeof *order), count = 0;
    if (!order)
        exit(2);
    memset(&all->now, 0, sizeof all->now);
    memset(&all->total, 0, sizeof all->total);
    all->time = 1;
    all->margin = 1;
    all->seed = seed_of(round);
    for (size_t i = 0; i < all->count; i++)
        if (all->headings[i].set != left_out)
            order[count++] = i;
    for (int epoch = 0; epoch < epochs; epoch++) {
        shuffle(order, count, &all->seed);
        for (size_t i = 0; i < count; i++)
            see(all, &all->headings[order[i]]);
    }
    add_average(&all->now.signs[0][0][0], &all->total.signs[0][0][0], all->time,
                &mean->signs[0][0][0], sizeof *mean / sizeof(double));
    free(order);
}

/* Takes the mean of a training for what is known. */
static void use(training *all, const sums *mean)
{
    float *now = &all->now.signs[0][0][0];
    const double *sum = &mean->signs[0][0][0];
    for (size_t i = 0; i < sizeof *mean / sizeof *sum; i++)
        now[i] = (float)sum[i];
    memset(all->mask, 0, sizeof all->mask);
    all->margin = 0;
}

/* The mean of several trainings. */
static void train(training *all, int epochs, int left_out, sums *mean)
{
    memset(mean, 0, sizeof *mean);
    for (int round = 0; round < ROUNDS; round++)
        train_once(all, epochs, left_out, round, mean);
}

static void read_rows(training *all)
{
    int set;
    size_t count;
    while (all->count < HEADINGS_MAX && scanf(" H %d %zu", &set, &count) == 2) {
        heading *own = &all->headings[all->count++];
        *own = (heading){set, count, calloc(count + 1, sizeof(word))};
        if (!own->words || count > POL_SPLIT_WORDS_MAX)
            exit(2);
        for (size_t i = 0; i < count; i++) {
            uint64_t *signs = own->words[i].signs;
            if (scanf("%d %d %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64, &own->words[i].role,
                      &own->words[i].gap, &signs[0], &signs[1], &signs[2], &signs[3]) != 6)
                exit(2);
        }
    }
}

/* Number, title and start of the text as in the right roles; movers and the rest aside. */
static bool is_right(const heading *own, const int *roles)
{
    for (size_t i = 0; i < own->count; i++) {
        int a = own->words[i].role, b = roles[i];
        a = a == POL_ROLE_MOVER ? POL_ROLE_OTHER : a;
        b = b == POL_ROLE_MOVER ? POL_ROLE_OTHER : b;
        if (a != b)
            return false;
    }
    return true;
}

static int by_rules(const word *own)
{
    int role = 0;
    while (role < POL_ROLE_COUNT - 1 &&
           !(own->signs[POL_SIGN_RULES / 64] >> (POL_SIGN_RULES % 64 + role) & 1))
        role++;
    return role;
}

/* By the weights of the others: of the set's headings, found[2 * by rules + by roles] are right. */
static size_t read_set(const training *all, int set, size_t *found)
{
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        int roles[POL_SPLIT_WORDS_MAX], ruled[POL_SPLIT_WORDS_MAX];
        const heading *own = &all->headings[i];
        if (own->set != set)
            continue;
        guess(all, own, roles);
        for (size_t k = 0; k < own->count; k++)
            ruled[k] = by_rules(&own->words[k]);
        found[2 * is_right(own, ruled) + is_right(own, roles)]++;
        count++;
    }
    return count;
}

static void cross(training *all, int epochs)
{
    static sums mean;
    int sets = all->count > 0 ? all->headings[all->count - 1].set : -1;
    for (int set = 0; set <= sets; set++) {
        size_t found[4] = {0};
        train(all, epochs, set, &mean);
        use(all, &mean);
        size_t count = read_set(all, set, found);
        printf("%d: of %zu rules %zu, roles %zu; only rules %zu, only roles %zu\n", set, count,
               found[2] + found[3], found[1] + found[3], found[2], found[1]);
    }
}

int main(int argc, char **argv)
{
    static training all;
    static sums mean;
    if (argc < 2)
        return 2;
    read_rows(&all);
    if (argc > 2 && strcmp(argv[2], "cross") == 0) {
        cross(&all, atoi(argv[1]));
        return 0;
    }
    train(&all, atoi(argv[1]), argc > 2 ? atoi(argv[2]) : -1, &mean);
    printf("/* role_weights.c - what each sign of a heading's word speaks for, learnt from the\n"
           " * labelled files below tests/splitting (tests/splitting/learn). */\n"
           "#include \"document/split/words.h\"\n\n/* clang-format off */\n"
           "const pol_split_role_weights pol_split_roles_learnt = {\n{");
    for (int n = 0; n < 3; n++) {
        print_rows(&mean.signs[n][0][0], POL_SIGN_COUNT, POL_ROLE_COUNT);
        printf("%s\n", n < 2 ? "," : "},");
    }
    printf("{");
    for (int gap = 0; gap < POL_GAP_COUNT; gap++) {
        print_rows(&mean.steps[gap][0][0], POL_ROLE_COUNT, POL_ROLE_COUNT);
        printf("%s\n", gap + 1 < POL_GAP_COUNT ? "," : "}};");
    }
    return 0;
}
