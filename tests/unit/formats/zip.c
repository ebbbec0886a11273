/* zip.c - archives, honest and hostile, to members. */
#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "formats/formats.h"
#include "tests/unit/core/cmocka_all.h"
#include "tests/unit/formats/zip_maker.h"

enum { TOTAL = 256 << 20 };

typedef struct seen {
    char text[4096]; /* "ORDINAL NAME=BYTES\n" or "ORDINAL NAME!REASON\n" */
    size_t size, count;
    size_t largest, longest_name;
    const char *refused; /* the last reason */
    const char *fails_at;
} seen;

static pol_status note_member(void *context, const pol_member *member, pol_error *reterr)
{
    seen *s = context;
    pol_span shown =
        member->refused ? pol_span_of(member->refused) : pol_span_first(member->bytes, 20);
    assert_true(member->refused ? member->bytes.data == NULL : member->bytes.data != NULL);
    s->count++;
    if (member->refused)
        s->refused = member->refused;
    if (member->name.size > s->longest_name)
        s->longest_name = member->name.size;
    if (member->bytes.size > s->largest)
        s->largest = member->bytes.size;
    if (s->size < sizeof s->text)
        s->size += (size_t)snprintf(s->text + s->size, sizeof s->text - s->size, "%zu %.*s%c%.*s\n",
                                    member->ordinal, POL_SPAN_ARGS(member->name),
                                    member->refused ? '!' : '=', POL_SPAN_ARGS(shown));
    if (s->fails_at && pol_span_equal(member->name, pol_span_of(s->fails_at)))
        return pol_fail(reterr, POL_FULL, 7, "no more of it");
    return POL_OK;
}

static void assert_has(const seen *s, const char *line)
{
    if (!strstr(s->text, line))
        print_error("no '%s' in:\n%s", line, s->text);
    assert_non_null(strstr(s->text, line));
}

/* Reads from a copy of the exact size, so that reading beyond it is noticed. */
static pol_status read_zip(pol_span bytes, size_t first, size_t total, seen *s, pol_error *error)
{
    char *copy = malloc(bytes.size + !bytes.size);
    assert_non_null(copy);
    if (bytes.size)
        memcpy(copy, bytes.data, bytes.size);
    pol_status status =
        pol_zip_each(pol_span_make(copy, bytes.size), first, total, note_member, s, error);
    free(copy);
    return status;
}

static void assert_reads(zip_maker *maker, seen *s)
{
    pol_error error;
    *s = (seen){.size = 0};
    pol_status status = read_zip(maker_end(maker), 0, TOTAL, s, &error);
    if (status != POL_OK)
        print_error("%s\n", error.text);
    assert_int_equal(status, POL_OK);
    maker_done(maker);
}

/* --- honest ------------------------------------------------------------------------- */

static void members_come_in_order(void **state)
{
    (void)state;
    zip_maker maker;
    seen s;
    maker_init(&maker);
    maker_text(&maker, "motions/", "");
    maker_text(&maker, "motions/12.txt", "Kettles");
    maker_text(&maker, "__MACOSX/motions/._12.txt", "\x05\x16\x07");
    maker_text(&maker, "motions/.hidden.txt", "no");
    maker_text(&maker, ".git/config", "no");
    maker_text(&maker, "empty.txt", "");
    maker_text(&maker, "./a..b/13.md", "Cups");
    assert_reads(&maker, &s);
    assert_string_equal(s.text, "1 motions/12.txt=Kettles\n5 empty.txt=\n6 ./a..b/13.md=Cups\n");
}

static void reading_resumes_at_a_member(void **state)
{
    (void)state;
    zip_maker maker;
    seen s = {.size = 0};
    pol_error error;
    maker_init(&maker);
    maker_text(&maker, "a.txt", "A");
    maker_text(&maker, "b.txt", "B");
    maker_text(&maker, "c.txt", "C");
    pol_span bytes = maker_end(&maker);
    assert_int_equal(read_zip(bytes, 1, TOTAL, &s, &error), POL_OK);
    assert_string_equal(s.text, "1 b.txt=B\n2 c.txt=C\n");
    s = (seen){.size = 0};
    assert_int_equal(read_zip(bytes, 3, TOTAL, &s, &error), POL_OK);
    assert_int_equal(s.count, 0);
    maker_done(&maker);
}

static void names_become_utf8(void **state)
{
    (void)state;
    zip_maker maker;
    seen s;
    maker_init(&maker);
    maker_add(&maker, (made_member){.name = "caf\xC3\xA9.txt", .flags = 1 << 11});
    maker_text(&maker, "th\xC3\xA9.txt", "");
    maker_text(&maker, "caf\x82.txt", "");
    maker_add(&maker, (made_member){.name = "bad\x82.txt", .flags = 1 << 11});
    assert_reads(&maker, &s);
    assert_string_equal(s.text,
                        "0 caf\u00e9.txt=\n1 th\u00e9.txt=\n2 caf\u00e9.txt=\n3 bad\uFFFD.txt=\n");
}

/* An archive as libarchive packs it: deflated, sizes behind the members. */
static size_t pack_zeros(char *into, size_t room, size_t size, size_t members)
{
    static const char zeros[1 << 16];
    size_t used = 0;
    struct archive *archive = archive_write_new();
    assert_int_equal(archive_write_set_format_zip(archive), ARCHIVE_OK);
    assert_int_equal(archive_write_open_memory(archive, into, room, &used), ARCHIVE_OK);
    for (size_t i = 0; i < members; i++) {
        struct archive_entry *entry = archive_entry_new();
        char name[32];
        snprintf(name, sizeof name, "%zu.txt", i);
        archive_entry_set_pathname(entry, name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
        archive_entry_free(entry);
        for (size_t left = size; left > 0;) {
            size_t some = left < sizeof zeros ? left : sizeof zeros;
            assert_int_equal(archive_write_data(archive, zeros, some), some);
            left -= some;
        }
    }
    assert_int_equal(archive_write_close(archive), ARCHIVE_OK);
    archive_write_free(archive);
    return used;
}

static void deflated_members_are_unpacked(void **state)
{
    (void)state;
    char packed[1 << 16];
    seen s = {.size = 0};
    pol_error error;
    size_t size = pack_zeros(packed, sizeof packed, 1 << 20, 2);
    assert_int_equal(read_zip(pol_span_make(packed, size), 0, TOTAL, &s, &error), POL_OK);
    assert_int_equal(s.count, 2); /* a mebibyte is no bomb */
    assert_int_equal(s.largest, 1 << 20);
}

/* --- refused ------------------------------------------------------------------------ */

static void paths_that_lead_elsewhere_are_refused(void **state)
{
    static const struct {
        const char *name, *line;
    } rows[] = {
        {"/etc/motion.txt", "0 /etc/motion.txt!its name leads out"},
        {"../motion.txt", "0 ../motion.txt!its name leads out"},
        {"a/../../motion.txt", "0 a/../../motion.txt!its name leads out"},
        {"a/..", "0 a/..!its name leads out"},
        {"c:/motion.txt", "0 c:/motion.txt!its name leads out"},
        {"a\\motion.txt", "0 a\\motion.txt!its name holds a backslash"},
        {"a\x1B[31m.txt", "0 a?[31m.txt!its name holds control"},
        {"a\n.txt", "0 a?.txt!its name holds control"},
        {"a\xC2\x9B.txt", "0 a?.txt!its name holds control"},
        {"", "0 !it has no name"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        zip_maker maker;
        seen s;
        maker_init(&maker);
        maker_text(&maker, rows[i].name, "Kettles");
        maker_text(&maker, "after.txt", "Cups");
        assert_reads(&maker, &s);
        assert_has(&s, rows[i].line);
        assert_has(&s, "1 after.txt=Cups\n");
        assert_int_equal(s.count, 2);
    }
}

/* Of any length that the format allows; each once cost the process, and so the members behind. */
static void names_longer_than_paths_are_refused(void **state)
{
    static const size_t sizes[] = {4097, 9000, 32769, 65500};
    static char name[65536];
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        zip_maker maker;
        seen s;
        memset(name, 'x', sizes[i]);
        memcpy(name + 4095, "\xC3\xA9", 2);
        snprintf(name + sizes[i], sizeof name - sizes[i], ".txt");
        maker_init(&maker);
        maker_text(&maker, name, "Kettles");
        maker_text(&maker, "after.txt", "Cups");
        assert_reads(&maker, &s);
        assert_int_equal(s.count, 2);
        assert_int_equal(s.longest_name, 4095);
        assert_string_equal(s.refused, "its name is longer than a path may be: rename it");
    }
}

static void archives_in_archives_are_refused(void **state)
{
    static const char docx[] = "PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x11\0\0\0"
                               "word/document.xml";
    static const char plain[] =
        "PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x05\0\0\0a.txt";
    char tar[512] = "a.txt";
    memcpy(tar + 257, "ustar", 5);
    zip_maker maker;
    seen s;
    (void)state;
    maker_init(&maker);
    maker_text(&maker, "more.ZIP", "x");
    maker_text(&maker, "more.tar.gz", "x");
    maker_text(&maker, "a.txt", "7z\xBC\xAF\x27\x1C");
    maker_text(&maker, "b.txt", "\x1F\x8B\x08");
    maker_add(&maker,
              (made_member){.name = "c.txt", .packed = pol_span_make(plain, sizeof plain - 1)});
    maker_add(&maker, (made_member){.name = "d.txt", .packed = pol_span_make(tar, sizeof tar)});
    maker_add(&maker,
              (made_member){.name = "e.docx", .packed = pol_span_make(docx, sizeof docx - 1)});
    maker_add(&maker,
              (made_member){.name = "f.doc", .packed = pol_span_make(docx, sizeof docx - 1)});
    assert_reads(&maker, &s);
    for (int i = 0; i < 6; i++) {
        char start[8];
        snprintf(start, sizeof start, "%d ", i);
        const char *line = strstr(s.text, start);
        assert_non_null(line);
        assert_non_null(strstr(line, "!it is an archive itself"));
        assert_true(strchr(line, '!') < strchr(line, '\n'));
    }
    assert_has(&s, "6 e.docx=PK");
    assert_has(&s, "7 f.doc=PK");
}

static void what_is_no_plain_file_is_refused(void **state)
{
    zip_maker maker;
    seen s;
    (void)state;
    maker_init(&maker);
    maker_add(&maker, (made_member){
                          .name = "secret.txt", .packed = POL_SPAN("123456789012345"), .flags = 1});
    maker_add(&maker, (made_member){
                          .name = "link.txt", .packed = POL_SPAN("/etc/passwd"), .mode = 0120777});
    maker_add(&maker, (made_member){
                          .name = "odd.txt", .packed = POL_SPAN("BZh9"), .size = 9, .method = 12});
    maker_text(&maker, "after.txt", "Cups");
    assert_reads(&maker, &s);
    assert_has(&s, "0 secret.txt!it is encrypted");
    assert_has(&s, "1 link.txt!it is a link");
    assert_has(&s, "2 odd.txt!it is packed in a way");
    assert_has(&s, "3 after.txt=Cups");
}

static void bombs_are_refused(void **state)
{
    (void)state;
    enum { ROOM = 1 << 20 };
    char *packed = malloc(ROOM);
    seen s = {.size = 0};
    pol_error error;
    assert_non_null(packed);
    size_t size = pack_zeros(packed, ROOM, 8 << 20, 2); /* a thousand times its size */
    assert_int_equal(read_zip(pol_span_make(packed, size), 0, TOTAL, &s, &error), POL_OK);
    assert_has(&s, "0 0.txt!it unpacks to more than 200 times");
    assert_has(&s, "1 1.txt!it unpacks to more than 200 times");
    s = (seen){.size = 0}; /* no directory: sizes are not known before */
    assert_int_equal(read_zip(pol_span_make(packed, size - 60), 0, TOTAL, &s, &error), POL_OK);
    assert_has(&s, "0 0.txt!it unpacks to more than 200 times");
    s = (seen){.size = 0};
    size = pack_zeros(packed, ROOM, (64 << 20) + 1, 1);
    assert_int_equal(read_zip(pol_span_make(packed, size), 0, TOTAL, &s, &error), POL_OK);
    assert_has(&s, "0 0.txt!it has more than 64 MiB");
    free(packed);
}

static void all_together_are_bounded(void **state)
{
    (void)state;
    char packed[1 << 16];
    seen s = {.size = 0};
    pol_error error;
    size_t size = pack_zeros(packed, sizeof packed, 1 << 20, 4);
    assert_int_equal(read_zip(pol_span_make(packed, size), 0, 5 << 19, &s, &error), POL_LIMIT);
    assert_int_equal(s.count, 2);
    assert_non_null(strstr(error.text, "split it"));
}

static void too_many_members_are_a_limit(void **state)
{
    (void)state;
    zip_maker maker;
    seen s = {.size = 0};
    pol_error error;
    maker_init(&maker);
    for (size_t i = 0; i <= POL_ARCHIVE_MEMBERS_MAX; i++) {
        char name[16];
        snprintf(name, sizeof name, "%zu", i);
        maker_text(&maker, name, "x");
    }
    assert_int_equal(read_zip(maker_end(&maker), 0, TOTAL, &s, &error), POL_LIMIT);
    assert_int_equal(s.count, POL_ARCHIVE_MEMBERS_MAX);
    maker_done(&maker);
    maker_init(&maker);
    for (size_t i = 0; i <= 10 * POL_ARCHIVE_MEMBERS_MAX; i++)
        maker_add(&maker, (made_member){.name = "a", .has_no_header = true});
    s = (seen){.size = 0};
    assert_int_equal(read_zip(maker_end(&maker), 0, TOTAL, &s, &error), POL_LIMIT);
    assert_int_equal(s.count, 0); /* not even the directory is kept */
    maker_done(&maker);
}

/* The first member's bytes hold the second with its header: both are unpacked from them. */
static void members_that_share_bytes_are_refused(void **state)
{
    (void)state;
    zip_maker inner, maker;
    seen s;
    maker_init(&inner);
    maker_text(&inner, "b.txt", "Kettles");
    maker_init(&maker);
    pol_span quoted = pol_buffer_span(&inner.bytes);
    maker_add(&maker, (made_member){.name = "a.txt", .packed = quoted});
    maker_add(&maker, (made_member){.name = "b.txt",
                                    .packed = POL_SPAN("Kettles"),
                                    .at_less = (uint32_t)quoted.size,
                                    .has_no_header = true});
    maker_text(&maker, "c.txt", "Cups");
    assert_reads(&maker, &s);
    assert_int_equal(s.count, 3);
    assert_has(&s, "0 a.txt!it is an archive itself"); /* it starts like one */
    assert_has(&s, "1 b.txt!it shares its bytes");
    assert_has(&s, "2 c.txt=Cups");
    maker_done(&inner);
}

/* --- damaged ------------------------------------------------------------------------ */

static void of_a_truncated_archive_the_first_are_had(void **state)
{
    (void)state;
    zip_maker maker;
    pol_error error;
    maker_init(&maker);
    maker_text(&maker, "a.txt", "Kettles");
    maker_text(&maker, "b.txt", "Cups");
    size_t first = 30 + 5 + 7, both = maker.bytes.size;
    pol_span bytes = maker_end(&maker);
    for (size_t size = 1; size < bytes.size; size++) {
        seen s = {.size = 0};
        pol_status status = read_zip(pol_span_first(bytes, size), 0, TOTAL, &s, &error);
        if (size < both + 4) /* where the directory starts, the members end */
            assert_int_equal(status, POL_FORMAT);
        if (size >= first)
            assert_has(&s, "0 a.txt=Kettles\n");
        else
            assert_null(strstr(s.text, "=Kettles"));
        if (size >= both)
            assert_has(&s, "1 b.txt=Cups\n");
    }
    maker_done(&maker);
}

static void a_damaged_member_costs_only_itself(void **state)
{
    (void)state;
    zip_maker maker;
    seen s;
    maker_init(&maker);
    maker_text(&maker, "a.txt", "Kettles");
    maker_add(&maker, (made_member){.name = "broken.txt",
                                    .packed = POL_SPAN("\xFF\xFF\xFF\xFF\xFF"),
                                    .size = 100,
                                    .method = 8});
    maker_add(&maker,
              (made_member){.name = "sum.txt", .packed = POL_SPAN("x"), .size = 1, .crc = 1});
    maker_text(&maker, "b.txt", "Cups");
    assert_reads(&maker, &s);
    assert_has(&s, "0 a.txt=Kettles\n1 broken.txt!it is damaged");
    assert_has(&s, "2 sum.txt!it is damaged");
    assert_has(&s, "3 b.txt=Cups\n");
    maker_init(&maker);
    for (int i = 0; i < 60; i++)
        maker_add(&maker, (made_member){.name = "broken.txt",
                                        .packed = POL_SPAN("\xFF\xFF\xFF\xFF\xFF"),
                                        .size = 100,
                                        .method = 8});
    pol_error error;
    s = (seen){.size = 0};
    assert_int_equal(read_zip(maker_end(&maker), 0, TOTAL, &s, &error), POL_FORMAT);
    assert_non_null(strstr(error.text, "damaged"));
    maker_done(&maker);
}

static void what_is_no_archive_is_said_so(void **state)
{
    static const pol_span rows[] = {
        {"", 0}, {"Kettles", 7}, {"PK", 2}, {"PK\3\4", 4}, {"\0\0\0\0\0\0\0\0", 8},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        seen s = {.size = 0};
        pol_error error;
        assert_int_equal(read_zip(rows[i], 0, TOTAL, &s, &error), POL_FORMAT);
        assert_int_equal(s.count, 0);
        assert_non_null(strstr(error.text, "archive"));
    }
    zip_maker maker;
    seen s;
    maker_init(&maker);
    assert_reads(&maker, &s); /* an archive of nothing is one */
    assert_int_equal(s.count, 0);
}

static void a_callback_ends_it(void **state)
{
    (void)state;
    zip_maker maker;
    seen s = {.fails_at = "b.txt"};
    pol_error error;
    maker_init(&maker);
    maker_text(&maker, "a.txt", "A");
    maker_text(&maker, "b.txt", "B");
    maker_text(&maker, "c.txt", "C");
    assert_int_equal(read_zip(maker_end(&maker), 0, TOTAL, &s, &error), POL_FULL);
    assert_int_equal(s.count, 2);
    assert_int_equal(error.at, 7);
    maker_done(&maker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_come_in_order),
        cmocka_unit_test(reading_resumes_at_a_member),
        cmocka_unit_test(names_become_utf8),
        cmocka_unit_test(deflated_members_are_unpacked),
        cmocka_unit_test(paths_that_lead_elsewhere_are_refused),
        cmocka_unit_test(names_longer_than_paths_are_refused),
        cmocka_unit_test(archives_in_archives_are_refused),
        cmocka_unit_test(what_is_no_plain_file_is_refused),
        cmocka_unit_test(bombs_are_refused),
        cmocka_unit_test(all_together_are_bounded),
        cmocka_unit_test(too_many_members_are_a_limit),
        cmocka_unit_test(members_that_share_bytes_are_refused),
        cmocka_unit_test(of_a_truncated_archive_the_first_are_had),
        cmocka_unit_test(a_damaged_member_costs_only_itself),
        cmocka_unit_test(what_is_no_archive_is_said_so),
        cmocka_unit_test(a_callback_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
