/* check_form.c - the box for a draft, the years that count, and what is wrong with what was
 * sent.
 *
 * Classes: check-form, lead, check-box, years, field, apply, button, complaint, hint. Ids:
 * check-form, draft, draft-hint, from, to, complaint. */
#include "web/page/check.h"

#include "core/utf8.h"

static bool is_about(const pol_error *complaint, const char *name)
{
    pol_span start = pol_span_of(name);
    if (!complaint)
        return false;
    pol_span words = pol_span_of(complaint->text);
    return pol_span_starts(words, start) &&
           pol_span_starts(pol_span_from(words, start.size), POL_SPAN(" must "));
}

/* Nothing else shows it: then it stands at the box. */
static bool is_about_box(const pol_error *complaint)
{
    return complaint && !is_about(complaint, "from") && !is_about(complaint, "to");
}

/* "from must be a year" as "This must be a year.": at its field its name needs no saying. */
static void add_complaint(pol_buffer *buffer, const pol_error *complaint)
{
    pol_span words = pol_span_of(complaint->text);
    bool is_at_box = is_about_box(complaint);
    char first = words.data[0];
    if (first >= 'a' && first <= 'z')
        first = (char)(first - 'a' + 'A');
    pol_html_add(buffer, "<p class=\"complaint\" id=\"complaint\" role=\"alert\">");
    if (is_at_box)
        POL_HTML(buffer, "$$.</p>\n", pol_span_make(&first, 1), pol_span_from(words, 1));
    else
        POL_HTML(buffer, "This$.</p>\n",
                 pol_span_from(words, pol_span_find(words, POL_SPAN(" must "), 0)));
}

/* What was sent comes back where it is text; bytes of another kind do not. */
static pol_span text_of(const pol_checked *checked, const pol_error *complaint)
{
    bool is_text = checked && checked->text.data && !(complaint && complaint->status == POL_FORMAT);
    return is_text ? checked->text : POL_SPAN("");
}

static void add_box(pol_buffer *buffer, const pol_checked *checked, const pol_error *complaint)
{
    bool is_wrong = is_about_box(complaint);
    pol_html_add(buffer, "<label for=\"draft\">Draft motion</label>\n");
    if (is_wrong)
        add_complaint(buffer, complaint);
    /* A browser takes the first line break behind the tag away: that one is not the draft's. */
    POL_HTML(buffer,
             "<textarea class=\"check-box\" id=\"draft\" name=\"draft\" rows=\"$\" required "
             "autocomplete=\"off\" spellcheck=\"true\" aria-describedby=\"draft-hint$\"$>\n$"
             "</textarea>\n",
             checked && !complaint ? POL_SPAN("8") : POL_SPAN("14"),
             is_wrong ? POL_SPAN(" complaint") : POL_SPAN(""),
             is_wrong ? POL_SPAN(" aria-invalid=true") : POL_SPAN(""), text_of(checked, complaint));
    pol_html_add(buffer,
                 "<p class=\"hint\" id=\"draft-hint\">Plain text or Markdown, up to 256 KiB: a "
                 "motion, or the motions of an agenda one after the other. What you paste is sent "
                 "to this site to be compared, and is not kept: it is in no log and in no "
                 "address.</p>\n");
}

static void add_year(pol_buffer *buffer, const pol_checked *checked, const pol_error *complaint,
                     const char *name, const char *words)
{
    bool is_wrong = is_about(complaint, name);
    pol_span value = checked ? pol_checked_field(checked, name) : (pol_span){0};
    POL_HTML(buffer,
             "<div class=\"field\"><label for=\"$\">$</label>\n"
             "<input id=\"$\" name=\"$\" value=\"$\" inputmode=\"numeric\" maxlength=\"4\" "
             "size=\"4\" autocomplete=\"off\"$>\n",
             pol_span_of(name), pol_span_of(words), pol_span_of(name), pol_span_of(name),
             pol_span_first(value, pol_utf8_floor(value, 64)),
             is_wrong ? POL_SPAN(" aria-invalid=true aria-describedby=complaint") : POL_SPAN(""));
    if (is_wrong)
        add_complaint(buffer, complaint);
    pol_html_add(buffer, "</div>\n");
}

void pol_check_add_form(pol_buffer *buffer, const pol_checked *checked, const pol_error *complaint)
{
    if (!checked)
        pol_html_add(buffer,
                     "<p class=\"lead\">There is no point in submitting a motion that repeats "
                     "existing policy. Paste a draft, and see for each of its clauses what "
                     "conference has already decided: carried, lost, or left undecided, with the "
                     "passages side by side.</p>\n");
    /* The fragment leads to the report once there is one. */
    pol_html_add(buffer, "<form class=\"check-form\" id=\"check-form\" method=\"post\" "
                         "action=\"/check#report\">\n");
    add_box(buffer, checked, complaint);
    pol_html_add(buffer, "<fieldset class=\"years\">\n<legend>Decided in these years only (may be "
                         "left empty)</legend>\n");
    add_year(buffer, checked, complaint, "from", "From year");
    add_year(buffer, checked, complaint, "to", "To year");
    pol_html_add(buffer, "</fieldset>\n<p><button class=\"button\" type=\"submit\">Check this "
                         "draft</button></p>\n</form>\n");
}
