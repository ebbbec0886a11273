/* model.h - a file read as a whole: which part of an item each line is, so that all lines
 * together are likeliest. Private to split*.c. */
#ifndef POL_DOCUMENT_SPLIT_MODEL_H
#define POL_DOCUMENT_SPLIT_MODEL_H

#include "document/split/items.h"

/* What a line is in a reading of the file. */
typedef enum pol_split_place {
    POL_PLACE_OUTSIDE = 0, /* between texts: sections, decisions, movers behind a text */
    POL_PLACE_ABOVE,       /* of a heading, above its main line */
    POL_PLACE_TITLE_ABOVE, /* the same: the title */
    POL_PLACE_HEAD,        /* a heading's main line, without a title */
    POL_PLACE_TITLED,      /* the same with one */
    POL_PLACE_BELOW,       /* of a heading, below its main line */
    POL_PLACE_TITLE_BELOW, /* the same: the title */
    POL_PLACE_TEXT,
    POL_PLACE_START,        /* a heading and the text's first line in one */
    POL_PLACE_TITLED_START, /* the same with a title */
    POL_PLACE_COUNT
} pol_split_place;

enum { POL_PLACE_NONE = 0xFF }; /* of a line that no reading places: furniture */

enum { POL_TRAIT_WORDS = 4, POL_TRAIT_COUNT = 64 * POL_TRAIT_WORDS, POL_TRAIT_NEIGHBOURS = 3 };
enum {
    POL_TRAIT_BLANKS = 86,    /* the first of three */
    POL_TRAIT_EVIDENCE = 192, /* the first of those of evidence.c */
    POL_TRAIT_NONE = 188,     /* beyond the first line and the last */
    POL_GROUPS = 2            /* by which lines are held to be alike */
};
typedef struct pol_split_traits {
    uint64_t bits[POL_TRAIT_WORDS];
    uint64_t groups[3]; /* of lines that count together, look alike, start alike; 0: none */
    uint32_t line;      /* index */
} pol_split_traits;

/* The traits of the lines that are no furniture, in the arena. */
pol_split_traits *pol_split_find_traits(pol_splitter *split, size_t *ret_count);

/* ---- evidence.c ---- */
/* Adds the traits that the whole file gives them. */
void pol_split_put_evidence(pol_splitter *split, pol_split_traits *traits, size_t count);

/* weights.c: what a trait of the line itself, the one above, the one below speaks for, and
 * what may follow what behind no, one, more blank lines. */
typedef struct pol_split_weights {
    int16_t traits[POL_TRAIT_NEIGHBOURS][POL_TRAIT_COUNT][POL_PLACE_COUNT];
    int16_t steps[3][POL_PLACE_COUNT][POL_PLACE_COUNT];
} pol_split_weights;
extern const pol_split_weights pol_split_learnt;

/* All that a file's lines may be, and how likely each is by itself. */
typedef struct pol_split_lattice {
    const pol_split_traits *traits;
    size_t count;
    int32_t (*scores)[POL_PLACE_COUNT];
    uint8_t (*from)[POL_PLACE_COUNT];
    uint16_t *allowed; /* the places of each, as bits */
} pol_split_lattice;

bool pol_split_is_head(uint8_t place);
bool pol_split_may_follow(uint8_t place, uint8_t next);
bool pol_split_may_start(uint8_t place);
bool pol_split_may_end(uint8_t place);
bool pol_split_start_lattice(pol_splitter *split, const pol_split_traits *traits, size_t count,
                             pol_split_lattice *ret_lattice);
/* The likeliest reading of what is allowed; false where there is none. */
bool pol_split_read_lattice(const pol_split_lattice *lattice, uint8_t *places, int64_t *ret_score);
/* Makes lines that are alike all headings or none, where that is not much less likely; `allowed`
 * says then which. */
bool pol_split_settle_groups(pol_splitter *split, pol_split_lattice *lattice, uint8_t *places,
                             int64_t *score);
/* What is to be taken off the score of a reading for lines that are alike and of several kinds. */
int64_t pol_split_weigh_unlike(pol_splitter *split, const pol_split_lattice *lattice,
                               const uint8_t *places);

/* ---- adopt.c ---- */
/* Compares what was chosen with the likeliest reading of the whole file, and takes the better.
 * Whether it is cut then. */
bool pol_split_compare(pol_splitter *split, bool is_cut);
/* Is the place one of a heading; of one whose text starts on its line? */
bool pol_split_is_of_head(uint8_t place);
bool pol_split_is_start(uint8_t place);

/* ---- bind.c ---- */
/* Sets where the items' texts are by the reading. */
void pol_split_bind(pol_splitter *split, pol_split_items *items);
/* What other steps took the lines of those texts for is forgotten. */
void pol_split_clear_texts(pol_splitter *split, pol_split_items *items);
/* Clauses of those texts that were marked since, by their openers, are of the texts again. */
void pol_split_keep_clauses(pol_splitter *split, const pol_split_items *items);
/* Of what was read of a head: the title by the reading, nothing of it in the text. */
void pol_split_settle_head(pol_splitter *split, pol_split_item *item);
/* The texts as the reading has them. */
void pol_split_settle_texts(pol_splitter *split, pol_split_items *items);

#endif
