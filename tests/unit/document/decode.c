/* decode.c - any encoding to UTF-8: each row is bytes, the text they must give, the name
 * of the encoding and a part of the note that must (or must not) be there. */
#include "tests/unit/document/reading.h"

typedef struct row {
    const char *bytes;
    size_t size;
    const char *text; /* the first line */
    const char *encoding;
    const char *note; /* NULL: no note at all */
} row;

#define ROW(bytes, text, encoding, note)                                                           \
    {                                                                                              \
        bytes, sizeof(bytes) - 1, text, encoding, note                                             \
    }

static const row rows[] = {
    ROW("Plain words", "Plain words", "UTF-8", NULL),
    ROW("\xEF\xBB\xBF"
        "Kettles \xE2\x80\x93 all",
        "Kettles – all", "UTF-8", NULL),
    ROW("\xFF\xFEK\0e\0t\0 \0\x1C\x20", "Ket “", "UTF-16LE", NULL),
    ROW("\xFE\xFF\0K\0e\xD8\x3C\xDF\x73", "Ke🍳", "UTF-16BE", NULL),
    ROW("K\0e\0t\0t\0l\0e\0s\0", "Kettles", "UTF-16LE", "read as UTF-16LE"),
    ROW("\0K\0e\0t\0t\0l\0e", "Kettle", "UTF-16BE", "read as UTF-16BE"),
    ROW("\xFF\xFE\0\0K\0\0\0e\0\0\0", "Ke", "UTF-32LE", NULL),
    ROW("the union\x92s \x93kettle\x94 \x96 \xA3"
        "5 caf\xE9",
        "the union’s “kettle” – £5 café", "Windows-1252", "read as Windows-1252"),
    ROW("a \x81 byte nobody assigned \x80", "a \xEF\xBF\xBD byte nobody assigned €", "Windows-1252",
        "1 place: a character is lost"),
    ROW("caf\xC3\xA9 and the members\x92 room", "café and the members’ room", "UTF-8",
        "1 place: a byte that is not UTF-8"),
    ROW("caf\xC3\xA9 \xE2\x80 tea", "café \xEF\xBF\xBD tea", "UTF-8", "is lost (U+FFFD)"),
    ROW("no one\xE2\x80\x99s cut he\xC3", "no one’s cut he\xEF\xBF\xBD", "UTF-8", "is lost"),
    ROW("we don\xD5t and won\xD5t \xD0 never \xD2more\xD3", "we don’t and won’t – never “more”",
        "MacRoman", "read as MacRoman"),
    ROW("the union\xA1\xAFs \xA1\xB0kettle\xA1\xB1", "the union’s “kettle”", "GBK", "read as GBK"),
};

static void each_encoding_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        reading made = read_ok(POL_FORMAT_TEXT, pol_span_make(rows[i].bytes, rows[i].size));
        assert_line(&made, 0, rows[i].text, 1);
        assert_string_equal(made.text.encoding, rows[i].encoding);
        if (rows[i].note ? !has_note(&made.text, rows[i].note, NULL) : made.text.note_count != 0)
            print_error("row %zu: wanted note '%s'\n", i, rows[i].note ? rows[i].note : "none");
        if (rows[i].note)
            assert_true(has_note(&made.text, rows[i].note, NULL));
        else
            assert_int_equal(made.text.note_count, 0);
        reading_done(&made);
    }
}

/* Mojibake: damaged, repaired. */
static const char *const repairs[][2] = {
    {"the unionâ€™s â€œkettleâ€\xC2\x9D â€“ Â£5", "the union’s “kettle” – £5"},
    {"the unionÃ¢â‚¬â„¢s twice", "the union’s twice"},
    {"read as Latin-1: union\xC3\xA2\xC2\x80\xC2\x99s", "read as Latin-1: union’s"},
    {"cafÃ© crÃ¨me, LlÅ·n", "café crème, Llŷn"},
    {"the union‚Äôs ¬£5", "the union’s £5"},
    {"union\xC2\x92s \xC2\x93tea\xC2\x94", "union’s “tea”"},
    {"the membersÕ, donÕt", "the membersÕ, don’t"}, /* only inside a word is it certain */
    {"the union¡¯s ¡°tea¡±", "the union’s “tea”"},
};

static void what_is_certain_is_repaired(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof repairs / sizeof *repairs; i++) {
        reading made = read_ok(POL_FORMAT_TEXT, pol_span_of(repairs[i][0]));
        assert_line(&made, 0, repairs[i][1], 1);
        assert_true(has_note(&made.text, "repaired", NULL));
        reading_done(&made);
    }
}

/* Text that looks a little like damage and is none. */
static const char *const innocents[] = {
    "Château, Ångström, São Tomé, «Âge», naïve façade",
    "A IRMÔ DISSE, “VOILÔ",
    "½ of ¼ is ⅛; §5; 20 °C; ±3; ¡Olé!",
    "Õhtu ja öö, ÕHTU",
    "Ünal said “Ä” and “Ö”",
};

static void what_is_sound_stays(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof innocents / sizeof *innocents; i++) {
        reading made = read_ok(POL_FORMAT_TEXT, pol_span_of(innocents[i]));
        assert_line(&made, 0, innocents[i], 1);
        assert_int_equal(made.text.note_count, 0);
        reading_done(&made);
    }
}

static void what_is_doubtful_is_noted_with_its_line(void **state)
{
    (void)state;
    uint32_t line = 0;
    reading made = read_ok(POL_FORMAT_TEXT, POL_SPAN("One\r\n\r\nlost \xEF\xBF\xBD here\r"
                                                     "re\x02"
                                                     "ection\n"
                                                     "a quote â€ is half gone\n"
                                                     "a signi cant bene t\n"));
    assert_true(has_note(&made.text, "U+FFFD", &line));
    assert_int_equal(line, 3);
    assert_true(has_note(&made.text, "inside a word", &line));
    assert_int_equal(line, 4);
    assert_true(has_note(&made.text, "damaged quote", &line));
    assert_int_equal(line, 5);
    assert_true(has_note(&made.text, "lack a ligature", &line));
    assert_int_equal(line, 6);
    assert_line(&made, 2, "reection", 4);
    assert_line(&made, 4, "a signi cant bene t", 6); /* noted, never guessed */
    reading_done(&made);
}

typedef struct junk_row {
    const char *bytes;
    size_t size;
    const char *part;
} junk_row;

#define JUNK(bytes, part)                                                                          \
    {                                                                                              \
        bytes, sizeof(bytes) - 1, part                                                             \
    }

static const junk_row junk_rows[] = {
    JUNK("%PDF-1.4\n1 0 obj", "a PDF file: not read yet"),
    JUNK("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "old Word"),
    JUNK("PK\x03\x04\x14\0\x06\0", "ZIP archive"),
    JUNK("{\\rtf1\\ansi Hello}", "Rich Text"),
    JUNK("\x89PNG\r\n\x1A\n", "PNG"),
    JUNK("Motion one\nMotion\0 two", "NUL byte (line 2)"),
    JUNK("ab\x01\x02\x03\x04\x05\x06\x07\x0E", "control characters"),
};

static void binary_files_are_refused_by_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof junk_rows / sizeof *junk_rows; i++)
        assert_refused(POL_FORMAT_TEXT, pol_span_make(junk_rows[i].bytes, junk_rows[i].size),
                       POL_FORMAT, junk_rows[i].part);
}

static void other_scripts_are_read_where_sure(void **state)
{
    (void)state;
    /* "Motion on kettles" and a clause, in Russian, as Windows-1251. */
    static const char russian[] =
        "\xCF\xF0\xEE\xF4\xF1\xEE\xFE\xE7 \xEF\xEE\xF1\xF2\xE0\xED\xEE\xE2\xEB\xFF\xE5\xF2 "
        "\xEF\xEE\xEA\xF3\xEF\xE0\xF2\xFC \xF7\xE0\xE9\xED\xE8\xEA\xE8 \xE4\xEB\xFF "
        "\xE2\xF1\xE5\xF5 \xF1\xF2\xEE\xEB\xEE\xE2\xFB\xF5 \xE8 \xED\xE5 \xE7\xE0\xE1\xFB"
        "\xE2\xE0\xF2\xFC \xEE \xF7\xE0\xE5, \xEA\xEE\xF2\xEE\xF0\xFB\xE9 \xEB\xFE\xE1\xFF\xF2.";
    reading made = read_ok(POL_FORMAT_TEXT, pol_span_of(russian));
    assert_string_equal(made.text.encoding, "WINDOWS-1251");
    assert_int_equal(pol_span_find(made.text.lines[0].text, POL_SPAN("Профсоюз"), 0), 0);
    assert_true(has_note(&made.text, "read as WINDOWS-1251", NULL));
    reading_done(&made);
}

static void too_large_a_file_is_refused_unread(void **state)
{
    (void)state;
    assert_refused(POL_FORMAT_TEXT, pol_span_make("", (size_t)POL_FILE_MAX + 1), POL_LIMIT,
                   "67108865 bytes");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_encoding_is_read),
        cmocka_unit_test(what_is_certain_is_repaired),
        cmocka_unit_test(what_is_sound_stays),
        cmocka_unit_test(what_is_doubtful_is_noted_with_its_line),
        cmocka_unit_test(binary_files_are_refused_by_name),
        cmocka_unit_test(other_scripts_are_read_where_sure),
        cmocka_unit_test(too_large_a_file_is_refused_unread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
