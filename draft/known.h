/* known.h - a word to all that does not depend on what stands around it: what it weighs in the
 * index, what it stands for, which rows have it (private to weigh.c).
 *
 * A draft is compared with a thousand passages, in which the same few thousand words stand again
 * and again: each is looked up once. */
#ifndef POL_DRAFT_KNOWN_H
#define POL_DRAFT_KNOWN_H

#include "core/arena.h"
#include "draft/lexicon.h"
#include "draft/matters.h"
#include "draft/row_table.h"
#include "search/index.h"

enum {
    POL_CONCEPT_OWN = 1u << 16,    /* concepts of the lexicon are below it */
    POL_KNOWN_SLOTS_MAX = 1 << 17, /* half of them are filled */
    POL_KNOWN_BYTES_MAX = 8 << 20
};

typedef struct pol_known {
    uint64_t key;      /* of word and stem */
    uint64_t base_key; /* of the base form alone, as pol_phrase_key() makes it */
    pol_span base;     /* of the lexicon; absent: the stem is its own base form */
    const pol_lexeme *lexeme;
    const pol_row_places *opposed, *near; /* of the word alone; NULL: none */
    uint32_t concept, opposite;           /* as in pol_unit, of a word that has no lexeme */
    uint32_t frequency, meaning, matter;  /* as in pol_weighed */
    float weight;                         /* likewise */
    uint16_t cues;                        /* of the word alone */
    uint16_t leftover;                    /* as pol_leftover_find() */
    uint16_t ize; /* where "recognize" has a z for which the index has an s; 0: nowhere */
    /* There may be longer ones of which it is the first; begins_lexeme: of the lexicon. */
    bool begins_cue, begins_phrase, begins_lexeme, begins_number;
    bool is_finite;   /* "is", "must": what a verb has with it ends before it */
    bool is_particle; /* "off", "out": may belong to a verb further back */
} pol_known;

struct pol_weigher {
    pol_index *index;
    pol_lexicon *lexicon;
    pol_row_table *opposed, *near;
    pol_matter_table *matters;
    double passages;
    const pol_known **slots; /* by the hash of both: two words of one 64-bit hash are not met */
    size_t slot_count, slots_used;
    pol_arena known;
};

/* Lasts as long as the weigher; where that remembers no more, as long as `arena`. Fails: POL_NOMEM,
 * POL_LIMIT (the arena is full), and as reading the index. */
POL_MUST_CHECK pol_status pol_known_find(struct pol_weigher *weigher, pol_span word, pol_span stem,
                                         pol_arena *arena, const pol_known **ret_known,
                                         pol_error *reterr);

/* The stem of such a word as the index has it: English takes off what stands behind the s. */
pol_span pol_known_spelt(const pol_known *known, pol_span word, char stem[POL_WORD_MAX]);

/* May a phrase of the tables go on behind the words of `key`? */
bool pol_known_goes_on(const struct pol_weigher *weigher, uint64_t key);

#endif
