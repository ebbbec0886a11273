/* test_intake.c - a file, or lines, to documents with their ids, and what is left out. */
#include "tests/unit/indexer/folder.h"

#include "indexer/intake.h"

/* Documents are only looked at: nothing is prepared. */
static void take(pol_item *item)
{
    pol_intake intake = {0};
    pol_error error;
    assert_int_equal(pol_sandbox_new(NULL, &intake.sandbox, &error), POL_OK);
    pol_item_take(item, &intake);
    pol_sandbox_free(intake.sandbox);
}

static pol_item *take_file(const char *name, const char *sidecar)
{
    pol_item *item = pol_item_new();
    assert_non_null(item);
    item->file.path = pol_arena_copy(&item->arena, pol_span_of(at(name)));
    item->file.relative = pol_span_of(name);
    item->format = pol_format_detect(item->file.relative, (pol_span){0});
    if (sidecar)
        item->sidecar.path = pol_arena_copy(&item->arena, pol_span_of(at(sidecar)));
    take(item);
    assert_int_equal(item->status, POL_OK);
    return item;
}

static pol_item *take_lines(const char *text, uint32_t first_line, const char *key)
{
    pol_item *item = pol_item_new();
    assert_non_null(item);
    item->file.relative = POL_SPAN("m.jsonl");
    item->file_key = pol_span_of(key);
    item->lines = pol_arena_copy(&item->arena, pol_span_of(text));
    item->first_line = first_line;
    take(item);
    return item;
}

static pol_span id_of(const pol_item *item, size_t i)
{
    assert_true(i < item->document_count);
    return item->documents[i].stored.document.id.text;
}

static void a_file_gets_an_id_of_its_path(void **state)
{
    (void)state;
    write_file("a.txt", "Conference notes kettles.\n");
    pol_item *item = take_file("a.txt", NULL);
    assert_int_equal(item->document_count, 1);
    assert_false(item->documents[0].stored.has_explicit_id);
    assert_int_equal(id_of(item, 0).size, 12);
    pol_span again = pol_derived_id(&item->arena, POL_SPAN("a.txt"), (pol_span){0}, (pol_span){0});
    assert_true(pol_span_equal(id_of(item, 0), again));
    assert_false(pol_span_equal(
        again, pol_derived_id(&item->arena, POL_SPAN("a.txt"), (pol_span){0}, POL_SPAN("root"))));
    assert_true(pol_span_equal(item->documents[0].stored.sources[0], POL_SPAN("a.txt")));
    pol_item_free(item);
}

static void a_sidecar_states_what_the_text_does_not(void **state)
{
    (void)state;
    write_file("a.txt", "Conference notes kettles.\n");
    write_file("a.meta.yaml", "id: k/1\ntitle: Kettles\n");
    pol_item *item = take_file("a.txt", "a.meta.yaml");
    assert_true(pol_span_equal(id_of(item, 0), POL_SPAN("k/1")));
    assert_true(item->documents[0].stored.has_explicit_id);
    pol_item_free(item);
    write_file("a.meta.yaml", "{{{");
    item = take_file("a.txt", "a.meta.yaml");
    assert_int_equal(item->document_count, 0);
    assert_int_equal(item->skip_count, 1);
    assert_non_null(strstr(item->skips[0].reason, ".meta.yaml"));
    pol_item_free(item);
}

static void leaves_out_what_it_cannot_read(void **state)
{
    (void)state;
    write_file("empty.txt", "");
    write_file("junk.txt", "\001\002\003\004\005\006\007\016\017\020\021\022\023\024");
    assert_int_equal(mkfifo(at("pipe.txt"), 0666), 0);
    const char *names[] = {"empty.txt", "junk.txt", "pipe.txt", "none.txt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        pol_item *item = take_file(names[i], NULL);
        assert_int_equal(item->document_count, 0);
        assert_int_equal(item->skip_count, 1);
        assert_int_not_equal(item->skips[0].reason[0], '\0');
        pol_item_free(item);
    }
}

/* Its id is that of its line, whatever the lines before it are, and wherever blocks end. */
static void a_line_gets_an_id_of_its_place(void **state)
{
    (void)state;
    const char *good = "{\"text\":\"Conference notes.\"}\n";
    char text[256];
    snprintf(text, sizeof text, "%snot json\n\n%s", good, good);
    pol_item *item = take_lines(text, 1, "1/m.jsonl");
    assert_int_equal(item->document_count, 2);
    assert_int_equal(item->skip_count, 1);
    assert_int_equal(item->skips[0].line, 2);
    assert_true(pol_span_equal(item->documents[1].key, POL_SPAN("3")));
    pol_item *later = take_lines(good, 4, "1/m.jsonl");
    assert_true(pol_span_equal(id_of(item, 1), id_of(later, 0)));
    assert_false(pol_span_equal(id_of(item, 0), id_of(item, 1)));
    pol_item_free(later);
    pol_item_free(item);
}

static void standard_input_needs_ids(void **state)
{
    (void)state;
    pol_item *item = take_lines("{\"text\":\"x y z\"}\n{\"id\":7,\"text\":\"x y z\"}", 1, "-");
    assert_int_equal(item->document_count, 1);
    assert_true(pol_span_equal(id_of(item, 0), POL_SPAN("7")));
    assert_int_equal(item->skip_count, 1);
    assert_non_null(strstr(item->skips[0].reason, "\"id\""));
    pol_item_free(item);
}

static void reads_no_more_than_the_limit(void **state)
{
    (void)state;
    pol_arena arena;
    pol_span bytes;
    pol_error error;
    pol_arena_init(&arena, 1 << 20);
    write_file("ten.txt", "0123456789");
    assert_int_equal(pol_file_read(at("ten.txt"), 10, &arena, &bytes, &error), POL_OK);
    assert_true(pol_span_equal(bytes, POL_SPAN("0123456789")));
    assert_int_equal(pol_file_read(at("ten.txt"), 9, &arena, &bytes, &error), POL_LIMIT);
    assert_int_equal(pol_file_read(at("none"), 9, &arena, &bytes, &error), POL_NOTFOUND);
    assert_int_equal(pol_file_read(folder, 9, &arena, &bytes, &error), POL_IO);
    pol_arena_done(&arena);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, drop_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_file_gets_an_id_of_its_path),
        IN_FOLDER(a_sidecar_states_what_the_text_does_not),
        IN_FOLDER(leaves_out_what_it_cannot_read),
        IN_FOLDER(a_line_gets_an_id_of_its_place),
        IN_FOLDER(standard_input_needs_ids),
        IN_FOLDER(reads_no_more_than_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
