/* html.c - composite candidates as what stands between <main> and </main>, for the web
 * page and for a page to print; below an <h1>.
 *
 * Groups are <h2> with the id "group-3", their parts <h3>. Class names beside those of
 * report/html.c (check-verdict, check-caution, check-label):
 *
 *   composite-group    one group
 *   composite-motions  the list of its motions
 *   composite-facts    movers and what became of the motion
 *   composite-shared   what more than one asks for: a list, each with composite-askers
 *   composite-single   what one alone asks for
 *   composite-points   the points of several motions that ask for one thing
 *   composite-place    "Motion 3, point 2" */
#include "search/html.h"
#include "draft/composites/parts.h"
#include "draft/report/page.h"
#include "search/citation.h"
#include "search/render/parts.h"
#include "search/snippet.h"

enum { POINT_BYTES = 2000 };

typedef struct html_writer {
    const pol_composites *composites;
    const char *base; /* NULL: no links */
    bool shows_people;
    pol_buffer *buffer;
} html_writer;

static void add_built(html_writer *w, pol_buffer *built)
{
    pol_html_text(w->buffer, pol_buffer_span(built));
    pol_buffer_spend(built, w->buffer);
}

static void open_link(html_writer *w, const pol_stored *stored, const pol_passage *passage)
{
    pol_buffer url;
    if (!w->base)
        return;
    pol_buffer_init(&url, POL_COMPOSITES_LINE_MAX);
    pol_part_url(stored, passage, &url);
    POL_HTML(w->buffer, "<a href=\"$$\">", pol_span_of(w->base), pol_buffer_span(&url));
    pol_buffer_spend(&url, w->buffer);
}

static void close_link(html_writer *w)
{
    pol_html_add(w->buffer, w->base ? "</a>" : "");
}

/* "Motion 3: Fair pay", with who moved it and what became of it. */
static void add_motion(html_writer *w, const pol_stored *stored)
{
    const pol_document *document = &stored->document;
    pol_buffer built;
    pol_buffer_init(&built, POL_COMPOSITES_LINE_MAX);
    pol_html_add(w->buffer, "<li>");
    open_link(w, stored, NULL);
    pol_composites_add_name(document, &built);
    if (document->number.text.size && document->display_title.size) {
        pol_buffer_add_text(&built, ": ");
        pol_buffer_add(&built, document->display_title);
        pol_buffer_add_text(&built, pol_citation_title_is_opening(document) ? "…" : "");
    }
    add_built(w, &built);
    close_link(w);
    pol_buffer_init(&built, POL_COMPOSITES_LINE_MAX);
    pol_composites_add_facts(document, w->shows_people, &built);
    if (built.size)
        POL_HTML(w->buffer, " <span class=\"composite-facts\">$</span>", pol_buffer_span(&built));
    pol_buffer_spend(&built, w->buffer);
    pol_html_add(w->buffer, "</li>\n");
}

static void add_point(html_writer *w, const pol_composite_group *group,
                      const pol_composite_point *point)
{
    pol_span text = point->passage->text;
    pol_snippet shown = pol_snippet_find(text, NULL, 0, POINT_BYTES);
    pol_buffer built;
    pol_buffer_init(&built, POL_COMPOSITES_LINE_MAX);
    pol_composites_add_place(w->composites, group, point, &built);
    pol_html_add(w->buffer, "<li><span class=\"composite-place\">");
    open_link(w, pol_composite_stored(w->composites, group, point->motion), point->passage);
    add_built(w, &built);
    close_link(w);
    pol_html_add(w->buffer, ":</span> ");
    pol_html_text(w->buffer, pol_span_make(text.data + shown.start, shown.end - shown.start));
    pol_html_add(w->buffer, shown.end < text.size ? " …</li>\n" : "</li>\n");
}

static void add_shared(html_writer *w, const pol_composite_group *group)
{
    pol_composite_run run;
    if (pol_composite_shared(group) == 0)
        return;
    pol_html_add(w->buffer, "<h3>Shared</h3>\n<ul class=\"composite-shared\">\n");
    for (size_t i = 0; pol_composite_run_at(group, i, &run) && run.motions > 1; i = run.end) {
        pol_buffer askers;
        pol_buffer_init(&askers, POL_COMPOSITES_LINE_MAX);
        pol_composites_add_askers(w->composites, group, &run, &askers);
        POL_HTML(w->buffer,
                 "<li><span class=\"composite-askers\">$:</span>\n"
                 "<ul class=\"composite-points\">\n",
                 pol_buffer_span(&askers));
        pol_buffer_spend(&askers, w->buffer);
        for (size_t j = run.first; j < run.end; j++)
            add_point(w, group, &group->points[j]);
        pol_html_add(w->buffer, "</ul>\n</li>\n");
    }
    pol_html_add(w->buffer, "</ul>\n");
}

static void add_single(html_writer *w, const pol_composite_group *group)
{
    if (pol_composite_single(group) == 0)
        return;
    pol_html_add(w->buffer, "<h3>Asked for by one alone</h3>\n<ul class=\"composite-single\">\n");
    for (size_t i = 0; i < group->point_count; i++)
        if (group->points[i].motions < 2)
            add_point(w, group, &group->points[i]);
    pol_html_add(w->buffer, "</ul>\n");
}

static void add_group(html_writer *w, size_t at)
{
    const pol_composite_group *group = &w->composites->groups[at];
    char digits[POL_DIGITS_SIZE];
    pol_span number = pol_html_number(at + 1, digits);
    pol_buffer heading;
    pol_buffer_init(&heading, POL_COMPOSITES_LINE_MAX);
    pol_composites_add_heading(w->composites, group, &heading);
    POL_HTML(w->buffer,
             "<section class=\"composite-group\" aria-labelledby=\"group-$\">\n"
             "<h2 id=\"group-$\">Group $: $</h2>\n<ul class=\"composite-motions\">\n",
             number, number, number, pol_buffer_span(&heading));
    pol_buffer_spend(&heading, w->buffer);
    for (size_t i = 0; i < group->motion_count; i++)
        add_motion(w, pol_composite_stored(w->composites, group, i));
    pol_html_add(w->buffer, "</ul>\n");
    add_shared(w, group);
    add_single(w, group);
    pol_html_add(w->buffer, "</section>\n");
}

void pol_composites_html(const pol_composites *composites, const char *base, bool shows_people,
                         pol_buffer *buffer)
{
    html_writer w = {composites, base, shows_people, buffer};
    pol_buffer built;
    pol_buffer_init(&built, POL_COMPOSITES_LINE_MAX);
    pol_composites_add_summary(composites, &built);
    POL_HTML(buffer, "<p class=\"check-verdict\">$</p>\n", pol_buffer_span(&built));
    pol_buffer_spend(&built, buffer);
    POL_HTML(buffer, "<p class=\"check-caution\">$</p>\n", pol_span_of(pol_composites_caution()));
    for (size_t i = 0; i < composites->group_count; i++)
        add_group(&w, i);
}

void pol_composites_render_html(const pol_composites *composites, const pol_render_options *options,
                                pol_buffer *buffer)
{
    pol_buffer name;
    pol_buffer_init(&name, POL_COMPOSITES_LINE_MAX);
    pol_composites_add_conference(composites, &name);
    pol_report_page_open("Motions that could be composited", pol_buffer_span(&name), false, buffer);
    pol_composites_html(composites, NULL, options->shows_people, buffer);
    pol_report_page_close(buffer);
    pol_buffer_spend(&name, buffer);
}
