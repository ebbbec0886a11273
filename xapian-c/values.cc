/* values.cc - documents by what a slot of theirs holds. */
#include "xapian-c/values.h"
#include "xapian-c/guard.h"
#include "xapian-c/handles.h"

namespace
{

struct Range {
    std::string low, high;
    bool has_high;

    bool has(const std::string &value) const
    {
        return !value.empty() && value >= low && (!has_high || value <= high);
    }
};

} // namespace

xc_status xc_reader_value_range(xc_reader *reader, xc_slot slot, xc_bytes low, xc_bytes high,
                                const xc_docid *docids, size_t count, xc_docid *ret_docids,
                                size_t *ret_count, xc_error *reterr)
{
    *ret_count = 0;
    return xc::guarded(reterr, [&] {
        const Range range{xc::to_string(low), xc::to_string(high), high.data != nullptr};
        xc::ValueStream values(reader->database, slot);
        size_t found = 0;
        for (size_t i = 0; docids && i < count; i++)
            if (range.has(values.at(docids[i])))
                ret_docids[found++] = docids[i];
        for (; !docids && !values.is_over() && values.docid() <= count; values.advance())
            if (range.has(values.value()))
                ret_docids[found++] = values.docid();
        *ret_count = found;
    });
}
