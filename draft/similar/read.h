/* read.h - similar documents for people: text, Markdown (private to draft/similar*.c). */
#ifndef POL_DRAFT_SIMILAR_READ_H
#define POL_DRAFT_SIMILAR_READ_H

#include "draft/similar.h"

void pol_similar_render_text(const pol_similar *similar, const pol_render_options *options,
                             pol_buffer *buffer);
void pol_similar_render_markdown(const pol_similar *similar, const pol_render_options *options,
                                 pol_buffer *buffer);

#endif
