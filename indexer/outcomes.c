/* outcomes.c - outcomes and stale conferences as metadata of the index. */
#include "indexer/outcomes.h"

#include "core/schema.h"
#include "document/codec.h"
#include "index/failure.h"
#include "indexer/metadata.h"

/* At most 7 bytes: with them pol_term_make() must stay below POL_TERM_MAX when it takes a hash. */
#define OUTCOMES_PREFIX "said/"
#define STALE_PREFIX    "stale/"
enum { VALUE_MAX = 64 << 20, OUTCOME_MIN = 15 };
#define SCRATCH_LIMIT ((size_t)256 << 20)

static const char trouble[] = "cannot read or write what reports state";

static pol_status out_of_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
}

/* --- stale conferences -------------------------------------------------------------- */

pol_status pol_stale_mark(pol_ledger *ledger, pol_span join_key, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    if (join_key.size == 0)
        return POL_OK;
    return pol_metadata_set(ledger->writer, pol_term_make(STALE_PREFIX, join_key, buffer), join_key,
                            reterr);
}

pol_status pol_stale_clear(pol_ledger *ledger, pol_span join_key, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    return pol_metadata_set(ledger->writer, pol_term_make(STALE_PREFIX, join_key, buffer),
                            POL_SPAN(""), reterr);
}

typedef struct listing {
    pol_arena *arena;
    pol_span *keys;
    size_t count, capacity;
} listing;

static pol_status list_key(void *context, pol_span key, pol_span value, pol_error *reterr)
{
    listing *list = context;
    (void)key;
    pol_span *grown =
        pol_arena_grow(list->arena, list->keys, list->count, &list->capacity, sizeof *grown);
    pol_span copy = pol_arena_copy(list->arena, value);
    if (!grown || !copy.data)
        return out_of_memory(reterr);
    list->keys = grown;
    grown[list->count++] = copy;
    return POL_OK;
}

pol_status pol_stale_list(xc_reader *reader, pol_arena *arena, pol_span **ret_keys,
                          size_t *ret_count, pol_error *reterr)
{
    listing list = {.arena = arena};
    pol_status status = pol_metadata_each(reader, POL_SPAN(STALE_PREFIX), list_key, &list, reterr);
    *ret_keys = list.keys;
    *ret_count = list.count;
    return status;
}

/* --- outcomes ----------------------------------------------------------------------- */

typedef struct loading {
    pol_arena *arena;
    pol_known_outcome *outcomes;
    size_t count, capacity;
} loading;

pol_span pol_member_path(pol_arena *arena, pol_span file, pol_span member)
{
    if (!member.size)
        return pol_arena_copy(arena, file);
    char *path = pol_arena_alloc(arena, file.size + member.size + 2);
    if (!path)
        return (pol_span){0};
    memcpy(path, file.data, file.size);
    path[file.size] = '/';
    memcpy(path + file.size + 1, member.data, member.size);
    return pol_span_make(path, file.size + 1 + member.size);
}

static pol_status load_value(void *context, pol_span key, pol_span value, pol_error *reterr)
{
    loading *load = context;
    pol_cursor at = {.rest = pol_arena_copy(load->arena, value)};
    (void)key;
    if (!at.rest.data)
        return out_of_memory(reterr);
    pol_span file_key = pol_take_span(&at), file = pol_take_span(&at);
    size_t count = pol_take_count(&at, OUTCOME_MIN);
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK && !at.is_bad; i++) {
        pol_known_outcome *grown = pol_arena_grow(load->arena, load->outcomes, load->count,
                                                  &load->capacity, sizeof *grown);
        if (!grown)
            return out_of_memory(reterr);
        load->outcomes = grown;
        pol_known_outcome *known = &grown[load->count];
        *known = (pol_known_outcome){.file_key = file_key};
        status = pol_take_outcome(&at, load->arena, &known->join.outcome, reterr);
        known->join.file = pol_member_path(load->arena, file, pol_take_span(&at));
        load->count += status == POL_OK && !at.is_bad && known->join.file.data != NULL;
    }
    if (status == POL_OK && (at.is_bad || at.rest.size > 0))
        status = pol_fail(reterr, POL_CORRUPT, 0,
                          "what '%.*s' states is damaged in the index: run polindex --rebuild",
                          POL_SPAN_ARGS(pol_span_first(file, 100)));
    return status;
}

pol_status pol_outcomes_load(xc_reader *reader, pol_arena *arena, pol_known_outcome **ret_outcomes,
                             size_t *ret_count, pol_error *reterr)
{
    loading load = {.arena = arena};
    pol_status status =
        pol_metadata_each(reader, POL_SPAN(OUTCOMES_PREFIX), load_value, &load, reterr);
    *ret_outcomes = load.outcomes;
    *ret_count = load.count;
    return status;
}

pol_span pol_outcome_key(const pol_outcome *outcome, char buffer[POL_JOIN_KEY_MAX])
{
    pol_span key = pol_join_key(outcome->conference_name, outcome->year, buffer);
    return key.size ? key : POL_SPAN("-");
}

static pol_status mark_outcome(pol_ledger *ledger, const pol_outcome *outcome, pol_error *reterr)
{
    char buffer[POL_JOIN_KEY_MAX];
    return pol_stale_mark(ledger, pol_outcome_key(outcome, buffer), reterr);
}

static pol_status mark_recorded(pol_ledger *ledger, pol_span key, bool *ret_is_there,
                                pol_error *reterr)
{
    xc_error error;
    xc_bytes value;
    if (xc_reader_metadata(ledger->reader, pol_xc_bytes(key), &value, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, trouble);
    *ret_is_there = value.size > 0;
    if (value.size == 0)
        return POL_OK;
    pol_arena arena;
    pol_arena_init(&arena, SCRATCH_LIMIT);
    loading load = {.arena = &arena};
    pol_status status = load_value(&load, key, pol_xc_span(value), reterr);
    for (size_t i = 0; i < load.count && status == POL_OK; i++)
        status = mark_outcome(ledger, &load.outcomes[i].join.outcome, reterr);
    pol_arena_done(&arena);
    return status;
}

pol_status pol_outcomes_record(pol_ledger *ledger, pol_span file_key, pol_span file,
                               const pol_extracted_outcome *outcomes, size_t count,
                               pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    bool is_there;
    pol_span key = pol_term_make(OUTCOMES_PREFIX, file_key, buffer);
    pol_status status = mark_recorded(ledger, key, &is_there, reterr);
    if (status != POL_OK || (count == 0 && !is_there))
        return status;
    pol_buffer value;
    pol_buffer_init(&value, VALUE_MAX);
    if (count) {
        pol_put_span(&value, file_key);
        pol_put_span(&value, file);
        pol_put_number(&value, count);
    }
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        pol_put_outcome(&value, &outcomes[i].outcome);
        pol_put_span(&value, outcomes[i].member);
        status = mark_outcome(ledger, &outcomes[i].outcome, reterr);
    }
    if (status == POL_OK && value.status != POL_OK)
        status = pol_fail(reterr, value.status, 0, "no room for what '%.*s' states",
                          POL_SPAN_ARGS(pol_span_first(file, 100)));
    if (status == POL_OK)
        status = pol_metadata_set(ledger->writer, key, pol_buffer_span(&value), reterr);
    pol_buffer_done(&value);
    return status;
}

/* --- copying ------------------------------------------------------------------------ */

static pol_status copy_value(void *context, pol_span key, pol_span value, pol_error *reterr)
{
    return pol_metadata_set(((pol_ledger *)context)->writer, key, value, reterr);
}

pol_status pol_outcomes_copy(pol_ledger *ledger, xc_reader *from, pol_span prefix,
                             pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    return pol_metadata_each(from, pol_term_make(OUTCOMES_PREFIX, prefix, buffer), copy_value,
                             ledger, reterr);
}
