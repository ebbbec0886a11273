/* stored.c - a document to bytes and back; every kind of damage. */
#include <stdlib.h>

#include "document/stored.h"
#include "tests/unit/document/reading.h"
#include "tests/unit/document/sign_stored.h"

enum { BYTES_MAX = 1 << 20 };

static const char whole_text[] = "Conference notes tea.\n\nConference resolves to:\n\nboil water";

static pol_passage passages[3];
static pol_submitter submitters[2];
static pol_span sources[2];
static pol_relation relations[2];
static pol_decision_source decided_by[2];
static pol_outcome_point points[1];

static pol_value value(const char *text, uint32_t line, pol_origin origin)
{
    pol_value made = {pol_span_of(text), line, (uint8_t)origin};
    return made;
}

/* What a report and an amendment say of the sample. */
static pol_overlay overlay(void)
{
    decided_by[0] = (pol_decision_source){POL_DECISION_LOST, POL_SPAN("LOST"),
                                          POL_SPAN("2031/results.txt"), 700, 12};
    decided_by[1] = (pol_decision_source){POL_DECISION_CARRIED_PART, POL_SPAN(""), {0}, 8, 0};
    points[0] = (pol_outcome_point){POL_SPAN("1"), POL_DECISION_CARRIED};
    relations[1] = (pol_relation){.kind = POL_RELATION_SUPERSEDED_BY,
                                  .title = POL_SPAN("Urns"),
                                  .conference_name = POL_SPAN("Tea Conference"),
                                  .year = 2032,
                                  .id = POL_SPAN("union/9")};
    return (pol_overlay){.is_decided = true,
                         .decision = POL_DECISION_LOST,
                         .sources = decided_by,
                         .source_count = 2,
                         .has_conflict = true,
                         .points = points,
                         .point_count = 1,
                         .referral = POL_SPAN("referred to the NEC"),
                         .composite = POL_SPAN("Composite A"),
                         .composite_decision = POL_DECISION_CARRIED,
                         .relations = relations,
                         .relation_count = 2,
                         .standing = POL_STANDING_SUPERSEDED};
}

static pol_stored sample(void)
{
    submitters[0] = (pol_submitter){POL_SPAN("Old Town branch"), false};
    submitters[1] = (pol_submitter){POL_SPAN("A. Person"), true};
    sources[0] = POL_SPAN("2031/kettles.txt");
    sources[1] = POL_SPAN("https://example.org/m/1");
    passages[0] = (pol_passage){
        .ordinal = 1, .clause = POL_CLAUSE_NOTES, .line = 5, .text = pol_span_make(whole_text, 21)};
    passages[1] = (pol_passage){.ordinal = 2,
                                .clause = POL_CLAUSE_RESOLVES,
                                .line = 300,
                                .text = pol_span_make(whole_text + 23, 23)};
    passages[2] = (pol_passage){.ordinal = 3,
                                .clause = POL_CLAUSE_RESOLVES,
                                .depth = 1,
                                .decision = POL_DECISION_LOST,
                                .is_action_point = true,
                                .lead_in = 2,
                                .line = 301,
                                .page = 130,
                                .label = POL_SPAN("1)"),
                                .text = pol_span_make(whole_text + 48, 10)};
    relations[0] = (pol_relation){.kind = POL_RELATION_FALLS_IF,
                                  .number = POL_SPAN("12"),
                                  .words = POL_SPAN("If Motion 12 is carried, this falls."),
                                  .line = 9};
    pol_document document = {
        .id = value("union/1", 1, POL_ORIGIN_MARKUP),
        .kind = POL_KIND_COMPOSITE,
        .title = value("Kettles – all", 1, POL_ORIGIN_TEXT),
        .display_title = POL_SPAN("Kettles – all"),
        .organisation = value(NULL, 0, POL_ORIGIN_NONE),
        .conference = value("2031 Canteen Conference", 3, POL_ORIGIN_TEXT),
        .conference_name = POL_SPAN("Canteen Conference"),
        .year = 2031,
        .year_line = 3,
        .date = {2031, 5, 4},
        .date_line = 4,
        .number = value("75.1", 2, POL_ORIGIN_SIDECAR),
        .submitters = submitters,
        .submitter_count = 2,
        .submitters_line = 9,
        .decision = POL_DECISION_CARRIED_PART,
        .decision_raw = value("", 8, POL_ORIGIN_FRONT_MATTER), /* stated, and empty */
        .text_state = POL_TEXT_STATE_AS_AMENDED,
        .recommendation = value("Support", 7, POL_ORIGIN_TEXT),
        .source = value("https://example.org", 0, POL_ORIGIN_MARKUP),
        .language = value("en", 0, POL_ORIGIN_MARKUP),
        .standing = POL_STANDING_CURRENT,
        .referral = POL_SPAN("referred to the branches"),
        .relations = relations,
        .relation_count = 1,
        .section = POL_SPAN("Kitchens"),
        .line = 290,
        .page = 129,
        .member = POL_SPAN("box/kettles.txt"),
        .text = pol_span_make(whole_text, sizeof whole_text - 1),
        .passages = passages,
        .passage_count = 3,
        .action_point_count = 1,
    };
    pol_stored made = {
        .document = document, .sources = sources, .source_count = 2, .has_explicit_id = true};
    return made;
}

static void assert_same_span(pol_span a, pol_span b)
{
    assert_int_equal(a.data == NULL, b.data == NULL); /* absent is not empty */
    assert_true(pol_span_equal(a, b));
}

static void assert_same_value(pol_value a, pol_value b)
{
    assert_same_span(a.text, b.text);
    assert_int_equal(a.line, b.line);
    assert_int_equal(a.origin, b.origin);
}

static void assert_same_passage(const pol_passage *a, const pol_passage *b)
{
    assert_int_equal(a->ordinal, b->ordinal);
    assert_int_equal(a->clause, b->clause);
    assert_int_equal(a->decision, b->decision);
    assert_int_equal(a->depth, b->depth);
    assert_int_equal(a->is_action_point, b->is_action_point);
    assert_int_equal(a->lead_in, b->lead_in);
    assert_int_equal(a->line, b->line);
    assert_int_equal(a->page, b->page);
    assert_same_span(a->label, b->label);
    assert_true(pol_span_equal(a->text, b->text));
}

static void assert_same_relation(const pol_relation *a, const pol_relation *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_same_span(a->number, b->number);
    assert_same_span(a->title, b->title);
    assert_same_span(a->conference_name, b->conference_name);
    assert_int_equal(a->year, b->year);
    assert_same_span(a->words, b->words);
    assert_int_equal(a->line, b->line);
    assert_same_span(a->id, b->id);
}

/* What is of a document among others, and its ties to them. */
static void assert_same_place(const pol_document *a, const pol_document *b)
{
    assert_int_equal(a->standing, b->standing);
    assert_same_span(a->referral, b->referral);
    assert_int_equal(a->relation_count, b->relation_count);
    for (size_t i = 0; i < a->relation_count; i++)
        assert_same_relation(&a->relations[i], &b->relations[i]);
    assert_same_span(a->section, b->section);
    assert_int_equal(a->line, b->line);
    assert_int_equal(a->page, b->page);
    assert_same_span(a->member, b->member);
}

static void assert_same_document(const pol_document *a, const pol_document *b)
{
    assert_same_value(a->id, b->id);
    assert_int_equal(a->kind, b->kind);
    assert_same_value(a->title, b->title);
    assert_same_span(a->display_title, b->display_title);
    assert_same_value(a->organisation, b->organisation);
    assert_same_value(a->conference, b->conference);
    assert_same_span(a->conference_name, b->conference_name);
    assert_int_equal(a->year, b->year);
    assert_int_equal(a->year_line, b->year_line);
    assert_int_equal(pol_date_compare(a->date, b->date), 0);
    assert_int_equal(a->date_line, b->date_line);
    assert_same_value(a->number, b->number);
    assert_int_equal(a->submitter_count, b->submitter_count);
    for (size_t i = 0; i < a->submitter_count; i++) {
        assert_same_span(a->submitters[i].name, b->submitters[i].name);
        assert_int_equal(a->submitters[i].is_person, b->submitters[i].is_person);
    }
    assert_int_equal(a->submitters_line, b->submitters_line);
    assert_int_equal(a->decision, b->decision);
    assert_same_value(a->decision_raw, b->decision_raw);
    assert_int_equal(a->text_state, b->text_state);
    assert_same_value(a->recommendation, b->recommendation);
    assert_same_value(a->source, b->source);
    assert_same_value(a->language, b->language);
    assert_same_span(a->text, b->text);
    assert_int_equal(a->action_point_count, b->action_point_count);
    assert_int_equal(a->passage_count, b->passage_count);
    for (size_t i = 0; i < a->passage_count; i++)
        assert_same_passage(&a->passages[i], &b->passages[i]);
}

typedef struct trip {
    pol_buffer bytes;
    pol_arena arena;
    pol_stored stored;
    pol_error error;
    pol_status status;
} trip;

static trip encode(const pol_stored *stored)
{
    trip made = {.status = POL_OK};
    pol_buffer_init(&made.bytes, BYTES_MAX);
    pol_arena_init(&made.arena, BYTES_MAX);
    pol_stored_encode(stored, &made.bytes);
    assert_int_equal(made.bytes.status, POL_OK);
    return made;
}

static pol_status decode(trip *made, pol_span bytes)
{
    pol_arena_done(&made->arena);
    made->status = pol_stored_decode(bytes, &made->arena, &made->stored, &made->error);
    return made->status;
}

static void trip_done(trip *made)
{
    pol_buffer_done(&made->bytes);
    pol_arena_done(&made->arena);
}

static void what_goes_in_comes_out(void **state)
{
    (void)state;
    pol_stored stored = sample();
    trip made = encode(&stored);
    assert_int_equal(decode(&made, pol_buffer_span(&made.bytes)), POL_OK);
    assert_same_document(&made.stored.document, &stored.document);
    assert_same_place(&made.stored.document, &stored.document);
    assert_true(made.stored.has_explicit_id);
    assert_int_equal(made.stored.source_count, 2);
    assert_span(made.stored.sources[0], "2031/kettles.txt");
    assert_span(made.stored.sources[1], "https://example.org/m/1");
    assert_int_equal(strlen(made.stored.content_hash), 32);
    /* Nothing is copied: the text lies in the bytes. */
    const char *text = made.stored.document.passages[2].text.data;
    assert_true(text > made.bytes.data && text < made.bytes.data + made.bytes.size);
    trip_done(&made);
}

static void the_least_document_comes_out(void **state)
{
    (void)state;
    pol_span source = POL_SPAN("a");
    pol_stored stored = {.sources = &source, .source_count = 1};
    trip made = encode(&stored);
    assert_int_equal(decode(&made, pol_buffer_span(&made.bytes)), POL_OK);
    assert_same_document(&made.stored.document, &stored.document);
    assert_false(made.stored.has_explicit_id);
    trip_done(&made);
}

static pol_stored decided_sample(void)
{
    pol_stored stored = sample();
    stored.overlay = overlay();
    stored.has_overlay = true;
    return stored;
}

/* --- when it changed ---------------------------------------------------------------- */

static void the_time_is_no_part_of_the_content(void **state)
{
    (void)state;
    char content[33], others[33], none[33];
    pol_stored stored = decided_sample();
    trip undated = encode(&stored);
    stored.changed = 1784563200;
    trip dated = encode(&stored);
    assert_int_equal(decode(&undated, pol_buffer_span(&undated.bytes)), POL_OK);
    assert_int_equal(decode(&dated, pol_buffer_span(&dated.bytes)), POL_OK);
    assert_int_equal(undated.stored.changed, 0);
    assert_int_equal(dated.stored.changed, 1784563200);
    assert_string_equal(dated.stored.content_hash, undated.stored.content_hash);
    pol_stored_content_hash(&stored, content);
    assert_string_equal(content, dated.stored.content_hash);
    pol_stored_others_hash(&dated.stored, others);
    stored.has_overlay = false;
    pol_stored_others_hash(&stored, none);
    assert_string_not_equal(others, none);
    stored.has_overlay = true;
    stored.overlay.decision = POL_DECISION_CARRIED;
    pol_stored_others_hash(&stored, none);
    assert_string_not_equal(others, none);
    trip_done(&undated);
    trip_done(&dated);
}

/* --- as one line of a list ---------------------------------------------------------- */

static pol_buffer listed(const pol_stored *stored)
{
    pol_buffer bytes;
    pol_buffer_init(&bytes, BYTES_MAX);
    pol_listed_encode(stored, &bytes);
    assert_int_equal(bytes.status, POL_OK);
    return bytes;
}

static void a_line_says_what_a_list_shows(void **state)
{
    (void)state;
    pol_stored stored = sample();
    stored.changed = 1784563200;
    pol_buffer bytes = listed(&stored);
    pol_listed line;
    assert_true(pol_listed_decode(pol_buffer_span(&bytes), &line));
    assert_span(line.id, "union/1");
    assert_span(line.display_title, "Kettles – all");
    assert_false(line.title_is_opening);
    assert_int_equal(line.kind, POL_KIND_COMPOSITE);
    assert_span(line.number, "75.1");
    assert_int_equal(line.decision, POL_DECISION_CARRIED_PART);
    assert_span(line.conference, "Canteen Conference");
    assert_int_equal(line.year, 2031);
    assert_int_equal(line.date.day, 4);
    assert_span(line.language, "en");
    assert_int_equal(line.changed, 1784563200);
    pol_buffer_done(&bytes);
}

static void a_long_title_of_a_line_is_cut(void **state)
{
    (void)state;
    char title[2 * POL_LISTED_TITLE_MAX];
    pol_stored stored = sample();
    for (size_t i = 0; i + 1 < sizeof title; i += 2)
        memcpy(title + i, "é", 2);
    stored.document.title.text = (pol_span){0};
    stored.document.display_title = pol_span_make(title, sizeof title);
    stored.document.text = pol_span_make(title, sizeof title);
    pol_buffer bytes = listed(&stored);
    pol_listed line;
    assert_true(pol_listed_decode(pol_buffer_span(&bytes), &line));
    assert_true(line.display_title.size <= POL_LISTED_TITLE_MAX);
    assert_true(pol_span_ends(line.display_title, POL_SPAN("é…")));
    pol_buffer_done(&bytes);
}

static void damaged_lines_are_refused(void **state)
{
    (void)state;
    pol_stored stored = sample();
    pol_buffer bytes = listed(&stored);
    pol_listed line;
    for (size_t size = 0; size < bytes.size; size++)
        assert_false(pol_listed_decode(pol_span_make(bytes.data, size), &line));
    pol_buffer_add_byte(&bytes, 'x');
    assert_false(pol_listed_decode(pol_buffer_span(&bytes), &line));
    pol_buffer_done(&bytes);
}

/* Numbers as people count; each sorts before the next. */
static void lines_sort_by_number(void **state)
{
    (void)state;
    static const char *const numbers[] = {"1",  "Motion 1.1", "1.2", "1.10", "1A", "1A.1",
                                          "1B", "02",         "9",   "10",   "99", "100",
                                          "A",  "B2",         "B14", NULL};
    pol_buffer before = {0};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        pol_stored stored = sample();
        stored.document.number.text = pol_span_of(numbers[i]);
        pol_buffer now = listed(&stored);
        if (i && pol_span_compare(pol_buffer_span(&before), pol_buffer_span(&now)) >= 0)
            fail_msg("%s does not come before %s", numbers[i - 1],
                     numbers[i] ? numbers[i] : "none");
        if (i)
            pol_buffer_done(&before);
        before = now;
    }
    pol_buffer_done(&before);
}

/* --- what others say ---------------------------------------------------------------- */

static void an_overlay_stands_beside_the_document(void **state)
{
    (void)state;
    pol_stored stored = decided_sample();
    trip made = encode(&stored);
    assert_int_equal(decode(&made, pol_buffer_span(&made.bytes)), POL_OK);
    assert_same_document(&made.stored.document, &stored.document);
    assert_same_place(&made.stored.document, &stored.document);
    assert_true(made.stored.has_overlay);
    const pol_overlay *said = &made.stored.overlay;
    assert_true(said->is_decided && said->has_conflict);
    assert_int_equal(said->decision, POL_DECISION_LOST);
    assert_int_equal(said->source_count, 2);
    assert_span(said->sources[0].file, "2031/results.txt");
    assert_int_equal(said->sources[0].line, 700);
    assert_int_equal(said->sources[0].page, 12);
    assert_null(said->sources[1].file.data); /* its own text */
    assert_int_equal(said->relation_count, 2);
    assert_same_relation(&said->relations[1], &relations[1]);
    assert_span(said->points[0].label, "1");
    assert_span(said->referral, "referred to the NEC");
    trip_done(&made);
}

static void applied_it_is_what_is_shown(void **state)
{
    (void)state;
    pol_stored stored = decided_sample();
    trip made = encode(&stored);
    assert_int_equal(decode(&made, pol_buffer_span(&made.bytes)), POL_OK);
    assert_int_equal(pol_stored_apply(&made.stored, &made.arena, &made.error), POL_OK);
    const pol_document *document = &made.stored.document;
    assert_int_equal(document->decision, POL_DECISION_LOST);
    assert_span(document->decision_raw.text, "LOST");
    assert_int_equal(document->decision_raw.line, 700);
    assert_int_equal(document->decision_raw.origin, POL_ORIGIN_REPORT);
    assert_int_equal(document->decision_source_count, 2);
    assert_true(document->has_decision_conflict);
    assert_span(document->composite, "Composite A");
    assert_int_equal(document->composite_decision, POL_DECISION_CARRIED);
    assert_int_equal(document->standing, POL_STANDING_SUPERSEDED);
    assert_int_equal(document->relation_count, 2);
    assert_span(document->referral, "referred to the branches"); /* its own wins */
    /* its text says that point 1 was lost, the report that it was carried */
    assert_int_equal(document->passages[2].decision, POL_DECISION_LOST);
    assert_int_equal(document->doubt_count, 1);
    assert_string_equal(document->doubts[0].field, "decision");
    trip_done(&made);
}

static void without_an_overlay_nothing_is_applied(void **state)
{
    (void)state;
    pol_stored stored = sample();
    trip made = encode(&stored);
    assert_int_equal(decode(&made, pol_buffer_span(&made.bytes)), POL_OK);
    assert_false(made.stored.has_overlay);
    assert_int_equal(pol_stored_apply(&made.stored, &made.arena, &made.error), POL_OK);
    assert_same_document(&made.stored.document, &stored.document);
    assert_int_equal(made.stored.document.decision_source_count, 0);
    trip_done(&made);
}

/* Applying copies what it changes: bytes of an index may be shared. */
static void applying_changes_no_bytes(void **state)
{
    (void)state;
    pol_stored stored = decided_sample();
    passages[2].decision = POL_DECISION_NONE;
    trip made = encode(&stored);
    char *before = malloc(made.bytes.size);
    assert_non_null(before);
    memcpy(before, made.bytes.data, made.bytes.size);
    assert_int_equal(decode(&made, pol_buffer_span(&made.bytes)), POL_OK);
    assert_int_equal(pol_stored_apply(&made.stored, &made.arena, &made.error), POL_OK);
    assert_int_equal(made.stored.document.passages[2].decision, POL_DECISION_CARRIED);
    assert_memory_equal(before, made.bytes.data, made.bytes.size);
    free(before);
    trip_done(&made);
}

/* --- the hash ----------------------------------------------------------------------- */

static void hash_of(const pol_stored *stored, char hash[33])
{
    trip made = encode(stored);
    assert_int_equal(decode(&made, pol_buffer_span(&made.bytes)), POL_OK);
    memcpy(hash, made.stored.content_hash, 33);
    trip_done(&made);
}

static void the_hash_is_of_what_its_files_state(void **state)
{
    (void)state;
    char first[33], moved[33], decided[33], changed[33];
    pol_stored stored = sample();
    hash_of(&stored, first);
    sources[0] = POL_SPAN("moved/kettles.txt");
    stored.source_count = 1;
    hash_of(&stored, moved);
    assert_string_equal(first, moved);
    stored.overlay = overlay();
    stored.has_overlay = true;
    hash_of(&stored, decided);
    assert_string_equal(first, decided);
    passages[2].decision = POL_DECISION_NONE;
    hash_of(&stored, changed);
    assert_string_not_equal(first, changed);
}

static void encoding_appends(void **state)
{
    (void)state;
    pol_stored stored = sample();
    trip made = encode(&stored);
    size_t size = made.bytes.size;
    pol_stored_encode(&stored, &made.bytes);
    assert_int_equal(made.bytes.size, 2 * size);
    assert_int_equal(decode(&made, pol_span_from(pol_buffer_span(&made.bytes), size)), POL_OK);
    trip_done(&made);
}

static void a_full_buffer_says_so(void **state)
{
    (void)state;
    pol_stored stored = decided_sample();
    trip made = encode(&stored);
    for (size_t limit = 0; limit < made.bytes.size; limit++) {
        pol_buffer small;
        pol_buffer_init(&small, limit);
        pol_stored_encode(&stored, &small);
        assert_int_equal(small.status, POL_LIMIT);
        pol_buffer_done(&small);
    }
    trip_done(&made);
}

static void every_truncation_is_corrupt(void **state)
{
    (void)state;
    pol_stored stored = decided_sample();
    trip made = encode(&stored);
    for (size_t size = 0; size < made.bytes.size; size++) {
        char *cut = malloc(size ? size : 1); /* so that a read beyond it is seen */
        assert_non_null(cut);
        memcpy(cut, made.bytes.data, size);
        assert_int_equal(decode(&made, pol_span_make(cut, size)), POL_CORRUPT);
        free(cut);
    }
    trip_done(&made);
}

static void every_damaged_byte_is_found(void **state)
{
    (void)state;
    pol_stored stored = decided_sample();
    trip made = encode(&stored);
    for (size_t at = 0; at < made.bytes.size; at++) {
        for (unsigned mask = 1; mask < 256; mask++) {
            made.bytes.data[at] = (char)(made.bytes.data[at] ^ (char)mask);
            pol_status expected = at == 3 ? POL_VERSION : POL_CORRUPT;
            assert_int_equal(decode(&made, pol_buffer_span(&made.bytes)), expected);
            made.bytes.data[at] = (char)(made.bytes.data[at] ^ (char)mask);
        }
    }
    assert_int_equal(decode(&made, pol_buffer_span(&made.bytes)), POL_OK);
    trip_done(&made);
}

static void assert_inside(pol_span span, pol_span bytes)
{
    if (span.size > 0)
        assert_true(span.data >= bytes.data && span.data + span.size <= bytes.data + bytes.size);
}

/* Whatever the checksum lets through stays within the bytes and the vocabularies. */
static void lengths_hold_without_the_checksum(void **state)
{
    (void)state;
    pol_stored stored = decided_sample();
    trip made = encode(&stored);
    pol_span bytes = pol_buffer_span(&made.bytes);
    size_t corrupt = 0;
    for (size_t at = 20; at + 8 < bytes.size; at++) {
        for (unsigned mask = 1; mask < 256; mask += 2) {
            made.bytes.data[at] = (char)(made.bytes.data[at] ^ (char)mask);
            sign_stored(made.bytes.data, bytes.size);
            pol_status status = decode(&made, bytes);
            made.bytes.data[at] = (char)(made.bytes.data[at] ^ (char)mask);
            corrupt += status == POL_CORRUPT;
            if (status != POL_OK) {
                assert_true(status == POL_CORRUPT || status == POL_LIMIT);
                continue;
            }
            const pol_document *document = &made.stored.document;
            assert_true(document->kind < POL_KIND_COUNT);
            assert_inside(document->title.text, bytes);
            for (size_t i = 0; i < document->passage_count; i++) {
                assert_inside(document->passages[i].text, document->text);
                assert_true(document->passages[i].lead_in <= document->passage_count);
                assert_true(document->passages[i].clause < POL_CLAUSE_COUNT);
            }
            for (size_t i = 0; i < made.stored.source_count; i++)
                assert_inside(made.stored.sources[i], bytes);
        }
    }
    assert_true(corrupt > 1000);
    trip_done(&made);
}

static void a_small_arena_is_a_limit(void **state)
{
    (void)state;
    pol_stored stored = sample(), out;
    trip made = encode(&stored);
    pol_arena arena;
    pol_arena_init(&arena, 40);
    assert_int_equal(pol_stored_decode(pol_buffer_span(&made.bytes), &arena, &out, &made.error),
                     POL_LIMIT);
    pol_arena_done(&arena);
    trip_done(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_in_comes_out),
        cmocka_unit_test(the_least_document_comes_out),
        cmocka_unit_test(the_time_is_no_part_of_the_content),
        cmocka_unit_test(a_line_says_what_a_list_shows),
        cmocka_unit_test(a_long_title_of_a_line_is_cut),
        cmocka_unit_test(damaged_lines_are_refused),
        cmocka_unit_test(lines_sort_by_number),
        cmocka_unit_test(an_overlay_stands_beside_the_document),
        cmocka_unit_test(applied_it_is_what_is_shown),
        cmocka_unit_test(without_an_overlay_nothing_is_applied),
        cmocka_unit_test(applying_changes_no_bytes),
        cmocka_unit_test(the_hash_is_of_what_its_files_state),
        cmocka_unit_test(encoding_appends),
        cmocka_unit_test(a_full_buffer_says_so),
        cmocka_unit_test(every_truncation_is_corrupt),
        cmocka_unit_test(every_damaged_byte_is_found),
        cmocka_unit_test(lengths_hold_without_the_checksum),
        cmocka_unit_test(a_small_arena_is_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
