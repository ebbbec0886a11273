/* options.c - argp's table for polindex. */
#include "indexer/options.h"

#include <argp.h>
#include <stdlib.h>
#include <string.h>

#include "core/version.h"

const char *argp_program_version = "polindex (polsearch) " POL_VERSION_STRING;

enum {
    OPTION_FORMAT = 256,
    OPTION_REBUILD,
    OPTION_REMOVE,
    OPTION_PEOPLE,
    OPTION_DRY_RUN,
    OPTION_REVIEW,
    OPTION_CORRECTIONS
};

static const char help[] =
    "Reads motions and articles below each PATH and makes them searchable with polsearch."
    "\v"
    "PATH is a folder or a file; \"-\" reads JSON Lines from standard input. Without PATH the "
    "folders that the index knows are read again. Only what has changed is read; what has "
    "gone is removed.\n\n"
    "Examples:\n"
    "  polindex ~/motions            index a folder, or bring it up to date\n"
    "  polindex --check ~/motions    see what would be recognised, index nothing\n"
    "  polindex status               what the index holds\n"
    "  polindex verify               is the index whole?\n"
    "  polindex corrections          what people have corrected, by whom, when and why\n\n"
    "The index is $POLSEARCH_INDEX, or ~/.local/share/polsearch/index.\n"
    "Exit status: 0 done, 1 done but something was left out or found doubtful by verify, "
    "2 could not be done.";

static const struct argp_option table[] = {
    {"index", 'i', "DIR", 0, "The index (default: $POLSEARCH_INDEX, else the XDG data folder)", 0},
    {"check", 'c', NULL, 0, "Only show what is recognised, from which line, and what is doubtful",
     0},
    {"review", OPTION_REVIEW, NULL, 0, "With --check: only what needs a person", 0},
    {"format", OPTION_FORMAT, "FORMAT", 0, "With --check: table (default), jsonl or csv", 0},
    {"dry-run", OPTION_DRY_RUN, NULL, 0, "Only list what would be read or removed", 0},
    {"rebuild", OPTION_REBUILD, NULL, 0,
     "Read everything again into a new index, which then replaces the old one at once", 0},
    {"remove", OPTION_REMOVE, NULL, 0,
     "Take out of the index what came from each PATH, which may be gone; no file is touched", 0},
    {"corrections", OPTION_CORRECTIONS, "FILE", 0,
     "Take back a CSV of --check --review that a person has filled in", 0},
    {"jobs", 'j', "N", 0, "Read N files at a time (default: one a processor)", 0},
    {"people", OPTION_PEOPLE, NULL, 0, "With --check: show the names of movers", 0},
    {"quiet", 'q', NULL, 0, "Say nothing but errors", 0},
    {0},
};

static const struct {
    const char *name;
    pol_check_format format;
} formats[] = {{"table", POL_CHECK_TABLE},
               {"text", POL_CHECK_TABLE},
               {"jsonl", POL_CHECK_JSONL},
               {"csv", POL_CHECK_CSV}};

static void set_format(pol_options *options, const char *name, struct argp_state *state)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0) {
            options->format = formats[i].format;
            return;
        }
    argp_error(state, "--format must be table, jsonl or csv, not '%s'", name);
}

static void set_jobs(pol_options *options, const char *text, struct argp_state *state)
{
    char *end;
    unsigned long jobs = strtoul(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || jobs < 1 || jobs > 64)
        argp_error(state, "--jobs must be a number from 1 to 64, not '%s'", text);
    options->jobs = (unsigned)jobs;
}

static void add_path(pol_options *options, const char *path)
{
    if (options->path_count == 0 && options->command == POL_COMMAND_UPDATE) {
        if (strcmp(path, "status") == 0)
            options->command = POL_COMMAND_STATUS;
        else if (strcmp(path, "verify") == 0)
            options->command = POL_COMMAND_VERIFY;
        else if (strcmp(path, "corrections") == 0)
            options->command = POL_COMMAND_CORRECTIONS;
        if (options->command != POL_COMMAND_UPDATE)
            return;
    }
    options->paths[options->path_count++] = path;
}

static void check_combination(const pol_options *options, struct argp_state *state)
{
    bool is_report = options->command == POL_COMMAND_STATUS ||
                     options->command == POL_COMMAND_VERIFY ||
                     options->command == POL_COMMAND_CORRECTIONS;
    if (is_report && options->path_count)
        argp_error(state, "status, verify and corrections take no path (a folder of that name is "
                          "./status)");
    if (is_report && options->is_rebuild)
        argp_error(state, "--rebuild does not go with status, verify or corrections");
    if (options->command == POL_COMMAND_CHECK && options->path_count == 0)
        argp_error(state, "--check needs a folder or a file");
    if (options->format != POL_CHECK_TABLE && options->command != POL_COMMAND_CHECK)
        argp_error(state, "--format goes with --check");
    if (options->corrections && options->command != POL_COMMAND_UPDATE)
        argp_error(state, "--corrections goes with no other command");
    if (options->is_removing &&
        (options->command != POL_COMMAND_UPDATE || options->is_rebuild || options->corrections))
        argp_error(state, "--remove goes with no other command");
    if (options->is_removing && options->path_count == 0)
        argp_error(state, "--remove needs a folder or a file, which may be gone");
    if (options->is_review && options->command != POL_COMMAND_CHECK)
        argp_error(state, "--review goes with --check");
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    pol_options *options = state->input;
    switch (key) {
    case 'i':
        options->index_path = argument;
        return 0;
    case 'c':
        options->command = POL_COMMAND_CHECK;
        return 0;
    case 'q':
        options->is_quiet = true;
        return 0;
    case 'j':
        set_jobs(options, argument, state);
        return 0;
    case OPTION_FORMAT:
        set_format(options, argument, state);
        return 0;
    case OPTION_DRY_RUN:
        options->command = POL_COMMAND_PREVIEW;
        return 0;
    case OPTION_REBUILD:
        options->is_rebuild = true;
        return 0;
    case OPTION_REMOVE:
        options->is_removing = true;
        return 0;
    case OPTION_CORRECTIONS:
        options->corrections = argument;
        return 0;
    case OPTION_REVIEW:
        options->is_review = true;
        return 0;
    case OPTION_PEOPLE:
        options->shows_people = true;
        return 0;
    case ARGP_KEY_ARG:
        add_path(options, argument);
        return 0;
    case ARGP_KEY_END:
        check_combination(options, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

void pol_options_parse(int argc, char **argv, pol_options *ret_options)
{
    static const struct argp parser = {
        table, parse, "[PATH...]\nstatus\nverify\ncorrections", help, NULL, NULL, NULL};
    argp_err_exit_status = 2;
    *ret_options = (pol_options){0};
    ret_options->paths = calloc((size_t)argc + 1, sizeof *ret_options->paths);
    if (!ret_options->paths)
        exit(2);
    argp_parse(&parser, argc, argv, 0, NULL, ret_options);
}
