/* signs.c - drafts to the signs by which each passage near them is judged, for train.py.
 *
 *   draft_signs INDEX < drafts.jsonl
 *
 * Of each line {"id": ..., "draft": ...} one line for each clause and passage that was compared:
 * {"id", "clause": its number, "document", "title", "year", "text": the passage's, "fate",
 * "is_past", "score", "same" and "turned": as judged now, "signs": [...]}. Without INDEX it prints
 * the names of the signs. Fails with a sentence on standard error and exit status 1. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "draft/check.h"
#include "draft/judge.h"
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

static json_t *text_of(pol_span text)
{
    return json_stringn_nocheck(text.data ? text.data : "", text.size);
}

static void print_passage(void *data, const pol_draft_clause *clause, const pol_evidence *evidence)
{
    const pol_comparison *comparison = &evidence->comparison;
    const pol_document *document = &evidence->stored->document;
    if (!comparison->signs)
        return;
    json_t *line = json_object(), *signs = json_array();
    for (size_t i = 0; i < POL_SIGN_COUNT; i++)
        json_array_append_new(signs, json_real(comparison->signs[i]));
    json_object_set_new(line, "id", json_string(data));
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
    char *printed = json_dumps(line, JSON_REAL_PRECISION(9));
    if (printed)
        puts(printed);
    free(printed);
    json_decref(line);
}

static pol_status check(pol_index *index, const char *id, const char *text, pol_error *reterr)
{
    pol_arena arena;
    pol_extracted extracted;
    pol_draft draft;
    pol_report *report = NULL;
    char *name = strdup(id);
    const pol_check_options options = {.watch = print_passage, .watch_data = name};
    pol_arena_init(&arena, POL_DRAFT_ARENA_MAX);
    pol_status status = pol_draft_read(pol_span_of(text), &arena, &extracted, reterr);
    if (status == POL_OK && extracted.document_count > 0) {
        status = pol_draft_make(&extracted.documents[0].document, &arena, &draft, reterr);
        if (status == POL_OK)
            status = pol_check(index, &draft, &options, &report, reterr);
    }
    pol_report_free(report);
    pol_arena_done(&arena);
    free(name);
    return status;
}

static int check_lines(pol_index *index)
{
    pol_error error = {0};
    pol_status status = POL_OK;
    char *line = malloc(LINE_MAX_BYTES);
    while (line && status == POL_OK && fgets(line, LINE_MAX_BYTES, stdin)) {
        json_t *label = json_loads(line, 0, NULL);
        const char *id = json_string_value(json_object_get(label, "id"));
        const char *text = json_string_value(json_object_get(label, "draft"));
        if (id && text)
            status = check(index, id, text, &error);
        json_decref(label);
    }
    free(line);
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
