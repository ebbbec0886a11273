/* extract.c - a text to its documents and outcomes: one document, a report, or parts. */
#include "document/extract.h"

#include <stdio.h>

#include "core/analysis.h"
#include "document/discreet.h"
#include "document/extract_head.h"
#include "document/extract_rows.h"
#include "document/recognise.h"
#include "document/relation.h"
#include "document/split.h"
#include "document/words.h"

typedef struct file_context {
    const pol_text *text;
    pol_span name, member;
    pol_arena *arena;
    pol_extracted *extracted;
    pol_file_head head;
} file_context;

static pol_status refused(pol_arena *arena, size_t size, pol_error *reterr)
{
    return pol_arena_refused(arena, size, reterr);
}

/* --- results ------------------------------------------------------------------------ */

static pol_status keep(file_context *file, const pol_document *document, pol_error *reterr)
{
    pol_extracted *extracted = file->extracted;
    pol_extracted_document *grown =
        pol_arena_grow(file->arena, extracted->documents, extracted->document_count,
                       &extracted->document_capacity, sizeof *grown);
    if (!grown)
        return refused(file->arena, sizeof *grown, reterr);
    extracted->documents = grown;
    pol_extracted_document *kept = &grown[extracted->document_count++];
    *kept = (pol_extracted_document){.document = *document};
    kept->document.member = file->member;
    return pol_relations_find(&kept->document, file->arena, reterr);
}

static pol_status keep_outcome(file_context *file, const pol_outcome *outcome, pol_error *reterr)
{
    pol_extracted *extracted = file->extracted;
    pol_extracted_outcome *grown =
        pol_arena_grow(file->arena, extracted->outcomes, extracted->outcome_count,
                       &extracted->outcome_capacity, sizeof *grown);
    if (!grown)
        return refused(file->arena, sizeof *grown, reterr);
    extracted->outcomes = grown;
    pol_extracted_outcome *kept = &grown[extracted->outcome_count++];
    *kept = (pol_extracted_outcome){.outcome = *outcome, .member = file->member};
    kept->outcome.conference_name = outcome->conference_name.size
                                        ? pol_conference_without_place(outcome->conference_name)
                                        : file->head.document.conference_name;
    if (!outcome->year)
        kept->outcome.year = file->head.document.year;
    return pol_discreet_outcome(&kept->outcome, file->arena, reterr);
}

static pol_status add_doubt(pol_document *document, pol_arena *arena, pol_doubt doubt,
                            pol_error *reterr)
{
    pol_doubt *doubts = pol_arena_array(arena, document->doubt_count + 1, sizeof *doubts);
    if (!doubts)
        return refused(arena, (document->doubt_count + 1) * sizeof *doubts, reterr);
    for (size_t i = 0; i < document->doubt_count; i++)
        doubts[i] = document->doubts[i];
    doubts[document->doubt_count++] = doubt;
    document->doubts = doubts;
    return POL_OK;
}

/* --- one document ------------------------------------------------------------------- */

static pol_status omit(file_context *file, const char *reason, pol_error *reterr)
{
    return pol_extract_omit(file->extracted, file->arena, file->member, 0, pol_span_of(reason),
                            reterr);
}

/* A line or row among many: known by the lines before it, whatever they hold. */
static pol_status key_by_line(file_context *file, pol_error *reterr)
{
    enum { KEY_SIZE = 16 };
    uint32_t line = file->text->lines[0].number;
    char *key = pol_arena_alloc(file->arena, KEY_SIZE);
    if (!key)
        return refused(file->arena, KEY_SIZE, reterr);
    snprintf(key, KEY_SIZE, "%u", line - 1);
    if (line > 1)
        file->extracted->documents[file->extracted->document_count - 1].key = pol_span_of(key);
    return POL_OK;
}

/* `split` is absent for a line or row that is one document by itself. */
static pol_status extract_single(file_context *file, const pol_split *split, pol_error *reterr)
{
    pol_document document;
    pol_error why;
    if (file->text->line_count == 0)
        return omit(file, "no text in it", reterr);
    pol_status status = pol_recognise(file->text, file->name, file->arena, &document, &why);
    if (status != POL_OK)
        return omit(file, why.text, reterr);
    if (split && split->has_decisions && pol_kind_is_decided(document.kind)) {
        document.decision = POL_DECISION_UNKNOWN;
        document.decision_raw = (pol_value){0};
    }
    if (split && split->is_doubtful)
        status = add_doubt(&document, file->arena, split->doubt, reterr);
    if (status == POL_OK)
        status = keep(file, &document, reterr);
    return status == POL_OK && !split ? key_by_line(file, reterr) : status;
}

/* --- parts -------------------------------------------------------------------------- */

/* The number of the motion that an amendment without one of its own belongs to. */
static pol_span amended(const pol_document *document)
{
    for (size_t i = 0; i < document->relation_count; i++)
        if (document->relations[i].kind == POL_RELATION_AMENDS)
            return document->relations[i].number;
    return (pol_span){0};
}

/* "Motion 12", "Amendment to motion 12", where it has no title; "Composite A", not "Composite
 * motion Composite A". */
static pol_status name_part(file_context *file, pol_document *document, pol_error *reterr)
{
    pol_span number = document->number.text;
    const char *noun = pol_kind_label(document->kind);
    if (!number.size && document->kind == POL_KIND_AMENDMENT) {
        number = amended(document);
        noun = "amendment to motion";
    }
    if (document->title.text.size || !number.size)
        return POL_OK;
    pol_span rest = pol_span_of(noun);
    bool has_noun = pol_span_starts_fold(number, pol_word_next(&rest));
    size_t size = strlen(noun) + number.size + 2;
    char *name = pol_arena_alloc(file->arena, size);
    if (!name)
        return refused(file->arena, size, reterr);
    snprintf(name, size, "%s%s%.*s", has_noun ? "" : noun, has_noun ? "" : " ",
             POL_SPAN_ARGS(number));
    if (!has_noun && name[0] >= 'a' && name[0] <= 'z')
        name[0] = (char)(name[0] - 'a' + 'A');
    document->display_title = pol_span_of(name);
    return POL_OK;
}

static pol_status extract_part(file_context *file, const pol_part *part, pol_error *reterr)
{
    pol_document document;
    pol_error why;
    pol_text text = part->text;
    pol_status status = pol_file_head_add_pairs(&file->head, &text, reterr);
    if (status != POL_OK)
        return status;
    status = pol_recognise(&text, (pol_span){0}, file->arena, &document, &why);
    if (status != POL_OK)
        return pol_extract_omit(file->extracted, file->arena, file->member, part->line,
                                pol_span_of(why.text), reterr);
    document.section = pol_discreet_heading(part->section);
    document.line = part->line;
    document.page = part->page;
    document.relations = part->relations;
    document.relation_count = part->relation_count;
    status = name_part(file, &document, reterr);
    return status == POL_OK ? keep(file, &document, reterr) : status;
}

static bool have_same_number(const pol_document *a, const pol_document *b)
{
    char left[128], right[128];
    return a->kind == b->kind && pol_fold_label(a->number.text, left, sizeof left) > 0 &&
           pol_fold_label(b->number.text, right, sizeof right) > 0 && strcmp(left, right) == 0;
}

/* Kind and number tell a part from its neighbours also when others are put before it; a
 * number that stands twice does not. */
static pol_status set_keys(file_context *file, size_t first, pol_error *reterr)
{
    enum { KEY_SIZE = 192, COMPARED_MAX = 2000 };
    pol_extracted_document *documents = file->extracted->documents + first;
    size_t count = file->extracted->document_count - first;
    for (size_t i = 0; i < count; i++) {
        const pol_document *document = &documents[i].document;
        char *key = pol_arena_alloc(file->arena, KEY_SIZE);
        if (!key)
            return refused(file->arena, KEY_SIZE, reterr);
        size_t size = (size_t)snprintf(key, KEY_SIZE, "%s ", pol_kind_code(document->kind));
        bool is_unique = document->number.text.size < 100 && count <= COMPARED_MAX &&
                         pol_fold_label(document->number.text, key + size, KEY_SIZE - size) > 0;
        for (size_t j = 0; j < count && is_unique; j++)
            is_unique = j == i || !have_same_number(document, &documents[j].document);
        if (!is_unique)
            snprintf(key, KEY_SIZE, "%zu", i);
        documents[i].key = pol_span_of(key);
    }
    return POL_OK;
}

static pol_status extract_parts(file_context *file, const pol_split *split, pol_error *reterr)
{
    size_t first = file->extracted->document_count;
    pol_status status = pol_file_head_read(&file->head, &split->head, reterr);
    for (size_t i = 0; i < split->part_count && status == POL_OK; i++)
        status = extract_part(file, &split->parts[i], reterr);
    return status == POL_OK ? set_keys(file, first, reterr) : status;
}

/* --- reports ------------------------------------------------------------------------ */

/* A report is searchable as a text of its own; its lines say what became of motions. */
static pol_status extract_report(file_context *file, pol_error *reterr)
{
    pol_document document;
    pol_error why;
    pol_text text;
    pol_status status = pol_rows_joined(file->text, file->arena, &text, reterr);
    text.pairs = NULL;
    text.pair_count = text.pair_capacity = 0;
    if (status == POL_OK)
        status = pol_discreet_lines(&text, file->arena, reterr);
    if (status == POL_OK)
        status = pol_file_head_read(&file->head, file->text, reterr);
    for (size_t i = 0; i < file->text->pair_count && status == POL_OK; i++)
        status = pol_text_add_pair(&text, file->arena, file->text->pairs[i], reterr);
    if (status == POL_OK)
        status = pol_text_add_stated(&text, file->arena, "kind", POL_SPAN("other"), 0,
                                     POL_ORIGIN_HEADING, reterr);
    if (status != POL_OK)
        return status;
    status = pol_recognise(&text, file->name, file->arena, &document, &why);
    if (status != POL_OK)
        return omit(file, why.text, reterr);
    document.conference = file->head.document.conference;
    document.conference_name = file->head.document.conference_name;
    document.year = file->head.document.year;
    document.year_line = file->head.document.year_line;
    return keep(file, &document, reterr);
}

static bool is_about(const pol_outcome *outcome, const pol_document *document)
{
    char left[128], right[128];
    return outcome->kind == document->kind &&
           pol_fold_label(outcome->number, left, sizeof left) > 0 &&
           pol_fold_label(document->number.text, right, sizeof right) > 0 &&
           strcmp(left, right) == 0;
}

/* Does a heading between the texts of motions decide it, and no word of its own line? Between
 * them stand their own headings, and the words are those of the motion above. */
static bool is_between_texts(const file_context *file, const pol_outcome *outcome)
{
    const pol_extracted *extracted = file->extracted;
    if (extracted->document_count < 2 || outcome->number.size > 0 ||
        pol_span_find(outcome->line_text, outcome->words, 0) != (size_t)-1)
        return false;
    return outcome->line >= extracted->documents[0].document.line;
}

/* Beside the texts of motions, words that are not known are no decision; and what a motion's
 * own text says has been read with it. */
static bool is_news(const file_context *file, const pol_outcome *outcome)
{
    enum { COMPARED_MAX = 2000 };
    const pol_extracted *extracted = file->extracted;
    if (is_between_texts(file, outcome) || outcome->decision == POL_DECISION_NONE ||
        extracted->document_count > COMPARED_MAX)
        return false;
    for (size_t i = 0; i < extracted->document_count; i++) {
        const pol_document *document = &extracted->documents[i].document;
        if (is_about(outcome, document))
            return document->decision == POL_DECISION_UNKNOWN;
    }
    return true;
}

static pol_status keep_outcomes(file_context *file, const pol_outcomes *outcomes, bool is_report,
                                pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < outcomes->count && status == POL_OK; i++)
        if (is_report || is_news(file, &outcomes->items[i]))
            status = keep_outcome(file, &outcomes->items[i], reterr);
    return status;
}

/* An article tells what became of motions, but is no record. */
static bool is_press(const file_context *file)
{
    const pol_extracted *extracted = file->extracted;
    return extracted->document_count > 0 &&
           extracted->documents[extracted->document_count - 1].document.kind == POL_KIND_ARTICLE;
}

/* A text with more parts than a file may have is one document, and says so. */
static pol_status find_parts(file_context *file, pol_split *split, pol_error *reterr)
{
    pol_error why;
    pol_status status = pol_split_text(file->text, file->name, file->arena, split, &why);
    if (status != POL_LIMIT) {
        if (status != POL_OK)
            *reterr = why;
        return status;
    }
    *split = (pol_split){.is_doubtful = true, .doubt = {.field = "split"}};
    split->doubt.text = pol_arena_copy(file->arena, pol_span_of(why.text));
    return split->doubt.text.data ? POL_OK : refused(file->arena, sizeof why.text, reterr);
}

/* One with more outcomes than a report may have is no report. */
static pol_status find_outcomes(file_context *file, pol_outcomes *outcomes, pol_error *reterr)
{
    pol_status status = pol_outcomes_find(file->text, file->arena, outcomes, reterr);
    if (status == POL_LIMIT)
        *outcomes = (pol_outcomes){0};
    return status == POL_LIMIT ? POL_OK : status;
}

pol_status pol_extract_text(const pol_text *text, pol_span name, pol_span member, bool is_single,
                            pol_arena *arena, pol_extracted *extracted, pol_error *reterr)
{
    file_context file = {.text = text,
                         .name = name,
                         .member = member,
                         .arena = arena,
                         .extracted = extracted,
                         .head = {.text = text, .name = name, .arena = arena}};
    pol_outcomes outcomes;
    pol_split split;
    if (is_single)
        return extract_single(&file, NULL, reterr);
    pol_status status = find_parts(&file, &split, reterr);
    if (status == POL_OK)
        status = find_outcomes(&file, &outcomes, reterr);
    if (status != POL_OK)
        return status;
    bool is_report = outcomes.is_report && split.part_count == 0;
    if (is_report)
        status = extract_report(&file, reterr);
    else
        status = split.part_count > 0 ? extract_parts(&file, &split, reterr)
                                      : extract_single(&file, &split, reterr);
    if (status == POL_OK && (is_report || !is_press(&file)))
        status = keep_outcomes(&file, &outcomes, is_report, reterr);
    return status;
}
