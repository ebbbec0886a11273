/* profile.h - a union's own rules: the file polsearch.yaml at the top of a folder that is indexed.
 *
 *     lapse_after_years: 5    # policy lapses at the end of the fifth year after its conference,
 *                             # unless conference reaffirmed it since
 *
 * Nothing is known of a rule that is not stated: without it no policy lapses. One thread. */
#ifndef POL_INDEXER_PROFILE_H
#define POL_INDEXER_PROFILE_H

#include "document/join.h"
#include "indexer/ledger.h"

#define POL_PROFILE_NAME "polsearch.yaml"
enum { POL_LAPSE_YEARS_MAX = 100 };

/* The rules of one root. */
typedef struct pol_profile {
    uint32_t root;
    int lapse_after_years; /* 0: policy does not lapse */
} pol_profile;

/* Of the folder at `path` (NUL-terminated); all zero where it has none.
 * Fails: POL_IO, POL_LIMIT, POL_NOMEM, POL_FORMAT (no YAML, or no number of years: the text
 * says so). */
POL_MUST_CHECK pol_status pol_profile_read(const char *path, pol_arena *arena,
                                           pol_profile *ret_profile, pol_error *reterr);

/* Those that the index knows; in `arena`. */
POL_MUST_CHECK pol_status pol_profiles_load(xc_reader *reader, pol_arena *arena,
                                            pol_profile **ret_profiles, size_t *ret_count,
                                            pol_error *reterr);
/* Keeps one; *ret_is_new where the index knew another. A ledger without a writer is left as it is,
 * also below. */
POL_MUST_CHECK pol_status pol_profile_record(pol_ledger *ledger, const pol_profile *profile,
                                             bool *ret_is_new, pol_error *reterr);
/* Notes in which year standings were worked out; *ret_is_new where it was another. */
POL_MUST_CHECK pol_status pol_profile_record_year(pol_ledger *ledger, int year, bool *ret_is_new,
                                                  pol_error *reterr);

/* The last year in which a policy of `year` stands that was last reaffirmed in `reaffirmed`
 * (0: never); 0 where the profile has no such rule. */
int pol_profile_lapses_after(const pol_profile *profile, int year, int reaffirmed);
/* Sets in what is said of a document the year after which it lapses by the rule, and that it has
 * lapsed, unless its own text or another says how it stands. Only policy lapses. */
void pol_profile_let_lapse(const pol_profile *profile, int this_year, const pol_document *document,
                           pol_overlay *overlay);
/* By the machine's clock. */
int pol_this_year(void);

#endif
