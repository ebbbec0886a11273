/* document.h - one motion, article or other text: metadata, each value with where it
 * came from, and passages.
 *
 * Everything lives in the arena it was made in and is read-only afterwards. What the
 * text does not state is absent: a span with data == NULL, year 0, decision UNKNOWN
 * (for kinds that are decided) or NONE. */
#ifndef POL_DOCUMENT_DOCUMENT_H
#define POL_DOCUMENT_DOCUMENT_H

#include "core/date.h"
#include "core/vocabulary.h"
#include "document/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A value and the place that states it. */
typedef struct pol_value {
    pol_span text; /* absent: not stated */
    uint32_t line; /* of the file that states it; 0 where unknown */
    uint8_t origin;
} pol_value;

typedef struct pol_submitter {
    pol_span name;
    bool is_person; /* hidden in every output unless asked for; never indexed */
} pol_submitter;

typedef struct pol_passage {
    uint32_t ordinal;     /* from 1 */
    uint8_t clause;       /* pol_clause */
    uint8_t decision;     /* of this point where stated, else POL_DECISION_NONE */
    uint8_t depth;        /* 0 paragraph, 1 point, 2 point under a point */
    bool is_action_point; /* counted in n_action_points */
    uint32_t lead_in;     /* ordinal of its lead-in; 0 for none */
    uint32_t line;        /* of the source, where it starts */
    uint32_t page;        /* the same; 0 where the format has no pages */
    pol_span label;       /* as printed: "3)", "a)", "ii)", "•"; absent for a paragraph */
    pol_span text;        /* without the label; a run of document.text */
} pol_passage;

/* Something doubtful that a person should look at. */
typedef struct pol_doubt {
    const char *field; /* "title", "decision", "encoding", ...: a constant */
    pol_span text;
    uint32_t line;
} pol_doubt;

/* Where a decision is stated: by the document's own text, or by another file. */
typedef struct pol_decision_source {
    uint8_t decision; /* pol_decision */
    pol_span words;   /* verbatim */
    pol_span file;    /* absent: the document's own */
    uint32_t line, page;
} pol_decision_source;

/* A tie to another document that a text states: "Composite C (motions 4 and 9)", "falls if
 * Motion 7 is carried", "supersedes Motion 12 of the 2014 conference". */
typedef struct pol_relation {
    uint8_t kind;             /* pol_relation_kind */
    pol_span number;          /* of the other, as printed: "12", "Composite C"; or absent */
    pol_span title;           /* of the other, as printed; or absent */
    pol_span conference_name; /* without the year; absent: the same conference */
    int year;                 /* 0: the same */
    pol_span words; /* that state it, verbatim; absent where it follows from the other's */
    uint32_t line;
    pol_span id; /* of the other, where it is known and the only one; absent otherwise */
} pol_relation;

typedef struct pol_document {
    pol_value id; /* only where the document states one */
    pol_kind kind;
    pol_value title;
    pol_span display_title; /* never absent: title, else file name or first words */
    pol_value organisation;
    pol_value conference;     /* as printed: "2017 Health Care Service Group Conference" */
    pol_span conference_name; /* without the year: "Health Care Service Group Conference" */
    int year;                 /* conference's for a motion, publication's for an article; 0 */
    uint32_t year_line;
    pol_date date; /* of submission or publication */
    uint32_t date_line;
    pol_value number;
    pol_submitter *submitters;
    size_t submitter_count;
    uint32_t submitters_line;
    pol_decision decision;
    pol_value decision_raw; /* the words, verbatim */
    /* all that state the decision, the one that holds first; empty where only the document's
     * own text does */
    pol_decision_source *decision_sources;
    size_t decision_source_count;
    bool has_decision_conflict; /* two of them contradict each other */
    pol_span referral;          /* of business not reached: "referred to the NEC" */
    uint8_t standing;           /* pol_standing */
    int lapses_after;           /* the last year it stands, by its union's rule; 0: none */
    pol_span section;           /* heading of the agenda that it stands under */
    pol_relation *relations;
    size_t relation_count;
    pol_span composite;         /* number of the composite it went into, as printed */
    uint8_t composite_decision; /* pol_decision of that composite; NONE where not known */
    uint32_t line, page;        /* of its file, where it starts; 0 for a file's only one */
    pol_span member;            /* path inside the archive it came from; absent elsewhere */
    pol_text_state text_state;
    pol_value recommendation;
    pol_value source;   /* a URL or path that the document states */
    pol_value language; /* ISO 639-1 where stated */
    pol_span text;      /* all passages, "\n\n" between them */
    pol_passage *passages;
    size_t passage_count;
    uint32_t action_point_count;
    pol_doubt *doubts;
    size_t doubt_count;
} pol_document;

#ifdef __cplusplus
}
#endif
#endif
