/* access.c - see access.h. */
#include "server/access.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "core/buffer.h"

enum { TEXT_MAX = 1024, LINE_MAX_BYTES = 16 << 10, TIME_SIZE = 40 };

struct pol_access_log {
    const char *path;
    pol_access_detail detail;
    int fd; /* stays the same number: reopening puts another file behind it */
};

static int open_log(const char *path)
{
    if (strcmp(path, "-") == 0)
        return dup(STDOUT_FILENO);
    return open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, 0640);
}

static pol_status fail_to_open(const char *path, pol_error *reterr)
{
    return pol_fail(reterr, POL_IO, 0, "cannot write the access log '%s': %s", path,
                    strerror(errno));
}

pol_status pol_access_log_open(const char *path, pol_access_detail detail, pol_access_log **ret_log,
                               pol_error *reterr)
{
    *ret_log = NULL;
    pol_access_log *log = calloc(1, sizeof *log);
    if (!log)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    *log = (pol_access_log){.path = path, .detail = detail, .fd = path ? open_log(path) : -1};
    if (path && log->fd < 0) {
        free(log);
        return fail_to_open(path, reterr);
    }
    *ret_log = log;
    return POL_OK;
}

void pol_access_log_free(pol_access_log *log)
{
    if (log && log->fd >= 0)
        close(log->fd);
    free(log);
}

pol_status pol_access_log_reopen(pol_access_log *log, pol_error *reterr)
{
    if (log->fd < 0 || strcmp(log->path, "-") == 0)
        return POL_OK;
    int fd = open_log(log->path);
    if (fd < 0 || dup3(fd, log->fd, O_CLOEXEC) < 0) {
        pol_status status = fail_to_open(log->path, reterr);
        if (fd >= 0)
            close(fd);
        return status;
    }
    close(fd);
    return POL_OK;
}

/* --- a line --------------------------------------------------------------------------------- */

static void add_quoted(pol_buffer *line, pol_span text)
{
    if (!text.data || text.size == 0)
        pol_buffer_add_byte(line, '-');
    for (size_t i = 0; i < text.size && i < TEXT_MAX; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte < ' ' || byte > '~' || byte == '"' || byte == '\\')
            pol_buffer_printf(line, "\\x%02X", byte);
        else
            pol_buffer_add_byte(line, (char)byte);
    }
    if (text.size > TEXT_MAX)
        pol_buffer_add_text(line, "...");
}

static void add_client(pol_buffer *line, const pol_client *client, bool is_full)
{
    char text[POL_CLIENT_TEXT_SIZE];
    pol_client shown = is_full ? *client : pol_client_blurred(client);
    pol_client_text(&shown, text);
    pol_buffer_add_text(line, text);
}

static void add_time(pol_buffer *line)
{
    char text[TIME_SIZE];
    struct tm parts;
    time_t now = time(NULL);
    gmtime_r(&now, &parts);
    strftime(text, sizeof text, " - - [%d/%b/%Y:%H:%M:%S +0000] \"", &parts);
    pol_buffer_add_text(line, text);
}

static pol_span without_parameters(pol_span target)
{
    const char *mark = target.data ? memchr(target.data, '?', target.size) : NULL;
    return mark ? pol_span_first(target, (size_t)(mark - target.data)) : target;
}

static void make_line(const pol_access_log *log, const pol_access *access, pol_buffer *line)
{
    static const pol_span nothing = {0};
    bool has_queries = log->detail.has_queries;
    add_client(line, &access->client, log->detail.has_addresses);
    add_time(line);
    add_quoted(line, access->method);
    pol_buffer_add_byte(line, ' ');
    add_quoted(line, has_queries ? access->target : without_parameters(access->target));
    pol_buffer_add_byte(line, ' ');
    add_quoted(line, access->version);
    pol_buffer_printf(line, "\" %d %llu \"", access->status, (unsigned long long)access->bytes);
    add_quoted(line, has_queries ? access->referrer : nothing);
    pol_buffer_add_text(line, "\" \"");
    add_quoted(line, log->detail.has_addresses ? access->browser : nothing);
    pol_buffer_printf(line, "\" %llu.%llu\n", (unsigned long long)access->time_us / 1000,
                      (unsigned long long)access->time_us / 100 % 10);
}

void pol_access_log_write(pol_access_log *log, const pol_access *access)
{
    pol_buffer line;
    if (log->fd < 0)
        return;
    pol_buffer_init(&line, LINE_MAX_BYTES);
    make_line(log, access, &line);
    /* A log that cannot be written (a full disk) stops nobody from being served. */
    if (line.status == POL_OK && write(log->fd, line.data, line.size) < 0)
        line.status = POL_IO;
    pol_buffer_done(&line);
}
