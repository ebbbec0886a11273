/* shared.cc - see shared.h. */
#include "xapian-c/shared.h"

#include <zdict.h>
#include <zstd.h>

#include "xapian-c/guard.h"
#include "xapian-c/lists.h"

namespace xc
{

namespace
{

constexpr size_t dictionary_max = 64 << 10, sample_max = 4096, samples_least = 100;
constexpr unsigned long long size_max = 1 << 30;
constexpr int level = 3;
constexpr std::string_view frame_start("\x28\xb5\x2f\xfd", 4);

bool is_frame(std::string_view data) noexcept
{
    return data.substr(0, frame_start.size()) == frame_start;
}

template <typename Object> Object *made(Object *object)
{
    if (!object)
        throw std::bad_alloc();
    return object;
}

struct Free {
    void operator()(ZSTD_CCtx *context) const
    {
        ZSTD_freeCCtx(context);
    }
    void operator()(ZSTD_DCtx *context) const
    {
        ZSTD_freeDCtx(context);
    }
};

/* Large, and of use for all documents: one for each thread. */
ZSTD_CCtx *packer()
{
    static thread_local std::unique_ptr<ZSTD_CCtx, Free> context;
    if (!context) {
        context.reset(made(ZSTD_createCCtx()));
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0);
    }
    return context.get();
}

ZSTD_DCtx *unpacker()
{
    static thread_local std::unique_ptr<ZSTD_DCtx, Free> context;
    if (!context)
        context.reset(made(ZSTD_createDCtx()));
    return context.get();
}

} // namespace

const char *const Shared::metadata_key = "xapian-c.shared";

std::string Shared::find(const std::vector<std::string_view> &samples)
{
    std::string all, found(dictionary_max, '\0');
    std::vector<size_t> sizes;
    for (std::string_view sample : samples) {
        sizes.push_back(std::min(sample.size(), sample_max));
        all.append(sample.substr(0, sample_max));
    }
    if (samples.size() < samples_least)
        return std::string();
    const size_t size = ZDICT_trainFromBuffer(found.data(), found.size(), all.data(), sizes.data(),
                                              static_cast<unsigned>(sizes.size()));
    found.resize(ZDICT_isError(size) ? 0 : size);
    return found;
}

Shared::Shared(std::string bytes, bool packs) : bytes_(std::move(bytes))
{
    unpacking_ = ZSTD_createDDict(bytes_.data(), bytes_.size());
    if (!unpacking_ && ZDICT_isError(ZDICT_getDictHeaderSize(bytes_.data(), bytes_.size())))
        throw Failure(XC_CORRUPT, "what the data of documents share is damaged");
    made(unpacking_);
    if (packs)
        packing_ = ZSTD_createCDict(bytes_.data(), bytes_.size(), level);
    if (packs && !packing_) {
        ZSTD_freeDDict(unpacking_);
        throw std::bad_alloc();
    }
}

Shared::~Shared()
{
    ZSTD_freeCDict(packing_);
    ZSTD_freeDDict(unpacking_);
}

void Shared::pack(std::string_view data, std::string &out) const
{
    const size_t before = out.size();
    ZSTD_CCtx *const context = packer();
    ZSTD_CCtx_refCDict(context, packing_);
    out.resize(before + ZSTD_compressBound(data.size()));
    const size_t size =
        ZSTD_compress2(context, out.data() + before, out.size() - before, data.data(), data.size());
    ZSTD_CCtx_refCDict(context, nullptr);
    if (ZSTD_isError(size))
        throw std::bad_alloc(); /* there is room: it lacks memory */
    out.resize(before + size);
    if (size >= data.size() && !is_frame(data))
        out.replace(before, size, data);
}

std::string Shared::unpack(std::string data) const
{
    if (!is_frame(data))
        return data;
    const unsigned long long size = ZSTD_getFrameContentSize(data.data(), data.size());
    if (size > size_max) /* not known, and no frame, too */
        throw Failure(XC_CORRUPT, "the data of a document are damaged");
    std::string whole(size, '\0');
    if (ZSTD_decompress_usingDDict(unpacker(), whole.data(), whole.size(), data.data(), data.size(),
                                   unpacking_) != size)
        throw Failure(XC_CORRUPT, "the data of a document are damaged");
    return whole;
}

const Shared *SharedSource::get()
{
    if (!is_read_) {
        std::string bytes = lists_ ? lists_->metadata(Shared::metadata_key)
                                   : database_.get_metadata(Shared::metadata_key);
        if (!bytes.empty())
            shared_ = std::make_unique<Shared>(std::move(bytes), packs_);
        is_read_ = true;
    }
    return shared_.get();
}

std::string SharedSource::unpack(std::string data)
{
    const Shared *const shared = is_frame(data) ? get() : nullptr;
    return shared ? shared->unpack(std::move(data)) : data;
}

} // namespace xc
