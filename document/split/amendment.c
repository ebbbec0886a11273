/* amendment.c - what stands behind "Amendment" and its number: what it amends, who moves it,
 * and its text where that starts on the heading's own line. */
#include "document/openers.h"
#include "document/recognise/decision.h"
#include "document/split/state.h"

/* Behind a number: the mark, and what follows it. False: it goes on in another way. */
bool pol_split_read_close(pol_span after, char *ret_close, pol_span *ret_rest)
{
    static const char *const dashes[] = {"\u2013", "\u2014"};
    *ret_close = 0;
    for (bool found = true; found;) {
        found = false;
        after = pol_span_trim(after);
        if (after.size > 0 && strchr(".):]|-*/", after.data[0])) {
            bool is_range = strchr(":-/", after.data[0]) && after.size > 1 &&
                            after.data[1] >= '0' && after.data[1] <= '9';
            if (is_range)
                return false;
            if (!*ret_close)
                *ret_close = after.data[0];
            after = pol_span_from(after, 1);
            found = true;
        }
        for (size_t i = 0; i < sizeof dashes / sizeof *dashes && !found; i++)
            if (pol_span_starts(after, pol_span_of(dashes[i]))) {
                *ret_close = *ret_close ? *ret_close : '-';
                after = pol_span_from(after, strlen(dashes[i]));
                found = true;
            }
    }
    *ret_rest = after;
    return true;
}

/* Behind "to the": a noun and "No", of the table or the file's own ("Paper 2"); `text` where there
 * is none. */
static pol_span without_noun(pol_span text)
{
    enum { WORDS = 3 };
    pol_split_noun noun;
    pol_span after, rest = text, word;
    if (pol_split_noun_read(text, &noun, &after) && noun.kind != POL_KIND_AMENDMENT &&
        !pol_words_start(text, "no", NULL))
        return pol_span_trim(after);
    for (int i = 0; i < WORDS && (word = pol_word_next(&rest)).data; i++) {
        pol_split_number number;
        pol_span behind = pol_span_trim(rest);
        if (word.size < 3 || word.data[0] < 'A' || word.data[0] > 'Z' ||
            pol_word_is_any(word, "rule rules clause article section standing order orders line "
                                  "lines paragraph point"))
            return text;
        if (behind.size > 0 && behind.data[0] >= '0' && behind.data[0] <= '9' &&
            pol_split_number_parse(behind, false, &number, &after))
            return behind;
    }
    return text;
}

/* "to Motion 12", "to Composite C", "to Member Motion 4": what an amendment amends. */
static bool read_target(pol_span *rest, pol_split_parts *parts)
{
    static const char *const words[] = {"to the", "on the", "to", "on motion"};
    pol_span text = pol_span_trim(*rest), after;
    while (text.size > 0 && strchr(":-(,", text.data[0]))
        text = pol_span_trim(pol_span_from(text, 1));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!pol_words_start(text, words[i], &after))
            continue;
        pol_split_number number;
        after = without_noun(pol_span_trim(after));
        pol_span no;
        if (pol_words_start(after, "no", &no) || pol_words_start(after, "number", &no))
            after = pol_span_trim(pol_span_from(no, no.size > 0 && no.data[0] == '.'));
        if (after.size > 1 && after.data[0] == '[')
            after = pol_span_from(after, 1);
        if (!pol_split_number_parse(after, true, &number, &after))
            return false;
        parts->target = number.printed;
        if (after.size > 0 && strchr(")]", after.data[0]))
            after = pol_span_from(after, 1);
        *rest = after;
        return true;
    }
    return false;
}

/* "from North branch", "by North branch", "North branch". */
pol_span pol_split_without_from(pol_span rest)
{
    static const char *const above[] = {"to the above", "to this motion", "to the motion",
                                        "to the resolution", "to this resolution"};
    pol_span after, text = pol_span_trim(rest);
    for (size_t i = 0; i < sizeof above / sizeof *above; i++)
        if (pol_words_start(text, above[i], &after)) {
            text = pol_span_trim(after);
            break;
        }
    while (text.size > 0 && strchr(":-,", text.data[0]))
        text = pol_span_trim(pol_span_from(text, 1));
    if (pol_words_start(text, "proposed by", &after) || pol_words_start(text, "moved by", &after) ||
        pol_words_start(text, "submitted by", &after) || pol_words_start(text, "from", &after) ||
        pol_words_start(text, "in the name of", &after) || pol_words_start(text, "by", &after)) {
        after = pol_span_trim(after);
        after = pol_span_trim(pol_span_from(after, after.size > 0 && after.data[0] == ':'));
        pol_span name;
        if (pol_words_start(after, "the", &name) && pol_word_is_capital(pol_span_trim(name)))
            after = pol_span_trim(name);
        return after;
    }
    return pol_span_make(NULL, 0);
}

/* "after “string” add “voice”": of an amendment an edit may start small. */
static bool is_small_edit(pol_span text)
{
    enum { WORDS = 30 };
    pol_span rest = text, word = pol_word_next(&rest);
    if (!pol_word_is_any(word, "after before at in delete insert add replace leave for") ||
        pol_word_is_capital(word))
        return false;
    for (int i = 0; i < WORDS && word.data; i++, word = pol_word_next(&rest))
        if (pol_word_is_any(word, "add insert delete replace substitute") ||
            (pol_word_is(word, "leave") && pol_words_start(rest, "out", NULL)))
            return true;
    return false;
}

/* "2. That no nurse be left in sole charge of": no title starts so. */
static bool is_that(pol_span text)
{
    enum { WORDS = 10 };
    pol_span rest = text, word = pol_word_next(&rest);
    return pol_word_is(word, "that") && pol_word_is_capital(word) &&
           pol_word_count(text, WORDS) >= WORDS;
}

/* "'That this Synod request": quoted, it can be no title. */
static bool is_quoted_that(pol_span text)
{
    pol_span inner = pol_span_unquote(text);
    return inner.data != text.data && pol_span_starts(inner, POL_SPAN("That "));
}

/* "Conference", "This Congress is", at the end of a line as typed: what it does is in the next. */
bool pol_split_starts_wrapped(pol_span text)
{
    pol_span last = pol_word_last(text), bare = text, ahead = text;
    if (pol_ends_in(text, ".;:,") || pol_ends_sentence(text) ||
        !pol_word_is_any(pol_word_next(&ahead),
                         "this conference congress assembly synod convention"))
        return false;
    if (pol_opener_of(text).subject >= POL_SUBJECT_BODY && pol_word_count(text, 5) < 5)
        return true; /* "Conference notes" */
    if (pol_word_is_any(last, "is also further"))
        bare = pol_span_trim(pol_span_first(text, (size_t)(last.data - text.data)));
    return bare.size > 0 && pol_word_count(bare, 5) < 5 && pol_opener_is_bare_subject(bare);
}

/* Where the text starts on the heading's own line, behind a mark: "(North branch): Delete
 * point 2". `rest` is cut there. */
bool pol_split_take_inline(pol_span *rest, pol_split_heading *heading)
{
    static const char *const marks[] = {": ", " - ", " \u2013 ", " \u2014 ", ". ", ") "};
    pol_span text = pol_span_trim(*rest);
    pol_span printed = heading->number.printed;
    bool is_behind =
        printed.data && text.size > 0 &&
        (heading->form == POL_SPLIT_BARE || heading->number.has_minor || heading->number.suffix);
    /* "1  This Congress notes", "11 This Congress notes": the number stands in the margin */
    bool has_gap =
        is_behind && (text.data - (printed.data + printed.size)) + (heading->number.value > 9) >= 2;
    /* "A1 This conference notes": nothing else has letters and a number */
    bool is_coded = heading->form == POL_SPLIT_LETTERED && heading->number.value > 0 &&
                    heading->kind != POL_KIND_AMENDMENT;
    char close = heading->close ? heading->close : has_gap || is_coded ? ' ' : 0;
    bool is_moved = pol_words_start(text, "motion by", NULL) ||
                    pol_words_start(text, "resolution by", NULL) ||
                    pol_words_start(text, "moved by", NULL) ||
                    pol_words_start(text, "proposed by", NULL); /* "Motion by North branch: That" */
    for (bool is_first = true; text.size > 0; is_first = false) {
        bool is_text = !(is_first && is_moved) &&
                       (pol_opener_of(text).subject >= POL_SUBJECT_BODY ||
                        pol_split_is_edit(text) || (is_first && has_gap && is_quoted_that(text)) ||
                        (is_first && is_that(text) &&
                         (is_coded || (close == '.' && heading->form == POL_SPLIT_BARE))) ||
                        (heading->kind == POL_KIND_AMENDMENT && is_small_edit(text)));
        bool is_subject = !is_first && !is_text && pol_split_starts_wrapped(text);
        if (is_subject || (is_text && (!is_first || close) && pol_word_count(text, 3) > 2)) {
            heading->inline_text = text;
            *rest = pol_span_first(*rest, (size_t)(text.data - rest->data));
            return true;
        }
        size_t best = (size_t)-1, size = 0;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            size_t at =
                pol_span_find(pol_span_first(text, POL_SPLIT_LINE_BYTES), pol_span_of(marks[i]), 0);
            if (at < best) {
                best = at;
                size = strlen(marks[i]);
            }
        }
        if (best == (size_t)-1 || (size_t)(text.data - rest->data) > POL_SPLIT_LINE_BYTES)
            return false;
        text = pol_span_trim(pol_span_from(text, best + size));
    }
    return false;
}

/* "to ‘Rent strike fund’": what is amended, by its title. */
static bool names_title(pol_span rest)
{
    enum { WORDS = 14 };
    pol_span after;
    if (!pol_words_start(rest, "to", &after) || pol_word_count(after, WORDS + 1) > WORDS)
        return false;
    after = pol_span_trim(after);
    return after.size > 2 && pol_span_unquote(after).data != after.data &&
           !pol_ends_in(after, ".;,:");
}

/* "from the flats on the north side", "from the floor (Lodge 77):": whoever it is, and no more. */
static bool is_from(pol_span rest, pol_span mover, pol_split_heading *heading)
{
    enum { WORDS = 8 };
    pol_span named, inner;
    size_t open;
    while (mover.size > 0 && strchr(": ", mover.data[mover.size - 1]))
        mover.size--;
    if (!mover.data || mover.size == 0 || !pol_words_start(pol_span_trim(rest), "from", NULL) ||
        pol_word_is_capital(mover) || pol_ends_in(mover, ".;,") ||
        pol_word_count(mover, WORDS + 1) > WORDS)
        return false;
    open = pol_span_find(mover, POL_SPAN("("), 0);
    inner =
        open == (size_t)-1 ? mover : pol_split_unbracket(pol_span_trim(pol_span_from(mover, open)));
    if (pol_words_start(inner, "the", &named))
        inner = pol_span_trim(named);
    if (!pol_words_equal(inner, "floor"))
        heading->parts.mover = inner;
    heading->rest = pol_span_from(rest, rest.size);
    return true;
}

/* What stands behind the noun and number of an amendment is never a title. */
bool pol_split_read_amendment(pol_span rest, pol_split_heading *heading)
{
    if (names_title(rest))
        return true;
    read_target(&rest, &heading->parts);
    if (!heading->number.printed.data && !heading->parts.target.data && pol_split_is_decision(rest))
        return false; /* "AMENDMENT CARRIED" */
    pol_span behind, said = pol_span_core(rest);
    if (!heading->number.printed.data && !heading->parts.target.data && said.size > 0 &&
        pol_outcome_longest(said, &behind) != POL_DECISION_NONE)
        return false; /* "Amendment LOST on a show of hands. Motion CARRIED." */
    pol_span mover = pol_split_without_from(rest);
    if (is_from(rest, mover, heading))
        return true;
    char close;
    if (!pol_split_read_close(rest, &close, &rest))
        return false;
    heading->close = heading->close ? heading->close : close;
    bool has_text = pol_split_take_inline(&rest, heading);
    if (has_text && mover.data)
        mover = pol_span_first(mover, (size_t)(heading->inline_text.data - mover.data));
    if (rest.size > POL_SPLIT_LINE_BYTES)
        return false;
    pol_split_rest_read(mover.data ? mover : rest, &heading->parts);
    if (!heading->parts.target.data && heading->parts.title.data) {
        pol_span title = heading->parts.title;
        if (read_target(&title, &heading->parts))
            heading->parts.title = pol_span_core(title);
    }
    pol_span title = heading->parts.title, left = title;
    if (!title.data || title.size == 0)
        return true;
    bool is_name = pol_word_is_capital(pol_word_next(&left)) && !pol_ends_in(title, ".:;,") &&
                   pol_word_count(title, 9) <= 8;
    if (is_name && !heading->parts.mover.data && !heading->number.printed.data) {
        heading->parts.mover = title;
        heading->parts.title = pol_span_make(NULL, 0);
    }
    return is_name;
}

/* "Motion 12 Amendment 1", "Composite C: amendment from North branch". */
bool pol_split_becomes_amendment(pol_split_heading *heading)
{
    pol_span after, rest = pol_span_core(heading->rest);
    if (rest.size > 0) /* "(Tenants' Group)" keeps its bracket */
        rest =
            pol_span_trim(pol_span_from(heading->rest, (size_t)(rest.data - heading->rest.data)));
    if (heading->kind == POL_KIND_AMENDMENT || !(pol_words_start(rest, "amendment", &after)))
        return false;
    pol_span first = pol_span_first(rest, rest.size - after.size);
    if ((pol_words_start(after, "to", NULL) || pol_words_start(after, "of", NULL)) &&
        pol_word_is_any(pol_word_last(after), "constitution rules orders articles bye-laws")) {
        heading->kind = POL_KIND_RULE_CHANGE; /* "F8 Amendment to the constitution" */
        return false;
    }
    if (first.data[0] != 'A' && !pol_split_without_from(after).data)
        return false;
    heading->kind = POL_KIND_AMENDMENT;
    if (heading->number.has_minor || heading->number.suffix) { /* "B18A.1 Amendment: Bay branch" */
        heading->rest = after;
        heading->form = POL_SPLIT_NOUN;
        return pol_split_read_amendment(after, heading);
    }
    heading->parts.target = heading->number.printed;
    heading->number = (pol_split_number){0};
    after = pol_span_trim(after);
    heading->form = pol_split_number_parse(after, true, &heading->number, &after) ? POL_SPLIT_NOUN
                                                                                  : POL_SPLIT_WORDS;
    heading->rest = after;
    return pol_split_read_amendment(after, heading);
}
