/* thesaurus_test.c - what WordNet ties, and what it does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/analysis.h"
#include "draft/thesaurus.h"

static uint32_t find(const char *word)
{
    pol_analyser *analyser = NULL;
    pol_error error;
    pol_token token;
    assert_int_equal(pol_analyser_new("en", &analyser, &error), POL_OK);
    pol_analyser_begin(analyser, pol_span_of(word));
    assert_true(pol_analyser_next(analyser, &token));
    uint32_t found = pol_thesaurus_find(token.stem);
    pol_analyser_free(analyser);
    return found;
}

static unsigned kinship(const char *word, const char *other)
{
    unsigned found = pol_thesaurus_kinship(find(word), find(other));
    assert_int_equal(found, pol_thesaurus_kinship(find(other), find(word)));
    return found;
}

static void synonyms_and_derived_forms(void **state)
{
    (void)state;
    assert_true(kinship("sacked", "dismissed") & POL_KINSHIP_SYNONYM);
    assert_true(kinship("wages", "pay") & POL_KINSHIP_SYNONYM);
    assert_true(kinship("closing", "shut") & POL_KINSHIP_SYNONYM);
    assert_true(kinship("closure", "shut") & POL_KINSHIP_DERIVED);
    assert_true(kinship("dismissal", "sack") & (POL_KINSHIP_SYNONYM | POL_KINSHIP_DERIVED));
    assert_true(kinship("kit", "equipment") & (POL_KINSHIP_SYNONYM | POL_KINSHIP_BROADER));
}

static void antonyms(void **state)
{
    (void)state;
    assert_true(kinship("increase", "decrease") & POL_KINSHIP_ANTONYM);
    assert_true(kinship("compulsory", "voluntary") == POL_KINSHIP_NONE ||
                (kinship("compulsory", "voluntary") & POL_KINSHIP_ANTONYM));
    assert_true(kinship("accept", "reject") & POL_KINSHIP_ANTONYM);
    assert_true(kinship("public", "private") & POL_KINSHIP_ANTONYM);
}

static void strangers(void **state)
{
    (void)state;
    assert_int_equal(kinship("library", "hospital"), POL_KINSHIP_NONE);
    assert_int_equal(kinship("angler", "patient"), POL_KINSHIP_NONE);
    assert_int_equal(kinship("water", "school"), POL_KINSHIP_NONE);
    assert_int_equal(pol_thesaurus_kinship(find("pay"), find("pay")), POL_KINSHIP_NONE);
}

static void unknown_stems(void **state)
{
    (void)state;
    assert_int_equal(pol_thesaurus_find((pol_span){0}), POL_THESAURUS_NONE);
    assert_int_equal(pol_thesaurus_find(POL_SPAN("qqqq")), POL_THESAURUS_NONE);
    assert_int_equal(pol_thesaurus_find(POL_SPAN("\xff\xfe")), POL_THESAURUS_NONE);
    assert_int_equal(pol_thesaurus_find(POL_SPAN("\1")), POL_THESAURUS_NONE);
    assert_int_equal(pol_thesaurus_kinship(POL_THESAURUS_NONE, find("pay")), POL_KINSHIP_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(synonyms_and_derived_forms),
        cmocka_unit_test(antonyms),
        cmocka_unit_test(strangers),
        cmocka_unit_test(unknown_stems),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
