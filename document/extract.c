/* extract.c - a text to its documents and outcomes: one document, a report, or parts. */
#include "document/extract.h"

#include <stdio.h>

#include "core/analysis.h"
#include "document/recognise.h"
#include "document/recognise_conference.h"
#include "document/relation.h"
#include "document/split.h"
#include "document/words.h"

/* What a file says of all that is in it. */
typedef struct file_context {
    const pol_text *text;
    pol_span name, member;
    pol_arena *arena;
    pol_extracted *extracted;
    pol_document head; /* its conference, year, date */
    bool is_agenda;    /* the texts are as submitted */
} file_context;

static pol_status refused(pol_arena *arena, size_t size, pol_error *reterr)
{
    return pol_arena_refused(arena, size, reterr);
}

/* --- results ------------------------------------------------------------------------ */

pol_status pol_extract_omit(pol_extracted *extracted, pol_arena *arena, pol_span member,
                            uint32_t line, pol_span reason, pol_error *reterr)
{
    pol_omission *grown = pol_arena_grow(arena, extracted->omissions, extracted->omission_count,
                                         &extracted->omission_capacity, sizeof *grown);
    pol_span copy = pol_arena_copy(arena, reason);
    if (!grown || !copy.data)
        return refused(arena, sizeof *grown + reason.size, reterr);
    extracted->omissions = grown;
    grown[extracted->omission_count++] = (pol_omission){member, line, copy};
    return POL_OK;
}

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
    if (!outcome->conference_name.size)
        kept->outcome.conference_name = file->head.conference_name;
    if (!outcome->year)
        kept->outcome.year = file->head.year;
    return POL_OK;
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

/* --- what the file says of all its parts -------------------------------------------- */

static pol_status add_pair(pol_text *text, pol_arena *arena, const char *key, pol_span value,
                           uint32_t line, pol_origin origin, pol_error *reterr)
{
    if (!value.size)
        return POL_OK;
    pol_pair pair = {pol_span_of(key), value, line, (uint8_t)origin};
    return pol_text_add_pair(text, arena, pair, reterr);
}

/* A pair that holds for every part of a file: not one part's own title or number. */
static bool is_of_all(const pol_pair *pair)
{
    static const char *const keys[] = {
        "organisation", "organization", "union",           "party",          "org",
        "conference",   "congress",     "meeting",         "year",           "date",
        "source",       "url",          "canonical",       "language",       "lang",
        "meeting_date", "text_state",   "conference_year", "conference_date"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (pol_span_equal_fold(pair->key, pol_span_of(keys[i])))
            return true;
    return false;
}

static pol_status copy_pairs_of_all(const pol_text *from, pol_text *to, pol_arena *arena,
                                    pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < from->pair_count && status == POL_OK; i++)
        if (is_of_all(&from->pairs[i]))
            status = pol_text_add_pair(to, arena, from->pairs[i], reterr);
    return status;
}

/* "Final agenda of the 2031 National Delegate Conference": the name of a conference somewhere
 * in a line. From the first word from which the rest is such a name. */
static bool find_conference(pol_span line, pol_conference *ret_conference)
{
    enum { LINE_MAX_BYTES = 200 };
    if (line.size > LINE_MAX_BYTES)
        return false;
    for (pol_span rest = line; rest.size > 0;) {
        pol_span word = pol_word_next(&rest);
        if (!word.data)
            return false;
        if (pol_word_is_any(word, "agenda of the for to motions decisions report results final "
                                  "composite composites booklet minutes preliminary"))
            continue;
        pol_span candidate = pol_span_from(line, (size_t)(word.data - line.data));
        if (pol_conference_parse(pol_span_core(candidate), false, ret_conference))
            return true;
    }
    return false;
}

static pol_status take_conference(file_context *file, const pol_conference *conference,
                                  uint32_t line, pol_error *reterr)
{
    file->head.conference = (pol_value){conference->printed, line, POL_ORIGIN_HEADING};
    file->head.conference_name = pol_conference_name(conference, file->arena);
    if (!file->head.conference_name.data)
        return refused(file->arena, conference->printed.size, reterr);
    if (!file->head.year) {
        file->head.year = conference->year;
        file->head.year_line = line;
    }
    return POL_OK;
}

/* Where the head does not say it as a page of its own does, a line that holds the name. */
static pol_status search_conference(file_context *file, const pol_text *head, pol_error *reterr)
{
    pol_conference conference;
    if (file->head.conference.text.size)
        return POL_OK;
    for (size_t i = 0; i < head->pair_count; i++)
        if (pol_span_equal(head->pairs[i].key, POL_SPAN("title")) ||
            pol_span_equal(head->pairs[i].key, POL_SPAN("html_title")))
            if (find_conference(head->pairs[i].value, &conference))
                return take_conference(file, &conference, head->pairs[i].line, reterr);
    for (size_t i = 0; i < head->line_count; i++)
        if (find_conference(head->lines[i].text, &conference))
            return take_conference(file, &conference, head->lines[i].number, reterr);
    return POL_OK;
}

static bool says_agenda(const pol_text *head, pol_span name)
{
    static const char words[] = "agenda preliminary submitted order motions";
    pol_span word;
    for (pol_span rest = name; (word = pol_word_next(&rest)).data;)
        if (pol_word_is_any(word, words))
            return true;
    for (size_t i = 0; i < head->line_count; i++)
        for (pol_span rest = pol_span_first(head->lines[i].text, 200);
             (word = pol_word_next(&rest)).data;)
            if (pol_word_is_any(word, words))
                return true;
    return false;
}

/* Conference, year and date by what stands before the first part, read as a motion's page
 * would be. */
static pol_status read_head(file_context *file, const pol_text *head, pol_error *reterr)
{
    pol_text page = *head;
    page.pairs = NULL;
    page.pair_count = page.pair_capacity = 0;
    pol_status status = copy_pairs_of_all(file->text, &page, file->arena, reterr);
    if (status == POL_OK)
        status =
            add_pair(&page, file->arena, "kind", POL_SPAN("motion"), 0, POL_ORIGIN_HEADING, reterr);
    if (status == POL_OK)
        status = pol_recognise(&page, file->name, file->arena, &file->head, reterr);
    if (status != POL_OK)
        return status;
    page.pairs = file->text->pairs;
    page.pair_count = file->text->pair_count;
    file->is_agenda = says_agenda(head, file->name);
    return search_conference(file, &page, reterr);
}

static pol_status add_context(const file_context *file, pol_text *part, pol_error *reterr)
{
    const pol_document *head = &file->head;
    pol_arena *arena = file->arena;
    char *year = pol_arena_alloc(arena, 16);
    char *date = pol_arena_alloc(arena, POL_DATE_ISO_SIZE);
    if (!year || !date)
        return refused(arena, 16, reterr);
    if (head->year)
        snprintf(year, 16, "%d", head->year);
    pol_date_iso(head->date, date);
    pol_status status = copy_pairs_of_all(file->text, part, arena, reterr);
    const struct {
        const char *key;
        pol_span value;
        uint32_t line;
    } rows[] = {
        {"conference", head->conference.text, head->conference.line},
        {"year", pol_span_of(year), head->year_line},
        {"date", pol_span_of(date), head->date_line},
        {"organisation", head->organisation.text, head->organisation.line},
        {"text_state", file->is_agenda ? POL_SPAN("submitted") : (pol_span){0}, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows && status == POL_OK; i++)
        status = add_pair(part, arena, rows[i].key, rows[i].value, rows[i].line, POL_ORIGIN_HEADING,
                          reterr);
    return status;
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
    if (split && split->is_doubtful)
        status = add_doubt(&document, file->arena, split->doubt, reterr);
    if (status == POL_OK)
        status = keep(file, &document, reterr);
    return status == POL_OK && !split ? key_by_line(file, reterr) : status;
}

/* --- parts -------------------------------------------------------------------------- */

/* "Motion 12", where it has no title. */
static pol_status name_part(file_context *file, pol_document *document, pol_error *reterr)
{
    pol_span number = document->number.text;
    if (document->title.text.size || !number.size)
        return POL_OK;
    const char *noun = pol_kind_label(document->kind);
    bool has_noun = pol_span_starts_fold(number, pol_span_of(noun));
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
    pol_status status = add_context(file, &text, reterr);
    if (status != POL_OK)
        return status;
    status = pol_recognise(&text, (pol_span){0}, file->arena, &document, &why);
    if (status != POL_OK)
        return pol_extract_omit(file->extracted, file->arena, file->member, part->line,
                                pol_span_of(why.text), reterr);
    document.section = part->section;
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
        bool is_unique = document->number.text.size > 0 && document->number.text.size < 100 &&
                         count <= COMPARED_MAX;
        for (size_t j = 0; j < count && is_unique; j++)
            is_unique = j == i || !have_same_number(document, &documents[j].document);
        char *key = pol_arena_alloc(file->arena, KEY_SIZE);
        if (!key)
            return refused(file->arena, KEY_SIZE, reterr);
        size_t size = (size_t)snprintf(key, KEY_SIZE, "%s ", pol_kind_code(document->kind));
        if (is_unique)
            pol_fold_label(document->number.text, key + size, KEY_SIZE - size);
        else
            snprintf(key, KEY_SIZE, "%zu", i);
        documents[i].key = pol_span_of(key);
    }
    return POL_OK;
}

static pol_status extract_parts(file_context *file, const pol_split *split, pol_error *reterr)
{
    size_t first = file->extracted->document_count;
    pol_status status = read_head(file, &split->head, reterr);
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
    pol_text text = *file->text;
    text.pairs = NULL;
    text.pair_count = text.pair_capacity = 0;
    pol_status status = read_head(file, file->text, reterr);
    for (size_t i = 0; i < file->text->pair_count && status == POL_OK; i++)
        status = pol_text_add_pair(&text, file->arena, file->text->pairs[i], reterr);
    if (status == POL_OK)
        status =
            add_pair(&text, file->arena, "kind", POL_SPAN("other"), 0, POL_ORIGIN_HEADING, reterr);
    if (status != POL_OK)
        return status;
    status = pol_recognise(&text, file->name, file->arena, &document, &why);
    if (status != POL_OK)
        return omit(file, why.text, reterr);
    document.conference = file->head.conference;
    document.conference_name = file->head.conference_name;
    document.year = file->head.year;
    document.year_line = file->head.year_line;
    return keep(file, &document, reterr);
}

static pol_status keep_outcomes(file_context *file, const pol_outcomes *outcomes, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < outcomes->count && status == POL_OK; i++)
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

pol_status pol_extract_text(const pol_text *text, pol_span name, pol_span member, bool is_single,
                            pol_arena *arena, pol_extracted *extracted, pol_error *reterr)
{
    file_context file = {
        .text = text, .name = name, .member = member, .arena = arena, .extracted = extracted};
    pol_outcomes outcomes;
    pol_split split;
    if (is_single)
        return extract_single(&file, NULL, reterr);
    pol_status status = pol_outcomes_find(text, arena, &outcomes, reterr);
    if (status != POL_OK)
        return status;
    if (outcomes.is_report) {
        status = extract_report(&file, reterr);
        return status == POL_OK ? keep_outcomes(&file, &outcomes, reterr) : status;
    }
    status = pol_split_text(text, name, arena, &split, reterr);
    if (status == POL_OK && split.part_count > 0)
        status = extract_parts(&file, &split, reterr);
    else if (status == POL_OK)
        status = extract_single(&file, &split, reterr);
    if (status == POL_OK && outcomes.count > 0 && !is_press(&file))
        status = keep_outcomes(&file, &outcomes, reterr);
    return status;
}
