/* conference.h - the pages of conferences (private to the files of these pages). */
#ifndef POL_WEB_PAGE_CONFERENCE_H
#define POL_WEB_PAGE_CONFERENCE_H

#include "search/search.h"
#include "web/page.h"
#include "web/respond.h"
#include "web/words.h"

enum {
    POL_AGENDA_PAGE = 500,               /* documents of one page of an agenda */
    POL_CONFERENCE_LINE_MAX = 256 << 10, /* bytes of an address */
    POL_CONFERENCE_NO_YEAR = 0
};

typedef struct pol_conference_view {
    pol_worker *worker;
    const pol_request *request;
    const pol_outline_conference *conference;
    pol_buffer *buffer;
    pol_buffer scratch; /* for addresses */
} pol_conference_view;

/* "/conferences/NAME/2014" or ".../unstated", until the next call; `year` -1: of all years. */
pol_span pol_conference_url(pol_conference_view *view, int year);

/* "2014", "year not stated". */
const char *pol_conference_year(int year, char buffer[16]);

/* conference_agenda.c: all documents of one year of it, which has `documents` (not 0). */
POL_MUST_CHECK pol_status pol_conference_add_agenda(pol_conference_view *view, int year,
                                                    uint32_t documents, pol_error *reterr);

/* How many were decided how: those that are counted, as a list; with links that filter by each
 * where `url` (of the page, without parameters) is present. */
typedef struct pol_tally {
    uint32_t decisions[POL_DECISION_COUNT]; /* NONE: of kinds that are not decided */
    uint32_t documents;
} pol_tally;
void pol_conference_add_tally(pol_conference_view *view, const pol_tally *tally, pol_span url,
                              pol_decision chosen);

#endif
