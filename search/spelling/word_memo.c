/* word_memo.c - words of short prefixes and names of conferences, each looked up once for a
 * revision of the index. */
#include "search/spelling/word_memo.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/schema.h"
#include "search/plan/builder.h"
#include "search/plan/match.h"

enum { MEMO_BYTES_MAX = 64 << 20, NAME_MAX_BYTES = 200 };

/* The words of one prefix. */
typedef struct memo_prefix {
    char field[4], prefix[POL_MEMO_PREFIX_BYTES + 1];
    pol_expansion expansion;
} memo_prefix;

struct pol_word_memo {
    pol_arena arena;
    memo_prefix *prefixes;
    size_t count, capacity;
    pol_memo_name *names; /* NULL: not read yet */
    size_t name_count;
};

void pol_word_memo_free(pol_word_memo *memo)
{
    if (!memo)
        return;
    pol_arena_done(&memo->arena);
    free(memo);
}

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for suggestions");
}

static pol_status get_memo(pol_index *index, pol_word_memo **ret_memo, pol_error *reterr)
{
    if (!index->memo && (index->memo = calloc(1, sizeof *index->memo)))
        pol_arena_init(&index->memo->arena, MEMO_BYTES_MAX);
    *ret_memo = index->memo;
    return index->memo ? POL_OK : fail_room(reterr);
}

/* --- prefixes --------------------------------------------------------------------- */

static const memo_prefix *find_prefix(const pol_word_memo *memo, const char *field, pol_span prefix)
{
    for (size_t i = 0; i < memo->count; i++)
        if (pol_span_equal(pol_span_of(memo->prefixes[i].prefix), prefix) &&
            strcmp(memo->prefixes[i].field, field) == 0)
            return &memo->prefixes[i];
    return NULL;
}

/* Copies what is worth keeping of an expansion. */
static pol_status keep_prefix(pol_word_memo *memo, const char *field, pol_span prefix,
                              const pol_expansion *expansion, pol_error *reterr)
{
    memo_prefix *moved =
        pol_arena_grow(&memo->arena, memo->prefixes, memo->count, &memo->capacity, sizeof *moved);
    pol_index_word *words = pol_arena_array(&memo->arena, expansion->count + 1, sizeof *words);
    if (!moved || !words)
        return fail_room(reterr);
    memo->prefixes = moved;
    memo_prefix *made = &memo->prefixes[memo->count];
    *made = (memo_prefix){.expansion = *expansion};
    made->expansion.words = words;
    snprintf(made->field, sizeof made->field, "%s", field);
    memcpy(made->prefix, prefix.data, prefix.size);
    for (size_t i = 0; i < expansion->count; i++) {
        words[i] = (pol_index_word){pol_arena_copy(&memo->arena, expansion->words[i].word),
                                    expansion->words[i].documents};
        if (!words[i].word.data)
            return fail_room(reterr);
    }
    memo->count++;
    return POL_OK;
}

pol_status pol_word_memo_expand(pol_index *index, const char *field, pol_span prefix,
                                pol_arena *arena, pol_expansion *ret_expansion, pol_error *reterr)
{
    pol_word_memo *memo = NULL;
    pol_status status = get_memo(index, &memo, reterr);
    if (status != POL_OK)
        return status;
    const memo_prefix *known = find_prefix(memo, field, prefix);
    if (known) {
        *ret_expansion = known->expansion;
        return POL_OK;
    }
    status = pol_expand_prefix(index, field, prefix, POL_MEMO_WORDS, arena, ret_expansion, reterr);
    bool is_worth = prefix.size <= POL_MEMO_PREFIX_BYTES && memo->count < POL_MEMO_PREFIXES_MAX;
    return status == POL_OK && is_worth ? keep_prefix(memo, field, prefix, ret_expansion, reterr)
                                        : status;
}

/* --- names ------------------------------------------------------------------------ */

static int by_documents(const void *left, const void *right)
{
    const pol_memo_name *a = left, *b = right;
    if (a->documents != b->documents)
        return a->documents < b->documents ? 1 : -1;
    return pol_span_compare(a->name, b->name);
}

static bool fold_name(pol_word_memo *memo, const xc_facet_value *conference, pol_memo_name *made)
{
    char folded[NAME_MAX_BYTES + 1] = " ";
    pol_span name = pol_arena_copy(&memo->arena, pol_xc_span(conference->value));
    size_t size = pol_fold_label(name, folded + 1, sizeof folded - 1);
    *made = (pol_memo_name){pol_arena_copy(&memo->arena, pol_span_make(folded, size + 1)), name,
                            conference->count};
    return name.data && made->folded.data;
}

static pol_status keep_names(pol_word_memo *memo, xc_matches *matches, pol_error *reterr)
{
    size_t count = 0;
    const xc_facet_value *values = xc_matches_facet(matches, 0, &count);
    count = count < POL_MEMO_NAMES_MAX ? count : POL_MEMO_NAMES_MAX;
    pol_memo_name *names = pol_arena_array(&memo->arena, count + 1, sizeof *names);
    for (size_t i = 0; names && i < count; i++)
        if (!fold_name(memo, &values[i], &names[i]))
            return fail_room(reterr);
    if (!names)
        return fail_room(reterr);
    qsort(names, count, sizeof *names, by_documents);
    memo->names = names;
    memo->name_count = count;
    return POL_OK;
}

/* Heads stand for documents, so that values are counted plainly. */
static pol_status read_names(pol_index *index, pol_word_memo *memo, pol_error *reterr)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    static const xc_slot slot = POL_SLOT_CONFERENCE;
    pol_builder builder;
    xc_search search;
    xc_matches *matches = NULL;
    pol_builder_init(&builder);
    pol_expr *heads = pol_build_term(&builder, POL_PREFIX_HEAD, POL_SPAN(""));
    pol_match_init(&search, heads);
    search.weight = &no_weight;
    search.count = 0;
    search.facet_slots = &slot;
    search.facet_count = 1;
    pol_status status = heads ? pol_match_run(index, &search, &matches, reterr)
                              : pol_index_fail(index, &builder.error, reterr);
    if (status == POL_OK)
        status = keep_names(memo, matches, reterr);
    xc_matches_free(matches);
    pol_builder_done(&builder);
    return status;
}

pol_status pol_word_memo_names(pol_index *index, const pol_memo_name **ret_names, size_t *ret_count,
                               pol_error *reterr)
{
    pol_word_memo *memo = NULL;
    pol_status status = get_memo(index, &memo, reterr);
    if (status == POL_OK && !memo->names)
        status = read_names(index, memo, reterr);
    if (status != POL_OK)
        return status;
    *ret_names = memo->names;
    *ret_count = memo->name_count;
    return POL_OK;
}
