/* handles.h - what the opaque types of xapian-c.h are. */
#ifndef XAPIAN_C_HANDLES_H
#define XAPIAN_C_HANDLES_H

#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "xapian-c/columns.h"
#include "xapian-c/source.h"
#include "xapian-c/xapian-c.h"

struct xc_document {
    Xapian::Document document;
    bool is_stored = false; /* as it is in a database: its terms have frequencies */
    std::string data;       /* what was lent out last */
    std::string value;
};

struct xc_writer {
    Xapian::WritableDatabase database;
};

struct xc_reader {
    Xapian::Database database;           /* all parts as one */
    std::vector<Xapian::Database> parts; /* the same parts, one by one */
    std::vector<xc::Origin> origins;     /* what was asked for: paths and servers */
    std::vector<xc::Source> sources;     /* what these named when they were opened */
    bool is_local = false;
    xc::Columns columns; /* of the revision that is open */
    std::string text;    /* what was lent out last */
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
    bool has_frequencies = false;
    bool has_occurrences = false;
    uint32_t occurrences = 0; /* of the term read last */
    std::string term;         /* the term read last */
};

#endif
