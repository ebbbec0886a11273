/* weigh.c - see weigh.h: text to words, words to units, each with its weight. */
#include "draft/weigh.h"

#include <stdlib.h>

#include "core/buffer.h"
#include "document/text.h"
#include "document/words.h"
#include "draft/contracted.h"
#include "draft/cues.h"
#include "draft/formulas.h"
#include "draft/known.h"
#include "draft/near.h"
#include "draft/numbers.h"
#include "draft/opposed.h"

enum {
    SLOTS_MIN = 1 << 10,
    WORD_BYTES = 6,      /* in the mean, with a space: there may be more words */
    PARTED_MAX = 12,     /* words from a verb to "off" or "out" */
    ABOVE_MAX = 1024,    /* bytes of a title and a lead-in that are looked at */
    ROOM_LEAST = 1 << 20 /* bytes: an arena that cannot give them is full */
};

#define FORMULA_WEIGHT 0.1
#define ASK_WEIGHT     0.25

pol_status pol_weigher_new(pol_index *index, pol_weigher **ret_weigher, pol_error *reterr)
{
    *ret_weigher = NULL;
    pol_status status = pol_index_ensure(index, reterr);
    if (status != POL_OK)
        return status;
    pol_weigher *weigher = calloc(1, sizeof *weigher);
    if (!weigher)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for weighing words");
    weigher->index = index;
    weigher->passages = index->entries > index->documents ? index->entries - index->documents : 0;
    pol_arena_init(&weigher->known, POL_KNOWN_BYTES_MAX);
    weigher->slot_count = SLOTS_MIN;
    weigher->slots = calloc(weigher->slot_count, sizeof *weigher->slots);
    if (weigher->slots)
        status = pol_lexicon_new(index->analyser, &weigher->lexicon, reterr);
    else
        status = pol_fail(reterr, POL_NOMEM, 0, "out of memory for weighing words");
    if (status == POL_OK)
        status =
            pol_opposed_table_new(index->analyser, weigher->lexicon, &weigher->opposed, reterr);
    if (status == POL_OK)
        status = pol_near_table_new(index->analyser, weigher->lexicon, &weigher->near, reterr);
    if (status == POL_OK)
        status = pol_matter_table_new(index->analyser, &weigher->matters, reterr);
    if (status != POL_OK) {
        pol_weigher_free(weigher);
        return status;
    }
    *ret_weigher = weigher;
    return POL_OK;
}

void pol_weigher_free(pol_weigher *weigher)
{
    if (!weigher)
        return;
    pol_lexicon_free(weigher->lexicon);
    pol_row_table_free(weigher->opposed);
    pol_row_table_free(weigher->near);
    pol_matter_table_free(weigher->matters);
    pol_arena_done(&weigher->known);
    free(weigher->slots);
    free(weigher);
}

bool pol_weigher_is_full(const pol_weigher *weigher)
{
    return 2 * (weigher->slots_used + 1) > POL_KNOWN_SLOTS_MAX;
}

const pol_matter_table *pol_weigher_matters(const pol_weigher *weigher)
{
    return weigher->matters;
}

/* --- words ------------------------------------------------------------------------ */

typedef struct weighing_state {
    pol_weigher *weigher;
    pol_arena *arena;
    pol_error *error;
    pol_span text;
    pol_weighed *words;
    size_t word_count, word_capacity;
    pol_weighed *parts; /* what units are made of: compounds in their parts */
    size_t part_count, part_capacity;
    size_t compound;          /* parts that the compound being read has so far */
    pol_formula_word *marked; /* the same parts */
    bool *starts_sentence;    /* likewise: a mark of a sentence stands before it */
} weighing_state;

static pol_status fail_room(const weighing_state *weighing)
{
    if (pol_arena_is_full(weighing->arena, ROOM_LEAST))
        return pol_fail(weighing->error, POL_LIMIT, 0,
                        "the text has too many words to be compared: check it in smaller pieces");
    return pol_fail(weighing->error, POL_NOMEM, 0, "out of memory for weighing words");
}

static pol_status weigh_token(weighing_state *weighing, const pol_token *token,
                              pol_weighed *ret_word)
{
    *ret_word =
        (pol_weighed){.start = token->start, .end = token->end, .position = token->position};
    ret_word->word = pol_arena_copy(weighing->arena, token->word);
    bool is_same = pol_span_equal(token->word, token->stem);
    ret_word->stem = is_same ? ret_word->word : pol_arena_copy(weighing->arena, token->stem);
    if (!ret_word->word.data || !ret_word->stem.data)
        return fail_room(weighing);
    const pol_known *known = NULL;
    pol_status status = pol_known_find(weighing->weigher, token->word, token->stem, weighing->arena,
                                       &known, weighing->error);
    if (status != POL_OK)
        return status;
    ret_word->known = known;
    if (known->ize) {
        char stem[POL_WORD_MAX];
        ret_word->stem = pol_arena_copy(weighing->arena, pol_known_spelt(known, token->word, stem));
        if (!ret_word->stem.data)
            return fail_room(weighing);
    }
    ret_word->frequency = known->frequency;
    ret_word->meaning = known->meaning;
    ret_word->matter = known->matter;
    ret_word->weight = known->weight;
    return POL_OK;
}

static pol_status add_part(weighing_state *weighing, const pol_weighed *part)
{
    pol_weighed *parts = pol_arena_grow(weighing->arena, weighing->parts, weighing->part_count,
                                        &weighing->part_capacity, sizeof *parts);
    if (!parts)
        return fail_room(weighing);
    weighing->parts = parts;
    parts[weighing->part_count++] = *part;
    return POL_OK;
}

static pol_status add_word(weighing_state *weighing, const pol_weighed *word)
{
    pol_weighed *words = pol_arena_grow(weighing->arena, weighing->words, weighing->word_count,
                                        &weighing->word_capacity, sizeof *words);
    if (!words)
        return fail_room(weighing);
    weighing->words = words;
    words[weighing->word_count++] = *word;
    return POL_OK;
}

/* "co", "re", "anti": a compound that starts so is one word. */
static bool is_prefix(pol_span word)
{
    return pol_word_is_any(word,
                           "co re pre non anti de ex mid sub un inter multi semi over under e");
}

/* "Doesn't" is one word, and in the parts two. */
static pol_status add_contracted(weighing_state *weighing, const pol_token *token,
                                 const pol_contracted *contracted)
{
    pol_span written = pol_span_make(weighing->text.data + token->start, token->end - token->start);
    pol_token verb = *token, denial = *token;
    pol_weighed part;
    pol_status status = POL_OK;
    if (contracted->verb) {
        verb.word = pol_span_of(contracted->verb);
        verb.stem = pol_span_of(contracted->stem);
        verb.end = denial.start = token->start + (uint32_t)pol_contracted_split(written);
        status = weigh_token(weighing, &verb, &part);
        if (status == POL_OK)
            status = add_part(weighing, &part);
    }
    denial.word = denial.stem = contracted->verb ? POL_SPAN("not") : POL_SPAN("cannot");
    if (status == POL_OK)
        status = weigh_token(weighing, &denial, &part);
    return status == POL_OK ? add_part(weighing, &part) : status;
}

/* A compound comes closed up first, then in its parts. The parts take its place among what
 * becomes units, but for those behind a prefix, which are left out. */
static pol_status take_token(weighing_state *weighing, const pol_token *token)
{
    pol_weighed word;
    if (token->part > 1 && weighing->compound == 0)
        return POL_OK;
    pol_status status = weigh_token(weighing, token, &word);
    if (status == POL_OK && token->part == 0)
        status = add_word(weighing, &word);
    if (status != POL_OK)
        return status;
    if (token->part == 0) {
        const pol_contracted *contracted = pol_contracted_find(token->word);
        weighing->compound = 0;
        if (contracted)
            return add_contracted(weighing, token, contracted);
    } else if (token->part == 1) {
        if (is_prefix(word.word))
            return POL_OK;
        weighing->part_count--;
        weighing->compound = 1;
    }
    if (word.known->base.data)
        word.stem = word.known->base;
    return add_part(weighing, &word);
}

static pol_status read_words(weighing_state *weighing, pol_span text)
{
    pol_token token;
    pol_status status = POL_OK;
    size_t guess = text.size / WORD_BYTES + 8;
    weighing->words = pol_arena_array(weighing->arena, guess, sizeof *weighing->words);
    weighing->parts = pol_arena_array(weighing->arena, guess, sizeof *weighing->parts);
    if (!weighing->words || !weighing->parts)
        return fail_room(weighing);
    weighing->word_capacity = weighing->part_capacity = guess;
    pol_analyser_begin(weighing->weigher->index->analyser, text);
    while (status == POL_OK && pol_analyser_next(weighing->weigher->index->analyser, &token))
        status = take_token(weighing, &token);
    return status;
}

/* --- formulas --------------------------------------------------------------------- */

/* Which marks stand between two words, of phrases and of sentences? */
static void find_marks(pol_span text, size_t from, size_t to, bool *ret_phrase, bool *ret_sentence)
{
    static const char phrase_marks[] = ",;:.!?()\n", sentence_marks[] = ";:.!?";
    *ret_phrase = *ret_sentence = false;
    for (size_t i = from; i < to && i < text.size; i++) {
        if (text.data[i] == ' ' || !text.data[i] || !strchr(phrase_marks, text.data[i]))
            continue;
        *ret_phrase = true;
        *ret_sentence = *ret_sentence || strchr(sentence_marks, text.data[i]);
    }
}

static pol_status mark_formulas(weighing_state *weighing, pol_span text)
{
    size_t count = weighing->part_count;
    pol_formula_word *marked = pol_arena_array(weighing->arena, count + 1, sizeof *marked);
    bool *starts_sentence = pol_arena_array(weighing->arena, count + 1, sizeof *starts_sentence);
    if (!marked || !starts_sentence)
        return fail_room(weighing);
    for (size_t i = 0; i < count; i++) {
        size_t behind = i > 0 ? weighing->parts[i - 1].end : 0;
        marked[i].word = weighing->parts[i].word;
        find_marks(text, behind, weighing->parts[i].start, &marked[i].starts_phrase,
                   &starts_sentence[i]);
    }
    if (count)
        marked[0].starts_phrase = starts_sentence[0] = true;
    weighing->marked = marked;
    weighing->starts_sentence = starts_sentence;
    pol_formulas_mark(marked, count);
    for (size_t i = 0, at = 0; i < count; i++) {
        weighing->parts[i].is_formula = marked[i].is_formula;
        while (at < weighing->word_count && weighing->words[at].end < weighing->parts[i].end)
            at++;
        if (at < weighing->word_count && marked[i].is_formula)
            weighing->words[at].is_formula = true;
    }
    for (size_t i = 0; i < weighing->word_count; i++)
        if (weighing->words[i].is_formula)
            weighing->words[i].weight *= (float)FORMULA_WEIGHT;
    return POL_OK;
}

/* --- units ------------------------------------------------------------------------ */

/* What the tables have of the phrases that start with a part. */
typedef struct phrase {
    const pol_lexeme *lexeme;             /* of the longest that the lexicon has; NULL: none */
    size_t size;                          /* its words; 1 */
    const pol_row_places *opposed, *near; /* of the longest that rows have; NULL: none */
} phrase;

static phrase find_phrase(const weighing_state *weighing, size_t at)
{
    const pol_weigher *weigher = weighing->weigher;
    const pol_known *known = weighing->parts[at].known;
    phrase found = {known->lexeme, 1, known->opposed, known->near};
    uint64_t key = known->base_key;
    bool goes_on = known->begins_phrase;
    for (size_t i = 1; goes_on && i < POL_PHRASE_WORDS_MAX && at + i < weighing->part_count; i++) {
        key = pol_phrase_key(key, weighing->parts[at + i].stem);
        const pol_lexeme *lexeme = pol_lexicon_find(weigher->lexicon, key);
        const pol_row_places *opposed = pol_row_table_find(weigher->opposed, key);
        const pol_row_places *near = pol_row_table_find(weigher->near, key);
        found.opposed = opposed ? opposed : found.opposed;
        found.near = near ? near : found.near;
        if (lexeme) {
            found.lexeme = lexeme;
            found.size = i + 1;
        }
        goes_on = pol_known_goes_on(weigher, key);
    }
    return found;
}

/* Of a part and the phrase that it starts with the next one; `left`: parts from it on. */
static unsigned cues_of(const weighing_state *weighing, const pol_weighed *part, size_t left)
{
    return part->known->begins_cue && left > 1
               ? pol_lexicon_cues(weighing->weigher->lexicon, part->word, part[1].word)
               : part->known->cues;
}

/* One unit from the parts at `at`; returns how many parts it took. */
static size_t make_unit(const weighing_state *weighing, size_t at, pol_unit *unit)
{
    const pol_weighed *parts = weighing->parts + at;
    size_t left = weighing->part_count - at;
    uint64_t number = 0;
    const phrase found = find_phrase(weighing, at);
    size_t number_size = parts->known->begins_number ? pol_number_read(parts, left, &number) : 0;
    size_t size = number_size ? number_size : found.size;
    const pol_lexeme *lexeme = number_size ? NULL : found.lexeme;
    *unit = (pol_unit){.start = parts->start,
                       .is_formula = parts->is_formula,
                       .opposed = found.opposed,
                       .near = found.near};
    if (number_size) {
        unit->role = POL_ROLE_NUMBER;
        unit->concept = (uint32_t)(number * 0x9E3779B97F4A7C15u >> 32) | POL_CONCEPT_OWN;
    } else if (lexeme) {
        unit->role = lexeme->role;
        unit->concept = lexeme->concept;
        unit->opposite = lexeme->opposite;
    } else {
        unit->concept = parts->known->concept;
        unit->opposite = parts->known->opposite;
    }
    unit->end = parts[size - 1].end;
    if (size == 1 && !number_size) {
        unit->stem = parts->stem;
        unit->meaning = parts->meaning;
        unit->leftover = parts->known->leftover;
    }
    unit->is_unknown = unit->stem.data && parts->frequency == 0;
    bool is_none = lexeme && size > 1 && lexeme->role == POL_ROLE_NONE;  /* "not only" */
    bool is_thing = lexeme && size > 1 && lexeme->role == POL_ROLE_SWAP; /* "costs nothing": free */
    for (size_t i = 0; i < size; i++) {
        unit->weight = parts[i].weight > unit->weight ? parts[i].weight : unit->weight;
        unit->cues |= is_none ? 0 : (uint16_t)cues_of(weighing, &parts[i], left - i);
    }
    if (is_thing)
        unit->cues &= (uint16_t)~POL_CUE_NOT;
    if (unit->is_formula)
        unit->weight *= (float)FORMULA_WEIGHT;
    else if (unit->role == POL_ROLE_ASK)
        unit->weight *= (float)ASK_WEIGHT;
    unit->is_stop = unit->weight <= 0 && !number_size && unit->role != POL_ROLE_TURN &&
                    unit->role != POL_ROLE_TURN_NEAR && unit->role != POL_ROLE_SWAP &&
                    unit->role != POL_ROLE_LIMIT;
    return size;
}

/* "Bring the campaign to an end": such a phrase, of which `at` is the "to"; NULL: none. */
static const pol_lexeme *find_to_an_end(const weighing_state *weighing, uint64_t verb, size_t at)
{
    const pol_weighed *parts = weighing->parts;
    if (at + 2 >= weighing->part_count || !pol_span_equal(parts[at].word, POL_SPAN("to")) ||
        parts[at + 1].word.size > 2)
        return NULL;
    for (size_t i = at; i <= at + 2; i++)
        verb = pol_phrase_key(verb, parts[i].stem);
    return pol_lexicon_find(weighing->weigher->lexicon, verb);
}

/* "Take members off the list", "leave carers out of it": the phrase that a verb makes with a small
 * word further on; NULL: none. Not where that word belongs to what stands before it ("carry out",
 * "to find out"). */
static const pol_lexeme *find_parted(const weighing_state *weighing, size_t at)
{
    const pol_weighed *parts = weighing->parts;
    uint64_t verb = parts[at].known->base_key;
    if (!parts[at].known->begins_lexeme)
        return NULL;
    for (size_t i = at + 2; i < weighing->part_count && i <= at + PARTED_MAX; i++) {
        if (weighing->starts_sentence[i])
            return NULL;
        if (parts[i - 1].known->is_finite)
            return NULL;
        const pol_lexeme *ended = find_to_an_end(weighing, verb, i);
        if (ended)
            return ended;
        if (!parts[i].known->is_particle)
            continue;
        const pol_lexicon *lexicon = weighing->weigher->lexicon;
        uint64_t before = parts[i - 1].known->base_key;
        if (pol_lexicon_find(lexicon, pol_phrase_key(before, parts[i].stem)) ||
            pol_span_equal(parts[i - 2].word, POL_SPAN("to")))
            return NULL;
        return pol_lexicon_find(lexicon, pol_phrase_key(verb, parts[i].stem));
    }
    return NULL;
}

/* Gives the verb of such a phrase its meaning, if that turns round what stands between. */
static void join_parted(const weighing_state *weighing, size_t at, pol_unit *unit)
{
    const pol_lexeme *parted =
        unit->role == POL_ROLE_TURN || unit->is_formula ? NULL : find_parted(weighing, at);
    if (!parted || parted->role != POL_ROLE_TURN)
        return;
    unit->role = parted->role;
    unit->concept = parted->concept;
    unit->opposite = parted->opposite;
    unit->is_stop = false;
}

static pol_status make_units(weighing_state *weighing, pol_weighed_text *ret_text)
{
    size_t count = weighing->part_count;
    pol_unit *units = count ? pol_arena_array(weighing->arena, count, sizeof *units) : NULL;
    if (count && !units)
        return fail_room(weighing);
    size_t made = 0;
    for (size_t at = 0; at < count; made++) {
        size_t size = make_unit(weighing, at, &units[made]);
        if (size == 1)
            join_parted(weighing, at, &units[made]);
        units[made].starts_phrase = weighing->marked[at].starts_phrase;
        units[made].starts_sentence = weighing->starts_sentence[at];
        at += size;
    }
    ret_text->units = units;
    ret_text->unit_count = made;
    return POL_OK;
}

pol_status pol_weigh(pol_weigher *weigher, pol_span text, pol_arena *arena,
                     pol_weighed_text *ret_text, pol_error *reterr)
{
    weighing_state weighing = {.weigher = weigher, .arena = arena, .error = reterr, .text = text};
    *ret_text = (pol_weighed_text){.text = text};
    pol_status status = read_words(&weighing, text);
    if (status == POL_OK)
        status = mark_formulas(&weighing, text);
    if (status == POL_OK)
        status = make_units(&weighing, ret_text);
    if (status != POL_OK)
        return status;
    ret_text->words = weighing.words;
    ret_text->count = weighing.word_count;
    for (size_t i = 0; i < weighing.word_count; i++)
        ret_text->weight += weighing.words[i].weight;
    return POL_OK;
}

pol_status pol_weigh_above(pol_weigher *weigher, pol_span title, pol_span lead_in, pol_arena *arena,
                           pol_weighed_text *ret_text, pol_error *reterr)
{
    pol_buffer both;
    pol_buffer_init(&both, ABOVE_MAX);
    pol_buffer_add(&both, title);
    pol_buffer_add_byte(&both, '\n');
    pol_buffer_add(&both, lead_in);
    pol_span text = pol_arena_copy(arena, pol_buffer_span(&both));
    pol_status status = both.status == POL_NOMEM || !text.data
                            ? pol_fail(reterr, POL_NOMEM, 0, "out of memory for a report")
                            : pol_weigh(weigher, text, arena, ret_text, reterr);
    pol_buffer_done(&both);
    return status;
}

pol_status pol_weighed_matters(const pol_matter_table *table, const pol_weighed_text *text,
                               const pol_weighed_text *above, pol_arena *arena,
                               pol_matters *ret_matters, pol_error *reterr)
{
    size_t own = text->count, count = own + (above ? above->count : 0);
    uint32_t *words = pol_arena_array(arena, count + 1, sizeof *words);
    for (size_t i = 0; words && i < count; i++)
        words[i] = i < own ? text->words[i].matter : above->words[i - own].matter;
    if (!words || !pol_matters_of(table, words, count, arena, ret_matters))
        return pol_arena_refused(arena, (count + 1) * sizeof *words, reterr);
    return POL_OK;
}
