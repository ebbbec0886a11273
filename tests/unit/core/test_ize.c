/* test_ize.c - words that are spelt with a z or an s. */
#include "core/analysis.h"

#include "tests/unit/core/cmocka_all.h"

static void finds_the_z(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        size_t z;
    } cases[] = {{"organize", 6},       {"recognized", 7},
                 {"privatizes", 7},     {"organizers", 6},
                 {"victimizing", 7},    {"privatization", 7},
                 {"organizational", 6}, {"size", 0},
                 {"prizes", 0},         {"organise", 0},
                 {"amazed", 0},         {"citizen", 0},
                 {"ization", 0},        {"", 0},
                 {"organiz", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (pol_word_ize(pol_span_of(cases[i].word)) != cases[i].z)
            fail_msg("the z of '%s'", cases[i].word);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_the_z)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
