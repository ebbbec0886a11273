/* test_confine.c - what a confined process can still do, tried from inside. */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "sandbox/confine.h"
#include "sandbox/landlock.h"
#include "sandbox/wire.h"

enum { REFUSED = 0, POSSIBLE = 1, UNCONFINED = 2, KILLED = 1000 };

typedef int (*attempt)(void);

static int refused(long result)
{
    return result == -1 ? REFUSED : POSSIBLE;
}

static const char *confine_as_reader(void)
{
    return pol_confine_reader(POL_CHILD_SOCKET, (size_t)256 << 20);
}

static const char *confine_as_program(void)
{
    return pol_confine_program((size_t)256 << 20, 5);
}

/* What came of it in a child confined so: its exit status, or KILLED + signal. */
static int outcome_of(attempt try, const char *(*confine)(void))
{
    int status = 0;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(confine() == NULL ? try() : UNCONFINED);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? KILLED + WTERMSIG(status) : WEXITSTATUS(status);
}

static char scratch[] = "/tmp/polsearch-confine-XXXXXX";

/* --- files -------------------------------------------------------------------------- */

static int read_passwd(void)
{
    return refused(open("/etc/passwd", O_RDONLY));
}

static int read_folder(void)
{
    return refused(open("/", O_RDONLY | O_DIRECTORY));
}

static int read_scratch(void)
{
    return refused(open(scratch, O_RDONLY));
}

static int write_new(void)
{
    return refused(open("/tmp/polsearch-confine-new", O_WRONLY | O_CREAT, 0600));
}

static int write_old(void)
{
    return refused(open(scratch, O_WRONLY));
}

static int read_and_write(void)
{
    return refused(open(scratch, O_RDWR));
}

static int cut_short(void)
{
    return refused(truncate(scratch, 0));
}

static int delete_it(void)
{
    return refused(unlink(scratch));
}

static int rename_it(void)
{
    return refused(rename(scratch, "/tmp/polsearch-confine-new"));
}

static int make_folder(void)
{
    return refused(mkdir("/tmp/polsearch-confine-new", 0700));
}

static int make_link(void)
{
    return refused(symlink("/etc/passwd", "/tmp/polsearch-confine-new"));
}

static int change_mode(void)
{
    return refused(chmod(scratch, 0777));
}

static int list_itself(void)
{
    return refused(open("/proc/self/maps", O_RDONLY));
}

/* --- the network, processes, memory ------------------------------------------------- */

static int make_socket(void)
{
    return refused(socket(AF_INET, SOCK_STREAM, 0));
}

static int make_local_socket(void)
{
    return refused(socket(AF_UNIX, SOCK_DGRAM, 0));
}

static int make_process(void)
{
    return refused(fork());
}

static int make_process_anew(void)
{
    unsigned long long arguments[8] = {0};
    return refused(syscall(SYS_clone3, arguments, sizeof arguments));
}

static int execute(void)
{
    char name[] = "true";
    char *arguments[] = {name, NULL};
    execve("/usr/bin/true", arguments, environ);
    return REFUSED;
}

static int trace(void)
{
    return refused(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL));
}

static int signal_parent(void)
{
    return refused(kill(getppid(), 0));
}

static int make_code(void)
{
    return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
               ? REFUSED
               : POSSIBLE;
}

static int make_code_of_data(void)
{
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return refused(mprotect(page, 4096, PROT_READ | PROT_EXEC));
}

static int new_namespace(void)
{
    return refused(unshare(CLONE_NEWUSER));
}

static int raise_limit(void)
{
    const struct rlimit more = {1 << 20, 1 << 20};
    return refused(setrlimit(RLIMIT_FSIZE, &more));
}

/* --- what must still work ----------------------------------------------------------- */

static int compute(void)
{
    char *memory = malloc(32 << 20);
    if (!memory)
        return POSSIBLE;
    memset(memory, 1, 32 << 20);
    free(memory);
    return REFUSED;
}

static int run_true(void)
{
    return execute();
}

static int run_without_writing(void)
{
    char shell[] = "sh", flag[] = "-c", command[128];
    char *arguments[] = {shell, flag, command, NULL};
    snprintf(command, sizeof command, "exec 2>&-; echo x >%s", scratch);
    execve("/bin/sh", arguments, environ);
    return POSSIBLE;
}

static int run_with_process(void)
{
    char shell[] = "sh", flag[] = "-c", command[] = "/usr/bin/true; /usr/bin/true";
    char *arguments[] = {shell, flag, command, NULL};
    execve("/bin/sh", arguments, environ);
    return POSSIBLE;
}

typedef struct row {
    const char *name;
    attempt attempt;
    int outcome;
} row;

static void assert_rows(const row *rows, size_t count, const char *(*confine)(void))
{
    for (size_t i = 0; i < count; i++) {
        int outcome = outcome_of(rows[i].attempt, confine);
        if (outcome != rows[i].outcome)
            print_error("%s\n", rows[i].name);
        assert_int_equal(outcome, rows[i].outcome);
    }
}

#define ROW(attempt, outcome)                                                                      \
    {                                                                                              \
#attempt, attempt, outcome                                                                 \
    }

static void a_reader_can_only_compute(void **state)
{
    static const row rows[] = {
        ROW(read_passwd, REFUSED),
        ROW(read_folder, REFUSED),
        ROW(read_scratch, REFUSED),
        ROW(write_new, REFUSED),
        ROW(write_old, REFUSED),
        ROW(read_and_write, REFUSED),
        ROW(cut_short, REFUSED),
        ROW(delete_it, REFUSED),
        ROW(rename_it, REFUSED),
        ROW(make_folder, REFUSED),
        ROW(make_link, REFUSED),
        ROW(change_mode, REFUSED),
        ROW(list_itself, REFUSED),
        ROW(signal_parent, REFUSED),
        ROW(raise_limit, REFUSED),
        ROW(make_socket, KILLED + SIGSYS),
        ROW(make_local_socket, KILLED + SIGSYS),
        ROW(make_process, KILLED + SIGSYS),
        ROW(make_process_anew, KILLED + SIGSYS),
        ROW(execute, KILLED + SIGSYS),
        ROW(trace, KILLED + SIGSYS),
        ROW(make_code, KILLED + SIGSYS),
        ROW(make_code_of_data, KILLED + SIGSYS),
        ROW(new_namespace, KILLED + SIGSYS),
        ROW(compute, REFUSED),
    };
    (void)state;
    assert_rows(rows, sizeof rows / sizeof *rows, confine_as_reader);
}

static void a_program_can_read_the_system_only(void **state)
{
    enum { SHELL_CANNOT_WRITE = 2 };
    static const row rows[] = {
        ROW(write_new, REFUSED),
        ROW(write_old, REFUSED),
        ROW(read_and_write, REFUSED),
        ROW(cut_short, REFUSED),
        ROW(delete_it, REFUSED),
        ROW(rename_it, REFUSED),
        ROW(make_folder, REFUSED),
        ROW(change_mode, REFUSED),
        ROW(make_socket, KILLED + SIGSYS),
        ROW(make_process, KILLED + SIGSYS),
        ROW(make_process_anew, KILLED + SIGSYS),
        ROW(trace, KILLED + SIGSYS),
        ROW(new_namespace, KILLED + SIGSYS),
        ROW(run_true, EXIT_SUCCESS),
        ROW(run_without_writing, SHELL_CANNOT_WRITE),
        ROW(run_with_process, KILLED + SIGSYS),
        ROW(read_passwd, POSSIBLE),
    };
    (void)state;
    assert_rows(rows, sizeof rows / sizeof *rows, confine_as_program);
    if (pol_landlock_version() > 0)
        assert_int_equal(outcome_of(read_scratch, confine_as_program), REFUSED);
}

/* The tests above would pass if everything failed anyway. */
static const char *leave_free(void)
{
    return NULL;
}

static void all_of_it_works_without(void **state)
{
    static const row rows[] = {
        ROW(read_passwd, POSSIBLE),       ROW(read_folder, POSSIBLE),
        ROW(read_scratch, POSSIBLE),      ROW(write_old, POSSIBLE),
        ROW(read_and_write, POSSIBLE),    ROW(change_mode, POSSIBLE),
        ROW(list_itself, POSSIBLE),       ROW(signal_parent, POSSIBLE),
        ROW(make_socket, POSSIBLE),       ROW(make_process, POSSIBLE),
        ROW(make_code, POSSIBLE),         ROW(execute, EXIT_SUCCESS),
        ROW(make_code_of_data, POSSIBLE), ROW(run_without_writing, 0),
        ROW(run_with_process, 0),         ROW(cut_short, POSSIBLE),
    };
    (void)state;
    assert_rows(rows, sizeof rows / sizeof *rows, leave_free);
}

static void limits_are_set(void **state)
{
    (void)state;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct rlimit files, core, addresses;
        bool is_right = confine_as_reader() == NULL && getrlimit(RLIMIT_FSIZE, &files) == 0 &&
                        getrlimit(RLIMIT_CORE, &core) == 0 &&
                        getrlimit(RLIMIT_AS, &addresses) == 0 && files.rlim_max == 0 &&
                        core.rlim_max == 0 &&
                        (pol_is_sanitized() || addresses.rlim_max < (rlim_t)2 << 30);
        _exit(is_right ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static int make_scratch(void **state)
{
    (void)state;
    int file = mkstemp(scratch);
    if (file < 0)
        return -1;
    close(file);
    return 0;
}

static int remove_scratch(void **state)
{
    (void)state;
    return unlink(scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_can_only_compute),
        cmocka_unit_test(a_program_can_read_the_system_only),
        cmocka_unit_test(limits_are_set),
        cmocka_unit_test(all_of_it_works_without),
    };
    return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
