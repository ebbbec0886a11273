/* review.c - doubts and gaps to rows, rows to groups. */
#include "indexer/review.h"

#include <stdio.h>

#include "core/utf8.h"
#include "indexer/joining.h"

static const struct {
    const char *code, *label;
} problems[POL_PROBLEM_COUNT] = {
    [POL_PROBLEM_NO_TITLE] = {"no_title", "No title"},
    [POL_PROBLEM_NO_DECISION] = {"no_decision", "No decision is stated"},
    [POL_PROBLEM_SPLIT] = {"doubtful_split", "Perhaps several documents, kept as one"},
    [POL_PROBLEM_DECISION_WORDS] = {"decision_words", "A decision in words that are not known"},
    [POL_PROBLEM_CONFLICT] = {"decision_conflict", "Sources contradict each other"},
    [POL_PROBLEM_SAME_NUMBER] = {"same_number", "Two documents with one number"},
    [POL_PROBLEM_UNMATCHED] = {"unmatched_line", "A report's line that belongs to no document"},
    [POL_PROBLEM_OTHER] = {"doubtful", "Something doubtful"},
};

const char *pol_problem_code(pol_problem problem)
{
    return problems[problem].code;
}

const char *pol_problem_label(pol_problem problem)
{
    return problems[problem].label;
}

static pol_status out_of_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
}

static bool copy(pol_arena *arena, pol_span *span)
{
    if (span->data)
        *span = pol_arena_copy(arena, *span);
    return span->data || span->size == 0;
}

static pol_status add_row(pol_review *review, pol_review_row row, pol_error *reterr)
{
    pol_review_row *grown = pol_arena_grow(review->arena, review->rows, review->count,
                                           &review->capacity, sizeof *grown);
    if (!grown || !copy(review->arena, &row.file) || !copy(review->arena, &row.id) ||
        !copy(review->arena, &row.name) || !copy(review->arena, &row.found))
        return out_of_memory(reterr);
    review->rows = grown;
    grown[review->count++] = row;
    return POL_OK;
}

/* --- documents ---------------------------------------------------------------------- */

/* Which problem a doubt is, by the field that it is about. */
static pol_problem problem_of(const pol_doubt *doubt)
{
    if (strcmp(doubt->field, "split") == 0)
        return POL_PROBLEM_SPLIT;
    return strcmp(doubt->field, "decision") == 0 ? POL_PROBLEM_DECISION_WORDS : POL_PROBLEM_OTHER;
}

static pol_status add_doubts(pol_review *review, pol_review_row row, const pol_document *document,
                             pol_error *reterr)
{
    pol_status status = POL_OK;
    const uint32_t line = row.line;
    for (size_t i = 0; i < document->doubt_count && status == POL_OK; i++) {
        const pol_doubt *doubt = &document->doubts[i];
        row.problem = problem_of(doubt);
        row.field = doubt->field;
        row.found = doubt->text;
        row.line = doubt->line ? doubt->line : line;
        status = add_row(review, row, reterr);
    }
    return status;
}

/* "carried (results.txt:14), lost (this document:88)" */
static pol_span list_sources(pol_arena *arena, const pol_document *document)
{
    pol_buffer text;
    pol_buffer_init(&text, 64 << 10);
    for (size_t i = 0; i < document->decision_source_count; i++) {
        const pol_decision_source *source = &document->decision_sources[i];
        pol_buffer_printf(&text, "%s%s (", i ? ", " : "",
                          pol_decision_label((pol_decision)source->decision));
        pol_buffer_add(&text, source->file.size ? source->file
                              : document->decision_raw.origin == POL_ORIGIN_CORRECTION
                                  ? POL_SPAN("a person's correction")
                                  : POL_SPAN("its own text"));
        pol_buffer_printf(&text, ":%u)", source->line);
    }
    pol_span list = pol_arena_copy(arena, pol_buffer_span(&text));
    pol_buffer_done(&text);
    return list;
}

static pol_status add_decision(pol_review *review, pol_review_row row, const pol_document *document,
                               pol_error *reterr)
{
    row.field = "decision";
    row.problem = POL_PROBLEM_NO_DECISION;
    row.found = document->decision_raw.text;
    if (document->has_decision_conflict) {
        row.problem = POL_PROBLEM_CONFLICT;
        row.found = list_sources(review->arena, document);
        if (!row.found.data)
            return out_of_memory(reterr);
    } else if (document->decision != POL_DECISION_UNKNOWN) {
        return POL_OK;
    }
    return add_row(review, row, reterr);
}

/* "12 Mugs for all" */
static pol_span name_of(pol_arena *arena, const pol_document *document)
{
    pol_span number = document->number.text, title = document->display_title;
    char *name = pol_arena_alloc(arena, number.size + title.size + 2);
    if (!name)
        return (pol_span){0};
    int size = snprintf(
        name, number.size + title.size + 2, "%.*s%s%.*s", POL_SPAN_ARGS(number),
        number.size && document->title.text.size ? " " : "",
        POL_SPAN_ARGS(number.size && !document->title.text.size ? pol_span_make("", 0) : title));
    return pol_span_make(name, (size_t)size);
}

pol_status pol_review_document(pol_review *review, pol_span file, const pol_document *document,
                               pol_span twin, pol_error *reterr)
{
    pol_status status = POL_OK;
    pol_review_row row = {.line = document->line, .page = document->page, .id = document->id.text};
    row.name = name_of(review->arena, document);
    row.file = pol_member_path(review->arena, file, document->member);
    if (!row.name.data || !row.file.data)
        return out_of_memory(reterr);
    bool may_lack_title = document->kind == POL_KIND_OTHER || document->kind == POL_KIND_AMENDMENT;
    if (!document->title.text.size && !may_lack_title) {
        row.problem = POL_PROBLEM_NO_TITLE;
        row.field = "title";
        row.found = document->display_title;
        status = add_row(review, row, reterr);
    }
    if (status == POL_OK && pol_kind_is_decided(document->kind))
        status = add_decision(review, row, document, reterr);
    if (status == POL_OK && twin.size) {
        row.problem = POL_PROBLEM_SAME_NUMBER;
        row.field = "number";
        row.found = twin;
        status = add_row(review, row, reterr);
    }
    return status == POL_OK ? add_doubts(review, row, document, reterr) : status;
}

/* --- lines of reports --------------------------------------------------------------- */

pol_status pol_review_outcome(pol_review *review, const pol_join_outcome *outcome,
                              pol_unmatched_reason reason, pol_error *reterr)
{
    const pol_review_row row = {
        .problem = reason == POL_UNMATCHED_UNKNOWN_WORDS ? POL_PROBLEM_DECISION_WORDS
                                                         : POL_PROBLEM_UNMATCHED,
        .file = outcome->file,
        .line = outcome->outcome.line,
        .page = outcome->outcome.page,
        .name = outcome->outcome.line_text,
        .field = reason == POL_UNMATCHED_UNKNOWN_WORDS ? "decision" : "document",
        .found = pol_span_of(pol_unmatched_text(reason)),
    };
    return add_row(review, row, reterr);
}

/* --- for people --------------------------------------------------------------------- */

static void write_row(pol_buffer *buffer, const pol_review_row *row)
{
    pol_buffer_add_text(buffer, "  ");
    pol_utf8_append_printable(buffer, row->file);
    if (row->page)
        pol_buffer_printf(buffer, ", page %u", row->page);
    else if (row->line)
        pol_buffer_printf(buffer, ":%u", row->line);
    pol_buffer_add_text(buffer, ": ");
    pol_utf8_append_printable(buffer, pol_span_first(row->name, 160));
    if (row->found.size && !pol_span_equal(row->found, row->name)) {
        pol_buffer_add_text(buffer, ": ");
        pol_utf8_append_printable(buffer, pol_span_first(row->found, 240));
    }
    if (row->id.size) {
        pol_buffer_add_text(buffer, "  [");
        pol_utf8_append_printable(buffer, row->id);
        pol_buffer_add_byte(buffer, ']');
    }
    pol_buffer_add_byte(buffer, '\n');
}

/* The rows of one problem: of each file the first ones, and how many more there are. */
static void write_group(pol_buffer *buffer, const pol_review *review, int problem)
{
    pol_span file = {0};
    size_t shown = 0, left_out = 0;
    for (size_t i = 0; i <= review->count; i++) {
        const pol_review_row *row = i < review->count ? &review->rows[i] : NULL;
        if (row && (int)row->problem != problem)
            continue;
        bool is_next = !row || shown == 0 || !pol_span_equal(row->file, file);
        if (is_next && left_out > 0) {
            pol_buffer_add_text(buffer, "  ");
            pol_utf8_append_printable(buffer, file);
            pol_buffer_printf(buffer, ": and %zu more (--format csv lists all)\n", left_out);
        }
        if (!row)
            break;
        if (is_next)
            shown = left_out = 0;
        file = row->file;
        if (shown < POL_REVIEW_SHOWN_MAX)
            write_row(buffer, row);
        else
            left_out++;
        shown++;
    }
}

void pol_review_write_table(pol_buffer *buffer, const pol_review *review)
{
    if (review->count == 0)
        return;
    pol_buffer_add_text(buffer, "\nWhat needs a person\n");
    for (int problem = 0; problem < POL_PROBLEM_COUNT; problem++) {
        size_t count = 0;
        for (size_t i = 0; i < review->count; i++)
            count += (int)review->rows[i].problem == problem;
        if (count == 0)
            continue;
        pol_buffer_printf(buffer, "\n%s (%zu)\n", problems[problem].label, count);
        write_group(buffer, review, problem);
    }
    pol_buffer_add_text(buffer, "\nTo correct: polindex --check --review --format csv PATH > "
                                "review.csv, fill in its column\n‘correction’, then polindex "
                                "--corrections review.csv\n");
}
