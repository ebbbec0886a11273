/* take.c - files and members to texts, and texts to documents. */
#include "sandbox/take.h"

#include <stdio.h>
#include <stdlib.h>

#include "sandbox/conversion.h"

/* What a row's callback needs besides the row. */
typedef struct taking {
    const pol_take *take;
    const pol_source *source;
    pol_arena *arena;
    pol_extracted *extracted;
    pol_error *reterr; /* of a failure that is not the row's */
} taking;

/* --- formats ------------------------------------------------------------------------ */

/* Word's old files are compound files; before these there were two kinds of its own. */
static bool is_word(pol_span bytes)
{
    return pol_span_starts(bytes, POL_SPAN("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) ||
           pol_span_starts(bytes, POL_SPAN("\xDB\xA5")) ||
           pol_span_starts(bytes, POL_SPAN("\x31\xBE\0\0"));
}

/* Lines are always the caller's, who cut them; all else is rather what its bytes say: people
 * rename files. Programs are only given what is theirs. */
pol_format pol_source_format(const pol_source *source)
{
    if (source->format == POL_FORMAT_JSON_LINES)
        return source->format;
    pol_format format = pol_format_detect(source->name, source->bytes);
    if (format == POL_FORMAT_UNKNOWN)
        format = source->format;
    bool is_foreign =
        (format == POL_FORMAT_DOC && !is_word(source->bytes)) ||
        (format == POL_FORMAT_RTF && !pol_span_starts(source->bytes, POL_SPAN("{\\rtf")));
    return is_foreign ? POL_FORMAT_TEXT : format;
}

/* --- one text ----------------------------------------------------------------------- */

/* A failure is the text's own unless memory is out: then nothing more can be read here. */
static pol_status leave_out(const taking *at, uint32_t line, const pol_error *why)
{
    if (why->status == POL_NOMEM || why->status == POL_IO)
        return pol_fail(at->reterr, why->status, 0, "%s", why->text);
    return pol_extract_omit(at->extracted, at->arena, at->source->member, line,
                            pol_span_of(why->text), at->reterr);
}

/* Adds what the sidecar states. Its failure is an omission of the whole text. */
static pol_status add_sidecar(const taking *at, pol_text *text, pol_error *why)
{
    pol_error trouble;
    if (!at->take->sidecar.data)
        return POL_OK;
    pol_status status =
        pol_read_yaml(at->take->sidecar, POL_ORIGIN_SIDECAR, 1, at->arena, text, &trouble);
    if (status == POL_OK || status == POL_NOMEM)
        return status == POL_OK ? POL_OK : pol_fail(why, status, 0, "%s", trouble.text);
    return pol_fail(why, status, trouble.at, "its .meta.yaml cannot be used: %.180s", trouble.text);
}

static pol_status take_text(const taking *at, pol_text *text, bool is_single, pol_error *why)
{
    if (text->line_count == 0)
        return pol_fail(why, POL_FORMAT, 0, "no text in it");
    pol_status status = add_sidecar(at, text, why);
    if (status == POL_OK)
        status = pol_extract_text(text, at->source->name, at->source->member, is_single, at->arena,
                                  at->extracted, why);
    return status;
}

static pol_status take_single(const taking *at, pol_format format, pol_span bytes)
{
    pol_text text = {0};
    pol_error why;
    pol_status status = pol_format_read(format, bytes, at->arena, &text, &why);
    if (status == POL_OK)
        status = take_text(at, &text, false, &why);
    return status == POL_OK ? POL_OK : leave_out(at, (uint32_t)why.at, &why);
}

/* --- many texts --------------------------------------------------------------------- */

static pol_status take_line(const taking *at, pol_span line, uint32_t number)
{
    pol_text text = {0};
    pol_error why;
    pol_status status = pol_read_json(line, number, at->arena, &text, &why);
    if (status == POL_OK)
        status = pol_extract_text(&text, at->source->name, at->source->member, true, at->arena,
                                  at->extracted, &why);
    return status == POL_OK ? POL_OK : leave_out(at, number, &why);
}

static pol_status take_lines(const taking *at)
{
    uint32_t number = at->take->request->first_line;
    pol_span rest = at->source->bytes;
    pol_status status = POL_OK;
    if (number == 0 || at->source->member.data)
        number = 1;
    for (; rest.size && status == POL_OK; number++) {
        size_t end = pol_span_find(rest, POL_SPAN("\n"), 0);
        pol_span line = pol_span_trim(pol_span_first(rest, end));
        if (line.size)
            status = take_line(at, line, number);
        rest = end == (size_t)-1 ? (pol_span){0} : pol_span_from(rest, end + 1);
    }
    return status;
}

/* A row's text is the reader's: pairs are added to a copy of it. */
static pol_status take_row(void *context, const pol_text *row, bool is_document, pol_error *reterr)
{
    const taking *at = context;
    pol_text text = *row;
    pol_error why;
    text.pair_capacity = text.pair_count;
    pol_status status = take_text(at, &text, is_document, &why);
    if (status == POL_OK)
        return POL_OK;
    uint32_t line = text.line_count ? text.lines[0].number : 0;
    status = leave_out(at, line, &why);
    return status == POL_OK ? POL_OK : pol_fail(reterr, status, 0, "%s", at->reterr->text);
}

static pol_status take_rows(const taking *at)
{
    pol_error why;
    pol_span mapping = at->source->member.data ? (pol_span){0} : at->take->mapping;
    pol_status status =
        pol_csv_read(at->source->bytes, mapping, at->arena, take_row, (void *)(uintptr_t)at, &why);
    return status == POL_OK ? POL_OK : leave_out(at, (uint32_t)why.at, &why);
}

/* --- through a program -------------------------------------------------------------- */

/* The next program is tried where one fails or finds nothing; the first one's trouble is told. */
static pol_status take_converted(const taking *at, pol_format format)
{
    pol_error first = {0}, why = {0};
    const pol_converter *converter;
    for (uint32_t attempt = 0; (converter = pol_converter_for(format, attempt)); attempt++) {
        pol_text text = {0};
        pol_span bytes;
        pol_status status = pol_conversion_ask(at->take->wire, format, attempt, at->source->bytes,
                                               at->arena, &bytes, &why);
        if (status == POL_OK)
            status = pol_format_read(converter->to, bytes, at->arena, &text, &why);
        if (status == POL_OK)
            status = take_text(at, &text, false, &why);
        if (status == POL_OK)
            return POL_OK;
        if (attempt == 0 || status == POL_NOMEM || status == POL_IO)
            first = why;
        if (status == POL_NOMEM || status == POL_IO)
            break;
    }
    return leave_out(at, 0, &first);
}

pol_status pol_take_source(const pol_take *take, const pol_source *source, pol_arena *arena,
                           pol_extracted *extracted, pol_error *reterr)
{
    taking at = {take, source, arena, extracted, reterr};
    pol_format format = pol_source_format(source);
    switch (format) {
    case POL_FORMAT_JSON_LINES:
        return take_lines(&at);
    case POL_FORMAT_CSV:
        return take_rows(&at);
    case POL_FORMAT_RTF:
    case POL_FORMAT_DOC:
        return take_converted(&at, format);
    case POL_FORMAT_ZIP:
        return pol_take_archive(take, source, arena, extracted, reterr);
    default:
        return take_single(&at, format, source->bytes);
    }
}
