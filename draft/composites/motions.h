/* motions.h - the steps from motions to groups of them (private to draft/composites*.c):
 * motions to weighed demands, demands to how alike they are, likeness to groups, a group to its
 * points.
 *
 * Numbers of motions ("place") count the motions at hand, those passed over left out. All is in
 * the arena given and is read-only afterwards. */
#ifndef POL_DRAFT_COMPOSITES_MOTIONS_H
#define POL_DRAFT_COMPOSITES_MOTIONS_H

#include "draft/compare.h"
#include "draft/composites.h"
#include "draft/matters.h"

enum {
    POL_TURNS_ON = 3,                   /* words that a demand turns on: those that weigh most */
    POL_DEMANDS_MAX = 24,               /* of one motion that are compared: the first */
    POL_DEMAND_BYTES_MAX = 2 << 10,     /* of a demand that are compared */
    POL_MOTION_BYTES_MAX = 4 << 10,     /* of a motion's text that are compared */
    POL_LIKE_DEMANDS_MAX = 48,          /* kept of those that are like one */
    POL_COMPOSITE_BYTES_MAX = 512 << 20 /* scratch memory */
};

/* A word that occurs in the motions at hand, as its number, and what it weighs among them. */
typedef struct pol_motion_term {
    uint32_t term;
    float weight;
    float repeated; /* more, where it stands several times */
} pol_motion_term;

typedef struct pol_motion_terms {
    const pol_motion_term *terms; /* ascending, none twice */
    size_t count;
    double weight; /* of all */
    double length; /* of the vector of what is repeated */
} pol_motion_terms;

/* Where a motion has a word; bits. */
enum {
    POL_TOLD_TITLE = 1,
    POL_TOLD_ASKED = 2,  /* in the title or in a demand */
    POL_TOLD_TURNED = 4, /* of one demand: it is against this */
};

/* A word that tells what a text is about: common words, those that say how, and those that most
 * motions have weigh little. */
typedef struct pol_told_word {
    uint32_t term;
    float weight;
    float news; /* 1 where nobody else has it, 0 where all do, however common it is elsewhere */
    uint8_t where;
} pol_told_word;

typedef struct pol_told {
    const pol_told_word *words; /* ascending by term, none twice, none without weight */
    size_t count;
    double weight;
} pol_told;

/* Something that a motion asks for: an action point; where it has none, any clause. */
typedef struct pol_demand {
    uint32_t place; /* of its motion */
    const pol_passage *passage;
    pol_compared compared; /* weighed as `terms` are */
    pol_compared judged;   /* the whole passage, weighed by the index alone, with its title; */
    pol_matters matters;   /* what it is about without that */
    pol_motion_terms terms;
    pol_motion_terms matter; /* the same, with what they are used of */
    pol_told told;
    bool opposes; /* is it against what it names? */
} pol_demand;

/* Two words that stand together, as their numbers; what they weigh: 0..1. */
typedef struct pol_phrase {
    uint64_t words;
    float weight;
    bool is_asked;
} pol_phrase;

typedef struct pol_motion {
    size_t index; /* in the list that was given */
    const pol_document *document;
    uint32_t first_demand, demand_count;
    double weight;       /* of all demands */
    pol_told told;       /* of the title and the whole text */
    double asked_weight; /* of those that stand in the title or a demand */
    pol_matters matters;
    double stance;         /* -1.5..1.5: does it say more against than for something? */
    bool turns;            /* has a demand a word that turns what follows round? */
    const uint32_t *order; /* terms in the order of the text, without formulas and stop words */
    size_t order_count;
    pol_phrase *phrases; /* ascending by words, that another motion has too */
    size_t phrase_count;
} pol_motion;

typedef struct pol_motions {
    const pol_motion *motions;
    size_t count;
    const pol_demand *demands; /* by motion */
    size_t demand_count;
    size_t term_count;
    const pol_matters *terms; /* of each: the rows of matters that have its words */
    size_t row_count;
    double telling;       /* what a word weighs at least that tells what a text is about */
    pol_weigher *weigher; /* that words are borrowed from: to be freed behind all else */
} pol_motions;

/* Words of one matter each; words of which one stands first in a demand that is against what it
 * names. subjects.c */
extern const char *const pol_subjects[];
extern const size_t pol_subject_count;
extern const char pol_subject_against[];

/* Passes over what is no motion, and what asks for nothing. `matters` NULL: those of the weigher.
 * Free ret_motions->weigher, also after a failure. Fails: as pol_composites_find(). */
POL_MUST_CHECK pol_status pol_motions_read(pol_index *index, const pol_matter_table *matters,
                                           const pol_document *const *documents, size_t count,
                                           pol_arena *arena, pol_motions *ret_motions,
                                           pol_error *reterr);

/* A demand of another motion, and how like it is: 0..1; below 0: as like, but it may ask for the
 * opposite. */
typedef struct pol_like_demand {
    uint32_t demand;
    float likeness;
} pol_like_demand;

typedef struct pol_like_demands {
    const pol_like_demand *demands; /* ascending: those of one motion stand together */
    size_t count;
} pol_like_demands;

typedef struct pol_motion_likeness {
    const pol_like_demands *like; /* of each demand */
    const float *likeness;        /* count * count, 0..1, the same both ways: 0 where two motions
                                     may ask for the opposite, or are of kinds that are not debated
                                     together */
    const float *share;           /* [a * count + b]: 0..1, of what a asks for, what b asks for */
} pol_motion_likeness;

/* Two demands of different motions, and how alike their words are: 0..1. */
typedef struct pol_demand_pair {
    uint32_t left, right; /* left < right */
    float likeness;
} pol_demand_pair;

typedef struct pol_demand_pairs {
    pol_demand_pair *pairs; /* the most alike first */
    size_t count;
} pol_demand_pairs;

/* False: no memory. pairs.c */
POL_MUST_CHECK bool pol_motions_pairs(const pol_motions *motions, pol_arena *arena,
                                      pol_demand_pairs *ret_pairs);

/* Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_motions_compare(const pol_motions *motions, pol_arena *arena,
                                              pol_motion_likeness *ret_likeness, pol_error *reterr);

/* How much of two texts is the same, by their words: the cosine of the angle between them (Salton
 * 1975), 0..1; and how many telling words they share. */
double pol_motion_cosine(const pol_motions *motions, const pol_motion_terms *a,
                         const pol_motion_terms *b, size_t *ret_telling);

/* Of the `room` <= POL_TURNS_ON words that weigh most in either text, what the other has too. */
double pol_motion_turn_alike(const pol_motion_terms *a, const pol_motion_terms *b, size_t room);

/* [a * count + b]: what b's words weigh that a asks for too, or for something near. Words are near
 * that rows of matters have in common. NULL: no memory. near.c */
const float *pol_motions_near(const pol_motions *motions, pol_arena *arena);

/* What the judge of drafts (draft/judge.h) says of the demand of one motion that is most like one
 * of another: log odds, within +-POL_JUDGED_MAX; -POL_JUDGED_MAX where none is judged. */
typedef struct pol_motion_judged {
    float same, turned;
    float part; /* 0..1: of what both motions ask for, these demands: the less */
} pol_motion_judged;

enum { POL_JUDGED_MAX = 8 };

/* What is known of each motion beside each other one; [a * count + b]. */
typedef struct pol_motion_relations {
    const float *near;
    const pol_motion_judged *judged; /* a's demands as clauses of a draft, b's as policy */
} pol_motion_relations;

/* Judges the most alike of `pairs`. Fails: POL_NOMEM, POL_LIMIT. judged.c */
POL_MUST_CHECK pol_status pol_motions_relate(const pol_motions *motions,
                                             const pol_demand_pairs *pairs, pol_arena *arena,
                                             pol_motion_relations *ret_relations,
                                             pol_error *reterr);

/* What the phrases weigh that both motions have, and one of them asks for: the square root.
 * phrases.c */
double pol_motion_phrases(const pol_motion *a, const pol_motion *b);

/* What tells whether two motions ask for the same: numbers that are small where nothing does. */
typedef enum pol_sign {
    POL_SIGN_MATTERS,       /* that both are about */
    POL_SIGN_ASKED,         /* words in which both ask */
    POL_SIGN_REASON,        /* words in which one asks, and that the other gives as its reason */
    POL_SIGN_NEAR,          /* words in which both ask, or nearly; */
    POL_SIGN_NEAR_PART,     /* the same, of all in which they ask */
    POL_SIGN_ALIKE,         /* words of the two demands that are most alike */
    POL_SIGN_WORDS,         /* words of the whole texts, where the matters are the same */
    POL_SIGN_PHRASES,       /* that both have, and one asks for */
    POL_SIGN_TITLE,         /* of what the title of one says, what the other asks for: the less, */
    POL_SIGN_TITLE_MOST,    /* and the more of the two */
    POL_SIGN_SHORT,         /* how long the shorter one is */
    POL_SIGN_AGAINST,       /* on one matter, one is against what the other asks for, */
    POL_SIGN_TURNED,        /* one alone turns something round, */
    POL_SIGN_STANCE,        /* or the two sound different */
    POL_SIGN_MOULD,         /* one was made from the other */
    POL_SIGN_SAME_BODY,     /* nobody submits one demand twice */
    POL_SIGN_JUDGED,        /* by the judge of drafts one would repeat the other: the surer, */
    POL_SIGN_JUDGED_LEAST,  /* and the less sure of both ways; */
    POL_SIGN_JUDGED_TURNED, /* or turn it round; */
    POL_SIGN_JUDGED_PART,   /* with how much of both motions those demands are, */
    POL_SIGN_JUDGED_SHORT,  /* and with how long the shorter motion is */
    POL_SIGN_COUNT
} pol_sign;

extern const char *const pol_sign_names[POL_SIGN_COUNT];

/* Two motions by their places. False: they may ask for the opposite, or share nothing.
 * signs.c */
bool pol_motions_signs(const pol_motions *motions, const pol_motion_relations *relations, size_t a,
                       size_t b, double signs[POL_SIGN_COUNT]);

/* How likely two motions ask for the same, 0..1; 0 where they may ask for the opposite.
 * evidence.c */
double pol_motions_evidence(const pol_motions *motions, const pol_motion_relations *relations,
                            size_t a, size_t b);

/* Are two motions from one mould? Nobody who writes for another branch has the same words in a row,
 * but for one who takes a motion and exchanges what it is about. mould.c */
bool pol_motions_moulded(const pol_motion *a, const pol_motion *b);

/* Which group each motion is in, from 1, by their first motions; 0: in none. `ret_groups` has room
 * for motions->count. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_motions_group(const pol_motions *motions,
                                            const pol_motion_likeness *likeness, pol_arena *scratch,
                                            uint32_t *ret_groups, size_t *ret_count,
                                            pol_error *reterr);

/* The points of a group, whose motions have `places`, ascending; in `arena`. Fails: POL_NOMEM,
 * POL_LIMIT. */
POL_MUST_CHECK pol_status pol_motions_points(const pol_motions *motions, const uint32_t *places,
                                             pol_arena *scratch, pol_arena *arena,
                                             pol_composite_group *group, pol_error *reterr);

/* As pol_composites_find(); `ret_duplicates` has room for `count`: the index of the earlier motion
 * that says the same; SIZE_MAX: none. */
POL_MUST_CHECK pol_status pol_composites_find_all(pol_index *index,
                                                  const pol_document *const *documents,
                                                  size_t count, pol_arena *arena,
                                                  const pol_composite_group **ret_groups,
                                                  size_t *ret_group_count, size_t *ret_duplicates,
                                                  pol_error *reterr);

/* POL_NOMEM, or POL_LIMIT where the arena is full. */
pol_status pol_composites_refused(const pol_arena *arena, pol_error *reterr);

#endif
