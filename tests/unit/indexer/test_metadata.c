/* test_metadata.c - keys and values beside the documents of an index. */
#include "tests/unit/indexer/noting.h"

#include "indexer/metadata.h"

static char seen[256];

static pol_status note(void *context, pol_span key, pol_span value, pol_error *reterr)
{
    size_t size = strlen(seen);
    (void)context, (void)reterr;
    snprintf(seen + size, sizeof seen - size, "%.*s=%.*s ", POL_SPAN_ARGS(key),
             POL_SPAN_ARGS(value));
    return POL_OK;
}

static pol_status refuse(void *context, pol_span key, pol_span value, pol_error *reterr)
{
    (void)key, (void)value;
    ++*(int *)context;
    return pol_fail(reterr, POL_LIMIT, 0, "enough");
}

static void set(const char *key, const char *value)
{
    assert_fine(pol_metadata_set(writer, pol_span_of(key), pol_span_of(value), &error));
}

static const char *each(const char *prefix)
{
    seen[0] = '\0';
    assert_fine(pol_metadata_each(ledger.reader, pol_span_of(prefix), note, NULL, &error));
    return seen;
}

static void keys_come_in_their_order(void **state)
{
    (void)state;
    set("a/2", "two");
    set("b/1", "other");
    set("a/10", "ten");
    set("a/1", "one");
    assert_string_equal(each("a/"), "a/1=one a/10=ten a/2=two ");
    assert_string_equal(each("b/"), "b/1=other ");
    assert_string_equal(each("c/"), "");
}

static void an_empty_value_removes(void **state)
{
    (void)state;
    set("a/1", "one");
    set("a/1", "uno");
    assert_string_equal(each("a/"), "a/1=uno ");
    set("a/1", "");
    set("a/2", ""); /* which was never there */
    assert_string_equal(each("a/"), "");
}

static void values_hold_any_bytes(void **state)
{
    (void)state;
    xc_bytes value;
    pol_span bytes = pol_span_make("a\0b\xff", 4);
    assert_fine(pol_metadata_set(writer, POL_SPAN("k"), bytes, &error));
    assert_int_equal(xc_reader_metadata(ledger.reader, (xc_bytes){"k", 1}, &value, NULL), XC_OK);
    assert_int_equal(value.size, 4);
    assert_memory_equal(value.data, bytes.data, 4);
}

static void a_callback_ends_it(void **state)
{
    (void)state;
    int calls = 0;
    set("a/1", "one");
    set("a/2", "two");
    assert_int_equal(pol_metadata_each(ledger.reader, POL_SPAN("a/"), refuse, &calls, &error),
                     POL_LIMIT);
    assert_string_equal(error.text, "enough");
    assert_int_equal(calls, 1);
}

int main(void)
{
#define IN_INDEX(test) cmocka_unit_test_setup_teardown(test, open_ledger, close_ledger)
    const struct CMUnitTest tests[] = {
        IN_INDEX(keys_come_in_their_order),
        IN_INDEX(an_empty_value_removes),
        IN_INDEX(values_hold_any_bytes),
        IN_INDEX(a_callback_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
