/* sandbox.c - a file to what is in it, by as many children as that costs.
 *
 * A child that dies over its first file or member has shown that these cannot be read; one
 * that has done others before may have been spoilt by them, and gives the file a second chance
 * in a new one. Of an archive, what stands before and behind a bad member is kept. */
#include "sandbox/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include "document/parcel.h"
#include "sandbox/child.h"
#include "sandbox/locate.h"
#include "sandbox/program.h"
#include "sandbox/spawn.h"

enum {
    DEFAULT_TIME_MS = 60000,
    ARCHIVE_TIMES = 10, /* an archive may take as long as so many files */
    DEATHS_MAX = 16,    /* children that one archive may cost */
    CONVERSIONS_MAX = 8 /* of a file or member */
};
static const size_t default_memory_bytes = (size_t)1 << 30;
static const size_t default_answer_bytes = (size_t)256 << 20;
static const size_t unpack_bytes = (size_t)1 << 30;

struct pol_sandbox {
    pol_child child;
    pol_child_limits limits;
    size_t answer_bytes;
    char *program;
};

/* One file on its way. */
typedef struct file_reading {
    pol_sandbox *sandbox;
    const pol_read_request *request;
    pol_arena *arena;
    pol_extracted *extracted;
    pol_error *reterr;
    size_t answer_left;
    int64_t last_ms; /* when even an archive must be done */
    size_t conversions;
    /* of an archive: */
    bool is_archive;
    pol_span member; /* at work; absent between two */
    size_t next;     /* ordinal of the member at work, or of the first not yet begun */
    size_t unpacked, unpacked_before;
    size_t deaths;
} file_reading;

/* How an exchange with a child ended. */
typedef enum outcome {
    OUTCOME_DONE,
    OUTCOME_LOST,  /* the child is of no more use: child->fate */
    OUTCOME_FAILED /* this side: reterr */
} outcome;

static outcome failed(const file_reading *reading, pol_status status, const char *text)
{
    pol_fail(reading->reterr, status, 0, "%s", text);
    return OUTCOME_FAILED;
}

static outcome lost(file_reading *reading, pol_fate fate)
{
    if (reading->sandbox->child.fate == POL_FATE_NONE)
        reading->sandbox->child.fate = fate;
    return OUTCOME_LOST;
}

/* --- to the child ------------------------------------------------------------------- */

static outcome ask(file_reading *reading)
{
    const pol_read_request *from = reading->request;
    pol_child *child = &reading->sandbox->child;
    pol_wire_request request = {
        .name_size = (uint32_t)from->name.size,
        .sidecar_size = (uint32_t)from->sidecar.size,
        .mapping_size = (uint32_t)from->mapping.size,
        .bytes_size = from->file >= 0 ? 0 : (uint32_t)from->bytes.size,
        .format = from->format,
        .first_line = from->first_line,
        .first_member = (uint32_t)reading->next,
        .seconds_max = reading->sandbox->limits.time_ms / 1000 * ARCHIVE_TIMES + ARCHIVE_TIMES,
        .has_file = from->file >= 0,
        .has_sidecar = from->sidecar.data != NULL,
        .has_mapping = from->mapping.data != NULL,
        .answer_max = reading->answer_left,
        .unpack_max = unpack_bytes - reading->unpacked,
    };
    pol_span parts[] = {pol_span_make((const char *)&request, sizeof request), from->name,
                        from->sidecar, from->mapping,
                        from->file >= 0 ? (pol_span){0} : from->bytes};
    reading->unpacked_before = reading->unpacked;
    return pol_wire_send(&child->wire, POL_FRAME_READ, parts, 5, from->file) == POL_WIRE_OK
               ? OUTCOME_DONE
               : lost(reading, POL_FATE_ENDED);
}

/* --- from the child ----------------------------------------------------------------- */

/* `size` bytes of payload in the arena. */
static outcome receive(file_reading *reading, size_t size, pol_span *ret_bytes)
{
    if (pol_arena_is_full(reading->arena, size + 1))
        return lost(reading, POL_FATE_TOO_MUCH);
    char *bytes = pol_arena_alloc(reading->arena, size + 1);
    if (!bytes)
        return failed(reading, POL_NOMEM, "out of memory for what is in a file");
    *ret_bytes = pol_span_make(bytes, size);
    return pol_wire_receive(&reading->sandbox->child.wire, bytes, size) == POL_WIRE_OK
               ? OUTCOME_DONE
               : lost(reading, POL_FATE_ENDED);
}

/* Adds a parcel's content, or nothing of it. */
static outcome add_parcel(file_reading *reading, size_t size)
{
    pol_span bytes;
    pol_extracted *extracted = reading->extracted;
    pol_extracted before = *extracted;
    if (size > reading->answer_left)
        return lost(reading, POL_FATE_TOO_MUCH);
    outcome result = receive(reading, size, &bytes);
    if (result != OUTCOME_DONE)
        return result;
    reading->answer_left -= size;
    pol_status status = pol_parcel_decode(bytes, reading->arena, extracted, reading->reterr);
    if (status == POL_OK)
        return OUTCOME_DONE;
    extracted->document_count = before.document_count;
    extracted->outcome_count = before.outcome_count;
    extracted->omission_count = before.omission_count;
    if (status == POL_NOMEM)
        return OUTCOME_FAILED;
    return lost(reading, status == POL_LIMIT ? POL_FATE_TOO_MUCH : POL_FATE_NONSENSE);
}

/* What fills the arena leaves room to say so. */
static outcome take_parcel(file_reading *reading, size_t size)
{
    enum { RESERVE = 64 << 10 };
    pol_arena *arena = reading->arena;
    size_t limit = arena->limit_bytes;
    bool has_room = limit - arena->used_bytes > RESERVE;
    arena->limit_bytes = has_room ? limit - RESERVE : arena->used_bytes;
    outcome result = add_parcel(reading, size);
    arena->limit_bytes = limit;
    return result;
}

static outcome take_member(file_reading *reading, size_t size)
{
    enum { NAME_MAX_BYTES = 64 << 10 };
    pol_wire_member member;
    pol_child *child = &reading->sandbox->child;
    if (size < sizeof member || size > sizeof member + NAME_MAX_BYTES)
        return lost(reading, POL_FATE_NONSENSE);
    if (pol_wire_receive(&child->wire, &member, sizeof member) != POL_WIRE_OK)
        return lost(reading, POL_FATE_ENDED);
    if (member.ordinal < reading->next || member.ordinal >= UINT32_MAX ||
        member.unpacked > unpack_bytes - reading->unpacked_before)
        return lost(reading, POL_FATE_NONSENSE);
    outcome result = receive(reading, size - sizeof member, &reading->member);
    reading->is_archive = true;
    reading->next = member.ordinal;
    reading->unpacked = reading->unpacked_before + member.unpacked;
    reading->conversions = 0;
    int64_t end_ms = pol_now_ms() + reading->sandbox->limits.time_ms;
    child->end_ms = end_ms < reading->last_ms ? end_ms : reading->last_ms;
    return result;
}

static void end_member(file_reading *reading)
{
    reading->sandbox->child.done_count++;
    reading->member = (pol_span){0};
    reading->next++;
}

static outcome convert(file_reading *reading, size_t size)
{
    pol_sandbox *sandbox = reading->sandbox;
    pol_child *child = &sandbox->child;
    pol_wire_convert question;
    pol_wire_converted answer = {0};
    pol_buffer output;
    pol_arena arena;
    if (size < sizeof question || size - sizeof question > POL_FILE_MAX ||
        reading->conversions++ >= CONVERSIONS_MAX)
        return lost(reading, POL_FATE_NONSENSE);
    size -= sizeof question;
    pol_arena_init(&arena, POL_FILE_MAX + 1);
    pol_buffer_init(&output, POL_FILE_MAX + POL_SAID_MAX);
    outcome result = OUTCOME_DONE;
    char *bytes = pol_arena_alloc(&arena, size + 1);
    if (!bytes)
        result = failed(reading, POL_NOMEM, "out of memory for a file that is converted");
    else if (pol_wire_receive(&child->wire, &question, sizeof question) != POL_WIRE_OK ||
             pol_wire_receive(&child->wire, bytes, size) != POL_WIRE_OK)
        result = lost(reading, POL_FATE_ENDED);
    else if (pol_program_convert(sandbox->program, &question, pol_span_make(bytes, size),
                                 child->end_ms, &answer, &output, reading->reterr) != POL_OK)
        result = OUTCOME_FAILED;
    if (result == OUTCOME_DONE) {
        pol_span parts[] = {pol_span_make((const char *)&answer, sizeof answer),
                            pol_buffer_span(&output)};
        if (pol_wire_send(&child->wire, POL_FRAME_CONVERTED, parts, 2, -1) != POL_WIRE_OK)
            result = lost(reading, POL_FATE_ENDED);
    }
    pol_buffer_done(&output);
    pol_arena_done(&arena);
    return result;
}

/* Frames until the file is done. */
static outcome listen_to(file_reading *reading)
{
    pol_child *child = &reading->sandbox->child;
    for (;;) {
        pol_frame frame;
        outcome result = OUTCOME_DONE;
        if (pol_wire_receive_head(&child->wire, &frame, NULL) != POL_WIRE_OK)
            return lost(reading, POL_FATE_ENDED);
        switch (frame.kind) {
        case POL_FRAME_MEMBER:
            result = take_member(reading, frame.size);
            break;
        case POL_FRAME_PART:
            result = reading->member.data ? take_parcel(reading, frame.size)
                                          : lost(reading, POL_FATE_NONSENSE);
            if (result == OUTCOME_DONE)
                end_member(reading);
            break;
        case POL_FRAME_CONVERT:
            result = convert(reading, frame.size);
            break;
        case POL_FRAME_DONE:
            return take_parcel(reading, frame.size);
        case POL_FRAME_EXHAUSTED:
            return lost(reading, POL_FATE_HUNGRY);
        default:
            return lost(reading, POL_FATE_NONSENSE);
        }
        if (result != OUTCOME_DONE)
            return result;
    }
}

/* --- children that are lost --------------------------------------------------------- */

static pol_status omit(file_reading *reading, pol_span member, const char *reason)
{
    return pol_extract_omit(reading->extracted, reading->arena, member, 0, pol_span_of(reason),
                            reading->reterr);
}

/* The member at work, or one that was not even unpacked, is left out; *ret_goes_on: the ones
 * behind it may be read. */
static pol_status give_up_member(file_reading *reading, const char *reason, bool *ret_goes_on)
{
    char text[POL_ERROR_TEXT_SIZE];
    pol_status status;
    if (reading->member.data) {
        status = omit(reading, reading->member, reason);
    } else {
        snprintf(text, sizeof text, "entry %zu of it: %s", reading->next + 1, reason);
        status = omit(reading, (pol_span){0}, text);
    }
    reading->member = (pol_span){0};
    reading->next++;
    reading->deaths++;
    *ret_goes_on = reading->deaths < DEATHS_MAX && pol_now_ms() < reading->last_ms;
    if (status != POL_OK || *ret_goes_on)
        return status;
    return omit(reading, (pol_span){0},
                reading->deaths < DEATHS_MAX ? "it takes too long: what comes next is left out"
                                             : "too much of it fails: what comes next is left out");
}

/* What the loss of a child means for the file: another try, an omission, the next member. */
static pol_status bury(file_reading *reading, bool *ret_goes_on)
{
    pol_sandbox *sandbox = reading->sandbox;
    char reason[POL_ERROR_TEXT_SIZE];
    bool is_final, was_used = sandbox->child.done_count > 0;
    pol_child_verdict(&sandbox->child, &sandbox->limits, reason, sizeof reason, &is_final);
    *ret_goes_on = was_used && !is_final;
    if (*ret_goes_on)
        return POL_OK;
    if (reading->is_archive)
        return give_up_member(reading, reason, ret_goes_on);
    return omit(reading, (pol_span){0}, reason);
}

/* --- the public functions ----------------------------------------------------------- */

pol_status pol_sandbox_new(const pol_sandbox_options *options, pol_sandbox **ret_sandbox,
                           pol_error *reterr)
{
    pol_sandbox *sandbox = calloc(1, sizeof *sandbox);
    if (!sandbox)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pol_status status =
        pol_locate_polread(options ? options->program : NULL, &sandbox->program, reterr);
    if (status != POL_OK) {
        free(sandbox);
        return status;
    }
    pol_sandbox_options given = options ? *options : (pol_sandbox_options){0};
    sandbox->answer_bytes = given.answer_bytes ? given.answer_bytes : default_answer_bytes;
    if (sandbox->answer_bytes > UINT32_MAX)
        sandbox->answer_bytes = UINT32_MAX;
    sandbox->limits = (pol_child_limits){
        .program = sandbox->program,
        .memory_bytes = given.memory_bytes ? given.memory_bytes : default_memory_bytes,
        .time_ms = given.time_ms ? given.time_ms : DEFAULT_TIME_MS};
    *ret_sandbox = sandbox;
    return POL_OK;
}

void pol_sandbox_free(pol_sandbox *sandbox)
{
    if (!sandbox)
        return;
    pol_child_end(&sandbox->child);
    free(sandbox->program);
    free(sandbox);
}

/* One exchange with a child, started if need be. */
static outcome converse(file_reading *reading)
{
    pol_sandbox *sandbox = reading->sandbox;
    pol_child *child = &sandbox->child;
    if (child->pid == 0 && pol_child_start(child, &sandbox->limits, reading->reterr) != POL_OK)
        return OUTCOME_FAILED;
    child->end_ms = pol_now_ms() + sandbox->limits.time_ms;
    if (child->end_ms > reading->last_ms)
        child->end_ms = reading->last_ms;
    outcome result = ask(reading);
    return result == OUTCOME_DONE ? listen_to(reading) : result;
}

static pol_status check_request(const pol_read_request *request, pol_error *reterr)
{
    int flags = request->file >= 0 ? fcntl(request->file, F_GETFL) : O_RDONLY;
    if (flags < 0 || (flags & O_ACCMODE) != O_RDONLY)
        return pol_fail(reterr, POL_USAGE, 0, "a file to be read must be open for reading only");
    size_t size = request->name.size + request->sidecar.size + request->mapping.size +
                  (request->file >= 0 ? 0 : request->bytes.size);
    if (size > (size_t)2 * POL_FILE_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "more than %d MB at once", POL_FILE_MAX >> 20);
    return POL_OK;
}

pol_status pol_sandbox_read(pol_sandbox *sandbox, const pol_read_request *request, pol_arena *arena,
                            pol_extracted *ret_extracted, pol_error *reterr)
{
    file_reading reading = {.sandbox = sandbox,
                            .request = request,
                            .arena = arena,
                            .extracted = ret_extracted,
                            .reterr = reterr,
                            .answer_left = sandbox->answer_bytes};
    pol_error unused;
    if (!reterr)
        reading.reterr = &unused;
    *ret_extracted = (pol_extracted){0};
    pol_status status = check_request(request, reading.reterr);
    reading.last_ms = pol_now_ms() + (int64_t)sandbox->limits.time_ms * ARCHIVE_TIMES;
    bool goes_on = status == POL_OK;
    while (goes_on) {
        goes_on = false;
        switch (converse(&reading)) {
        case OUTCOME_DONE:
            sandbox->child.done_count++;
            break;
        case OUTCOME_FAILED:
            pol_child_end(&sandbox->child);
            return reading.reterr->status;
        case OUTCOME_LOST:
            status = bury(&reading, &goes_on);
            break;
        }
    }
    if (sandbox->child.pid != 0 && pol_child_is_worn(&sandbox->child, &sandbox->limits))
        pol_child_end(&sandbox->child);
    return status;
}
