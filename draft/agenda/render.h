/* render.h - what all formats of an agenda say alike, and one function for each (private to
 * draft/agenda_render*.c). Lines are printable, not escaped: each format escapes at the last step.
 */
#ifndef POL_DRAFT_AGENDA_RENDER_H
#define POL_DRAFT_AGENDA_RENDER_H

#include "draft/report.h"

/* "Motion 12"; without a number its title in quotation marks. Nothing for a row that is none. */
void pol_agenda_add_name(const pol_agenda *agenda, size_t row, pol_buffer *buffer);

/* "already carried (2014)"; of several clauses: "carried in part (2014): 2 of 5 clauses". */
void pol_agenda_add_verdict(const pol_agenda_row *row, pol_buffer *buffer);

/* What the verdict rests on; NULL where nothing was found. */
const pol_evidence *pol_agenda_decisive(const pol_agenda_row *row);

/* The citation of what the verdict rests on, with its point's own decision; nothing without. */
void pol_agenda_add_citation(const pol_agenda_row *row, pol_buffer *buffer);

/* "says the same as Motion 12"; nothing where it repeats none. */
void pol_agenda_add_duplicate(const pol_agenda *agenda, const pol_agenda_row *row,
                              pol_buffer *buffer);

/* "60 motions. Already carried: 5, ... In groups that ask for the same: 21, in 8 groups. ..." */
void pol_agenda_add_summary(const pol_agenda *agenda, pol_buffer *buffer);

/* The row of a group's motion; SIZE_MAX where it has none. */
size_t pol_agenda_row_of(const pol_agenda *agenda, const pol_composite_group *group, size_t motion);

/* "Motion 4, Motion 9 and Motion 12 ask for much the same" */
void pol_agenda_add_members(const pol_agenda *agenda, const pol_composite_group *group,
                            pol_buffer *buffer);

/* "Motion 4 and Motion 9 ask for", of the points [first, end) of one run; "Motion 4 alone asks
 * for", of one of a run's own. */
void pol_agenda_add_askers(const pol_agenda *agenda, const pol_composite_group *group, size_t first,
                           size_t end, pol_buffer *buffer);

void pol_agenda_render_text(const pol_agenda *agenda, const pol_render_options *options,
                            pol_buffer *buffer);
void pol_agenda_render_json(const pol_agenda *agenda, const pol_render_options *options,
                            pol_buffer *buffer);
void pol_agenda_render_csv(const pol_agenda *agenda, const pol_render_options *options,
                           pol_buffer *buffer);
void pol_agenda_render_markdown(const pol_agenda *agenda, const pol_render_options *options,
                                pol_buffer *buffer);
void pol_agenda_render_html(const pol_agenda *agenda, const pol_render_options *options,
                            pol_buffer *buffer);

#endif
