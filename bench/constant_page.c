/* constant_page.c - libmicrohttpd answering one page that never changes: what polserve's cached
 * answers are measured against.
 *
 *     bench-constant-page FILE THREADS     prints the port, answers until its input ends */
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PAGE_BYTES_MAX = 1 << 20 };

static enum MHD_Result answer(void *page, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **context)
{
    static int seen;
    (void)url, (void)method, (void)version, (void)upload, (void)upload_size;
    if (!*context) { /* the headers; the answer is asked for next */
        *context = &seen;
        return MHD_YES;
    }
    return MHD_queue_response(connection, MHD_HTTP_OK, page);
}

static struct MHD_Response *read_page(const char *path)
{
    static char page[PAGE_BYTES_MAX];
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(page, 1, sizeof page, file) : 0;
    if (file)
        fclose(file);
    struct MHD_Response *response =
        MHD_create_response_from_buffer(size, page, MHD_RESPMEM_PERSISTENT);
    if (response)
        MHD_add_response_header(response, "Content-Type", "text/html; charset=utf-8");
    return response;
}

int main(int argc, char **argv)
{
    char end;
    struct MHD_Response *page = argc == 3 ? read_page(argv[1]) : NULL;
    struct MHD_Daemon *daemon =
        page
            ? MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, page,
                               MHD_OPTION_THREAD_POOL_SIZE, (unsigned)atoi(argv[2]), MHD_OPTION_END)
            : NULL;
    if (!daemon) {
        fprintf(stderr, "usage: bench-constant-page FILE THREADS\n");
        return 2;
    }
    printf("%u\n", (unsigned)MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    fflush(stdout);
    while (read(STDIN_FILENO, &end, 1) > 0)
        continue;
    MHD_stop_daemon(daemon);
    MHD_destroy_response(page);
    return 0;
}
