/* Databases from batches: the same as what Xapian's own writer makes of the same documents, and as
 * good to go on writing. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "support.h"

enum { TERM_SIZE = 256, BLOCK = 64 };

/* The same numbers each time. */
static uint32_t draw(uint64_t *dice, uint32_t bound)
{
    *dice = *dice * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*dice >> 33) % bound;
}

/* Few words are common, many rare; some are long, some hold zero bytes. */
static xc_bytes draw_term(uint64_t *dice, char buffer[TERM_SIZE])
{
    uint32_t number = draw(dice, 1u << (1 + draw(dice, 14)));
    size_t size = (size_t)snprintf(buffer, TERM_SIZE, "%c%u", 'a' + (int)(number % 26), number);
    if (number % 31 == 7) {
        size_t longer = number % 97 == 3 ? XC_TERM_MAX : size + number % 200;
        memset(buffer + size, 'x', longer > size ? longer - size : 0);
        size = longer > size ? longer : size;
    }
    if (number % 53 == 5 && size < XC_TERM_MAX)
        buffer[size / 2] = '\0';
    return (xc_bytes){buffer, size};
}

static void draw_data(uint64_t *dice, xc_document *document)
{
    xc_error error;
    static const size_t sizes[] = {0, 5, 17, 18, 19, 400, 3000, 9000, 120000};
    size_t size = sizes[draw(dice, draw(dice, 40) ? 7 : 9)];
    bool is_noise = draw(dice, 2);
    char *data = malloc(size + 1);
    assert_non_null(data);
    for (size_t i = 0; i < size; i++)
        data[i] = (char)(is_noise ? draw(dice, 256) : 'a' + (i / 7) % 5);
    OK(xc_document_set_data(document, (xc_bytes){data, size}, &error));
    free(data);
}

static void draw_values(uint64_t *dice, xc_document *document)
{
    xc_error error;
    char value[64];
    static const xc_slot slots[] = {0, 1, 5, 127, 128, 300, 70000};
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (draw(dice, 3)) {
            snprintf(value, sizeof value, "%0*u", 1 + (int)draw(dice, 40), draw(dice, 100));
            OK(xc_document_set_value(document, slots[i], bytes(value), &error));
        }
}

static xc_document *draw_document(uint64_t *dice, uint32_t terms_max)
{
    xc_error error;
    xc_document *document;
    char buffer[TERM_SIZE];
    OK(xc_document_new(&document, &error));
    uint32_t count = draw(dice, terms_max);
    /* Xapian's checker takes documents without terms, or of length 0, for faults */
    OK(xc_document_add_term(document, bytes("every"), 1, &error));
    for (uint32_t i = 0; i < count; i++) {
        xc_bytes term = draw_term(dice, buffer);
        uint32_t wdf = draw(dice, 50) ? draw(dice, 3) : draw(dice, 100000);
        switch (draw(dice, 3)) {
        case 0:
            OK(xc_document_add_term(document, term, wdf, &error));
            break;
        case 1:
            OK(xc_document_add_posting(document, term, i + 1, wdf, &error));
            break;
        default: /* in no order, and some twice */
            OK(xc_document_add_posting(document, term, draw(dice, 1u << draw(dice, 24)), wdf,
                                       &error));
        }
    }
    draw_values(dice, document);
    draw_data(dice, document);
    return document;
}

/* --- the two ways --------------------------------------------------------------------- */

static void write_database(const char *path, uint64_t seed, uint32_t count, uint32_t terms_max)
{
    xc_error error;
    xc_writer *writer = open_writer(path, XC_CREATE);
    for (uint32_t i = 0; i < count; i++) {
        xc_document *document = draw_document(&seed, terms_max);
        OK(xc_writer_add(writer, document, NULL, &error));
        xc_document_free(document);
    }
    OK(xc_writer_set_metadata(writer, bytes("kept"), bytes("yes"), &error));
    OK(xc_writer_set_metadata(writer, bytes("another"), bytes("too"), &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
}

static void append_batch(xc_builder *builder, uint64_t *dice, uint32_t count, uint32_t terms_max)
{
    xc_error error;
    xc_batch *batch;
    OK(xc_batch_new(&batch, &error));
    for (uint32_t i = 0; i < count; i++) {
        xc_document *document = draw_document(dice, terms_max);
        OK(xc_batch_add(batch, document, &error));
        xc_document_free(document);
    }
    OK(xc_batch_finish(batch, &error));
    OK(xc_builder_append(builder, batch, &error));
    xc_batch_free(batch);
}

static void build_database(const char *path, const char *like, uint64_t seed, uint32_t count,
                           uint32_t terms_max, uint32_t batch_size, size_t memory)
{
    xc_error error;
    xc_builder *builder;
    xc_reader *metadata = open_reader(like);
    OK(xc_builder_new(path, memory, &builder, &error));
    for (uint32_t done = 0; done < count; done += batch_size)
        append_batch(builder, &seed, count - done < batch_size ? count - done : batch_size,
                     terms_max);
    OK(xc_builder_finish(builder, metadata, &error));
    xc_builder_free(builder);
    xc_reader_free(metadata);
}

/* --- comparing -------------------------------------------------------------------------- */

static void assert_same_bytes(xc_bytes a, xc_bytes b)
{
    assert_int_equal(a.size, b.size);
    if (a.size)
        assert_memory_equal(a.data, b.data, a.size);
}

static void assert_same_postings(xc_reader *a, xc_reader *b, xc_bytes term)
{
    xc_error error;
    xc_postings *ours, *theirs;
    xc_posting left[BLOCK], right[BLOCK];
    size_t count, other;
    OK(xc_postings_open(a, term, true, &ours, &error));
    OK(xc_postings_open(b, term, true, &theirs, &error));
    do {
        OK(xc_postings_read(ours, left, BLOCK, &count, &error));
        OK(xc_postings_read(theirs, right, BLOCK, &other, &error));
        assert_int_equal(count, other);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(left[i].docid, right[i].docid);
            assert_int_equal(left[i].wdf, right[i].wdf);
            assert_int_equal(left[i].length, right[i].length);
        }
    } while (count);
    xc_postings_free(ours);
    xc_postings_free(theirs);
}

static void assert_same_terms(xc_reader *a, xc_reader *b)
{
    xc_error error;
    xc_terms *ours, *theirs;
    xc_bytes term, other;
    uint32_t count, other_count;
    uint64_t occurrences, other_occurrences;
    OK(xc_reader_terms(a, NO_BYTES, &ours, &error));
    OK(xc_reader_terms(b, NO_BYTES, &theirs, &error));
    do {
        OK(xc_terms_next(ours, &term, &count, &error));
        OK(xc_terms_next(theirs, &other, &other_count, &error));
        assert_same_bytes(term, other);
        assert_int_equal(count, other_count);
        if (!term.data)
            break;
        OK(xc_reader_collection_frequency(a, term, &occurrences, &error));
        OK(xc_reader_collection_frequency(b, term, &other_occurrences, &error));
        assert_int_equal(occurrences, other_occurrences);
        assert_same_postings(a, b, term);
    } while (true);
    xc_terms_free(ours);
    xc_terms_free(theirs);
}

static void assert_same_document(xc_reader *a, xc_reader *b, xc_docid docid)
{
    xc_error error;
    xc_document *ours, *theirs;
    xc_bytes left, right;
    xc_terms *terms, *others;
    uint32_t wdf, other_wdf;
    static const xc_slot slots[] = {0, 1, 2, 5, 127, 128, 300, 70000};
    OK(xc_reader_document(a, docid, &ours, &error));
    OK(xc_reader_document(b, docid, &theirs, &error));
    OK(xc_document_data(ours, &left, &error));
    OK(xc_document_data(theirs, &right, &error));
    assert_same_bytes(left, right);
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        OK(xc_document_value(ours, slots[i], &left, &error));
        OK(xc_document_value(theirs, slots[i], &right, &error));
        assert_same_bytes(left, right);
    }
    OK(xc_document_terms(ours, &terms, &error));
    OK(xc_document_terms(theirs, &others, &error));
    do {
        OK(xc_terms_next(terms, &left, NULL, &error));
        OK(xc_terms_next(others, &right, NULL, &error));
        assert_same_bytes(left, right);
        if (!left.data)
            break;
        OK(xc_terms_occurrences(terms, &wdf, &error));
        OK(xc_terms_occurrences(others, &other_wdf, &error));
        assert_int_equal(wdf, other_wdf);
    } while (true);
    xc_terms_free(terms);
    xc_terms_free(others);
    xc_document_free(ours);
    xc_document_free(theirs);
}

/* Everything but the positions, which the files are compared by. */
static void assert_same_database(const char *ours, const char *theirs)
{
    xc_error error;
    xc_reader *a = open_reader(ours), *b = open_reader(theirs);
    xc_statistics left, right;
    xc_bytes value;
    OK(xc_reader_statistics(a, &left, &error));
    OK(xc_reader_statistics(b, &right, &error));
    assert_int_equal(left.document_count, right.document_count);
    assert_int_equal(left.last_docid, right.last_docid);
    assert_true(left.average_length == right.average_length);
    assert_int_equal(left.has_positions, right.has_positions);
    OK(xc_reader_metadata(a, bytes("kept"), &value, &error));
    assert_bytes(value, "yes");
    OK(xc_reader_metadata(a, bytes("another"), &value, &error));
    assert_bytes(value, "too");
    assert_same_terms(a, b);
    assert_same_postings(a, b, NO_BYTES);
    for (xc_docid docid = 1; docid <= left.last_docid; docid += 1 + left.last_docid / 500)
        assert_same_document(a, b, docid);
    xc_reader_free(a);
    xc_reader_free(b);
}

static void assert_sound(const char *path)
{
    xc_error error;
    size_t errors = 1;
    OK(xc_check(path, &errors, &error));
    assert_int_equal(errors, 0);
}

/* A compacted database has its entries in one order, so that files of the same entries are the
 * same but for what is theirs alone. */
static void assert_same_positions(void **state, const char *ours, const char *theirs)
{
    xc_error error;
    const char *const a = in_scratch(state, "compact-a"), *const b = in_scratch(state, "compact-b");
    OK(xc_compact(&ours, 1, a, NULL, &error));
    OK(xc_compact(&theirs, 1, b, NULL, &error));
    char left[512], right[512], command[1200];
    snprintf(left, sizeof left, "%s/position.glass", a);
    snprintf(right, sizeof right, "%s/position.glass", b);
    assert_int_equal(file_size(left), file_size(right));
    snprintf(command, sizeof command, "cmp -s '%s' '%s'", left, right);
    if (file_size(left))
        assert_int_equal(system(command), 0);
    remove_tree(a);
    remove_tree(b);
}

static size_t lists_size(const char *path)
{
    char file[512];
    snprintf(file, sizeof file, "%s/postlist.glass", path);
    return (size_t)file_size(file);
}

/* Compacting leaves chunks plain; deflated anew they are what a builder writes. */
static void assert_deflated(void **state, const char *path)
{
    xc_error error;
    const char *const again = in_scratch(state, "deflated");
    OK(xc_compact(&path, 1, again, NULL, &error));
    const size_t plain = lists_size(again);
    OK(xc_deflate_chunks(again, &error));
    assert_sound(again);
    assert_same_database(again, path);
    assert_true(lists_size(again) <= plain);
    if (plain > 200000)
        assert_true(lists_size(again) * 5 < plain * 4);
    OK(xc_deflate_chunks(again, &error)); /* nothing is left to be done */
    assert_same_database(again, path);
    remove_tree(again);
}

/* Changes as a writer makes them, in both. */
static void change(const char *path, uint64_t seed, uint32_t count)
{
    xc_error error;
    xc_writer *writer = open_writer(path, XC_OPEN);
    for (uint32_t i = 0; i < 60; i++) {
        xc_docid docid = 1 + draw(&seed, count);
        xc_document *document = draw_document(&seed, 60);
        if (i % 3 == 0)
            OK(xc_writer_add(writer, document, NULL, &error));
        else
            OK(xc_writer_replace(writer, docid, document, &error));
        xc_document_free(document);
        if (i % 20 == 19)
            OK(xc_writer_commit(writer, &error));
    }
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
}

static void compare(void **state, uint32_t count, uint32_t terms_max, uint32_t batch_size,
                    size_t memory)
{
    char ours[256], theirs[256];
    snprintf(ours, sizeof ours, "%s", in_scratch(state, "ours"));
    snprintf(theirs, sizeof theirs, "%s", in_scratch(state, "theirs"));
    const uint64_t seed = count * 7u + terms_max;
    write_database(theirs, seed, count, terms_max);
    assert_sound(theirs);
    build_database(ours, theirs, seed, count, terms_max, batch_size, memory);
    assert_sound(ours);
    assert_same_database(ours, theirs);
    assert_same_positions(state, ours, theirs);
    assert_deflated(state, theirs);
    change(ours, seed, count);
    change(theirs, seed, count);
    assert_sound(ours);
    assert_same_database(ours, theirs);
    assert_same_positions(state, ours, theirs);
    remove_tree(ours);
    remove_tree(theirs);
}

static void test_one_batch(void **state)
{
    compare(state, 300, 200, 1000, 0);
}

static void test_one_document(void **state)
{
    compare(state, 1, 3, 1, 0);
}

static void test_many_batches(void **state)
{
    compare(state, 2000, 120, 37, 0);
}

/* Runs go to the disk, and are merged with those in memory. */
static void test_little_memory(void **state)
{
    compare(state, 2000, 120, 50, 200000);
}

/* Keys of documents are longer from 32,768 on. */
static void test_many_documents(void **state)
{
    compare(state, 34000, 4, 3000, 0);
}

/* --- what is refused ---------------------------------------------------------------------- */

static void test_no_documents(void **state)
{
    xc_error error;
    xc_builder *builder;
    xc_statistics statistics;
    const char *path = in_scratch(state, "empty");
    OK(xc_builder_new(path, 0, &builder, &error));
    OK(xc_builder_finish(builder, NULL, &error));
    xc_builder_free(builder);
    assert_sound(path);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_statistics(reader, &statistics, &error));
    assert_int_equal(statistics.document_count, 0);
    xc_reader_free(reader);
    xc_writer *writer = open_writer(path, XC_OPEN);
    assert_int_equal(put(writer, "a word"), 1);
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    assert_sound(path);
}

/* What a writer adds to it is as long as it is. */
static void test_uncompressed(void **state)
{
    xc_error error;
    static const char words[40000] = {0};
    const char *path = in_scratch(state, "plain");
    char file[512];
    OK(xc_create_uncompressed(path, &error));
    FAILS(XC_EXISTS, xc_create_uncompressed(path, &error));
    xc_writer *writer = open_writer(path, XC_OPEN);
    xc_document *document = document_of("one two", NULL, NULL, NULL);
    OK(xc_document_set_data(document, (xc_bytes){words, sizeof words}, &error));
    OK(xc_writer_add(writer, document, NULL, &error));
    OK(xc_writer_commit(writer, &error));
    xc_document_free(document);
    xc_writer_free(writer);
    assert_sound(path);
    snprintf(file, sizeof file, "%s/docdata.glass", path);
    assert_true(file_size(file) > sizeof words);
}

static void test_refusals(void **state)
{
    xc_error error;
    xc_builder *builder;
    xc_batch *batch;
    const char *path = in_scratch(state, "stored");
    xc_writer *writer = open_writer(path, XC_CREATE);
    put(writer, "one two");
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    FAILS(XC_EXISTS, xc_builder_new(path, 0, &builder, &error));
    assert_null(builder);
    assert_non_null(strstr(error.text, "stored"));

    xc_document *document;
    xc_reader *reader = open_reader(path);
    OK(xc_reader_document(reader, 1, &document, &error));
    OK(xc_batch_new(&batch, &error));
    FAILS(XC_INVALID, xc_batch_add(batch, document, &error));
    xc_document_free(document);
    xc_reader_free(reader);
    OK(xc_builder_new(in_scratch(state, "fresh"), 0, &builder, &error));
    FAILS(XC_INVALID, xc_builder_append(builder, batch, &error));
    OK(xc_batch_finish(batch, &error));
    document = document_of("late", NULL, NULL, NULL);
    FAILS(XC_INVALID, xc_batch_add(batch, document, &error));
    OK(xc_builder_append(builder, batch, &error));
    xc_document_free(document);
    xc_batch_free(batch);
    xc_builder_free(builder);
}

/* What was not finished is no database with documents. */
static void test_unfinished(void **state)
{
    xc_error error;
    xc_builder *builder;
    xc_statistics statistics;
    uint64_t dice = 1;
    const char *path = in_scratch(state, "half");
    OK(xc_builder_new(path, 0, &builder, &error));
    append_batch(builder, &dice, 50, 50);
    xc_builder_free(builder);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_statistics(reader, &statistics, &error));
    assert_int_equal(statistics.document_count, 0);
    xc_reader_free(reader);
}

/* --- lists of terms ------------------------------------------------------------------- */

enum { LISTED_COUNT = 700, LISTED_TERMS = 120 };

/* Every third document has the term "listed", and, where a builder writes it, a list. */
static xc_document *draw_listed(uint64_t *dice, uint32_t number)
{
    xc_error error;
    xc_document *document = draw_document(dice, LISTED_TERMS);
    OK(xc_document_set_value(document, 300, NO_BYTES, &error));
    OK(xc_document_set_value(document, 70000, NO_BYTES, &error));
    if (number % 3 == 0)
        OK(xc_document_add_term(document, bytes("listed"), 1, &error));
    else
        xc_document_leave_unlisted(document);
    return document;
}

static void write_listed(const char *path)
{
    xc_error error;
    uint64_t dice = 5;
    xc_writer *writer = open_writer(path, XC_CREATE);
    for (uint32_t i = 0; i < LISTED_COUNT; i++) {
        xc_document *document = draw_listed(&dice, i);
        OK(xc_writer_add(writer, document, NULL, &error));
        xc_document_free(document);
    }
    OK(xc_writer_set_metadata(writer, bytes("kept"), bytes("yes"), &error));
    OK(xc_writer_set_metadata(writer, bytes("another"), bytes("too"), &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
}

static void build_listed(const char *path, const char *like)
{
    xc_error error;
    uint64_t dice = 5;
    xc_builder *builder;
    xc_batch *batch;
    xc_reader *metadata = open_reader(like);
    OK(xc_builder_new(path, 0, &builder, &error));
    OK(xc_batch_new(&batch, &error));
    for (uint32_t i = 0; i < LISTED_COUNT; i++) {
        xc_document *document = draw_listed(&dice, i);
        OK(xc_batch_add(batch, document, &error));
        xc_document_free(document);
    }
    OK(xc_batch_finish(batch, &error));
    OK(xc_builder_append(builder, batch, &error));
    OK(xc_builder_finish(builder, metadata, &error));
    xc_batch_free(batch);
    xc_builder_free(builder);
    xc_reader_free(metadata);
}

/* Only every third document has a list; all of it can be searched. */
static void assert_thin(const char *thin, const char *whole)
{
    xc_error error;
    xc_terms *terms;
    xc_document *document;
    bool are_whole = true;
    xc_reader *reader = open_reader(thin), *other = open_reader(whole);
    OK(xc_term_lists_are_whole(thin, &are_whole, &error));
    assert_false(are_whole);
    assert_sound(thin);
    assert_same_terms(reader, other);
    assert_same_document(reader, other, 1);
    assert_same_document(reader, other, 4);
    OK(xc_reader_document(reader, 2, &document, &error));
    assert_int_equal(xc_document_terms(document, &terms, &error), XC_NO_DOCUMENT);
    assert_null(terms);
    xc_document_free(document);
    xc_reader_free(reader);
    xc_reader_free(other);
}

/* What was left out is as good as if it had been there. */
static void test_lists_are_completed(void **state)
{
    xc_error error;
    bool are_whole = false;
    char thin[256], ours[256], theirs[256];
    snprintf(thin, sizeof thin, "%s", in_scratch(state, "thin"));
    snprintf(ours, sizeof ours, "%s", in_scratch(state, "ours"));
    snprintf(theirs, sizeof theirs, "%s", in_scratch(state, "theirs"));
    write_listed(theirs);
    build_listed(thin, theirs);
    assert_thin(thin, theirs);
    OK(xc_term_lists_complete(thin, ours, &error));
    OK(xc_term_lists_are_whole(ours, &are_whole, &error));
    assert_true(are_whole);
    assert_sound(ours);
    assert_thin(thin, theirs); /* as before */
    remove_tree(thin);
    assert_same_database(ours, theirs);
    OK(xc_term_lists_drop(ours, thin, &error));
    OK(xc_term_lists_are_whole(thin, &are_whole, &error));
    assert_false(are_whole);
    assert_sound(thin);
    remove_tree(thin);
    change(ours, 9, LISTED_COUNT);
    change(theirs, 9, LISTED_COUNT);
    assert_sound(ours);
    assert_same_database(ours, theirs);
    assert_same_positions(state, ours, theirs);
    remove_tree(ours);
    remove_tree(theirs);
}

static void test_lists_are_thinned(void **state)
{
    xc_error error;
    char ours[256], theirs[256], compact[256];
    const char *const source = ours;
    snprintf(ours, sizeof ours, "%s", in_scratch(state, "ours"));
    snprintf(theirs, sizeof theirs, "%s", in_scratch(state, "theirs"));
    snprintf(compact, sizeof compact, "%s", in_scratch(state, "compact"));
    write_listed(theirs);
    write_listed(ours);
    OK(xc_compact(&source, 1, compact, NULL, &error));
    OK(xc_term_lists_thin(compact, bytes("listed"), &error));
    assert_thin(compact, theirs);
    OK(xc_term_lists_drop(compact, NULL, &error));
    assert_sound(compact);
    remove_tree(ours);
    OK(xc_term_lists_complete(compact, ours, &error));
    assert_sound(ours);
    assert_same_database(ours, theirs);
    remove_tree(ours);
    remove_tree(theirs);
    remove_tree(compact);
}

/* A builder's values that say the same again and again take little room. */
static void test_values_are_deflated(void **state)
{
    xc_error error;
    char ours[256], theirs[256];
    xc_builder *builder;
    xc_batch *batch;
    snprintf(ours, sizeof ours, "%s", in_scratch(state, "ours"));
    snprintf(theirs, sizeof theirs, "%s", in_scratch(state, "theirs"));
    xc_writer *writer = open_writer(theirs, XC_CREATE);
    OK(xc_batch_new(&batch, &error));
    for (unsigned i = 0; i < 5000; i++) {
        xc_document *document = document_of("every", NULL, NULL, NULL);
        OK(xc_document_set_value(document, 3, bytes(i / 1000 % 2 ? "Northern" : "Southern"),
                                 &error));
        OK(xc_batch_add(batch, document, &error));
        OK(xc_writer_add(writer, document, NULL, &error));
        xc_document_free(document);
    }
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
    OK(xc_batch_finish(batch, &error));
    OK(xc_builder_new(ours, 0, &builder, &error));
    OK(xc_builder_append(builder, batch, &error));
    OK(xc_builder_finish(builder, NULL, &error));
    xc_builder_free(builder);
    xc_batch_free(batch);
    assert_sound(ours);
    xc_reader *a = open_reader(ours), *b = open_reader(theirs);
    for (xc_docid docid = 1; docid <= 5000; docid += 37)
        assert_same_document(a, b, docid);
    xc_reader_free(a);
    xc_reader_free(b);
    assert_true(lists_size(ours) * 3 < lists_size(theirs));
    remove_tree(ours);
    remove_tree(theirs);
}

static void test_lists_of_nothing(void **state)
{
    xc_error error;
    bool are_whole;
    char path[256], other[256];
    snprintf(path, sizeof path, "%s", in_scratch(state, "nothing"));
    snprintf(other, sizeof other, "%s", in_scratch(state, "other"));
    assert_int_equal(xc_term_lists_are_whole(path, &are_whole, &error), XC_NOT_FOUND);
    assert_int_equal(xc_term_lists_complete(path, other, &error), XC_NOT_FOUND);
    xc_writer_free(open_writer(path, XC_CREATE));
    OK(xc_term_lists_are_whole(path, &are_whole, &error));
    assert_true(are_whole);
    OK(xc_term_lists_thin(path, bytes("listed"), &error));
    assert_sound(path);
    remove_tree(path);
}

/* The file that names the tables, cut at any place, or with any byte changed. */
static void test_damaged_versions(void **state)
{
    xc_error error;
    bool are_whole;
    char path[256], name[300], bytes_of[512];
    snprintf(path, sizeof path, "%s", in_scratch(state, "damaged"));
    write_listed(path);
    snprintf(name, sizeof name, "%s/iamglass", path);
    FILE *file = fopen(name, "rb");
    assert_non_null(file);
    size_t size = fread(bytes_of, 1, sizeof bytes_of, file);
    fclose(file);
    for (size_t i = 0; i < 2 * size; i++) {
        char changed = (char)(bytes_of[i / 2] ^ (i % 2 ? 0x80 : 0x05));
        file = fopen(name, "wb");
        assert_non_null(file);
        fwrite(bytes_of, 1, i / 2, file);
        fwrite(&changed, 1, i % 2, file);
        if (i % 2)
            fwrite(bytes_of + i / 2 + 1, 1, size - i / 2 - 1, file);
        fclose(file);
        (void)!xc_term_lists_are_whole(path, &are_whole, &error); /* it returns */
    }
    remove_tree(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(test_one_batch),         scratch_test(test_one_document),
        scratch_test(test_many_batches),      scratch_test(test_little_memory),
        scratch_test(test_many_documents),    scratch_test(test_no_documents),
        scratch_test(test_refusals),          scratch_test(test_uncompressed),
        scratch_test(test_unfinished),        scratch_test(test_lists_are_completed),
        scratch_test(test_lists_are_thinned), scratch_test(test_lists_of_nothing),
        scratch_test(test_damaged_versions),  scratch_test(test_values_are_deflated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
