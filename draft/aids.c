/* aids.c - remarks on length, and all remarks in the order of the text. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "draft/aids_build.h"

enum { SENTENCE_MAX = 1200 };

pol_status pol_aids_add(pol_aids *aids, pol_aid_kind kind, uint32_t clause, pol_span word,
                        const char *format, ...)
{
    char sentence[SENTENCE_MAX];
    va_list arguments;
    if (aids->count == POL_AIDS_MAX)
        return POL_OK;
    va_start(arguments, format);
    int size = vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    if (size < 0 || size >= SENTENCE_MAX)
        return POL_OK; /* names are bounded: never */
    pol_span text = pol_arena_copy(aids->arena, pol_span_make(sentence, (size_t)size));
    if (!text.data)
        return pol_arena_refused(aids->arena, (size_t)size, aids->reterr);
    aids->list[aids->count++] =
        (pol_aid){.kind = kind, .clause = clause, .word = word, .text = text};
    return POL_OK;
}

/* --- length --------------------------------------------------------------------------- */

/* As people and word processors count: what stands between white space, unless it is a dash or
 * another mark alone. */
static size_t count_words(pol_span text)
{
    size_t count = 0;
    bool is_in_word = false;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
        bool is_dash = pol_span_starts(pol_span_from(text, i), POL_SPAN("\u2013")) ||
                       pol_span_starts(pol_span_from(text, i), POL_SPAN("\u2014")) ||
                       pol_span_starts(pol_span_from(text, i), POL_SPAN("\u2022"));
        bool is_wordy = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
                        (c >= 0x80 && !is_dash);
        if (is_dash)
            i += 2;
        if (is_wordy && !is_in_word)
            count++;
        is_in_word = is_space ? false : is_in_word || is_wordy;
    }
    return count;
}

/* Rationales are not part of what is moved. */
static size_t count_motion(const pol_document *document, size_t *ret_points)
{
    size_t words = 0;
    *ret_points = 0;
    for (size_t i = 0; i < document->passage_count; i++) {
        const pol_passage *passage = &document->passages[i];
        if (passage->clause == POL_CLAUSE_RATIONALE)
            continue;
        words += count_words(passage->text);
        *ret_points += passage->is_action_point;
    }
    return words;
}

static pol_status add_length(pol_aids *aids)
{
    const pol_document *document = aids->draft->document;
    const pol_profile *profile = aids->profile;
    size_t points, words = count_motion(document, &points);
    size_t title = count_words(document->title.text);
    pol_status status = POL_OK;
    if (profile->words_max && words > profile->words_max)
        status = pol_aids_add(aids, POL_AID_LENGTH, 0, (pol_span){0},
                              "The motion has %zu words, %zu over the limit of %u (its title is "
                              "not counted): shorten it.",
                              words, words - profile->words_max, (unsigned)profile->words_max);
    if (status == POL_OK && profile->title_words_max && title > profile->title_words_max)
        status =
            pol_aids_add(aids, POL_AID_LENGTH, 0, (pol_span){0},
                         "The title has %zu words, %zu over the limit of %u: shorten it.", title,
                         title - profile->title_words_max, (unsigned)profile->title_words_max);
    if (status == POL_OK && profile->points_max && points > profile->points_max)
        status = pol_aids_add(aids, POL_AID_LENGTH, 0, (pol_span){0},
                              "There are %zu action points, %zu over the limit of %u: join some or "
                              "leave them out.",
                              points, points - profile->points_max, (unsigned)profile->points_max);
    return status;
}

/* --- all ------------------------------------------------------------------------------ */

/* What is about the whole draft first; of one clause in the order they were found. */
static void sort_by_clause(pol_aids *aids)
{
    for (size_t i = 1; i < aids->count; i++) {
        pol_aid aid = aids->list[i];
        size_t at = i;
        for (; at > 0 && aids->list[at - 1].clause > aid.clause; at--)
            aids->list[at] = aids->list[at - 1];
        aids->list[at] = aid;
    }
}

pol_status pol_aids_find(pol_index *index, const pol_draft *draft, const pol_profile *profile,
                         pol_arena *arena, const pol_aid **ret_aids, size_t *ret_count,
                         pol_error *reterr)
{
    static const pol_profile defaults = {0};
    pol_aids *aids = pol_arena_alloc(arena, sizeof *aids);
    *ret_aids = NULL;
    *ret_count = 0;
    if (!aids)
        return pol_arena_refused(arena, sizeof *aids, reterr);
    aids->index = index;
    aids->draft = draft;
    aids->profile = profile ? profile : &defaults;
    aids->arena = arena;
    aids->reterr = reterr;
    pol_status status = add_length(aids);
    if (status == POL_OK && !aids->profile->ignores_bodies)
        status = pol_aids_add_bodies(aids);
    if (status == POL_OK && !aids->profile->ignores_acronyms)
        status = pol_aids_add_acronyms(aids);
    if (status != POL_OK)
        return status;
    sort_by_clause(aids);
    *ret_aids = aids->list;
    *ret_count = aids->count;
    return POL_OK;
}
