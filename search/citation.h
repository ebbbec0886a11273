/* citation.h - how a result is quoted: the one format in all outputs.
 *
 *   “Integration – Taking the Workforce With You”, point 2, 2014 Health Care Service
 *   Group Conference (carried)
 *   Composite C, “Fair Pay”, National Delegate Conference 2019 (carried as amended)
 *   Amendment 12.1 to Motion 12, 2014 Health Care Service Group Conference, p. 31 (lost)
 *   “Council joins pay talks” (article, 22 August 2016)
 *
 * In this order, what is not stated left out: number (an amendment's with what it amends),
 * title in quotation marks, the point, conference with its year, the page of the file that was
 * read, and always in brackets what conference decided ("decision not stated" included, and
 * "decision unclear" where sources contradict each other), a point's own decision named as
 * such. Articles have
 * no decision: their date of publication stands there. Without a title the display
 * title stands, unquoted, first words with "…" behind them. Points of other clauses than the
 * operative one name it: "point a of the notes"; a point under a point is "point 3(a)". */
#ifndef POL_SEARCH_CITATION_H
#define POL_SEARCH_CITATION_H

#include "core/buffer.h"
#include "document/stored.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Appends the citation of a passage, or of the whole document where `passage` is NULL,
 * on one line, without control characters. Ask buffer->status. Safe in any thread. */
void pol_citation_add(const pol_document *document, const pol_passage *passage, pol_buffer *buffer);

/* The same as a link to `url` in Markdown, escaped; without one where `url` is absent. */
void pol_citation_add_markdown(const pol_document *document, const pol_passage *passage,
                               pol_span url, pol_buffer *buffer);

/* "point 3(a) of the notes"; nothing for a passage without a label, or NULL. */
void pol_citation_add_point(const pol_document *document, const pol_passage *passage,
                            pol_buffer *buffer);

/* Does the display title stand for first words of the text, to be followed by "…"? */
bool pol_citation_title_is_opening(const pol_document *document);

/* "carried", "decision not stated", "decision unclear"; "" for what is not decided. */
const char *pol_citation_decision(const pol_document *document);

/* "Motion 12", "Composite C"; the number alone for a kind that is not decided, and nothing
 * without one. */
void pol_citation_add_numbered(pol_kind kind, pol_span number, pol_buffer *buffer);

/* The parts that headings use too: "Composite C" or "Motion 12"; "2014 Health Care Service Group
 * Conference" (nothing where no conference or year is stated), and "article, 22 August 2016". */
void pol_citation_add_number(const pol_document *document, pol_buffer *buffer);
void pol_citation_add_conference(const pol_document *document, pol_buffer *buffer);
void pol_citation_add_kind(const pol_document *document, pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
