/* serving_test.c - the server's parts without HTTP: whose host is ours, classes of addresses and
 * metrics, the access log, connections that are counted and cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "server/access.h"
#include "server/clock.h"
#include "server/deadline.h"
#include "server/host.h"
#include "server/metrics.h"

static void test_hosts(void **state)
{
    (void)state;
    static const struct {
        const char *host;
        bool is_ours;
    } cases[] = {
        {NULL, true},
        {"policy.example.org", true},
        {"Policy.Example.ORG:443", true},
        {" policy.example.org ", true},
        {"localhost", true},
        {"LOCALHOST:8080", true},
        {"127.0.0.1:8080", true},
        {"192.0.2.9", true},
        {"[2001:db8::1]:8080", true},
        {"[::1]", true},
        {"", false},
        {":8080", false},
        {"evil.example", false},
        {"policy.example.org.evil.example", false},
        {"evilpolicy.example.org", false},
        {"localhost.evil.example", false},
        {"127.0.0.1.evil.example", false},
        {"[evil.example]", false},
        {"[", false},
        {"policy.example.org@evil.example", false},
    };
    const pol_site site = {.base_url = "https://policy.example.org:444"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (pol_host_is_ours(&site, pol_span_of(cases[i].host)) != cases[i].is_ours)
            fail_msg("'%s'", cases[i].host);
}

static void test_classes(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        pol_address_class expected;
    } cases[] = {
        {"/", POL_CLASS_SEARCH},
        {"/?q=x", POL_CLASS_SEARCH},
        {"/search?q=/api/", POL_CLASS_SEARCH},
        {"/search.atom", POL_CLASS_FEED},
        {"/documents/a%2Fb", POL_CLASS_DOCUMENT},
        {"/conferences/X/2014", POL_CLASS_BROWSE},
        {"/api/v1/search", POL_CLASS_API},
        {"/apis", POL_CLASS_OTHER},
        {"/metrics", POL_CLASS_PROBE},
        {"", POL_CLASS_OTHER},
        {"search", POL_CLASS_OTHER},
        {"*", POL_CLASS_OTHER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(pol_address_class_of(pol_span_of(cases[i].path)), cases[i].expected);
}

static void expect_in(const pol_buffer *buffer, const char *text)
{
    if (!strstr(buffer->data, text))
        fail_msg("no '%s' in: %s", text, buffer->data);
}

static void test_metrics(void **state)
{
    (void)state;
    pol_metrics *metrics = pol_metrics_new();
    pol_gauges gauges = {.documents = 7, .is_ready = true, .index_changed_s = 1000000000};
    pol_buffer text;
    assert_non_null(metrics);
    pol_buffer_init(&text, 1 << 20);
    pol_metrics_request(metrics, POL_CLASS_API, 200, 500, 10);     /* on a bound: within it */
    pol_metrics_request(metrics, POL_CLASS_API, 200, 60000000, 5); /* beyond all */
    pol_metrics_request(metrics, POL_CLASS_API, 418, 1, 0);
    pol_metrics_reject(metrics, POL_REJECT_BUSY);
    pol_metrics_event(metrics, POL_EVENT_CACHE_HIT);
    pol_metrics_write(metrics, &gauges, &text);
    assert_int_equal(text.status, POL_OK);
    expect_in(&text, "polserve_requests_total{class=\"api\",status=\"200\"} 2\n");
    expect_in(&text, "polserve_requests_total{class=\"api\",status=\"other\"} 1\n");
    expect_in(&text, "polserve_request_seconds_bucket{class=\"api\",le=\"0.0005\"} 2\n");
    expect_in(&text, "polserve_request_seconds_bucket{class=\"api\",le=\"10\"} 2\n");
    expect_in(&text, "polserve_request_seconds_bucket{class=\"api\",le=\"+Inf\"} 3\n");
    expect_in(&text, "polserve_request_seconds_sum{class=\"api\"} 60.000501\n");
    expect_in(&text, "polserve_answer_bytes_total{class=\"api\"} 15\n");
    expect_in(&text, "polserve_rejected_total{reason=\"busy\"} 1\n");
    expect_in(&text, "polserve_cache_hits_total 1\n");
    expect_in(&text, "polserve_index_documents 7\n");
    expect_in(&text, "polserve_index_changed_timestamp_seconds 1000000000\n");
    pol_buffer_done(&text);
    pol_metrics_free(metrics);
}

/* --- the log -------------------------------------------------------------------------------- */

static void log_into(char line[8192], pol_access_detail detail, const pol_access *access)
{
    char path[] = "/tmp/polserve-log-XXXXXX";
    pol_access_log *log;
    pol_error error;
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(pol_access_log_open(path, detail, &log, &error), POL_OK);
    pol_access_log_write(log, access);
    pol_access_log_free(log);
    ssize_t size = read(fd, line, 8191);
    assert_true(size > 0);
    line[size] = '\0';
    close(fd);
    unlink(path);
}

static void test_log(void **state)
{
    (void)state;
    char line[8192], tail[8192];
    pol_client client;
    assert_true(pol_client_parse(POL_SPAN("203.0.113.77"), &client));
    pol_access access = {.client = client,
                         .method = POL_SPAN("GET"),
                         .target = POL_SPAN("/search?q=pay\n\"x\\"),
                         .version = POL_SPAN("HTTP/1.1"),
                         .referrer = POL_SPAN("http://r/?q=1"),
                         .browser = POL_SPAN("B\x80"),
                         .status = 200,
                         .bytes = 12,
                         .time_us = 3456};
    log_into(line, (pol_access_detail){0}, &access);
    assert_memory_equal(line, "203.0.113.0 - - [", 17);
    assert_int_equal(sscanf(line, "%*[^\"]%8191[^\n]", tail), 1);
    assert_string_equal(tail, "\"GET /search HTTP/1.1\" 200 12 \"-\" \"-\" 3.4");
    log_into(line, (pol_access_detail){true, true}, &access);
    assert_memory_equal(line, "203.0.113.77 - - [", 18);
    assert_int_equal(sscanf(line, "%*[^\"]%8191[^\n]", tail), 1);
    assert_string_equal(tail, "\"GET /search?q=pay\\x0A\\x22x\\x5C HTTP/1.1\" 200 12 "
                              "\"http://r/?q=1\" \"B\\x80\" 3.4");
}

static void test_log_of_long_things(void **state)
{
    (void)state;
    static char zeros[100000];
    char line[8192];
    pol_access access = {.target = pol_span_make(zeros, sizeof zeros)};
    log_into(line, (pol_access_detail){true, true}, &access);
    assert_non_null(strstr(line, "\\x00...")); /* cut, and the line is whole */
    assert_int_equal(line[strlen(line) - 1], '\n');
}

static void test_no_log(void **state)
{
    (void)state;
    pol_access_log *log;
    pol_access access = {0};
    pol_error error;
    assert_int_equal(pol_access_log_open(NULL, (pol_access_detail){0}, &log, &error), POL_OK);
    pol_access_log_write(log, &access);
    assert_int_equal(pol_access_log_reopen(log, &error), POL_OK);
    pol_access_log_free(log);
    assert_int_equal(pol_access_log_open("/nowhere/at/all", (pol_access_detail){0}, &log, &error),
                     POL_IO);
    assert_non_null(strstr(error.text, "/nowhere/at/all"));
    assert_null(log);
}

/* --- connections ---------------------------------------------------------------------------- */

static pol_connections *connections_of(size_t per_client, pol_metrics *metrics,
                                       const pol_client *proxy)
{
    pol_connections *made;
    pol_error error;
    assert_int_equal(pol_connections_new(per_client, proxy, proxy ? 1 : 0, metrics, &made, &error),
                     POL_OK);
    return made;
}

static void test_connections_of_a_client(void **state)
{
    (void)state;
    pol_metrics *metrics = pol_metrics_new();
    pol_client one, same_network, other, proxy;
    assert_true(pol_client_parse(POL_SPAN("2001:db8:0:1::1"), &one));
    assert_true(pol_client_parse(POL_SPAN("2001:db8:0:1::2"), &same_network));
    assert_true(pol_client_parse(POL_SPAN("2001:db8:0:2::1"), &other));
    assert_true(pol_client_parse(POL_SPAN("127.0.0.1"), &proxy));
    pol_connections *connections = connections_of(2, metrics, &proxy);
    pol_connection *first = pol_connections_add(connections, -1, &one);
    pol_connection *second = pol_connections_add(connections, -1, &same_network);
    assert_false(pol_connections_admits(connections, &one));
    assert_true(pol_connections_admits(connections, &other));
    pol_connection *of_proxy[3];
    for (size_t i = 0; i < 3; i++) {
        assert_true(pol_connections_admits(connections, &proxy));
        of_proxy[i] = pol_connections_add(connections, -1, &proxy);
    }
    assert_int_equal(pol_connections_count(connections), 5);
    pol_connections_remove(connections, first);
    assert_true(pol_connections_admits(connections, &one));
    pol_connections_remove(connections, second);
    for (size_t i = 0; i < 3; i++)
        pol_connections_remove(connections, of_proxy[i]);
    assert_int_equal(pol_connections_count(connections), 0);
    pol_connections_free(connections);
    pol_metrics_free(metrics);
}

/* The other end of a socket pair: false while it is open. */
static bool is_cut(int fd)
{
    char byte;
    return recv(fd, &byte, 1, MSG_DONTWAIT) == 0;
}

static void test_late_ones_are_cut(void **state)
{
    (void)state;
    enum { COUNT = 3 };
    pol_metrics *metrics = pol_metrics_new();
    pol_connections *connections = connections_of(100, metrics, NULL);
    pol_connection *added[COUNT];
    pol_client client = {0};
    int ends[COUNT][2];
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends[i]), 0);
        added[i] = pol_connections_add(connections, ends[i][0], &client);
        pol_connection_await(added[i], POL_WAIT_REQUEST, 1);
    }
    pol_connection_await(added[1], POL_WAIT_NONE, 0);
    pol_connection_await(added[2], POL_WAIT_READER, 3600 * 1000);
    int64_t until = pol_clock_ns() + 30000 * POL_NS_PER_MS;
    while (!is_cut(ends[0][1]) && pol_clock_ns() < until)
        usleep(10000);
    assert_true(is_cut(ends[0][1]));
    assert_false(is_cut(ends[1][1]));
    assert_false(is_cut(ends[2][1]));
    for (size_t i = 0; i < COUNT; i++) {
        pol_connections_remove(connections, added[i]);
        close(ends[i][0]);
        close(ends[i][1]);
    }
    pol_connections_free(connections);
    pol_metrics_free(metrics);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hosts),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_metrics),
        cmocka_unit_test(test_log),
        cmocka_unit_test(test_log_of_long_things),
        cmocka_unit_test(test_no_log),
        cmocka_unit_test(test_connections_of_a_client),
        cmocka_unit_test(test_late_ones_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
