/* text.c - appending to a pol_text. */
#include "document/text.h"

#include <stdarg.h>
#include <stdio.h>

#include "core/utf8.h"

const char *pol_origin_code(pol_origin origin)
{
    static const char *const codes[POL_ORIGIN_COUNT] = {
        [POL_ORIGIN_NONE] = "none",
        [POL_ORIGIN_TEXT] = "text",
        [POL_ORIGIN_MARKUP] = "markup",
        [POL_ORIGIN_HEADING] = "heading",
        [POL_ORIGIN_FRONT_MATTER] = "front_matter",
        [POL_ORIGIN_SIDECAR] = "sidecar",
        [POL_ORIGIN_FILE_NAME] = "file_name",
        [POL_ORIGIN_REPORT] = "report",
        [POL_ORIGIN_CORRECTION] = "correction",
    };
    return (unsigned)origin < POL_ORIGIN_COUNT ? codes[origin] : "none";
}

pol_status pol_arena_refused(const pol_arena *arena, size_t wanted_bytes, pol_error *reterr)
{
    if (!pol_arena_is_full(arena, wanted_bytes))
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory after %zu bytes of this document",
                        arena->used_bytes);
    return pol_fail(reterr, POL_LIMIT, 0,
                    "this document needs more than the %zu bytes of memory that one may take: "
                    "split it",
                    arena->limit_bytes);
}

/* Room for one more item; what a full array would grow by decides which failure it is. */
static void *grow(pol_arena *arena, void *items, size_t count, size_t *capacity, size_t item_size,
                  pol_error *reterr, pol_status *ret_status)
{
    void *grown = pol_arena_grow(arena, items, count, capacity, item_size);
    size_t wanted = (count ? 2 * count : 8) * item_size; /* as pol_arena_grow() does */
    *ret_status = grown ? POL_OK : pol_arena_refused(arena, wanted, reterr);
    return grown;
}

pol_status pol_text_add_line(pol_text *text, pol_arena *arena, pol_line line, pol_error *reterr)
{
    pol_status status;
    pol_line *lines = grow(arena, text->lines, text->line_count, &text->line_capacity,
                           sizeof *lines, reterr, &status);
    if (!lines)
        return status;
    text->lines = lines;
    lines[text->line_count++] = line;
    return POL_OK;
}

pol_status pol_text_add_pair(pol_text *text, pol_arena *arena, pol_pair pair, pol_error *reterr)
{
    pol_status status;
    pol_pair *pairs = grow(arena, text->pairs, text->pair_count, &text->pair_capacity,
                           sizeof *pairs, reterr, &status);
    if (!pairs)
        return status;
    text->pairs = pairs;
    pairs[text->pair_count++] = pair;
    return POL_OK;
}

pol_status pol_text_add_note(pol_text *text, pol_arena *arena, pol_note note, pol_error *reterr)
{
    pol_status status;
    pol_note *notes = grow(arena, text->notes, text->note_count, &text->note_capacity,
                           sizeof *notes, reterr, &status);
    if (!notes)
        return status;
    text->notes = notes;
    notes[text->note_count++] = note;
    return POL_OK;
}

pol_status pol_text_notef(pol_text *text, pol_arena *arena, uint32_t line, pol_error *reterr,
                          const char *format, ...)
{
    char sentence[POL_ERROR_TEXT_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    pol_span made = pol_span_of(sentence);
    made.size = pol_utf8_valid_prefix(made); /* where it was cut inside a character */
    pol_note note = {pol_arena_copy(arena, made), line};
    if (!note.text.data)
        return pol_arena_refused(arena, made.size + 1, reterr);
    return pol_text_add_note(text, arena, note, reterr);
}
