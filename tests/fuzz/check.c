/* check.c - whatever is pasted as a draft to the page and the object that answer it, from a real
 * index: nothing that was sent is markup, and each failure is one that can be mended. */
#include "core/utf8.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/web/visit.h"

static size_t count_of(pol_span text, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == byte;
    return count;
}

static void post(const char *target, const char *type, pol_span body)
{
    const pol_response *response = visit_post(target, type, body);
    pol_span answer = pol_buffer_span(&response->body);
    FUZZ_CHECK(response->status == 200 || response->status == 400 || response->status == 413 ||
               response->status == 422);
    FUZZ_CHECK(response->keeping == POL_KEEP_NOT);
    FUZZ_CHECK(pol_utf8_valid_prefix(answer) == answer.size);
    if (pol_span_starts(pol_span_of(response->type), POL_SPAN("text/html")))
        FUZZ_CHECK(count_of(answer, '<') == count_of(answer, '>'));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool is_open;
    pol_span text = fuzz_span(data, size);
    if (!is_open)
        is_open = visit_open(NULL) == 0;
    post("/check", "text/plain", text);
    post("/check", "application/x-www-form-urlencoded", text);
    post("/api/v1/check", "text/plain", text);
    post("/api/v1/check?motion=1&format=markdown", "text/plain", text);
    return 0;
}
