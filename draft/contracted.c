/* contracted.c - see contracted.h. */
#include "draft/contracted.h"

static const pol_contracted contracted[] = {
    {"arent", "are", "are"},       {"cant", NULL, NULL},
    {"couldnt", "could", "could"}, {"didnt", "did", "did"},
    {"doesnt", "does", "doe"},     {"dont", "do", "do"},
    {"hadnt", "had", "had"},       {"hasnt", "has", "has"},
    {"havent", "have", "have"},    {"isnt", "is", "is"},
    {"mightnt", "might", "might"}, {"mustnt", "must", "must"},
    {"neednt", "need", "need"},    {"oughtnt", "ought", "ought"},
    {"shant", "shall", "shall"},   {"shouldnt", "should", "should"},
    {"wasnt", "was", "was"},       {"werent", "were", "were"},
    {"wont", "will", "will"},      {"wouldnt", "would", "would"},
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
