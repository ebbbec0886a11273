/* schema.h - the single place that names every field of the index: Xapian prefix or
 * slot, type, help and an example query. Indexer, query language, facets, help texts
 * and the documentation's table all come from here.
 *
 * The unit of the index is the passage: one Xapian document each, those of one
 * document added one after the other. Ordinals count from 1. The passage with
 * ordinal 0, the head, stands for the whole document: its data is the stored document
 * (document/stored.h), the whole text included, had in one look-up; it carries a
 * term for every stem of the document (POL_PREFIX_DOCUMENT_STEM), by which documents are ranked,
 * the document's filters and values, and no text of its own. The other passages have no data:
 * their slots name their document and their ordinal. Ids may be long, so entries name their
 * document by a key made of it, and its head comes first of all that have the key. */
#ifndef POL_CORE_SCHEMA_H
#define POL_CORE_SCHEMA_H

#include <stdint.h>

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

#define POL_SCHEMA_VERSION "6"
/* Xapian metadata key that holds the version. */
#define POL_SCHEMA_KEY "polsearch.schema"

/* Terms. Words and stems are lower case or digits, so an upper-case prefix never
 * runs into them. Terms are at most POL_TERM_MAX bytes, longer values are hashed
 * (pol_term_make). */
enum { POL_TERM_MAX = 240 };
#define POL_PREFIX_WORD       ""   /* exact word of the text, with positions */
#define POL_PREFIX_STEM       "Z"  /* stem of the text, wdf = occurrences */
#define POL_PREFIX_TITLE_WORD "S"  /* on heads: exact word of the title, with positions */
#define POL_PREFIX_TITLE_STEM "ZS" /* stem of the title, wdf = 2 x occurrences */
#define POL_PREFIX_DOCUMENT_STEM                                                                   \
    "ZD"                              /* on heads only, wdf = occurrences in the texts of all      \
                                         passages + 2 x in the title */
#define POL_PREFIX_ID         "Q"     /* on heads: Q<id> */
#define POL_PREFIX_DOCUMENT   "I"     /* I<key>: all passages of a document, behind its head */
#define POL_PREFIX_HEAD       "XHEAD" /* on every head: "XHEAD" */
#define POL_PREFIX_BODY       "XBODY" /* on every passage but heads: "XBODY" */
#define POL_PREFIX_FILE       "XF"    /* on heads: XF<file key>, see the indexer's ledger */
#define POL_PREFIX_MERGE      "XM"    /* on heads: what two renderings must agree on */
#define POL_PREFIX_JOIN       "XJ"    /* on heads: XJ<join key>, its conference and year */
#define POL_PREFIX_REFERS     "XR"    /* on heads: XR<join key> of another's that it names */
#define POL_TERM_COMPOUND     "XP"    /* at the positions of compounds, of titles on heads, wdf 0 */
#define POL_PREFIX_SPELT      "XA"    /* on heads: XA<acronym>=<its spelling> in the text */
#define POL_PREFIX_SPELLING   "XI"    /* on heads: XI<its folded spelling>=<acronym> */
#define POL_PREFIX_EXACT_NAME "XE"    /* XE<value of the slot CONFERENCE>, in full */
#define POL_PREFIX_EXACT_ORG  "XG"    /* XG<value of the slot ORG>, in full */

typedef enum pol_field {
    POL_FIELD_TITLE = 0,  /* words of the title */
    POL_FIELD_CONFERENCE, /* words of the conference's name */
    POL_FIELD_YEAR,
    POL_FIELD_DATE,
    POL_FIELD_DECISION,
    POL_FIELD_KIND,
    POL_FIELD_CLAUSE,
    POL_FIELD_NUMBER,
    POL_FIELD_BY, /* words of submitting bodies; people are not indexed */
    POL_FIELD_ORG,
    POL_FIELD_SOURCE, /* file name or path, or URL */
    POL_FIELD_ID,
    POL_FIELD_STANDING, /* pol_standing_code(), on every passage and head */
    POL_FIELD_COUNT
} pol_field;

typedef enum pol_field_type {
    POL_TYPE_WORDS, /* words, which must all match: of titles each a term, on heads with positions;
                       of names and paths the value in full under the prefix */
    POL_TYPE_CODE,  /* one folded value under the prefix */
    POL_TYPE_YEAR,  /* 4 digits; term for one year, slot for ranges */
    POL_TYPE_DATE   /* ISO; slot for ranges */
} pol_field_type;

typedef struct pol_field_info {
    const char *name; /* as typed before the colon: "year" */
    pol_field_type type;
    const char *prefix; /* of its terms; NULL if it has none */
    int slot;           /* of its value; -1 if it has none */
    bool is_facet;
    const char *help;    /* one line */
    const char *example; /* a query that uses it */
} pol_field_info;

/* The table's row; `field` < POL_FIELD_COUNT. */
const pol_field_info *pol_field_info_of(pol_field field);
/* By name, ASCII case folded; POL_FIELD_COUNT if there is none. */
pol_field pol_field_from_name(pol_span name);

/* Slots. Values of DOCUMENT, CONFERENCE, DECISION, KIND, CLAUSE, ORG are the printed
 * value or code itself; YEAR is 4 digits, DATE is ISO, possibly cut ("2014-06"). They
 * sort as bytes. An absent value is the empty one. DECISION is the document's, on
 * every passage; the decision *term* of a passage is its own where it has one.
 * CHANGED (pol_changed_value) is when our record of the document last changed, what others
 * state of it included; never a date of the motion. OUTCOME (pol_outcome_value) is for counting
 * by year and decision. MEETING and ENTRY are on heads only, for lists. */
enum {
    POL_SLOT_DOCUMENT = 0, /* pol_document_key() of the document's id: collapse key */
    POL_SLOT_YEAR = 1,
    POL_SLOT_DATE = 2,
    POL_SLOT_DECISION = 3,
    POL_SLOT_CONFERENCE = 4, /* name without the year */
    POL_SLOT_KIND = 5,
    POL_SLOT_CLAUSE = 6,
    POL_SLOT_ORG = 7,
    POL_SLOT_CHANGED = 8,  /* Unix seconds, 10 digits: "1784563200" */
    POL_SLOT_OUTCOME = 9,  /* "2014 carried"; articles "2014 "; absent without a year */
    POL_SLOT_MEETING = 10, /* on heads: "2014 Health Care Conference", 0000 for no year */
    POL_SLOT_ENTRY = 11,   /* on heads: pol_listed_encode(), document/stored.h */
    POL_SLOT_ORDINAL = 12, /* pol_ordinal_value(), on passages */
    POL_SLOT_ROOTS = 13 /* on heads: of the files that its sources are, see the indexer's ledger */
};

enum { POL_CHANGED_SIZE = 11, POL_OUTCOME_SIZE = 32 }; /* of the values, and a zero byte */

/* Seconds as the slot CHANGED has them; "" where there are none, or more digits. */
const char *pol_changed_value(int64_t seconds, char buffer[POL_CHANGED_SIZE]);
/* "2014 carried"; `code` NULL: no decision applies. "" without a year. */
const char *pol_outcome_value(int year, const char *code, char buffer[POL_OUTCOME_SIZE]);
/* Year and the rest of a value of OUTCOME or MEETING, which lies in `value`. False for what is
 * no such value. */
bool pol_slot_year_parse(pol_span value, int *ret_year, pol_span *ret_rest);

/* Writes prefix + value, or, where that is over POL_TERM_MAX bytes, prefix + the first
 * 200 bytes + "~" + 32 hex digits of a hash of the whole. Returns the term, which
 * lies in `buffer`. */
pol_span pol_term_make(const char *prefix, pol_span value, char buffer[POL_TERM_MAX + 1]);

enum { POL_KEY_SIZE = 10 };
/* What stands for a document's id on its entries: 60 bits of its hash as letters, digits, "-" and
 * "_". */
pol_span pol_document_key(pol_span id, char buffer[POL_KEY_SIZE + 1]);
/* I<key>: all entries of the document. */
pol_span pol_document_term(pol_span id, char buffer[POL_TERM_MAX + 1]);
/* Q<id>: its head. */
pol_span pol_head_term(pol_span id, char buffer[POL_TERM_MAX + 1]);

enum { POL_ORDINAL_SIZE = 4 };
/* A passage's ordinal (1 or more) as its slot has it, and back; 0 for bytes that are none. */
pol_span pol_ordinal_value(uint32_t ordinal, char buffer[POL_ORDINAL_SIZE]);
uint32_t pol_ordinal_parse(pol_span value);

/* 128-bit hash (FNV-1a based, not for secrets) as 32 lower-case hex digits. */
void pol_hash_hex(pol_span bytes, char hex[33]);

#ifdef __cplusplus
}
#endif
#endif
