/* compared.c - see compared.h. */
#include "tests/unit/draft/compared.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { DOCUMENTS = 40, ARENA_MAX = 64 << 20 };

/* Every document has the same five passages but for one number. */
static void add_document(fixture *fix, int number)
{
    char id[16], last[64];
    snprintf(id, sizeof id, "d%d", number);
    snprintf(last, sizeof last, "Passage %d says nothing else.", number);
    const fixture_document document = {
        .id = id,
        .title = "Ordinary business",
        .year = 2031,
        .source = "ordinary.txt",
        .passages = {{.text = "Conference instructs the National Executive Council to campaign."},
                     {.text = "Members and branches of the union work for better pay."},
                     {.text =
                          "Public services need staff, money and organised support every year."},
                     {.text = last}},
    };
    fixture_add(fix, &document);
}

void compared_open(compared_index *made)
{
    pol_error error = {0};
    fixture_open(&made->fix);
    for (int i = 0; i < DOCUMENTS; i++)
        add_document(&made->fix, i);
    fixture_commit(&made->fix);
    pol_arena_init(&made->arena, ARENA_MAX);
    if (pol_index_open(made->fix.index, &made->index, &error) != POL_OK ||
        pol_weigher_new(made->index, &made->weigher, &error) != POL_OK)
        fail_msg("%s", error.text);
}

void compared_close(compared_index *made)
{
    pol_weigher_free(made->weigher);
    pol_index_free(made->index);
    pol_arena_done(&made->arena);
    fixture_close(&made->fix);
}

pol_weighed_text compared_weigh(compared_index *made, const char *text)
{
    pol_error error = {0};
    pol_weighed_text weighed;
    if (pol_weigh(made->weigher, pol_span_of(text), &made->arena, &weighed, &error) != POL_OK)
        fail_msg("%s", error.text);
    return weighed;
}

pol_comparison compared(compared_index *made, const char *clause, const char *passage)
{
    pol_error error = {0};
    pol_comparison comparison;
    const pol_compared left = {.text = compared_weigh(made, clause), .is_action = true};
    const pol_compared right = {.text = compared_weigh(made, passage), .is_action = true};
    if (pol_compare(&left, &right, &made->arena, &comparison, &error) != POL_OK)
        fail_msg("%s", error.text);
    return comparison;
}

int compared_set_up(void **state)
{
    compared_index *made = calloc(1, sizeof *made);
    compared_open(made);
    *state = made;
    return 0;
}

int compared_tear_down(void **state)
{
    compared_close(*state);
    free(*state);
    return 0;
}
