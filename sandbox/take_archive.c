/* take_archive.c - the members of an archive, each announced, taken, and sent off.
 *
 * A member that brings this process down costs itself: the parent knows what was announced,
 * has what was sent, and goes on behind it with another process. */
#include <stdlib.h>

#include "document/parcel.h"
#include "sandbox/take.h"

typedef struct unpacking {
    const pol_take *take;
    const pol_source *archive;
    size_t unpacked, sent;
    size_t arena_max;
} unpacking;

static const char refused_file[] = "it gives more text than a file may";
static const char refused_rest[] =
    "with it the archive gives more text than is read of one: split the archive";

static pol_span base_name(pol_span path)
{
    const char *slash = path.size ? memrchr(path.data, '/', path.size) : NULL;
    return slash ? pol_span_from(path, (size_t)(slash - path.data) + 1) : path;
}

static pol_status gone(pol_error *reterr)
{
    return pol_fail(reterr, POL_IO, 0, "polindex does not answer");
}

static pol_status announce(unpacking *at, const pol_member *member, pol_error *reterr)
{
    at->unpacked += member->bytes.size;
    pol_wire_member head = {.ordinal = member->ordinal, .unpacked = at->unpacked};
    pol_span parts[] = {pol_span_make((const char *)&head, sizeof head), member->name};
    return pol_wire_send(at->take->wire, POL_FRAME_MEMBER, parts, 2, -1) == POL_WIRE_OK
               ? POL_OK
               : gone(reterr);
}

/* What is found in all members together is bounded; some of that is kept for naming those which
 * are beyond it. */
static size_t room_for(const unpacking *at, bool is_omission)
{
    size_t max = at->take->request->answer_max, kept = is_omission ? 0 : max / 16;
    return at->sent + kept < max ? max - kept - at->sent : 0;
}

static pol_status send_off(unpacking *at, const pol_extracted *extracted, pol_error *reterr)
{
    pol_buffer parcel;
    bool is_omission = extracted->document_count + extracted->outcome_count == 0;
    pol_buffer_init(&parcel, room_for(at, is_omission));
    pol_parcel_encode(extracted, &parcel);
    pol_span bytes = pol_buffer_span(&parcel);
    pol_status status = parcel.status;
    at->sent += status == POL_OK ? bytes.size : 0;
    if (status != POL_OK)
        pol_fail(reterr, status, 0,
                 status == POL_LIMIT ? "the archive gives more text than is read of one: split it"
                                     : "out of memory");
    else if (pol_wire_send(at->take->wire, POL_FRAME_PART, &bytes, 1, -1) != POL_WIRE_OK)
        status = gone(reterr);
    pol_buffer_done(&parcel);
    return status;
}

static bool is_of_another(pol_span name)
{
    return pol_span_ends(name, POL_SPAN(".mapping.yaml")) ||
           pol_span_ends(name, POL_SPAN(".meta.yaml"));
}

/* Why a member is left out before it is read; NULL where it is not. */
static const char *refusal(const pol_member *member)
{
    if (member->refused)
        return member->refused;
    return is_of_another(member->name)
               ? "it is not used inside an archive: unpack the archive into a folder"
               : NULL;
}

static pol_status take_member(unpacking *at, const pol_source *source, const pol_member *member,
                              pol_arena *arena, pol_error *reterr)
{
    pol_extracted extracted = {0};
    const char *refused = refusal(member);
    pol_status status = POL_OK;
    if (refused)
        status = pol_extract_omit(&extracted, arena, member->name, 0, pol_span_of(refused), reterr);
    else
        status = pol_take_source(at->take, source, arena, &extracted, reterr);
    if (status == POL_OK)
        status = send_off(at, &extracted, reterr);
    if (status != POL_LIMIT)
        return status;
    pol_extracted nothing = {0};
    bool is_first = at->sent == 0 && at->take->request->first_member == 0;
    status = pol_extract_omit(&nothing, arena, member->name, 0,
                              pol_span_of(is_first ? refused_file : refused_rest), reterr);
    return status == POL_OK ? send_off(at, &nothing, reterr) : status;
}

/* What no reader is for is passed over, as it is in a folder. */
static pol_status on_member(void *context, const pol_member *member, pol_error *reterr)
{
    unpacking *at = context;
    pol_source source = {
        .name = base_name(member->name), .member = member->name, .bytes = member->bytes};
    source.format = member->refused ? POL_FORMAT_UNKNOWN : pol_source_format(&source);
    if (!refusal(member) && source.format == POL_FORMAT_UNKNOWN)
        return POL_OK;
    pol_arena arena;
    pol_arena_init(&arena, at->arena_max);
    pol_status status = announce(at, member, reterr);
    if (status == POL_OK)
        status = take_member(at, &source, member, &arena, reterr);
    pol_arena_done(&arena);
    return status;
}

pol_status pol_take_archive(const pol_take *take, const pol_source *source, pol_arena *arena,
                            pol_extracted *extracted, pol_error *reterr)
{
    pol_take without_sidecar = *take;
    without_sidecar.sidecar = (pol_span){0};
    if (source->member.data) /* an archive in an archive is refused before it comes here */
        return pol_extract_omit(extracted, arena, source->member, 0,
                                POL_SPAN("an archive inside an archive is not read"), reterr);
    unpacking at = {&without_sidecar, source, 0, 0, arena->limit_bytes};
    pol_error why;
    pol_status status = pol_zip_each(source->bytes, take->request->first_member,
                                     take->request->unpack_max, on_member, &at, &why);
    if (status == POL_OK)
        return POL_OK;
    if (status == POL_NOMEM || status == POL_IO)
        return pol_fail(reterr, status, 0, "%s", why.text);
    return pol_extract_omit(extracted, arena, (pol_span){0}, 0, pol_span_of(why.text), reterr);
}
