/* fixture.h - a small index in a folder of its own, written as core/schema.h says, for the
 * tests of searching. Texts are invented. */
#ifndef TESTS_UNIT_SEARCH_FIXTURE_H
#define TESTS_UNIT_SEARCH_FIXTURE_H

#include "core/analysis.h"
#include "document/stored.h"
#include "search/index.h"
#include "xapian-c/xapian-c.h"

enum { FIXTURE_PASSAGES_MAX = 8, FIXTURE_PATH_MAX = 256 };

typedef struct fixture_passage {
    const char *text; /* NULL ends the list */
    const char *label;
    pol_clause clause;
    pol_decision decision; /* of its own */
    uint32_t lead_in;      /* ordinal */
} fixture_passage;

/* NULL and 0 are "not stated". */
typedef struct fixture_document {
    const char *id;
    const char *title;
    const char *conference; /* with its year, as printed */
    const char *conference_name;
    const char *number;
    const char *organisation;
    const char *by;
    const char *source;
    const char *language;
    int year;
    pol_date date;
    pol_kind kind;
    pol_decision decision;
    pol_text_state text_state;
    int64_t changed;            /* when our record of it changed */
    const pol_overlay *overlay; /* what other files state of it */
    const char *head_terms[4];  /* further ones */
    fixture_passage passages[FIXTURE_PASSAGES_MAX];
} fixture_document;

typedef struct fixture {
    char folder[FIXTURE_PATH_MAX]; /* holds everything */
    char index[FIXTURE_PATH_MAX];  /* a Xapian database in it */
    xc_writer *writer;
    pol_analyser *analyser;
    pol_index *lookup;
} fixture;

/* All of these fail the test that calls them where they cannot do their work. */
void fixture_open(fixture *fix);
/* Another database below the same folder takes what is added from now on. */
void fixture_begin(fixture *fix, const char *name, const char *schema_version);
void fixture_add(fixture *fix, const fixture_document *document);
void fixture_commit(fixture *fix);
/* Commits, and opens the index as one that searches; until the fixture is closed. */
pol_index *fixture_look(fixture *fix);
/* An open index of these. */
pol_index *fixture_of(fixture *fix, const fixture_document *documents, size_t count);
void fixture_close(fixture *fix); /* and removes the folder */

#endif
