/* test_replacing.c - after an update the index holds, entry by entry, what a new one would, and
 * entries keep their places. */
#include "tests/unit/indexer/updating.h"

#include "core/buffer.h"

enum { LINES_MAX = 20000, POSITIONS_MAX = 4096, SLOTS = 14 };

typedef struct line_list {
    char *lines[LINES_MAX];
    size_t count;
} line_list;

static void add_line(line_list *list, const pol_buffer *line)
{
    assert_true(list->count < LINES_MAX);
    assert_int_equal(line->status, POL_OK);
    list->lines[list->count++] = strndup(pol_buffer_span(line).data, pol_buffer_span(line).size);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "KEY 3": its document and which of its entries it is, whatever its id. */
static void name_entry(xc_reader *reader, xc_docid docid, pol_buffer *line)
{
    char number[16];
    xc_document *document;
    xc_bytes key, ordinal;
    assert_int_equal(xc_reader_document(reader, docid, &document, NULL), XC_OK);
    assert_int_equal(xc_document_value(document, POL_SLOT_DOCUMENT, &key, NULL), XC_OK);
    pol_buffer_add(line, pol_xc_span(key));
    assert_int_equal(xc_document_value(document, POL_SLOT_ORDINAL, &ordinal, NULL), XC_OK);
    snprintf(number, sizeof number, " %u", pol_ordinal_parse(pol_xc_span(ordinal)));
    pol_buffer_add(line, pol_span_of(number));
    xc_document_free(document);
}

static void list_values(xc_reader *reader, xc_docid docid, line_list *list)
{
    pol_buffer line;
    xc_document *document;
    pol_buffer_init(&line, 1 << 20);
    assert_int_equal(xc_reader_document(reader, docid, &document, NULL), XC_OK);
    for (xc_slot slot = 0; slot < SLOTS; slot++) {
        char number[16];
        xc_bytes value;
        assert_int_equal(xc_document_value(document, slot, &value, NULL), XC_OK);
        if (slot == POL_SLOT_CHANGED || slot == POL_SLOT_ENTRY || !value.size)
            continue;
        pol_buffer_clear(&line);
        snprintf(number, sizeof number, " slot %u ", slot);
        name_entry(reader, docid, &line);
        pol_buffer_add(&line, pol_span_of(number));
        pol_buffer_add(&line, pol_xc_span(value));
        add_line(list, &line);
    }
    xc_document_free(document);
    pol_buffer_done(&line);
}

/* "TERM KEY 3 wdf 2 at 4 17" for each document that has the term. */
static void list_postings(xc_reader *reader, xc_bytes term, line_list *list)
{
    static uint32_t positions[POSITIONS_MAX];
    xc_posting block[256];
    xc_postings *postings;
    size_t size, count;
    pol_buffer line;
    pol_buffer_init(&line, 1 << 20);
    assert_int_equal(xc_postings_open(reader, term, false, &postings, NULL), XC_OK);
    while (xc_postings_read(postings, block, 256, &size, NULL) == XC_OK && size) {
        for (size_t i = 0; i < size; i++) {
            char number[16];
            pol_buffer_clear(&line);
            pol_buffer_add(&line, pol_xc_span(term));
            pol_buffer_add_byte(&line, ' ');
            name_entry(reader, block[i].docid, &line);
            snprintf(number, sizeof number, " wdf %u at", block[i].wdf);
            pol_buffer_add(&line, pol_span_of(number));
            assert_int_equal(xc_reader_positions(reader, block[i].docid, term, positions,
                                                 POSITIONS_MAX, &count, NULL),
                             XC_OK);
            for (size_t at = 0; at < count; at++) {
                snprintf(number, sizeof number, " %u", positions[at]);
                pol_buffer_add(&line, pol_span_of(number));
            }
            add_line(list, &line);
        }
    }
    xc_postings_free(postings);
    pol_buffer_done(&line);
}

/* All that the index holds, but for times, as sorted lines. */
static line_list *list_index(void)
{
    xc_reader *reader;
    xc_terms *terms;
    xc_bytes term;
    xc_statistics statistics;
    line_list *list = calloc(1, sizeof *list);
    assert_non_null(list);
    assert_int_equal(pol_index_open_reader(at("index"), &reader, &error), POL_OK);
    assert_int_equal(xc_reader_statistics(reader, &statistics, NULL), XC_OK);
    assert_int_equal(xc_reader_terms(reader, (xc_bytes){"", 0}, &terms, NULL), XC_OK);
    while (xc_terms_next(terms, &term, NULL, NULL) == XC_OK && term.size) {
        char copy[256];
        assert_true(term.size < sizeof copy);
        memcpy(copy, term.data, term.size);
        list_postings(reader, (xc_bytes){copy, term.size}, list);
    }
    xc_terms_free(terms);
    for (xc_docid docid = 1; docid <= statistics.last_docid; docid++) {
        xc_document *document;
        if (xc_reader_document(reader, docid, &document, NULL) != XC_OK)
            continue;
        xc_document_free(document);
        list_values(reader, docid, list);
    }
    xc_reader_free(reader);
    qsort(list->lines, list->count, sizeof *list->lines, by_text);
    return list;
}

static void free_list(line_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->lines[i]);
    free(list);
}

static void assert_as_new(void)
{
    line_list *updated = list_index();
    run_as((run_options){.is_rebuild = true});
    line_list *fresh = list_index();
    for (size_t i = 0; i < updated->count && i < fresh->count; i++)
        assert_string_equal(updated->lines[i], fresh->lines[i]);
    assert_int_equal(updated->count, fresh->count);
    assert_true(fresh->count > 100);
    free_list(updated);
    free_list(fresh);
}

static xc_docid docid_of(const char *word)
{
    look made = look_at(word);
    look_done(&made);
    return made.docid;
}

static void write_two(void)
{
    write_motion("files/kettles.txt", "Kettles", "2031 Canteen Conference", "");
    write_motion("files/mugs.txt", "Mugs", "2031 Canteen Conference", "");
}

static void a_changed_text(void **state)
{
    (void)state;
    write_two();
    run();
    xc_docid before = docid_of("Kettles");
    write_file("files/kettles.txt",
               "Kettles\n\nBack to all Motions\n\nConference\n2031 Canteen Conference\n\n"
               "Conference notes that Kettles are old and that nobody replaces them.\n\n"
               "Conference calls on the executive to buy red Kettles and lids for all Kettles.\n");
    assert_int_equal(run().written.replaced, 1);
    assert_int_equal(docid_of("Kettles"), before);
    assert_as_new();
}

static void a_changed_title(void **state)
{
    (void)state;
    write_two();
    run();
    write_file("files/kettles.txt",
               "Kettles of steel\n\nBack to all Motions\n\nConference\n2031 Canteen Conference\n\n"
               "Conference notes that Kettles are old and that nobody replaces them.\n\n"
               "Conference calls on the executive to buy new Kettles for all.\n");
    run();
    assert_as_new();
}

static void more_passages(void **state)
{
    (void)state;
    write_two();
    run();
    write_motion("files/kettles.txt", "Kettles", "2031 Canteen Conference",
                 "\n\nConference further notes that lids are lost.\n\nConference calls on branches "
                 "to look for them.\n");
    assert_int_equal(run().written.replaced, 1);
    assert_as_new();
    write_two();
    run();
    assert_as_new();
}

/* A report says what became of it: its terms and values change, its texts do not. */
static void a_decision(void **state)
{
    (void)state;
    write_two();
    run();
    xc_docid before = docid_of("Mugs");
    write_report("files/report.txt", "2031 Canteen Conference\n",
                 "Kettles: CARRIED\nMugs: REMITTED");
    run();
    assert_int_equal(decision_of("Mugs"), POL_DECISION_REMITTED);
    assert_int_equal(docid_of("Mugs"), before);
    assert_as_new();
    write_report("files/report.txt", "2031 Canteen Conference\n", "Kettles: CARRIED\nMugs: LOST");
    run();
    assert_int_equal(decision_of("Mugs"), POL_DECISION_LOST);
    assert_as_new();
}

static uint32_t count_with(const char *word)
{
    xc_reader *reader;
    uint32_t count;
    assert_int_equal(pol_index_open_reader(at("index"), &reader, &error), POL_OK);
    assert_int_equal(xc_reader_term_frequency(reader, (xc_bytes){word, strlen(word)}, &count, NULL),
                     XC_OK);
    xc_reader_free(reader);
    return count;
}

/* More text than is prepared at a time. */
static void a_long_document(void **state)
{
    enum { PARAGRAPHS = 9000 };
    static char text[PARAGRAPHS * 80];
    uint32_t whole = 0;
    (void)state;
    for (int edition = 0; edition < 2; edition++) {
        size_t size = (size_t)snprintf(text, sizeof text, "Teapots\n\n");
        for (int i = 0; i < PARAGRAPHS; i++)
            size += (size_t)snprintf(text + size, sizeof text - size,
                                     "Conference notes that teapot %d is %s.\n\n", i % 7,
                                     edition && i == PARAGRAPHS - 3 ? "broken" : "whole");
        write_file("files/teapots.txt", text);
        run();
        whole = edition ? whole : count_with("whole");
    }
    assert_true(whole > PARAGRAPHS / 2);
    assert_int_equal(count_with("broken"), 1);
    assert_int_equal(count_with("whole"), whole - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_changed_text, make_files, drop_folder),
        cmocka_unit_test_setup_teardown(a_changed_title, make_files, drop_folder),
        cmocka_unit_test_setup_teardown(more_passages, make_files, drop_folder),
        cmocka_unit_test_setup_teardown(a_decision, make_files, drop_folder),
        cmocka_unit_test_setup_teardown(a_long_document, make_files, drop_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
