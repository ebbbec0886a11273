/* expand.c - a run of the index's terms to the most frequent words that qualify. */
#include "search/expand.h"

#include <stdlib.h>

#include "search/plan/match.h"

enum { EACH = 100 }; /* terms between two looks at the clock */

/* What is looked for, and what was found so far. */
typedef struct collector {
    pol_index *index;
    const char *field;
    const pol_node *node; /* forms of this word; NULL: every word counts */
    pol_arena *arena;
    pol_index_word *words;
    size_t count, capacity;
    size_t looked_at;
    bool is_late; /* the search's time is over */
} collector;

static int by_frequency(const void *left, const void *right)
{
    const pol_index_word *a = left, *b = right;
    if (a->documents != b->documents)
        return a->documents < b->documents ? 1 : -1;
    return pol_span_compare(a->word, b->word);
}

static bool is_stem_of(const pol_node *node, pol_span stem)
{
    return pol_span_equal(stem, node->stem) ||
           (node->other_stem.data && pol_span_equal(stem, node->other_stem));
}

/* Does the index's word have the stem that is looked for? It is folded already, so the
 * analyser gives it back as one token. */
static bool qualifies(const collector *found, pol_span word)
{
    pol_token token;
    if (!found->node || pol_span_equal(word, found->node->word))
        return true;
    pol_analyser_begin(found->index->analyser, word);
    return pol_analyser_next(found->index->analyser, &token) && is_stem_of(found->node, token.stem);
}

static bool add_word(collector *found, pol_span word, uint32_t documents)
{
    pol_span copy = pol_arena_copy(found->arena, word);
    pol_index_word *moved =
        pol_arena_grow(found->arena, found->words, found->count, &found->capacity, sizeof *moved);
    if (!copy.data || !moved)
        return false;
    found->words = moved;
    found->words[found->count++] = (pol_index_word){copy, documents};
    return true;
}

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the words of a query");
}

/* Reads the terms that start with field + prefix. */
static pol_status collect(collector *found, pol_span prefix, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_terms *terms = NULL;
    xc_error error = {0};
    pol_status status = POL_OK;
    size_t skip = strlen(found->field);
    pol_span start = pol_term_make(found->field, prefix, buffer);
    xc_status read = xc_reader_terms(found->index->reader, pol_xc_bytes(start), &terms, &error);
    while (read == XC_OK && status == POL_OK && found->looked_at < POL_TERMS_READ_MAX) {
        found->is_late = found->looked_at % EACH == 0 && pol_match_is_late(found->index);
        if (found->is_late)
            break;
        xc_bytes term = {0};
        uint32_t documents = 0;
        read = xc_terms_next(terms, &term, &documents, &error);
        if (read != XC_OK || !term.data)
            break;
        found->looked_at++;
        pol_span word = pol_span_from(pol_xc_span(term), skip);
        if (qualifies(found, word) && !add_word(found, word, documents))
            status = fail_room(reterr);
    }
    xc_terms_free(terms);
    return read == XC_OK ? status : pol_index_fail(found->index, &error, reterr);
}

static void finish(collector *found, size_t max, pol_expansion *ret_expansion)
{
    if (found->count)
        qsort(found->words, found->count, sizeof *found->words, by_frequency);
    *ret_expansion = (pol_expansion){
        .words = found->words,
        .count = found->count < max ? found->count : max,
        .met = found->count,
        .is_cut = found->count > max || found->looked_at == POL_TERMS_READ_MAX || found->is_late,
    };
}

/* --- prefixes --------------------------------------------------------------------- */

struct pol_last_expansion {
    pol_arena arena; /* of all that it has; POL_PREFIX_WORDS_MAX at most */
    pol_span field, prefix;
    pol_expansion words;
};

void pol_expansion_free(struct pol_last_expansion *last)
{
    if (!last)
        return;
    pol_arena_done(&last->arena);
    free(last);
}

static bool copy_words(const pol_expansion *from, pol_arena *arena, pol_expansion *ret_copy)
{
    pol_index_word *words = pol_arena_array(arena, from->count + 1, sizeof *words);
    *ret_copy = *from;
    ret_copy->words = words;
    for (size_t i = 0; words && i < from->count; i++) {
        words[i] =
            (pol_index_word){pol_arena_copy(arena, from->words[i].word), from->words[i].documents};
        if (!words[i].word.data)
            return false;
    }
    return words != NULL;
}

static bool is_same(const struct pol_last_expansion *last, const char *field, pol_span prefix)
{
    return last && pol_span_equal(last->field, pol_span_of(field)) &&
           pol_span_equal(last->prefix, prefix);
}

/* What memory refuses is not remembered. */
static void remember(pol_index *index, const char *field, pol_span prefix,
                     const pol_expansion *words)
{
    enum { BYTES_MAX = 1 << 20 };
    pol_expansion_free(index->expansion);
    struct pol_last_expansion *last = index->expansion = calloc(1, sizeof *last);
    if (!last)
        return;
    pol_arena_init(&last->arena, BYTES_MAX);
    last->field = pol_arena_copy(&last->arena, pol_span_of(field));
    last->prefix = pol_arena_copy(&last->arena, prefix);
    if (last->field.data && last->prefix.data && copy_words(words, &last->arena, &last->words))
        return;
    pol_expansion_free(last);
    index->expansion = NULL;
}

pol_status pol_expand_prefix(pol_index *index, const char *field, pol_span prefix, size_t max,
                             pol_arena *arena, pol_expansion *ret_expansion, pol_error *reterr)
{
    collector found = {.index = index, .field = field, .arena = arena};
    if (max == POL_PREFIX_WORDS_MAX && is_same(index->expansion, field, prefix))
        return copy_words(&index->expansion->words, arena, ret_expansion) ? POL_OK
                                                                          : fail_room(reterr);
    pol_status status = collect(&found, prefix, reterr);
    finish(&found, max, ret_expansion);
    if (status == POL_OK && !found.is_late && max == POL_PREFIX_WORDS_MAX)
        remember(index, field, prefix, ret_expansion);
    return status;
}

/* --- forms ------------------------------------------------------------------------ */

/* What all forms of a word start with. Stems mostly are the start of their words; "y"
 * became "i" in some ("polici" for policy), and short ones change ("die" for dying). */
static pol_span common_start(pol_span word, pol_span stem)
{
    size_t same = 0;
    while (same < word.size && same < stem.size && word.data[same] == stem.data[same])
        same++;
    if (same > 1 && (stem.data[same - 1] == 'i' || stem.data[same - 1] == 'y'))
        same--;
    return pol_span_first(word, same ? same : word.size);
}

pol_status pol_expand_forms(pol_index *index, const char *field, const pol_node *node, size_t max,
                            pol_arena *arena, pol_expansion *ret_expansion, pol_error *reterr)
{
    collector found = {.index = index, .field = field, .node = node, .arena = arena};
    pol_span start = common_start(node->word, node->stem);
    if (node->other_stem.data)
        start = pol_span_first(start, common_start(node->word, node->other_stem).size);
    pol_status status = collect(&found, start, reterr);
    finish(&found, max, ret_expansion);
    return status;
}
