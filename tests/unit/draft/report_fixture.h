/* report_fixture.h - reports and agendas made by hand, and golden files of what is written. */
#ifndef TESTS_UNIT_DRAFT_REPORT_FIXTURE_H
#define TESTS_UNIT_DRAFT_REPORT_FIXTURE_H

#include "draft/report.h"

/* A draft of eight clauses, with every verdict among them, and one that was skipped. */
const pol_report *report_sample(void);
/* Nothing was found for its one clause. */
const pol_report *report_nothing(void);
/* Nothing in it could be looked up. */
const pol_report *report_empty(void);
/* Markup, control characters, overrides, bytes that are no UTF-8 and marks out of bounds
 * everywhere, in a clause of 16 KB too. */
const pol_report *report_hostile(void);

const pol_agenda *agenda_sample(void);
const pol_agenda *agenda_empty(void);
const pol_agenda *agenda_hostile(void);

/* `buffer` is what tests/unit/draft/golden/`name` holds; POL_GOLDEN_UPDATE=1 writes it. */
void expect_report_golden(const char *name, const pol_buffer *buffer);

#endif
