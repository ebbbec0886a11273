/* relation.c - sentences to the ties they state, and those that only mention others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "document/reader.h"
#include "document/recognise.h"
#include "document/relation.h"

/* A document of one passage. `expected`: the standing where one is stated, and each relation as
 * "KIND NUMBER "TITLE" {CONFERENCE YEAR}", "; " between them. */
typedef struct relation_case {
    pol_kind kind;
    const char *number; /* NULL: none */
    const char *text;
    const char *expected;
} relation_case;

static const relation_case cases[] = {
    {POL_KIND_COMPOSITE, "Composite A", "Composite of motions 4 and 9",
     "composite_of 4; composite_of 9"},
    {POL_KIND_COMPOSITE, "Composite A", "Composite of Motions 4, 5 and 9.",
     "composite_of 4; composite_of 5; composite_of 9"},
    {POL_KIND_COMPOSITE, "Composite A", "Motion 9 and amendment, and 10",
     "composite_of 9; composite_of 10"},
    {POL_KIND_COMPOSITE, "Composite A", "Motions 9 and 10", "composite_of 9; composite_of 10"},
    {POL_KIND_COMPOSITE, "Composite A", "Composited from motions 12 to 14",
     "composite_of 12; composite_of 13; composite_of 14"},
    {POL_KIND_COMPOSITE, "Composite A", "This composite was made from motions 2 and 3.",
     "composite_of 2; composite_of 3"},
    {POL_KIND_COMPOSITE, "Composite A", "Incorporating Motion 7 and Motion 8",
     "composite_of 7; composite_of 8"},
    {POL_KIND_MOTION, NULL, "Composite of motions 4 and 9", "composite_of 4; composite_of 9"},
    {POL_KIND_MOTION, NULL, "Motions 9 and 10", ""},
    {POL_KIND_MOTION, NULL, "Incorporating Motion 7 would be unwise.", ""},
    {POL_KIND_AMENDMENT, "12.1", "Amendment to Motion 12", "amends 12"},
    {POL_KIND_AMENDMENT, "12.1", "Amendment to motion 12: delete point 3", "amends 12"},
    {POL_KIND_MOTION, "12", "Amendment to Motion 11", ""},

    {POL_KIND_MOTION, "8", "Falls if Motion 7 is carried", "falls_if 7"},
    {POL_KIND_MOTION, "8", "This motion falls if Motion 7 is carried.", "falls_if 7"},
    {POL_KIND_MOTION, "8", "This motion will fall if Composite B is carried.",
     "falls_if Composite B"},
    {POL_KIND_MOTION, "8", "If Motion 7 is carried, this motion falls.", "falls_if 7"},
    {POL_KIND_MOTION, "8", "If Motions 6 or 7 are carried, this motion will fall.",
     "falls_if 6; falls_if 7"},
    {POL_KIND_MOTION, "8", "If Motion 7 is passed then this motion will automatically fall",
     "falls_if 7"},
    {POL_KIND_MOTION, "8", "Should Motion 7 be carried, this motion falls.", "falls_if 7"},
    {POL_KIND_MOTION, "8", "If Motion 7 is carried, Motions 8 and 9 fall.", "falls_if 7"},
    {POL_KIND_MOTION, "7", "If Motion 7 is carried, Motions 8 and 9 fall.", "fells 8; fells 9"},
    {POL_KIND_MOTION, "3", "If Motion 7 is carried, Motions 8 and 9 fall.", ""},
    {POL_KIND_MOTION, "5", "If carried, this motion will fall Motion 6.", "fells 6"},
    {POL_KIND_MOTION, "5", "If carried, Motion 6 falls.", "fells 6"},
    {POL_KIND_MOTION, "5", "If this motion is carried, Motions 6 and 9 fall.", "fells 6; fells 9"},
    {POL_KIND_MOTION, "5", "If Motion 7 is lost, this motion falls.", ""},
    {POL_KIND_MOTION, "5", "If Motion 7 is carried, this motion will not fall.", ""},
    {POL_KIND_MOTION, "5", "Motion 7 fell last year and pay fell with it.", ""},

    {POL_KIND_MOTION, NULL, "This motion supersedes Motion 12 of 2014.", "supersedes 12 {2014}"},
    {POL_KIND_MOTION, NULL,
     "This motion supersedes Motion 12 carried at the 2014 National Delegate Conference.",
     "supersedes 12 {National Delegate Conference 2014}"},
    {POL_KIND_MOTION, NULL, "This policy replaces Composite B (2018).",
     "supersedes Composite B {2018}"},
    {POL_KIND_MOTION, NULL, "Supersedes Motion 4 (2016)", "supersedes 4 {2016}"},
    {POL_KIND_MOTION, NULL,
     "Conference rescinds Motion 12 of the 2014 National Delegate Conference.",
     "supersedes 12 {National Delegate Conference 2014}"},
    {POL_KIND_MOTION, NULL, "Conference agrees to rescind motion 12 of 2014.",
     "supersedes 12 {2014}"},
    {POL_KIND_MOTION, NULL,
     "This Conference therefore resolves to overturn Motion 3 (2011) and Motion 4 (2012).",
     "supersedes 3 {2011}; supersedes 4 {2012}"},
    {POL_KIND_MOTION, NULL, "Motion 12 of 2014 is hereby rescinded.", "supersedes 12 {2014}"},
    {POL_KIND_MOTION, NULL, "Conference resolves that Motion 12 (2014) be rescinded.",
     "supersedes 12 {2014}"},
    {POL_KIND_MOTION, NULL, "Motion 12 (2014) is superseded by this motion.",
     "supersedes 12 {2014}"},
    {POL_KIND_MOTION, NULL, "Motion 12 (2014) is superseded by the law.", ""},
    {POL_KIND_MOTION, NULL, "Motion 12 (2014) was superseded in 2016.", ""},
    {POL_KIND_MOTION, NULL, "This motion does not supersede Motion 12 of 2014.", ""},
    {POL_KIND_MOTION, NULL, "Conference notes that nothing supersedes Motion 12 of 2014.", ""},
    {POL_KIND_MOTION, NULL, "Conference notes motion 11 of 2014.", ""},
    {POL_KIND_MOTION, NULL, "Conference notes that motion 11 of 2014 was rescinded.", ""},
    {POL_KIND_MOTION, NULL, "The guide replaces Motion 12 in the folder.", ""},
    {POL_KIND_MOTION, NULL, "This motion replaces the kettle.", ""},

    {POL_KIND_MOTION, NULL, "Conference reaffirms Composite B (2018).",
     "reaffirms Composite B {2018}"},
    {POL_KIND_MOTION, NULL,
     "Conference reaffirms the policy in motion 16 'Mugs' carried at conference 2015 and asks for "
     "more.",
     "reaffirms 16 \"Mugs\" {2015}"},
    {POL_KIND_MOTION, NULL,
     "This Conference reaffirms its support for Motion 8 of the 2017 Canteen Conference.",
     "reaffirms 8 {Canteen Conference 2017}"},
    {POL_KIND_MOTION, NULL,
     "Conference therefore re-affirms motion 14 (2018) and Composite C (2019).",
     "reaffirms 14 {2018}; reaffirms Composite C {2019}"},
    {POL_KIND_MOTION, NULL,
     "Conference reaffirms the motion \u2018Members\u2019 mugs\u2019 (2014).",
     "reaffirms \"Members\u2019 mugs\" {2014}"},
    {POL_KIND_MOTION, NULL, "Conference agrees to reaffirm Motion 3 (2020).", "reaffirms 3 {2020}"},
    {POL_KIND_MOTION, NULL,
     "Conference supersedes nothing: this motion reaffirms \u201CMugs\u201D, carried at the 2018 "
     "Tea Conference, and asks for more.",
     "reaffirms \"Mugs\" {Tea Conference 2018}"},
    {POL_KIND_MOTION, NULL, "Conference reaffirms \u201Cmugs for all\u201D as its slogan.", ""},
    {POL_KIND_MOTION, NULL, "Conference reaffirms Composite B carried in 2018, on trade.",
     "reaffirms Composite B {2018}"},
    {POL_KIND_MOTION, NULL, "Conference reaffirms that motion 16 was a good one.", ""},
    {POL_KIND_MOTION, NULL, "Conference reaffirms its belief in tea.", ""},
    {POL_KIND_MOTION, NULL, "The branch secretary reaffirms motion 16.", ""},

    {POL_KIND_MOTION, NULL, "This policy lapsed in 2020.", "lapsed"},
    {POL_KIND_MOTION, NULL, "Policy status: lapsed", "lapsed"},
    {POL_KIND_MOTION, NULL, "Policy status: current", "current"},
    {POL_KIND_MOTION, NULL, "Superseded by Motion 4 of 2019", "superseded; superseded_by 4 {2019}"},
    {POL_KIND_MOTION, NULL, "This motion has been superseded by Composite D (2021).",
     "superseded; superseded_by Composite D {2021}"},
    {POL_KIND_MOTION, NULL, "This policy remains current policy.", "current"},
    {POL_KIND_MOTION, NULL, "This policy is still current.", "current"},
    {POL_KIND_MOTION, NULL, "The agreement lapsed in 2020.", ""},
    {POL_KIND_MOTION, NULL, "This policy would have lapsed if nobody had moved.", ""},
    {POL_KIND_MOTION, NULL, "The old scheme was superseded by the new one.", ""},
    {POL_KIND_MOTION, NULL, "Conference notes that the policy lapsed in 2014.", ""},
    {POL_KIND_MOTION, "4", "This motion supersedes Motion 4 of 2019.", "supersedes 4 {2019}"},
};

static void print_relation(pol_buffer *out, const pol_relation *relation)
{
    pol_buffer_printf(out, "%s%s", out->size > 0 ? "; " : "",
                      pol_relation_code((pol_relation_kind)relation->kind));
    if (relation->number.data)
        pol_buffer_printf(out, " %.*s", POL_SPAN_ARGS(relation->number));
    if (relation->title.data)
        pol_buffer_printf(out, " \"%.*s\"", POL_SPAN_ARGS(relation->title));
    if (relation->conference_name.data)
        pol_buffer_printf(out, " {%.*s %d}", POL_SPAN_ARGS(relation->conference_name),
                          relation->year);
    else if (relation->year)
        pol_buffer_printf(out, " {%d}", relation->year);
}

static void print_document(pol_buffer *out, const pol_document *document)
{
    if (document->standing != POL_STANDING_UNSTATED)
        pol_buffer_add_text(out, pol_standing_code((pol_standing)document->standing));
    for (size_t i = 0; i < document->relation_count; i++)
        print_relation(out, &document->relations[i]);
}

static void test_sentences(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_arena arena;
        pol_error error = {0};
        pol_buffer printed;
        pol_passage passage = {.ordinal = 1, .line = 7, .text = pol_span_of(cases[i].text)};
        pol_document document = {.kind = cases[i].kind,
                                 .number.text = pol_span_of(cases[i].number),
                                 .passages = &passage,
                                 .passage_count = 1};
        pol_arena_init(&arena, 16 << 20);
        pol_buffer_init(&printed, 1 << 16);
        assert_int_equal(pol_relations_find(&document, &arena, &error), POL_OK);
        print_document(&printed, &document);
        if (strcmp(printed.data ? printed.data : "", cases[i].expected) != 0) {
            print_error("'%s' gives\n    %s\nnot %s\n", cases[i].text,
                        printed.data ? printed.data : "", cases[i].expected);
            failed++;
        }
        pol_buffer_done(&printed);
        pol_arena_done(&arena);
    }
    assert_int_equal(failed, 0);
}

/* Words and lines are those of the text; what is known already is not added again. */
static void test_place(void **state)
{
    (void)state;
    pol_arena arena;
    pol_error error = {0};
    pol_relation known = {.kind = POL_RELATION_SUPERSEDES, .number = POL_SPAN("3"), .year = 2011};
    pol_passage passages[] = {
        {.ordinal = 1, .line = 4, .text = POL_SPAN("Conference notes the kettle. It is warm.")},
        {.ordinal = 2,
         .line = 9,
         .text = POL_SPAN("Tea is good. Conference rescinds Motion 3 (2011) and Motion 5 (2012).")},
    };
    pol_document document = {.kind = POL_KIND_MOTION,
                             .passages = passages,
                             .passage_count = 2,
                             .relations = &known,
                             .relation_count = 1};
    pol_arena_init(&arena, 16 << 20);
    assert_int_equal(pol_relations_find(&document, &arena, &error), POL_OK);
    assert_int_equal(document.relation_count, 2);
    const pol_relation *added = &document.relations[1];
    assert_true(pol_span_equal(added->number, POL_SPAN("5")));
    assert_true(pol_span_equal(
        added->words, POL_SPAN("Conference rescinds Motion 3 (2011) and Motion 5 (2012).")));
    assert_int_equal(added->line, 9);
    assert_int_equal(pol_relations_find(&document, &arena, &error), POL_OK);
    assert_int_equal(document.relation_count, 2);
    pol_arena_done(&arena);
}

static void test_articles_state_none(void **state)
{
    (void)state;
    pol_arena arena;
    pol_error error = {0};
    pol_passage passage = {.text = POL_SPAN("Conference reaffirms Motion 3 (2011).")};
    pol_document document = {.kind = POL_KIND_ARTICLE, .passages = &passage, .passage_count = 1};
    pol_arena_init(&arena, 16 << 20);
    assert_int_equal(pol_relations_find(&document, &arena, &error), POL_OK);
    assert_int_equal(document.relation_count, 0);
    pol_arena_done(&arena);
}

/* A text may name thousands; what is kept is bounded, and memory that runs out is said. */
static void test_bounds(void **state)
{
    (void)state;
    enum { SENTENCES = 3000 };
    pol_buffer text;
    pol_buffer_init(&text, 1 << 20);
    for (int i = 0; i < SENTENCES; i++)
        pol_buffer_printf(&text, "Conference rescinds Motion %d (2011). ", i + 1);
    pol_passage passage = {.text = pol_buffer_span(&text)};
    pol_document document = {.kind = POL_KIND_MOTION, .passages = &passage, .passage_count = 1};
    pol_arena arena;
    pol_error error = {0};
    pol_arena_init(&arena, 16 << 20);
    assert_int_equal(pol_relations_find(&document, &arena, &error), POL_OK);
    assert_int_equal(document.relation_count, POL_RELATIONS_MAX);
    pol_arena_done(&arena);
    document.relation_count = 0;
    document.relations = NULL;
    pol_arena_init(&arena, 64);
    assert_int_equal(pol_relations_find(&document, &arena, &error), POL_LIMIT);
    pol_arena_done(&arena);
    pol_buffer_done(&text);
}

/* Of a page as it is read: the composite's parents may stand in its title. */
static void test_pages(void **state)
{
    (void)state;
    static const struct {
        const char *page, *expected;
    } pages[] = {
        {"Kettles for all\n\nBack to all Motions\n\n2031 Tea Conference\n4 May 2031\n\n"
         "Conference notes the cold.\n\nConference reaffirms Motion 8 of the 2029 Tea "
         "Conference.\n",
         "reaffirms 8 {Tea Conference 2029}"},
        {"Kettles for all\n\nBack to all Motions\n\n2031 Tea Conference\n4 May 2031\n\n"
         "Conference notes that motion 12 was lost in 2014.\n",
         ""},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        pol_arena arena;
        pol_error error = {0};
        pol_text text = {0};
        pol_document document;
        pol_buffer printed;
        pol_arena_init(&arena, 16 << 20);
        pol_buffer_init(&printed, 1 << 16);
        assert_int_equal(pol_read_text(pol_span_of(pages[i].page), &arena, &text, &error), POL_OK);
        assert_int_equal(pol_recognise(&text, POL_SPAN("a.txt"), &arena, &document, &error),
                         POL_OK);
        assert_int_equal(pol_relations_find(&document, &arena, &error), POL_OK);
        print_document(&printed, &document);
        assert_string_equal(printed.data ? printed.data : "", pages[i].expected);
        pol_buffer_done(&printed);
        pol_arena_done(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_articles_state_none),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
