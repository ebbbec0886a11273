/* parts.h - what all formats of composite candidates say alike (private to
 * draft/composites*.c). Printable and on one line, not escaped: each format escapes at the last
 * step. */
#ifndef POL_DRAFT_COMPOSITES_PARTS_H
#define POL_DRAFT_COMPOSITES_PARTS_H

#include "draft/composites.h"
#include "search/json.h"

enum { POL_COMPOSITES_LINE_MAX = 1 << 20 }; /* bytes of a line that is built */

/* Points of a group that ask for the same: [first, end) of its points. */
typedef struct pol_composite_run {
    size_t first, end;
    uint32_t motions; /* that ask for it */
} pol_composite_run;

/* The run that begins at `first`; false behind the last. */
bool pol_composite_run_at(const pol_composite_group *group, size_t first, pol_composite_run *ret);

/* Writes one point of a group as JSON; `context` is the caller's. */
typedef void pol_composite_point_writer(pol_json *json, const void *context,
                                        const pol_composite_group *group,
                                        const pol_composite_point *point);

/* "shared": what several ask for, each with its points; "differing": what one alone asks for. */
void pol_composite_json_points(pol_json *json, const pol_composite_group *group,
                               pol_composite_point_writer *write, const void *context);
/* How many runs more than one motion asks for, and how many points one alone does. */
size_t pol_composite_shared(const pol_composite_group *group);
size_t pol_composite_single(const pol_composite_group *group);

/* The document of one of its motions, and of a point. */
const pol_document *pol_composite_motion(const pol_composites *composites,
                                         const pol_composite_group *group, size_t motion);
const pol_stored *pol_composite_stored(const pol_composites *composites,
                                       const pol_composite_group *group, size_t motion);

/* "2021 Health Conference" as its motions print it, or "Health Conference 2021". */
void pol_composites_add_conference(const pol_composites *composites, pol_buffer *buffer);
/* "60 motions; 21 of them are in 8 groups that ask for the same." */
void pol_composites_add_summary(const pol_composites *composites, pol_buffer *buffer);
/* That it is a proposal. */
const char *pol_composites_caution(void);
/* "Motion 3, Motion 17 and Motion 40 ask for much the same" */
void pol_composites_add_heading(const pol_composites *composites, const pol_composite_group *group,
                                pol_buffer *buffer);
/* "Motion 3", or its title in quotation marks where it has no number. */
void pol_composites_add_name(const pol_document *document, pol_buffer *buffer);
/* "Moved by the Eastfield branch and the Retired Members Committee. Carried, in Composite C."
 * Nothing where nothing is known. */
void pol_composites_add_facts(const pol_document *document, bool shows_people, pol_buffer *buffer);
/* Bodies, and people where they may be shown, with "; " between them. */
void pol_composites_add_movers(const pol_document *document, bool shows_people, pol_buffer *buffer);
/* "All of them ask for" or "Motion 3 and Motion 17 ask for" */
void pol_composites_add_askers(const pol_composites *composites, const pol_composite_group *group,
                               const pol_composite_run *run, pol_buffer *buffer);
/* "Motion 3, point 2" */
void pol_composites_add_place(const pol_composites *composites, const pol_composite_group *group,
                              const pol_composite_point *point, pol_buffer *buffer);

/* The formats. */
void pol_composites_render_text(const pol_composites *composites, const pol_render_options *options,
                                pol_buffer *buffer);
void pol_composites_render_markdown(const pol_composites *composites,
                                    const pol_render_options *options, pol_buffer *buffer);
void pol_composites_render_html(const pol_composites *composites, const pol_render_options *options,
                                pol_buffer *buffer);

#endif
