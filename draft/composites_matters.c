/* composites_matters.c - see composites_matters.h. */
#include "draft/composites_matters.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLOTS = 1 << 14, /* a hash table: twice the words of all rows and more */
    STEM_MAX = 24,
    PAIRS_MAX = 1 << 14, /* of a word and a row that has it */
    TITLE = 0,           /* places of a motion's texts */
    WHOLE = 1,
    DEMANDS = 2
};

static const double reason_part = 0.6; /* of a word that stands in the reasons alone */
static const double size_power = 0.3;  /* long rows find words by chance */
static const double near_share = 0.3;  /* of the most: a motion is about that, too */
static const double motions_least = 30;
static const double kept_share = 0.15; /* of the most: less is chance */

static const pol_matter_list *const lists[] = {&pol_matters_work,     &pol_matters_union,
                                               &pol_matters_services, &pol_matters_learning,
                                               &pol_matters_homes,    &pol_matters_plain};

typedef struct slot {
    char stem[STEM_MAX]; /* "": free */
    uint32_t word;
} slot;

typedef struct word_row {
    uint32_t word, row;
} word_row;

/* Words of rows that a text has, each once. */
typedef struct found_words {
    const uint32_t *words;
    size_t count;
} found_words;

/* What all motions share. */
typedef struct space {
    pol_reading *reading;
    pol_analyser *analyser;
    slot *slots;
    word_row *pairs; /* by word */
    size_t pair_count, word_count, row_count;
    uint32_t *starts;   /* of each word its first pair, and the end */
    uint32_t *sizes;    /* of each row: words */
    uint32_t *motions;  /* of each word: that have it */
    uint32_t *seen;     /* of each word: the last text that has it */
    found_words *texts; /* of all that was read */
    uint32_t *about;    /* of each row: motions that are about it */
    float *rows;        /* of each row: scratch */
} space;

/* --- words and rows ----------------------------------------------------------------- */

static slot *slot_of(const space *s, pol_span stem)
{
    uint32_t at = 2166136261u;
    for (size_t i = 0; i < stem.size; i++)
        at = (at ^ (uint8_t)stem.data[i]) * 16777619u;
    at %= SLOTS;
    while (*s->slots[at].stem && !pol_span_equal(pol_span_of(s->slots[at].stem), stem))
        at = (at + 1) % SLOTS;
    return &s->slots[at];
}

static void add_row(space *s, const char *words)
{
    pol_token token;
    uint32_t row = (uint32_t)s->row_count++;
    pol_analyser_begin(s->analyser, pol_span_of(words));
    while (pol_analyser_next(s->analyser, &token)) {
        if (token.stem.size >= STEM_MAX || s->pair_count == PAIRS_MAX)
            continue;
        slot *found = slot_of(s, token.stem);
        if (!*found->stem) {
            memcpy(found->stem, token.stem.data, token.stem.size);
            found->word = (uint32_t)s->word_count++;
        }
        s->pairs[s->pair_count++] = (word_row){found->word, row};
        s->sizes[row]++;
    }
}

static int by_word(const void *left, const void *right)
{
    const word_row *a = left, *b = right;
    if (a->word != b->word)
        return a->word < b->word ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static size_t count_rows(void)
{
    size_t count = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        count += lists[i]->count;
    return count;
}

static bool make_rows(space *s)
{
    pol_arena *arena = s->reading->arena;
    size_t rows = count_rows();
    s->slots = pol_arena_array(arena, SLOTS, sizeof *s->slots);
    s->pairs = pol_arena_array(arena, PAIRS_MAX, sizeof *s->pairs);
    s->sizes = pol_arena_array(arena, rows, sizeof *s->sizes);
    s->about = pol_arena_array(arena, rows, sizeof *s->about);
    s->rows = pol_arena_array(arena, rows, sizeof *s->rows);
    if (!s->slots || !s->pairs || !s->sizes || !s->about || !s->rows)
        return false;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t j = 0; j < lists[i]->count; j++)
            add_row(s, lists[i]->rows[j]);
    return true;
}

static bool make_space(space *s)
{
    pol_arena *arena = s->reading->arena;
    if (!make_rows(s))
        return false;
    qsort(s->pairs, s->pair_count, sizeof *s->pairs, by_word);
    s->starts = pol_arena_array(arena, s->word_count + 1, sizeof *s->starts);
    s->motions = pol_arena_array(arena, s->word_count, sizeof *s->motions);
    s->seen = pol_arena_array(arena, s->word_count, sizeof *s->seen);
    s->texts = pol_arena_array(arena, s->reading->text_count + 1, sizeof *s->texts);
    if (!s->starts || !s->motions || !s->seen || !s->texts)
        return false;
    for (size_t i = 0; i < s->pair_count; i++)
        s->starts[s->pairs[i].word + 1] = (uint32_t)i + 1;
    return true;
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
        const slot *found = token.stem.size < STEM_MAX ? slot_of(s, token.stem) : NULL;
        if (!found || !*found->stem || s->seen[found->word] == number)
            continue;
        words = pol_arena_grow(s->reading->arena, words, count, &capacity, sizeof *words);
        if (!words)
            return false;
        s->seen[found->word] = number;
        words[count++] = found->word;
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

/* What a word of a motion adds to each row that has it. */
static double part_of(const space *s, uint32_t word)
{
    double rows = s->starts[word + 1] - s->starts[word];
    double few = information(s, s->motions[word]) / information(s, 1);
    return log((double)s->row_count / rows) * few;
}

/* `mark` is another for each motion and purpose: words that have it are there already. */
static void add_words(space *s, uint32_t mark, const found_words *text, double share)
{
    for (size_t i = 0; i < text->count; i++) {
        uint32_t word = text->words[i];
        if (s->seen[word] == mark)
            continue;
        s->seen[word] = mark;
        double part = share * part_of(s, word);
        for (uint32_t j = s->starts[word]; j < s->starts[word + 1]; j++) {
            uint32_t row = s->pairs[j].row;
            s->rows[row] += (float)(part / pow(s->sizes[row], size_power));
        }
    }
}

static float most_of(const space *s)
{
    float most = 0;
    for (size_t i = 0; i < s->row_count; i++)
        most = fmaxf(most, s->rows[i]);
    return most;
}

/* --- motions ------------------------------------------------------------------------ */

static void weigh_motion(space *s, uint32_t mark, const found_words *texts, size_t demands)
{
    memset(s->rows, 0, s->row_count * sizeof *s->rows);
    add_words(s, mark, &texts[TITLE], 1);
    for (size_t i = 0; i < demands; i++)
        add_words(s, mark, &texts[DEMANDS + i], 1);
    add_words(s, mark, &texts[WHOLE], reason_part);
}

/* Counts what a motion is about, for how telling rows are. */
static void count_rows_of(space *s, uint32_t mark, const found_words *texts, size_t demands)
{
    weigh_motion(s, mark, texts, demands);
    float most = most_of(s);
    for (size_t i = 0; i < s->row_count; i++)
        s->about[i] += most > 0 && s->rows[i] > near_share * most;
}

/* A row that has several words of a motion counts for far more than several that have one. */
static bool keep_rows(space *s, pol_matters *ret)
{
    size_t count = 0;
    double length = 0;
    float most = most_of(s);
    for (size_t i = 0; i < s->row_count; i++)
        count += most > 0 && s->rows[i] >= kept_share * most;
    pol_matter *matters = pol_arena_array(s->reading->arena, count + 1, sizeof *matters);
    if (!matters)
        return false;
    *ret = (pol_matters){.matters = matters};
    for (uint32_t i = 0; i < s->row_count && count > 0; i++) {
        if (s->rows[i] < kept_share * most)
            continue;
        double part = pow(s->rows[i], 3) * information(s, s->about[i]);
        length += part * part;
        matters[ret->count++] = (pol_matter){i, (float)part};
    }
    for (size_t i = 0; i < ret->count && length > 0; i++)
        matters[i].part /= (float)sqrt(length);
    return true;
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
    texts = s->texts;
    bool has_room = true;
    for (size_t i = 0; i < r->motion_count && has_room; i++) {
        weigh_motion(s, ++mark, texts, r->motions[i].demand_count);
        has_room = keep_rows(s, &r->motions[i].matters);
        texts += r->motions[i].demand_count + DEMANDS;
    }
    return has_room;
}

pol_status pol_reading_matters(pol_reading *r, pol_error *reterr)
{
    space s = {.reading = r};
    pol_status status = pol_analyser_new("en", &s.analyser, reterr);
    if (status == POL_OK && !fill(&s))
        status = pol_composites_refused(r->arena, reterr);
    pol_analyser_free(s.analyser);
    return status;
}

double pol_matters_alike(const pol_matters *a, const pol_matters *b)
{
    double both = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->matters[i].row == b->matters[j].row)
            both += (double)a->matters[i++].part * b->matters[j++].part;
        else if (a->matters[i].row < b->matters[j].row)
            i++;
        else
            j++;
    }
    return both;
}
