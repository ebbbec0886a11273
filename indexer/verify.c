/* verify.c - is an index whole: structure, documents, passages. */
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/schema.h"
#include "document/stored.h"
#include "index/failure.h"
#include "index/open.h"
#include "indexer/status.h"

enum { BLOCK = 512, DOCUMENT_LIMIT = 1 << 30, FAULTS_SHOWN = 50 };

static const char trouble[] = "cannot read the index";

typedef struct verification {
    xc_reader *reader;
    pol_buffer *report;
    pol_arena arena;    /* of one document */
    pol_buffer encoded; /* the same */
    size_t faults;
    uint64_t passages; /* that the heads speak of */
} verification;

static void fault(verification *verify, pol_span id, const char *what)
{
    if (verify->faults++ < FAULTS_SHOWN)
        pol_buffer_printf(verify->report, "document '%.*s': %s\n", POL_SPAN_ARGS(id), what);
}

/* Is this entry the passage with that ordinal? */
static xc_status is_passage(const verification *verify, xc_docid docid, uint32_t ordinal,
                            bool *ret_is, xc_error *reterr)
{
    xc_document *document = NULL;
    xc_bytes value = {0};
    xc_status status = xc_reader_document(verify->reader, docid, &document, reterr);
    if (status == XC_OK)
        status = xc_document_value(document, POL_SLOT_ORDINAL, &value, reterr);
    *ret_is = status == XC_OK && pol_ordinal_parse(pol_xc_span(value)) == ordinal;
    xc_document_free(document);
    return status;
}

/* Behind the head come the passages it speaks of, in their order, and nothing else. */
static pol_status verify_passages(verification *verify, xc_docid head, const pol_stored *stored,
                                  pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error;
    xc_postings *postings = NULL;
    xc_posting one;
    size_t met = 1, count = stored->document.passage_count;
    pol_span id = stored->document.id.text;
    bool is_it = true;
    xc_status status = xc_postings_open(verify->reader, pol_xc_bytes(pol_document_term(id, buffer)),
                                        false, &postings, &error);
    if (status == XC_OK)
        status = xc_postings_read(postings, &one, 1, &met, &error);
    if (status == XC_OK && (met == 0 || one.docid != head))
        fault(verify, id, "its head is not found by its id");
    for (size_t i = 0; i < count && status == XC_OK && is_it && met; i++) {
        status = xc_postings_read(postings, &one, 1, &met, &error);
        if (status == XC_OK && met)
            status =
                is_passage(verify, one.docid, stored->document.passages[i].ordinal, &is_it, &error);
    }
    if (status == XC_OK && !is_it)
        fault(verify, id, "a passage belongs to another document");
    else if (status == XC_OK && !met)
        fault(verify, id, "a passage is missing");
    xc_postings_free(postings);
    verify->passages += count;
    return status == XC_OK ? POL_OK : pol_fail_xapian(reterr, &error, trouble);
}

/* Xapian's files have no checksums; a stored document has one, which writing it again shows. */
static bool is_as_written(verification *verify, const pol_stored *stored, pol_span bytes)
{
    pol_buffer_clear(&verify->encoded);
    pol_stored_encode(stored, &verify->encoded);
    return verify->encoded.status != POL_OK ||
           pol_span_equal(pol_buffer_span(&verify->encoded), bytes);
}

static pol_status verify_document(verification *verify, xc_docid docid, pol_error *reterr)
{
    xc_error error;
    xc_document *document = NULL;
    xc_bytes bytes;
    pol_stored stored;
    pol_error why;
    pol_arena_done(&verify->arena);
    if (xc_reader_document(verify->reader, docid, &document, &error) != XC_OK ||
        xc_document_data(document, &bytes, &error) != XC_OK) {
        xc_document_free(document);
        return pol_fail_xapian(reterr, &error, trouble);
    }
    pol_status status = POL_OK;
    if (pol_stored_decode(pol_span_make(bytes.data, bytes.size), &verify->arena, &stored, &why) !=
        POL_OK) {
        char number[32];
        snprintf(number, sizeof number, "#%u", docid);
        fault(verify, pol_span_of(number), why.text);
    } else {
        if (!is_as_written(verify, &stored, pol_xc_span(bytes)))
            fault(verify, stored.document.id.text, "what is stored of it has changed by itself");
        status = verify_passages(verify, docid, &stored, reterr);
    }
    xc_document_free(document);
    return status;
}

static pol_status verify_documents(verification *verify,
                                   void (*on_progress)(void *, uint64_t, uint64_t), void *context,
                                   pol_error *reterr)
{
    xc_error error;
    xc_postings *postings = NULL;
    xc_posting block[BLOCK];
    uint32_t total = 0;
    uint64_t done = 0;
    size_t count;
    const xc_bytes heads = {POL_PREFIX_HEAD, strlen(POL_PREFIX_HEAD)};
    if (xc_reader_term_frequency(verify->reader, heads, &total, &error) != XC_OK ||
        xc_postings_open(verify->reader, heads, false, &postings, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    pol_status status = POL_OK;
    for (;;) {
        if (xc_postings_read(postings, block, BLOCK, &count, &error) != XC_OK)
            status = pol_fail_xapian(reterr, &error, trouble);
        if (status != POL_OK || count == 0)
            break;
        for (size_t i = 0; i < count && status == POL_OK; i++)
            status = verify_document(verify, block[i].docid, reterr);
        done += count;
        if (on_progress)
            on_progress(context, done, total);
    }
    xc_postings_free(postings);
    return status;
}

static pol_status verify_totals(verification *verify, pol_error *reterr)
{
    xc_error error;
    uint32_t bodies;
    const xc_bytes body = {POL_PREFIX_BODY, strlen(POL_PREFIX_BODY)};
    if (xc_reader_term_frequency(verify->reader, body, &bodies, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    if (bodies != verify->passages) {
        verify->faults++;
        pol_buffer_printf(verify->report,
                          "the documents have %" PRIu64 " passages, the index holds %u\n",
                          verify->passages, bodies);
    }
    return POL_OK;
}

/* Structure: only a local index in a folder of ours can be checked. */
static pol_status verify_structure(verification *verify, const char *path, pol_error *reterr)
{
    char stub[PATH_MAX], database[2 * PATH_MAX], name[1024] = "";
    snprintf(stub, sizeof stub, "%s/XAPIANDB", path);
    FILE *file = fopen(stub, "re");
    int fields = file ? fscanf(file, "auto %1023s", name) : 0;
    if (file)
        fclose(file);
    if (fields != 1)
        return POL_OK;
    if (name[0] == '/')
        snprintf(database, sizeof database, "%s", name);
    else
        snprintf(database, sizeof database, "%s/%s", path, name);
    xc_error error;
    size_t errors = 0;
    if (xc_check(database, &errors, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    verify->faults += errors;
    if (errors)
        pol_buffer_printf(verify->report, "%zu faults in the structure of '%s'\n", errors,
                          database);
    return POL_OK;
}

pol_status pol_verify_index(const char *index_path, pol_buffer *report, size_t *ret_faults,
                            void (*on_progress)(void *context, uint64_t done, uint64_t total),
                            void *context, pol_error *reterr)
{
    verification verify = {.report = report};
    pol_arena_init(&verify.arena, DOCUMENT_LIMIT);
    pol_buffer_init(&verify.encoded, DOCUMENT_LIMIT);
    pol_status status = pol_index_open_reader(index_path, &verify.reader, reterr);
    if (status == POL_OK)
        status = verify_structure(&verify, index_path, reterr);
    if (status == POL_OK)
        status = verify_documents(&verify, on_progress, context, reterr);
    if (status == POL_OK)
        status = verify_totals(&verify, reterr);
    xc_reader_free(verify.reader);
    pol_arena_done(&verify.arena);
    pol_buffer_done(&verify.encoded);
    *ret_faults = verify.faults;
    return status;
}
