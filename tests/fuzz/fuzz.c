/* fuzz.c - checks of what readers promise. */
#include "tests/fuzz/fuzz.h"

#include "core/utf8.h"

void fuzz_check_error(pol_status status, const pol_error *error)
{
    FUZZ_CHECK(status == POL_OK || error->status == status);
    size_t size = strnlen(error->text, POL_ERROR_TEXT_SIZE);
    FUZZ_CHECK(status == POL_OK || (size > 0 && size < POL_ERROR_TEXT_SIZE));
    FUZZ_CHECK(status == POL_OK || !strchr(error->text, '\n'));
}

static bool is_utf8(pol_span span)
{
    return pol_utf8_valid_prefix(span) == span.size;
}

void fuzz_check_text(const pol_text *text)
{
    for (size_t i = 0; i < text->line_count; i++) {
        const pol_line *line = &text->lines[i];
        FUZZ_CHECK(line->text.size > 0);
        FUZZ_CHECK(line->role <= POL_LINE_STATUS);
        FUZZ_CHECK(is_utf8(line->text));
        FUZZ_CHECK(is_utf8(line->marker));
        for (size_t at = 0; at < line->text.size; at++)
            FUZZ_CHECK((unsigned char)line->text.data[at] >= 0x20 || line->text.data[at] == '\t');
    }
    for (size_t i = 0; i < text->pair_count; i++) {
        FUZZ_CHECK(text->pairs[i].key.data && text->pairs[i].value.data);
        FUZZ_CHECK(text->pairs[i].origin < POL_ORIGIN_COUNT);
        FUZZ_CHECK(is_utf8(text->pairs[i].key));
        FUZZ_CHECK(is_utf8(text->pairs[i].value));
    }
    for (size_t i = 0; i < text->note_count; i++)
        FUZZ_CHECK(is_utf8(text->notes[i].text));
}
