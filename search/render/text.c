/* text.c - results as text for people: what was understood, the hits (search/render/hit.h)
 * in their tiers, what to do next. */
#include <stdio.h>

#include "search/render/hit.h"
#include "search/render/parts.h"

enum { LINE_BYTES = 1 << 20 };

/* --- around the hits -------------------------------------------------------------- */

static void write_part(pol_hit_writer *w,
                       void (*add)(const pol_results *results, pol_buffer *buffer))
{
    pol_buffer built;
    pol_buffer_init(&built, LINE_BYTES);
    add(w->results, &built);
    pol_pen_start(&w->pen, 0, 0);
    if (built.size) {
        pol_pen_write_built(&w->pen, &built);
        pol_pen_end(&w->pen);
    } else {
        pol_buffer_done(&built);
    }
}

static void write_unknown(pol_hit_writer *w)
{
    const pol_results *results = w->results;
    pol_pen_start(&w->pen, 0, 0);
    for (size_t i = 0; i < results->unknown_word_count; i++) {
        pol_pen_text(&w->pen, i ? ", ‘" : "Not in any document: ‘");
        pol_pen_write(&w->pen, results->unknown_words[i]);
        pol_pen_text(&w->pen, "’");
    }
    if (results->unknown_word_count) {
        pol_pen_text(&w->pen, ".");
        pol_pen_end(&w->pen);
    }
}

/* Words that are nowhere, and what may have been meant. */
static void write_spelling(pol_hit_writer *w)
{
    const pol_results *results = w->results;
    if (results->lacks_words) {
        pol_pen_gap(&w->pen);
        write_part(w, pol_part_lack);
    } else {
        write_unknown(w);
    }
    if (results->corrected.size)
        pol_pen_write_line(&w->pen, POL_STYLE_NONE, "--as-typed searches for it all the same.");
    if (results->suggestion.size) {
        pol_pen_start(&w->pen, 0, 0);
        pol_pen_text(&w->pen, "Did you mean: ");
        pol_pen_write(&w->pen, results->suggestion);
        pol_pen_end(&w->pen);
    }
    write_part(w, pol_part_rest);
}

static void write_understood(pol_hit_writer *w)
{
    const pol_results *results = w->results;
    pol_buffer sentence;
    pol_buffer_init(&sentence, results->understood.size + LINE_BYTES);
    pol_buffer_add_text(&sentence, results->asks_nothing ? "There is " : "Looked for ");
    pol_buffer_add(&sentence, results->understood);
    pol_buffer_add_text(&sentence, ".");
    pol_pen_start(&w->pen, 0, 0);
    pol_pen_set_style(&w->pen, POL_STYLE_DIM);
    pol_pen_write_built(&w->pen, &sentence);
    pol_pen_end(&w->pen);
    for (size_t i = 0; i < results->note_count; i++) {
        pol_pen_start(&w->pen, 0, 6);
        pol_pen_text(&w->pen, "Note: ");
        pol_pen_text(&w->pen, results->notes[i]);
        pol_pen_end(&w->pen);
    }
    if (results->is_read)
        pol_pen_write_line(&w->pen, POL_STYLE_NONE, "--as-typed searches for the words instead.");
}

static void write_tier(pol_hit_writer *w, pol_tier tier)
{
    char text[120];
    const pol_results *results = w->results;
    uint32_t total = results->tier_totals[tier];
    if (tier == POL_TIER_ANY)
        return;
    if (total)
        snprintf(text, sizeof text, "%s (%s%u)", pol_part_tier(results, tier),
                 results->total_is_exact ? "" : "about ", (unsigned)total);
    else
        snprintf(text, sizeof text, "%s", pol_part_tier(results, tier));
    pol_pen_write_line(&w->pen, POL_STYLE_TITLE, text);
    pol_pen_gap(&w->pen);
}

static void write_facet(pol_hit_writer *w, const pol_facet *facet)
{
    pol_pen *pen = &w->pen;
    char count[32];
    pol_pen_start(pen, 0, 2);
    pol_pen_text(pen, "By ");
    pol_pen_text(pen, facet->field);
    pol_pen_text(pen, ": ");
    for (size_t i = 0; i < facet->value_count; i++) {
        const pol_facet_count *value = &facet->values[i];
        snprintf(count, sizeof count, " (%s%u)", w->results->facets_are_exact ? "" : "about ",
                 (unsigned)value->motions);
        pol_pen_text(pen, i ? ", " : "");
        pol_pen_write(pen, pol_part_facet_label(facet->field, value->value));
        pol_pen_text(pen, count);
    }
    pol_pen_end(pen);
}

static void write_facets(pol_hit_writer *w)
{
    const pol_results *results = w->results;
    if (results->facet_count == 0 || results->hit_count == 0)
        return;
    pol_pen_write_line(&w->pen, POL_STYLE_TITLE,
                       results->facets_are_exact ? "Documents" : "Documents (estimates)");
    for (size_t i = 0; i < results->facet_count; i++)
        if (results->facets[i].value_count)
            write_facet(w, &results->facets[i]);
    pol_pen_gap(&w->pen);
}

/* What to do next, where there is something. */
static void write_nothing(pol_hit_writer *w)
{
    const pol_results *results = w->results;
    char text[120];
    if (results->asks_nothing) {
        pol_pen_write_line(&w->pen, POL_STYLE_NONE,
                           "Give a word, or a filter: polsearch strike, polsearch year:2015.");
        return;
    }
    if (results->offset > 0 && results->total > 0) {
        snprintf(text, sizeof text, "Nothing further: there are %u results in all.",
                 (unsigned)results->total);
        pol_pen_write_line(&w->pen, POL_STYLE_NONE, text);
        return;
    }
    snprintf(text, sizeof text, "Nothing found in %u document%s.",
             (unsigned)results->indexed_documents, results->indexed_documents == 1 ? "" : "s");
    pol_pen_write_line(&w->pen, POL_STYLE_NONE, text);
    write_spelling(w);
    write_part(w, pol_part_hidden);
    if (results->suggestion.size == 0 && results->hidden_not_stated == 0 && !results->is_read)
        pol_pen_write_line(
            &w->pen, POL_STYLE_NONE,
            "Try fewer or other words, the start of a word (privat*), or fewer filters.");
}

static void write_explain(pol_hit_writer *w)
{
    if (w->results->explain.size == 0)
        return;
    pol_pen_gap(&w->pen);
    /* Lines are kept: they are laid out already. */
    for (pol_span rest = w->results->explain; rest.size;) {
        size_t end = pol_span_find(rest, POL_SPAN("\n"), 0);
        size_t size = end == (size_t)-1 ? rest.size : end;
        size_t indent = 0;
        while (indent < size && rest.data[indent] == ' ')
            indent++;
        pol_pen_start(&w->pen, indent, indent + 2);
        pol_pen_write(&w->pen, pol_span_make(rest.data + indent, size - indent));
        pol_pen_end(&w->pen);
        rest = pol_span_from(rest, size + 1);
    }
}

/* How many hits from `first` on are of one document. */
static size_t run_of(const pol_results *results, size_t first)
{
    size_t count = 1;
    while (first + count < results->hit_count && pol_part_is_same(results, first + count))
        count++;
    return count;
}

static void write_hits(pol_hit_writer *w)
{
    const pol_results *results = w->results;
    for (size_t i = 0, count; i < results->hit_count; i += count) {
        count = w->options->is_plain ? 1 : run_of(results, i);
        if (i == 0 || results->hits[i].tier != results->hits[i - 1].tier)
            write_tier(w, results->hits[i].tier);
        if (w->options->is_plain)
            pol_hit_write_plain(w, i);
        else
            pol_hit_write(w, i, count);
    }
    write_facets(w);
    write_part(w, pol_part_hidden);
    write_part(w, pol_part_page);
}

void pol_render_text(const pol_results *results, const pol_render_options *options,
                     pol_buffer *buffer)
{
    pol_hit_writer w = {.results = results, .options = options};
    pol_pen_init(&w.pen, options, buffer);
    write_understood(&w);
    if (results->hit_count) /* why these are not what was asked for */
        write_spelling(&w);
    if (results->hit_count == 0 || !results->is_off_subject)
        pol_pen_gap(&w.pen);
    if (results->hit_count == 0)
        write_nothing(&w);
    else if (!results->is_off_subject)
        write_hits(&w);
    write_explain(&w);
}
