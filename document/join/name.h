/* name.h - numbers and titles as printed to what they are compared by.
 *
 * "Motion 16", "16" and "016" are one number, so are "Composite 03" and "Comp 3", and "EM1",
 * "E1" and "Emergency Motion 1" of an emergency motion. Safe in any thread. */
#ifndef POL_DOCUMENT_JOIN_NAME_H
#define POL_DOCUMENT_JOIN_NAME_H

#include <stdint.h>

#include "core/span.h"

enum { POL_JOIN_NUMBER_MAX = 64, POL_JOIN_TITLE_MAX = 1024 };

typedef struct pol_join_number {
    uint8_t kind;                    /* pol_kind: what was given, or what a noun in it says */
    bool is_dotted;                  /* "16.1": of parts, as amendments have it */
    char own[POL_JOIN_NUMBER_MAX];   /* without what only says the kind; "" for none */
    char plain[POL_JOIN_NUMBER_MAX]; /* with that: "em1", to compare across kinds */
} pol_join_number;

/* Of a thing that is said to be of this kind. One too long to be a number is none. */
void pol_join_number_read(uint8_t kind, pol_span printed, pol_join_number *ret_number);

/* Words alone, folded, "&" as "and": at most `size` bytes with the NUL; returns the bytes. */
size_t pol_join_fold(pol_span text, char *buffer, size_t size);

/* The title alone: "NEC statement: after the tea" without what says whose statement it is, and
 * "Rule change: job shares" without what the kind says already. */
pol_span pol_join_bare_title(uint8_t kind, pol_span title);

/* ---- piece.c ---- */

enum { POL_JOIN_PIECES_MAX = 8 };
/* The pieces of a printed title between its marks; 0 where there are too many. */
size_t pol_join_title_pieces(pol_span printed, pol_span pieces[POL_JOIN_PIECES_MAX]);
/* Do all pieces but those from `from` to `to` tell no more than a kind, a body or figures? */
bool pol_join_pieces_are_aside(const pol_span *pieces, size_t count, size_t from, size_t to);
/* Does a folded title say enough to stand alone: two words or more? */
bool pol_join_is_telling(pol_span folded);

/* ---- title.c ---- */

/* Of two folded titles of things with one number: do they mean the same? Equal but for stop
 * words, the start of the other (three words or more), a slip of the pen (a tenth of the
 * letters), or most words shared; never with other figures in them. */
bool pol_join_titles_agree(pol_span a, pol_span b);
/* Does the printed one start with the whole title, of two words or more, and go on with something
 * of its own: who moved it, where a table lost its columns? */
bool pol_join_title_leads(pol_span title, pol_span printed);

#endif
