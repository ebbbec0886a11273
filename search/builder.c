/* builder.c - a pool of Xapian queries with one status for all of them. */
#include "search/builder.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/schema.h"

void pol_builder_init(pol_builder *builder)
{
    *builder = (pol_builder){.status = XC_OK};
}

void pol_builder_done(pol_builder *builder)
{
    for (size_t i = 0; i < builder->count; i++)
        xc_query_free(builder->made[i]);
    free(builder->made);
    pol_builder_init(builder);
}

static void fail_memory(pol_builder *builder)
{
    builder->status = builder->error.status = XC_NOMEM;
    snprintf(builder->error.text, sizeof builder->error.text, "out of memory");
}

/* Room for one more pointer. */
static bool reserve(xc_query ***items, size_t count, size_t *capacity)
{
    if (count < *capacity)
        return true;
    size_t wanted = *capacity ? *capacity * 2 : 16;
    xc_query **moved = realloc(*items, wanted * sizeof *moved);
    if (!moved)
        return false;
    *items = moved;
    *capacity = wanted;
    return true;
}

/* Takes over what a constructor made, or notes why it could not. */
static xc_query *keep(pol_builder *builder, xc_status status, xc_query *query)
{
    if (status != XC_OK) {
        builder->status = status;
        return NULL;
    }
    if (!reserve(&builder->made, builder->count, &builder->capacity)) {
        xc_query_free(query);
        fail_memory(builder);
        return NULL;
    }
    builder->made[builder->count++] = query;
    return query;
}

xc_query *pol_build_term(pol_builder *builder, const char *prefix, pol_span value)
{
    char buffer[POL_TERM_MAX + 1];
    xc_query *query = NULL;
    if (builder->status != XC_OK)
        return NULL;
    pol_span term = pol_term_make(prefix, value, buffer);
    xc_bytes bytes = {term.data, term.size};
    xc_status status = xc_query_term(bytes, 1, &query, &builder->error);
    return keep(builder, status, query);
}

xc_query *pol_build_none(pol_builder *builder)
{
    xc_query *query = NULL;
    if (builder->status != XC_OK)
        return NULL;
    xc_status status = xc_query_none(&query, &builder->error);
    return keep(builder, status, query);
}

xc_query *pol_build_scale(pol_builder *builder, xc_query *query, double factor)
{
    xc_query *scaled = NULL;
    if (builder->status != XC_OK || !query)
        return NULL;
    xc_status status = xc_query_scale(query, factor, &scaled, &builder->error);
    return keep(builder, status, scaled);
}

xc_query *pol_build_range(pol_builder *builder, xc_slot slot, pol_span low, pol_span high)
{
    xc_query *query = NULL;
    if (builder->status != XC_OK)
        return NULL;
    xc_status status = xc_query_range(slot, (xc_bytes){low.data, low.size},
                                      (xc_bytes){high.data, high.size}, &query, &builder->error);
    return keep(builder, status, query);
}

static xc_query *combine(pol_builder *builder, xc_operator op, xc_query *const *parts, size_t count,
                         uint32_t window)
{
    xc_query *query = NULL;
    xc_status status = xc_query_combine(op, parts, count, window, &query, &builder->error);
    return keep(builder, status, query);
}

xc_query *pol_build_pair(pol_builder *builder, xc_operator op, xc_query *left, xc_query *right)
{
    if (builder->status != XC_OK || !left || !right)
        return left ? left : (op == XC_AND_NOT ? NULL : right);
    xc_query *const parts[2] = {left, right};
    return combine(builder, op, parts, 2, 0);
}

void pol_query_list_add(pol_builder *builder, pol_query_list *list, xc_query *query)
{
    if (!query || builder->status != XC_OK)
        return;
    if (!reserve(&list->items, list->count, &list->capacity)) {
        fail_memory(builder);
        return;
    }
    list->items[list->count++] = query;
}

xc_query *pol_build_list(pol_builder *builder, xc_operator op, pol_query_list *list,
                         uint32_t window)
{
    xc_query *query = NULL;
    if (builder->status == XC_OK && list->count == 1)
        query = list->items[0];
    else if (builder->status == XC_OK && list->count)
        query = combine(builder, op, list->items, list->count, window);
    free(list->items);
    *list = (pol_query_list){0};
    return query;
}

xc_query *pol_build_ranked(pol_builder *builder, xc_query *condition, xc_query *rank)
{
    xc_query *silent = pol_build_scale(builder, condition, 0);
    return rank ? pol_build_pair(builder, XC_AND_MAYBE, silent, rank) : silent;
}
