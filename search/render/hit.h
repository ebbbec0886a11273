/* hit.h - hits as text for people, in two shapes.
 *
 * For the eye: indented, wrapped, coloured; a document once, its passages that stand in a row below
 * it. Plain: one labelled line for each value, in reading order, for screen readers and simple
 * scripts. Failures are the buffer's. */
#ifndef POL_SEARCH_RENDER_HIT_H
#define POL_SEARCH_RENDER_HIT_H

#include "search/render/pen.h"

typedef struct pol_hit_writer {
    pol_pen pen;
    const pol_results *results;
    const pol_render_options *options;
} pol_hit_writer;

/* `count` hits from `first` on, which are of one document (pol_part_is_same). */
void pol_hit_write(pol_hit_writer *w, size_t first, size_t count);

/* One hit; of a document that was before it only what is its own. */
void pol_hit_write_plain(pol_hit_writer *w, size_t index);

#endif
