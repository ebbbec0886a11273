/* options.h - the command line of polserve. One table makes parser and help. */
#ifndef POL_SERVER_OPTIONS_H
#define POL_SERVER_OPTIONS_H

#include "server/access.h"
#include "server/client.h"
#include "web/site.h"

enum {
    POL_THREADS_MAX = 64,
    POL_CONNECTIONS_MAX = 60000,
    POL_PROXIES_MAX = 8,
    POL_TIMEOUT_S_MAX = 3600
};

typedef struct pol_serve_options {
    const char *index_path; /* NULL: the default place */
    const char *listen;     /* "127.0.0.1:8080" */
    const char *base_url;   /* NULL: from the address listened at */
    const char *title;
    const char *origins[POL_ORIGINS_MAX];
    size_t origin_count;
    pol_client proxies[POL_PROXIES_MAX]; /* whose X-Forwarded-For is believed */
    size_t proxy_count;
    const char *access_log; /* NULL: none; "-": standard output */
    pol_access_detail detail;
    size_t threads; /* that search; 0: as many as processors */
    size_t connections, connections_per_client;
    uint32_t timeout_s; /* for a client to send its request, and to take the answer */
    unsigned rate;      /* requests a second of one client; 0: no limit */
    size_t cache_bytes; /* of answers that are kept */
    const char *user;   /* to become when started as root; NULL: nobody else */
    uint32_t grace_s;   /* for answers under way when the server is told to stop */
} pol_serve_options;

/* Parses; prints help or usage and exits as argp does (0, or 2 for bad usage). */
void pol_serve_parse(int argc, char **argv, pol_serve_options *ret_options);

#endif
