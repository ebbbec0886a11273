/* words_test.c - words cut out of lines and compared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/words.h"

static const struct {
    const char *text;
    const char *words[8];
} lines[] = {
    {"", {NULL}},
    {" ... \u2022 \u201C", {NULL}},
    {"Tea & cake", {"Tea", "&", "cake"}},
    {"  \u2022 members' pay-rise, 1,500 of 75.1", {"members", "pay-rise", "1,500", "of", "75.1"}},
    {"P.18 No.12 a.b 3/4", {"P.18", "No", "12", "a", "b", "3/4"}},
    {"women\u2019s women\u2019 \uFFFDtea\uFFFDs", {"women\u2019s", "women", "tea\uFFFDs"}},
    {"D\u00E1il\u2014\u00E9lan", {"D\u00E1il", "\u00E9lan"}},
    {"LGBT+ and more- -so", {"LGBT+", "and", "more", "so"}},
    {"\xFF odd\xFFness", {"odd", "ness"}},
};

static void cuts_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        pol_span rest = pol_span_of(lines[i].text), word, last = {0};
        size_t count = 0;
        for (; (word = pol_word_next(&rest)).data; count++) {
            assert_true(count < 8 && lines[i].words[count]);
            assert_true(pol_span_equal(word, pol_span_of(lines[i].words[count])));
            last = word;
        }
        assert_null(lines[i].words[count]);
        assert_int_equal(rest.size, 0);
        word = pol_word_last(pol_span_of(lines[i].text));
        assert_ptr_equal(word.data, last.data);
        assert_int_equal(word.size, last.size);
        assert_int_equal(pol_word_count(pol_span_of(lines[i].text), 8), count);
    }
}

static void looks_back_a_little(void **state)
{
    char text[300];
    (void)state;
    memset(text, ' ', sizeof text);
    text[0] = 'a';
    assert_null(pol_word_last(pol_span_make(text, sizeof text)).data);
    text[100] = 'b';
    assert_ptr_equal(pol_word_last(pol_span_make(text, sizeof text)).data, text + 100);
    memset(text, 'c', sizeof text);
    assert_int_equal(pol_word_last(pol_span_make(text, sizeof text)).size, 200);
}

static void compares_words(void **state)
{
    static const char *const lists[POL_LETTERS] = {['n' - 'a'] = "nec nem", ['t' - 'a'] = "tea"};
    pol_span rest;
    (void)state;
    assert_true(pol_word_is_any(POL_SPAN("MEMBERS\u2019"), "tea members' cake"));
    assert_false(pol_word_is_any(POL_SPAN("ea"), "tea"));
    assert_false(pol_word_is_any((pol_span){0}, "tea"));
    assert_true(pol_word_is_among(POL_SPAN("Nem"), lists));
    assert_true(pol_word_is_among(POL_SPAN("TEA"), lists));
    assert_false(pol_word_is_among(POL_SPAN("cake"), lists));
    assert_false(pol_word_is_among(POL_SPAN("ne"), lists));
    assert_false(pol_word_is_among(POL_SPAN("12"), lists));
    assert_false(pol_word_is_among((pol_span){0}, lists));
    assert_true(pol_words_start(POL_SPAN("\u2022 Tea, for two"), "tea for", &rest));
    assert_true(pol_span_equal(rest, POL_SPAN(" two")));
    assert_true(pol_words_start(POL_SPAN(" women\u2019s tea"), "women's", NULL));
    assert_false(pol_words_start(POL_SPAN("teas"), "tea", NULL));
    assert_false(pol_words_start(POL_SPAN("tea-time"), "tea", NULL));
    assert_false(pol_words_start(POL_SPAN("te"), "tea", NULL));
    assert_false(pol_words_start(POL_SPAN("no tea"), "not", NULL));
    assert_true(pol_words_start(POL_SPAN(""), "", &rest));
    assert_true(pol_words_equal(POL_SPAN("Tea for two."), "tea for two"));
    assert_false(pol_words_equal(POL_SPAN("Tea for two or"), "tea for two"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_words),
        cmocka_unit_test(looks_back_a_little),
        cmocka_unit_test(compares_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
