/* similar_memory_test.c - each allocation of a search for similar documents refused in turn: it
 * fails cleanly, or the answer is the same as ever. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "draft/similar.h"
#include "tests/unit/core/failing_alloc.h"
#include "tests/unit/search/collection.h"

enum { ALLOCATIONS = 400 }; /* more than a search makes */

static fixture fix;
static pol_index *lookup;

static int open_collection(void **state)
{
    (void)state;
    pol_error error;
    fixture_open(&fix);
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        fixture_add(&fix, &collection[i]);
    fixture_commit(&fix);
    return pol_index_open(fix.index, &lookup, &error) != POL_OK;
}

static int close_collection(void **state)
{
    (void)state;
    pol_index_free(lookup);
    fixture_close(&fix);
    return 0;
}

static pol_status find(pol_similar **ret_similar)
{
    static const pol_similar_options options = {.count = 5};
    pol_error error = {0};
    pol_status status =
        pol_similar_find(lookup, POL_SPAN("bus-2018"), &options, ret_similar, &error);
    fail_alloc_never();
    if (status != POL_OK)
        assert_int_equal(error.status, status);
    return status;
}

static void expect_same(const pol_similar *similar, const pol_similar *wanted)
{
    assert_int_equal(similar->count, wanted->count);
    for (size_t i = 0; i < similar->count; i++) {
        assert_true(pol_span_equal(similar->ones[i].stored->document.id.text,
                                   wanted->ones[i].stored->document.id.text));
        assert_true(similar->ones[i].score == wanted->ones[i].score);
    }
}

static void similar_ones_are_whole_or_refused(void **state)
{
    (void)state;
    pol_similar *wanted = NULL, *similar = NULL;
    pol_error error = {0};
    size_t refused = 0;
    assert_int_equal(find(&wanted), POL_OK);
    assert_true(wanted->count > 0);
    for (int count = 0; count < ALLOCATIONS; count++) {
        assert_int_equal(pol_index_reopen(lookup, &error), POL_OK); /* what it kept is forgotten */
        fail_alloc_after(count);
        pol_status status = find(&similar);
        if (status == POL_OK) {
            expect_same(similar, wanted);
        } else {
            assert_int_equal(status, POL_NOMEM);
            assert_null(similar);
            refused++;
        }
        pol_similar_free(similar);
    }
    assert_true(refused > 20 && refused < ALLOCATIONS);
    pol_similar_free(wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(similar_ones_are_whole_or_refused)};
    return cmocka_run_group_tests_name("draft/similar memory", tests, open_collection,
                                       close_collection);
}
