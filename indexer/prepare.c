/* prepare.c - metadata and passages of a document to Xapian terms and values. */
#include "indexer/prepare.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/abbreviations.h"
#include "core/analysis.h"
#include "document/acronyms.h"
#include "indexer/listed.h"
#include "indexer/outline.h"
#include "indexer/recorded.h"

enum {
    ENCODED_MAX = 256 << 20,
    ENCODED_KEPT = 1 << 20, /* memory for the next document */
    LABEL_MAX = 1024,
    TITLE_WEIGHT = 2,
    SLICE = 512 << 10,   /* text_bytes prepared at a time */
    PASSAGE_FIXED = 100, /* bytes of text whose terms are as many as a passage's filters */
    SPARE_MAX = 64
};

struct pol_preparer {
    bool is_bounded;
    size_t ahead_left; /* where it is */
    pol_analyser *analyser;
    pol_analyser *plain; /* for texts in other languages: no stems */
    pol_buffer encoded;
    pol_arena arena; /* of one document */
    int64_t now;     /* the time of its run */
    xc_document *spare[SPARE_MAX];
    size_t spare_count;
};

/* What the functions below share while one Xapian document is filled. */
typedef struct filling {
    pol_analyser *analyser;
    xc_document *document;
    xc_document *head; /* gets the document stems; NULL: it has them */
    pol_preparer *preparer;
    xc_error error;
    xc_status status;
} filling;

pol_status pol_preparer_new(pol_preparer **ret_preparer, pol_error *reterr)
{
    *ret_preparer = NULL;
    pol_preparer *preparer = calloc(1, sizeof *preparer);
    if (!preparer)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    preparer->now = pol_recorded_now();
    pol_buffer_init(&preparer->encoded, ENCODED_MAX);
    pol_arena_init(&preparer->arena, ENCODED_MAX);
    pol_status status = pol_analyser_new("en", &preparer->analyser, reterr);
    if (status == POL_OK)
        status = pol_analyser_new(NULL, &preparer->plain, reterr);
    if (status != POL_OK) {
        pol_preparer_free(preparer);
        return status;
    }
    *ret_preparer = preparer;
    return POL_OK;
}

int64_t pol_preparer_now(const pol_preparer *preparer)
{
    return preparer->now;
}

void pol_preparer_free(pol_preparer *preparer)
{
    if (!preparer)
        return;
    pol_analyser_free(preparer->analyser);
    pol_analyser_free(preparer->plain);
    pol_buffer_done(&preparer->encoded);
    pol_arena_done(&preparer->arena);
    while (preparer->spare_count)
        xc_document_free(preparer->spare[--preparer->spare_count]);
    free(preparer);
}

void pol_preparer_bound(pol_preparer *preparer, size_t ahead_bytes)
{
    preparer->is_bounded = true;
    preparer->ahead_left = ahead_bytes;
}

void pol_prepared_done(pol_prepared *prepared)
{
    for (size_t i = 0; i < prepared->count; i++)
        xc_document_free(prepared->documents[i]);
    free(prepared->documents);
    *prepared = (pol_prepared){0};
}

void pol_prepared_give_back(pol_prepared *prepared, pol_preparer *preparer)
{
    while (prepared->count && preparer->spare_count < SPARE_MAX) {
        xc_document *document = prepared->documents[--prepared->count];
        if (xc_document_clear(document, NULL) == XC_OK)
            preparer->spare[preparer->spare_count++] = document;
        else
            xc_document_free(document);
    }
    pol_prepared_done(prepared);
}

/* prefix + word; words are at most POL_WORD_MAX bytes, prefixes a few. */
typedef struct term_text {
    char bytes[POL_WORD_MAX + 16];
} term_text;

static xc_bytes term_of(const char *prefix, pol_span word, term_text *text)
{
    size_t prefix_size = strlen(prefix);
    memcpy(text->bytes, prefix, prefix_size);
    memcpy(text->bytes + prefix_size, word.data, word.size);
    return (xc_bytes){text->bytes, prefix_size + word.size};
}

static void add_term(filling *fill, xc_document *document, xc_bytes term, uint32_t wdf)
{
    if (fill->status == XC_OK)
        fill->status = xc_document_add_term(document, term, wdf, &fill->error);
}

static void add_posting(filling *fill, xc_bytes term, uint32_t position, uint32_t wdf)
{
    if (fill->status == XC_OK)
        fill->status = xc_document_add_posting(fill->document, term, position, wdf, &fill->error);
}

static void set_value(filling *fill, xc_slot slot, pol_span value)
{
    if (fill->status == XC_OK && value.size)
        fill->status =
            xc_document_set_value(fill->document, slot, pol_xc_bytes(value), &fill->error);
}

static void add_head_stem(filling *fill, pol_span stem)
{
    term_text term;
    if (fill->head)
        add_term(fill, fill->head, term_of(POL_PREFIX_DOCUMENT_STEM, stem, &term), 1);
}

/* Where a phrase may seem to stand that does not. */
static void mark_compound(filling *fill, const pol_token *token)
{
    if (token->part_count && token->part == 0)
        add_posting(fill, pol_xc_bytes(POL_SPAN(POL_TERM_COMPOUND)), token->position, 0);
}

/* The passage's own text: exact words with positions, stems, and the head's stems. */
static void add_text(filling *fill, pol_span text)
{
    term_text term;
    pol_token token;
    pol_analyser_begin(fill->analyser, text);
    while (fill->status == XC_OK && pol_analyser_next(fill->analyser, &token)) {
        add_posting(fill, pol_xc_bytes(token.word), token.position, 1);
        mark_compound(fill, &token);
        add_term(fill, fill->document, term_of(POL_PREFIX_STEM, token.stem, &term), 1);
        add_head_stem(fill, token.stem);
    }
}

/* A passage weighs more for the stems of its title; the words stand on the head alone. */
static void add_title(filling *fill, pol_span title)
{
    term_text term;
    pol_token token;
    pol_analyser_begin(fill->analyser, title);
    while (fill->status == XC_OK && pol_analyser_next(fill->analyser, &token)) {
        add_term(fill, fill->document, term_of(POL_PREFIX_TITLE_STEM, token.stem, &term),
                 TITLE_WEIGHT);
    }
}

/* The stems of the whole document, by which it is ranked, and the title by itself, which is a
 * filter. */
static void add_head_title(filling *fill, pol_span title)
{
    term_text term;
    pol_token token;
    pol_analyser_begin(fill->analyser, title);
    while (fill->status == XC_OK && pol_analyser_next(fill->analyser, &token)) {
        add_posting(fill, term_of(POL_PREFIX_TITLE_WORD, token.word, &term), token.position, 0);
        mark_compound(fill, &token);
        add_term(fill, fill->document, term_of(POL_PREFIX_TITLE_STEM, token.stem, &term), 0);
        add_term(fill, fill->document, term_of(POL_PREFIX_DOCUMENT_STEM, token.stem, &term),
                 TITLE_WEIGHT);
    }
}

/* A name or path as one term: its words are looked for in the list of values. */
static void add_in_full(filling *fill, const char *prefix, pol_span value)
{
    char buffer[POL_TERM_MAX + 1];
    if (value.size)
        add_term(fill, fill->document, pol_xc_bytes(pol_term_make(prefix, value, buffer)), 0);
}

static void add_code(filling *fill, const char *prefix, pol_span value)
{
    char folded[LABEL_MAX], buffer[POL_TERM_MAX + 1];
    size_t size = pol_fold_label(value, folded, sizeof folded);
    if (size)
        add_term(fill, fill->document,
                 pol_xc_bytes(pol_term_make(prefix, pol_span_make(folded, size), buffer)), 0);
}

/* Codes are ASCII words with underscores, which folding would lose. */
static void add_exact(filling *fill, const char *prefix, const char *code)
{
    char buffer[POL_TERM_MAX + 1];
    if (code)
        add_term(fill, fill->document,
                 pol_xc_bytes(pol_term_make(prefix, pol_span_of(code), buffer)), 0);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* One value of a field, by the type the schema gives it. */
static void add_field(filling *fill, pol_field field, pol_span value)
{
    const pol_field_info *info = pol_field_info_of(field);
    if (!info->prefix || value.size == 0)
        return;
    if (info->type == POL_TYPE_WORDS)
        add_in_full(fill, info->prefix, value);
    else
        add_code(fill, info->prefix, value);
}

/* "Composite 03" is Composite 3 too. */
static void add_number(filling *fill, pol_span number)
{
    char bare[LABEL_MAX];
    size_t size = 0;
    add_field(fill, POL_FIELD_NUMBER, number);
    for (size_t i = 0; i < number.size && size < sizeof bare; i++) {
        bool is_leading = number.data[i] == '0' && i + 1 < number.size &&
                          is_digit(number.data[i + 1]) &&
                          (i == 0 || !(is_digit(number.data[i - 1]) || number.data[i - 1] == '.'));
        if (!is_leading || (size && is_digit(bare[size - 1])))
            bare[size++] = number.data[i];
    }
    if (size < number.size)
        add_field(fill, POL_FIELD_NUMBER, pol_span_make(bare, size));
}

/* "Emergency motion 1" may have the number "1" and is cited, and looked for, by its noun. */
static void add_named_numbers(filling *fill, const pol_document *document)
{
    static const char *const forms[POL_KIND_COUNT][4] = {
        [POL_KIND_COMPOSITE] = {"composite %s", "composite motion %s"},
        [POL_KIND_AMENDMENT] = {"amendment %s"},
        [POL_KIND_EMERGENCY] = {"emergency %s", "emergency motion %s", "e%s", "em%s"},
        [POL_KIND_RULE_CHANGE] = {"rule change %s"},
    };
    enum { FORMS = 4, NUMBER_MAX = 32 };
    char number[NUMBER_MAX], named[NUMBER_MAX + 32];
    pol_span stated = document->number.text;
    if (!stated.size || stated.size >= NUMBER_MAX || !is_digit(stated.data[0]))
        return;
    snprintf(number, sizeof number, "%.*s", POL_SPAN_ARGS(stated));
    for (size_t i = 0; i < FORMS && forms[document->kind][i]; i++) {
        const char *form = forms[document->kind][i], *place = strstr(form, "%s");
        snprintf(named, sizeof named, "%.*s%s", (int)(place - form), form, number);
        add_field(fill, POL_FIELD_NUMBER, pol_span_of(named));
    }
}

static void add_submitters(filling *fill, const pol_document *document)
{
    for (size_t i = 0; i < document->submitter_count; i++)
        if (!document->submitters[i].is_person)
            add_field(fill, POL_FIELD_BY, document->submitters[i].name);
}

/* What every Xapian document of a document carries: filters and values. */
static void add_filters(filling *fill, const pol_stored *stored, pol_decision decision)
{
    const pol_document *document = &stored->document;
    char year[16], date[POL_DATE_ISO_SIZE], key[POL_KEY_SIZE + 1];
    char buffer[POL_TERM_MAX + 1];
    snprintf(year, sizeof year, "%04d", document->year);
    pol_date_iso(document->date, date);
    add_term(fill, fill->document, pol_xc_bytes(pol_document_term(document->id.text, buffer)), 0);
    if (!pol_span_equal(document->conference.text, document->conference_name))
        add_field(fill, POL_FIELD_CONFERENCE, document->conference.text);
    add_number(fill, document->number.text);
    add_named_numbers(fill, document);
    add_submitters(fill, document);
    for (size_t i = 0; i < stored->source_count; i++)
        add_field(fill, POL_FIELD_SOURCE, stored->sources[i]);
    if (document->source.text.size)
        add_field(fill, POL_FIELD_SOURCE, document->source.text);
    if (document->year)
        add_exact(fill, pol_field_info_of(POL_FIELD_YEAR)->prefix, year);
    add_exact(fill, pol_field_info_of(POL_FIELD_DECISION)->prefix, pol_decision_code(decision));
    add_exact(fill, pol_field_info_of(POL_FIELD_KIND)->prefix, pol_kind_code(document->kind));
    add_exact(fill, pol_field_info_of(POL_FIELD_STANDING)->prefix,
              pol_standing_code((pol_standing)document->standing));
    set_value(fill, POL_SLOT_DOCUMENT, pol_document_key(document->id.text, key));
    if (document->year)
        set_value(fill, POL_SLOT_YEAR, pol_span_of(year));
    set_value(fill, POL_SLOT_DATE, pol_span_of(date));
    set_value(fill, POL_SLOT_DECISION, pol_span_of(pol_decision_code(document->decision)));
    set_value(fill, POL_SLOT_CONFERENCE, document->conference_name);
    set_value(fill, POL_SLOT_KIND, pol_span_of(pol_kind_code(document->kind)));
    set_value(fill, POL_SLOT_ORG, document->organisation.text);
    if (fill->status == XC_OK)
        fill->status = pol_listed_fill(fill->document, stored, &fill->error);
}

size_t pol_merge_terms(const pol_stored *stored, char buffers[2][POL_TERM_MAX + 1],
                       pol_span terms[2])
{
    const pol_document *document = &stored->document;
    if (stored->has_explicit_id || !document->conference.text.size || !document->year)
        return 0;
    char conference[LABEL_MAX], value[LABEL_MAX], key[2 * LABEL_MAX + 32];
    pol_fold_label(document->conference_name, conference, sizeof conference);
    const struct {
        char mark;
        pol_span text;
    } parts[2] = {{'t', document->title.text}, {'n', document->number.text}};
    size_t count = 0;
    for (size_t i = 0; i < 2; i++) {
        if (!pol_fold_label(parts[i].text, value, sizeof value))
            continue;
        snprintf(key, sizeof key, "%c%d|%s|%s", parts[i].mark, document->year, conference, value);
        terms[count] = pol_term_make(POL_PREFIX_MERGE, pol_span_of(key), buffers[count]);
        count++;
    }
    return count;
}

/* By what its own files state, whatever is joined to it. */
static void add_join_terms(filling *fill, const pol_document *document)
{
    char key[POL_JOIN_KEY_MAX], buffer[POL_TERM_MAX + 1];
    pol_span own = pol_join_key(document->conference_name, document->year, key);
    if (own.size)
        add_term(fill, fill->document, pol_xc_bytes(pol_term_make(POL_PREFIX_JOIN, own, buffer)),
                 0);
    for (size_t i = 0; i < document->relation_count; i++) {
        const pol_relation *relation = &document->relations[i];
        pol_span name =
            relation->conference_name.size ? relation->conference_name : document->conference_name;
        int year = relation->year ? relation->year : document->year;
        if (!relation->conference_name.size && !relation->year)
            continue;
        pol_span other = pol_join_key(name, year, key);
        if (other.size)
            add_term(fill, fill->document,
                     pol_xc_bytes(pol_term_make(POL_PREFIX_REFERS, other, buffer)), 0);
    }
}

/* By its letters in small ones; the spelling as labels are folded, and as it is compared. */
static void add_spelt_pair(filling *fill, const pol_acronym_pair *pair)
{
    char word[POL_ACRONYM_MAX * 4 + 1], spelling[POL_ABBREVIATED_MAX + 1];
    char folded[POL_ABBREVIATED_MAX + 1], value[2 * POL_ABBREVIATED_MAX];
    char buffer[POL_TERM_MAX + 1];
    pol_fold_label(pair->word, word, sizeof word);
    size_t size = pol_fold_label(pair->spelling, spelling, sizeof spelling);
    if (!word[0] || size + sizeof word >= POL_ABBREVIATED_MAX ||
        !pol_abbreviation_fold(pair->spelling, folded))
        return;
    snprintf(value, sizeof value, "%s=%s", word, spelling);
    add_term(fill, fill->document,
             pol_xc_bytes(pol_term_make(POL_PREFIX_SPELT, pol_span_of(value), buffer)), 0);
    snprintf(value, sizeof value, "%s=%s", folded, word);
    add_term(fill, fill->document,
             pol_xc_bytes(pol_term_make(POL_PREFIX_SPELLING, pol_span_of(value), buffer)), 0);
}

/* The acronyms that the text spells out, so that queries with the one find the other. */
static void add_spelt(filling *fill, const pol_document *document)
{
    for (size_t i = 0; i < document->passage_count; i++) {
        size_t at = 0;
        pol_acronym_pair pair;
        while (pol_acronym_pair_next(document->passages[i].text, &at, &pair))
            if (pair.is_sure)
                add_spelt_pair(fill, &pair);
    }
}

/* The root of each source's file, by which its key is known again: a number, "-" for what came
 * through standard input, nothing where that is not known. */
static void add_roots(filling *fill, const pol_stored *stored, const pol_span *file_keys,
                      size_t file_key_count)
{
    pol_buffer roots;
    pol_buffer_init(&roots, ENCODED_KEPT);
    for (size_t i = 0; i < file_key_count && i < stored->source_count; i++) {
        pol_span key = file_keys[i];
        size_t slash = pol_span_find(key, POL_SPAN("/"), 0);
        if (i)
            pol_buffer_add_byte(&roots, ',');
        if (pol_span_equal(key, POL_SPAN("-")))
            pol_buffer_add(&roots, key);
        else if (slash != (size_t)-1 &&
                 pol_span_equal(pol_span_from(key, slash + 1), stored->sources[i]))
            pol_buffer_add(&roots, pol_span_first(key, slash));
    }
    if (roots.status == POL_OK)
        set_value(fill, POL_SLOT_ROOTS, pol_buffer_span(&roots));
    else if (fill->status == XC_OK)
        fill->status = XC_NOMEM;
    pol_buffer_done(&roots);
}

/* What a head is found by: its place, its files, what may merge with it or be joined to it. */
static void add_finding(filling *fill, const pol_stored *stored, const pol_span *file_keys,
                        size_t file_key_count)
{
    char buffer[POL_TERM_MAX + 1], merge[2][POL_TERM_MAX + 1];
    pol_span merge_terms[2];
    /* length 1: Xapian's checker takes positions in a document of length 0 for a fault */
    add_term(fill, fill->document, pol_xc_bytes(pol_span_of(POL_PREFIX_HEAD)), 1);
    add_term(fill, fill->document, pol_xc_bytes(pol_head_term(stored->document.id.text, buffer)),
             0);
    for (size_t i = 0; i < file_key_count; i++)
        add_term(fill, fill->document,
                 pol_xc_bytes(pol_term_make(POL_PREFIX_FILE, file_keys[i], buffer)), 0);
    add_roots(fill, stored, file_keys, file_key_count);
    size_t count = pol_merge_terms(stored, merge, merge_terms);
    for (size_t i = 0; i < count; i++)
        add_term(fill, fill->document, pol_xc_bytes(merge_terms[i]), 0);
    add_join_terms(fill, &stored->document);
}

static void fill_head(filling *fill, const pol_stored *stored, const pol_span *file_keys,
                      size_t file_key_count, pol_span encoded)
{
    add_filters(fill, stored, stored->document.decision);
    if (fill->status == XC_OK)
        fill->status = pol_listed_fill_head(fill->document, stored, &fill->error);
    add_head_title(fill, stored->document.title.text);
    add_finding(fill, stored, file_keys, file_key_count);
    add_spelt(fill, &stored->document);
    for (size_t i = 0; i < stored->document.passage_count; i++)
        add_exact(fill, pol_field_info_of(POL_FIELD_DECISION)->prefix,
                  pol_decision_code((pol_decision)stored->document.passages[i].decision));
    if (fill->status == XC_OK)
        fill->status = xc_document_set_data(fill->document, pol_xc_bytes(encoded), &fill->error);
}

static void fill_passage(filling *fill, const pol_stored *stored, const pol_passage *passage)
{
    const pol_document *document = &stored->document;
    char ordinal[POL_ORDINAL_SIZE];
    pol_decision decision = passage->decision != POL_DECISION_NONE ? (pol_decision)passage->decision
                                                                   : document->decision;
    const char *clause = pol_clause_code((pol_clause)passage->clause);
    add_text(fill, passage->text);
    add_title(fill, document->title.text);
    add_filters(fill, stored, decision);
    add_exact(fill, pol_field_info_of(POL_FIELD_CLAUSE)->prefix, clause);
    set_value(fill, POL_SLOT_CLAUSE, pol_span_of(clause));
    add_term(fill, fill->document, pol_xc_bytes(pol_span_of(POL_PREFIX_BODY)), 0);
    set_value(fill, POL_SLOT_ORDINAL, pol_ordinal_value(passage->ordinal, ordinal));
}

/* The analyser for a document: English stems unless it says or shows another language. */
static pol_analyser *analyser_for(pol_preparer *preparer, const pol_document *document)
{
    return pol_document_has_stems(document) ? preparer->analyser : preparer->plain;
}

/* --- slices ------------------------------------------------------------------------- */

static size_t size_of(const pol_document *document, const pol_passage *passage)
{
    return passage->text.size + document->title.text.size + PASSAGE_FIXED;
}

/* The place behind the last passage of the slice that starts at `first`. */
static size_t slice_end(const pol_document *document, size_t first, size_t *ret_size)
{
    size_t end = first;
    *ret_size = 0;
    while (end < document->passage_count && (end == first || *ret_size < SLICE))
        *ret_size += size_of(document, &document->passages[end++]);
    return end;
}

static pol_status begin_slice(pol_prepared *prepared, size_t capacity, pol_error *reterr)
{
    prepared->documents = calloc(capacity + 1, sizeof *prepared->documents);
    return prepared->documents ? POL_OK : pol_fail(reterr, POL_NOMEM, 0, "out of memory");
}

/* A new Xapian document at the end of the slice, to be filled. */
static void begin_document(filling *fill, pol_prepared *prepared)
{
    pol_preparer *preparer = fill->preparer;
    if (fill->status != XC_OK)
        return;
    if (preparer->spare_count)
        prepared->documents[prepared->count] = preparer->spare[--preparer->spare_count];
    else
        fill->status = xc_document_new(&prepared->documents[prepared->count], &fill->error);
    fill->document = prepared->documents[prepared->count];
    if (fill->status == XC_OK)
        xc_document_leave_unlisted(fill->document);
    prepared->count += fill->status == XC_OK;
}

static void fill_passages(filling *fill, const pol_stored *stored, size_t first, size_t end,
                          pol_prepared *prepared)
{
    for (size_t i = first; i < end && fill->status == XC_OK; i++) {
        begin_document(fill, prepared);
        if (fill->status == XC_OK)
            fill_passage(fill, stored, &stored->document.passages[i]);
    }
}

/* What the head says of passages that are prepared later. */
static void add_later_passages(filling *fill, const pol_document *document, size_t first)
{
    pol_token token;
    for (size_t i = first; i < document->passage_count && fill->status == XC_OK; i++) {
        pol_analyser_begin(fill->analyser, document->passages[i].text);
        while (fill->status == XC_OK && pol_analyser_next(fill->analyser, &token))
            add_head_stem(fill, token.stem);
    }
}

static pol_status end_slice(filling *fill, pol_prepared *prepared, pol_prepared *ret_prepared,
                            pol_error *reterr)
{
    if (fill->status == XC_OK) {
        *ret_prepared = *prepared;
        return POL_OK;
    }
    pol_prepared_done(prepared);
    fill->error.status = fill->status;
    return pol_fail_xapian(reterr, &fill->error, "cannot prepare a document for the index");
}

/* --- the public functions ----------------------------------------------------------- */

static pol_status encode(pol_preparer *preparer, const pol_stored *stored, pol_error *reterr)
{
    pol_buffer_clear(&preparer->encoded);
    pol_stored_encode(stored, &preparer->encoded);
    if (preparer->encoded.status == POL_OK)
        return POL_OK;
    return pol_fail(reterr, preparer->encoded.status, 0, "document '%.*s' is too large",
                    POL_SPAN_ARGS(pol_span_first(stored->document.id.text, 80)));
}

/* A long document's would stay while its passages are written, which take much themselves. */
static void forget_encoded(pol_preparer *preparer)
{
    if (preparer->encoded.capacity > ENCODED_KEPT)
        pol_buffer_done(&preparer->encoded);
}

/* May it be prepared here? *ret_is_left: no, later. */
static pol_status check_bound(pol_preparer *preparer, const pol_document *document,
                              bool *ret_is_left, pol_error *reterr)
{
    size_t size = document->text.size;
    *ret_is_left = preparer->is_bounded && size > preparer->ahead_left;
    if (preparer->is_bounded && size > POL_DOCUMENT_TEXT_MAX)
        return pol_fail(reterr, POL_LIMIT, 0,
                        "one document with %zu MB of text, at most %d MB are read: split it",
                        (size + (1 << 20) - 1) >> 20, POL_DOCUMENT_TEXT_MAX >> 20);
    return POL_OK;
}

static void note_ahead(pol_preparer *preparer, size_t size)
{
    preparer->ahead_left -= size < preparer->ahead_left ? size : preparer->ahead_left;
}

/* What the index is to find: the document with what others say of it. */
static pol_status show(pol_preparer *preparer, const pol_stored *stored, pol_stored *ret_shown,
                       filling *ret_fill, pol_error *reterr)
{
    *ret_shown = *stored;
    pol_arena_done(&preparer->arena);
    pol_status status = pol_stored_apply(ret_shown, &preparer->arena, reterr);
    if (status == POL_OK)
        *ret_fill = (filling){.analyser = analyser_for(preparer, &ret_shown->document),
                              .preparer = preparer,
                              .status = XC_OK};
    return status;
}

pol_status pol_prepare(pol_preparer *preparer, const pol_stored *stored, const pol_span *file_keys,
                       size_t file_key_count, pol_prepared *ret_prepared, pol_error *reterr)
{
    pol_prepared prepared = {0};
    pol_stored shown;
    filling fill;
    bool is_left;
    *ret_prepared = prepared;
    pol_status status = check_bound(preparer, &stored->document, &is_left, reterr);
    if (status != POL_OK || is_left)
        return status;
    status = encode(preparer, stored, reterr);
    if (status == POL_OK)
        status = show(preparer, stored, &shown, &fill, reterr);
    if (status != POL_OK)
        return status;
    size_t end = slice_end(&shown.document, 0, &prepared.text_bytes);
    status = begin_slice(&prepared, end + 1, reterr);
    if (status != POL_OK)
        return status;
    begin_document(&fill, &prepared);
    fill.head = fill.document;
    if (fill.status == XC_OK)
        fill_head(&fill, &shown, file_keys, file_key_count, pol_buffer_span(&preparer->encoded));
    forget_encoded(preparer);
    fill_passages(&fill, &shown, 0, end, &prepared);
    add_later_passages(&fill, &shown.document, end);
    note_ahead(preparer, prepared.text_bytes);
    return end_slice(&fill, &prepared, ret_prepared, reterr);
}

static void fill_outline(filling *fill, const pol_stored *stored, const pol_span *file_keys,
                         size_t file_key_count, pol_span encoded)
{
    char buffer[POL_TERM_MAX + 1];
    add_term(fill, fill->document,
             pol_xc_bytes(pol_document_term(stored->document.id.text, buffer)), 0);
    add_finding(fill, stored, file_keys, file_key_count);
    set_value(fill, POL_SLOT_DECISION, pol_span_of(pol_decision_code(stored->document.decision)));
    set_value(fill, POL_SLOT_OUTLINE, encoded);
}

pol_status pol_prepare_outline(pol_preparer *preparer, const pol_stored *stored,
                               const pol_span *file_keys, size_t file_key_count,
                               pol_prepared *ret_prepared, pol_error *reterr)
{
    pol_prepared prepared = {0};
    pol_stored shown;
    filling fill;
    *ret_prepared = prepared;
    pol_status status = encode(preparer, stored, reterr);
    if (status == POL_OK)
        status = show(preparer, stored, &shown, &fill, reterr);
    if (status == POL_OK)
        status = begin_slice(&prepared, 1, reterr);
    if (status != POL_OK)
        return status;
    begin_document(&fill, &prepared);
    if (fill.status == XC_OK)
        fill_outline(&fill, &shown, file_keys, file_key_count, pol_buffer_span(&preparer->encoded));
    forget_encoded(preparer);
    return end_slice(&fill, &prepared, ret_prepared, reterr);
}

pol_status pol_prepare_more(pol_preparer *preparer, const pol_stored *stored, size_t first,
                            pol_prepared *ret_prepared, pol_error *reterr)
{
    pol_prepared prepared = {0};
    pol_stored shown;
    filling fill;
    *ret_prepared = prepared;
    pol_status status = show(preparer, stored, &shown, &fill, reterr);
    if (status != POL_OK)
        return status;
    size_t end = slice_end(&shown.document, first, &prepared.text_bytes);
    status = begin_slice(&prepared, end - first, reterr);
    if (status != POL_OK)
        return status;
    fill_passages(&fill, &shown, first, end, &prepared);
    return end_slice(&fill, &prepared, ret_prepared, reterr);
}

pol_status pol_prepared_redate(pol_preparer *preparer, const pol_stored *stored,
                               pol_prepared *prepared, pol_error *reterr)
{
    pol_stored shown;
    filling fill;
    pol_status status = encode(preparer, stored, reterr);
    if (status == POL_OK)
        status = show(preparer, stored, &shown, &fill, reterr);
    if (status != POL_OK)
        return status;
    for (size_t i = 0; i < prepared->count && fill.status == XC_OK; i++)
        fill.status = pol_listed_fill(prepared->documents[i], &shown, &fill.error);
    if (fill.status == XC_OK)
        fill.status = pol_listed_fill_head(prepared->documents[0], &shown, &fill.error);
    if (fill.status == XC_OK)
        fill.status = xc_document_set_data(
            prepared->documents[0], pol_xc_bytes(pol_buffer_span(&preparer->encoded)), &fill.error);
    forget_encoded(preparer);
    return fill.status == XC_OK ? POL_OK
                                : pol_fail_xapian(reterr, &fill.error, "cannot prepare a document");
}
