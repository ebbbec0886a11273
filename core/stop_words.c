/* stop_words.c - English function words, which weigh nothing in a loose query.
 *
 * Exact words as analysis.h makes them: lower case, without apostrophes. "no" and
 * "not" are here: alone they find nearly everything. Words that also name something
 * ("us" the country, "may" the month, "who" the health organisation) are not. */
#include <stdlib.h>

#include "core/analysis.h"

/* Sorted by bytes: searched by halving. */
static const char *const stop_words[] = {
    "a",          "about",  "above",     "after",  "again",    "against", "all",     "also",
    "am",         "among",  "an",        "and",    "any",      "are",     "arent",   "as",
    "at",         "be",     "because",   "been",   "before",   "being",   "below",   "between",
    "both",       "but",    "by",        "can",    "cannot",   "cant",    "could",   "couldnt",
    "did",        "didnt",  "do",        "does",   "doesnt",   "doing",   "dont",    "down",
    "during",     "each",   "eg",        "either", "etc",      "ever",    "every",   "few",
    "for",        "from",   "further",   "had",    "hadnt",    "has",     "hasnt",   "have",
    "havent",     "having", "he",        "her",    "here",     "hers",    "herself", "him",
    "himself",    "his",    "how",       "i",      "ie",       "if",      "im",      "in",
    "into",       "is",     "isnt",      "it",     "its",      "itself",  "ive",     "just",
    "me",         "might",  "mightnt",   "more",   "most",     "must",    "mustnt",  "my",
    "myself",     "neednt", "neither",   "no",     "nor",      "not",     "of",      "off",
    "on",         "once",   "only",      "onto",   "or",       "other",   "ought",   "oughtnt",
    "our",        "ours",   "ourselves", "out",    "over",     "own",     "per",     "same",
    "shall",      "shant",  "she",       "should", "shouldnt", "so",      "some",    "such",
    "than",       "that",   "thats",     "the",    "their",    "theirs",  "them",    "themselves",
    "then",       "there",  "therefore", "these",  "they",     "theyre",  "this",    "those",
    "through",    "thus",   "to",        "too",    "toward",   "towards", "under",   "until",
    "up",         "upon",   "very",      "via",    "was",      "wasnt",   "we",      "were",
    "werent",     "weve",   "what",      "when",   "where",    "whether", "which",   "while",
    "whilst",     "whom",   "whose",     "why",    "will",     "with",    "within",  "without",
    "wont",       "would",  "wouldnt",   "you",    "your",     "youre",   "yours",   "yourself",
    "yourselves",
};

static int compare(const void *key, const void *row)
{
    return pol_span_compare(*(const pol_span *)key, pol_span_of(*(const char *const *)row));
}

bool pol_is_stop_word(pol_span word)
{
    return bsearch(&word, stop_words, sizeof stop_words / sizeof *stop_words, sizeof *stop_words,
                   compare) != NULL;
}
