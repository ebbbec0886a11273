/* merge.cc - a heap of runs by their next terms. */
#include "xapian-c/merge.h"

#include <algorithm>
#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>

#include "xapian-c/guard.h"
#include "xapian-c/pack.h"

namespace xc
{

namespace
{

constexpr size_t forget_step = 1 << 20; /* a multiple of any page's size */

} // namespace

Run::Run(int file, const std::string &path, size_t size) : map_size_(size)
{
    void *map = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    if (map == MAP_FAILED)
        throw Failure(errno == ENOMEM ? XC_NOMEM : XC_IO, "cannot read '%s' again", path.c_str());
    map_ = static_cast<char *>(map);
}

Run::~Run()
{
    if (map_)
        munmap(map_, map_size_);
}

void Run::forget(const char *from, const char *at) const noexcept
{
    if (map_)
        madvise(const_cast<char *>(from), static_cast<size_t>(at - from), MADV_DONTNEED);
}

/* --- the heap ----------------------------------------------------------------------- */

Merge::Merge(const Runs &runs)
{
    for (const std::unique_ptr<Run> &run : runs) {
        const std::string_view bytes = run->bytes();
        cursors_.push_back(
            Cursor{run.get(), bytes.data(), bytes.data() + bytes.size(), bytes.data(), 0, Entry()});
    }
    for (size_t i = 0; i < cursors_.size(); i++)
        taken_.push_back(static_cast<uint32_t>(i));
}

bool Merge::read(Cursor &cursor)
{
    if (cursor.at == cursor.end)
        return false;
    const auto passed = static_cast<size_t>(cursor.at - cursor.kept_from);
    if (passed >= forget_step) {
        const char *until = cursor.kept_from + passed / forget_step * forget_step;
        cursor.run->forget(cursor.kept_from, until);
        cursor.kept_from = until;
    }
    const uint32_t base = cursor.run->base();
    Entry &entry = cursor.entry;
    entry = unpack_entry(cursor.at);
    entry.first += base;
    entry.last += base;
    entry.first_positions += base;
    entry.last_positions += base;
    cursor.head = head_of(entry.term);
    return true;
}

/* As std::push_heap() wants to know it: the first of the heap is behind no other. */
bool Merge::is_behind(uint32_t left, uint32_t right) const noexcept
{
    const Cursor &a = cursors_[left], &b = cursors_[right];
    if (a.head != b.head)
        return a.head > b.head;
    const int order = a.entry.term.compare(b.entry.term);
    return order != 0 ? order > 0 : left > right;
}

void Merge::push(uint32_t index)
{
    heap_.push_back(index);
    std::push_heap(heap_.begin(), heap_.end(),
                   [this](uint32_t left, uint32_t right) { return is_behind(left, right); });
}

bool Merge::next()
{
    for (uint32_t index : taken_)
        if (read(cursors_[index]))
            push(index);
    taken_.clear();
    entries_.clear();
    while (!heap_.empty()) {
        const uint32_t index = heap_.front();
        if (!entries_.empty() && (cursors_[index].head != cursors_[taken_.front()].head ||
                                  cursors_[index].entry.term != term()))
            break;
        std::pop_heap(heap_.begin(), heap_.end(),
                      [this](uint32_t left, uint32_t right) { return is_behind(left, right); });
        heap_.pop_back();
        entries_.push_back(cursors_[index].entry);
        taken_.push_back(index);
    }
    return !entries_.empty();
}

/* --- one run of many ---------------------------------------------------------------- */

void pack_merged(std::string &out, const Merge &merge)
{
    Entry merged = {};
    std::string postings, positions;
    for (const Entry &entry : merge.entries()) {
        if (merged.documents == 0)
            merged.first = entry.first;
        else
            pack(postings, entry.first - merged.last - 1);
        postings.append(entry.postings);
        merged.documents += entry.documents;
        merged.occurrences += entry.occurrences;
        merged.last = entry.last;
        if (!entry.has_positions)
            continue;
        if (!merged.has_positions)
            merged.first_positions = entry.first_positions;
        else
            pack(positions, entry.first_positions - merged.last_positions - 1);
        positions.append(entry.positions);
        merged.has_positions = true;
        merged.last_positions = entry.last_positions;
    }
    merged.term = merge.term();
    merged.postings = postings;
    merged.positions = positions;
    pack_entry(out, merged);
}

} // namespace xc
