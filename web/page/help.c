/* help.c - "/help": how to search, each example a search that can be followed; what decisions
 * and tiers mean; keys. Fields and decisions come from their tables.
 *
 * Classes: help, terms (a dl), example (a link that is a query), scroll. */
#include "core/schema.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/url.h"
#include "web/words.h"

enum { URL_BYTES_MAX = 1024 };

typedef struct example {
    const char *query, *words;
} example;

static const example examples[] = {
    {"fair pay", "Both words, in any form: pays, paying. First where one passage has both, then "
                 "where one motion has both, its title counted."},
    {"what is our policy on pay", "A question will do: only what it asks about must match."},
    {"4 day week", "Numbers are found in figures and in words: a four-day week, a 4-day week."},
    {"motion 12", "A number alone finds the motion with that number first."},
    {"Composite C", "So does the name of a composite."},
    {"\"fair pay\"", "Exactly these words, in this order."},
    {"\"privatised\"", "Exactly this word, and no other form of it."},
    {"pay OR wages", "Either word. OR, AND, NOT and NEAR are in capitals."},
    {"pay -pensions", "Without a word: a hyphen right before it."},
    {"pay (freeze OR cap)", "Brackets keep together what belongs together."},
    {"privat*", "The start of a word, and any ending."},
    {"pay NEAR/5 freeze", "Two words at most five words apart, in either order."},
    {"title:pay", "A word of the title."},
    {"strike decision:policy", "Only what was carried: as moved, as amended or in part."},
    {"strike decision:lost", "Only what was lost."},
    {"housing year:2010..2015", "Only these years."},
    {"pay -decision:lost", "Without what was lost."},
    {"libraries -standing:superseded", "Without what a later text says was replaced."}};

static void add_example(pol_buffer *buffer, const char *query)
{
    pol_buffer url;
    size_t count = 0;
    pol_buffer_init(&url, URL_BYTES_MAX);
    pol_buffer_add_text(&url, "/search");
    pol_url_add_parameter(&url, &count, "q", pol_span_of(query));
    POL_HTML(buffer, "<a class=\"example\" href=\"$\">$</a>", pol_buffer_span(&url),
             pol_span_of(query));
    pol_buffer_spend(&url, buffer);
}

static void add_term(pol_buffer *buffer, const char *query, const char *words)
{
    pol_html_add(buffer, "<dt>");
    add_example(buffer, query);
    POL_HTML(buffer, "</dt><dd>$</dd>\n", pol_span_of(words));
}

static void add_queries(pol_buffer *buffer)
{
    pol_html_add(buffer,
                 "<h2 id=\"words\">Words</h2>\n"
                 "<p>Type what you are looking for; nothing that you type is wrong. Capitals, "
                 "accents and apostrophes make no difference, and very common words need not "
                 "match. Above the results stands how the search was understood.</p>\n");
    pol_html_add(buffer, "<p>Each of these is a search to follow:</p>\n<dl class=\"terms\">\n");
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        add_term(buffer, examples[i].query, examples[i].words);
    pol_html_add(buffer, "</dl>\n");
}

static void add_fields(pol_buffer *buffer)
{
    pol_html_add(buffer, "<h2 id=\"filters\">Filters</h2>\n"
                         "<p>Beside the results are filters to choose from, with the number of "
                         "documents that each leaves. They can be typed too: a name, a colon and a "
                         "value, with no space between.</p>\n");
    pol_html_add(buffer, "<dl class=\"terms\">\n");
    for (int field = 0; field < POL_FIELD_COUNT; field++) {
        const pol_field_info *info = pol_field_info_of((pol_field)field);
        add_term(buffer, info->example, info->help);
    }
    pol_html_add(buffer, "</dl>\n");
}

static void add_decisions(pol_buffer *buffer)
{
    pol_html_add(buffer,
                 "<h2 id=\"decisions\">What the decisions mean</h2>\n"
                 "<p>A decision is shown only where a text states it. What states none is shown as "
                 "“decision not stated”: it may have been carried or lost. Where two sources "
                 "contradict each other the decision is called unclear, and both are named.</p>\n"
                 "<p>Policy is what was carried, also as amended or in part, until a later text "
                 "replaces it: where that is known, it stands with the result. An amendment that "
                 "was carried counts only with its motion.</p>\n");
    pol_html_add(buffer, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                         "aria-labelledby=\"decisions-table\">\n<table>\n"
                         "<caption id=\"decisions-table\">Decisions</caption>\n<thead><tr>"
                         "<th scope=\"col\">Decision</th><th scope=\"col\">What it means</th></tr>"
                         "</thead>\n<tbody>\n");
    for (int decision = POL_DECISION_NONE + 1; decision < POL_DECISION_COUNT; decision++) {
        pol_html_add(buffer, "<tr><th scope=\"row\">");
        pol_words_add_decision(buffer, (pol_decision)decision, NULL);
        pol_html_add(buffer, "</th><td>");
        pol_words_add_meaning(buffer, (pol_decision)decision);
        pol_html_add(buffer, "</td></tr>\n");
    }
    pol_html_add(buffer, "</tbody>\n</table>\n</div>\n");
}

static void add_tiers(pol_buffer *buffer)
{
    static const char *const meanings[POL_TIER_COUNT] = {
        [POL_TIER_LABEL] = "You typed the number of a motion, and this is it.",
        [POL_TIER_CONFERENCE] = "You typed the name of a conference. These were put to it.",
        [POL_TIER_PASSAGE] = "One paragraph or point has all of your words.",
        [POL_TIER_DOCUMENT] = ("No single passage has all of them, but the motion has, its title "
                               "and the words that lead to its points counted."),
        [POL_TIER_PARTIAL] =
            "Few motions have all of them, or none has. These have some, the best first.",
        [POL_TIER_ANY] = "You asked for any of the words: all that have one, the best first.",
    };
    pol_html_add(buffer, "<h2 id=\"order\">The order of results</h2>\n"
                         "<p>Results stand under headings that say what they keep of what you "
                         "asked.</p>\n<dl class=\"terms\">\n");
    for (int tier = 0; tier < POL_TIER_COUNT; tier++)
        POL_HTML(buffer, "<dt>$</dt><dd>$</dd>\n", pol_span_of(pol_tier_label((pol_tier)tier)),
                 pol_span_of(meanings[tier]));
    pol_html_add(buffer, "</dl>\n");
}

static void add_rest(pol_buffer *buffer)
{
    pol_html_add(buffer, "<h2 id=\"clauses\">Parts of a motion</h2>\n<p>To search one part only, "
                         "choose it beside the results, or type with your words:</p>\n"
                         "<dl class=\"terms\">\n");
    for (int clause = 0; clause < POL_CLAUSE_COUNT; clause++)
        POL_HTML(buffer, "<dt>$</dt><dd>clause:$</dd>\n",
                 pol_span_of(pol_words_clause((pol_clause)clause)),
                 pol_span_of(pol_clause_code((pol_clause)clause)));
    pol_html_add(buffer,
                 "</dl>\n<h2 id=\"keys\">Keys</h2>\n<ul>\n"
                 "<li><kbd>Tab</kbd> goes to the next link or field; the first one on each page "
                 "skips to its main part.</li>\n"
                 "<li><kbd>Enter</kbd> in the search box searches.</li>\n"
                 "<li><kbd>/</kbd> goes to the search box, where scripts are allowed.</li>\n"
                 "<li>Back in your browser brings back the search as it was. The address of a "
                 "search or a passage can be sent to others.</li>\n</ul>\n"
                 "<h2 id=\"drafts\">Drafts</h2>\n"
                 "<p>Before you submit a motion, <a href=\"/check\">check the draft</a>: for each "
                 "of its clauses you see what conference has already decided, with the passages "
                 "beside it and a line to reaffirm them by. What you paste is not kept.</p>\n"
                 "<h2 id=\"quote\">Quoting</h2>\n"
                 "<p>Below each result stands a line to quote it by, always with the decision. "
                 "The page of a document has it in more forms.</p>\n</div>\n");
}

pol_status pol_page_help(pol_worker *worker, const pol_request *request, pol_response *response,
                         pol_error *reterr)
{
    pol_buffer *buffer = &response->body;
    pol_page page = {
        .title = POL_SPAN("How to search"), .section = "help", .canonical = POL_SPAN("/help")};
    (void)request, (void)reterr;
    pol_page_begin(buffer, worker->site, &page);
    pol_html_add(buffer, "<div class=\"help\">\n<h1>How to search</h1>\n");
    add_queries(buffer);
    add_fields(buffer);
    add_decisions(buffer);
    add_tiers(buffer);
    add_rest(buffer);
    pol_page_end(buffer, worker->site);
    return POL_OK;
}
