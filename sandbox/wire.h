/* wire.h - what the two sides say to each other over a socket: frames of a kind and a payload.
 *
 * A frame is a pol_frame and `size` bytes. They are asked and answered in turn: READ is
 * answered by any number of MEMBER, PART and CONVERT and then one DONE or EXHAUSTED; each
 * CONVERT is answered by one CONVERTED. Both ends are of one build: there is no version and no
 * byte order. Neither end trusts a size without a bound.
 *
 * Internal to sandbox/. One thread for each end. */
#ifndef POL_SANDBOX_WIRE_H
#define POL_SANDBOX_WIRE_H

#include <stdint.h>

#include "core/span.h"

typedef enum pol_frame_kind {
    POL_FRAME_READY = 1, /* child: waits for work; a sentence instead where it is not confined */
    POL_FRAME_READ,      /* parent: pol_wire_request and its parts; a descriptor may go with it */
    POL_FRAME_MEMBER,    /* child: begins with this member: pol_wire_member, its name */
    POL_FRAME_PART,      /* child: parcel of the member at hand, which ends with it */
    POL_FRAME_CONVERT,   /* child: pol_wire_convert, the bytes to be converted */
    POL_FRAME_CONVERTED, /* parent: pol_wire_converted, what was said, what was written */
    POL_FRAME_DONE,      /* child: parcel of the rest of the file, which ends with it */
    POL_FRAME_EXHAUSTED  /* child: there was not enough memory */
} pol_frame_kind;

typedef struct pol_frame {
    uint32_t kind;
    uint32_t size;
} pol_frame;

/* Before the bytes of name, sidecar, mapping and `bytes`, in this order. */
typedef struct pol_wire_request {
    uint32_t name_size, sidecar_size, mapping_size, bytes_size;
    uint32_t format;
    uint32_t first_line;
    uint32_t first_member; /* of an archive: those before it were read already */
    uint32_t seconds_max;  /* after which the child ends itself, if nobody else ended it */
    bool has_file, has_sidecar, has_mapping;
    uint64_t answer_max; /* bytes of one parcel */
    uint64_t unpack_max; /* bytes of an archive's members in all */
} pol_wire_request;

typedef struct pol_wire_member {
    uint64_t ordinal;
    uint64_t unpacked; /* bytes of members so far, this one included */
} pol_wire_member;

typedef struct pol_wire_convert {
    uint32_t format;
    uint32_t attempt;
} pol_wire_convert;

/* How a program that converts ended. */
typedef enum pol_conversion {
    POL_CONVERSION_OK = 0,
    POL_CONVERSION_NONE,    /* there is no such attempt */
    POL_CONVERSION_MISSING, /* the program is not installed */
    POL_CONVERSION_FAILED,  /* what it said may tell why */
    POL_CONVERSION_TOO_LARGE
} pol_conversion;

typedef struct pol_wire_converted {
    uint32_t conversion;
    uint32_t said_size; /* the first bytes after this: its standard error */
} pol_wire_converted;

/* Exit status of a child that could not be started, was given nonsense, or met its limit. */
enum { POL_EXIT_USAGE = 2, POL_EXIT_NO_CONVERTER = 70, POL_EXIT_EXHAUSTED = 71 };

/* The child's socket; 0 to 2 are the null device. */
enum { POL_CHILD_SOCKET = 3 };

typedef enum pol_wire_result {
    POL_WIRE_OK = 0,
    POL_WIRE_ENDED,  /* the other end is gone */
    POL_WIRE_STOPPED /* `wait` does not want to wait any longer */
} pol_wire_result;

typedef struct pol_wire {
    int socket;
    /* Waits until the socket can be read or written (POLLIN or POLLOUT); false gives up. NULL
     * for a socket that blocks. */
    bool (*wait)(void *context, short events);
    void *context;
} pol_wire;

enum { POL_WIRE_PARTS_MAX = 6 };

/* Sends a frame of these parts, and `file` with it unless -1. */
pol_wire_result pol_wire_send(const pol_wire *wire, pol_frame_kind kind, const pol_span *parts,
                              size_t count, int file);
/* The next frame's head, and the descriptor that came with it; -1 for none. The caller closes
 * it. `ret_file` NULL: none is taken. */
pol_wire_result pol_wire_receive_head(const pol_wire *wire, pol_frame *ret_frame, int *ret_file);
/* `size` bytes of the payload. */
pol_wire_result pol_wire_receive(const pol_wire *wire, void *bytes, size_t size);

#endif
