/* analysis.c - how fast text becomes tokens, against the least that any indexer does.
 *
 * The least: words split at whatever is no ASCII letter, digit or byte above 0x7F,
 * ASCII letters folded, each stemmed by libstemmer behind the same word cache. Both
 * run over the same text in turn; the medians of several runs are compared. The texts
 * are the motions of $POLSEARCH_SHARED/parliament/motions.jsonl (default ../shared),
 * as they are and with 5% of the characters made non-ASCII.
 *
 * Prints one line a text: megabytes a second of both, and the ratio. Exits 0; 77 with
 * one line where the motions are absent; 1 on any other failure. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/analysis.h"
#include "core/buffer.h"
#include "core/word_cache.h"

enum { RUNS = 9, TEXT_MAX = 1 << 28, EXIT_ABSENT = 77 };

typedef struct timing {
    double seconds[RUNS];
} timing;

static double now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static int compare_doubles(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double median(timing *times)
{
    qsort(times->seconds, RUNS, sizeof *times->seconds, compare_doubles);
    return times->seconds[RUNS / 2];
}

/* Title and text of each motion, a line each. False where the file is absent. */
static bool load_motions(const char *path, pol_buffer *text)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, file) > 0) {
        json_t *motion = json_loads(line, 0, NULL);
        static const char *const fields[] = {"title", "text"};
        for (size_t i = 0; i < 2; i++) {
            const char *value = json_string_value(json_object_get(motion, fields[i]));
            pol_buffer_add_text(text, value ? value : "");
            pol_buffer_add_byte(text, '\n');
        }
        json_decref(motion);
    }
    free(line);
    fclose(file);
    return true;
}

/* Curly punctuation and accented letters, as documents have them. */
static const char *const substitutes[128] = {
    ['\''] = "\xE2\x80\x99", ['"'] = "\xE2\x80\x9C", ['-'] = "\xE2\x80\x90", ['a'] = "\xC3\xA1",
    ['c'] = "\xC3\xA7",      ['e'] = "\xC3\xA9",     ['i'] = "\xC3\xAF",     ['n'] = "\xC3\xB1",
    ['o'] = "\xC3\xB4",      ['u'] = "\xC3\xBC",     ['A'] = "\xC3\x80",     ['E'] = "\xC3\x89",
};

/* Replaces every twentieth character, or the next one that has a substitute. */
static void make_foreign(pol_span text, pol_buffer *out)
{
    size_t due = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        bool is_start = (byte & 0xC0) != 0x80;
        due += is_start;
        if (byte >= 0x80)
            due -= is_start && due >= 20 ? 20 : 0;
        if (byte < 0x80 && due >= 20 && substitutes[byte]) {
            pol_buffer_add_text(out, substitutes[byte]);
            due -= 20;
        } else {
            pol_buffer_add_byte(out, text.data[i]);
        }
    }
}

static double foreign_share(pol_span text)
{
    size_t characters = 0, foreign = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        characters += (byte & 0xC0) != 0x80;
        foreign += byte >= 0xC0;
    }
    return characters ? 100.0 * (double)foreign / (double)characters : 0;
}

typedef struct word_splitter {
    pol_word_cache *cache;
    unsigned char folds[256]; /* 0: no part of a word */
} word_splitter;

static void splitter_init(word_splitter *splitter)
{
    memset(splitter->folds, 0, sizeof splitter->folds);
    for (int c = 0; c < 256; c++)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80)
            splitter->folds[c] = (unsigned char)c;
        else if (c >= 'A' && c <= 'Z')
            splitter->folds[c] = (unsigned char)(c + 32);
}

/* Bytes of all stems, so that nothing of the work can be left out. */
static size_t split_and_stem(word_splitter *splitter, pol_span text)
{
    const unsigned char *at = (const unsigned char *)text.data, *end = at + text.size;
    size_t total = 0;
    while (at < end) {
        char word[POL_WORD_MAX];
        size_t size = 0;
        for (; at < end && splitter->folds[*at]; at++)
            if (size < sizeof word)
                word[size++] = (char)splitter->folds[*at];
        if (size > POL_CACHED_WORD_MAX) {
            total += pol_word_cache_stem(splitter->cache, pol_span_make(word, size)).size;
        } else if (size > 0) {
            pol_word_key key = {{0}};
            memcpy(&key, word, size);
            total += pol_word_cache_find(splitter->cache, &key, size)->stem_size;
        }
        at++;
    }
    return total;
}

static size_t analyse(pol_analyser *analyser, pol_span text)
{
    size_t total = 0;
    pol_token token;
    pol_analyser_begin(analyser, text);
    while (pol_analyser_next(analyser, &token))
        total += token.stem.size;
    return total;
}

static void compare(const char *name, pol_span text, word_splitter *splitter,
                    pol_analyser *analyser)
{
    timing split, analysed;
    size_t stems = 0;
    for (size_t run = 0; run < RUNS; run++) {
        double start = now_seconds();
        stems += split_and_stem(splitter, text);
        double between = now_seconds();
        stems += analyse(analyser, text);
        split.seconds[run] = between - start;
        analysed.seconds[run] = now_seconds() - between;
    }
    double megabytes = (double)text.size / 1e6;
    double split_speed = megabytes / median(&split), speed = megabytes / median(&analysed);
    printf("%-10s %6.1f MB, %4.1f%% non-ASCII: analysis %6.1f MB/s, split and stem %6.1f MB/s, "
           "ratio %.2f (%zu bytes of stems)\n",
           name, megabytes, foreign_share(text), speed, split_speed, speed / split_speed, stems);
}

static int measure(const pol_buffer *motions, const pol_buffer *foreign)
{
    pol_error error;
    word_splitter splitter;
    pol_analyser *analyser = NULL;
    if (pol_word_cache_new("en", &splitter.cache, &error) != POL_OK) {
        fprintf(stderr, "bench-analysis: %s\n", error.text);
        return EXIT_FAILURE;
    }
    int code = EXIT_SUCCESS;
    splitter_init(&splitter);
    if (pol_analyser_new("en", &analyser, &error) == POL_OK) {
        compare("motions", pol_buffer_span(motions), &splitter, analyser);
        compare("non-ASCII", pol_buffer_span(foreign), &splitter, analyser);
    } else {
        fprintf(stderr, "bench-analysis: %s\n", error.text);
        code = EXIT_FAILURE;
    }
    pol_analyser_free(analyser);
    pol_word_cache_free(splitter.cache);
    return code;
}

int main(void)
{
    const char *shared = getenv("POLSEARCH_SHARED");
    char path[4096];
    snprintf(path, sizeof path, "%s/parliament/motions.jsonl", shared ? shared : "../shared");
    pol_buffer motions, foreign;
    pol_buffer_init(&motions, TEXT_MAX);
    pol_buffer_init(&foreign, TEXT_MAX);
    int code = EXIT_ABSENT;
    if (!load_motions(path, &motions)) {
        printf("bench-analysis: skipped, there is no %s\n", path);
    } else {
        make_foreign(pol_buffer_span(&motions), &foreign);
        code = measure(&motions, &foreign);
    }
    pol_buffer_done(&motions);
    pol_buffer_done(&foreign);
    return code;
}
