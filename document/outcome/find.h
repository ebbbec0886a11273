/* find.h - what the search for outcomes keeps while it goes through a text: what was
 * found, and what each line turned out to be. */
#ifndef POL_DOCUMENT_OUTCOME_FIND_H
#define POL_DOCUMENT_OUTCOME_FIND_H

#include "document/outcome/sentence.h"

/* What a line turned out to be. */
typedef enum pol_outcome_use {
    POL_OUTCOME_USE_NONE = 0,   /* not looked at yet */
    POL_OUTCOME_USE_OUTCOME,    /* states outcomes */
    POL_OUTCOME_USE_HEADING,    /* a heading that decides, or that names the report */
    POL_OUTCOME_USE_CONFERENCE, /* names a conference */
    POL_OUTCOME_USE_FURNITURE,  /* a date, a page's number, "End of list" */
    POL_OUTCOME_USE_CELL,       /* of a table, beside its outcome */
    POL_OUTCOME_USE_ITEM,       /* numbered, and nothing is said of it */
    POL_OUTCOME_USE_SHORT,      /* some other short line */
    POL_OUTCOME_USE_PROSE,      /* sentences */
    POL_OUTCOME_USE_CLAUSE      /* a motion's text */
} pol_outcome_use;

/* An outcome that may be given, and how it was found. */
typedef struct pol_found {
    pol_outcome outcome;
    size_t line;      /* index */
    uint32_t section; /* 0: under no heading of results */
    uint32_t place;   /* in the order in which they were found */
    uint8_t form;     /* pol_outcome_form */
    bool is_weak;     /* without number, and in small letters */
    bool is_full;     /* the heading above says what it governs */
} pol_found;

/* The item that was named last, on which sentences may say more. */
typedef struct pol_hand {
    pol_outcome item;   /* kind, number, title */
    pol_span amendment; /* number of the one spoken of; absent */
    bool has_item;
    bool is_line;         /* a heading or line named it: its text may follow */
    bool is_on_amendment; /* "it" is an amendment */
    bool is_title_only;   /* the number before it is the minute's: nothing is sure yet */
    size_t amendment_line;
    bool is_asked;   /* somebody asked for remission: "agreed" may be said of that */
    bool is_blurred; /* another motion came up: "the motion" may be that one */
    size_t line;     /* index of the line that named it */
    size_t found;    /* index of its outcome; behind all where it has none */
} pol_hand;

typedef struct pol_finder {
    const pol_text *text;
    pol_outcome_memory memory;
    pol_outcome_legend legend;
    uint8_t *uses; /* of each line */
    pol_found *found;
    size_t count, capacity;
    bool is_over;             /* there were more than POL_OUTCOMES_MAX */
    pol_span conference_name; /* of the last heading; absent */
    int year;
    bool is_preliminary; /* an agenda's report, where "accepted" decides nothing */
    bool has_title;      /* "Decisions of conference" stands at its head */
    bool is_minutes;
    uint8_t section_kind; /* of the items below "Composites", "Rule changes"; MOTION for none */
    uint32_t section, section_count;
    uint8_t section_level;
    /* the heading that decides, above */
    bool is_governed, is_full_heading;
    pol_outcome heading;
    size_t heading_line;
    bool has_numbers, has_titles; /* the items under it */
    uint8_t governed_level;       /* of the list that they are in */
    size_t governed;              /* how many items so far */
    size_t headings;              /* that decide, in all */
    pol_hand hand;
    size_t flat_from; /* the first line where a run of records was not looked for in vain */
} pol_finder;

/* Keeps an outcome found at the line of this index; the conference is filled in. */
void pol_finder_add(pol_finder *finder, const pol_outcome *outcome, size_t line, pol_span line_text,
                    pol_outcome_form form);

/* "8." alone on its line: of the item below. */
bool pol_finder_is_list_number(pol_span text);

/* ---- prepare.c ---- */

/* Sets the text of the finder: the lines without times and numbers of minutes. False when
 * memory is out. */
bool pol_finder_prepare(pol_finder *finder, const pol_text *text);

/* ---- governed.c ---- */

/* Takes an item, or a list, under a heading that decides; what is none ends the heading. Returns
 * the index behind it, or `from`. */
size_t pol_finder_governed(pol_finder *finder, size_t from);
void pol_finder_end_heading(pol_finder *finder);
/* "There was no time for these, which go to the Executive:" between a heading and its items. */
bool pol_finder_is_introduction(const pol_finder *finder, pol_span text);
/* "Emergency motions" among the items under "CARRIED": a heading of lesser weight. */
bool pol_finder_is_subheading(const pol_finder *finder, const pol_line *line);

/* ---- legend.c ---- */

/* Reads what the text says of its letters; its lines are furniture from then on. */
void pol_outcome_legend_read(pol_finder *finder);

/* ---- headed.c ---- */

/* Reads what the text says of its nouns: "Texts headed RESOLUTION were adopted". */
void pol_outcome_nouns_read(pol_finder *finder);
/* Takes a line that starts with one of them and names an item. */
bool pol_finder_noun(pol_finder *finder, size_t index);

/* ---- hand.c ---- */

void pol_hand_close(pol_finder *finder);
/* Adds what is said of points to the outcome of the item in hand, where it has one. */
void pol_hand_add_points(pol_finder *finder, const pol_outcome *said);
/* `item` is spoken of from the line of this index on; `is_line`: that line is its heading. */
void pol_hand_take(pol_finder *finder, const pol_outcome *item, size_t line, bool is_line);
/* The same with what was found from `before` on. */
void pol_hand_follow(pol_finder *finder, size_t before, size_t line, bool is_line);
/* Text of a motion follows: what was found of the item in hand was the motion's own. */
void pol_hand_has_text(pol_finder *finder);
/* ": Mugs for all", behind "Title": the title of the item in hand, where it has none. */
void pol_hand_name(pol_finder *finder, pol_span text);
/* Takes the item that a heading or short line names; another heading ends the last. */
bool pol_hand_read_line(pol_finder *finder, size_t index);
/* Takes a line that is a decision alone, or with its figures, right below the item in hand. */
bool pol_hand_verdict(pol_finder *finder, size_t index);
/* Takes the item that a sentence is on, and adds what it says of the one in hand. Returns how
 * many outcomes it told of. */
size_t pol_hand_tell(pol_finder *finder, pol_span sentence, pol_outcome_context *context,
                     size_t line);

/* ---- story.c ---- */

/* Outcomes of the sentences of the paragraph `text` on lines `from` to `end`, and how many were
 * read by their gist alone; returns the bytes of the others. */
size_t pol_finder_sentences(pol_finder *finder, size_t from, size_t end, pol_span text,
                            size_t *ret_count, size_t *ret_gists);

/* ---- paragraph.c ---- */

/* Does the line start with the number or noun of an item, or a bullet? */
bool pol_finder_starts_item(pol_span text);
/* Is the line of this index the rest of the one before? */
bool pol_finder_goes_on(const pol_finder *finder, size_t index);
/* Does it say again what stands at the head of the first page? */
bool pol_finder_is_running_head(const pol_finder *finder, size_t index);
/* Where the paragraph that starts at `from` ends. */
size_t pol_finder_paragraph_end(const pol_finder *finder, size_t from);
/* Lines `from` to `end` as one, a space between them; absent when memory is out. */
pol_span pol_finder_join(pol_finder *finder, size_t from, size_t end);
/* The index of the line that byte `at` of the joined paragraph stands on. */
size_t pol_finder_line_of(const pol_finder *finder, size_t from, size_t end, size_t at);

/* ---- table.c ---- */

/* Reads the table that starts at the line of this index, of cells or of typed columns:
 * returns the index behind it, or `from` where there is none. */
size_t pol_finder_table(pol_finder *finder, size_t from);

/* Adds a further line of a cell to its text, a space between them. */
void pol_finder_add_text(pol_finder *finder, pol_span *cell, pol_span text);
/* The row of cells that starts at `from`; returns the index behind it. */
struct pol_outcome_row;
size_t pol_finder_row(pol_finder *finder, size_t from, struct pol_outcome_row *row);
/* Reads cells that describe an item each, a field a row; false where they do not. */
bool pol_finder_records(pol_finder *finder, size_t from, size_t end);
/* Under a heading that decides, a table without decisions of its own tells what it governs. */
struct pol_outcome_heads;
void pol_finder_govern(const pol_finder *finder, struct pol_outcome_heads *heads);

/* ---- pipes.c ---- */

/* Reads a table typed with bars and a rule under its heads, whose rows a reader of Markdown ran
 * together on one line. The same. */
size_t pol_finder_pipes(pol_finder *finder, size_t from);

/* ---- flat.c ---- */

/* Reads a table whose cells came out as lines of their own, and items whose decision stands
 * on the next line. The same. */
size_t pol_finder_flat(pol_finder *finder, size_t from);

/* ---- column.c ---- */

typedef enum pol_outcome_column {
    POL_OUTCOME_COLUMN_NONE = 0,
    POL_OUTCOME_COLUMN_NUMBER,
    POL_OUTCOME_COLUMN_TITLE,
    POL_OUTCOME_COLUMN_ITEM, /* "Motion": its number, its title or both */
    POL_OUTCOME_COLUMN_RULE, /* the number of a rule that is to be changed */
    POL_OUTCOME_COLUMN_KIND,
    POL_OUTCOME_COLUMN_DECISION,
    POL_OUTCOME_COLUMN_STATUS,     /* a decision where no other column holds them */
    POL_OUTCOME_COLUMN_TICK,       /* "Carried": a mark in it decides */
    POL_OUTCOME_COLUMN_CONFERENCE, /* of each row, or its year */
    POL_OUTCOME_COLUMN_AMENDMENTS, /* of the row's motion, with their decisions */
    POL_OUTCOME_COLUMN_STANCE,     /* of the executive: a recommendation */
    POL_OUTCOME_COLUMN_OTHER
} pol_outcome_column;

enum { POL_OUTCOME_COLUMNS_MAX = 16 };

typedef struct pol_outcome_row {
    pol_span cells[POL_OUTCOME_COLUMNS_MAX]; /* absent: empty */
    size_t count;
    size_t line; /* index of its first */
} pol_outcome_row;

/* What the columns hold. */
typedef struct pol_outcome_heads {
    pol_outcome_column columns[POL_OUTCOME_COLUMNS_MAX];
    pol_span names[POL_OUTCOME_COLUMNS_MAX]; /* as printed; absent in a table without heads */
    uint8_t ticks[POL_OUTCOME_COLUMNS_MAX];  /* what a mark in the column decides */
    size_t count;
    bool is_matrix;      /* no columns of items: they stand under "Carried", "Lost" themselves */
    int decisions;       /* the column that has them; -1 for none */
    pol_outcome heading; /* what decides where no column does; words absent for nothing */
} pol_outcome_heads;

/* What a column holds, by the cell at its head; NONE for a cell that is no such name. */
pol_outcome_column pol_outcome_column_of(pol_span head);
/* Reads the heads; false unless the row is one of names. */
bool pol_outcome_heads_read(const pol_outcome_row *row, pol_outcome_heads *ret_heads);
/* Could rows under these heads say what became of items? */
bool pol_outcome_heads_decide(const pol_outcome_heads *heads);
/* The columns of tables that stand side by side, each with its own decisions: the index behind
 * the last column of the group that starts at `from`; all columns where there is one table. */
size_t pol_outcome_group_end(const pol_outcome_heads *heads, size_t from);
/* Does the cell show that its column holds recommendations: "Support", "Oppose"? */
bool pol_outcome_is_mandate(pol_span cell);

/* ---- row.c ---- */

/* The row's item and its decision. A conference or year of its own is set, too. */
bool pol_outcome_row_read(const pol_outcome_row *row, const pol_outcome_heads *heads,
                          pol_outcome_memory *memory, pol_outcome *ret_outcome);
/* Adds what the row says, of each group of columns. */
void pol_finder_add_row(pol_finder *finder, const pol_outcome_row *row,
                        const pol_outcome_heads *heads, pol_span text);

/* ---- typed.c ---- */

/* The same for columns typed with spaces or bars. */
size_t pol_finder_typed(pol_finder *finder, size_t from);

/* ---- unread.c ---- */

/* Lines among outcomes that are of their shape: cells that ran into each other, and words that
 * are not known. */
void pol_finder_unknown(pol_finder *finder);
/* Lines of a report that name an item and tell of a decision, but were not read. */
void pol_finder_unread(pol_finder *finder);

/* ---- kind.c ---- */

/* Notes what a heading says of the kind of the items below: "Late items", "Composites". */
void pol_finder_note_section(pol_finder *finder, pol_span text);

/* Sets the kinds that the other items tell: of amendments, and composites with a letter. */
void pol_finder_settle_kinds(pol_finder *finder);

/* ---- judge.c ---- */

/* Drops what is not to be given, and tells whether the text is a report. */
bool pol_finder_judge(pol_finder *finder);

#endif
