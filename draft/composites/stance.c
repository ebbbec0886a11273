/* stance.c - motions to whether they are for or against something, by the first words of
 * what they say. That alone tells little; of two motions on one matter it tells which go together.
 */
#include "draft/composites/reading.h"
#include "draft/lexicon.h"

enum {
    HEAD_WORDS = 4, /* of a clause, that tell; stop words count */
    WORDS_MAX = 128
};

static const double title_part = 0.5; /* of what the demands tell */

static const char against_words[] =
    "oppose opposition resist resistance reject rejection end abolish abolition scrap stop ban bar "
    "prohibit prohibition halt repeal outlaw cease withdraw withdrawn withdrawal refuse remove "
    "removal against condemn boycott dispose replace reverse cancel suspend suspension cut block "
    "curb drop no never nobody moratorium phase divest sell not prevent freeze forbid forbidden "
    "close";
static const char for_words[] =
    "support extend introduce introduction keep retain defend protect welcome promote expand "
    "expansion fit adopt preserve maintain reintroduce restore continue favour use allow permit "
    "encourage increase widen more open";

typedef struct word_list {
    pol_span stems[WORDS_MAX];
    size_t count;
} word_list;

typedef struct sides {
    word_list against, in_favour;
} sides;

static bool list_words(pol_analyser *analyser, const char *words, pol_arena *arena, word_list *to)
{
    pol_token token;
    pol_analyser_begin(analyser, pol_span_of(words));
    while (to->count < WORDS_MAX && pol_analyser_next(analyser, &token)) {
        to->stems[to->count] = pol_arena_copy(arena, token.stem);
        if (!to->stems[to->count++].data)
            return false;
    }
    return true;
}

static bool is_listed(const word_list *list, const pol_unit *unit)
{
    for (size_t i = 0; unit->stem.data && i < list->count; i++)
        if (pol_span_equal(list->stems[i], unit->stem))
            return true;
    return false;
}

/* Clauses of one motion. */
typedef struct tally {
    size_t against, in_favour, all;
} tally;

typedef struct clause {
    size_t words;
    bool is_against, is_for;
} clause;

static void count_clause(const clause *one, tally *to)
{
    to->against += one->is_against;
    to->in_favour += one->is_for && !one->is_against;
    to->all++;
}

static void count_demand(const sides *s, const pol_read_text *text, tally *to)
{
    clause one = {0};
    for (size_t i = 0; i < text->weighed.unit_count; i++) {
        const pol_unit *unit = &text->units[i];
        if (i > 0 && (unit->starts_phrase || unit->starts_sentence)) {
            count_clause(&one, to);
            one = (clause){0};
        }
        if (unit->is_formula || unit->role == POL_ROLE_ASK || one.words == HEAD_WORDS)
            continue;
        one.words++;
        one.is_against = one.is_against || is_listed(&s->against, unit);
        one.is_for = one.is_for || is_listed(&s->in_favour, unit);
    }
    count_clause(&one, to);
}

static double stance_of_title(const sides *s, const pol_read_text *title)
{
    bool is_against = false, is_for = false;
    for (size_t i = 0; i < title->weighed.unit_count; i++) {
        is_against = is_against || is_listed(&s->against, &title->units[i]);
        is_for = is_for || is_listed(&s->in_favour, &title->units[i]);
    }
    return (double)is_for - (double)is_against;
}

static bool turns(const pol_read_text *text)
{
    for (size_t i = 0; i < text->weighed.unit_count; i++)
        if (text->units[i].role == POL_ROLE_TURN || text->units[i].role == POL_ROLE_TURN_NEAR)
            return true;
    return false;
}

/* `texts`: the title, the whole, the demands. */
static void judge(const sides *s, const pol_read_text *texts, pol_motion *motion)
{
    tally found = {0};
    for (uint32_t i = 0; i < motion->demand_count; i++) {
        count_demand(s, &texts[2 + i], &found);
        motion->turns = motion->turns || turns(&texts[2 + i]);
    }
    motion->stance =
        ((double)found.in_favour - (double)found.against) / (double)(found.all ? found.all : 1) +
        title_part * stance_of_title(s, &texts[0]);
}

pol_status pol_reading_stance(pol_reading *r, pol_error *reterr)
{
    sides s = {0};
    pol_analyser *analyser = NULL;
    const pol_read_text *next = r->texts;
    pol_status status = pol_analyser_new("en", &analyser, reterr);
    if (status == POL_OK && (!list_words(analyser, against_words, r->arena, &s.against) ||
                             !list_words(analyser, for_words, r->arena, &s.in_favour)))
        status = pol_composites_refused(r->arena, reterr);
    for (size_t i = 0; i < r->motion_count && status == POL_OK; i++) {
        judge(&s, next, &r->motions[i]);
        next += r->motions[i].demand_count + 2;
    }
    pol_analyser_free(analyser);
    return status;
}
