/* shared_test.c - data that are packed with what documents share: read as they were, from anywhere,
 * and less on the disk. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

enum { DOCUMENTS = 600, DATA_SIZE = 700 };

/* Sentences that documents share, in another order each, with numbers that are their own. */
static xc_bytes data_of(unsigned number, const char *theme, char buffer[DATA_SIZE])
{
    static const char *const sentences[][2] = {
        {"Branches of the ", " wrote to every office before the end of the year. "},
        {"Nobody in the ", " was asked what the new rota would cost them. "},
        {"The report of the ", " publishes a list of its meetings each spring. "},
        {"Members of the ", " travel to work before the first train leaves. "}};
    size_t size = (size_t)snprintf(buffer, DATA_SIZE, "%u: ", number * 7919);
    for (unsigned i = 0; i < 4; i++)
        size += (size_t)snprintf(buffer + size, DATA_SIZE - size, "%s%s%s",
                                 sentences[(number * 7 + i) % 4][0], theme,
                                 sentences[(number * 7 + i) % 4][1]);
    return (xc_bytes){buffer, size};
}

static xc_document *document_with(xc_bytes data)
{
    xc_error error;
    xc_document *document = document_of("all", NULL, NULL, NULL);
    OK(xc_document_set_data(document, data, &error));
    return document;
}

static void build_shared(const char *path, const char *theme, bool is_shared)
{
    xc_error error;
    xc_builder *builder;
    xc_batch *batch;
    static char texts[DOCUMENTS][DATA_SIZE];
    xc_bytes samples[DOCUMENTS];
    OK(xc_builder_new(path, 0, &builder, &error));
    for (unsigned i = 0; i < DOCUMENTS; i++)
        samples[i] = data_of(i, theme, texts[i]);
    if (is_shared)
        OK(xc_builder_share(builder, samples, DOCUMENTS, &error));
    OK(xc_batch_new(&batch, &error));
    OK(xc_batch_share(batch, builder, &error));
    for (unsigned i = 0; i < DOCUMENTS; i++) {
        xc_document *document = document_with(samples[i]);
        OK(xc_batch_add(batch, document, &error));
        xc_document_free(document);
    }
    FAILS(XC_INVALID, xc_batch_share(batch, builder, &error));
    OK(xc_batch_finish(batch, &error));
    OK(xc_builder_append(builder, batch, &error));
    OK(xc_builder_finish(builder, NULL, &error));
    xc_batch_free(batch);
    xc_builder_free(builder);
}

static void assert_data(xc_reader *reader, xc_docid docid, xc_bytes wanted)
{
    xc_error error;
    xc_bytes data;
    xc_document *document;
    OK(xc_reader_document(reader, docid, &document, &error));
    OK(xc_document_data(document, &data, &error));
    assert_int_equal(data.size, wanted.size);
    assert_memory_equal(data.data, wanted.data, wanted.size);
    xc_document_free(document);
}

static void assert_all(xc_reader *reader, const char *theme, xc_docid first, xc_docid step)
{
    char buffer[DATA_SIZE];
    for (unsigned i = 0; i < DOCUMENTS; i += 7)
        assert_data(reader, first + i * step, data_of(i, theme, buffer));
}

static size_t data_size(const char *path)
{
    char file[512];
    snprintf(file, sizeof file, "%s/docdata.glass", path);
    return file_size(file);
}

static void packed_data_are_read(void **state)
{
    xc_error error;
    size_t errors = 1;
    const char *shared = in_scratch(state, "shared"), *plain = in_scratch(state, "plain");
    build_shared(shared, "north", true);
    build_shared(plain, "north", false);
    assert_true(data_size(shared) * 2 < data_size(plain));
    OK(xc_check(shared, &errors, &error));
    assert_int_equal(errors, 0);
    xc_reader *reader = open_reader(shared);
    assert_all(reader, "north", 1, 1);
    xc_search search;
    xc_matches *matches;
    xc_query *query = term("all");
    xc_search_init(&search);
    search.query = query;
    OK(xc_reader_search(reader, &search, &matches, &error));
    xc_document *document;
    xc_bytes data;
    char buffer[DATA_SIZE];
    OK(xc_matches_document(matches, 3, &document, &error));
    xc_bytes wanted = data_of(xc_matches_at(matches, 3)->docid - 1, "north", buffer);
    xc_matches_free(matches);
    xc_reader_free(reader); /* a document outlives it */
    OK(xc_document_data(document, &data, &error));
    assert_int_equal(data.size, wanted.size);
    assert_memory_equal(data.data, wanted.data, wanted.size);
    xc_document_free(document);
    xc_query_free(query);
}

/* Of several databases, and of a remote one, each has what its own documents share. */
static void parts_have_their_own(void **state)
{
    xc_error error;
    char text[DATA_SIZE];
    const char *one = in_scratch(state, "one"), *two = in_scratch(state, "two");
    build_shared(one, "north", true);
    build_shared(two, "lighthouse", true);
    xc_reader *reader = open_reader(one);
    assert_data(reader, 1, data_of(0, "north", text));
    OK(xc_reader_add(reader, two, &error));
    assert_all(reader, "north", 1, 2);
    assert_all(reader, "lighthouse", 2, 2);
    xc_reader_free(reader);
    if (system("command -v xapian-progsrv >/dev/null") != 0) {
        print_message("skipped: xapian-progsrv is not installed (package xapian-tools)\n");
        return;
    }
    const char *stub = in_scratch(state, "stub");
    int size = snprintf(text, sizeof text, "auto %s\nremote :xapian-progsrv %s\n", one, two);
    write_file(stub, text, (size_t)size);
    reader = open_reader(stub);
    assert_all(reader, "north", 1, 2);
    assert_all(reader, "lighthouse", 2, 2);
    xc_reader_free(reader);
}

/* Writers pack too: what is new, what begins as packed data do, and what comes from another
 * database; the document given stays as it was. */
static void writers_pack(void **state)
{
    xc_error error;
    xc_docid docid;
    char buffer[DATA_SIZE];
    static const char noise[] = "\x28\xb5\x2f\xfdnothing of the kind";
    const xc_bytes frame = {noise, sizeof noise - 1};
    const char *path = in_scratch(state, "shared"), *other = in_scratch(state, "other");
    build_shared(path, "north", true);
    build_shared(other, "lighthouse", true);
    xc_writer *plain = open_writer(in_scratch(state, "plain"), XC_CREATE);
    xc_writer *writer = open_writer(path, XC_OPEN);
    xc_document *document = document_with(data_of(1000, "north", buffer));
    for (int i = 0; i < 2; i++) {
        OK(xc_writer_add(writer, document, &docid, &error));
        assert_int_equal(docid, DOCUMENTS + 1 + i);
        OK(xc_writer_add(plain, document, NULL, &error));
    }
    OK(xc_document_set_data(document, frame, &error));
    OK(xc_writer_replace(writer, 5, document, &error));
    OK(xc_writer_add(plain, document, NULL, &error));
    xc_document_free(document);
    xc_reader *from = open_reader(other);
    OK(xc_reader_document(from, 8, &document, &error));
    OK(xc_writer_add(writer, document, &docid, &error));
    OK(xc_writer_add(plain, document, NULL, &error));
    xc_document_free(document);
    xc_reader_free(from);
    OK(xc_document_new(&document, &error)); /* without data */
    OK(xc_writer_add(writer, document, NULL, &error));
    xc_document_free(document);
    OK(xc_writer_commit(writer, &error));
    OK(xc_writer_commit(plain, &error));
    xc_writer_free(writer);
    xc_writer_free(plain);
    xc_reader *reader = open_reader(path), *unshared = open_reader(in_scratch(state, "plain"));
    assert_data(reader, DOCUMENTS + 1, data_of(1000, "north", buffer));
    assert_data(reader, DOCUMENTS + 2, data_of(1000, "north", buffer));
    assert_data(unshared, 2, data_of(1000, "north", buffer));
    assert_data(reader, 5, frame);
    assert_data(unshared, 3, frame);
    assert_data(reader, docid, data_of(7, "lighthouse", buffer));
    assert_data(unshared, 4, data_of(7, "lighthouse", buffer));
    assert_data(reader, docid + 1, (xc_bytes){"", 0});
    assert_data(reader, 100, data_of(99, "north", buffer));
    xc_reader_free(reader);
    xc_reader_free(unshared);
}

/* Compacting keeps it; few samples, or none, share nothing. */
static void compacting_keeps_it(void **state)
{
    xc_error error;
    xc_bytes value;
    xc_builder *builder;
    const xc_bytes few[] = {bytes("one"), bytes("two")};
    const char *path = in_scratch(state, "shared"), *again = in_scratch(state, "again");
    build_shared(path, "north", true);
    OK(xc_compact(&path, 1, again, NULL, &error));
    OK(xc_deflate_chunks(again, &error));
    xc_reader *reader = open_reader(again);
    assert_all(reader, "north", 1, 1);
    OK(xc_builder_new(in_scratch(state, "few"), 0, &builder, &error));
    OK(xc_builder_share(builder, few, 2, &error));
    OK(xc_builder_share(builder, NULL, 0, &error));
    OK(xc_builder_finish(builder, reader, &error)); /* nor is another's taken over */
    xc_builder_free(builder);
    xc_reader_free(reader);
    reader = open_reader(in_scratch(state, "few"));
    OK(xc_reader_metadata(reader, bytes("xapian-c.shared"), &value, &error));
    assert_int_equal(value.size, 0);
    xc_reader_free(reader);
}

/* What is shared is damaged, or gone: told, or given as it is stored, and never a crash. */
static void damage_is_told(void **state)
{
    xc_error error;
    xc_bytes value;
    char copy[1 << 17];
    const char *path = in_scratch(state, "shared");
    build_shared(path, "north", true);
    xc_reader *reader = open_reader(path);
    OK(xc_reader_metadata(reader, bytes("xapian-c.shared"), &value, &error));
    const size_t size = value.size;
    assert_in_range(size, 256, sizeof copy);
    memcpy(copy, value.data, size);
    xc_reader_free(reader);
    for (size_t at = 0; at < 200; at++) {
        const char before = copy[at];
        copy[at] = (char)(before ^ (at % 2 ? 0xff : 0x04));
        xc_writer *writer = open_writer(path, XC_OPEN);
        OK(xc_writer_set_metadata(writer, bytes("xapian-c.shared"),
                                  (xc_bytes){copy, at % 3 ? size : at}, &error));
        OK(xc_writer_commit(writer, &error));
        xc_writer_free(writer);
        copy[at] = before;
        reader = open_reader(path);
        xc_document *document;
        OK(xc_reader_document(reader, 9, &document, &error));
        xc_status status = xc_document_data(document, &value, &error);
        assert_true(status == XC_OK || status == XC_CORRUPT);
        xc_document_free(document);
        xc_reader_free(reader);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(packed_data_are_read), scratch_test(parts_have_their_own),
        scratch_test(writers_pack),         scratch_test(compacting_keeps_it),
        scratch_test(damage_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
