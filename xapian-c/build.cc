/* build.cc - new databases from batches of documents. */
#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

using xc::guarded;
using xc::guarded_new;

static constexpr size_t default_memory = size_t{96} << 20;

/* --- batches ------------------------------------------------------------------------ */

xc_status xc_batch_new(xc_batch **ret_batch, xc_error *reterr)
{
    return guarded_new(ret_batch, reterr, [] { return std::make_unique<xc_batch>(); });
}

xc_status xc_batch_share(xc_batch *batch, const xc_builder *builder, xc_error *reterr)
{
    return guarded(reterr, [&] {
        if (batch->is_finished || !batch->batch.documents.empty())
            throw xc::Failure(XC_INVALID, "the batch has documents");
        batch->batch.share(builder->builder.shared());
    });
}

void xc_batch_free(xc_batch *batch)
{
    (void)guarded(nullptr, [&] { delete batch; });
}

xc_status xc_batch_add(xc_batch *batch, const xc_document *document, xc_error *reterr)
{
    return guarded(reterr, [&] {
        if (document->is_xapians || batch->is_finished)
            throw xc::Failure(XC_INVALID, "%s",
                              batch->is_finished ? "the batch is finished"
                                                 : "only a new document goes into a batch");
        batch->batch.add(document->content);
    });
}

xc_status xc_batch_finish(xc_batch *batch, xc_error *reterr)
{
    return guarded(reterr, [&] {
        if (!batch->is_finished)
            batch->batch.finish();
        batch->is_finished = true;
    });
}

size_t xc_batch_memory(const xc_batch *batch)
{
    return batch->batch.memory();
}

/* --- databases ---------------------------------------------------------------------- */

xc_status xc_builder_new(const char *path, size_t memory_bytes, xc_builder **ret_builder,
                         xc_error *reterr)
{
    xc_status status = guarded_new(ret_builder, reterr, [&] {
        return std::make_unique<xc_builder>(path, memory_bytes ? memory_bytes : default_memory);
    });
    return xc::name_path(status, "make", path, reterr);
}

void xc_builder_free(xc_builder *builder)
{
    (void)guarded(nullptr, [&] { delete builder; });
}

xc_status xc_create_uncompressed(const char *path, xc_error *reterr)
{
    xc_status status = guarded(reterr, [&] { xc::Builder(path, 0, false).finish(nullptr); });
    return xc::name_path(status, "make", path, reterr);
}

xc_status xc_builder_share(xc_builder *builder, const xc_bytes *samples, size_t count,
                           xc_error *reterr)
{
    xc_status status = guarded(reterr, [&] {
        std::vector<std::string_view> all;
        for (size_t i = 0; i < count; i++)
            all.emplace_back(samples[i].data, samples[i].size);
        builder->builder.share(xc::Shared::find(all));
    });
    return xc::name_path(status, "write", builder->path.c_str(), reterr);
}

xc_status xc_builder_append(xc_builder *builder, xc_batch *batch, xc_error *reterr)
{
    xc_status status = guarded(reterr, [&] {
        if (!batch->is_finished)
            throw xc::Failure(XC_INVALID, "the batch is not finished");
        builder->builder.append(batch->batch);
    });
    return xc::name_path(status, "write", builder->path.c_str(), reterr);
}

xc_status xc_builder_finish(xc_builder *builder, const xc_reader *metadata, xc_error *reterr)
{
    xc_status status =
        guarded(reterr, [&] { builder->builder.finish(metadata ? &metadata->database : nullptr); });
    return xc::name_path(status, "write", builder->path.c_str(), reterr);
}
