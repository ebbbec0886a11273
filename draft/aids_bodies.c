/* aids_bodies.c - action points that instruct nobody.
 *
 * By what can be seen in words alone. Where a profile does not ask for more, only what is plain is
 * remarked on: "Conference resolves that something should be done", with nobody named in the
 * sentence or in what leads to it. */
#include <stdio.h>

#include "core/analysis.h"
#include "document/acronyms.h"
#include "document/words.h"
#include "draft/aids_build.h"

enum {
    FOLDED_MAX = 4 << 10, /* bytes of a clause with its lead-ins that are looked at */
    LEADS_MAX = 8,
    NAMED_MAX = 3 /* bodies of the profile that a remark names */
};

/* Who may be asked to act, as words. */
static const char *const bodies[] = {
    "executive",  "council",     "councils",     "committee",   "committees",      "board",
    "boards",     "branch",      "branches",     "region",      "regions",         "government",
    "minister",   "ministers",   "secretary",    "secretaries", "officer",         "officers",
    "officials",  "president",   "parliament",   "assembly",    "congress",        "union",
    "unions",     "party",       "parties",      "employer",    "employers",       "trust",
    "trusts",     "authority",   "authorities",  "commission",  "department",      "delegation",
    "delegates",  "negotiators", "group",        "groups",      "sector",          "side",
    "we",         "us",          "stewards",     "reps",        "representatives", "staff side",
    "leadership", "membership",  "universities", "colleges",    "companies",       "mps",
};

/* Verbs that somebody must follow, unless it is "that" or "for". */
static const char *const directives[] = {
    "instructs",  "instruct", "calls on",   "calls upon", "call on", "call upon",  "asks",
    "ask",        "urges",    "urge",       "requests",   "request", "mandates",   "mandate",
    "directs",    "tasks",    "encourages", "encourage",  "invites", "invite",     "requires",
    "authorises", "empowers", "appeals to", "charges",    "commits", "works with",
};

/* What says that something is to happen, and not through whom. */
static const char *const bare[] = {
    "should be",   "must be",    "shall be",    "ought to be",  "needs to be",
    "need to be",  "has to be",  "have to be",  "there should", "there must",
    "there needs", "there need", "there shall", "there ought",
};

/* Further ones, for who wants a body in every point. */
static const char *const demands[] = {"resolves", "agrees", "calls for", "demands", "resolved"};

/* --- words of a clause ------------------------------------------------------------------ */

/* Folded words with a space around each. */
typedef struct folded_text {
    char bytes[FOLDED_MAX + 3];
    size_t size;
} folded_text;

static void fold_in(folded_text *to, pol_span text)
{
    if (to->size == 0)
        to->bytes[to->size++] = ' ';
    size_t room = FOLDED_MAX - to->size;
    if (room < 2)
        return;
    size_t size = pol_fold_label(text, to->bytes + to->size, room);
    if (size > 0) {
        to->size += size;
        to->bytes[to->size++] = ' ';
    }
    to->bytes[to->size] = '\0';
}

/* Where `words` stand as words, from `from` on; NULL for nowhere. */
static const char *find_words(const char *from, const char *words)
{
    size_t size = strlen(words);
    for (const char *at = from; (at = strstr(at, words)); at++)
        if (at[-1] == ' ' && at[size] == ' ')
            return at;
    return NULL;
}

static bool has_any(const folded_text *text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (find_words(text->bytes + 1, list[i]))
            return true;
    return false;
}

#define HAS_ANY(text, list) has_any(text, list, sizeof(list) / sizeof *(list))

/* "instructs the National ...", but not "requests that" and not "instructs:". */
static bool has_directive(const folded_text *text)
{
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++) {
        const char *at = text->bytes + 1;
        while ((at = find_words(at, directives[i]))) {
            at += strlen(directives[i]);
            bool is_object = at[1] != '\0' && strncmp(at, " that ", 6) != 0 &&
                             strncmp(at, " for ", 5) != 0 && strncmp(at, " to ", 4) != 0;
            if (is_object)
                return true;
        }
    }
    return false;
}

/* --- one clause --------------------------------------------------------------------------- */

static const pol_passage *passage_of(const pol_document *document, uint32_t ordinal)
{
    for (size_t i = 0; ordinal && i < document->passage_count; i++)
        if (document->passages[i].ordinal == ordinal)
            return &document->passages[i];
    return NULL;
}

/* The clause behind all that leads to it, as far as it is looked at. */
typedef struct clause_words {
    folded_text text;
    bool has_acronym; /* which may name a body */
} clause_words;

static bool has_acronym(pol_span text)
{
    pol_acronym list[POL_ACRONYMS_MAX];
    size_t count = 0;
    pol_acronyms_add(text, list, &count);
    return count > 0;
}

static void read_clause(const pol_document *document, const pol_draft_clause *clause,
                        clause_words *ret_words)
{
    const pol_passage *lead = clause->lead_in;
    ret_words->text.size = 0;
    ret_words->has_acronym = has_acronym(clause->text);
    for (int i = 0; lead && i < LEADS_MAX; i++) {
        fold_in(&ret_words->text, lead->text);
        ret_words->has_acronym = ret_words->has_acronym || has_acronym(lead->text);
        lead = passage_of(document, lead->lead_in);
    }
    fold_in(&ret_words->text, clause->text);
}

/* The initials of a body, "NEC", as a word of the text? */
static bool has_initials(const folded_text *text, pol_span body)
{
    char initials[POL_ACRONYM_MAX + 1];
    size_t size = 0;
    for (pol_span rest = body, word; (word = pol_word_next(&rest)).data;)
        if (pol_word_is_capital(word) && size < POL_ACRONYM_MAX)
            initials[size++] = (char)(word.data[0] | 0x20);
    initials[size] = '\0';
    return size > 1 && find_words(text->bytes + 1, initials);
}

static bool names_one_of(const folded_text *text, const pol_profile *profile)
{
    char folded[256];
    for (size_t i = 0; i < profile->body_count; i++) {
        size_t size = pol_fold_label(profile->bodies[i], folded, sizeof folded);
        if (size > 0 && find_words(text->bytes + 1, folded))
            return true;
        if (has_initials(text, profile->bodies[i]))
            return true;
    }
    return false;
}

static bool instructs_nobody(const clause_words *words, const pol_draft_clause *clause,
                             const pol_profile *profile)
{
    const folded_text *text = &words->text;
    bool is_bare = HAS_ANY(text, bare);
    bool is_point = clause->passage && clause->passage->is_action_point;
    if (profile->needs_body && profile->body_count)
        return (is_bare || is_point || has_directive(text) || HAS_ANY(text, demands)) &&
               !names_one_of(text, profile);
    if (words->has_acronym || HAS_ANY(text, bodies) || has_directive(text))
        return false;
    return is_bare || (profile->needs_body && (is_point || HAS_ANY(text, demands)));
}

/* --- the remark ----------------------------------------------------------------------------- */

/* "the National Executive Council, branches or regions"; absent where the profile names none. */
static const char *list_bodies(const pol_profile *profile, char *buffer, size_t size)
{
    size_t used = 0, count = profile->body_count;
    size_t shown = count < NAMED_MAX ? count : NAMED_MAX;
    buffer[0] = '\0';
    for (size_t i = 0; i < shown && used < size; i++) {
        const char *joint = i == 0 ? "" : i + 1 < count ? ", " : " or ";
        pol_span body = profile->bodies[i];
        used += (size_t)snprintf(buffer + used, size - used, "%s%.*s", joint, POL_SPAN_ARGS(body));
    }
    if (count > shown && used < size)
        snprintf(buffer + used, size - used, " or another of %zu", count);
    return buffer;
}

static pol_status add_remark(pol_aids *aids, const pol_draft_clause *clause)
{
    char names[NAMED_MAX * 210 + 40];
    const pol_profile *profile = aids->profile;
    const char *what = clause->lead_in ? "Neither this point nor what leads to it" : "Nothing here";
    if (profile->needs_body && profile->body_count)
        return pol_aids_add(aids, POL_AID_NOBODY, clause->number, (pol_span){0},
                            "%s names a body that may be instructed: say whether it is %s.", what,
                            list_bodies(profile, names, sizeof names));
    return pol_aids_add(aids, POL_AID_NOBODY, clause->number, (pol_span){0},
                        "%s says who is to act: name the body that conference instructs.", what);
}

/* One remark for the points of a list, the first that lacks it: what is to be mended is mostly
 * their lead-in. */
pol_status pol_aids_add_bodies(pol_aids *aids)
{
    const pol_draft *draft = aids->draft;
    const pol_passage *last = NULL;
    pol_status status = POL_OK;
    clause_words *words = pol_arena_alloc(aids->arena, sizeof *words);
    if (!words)
        return pol_arena_refused(aids->arena, sizeof *words, aids->reterr);
    for (size_t i = 0; i < draft->clause_count && status == POL_OK; i++) {
        const pol_draft_clause *clause = &draft->clauses[i];
        if (!clause->is_action || (last && clause->lead_in == last))
            continue;
        read_clause(draft->document, clause, words);
        if (instructs_nobody(words, clause, aids->profile)) {
            status = add_remark(aids, clause);
            last = clause->lead_in;
        }
    }
    return status;
}
