/* postings.cc - postings and positions of a term, read in blocks. */
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
