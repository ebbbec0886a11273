/* render.c - composite candidates in each format: here what machines read. */
#include "draft/composites/parts.h"
#include "search/csv.h"
#include "search/json.h"
#include "search/render/parts.h"

/* --- JSON --------------------------------------------------------------------------- */

static void add_built(pol_json *json, const char *key, pol_buffer *built)
{
    pol_json_string(json, key, pol_buffer_span(built));
    pol_buffer_spend(built, json->buffer);
}

static void add_url(pol_json *json, const pol_stored *stored, const pol_passage *passage)
{
    pol_buffer built;
    pol_buffer_init(&built, POL_COMPOSITES_LINE_MAX);
    pol_part_url(stored, passage, &built);
    add_built(json, "url", &built);
}

static void add_movers(pol_json *json, const pol_document *document,
                       const pol_render_options *options)
{
    pol_json_open(json, "submitters", '[');
    for (size_t i = 0; i < document->submitter_count; i++)
        if (pol_part_shows(&document->submitters[i], options))
            pol_json_string(json, NULL, document->submitters[i].name);
    pol_json_close(json, ']');
}

static void add_motion(pol_json *json, const pol_stored *stored, const pol_render_options *options)
{
    const pol_document *document = &stored->document;
    pol_json_open(json, NULL, '{');
    pol_json_string(json, "id", document->id.text);
    add_url(json, stored, NULL);
    pol_json_string(json, "number", document->number.text);
    pol_json_string(json, "title", document->title.text);
    pol_json_text(json, "kind", pol_kind_code(document->kind));
    add_movers(json, document, options);
    pol_json_text(json, "decision", pol_part_decision_code(document));
    pol_json_string(json, "composite",
                    document->composite.size ? document->composite : (pol_span){0});
    pol_json_close(json, '}');
}

static void add_point(pol_json *json, const void *context, const pol_composite_group *group,
                      const pol_composite_point *point)
{
    const pol_composites *composites = context;
    const pol_stored *stored = pol_composite_stored(composites, group, point->motion);
    char anchor[POL_ANCHOR_SIZE];
    pol_json_open(json, NULL, '{');
    pol_json_string(json, "id", stored->document.id.text);
    pol_json_text(json, "anchor", pol_part_anchor(point->passage, anchor));
    add_url(json, stored, point->passage);
    pol_json_string(json, "label", point->passage->label);
    pol_json_string(json, "text", point->passage->text);
    pol_json_close(json, '}');
}

static void add_group(pol_json *json, const pol_composites *composites,
                      const pol_composite_group *group, const pol_render_options *options)
{
    pol_json_open(json, NULL, '{');
    pol_json_integer(json, "group", (int64_t)(group - composites->groups) + 1);
    pol_json_number(json, "likeness", group->likeness);
    pol_json_text(json, "asks_for", pol_composite_group_label(group));
    pol_json_open(json, "motions", '[');
    for (size_t i = 0; i < group->motion_count; i++)
        add_motion(json, pol_composite_stored(composites, group, i), options);
    pol_json_close(json, ']');
    pol_composite_json_points(json, group, add_point, composites);
    pol_json_close(json, '}');
}

static void render_json(const pol_composites *composites, const pol_render_options *options,
                        pol_buffer *buffer)
{
    pol_json json = {.buffer = buffer};
    pol_json_open(&json, NULL, '{');
    pol_json_integer(&json, "version", POL_JSON_VERSION);
    pol_json_string(&json, "conference", composites->conference);
    pol_json_integer_or_null(&json, "year", composites->year);
    pol_json_integer(&json, "motions", (int64_t)composites->motion_count);
    pol_json_number(&json, "took_ms", composites->took_ms);
    pol_json_text(&json, "caution", pol_composites_caution());
    pol_json_open(&json, "groups", '[');
    for (size_t i = 0; i < composites->group_count; i++)
        add_group(&json, composites, &composites->groups[i], options);
    pol_json_close(&json, ']');
    pol_json_close(&json, '}');
    pol_buffer_add_byte(buffer, '\n');
}

/* --- CSV ---------------------------------------------------------------------------- */

/* The group that the motion is in, and how many of its points others share. */
static const pol_composite_group *group_of(const pol_composites *composites, size_t motion,
                                           size_t *ret_shared, size_t *ret_single)
{
    *ret_shared = *ret_single = 0;
    for (size_t i = 0; i < composites->group_count; i++) {
        const pol_composite_group *group = &composites->groups[i];
        for (size_t j = 0; j < group->motion_count; j++) {
            if (group->motions[j] != motion)
                continue;
            for (size_t k = 0; k < group->point_count; k++)
                if (group->points[k].motion == j)
                    ++*(group->points[k].motions > 1 ? ret_shared : ret_single);
            return group;
        }
    }
    return NULL;
}

static void add_cell(pol_buffer *buffer, pol_buffer *built)
{
    pol_csv_spend(built, buffer, false);
    pol_buffer_init(built, POL_COMPOSITES_LINE_MAX);
}

static void add_number(pol_buffer *buffer, bool is_stated, size_t number)
{
    pol_buffer built;
    pol_buffer_init(&built, 32);
    if (is_stated)
        pol_buffer_printf(&built, "%zu", number);
    add_cell(buffer, &built);
    pol_buffer_done(&built);
}

static void add_row(const pol_composites *composites, size_t motion,
                    const pol_render_options *options, pol_buffer *buffer)
{
    const pol_document *document = &composites->motions[motion]->document;
    const char *decision = pol_part_decision_code(document);
    size_t shared, single;
    const pol_composite_group *group = group_of(composites, motion, &shared, &single);
    pol_buffer built;
    pol_buffer_init(&built, POL_COMPOSITES_LINE_MAX);
    pol_csv_add(buffer, document->number.text, true);
    pol_csv_add(buffer, document->title.text, false);
    pol_composites_add_movers(document, options->shows_people, &built);
    add_cell(buffer, &built);
    add_number(buffer, group != NULL, group ? (size_t)(group - composites->groups) + 1 : 0);
    pol_csv_add(buffer, pol_span_of(group ? pol_composite_group_label(group) : ""), false);
    add_number(buffer, group != NULL, shared);
    add_number(buffer, group != NULL, single);
    pol_csv_add(buffer, pol_span_of(decision ? decision : ""), false);
    pol_csv_add(buffer, document->composite, false);
    pol_csv_add(buffer, pol_span_of(pol_kind_code(document->kind)), false);
    pol_csv_add(buffer, composites->conference, false);
    add_number(buffer, composites->year != 0, (size_t)composites->year);
    pol_csv_add(buffer, document->id.text, false);
    pol_buffer_add_text(buffer, "\r\n");
    pol_buffer_done(&built);
}

static void render_csv(const pol_composites *composites, const pol_render_options *options,
                       pol_buffer *buffer)
{
    if (!options->is_continued)
        pol_buffer_add_text(buffer, "number,title,submitters,group,asks_for,shared_points,"
                                    "own_points,decision,composite,kind,conference,year,id\r\n");
    for (size_t i = 0; i < composites->motion_count; i++)
        add_row(composites, i, options, buffer);
}

/* --- which -------------------------------------------------------------------------- */

typedef void renderer(const pol_composites *composites, const pol_render_options *options,
                      pol_buffer *buffer);

static renderer *const renderers[POL_OUTPUT_COUNT] = {
    [POL_OUTPUT_TEXT] = pol_composites_render_text,
    [POL_OUTPUT_JSON] = render_json,
    [POL_OUTPUT_CSV] = render_csv,
    [POL_OUTPUT_MARKDOWN] = pol_composites_render_markdown,
    [POL_OUTPUT_HTML] = pol_composites_render_html,
};

bool pol_composites_has_output(pol_output output)
{
    return output < POL_OUTPUT_COUNT && renderers[output];
}

void pol_composites_render(pol_output output, const pol_composites *composites,
                           const pol_render_options *options, pol_buffer *buffer)
{
    if (pol_composites_has_output(output))
        renderers[output](composites, options, buffer);
}
