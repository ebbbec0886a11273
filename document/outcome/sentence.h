/* sentence.h - a sentence while it is read: what sentence.c and
 * phrase.c share. */
#ifndef POL_DOCUMENT_OUTCOME_SENTENCE_H
#define POL_DOCUMENT_OUTCOME_SENTENCE_H

#include "document/outcome/parse.h"

typedef struct pol_sentence {
    pol_outcome_memory *memory;
    pol_outcome_context *context;
    pol_outcome *items; /* POL_OUTCOME_LIST_MAX */
    size_t count;
} pol_sentence;

pol_span pol_outcome_between(const char *from, const char *to);
/* Behind all words at the start that are of the list. */
pol_span pol_outcome_behind(pol_span text, const char *words);
bool pol_outcome_has_word(pol_span text, const char *words);
/* Gives what was said to the `count` items behind those of the sentence so far; `named` is
 * the text from the first item's noun up to the verb, or absent. */
void pol_sentence_give(pol_sentence *s, size_t count, pol_span named, const pol_outcome *said);

/* What is said of a subject that stands before `text`: "was put and carried". */
bool pol_sentence_predicate(pol_span text, const pol_outcome_context *context,
                            pol_outcome_memory *memory, pol_outcome *ret_said);

/* Number, kind and title of one item by the text from its noun on. Returns whether it is said to
 * be amended. */
bool pol_sentence_name(pol_outcome *item, pol_span named);

/* ", on the closure of the creamery, was": behind what the item is on, at the comma. */
pol_span pol_sentence_behind_topic(pol_span text);
/* The title behind the number of the item that `named` starts with: in quotes or brackets, or
 * between commas; absent where there is none. */
pol_span pol_sentence_title(pol_span named);

/* ---- predicate.c ---- */

/* The decision that `text`, which goes to the end of the clause, starts with. */
bool pol_sentence_read_predicate(pol_span text, pol_outcome_memory *memory, pol_outcome *ret_said);
/* "passed to the Executive", "adopted by North branch": other things that the words may mean. */
bool pol_sentence_means_other(pol_span text);
/* Up to what led to a decision: "ruled out of order | as it would need a change". */
pol_span pol_sentence_until_cause(pol_span text);
/* Is an item named anywhere in it? */
bool pol_sentence_names_item(pol_span text);

/* ---- phrase.c ---- */

/* "Conference carried Motion 4", "Delegates voted to reject Motions 7 and 9". */
bool pol_sentence_active(pol_sentence *s, pol_span text);
/* Is there a word of what movers do? */
bool pol_sentence_may_act(pol_span text);
/* "Galashaugh did not move Motion 8", "The movers withdrew Motions 5 and 6". */
bool pol_sentence_act(pol_sentence *s, pol_span text);
/* "After debate on Motion 28, which was lost". */
bool pol_sentence_which(pol_sentence *s, pol_span text);
/* "It had been made from motions 22 and 23": these were composited. */
bool pol_sentence_made(pol_sentence *s, pol_span text);
/* "The Executive statement, Reserves and reality,", "The motion on Warm Homes": one item without a
 * number. Its place is behind the others; `*text` goes on behind the noun. Returns 1, or 0. */
size_t pol_sentence_statement(pol_sentence *s, pol_span *text, pol_span *ret_named);

#endif
