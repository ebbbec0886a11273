/* office_recognise.c - whole files as office programs save them, through to what is recognised:
 * title, conference, decision, and points with their labels as printed. */
#include "document/recognise.h"

#include "tests/unit/formats/office_reading.h"

static pol_buffer file_bytes(const char *path)
{
    pol_buffer bytes;
    char piece[4096];
    pol_buffer_init(&bytes, 1 << 20);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;)
        pol_buffer_add(&bytes, pol_span_make(piece, got));
    fclose(file);
    assert_int_equal(bytes.status, POL_OK);
    return bytes;
}

static const char *text_of(pol_span span)
{
    static char text[400];
    snprintf(text, sizeof text, "%.*s", POL_SPAN_ARGS(span));
    return text;
}

static const struct {
    const char *label, *text;
    uint8_t depth;
} points[] = {
    {"1)", "write to every branch about the state of its kettles;", 1},
    {"2)", "meet the makers of kettles, and ask:", 1},
    {"a)", "what a kettle costs;", 2},
    {"b)", "how long a kettle lasts;", 2},
    {"3)", "report back to the next conference.", 1},
};

/* All say the same motion. */
static void assert_kettles(const pol_document *d)
{
    enum { POINT_COUNT = sizeof points / sizeof *points };
    assert_string_equal(text_of(d->title.text), "Kettles in Canteens");
    assert_int_equal(d->title.origin, POL_ORIGIN_MARKUP);
    assert_string_equal(text_of(d->conference.text), "2031 Canteen Staff Conference");
    assert_int_equal(d->year, 2031);
    assert_int_equal(d->decision, POL_DECISION_CARRIED_AMENDED);
    assert_int_equal(d->passage_count, 2 + POINT_COUNT);
    assert_string_equal(
        text_of(d->passages[0].text),
        "Conference notes that the kettles of this region leak, and that nobody has "
        "been asked to mend them since conference last met.");
    assert_int_equal(d->passages[0].clause, POL_CLAUSE_NOTES);
    assert_int_equal(d->action_point_count, 3);
    for (size_t i = 0; i < POINT_COUNT; i++) {
        const pol_passage *passage = &d->passages[2 + i];
        assert_string_equal(text_of(passage->label), points[i].label);
        assert_string_equal(text_of(passage->text), points[i].text);
        assert_int_equal(passage->depth, points[i].depth);
        assert_int_equal(passage->clause, POL_CLAUSE_RESOLVES);
        assert_int_equal(passage->is_action_point, points[i].depth == 1);
        assert_true(passage->line > 0);
    }
}

static void motions_are_recognised(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        office_reader *reader;
    } files[] = {
        {"tests/unit/formats/office/kettles.docx", pol_read_docx},
        {"tests/unit/formats/office/kettles-writer.docx", pol_read_docx},
        {"tests/unit/formats/office/kettles-writer.odt", pol_read_odt},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        pol_document document;
        pol_buffer bytes = file_bytes(files[i].path);
        office_reading made;
        maker_init(&made.zip);
        read_copy(&made, files[i].reader, pol_buffer_span(&bytes));
        pol_buffer_done(&bytes);
        assert_int_equal(made.status, POL_OK);
        assert_int_equal(
            pol_recognise(&made.text, POL_SPAN("kettles"), &made.arena, &document, &made.error),
            POL_OK);
        assert_kettles(&document);
        reading_done(&made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(motions_are_recognised)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
