/* contracted.c - see contracted.h. */
#include "draft/contracted.h"

static const pol_contracted contracted[] = {
    {"arent", "are", "are", "not"},       {"cant", NULL, NULL, "cannot"},
    {"couldnt", "could", "could", "not"}, {"didnt", "did", "did", "not"},
    {"doesnt", "does", "doe", "not"},     {"dont", "do", "do", "not"},
    {"hadnt", "had", "had", "not"},       {"hasnt", "has", "has", "not"},
    {"havent", "have", "have", "not"},    {"isnt", "is", "is", "not"},
    {"mightnt", "might", "might", "not"}, {"mustnt", "must", "must", "not"},
    {"neednt", "need", "need", "not"},    {"oughtnt", "ought", "ought", "not"},
    {"shant", "shall", "shall", "not"},   {"shouldnt", "should", "should", "not"},
    {"wasnt", "was", "was", "not"},       {"werent", "were", "were", "not"},
    {"wont", "will", "will", "not"},      {"wouldnt", "would", "would", "not"},
};

const pol_contracted *pol_contracted_find(pol_span word)
{
    if (word.size < 4 || word.data[word.size - 1] != 't' || word.data[word.size - 2] != 'n')
        return NULL; /* nearly all words */
    for (size_t i = 0; i < sizeof contracted / sizeof *contracted; i++)
        if (pol_span_equal(word, pol_span_of(contracted[i].word)))
            return &contracted[i];
    return NULL;
}

size_t pol_contracted_split(pol_span written)
{
    size_t at = written.size;
    while (at > 0 && (written.data[at - 1] | 0x20) != 'n')
        at--;
    return at > 0 ? at - 1 : 0;
}

bool pol_is_contracted_not(pol_span written)
{
    if (written.size < 2 || (written.data[0] | 0x20) != 'n' ||
        (written.data[written.size - 1] | 0x20) != 't')
        return false;
    unsigned char second = (unsigned char)written.data[1];
    return written.size == 2 || second == '\'' || second >= 0xE2; /* curly, or lost */
}
