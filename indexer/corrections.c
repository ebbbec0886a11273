/* corrections.c - corrections as metadata of the index, and their effect. */
#include "indexer/corrections.h"

#include <stdio.h>

#include "core/schema.h"
#include "document/codec.h"
#include "document/correct.h"
#include "index/failure.h"
#include "indexer/metadata.h"

#define CORRECTION_PREFIX "correction/"
#define LINE_PREFIX       "line/"
enum { VALUE_MAX = 1 << 20 };

static pol_status out_of_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
}

/* --- keeping ------------------------------------------------------------------------ */

static pol_span key_of(const pol_correction *correction, char buffer[POL_TERM_MAX + 1])
{
    char key[POL_TERM_MAX + 1], hex[33];
    pol_hash_hex(correction->target, hex);
    int size = snprintf(key, sizeof key, "%s/%.*s", hex,
                        POL_SPAN_ARGS(pol_span_first(correction->field, 32)));
    for (int i = 0; i < size; i++) /* "Title" is the field "title" */
        key[i] = (char)(key[i] >= 'A' && key[i] <= 'Z' ? key[i] - 'A' + 'a' : key[i]);
    return pol_term_make(CORRECTION_PREFIX, pol_span_make(key, (size_t)size), buffer);
}

pol_status pol_correction_store(pol_ledger *ledger, const pol_correction *correction,
                                pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    pol_buffer value;
    pol_buffer_init(&value, VALUE_MAX);
    if (!pol_span_equal_fold(correction->value, POL_SPAN(POL_CORRECTION_UNDO))) {
        const pol_span spans[] = {correction->target, correction->field, correction->value,
                                  correction->by,     correction->on,    correction->reason};
        for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
            pol_put_span(&value, spans[i]);
    }
    pol_status status = value.status;
    if (status != POL_OK)
        pol_fail(reterr, status, 0, "a correction is too long to be kept");
    else
        status = pol_metadata_set(ledger->writer, key_of(correction, buffer),
                                  pol_buffer_span(&value), reterr);
    pol_buffer_done(&value);
    return status;
}

static pol_status copy_one(void *context, pol_span key, pol_span value, pol_error *reterr)
{
    return pol_metadata_set(((pol_ledger *)context)->writer, key, value, reterr);
}

pol_status pol_corrections_copy(pol_ledger *ledger, xc_reader *from, pol_error *reterr)
{
    return pol_metadata_each(from, POL_SPAN(CORRECTION_PREFIX), copy_one, ledger, reterr);
}

/* --- loading ------------------------------------------------------------------------ */

typedef struct loading {
    pol_arena *arena;
    pol_corrections *corrections;
} loading;

static pol_status load_one(void *context, pol_span key, pol_span value, pol_error *reterr)
{
    loading *load = context;
    pol_corrections *all = load->corrections;
    pol_correction *grown =
        pol_arena_grow(load->arena, all->items, all->count, &all->capacity, sizeof *grown);
    pol_cursor at = {.rest = pol_arena_copy(load->arena, value)};
    (void)key;
    if (!grown || !at.rest.data)
        return out_of_memory(reterr);
    all->items = grown;
    pol_correction *loaded = &grown[all->count];
    loaded->target = pol_take_span(&at);
    loaded->field = pol_take_span(&at);
    loaded->value = pol_take_span(&at);
    loaded->by = pol_take_span(&at);
    loaded->on = pol_take_span(&at);
    loaded->reason = pol_take_span(&at);
    if (at.is_bad || at.rest.size > 0 || !loaded->target.data)
        return pol_fail(reterr, POL_CORRUPT, 0,
                        "a correction in the index is damaged: restore a backup");
    /* keys of one target lie side by side: they start with its hash */
    if (!pol_span_map_get(&all->by_target, loaded->target) &&
        !pol_span_map_set(&all->by_target, loaded->target, all->count + 1, load->arena))
        return out_of_memory(reterr);
    all->count++;
    return POL_OK;
}

pol_status pol_corrections_load(xc_reader *reader, pol_arena *arena,
                                pol_corrections *ret_corrections, pol_error *reterr)
{
    *ret_corrections = (pol_corrections){0};
    loading load = {arena, ret_corrections};
    return pol_metadata_each(reader, POL_SPAN(CORRECTION_PREFIX), load_one, &load, reterr);
}

const pol_correction *pol_corrections_of(const pol_corrections *corrections, pol_span target,
                                         size_t *ret_count)
{
    const size_t *place = pol_span_map_get(&corrections->by_target, target);
    *ret_count = 0;
    if (!place)
        return NULL;
    size_t first = *place - 1, end = first;
    while (end < corrections->count && pol_span_equal(corrections->items[end].target, target))
        end++;
    *ret_count = end - first;
    return corrections->items + first;
}

const pol_correction *pol_correction_find(const pol_corrections *corrections, pol_span target,
                                          pol_span field)
{
    size_t count;
    const pol_correction *items = pol_corrections_of(corrections, target, &count);
    for (size_t i = 0; i < count; i++)
        if (pol_span_equal_fold(items[i].field, field))
            return &items[i];
    return NULL;
}

/* --- applying ----------------------------------------------------------------------- */

pol_status pol_corrections_apply(const pol_corrections *corrections, pol_document *document,
                                 pol_arena *arena, bool *ret_is_changed, pol_error *reterr)
{
    size_t count;
    const pol_correction *items = pol_corrections_of(corrections, document->id.text, &count);
    *ret_is_changed = false;
    for (size_t i = 0; i < count; i++) {
        if (pol_span_equal_fold(items[i].value, POL_SPAN(POL_CORRECTION_OK)))
            continue;
        pol_status status =
            pol_document_correct(document, items[i].field, items[i].value, arena, reterr);
        if (status != POL_OK && status != POL_USAGE)
            return status;
        *ret_is_changed = true;
    }
    return POL_OK;
}

pol_span pol_correction_line_target(pol_span file, pol_span line_text,
                                    char buffer[POL_LINE_TARGET_SIZE])
{
    char hexes[2][33];
    pol_hash_hex(file, hexes[0]);
    pol_hash_hex(line_text, hexes[1]);
    int size = snprintf(buffer, POL_LINE_TARGET_SIZE, LINE_PREFIX "%.16s%.16s", hexes[0], hexes[1]);
    return pol_span_make(buffer, (size_t)size);
}

static bool is_word(const pol_correction *correction, const char *word)
{
    return pol_span_equal_fold(correction->value, pol_span_of(word));
}

pol_span pol_correction_assigned(const pol_correction *correction)
{
    bool is_assigned = pol_span_starts(correction->target, POL_SPAN(LINE_PREFIX)) &&
                       pol_span_equal_fold(correction->field, POL_SPAN("document")) &&
                       !is_word(correction, POL_CORRECTION_NONE) &&
                       !is_word(correction, POL_CORRECTION_OK);
    return is_assigned ? correction->value : (pol_span){0};
}

/* Words that say nothing are settled: nobody is asked for them again. */
static bool decide(const pol_correction *correction, pol_outcome *outcome)
{
    if (is_word(correction, POL_CORRECTION_OK))
        return outcome->decision != POL_DECISION_NONE;
    pol_decision code = pol_decision_from_code(correction->value);
    outcome->decision = (uint8_t)(code ? code : pol_decision_from_value(correction->value));
    return true;
}

bool pol_corrections_assign(const pol_corrections *corrections, pol_join_outcome *outcome)
{
    char buffer[POL_LINE_TARGET_SIZE];
    if (corrections->count == 0)
        return true;
    pol_span target = pol_correction_line_target(outcome->file, outcome->outcome.line_text, buffer);
    const pol_correction *document = pol_correction_find(corrections, target, POL_SPAN("document"));
    const pol_correction *decision = pol_correction_find(corrections, target, POL_SPAN("decision"));
    if (document && !pol_correction_assigned(document).size)
        return false;
    if (document)
        outcome->assigned = document->value;
    return !decision || decide(decision, &outcome->outcome);
}
