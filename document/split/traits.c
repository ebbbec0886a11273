/* traits.c - what tells of each line what it is: what it looks like, what it starts and ends
 * with, and what returns in the file. Each trait is a bit. */
#include "document/numbering.h"
#include "document/split/items.h"
#include "document/split/model.h"

enum {
    T_LOOK = 0,   /* 17 bits of pol_split_look, from OPENER on */
    T_ROLE = 17,  /* 6 */
    T_FIELD = 23, /* 12, from TEXT on */
    T_FORM = 35,  /* 7: may be a heading of this form */
    T_SCORE = 42, /* 5 */
    T_HEAD =
        47, /* 8: bodiless, inline, motion's text, mover, title, other kind, amendment, listed */
    T_STRONG = 55,
    T_QUOTED,
    T_ASIDE,
    T_MARKER,
    T_DEEP,
    T_LEVEL1,
    T_LEVEL2,
    T_LEVEL3,
    T_FIRST = 63,   /* 7: digit, capital, small, quote, bracket, bullet/dash, other */
    T_END = 70,     /* 8: . : ; , ) ? quote none */
    T_WORDS = 78,   /* 8 */
    T_BLANKS = 86,  /* 3 */
    T_INDENT = 89,  /* 3 */
    T_START = 92,   /* 24 word classes */
    T_HAS = 116,    /* 16 */
    T_COUNT = 132,  /* 16 of counting */
    T_RETURN = 148, /* 12 of returning */
    T_PLACE = 160,  /* 6 */
    T_MORE = 166,   /* 18 */
    T_ALL = 184
};

static const char *const start_classes[] = {
    "that",
    "this",
    "the our",
    "to",
    "conference congress assembly council meeting union synod branch members agm board executive",
    "we i they it he she",
    "motion motions resolution proposition proposal remit",
    "amendment amendments addendum",
    "composite composited compositing",
    "emergency late urgent special",
    "rule rules article clause section standing constitution bye-law",
    "moved mover moving proposed proposer proposing submitted sponsored tabled received put",
    "seconded seconder seconding supported supporting",
    ("carried lost agreed passed adopted defeated remitted referred withdrawn fell rejected "
     "approved"),
    "delete insert add replace amend substitute after in at",
    "mr mrs ms miss dr cllr sir professor rev",
    "by from of on behalf",
    "and or but which who",
    "for against vote votes voting result decision outcome status",
    "page contents index agenda report minutes",
    "further also furthermore therefore",
    "chair president secretary committee nec recommendation position",
    "noting believing recognising calls instructs notes believes resolves asks urges",
    "monday tuesday wednesday thursday friday saturday sunday session lunch tea close"};

static const char motion_words[] = "motion motions resolution resolutions amendment amendments "
                                   "composite proposition propositions mover seconder";
static const char fate_words[] = "carried lost agreed passed adopted defeated remitted referred "
                                 "withdrawn fell rejected approved deferred unanimously nem";

static void put(pol_split_traits *traits, unsigned bit)
{
    traits->bits[bit / 64] |= 1ull << (bit % 64);
}

static void put_if(pol_split_traits *traits, unsigned bit, bool holds)
{
    if (holds)
        put(traits, bit);
}

static unsigned first_class(pol_span text)
{
    if (text.size == 0)
        return 6;
    char c = text.data[0];
    if (c >= '0' && c <= '9')
        return 0;
    if (pol_word_is_capital(text))
        return 1;
    if (c >= 'a' && c <= 'z')
        return 2;
    if (strchr("\"'", c) || pol_span_starts(text, POL_SPAN("\u201C")) ||
        pol_span_starts(text, POL_SPAN("\u2018")))
        return 3;
    if (strchr("([{", c))
        return 4;
    return strchr("-*#>", c) || pol_span_starts(text, POL_SPAN("\u2013")) ||
                   pol_span_starts(text, POL_SPAN("\u2014")) ||
                   pol_span_starts(text, POL_SPAN("\u2022"))
               ? 5
               : 6;
}

static unsigned end_class(pol_span text)
{
    static const char *const marks[] = {".", ":", ";", ",", ")", "?", "\""};
    for (unsigned i = 0; i < 6; i++)
        if (pol_span_ends(text, pol_span_of(marks[i])))
            return i;
    return pol_span_ends(text, POL_SPAN("\"")) || pol_span_ends(text, POL_SPAN("\u201D")) ? 6 : 7;
}

static unsigned word_class(size_t words)
{
    static const size_t most[] = {1, 2, 4, 7, 11, 18, 40};
    unsigned at = 0;
    while (at < 7 && words > most[at])
        at++;
    return at;
}

static void put_words(pol_split_traits *traits, pol_span text)
{
    enum { WORDS_MAX = 60, BYTES = 600 };
    pol_span rest = pol_span_first(pol_span_unquote(text), BYTES), word = pol_word_next(&rest);
    pol_span second = rest;
    second = pol_word_next(&second);
    bool is_number = word.size > 0 && word.data[0] >= '0' && word.data[0] <= '9';
    size_t capitals = 0, uppers = 0, words = 0;
    for (unsigned i = 0; i < sizeof start_classes / sizeof *start_classes; i++)
        put_if(traits, T_START + i, pol_word_is_any(is_number ? second : word, start_classes[i]));
    bool has_motion = false, has_fate = false;
    for (; word.data && words < WORDS_MAX; word = pol_word_next(&rest), words++) {
        capitals += pol_word_is_capital(word);
        uppers += pol_word_is_upper(word) && word.size > 1;
        has_motion = has_motion || pol_word_is_any(word, motion_words);
        has_fate = has_fate || pol_word_is_any(word, fate_words);
    }
    put_if(traits, T_HAS + 0, has_motion);
    put_if(traits, T_HAS + 1, has_fate);
    put_if(traits, T_HAS + 2, words > 1 && capitals * 10 >= words * 7);
    put_if(traits, T_HAS + 3, words > 1 && capitals * 2 < words);
    put_if(traits, T_HAS + 4, uppers * 2 > words);
    put_if(traits, T_HAS + 5, has_motion && has_fate);
}

static void put_marks(pol_split_traits *traits, pol_span text)
{
    enum { PARAGRAPH_BYTES = 800 };
    bool is_short = text.size <= POL_SPLIT_LINE_BYTES;
    put_if(traits, T_HAS + 6, pol_span_find(text, POL_SPAN("   "), 0) != (size_t)-1);
    put_if(traits, T_HAS + 7, is_short && pol_split_unbracket(text).size < text.size);
    put_if(traits, T_HAS + 8,
           is_short && (pol_span_find(text, POL_SPAN(" - "), 0) != (size_t)-1 ||
                        pol_span_find(text, POL_SPAN(" \u2013 "), 0) != (size_t)-1 ||
                        pol_span_find(text, POL_SPAN(" \u2014 "), 0) != (size_t)-1));
    put_if(traits, T_HAS + 9, is_short && pol_span_find(text, POL_SPAN(": "), 0) != (size_t)-1);
    put_if(traits, T_HAS + 10, is_short && pol_split_is_name(text));
    put_if(traits, T_HAS + 11, is_short && pol_split_is_body_name(text));
    put_if(traits, T_HAS + 12, text.size <= PARAGRAPH_BYTES && pol_split_speaks_of_motion(text));
    put_if(traits, T_HAS + 13, is_short && pol_split_starts_with_fate(text));
    put_if(traits, T_HAS + 14, is_short && pol_split_is_outro(text));
    put_if(traits, T_HAS + 15, is_short && pol_split_are_names(text));
}

/* "Rationale: ...", "Committee: ...": a few words and a colon before the rest. */
static void put_label(pol_split_traits *traits, pol_span text)
{
    enum { LABEL_BYTES = 40, LABEL_WORDS = 4 };
    static const char notes[] = "rationale background recommendation committee note notes comment "
                                "comments explanation reason reasons cost purpose supporting "
                                "statement intent summary synopsis briefing advice applicability";
    size_t colon = pol_span_find(pol_span_first(text, LABEL_BYTES), POL_SPAN(":"), 0);
    if (colon == (size_t)-1 || colon == 0 ||
        pol_word_count(pol_span_first(text, colon), LABEL_WORDS + 1) > LABEL_WORDS)
        return;
    pol_span label = pol_span_first(text, colon), word;
    put(traits, T_MORE + 2);
    put_if(traits, T_MORE + 3, colon + 1 >= text.size);
    while ((word = pol_word_next(&label)).data)
        put_if(traits, T_MORE + 4, pol_word_is_any(word, notes));
}

/* Who speaks: the paper to who reads it, or a motion of what is to be. */
static void put_voice(pol_split_traits *traits, pol_span text)
{
    enum { WORDS_MAX = 60 };
    static const char to_readers[] = "you your please delegates printed thanked chair meeting";
    static const char was[] = "was were had said asked replied spoke seconded put agreed noted";
    static const char will[] = "shall should calls call instructs instruct believes asks urges";
    static const char procedure[] = "majority thirds quorum vote votes procedure order standing "
                                    "require requires required needs collected served amended";
    static const char rules[] = "rule rules clause line paragraph article section bye-law";
    bool is_paper = false, is_told = false, is_moved = false, is_procedure = false;
    bool is_rule = false;
    pol_span word;
    for (int i = 0; i < WORDS_MAX && (word = pol_word_next(&text)).data; i++) {
        is_paper = is_paper || pol_word_is_any(word, to_readers);
        is_procedure = is_procedure || pol_word_is_any(word, procedure);
        is_rule = is_rule || pol_word_is_any(word, rules);
        is_told = is_told || pol_word_is_any(word, was);
        is_moved = is_moved || pol_word_is_any(word, will);
    }
    put_if(traits, T_MORE + 5, is_paper);
    put_if(traits, T_MORE + 6, is_told);
    put_if(traits, T_MORE + 7, is_moved);
    put_if(traits, T_MORE + 14, is_procedure);
    put_if(traits, T_MORE + 15, is_rule);
    put_if(traits, T_MORE + 16, (is_procedure || is_paper) && !is_moved);
}

/* How the line follows from the one above it. */
static void put_flow(const pol_splitter *split, size_t line, uint32_t usual_indent,
                     pol_split_traits *traits)
{
    enum { FULL_WORDS = 8, RIGHT = 20 };
    const pol_line *own = &split->text->lines[line];
    const pol_line *above = line > 0 ? own - 1 : NULL;
    bool is_typed = own->role == POL_LINE_PLAIN && own->blanks == 0 && above;
    bool is_amid = is_typed && !pol_ends_sentence(above->text) && !pol_ends_in(above->text, ":;") &&
                   pol_word_count(above->text, FULL_WORDS) == FULL_WORDS;
    put_if(traits, T_MORE + 0, is_amid);
    put_if(traits, T_MORE + 1, is_amid && first_class(own->text) == 2);
    put_if(traits, T_MORE + 8, own->indent >= usual_indent + RIGHT);
    put_if(traits, T_MORE + 9, above && own->indent > above->indent);
    put_if(traits, T_MORE + 10, above && own->indent < above->indent);
    put_if(traits, T_MORE + 11, is_typed && pol_ends_sentence(above->text));
    put_if(traits, T_MORE + 12, above && pol_ends_in(above->text, ":"));
    put_if(traits, T_MORE + 13, above && own->page != above->page);
    put_if(traits, T_MORE + 17, split->house_count > 0 && pol_split_starts_house(split, own->text));
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15ull;
    return hash ^ (hash >> 29);
}

static void put_line(pol_splitter *split, size_t line, uint32_t usual_indent,
                     pol_split_traits *traits)
{
    const pol_line *source = &split->text->lines[line];
    pol_span text = source->text;
    uint32_t look = pol_split_look(split, line);
    for (unsigned i = 0; i < 17; i++)
        put_if(traits, T_LOOK + i, look >> (i + 1) & 1);
    put(traits, T_ROLE + (source->role < 6 ? source->role : 0));
    if (split->fields[line])
        put(traits, T_FIELD + split->fields[line] - 1u);
    put_if(traits, T_STRONG, source->is_strong);
    put_if(traits, T_QUOTED, source->is_quoted);
    put_if(traits, T_ASIDE, source->is_aside);
    put_if(traits, T_MARKER, source->marker.size > 0);
    put_if(traits, T_DEEP, source->role == POL_LINE_ITEM && source->level > 1);
    if (source->role == POL_LINE_HEADING)
        put(traits, source->level <= 1 ? T_LEVEL1 : source->level == 2 ? T_LEVEL2 : T_LEVEL3);
    unsigned first = first_class(text), end = end_class(text);
    size_t count = pol_word_count(text, 50);
    put(traits, T_FIRST + first);
    put(traits, T_END + end);
    put(traits, T_WORDS + word_class(count));
    put(traits, T_BLANKS + (source->blanks > 2 ? 2 : source->blanks));
    put(traits, T_INDENT + (source->indent < usual_indent   ? 0
                            : source->indent > usual_indent ? 2
                                                            : 1));
    put_words(traits, text);
    put_label(traits, text);
    put_voice(traits, text);
    put_flow(split, line, usual_indent, traits);
    put_marks(traits, text);
    traits->groups[1] = mix(mix(mix(source->role * 8u + source->level, first * 16 + end),
                                (source->is_strong ? 1u : 0) + (look & POL_LOOK_SHOUT ? 2u : 0) +
                                    (source->blanks > 0 ? 4u : 0) + (source->marker.size ? 8u : 0)),
                            word_class(count) < 3   ? 0
                            : word_class(count) < 5 ? 1
                                                    : 2);
}

static void put_candidates(pol_splitter *split, pol_split_traits *traits, size_t count)
{
    size_t at = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading *heading = &split->headings[i];
        while (at < count && traits[at].line < heading->line)
            at++;
        if (at >= count || traits[at].line != heading->line)
            continue;
        pol_split_traits *own = &traits[at];
        int score = heading->score;
        put(own, T_FORM + (unsigned)heading->form);
        put(own, T_SCORE + (score < 1    ? 0u
                            : score < 4  ? 1u
                            : score < 7  ? 2u
                            : score < 10 ? 3u
                                         : 4u));
        put_if(own, T_HEAD + 0, heading->is_bodiless);
        put_if(own, T_HEAD + 1, heading->inline_text.data != NULL);
        put_if(own, T_HEAD + 2, heading->has_motion_text);
        put_if(own, T_HEAD + 3, heading->has_mover || heading->parts.mover.data);
        put_if(own, T_HEAD + 4, heading->parts.title.size > 0);
        put_if(own, T_HEAD + 5, heading->kind != POL_KIND_MOTION);
        put_if(own, T_HEAD + 6, heading->kind == POL_KIND_AMENDMENT);
        put_if(own, T_HEAD + 7, heading->is_listed);
    }
}

/* ---- what counts up ---- */

enum { SERIES = 512 };
typedef struct series {
    uint64_t key;
    uint32_t last_value, lines, steps, restarts, last_line, gaps, growing;
} series;

static series *find_series(series *all, uint64_t key)
{
    for (size_t i = 0, at = key % SERIES; i < 8; i++, at = (at + 1) % SERIES)
        if (all[at].key == key || all[at].key == 0) {
            all[at].key = key;
            return &all[at];
        }
    return NULL;
}

static uint64_t series_key(const pol_splitter *split, size_t line, pol_split_numeral *number)
{
    const pol_line *source = &split->text->lines[line];
    pol_span text =
        source->marker.size > 0 && source->marker.size < 12 ? source->marker : source->text;
    if (text.size > 400)
        text = pol_span_first(text, 400);
    if (!pol_split_read_numeral(text, 0, number))
        return 0;
    uint64_t key = mix(1469598103934665603ull, source->marker.size > 0);
    for (size_t i = 0; i < number->prefix.size; i++)
        if (number->prefix.data[i] < '0' || number->prefix.data[i] > '9')
            key = mix(key, (unsigned char)number->prefix.data[i] | 0x20u);
    char behind = number->rest.size > 0 ? number->rest.data[0] : 0;
    key = mix(mix(key, (unsigned char)behind), source->role * 2u + source->is_strong);
    bool is_word = number->printed.size > 0 && number->printed.data[0] > '9';
    for (size_t i = 0; i < number->printed.size && i < 24; i++)
        if (strchr("./-:", number->printed.data[i]))
            key = mix(key, (unsigned char)number->printed.data[i]);
    return mix(key, is_word) | 1;
}

static void count_series(pol_splitter *split, const pol_split_traits *traits, size_t count,
                         series *all)
{
    pol_split_numeral number;
    for (size_t i = 0; i < count; i++) {
        uint64_t key = series_key(split, traits[i].line, &number);
        series *own = key ? find_series(all, key) : NULL;
        if (!own)
            continue;
        own->steps += own->lines > 0 && number.value == own->last_value + 1;
        own->growing += own->lines > 0 && number.value > own->last_value;
        own->restarts += own->lines > 0 && number.value <= own->last_value;
        own->gaps += own->lines > 0 && i - own->last_line > 2;
        own->last_value = number.value;
        own->last_line = (uint32_t)i;
        own->lines++;
    }
}

static void put_series(pol_splitter *split, pol_split_traits *traits, size_t count)
{
    series *all = pol_arena_array(split->arena, SERIES, sizeof *all);
    if (!all) {
        pol_splitter_refused(split, SERIES * sizeof *all);
        return;
    }
    count_series(split, traits, count, all);
    for (size_t i = 0; i < count; i++) {
        pol_split_numeral number;
        uint64_t key = series_key(split, traits[i].line, &number);
        const series *own = key ? find_series(all, key) : NULL;
        if (!own || own->key != key)
            continue;
        uint32_t links = own->lines - 1;
        traits[i].groups[0] = key;
        put(&traits[i], T_COUNT + (own->lines < 2   ? 0u
                                   : own->lines < 4 ? 1u
                                   : own->lines < 8 ? 2u
                                                    : 3u));
        put_if(&traits[i], T_COUNT + 4, links > 0 && own->steps * 10 >= links * 8);
        put_if(&traits[i], T_COUNT + 5,
               links > 1 && own->steps * 10 >= links * 8 && own->restarts == 0);
        put_if(&traits[i], T_COUNT + 6, own->restarts > 0);
        put_if(&traits[i], T_COUNT + 7, own->restarts * 4 > links);
        put_if(&traits[i], T_COUNT + 8, links > 1 && own->growing == links);
        put_if(&traits[i], T_COUNT + 9, links > 0 && own->gaps * 10 >= links * 8);
        put_if(&traits[i], T_COUNT + 10, links > 0 && own->gaps * 2 < links);
        put_if(&traits[i], T_COUNT + 11, number.value == 1);
        put_if(&traits[i], T_COUNT + 12, number.prefix.size > 0);
        put_if(&traits[i], T_COUNT + 13,
               number.printed.data && number.printed.size && number.printed.data[0] > '9');
        put_if(&traits[i], T_COUNT + 14,
               links > 2 && own->growing == links && own->gaps * 10 >= links * 8);
    }
}

/* ---- what returns ---- */

enum { RETURNS = 4096 };
typedef struct returning {
    uint64_t key;
    uint32_t lines;
} returning;

static returning *find_returning(returning *all, uint64_t key)
{
    for (size_t i = 0, at = key % RETURNS; i < 16; i++, at = (at + 1) % RETURNS)
        if (all[at].key == key || all[at].key == 0) {
            all[at].key = key;
            return &all[at];
        }
    return NULL;
}

static uint64_t words_key(pol_span text, unsigned words)
{
    uint64_t key = 77 + words;
    for (unsigned i = 0; i < words; i++) {
        pol_span word = pol_word_next(&text);
        if (!word.data)
            return 0;
        bool is_digit = word.data[0] >= '0' && word.data[0] <= '9';
        if (is_digit && i == 0) { /* "3. This Ard-Dháil" */
            i--;
            continue;
        }
        for (size_t k = 0; k < word.size && k < 24; k++)
            key = mix(key, is_digit ? 1 : (unsigned char)word.data[k]);
    }
    return key | 1;
}

static uint64_t return_key(const pol_splitter *split, const pol_split_traits *traits, int which)
{
    pol_span text = split->text->lines[traits->line].text;
    if (which == 2)
        return traits->groups[1] | 1;
    return words_key(pol_span_first(text, 120), which == 0 ? 2 : 1);
}

static void put_returns(pol_splitter *split, pol_split_traits *traits, size_t count)
{
    for (int which = 0; which < 3; which++) {
        returning *all = pol_arena_array(split->arena, RETURNS, sizeof *all);
        if (!all) {
            pol_splitter_refused(split, RETURNS * sizeof *all);
            return;
        }
        for (int is_second = 0; is_second < 2; is_second++)
            for (size_t i = 0; i < count; i++) {
                uint64_t key = return_key(split, &traits[i], which);
                returning *own = key ? find_returning(all, key) : NULL;
                if (!own)
                    continue;
                own->lines += !is_second;
                if (is_second && which == 0)
                    traits[i].groups[2] = key;
                if (is_second)
                    put(&traits[i], T_RETURN + (unsigned)which * 4 +
                                        (own->lines < 2   ? 0u
                                         : own->lines < 4 ? 1u
                                         : own->lines < 8 ? 2u
                                                          : 3u));
            }
    }
}

static uint32_t find_usual_indent(const pol_splitter *split)
{
    enum { COLUMNS = 32 };
    size_t counts[COLUMNS] = {0}, best = 0;
    for (size_t i = 0; i < split->count; i++)
        counts[split->text->lines[i].indent < COLUMNS ? split->text->lines[i].indent
                                                      : COLUMNS - 1]++;
    for (size_t i = 1; i < COLUMNS; i++)
        if (counts[i] > counts[best])
            best = i;
    return (uint32_t)best;
}

pol_split_traits *pol_split_find_traits(pol_splitter *split, size_t *ret_count)
{
    size_t count = 0, at = 0;
    for (size_t i = 0; i < split->count; i++)
        count += !split->is_furniture[i];
    pol_split_traits *traits = pol_arena_array(split->arena, count + 1, sizeof *traits);
    *ret_count = 0;
    if (!traits) {
        pol_splitter_refused(split, (count + 1) * sizeof *traits);
        return NULL;
    }
    uint32_t indent = find_usual_indent(split);
    for (size_t i = 0; i < split->count; i++)
        if (!split->is_furniture[i]) {
            traits[at].line = (uint32_t)i;
            put_line(split, i, indent, &traits[at]);
            bool is_behind_gap = i > 0 && split->is_furniture[i - 1];
            put_if(&traits[at], T_PLACE + 0, is_behind_gap);
            put_if(&traits[at], T_PLACE + 1, at == 0);
            put_if(&traits[at], T_PLACE + 2, at + 1 == count);
            put_if(&traits[at], T_PLACE + 3, at < 6);
            put_if(&traits[at], T_PLACE + 4,
                   i > 0 && pol_ends_sentence(split->text->lines[i - 1].text));
            put_if(&traits[at], T_PLACE + 5, split->text->is_markup);
            at++;
        }
    put_candidates(split, traits, count);
    put_series(split, traits, count);
    put_returns(split, traits, count);
    pol_split_put_evidence(split, traits, count);
    *ret_count = count;
    return split->status == POL_OK ? traits : NULL;
}
