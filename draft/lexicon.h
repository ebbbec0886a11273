/* lexicon.h - words of a clause to what they stand for: which words correspond, which turn a
 * demand round, which only ask (private to draft/).
 *
 * Built once for a weigher from the tables of equivalents.c and opposites.c, each word stemmed as
 * the index stems it; read-only afterwards. */
#ifndef POL_DRAFT_LEXICON_H
#define POL_DRAFT_LEXICON_H

#include <stdint.h>

#include "core/analysis.h"

/* What a word does in a demand beside being about something. */
typedef enum pol_role {
    POL_ROLE_NONE = 0,
    POL_ROLE_ASK,       /* campaign, press, demand: who asks how, not for what */
    POL_ROLE_DO,        /* publish, organise: a demand for the thing, not against it */
    POL_ROLE_TURN,      /* oppose, end, against: turns what follows round */
    POL_ROLE_TURN_NEAR, /* no, without, fewer: turns the next words round */
    POL_ROLE_SWAP,      /* private, after: the opposite of another word; see pol_lexeme.opposite */
    POL_ROLE_JOIN,      /* and: another demand may follow */
    POL_ROLE_BUT,       /* but: another demand may follow, and what "not" says ends */
    POL_ROLE_BE,        /* be: what follows is asked of what stands before */
    POL_ROLE_IS,        /* is, been: what follows is so, and not asked for */
    POL_ROLE_ARTICLE,   /* the, any, of: a noun follows, though it look like a verb */
    POL_ROLE_THAN,      /* than: the other side of a comparison */
    POL_ROLE_LIMIT,     /* only, may: not all that is asked, or not for certain */
    POL_ROLE_NUMBER     /* made of digits or number words */
} pol_role;

/* The rows of the tables: words of one row correspond; "_" joins the words of a phrase. */
typedef struct pol_lexicon_row {
    pol_role role;
    const char *words;
    const char *opposites; /* SWAP: the words on the other side; NULL elsewhere */
} pol_lexicon_row;

extern const pol_lexicon_row pol_equivalents[];
extern const size_t pol_equivalent_count;
extern const pol_lexicon_row pol_opposites[];
extern const size_t pol_opposite_count;

/* Forms of one word, the first stands for the others. irregular.c */
extern const char *const pol_irregular_forms[];
extern const size_t pol_irregular_count;

typedef struct pol_lexeme {
    uint64_t key;      /* of its stems; 0: a free slot */
    uint32_t concept;  /* the same for all words of a row; never 0 */
    uint32_t opposite; /* the concept of the other side; 0: none */
    uint8_t role;      /* pol_role */
} pol_lexeme;

enum { POL_PHRASE_WORDS_MAX = 4 };

typedef struct pol_lexicon pol_lexicon;

/* Fails: POL_NOMEM. Free with pol_lexicon_free(). */
POL_MUST_CHECK pol_status pol_lexicon_new(pol_analyser *analyser, pol_lexicon **ret_lexicon,
                                          pol_error *reterr);
void pol_lexicon_free(pol_lexicon *lexicon); /* NULL is allowed */

/* A phrase's key is made of its stems, one after another, from POL_PHRASE_KEY on. */
#define POL_PHRASE_KEY 0xcbf29ce484222325u
uint64_t pol_phrase_key(uint64_t key, pol_span stem);

/* The stem of "give" for that of "gave"; other stems as they are. Borrowed from the lexicon. */
pol_span pol_lexicon_base(const pol_lexicon *lexicon, pol_span stem);

/* The bits of a word (pol_cue, draft/cues.h), which is not stemmed, and of the phrase that it
 * starts with the next one (absent: none); 0 for most. */
unsigned pol_lexicon_cues(const pol_lexicon *lexicon, pol_span word, pol_span next);

/* NULL: the tables have no such phrase. */
const pol_lexeme *pol_lexicon_find(const pol_lexicon *lexicon, uint64_t key);

/* May there be a longer phrase, of words or of cues, that starts with those of `key`? Where it says
 * no there is none. */
bool pol_lexicon_goes_on(const pol_lexicon *lexicon, uint64_t key);

#endif
