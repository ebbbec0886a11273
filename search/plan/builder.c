/* builder.c - a pool of expressions with one status for all of them, and Xapian's queries. */
#include "search/plan/builder.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/schema.h"

void pol_builder_init(pol_builder *builder)
{
    *builder = (pol_builder){.status = XC_OK};
    pol_arena_init(&builder->arena, POL_BUILDER_BYTES_MAX);
}

void pol_builder_done(pol_builder *builder)
{
    for (pol_expr *expr = builder->latest; expr; expr = expr->before)
        xc_query_free(expr->query);
    pol_arena_done(&builder->arena);
    pol_builder_init(builder);
}

/* --- making ----------------------------------------------------------------------- */

static pol_expr *fail_memory(pol_builder *builder)
{
    builder->status = builder->error.status = XC_NOMEM;
    snprintf(builder->error.text, sizeof builder->error.text, "out of memory");
    return NULL;
}

static pol_expr *make(pol_builder *builder, pol_expr_type type)
{
    if (builder->status != XC_OK)
        return NULL;
    pol_expr *expr = pol_arena_array(&builder->arena, 1, sizeof *expr);
    if (!expr)
        return fail_memory(builder);
    *expr = (pol_expr){.type = type, .builder = builder, .before = builder->latest};
    builder->latest = expr;
    return expr;
}

/* Copied; an absent one stays absent. */
static pol_span keep(pol_builder *builder, pol_span bytes)
{
    pol_span copy = {0};
    if (bytes.data)
        copy = pol_arena_copy(&builder->arena, bytes);
    if (bytes.data && !copy.data)
        fail_memory(builder);
    return copy;
}

static pol_expr *unless_failed(const pol_builder *builder, pol_expr *expr)
{
    return builder->status == XC_OK ? expr : NULL;
}

pol_expr *pol_build_term(pol_builder *builder, const char *prefix, pol_span value)
{
    char buffer[POL_TERM_MAX + 1];
    pol_expr *expr = make(builder, POL_EXPR_TERM);
    if (expr)
        expr->term = keep(builder, pol_term_make(prefix, value, buffer));
    return unless_failed(builder, expr);
}

pol_expr *pol_build_none(pol_builder *builder)
{
    return make(builder, POL_EXPR_NONE);
}

pol_expr *pol_build_range(pol_builder *builder, xc_slot slot, pol_span low, pol_span high)
{
    pol_expr *expr = make(builder, POL_EXPR_RANGE);
    if (!expr)
        return NULL;
    expr->slot = slot;
    expr->low = keep(builder, low);
    expr->high = keep(builder, high);
    return unless_failed(builder, expr);
}

static pol_expr *over(pol_builder *builder, pol_expr_type type, pol_expr *const *parts,
                      size_t count)
{
    pol_expr *expr = make(builder, type);
    if (!expr)
        return NULL;
    expr->parts = pol_arena_array(&builder->arena, count, sizeof *expr->parts);
    if (!expr->parts)
        return fail_memory(builder);
    memcpy(expr->parts, parts, count * sizeof *parts);
    expr->part_count = count;
    return expr;
}

pol_expr *pol_build_scale(pol_builder *builder, pol_expr *expr, double factor)
{
    pol_expr *scaled = expr ? over(builder, POL_EXPR_SCALE, &expr, 1) : NULL;
    if (scaled)
        scaled->factor = factor;
    return scaled;
}

pol_expr *pol_build_join(pol_builder *builder, pol_expr_type type, pol_expr *expr)
{
    return expr ? over(builder, type, &expr, 1) : NULL;
}

static pol_expr *combine(pol_builder *builder, xc_operator op, pol_expr *const *parts, size_t count,
                         uint32_t window)
{
    pol_expr *expr = over(builder, POL_EXPR_COMBINE, parts, count);
    if (!expr)
        return NULL;
    expr->op = op;
    expr->window = window;
    return expr;
}

pol_expr *pol_build_pair(pol_builder *builder, xc_operator op, pol_expr *left, pol_expr *right)
{
    if (builder->status != XC_OK || !left || !right)
        return left ? left : (op == XC_AND_NOT ? NULL : right);
    pol_expr *const parts[2] = {left, right};
    return combine(builder, op, parts, 2, 0);
}

void pol_expr_list_add(pol_builder *builder, pol_expr_list *list, pol_expr *expr)
{
    if (!expr || builder->status != XC_OK)
        return;
    if (list->count == list->capacity) {
        size_t wanted = list->capacity ? list->capacity * 2 : 16;
        pol_expr **moved = realloc(list->items, wanted * sizeof *moved);
        if (!moved) {
            fail_memory(builder);
            return;
        }
        list->items = moved;
        list->capacity = wanted;
    }
    list->items[list->count++] = expr;
}

pol_expr *pol_build_list(pol_builder *builder, xc_operator op, pol_expr_list *list, uint32_t window)
{
    pol_expr *expr = NULL;
    if (builder->status == XC_OK && list->count == 1)
        expr = list->items[0];
    else if (builder->status == XC_OK && list->count)
        expr = combine(builder, op, list->items, list->count, window);
    free(list->items);
    *list = (pol_expr_list){0};
    return expr;
}

pol_expr *pol_build_ranked(pol_builder *builder, pol_expr *condition, pol_expr *rank)
{
    pol_expr *silent = pol_build_scale(builder, condition, 0);
    return rank ? pol_build_pair(builder, XC_AND_MAYBE, silent, rank) : silent;
}

/* --- for Xapian ------------------------------------------------------------------- */

static xc_bytes bytes_of(pol_span span)
{
    return (xc_bytes){span.data, span.size};
}

/* A tree is about as deep as parentheses were typed, which is bounded. */
static xc_status combine_queries(pol_expr *expr, xc_query **ret_query)
{
    pol_builder *builder = expr->builder;
    xc_query **parts = pol_arena_array(&builder->arena, expr->part_count, sizeof *parts);
    if (!parts) {
        fail_memory(builder);
        return XC_NOMEM;
    }
    for (size_t i = 0; i < expr->part_count; i++) {
        parts[i] = pol_expr_xapian(expr->parts[i]);
        if (!parts[i])
            return builder->status;
    }
    if (expr->type == POL_EXPR_SCALE)
        return xc_query_scale(parts[0], expr->factor, ret_query, &builder->error);
    return xc_query_combine(expr->op, parts, expr->part_count, expr->window, ret_query,
                            &builder->error);
}

static xc_status fail_join(pol_builder *builder)
{
    snprintf(builder->error.text, sizeof builder->error.text,
             "documents and their passages cannot be joined here");
    return builder->error.status = XC_UNIMPLEMENTED;
}

static xc_status make_query(pol_expr *expr, xc_query **ret_query)
{
    pol_builder *builder = expr->builder;
    switch (expr->type) {
    case POL_EXPR_TERM:
        return xc_query_term(bytes_of(expr->term), 1, ret_query, &builder->error);
    case POL_EXPR_NONE:
        return xc_query_none(ret_query, &builder->error);
    case POL_EXPR_RANGE:
        return xc_query_range(expr->slot, bytes_of(expr->low), bytes_of(expr->high), ret_query,
                              &builder->error);
    case POL_EXPR_PASSAGES:
    case POL_EXPR_FIRST_PASSAGE:
    case POL_EXPR_HEADS:
        return fail_join(builder);
    case POL_EXPR_SCALE:
    case POL_EXPR_COMBINE:
        break;
    }
    return combine_queries(expr, ret_query);
}

xc_query *pol_expr_xapian(pol_expr *expr)
{
    if (!expr || expr->builder->status != XC_OK)
        return NULL;
    if (!expr->query) {
        xc_query *query = NULL;
        xc_status status = make_query(expr, &query);
        if (status != XC_OK) {
            expr->builder->status = status;
            return NULL;
        }
        expr->query = query;
    }
    return expr->query;
}

/* --- in words --------------------------------------------------------------------- */

static const char *const operators[] = {[XC_AND] = "AND",
                                        [XC_OR] = "OR",
                                        [XC_AND_NOT] = "AND NOT",
                                        [XC_XOR] = "XOR",
                                        [XC_AND_MAYBE] = "AND MAYBE",
                                        [XC_FILTER] = "FILTER",
                                        [XC_NEAR] = "NEAR",
                                        [XC_PHRASE] = "PHRASE",
                                        [XC_ELITE_SET] = "ELITE SET",
                                        [XC_SYNONYM] = "SYNONYM",
                                        [XC_MAX] = "MAX"};

static void print_parts(const pol_expr *expr, pol_buffer *buffer)
{
    pol_buffer_add_byte(buffer, '(');
    for (size_t i = 0; i < expr->part_count; i++) {
        if (i)
            pol_buffer_printf(buffer, " %s ", operators[expr->op]);
        pol_expr_print(expr->parts[i], buffer);
    }
    pol_buffer_add_byte(buffer, ')');
}

static void print_over(const char *what, const pol_expr *expr, pol_buffer *buffer)
{
    pol_buffer_add_text(buffer, what);
    pol_expr_print(expr->parts[0], buffer);
}

void pol_expr_print(const pol_expr *expr, pol_buffer *buffer)
{
    if (!expr) {
        pol_buffer_add_text(buffer, "-");
        return;
    }
    switch (expr->type) {
    case POL_EXPR_TERM:
        pol_buffer_add(buffer, expr->term);
        break;
    case POL_EXPR_NONE:
        pol_buffer_add_text(buffer, "nothing");
        break;
    case POL_EXPR_RANGE:
        pol_buffer_printf(buffer, "slot %u %.*s..%.*s", (unsigned)expr->slot,
                          POL_SPAN_ARGS(expr->low), POL_SPAN_ARGS(expr->high));
        break;
    case POL_EXPR_SCALE:
        pol_buffer_printf(buffer, "%g * ", expr->factor);
        pol_expr_print(expr->parts[0], buffer);
        break;
    case POL_EXPR_COMBINE:
        print_parts(expr, buffer);
        break;
    case POL_EXPR_PASSAGES:
        print_over("passages of ", expr, buffer);
        break;
    case POL_EXPR_FIRST_PASSAGE:
        print_over("first passages of ", expr, buffer);
        break;
    case POL_EXPR_HEADS:
        print_over("documents of ", expr, buffer);
        break;
    }
}
