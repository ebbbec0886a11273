/* adjacent.c - positions of the rarest word, thinned by those of each further one, word by word:
 * the positions of one word lie side by side in the index. */
#include "search/evaluate/adjacent.h"

#include <stdlib.h>

#include "search/evaluate/postings.h"

/* Positions in one entry at which the rarest word stands, the phrase perhaps around it. */
typedef struct starts {
    uint32_t *of;
    size_t count;
} starts;

typedef struct adjacent {
    pol_index *index;
    const pol_expr *phrase;
    const xc_docid *docids;
    size_t count;
    starts *starts; /* by entry */
    uint32_t *room; /* they lie in */
    xc_docid *left; /* entries that may still have the phrase, */
    size_t *places; /* and which they are */
    size_t left_count;
    size_t rarest; /* word of the phrase, which is looked at first */
} adjacent;

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a phrase");
}

/* For the entries that are left; free with xc_positions_free(). */
static pol_status read_word(const adjacent *now, size_t word, xc_positions **ret_positions,
                            pol_error *reterr)
{
    xc_error error = {0};
    pol_span term = now->phrase->parts[word]->term;
    if (xc_positions_read(now->index->reader, pol_xc_bytes(term), now->left, now->left_count,
                          ret_positions, &error) != XC_OK)
        return pol_index_fail(now->index, &error, reterr);
    return POL_OK;
}

static void list_left(adjacent *now)
{
    size_t kept = 0;
    for (size_t i = 0; i < now->left_count; i++) {
        size_t place = now->places[i];
        if (!now->starts[place].count)
            continue;
        now->places[kept] = place;
        now->left[kept++] = now->docids[place];
    }
    now->left_count = kept;
}

static bool begin(adjacent *now, const xc_positions *positions)
{
    size_t total = 0, count = 0;
    for (size_t i = 0; i < now->count; i++, total += count)
        xc_positions_at(positions, i, &count);
    now->room = malloc((total + 1) * sizeof *now->room);
    if (!now->room)
        return false;
    total = 0;
    for (size_t i = 0; i < now->count; i++, total += count) {
        const uint32_t *of = xc_positions_at(positions, i, &count);
        if (count)
            memcpy(now->room + total, of, count * sizeof *of);
        now->starts[i] = (starts){now->room + total, count};
    }
    return true;
}

/* Keeps the starts `distance` from which the next word stands. */
static void thin_out(starts *from, const uint32_t *positions, size_t count, int64_t distance)
{
    size_t kept = 0, at = 0;
    for (size_t i = 0; i < from->count; i++) {
        int64_t wanted = from->of[i] + distance;
        while (at < count && positions[at] < wanted)
            at++;
        if (at < count && positions[at] == wanted)
            from->of[kept++] = from->of[i];
    }
    from->count = kept;
}

static pol_status find_rarest(adjacent *now, pol_error *reterr)
{
    uint32_t fewest = UINT32_MAX;
    pol_status status = POL_OK;
    for (size_t word = 0; word < now->phrase->part_count && status == POL_OK; word++) {
        uint32_t documents = 0;
        status = pol_postings_count(now->index, now->phrase->parts[word]->term, &documents, reterr);
        if (documents >= fewest)
            continue;
        fewest = documents;
        now->rarest = word;
    }
    return status;
}

/* Where the rarest word stands in each entry. */
static pol_status find_starts(adjacent *now, pol_error *reterr)
{
    xc_positions *positions = NULL;
    pol_status status = find_rarest(now, reterr);
    if (status == POL_OK)
        status = read_word(now, now->rarest, &positions, reterr);
    if (status == POL_OK && !begin(now, positions))
        status = fail_room(reterr);
    xc_positions_free(positions);
    return status;
}

/* What of that is left when all words must stand there. */
static pol_status thin_starts(adjacent *now, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t word = 0; word < now->phrase->part_count && status == POL_OK; word++) {
        if (word == now->rarest)
            continue;
        list_left(now);
        if (now->left_count == 0)
            break;
        xc_positions *positions = NULL;
        status = read_word(now, word, &positions, reterr);
        for (size_t i = 0; i < now->left_count && status == POL_OK; i++) {
            size_t count = 0;
            const uint32_t *of = xc_positions_at(positions, i, &count);
            thin_out(&now->starts[now->places[i]], of, count, (int64_t)word - (int64_t)now->rarest);
        }
        xc_positions_free(positions);
    }
    return status;
}

/* Room for what is known of each entry. */
typedef struct adjacent_room {
    starts of[POL_ADJACENT_MAX];
    xc_docid left[POL_ADJACENT_MAX];
    size_t places[POL_ADJACENT_MAX];
} adjacent_room;

static adjacent begin_with(pol_index *index, const pol_expr *phrase, const xc_docid *docids,
                           size_t count, adjacent_room *room)
{
    for (size_t i = 0; i < count; i++) {
        room->left[i] = docids[i];
        room->places[i] = i;
    }
    return (adjacent){.index = index,
                      .phrase = phrase,
                      .docids = docids,
                      .count = count,
                      .starts = room->of,
                      .left = room->left,
                      .places = room->places,
                      .left_count = count};
}

pol_status pol_adjacent_count(pol_index *index, const pol_expr *phrase, const xc_docid *docids,
                              size_t count, uint32_t *ret_times, pol_error *reterr)
{
    adjacent_room room;
    adjacent now = begin_with(index, phrase, docids, count, &room);
    pol_status status = find_starts(&now, reterr);
    if (status == POL_OK)
        status = thin_starts(&now, reterr);
    for (size_t i = 0; i < count; i++)
        ret_times[i] = status == POL_OK ? (uint32_t)room.of[i].count : 0;
    free(now.room);
    return status;
}

/* How many of the phrases stand where no position is among `but`? */
static size_t count_clear(const adjacent *now, const starts *from, const uint32_t *but,
                          size_t count)
{
    size_t at = 0, clear = 0;
    for (size_t i = 0; i < from->count; i++) {
        int64_t first = (int64_t)from->of[i] - (int64_t)now->rarest;
        while (at < count && but[at] < first)
            at++;
        clear += at == count || but[at] >= first + (int64_t)now->phrase->part_count;
    }
    return clear;
}

/* Where the rarest word stands at no such place, neither does the phrase: the others need not be
 * looked for. */
static void settle_clear(adjacent *now, const xc_positions *but, bool *ret_are_clear)
{
    for (size_t i = 0; i < now->count; i++) {
        size_t found = 0;
        const uint32_t *of = xc_positions_at(but, i, &found);
        starts *from = &now->starts[i];
        ret_are_clear[i] = from->count && count_clear(now, from, of, found) == from->count;
        if (ret_are_clear[i])
            from->count = 0;
    }
}

pol_status pol_adjacent_clear(pol_index *index, const pol_expr *phrase, pol_span but,
                              const xc_docid *docids, size_t count, bool *ret_are_clear,
                              pol_error *reterr)
{
    adjacent_room room;
    xc_error error = {0};
    xc_positions *positions = NULL;
    adjacent now = begin_with(index, phrase, docids, count, &room);
    pol_status status = find_starts(&now, reterr);
    if (status == POL_OK && xc_positions_read(index->reader, pol_xc_bytes(but), docids, count,
                                              &positions, &error) != XC_OK)
        status = pol_index_fail(index, &error, reterr);
    if (status == POL_OK) {
        settle_clear(&now, positions, ret_are_clear);
        status = thin_starts(&now, reterr);
    }
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        size_t found = 0;
        const uint32_t *of = xc_positions_at(positions, i, &found);
        ret_are_clear[i] |= count_clear(&now, &room.of[i], of, found) > 0;
    }
    xc_positions_free(positions);
    free(now.room);
    return status;
}
