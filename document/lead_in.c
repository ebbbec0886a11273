/* lead_in.c - reading the last sentence of a paragraph that stands over a list. */
#include "document/lead_in.h"

#include "document/openers.h"
#include "document/words.h"

/* Words before a verb that make it the verb of the sentence's own subject: "notes the
 * report and calls on", but not "notes the report that calls on". */
static const char joining[] = "and therefore further also hereby thus conference congress branch "
                              "union council agm house region accordingly furthermore then we";

/* Ends of leads that direct without a verb of the table. */
static const char *const directed_ends[] = {
    "is instructed to",  "are instructed to", "is asked to",      "are asked to",
    "is requested to",   "are requested to",  "be instructed to", "be asked to",
    "is urged to",       "are urged to",      "is mandated to",   "are mandated to",
    "is called upon to", "is called on to",   "be requested to",  "be mandated to",
};

/* `core` is without marks at its end. */
static bool ends_with_words(pol_span core, const char *words)
{
    size_t size = strlen(words);
    return core.size > size && core.data[core.size - size - 1] == ' ' &&
           pol_span_equal_fold(pol_span_from(core, core.size - size), pol_span_of(words));
}

/* Does a directive verb govern the end of the sentence? */
static bool has_later_directive(pol_span sentence)
{
    pol_span rest = sentence, previous = pol_span_make(NULL, 0), ignored;
    bool after_comma = false;
    while (rest.size > 0) {
        if (pol_directive_starts(rest, &ignored) &&
            (after_comma || pol_word_is_any(previous, joining)))
            return true;
        pol_span word = pol_word_next(&rest);
        if (!word.data)
            break;
        after_comma = rest.size > 0 && rest.data[0] == ',';
        previous = word;
    }
    return false;
}

pol_lead pol_lead_of(pol_span paragraph)
{
    enum { TAIL = 1500 };
    pol_span tail = paragraph;
    if (tail.size > TAIL)
        tail = pol_span_from(tail, tail.size - TAIL);
    pol_span sentence = pol_last_sentence(tail);
    pol_opener opener = pol_opener_of(sentence);
    pol_lead lead = {opener.subject != POL_SUBJECT_NONE ? opener.clause : POL_CLAUSE_COUNT, false,
                     false};
    lead.is_directive = lead.clause == POL_CLAUSE_RESOLVES || has_later_directive(sentence);
    const pol_span core = pol_span_core(sentence);
    for (size_t i = 0; i < sizeof directed_ends / sizeof *directed_ends; i++)
        lead.is_directive = lead.is_directive || ends_with_words(core, directed_ends[i]);
    if (lead.is_directive)
        lead.clause = POL_CLAUSE_RESOLVES;
    lead.instructs =
        lead.is_directive && pol_span_find_fold(sentence, POL_SPAN("instruct"), 0) != (size_t)-1;
    return lead;
}

bool pol_lead_is_open(pol_span paragraph)
{
    char last = pol_last_mark(paragraph);
    if (last == ':')
        return true;
    pol_span word = pol_word_last(paragraph);
    if (pol_word_is_any(word, "to that the following"))
        return word.data + word.size == paragraph.data + paragraph.size;
    size_t dash = strlen("\u2014");
    return paragraph.size > dash && (pol_span_ends(paragraph, POL_SPAN("\u2014")) ||
                                     pol_span_ends(paragraph, POL_SPAN(" \u2013")) ||
                                     pol_span_ends(paragraph, POL_SPAN(" -")));
}
