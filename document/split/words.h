/* words.h - the words of a heading, and what each of them is: of its number, its title, who
 * moves, the text, or something else. Private to split*.c. */
#ifndef POL_DOCUMENT_SPLIT_WORDS_H
#define POL_DOCUMENT_SPLIT_WORDS_H

#include "document/split/model.h"

typedef enum pol_split_role {
    POL_ROLE_OTHER = 0,
    POL_ROLE_NUMBER,
    POL_ROLE_TITLE,
    POL_ROLE_MOVER,
    POL_ROLE_TEXT, /* from here on */
    POL_ROLE_COUNT
} pol_split_role;

/* What stands between two words. */
typedef enum pol_split_gap {
    POL_GAP_SPACE = 0,
    POL_GAP_COMMA,
    POL_GAP_COLON,
    POL_GAP_DASH,
    POL_GAP_OPEN,
    POL_GAP_CLOSE,
    POL_GAP_STOP,
    POL_GAP_WIDE,
    POL_GAP_MARK,
    POL_GAP_QUOTE,
    POL_GAP_LINE,
    POL_GAP_COUNT
} pol_split_gap;

enum {
    POL_SPLIT_WORDS_MAX = 128, /* of a heading that are looked at */
    POL_SIGN_WORDS = 4,
    POL_SIGN_COUNT = 64 * POL_SIGN_WORDS,
    POL_SIGN_NONE = POL_SIGN_COUNT - 1, /* beyond the first word and the last */
    POL_SIGN_RULES = 204,               /* what rules say that it is: one of POL_ROLE_COUNT */
    POL_SPLIT_SLOTS = 64
};

typedef struct pol_split_word {
    pol_span text;
    uint32_t line; /* index */
    uint8_t gap;   /* before it */
    uint8_t role;
    bool is_marker;               /* of the line's list marker */
    bool is_bracketed, is_quoted; /* the bracket or the quote stands right before it */
    uint64_t signs[POL_SIGN_WORDS];
} pol_split_word;

/* ---- slots.c ---- */
/* What stands at each place of most headings; is_furniture: the lines of the page alone. */
typedef struct pol_split_slots pol_split_slots;
pol_split_slots *pol_split_find_slots(pol_splitter *split, const pol_split_items *items,
                                      const bool *is_furniture);

/* ---- words.c ---- */
/* The words of the item's heading and the first ones of its text, POL_SPLIT_WORDS_MAX at most. */
size_t pol_split_find_words(pol_splitter *split, const pol_split_slots *slots,
                            const bool *is_furniture, const pol_split_item *item,
                            pol_split_word *words);

/* ---- roles.c ---- */
/* Reads the headings by what is learnt of their words. */
void pol_split_read_roles(pol_splitter *split, pol_split_items *items, const bool *is_furniture);

/* role_weights.c: what a sign of the word itself, the one before, the one behind speaks for,
 * and what may follow what over a gap. */
typedef struct pol_split_role_weights {
    int16_t signs[3][POL_SIGN_COUNT][POL_ROLE_COUNT];
    int16_t steps[POL_GAP_COUNT][POL_ROLE_COUNT][POL_ROLE_COUNT];
} pol_split_role_weights;
extern const pol_split_role_weights pol_split_roles_learnt;

#endif
