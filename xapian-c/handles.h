/* handles.h - what the opaque types of xapian-c.h are. */
#ifndef XAPIAN_C_HANDLES_H
#define XAPIAN_C_HANDLES_H

#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "xapian-c/batch.h"
#include "xapian-c/builder.h"
#include "xapian-c/content.h"
#include "xapian-c/lists.h"
#include "xapian-c/shared.h"
#include "xapian-c/source.h"
#include "xapian-c/term_walk.h"
#include "xapian-c/xapian-c.h"

namespace xc
{

/* A document that is known to be there. */
struct Stored {
    Xapian::Database database;
    std::shared_ptr<Lists> lists; /* where its data can be read */
    Xapian::docid docid;
};

} // namespace xc

struct xc_document {
    mutable xc::Content content;       /* what was added to it since it was Xapian's */
    mutable Xapian::Document document; /* what it was before */
    mutable bool is_xapians = false;   /* it is more than `content` */
    mutable bool is_stored = false;    /* as it is in a database: its terms have frequencies */
    mutable std::unique_ptr<xc::Stored> stored;       /* where `document` is to be had from yet */
    mutable std::shared_ptr<xc::SharedSource> shared; /* that its data were packed with */
    std::string data;                                 /* what was lent out last */
    std::string value;

    /* Xapian's, as it was before `content`. */
    Xapian::Document &before() const
    {
        if (stored) {
            document = stored->database.get_document(stored->docid);
            stored.reset();
        }
        return document;
    }
    /* All of it as Xapian's. */
    Xapian::Document &whole() const
    {
        before();
        if (!content.is_empty()) {
            content.put(document);
            if (content.has_data())
                shared.reset();
            content.clear();
        }
        is_xapians = true;
        return document;
    }
};

struct xc_batch {
    xc::Batch batch;
    bool is_finished = false;
};

struct xc_builder {
    std::string path;
    xc::Builder builder;
    xc_builder(const char *at, size_t memory) : path(at), builder(path, memory)
    {
    }
};

struct xc_writer {
    Xapian::WritableDatabase database;
    std::shared_ptr<xc::SharedSource> shared; /* NULL before it is opened */
};

struct xc_reader {
    Xapian::Database database;           /* all parts as one */
    std::vector<Xapian::Database> parts; /* the same parts, one by one */
    std::vector<xc::Origin> origins;     /* what was asked for: paths and servers */
    std::vector<xc::Source> sources;     /* what these named when they were opened */
    std::vector<std::shared_ptr<xc::SharedSource>> shared; /* of each part, once asked for */
    bool is_local = false;
    std::string text;                 /* what was lent out last */
    std::shared_ptr<xc::Lists> lists; /* of the revision that is open; or none */
    bool has_sought_lists = false;

    /* What it reads by itself; NULL where Xapian is to do it. */
    xc::Lists *mapped();
    /* It stands at another revision. */
    void forget();

    const std::vector<std::shared_ptr<xc::SharedSource>> &all_shared()
    {
        for (size_t part = shared.size(); part < parts.size(); part++)
            shared.push_back(
                std::make_shared<xc::SharedSource>(parts[part], mapped() ? lists : nullptr, false));
        return shared;
    }
};

struct xc_query {
    Xapian::Query query;
    unsigned depth = 1; /* of its tree */
    std::string description;
};

/* What a listing of terms can tell of each. */
struct xc_terms {
    Xapian::TermIterator next;
    Xapian::TermIterator end;
    std::unique_ptr<xc::TermWalk> walk; /* in place of these */
    bool has_frequencies = false;
    bool has_occurrences = false;
    uint32_t occurrences = 0; /* of the term read last */
    std::string term;         /* the term read last */
};

#endif
