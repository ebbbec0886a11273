/* page.c - see page.h. What all pages have around their own part.
 *
 * Classes: skip, site-header, brand, ways, search-form, search-line, site-footer, visually-hidden,
 * button. Ids: main, q (the search box). */
#include "web/page.h"

#include "core/version.h"
#include "web/asset.h"

typedef struct way {
    const char *section, *address, *words;
} way;

static const way ways[] = {{"search", "/", "Search"},
                           {"browse", "/browse", "Browse"},
                           {"check", "/check", "Check a draft"},
                           {"help", "/help", "Help"},
                           {"about", "/about", "About"}};

static void add_head(pol_buffer *buffer, const pol_site *site, const pol_page *page)
{
    pol_span version = pol_span_of(pol_asset_version()), title = pol_span_of(site->title);
    POL_HTML(buffer,
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<title>$ – $</title>\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"color-scheme\" content=\"light dark\">\n"
             "<meta name=\"description\" content=\"$\">\n"
             "<link rel=\"stylesheet\" href=\"/assets/$/style.css\">\n"
             "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/assets/$/icon.svg\">\n"
             "<link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"$\" "
             "href=\"/opensearch.xml\">\n",
             page->title, title,
             page->description.size
                 ? page->description
                 : POL_SPAN("What conferences decided: motions, passage by passage."),
             version, version, title);
    if (page->is_unlisted)
        pol_html_add(buffer, "<meta name=\"robots\" content=\"noindex\">\n");
    if (page->canonical.data)
        POL_HTML(buffer, "<link rel=\"canonical\" href=\"$$\">\n", pol_span_of(site->base_url),
                 page->canonical);
    if (page->feed.data)
        POL_HTML(buffer,
                 "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"New results of "
                 "this search\" href=\"$\">\n",
                 page->feed);
    POL_HTML(buffer, "<script src=\"/assets/$/polsearch.js\" defer></script>\n</head>\n", version);
}

static void add_ways(pol_buffer *buffer, const pol_page *page)
{
    pol_html_add(buffer, "<nav class=\"ways\" aria-label=\"Site\">\n<ul>\n");
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        bool is_here = page->section && strcmp(page->section, ways[i].section) == 0;
        POL_HTML(buffer, "<li><a href=\"$\"", pol_span_of(ways[i].address));
        POL_HTML(buffer, is_here ? " aria-current=\"true\">$</a></li>\n" : ">$</a></li>\n",
                 pol_span_of(ways[i].words));
    }
    pol_html_add(buffer, "</ul>\n</nav>\n");
}

static void add_box(pol_buffer *buffer, pol_span query)
{
    POL_HTML(buffer,
             "<form class=\"search-form\" role=\"search\" action=\"/search\">\n"
             "<label class=\"visually-hidden\" for=\"q\">Search motions and articles</label>\n"
             "<div class=\"search-line\"><input type=\"search\" id=\"q\" name=\"q\" value=\"$\" "
             "maxlength=\"4096\" autocomplete=\"off\" spellcheck=\"true\">\n"
             "<button class=\"button\" type=\"submit\">Search</button></div>\n</form>\n",
             query);
}

void pol_page_begin(pol_buffer *buffer, const pol_site *site, const pol_page *page)
{
    add_head(buffer, site, page);
    POL_HTML(buffer,
             "<body>\n<a class=\"skip\" href=\"#main\">Skip to the main part</a>\n"
             "<header class=\"site-header\">\n<a class=\"brand\" href=\"/\">$</a>\n",
             pol_span_of(site->title));
    add_ways(buffer, page);
    if (!page->has_own_box)
        add_box(buffer, page->query);
    pol_html_add(buffer, "</header>\n<main id=\"main\" tabindex=\"-1\">\n");
}

void pol_page_end(pol_buffer *buffer, const pol_site *site)
{
    (void)site;
    pol_html_add(buffer,
                 "</main>\n<footer class=\"site-footer\">\n"
                 "<p>Who moved or seconded a motion is not listed. What no text states is not "
                 "guessed.</p>\n"
                 "<ul>\n<li><a href=\"/about\">What is indexed</a></li>\n"
                 "<li><a href=\"/help\">How to search</a></li>\n"
                 "<li><a href=\"/openapi.json\">For programs (OpenAPI)</a></li>\n"
                 "<li>polsearch " POL_VERSION_STRING "</li>\n</ul>\n</footer>\n"
                 "</body>\n</html>\n");
}
