/* outline.c - documents of an outline through the pool to the builder. */
#include "indexer/outline.h"

#include <stdlib.h>

#include "core/schema.h"
#include "index/failure.h"
#include "indexer/held.h"

enum {
    ITEM_SIZE = 256 << 10, /* bytes of stored documents */
    PARTED_MIN = 2 << 20,  /* the same, of an item that is built in parts */
    PART_SIZE = 16 << 20,  /* bytes of memory of each */
    SAMPLES = 1000         /* documents */
};
#define STORED_LIMIT ((size_t)512 << 20)

xc_status pol_head_data(xc_document *head, xc_bytes *ret_data, xc_error *reterr)
{
    xc_status status = xc_document_data(head, ret_data, reterr);
    return status == XC_OK && ret_data->size == 0
               ? xc_document_value(head, POL_SLOT_OUTLINE, ret_data, reterr)
               : status;
}

static pol_status out_of_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory while building the index");
}

/* --- to batches --------------------------------------------------------------------- */

static pol_status fail_building(const xc_error *error, pol_error *reterr)
{
    return pol_fail_xapian(reterr, error, "cannot build the index");
}

static pol_status begin_batch(pol_item *item, pol_error *reterr)
{
    xc_error error;
    if (xc_batch_new(&item->batch, &error) != XC_OK ||
        xc_batch_share(item->batch, item->builder, &error) != XC_OK)
        return fail_building(&error, reterr);
    return POL_OK;
}

static pol_status append_batch(pol_item *item, xc_builder *builder, pol_error *reterr)
{
    xc_error error;
    xc_status status = xc_builder_append(builder, item->batch, &error);
    xc_batch_free(item->batch);
    item->batch = NULL;
    return status == XC_OK ? POL_OK : fail_building(&error, reterr);
}

/* Begins another batch where the item's is large and a builder can have it. */
static pol_status part_batch(pol_item *item, xc_builder *builder, pol_error *reterr)
{
    xc_error error;
    if (!builder || xc_batch_memory(item->batch) < PART_SIZE)
        return POL_OK;
    if (xc_batch_finish(item->batch, &error) != XC_OK)
        return fail_building(&error, reterr);
    pol_status status = append_batch(item, builder, reterr);
    return status == POL_OK ? begin_batch(item, reterr) : status;
}

static pol_status add_slice(pol_item *item, const pol_prepared *prepared, xc_builder *builder,
                            pol_error *reterr)
{
    xc_error error;
    for (size_t i = 0; i < prepared->count; i++)
        if (xc_batch_add(item->batch, prepared->documents[i], &error) != XC_OK)
            return fail_building(&error, reterr);
    return part_batch(item, builder, reterr);
}

static pol_status build_document(pol_item *item, const pol_outlined *outlined,
                                 pol_preparer *preparer, xc_builder *builder, pol_error *reterr)
{
    const pol_stored *stored = outlined->stored;
    pol_prepared prepared = {0};
    size_t done = 0;
    pol_status status =
        pol_prepare(preparer, stored, outlined->keys, outlined->key_count, &prepared, reterr);
    if (status != POL_OK)
        return status;
    done = prepared.count - 1;
    status = add_slice(item, &prepared, builder, reterr);
    pol_prepared_give_back(&prepared, preparer);
    while (status == POL_OK && done < stored->document.passage_count) {
        status = pol_prepare_more(preparer, stored, done, &prepared, reterr);
        done += prepared.count;
        if (status == POL_OK)
            status = add_slice(item, &prepared, builder, reterr);
        pol_prepared_give_back(&prepared, preparer);
    }
    item->built_passages += done;
    return status;
}

/* All of the item to one batch, or, where it goes to a builder at once, to several. */
static pol_status build_item(pol_item *item, pol_preparer *preparer, xc_builder *builder,
                             pol_error *reterr)
{
    xc_error error;
    pol_status status = begin_batch(item, reterr);
    pol_preparer_bound(preparer, SIZE_MAX);
    for (size_t i = 0; i < item->outlined_count && status == POL_OK; i++)
        status = build_document(item, &item->outlined[i], preparer, builder, reterr);
    if (status == POL_OK && xc_batch_finish(item->batch, &error) != XC_OK)
        status = fail_building(&error, reterr);
    return status;
}

/* A document that long would take too much memory as one batch: the main thread builds it. */
static bool is_long(const pol_item *item)
{
    return item->outlined_bytes > PARTED_MIN;
}

void pol_item_build(pol_item *item, pol_preparer *preparer)
{
    if (!is_long(item))
        item->status = build_item(item, preparer, NULL, &item->error);
}

/* --- in the main thread ------------------------------------------------------------- */

static pol_status build_long(pol_building *building, pol_item *item, pol_error *reterr)
{
    pol_preparer *preparer;
    pol_status status = pol_preparer_new(&preparer, reterr);
    if (status == POL_OK)
        status = build_item(item, preparer, building->builder, reterr);
    pol_preparer_free(preparer);
    return status;
}

static pol_status append_next(pol_building *building, pol_error *reterr)
{
    pol_item *item = pol_pool_take(building->pool);
    pol_status status = item->status;
    if (status != POL_OK)
        *reterr = item->error;
    else if (is_long(item))
        status = build_long(building, item, reterr);
    if (status == POL_OK)
        status = append_batch(item, building->builder, reterr);
    building->documents += item->outlined_count;
    building->passages += item->built_passages;
    pol_item_free(item);
    building->on_progress(building->context, building->documents);
    return status;
}

/* The document into the item. */
static pol_status outline_one(pol_item *item, xc_reader *outline, xc_docid docid, pol_error *reterr)
{
    pol_held held;
    pol_outlined *grown = pol_arena_grow(&item->arena, item->outlined, item->outlined_count,
                                         &item->outlined_capacity, sizeof *grown);
    if (!grown)
        return out_of_memory(reterr);
    item->outlined = grown;
    pol_status status = pol_held_read(outline, docid, &item->arena, &held, reterr);
    if (status != POL_OK)
        return status;
    pol_outlined *made = &grown[item->outlined_count++];
    *made = (pol_outlined){.key_count = held.stored.source_count};
    made->keys = pol_arena_array(&item->arena, held.stored.source_count, sizeof *made->keys);
    made->stored = pol_arena_alloc(&item->arena, sizeof *made->stored);
    if (!made->keys || !made->stored)
        return out_of_memory(reterr);
    *made->stored = held.stored;
    memcpy(made->keys, held.keys, held.stored.source_count * sizeof *made->keys);
    item->outlined_bytes += held.encoded.size;
    return POL_OK;
}

/* Gives an item to the pool, appending the oldest where it is full. */
static pol_status give(pol_building *building, pol_item **item, pol_error *reterr)
{
    pol_status status = POL_OK;
    if (pol_pool_is_full(building->pool))
        status = append_next(building, reterr);
    if (status == POL_OK) {
        pol_pool_give(building->pool, *item);
        *item = NULL;
    }
    return status;
}

static pol_status outline_all(pol_building *building, xc_reader *outline, const xc_posting *block,
                              size_t count, pol_error *reterr)
{
    pol_item *item = NULL;
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        if (!item)
            item = pol_item_new();
        if (!item)
            status = out_of_memory(reterr);
        else
            item->builder = building->builder;
        if (status == POL_OK)
            status = outline_one(item, outline, block[i].docid, reterr);
        if (status == POL_OK && (item->outlined_bytes >= ITEM_SIZE || i + 1 == count))
            status = give(building, &item, reterr);
    }
    pol_item_free(item);
    return status;
}

/* Documents all over the outline, for what they have in common. */
static pol_status share(pol_building *building, xc_reader *outline, const xc_posting *block,
                        size_t count, pol_error *reterr)
{
    xc_error error;
    pol_arena arena;
    xc_bytes samples[SAMPLES];
    size_t taken = 0;
    pol_status status = POL_OK;
    const size_t step = count / SAMPLES + 1;
    pol_arena_init(&arena, STORED_LIMIT);
    for (size_t i = 0; i < count && status == POL_OK; i += step) {
        pol_held held;
        status = pol_held_read(outline, block[i].docid, &arena, &held, reterr);
        samples[taken++] = pol_xc_bytes(held.encoded);
    }
    if (status == POL_OK && xc_builder_share(building->builder, samples, taken, &error) != XC_OK)
        status = pol_fail_xapian(reterr, &error, "cannot build the index");
    pol_arena_done(&arena);
    return status;
}

pol_status pol_outline_build(pol_building *building, xc_reader *outline, pol_error *reterr)
{
    xc_posting *block;
    size_t count;
    pol_status status = pol_held_list(outline, POL_SPAN(POL_PREFIX_HEAD), &block, &count, reterr);
    if (status == POL_OK)
        status = share(building, outline, block, count, reterr);
    if (status == POL_OK)
        status = outline_all(building, outline, block, count, reterr);
    free(block);
    while (status == POL_OK && !pol_pool_is_empty(building->pool))
        status = append_next(building, reterr);
    return status;
}
