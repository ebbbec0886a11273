/* highlight.c - one pass over the text with all that the query wants marked.
 *
 * The text comes from the analyser as units: a simple word, or a compound with its
 * parts. Words and prefixes look at one unit; phrases and compounds are sequences that
 * walk along the units; a NEAR remembers where its words stood last. What matched is a
 * list of marks, put in order and merged at the end. */
#include "search/highlight.h"

#include <limits.h>
#include <stdlib.h>

enum {
    SCRATCH_LIMIT = 16 << 20, /* bytes of working memory, freed at once */
    UNIT_PARTS_MAX = 16,      /* parts of a compound of the text that are looked at */
    MARKS_MAX = 8 * POL_HIGHLIGHTS_MAX
};

/* --- the text --------------------------------------------------------------------- */

/* A token's bytes, kept while the analyser goes on. */
typedef struct atom {
    uint32_t start, end;
    pol_span word, stem;
    char bytes[2 * POL_WORD_MAX];
} atom;

typedef struct text_unit {
    uint32_t position;
    atom whole;
    atom parts[UNIT_PARTS_MAX];
    size_t part_count;
} text_unit;

static void keep_token(const pol_token *token, atom *out)
{
    pol_span word = pol_span_first(token->word, POL_WORD_MAX);
    pol_span stem = pol_span_first(token->stem, POL_WORD_MAX);
    out->start = token->start;
    out->end = token->end;
    memcpy(out->bytes, word.data, word.size);
    memcpy(out->bytes + POL_WORD_MAX, stem.data, stem.size);
    out->word = pol_span_make(out->bytes, word.size);
    out->stem = pol_span_make(out->bytes + POL_WORD_MAX, stem.size);
}

/* --- what to look for ------------------------------------------------------------- */

/* One unit of a sequence: the closed-up word and its parts, exact or stems. */
typedef struct wanted_unit {
    pol_span whole;
    const pol_span *parts;
    size_t part_count;
} wanted_unit;

/* How far one attempt at a sequence has come. */
typedef struct attempt {
    size_t unit, part;
    uint32_t start;
} attempt;

typedef struct sequence {
    wanted_unit *units;
    size_t count;
    bool is_by_stem;
    attempt *attempts;
    size_t attempt_count, attempt_capacity;
    bool was_found;
    const pol_node *compound; /* the loose word it stands for; NULL for a phrase */
} sequence;

typedef struct near_entry {
    uint32_t start, end, position;
    bool is_marked;
} near_entry;

typedef struct near_group {
    const pol_node *node;
    uint32_t span;           /* first and last word at most this far apart */
    uint32_t *last_position; /* of each child; 0 for never */
    near_entry *entries;     /* of the last `span` positions */
    size_t count, capacity;
} near_group;

typedef struct search_list {
    const pol_node **nodes;
    size_t count, capacity;
} search_list;

typedef struct marker {
    pol_arena scratch;
    search_list words; /* WORDs and PREFIXes */
    sequence *sequences;
    size_t sequence_count, sequence_capacity;
    near_group *nears;
    size_t near_count, near_capacity;
    pol_highlight *marks;
    size_t mark_count, mark_capacity;
    bool is_full; /* memory is at its end: what was found so far stands */
    bool stops_at_first;
    bool is_first[UCHAR_MAX + 1]; /* byte that a word begins with which is looked for */
    bool wants_all;               /* any word may count */
} marker;

static void add_node(marker *m, search_list *list, const pol_node *node)
{
    const pol_node **grown =
        pol_arena_grow(&m->scratch, list->nodes, list->count, &list->capacity, sizeof node);
    if (!grown) {
        m->is_full = true;
        return;
    }
    list->nodes = grown;
    list->nodes[list->count++] = node;
}

static sequence *new_sequence(marker *m, size_t unit_count)
{
    sequence *grown = pol_arena_grow(&m->scratch, m->sequences, m->sequence_count,
                                     &m->sequence_capacity, sizeof *grown);
    wanted_unit *units = pol_arena_array(&m->scratch, unit_count, sizeof *units);
    if (!grown || !units) {
        m->is_full = true;
        return NULL;
    }
    m->sequences = grown;
    grown[m->sequence_count] = (sequence){.units = units, .count = unit_count};
    return &grown[m->sequence_count++];
}

/* At most one attempt per place in the sequence is under way. */
static void make_attempts(marker *m, sequence *s)
{
    for (size_t i = 0; i < s->count; i++)
        s->attempt_capacity += 1 + s->units[i].part_count;
    s->attempts = pol_arena_array(&m->scratch, s->attempt_capacity, sizeof *s->attempts);
    if (!s->attempts) {
        s->attempt_capacity = 0;
        m->is_full = true;
    }
}

static void add_phrase(marker *m, const pol_node *phrase)
{
    sequence *s = new_sequence(m, phrase->child_count);
    if (!s)
        return;
    for (size_t i = 0; i < phrase->child_count; i++) {
        const pol_node *word = phrase->children[i];
        s->units[i] = (wanted_unit){word->word, word->parts, word->part_count};
    }
    make_attempts(m, s);
}

/* A loose compound is found closed up, or as its parts one behind the other. */
static void add_compound(marker *m, const pol_node *word)
{
    sequence *s = new_sequence(m, 1);
    if (!s)
        return;
    s->units[0] = (wanted_unit){word->stem, word->part_stems, word->part_count};
    s->is_by_stem = true;
    s->compound = word;
    make_attempts(m, s);
}

static void add_near(marker *m, const pol_node *node)
{
    near_group *grown =
        pol_arena_grow(&m->scratch, m->nears, m->near_count, &m->near_capacity, sizeof *grown);
    uint32_t *last = pol_arena_array(&m->scratch, node->child_count, sizeof *last);
    if (!grown || !last) {
        m->is_full = true;
        return;
    }
    m->nears = grown;
    grown[m->near_count++] = (near_group){.node = node,
                                          .span = node->window + (uint32_t)node->child_count - 2,
                                          .last_position = last};
}

/* The tree is at most POL_QUERY_DEPTH_MAX brackets deep. */
static void gather(marker *m, const pol_node *node, pol_highlight_text which)
{
    switch (node->type) {
    case POL_NODE_NOT:
    case POL_NODE_LABEL:
        return;
    case POL_NODE_FIELD:
        if (which != POL_HIGHLIGHT_TITLE || node->field != POL_FIELD_TITLE)
            return;
        break;
    case POL_NODE_WORD:
        if (node->is_stop_word)
            return;
        if (node->part_count)
            add_compound(m, node);
        else
            add_node(m, &m->words, node);
        return;
    case POL_NODE_PREFIX:
        add_node(m, &m->words, node);
        return;
    case POL_NODE_PHRASE:
        add_phrase(m, node);
        return;
    case POL_NODE_NEAR:
        add_near(m, node);
        return;
    case POL_NODE_AND:
    case POL_NODE_OR:
        break;
    }
    for (size_t i = 0; i < node->child_count; i++)
        gather(m, node->children[i], which);
}

/* --- looking ---------------------------------------------------------------------- */

static void mark(marker *m, uint32_t start, uint32_t end)
{
    pol_highlight *grown =
        pol_arena_grow(&m->scratch, m->marks, m->mark_count, &m->mark_capacity, sizeof *grown);
    if (!grown || m->mark_count >= MARKS_MAX || start >= end) {
        m->is_full = m->is_full || start < end;
        return;
    }
    m->marks = grown;
    m->marks[m->mark_count++] = (pol_highlight){start, end};
}

static bool is_match(const pol_node *node, const atom *a)
{
    if (node->type == POL_NODE_PREFIX)
        return pol_span_starts(a->word, node->word);
    return pol_span_equal(a->stem, node->stem) || pol_span_equal(a->word, node->word) ||
           (node->other_stem.data && pol_span_equal(a->stem, node->other_stem));
}

static void look_for_words(marker *m, const text_unit *unit)
{
    for (size_t i = 0; i < m->words.count; i++) {
        const pol_node *node = m->words.nodes[i];
        if (is_match(node, &unit->whole)) {
            mark(m, unit->whole.start, unit->whole.end);
            continue;
        }
        for (size_t part = 0; part < unit->part_count; part++)
            if (is_match(node, &unit->parts[part]))
                mark(m, unit->parts[part].start, unit->parts[part].end);
    }
}

typedef enum progress { DEAD, GOING, DONE } progress;

/* Takes one word of the text as the whole unit that is wanted next, or as its next part. */
static progress take_atom(const sequence *s, attempt *at, const atom *a)
{
    const wanted_unit *wanted = &s->units[at->unit];
    pol_span text = s->is_by_stem ? a->stem : a->word;
    if (at->part == 0 && pol_span_equal(wanted->whole, text)) {
        at->unit++;
    } else if (at->part < wanted->part_count && pol_span_equal(wanted->parts[at->part], text)) {
        if (++at->part == wanted->part_count) {
            at->unit++;
            at->part = 0;
        }
    } else {
        return DEAD;
    }
    return at->unit == s->count ? DONE : GOING;
}

/* Goes on through one unit of the text, from its part `from` on. As a whole and as parts
 * it cannot fit both, so there is nothing to try again. */
static progress take_unit(const sequence *s, attempt *at, const text_unit *unit, size_t from,
                          uint32_t *ret_end)
{
    progress going = from == 0 ? take_atom(s, at, &unit->whole) : DEAD;
    *ret_end = unit->whole.end;
    if (going != DEAD)
        return going;
    for (size_t part = from; part < unit->part_count; part++) {
        going = take_atom(s, at, &unit->parts[part]);
        *ret_end = unit->parts[part].end;
        if (going != GOING)
            return going;
    }
    return going;
}

static void go_on(marker *m, sequence *s, attempt at, const text_unit *unit, size_t from,
                  size_t *kept)
{
    uint32_t end;
    progress going = take_unit(s, &at, unit, from, &end);
    if (going == GOING && *kept < s->attempt_capacity)
        s->attempts[(*kept)++] = at;
    if (going == DONE) {
        s->was_found = true;
        mark(m, at.start, end);
    }
}

static void look_for_sequence(marker *m, sequence *s, const text_unit *unit)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->attempt_count; i++)
        go_on(m, s, s->attempts[i], unit, 0, &kept);
    go_on(m, s, (attempt){.start = unit->whole.start}, unit, 0, &kept);
    for (size_t part = 1; part < unit->part_count; part++)
        go_on(m, s, (attempt){.start = unit->parts[part].start}, unit, part, &kept);
    s->attempt_count = kept;
}

/* Forgets what stands too far back, or makes room. */
static near_entry *near_room(marker *m, near_group *near, uint32_t position)
{
    size_t old = 0;
    if (near->count && near->count == near->capacity) {
        while (old < near->count && near->entries[old].position + near->span < position)
            old++;
        near->count -= old;
        memmove(near->entries, near->entries + old, near->count * sizeof *near->entries);
    }
    near_entry *grown =
        pol_arena_grow(&m->scratch, near->entries, near->count, &near->capacity, sizeof *grown);
    if (!grown) {
        m->is_full = true;
        return NULL;
    }
    near->entries = grown;
    return &near->entries[near->count++];
}

static bool is_complete(const near_group *near, uint32_t position)
{
    for (size_t i = 0; i < near->node->child_count; i++)
        if (near->last_position[i] == 0 || near->last_position[i] + near->span < position)
            return false;
    return true;
}

static void look_for_near(marker *m, near_group *near, const text_unit *unit)
{
    bool is_here = false;
    for (size_t i = 0; i < near->node->child_count; i++) {
        bool is_child = is_match(near->node->children[i], &unit->whole);
        for (size_t part = 0; part < unit->part_count && !is_child; part++)
            is_child = is_match(near->node->children[i], &unit->parts[part]);
        if (is_child)
            near->last_position[i] = unit->position;
        is_here = is_here || is_child;
    }
    near_entry *entry = is_here ? near_room(m, near, unit->position) : NULL;
    if (!entry)
        return;
    *entry = (near_entry){unit->whole.start, unit->whole.end, unit->position, false};
    if (!is_complete(near, unit->position))
        return;
    for (size_t i = near->count; i-- > 0;) {
        near_entry *seen = &near->entries[i];
        if (seen->position + near->span < unit->position)
            break;
        if (!seen->is_marked)
            mark(m, seen->start, seen->end);
        seen->is_marked = true;
    }
}

static void look(marker *m, const text_unit *unit)
{
    look_for_words(m, unit);
    for (size_t i = 0; i < m->sequence_count; i++)
        look_for_sequence(m, &m->sequences[i], unit);
    for (size_t i = 0; i < m->near_count; i++)
        look_for_near(m, &m->nears[i], unit);
}

/* --- what can be passed over ------------------------------------------------------ */

static void note_first(marker *m, pol_span word)
{
    if (word.size)
        m->is_first[(unsigned char)word.data[0]] = true;
    else
        m->wants_all = true;
}

/* Most words of a text begin like none that is looked for. */
static void note_firsts(marker *m)
{
    memset(m->is_first, 0, sizeof m->is_first);
    m->wants_all = m->near_count > 0;
    for (size_t i = 0; i < m->words.count; i++) {
        const pol_node *node = m->words.nodes[i];
        note_first(m, node->word);
        if (node->type == POL_NODE_PREFIX)
            continue;
        note_first(m, node->stem);
        if (node->other_stem.data)
            note_first(m, node->other_stem);
    }
    for (size_t i = 0; i < m->sequence_count; i++) {
        if (m->sequences[i].count == 0)
            continue;
        const wanted_unit *unit = &m->sequences[i].units[0];
        note_first(m, unit->whole);
        if (unit->part_count)
            note_first(m, unit->parts[0]);
    }
}

static bool is_under_way(const marker *m)
{
    for (size_t i = 0; i < m->sequence_count; i++)
        if (m->sequences[i].attempt_count)
            return true;
    return false;
}

/* Is this a simple word that begins nothing, while nothing is under way? */
static bool is_idle(const marker *m, const pol_token *token)
{
    return !m->wants_all && !token->part_count &&
           !m->is_first[(unsigned char)token->word.data[0]] &&
           !m->is_first[(unsigned char)token->stem.data[0]] && !is_under_way(m);
}

/* `has_unit`: a unit is still to be looked at, with which a sequence may begin. */
static bool read_token(const marker *m, pol_analyser *analyser, bool has_unit, pol_token *token)
{
    bool needs_all = m->wants_all || (has_unit && m->sequence_count) || is_under_way(m);
    return needs_all ? pol_analyser_next(analyser, token)
                     : pol_analyser_next_of(analyser, m->is_first, token);
}

static void read_text(marker *m, pol_span text, pol_analyser *analyser)
{
    pol_token token;
    text_unit unit; /* large, and not looked at before it is filled in */
    bool has_unit = false;
    note_firsts(m);
    pol_analyser_begin(analyser, text);
    while (!m->is_full && read_token(m, analyser, has_unit, &token)) {
        if (token.part > 0) {
            if (unit.part_count < UNIT_PARTS_MAX)
                keep_token(&token, &unit.parts[unit.part_count++]);
            continue;
        }
        if (has_unit)
            look(m, &unit);
        if (m->stops_at_first && m->mark_count)
            return;
        has_unit = !is_idle(m, &token);
        if (!has_unit)
            continue;
        unit.part_count = 0;
        unit.position = token.position;
        keep_token(&token, &unit.whole);
    }
    if (has_unit && !m->is_full)
        look(m, &unit);
}

/* Where a compound stands nowhere as such, its parts are what the text has of it. */
static bool fall_back_to_parts(marker *m)
{
    size_t had = m->words.count;
    for (size_t i = 0; i < m->sequence_count; i++) {
        const pol_node *compound = m->sequences[i].compound;
        for (size_t part = 0;
             compound && !m->sequences[i].was_found && !m->is_full && part < compound->part_count;
             part++) {
            pol_node *word = pol_arena_alloc(&m->scratch, sizeof *word);
            if (!word)
                return false;
            word->type = POL_NODE_WORD;
            word->word = compound->parts[part];
            word->stem = compound->part_stems[part];
            add_node(m, &m->words, word);
        }
    }
    m->sequence_count = m->near_count = 0;
    return m->words.count > had;
}

/* --- the answer ------------------------------------------------------------------- */

static int by_start(const void *a, const void *b)
{
    const pol_highlight *x = a, *y = b;
    return x->start != y->start ? (x->start < y->start ? -1 : 1)
                                : (x->end > y->end) - (x->end < y->end);
}

static size_t merge(pol_highlight *marks, size_t count)
{
    size_t kept = 0;
    if (count)
        qsort(marks, count, sizeof *marks, by_start);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || marks[i].start > marks[kept - 1].end)
            marks[kept++] = marks[i];
        else if (marks[i].end > marks[kept - 1].end)
            marks[kept - 1].end = marks[i].end;
    }
    return kept < POL_HIGHLIGHTS_MAX ? kept : POL_HIGHLIGHTS_MAX;
}

pol_status pol_highlight_find(const pol_node *root, pol_span text, pol_highlight_text which,
                              pol_analyser *analyser, pol_arena *arena,
                              const pol_highlight **ret_highlights, size_t *ret_count,
                              pol_error *reterr)
{
    marker m = {0};
    pol_highlight *kept = NULL;
    *ret_highlights = NULL;
    *ret_count = 0;
    text = pol_span_first(text, POL_HIGHLIGHT_BYTES_MAX);
    pol_arena_init(&m.scratch, SCRATCH_LIMIT);
    if (root)
        gather(&m, root, which);
    if (m.words.count || m.sequence_count || m.near_count)
        read_text(&m, text, analyser);
    if (fall_back_to_parts(&m))
        read_text(&m, text, analyser);
    size_t count = merge(m.marks, m.mark_count);
    if (count)
        kept = pol_arena_array(arena, count, sizeof *kept);
    if (kept) {
        memcpy(kept, m.marks, count * sizeof *kept);
        *ret_highlights = kept;
        *ret_count = count;
    }
    pol_arena_done(&m.scratch);
    if (!count || kept)
        return POL_OK;
    if (pol_arena_is_full(arena, count * sizeof *kept))
        return pol_fail(reterr, POL_LIMIT, 0, "too many matches to mark: ask for fewer hits");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory while marking matches");
}

pol_status pol_phrase_occurs(const pol_node *phrase, pol_span text, pol_analyser *analyser,
                             bool *ret_occurs, pol_error *reterr)
{
    marker m = {.stops_at_first = true};
    pol_arena_init(&m.scratch, SCRATCH_LIMIT);
    add_phrase(&m, phrase);
    read_text(&m, text, analyser);
    bool is_limit = pol_arena_is_full(&m.scratch, POL_WORD_MAX);
    pol_arena_done(&m.scratch);
    *ret_occurs = m.mark_count > 0;
    if (*ret_occurs || !m.is_full)
        return POL_OK;
    if (is_limit)
        return pol_fail(reterr, POL_LIMIT, 0, "a phrase is too long to be looked for");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory while looking for a phrase");
}
