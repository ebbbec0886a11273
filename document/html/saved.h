/* saved.h - where a saved page came from, by the comment that the saving program left. */
#ifndef POL_DOCUMENT_HTML_SAVED_H
#define POL_DOCUMENT_HTML_SAVED_H

#include <stdint.h>

#include "core/arena.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The address in "saved from url=(0030)https://..." (browsers) or "Mirrored from host/path by
 * HTTrack", near the start of `page`; HTTrack's gets "http://", which every site answers to.
 * *ret_line is its line. A run of `page`, or in `arena`; absent where there is none, or memory
 * is out. */
pol_span pol_html_saved_from(pol_span page, pol_arena *arena, uint32_t *ret_line);

/* Is it an address of the web, as a whole? */
bool pol_html_is_address(pol_span value);

#ifdef __cplusplus
}
#endif
#endif
