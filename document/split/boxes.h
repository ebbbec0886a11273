/* boxes.h - lines of boxes to tick, "[X] Adopted  [ ] Defeated", and what is ticked in them.
 * Private to split*.c and outcome*.c. Nothing allocates; spans are parts of the lines or constants.
 */
#ifndef POL_DOCUMENT_SPLIT_BOXES_H
#define POL_DOCUMENT_SPLIT_BOXES_H

#include "document/text.h"

typedef struct pol_boxes {
    bool are_boxes;
    pol_span said; /* what is ticked; absent where that is nothing, or several things */
} pol_boxes;

/* Reads the boxes of the line `from`, or of several lines with one each; the line behind them. */
size_t pol_boxes_read(const pol_line *lines, size_t count, size_t from, pol_boxes *ret);
/* What the line says without its boxes: what is ticked there, the item before them, "[ ]". */
pol_span pol_boxes_text(const pol_boxes *boxes, pol_span text);

#endif
