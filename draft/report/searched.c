/* searched.c - what was looked through, in words: documents, conferences, years; see
 * report.h and parts.h. */
#include "draft/report.h"
#include "draft/report/parts.h"
#include "search/printable.h"
#include "search/remark.h"

static void add_years(int first, int last, pol_buffer *buffer)
{
    if (first && last && first != last)
        pol_buffer_printf(buffer, " %d–%d", first, last);
    else if (first || last)
        pol_buffer_printf(buffer, " %d", first ? first : last);
}

static void add_conferences(const pol_scope *scope, pol_buffer *buffer)
{
    size_t shown = scope->conference_count < POL_REPORT_NAMED_MAX ? scope->conference_count
                                                                  : POL_REPORT_NAMED_MAX;
    for (size_t i = 0; i < shown; i++) {
        const pol_searched *searched = &scope->conferences[i];
        pol_buffer_add_text(buffer, i ? "; " : ": ");
        if (pol_span_trim(searched->conference).size)
            pol_printable_start(buffer, pol_span_trim(searched->conference), POL_REMARK_NAME_MAX);
        else
            pol_buffer_add_text(buffer, "no conference stated");
        add_years(searched->first_year, searched->last_year, buffer);
        pol_buffer_printf(buffer, " (%u)", (unsigned)searched->documents);
    }
    if (scope->is_cut)
        pol_buffer_add_text(buffer, "; and more");
    else if (shown < scope->conference_count)
        pol_buffer_printf(buffer, "; and %zu more", scope->conference_count - shown);
}

/* " from 2012 to 2019": what was asked for; nothing where all years were. */
static void add_period(const pol_scope *scope, pol_buffer *buffer)
{
    if (scope->year_from && scope->year_from == scope->year_to)
        pol_buffer_printf(buffer, " in %d", scope->year_from);
    else if (scope->year_from && scope->year_to)
        pol_buffer_printf(buffer, " from %d to %d", scope->year_from, scope->year_to);
    else if (scope->year_from)
        pol_buffer_printf(buffer, " from %d on", scope->year_from);
    else if (scope->year_to)
        pol_buffer_printf(buffer, " until %d", scope->year_to);
}

void pol_report_add_nothing(const pol_report *report, pol_buffer *buffer)
{
    const pol_scope *scope = &report->scope;
    if (scope->year_from || scope->year_to) {
        pol_buffer_add_text(buffer, "Nothing like it was found in what was decided");
        add_period(scope, buffer);
        return;
    }
    pol_buffer_printf(buffer, "Nothing like it was found in %u document%s",
                      (unsigned)scope->documents, scope->documents == 1 ? "" : "s");
    if (scope->first_year || scope->last_year) {
        pol_buffer_add_text(buffer, " of");
        add_years(scope->first_year, scope->last_year, buffer);
    }
}

void pol_report_add_searched(const pol_scope *scope, pol_buffer *buffer)
{
    pol_buffer_printf(buffer, "%u document%s with %u passage%s", (unsigned)scope->documents,
                      scope->documents == 1 ? "" : "s", (unsigned)scope->passages,
                      scope->passages == 1 ? "" : "s");
    if (scope->first_year || scope->last_year) {
        pol_buffer_add_text(buffer, scope->first_year == scope->last_year ? " of" : ",");
        add_years(scope->first_year, scope->last_year, buffer);
    }
    add_conferences(scope, buffer);
    pol_buffer_add_byte(buffer, '.');
    if (scope->year_from || scope->year_to) {
        pol_buffer_add_text(buffer, " Only what was decided");
        add_period(scope, buffer);
        pol_buffer_add_text(buffer, " counted.");
    }
    pol_buffer_add_text(buffer, " What is not in this collection was not searched: that nothing "
                                "was found is no proof that nothing was decided.");
}
