/* recognise_limits.c - hostile and empty inputs, memory that runs out, lines of the web
 * page, doubts, pairs, names to show. */
#include "recognise_case.h"

#include "core/buffer.h"

static pol_status recognise_bytes(pol_span bytes, size_t limit, pol_arena *arena,
                                  pol_document *document, pol_error *error)
{
    pol_text text = {0};
    pol_arena_init(arena, limit);
    pol_status status = pol_read_text(bytes, arena, &text, error);
    if (status != POL_OK)
        return status;
    return pol_recognise(&text, POL_SPAN("0042_a1b2.txt"), arena, document, error);
}

/* `unit` repeated; free it. */
static pol_span repeated(const char *unit, size_t times)
{
    size_t size = strlen(unit);
    char *bytes = malloc(size * times + 1);
    assert_non_null(bytes);
    for (size_t i = 0; i < times; i++)
        memcpy(bytes + i * size, unit, size);
    return pol_span_make(bytes, size * times);
}

static const struct {
    const char *unit;
    size_t times;
} floods[] = {
    {"a\n", 25000},
    {"a\n\n", 12500},
    {"word ", 50000},
    {". ", 25000},
    {"(", 50000},
    {"\u2022 a ", 12500},
    {"1) x:\n\na) y:\n\ni) z:\n\n", 2500},
    {"Decision\n", 7500},
    {"Decision: Carried\n", 7500},
    {"Conference notes and instructs the council to:\n", 5000},
    {"Back to all Motions\n", 7500},
    {"2031 Tea Conference\n", 7500},
    {"Amendment 1\n\nCarried\n\n", 5000},
    {"Proposed by A. Reed.\n", 7500},
};

static void test_floods(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof floods / sizeof *floods; i++) {
        pol_span bytes = repeated(floods[i].unit, floods[i].times);
        pol_arena arena;
        pol_document document;
        pol_error error = {0};
        assert_int_equal(recognise_bytes(bytes, 512u << 20, &arena, &document, &error), POL_OK);
        size_t size = 0;
        for (size_t p = 0; p < document.passage_count; p++) {
            const pol_passage *passage = &document.passages[p];
            assert_true(passage->lead_in <= document.passage_count);
            size += passage->text.size + (p > 0 ? 2 : 0);
        }
        assert_int_equal(size, document.text.size);
        assert_true(document.submitter_count <= 64);
        pol_arena_done(&arena);
        free((void *)(uintptr_t)bytes.data);
    }
}

static void test_memory_runs_out(void **state)
{
    (void)state;
    pol_span bytes = repeated("Conference notes tea and instructs the council to:\n1) buy\n", 50);
    bool was_refused = false;
    for (size_t limit = 256; limit < 200000; limit = limit * 5 / 4) {
        pol_arena arena;
        pol_document document;
        pol_error error = {0};
        pol_status status = recognise_bytes(bytes, limit, &arena, &document, &error);
        if (status != POL_OK) {
            assert_int_equal(status, POL_LIMIT);
            assert_true(strlen(error.text) > 10);
            was_refused = true;
        }
        pol_arena_done(&arena);
    }
    assert_true(was_refused);
    free((void *)(uintptr_t)bytes.data);
}

static void test_nothing(void **state)
{
    (void)state;
    static const char *const empty[] = {"", "\n\n\n", "Back to all Motions\n", "\u2022\n", "-\n"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        pol_arena arena;
        pol_document document;
        recognise_page(POL_FORMAT_TEXT, empty[i], &arena, &document);
        assert_int_equal(document.passage_count, 0);
        assert_true(document.display_title.size > 0);
        assert_null(document.title.text.data);
        assert_true(document.doubt_count > 0);
        pol_arena_done(&arena);
    }
}

/* One phrase a line: none of them is text. */
static const char *const page_lines[] = {
    "Back to all Motions",
    "Back to Conference Index page",
    "Return to Home Page",
    "Back to All News",
    "Back \u00BB",
    "\u2B05 back to results",
    "[Back to top]",
    "Fighting fund: donate now",
    "Skip to main content",
    "We use cookies to make this site better.",
    "Your browser is out of date.",
    "\u2022 Comment",
    "\u2022 Be social",
    "Share PCS",
    "FacebookTwitterYouTubeFlickrRSS",
    "Share this...",
    "Did you enjoy this article?",
    "AddToAny",
    "Top",
    "No comments:",
    "Post a Comment",
    "Leave a Reply",
    "Comments are closed.",
    "Related articles",
    "Sign up to our newsletter",
    "Be the first to comment",
    "Or signin with:",
    "ENDS",
    "Notes to Editors",
    "Print Friendly Version",
    "Upload",
    "Post on 3 May",
    "12 views",
    "- 1,045 reads",
    "Category",
    "TRANSCRIPT",
    "Page 3:",
    "1 of 2",
    "Last modified on 3 May 2012",
    "View on Green Spaces",
    "article icon",
    "Warning message",
    "Motion detail",
    "https://www.example.org/motions/12",
    "Home > Motions > 2012",
};

static void test_page_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof page_lines / sizeof *page_lines; i++) {
        char page[400];
        pol_arena arena;
        pol_document document;
        snprintf(
            page, sizeof page,
            "This branch notes that the tea is cold.\n\nThis branch resolves to warm it.\n\n%s\n",
            page_lines[i]);
        recognise_page(POL_FORMAT_TEXT, page, &arena, &document);
        if (document.passage_count != 2)
            fail_msg("'%s' is text", page_lines[i]);
        pol_arena_done(&arena);
    }
}

/* Points that only look like buttons are text. */
static void test_text_like_buttons(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "share this guidance with branches;",
        "print leaflets for all branches",
        "1) share this with branches",
        "Back to work schemes are unfair.",
        "Home care workers are paid too little.",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char page[400];
        pol_arena arena;
        pol_document document;
        snprintf(page, sizeof page,
                 "This branch notes cold tea.\n\nThis branch resolves to:\n\n%s\n", lines[i]);
        recognise_page(POL_FORMAT_TEXT, page, &arena, &document);
        if (document.passage_count != 3)
            fail_msg("'%s' is no text", lines[i]);
        pol_arena_done(&arena);
    }
}

static bool has_doubt(const pol_document *document, const char *field)
{
    for (size_t i = 0; i < document->doubt_count; i++)
        if (strcmp(document->doubts[i].field, field) == 0)
            return true;
    return false;
}

static void test_doubts(void **state)
{
    (void)state;
    static const struct {
        const char *page, *field;
    } cases[] = {
        {"Tea\n\nBack to all Motions\n\n2031 Tea Conference\n1 January 2031\n\nConference notes "
         "tea.",
         "date"},
        {"Tea\n\nBack to all Motions\n\n2031 Tea Conference\n4 May 2019\n\nConference notes tea.",
         "year"},
        {"Tea for all\n\nConference notes tea.\n\nConference calls for more.\n\nCarried\n\nLost",
         "decision"},
        {"Tea for all\n\nDecision: Muddled through\n\nConference notes tea.", "decision"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_arena arena;
        pol_document document;
        recognise_page(POL_FORMAT_TEXT, cases[i].page, &arena, &document);
        if (!has_doubt(&document, cases[i].field))
            fail_msg("no doubt of %s in: %s", cases[i].field, cases[i].page);
        pol_arena_done(&arena);
    }
}

/* A sidecar wins over front matter, front matter over the text. */
static void test_pairs(void **state)
{
    (void)state;
    static const char page[] =
        "---\ntitle: From above\nstatus: lost\nunknown: kept\n---\n# From the "
        "heading\n\nConference notes tea.\n\nCarried\n";
    static const char sidecar[] = "title: From beside\nyear: 2014\nconference: Tea Congress\n"
                                  "submitted_by:\n  - North Branch\n  - South Branch\nid: tea-1\n";
    pol_arena arena;
    pol_text text = {0};
    pol_document document;
    pol_error error = {0};
    pol_arena_init(&arena, CASE_ARENA);
    assert_int_equal(pol_read_markdown(pol_span_of(page), &arena, &text, &error), POL_OK);
    assert_int_equal(
        pol_read_yaml(pol_span_of(sidecar), POL_ORIGIN_SIDECAR, 1, &arena, &text, &error), POL_OK);
    assert_int_equal(pol_recognise(&text, POL_SPAN("tea.md"), &arena, &document, &error), POL_OK);
    expect_span("pairs", "title", document.title.text, "From beside");
    assert_int_equal(document.title.origin, POL_ORIGIN_SIDECAR);
    expect_span("pairs", "conference", document.conference.text, "Tea Congress");
    expect_span("pairs", "id", document.id.text, "tea-1");
    assert_int_equal(document.year, 2014);
    assert_int_equal(document.decision, POL_DECISION_LOST);
    assert_int_equal(document.submitter_count, 2);
    assert_false(document.submitters[0].is_person);
    assert_int_equal(document.passage_count, 1);
    pol_arena_done(&arena);
}

static void test_submitters(void **state)
{
    (void)state;
    static const struct {
        const char *line, *name;
        size_t count;
        bool is_person;
    } cases[] = {
        {"Proposed by J. Smith", "J. Smith", 1, true},
        {"Proposer: Ann Reed", "Ann Reed", 1, true},
        {"Proposed by North Branch", "North Branch", 1, false},
        {"Mover: Bo Hill", "Bo Hill", 1, true},
        {"Received from: UNITE, GMB", "UNITE", 2, false},
        {"Submitted by: Water, Environment and Transport Executive",
         "Water, Environment and Transport Executive", 1, false},
        {"Submitted by: NEC", "NEC", 1, false},
        {"Seconded by: Bo Hill", NULL, 0, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char page[300];
        pol_arena arena;
        pol_document document;
        snprintf(page, sizeof page,
                 "Tea\n\nThis branch notes tea.\n\nThis branch resolves to drink.\n\n%s\n",
                 cases[i].line);
        recognise_page(POL_FORMAT_TEXT, page, &arena, &document);
        expect_number(cases[i].line, "submitters", (long)document.submitter_count,
                      (long)cases[i].count);
        if (document.submitter_count > 0) {
            expect_span(cases[i].line, "name", document.submitters[0].name, cases[i].name);
            expect_number(cases[i].line, "person", document.submitters[0].is_person,
                          cases[i].is_person);
        }
        pol_arena_done(&arena);
    }
}

/* A file's name is shown where people made it; else the first words are. */
static void test_display_titles(void **state)
{
    (void)state;
    pol_arena arena;
    pol_text text = {0};
    pol_document document;
    pol_error error = {0};
    pol_arena_init(&arena, CASE_ARENA);
    pol_span page = POL_SPAN("Conference notes that the tea of the canteens is cold and weak.\n");
    assert_int_equal(pol_read_text(page, &arena, &text, &error), POL_OK);
    assert_int_equal(
        pol_recognise(&text, POL_SPAN("cold_tea-motion.txt"), &arena, &document, &error), POL_OK);
    expect_span("named", "display title", document.display_title, "cold tea motion");
    assert_int_equal(pol_recognise(&text, POL_SPAN("000_57b5db1e.txt"), &arena, &document, &error),
                     POL_OK);
    expect_span("hash", "display title", document.display_title,
                "Conference notes that the tea of the canteens is cold and weak.");
    assert_int_equal(pol_recognise(&text, pol_span_of(NULL), &arena, &document, &error), POL_OK);
    assert_true(document.display_title.size > 0);
    pol_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_floods),
        cmocka_unit_test(test_memory_runs_out),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_page_lines),
        cmocka_unit_test(test_text_like_buttons),
        cmocka_unit_test(test_doubts),
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_submitters),
        cmocka_unit_test(test_display_titles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
