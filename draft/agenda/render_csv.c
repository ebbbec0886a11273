/* render_csv.c - an agenda as RFC 4180, one row a motion, for a committee's spreadsheet. */
#include "draft/agenda/render.h"
#include "draft/report/parts.h"
#include "search/csv.h"
#include "search/render/parts.h"

typedef void cell_adder(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell);

static void number_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    pol_buffer_add(cell, row->document->number.text);
}

static void title_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    pol_buffer_add(cell, row->document->display_title);
}

static void kind_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    pol_buffer_add_text(cell, pol_kind_code(row->document->kind));
}

static void verdict_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    pol_buffer_add_text(cell, pol_verdict_code(row->verdict));
}

static void verdict_text_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    pol_agenda_add_verdict(row, cell);
}

static void clauses_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    pol_buffer_printf(cell, "%u", (unsigned)row->clauses);
}

static void carried_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    pol_buffer_printf(cell, "%u", (unsigned)row->verdict_counts[POL_VERDICT_CARRIED]);
}

static void year_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    const pol_evidence *decisive = pol_agenda_decisive(row);
    int year = decisive ? pol_report_year(&decisive->stored->document) : 0;
    if (year)
        pol_buffer_printf(cell, "%d", year);
}

static void decision_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    const pol_evidence *decisive = pol_agenda_decisive(row);
    const char *code = decisive ? pol_decision_code(decisive->decision) : NULL;
    pol_buffer_add_text(cell, code ? code : "");
}

static void citation_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    pol_agenda_add_citation(row, cell);
}

static void url_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    const pol_evidence *decisive = pol_agenda_decisive(row);
    if (decisive)
        pol_part_url(decisive->stored, decisive->passage, cell);
}

static void duplicate_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    if (row->duplicate_of < agenda->row_count)
        pol_agenda_add_name(agenda, row->duplicate_of, cell);
}

static void group_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    if (row->group)
        pol_buffer_printf(cell, "%u", (unsigned)row->group);
}

static void doubts_cell(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *cell)
{
    (void)agenda;
    for (size_t i = 0; i < row->doubt_count; i++) {
        pol_buffer_add_text(cell, i ? "; " : "");
        pol_buffer_add(cell, row->doubts[i]);
    }
}

static const struct {
    const char *name;
    cell_adder *add;
} columns[] = {
    {"number", number_cell},
    {"title", title_cell},
    {"kind", kind_cell},
    {"verdict", verdict_cell},
    {"verdict_text", verdict_text_cell},
    {"clauses", clauses_cell},
    {"already_carried", carried_cell},
    {"year", year_cell},
    {"decision", decision_cell},
    {"citation", citation_cell},
    {"url", url_cell},
    {"duplicate_of", duplicate_cell},
    {"group", group_cell},
    {"doubts", doubts_cell},
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

void pol_agenda_render_csv(const pol_agenda *agenda, const pol_render_options *options,
                           pol_buffer *buffer)
{
    for (size_t i = 0; i < COLUMN_COUNT && !options->is_continued; i++)
        pol_csv_add(buffer, pol_span_of(columns[i].name), i == 0);
    if (!options->is_continued)
        pol_buffer_add_text(buffer, "\r\n");
    for (size_t i = 0; i < agenda->row_count; i++) {
        for (size_t j = 0; j < COLUMN_COUNT; j++) {
            pol_buffer cell;
            pol_buffer_init(&cell, POL_CSV_CELL_MAX);
            columns[j].add(agenda, &agenda->rows[i], &cell);
            pol_csv_spend(&cell, buffer, j == 0);
        }
        pol_buffer_add_text(buffer, "\r\n");
    }
}
