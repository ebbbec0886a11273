/* signs.h - two aligned texts to the signs by which they are judged (private to draft/).
 *
 * A sign is a number that a person could check: how much is shared, how much stands word for word,
 * whether one side has a "not" more. judge.h adds them up. */
#ifndef POL_DRAFT_SIGNS_H
#define POL_DRAFT_SIGNS_H

#include "draft/align.h"
#include "draft/lexicon.h"

/* "Frame" is the part of the clause that stands in the passage word for word (0..1), times what
 * follows: in a frame that is otherwise the same a word that differs is meant. Lacking words are
 * those that the other side has not. Tests and tools call them by these names, in small letters. */
#define POL_SIGNS(X)                                                                               \
    X(CLAUSE_SHARE)    /* of what the clause is about, what the passage has too */                 \
    X(WORDS)           /* log of the clause's words that say what it is about */                   \
    X(CONTEXT)         /* of title and lead-in, what the clause says */                            \
    X(KNOWN)           /* of the clause, what passage, title or lead-in have */                    \
    X(MATTER)          /* how much both are about the same matters */                              \
    X(FOCUS)           /* of the clause, what stands in one place of the passage */                \
    X(CLAUSE_LACKING)  /* the heaviest word that the clause alone has, */                          \
    X(PASSAGE_LACKING) /* that the passage alone has, */                                           \
    X(EXCHANGED)       /* and the lighter of both */                                               \
    X(FRAME_EXCHANGED)                                                                             \
    X(MARGIN)         /* the score less that of the most alike other motion */                     \
    X(PASSAGE_ASKS)   /* the passage asks for something */                                         \
    X(NUMBERS)        /* each has a number that the other has not */                               \
    X(CHANGED)        /* between runs that are the same other words stand */                       \
    X(FRAME_CHANGED)  /* the heavier of these */                                                   \
    X(FRAME_HEAD)     /* they stand at the start */                                                \
    X(PASSAGE_SAID)   /* near 1 where the clause says all of the passage */                        \
    X(SHARE_OF_WORDS) /* the clause's share, times log of shared words */                          \
    X(OPPOSED)        /* a shared word is turned round on one side alone */                        \
    X(OPPOSED_PART)   /* the part of what is shared that is */                                     \
    X(FRAME_OPPOSED)                                                                               \
    X(FRAME)         /* the frame itself */                                                        \
    X(ORDER)         /* of what is shared, what follows on each other on both sides */             \
    X(SHARED_WORDS)  /* log of shared words, */                                                    \
    X(SHARED_WEIGHT) /* and of their weight */                                                     \
    X(FRAME_LACKING) /* the heaviest word that the clause alone has */                             \
    X(LENGTHS)       /* log of the clause's words by the passage's */                              \
    X(FIRST_OPPOSED) /* the first shared word is turned round on one side alone, */                \
    X(HEAVY_OPPOSED) /* the heaviest is */                                                         \
    X(FRAME_TURNED)  /* the part that is, whether or not the word that turns it was found */       \
    X(ODD_TURNS)     /* an odd number of words that turn round stand on one side alone */          \
    X(LONE_TURNS)    /* words that turn round stand in the clause, and none in the passage, */     \
    X(LONE_OTHERS)   /* or the other way round */                                                  \
    X(OPPOSED_ODD)   /* both: a shared word is turned round, and an odd number do */               \
    X(TURNS)         /* such words of the clause alone (2 at most), */                             \
    X(LIMITS)        /* words that limit of the clause alone, */                                   \
    X(FRAME_MARKED)  /* and all of these */                                                        \
    X(OPPOSITE)      /* a pair of opposites stands on the two sides */                             \
    X(FRAME_OPPOSITE)                                                                              \
    X(CLAUSE_PERMITS) /* words of draft/cues.h that one side alone has, 2 at most */               \
    X(CLAUSE_ENDS)                                                                                 \
    X(CLAUSE_OTHERS)                                                                               \
    X(PASSAGE_KEEPS)                                                                               \
    X(PASSAGE_NOT)                                                                                 \
    X(PASSAGE_ENDS)                                                                                \
    X(FRAME_CUES)                                                                                  \
    X(MOVED) /* both have a "not", "first" or "before", but of other words, 2 at most */           \
    X(FRAME_MOVED)                                                                                 \
    X(PAIRS)      /* words that are opposed by opposed.h stand on the two sides, 2 at most, */     \
    X(NEAR_PAIRS) /* those that stand beside the same words, */                                    \
    X(FRAME_PAIRS)                                                                                 \
    X(SURFACE)           /* of both, word by word, what follows in the same order */               \
    X(SURFACE_EXCHANGED) /* times places where each has words of its own, 2 at most, */            \
    X(SURFACE_SWAPPED)   /* where two have changed places, */                                      \
    X(SURFACE_ONE)       /* itself, where there is one change and hardly more, */                  \
    X(SURFACE_MOVED)     /* and the part of shared words that stand elsewhere */                   \
    X(REWORDED)          /* shared words in another form, 3 at most */                             \
    X(SUBJECT)  /* of the things that the clause names, what passage, title or lead-in name */     \
    X(UNKNOWN)  /* words of the clause that no passage of the index has, 4 at most */              \
    X(NOTED)    /* the clause asks for what the passage merely notes */                            \
    X(LOOSE)    /* all is said in the passage but for small words that bear on it */               \
    X(LEFTOVER) /* what words of one side alone add up to for the opposite: draft/leftover.h */    \
    X(LEFTOVER_SAME) /* and for that both are about the same demand */                             \
    X(BOUNDS)       /* a number that both have is the least on one side, the most on the other, */ \
    X(BOUNDS_AGREE) /* or the least, or the most, on both */                                       \
    X(DENIED)       /* surface, where a "not" is amid words that the other has without it */       \
    X(PARTS)        /* surface, times pairs of names that have one another's part: who, to whom */

typedef enum pol_sign {
#define POL_SIGN_NAME(name) POL_SIGN_##name,
    POL_SIGNS(POL_SIGN_NAME)
#undef POL_SIGN_NAME
        POL_SIGN_COUNT
} pol_sign;

/* What a comparison knows beside the alignment. */
typedef struct pol_signs_input {
    const pol_alignment *alignment;
    const pol_weighed_text *context; /* what stands above the passage; NULL: unknown */
    double matter;                   /* 0..1; negative: unknown */
    bool clause_asks, passage_asks, passage_notes;
    unsigned leads_turned; /* lead-ins that turn their points round, 0..2 */
} pol_signs_input;

/* All but MARGIN, which is 0: that takes the other passages. */
void pol_signs_find(const pol_signs_input *input, double signs[POL_SIGN_COUNT]);

/* Those that tell which way a demand goes; the others must be there. signs_direction.c */
void pol_signs_find_direction(const pol_signs_input *input, double signs[POL_SIGN_COUNT]);

/* Those that tell of words that are opposed. signs_opposed.c */
void pol_signs_find_opposed(const pol_signs_input *input, double signs[POL_SIGN_COUNT]);

/* Pairs of names that have changed parts: who does it, to whom, from whom. signs_roles.c */
double pol_signs_parts_changed(const pol_alignment *alignment);

/* Those that tell how the clause would be made from the passage. signs_edits.c */
void pol_signs_find_edits(const pol_signs_input *input, double signs[POL_SIGN_COUNT]);

/* Does a unit say what its text is about? */
static inline bool pol_unit_is_about(const pol_unit *unit)
{
    return unit->weight > 0 && !unit->is_stop && !unit->is_formula && unit->role != POL_ROLE_ASK;
}

#define POL_WEIGHT_UNIT 8.0 /* nats: about what a word of a single passage weighs */

#endif
