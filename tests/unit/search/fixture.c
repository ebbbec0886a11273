/* fixture.c - documents of a test to the Xapian documents that polindex would write. */
#include "tests/unit/search/fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/schema.h"
#include "document/stored.h"

static xc_error failure;

static void must(xc_status status)
{
    if (status != XC_OK)
        fail_msg("xapian-c: %s", failure.text);
}

static xc_bytes bytes(pol_span span)
{
    return (xc_bytes){span.data, span.size};
}

/* --- terms ------------------------------------------------------------------------ */

static void add_term(xc_document *entry, const char *prefix, pol_span value, uint32_t wdf)
{
    char buffer[POL_TERM_MAX + 1];
    must(xc_document_add_term(entry, bytes(pol_term_make(prefix, value, buffer)), wdf, &failure));
}

static void add_word(xc_document *entry, const char *prefix, const pol_token *token, uint32_t wdf)
{
    char buffer[POL_TERM_MAX + 1];
    must(xc_document_add_posting(entry, bytes(pol_term_make(prefix, token->word, buffer)),
                                 token->position, wdf, &failure));
}

static void add_in_full(xc_document *entry, pol_field field, const char *value)
{
    if (value)
        add_term(entry, pol_field_info_of(field)->prefix, pol_span_of(value), 0);
}

static void add_code(xc_document *entry, pol_field field, const char *value)
{
    char folded[POL_TERM_MAX];
    if (!value)
        return;
    size_t size = pol_fold_label(pol_span_of(value), folded, sizeof folded);
    add_term(entry, pol_field_info_of(field)->prefix, pol_span_make(folded, size), 0);
}

static void add_exact(xc_document *entry, pol_field field, const char *code)
{
    if (code)
        add_term(entry, pol_field_info_of(field)->prefix, pol_span_of(code), 0);
}

static void set_value(xc_document *entry, xc_slot slot, const char *value)
{
    if (value && *value)
        must(xc_document_set_value(entry, slot, bytes(pol_span_of(value)), &failure));
}

/* With what others state. */
static pol_decision decision_of(const fixture_document *document)
{
    bool is_decided = document->overlay && document->overlay->is_decided;
    return is_decided ? (pol_decision)document->overlay->decision : document->decision;
}

/* What heads and passages carry alike. */
static void add_filters(xc_document *entry, const fixture_document *document, pol_decision decision)
{
    char year[16] = "", date[POL_DATE_ISO_SIZE], changed[POL_CHANGED_SIZE];
    char outcome[POL_OUTCOME_SIZE], key[POL_KEY_SIZE + 1];
    if (document->year)
        snprintf(year, sizeof year, "%04d", document->year);
    pol_document_key(pol_span_of(document->id), key);
    add_term(entry, POL_PREFIX_DOCUMENT, pol_span_of(key), 0);
    add_in_full(entry, POL_FIELD_CONFERENCE, document->conference);
    add_in_full(entry, POL_FIELD_BY, document->by);
    add_in_full(entry, POL_FIELD_SOURCE, document->source);
    add_code(entry, POL_FIELD_NUMBER, document->number);
    add_exact(entry, POL_FIELD_YEAR, document->year ? year : NULL);
    add_exact(entry, POL_FIELD_DECISION, pol_decision_code(decision));
    add_exact(entry, POL_FIELD_KIND, pol_kind_code(document->kind));
    add_exact(entry, POL_FIELD_STANDING,
              pol_standing_code(document->overlay ? (pol_standing)document->overlay->standing
                                                  : POL_STANDING_UNSTATED));
    set_value(entry, POL_SLOT_DOCUMENT, key);
    set_value(entry, POL_SLOT_YEAR, year);
    set_value(entry, POL_SLOT_DATE, pol_date_iso(document->date, date));
    set_value(entry, POL_SLOT_DECISION, pol_decision_code(decision_of(document)));
    set_value(entry, POL_SLOT_CONFERENCE, document->conference_name);
    set_value(entry, POL_SLOT_KIND, pol_kind_code(document->kind));
    set_value(entry, POL_SLOT_ORG, document->organisation);
    if (document->conference_name)
        add_term(entry, POL_PREFIX_EXACT_NAME, pol_span_of(document->conference_name), 0);
    if (document->organisation)
        add_term(entry, POL_PREFIX_EXACT_ORG, pol_span_of(document->organisation), 0);
    set_value(entry, POL_SLOT_CHANGED, pol_changed_value(document->changed, changed));
    set_value(entry, POL_SLOT_OUTCOME,
              pol_outcome_value(document->year, pol_decision_code(decision_of(document)), outcome));
}

static void mark_compound(xc_document *entry, const pol_token *token)
{
    if (token->part_count && token->part == 0)
        must(xc_document_add_posting(entry, bytes(POL_SPAN(POL_TERM_COMPOUND)), token->position, 0,
                                     &failure));
}

/* Stems; heads carry the words too, and are what the document's stems stand on. */
static void add_title(fixture *fix, xc_document *entry, const char *title, bool is_head)
{
    pol_token token;
    if (!title)
        return;
    pol_analyser_begin(fix->analyser, pol_span_of(title));
    while (pol_analyser_next(fix->analyser, &token)) {
        add_term(entry, POL_PREFIX_TITLE_STEM, token.stem, is_head ? 0 : 2);
        if (!is_head)
            continue;
        add_word(entry, POL_PREFIX_TITLE_WORD, &token, 0);
        mark_compound(entry, &token);
        add_term(entry, POL_PREFIX_DOCUMENT_STEM, token.stem, 2);
    }
}

static void add_text(fixture *fix, xc_document *entry, xc_document *head, const char *text)
{
    pol_token token;
    pol_analyser_begin(fix->analyser, pol_span_of(text));
    while (pol_analyser_next(fix->analyser, &token)) {
        add_word(entry, POL_PREFIX_WORD, &token, 1);
        mark_compound(entry, &token);
        add_term(entry, POL_PREFIX_STEM, token.stem, 1);
        add_term(head, POL_PREFIX_DOCUMENT_STEM, token.stem, 1);
    }
}

/* --- stored documents ------------------------------------------------------------- */

static pol_value value_of(const char *text)
{
    return (pol_value){.text = pol_span_of(text), .origin = POL_ORIGIN_TEXT};
}

static size_t count_passages(const fixture_document *document)
{
    size_t count = 0;
    while (count < FIXTURE_PASSAGES_MAX && document->passages[count].text)
        count++;
    return count;
}

/* The whole text: all passages with "\n\n" between, and each a run of it. */
static void store_passages(const fixture_document *document, pol_passage *passages, char *text,
                           size_t size, pol_document *stored)
{
    size_t used = 0;
    stored->passage_count = count_passages(document);
    stored->passages = passages;
    for (size_t i = 0; i < stored->passage_count; i++) {
        const fixture_passage *from = &document->passages[i];
        used += (size_t)snprintf(text + used, size - used, "%s", i ? "\n\n" : "");
        passages[i] = (pol_passage){
            .ordinal = (uint32_t)i + 1,
            .clause = (uint8_t)from->clause,
            .decision = (uint8_t)from->decision,
            .lead_in = from->lead_in,
            .label = pol_span_of(from->label),
            .text = pol_span_make(text + used, strlen(from->text)),
        };
        used += (size_t)snprintf(text + used, size - used, "%s", from->text);
        assert_true(used < size);
    }
    stored->text = pol_span_make(text, used);
}

/* What lists need. */
static void add_listed(xc_document *head, pol_stored *stored)
{
    char meeting[512];
    pol_arena arena;
    pol_error error;
    pol_buffer entry;
    const pol_document *document = &stored->document;
    pol_arena_init(&arena, 1 << 20);
    pol_buffer_init(&entry, 1 << 16);
    assert_int_equal(pol_stored_apply(stored, &arena, &error), POL_OK);
    snprintf(meeting, sizeof meeting, "%04d %.*s", document->year,
             POL_SPAN_ARGS(document->conference_name));
    set_value(head, POL_SLOT_MEETING, document->conference_name.size ? meeting : NULL);
    pol_listed_encode(stored, &entry);
    assert_int_equal(entry.status, POL_OK);
    must(xc_document_set_value(head, POL_SLOT_ENTRY, bytes(pol_buffer_span(&entry)), &failure));
    pol_buffer_done(&entry);
    pol_arena_done(&arena);
}

/* Its bytes into `buffer`, and its line in lists into `head`. */
static void encode(const fixture_document *document, xc_document *head, pol_buffer *buffer)
{
    pol_passage passages[FIXTURE_PASSAGES_MAX];
    pol_submitter submitter = {.name = pol_span_of(document->by)};
    pol_span source = pol_span_of(document->source ? document->source : "test.txt");
    pol_stored stored = {.sources = &source, .source_count = 1, .has_explicit_id = true};
    pol_document *fields = &stored.document;
    static char text[1 << 16];
    fields->id = value_of(document->id);
    fields->kind = document->kind;
    fields->title = value_of(document->title);
    fields->display_title = pol_span_of(document->title ? document->title : "untitled");
    fields->organisation = value_of(document->organisation);
    fields->conference = value_of(document->conference);
    fields->conference_name = pol_span_of(document->conference_name);
    fields->year = document->year;
    fields->date = document->date;
    fields->number = value_of(document->number);
    fields->decision = document->decision;
    fields->language = value_of(document->language);
    fields->submitters = &submitter;
    fields->submitter_count = document->by ? 1 : 0;
    fields->text_state = document->text_state;
    stored.has_overlay = document->overlay != NULL;
    if (document->overlay)
        stored.overlay = *document->overlay;
    store_passages(document, passages, text, sizeof text, fields);
    stored.changed = document->changed;
    pol_stored_encode(&stored, buffer);
    assert_int_equal(buffer->status, POL_OK);
    add_listed(head, &stored);
}

/* --- entries ---------------------------------------------------------------------- */

static xc_document *new_entry(fixture *fix, const fixture_document *document, uint32_t ordinal,
                              pol_decision decision)
{
    char buffer[POL_ORDINAL_SIZE];
    xc_document *entry = NULL;
    must(xc_document_new(&entry, &failure));
    add_filters(entry, document, decision);
    if (ordinal) {
        pol_span value = pol_ordinal_value(ordinal, buffer);
        must(xc_document_set_value(entry, POL_SLOT_ORDINAL, bytes(value), &failure));
    } else {
        add_term(entry, POL_PREFIX_ID, pol_span_of(document->id), 0);
        for (size_t i = 0; i < 4 && document->head_terms[i]; i++)
            add_term(entry, "", pol_span_of(document->head_terms[i]), 0);
    }
    add_term(entry, ordinal ? POL_PREFIX_BODY : POL_PREFIX_HEAD, POL_SPAN(""), 0);
    add_title(fix, entry, document->title, ordinal == 0);
    return entry;
}

static xc_document *new_passage(fixture *fix, const fixture_document *document, uint32_t ordinal,
                                xc_document *head)
{
    const fixture_passage *from = &document->passages[ordinal - 1];
    xc_document *entry =
        new_entry(fix, document, ordinal, from->decision ? from->decision : decision_of(document));
    add_text(fix, entry, head, from->text);
    add_exact(entry, POL_FIELD_CLAUSE, pol_clause_code(from->clause));
    set_value(entry, POL_SLOT_CLAUSE, pol_clause_code(from->clause));
    return entry;
}

void fixture_add(fixture *fix, const fixture_document *document)
{
    xc_document *entries[FIXTURE_PASSAGES_MAX + 1];
    pol_analyser *english = fix->analyser, *plain = NULL;
    pol_buffer stored;
    pol_error error;
    size_t count = count_passages(document);
    if (document->language) {
        assert_int_equal(pol_analyser_new(NULL, &plain, &error), POL_OK);
        fix->analyser = plain;
    }
    entries[0] = new_entry(fix, document, 0, decision_of(document));
    for (size_t i = 1; i <= count; i++)
        entries[i] = new_passage(fix, document, (uint32_t)i, entries[0]);
    pol_buffer_init(&stored, 1 << 20);
    encode(document, entries[0], &stored);
    must(xc_document_set_data(entries[0], bytes(pol_buffer_span(&stored)), &failure));
    for (size_t i = 0; i <= count; i++) {
        must(xc_writer_add(fix->writer, entries[i], NULL, &failure));
        xc_document_free(entries[i]);
    }
    pol_buffer_done(&stored);
    pol_analyser_free(plain);
    fix->analyser = english;
}

/* --- databases -------------------------------------------------------------------- */

void fixture_begin(fixture *fix, const char *name, const char *schema_version)
{
    xc_writer_options options = {.mode = XC_CREATE, .is_unsynced = true};
    xc_writer_free(fix->writer);
    snprintf(fix->index, sizeof fix->index, "%.200s/%.40s", fix->folder, name);
    must(xc_writer_open(fix->index, &options, &fix->writer, &failure));
    if (schema_version)
        must(xc_writer_set_metadata(fix->writer, bytes(POL_SPAN(POL_SCHEMA_KEY)),
                                    bytes(pol_span_of(schema_version)), &failure));
}

void fixture_open(fixture *fix)
{
    pol_error error;
    const char *temporary = getenv("TMPDIR");
    *fix = (fixture){.writer = NULL};
    snprintf(fix->folder, sizeof fix->folder, "%.150s/polsearch-test-XXXXXX",
             temporary ? temporary : "/tmp");
    assert_non_null(mkdtemp(fix->folder));
    assert_int_equal(pol_analyser_new("en", &fix->analyser, &error), POL_OK);
    fixture_begin(fix, "index", POL_SCHEMA_VERSION);
}

void fixture_commit(fixture *fix)
{
    must(xc_writer_commit(fix->writer, &failure));
}

pol_index *fixture_look(fixture *fix)
{
    pol_error error;
    fixture_commit(fix);
    if (pol_index_open(fix->index, &fix->lookup, &error) != POL_OK)
        fail_msg("%s", error.text);
    return fix->lookup;
}

pol_index *fixture_of(fixture *fix, const fixture_document *documents, size_t count)
{
    fixture_open(fix);
    for (size_t i = 0; i < count; i++)
        fixture_add(fix, &documents[i]);
    return fixture_look(fix);
}

void fixture_close(fixture *fix)
{
    pol_index_free(fix->lookup);
    char command[FIXTURE_PATH_MAX + 16];
    xc_writer_free(fix->writer);
    pol_analyser_free(fix->analyser);
    snprintf(command, sizeof command, "rm -rf '%s'", fix->folder);
    assert_int_equal(system(command), 0);
}
