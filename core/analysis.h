/* analysis.h - text to tokens: the one way in which documents and queries are cut
 * into words. What a query can find is what this says.
 *
 * UTF-8 in, tokens with byte offsets into that text out, so that highlights are
 * exact. Invalid UTF-8 separates words and never fails. NFKC, case folding (Unicode
 * full folding), accents removed; apostrophes inside words, straight or curly, are
 * dropped from the exact word (the stem sees them, so "union's" stems to "union");
 * soft hyphens, zero-width characters and a hyphen at a line's end are joined.
 * Stems: Snowball through libstemmer, kept in a bounded word cache.
 *
 * Positions count words from 1. A hyphenated compound ("co-operation", "well-being",
 * "inter-\nnational") stands at ONE position and yields several tokens there: the
 * closed-up word first ("cooperation"), then its parts ("co", "operation"). So it is
 * found as one word, as its parts, and in phrases with its neighbours. A hyphen
 * between numbers ("16-17", "2010-2015") only separates.
 *
 * One token each: N.H.S. = "nhs", U.K. = "uk"; "£3.8bn" = "3.8bn"; "1,500" = "1500";
 * "P.18.1" = "p.18.1"; "75.1", "1A.1", "s.31". Plural acronyms: "STPs", "HWBs", "GPs"
 * stem as "STP", "HWB", "GP" (by their capitals; see other_stem for a lower-case
 * query), and "1980s" as "1980". A full stop between words only separates
 * ("work.They", "www.example.org"), so do @, /, &, _ and dashes; superscript digits are
 * footnote marks and separate too. A capitalised word glued to a number is one of its
 * own ("1Word"), but for units ("3Bn"). Symbols and emoji are no words.
 *
 * Scripts without spaces (Han, kana, Thai, Lao, Tibetan, Myanmar, Khmer): each character
 * is a word, so that a quoted phrase finds a run of them. So are fractions ("½" = "1/2")
 * and circled numbers.
 *
 * Words longer than POL_WORD_MAX bytes after folding are cut there, at a character,
 * the same for documents and queries; the token still covers all of it. A compound
 * has at most 16 parts, more are another one.
 *
 * An analyser belongs to one thread. Sources: Unicode NFKC and case folding
 * (utf8proc), Snowball English (Porter2). */
#ifndef POL_CORE_ANALYSIS_H
#define POL_CORE_ANALYSIS_H

#include <stdint.h>

#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_WORD_MAX = 64 }; /* bytes of an exact word or a stem */

typedef struct pol_analyser pol_analyser;

typedef struct pol_token {
    uint32_t start, end; /* bytes of the text this token covers */
    uint32_t position;   /* from 1; a compound's tokens share one */
    pol_span word;       /* exact: folded, 1..POL_WORD_MAX bytes */
    pol_span stem;       /* 1..POL_WORD_MAX bytes */
    pol_span other_stem; /* a second reading for queries in lower case: "stps" -> "stp",
                            "gps" -> "gp"; absent otherwise. Documents ignore it. */
    uint8_t part;        /* 0: a simple word or the closed-up compound; 1, 2, ...: a
                            part of the compound at this position */
    uint8_t part_count;  /* parts of the compound; 0 for a simple word */
} pol_token;

/* `language` is an ISO 639-1 code that libstemmer knows ("en"), or NULL for no
 * stemming (stem == word). Fails: POL_NOMEM, POL_UNSUPPORTED (no such language). */
POL_MUST_CHECK pol_status pol_analyser_new(const char *language, pol_analyser **ret_analyser,
                                           pol_error *reterr);
void pol_analyser_free(pol_analyser *analyser); /* NULL is allowed */

/* Starts on `text`, which must stay until the last token is read. At most 4 GiB - 1:
 * more is cut there. */
void pol_analyser_begin(pol_analyser *analyser, pol_span text);

/* The next token; false at the end. The token's spans stay valid until the next call
 * of pol_analyser_next(), _begin() or _free(). Never fails: where memory for the cache
 * is refused it works without. */
bool pol_analyser_next(pol_analyser *analyser, pol_token *ret_token);

/* The same, but may pass over words of ASCII letters that begin with none of those for which
 * `firsts` is true, small ones standing for capitals, too: English stems begin as their words do.
 * What is passed over counts for positions. */
bool pol_analyser_next_of(pol_analyser *analyser, const bool firsts[256], pol_token *ret_token);

/* Is `word` (an exact word as in pol_token) an English stop word, which weighs
 * nothing in a loose query? Safe in any thread. */
bool pol_is_stop_word(pol_span word);

/* Where the z stands in an exact word that ends in -ize, -ized, -ization and the like; 0: in no
 * such word. English spells most of them with an s too. Safe in any thread. */
size_t pol_word_ize(pol_span word);

/* Does the text look like words of no use for stemming: is more than a third of its
 * letters outside the Latin script? Safe in any thread. */
bool pol_text_is_foreign(pol_span text);

/* Folds a short string as words are folded (NFKC, case, accents, apostrophes), each
 * run of white space and punctuation to one space, trimmed: what labels, conference
 * names and numbers are compared by. Writes at most `size` bytes with the NUL,
 * cut at a character; returns the bytes written without it. Safe in any thread. */
size_t pol_fold_label(pol_span text, char *buffer, size_t size);

#ifdef __cplusplus
}
#endif
#endif
