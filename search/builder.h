/* builder.h - Xapian queries put together without asking after each step.
 *
 * A builder owns every query it makes, until pol_builder_done(). The first failure
 * stays and makes all that follows NULL; ask builder->status once, at the end.
 * NULL is also "no condition": combining leaves it out. One thread at a time. */
#ifndef POL_SEARCH_BUILDER_H
#define POL_SEARCH_BUILDER_H

#include "core/span.h"
#include "xapian-c/xapian-c.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_builder {
    xc_query **made;
    size_t count, capacity;
    xc_status status;
    xc_error error;
} pol_builder;

/* A growing list of queries to combine; its memory belongs to malloc(). */
typedef struct pol_query_list {
    xc_query **items;
    size_t count, capacity;
} pol_query_list;

void pol_builder_init(pol_builder *builder);
void pol_builder_done(pol_builder *builder);

/* prefix + value as the schema makes terms; its weight counts `repeats` times. */
xc_query *pol_build_term(pol_builder *builder, const char *prefix, pol_span value);
xc_query *pol_build_none(pol_builder *builder);
xc_query *pol_build_scale(pol_builder *builder, xc_query *query, double factor);
/* Bytes from `low` to `high`; an absent end is open. */
xc_query *pol_build_range(pol_builder *builder, xc_slot slot, pol_span low, pol_span high);
/* Parts that are NULL are left out; none left is NULL, one is that one. */
xc_query *pol_build_pair(pol_builder *builder, xc_operator op, xc_query *left, xc_query *right);
/* Frees the list's memory and empties it. */
xc_query *pol_build_list(pol_builder *builder, xc_operator op, pol_query_list *list,
                         uint32_t window);
/* Appends unless `query` is NULL. */
void pol_query_list_add(pol_builder *builder, pol_query_list *list, xc_query *query);

/* Matches what `condition` does; weighs as `rank` does, which may match less. */
xc_query *pol_build_ranked(pol_builder *builder, xc_query *condition, xc_query *rank);

#ifdef __cplusplus
}
#endif
#endif
