/* plan.c - a tree to units, filters and the queries made of them. */
#include "search/plan.h"

#include <stdarg.h>
#include <stdio.h>

#include "search/plan/condition.h"
#include "search/rank.h"

enum { NOTE_SIZE = 400 };

void pol_plan_note(pol_plan *plan, const char *format, ...)
{
    char text[NOTE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    for (size_t i = 0; i < plan->note_count; i++)
        if (strcmp(plan->notes[i], text) == 0)
            return;
    const char **moved = pol_arena_grow(&plan->arena, plan->notes, plan->note_count,
                                        &plan->note_capacity, sizeof *moved);
    pol_span copy = pol_arena_copy(&plan->arena, pol_span_of(text));
    if (!moved || !copy.data)
        return;
    plan->notes = moved;
    plan->notes[plan->note_count++] = copy.data;
}

bool pol_plan_spend(pol_plan *plan, uint64_t documents)
{
    if (plan->postings + documents <= POL_POSTINGS_MAX) {
        plan->postings += documents;
        return true;
    }
    pol_plan_note(plan, "this query is very broad: its most frequent words count for nothing in "
                        "the ranking");
    return false;
}

pol_status pol_plan_status(const pol_plan *plan, pol_error *reterr)
{
    if (plan->builder.status == XC_OK)
        return POL_OK;
    return pol_index_fail(plan->index, &plan->builder.error, reterr);
}

pol_status pol_plan_list(pol_plan *plan, pol_node_list *list, const pol_node *node,
                         pol_error *reterr)
{
    const pol_node **moved =
        pol_arena_grow(&plan->arena, list->items, list->count, &list->capacity, sizeof *moved);
    if (!moved)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a query");
    list->items = moved;
    list->items[list->count++] = node;
    return POL_OK;
}

/* --- units ------------------------------------------------------------------------ */

/* Those of what may stand instead of a typed word, a stem once. */
static pol_status gather_added(pol_plan *plan, const pol_node *node, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < node->child_count && status == POL_OK; i++)
        status = gather_added(plan, node->children[i], reterr);
    if (node->type != POL_NODE_WORD || pol_is_stop_word(node->word))
        return status;
    for (size_t i = 0; i < plan->added.count; i++)
        if (pol_span_equal(plan->added.items[i]->stem, node->stem))
            return status;
    return status == POL_OK ? pol_plan_list(plan, &plan->added, node, reterr) : status;
}

static pol_status gather_words(pol_plan *plan, const pol_node *node, pol_error *reterr);

static pol_status gather_alias(pol_plan *plan, const pol_node *node, pol_error *reterr)
{
    pol_status status = gather_words(plan, node->children[0], reterr);
    for (size_t i = 1; i < node->child_count && status == POL_OK; i++)
        status = gather_added(plan, node->children[i], reterr);
    return status;
}

/* Words that may weigh: all but those of fields, NOTs and idle stop words. */
static pol_status gather_words(pol_plan *plan, const pol_node *node, pol_error *reterr)
{
    pol_status status = POL_OK;
    switch (node->type) {
    case POL_NODE_WORD:
    case POL_NODE_PREFIX:
        return pol_plan_list(plan, &plan->words, node, reterr);
    case POL_NODE_NOT:
    case POL_NODE_FIELD:
    case POL_NODE_LABEL:
        return POL_OK;
    case POL_NODE_AND:
    case POL_NODE_OR:
    case POL_NODE_PHRASE:
    case POL_NODE_NEAR:
        break;
    }
    if (node->is_alias)
        return gather_alias(plan, node, reterr);
    for (size_t i = 0; i < node->child_count && status == POL_OK; i++)
        if (!pol_condition_is_idle(node, node->children[i]))
            status = gather_words(plan, node->children[i], reterr);
    return status;
}

/* A filter is a FIELD, or an OR of nothing else. */
static bool is_filter(const pol_node *node)
{
    if (node->type != POL_NODE_OR)
        return node->type == POL_NODE_FIELD;
    for (size_t i = 0; i < node->child_count; i++)
        if (!is_filter(node->children[i]))
            return false;
    return true;
}

static bool has_field(const pol_node *filter, pol_field field)
{
    if (filter->type == POL_NODE_FIELD)
        return filter->field == field;
    for (size_t i = 0; i < filter->child_count; i++)
        if (has_field(filter->children[i], field))
            return true;
    return false;
}

/* Is it about decisions and nothing else? Only then it hides what is not stated. */
static bool is_decision_filter(const pol_node *filter)
{
    if (filter->type == POL_NODE_FIELD)
        return filter->field == POL_FIELD_DECISION;
    for (size_t i = 0; i < filter->child_count; i++)
        if (!is_decision_filter(filter->children[i]))
            return false;
    return true;
}

static pol_status sort_unwanted(pol_plan *plan, const pol_node *node, pol_error *reterr)
{
    if (node->child_count == 0)
        return POL_OK;
    const pol_node *child = node->children[0];
    return pol_plan_list(plan, is_filter(child) ? &plan->unfit : &plan->excluded, child, reterr);
}

static pol_status sort_unit(pol_plan *plan, const pol_node *node, pol_error *reterr)
{
    pol_status status = POL_OK;
    if (is_filter(node))
        return pol_plan_list(plan, &plan->filters, node, reterr);
    if (node->type == POL_NODE_LABEL)
        return pol_plan_list(plan, node->word.size ? &plan->labels : &plan->meetings, node, reterr);
    if (node->type == POL_NODE_NOT)
        return sort_unwanted(plan, node, reterr);
    if (node->type == POL_NODE_AND) {
        for (size_t i = 0; i < node->child_count && status == POL_OK; i++)
            if (node->children[i]->type == POL_NODE_LABEL ||
                !pol_condition_is_idle(node, node->children[i]))
                status = sort_unit(plan, node->children[i], reterr);
        return status;
    }
    status = gather_words(plan, node, reterr);
    return status == POL_OK ? pol_plan_list(plan, &plan->units, node, reterr) : status;
}

/* --- queries ---------------------------------------------------------------------- */

static bool has_any_field(const pol_node *unit)
{
    if (unit->type == POL_NODE_FIELD)
        return true;
    for (size_t i = 0; i < unit->child_count; i++)
        if (has_any_field(unit->children[i]))
            return true;
    return false;
}

pol_expr *pol_plan_in_passages(pol_plan *plan, const pol_node *unit, pol_expr *text)
{
    if (!text || !has_any_field(unit))
        return text;
    return pol_build_pair(&plan->builder, XC_FILTER, text,
                          pol_build_term(&plan->builder, POL_PREFIX_BODY, POL_SPAN("")));
}

static pol_status plan_units(pol_plan *plan, pol_error *reterr)
{
    pol_builder *builder = &plan->builder;
    pol_expr_list all = {0}, any = {0};
    pol_status status = POL_OK;
    for (size_t i = 0; i < plan->units.count && status == POL_OK; i++) {
        pol_expr *text = NULL;
        status = pol_condition(plan, plan->units.items[i], &pol_in_text, &text, reterr);
        text = pol_plan_in_passages(plan, plan->units.items[i], text);
        pol_expr_list_add(builder, &all, text);
        pol_expr_list_add(builder, &any, text);
    }
    plan->all_units = pol_build_list(builder, XC_AND, &all, 0);
    plan->any_unit = pol_build_list(builder, XC_OR, &any, 0);
    return status;
}

static pol_status plan_filters(pol_plan *plan, pol_error *reterr)
{
    pol_builder *builder = &plan->builder;
    pol_expr_list all = {0}, of_documents = {0}, decisions = {0};
    pol_status status = POL_OK;
    for (size_t i = 0; i < plan->filters.count && status == POL_OK; i++) {
        const pol_node *node = plan->filters.items[i];
        pol_expr *query = NULL;
        status = pol_condition(plan, node, &pol_in_text, &query, reterr);
        bool is_decision = is_decision_filter(node);
        bool has_clause = has_field(node, POL_FIELD_CLAUSE);
        plan->has_clause_filter |= has_clause;
        pol_expr_list_add(builder, is_decision ? &decisions : &all, query);
        if (!has_clause && !has_field(node, POL_FIELD_DECISION))
            pol_expr_list_add(builder, &of_documents, query);
    }
    plan->filter = pol_build_list(builder, XC_AND, &all, 0);
    plan->document_filter = pol_build_list(builder, XC_AND, &of_documents, 0);
    plan->decision = pol_build_list(builder, XC_AND, &decisions, 0);
    return status;
}

static pol_status any_of(pol_plan *plan, const pol_node_list *list, pol_expr **ret_query,
                         pol_error *reterr)
{
    pol_expr_list any = {0};
    pol_status status = POL_OK;
    for (size_t i = 0; i < list->count && status == POL_OK; i++) {
        pol_expr *query = NULL;
        status = pol_condition(plan, list->items[i], &pol_in_text, &query, reterr);
        pol_expr_list_add(&plan->builder, &any, query);
    }
    *ret_query = pol_build_list(&plan->builder, XC_OR, &any, 0);
    return status;
}

/* The conference by its names, and the year. */
static pol_status plan_meeting(pol_plan *plan, pol_error *reterr)
{
    pol_expr_list all = {0};
    pol_status status = POL_OK;
    if (plan->meetings.count == 0)
        return POL_OK;
    const pol_node *meeting = plan->meetings.items[0];
    pol_expr_list_add(&plan->builder, &all,
                      pol_build_term(&plan->builder, POL_PREFIX_HEAD, POL_SPAN("")));
    for (size_t i = 0; i < meeting->child_count && status == POL_OK; i++) {
        pol_expr *filter = NULL;
        status = pol_condition(plan, meeting->children[i], &pol_in_text, &filter, reterr);
        pol_expr_list_add(&plan->builder, &all, filter);
    }
    plan->meeting = pol_build_list(&plan->builder, XC_AND, &all, 0);
    return status;
}

static pol_status plan_labels(pol_plan *plan, pol_error *reterr)
{
    pol_expr_list any = {0};
    pol_status status = POL_OK;
    for (size_t i = 0; i < plan->labels.count && status == POL_OK; i++) {
        pol_expr *label = NULL;
        status = pol_condition_label(plan, plan->labels.items[i], &label, reterr);
        pol_expr_list_add(&plan->builder, &any, label);
    }
    plan->label = pol_build_list(&plan->builder, XC_OR, &any, 0);
    return status;
}

pol_status pol_plan_make(pol_plan *plan, pol_index *index, const pol_node *root, pol_error *reterr)
{
    *plan = (pol_plan){.index = index};
    pol_builder_init(&plan->builder);
    pol_arena_init(&plan->arena, POL_PLAN_BYTES_MAX);
    pol_status status = root ? sort_unit(plan, root, reterr) : POL_OK;
    for (size_t i = 0; i < plan->added.count && status == POL_OK; i++)
        status = pol_plan_list(plan, &plan->words, plan->added.items[i], reterr);
    if (status == POL_OK)
        status = plan_filters(plan, reterr);
    if (status == POL_OK)
        status = plan_units(plan, reterr);
    if (status == POL_OK)
        status = any_of(plan, &plan->excluded, &plan->not_wanted, reterr);
    if (status == POL_OK)
        status = any_of(plan, &plan->unfit, &plan->misfit, reterr);
    if (status == POL_OK)
        status = pol_rank_query(plan, &plan->rank, reterr);
    if (status == POL_OK)
        status = plan_labels(plan, reterr);
    if (status == POL_OK)
        status = plan_meeting(plan, reterr);
    return status == POL_OK ? pol_plan_status(plan, reterr) : status;
}

void pol_plan_done(pol_plan *plan)
{
    pol_builder_done(&plan->builder);
    pol_arena_done(&plan->arena);
}
