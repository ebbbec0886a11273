/* of.c - the name of a conference, as somebody gives it, to its motions and their
 * groups. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/analysis.h"
#include "core/utf8.h"
#include "draft/composites/motions.h"
#include "search/fetch.h"
#include "search/listing.h"

enum {
    COMPOSITES_BYTES_MAX = 512 << 20,
    LABEL_MAX = 512, /* bytes of a name as it is compared */
    NAME_SHOWN = 60, /* bytes of a name in a message */
    NAMED_MAX = 3,   /* conferences and years that a message names */
    YEARS_NAMED_MAX = 6
};

typedef struct composites_owner {
    pol_composites composites;
    pol_arena arena;
} composites_owner;

void pol_composites_free(pol_composites *composites)
{
    if (!composites)
        return;
    composites_owner *owner = (composites_owner *)composites; /* its first member */
    pol_arena_done(&owner->arena);
    free(owner);
}

const char *pol_composite_group_label(const pol_composite_group *group)
{
    return group->likeness >= 0.8   ? "nearly the same"
           : group->likeness >= 0.5 ? "much the same"
                                    : "the same in part";
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* --- its motions -------------------------------------------------------------------- */

static bool is_motion(const pol_listed *entry)
{
    return entry->kind == POL_KIND_MOTION || entry->kind == POL_KIND_EMERGENCY ||
           entry->kind == POL_KIND_RULE_CHANGE;
}

typedef struct motion_list {
    const pol_stored **motions;
    size_t count, capacity;
} motion_list;

static pol_status add_motion(pol_fetch *fetch, const pol_listed *entry, motion_list *list,
                             pol_error *reterr)
{
    if (list->count == POL_COMPOSITE_MOTIONS_MAX)
        return pol_fail(reterr, POL_LIMIT, list->count,
                        "this conference has more than %d motions, too many to be compared with "
                        "one another",
                        POL_COMPOSITE_MOTIONS_MAX);
    const pol_stored **grown =
        pol_arena_grow(fetch->arena, list->motions, list->count, &list->capacity, sizeof *grown);
    if (!grown)
        return pol_composites_refused(fetch->arena, reterr);
    list->motions = grown;
    return pol_fetch_document(fetch, entry->id, &grown[list->count++], reterr);
}

/* Fetched whole, in the order of the agenda. */
static pol_status fetch_motions(pol_index *index, composites_owner *owner, pol_error *reterr)
{
    pol_composites *composites = &owner->composites;
    pol_listing_options options = {
        .conference = composites->conference, .year = composites->year, .count = POL_LISTING_MAX};
    motion_list list = {0};
    pol_fetch fetch;
    pol_status status = POL_OK;
    pol_fetch_init(&fetch, index, &owner->arena);
    for (bool is_cut = true; is_cut && status == POL_OK;) {
        pol_listing *listing = NULL;
        status = pol_listing_make(index, &options, &listing, reterr);
        for (size_t i = 0; status == POL_OK && i < listing->count; i++)
            if (is_motion(&listing->entries[i]) && listing->entries[i].year == options.year)
                status = add_motion(&fetch, &listing->entries[i], &list, reterr);
        is_cut = status == POL_OK && listing->is_cut && listing->count > 0;
        options.first += status == POL_OK ? listing->count : 0;
        pol_listing_free(listing);
    }
    composites->motions = list.motions;
    composites->motion_count = list.count;
    return status;
}

static pol_status fill(pol_index *index, composites_owner *owner, pol_error *reterr)
{
    pol_composites *composites = &owner->composites;
    pol_status status = fetch_motions(index, owner, reterr);
    if (status != POL_OK)
        return status;
    const pol_document **documents =
        pol_arena_array(&owner->arena, composites->motion_count + 1, sizeof *documents);
    if (!documents)
        return pol_composites_refused(&owner->arena, reterr);
    for (size_t i = 0; i < composites->motion_count; i++)
        documents[i] = &composites->motions[i]->document;
    return pol_composites_find(index, documents, composites->motion_count, &owner->arena,
                               &composites->groups, &composites->group_count, reterr);
}

pol_status pol_composites_make(pol_index *index, pol_span conference, int year,
                               pol_composites **ret_composites, pol_error *reterr)
{
    double start = now_ms();
    composites_owner *owner = calloc(1, sizeof *owner);
    *ret_composites = NULL;
    if (!owner)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for comparing motions");
    pol_arena_init(&owner->arena, COMPOSITES_BYTES_MAX);
    pol_composites *composites = &owner->composites;
    composites->conference = pol_arena_copy(&owner->arena, conference);
    composites->year = year;
    pol_status status = composites->conference.data ? pol_index_ensure(index, reterr)
                                                    : pol_composites_refused(&owner->arena, reterr);
    if (status == POL_OK)
        status = fill(index, owner, reterr);
    composites->took_ms = now_ms() - start;
    if (status == POL_OK)
        *ret_composites = composites;
    else
        pol_composites_free(composites);
    return status;
}

/* --- which conference --------------------------------------------------------------- */

static pol_span start_of(pol_span name)
{
    return pol_span_first(name, pol_utf8_floor(name, NAME_SHOWN));
}

static const pol_outline_conference *find(const pol_outline *outline, pol_span asked)
{
    char wanted[LABEL_MAX], name[LABEL_MAX];
    if (pol_fold_label(asked, wanted, sizeof wanted) == 0)
        return NULL;
    for (size_t i = 0; i < outline->conference_count; i++) {
        pol_fold_label(outline->conferences[i].name, name, sizeof name);
        if (strcmp(wanted, name) == 0)
            return &outline->conferences[i];
    }
    return NULL;
}

static int year_of(pol_span digits)
{
    int year = 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return 0;
        year = year * 10 + (digits.data[i] - '0');
    }
    return digits.size == 4 ? year : 0;
}

/* "Health Conference 2021" and "2021 Health Conference" without the year; 0: none is there. */
static int split_year(pol_span *name)
{
    pol_span text = pol_span_trim(*name);
    if (text.size <= 5)
        return 0;
    int year = text.data[text.size - 5] == ' ' ? year_of(pol_span_from(text, text.size - 4)) : 0;
    if (year) {
        *name = pol_span_trim(pol_span_first(text, text.size - 5));
        return year;
    }
    year = text.data[4] == ' ' ? year_of(pol_span_first(text, 4)) : 0;
    if (year)
        *name = pol_span_trim(pol_span_from(text, 5));
    return year;
}

/* Has the name a word of what was asked for, but for such as all conferences have? */
static bool shares_word(pol_span name, pol_span asked)
{
    char folded[LABEL_MAX], wanted[LABEL_MAX], *rest = NULL;
    static const char *const common[] = {"conference", "congress", "group", "service", "national"};
    pol_fold_label(name, folded, sizeof folded);
    pol_fold_label(asked, wanted, sizeof wanted);
    for (char *word = strtok_r(wanted, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        bool is_common = strlen(word) < 4 || year_of(pol_span_of(word));
        for (size_t i = 0; i < sizeof common / sizeof *common; i++)
            is_common = is_common || strcmp(word, common[i]) == 0;
        if (!is_common && strstr(folded, word))
            return true;
    }
    return false;
}

/* Names first those that share a word with what was asked for. */
static pol_status fail_unknown(const pol_outline *outline, pol_span asked, pol_error *reterr)
{
    char names[256] = "";
    size_t size = 0, named = 0;
    for (int wants_word = 1; wants_word >= 0 && named < NAMED_MAX; wants_word--) {
        for (size_t i = 0; i < outline->conference_count && named < NAMED_MAX; i++) {
            pol_span name = start_of(outline->conferences[i].name);
            if (shares_word(outline->conferences[i].name, asked) != (wants_word == 1))
                continue;
            int wrote = snprintf(names + size, sizeof names - size, "%s'%.*s'", named ? ", " : "",
                                 POL_SPAN_ARGS(name));
            size += wrote > 0 ? (size_t)wrote : 0;
            named++;
        }
        if (named)
            break;
    }
    if (named == 0)
        return pol_fail(reterr, POL_NOTFOUND, 0,
                        "there is no conference '%.*s': no document of the index states one",
                        POL_SPAN_ARGS(start_of(asked)));
    return pol_fail(reterr, POL_NOTFOUND, 0, "there is no conference '%.*s'; there are %s%s",
                    POL_SPAN_ARGS(start_of(asked)), names,
                    named < outline->conference_count ? " and others" : "");
}

static void list_years(const pol_outline_conference *conference, char *list, size_t room)
{
    size_t size = 0, named = 0;
    list[0] = '\0';
    for (size_t i = 0; i < conference->year_count && size < room; i++) {
        if (conference->years[i].year == 0 || named == YEARS_NAMED_MAX)
            continue;
        int wrote = snprintf(list + size, room - size, "%s%d", named ? ", " : "",
                             conference->years[i].year);
        size += wrote > 0 ? (size_t)wrote : 0;
        named++;
    }
}

/* The year that is meant, where it is clear. */
static pol_status find_year(const pol_outline_conference *conference, int asked, int *ret_year,
                            pol_error *reterr)
{
    char years[128];
    pol_span name = start_of(conference->name);
    list_years(conference, years, sizeof years);
    *ret_year = asked;
    for (size_t i = 0; i < conference->year_count; i++)
        if (asked && conference->years[i].year == asked)
            return POL_OK;
    if (asked && years[0])
        return pol_fail(reterr, POL_NOTFOUND, 0, "nothing of '%.*s' in %d is indexed; years: %s",
                        POL_SPAN_ARGS(name), asked, years);
    if (asked)
        return pol_fail(reterr, POL_NOTFOUND, 0, "nothing of '%.*s' in %d is indexed",
                        POL_SPAN_ARGS(name), asked);
    if (conference->year_count > 1)
        return pol_fail(reterr, POL_USAGE, 0, "which year of '%.*s'? Its years: %s",
                        POL_SPAN_ARGS(name), years);
    *ret_year = conference->year_count ? conference->years[0].year : 0;
    return POL_OK;
}

static pol_status resolve(const pol_outline *outline, pol_span asked, int year,
                          const pol_outline_conference **ret_conference, int *ret_year,
                          pol_error *reterr)
{
    pol_span name = asked;
    const pol_outline_conference *found = find(outline, asked);
    if (!found) {
        int stated = split_year(&name);
        found = stated && (!year || year == stated) ? find(outline, name) : NULL;
        year = stated ? stated : year;
    }
    if (!found)
        return fail_unknown(outline, asked, reterr);
    *ret_conference = found;
    return find_year(found, year, ret_year, reterr);
}

pol_status pol_composites_of(pol_index *index, pol_span conference, int year,
                             pol_composites **ret_composites, pol_error *reterr)
{
    double start = now_ms();
    pol_outline *outline = NULL;
    const pol_outline_conference *found = NULL;
    *ret_composites = NULL;
    pol_status status = pol_index_ensure(index, reterr);
    if (status == POL_OK)
        status = pol_outline_make(index, &outline, reterr);
    if (status == POL_OK)
        status = resolve(outline, conference, year, &found, &year, reterr);
    if (status == POL_OK)
        status = pol_composites_make(index, found->name, year, ret_composites, reterr);
    if (status == POL_OK)
        (*ret_composites)->took_ms = now_ms() - start;
    pol_outline_free(outline);
    return status;
}
