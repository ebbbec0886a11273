/* office.h - an input to an office file. A packed one, with its checksums, gives the fuzzer
 * nothing to play with: so an input that begins with "==" is a package spelt out, a line
 * "== NAME" before the text of each part. Any other input is the file itself. */
#ifndef POL_TESTS_FUZZ_OFFICE_H
#define POL_TESTS_FUZZ_OFFICE_H

#include "formats/formats.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/formats/zip_maker.h"

enum { OFFICE_NAME_MAX = 60 };

static inline void add_spelt_part(zip_maker *zip, pol_span part)
{
    char name[OFFICE_NAME_MAX + 1] = "";
    size_t line = pol_span_find(part, POL_SPAN("\n"), 0);
    pol_span title = pol_span_trim(pol_span_first(part, line < part.size ? line : part.size));
    title = pol_span_first(title, OFFICE_NAME_MAX);
    memcpy(name, title.data, title.size);
    maker_add(
        zip, (made_member){.name = name,
                           .packed = pol_span_from(part, line < part.size ? line + 1 : part.size)});
}

static inline pol_span spelt_package(zip_maker *zip, pol_span input)
{
    for (size_t at = 0; at < input.size;) {
        size_t end = pol_span_find(input, POL_SPAN("\n== "), at);
        end = end == (size_t)-1 ? input.size : end;
        size_t start = at + 3 < end ? at + 3 : end;
        add_spelt_part(zip, pol_span_make(input.data + start, end - start));
        at = end + 1;
    }
    return maker_end(zip);
}

/* Reads the input by one of the readers and checks what comes of it. */
static inline int fuzz_office(pol_status (*read)(pol_span, pol_arena *, pol_text *, pol_error *),
                              const uint8_t *data, size_t size)
{
    pol_arena arena;
    zip_maker zip;
    pol_text text = {0};
    pol_error error = {0};
    pol_span input = fuzz_span(data, size);
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    maker_init(&zip);
    if (pol_span_starts(input, POL_SPAN("==")))
        input = spelt_package(&zip, input);
    pol_status status = read(input, &arena, &text, &error);
    fuzz_check_error(status, &error);
    if (status == POL_OK)
        fuzz_check_text(&text);
    maker_done(&zip);
    pol_arena_done(&arena);
    return 0;
}

#endif
