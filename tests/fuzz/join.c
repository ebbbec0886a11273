/* join.c - bytes to documents and outcomes that have much in common, joined in two orders. */
#include "document/join.h"

#include "tests/fuzz/fuzz.h"
#include "tests/unit/document/join_same.h"

enum { DOCUMENTS_MAX = 24, OUTCOMES_MAX = 24, RELATIONS_MAX = 3, POINTS_MAX = 3, PASSAGES_MAX = 4 };

/* Words and numbers that are alike in ways that matter; NULL is absent. */
static const char *const numbers[] = {
    NULL,
    "1",
    "01",
    "Motion 1",
    "2",
    "1.1",
    "Amendment 1.1",
    "1A.1",
    "EM1",
    "E1",
    "Emergency Motion 1",
    "Composite A",
    "A",
    "Comp 1",
    "Late motion 1",
    "0",
    "Composite",
};
static const char *const titles[] = {
    NULL,
    "Mugs",
    "Mugs & cups",
    "Mugs and cups",
    "Mugs and cups for all",
    "The mugs, the cups",
    "Better mugs in all of the offices",
    "Better mugs in all of our offices",
    "Tea 2030",
    "Tea 2031",
    "North branch",
};
static const char *const conferences[] = {"Tea Conference", "Tea", "Coffee & Cake", NULL};
static const char *const labels[] = {"1", "1)", "2", "(b)", "2 b", ""};
static const char *const ids[] = {NULL, "one", "two", "three", "four", "five"};

/* Choices, taken from the bytes; behind their end all are the first. */
typedef struct choices {
    const uint8_t *data;
    size_t size, at;
} choices;

static size_t choose(choices *from, size_t count)
{
    return from->at < from->size ? from->data[from->at++] % count : 0;
}

/* One of the list, or some of the bytes themselves. */
static pol_span choose_text(choices *from, const char *const *list, size_t count)
{
    size_t chosen = choose(from, count + 1), size;
    if (chosen < count)
        return pol_span_of(list[chosen]);
    size = choose(from, 12);
    if (size > from->size - from->at)
        size = from->size - from->at;
    from->at += size;
    return pol_span_make((const char *)from->data + from->at - size, size);
}

#define CHOOSE(from, list) choose_text((from), (list), sizeof(list) / sizeof *(list))

typedef struct scene {
    pol_document documents[DOCUMENTS_MAX];
    pol_relation relations[DOCUMENTS_MAX][RELATIONS_MAX];
    pol_passage passages[DOCUMENTS_MAX][PASSAGES_MAX];
    pol_submitter movers[DOCUMENTS_MAX];
    pol_join_outcome outcomes[OUTCOMES_MAX];
    pol_outcome_point points[OUTCOMES_MAX][POINTS_MAX];
    size_t document_count, outcome_count;
} scene;

static void make_document(scene *all, choices *from)
{
    size_t at = all->document_count++;
    pol_document *document = &all->documents[at];
    document->kind = (pol_kind)choose(from, POL_KIND_COUNT);
    document->number.text = CHOOSE(from, numbers);
    document->title.text = CHOOSE(from, titles);
    document->conference_name = CHOOSE(from, conferences);
    document->year = 2031 - (int)choose(from, 3);
    document->decision =
        choose(from, 2) ? POL_DECISION_UNKNOWN : (pol_decision)choose(from, POL_DECISION_COUNT);
    document->id.text = CHOOSE(from, ids);
    all->movers[at].name = CHOOSE(from, titles);
    document->submitters = &all->movers[at];
    document->submitter_count = choose(from, 2);
    document->decision_raw.origin = (uint8_t)choose(from, POL_ORIGIN_COUNT);
    document->relations = all->relations[at];
    document->relation_count = choose(from, RELATIONS_MAX + 1);
    for (size_t i = 0; i < document->relation_count; i++)
        document->relations[i] = (pol_relation){
            .kind = (uint8_t)choose(from, POL_RELATION_COUNT),
            .number = CHOOSE(from, numbers),
            .title = CHOOSE(from, titles),
            .year = choose(from, 2) ? 2031 : 0,
        };
    document->passages = all->passages[at];
    document->passage_count = choose(from, PASSAGES_MAX + 1);
    for (size_t i = 0; i < document->passage_count; i++)
        document->passages[i] = (pol_passage){
            .label = CHOOSE(from, labels),
            .depth = (uint8_t)choose(from, 6),
            .clause = (uint8_t)choose(from, POL_CLAUSE_COUNT),
        };
}

static void make_outcome(scene *all, choices *from)
{
    size_t at = all->outcome_count++;
    pol_outcome *outcome = &all->outcomes[at].outcome;
    outcome->kind = (uint8_t)choose(from, POL_KIND_COUNT);
    outcome->number = CHOOSE(from, numbers);
    outcome->title = CHOOSE(from, titles);
    outcome->conference_name = CHOOSE(from, conferences);
    outcome->year = 2031 - (int)choose(from, 3);
    outcome->decision = (uint8_t)choose(from, POL_DECISION_COUNT);
    outcome->words = CHOOSE(from, titles);
    outcome->composite = choose(from, 4) ? pol_span_make(NULL, 0) : CHOOSE(from, numbers);
    outcome->referral = choose(from, 4) ? pol_span_make(NULL, 0) : CHOOSE(from, titles);
    outcome->points = all->points[at];
    outcome->point_count = choose(from, POINTS_MAX + 1);
    for (size_t i = 0; i < outcome->point_count; i++)
        outcome->points[i] = (pol_outcome_point){
            CHOOSE(from, labels), (uint8_t)(1 + choose(from, POL_DECISION_COUNT - 1))};
    outcome->line = (uint32_t)choose(from, 3);
    all->outcomes[at].file = pol_span_of(choose(from, 2) ? "a.txt" : "b.txt");
    if (!choose(from, 8))
        all->outcomes[at].assigned = CHOOSE(from, ids);
}

static pol_joined join(const pol_document *const *documents, const scene *all,
                       const pol_join_outcome *outcomes, pol_arena *arena)
{
    pol_error error = {0};
    pol_joined joined;
    pol_status status = pol_join(documents, all->document_count, outcomes, all->outcome_count,
                                 arena, &joined, &error);
    fuzz_check_error(status, &error);
    FUZZ_CHECK(status == POL_OK);
    return joined;
}

/* Nothing is decided that nobody stated. */
static void check_decision(const pol_document *document, const pol_overlay *overlay)
{
    bool is_stated = overlay->decision == document->decision ||
                     overlay->decision == POL_DECISION_UNKNOWN ||
                     overlay->decision == POL_DECISION_COMPOSITED;
    for (size_t i = 0; i < overlay->source_count; i++)
        is_stated = is_stated || overlay->sources[i].decision == overlay->decision;
    FUZZ_CHECK(is_stated);
    FUZZ_CHECK(overlay->is_decided == (overlay->decision != document->decision));
    bool is_own =
        document->decision != POL_DECISION_NONE && document->decision != POL_DECISION_UNKNOWN;
    if (is_own && overlay->is_decided)
        FUZZ_CHECK(overlay->source_count >= 2);
    if (overlay->source_count > 0 && overlay->is_decided &&
        overlay->decision != POL_DECISION_UNKNOWN && overlay->composite.size == 0)
        FUZZ_CHECK(overlay->sources[0].decision == overlay->decision);
    FUZZ_CHECK(overlay->relation_count >= document->relation_count);
}

static void check_outcomes(const scene *all, const pol_joined *joined)
{
    for (size_t i = 0; i < all->outcome_count; i++) {
        const pol_join_outcome *given = &all->outcomes[i];
        size_t place = joined->outcome_documents[i];
        if (place == (size_t)-1) {
            FUZZ_CHECK(joined->unmatched[i] != POL_UNMATCHED_UNKNOWN_WORDS);
            continue;
        }
        FUZZ_CHECK(place < all->document_count);
        const pol_document *document = &all->documents[place];
        if (given->assigned.size > 0) {
            FUZZ_CHECK(pol_span_equal(document->id.text, given->assigned));
            continue;
        }
        FUZZ_CHECK(document->year == given->outcome.year);
        FUZZ_CHECK(pol_kind_is_decided(document->kind));
        FUZZ_CHECK(given->outcome.number.size > 0 || given->outcome.title.size > 0);
    }
}

/* The same in the opposite order. */
static void check_reversed(const scene *all, const pol_joined *joined, pol_arena *arena)
{
    const pol_document *documents[DOCUMENTS_MAX];
    pol_join_outcome outcomes[OUTCOMES_MAX];
    size_t count = all->document_count, outcome_count = all->outcome_count;
    for (size_t i = 0; i < count; i++)
        documents[i] = &all->documents[count - 1 - i];
    for (size_t i = 0; i < outcome_count; i++)
        outcomes[i] = all->outcomes[outcome_count - 1 - i];
    pol_joined reversed = join(documents, all, outcomes, arena);
    for (size_t i = 0; i < count; i++)
        FUZZ_CHECK(same_overlay(&joined->overlays[i], &reversed.overlays[count - 1 - i]));
    for (size_t i = 0; i < outcome_count; i++) {
        size_t place = joined->outcome_documents[i], other = outcome_count - 1 - i;
        FUZZ_CHECK(reversed.outcome_documents[other] ==
                   (place == (size_t)-1 ? place : count - 1 - place));
        FUZZ_CHECK(reversed.unmatched[other] == joined->unmatched[i]);
    }
}

/* A twin is another document, and what is applied is what the overlay says. */
static void check_applied(scene *all, const pol_joined *joined, pol_arena *arena)
{
    pol_error error = {0};
    for (size_t i = 0; i < all->document_count; i++) {
        const pol_overlay *overlay = &joined->overlays[i];
        size_t twin = joined->twins[i];
        FUZZ_CHECK(twin == (size_t)-1 || (twin < all->document_count && twin != i));
        FUZZ_CHECK(pol_overlay_apply(overlay, arena, &all->documents[i], &error) == POL_OK);
        FUZZ_CHECK(all->documents[i].decision == overlay->decision);
        FUZZ_CHECK(all->documents[i].relation_count == overlay->relation_count);
        FUZZ_CHECK(all->documents[i].doubt_count <= overlay->point_count);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const scene empty;
    scene all = empty;
    choices from = {data, size, 0};
    const pol_document *documents[DOCUMENTS_MAX];
    pol_arena arena;
    while (from.at < size && all.document_count < DOCUMENTS_MAX &&
           all.outcome_count < OUTCOMES_MAX) {
        if (choose(&from, 2))
            make_document(&all, &from);
        else
            make_outcome(&all, &from);
    }
    for (size_t i = 0; i < all.document_count; i++)
        documents[i] = &all.documents[i];
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_joined joined = join(documents, &all, all.outcomes, &arena);
    for (size_t i = 0; i < all.document_count; i++)
        check_decision(&all.documents[i], &joined.overlays[i]);
    check_outcomes(&all, &joined);
    check_reversed(&all, &joined, &arena);
    check_applied(&all, &joined, &arena);
    pol_arena_done(&arena);
    return 0;
}
