/* read_here.c - sandbox/sandbox.h within this process, until the confined reader is there. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/recognise.h"
#include "sandbox/sandbox.h"

pol_status pol_sandbox_new(const pol_sandbox_options *options, pol_sandbox **ret_sandbox,
                           pol_error *reterr)
{
    (void)options, (void)reterr;
    *ret_sandbox = NULL;
    return POL_OK;
}

void pol_sandbox_free(pol_sandbox *sandbox)
{
    (void)sandbox;
}

static pol_status omit(pol_arena *arena, pol_extracted *extracted, uint32_t line, const char *why,
                       pol_error *reterr)
{
    return pol_extract_omit(extracted, arena, (pol_span){0}, line, pol_span_of(why), reterr);
}

static pol_status read_lines(const pol_read_request *request, pol_arena *arena,
                             pol_extracted *extracted, pol_error *reterr)
{
    uint32_t number = request->first_line;
    for (pol_span rest = request->bytes; rest.size;) {
        size_t end = pol_span_find(rest, POL_SPAN("\n"), 0);
        pol_span line = pol_span_trim(pol_span_first(rest, end));
        pol_text text = {0};
        pol_error why;
        size_t before = extracted->document_count;
        if (line.size) {
            pol_status status = pol_read_json(line, number, arena, &text, &why);
            if (status == POL_OK)
                status = pol_extract_text(&text, request->name, (pol_span){0}, true, arena,
                                          extracted, &why);
            if (status != POL_OK && omit(arena, extracted, number, why.text, reterr) != POL_OK)
                return reterr->status;
        }
        if (extracted->document_count > before && number > 1) {
            char key[16];
            snprintf(key, sizeof key, "%u", number - 1);
            extracted->documents[before].key = pol_arena_copy(arena, pol_span_of(key));
        }
        rest = end == (size_t)-1 ? (pol_span){0} : pol_span_from(rest, end + 1);
        number++;
    }
    return POL_OK;
}

pol_status pol_sandbox_read(pol_sandbox *sandbox, const pol_read_request *request, pol_arena *arena,
                            pol_extracted *ret_extracted, pol_error *reterr)
{
    (void)sandbox;
    *ret_extracted = (pol_extracted){0};
    if (request->file < 0)
        return read_lines(request, arena, ret_extracted, reterr);
    struct stat status;
    fstat(request->file, &status);
    char *bytes = pol_arena_alloc(arena, (size_t)status.st_size + 1);
    ssize_t size = bytes ? pread(request->file, bytes, (size_t)status.st_size, 0) : -1;
    pol_text text = {0};
    pol_error why;
    pol_span all = pol_span_make(bytes, size < 0 ? 0 : (size_t)size);
    pol_format format = request->format;
    if (format == POL_FORMAT_UNKNOWN)
        format = pol_format_detect(request->name, pol_span_first(all, 1024));
    pol_status result = pol_read(format, all, arena, &text, &why);
    if (result == POL_OK && request->sidecar.data) {
        char reason[POL_ERROR_TEXT_SIZE];
        result = pol_read_yaml(request->sidecar, POL_ORIGIN_SIDECAR, 1, arena, &text, &why);
        snprintf(reason, sizeof reason, "its .meta.yaml cannot be used: %.180s", why.text);
        if (result != POL_OK)
            return omit(arena, ret_extracted, (uint32_t)why.at, reason, reterr);
    }
    if (result != POL_OK)
        return omit(arena, ret_extracted, (uint32_t)why.at, why.text, reterr);
    return pol_extract_text(&text, request->name, (pol_span){0}, false, arena, ret_extracted,
                            reterr);
}
