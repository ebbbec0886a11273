/* updating.h - runs of the indexer over a scratch folder, and what the index holds afterwards.
 * Included once by each test. */
#ifndef POL_TESTS_UNIT_INDEXER_UPDATING_H
#define POL_TESTS_UNIT_INDEXER_UPDATING_H

#include "tests/unit/indexer/folder.h"

#include "core/schema.h"
#include "index/open.h"
#include "indexer/held.h"
#include "indexer/update.h"

static pol_error error;
static char unmatched[4096]; /* "report.txt:4: why; " for each line of the last run */

static inline void on_progress(void *context, const pol_progress *progress)
{
    (void)context, (void)progress;
}

static inline void on_left_out(void *context, pol_span path, uint32_t line, const char *reason)
{
    (void)context;
    print_error("left out: %.*s:%u: %s\n", POL_SPAN_ARGS(path), line, reason);
}

static inline void on_unmatched(void *context, pol_span path, const pol_outcome *outcome,
                                const char *why)
{
    size_t size = strlen(unmatched);
    const char *name = strrchr(path.data, '/');
    (void)context;
    snprintf(unmatched + size, sizeof unmatched - size, "%s:%u: %s; ", name ? name + 1 : path.data,
             outcome->line, why);
}

static inline void on_note(void *context, const char *text)
{
    (void)context, (void)text;
}

typedef struct run_options {
    const char *corrections;
    bool is_rebuild;
    const volatile sig_atomic_t *stop;
} run_options;

static inline pol_status try_run(run_options how, pol_summary *ret_summary)
{
    const char *paths[] = {at("files")};
    const pol_update_options options = {
        .index_path = at("index"),
        .paths = paths,
        .path_count = !how.corrections && !how.is_rebuild,
        .input = -1,
        .jobs = 1,
        .corrections = how.corrections ? at(how.corrections) : NULL,
        .is_rebuild = how.is_rebuild,
        .stop = how.stop,
        .on_progress = on_progress,
        .on_left_out = on_left_out,
        .on_unmatched = on_unmatched,
        .on_note = on_note,
    };
    unmatched[0] = '\0';
    return pol_update_index(&options, ret_summary, &error);
}

static inline pol_summary run_as(run_options how)
{
    pol_summary summary;
    if (try_run(how, &summary) != POL_OK)
        fail_msg("%s", error.text);
    return summary;
}

/* Brings the index up to date with the folder "files". */
static inline pol_summary run(void)
{
    return run_as((run_options){0});
}

static inline int make_files(void **state)
{
    return make_folder(state) != 0 || mkdir(at("files"), 0777) != 0;
}

/* What is stored of the document whose title starts with the word; applied or not. */
typedef struct look {
    pol_arena arena;
    pol_held held;
    xc_docid docid;
} look;

static inline bool is_titled(const pol_document *document, const char *word)
{
    return pol_span_starts(document->title.text, pol_span_of(word));
}

static inline look look_at(const char *word)
{
    look made = {.docid = 0};
    xc_reader *reader;
    xc_posting *block;
    size_t count;
    pol_arena_init(&made.arena, 64 << 20);
    assert_int_equal(pol_index_open_reader(at("index"), &reader, &error), POL_OK);
    assert_int_equal(pol_held_list(reader, POL_SPAN(POL_PREFIX_HEAD), &block, &count, &error),
                     POL_OK);
    for (size_t i = 0; i < count && !made.docid; i++) {
        pol_arena_done(&made.arena);
        assert_int_equal(pol_held_read(reader, block[i].docid, &made.arena, &made.held, &error),
                         POL_OK);
        if (is_titled(&made.held.stored.document, word))
            made.docid = block[i].docid;
    }
    free(block);
    xc_reader_free(reader);
    if (!made.docid)
        fail_msg("the index holds nothing titled '%s'", word);
    assert_int_equal(pol_stored_apply(&made.held.stored, &made.arena, &error), POL_OK);
    return made;
}

static inline void look_done(look *made)
{
    pol_arena_done(&made->arena);
}

static inline pol_decision decision_of(const char *word)
{
    look made = look_at(word);
    pol_decision decision = made.held.stored.document.decision;
    look_done(&made);
    return decision;
}

static inline const char *id_of(const char *word)
{
    static char id[64];
    look made = look_at(word);
    snprintf(id, sizeof id, "%.*s", POL_SPAN_ARGS(made.held.stored.document.id.text));
    look_done(&made);
    return id;
}

/* A page of one motion; `conference` NULL for none, `more` behind the text. */
static inline void write_motion(const char *name, const char *title, const char *conference,
                                const char *more)
{
    char text[2048];
    snprintf(text, sizeof text,
             "%s\n\nBack to all Motions\n\n%s%s%sConference notes that %s are old and that nobody "
             "replaces them.\n\nConference calls on the executive to buy new %s for all.\n%s",
             title, conference ? "Conference\n" : "", conference ? conference : "",
             conference ? "\n\n" : "", title, title, more);
    write_file(name, text);
}

static inline void write_report(const char *name, const char *conference, const char *lines)
{
    char text[2048];
    snprintf(text, sizeof text, "%s%sDecisions\n\n%s\n", conference ? conference : "",
             conference ? "\n" : "", lines);
    write_file(name, text);
}

#endif
