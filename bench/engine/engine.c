/* engine.c - passages, questions and answers of the engines' protocol. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench/engine/engine.h"

struct engine_answer {
    char ids[ENGINE_HITS * 512];
    size_t size;
    volatile unsigned seen; /* so that texts are really read */
};

static const char *const operations[] = {[ENGINE_ANY] = "any",
                                         [ENGINE_ALL] = "all",
                                         [ENGINE_PHRASE] = "phrase",
                                         [ENGINE_PREFIX] = "prefix"};

void engine_die(const char *what, const char *why)
{
    fprintf(stderr, "engine: %s: %s\n", what, why);
    exit(2);
}

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void engine_read_passages(const char *path, void (*take)(void *, const engine_passage *),
                          void *context)
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t size;
    FILE *file = fopen(path, "r");
    if (!file)
        engine_die(path, strerror(errno));
    while ((size = getline(&line, &capacity, file)) > 0) {
        size -= line[size - 1] == '\n';
        line[size] = '\0';
        char *tab = strchr(line, '\t');
        if (!tab)
            engine_die(path, "a line without a tab");
        *tab = '\0';
        take(context, &(engine_passage){.id = line,
                                        .id_size = (size_t)(tab - line),
                                        .text = tab + 1,
                                        .text_size = (size_t)(line + size - tab - 1)});
    }
    free(line);
    fclose(file);
}

void engine_add_hit(engine_answer *answer, const char *id, size_t id_size, const char *text,
                    size_t text_size)
{
    if (answer->size + id_size + 2 > sizeof answer->ids)
        engine_die("an answer", "too many hits, or ids too long");
    if (answer->size)
        answer->ids[answer->size++] = ' ';
    memcpy(answer->ids + answer->size, id, id_size);
    answer->size += id_size;
    unsigned sum = 0;
    for (size_t i = 0; i < text_size; i += 64)
        sum += (unsigned char)text[i];
    answer->seen += sum;
}

static void append(char query[ENGINE_QUERY_MAX], size_t *size, const char *text)
{
    size_t more = strlen(text);
    if (*size + more >= ENGINE_QUERY_MAX)
        engine_die("a query", "too long");
    memcpy(query + *size, text, more + 1);
    *size += more;
}

void engine_join(const engine_question *question, const char *before, const char *joint,
                 const char *behind, const char *after, char query[ENGINE_QUERY_MAX])
{
    size_t size = 0;
    append(query, &size, before);
    for (size_t i = 0; i < question->count; i++) {
        append(query, &size, i ? joint : "");
        append(query, &size, question->words[i]);
        append(query, &size, behind);
    }
    append(query, &size, after);
}

/* Cuts `line` into its words; `text` stays whole. */
static void read_question(char *line, char *text, engine_question *question)
{
    char *tab = strchr(line, '\t'), *rest = NULL;
    size_t operation = 0;
    if (!tab)
        engine_die("a question", "has no tab");
    *tab = '\0';
    while (operation < sizeof operations / sizeof *operations &&
           strcmp(operations[operation], line) != 0)
        operation++;
    if (operation == sizeof operations / sizeof *operations)
        engine_die(line, "no such operation");
    strcpy(text, tab + 1);
    *question = (engine_question){.operation = (engine_operation)operation, .text = text};
    for (char *word = strtok_r(tab + 1, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        if (question->count == ENGINE_WORDS_MAX)
            engine_die("a question", "too many words");
        question->words[question->count++] = word;
    }
}

static void answer_all(const engine *own, void *opened)
{
    static char line[ENGINE_QUESTION_MAX], text[ENGINE_QUESTION_MAX];
    static engine_question question;
    static engine_answer answer;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        read_question(line, text, &question);
        answer.size = 0;
        int64_t started = now_ns();
        own->ask(opened, &question, &answer);
        int64_t taken = now_ns() - started;
        printf("%lld\t%.*s\n", (long long)taken, (int)answer.size, answer.ids);
        fflush(stdout);
    }
}

int engine_main(int argc, char **argv, const engine *own)
{
    if (argc == 4 && strcmp(argv[1], "build") == 0) {
        own->build(argv[2], argv[3]);
        return 0;
    }
    if (argc != 3 || strcmp(argv[1], "answer") != 0)
        engine_die("usage", "ENGINE build PASSAGES INDEX | ENGINE answer INDEX");
    void *opened = own->open(argv[2]);
    answer_all(own, opened);
    own->close(opened);
    return 0;
}
