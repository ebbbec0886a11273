/* preview.c - what a run would read and remove, without doing it. */
#include "index/open.h"
#include "indexer/update.h"

#define LISTS_LIMIT ((size_t)4 << 30)

static pol_status preview_path(pol_ledger *ledger, const char *path, pol_arena *arena,
                               const pol_update_options *options,
                               void (*on_file)(void *, pol_span, const char *),
                               pol_summary *summary, pol_error *reterr)
{
    pol_survey survey;
    pol_status status = pol_survey_path(ledger, path, arena, &survey, reterr);
    if (status != POL_OK)
        return status;
    for (size_t i = 0; i < survey.file_count; i++) {
        if (survey.files[i].state == POL_FILE_UNCHANGED) {
            summary->files_unchanged++;
            continue;
        }
        summary->files_read++;
        on_file(options->context, survey.files[i].file.path,
                survey.files[i].state == POL_FILE_NEW ? "new" : "changed");
    }
    for (size_t i = 0; i < survey.gone_count; i++)
        on_file(options->context, survey.gone[i].relative, "removed");
    summary->files_removed += survey.gone_count;
    for (size_t i = 0; i < survey.left_out_count; i++)
        options->on_left_out(options->context, survey.left_out[i].path, 0,
                             survey.left_out[i].reason.data);
    summary->left_out += survey.left_out_count;
    return POL_OK;
}

static pol_status preview_root(pol_ledger *ledger, pol_root root, pol_arena *arena,
                               const pol_update_options *options,
                               void (*on_file)(void *, pol_span, const char *),
                               pol_summary *summary, pol_error *reterr)
{
    pol_entry *entries;
    size_t count;
    if (!root.is_partial)
        return preview_path(ledger, root.path.data, arena, options, on_file, summary, reterr);
    pol_status status = pol_ledger_files(ledger, root.number, arena, &entries, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        pol_span path = pol_path_join(arena, root.path, entries[i].relative);
        if (!path.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        if (!pol_path_is_gone(path.data))
            status = preview_path(ledger, path.data, arena, options, on_file, summary, reterr);
        else
            on_file(options->context, path, "removed");
    }
    return status;
}

pol_status pol_update_preview(const pol_update_options *options,
                              void (*on_file)(void *context, pol_span path, const char *what),
                              pol_summary *ret_summary, pol_error *reterr)
{
    *ret_summary = (pol_summary){0};
    pol_arena arena;
    pol_ledger ledger = {0};
    pol_arena_init(&arena, LISTS_LIMIT);
    pol_status status = options->is_rebuild
                            ? POL_OK
                            : pol_index_open_reader(options->index_path, &ledger.reader, reterr);
    if (status == POL_NOTFOUND)
        status = POL_OK;
    pol_root *roots = NULL;
    size_t root_count = 0;
    if (status == POL_OK && options->path_count == 0 && ledger.reader)
        status = pol_ledger_roots(ledger.reader, &arena, &roots, &root_count, reterr);
    for (size_t i = 0; i < root_count && status == POL_OK; i++)
        status = preview_root(&ledger, roots[i], &arena, options, on_file, ret_summary, reterr);
    for (size_t i = 0; i < options->path_count && status == POL_OK; i++)
        if (strcmp(options->paths[i], "-") != 0)
            status = preview_path(ledger.reader ? &ledger : NULL, options->paths[i], &arena,
                                  options, on_file, ret_summary, reterr);
    xc_reader_free(ledger.reader);
    pol_arena_done(&arena);
    return status;
}
