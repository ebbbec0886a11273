/* test_json_lines.c - a stream cut into items of whole lines. */
#include "tests/unit/indexer/folder.h"

#include <fcntl.h>

#include "indexer/json_lines.h"

static pol_line_stream *open_stream(const char *name)
{
    pol_line_stream *stream;
    pol_error error;
    int file = open(at(name), O_RDONLY);
    assert_true(file >= 0);
    assert_int_equal(pol_line_stream_new(file, &stream, &error), POL_OK);
    return stream;
}

/* Reads the whole stream; lines seen and skips, and the text's size. */
static void read_all(const char *name, size_t *lines, size_t *skips, size_t *bytes)
{
    pol_line_stream *stream = open_stream(name);
    pol_error error;
    bool has_more = true;
    uint32_t expected_line = 1;
    *lines = *skips = *bytes = 0;
    while (has_more) {
        pol_item *item = pol_item_new();
        assert_int_equal(pol_line_stream_next(stream, item, &has_more, &error), POL_OK);
        if (has_more && item->skip_count == 0)
            assert_int_equal(item->first_line, expected_line);
        for (size_t i = 0; has_more && i < item->lines.size; i++)
            expected_line += item->lines.data[i] == '\n', *lines += item->lines.data[i] == '\n';
        *bytes += has_more ? item->lines.size : 0;
        *skips += item->skip_count;
        pol_item_free(item);
    }
    pol_line_stream_free(stream);
}

static void gives_every_line_once(void **state)
{
    (void)state;
    FILE *file = fopen(at("many.jsonl"), "w");
    size_t written = 0, lines, skips, bytes;
    for (int i = 0; i < 50000; i++)
        written += (size_t)fprintf(file, "{\"id\":\"%d\",\"text\":\"line\"}\n", i);
    written += (size_t)fprintf(file, "{\"id\":\"last\"}");
    fclose(file);
    read_all("many.jsonl", &lines, &skips, &bytes);
    assert_int_equal(lines, 50000);
    assert_int_equal(bytes, written);
    assert_int_equal(skips, 0);
}

static void leaves_a_line_that_is_too_long(void **state)
{
    (void)state;
    FILE *file = fopen(at("long.jsonl"), "w");
    size_t lines, skips, bytes;
    fputs("first\n", file);
    for (int i = 0; i < POL_JSON_LINE_MAX / 1024 + 2048; i++)
        fprintf(file, "%01024d", 0);
    fputs("\nlast\n", file);
    fclose(file);
    read_all("long.jsonl", &lines, &skips, &bytes);
    assert_int_equal(skips, 1);
    assert_int_equal(lines, 2);
    assert_int_equal(bytes, strlen("first\nlast\n"));
}

static void an_empty_file_has_no_lines(void **state)
{
    (void)state;
    size_t lines, skips, bytes;
    write_file("empty.jsonl", "");
    read_all("empty.jsonl", &lines, &skips, &bytes);
    assert_int_equal(lines + skips + bytes, 0);
}

static void a_folder_is_an_error(void **state)
{
    (void)state;
    make_subfolder("folder.jsonl");
    pol_line_stream *stream = open_stream("folder.jsonl");
    pol_item *item = pol_item_new();
    pol_error error;
    bool has_more;
    assert_int_equal(pol_line_stream_next(stream, item, &has_more, &error), POL_IO);
    pol_item_free(item);
    pol_line_stream_free(stream);
}

static void a_silent_pipe_does_not_hold_up_a_stop(void **state)
{
    (void)state;
    int ends[2];
    volatile sig_atomic_t stop = 0;
    pol_line_stream *stream;
    pol_error error;
    bool has_more;
    assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
    assert_int_equal(write(ends[1], "{}\n", 3), 3);
    assert_int_equal(pol_line_stream_new(ends[0], &stream, &error), POL_OK);
    pol_line_stream_stop_on(stream, &stop);
    pol_item *item = pol_item_new();
    assert_int_equal(pol_line_stream_next(stream, item, &has_more, &error), POL_OK);
    assert_true(has_more);
    stop = 1;
    assert_int_equal(pol_line_stream_next(stream, item, &has_more, &error), POL_OK);
    assert_false(has_more);
    pol_item_free(item);
    pol_line_stream_free(stream);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gives_every_line_once, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(leaves_a_line_that_is_too_long, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(an_empty_file_has_no_lines, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(a_folder_is_an_error, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(a_silent_pipe_does_not_hold_up_a_stop, make_folder,
                                        drop_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
