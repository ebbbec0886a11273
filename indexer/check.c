/* check.c - reading files as an index run would, and saying what was recognised.
 *
 * What became of a motion may be stated by the last of the files, so documents are set aside
 * until all are read, then joined, then written out in the order of the files. */
#include "indexer/check.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "document/codec.h"
#include "index/open.h"
#include "indexer/brief.h"
#include "indexer/corrections.h"
#include "indexer/json_lines.h"
#include "indexer/merging.h"
#include "indexer/pool.h"
#include "indexer/profile.h"
#include "indexer/review.h"
#include "indexer/span_map.h"
#include "indexer/spool.h"

#define LISTS_LIMIT ((size_t)4 << 30)
/* Documents that others are compared with are kept up to here; later ones are compared with
 * these only. */
#define COPIES_LIMIT  ((size_t)64 << 20)
#define SCRATCH_LIMIT ((size_t)1 << 30)
enum { OUTPUT_MAX = 512 << 20, COMPARED_MAX = 64 };

/* A document met before, by one of its merge terms. */
typedef struct met {
    const pol_stored *stored; /* a copy that lasts */
    pol_span file;
    size_t place; /* of its brief */
    size_t next;  /* one more than the place of another with this term; 0 at the end */
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
    pol_spool *spool;
    pol_document *briefs; /* of the documents set aside, in their order */
    size_t brief_count, brief_capacity;
    pol_profile profile;   /* of the path at hand */
    pol_profile *profiles; /* of each the rules of its folder */
    size_t profile_capacity;
    size_t *speakers; /* of each the brief that joining knows it by: itself, or another rendering */
    size_t speaker_capacity;
    size_t *places;    /* of the documents that were joined: their briefs */
    size_t *joined_as; /* of each its place among the documents that were joined */
    pol_join_outcome *outcomes;
    size_t outcome_count, outcome_capacity;
    pol_joined joined;
    pol_review review;
    pol_corrections corrections;
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
    const pol_document *document = &stored->document;
    pol_stored *copy = pol_arena_alloc(&check->arena, sizeof *copy);
    if (!copy || !pol_brief_make(document, &check->arena, &copy->document))
        return NULL;
    copy->has_explicit_id = stored->has_explicit_id;
    copy->document.date = document->date;
    copy->document.text = pol_arena_copy(&check->arena, document->text);
    return copy->document.text.data ? copy : NULL;
}

static const met *find_duplicate(const checking *check, const pol_stored *stored,
                                 const pol_span *terms, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const size_t *latest = pol_span_map_get(&check->by_term, terms[i]);
        size_t place = latest ? *latest : 0;
        for (int compared = 0; place && compared < COMPARED_MAX; compared++) {
            const met *other = &check->met[place - 1];
            if (pol_is_same_document(other->stored, stored))
                return other;
            place = other->next;
        }
    }
    return NULL;
}

static bool note_met(checking *check, pol_span term, const pol_stored *copy, pol_span file)
{
    met *grown = pol_arena_grow(&check->arena, check->met, check->met_count, &check->met_capacity,
                                sizeof *grown);
    if (!grown)
        return false;
    check->met = grown;
    const size_t *latest = pol_span_map_get(&check->by_term, term);
    grown[check->met_count++] = (met){
        .stored = copy, .file = file, .place = check->brief_count, .next = latest ? *latest : 0};
    return pol_span_map_set(&check->by_term, term, check->met_count, &check->arena);
}

/* An earlier rendering, or NULL; notes this one, whose brief comes next. */
static pol_status note_duplicate(checking *check, pol_span file, const pol_stored *stored,
                                 const met **ret_earlier, pol_error *reterr)
{
    char buffers[2][POL_TERM_MAX + 1];
    pol_span terms[2];
    size_t count = pol_merge_terms(stored, buffers, terms);
    *ret_earlier = find_duplicate(check, stored, terms, count);
    if (!count || *ret_earlier || check->arena.used_bytes > COPIES_LIMIT)
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

/* --- setting aside ------------------------------------------------------------------ */

/* Of two renderings of one document, as of one in an index, the one speaks that states more. */
static void choose_speaker(checking *check, size_t place)
{
    size_t earlier = check->speakers[place];
    pol_decision own = check->briefs[place].decision, its = check->briefs[earlier].decision;
    if (earlier == place || own == POL_DECISION_UNKNOWN || its != POL_DECISION_UNKNOWN)
        return;
    for (size_t i = earlier; i <= place; i++)
        if (check->speakers[i] == earlier)
            check->speakers[i] = place;
}

static pol_status keep_brief(checking *check, const pol_document *document, size_t speaker,
                             pol_error *reterr)
{
    pol_document *grown = pol_arena_grow(&check->arena, check->briefs, check->brief_count,
                                         &check->brief_capacity, sizeof *grown);
    size_t *speakers = pol_arena_grow(&check->arena, check->speakers, check->brief_count,
                                      &check->speaker_capacity, sizeof *speakers);
    pol_profile *profiles = pol_arena_grow(&check->arena, check->profiles, check->brief_count,
                                           &check->profile_capacity, sizeof *profiles);
    if (!grown || !speakers || !profiles ||
        !pol_brief_make(document, &check->arena, &grown[check->brief_count]))
        return out_of_memory(reterr);
    check->briefs = grown;
    check->speakers = speakers;
    check->profiles = profiles;
    profiles[check->brief_count] = check->profile;
    speakers[check->brief_count] = speaker;
    choose_speaker(check, check->brief_count++);
    return POL_OK;
}

static pol_status set_aside(checking *check, const pol_item *item, const pol_stored *stored,
                            pol_error *reterr)
{
    pol_spooled spooled = {.document = stored->document, .file = item->shown};
    const met *earlier;
    bool is_changed;
    pol_status status = note_duplicate(check, item->shown, stored, &earlier, reterr);
    if (status == POL_OK && earlier)
        spooled.duplicate_of = earlier->file;
    size_t speaker = earlier ? check->speakers[earlier->place] : check->brief_count;
    if (status == POL_OK)
        status = pol_corrections_apply(&check->corrections, &spooled.document, &check->arena,
                                       &is_changed, reterr);
    if (status == POL_OK)
        status = pol_spool_add(check->spool, &spooled, reterr);
    return status == POL_OK ? keep_brief(check, &spooled.document, speaker, reterr) : status;
}

/* A copy that outlives the item: through its encoded form. */
static pol_status keep_outcome(checking *check, const pol_item *item,
                               const pol_extracted_outcome *outcome, pol_error *reterr)
{
    pol_join_outcome *grown = pol_arena_grow(&check->arena, check->outcomes, check->outcome_count,
                                             &check->outcome_capacity, sizeof *grown);
    pol_buffer_clear(&check->output);
    pol_put_outcome(&check->output, &outcome->outcome);
    pol_cursor at = {.rest = pol_arena_copy(&check->arena, pol_buffer_span(&check->output))};
    if (!grown || check->output.status != POL_OK || !at.rest.data)
        return out_of_memory(reterr);
    check->outcomes = grown;
    pol_join_outcome *kept = &grown[check->outcome_count];
    /* corrections know the path below the root, people the one they gave */
    *kept = (pol_join_outcome){
        .file = pol_member_path(&check->arena, item->file.relative, outcome->member)};
    pol_status status = pol_take_outcome(&at, &check->arena, &kept->outcome, reterr);
    bool is_kept = status == POL_OK && pol_corrections_assign(&check->corrections, kept);
    kept->file = pol_member_path(&check->arena, item->shown, outcome->member);
    if (status == POL_OK && !kept->file.data)
        status = out_of_memory(reterr);
    check->outcome_count += is_kept && status == POL_OK;
    return status;
}

static pol_status keep_next(checking *check, pol_error *reterr)
{
    pol_item *item = pol_pool_take(check->pool);
    pol_status status = item->status;
    if (status != POL_OK)
        *reterr = item->error;
    for (size_t i = 0; i < item->skip_count; i++)
        left_out(check, pol_skip_path(item, item->shown, &item->skips[i]), item->skips[i].line,
                 item->skips[i].reason);
    for (size_t i = 0; i < item->document_count && status == POL_OK; i++)
        status = set_aside(check, item, &item->documents[i].stored, reterr);
    for (size_t i = 0; i < item->outcome_count && status == POL_OK; i++)
        status = keep_outcome(check, item, &item->outcomes[i], reterr);
    pol_item_free(item);
    return status;
}

static pol_status drain(checking *check, pol_error *reterr)
{
    pol_status status = POL_OK;
    while (status == POL_OK && !pol_pool_is_empty(check->pool))
        status = keep_next(check, reterr);
    return status;
}

/* --- input -------------------------------------------------------------------------- */

static pol_status give(checking *check, pol_item *item, pol_error *reterr)
{
    if (pol_pool_is_full(check->pool)) {
        pol_status status = keep_next(check, reterr);
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
        if (status != POL_OK || !has_more) {
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

/* The rules of the folder at hand, without which the rest is shown all the same. */
static void take_profile(checking *check, const pol_root *root)
{
    pol_error why;
    if (pol_profile_read(root->path.data, &check->arena, &check->profile, &why) != POL_OK)
        left_out(check, root->path, 0, why.text);
}

static pol_status check_path(checking *check, const char *path, pol_error *reterr)
{
    static const pol_survey_file input = {.file = {.path = {"-", 1}, .relative = {"-", 1}},
                                          .format = POL_FORMAT_JSON_LINES};
    pol_survey survey;
    pol_status status = drain(check, reterr);
    check->given_at = 0;
    check->profile = (pol_profile){0};
    if (status == POL_OK && strcmp(path, "-") == 0)
        return check_json_lines(check, &input, dup(check->options->input), reterr);
    if (status == POL_OK)
        status = pol_survey_path(NULL, path, &check->arena, &survey, reterr);
    if (status != POL_OK)
        return status;
    take_profile(check, &survey.root);
    check->given = pol_span_of(path);
    while (check->given.size > 1 && path[check->given.size - 1] == '/')
        check->given.size--;
    check->given_at = survey.given_size;
    for (size_t i = 0; status == POL_OK && i < survey.left_out_count; i++)
        left_out(check, as_given(check, survey.left_out[i].path), 0,
                 survey.left_out[i].reason.data);
    for (size_t i = 0; status == POL_OK && i < survey.file_count; i++)
        status = check_file(check, &survey.files[i], reterr);
    return status;
}

/* --- output ------------------------------------------------------------------------- */

/* Renderings of one document are joined as one, as they would be in an index. */
static pol_status join_all(checking *check, pol_error *reterr)
{
    size_t count = 0;
    const pol_document **documents =
        pol_arena_array(&check->arena, check->brief_count + 1, sizeof *documents);
    size_t *places = pol_arena_array(&check->arena, check->brief_count + 1, sizeof *places);
    check->joined_as = pol_arena_array(&check->arena, check->brief_count + 1, sizeof *places);
    if (!documents || !places || !check->joined_as)
        return out_of_memory(reterr);
    for (size_t i = 0; i < check->brief_count; i++)
        if (check->speakers[i] == i) {
            check->joined_as[i] = count;
            places[count] = i;
            documents[count++] = &check->briefs[i];
        }
    for (size_t i = 0; i < check->brief_count; i++)
        check->joined_as[i] = check->joined_as[check->speakers[i]];
    check->places = places;
    pol_status status = pol_join(documents, count, check->outcomes, check->outcome_count,
                                 &check->arena, &check->joined, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++)
        pol_profile_let_lapse(&check->profiles[places[i]], pol_this_year(), documents[i],
                              &check->joined.overlays[i]);
    return status;
}

static pol_status put_out(checking *check, pol_error *reterr)
{
    if (check->output.status != POL_OK)
        return pol_fail(reterr, check->output.status, 0, "no memory for the output");
    if (check->output.size && !check->is_stopped)
        check->is_stopped =
            !check->options->on_output(check->options->context, pol_buffer_span(&check->output));
    pol_buffer_clear(&check->output);
    return POL_OK;
}

static void count_document(pol_check_summary *summary, const pol_document *document)
{
    summary->documents++;
    summary->doubtful += document->doubt_count > 0;
    summary->by_kind[document->kind]++;
    summary->by_decision[document->decision]++;
}

/* "12 Mugs, in agenda.pdf", where another has the number of this one; or absent. */
static pol_span twin_of(const checking *check, size_t place)
{
    size_t twin = check->joined.twins[check->joined_as[place]];
    if (twin == (size_t)-1)
        return (pol_span){0};
    const pol_document *other = &check->briefs[check->places[twin]];
    return other->title.text.size ? other->title.text : other->id.text;
}

/* Takes away the rows that a person has found to be right as they are. */
static void drop_settled(checking *check, size_t first_row)
{
    size_t kept = first_row;
    for (size_t i = first_row; i < check->review.count; i++) {
        const pol_review_row *row = &check->review.rows[i];
        const pol_correction *settled =
            pol_correction_find(&check->corrections, row->id, pol_span_of(row->field));
        if (!settled || !pol_span_equal_fold(settled->value, POL_SPAN(POL_CORRECTION_OK)))
            check->review.rows[kept++] = *row;
    }
    check->review.count = kept;
}

static pol_status write_document(checking *check, pol_spooled *spooled, size_t place,
                                 pol_arena *scratch, pol_error *reterr)
{
    const size_t first_row = check->review.count;
    pol_document *document = &spooled->document;
    pol_status status = pol_overlay_apply(&check->joined.overlays[check->joined_as[place]], scratch,
                                          document, reterr);
    if (status == POL_OK && check->speakers[place] == place)
        status = pol_review_document(&check->review, spooled->file, document, twin_of(check, place),
                                     reterr);
    if (status != POL_OK)
        return status;
    drop_settled(check, first_row);
    count_document(check->summary, document);
    pol_check_write(&check->output, check->options, spooled, check->review.rows + first_row,
                    check->review.count - first_row);
    return put_out(check, reterr);
}

static pol_status write_documents(checking *check, pol_error *reterr)
{
    pol_arena scratch;
    pol_arena_init(&scratch, SCRATCH_LIMIT);
    pol_status status = POL_OK;
    bool has_more = true;
    for (size_t i = 0; status == POL_OK && has_more && !check->is_stopped; i++) {
        pol_spooled spooled;
        pol_arena_done(&scratch);
        status = pol_spool_next(check->spool, &scratch, &spooled, &has_more, reterr);
        if (status == POL_OK && has_more)
            status = write_document(check, &spooled, i, &scratch, reterr);
    }
    pol_arena_done(&scratch);
    return status;
}

/* One line tells of a whole report that no motion of its conference is known. */
static bool is_like_the_last(const checking *check, size_t i)
{
    const pol_outcome *outcome = &check->outcomes[i].outcome;
    if (i == 0 || check->joined.unmatched[i] != POL_UNMATCHED_UNKNOWN_CONFERENCE ||
        check->joined.unmatched[i - 1] != POL_UNMATCHED_UNKNOWN_CONFERENCE)
        return false;
    const pol_outcome *last = &check->outcomes[i - 1].outcome;
    return pol_span_equal(check->outcomes[i].file, check->outcomes[i - 1].file) &&
           outcome->year == last->year &&
           pol_span_equal(outcome->conference_name, last->conference_name);
}

/* Lines of reports: all of them for programs, those that need a person for people. */
static pol_status write_outcomes(checking *check, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < check->outcome_count && status == POL_OK; i++) {
        const pol_join_outcome *outcome = &check->outcomes[i];
        size_t place = check->joined.outcome_documents[i];
        bool is_matched = place != (size_t)-1;
        pol_unmatched_reason reason = (pol_unmatched_reason)check->joined.unmatched[i];
        bool is_row = !is_matched || reason == POL_UNMATCHED_UNKNOWN_WORDS;
        check->summary->joined += is_matched;
        check->summary->unmatched += is_row;
        is_row = is_row && !is_like_the_last(check, i);
        if (is_row)
            status = pol_review_outcome(&check->review, outcome, reason, reterr);
        if (status != POL_OK)
            return status;
        pol_check_write_outcome(&check->output, check->options, outcome,
                                is_matched ? check->briefs[check->places[place]].id.text
                                           : (pol_span){0},
                                is_row ? &check->review.rows[check->review.count - 1] : NULL);
        status = put_out(check, reterr);
    }
    return status;
}

static pol_status write_all(checking *check, pol_error *reterr)
{
    pol_status status = join_all(check, reterr);
    pol_buffer_clear(&check->output);
    pol_check_write_heading(&check->output, check->options->format);
    if (status == POL_OK)
        status = put_out(check, reterr);
    if (status == POL_OK)
        status = write_documents(check, reterr);
    if (status == POL_OK)
        status = write_outcomes(check, reterr);
    if (status == POL_OK && check->options->format == POL_CHECK_TABLE)
        pol_review_write_table(&check->output, &check->review);
    check->summary->needs_person = check->review.count;
    return status == POL_OK ? put_out(check, reterr) : status;
}

/* An index that is not there, or cannot be read now, has none that matter here. */
static pol_status load_corrections(checking *check, pol_error *reterr)
{
    xc_reader *reader = NULL;
    pol_error why;
    if (!check->options->index_path ||
        pol_index_open_reader(check->options->index_path, &reader, &why) != POL_OK)
        return POL_OK;
    pol_status status = pol_corrections_load(reader, &check->arena, &check->corrections, reterr);
    xc_reader_free(reader);
    return status;
}

pol_status pol_check_files(const pol_check_options *options, pol_check_summary *ret_summary,
                           pol_error *reterr)
{
    *ret_summary = (pol_check_summary){0};
    checking check = {.options = options, .summary = ret_summary};
    pol_arena_init(&check.arena, LISTS_LIMIT);
    pol_buffer_init(&check.output, OUTPUT_MAX);
    check.review.arena = &check.arena;
    pol_status status = load_corrections(&check, reterr);
    if (status == POL_OK)
        status = pol_spool_new(&check.spool, reterr);
    if (status == POL_OK)
        status = pol_pool_new(options->jobs, &check.pool, reterr);
    for (size_t i = 0; i < options->path_count && status == POL_OK; i++)
        status = check_path(&check, options->paths[i], reterr);
    if (status == POL_OK)
        status = drain(&check, reterr);
    if (status == POL_OK)
        status = write_all(&check, reterr);
    pol_pool_free(check.pool);
    pol_spool_free(check.spool);
    pol_buffer_done(&check.output);
    pol_arena_done(&check.arena);
    return status;
}
