/* wire.c - frames over a stream socket, a descriptor at most with each. */
#include "sandbox/wire.h"

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

/* What holds one descriptor on its way; aligned as the kernel wants it. */
typedef union file_note {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
} file_note;

static bool may_go_on(const pol_wire *wire, short events, pol_wire_result *ret_result)
{
    if (errno == EINTR)
        return true;
    *ret_result = POL_WIRE_ENDED;
    if (errno != EAGAIN || !wire->wait)
        return false;
    *ret_result = POL_WIRE_STOPPED;
    return wire->wait(wire->context, events);
}

/* Takes `size` bytes from the front of what is to be sent. */
static void consume(struct msghdr *message, size_t size)
{
    while (message->msg_iovlen > 0 && size >= message->msg_iov->iov_len) {
        size -= message->msg_iov->iov_len;
        message->msg_iov++;
        message->msg_iovlen--;
    }
    if (message->msg_iovlen > 0) {
        message->msg_iov->iov_base = (char *)message->msg_iov->iov_base + size;
        message->msg_iov->iov_len -= size;
    }
}

static void attach(struct msghdr *message, file_note *note, int file)
{
    memset(note, 0, sizeof *note);
    message->msg_control = note;
    message->msg_controllen = sizeof *note;
    struct cmsghdr *header = CMSG_FIRSTHDR(message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof file);
    memcpy(CMSG_DATA(header), &file, sizeof file);
}

pol_wire_result pol_wire_send(const pol_wire *wire, pol_frame_kind kind, const pol_span *parts,
                              size_t count, int file)
{
    pol_frame frame = {.kind = kind};
    struct iovec pieces[POL_WIRE_PARTS_MAX + 1] = {{&frame, sizeof frame}};
    struct msghdr message = {.msg_iov = pieces, .msg_iovlen = count + 1};
    file_note note;
    for (size_t i = 0; i < count; i++) {
        frame.size += (uint32_t)parts[i].size;
        pieces[i + 1] = (struct iovec){(void *)(uintptr_t)parts[i].data, parts[i].size};
    }
    if (file >= 0)
        attach(&message, &note, file);
    consume(&message, 0);
    while (message.msg_iovlen > 0) {
        pol_wire_result result = POL_WIRE_OK;
        ssize_t sent = sendmsg(wire->socket, &message, MSG_NOSIGNAL);
        if (sent < 0 && !may_go_on(wire, POLLOUT, &result))
            return result;
        if (sent < 0)
            continue;
        consume(&message, (size_t)sent);
        message.msg_control = NULL;
        message.msg_controllen = 0;
    }
    return POL_WIRE_OK;
}

/* The one descriptor of a message. The room for it holds no second one. */
static int attached(struct msghdr *message)
{
    int file = -1;
    struct cmsghdr *header = CMSG_FIRSTHDR(message);
    if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS &&
        header->cmsg_len == CMSG_LEN(sizeof file))
        memcpy(&file, CMSG_DATA(header), sizeof file);
    return file;
}

static pol_wire_result receive(const pol_wire *wire, void *bytes, size_t size, int *ret_file)
{
    file_note note;
    size_t done = 0;
    while (done < size) {
        pol_wire_result result = POL_WIRE_OK;
        struct iovec piece = {(char *)bytes + done, size - done};
        struct msghdr message = {.msg_iov = &piece, .msg_iovlen = 1};
        if (ret_file && *ret_file < 0) {
            message.msg_control = &note;
            message.msg_controllen = sizeof note;
        }
        ssize_t part = recvmsg(wire->socket, &message, MSG_CMSG_CLOEXEC);
        if (part == 0)
            return POL_WIRE_ENDED;
        if (part < 0 && !may_go_on(wire, POLLIN, &result))
            return result;
        if (part < 0)
            continue;
        if (message.msg_control)
            *ret_file = attached(&message);
        done += (size_t)part;
    }
    return POL_WIRE_OK;
}

pol_wire_result pol_wire_receive_head(const pol_wire *wire, pol_frame *ret_frame, int *ret_file)
{
    if (ret_file)
        *ret_file = -1;
    pol_wire_result result = receive(wire, ret_frame, sizeof *ret_frame, ret_file);
    if (result != POL_WIRE_OK && ret_file && *ret_file >= 0) {
        close(*ret_file);
        *ret_file = -1;
    }
    return result;
}

pol_wire_result pol_wire_receive(const pol_wire *wire, void *bytes, size_t size)
{
    return receive(wire, bytes, size, NULL);
}
