/* test_ledger.c - roots and files noted in an index, and read back. */
#include "tests/unit/indexer/folder.h"

#include "core/schema.h"
#include "indexer/ledger.h"

static xc_writer *writer;
static pol_ledger ledger;
static pol_arena arena;

static int open_ledger(void **state)
{
    const xc_writer_options options = {.mode = XC_CREATE};
    if (make_folder(state) != 0)
        return -1;
    pol_arena_init(&arena, 1 << 20);
    return xc_writer_open(at("db"), &options, &writer, NULL) != XC_OK ||
           pol_ledger_open(&ledger, writer, NULL) != POL_OK;
}

static int close_ledger(void **state)
{
    pol_ledger_close(&ledger);
    xc_writer_free(writer);
    pol_arena_done(&arena);
    return drop_folder(state);
}

static pol_entry entry_of(pol_span relative)
{
    return (pol_entry){.size_bytes = 1,
                       .changed_ns = 2,
                       .status_ns = -3,
                       .sidecar_size_bytes = 4,
                       .sidecar_changed_ns = 5,
                       .sidecar_status_ns = 6,
                       .seen_ns = 7,
                       .document_count = 8,
                       .is_incomplete = true,
                       .relative = relative};
}

static void note(uint32_t root, const char *relative)
{
    pol_error error;
    const pol_entry entry = entry_of(pol_span_of(relative));
    pol_span key = pol_file_key(&arena, root, entry.relative);
    assert_int_equal(pol_ledger_record(&ledger, key, &entry, &error), POL_OK);
}

static void gives_back_what_was_noted(void **state)
{
    (void)state;
    pol_error error;
    char longest[1025];
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    /* from where the key is as it is to where it is a hash, and names that look like more */
    const char *paths[] = {"a.txt", "9 8 7",       "tab\there\nand there", "\xff",
                           longest, longest + 790, longest + 800,          longest + 810};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        bool is_known;
        pol_entry found;
        pol_span key = pol_file_key(&arena, 12, pol_span_of(paths[i]));
        assert_int_equal(pol_ledger_find(&ledger, key, &arena, &found, &is_known, &error), POL_OK);
        assert_false(is_known);
        note(12, paths[i]);
        assert_int_equal(pol_ledger_find(&ledger, key, &arena, &found, &is_known, &error), POL_OK);
        assert_true(is_known);
        assert_true(pol_span_equal(found.relative, pol_span_of(paths[i])));
        assert_int_equal(found.status_ns, -3);
        assert_int_equal(found.document_count, 8);
        assert_true(found.is_incomplete);
        assert_int_equal(pol_ledger_record(&ledger, key, NULL, &error), POL_OK);
        assert_int_equal(pol_ledger_find(&ledger, key, &arena, &found, &is_known, &error), POL_OK);
        assert_false(is_known);
    }
}

static void lists_the_files_of_one_root(void **state)
{
    (void)state;
    pol_error error;
    pol_entry *entries;
    size_t count;
    note(1, "a.txt");
    note(1, "b/c.txt");
    note(11, "other.txt");
    assert_int_equal(pol_ledger_files(&ledger, 1, &arena, &entries, &count, &error), POL_OK);
    assert_int_equal(count, 2);
    assert_true(pol_span_equal(entries[0].relative, POL_SPAN("a.txt")));
    assert_true(pol_span_equal(entries[1].relative, POL_SPAN("b/c.txt")));
}

static void keeps_roots_by_number(void **state)
{
    (void)state;
    pol_error error;
    pol_root *roots;
    size_t count;
    const pol_root rows[] = {{10, POL_SPAN("/ten"), true}, {2, POL_SPAN("/two words"), false}};
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(pol_ledger_set_root(&ledger, rows[i], &error), POL_OK);
    assert_int_equal(pol_ledger_roots(ledger.reader, &arena, &roots, &count, &error), POL_OK);
    assert_int_equal(count, 2);
    assert_int_equal(roots[0].number, 2);
    assert_false(roots[0].is_partial);
    assert_true(pol_span_equal(roots[0].path, POL_SPAN("/two words")));
    assert_true(roots[1].is_partial);
    assert_int_equal(
        pol_ledger_set_root(&ledger, (pol_root){.number = 2, .path = POL_SPAN("")}, &error),
        POL_OK);
    assert_int_equal(pol_ledger_roots(ledger.reader, &arena, &roots, &count, &error), POL_OK);
    assert_int_equal(count, 1);
}

/* What another version noted is a file that must be read again, and still one of ours. */
static void another_version_is_not_known(void **state)
{
    (void)state;
    pol_error error;
    bool is_known;
    pol_entry found, *entries;
    size_t count;
    const xc_bytes key = {"file/1/a.txt", 12}, value = {"99 some thing else\ta.txt", 24};
    assert_int_equal(xc_writer_set_metadata(writer, key, value, NULL), XC_OK);
    assert_int_equal(
        pol_ledger_find(&ledger, POL_SPAN("1/a.txt"), &arena, &found, &is_known, &error), POL_OK);
    assert_false(is_known);
    assert_int_equal(pol_ledger_files(&ledger, 1, &arena, &entries, &count, &error), POL_OK);
    assert_int_equal(count, 1);
    assert_true(pol_span_equal(entries[0].relative, POL_SPAN("a.txt")));
}

int main(void)
{
#define IN_LEDGER(test) cmocka_unit_test_setup_teardown(test, open_ledger, close_ledger)
    const struct CMUnitTest tests[] = {
        IN_LEDGER(gives_back_what_was_noted),
        IN_LEDGER(lists_the_files_of_one_root),
        IN_LEDGER(keeps_roots_by_number),
        IN_LEDGER(another_version_is_not_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
