/* test_check_write.c - one document as a table, JSON and CSV. */
#include "tests/unit/indexer/folder.h"

#include <jansson.h>

#include "indexer/check.h"

static pol_submitter submitters[] = {{POL_SPAN("Canteen Branch"), false},
                                     {POL_SPAN("Ann Other"), true}};
static pol_passage passages[] = {
    {.ordinal = 1, .clause = POL_CLAUSE_RESOLVES, .text = POL_SPAN("Conference instructs:")},
    {.ordinal = 2,
     .clause = POL_CLAUSE_RESOLVES,
     .lead_in = 1,
     .label = POL_SPAN("1)"),
     .text = POL_SPAN("to buy kettles")},
    {.ordinal = 3,
     .clause = POL_CLAUSE_RESOLVES,
     .lead_in = 1,
     .label = POL_SPAN("2)"),
     .decision = POL_DECISION_LOST,
     .text = POL_SPAN("to sell mugs")},
};

static pol_document motion(void)
{
    pol_document made = {.kind = POL_KIND_MOTION};
    pol_document *document = &made;
    document->id.text = POL_SPAN("k/1");
    document->kind = POL_KIND_MOTION;
    document->title = (pol_value){.text = POL_SPAN("=Kettles, \"now\""), .line = 3};
    document->display_title = document->title.text;
    document->decision = POL_DECISION_UNKNOWN;
    document->submitters = submitters;
    document->submitter_count = 2;
    document->passages = passages;
    document->passage_count = 3;
    return made;
}

/* What is written, NUL-terminated, until the next call. */
static const char *written(pol_check_format format, bool shows_people, pol_span file)
{
    static pol_buffer buffer;
    static char text[8192];
    const pol_spooled spooled = {.document = motion(), .file = file};
    const pol_check_options options = {.format = format, .shows_people = shows_people};
    pol_buffer_init(&buffer, 1 << 20);
    pol_check_write(&buffer, &options, &spooled, NULL, 0);
    assert_int_equal(buffer.status, POL_OK);
    snprintf(text, sizeof text, "%.*s", POL_SPAN_ARGS(pol_buffer_span(&buffer)));
    pol_buffer_done(&buffer);
    return text;
}

static void people_are_shown_only_when_asked_for(void **state)
{
    (void)state;
    for (int format = POL_CHECK_TABLE; format <= POL_CHECK_CSV; format++) {
        const char *text = written((pol_check_format)format, false, POL_SPAN("a.txt"));
        assert_non_null(strstr(text, "Canteen Branch"));
        assert_null(strstr(text, "Ann Other"));
        assert_non_null(
            strstr(written((pol_check_format)format, true, POL_SPAN("a.txt")), "Ann Other"));
    }
}

static void json_states_what_is_there(void **state)
{
    (void)state;
    json_t *object = json_loads(written(POL_CHECK_JSONL, false, POL_SPAN("a.txt")), 0, NULL);
    assert_non_null(object);
    assert_string_equal(json_string_value(json_object_get(object, "file")), "a.txt");
    assert_string_equal(json_string_value(json_object_get(object, "decision")), "unknown");
    assert_true(json_is_null(json_object_get(object, "conference")));
    assert_true(json_is_null(json_object_get(object, "year")));
    json_t *list = json_object_get(object, "passages");
    assert_int_equal(json_array_size(list), 3);
    json_t *led = json_object_get(json_array_get(list, 0), "lead_in_of");
    assert_int_equal(json_array_size(led), 2);
    assert_int_equal(json_integer_value(json_array_get(led, 1)), 3);
    json_t *point = json_array_get(list, 2);
    assert_true(json_is_null(json_object_get(point, "lead_in_of")));
    assert_string_equal(json_string_value(json_object_get(point, "label")), "2)");
    assert_string_equal(json_string_value(json_object_get(point, "decision")), "lost");
    json_decref(object);
}

static void a_name_that_is_no_utf8_is_still_named(void **state)
{
    (void)state;
    json_t *object = json_loads(written(POL_CHECK_JSONL, false, POL_SPAN("a\xff.txt")), 0, NULL);
    assert_non_null(object);
    assert_string_equal(json_string_value(json_object_get(object, "file")), "a\xef\xbf\xbd.txt");
    json_decref(object);
}

static void csv_cells_are_quoted_and_no_formulas(void **state)
{
    (void)state;
    const char *text = written(POL_CHECK_CSV, false, POL_SPAN("a.txt"));
    assert_non_null(strstr(text, "\"'=Kettles, \"\"now\"\"\""));
    assert_int_equal(strncmp(text, "\"a.txt\",\"k/1\",", 14), 0);
    assert_string_equal(text + strlen(text) - 2, "\r\n");
}

/* Those that need none are left out; the others have the place and room for a correction. */
static void a_review_holds_what_needs_a_person(void **state)
{
    (void)state;
    pol_buffer buffer;
    const pol_spooled spooled = {.document = motion(), .file = POL_SPAN("a.txt")};
    const pol_check_options options = {.format = POL_CHECK_CSV, .is_review = true};
    const pol_review_row row = {.problem = POL_PROBLEM_NO_DECISION,
                                .line = 7,
                                .page = 3,
                                .field = "decision",
                                .found = POL_SPAN("held over")};
    pol_buffer_init(&buffer, 1 << 20);
    pol_check_write(&buffer, &options, &spooled, NULL, 0);
    assert_int_equal(buffer.size, 0);
    pol_check_write(&buffer, &options, &spooled, &row, 1);
    assert_true(pol_span_ends(pol_buffer_span(&buffer),
                              POL_SPAN("\"7\",\"3\",\"no_decision\",\"decision\",\"held over\","
                                       "\"\",\"\",\"\",\"\"\r\n")));
    pol_buffer_done(&buffer);
}

static void a_table_names_the_line_and_steers_no_terminal(void **state)
{
    (void)state;
    const char *text = written(POL_CHECK_TABLE, false, POL_SPAN("\x1b[2Ja.txt"));
    assert_null(strchr(text, '\x1b'));
    assert_non_null(strstr(text, "(line 3)"));
    assert_non_null(strstr(text, "3 ("));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_are_shown_only_when_asked_for),
        cmocka_unit_test(json_states_what_is_there),
        cmocka_unit_test(a_name_that_is_no_utf8_is_still_named),
        cmocka_unit_test(csv_cells_are_quoted_and_no_formulas),
        cmocka_unit_test(a_review_holds_what_needs_a_person),
        cmocka_unit_test(a_table_names_the_line_and_steers_no_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
