/* document_test.c - filling a document and reading it back. */
#include "support.h"

#include <math.h>

static xc_document *empty_document(void)
{
    xc_error error;
    xc_document *document;
    OK(xc_document_new(&document, &error));
    return document;
}

static void keeps_data_and_values(void **state)
{
    (void)state;
    xc_error error;
    xc_bytes got;
    xc_document *document = empty_document();
    OK(xc_document_data(document, &got, &error));
    assert_bytes(got, "");
    OK(xc_document_set_data(document, (xc_bytes){"a\0b", 3}, &error));
    OK(xc_document_data(document, &got, &error));
    assert_int_equal(got.size, 3);
    assert_memory_equal(got.data, "a\0b", 3);
    OK(xc_document_set_value(document, 7, bytes("2014"), &error));
    OK(xc_document_value(document, 7, &got, &error));
    assert_bytes(got, "2014");
    OK(xc_document_value(document, 8, &got, &error));
    assert_bytes(got, "");
    OK(xc_document_set_value(document, 7, NO_BYTES, &error));
    OK(xc_document_value(document, 7, &got, &error));
    assert_bytes(got, "");
    xc_document_free(document);
}

static void lists_terms_in_order_with_occurrences(void **state)
{
    (void)state;
    xc_error error;
    xc_terms *terms;
    xc_bytes got;
    uint32_t documents = 99, occurrences = 99;
    xc_document *document = empty_document();
    OK(xc_document_add_term(document, bytes("beta"), 0, &error));
    OK(xc_document_add_term(document, bytes("alpha"), 2, &error));
    OK(xc_document_add_posting(document, bytes("alpha"), 9, 3, &error));
    OK(xc_document_terms(document, &terms, &error));
    OK(xc_terms_next(terms, &got, &documents, &error));
    assert_bytes(got, "alpha");
    assert_int_equal(documents, 0); /* not in a database */
    OK(xc_terms_occurrences(terms, &occurrences, &error));
    assert_int_equal(occurrences, 5);
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_bytes(got, "beta");
    OK(xc_terms_occurrences(terms, &occurrences, &error));
    assert_int_equal(occurrences, 0);
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_null(got.data);
    OK(xc_terms_next(terms, &got, NULL, &error)); /* the end stays the end */
    assert_null(got.data);
    xc_terms_free(terms);
    xc_document_free(document);
}

static void skips_to_a_term(void **state)
{
    (void)state;
    xc_error error;
    xc_terms *terms;
    xc_bytes got;
    xc_document *document = document_of("ash beech elm oak", NULL, NULL, NULL);
    OK(xc_document_terms(document, &terms, &error));
    OK(xc_terms_skip_to(terms, bytes("c"), &error));
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_bytes(got, "elm");
    OK(xc_terms_skip_to(terms, bytes("z"), &error));
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_null(got.data);
    OK(xc_terms_skip_to(terms, bytes("z"), &error));
    xc_terms_free(terms);
    xc_document_free(document);
}

static void is_empty_after_clear(void **state)
{
    (void)state;
    xc_error error;
    xc_terms *terms;
    xc_bytes got;
    xc_document *document = document_of("ash beech", "v", NULL, NULL);
    OK(xc_document_clear(document, &error));
    OK(xc_document_terms(document, &terms, &error));
    OK(xc_terms_next(terms, &got, NULL, &error));
    assert_null(got.data);
    OK(xc_document_value(document, 0, &got, &error));
    assert_bytes(got, "");
    OK(xc_document_data(document, &got, &error));
    assert_bytes(got, "");
    xc_terms_free(terms);
    xc_document_free(document);
}

static void refuses_terms_that_cannot_be_stored(void **state)
{
    (void)state;
    xc_error error;
    char text[XC_TERM_MAX + 1];
    xc_document *document = empty_document();
    memset(text, 'x', sizeof text);
    OK(xc_document_add_term(document, (xc_bytes){text, XC_TERM_MAX}, 1, &error));
    FAILS(XC_TERM_TOO_LONG,
          xc_document_add_term(document, (xc_bytes){text, XC_TERM_MAX + 1}, 1, &error));
    FAILS(XC_TERM_TOO_LONG,
          xc_document_add_posting(document, (xc_bytes){text, XC_TERM_MAX + 1}, 1, 1, &error));
    FAILS(XC_INVALID, xc_document_add_term(document, NO_BYTES, 1, &error));
    FAILS(XC_INVALID, xc_document_add_posting(document, bytes(""), 1, 1, &error));
    text[0] = '\0'; /* counts as two */
    FAILS(XC_TERM_TOO_LONG,
          xc_document_add_term(document, (xc_bytes){text, XC_TERM_MAX}, 1, &error));
    OK(xc_document_add_term(document, (xc_bytes){text, XC_TERM_MAX - 1}, 1, &error));
    assert_int_equal(xc_document_add_term(document, NO_BYTES, 1, NULL), XC_INVALID);
    xc_document_free(document);
}

static void refuses_no_slot(void **state)
{
    (void)state;
    xc_error error;
    xc_bytes got;
    xc_document *document = empty_document();
    FAILS(XC_INVALID, xc_document_set_value(document, XC_NO_SLOT, bytes("x"), &error));
    FAILS(XC_INVALID, xc_document_value(document, XC_NO_SLOT, &got, &error));
    xc_document_free(document);
}

static void encodes_numbers_in_order(void **state)
{
    (void)state;
    static const double numbers[] = {-HUGE_VAL, -1e300, -2.5, -1,   -1e-9, 0,
                                     1e-9,      1,      2003, 2024, 1e300, HUGE_VAL};
    char last[9] = "";
    size_t last_size = 0;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char buffer[9];
        size_t size = xc_number_encode(numbers[i], buffer);
        assert_true(size <= sizeof buffer);
        assert_true(xc_number_decode((xc_bytes){buffer, size}) == numbers[i]);
        if (i > 0) {
            int order = memcmp(last, buffer, last_size < size ? last_size : size);
            assert_true(order < 0 || (order == 0 && last_size < size));
        }
        memcpy(last, buffer, last_size = size);
    }
    char buffer[9];
    assert_true(xc_number_encode(NAN, buffer) <= sizeof buffer); /* as the least number */
}

static void decodes_any_bytes(void **state)
{
    (void)state;
    char text[300];
    for (size_t size = 0; size < sizeof text; size++) {
        memset(text, (int)(size * 37), size);
        double number = xc_number_decode((xc_bytes){text, size});
        assert_true(number == number);
    }
    assert_true(xc_number_decode(NO_BYTES) == -HUGE_VAL);
}

static void frees_nothing(void **state)
{
    (void)state;
    xc_document_free(NULL);
    xc_terms_free(NULL);
}

static void names_every_status(void **state)
{
    (void)state;
    for (int i = XC_OK; i <= XC_WILDCARD; i++) {
        const char *name = xc_status_name((xc_status)i);
        assert_true(name[0] != '\0');
        for (int j = XC_OK; j < i; j++)
            assert_string_not_equal(name, xc_status_name((xc_status)j));
    }
    assert_string_equal(xc_status_name((xc_status)1000), "unknown");
    assert_int_equal(strncmp(xc_xapian_version(), "1.4.", 4), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_data_and_values),
        cmocka_unit_test(lists_terms_in_order_with_occurrences),
        cmocka_unit_test(skips_to_a_term),
        cmocka_unit_test(is_empty_after_clear),
        cmocka_unit_test(refuses_terms_that_cannot_be_stored),
        cmocka_unit_test(refuses_no_slot),
        cmocka_unit_test(encodes_numbers_in_order),
        cmocka_unit_test(decodes_any_bytes),
        cmocka_unit_test(frees_nothing),
        cmocka_unit_test(names_every_status),
    };
    return cmocka_run_group_tests_name("document", tests, NULL, NULL);
}
