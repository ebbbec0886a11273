/* builder.h - conditions put together without asking after each step.
 *
 * An expression says what matches, and, where Xapian ranks it, what weighs. It is evaluated
 * over posting lists (search/evaluate.h) or handed to Xapian's matcher (pol_expr_xapian()).
 *
 * A builder owns every expression it makes, until pol_builder_done(). The first failure
 * stays and makes all that follows NULL; ask builder->status once, at the end.
 * NULL is also "no condition": combining leaves it out. One thread at a time. */
#ifndef POL_SEARCH_PLAN_BUILDER_H
#define POL_SEARCH_PLAN_BUILDER_H

#include "core/arena.h"
#include "core/buffer.h"
#include "core/span.h"
#include "xapian-c/xapian-c.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_BUILDER_BYTES_MAX = 256 << 20 };

typedef struct pol_builder {
    pol_arena arena;         /* of the expressions */
    struct pol_expr *latest; /* the one made last; each knows the one before */
    xc_status status;
    xc_error error;
} pol_builder;

typedef enum pol_expr_type {
    POL_EXPR_TERM,
    POL_EXPR_NONE, /* matches nothing */
    POL_EXPR_SCALE,
    POL_EXPR_RANGE,
    POL_EXPR_COMBINE,
    /* of one part, and for search/evaluate.h alone: Xapian has no join */
    POL_EXPR_PASSAGES,      /* of the documents whose heads match it */
    POL_EXPR_FIRST_PASSAGE, /* of each of these */
    POL_EXPR_HEADS          /* of the documents that have a passage (or head) that matches it */
} pol_expr_type;

/* Immutable but for what is remembered of it. */
typedef struct pol_expr {
    pol_expr_type type;
    pol_span term; /* TERM */
    double factor; /* SCALE */
    xc_slot slot;  /* RANGE: bytes from `low` to `high`; an absent end is open */
    pol_span low, high;
    xc_operator op; /* COMBINE */
    uint32_t window;
    struct pol_expr **parts; /* COMBINE at least one; SCALE and the last three have one */
    size_t part_count;
    /* private: */
    pol_builder *builder;
    struct pol_expr *before;     /* made before this one */
    xc_query *query;             /* once asked for */
    const struct pol_set *found; /* once evaluated, see search/evaluate.h */
} pol_expr;

/* A growing list of expressions to combine; its memory belongs to malloc(). */
typedef struct pol_expr_list {
    pol_expr **items;
    size_t count, capacity;
} pol_expr_list;

void pol_builder_init(pol_builder *builder);
void pol_builder_done(pol_builder *builder);

/* prefix + value as the schema makes terms. */
pol_expr *pol_build_term(pol_builder *builder, const char *prefix, pol_span value);
pol_expr *pol_build_none(pol_builder *builder);
pol_expr *pol_build_scale(pol_builder *builder, pol_expr *expr, double factor);
/* Bytes from `low` to `high`; an absent end is open. */
pol_expr *pol_build_range(pol_builder *builder, xc_slot slot, pol_span low, pol_span high);
/* Parts that are NULL are left out; none left is NULL, one is that one. */
pol_expr *pol_build_pair(pol_builder *builder, xc_operator op, pol_expr *left, pol_expr *right);
/* Frees the list's memory and empties it. */
pol_expr *pol_build_list(pol_builder *builder, xc_operator op, pol_expr_list *list,
                         uint32_t window);
/* Appends unless `expr` is NULL. */
void pol_expr_list_add(pol_builder *builder, pol_expr_list *list, pol_expr *expr);

/* PASSAGES, FIRST_PASSAGE or HEADS. */
pol_expr *pol_build_join(pol_builder *builder, pol_expr_type type, pol_expr *expr);

/* Matches what `condition` does; weighs as `rank` does, which may match less. */
pol_expr *pol_build_ranked(pol_builder *builder, pol_expr *condition, pol_expr *rank);

/* On one line, for --explain: `(Zpai AND (Zrise OR ZSrise))`. */
void pol_expr_print(const pol_expr *expr, pol_buffer *buffer);

/* The same for Xapian, owned by the builder. NULL after a failure, which the builder has, and for
 * NULL. Fails for what has no join: XC_UNIMPLEMENTED. */
xc_query *pol_expr_xapian(pol_expr *expr);

#ifdef __cplusplus
}
#endif
#endif
