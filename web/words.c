/* words.c - see words.h. Tables, and markup around their words. */
#include "web/words.h"

#include <time.h>

#include "search/remark.h"

static const char *const clause_words[POL_CLAUSE_COUNT] = {
    [POL_CLAUSE_PREAMBLE] = "Introduction",     [POL_CLAUSE_NOTES] = "What is noted",
    [POL_CLAUSE_BELIEVES] = "What is believed", [POL_CLAUSE_RESOLVES] = "What is to be done",
    [POL_CLAUSE_AMENDMENT] = "Amendment",       [POL_CLAUSE_RATIONALE] = "Reasons given",
    [POL_CLAUSE_ARTICLE] = "Article",           [POL_CLAUSE_OTHER] = "Other text",
};

const char *pol_words_clause(pol_clause clause)
{
    return (unsigned)clause < POL_CLAUSE_COUNT ? clause_words[clause] : "";
}

const char *pol_words_field(pol_field field)
{
    switch (field) {
    case POL_FIELD_CONFERENCE:
        return "Conference";
    case POL_FIELD_DECISION:
        return "Decision";
    case POL_FIELD_KIND:
        return "Kind";
    case POL_FIELD_CLAUSE:
        return "Part of the text";
    case POL_FIELD_ORG:
        return "Organisation";
    case POL_FIELD_YEAR:
        return "Year";
    case POL_FIELD_BY:
        return "Submitted by";
    case POL_FIELD_STANDING:
        return "Standing";
    case POL_FIELD_NUMBER:
        return "Number";
    default:
        return "Source";
    }
}

pol_span pol_words_facet(pol_span field, pol_span value)
{
    if (pol_span_equal(field, POL_SPAN("decision"))) {
        const char *label = pol_decision_label(pol_decision_from_code(value));
        if (pol_span_equal(value, POL_SPAN("policy")))
            label = "carried (also as amended or in part)";
        return label[0] ? pol_span_of(label) : value;
    }
    if (pol_span_equal(field, POL_SPAN("kind")) && pol_kind_from_code(value) != POL_KIND_COUNT)
        return pol_span_of(pol_kind_label(pol_kind_from_code(value)));
    if (pol_span_equal(field, POL_SPAN("clause")) &&
        pol_clause_from_code(value) != POL_CLAUSE_COUNT)
        return pol_span_of(pol_words_clause(pol_clause_from_code(value)));
    return value;
}

/* " decision-carried-amended" */
static void add_class(pol_buffer *buffer, pol_decision decision)
{
    pol_html_add(buffer, " decision-");
    for (const char *code = pol_decision_code(decision); *code; code++)
        pol_buffer_add_byte(buffer, *code == '_' ? '-' : *code);
}

void pol_words_add_decision(pol_buffer *buffer, pol_decision decision, const char *label)
{
    if (!pol_decision_code(decision))
        return;
    pol_html_add(buffer, "<span class=\"decision");
    add_class(buffer, decision);
    POL_HTML(buffer, "\">$</span>", pol_span_of(label ? label : pol_decision_label(decision)));
}

/* Was it put aside without a vote on it? Then its words are nobody's policy, which a newcomer may
 * not know. */
static bool is_aside(pol_decision decision)
{
    switch (decision) {
    case POL_DECISION_FELL:
    case POL_DECISION_REMITTED:
    case POL_DECISION_REFERRED_BACK:
    case POL_DECISION_WITHDRAWN:
    case POL_DECISION_NOT_REACHED:
    case POL_DECISION_DEFERRED:
    case POL_DECISION_OUT_OF_ORDER:
        return true;
    default:
        return false;
    }
}

void pol_words_add_meaning(pol_buffer *buffer, pol_decision decision)
{
    POL_HTML(buffer, "$$", pol_span_of(pol_decision_help(decision)),
             is_aside(decision) ? POL_SPAN(" It did not become policy.") : POL_SPAN(""));
}

void pol_words_add_explained(pol_buffer *buffer, pol_decision decision, const char *label)
{
    if (!pol_decision_code(decision))
        return;
    pol_html_add(buffer, "<details class=\"explain\"><summary>");
    pol_words_add_decision(buffer, decision, label);
    bool is_unclear = label && strcmp(label, pol_decision_label(decision)) != 0;
    pol_html_add(buffer, "</summary><p>");
    if (is_unclear)
        pol_html_add(buffer,
                     "Sources contradict each other, so neither is taken for the decision.");
    else
        pol_words_add_meaning(buffer, decision);
    pol_html_add(buffer, "</p></details>");
}

const char *pol_words_caution(const pol_document *document)
{
    bool is_amendment = document->kind == POL_KIND_AMENDMENT;
    bool is_policy = pol_decision_is_policy(pol_words_decision_of(document));
    return is_amendment && is_policy ? "This changes a motion; it counts only if that motion was "
                                       "carried too."
                                     : "";
}

const char *pol_words_since(const pol_document *document)
{
    return document->standing == POL_STANDING_SUPERSEDED ? "since superseded"
           : document->standing == POL_STANDING_LAPSED   ? "since lapsed"
           : pol_remark_is_before_amendment(document)    ? "text before amendment"
                                                         : "";
}

pol_decision pol_words_decision_of(const pol_document *document)
{
    if (!pol_kind_is_decided(document->kind))
        return POL_DECISION_NONE;
    bool is_open = document->decision == POL_DECISION_NONE || document->has_decision_conflict;
    return is_open ? POL_DECISION_UNKNOWN : document->decision;
}

void pol_words_add_lang(pol_buffer *buffer, const pol_document *document)
{
    pol_span language = document->language.text;
    bool is_code = language.size == 2 || language.size == 3;
    for (size_t i = 0; is_code && i < language.size; i++)
        is_code = language.data[i] >= 'a' && language.data[i] <= 'z';
    if (is_code && !pol_span_equal(language, POL_SPAN("en")))
        POL_HTML(buffer, " lang=\"$\"", language);
}

void pol_words_add_count(pol_buffer *buffer, uint64_t count, const char *one, const char *many)
{
    char digits[POL_DIGITS_SIZE];
    POL_HTML(buffer, "$ $", pol_html_number(count, digits), pol_span_of(count == 1 ? one : many));
}

void pol_words_add_moment(pol_buffer *buffer, int64_t unix_seconds)
{
    char machine[64], person[64];
    time_t moment = (time_t)unix_seconds;
    struct tm parts;
    if (unix_seconds == 0 || !gmtime_r(&moment, &parts) ||
        !strftime(machine, sizeof machine, "%Y-%m-%dT%H:%M:%SZ", &parts) ||
        !strftime(person, sizeof person, "%e %B %Y, %H:%M UTC", &parts)) {
        pol_html_add(buffer, "an unknown time");
        return;
    }
    POL_HTML(buffer, "<time datetime=\"$\">$</time>", pol_span_of(machine),
             pol_span_trim(pol_span_of(person)));
}
