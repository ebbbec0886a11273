/* misbehave.c - stands in for polread: confined like it, then does what the name of the file
 * that it is asked to read says. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "document/parcel.h"
#include "sandbox/confine.h"
#include "sandbox/exhaustion.h"
#include "sandbox/wire.h"

static const pol_wire wire = {.socket = POL_CHILD_SOCKET};

typedef struct behaviour {
    const char *name;
    void (*act)(const pol_wire_request *request);
} behaviour;

/* --- what it sends ------------------------------------------------------------------ */

static void send_bytes(pol_frame_kind kind, const void *bytes, size_t size)
{
    pol_span part = pol_span_make(bytes, size);
    if (pol_wire_send(&wire, kind, &part, 1, -1) != POL_WIRE_OK)
        _exit(1);
}

/* A parcel with one omission, "read", of `member`. */
static void send_parcel(pol_frame_kind kind, pol_span member)
{
    pol_arena arena;
    pol_extracted extracted = {0};
    pol_buffer parcel;
    pol_error error;
    pol_arena_init(&arena, 1 << 20);
    pol_buffer_init(&parcel, 1 << 20);
    if (pol_extract_omit(&extracted, &arena, member, 0, POL_SPAN("read"), &error) != POL_OK)
        _exit(1);
    pol_parcel_encode(&extracted, &parcel);
    send_bytes(kind, parcel.data, parcel.size);
    pol_buffer_done(&parcel);
    pol_arena_done(&arena);
}

static void begin_member(uint64_t ordinal)
{
    char name[] = "member-0";
    pol_wire_member head = {.ordinal = ordinal};
    name[sizeof name - 2] = (char)('0' + ordinal);
    pol_span parts[] = {pol_span_make((const char *)&head, sizeof head), pol_span_of(name)};
    if (pol_wire_send(&wire, POL_FRAME_MEMBER, parts, 2, -1) != POL_WIRE_OK)
        _exit(1);
}

static void be_good(const pol_wire_request *request)
{
    (void)request;
    send_parcel(POL_FRAME_DONE, (pol_span){0});
}

/* --- ends --------------------------------------------------------------------------- */

static void crash(const pol_wire_request *request)
{
    (void)request;
    raise(SIGSEGV);
}

static int deep(volatile char *above, uint64_t left)
{
    volatile char here[4096];
    here[0] = above[0];
    return left ? deep(here, left - 1) + here[0] : here[0];
}

static void overflow(const pol_wire_request *request)
{
    char first = (char)request->first_line;
    _exit(deep(&first, UINT64_MAX));
}

static void stop(const pol_wire_request *request)
{
    (void)request;
    for (;;)
        ;
}

static void quit(const pol_wire_request *request)
{
    (void)request;
    _exit(3);
}

/* As poppler does it: allocate for ever, abort where that is refused. */
static void eat(const pol_wire_request *request)
{
    enum { BITE = 4 << 20 };
    (void)request;
    for (;;) {
        char *bite = malloc(BITE);
        if (!bite)
            abort();
        memset(bite, 1, BITE);
    }
}

static void be_exhausted(const pol_wire_request *request)
{
    (void)request;
    send_bytes(POL_FRAME_EXHAUSTED, "", 0);
}

static void open_socket(const pol_wire_request *request)
{
    (void)request;
    _exit(socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 99 : 98);
}

/* --- nonsense ----------------------------------------------------------------------- */

static void send_unknown(const pol_wire_request *request)
{
    (void)request;
    send_bytes((pol_frame_kind)1234, "abc", 3);
}

static void send_damaged(const pol_wire_request *request)
{
    char bytes[64];
    (void)request;
    memset(bytes, 0xFF, sizeof bytes);
    send_bytes(POL_FRAME_DONE, bytes, sizeof bytes);
}

/* A head that promises 4 GiB. */
static void send_huge(const pol_wire_request *request)
{
    const pol_frame head = {.kind = POL_FRAME_DONE, .size = UINT32_MAX};
    (void)request;
    if (send(POL_CHILD_SOCKET, &head, sizeof head, 0) == sizeof head)
        pause();
}

static void send_half(const pol_wire_request *request)
{
    const pol_frame head = {.kind = POL_FRAME_DONE, .size = 100};
    (void)request;
    _exit(send(POL_CHILD_SOCKET, &head, sizeof head, 0) == sizeof head ? 4 : 5);
}

/* Members for ever, so that no single one is late. */
static void send_members(const pol_wire_request *request)
{
    for (uint64_t i = request->first_member;; i++) {
        pol_wire_member head = {.ordinal = i};
        send_bytes(POL_FRAME_MEMBER, &head, sizeof head);
    }
}

static void send_members_backwards(const pol_wire_request *request)
{
    (void)request;
    begin_member(3);
    begin_member(2);
    pause();
}

static void convert_for_ever(const pol_wire_request *request)
{
    (void)request;
    const pol_wire_convert question = {.format = 999};
    char unread[256];
    for (;;) {
        send_bytes(POL_FRAME_CONVERT, &question, sizeof question);
        if (recv(POL_CHILD_SOCKET, unread, sizeof unread, 0) <= 0)
            _exit(1);
    }
}

static void hang_up(const pol_wire_request *request)
{
    (void)request;
    close(POL_CHILD_SOCKET);
    for (;;)
        ;
}

/* --- archives ----------------------------------------------------------------------- */

/* Five members, of which the one with the number `bad` crashes. */
static void read_members(const pol_wire_request *request, uint64_t bad)
{
    for (uint64_t i = request->first_member; i < 5; i++) {
        char name[] = "member-0";
        begin_member(i);
        if (i == bad)
            raise(SIGSEGV);
        name[sizeof name - 2] = (char)('0' + i);
        send_parcel(POL_FRAME_PART, pol_span_of(name));
    }
    send_parcel(POL_FRAME_DONE, (pol_span){0});
}

static void crash_in_member(const pol_wire_request *request)
{
    read_members(request, 2);
}

/* Dies of what it did before, not of the member. */
static void crash_in_second_member(const pol_wire_request *request)
{
    begin_member(request->first_member);
    send_parcel(POL_FRAME_PART, POL_SPAN("m"));
    if (request->first_member < 3) {
        begin_member(request->first_member + 1);
        raise(SIGSEGV);
    }
    send_parcel(POL_FRAME_DONE, (pol_span){0});
}

static void crash_between_members(const pol_wire_request *request)
{
    if (request->first_member == 0) {
        begin_member(0);
        send_parcel(POL_FRAME_PART, POL_SPAN("m"));
    }
    raise(SIGSEGV);
}

static void loop_in_member(const pol_wire_request *request)
{
    if (request->first_member == 0) {
        begin_member(0);
        stop(request);
    }
    send_parcel(POL_FRAME_DONE, (pol_span){0});
}

static const behaviour behaviours[] = {
    {"good", be_good},
    {"crash", crash},
    {"overflow", overflow},
    {"loop", stop},
    {"quit", quit},
    {"eat", eat},
    {"exhausted", be_exhausted},
    {"socket", open_socket},
    {"unknown", send_unknown},
    {"damaged", send_damaged},
    {"huge", send_huge},
    {"half", send_half},
    {"members", send_members},
    {"backwards", send_members_backwards},
    {"convert", convert_for_ever},
    {"hang-up", hang_up},
    {"archive", crash_in_member},
    {"archive-second", crash_in_second_member},
    {"archive-between", crash_between_members},
    {"archive-loop", loop_in_member},
};

/* "spoilt" is read only as the first file of a child. */
static void act(const pol_wire_request *request, const char *name, size_t ordinal)
{
    if (strcmp(name, "spoilt") == 0 && ordinal > 0)
        raise(SIGSEGV);
    for (size_t i = 0; i < sizeof behaviours / sizeof *behaviours; i++)
        if (strcmp(behaviours[i].name, name) == 0) {
            behaviours[i].act(request);
            return;
        }
    be_good(request);
}

static bool receive(pol_wire_request *request, char *name, size_t size)
{
    pol_frame frame;
    if (pol_wire_receive_head(&wire, &frame, NULL) != POL_WIRE_OK ||
        pol_wire_receive(&wire, request, sizeof *request) != POL_WIRE_OK ||
        frame.size - sizeof *request >= size)
        return false;
    name[frame.size - sizeof *request] = '\0';
    return pol_wire_receive(&wire, name, frame.size - sizeof *request) == POL_WIRE_OK;
}

int main(int argc, char **argv)
{
    pol_wire_request request;
    char name[256];
    if (argc != 3)
        return POL_EXIT_NO_CONVERTER;
    pol_exhaustion_watch();
    if (pol_confine_reader(POL_CHILD_SOCKET, strtoull(argv[2], NULL, 10)) != NULL)
        return POL_EXIT_USAGE;
    send_bytes(POL_FRAME_READY, "", 0);
    for (size_t i = 0; receive(&request, name, sizeof name); i++) {
        pol_exhaustion_forget();
        act(&request, name, i);
    }
    return EXIT_SUCCESS;
}
