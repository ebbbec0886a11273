/* check_agenda.c - several motions at once, as an agenda has them: for each what was decided
 * before, which other one says the same, which could be debated together, what is doubtful.
 *
 * Classes: check-agenda (a list), check-row with check-is-V as in draft/report/html.c, check-says,
 * check-doubts, check-counts, check-places. */
#include <stdio.h>

#include "draft/report.h"
#include "search/citation.h"
#include "web/page/check.h"
#include "web/url.h"
#include "web/words.h"

enum { LINE_MAX_BYTES = 1 << 20, CLASS_SIZE = 48 };

static pol_span class_of(pol_verdict verdict, char name[CLASS_SIZE])
{
    snprintf(name, CLASS_SIZE, "check-is-%s", pol_verdict_code(verdict));
    for (char *c = name; *c; c++)
        if (*c == '_')
            *c = '-';
    return pol_span_of(name);
}

static void add_decisive(pol_buffer *buffer, const pol_evidence *evidence)
{
    pol_buffer url, citation;
    if (!evidence)
        return;
    pol_buffer_init(&url, LINE_MAX_BYTES);
    pol_buffer_init(&citation, LINE_MAX_BYTES);
    pol_url_add_document(&url, evidence->stored->document.id.text,
                         evidence->passage ? evidence->passage->ordinal : 0);
    pol_citation_add(&evidence->stored->document, evidence->passage, &citation);
    POL_HTML(buffer, "<p>Nearest: <a href=\"$\">$</a></p>\n", pol_buffer_span(&url),
             pol_buffer_span(&citation));
    if (url.status != POL_OK || citation.status != POL_OK)
        buffer->status = url.status != POL_OK ? url.status : citation.status;
    pol_buffer_done(&url);
    pol_buffer_done(&citation);
}

static void add_counts(pol_buffer *buffer, const pol_agenda_row *row)
{
    char number[POL_DIGITS_SIZE];
    bool has_any = false;
    pol_html_add(buffer, "<p class=\"check-counts\">");
    pol_words_add_count(buffer, row->clauses, "clause", "clauses");
    for (int verdict = POL_VERDICT_COUNT; verdict-- > 0;) {
        if (!row->verdict_counts[verdict])
            continue;
        POL_HTML(buffer, has_any ? ", $ $" : ": $ $",
                 pol_html_number(row->verdict_counts[verdict], number),
                 pol_span_of(pol_verdict_label((pol_verdict)verdict)));
        has_any = true;
    }
    pol_html_add(buffer, "</p>\n");
}

/* "Motion 12, Lamps": by its number in the agenda, where it has one beside its title. */
static void add_name(pol_buffer *buffer, const pol_document *document)
{
    pol_buffer number;
    pol_buffer_init(&number, LINE_MAX_BYTES);
    if (document->title.text.size)
        pol_citation_add_numbered(document->kind, document->number.text, &number);
    POL_HTML(buffer, number.size ? "$, $" : "$$", pol_buffer_span(&number),
             document->display_title);
    if (number.status != POL_OK)
        buffer->status = number.status;
    pol_buffer_done(&number);
}

/* Whom it could be debated with. */
static void add_group(pol_buffer *buffer, const pol_agenda *agenda, const pol_agenda_row *row)
{
    const pol_composite_group *group = &agenda->groups[row->group - 1];
    const char *before = "<li>Could be debated with ";
    for (size_t i = 0; i < group->motion_count; i++) {
        size_t other = group->motions[i];
        if (other >= agenda->row_count || &agenda->rows[other] == row)
            continue;
        pol_html_add(buffer, before);
        add_name(buffer, agenda->rows[other].document);
        before = "; ";
    }
    pol_html_add(buffer, ".</li>\n");
}

static void add_doubts(pol_buffer *buffer, const pol_agenda *agenda, const pol_agenda_row *row)
{
    bool is_twin = row->duplicate_of < agenda->row_count;
    if (!is_twin && !row->group && row->doubt_count == 0)
        return;
    pol_html_add(buffer, "<ul class=\"check-doubts\">\n");
    if (is_twin) {
        pol_html_add(buffer, "<li>Says the same as <strong>");
        add_name(buffer, agenda->rows[row->duplicate_of].document);
        pol_html_add(buffer, "</strong>, above.</li>\n");
    }
    if (row->group && row->group <= agenda->group_count)
        add_group(buffer, agenda, row);
    for (size_t i = 0; i < row->doubt_count; i++)
        POL_HTML(buffer, "<li>$</li>\n", row->doubts[i]);
    pol_html_add(buffer, "</ul>\n");
}

/* Its number among all that was sent, from 1: amendments have none in the list. */
static size_t number_of(const pol_checked *checked, const pol_agenda_row *row)
{
    for (size_t i = 0; i < checked->extracted.document_count; i++)
        if (&checked->extracted.documents[i].document == row->document)
            return i + 1;
    return 0;
}

static void add_row(pol_buffer *buffer, const pol_checked *checked, const pol_agenda_row *row)
{
    char name[CLASS_SIZE], number[32];
    size_t motion = number_of(checked, row);
    snprintf(number, sizeof number, "%zu", motion); /* as it is sent: not grouped */
    POL_HTML(buffer, "<li class=\"check-row $\">\n<h3>", class_of(row->verdict, name));
    add_name(buffer, row->document);
    POL_HTML(buffer, ": <span class=\"check-says\">$</span></h3>\n",
             pol_span_of(pol_verdict_label(row->verdict)));
    add_counts(buffer, row);
    if (row->verdict != POL_VERDICT_NOTHING)
        add_decisive(buffer, row->decisive);
    add_doubts(buffer, checked->agenda, row);
    if (motion)
        POL_HTML(buffer,
                 "<p><button class=\"copy\" form=\"check-form\" type=\"submit\" name=\"motion\" "
                 "value=\"$\">Clause by clause<span class=\"visually-hidden\">: $</span></button>"
                 "</p>\n",
                 pol_span_of(number), row->document->display_title);
    pol_html_add(buffer, "</li>\n");
}

/* Of nothing found, it must be known in what. */
static void add_searched(pol_buffer *buffer, const pol_agenda *agenda)
{
    pol_buffer searched;
    pol_buffer_init(&searched, LINE_MAX_BYTES);
    pol_report_add_searched(&agenda->scope, &searched);
    POL_HTML(buffer, "<h3>What was searched</h3>\n<p class=\"check-places\">$</p>\n",
             pol_buffer_span(&searched));
    if (searched.status != POL_OK)
        buffer->status = searched.status;
    pol_buffer_done(&searched);
}

void pol_check_add_agenda(pol_buffer *buffer, const pol_checked *checked)
{
    const pol_agenda *agenda = checked->agenda;
    pol_html_add(buffer, "<h2>");
    pol_words_add_count(buffer, agenda->row_count, "motion", "motions");
    pol_html_add(buffer, " in the text</h2>\n");
    if (agenda->amendment_count) {
        pol_html_add(buffer, "<p>Left out: ");
        pol_words_add_count(buffer, agenda->amendment_count, "amendment", "amendments");
        pol_html_add(buffer, ".</p>\n");
    }
    pol_html_add(buffer, "<p class=\"check-caution\">Words cannot prove that two texts ask for the "
                         "same: read the passages before you rely on this.</p>\n"
                         "<ul class=\"check-agenda\">\n");
    for (size_t i = 0; i < agenda->row_count; i++)
        add_row(buffer, checked, &agenda->rows[i]);
    pol_html_add(buffer, "</ul>\n");
    add_searched(buffer, agenda);
}
