/* status.c - counting and checking what an index holds. */
#include "indexer/status.h"

#include <dirent.h>
#include <ftw.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "core/schema.h"
#include "core/utf8.h"
#include "core/vocabulary.h"
#include "indexer/ledger.h"
#include "index/failure.h"
#include "index/open.h"

enum { DOCUMENT_LIMIT = 1 << 30 };

static const char trouble[] = "cannot read the index";

static xc_bytes term_bytes(const char *prefix, const char *value, char *buffer, size_t size)
{
    snprintf(buffer, size, "%s%s", prefix ? prefix : "", value ? value : "");
    return (xc_bytes){buffer, strlen(buffer)};
}

/* Documents whose head has the term. */
static pol_status count_heads(xc_reader *reader, xc_bytes term, uint32_t *ret_count,
                              pol_error *reterr)
{
    xc_error error;
    xc_query *parts[2] = {NULL, NULL}, *both = NULL;
    xc_matches *matches = NULL;
    xc_search search;
    xc_search_init(&search);
    const xc_weight weight = {.scheme = XC_WEIGHT_BOOL};
    const xc_bytes head = {POL_PREFIX_HEAD, strlen(POL_PREFIX_HEAD)};
    xc_status status = xc_query_term(head, 1, &parts[0], &error);
    if (status == XC_OK)
        status = xc_query_term(term, 1, &parts[1], &error);
    if (status == XC_OK)
        status = xc_query_combine(XC_AND, parts, 2, 0, &both, &error);
    search.query = both;
    search.weight = &weight;
    search.count = 0;
    search.check_at_least = UINT32_MAX;
    if (status == XC_OK)
        status = xc_reader_search(reader, &search, &matches, &error);
    *ret_count = status == XC_OK ? xc_matches_totals(matches)->estimated : 0;
    xc_matches_free(matches);
    xc_query_free(both);
    xc_query_free(parts[0]);
    xc_query_free(parts[1]);
    return status == XC_OK ? POL_OK : pol_fail_xapian(reterr, &error, trouble);
}

static pol_status report_kinds(xc_reader *reader, pol_buffer *report, pol_error *reterr)
{
    char buffer[64];
    pol_status status = POL_OK;
    pol_buffer_add_text(report, "Kinds:      ");
    const char *separator = " ";
    for (int kind = 0; kind < POL_KIND_COUNT && status == POL_OK; kind++) {
        uint32_t count;
        status = count_heads(reader,
                             term_bytes(pol_field_info_of(POL_FIELD_KIND)->prefix,
                                        pol_kind_code((pol_kind)kind), buffer, sizeof buffer),
                             &count, reterr);
        if (status != POL_OK || !count)
            continue;
        pol_buffer_printf(report, "%s%s %u", separator, pol_kind_label((pol_kind)kind), count);
        separator = ", ";
    }
    pol_buffer_add_text(report, "\n");
    return status;
}

static pol_status report_decisions(xc_reader *reader, pol_buffer *report, pol_error *reterr)
{
    char buffer[64];
    pol_status status = POL_OK;
    pol_buffer_add_text(report, "Decisions:\n");
    for (int decision = POL_DECISION_CARRIED; decision < POL_DECISION_COUNT && status == POL_OK;
         decision++) {
        uint32_t count;
        status = count_heads(reader,
                             term_bytes(pol_field_info_of(POL_FIELD_DECISION)->prefix,
                                        pol_decision_code((pol_decision)decision), buffer,
                                        sizeof buffer),
                             &count, reterr);
        if (status == POL_OK && count)
            pol_buffer_printf(report, "  %8u  %s\n", count,
                              pol_decision_label((pol_decision)decision));
    }
    return status;
}

static pol_status report_years(xc_reader *reader, pol_buffer *report, pol_error *reterr)
{
    xc_error error;
    xc_terms *terms = NULL;
    xc_bytes term;
    char first[16] = "", last[16] = "";
    const char *prefix = pol_field_info_of(POL_FIELD_YEAR)->prefix;
    size_t skip = strlen(prefix);
    if (xc_reader_terms(reader, (xc_bytes){prefix, skip}, &terms, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    xc_status status;
    while ((status = xc_terms_next(terms, &term, NULL, &error)) == XC_OK && term.data) {
        if (!first[0])
            snprintf(first, sizeof first, "%.*s", (int)(term.size - skip), term.data + skip);
        snprintf(last, sizeof last, "%.*s", (int)(term.size - skip), term.data + skip);
    }
    xc_terms_free(terms);
    if (status != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    if (first[0])
        pol_buffer_printf(report, "Years:       %s to %s\n", first, last);
    return POL_OK;
}

static pol_status report_roots(xc_reader *reader, pol_buffer *report, pol_error *reterr)
{
    pol_arena arena;
    pol_root *roots;
    size_t count;
    pol_arena_init(&arena, DOCUMENT_LIMIT);
    pol_status status = pol_ledger_roots(reader, &arena, &roots, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        pol_buffer_add_text(report, "Folder:      ");
        pol_utf8_append_printable(report, roots[i].path);
        pol_buffer_add_byte(report, '\n');
    }
    pol_arena_done(&arena);
    return status;
}

/* Bytes of the files right below `path` and one folder further down. */
static uint64_t size_on_disk(const char *path, int depth)
{
    uint64_t total = 0;
    DIR *folder = opendir(path);
    if (!folder)
        return 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char name[4096];
        struct stat status;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (lstat(name, &status) != 0)
            continue;
        if (S_ISDIR(status.st_mode) && depth > 0)
            total += size_on_disk(name, depth - 1);
        else if (S_ISREG(status.st_mode))
            total += (uint64_t)status.st_size;
    }
    closedir(folder);
    return total;
}

pol_status pol_status_report(const char *index_path, pol_buffer *report, pol_error *reterr)
{
    xc_reader *reader = NULL;
    xc_error error;
    uint32_t heads, bodies;
    char buffer[64];
    pol_status status = pol_index_open_reader(index_path, &reader, reterr);
    if (status != POL_OK)
        return status;
    if (xc_reader_term_frequency(reader, term_bytes(POL_PREFIX_HEAD, "", buffer, sizeof buffer),
                                 &heads, &error) != XC_OK ||
        xc_reader_term_frequency(reader, term_bytes(POL_PREFIX_BODY, "", buffer, sizeof buffer),
                                 &bodies, &error) != XC_OK)
        status = pol_fail_xapian(reterr, &error, trouble);
    if (status == POL_OK) {
        pol_buffer_printf(report, "Index:       %s\n", index_path);
        pol_buffer_printf(report, "Documents:   %u (%u passages)\n", heads, bodies);
        status = report_kinds(reader, report, reterr);
    }
    if (status == POL_OK)
        status = report_years(reader, report, reterr);
    if (status == POL_OK)
        status = report_roots(reader, report, reterr);
    if (status == POL_OK) {
        pol_buffer_printf(report, "On disk:     %.1f MB, schema %s\n",
                          (double)size_on_disk(index_path, 1) / 1e6, POL_SCHEMA_VERSION);
        status = report_decisions(reader, report, reterr);
    }
    xc_reader_free(reader);
    if (status == POL_OK && report->status != POL_OK)
        status = pol_fail(reterr, report->status, 0, "no memory for the report");
    return status;
}
