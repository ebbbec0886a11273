/* postings.cc - postings and positions of a term, read in blocks. */
#include <algorithm>
#include <cassert>
#include <vector>

#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

using xc::guarded;
using xc::guarded_new;
using xc::to_string;
using xc::to_view;

struct xc_postings {
    Xapian::Database database; /* keeps what `next` reads from */
    Xapian::PostingIterator next;
    Xapian::PostingIterator end;
    bool wants_lengths = false;
    std::shared_ptr<xc::Lists> lists;  /* keeps what `own` reads from */
    std::unique_ptr<xc::Postings> own; /* where Xapian is not needed */
};

xc_status xc_postings_open(xc_reader *reader, xc_bytes term, bool wants_lengths,
                           xc_postings **ret_postings, xc_error *reterr)
{
    return guarded_new(ret_postings, reterr, [&] {
        auto postings = std::make_unique<xc_postings>();
        const xc::Lists *lists = term.size && !wants_lengths ? reader->mapped() : nullptr;
        if (lists) {
            postings->lists = reader->lists;
            postings->own = std::make_unique<xc::Postings>(lists->postings());
            postings->own->begin(to_view(term));
            return postings;
        }
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
        xc::Postings *own = postings->own.get();
        size_t count = 0;
        for (; own && count < size && !own->is_over(); own->advance(), count++)
            block[count] = xc_posting{own->document(), own->wdf(), 0};
        for (; !own && count < size && next != postings->end; ++next, count++) {
            block[count].docid = *next;
            block[count].wdf = next.get_wdf();
            block[count].length = postings->wants_lengths ? next.get_doclength() : 0;
        }
        *ret_count = count;
    });
}

xc_status xc_reader_postings(xc_reader *reader, xc_bytes term, xc_docid *docids, uint32_t *wdfs,
                             size_t room, size_t *ret_count, xc_error *reterr)
{
    *ret_count = 0;
    return guarded(reterr, [&] {
        xc::Lists *lists = term.size ? reader->mapped() : nullptr;
        if (lists) {
            *ret_count = lists->look_up(to_view(term)).read(docids, wdfs, room);
            return;
        }
        const std::string name = to_string(term);
        Xapian::PostingIterator next = reader->database.postlist_begin(name);
        const Xapian::PostingIterator end = reader->database.postlist_end(name);
        size_t count = 0;
        for (; count < room && next != end; ++next, count++) {
            docids[count] = *next;
            wdfs[count] = next.get_wdf();
        }
        *ret_count = count;
    });
}

xc_status xc_postings_skip_to(xc_postings *postings, xc_docid docid, xc_error *reterr)
{
    return guarded(reterr, [&] {
        if (postings->own)
            postings->own->skip_to(docid);
        else if (postings->next != postings->end)
            postings->next.skip_to(docid);
    });
}

static size_t probe_own(xc::Postings &postings, const xc_docid *docids, size_t count,
                        uint32_t *places, uint32_t *wdfs)
{
    size_t met = 0;
    for (size_t i = 0; i < count && !postings.is_over(); i++) {
        postings.skip_to(docids[i]);
        if (postings.is_over() || postings.document() != docids[i])
            continue;
        places[met] = static_cast<uint32_t>(i);
        wdfs[met++] = postings.wdf();
    }
    return met;
}

static size_t probe_xapian(xc_postings &postings, const xc_docid *docids, size_t count,
                           uint32_t *places, uint32_t *wdfs)
{
    Xapian::PostingIterator &next = postings.next;
    size_t met = 0;
    for (size_t i = 0; i < count && next != postings.end; i++) {
        next.skip_to(docids[i]);
        if (next == postings.end || *next != docids[i])
            continue;
        places[met] = static_cast<uint32_t>(i);
        wdfs[met++] = next.get_wdf();
    }
    return met;
}

xc_status xc_postings_probe(xc_postings *postings, const xc_docid *docids, size_t count,
                            uint32_t *places, uint32_t *wdfs, size_t *ret_count, xc_error *reterr)
{
    *ret_count = 0;
    return guarded(reterr, [&] {
        *ret_count = postings->own ? probe_own(*postings->own, docids, count, places, wdfs)
                                   : probe_xapian(*postings, docids, count, places, wdfs);
    });
}

void xc_postings_free(xc_postings *postings)
{
    (void)guarded(nullptr, [&] { delete postings; });
}

/* --- positions ---------------------------------------------------------------------- */

struct xc_positions {
    std::vector<uint32_t> all;
    std::vector<size_t> starts; /* by place, and the end of the last */
};

static void read_positions(xc_reader &reader, xc_bytes term, const xc_docid *docids, size_t count,
                           xc_positions &positions)
{
    const bool has_zero = std::find(docids, docids + count, xc_docid{0}) != docids + count;
    xc::Lists *lists = term.size && !has_zero ? reader.mapped() : nullptr;
    positions.all.reserve(2 * count);
    positions.starts.reserve(count + 1);
    positions.starts.push_back(0);
    if (lists) {
        lists->positions(to_view(term), docids, count, positions.all, positions.starts);
        return;
    }
    const std::string name = to_string(term);
    for (size_t i = 0; i < count; i++) {
        Xapian::PositionIterator next = reader.database.positionlist_begin(docids[i], name);
        for (; next != Xapian::PositionIterator(); ++next)
            positions.all.push_back(*next);
        positions.starts.push_back(positions.all.size());
    }
}

xc_status xc_reader_positions(xc_reader *reader, xc_docid docid, xc_bytes term, uint32_t *block,
                              size_t size, size_t *ret_count, xc_error *reterr)
{
    *ret_count = 0;
    return guarded(reterr, [&] {
        xc_positions positions;
        read_positions(*reader, term, &docid, 1, positions);
        *ret_count = std::min(positions.all.size(), size);
        std::copy_n(positions.all.begin(), *ret_count, block);
    });
}

xc_status xc_positions_read(xc_reader *reader, xc_bytes term, const xc_docid *docids, size_t count,
                            xc_positions **ret_positions, xc_error *reterr)
{
    return guarded_new(ret_positions, reterr, [&] {
        auto positions = std::make_unique<xc_positions>();
        read_positions(*reader, term, docids, count, *positions);
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
