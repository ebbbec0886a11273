/* extracting.h - a plain text to what is extracted from it. */
#ifndef POL_TESTS_DOCUMENT_EXTRACTING_H
#define POL_TESTS_DOCUMENT_EXTRACTING_H

#include "document/extract.h"
#include "tests/unit/document/reading.h"

typedef struct extracting {
    reading read;
    pol_extracted extracted;
} extracting;

static inline void extract_again(extracting *made, const char *name, const char *member)
{
    if (pol_extract_text(&made->read.text, pol_span_of(name), pol_span_of(member), false,
                         &made->read.arena, &made->extracted, &made->read.error) != POL_OK)
        fail_msg("%s: %s", name, made->read.error.text);
}

static inline extracting extract_from(const char *name, const char *text)
{
    extracting made = {.read = read_ok(POL_FORMAT_TEXT, pol_span_of(text))};
    extract_again(&made, name, NULL);
    return made;
}

static inline void extracting_done(extracting *made)
{
    reading_done(&made->read);
}

#endif
