/* report.h - what polindex says to a person: progress on a terminal, what was left out,
 * the summary. All on standard error. One thread. */
#ifndef POL_INDEXER_REPORT_H
#define POL_INDEXER_REPORT_H

#include <stdio.h>

#include "indexer/check.h"
#include "indexer/update.h"

typedef struct pol_report pol_report;

/* `is_quiet`: nothing but what is left out is ever said. NULL where memory is out. */
pol_report *pol_report_new(bool is_quiet);
void pol_report_free(pol_report *report);

/* The callbacks of pol_update_options and pol_check_options; `report` is the context. */
void pol_report_progress(void *report, const pol_progress *progress);
void pol_report_left_out(void *report, pol_span path, uint32_t line, const char *reason);
void pol_report_unmatched(void *context, pol_span path, const pol_outcome *outcome,
                          const char *why);
void pol_report_note(void *report, const char *text);
/* Of pol_verify_index(). */
void pol_report_verified(void *report, uint64_t done, uint64_t total);

/* Takes the progress line away and says what was left out, reasons that are many
 * together. Call before anything else is printed. */
void pol_report_finish(pol_report *report);

/* Writes one line's worth of text that others wrote, such as the name of a file: what could
 * steer a terminal, or begin another line, is replaced. */
void pol_report_print(FILE *to, pol_span text);

void pol_report_update(pol_report *report, const pol_summary *summary);
void pol_report_check(pol_report *report, const pol_check_summary *summary);

#endif
