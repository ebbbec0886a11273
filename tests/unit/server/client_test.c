/* client_test.c - who asks, what of an address is counted and written down, and whose word on it
 * is taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <arpa/inet.h>
#include <cmocka.h>
#include <netinet/in.h>

#include "server/client.h"

static pol_client client_of(const char *text)
{
    pol_client client;
    assert_true(pol_client_parse(pol_span_of(text), &client));
    return client;
}

static void expect_text(pol_client client, const char *expected)
{
    char text[POL_CLIENT_TEXT_SIZE];
    pol_client_text(&client, text);
    assert_string_equal(text, expected);
}

static void test_parse(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",          "localhost",
        "1.2.3",     "1.2.3.4.5",
        "256.1.1.1", "1.2.3.4 ",
        "::g",       "[::1]",
        "::1%lo",    "1111:2222:3333:4444:5555:6666:7777:8888:9999:0000:1111:2222"};
    pol_client client;
    expect_text(client_of("192.0.2.7"), "192.0.2.7");
    expect_text(client_of("2001:DB8:0::1"), "2001:db8::1");
    expect_text(client_of("::ffff:192.0.2.7"), "192.0.2.7");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(pol_client_parse(pol_span_of(bad[i]), &client));
    expect_text((pol_client){0}, "-");
}

static void test_sockets(void **state)
{
    (void)state;
    struct sockaddr_in in = {.sin_family = AF_INET};
    struct sockaddr_in6 in6 = {.sin6_family = AF_INET6};
    struct sockaddr other = {.sa_family = AF_UNIX};
    inet_pton(AF_INET, "198.51.100.9", &in.sin_addr);
    expect_text(pol_client_of((struct sockaddr *)&in), "198.51.100.9");
    inet_pton(AF_INET6, "2001:db8::9", &in6.sin6_addr);
    expect_text(pol_client_of((struct sockaddr *)&in6), "2001:db8::9");
    inet_pton(AF_INET6, "::ffff:198.51.100.9", &in6.sin6_addr);
    expect_text(pol_client_of((struct sockaddr *)&in6), "198.51.100.9");
    expect_text(pol_client_of(&other), "-");
    expect_text(pol_client_of(NULL), "-");
}

static void test_parts(void **state)
{
    (void)state;
    pol_client four = client_of("192.0.2.77"), six = client_of("2001:db8:1:2:3:4:5:6");
    expect_text(pol_client_network(&four), "192.0.2.77");
    expect_text(pol_client_network(&six), "2001:db8:1:2::");
    expect_text(pol_client_blurred(&four), "192.0.2.0");
    expect_text(pol_client_blurred(&six), "2001:db8:1::");
    pol_client none = {0};
    pol_client zero = client_of("0.0.0.0");
    expect_text(pol_client_blurred(&none), "-");
    assert_false(pol_client_equal(&none, &zero));
    assert_true(pol_client_equal(&four, &four));
}

static void test_forwarded(void **state)
{
    (void)state;
    static const struct {
        const char *peer, *forwarded, *expected;
    } cases[] = {
        {"127.0.0.1", "203.0.113.5", "203.0.113.5"},
        {"127.0.0.1", "1.1.1.1, 203.0.113.5", "203.0.113.5"}, /* made up, then the proxy's */
        {"127.0.0.1", "1.1.1.1, 203.0.113.5 , 10.0.0.2", "203.0.113.5"}, /* two proxies */
        {"127.0.0.1", "10.0.0.2", "10.0.0.2"},
        {"127.0.0.1", NULL, "127.0.0.1"},
        {"127.0.0.1", "", "127.0.0.1"},
        {"127.0.0.1", "unknown", "127.0.0.1"},
        {"127.0.0.1", "203.0.113.5, garbage", "127.0.0.1"},
        {"127.0.0.1", ",,,", "127.0.0.1"},
        {"127.0.0.1", "2001:db8::5", "2001:db8::5"},
        {"198.51.100.1", "203.0.113.5", "198.51.100.1"}, /* no proxy of ours */
    };
    pol_client proxies[] = {client_of("127.0.0.1"), client_of("10.0.0.2")};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_text(pol_client_forwarded(client_of(cases[i].peer), pol_span_of(cases[i].forwarded),
                                         proxies, 2),
                    cases[i].expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_sockets),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_forwarded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
