/* client.c - see client.h. */
#include "server/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

enum { IPV4 = 4, IPV6 = 16 };

static pol_client from_ipv6(const struct in6_addr *address)
{
    pol_client client = {.size = IPV6};
    memcpy(client.bytes, address->s6_addr, IPV6);
    if (!IN6_IS_ADDR_V4MAPPED(address))
        return client;
    client = (pol_client){.size = IPV4};
    memcpy(client.bytes, address->s6_addr + IPV6 - IPV4, IPV4);
    return client;
}

pol_client pol_client_of(const struct sockaddr *address)
{
    pol_client client = {0};
    if (address && address->sa_family == AF_INET6) {
        struct sockaddr_in6 in6;
        memcpy(&in6, address, sizeof in6);
        client = from_ipv6(&in6.sin6_addr);
    } else if (address && address->sa_family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, address, sizeof in);
        memcpy(client.bytes, &in.sin_addr, IPV4);
        client.size = IPV4;
    }
    return client;
}

bool pol_client_parse(pol_span text, pol_client *ret_client)
{
    char buffer[INET6_ADDRSTRLEN];
    struct in6_addr in6;
    *ret_client = (pol_client){0};
    if (text.size == 0 || text.size >= sizeof buffer)
        return false;
    memcpy(buffer, text.data, text.size);
    buffer[text.size] = '\0';
    if (inet_pton(AF_INET, buffer, ret_client->bytes) == 1)
        ret_client->size = IPV4;
    else if (inet_pton(AF_INET6, buffer, &in6) == 1)
        *ret_client = from_ipv6(&in6);
    return ret_client->size != 0;
}

bool pol_client_equal(const pol_client *a, const pol_client *b)
{
    return a->size == b->size && memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

static pol_client first_bytes(const pol_client *client, size_t count)
{
    pol_client first = {.size = client->size};
    memcpy(first.bytes, client->bytes, count);
    return first;
}

pol_client pol_client_network(const pol_client *client)
{
    return first_bytes(client, client->size == IPV6 ? 8 : IPV4);
}

pol_client pol_client_blurred(const pol_client *client)
{
    return first_bytes(client, client->size == IPV6 ? 6 : 3);
}

void pol_client_text(const pol_client *client, char text[POL_CLIENT_TEXT_SIZE])
{
    if (client->size == 0 || !inet_ntop(client->size == IPV6 ? AF_INET6 : AF_INET, client->bytes,
                                        text, POL_CLIENT_TEXT_SIZE))
        strcpy(text, "-");
}

static bool is_one_of(const pol_client *client, const pol_client *proxies, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (pol_client_equal(client, &proxies[i]))
            return true;
    return false;
}

/* Proxies append whom they heard from, so that what a client made up stands in front. */
pol_client pol_client_forwarded(pol_client peer, pol_span forwarded, const pol_client *proxies,
                                size_t proxy_count)
{
    while (is_one_of(&peer, proxies, proxy_count) && forwarded.size) {
        size_t start = forwarded.size;
        pol_client before;
        while (start && forwarded.data[start - 1] != ',')
            start--;
        if (!pol_client_parse(pol_span_trim(pol_span_from(forwarded, start)), &before))
            break;
        peer = before;
        forwarded = pol_span_first(forwarded, start ? start - 1 : 0);
    }
    return peer;
}
