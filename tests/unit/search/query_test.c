/* query_test.c - what docs/query-language.md cannot show: bounds, failures, filters that
 * come as options, literal queries, and text that hurts other parsers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "search/query.h"

typedef struct printed_text {
    char text[4096];
} printed_text;

static pol_query *parse(const char *text)
{
    pol_query *query = NULL;
    pol_error error = {0};
    pol_status status = pol_query_parse(pol_span_of(text), false, &query, &error);
    if (status != POL_OK)
        fail_msg("'%s': %s", text, error.text);
    return query;
}

static printed_text tree_of(const pol_query *query)
{
    printed_text out = {""};
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 20);
    pol_query_print(query, &buffer);
    snprintf(out.text, sizeof out.text, "%s", buffer.data);
    pol_buffer_done(&buffer);
    return out;
}

static void expect_tree(const char *text, const char *tree)
{
    pol_query *query = parse(text);
    assert_string_equal(tree_of(query).text, tree);
    pol_query_free(query);
}

static void test_words_keep_their_places(void **state)
{
    (void)state;
    pol_query *query = parse("pay  “fair wages” (strike)");
    const pol_node *root = pol_query_root(query);
    assert_int_equal(root->child_count, 3);
    assert_int_equal(root->children[0]->start, 0);
    assert_int_equal(root->children[0]->end, 3);
    const pol_node *phrase = root->children[1];
    assert_int_equal(phrase->start, 5);
    assert_int_equal(phrase->end, 5 + strlen("“fair wages”"));
    assert_true(pol_span_equal(phrase->children[1]->typed, POL_SPAN("wages")));
    assert_true(pol_span_equal(root->children[2]->typed, POL_SPAN("strike")));
    assert_true(pol_span_equal(root->children[2]->stem, POL_SPAN("strike")));
    pol_query_free(query);
}

static void test_stems_and_second_readings(void **state)
{
    (void)state;
    pol_query *query = parse("striking gps");
    const pol_node *root = pol_query_root(query);
    assert_true(pol_span_equal(root->children[0]->word, POL_SPAN("striking")));
    assert_true(pol_span_equal(root->children[0]->stem, POL_SPAN("strike")));
    assert_true(pol_span_equal(root->children[1]->other_stem, POL_SPAN("gp")));
    pol_query_free(query);
}

static void test_compounds_have_parts(void **state)
{
    (void)state;
    pol_query *query = parse("co-operation");
    const pol_node *root = pol_query_root(query);
    assert_int_equal(root->type, POL_NODE_WORD);
    assert_true(pol_span_equal(root->word, POL_SPAN("cooperation")));
    assert_int_equal(root->part_count, 2);
    assert_true(pol_span_equal(root->parts[1], POL_SPAN("operation")));
    assert_true(pol_span_equal(root->part_stems[1], POL_SPAN("oper")));
    pol_query_free(query);
}

static void test_hyphen_at_a_line_end_joins(void **state)
{
    (void)state;
    expect_tree("inter-\nnational pay", "(and (compound international inter national) pay)");
    expect_tree("pay -\nnational", "(and pay national)");
}

/* All of it is words; none of it fails. */
static void test_ordinary_text(void **state)
{
    (void)state;
    expect_tree("", "()");
    expect_tree(" \t\n", "()");
    expect_tree("\"\"", "()");
    expect_tree("()", "()");
    expect_tree("((((", "()");
    expect_tree("))))", "()");
    expect_tree("-", "()");
    expect_tree("--", "()");
    expect_tree("-()", "()");
    expect_tree("-\"!\" pay", "pay");
    expect_tree("NOT (:) pay", "pay");
    expect_tree("a ( OR ) b", "(and ~a ~or b)");
    expect_tree("pay NEAR/ rise", "(and pay near rise)");
    expect_tree("pay NEAR/x rise", "(and pay near x rise)");
    expect_tree("decision: carried", "(and decision carried)");
    expect_tree("decision:", "decision");
    expect_tree("title:\"\" pay", "(and title pay)");
    expect_tree("title:!! pay", "pay");
    expect_tree("(pay", "pay");
    expect_tree("member(s)", "(and member s)");
    expect_tree("pay,(wages)", "(and pay wages)");
    expect_tree("\xff\xfepay\xc3", "pay");
    expect_tree("pay\xe2\x80\xae wages", "(and pay wages)");
}

static void test_nul_bytes_are_text(void **state)
{
    (void)state;
    pol_query *query = NULL;
    pol_error error;
    pol_span text = POL_SPAN("pay\0 title:\0 \0* kind:\0 wages\0");
    assert_int_equal(pol_query_parse(text, false, &query, &error), POL_USAGE);
    assert_null(query);
    text = POL_SPAN("pay\0 title:\0 \0* wages\0cuts");
    assert_int_equal(pol_query_parse(text, false, &query, &error), POL_OK);
    assert_string_equal(tree_of(query).text, "(and pay wages cuts)");
    pol_query_free(query);
}

static void test_literal_has_no_operators(void **state)
{
    (void)state;
    pol_query *query = NULL;
    pol_error error;
    pol_span text = POL_SPAN("pay OR -wages \"fair pay\" year:2015 privat* (the");
    assert_int_equal(pol_query_parse(text, true, &query, &error), POL_OK);
    assert_string_equal(tree_of(query).text, "(and pay^2 ~or wages fair year 2015 privat ~the)");
    pol_query_free(query);
    assert_int_equal(pol_query_parse(POL_SPAN("pay"), true, &query, &error), POL_OK);
    assert_string_equal(tree_of(query).text, "(and pay)");
    pol_query_free(query);
    assert_int_equal(pol_query_parse(POL_SPAN("?"), true, &query, &error), POL_OK);
    assert_null(pol_query_root(query));
    pol_query_free(query);
}

static void test_errors_name_the_place(void **state)
{
    (void)state;
    pol_query *query = NULL;
    pol_error error = {0};
    assert_int_equal(pol_query_parse(POL_SPAN("pay kind:song"), false, &query, &error), POL_USAGE);
    assert_null(query);
    assert_int_equal(error.status, POL_USAGE);
    assert_int_equal(error.at, strlen("pay kind:"));
    assert_non_null(strstr(error.text, "kind:song"));
    assert_non_null(strstr(error.text, "rule_change"));
    assert_int_equal(pol_query_parse(POL_SPAN("year:1492"), false, &query, NULL), POL_USAGE);
    assert_int_equal(pol_query_parse(POL_SPAN("year:.."), false, &query, &error), POL_USAGE);
    assert_int_equal(pol_query_parse(POL_SPAN("date:soon"), false, &query, &error), POL_USAGE);
    assert_int_equal(pol_query_parse(POL_SPAN("clause:none"), false, &query, &error), POL_USAGE);
}

/* Messages go to terminals. */
static void test_messages_are_printable(void **state)
{
    (void)state;
    pol_query *query = NULL;
    pol_error error = {0};
    assert_int_equal(pol_query_parse(POL_SPAN("kind:\"a\033[31m\n\xff\""), false, &query, &error),
                     POL_USAGE);
    assert_null(strpbrk(error.text, "\033\n\xff"));
    query = parse("a\033[1mb*");
    assert_true(pol_query_note_count(query) == 1);
    assert_null(strchr(pol_query_note(query, 0), '\033'));
    pol_query_free(query);
}

static void test_filters_from_options(void **state)
{
    (void)state;
    pol_error error = {0};
    pol_query *query = parse("pay OR wages");
    assert_int_equal(pol_query_add_filter(query, POL_FIELD_YEAR, POL_SPAN("2010..2015"), &error),
                     POL_OK);
    assert_int_equal(
        pol_query_add_filter(query, POL_FIELD_CONFERENCE, POL_SPAN("health care"), &error), POL_OK);
    assert_int_equal(
        pol_query_add_filter(query, POL_FIELD_DECISION, POL_SPAN("Carried as Amended"), &error),
        POL_OK);
    assert_int_equal(pol_query_add_filter(query, POL_FIELD_DECISION, POL_SPAN("lost"), &error),
                     POL_OK);
    assert_string_equal(tree_of(query).text,
                        "(and (or pay wages) (year 2010..2015) (conference health care) "
                        "(or (decision carried_amended) (decision lost)))");
    pol_query_free(query);
}

static void test_a_filter_that_fails_changes_nothing(void **state)
{
    (void)state;
    pol_error error = {0};
    pol_query *query = parse("pay");
    assert_int_equal(pol_query_add_filter(query, POL_FIELD_DECISION, POL_SPAN("carryed"), &error),
                     POL_USAGE);
    assert_non_null(strstr(error.text, "carryed"));
    assert_int_equal(pol_query_add_filter(query, POL_FIELD_TITLE, POL_SPAN(" ?! "), &error),
                     POL_USAGE);
    assert_string_equal(tree_of(query).text, "pay");
    assert_int_equal(pol_query_add_filter(query, POL_FIELD_YEAR, POL_SPAN("2015"), &error), POL_OK);
    assert_string_equal(tree_of(query).text, "(and pay (year 2015))");
    pol_query_free(query);
}

static void test_a_filter_alone(void **state)
{
    (void)state;
    pol_error error = {0};
    pol_query *query = parse("");
    assert_int_equal(pol_query_add_filter(query, POL_FIELD_KIND, POL_SPAN("rule change"), &error),
                     POL_OK);
    assert_string_equal(tree_of(query).text, "(kind rule_change)");
    pol_query_free(query);
}

/* `count` times `piece`, to be freed. */
static char *repeat(const char *piece, size_t count)
{
    size_t size = strlen(piece);
    char *text = calloc(count, size + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, piece, size);
    return text;
}

/* From the first word to the last, or not at all; what docs/query-language.md does not show. */
static void test_outcomes_are_read_as_filters(void **state)
{
    (void)state;
    static const struct {
        const char *query, *tree; /* NULL: words */
    } rows[] = {
        {"All resolutions passed by Congress 2019.", "(and (decision policy) (year 2019))"},
        {"what motions have been deferred", "(decision deferred)"},
        {"lost motions", "(decision lost)"},
        {"emergency motions carried in 2020",
         "(and (kind emergency) (decision policy) (year 2020))"},
        {"motions lost in 2014 on pay", "(and pay (decision lost) (year 2014))"},
        {"motions on pay in 2014", "(and pay (year 2014))"},
        {"motions on pay and leave lost at health conference",
         "(and pay ~and leave (decision lost) (conference health conference))"},
        {"carried composites about care at the door in 2019",
         "(and care ~at ~the door (kind composite) (decision policy) (year 2019))"},
        {"carried composites about care in the home", NULL},
        {"motions about pay lost", NULL},
        {"sick pay motions were lost in 2014", "(and sick pay (decision lost) (year 2014))"},
        {"sick pay remitted in 2014", "(and sick pay (decision remitted) (year 2014))"},
        {"jobs lost in 2014", NULL},
        {"sick pay carried", NULL},
        {"motions on pay", NULL},
        {"motions about", NULL},
        {"motions on \"sick pay\" lost", NULL},
        {"emergency lost", NULL},
        {"motions that fell at 2012 transport congress",
         "(and (decision fell) (conference transport congress) (year 2012))"},
        {"motions lost 2012 2013", NULL},
        {"motions lost in 12", NULL},
        {"motions lost in 20145", NULL},
        {"motions", NULL},
        {"lost", NULL},
        {"motions in 2014", NULL},
        {"motion lost in 2014", NULL},
        {"motions lost lost", NULL},
        {"motions (lost)", NULL},
        {"motions AND lost", NULL},
        {"motions lost -2014", NULL},
        {"motions lost year:2014", NULL},
        {"motions lost in 2014 pay", NULL},
        {"which motions", NULL},
        {"motions not lost", NULL},
        {"motions lost at the annual meeting", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool is_read = false;
        pol_error error = {0};
        pol_query *query = parse(rows[i].query);
        printed_text before = tree_of(query);
        assert_int_equal(pol_query_read_outcomes(query, &is_read, &error), POL_OK);
        const char *wanted = rows[i].tree ? rows[i].tree : before.text;
        if (is_read != (rows[i].tree != NULL) || strcmp(tree_of(query).text, wanted) != 0)
            fail_msg("'%s': wanted %s, got %s", rows[i].query, wanted, tree_of(query).text);
        assert_int_equal(pol_query_note_count(query), is_read);
        pol_query_free(query);
    }
}

static void test_words_are_bounded(void **state)
{
    (void)state;
    pol_buffer text;
    pol_buffer_init(&text, 1 << 20);
    for (int i = 0; i < 1000; i++)
        pol_buffer_printf(&text, "word%d ", i);
    pol_query *query = parse(text.data);
    assert_int_equal(pol_query_root(query)->child_count, POL_QUERY_WORDS_MAX);
    assert_int_equal(pol_query_note_count(query), 1);
    assert_string_equal(pol_query_note(query, 0), "only the first 400 words of the query are used");
    assert_string_equal(pol_query_note(query, 1), "");
    /* A filter still counts. */
    pol_error error;
    assert_int_equal(pol_query_add_filter(query, POL_FIELD_YEAR, POL_SPAN("2015"), &error), POL_OK);
    assert_int_equal(pol_query_root(query)->child_count, POL_QUERY_WORDS_MAX + 1);
    pol_query_free(query);
    pol_buffer_done(&text);
}

static void test_size_is_bounded(void **state)
{
    (void)state;
    pol_query *query = NULL;
    pol_error error = {0};
    char *text = repeat("x", POL_QUERY_MAX + 1);
    assert_int_equal(pol_query_parse(pol_span_of(text), false, &query, &error), POL_LIMIT);
    assert_null(query);
    assert_int_equal(pol_query_parse(pol_span_make(text, POL_QUERY_MAX), false, &query, &error),
                     POL_OK);
    pol_query_free(query);
    free(text);
}

static size_t depth_of(const pol_node *node)
{
    size_t deepest = 0;
    for (size_t i = 0; i < node->child_count; i++) {
        size_t depth = depth_of(node->children[i]);
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest + 1;
}

static void test_depth_is_bounded(void **state)
{
    (void)state;
    char *open = repeat("pay OR (wages (", 2000), *close = repeat("))", 2000);
    pol_buffer text;
    pol_buffer_init(&text, POL_QUERY_MAX);
    pol_buffer_add_text(&text, open);
    pol_buffer_add_text(&text, "cuts");
    pol_buffer_add_text(&text, close);
    pol_query *query = parse(text.data);
    assert_true(depth_of(pol_query_root(query)) <= 2 * POL_QUERY_DEPTH_MAX + 2);
    pol_query_free(query);
    pol_buffer_done(&text);
    free(open);
    free(close);
}

/* Each in its own way makes lists long or repeats work; all end quickly. */
static void test_hostile_queries_end(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "NOT ", "- ",      "-",       "\"",       "(",          ")",        "a OR ", "OR ",
        "a-",   "a NEAR ", "NEAR/9 ", "title:a ", "*",          "a* ",      "“ ",    "year:2015 ",
        "x\n",  "by:(",    "é́",       "a.b.",     "(a OR -b) ", "\"a b\" ",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char *text = repeat(pieces[i], POL_QUERY_MAX / strlen(pieces[i]));
        pol_query *query = parse(text);
        pol_buffer buffer;
        pol_buffer_init(&buffer, 1 << 20);
        pol_query_print(query, &buffer);
        pol_query_understood(query, &buffer);
        assert_int_equal(buffer.status, POL_OK);
        pol_buffer_done(&buffer);
        pol_query_free(query);
        free(text);
    }
}

static void test_understood_is_short_and_safe(void **state)
{
    (void)state;
    pol_buffer text, words;
    pol_buffer_init(&text, 1 << 20);
    pol_buffer_init(&words, 1 << 20);
    for (int i = 0; i < 300; i++)
        pol_buffer_printf(&text, "word%d ", i);
    pol_query *query = parse(text.data);
    pol_query_understood(query, &words);
    assert_non_null(strstr(words.data, "and 288 more"));
    assert_true(words.size < 400);
    pol_query_free(query);
    pol_buffer_clear(&words);
    query = parse("\"a\033[31m\nb\"");
    pol_query_understood(query, &words);
    assert_null(strpbrk(words.data, "\033\n"));
    pol_query_free(query);
    pol_buffer_done(&text);
    pol_buffer_done(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_keep_their_places),
        cmocka_unit_test(test_stems_and_second_readings),
        cmocka_unit_test(test_compounds_have_parts),
        cmocka_unit_test(test_hyphen_at_a_line_end_joins),
        cmocka_unit_test(test_ordinary_text),
        cmocka_unit_test(test_nul_bytes_are_text),
        cmocka_unit_test(test_literal_has_no_operators),
        cmocka_unit_test(test_errors_name_the_place),
        cmocka_unit_test(test_messages_are_printable),
        cmocka_unit_test(test_filters_from_options),
        cmocka_unit_test(test_a_filter_that_fails_changes_nothing),
        cmocka_unit_test(test_a_filter_alone),
        cmocka_unit_test(test_outcomes_are_read_as_filters),
        cmocka_unit_test(test_words_are_bounded),
        cmocka_unit_test(test_size_is_bounded),
        cmocka_unit_test(test_depth_is_bounded),
        cmocka_unit_test(test_hostile_queries_end),
        cmocka_unit_test(test_understood_is_short_and_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
