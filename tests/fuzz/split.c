/* split.c - bytes to parts: as plain text, or as a web page where they look so. */
#include "document/split.h"
#include "document/reader.h"
#include "tests/fuzz/fuzz.h"

static bool is_line_of(const pol_text *text, uint32_t number)
{
    for (size_t i = 0; i < text->line_count; i++)
        if (text->lines[i].number == number)
            return true;
    return false;
}

static void check_part(const pol_text *text, const pol_part *part)
{
    fuzz_check_text(&part->text);
    FUZZ_CHECK(part->text.line_count <= text->line_count);
    FUZZ_CHECK(is_line_of(text, part->line));
    FUZZ_CHECK(part->text.pair_count > 0);
    FUZZ_CHECK(pol_span_equal(part->text.pairs[0].key, POL_SPAN("kind")));
    for (size_t i = 0; i < part->text.pair_count; i++)
        FUZZ_CHECK(part->text.pairs[i].origin == POL_ORIGIN_HEADING);
    for (size_t i = 0; i < part->relation_count; i++)
        FUZZ_CHECK(part->relations[i].number.data || part->relations[i].title.data);
}

/* A broken table's cells are moved by the parser, so that lines of a page may go back. */
static bool is_in_order(const pol_text *text)
{
    for (size_t i = 1; i < text->line_count; i++)
        if (text->lines[i].number < text->lines[i - 1].number)
            return false;
    return true;
}

static void check_split(const pol_text *text, const pol_split *split)
{
    FUZZ_CHECK(split->part_count != 1 && split->part_count <= POL_PARTS_MAX);
    FUZZ_CHECK(!(split->is_doubtful && split->part_count > 0));
    FUZZ_CHECK(split->is_doubtful == (split->doubt.field != NULL));
    uint32_t before = 0;
    for (size_t i = 0; i < split->part_count; i++) {
        check_part(text, &split->parts[i]);
        FUZZ_CHECK(split->parts[i].line >= before || !is_in_order(text));
        before = split->parts[i].line;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_text text = {0};
    pol_split split = {0};
    pol_error error = {0};
    pol_span bytes = fuzz_span(data, size), name = POL_SPAN("agenda.txt");
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status = pol_read(pol_format_detect(name, bytes), bytes, &arena, &text, &error);
    if (status == POL_OK)
        status = pol_split_text(&text, name, &arena, &split, &error);
    fuzz_check_error(status, &error);
    if (status == POL_OK)
        check_split(&text, &split);
    pol_arena_done(&arena);
    return 0;
}
