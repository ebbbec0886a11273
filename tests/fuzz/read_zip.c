/* read_zip.c - bytes to members, as a ZIP. */
#include "core/utf8.h"
#include "document/reader.h"
#include "formats/formats.h"
#include "tests/fuzz/fuzz.h"

enum { TOTAL_MAX = 16 << 20 };

typedef struct seen {
    size_t total, next;
} seen;

static pol_status check_member(void *context, const pol_member *member, pol_error *reterr)
{
    seen *s = context;
    (void)reterr;
    FUZZ_CHECK(member->ordinal >= s->next);
    s->next = member->ordinal + 1;
    FUZZ_CHECK((member->refused != NULL) == (member->bytes.data == NULL));
    FUZZ_CHECK(pol_utf8_valid_prefix(member->name) == member->name.size);
    for (size_t i = 0; i < member->name.size; i++)
        FUZZ_CHECK((unsigned char)member->name.data[i] >= ' ' && member->name.data[i] != 0x7F);
    if (member->refused)
        return POL_OK;
    s->total += member->bytes.size;
    FUZZ_CHECK(member->name.size > 0 && member->name.data[0] != '/');
    FUZZ_CHECK(!pol_span_starts(member->name, POL_SPAN("../")));
    FUZZ_CHECK(pol_span_find(member->name, POL_SPAN("/../"), 0) == (size_t)-1);
    FUZZ_CHECK(pol_format_detect(member->name, member->bytes) != POL_FORMAT_ZIP);
    return POL_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (size_t first = 0; first < 2; first++) {
        pol_error error = {0};
        seen s = {.next = first};
        pol_status status =
            pol_zip_each(fuzz_span(data, size), first, TOTAL_MAX, check_member, &s, &error);
        fuzz_check_error(status, &error);
        FUZZ_CHECK(s.total <= TOTAL_MAX);
    }
    return 0;
}
