/* client.h - who asks: the address of a client, as a value that can be compared and counted.
 *
 * Safe in any thread. */
#ifndef POL_SERVER_CLIENT_H
#define POL_SERVER_CLIENT_H

#include <stdint.h>

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_CLIENT_TEXT_SIZE = 48 };

/* An IPv4 address that is mapped into IPv6 is an IPv4 address. */
typedef struct pol_client {
    uint8_t bytes[16]; /* 4 of them for IPv4, the others zero */
    uint8_t size;      /* 4 or 16; 0: not known */
} pol_client;

struct sockaddr;
pol_client pol_client_of(const struct sockaddr *address); /* NULL is allowed: not known */

/* "192.0.2.7", "2001:db8::1"; false where it is neither. */
bool pol_client_parse(pol_span text, pol_client *ret_client);

bool pol_client_equal(const pol_client *a, const pol_client *b);

/* The part that one client owns and can vary: all of IPv4, the first 64 bits of IPv6. What is
 * counted for each client is counted for this. */
pol_client pol_client_network(const pol_client *client);

/* Without what tells one household from the next: the first 24 bits (IPv6: 48). */
pol_client pol_client_blurred(const pol_client *client);

void pol_client_text(const pol_client *client,
                     char text[POL_CLIENT_TEXT_SIZE]); /* "-": not known */

/* Who asked, where `peer` is a proxy that is believed: the last address of X-Forwarded-For that
 * is not one of `proxies`; `peer` where there is none. */
pol_client pol_client_forwarded(pol_client peer, pol_span forwarded, const pol_client *proxies,
                                size_t proxy_count);

#ifdef __cplusplus
}
#endif
#endif
