/* read_odt.c - bytes to text by pol_read_odt(). */
#include "tests/fuzz/office.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_office(pol_read_odt, data, size);
}
