/* term_walk.cc - keys of the table of posting lists to terms: each list begins with an entry whose
 * key is the term, and goes on in others, whose keys say more. */
#include "xapian-c/term_walk.h"

#include "xapian-c/guard.h"
#include "xapian-c/lists.h"
#include "xapian-c/pack.h"

namespace xc
{

namespace
{

/* Behind the keys of all that is no posting list, before the first term. */
constexpr std::string_view before_terms("\0\xf0", 2);

/* What pack_sorting() made of a term, and nothing behind it. */
bool unpack_term(std::string_view key, std::string &ret_term)
{
    ret_term.assign(key);
    size_t zero = ret_term.find('\0');
    for (; zero != std::string::npos; zero = ret_term.find('\0', zero + 1)) {
        if (ret_term[zero + 1] != '\xff')
            return false;
        ret_term.erase(zero + 1, 1);
    }
    return true;
}

} // namespace

TermWalk::TermWalk(std::shared_ptr<const Lists> lists, std::string_view prefix)
    : lists_(std::move(lists)), cursor_(lists_->cursor()), prefix_(prefix)
{
    place(prefix);
}

void TermWalk::place(std::string_view term)
{
    key_.clear();
    if (term.empty())
        key_ = before_terms;
    else
        pack_sorting(key_, term, true);
    is_placed_ = cursor_.seek(key_) && cursor_.key() == key_;
}

bool TermWalk::next(std::string &ret_term)
{
    while (!is_over_) {
        is_over_ = !is_placed_ && !cursor_.next();
        is_placed_ = false;
        if (is_over_ || !unpack_term(cursor_.key(), ret_term))
            continue;
        is_over_ = ret_term.compare(0, prefix_.size(), prefix_) != 0;
        if (!is_over_)
            return true;
    }
    return false;
}

/* The first number of the list. Xapian deflates long entries that it writes. */
uint32_t TermWalk::documents()
{
    char start[10];
    uint32_t documents = 0;
    const char *at = start, *end = start + cursor_.read_start(start, sizeof start);
    if (at == end && cursor_.read(value_)) {
        at = value_.data();
        end = at + value_.size();
    }
    if (!take_number(at, end, documents))
        throw Failure(XC_CORRUPT, "damaged: a posting list cannot be read");
    return documents;
}

void TermWalk::skip_to(std::string_view term)
{
    if (!is_over_ && term > prefix_)
        place(term);
}

} // namespace xc
