/* options.c - argp's table for polserve. */
#include "server/options.h"

#include <argp.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "core/version.h"
#include "server/client.h"

const char *argp_program_version = "polserve " POL_VERSION_STRING;

/* Options without a letter. */
enum {
    OPTION_BASE_URL = 256,
    OPTION_TITLE,
    OPTION_ALLOW_ORIGIN,
    OPTION_TRUSTED_PROXY,
    OPTION_THREADS,
    OPTION_CONNECTIONS,
    OPTION_CONNECTIONS_PER_CLIENT,
    OPTION_TIMEOUT,
    OPTION_RATE,
    OPTION_CACHE,
    OPTION_GRACE,
    OPTION_USER,
    OPTION_ACCESS_LOG,
    OPTION_LOG_ADDRESSES,
    OPTION_LOG_QUERIES
};

enum {
    TITLE_BYTES_MAX = 200,
    URL_BYTES_MAX = 1000,
    GRACE_S_MAX = 3600,
    RATE_MAX = 100000,
    CACHE_MB_MAX = 65536
};

static const char help[] =
    "Serves search over what conferences decided, to browsers and programs."
    "\v"
    "Examples:\n"
    "  polserve\n"
    "  polserve --listen 127.0.0.1:9090 --title 'Branch 12 policy'\n"
    "  polserve --base-url https://policy.example.org --trusted-proxy 127.0.0.1\n\n"
    "To the internet it goes through a proxy that speaks TLS: see docs/operating.md. SIGTERM "
    "stops it when answers under way are sent, SIGHUP makes it open the access log anew.\n"
    "The index is $POLSEARCH_INDEX, or ~/.local/share/polsearch/index; polindex makes it.\n"
    "Exit status: 0 it was told to stop, 2 an error.";

static const struct argp_option table[] = {
    {NULL, 0, NULL, 0, "What to serve", 1},
    {"index", 'i', "DIR", 0, "The index (default: $POLSEARCH_INDEX, else the XDG data folder)", 1},
    {"title", OPTION_TITLE, "TEXT", 0, "Name of the site, on each page (default: polsearch)", 1},
    {NULL, 0, NULL, 0, "Where", 2},
    {"listen", 'l', "ADDRESS:PORT", 0,
     "Default: 127.0.0.1:8080; [::1]:8080 for IPv6; port 0: a free one", 2},
    {"base-url", OPTION_BASE_URL, "URL", 0,
     "How others reach it: https://policy.example.org (default: the address listened at)", 2},
    {"trusted-proxy", OPTION_TRUSTED_PROXY, "ADDRESS", 0,
     "Believe the X-Forwarded-For of this proxy; can be repeated", 2},
    {"user", OPTION_USER, "NAME", 0, "Serve as this user, when started as root", 2},
    {"allow-origin", OPTION_ALLOW_ORIGIN, "ORIGIN", 0,
     "Let scripts of https://www.example.org read the API; can be repeated", 2},
    {NULL, 0, NULL, 0, "How much", 3},
    {"threads", 't', "N", 0, "Searches at a time (default: as many as processors)", 3},
    {"connections", OPTION_CONNECTIONS, "N", 0, "Open at a time (default: 1024)", 3},
    {"connections-per-client", OPTION_CONNECTIONS_PER_CLIENT, "N", 0,
     "Of one address (default: 256); no limit for a trusted proxy", 3},
    {"timeout", OPTION_TIMEOUT, "SECONDS", 0,
     "For all of a request to arrive, and for an answer to be taken (default: 30)", 3},
    {"rate", OPTION_RATE, "N", 0,
     "Requests a second of one address, five seconds' worth of them at once (default: 200; 0: "
     "no limit)",
     3},
    {"cache", OPTION_CACHE, "MB", 0, "Memory for answers that are kept (default: 64; 0: none)", 3},
    {"grace", OPTION_GRACE, "SECONDS", 0,
     "For answers under way when it is told to stop (default: 10)", 3},
    {NULL, 0, NULL, 0, "What to note", 4},
    {"access-log", OPTION_ACCESS_LOG, "FILE", 0,
     "A line for each request; - is standard output (default: none)", 4},
    {"log-addresses", OPTION_LOG_ADDRESSES, NULL, 0,
     "Clients' whole addresses and browsers, not only their networks", 4},
    {"log-queries", OPTION_LOG_QUERIES, NULL, 0, "What was searched for, not only the path", 4},
    {0},
};

/* --- values --------------------------------------------------------------------------------- */

static size_t number(const char *text, size_t low, size_t high, const char *option,
                     struct argp_state *state)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || value < low || value > high)
        argp_error(state, "--%s must be a number from %zu to %zu, not '%s'", option, low, high,
                   text);
    return (size_t)value;
}

/* Scheme and host, in characters that need no escape anywhere. A slash at the end is cut. */
static const char *web_address(char *text, const char *option, struct argp_state *state)
{
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                               "-._~[]:";
    size_t size = strlen(text);
    if (size && text[size - 1] == '/')
        text[--size] = '\0';
    size_t scheme = strncmp(text, "https://", 8) == 0  ? 8
                    : strncmp(text, "http://", 7) == 0 ? 7
                                                       : 0;
    size_t host = scheme ? strspn(text + scheme, safe) : 0;
    if (host == 0 || scheme + host != size || size > URL_BYTES_MAX)
        argp_error(state, "--%s must be as https://policy.example.org, not '%s'", option, text);
    return text;
}

static const char *title(const char *text, struct argp_state *state)
{
    pol_span span = pol_span_of(text);
    if (span.size == 0 || span.size > TITLE_BYTES_MAX || pol_utf8_valid_prefix(span) != span.size)
        argp_error(state, "--title must be 1 to %d bytes of UTF-8", TITLE_BYTES_MAX);
    return text;
}

static void add_origin(pol_serve_options *options, char *text, struct argp_state *state)
{
    if (options->origin_count == POL_ORIGINS_MAX)
        argp_error(state, "more than %d times --allow-origin", POL_ORIGINS_MAX);
    else
        options->origins[options->origin_count++] = web_address(text, "allow-origin", state);
}

static void add_proxy(pol_serve_options *options, const char *text, struct argp_state *state)
{
    if (options->proxy_count == POL_PROXIES_MAX)
        argp_error(state, "more than %d times --trusted-proxy", POL_PROXIES_MAX);
    else if (!pol_client_parse(pol_span_of(text), &options->proxies[options->proxy_count++]))
        argp_error(state, "--trusted-proxy must be an address, as 127.0.0.1 or ::1, not '%s'",
                   text);
}

/* --- argp ----------------------------------------------------------------------------------- */

static error_t parse_amount(int key, const char *argument, pol_serve_options *options,
                            struct argp_state *state)
{
    switch (key) {
    case 't':
        options->threads = number(argument, 1, POL_THREADS_MAX, "threads", state);
        return 0;
    case OPTION_CONNECTIONS:
        options->connections = number(argument, 8, POL_CONNECTIONS_MAX, "connections", state);
        return 0;
    case OPTION_CONNECTIONS_PER_CLIENT:
        options->connections_per_client =
            number(argument, 1, POL_CONNECTIONS_MAX, "connections-per-client", state);
        return 0;
    case OPTION_TIMEOUT:
        options->timeout_s = (uint32_t)number(argument, 1, POL_TIMEOUT_S_MAX, "timeout", state);
        return 0;
    case OPTION_RATE:
        options->rate = (unsigned)number(argument, 0, RATE_MAX, "rate", state);
        return 0;
    case OPTION_CACHE:
        options->cache_bytes = number(argument, 0, CACHE_MB_MAX, "cache", state) << 20;
        return 0;
    case OPTION_GRACE:
        options->grace_s = (uint32_t)number(argument, 0, GRACE_S_MAX, "grace", state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static error_t parse_place(int key, char *argument, pol_serve_options *options,
                           struct argp_state *state)
{
    switch (key) {
    case 'l':
        options->listen = argument;
        return 0;
    case OPTION_USER:
        options->user = argument;
        return 0;
    case OPTION_BASE_URL:
        options->base_url = web_address(argument, "base-url", state);
        return 0;
    case OPTION_ALLOW_ORIGIN:
        add_origin(options, argument, state);
        return 0;
    case OPTION_TRUSTED_PROXY:
        add_proxy(options, argument, state);
        return 0;
    default:
        return parse_amount(key, argument, options, state);
    }
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    pol_serve_options *options = state->input;
    switch (key) {
    case 'i':
        options->index_path = argument;
        return 0;
    case OPTION_TITLE:
        options->title = title(argument, state);
        return 0;
    case OPTION_ACCESS_LOG:
        options->access_log = argument;
        return 0;
    case OPTION_LOG_ADDRESSES:
        options->detail.has_addresses = true;
        return 0;
    case OPTION_LOG_QUERIES:
        options->detail.has_queries = true;
        return 0;
    case ARGP_KEY_ARG:
        argp_error(state, "what is '%s'? The index is given with --index", argument);
        return 0;
    default:
        return parse_place(key, argument, options, state);
    }
}

void pol_serve_parse(int argc, char **argv, pol_serve_options *ret_options)
{
    static const struct argp parser = {table, parse, NULL, help, NULL, NULL, NULL};
    argp_err_exit_status = 2;
    *ret_options = (pol_serve_options){.listen = "127.0.0.1:8080",
                                       .title = "polsearch",
                                       .connections = 1024,
                                       .connections_per_client = 256,
                                       .timeout_s = 30,
                                       .rate = 200,
                                       .cache_bytes = 64 << 20,
                                       .grace_s = 10};
    argp_parse(&parser, argc, argv, 0, NULL, ret_options);
}
