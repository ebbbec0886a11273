/* fts5.c - indexing and queries against SQLite FTS5, the same text in the same run.
 *
 *   bench-fts5 POLINDEX MOTIONS.jsonl [ROUNDS]
 *
 * The motions are cut into passages once, untimed; FTS5 (porter stems) gets exactly those,
 * title included, in one transaction. polindex reads the JSON Lines itself, so its figure
 * includes parsing and recognising. Both build in a process of their own, in alternation;
 * wall and processor time are the process's. Queries run in this process, both engines
 * in alternation, ten best passages each, text of the hits fetched. Medians are printed.
 *
 * Exit status: 0; 77 where the motions are not there; 2 for an error. */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/analysis.h"
#include "indexer/json_lines.h"
#include "search/search.h"

enum { ROUNDS_MAX = 99, PER_CLASS = 30, WORDS_MAX = 8, REPEATS = 5, CLASS_COUNT = 6 };

typedef struct passage {
    pol_span title, text;
} passage;

typedef struct corpus {
    pol_arena arena;
    passage *passages;
    size_t count, capacity;
    size_t text_bytes, documents;
} corpus;

static void die(const char *what, const char *why)
{
    fprintf(stderr, "bench-fts5: %s: %s\n", what, why);
    exit(2);
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int by_number(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, by_number);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

/* --- the text ----------------------------------------------------------------------- */

static void keep_item(corpus *all, const pol_item *item)
{
    for (size_t i = 0; i < item->document_count; i++) {
        const pol_document *document = &item->documents[i].stored.document;
        pol_span title = pol_arena_copy(&all->arena, document->title.text);
        all->documents++;
        for (size_t j = 0; j < document->passage_count; j++) {
            passage *grown = pol_arena_grow(&all->arena, all->passages, all->count, &all->capacity,
                                            sizeof *grown);
            pol_span text = pol_arena_copy(&all->arena, document->passages[j].text);
            if (!grown || !text.data)
                die("passages", "out of memory");
            all->passages = grown;
            grown[all->count++] = (passage){title, text};
            all->text_bytes += text.size;
        }
    }
}

static void read_corpus(corpus *all, const char *path)
{
    pol_line_stream *stream;
    pol_intake intake = {0};
    pol_error error;
    bool has_more = true;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        printf("bench-fts5: skipped, there is no '%s'\n", path);
        exit(77);
    }
    pol_arena_init(&all->arena, (size_t)4 << 30);
    if (pol_line_stream_new(file, &stream, &error) != POL_OK ||
        pol_sandbox_new(NULL, &intake.sandbox, &error) != POL_OK)
        die(path, error.text);
    while (has_more) {
        pol_item *item = pol_item_new();
        if (!item || pol_line_stream_next(stream, item, &has_more, &error) != POL_OK)
            die(path, "cannot read it");
        item->format = POL_FORMAT_JSON_LINES;
        if (has_more)
            pol_item_take(item, &intake);
        keep_item(all, item);
        pol_item_free(item);
    }
    pol_sandbox_free(intake.sandbox);
    pol_line_stream_free(stream);
}

/* --- building ----------------------------------------------------------------------- */

static void run_sql(sqlite3 *database, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK)
        die("sqlite", message);
}

static void build_fts5(const corpus *all, const char *path)
{
    sqlite3 *database;
    sqlite3_stmt *insert;
    if (sqlite3_open(path, &database) != SQLITE_OK)
        die(path, "cannot open");
    run_sql(database, "CREATE VIRTUAL TABLE passages USING fts5(title, text, tokenize='porter')");
    run_sql(database, "BEGIN");
    sqlite3_prepare_v2(database, "INSERT INTO passages VALUES (?, ?)", -1, &insert, NULL);
    for (size_t i = 0; i < all->count; i++) {
        const passage *row = &all->passages[i];
        sqlite3_bind_text(insert, 1, row->title.data, (int)row->title.size, SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, row->text.data, (int)row->text.size, SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE)
            die("sqlite", sqlite3_errmsg(database));
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run_sql(database, "COMMIT");
    run_sql(database, "INSERT INTO passages(passages) VALUES ('optimize')");
    sqlite3_close(database);
}

typedef struct cost {
    double wall[ROUNDS_MAX], processor[ROUNDS_MAX], peak_mb[ROUNDS_MAX];
} cost;

/* Waits for the child and notes what it cost. */
static void note_cost(pid_t child, double started, cost *costs, size_t round)
{
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
        die("a build", "failed");
    costs->wall[round] = now_seconds() - started;
    costs->processor[round] = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    costs->peak_mb[round] = (double)usage.ru_maxrss / 1024;
}

static void time_fts5(const corpus *all, const char *path, cost *costs, size_t round)
{
    double started = now_seconds();
    pid_t child = fork();
    if (child == 0) {
        build_fts5(all, path);
        _exit(0);
    }
    note_cost(child, started, costs, round);
}

static void time_polindex(const char *program, const char *motions, const char *index, cost *costs,
                          size_t round)
{
    double started = now_seconds();
    pid_t child = fork();
    if (child == 0) {
        execl(program, program, "--quiet", "--index", index, motions, (char *)NULL);
        die(program, strerror(errno));
    }
    note_cost(child, started, costs, round);
}

/* --- queries ------------------------------------------------------------------------ */

typedef struct query_pair {
    char ours[512], theirs[512];
} query_pair;

typedef struct query_class {
    const char *name;
    size_t least, most; /* words */
    const char *joint;  /* between the words, in FTS5's language and in ours */
    bool is_phrase, is_rare, is_any;
} query_class;

static const query_class classes[CLASS_COUNT] = {
    {"rare word", 1, 1, " ", false, true, false},
    {"common word", 1, 1, " ", false, false, false},
    {"two words OR", 2, 2, " OR ", false, false, true},
    {"two words AND", 2, 2, " AND ", false, false, false},
    {"phrase", 2, 2, " ", true, false, false},
    {"question of 4-8 words", 4, 8, " OR ", false, false, true},
};

/* A repeatable choice: the same queries in every run. */
static size_t choose(uint64_t *seed, size_t below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(*seed >> 33) % below;
}

/* Words of `text` from a random place on, one after the other; stop words left out unless
 * they stand inside a phrase. Returns how many. */
static size_t pick_words(pol_analyser *analyser, pol_span text, uint64_t *seed, size_t wanted,
                         bool is_phrase, char words[WORDS_MAX][POL_WORD_MAX + 1])
{
    pol_token token;
    size_t count = 0, skip = choose(seed, 20);
    uint32_t last = 0;
    pol_analyser_begin(analyser, text);
    while (count < wanted && pol_analyser_next(analyser, &token)) {
        bool is_plain = token.part_count == 0 && token.word.size > 3 &&
                        strspn(token.word.data, "abcdefghijklmnopqrstuvwxyz") >= token.word.size;
        if (skip > 0) {
            skip--;
            continue;
        }
        if (!is_plain || pol_is_stop_word(token.word) ||
            (is_phrase && count && token.position != last + 1)) {
            count = is_phrase ? 0 : count;
            continue;
        }
        last = token.position;
        snprintf(words[count++], POL_WORD_MAX + 1, "%.*s", POL_SPAN_ARGS(token.word));
    }
    return count;
}

static uint32_t frequency(pol_index *index, const char *word)
{
    uint32_t documents = 0;
    if (pol_index_frequency(index, "", pol_span_of(word), &documents, NULL) != POL_OK)
        return 0;
    return documents;
}

static void write_query(const query_class *kind, char words[WORDS_MAX][POL_WORD_MAX + 1],
                        size_t count, query_pair *out)
{
    int ours = 0, theirs = 0;
    const char *quote = kind->is_phrase ? "\"" : "";
    const char *our_joint = kind->is_any && count == 2 ? " OR " : " ";
    ours += snprintf(out->ours, sizeof out->ours, "%s", quote);
    theirs += snprintf(out->theirs, sizeof out->theirs, "%s", quote);
    for (size_t i = 0; i < count; i++) {
        ours += snprintf(out->ours + ours, sizeof out->ours - (size_t)ours, "%s%s",
                         i ? our_joint : "", words[i]);
        theirs += snprintf(out->theirs + theirs, sizeof out->theirs - (size_t)theirs, "%s%s",
                           i ? kind->joint : "", words[i]);
    }
    snprintf(out->ours + ours, sizeof out->ours - (size_t)ours, "%s", quote);
    snprintf(out->theirs + theirs, sizeof out->theirs - (size_t)theirs, "%s", quote);
}

static void make_queries(const corpus *all, pol_index *index, const query_class *kind,
                         query_pair queries[PER_CLASS])
{
    pol_analyser *analyser;
    pol_error error;
    uint64_t seed = 20240229 + (uint64_t)(kind - classes);
    char words[WORDS_MAX][POL_WORD_MAX + 1];
    if (pol_analyser_new("en", &analyser, &error) != POL_OK)
        die("analyser", error.text);
    for (size_t made = 0; made < PER_CLASS;) {
        const passage *source = &all->passages[choose(&seed, all->count)];
        size_t wanted = kind->least + choose(&seed, kind->most - kind->least + 1);
        if (pick_words(analyser, source->text, &seed, wanted, kind->is_phrase, words) < wanted)
            continue;
        uint32_t documents = wanted == 1 ? frequency(index, words[0]) : 0;
        if (wanted == 1 && (kind->is_rare ? documents > 20 : documents < all->count / 50))
            continue;
        write_query(kind, words, wanted, &queries[made++]);
    }
    pol_analyser_free(analyser);
}

static double ask_ours(pol_index *index, const query_class *kind, const query_pair *query)
{
    pol_results *results;
    pol_error error;
    const pol_search_options options = {.count = 10,
                                        .match = kind->is_any ? POL_MATCH_ANY : POL_MATCH_ALL};
    double started = now_seconds();
    if (pol_search(index, pol_span_of(query->ours), &options, &results, &error) != POL_OK)
        die(query->ours, error.text);
    size_t seen = 0;
    for (size_t i = 0; i < results->hit_count; i++)
        seen += results->hits[i].stored->document.display_title.size;
    double taken = now_seconds() - started;
    if (results->hit_count && !seen)
        die(query->ours, "hits without titles");
    pol_results_free(results);
    return taken;
}

static double ask_fts5(sqlite3_stmt *statement, const query_pair *query)
{
    double started = now_seconds();
    size_t seen = 0;
    sqlite3_bind_text(statement, 1, query->theirs, -1, SQLITE_STATIC);
    int step;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW)
        seen += (size_t)sqlite3_column_bytes(statement, 1);
    if (step != SQLITE_DONE)
        die(query->theirs, "FTS5 cannot run it");
    sqlite3_reset(statement);
    double taken = now_seconds() - started;
    (void)seen;
    return taken;
}

static void time_class(const corpus *all, pol_index *index, sqlite3_stmt *statement,
                       const query_class *kind)
{
    static query_pair queries[PER_CLASS];
    static double ours[PER_CLASS * REPEATS], theirs[PER_CLASS * REPEATS];
    make_queries(all, index, kind, queries);
    for (size_t i = 0; i < PER_CLASS; i++) {
        ask_ours(index, kind, &queries[i]);
        ask_fts5(statement, &queries[i]);
    }
    for (size_t repeat = 0; repeat < REPEATS; repeat++)
        for (size_t i = 0; i < PER_CLASS; i++) {
            ours[repeat * PER_CLASS + i] = ask_ours(index, kind, &queries[i]);
            theirs[repeat * PER_CLASS + i] = ask_fts5(statement, &queries[i]);
        }
    double us = median(ours, PER_CLASS * REPEATS) * 1e3;
    double them = median(theirs, PER_CLASS * REPEATS) * 1e3;
    printf("  %-24s %9.3f ms %9.3f ms   %6.2f\n", kind->name, us, them, us / them);
}

static void time_queries(const corpus *all, const char *index_path, const char *database_path)
{
    pol_index *index;
    pol_error error;
    sqlite3 *database;
    sqlite3_stmt *statement;
    if (pol_index_open(index_path, &index, &error) != POL_OK)
        die(index_path, error.text);
    if (sqlite3_open(database_path, &database) != SQLITE_OK ||
        sqlite3_prepare_v2(database,
                           "SELECT title, text FROM passages WHERE passages MATCH ? "
                           "ORDER BY rank LIMIT 10",
                           -1, &statement, NULL) != SQLITE_OK)
        die(database_path, sqlite3_errmsg(database));
    printf("\nqueries (medians of %d)          polsearch        FTS5    ratio\n",
           PER_CLASS * REPEATS);
    for (size_t i = 0; i < CLASS_COUNT; i++)
        time_class(all, index, statement, &classes[i]);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    pol_index_free(index);
}

/* --- the run ------------------------------------------------------------------------ */

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static uint64_t total_bytes;

static int add_size(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)path, (void)place;
    total_bytes += kind == FTW_F ? (uint64_t)status->st_size : 0;
    return 0;
}

static double size_mb(const char *path)
{
    total_bytes = 0;
    nftw(path, add_size, 16, FTW_PHYS);
    return (double)total_bytes / 1e6;
}

static void print_builds(cost costs[2], size_t rounds, const char *index, const char *database)
{
    double ours, theirs;
    printf("\nindexing (medians of %zu)          polindex        FTS5    ratio\n", rounds);
    ours = median(costs[0].wall, rounds), theirs = median(costs[1].wall, rounds);
    printf("  %-24s %9.2f s  %9.2f s    %6.2f\n", "wall", ours, theirs, ours / theirs);
    ours = median(costs[0].processor, rounds), theirs = median(costs[1].processor, rounds);
    printf("  %-24s %9.2f s  %9.2f s    %6.2f\n", "processor", ours, theirs, ours / theirs);
    ours = median(costs[0].peak_mb, rounds), theirs = median(costs[1].peak_mb, rounds);
    printf("  %-24s %9.0f MB %9.0f MB   %6.2f\n", "peak memory", ours, theirs, ours / theirs);
    ours = size_mb(index), theirs = size_mb(database);
    printf("  %-24s %9.1f MB %9.1f MB   %6.2f\n", "size on disk", ours, theirs, ours / theirs);
}

int main(int argc, char **argv)
{
    if (argc < 3 || argc > 4)
        die("usage", "bench-fts5 POLINDEX MOTIONS.jsonl [ROUNDS]");
    size_t rounds = argc > 3 ? (size_t)strtoul(argv[3], NULL, 10) : 3;
    if (rounds < 1 || rounds > ROUNDS_MAX)
        die("ROUNDS", "must be from 1 to 99");
    char folder[] = "/tmp/polsearch-bench-XXXXXX";
    char index[PATH_MAX], database[PATH_MAX];
    if (!mkdtemp(folder))
        die(folder, strerror(errno));
    snprintf(index, sizeof index, "%s/index", folder);
    snprintf(database, sizeof database, "%s/fts5.db", folder);
    corpus all = {0};
    read_corpus(&all, argv[2]);
    printf("%zu motions, %zu passages, %.1f MB of text; SQLite %s, Xapian %s\n", all.documents,
           all.count, (double)all.text_bytes / 1e6, sqlite3_libversion(), xc_xapian_version());
    static cost costs[2];
    for (size_t round = 0; round < rounds; round++) {
        nftw(index, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
        remove(database);
        time_polindex(argv[1], argv[2], index, &costs[0], round);
        time_fts5(&all, database, &costs[1], round);
    }
    print_builds(costs, rounds, index, database);
    time_queries(&all, index, database);
    nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    pol_arena_done(&all.arena);
    return 0;
}
