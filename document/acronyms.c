/* acronyms.c - which words of a text are acronyms. acronyms_pairs.c: which are spelt out. */
#include "document/acronyms.h"

#include "core/analysis.h"
#include "document/words.h"

enum {
    MIXED_MAX = 5,   /* letters of one with small letters in it: DfE, CofE */
    SHOUTED_MIN = 5, /* letters of a word that makes a run of capitals a heading */
    RUN_MAX = 64,    /* words of a run that are looked at together */
    WORD_BYTES = 32
};

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* --- one word ----------------------------------------------------------------------- */

/* Without 's and the s of a plural behind a capital. */
static pol_span without_plural(pol_span word)
{
    static const char *const marks[] = {"'", "\u2019", "\u2018"};
    size_t size = word.size;
    if (size < 3 || word.data[size - 1] != 's')
        return word;
    pol_span rest = pol_span_first(word, size - 1);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pol_span_ends(rest, pol_span_of(marks[i])))
            return pol_span_first(rest, rest.size - strlen(marks[i]));
    return is_upper(rest.data[rest.size - 1]) ? rest : word;
}

/* Up to LXXXIX: larger ones number nothing. */
static bool is_roman(pol_span word)
{
    static const char *const ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    pol_span rest = word;
    if (pol_span_starts(rest, POL_SPAN("XL"))) {
        rest = pol_span_from(rest, 2);
    } else {
        rest = pol_span_from(rest, pol_span_starts(rest, POL_SPAN("L")));
        for (int i = 0; i < 3 && pol_span_starts(rest, POL_SPAN("X")); i++)
            rest = pol_span_from(rest, 1);
    }
    for (size_t one = 0; one < sizeof ones / sizeof *ones; one++)
        if (pol_span_equal(rest, pol_span_of(ones[one])))
            return true;
    return false;
}

pol_span pol_acronym_of(pol_span word)
{
    const pol_span none = {NULL, 0};
    pol_span core = without_plural(word);
    size_t uppers = 0, lowers = 0;
    for (size_t i = 0; i < core.size; i++) {
        uppers += is_upper(core.data[i]);
        lowers += is_lower(core.data[i]);
    }
    bool is_mixed = lowers > 0;
    if (uppers < 2 || uppers + lowers != core.size || core.size > POL_ACRONYM_MAX)
        return none;
    if (is_mixed && (core.size > MIXED_MAX || lowers > uppers || !is_upper(core.data[0]) ||
                     !is_upper(core.data[core.size - 1])))
        return none;
    return is_roman(core) ? none : core;
}

/* --- a run of capitals --------------------------------------------------------------- */

/* Words in capitals with nothing but a space between them: two acronyms side by side, or a
 * heading, which has longer words. */
typedef struct capital_run {
    pol_span words[RUN_MAX];
    size_t count;
    bool is_shouted;
} capital_run;

static bool is_emphasis(pol_span core)
{
    char lower[WORD_BYTES];
    size_t size = pol_fold_label(core, lower, sizeof lower);
    return pol_is_stop_word(pol_span_make(lower, size));
}

static void add_one(pol_span used, pol_acronym *list, size_t *count)
{
    pol_span word = pol_acronym_of(used);
    if (!word.data || is_emphasis(word))
        return;
    for (size_t i = 0; i < *count; i++) {
        if (pol_span_equal(list[i].word, word)) {
            list[i].uses++;
            return;
        }
    }
    if (*count < POL_ACRONYMS_MAX)
        list[(*count)++] = (pol_acronym){.word = word, .used = used, .uses = 1};
}

static void end_run(capital_run *run, pol_acronym *list, size_t *count)
{
    bool is_heading = run->is_shouted && run->count > 1;
    for (size_t i = 0; i < run->count && !is_heading; i++)
        add_one(run->words[i], list, count);
    *run = (capital_run){0};
}

static void add_to_run(capital_run *run, pol_span word)
{
    pol_span core = without_plural(word);
    if (run->count < RUN_MAX)
        run->words[run->count++] = word;
    else
        run->is_shouted = true;
    if ((core.size >= SHOUTED_MIN && !pol_acronym_is_known(core)) || is_emphasis(core))
        run->is_shouted = true;
}

/* --- a text --------------------------------------------------------------------------- */

/* What numbers things: the capitals behind it are a label. */
static const char labelled[] =
    "composite motion motions amendment amendments appendix annex section sections clause "
    "schedule table figure option band grade zone phase";

static bool is_heading(pol_span text)
{
    size_t uppers = 0, letters = 0;
    for (size_t i = 0; i < text.size; i++) {
        uppers += is_upper(text.data[i]);
        letters += is_upper(text.data[i]) || is_lower(text.data[i]);
    }
    return uppers * 2 > letters;
}

/* The parts of "NHS-funded" and "anti-TTIP" are words of their own. */
static pol_span next_part(pol_span *rest)
{
    size_t hyphen = pol_span_find(*rest, POL_SPAN("-"), 0);
    pol_span part = pol_span_first(*rest, hyphen);
    *rest =
        hyphen == (size_t)-1 ? pol_span_from(*rest, rest->size) : pol_span_from(*rest, hyphen + 1);
    return part;
}

static void add_compound(pol_span word, pol_acronym *list, size_t *count)
{
    for (pol_span part; word.size > 0;) {
        part = next_part(&word);
        add_one(part, list, count);
    }
}

static bool is_space_between(const char *from, const char *to)
{
    return to == from + 1 && *from == ' ';
}

/* "Composite AB", and references: "HC 55", but not "the STP 2016 plans". */
static bool is_label(pol_span before, pol_span word, pol_span rest)
{
    pol_span next = pol_word_next(&rest);
    bool has_number = next.data && is_space_between(word.data + word.size, next.data) &&
                      next.data[0] >= '0' && next.data[0] <= '9' && !pol_word_year(next);
    return has_number || (before.data && pol_word_is_any(before, labelled));
}

void pol_acronyms_add(pol_span text, pol_acronym *list, size_t *count)
{
    capital_run run = {0};
    pol_span rest = text, before = {NULL, 0};
    const char *end = NULL; /* of the run's last word */
    if (is_heading(text))
        return;
    for (pol_span word; (word = pol_word_next(&rest)).data; before = word) {
        bool is_compound = pol_span_find(word, POL_SPAN("-"), 0) != (size_t)-1;
        bool is_capital = !is_compound && pol_acronym_of(word).data;
        if (!is_capital || !end || !is_space_between(end, word.data))
            end_run(&run, list, count);
        end = is_capital ? word.data + word.size : NULL;
        if (is_compound)
            add_compound(word, list, count);
        else if (is_capital && !is_label(before, word, rest))
            add_to_run(&run, word);
    }
    end_run(&run, list, count);
}
