/* error.c - see error.h. What went wrong with a request is told; what went wrong in here
 * is for the server's log alone, since it names files and machines.
 *
 * Classes: error-page, error-code, ways-on. */
#include "web/page/error.h"

typedef struct failure {
    int http_status;
    const char *title, *advice;
    bool tells; /* the error's own words */
} failure;

/* The last one is for all others. */
static const failure failures[] = {
    {400, "This address cannot be answered", "Something in it is not as it must be.", true},
    {404, "There is no such page",
     "It may have been removed, or the address may be incomplete. A search may find it.", true},
    {405, "This address can only be read", "Go back and follow a link instead.", true},
    {408, "That took too long", "Try again, with a better connection or a shorter search.", true},
    {413, "That is too much at once",
     "Ask for less: a shorter search, fewer filters, a shorter text.", true},
    {414, "This address is too long", "Ask for less: a shorter search or fewer filters.", true},
    {415, "This cannot be read as a draft", "Paste the words of the draft into the box for it.",
     true},
    {421, "This site goes by another name",
     "Use the address that you were given, or ask those who run this site for it.", true},
    {429, "Too many requests", "Wait a few seconds, then try again.", true},
    {431, "Your browser sent too much", "Delete the cookies of this site, then try again.", true},
    {503, "Busy at the moment", "Wait a few seconds, then load this page again.", false},
    {0, "Something went wrong here",
     "It is not your doing. Try again in a while; if it stays so, tell those who run this site.",
     false}};

static const failure *failure_of(int http_status)
{
    const failure *found = failures;
    while (found->http_status && found->http_status != http_status)
        found++;
    return found;
}

/* "there is no page" as "There is no page." */
static void add_sentence(pol_buffer *buffer, pol_span words)
{
    char first = words.data[0];
    if (first >= 'a' && first <= 'z')
        first = (char)(first - 'a' + 'A');
    pol_html_text(buffer, pol_span_make(&first, 1));
    pol_html_text(buffer, pol_span_from(words, 1));
    if (!pol_span_ends(words, POL_SPAN(".")))
        pol_html_add(buffer, ".");
}

void pol_page_error(pol_buffer *buffer, const pol_site *site, int http_status,
                    const pol_error *error)
{
    const failure *found = failure_of(http_status);
    pol_page page = {.title = pol_span_of(found->title), .is_unlisted = true};
    char code[POL_DIGITS_SIZE];
    pol_page_begin(buffer, site, &page);
    POL_HTML(buffer, "<div class=\"error-page\">\n<h1>$</h1>\n", page.title);
    if (found->tells && error->text[0] && (unsigned char)error->text[0] < 0x80) {
        pol_html_add(buffer, "<p>");
        add_sentence(buffer, pol_span_of(error->text));
        pol_html_add(buffer, "</p>\n");
    }
    POL_HTML(buffer,
             "<p>$</p>\n<h2>Ways on</h2>\n<ul class=\"ways-on\">\n"
             "<li><a href=\"/\">Search from the start</a></li>\n"
             "<li><a href=\"/browse\">Browse conferences and years</a></li>\n"
             "<li><a href=\"/check\">Check a draft</a></li>\n"
             "<li><a href=\"/help\">How to search</a></li>\n</ul>\n"
             "<p class=\"error-code\">HTTP status $.</p>\n</div>\n",
             pol_span_of(found->advice), pol_html_number((uint64_t)http_status, code));
    pol_page_end(buffer, site);
}
