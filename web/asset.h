/* asset.h - style sheet, script and icon, which are part of the program.
 *
 * They come from web/assets/ at build time. Their address, "/assets/VERSION/NAME", names their
 * content, so that a browser may keep them for ever. Constant: safe in any thread. */
#ifndef POL_WEB_ASSET_H
#define POL_WEB_ASSET_H

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_asset {
    const char *name; /* "style.css" */
    const char *type; /* of the content */
    pol_span bytes;
} pol_asset;

const pol_asset *pol_asset_find(pol_span name); /* NULL where there is none */
const char *pol_asset_version(void);            /* of all of them together: 8 hex digits */

#ifdef __cplusplus
}
#endif
#endif
