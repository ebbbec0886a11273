/* render.c - names of the formats, and which function writes which. */
#include "search/render.h"

#include <stdio.h>

#include "search/json.h"
#include "search/render/documents.h"

static const struct {
    const char *name;
    void (*results)(const pol_results *results, const pol_render_options *options,
                    pol_buffer *buffer);
    void (*document)(const pol_stored *stored, const pol_render_options *options,
                     pol_buffer *buffer);
} outputs[POL_OUTPUT_COUNT] = {
    [POL_OUTPUT_TEXT] = {"text", pol_render_text, pol_render_document_text},
    [POL_OUTPUT_JSON] = {"json", pol_render_json, pol_render_document_json},
    [POL_OUTPUT_JSONL] = {"jsonl", pol_render_jsonl, pol_render_document_json},
    [POL_OUTPUT_CSV] = {"csv", pol_render_csv, pol_render_document_csv},
    [POL_OUTPUT_MARKDOWN] = {"markdown", pol_render_markdown, pol_render_document_markdown},
    [POL_OUTPUT_TREC] = {"trec", pol_render_trec, pol_render_document_text},
    [POL_OUTPUT_HTML] = {"html", NULL, NULL},
};

const char *pol_output_name(pol_output output)
{
    return (unsigned)output < POL_OUTPUT_COUNT ? outputs[output].name : "";
}

pol_output pol_output_from_name(pol_span name)
{
    for (int i = 0; i < POL_OUTPUT_COUNT; i++)
        if (pol_span_equal(name, pol_span_of(outputs[i].name)))
            return (pol_output)i;
    return POL_OUTPUT_COUNT;
}

bool pol_render_has_output(pol_output output)
{
    return outputs[output].results != NULL;
}

void pol_render_results(pol_output output, const pol_results *results,
                        const pol_render_options *options, pol_buffer *buffer)
{
    outputs[output].results(results, options, buffer);
}

void pol_render_document(pol_output output, const pol_stored *stored,
                         const pol_render_options *options, pol_buffer *buffer)
{
    outputs[output].document(stored, options, buffer);
}

enum { CODE_SIZE = 64 };

/* "input/output error" to "input_output_error". */
static pol_span error_code(pol_status status, char code[CODE_SIZE])
{
    snprintf(code, CODE_SIZE, "%s", pol_status_name(status));
    for (char *c = code; *c; c++)
        if (*c == ' ' || *c == '/')
            *c = '_';
    return pol_span_of(code);
}

void pol_render_json_error(const pol_error *error, pol_buffer *buffer)
{
    pol_json json = {.buffer = buffer};
    char code[CODE_SIZE];
    pol_json_open(&json, NULL, '{');
    pol_json_open(&json, "error", '{');
    pol_json_string(&json, "code", error_code(error->status, code));
    pol_json_text(&json, "message", error->text);
    pol_json_integer(&json, "at", (int64_t)error->at);
    pol_json_close(&json, '}');
    pol_json_close(&json, '}');
    pol_buffer_add_byte(buffer, '\n');
}
