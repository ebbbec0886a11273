/* parcel.c - what was extracted, sent and received; every kind of damage on the way. */
#include <stdlib.h>

#include "document/parcel.h"
#include "tests/unit/document/extracting.h"

enum { BYTES_MAX = 1 << 20 };

static const char agenda[] =
    "Agenda of the 2031 Canteen Conference\n\n"
    "1 Mugs for all - North branch\n\n"
    "Conference notes that mugs break and that nobody replaces them in time.\n\n"
    "Conference instructs the committee to:\n1) buy four hundred mugs\n2) count them\n\n"
    "1.1 Amendment to Motion 1 - South branch\n\n"
    "In point 1 delete \"four hundred\" and insert \"five hundred\", as branches asked.\n\n"
    "2 Teapots that pour - East branch\n\n"
    "Conference reaffirms Motion 7 of the 2030 Canteen Conference, and tests each teapot.\n";
static const char report[] = "2031 Canteen Conference\nDecisions\n\n"
                             "1 Mugs for all: carried in parts, point 2 lost\n1.1: CARRIED\n"
                             "2 Teapots that pour: LOST\n";

typedef struct parcel {
    extracting sent;
    pol_buffer bytes;
    pol_arena arena;
    pol_extracted received;
    pol_error error;
} parcel;

static void add_doubt(pol_document *document, const char *field)
{
    static pol_doubt doubts[1];
    doubts[0] = (pol_doubt){field, POL_SPAN("it may be another"), 7};
    document->doubts = doubts;
    document->doubt_count = 1;
}

/* Documents, outcomes and an omission, from two members of an archive. */
static parcel pack(void)
{
    parcel made = {.error = {0}};
    made.sent.read = read_ok(POL_FORMAT_TEXT, pol_span_of(agenda));
    extract_again(&made.sent, "agenda.txt", "box/agenda.txt");
    assert_int_equal(pol_read_text(pol_span_of(report), &made.sent.read.arena, &made.sent.read.text,
                                   &made.error),
                     POL_OK);
    extract_again(&made.sent, "report.txt", "box/report.txt");
    pol_extracted *extracted = &made.sent.extracted;
    assert_int_equal(pol_extract_omit(extracted, &made.sent.read.arena, POL_SPAN("box/b.doc"), 3,
                                      POL_SPAN("it is encrypted"), &made.error),
                     POL_OK);
    assert_int_equal(extracted->document_count, 4);
    assert_int_equal(extracted->outcome_count, 3);
    add_doubt(&extracted->documents[1].document, "split");
    pol_buffer_init(&made.bytes, BYTES_MAX);
    pol_arena_init(&made.arena, BYTES_MAX);
    pol_parcel_encode(extracted, &made.bytes);
    assert_int_equal(made.bytes.status, POL_OK);
    return made;
}

static pol_status unpack(parcel *made, pol_span bytes)
{
    pol_arena_done(&made->arena);
    made->received = (pol_extracted){0};
    return pol_parcel_decode(bytes, &made->arena, &made->received, &made->error);
}

static void parcel_done(parcel *made)
{
    extracting_done(&made->sent);
    pol_buffer_done(&made->bytes);
    pol_arena_done(&made->arena);
}

static void what_is_sent_is_received(void **state)
{
    (void)state;
    parcel made = pack();
    assert_int_equal(unpack(&made, pol_buffer_span(&made.bytes)), POL_OK);
    const pol_extracted *a = &made.sent.extracted, *b = &made.received;
    assert_int_equal(b->document_count, a->document_count);
    for (size_t i = 0; i < a->document_count; i++) {
        assert_true(pol_span_equal(a->documents[i].key, b->documents[i].key));
        assert_true(pol_span_equal(a->documents[i].document.text, b->documents[i].document.text));
        assert_int_equal(a->documents[i].document.relation_count,
                         b->documents[i].document.relation_count);
    }
    const pol_document *doubtful = &b->documents[1].document;
    assert_int_equal(doubtful->doubt_count, 1);
    assert_string_equal(doubtful->doubts[0].field, "split");
    assert_span(doubtful->doubts[0].text, "it may be another");
    assert_int_equal(doubtful->doubts[0].line, 7);
    assert_int_equal(b->outcome_count, 3);
    assert_span(b->outcomes[0].member, "box/report.txt");
    assert_span(b->outcomes[2].outcome.line_text, "2 Teapots that pour: LOST");
    assert_int_equal(b->outcomes[2].outcome.year, 2031);
    assert_int_equal(b->omission_count, 1);
    assert_span(b->omissions[0].member, "box/b.doc");
    assert_int_equal(b->omissions[0].line, 3);
    assert_span(b->omissions[0].reason, "it is encrypted");
    pol_buffer again;
    pol_buffer_init(&again, BYTES_MAX);
    pol_parcel_encode(b, &again);
    assert_true(pol_span_equal(pol_buffer_span(&again), pol_buffer_span(&made.bytes)));
    pol_buffer_done(&again);
    parcel_done(&made);
}

static void nothing_can_be_sent(void **state)
{
    (void)state;
    pol_extracted none = {0};
    pol_arena arena;
    pol_error error;
    pol_arena_init(&arena, BYTES_MAX);
    assert_int_equal(pol_parcel_decode(POL_SPAN("\0\0\0"), &arena, &none, &error), POL_OK);
    assert_int_equal(none.document_count + none.outcome_count + none.omission_count, 0);
    assert_int_equal(pol_parcel_decode(pol_span_make(NULL, 0), &arena, &none, &error), POL_CORRUPT);
    assert_int_equal(pol_parcel_decode(POL_SPAN("\0\0\0\0"), &arena, &none, &error), POL_CORRUPT);
    pol_arena_done(&arena);
}

/* Receiving adds to what was received before. */
static void parcels_add_up(void **state)
{
    (void)state;
    parcel made = pack();
    pol_span bytes = pol_buffer_span(&made.bytes);
    assert_int_equal(unpack(&made, bytes), POL_OK);
    assert_int_equal(pol_parcel_decode(bytes, &made.arena, &made.received, &made.error), POL_OK);
    assert_int_equal(made.received.document_count, 8);
    assert_int_equal(made.received.outcome_count, 6);
    assert_int_equal(made.received.omission_count, 2);
    parcel_done(&made);
}

/* The fields of doubts are constants on either side: one that is not known is of the text. */
static void fields_of_doubts_are_constants(void **state)
{
    (void)state;
    static const char *const fields[][2] = {
        {"title", "title"},       {"conference", "conference"},
        {"year", "year"},         {"date", "date"},
        {"decision", "decision"}, {"number", "number"},
        {"kind", "kind"},         {"text", "text"},
        {"encoding", "encoding"}, {"split", "split"},
        {"relation", "relation"}, {"nobody knows it", "text"},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        parcel made = pack();
        add_doubt(&made.sent.extracted.documents[1].document, fields[i][0]);
        pol_buffer_clear(&made.bytes);
        pol_parcel_encode(&made.sent.extracted, &made.bytes);
        assert_int_equal(unpack(&made, pol_buffer_span(&made.bytes)), POL_OK);
        assert_string_equal(made.received.documents[1].document.doubts[0].field, fields[i][1]);
        parcel_done(&made);
    }
}

static void every_truncation_is_corrupt(void **state)
{
    (void)state;
    parcel made = pack();
    for (size_t size = 0; size < made.bytes.size; size++) {
        char *cut = malloc(size ? size : 1); /* so that a read beyond it is seen */
        assert_non_null(cut);
        memcpy(cut, made.bytes.data, size);
        assert_int_equal(unpack(&made, pol_span_make(cut, size)), POL_CORRUPT);
        assert_true(made.error.text[0] != '\0');
        free(cut);
    }
    parcel_done(&made);
}

static void assert_inside(pol_span span, pol_span bytes)
{
    if (span.size > 0)
        assert_true(span.data >= bytes.data && span.data + span.size <= bytes.data + bytes.size);
}

/* What was damaged and can be read all the same stays within the bytes and the vocabularies. */
static void assert_sound(const pol_extracted *extracted, pol_span bytes)
{
    for (size_t i = 0; i < extracted->document_count; i++) {
        const pol_document *document = &extracted->documents[i].document;
        assert_true(document->kind < POL_KIND_COUNT && document->decision < POL_DECISION_COUNT);
        assert_true(document->text_state < POL_TEXT_STATE_COUNT);
        assert_inside(document->title.text, bytes);
        assert_inside(document->text, bytes);
        for (size_t j = 0; j < document->passage_count; j++)
            assert_inside(document->passages[j].text, document->text);
    }
    for (size_t i = 0; i < extracted->outcome_count; i++)
        assert_inside(extracted->outcomes[i].outcome.line_text, bytes);
    for (size_t i = 0; i < extracted->omission_count; i++)
        assert_true(extracted->omissions[i].reason.data != NULL);
}

static void damage_at_each_byte_is_survived(void **state)
{
    (void)state;
    parcel made = pack();
    pol_span bytes = pol_buffer_span(&made.bytes);
    char *copy = malloc(bytes.size);
    size_t corrupt = 0;
    assert_non_null(copy);
    memcpy(copy, bytes.data, bytes.size);
    for (size_t at = 0; at < bytes.size; at++)
        for (unsigned mask = 1; mask < 256; mask = mask * 2 + (mask & 4) / 4) {
            copy[at] = (char)(bytes.data[at] ^ (char)mask);
            pol_status status = unpack(&made, pol_span_make(copy, bytes.size));
            corrupt += status == POL_CORRUPT;
            if (status == POL_OK)
                assert_sound(&made.received, pol_span_make(copy, bytes.size));
            else
                assert_true(status == POL_CORRUPT || status == POL_LIMIT);
            copy[at] = bytes.data[at];
        }
    free(copy);
    assert_true(corrupt > bytes.size / 2);
    parcel_done(&made);
}

static void a_small_arena_is_a_limit(void **state)
{
    (void)state;
    parcel made = pack();
    for (size_t limit = 0; limit < 2000; limit += 100) {
        pol_arena small;
        pol_extracted received = {0};
        pol_arena_init(&small, limit);
        pol_status status =
            pol_parcel_decode(pol_buffer_span(&made.bytes), &small, &received, &made.error);
        assert_true(status == POL_LIMIT || status == POL_NOMEM);
        pol_arena_done(&small);
    }
    parcel_done(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_sent_is_received),
        cmocka_unit_test(nothing_can_be_sent),
        cmocka_unit_test(parcels_add_up),
        cmocka_unit_test(fields_of_doubts_are_constants),
        cmocka_unit_test(every_truncation_is_corrupt),
        cmocka_unit_test(damage_at_each_byte_is_survived),
        cmocka_unit_test(a_small_arena_is_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
