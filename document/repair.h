/* repair.h - undoing what wrong conversions did to text that is now valid UTF-8. */
#ifndef POL_DOCUMENT_REPAIR_H
#define POL_DOCUMENT_REPAIR_H

#include "core/buffer.h"
#include "document/to_utf8.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_repairs {
    pol_tally rereads;  /* UTF-8 that was read as Windows-1252, Latin-1 or MacRoman and
                           saved again, also twice: "â€™" */
    pol_tally controls; /* Windows-1252 punctuation that became C1 control characters */
    pol_tally quotes;   /* quotes of GBK or MacRoman shown as Windows-1252: "donÕt", "¡¯" */
} pol_repairs;

/* Repairs what is certain: a whole character must come out, and one that such texts hold.
 * Returns the text, which is `utf8` itself where nothing was to be done, else in one of
 * the two buffers (empty ones; ask both for their status). */
pol_span pol_repair_text(pol_span utf8, pol_buffer *first, pol_buffer *second,
                         pol_repairs *ret_repairs);

/* What is doubtful and stays as it is. */
typedef struct pol_damage {
    pol_tally unreadable;  /* U+FFFD in the text */
    pol_tally half_quotes; /* "â€" whose rest is lost */
    pol_tally controls;    /* control characters inside words: lost ligatures, mostly */
    pol_tally ligatures;   /* words that lack "fi" or "fl": "signi cant" */
} pol_damage;

void pol_damage_find(pol_span utf8, pol_damage *ret_damage);

#ifdef __cplusplus
}
#endif
#endif
