/* decode.c - a file's bytes to UTF-8 with "\n" as line ends, repaired where that is
 * certain, with a note for everything a person should look at. */
#include "document/junk.h"
#include "document/reader.h"
#include "document/repair.h"
#include "document/to_utf8.h"

enum { CONVERTED_MAX = 3 * POL_FILE_MAX }; /* a byte of MacRoman takes up to three */

typedef struct remark {
    const pol_tally *tally;
    const char *what;
} remark;

static pol_status add_notes(const pol_conversion *conversion, const pol_repairs *repairs,
                            const pol_damage *damage, pol_text *notes_to, pol_arena *arena,
                            pol_error *reterr)
{
    const remark remarks[] = {
        {&conversion->borrowed, "a byte that is not UTF-8, read as Windows-1252"},
        {&repairs->rereads, "UTF-8 that had been read in another encoding, repaired"},
        {&repairs->controls, "punctuation that had become a control character, repaired"},
        {&repairs->quotes, "a quote or dash of another encoding, repaired"},
        {&damage->unreadable, "a character is lost (U+FFFD)"},
        {&damage->half_quotes, "perhaps a damaged quote (â€), left as it is"},
        {&damage->controls, "a control character inside a word, perhaps a lost ligature (fi, fl)"},
        {&damage->ligatures, "a word seems to lack a ligature (fi, fl), left as it is"},
    };
    pol_status status = POL_OK;
    if (conversion->is_inferred)
        status = pol_text_notef(notes_to, arena, 0, reterr, "not marked as Unicode: read as %s",
                                conversion->encoding);
    for (size_t i = 0; i < sizeof remarks / sizeof *remarks && status == POL_OK; i++) {
        const pol_tally *tally = remarks[i].tally;
        if (tally->count > 0)
            status = pol_text_notef(notes_to, arena, tally->line, reterr, "%zu place%s: %s",
                                    tally->count, tally->count > 1 ? "s" : "", remarks[i].what);
    }
    return status;
}

/* Copies into the arena; CR LF and CR become LF. */
static pol_status copy_lines(pol_span utf8, pol_arena *arena, pol_span *ret_utf8, pol_error *reterr)
{
    char *copy = pol_arena_alloc(arena, utf8.size + 1);
    if (!copy)
        return pol_arena_refused(arena, utf8.size + 1, reterr);
    size_t size = 0, at = 0;
    while (at < utf8.size) {
        const char *from = utf8.data + at, *cr = memchr(from, '\r', utf8.size - at);
        size_t run = cr ? (size_t)(cr - from) : utf8.size - at;
        memcpy(copy + size, from, run);
        size += run;
        at += run;
        if (cr) {
            copy[size++] = '\n';
            at += at + 1 < utf8.size && utf8.data[at + 1] == '\n' ? 2 : 1;
        }
    }
    *ret_utf8 = pol_span_make(copy, size);
    return POL_OK;
}

static pol_status check_buffers(const pol_buffer *buffers, size_t count, pol_error *reterr)
{
    for (size_t i = 0; i < count; i++)
        if (buffers[i].status != POL_OK)
            return pol_fail(reterr, buffers[i].status, 0,
                            "no memory to convert this file to UTF-8");
    return POL_OK;
}

/* With line ends settled, so that the notes' line numbers hold. */
static pol_status decode_lines(pol_span lines, const pol_conversion *conversion,
                               pol_buffer *buffers, pol_arena *arena, pol_span *ret_utf8,
                               pol_text *notes_to, pol_error *reterr)
{
    pol_repairs repairs;
    pol_damage damage;
    pol_span repaired = pol_repair_text(lines, &buffers[1], &buffers[2], &repairs);
    pol_status status = check_buffers(buffers, 3, reterr);
    if (status == POL_OK && repaired.data != lines.data) {
        lines = pol_arena_copy(arena, repaired);
        if (!lines.data)
            status = pol_arena_refused(arena, repaired.size + 1, reterr);
    }
    if (status != POL_OK)
        return status;
    pol_damage_find(lines, &damage);
    *ret_utf8 = lines;
    return add_notes(conversion, &repairs, &damage, notes_to, arena, reterr);
}

static pol_status decode(pol_span bytes, pol_buffer *buffers, pol_arena *arena, pol_span *ret_utf8,
                         pol_text *notes_to, pol_error *reterr)
{
    pol_conversion conversion;
    pol_span lines = POL_SPAN("");
    pol_to_utf8(bytes, &buffers[0], &conversion);
    pol_status status = check_buffers(buffers, 1, reterr);
    if (status == POL_OK)
        status = pol_junk_refuse_controls(conversion.utf8, reterr);
    if (status == POL_OK)
        status = copy_lines(conversion.utf8, arena, &lines, reterr);
    if (status == POL_OK)
        status = decode_lines(lines, &conversion, buffers, arena, ret_utf8, notes_to, reterr);
    if (status == POL_OK)
        notes_to->encoding = conversion.encoding;
    return status;
}

pol_status pol_decode_text(pol_span bytes, pol_arena *arena, pol_span *ret_utf8, pol_text *notes_to,
                           pol_error *reterr)
{
    if (bytes.size > POL_FILE_MAX)
        return pol_fail(reterr, POL_LIMIT, 0,
                        "the file has %zu bytes, more than the %d that are read: split it",
                        bytes.size, POL_FILE_MAX);
    pol_status status = pol_junk_refuse_kind(bytes, reterr);
    if (status != POL_OK)
        return status;
    pol_buffer buffers[3];
    for (size_t i = 0; i < 3; i++)
        pol_buffer_init(&buffers[i], CONVERTED_MAX);
    status = decode(bytes, buffers, arena, ret_utf8, notes_to, reterr);
    for (size_t i = 0; i < 3; i++)
        pol_buffer_done(&buffers[i]);
    return status;
}
