/* postings.cc - postings and positions of a term, read in blocks. */
#include <cassert>
#include <vector>

#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

using xc::guarded;
using xc::guarded_new;
using xc::to_string;

struct xc_postings {
    Xapian::Database database; /* keeps what `next` reads from */
    Xapian::PostingIterator next;
    Xapian::PostingIterator end;
    bool wants_lengths = false;
};

xc_status xc_postings_open(xc_reader *reader, xc_bytes term, bool wants_lengths,
                           xc_postings **ret_postings, xc_error *reterr)
{
    return guarded_new(ret_postings, reterr, [&] {
        auto postings = std::make_unique<xc_postings>();
        postings->database = reader->database;
        postings->next = reader->database.postlist_begin(to_string(term));
        postings->wants_lengths = wants_lengths;
        return postings;
    });
}

xc_status xc_postings_read(xc_postings *postings, xc_posting *block, size_t size, size_t *ret_count,
                           xc_error *reterr)
{
    *ret_count = 0;
    return guarded(reterr, [&] {
        Xapian::PostingIterator &next = postings->next;
        size_t count = 0;
        for (; count < size && next != postings->end; ++next, count++) {
            block[count].docid = *next;
            block[count].wdf = next.get_wdf();
            block[count].length = postings->wants_lengths ? next.get_doclength() : 0;
        }
        *ret_count = count;
    });
}

xc_status xc_postings_skip_to(xc_postings *postings, xc_docid docid, xc_error *reterr)
{
    return guarded(reterr, [&] {
        if (postings->next != postings->end)
            postings->next.skip_to(docid);
    });
}

xc_status xc_postings_probe(xc_postings *postings, const xc_docid *docids, size_t count,
                            uint32_t *places, uint32_t *wdfs, size_t *ret_count, xc_error *reterr)
{
    *ret_count = 0;
    return guarded(reterr, [&] {
        Xapian::PostingIterator &next = postings->next;
        size_t met = 0;
        for (size_t i = 0; i < count && next != postings->end; i++) {
            next.skip_to(docids[i]);
            if (next == postings->end || *next != docids[i])
                continue;
            places[met] = static_cast<uint32_t>(i);
            wdfs[met++] = next.get_wdf();
        }
        *ret_count = met;
    });
}

void xc_postings_free(xc_postings *postings)
{
    (void)guarded(nullptr, [&] { delete postings; });
}

xc_status xc_reader_positions(xc_reader *reader, xc_docid docid, xc_bytes term, uint32_t *block,
                              size_t size, size_t *ret_count, xc_error *reterr)
{
    *ret_count = 0;
    return guarded(reterr, [&] {
        const std::string name = to_string(term);
        Xapian::PositionIterator next = reader->database.positionlist_begin(docid, name);
        const Xapian::PositionIterator end = reader->database.positionlist_end(docid, name);
        size_t count = 0;
        for (; count < size && next != end; ++next)
            block[count++] = *next;
        *ret_count = count;
    });
}

struct xc_positions {
    std::vector<uint32_t> all;
    std::vector<size_t> starts; /* by place, and the end of the last */
};

xc_status xc_positions_read(xc_reader *reader, xc_bytes term, const xc_docid *docids, size_t count,
                            xc_positions **ret_positions, xc_error *reterr)
{
    return guarded_new(ret_positions, reterr, [&] {
        auto positions = std::make_unique<xc_positions>();
        const std::string name = to_string(term);
        positions->starts.reserve(count + 1);
        positions->starts.push_back(0);
        for (size_t i = 0; i < count; i++) {
            Xapian::PositionIterator next = reader->database.positionlist_begin(docids[i], name);
            for (; next != Xapian::PositionIterator(); ++next)
                positions->all.push_back(*next);
            positions->starts.push_back(positions->all.size());
        }
        return positions;
    });
}

const uint32_t *xc_positions_at(const xc_positions *positions, size_t place, size_t *ret_count)
{
    assert(place + 1 < positions->starts.size());
    *ret_count = positions->starts[place + 1] - positions->starts[place];
    return positions->all.data() + positions->starts[place];
}

void xc_positions_free(xc_positions *positions)
{
    (void)guarded(nullptr, [&] { delete positions; });
}
