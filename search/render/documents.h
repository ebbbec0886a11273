/* documents.h - one whole document in each format: what pol_render_document()
 * dispatches to (private to search/). */
#ifndef POL_SEARCH_RENDER_DOCUMENTS_H
#define POL_SEARCH_RENDER_DOCUMENTS_H

#include "search/render.h"

void pol_render_document_text(const pol_stored *stored, const pol_render_options *options,
                              pol_buffer *buffer);
void pol_render_document_json(const pol_stored *stored, const pol_render_options *options,
                              pol_buffer *buffer);
void pol_render_document_csv(const pol_stored *stored, const pol_render_options *options,
                             pol_buffer *buffer);
void pol_render_document_markdown(const pol_stored *stored, const pol_render_options *options,
                                  pol_buffer *buffer);

#endif
