/* test_prepare.c - a document to the terms it is found by. */
#include "tests/unit/indexer/folder.h"

#include "indexer/prepare.h"

static pol_preparer *preparer;

static int make_preparer(void **state)
{
    (void)state;
    return pol_preparer_new(&preparer, NULL) != POL_OK;
}

static int drop_preparer(void **state)
{
    (void)state;
    pol_preparer_free(preparer);
    return 0;
}

static bool has_term(xc_document *document, const char *wanted)
{
    xc_terms *terms;
    xc_bytes term;
    bool is_there = false;
    assert_int_equal(xc_document_terms(document, &terms, NULL), XC_OK);
    while (xc_terms_next(terms, &term, NULL, NULL) == XC_OK && term.data)
        is_there |= pol_span_equal(pol_xc_span(term), pol_span_of(wanted));
    xc_terms_free(terms);
    return is_there;
}

static uint32_t ordinal_of(xc_document *document)
{
    xc_bytes value;
    assert_int_equal(xc_document_value(document, POL_SLOT_ORDINAL, &value, NULL), XC_OK);
    return pol_ordinal_parse(pol_xc_span(value));
}

static pol_submitter submitters[] = {{POL_SPAN("Canteen Branch"), false},
                                     {POL_SPAN("Zelda Quirk"), true}};
static const char motion_text[] = "Conference notes kettles.\n\nto sell mugs";
/* passages are runs of the text */
static pol_passage passages[] = {
    {.ordinal = 1, .clause = POL_CLAUSE_NOTES, .text = {motion_text, 25}},
    {.ordinal = 2,
     .clause = POL_CLAUSE_RESOLVES,
     .decision = POL_DECISION_LOST,
     .text = {motion_text + 27, 12}},
};
static pol_span sources[] = {POL_SPAN("a.txt")};

static pol_stored motion(const char *id)
{
    pol_stored stored = {.sources = sources, .source_count = 1, .has_explicit_id = true};
    pol_document *document = &stored.document;
    document->id.text = pol_span_of(id);
    document->kind = POL_KIND_MOTION;
    document->title.text = document->display_title = POL_SPAN("Boiling water");
    document->conference.text = POL_SPAN("2031 Canteen Conference");
    document->conference_name = POL_SPAN("Canteen Conference");
    document->year = 2031;
    document->decision = POL_DECISION_CARRIED;
    document->submitters = submitters;
    document->submitter_count = 2;
    document->text = pol_span_of(motion_text);
    document->passages = passages;
    document->passage_count = 2;
    return stored;
}

static pol_prepared prepare(const pol_stored *stored)
{
    pol_prepared prepared;
    pol_error error;
    const pol_span key = POL_SPAN("1/a.txt");
    if (pol_prepare(preparer, stored, &key, 1, &prepared, &error) != POL_OK)
        fail_msg("%s", error.text);
    assert_int_equal(prepared.count, stored->document.passage_count + 1);
    return prepared;
}

/* What the text spells out, so that either is found by the other. */
static void acronyms_stand_on_heads(void **state)
{
    static const char text[] =
        "Regional Kettle Boards (RKBs) and the DfT (Department for Tea) agree. We (us) do not.";
    pol_passage passage = {.ordinal = 1, .clause = POL_CLAUSE_NOTES, .text = pol_span_of(text)};
    pol_stored stored = motion("k/2");
    (void)state;
    stored.document.text = pol_span_of(text);
    stored.document.passages = &passage;
    stored.document.passage_count = 1;
    pol_prepared prepared = prepare(&stored);
    const char *on_head[] = {"XArkb=regional kettle boards", "XIregional kettle board=rkb",
                             "XAdft=department for tea", "XIdepartment for tea=dft"};
    for (size_t i = 0; i < sizeof on_head / sizeof *on_head; i++) {
        assert_true(has_term(prepared.documents[0], on_head[i]));
        assert_false(has_term(prepared.documents[1], on_head[i]));
    }
    pol_prepared_done(&prepared);
}

static void head_and_passages_have_their_terms(void **state)
{
    (void)state;
    const pol_stored stored = motion("k/1");
    pol_prepared prepared = prepare(&stored);
    const char *on_head[] = {"XHEAD",   "Qk/1",  "IJPWCYGKiDd", "XF1/a.txt",
                             "ZDkettl", "ZDmug", "Sboiling"};
    for (size_t i = 0; i < sizeof on_head / sizeof *on_head; i++)
        assert_true(has_term(prepared.documents[0], on_head[i]));
    assert_false(has_term(prepared.documents[0], "kettles"));
    const char *on_passage[] = {"XBODY", "IJPWCYGKiDd", "kettles", "Zkettl", "ZSboil"};
    for (size_t i = 0; i < sizeof on_passage / sizeof *on_passage; i++)
        assert_true(has_term(prepared.documents[1], on_passage[i]));
    assert_false(has_term(prepared.documents[1], "mugs"));
    assert_false(has_term(prepared.documents[1], "Sboiling"));
    assert_false(has_term(prepared.documents[1], "Qk/1"));
    assert_int_equal(ordinal_of(prepared.documents[0]), 0);
    assert_int_equal(ordinal_of(prepared.documents[1]), 1);
    pol_prepared_done(&prepared);
    assert_int_equal(prepared.count, 0);
}

/* The names of movers tell who is a member of a union. */
static void people_are_in_no_term(void **state)
{
    (void)state;
    const pol_stored stored = motion("k/1");
    pol_prepared prepared = prepare(&stored);
    bool has_body = false;
    for (size_t i = 0; i < prepared.count; i++) {
        xc_terms *terms;
        xc_bytes term;
        assert_int_equal(xc_document_terms(prepared.documents[i], &terms, NULL), XC_OK);
        while (xc_terms_next(terms, &term, NULL, NULL) == XC_OK && term.data) {
            pol_span text = pol_xc_span(term);
            assert_int_equal(pol_span_find_fold(text, POL_SPAN("zelda"), 0), (size_t)-1);
            assert_int_equal(pol_span_find_fold(text, POL_SPAN("quirk"), 0), (size_t)-1);
            has_body |= pol_span_equal(text, POL_SPAN("XSCanteen Branch"));
        }
        xc_terms_free(terms);
    }
    assert_true(has_body);
    pol_prepared_done(&prepared);
}

static void long_ids_and_hostile_ones_have_terms(void **state)
{
    (void)state;
    char id[5000];
    memset(id, 'x', sizeof id - 1);
    const size_t sizes[] = {sizeof id - 1, 300, 246, 245, 241, 240, 239, 230, 229, 228, 227, 200};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        id[sizes[i]] = '\0';
        const pol_stored stored = motion(id);
        pol_prepared prepared = prepare(&stored);
        pol_prepared_done(&prepared);
    }
    const pol_stored stored = motion("a#1\n/\x1b");
    pol_prepared prepared = prepare(&stored);
    assert_true(has_term(prepared.documents[0], "Qa#1\n/\x1b"));
    pol_prepared_done(&prepared);
}

static void only_derived_ids_merge(void **state)
{
    (void)state;
    char buffers[2][POL_TERM_MAX + 1];
    pol_span terms[2];
    pol_stored stored = motion("k/1");
    assert_int_equal(pol_merge_terms(&stored, buffers, terms), 0);
    stored.has_explicit_id = false;
    assert_int_equal(pol_merge_terms(&stored, buffers, terms), 1);
    stored.document.number.text = POL_SPAN("12");
    assert_int_equal(pol_merge_terms(&stored, buffers, terms), 2);
    assert_false(pol_span_equal(terms[0], terms[1]));
    stored.document.year = 0;
    assert_int_equal(pol_merge_terms(&stored, buffers, terms), 0);
}

enum { MANY = 9000 };

/* A document of MANY passages; free its passages. */
static pol_stored long_motion(void)
{
    pol_stored stored = motion("k/2");
    pol_passage *many = calloc(MANY, sizeof *many);
    assert_non_null(many);
    for (uint32_t i = 0; i < MANY; i++) {
        many[i] = passages[i + 1 == MANY];
        many[i].ordinal = i + 1;
    }
    stored.document.passages = many;
    stored.document.passage_count = MANY;
    return stored;
}

static void a_long_document_comes_in_slices(void **state)
{
    (void)state;
    const pol_stored stored = long_motion();
    const pol_span key = POL_SPAN("1/a.txt");
    pol_prepared slice;
    assert_int_equal(pol_prepare(preparer, &stored, &key, 1, &slice, NULL), POL_OK);
    assert_true(slice.count > 1 && slice.count < MANY / 2);
    assert_true(has_term(slice.documents[0], "ZDmug")); /* of the last passage */
    size_t done = slice.count - 1, slices = 1;
    while (done < MANY) {
        pol_prepared_done(&slice);
        assert_int_equal(pol_prepare_more(preparer, &stored, done, &slice, NULL), POL_OK);
        assert_true(slice.count > 0);
        assert_int_equal(ordinal_of(slice.documents[0]), done + 1);
        done += slice.count;
        slices++;
    }
    assert_int_equal(done, MANY);
    assert_true(slices > 2);
    assert_true(has_term(slice.documents[slice.count - 1], "mugs"));
    pol_prepared_done(&slice);
    free(stored.document.passages);
}

static void what_is_made_ahead_is_bounded(void **state)
{
    (void)state;
    pol_preparer *bounded;
    pol_prepared prepared;
    pol_error error;
    const pol_span key = POL_SPAN("1/a.txt");
    pol_stored stored = motion("k/1");
    assert_int_equal(pol_preparer_new(&bounded, NULL), POL_OK);
    pol_preparer_bound(bounded, 300);
    size_t made = 0;
    for (int i = 0; i < 5; i++) {
        assert_int_equal(pol_prepare(bounded, &stored, &key, 1, &prepared, NULL), POL_OK);
        made += prepared.count > 0;
        pol_prepared_done(&prepared);
    }
    assert_true(made > 0 && made < 5);
    stored.document.text.size = POL_DOCUMENT_TEXT_MAX + 1; /* refused before it is looked at */
    assert_int_equal(pol_prepare(bounded, &stored, &key, 1, &prepared, &error), POL_LIMIT);
    assert_non_null(strstr(error.text, "split it"));
    pol_preparer_free(bounded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(head_and_passages_have_their_terms),
        cmocka_unit_test(acronyms_stand_on_heads),
        cmocka_unit_test(people_are_in_no_term),
        cmocka_unit_test(long_ids_and_hostile_ones_have_terms),
        cmocka_unit_test(only_derived_ids_merge),
        cmocka_unit_test(a_long_document_comes_in_slices),
        cmocka_unit_test(what_is_made_ahead_is_bounded),
    };
    return cmocka_run_group_tests(tests, make_preparer, drop_preparer);
}
