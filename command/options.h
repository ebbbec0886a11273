/* options.h - the command line of polsearch. One table makes parser and help. */
#ifndef POL_COMMAND_OPTIONS_H
#define POL_COMMAND_OPTIONS_H

#include "search/render.h"
#include "search/search.h"

enum { POL_FILTERS_MAX = 64, POL_TREC_DEPTH = 1000 };

typedef enum pol_when { POL_WHEN_AUTO = 0, POL_WHEN_ALWAYS, POL_WHEN_NEVER } pol_when;

typedef struct pol_cli {
    const char *index_path;   /* NULL: the default place */
    char *query;              /* the arguments with a space between; NULL: none; malloc() */
    const char *show;         /* --show ID */
    const char *queries_path; /* --queries FILE; "-" is standard input */
    const char *draft;        /* --draft FILE; "-" is standard input */
    const char *profile;      /* --profile FILE; NULL: none */
    const char *like;         /* --like ID */
    const char *before;       /* --before DATE; NULL: none */
    const char *composites;   /* --composites CONFERENCE */
    bool is_timeline;
    pol_output output;
    bool has_output; /* --format was given */
    bool is_plain, shows_people, has_no_pager;
    pol_when color;
    const char *run; /* name of a TREC run; NULL: the default */
    size_t page;     /* 0: not given */
    bool has_match, has_limit;
    pol_search_options search;
    pol_search_filter filters[POL_FILTERS_MAX];
} pol_cli;

/* Parses; prints help or usage and exits as argp does (0, or 2 for bad usage). */
void pol_cli_parse(int argc, char **argv, pol_cli *ret_cli);

#endif
