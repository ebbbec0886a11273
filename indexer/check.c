/* check.c - reading files as an index run would, and saying what was recognised. */
#include "indexer/check.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "indexer/json_lines.h"
#include "indexer/merging.h"
#include "indexer/pool.h"
#include "indexer/span_map.h"

#define LISTS_LIMIT ((size_t)4 << 30)
/* Documents that others are compared with are kept up to here; later ones are compared with
 * these only. */
#define COPIES_LIMIT ((size_t)512 << 20)
enum { OUTPUT_MAX = 512 << 20, COMPARED_MAX = 64 };

/* A document met before, by one of its merge terms. */
typedef struct met {
    const pol_stored *stored; /* a copy that lasts */
    pol_span file;
    size_t next; /* one more than the place of another with this term; 0 at the end */
} met;

typedef struct checking {
    const pol_check_options *options;
    pol_check_summary *summary;
    pol_pool *pool;
    pol_arena arena;
    pol_buffer output;
    met *met;
    size_t met_count, met_capacity;
    pol_span_map by_term; /* one more than the place of the latest in `met` */
    bool is_stopped;
    pol_span given;  /* the path at hand as the user wrote it */
    size_t given_at; /* bytes of the absolute path that it stands for */
} checking;

static pol_status out_of_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
}

static void left_out(checking *check, pol_span path, uint32_t line, const char *reason)
{
    check->summary->left_out++;
    check->options->on_left_out(check->options->context, path, line, reason);
}

/* --- duplicates --------------------------------------------------------------------- */

/* What comparing needs of a document, in memory that lasts. */
static const pol_stored *keep_copy(checking *check, const pol_stored *stored)
{
    pol_stored *copy = pol_arena_alloc(&check->arena, sizeof *copy);
    if (!copy)
        return NULL;
    *copy = *stored;
    pol_document *document = &copy->document;
    document->title.text = pol_arena_copy(&check->arena, document->title.text);
    document->number.text = pol_arena_copy(&check->arena, document->number.text);
    document->conference_name = pol_arena_copy(&check->arena, document->conference_name);
    document->text = pol_arena_copy(&check->arena, document->text);
    return copy;
}

static pol_span find_duplicate(const checking *check, const pol_stored *stored,
                               const pol_span *terms, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const size_t *latest = pol_span_map_get(&check->by_term, terms[i]);
        size_t place = latest ? *latest : 0;
        for (int compared = 0; place && compared < COMPARED_MAX; compared++) {
            const met *other = &check->met[place - 1];
            if (pol_is_same_document(other->stored, stored))
                return other->file;
            place = other->next;
        }
    }
    return (pol_span){0};
}

static bool note_met(checking *check, pol_span term, const pol_stored *copy, pol_span file)
{
    met *grown = pol_arena_grow(&check->arena, check->met, check->met_count, &check->met_capacity,
                                sizeof *grown);
    if (!grown)
        return false;
    check->met = grown;
    const size_t *latest = pol_span_map_get(&check->by_term, term);
    grown[check->met_count++] = (met){.stored = copy, .file = file, .next = latest ? *latest : 0};
    return pol_span_map_set(&check->by_term, term, check->met_count, &check->arena);
}

/* The file of an earlier rendering, or the absent span; notes this one. */
static pol_status note_duplicate(checking *check, pol_span file, const pol_stored *stored,
                                 pol_span *ret_file, pol_error *reterr)
{
    char buffers[2][POL_TERM_MAX + 1];
    pol_span terms[2];
    size_t count = pol_merge_terms(stored, buffers, terms);
    *ret_file = find_duplicate(check, stored, terms, count);
    if (!count || ret_file->data || check->arena.used_bytes > COPIES_LIMIT)
        return POL_OK;
    const pol_stored *copy = keep_copy(check, stored);
    pol_span name = pol_arena_copy(&check->arena, file);
    if (!copy || !name.data)
        return out_of_memory(reterr);
    for (size_t i = 0; i < count; i++)
        if (!note_met(check, terms[i], copy, name))
            return out_of_memory(reterr);
    return POL_OK;
}

/* --- output ------------------------------------------------------------------------- */

static pol_status write_document(checking *check, const pol_item *item, const pol_stored *stored,
                                 pol_error *reterr)
{
    pol_span duplicate_of;
    pol_status status = note_duplicate(check, item->shown, stored, &duplicate_of, reterr);
    if (status != POL_OK)
        return status;
    const pol_document *document = &stored->document;
    check->summary->documents++;
    check->summary->doubtful += document->doubt_count > 0;
    check->summary->by_kind[document->kind]++;
    check->summary->by_decision[document->decision]++;
    pol_buffer_clear(&check->output);
    pol_check_write(&check->output, check->options->format, check->options->shows_people,
                    item->shown, stored, duplicate_of);
    if (check->output.status != POL_OK)
        return pol_fail(reterr, check->output.status, 0, "no memory for what '%s' holds",
                        item->shown.data);
    check->is_stopped =
        !check->options->on_output(check->options->context, pol_buffer_span(&check->output));
    return POL_OK;
}

static pol_status write_next(checking *check, pol_error *reterr)
{
    pol_item *item = pol_pool_take(check->pool);
    pol_status status = item->status;
    if (status != POL_OK)
        *reterr = item->error;
    for (size_t i = 0; i < item->skip_count; i++)
        left_out(check, item->shown, item->skips[i].line, item->skips[i].reason);
    for (size_t i = 0; i < item->document_count && status == POL_OK && !check->is_stopped; i++)
        status = write_document(check, item, &item->documents[i].stored, reterr);
    pol_item_free(item);
    return status;
}

static pol_status drain(checking *check, pol_error *reterr)
{
    pol_status status = POL_OK;
    while (status == POL_OK && !pol_pool_is_empty(check->pool))
        status = write_next(check, reterr);
    return status;
}

/* --- input -------------------------------------------------------------------------- */

static pol_status give(checking *check, pol_item *item, pol_error *reterr)
{
    if (pol_pool_is_full(check->pool)) {
        pol_status status = write_next(check, reterr);
        if (status != POL_OK) {
            pol_item_free(item);
            return status;
        }
    }
    pol_pool_give(check->pool, item);
    return POL_OK;
}

/* An absolute path as the user would write it: what was given, and the rest below it. */
static pol_span as_given(checking *check, pol_span path)
{
    pol_span rest = pol_span_from(path, check->given_at);
    char *shown = pol_arena_alloc(&check->arena, check->given.size + rest.size + 1);
    if (!shown || check->given_at == 0)
        return path;
    memcpy(shown, check->given.data, check->given.size);
    memcpy(shown + check->given.size, rest.data, rest.size);
    return pol_span_make(shown, check->given.size + rest.size);
}

static pol_item *new_item(checking *check, const pol_survey_file *file)
{
    pol_item *item = pol_item_new();
    if (!item)
        return NULL;
    item->file = file->file;
    item->shown = as_given(check, file->file.path);
    item->sidecar = file->sidecar;
    item->format = file->format;
    return item;
}

static pol_status give_lines(checking *check, const pol_survey_file *file, pol_line_stream *stream,
                             pol_error *reterr)
{
    for (;;) {
        bool has_more = false;
        pol_item *item = new_item(check, file);
        pol_status status =
            item ? pol_line_stream_next(stream, item, &has_more, reterr) : out_of_memory(reterr);
        if (status != POL_OK || !has_more || check->is_stopped) {
            pol_item_free(item);
            return status;
        }
        status = give(check, item, reterr);
        if (status != POL_OK)
            return status;
    }
}

static pol_status check_json_lines(checking *check, const pol_survey_file *file, int descriptor,
                                   pol_error *reterr)
{
    pol_line_stream *stream = NULL;
    if (descriptor < 0) {
        left_out(check, as_given(check, file->file.path), 0, strerror(errno));
        return POL_OK;
    }
    pol_status status = pol_line_stream_new(descriptor, &stream, reterr);
    if (status == POL_OK)
        status = give_lines(check, file, stream, reterr);
    else
        close(descriptor);
    pol_line_stream_free(stream);
    return status;
}

static pol_status check_file(checking *check, const pol_survey_file *file, pol_error *reterr)
{
    if (file->format == POL_FORMAT_JSON_LINES)
        return check_json_lines(check, file, open(file->file.path.data, O_RDONLY | O_CLOEXEC),
                                reterr);
    pol_item *item = new_item(check, file);
    return item ? give(check, item, reterr) : out_of_memory(reterr);
}

static pol_status check_path(checking *check, const char *path, pol_error *reterr)
{
    static const pol_survey_file input = {.file = {.path = {"-", 1}, .relative = {"-", 1}},
                                          .format = POL_FORMAT_JSON_LINES};
    check->given_at = 0;
    if (strcmp(path, "-") == 0)
        return check_json_lines(check, &input, dup(check->options->input), reterr);
    pol_survey survey;
    pol_status status = drain(check, reterr);
    if (status == POL_OK)
        status = pol_survey_path(NULL, path, &check->arena, &survey, reterr);
    if (status != POL_OK)
        return status;
    check->given = pol_span_of(path);
    while (check->given.size > 1 && path[check->given.size - 1] == '/')
        check->given.size--;
    check->given_at = survey.given_size;
    for (size_t i = 0; status == POL_OK && i < survey.left_out_count; i++)
        left_out(check, as_given(check, survey.left_out[i].path), 0,
                 survey.left_out[i].reason.data);
    for (size_t i = 0; status == POL_OK && i < survey.file_count && !check->is_stopped; i++)
        status = check_file(check, &survey.files[i], reterr);
    return status;
}

pol_status pol_check_files(const pol_check_options *options, pol_check_summary *ret_summary,
                           pol_error *reterr)
{
    *ret_summary = (pol_check_summary){0};
    checking check = {.options = options, .summary = ret_summary};
    pol_arena_init(&check.arena, LISTS_LIMIT);
    pol_buffer_init(&check.output, OUTPUT_MAX);
    pol_status status = pol_pool_new(options->jobs, &check.pool, reterr);
    pol_check_write_heading(&check.output, options->format);
    if (status == POL_OK && check.output.size)
        check.is_stopped = !options->on_output(options->context, pol_buffer_span(&check.output));
    for (size_t i = 0; i < options->path_count && status == POL_OK && !check.is_stopped; i++)
        status = check_path(&check, options->paths[i], reterr);
    if (status == POL_OK)
        status = drain(&check, reterr);
    pol_pool_free(check.pool);
    pol_buffer_done(&check.output);
    pol_arena_done(&check.arena);
    return status;
}
