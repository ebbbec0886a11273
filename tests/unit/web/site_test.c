/* site_test.c - what a worker keeps of a revision of its index, and when it forgets it. */
#include "web/site.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/search/fixture.h"

static const fixture_document first = {
    .id = "one",
    .title = "Lighthouses",
    .passages = {{.text = "paint the lighthouses", .label = "1"}}};
static const fixture_document second = {
    .id = "two",
    .title = "Quays",
    .passages = {{.text = "mend the quays and the lighthouses", .label = "1"}}};

static uint32_t frequency(pol_worker *worker, const char *word)
{
    pol_arena arena;
    pol_error error = {0};
    pol_weigher *weigher = NULL;
    pol_weighed_text text;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(pol_worker_weigher(worker, &weigher, &error), POL_OK);
    assert_int_equal(pol_weigh(weigher, pol_span_of(word), &arena, &text, &error), POL_OK);
    uint32_t found = text.words[0].frequency;
    pol_arena_done(&arena);
    return found;
}

static void words_are_remembered_until_the_index_moves(void **state)
{
    fixture fix;
    pol_error error = {0};
    pol_worker *worker = NULL;
    pol_weigher *weigher = NULL, *again = NULL;
    (void)state;
    fixture_open(&fix);
    fixture_add(&fix, &first);
    fixture_commit(&fix);
    const pol_site site = {.index_path = fix.index, .title = "polsearch", .base_url = ""};
    assert_int_equal(pol_worker_new(&site, &worker, &error), POL_OK);
    assert_int_equal(frequency(worker, "lighthouses"), 1);
    assert_int_equal(pol_worker_weigher(worker, &weigher, &error), POL_OK);
    assert_int_equal(pol_worker_refresh(worker, &error), POL_OK);
    assert_int_equal(pol_worker_weigher(worker, &again, &error), POL_OK);
    assert_ptr_equal(weigher, again);
    fixture_add(&fix, &second);
    fixture_commit(&fix);
    assert_int_equal(pol_worker_refresh(worker, &error), POL_OK);
    assert_int_equal(frequency(worker, "lighthouses"), 2);
    pol_worker_free(worker);
    fixture_close(&fix);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_remembered_until_the_index_moves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
