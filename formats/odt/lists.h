/* lists.h - the lists of an ODT as they are opened and closed, and the number of each item:
 * a list may continue one that ended pages before. */
#ifndef POL_FORMATS_ODT_LISTS_H
#define POL_FORMATS_ODT_LISTS_H

#include "formats/formats.h"
#include "formats/odt/styles.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_ODT_LISTS_MAX = POL_OFFICE_DEPTH_MAX }; /* open at a time */

/* What lists that continue each other have in common. */
typedef struct pol_odt_chain {
    pol_list_counts counts;
    const pol_list_level *levels[POL_LIST_LEVELS]; /* that each was last counted by */
} pol_odt_chain;

typedef struct pol_odt_list {
    const pol_list_level *levels; /* NULL: those of the paragraph's style */
    pol_odt_chain *chain;
    uint8_t level;   /* from 0 */
    bool has_number; /* this item's, which its first paragraph takes */
    long start;      /* that number, where the item states it; -1: the next */
} pol_odt_list;

typedef struct pol_odt_lists {
    const pol_odt_styles *styles;
    pol_arena *arena;
    pol_error *reterr;
    pol_odt_list open[POL_ODT_LISTS_MAX];
    size_t count;                 /* open */
    struct pol_odt_known **known; /* chains by the id and by the style of a list */
    pol_list_counts outline;      /* of headings */
} pol_odt_lists;

/* `outer` is the list around this one, NULL: none. */
POL_MUST_CHECK pol_status pol_odt_list_begin(pol_odt_lists *lists, const pol_odt_list *outer,
                                             const pol_element *element);
void pol_odt_list_end(pol_odt_lists *lists);
void pol_odt_list_begin_item(pol_odt_list *list, const pol_element *element, bool is_header);

/* The number of a paragraph in `list`, where it is the first of its item; `style` is the
 * paragraph's, or NULL. */
POL_MUST_CHECK pol_status pol_odt_number_item(pol_odt_lists *lists, pol_odt_list *list,
                                              const pol_style *style, pol_list_marker *ret_marker);
/* The number of a heading of `level` (from 0) that is in no list; `start` is -1 for the
 * next, -2 to begin anew, or the number itself. */
POL_MUST_CHECK pol_status pol_odt_number_heading(pol_odt_lists *lists, size_t level, long start,
                                                 pol_list_marker *ret_marker);

#ifdef __cplusplus
}
#endif
#endif
