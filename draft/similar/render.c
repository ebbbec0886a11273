/* render.c - similar documents for programs: JSON, JSON Lines, CSV, TREC runs; and which
 * function writes which format. */
#include <stdio.h>
#include <stdlib.h>

#include "core/date.h"
#include "draft/similar/read.h"
#include "search/citation.h"
#include "search/csv.h"
#include "search/json.h"
#include "search/render/parts.h"

enum { LINE_BYTES = 1 << 20 }; /* of a citation or an address */

/* --- JSON ------------------------------------------------------------------------- */

static void add_built(pol_json *json, const char *key, pol_buffer *built)
{
    pol_json_string(json, key, pol_buffer_span(built));
    pol_buffer_spend(built, json->buffer);
}

/* Absent rather than empty: null. */
static void add_value(pol_json *json, const char *key, pol_span value)
{
    pol_json_string(json, key, value.size ? value : (pol_span){0});
}

static void add_document(pol_json *json, const pol_stored *stored)
{
    pol_buffer url, citation;
    char iso[POL_DATE_ISO_SIZE];
    const pol_document *document = &stored->document;
    pol_buffer_init(&url, LINE_BYTES);
    pol_buffer_init(&citation, LINE_BYTES);
    pol_part_url(stored, NULL, &url);
    pol_citation_add(document, NULL, &citation);
    pol_json_string(json, "id", document->id.text);
    add_built(json, "url", &url);
    add_value(json, "title", document->title.text);
    pol_json_text(json, "kind", pol_kind_code(document->kind));
    add_value(json, "conference", document->conference.text);
    pol_json_integer_or_null(json, "year", document->year);
    add_value(json, "date", pol_span_of(pol_date_iso(document->date, iso)));
    add_value(json, "number", document->number.text);
    pol_json_text(json, "decision", pol_part_decision_code(document));
    pol_json_string(json, "display_title", document->display_title);
    pol_json_text(json, "text_state", pol_text_state_code(document->text_state));
    pol_json_text(json, "standing", pol_standing_code((pol_standing)document->standing));
    add_built(json, "citation", &citation);
}

static void add_one(pol_json *json, const pol_similar_one *one, size_t rank)
{
    pol_json_open(json, NULL, '{');
    pol_json_integer(json, "rank", (int64_t)rank);
    pol_json_number(json, "score", one->score);
    pol_json_number(json, "share", one->share);
    pol_json_number(json, "other_share", one->other_share);
    add_document(json, one->stored);
    pol_json_close(json, '}');
}

static void render_json(const pol_similar *similar, const pol_render_options *options,
                        pol_buffer *buffer)
{
    pol_json json = {.buffer = buffer};
    (void)options; /* nothing here names people */
    pol_json_open(&json, NULL, '{');
    pol_json_integer(&json, "version", POL_JSON_VERSION);
    pol_json_open(&json, "of", '{');
    add_document(&json, similar->of);
    pol_json_close(&json, '}');
    pol_json_number(&json, "took_ms", similar->took_ms);
    pol_json_open(&json, "similar", '[');
    for (size_t i = 0; i < similar->count; i++)
        add_one(&json, &similar->ones[i], i + 1);
    pol_json_close(&json, ']');
    pol_json_close(&json, '}');
    pol_buffer_add_byte(buffer, '\n');
}

static void render_jsonl(const pol_similar *similar, const pol_render_options *options,
                         pol_buffer *buffer)
{
    (void)options;
    for (size_t i = 0; i < similar->count; i++) {
        pol_json json = {.buffer = buffer};
        add_one(&json, &similar->ones[i], i + 1);
        pol_buffer_add_byte(buffer, '\n');
    }
}

/* --- CSV -------------------------------------------------------------------------- */

typedef struct row {
    const pol_similar_one *one;
    const pol_document *document;
    size_t rank;
} row;

static void rank_cell(const row *from, pol_buffer *cell)
{
    pol_buffer_printf(cell, "%zu", from->rank);
}

/* In thousandths, whatever the locale says. */
static void add_fraction(pol_buffer *cell, double value)
{
    unsigned thousandths = (unsigned)(value * 1000 + 0.5);
    pol_buffer_printf(cell, "%u.%03u", thousandths / 1000, thousandths % 1000);
}

static void score_cell(const row *from, pol_buffer *cell)
{
    add_fraction(cell, from->one->score);
}

static void share_cell(const row *from, pol_buffer *cell)
{
    add_fraction(cell, from->one->share);
}

static void other_share_cell(const row *from, pol_buffer *cell)
{
    add_fraction(cell, from->one->other_share);
}

static void id_cell(const row *from, pol_buffer *cell)
{
    pol_buffer_add(cell, from->document->id.text);
}

static void url_cell(const row *from, pol_buffer *cell)
{
    pol_part_url(from->one->stored, NULL, cell);
}

static void title_cell(const row *from, pol_buffer *cell)
{
    pol_buffer_add(cell, from->document->title.text);
}

static void kind_cell(const row *from, pol_buffer *cell)
{
    pol_buffer_add_text(cell, pol_kind_code(from->document->kind));
}

static void conference_cell(const row *from, pol_buffer *cell)
{
    pol_buffer_add(cell, from->document->conference.text);
}

static void year_cell(const row *from, pol_buffer *cell)
{
    if (from->document->year)
        pol_buffer_printf(cell, "%d", from->document->year);
}

static void date_cell(const row *from, pol_buffer *cell)
{
    char iso[POL_DATE_ISO_SIZE];
    pol_buffer_add_text(cell, pol_date_iso(from->document->date, iso));
}

static void number_cell(const row *from, pol_buffer *cell)
{
    pol_buffer_add(cell, from->document->number.text);
}

static void decision_cell(const row *from, pol_buffer *cell)
{
    const char *code = pol_part_decision_code(from->document);
    pol_buffer_add_text(cell, code ? code : "");
}

static void citation_cell(const row *from, pol_buffer *cell)
{
    pol_citation_add(from->document, NULL, cell);
}

static const struct {
    const char *name;
    void (*add)(const row *from, pol_buffer *cell);
} columns[] = {
    {"rank", rank_cell},
    {"score", score_cell},
    {"share", share_cell},
    {"other_share", other_share_cell},
    {"id", id_cell},
    {"url", url_cell},
    {"title", title_cell},
    {"kind", kind_cell},
    {"conference", conference_cell},
    {"year", year_cell},
    {"date", date_cell},
    {"number", number_cell},
    {"decision", decision_cell},
    {"citation", citation_cell},
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static void render_csv(const pol_similar *similar, const pol_render_options *options,
                       pol_buffer *buffer)
{
    for (size_t i = 0; !options->is_continued && i < COLUMN_COUNT; i++)
        pol_buffer_printf(buffer, "%s%s%s", i ? "," : "", columns[i].name,
                          i + 1 == COLUMN_COUNT ? "\r\n" : "");
    for (size_t i = 0; i < similar->count; i++) {
        row from = {&similar->ones[i], &similar->ones[i].stored->document, i + 1};
        for (size_t j = 0; j < COLUMN_COUNT; j++) {
            pol_buffer cell;
            pol_buffer_init(&cell, POL_CSV_CELL_MAX);
            columns[j].add(&from, &cell);
            pol_csv_spend(&cell, buffer, j == 0);
        }
        pol_buffer_add_text(buffer, "\r\n");
    }
}

/* --- TREC ------------------------------------------------------------------------- */

/* As the run of a search that has these hits. */
static void render_trec(const pol_similar *similar, const pol_render_options *options,
                        pol_buffer *buffer)
{
    pol_hit *hits = calloc(similar->count + 1, sizeof *hits);
    if (!hits) {
        buffer->status = POL_NOMEM;
        return;
    }
    for (size_t i = 0; i < similar->count; i++)
        hits[i] = (pol_hit){.stored = similar->ones[i].stored,
                            .tier = POL_TIER_ANY,
                            .score = similar->ones[i].score};
    const pol_results results = {.hits = hits, .hit_count = similar->count};
    pol_render_trec(&results, options, buffer);
    free(hits);
}

/* --- all -------------------------------------------------------------------------- */

static void (*const outputs[POL_OUTPUT_COUNT])(const pol_similar *similar,
                                               const pol_render_options *options,
                                               pol_buffer *buffer) = {
    [POL_OUTPUT_TEXT] = pol_similar_render_text,
    [POL_OUTPUT_JSON] = render_json,
    [POL_OUTPUT_JSONL] = render_jsonl,
    [POL_OUTPUT_CSV] = render_csv,
    [POL_OUTPUT_MARKDOWN] = pol_similar_render_markdown,
    [POL_OUTPUT_TREC] = render_trec,
};

bool pol_similar_has_output(pol_output output)
{
    return (unsigned)output < POL_OUTPUT_COUNT && outputs[output];
}

void pol_similar_render(pol_output output, const pol_similar *similar,
                        const pol_render_options *options, pol_buffer *buffer)
{
    outputs[output](similar, options, buffer);
}
