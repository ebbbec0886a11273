/* lists.c - which list continues which, and counting. */
#include "formats/odt/lists.h"

#include "document/text.h"

enum { BUCKETS = 4096, BUCKET_SEARCH_MAX = 64 /* the latest lists of one bucket */ };

typedef struct pol_odt_known {
    struct pol_odt_known *next;
    pol_odt_chain *chain;
    pol_span key;
    char kind; /* 'i' an id, 's' a style */
} known;

/* --- lists by name ---------------------------------------------------------------- */

static size_t bucket_of(char kind, pol_span key)
{
    uint32_t hash = 2166136261u ^ (unsigned char)kind;
    for (size_t i = 0; i < key.size; i++)
        hash = (hash ^ (unsigned char)key.data[i]) * 16777619u;
    return hash % BUCKETS;
}

static known *find(const pol_odt_lists *lists, char kind, pol_span key)
{
    known *at = lists->known && key.data ? lists->known[bucket_of(kind, key)] : NULL;
    for (int step = 0; at && step < BUCKET_SEARCH_MAX; at = at->next, step++)
        if (at->kind == kind && pol_span_equal(at->key, key))
            return at;
    return NULL;
}

static pol_status remember(pol_odt_lists *lists, char kind, pol_span key, pol_odt_chain *chain)
{
    if (!key.data)
        return POL_OK;
    known *there = find(lists, kind, key);
    if (there) {
        there->chain = chain;
        return POL_OK;
    }
    if (!lists->known)
        lists->known = pol_arena_array(lists->arena, BUCKETS, sizeof(known *));
    known *made = pol_arena_alloc(lists->arena, sizeof *made);
    pol_span copy = pol_arena_copy(lists->arena, key);
    if (!lists->known || !made || !copy.data)
        return pol_arena_refused(lists->arena, BUCKETS * sizeof(known *), lists->reterr);
    known **bucket = &lists->known[bucket_of(kind, key)];
    *made = (known){*bucket, chain, copy, kind};
    *bucket = made;
    return POL_OK;
}

/* --- opening and closing ---------------------------------------------------------- */

/* The list that this one continues; NULL: it begins anew. */
static pol_odt_chain *continued(const pol_odt_lists *lists, const pol_element *element,
                                pol_span style)
{
    pol_span id = pol_element_value(element, POL_SPACE_TEXT, "continue-list");
    pol_span is_next = pol_element_value(element, POL_SPACE_TEXT, "continue-numbering");
    const known *of = find(lists, 'i', id);
    if (!of && pol_span_equal(is_next, POL_SPAN("true")))
        of = find(lists, 's', style);
    return of ? of->chain : NULL;
}

static pol_status chain_of(pol_odt_lists *lists, const pol_element *element, pol_span style,
                           pol_odt_chain **ret_chain)
{
    *ret_chain = continued(lists, element, style);
    if (!*ret_chain)
        *ret_chain = pol_arena_alloc(lists->arena, sizeof **ret_chain);
    if (!*ret_chain)
        return pol_arena_refused(lists->arena, sizeof **ret_chain, lists->reterr);
    pol_span id = pol_element_value(element, POL_SPACE_XML, "id");
    if (!id.data)
        id = pol_element_value(element, POL_SPACE_TEXT, "id");
    pol_status status = remember(lists, 'i', id, *ret_chain);
    return status == POL_OK ? remember(lists, 's', style, *ret_chain) : status;
}

pol_status pol_odt_list_begin(pol_odt_lists *lists, const pol_odt_list *outer,
                              const pol_element *element)
{
    pol_span style = pol_element_value(element, POL_SPACE_TEXT, "style-name");
    pol_odt_list list = {.levels = pol_odt_find_list(lists->styles, style), .start = -1};
    pol_status status = POL_OK;
    if (outer) {
        list.level = (uint8_t)(outer->level + (outer->level + 1 < POL_LIST_LEVELS));
        list.chain = outer->chain;
        list.levels = list.levels ? list.levels : outer->levels;
    } else {
        status = chain_of(lists, element, style, &list.chain);
    }
    if (status == POL_OK && lists->count < POL_ODT_LISTS_MAX)
        lists->open[lists->count++] = list;
    return status;
}

void pol_odt_list_end(pol_odt_lists *lists)
{
    if (lists->count > 0)
        lists->count--;
}

void pol_odt_list_begin_item(pol_odt_list *list, const pol_element *element, bool is_header)
{
    list->has_number = !is_header;
    list->start =
        pol_element_number(element, POL_SPACE_TEXT, "start-value", 0, POL_LIST_START_MAX, -1);
}

/* --- numbers ---------------------------------------------------------------------- */

pol_status pol_odt_number_item(pol_odt_lists *lists, pol_odt_list *list, const pol_style *style,
                               pol_list_marker *ret_marker)
{
    const pol_list_level *levels = list->levels;
    *ret_marker = (pol_list_marker){.is_worded = false};
    if (!levels && style)
        levels = pol_odt_find_list(lists->styles, style->list);
    if (!list->has_number || !levels)
        return POL_OK;
    pol_odt_chain *chain = list->chain;
    list->has_number = false;
    if (chain->levels[list->level] != levels) /* another list at the same depth */
        chain->counts.is_counting[list->level] = false;
    chain->levels[list->level] = levels;
    pol_list_advance(&chain->counts, levels, list->level);
    if (list->start >= 0)
        chain->counts.at[list->level] = (uint32_t)list->start;
    return pol_list_print(&chain->counts, levels, list->level, lists->arena, ret_marker,
                          lists->reterr);
}

pol_status pol_odt_number_heading(pol_odt_lists *lists, size_t level, long start,
                                  pol_list_marker *ret_marker)
{
    const pol_list_level *levels = lists->styles->outline;
    if (start == -2)
        lists->outline.is_counting[level] = false;
    pol_list_advance(&lists->outline, levels, level);
    if (start >= 0)
        lists->outline.at[level] = (uint32_t)start;
    return pol_list_print(&lists->outline, levels, level, lists->arena, ret_marker, lists->reterr);
}
