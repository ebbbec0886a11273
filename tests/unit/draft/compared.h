/* compared.h - an index of common words for tests of weighing and comparing: two hundred passages,
 * so that a word that is in none of them tells much and one that is in many tells little. */
#ifndef TESTS_UNIT_DRAFT_COMPARED_H
#define TESTS_UNIT_DRAFT_COMPARED_H

#include "draft/compare.h"
#include "tests/unit/search/fixture.h"

typedef struct compared_index {
    fixture fix;
    pol_index *index;
    pol_weigher *weigher;
    pol_arena arena;
} compared_index;

/* All of these fail the test that calls them where they cannot do their work. */
void compared_open(compared_index *made);
void compared_close(compared_index *made);
/* A compared_index as the state of a group of tests. */
int compared_set_up(void **state);
int compared_tear_down(void **state);
pol_weighed_text compared_weigh(compared_index *made, const char *text);
pol_comparison compared(compared_index *made, const char *clause, const char *passage);

#endif
