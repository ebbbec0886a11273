/* suggest.c - what was typed so far, cut before its last word, to words, conferences and titles
 * that go on from there. */
#include "search/suggest.h"

#include <ctype.h>
#include <stdlib.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/schema.h"
#include "core/utf8.h"
#include "document/stored.h"
#include "search/plan/builder.h"
#include "search/plan/match.h"
#include "search/spelling/word_memo.h"

enum {
    SUGGEST_BYTES_MAX = 16 << 20,
    BEFORE_MAX = 64,       /* words before the last one that count */
    CANDIDATES = 40,       /* completions that are tried behind the word before */
    CONTEXT_READ = 16000,  /* passages that all these tries look at, about */
    TOGETHER_ENOUGH = 200, /* that tell a common pair */
    GAP_MAX = 3,           /* stop words between it and the last word */
    TITLE_WORDS = 40,      /* words of titles that a prefix stands for */
    TITLE_PREFIX_MIN = 2,  /* bytes of a word alone that are worth a look at titles */
    TITLES_READ = 3        /* times as many as wanted: titles come again each year */
};

typedef struct suggest_owner {
    pol_suggestions suggestions;
    pol_arena arena;
} suggest_owner;

/* One call. */
typedef struct suggesting {
    pol_index *index;
    suggest_owner *owner;
    pol_arena scratch;
    pol_builder builder;
    size_t max;
    pol_span kept;              /* the text before the last word, as typed */
    pol_span last;              /* the last word, folded; absent where it is none */
    pol_span words[BEFORE_MAX]; /* those before it, folded, the stop words left out */
    pol_span stems[BEFORE_MAX];
    size_t word_count;
    uint32_t gap; /* positions from the last of these to the last word */
    pol_suggestion found[3][POL_SUGGEST_MAX]; /* by kind */
    size_t counts[3];
} suggesting;

const char *pol_suggestion_kind_code(pol_suggestion_kind kind)
{
    static const char *const codes[] = {"word", "conference", "title"};
    return codes[kind];
}

void pol_suggestions_free(pol_suggestions *suggestions)
{
    if (!suggestions)
        return;
    suggest_owner *owner = (suggest_owner *)suggestions; /* its first member */
    pol_arena_done(&owner->arena);
    free(owner);
}

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for suggestions");
}

/* Beyond what can be shown it is left out. */
static pol_status add(suggesting *now, pol_suggestion_kind kind, pol_suggestion suggestion,
                      pol_error *reterr)
{
    if (now->counts[kind] == now->max)
        return POL_OK;
    suggestion.kind = kind;
    suggestion.text = pol_arena_copy(&now->owner->arena, suggestion.text);
    if (suggestion.id.data)
        suggestion.id = pol_arena_copy(&now->owner->arena, suggestion.id);
    if (!suggestion.text.data)
        return fail_room(reterr);
    now->found[kind][now->counts[kind]++] = suggestion;
    return POL_OK;
}

/* --- what was typed --------------------------------------------------------------- */

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Where the last word starts, behind quotation marks and brackets; text.size for none. */
static size_t last_word(pol_span text)
{
    size_t start = text.size;
    while (start > 0 && !isspace((unsigned char)text.data[start - 1]))
        start--;
    while (start < text.size && !is_word_byte(text.data[start]))
        start++;
    return start;
}

/* Only what is one word to the analyser, and no field's value, is completed. */
static pol_status read_last(suggesting *now, pol_span typed, pol_error *reterr)
{
    pol_token token, next;
    pol_analyser *analyser = now->index->analyser;
    if (typed.size == 0 || pol_span_find(typed, POL_SPAN(":"), 0) != (size_t)-1)
        return POL_OK;
    pol_analyser_begin(analyser, typed);
    if (!pol_analyser_next(analyser, &token))
        return POL_OK;
    now->last = pol_arena_copy(&now->scratch, token.word);
    if (!now->last.data)
        return fail_room(reterr);
    if (pol_analyser_next(analyser, &next) && next.position != token.position)
        now->last = (pol_span){0};
    return POL_OK;
}

static pol_status read_before(suggesting *now, pol_error *reterr)
{
    pol_token token;
    uint32_t position = 0;
    pol_analyser *analyser = now->index->analyser;
    pol_analyser_begin(analyser, now->kept);
    while (now->word_count < BEFORE_MAX && pol_analyser_next(analyser, &token)) {
        now->gap = token.position + 1 - position;
        if (token.part || pol_is_stop_word(token.word))
            continue;
        position = token.position;
        now->gap = 1;
        now->words[now->word_count] = pol_arena_copy(&now->scratch, token.word);
        now->stems[now->word_count] = pol_arena_copy(&now->scratch, token.stem);
        if (!now->words[now->word_count].data || !now->stems[now->word_count].data)
            return fail_room(reterr);
        now->word_count++;
    }
    return POL_OK;
}

/* --- words ------------------------------------------------------------------------ */

typedef struct candidate {
    pol_span word, stem;
    uint32_t documents; /* that have it */
    uint32_t together;  /* passages that have it behind the word before */
} candidate;

static int by_together(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    if (a->together != b->together)
        return a->together < b->together ? 1 : -1;
    if (a->documents != b->documents)
        return a->documents < b->documents ? 1 : -1;
    return pol_span_compare(a->word, b->word);
}

/* Stop words complete nothing. */
static size_t choose(suggesting *now, const pol_expansion *expansion, candidate *candidates)
{
    size_t count = 0;
    for (size_t i = 0; i < expansion->count && count < CANDIDATES; i++) {
        pol_token token;
        pol_span word = expansion->words[i].word;
        pol_analyser_begin(now->index->analyser, word);
        if (pol_is_stop_word(word) || !pol_analyser_next(now->index->analyser, &token))
            continue;
        pol_span stem = pol_arena_copy(&now->scratch, token.stem);
        if (stem.data)
            candidates[count++] = (candidate){word, stem, expansion->words[i].documents, 0};
    }
    return count;
}

/* Of the forms of one word the best is enough. */
static size_t leave_out_forms(candidate *candidates, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        while (same < kept && !pol_span_equal(candidates[same].stem, candidates[i].stem))
            same++;
        if (same == kept)
            candidates[kept++] = candidates[i];
    }
    return kept;
}

/* The word before and `word`, as near as they were typed. */
static pol_expr *behind_last(suggesting *now, const char *prefix, pol_expr *word)
{
    pol_expr_list both = {0};
    pol_expr_list_add(&now->builder, &both,
                      pol_build_term(&now->builder, prefix, now->words[now->word_count - 1]));
    pol_expr_list_add(&now->builder, &both, word);
    return pol_build_list(&now->builder, XC_PHRASE, &both, now->gap + 1);
}

/* How many passages match, up to TOGETHER_ENOUGH and about. */
static pol_status count_some(suggesting *now, pol_expr *query, uint32_t *ret_count,
                             pol_error *reterr)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    xc_matches *matches = NULL;
    xc_search search;
    if (now->builder.status != XC_OK)
        return pol_index_fail(now->index, &now->builder.error, reterr);
    pol_match_init(&search, query);
    search.weight = &no_weight;
    search.count = 0;
    search.check_at_least = TOGETHER_ENOUGH;
    pol_status status = pol_match_run(now->index, &search, &matches, reterr);
    if (status == POL_OK)
        *ret_count = xc_matches_totals(matches)->lower;
    xc_matches_free(matches);
    return status;
}

/* Counts the candidates behind the word before, as far as that is cheap. */
static pol_status weigh(suggesting *now, candidate *candidates, size_t count, pol_error *reterr)
{
    uint32_t read = 0, documents = 0;
    if (now->word_count == 0 || now->gap > GAP_MAX)
        return POL_OK;
    pol_status status = pol_index_frequency(now->index, POL_PREFIX_WORD,
                                            now->words[now->word_count - 1], &documents, reterr);
    for (size_t i = 0; documents && i < count && status == POL_OK; i++) {
        uint32_t least = candidates[i].documents < documents ? candidates[i].documents : documents;
        if (read + least > CONTEXT_READ)
            continue;
        pol_expr *word = pol_build_term(&now->builder, POL_PREFIX_WORD, candidates[i].word);
        status = count_some(now, behind_last(now, POL_PREFIX_WORD, word), &candidates[i].together,
                            reterr);
        bool is_common = candidates[i].together >= TOGETHER_ENOUGH;
        read += is_common && least > 4 * TOGETHER_ENOUGH ? 4 * TOGETHER_ENOUGH : least;
    }
    if (count)
        qsort(candidates, count, sizeof *candidates, by_together);
    return status;
}

/* Where some stand behind the word before, the others only happen to begin so. */
static size_t leave_out_idle(const candidate *candidates, size_t count)
{
    size_t kept = 0;
    while (kept < count && candidates[kept].together)
        kept++;
    return kept ? kept : count;
}

static pol_status suggest_words(suggesting *now, pol_error *reterr)
{
    candidate candidates[CANDIDATES];
    pol_expansion expansion = {0};
    pol_status status = pol_word_memo_expand(now->index, POL_PREFIX_WORD, now->last, &now->scratch,
                                             &expansion, reterr);
    if (status != POL_OK)
        return status;
    size_t count = choose(now, &expansion, candidates);
    status = weigh(now, candidates, count, reterr);
    count = leave_out_forms(candidates, leave_out_idle(candidates, count));
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        pol_buffer text;
        pol_buffer_init(&text, POL_SUGGEST_TEXT_MAX + POL_TERM_MAX);
        pol_utf8_append_printable(&text, now->kept);
        pol_buffer_add(&text, candidates[i].word);
        status = text.status == POL_OK ? add(now, POL_SUGGESTION_WORD,
                                             (pol_suggestion){.text = pol_buffer_span(&text),
                                                              .documents = candidates[i].documents},
                                             reterr)
                                       : fail_room(reterr);
        pol_buffer_done(&text);
    }
    return status;
}

/* --- conferences ------------------------------------------------------------------ */

/* Does a word of the name start so (`is_whole`: is it so)? */
static bool name_has(pol_span folded, pol_span word, bool is_whole)
{
    size_t at = 0;
    while ((at = pol_span_find(folded, word, at)) != (size_t)-1) {
        size_t end = at + word.size;
        if (at > 0 && folded.data[at - 1] == ' ' &&
            (!is_whole || end == folded.size || folded.data[end] == ' '))
            return true;
        at++;
    }
    return false;
}

static bool is_name_for(const suggesting *now, pol_span folded)
{
    for (size_t i = 0; i < now->word_count; i++)
        if (!name_has(folded, now->words[i], true))
            return false;
    return !now->last.data || name_has(folded, now->last, false);
}

static pol_status suggest_conferences(suggesting *now, pol_error *reterr)
{
    const pol_memo_name *names = NULL;
    size_t count = 0;
    pol_status status = pol_word_memo_names(now->index, &names, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++)
        if (is_name_for(now, names[i].folded))
            status = add(now, POL_SUGGESTION_CONFERENCE,
                         (pol_suggestion){.text = names[i].name, .documents = names[i].documents},
                         reterr);
    return status;
}

/* --- titles ----------------------------------------------------------------------- */

/* The last word begun, in titles; one that matches nothing where no title has it. NULL for a stop
 * word behind others, which asks nothing. */
static pol_status title_begun(suggesting *now, pol_expr **ret_query, pol_error *reterr)
{
    pol_builder *builder = &now->builder;
    pol_expr_list begun = {0};
    pol_expansion expansion = {0};
    pol_status status = pol_word_memo_expand(now->index, POL_PREFIX_TITLE_WORD, now->last,
                                             &now->scratch, &expansion, reterr);
    for (size_t i = 0; i < expansion.count && i < TITLE_WORDS; i++)
        if (!pol_is_stop_word(expansion.words[i].word))
            pol_expr_list_add(
                builder, &begun,
                pol_build_term(builder, POL_PREFIX_TITLE_WORD, expansion.words[i].word));
    bool asks_nothing = begun.count == 0 && now->word_count && pol_is_stop_word(now->last);
    pol_expr *any = pol_build_list(builder, XC_OR, &begun, 0);
    *ret_query = any || asks_nothing ? any : pol_build_none(builder);
    return status;
}

/* Heads whose titles have all the words; `is_near`: the last two as they were typed. NULL where
 * that asks nothing. */
static pol_expr *title_query(suggesting *now, pol_expr *begun, bool is_near)
{
    pol_builder *builder = &now->builder;
    pol_expr_list all = {0};
    if (is_near && (!begun || now->word_count == 0 || now->gap > GAP_MAX))
        return NULL;
    pol_expr_list_add(builder, &all, pol_build_term(builder, POL_PREFIX_HEAD, POL_SPAN("")));
    for (size_t i = 0; i < now->word_count; i++)
        pol_expr_list_add(builder, &all,
                          pol_build_term(builder, POL_PREFIX_TITLE_STEM, now->stems[i]));
    pol_expr_list_add(builder, &all,
                      is_near ? behind_last(now, POL_PREFIX_TITLE_WORD, begun) : begun);
    return pol_build_list(builder, XC_AND, &all, 0);
}

static bool is_known_title(const suggesting *now, pol_span title)
{
    for (size_t i = 0; i < now->counts[POL_SUGGESTION_TITLE]; i++)
        if (pol_span_equal_fold(now->found[POL_SUGGESTION_TITLE][i].text, title))
            return true;
    return false;
}

static pol_status add_titles(suggesting *now, xc_matches *matches, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < xc_matches_count(matches) && status == POL_OK; i++) {
        pol_span value;
        pol_listed entry;
        status =
            pol_match_value(now->index, matches, i, POL_SLOT_ENTRY, &now->scratch, &value, reterr);
        if (status == POL_OK && pol_listed_decode(value, &entry) && !entry.title_is_opening &&
            !is_known_title(now, entry.display_title))
            status =
                add(now, POL_SUGGESTION_TITLE,
                    (pol_suggestion){.text = entry.display_title, .id = entry.id, .documents = 1},
                    reterr);
    }
    return status;
}

/* The newest first. */
static pol_status find_titles(suggesting *now, pol_expr *query, pol_error *reterr)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    xc_matches *matches = NULL;
    xc_search search;
    if (now->builder.status != XC_OK)
        return pol_index_fail(now->index, &now->builder.error, reterr);
    pol_match_init(&search, query);
    search.weight = &no_weight;
    search.count = (uint32_t)now->max * TITLES_READ;
    search.sort = XC_BY_VALUE;
    search.sort_slot = POL_SLOT_DATE;
    search.sorts_descending = true;
    pol_status status = pol_match_run(now->index, &search, &matches, reterr);
    if (status == POL_OK)
        status = add_titles(now, matches, reterr);
    xc_matches_free(matches);
    return status;
}

/* Those with the words in a row, then those with them anywhere. */
static pol_status suggest_titles(suggesting *now, pol_error *reterr)
{
    pol_expr *begun = NULL;
    pol_status status = POL_OK;
    if (now->word_count == 0 && now->last.size < TITLE_PREFIX_MIN)
        return POL_OK;
    if (now->last.data)
        status = title_begun(now, &begun, reterr);
    pol_expr *near = title_query(now, begun, true);
    if (status == POL_OK && near)
        status = find_titles(now, near, reterr);
    if (status == POL_OK && now->counts[POL_SUGGESTION_TITLE] < now->max)
        status = find_titles(now, title_query(now, begun, false), reterr);
    return status;
}

/* --- all of it -------------------------------------------------------------------- */

/* A third for each kind; what one does not use goes to those that have more. */
static pol_status share(suggesting *now, pol_error *reterr)
{
    size_t taken[3] = {0}, total = 0, count = 0;
    for (bool has_more = true; has_more && total < now->max;) {
        has_more = false;
        for (size_t kind = 0; kind < 3 && total < now->max; kind++) {
            if (taken[kind] < now->counts[kind]) {
                taken[kind]++;
                total++;
                has_more = true;
            }
        }
    }
    pol_suggestion *items = pol_arena_array(&now->owner->arena, total + 1, sizeof *items);
    if (!items)
        return fail_room(reterr);
    for (size_t kind = 0; kind < 3; kind++)
        for (size_t i = 0; i < taken[kind]; i++)
            items[count++] = now->found[kind][i];
    now->owner->suggestions = (pol_suggestions){items, count};
    return POL_OK;
}

static pol_status suggest(suggesting *now, pol_span text, pol_error *reterr)
{
    size_t start = last_word(text);
    now->kept = pol_span_first(text, start);
    pol_status status = read_last(now, pol_span_from(text, start), reterr);
    if (status == POL_OK)
        status = read_before(now, reterr);
    if (status == POL_OK && now->last.data)
        status = suggest_words(now, reterr);
    if (status == POL_OK && (now->last.data || now->word_count))
        status = suggest_conferences(now, reterr);
    if (status == POL_OK && (now->last.data || now->word_count))
        status = suggest_titles(now, reterr);
    return status == POL_OK ? share(now, reterr) : status;
}

pol_status pol_suggest(pol_index *index, pol_span text, size_t max,
                       pol_suggestions **ret_suggestions, pol_error *reterr)
{
    suggesting now = {.index = index, .max = max};
    *ret_suggestions = NULL;
    if (max < 1 || max > POL_SUGGEST_MAX)
        return pol_fail(reterr, POL_USAGE, 0, "1 to %d suggestions can be had, not %zu",
                        POL_SUGGEST_MAX, max);
    if (text.size > POL_SUGGEST_TEXT_MAX)
        text = (pol_span){0};
    suggest_owner *owner = now.owner = calloc(1, sizeof *owner);
    if (!owner)
        return fail_room(reterr);
    pol_arena_init(&owner->arena, SUGGEST_BYTES_MAX);
    pol_arena_init(&now.scratch, SUGGEST_BYTES_MAX);
    pol_builder_init(&now.builder);
    pol_status status = pol_index_ensure(index, reterr);
    if (status == POL_OK)
        status = suggest(&now, text, reterr);
    pol_builder_done(&now.builder);
    pol_arena_done(&now.scratch);
    if (status == POL_OK)
        *ret_suggestions = &owner->suggestions;
    else
        pol_suggestions_free(&owner->suggestions);
    return status;
}
