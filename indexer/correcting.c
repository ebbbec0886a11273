/* correcting.c - rows to corrections: checked first, then kept and applied. */
#include "indexer/correcting.h"

#include <stdio.h>

#include "core/date.h"
#include "document/correct.h"
#include "index/open.h"
#include "indexer/corrections.h"
#include "indexer/corrections_read.h"
#include "indexer/csv_cell.h"
#include "indexer/held.h"

#define LIMIT ((size_t)1 << 30)

typedef struct correcting {
    pol_ledger *ledger;
    pol_writing *writing;
    const char *path;
    pol_arena arena, scratch;
    pol_known_outcome *outcomes;
    size_t outcome_count;
    pol_correction *corrections;
    bool *must_read; /* of each: the files of its document must be read again */
    size_t count;
} correcting;

static pol_status refuse(const correcting *work, const pol_correction_row *row, pol_status status,
                         const char *why, pol_error *reterr)
{
    return pol_fail(reterr, status, row->row, "'%.60s', row %u: %.160s", work->path, row->row, why);
}

static bool is_word(pol_span value, const char *word)
{
    return pol_span_equal_fold(value, pol_span_of(word));
}

/* --- checking ----------------------------------------------------------------------- */

/* A document's field, tried on the document itself. */
static pol_status check_document(correcting *work, const pol_correction_row *row,
                                 pol_correction *made, pol_error *reterr)
{
    xc_docid docid;
    pol_held held;
    pol_error why;
    pol_arena_done(&work->scratch);
    pol_status status =
        pol_held_find(work->ledger->reader, row->id, &work->scratch, &docid, &held, reterr);
    if (status != POL_OK)
        return status;
    if (!docid)
        return refuse(work, row, POL_NOTFOUND, "no document of the index has this id", reterr);
    made->target = row->id;
    if (is_word(row->value, POL_CORRECTION_OK) || is_word(row->value, POL_CORRECTION_UNDO))
        return POL_OK;
    status =
        pol_document_correct(&held.stored.document, row->field, row->value, &work->scratch, &why);
    return status == POL_OK ? POL_OK : refuse(work, row, status, why.text, reterr);
}

/* Is `path`, as the person's program wrote it, the stored path `file`, or one that ends so? */
static bool names_file(pol_span path, pol_span file)
{
    return pol_span_equal(path, file) || (path.size > file.size && pol_span_ends(path, file) &&
                                          path.data[path.size - file.size - 1] == '/');
}

static pol_status check_assigned(correcting *work, const pol_correction_row *row, pol_error *reterr)
{
    xc_docid docid;
    pol_held held;
    if (is_word(row->value, POL_CORRECTION_NONE))
        return POL_OK;
    pol_arena_done(&work->scratch);
    pol_status status =
        pol_held_find(work->ledger->reader, row->value, &work->scratch, &docid, &held, reterr);
    if (status == POL_OK && !docid)
        status = refuse(work, row, POL_NOTFOUND,
                        "the correction is neither the id of a document of the index nor ‘none’",
                        reterr);
    return status;
}

static pol_status check_line_field(correcting *work, const pol_correction_row *row,
                                   pol_error *reterr)
{
    bool is_document = is_word(row->field, "document");
    if (!is_document && !is_word(row->field, "decision"))
        return refuse(work, row, POL_USAGE,
                      "of a report's line only ‘document’ and ‘decision’ can be corrected", reterr);
    if (is_word(row->value, POL_CORRECTION_OK) || is_word(row->value, POL_CORRECTION_UNDO))
        return POL_OK;
    if (is_document)
        return check_assigned(work, row, reterr);
    if (!pol_decision_from_code(row->value) && !pol_decision_from_value(row->value))
        return refuse(work, row, POL_USAGE, "the correction is no decision", reterr);
    return POL_OK;
}

static pol_status check_line(correcting *work, const pol_correction_row *row, pol_correction *made,
                             pol_error *reterr)
{
    char buffer[POL_LINE_TARGET_SIZE];
    const pol_join_outcome *found = NULL;
    for (size_t i = 0; i < work->outcome_count && !found; i++) {
        const pol_join_outcome *outcome = &work->outcomes[i].join;
        if (names_file(row->file, outcome->file) &&
            pol_span_equal(pol_span_trim(outcome->outcome.line_text), row->line_text))
            found = outcome;
    }
    if (!found)
        return refuse(work, row, POL_NOTFOUND,
                      "it has no id, and no report of the index has this line", reterr);
    pol_span target = pol_correction_line_target(found->file, found->outcome.line_text, buffer);
    made->target = pol_arena_copy(&work->arena, target);
    if (!made->target.data)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    return check_line_field(work, row, reterr);
}

static pol_status check_row(correcting *work, const pol_correction_row *row, pol_correction *made,
                            pol_error *reterr)
{
    if (!row->field.size)
        return refuse(work, row, POL_USAGE, "its column ‘field’ is empty: title, decision ...",
                      reterr);
    if (!row->id.size)
        return check_line(work, row, made, reterr);
    if (!pol_span_starts(row->id, POL_SPAN("line/")))
        return check_document(work, row, made, reterr);
    made->target = row->id; /* as `polindex corrections` lists it */
    return check_line_field(work, row, reterr);
}

/* The day as ISO, however the spreadsheet wrote it. */
static pol_status check_day(correcting *work, const pol_correction_row *row, pol_correction *made,
                            pol_error *reterr)
{
    pol_date date;
    char iso[POL_DATE_ISO_SIZE];
    if (!row->on.size)
        return POL_OK;
    if (!pol_date_parse(row->on, &date))
        return refuse(
            work, row, POL_USAGE,
            "what is in its column ‘corrected_on’ is no date that can be read: 2031-05-04 "
            "is one",
            reterr);
    made->on = pol_arena_copy(&work->arena, pol_span_of(pol_date_iso(date, iso)));
    return made->on.data ? POL_OK : pol_fail(reterr, POL_NOMEM, 0, "out of memory");
}

static pol_status check_rows(correcting *work, const pol_correction_row *rows, size_t count,
                             pol_span user, pol_span today, pol_error *reterr)
{
    work->corrections = pol_arena_array(&work->arena, count + 1, sizeof *work->corrections);
    if (!work->corrections)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        const pol_correction_row *row = &rows[i];
        pol_correction *made = &work->corrections[work->count++];
        *made = (pol_correction){.field = row->field,
                                 .value = row->value,
                                 .by = row->by.size ? row->by : user,
                                 .on = row->on.size ? row->on : today,
                                 .reason = row->reason};
        status = check_day(work, row, made, reterr);
        if (status == POL_OK)
            status = check_row(work, row, made, reterr);
    }
    return status;
}

/* --- keeping and applying ----------------------------------------------------------- */

static pol_status mark_outcomes(correcting *work, pol_error *reterr)
{
    char buffer[POL_JOIN_KEY_MAX];
    pol_status status = POL_OK;
    for (size_t i = 0; i < work->outcome_count && status == POL_OK; i++)
        status = pol_stale_mark(work->ledger,
                                pol_outcome_key(&work->outcomes[i].join.outcome, buffer), reterr);
    return status;
}

/* Looks at what is replaced, before it is: what a line was given to must be joined again, and
 * what a document was must be read again. */
static pol_status look_back(correcting *work, pol_error *reterr)
{
    const pol_corrections *before = pol_writing_corrections(work->writing);
    pol_status status = POL_OK;
    work->must_read = pol_arena_array(&work->arena, work->count + 1, sizeof *work->must_read);
    if (!work->must_read)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    for (size_t i = 0; i < work->count && status == POL_OK; i++) {
        const pol_correction *made = &work->corrections[i];
        const pol_correction *old = pol_correction_find(before, made->target, made->field);
        pol_span id = old ? pol_correction_assigned(old) : (pol_span){0};
        work->must_read[i] = is_word(made->value, POL_CORRECTION_UNDO) ||
                             (old && !pol_span_equal(old->value, made->value));
        if (id.size)
            status = pol_writing_mark(work->writing, id, reterr);
    }
    return status;
}

static pol_status apply(correcting *work, size_t place, pol_corrected *ret_corrected,
                        pol_error *reterr)
{
    const pol_correction *correction = &work->corrections[place];
    pol_status status = POL_OK;
    ret_corrected->rows++;
    ret_corrected->undone += is_word(correction->value, POL_CORRECTION_UNDO);
    if (pol_span_starts(correction->target, POL_SPAN("line/")))
        return POL_OK;
    status = pol_writing_correct(work->writing, correction->target, reterr);
    if (status == POL_OK && work->must_read[place])
        status = pol_writing_forget(work->writing, correction->target, reterr);
    return status;
}

static pol_status keep_all(correcting *work, pol_corrected *ret_corrected, pol_error *reterr)
{
    pol_status status = look_back(work, reterr);
    for (size_t i = 0; i < work->count && status == POL_OK; i++)
        status = pol_correction_store(work->ledger, &work->corrections[i], reterr);
    if (status == POL_OK)
        status = pol_writing_load_corrections(work->writing, reterr);
    for (size_t i = 0; i < work->count && status == POL_OK; i++)
        status = apply(work, i, ret_corrected, reterr);
    return status == POL_OK ? mark_outcomes(work, reterr) : status;
}

pol_status pol_correct_index(pol_ledger *ledger, pol_writing *writing, const char *path,
                             pol_span user, pol_span today, pol_corrected *ret_corrected,
                             pol_error *reterr)
{
    pol_correction_row *rows = NULL;
    size_t count = 0;
    correcting work = {.ledger = ledger, .writing = writing, .path = path};
    *ret_corrected = (pol_corrected){0};
    pol_arena_init(&work.arena, LIMIT);
    pol_arena_init(&work.scratch, LIMIT);
    pol_status status = pol_corrections_read(path, &work.arena, &rows, &count, reterr);
    if (status == POL_OK)
        status = pol_outcomes_load(ledger->reader, &work.arena, &work.outcomes, &work.outcome_count,
                                   reterr);
    if (status == POL_OK)
        status = check_rows(&work, rows, count, user, today, reterr);
    if (status == POL_OK)
        status = keep_all(&work, ret_corrected, reterr);
    pol_arena_done(&work.arena);
    pol_arena_done(&work.scratch);
    return status;
}

/* --- listing ------------------------------------------------------------------------ */

pol_status pol_corrections_list(const char *index_path, pol_buffer *buffer, pol_error *reterr)
{
    pol_corrections all;
    pol_arena arena;
    xc_reader *reader = NULL;
    pol_arena_init(&arena, LIMIT);
    pol_status status = pol_index_open_reader(index_path, &reader, reterr);
    if (status == POL_OK)
        status = pol_corrections_load(reader, &arena, &all, reterr);
    pol_buffer_add_text(buffer, "id,field,correction,by,corrected_on,reason\r\n");
    for (size_t i = 0; status == POL_OK && i < all.count; i++) {
        const pol_correction *one = &all.items[i];
        const pol_span cells[] = {one->target, one->field, one->value,
                                  one->by,     one->on,    one->reason};
        const size_t count = sizeof cells / sizeof *cells;
        for (size_t j = 0; j < count; j++)
            pol_csv_cell(buffer, cells[j], j + 1 == count);
    }
    xc_reader_free(reader);
    pol_arena_done(&arena);
    return status;
}
