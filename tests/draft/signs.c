/* signs.c - drafts to the signs by which each passage near them is judged, for train.py.
 *
 *   draft_signs INDEX < drafts.jsonl
 *
 * Of each line {"id": ..., "draft": ...} one line for each clause and passage that was compared:
 * {"id", "clause": its number, "document", "title", "year", "text": the passage's, "fate",
 * "is_past", "score", "same" and "turned": as judged now, "signs": [...], "clause_alone" and
 * "passage_alone": the words of draft/leftover.h, whether or not its table has them}. Without INDEX
 * it prints the names of the signs. Fails with a sentence on standard error and exit status 1. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "draft/check.h"
#include "draft/judge.h"
#include "draft/leftover.h"
#include "search/index.h"

enum { LINE_MAX_BYTES = 1 << 20 };

static const char *const names[] = {
#define NAME(name) #name,
    POL_SIGNS(NAME)
#undef NAME
};

static int fail(const char *what)
{
    fprintf(stderr, "draft_signs: %s\n", what);
    return 1;
}

/* What each passage is printed with. */
typedef struct watching {
    const char *id;
    pol_weigher *weigher;
    pol_status status;
    pol_error *error;
} watching;

static json_t *text_of(pol_span text)
{
    return json_stringn_nocheck(text.data ? text.data : "", text.size);
}

static json_t *alone_of(const pol_aligned_side *side, size_t from, size_t to)
{
    json_t *words = json_array();
    for (size_t i = from; i < to; i++)
        if (pol_is_left_over(side, i))
            json_array_append_new(words, text_of(side->units[i].stem));
    return words;
}

/* Aligns once more: what is shared is not kept. */
static pol_status add_alone(watching *watch, pol_span clause_text, pol_span passage_text,
                            json_t *line, pol_error *reterr)
{
    pol_arena arena;
    pol_weighed_text clause, passage;
    pol_alignment alignment;
    pol_arena_init(&arena, POL_DRAFT_ARENA_MAX);
    pol_status status = pol_weigh(watch->weigher, clause_text, &arena, &clause, reterr);
    if (status == POL_OK)
        status = pol_weigh(watch->weigher, passage_text, &arena, &passage, reterr);
    if (status == POL_OK)
        status = pol_align(&clause, &passage, NULL, &arena, &alignment, reterr);
    if (status == POL_OK) {
        json_object_set_new(line, "clause_alone",
                            alone_of(&alignment.clause, 0, alignment.clause.count));
        json_object_set_new(
            line, "passage_alone",
            alone_of(&alignment.passage, alignment.window_start, alignment.window_end));
    }
    pol_arena_done(&arena);
    return status;
}

static void print_passage(void *data, const pol_draft_clause *clause, const pol_evidence *evidence)
{
    watching *watch = data;
    const pol_comparison *comparison = &evidence->comparison;
    const pol_document *document = &evidence->stored->document;
    if (!comparison->signs || watch->status != POL_OK)
        return;
    json_t *line = json_object(), *signs = json_array();
    for (size_t i = 0; i < POL_SIGN_COUNT; i++)
        json_array_append_new(signs, json_real(comparison->signs[i]));
    json_object_set_new(line, "id", json_string(watch->id));
    json_object_set_new(line, "clause", json_integer(clause->number));
    json_object_set_new(line, "document", text_of(document->id.text));
    json_object_set_new(line, "title", text_of(document->title.text));
    json_object_set_new(line, "year", json_integer(document->year));
    json_object_set_new(line, "text", text_of(evidence->passage->text));
    json_object_set_new(line, "fate", json_string(pol_fate_code(evidence->fate)));
    json_object_set_new(line, "is_past", json_boolean(evidence->is_past));
    json_object_set_new(line, "kind", json_integer(evidence->passage->clause));
    json_object_set_new(line, "draft_kind", json_integer(clause->clause));
    json_object_set_new(line, "asks", json_boolean(clause->is_action));
    json_object_set_new(line, "score", json_real(comparison->score));
    json_object_set_new(line, "same", json_real(comparison->same));
    json_object_set_new(line, "turned", json_real(comparison->turned));
    json_object_set_new(line, "signs", signs);
    watch->status = add_alone(watch, clause->text, evidence->passage->text, line, watch->error);
    char *printed = json_dumps(line, JSON_REAL_PRECISION(9));
    if (printed)
        puts(printed);
    free(printed);
    json_decref(line);
}

static pol_status check(pol_index *index, watching *watch, const char *text, pol_error *reterr)
{
    pol_arena arena;
    pol_extracted extracted;
    pol_draft draft;
    pol_report *report = NULL;
    const pol_check_options options = {.watch = print_passage, .watch_data = watch};
    pol_arena_init(&arena, POL_DRAFT_ARENA_MAX);
    pol_status status = pol_draft_read(pol_span_of(text), &arena, &extracted, reterr);
    if (status == POL_OK && extracted.document_count > 0) {
        status = pol_draft_make(&extracted.documents[0].document, &arena, &draft, reterr);
        if (status == POL_OK)
            status = pol_check(index, &draft, &options, &report, reterr);
        if (status == POL_OK)
            status = watch->status;
    }
    pol_report_free(report);
    pol_arena_done(&arena);
    return status;
}

static int check_lines(pol_index *index)
{
    pol_error error = {0};
    watching watch = {.status = POL_OK, .error = &error};
    pol_status status = pol_weigher_new(index, &watch.weigher, &error);
    char *line = malloc(LINE_MAX_BYTES);
    while (line && status == POL_OK && fgets(line, LINE_MAX_BYTES, stdin)) {
        json_t *label = json_loads(line, 0, NULL);
        watch.id = json_string_value(json_object_get(label, "id"));
        const char *text = json_string_value(json_object_get(label, "draft"));
        if (watch.id && text)
            status = check(index, &watch, text, &error);
        json_decref(label);
    }
    free(line);
    pol_weigher_free(watch.weigher);
    return status == POL_OK ? 0 : fail(error.text);
}

int main(int argc, char **argv)
{
    pol_error error = {0};
    pol_index *index;
    if (argc < 2) {
        for (size_t i = 0; i < POL_SIGN_COUNT; i++)
            puts(names[i]);
        return 0;
    }
    if (pol_index_open(argv[1], &index, &error) != POL_OK)
        return fail(error.text);
    int status = check_lines(index);
    pol_index_free(index);
    return status;
}
