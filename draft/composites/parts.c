/* parts.c - see parts.h. */
#include "draft/composites/parts.h"

#include "search/citation.h"
#include "search/printable.h"
#include "search/render/parts.h"

enum { NAME_BYTES = 120, NAMED_MAX = 12 };

/* --- runs of points ----------------------------------------------------------------- */

bool pol_composite_run_at(const pol_composite_group *group, size_t first, pol_composite_run *ret)
{
    if (first >= group->point_count)
        return false;
    *ret = (pol_composite_run){.first = first, .motions = group->points[first].motions};
    for (ret->end = first; ret->end < group->point_count; ret->end++)
        if (group->points[ret->end].cluster != group->points[first].cluster)
            break;
    return true;
}

void pol_composite_json_points(pol_json *json, const pol_composite_group *group,
                               pol_composite_point_writer *write, const void *context)
{
    pol_composite_run run;
    pol_json_open(json, "shared", '[');
    for (size_t i = 0; pol_composite_run_at(group, i, &run); i = run.end) {
        if (run.motions < 2)
            continue;
        pol_json_open(json, NULL, '{');
        pol_json_integer(json, "motions", run.motions);
        pol_json_open(json, "points", '[');
        for (size_t j = run.first; j < run.end; j++)
            write(json, context, group, &group->points[j]);
        pol_json_close(json, ']');
        pol_json_close(json, '}');
    }
    pol_json_close(json, ']');
    pol_json_open(json, "differing", '[');
    for (size_t i = 0; i < group->point_count; i++)
        if (group->points[i].motions < 2)
            write(json, context, group, &group->points[i]);
    pol_json_close(json, ']');
}

size_t pol_composite_shared(const pol_composite_group *group)
{
    pol_composite_run run;
    size_t count = 0;
    for (size_t i = 0; pol_composite_run_at(group, i, &run); i = run.end)
        count += run.motions > 1;
    return count;
}

size_t pol_composite_single(const pol_composite_group *group)
{
    size_t count = 0;
    for (size_t i = 0; i < group->point_count; i++)
        count += group->points[i].motions < 2;
    return count;
}

const pol_stored *pol_composite_stored(const pol_composites *composites,
                                       const pol_composite_group *group, size_t motion)
{
    return composites->motions[group->motions[motion]];
}

const pol_document *pol_composite_motion(const pol_composites *composites,
                                         const pol_composite_group *group, size_t motion)
{
    return &pol_composite_stored(composites, group, motion)->document;
}

/* --- words -------------------------------------------------------------------------- */

void pol_composites_add_conference(const pol_composites *composites, pol_buffer *buffer)
{
    pol_printable_line(buffer, composites->conference);
    if (composites->year)
        pol_buffer_printf(buffer, " %d", composites->year);
    else
        pol_buffer_add_text(buffer, ", year not stated");
}

void pol_composites_add_summary(const pol_composites *composites, pol_buffer *buffer)
{
    size_t grouped = 0;
    for (size_t i = 0; i < composites->group_count; i++)
        grouped += composites->groups[i].motion_count;
    pol_buffer_printf(buffer, "%zu motion%s; ", composites->motion_count,
                      composites->motion_count == 1 ? "" : "s");
    if (grouped == 0)
        pol_buffer_add_text(buffer, "no two of them were found to ask for the same.");
    else
        pol_buffer_printf(buffer, "%zu of them in %zu group%s that ask%s for the same.", grouped,
                          composites->group_count, composites->group_count == 1 ? "" : "s",
                          composites->group_count == 1 ? "s" : "");
}

const char *pol_composites_caution(void)
{
    return "Compared are words of demands, reasons and titles. This is a proposal for who "
           "arranges the business, not a decision: read the motions, and ask their movers.";
}

void pol_composites_add_name(const pol_document *document, pol_buffer *buffer)
{
    if (document->number.text.size) {
        pol_citation_add_number(document, buffer);
        return;
    }
    pol_buffer_add_text(buffer, "“");
    pol_printable_start(buffer, document->display_title, NAME_BYTES);
    pol_buffer_add_text(buffer, pol_citation_title_is_opening(document) ? "…”" : "”");
}

/* "A, B and C" as one after another comes. */
static void add_listed(size_t at, size_t count, const pol_document *document, pol_buffer *buffer)
{
    if (at > 0)
        pol_buffer_add_text(buffer, at + 1 == count ? " and " : ", ");
    pol_composites_add_name(document, buffer);
}

void pol_composites_add_heading(const pol_composites *composites, const pol_composite_group *group,
                                pol_buffer *buffer)
{
    bool is_cut = group->motion_count > NAMED_MAX;
    size_t shown = is_cut ? NAMED_MAX : group->motion_count;
    for (size_t i = 0; i < shown; i++)
        add_listed(i, is_cut ? shown + 1 : shown, pol_composite_motion(composites, group, i),
                   buffer);
    if (is_cut)
        pol_buffer_printf(buffer, " and %zu more", group->motion_count - shown);
    pol_buffer_printf(buffer, " ask for %s", pol_composite_group_label(group));
}

void pol_composites_add_movers(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    const pol_render_options options = {.shows_people = shows_people};
    bool has_any = false;
    for (size_t i = 0; i < document->submitter_count; i++) {
        const pol_submitter *submitter = &document->submitters[i];
        if (!pol_part_shows(submitter, &options))
            continue;
        pol_buffer_add_text(buffer, has_any ? "; " : "");
        pol_printable_line(buffer, submitter->name);
        has_any = true;
    }
}

void pol_composites_add_facts(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    const char *decision = pol_citation_decision(document);
    size_t start = buffer->size;
    bool is_known = decision[0] && document->decision != POL_DECISION_UNKNOWN;
    pol_composites_add_movers(document, shows_people, buffer);
    if (is_known) {
        pol_buffer_add_text(buffer, buffer->size > start ? " – " : "");
        pol_buffer_add_text(buffer, decision);
    }
    if (document->composite.size == 0)
        return;
    pol_buffer_add_text(buffer, buffer->size > start ? ", went into " : "went into ");
    pol_citation_add_numbered(POL_KIND_COMPOSITE, document->composite, buffer);
}

void pol_composites_add_askers(const pol_composites *composites, const pol_composite_group *group,
                               const pol_composite_run *run, pol_buffer *buffer)
{
    size_t at = 0;
    if (run->motions == group->motion_count) {
        pol_buffer_add_text(buffer, group->motion_count == 2 ? "Both ask for" : "All ask for");
        return;
    }
    for (size_t i = run->first; i < run->end; i++)
        if (i == run->first || group->points[i].motion != group->points[i - 1].motion)
            add_listed(at++, run->motions,
                       pol_composite_motion(composites, group, group->points[i].motion), buffer);
    pol_buffer_add_text(buffer, run->motions == 1 ? " alone asks for" : " ask for");
}

void pol_composites_add_place(const pol_composites *composites, const pol_composite_group *group,
                              const pol_composite_point *point, pol_buffer *buffer)
{
    const pol_document *document = pol_composite_motion(composites, group, point->motion);
    pol_buffer built;
    pol_buffer_init(&built, POL_COMPOSITES_LINE_MAX);
    pol_citation_add_point(document, point->passage, &built);
    pol_composites_add_name(document, buffer);
    pol_buffer_add_text(buffer, built.size ? ", " : "");
    pol_buffer_add(buffer, pol_buffer_span(&built));
    pol_buffer_spend(&built, buffer);
}
