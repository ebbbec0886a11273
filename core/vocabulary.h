/* vocabulary.h - the closed lists of words that documents, index, queries and
 * output share: decisions, kinds of document, kinds of clause, states of text.
 *
 * One table each (vocabulary.c). Codes are lower-case ASCII, never translated and
 * never renamed: they are stored in indexes and printed in machine formats.
 * Everything here is constant: safe in any thread. */
#ifndef POL_CORE_VOCABULARY_H
#define POL_CORE_VOCABULARY_H

#include <stdint.h>

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What conference did. NONE: no decision applies (an article), or for a passage:
 * none of its own. UNKNOWN: a motion whose decision is not stated. */
typedef enum pol_decision {
    POL_DECISION_NONE = 0,
    POL_DECISION_CARRIED,
    POL_DECISION_CARRIED_AMENDED,
    POL_DECISION_CARRIED_PART,
    POL_DECISION_LOST,
    POL_DECISION_FELL,
    POL_DECISION_REMITTED,
    POL_DECISION_REFERRED_BACK,
    POL_DECISION_WITHDRAWN,
    POL_DECISION_COMPOSITED,
    POL_DECISION_NOT_REACHED,
    POL_DECISION_DEFERRED,
    POL_DECISION_OUT_OF_ORDER,
    POL_DECISION_UNKNOWN,
    POL_DECISION_COUNT
} pol_decision;

/* "carried_amended"; NULL for NONE. */
const char *pol_decision_code(pol_decision decision);
/* For people: "carried as amended", "decision not stated"; "" for NONE. */
const char *pol_decision_label(pol_decision decision);
/* One sentence that explains the word to a newcomer; "" for NONE. */
const char *pol_decision_help(pol_decision decision);
/* Is it carried, carried_amended or carried_part: policy (`decision:policy`)? */
bool pol_decision_is_policy(pol_decision decision);
/* The decision with this code, exactly; NONE if there is none. */
pol_decision pol_decision_from_code(pol_span code);

/* What a decision phrase says: "Carried as Amended", "agreed to", "NOT CARRIED",
 * "carried unanimously", "Referred to the NEC". The whole of `words` must be such a
 * phrase (case, spaces, a closing full stop aside); anything else, and look-alikes
 * such as "Support", "Amended: No", "stands", "lost business" as an adjective of
 * something else, is NONE. Nothing is guessed. A subject, how the vote went and when
 * may be part of it ("The motion was carried by 45 votes to 12 on 4 May 2031"), an
 * amendment as subject may not. Codes are understood ("carried_amended"). */
pol_decision pol_decision_from_words(pol_span words);
/* Is there a word in `text` that a decision phrase could start with? Takes no time, and
 * most texts have none; true says nothing more. */
bool pol_decision_may_hold(pol_span text);
/* Could one stand at the start of `text`? The same, of its first word. */
bool pol_decision_may_start(pol_span text);
/* The same, and of the second where an article is the first: could pol_decision_from_words() know
 * `text`, or a part of it that starts where it does? */
bool pol_decision_may_begin(pol_span text);
/* Do these know the first word of each phrase of the table? For the test. */
bool pol_decision_words_are_listed(void);
/* The same for the value of a field or column that is known to hold decisions: there
 * the bare nouns "Resolution" (carried), "Amended Resolution" and "Remit" decide too.
 * Elsewhere those are headings and mandates. */
pol_decision pol_decision_from_value(pol_span words);

typedef enum pol_kind {
    POL_KIND_MOTION = 0,
    POL_KIND_COMPOSITE,
    POL_KIND_AMENDMENT,
    POL_KIND_EMERGENCY,
    POL_KIND_RULE_CHANGE,
    POL_KIND_STATEMENT,
    POL_KIND_ARTICLE,
    POL_KIND_OTHER,
    POL_KIND_COUNT
} pol_kind;

const char *pol_kind_code(pol_kind kind);  /* "rule_change" */
const char *pol_kind_label(pol_kind kind); /* "rule change" */
/* By code or label, ASCII case folded; POL_KIND_COUNT if there is none. */
pol_kind pol_kind_from_code(pol_span code);
/* Does conference decide on this kind? False for article and other. */
bool pol_kind_is_decided(pol_kind kind);

typedef enum pol_clause {
    POL_CLAUSE_PREAMBLE = 0,
    POL_CLAUSE_NOTES,
    POL_CLAUSE_BELIEVES,
    POL_CLAUSE_RESOLVES,
    POL_CLAUSE_AMENDMENT,
    POL_CLAUSE_RATIONALE,
    POL_CLAUSE_ARTICLE,
    POL_CLAUSE_OTHER,
    POL_CLAUSE_COUNT
} pol_clause;

const char *pol_clause_code(pol_clause clause);
pol_clause pol_clause_from_code(pol_span code); /* POL_CLAUSE_COUNT if there is none */

typedef enum pol_text_state {
    POL_TEXT_STATE_UNKNOWN = 0,
    POL_TEXT_STATE_SUBMITTED,
    POL_TEXT_STATE_AS_AMENDED,
    POL_TEXT_STATE_COUNT
} pol_text_state;

/* Does it still hold? Only from what texts say, or a union's own rule that policy lapses. */
typedef enum pol_standing {
    POL_STANDING_UNSTATED = 0,
    POL_STANDING_CURRENT,
    POL_STANDING_SUPERSEDED,
    POL_STANDING_LAPSED,
    POL_STANDING_COUNT
} pol_standing;

const char *pol_standing_code(pol_standing standing);
pol_standing pol_standing_from_code(pol_span code); /* COUNT if there is none */

/* What one document is to another. The second of each pair is never stated by a text of the
 * first document but follows from the other's. */
typedef enum pol_relation_kind {
    POL_RELATION_COMPOSITE_OF = 0,
    POL_RELATION_COMPOSITED_IN,
    POL_RELATION_AMENDS,
    POL_RELATION_AMENDED_BY,
    POL_RELATION_FALLS_IF, /* if the other is carried */
    POL_RELATION_FELLS,
    POL_RELATION_SUPERSEDES,
    POL_RELATION_SUPERSEDED_BY,
    POL_RELATION_REAFFIRMS,
    POL_RELATION_REAFFIRMED_BY,
    POL_RELATION_COUNT
} pol_relation_kind;

const char *pol_relation_code(pol_relation_kind kind);   /* "composite_of" */
const char *pol_relation_label(pol_relation_kind kind);  /* "composite of" */
pol_relation_kind pol_relation_from_code(pol_span code); /* COUNT if there is none */
pol_relation_kind pol_relation_inverse(pol_relation_kind kind);

const char *pol_text_state_code(pol_text_state state);
pol_text_state pol_text_state_from_code(pol_span code); /* COUNT if there is none */

#ifdef __cplusplus
}
#endif
#endif
