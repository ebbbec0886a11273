/* test_sandbox.c - files through polread: what is in them, and why something is not. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "sandbox/sandbox.h"
#include "tests/unit/formats/zip_maker.h"

static const char motion[] =
    "Kettles for Canteens\n\nConference notes that kettles boil slowly.\n\n"
    "Conference calls upon the Executive to:\n1) buy faster kettles.\n";

typedef struct fixture {
    pol_sandbox *sandbox;
    pol_arena arena;
    pol_extracted extracted;
    pol_error error;
} fixture;

static int set_up(void **state)
{
    static fixture here;
    const pol_sandbox_options options = {.program = POLREAD, .time_ms = 20000};
    here = (fixture){0};
    pol_arena_init(&here.arena, (size_t)256 << 20);
    *state = &here;
    return pol_sandbox_new(&options, &here.sandbox, &here.error) == POL_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    fixture *here = *state;
    pol_sandbox_free(here->sandbox);
    pol_arena_done(&here->arena);
    return 0;
}

/* A descriptor for reading of a file with these bytes. */
static int file_with(pol_span bytes)
{
    char path[] = "/tmp/polsearch-sandbox-XXXXXX";
    int writing = mkstemp(path);
    assert_true(writing >= 0);
    assert_int_equal(write(writing, bytes.data, bytes.size), bytes.size);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    assert_true(file >= 0);
    close(writing);
    unlink(path);
    return file;
}

static pol_status read_request(fixture *here, const pol_read_request *request)
{
    pol_status status =
        pol_sandbox_read(here->sandbox, request, &here->arena, &here->extracted, &here->error);
    if (status != POL_OK)
        print_message("%s\n", here->error.text);
    return status;
}

static void read_file(fixture *here, const char *name, pol_span bytes)
{
    const pol_read_request request = {.file = file_with(bytes), .name = pol_span_of(name)};
    assert_int_equal(read_request(here, &request), POL_OK);
    close(request.file);
}

static void assert_span(pol_span span, const char *wanted)
{
    char text[512];
    snprintf(text, sizeof text, "%.*s", POL_SPAN_ARGS(span));
    assert_string_equal(text, wanted);
}

static const pol_document *the_document(const fixture *here)
{
    assert_int_equal(here->extracted.omission_count, 0);
    assert_int_equal(here->extracted.document_count, 1);
    return &here->extracted.documents[0].document;
}

static const pol_omission *the_omission(const fixture *here)
{
    assert_int_equal(here->extracted.document_count, 0);
    assert_int_equal(here->extracted.omission_count, 1);
    return &here->extracted.omissions[0];
}

static void a_text_is_read(void **state)
{
    fixture *here = *state;
    for (int i = 0; i < 3; i++) {
        read_file(here, "kettles.txt", pol_span_of(motion));
        const pol_document *document = the_document(here);
        assert_span(document->title.text, "Kettles for Canteens");
        assert_true(document->passage_count >= 2);
    }
}

static void a_sidecar_is_heard(void **state)
{
    fixture *here = *state;
    pol_read_request request = {.file = -1,
                                .bytes = pol_span_of(motion),
                                .name = POL_SPAN("kettles.txt"),
                                .sidecar = POL_SPAN("decision: remitted\nyear: 2031\n")};
    assert_int_equal(read_request(here, &request), POL_OK);
    assert_int_equal(the_document(here)->decision, POL_DECISION_REMITTED);
    assert_int_equal(the_document(here)->year, 2031);
    request.sidecar = POL_SPAN("decision: [remitted\n");
    assert_int_equal(read_request(here, &request), POL_OK);
    assert_true(
        pol_span_starts(the_omission(here)->reason, POL_SPAN("its .meta.yaml cannot be used: ")));
}

static void lines_are_read_one_by_one(void **state)
{
    fixture *here = *state;
    const pol_read_request request = {
        .file = -1,
        .bytes = POL_SPAN("{\"text\": \"Conference notes kettles.\"}\n\nno JSON\n"
                          "{\"text\": \"Conference notes teapots.\", \"title\": \"Teapots\"}"),
        .name = POL_SPAN("m.jsonl"),
        .first_line = 100};
    assert_int_equal(read_request(here, &request), POL_OK);
    assert_int_equal(here->extracted.document_count, 2);
    assert_span(here->extracted.documents[1].document.title.text, "Teapots");
    assert_int_equal(here->extracted.omission_count, 1);
    assert_int_equal(here->extracted.omissions[0].line, 102);
}

static void what_cannot_be_read_says_why(void **state)
{
    static const struct {
        const char *name;
        pol_span bytes;
        const char *reason;
    } rows[] = {
        {"a.txt", {"", 0}, "no text in it"},
        {"a.txt", {" \n\n", 3}, "no text in it"},
        {"a.pdf", {"%PDF-1.7\nno more", 16}, ""},
        {"a.rtf", {"{\\rtf1 }", 8}, "no text in it"},
        {"a.doc",
         {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 no more", 16},
         "it is damaged, or not what its name says: antiword cannot read it"},
        {"a.meta.yaml", {"a: b", 4}, "sidecar (YAML) is not read as a single document"},
    };
    fixture *here = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        read_file(here, rows[i].name, rows[i].bytes);
        const pol_omission *omission = the_omission(here);
        assert_true(omission->reason.size > 0);
        if (rows[i].reason[0])
            assert_span(omission->reason, rows[i].reason);
    }
}

static void rtf_is_converted_whatever_it_is_called(void **state)
{
    fixture *here = *state;
    const pol_span rtf = POL_SPAN("{\\rtf1\\ansi\\b Kettles for Canteens\\b0\\par\\par\n"
                                  "Conference notes that kettles boil slowly.\\par}");
    static const char *const names[] = {"kettles.rtf", "kettles.doc", "kettles.docx"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        read_file(here, names[i], rtf);
        assert_span(the_document(here)->title.text, "Kettles for Canteens");
    }
}

static void a_file_is_at_most_so_large(void **state)
{
    fixture *here = *state;
    char path[] = "/tmp/polsearch-sandbox-XXXXXX";
    int writing = mkstemp(path);
    assert_int_equal(ftruncate(writing, (off_t)200 << 20), 0);
    const pol_read_request request = {.file = open(path, O_RDONLY | O_CLOEXEC),
                                      .name = POL_SPAN("large.txt")};
    assert_int_equal(read_request(here, &request), POL_OK);
    assert_span(the_omission(here)->reason, "too large: 200 MB, at most 64 MB are read: split it");
    close(request.file);
    close(writing);
    unlink(path);
}

static void only_regular_files_open_for_reading(void **state)
{
    fixture *here = *state;
    int pipes[2];
    assert_int_equal(pipe(pipes), 0);
    pol_read_request request = {.file = pipes[0], .name = POL_SPAN("pipe.txt")};
    assert_int_equal(read_request(here, &request), POL_OK);
    assert_span(the_omission(here)->reason, "not a regular file");
    request.file = pipes[1];
    assert_int_equal(read_request(here, &request), POL_USAGE);
    close(pipes[0]);
    close(pipes[1]);
}

static void the_whole_of_an_answer_is_bounded(void **state)
{
    fixture *here = *state;
    pol_sandbox *sandbox = NULL;
    char text[8000];
    memset(text, 'k', sizeof text);
    const pol_sandbox_options options = {.program = POLREAD, .answer_bytes = 2000};
    const pol_read_request request = {
        .file = -1, .bytes = pol_span_make(text, sizeof text), .name = POL_SPAN("kettles.txt")};
    assert_int_equal(pol_sandbox_new(&options, &sandbox, &here->error), POL_OK);
    assert_int_equal(
        pol_sandbox_read(sandbox, &request, &here->arena, &here->extracted, &here->error), POL_OK);
    assert_span(the_omission(here)->reason, "it gives more text than a file may");
    pol_sandbox_free(sandbox);
}

/* Each member that does not fit is named, and a later one that does is read. */
static void the_rest_of_an_archive_is_named(void **state)
{
    fixture *here = *state;
    pol_sandbox *sandbox = NULL;
    zip_maker maker;
    char names[6][8], text[6][3000];
    const pol_sandbox_options options = {.program = POLREAD, .answer_bytes = 9000};
    maker_init(&maker);
    for (int i = 0; i < 6; i++) {
        size_t size = (size_t)snprintf(text[i], sizeof text[i], "Motion %d: Kettles\n\n", i + 1);
        while (i < 5 && size < 2900)
            size += (size_t)snprintf(text[i] + size, sizeof text[i] - size, "Conference notes. ");
        snprintf(names[i], sizeof names[i], "%d.txt", i);
        maker_text(&maker, names[i], text[i]);
    }
    const pol_read_request request = {
        .file = -1, .bytes = maker_end(&maker), .name = POL_SPAN("kettles.zip")};
    assert_int_equal(pol_sandbox_new(&options, &sandbox, &here->error), POL_OK);
    assert_int_equal(
        pol_sandbox_read(sandbox, &request, &here->arena, &here->extracted, &here->error), POL_OK);
    const pol_extracted *found = &here->extracted;
    assert_in_range(found->document_count, 2, 4);
    assert_int_equal(found->document_count + found->omission_count, 6);
    assert_span(found->documents[found->document_count - 1].document.member, "5.txt");
    for (size_t i = 0; i < found->omission_count; i++) {
        assert_span(found->omissions[i].member, names[found->document_count - 1 + i]);
        assert_span(found->omissions[i].reason, "with it the archive gives more text than is read "
                                                "of one: split the archive");
    }
    pol_sandbox_free(sandbox);
    maker_done(&maker);
}

static void a_reader_that_cannot_start_is_a_failure(void **state)
{
    fixture *here = *state;
    pol_sandbox *sandbox = NULL;
    pol_sandbox_options options = {.program = "/nowhere/polread"};
    const pol_read_request request = {
        .file = -1, .bytes = pol_span_of(motion), .name = POL_SPAN("kettles.txt")};
    assert_int_equal(pol_sandbox_new(&options, &sandbox, &here->error), POL_NOTFOUND);
    options.program = "/bin/true";
    assert_int_equal(pol_sandbox_new(&options, &sandbox, &here->error), POL_OK);
    assert_int_equal(
        pol_sandbox_read(sandbox, &request, &here->arena, &here->extracted, &here->error), POL_IO);
    assert_non_null(strstr(here->error.text, "/bin/true"));
    pol_sandbox_free(sandbox);
}

static void it_says_what_confines(void **state)
{
    char text[80];
    (void)state;
    assert_ptr_equal(pol_sandbox_describe(text), text);
    assert_non_null(strstr(text, "seccomp, "));
    assert_non_null(strstr(text, "Landlock"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_text_is_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_sidecar_is_heard, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lines_are_read_one_by_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_says_why, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rtf_is_converted_whatever_it_is_called, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_is_at_most_so_large, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_regular_files_open_for_reading, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_whole_of_an_answer_is_bounded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_rest_of_an_archive_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_reader_that_cannot_start_is_a_failure, set_up, tear_down),
        cmocka_unit_test(it_says_what_confines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
