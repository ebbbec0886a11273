/* report_written.h - what is written of a report and an agenda, and looked at (included by the
 * tests of both). */
#ifndef TESTS_UNIT_DRAFT_REPORT_WRITTEN_H
#define TESTS_UNIT_DRAFT_REPORT_WRITTEN_H

#include <jansson.h>

#include "tests/unit/draft/report_fixture.h"

enum { REPORT_LIMIT = 4 << 20, OUTPUTS = 5 };

/* The formats that there are. */
extern const pol_output report_outputs[OUTPUTS];

/* What is written, to be released with pol_buffer_done(). */
pol_buffer written(pol_output output, const pol_report *report, const pol_render_options *options);
pol_buffer written_agenda(pol_output output, const pol_agenda *agenda,
                          const pol_render_options *options);

/* How often `words` stand in what is written. */
size_t count_of(const pol_buffer *buffer, const char *words);

/* Fails where it is no JSON; to be released with json_decref(). */
json_t *parsed(const pol_buffer *buffer);

#endif
