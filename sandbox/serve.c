/* serve.c - the loop of a confined reader: a request, its bytes, an answer. */
#include "sandbox/serve.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/parcel.h"
#include "sandbox/exhaustion.h"
#include "sandbox/take.h"

/* One request as it came. */
typedef struct file_job {
    pol_wire_request request;
    int file; /* -1: none */
    pol_span name, sidecar, mapping, bytes;
    pol_arena arena;
    pol_extracted extracted;
} file_job;

/* --- in ----------------------------------------------------------------------------- */

static bool receive_span(const pol_wire *wire, pol_arena *arena, uint32_t size, pol_span *ret_span)
{
    char *bytes = pol_arena_alloc(arena, (size_t)size + 1);
    *ret_span = pol_span_make(bytes, size);
    return bytes && pol_wire_receive(wire, bytes, size) == POL_WIRE_OK;
}

static bool receive_job(const pol_wire *wire, file_job *job)
{
    pol_frame frame;
    pol_wire_request *request = &job->request;
    if (pol_wire_receive_head(wire, &frame, &job->file) != POL_WIRE_OK ||
        frame.kind != POL_FRAME_READ || frame.size < sizeof *request ||
        pol_wire_receive(wire, request, sizeof *request) != POL_WIRE_OK)
        return false;
    if (!receive_span(wire, &job->arena, request->name_size, &job->name) ||
        !receive_span(wire, &job->arena, request->sidecar_size, &job->sidecar) ||
        !receive_span(wire, &job->arena, request->mapping_size, &job->mapping) ||
        !receive_span(wire, &job->arena, request->bytes_size, &job->bytes))
        return false;
    if (!request->has_sidecar)
        job->sidecar = (pol_span){0};
    if (!request->has_mapping)
        job->mapping = (pol_span){0};
    return true;
}

/* The file into memory: a mapping would end this process if somebody cut the file short. */
static pol_status load_file(file_job *job, pol_error *reterr)
{
    struct stat status;
    if (fstat(job->file, &status) != 0 || !S_ISREG(status.st_mode))
        return pol_fail(reterr, POL_FORMAT, 0, "not a regular file");
    if ((uint64_t)status.st_size > POL_FILE_MAX)
        return pol_fail(reterr, POL_LIMIT, 0,
                        "too large: %llu MB, at most %d MB are read: split it",
                        (unsigned long long)status.st_size >> 20, POL_FILE_MAX >> 20);
    size_t size = (size_t)status.st_size, done = 0;
    char *bytes = pol_arena_alloc(&job->arena, size + 1);
    if (!bytes)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    while (done < size) {
        ssize_t part = pread(job->file, bytes + done, size - done, (off_t)done);
        if (part < 0 && errno != EINTR)
            return pol_fail(reterr, POL_FORMAT, 0, "cannot read it: %s", strerror(errno));
        if (part == 0)
            break;
        done += part > 0 ? (size_t)part : 0;
    }
    job->bytes = pol_span_make(bytes, done);
    return POL_OK;
}

/* --- out ---------------------------------------------------------------------------- */

static bool send_exhausted(const pol_wire *wire)
{
    return pol_wire_send(wire, POL_FRAME_EXHAUSTED, NULL, 0, -1) == POL_WIRE_OK;
}

static bool send_answer(const pol_wire *wire, file_job *job)
{
    pol_buffer parcel;
    pol_error error;
    pol_buffer_init(&parcel, job->request.answer_max);
    pol_parcel_encode(&job->extracted, &parcel);
    if (parcel.status == POL_LIMIT) {
        pol_extracted nothing = {0};
        pol_buffer_clear(&parcel);
        if (pol_extract_omit(&nothing, &job->arena, (pol_span){0}, 0,
                             POL_SPAN("it gives more text than a file may"), &error) == POL_OK)
            pol_parcel_encode(&nothing, &parcel);
    }
    pol_span bytes = pol_buffer_span(&parcel);
    bool is_sent = parcel.status == POL_OK
                       ? pol_wire_send(wire, POL_FRAME_DONE, &bytes, 1, -1) == POL_WIRE_OK
                       : send_exhausted(wire);
    pol_buffer_done(&parcel);
    return is_sent;
}

/* --- the loop ----------------------------------------------------------------------- */

/* Reads what was asked for. Whatever is the file's fault ends in job->extracted. */
static pol_status do_job(const pol_wire *wire, file_job *job, pol_error *reterr)
{
    pol_error why;
    pol_status status = job->request.has_file ? load_file(job, &why) : POL_OK;
    if (status == POL_NOMEM)
        return pol_fail(reterr, status, 0, "%s", why.text);
    if (status != POL_OK)
        return pol_extract_omit(&job->extracted, &job->arena, (pol_span){0}, 0,
                                pol_span_of(why.text), reterr);
    pol_take take = {wire, &job->request, job->sidecar, job->mapping};
    pol_source source = {
        .name = job->name, .bytes = job->bytes, .format = (pol_format)job->request.format};
    return pol_take_source(&take, &source, &job->arena, &job->extracted, reterr);
}

static bool answer(const pol_wire *wire, file_job *job)
{
    pol_error error;
    pol_status status = do_job(wire, job, &error);
    if (status == POL_IO)
        return false;
    return status == POL_OK ? send_answer(wire, job) : send_exhausted(wire);
}

/* The parent ends a reader that takes too long; the alarm does where there is no parent any
 * more. */
void pol_serve(const pol_wire *wire, size_t memory_bytes)
{
    bool is_going_on = true;
    while (is_going_on) {
        file_job job = {.file = -1};
        pol_arena_init(&job.arena, memory_bytes);
        pol_exhaustion_forget();
        is_going_on = receive_job(wire, &job);
        alarm(job.request.seconds_max);
        is_going_on = is_going_on && answer(wire, &job);
        alarm(0);
        if (job.file >= 0)
            close(job.file);
        pol_arena_done(&job.arena);
    }
}
