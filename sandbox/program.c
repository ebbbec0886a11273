/* program.c - a sealed file in memory as standard input, pipes for what comes out. */
#include "sandbox/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox/spawn.h"

enum { BLOCK_BYTES = 64 << 10 };

/* A running program and what came of it so far. */
typedef struct running {
    pid_t pid;
    int output, complaints; /* -1 once at their end */
    pol_buffer *written;
    pol_buffer said;
} running;

static bool write_all(int file, pol_span bytes)
{
    while (bytes.size > 0) {
        ssize_t part = write(file, bytes.data, bytes.size);
        if (part < 0 && errno != EINTR)
            return false;
        bytes = pol_span_from(bytes, part > 0 ? (size_t)part : 0);
    }
    return true;
}

/* Programs want to seek; and what a program reads, nobody is to change. */
static int file_of(pol_span bytes)
{
    int file = memfd_create("polsearch", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file < 0)
        return -1;
    if (!write_all(file, bytes) || lseek(file, 0, SEEK_SET) != 0 ||
        fcntl(file, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) {
        close(file);
        return -1;
    }
    return file;
}

static pol_status start(const char *polread, const pol_wire_convert *question, int input,
                        running *program, pol_error *reterr)
{
    int output[2] = {-1, -1}, complaints[2] = {-1, -1};
    char format[12], attempt[12];
    snprintf(format, sizeof format, "%u", question->format);
    snprintf(attempt, sizeof attempt, "%u", question->attempt);
    const char *const arguments[] = {polread, "convert", format, attempt, NULL};
    pol_status status = POL_OK;
    if (pipe2(output, O_CLOEXEC) != 0 || pipe2(complaints, O_CLOEXEC) != 0) {
        status = pol_fail(reterr, POL_IO, 0, "cannot start a converter: %s", strerror(errno));
    } else {
        const pol_spawn_files files = {{input, output[1], complaints[1], -1}};
        status = pol_spawn(arguments, &files, &program->pid, reterr);
    }
    for (int i = 0; i < 2; i++) {
        bool is_kept = status == POL_OK && i == 0;
        if (output[i] >= 0 && !is_kept)
            close(output[i]);
        if (complaints[i] >= 0 && !is_kept)
            close(complaints[i]);
    }
    program->output = output[0];
    program->complaints = complaints[0];
    return status;
}

/* Takes what is there, and keeps it as far as there is `room`; closes at the end. */
static void take(int *file, pol_buffer *buffer, size_t room)
{
    char block[BLOCK_BYTES];
    ssize_t size = read(*file, block, sizeof block);
    if (size < 0 && errno == EINTR)
        return;
    if (size > 0) {
        pol_buffer_add(buffer, pol_span_first(pol_span_make(block, (size_t)size), room));
        return;
    }
    close(*file);
    *file = -1;
}

/* Until both are at their end, the time is over or there is too much. */
static void listen_to(running *program, int64_t end_ms)
{
    while ((program->output >= 0 || program->complaints >= 0) &&
           program->written->status == POL_OK) {
        struct pollfd files[] = {{.fd = program->output, .events = POLLIN},
                                 {.fd = program->complaints, .events = POLLIN}};
        int64_t left = end_ms - pol_now_ms();
        int ready = poll(files, 2, left > 0 ? (int)(left < 1000 ? left : 1000) : 0);
        if (ready == 0 && left <= 0)
            return;
        if (ready > 0 && files[0].revents)
            take(&program->output, program->written, BLOCK_BYTES);
        if (ready > 0 && files[1].revents)
            take(&program->complaints, &program->said, POL_SAID_MAX - program->said.size);
    }
}

static pol_conversion conversion_of(int status, const pol_buffer *written)
{
    if (written->status == POL_LIMIT)
        return POL_CONVERSION_TOO_LARGE;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return POL_CONVERSION_OK;
    bool is_missing = WIFEXITED(status) && WEXITSTATUS(status) == POL_EXIT_NO_CONVERTER;
    return is_missing ? POL_CONVERSION_MISSING : POL_CONVERSION_FAILED;
}

static pol_conversion run(running *program, int64_t end_ms)
{
    enum { GRACE_MS = 1000 };
    listen_to(program, end_ms);
    bool is_over = program->output < 0 && program->complaints < 0;
    int status;
    bool has_ended = pol_spawn_wait(program->pid, is_over ? pol_now_ms() + GRACE_MS : 0, &status);
    if (program->output >= 0)
        close(program->output);
    if (program->complaints >= 0)
        close(program->complaints);
    return has_ended || program->written->status != POL_OK ? conversion_of(status, program->written)
                                                           : POL_CONVERSION_FAILED;
}

pol_status pol_program_convert(const char *polread, const pol_wire_convert *question,
                               pol_span bytes, int64_t end_ms, pol_wire_converted *ret_answer,
                               pol_buffer *output, pol_error *reterr)
{
    pol_buffer written;
    running program = {.written = &written};
    int input = file_of(bytes);
    if (input < 0)
        return pol_fail(reterr, POL_IO, 0, "cannot make a file in memory: %s", strerror(errno));
    pol_buffer_init(&written, output->limit - POL_SAID_MAX);
    pol_buffer_init(&program.said, POL_SAID_MAX);
    pol_status status = start(polread, question, input, &program, reterr);
    close(input);
    if (status == POL_OK) {
        ret_answer->conversion = run(&program, end_ms);
        pol_buffer_add(output, pol_buffer_span(&program.said));
        ret_answer->said_size = (uint32_t)output->size;
        if (ret_answer->conversion == POL_CONVERSION_OK)
            pol_buffer_add(output, pol_buffer_span(&written));
        if (output->status == POL_NOMEM || written.status == POL_NOMEM)
            status = pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    }
    pol_buffer_done(&program.said);
    pol_buffer_done(&written);
    return status;
}
