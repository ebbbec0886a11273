/* test_program.c - bytes through Debian's converters, confined; what they cannot read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "formats/formats.h"
#include "sandbox/program.h"
#include "sandbox/spawn.h"

static const char rtf[] = "{\\rtf1\\ansi\\b Kettles for Canteens\\b0\\par\n"
                          "Conference notes that kettles boil slowly \\u8211? caf\\'e9s.\\par}";

static pol_wire_converted convert(pol_format format, uint32_t attempt, pol_span bytes,
                                  int64_t time_ms, pol_buffer *output)
{
    const pol_wire_convert question = {.format = format, .attempt = attempt};
    pol_wire_converted answer = {.conversion = 99};
    pol_error error;
    pol_status status = pol_program_convert(POLREAD, &question, bytes, pol_now_ms() + time_ms,
                                            &answer, output, &error);
    assert_int_equal(status, POL_OK);
    assert_true(answer.said_size <= output->size);
    return answer;
}

static void rtf_becomes_html(void **state)
{
    pol_buffer output;
    (void)state;
    pol_buffer_init(&output, 1 << 20);
    pol_wire_converted answer = convert(POL_FORMAT_RTF, 0, pol_span_of(rtf), 10000, &output);
    assert_int_equal(answer.conversion, POL_CONVERSION_OK);
    assert_non_null(strstr(output.data, "<b>Kettles for Canteens</b>"));
    assert_non_null(strstr(output.data, "caf&eacute;s"));
    pol_buffer_done(&output);
}

static void what_is_no_doc_fails_with_a_reason(void **state)
{
    pol_buffer output;
    (void)state;
    pol_buffer_init(&output, 1 << 20);
    pol_wire_converted answer =
        convert(POL_FORMAT_DOC, 0, POL_SPAN("this is no document"), 10000, &output);
    assert_int_equal(answer.conversion, POL_CONVERSION_FAILED);
    assert_true(answer.said_size > 0);
    assert_non_null(strstr(output.data, "not a Word Document"));
    pol_buffer_done(&output);
}

static void there_is_an_end_to_attempts(void **state)
{
    pol_buffer output;
    (void)state;
    pol_buffer_init(&output, 1 << 20);
    assert_int_equal(convert(POL_FORMAT_RTF, 9, POL_SPAN("x"), 10000, &output).conversion,
                     POL_CONVERSION_MISSING);
    assert_int_equal(convert(POL_FORMAT_PDF, 0, POL_SPAN("x"), 10000, &output).conversion,
                     POL_CONVERSION_MISSING);
    pol_buffer_done(&output);
}

static void output_is_bounded(void **state)
{
    pol_buffer output, large;
    (void)state;
    pol_buffer_init(&large, 2 << 20);
    pol_buffer_add_text(&large, "{\\rtf1 ");
    while (large.size < 1 << 20)
        pol_buffer_add_text(&large, "kettles boil slowly ");
    pol_buffer_add_text(&large, "}");
    pol_buffer_init(&output, (64 << 10) + POL_SAID_MAX);
    pol_wire_converted answer = convert(POL_FORMAT_RTF, 0, pol_buffer_span(&large), 10000, &output);
    assert_int_equal(answer.conversion, POL_CONVERSION_TOO_LARGE);
    assert_int_equal(output.size, answer.said_size);
    pol_buffer_done(&output);
    pol_buffer_done(&large);
}

static void time_is_bounded(void **state)
{
    pol_buffer output;
    (void)state;
    pol_buffer_init(&output, 1 << 20);
    pol_wire_converted answer = convert(POL_FORMAT_RTF, 0, pol_span_of(rtf), 0, &output);
    assert_int_equal(answer.conversion, POL_CONVERSION_FAILED);
    pol_buffer_done(&output);
}

static void a_missing_program_is_a_failure(void **state)
{
    const pol_wire_convert question = {.format = POL_FORMAT_RTF};
    pol_wire_converted answer = {0};
    pol_buffer output;
    pol_error error;
    (void)state;
    pol_buffer_init(&output, 1 << 20);
    assert_int_equal(pol_program_convert("/nowhere/polread", &question, POL_SPAN("x"),
                                         pol_now_ms() + 1000, &answer, &output, &error),
                     POL_IO);
    assert_non_null(strstr(error.text, "/nowhere/polread"));
    pol_buffer_done(&output);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rtf_becomes_html),
        cmocka_unit_test(what_is_no_doc_fails_with_a_reason),
        cmocka_unit_test(there_is_an_end_to_attempts),
        cmocka_unit_test(output_is_bounded),
        cmocka_unit_test(time_is_bounded),
        cmocka_unit_test(a_missing_program_is_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
