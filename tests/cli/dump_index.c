/* dump_index.c - every document of an index as a line "ID<TAB>HASH OF ITS TEXT", for tests that
 * compare all of it. */
#include <stdio.h>
#include <stdlib.h>

#include "core/schema.h"
#include "document/stored.h"
#include "index/open.h"

enum { BLOCK = 512, DOCUMENT_BYTES_MAX = 256 << 20 };

static int fail(const char *text)
{
    fprintf(stderr, "dump-index: %s\n", text);
    return 1;
}

static int dump_document(xc_reader *reader, xc_docid docid)
{
    char hash[33];
    xc_error error;
    pol_error why;
    xc_bytes bytes;
    pol_stored stored;
    xc_document *document = NULL;
    if (xc_reader_document(reader, docid, &document, &error) != XC_OK)
        return fail(error.text);
    if (xc_document_data(document, &bytes, &error) != XC_OK) {
        xc_document_free(document);
        return fail(error.text);
    }
    pol_arena arena;
    pol_arena_init(&arena, DOCUMENT_BYTES_MAX);
    pol_status status =
        pol_stored_decode(pol_span_make(bytes.data, bytes.size), &arena, &stored, &why);
    if (status == POL_OK) {
        pol_hash_hex(stored.document.text, hash);
        printf("%.*s\t%s\n", POL_SPAN_ARGS(stored.document.id.text), hash);
    }
    pol_arena_done(&arena);
    xc_document_free(document);
    return status == POL_OK ? 0 : fail(why.text);
}

int main(int count, char **arguments)
{
    pol_error why;
    xc_error error;
    xc_reader *reader = NULL;
    xc_postings *heads = NULL;
    xc_posting block[BLOCK];
    size_t size = 0;
    int result = 0;
    if (count != 2)
        return fail("usage: dump-index DIR");
    if (pol_index_open_reader(arguments[1], &reader, &why) != POL_OK)
        return fail(why.text);
    const xc_bytes term = {POL_PREFIX_HEAD, strlen(POL_PREFIX_HEAD)};
    if (xc_postings_open(reader, term, false, &heads, &error) != XC_OK)
        result = fail(error.text);
    while (result == 0) {
        if (xc_postings_read(heads, block, BLOCK, &size, &error) != XC_OK)
            result = fail(error.text);
        else if (size == 0)
            break;
        for (size_t i = 0; i < size && result == 0; i++)
            result = dump_document(reader, block[i].docid);
    }
    xc_postings_free(heads);
    xc_reader_free(reader);
    return result;
}
