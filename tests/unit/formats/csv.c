/* csv.c - spreadsheets to texts of motions and to tables of outcomes. */
#include <stdio.h>
#include <stdlib.h>

#include "core/buffer.h"
#include "document/outcome.h"
#include "document/recognise.h"
#include "formats/formats.h"
#include "tests/unit/core/cmocka_all.h"

enum { ARENA = 512 << 20, TEXTS_MAX = 16 };

typedef struct reading {
    pol_arena arena;
    pol_text texts[TEXTS_MAX];
    bool is_document[TEXTS_MAX];
    size_t count;
    pol_status status, fails_with;
    pol_error error;
} reading;

static pol_status keep_text(void *context, const pol_text *text, bool is_document,
                            pol_error *reterr)
{
    reading *made = context;
    if (made->fails_with != POL_OK)
        return pol_fail(reterr, made->fails_with, 3, "no more of it");
    if (made->count < TEXTS_MAX) {
        made->texts[made->count] = *text;
        made->is_document[made->count] = is_document;
    }
    made->count++;
    return POL_OK;
}

static void read_again(reading *made, pol_span csv, const char *mapping)
{
    made->count = 0;
    made->error = (pol_error){.status = POL_OK};
    pol_arena_init(&made->arena, ARENA);
    made->status =
        pol_csv_read(csv, pol_span_of(mapping), &made->arena, keep_text, made, &made->error);
}

static reading read_mapped(const char *csv, const char *mapping)
{
    reading made = {.count = 0};
    read_again(&made, pol_span_of(csv), mapping);
    return made;
}

static reading read_ok(const char *csv, const char *mapping)
{
    reading made = read_mapped(csv, mapping);
    if (made.status != POL_OK)
        print_error("%s\n", made.error.text);
    assert_int_equal(made.status, POL_OK);
    return made;
}

static void assert_refused(const char *csv, const char *mapping, pol_status status,
                           const char *part)
{
    reading made = read_mapped(csv, mapping);
    if (!strstr(made.error.text, part))
        print_error("'%s' is not in '%s'\n", part, made.error.text);
    assert_int_equal(made.status, status);
    assert_non_null(strstr(made.error.text, part));
    pol_arena_done(&made.arena);
}

static void assert_span(pol_span actual, const char *wanted)
{
    if (!pol_span_equal(actual, pol_span_of(wanted)))
        print_error("got '%.*s', wanted '%s'\n", POL_SPAN_ARGS(actual), wanted ? wanted : "(none)");
    assert_true(pol_span_equal(actual, pol_span_of(wanted)));
}

static const pol_pair *find_pair(const pol_text *text, const char *key, size_t nth)
{
    for (size_t i = 0; i < text->pair_count; i++)
        if (pol_span_equal(text->pairs[i].key, pol_span_of(key)) && nth-- == 0)
            return &text->pairs[i];
    return NULL;
}

static void assert_pair(const pol_text *text, const char *key, const char *value, uint32_t line)
{
    const pol_pair *pair = find_pair(text, key, 0);
    if (!pair)
        print_error("no pair '%s'\n", key);
    assert_non_null(pair);
    assert_span(pair->value, value);
    assert_int_equal(pair->line, line);
    assert_int_equal(pair->origin, POL_ORIGIN_MARKUP);
}

/* All lines as "row.column text|"; headings as "# text|". */
static void assert_table(const pol_text *text, const char *wanted)
{
    pol_buffer shown;
    pol_buffer_init(&shown, 1 << 16);
    for (size_t i = 0; i < text->line_count; i++) {
        const pol_line *line = &text->lines[i];
        if (line->role == POL_LINE_HEADING)
            pol_buffer_add_text(&shown, "# ");
        else
            pol_buffer_printf(&shown, "%u.%u ", line->row, line->column);
        pol_buffer_add(&shown, line->text);
        pol_buffer_add_byte(&shown, '|');
    }
    assert_span(pol_buffer_span(&shown), wanted);
    pol_buffer_done(&shown);
}

/* --- documents ----------------------------------------------------------------------- */

static void a_row_with_text_is_a_document(void **state)
{
    (void)state;
    reading made = read_ok("Number,Title,Conference,Submitted by,Mover,Text,Decision,Colour\r\n"
                           "16,\"Mugs, \"\"for\"\" all\",2031 Canteen Conference,North branch,"
                           "Ann Other,\"Conference notes tea.\r\n\r\nConference believes:\n1) mugs"
                           "\",Carried,red\r\n"
                           "\r\n"
                           "17,Tea,,,,Conference resolves,\n",
                           NULL);
    assert_int_equal(made.count, 2);
    assert_true(made.is_document[0]);
    const pol_text *text = &made.texts[0];
    assert_pair(text, "number", "16", 2);
    assert_pair(text, "title", "Mugs, \"for\" all", 2);
    assert_pair(text, "conference", "2031 Canteen Conference", 2);
    assert_pair(text, "submitted_by", "North branch", 2);
    assert_pair(text, "mover", "Ann Other", 2);
    assert_pair(text, "decision", "Carried", 2);
    assert_pair(text, "colour", "red", 2); /* for the recogniser to know or not */
    assert_null(find_pair(text, "text", 0));
    assert_int_equal(text->line_count, 3);
    assert_span(text->lines[0].text, "Conference notes tea.");
    assert_span(text->lines[2].text, "1) mugs");
    assert_int_equal(text->lines[1].blanks, 1);
    assert_int_equal(text->lines[2].number, 2); /* the row's */
    assert_false(text->is_markup);
    assert_pair(&made.texts[1], "title", "Tea", 7);
    assert_null(find_pair(&made.texts[1], "decision", 0));
    assert_int_equal(made.texts[1].lines[0].number, 7);
    pol_arena_done(&made.arena);
}

static void a_row_is_recognised_as_a_motion(void **state)
{
    (void)state;
    pol_document document;
    reading made = read_ok("No.;Subject;Meeting;Proposing body;Proposer;Full text;Outcome\n"
                           "16;Mugs for all;2031 Canteen Conference;North branch;Ann Other;"
                           "Conference notes that mugs are few.;Carried as amended\n",
                           NULL);
    assert_int_equal(
        pol_recognise(&made.texts[0], POL_SPAN("a.csv"), &made.arena, &document, &made.error),
        POL_OK);
    assert_int_equal(document.kind, POL_KIND_MOTION);
    assert_span(document.number.text, "16");
    assert_span(document.title.text, "Mugs for all");
    assert_span(document.conference.text, "2031 Canteen Conference");
    assert_int_equal(document.year, 2031);
    assert_int_equal(document.decision, POL_DECISION_CARRIED_AMENDED);
    assert_int_equal(document.submitter_count, 2);
    for (size_t i = 0; i < document.submitter_count; i++)
        assert_int_equal(document.submitters[i].is_person,
                         pol_span_equal(document.submitters[i].name, POL_SPAN("Ann Other")));
    assert_int_equal(document.decision_raw.line, 2);
    pol_arena_done(&made.arena);
}

static void a_column_called_motion_is_number_or_title(void **state)
{
    (void)state;
    reading made =
        read_ok("Motion,Text\n16A,Conference notes tea\nMugs,Conference notes mugs\n", NULL);
    assert_pair(&made.texts[0], "number", "16A", 2);
    assert_pair(&made.texts[1], "title", "Mugs", 3);
    pol_arena_done(&made.arena);
}

static void a_row_without_text_is_told(void **state)
{
    (void)state;
    reading made = read_ok("Title,Text\nMugs,\n,,\nTea,Conference notes tea\n", NULL);
    assert_int_equal(made.count, 2); /* an empty row is none */
    assert_int_equal(made.texts[0].line_count, 0);
    assert_true(made.is_document[0]);
    assert_pair(&made.texts[0], "title", "Mugs", 2);
    pol_arena_done(&made.arena);
}

static void cells_that_guard_formulas_are_freed(void **state)
{
    (void)state;
    reading made =
        read_ok("Title,Text\n'=Mugs,'+1 for tea\n'@ home,'-5 cups\n'Tis tea,'quoted'\n", NULL);
    assert_pair(&made.texts[0], "title", "=Mugs", 2);
    assert_span(made.texts[0].lines[0].text, "+1 for tea");
    assert_pair(&made.texts[1], "title", "@ home", 3);
    assert_span(made.texts[1].lines[0].text, "-5 cups");
    assert_pair(&made.texts[2], "title", "'Tis tea", 4);
    assert_span(made.texts[2].lines[0].text, "'quoted'");
    pol_arena_done(&made.arena);
}

/* --- shapes of files ----------------------------------------------------------------- */

static void delimiters_and_encodings_are_found(void **state)
{
    static const struct {
        pol_span csv;
        const char *title, *encoding;
    } rows[] = {
        {POL_SPAN("title,text\nMugs; all,x\n"), "Mugs; all", "UTF-8"},
        {POL_SPAN("title;text;a,b\nMugs, all;x;y\n"), "Mugs, all", "UTF-8"},
        {POL_SPAN("title\ttext\nMugs, all\tx"), "Mugs, all", "UTF-8"},
        {POL_SPAN("\"title,;;;\",text,title\nno,x,Mugs\n"), "Mugs", "UTF-8"},
        {POL_SPAN("sep=|\r\ntitle|text\r\nMugs|x\r\n"), "Mugs", "UTF-8"},
        {POL_SPAN("title,text\rMugs,x\r"), "Mugs", "UTF-8"},
        {POL_SPAN("\xEF\xBB\xBFtitle,text\nMugs,x\n"), "Mugs", "UTF-8"},
        {POL_SPAN("title,text\nCaf\xE9,x\n"), "Café", "Windows-1252"},
        {POL_SPAN("\xFF\xFEt\0i\0t\0l\0e\0,\0t\0e\0x\0t\0\n\0M\0,\0x\0\n\0"), "M", "UTF-16LE"},
        {POL_SPAN("\n  \n\t\t\ntitle,text\nMugs,x\n"), "Mugs", "UTF-8"},
        {POL_SPAN(" Title* , Text: \n Mugs , x \n"), "Mugs", "UTF-8"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        reading made = {.count = 0};
        read_again(&made, rows[i].csv, NULL);
        if (made.status != POL_OK || made.count != 1)
            print_error("%zu: %s\n", i, made.error.text);
        assert_int_equal(made.status, POL_OK);
        assert_int_equal(made.count, 1);
        assert_span(find_pair(&made.texts[0], "title", 0)->value, rows[i].title);
        assert_string_equal(made.texts[0].encoding, rows[i].encoding);
        assert_span(made.texts[0].lines[0].text, "x");
        pol_arena_done(&made.arena);
    }
}

static void what_was_noted_is_told_once(void **state)
{
    (void)state;
    reading made = read_ok("title,text\nCaf\xE9,x\nTh\xE9,y\n", NULL);
    assert_int_equal(made.count, 2);
    assert_true(made.texts[0].note_count > 0);
    assert_int_equal(made.texts[1].note_count, 0);
    pol_arena_done(&made.arena);
}

static void rows_know_their_lines(void **state)
{
    (void)state;
    reading made = read_ok("title,text\n\n   \n\"a\nb\",\"c\n\n\nd\"\n\t\nE,f\n", NULL);
    assert_int_equal(made.count, 2);
    assert_pair(&made.texts[0], "title", "a b", 4);
    assert_int_equal(made.texts[0].lines[1].number, 4);
    assert_pair(&made.texts[1], "title", "E", 10);
    pol_arena_done(&made.arena);
}

static void titles_may_stand_above_the_headings(void **state)
{
    (void)state;
    reading made = read_ok("2031 Canteen Conference,,\nDecisions,,\n\nNo,Title,Decision\n"
                           "16,Mugs,Carried\n",
                           NULL);
    assert_table(&made.texts[0], "# 2031 Canteen Conference|# Decisions|1.1 Number|1.2 Title|"
                                 "1.3 Decision|2.1 16|2.2 Mugs|2.3 Carried|");
    assert_int_equal(made.texts[0].lines[1].number, 2);
    assert_int_equal(made.texts[0].lines[5].number, 5);
    pol_arena_done(&made.arena);
}

/* --- outcomes ------------------------------------------------------------------------ */

static void rows_without_text_are_one_table(void **state)
{
    (void)state;
    pol_outcomes outcomes;
    reading made = read_ok("Motion number,Motion title,Moved by,NEC recommendation,Result,Notes\n"
                           "16,Mugs,Ann Other,Support,Carried,x\n"
                           "17,\"Tea\nand cake\",Ann Other,Oppose,Lost,\n"
                           "18,Jugs,,Support,,\n",
                           NULL);
    assert_int_equal(made.count, 1);
    assert_false(made.is_document[0]);
    assert_table(&made.texts[0],
                 "1.1 Number|1.2 Title|1.3 Recommendation|1.4 Decision|"
                 "2.1 16|2.2 Mugs|2.3 Support|2.4 Carried|"
                 "3.1 17|3.2 Tea and cake|3.3 Oppose|3.4 Lost|4.1 18|4.2 Jugs|4.3 Support|");
    assert_true(made.texts[0].is_markup);
    assert_int_equal(pol_outcomes_find(&made.texts[0], &made.arena, &outcomes, &made.error),
                     POL_OK);
    assert_int_equal(outcomes.count, 2);
    assert_span(outcomes.items[1].number, "17");
    assert_int_equal(outcomes.items[1].decision, POL_DECISION_LOST);
    assert_int_equal(outcomes.items[1].line, 3);
    assert_true(outcomes.is_report);
    pol_arena_done(&made.arena);
}

static void conferences_head_their_rows(void **state)
{
    (void)state;
    pol_outcomes outcomes;
    reading made = read_ok("Conference,Year,No,Outcome\n"
                           "Canteen Conference,2031,16,Carried\n"
                           "Canteen Conference,2031,17,Lost\n"
                           "Canteen Conference,2032,16,Lost\n"
                           "2033 Kettle Conference,2033,16,Remitted\n",
                           NULL);
    assert_table(&made.texts[0], "# 2031 Canteen Conference|1.1 Number|1.2 Decision|"
                                 "2.1 16|2.2 Carried|3.1 17|3.2 Lost|"
                                 "# 2032 Canteen Conference|4.1 Number|4.2 Decision|"
                                 "5.1 16|5.2 Lost|"
                                 "# 2033 Kettle Conference|6.1 Number|6.2 Decision|"
                                 "7.1 16|7.2 Remitted|");
    assert_int_equal(pol_outcomes_find(&made.texts[0], &made.arena, &outcomes, &made.error),
                     POL_OK);
    assert_int_equal(outcomes.count, 4);
    assert_int_equal(outcomes.items[0].year, 2031);
    assert_int_equal(outcomes.items[2].year, 2032);
    assert_span(outcomes.items[3].conference_name, "Kettle Conference");
    assert_int_equal(outcomes.items[3].decision, POL_DECISION_REMITTED);
    pol_arena_done(&made.arena);
}

static void a_status_is_a_decision_where_nothing_else_is(void **state)
{
    (void)state;
    reading made = read_ok("Title,Status\nMugs,Carried\n", NULL);
    assert_table(&made.texts[0], "1.1 Title|1.2 Decision|2.1 Mugs|2.2 Carried|");
    pol_arena_done(&made.arena);
    made = read_ok("Title,Status,Decision\nMugs,published,Lost\n", NULL);
    assert_table(&made.texts[0], "1.1 Title|1.2 Decision|2.1 Mugs|2.2 Lost|");
    pol_arena_done(&made.arena);
}

static void motions_and_outcomes_may_be_mixed(void **state)
{
    (void)state;
    reading made = read_ok("No,Title,Text,Decision\n16,Mugs,Conference notes mugs,Carried\n"
                           "17,Tea,,Withdrawn\n",
                           NULL);
    assert_int_equal(made.count, 2);
    assert_true(made.is_document[0]);
    assert_false(made.is_document[1]);
    assert_table(&made.texts[1], "1.1 Number|1.2 Title|1.3 Decision|2.1 17|2.2 Tea|2.3 Withdrawn|");
    pol_arena_done(&made.arena);
}

static void long_tables_come_in_several_texts(void **state)
{
    (void)state;
    pol_buffer csv;
    pol_buffer_init(&csv, 1 << 20);
    pol_buffer_add_text(&csv, "Conference,No,Decision\n");
    for (int i = 0; i < 10001; i++)
        pol_buffer_printf(&csv, "2031 Tea Conference,%d,Lost\n", i);
    reading made = {.count = 0};
    read_again(&made, pol_buffer_span(&csv), NULL);
    assert_int_equal(made.status, POL_OK);
    assert_int_equal(made.count, 2);
    assert_int_equal(made.texts[0].line_count, 1 + 2 + 2 * 10000);
    assert_int_equal(made.texts[1].line_count, 1 + 2 + 2);
    assert_span(made.texts[1].lines[0].text, "2031 Tea Conference");
    pol_arena_done(&made.arena);
    pol_buffer_done(&csv);
}

/* --- mappings ------------------------------------------------------------------------ */

static void a_mapping_names_columns_and_constants(void **state)
{
    (void)state;
    reading made = read_ok("Ref,Thema,Wortlaut,Status,Colour\n16,Mugs,Conference notes,Lost,red\n",
                           "# comment\n"
                           "title: Thema\n"
                           "text: wortlaut\n"
                           "number: 1\n"
                           "conference: \"=2031 Canteen Conference\"\n"
                           "union: '= Kettle Workers '\n");
    const pol_text *text = &made.texts[0];
    assert_pair(text, "title", "Mugs", 2);
    assert_pair(text, "number", "16", 2);
    assert_pair(text, "conference", "2031 Canteen Conference", 0);
    assert_pair(text, "union", "Kettle Workers", 0);
    assert_null(find_pair(text, "status", 0)); /* only what is named is read */
    assert_null(find_pair(text, "colour", 0));
    assert_span(text->lines[0].text, "Conference notes");
    pol_arena_done(&made.arena);
}

static void constants_alone_leave_the_headings_in_force(void **state)
{
    (void)state;
    reading made = read_ok("No,Title,Decision\n16,Mugs,Carried\n",
                           "conference: =Canteen Conference\nyear: '=2031'\nunion: =Kettlers\n");
    assert_table(&made.texts[0], "# 2031 Canteen Conference|1.1 Number|1.2 Title|1.3 Decision|"
                                 "2.1 16|2.2 Mugs|2.3 Carried|");
    assert_pair(&made.texts[0], "union", "Kettlers", 0);
    pol_arena_done(&made.arena);
}

static void a_decision_may_be_a_constant(void **state)
{
    (void)state;
    reading made = read_ok("No,Title\n16,Mugs\n", "decision: =Carried\n");
    assert_table(&made.texts[0], "1.1 Decision|1.2 Number|1.3 Title|2.1 Carried|2.2 16|2.3 Mugs|");
    pol_arena_done(&made.arena);
}

static void a_file_may_have_no_headings(void **state)
{
    (void)state;
    reading made = read_ok("16,Mugs,Conference notes\n17,Tea,Conference resolves\n",
                           "headings: no\nnumber: 1\ntitle: 2\ntext: 3\n");
    assert_int_equal(made.count, 2);
    assert_pair(&made.texts[0], "title", "Mugs", 1);
    assert_pair(&made.texts[1], "number", "17", 2);
    pol_arena_done(&made.arena);
}

static void a_text_may_be_in_several_columns(void **state)
{
    (void)state;
    reading made = read_ok("Title,Notes,Resolves\nMugs,Conference notes,Conference resolves\n",
                           "title: Title\ntext: [Notes, Resolves]\n");
    assert_int_equal(made.texts[0].line_count, 2);
    assert_span(made.texts[0].lines[1].text, "Conference resolves");
    assert_int_equal(made.texts[0].lines[1].blanks, 1);
    pol_arena_done(&made.arena);
}

/* The example of docs/formats.md. */
static void a_mapping_makes_a_foreign_table_a_report(void **state)
{
    (void)state;
    pol_outcomes outcomes;
    reading made =
        read_ok("Ref,Thema,Ergebnis,Antragsteller\n16,Mugs for all,Carried,North branch\n",
                "number: Ref\ntitle: Thema\ndecision: Ergebnis\nsubmitted_by: 4\n"
                "conference: \"=2031 Canteen Conference\"\n"
                "union: \"=Kettle Workers\"\n");
    assert_table(&made.texts[0], "# 2031 Canteen Conference|1.1 Number|1.2 Title|1.3 Decision|"
                                 "2.1 16|2.2 Mugs for all|2.3 Carried|");
    assert_int_equal(pol_outcomes_find(&made.texts[0], &made.arena, &outcomes, &made.error),
                     POL_OK);
    assert_int_equal(outcomes.count, 1);
    assert_span(outcomes.items[0].title, "Mugs for all");
    assert_span(outcomes.items[0].conference_name, "Canteen Conference");
    assert_int_equal(outcomes.items[0].year, 2031);
    assert_int_equal(outcomes.items[0].decision, POL_DECISION_CARRIED);
    pol_arena_done(&made.arena);
}

/* --- refused ------------------------------------------------------------------------- */

static void what_cannot_be_read_is_said_so(void **state)
{
    (void)state;
    assert_refused("Name,Telephone\nAnn,1\n", NULL, POL_FORMAT, "NAME.csv.mapping.yaml");
    assert_refused("Name,Telephone\nAnn,1\n", NULL, POL_FORMAT, "'Name', 'Telephone'");
    assert_refused("Title,Colour\nMugs,red\n", NULL, POL_FORMAT, "'Title', 'Colour'");
    assert_refused("a,b\n1\n2\n3\n4\n5\n6\n7\n", NULL, POL_FORMAT, "'a', 'b'");
    assert_refused("Title,Text\nMugs,x\n", "title: Thema\n", POL_FORMAT, "'Thema'");
    assert_refused("Title,Text\nMugs,x\n", "title: 3\n", POL_FORMAT, "line 1 of its .mapping");
    assert_refused("Title,Text\nMugs,x\n", "title: 0\n", POL_FORMAT, "'0'");
    assert_refused("Title,Text\nMugs,x\n", "title: 1\n", POL_FORMAT, "no column is known");
    assert_refused("Title,Text\nMugs,x\n", "title: [\n", POL_FORMAT, "its .mapping.yaml cannot");
    assert_refused("Title,Text\nMugs,x\n", "headings: no\ntext: Text\n", POL_FORMAT, "'Text'");
    assert_refused("Title,Text\nMugs,x\nTea,\"y\n", NULL, POL_FORMAT, "line 3 is never closed");
    assert_refused("", NULL, POL_FORMAT, "no rows");
    assert_refused("\n \n", NULL, POL_FORMAT, "no rows");
    assert_refused("%PDF-1.4", NULL, POL_FORMAT, "PDF");
}

static void bounds_are_kept(void **state)
{
    (void)state;
    pol_buffer csv;
    pol_buffer_init(&csv, 1 << 22);
    for (int i = 0; i <= POL_CSV_COLUMNS_MAX; i++)
        pol_buffer_add_text(&csv, "a,");
    assert_refused(csv.data, NULL, POL_LIMIT, "more than 200 columns");
    pol_buffer_clear(&csv);
    pol_buffer_add_text(&csv, "no,decision\n");
    for (int i = 0; i < POL_CSV_ROWS_MAX; i++)
        pol_buffer_add_text(&csv, "1,Lost\n");
    reading made = {.count = 0};
    read_again(&made, pol_buffer_span(&csv), NULL);
    assert_int_equal(made.status, POL_LIMIT);
    assert_non_null(strstr(made.error.text, "rows"));
    pol_arena_done(&made.arena);
    pol_buffer_done(&csv);
}

static void failures_of_others_are_passed_on(void **state)
{
    (void)state;
    reading made = {.fails_with = POL_FULL};
    read_again(&made, POL_SPAN("title,text\nMugs,x\n"), NULL);
    assert_int_equal(made.status, POL_FULL);
    assert_int_equal(made.error.at, 3);
    pol_arena_done(&made.arena);
    for (size_t limit = 100; limit < 200000; limit += limit / 3) {
        made = (reading){.count = 0};
        pol_arena_init(&made.arena, limit);
        pol_status status =
            pol_csv_read(POL_SPAN("title,text,decision\nMugs,x,Lost\nTea,,Lost\n"),
                         POL_SPAN("union: =Kettlers"), &made.arena, keep_text, &made, &made.error);
        assert_true(status == POL_LIMIT || (status == POL_OK && made.count == 2));
        pol_arena_done(&made.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_with_text_is_a_document),
        cmocka_unit_test(a_row_is_recognised_as_a_motion),
        cmocka_unit_test(a_column_called_motion_is_number_or_title),
        cmocka_unit_test(a_row_without_text_is_told),
        cmocka_unit_test(cells_that_guard_formulas_are_freed),
        cmocka_unit_test(delimiters_and_encodings_are_found),
        cmocka_unit_test(what_was_noted_is_told_once),
        cmocka_unit_test(rows_know_their_lines),
        cmocka_unit_test(titles_may_stand_above_the_headings),
        cmocka_unit_test(rows_without_text_are_one_table),
        cmocka_unit_test(conferences_head_their_rows),
        cmocka_unit_test(a_status_is_a_decision_where_nothing_else_is),
        cmocka_unit_test(motions_and_outcomes_may_be_mixed),
        cmocka_unit_test(long_tables_come_in_several_texts),
        cmocka_unit_test(a_mapping_names_columns_and_constants),
        cmocka_unit_test(constants_alone_leave_the_headings_in_force),
        cmocka_unit_test(a_decision_may_be_a_constant),
        cmocka_unit_test(a_file_may_have_no_headings),
        cmocka_unit_test(a_text_may_be_in_several_columns),
        cmocka_unit_test(a_mapping_makes_a_foreign_table_a_report),
        cmocka_unit_test(what_cannot_be_read_is_said_so),
        cmocka_unit_test(bounds_are_kept),
        cmocka_unit_test(failures_of_others_are_passed_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
