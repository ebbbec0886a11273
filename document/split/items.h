/* items.h - the items that a text is cut into, between the choice of their headings and
 * their parts. Private to split*.c. */
#ifndef POL_DOCUMENT_SPLIT_ITEMS_H
#define POL_DOCUMENT_SPLIT_ITEMS_H

#include "document/split/state.h"

enum { POL_SPLIT_MOVERS_MAX = 16, POL_SPLIT_PARENTS_MAX = 32 };

typedef struct pol_split_mover {
    pol_span name;
    uint32_t line; /* index */
    bool is_person;
    bool is_sure; /* a body, though its words leave it open */
} pol_split_mover;

typedef struct pol_split_item {
    pol_split_heading *heading;
    uint32_t start;      /* its first line: the heading's, or a title's above it */
    uint32_t body, end;  /* lines of its text: from, and behind */
    uint32_t loose_head; /* a line under the heading that may be its mover, or NOWHERE */
    uint32_t loose_tail; /* the same behind the text */
    uint8_t kind;
    pol_span title, decision, recommendation;
    uint32_t title_line, decision_line, recommendation_line, parents_line; /* indices */
    pol_span parents;
    pol_split_mover movers[POL_SPLIT_MOVERS_MAX];
    size_t mover_count;
    bool is_mover_learnt; /* by what stands at its place, and no words */
    pol_span section, section_decision;
    uint32_t section_line;
    uint32_t cut_line; /* a line that the text has only a part of, cut_text; or NOWHERE */
    pol_span cut_text;
    bool is_business;        /* of the meeting, no motion: "Matters arising" */
    uint32_t text, text_end; /* where its text is by the reading; equal: nothing is known */
    uint32_t owner;          /* of an amendment: index of its motion's item; NOWHERE */
} pol_split_item;

typedef struct pol_split_items {
    pol_split_item *items;
    size_t count;
} pol_split_items;

/* ---- cut.c ---- */
/* The chosen headings as items, with what rules read of each; and which lines were furniture before
 * that, or NULL. */
const bool *pol_split_read_heads(pol_splitter *split, pol_split_items *items);

/* ---- over.c ---- */
/* Reads decisions that stand over the headings they are about. */
void pol_split_read_over(pol_splitter *split, pol_split_items *items);

/* ---- above.c ---- */
/* Titles that stand over the numbers: where most items have them, they start there. */
void pol_split_read_above(pol_splitter *split, pol_split_items *items);

/* ---- recur.c ---- */
/* Marks the fields that only their return in every item tells. */
void pol_split_mark_recurring(pol_splitter *split, const pol_split_items *items);

/* ---- subheads.c ---- */
/* Marks what stands under small headings that return, where none of it is a motion's text. */
void pol_split_mark_subheads(pol_splitter *split, const pol_split_items *items);

/* ---- trailers.c ---- */
/* Marks the short lines behind the texts that return behind most of them. */
void pol_split_mark_trailers(pol_splitter *split, const pol_split_items *items);
/* Those that say what majority is needed, or how long may be spoken. */
void pol_split_mark_majorities(pol_splitter *split, const pol_split_items *items);

/* ---- head.c ---- */
/* The lines between heading and text: title, movers, decision, stance. */
void pol_split_read_head(pol_splitter *split, pol_split_item *item);
/* Takes a line that names people as movers and seconders. */
bool pol_split_take_people(pol_splitter *split, pol_split_item *item, size_t line);
void pol_split_add_mover(pol_split_item *item, pol_span name, uint32_t line, bool is_person);
void pol_split_add_movers(pol_split_item *item, const pol_split_parts *parts, uint32_t line);

/* ---- listed.c ---- */
/* Cuts lists of bodies at their commas, where the whole file tells that they are lists. */
void pol_split_settle_lists(pol_splitter *split, pol_split_items *items);

/* ---- announce.c ---- */
/* Takes a line that says that a text follows: "Mr Hale proposed and Miss Pringle seconded:". */
bool pol_split_take_announced(pol_splitter *split, pol_split_item *item, size_t line);
/* The line that the text starts on in quotes, behind what minutes tell from line `from` on;
 * NOWHERE. */
size_t pol_split_find_quote(pol_splitter *split, const pol_split_item *item, size_t from);

/* ---- names.c ---- */
/* Ends as a body's name does, in small letters, too: "North Shires libraries branch". */
bool pol_split_ends_as_body(pol_span text);
/* "Humber Division; Tyne Division": each of them, bodies or people. */
void pol_split_add_names(pol_split_item *item, pol_span text, uint32_t line);
/* The same; `may_be_people`: without a body's words two or three capitalised ones are a person. */
void pol_split_list_names(pol_split_item *item, pol_span text, uint32_t line, bool may_be_people);
/* Is all of it names, and nothing but them? */
bool pol_split_are_names(pol_span text);
/* "Mugs (North branch)": what is in the brackets, and the rest; absent. */
pol_span pol_split_in_brackets(pol_span title, pol_span *ret_title);
/* Does one of the names of a list name a body? */
bool pol_split_has_body(pol_span text);
/* Names that only their place tells to be movers: told by what most items have there. */
void pol_split_settle_names(pol_splitter *split, pol_split_items *items);

/* ---- people.c ---- */
/* Takes a line of labelled names, bodies' and people's. */
bool pol_split_take_party(pol_splitter *split, pol_split_item *item, size_t line);
/* Names that their words leave open: people's or bodies', by the others behind the same label. */
void pol_split_settle_people(const pol_splitter *split, pol_split_items *items);

/* ---- sections.c ---- */
/* Where the item ends at the heading of a section that counts; item->end. */
size_t pol_split_find_section(pol_splitter *split, const pol_split_item *item);

/* ---- sources.c ---- */
/* Takes lines under a heading that say what a composite was made of. */
bool pol_split_take_sources(pol_splitter *split, pol_split_item *item, size_t line);

/* ---- business.c ---- */
/* Where the item ends at a line that is numbered like it and no item; item->end. */
size_t pol_split_find_business(pol_splitter *split, const pol_split_items *items, size_t index);

/* ---- ends.c ---- */
/* Is the line the rest of names in capitals that start behind the text above it? */
bool pol_split_is_loud_rest(pol_splitter *split, const pol_split_item *item, size_t line);
/* Takes names and decisions off the ends of the texts. */
void pol_split_settle_ends(pol_splitter *split, pol_split_items *items);

/* ---- rests.c ---- */
/* Tags out of the headings' rests; what is title there and what is name, by all of them. */
void pol_split_settle_rests(pol_splitter *split, pol_split_items *items);

/* What speaks for a name of who moves, less what speaks for a title. */
int pol_split_name_signs(pol_span text);

/* ---- topic.c ---- */
/* Shares `words`, behind the number or near it, a word with the item's text? */
bool pol_split_is_about(const pol_splitter *split, const pol_split_item *item, pol_span words);

/* ---- outro.c ---- */
/* Where the text of the last item ends and the paper's own last lines start. */
size_t pol_split_find_outro(pol_splitter *split, const pol_split_items *items);
/* "Printed by", "Next conference": what a paper says of itself behind its last motion. */
bool pol_split_is_outro(pol_span text);
/* Takes what minutes tell of a debate out of the text above `end`, where a result follows. */
void pol_split_drop_narrative(pol_splitter *split, const pol_split_item *item, size_t end);

/* ---- tail.c ---- */
/* What stands between the end of an item's text and the next heading: decision, movers,
 * parents, the next section's heading. */
void pol_split_read_tail(pol_splitter *split, pol_split_items *items, size_t index);

/* ---- bounds.c ---- */
/* Ends the item at `line`, where it does not end before; what follows belongs to none. */
void pol_split_end_at(pol_split_item *item, size_t line);
/* Adds to the text what goes on below it. */
void pol_split_extend_text(pol_splitter *split, pol_split_item *item);
/* Ends the item where another text opens behind its own. */
void pol_split_end_at_text(pol_splitter *split, pol_split_item *item);
/* Ends it before what governs or belongs to others; not before `least`. */
void pol_split_end_before_others(pol_splitter *split, pol_split_items *items, size_t index,
                                 size_t least);

/* ---- govern.c ---- */
/* Is the line printed as headings are: by the markup, strong or in capitals? */
bool pol_split_stands_out(pol_splitter *split, size_t line);
/* A heading of the markup that is no item's and of no lower rank than the items'. */
bool pol_split_is_break(pol_splitter *split, const pol_split_item *item, size_t line);
/* Does the line decide what stands in the list below it, or below it in this paper? */
bool pol_split_governs_list(pol_splitter *split, const pol_split_items *items, size_t index,
                            size_t line, size_t limit);
bool pol_split_is_governing(pol_splitter *split, const pol_split_items *items, size_t index,
                            size_t line);
/* Is the next item's section named here rather than this one's mover? */
bool pol_split_is_section(pol_splitter *split, const pol_split_item *item, size_t line, size_t end);
/* Gives the item `next` the last heading of a section between `from` and `to`. */
void pol_split_take_section(pol_splitter *split, pol_split_items *items, size_t next, size_t from,
                            size_t to);
/* Gives the first item the heading of a section that stands right over it. */
void pol_split_first_section(pol_splitter *split, pol_split_items *items);

/* ---- verdict.c ---- */
/* Takes the paragraph that ends the item and tells what became of it. */
void pol_split_take_verdict(pol_splitter *split, pol_split_items *items, size_t index);

/* Takes a line that says in sentences what became of an amendment and of its motion. */
bool pol_split_take_said(pol_splitter *split, pol_split_items *items, size_t index, size_t line);

/* Takes a paragraph behind the text, from `line` on: who it names as movers, what it decides. */
void pol_split_take_beside(pol_splitter *split, pol_split_items *items, size_t index, size_t line);

/* What a sentence says became of the item that it is about; absent. */
pol_span pol_split_said_by(pol_splitter *split, pol_span sentence);
/* "It was moved that the motion be tabled. LOST.": are the sentence, and those behind it until one
 * decides, of what is to be done with the motion? `is_behind` goes from sentence to sentence. */
bool pol_split_is_of_procedure(pol_span sentence, bool *is_behind);
/* "The amendment was carried, and the motion as amended": up to what is said of another. */
pol_span pol_split_first_clause(pol_span sentence);
/* The item that a sentence behind that of `index` is about, that one or another near by; NULL. */
const pol_split_item *pol_split_subject_of(const pol_split_items *items, size_t index,
                                           pol_span sentence);

/* ---- told.c ---- */
/* Decisions that sentences behind the texts tell, of items of which nothing else says any. */
void pol_split_settle_told(pol_splitter *split, pol_split_items *items);

/* ---- stated.c ---- */
/* Is it known what became of the item, or do its own lines say so? */
bool pol_split_is_decided(pol_splitter *split, const pol_split_item *item);
/* Decisions that stand where the paper has them for all its items, and nothing else finds. */
void pol_split_settle_stated(pol_splitter *split, pol_split_items *items);

/* ---- voice.c ---- */
/* Of the motion, of the meeting or of the day, and not of what is moved? */
bool pol_split_speaks_of_motion(pol_span text);
/* "Deferred to the special meeting", "Agreed with two against": a decision, and how. */
bool pol_split_starts_with_fate(pol_span sentence);
/* "Disposition: DEFEATED": what stands behind the label; absent. */
pol_span pol_split_labelled_fate(pol_span sentence);

/* ---- extent.c ---- */
/* Where the text of the item ends, at `end` at the latest. */
size_t pol_split_find_extent(pol_splitter *split, const pol_split_item *item, size_t end);

/* ---- relations.c ---- */
/* Sets owner of each amendment. */
void pol_split_attach(pol_split_items *items);
void pol_split_relate(pol_splitter *split, const pol_split_items *items, size_t index,
                      pol_part *part);

#endif
