/* report_written.c - see report_written.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/draft/report_written.h"

const pol_output report_outputs[OUTPUTS] = {POL_OUTPUT_TEXT, POL_OUTPUT_JSON, POL_OUTPUT_CSV,
                                            POL_OUTPUT_MARKDOWN, POL_OUTPUT_HTML};

pol_buffer written(pol_output output, const pol_report *report, const pol_render_options *options)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, REPORT_LIMIT);
    pol_report_render(output, report, options, &buffer);
    assert_int_equal(buffer.status, POL_OK);
    assert_true(buffer.size > 0);
    return buffer;
}

pol_buffer written_agenda(pol_output output, const pol_agenda *agenda,
                          const pol_render_options *options)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, REPORT_LIMIT);
    pol_agenda_render(output, agenda, options, &buffer);
    assert_int_equal(buffer.status, POL_OK);
    assert_true(buffer.size > 0);
    return buffer;
}

size_t count_of(const pol_buffer *buffer, const char *words)
{
    size_t count = 0;
    for (const char *at = buffer->data; (at = strstr(at, words)); at += strlen(words))
        count++;
    return count;
}

json_t *parsed(const pol_buffer *buffer)
{
    json_error_t error;
    json_t *root = json_loadb(buffer->data, buffer->size, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        fail_msg("%s at %d in\n%s", error.text, error.position, buffer->data);
    return root;
}
