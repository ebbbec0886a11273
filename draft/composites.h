/* composites.h - motions to groups that ask for the same, so that they could be debated as one.
 *
 * A group holds two motions or more; a motion is in one group at most. What all of them ask for is
 * shared, what one alone asks for differs. Found from the words of titles, reasons and action
 * points: a proposal for a committee, not a decision. */
#ifndef POL_DRAFT_COMPOSITES_H
#define POL_DRAFT_COMPOSITES_H

#include "draft/draft.h"
#include "draft/weigh.h"
#include "search/index.h"
#include "search/render.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_COMPOSITE_MOTIONS_MAX = 1000 };

/* A point of a motion, and how many motions of its group ask for it. */
typedef struct pol_composite_point {
    size_t motion;              /* index into `motions` of the group */
    const pol_passage *passage; /* of that motion */
    uint32_t motions;           /* of the group that ask for it, this one counted: 1 = differs */
    uint32_t cluster;           /* points with one number ask for the same; from 1 */
} pol_composite_point;

typedef struct pol_composite_group {
    const size_t *motions; /* indexes into the list given, ascending */
    size_t motion_count;
    double likeness;                   /* 0..1: of what they ask for, what is in the same words */
    const pol_composite_point *points; /* shared first, by cluster, then those of one motion */
    size_t point_count;
} pol_composite_group;

/* `documents` are motions, emergency motions and rule changes, of which only those of one kind are
 * debated together; others (articles, amendments, composites) are passed over. Motions that may ask
 * for the opposite are in no group. Groups are in the arena, in the order of their first motions.
 * Fails: POL_LIMIT (more than POL_COMPOSITE_MOTIONS_MAX), POL_NOMEM, and as reading the index,
 * which is asked for frequencies.
 */
POL_MUST_CHECK pol_status pol_composites_find(pol_index *index,
                                              const pol_document *const *documents, size_t count,
                                              pol_arena *arena,
                                              const pol_composite_group **ret_groups,
                                              size_t *ret_group_count, pol_error *reterr);

/* Those of a conference in the index. */
typedef struct pol_composites {
    pol_span conference; /* without the year, as the index has it */
    int year;
    const pol_stored *const *motions; /* in the order of its agenda */
    size_t motion_count;
    const pol_composite_group *groups;
    size_t group_count;
    double took_ms;
} pol_composites;

/* `conference` is the exact name without the year, any case; or "NAME YEAR" with `year` 0. Free
 * with pol_composites_free(). Fails: POL_NOTFOUND (no such conference: the text names some that
 * there are), POL_USAGE (no year, and the conference has several: the text names them), and as
 * above. */
POL_MUST_CHECK pol_status pol_composites_of(pol_index *index, pol_span conference, int year,
                                            pol_composites **ret_composites, pol_error *reterr);
/* The same where name and year are those of pol_outline, exactly, and are not to be looked up:
 * nothing of it is POL_OK with no motions. */
POL_MUST_CHECK pol_status pol_composites_make(pol_index *index, pol_span conference, int year,
                                              pol_composites **ret_composites, pol_error *reterr);
void pol_composites_free(pol_composites *composites); /* NULL is allowed */

/* "nearly the same", "much the same", "the same in part": what its likeness means, of what the
 * motions ask for. */
const char *pol_composite_group_label(const pol_composite_group *group);

/* TEXT, JSON, CSV (one row a motion, those in no group too), MARKDOWN, HTML. As in
 * draft/report.h. */
bool pol_composites_has_output(pol_output output);
void pol_composites_render(pol_output output, const pol_composites *composites,
                           const pol_render_options *options, pol_buffer *buffer);

/* What stands between <main> and </main>, below its <h1>. `base` as in pol_report_html(). The style
 * sheet is the caller's; class names begin with "check-", of groups with "composite-". */
void pol_composites_html(const pol_composites *composites, const char *base, bool shows_people,
                         pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
