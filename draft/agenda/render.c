/* render.c - see render.h. */
#include "draft/agenda/render.h"

#include "draft/composites/parts.h"
#include "draft/report/parts.h"
#include "search/citation.h"

void pol_agenda_add_name(const pol_agenda *agenda, size_t row, pol_buffer *buffer)
{
    if (row < agenda->row_count)
        pol_composites_add_name(agenda->rows[row].document, buffer);
}

void pol_agenda_add_verdict(const pol_agenda_row *row, pol_buffer *buffer)
{
    pol_finding finding = {.verdict = row->verdict, .decisive = row->decisive};
    uint32_t of =
        row->verdict == POL_VERDICT_CARRIED_PART
            ? row->verdict_counts[POL_VERDICT_CARRIED] +
                  row->verdict_counts[POL_VERDICT_CARRIED_PART]
            : row->verdict_counts[(unsigned)row->verdict < POL_VERDICT_COUNT ? row->verdict
                                                                             : POL_VERDICT_NOTHING];
    pol_report_add_verdict(&finding, buffer);
    if (row->clauses > 1 && row->verdict >= POL_VERDICT_REVERSAL && of)
        pol_buffer_printf(buffer, ": %u of %u clauses", (unsigned)of, (unsigned)row->clauses);
}

const pol_evidence *pol_agenda_decisive(const pol_agenda_row *row)
{
    return row->verdict == POL_VERDICT_NOTHING ? NULL : row->decisive;
}

void pol_agenda_add_citation(const pol_agenda_row *row, pol_buffer *buffer)
{
    if (pol_agenda_decisive(row))
        pol_citation_add(&row->decisive->stored->document, row->decisive->passage, buffer);
}

void pol_agenda_add_duplicate(const pol_agenda *agenda, const pol_agenda_row *row,
                              pol_buffer *buffer)
{
    if (row->duplicate_of >= agenda->row_count)
        return;
    pol_buffer_add_text(buffer, "says the same as ");
    pol_agenda_add_name(agenda, row->duplicate_of, buffer);
}

/* --- the whole ------------------------------------------------------------------------ */

static void add_verdicts(const pol_agenda *agenda, pol_buffer *buffer)
{
    static const struct {
        pol_verdict verdict;
        const char *words;
    } names[] = {{POL_VERDICT_CARRIED, "already carried"},
                 {POL_VERDICT_CARRIED_PART, "carried in part"},
                 {POL_VERDICT_REVERSAL, "possible reversals"},
                 {POL_VERDICT_REJECTED, "rejected before"},
                 {POL_VERDICT_UNDECIDED, "put forward before, not decided"},
                 {POL_VERDICT_RELATED, "something related"},
                 {POL_VERDICT_NOTHING, "nothing found"}};
    const char *before = " Decided before: ";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t count = 0;
        for (size_t row = 0; row < agenda->row_count; row++)
            count += agenda->rows[row].verdict == names[i].verdict;
        if (count == 0)
            continue;
        pol_buffer_printf(buffer, "%s%s %zu", before, names[i].words, count);
        before = ", ";
    }
    pol_buffer_add_text(buffer, agenda->row_count ? "." : "");
}

void pol_agenda_add_summary(const pol_agenda *agenda, pol_buffer *buffer)
{
    size_t duplicates = 0, grouped = 0, doubtful = 0;
    for (size_t i = 0; i < agenda->row_count; i++) {
        duplicates += agenda->rows[i].duplicate_of < agenda->row_count;
        grouped += agenda->rows[i].group > 0;
        doubtful += agenda->rows[i].doubt_count > 0;
    }
    pol_buffer_printf(buffer, "%zu motion%s.", agenda->row_count,
                      agenda->row_count == 1 ? "" : "s");
    add_verdicts(agenda, buffer);
    if (duplicates)
        pol_buffer_printf(buffer, " %zu say%s the same as an earlier one.", duplicates,
                          duplicates == 1 ? "s" : "");
    if (grouped)
        pol_buffer_printf(buffer, " %zu could be composited, in %zu group%s.", grouped,
                          agenda->group_count, agenda->group_count == 1 ? "" : "s");
    if (doubtful)
        pol_buffer_printf(buffer, " %zu %s something doubtful.", doubtful,
                          doubtful == 1 ? "has" : "have");
    if (agenda->amendment_count)
        pol_buffer_printf(buffer, " %zu amendment%s left out.", agenda->amendment_count,
                          agenda->amendment_count == 1 ? " was" : "s were");
}

/* --- groups --------------------------------------------------------------------------- */

size_t pol_agenda_row_of(const pol_agenda *agenda, const pol_composite_group *group, size_t motion)
{
    if (motion >= group->motion_count || group->motions[motion] >= agenda->row_count)
        return SIZE_MAX;
    return group->motions[motion];
}

static void add_separator(size_t written, size_t count, pol_buffer *buffer)
{
    if (written)
        pol_buffer_add_text(buffer, written + 1 == count ? " and " : ", ");
}

void pol_agenda_add_members(const pol_agenda *agenda, const pol_composite_group *group,
                            pol_buffer *buffer)
{
    for (size_t i = 0; i < group->motion_count; i++) {
        add_separator(i, group->motion_count, buffer);
        pol_agenda_add_name(agenda, pol_agenda_row_of(agenda, group, i), buffer);
    }
    pol_buffer_printf(buffer, " ask for %s", pol_composite_group_label(group));
}

/* Has a point before this one, of the same run, the same motion? */
static bool is_repeated(const pol_composite_group *group, size_t first, size_t point)
{
    for (size_t i = first; i < point; i++)
        if (group->points[i].motion == group->points[point].motion)
            return true;
    return false;
}

void pol_agenda_add_askers(const pol_agenda *agenda, const pol_composite_group *group, size_t first,
                           size_t end, pol_buffer *buffer)
{
    size_t count = 0, written = 0;
    for (size_t i = first; i < end; i++)
        count += !is_repeated(group, first, i);
    if (count == group->motion_count && count > 1) {
        pol_buffer_add_text(buffer, "All of them ask for");
        return;
    }
    for (size_t i = first; i < end; i++) {
        if (is_repeated(group, first, i))
            continue;
        add_separator(written++, count, buffer);
        pol_agenda_add_name(agenda, pol_agenda_row_of(agenda, group, group->points[i].motion),
                            buffer);
    }
    pol_buffer_add_text(buffer, count == 1 ? " alone asks for" : " ask for");
}
