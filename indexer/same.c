/* same.c - are two documents renderings of one?
 *
 * Conference, year and title or number must agree (the caller has found them by those),
 * nothing that both state may differ, and the words must be nearly the same: motions of
 * one conference often share a title, and a wrong merge would lose one of them. */
#include <stdlib.h>

#include "core/analysis.h"
#include "indexer/merging.h"

enum {
    WORDS_MAX = 4000,
    PERCENT_SHARED = 80,
    /* where number and title agree: an agenda has the text before amendment */
    PERCENT_SHARED_NAMED = 50,
    PERCENT_SHARED_RENUMBERED = 90,
    NEVER = 101
};

/* Hashes of the words of a text, sorted, each once. */
typedef struct word_set {
    uint64_t hashes[WORDS_MAX];
    size_t count;
} word_set;

static uint64_t hash_word(pol_span word)
{
    uint64_t hash = 1469598103934665603u;
    for (size_t i = 0; i < word.size; i++)
        hash = (hash ^ (unsigned char)word.data[i]) * 1099511628211u;
    return hash;
}

static int by_value(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return (left > right) - (left < right);
}

static bool collect(pol_analyser *analyser, pol_span text, word_set *set)
{
    pol_token token;
    set->count = 0;
    pol_analyser_begin(analyser, text);
    while (set->count < WORDS_MAX && pol_analyser_next(analyser, &token))
        set->hashes[set->count++] = hash_word(token.word);
    qsort(set->hashes, set->count, sizeof *set->hashes, by_value);
    size_t kept = 0;
    for (size_t i = 0; i < set->count; i++)
        if (kept == 0 || set->hashes[kept - 1] != set->hashes[i])
            set->hashes[kept++] = set->hashes[i];
    set->count = kept;
    return kept > 0;
}

static size_t count_shared(const word_set *a, const word_set *b)
{
    size_t i = 0, j = 0, shared = 0;
    while (i < a->count && j < b->count) {
        if (a->hashes[i] == b->hashes[j]) {
            shared++, i++, j++;
        } else if (a->hashes[i] < b->hashes[j]) {
            i++;
        } else {
            j++;
        }
    }
    return shared;
}

/* Dice's coefficient of the words: twice the shared over the sum. */
static bool have_same_words(pol_span a, pol_span b, size_t percent)
{
    pol_analyser *analyser = NULL;
    word_set *sets = malloc(2 * sizeof *sets);
    bool is_same = false;
    if (sets && pol_analyser_new(NULL, &analyser, NULL) == POL_OK &&
        collect(analyser, a, &sets[0]) && collect(analyser, b, &sets[1]))
        is_same =
            200 * count_shared(&sets[0], &sets[1]) >= percent * (sets[0].count + sets[1].count);
    pol_analyser_free(analyser);
    free(sets);
    return is_same;
}

static bool labels_differ(pol_span a, pol_span b)
{
    char left[256], right[256];
    if (!a.size || !b.size)
        return false;
    pol_fold_label(a, left, sizeof left);
    pol_fold_label(b, right, sizeof right);
    return strcmp(left, right) != 0;
}

static bool is_stated(pol_decision decision)
{
    return decision != POL_DECISION_NONE && decision != POL_DECISION_UNKNOWN;
}

/* The same bodies (or people) submitted both, and they are stated. */
static bool have_same_submitters(const pol_document *a, const pol_document *b)
{
    if (a->submitter_count == 0 || a->submitter_count != b->submitter_count)
        return false;
    for (size_t i = 0; i < a->submitter_count; i++)
        if (labels_differ(a->submitters[i].name, b->submitters[i].name))
            return false;
    return true;
}

/* How much of the words must be shared. Two branches may submit one text, and it then has two
 * numbers; but from the same mover and with the same title, it was only numbered anew. */
static size_t percent_wanted(const pol_document *a, const pol_document *b)
{
    bool has_titles = a->title.text.size && b->title.text.size;
    bool has_numbers = a->number.text.size && b->number.text.size;
    if (labels_differ(a->number.text, b->number.text))
        return has_titles && have_same_submitters(a, b) ? PERCENT_SHARED_RENUMBERED : NEVER;
    return has_titles && has_numbers ? PERCENT_SHARED_NAMED : PERCENT_SHARED;
}

bool pol_is_same_document(const pol_stored *a, const pol_stored *b)
{
    const pol_document *left = &a->document, *right = &b->document;
    if (a->has_explicit_id || b->has_explicit_id || left->year != right->year ||
        left->kind != right->kind)
        return false;
    if (labels_differ(left->title.text, right->title.text) ||
        labels_differ(left->conference_name, right->conference_name))
        return false;
    if (is_stated(left->decision) && is_stated(right->decision) &&
        left->decision != right->decision)
        return false;
    if (left->date.year && right->date.year && pol_date_compare(left->date, right->date) != 0)
        return false;
    size_t percent = percent_wanted(left, right);
    return percent <= 100 && have_same_words(left->text, right->text, percent);
}
