/* nomem_test.c - a scenario run again and again, each time with another allocation failing.
 *
 * operator new of C++ is replaced, by its name as the linker has it, so that no C++ is
 * needed here; the exception passes through this file by the unwind tables that Debian's
 * compilers give C as well. Each run is a process of its own, since Xapian 1.4.22 does not
 * survive each of them itself: an allocation that fails in it, while it commits or builds
 * up a match, can end the process. What the binding allocates must never do that. */
#include "support.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* 0: none fails; N: the Nth from now. */
static size_t countdown;
static size_t live_blocks;

/* What a run tells the process that started it. */
typedef struct run_report {
    bool has_failed; /* the allocation that should */
    bool is_xapians; /* it was made in Xapian, not in the binding */
    bool is_over;    /* it came to its end; else it crashed */
    xc_status status;
    size_t leaked_blocks;
    char text[XC_ERROR_TEXT_SIZE];
} run_report;

static run_report *shared;

extern _Noreturn void _ZSt17__throw_bad_allocv(void); /* std::__throw_bad_alloc() */
void *_Znwm(size_t size);                             /* operator new(size_t) */
void *_Znam(size_t size);                             /* operator new[](size_t) */
void _ZdlPv(void *block);                             /* operator delete(void *) */
void _ZdlPvm(void *block, size_t size);
void _ZdaPv(void *block);
void _ZdaPvm(void *block, size_t size);

/* Who allocates: the first caller from `caller` on that is not the C++ library. */
static bool is_called_by_xapian(void *caller)
{
    void *frames[32];
    Dl_info place;
    int count = backtrace(frames, 32), i = 0;
    while (i < count && frames[i] != caller)
        i++;
    for (; i < count; i++)
        if (dladdr(frames[i], &place) && !strstr(place.dli_fname, "libstdc++"))
            return strstr(place.dli_fname, "libxapian") != NULL;
    return false;
}

static void *allocate(size_t size, void *caller)
{
    bool fails = countdown > 0 && --countdown == 0;
    void *block = fails ? NULL : malloc(size ? size : 1);
    if (fails) {
        shared->has_failed = true;
        shared->is_xapians = is_called_by_xapian(caller);
    }
    if (!block)
        _ZSt17__throw_bad_allocv();
    live_blocks++;
    return block;
}

void *_Znwm(size_t size)
{
    return allocate(size, __builtin_return_address(0));
}

void *_Znam(size_t size)
{
    return allocate(size, __builtin_return_address(0));
}

void _ZdlPv(void *block)
{
    live_blocks -= block != NULL;
    free(block);
}

void _ZdlPvm(void *block, size_t size)
{
    (void)size;
    _ZdlPv(block);
}

void _ZdaPv(void *block)
{
    _ZdlPv(block);
}

void _ZdaPvm(void *block, size_t size)
{
    _ZdlPvm(block, size);
}

/* Each step of the scenario: on to the next where it went well. */
#define STEP(call)                                                                                 \
    do {                                                                                           \
        status = (call);                                                                           \
        if (status != XC_OK)                                                                       \
            goto out;                                                                              \
    } while (false)

static xc_status add_one(xc_writer *writer, const char *words, const char *key, xc_error *error)
{
    xc_document *document = NULL;
    xc_status status;
    STEP(xc_document_new(&document, error));
    for (const char *word = words; *word; word++)
        STEP(xc_document_add_posting(document, (xc_bytes){word, 1}, (uint32_t)(word - words) + 1, 1,
                                     error));
    STEP(xc_document_add_term(document, bytes("a boolean term of some length"), 0, error));
    STEP(xc_document_set_value(document, 0, bytes(key), error));
    STEP(xc_document_set_data(document, bytes("data that is longer than a short string"), error));
    STEP(xc_writer_add(writer, document, NULL, error));
    STEP(xc_writer_replace_by_term(writer, bytes(key), document, NULL, error));
out:
    xc_document_free(document);
    return status;
}

static xc_status write_all(const char *path, xc_error *error)
{
    xc_writer *writer = NULL;
    xc_writer_options options = {.mode = XC_OPEN_OR_CREATE, .is_unsynced = true};
    xc_status status;
    STEP(xc_writer_open(path, &options, &writer, error));
    STEP(add_one(writer, "abc", "key of the first document", error));
    STEP(add_one(writer, "acb", "key of the second document", error));
    STEP(xc_writer_set_metadata(writer, bytes("schema"), bytes("a value of some length"), error));
    STEP(xc_writer_add_spelling(writer, bytes("conference"), 1, error));
    STEP(xc_writer_add_synonym(writer, bytes("pay"), bytes("salary and other words"), error));
    STEP(xc_writer_commit(writer, error));
    STEP(xc_writer_begin(writer, error));
    STEP(xc_writer_delete(writer, 1, error));
    STEP(xc_writer_end(writer, error));
out:
    xc_writer_free(writer);
    return status;
}

static xc_status read_matches(xc_matches *matches, xc_error *error)
{
    xc_document *document = NULL;
    xc_terms *terms = NULL;
    xc_bytes got;
    double weight;
    xc_status status = XC_OK;
    for (size_t i = 0; i < xc_matches_count(matches); i++) {
        STEP(xc_matches_document(matches, i, &document, error));
        STEP(xc_document_data(document, &got, error));
        STEP(xc_document_value(document, 0, &got, error));
        xc_document_free(document);
        document = NULL;
        STEP(xc_matches_terms(matches, i, &terms, error));
        do
            STEP(xc_terms_next(terms, &got, NULL, error));
        while (got.data);
        xc_terms_free(terms);
        terms = NULL;
    }
    STEP(xc_matches_term_weight(matches, bytes("a"), &weight, error));
out:
    xc_terms_free(terms);
    xc_document_free(document);
    return status;
}

static xc_status search_all(xc_reader *reader, xc_error *error)
{
    static const xc_slot slots[] = {0};
    static const char *const words[] = {"a", "b", "c"};
    const xc_weight weight = {.scheme = XC_WEIGHT_INEB2};
    xc_query *parts[5] = {NULL};
    xc_query *query = NULL;
    xc_matches *matches = NULL;
    const char *text;
    xc_status status;
    for (size_t i = 0; i < 3; i++)
        STEP(xc_query_term(bytes(words[i]), 1, &parts[i], error));
    STEP(xc_query_combine(XC_PHRASE, parts, 3, 5, &parts[3], error));
    STEP(xc_query_wildcard(bytes("a"), 9, XC_LIMIT_FIRST, XC_SYNONYM, &parts[4], error));
    STEP(xc_query_combine(XC_OR, parts, 5, 0, &query, error));
    STEP(xc_query_describe(query, &text, error));
    xc_search search;
    xc_search_init(&search);
    search.query = query;
    search.weight = &weight;
    search.facet_slots = slots;
    search.facet_count = 1;
    for (int i = 0; i < 2; i++) {
        STEP(xc_reader_search(reader, &search, &matches, error));
        STEP(read_matches(matches, error));
        xc_matches_free(matches);
        matches = NULL;
        search.distinct_slot = 0;
    }
out:
    xc_matches_free(matches);
    xc_query_free(query);
    for (size_t i = 0; i < 5; i++)
        xc_query_free(parts[i]);
    return status;
}

static xc_status look_up_all(xc_reader *reader, xc_error *error)
{
    static const xc_docid relevant[] = {2};
    xc_terms *terms = NULL;
    xc_postings *postings = NULL;
    xc_expansions *expansions = NULL;
    xc_posting block[8];
    uint32_t positions[8];
    size_t count;
    xc_bytes got;
    xc_status status;
    STEP(xc_reader_terms(reader, NO_BYTES, &terms, error));
    do
        STEP(xc_terms_next(terms, &got, NULL, error));
    while (got.data);
    STEP(xc_postings_open(reader, bytes("a"), true, &postings, error));
    STEP(xc_postings_read(postings, block, 8, &count, error));
    STEP(xc_reader_positions(reader, 2, bytes("a"), positions, 8, &count, error));
    STEP(xc_reader_metadata(reader, bytes("schema"), &got, error));
    STEP(xc_reader_suggest(reader, bytes("conferance"), 2, &got, error));
    STEP(xc_reader_revision(reader, &got, error));
    STEP(xc_reader_expand(reader, relevant, 1, NO_BYTES, 5, &expansions, error));
    STEP(xc_reader_reopen(reader, NULL, error));
out:
    xc_expansions_free(expansions);
    xc_postings_free(postings);
    xc_terms_free(terms);
    return status;
}

static xc_status read_all(const char *path, xc_error *error)
{
    xc_reader *reader = NULL;
    xc_status status;
    STEP(xc_reader_open(path, &reader, error));
    STEP(look_up_all(reader, error));
    STEP(search_all(reader, error));
out:
    xc_reader_free(reader);
    return status;
}

typedef xc_status (*scenario)(const char *path, xc_error *error);

/* In a process of its own: runs the scenario with the Nth allocation failing. */
static _Noreturn void run_failing(scenario run, const char *path, size_t nth)
{
    static const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        signal(crashes[i], SIG_DFL); /* not cmocka's, which goes on to the next test */
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDERR_FILENO); /* what a sanitizer says of Xapian's crashes */
    alarm(60);
    xc_error error = {XC_OK, ""};
    const size_t before = live_blocks;
    countdown = nth;
    shared->status = run(path, &error);
    countdown = 0;
    shared->leaked_blocks = live_blocks - before;
    memcpy(shared->text, error.text, sizeof shared->text);
    shared->is_over = true;
    _exit(0);
}

/* What came of all runs of one scenario. */
typedef struct run_tally {
    size_t runs, in_xapian, crashes, leaks;
} run_tally;

static void judge(size_t nth, run_tally *tally)
{
    if (shared->is_over && shared->status != XC_OK && shared->status != XC_NOMEM)
        fail_msg("allocation %zu: %s: %s", nth, xc_status_name(shared->status), shared->text);
    if (!shared->is_xapians && shared->has_failed) {
        if (!shared->is_over || shared->leaked_blocks > 0)
            fail_msg("allocation %zu of the binding: %s", nth,
                     shared->is_over ? "a leak" : "a crash");
        assert_int_equal(shared->status, XC_NOMEM);
    }
    tally->runs++;
    tally->in_xapian += shared->is_xapians;
    tally->crashes += !shared->is_over;
    tally->leaks += shared->is_over && shared->leaked_blocks > 0;
}

/* Fails each allocation in turn until the scenario meets none that fails. */
static void fail_each(scenario run, const char *path, bool is_fresh)
{
    run_tally tally = {0, 0, 0, 0};
    const size_t most = 20000;
    for (size_t nth = 1; nth < most; nth++) {
        if (is_fresh)
            remove_tree(path);
        memset(shared, 0, sizeof *shared);
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0)
            run_failing(run, path, nth);
        assert_int_equal(waitpid(child, NULL, 0), child);
        if (!shared->has_failed)
            break;
        judge(nth, &tally);
    }
    print_message("%zu allocations, %zu of them in Xapian, where %zu ended the process and %zu "
                  "leaked\n",
                  tally.runs, tally.in_xapian, tally.crashes, tally.leaks);
    assert_true(shared->is_over && shared->status == XC_OK && shared->leaked_blocks == 0);
    assert_true(tally.runs > 100 && tally.in_xapian < tally.runs);
    assert_true(tally.crashes * 20 < tally.runs); /* as measured, not more */
}

static void writing_runs_out_of_memory(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    OK(write_all(path, &error)); /* what is allocated once and kept */
    fail_each(write_all, path, true);
    /* The last run went well, so the database is whole. */
    size_t errors = 9;
    OK(xc_check(path, &errors, &error));
    assert_int_equal(errors, 0);
    OK(read_all(path, &error));
}

static void reading_runs_out_of_memory(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    OK(write_all(path, &error));
    OK(read_all(path, &error));
    fail_each(read_all, path, false);
}

static xc_status compact_it(const char *path, xc_error *error)
{
    char to[512];
    size_t errors;
    snprintf(to, sizeof to, "%s.compacted", path);
    size_t kept = countdown;
    countdown = 0;
    remove_tree(to);
    countdown = kept;
    xc_status status = xc_compact(&path, 1, to, NULL, error);
    return status == XC_OK ? xc_check(to, &errors, error) : status;
}

static void compacting_runs_out_of_memory(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    OK(write_all(path, &error));
    OK(compact_it(path, &error));
    fail_each(compact_it, path, false);
}

int main(void)
{
    void *frame;
    backtrace(&frame, 1); /* loads what it needs now, not when memory is short */
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return 1;
    const struct CMUnitTest tests[] = {
        scratch_test(writing_runs_out_of_memory),
        scratch_test(reading_runs_out_of_memory),
        scratch_test(compacting_runs_out_of_memory),
    };
    return cmocka_run_group_tests_name("nomem", tests, NULL, NULL);
}
