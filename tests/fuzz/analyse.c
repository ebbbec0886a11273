/* analyse.c - bytes to tokens. */
#include "core/analysis.h"
#include "core/utf8.h"
#include "tests/fuzz/fuzz.h"

static void check_word(pol_span word)
{
    FUZZ_CHECK(word.size >= 1 && word.size <= POL_WORD_MAX);
    FUZZ_CHECK(pol_utf8_valid_prefix(word) == word.size);
}

static void check_token(const pol_token *token, const pol_token *before, size_t size)
{
    FUZZ_CHECK(token->start < token->end && token->end <= size);
    FUZZ_CHECK(token->position >= before->position && token->position <= before->position + 1);
    FUZZ_CHECK(token->position == before->position || token->start >= before->end);
    FUZZ_CHECK(token->part <= token->part_count);
    check_word(token->word);
    check_word(token->stem);
    if (token->other_stem.data)
        check_word(token->other_stem);
}

static void check_label(pol_span text)
{
    char label[40];
    size_t size = pol_fold_label(text, label, sizeof label);
    FUZZ_CHECK(size < sizeof label && label[size] == '\0');
    FUZZ_CHECK(pol_utf8_valid_prefix(pol_span_make(label, size)) == size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_analyser *analyser = NULL;
    pol_token token, before = {0};
    pol_span text = fuzz_span(data, size);
    if (pol_analyser_new("en", &analyser, NULL) != POL_OK)
        return 0;
    pol_analyser_begin(analyser, text);
    while (pol_analyser_next(analyser, &token)) {
        check_token(&token, &before, size);
        (void)pol_is_stop_word(token.word);
        before = token;
    }
    pol_analyser_free(analyser);
    check_label(text);
    (void)pol_text_is_foreign(text);
    return 0;
}
