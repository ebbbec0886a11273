/* options.c - argp's table for polsearch. */
#include "command/options.h"

#include <argp.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/version.h"

const char *argp_program_version = "polsearch " POL_VERSION_STRING;

/* Options without a letter. Those of a field are OPTION_FIELD + the field. */
enum {
    OPTION_SHOW = 256,
    OPTION_EXPLAIN,
    OPTION_OFFSET,
    OPTION_PAGE,
    OPTION_QUERIES,
    OPTION_RUN,
    OPTION_PEOPLE,
    OPTION_COLOR,
    OPTION_NO_PAGER,
    OPTION_DRAFT,
    OPTION_PROFILE,
    OPTION_LIKE,
    OPTION_BEFORE,
    OPTION_COMPOSITES,
    OPTION_TIMELINE,
    OPTION_AS_TYPED,
    OPTION_FIELD
};

static const char help[] =
    "Finds passages of motions and articles, with what conference decided on them."
    "\v"
    "Words must all match, in any form: first in one passage, then in one document. In QUERY, "
    "\"exact phrase\", OR, -word, privat*, pay NEAR/5 rise, ( ) and field:value have a meaning; "
    "see polsearch(1).\n\n"
    "Examples:\n"
    "  polsearch democratic deficit\n"
    "  polsearch '\"zero hours\" decision:policy year:2012..2018'\n"
    "  polsearch --decision lost --facets academies\n"
    "  polsearch --format json --limit 50 housing\n"
    "  polsearch --show 3f2a                   a document, by the start of its id\n"
    "  polsearch --draft motion.docx           what was decided on it before, clause by clause\n"
    "  polsearch --timeline pensions           what was decided when\n\n"
    "The index is $POLSEARCH_INDEX, or ~/.local/share/polsearch/index; polindex makes it.\n"
    "Exit status: 0 something was found, 1 nothing was, 2 an error.";

static const struct argp_option table[] = {
    {NULL, 0, NULL, 0, "What to search", 1},
    {"index", 'i', "DIR", 0, "The index (default: $POLSEARCH_INDEX, else the XDG data folder)", 1},
    {"decision", OPTION_FIELD + POL_FIELD_DECISION, "CODE", 0,
     "Only carried, lost, policy (all that was carried), unknown, ...", 1},
    {"year", OPTION_FIELD + POL_FIELD_YEAR, "YEARS", 0, "Only 2015, or 2010..2015", 1},
    {"date", OPTION_FIELD + POL_FIELD_DATE, "DATES", 0, "Only 2014-06, or 2014-06..2015", 1},
    {"conference", OPTION_FIELD + POL_FIELD_CONFERENCE, "WORDS", 0,
     "Only conferences with these words in their name", 1},
    {"kind", OPTION_FIELD + POL_FIELD_KIND, "KIND", 0, "Only motion, composite, article, ...", 1},
    {"clause", OPTION_FIELD + POL_FIELD_CLAUSE, "CLAUSE", 0, "Only notes, believes, resolves, ...",
     1},
    {NULL, 0, NULL, 0, "How to find and order", 2},
    {"match", 'm', "HOW", 0, "all (default): in tiers; any: one ranking of any of the words", 2},
    {"as-typed", OPTION_AS_TYPED, NULL, 0,
     "Never look for other spellings, and read no words as filters (motions lost in 2014)", 2},
    {"sort", 's', "ORDER", 0, "relevance (default), newest or oldest", 2},
    {"group", 'g', "BY", 0, "passage (default) or motion: the best passages of each", 2},
    {NULL, 0, NULL, 0, "What to print", 3},
    {"format", 'f', "FORMAT", 0, "text (default), json, jsonl, csv, markdown, trec or html", 3},
    {"plain", 'p', NULL, 0, "Linear text: nothing wrapped, coloured or redrawn", 3},
    {"limit", 'n', "N", 0, "N hits a page (default 10, at most 1000)", 3},
    {"offset", OPTION_OFFSET, "N", 0, "Leave out the first N hits", 3},
    {"page", OPTION_PAGE, "N", 0, "The N-th page", 3},
    {"facets", 'F', NULL, 0, "Count the motions found by decision, conference, year, ...", 3},
    {"show", OPTION_SHOW, "ID", 0, "Print a whole document; the start of its id is enough", 3},
    {"explain", OPTION_EXPLAIN, NULL, 0, "Say how the query was understood and weighed", 3},
    {"people", OPTION_PEOPLE, NULL, 0, "Show the names of movers", 3},
    {"color", OPTION_COLOR, "WHEN", 0, "auto (default), always or never", 3},
    {"no-pager", OPTION_NO_PAGER, NULL, 0, "Do not use $PAGER on a terminal", 3},
    {NULL, 0, NULL, 0, "Drafts and motions", 4},
    {"draft", OPTION_DRAFT, "FILE", 0,
     "Say of each clause of a draft, or each motion of an agenda, what was decided on it before "
     "(- is standard input)",
     4},
    {"profile", OPTION_PROFILE, "FILE", 0, "What your union asks of a motion, for --draft", 4},
    {"like", OPTION_LIKE, "ID", 0, "Motions that say much the same as this one", 4},
    {"before", OPTION_BEFORE, "DATE", 0, "With --like: only those dated earlier", 4},
    {"composites", OPTION_COMPOSITES, "CONFERENCE", 0,
     "Motions of a conference (\"Health Conference 2021\") that ask for the same", 4},
    {"timeline", OPTION_TIMELINE, NULL, 0,
     "What was decided when on QUERY, or on all that is like --like ID: oldest first", 4},
    {NULL, 0, NULL, 0, "Evaluation", 5},
    {"queries", OPTION_QUERIES, "FILE", 0,
     "Run lines of ID<TAB>TEXT, taken literally, as a TREC run of motions", 5},
    {"run", OPTION_RUN, "NAME", 0, "The run's name", 5},
    {0},
};

/* --- values ----------------------------------------------------------------------- */

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

/* Which of the names, which end in a NULL, `text` is. */
static int one_of(const char *text, const char *const *names, const char *option,
                  struct argp_state *state)
{
    char list[128] = "";
    for (int i = 0; names[i]; i++) {
        if (strcmp(text, names[i]) == 0)
            return i;
        strncat(list, i ? (names[i + 1] ? ", " : " or ") : "", sizeof list - strlen(list) - 1);
        strncat(list, names[i], sizeof list - strlen(list) - 1);
    }
    argp_error(state, "--%s must be %s, not '%s'", option, list, text);
    return 0;
}

static const char *const match_names[] = {"all", "any", NULL};
static const char *const sort_names[] = {"relevance", "newest", "oldest", NULL};
static const char *const group_names[] = {"passage", "motion", NULL};
static const char *const color_names[] = {"auto", "always", "never", NULL};

static void set_format(pol_cli *cli, const char *text, struct argp_state *state)
{
    cli->output = pol_output_from_name(pol_span_of(text));
    cli->has_output = true;
    if (cli->output == POL_OUTPUT_COUNT)
        argp_error(state,
                   "--format must be text, json, jsonl, csv, markdown, trec or html, not '%s'",
                   text);
}

static void add_filter(pol_cli *cli, pol_field field, const char *value, struct argp_state *state)
{
    if (cli->search.filter_count == POL_FILTERS_MAX) {
        argp_error(state, "more than %d filters", POL_FILTERS_MAX);
        return;
    }
    cli->filters[cli->search.filter_count++] =
        (pol_search_filter){.field = field, .value = pol_span_of(value)};
}

/* Arguments are words of one query, whether or not the shell joined them. */
static void add_words(pol_cli *cli, const char *words, struct argp_state *state)
{
    size_t old = cli->query ? strlen(cli->query) + 1 : 0;
    char *joined = realloc(cli->query, old + strlen(words) + 1);
    if (!joined) {
        argp_failure(state, 2, 0, "out of memory");
        return;
    }
    if (old)
        joined[old - 1] = ' ';
    strcpy(joined + old, words);
    cli->query = joined;
}

/* What is done instead of searching, of which there is one at most. */
static const char *other_task(const pol_cli *cli, struct argp_state *state)
{
    const struct {
        const char *option, *value;
    } tasks[] = {{"--show", cli->show},
                 {"--queries", cli->queries_path},
                 {"--draft", cli->draft},
                 {"--like", cli->like},
                 {"--composites", cli->composites}};
    const char *found = NULL;
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++) {
        if (tasks[i].value && found)
            argp_error(state, "%s and %s exclude each other", found, tasks[i].option);
        if (tasks[i].value)
            found = tasks[i].option;
    }
    return found;
}

static void check_combination(pol_cli *cli, struct argp_state *state)
{
    const char *task = other_task(cli, state);
    bool has_search = cli->query || cli->search.filter_count;
    if (task && cli->query)
        argp_error(state, "%s goes with no query", task);
    if (cli->show && has_search)
        argp_error(state, "--show goes with no filter");
    if (cli->profile && !cli->draft)
        argp_error(state, "--profile goes with --draft");
    if (!task && !has_search)
        argp_error(state, "what are you looking for? For example: polsearch democratic deficit");
    if (cli->is_timeline && task && !cli->like)
        argp_error(state, "--timeline goes with a query or --like, not with %s", task);
    if (cli->is_timeline && (cli->search.first || cli->page))
        argp_error(state, "--timeline is one page: --limit says how many are listed");
    if (cli->before && !cli->like)
        argp_error(state, "--before goes with --like");
    if (cli->output == POL_OUTPUT_HTML && !cli->draft && !cli->composites)
        argp_error(state, "--format html goes with --draft and --composites");
    if (cli->page && cli->search.first)
        argp_error(state, "--page and --offset exclude each other");
    if (cli->page)
        cli->search.first = (cli->page - 1) * cli->search.count;
    cli->search.filters = cli->filters;
}

/* --- argp ------------------------------------------------------------------------- */

static error_t parse_search(int key, char *argument, pol_cli *cli, struct argp_state *state)
{
    pol_search_options *search = &cli->search;
    switch (key) {
    case 'm':
        search->match = (pol_match)one_of(argument, match_names, "match", state);
        cli->has_match = true;
        return 0;
    case 's':
        search->sort = (pol_sort)one_of(argument, sort_names, "sort", state);
        return 0;
    case 'g':
        search->is_grouped = one_of(argument, group_names, "group", state) == 1;
        return 0;
    case 'n':
        search->count = number(argument, 1, POL_COUNT_MAX, "limit", state);
        cli->has_limit = true;
        return 0;
    case OPTION_OFFSET:
        search->first = number(argument, 0, INT32_MAX, "offset", state);
        return 0;
    case OPTION_PAGE:
        cli->page = number(argument, 1, INT32_MAX / POL_COUNT_MAX, "page", state);
        return 0;
    case OPTION_AS_TYPED:
        search->keeps_spelling = true;
        return 0;
    case 'F':
        search->wants_facets = true;
        return 0;
    case OPTION_EXPLAIN:
        search->wants_explain = true;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    pol_cli *cli = state->input;
    if (key >= OPTION_FIELD && key < OPTION_FIELD + POL_FIELD_COUNT) {
        add_filter(cli, (pol_field)(key - OPTION_FIELD), argument, state);
        return 0;
    }
    switch (key) {
    case 'i':
        cli->index_path = argument;
        return 0;
    case 'f':
        set_format(cli, argument, state);
        return 0;
    case 'p':
        cli->is_plain = true;
        return 0;
    case OPTION_SHOW:
        cli->show = argument;
        return 0;
    case OPTION_QUERIES:
        cli->queries_path = argument;
        return 0;
    case OPTION_RUN:
        cli->run = argument;
        return 0;
    case OPTION_PEOPLE:
        cli->shows_people = true;
        return 0;
    case OPTION_DRAFT:
        cli->draft = argument;
        return 0;
    case OPTION_PROFILE:
        cli->profile = argument;
        return 0;
    case OPTION_LIKE:
        cli->like = argument;
        return 0;
    case OPTION_BEFORE:
        cli->before = argument;
        return 0;
    case OPTION_COMPOSITES:
        cli->composites = argument;
        return 0;
    case OPTION_TIMELINE:
        cli->is_timeline = true;
        return 0;
    case OPTION_COLOR:
        cli->color = (pol_when)one_of(argument, color_names, "color", state);
        return 0;
    case OPTION_NO_PAGER:
        cli->has_no_pager = true;
        return 0;
    case ARGP_KEY_ARG:
        add_words(cli, argument, state);
        return 0;
    case ARGP_KEY_END:
        check_combination(cli, state);
        return 0;
    default:
        return parse_search(key, argument, cli, state);
    }
}

void pol_cli_parse(int argc, char **argv, pol_cli *ret_cli)
{
    static const struct argp parser = {
        table,
        parse,
        "QUERY...\n--show ID\n--draft FILE\n--like ID\n--composites CONFERENCE\n--queries FILE",
        help,
        NULL,
        NULL,
        NULL};
    argp_err_exit_status = 2;
    *ret_cli = (pol_cli){.search = {.count = 10}};
    argp_parse(&parser, argc, argv, 0, NULL, ret_cli);
}
