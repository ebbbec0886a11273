/* postgres.c - PostgreSQL: a stored tsvector, a GIN index over it, ts_rank.
 *
 * INDEX is the folder with the socket of a server that runs, whose database is "bench". Its
 * statement is prepared once. */
#include <libpq-fe.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "bench/engine/engine.h"

static PGconn *connect_to(const char *folder)
{
    const char *const names[] = {"host", "dbname", "user", NULL};
    const char *const values[] = {folder, "bench", "bench", NULL};
    PGconn *connection = PQconnectdbParams(names, values, 0);
    if (PQstatus(connection) != CONNECTION_OK)
        engine_die(folder, PQerrorMessage(connection));
    return connection;
}

static void run(PGconn *connection, const char *sql, ExecStatusType expected)
{
    PGresult *result = PQexec(connection, sql);
    if (PQresultStatus(result) != expected)
        engine_die(sql, PQerrorMessage(connection));
    PQclear(result);
}

/* COPY's text format, in which a backslash escapes. */
static void add(void *context, const engine_passage *passage)
{
    PGconn *connection = context;
    static char line[1 << 22];
    size_t size = 0;
    if (passage->id_size + 2 * passage->text_size + 2 > sizeof line)
        engine_die(passage->id, "too long");
    memcpy(line, passage->id, passage->id_size);
    size += passage->id_size;
    line[size++] = '\t';
    for (size_t i = 0; i < passage->text_size; i++) {
        if (passage->text[i] == '\\')
            line[size++] = '\\';
        line[size++] = passage->text[i];
    }
    line[size++] = '\n';
    if (PQputCopyData(connection, line, (int)size) != 1)
        engine_die("copy", PQerrorMessage(connection));
}

static void build(const char *passages, const char *index)
{
    PGconn *connection = connect_to(index);
    run(connection,
        "CREATE TABLE passages (id text NOT NULL, text text NOT NULL, words tsvector "
        "GENERATED ALWAYS AS (to_tsvector('english', text)) STORED)",
        PGRES_COMMAND_OK);
    run(connection, "COPY passages (id, text) FROM STDIN", PGRES_COPY_IN);
    engine_read_passages(passages, add, connection);
    if (PQputCopyEnd(connection, NULL) != 1)
        engine_die("copy", PQerrorMessage(connection));
    PGresult *result;
    while ((result = PQgetResult(connection))) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK)
            engine_die("copy", PQerrorMessage(connection));
        PQclear(result);
    }
    run(connection, "CREATE INDEX ON passages USING gin (words)", PGRES_COMMAND_OK);
    run(connection, "VACUUM ANALYZE passages", PGRES_COMMAND_OK);
    PQfinish(connection);
}

static void *open_index(const char *index)
{
    PGconn *connection = connect_to(index);
    PGresult *result =
        PQprepare(connection, "ask",
                  "SELECT id, text FROM passages, to_tsquery($1::text::regconfig, $2) AS wanted "
                  "WHERE words @@ wanted ORDER BY ts_rank(words, wanted) DESC LIMIT 10",
                  2, NULL);
    if (PQresultStatus(result) != PGRES_COMMAND_OK)
        engine_die("prepare", PQerrorMessage(connection));
    PQclear(result);
    return connection;
}

static void ask(void *context, const engine_question *question, engine_answer *answer)
{
    static const char *const joints[] = {[ENGINE_ANY] = " | ",
                                         [ENGINE_ALL] = " & ",
                                         [ENGINE_PHRASE] = " <-> ",
                                         [ENGINE_PREFIX] = ""};
    static char query[ENGINE_QUERY_MAX];
    bool is_prefix = question->operation == ENGINE_PREFIX; /* of stems, not itself stemmed */
    const char *const values[] = {is_prefix ? "simple" : "english", query};
    engine_join(question, "", joints[question->operation], is_prefix ? ":*" : "", "", query);
    PGresult *result = PQexecPrepared(context, "ask", 2, values, NULL, NULL, 0);
    if (PQresultStatus(result) != PGRES_TUPLES_OK)
        engine_die(query, PQerrorMessage(context));
    for (int row = 0; row < PQntuples(result); row++)
        engine_add_hit(answer, PQgetvalue(result, row, 0), (size_t)PQgetlength(result, row, 0),
                       PQgetvalue(result, row, 1), (size_t)PQgetlength(result, row, 1));
    PQclear(result);
}

static void close_index(void *context)
{
    PQfinish(context);
}

int main(int argc, char **argv)
{
    return engine_main(
        argc, argv,
        &(engine){.build = build, .open = open_index, .ask = ask, .close = close_index});
}
