/* outcome.c - bytes to the outcomes that a report states: as plain text, or as a web page where
 * they look so. */
#include "document/outcome.h"
#include "document/reader.h"
#include "tests/fuzz/fuzz.h"

static void check_outcome(const pol_outcome *outcome)
{
    FUZZ_CHECK(outcome->kind < POL_KIND_COUNT);
    FUZZ_CHECK(outcome->decision < POL_DECISION_COUNT);
    FUZZ_CHECK(outcome->decision != POL_DECISION_UNKNOWN);
    FUZZ_CHECK(outcome->words.data && outcome->words.size > 0);
    FUZZ_CHECK(outcome->line_text.data);
    FUZZ_CHECK((outcome->number.data && outcome->number.size > 0) ||
               (outcome->title.data && outcome->title.size > 0));
    FUZZ_CHECK(outcome->point_count <= POL_OUTCOME_POINTS_MAX);
    FUZZ_CHECK(outcome->year == 0 || (outcome->year >= 1900 && outcome->year <= 2099));
    for (size_t i = 0; i < outcome->point_count; i++) {
        FUZZ_CHECK(outcome->points[i].label.data && outcome->points[i].label.size > 0);
        FUZZ_CHECK(outcome->points[i].decision > POL_DECISION_NONE &&
                   outcome->points[i].decision < POL_DECISION_UNKNOWN);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_text text = {0};
    pol_outcomes outcomes = {0};
    pol_error error = {0};
    pol_span bytes = fuzz_span(data, size), name = POL_SPAN("report.txt");
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status = pol_read(pol_format_detect(name, bytes), bytes, &arena, &text, &error);
    if (status == POL_OK)
        status = pol_outcomes_find(&text, &arena, &outcomes, &error);
    fuzz_check_error(status, &error);
    FUZZ_CHECK(!outcomes.is_report || outcomes.count > 0);
    FUZZ_CHECK(outcomes.count <= POL_OUTCOMES_MAX);
    for (size_t i = 0; i < outcomes.count; i++) {
        check_outcome(&outcomes.items[i]);
        FUZZ_CHECK(i == 0 || outcomes.items[i].line >= outcomes.items[i - 1].line ||
                   text.is_markup);
    }
    pol_arena_done(&arena);
    return 0;
}
