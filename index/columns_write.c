/* columns_write.c - the values of slots, read once, to the file of columns. */
#include <stdlib.h>
#include <string.h>

#include "core/schema.h"
#include "index/columns_file.h"
#include "index/failure.h"

const pol_beside_kind pol_columns_kind = {"columns.polsearch", "polcol01"};

/* What facets and charts count, what there are ranges of, and what hits are sorted by. */
static const struct {
    xc_slot slot;
    bool is_own;
} wanted[] = {{POL_SLOT_YEAR, false}, {POL_SLOT_DECISION, false}, {POL_SLOT_CONFERENCE, false},
              {POL_SLOT_KIND, false}, {POL_SLOT_ORG, false},      {POL_SLOT_OUTCOME, false},
              {POL_SLOT_DATE, false}, {POL_SLOT_CHANGED, false},  {POL_SLOT_CLAUSE, true}};
enum { WANTED = sizeof wanted / sizeof *wanted };
_Static_assert((int)WANTED <= (int)POL_COLUMNS_MAX, "more columns than a reader takes");

/* Of each column, and one before. */
enum { PIECES_MAX = 1 + 3 * WANTED };

typedef struct making {
    xc_reader *reader;
    const char *directory;
    pol_lengths *lengths;
    xc_docid *all, *heads; /* every docid, and those of heads */
    pol_columns_head head;
    pol_columns_entry entries[WANTED + 1]; /* filled up with zeros */
    pol_beside_piece pieces[PIECES_MAX];
    size_t piece_count;
} making;

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for columns of values");
}

/* Room for `count` things, and the zeros behind them; it becomes the next piece. */
static void *add_piece(making *now, size_t count, size_t size)
{
    const size_t whole = pol_columns_padded(count * size);
    void *bytes = calloc(1, whole ? whole : 1);
    if (bytes)
        now->pieces[now->piece_count++] = (pol_beside_piece){bytes, whole};
    return bytes;
}

static void forget(making *now)
{
    for (size_t i = 0; i < now->piece_count; i++)
        free((void *)(uintptr_t)now->pieces[i].bytes);
    free(now->all);
    free(now->heads);
    pol_lengths_free(now->lengths);
    xc_reader_free(now->reader);
}

static bool add_values(making *now, const xc_bytes *values, pol_columns_entry *entry)
{
    uint32_t *ends = add_piece(now, entry->values, sizeof *ends);
    for (uint32_t i = 0; i < entry->values; i++)
        entry->size += (uint32_t)values[i].size;
    char *bytes = ends ? add_piece(now, entry->size, 1) : NULL;
    for (uint32_t i = 0, at = 0; bytes && i < entry->values; i++) {
        memcpy(bytes + at, values[i].data, values[i].size);
        ends[i] = at += (uint32_t)values[i].size;
    }
    return bytes;
}

static pol_status add_column(making *now, xc_slot slot, bool is_own, pol_error *reterr)
{
    xc_error error = {0};
    xc_values *values = NULL;
    const size_t count = is_own ? (size_t)now->lengths->last + 1 : now->lengths->documents;
    const size_t pieces = now->piece_count;
    pol_columns_entry *entry = &now->entries[now->head.columns];
    *entry = (pol_columns_entry){.slot = slot, .is_own = is_own, .numbers = (uint32_t)count};
    uint16_t *numbers = add_piece(now, count, sizeof *numbers);
    if (!numbers)
        return fail_room(reterr);
    xc_status status = xc_reader_value_numbers(now->reader, slot, is_own ? now->all : now->heads,
                                               count, numbers, &values, &error);
    if (status == XC_RANGE) {
        now->piece_count = pieces; /* without it */
        free(numbers);
        return POL_OK;
    }
    if (status != XC_OK)
        return pol_fail_index(reterr, &error, now->directory);
    size_t value_count = 0;
    const xc_bytes *all = xc_values_all(values, &value_count);
    entry->values = (uint32_t)value_count;
    bool is_made = add_values(now, all, entry);
    xc_values_free(values);
    now->head.columns++;
    return is_made ? POL_OK : fail_room(reterr);
}

/* Which documents there are, and how many heads stand before each 64 docids. */
static pol_status list_documents(making *now, pol_error *reterr)
{
    const pol_lengths *lengths = now->lengths;
    const size_t words = pol_lengths_head_words(lengths);
    uint32_t *before = add_piece(now, words, sizeof *before);
    now->all = calloc((size_t)lengths->last + 1, sizeof *now->all);
    now->heads = calloc((size_t)lengths->documents + 1, sizeof *now->heads);
    if (!before || !now->all || !now->heads)
        return fail_room(reterr);
    uint32_t count = 0;
    for (xc_docid docid = 0; docid <= lengths->last; docid++) {
        now->all[docid] = docid;
        if (docid % 64 == 0)
            before[docid / 64] = count;
        if (pol_lengths_is_head(lengths, docid) && count < lengths->documents)
            now->heads[count++] = docid;
    }
    now->head.documents = count;
    return POL_OK;
}

static pol_status make(making *now, pol_error *reterr)
{
    pol_status status = list_documents(now, reterr);
    for (size_t i = 0; i < WANTED && status == POL_OK; i++)
        status = add_column(now, wanted[i].slot, wanted[i].is_own, reterr);
    if (status != POL_OK)
        return status;
    pol_beside_piece all[2 + PIECES_MAX] = {
        {&now->head, sizeof now->head},
        {now->entries, pol_columns_padded(now->head.columns * sizeof *now->entries)}};
    memcpy(all + 2, now->pieces, now->piece_count * sizeof *all);
    return pol_beside_save(now->reader, now->directory, &pol_columns_kind, now->lengths->last, all,
                           2 + now->piece_count, reterr);
}

pol_status pol_columns_write(const char *directory, pol_error *reterr)
{
    xc_error error = {0};
    making now = {.directory = directory};
    if (xc_reader_open(directory, &now.reader, &error) != XC_OK)
        return pol_fail_index(reterr, &error, directory);
    pol_status status = pol_lengths_open(now.reader, directory, &now.lengths, reterr);
    if (status == POL_OK)
        status = make(&now, reterr);
    forget(&now);
    return status;
}
