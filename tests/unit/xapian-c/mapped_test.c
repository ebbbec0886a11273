/* mapped_test.c - what a reader takes from mapped tables is what Xapian reads: a writer's reader,
 * which Xapian alone serves, stands beside it. While the database is written, and damaged. */
#include "support.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TERM_SIZE = 256, DATA_MAX = 200000, POSITIONS_MAX = 8192 };

static const xc_slot slots[] = {0, 1, 5, 127, 128, 70000};
enum { SLOTS = sizeof slots / sizeof *slots };

/* The same numbers each time. */
static uint32_t draw(uint64_t *dice, uint32_t bound)
{
    *dice = *dice * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*dice >> 33) % bound;
}

/* Some begin as others do, some hold zero bytes, some are as long as can be. */
static xc_bytes draw_term(uint64_t *dice, char buffer[TERM_SIZE])
{
    uint32_t number = draw(dice, 1u << (1 + draw(dice, 11)));
    size_t size = (size_t)snprintf(buffer, TERM_SIZE, "t%u", number);
    if (number % 17 == 3)
        buffer[size++] = '\0';
    if (number % 34 == 3)
        buffer[size++] = 'z';
    if (number % 41 == 5) {
        memset(buffer + size, 'x', 240 - size);
        size = 240;
    }
    return (xc_bytes){buffer, size};
}

static void draw_positions(uint64_t *dice, xc_document *document, xc_bytes term)
{
    xc_error error;
    uint32_t count = draw(dice, 200) ? draw(dice, 6) : draw(dice, POSITIONS_MAX);
    uint32_t step = 1 + draw(dice, 1u << draw(dice, 12)), position = draw(dice, 3);
    for (uint32_t i = 0; i < count; i++) {
        OK(xc_document_add_posting(document, term, position, 1, &error));
        position += 1 + draw(dice, step);
    }
    if (count == 0)
        OK(xc_document_add_term(document, term, draw(dice, 3) * draw(dice, 1000), &error));
}

static xc_document *draw_document(uint64_t *dice)
{
    static const size_t sizes[] = {0, 1, 30, 400, 3000, 9000, DATA_MAX};
    static char data[DATA_MAX];
    xc_error error;
    xc_document *document;
    char buffer[TERM_SIZE];
    OK(xc_document_new(&document, &error));
    OK(xc_document_add_term(document, bytes("every"), 1, &error));
    for (uint32_t left = draw(dice, 40); left > 0; left--)
        draw_positions(dice, document, draw_term(dice, buffer));
    size_t size = sizes[draw(dice, draw(dice, 30) ? 5 : 7)];
    bool is_noise = draw(dice, 2);
    for (size_t i = 0; i < size; i++)
        data[i] = (char)(is_noise ? draw(dice, 256) : 'a' + i / 7 % 5);
    OK(xc_document_set_data(document, (xc_bytes){data, size}, &error));
    for (size_t i = 0; i < SLOTS; i++) {
        size_t length = draw(dice, 3) * draw(dice, 40) + (slots[i] == 5) * draw(dice, 900);
        OK(xc_document_set_value(document, slots[i], (xc_bytes){data, length}, &error));
    }
    return document;
}

/* Adds, replaces and takes out, so that lists get gaps and chunks of all sizes. */
static void change(xc_writer *writer, uint64_t *dice, uint32_t times)
{
    xc_error error;
    for (uint32_t i = 0; i < times; i++) {
        xc_document *document = draw_document(dice);
        uint32_t what = draw(dice, 10);
        xc_docid docid = 1 + draw(dice, 3000);
        if (what < 6) {
            OK(xc_writer_add(writer, document, NULL, &error));
        } else if (what < 9) {
            OK(xc_writer_replace(writer, docid, document, &error));
        } else {
            xc_status status = xc_writer_delete(writer, docid, &error);
            assert_true(status == XC_OK || status == XC_NO_DOCUMENT);
        }
        xc_document_free(document);
    }
    OK(xc_writer_commit(writer, &error));
}

/* --- the same --------------------------------------------------------------------------- */

typedef struct listed {
    xc_docid *docids;
    uint32_t *wdfs;
    size_t count;
} listed;

static listed read_list(xc_reader *reader, xc_bytes term, uint32_t room)
{
    xc_error error;
    listed list = {calloc(room + 1, sizeof *list.docids), calloc(room + 1, sizeof *list.wdfs), 0};
    OK(xc_reader_postings(reader, term, list.docids, list.wdfs, room, &list.count, &error));
    return list;
}

static void free_list(listed *list)
{
    free(list->docids);
    free(list->wdfs);
}

static void compare_block(xc_reader *reader, xc_bytes term, const listed *list, uint64_t *dice)
{
    xc_error error;
    xc_postings *postings;
    xc_posting block[7];
    size_t count, at = 0;
    OK(xc_postings_open(reader, term, false, &postings, &error));
    while (at < list->count) {
        xc_docid wanted = list->docids[at] + draw(dice, 1u << draw(dice, 12));
        OK(xc_postings_skip_to(postings, wanted, &error));
        while (at < list->count && list->docids[at] < wanted)
            at++;
        OK(xc_postings_read(postings, block, 1 + draw(dice, 7), &count, &error));
        assert_true(count > 0 || at == list->count);
        for (size_t i = 0; i < count; i++, at++) {
            assert_int_equal(block[i].docid, list->docids[at]);
            assert_int_equal(block[i].wdf, list->wdfs[at]);
        }
    }
    OK(xc_postings_read(postings, block, 7, &count, &error));
    assert_int_equal(count, 0);
    xc_postings_free(postings);
}

static void compare_probe(xc_reader *reader, xc_bytes term, const listed *list, uint64_t *dice)
{
    enum { ASKED = 200 };
    xc_error error;
    xc_postings *postings;
    xc_docid asked[ASKED];
    uint32_t places[ASKED], wdfs[ASKED];
    size_t met = 0, place = 0, at = 0;
    xc_docid docid = 0;
    for (size_t i = 0; i < ASKED; i++)
        asked[i] = docid += 1 + draw(dice, 60);
    OK(xc_postings_open(reader, term, false, &postings, &error));
    OK(xc_postings_probe(postings, asked, ASKED, places, wdfs, &met, &error));
    xc_postings_free(postings);
    for (size_t i = 0; i < ASKED; i++) {
        while (at < list->count && list->docids[at] < asked[i])
            at++;
        if (at == list->count || list->docids[at] != asked[i])
            continue;
        assert_true(place < met);
        assert_int_equal(places[place], i);
        assert_int_equal(wdfs[place++], list->wdfs[at]);
    }
    assert_int_equal(place, met);
}

static void compare_positions(xc_reader *mapped, xc_reader *xapians, xc_bytes term,
                              const listed *list)
{
    xc_error error;
    xc_positions *left, *right;
    OK(xc_positions_read(mapped, term, list->docids, list->count, &left, &error));
    OK(xc_positions_read(xapians, term, list->docids, list->count, &right, &error));
    for (size_t i = 0; i < list->count; i++) {
        size_t count, wanted;
        const uint32_t *of = xc_positions_at(left, i, &count);
        const uint32_t *others = xc_positions_at(right, i, &wanted);
        assert_int_equal(count, wanted);
        if (count)
            assert_memory_equal(of, others, count * sizeof *of);
    }
    xc_positions_free(left);
    xc_positions_free(right);
}

static void compare_term(xc_reader *mapped, xc_reader *xapians, xc_bytes term, uint64_t *dice)
{
    xc_error error;
    uint32_t left, right;
    uint64_t more, others;
    xc_docid first, wanted;
    OK(xc_reader_term_frequency(mapped, term, &left, &error));
    OK(xc_reader_term_frequency(xapians, term, &right, &error));
    assert_int_equal(left, right);
    OK(xc_reader_collection_frequency(mapped, term, &more, &error));
    OK(xc_reader_collection_frequency(xapians, term, &others, &error));
    assert_int_equal(more, others);
    OK(xc_reader_find(mapped, term, &first, &error));
    OK(xc_reader_find(xapians, term, &wanted, &error));
    assert_int_equal(first, wanted);
    listed own = read_list(mapped, term, left), list = read_list(xapians, term, left);
    assert_int_equal(own.count, left);
    assert_int_equal(list.count, left);
    assert_memory_equal(own.docids, list.docids, left * sizeof *own.docids);
    assert_memory_equal(own.wdfs, list.wdfs, left * sizeof *own.wdfs);
    compare_block(mapped, term, &list, dice);
    compare_probe(mapped, term, &list, dice);
    compare_positions(mapped, xapians, term, &list);
    free_list(&own);
    free_list(&list);
}

static bool is_behind(xc_bytes term, xc_bytes other)
{
    size_t size = term.size < other.size ? term.size : other.size;
    int order = size ? memcmp(term.data, other.data, size) : 0;
    return order > 0 || (order == 0 && term.size > other.size);
}

/* The terms that start with a prefix; often some of them are skipped, on to what is behind them. */
static void compare_terms(xc_reader *mapped, xc_reader *xapians, xc_bytes prefix, uint64_t *dice)
{
    xc_error error;
    xc_terms *left, *right;
    xc_bytes term = prefix, wanted;
    uint32_t count, wanted_count;
    bool skips = draw(dice, 2);
    OK(xc_reader_terms(mapped, prefix, &left, &error));
    OK(xc_reader_terms(xapians, prefix, &right, &error));
    do {
        char buffer[TERM_SIZE];
        xc_bytes to = draw_term(dice, buffer);
        if (skips && is_behind(to, term)) {
            OK(xc_terms_skip_to(left, to, &error));
            OK(xc_terms_skip_to(right, to, &error));
        }
        OK(xc_terms_next(left, &term, &count, &error));
        OK(xc_terms_next(right, &wanted, &wanted_count, &error));
        assert_int_equal(term.size, wanted.size);
        assert_true(!term.data == !wanted.data);
        assert_true(!term.data || memcmp(term.data, wanted.data, term.size) == 0);
        assert_int_equal(count, wanted_count);
    } while (term.data);
    xc_terms_free(left);
    xc_terms_free(right);
}

static void compare_documents(xc_reader *mapped, xc_reader *xapians)
{
    xc_error error;
    xc_statistics statistics;
    OK(xc_reader_statistics(xapians, &statistics, &error));
    for (xc_docid docid = 1; docid <= statistics.last_docid + 1; docid++) {
        xc_document *left = NULL, *right = NULL;
        xc_bytes data, wanted;
        xc_status status = xc_reader_document(xapians, docid, &right, &error);
        assert_int_equal(xc_reader_document(mapped, docid, &left, &error), status);
        if (status != XC_OK)
            continue;
        OK(xc_document_data(left, &data, &error));
        OK(xc_document_data(right, &wanted, &error));
        assert_int_equal(data.size, wanted.size);
        assert_true(data.size == 0 || memcmp(data.data, wanted.data, data.size) == 0);
        for (size_t i = 0; i < SLOTS; i++) {
            OK(xc_document_value(left, slots[i], &data, &error));
            OK(xc_document_value(right, slots[i], &wanted, &error));
            assert_int_equal(data.size, wanted.size);
            assert_true(data.size == 0 || memcmp(data.data, wanted.data, data.size) == 0);
        }
        xc_document_free(left);
        xc_document_free(right);
    }
}

static void compare(const char *path, xc_writer *writer, uint64_t *dice)
{
    xc_error error;
    xc_terms *terms;
    xc_bytes term;
    xc_reader *xapians, *mapped = open_reader(path);
    OK(xc_writer_reader(writer, &xapians, &error));
    OK(xc_reader_terms(xapians, NO_BYTES, &terms, &error));
    for (;;) {
        OK(xc_terms_next(terms, &term, NULL, &error));
        if (!term.data)
            break;
        compare_term(mapped, xapians, term, dice);
        char buffer[TERM_SIZE];
        memcpy(buffer, term.data, term.size);
        buffer[term.size] = draw(dice, 2) ? '!' : '\0'; /* what is not there, beside it */
        if (term.size < XC_TERM_MAX)
            compare_term(mapped, xapians, (xc_bytes){buffer, term.size + 1}, dice);
        compare_term(mapped, xapians, draw_term(dice, buffer), dice); /* and anywhere else */
    }
    xc_terms_free(terms);
    for (size_t i = 0; i < 8; i++) {
        char buffer[TERM_SIZE];
        xc_bytes prefix = draw_term(dice, buffer);
        compare_terms(mapped, xapians, NO_BYTES, dice);
        compare_terms(mapped, xapians, bytes("t1"), dice);
        compare_terms(mapped, xapians, prefix, dice);
    }
    compare_documents(mapped, xapians);
    xc_reader_free(mapped);
    xc_reader_free(xapians);
}

static void reads_what_xapian_reads(void **state)
{
    static const uint32_t block_sizes[] = {0, 2048, 65536};
    xc_error error;
    uint64_t dice = 6;
    for (size_t i = 0; i < sizeof block_sizes / sizeof *block_sizes; i++) {
        const char *path = in_scratch(state, "database");
        xc_writer *writer;
        xc_writer_options options = {
            .mode = XC_CREATE, .is_unsynced = true, .block_size = block_sizes[i]};
        OK(xc_writer_open(path, &options, &writer, &error));
        compare(path, writer, &dice); /* empty as it is */
        change(writer, &dice, 1);
        compare(path, writer, &dice);
        for (size_t commits = 0; commits < 4; commits++)
            change(writer, &dice, 300);
        compare(path, writer, &dice);
        xc_writer_free(writer);
        remove_tree(path);
    }
}

/* Lists over many chunks, and blocks on three levels. */
static void reads_long_lists(void **state)
{
    enum { DOCUMENTS = 20000 };
    xc_error error;
    uint64_t dice = 7;
    xc_document *document;
    const char *path = in_scratch(state, "database");
    xc_writer *writer;
    xc_writer_options options = {.mode = XC_CREATE, .is_unsynced = true, .block_size = 2048};
    OK(xc_writer_open(path, &options, &writer, &error));
    for (uint32_t i = 1; i <= DOCUMENTS; i++) {
        OK(xc_document_new(&document, &error));
        OK(xc_document_add_posting(document, bytes("every"), 1 + i % 50, 1, &error));
        if (i % 3 == 0)
            OK(xc_document_add_posting(document, bytes("third"), 1, 1 + draw(&dice, 300), &error));
        if (draw(&dice, 100) == 0)
            OK(xc_document_add_posting(document, bytes("some"), 9, 2, &error));
        OK(xc_document_set_data(document, bytes("x"), &error));
        OK(xc_writer_add(writer, document, NULL, &error));
        xc_document_free(document);
    }
    OK(xc_writer_commit(writer, &error));
    for (xc_docid docid = 7000; docid < 13000; docid++) /* a gap wider than a chunk */
        OK(xc_writer_delete(writer, docid, &error));
    OK(xc_writer_commit(writer, &error));
    static const char *const words[] = {"every", "third", "some", "none"};
    xc_reader *xapians, *mapped = open_reader(path);
    OK(xc_writer_reader(writer, &xapians, &error));
    for (size_t i = 0; i < 40; i++)
        compare_term(mapped, xapians, bytes(words[i % 4]), &dice);
    compare_terms(mapped, xapians, NO_BYTES, &dice);
    xc_reader_free(mapped);
    xc_reader_free(xapians);
    xc_writer_free(writer);
}

/* --- while it is written ---------------------------------------------------------------- */

enum { SHARED = 100 };

/* Every document of a revision says the same number: as its data, as a term with positions at that
 * number, and in how often it has "all". */
static void write_number(xc_writer *writer, uint32_t number)
{
    xc_error error;
    char text[32];
    for (xc_docid docid = 1; docid <= SHARED; docid++) {
        xc_document *document;
        OK(xc_document_new(&document, &error));
        snprintf(text, sizeof text, "%u", number);
        OK(xc_document_add_term(document, bytes("all"), number, &error));
        for (uint32_t i = 0; i < 40; i++)
            OK(xc_document_add_posting(document, bytes("at"), number + i * i, 1, &error));
        OK(xc_document_set_data(document, bytes(text), &error));
        OK(xc_writer_replace(writer, docid, document, &error));
        xc_document_free(document);
    }
    OK(xc_writer_commit(writer, &error));
}

/* The number that a document says by each of the three; false where the revision is gone. */
static bool read_number(xc_reader *reader, xc_docid docid, uint32_t *ret_number)
{
    xc_error error;
    xc_docid docids[SHARED];
    uint32_t wdfs[SHARED], positions[64];
    size_t total, count;
    xc_document *document = NULL;
    xc_bytes data = {0};
    xc_status status =
        xc_reader_postings(reader, bytes("all"), docids, wdfs, SHARED, &total, &error);
    if (status == XC_OK)
        status = xc_reader_positions(reader, docid, bytes("at"), positions, 64, &count, &error);
    if (status == XC_OK)
        status = xc_reader_document(reader, docid, &document, &error);
    if (status == XC_OK)
        status = xc_document_data(document, &data, &error);
    if (status == XC_OK) {
        *ret_number = (uint32_t)strtoul(data.data, NULL, 10);
        assert_int_equal(total, SHARED);
        for (size_t i = 0; i < total; i++)
            assert_int_equal(wdfs[i], *ret_number);
        assert_int_equal(count, 40);
        for (uint32_t i = 0; i < count; i++)
            assert_int_equal(positions[i], *ret_number + i * i);
    } else {
        FAILS(XC_OVERTAKEN, status);
    }
    xc_document_free(document);
    return status == XC_OK;
}

/* A reader keeps its revision through the next commit; after that it says that it is gone. */
static void is_overtaken_as_by_xapian(void **state)
{
    xc_error error;
    uint32_t number = 0;
    bool has_moved;
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    write_number(writer, 10);
    xc_reader *reader = open_reader(path);
    assert_true(read_number(reader, 1, &number));
    write_number(writer, 11);
    for (xc_docid docid = 1; docid <= SHARED; docid++) {
        assert_true(read_number(reader, docid, &number));
        assert_int_equal(number, 10);
    }
    write_number(writer, 12);
    write_number(writer, 13);
    bool is_there = true;
    for (xc_docid docid = 1; docid <= SHARED && is_there; docid++) {
        is_there = read_number(reader, docid, &number);
        assert_int_equal(number, 10);
    }
    assert_false(is_there);
    OK(xc_reader_reopen(reader, &has_moved, &error));
    assert_true(has_moved);
    assert_true(read_number(reader, SHARED, &number));
    assert_int_equal(number, 13);
    xc_reader_free(reader);
    xc_writer_free(writer);
}

static void write_on(const char *path)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    xc_writer *writer = open_writer(path, XC_OPEN);
    for (uint32_t number = 11; number < 10000; number++)
        write_number(writer, number);
    _exit(0);
}

/* Another process commits as fast as it can: each answer is of one revision, or none. */
static void reads_beside_a_writer(void **state)
{
    xc_error error;
    uint64_t dice = 8;
    uint32_t number = 0, latest = 0, answers = 0; /* number 0: of a revision not seen yet */
    const char *path = in_scratch(state, "database");
    xc_writer *writer = open_writer(path, XC_CREATE);
    write_number(writer, 10);
    xc_writer_free(writer);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        write_on(path);
    xc_reader *reader = open_reader(path);
    /* On a busy machine a reader may be overtaken most of the time. */
    for (unsigned round = 0; round < 80 || (answers <= 80 && round < 4000); round++) {
        bool is_there = true;
        for (unsigned i = 0; i < 30 && is_there; i++) {
            uint32_t met = 0;
            is_there = read_number(reader, 1 + draw(&dice, SHARED), &met);
            assert_true(!is_there || (number ? met == number : met >= latest));
            number = is_there ? met : number;
            answers += is_there;
        }
        latest = number ? number : latest;
        usleep(1000 * draw(&dice, 30)); /* so that it may be overtaken between two questions too */
        if (round % 4 == 0 || !is_there) {
            OK(xc_reader_reopen(reader, NULL, &error));
            number = 0;
        }
    }
    assert_true(answers > 80);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    xc_reader_free(reader);
}

/* --- damaged ---------------------------------------------------------------------------- */

static void damage(const char *path, uint64_t *dice)
{
    int file = open(path, O_RDWR | O_CLOEXEC);
    assert_true(file >= 0);
    off_t size = lseek(file, 0, SEEK_END);
    for (uint32_t left = 1 + draw(dice, 40); left > 0; left--) {
        bool is_head = draw(dice, 2); /* of a block: its header and directory */
        off_t at = (off_t)draw(dice, (uint32_t)size);
        unsigned char byte = (unsigned char)draw(dice, 256);
        at = is_head ? at / 2048 * 2048 + (off_t)draw(dice, 40) : at;
        assert_int_equal(pwrite(file, &byte, 1, at), 1);
    }
    assert_int_equal(close(file), 0);
}

static void read_all(xc_reader *reader, uint64_t *dice)
{
    enum { ROOM = 4000 };
    static xc_docid docids[ROOM];
    static uint32_t wdfs[ROOM], positions[ROOM];
    xc_error error;
    xc_positions *read;
    char buffer[TERM_SIZE];
    for (unsigned i = 0; i < 60; i++) {
        size_t count = 0, met = 0;
        xc_bytes term = draw_term(dice, buffer);
        xc_status status = xc_reader_postings(reader, term, docids, wdfs, ROOM, &count, &error);
        assert_true(status == XC_OK || status == XC_CORRUPT || status == XC_OVERTAKEN);
        for (size_t j = 0; status == XC_OK && j < count; j++)
            assert_true(docids[j] > (j ? docids[j - 1] : 0));
        for (size_t j = 0; j < 100; j++)
            docids[j] = (xc_docid)(1 + 30 * j + draw(dice, 30));
        xc_postings *postings;
        status = xc_postings_open(reader, term, false, &postings, &error);
        if (status == XC_OK)
            status = xc_postings_probe(postings, docids, 100, positions, wdfs, &met, &error);
        xc_postings_free(postings);
        assert_true(status == XC_OK || status == XC_CORRUPT || status == XC_OVERTAKEN);
        status = xc_positions_read(reader, term, docids, 100, &read, &error);
        assert_true(status == XC_OK || status == XC_CORRUPT || status == XC_OVERTAKEN);
        xc_positions_free(read);
    }
}

static void survives_damage(void **state)
{
    xc_error error;
    uint64_t dice = 9;
    char command[1200];
    const char *whole = in_scratch(state, "whole"), *path = in_scratch(state, "damaged");
    xc_writer *writer;
    xc_writer_options options = {.mode = XC_CREATE, .is_unsynced = true, .block_size = 2048};
    OK(xc_writer_open(whole, &options, &writer, &error));
    change(writer, &dice, 300);
    change(writer, &dice, 300);
    xc_writer_free(writer);
    for (unsigned i = 0; i < 60; i++) {
        snprintf(command, sizeof command, "rm -rf '%s' && cp -r '%s' '%s'", path, whole, path);
        assert_int_equal(system(command), 0);
        xc_reader *reader = open_reader(path); /* Xapian reads the roots, while they are whole */
        snprintf(command, sizeof command, "%s/postlist.glass", path);
        damage(command, &dice);
        snprintf(command, sizeof command, "%s/position.glass", path);
        damage(command, &dice);
        read_all(reader, &dice);
        xc_reader_free(reader);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(reads_what_xapian_reads),   scratch_test(reads_long_lists),
        scratch_test(is_overtaken_as_by_xapian), scratch_test(reads_beside_a_writer),
        scratch_test(survives_damage),
    };
    return cmocka_run_group_tests_name("mapped", tests, NULL, NULL);
}
