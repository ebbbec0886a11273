/* status.c - counting and checking what an index holds. */
#include "indexer/status.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "core/schema.h"
#include "core/utf8.h"
#include "core/vocabulary.h"
#include "index/failure.h"
#include "index/open.h"
#include "indexer/ledger.h"
#include "sandbox/sandbox.h"

enum { DOCUMENT_LIMIT = 1 << 30 };

static const char trouble[] = "cannot read the index";

/* Values of the heads that are counted. */
enum { KINDS, DECISIONS, YEARS, COUNTED };

/* All heads, with their values counted; free with xc_matches_free(). */
static pol_status count_heads(xc_reader *reader, xc_matches **ret_matches, pol_error *reterr)
{
    static const xc_slot slots[COUNTED] = {
        [KINDS] = POL_SLOT_KIND, [DECISIONS] = POL_SLOT_DECISION, [YEARS] = POL_SLOT_YEAR};
    static const xc_weight weight = {.scheme = XC_WEIGHT_BOOL};
    const xc_bytes head = {POL_PREFIX_HEAD, strlen(POL_PREFIX_HEAD)};
    xc_error error;
    xc_query *heads = NULL;
    xc_search search;
    *ret_matches = NULL;
    xc_status status = xc_query_term(head, 1, &heads, &error);
    xc_search_init(&search);
    search.query = heads;
    search.weight = &weight;
    search.count = 0;
    search.check_at_least = UINT32_MAX;
    search.facet_slots = slots;
    search.facet_count = COUNTED;
    if (status == XC_OK)
        status = xc_reader_search(reader, &search, ret_matches, &error);
    xc_query_free(heads);
    return status == XC_OK ? POL_OK : pol_fail_xapian(reterr, &error, trouble);
}

/* How many heads have the value `code`. */
static uint32_t count_of(const xc_matches *matches, size_t facet, const char *code)
{
    size_t count;
    const xc_facet_value *values = xc_matches_facet(matches, facet, &count);
    for (size_t i = 0; i < count; i++)
        if (pol_span_equal(pol_xc_span(values[i].value), pol_span_of(code)))
            return values[i].count;
    return 0;
}

static void report_kinds(const xc_matches *matches, pol_buffer *report)
{
    const char *separator = "Kinds:       ";
    for (int kind = 0; kind < POL_KIND_COUNT; kind++) {
        uint32_t count = count_of(matches, KINDS, pol_kind_code((pol_kind)kind));
        if (!count)
            continue;
        pol_buffer_printf(report, "%s%s %u", separator, pol_kind_label((pol_kind)kind), count);
        separator = ", ";
    }
    pol_buffer_add_text(report, *separator == ',' ? "\n" : "");
}

static void report_decisions(const xc_matches *matches, pol_buffer *report)
{
    pol_buffer_add_text(report, "Decisions:\n");
    for (int decision = POL_DECISION_CARRIED; decision < POL_DECISION_COUNT; decision++) {
        uint32_t count = count_of(matches, DECISIONS, pol_decision_code((pol_decision)decision));
        if (count)
            pol_buffer_printf(report, "  %8u  %s\n", count,
                              pol_decision_label((pol_decision)decision));
    }
}

/* Facet values stand in order: the first and the last. */
static void report_years(const xc_matches *matches, pol_buffer *report)
{
    size_t count;
    const xc_facet_value *years = xc_matches_facet(matches, YEARS, &count);
    if (count)
        pol_buffer_printf(report, "Years:       %.*s to %.*s\n",
                          POL_SPAN_ARGS(pol_xc_span(years[0].value)),
                          POL_SPAN_ARGS(pol_xc_span(years[count - 1].value)));
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
    xc_matches *heads = NULL;
    xc_error error;
    uint32_t bodies;
    char confined[80];
    const xc_bytes body = {POL_PREFIX_BODY, strlen(POL_PREFIX_BODY)};
    pol_status status = pol_index_open_reader(index_path, &reader, reterr);
    if (status == POL_OK)
        status = count_heads(reader, &heads, reterr);
    if (status == POL_OK && xc_reader_term_frequency(reader, body, &bodies, &error) != XC_OK)
        status = pol_fail_xapian(reterr, &error, trouble);
    if (status == POL_OK) {
        pol_buffer_printf(report, "Index:       %s\n", index_path);
        pol_buffer_printf(report, "Documents:   %u (%u passages)\n",
                          xc_matches_totals(heads)->estimated, bodies);
        report_kinds(heads, report);
        report_years(heads, report);
        status = report_roots(reader, report, reterr);
    }
    if (status == POL_OK) {
        pol_buffer_printf(report, "On disk:     %.1f MB, schema %s\n",
                          (double)size_on_disk(index_path, 1) / 1e6, POL_SCHEMA_VERSION);
        pol_buffer_printf(report, "Readers:     confined by %s\n", pol_sandbox_describe(confined));
        report_decisions(heads, report);
    }
    xc_matches_free(heads);
    xc_reader_free(reader);
    if (status == POL_OK && report->status != POL_OK)
        status = pol_fail(reterr, report->status, 0, "no memory for the report");
    return status;
}
