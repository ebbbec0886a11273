/* warm.c - small files of our own, read once. */
#include "sandbox/warm.h"

#include <iconv.h>
#include <locale.h>
#include <time.h>

#include "formats/formats.h"

/* What a file may be written in that the C library reads by tables it loads. They are kept
 * open: it forgets tables that nobody uses. */
static const char *const encodings[] = {
    "GB18030",    "BIG5",        "EUC-KR",       "UHC",          "SHIFT_JIS",
    "EUC-JP",     "EUC-TW",      "KOI8-R",       "WINDOWS-1251", "MAC-CYRILLIC",
    "IBM866",     "ISO-8859-5",  "WINDOWS-1253", "ISO-8859-7",   "WINDOWS-1252",
    "ISO-8859-1", "ISO-8859-15", "CP437",        "CP850",        "UTF-16",
};

/* A page with a word in one of the fonts that every reader knows, which are not in the file. */
static const char small_pdf[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R"
    "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 37>>stream\n"
    "BT /F 12 Tf 20 100 Td (Kettles) Tj ET\n"
    "endstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    "trailer<</Root 1 0 R/Size 6>>\n"
    "%%EOF\n";

/* One member "a.txt" with the byte "a", stored. */
static const char small_zip[] =
    "PK\3\4\24\0\0\0\0\0\0\0!\0\x43\xbe\xb7\xe8\1\0\0\0\1\0\0\0\5\0\0\0a.txta"
    "PK\1\2\24\3\24\0\0\0\0\0\0\0!\0\x43\xbe\xb7\xe8\1\0\0\0\1\0\0\0\5\0\0\0\0\0\0\0\0\0\0\0"
    "\x80\1\0\0\0\0a.txt"
    "PK\5\6\0\0\0\0\1\0\1\0\x33\0\0\0\x24\0\0\0\0\0";

typedef struct sample {
    pol_format format;
    pol_span bytes;
} sample;

static pol_status pass_over(void *context, const pol_member *member, pol_error *reterr)
{
    (void)context, (void)member, (void)reterr;
    return POL_OK;
}

static void read_samples(void)
{
    const sample samples[] = {
        {POL_FORMAT_PDF, pol_span_make(small_pdf, sizeof small_pdf - 1)},
        {POL_FORMAT_DOCX, pol_span_make(small_zip, sizeof small_zip - 1)},
        {POL_FORMAT_ODT, pol_span_make(small_zip, sizeof small_zip - 1)},
        {POL_FORMAT_HTML, POL_SPAN("<p>Caf\xe9 kettles")},
    };
    pol_status status;
    pol_error error;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        pol_arena arena;
        pol_text text = {0};
        pol_arena_init(&arena, 1 << 24);
        status = pol_format_read(samples[i].format, samples[i].bytes, &arena, &text, &error);
        pol_arena_done(&arena);
    }
    status = pol_zip_each(pol_span_make(small_zip, sizeof small_zip - 1), 0, 1 << 20, pass_over,
                          NULL, &error);
    (void)status;
}

void pol_warm_up(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    tzset();
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++)
        (void)iconv_open("UTF-8", encodings[i]);
    read_samples();
}
