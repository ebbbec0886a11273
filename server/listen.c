/* listen.c - see listen.h. */
#include "server/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HOST_SIZE = 256, PORT_MAX = 65535, BACKLOG = 511 };

/* Takes "HOST:PORT" apart; an IPv6 address stands in brackets. */
static pol_status split(const char *address, char host[HOST_SIZE], const char **ret_port,
                        pol_error *reterr)
{
    const char *colon = strrchr(address, ':');
    size_t size = colon ? (size_t)(colon - address) : 0;
    char *end = NULL;
    bool is_bracketed = size > 2 && address[0] == '[' && address[size - 1] == ']';
    unsigned long port =
        colon && colon[1] >= '0' && colon[1] <= '9' ? strtoul(colon + 1, &end, 10) : PORT_MAX + 1;
    if (size == 0 || size >= HOST_SIZE || !end || *end || port > PORT_MAX ||
        (!is_bracketed && strcspn(address, ":[]") < size))
        return pol_fail(reterr, POL_USAGE, 0,
                        "--listen must be ADDRESS:PORT, as 127.0.0.1:8080 or [::1]:8080, not '%s'",
                        address);
    size -= is_bracketed ? 2 : 0;
    memcpy(host, address + is_bracketed, size);
    host[size] = '\0';
    *ret_port = colon + 1;
    return POL_OK;
}

static pol_status explain(const char *address, int why, pol_error *reterr)
{
    if (why == EADDRINUSE)
        return pol_fail(reterr, POL_IO, 0,
                        "another program listens on %s already: stop it, or give --listen another "
                        "port",
                        address);
    if (why == EACCES)
        return pol_fail(reterr, POL_IO, 0,
                        "may not listen on %s: ports below 1024 are the administrator's; take "
                        "another, behind a proxy",
                        address);
    if (why == EADDRNOTAVAIL)
        return pol_fail(reterr, POL_IO, 0, "this machine has no address to listen on %s", address);
    return pol_fail(reterr, POL_IO, 0, "cannot listen on %s: %s", address, strerror(why));
}

static int bind_to(const struct addrinfo *where)
{
    int on = 1;
    int fd = socket(where->ai_family, where->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK,
                    where->ai_protocol);
    if (fd < 0)
        return -1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, where->ai_addr, where->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0)
        return fd;
    int why = errno;
    close(fd);
    errno = why;
    return -1;
}

/* What listens on all addresses is reached at the loopback one. */
static void name_it(int fd, char url[POL_LISTEN_URL_SIZE])
{
    struct sockaddr_storage bound = {0};
    socklen_t size = sizeof bound;
    char host[INET6_ADDRSTRLEN] = "";
    getsockname(fd, (struct sockaddr *)&bound, &size);
    if (bound.ss_family == AF_INET6) {
        struct sockaddr_in6 in6;
        memcpy(&in6, &bound, sizeof in6);
        if (IN6_IS_ADDR_UNSPECIFIED(&in6.sin6_addr))
            in6.sin6_addr = in6addr_loopback;
        inet_ntop(AF_INET6, &in6.sin6_addr, host, sizeof host);
        snprintf(url, POL_LISTEN_URL_SIZE, "http://[%s]:%d", host, ntohs(in6.sin6_port));
    } else {
        struct sockaddr_in in;
        memcpy(&in, &bound, sizeof in);
        if (in.sin_addr.s_addr == htonl(INADDR_ANY))
            in.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        inet_ntop(AF_INET, &in.sin_addr, host, sizeof host);
        snprintf(url, POL_LISTEN_URL_SIZE, "http://%s:%d", host, ntohs(in.sin_port));
    }
}

pol_status pol_listen(const char *address, int *ret_socket, char url[POL_LISTEN_URL_SIZE],
                      pol_error *reterr)
{
    struct addrinfo *found = NULL;
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV};
    char host[HOST_SIZE];
    const char *port = NULL;
    *ret_socket = -1;
    pol_status status = split(address, host, &port, reterr);
    if (status != POL_OK)
        return status;
    int trouble = getaddrinfo(host, port, &hints, &found);
    if (trouble != 0)
        return pol_fail(reterr, POL_IO, 0, "cannot listen on %s: %s", address,
                        gai_strerror(trouble));
    *ret_socket = bind_to(found);
    int why = errno;
    freeaddrinfo(found);
    if (*ret_socket < 0)
        return explain(address, why, reterr);
    name_it(*ret_socket, url);
    return POL_OK;
}
