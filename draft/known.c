/* known.c - see known.h. */
#include "draft/known.h"

#include <math.h>
#include <stdlib.h>

#include "core/schema.h"
#include "document/text.h"
#include "draft/leftover.h"
#include "draft/numbers.h"
#include "draft/thesaurus.h"

/* --- what the tables have ------------------------------------------------------------ */

/* Inspector and inspection, employer and employ: without the endings of doers. */
static uint32_t concept_of_stem(pol_span stem)
{
    if (stem.size >= 7 &&
        (pol_span_ends(stem, POL_SPAN("or")) || pol_span_ends(stem, POL_SPAN("er"))))
        stem.size -= 2;
    uint64_t key = pol_phrase_key(POL_PHRASE_KEY, stem);
    return (uint32_t)(key >> 32 ^ key) | POL_CONCEPT_OWN;
}

/* "unelected" is the opposite of "elected", if that is met; a word that only looks so ("discuss")
 * meets nothing. 0 for others. */
static uint32_t concept_without_prefix(const pol_lexicon *lexicon, pol_span stem)
{
    static const char *const prefixes[] = {"un", "dis", "non", "de", "in", "im", "ir", "il", "mis"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t size = strlen(prefixes[i]);
        if (stem.size < size + 4 || !pol_span_starts(stem, pol_span_of(prefixes[i])))
            continue;
        pol_span rest = pol_span_from(stem, size);
        const pol_lexeme *lexeme = pol_lexicon_find(lexicon, pol_phrase_key(POL_PHRASE_KEY, rest));
        return lexeme ? lexeme->concept : concept_of_stem(rest);
    }
    return 0;
}

static bool is_any(pol_span word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (pol_span_equal(word, pol_span_of(words[i])))
            return true;
    return false;
}

/* What ends or makes a verb's phrase: "strike ... when it is paid out", "take members off". */
static void ask_particles(pol_span word, pol_known *known)
{
    static const char *const particles[] = {"off", "out", "away", "down"};
    static const char *const finite[] = {"is",     "are",  "was",  "were", "be",  "been",
                                         "should", "must", "will", "may",  "can", "who",
                                         "which",  "when", "if",   "while"};
    known->is_particle = is_any(word, particles, sizeof particles / sizeof *particles);
    known->is_finite = is_any(word, finite, sizeof finite / sizeof *finite);
}

bool pol_known_goes_on(const struct pol_weigher *weigher, uint64_t key)
{
    return pol_lexicon_goes_on(weigher->lexicon, key) ||
           pol_row_table_goes_on(weigher->opposed, key) ||
           pol_row_table_goes_on(weigher->near, key);
}

static void ask_tables(const struct pol_weigher *weigher, pol_span word, pol_span stem,
                       pol_known *known)
{
    const pol_lexicon *lexicon = weigher->lexicon;
    pol_span base = pol_lexicon_base(lexicon, stem);
    uint64_t key = pol_phrase_key(POL_PHRASE_KEY, base);
    known->base = base.data == stem.data ? (pol_span){0} : base;
    known->base_key = key;
    known->lexeme = pol_lexicon_find(lexicon, key);
    known->opposed = pol_row_table_find(weigher->opposed, key);
    known->near = pol_row_table_find(weigher->near, key);
    known->begins_lexeme = pol_lexicon_goes_on(lexicon, key);
    known->begins_phrase = pol_known_goes_on(weigher, key);
    known->concept = concept_of_stem(base);
    known->opposite = concept_without_prefix(lexicon, base);
    known->meaning = pol_thesaurus_find(base);
    known->leftover = pol_leftover_find(base);
    known->matter = pol_matter_word(weigher->matters, stem);
    known->cues = (uint16_t)pol_lexicon_cues(lexicon, word, (pol_span){0});
    known->begins_cue = pol_lexicon_goes_on(lexicon, pol_phrase_key(POL_PHRASE_KEY, word));
    known->begins_number = pol_number_may_start(word);
    ask_particles(word, known);
}

/* --- what the index has -------------------------------------------------------------- */

static float weight_of(const struct pol_weigher *weigher, uint32_t frequency)
{
    double n = frequency > 0 ? frequency : 1;
    double weight = log((weigher->passages + 1) / (n + 0.5));
    return weight > 0 ? (float)weight : 0;
}

pol_span pol_known_spelt(const pol_known *known, pol_span word, char stem[POL_WORD_MAX])
{
    memcpy(stem, word.data, known->ize);
    stem[known->ize] = 's';
    return pol_span_make(stem, known->ize + 1u);
}

/* Has the index "recognise" more often than `stem`, that of "recognize"? */
static pol_status ask_with_s(struct pol_weigher *weigher, pol_span word, pol_known *known,
                             pol_error *reterr)
{
    char stem[POL_WORD_MAX];
    uint32_t frequency = 0;
    size_t z = pol_word_ize(word);
    if (!z || z + 1 >= sizeof stem)
        return POL_OK;
    known->ize = (uint16_t)z;
    pol_status status = pol_index_frequency(weigher->index, POL_PREFIX_STEM,
                                            pol_known_spelt(known, word, stem), &frequency, reterr);
    if (frequency > known->frequency)
        known->frequency = frequency;
    else
        known->ize = 0;
    return status;
}

static pol_status ask_index(struct pol_weigher *weigher, pol_span word, pol_span stem,
                            pol_known *known, pol_error *reterr)
{
    pol_status status =
        pol_index_frequency(weigher->index, POL_PREFIX_STEM, stem, &known->frequency, reterr);
    if (status == POL_OK)
        status = ask_with_s(weigher, word, known, reterr);
    if (status == POL_OK)
        known->weight = pol_is_stop_word(word) ? 0 : weight_of(weigher, known->frequency);
    return status;
}

/* --- memory -------------------------------------------------------------------------- */

static const pol_known **slot_of(const pol_known **slots, size_t count, uint64_t key)
{
    size_t at = (size_t)(key * 0x9E3779B97F4A7C15u >> 20) & (count - 1);
    while (slots[at] && slots[at]->key != key)
        at = (at + 1) & (count - 1);
    return &slots[at];
}

/* Without memory for more it remembers no more: false. */
static bool has_slot(struct pol_weigher *weigher)
{
    if (2 * (weigher->slots_used + 1) <= weigher->slot_count)
        return true;
    size_t count = 2 * weigher->slot_count;
    const pol_known **slots = count <= POL_KNOWN_SLOTS_MAX ? calloc(count, sizeof *slots) : NULL;
    if (!slots)
        return false;
    for (size_t i = 0; i < weigher->slot_count; i++)
        if (weigher->slots[i])
            *slot_of(slots, count, weigher->slots[i]->key) = weigher->slots[i];
    free(weigher->slots);
    weigher->slots = slots;
    weigher->slot_count = count;
    return true;
}

/* Into the weigher, or where that is full into `arena`. NULL: no memory. */
static const pol_known *remember(struct pol_weigher *weigher, const pol_known *found,
                                 pol_arena *arena)
{
    pol_known *known = has_slot(weigher) ? pol_arena_alloc(&weigher->known, sizeof *known) : NULL;
    if (known) {
        *slot_of(weigher->slots, weigher->slot_count, found->key) = known;
        weigher->slots_used++;
    } else if (!(known = pol_arena_alloc(arena, sizeof *known))) {
        return NULL;
    }
    *known = *found;
    return known;
}

pol_status pol_known_find(struct pol_weigher *weigher, pol_span word, pol_span stem,
                          pol_arena *arena, const pol_known **ret_known, pol_error *reterr)
{
    uint64_t key = pol_phrase_key(pol_phrase_key(POL_PHRASE_KEY, word), stem);
    *ret_known = *slot_of(weigher->slots, weigher->slot_count, key);
    if (*ret_known)
        return POL_OK;
    pol_known found = {.key = key};
    pol_status status = ask_index(weigher, word, stem, &found, reterr);
    if (status != POL_OK)
        return status;
    char spelt[POL_WORD_MAX];
    ask_tables(weigher, word, found.ize ? pol_known_spelt(&found, word, spelt) : stem, &found);
    *ret_known = remember(weigher, &found, arena);
    return *ret_known ? POL_OK : pol_arena_refused(arena, sizeof found, reterr);
}
