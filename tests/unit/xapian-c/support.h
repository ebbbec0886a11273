/* support.h - a scratch folder per test, small databases, and assertions that show the
 * error's text. */
#ifndef TESTS_UNIT_XAPIAN_C_SUPPORT_H
#define TESTS_UNIT_XAPIAN_C_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "xapian-c/xapian-c.h"

/* These expect an `xc_error error` in scope. */
#define OK(call)            check_status((call), XC_OK, &error, #call, __FILE__, __LINE__)
#define FAILS(wanted, call) check_status((call), (wanted), &error, #call, __FILE__, __LINE__)
void check_status(xc_status status, xc_status wanted, const xc_error *error, const char *call,
                  const char *file, int line);

static inline xc_bytes bytes(const char *text)
{
    return (xc_bytes){text, strlen(text)};
}
#define NO_BYTES                  ((xc_bytes){NULL, 0})
#define assert_bytes(got, wanted) check_bytes((got), (wanted), __FILE__, __LINE__)
void check_bytes(xc_bytes got, const char *wanted, const char *file, int line);

/* cmocka fixtures: the state is a scratch folder's path, removed with all in it. */
int scratch_setup(void **state);
int scratch_teardown(void **state);
#define scratch_test(function)                                                                     \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

/* FOLDER/NAME in a buffer of the scratch folder's: valid until the eighth call after. */
const char *in_scratch(void **state, const char *name);
void write_file(const char *path, const void *data, size_t size);
size_t file_size(const char *path);
void remove_tree(const char *path);

/* A document of words parted by blanks, with positions from 1 and wdf 1, and with values in
 * slots 0, 1, 2 (NULL: none). */
xc_document *document_of(const char *words, const char *value0, const char *value1,
                         const char *value2);
/* Adds such a document. */
xc_docid put(xc_writer *writer, const char *words);
xc_docid put_values(xc_writer *writer, const char *words, const char *value0, const char *value1,
                    const char *value2);
xc_writer *open_writer(const char *path, xc_write_mode mode);
xc_reader *open_reader(const char *path);
/* A database of such documents, committed and closed. */
void build(const char *path, const char *const *texts, size_t count);

xc_query *term(const char *word);
/* `count` words combined. */
xc_query *words_query(xc_operator op, const char *const *words, size_t count, uint32_t window);
/* Runs the query, which it frees, for all hits: "3 1 2", in an own buffer until the next
 * call. */
const char *hits_of(xc_reader *reader, xc_query *query);
const char *hits_text(const xc_matches *matches);

#endif
