/* value_walk.cc - chunks of values: a value, and then each time how far on the next document is,
 * and its value. builder.cc says what their keys look like. */
#include "xapian-c/value_walk.h"

#include "xapian-c/guard.h"
#include "xapian-c/pack.h"

namespace xc
{

namespace
{

[[noreturn]] void fail_damaged()
{
    throw Failure(XC_CORRUPT, "damaged: a value cannot be read");
}

std::string_view take_text(const char *&at, const char *end)
{
    uint32_t size = 0;
    if (!take_number(at, end, size) || size > static_cast<size_t>(end - at))
        fail_damaged();
    const std::string_view text(at, size);
    at += size;
    return text;
}

} // namespace

ValueWalk::ValueWalk(const Tree &postings) : cursor_(postings)
{
}

void ValueWalk::begin(uint32_t slot)
{
    std::string prefix("\0\xd8", 2);
    pack(prefix, slot);
    if (prefix_size_ == prefix.size() && key_.compare(0, prefix_size_, prefix) == 0)
        return;
    key_ = prefix;
    prefix_size_ = prefix.size();
    is_placed_ = false;
}

/* The chunk that the cursor stands on; false where it is of another slot, or none. */
bool ValueWalk::read_chunk()
{
    const std::string_view found = cursor_.key();
    is_placed_ = false;
    if (found.substr(0, prefix_size_) != std::string_view(key_).substr(0, prefix_size_) ||
        !unpack_sorting(found.substr(prefix_size_), document_))
        return false;
    if (!cursor_.read(chunk_))
        fail_damaged();
    at_ = chunk_.data();
    end_ = at_ + chunk_.size();
    value_ = take_text(at_, end_);
    return is_placed_ = true;
}

/* To the last entry that does not begin behind the document: before the chunks of a slot stands
 * what is told of all of them. */
bool ValueWalk::seek(uint32_t document)
{
    key_.resize(prefix_size_);
    pack_sorting(key_, document);
    is_placed_ = false;
    return cursor_.seek(key_);
}

bool ValueWalk::next_chunk()
{
    const uint32_t before = document_;
    is_placed_ = false;
    if (!cursor_.next() || !read_chunk())
        return false;
    if (document_ <= before)
        fail_damaged();
    return true;
}

/* False where that was the last of the chunk. */
bool ValueWalk::next_in_chunk()
{
    uint32_t step = 0;
    if (at_ == end_)
        return false;
    if (!take_number(at_, end_, step) || step >= UINT32_MAX - document_)
        fail_damaged();
    value_ = take_text(at_, end_);
    document_ += step + 1;
    return true;
}

/* To the first value of the chunk from the document on; false where it has none. */
bool ValueWalk::pass(uint32_t document)
{
    while (document_ < document)
        if (!next_in_chunk())
            return false;
    return true;
}

bool ValueWalk::find(uint32_t document)
{
    if (!is_placed_ || document_ > document || !pass(document))
        return seek(document) && read_chunk() && pass(document) && document_ == document;
    return document_ == document;
}

bool ValueWalk::skip_to(uint32_t document)
{
    if (is_placed_ && document_ <= document && pass(document))
        return true;
    if (!seek(document))
        return false;
    if (read_chunk())
        return pass(document) || next_chunk();
    return cursor_.next() && read_chunk();
}

bool ValueWalk::next()
{
    return next_in_chunk() || next_chunk();
}

} // namespace xc
