/* csv.c - results and documents as RFC 4180, one table of columns for each. */
#include <stdio.h>

#include "core/date.h"
#include "document/discreet.h"
#include "search/citation.h"
#include "search/csv.h"
#include "search/render/documents.h"
#include "search/render/parts.h"

/* What a cell is made of. */
typedef struct cell_source {
    const pol_stored *stored;
    const pol_document *document;
    const pol_passage *passage; /* may be NULL */
    const pol_passage *lead_in; /* may be NULL */
    const pol_hit *hit;         /* NULL for a document that is shown */
    size_t rank;
    bool shows_people;
} cell_source;

static void add_code(pol_buffer *cell, const char *code)
{
    pol_buffer_add_text(cell, code ? code : "");
}

static void rank_cell(const cell_source *from, pol_buffer *cell)
{
    pol_buffer_printf(cell, "%zu", from->rank);
}

static void tier_cell(const cell_source *from, pol_buffer *cell)
{
    add_code(cell, from->hit ? pol_tier_code(from->hit->tier) : NULL);
}

static void id_cell(const cell_source *from, pol_buffer *cell)
{
    pol_buffer_add(cell, from->document->id.text);
}

static void anchor_cell(const cell_source *from, pol_buffer *cell)
{
    char anchor[POL_ANCHOR_SIZE];
    pol_buffer_add_text(cell, pol_part_anchor(from->passage, anchor));
}

static void url_cell(const cell_source *from, pol_buffer *cell)
{
    pol_part_url(from->stored, from->passage, cell);
}

static void title_cell(const cell_source *from, pol_buffer *cell)
{
    pol_buffer_add(cell, from->document->title.text);
}

static void kind_cell(const cell_source *from, pol_buffer *cell)
{
    add_code(cell, pol_kind_code(from->document->kind));
}

static void conference_cell(const cell_source *from, pol_buffer *cell)
{
    pol_buffer_add(cell, from->document->conference.text);
}

static void year_cell(const cell_source *from, pol_buffer *cell)
{
    if (from->document->year)
        pol_buffer_printf(cell, "%d", from->document->year);
}

static void date_cell(const cell_source *from, pol_buffer *cell)
{
    char iso[POL_DATE_ISO_SIZE];
    pol_buffer_add_text(cell, pol_date_iso(from->document->date, iso));
}

static void number_cell(const cell_source *from, pol_buffer *cell)
{
    pol_buffer_add(cell, from->document->number.text);
}

static void decision_cell(const cell_source *from, pol_buffer *cell)
{
    add_code(cell, pol_part_decision_code(from->document));
}

static void decision_raw_cell(const cell_source *from, pol_buffer *cell)
{
    pol_discreet_add(from->document->decision_raw.text, from->document, from->shows_people, cell);
}

static void clause_cell(const cell_source *from, pol_buffer *cell)
{
    add_code(cell, from->passage ? pol_clause_code((pol_clause)from->passage->clause) : NULL);
}

static void label_cell(const cell_source *from, pol_buffer *cell)
{
    if (from->passage)
        pol_buffer_add(cell, from->passage->label);
}

static void lead_in_cell(const cell_source *from, pol_buffer *cell)
{
    if (from->lead_in)
        pol_buffer_add(cell, from->lead_in->text);
}

static void text_cell(const cell_source *from, pol_buffer *cell)
{
    if (from->passage)
        pol_buffer_add(cell, from->passage->text);
}

static void point_decision_cell(const cell_source *from, pol_buffer *cell)
{
    if (from->passage)
        add_code(cell, pol_decision_code((pol_decision)from->passage->decision));
}

static void score_cell(const cell_source *from, pol_buffer *cell)
{
    char text[40];
    if (!from->hit)
        return;
    snprintf(text, sizeof text, "%.6g", from->hit->score);
    for (char *c = text; *c; c++) /* whatever the locale says */
        if (*c == ',')
            *c = '.';
    pol_buffer_add_text(cell, text);
}

static void citation_cell(const cell_source *from, pol_buffer *cell)
{
    pol_citation_add(from->document, from->passage, cell);
}

static void page_cell(const cell_source *from, pol_buffer *cell)
{
    uint32_t page = from->passage ? from->passage->page : from->document->page;
    if (page)
        pol_buffer_printf(cell, "%u", (unsigned)page);
}

static void text_state_cell(const cell_source *from, pol_buffer *cell)
{
    add_code(cell, pol_text_state_code(from->document->text_state));
}

static void standing_cell(const cell_source *from, pol_buffer *cell)
{
    add_code(cell, pol_standing_code((pol_standing)from->document->standing));
}

static const struct {
    const char *name;
    void (*add)(const cell_source *from, pol_buffer *cell);
} columns[] = {
    {"rank", rank_cell},
    {"tier", tier_cell},
    {"id", id_cell},
    {"anchor", anchor_cell},
    {"url", url_cell},
    {"title", title_cell},
    {"kind", kind_cell},
    {"conference", conference_cell},
    {"year", year_cell},
    {"date", date_cell},
    {"number", number_cell},
    {"decision", decision_cell},
    {"decision_raw", decision_raw_cell},
    {"clause", clause_cell},
    {"label", label_cell},
    {"lead_in", lead_in_cell},
    {"text", text_cell},
    {"point_decision", point_decision_cell},
    {"score", score_cell},
    {"citation", citation_cell},
    {"page", page_cell},
    {"text_state", text_state_cell},
    {"standing", standing_cell},
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static void add_header(pol_buffer *buffer)
{
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        pol_buffer_printf(buffer, "%s%s", i ? "," : "", columns[i].name);
    pol_buffer_add_text(buffer, "\r\n");
}

static void add_row(const cell_source *from, pol_buffer *buffer)
{
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        pol_buffer cell;
        pol_buffer_init(&cell, POL_CSV_CELL_MAX);
        columns[i].add(from, &cell);
        pol_csv_spend(&cell, buffer, i == 0);
    }
    pol_buffer_add_text(buffer, "\r\n");
}

void pol_render_csv(const pol_results *results, const pol_render_options *options,
                    pol_buffer *buffer)
{
    if (!options->is_continued)
        add_header(buffer);
    for (size_t i = 0; i < results->hit_count; i++) {
        const pol_hit *hit = &results->hits[i];
        cell_source from = {.stored = hit->stored,
                            .document = &hit->stored->document,
                            .passage = hit->passage,
                            .lead_in = hit->lead_in,
                            .hit = hit,
                            .rank = pol_part_rank(results, i),
                            .shows_people = options->shows_people};
        add_row(&from, buffer);
    }
}

static const pol_passage *lead_in_of(const pol_document *document, const pol_passage *passage)
{
    for (size_t i = 0; passage->lead_in && i < document->passage_count; i++)
        if (document->passages[i].ordinal == passage->lead_in)
            return &document->passages[i];
    return NULL;
}

void pol_render_document_csv(const pol_stored *stored, const pol_render_options *options,
                             pol_buffer *buffer)
{
    const pol_document *document = &stored->document;
    if (!options->is_continued)
        add_header(buffer);
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *passage = &document->passages[i];
        cell_source from = {.stored = stored,
                            .document = document,
                            .passage = passage,
                            .lead_in = lead_in_of(document, passage),
                            .rank = i + 1,
                            .shows_people = options->shows_people};
        add_row(&from, buffer);
    }
}
