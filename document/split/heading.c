/* heading.c - one line to what it would be as the heading of an item: a table of nouns,
 * then numbers with letters, then bare numbers. Whether it is one, its neighbours tell. */
#include "document/openers.h"
#include "document/split/state.h"

enum { TITLE_WORDS_MAX = 30, NAME_WORDS = 8 };

/* Stars, hashes and other marks of typing before the first word. */
static pol_span without_ornament(pol_span text)
{
    text = pol_span_trim(text);
    while (text.size > 0 && strchr("*_[(|>", text.data[0]))
        text = pol_span_trim(pol_span_from(text, 1));
    return text;
}

/* A title starts with a capital, a digit or a quote and is no sentence of the text; behind a
 * colon or a dash it may start small. */
static bool may_be_rest(pol_span rest, bool is_marked)
{
    size_t close = pol_span_find(rest, POL_SPAN(")"), 0);
    if (pol_span_trim(rest).size > 0 && pol_span_trim(rest).data[0] == '(' && close != (size_t)-1 &&
        pol_split_is_parents(pol_span_trim(pol_span_first(rest, close + 1))))
        rest = pol_span_from(rest, close + 1); /* "(motions 1 and 4): Mugs" */
    pol_span core = pol_span_core(rest), left = core, word = pol_word_next(&left);
    if (core.size == 0)
        return true;
    if (pol_word_count(core, TITLE_WORDS_MAX + 1) > TITLE_WORDS_MAX)
        return false;
    if (!pol_word_is_capital(word)) {
        bool is_bracketed =
            pol_span_trim(rest).data[0] == '(' || pol_span_trim(rest).data[0] == '[';
        return pol_split_is_decision(core) ||
               ((is_bracketed || is_marked) && pol_split_is_parents(rest)) ||
               (is_marked && !pol_ends_in(rest, ".;,"));
    }
    return !pol_word_is_any(word, "was were is has says said calls called") || is_marked;
}

/* "Motion 1 from Alice Holt members:": the mover alone. */
static bool read_from(pol_split_heading *heading)
{
    pol_span rest = pol_span_trim(heading->rest), after;
    bool is_motion =
        (pol_words_start(rest, "motion", &after) || pol_words_start(rest, "resolution", &after)) &&
        pol_ends_in(rest, ":"); /* "62/31 Motion from the Bakers' branch:" */
    pol_span mover = pol_split_without_from(is_motion ? after : rest);
    is_motion = is_motion || (pol_span_starts(rest, POL_SPAN("From ")) && heading->close &&
                              pol_ends_in(rest, ":")); /* "12. From the Rochdale Society:" */
    while (mover.size > 0 && strchr(":. ", mover.data[mover.size - 1]))
        mover.size--;
    if (!mover.data || (heading->form != POL_SPLIT_NOUN && !is_motion) ||
        !heading->number.printed.data || mover.size > POL_SPLIT_LINE_BYTES ||
        pol_word_count(mover, NAME_WORDS + 1) > NAME_WORDS ||
        !(pol_split_is_name(mover) || pol_ends_in(heading->rest, ":")))
        return false;
    heading->parts.mover = mover;
    heading->rest = pol_span_from(heading->rest, heading->rest.size);
    return true;
}

/* "Motion 1 by Eastern Region: Mugs": who moves, and the title behind a mark. */
static bool read_from_title(pol_split_heading *heading)
{
    static const char *const marks[] = {": ", " \u2013 ", " \u2014 ", " - "};
    pol_span rest = pol_span_trim(heading->rest), word = pol_word_next(&rest);
    if (heading->rest.size > POL_SPLIT_LINE_BYTES || !heading->number.printed.data ||
        !pol_word_is_any(word, "by from") || pol_word_is_capital(word))
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find(rest, pol_span_of(marks[i]), 0);
        if (at == (size_t)-1)
            continue;
        pol_span name = pol_span_trim(pol_span_first(rest, at)), bare = name;
        pol_span title = pol_span_trim(pol_span_from(rest, at + strlen(marks[i])));
        if (pol_words_start(name, "the", &bare))
            name = pol_span_trim(bare);
        pol_split_parts parts = {0};
        pol_split_rest_read(name, &parts); /* "Powys branch (formerly motions 3 and 11)" */
        if (parts.parents.data) {
            heading->parts.parents = parts.parents;
            name = pol_span_trim(pol_span_first(name, (size_t)(parts.parents.data - name.data)));
            while (name.size > 0 && strchr("([ ", name.data[name.size - 1]))
                name.size--;
        }
        if (!pol_word_is_capital(name) || !pol_word_is_capital(pol_span_core(title)) ||
            pol_word_count(name, 2 * NAME_WORDS) >= 2 * NAME_WORDS || pol_ends_in(title, ".;,:"))
            continue;
        pol_split_rest_read(title, &heading->parts);
        heading->parts.mover = name;
        heading->rest = title;
        return heading->parts.title.size > 0;
    }
    return false;
}

/* "Motion 1 on Mugs", "Motion 1 entitled “Mugs”": the title alone. */
static pol_span without_on(pol_span rest)
{
    static const char *const words[] = {"on", "about", "entitled", "titled", "concerning", "re"};
    pol_span after;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_words_start(rest, words[i], &after) && pol_span_trim(rest).data[0] >= 'a') {
            pol_span title = pol_span_trim(after);
            return pol_word_is_capital(pol_span_core(title)) ? pol_span_unquote(title) : rest;
        }
    return rest;
}

/* "Motion 3 (from London North; supported by Leeds, Home Counties)": whatever the brackets hold,
 * who moves stands first in them. */
static bool read_from_brackets(pol_split_heading *heading)
{
    pol_span rest = pol_span_trim(heading->rest), inner = pol_split_unbracket(rest);
    pol_span mover = pol_split_without_from(inner);
    if (heading->form != POL_SPLIT_NOUN || !heading->number.printed.data || !mover.data ||
        inner.size == rest.size || rest.size > POL_SPLIT_LINE_BYTES ||
        memchr(inner.data, '(', inner.size))
        return false;
    mover = pol_span_trim(pol_span_first(mover, pol_span_find(mover, POL_SPAN(";"), 0)));
    if (!pol_word_is_capital(mover))
        return false;
    heading->parts.mover = mover;
    heading->rest = pol_span_from(heading->rest, heading->rest.size);
    return true;
}

/* "(1) Moved Bro. Kerr, seconded Sis. Doyle -": who, and no title. */
static bool read_people(pol_split_heading *heading)
{
    static const char *const starts[] = {"moved by", "proposed by", "moved", "proposed"};
    pol_span rest = pol_span_trim(heading->rest), name;
    if (rest.size > POL_SPLIT_LINE_BYTES || heading->inline_text.data ||
        pol_span_find_fold(rest, POL_SPAN("second"), 0) == (size_t)-1)
        return false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        if (!pol_words_start(rest, starts[i], &name))
            continue;
        size_t end = pol_span_find(name, POL_SPAN(","), 0);
        end = end == (size_t)-1 ? pol_span_find_fold(name, POL_SPAN(" second"), 0) : end;
        name = pol_span_core(pol_span_first(name, end));
        heading->parts.mover = name;
        heading->parts.is_mover_person = !pol_split_is_body_name(name);
        heading->rest = pol_span_from(heading->rest, heading->rest.size);
        return name.size > 0 && pol_word_is_capital(name);
    }
    return false;
}

static bool read_rest(pol_split_heading *heading, bool is_marked)
{
    if (heading->form == POL_SPLIT_NOUN && heading->number.printed.data)
        heading->rest = without_on(heading->rest);
    if (pol_split_take_inline(&heading->rest, heading))
        is_marked = true;
    if (!heading->inline_text.data && (read_from_title(heading) || read_from_brackets(heading)))
        return true;
    if (read_from(heading) || read_people(heading))
        return true;
    if (heading->rest.size > POL_SPLIT_LINE_BYTES)
        return false;
    pol_split_rest_read(heading->rest, &heading->parts);
    if (heading->parts.title.size > 0 && heading->number.printed.data)
        heading->parts.title = pol_split_without_kind(heading->parts.title, &heading->kind);
    return may_be_rest(heading->rest, is_marked);
}

/* "from Flat 4: Cats", "to be put by Flat 4: Cats". */
static bool is_put_by(pol_span text)
{
    static const char *const words[] = {"from",         "by",          "submitted by",
                                        "to be put by", "put by",      "to be moved by",
                                        "moved by",     "proposed by", "tabled by"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_words_start(text, words[i], NULL))
            return true;
    return false;
}

/* "MOTION BY THE COMMITTEE ON TRANSPORT", "Motion from the Bakers' branch": who moves, alone. */
static bool read_by(pol_span text, pol_span start, pol_split_heading *heading)
{
    pol_span name, bare;
    if (!(pol_words_start(start, "by", &name) || pol_words_start(start, "from", &name)) ||
        text.size > POL_SPLIT_LINE_BYTES || memchr(text.data, ':', text.size) ||
        pol_ends_in(text, ".;,"))
        return false;
    name = pol_span_trim(name);
    if (pol_words_start(name, "the", &bare))
        name = pol_span_trim(bare);
    if (!pol_split_is_name(name) || pol_word_count(name, NAME_WORDS + 1) > NAME_WORDS)
        return false;
    heading->parts.mover = name;
    heading->rest = pol_span_from(text, text.size);
    return true;
}

/* "Motion: Mugs", "Amendment from North branch", "Executive statement: reserves", which is
 * all title. */
static bool read_unnumbered(pol_span text, uint8_t flags, pol_span after,
                            pol_split_heading *heading)
{
    pol_span start = pol_span_trim(after), ahead = after;
    bool is_titled = flags & POL_NOUN_TITLED && start.size > 1 && start.data[0] == ':';
    bool is_from = flags & POL_NOUN_TITLED && is_put_by(start) &&
                   memchr(start.data ? start.data : "", ':', start.size);
    heading->number = (pol_split_number){0};
    heading->form = POL_SPLIT_WORDS;
    heading->rest = after;
    if (flags & POL_NOUN_TITLED && read_by(text, start, heading))
        return true;
    if (!((flags & POL_NOUN_ALONE) || is_titled || is_from) || after.size > POL_SPLIT_LINE_BYTES)
        return false;
    if (heading->kind == POL_KIND_AMENDMENT)
        return pol_split_read_amendment(after, heading);
    size_t colon = is_from ? pol_span_find(start, POL_SPAN(": "), 0) : (size_t)-1;
    pol_span title = colon == (size_t)-1 ? start : pol_span_trim(pol_span_from(start, colon + 1));
    if (colon != (size_t)-1 && title.size > 0) { /* "Motion from flat 12 (Lee Marsh): Bicycles" */
        pol_span by = pol_span_first(start, colon), name;
        if (pol_words_start(by, "to be", &name) || pol_words_start(by, "put", &name))
            by = pol_words_start(pol_span_trim(name), "put", &by) ? by : name;
        heading->parts.mover = pol_split_without_from(pol_span_trim(by));
        heading->parts.title = pol_span_core(title);
        return heading->parts.mover.data && heading->parts.title.size > 0 &&
               !pol_ends_in(title, ".;,");
    }
    pol_split_rest_read(after, &heading->parts);
    if (heading->kind == POL_KIND_STATEMENT || flags & POL_NOUN_WHOLE) {
        pol_span decision = heading->parts.decision;
        size_t size = decision.data ? (size_t)(decision.data - text.data) : text.size;
        heading->parts = (pol_split_parts){.decision = decision};
        pol_span whole = pol_span_trim(pol_span_first(text, size));
        bool is_bracket = whole.size > 0 && whole.data[whole.size - 1] == ')';
        heading->parts.title = is_bracket ? whole : pol_span_core(whole);
    }
    bool is_marked = start.size == 0 || is_from || strchr(":-.", start.data[0]) ||
                     !pol_word_is_capital(pol_word_next(&ahead));
    return may_be_rest(after, is_marked);
}

/* "Amendment A better tea": the letter is an article. */
static bool is_article(const pol_split_number *number, pol_span rest)
{
    pol_span behind = pol_span_trim(rest), ahead = rest;
    if (pol_span_starts(rest, POL_SPAN("  ")))
        return false; /* "MOTION A  Better tea" */
    return number->value == 0 && number->printed.size == 1 && number->printed.data[0] == 'A' &&
           behind.size > 0 && !strchr(".:()-]|\xE2", behind.data[0]) &&
           !pol_word_is_upper(pol_word_next(&ahead)) && !pol_words_start(rest, "to", NULL);
}

/* "Special Resolution 1" is another than "Ordinary Resolution 1". */
static uint32_t hash_noun(pol_span text)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < text.size; i++)
        if ((text.data[i] | 0x20) >= 'a' && (text.data[i] | 0x20) <= 'z')
            hash = (hash ^ (unsigned char)(text.data[i] | 0x20)) * 16777619u;
    return hash;
}

static bool read_noun(pol_span text, const pol_split_noun *noun, pol_span after,
                      pol_split_heading *heading)
{
    uint8_t flags = noun->flags;
    pol_span number_text = pol_span_trim(after), rest = after;
    while (number_text.size > 0 && strchr(".:([|-", number_text.data[0]) &&
           !(number_text.data[0] == '(' &&
             pol_split_number_parse(number_text, true, &heading->number, &rest)))
        number_text = pol_span_trim(pol_span_from(number_text, 1));
    pol_span ahead = text;
    bool is_loud = pol_word_is_upper(pol_word_next(&ahead)); /* "MOTION A Better tea" */
    heading->kind = noun->kind;
    heading->form = flags & POL_NOUN_WEAK ? POL_SPLIT_BARE : POL_SPLIT_NOUN;
    if (flags & POL_NOUN_WHOLE ||
        !pol_split_number_parse(number_text, true, &heading->number, &rest) ||
        (!(flags & POL_NOUN_IN_NUMBER) && !is_loud && is_article(&heading->number, rest)))
        return read_unnumbered(text, flags, after, heading);
    if (heading->form == POL_SPLIT_BARE && heading->number.letters && heading->number.value)
        heading->form = POL_SPLIT_LETTERED; /* "Proposal RS1" */
    heading->noun =
        hash_noun(pol_span_make(text.data, (size_t)(heading->number.printed.data - text.data)));
    pol_span of;
    pol_split_number total;
    if (pol_words_start(rest, "of", &of) &&
        pol_split_number_parse(pol_span_trim(of), false, &total, &of))
        rest = of; /* "Motion 1 of 4" */
    if (heading->kind != POL_KIND_AMENDMENT && pol_split_number_join(&heading->number))
        heading->form = POL_SPLIT_LETTERED;
    if (!pol_split_read_close(rest, &heading->close, &heading->rest))
        return false;
    bool names_mover = heading->kind == POL_KIND_AMENDMENT && rest.size > 0 &&
                       rest.data[0] == ',' && pol_split_without_from(rest).data;
    pol_span title = pol_span_trim(pol_span_from(rest, rest.size > 0));
    bool is_title = heading->kind != POL_KIND_AMENDMENT && heading->form == POL_SPLIT_NOUN &&
                    rest.size > 1 && rest.data[0] == ',' && pol_word_is_capital(title) &&
                    !pol_ends_in(title, ".") && !memchr(title.data, ':', title.size) &&
                    !pol_split_noun_read(title, &(pol_split_noun){0}, &of);
    bool is_from_title =
        heading->kind != POL_KIND_AMENDMENT && rest.size > 1 && rest.data[0] == ',' &&
        memchr(title.data, ':', title.size) &&
        (pol_words_start(title, "from", NULL) || pol_words_start(title, "by", NULL));
    if (is_title || is_from_title) { /* "Motion 5, Keys", "Motion 5, from Leeds: Keys" */
        heading->close = ',';
        heading->rest = rest = title;
    }
    if (heading->close == 0 && rest.size > 0 && strchr(",;%", rest.data[0]) && !names_mover)
        return false;
    if (flags & POL_NOUN_IN_NUMBER) {
        pol_span printed = heading->number.printed;
        heading->number.printed =
            pol_span_make(text.data, (size_t)(printed.data + printed.size - text.data));
    }
    if (heading->kind == POL_KIND_AMENDMENT)
        return pol_split_read_amendment(rest, heading);
    return pol_split_becomes_amendment(heading) || read_rest(heading, heading->close != 0);
}

/* "7.1 Motion 3: Mugs", "7.1 Motion: Mugs": the agenda numbers its items, too. */
static bool is_item_of_agenda(pol_split_heading *heading)
{
    pol_span rest = pol_span_trim(heading->rest), after;
    pol_split_heading inner = {0};
    pol_split_noun noun;
    bool is_motion = pol_word_is_capital(rest) && pol_split_noun_read(rest, &noun, &after) &&
                     noun.kind != POL_KIND_AMENDMENT &&
                     !(noun.flags & (POL_NOUN_WEAK | POL_NOUN_WHOLE));
    if (!is_motion || heading->number.letters || after.size == 0)
        return false;
    pol_span behind = pol_span_trim(after);
    if (behind.size > 1 && behind.data[0] == ':' && pol_words_start(rest, "motion", NULL)) {
        heading->rest = pol_span_trim(pol_span_from(behind, 1));
        heading->kind = POL_KIND_MOTION;
        heading->close = ':';
        heading->names_motion = true;
        return read_rest(heading, true);
    }
    if (behind.size == 0 || behind.data[0] < '0' || behind.data[0] > '9' ||
        !read_noun(rest, &noun, after, &inner))
        return false;
    *heading = inner;
    return true;
}

static bool read_bare(pol_span text, pol_split_heading *heading)
{
    pol_span after;
    if (!pol_split_number_parse(text, false, &heading->number, &after))
        return false;
    if (after.size > 0 && !strchr(" .):]|-*", after.data[0]) &&
        (unsigned char)after.data[0] < 0x80 && after.data[0] != '\t')
        return false;
    heading->form = heading->number.letters     ? POL_SPLIT_LETTERED
                    : heading->number.has_minor ? POL_SPLIT_DOTTED
                                                : POL_SPLIT_BARE;
    heading->kind = (uint8_t)pol_split_kind_of_letters(heading->number.letters);
    if (heading->form == POL_SPLIT_DOTTED ||
        (heading->form == POL_SPLIT_LETTERED && heading->number.has_minor))
        heading->kind = POL_KIND_AMENDMENT;
    if (!pol_split_read_close(after, &heading->close, &heading->rest))
        return false;
    if (pol_split_becomes_amendment(heading))
        return true;
    if (is_item_of_agenda(heading))
        return true;
    pol_span core = pol_span_core(heading->rest), behind; /* "A1/1 amendment from Lizard", too */
    if (heading->kind == POL_KIND_AMENDMENT && pol_words_start(core, "amendment", &behind)) {
        heading->rest = behind;
        heading->form = POL_SPLIT_NOUN;
        return pol_split_read_amendment(behind, heading);
    }
    return read_rest(heading, false);
}

/* "Motion 12", "Composite 3": all of it, with a capital? */
static bool is_noun_and_number(pol_span text, pol_split_noun *ret_noun,
                               pol_split_number *ret_number)
{
    pol_span rest;
    if (text.data[0] < 'A' || text.data[0] > 'Z' || !pol_split_noun_read(text, ret_noun, &rest) ||
        (ret_noun->flags & POL_NOUN_WEAK && !pol_words_start(text, "no", NULL)) ||
        ret_noun->kind == POL_KIND_AMENDMENT)
        return false;
    bool may_be_letters = (ret_noun->flags & POL_NOUN_IN_NUMBER) != 0;
    return pol_split_number_parse(pol_span_trim(rest), may_be_letters, ret_number, &rest) &&
           pol_span_trim(rest).size == 0;
}

/* "Mugs for all (Motion 12)", "Mugs for all - Motion 12": the number behind the title. */
static bool read_behind(pol_span text, pol_split_heading *heading)
{
    static const char *const marks[] = {" (", " [", " - ", " \u2013 ", " \u2014 "};
    pol_span best = {NULL, 0}, title = text;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (size_t from = 0, at;
             (at = pol_span_find(text, pol_span_of(marks[i]), from)) != (size_t)-1; from = at + 1) {
            pol_span behind = pol_span_from(text, at + strlen(marks[i]));
            if (!best.data || behind.size < best.size) {
                best = behind;
                title = pol_span_first(text, at);
            }
        }
    while (best.size > 0 && strchr(")] ", best.data[best.size - 1]))
        best.size--;
    pol_split_noun noun;
    pol_split_number number;
    if (!best.data || !is_noun_and_number(best, &noun, &number) || pol_ends_in(title, ".;,") ||
        pol_word_count(title, TITLE_WORDS_MAX) == TITLE_WORDS_MAX ||
        pol_opener_of(title).subject != POL_SUBJECT_NONE)
        return false;
    if (noun.flags & POL_NOUN_IN_NUMBER)
        number.printed = best;
    *heading =
        (pol_split_heading){.form = noun.flags & POL_NOUN_WEAK ? POL_SPLIT_BARE : POL_SPLIT_NOUN,
                            .kind = noun.kind,
                            .number = number,
                            .rest = title};
    pol_split_rest_read(title, &heading->parts);
    return true;
}

/* "A. MUGS FOR ALL", "II) Mugs". */
static bool read_letter(pol_span text, pol_split_heading *heading)
{
    pol_span rest;
    if (!pol_split_letter_parse(text, &heading->number, &rest))
        return false;
    heading->form = POL_SPLIT_LETTER;
    heading->kind = POL_KIND_MOTION;
    return pol_split_read_close(rest, &heading->close, &heading->rest) && heading->rest.size > 0 &&
           read_rest(heading, false) && !heading->inline_text.data;
}

bool pol_split_is_statement(pol_span text, pol_split_heading *ret_heading)
{
    static const char *const betweens[] = {"as amended", "unamended",           "as composited",
                                           "amended",    "as originally moved", "as printed"};
    pol_split_heading heading = {.kind = POL_KIND_MOTION};
    pol_span rest = without_ornament(text), after;
    if (text.size > POL_SPLIT_LINE_BYTES)
        return false;
    pol_split_noun noun;
    if (pol_split_noun_read(rest, &noun, &after)) {
        heading.kind = noun.kind;
        rest = pol_span_trim(after);
    }
    if (!pol_split_number_parse(rest, false, &heading.number, &after))
        return false;
    if (heading.number.has_minor)
        heading.kind = POL_KIND_AMENDMENT;
    pol_span said = pol_span_core(after), words = said;
    for (size_t i = 0; i < sizeof betweens / sizeof *betweens; i++)
        if (pol_words_start(said, betweens[i], &after)) {
            words = pol_span_core(after);
            break;
        }
    if (!pol_split_is_decision(words))
        return false;
    heading.parts.decision = said.size > words.size && pol_split_is_decision(said) ? said : words;
    *ret_heading = heading;
    return true;
}

/* "SPECIAL RESOLUTION Change of name", "ORDINARY RESOLUTION": in capitals, before a title that is
 * in small letters, or alone. */
static bool read_loud_kind(pol_span text, pol_split_heading *heading)
{
    static const char *const kinds[] = {"special resolution", "ordinary resolution",
                                        "extraordinary resolution", "member motion",
                                        "members' motion"};
    pol_span after;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!pol_words_start(text, kinds[i], &after))
            continue;
        pol_span noun = pol_span_first(text, text.size - after.size), rest = after, behind;
        pol_split_number number;
        if (pol_split_number_parse(pol_span_trim(after), true, &number, &behind))
            return false;
        pol_span word = pol_word_next(&rest);
        bool is_title = word.size == 0 || (pol_word_is_capital(word) && !pol_word_is_upper(word) &&
                                           word.data[0] > '9' && !pol_ends_in(after, ".;,"));
        if (!pol_word_is_upper(pol_word_last(noun)) || !pol_word_is_upper(noun) || !is_title)
            return false;
        *heading = (pol_split_heading){
            .form = POL_SPLIT_WORDS, .kind = POL_KIND_MOTION, .rest = pol_span_trim(after)};
        pol_split_rest_read(heading->rest, &heading->parts);
        return true;
    }
    return false;
}

/* "Policy motion: Mugs", "Constitutional Resolution: Quorum": what it is called, and its title. */
static bool read_kind_title(pol_span text, pol_split_heading *heading)
{
    enum { BYTES = 160 };
    uint8_t kind = POL_KIND_MOTION;
    pol_span title = text.size <= BYTES ? pol_split_without_kind(text, &kind) : text;
    pol_span prefix = pol_span_first(text, (size_t)(title.data ? title.data - text.data : 0));
    bool is_kind =
        prefix.size > 0 && pol_span_find_fold(prefix, POL_SPAN("amendment"), 0) == (size_t)-1;
    if (!is_kind || !title.size || pol_word_count(prefix, 2) < 2 || !pol_word_is_capital(title) ||
        pol_ends_in(title, ".;:,"))
        return false;
    *heading = (pol_split_heading){.form = POL_SPLIT_WORDS, .kind = kind, .rest = title};
    pol_split_rest_read(title, &heading->parts);
    pol_split_numeral number; /* "First motion: Tips" */
    if (pol_split_read_numeral(prefix, 0, &number) && number.printed.data == prefix.data &&
        number.printed.size > 2) {
        heading->form = POL_SPLIT_NOUN;
        heading->number.printed = number.printed;
        heading->number.value = number.value;
    }
    return true;
}

bool pol_split_heading_parse(pol_span text, pol_split_heading *ret_heading)
{
    pol_split_heading heading = {0};
    text = without_ornament(text);
    if (text.size == 0)
        return false;
    char first = text.data[0];
    bool is_capital = first >= 'A' && first <= 'Z';
    pol_split_noun noun;
    pol_span after;
    if (is_capital && read_loud_kind(text, ret_heading))
        return true;
    if (is_capital && pol_split_noun_read(text, &noun, &after)) {
        if (!read_noun(text, &noun, after, &heading))
            return false;
        *ret_heading = heading;
        return true;
    }
    bool is_found =
        (is_capital || first == '#' || (first >= '0' && first <= '9')) && read_bare(text, &heading);
    if (!is_found && text.size <= POL_SPLIT_LINE_BYTES && is_capital) {
        heading = (pol_split_heading){0};
        is_found = read_letter(text, &heading) || read_behind(text, &heading) ||
                   read_kind_title(text, &heading);
    }
    if (is_found)
        *ret_heading = heading;
    return is_found;
}

void pol_split_take_number(pol_split_heading *heading)
{
    pol_split_heading known;
    bool is_read = pol_split_heading_parse(heading->rest, &known);
    if (is_read && known.form == POL_SPLIT_DOTTED && pol_split_number_step(&known.number)) {
        known.form = POL_SPLIT_LETTERED; /* "1.2: Mugs", of a section */
        known.kind = POL_KIND_MOTION;
    }
    bool is_known = is_read && known.number.printed.data && known.kind != POL_KIND_AMENDMENT &&
                    !known.inline_text.data;
    bool is_marked = known.form == POL_SPLIT_NOUN || known.form == POL_SPLIT_LETTERED ||
                     (known.close && strchr(".):-", known.close));
    if (!is_known || !is_marked)
        return;
    heading->kind = known.kind;
    heading->form = known.form;
    heading->close = known.close;
    heading->number = known.number;
    heading->rest = known.rest;
    heading->parts = known.parts;
}
