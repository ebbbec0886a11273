/* question.c - the words that a question begins with, and those that ask for policy as such:
 * they need not match where others say what is asked about.
 *
 *   what is our policy on trans rights     trans, rights
 *   did conference vote on hs2             hs2
 *   motions about pay                      pay
 *   who pays for care                      pays, care
 *   was motion 12 of 2015 carried          motion 12 of 2015, and carried */
#include "search/query/build.h"

static const char *const opening[] = {"what", "whats", "which",  "when", "where", "who",
                                      "how",  "why",   "did",    "do",   "does",  "has",
                                      "have", "had",   "is",     "are",  "was",   "were",
                                      "can",  "could", "should", "will", "would", NULL};

/* Behind these a verb is one. */
static const char *const helping[] = {"did", "do", "does", "has", "have", "had", NULL};

static const char *const asked_for[] = {
    "policy",   "policies",  "position", "positions", "stance",     "view",
    "views",    "line",      "motion",   "motions",   "resolution", "resolutions",
    "decision", "decisions", "vote",     "votes",     NULL};

static const char *const asked[] = {"conference", "conferences", "congress",
                                    "union",      "unions",      NULL};

static const char *const doing[] = {
    "vote",      "voted",   "decide",  "decided", "agree",  "agreed",  "support",
    "supported", "oppose",  "opposed", "say",     "said",   "pass",    "passed",
    "carry",     "carried", "adopt",   "adopted", "debate", "debated", "discuss",
    "discussed", "back",    "backed",  "got",     "last",   NULL};

/* What may end a question about a motion that has a number. */
static const char *const fates[] = {
    "about",     "say",      "carried",    "passed", "pass",   "agreed", "lost",    "fall", "fell",
    "withdrawn", "remitted", "composited", "carry",  "called", "policy", "debated", NULL};

static const char *const about[] = {"on",      "about",  "regarding", "concerning", "re",
                                    "towards", "toward", "against",   NULL};

static bool is_among(const pol_node *root, size_t at, const char *const *words)
{
    if (at >= root->child_count || root->children[at]->type != POL_NODE_WORD)
        return false;
    for (; *words; words++)
        if (pol_span_equal(root->children[at]->word, pol_span_of(*words)))
            return true;
    return false;
}

static bool is_common(const pol_node *root, size_t at)
{
    return at < root->child_count && root->children[at]->type == POL_NODE_WORD &&
           root->children[at]->is_stop_word;
}

/* "policy on", whoever asks. */
static bool is_policy(const pol_node *root, size_t at)
{
    return is_among(root, at, asked_for) && is_among(root, at + 1, about);
}

/* "What happened to" */
static const char *const happening[] = {"happened", "happens", "became", "becomes", NULL};

/* Does a question go on so, or ends its beginning here? */
static bool goes_on(const pol_node *root, size_t at, bool is_question, bool has_helped)
{
    if (is_policy(root, at))
        return true;
    if (is_among(root, at, asked))
        return is_policy(root, at + 1) ||
               (is_question && (is_common(root, at + 1) || is_among(root, at + 1, doing) ||
                                is_among(root, at + 1, asked_for)));
    if (is_among(root, at, doing) && has_helped)
        return true;
    if (at && is_among(root, at, about))
        return is_among(root, at - 1, asked_for) || is_among(root, at - 1, doing);
    return is_question && (is_among(root, at, happening) ||
                           (is_among(root, at, asked_for) && is_common(root, at + 1)));
}

/* How many words the beginning has. */
static size_t measure(const pol_node *root)
{
    bool is_question = is_among(root, 0, opening), has_helped = false;
    size_t at = 0;
    for (; at < root->child_count; at++) {
        has_helped |= is_among(root, at, helping);
        if (!is_common(root, at) && !(at == 0 && is_question) &&
            !goes_on(root, at, is_question, has_helped))
            break;
    }
    return at;
}

static size_t count_content(const pol_node *root, size_t from)
{
    size_t count = 0;
    for (size_t i = from; i < root->child_count; i++)
        count += pol_group_has_content(root->children[i]);
    return count;
}

/* WHO is an organisation, and beside one word more may be a band. */
static bool may_begin(const pol_node *root)
{
    enum { BESIDE_WHO = 2 };
    const pol_node *first = root->children[0];
    if (first->type != POL_NODE_WORD || !pol_span_equal(first->word, POL_SPAN("who")))
        return true;
    return !pol_span_equal(first->typed, POL_SPAN("WHO")) && count_content(root, 1) >= BESIDE_WHO;
}

void pol_group_settle_question(pol_node *root)
{
    if (!root || root->type != POL_NODE_AND || !may_begin(root))
        return;
    size_t size = measure(root);
    if (count_content(root, size) == 0)
        return;
    for (size_t i = 0; i < size; i++)
        pol_node_child(root, i)->is_stop_word = true;
}

void pol_question_strip(const pol_node *const **words, size_t *count)
{
    const pol_node list = {.children = *words, .child_count = *count};
    size_t first = 0, last = *count;
    while (first < last && (is_common(&list, first) || (first == 0 && is_among(&list, 0, opening))))
        first++;
    if (first && is_among(&list, 0, opening) && first < last && is_among(&list, last - 1, fates))
        last--;
    *words += first;
    *count = last - first;
}
