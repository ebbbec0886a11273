/* matters.c - texts of motions to the matters that these are about, as matters.h tells.
 * Words and matters that most motions have tell little. */
#include <math.h>
#include <string.h>

#include "draft/composites/reading.h"

enum {
    TITLE = 0, /* places of a motion's texts */
    WHOLE = 1,
    DEMANDS = 2
};

static const double reason_part = 0.5; /* of a word that stands in the reasons alone */
static const double near_share = 0.3;  /* of the most: a motion is about that, too */
static const double motions_least = 30;
static const double kept_share = 0.15; /* of the most: less is chance */
static const double sharp_power = 2;

/* Words of rows that a text has, each once. */
typedef struct found_words {
    const uint32_t *words;
    size_t count;
} found_words;

/* What all motions share. */
typedef struct space {
    pol_reading *reading;
    const pol_matter_table *table;
    pol_analyser *analyser;
    uint32_t *motions;  /* of each word: that have it */
    uint32_t *seen;     /* of each word: the last text that has it */
    found_words *texts; /* of all that was read */
    uint32_t *about;    /* of each row: motions that are about it, */
    float *news;        /* and how much it tells of one that it is */
    float *rows;        /* of each row: scratch */
} space;

static bool make_space(space *s)
{
    pol_arena *arena = s->reading->arena;
    s->motions = pol_arena_array(arena, s->table->word_count, sizeof *s->motions);
    s->seen = pol_arena_array(arena, s->table->word_count, sizeof *s->seen);
    s->texts = pol_arena_array(arena, s->reading->text_count + 1, sizeof *s->texts);
    s->about = pol_arena_array(arena, s->table->row_count, sizeof *s->about);
    s->news = pol_arena_array(arena, s->table->row_count, sizeof *s->news);
    s->rows = pol_arena_array(arena, s->table->row_count, sizeof *s->rows);
    return s->motions && s->seen && s->texts && s->about && s->news && s->rows;
}

/* --- texts -------------------------------------------------------------------------- */

/* `number`, from 1, is another for each text. */
static bool read_text(space *s, uint32_t number, pol_span text, found_words *ret)
{
    pol_token token;
    size_t count = 0, capacity = 0;
    uint32_t *words = NULL;
    pol_analyser_begin(s->analyser, text);
    while (pol_analyser_next(s->analyser, &token)) {
        uint32_t word = pol_matter_word(s->table, token.stem);
        if (word == POL_MATTER_NONE || s->seen[word] == number)
            continue;
        words = pol_arena_grow(s->reading->arena, words, count, &capacity, sizeof *words);
        if (!words)
            return false;
        s->seen[word] = number;
        words[count++] = word;
    }
    *ret = (found_words){words, count};
    return true;
}

static bool read_texts(space *s)
{
    for (uint32_t i = 0; i < s->reading->text_count; i++)
        if (!read_text(s, i + 1, s->reading->texts[i].weighed.text, &s->texts[i]))
            return false;
    return true;
}

/* The words of some texts of one motion that no text before has, each counted for it. */
static void count_words(space *s, uint32_t mark, const found_words *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < texts[i].count; j++) {
            uint32_t word = texts[i].words[j];
            s->motions[word] += s->seen[word] != mark;
            s->seen[word] = mark;
        }
}

/* Of what so many motions have. A short agenda on one trade counts as if it were longer: that most
 * motions have a word says less there. */
static double information(const space *s, double count)
{
    double motions = fmax(motions_least, (double)s->reading->motion_count);
    return fmax(0, log((motions + 1) / (count + 0.5)));
}

/* `mark` is another for each motion and purpose: words that have it are there already. */
static void add_words(space *s, uint32_t mark, const found_words *text, double share)
{
    for (size_t i = 0; i < text->count; i++) {
        uint32_t word = text->words[i];
        if (s->seen[word] == mark)
            continue;
        s->seen[word] = mark;
        pol_matter_add(s->table, word, share * information(s, s->motions[word]) / information(s, 1),
                       s->rows);
    }
}

/* --- motions ------------------------------------------------------------------------ */

static void weigh_motion(space *s, uint32_t mark, const found_words *texts, size_t demands)
{
    memset(s->rows, 0, s->table->row_count * sizeof *s->rows);
    add_words(s, mark, &texts[TITLE], 1);
    for (size_t i = 0; i < demands; i++)
        add_words(s, mark, &texts[DEMANDS + i], 1);
    add_words(s, mark, &texts[WHOLE], reason_part);
}

/* Counts what a motion is about, for how telling rows are. */
static void count_rows_of(space *s, uint32_t mark, const found_words *texts, size_t demands)
{
    float most = 0;
    weigh_motion(s, mark, texts, demands);
    for (size_t i = 0; i < s->table->row_count; i++)
        most = fmaxf(most, s->rows[i]);
    for (size_t i = 0; i < s->table->row_count; i++)
        s->about[i] += most > 0 && s->rows[i] > near_share * most;
}

static bool fill(space *s)
{
    pol_reading *r = s->reading;
    if (!make_space(s) || !read_texts(s))
        return false;
    uint32_t mark = (uint32_t)r->text_count;
    const found_words *texts = s->texts;
    for (size_t i = 0; i < r->motion_count; i++) {
        count_words(s, ++mark, texts, r->motions[i].demand_count + DEMANDS);
        texts += r->motions[i].demand_count + DEMANDS;
    }
    texts = s->texts;
    for (size_t i = 0; i < r->motion_count; i++) {
        count_rows_of(s, ++mark, texts, r->motions[i].demand_count);
        texts += r->motions[i].demand_count + DEMANDS;
    }
    for (size_t i = 0; i < s->table->row_count; i++)
        s->news[i] = (float)information(s, s->about[i]);
    texts = s->texts;
    bool has_room = true;
    for (size_t i = 0; i < r->motion_count && has_room; i++) {
        weigh_motion(s, ++mark, texts, r->motions[i].demand_count);
        has_room = pol_matters_settle(s->table, s->rows, s->news, kept_share, sharp_power, r->arena,
                                      &r->motions[i].matters);
        texts += r->motions[i].demand_count + DEMANDS;
    }
    return has_room;
}

pol_status pol_reading_matters(pol_reading *r, pol_error *reterr)
{
    space s = {.reading = r, .table = r->matters};
    pol_status status = pol_analyser_new("en", &s.analyser, reterr);
    if (status == POL_OK && fill(&s))
        r->terms = pol_reading_near(r, s.analyser);
    if (status == POL_OK && !r->terms)
        status = pol_composites_refused(r->arena, reterr);
    pol_analyser_free(s.analyser);
    return status;
}
