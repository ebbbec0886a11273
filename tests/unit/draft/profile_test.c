/* profile_test.c - the YAML of a profile: every key, and what is said of one that is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/reader.h"
#include "draft/profile.h"

static pol_arena arena;
static pol_profile profile;
static pol_error error;

static int begin(void **state)
{
    (void)state;
    pol_arena_init(&arena, 16 << 20);
    error = (pol_error){0};
    return 0;
}

static int end(void **state)
{
    (void)state;
    pol_arena_done(&arena);
    return 0;
}

static void parse(const char *yaml)
{
    if (pol_profile_parse(pol_span_of(yaml), "union.yaml", &arena, &profile, &error) != POL_OK)
        fail_msg("%s", error.text);
}

static void refuse(const char *yaml, pol_status status, size_t line, const char *words)
{
    error = (pol_error){0};
    assert_int_equal(pol_profile_parse(pol_span_of(yaml), "union.yaml", &arena, &profile, &error),
                     status);
    assert_int_equal(error.at, line);
    if (!strstr(error.text, words))
        fail_msg("'%s' is not in: %s", words, error.text);
    assert_ptr_equal(strstr(error.text, "union.yaml"), error.text);
}

static void assert_span(pol_span span, const char *expected)
{
    assert_int_equal(span.size, strlen(expected));
    assert_memory_equal(span.data, expected, span.size);
}

static void test_every_key(void **state)
{
    (void)state;
    parse("name: Kettle Makers' Union\n"
          "motion:\n"
          "  words_max: 250\n"
          "  title_words_max: 12\n"
          "  points_max: 6\n"
          "  needs_body: yes\n"
          "  bodies:\n"
          "    - National Executive Council\n"
          "    - branches\n"
          "acronyms:\n"
          "  check: off\n"
          "  known: [KMU, SPOUT]\n");
    assert_span(profile.name, "Kettle Makers' Union");
    assert_int_equal(profile.words_max, 250);
    assert_int_equal(profile.title_words_max, 12);
    assert_int_equal(profile.points_max, 6);
    assert_true(profile.needs_body);
    assert_false(profile.ignores_bodies);
    assert_int_equal(profile.body_count, 2);
    assert_span(profile.bodies[0], "National Executive Council");
    assert_span(profile.bodies[1], "branches");
    assert_true(profile.ignores_acronyms);
    assert_int_equal(profile.known_acronym_count, 2);
    assert_span(profile.known_acronyms[1], "SPOUT");
}

static void test_what_is_not_set_is_off(void **state)
{
    (void)state;
    parse("# nothing yet\nmotion:\n  words_max:\n");
    assert_null(profile.name.data);
    assert_int_equal(profile.words_max + profile.title_words_max + profile.points_max, 0);
    assert_false(profile.needs_body || profile.ignores_bodies || profile.ignores_acronyms);
    assert_int_equal(profile.body_count + profile.known_acronym_count, 0);
    parse("");
    assert_int_equal(profile.words_max, 0);
}

static void test_no_differs_from_not_set(void **state)
{
    (void)state;
    parse("motion:\n  needs_body: no\nacronyms:\n  check: true\n");
    assert_false(profile.needs_body);
    assert_true(profile.ignores_bodies);
    assert_false(profile.ignores_acronyms);
}

static void test_one_value_is_a_list_of_one(void **state)
{
    (void)state;
    parse("motion:\n  bodies: the executive\n");
    assert_int_equal(profile.body_count, 1);
    assert_span(profile.bodies[0], "the executive");
}

static void test_keys_that_are_none(void **state)
{
    (void)state;
    refuse("name: K\nmotion:\n  word_max: 250\n", POL_USAGE, 3,
           "line 3: a profile has no "
           "'motion.word_max', but name, "
           "motion.words_max");
    refuse("words_max: 250\n", POL_USAGE, 1, "'words_max'");
    refuse("motion:\n  bodies:\n    - name: NEC\n", POL_USAGE, 3, "'motion.bodies.name'");
    refuse("motion: 250\n", POL_USAGE, 1, "'motion'");
}

static void test_values_that_are_none(void **state)
{
    (void)state;
    refuse("motion:\n  words_max: 250 words\n", POL_USAGE, 2,
           "union.yaml, line 2: motion.words_max must be a whole number from 1 to 100000, not "
           "'250 words'");
    refuse("motion:\n  words_max: 0\n", POL_USAGE, 2, "from 1");
    refuse("motion:\n  words_max: 100001\n", POL_USAGE, 2, "100000");
    refuse("motion:\n  words_max: -5\n", POL_USAGE, 2, "'-5'");
    refuse("motion:\n  points_max: 4294967297\n", POL_USAGE, 2, "whole number");
    refuse("motion:\n  needs_body: perhaps\n", POL_USAGE, 2, "must be yes or no, not 'perhaps'");
    refuse("motion:\n  words_max: 5\n  words_max: 6\n", POL_USAGE, 3, "stated twice");
}

static void test_what_is_no_profile(void **state)
{
    (void)state;
    refuse("- a\n- b\n", POL_FORMAT, 1, "'key: value' lines");
    refuse("motion: [1\n", POL_FORMAT, 2, "YAML");
    refuse("a: &x [1]\nb: *x\n", POL_FORMAT, 2, "alias");
    char deep[201];
    memset(deep, '[', 200);
    deep[200] = '\0';
    refuse(deep, POL_FORMAT, 1, "YAML");
}

static void test_bounds(void **state)
{
    (void)state;
    static char large[POL_YAML_MAX + 64];
    memset(large, '#', sizeof large - 1);
    refuse(large, POL_LIMIT, 1, "bytes");
    char name[400] = "name: ";
    memset(name + 6, 'k', 201);
    refuse(name, POL_USAGE, 1, "200 bytes or less");
    static char many[1100 * 6 + 64] = "acronyms:\n  known: [A";
    for (size_t at = strlen(many), i = 0; i < 1100; i++, at += 3)
        memcpy(many + at, ", B", 4);
    strcat(many, "]\n");
    refuse(many, POL_LIMIT, 2, "more than 1000 values");
}

static void test_an_arena_that_is_full(void **state)
{
    (void)state;
    pol_arena small;
    pol_arena_init(&small, 64);
    assert_int_equal(
        pol_profile_parse(POL_SPAN("name: Kettles\n"), "union.yaml", &small, &profile, &error),
        POL_LIMIT);
    pol_arena_done(&small);
}

static void test_codes(void **state)
{
    (void)state;
    assert_string_equal(pol_aid_code(POL_AID_ACRONYM), "acronym");
    assert_string_equal(pol_aid_code(POL_AID_LENGTH), "length");
    assert_string_equal(pol_aid_code(POL_AID_NOBODY), "nobody_instructed");
    assert_string_equal(pol_aid_code(POL_AID_COUNT), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_every_key, begin, end),
        cmocka_unit_test_setup_teardown(test_what_is_not_set_is_off, begin, end),
        cmocka_unit_test_setup_teardown(test_no_differs_from_not_set, begin, end),
        cmocka_unit_test_setup_teardown(test_one_value_is_a_list_of_one, begin, end),
        cmocka_unit_test_setup_teardown(test_keys_that_are_none, begin, end),
        cmocka_unit_test_setup_teardown(test_values_that_are_none, begin, end),
        cmocka_unit_test_setup_teardown(test_what_is_no_profile, begin, end),
        cmocka_unit_test_setup_teardown(test_bounds, begin, end),
        cmocka_unit_test_setup_teardown(test_an_arena_that_is_full, begin, end),
        cmocka_unit_test_setup_teardown(test_codes, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
