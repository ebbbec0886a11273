/* depth.h - how deep and how large a page would become, found without parsing it:
 * gumbo takes half a minute for 100,000 nested elements. */
#ifndef POL_DOCUMENT_HTML_DEPTH_H
#define POL_DOCUMENT_HTML_DEPTH_H

#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* POL_LIMIT (reterr->at: the line) for a page that would nest deeper than
 * POL_HTML_DEPTH_MAX, has more than POL_HTML_TAGS_MAX tags and attributes, or whose
 * unclosed <b>, <font> and the like would be repeated beyond measure. Linear. An estimate:
 * it holds for pages that people write, and for the usual ways to nest without end; what
 * slips through is caught while and after parsing (tree.h). */
POL_MUST_CHECK pol_status pol_html_check_depth(pol_span page, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
