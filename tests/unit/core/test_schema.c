/* test_schema.c - fields, terms, hashes and the data of passages. */
#include "core/schema.h"

#include <stdio.h>

#include "tests/unit/core/cmocka_all.h"

static void fields_are_found_by_name(void **state)
{
    (void)state;
    for (int i = 0; i < POL_FIELD_COUNT; i++) {
        const pol_field_info *info = pol_field_info_of((pol_field)i);
        assert_int_equal(pol_field_from_name(pol_span_of(info->name)), i);
        assert_true(strlen(info->help) > 0);
        assert_true(pol_span_starts(pol_span_of(info->example), pol_span_of(info->name)));
        assert_int_equal(info->example[strlen(info->name)], ':');
    }
    assert_int_equal(pol_field_from_name(POL_SPAN("YEAR")), POL_FIELD_YEAR);
    assert_int_equal(pol_field_from_name(POL_SPAN("years")), POL_FIELD_COUNT);
    assert_int_equal(pol_field_from_name(POL_SPAN("")), POL_FIELD_COUNT);
}

static void fields_have_prefixes_and_slots_that_fit_their_type(void **state)
{
    (void)state;
    for (int i = 0; i < POL_FIELD_COUNT; i++) {
        const pol_field_info *info = pol_field_info_of((pol_field)i);
        if (info->type != POL_TYPE_DATE)
            assert_non_null(info->prefix);
        if (info->type == POL_TYPE_DATE || info->type == POL_TYPE_YEAR || info->is_facet)
            assert_true(info->slot >= 0);
    }
}

/* Every prefix of the index, and whether its values may start in upper case. */
static void no_prefix_runs_into_another(void **state)
{
    (void)state;
    static const struct {
        const char *prefix;
        bool takes_any_case;
    } fixed[] = {
        {POL_PREFIX_STEM, false},     {POL_PREFIX_TITLE_STEM, false},
        {POL_PREFIX_ID, true},        {POL_PREFIX_DOCUMENT_STEM, false},
        {POL_PREFIX_DOCUMENT, true},  {POL_PREFIX_HEAD, false},
        {POL_PREFIX_BODY, false},     {POL_PREFIX_FILE, true},
        {POL_PREFIX_MERGE, true},     {POL_PREFIX_JOIN, true},
        {POL_PREFIX_REFERS, true},    {POL_PREFIX_EXACT_NAME, true},
        {POL_PREFIX_EXACT_ORG, true}, {POL_PREFIX_SPELT, true},
        {POL_PREFIX_SPELLING, true},
    };
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        for (int j = 0; j < POL_FIELD_COUNT; j++) {
            const char *other = pol_field_info_of((pol_field)j)->prefix;
            if (!other || strcmp(fixed[i].prefix, other) == 0)
                continue;
            if (fixed[i].takes_any_case)
                assert_int_not_equal(strncmp(other, fixed[i].prefix, strlen(fixed[i].prefix)), 0);
        }
    for (int i = 0; i < POL_FIELD_COUNT; i++)
        for (int j = 0; j < i; j++) {
            const char *a = pol_field_info_of((pol_field)i)->prefix;
            const char *b = pol_field_info_of((pol_field)j)->prefix;
            assert_true(!a || !b || strcmp(a, b) != 0);
        }
}

/* The published test vectors of FNV-1a with 128 bits. */
static void hashes_as_published(void **state)
{
    (void)state;
    char hex[33];
    pol_hash_hex(POL_SPAN(""), hex);
    assert_string_equal(hex, "6c62272e07bb014262b821756295c58d");
    pol_hash_hex(POL_SPAN("a"), hex);
    assert_string_equal(hex, "d228cb696f1a8caf78912b704e4a8964");
    pol_hash_hex(POL_SPAN("foobar"), hex);
    assert_string_equal(hex, "343e1662793c64bf6f0d3597ba446f18");
}

static void short_values_are_terms_as_they_are(void **state)
{
    (void)state;
    char buffer[POL_TERM_MAX + 1];
    pol_span term = pol_term_make("XD", POL_SPAN("carried"), buffer);
    assert_ptr_equal(term.data, buffer);
    assert_string_equal(buffer, "XDcarried");
    assert_int_equal(term.size, 9);
    term = pol_term_make("Y", (pol_span){0}, buffer);
    assert_int_equal(term.size, 1);
    term = pol_term_make("", POL_SPAN("word"), buffer);
    assert_true(pol_span_equal(term, POL_SPAN("word")));
}

static void long_values_are_hashed(void **state)
{
    (void)state;
    char value[1000], fits[POL_TERM_MAX + 1], one[POL_TERM_MAX + 1], other[POL_TERM_MAX + 1];
    memset(value, 'a', sizeof value);
    pol_span term = pol_term_make("XU", pol_span_make(value, POL_TERM_MAX - 2), fits);
    assert_int_equal(term.size, POL_TERM_MAX);
    assert_int_equal(fits[POL_TERM_MAX - 1], 'a');

    term = pol_term_make("XU", pol_span_make(value, POL_TERM_MAX - 1), one);
    assert_int_equal(term.size, 2 + 200 + 1 + 32);
    assert_memory_equal(one, "XUaaaa", 6);
    assert_int_equal(one[202], '~');
    value[500] = 'b';
    pol_span longer = pol_term_make("XU", pol_span_make(value, sizeof value), one);
    value[500] = 'c';
    pol_span changed = pol_term_make("XU", pol_span_make(value, sizeof value), other);
    assert_int_equal(longer.size, changed.size);
    assert_false(pol_span_equal(longer, changed));
}

/* Xapian stores a zero byte as two: 130 of them are 260 bytes for it. */
static void zero_bytes_count_twice(void **state)
{
    (void)state;
    char value[130] = {0}, buffer[POL_TERM_MAX + 1];
    pol_span term = pol_term_make("I", pol_span_make(value, sizeof value), buffer);
    assert_int_equal(term.size, 1 + 1 + 32);
    assert_null(memchr(term.data, '\0', term.size));
    term = pol_term_make("I", pol_span_make("a\0b", 3), buffer);
    assert_int_equal(term.size, 4);
}

static void documents_have_keys(void **state)
{
    (void)state;
    char key[POL_KEY_SIZE + 1], term[POL_TERM_MAX + 1], other[POL_TERM_MAX + 1], id[5000];
    memset(id, 'x', sizeof id);
    assert_string_equal(pol_document_key(POL_SPAN("m-1"), key).data, "p19y3lC4b7");
    assert_true(pol_span_equal(pol_document_term(POL_SPAN("m-1"), term), POL_SPAN("Ip19y3lC4b7")));
    assert_true(pol_span_equal(pol_head_term(POL_SPAN("m-1"), term), POL_SPAN("Qm-1")));
    for (size_t size = 0; size < 300; size++) {
        assert_int_equal(pol_document_key(pol_span_make(id, size), key).size, POL_KEY_SIZE);
        assert_null(strpbrk(key, "~#/ "));
        assert_true(pol_head_term(pol_span_make(id, size), term).size <= POL_TERM_MAX);
    }
    pol_span one = pol_document_term(pol_span_make(id, 5000), term);
    pol_span two = pol_document_term(pol_span_make(id, 4999), other);
    assert_false(pol_span_equal(one, two));
    one = pol_head_term(pol_span_make(id, 5000), term);
    two = pol_head_term(pol_span_make(id, 4999), other);
    assert_false(pol_span_equal(one, two));
}

static void ordinals_go_there_and_back(void **state)
{
    (void)state;
    static const uint32_t ordinals[] = {1, 255, 256, 65535, 65536, 1 << 24, UINT32_MAX};
    static const size_t sizes[] = {1, 1, 2, 2, 3, 4, 4};
    char buffer[POL_ORDINAL_SIZE];
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pol_span value = pol_ordinal_value(ordinals[i], buffer);
        assert_int_equal(value.size, sizes[i]);
        assert_int_equal(pol_ordinal_parse(value), ordinals[i]);
    }
    assert_int_equal(pol_ordinal_parse((pol_span){0}), 0);
    assert_int_equal(pol_ordinal_parse(pol_span_make("\0\1", 2)), 0);
    assert_int_equal(pol_ordinal_parse(POL_SPAN("12345")), 0);
}

static void times_have_ten_digits(void **state)
{
    (void)state;
    char buffer[POL_CHANGED_SIZE];
    assert_string_equal(pol_changed_value(1784563200, buffer), "1784563200");
    assert_string_equal(pol_changed_value(7, buffer), "0000000007");
    assert_string_equal(pol_changed_value(9999999999, buffer), "9999999999");
    assert_string_equal(pol_changed_value(10000000000, buffer), "");
    assert_string_equal(pol_changed_value(0, buffer), "");
    assert_string_equal(pol_changed_value(-1, buffer), "");
}

static void years_and_decisions_go_there_and_back(void **state)
{
    (void)state;
    char buffer[POL_OUTCOME_SIZE];
    int year = 0;
    pol_span rest;
    assert_string_equal(pol_outcome_value(2014, "carried", buffer), "2014 carried");
    assert_string_equal(pol_outcome_value(2014, NULL, buffer), "2014 ");
    assert_string_equal(pol_outcome_value(0, "carried", buffer), "");
    assert_string_equal(pol_outcome_value(-3, "carried", buffer), "");
    assert_true(pol_slot_year_parse(POL_SPAN("2014 carried_part"), &year, &rest));
    assert_int_equal(year, 2014);
    assert_true(pol_span_equal(rest, POL_SPAN("carried_part")));
    assert_true(pol_slot_year_parse(POL_SPAN("0000 Tea Conference"), &year, &rest));
    assert_int_equal(year, 0);
    assert_true(pol_slot_year_parse(POL_SPAN("2014 "), &year, &rest));
    assert_int_equal(rest.size, 0);
    static const char *const wrong[] = {"", "2014", "2014-carried", "20l4 carried", " 2014 x"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(pol_slot_year_parse(pol_span_of(wrong[i]), &year, &rest));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_found_by_name),
        cmocka_unit_test(fields_have_prefixes_and_slots_that_fit_their_type),
        cmocka_unit_test(no_prefix_runs_into_another),
        cmocka_unit_test(hashes_as_published),
        cmocka_unit_test(short_values_are_terms_as_they_are),
        cmocka_unit_test(long_values_are_hashed),
        cmocka_unit_test(zero_bytes_count_twice),
        cmocka_unit_test(documents_have_keys),
        cmocka_unit_test(ordinals_go_there_and_back),
        cmocka_unit_test(times_have_ten_digits),
        cmocka_unit_test(years_and_decisions_go_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
