/* relation.c - bytes to the ties that a motion states to others. */
#include "document/relation.h"
#include "document/reader.h"
#include "document/recognise.h"
#include "tests/fuzz/fuzz.h"

static void check_relation(const pol_relation *relation)
{
    FUZZ_CHECK(relation->kind < POL_RELATION_COUNT);
    FUZZ_CHECK((relation->number.data && relation->number.size > 0) ||
               (relation->title.data && relation->title.size > 0));
    FUZZ_CHECK(relation->year == 0 || (relation->year >= 1900 && relation->year <= 2099));
    FUZZ_CHECK(!relation->conference_name.data || relation->conference_name.size > 0);
    FUZZ_CHECK(relation->words.data);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_text text = {0};
    pol_document document = {0};
    pol_error error = {0};
    pol_span name = POL_SPAN("a-motion.txt");
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status = pol_read_text(fuzz_span(data, size), &arena, &text, &error);
    if (status == POL_OK)
        status = pol_recognise(&text, name, &arena, &document, &error);
    if (status == POL_OK)
        status = pol_relations_find(&document, &arena, &error);
    fuzz_check_error(status, &error);
    if (status == POL_OK) {
        FUZZ_CHECK(document.standing < POL_STANDING_COUNT);
        FUZZ_CHECK(document.relation_count <= POL_RELATIONS_MAX);
        for (size_t i = 0; i < document.relation_count; i++)
            check_relation(&document.relations[i]);
    }
    pol_arena_done(&arena);
    return 0;
}
