/* state.h - what the steps of the splitter share: the lines and what each looks like,
 * the lines that may be headings of items, and the items that were settled on.
 *
 * Private to split*.c. Whatever is found of a line is found once and kept, so that a file
 * of a million lines takes no longer than its lines do. */
#ifndef POL_DOCUMENT_SPLIT_STATE_H
#define POL_DOCUMENT_SPLIT_STATE_H

#include "document/split.h"
#include "document/words.h"

enum {
    POL_SPLIT_HEADINGS_MAX = 100000, /* lines that may be headings; more: kept whole */
    POL_SPLIT_LINE_BYTES = 240,      /* longer lines are text, whatever they start with */
    POL_SPLIT_HOUSES_MAX = 16,
    POL_SPLIT_NOWHERE = 0xFFFFFFFFu
};

/* How a heading names its item. */
typedef enum pol_split_form {
    POL_SPLIT_NOUN = 0, /* "Motion 12", "Composite C", "Amendment 12.1" */
    POL_SPLIT_LETTERED, /* "B19 Mugs", "EM1" */
    POL_SPLIT_BARE,     /* "16 Mugs - North branch", "42. Council" */
    POL_SPLIT_DOTTED,   /* "12.1", "1A.1": an amendment where a motion 12 is near */
    POL_SPLIT_WORDS,    /* "Amendment from North branch", "Executive statement": no number */
    POL_SPLIT_LETTER,   /* "A. Mugs", "II) Mugs" */
    POL_SPLIT_TITLE     /* a title alone */
} pol_split_form;

/* "12", "EM 01", "1A.1", "C": a number as printed, and its pieces. */
typedef struct pol_split_number {
    pol_span printed;
    uint32_t letters; /* the prefix in capitals, four bytes at most */
    uint32_t value;   /* 0: letters alone ("C") */
    uint32_t minor;   /* behind the dot; 0 for none */
    char suffix;      /* 'A' of "1A"; 0 */
    bool has_minor;
} pol_split_number;

/* What stands behind the number of a heading, and in the lines under it. */
typedef struct pol_split_parts {
    pol_span title, mover, decision, recommendation, parents;
    bool is_mover_person;
    pol_span target; /* of an amendment: "12" */
} pol_split_parts;

typedef struct pol_split_heading {
    uint32_t line;     /* index */
    uint32_t end_line; /* behind its own lines: "Motion no" over "12" has two */
    uint8_t form, kind;
    char close; /* the mark behind the number */
    bool is_in_section_of_amendments;
    bool has_opener, has_loose, has_motion_text, has_prose, has_mover, has_outcome, is_bodiless,
        is_listed;
    bool is_chosen;
    bool is_inferred;  /* by infer.c */
    bool names_motion; /* "3. Motion: Mugs" */
    int score;
    pol_split_number number;
    pol_span rest; /* behind the number, as printed */
    /* "Motion 3: That this AGM ...", "Amendment 3.1 (North branch): Delete ...": the text
     * starts on the heading's line; absent */
    pol_span inline_text;
    uint32_t noun;  /* what stands before the number, as a hash: "Special Resolution"; 0 */
    uint16_t epoch; /* sections that count from 1 again */
    pol_split_parts parts;
} pol_split_heading;

/* What a line looks like on its own. */
enum {
    POL_LOOK_KNOWN = 1 << 0,
    POL_LOOK_OPENER = 1 << 1,   /* of a clause, by a body: "Conference notes" */
    POL_LOOK_LOOSE = 1 << 2,    /* "We believe", "Notes that" */
    POL_LOOK_RESOLVES = 1 << 3, /* with either */
    POL_LOOK_EDIT = 1 << 4,     /* "Delete point 3 and insert:" */
    POL_LOOK_PROSE = 1 << 5,
    POL_LOOK_DECISION = 1 << 6,  /* "CARRIED", "The motion was lost" */
    POL_LOOK_MOVER = 1 << 7,     /* "Submitted by North branch", "North branch" */
    POL_LOOK_ADVICE = 1 << 8,    /* "Executive position: Support" */
    POL_LOOK_STATUS = 1 << 9,    /* "Stands" */
    POL_LOOK_PARENTS = 1 << 10,  /* "(Motions 9 and 10)" */
    POL_LOOK_POINT = 1 << 11,    /* starts with a label: "1)", "a.", a bullet */
    POL_LOOK_OPEN = 1 << 12,     /* waits for what follows: ends in ":" ";" "," */
    POL_LOOK_SHOUT = 1 << 13,    /* all its letters are capitals */
    POL_LOOK_NAME = 1 << 14,     /* short, capitalised words, no mark at its end */
    POL_LOOK_LIST_END = 1 << 15, /* page number behind dots, or a page reference */
    POL_LOOK_ACTS = 1 << 16,     /* some sentence in it directs: "It instructs the Executive" */
    POL_LOOK_TIMED = 1 << 17     /* "11.05 Tea", an entry of a timetable */
};

/* What a label says that a line is. */
typedef enum pol_split_field {
    POL_FIELD_NONE = 0,
    POL_FIELD_TEXT, /* only of labels: lines of the text are NONE */
    POL_FIELD_NUMBER,
    POL_FIELD_TITLE,
    POL_FIELD_MOVER,
    POL_FIELD_SECONDER,
    POL_FIELD_ADVICE,
    POL_FIELD_DECISION,
    POL_FIELD_STATUS,
    POL_FIELD_OTHER, /* no part of the text */
    POL_FIELD_LABEL, /* the label itself */
    POL_FIELD_LIST,  /* of a table of motions whose texts stand elsewhere */
    POL_FIELD_COUNT
} pol_split_field;

typedef struct pol_splitter {
    const pol_text *text;
    pol_line *lines;         /* a copy of its own that text->lines is, too */
    const pol_line *printed; /* the same lines before any of them was changed */
    pol_arena *arena;
    pol_error *reterr;
    pol_status status;
    size_t count; /* lines */
    uint32_t *looks;
    bool *is_furniture;
    uint8_t *fields; /* pol_split_field */
    pol_split_heading *headings;
    size_t heading_count, heading_capacity;
    bool has_too_many;
    pol_span houses[POL_SPLIT_HOUSES_MAX]; /* who speaks in this file: "HESC", "The Gathering" */
    size_t house_count;
    uint64_t sections[2]; /* numbers that sections have, as bits: behind words, in Roman */
    bool has_sections;    /* they were looked for */
    uint8_t *places;      /* what each line is in the reading that was taken; NULL */
    pol_span *marked;     /* by a letter of the paper's own key: what became of a line; NULL */
    bool has_decimals;    /* "12.01", "12.02" count its items, and are no times of day */
    bool edits_start;     /* a paper of changes to rules: "Delete" starts a text */
    bool has_decisions;   /* behind several texts that nothing tells apart */
    const char *doubt;    /* why it is not cut though there are signs; NULL */
    uint32_t doubt_line;
} pol_splitter;

/* Notes that the arena refused `size` bytes. */
void pol_splitter_refused(pol_splitter *split, size_t size);

/* ---- split.c ---- */
/* Finds what the lines of `text`, which are replaced by a copy, look like, and the candidates for
 * headings. False: status. */
bool pol_split_prepare(pol_splitter *split, pol_text *text);
/* Chooses the headings of items by all means; false where the text is to be kept whole. */
bool pol_split_choose_all(pol_splitter *split);

/* ---- number.c ---- */
/* The number that `text` starts with, and what follows it. `is_behind_noun`: letters, Roman
 * numerals and words ("One") count, too. */
bool pol_split_number_parse(pol_span text, bool is_behind_noun, pol_split_number *ret_number,
                            pol_span *ret_rest);
/* "A.", "II)": letters alone with a mark behind them, as some number their motions. */
bool pol_split_letter_parse(pol_span text, pol_split_number *ret_number, pol_span *ret_rest);
/* "33/04", read as an amendment 4 of 33, to a number of its own in steps. False: it is none. */
bool pol_split_number_join(pol_split_number *number);
/* The same of "1.2". */
bool pol_split_number_step(pol_split_number *number);
bool pol_split_number_equal(const pol_split_number *a, const pol_split_number *b);
/* Is `base` the number of the motion that "12.1", "12A", "L2A.1" amends? */
bool pol_split_number_is_base(const pol_split_number *base, const pol_split_number *number);

/* ---- nouns.c ---- */
enum {
    POL_NOUN_IN_NUMBER = 1, /* "Composite C" is the number, of "Motion 12" only "12" */
    POL_NOUN_ALONE = 2,     /* may do without a number */
    POL_NOUN_WEAK = 4,      /* other things are numbered so, too */
    POL_NOUN_TITLED = 8,    /* "Motion: Mugs" may do without one */
    POL_NOUN_WHOLE = 16     /* is part of the title, as is what it numbers: "Change to rule 5" */
};
typedef struct pol_split_noun {
    const char *words; /* lower case */
    uint8_t kind, flags;
} pol_split_noun;
extern const pol_split_noun pol_split_nouns[];
extern const size_t pol_split_noun_count;
/* The noun that `text` starts with, of the table or made of others ("Sector Motion 3", where a
 * number follows), and what is behind it and its "No.". */
bool pol_split_noun_read(pol_span text, pol_split_noun *ret_noun, pol_span *ret_after);

/* "Policy motion", "Emergency motion: Mugs": the title without what its item is called, which
 * may tell its kind. */
pol_span pol_split_without_kind(pol_span title, uint8_t *kind);

/* ---- amendment.c ---- */
/* Behind a number: the mark, and what follows it. False: it goes on in another way. */
bool pol_split_read_close(pol_span after, char *ret_close, pol_span *ret_rest);
/* Who moves, behind "from", "by", "moved by"; absent. */
pol_span pol_split_without_from(pol_span rest);
/* Sets inline_text where the text starts on the heading's own line, and cuts `rest` there. */
bool pol_split_take_inline(pol_span *rest, pol_split_heading *heading);
/* "Conference", "This Congress is", at the end of a line as typed: what it does is in the next. */
bool pol_split_starts_wrapped(pol_span text);
/* What stands behind the noun and number of an amendment. */
bool pol_split_read_amendment(pol_span rest, pol_split_heading *heading);
/* "Motion 12 Amendment 1": then it is one. */
bool pol_split_becomes_amendment(pol_split_heading *heading);

/* ---- heading.c ---- */
/* May `text`, one line, be the heading of an item? Sets form, kind, number, close, rest and
 * what the rest says. */
bool pol_split_heading_parse(pol_span text, pol_split_heading *ret_heading);
/* "Motion 12 as amended: CARRIED", "L2, unamended: carried": a number and its decision, and
 * nothing else? Sets number, kind and the decision. */
bool pol_split_is_statement(pol_span text, pol_split_heading *ret_heading);
/* Of a title that was told by its print: the number that it starts with, taken off it. */
void pol_split_take_number(pol_split_heading *heading);
/* Is all of it a noun that waits for its number: "Motion no", "Motion"? */
bool pol_split_is_noun_alone(pol_span text, uint8_t *ret_kind);
pol_kind pol_split_kind_of_letters(uint32_t letters);

/* ---- parts.c ---- */
/* "Mugs - North branch - CARRIED" to title, mover, decision, recommendation, parents. */
void pol_split_rest_read(pol_span rest, pol_split_parts *ret_parts);
/* "Mugs - Camden": the piece at the end of a title that may be who moves, and where it is
 * cut; absent. */
pol_span pol_split_dashed_name(pol_span title, size_t *ret_at);
/* "Support", "EC: Oppose", "Executive position: Support": the stance; absent. */
pol_span pol_split_advice(pol_span text);
bool pol_split_is_status(pol_span text);
/* "(Motions 9 and amendment, and 10)", "Derived from Motion 22 (Families) and 23". */
bool pol_split_is_parents(pol_span text);
/* The numbers in it, 0 where it is something else. `is_list`: no word need say what they are. */
size_t pol_split_read_parents(pol_span text, bool is_list, pol_span *numbers, size_t capacity);
/* The numbers of motions in a line under a composite that says other words, too: "Composite of
 * Motion 4 from Ashby and Motion 8 from Upton"; 0 for fewer than two. */
size_t pol_split_find_parents(pol_span text, pol_span *numbers, size_t capacity);
/* "GS 2304A and GS 2304B", "FE4, FE5": of papers, or of what a composite was made of. */
bool pol_split_are_codes(pol_span text);
/* "Rule 3": a rule and its number, before "(Clubs in membership)", which is no mover. */
bool pol_split_names_rule(pol_span text);
/* Without the brackets around all of it. */
pol_span pol_split_unbracket(pol_span text);
/* A decision phrase, and nothing but it. */
bool pol_split_is_decision(pol_span text);

pol_span pol_split_vote_decision(pol_span text);
/* "so amended", "with the substitution of": not as it was printed. */
bool pol_split_says_amended(pol_span sentence);
/* The same of what stands behind a label that says that it is one; absent. */
pol_span pol_split_labelled_decision(pol_span value);
/* Sentences of votes and decisions, and nothing else: the last decision; absent. */
pol_span pol_split_result(pol_span text);
/* "Passed with applause": the decision it starts with; absent. */
pol_span pol_split_loose_decision(pol_span text);

/* ---- bodies.c ---- */
/* Capitalised words, small ones between them, and no mark at the end? */
bool pol_split_is_name(pol_span text);
/* Is it a body's name by its last word or its first: "North branch", "Local 9"? */
bool pol_split_is_body_name(pol_span text);
/* The same behind a dash or in brackets, where a name is likely: "Unite Health". */
bool pol_split_is_body_piece(pol_span text);
/* The bodies that a line names as movers and seconders, all of it: "Proposed by North branch;
 * seconded by South Region". 0: it is something else, or names people. */
size_t pol_split_bodies(pol_span text, pol_span *names, size_t capacity);

/* "Ten members", "10 conference representatives": who moves, and no body. */
bool pol_split_is_crowd(pol_span text);

/* ---- looks.c ---- */
uint32_t pol_split_look(pol_splitter *split, size_t line);
/* Finds the houses that open several lines and that no table names. */
void pol_split_learn_houses(pol_splitter *split);
/* "HESC notes", where HESC opens other lines, too. */
bool pol_split_starts_house(const pol_splitter *split, pol_span text);
/* Text of the line as it would be printed: marker first. */
pol_span pol_split_printed(pol_splitter *split, size_t line);
/* "Title", "Submitted by": a label over or before its value, and nothing else. */
bool pol_split_is_label(pol_span text);
/* "Delete point 3 and insert:" and the like. */
bool pol_split_is_edit(pol_span text);
/* Marks running heads, feet and page numbers. */
void pol_split_mark_furniture(pol_splitter *split);
/* The next line from `line` on that is no furniture; split->count. */
size_t pol_split_next(const pol_splitter *split, size_t line);
/* The lines from `from` to before `end` as one, in the arena; absent where they are too many. */
pol_span pol_split_join(pol_splitter *split, size_t from, size_t end);
/* The last one before `line`; POL_SPLIT_NOWHERE. */
size_t pol_split_previous(const pol_splitter *split, size_t line);

/* ---- damage.c ---- */
/* Is the text so broken, as by a bad scan, that no heading in it can be trusted? */
bool pol_split_is_damaged(const pol_splitter *split);

/* ---- reshape.c ---- */
void pol_split_reshape(pol_splitter *split);

/* ---- announce.c ---- */
/* Puts lines that announce an amendment as its heading. */
void pol_split_put_announced(pol_splitter *split);

/* ---- sections.c ---- */
/* Sets has_decimals. */
void pol_split_find_decimals(pol_splitter *split);
/* Takes times of day off the front of lines where a file prints them there. */
void pol_split_drop_times(pol_splitter *split);
/* Is the line the heading of a section that counts, as others do? */
bool pol_split_is_counted_section(pol_splitter *split, size_t line);

/* ---- marks.c ---- */
/* Takes letters of a key off the lines of items: "C   4.  Car parks" is "4.  Car parks", carried.
 */
void pol_split_drop_marks(pol_splitter *split);

/* ---- boxes.c ---- */
/* Takes lists of boxes to tick for what is ticked in them. */
void pol_split_read_boxes(pol_splitter *split);

/* ---- series.c ---- */
/* Puts headings of the file's own words and numbers that count up as ones that all steps know. */
void pol_split_put_series(pol_splitter *split);

/* ---- fields.c ---- */
/* What the label says that its value is: "Put by" a mover. */
uint8_t pol_split_field_of(pol_span label);
void pol_split_mark_fields(pol_splitter *split);

/* ---- candidates.c ---- */
void pol_split_collect(pol_splitter *split);

/* ---- sources.c ---- */
/* Takes entries of a composite's list of motions out of the headings. */
void pol_split_drop_sources(pol_splitter *split);

/* ---- inline.c ---- */
/* "3. Grazing. The number of ewes": a heading, and the text behind it as inline_text. */
bool pol_split_read_inline(pol_span text, pol_split_heading *ret);
/* Does the file print its items so? */
bool pol_split_has_inline(pol_splitter *split);

/* ---- choose.c ---- */
/* Sets is_chosen; false where the text is to be kept whole. */
bool pol_split_choose(pol_splitter *split);
/* Those of the amendments that stand under what is chosen. */
void pol_split_choose_amendments(pol_splitter *split);

/* ---- single.c ---- */
/* The same for one motion that amendments stand under. */
bool pol_split_choose_single(pol_splitter *split);

/* ---- thats.c ---- */
/* The same for numbered sentences that are a motion each. */
bool pol_split_choose_thats(pol_splitter *split);

/* ---- proof.c ---- */
/* Are the chosen headings those of several items? Where that is doubtful, says why. */
bool pol_split_is_borne_out(pol_splitter *split, bool runs_on);

/* ---- odd.c ---- */
/* Those of the chosen ones' print that have no number and a motion's text below them. */
void pol_split_choose_odd(pol_splitter *split);

/* ---- business.c ---- */
/* Takes business of the meeting out of what was chosen; false where there is none. */
bool pol_split_drop_business(pol_splitter *split);
/* Chooses lettered headings that are like those that were chosen. */
void pol_split_fill_lettered(pol_splitter *split);

/* ---- titles.c ---- */
/* The same for a text whose items have titles and no numbers. */
bool pol_split_choose_titles(pol_splitter *split);

/* ---- numeral.c ---- */
enum { POL_SPLIT_NUMERALS = 5 }; /* three from the left, one with its section's, one at the end */
typedef struct pol_split_numeral {
    pol_span printed, rest;
    pol_span prefix; /* what stands before what counts up */
    uint32_t value;
} pol_split_numeral;
/* The `nth` number of the line, from 0; false where it has none, or a sentence before it. */
bool pol_split_read_numeral(pol_span text, int nth, pol_split_numeral *ret);

/* ---- infer.c ---- */
/* The same for headings of a shape that no rule knows. Where `known` items were found already, it
 * must find half as many more, in headings of the markup. `wants_numbers`: only shapes that count.
 */
bool pol_split_infer(pol_splitter *split, size_t known, bool wants_numbers);

pol_split_heading pol_split_make_heading(pol_splitter *split, size_t line, size_t below,
                                         const pol_split_numeral *number);

/* ---- cut.c ---- */
void pol_split_cut(pol_splitter *split, pol_split *result);

#endif
