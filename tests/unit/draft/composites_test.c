/* composites_test.c - motions of conferences to groups that ask for the same, and these as text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "draft/composites/common.h"
#include "draft/composites/motions.h"
#include "tests/unit/search/fixture.h"

enum { CROWD = 130, MANY = POL_COMPOSITE_MOTIONS_MAX + 1 };

static fixture fix;
static pol_index *index_;
static pol_error error;

/* --- motions -------------------------------------------------------------------------------- */

#define ASKS(words)                                                                                \
    {                                                                                              \
        words, NULL, POL_CLAUSE_RESOLVES, POL_DECISION_NONE, 0                                     \
    }
#define OF(name) .conference_name = name, .conference = name " 2031", .year = 2031

#define KETTLE_GUARDS "Conference instructs the Executive to win thermostat guards for all kettles."
#define KETTLE_GUARDS_TOO                                                                          \
    "Conference calls on the Executive to negotiate thermostat guards on kettles in all canteens."
#define NO_KETTLE_GUARDS                                                                           \
    "Conference instructs the Executive to oppose thermostat guards for all kettles."
#define URN_GUARDS "Conference instructs the Executive to win lagging jackets for all urns."
#define TROLLEY    "Conference instructs the Executive to publish a timetable of tea trolleys."
#define SPOONS     "Conference instructs the Executive to hold a ballot on the length of spoons."

#define SAMOVAR_LAGGING                                                                            \
    "Conference instructs the Executive to demand that cork lagging be put round each samovar "    \
    "before the next winter."
#define SAMOVAR_LAGGING_TOO                                                                        \
    "Conference asks the Executive to win cork jackets for samovars, so that no stoker is burnt."
#define PERCOLATOR_LAGGING                                                                         \
    "Conference instructs the Executive to demand that zinc lids be put round each percolator "    \
    "before the next winter."

/* One matter in other words, and the same words for the opposite. */
#define LAVATORIES                                                                                 \
    "Conference instructs the Executive to win lavatories with soap for drivers on each bus "      \
    "route."
#define TOILETS                                                                                    \
    "Conference asks the Executive to demand that crews be given toilets and washrooms where the " \
    "bus turns."
#define NO_TOILETS                                                                                 \
    "Conference instructs the Executive to oppose toilets and washrooms where the bus turns."

static const fixture_document documents[] = {
    {.id = "g1",
     .number = "1",
     .title = "Thermostat guards",
     OF("Kettle Conference"),
     .by = "Eastfield Branch",
     .decision = POL_DECISION_CARRIED,
     .passages = {ASKS(KETTLE_GUARDS), ASKS(TROLLEY)}},
    {.id = "g2",
     .number = "2",
     .title = "Thermostats",
     OF("Kettle Conference"),
     .passages = {ASKS(KETTLE_GUARDS_TOO), ASKS(SPOONS)}},
    {.id = "g3",
     .number = "3",
     .title = "No guards",
     OF("Kettle Conference"),
     .passages = {ASKS(NO_KETTLE_GUARDS)}},
    {.id = "g4",
     .number = "4",
     .title = "Urns <b>",
     OF("Kettle Conference"),
     .passages = {ASKS(URN_GUARDS)}},
    {.id = "g5",
     .number = "Composite A",
     .title = "Thermostat guards",
     OF("Kettle Conference"),
     .kind = POL_KIND_COMPOSITE,
     .passages = {ASKS(KETTLE_GUARDS)}},
    {.id = "g6",
     .number = "1.1",
     .title = "Thermostat guards",
     OF("Kettle Conference"),
     .kind = POL_KIND_AMENDMENT,
     .passages = {ASKS(KETTLE_GUARDS)}},
    {.id = "g7",
     .number = "E1",
     .title = "Thermostat guards",
     OF("Kettle Conference"),
     .kind = POL_KIND_EMERGENCY,
     .passages = {ASKS(KETTLE_GUARDS)}},
    {.id = "g8",
     .title = "Thermostat guards",
     OF("Kettle Conference"),
     .kind = POL_KIND_ARTICLE,
     .passages = {ASKS(KETTLE_GUARDS)}},
    /* one demand in other words, and a form of words that is used of another thing */
    {.id = "s1",
     .number = "1",
     .title = "Samovars",
     OF("Samovar Conference"),
     .by = "Eastfield Branch",
     .passages = {{"Conference notes that a samovar scalded two stokers at the depot last winter.",
                   NULL, POL_CLAUSE_NOTES, POL_DECISION_NONE, 0},
                  ASKS(SAMOVAR_LAGGING),
                  ASKS(TROLLEY)}},
    {.id = "s2",
     .number = "2",
     .title = "Scalded stokers",
     OF("Samovar Conference"),
     .by = "Westfield Branch",
     .passages = {ASKS(SAMOVAR_LAGGING_TOO)}},
    {.id = "s3",
     .number = "3",
     .title = "Percolators",
     OF("Samovar Conference"),
     .by = "Northfield Branch",
     .passages =
         {{"Conference notes that a percolator scalded two porters at the wharf last winter.", NULL,
           POL_CLAUSE_NOTES, POL_DECISION_NONE, 0},
          ASKS(PERCOLATOR_LAGGING)}},
    {.id = "s4",
     .number = "4",
     .title = "Spoons",
     OF("Samovar Conference"),
     .by = "Southfield Branch",
     .passages = {ASKS(SPOONS)}},
    /* one matter in other words */
    {.id = "m1",
     .number = "1",
     .title = "Nowhere to go",
     OF("Terminus Conference"),
     .by = "Eastfield Branch",
     .passages = {ASKS(LAVATORIES)}},
    {.id = "m2",
     .number = "2",
     .title = "Decency",
     OF("Terminus Conference"),
     .by = "Westfield Branch",
     .passages = {ASKS(TOILETS)}},
    {.id = "m3",
     .number = "3",
     .title = "Spoons",
     OF("Terminus Conference"),
     .by = "Northfield Branch",
     .passages = {ASKS(SPOONS)}},
    {.id = "m4",
     .number = "4",
     .title = "Thrift",
     OF("Terminus Conference"),
     .by = "Southfield Branch",
     .passages = {ASKS(NO_TOILETS)}},
    /* the same twice */
    {.id = "t1",
     .number = "1",
     .title = "Guards",
     OF("Twin Conference"),
     .passages = {ASKS(KETTLE_GUARDS), ASKS(TROLLEY)}},
    {.id = "t2",
     .number = "2",
     .title = "Guards",
     OF("Twin Conference"),
     .passages = {ASKS(KETTLE_GUARDS), ASKS(TROLLEY)}},
    {.id = "t3",
     .number = "3",
     .title = "Spoons",
     OF("Twin Conference"),
     .passages = {ASKS(SPOONS)}},
    /* alone, and of several years */
    {.id = "a1",
     .number = "1",
     .title = "Spoons",
     OF("Alone Conference"),
     .passages = {ASKS(SPOONS)}},
    {.id = "y1",
     .number = "1",
     .title = "Spoons",
     .conference_name = "Long Conference",
     .year = 2029,
     .passages = {ASKS(SPOONS)}},
    {.id = "y2",
     .number = "1",
     .title = "Spoons",
     .conference_name = "Long Conference",
     .year = 2030,
     .passages = {ASKS(SPOONS)}},
    {.id = "e1",
     .number = "1",
     .title = "Nothing",
     OF("Silent Conference"),
     .passages = {{"...", NULL, POL_CLAUSE_NOTES, POL_DECISION_NONE, 0}}},
};

static void add_many(const char *name, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char id[32], number[32], title[32];
        snprintf(id, sizeof id, "%c%zu", name[0], i);
        snprintf(number, sizeof number, "%zu", i + 1);
        snprintf(title, sizeof title, "Guards %zu", i);
        const fixture_document motion = {
            .id = id,
            .number = number,
            .title = title,
            .conference_name = name,
            .year = 2031,
            .passages = {ASKS("Conference instructs us to count biscuits.")}};
        fixture_add(&fix, &motion);
    }
}

static int open_index(void **state)
{
    (void)state;
    fixture_open(&fix);
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        fixture_add(&fix, &documents[i]);
    add_many("Crowd", CROWD);
    add_many("Masses", MANY);
    fixture_commit(&fix);
    return pol_index_open(fix.index, &index_, &error) == POL_OK ? 0 : -1;
}

static int close_index(void **state)
{
    (void)state;
    pol_index_free(index_);
    fixture_close(&fix);
    return 0;
}

static pol_composites *find(const char *name, int year)
{
    pol_composites *composites = NULL;
    if (pol_composites_of(index_, pol_span_of(name), year, &composites, &error) != POL_OK)
        fail_msg("%s", error.text);
    return composites;
}

static void expect_group(const pol_composites *composites, size_t at, const char *numbers)
{
    pol_buffer built;
    pol_buffer_init(&built, 1 << 16);
    assert_true(at < composites->group_count);
    const pol_composite_group *group = &composites->groups[at];
    for (size_t i = 0; i < group->motion_count; i++) {
        pol_span number = composites->motions[group->motions[i]]->document.number.text;
        pol_buffer_printf(&built, i ? " %.*s" : "%.*s", POL_SPAN_ARGS(number));
    }
    assert_string_equal(built.data, numbers);
    pol_buffer_done(&built);
}

/* --- groups --------------------------------------------------------------------------------- */

static void test_same_demand(void **state)
{
    (void)state;
    pol_composites *composites = find("Kettle Conference", 2031);
    assert_int_equal(composites->motion_count, 5); /* four and the emergency */
    assert_int_equal(composites->group_count, 1);
    expect_group(composites, 0, "1 2"); /* not the opposite, the mould, nor another kind */
    const pol_composite_group *group = &composites->groups[0];
    assert_true(group->likeness > 0 && group->likeness <= 1);
    assert_int_equal(group->point_count, 4);
    assert_int_equal(group->points[0].motions, 2);
    assert_int_equal(group->points[1].motions, 2);
    assert_int_equal(group->points[0].cluster, group->points[1].cluster);
    assert_int_equal(group->points[2].motions, 1);
    assert_int_equal(group->points[3].motions, 1);
    assert_int_not_equal(group->points[2].cluster, group->points[3].cluster);
    assert_int_equal(group->points[2].motion, 0);
    assert_int_equal(group->points[2].passage->ordinal, 2);
    pol_composites_free(composites);
}

static void test_other_words(void **state)
{
    (void)state;
    pol_composites *composites = find("Samovar Conference", 2031);
    assert_int_equal(composites->group_count, 1);
    expect_group(composites, 0, "1 2"); /* and not 3, which has most words of 1 */
    assert_int_equal(composites->groups[0].points[0].motions, 2);
    assert_int_equal(composites->groups[0].points[2].motions, 1);
    pol_composites_free(composites);
}

static void test_alike(void **state)
{
    const pol_matter left[] = {{1, 0.6F}, {4, 0.8F}}, right[] = {{2, 0.6F}, {4, 0.8F}};
    const pol_matters a = {left, 2}, b = {right, 2}, none = {NULL, 0};
    (void)state;
    assert_true(pol_matters_alike(&a, &a) > 0.999 && pol_matters_alike(&a, &a) < 1.001);
    assert_true(pol_matters_alike(&a, &b) > 0.639 && pol_matters_alike(&a, &b) < 0.641);
    assert_true(pol_matters_alike(&a, &none) == 0);
}

static void test_matters(void **state)
{
    pol_composites *composites = find("Terminus Conference", 2031);
    const pol_document *list[4];
    pol_motions motions;
    pol_arena arena;
    (void)state;
    assert_int_equal(composites->motion_count, 4);
    for (size_t i = 0; i < 4; i++)
        list[i] = &composites->motions[i]->document;
    pol_arena_init(&arena, POL_COMPOSITE_BYTES_MAX);
    assert_int_equal(pol_motions_read(index_, NULL, list, 4, &arena, &motions, &error), POL_OK);
    const pol_motion *read = motions.motions;
    assert_true(pol_matters_alike(&read[0].matters, &read[1].matters) > 0.2);
    assert_true(pol_matters_alike(&read[0].matters, &read[2].matters) < 0.1);
    assert_true(pol_matters_alike(&read[1].matters, &read[3].matters) > 0.5);
    assert_true(read[1].stance > read[3].stance); /* "oppose" */
    assert_false(read[1].turns);
    assert_true(read[3].turns);
    pol_demand_pairs pairs;
    pol_motion_relations relations;
    assert_true(pol_motions_pairs(&motions, &arena, &pairs));
    assert_int_equal(pol_motions_relate(&motions, &pairs, &arena, &relations, &error), POL_OK);
    const float *near = relations.near;
    assert_true(near[1] > 0 && near[1] > near[2]); /* of 1, beside what 2 and 3 ask for */
    const pol_motion_judged *judged = relations.judged;
    assert_true(judged[1].same > judged[2].same && judged[2].same == -POL_JUDGED_MAX);
    assert_true(judged[1].turned < 0 && judged[4 + 3].turned > 0 && judged[4 * 3 + 1].turned > 0);
    assert_true(judged[1].part == 1 && judged[2].part == 0);
    double signs[POL_SIGN_COUNT];
    assert_true(pol_motions_signs(&motions, &relations, 0, 1, signs));
    assert_true(signs[POL_SIGN_MATTERS] > 0.2 && signs[POL_SIGN_NEAR] > 0);
    assert_true(signs[POL_SIGN_TURNED] == 0 && signs[POL_SIGN_MOULD] == 0);
    assert_false(pol_motions_signs(&motions, &relations, 1, 3, signs)); /* the opposite */
    assert_true(pol_motions_evidence(&motions, &relations, 0, 2) < 0.1);
    assert_true(pol_motions_evidence(&motions, &relations, 1, 3) == 0);
    assert_int_equal(composites->group_count, 1);
    expect_group(composites, 0, "1 2"); /* few words in common, and not 4, which has many of 2 */
    pol_weigher_free(motions.weigher);
    pol_arena_done(&arena);
    pol_composites_free(composites);
}

/* Rows that count nothing tell of nothing. */
static void test_without_rows(void **state)
{
    pol_composites *composites = find("Terminus Conference", 2031);
    const pol_document *list[4];
    pol_matter_table *table;
    pol_motions motions;
    pol_arena arena;
    (void)state;
    for (size_t i = 0; i < 4; i++)
        list[i] = &composites->motions[i]->document;
    pol_arena_init(&arena, POL_COMPOSITE_BYTES_MAX);
    assert_int_equal(pol_matter_table_new(index_->analyser, &table, &error), POL_OK);
    pol_matter_table none = *table;
    none.scales = pol_arena_array(&arena, table->row_count, sizeof *none.scales);
    assert_int_equal(pol_motions_read(index_, &none, list, 4, &arena, &motions, &error), POL_OK);
    assert_true(pol_matters_alike(&motions.motions[0].matters, &motions.motions[1].matters) == 0);
    const float *near = pol_motions_near(&motions, &arena);
    assert_non_null(near);
    assert_true(near[0] > 0 && near[1] < near[0]); /* a motion is near itself alone */
    pol_weigher_free(motions.weigher);
    pol_matter_table_free(table);
    pol_arena_done(&arena);
    pol_composites_free(composites);
}

static void test_common(void **state)
{
    (void)state;
    pol_arena arena;
    const pol_common *common;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(pol_common_new(&arena, &common, &error), POL_OK);
    float rarest = pol_common_rare(common, POL_SPAN("samovar"));
    assert_true(rarest > 0.8F && rarest <= 1);
    assert_true(pol_common_rare(common, POL_SPAN("miscarriag")) == rarest);
    assert_true(pol_common_rare(common, POL_SPAN("winter")) < rarest);
    assert_true(pol_common_rare(common, POL_SPAN("make")) == 0);
    assert_true(pol_common_rare(common, POL_SPAN("branch")) < rarest / 2); /* who asks */
    assert_true(pol_common_rare(common, POL_SPAN("2031")) < rarest / 2);
    assert_true(pol_common_rare(common, POL_SPAN("anunimaginablylongstemofaword")) == rarest);
    pol_arena_done(&arena);
    pol_arena_init(&arena, 1 << 10);
    assert_int_equal(pol_common_new(&arena, &common, &error), POL_NOMEM);
    pol_arena_done(&arena);
}

static void test_twins(void **state)
{
    (void)state;
    pol_composites *composites = find("twin conference 2031", 0);
    assert_int_equal(composites->group_count, 1);
    expect_group(composites, 0, "1 2");
    assert_string_equal(pol_composite_group_label(&composites->groups[0]), "nearly the same");
    assert_int_equal(composites->groups[0].points[3].motions, 2);
    pol_composites_free(composites);
}

static void test_duplicates(void **state)
{
    (void)state;
    pol_composites *composites = find("Twin Conference", 2031);
    const pol_document *list[3];
    const pol_composite_group *groups;
    size_t count, duplicates[3];
    pol_arena arena;
    pol_arena_init(&arena, 64 << 20);
    for (size_t i = 0; i < 3; i++)
        list[i] = &composites->motions[i]->document;
    assert_int_equal(
        pol_composites_find_all(index_, list, 3, &arena, &groups, &count, duplicates, &error),
        POL_OK);
    assert_int_equal(duplicates[0], SIZE_MAX);
    assert_int_equal(duplicates[1], 0);
    assert_int_equal(duplicates[2], SIZE_MAX);
    pol_arena_done(&arena);
    pol_composites_free(composites);
}

static void test_nothing(void **state)
{
    (void)state;
    pol_composites *composites = find("Alone Conference", 2031);
    assert_int_equal(composites->motion_count, 1);
    assert_int_equal(composites->group_count, 0);
    pol_composites_free(composites);
    composites = find("Silent Conference", 2031);
    assert_int_equal(composites->group_count, 0);
    pol_composites_free(composites);
    const pol_composite_group *groups;
    size_t count = 1;
    pol_arena arena;
    pol_arena_init(&arena, 1 << 20);
    assert_int_equal(pol_composites_find(index_, NULL, 0, &arena, &groups, &count, &error), POL_OK);
    assert_int_equal(count, 0);
    pol_arena_done(&arena);
}

static void test_crowd(void **state)
{
    (void)state;
    pol_composites *composites = find("Crowd", 0);
    size_t grouped = 0;
    assert_int_equal(composites->motion_count, CROWD);
    for (size_t i = 0; i < composites->group_count; i++)
        grouped += composites->groups[i].motion_count;
    assert_true(grouped <= CROWD); /* words that all have tell nothing, but nothing breaks */
    pol_composites_free(composites);
}

/* --- which conference ----------------------------------------------------------------------- */

static void refuse(const char *name, int year, pol_status status, const char *words)
{
    pol_composites *composites = (pol_composites *)&error;
    assert_int_equal(pol_composites_of(index_, pol_span_of(name), year, &composites, &error),
                     status);
    assert_null(composites);
    if (!strstr(error.text, words))
        fail_msg("'%s' does not say '%s'", error.text, words);
}

static void test_names(void **state)
{
    (void)state;
    static const char *const ways[] = {"Kettle Conference", "KETTLE conference 2031",
                                       "2031 Kettle  Conference"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        pol_composites *composites = find(ways[i], 0);
        assert_int_equal(composites->year, 2031);
        assert_true(pol_span_equal(composites->conference, POL_SPAN("Kettle Conference")));
        pol_composites_free(composites);
    }
    refuse("Kettle Meeting", 0, POL_NOTFOUND, "'Kettle Conference'");
    refuse("", 0, POL_NOTFOUND, "there is no conference ''");
    refuse("2031", 0, POL_NOTFOUND, "there is no conference '2031'");
    refuse("Kettle Conference", 2030, POL_NOTFOUND, "years: 2031");
    refuse("Kettle Conference 2031", 2030, POL_NOTFOUND, "no conference");
    refuse("Long Conference", 0, POL_USAGE, "2030, 2029");
    refuse("Masses", 2031, POL_LIMIT, "more than 1000 motions");
}

/* --- formats -------------------------------------------------------------------------------- */

static void expect(pol_output output, const char *words, bool is_there)
{
    pol_composites *composites = find("Kettle Conference", 2031);
    const pol_render_options options = {.width = 0};
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 20);
    assert_true(pol_composites_has_output(output));
    pol_composites_render(output, composites, &options, &buffer);
    assert_int_equal(buffer.status, POL_OK);
    if ((strstr(buffer.data, words) != NULL) != is_there)
        fail_msg("%s: '%s' is %sin\n%s", pol_output_name(output), words, is_there ? "not " : "",
                 buffer.data);
    pol_buffer_done(&buffer);
    pol_composites_free(composites);
}

static void test_formats(void **state)
{
    (void)state;
    expect(POL_OUTPUT_TEXT, "5 motions; 2 of them in 1 group that asks for the same.", true);
    expect(POL_OUTPUT_TEXT, "Motion 1: Thermostat guards (Eastfield Branch – carried)", true);
    expect(POL_OUTPUT_TEXT, "Both ask for:", true);
    expect(POL_OUTPUT_JSON, "\"shared\":[{\"motions\":2,\"points\":[{\"id\":\"g1\"", true);
    expect(POL_OUTPUT_JSON, "\"differing\":[{\"id\":\"g1\"", true);
    expect(POL_OUTPUT_CSV, "\r\n4,Urns <b>,,,,,,unknown", true);
    expect(POL_OUTPUT_CSV, "\r\n1,Thermostat guards,Eastfield Branch,1,", true);
    expect(POL_OUTPUT_MARKDOWN, "- **Motion 1:** Thermostat guards (Eastfield Branch – carried)\n",
           true);
    expect(POL_OUTPUT_HTML, "<h2 id=\"group-1\">Group 1: Motion 1 and Motion 2 ask for", true);
    expect(POL_OUTPUT_HTML, "<script", false);
    assert_false(pol_composites_has_output(POL_OUTPUT_TREC));
    assert_false(pol_composites_has_output(POL_OUTPUT_COUNT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_demand),  cmocka_unit_test(test_other_words),
        cmocka_unit_test(test_alike),        cmocka_unit_test(test_matters),
        cmocka_unit_test(test_without_rows), cmocka_unit_test(test_common),
        cmocka_unit_test(test_twins),        cmocka_unit_test(test_duplicates),
        cmocka_unit_test(test_nothing),      cmocka_unit_test(test_crowd),
        cmocka_unit_test(test_names),        cmocka_unit_test(test_formats),
    };
    return cmocka_run_group_tests(tests, open_index, close_index);
}
