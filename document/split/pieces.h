/* pieces.h - pieces of a heading's lines, which marks part, and what stands at the same place of
 * other headings. Private to split*.c. */
#ifndef POL_DOCUMENT_SPLIT_PIECES_H
#define POL_DOCUMENT_SPLIT_PIECES_H

#include "document/split/words.h"

enum { POL_SPLIT_PIECES_MAX = 64 };

typedef struct pol_split_piece {
    size_t first, end; /* words */
    pol_span text;
    uint32_t line;
    int offset;     /* of its line from the heading's */
    unsigned index; /* in its line */
    uint8_t label;  /* field of the label before it */
    uint8_t own;    /* its own, where it is a label */
    uint8_t after;  /* the gap behind it */
} pol_split_piece;

/* ---- pieces.c ---- */
/* The words of the item's heading and the first ones of its text, POL_SPLIT_WORDS_MAX at most,
 * and their pieces, POL_SPLIT_PIECES_MAX at most. */
size_t pol_split_find_pieces(pol_splitter *split, const bool *is_furniture,
                             const pol_split_item *item, pol_split_word *words, size_t *ret_words,
                             pol_split_piece *pieces);
/* Is the piece about the first lines of the text? */
bool pol_split_piece_is_about(const pol_splitter *split, const pol_split_item *item,
                              const pol_split_piece *own);

/* ---- slots.c ---- */
/* What is true of the place that the piece stands at, 20 bits, and of the word `at` of its line
 * there, three. */
uint32_t pol_split_slot_bits(const pol_split_slots *slots, const pol_split_item *item,
                             const pol_split_piece *own, size_t at);

#endif
