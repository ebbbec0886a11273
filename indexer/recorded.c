/* recorded.c - a document as it was and as it is to when it changed. */
#include "indexer/recorded.h"

#include <stdlib.h>
#include <time.h>

#include "indexer/held.h"

int64_t pol_recorded_now(void)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds = fixed ? strtoll(fixed, &end, 10) : 0;
    return seconds > 0 && *end == '\0' ? (int64_t)seconds : (int64_t)time(NULL);
}

pol_record pol_record_of(const pol_stored *stored)
{
    pol_record record = {.changed = stored->changed};
    pol_stored_content_hash(stored, record.content);
    pol_stored_others_hash(stored, record.others);
    return record;
}

void pol_recorder_remember(pol_recorder *recorder, const pol_stored *before, pol_arena *arena)
{
    pol_span id = before->document.id.text;
    if (recorder->count == POL_RECORDS_MAX || pol_span_map_get(&recorder->ids, id))
        return;
    pol_record *moved = pol_arena_grow(arena, recorder->records, recorder->count,
                                       &recorder->capacity, sizeof *moved);
    if (!moved)
        return; /* without memory for it, it will count as changed */
    recorder->records = moved;
    if (!pol_span_map_set(&recorder->ids, id, recorder->count, arena))
        return;
    recorder->records[recorder->count++] = pol_record_of(before);
}

/* What the index before the rebuild has under the id. A damaged one counts as none. */
static pol_status find_previous(const pol_recorder *recorder, pol_span id, pol_arena *scratch,
                                pol_record *ret_record, bool *ret_is_found, pol_error *reterr)
{
    xc_docid docid = 0;
    pol_held held;
    pol_status status = pol_held_find(recorder->previous, id, scratch, &docid, &held, reterr);
    *ret_is_found = status == POL_OK && docid && pol_span_equal(held.stored.document.id.text, id);
    if (*ret_is_found)
        *ret_record = pol_record_of(&held.stored);
    return status == POL_CORRUPT || status == POL_VERSION ? POL_OK : status;
}

pol_status pol_recorder_settle(pol_recorder *recorder, const pol_record *before, pol_stored *stored,
                               pol_arena *scratch, pol_error *reterr)
{
    pol_record previous;
    bool is_found = false;
    pol_status status = POL_OK;
    const size_t *place = pol_span_map_get(&recorder->ids, stored->document.id.text);
    if (place)
        before = &recorder->records[*place];
    else if (recorder->previous)
        status = find_previous(recorder, stored->document.id.text, scratch, &previous, &is_found,
                               reterr);
    if (is_found)
        before = &previous;
    stored->changed = recorder->now;
    if (status != POL_OK || !before || before->changed <= 0)
        return status;
    pol_record now = pol_record_of(stored);
    if (strcmp(now.content, before->content) == 0 && strcmp(now.others, before->others) == 0)
        stored->changed = before->changed;
    return POL_OK;
}
