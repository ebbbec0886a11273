/* read_docx.c - bytes to text by pol_read_docx(). */
#include "tests/fuzz/office.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_office(pol_read_docx, data, size);
}
