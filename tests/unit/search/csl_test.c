/* csl_test.c - CSL-JSON that a reference manager reads, and citations as Markdown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>

#include "search/citation.h"
#include "search/csl.h"

static pol_document motion(void)
{
    return (pol_document){
        .id.text = POL_SPAN("m/1"),
        .kind = POL_KIND_MOTION,
        .title.text = POL_SPAN("Warm \"Homes\""),
        .display_title = POL_SPAN("Warm \"Homes\""),
        .organisation.text = POL_SPAN("Lantern Workers Union"),
        .conference.text = POL_SPAN("2014 Housing Conference"),
        .conference_name = POL_SPAN("Housing Conference"),
        .year = 2014,
        .date = {2013, 12, 7},
        .number.text = POL_SPAN("12"),
        .decision = POL_DECISION_CARRIED,
        .language.text = POL_SPAN("en"),
    };
}

static json_t *csl(const pol_document *document, const pol_passage *passage, const char *url)
{
    pol_buffer buffer;
    json_error_t error;
    pol_buffer_init(&buffer, 1 << 16);
    pol_csl_add(document, passage, pol_span_of(url), &buffer);
    assert_int_equal(buffer.status, POL_OK);
    assert_null(strchr(buffer.data, '\n'));
    json_t *item = json_loadb(buffer.data, buffer.size, 0, &error);
    if (!item)
        fail_msg("%s: %s", error.text, buffer.data);
    pol_buffer_done(&buffer);
    return item;
}

static void expect(const json_t *item, const char *key, const char *wanted)
{
    const char *value = json_string_value(json_object_get(item, key));
    if (!value || strcmp(value, wanted) != 0)
        fail_msg("%s: wanted '%s', got '%s'", key, wanted, value ? value : "none");
}

/* "2013-12-7" of date-parts. */
static void expect_date(const json_t *item, const char *key, const int *parts, size_t count)
{
    json_t *dates = json_object_get(json_object_get(item, key), "date-parts");
    json_t *date = json_array_get(dates, 0);
    assert_int_equal(json_array_size(dates), 1);
    assert_int_equal(json_array_size(date), count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(json_integer_value(json_array_get(date, i)), parts[i]);
}

static void a_motion_has_its_conference_and_decision(void **state)
{
    (void)state;
    const pol_document document = motion();
    json_t *item = csl(&document, NULL, "https://example.org/documents/m%2F1");
    expect(item, "id", "https://example.org/documents/m%2F1");
    expect(item, "URL", "https://example.org/documents/m%2F1");
    expect(item, "type", "legislation");
    expect(item, "title", "Warm \"Homes\"");
    expect(item, "number", "12");
    expect(item, "container-title", "2014 Housing Conference");
    expect(item, "event-title", "2014 Housing Conference");
    expect(item, "authority", "Lantern Workers Union");
    expect(item, "language", "en");
    expect(item, "note", "carried");
    expect_date(item, "issued", (const int[]){2014}, 1); /* the conference's year */
    expect_date(item, "submitted", (const int[]){2013, 12, 7}, 3);
    assert_null(json_object_get(item, "section"));
    assert_null(json_object_get(item, "author"));
    json_decref(item);
}

static void a_passage_is_a_section_of_it(void **state)
{
    (void)state;
    const pol_document document = motion();
    const pol_passage passage = {.ordinal = 7,
                                 .label = POL_SPAN("2)"),
                                 .clause = POL_CLAUSE_NOTES,
                                 .decision = POL_DECISION_LOST,
                                 .page = 31};
    json_t *item = csl(&document, &passage, NULL);
    expect(item, "id", "m/1#p7");
    expect(item, "section", "point 2 of the notes");
    expect(item, "page", "31");
    expect(item, "note", "carried; this point: lost");
    assert_null(json_object_get(item, "URL"));
    json_decref(item);
}

static void what_is_not_stated_is_left_out(void **state)
{
    (void)state;
    const pol_document document = {.id.text = POL_SPAN("x"),
                                   .kind = POL_KIND_MOTION,
                                   .display_title = POL_SPAN("Conference notes"),
                                   .text = POL_SPAN("Conference notes tea.")};
    json_t *item = csl(&document, NULL, NULL);
    expect(item, "title", "Conference notes…"); /* first words */
    expect(item, "note", "decision not stated");
    assert_int_equal(json_object_size(item), 4); /* id and type beside these */
    json_decref(item);
}

static void an_article_has_its_date_and_no_decision(void **state)
{
    (void)state;
    const pol_document document = {.id.text = POL_SPAN("a"),
                                   .kind = POL_KIND_ARTICLE,
                                   .title.text = POL_SPAN("Tea"),
                                   .display_title = POL_SPAN("Tea"),
                                   .year = 2016,
                                   .date = {2016, 8, 0}};
    json_t *item = csl(&document, NULL, NULL);
    expect(item, "type", "article-newspaper");
    expect_date(item, "issued", (const int[]){2016, 8}, 2);
    assert_null(json_object_get(item, "submitted"));
    assert_null(json_object_get(item, "note"));
    json_decref(item);
}

static void hostile_text_stays_text(void **state)
{
    (void)state;
    pol_document document = motion();
    document.display_title = document.title.text = POL_SPAN("a\"},\n{\"x\":\xff</script>\x1b[2J");
    json_t *item = csl(&document, NULL, "https://example.org/\"><script>");
    assert_int_equal(json_object_size(item), 12);
    json_decref(item);
    pol_buffer small;
    pol_buffer_init(&small, 20);
    pol_csl_add(&document, NULL, (pol_span){0}, &small);
    assert_int_equal(small.status, POL_LIMIT);
    pol_buffer_done(&small);
}

/* --- Markdown --------------------------------------------------------------------- */

static void expect_markdown(const pol_document *document, const char *url, const char *wanted)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 16);
    pol_citation_add_markdown(document, NULL, pol_span_of(url), &buffer);
    assert_int_equal(buffer.status, POL_OK);
    assert_string_equal(buffer.data, wanted);
    pol_buffer_done(&buffer);
}

static void markdown_is_a_link(void **state)
{
    (void)state;
    pol_document document = motion();
    expect_markdown(&document, "https://example.org/documents/m%2F1#p7",
                    "[Motion 12, “Warm \"Homes\"”, 2014 Housing Conference (carried)]"
                    "(<https://example.org/documents/m%2F1#p7>)");
    expect_markdown(&document, NULL,
                    "Motion 12, “Warm \"Homes\"”, 2014 Housing Conference (carried)");
    document.title.text = POL_SPAN("](http://evil) <b> *x*");
    expect_markdown(&document, "https://example.org/?a=1&b=<>) \n",
                    "[Motion 12, “\\](http://evil) &lt;b&gt; \\*x\\*”, 2014 Housing Conference "
                    "(carried)](<https://example.org/?a=1&amp;b=%3C%3E%29%20%0A>)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_motion_has_its_conference_and_decision),
        cmocka_unit_test(a_passage_is_a_section_of_it),
        cmocka_unit_test(what_is_not_stated_is_left_out),
        cmocka_unit_test(an_article_has_its_date_and_no_decision),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(markdown_is_a_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
