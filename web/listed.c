/* listed.c - see listed.h. */
#include "web/listed.h"

#include "search/citation.h"
#include "web/url.h"
#include "web/words.h"

enum { LINE_BYTES = 1 << 16 };

static void add_words(pol_buffer *buffer, const pol_listed *entry)
{
    const pol_document titled = {.language = {.text = entry->language}};
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    pol_citation_add_numbered(entry->kind, entry->number, &built);
    pol_span number = pol_buffer_span(&built);
    bool repeats = number.size && pol_span_starts_fold(number, pol_span_trim(entry->display_title));
    pol_html_text(buffer, number);
    if (!repeats) {
        pol_html_add(buffer, number.size ? ": <span" : "<span");
        pol_words_add_lang(buffer, &titled);
        POL_HTML(buffer, ">$$</span>", entry->display_title,
                 entry->title_is_opening ? POL_SPAN("…") : POL_SPAN(""));
    }
    pol_buffer_spend(&built, buffer);
}

void pol_listed_add_link(pol_buffer *buffer, const pol_listed *entry, const char *attributes,
                         const char *words)
{
    pol_buffer url;
    pol_buffer_init(&url, LINE_BYTES);
    pol_url_add_document(&url, entry->id, 0);
    pol_html_add(buffer, "<a");
    pol_html_add(buffer, attributes);
    POL_HTML(buffer, " href=\"$\">$", pol_buffer_span(&url), pol_span_of(words));
    add_words(buffer, entry);
    pol_html_add(buffer, "</a>");
    pol_buffer_spend(&url, buffer);
}

pol_decision pol_listed_decision(const pol_listed *entry)
{
    if (!pol_kind_is_decided(entry->kind))
        return POL_DECISION_NONE;
    return entry->decision == POL_DECISION_NONE ? POL_DECISION_UNKNOWN : entry->decision;
}

bool pol_listed_amends(const pol_listed *entry, const pol_listed *other)
{
    pol_span number = pol_span_trim(entry->number), of = pol_span_trim(other->number);
    if (entry->kind != POL_KIND_AMENDMENT || of.size == 0 || number.size <= of.size ||
        !pol_span_starts_fold(number, of))
        return false;
    char next = number.data[of.size];
    return next < '0' || next > '9';
}
