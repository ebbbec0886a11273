/* options.h - the command line of polindex. One table makes parser and help. */
#ifndef POL_INDEXER_OPTIONS_H
#define POL_INDEXER_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "indexer/check.h"

typedef enum pol_command {
    POL_COMMAND_UPDATE,
    POL_COMMAND_CHECK,
    POL_COMMAND_PREVIEW,
    POL_COMMAND_STATUS,
    POL_COMMAND_VERIFY,
    POL_COMMAND_CORRECTIONS
} pol_command;

typedef struct pol_options {
    pol_command command;
    const char *index_path; /* NULL: the default place */
    const char **paths;     /* into argv */
    size_t path_count;
    const char *corrections; /* NULL: none are taken back */
    pol_check_format format;
    bool is_rebuild, is_removing, is_quiet, shows_people, is_review;
    unsigned jobs; /* 0: one a processor */
} pol_options;

/* Parses; prints help or usage and exits as argp does (0, or 2 for bad usage). */
void pol_options_parse(int argc, char **argv, pol_options *ret_options);

#endif
