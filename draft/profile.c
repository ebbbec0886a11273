/* profile.c - the YAML of a profile to its values: every key is one row of a table. */
#include "draft/profile.h"

#include "core/utf8.h"
#include "document/reader.h"

enum { NAME_MAX_BYTES = 200, NUMBER_MAX = 100000, SHOWN_MAX = 60 };

static const char *const aid_codes[POL_AID_COUNT] = {
    [POL_AID_ACRONYM] = "acronym",
    [POL_AID_LENGTH] = "length",
    [POL_AID_NOBODY] = "nobody_instructed",
};

const char *pol_aid_code(pol_aid_kind kind)
{
    return kind < POL_AID_COUNT ? aid_codes[kind] : "";
}

/* --- values ------------------------------------------------------------------------- */

/* One profile that is being read. */
typedef struct reading {
    const char *name; /* of the file */
    pol_profile *profile;
    pol_span *bodies, *acronyms; /* with room for all pairs */
    pol_error *reterr;
} reading;

static pol_span shown(pol_span text)
{
    return pol_span_first(text, pol_utf8_floor(text, SHOWN_MAX));
}

static pol_status fail_value(const reading *at, const pol_pair *pair, const char *wanted)
{
    return pol_fail(at->reterr, POL_USAGE, pair->line,
                    "%.80s, line %u: %.*s must be %s, not '%.*s'", at->name, (unsigned)pair->line,
                    POL_SPAN_ARGS(pair->key), wanted, POL_SPAN_ARGS(shown(pair->value)));
}

static pol_status read_number(const reading *at, const pol_pair *pair, uint32_t *ret_number)
{
    uint32_t number = 0;
    bool is_number = pair->value.size > 0 && pair->value.size <= 6;
    for (size_t i = 0; i < pair->value.size && is_number; i++) {
        char digit = pair->value.data[i];
        is_number = digit >= '0' && digit <= '9';
        number = number * 10 + (uint32_t)(digit - '0');
    }
    if (!is_number || number == 0 || number > NUMBER_MAX)
        return fail_value(at, pair, "a whole number from 1 to 100000");
    *ret_number = number;
    return POL_OK;
}

static pol_status read_yes(const reading *at, const pol_pair *pair, bool *ret_yes)
{
    static const char *const words[] = {"yes", "no", "true", "false", "on", "off"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (pol_span_equal_fold(pair->value, pol_span_of(words[i]))) {
            *ret_yes = i % 2 == 0;
            return POL_OK;
        }
    }
    return fail_value(at, pair, "yes or no");
}

static pol_status read_name(const reading *at, const pol_pair *pair, pol_span *ret_name)
{
    if (pair->value.size > NAME_MAX_BYTES)
        return fail_value(at, pair, "200 bytes or less");
    *ret_name = pair->value;
    return POL_OK;
}

/* --- keys --------------------------------------------------------------------------- */

static pol_status set_name(const reading *at, const pol_pair *pair)
{
    return read_name(at, pair, &at->profile->name);
}

static pol_status set_words_max(const reading *at, const pol_pair *pair)
{
    return read_number(at, pair, &at->profile->words_max);
}

static pol_status set_title_words_max(const reading *at, const pol_pair *pair)
{
    return read_number(at, pair, &at->profile->title_words_max);
}

static pol_status set_points_max(const reading *at, const pol_pair *pair)
{
    return read_number(at, pair, &at->profile->points_max);
}

static pol_status set_needs_body(const reading *at, const pol_pair *pair)
{
    pol_status status = read_yes(at, pair, &at->profile->needs_body);
    at->profile->ignores_bodies = !at->profile->needs_body;
    return status;
}

static pol_status add_body(const reading *at, const pol_pair *pair)
{
    return read_name(at, pair, &at->bodies[at->profile->body_count++]);
}

static pol_status set_check(const reading *at, const pol_pair *pair)
{
    bool is_checked = true;
    pol_status status = read_yes(at, pair, &is_checked);
    at->profile->ignores_acronyms = !is_checked;
    return status;
}

static pol_status add_acronym(const reading *at, const pol_pair *pair)
{
    return read_name(at, pair, &at->acronyms[at->profile->known_acronym_count++]);
}

static const struct profile_key {
    const char *name;
    pol_status (*set)(const reading *at, const pol_pair *pair);
    bool is_list;
} keys[] = {
    {"name", set_name, false},
    {"motion.words_max", set_words_max, false},
    {"motion.title_words_max", set_title_words_max, false},
    {"motion.points_max", set_points_max, false},
    {"motion.needs_body", set_needs_body, false},
    {"motion.bodies", add_body, true},
    {"acronyms.check", set_check, false},
    {"acronyms.known", add_acronym, true},
};

/* The text names all that there are: whoever misspelt one need not look it up. */
static pol_status fail_key(const reading *at, const pol_pair *pair)
{
    return pol_fail(at->reterr, POL_USAGE, pair->line,
                    "%.60s, line %u: a profile has no '%.*s', but name, motion.words_max, "
                    "title_words_max, points_max, needs_body, bodies, acronyms.check, known",
                    at->name, (unsigned)pair->line, POL_SPAN_ARGS(shown(pair->key)));
}

static pol_status set_pair(const reading *at, const pol_pair *pair, uint32_t *set)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (!pol_span_equal(pair->key, pol_span_of(keys[i].name)))
            continue;
        bool is_again = !keys[i].is_list && (*set & 1u << i);
        *set |= 1u << i;
        if (is_again)
            return pol_fail(at->reterr, POL_USAGE, pair->line, "%.80s, line %u: %s is stated twice",
                            at->name, (unsigned)pair->line, keys[i].name);
        return keys[i].set(at, pair);
    }
    return fail_key(at, pair);
}

static pol_status set_all(reading *at, const pol_text *text, pol_arena *arena)
{
    size_t size = (text->pair_count + 1) * sizeof *at->bodies;
    uint32_t set = 0;
    pol_status status = POL_OK;
    at->bodies = pol_arena_alloc(arena, size);
    at->acronyms = pol_arena_alloc(arena, size);
    if (!at->bodies || !at->acronyms)
        return pol_arena_refused(arena, size, at->reterr);
    at->profile->bodies = at->bodies;
    at->profile->known_acronyms = at->acronyms;
    for (size_t i = 0; i < text->pair_count && status == POL_OK; i++)
        status = set_pair(at, &text->pairs[i], &set);
    return status;
}

pol_status pol_profile_parse(pol_span yaml, const char *name, pol_arena *arena,
                             pol_profile *ret_profile, pol_error *reterr)
{
    pol_text text = {0};
    pol_error error = {0};
    reading at = {.name = name, .profile = ret_profile, .reterr = reterr};
    *ret_profile = (pol_profile){0};
    pol_status status = pol_read_yaml(yaml, POL_ORIGIN_NONE, 1, arena, &text, &error);
    if (status != POL_OK)
        return pol_fail(reterr, status, error.at, "%.80s: %.150s", name, error.text);
    return set_all(&at, &text, arena);
}
