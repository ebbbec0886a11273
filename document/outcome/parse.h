/* parse.h - the pieces that the lines of a report are made of: decision words with
 * what belongs to them, the number and title of an item, lists of numbers, whole lines and
 * sentences.
 *
 * All of them read one short text and look at no other. What they find points into it, but
 * for numbers that a range leaves out ("17 to 19") and points, which the arena holds. */
#ifndef POL_DOCUMENT_OUTCOME_PARSE_H
#define POL_DOCUMENT_OUTCOME_PARSE_H

#include "document/outcome.h"

enum {
    POL_OUTCOME_LINE_MAX = 600, /* bytes of a line that is looked at */
    POL_OUTCOME_LIST_MAX = 200  /* items of one list */
};

enum { POL_OUTCOME_LEGEND_MAX = 24 };

/* "CA = carried as amended" */
typedef struct pol_outcome_letters {
    pol_span letters;
    uint8_t decision;
} pol_outcome_letters;

typedef enum pol_outcome_noun_place {
    POL_OUTCOME_NOUN_RESOLUTION = 0,
    POL_OUTCOME_NOUN_MOTION,
    POL_OUTCOME_NOUN_AMENDED, /* "Amended resolution" */
    POL_OUTCOME_NOUN_COUNT
} pol_outcome_noun_place;

typedef struct pol_outcome_legend {
    pol_outcome_letters items[POL_OUTCOME_LEGEND_MAX];
    size_t count;
    bool has_nouns;                        /* does the noun of an item tell what became of it? */
    uint8_t nouns[POL_OUTCOME_NOUN_COUNT]; /* decisions; NONE: says nothing */
} pol_outcome_legend;

/* Where memory comes from, whether it ever was refused, and how much was tried. */
typedef struct pol_outcome_memory {
    const pol_outcome_legend *legend; /* letters that the text explains; NULL for none */
    pol_arena *arena;
    size_t refused; /* bytes that the arena did not give; 0 */
    size_t tried;   /* texts that were compared with all phrases: what takes time */
} pol_outcome_memory;

void *pol_outcome_alloc(pol_outcome_memory *memory, size_t size);

/* Without spaces, marks of emphasis and closing punctuation, and without brackets around
 * the whole. */
pol_span pol_outcome_strip(pol_span text);

/* ---- words.c ---- */

/* Is all of `text` a decision with what belongs to it: "CARRIED AS AMENDED by 3.1",
 * "carried in parts (point 3 lost)", "COMPOSITED (Composite A)", "Not reached, referred to
 * the NEC"? Sets decision, words, points, composite, amendment, referral. */
bool pol_outcome_words(pol_span text, pol_outcome_memory *memory, pol_outcome *outcome);
/* The same where a decision is sure to stand: behind it and a mark anything may be remarked,
 * "Lost, two thirds not obtained". */
bool pol_outcome_words_remarked(pol_span text, pol_outcome_memory *memory, pol_outcome *outcome);
/* "These stand referred to the NEC": to whom business that was not reached went. */
void pol_outcome_note_referral(pol_span text, pol_outcome *outcome);
/* "In Composite A": the composite that a cell names; absent. */
pol_span pol_outcome_composite_in(pol_span cell);
/* "We ran out of time", "thrown out": decisions in words that stand alone; NONE. */
pol_decision pol_outcome_read_lone(pol_span text);
/* "passed with changes", "adopted in an amended form": CARRIED_AMENDED, or NONE. */
pol_decision pol_outcome_read_changed(pol_span text);
/* Is it a decision in words that only stand alone: "We ran out of time"? */
bool pol_outcome_is_lone(pol_span text);
/* "approved in an amended form", "passed with changes" */
bool pol_outcome_tells_change(pol_span text);
/* Does what stands behind a decision tell of another: "lost, and Motion 4 carried"? */
bool pol_outcome_says_other(pol_span tail, pol_decision decision);
/* "accepted", "accepted by the mover": of an amendment these tell of no vote. */
bool pol_outcome_is_acceptance(pol_span words);
/* Words of the executive's stance or of an agenda: "Support", "stands", "to follow". */
bool pol_outcome_is_stance(pol_span text);

/* ---- legend.c ---- */
/* The letters that the text explains; none: an empty legend. False: the arena is full. */
bool pol_outcome_legend_find(const pol_text *text, pol_arena *arena,
                             pol_outcome_legend *ret_legend);

/* What the letters mean, if the text's legend has them; else NONE. */
pol_decision pol_outcome_letters_mean(pol_span text, const pol_outcome_memory *memory);
/* Is there a word that a decision could start with, or letters of the legend at the end? */
bool pol_outcome_may_decide(pol_span text, const pol_outcome_memory *memory);

/* ---- parts.c ---- */

/* Is there a word for a point, or a label in brackets, "(ii)"? */
bool pol_outcome_parts_are_named(pol_span text);
/* Is all of it on parts: "points a and c carried, point b remitted"? Sets decision and
 * points. */
bool pol_outcome_parts(pol_span text, pol_outcome_memory *memory, pol_outcome *outcome);

/* ---- item.c ---- */

/* "16", "1A.1", "EM1", "75.1"; a letter alone where `may_be_letter`. */
bool pol_outcome_is_number(pol_span word, bool may_be_letter);
/* The number with the brackets right behind it, "21(i)"; `*rest` goes on behind them. */
pol_span pol_outcome_whole_number(pol_span number, pol_span *rest);
/* "Amendment", "amendment, Wessex Area", "Amendment by North branch": who moved it, and no title.
 */
bool pol_outcome_is_only_amendment(pol_span title);
/* "EM", "OoO": letters that are half of a number, "EM 01". */
bool pol_outcome_is_prefix(pol_span word);
/* Do an item's noun and number start here? */
bool pol_outcome_starts_item(pol_span text);
/* What a noun makes of an item: "composite", "emergency motion"; `text` goes on behind it. */
bool pol_outcome_noun(pol_span *text, pol_kind *ret_kind, bool *ret_is_in_number);
/* Is `text` an item: "16 Mugs - North branch", "Composite A (motions 3 and 4)", "Mugs for
 * all"? Sets kind, number and title, one of which is there. `ret_is_amended` (may be NULL):
 * "Motion 4 as amended". */
bool pol_outcome_item(pol_span text, pol_outcome *outcome, bool *ret_is_amended);

/* ---- doubt.c ---- */

/* "next business", "vote on remission": not the vote on the item. */
bool pol_outcome_is_procedure(pol_span text);
/* Is there a word among those of a decision that makes it another: "nearly", "remission", "?"? */
bool pol_outcome_is_hedged(pol_span text);
/* Does `text`, read as the item, hold another item or a decision besides its title: "16 Mugs:
 * amendment lost, motion", "Motion 1 CARRIED Motion 2"? */
bool pol_outcome_is_muddled(pol_span text, const pol_outcome *item, pol_outcome_memory *memory);

/* ---- list.c ---- */

/* "Motions 4, 5 and 9", "Composites A and B", "12, 14 and 17 to 19": items at the start of
 * `text`, which goes on behind them; kind and number are set. Returns how many. */
size_t pol_outcome_list(pol_span *text, bool needs_noun, pol_outcome_memory *memory,
                        pol_outcome items[POL_OUTCOME_LIST_MAX]);

/* ---- many.c ---- */

/* "1 Mugs; 2 Tea; 5 Spoons", "3 Forks and 4 Knives": items with their titles, and how many;
 * *ret_rest is what was not read. */
size_t pol_outcome_titled(pol_span text, pol_outcome_memory *memory, pol_outcome *items,
                          pol_span *ret_rest);
/* "1  C    2  CA    3  L": numbers and signs of the legend in turn; two pairs or more. */
size_t pol_outcome_grid(pol_span line, pol_outcome_memory *memory, pol_outcome *items);

/* ---- line.c ---- */

typedef enum pol_outcome_form {
    POL_OUTCOME_FORM_NONE = 0,
    POL_OUTCOME_FORM_MARKED,   /* "16 Mugs: CARRIED", "16 Mugs (carried)" */
    POL_OUTCOME_FORM_SPACED,   /* "16 Mugs CARRIED" */
    POL_OUTCOME_FORM_FIRST,    /* "CARRIED: 16 Mugs" */
    POL_OUTCOME_FORM_LISTED,   /* "Carried: 1, 4 and 7" */
    POL_OUTCOME_FORM_GOVERNED, /* "16 Mugs" under "CARRIED" */
    POL_OUTCOME_FORM_ROW,      /* of a table */
    POL_OUTCOME_FORM_NOUN,     /* "RESOLUTION 16 Mugs", where the text says what that means */
    POL_OUTCOME_FORM_SENTENCE,
    POL_OUTCOME_FORM_GIST /* a sentence by what it names and says: only in a report */
} pol_outcome_form;

/* Is the whole line one item and its decision, or a decision and the items it is on?
 * `items` has room for POL_OUTCOME_LIST_MAX; returns how many. */
size_t pol_outcome_line(pol_span line, pol_outcome_memory *memory, pol_outcome *items,
                        pol_outcome_form *ret_form);
/* "6 First aiders: sent to the Executive": words that stand alone, behind the last mark. */
bool pol_outcome_ends_alone(pol_span line);
/* "M8 Scarecrow Adopted prize": is the decision, with a capital among small words, in the midst of
 * the title? */
bool pol_outcome_line_mixed(pol_span line, pol_outcome_memory *memory, pol_outcome *outcome);
/* The same shape, but words that are not known where the decision stands: decision NONE. */
bool pol_outcome_line_unknown(pol_span line, pol_outcome *outcome);

/* ---- sentence.c ---- */

/* What a sentence may lean on. */
typedef struct pol_outcome_context {
    int year;           /* of the conference: other years in a sentence tell of the past */
    pol_span composite; /* that was spoken of last: "That composite was carried." */
    pol_span rest;      /* what was not read of the sentence: set by pol_outcome_sentence() */
} pol_outcome_context;

/* The sentence that `text` starts with; also where it ends in the letter of a composite. */
pol_span pol_outcome_first_sentence(pol_span text);
/* "Motions 4 and 5 were composited into Composite A, which was carried." Returns how many
 * items. */
size_t pol_outcome_sentence(pol_span sentence, pol_outcome_context *context,
                            pol_outcome_memory *memory, pol_outcome items[POL_OUTCOME_LIST_MAX]);

/* ---- idiom.c ---- */

/* "scraped home" at the start of `text`; *ret_rest is behind it. NONE where there is none. */
pol_decision pol_outcome_idiom(pol_span text, pol_span *ret_rest);
/* "to adopt", behind "resolved": the same. */
pol_decision pol_outcome_aim(pol_span text, pol_span *ret_rest);

/* ---- gist.c ---- */

/* A sentence that does not read clause by clause: one item that it names, or `hand` (may be NULL)
 * where it says "it" or "the motion", and one decision. */
bool pol_outcome_gist(pol_span sentence, const pol_outcome *hand,
                      const pol_outcome_context *context, pol_outcome_memory *memory,
                      pol_outcome *ret_outcome);

/* ---- told.c ---- */

typedef enum pol_told_subject {
    POL_TOLD_NOTHING = 0,
    POL_TOLD_MOTION,    /* "the motion", "this resolution" */
    POL_TOLD_AMENDMENT, /* "the amendment" */
    POL_TOLD_OTHER,     /* "an amendment": none that has a name */
    POL_TOLD_LAST       /* "it", or no subject: what was spoken of last */
} pol_told_subject;

/* What a sentence says of an item that was named before it. */
typedef struct pol_told {
    pol_told_subject subject;
    pol_outcome said; /* decision, words, points and so on */
    bool is_bare;     /* nothing but the decision, its figures and a label */
    bool is_labelled; /* "Decision: Carried", "For 32, against 10. Carried" */
    bool is_it;       /* the subject is the word "it" */
    bool is_blurred;  /* something else that can be carried came up: "a procedural motion" */
} pol_told;

/* "After six speakers the motion was put and carried.", "The mover agreed to remit.",
 * "Vote: 32 for, 10 against: carried". */
pol_told pol_outcome_told(pol_span sentence, const pol_outcome_context *context,
                          pol_outcome_memory *memory);

/* ---- heading.c ---- */

/* "LOST", "Motions carried:", "The following motions were remitted to the executive". Sets
 * the words' part of `outcome` and its kind. `ret_is_full`: it names what it governs. */
bool pol_outcome_heading(pol_span line, pol_outcome_memory *memory, pol_outcome *outcome,
                         bool *ret_is_full);
/* "Decisions of conference", "Results": what follows are outcomes. */
bool pol_outcome_is_results(pol_span line);
/* "Minutes of the conference": sentences there tell what was decided. */
bool pol_outcome_is_minutes(pol_span line);
/* "Standing Orders Committee report": "accepted" is no decision there. */
bool pol_outcome_is_preliminary(pol_span line);
/* "Page 3", "End of list", "12 April": says nothing. */
bool pol_outcome_is_furniture(pol_span line);
/* A line that names a conference and its year, alone or with "Decisions of". */
bool pol_outcome_conference(pol_span line, pol_arena *arena, pol_span *ret_name, int *ret_year);

#endif
