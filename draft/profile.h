/* profile.h - what one union asks of a motion, from a YAML file, and remarks on a draft by it.
 *
 *   motion:
 *     words_max: 250
 *     ...
 *
 * docs/drafts.md describes every key. Limits are off where the file does not set them; remarks on
 * acronyms, and on points that plainly instruct nobody, are on where it does not turn them off. */
#ifndef POL_DRAFT_PROFILE_H
#define POL_DRAFT_PROFILE_H

#include <stdint.h>

#include "core/arena.h"
#include "core/error.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_profile {
    pol_span name;            /* of the union or conference; absent: not stated */
    uint32_t words_max;       /* of the motion's text, its title not counted; 0: no limit */
    uint32_t title_words_max; /* 0: no limit */
    uint32_t points_max;      /* action points; 0: no limit */
    bool needs_body;          /* action points must say who is to act */
    bool ignores_bodies;      /* no remark even on those that plainly do not: needs_body: no */
    const pol_span *bodies;   /* who may be instructed: "National Executive Council" */
    size_t body_count;
    const pol_span *known_acronyms; /* that need no spelling out: "NHS" */
    size_t known_acronym_count;
    bool ignores_acronyms; /* acronyms.check: no */
} pol_profile;

/* A remark on the draft itself. */
typedef enum pol_aid_kind {
    POL_AID_ACRONYM = 0, /* "acronym": used, not spelt out */
    POL_AID_LENGTH,      /* "length" */
    POL_AID_NOBODY,      /* "nobody_instructed" */
    POL_AID_COUNT
} pol_aid_kind;

const char *pol_aid_code(pol_aid_kind kind);

typedef struct pol_aid {
    pol_aid_kind kind;
    uint32_t clause; /* number of the clause; 0: the draft as a whole */
    pol_span word;   /* what it is about: "STP"; absent: none */
    pol_span text;   /* one sentence: what was noticed, and what to do */
} pol_aid;

/* The text of a profile; `name` is for messages. Everything is in the arena. Fails: POL_FORMAT,
 * POL_USAGE (reterr->at = line: a key that is none, or stated twice; a value that is no number),
 * POL_LIMIT, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_profile_parse(pol_span yaml, const char *name, pol_arena *arena,
                                            pol_profile *ret_profile, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
