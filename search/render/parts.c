/* parts.c - see parts.h. */
#include "search/render/parts.h"

#include <stdio.h>

#include "search/citation.h"
#include "search/printable.h"

const char *pol_part_anchor(const pol_passage *passage, char buffer[POL_ANCHOR_SIZE])
{
    buffer[0] = '\0';
    if (passage)
        snprintf(buffer, POL_ANCHOR_SIZE, "#p%u", (unsigned)passage->ordinal);
    return buffer;
}

static bool is_unreserved(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

void pol_part_url(const pol_stored *stored, const pol_passage *passage, pol_buffer *buffer)
{
    char anchor[POL_ANCHOR_SIZE];
    pol_span id = stored->document.id.text;
    pol_buffer_add_text(buffer, "/documents/");
    for (size_t i = 0; i < id.size; i++) {
        if (is_unreserved((unsigned char)id.data[i]))
            pol_buffer_add_byte(buffer, id.data[i]);
        else
            pol_buffer_printf(buffer, "%%%02X", (unsigned)(unsigned char)id.data[i]);
    }
    pol_buffer_add_text(buffer, pol_part_anchor(passage, anchor));
}

static pol_decision stated_decision(const pol_document *document)
{
    if (!pol_kind_is_decided(document->kind))
        return POL_DECISION_NONE;
    return document->decision == POL_DECISION_NONE ? POL_DECISION_UNKNOWN : document->decision;
}

const char *pol_part_decision(const pol_document *document)
{
    return pol_citation_decision(document);
}

const char *pol_part_decision_code(const pol_document *document)
{
    return pol_decision_code(stated_decision(document));
}

void pol_part_when(const pol_document *document, pol_buffer *buffer)
{
    size_t start = buffer->size;
    pol_citation_add_conference(document, buffer);
    if (pol_kind_is_decided(document->kind))
        return;
    if (buffer->size > start)
        pol_buffer_add_text(buffer, ", ");
    pol_citation_add_kind(document, buffer);
}

pol_span pol_part_facet_label(const char *field, pol_span value)
{
    if (strcmp(field, "decision") == 0 && pol_decision_from_code(value) != POL_DECISION_NONE)
        return pol_span_of(pol_decision_label(pol_decision_from_code(value)));
    if (strcmp(field, "kind") == 0 && pol_kind_from_code(value) != POL_KIND_COUNT)
        return pol_span_of(pol_kind_label(pol_kind_from_code(value)));
    return value;
}

/* "‘a’, ‘b’ or ‘c’" */
static void add_words(const pol_span *words, size_t count, const char *joint, pol_buffer *buffer)
{
    for (size_t i = 0; i < count; i++) {
        pol_buffer_add_text(buffer, i == 0 ? "‘" : i + 1 < count ? ", ‘" : joint);
        pol_printable_line(buffer, words[i]);
        pol_buffer_add_text(buffer, "’");
    }
}

void pol_part_lack(const pol_results *results, pol_buffer *buffer)
{
    uint32_t documents = results->indexed_documents;
    if (!results->lacks_words)
        return;
    pol_buffer_printf(buffer, "Nothing in %u document%s has ", (unsigned)documents,
                      documents == 1 ? "" : "s");
    add_words(results->unknown_words, results->unknown_word_count, " or ‘", buffer);
    pol_buffer_add_byte(buffer, '.');
}

void pol_part_rest(const pol_results *results, pol_buffer *buffer)
{
    if (!results->lacks_words)
        return;
    if (!results->is_off_subject) {
        pol_buffer_add_text(buffer, "What follows has only some of the other words: ");
        add_words(results->other_words, results->other_word_count, ", ‘", buffer);
        pol_buffer_add_byte(buffer, '.');
        return;
    }
    pol_buffer_add_text(buffer, "Others have only ");
    add_words(results->other_words, results->other_word_count, " or ‘", buffer);
    pol_buffer_add_text(buffer, ". To see these, search for: ");
    pol_printable_line(buffer, results->rest);
}

const char *pol_part_tier(const pol_results *results, pol_tier tier)
{
    bool is_rest = results->lacks_words && tier == POL_TIER_PARTIAL;
    return is_rest ? "Only some of the other words" : pol_tier_label(tier);
}

void pol_part_hidden(const pol_results *results, pol_buffer *buffer)
{
    uint32_t hidden = results->hidden_not_stated;
    if (hidden == 0)
        return;
    pol_buffer_printf(buffer,
                      hidden == 1 ? "%u match is hidden: its decision is not stated "
                                    "(decision:unknown shows it)."
                                  : "%u matches are hidden: their decision is not stated "
                                    "(decision:unknown shows them).",
                      (unsigned)hidden);
}

void pol_part_page(const pol_results *results, pol_buffer *buffer)
{
    if (results->hit_count == 0)
        return;
    size_t last = pol_part_rank(results, results->hit_count - 1);
    pol_buffer_printf(buffer, "%s %zu to %zu of %s%u.",
                      results->is_grouped ? "Documents" : "Results", results->offset + 1, last,
                      results->total_is_exact ? "" : "about ", (unsigned)results->total);
    if (last < results->total)
        pol_buffer_printf(buffer, " More: --offset %zu.", last);
}

size_t pol_part_rank(const pol_results *results, size_t index)
{
    size_t rank = results->offset + 1;
    for (size_t i = 1; i <= index; i++)
        rank += !pol_part_is_continued(results, i);
    return rank;
}

bool pol_part_is_continued(const pol_results *results, size_t index)
{
    return results->is_grouped && pol_part_is_same(results, index);
}

bool pol_part_is_same(const pol_results *results, size_t index)
{
    if (index == 0)
        return false;
    const pol_hit *before = &results->hits[index - 1], *hit = &results->hits[index];
    return before->stored == hit->stored && before->tier == hit->tier;
}

bool pol_part_shows(const pol_submitter *submitter, const pol_render_options *options)
{
    return !submitter->is_person || options->shows_people;
}
