/* told.c - weighed texts of motions to the words that tell what these are about. */
#include <math.h>
#include <stdlib.h>

#include "draft/align.h"
#include "draft/composites/reading.h"

enum { ALIGNED_BYTES_MAX = 32 << 20 /* of laying a demand beside itself */ };

typedef struct gathering {
    pol_told_word *words;
    size_t count;
} gathering;

/* 1 where few motions have a word, 0 where all do. */
static double few_share(double motions, double count)
{
    double few = pol_reading_few(motions), most = log((motions + 1) / (few + 0.5));
    if (count <= few || most <= 0)
        return 1;
    double share = log((motions + 1) / (count + 0.5)) / most;
    return share > 0 ? share : 0;
}

static float weight_of(const pol_reading *r, uint32_t term)
{
    const pol_entry *word = &r->entries[term];
    return (float)(word->rare * few_share((double)r->motion_count, word->motions));
}

static void gather(const pol_reading *r, const pol_read_text *text, uint8_t where,
                   const bool *is_turned, gathering *to)
{
    for (size_t i = 0; i < text->weighed.unit_count; i++) {
        const pol_unit *unit = &text->units[i];
        float weight = weight_of(r, text->terms[i]);
        if (unit->is_stop || unit->is_formula || weight <= 0)
            continue;
        uint8_t turned = is_turned && is_turned[i] ? POL_TOLD_TURNED : 0;
        to->words[to->count++] =
            (pol_told_word){.term = text->terms[i],
                            .weight = weight,
                            .news = pol_reading_news(r, r->entries[text->terms[i]].motions),
                            .where = (uint8_t)(where | turned)};
    }
}

static int by_term(const void *left, const void *right)
{
    const pol_told_word *a = left, *b = right;
    if (a->term != b->term)
        return a->term < b->term ? -1 : 1;
    return (a->where > b->where) - (a->where < b->where);
}

static pol_told settle(gathering *from)
{
    pol_told told = {.words = from->words};
    qsort(from->words, from->count, sizeof *from->words, by_term);
    for (size_t i = 0; i < from->count; i++) {
        pol_told_word word = from->words[i];
        if (told.count > 0 && from->words[told.count - 1].term == word.term) {
            from->words[told.count - 1].where |= word.where;
            continue;
        }
        told.weight += word.weight;
        from->words[told.count++] = word;
    }
    return told;
}

static bool make_room(pol_reading *r, size_t count, gathering *ret)
{
    *ret = (gathering){.words = pol_arena_array(r->arena, count + 1, sizeof *ret->words)};
    return ret->words != NULL;
}

/* What a demand is against: align.h tells it of two texts, here of one laid beside itself. */
static pol_status tell_demand(pol_reading *r, pol_demand *demand, const pol_read_text *text,
                              pol_error *reterr)
{
    pol_alignment found;
    pol_arena scratch;
    gathering words;
    if (!make_room(r, text->weighed.unit_count, &words))
        return pol_composites_refused(r->arena, reterr);
    pol_arena_init(&scratch, ALIGNED_BYTES_MAX);
    pol_status status = pol_align(&text->weighed, &text->weighed, NULL, &scratch, &found, reterr);
    if (status == POL_OK) {
        gather(r, text, POL_TOLD_ASKED, found.clause.is_negative, &words);
        demand->told = settle(&words);
    }
    pol_arena_done(&scratch);
    return status;
}

static void weigh_asked(pol_motion *motion)
{
    for (size_t i = 0; i < motion->told.count; i++)
        if (motion->told.words[i].where & POL_TOLD_ASKED)
            motion->asked_weight += motion->told.words[i].weight;
}

static bool tell_order(pol_reading *r, pol_motion *motion, const pol_read_text *text)
{
    uint32_t *order = pol_arena_array(r->arena, text->weighed.unit_count + 1, sizeof *order);
    if (!order)
        return false;
    motion->order = order;
    for (size_t i = 0; i < text->weighed.unit_count; i++)
        if (!text->units[i].is_stop && !text->units[i].is_formula)
            order[motion->order_count++] = text->terms[i];
    return true;
}

/* `texts`: the title, the whole, the demands. */
static pol_status tell_motion(pol_reading *r, pol_motion *motion, const pol_read_text *texts,
                              pol_error *reterr)
{
    size_t room = 0;
    gathering words;
    pol_status status = POL_OK;
    for (size_t i = 0; i < motion->demand_count + 2u; i++)
        room += texts[i].weighed.unit_count;
    if (!make_room(r, room, &words))
        return pol_composites_refused(r->arena, reterr);
    gather(r, &texts[0], POL_TOLD_TITLE | POL_TOLD_ASKED, NULL, &words);
    gather(r, &texts[1], 0, NULL, &words);
    for (uint32_t i = 0; i < motion->demand_count && status == POL_OK; i++) {
        gather(r, &texts[2 + i], POL_TOLD_ASKED, NULL, &words);
        status = tell_demand(r, &r->demands[motion->first_demand + i], &texts[2 + i], reterr);
    }
    motion->told = settle(&words);
    weigh_asked(motion);
    if (status == POL_OK && !tell_order(r, motion, &texts[1]))
        return pol_composites_refused(r->arena, reterr);
    return status;
}

pol_status pol_reading_tell(pol_reading *r, pol_error *reterr)
{
    const pol_read_text *next = r->texts;
    pol_status status = POL_OK;
    for (size_t i = 0; i < r->motion_count && status == POL_OK; i++) {
        status = tell_motion(r, &r->motions[i], next, reterr);
        next += r->motions[i].demand_count + 2;
    }
    return status;
}
