/* postings_test.c - postings in blocks, positions. */
#include "support.h"

#include <stdio.h>

enum { DOCUMENTS = 1000 };

/* Document N has "all" N % 5 + 1 times, and "odd" where N is odd. */
static xc_reader *numbered_reader(void **state)
{
    xc_error error;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    for (unsigned i = 1; i <= DOCUMENTS; i++) {
        char words[64] = "all";
        for (unsigned j = 0; j < i % 5; j++)
            strcat(words, " all");
        put(writer, i % 2 ? strcat(words, " odd") : words);
    }
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    return open_reader(path);
}

static void reads_blocks_to_the_end(void **state)
{
    static const size_t sizes[] = {1, 7, 999, 1000, 1001};
    xc_error error;
    xc_posting block[1001];
    xc_reader *reader = numbered_reader(state);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        xc_postings *postings;
        size_t count;
        xc_docid docid = 0;
        OK(xc_postings_open(reader, bytes("all"), true, &postings, &error));
        do {
            OK(xc_postings_read(postings, block, sizes[i], &count, &error));
            for (size_t j = 0; j < count; j++) {
                assert_int_equal(block[j].docid, ++docid);
                assert_int_equal(block[j].wdf, docid % 5 + 1);
                assert_int_equal(block[j].length, docid % 5 + 1 + docid % 2);
            }
        } while (count);
        assert_int_equal(docid, DOCUMENTS);
        OK(xc_postings_read(postings, block, sizes[i], &count, &error));
        assert_int_equal(count, 0);
        xc_postings_free(postings);
    }
    xc_reader_free(reader);
}

static void skips_forward(void **state)
{
    xc_error error;
    xc_postings *postings;
    xc_posting block[2];
    size_t count;
    xc_reader *reader = numbered_reader(state);
    OK(xc_postings_open(reader, bytes("odd"), false, &postings, &error));
    OK(xc_postings_skip_to(postings, 500, &error));
    OK(xc_postings_read(postings, block, 2, &count, &error));
    assert_int_equal(count, 2);
    assert_int_equal(block[0].docid, 501);
    assert_int_equal(block[1].docid, 503);
    assert_int_equal(block[1].length, 0); /* not asked for */
    OK(xc_postings_skip_to(postings, 5000, &error));
    OK(xc_postings_read(postings, block, 2, &count, &error));
    assert_int_equal(count, 0);
    OK(xc_postings_skip_to(postings, 1, &error));
    xc_postings_free(postings);
    xc_reader_free(reader);
}

static void an_empty_term_is_every_document(void **state)
{
    xc_error error;
    xc_postings *postings;
    xc_posting block[DOCUMENTS + 1];
    size_t count;
    xc_reader *reader = numbered_reader(state);
    OK(xc_postings_open(reader, NO_BYTES, false, &postings, &error));
    OK(xc_postings_read(postings, block, DOCUMENTS + 1, &count, &error));
    assert_int_equal(count, DOCUMENTS);
    assert_int_equal(block[DOCUMENTS - 1].docid, DOCUMENTS);
    assert_int_equal(block[DOCUMENTS - 1].wdf, 1);
    xc_postings_free(postings);
    OK(xc_postings_open(reader, bytes("none"), true, &postings, &error));
    OK(xc_postings_read(postings, block, DOCUMENTS, &count, &error));
    assert_int_equal(count, 0);
    xc_postings_free(postings);
    xc_postings_free(NULL);
    xc_reader_free(reader);
}

/* What was opened goes on when the reader is freed. */
static void outlive_their_reader(void **state)
{
    xc_error error;
    xc_postings *postings;
    xc_posting block[DOCUMENTS];
    size_t count;
    xc_reader *reader = numbered_reader(state);
    OK(xc_postings_open(reader, bytes("odd"), true, &postings, &error));
    xc_reader_free(reader);
    OK(xc_postings_read(postings, block, DOCUMENTS, &count, &error));
    assert_int_equal(count, DOCUMENTS / 2);
    xc_postings_free(postings);
}

static void go_across_databases(void **state)
{
    xc_error error;
    xc_postings *postings;
    xc_posting block[10];
    size_t count;
    build(in_scratch(state, "one"), (const char *const[]){"a a", "b"}, 2);
    build(in_scratch(state, "two"), (const char *const[]){"a", "a b"}, 2);
    xc_reader *reader = open_reader(in_scratch(state, "one"));
    OK(xc_reader_add(reader, in_scratch(state, "two"), &error));
    OK(xc_postings_open(reader, bytes("a"), true, &postings, &error));
    OK(xc_postings_read(postings, block, 10, &count, &error));
    assert_int_equal(count, 3);
    assert_int_equal(block[0].docid, 1);
    assert_int_equal(block[0].wdf, 2);
    assert_int_equal(block[1].docid, 2);
    assert_int_equal(block[2].docid, 4);
    assert_int_equal(block[2].length, 2);
    xc_postings_free(postings);
    xc_reader_free(reader);
}

static void reads_positions(void **state)
{
    xc_error error;
    uint32_t block[8];
    size_t count;
    const char *path = in_scratch(state, "database");
    build(path, (const char *const[]){"a b a c a", "b"}, 2);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_positions(reader, 1, bytes("a"), block, 8, &count, &error));
    assert_int_equal(count, 3);
    assert_int_equal(block[0], 1);
    assert_int_equal(block[1], 3);
    assert_int_equal(block[2], 5);
    OK(xc_reader_positions(reader, 1, bytes("a"), block, 2, &count, &error));
    assert_int_equal(count, 2);
    OK(xc_reader_positions(reader, 2, bytes("a"), block, 8, &count, &error));
    assert_int_equal(count, 0);
    FAILS(XC_INVALID, xc_reader_positions(reader, 1, NO_BYTES, block, 8, &count, &error));
    assert_int_equal(count, 0);
    xc_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(reads_blocks_to_the_end),
        scratch_test(skips_forward),
        scratch_test(an_empty_term_is_every_document),
        scratch_test(outlive_their_reader),
        scratch_test(go_across_databases),
        scratch_test(reads_positions),
    };
    return cmocka_run_group_tests_name("postings", tests, NULL, NULL);
}
