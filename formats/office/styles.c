/* styles.c - a sorted table of styles. */
#include "formats/office/styles.h"

#include <stdlib.h>

#include "document/text.h"

pol_style pol_style_blank(pol_style_family family)
{
    return (pol_style){.family = (uint8_t)family,
                       .bold = POL_STYLE_UNSET,
                       .hidden = POL_STYLE_UNSET,
                       .outline = POL_STYLE_UNSET,
                       .list_level = POL_STYLE_UNSET};
}

pol_status pol_styles_add(pol_styles *styles, pol_arena *arena, pol_style style, pol_error *reterr)
{
    size_t wanted = (styles->count ? 2 * styles->count : 8) * sizeof style;
    pol_style *items =
        pol_arena_grow(arena, styles->items, styles->count, &styles->capacity, sizeof style);
    if (!items)
        return pol_arena_refused(arena, wanted, reterr);
    style.order = (uint32_t)styles->count;
    styles->items = items;
    items[styles->count++] = style;
    return POL_OK;
}

static int compare_key(const pol_style *a, const pol_style *b)
{
    return a->family != b->family ? a->family - b->family : pol_span_compare(a->id, b->id);
}

static int compare(const void *left, const void *right)
{
    const pol_style *a = left, *b = right;
    int order = compare_key(a, b);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

/* What `style` does not state itself, `base` may. */
static void take_over(pol_style *style, const pol_style *base)
{
    if (style->use == POL_STYLE_ANY)
        style->use = base->use;
    if (style->bold == POL_STYLE_UNSET)
        style->bold = base->bold;
    if (style->hidden == POL_STYLE_UNSET)
        style->hidden = base->hidden;
    if (style->outline == POL_STYLE_UNSET)
        style->outline = base->outline;
    if (style->list_level == POL_STYLE_UNSET)
        style->list_level = base->list_level;
    if (!style->list.data) {
        style->list = base->list;
        style->list_owner = base->list_owner;
    }
}

void pol_styles_finish(pol_styles *styles)
{
    if (styles->count == 0)
        return;
    qsort(styles->items, styles->count, sizeof *styles->items, compare);
    for (size_t i = 0; i < styles->count; i++) {
        pol_style *style = &styles->items[i];
        const pol_style *base = style;
        for (int step = 0; base->parent.data && step < POL_STYLE_CHAIN_MAX; step++) {
            base = pol_styles_find(styles, style->family, base->parent);
            if (!base)
                break;
            take_over(style, base);
        }
    }
}

const pol_style *pol_styles_find(const pol_styles *styles, pol_style_family family, pol_span id)
{
    pol_style key = {.family = (uint8_t)family, .id = id};
    size_t low = 0, high = styles->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_key(&styles->items[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < styles->count && compare_key(&styles->items[low], &key) == 0;
    return is_found ? &styles->items[low] : NULL;
}

const pol_style *pol_styles_default(const pol_styles *styles, pol_style_family family)
{
    for (size_t i = 0; i < styles->count; i++)
        if (styles->items[i].family == family && styles->items[i].is_default)
            return &styles->items[i];
    return NULL;
}
