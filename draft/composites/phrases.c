/* phrases.c - motions to the pairs of words that stand together in them, and to how many
 * of these two share.
 *
 * Everybody says "four", "day" and "week", and few say "four-day week": what is asked for may have
 * a name of common words. */
#include <math.h>
#include <stdlib.h>

#include "draft/composites/reading.h"

enum {
    REACH = 2,        /* words on that one is paired with */
    MOTIONS_MOST = 6, /* have a phrase, for it to tell anything */
    ASKED_BIT = 1     /* of a phrase while it is being listed */
};

typedef struct listing {
    uint64_t *phrases; /* of both words, and ASKED_BIT */
    size_t count;
} listing;

static uint64_t phrase_of(uint32_t left, uint32_t right, bool is_asked)
{
    return ((uint64_t)left << 32 | (uint64_t)right << 1) | (is_asked ? ASKED_BIT : 0);
}

static void list_phrases(const pol_read_text *text, bool is_asked, listing *to)
{
    uint32_t last[REACH];
    size_t have = 0;
    for (size_t i = 0; i < text->weighed.unit_count; i++) {
        const pol_unit *unit = &text->units[i];
        if (unit->starts_sentence || unit->starts_phrase)
            have = 0;
        if (unit->is_stop || unit->is_formula)
            continue;
        for (size_t j = 0; j < have; j++)
            to->phrases[to->count++] = phrase_of(last[j], text->terms[i], is_asked);
        last[1] = last[0];
        last[0] = text->terms[i];
        have = have < REACH ? have + 1 : REACH;
    }
}

static int by_phrase(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Each once; asked where it is asked anywhere. */
static bool settle(pol_reading *r, listing *list, pol_motion *motion)
{
    pol_phrase *phrases = pol_arena_array(r->arena, list->count + 1, sizeof *phrases);
    if (!phrases)
        return false;
    qsort(list->phrases, list->count, sizeof *list->phrases, by_phrase);
    motion->phrases = phrases;
    for (size_t i = 0; i < list->count; i++) {
        bool is_asked = list->phrases[i] & ASKED_BIT;
        uint64_t words = list->phrases[i] >> 1;
        if (motion->phrase_count > 0 && phrases[motion->phrase_count - 1].words == words)
            phrases[motion->phrase_count - 1].is_asked |= is_asked;
        else
            phrases[motion->phrase_count++] = (pol_phrase){.words = words, .is_asked = is_asked};
    }
    return true;
}

/* `texts`: the title, the whole, the demands. */
static bool list_motion(pol_reading *r, pol_motion *motion, const pol_read_text *texts)
{
    size_t room = 0;
    for (size_t i = 0; i < motion->demand_count + 2u; i++)
        room += texts[i].weighed.unit_count * REACH;
    listing list = {.phrases = pol_arena_array(r->arena, room + 1, sizeof *list.phrases)};
    if (!list.phrases)
        return false;
    for (size_t i = 0; i < motion->demand_count + 2u; i++)
        list_phrases(&texts[i], i != 1, &list);
    return settle(r, &list, motion);
}

float pol_reading_news(const pol_reading *r, size_t motions)
{
    double all = (double)r->motion_count + 1;
    double news = log(all / ((double)motions + 0.5)) / log(all);
    return news > 0 ? (float)fmin(news, 1) : 0;
}

/* Of all motions, so that it is known how many have each. */
static bool weigh(pol_reading *r)
{
    size_t all = 0, made = 0;
    for (size_t i = 0; i < r->motion_count; i++)
        all += r->motions[i].phrase_count;
    uint64_t *words = pol_arena_array(r->arena, all + 1, sizeof *words);
    if (!words)
        return false;
    for (size_t i = 0; i < r->motion_count; i++)
        for (size_t j = 0; j < r->motions[i].phrase_count; j++)
            words[made++] = r->motions[i].phrases[j].words;
    qsort(words, all, sizeof *words, by_phrase);
    for (size_t i = 0; i < r->motion_count; i++) {
        pol_phrase *phrases = r->motions[i].phrases;
        size_t kept = 0;
        for (size_t j = 0; j < r->motions[i].phrase_count; j++) {
            const uint64_t *found =
                bsearch(&phrases[j].words, words, all, sizeof *words, by_phrase);
            const uint64_t *first = found, *end = found;
            while (first > words && first[-1] == *found)
                first--;
            while (end < words + all && *end == *found)
                end++;
            phrases[j].weight = pol_reading_news(r, (size_t)(end - first));
            if (end - first > 1 && end - first <= MOTIONS_MOST)
                phrases[kept++] = phrases[j];
        }
        r->motions[i].phrase_count = kept;
    }
    return true;
}

pol_status pol_reading_phrases(pol_reading *r, pol_error *reterr)
{
    const pol_read_text *next = r->texts;
    bool has_room = true;
    for (size_t i = 0; i < r->motion_count && has_room; i++) {
        has_room = list_motion(r, &r->motions[i], next);
        next += r->motions[i].demand_count + 2;
    }
    has_room = has_room && weigh(r);
    return has_room ? POL_OK : pol_composites_refused(r->arena, reterr);
}

double pol_motion_phrases(const pol_motion *a, const pol_motion *b)
{
    double both = 0;
    for (size_t i = 0, j = 0; i < a->phrase_count && j < b->phrase_count;) {
        const pol_phrase *left = &a->phrases[i], *right = &b->phrases[j];
        if (left->words == right->words && (left->is_asked || right->is_asked))
            both += left->weight;
        i += left->words <= right->words;
        j += right->words <= left->words;
    }
    return sqrt(both);
}
