/* engine.h - what each engine of bench/engines is to the script: a program with two commands.
 *
 *   ENGINE build PASSAGES INDEX     indexes the passages
 *   ENGINE answer INDEX             answers questions until its input ends
 *
 * PASSAGES: a line each, id, tab, text. A question: a line, its operation, tab, words with a
 * space between them. Its answer: a line, nanoseconds, tab, the ids of the ten best with spaces
 * between them. The time is that of the engine: from its words to ten ids with their texts.
 *
 * Failures are told on standard error and end the program with status 2. */
#ifndef BENCH_ENGINE_ENGINE_H
#define BENCH_ENGINE_ENGINE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    ENGINE_HITS = 10,
    ENGINE_WORDS_MAX = 512,
    ENGINE_QUESTION_MAX = 1 << 14, /* bytes */
    ENGINE_QUERY_MAX = 1 << 16     /* bytes, in an engine's own language */
};

typedef enum engine_operation {
    ENGINE_ANY,    /* ranked, one of the words is enough */
    ENGINE_ALL,    /* ranked, all of the words */
    ENGINE_PHRASE, /* one after the other */
    ENGINE_PREFIX  /* words that begin with the only one given */
} engine_operation;

typedef struct engine_question {
    engine_operation operation;
    const char *text; /* the words, a space between them */
    const char *words[ENGINE_WORDS_MAX];
    size_t count;
} engine_question;

typedef struct engine_passage {
    const char *id, *text; /* end in a zero byte */
    size_t id_size, text_size;
} engine_passage;

typedef struct engine_answer engine_answer;

typedef struct engine {
    void (*build)(const char *passages, const char *index);
    void *(*open)(const char *index);
    void (*ask)(void *opened, const engine_question *question, engine_answer *answer);
    void (*close)(void *opened);
} engine;

/* What main() returns. */
int engine_main(int argc, char **argv, const engine *own);

/* Calls `take` for each passage of the file. */
void engine_read_passages(const char *path, void (*take)(void *, const engine_passage *),
                          void *context);

/* Within ask(), the best first; the text is looked at, as a reader of the hit would. */
void engine_add_hit(engine_answer *answer, const char *id, size_t id_size, const char *text,
                    size_t text_size);

/* `before`, then the words with `joint` between them, each with `behind`, then `after`. */
void engine_join(const engine_question *question, const char *before, const char *joint,
                 const char *behind, const char *after, char query[ENGINE_QUERY_MAX]);

/* Ends the program. */
void engine_die(const char *what, const char *why) __attribute__((noreturn));

#ifdef __cplusplus
}
#endif
#endif
