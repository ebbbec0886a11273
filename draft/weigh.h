/* weigh.h - text to its words, each with the information that it carries in this index.
 *
 * The information of a word is its inverse document frequency (Sparck Jones 1972; Robertson 2004):
 * ln((N + 1) / (n + 0.5)), N the passages of the index, n those that have the word's stem. A word
 * that the index lacks weighs as one that a single passage has, stop words weigh nothing, and the
 * words of formulas ("Conference instructs the National Executive Council to ...") weigh a tenth:
 * they stand in every motion of some union, but not in those of another.
 *
 * A pol_weigher belongs to one thread and one revision of its index. It remembers words, up to some
 * 65,000, in 9 MB at most with its tables. */
#ifndef POL_DRAFT_WEIGH_H
#define POL_DRAFT_WEIGH_H

#include "core/arena.h"
#include "draft/matters.h"
#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_weighed {
    uint32_t start, end;           /* bytes of the text */
    uint32_t position;             /* from 1; parts of a compound share one */
    pol_span word, stem;           /* in the arena */
    float weight;                  /* >= 0, in nats */
    uint32_t frequency;            /* passages that have the stem */
    uint32_t meaning;              /* the stem's base form in draft/thesaurus.h */
    uint32_t matter;               /* the stem in draft/matters.h */
    bool is_formula;               /* one of a formula's words */
    const struct pol_known *known; /* whatever stands around it: the weigher's, or in the arena */
} pol_weighed;

/* What is compared (compare.h): words and phrases that stand for one thing. Compounds are in their
 * parts, numbers in words are numbers. */
typedef struct pol_unit {
    uint32_t start, end; /* bytes of the text */
    uint32_t concept;    /* the same for all that correspond */
    uint32_t opposite;   /* the concept that says the opposite; 0: none */
    /* Rows that have the phrase that starts here, of opposed.h and of near.h; NULL: none. The
     * weigher's. */
    const struct pol_row_places *opposed, *near;
    float weight;         /* as pol_weighed.weight; 0 for stop words */
    uint16_t cues;        /* pol_cue: draft/cues.h */
    uint16_t leftover;    /* of a single word, as pol_leftover_find(); else 0 */
    uint8_t role;         /* pol_role: draft/lexicon.h */
    pol_span stem;        /* of a single word; else absent */
    uint32_t meaning;     /* likewise, as pol_weighed.meaning */
    bool is_formula;      /* one of a formula's words */
    bool is_unknown;      /* no passage of the index has the word */
    bool starts_phrase;   /* punctuation stands between it and the one before */
    bool starts_sentence; /* the end of a sentence, a semicolon or a colon does */
    bool is_stop;         /* a stop word that does nothing */
} pol_unit;

typedef struct pol_weighed_text {
    pol_span text;
    const pol_weighed *words; /* in the order of the text; of a compound the closed-up word alone */
    size_t count;
    double weight;         /* of all */
    const pol_unit *units; /* in the order of the text */
    size_t unit_count;
} pol_weighed_text;

typedef struct pol_weigher pol_weigher;

/* `index` outlives it. Free with pol_weigher_free(). Fails: POL_NOMEM, and as reading the index. */
POL_MUST_CHECK pol_status pol_weigher_new(pol_index *index, pol_weigher **ret_weigher,
                                          pol_error *reterr);
void pol_weigher_free(pol_weigher *weigher); /* NULL is allowed */

/* Does it remember no more words? Then a new one is faster. */
bool pol_weigher_is_full(const pol_weigher *weigher);

/* The matters that words are used of; of the weigher. */
const pol_matter_table *pol_weigher_matters(const pol_weigher *weigher);

/* Fails: POL_NOMEM, POL_LIMIT (the arena is full), and as reading the index. */
POL_MUST_CHECK pol_status pol_weigh(pol_weigher *weigher, pol_span text, pol_arena *arena,
                                    pol_weighed_text *ret_text, pol_error *reterr);

/* What a passage does not say again since its motion has said it, of which a start is looked at.
 * Fails: as pol_weigh(). */
POL_MUST_CHECK pol_status pol_weigh_above(pol_weigher *weigher, pol_span title, pol_span lead_in,
                                          pol_arena *arena, pol_weighed_text *ret_text,
                                          pol_error *reterr);

/* What a text, and what stands above it (NULL: nothing), is about. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_weighed_matters(const pol_matter_table *table,
                                              const pol_weighed_text *text,
                                              const pol_weighed_text *above, pol_arena *arena,
                                              pol_matters *ret_matters, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
