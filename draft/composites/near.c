/* near.c - two motions to how much of what one asks for the other asks for in other
 * words.
 *
 * "Toilets" and "lavatories" stand in the same rows of matters, "toilets" and "cameras" do not. So
 * each word is a point in the space that the rows span, as texts are (matters.h), and of each word
 * of one motion the nearest word of the other counts. */
#include <math.h>
#include <stdlib.h>

#include "draft/composites/reading.h"

/* The cosine of two words that are near at all, and from which on they are taken for one. */
static const float near_least = 0.1f, near_most = 0.6f;
static const double part_least = 1e-4;

/* A term and a word of the rows that it is written with. */
typedef struct term_word {
    uint32_t term, word;
} term_word;

typedef struct term_words {
    term_word *list;
    size_t count, capacity;
} term_words;

/* --- words to rows ------------------------------------------------------------------ */

static bool add_unit(pol_reading *r, pol_analyser *analyser, const pol_read_text *text, size_t at,
                     term_words *to)
{
    const pol_unit *unit = &text->units[at];
    pol_span whole = text->weighed.text;
    pol_token token;
    pol_analyser_begin(analyser, pol_span_make(whole.data + unit->start, unit->end - unit->start));
    while (pol_analyser_next(analyser, &token)) {
        uint32_t word = pol_matter_word(r->matters, token.stem);
        if (word == POL_MATTER_NONE)
            continue;
        term_word *list =
            pol_arena_grow(r->arena, to->list, to->count, &to->capacity, sizeof *list);
        if (!list)
            return false;
        to->list = list;
        list[to->count++] = (term_word){text->terms[at], word};
    }
    return true;
}

static int by_term(const void *left, const void *right)
{
    const term_word *a = left, *b = right;
    if (a->term != b->term)
        return a->term < b->term ? -1 : 1;
    return (a->word > b->word) - (a->word < b->word);
}

static bool list_words(pol_reading *r, pol_analyser *analyser, term_words *to)
{
    for (size_t i = 0; i < r->text_count; i++)
        for (size_t j = 0; j < r->texts[i].weighed.unit_count; j++) {
            const pol_unit *unit = &r->texts[i].units[j];
            if (!unit->is_stop && !unit->is_formula && !add_unit(r, analyser, &r->texts[i], j, to))
                return false;
        }
    if (to->count > 0)
        qsort(to->list, to->count, sizeof *to->list, by_term);
    return true;
}

const pol_matters *pol_reading_near(pol_reading *r, pol_analyser *analyser)
{
    term_words words = {0};
    pol_matters *terms = pol_arena_array(r->arena, r->entry_count + 1, sizeof *terms);
    float *rows = pol_arena_array(r->arena, r->matters->row_count + 1, sizeof *rows);
    if (!terms || !rows || !list_words(r, analyser, &words))
        return NULL;
    for (size_t i = 0, end; i < words.count; i = end) {
        memset(rows, 0, r->matters->row_count * sizeof *rows);
        for (end = i; end < words.count && words.list[end].term == words.list[i].term; end++)
            if (end == i || words.list[end].word != words.list[end - 1].word)
                pol_matter_add(r->matters, words.list[end].word, 1, rows);
        if (!pol_matters_settle(r->matters, rows, NULL, part_least, 1, r->arena,
                                &terms[words.list[i].term]))
            return NULL;
    }
    return terms;
}

/* --- motions ------------------------------------------------------------------------ */

typedef struct row_term {
    uint32_t term;
    float part;
} row_term;

typedef struct nearing {
    const pol_motions *motions;
    uint32_t *starts; /* of the terms of each row, and the end */
    row_term *row_terms;
    bool *is_asked;    /* of each term: by anybody */
    float *cosine;     /* of each term with that at hand, */
    uint32_t *touched; /* those that are not 0 */
    float *best;       /* of each term: how near the nearest is that the motion at hand asks for */
} nearing;

static bool is_asked(const pol_told_word *word)
{
    return word->where & POL_TOLD_ASKED;
}

static void mark_asked(nearing *n)
{
    for (size_t i = 0; i < n->motions->count; i++) {
        const pol_told *told = &n->motions->motions[i].told;
        for (size_t j = 0; j < told->count; j++)
            n->is_asked[told->words[j].term] |= is_asked(&told->words[j]);
    }
}

static bool list_rows(nearing *n, pol_arena *arena)
{
    const pol_motions *m = n->motions;
    size_t all = 0;
    for (size_t i = 0; i < m->term_count; i++)
        for (size_t j = 0; n->is_asked[i] && j < m->terms[i].count; j++, all++)
            n->starts[m->terms[i].matters[j].row + 2]++;
    for (size_t i = 2; i < m->row_count + 2; i++)
        n->starts[i] += n->starts[i - 1];
    n->row_terms = pol_arena_array(arena, all + 1, sizeof *n->row_terms);
    for (uint32_t i = 0; n->row_terms && i < m->term_count; i++)
        for (size_t j = 0; n->is_asked[i] && j < m->terms[i].count; j++) {
            pol_matter matter = m->terms[i].matters[j];
            n->row_terms[n->starts[matter.row + 1]++] = (row_term){i, matter.part};
        }
    return n->row_terms != NULL;
}

/* To `best`, of each word how near it is to this one. */
static void add_near(nearing *n, uint32_t term)
{
    const pol_matters *rows = &n->motions->terms[term];
    size_t count = 0;
    for (size_t i = 0; i < rows->count; i++) {
        pol_matter row = rows->matters[i];
        for (uint32_t j = n->starts[row.row]; j < n->starts[row.row + 1]; j++) {
            row_term other = n->row_terms[j];
            if (n->cosine[other.term] <= 0)
                n->touched[count++] = other.term;
            n->cosine[other.term] += row.part * other.part;
        }
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t other = n->touched[i];
        float near = (n->cosine[other] - near_least) / (near_most - near_least);
        n->best[other] = fmaxf(n->best[other], fminf(near, 1));
        n->cosine[other] = 0;
    }
    n->best[term] = 1;
}

static void fill(nearing *n, size_t at, float *to)
{
    const pol_motion *motions = n->motions->motions;
    memset(n->best, 0, n->motions->term_count * sizeof *n->best);
    for (size_t i = 0; i < motions[at].told.count; i++)
        if (is_asked(&motions[at].told.words[i]))
            add_near(n, motions[at].told.words[i].term);
    for (size_t other = 0; other < n->motions->count; other++) {
        const pol_told *told = &motions[other].told;
        for (size_t i = 0; i < told->count; i++)
            if (is_asked(&told->words[i]))
                to[other] += told->words[i].weight * n->best[told->words[i].term];
    }
}

const float *pol_motions_near(const pol_motions *motions, pol_arena *arena)
{
    size_t terms = motions->term_count + 1;
    nearing n = {.motions = motions,
                 .starts = pol_arena_array(arena, motions->row_count + 2, sizeof *n.starts),
                 .is_asked = pol_arena_array(arena, terms, sizeof *n.is_asked),
                 .cosine = pol_arena_array(arena, terms, sizeof *n.cosine),
                 .touched = pol_arena_array(arena, terms, sizeof *n.touched),
                 .best = pol_arena_array(arena, terms, sizeof *n.best)};
    float *near = pol_arena_array(arena, motions->count * motions->count + 1, sizeof *near);
    if (!n.starts || !n.is_asked || !n.cosine || !n.touched || !n.best || !near)
        return NULL;
    mark_asked(&n);
    if (!list_rows(&n, arena))
        return NULL;
    for (size_t i = 0; i < motions->count; i++)
        fill(&n, i, &near[i * motions->count]);
    return near;
}
