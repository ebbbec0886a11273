/* test_outline.c - an index built in one go finds and shows what one has that was written bit by
 * bit. */
#include "tests/unit/indexer/updating.h"

#include "indexer/outline.h"
#include "indexer/status.h"

static xc_reader *open_index(const char *name)
{
    xc_reader *reader;
    assert_int_equal(pol_index_open_reader(at(name), &reader, &error), POL_OK);
    return reader;
}

/* Every term is in as many documents, and as often. */
static void assert_same_terms(xc_reader *a, xc_reader *b)
{
    xc_terms *ours, *theirs;
    xc_bytes term, other;
    uint32_t count, other_count;
    uint64_t often, other_often;
    assert_int_equal(xc_reader_terms(a, (xc_bytes){NULL, 0}, &ours, NULL), XC_OK);
    assert_int_equal(xc_reader_terms(b, (xc_bytes){NULL, 0}, &theirs, NULL), XC_OK);
    do {
        assert_int_equal(xc_terms_next(ours, &term, &count, NULL), XC_OK);
        assert_int_equal(xc_terms_next(theirs, &other, &other_count, NULL), XC_OK);
        if (!term.data || !other.data)
            break;
        if (term.size != other.size || memcmp(term.data, other.data, term.size) != 0)
            fail_msg("'%.*s' and '%.*s'", (int)term.size, term.data, (int)other.size, other.data);
        assert_int_equal(count, other_count);
        assert_int_equal(xc_reader_collection_frequency(a, term, &often, NULL), XC_OK);
        assert_int_equal(xc_reader_collection_frequency(b, term, &other_often, NULL), XC_OK);
        assert_int_equal(often, other_often);
    } while (true);
    assert_true(!term.data && !other.data);
    xc_terms_free(ours);
    xc_terms_free(theirs);
}

static void assert_same_values(xc_document *a, xc_document *b)
{
    xc_bytes value, other;
    for (xc_slot slot = 0; slot <= POL_SLOT_OUTLINE; slot++) {
        assert_int_equal(xc_document_value(a, slot, &value, NULL), XC_OK);
        assert_int_equal(xc_document_value(b, slot, &other, NULL), XC_OK);
        assert_int_equal(value.size, other.size);
        assert_memory_equal(value.data ? value.data : "", other.data ? other.data : "", value.size);
    }
}

/* Each head and passage of one has its like in the other. */
static void assert_same_documents(xc_reader *a, xc_reader *b)
{
    xc_terms *terms;
    xc_bytes term;
    uint32_t length, other_length;
    xc_document *ours, *theirs;
    xc_docid left, right;
    assert_int_equal(xc_reader_terms(a, (xc_bytes){"Q", 1}, &terms, NULL), XC_OK);
    while (xc_terms_next(terms, &term, NULL, NULL) == XC_OK && term.data) {
        assert_int_equal(xc_reader_find(a, term, &left, NULL), XC_OK);
        assert_int_equal(xc_reader_find(b, term, &right, NULL), XC_OK);
        assert_int_equal(xc_reader_document_length(a, left, &length, NULL), XC_OK);
        assert_int_equal(xc_reader_document_length(b, right, &other_length, NULL), XC_OK);
        assert_int_equal(length, other_length);
        assert_int_equal(xc_reader_document(a, left, &ours, NULL), XC_OK);
        assert_int_equal(xc_reader_document(b, right, &theirs, NULL), XC_OK);
        assert_same_values(ours, theirs);
        xc_document_free(ours);
        xc_document_free(theirs);
    }
    xc_terms_free(terms);
}

static void write_files(unsigned from, unsigned until)
{
    static const char *const titles[] = {"Kettles", "Mugs", "Spoons", "Cups", "Trays", "Pots"};
    char name[64], more[256];
    for (unsigned i = from; i < until; i++) {
        snprintf(name, sizeof name, "files/%02u.txt", i);
        snprintf(more, sizeof more, "\nConference notes that %u have met, and %s.\n", i,
                 i % 3 ? "agreed"
                       : "did not; co-operation of N.H.S. staff is at \xC2\xA3"
                         "3.8bn");
        write_motion(name, titles[i % 6], i % 2 ? "2031 Canteen Conference" : "2032 Conference",
                     more);
    }
    write_report("files/report.txt", "2031 Canteen Conference", "Mugs: LOST\nCups: CARRIED");
}

/* Renderings are merged, and reports joined, in either. */
static void either_way_leads_to_the_same(void **state)
{
    (void)state;
    char moved[600];
    for (unsigned until = 1; until <= 21; until += 10) {
        write_files(0, until);
        run();
    }
    snprintf(moved, sizeof moved, "%s", at("index"));
    assert_int_equal(rename(moved, at("written")), 0);
    run();
    xc_reader *written = open_index("written"), *built = open_index("index");
    assert_same_terms(written, built);
    assert_same_documents(written, built);
    xc_reader_free(written);
    xc_reader_free(built);
}

/* As the files come, whatever the number of threads: answers of one rank are in this order. */
static void heads_stand_before_their_passages(void **state)
{
    (void)state;
    write_files(0, 12);
    run();
    xc_reader *reader = open_index("index");
    xc_posting *block;
    size_t count;
    xc_docid expected = 1;
    assert_int_equal(pol_held_list(reader, POL_SPAN(POL_PREFIX_HEAD), &block, &count, &error),
                     POL_OK);
    for (size_t i = 0; i < count; i++) {
        pol_arena arena;
        pol_held held;
        pol_arena_init(&arena, 1 << 20);
        assert_int_equal(block[i].docid, expected);
        assert_int_equal(pol_held_read(reader, expected, &arena, &held, &error), POL_OK);
        expected += 1 + (xc_docid)held.stored.document.passage_count;
        pol_arena_done(&arena);
    }
    free(block);
    xc_reader_free(reader);
}

/* A document of many slices, and of more than one batch. */
static void a_long_document_is_whole(void **state)
{
    (void)state;
    FILE *file = fopen(at("files/long.txt"), "w");
    assert_non_null(file);
    fputs("Boilers\n\n", file);
    for (unsigned i = 0; i < 50000; i++)
        fprintf(file, "Conference notes that boiler %u of hall %u is old.\n\n", i, i % 77);
    assert_int_equal(fclose(file), 0);
    pol_summary summary = run();
    assert_true(summary.total_documents >= 1);
    assert_true(summary.total_passages >= 50000);
    size_t faults = 1;
    pol_buffer report;
    pol_buffer_init(&report, 1 << 20);
    assert_int_equal(pol_verify_index(at("index"), &report, &faults, NULL, NULL, &error), POL_OK);
    assert_int_equal(faults, 0);
    pol_buffer_done(&report);
}

int main(void)
{
    setenv("SOURCE_DATE_EPOCH", "1900000000", true); /* as if all were made at once */
#define IN_FILES(test) cmocka_unit_test_setup_teardown(test, make_files, drop_folder)
    const struct CMUnitTest tests[] = {
        IN_FILES(either_way_leads_to_the_same),
        IN_FILES(heads_stand_before_their_passages),
        IN_FILES(a_long_document_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
