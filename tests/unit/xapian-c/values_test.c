/* values_test.c - values of a slot as numbers, in their order. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

enum { DOCUMENTS = 3000, SLOT = 2, MANY = 65535 };

static void value_of(unsigned document, char value[16])
{
    snprintf(value, 16, "v%u", document * 7919 % 400);
}

static void numbers_are_in_order(void **state)
{
    xc_error error;
    xc_values *values;
    size_t count;
    char value[16];
    static xc_docid docids[DOCUMENTS];
    static uint16_t numbers[DOCUMENTS];
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    for (unsigned i = 1; i <= DOCUMENTS; i++) {
        value_of(i, value);
        put_values(writer, "all", NULL, NULL, i % 5 ? value : NULL);
    }
    OK(xc_writer_commit(writer, &error));
    xc_reader *reader = open_reader(path);
    for (unsigned i = 0; i < DOCUMENTS; i++)
        docids[i] = i; /* there is none with 0 */
    OK(xc_reader_value_numbers(reader, SLOT, docids, DOCUMENTS, numbers, &values, &error));
    const xc_bytes *all = xc_values_all(values, &count);
    assert_in_range(count, 300, 400);
    for (size_t i = 1; i < count; i++)
        assert_true(strcmp(all[i - 1].data, all[i].data) < 0);
    for (unsigned i = 0; i < DOCUMENTS; i++) {
        value_of(i, value);
        assert_in_range(numbers[i], 0, count);
        assert_int_equal(numbers[i] != 0, i % 5 != 0);
        if (numbers[i])
            assert_bytes(all[numbers[i] - 1], value);
    }
    xc_values_free(values);
    OK(xc_reader_value_numbers(reader, 99, docids, DOCUMENTS, numbers, &values, &error));
    xc_values_all(values, &count);
    assert_int_equal(count, 0);
    assert_int_equal(numbers[1], 0);
    xc_values_free(values);
    xc_values_free(NULL);
    xc_reader_free(reader);
    xc_writer_free(writer);
}

static void too_many_are_refused(void **state)
{
    xc_error error;
    xc_values *values;
    char value[16];
    const char *path = in_scratch(state, "many");
    xc_docid *docids = calloc(MANY + 1, sizeof *docids);
    uint16_t *numbers = calloc(MANY + 1, sizeof *numbers);
    assert_true(docids && numbers);
    xc_writer *writer = open_writer(path, XC_CREATE);
    for (unsigned i = 0; i <= MANY; i++) {
        docids[i] = i + 1;
        snprintf(value, sizeof value, "%u", i);
        put_values(writer, "a", NULL, NULL, value);
    }
    OK(xc_writer_commit(writer, &error));
    xc_reader *reader = open_reader(path);
    FAILS(XC_RANGE,
          xc_reader_value_numbers(reader, SLOT, docids, MANY + 1, numbers, &values, &error));
    assert_null(values);
    OK(xc_reader_value_numbers(reader, SLOT, docids, MANY, numbers, &values, &error));
    xc_values_free(values);
    xc_reader_free(reader);
    xc_writer_free(writer);
    free(docids);
    free(numbers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {scratch_test(numbers_are_in_order),
                                       scratch_test(too_many_are_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
