/* noting.h - an index in a scratch folder whose metadata a test writes and reads. Included once
 * by each test. */
#ifndef POL_TESTS_UNIT_INDEXER_NOTING_H
#define POL_TESTS_UNIT_INDEXER_NOTING_H

#include "tests/unit/indexer/folder.h"

#include "indexer/ledger.h"

static xc_writer *writer;
static pol_ledger ledger;
static pol_arena arena;
static pol_error error;

static inline int open_ledger(void **state)
{
    const xc_writer_options options = {.mode = XC_CREATE};
    if (make_folder(state) != 0)
        return -1;
    pol_arena_init(&arena, 16 << 20);
    return xc_writer_open(at("db"), &options, &writer, NULL) != XC_OK ||
           pol_ledger_open(&ledger, writer, NULL) != POL_OK;
}

static inline int close_ledger(void **state)
{
    pol_ledger_close(&ledger);
    xc_writer_free(writer);
    pol_arena_done(&arena);
    return drop_folder(state);
}

static inline void assert_text(pol_span actual, const char *expected)
{
    if (!pol_span_equal(actual, pol_span_of(expected)))
        fail_msg("got '%.*s', wanted '%s'", POL_SPAN_ARGS(actual), expected);
}

static inline void assert_fine(pol_status status)
{
    if (status != POL_OK)
        fail_msg("%s", error.text);
}

#endif
