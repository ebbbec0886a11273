/* cmocka_all.h - cmocka.h with the headers it expects to stand before it. */
#ifndef TESTS_UNIT_CORE_CMOCKA_ALL_H
#define TESTS_UNIT_CORE_CMOCKA_ALL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
