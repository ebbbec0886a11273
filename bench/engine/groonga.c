/* groonga.c - Groonga as a library: words by TokenBigram, which keeps alphabetic words whole, its
 * stemmer, tf-idf; the texts are loaded first and indexed in one go, which is its fast way. */
#include <groonga.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/engine/engine.h"

typedef struct opened_groonga {
    grn_ctx context;
    grn_obj *database;
} opened_groonga;

static const char *const schema[] = {
    "plugin_register token_filters/stem",
    "table_create Passages TABLE_NO_KEY",
    "column_create Passages id COLUMN_SCALAR ShortText",
    "column_create Passages text COLUMN_SCALAR|COMPRESS_ZLIB Text",
};
static const char *const indexes[] = {
    "table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram "
    "--normalizer NormalizerAuto --token_filters TokenFilterStem",
    "column_create Terms passages COLUMN_INDEX|WITH_POSITION Passages text",
};

static const char *run(grn_ctx *context, const char *command, unsigned *ret_size)
{
    char *out;
    int flags;
    grn_ctx_send(context, command, (unsigned)strlen(command), 0);
    if (context->rc != GRN_SUCCESS)
        engine_die(command, context->errbuf);
    grn_ctx_recv(context, &out, ret_size, &flags);
    if (context->rc != GRN_SUCCESS)
        engine_die(command, context->errbuf);
    return out;
}

typedef struct loading {
    grn_ctx *context;
    grn_obj *table, *id, *text, value;
} loading;

static void add(void *context, const engine_passage *passage)
{
    loading *load = context;
    grn_id row = grn_table_add(load->context, load->table, NULL, 0, NULL);
    GRN_TEXT_SET(load->context, &load->value, passage->id, passage->id_size);
    grn_obj_set_value(load->context, load->id, row, &load->value, GRN_OBJ_SET);
    GRN_TEXT_SET(load->context, &load->value, passage->text, passage->text_size);
    grn_obj_set_value(load->context, load->text, row, &load->value, GRN_OBJ_SET);
    if (load->context->rc != GRN_SUCCESS)
        engine_die(passage->id, load->context->errbuf);
}

static void run_all(grn_ctx *context, const char *const *commands, size_t count)
{
    unsigned size;
    for (size_t i = 0; i < count; i++)
        run(context, commands[i], &size);
}

static void build(const char *passages, const char *index)
{
    grn_ctx context;
    grn_init();
    grn_ctx_init(&context, 0);
    grn_obj *database = grn_db_create(&context, index, NULL);
    if (!database)
        engine_die(index, context.errbuf);
    run_all(&context, schema, sizeof schema / sizeof *schema);
    loading load = {.context = &context,
                    .table = grn_ctx_get(&context, "Passages", -1),
                    .id = grn_ctx_get(&context, "Passages.id", -1),
                    .text = grn_ctx_get(&context, "Passages.text", -1)};
    GRN_TEXT_INIT(&load.value, 0);
    engine_read_passages(passages, add, &load);
    GRN_OBJ_FIN(&context, &load.value);
    run_all(&context, indexes, sizeof indexes / sizeof *indexes);
    grn_obj_close(&context, database);
    grn_ctx_fin(&context);
    grn_fin();
}

static void *open_index(const char *index)
{
    opened_groonga *opened = calloc(1, sizeof *opened);
    grn_init();
    if (!opened)
        engine_die(index, "out of memory");
    grn_ctx_init(&opened->context, 0);
    opened->database = grn_db_open(&opened->context, index);
    if (!opened->database)
        engine_die(index, opened->context.errbuf);
    return opened;
}

/* [[[COUNT],[["_id",...],...],["ID","TEXT"],...]]: the rows stand behind the names of columns.
 * Ids hold nothing that JSON escapes; the end of a text is the quote that ends the row. */
static void read_rows(const char *out, unsigned size, engine_answer *answer)
{
    const char *end = out + size, *at = memmem(out, size, "]],", 3);
    while (at && (at = memmem(at, (size_t)(end - at), "[\"", 2))) {
        const char *id = at + 2;
        const char *id_end = memchr(id, '"', (size_t)(end - id));
        const char *stop = id_end ? memmem(id_end, (size_t)(end - id_end), "\"]", 2) : NULL;
        if (!stop)
            engine_die("an answer", "not as expected");
        while (stop && stop[-1] == '\\')
            stop = memmem(stop + 1, (size_t)(end - stop - 1), "\"]", 2);
        engine_add_hit(answer, id, (size_t)(id_end - id), id_end, (size_t)(stop - id_end));
        at = stop;
    }
}

static void ask(void *context, const engine_question *question, engine_answer *answer)
{
    static const char *const forms[][3] = {/* before, between, behind all */
                                           [ENGINE_ANY] = {"", " OR ", ""},
                                           [ENGINE_ALL] = {"", " ", ""},
                                           [ENGINE_PHRASE] = {"\\\"", " ", "\\\""},
                                           [ENGINE_PREFIX] = {"", " ", "*"}};
    static char query[ENGINE_QUERY_MAX], command[ENGINE_QUERY_MAX + 512];
    opened_groonga *opened = context;
    unsigned size;
    const char *const *form = forms[question->operation];
    engine_join(question, form[0], form[1], "", form[2], query);
    snprintf(command, sizeof command,
             "select Passages --match_columns 'scorer_tf_idf(text)' --query \"%s\" "
             "--sort_keys -_score --output_columns id,text --limit 10 --cache no",
             query);
    const char *out = run(&opened->context, command, &size);
    read_rows(out, size, answer);
}

static void close_index(void *context)
{
    opened_groonga *opened = context;
    grn_obj_close(&opened->context, opened->database);
    grn_ctx_fin(&opened->context);
    grn_fin();
    free(opened);
}

int main(int argc, char **argv)
{
    return engine_main(
        argc, argv,
        &(engine){.build = build, .open = open_index, .ask = ask, .close = close_index});
}
