/* candidates.c - see candidates.h.
 *
 * One question for the whole text alone is answered by what thousands of motions begin with
 * ("Motion made, and Question put forthwith"), since short passages score high. So each passage is
 * a question of its own, and counts by how much better a match is than the last that was taken: of
 * passages that are all the same, nothing. */
#include "draft/similar/candidates.h"

#include <stdlib.h>

#include "search/fetch.h"

enum {
    WORDS_MAX = 5000, /* of the text that are looked at: the first */
    PASSAGE_WORDS_MAX = 500,
    QUESTIONS_MAX = 24, /* the whole text, and its longest passages */
    DEPTH_MIN = 20
};

#define SATURATION 1.2 /* of a word's occurrences in the text that is asked about */

static pol_status fail_room(const pol_arena *arena, size_t size, pol_error *reterr)
{
    return pol_arena_is_full(arena, size)
               ? pol_fail(reterr, POL_LIMIT, 0, "the document is too long to be compared")
               : pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing documents");
}

/* --- questions -------------------------------------------------------------------- */

static int by_stem(const void *left, const void *right)
{
    const pol_scan_term *a = left, *b = right;
    return pol_span_compare(a->stem, b->stem);
}

/* Each stem once, with its occurrences, saturated. */
static pol_status make_query(pol_index *index, pol_span text, size_t words_max, pol_arena *arena,
                             pol_scan_query *ret_query, pol_error *reterr)
{
    pol_token token;
    pol_scan_term *terms = NULL;
    size_t count = 0, capacity = 0, distinct = 0;
    pol_analyser_begin(index->analyser, text);
    while (count < words_max && pol_analyser_next(index->analyser, &token)) {
        if (token.part || pol_is_stop_word(token.word))
            continue;
        terms = pol_arena_grow(arena, terms, count, &capacity, sizeof *terms);
        pol_span stem = pol_arena_copy(arena, token.stem);
        if (!terms || !stem.data)
            return fail_room(arena, sizeof *terms, reterr);
        terms[count++] = (pol_scan_term){stem, 1};
    }
    if (count)
        qsort(terms, count, sizeof *terms, by_stem);
    for (size_t i = 0; i < count; i++) {
        if (i && pol_span_equal(terms[i].stem, terms[distinct - 1].stem))
            terms[distinct - 1].weight += 1;
        else
            terms[distinct++] = terms[i];
    }
    for (size_t i = 0; i < distinct; i++)
        terms[i].weight /= terms[i].weight + SATURATION;
    *ret_query = (pol_scan_query){terms, distinct};
    return POL_OK;
}

/* The longest first. */
static int by_length(const void *left, const void *right)
{
    const pol_span *a = left, *b = right;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return a->data < b->data ? -1 : a->data > b->data;
}

static pol_status make_questions(pol_index *index, const pol_document *document, pol_arena *arena,
                                 pol_scan_query queries[QUESTIONS_MAX], size_t *ret_count,
                                 pol_error *reterr)
{
    size_t count = document->passage_count;
    pol_span *texts = pol_arena_array(arena, count + 1, sizeof *texts);
    if (!texts)
        return fail_room(arena, (count + 1) * sizeof *texts, reterr);
    for (size_t i = 0; i < count; i++)
        texts[i] = document->passages[i].text;
    qsort(texts, count, sizeof *texts, by_length);
    pol_status status = make_query(index, document->text, WORDS_MAX, arena, &queries[0], reterr);
    *ret_count = 1;
    for (size_t i = 0; count > 1 && i < count && *ret_count < QUESTIONS_MAX; i++) {
        if (status == POL_OK)
            status =
                make_query(index, texts[i], PASSAGE_WORDS_MAX, arena, &queries[*ret_count], reterr);
        *ret_count += 1;
    }
    return status;
}

/* --- passages to documents -------------------------------------------------------- */

/* A passage that answers a question. */
typedef struct answer {
    xc_docid docid;
    uint32_t question;
    double margin; /* over the last that was taken */
    pol_span id;   /* of its document */
} answer;

static int by_docid(const void *left, const void *right)
{
    const answer *a = left, *b = right;
    return a->docid < b->docid ? -1 : a->docid > b->docid;
}

/* By document and question, the best first. */
static int by_document(const void *left, const void *right)
{
    const answer *a = left, *b = right;
    int order = pol_span_compare(a->id, b->id);
    if (order || a->question != b->question)
        return order ? order : a->question < b->question ? -1 : 1;
    return a->margin > b->margin ? -1 : a->margin < b->margin;
}

static int by_score(const void *left, const void *right)
{
    const pol_similar_candidate *a = left, *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return pol_span_compare(a->id, b->id);
}

/* Where fewer were found than wanted, all of a score counts. */
static size_t list_answers(const pol_scan_hits *hits, size_t count, size_t depth, answer *answers)
{
    size_t listed = 0;
    for (size_t i = 0; i < count; i++) {
        double last = hits[i].count == depth ? hits[i].hits[depth - 1].score : 0;
        for (size_t j = 0; j < hits[i].count; j++)
            if (hits[i].hits[j].score > last)
                answers[listed++] = (answer){.docid = hits[i].hits[j].docid,
                                             .question = (uint32_t)i,
                                             .margin = hits[i].hits[j].score - last};
    }
    return listed;
}

/* In the order of the index, where neighbours are read together. */
static pol_status name_documents(pol_index *index, answer *answers, size_t count, pol_arena *arena,
                                 pol_error *reterr)
{
    pol_fetch fetch;
    uint32_t ordinal;
    pol_fetch_init(&fetch, index, arena);
    qsort(answers, count, sizeof *answers, by_docid);
    for (size_t i = 0; i < count; i++) {
        if (i && answers[i].docid == answers[i - 1].docid) {
            answers[i].id = answers[i - 1].id;
            continue;
        }
        pol_status status =
            pol_fetch_place(&fetch, answers[i].docid, &answers[i].id, &ordinal, reterr);
        if (status != POL_OK)
            return status;
    }
    return POL_OK;
}

/* Each question's best passage of a document counts. */
static size_t sum_documents(answer *answers, size_t count, pol_similar_candidate *found)
{
    size_t documents = 0;
    qsort(answers, count, sizeof *answers, by_document);
    for (size_t i = 0; i < count; i++) {
        bool is_same = i && pol_span_equal(answers[i].id, answers[i - 1].id);
        if (!is_same)
            found[documents++] = (pol_similar_candidate){answers[i].id, answers[i].margin};
        else if (answers[i].question != answers[i - 1].question)
            found[documents - 1].score += answers[i].margin;
    }
    qsort(found, documents, sizeof *found, by_score);
    return documents;
}

pol_status pol_similar_candidates_find(pol_index *index, const pol_document *document, size_t depth,
                                       pol_arena *arena, pol_similar_candidate **ret_candidates,
                                       size_t *ret_count, pol_error *reterr)
{
    pol_scan_query queries[QUESTIONS_MAX];
    pol_scan_hits hits[QUESTIONS_MAX];
    size_t count = 0;
    bool is_cut = false;
    *ret_candidates = NULL;
    *ret_count = 0;
    if (document->passage_count == 0)
        return POL_OK;
    pol_status status = make_questions(index, document, arena, queries, &count, reterr);
    if (status != POL_OK)
        return status;
    depth = depth / count > DEPTH_MIN ? depth / count : DEPTH_MIN;
    depth = depth < POL_SCAN_DEPTH_MAX ? depth : POL_SCAN_DEPTH_MAX;
    status = pol_scan(index, queries, count, depth, 0, arena, hits, &is_cut, reterr);
    if (status != POL_OK)
        return status;
    answer *answers = pol_arena_array(arena, count * depth, sizeof *answers);
    pol_similar_candidate *found = pol_arena_array(arena, count * depth, sizeof *found);
    if (!answers || !found)
        return fail_room(arena, count * depth * sizeof *answers, reterr);
    size_t listed = list_answers(hits, count, depth, answers);
    status = name_documents(index, answers, listed, arena, reterr);
    if (status != POL_OK)
        return status;
    *ret_candidates = found;
    *ret_count = sum_documents(answers, listed, found);
    return POL_OK;
}
