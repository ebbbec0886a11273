/* remote_test.c - databases of a server: a real xapian-tcpsrv on the loopback, one that is
 * gone, one that never answers. */
#include "support.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Listens on a free port of the loopback. */
static int listen_somewhere(uint16_t *ret_port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    assert_true(listener >= 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&address, size), 0);
    assert_int_equal(listen(listener, 4), 0);
    assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &size), 0);
    *ret_port = ntohs(address.sin_port);
    return listener;
}

static uint16_t free_port(void)
{
    uint16_t port;
    close(listen_somewhere(&port));
    return port;
}

/* A server of the database at `path`; it answers when this returns. */
static pid_t start_server(const char *path, uint16_t port)
{
    char number[16];
    snprintf(number, sizeof number, "%u", port);
    pid_t child = fork();
    if (child == 0) {
        setpgid(0, 0); /* its children, one a connection, end with it */
        execlp("xapian-tcpsrv", "xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port",
               number, path, (char *)NULL);
        _exit(127);
    }
    assert_true(child > 0);
    for (int i = 0; i < 100; i++) {
        xc_reader *reader;
        xc_status status = xc_reader_open_remote("127.0.0.1", port, 2000, &reader, NULL);
        xc_reader_free(reader);
        if (status == XC_OK)
            return child;
        usleep(50000);
    }
    fail_msg("xapian-tcpsrv does not answer");
    return child;
}

static void stop_server(pid_t child)
{
    int status;
    assert_int_equal(kill(-child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
}

static void fill(const char *path)
{
    xc_error error;
    xc_writer *writer = open_writer(path, XC_CREATE);
    put_values(writer, "pay rise", "m1", "carried", NULL);
    put_values(writer, "pay", "m1", "lost", NULL);
    put_values(writer, "rise", "m2", "carried", NULL);
    OK(xc_writer_set_metadata(writer, bytes("schema"), bytes("1"), &error));
    OK(xc_writer_commit(writer, &error));
    xc_writer_free(writer);
}

static xc_reader *connect_to(uint16_t port)
{
    xc_error error;
    xc_reader *reader;
    OK(xc_reader_open_remote("127.0.0.1", port, 5000, &reader, &error));
    return reader;
}

static void reads_what_the_server_has(void **state)
{
    xc_error error;
    xc_statistics statistics;
    xc_bytes got;
    xc_postings *postings;
    xc_posting block[8];
    size_t count;
    const char *path = in_scratch(state, "database");
    fill(path);
    uint16_t port = free_port();
    pid_t server = start_server(path, port);
    xc_reader *reader = connect_to(port);
    assert_false(xc_reader_is_local(reader));
    OK(xc_reader_statistics(reader, &statistics, &error));
    assert_int_equal(statistics.document_count, 3);
    OK(xc_reader_metadata(reader, bytes("schema"), &got, &error));
    assert_bytes(got, "1");
    OK(xc_postings_open(reader, bytes("pay"), false, &postings, &error));
    OK(xc_postings_read(postings, block, 8, &count, &error));
    assert_int_equal(count, 2);
    xc_postings_free(postings);
    FAILS(XC_UNIMPLEMENTED, xc_reader_revision(reader, &got, &error));
    xc_document *document;
    FAILS(XC_NO_DOCUMENT, xc_reader_document(reader, 77, &document, &error));
    xc_reader_free(reader);
    stop_server(server);
}

static void searches_with_facets(void **state)
{
    static const xc_slot slots[] = {1};
    xc_error error;
    xc_matches *matches;
    xc_document *document;
    xc_bytes got;
    size_t count;
    xc_search search;
    const char *path = in_scratch(state, "database");
    fill(path);
    uint16_t port = free_port();
    pid_t server = start_server(path, port);
    xc_reader *reader = connect_to(port);
    xc_query *query = words_query(XC_PHRASE, (const char *const[]){"pay", "rise"}, 2, 0);
    assert_string_equal(hits_of(reader, query), "1");
    xc_search_init(&search);
    search.query = query = term("pay");
    search.weight =
        &(xc_weight){.scheme = XC_WEIGHT_INEB2, .parameter_count = 1, .parameters = {1}};
    search.check_at_least = UINT32_MAX;
    search.facet_slots = slots;
    search.facet_count = 1;
    OK(xc_reader_search(reader, &search, &matches, &error));
    assert_int_equal(xc_matches_count(matches), 2);
    const xc_facet_value *values = xc_matches_facet(matches, 0, &count);
    assert_int_equal(count, 2);
    assert_bytes(values[0].value, "carried");
    assert_int_equal(values[0].count, 1);
    for (size_t i = 0; i < 2; i++) {
        OK(xc_matches_document(matches, i, &document, &error));
        OK(xc_document_data(document, &got, &error));
        assert_memory_equal(got.data, "pay", 3);
        xc_document_free(document);
    }
    xc_matches_free(matches);
    search.distinct_slot = 0;
    FAILS(XC_UNIMPLEMENTED, xc_reader_search(reader, &search, &matches, &error));
    xc_query_free(query);
    xc_reader_free(reader);
    stop_server(server);
}

static void a_stub_mixes_local_and_remote(void **state)
{
    xc_error error;
    char text[64];
    const char *path = in_scratch(state, "database"), *stub = in_scratch(state, "stub");
    fill(path);
    uint16_t port = free_port();
    pid_t server = start_server(path, port);
    int size = snprintf(text, sizeof text, "auto database\nremote 127.0.0.1:%u\n", port);
    write_file(stub, text, (size_t)size);
    xc_reader *reader = open_reader(stub);
    assert_false(xc_reader_is_local(reader));
    xc_query *query = words_query(XC_PHRASE, (const char *const[]){"pay", "rise"}, 2, 0);
    assert_string_equal(hits_of(reader, query), "1 2");
    bool has_moved = true;
    OK(xc_reader_reopen(reader, &has_moved, &error));
    xc_reader_free(reader);
    stop_server(server);
    FAILS(XC_NETWORK, xc_reader_open(stub, &reader, &error));
    assert_null(reader);
}

/* A program that serves over a pipe, as ssh would. */
static void a_stub_names_a_program(void **state)
{
    char text[600];
    const char *path = in_scratch(state, "database"), *stub = in_scratch(state, "stub");
    fill(path);
    int size = snprintf(text, sizeof text, "remote :xapian-progsrv %s\n", path);
    write_file(stub, text, (size_t)size);
    xc_reader *reader = open_reader(stub);
    assert_string_equal(hits_of(reader, term("rise")), "3 1");
    xc_reader_free(reader);
}

static void a_server_that_dies_is_told(void **state)
{
    xc_error error;
    xc_bytes got;
    const char *path = in_scratch(state, "database");
    fill(path);
    uint16_t port = free_port();
    pid_t server = start_server(path, port);
    xc_reader *reader = connect_to(port);
    stop_server(server);
    for (int i = 0; i < 3; i++) /* and does not end this process by SIGPIPE */
        FAILS(XC_NETWORK, xc_reader_metadata(reader, bytes("schema"), &got, &error));
    FAILS(XC_NETWORK, xc_reader_reopen(reader, NULL, &error));
    xc_reader_free(reader);
    FAILS(XC_NETWORK, xc_reader_open_remote("127.0.0.1", port, 1000, &reader, &error));
    assert_null(reader);
    assert_non_null(strstr(error.text, "127.0.0.1"));
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void a_server_that_is_silent_times_out(void **state)
{
    (void)state;
    xc_error error;
    xc_reader *reader;
    uint16_t port;
    int listener = listen_somewhere(&port);
    double start = seconds_now();
    FAILS(XC_NETWORK_TIMEOUT, xc_reader_open_remote("127.0.0.1", port, 300, &reader, &error));
    assert_true(seconds_now() - start < 5);
    close(listener);
}

/* What is no server of Xapian's. */
static void another_server_is_told(void **state)
{
    (void)state;
    xc_error error;
    xc_reader *reader;
    uint16_t port;
    int listener = listen_somewhere(&port), status;
    pid_t child = fork();
    if (child == 0) {
        int peer = accept(listener, NULL, NULL);
        _exit(write(peer, "HTTP/1.1 400 Bad Request\r\n\r\n", 28) == 28 ? 0 : 1);
    }
    assert_int_equal(XC_NETWORK, xc_reader_open_remote("127.0.0.1", port, 2000, &reader, &error));
    assert_null(reader);
    assert_int_equal(waitpid(child, &status, 0), child);
    close(listener);
}

static void an_unknown_host_is_told(void **state)
{
    (void)state;
    xc_error error;
    xc_reader *reader;
    FAILS(XC_NETWORK, xc_reader_open_remote("no.such.host.invalid", 1, 1000, &reader, &error));
    assert_non_null(strstr(error.text, "no.such.host.invalid"));
}

int main(void)
{
    if (system("command -v xapian-tcpsrv xapian-progsrv >/dev/null") != 0) {
        print_message("skipped: xapian-tcpsrv is not installed (package xapian-tools)\n");
        return 0;
    }
    const struct CMUnitTest tests[] = {
        scratch_test(reads_what_the_server_has),
        scratch_test(searches_with_facets),
        scratch_test(a_stub_mixes_local_and_remote),
        scratch_test(a_stub_names_a_program),
        scratch_test(a_server_that_dies_is_told),
        scratch_test(a_server_that_is_silent_times_out),
        scratch_test(another_server_is_told),
        scratch_test(an_unknown_host_is_told),
    };
    return cmocka_run_group_tests_name("remote", tests, NULL, NULL);
}
