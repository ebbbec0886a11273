/* styles.h - the styles of an ODT: those of paragraphs and of text, of lists, and how its
 * headings are numbered. They stand in two parts of the file. */
#ifndef POL_FORMATS_ODT_STYLES_H
#define POL_FORMATS_ODT_STYLES_H

#include "formats/office/number.h"
#include "formats/office/styles.h"
#include "formats/office/xml.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_odt_list_style {
    pol_span name;
    pol_list_level levels[POL_LIST_LEVELS];
    uint32_t order;
} pol_odt_list_style;

typedef struct pol_odt_styles {
    pol_styles named; /* list: the name of a list style */
    pol_odt_list_style *lists;
    size_t list_count, list_capacity;
    pol_list_level outline[POL_LIST_LEVELS];
} pol_odt_styles;

/* Gathers styles while a part is read: pass it what stands inside the element that holds
 * them, office:styles or office:automatic-styles. */
typedef struct pol_odt_style_reader {
    pol_odt_styles *styles;
    pol_arena *arena;
    pol_error *reterr;
    const char *holder; /* "styles" or "automatic-styles" */
    bool is_held;       /* inside of it */
    bool is_style;      /* inside style:style, which is `style` */
    pol_style style;
    pol_list_level *levels; /* of the list style that is open; NULL: none */
} pol_odt_style_reader;

POL_MUST_CHECK pol_status pol_odt_style_start(pol_odt_style_reader *reader,
                                              const pol_element *element, size_t depth);
POL_MUST_CHECK pol_status pol_odt_style_end(pol_odt_style_reader *reader, size_t depth);

/* Those of styles.xml. */
POL_MUST_CHECK pol_status pol_odt_read_styles(pol_span package, pol_arena *arena,
                                              pol_odt_styles *ret_styles, pol_error *reterr);
/* Once, when all are gathered: makes them ready to be found. */
void pol_odt_styles_finish(pol_odt_styles *styles);
/* The levels of a list style; NULL: there is none of that name. */
const pol_list_level *pol_odt_find_list(const pol_odt_styles *styles, pol_span name);

#ifdef __cplusplus
}
#endif
#endif
