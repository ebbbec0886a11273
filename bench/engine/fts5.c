/* fts5.c - SQLite FTS5 with porter stems, in one transaction, optimised at the end. */
#include <sqlite3.h>
#include <stdlib.h>

#include "bench/engine/engine.h"

typedef struct opened_fts5 {
    sqlite3 *database;
    sqlite3_stmt *select;
} opened_fts5;

static void run(sqlite3 *database, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK)
        engine_die(sql, message);
}

static void add(void *context, const engine_passage *passage)
{
    sqlite3_stmt *insert = context;
    sqlite3_bind_text(insert, 1, passage->id, (int)passage->id_size, SQLITE_STATIC);
    sqlite3_bind_text(insert, 2, passage->text, (int)passage->text_size, SQLITE_STATIC);
    if (sqlite3_step(insert) != SQLITE_DONE)
        engine_die("fts5", sqlite3_errmsg(sqlite3_db_handle(insert)));
    sqlite3_reset(insert);
}

static void build(const char *passages, const char *index)
{
    sqlite3 *database;
    sqlite3_stmt *insert;
    if (sqlite3_open(index, &database) != SQLITE_OK)
        engine_die(index, "cannot open it");
    run(database,
        "CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, text, tokenize='porter')");
    run(database, "BEGIN");
    sqlite3_prepare_v2(database, "INSERT INTO passages VALUES (?, ?)", -1, &insert, NULL);
    engine_read_passages(passages, add, insert);
    sqlite3_finalize(insert);
    run(database, "COMMIT");
    run(database, "INSERT INTO passages(passages) VALUES ('optimize')");
    sqlite3_close(database);
}

static void *open_index(const char *index)
{
    opened_fts5 *opened = malloc(sizeof *opened);
    if (!opened || sqlite3_open_v2(index, &opened->database, SQLITE_OPEN_READONLY, NULL) ||
        sqlite3_prepare_v2(opened->database,
                           "SELECT id, text FROM passages WHERE passages MATCH ? "
                           "ORDER BY rank LIMIT 10",
                           -1, &opened->select, NULL) != SQLITE_OK)
        engine_die(index, "cannot open it");
    return opened;
}

static void ask(void *context, const engine_question *question, engine_answer *answer)
{
    static const char *const forms[][3] = {/* before, between, behind all */
                                           [ENGINE_ANY] = {"", " OR ", ""},
                                           [ENGINE_ALL] = {"", " AND ", ""},
                                           [ENGINE_PHRASE] = {"\"", " ", "\""},
                                           [ENGINE_PREFIX] = {"", " ", "*"}};
    static char query[ENGINE_QUERY_MAX];
    opened_fts5 *opened = context;
    const char *const *form = forms[question->operation];
    engine_join(question, form[0], form[1], "", form[2], query);
    sqlite3_bind_text(opened->select, 1, query, -1, SQLITE_STATIC);
    int step;
    while ((step = sqlite3_step(opened->select)) == SQLITE_ROW) {
        const char *id = (const char *)sqlite3_column_text(opened->select, 0);
        const char *text = (const char *)sqlite3_column_text(opened->select, 1);
        engine_add_hit(answer, id, (size_t)sqlite3_column_bytes(opened->select, 0), text,
                       (size_t)sqlite3_column_bytes(opened->select, 1));
    }
    if (step != SQLITE_DONE)
        engine_die(query, sqlite3_errmsg(opened->database));
    sqlite3_reset(opened->select);
}

static void close_index(void *context)
{
    opened_fts5 *opened = context;
    sqlite3_finalize(opened->select);
    sqlite3_close(opened->database);
    free(opened);
}

int main(int argc, char **argv)
{
    return engine_main(
        argc, argv,
        &(engine){.build = build, .open = open_index, .ask = ask, .close = close_index});
}
