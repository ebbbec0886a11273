/* cues.h - small words that bear on which way a demand goes (private to draft/).
 *
 * Opposite demands are often made of the same words but for one of these: "may be given to a
 * volunteer", "no task may be given". None of them proves anything alone; the judge adds them up.
 * A word has any number of bits. */
#ifndef POL_DRAFT_CUES_H
#define POL_DRAFT_CUES_H

#include <stddef.h>
#include <stdint.h>

typedef enum pol_cue {
    POL_CUE_NOT = 1 << 0,      /* no, never */
    POL_CUE_END = 1 << 1,      /* end, oppose, withdraw */
    POL_CUE_KEEP = 1 << 2,     /* keep, remain, renew */
    POL_CUE_PERMIT = 1 << 3,   /* may, accept, leave */
    POL_CUE_WEAKEN = 1 << 4,   /* only, even, whether */
    POL_CUE_OTHERS = 1 << 5,   /* whom unions would not leave it to: employer, contractor */
    POL_CUE_LIMIT = 1 << 6,    /* only, except, voluntary: and roles that limit */
    POL_CUE_BEFORE = 1 << 7,   /* before, until */
    POL_CUE_AFTER = 1 << 8,    /* after, once */
    POL_CUE_FIRST = 1 << 9,    /* first */
    POL_CUE_LAST = 1 << 10,    /* last */
    POL_CUE_MORE = 1 << 11,    /* more, up */
    POL_CUE_LESS = 1 << 12,    /* fewer, down */
    POL_CUE_ALLOW = 1 << 13,   /* allow, accept: PERMIT without may and might */
    POL_CUE_INSTEAD = 1 << 14, /* instead, rather, than */
    POL_CUE_DEMAND = 1 << 15   /* should, instructs, campaign: something is asked for */
} pol_cue;

typedef struct pol_cue_row {
    unsigned cues;
    const char *words; /* as they stand, spaces between them; "_" joins two of a phrase */
} pol_cue_row;

extern const pol_cue_row pol_cue_rows[];
extern const size_t pol_cue_count;

#endif
