/* phrase.c - the ways of writing a phrase, and the forms of the words of a NEAR. */
#include "search/plan/phrase.h"

#include "search/evaluate/verify.h"
#include "search/expand.h"

enum { CLOSED_MAX = POL_WORD_MAX };

/* One word of the phrase, compounds taken apart, and the closed-up words that start
 * here: closed[n] stands for n + 2 atoms; absent where the index has no such word. */
typedef struct atom {
    pol_span word;
    bool is_known;
    pol_span closed[POL_PHRASE_RUN_MAX - 1];
} atom;

typedef struct phrase {
    pol_plan *plan;
    const char *field;
    atom *atoms;
    size_t count;
    pol_span *chosen; /* the variant being put together */
    size_t chosen_count;
    pol_expr_list variants;
    bool is_cut;
} phrase;

static pol_status is_known(const phrase *made, pol_span word, bool *ret_known, pol_error *reterr)
{
    uint32_t documents = 0;
    pol_status status =
        pol_index_frequency(made->plan->index, made->field, word, &documents, reterr);
    *ret_known = documents > 0;
    return status;
}

static size_t count_atoms(const pol_node *node)
{
    size_t count = 0;
    for (size_t i = 0; i < node->child_count; i++)
        count += node->children[i]->part_count ? node->children[i]->part_count : 1;
    return count;
}

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a phrase");
}

/* The words from `from` on, `run` of them, written as one; absent where the index has no
 * such word. */
static pol_status find_closed(phrase *made, size_t from, size_t run, pol_error *reterr)
{
    char joined[CLOSED_MAX];
    size_t size = 0;
    bool known = false;
    for (size_t i = from; i < from + run; i++) {
        pol_span word = made->atoms[i].word;
        if (size + word.size > sizeof joined)
            return POL_OK;
        memcpy(joined + size, word.data, word.size);
        size += word.size;
    }
    pol_status status = is_known(made, pol_span_make(joined, size), &known, reterr);
    if (status != POL_OK || !known)
        return status;
    pol_span *closed = &made->atoms[from].closed[run - 2];
    *closed = pol_arena_copy(&made->plan->arena, pol_span_make(joined, size));
    return closed->data ? POL_OK : fail_room(reterr);
}

static pol_status find_words(phrase *made, const pol_node *node, pol_error *reterr)
{
    pol_status status = POL_OK;
    size_t at = 0;
    for (size_t i = 0; i < node->child_count; i++) {
        const pol_node *child = node->children[i];
        for (size_t part = 0; part < child->part_count; part++)
            made->atoms[at++].word = child->parts[part];
        if (!child->part_count)
            made->atoms[at++].word = child->word;
    }
    for (size_t i = 0; i < made->count && status == POL_OK; i++)
        status = is_known(made, made->atoms[i].word, &made->atoms[i].is_known, reterr);
    for (size_t i = 0; i < made->count; i++)
        for (size_t run = 2; run <= POL_PHRASE_RUN_MAX && i + run <= made->count; run++)
            if (status == POL_OK)
                status = find_closed(made, i, run, reterr);
    return status;
}

static void add_variant(phrase *made)
{
    pol_builder *builder = &made->plan->builder;
    pol_expr_list words = {0};
    if (made->variants.count == POL_PHRASE_VARIANTS_MAX) {
        made->is_cut = true;
        return;
    }
    for (size_t i = 0; i < made->chosen_count; i++)
        pol_expr_list_add(builder, &words, pol_build_term(builder, made->field, made->chosen[i]));
    pol_expr_list_add(builder, &made->variants,
                      pol_build_list(builder, XC_PHRASE, &words, (uint32_t)made->chosen_count));
}

/* Each way of going on from atom `from`; every word of a variant is one that the index
 * has. Stops where the bound was met, so the work is bounded by variants times words,
 * and can_end[] keeps it out of dead ends. */
static void choose(phrase *made, const bool *can_end, size_t from)
{
    if (from == made->count) {
        add_variant(made);
        return;
    }
    const atom *here = &made->atoms[from];
    for (size_t run = 1; run <= POL_PHRASE_RUN_MAX && from + run <= made->count; run++) {
        pol_span word = here->word;
        if (made->is_cut || !can_end[from + run])
            continue;
        if (run > 1)
            word = here->closed[run - 2];
        else if (!here->is_known)
            continue;
        if (!word.data)
            continue;
        made->chosen[made->chosen_count++] = word;
        choose(made, can_end, from + run);
        made->chosen_count--;
    }
}

/* can_end[i]: is there a way of writing all from atom i to the end? */
static void find_ends(const phrase *made, bool *can_end)
{
    can_end[made->count] = true;
    for (size_t i = made->count; i-- > 0;) {
        can_end[i] = made->atoms[i].is_known && can_end[i + 1];
        for (size_t run = 2; run <= POL_PHRASE_RUN_MAX && i + run <= made->count; run++)
            if (made->atoms[i].closed[run - 2].data && can_end[i + run])
                can_end[i] = true;
    }
}

pol_status pol_phrase_condition(pol_plan *plan, const pol_node *node, const char *field,
                                pol_expr **ret_query, pol_error *reterr)
{
    phrase made = {.plan = plan, .field = field, .count = count_atoms(node)};
    *ret_query = NULL;
    if (made.count == 0)
        return POL_OK;
    made.atoms = pol_arena_array(&plan->arena, made.count, sizeof *made.atoms);
    made.chosen = pol_arena_array(&plan->arena, made.count, sizeof *made.chosen);
    bool *can_end = pol_arena_array(&plan->arena, made.count + 1, sizeof *can_end);
    if (!made.atoms || !made.chosen || !can_end)
        return fail_room(reterr);
    pol_status status = find_words(&made, node, reterr);
    if (status != POL_OK)
        return status;
    find_ends(&made, can_end);
    if (can_end[0])
        choose(&made, can_end, 0);
    if (made.is_cut) {
        plan->is_cut = true;
        pol_plan_note(plan,
                      "“%.*s” can be written in more than %d ways: the first %d were "
                      "searched",
                      POL_SPAN_ARGS(pol_span_first(node->typed, 80)), POL_PHRASE_VARIANTS_MAX,
                      POL_PHRASE_VARIANTS_MAX);
    }
    if (made.variants.count == 0) {
        *ret_query = pol_build_none(&plan->builder);
        return POL_OK;
    }
    *ret_query = pol_build_list(&plan->builder, XC_OR, &made.variants, 0);
    bool are_titles = field[0] != '\0';
    return made.count > 1 ? pol_verify_phrase(plan, node, are_titles, ret_query, reterr) : POL_OK;
}

/* --- NEAR ------------------------------------------------------------------------- */

static pol_status find_forms(pol_plan *plan, const pol_node *node, const char *field,
                             pol_expansion *forms, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < node->child_count && status == POL_OK; i++) {
        const pol_node *child = node->children[i];
        if (child->type == POL_NODE_PREFIX)
            status = pol_expand_prefix(plan->index, field, child->word, POL_NEAR_WORDS_MAX,
                                       &plan->arena, &forms[i], reterr);
        else
            status = pol_expand_forms(plan->index, field, child, POL_NEAR_WORDS_MAX, &plan->arena,
                                      &forms[i], reterr);
    }
    return status;
}

/* Takes rare forms off the word that has most until the combinations are few enough;
 * their number, 0 where a word has no form at all. */
static size_t bound_forms(pol_expansion *forms, size_t count, bool *ret_cut)
{
    for (;;) {
        size_t product = 1, widest = 0;
        for (size_t i = 0; i < count; i++) {
            *ret_cut = *ret_cut || forms[i].is_cut;
            product = product > POL_NEAR_QUERIES_MAX ? product : product * forms[i].count;
            if (forms[i].count > forms[widest].count)
                widest = i;
        }
        if (product <= POL_NEAR_QUERIES_MAX || forms[widest].count <= 1)
            return product;
        forms[widest].count--;
        *ret_cut = true;
    }
}

/* The `which`-th combination, counted as a number whose digits are the words' forms. */
static pol_expr *near_query(pol_plan *plan, const pol_node *node, const char *field,
                            const pol_expansion *forms, size_t which)
{
    pol_expr_list words = {0};
    for (size_t i = 0; i < node->child_count; i++) {
        pol_span word = forms[i].words[which % forms[i].count].word;
        which /= forms[i].count;
        pol_expr_list_add(&plan->builder, &words, pol_build_term(&plan->builder, field, word));
    }
    return pol_build_list(&plan->builder, XC_NEAR, &words,
                          node->window + (uint32_t)node->child_count - 1);
}

/* "left-right" stands at one position, where Xapian finds no two words near each other. */
static pol_status add_compound(pol_plan *plan, const char *field, pol_span left, pol_span right,
                               pol_expr_list *any, pol_error *reterr)
{
    char joined[CLOSED_MAX];
    uint32_t documents = 0;
    if (left.size + right.size > sizeof joined)
        return POL_OK;
    memcpy(joined, left.data, left.size);
    memcpy(joined + left.size, right.data, right.size);
    pol_span word = pol_span_make(joined, left.size + right.size);
    pol_status status = pol_index_frequency(plan->index, field, word, &documents, reterr);
    if (status == POL_OK && documents)
        pol_expr_list_add(&plan->builder, any, pol_build_term(&plan->builder, field, word));
    return status;
}

/* Two words may be the two parts of one compound, in either order. */
static pol_status add_compounds(pol_plan *plan, const char *field, const pol_expansion *forms,
                                pol_expr_list *any, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < forms[0].count; i++) {
        for (size_t j = 0; j < forms[1].count && status == POL_OK; j++) {
            pol_span left = forms[0].words[i].word, right = forms[1].words[j].word;
            status = add_compound(plan, field, left, right, any, reterr);
            if (status == POL_OK)
                status = add_compound(plan, field, right, left, any, reterr);
        }
    }
    return status;
}

pol_status pol_near_condition(pol_plan *plan, const pol_node *node, const char *field,
                              pol_expr **ret_query, pol_error *reterr)
{
    pol_expr_list any = {0};
    bool is_cut = false;
    *ret_query = NULL;
    if (node->child_count == 0)
        return POL_OK;
    pol_expansion *forms = pol_arena_array(&plan->arena, node->child_count, sizeof *forms);
    if (!forms)
        return fail_room(reterr);
    pol_status status = find_forms(plan, node, field, forms, reterr);
    if (status != POL_OK)
        return status;
    size_t count = bound_forms(forms, node->child_count, &is_cut);
    for (size_t i = 0; i < count; i++)
        pol_expr_list_add(&plan->builder, &any, near_query(plan, node, field, forms, i));
    if (count && node->child_count == 2)
        status = add_compounds(plan, field, forms, &any, reterr);
    if (is_cut) {
        plan->is_cut = true;
        pol_plan_note(plan,
                      "the words of ‘%.*s’ have many forms: only the most frequent were "
                      "searched",
                      POL_SPAN_ARGS(pol_span_first(node->typed, 80)));
    }
    *ret_query =
        count ? pol_build_list(&plan->builder, XC_OR, &any, 0) : pol_build_none(&plan->builder);
    return status;
}
