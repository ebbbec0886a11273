/* test_stop_words.c - which words weigh nothing. */
#include "core/analysis.h"

#include "tests/unit/core/cmocka_all.h"

static void knows_function_words(void **state)
{
    (void)state;
    static const char *const words[] = {
        "a",          "the",  "and",       "of",    "to",      "not",   "no", "that",  "yours",
        "yourselves", "dont", "therefore", "would", "wouldnt", "about", "i",  "ought", "mustnt"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!pol_is_stop_word(pol_span_of(words[i])))
            fail_msg("'%s' should be a stop word", words[i]);
}

static void leaves_all_others(void **state)
{
    (void)state;
    static const char *const words[] = {
        "",     "pay", "strike", "right",  "us",         "may",  "who",  "th",
        "thee", "The", "zzz",    "motion", "conference", "want", "work", "against the"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_is_stop_word(pol_span_of(words[i])))
            fail_msg("'%s' should be no stop word", words[i]);
    assert_false(pol_is_stop_word((pol_span){0}));
}

/* A table out of order loses words: each must be what the analyser makes of it. */
static void finds_every_word_that_starts_a_letter(void **state)
{
    (void)state;
    static const char *const firsts[] = {"a",    "be",    "can",  "did",     "each", "few", "had",
                                         "i",    "just",  "me",   "neither", "of",   "per", "same",
                                         "than", "under", "very", "was",     "you"};
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        assert_true(pol_is_stop_word(pol_span_of(firsts[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_function_words),
        cmocka_unit_test(leaves_all_others),
        cmocka_unit_test(finds_every_word_that_starts_a_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
