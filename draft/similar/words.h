/* words.h - a text to keys and weights of its words, the frequency of each word looked up
 * once for all texts (private to draft/similar*.c). */
#ifndef POL_DRAFT_SIMILAR_WORDS_H
#define POL_DRAFT_SIMILAR_WORDS_H

#include "core/arena.h"
#include "search/index.h"

typedef struct pol_similar_word {
    uint64_t key;  /* of the stem: equal stems have equal keys */
    float weight;  /* as weigh.h has it; 0 for stop words */
    bool is_frame; /* a stop word, or one of a formula */
} pol_similar_word;

typedef struct pol_similar_words pol_similar_words; /* what is known of words so far */

POL_MUST_CHECK pol_status pol_similar_words_new(pol_index *index, pol_similar_words **ret_words,
                                                pol_error *reterr);
void pol_similar_words_free(pol_similar_words *words); /* NULL is allowed */

/* Words that are not known yet weigh `guess` from now on, for a first look at many texts; 0 looks
 * each up, those that were guessed too. */
void pol_similar_words_guess(pol_similar_words *words, float guess);

/* In the order of the text, in the arena. Fails: POL_NOMEM, POL_LIMIT (the arena is full), and as
 * reading the index. */
POL_MUST_CHECK pol_status pol_similar_words_read(pol_similar_words *words, pol_span text,
                                                 pol_arena *arena, pol_similar_word **ret_read,
                                                 size_t *ret_count, pol_error *reterr);

#endif
