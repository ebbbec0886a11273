/* main.c - polserve: a command line to a site that is served until a signal says stop.
 *
 * Exit status: 0 it was told to stop, 2 an error. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "server/clock.h"
#include "server/confine.h"
#include "server/listen.h"
#include "server/options.h"
#include "server/server.h"

enum {
    EXIT_ERROR = 2,
    LOOK_MS = 100, /* between looks whether the index moved on */
    DRAIN_LOOK_MS = 20,
    FILES_PER_SEARCHER = 16, /* open ones: an index's, while it changes to another */
    FILES_OTHER = 64
};

/* What there is to give back in the end. */
typedef struct running {
    pol_serve_options options;
    pol_site site;
    char index_path[POL_INDEX_PATH_MAX], url[POL_LISTEN_URL_SIZE];
    int socket;
    pol_access_log *log;
    pol_server *server;
    sigset_t signals;
    bool has_trouble; /* with the index, which was said */
} running;

static void report(const pol_error *error)
{
    fprintf(stderr, "polserve: %s\n", error->text);
}

/* --- starting ------------------------------------------------------------------------------- */

/* The threads that are started later leave these signals to this one. */
static void take_signals(sigset_t *signals)
{
    sigemptyset(signals);
    sigaddset(signals, SIGTERM);
    sigaddset(signals, SIGINT);
    sigaddset(signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, signals, NULL);
    signal(SIGPIPE, SIG_IGN);
}

/* Each connection is an open file: as many as asked for, or as the system allows. */
static void raise_files(pol_serve_options *options)
{
    struct rlimit files;
    size_t other = FILES_OTHER + options->threads * FILES_PER_SEARCHER;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= options->connections + other)
        return;
    rlim_t wanted = options->connections + other;
    files.rlim_cur = files.rlim_max < wanted ? files.rlim_max : wanted;
    if (setrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur == wanted)
        return;
    options->connections = files.rlim_cur > other + 8 ? files.rlim_cur - other : 8;
    fprintf(stderr,
            "polserve: the system allows %llu open files: at most %zu connections (ulimit -n, "
            "LimitNOFILE=)\n",
            (unsigned long long)files.rlim_cur, options->connections);
}

static void make_site(running *run)
{
    const pol_serve_options *options = &run->options;
    run->site = (pol_site){.index_path = run->index_path,
                           .title = options->title,
                           .base_url = options->base_url ? options->base_url : run->url,
                           .origin_count = options->origin_count};
    for (size_t i = 0; i < options->origin_count; i++)
        run->site.origins[i] = options->origins[i];
}

static pol_status open_server(running *run, pol_error *reterr)
{
    const pol_serve_options *options = &run->options;
    pol_server_options server = {.site = &run->site,
                                 .socket = run->socket,
                                 .threads = options->threads,
                                 .connections = options->connections,
                                 .connections_per_client = options->connections_per_client,
                                 .timeout_s = options->timeout_s,
                                 .rate = options->rate,
                                 .cache_bytes = options->cache_bytes,
                                 .proxies = options->proxies,
                                 .proxy_count = options->proxy_count,
                                 .log = run->log};
    return pol_server_new(&server, &run->server, reterr);
}

/* What needs the administrator's rights comes first: the port, then the log. */
static pol_status start(running *run, pol_error *reterr)
{
    pol_serve_options *options = &run->options;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    bool is_root = false;
    if (options->threads == 0)
        options->threads = processors > 0 && processors < POL_THREADS_MAX ? (size_t)processors : 2;
    raise_files(options);
    pol_status status = pol_index_locate(options->index_path, run->index_path, reterr);
    if (status == POL_OK)
        status = pol_listen(options->listen, &run->socket, run->url, reterr);
    if (status == POL_OK)
        status = pol_access_log_open(options->access_log, options->detail, &run->log, reterr);
    if (status == POL_OK)
        status = pol_confine_user(options->user, run->index_path, &is_root, reterr);
    if (status == POL_OK && is_root)
        fprintf(stderr, "polserve: serving as root: name a user who may read the index with "
                        "--user\n");
    make_site(run);
    if (status == POL_OK)
        status = open_server(run, reterr);
    if (status == POL_OK)
        status = pol_confine_enter(!pol_server_is_local(run->server), options->access_log != NULL,
                                   reterr);
    return status;
}

/* --- running -------------------------------------------------------------------------------- */

/* The signal that came in time; 0: none did. */
static int wait_for_signal(const running *run, int64_t ms)
{
    struct timespec timeout = {ms / 1000, (long)(ms % 1000 * POL_NS_PER_MS)};
    int signal_number = sigtimedwait(&run->signals, NULL, &timeout);
    return signal_number > 0 ? signal_number : 0;
}

/* Says once that the index cannot be read, and once that it can be again. */
static void look(running *run)
{
    pol_error error;
    bool has_trouble = pol_server_look(run->server, &error) != POL_OK;
    if (has_trouble && !run->has_trouble)
        report(&error);
    else if (!has_trouble && run->has_trouble)
        fprintf(stderr, "polserve: the index can be read again (%u documents)\n",
                pol_server_documents(run->server));
    run->has_trouble = has_trouble;
}

static void reload(running *run)
{
    pol_error error;
    if (pol_access_log_reopen(run->log, &error) != POL_OK)
        report(&error);
    look(run);
    if (!run->has_trouble)
        fprintf(stderr, "polserve: reloaded (%u documents)\n", pol_server_documents(run->server));
}

static void serve(running *run)
{
    int signal_number;
    do {
        signal_number = wait_for_signal(run, LOOK_MS);
        if (signal_number == SIGHUP)
            reload(run);
        else if (signal_number == 0)
            look(run);
    } while (signal_number != SIGTERM && signal_number != SIGINT);
}

/* Answers under way are sent, unless a second signal is in a hurry. */
static void drain(running *run)
{
    int64_t until = pol_clock_ns() + run->options.grace_s * 1000 * POL_NS_PER_MS;
    int signal_number = 0;
    pol_server_quiesce(run->server);
    close(run->socket);
    run->socket = -1;
    fprintf(stderr, "polserve: stopping\n");
    while (pol_server_in_flight(run->server) && pol_clock_ns() < until &&
           signal_number != SIGTERM && signal_number != SIGINT)
        signal_number = wait_for_signal(run, DRAIN_LOOK_MS);
}

int main(int argc, char **argv)
{
    running run = {.socket = -1};
    pol_error error = {0};
    argv[0] = program_invocation_short_name; /* as all messages say it */
    pol_serve_parse(argc, argv, &run.options);
    take_signals(&run.signals);
    pol_status status = start(&run, &error);
    if (status == POL_OK) {
        fprintf(stderr, "polserve: listening on %s/ (%u documents)\n", run.url,
                pol_server_documents(run.server));
        serve(&run);
        drain(&run);
    } else {
        report(&error);
    }
    pol_server_free(run.server);
    pol_access_log_free(run.log);
    if (run.socket >= 0)
        close(run.socket);
    return status == POL_OK ? 0 : EXIT_ERROR;
}
