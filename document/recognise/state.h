/* state.h - what the steps of the recogniser share: the lines, what each was
 * taken for, and what was stated so far.
 *
 * Each step is a function of this state. It claims lines (a claimed line is no part of
 * the text) and states values; a later step sees only what is left. Private to
 * recognise*.c. */
#ifndef POL_DOCUMENT_RECOGNISE_STATE_H
#define POL_DOCUMENT_RECOGNISE_STATE_H

#include "document/document.h"
#include "document/openers.h"
#include "document/words.h"

/* What a line was taken for. */
typedef enum pol_use {
    POL_USE_BODY = 0,
    POL_USE_BOILERPLATE,
    POL_USE_METADATA, /* a label, a value, a byline */
    POL_USE_TITLE,
    POL_USE_DECISION, /* a sentence that states it */
    POL_USE_REPEAT    /* printed twice */
} pol_use;

typedef struct pol_rec_line {
    pol_span text;  /* cleaned; a step may take a prefix off */
    pol_span label; /* printed label that the markup gave; absent otherwise */
    const pol_line *source;
    uint8_t use;      /* pol_use */
    uint8_t section;  /* pol_clause by a heading above; POL_CLAUSE_COUNT: none */
    uint8_t decision; /* of the point that starts here, where stated */
    uint8_t prose;    /* what pol_rec_is_prose() found: 0 not asked yet, 1 no, 2 yes */
    bool has_opener;  /* asked for already: */
    uint8_t opener_subject, opener_clause;
} pol_rec_line;

/* What can be stated, by a pair or by the text. */
typedef enum pol_stated {
    POL_STATED_NOTHING = 0,
    POL_STATED_ID,
    POL_STATED_KIND,
    POL_STATED_TITLE,
    POL_STATED_ORGANISATION,
    POL_STATED_CONFERENCE,
    POL_STATED_YEAR,
    POL_STATED_DATE,
    POL_STATED_MEETING_DATE, /* the conference's, not the submission's */
    POL_STATED_PUBLISHED,    /* the page's, by its markup */
    POL_STATED_PAGE_TITLE,   /* of the browser's window */
    POL_STATED_NUMBER,
    POL_STATED_DECISION,
    POL_STATED_SUBMITTER,
    POL_STATED_TEXT_STATE,
    POL_STATED_RECOMMENDATION,
    POL_STATED_SOURCE,
    POL_STATED_LANGUAGE,
    POL_STATED_COUNT
} pol_stated;

/* "Point 2 lost": a decision on one point. */
typedef struct pol_point_decision {
    uint32_t number; /* 1 for "1" and for "a" */
    bool is_letter;
    uint8_t decision;
} pol_point_decision;

enum {
    POL_POINT_DECISIONS_MAX = 32,
    POL_SUBMITTERS_MAX = 64,
    POL_SHORT_LINE = 200, /* bytes: longer lines are never labels, names or titles */
    POL_NOWHERE = (size_t)-1
};

typedef struct pol_recognition {
    const pol_text *text;
    pol_span name; /* of the file */
    pol_arena *arena;
    pol_document *document;
    pol_error *reterr;
    pol_status status; /* the first failure; steps after it do nothing */

    pol_rec_line *lines;
    size_t count;

    pol_value stated[POL_STATED_COUNT]; /* the best statement so far */
    uint8_t rank[POL_STATED_COUNT];     /* of that statement */
    size_t doubt_capacity, submitter_capacity;
    uint8_t submitter_origin;
    pol_point_decision points[POL_POINT_DECISIONS_MAX];
    size_t point_count;
    pol_decision decision; /* of the text's own sentences */
    bool decision_conflict;

    size_t back_line;     /* "Back to all Motions"; POL_NOWHERE */
    size_t header_end;    /* first line behind the header that was recognised; 0 for none */
    size_t number_line;   /* "Motion 12" alone: a title may follow; POL_NOWHERE */
    pol_kind number_kind; /* by the noun before the number; POL_KIND_COUNT: none */
    bool has_labelled_conference;
    bool has_header_conference; /* by position, with its year */
    bool has_motion_pair;       /* a pair that only motions have: a number, a decision */
    bool is_motion_page;        /* labels, conference block or footer of a motion */
    bool is_article_page;       /* bylines, datelines, share buttons */
} pol_recognition;

/* ---- state.c ---- */

/* States `value` unless something of higher rank did. The origin ranks first, then
 * `alias` (0 the field's own name, up to 15). */
void pol_rec_state(pol_recognition *rec, pol_stated field, pol_span value, pol_origin origin,
                   uint32_t line, uint8_t alias);
void pol_rec_doubt(pol_recognition *rec, const char *field, uint32_t line, const char *text);
void pol_rec_submitter(pol_recognition *rec, pol_span name, bool is_person, pol_origin origin,
                       uint32_t line);
/* Notes that the arena refused `size` bytes. */
void pol_rec_refused(pol_recognition *rec, size_t size);

bool pol_rec_is_body(const pol_recognition *rec, size_t index);
/* How many lines at either end are looked at closely. */
enum { POL_EDGE_LINES = 2000 };
/* Is the line one of the first or last few thousand? Labels and decisions are looked for
 * there only, so that a file of a million lines takes no longer. */
bool pol_rec_is_near_edge(const pol_recognition *rec, size_t index);
/* The first line from `index` on that is still text; rec->count if there is none. */
size_t pol_rec_next(const pol_recognition *rec, size_t index);
/* The last line before `index` that is still text; POL_NOWHERE if there is none. */
size_t pol_rec_previous(const pol_recognition *rec, size_t index);
void pol_rec_claim(pol_recognition *rec, size_t index, pol_use use);
/* The line goes on with `text`: something was taken off it. */
void pol_rec_set_text(pol_recognition *rec, size_t index, pol_span text);
/* pol_opener_of() the line, which several steps ask for. */
pol_opener pol_rec_opener(pol_recognition *rec, size_t index);
/* Prose: long, or the opener of a clause, or a labelled point. */
bool pol_rec_is_prose(pol_recognition *rec, size_t index);
/* The first line that is prose; rec->count if there is none. Of the first few thousand
 * lines: a text that has no prose by then is cut there. */
size_t pol_rec_first_prose(pol_recognition *rec);
/* The last one, of the last few thousand; POL_NOWHERE if there is none. */
size_t pol_rec_last_prose(pol_recognition *rec);

/* ---- one step each, in the order of recognise.c ---- */
void pol_rec_take_pairs(pol_recognition *rec);        /* pairs.c */
void pol_rec_take_boilerplate(pol_recognition *rec);  /* boilerplate.c */
void pol_rec_take_sections(pol_recognition *rec);     /* sections.c */
void pol_rec_take_labels(pol_recognition *rec);       /* labels.c */
void pol_rec_take_header(pol_recognition *rec);       /* header.c */
void pol_rec_take_number(pol_recognition *rec);       /* number.c */
void pol_rec_take_decisions(pol_recognition *rec);    /* decision.c */
void pol_rec_take_submitters(pol_recognition *rec);   /* submitters.c */
void pol_rec_take_title_people(pol_recognition *rec); /* submitters.c */
void pol_rec_take_article(pol_recognition *rec);      /* article.c */
void pol_rec_take_title(pol_recognition *rec);        /* title.c */
void pol_rec_decide_kind(pol_recognition *rec);       /* kind.c */
void pol_rec_interpret(pol_recognition *rec);         /* fields.c */
void pol_rec_make_passages(pol_recognition *rec);     /* passages.c */
void pol_rec_finish(pol_recognition *rec);            /* fields.c */

#endif
