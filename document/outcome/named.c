/* named.c - the item that a sentence names: its title, in quotes, in brackets or between
 * commas, without what is told behind it. */
#include "document/outcome/sentence.h"
#include "document/outcome/title.h"
#include "document/words.h"

/* "A pay claim, which had been moved late": the title without what is told behind it. */
static pol_span before_telling(pol_span named)
{
    static const char *const tells[] = {", as it ", ", as then", ", could be",   ", was ",
                                        ", which ", ", had ",    ", having ",    ", were ",
                                        ", would ", ", who ",    ", as printed", ", supported",
                                        ", opposed"};
    for (size_t i = 0; i < sizeof tells / sizeof *tells; i++) {
        size_t at = pol_span_find(named, pol_span_of(tells[i]), 0);
        if (at != (size_t)-1)
            named = pol_span_first(named, at);
    }
    return named;
}

/* What stands in the quotes or brackets that `text` starts with. */
static pol_span quoted(pol_span text)
{
    static const char *const pairs[][2] = {
        {"\u201C", "\u201D"}, {"\u2018", "\u2019"}, {"\"", "\""}, {"(", ")"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        pol_span open = pol_span_of(pairs[i][0]);
        size_t end = pol_span_starts(text, open)
                         ? pol_span_find(text, pol_span_of(pairs[i][1]), open.size)
                         : (size_t)-1;
        if (end != (size_t)-1)
            return pol_span_make(text.data + open.size, end - open.size);
    }
    return pol_span_make(NULL, 0);
}

/* Up to the comma behind which more is told: "A shorter conference, failed"; absent for none. */
static pol_span until_told(pol_span text)
{
    static const char tells[] =
        "was were is are has had have did failed fell found gained won scraped squeezed sailed "
        "went "
        "received secured passed lost carried met got came attracted drew provoked gave raised "
        "aroused prompted saw led brought moved proposed "
        "submitted seconded which who from by after having although though despite could needed "
        "lacked ran also then";
    for (size_t at = 0; at + 2 < text.size; at++) {
        pol_span rest = pol_span_from(text, at + 1);
        if (text.data[at] == ',' && text.data[at + 1] == ' ' &&
            pol_word_is_any(pol_word_next(&rest), tells))
            return pol_span_first(text, at);
    }
    return pol_span_make(NULL, 0);
}

pol_span pol_sentence_title(pol_span named)
{
    pol_kind kind;
    bool is_in_number;
    pol_span rest = named, none = pol_span_make(NULL, 0);
    if (pol_outcome_noun(&rest, &kind, &is_in_number) &&
        pol_outcome_is_prefix(pol_word_next(&(pol_span){rest.data, rest.size})))
        (void)pol_word_next(&rest);
    pol_span word = pol_word_next(&rest);
    if (!pol_outcome_is_number(word, true))
        return none;
    pol_outcome_whole_number(word, &rest);
    bool is_marked = false;
    while (rest.size > 0 && strchr(" ,:", rest.data[0])) {
        is_marked = is_marked || rest.data[0] != ' ';
        rest = pol_span_from(rest, 1);
    }
    pol_span title = quoted(rest);
    if (title.data) {
        pol_span first = title, bare = pol_outcome_strip(title);
        bool is_aside = rest.data[0] == '(' &&
                        pol_word_is_any(pol_word_next(&first), "from moved by as motions see "
                                                               "amended incorporating");
        return !is_aside && pol_title_is(bare) ? bare : none;
    }
    title = is_marked && pol_word_is_capital(rest) ? until_told(rest) : none;
    return title.data && pol_title_is(title) ? pol_outcome_strip(title) : none;
}

/* "Electric paddle gear, found little favour and": without what is told behind the title, where
 * more is told of the item. */
static pol_span before_deed(pol_span named)
{
    pol_span last = pol_word_last(named);
    if (!pol_word_is_any(last, "and then but duly also so having"))
        return named;
    for (size_t at = named.size; at-- > 2;)
        if (named.data[at - 2] == ',' && named.data[at - 1] == ' ')
            return named.data[at] >= 'a' && named.data[at] <= 'z' ? pol_span_first(named, at - 2)
                                                                  : named;
    return named;
}

bool pol_sentence_name(pol_outcome *item, pol_span named)
{
    bool is_amended = false;
    pol_outcome read = {0};
    if (!pol_outcome_item(before_deed(before_telling(named)), &read, &is_amended))
        return false;
    pol_span title = pol_sentence_title(named);
    bool is_cut = title.data && read.title.data && read.title.size > title.size;
    if (is_cut) /* behind the quotes more is told */
        read.title = title;
    bool is_small = read.title.data && !pol_word_is_capital(pol_span_core(read.title));
    if (item->kind == POL_KIND_MOTION || read.kind != POL_KIND_MOTION)
        item->kind = item->kind == POL_KIND_STATEMENT ? item->kind : read.kind;
    item->title = is_small ? pol_span_make(NULL, 0) : read.title;
    if (read.kind == POL_KIND_AMENDMENT)
        item->number = read.number;
    return is_amended;
}

/* ", on the closure of the creamery, was": behind what the item is on, at the comma. */
pol_span pol_sentence_behind_topic(pol_span text)
{
    pol_span rest = text, word = pol_word_next(&rest);
    bool is_topic = text.size > 0 && text.data[0] == ',' &&
                    pol_word_is_any(word, "on about concerning regarding calling from");
    size_t end = is_topic ? pol_span_find(rest, POL_SPAN(", "), 0) : (size_t)-1;
    return end == (size_t)-1 ? text : pol_span_from(rest, end);
}
