/* test_wire.c - frames and descriptors over a socket, and ends of it that are gone. */
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "sandbox/wire.h"

enum { LARGE = 3 << 20 };

typedef struct pair {
    pol_wire left, right;
} pair;

static int set_up(void **state)
{
    static pair here;
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
        return -1;
    here = (pair){.left = {.socket = sockets[0]}, .right = {.socket = sockets[1]}};
    *state = &here;
    return 0;
}

static int tear_down(void **state)
{
    pair *here = *state;
    close(here->left.socket);
    close(here->right.socket);
    return 0;
}

static void a_frame_arrives_in_one_piece(void **state)
{
    pair *here = *state;
    const pol_span parts[] = {POL_SPAN("ab"), POL_SPAN(""), POL_SPAN("cde"), {NULL, 0}};
    pol_frame frame;
    char bytes[8] = "";
    int file = 7;
    assert_int_equal(pol_wire_send(&here->left, POL_FRAME_PART, parts, 4, -1), POL_WIRE_OK);
    assert_int_equal(pol_wire_receive_head(&here->right, &frame, &file), POL_WIRE_OK);
    assert_int_equal(frame.kind, POL_FRAME_PART);
    assert_int_equal(frame.size, 5);
    assert_int_equal(file, -1);
    assert_int_equal(pol_wire_receive(&here->right, bytes, 5), POL_WIRE_OK);
    assert_string_equal(bytes, "abcde");
}

static void a_descriptor_goes_along(void **state)
{
    pair *here = *state;
    pol_frame frame;
    struct stat sent, came;
    const pol_span name = POL_SPAN("name");
    char bytes[4];
    int given = open("/dev/null", O_RDONLY | O_CLOEXEC), file = -1;
    assert_true(given >= 0);
    assert_int_equal(pol_wire_send(&here->left, POL_FRAME_READ, &name, 1, given), POL_WIRE_OK);
    assert_int_equal(pol_wire_receive_head(&here->right, &frame, &file), POL_WIRE_OK);
    assert_true(file >= 0 && file != given);
    assert_int_equal(fcntl(file, F_GETFD), FD_CLOEXEC);
    assert_int_equal(fstat(given, &sent), 0);
    assert_int_equal(fstat(file, &came), 0);
    assert_int_equal(sent.st_ino, came.st_ino);
    assert_int_equal(pol_wire_receive(&here->right, bytes, 4), POL_WIRE_OK);
    close(file);
    /* who does not ask for one gets none */
    assert_int_equal(pol_wire_send(&here->left, POL_FRAME_READ, NULL, 0, given), POL_WIRE_OK);
    assert_int_equal(pol_wire_receive_head(&here->right, &frame, NULL), POL_WIRE_OK);
    int next = open("/dev/null", O_RDONLY | O_CLOEXEC);
    assert_int_equal(next, file);
    close(next);
    close(given);
}

static void *send_large(void *argument)
{
    const pair *here = argument;
    static char bytes[LARGE];
    memset(bytes, 'x', sizeof bytes);
    bytes[LARGE - 1] = 'y';
    const pol_span parts[] = {POL_SPAN("z"), pol_span_make(bytes, sizeof bytes)};
    return pol_wire_send(&here->left, POL_FRAME_DONE, parts, 2, -1) == POL_WIRE_OK ? argument
                                                                                   : NULL;
}

static void more_than_a_socket_holds_arrives(void **state)
{
    pair *here = *state;
    pthread_t sender;
    pol_frame frame;
    void *sent = NULL;
    char *bytes = malloc(LARGE + 1);
    assert_non_null(bytes);
    assert_int_equal(pthread_create(&sender, NULL, send_large, here), 0);
    assert_int_equal(pol_wire_receive_head(&here->right, &frame, NULL), POL_WIRE_OK);
    assert_int_equal(frame.size, LARGE + 1);
    assert_int_equal(pol_wire_receive(&here->right, bytes, frame.size), POL_WIRE_OK);
    assert_int_equal(pthread_join(sender, &sent), 0);
    assert_non_null(sent);
    assert_int_equal(bytes[0], 'z');
    assert_int_equal(bytes[1], 'x');
    assert_int_equal(bytes[LARGE], 'y');
    free(bytes);
}

static void an_end_that_is_gone_is_told(void **state)
{
    pair *here = *state;
    pol_frame frame;
    char bytes[8];
    const pol_span part = POL_SPAN("abcd");
    assert_int_equal(pol_wire_send(&here->left, POL_FRAME_DONE, &part, 1, -1), POL_WIRE_OK);
    shutdown(here->left.socket, SHUT_RDWR);
    assert_int_equal(pol_wire_receive_head(&here->right, &frame, NULL), POL_WIRE_OK);
    assert_int_equal(pol_wire_receive(&here->right, bytes, 8), POL_WIRE_ENDED);
    assert_int_equal(pol_wire_receive_head(&here->right, &frame, NULL), POL_WIRE_ENDED);
    assert_int_equal(pol_wire_send(&here->right, POL_FRAME_DONE, &part, 1, -1), POL_WIRE_ENDED);
}

static bool give_up(void *context, short events)
{
    *(short *)context = events;
    return false;
}

static void who_waits_may_stop(void **state)
{
    pair *here = *state;
    pol_frame frame;
    short waited_for = 0;
    static char bytes[LARGE];
    const pol_span part = pol_span_make(bytes, sizeof bytes);
    here->right.wait = give_up;
    here->right.context = &waited_for;
    assert_int_equal(fcntl(here->right.socket, F_SETFL, O_NONBLOCK), 0);
    assert_int_equal(pol_wire_receive_head(&here->right, &frame, NULL), POL_WIRE_STOPPED);
    assert_int_equal(waited_for, POLLIN);
    assert_int_equal(pol_wire_send(&here->right, POL_FRAME_DONE, &part, 1, -1), POL_WIRE_STOPPED);
    assert_int_equal(waited_for, POLLOUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_frame_arrives_in_one_piece, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_descriptor_goes_along, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_than_a_socket_holds_arrives, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_end_that_is_gone_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(who_waits_may_stop, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
