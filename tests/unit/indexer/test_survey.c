/* test_survey.c - a path to its root, its files, and what is left out. */
#include "tests/unit/indexer/folder.h"

#include "indexer/survey.h"

static pol_arena arena;
static pol_survey survey;

static int make_arena(void **state)
{
    pol_arena_init(&arena, 1 << 20);
    return make_folder(state);
}

static int drop_arena(void **state)
{
    pol_arena_done(&arena);
    return drop_folder(state);
}

static void look(const char *path)
{
    pol_error error;
    if (pol_survey_path(NULL, path, &arena, &survey, &error) != POL_OK)
        fail_msg("%s", error.text);
}

static void folders_and_files_have_roots(void **state)
{
    (void)state;
    char slash[PATH_MAX + 4];
    make_subfolder("in");
    write_file("in/a.txt", "x");
    assert_int_equal(symlink("in", at("link")), 0);
    look(at("in"));
    pol_span root = pol_arena_copy(&arena, survey.root.path);
    assert_true(survey.is_new_root);
    assert_false(survey.root.is_partial);
    snprintf(slash, sizeof slash, "%s//", at("in"));
    const char *ways[] = {slash, at("link"), at("in/../in/.")};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        look(ways[i]);
        assert_true(pol_span_equal(survey.root.path, root));
        assert_int_equal(survey.file_count, 1);
        assert_true(pol_span_equal(survey.files[0].key, POL_SPAN("1/a.txt")));
    }
    look(at("in/a.txt"));
    assert_true(survey.root.is_partial);
    assert_true(pol_span_equal(survey.root.path, root));
    assert_true(pol_span_equal(survey.files[0].file.relative, POL_SPAN("a.txt")));
}

static void sidecars_go_with_their_files(void **state)
{
    (void)state;
    write_file("a.txt", "x");
    write_file("a.meta.yaml", "title: A");
    write_file("b.md", "x");
    write_file("b.md.meta.yaml", "title: B");
    write_file("c.jsonl", "{}");
    write_file("d.meta.yaml", "title: D");
    write_file("e.xlsx", "x");
    write_file("f.css", "x");
    write_file("g.csv", "x");
    write_file("g.csv.mapping.yaml", "title: Name");
    look(folder);
    assert_int_equal(survey.file_count, 4);
    assert_true(pol_span_ends(survey.files[0].sidecar.path, POL_SPAN("/a.meta.yaml")));
    assert_true(pol_span_ends(survey.files[1].sidecar.path, POL_SPAN("/b.md.meta.yaml")));
    assert_null(survey.files[2].sidecar.path.data);
    assert_true(pol_span_ends(survey.files[3].sidecar.path, POL_SPAN("/g.csv.mapping.yaml")));
    assert_int_equal(survey.left_out_count, 2);
    assert_non_null(strstr(survey.left_out[0].reason.data, "without its file"));
    assert_non_null(strstr(survey.left_out[1].reason.data, ".xlsx"));
    assert_int_equal(survey.passed_over, 1);
}

/* What to do with what is not read; what an office program leaves while a document is open. */
static void says_what_to_do_with_others(void **state)
{
    (void)state;
    write_file("a.XLSX", "x");
    write_file("b.eml", "x");
    write_file("c.pptx", "x");
    write_file("d.docx", "x");
    write_file("~$d.docx", "x");
    write_file("~$e.doc", "x");
    look(folder);
    assert_int_equal(survey.file_count, 1);
    assert_int_equal(survey.left_out_count, 3);
    assert_non_null(strstr(survey.left_out[0].reason.data, "as CSV"));
    assert_non_null(strstr(survey.left_out[1].reason.data, "attached"));
    assert_non_null(strstr(survey.left_out[2].reason.data, "as PDF"));
    assert_int_equal(survey.passed_over, 2);
}

static void says_what_is_not_there(void **state)
{
    (void)state;
    pol_error error;
    assert_int_equal(pol_survey_path(NULL, at("none"), &arena, &survey, &error), POL_NOTFOUND);
    assert_non_null(strstr(error.text, "none"));
    write_file("file", "x");
    assert_true(pol_path_is_gone(at("none")));
    assert_true(pol_path_is_gone(at("file/below")));
    assert_false(pol_path_is_gone(at("file")));
}

static void a_file_to_read_again_is_there_gone_or_out_of_reach(void **state)
{
    (void)state;
    bool is_gone;
    write_file("a.txt", "x");
    const pol_root roots[] = {{.number = 1, .path = pol_span_of(folder)},
                              {.number = 2, .path = pol_span_of(at("unplugged"))}};
    pol_survey_file file = pol_survey_one(roots, 2, POL_SPAN("1/a.txt"), &arena, &is_gone);
    assert_non_null(file.file.path.data);
    assert_true(pol_span_equal(file.file.relative, POL_SPAN("a.txt")));
    assert_false(is_gone);
    const char *keys[] = {"1/b.txt", "2/a.txt", "3/a.txt", "-"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        file = pol_survey_one(roots, 2, pol_span_of(keys[i]), &arena, &is_gone);
        assert_null(file.file.path.data);
        assert_int_equal(is_gone, i == 0);
    }
}

static void below_means_below_in_the_tree(void **state)
{
    (void)state;
    assert_true(pol_path_is_below(POL_SPAN("/a/b"), POL_SPAN("/a")));
    assert_true(pol_path_is_below(POL_SPAN("/a"), POL_SPAN("/a")));
    assert_true(pol_path_is_below(POL_SPAN("/a"), POL_SPAN("/")));
    assert_false(pol_path_is_below(POL_SPAN("/ab"), POL_SPAN("/a")));
    assert_false(pol_path_is_below(POL_SPAN("/"), POL_SPAN("/a")));
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_arena, drop_arena)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(folders_and_files_have_roots),
        IN_FOLDER(sidecars_go_with_their_files),
        IN_FOLDER(says_what_to_do_with_others),
        IN_FOLDER(says_what_is_not_there),
        IN_FOLDER(a_file_to_read_again_is_there_gone_or_out_of_reach),
        IN_FOLDER(below_means_below_in_the_tree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
