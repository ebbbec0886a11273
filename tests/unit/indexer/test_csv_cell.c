/* test_csv_cell.c - cells as a spreadsheet reads them. */
#include "tests/unit/indexer/folder.h"

#include "indexer/csv_cell.h"

static void cells_are_quoted_and_guarded(void **state)
{
    (void)state;
    static const struct {
        const char *text, *cell;
    } rows[] = {
        {"Mugs", "\"Mugs\","},
        {"Mugs, cups", "\"Mugs, cups\","},
        {"the \"best\" mugs", "\"the \"\"best\"\" mugs\","},
        {"two\nlines", "\"two\nlines\","},
        {"", "\"\","},
        {NULL, "\"\","},
        {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\","},
        {"+1", "\"'+1\","},
        {"- 16 Mugs", "\"'- 16 Mugs\","},
        {"@SUM(A1)", "\"'@SUM(A1)\","},
        {"\t=1", "\"'\t=1\","},
        {"\r=1", "\"'\r=1\","},
        {"a=1", "\"a=1\","},
        {"'tis", "\"'tis\","},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pol_buffer buffer;
        pol_buffer_init(&buffer, 256);
        pol_csv_cell(&buffer, pol_span_of(rows[i].text), false);
        pol_buffer_add_byte(&buffer, '\0');
        assert_string_equal(buffer.data, rows[i].cell);
        pol_buffer_done(&buffer);
    }
}

static void the_last_one_ends_the_row(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, 256);
    pol_csv_cell(&buffer, POL_SPAN("a"), false);
    pol_csv_cell(&buffer, POL_SPAN("b"), true);
    pol_buffer_add_byte(&buffer, '\0');
    assert_string_equal(buffer.data, "\"a\",\"b\"\r\n");
    pol_buffer_done(&buffer);
}

static void a_full_buffer_says_so(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, 4);
    pol_csv_cell(&buffer, POL_SPAN("abcdef"), false);
    assert_int_equal(buffer.status, POL_LIMIT);
    pol_buffer_done(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_quoted_and_guarded),
        cmocka_unit_test(the_last_one_ends_the_row),
        cmocka_unit_test(a_full_buffer_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
