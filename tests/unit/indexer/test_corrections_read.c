/* test_corrections_read.c - CSVs as spreadsheets and people leave them. */
#include "tests/unit/indexer/folder.h"

#include "indexer/corrections_read.h"
#include "indexer/csv_cell.h"

static pol_arena arena;
static pol_error error;
static pol_correction_row *rows;
static size_t count;

static int set_up(void **state)
{
    pol_arena_init(&arena, 256 << 20);
    return make_folder(state);
}

static int tear_down(void **state)
{
    pol_arena_done(&arena);
    return drop_folder(state);
}

static pol_status parse_bytes(const char *bytes, size_t size)
{
    rows = NULL;
    count = 0;
    return pol_corrections_parse(pol_span_make(bytes, size), "review.csv", &arena, &rows, &count,
                                 &error);
}

static pol_status parse(const char *text)
{
    return parse_bytes(text, strlen(text));
}

static void assert_rows(size_t wanted)
{
    assert_int_equal(count, wanted);
}

static void assert_text(pol_span actual, const char *expected)
{
    if (!pol_span_equal(actual, pol_span_of(expected)))
        fail_msg("got '%.*s', wanted '%s'", POL_SPAN_ARGS(actual), expected);
}

static void each_column_by_its_heading(void **state)
{
    (void)state;
    assert_int_equal(
        parse("reason,BY,correction,whatever,id,field,corrected_on,display_title,file\n"
              "minutes,Pat,carried,x,3f2a,decision,2031-05-06,16 Mugs,a.txt\n"),
        POL_OK);
    assert_rows(1);
    assert_int_equal(rows[0].row, 2);
    assert_text(rows[0].id, "3f2a");
    assert_text(rows[0].file, "a.txt");
    assert_text(rows[0].line_text, "16 Mugs");
    assert_text(rows[0].field, "decision");
    assert_text(rows[0].value, "carried");
    assert_text(rows[0].by, "Pat");
    assert_text(rows[0].on, "2031-05-06");
    assert_text(rows[0].reason, "minutes");
}

static void only_rows_with_a_correction_count(void **state)
{
    (void)state;
    assert_int_equal(parse("id,field,correction\na,title,\nb,title,Mugs\nc,title,  \nd,title\n"
                           "e,title,Cups\n"),
                     POL_OK);
    assert_rows(2);
    assert_text(rows[0].id, "b");
    assert_int_equal(rows[0].row, 3);
    assert_text(rows[1].id, "e");
    assert_int_equal(rows[1].row, 6);
    assert_null(rows[0].by.data); /* absent where there is no such column */
    assert_int_equal(parse("correction\n"), POL_OK);
    assert_rows(0);
}

static void quotes(void **state)
{
    (void)state;
    assert_int_equal(parse("id,correction,reason\r\n"
                           "a,\"the \"\"best\"\" mugs\",\"two\r\nlines, and a comma\"\r\n"
                           "b,  spaces  ,\" spaces too \"\r\n"),
                     POL_OK);
    assert_rows(2);
    assert_text(rows[0].value, "the \"best\" mugs");
    assert_true(pol_span_find(rows[0].reason, POL_SPAN("lines, and"), 0) != (size_t)-1);
    assert_text(rows[1].value, "spaces");
    assert_text(rows[1].reason, "spaces too");
}

/* Whichever stands most often in the heading; the others are text then. */
static void delimiters(void **state)
{
    (void)state;
    static const char *const texts[] = {"id,field,correction\na,title,Mugs; cups\n",
                                        "id;field;correction\na;title;Mugs; cups\n",
                                        "id\tfield\tcorrection\na\ttitle\tMugs; cups\n"};
    static const char *const values[] = {"Mugs; cups", "Mugs", "Mugs; cups"};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(parse(texts[i]), POL_OK);
        assert_rows(1);
        assert_text(rows[0].id, "a");
        assert_text(rows[0].field, "title");
        assert_text(rows[0].value, values[i]);
    }
}

static void encodings(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t size;
    } texts[] = {
        {"id,correction\na,Th\xC3\xA9 caf\xC3\xA9\n", 27},
        {"\xEF\xBB\xBFid,correction\na,Th\xC3\xA9 caf\xC3\xA9\n", 30}, /* as Excel saves UTF-8 */
        {"id,correction\na,Th\xE9 caf\xE9\n", 25},                     /* Windows-1252 */
    };
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(parse_bytes(texts[i].bytes, texts[i].size), POL_OK);
        assert_rows(1);
        assert_text(rows[0].id, "a");
        assert_text(rows[0].value, "Th\xC3\xA9 caf\xC3\xA9");
    }
    static const char ascii[] = "id\tcorrection\na\tMugs\n";
    char wide[2 + 2 * sizeof ascii] = "\xFF\xFE"; /* as Excel saves "Unicode text" */
    for (size_t i = 0; i + 1 < sizeof ascii; i++)
        wide[2 + 2 * i] = ascii[i];
    assert_int_equal(parse_bytes(wide, 2 * sizeof ascii), POL_OK);
    assert_rows(1);
    assert_text(rows[0].value, "Mugs");
}

static void assert_refused(const char *text, const char *says)
{
    assert_int_equal(parse(text), POL_FORMAT);
    if (!strstr(error.text, says) || !strstr(error.text, "review.csv"))
        fail_msg("says '%s', not '%s'", error.text, says);
}

/* All of it is refused: rows behind a quote that is not closed would be lost in a cell. */
static void unbalanced_quotes(void **state)
{
    (void)state;
    assert_refused("id,correction\na,\"Mugs\nb,Cups\n", "quote");
    assert_refused("id,correction\na,Mugs\nb,\"Cups\nc,\"Trays\"\n", "row 3");
    assert_refused("id,correction\na,\"Mugs\" for all\n", "row 2");
    assert_refused("id,correction\na,the \"best\" mugs\n", "row 2");
    assert_refused("\"", "quote");
}

static void what_is_no_review(void **state)
{
    (void)state;
    assert_refused("", "correction");
    assert_refused("\n\n", "correction");
    assert_refused("a,b\n1,2\n", "polindex --check --review --format csv");
    assert_refused("id,corrections\na,Mugs\n", "‘correction’");
    static const char nuls[] = "id,correction\na,\0\0\0\0Mugs\0\0\0\0\n";
    assert_int_not_equal(parse_bytes(nuls, sizeof nuls - 1), POL_OK);
    assert_non_null(strstr(error.text, "review.csv"));
}

/* A million columns, in the heading and in a row; ours among the first. */
static void many_columns(void **state)
{
    (void)state;
    enum { COLUMNS = 1000000 };
    static char text[2 * COLUMNS + 64];
    size_t size = (size_t)snprintf(text, sizeof text, "id,correction");
    memset(text + size, ',', COLUMNS);
    size += COLUMNS;
    size += (size_t)snprintf(text + size, sizeof text - size, "\na,Mugs");
    memset(text + size, ',', COLUMNS);
    size += COLUMNS;
    assert_int_equal(parse_bytes(text, size), POL_OK);
    assert_rows(1);
    assert_text(rows[0].value, "Mugs");
    /* behind the columns that anybody has, ours is not found, and this is said */
    memset(text, ',', COLUMNS);
    size = COLUMNS + (size_t)snprintf(text + COLUMNS, 64, "correction\n");
    assert_int_equal(parse_bytes(text, size), POL_FORMAT);
}

static void too_many_rows_are_told(void **state)
{
    (void)state;
    pol_buffer text;
    pol_buffer_init(&text, 8 << 20);
    pol_buffer_add_text(&text, "correction\n");
    for (int i = 0; i < POL_CORRECTIONS_ROWS_MAX; i++)
        pol_buffer_add_text(&text, "x\n");
    assert_int_equal(parse_bytes(text.data, text.size), POL_OK);
    assert_rows(POL_CORRECTIONS_ROWS_MAX);
    pol_buffer_add_text(&text, "x\n");
    assert_int_equal(parse_bytes(text.data, text.size), POL_LIMIT);
    pol_buffer_done(&text);
}

/* What was guarded against spreadsheets comes back as it was. */
static void guards_are_taken_off(void **state)
{
    (void)state;
    static const char *const texts[] = {"=1+1", "+44 1", "-16 Mugs", "@home", "'tis", "a'b", "'"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        pol_buffer text;
        pol_buffer_init(&text, 1 << 10);
        pol_buffer_add_text(&text, "id,correction\r\n");
        pol_csv_cell(&text, POL_SPAN("a"), false);
        pol_csv_cell(&text, pol_span_of(texts[i]), true);
        assert_int_equal(parse_bytes(text.data, text.size), POL_OK);
        assert_rows(1);
        assert_text(rows[0].value, texts[i]);
        pol_buffer_done(&text);
    }
}

static void files(void **state)
{
    (void)state;
    assert_int_equal(pol_corrections_read(at("none.csv"), &arena, &rows, &count, &error),
                     POL_NOTFOUND);
    assert_non_null(strstr(error.text, "none.csv"));
    assert_int_not_equal(pol_corrections_read(folder, &arena, &rows, &count, &error), POL_OK);
    write_file("review.csv", "id,correction\na,Mugs\n");
    assert_int_equal(pol_corrections_read(at("review.csv"), &arena, &rows, &count, &error), POL_OK);
    assert_rows(1);
    assert_int_equal(truncate(at("review.csv"), POL_CORRECTIONS_FILE_MAX + 1), 0);
    assert_int_equal(pol_corrections_read(at("review.csv"), &arena, &rows, &count, &error),
                     POL_LIMIT);
}

static void a_full_arena_is_told(void **state)
{
    (void)state;
    for (size_t limit = 0; limit < 256; limit += 32) {
        pol_arena small;
        pol_arena_init(&small, limit);
        pol_status status =
            pol_corrections_parse(POL_SPAN("id,correction,reason\na,Mugs and cups,minutes\n"),
                                  "review.csv", &small, &rows, &count, &error);
        assert_true(status == POL_NOMEM || status == POL_LIMIT);
        pol_arena_done(&small);
    }
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(each_column_by_its_heading),
        IN_FOLDER(only_rows_with_a_correction_count),
        IN_FOLDER(quotes),
        IN_FOLDER(delimiters),
        IN_FOLDER(encodings),
        IN_FOLDER(unbalanced_quotes),
        IN_FOLDER(what_is_no_review),
        IN_FOLDER(many_columns),
        IN_FOLDER(too_many_rows_are_told),
        IN_FOLDER(guards_are_taken_off),
        IN_FOLDER(files),
        IN_FOLDER(a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
