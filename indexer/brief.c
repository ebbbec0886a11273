/* brief.c - copies of documents without their text. */
#include "indexer/brief.h"

#include "document/codec.h"

#define BRIEF_LIMIT ((size_t)64 << 20)

static bool copy_span(pol_arena *arena, pol_span *span)
{
    if (span->data)
        *span = pol_arena_copy(arena, *span);
    return span->data || span->size == 0;
}

static bool copy_relations(pol_arena *arena, pol_document *document)
{
    if (document->relation_count == 0)
        return true;
    pol_relation *relations = pol_arena_array(arena, document->relation_count, sizeof *relations);
    if (!relations)
        return false;
    bool is_whole = true;
    for (size_t i = 0; i < document->relation_count; i++) {
        relations[i] = document->relations[i];
        is_whole = is_whole && copy_span(arena, &relations[i].number) &&
                   copy_span(arena, &relations[i].title) &&
                   copy_span(arena, &relations[i].conference_name) &&
                   copy_span(arena, &relations[i].words) && copy_span(arena, &relations[i].id);
    }
    document->relations = relations;
    return is_whole;
}

static bool copy_submitters(pol_arena *arena, pol_document *document)
{
    if (document->submitter_count == 0)
        return true;
    pol_submitter *submitters =
        pol_arena_array(arena, document->submitter_count, sizeof *submitters);
    bool is_whole = submitters != NULL;
    for (size_t i = 0; i < document->submitter_count && is_whole; i++) {
        submitters[i] = document->submitters[i];
        is_whole = copy_span(arena, &submitters[i].name);
    }
    document->submitters = submitters;
    return is_whole;
}

bool pol_brief_make(const pol_document *document, pol_arena *arena, pol_document *ret_brief)
{
    pol_document *copy = ret_brief;
    *copy = (pol_document){
        .id = document->id,
        .kind = document->kind,
        .title = document->title,
        .number = document->number,
        .conference_name = document->conference_name,
        .year = document->year,
        .decision = document->decision,
        .decision_raw = document->decision_raw,
        .text_state = document->text_state,
        .standing = document->standing,
        .submitters = document->submitters,
        .submitter_count = document->submitter_count,
        .relations = document->relations,
        .relation_count = document->relation_count,
        .line = document->line,
        .page = document->page,
    };
    return copy_span(arena, &copy->id.text) && copy_span(arena, &copy->title.text) &&
           copy_span(arena, &copy->number.text) && copy_span(arena, &copy->conference_name) &&
           copy_span(arena, &copy->decision_raw.text) && copy_submitters(arena, copy) &&
           copy_relations(arena, copy);
}

/* False where memory is out. */
static bool encode_brief(const pol_document *document, pol_arena *arena, pol_buffer *buffer)
{
    pol_document brief;
    if (!pol_brief_make(document, arena, &brief))
        return false;
    brief.organisation.text = document->organisation.text;
    pol_put_document(buffer, &brief);
    return buffer->status == POL_OK;
}

bool pol_brief_is_same(const pol_document *a, const pol_document *b)
{
    pol_arena arena;
    pol_buffer buffers[2];
    pol_arena_init(&arena, BRIEF_LIMIT);
    pol_buffer_init(&buffers[0], BRIEF_LIMIT);
    pol_buffer_init(&buffers[1], BRIEF_LIMIT);
    bool is_same = encode_brief(a, &arena, &buffers[0]) && encode_brief(b, &arena, &buffers[1]) &&
                   pol_span_equal(pol_buffer_span(&buffers[0]), pol_buffer_span(&buffers[1]));
    pol_buffer_done(&buffers[0]);
    pol_buffer_done(&buffers[1]);
    pol_arena_done(&arena);
    return is_same;
}
