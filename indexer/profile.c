/* profile.c - a small YAML file to rules, and these in the index. */
#include "indexer/profile.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/schema.h"
#include "document/reader.h"
#include "index/failure.h"
#include "indexer/intake.h"
#include "indexer/metadata.h"

#define PROFILE_PREFIX "profile/"
#define YEAR_KEY       "profile.year"
enum { FILE_BYTES_MAX = 64 << 10, PATH_BYTES_MAX = 4096 };

static pol_status read_years(const pol_pair *pair, pol_profile *profile, pol_error *reterr)
{
    char text[8] = "", *end;
    snprintf(text, sizeof text, "%.*s", POL_SPAN_ARGS(pol_span_first(pair->value, 7)));
    long years = strtol(text, &end, 10);
    if (*text == '\0' || *end != '\0' || years < 0 || years > POL_LAPSE_YEARS_MAX)
        return pol_fail(reterr, POL_FORMAT, pair->line,
                        POL_PROFILE_NAME ", line %u: lapse_after_years is a number from 0 to %d",
                        pair->line, POL_LAPSE_YEARS_MAX);
    profile->lapse_after_years = (int)years;
    return POL_OK;
}

pol_status pol_profile_read(const char *path, pol_arena *arena, pol_profile *ret_profile,
                            pol_error *reterr)
{
    char name[PATH_BYTES_MAX];
    pol_span bytes;
    pol_text text = {0};
    pol_error why;
    *ret_profile = (pol_profile){0};
    if (snprintf(name, sizeof name, "%s/" POL_PROFILE_NAME, path) >= (int)sizeof name)
        return POL_OK;
    pol_status status = pol_file_read(name, FILE_BYTES_MAX, arena, &bytes, &why);
    if (status == POL_NOTFOUND)
        return POL_OK;
    if (status == POL_OK)
        status = pol_read_yaml(bytes, POL_ORIGIN_SIDECAR, 1, arena, &text, &why);
    if (status != POL_OK)
        return pol_fail(reterr, status, why.at, POL_PROFILE_NAME " cannot be used: %.180s",
                        why.text);
    for (size_t i = 0; i < text.pair_count && status == POL_OK; i++) {
        if (pol_span_equal(text.pairs[i].key, POL_SPAN("lapse_after_years")))
            status = read_years(&text.pairs[i], ret_profile, reterr);
        else
            status =
                pol_fail(reterr, POL_FORMAT, text.pairs[i].line,
                         POL_PROFILE_NAME ", line %u: ‘%.*s’ is no rule: lapse_after_years is",
                         text.pairs[i].line, POL_SPAN_ARGS(pol_span_first(text.pairs[i].key, 60)));
    }
    return status;
}

/* --- in the index ------------------------------------------------------------------- */

typedef struct loading {
    pol_arena *arena;
    pol_profile *profiles;
    size_t count, capacity;
} loading;

static pol_status load_one(void *context, pol_span key, pol_span value, pol_error *reterr)
{
    loading *load = context;
    char number[16], years[16];
    pol_profile *grown =
        pol_arena_grow(load->arena, load->profiles, load->count, &load->capacity, sizeof *grown);
    if (!grown)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    snprintf(number, sizeof number, "%.*s",
             POL_SPAN_ARGS(pol_span_first(pol_span_from(key, strlen(PROFILE_PREFIX)), 15)));
    snprintf(years, sizeof years, "%.*s", POL_SPAN_ARGS(pol_span_first(value, 15)));
    load->profiles = grown;
    grown[load->count++] = (pol_profile){.root = (uint32_t)strtoul(number, NULL, 10),
                                         .lapse_after_years = (int)strtol(years, NULL, 10)};
    return POL_OK;
}

pol_status pol_profiles_load(xc_reader *reader, pol_arena *arena, pol_profile **ret_profiles,
                             size_t *ret_count, pol_error *reterr)
{
    loading load = {.arena = arena};
    pol_status status =
        pol_metadata_each(reader, POL_SPAN(PROFILE_PREFIX), load_one, &load, reterr);
    *ret_profiles = load.profiles;
    *ret_count = load.count;
    return status;
}

/* Sets `key` to `value`, which may be empty; *ret_is_new where it was another. A ledger that is
 * only read says so and keeps it. */
static pol_status record(pol_ledger *ledger, pol_span key, pol_span value, bool *ret_is_new,
                         pol_error *reterr)
{
    xc_error error;
    xc_bytes now;
    if (xc_reader_metadata(ledger->reader, pol_xc_bytes(key), &now, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, "cannot read what the index notes");
    *ret_is_new = !pol_span_equal(pol_xc_span(now), value);
    return *ret_is_new && ledger->writer ? pol_metadata_set(ledger->writer, key, value, reterr)
                                         : POL_OK;
}

pol_status pol_profile_record(pol_ledger *ledger, const pol_profile *profile, bool *ret_is_new,
                              pol_error *reterr)
{
    char key[64], value[16] = "";
    snprintf(key, sizeof key, PROFILE_PREFIX "%u", profile->root);
    if (profile->lapse_after_years)
        snprintf(value, sizeof value, "%d", profile->lapse_after_years);
    return record(ledger, pol_span_of(key), pol_span_of(value), ret_is_new, reterr);
}

pol_status pol_profile_record_year(pol_ledger *ledger, int year, bool *ret_is_new,
                                   pol_error *reterr)
{
    char value[16];
    snprintf(value, sizeof value, "%d", year);
    return record(ledger, POL_SPAN(YEAR_KEY), pol_span_of(value), ret_is_new, reterr);
}

int pol_profile_lapses_after(const pol_profile *profile, int year, int reaffirmed)
{
    int from = reaffirmed > year ? reaffirmed : year;
    return profile->lapse_after_years && year ? from + profile->lapse_after_years : 0;
}

/* The last year in which conference reaffirmed it; 0 for never. */
static int reaffirmed_in(const pol_document *document, const pol_overlay *overlay)
{
    int latest = 0;
    for (size_t i = 0; i < overlay->relation_count; i++) {
        const pol_relation *relation = &overlay->relations[i];
        int year = relation->year ? relation->year : document->year;
        if (relation->kind == POL_RELATION_REAFFIRMED_BY && year > latest)
            latest = year;
    }
    return latest;
}

void pol_profile_let_lapse(const pol_profile *profile, int this_year, const pol_document *document,
                           pol_overlay *overlay)
{
    uint8_t decision = overlay->is_decided ? overlay->decision : document->decision;
    if (!pol_decision_is_policy((pol_decision)decision))
        return;
    overlay->lapses_after =
        pol_profile_lapses_after(profile, document->year, reaffirmed_in(document, overlay));
    bool is_over = overlay->lapses_after && this_year > overlay->lapses_after;
    if (is_over && overlay->standing == POL_STANDING_UNSTATED &&
        document->standing == POL_STANDING_UNSTATED)
        overlay->standing = POL_STANDING_LAPSED;
}

int pol_this_year(void)
{
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    return local.tm_year + 1900;
}
