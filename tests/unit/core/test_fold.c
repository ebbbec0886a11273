/* test_fold.c - what every character counts as. */
#include "core/fold.h"

#include "core/utf8.h"
#include "tests/unit/core/cmocka_all.h"

static void classes_are_as_listed(void **state)
{
    (void)state;
    static const struct {
        uint32_t character;
        int char_class;
    } rows[] = {
        {'a', POL_CHAR_LETTER},         {'Z', POL_CHAR_LETTER},
        {'7', POL_CHAR_DIGIT},          {' ', POL_CHAR_SEPARATOR},
        {0, POL_CHAR_SEPARATOR},        {'_', POL_CHAR_SEPARATOR},
        {'-', POL_CHAR_HYPHEN},         {0x2010, POL_CHAR_HYPHEN},
        {0x2011, POL_CHAR_HYPHEN},      {0x2013, POL_CHAR_SEPARATOR},
        {0x2014, POL_CHAR_SEPARATOR},   {0x2212, POL_CHAR_SEPARATOR},
        {0x00AD, POL_CHAR_SOFT},        {0x200B, POL_CHAR_IGNORED},
        {0xFEFF, POL_CHAR_IGNORED},     {0xFE0F, POL_CHAR_IGNORED},
        {0x2019, POL_CHAR_APOSTROPHE},  {0xFFFD, POL_CHAR_APOSTROPHE},
        {0x0301, POL_CHAR_ACCENT},      {0x0947, POL_CHAR_MARK},
        {0x4E00, POL_CHAR_SINGLE},      {0x00BD, POL_CHAR_SINGLE},
        {0x00B2, POL_CHAR_SEPARATOR},   {0x2082, POL_CHAR_DIGIT},
        {0x1F600, POL_CHAR_SEPARATOR},  {0x2122, POL_CHAR_SEPARATOR},
        {0x10FFFF, POL_CHAR_SEPARATOR}, {0x00A0, POL_CHAR_SEPARATOR},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_folded_char folded;
        pol_fold_char(rows[i].character, &folded);
        if ((int)folded.char_class != rows[i].char_class)
            fail_msg("U+%04X is of class %d", (unsigned)rows[i].character, folded.char_class);
    }
}

static bool is_wordy(pol_char_class char_class)
{
    return char_class >= POL_CHAR_LETTER && char_class <= POL_CHAR_MARK;
}

/* Every character gives valid UTF-8 that fits a word, and only wordy ones give any. */
static void every_character_folds(void **state)
{
    (void)state;
    size_t longest = 0;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        pol_folded_char folded;
        pol_fold_char(c, &folded);
        pol_span bytes = pol_span_make(folded.bytes, folded.size);
        if (is_wordy(folded.char_class) != (folded.size > 0) ||
            pol_utf8_valid_prefix(bytes) != bytes.size)
            fail_msg("U+%04X folds to %u bytes, class %d", (unsigned)c, folded.size,
                     folded.char_class);
        longest = folded.size > longest ? folded.size : longest;
    }
    assert_in_range(longest, 10, 64);
}

/* Folding what was folded gives the same again: words and queries meet. */
static void folding_is_stable(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        pol_folded_char folded, again;
        pol_fold_char(c, &folded);
        if (!is_wordy(folded.char_class) || folded.char_class == POL_CHAR_SINGLE)
            continue;
        char twice[POL_FOLD_BYTES * 2];
        size_t size = 0;
        for (size_t at = 0; at < folded.size;) {
            uint32_t part;
            at += pol_utf8_decode(pol_span_make(folded.bytes + at, folded.size - at), &part);
            pol_fold_char(part, &again);
            memcpy(twice + size, again.bytes, again.size);
            size += again.size;
        }
        if (!pol_span_equal(pol_span_make(twice, size), pol_span_make(folded.bytes, folded.size)))
            fail_msg("U+%04X folds to other bytes the second time", (unsigned)c);
    }
}

static void composes_words(void **state)
{
    (void)state;
    static const struct {
        const char *apart, *composed;
    } rows[] = {
        {"plain", "plain"},
        {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xED\x95\x9C"},
        {"\xE3\x81\x8B\xE3\x82\x99", "\xE3\x81\x8C"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char word[POL_FOLD_WORD_BYTES];
        size_t size = strlen(rows[i].apart);
        memcpy(word, rows[i].apart, size);
        size = pol_fold_compose(word, size);
        assert_true(pol_span_equal(pol_span_make(word, size), pol_span_of(rows[i].composed)));
    }
}

/* Two marks in either order are one word: nukta (class 7) and virama (class 9). */
static void orders_marks(void **state)
{
    (void)state;
    char one[] = "\xE0\xA4\xA8\xE0\xA4\xBC\xE0\xA5\x8D";
    char other[] = "\xE0\xA4\xA8\xE0\xA5\x8D\xE0\xA4\xBC";
    size_t one_size = pol_fold_compose(one, 9), other_size = pol_fold_compose(other, 9);
    assert_true(pol_span_equal(pol_span_make(one, one_size), pol_span_make(other, other_size)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes_are_as_listed), cmocka_unit_test(every_character_folds),
        cmocka_unit_test(folding_is_stable),     cmocka_unit_test(composes_words),
        cmocka_unit_test(orders_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
