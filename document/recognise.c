/* recognise.c - pol_text to pol_document, step by step.
 *
 * Every step looks at the lines that the steps before it left, claims those that are
 * metadata or of the page, and states values. What is left at the end is the text. */
#include "document/recognise.h"

#include "document/recognise/state.h"

/* In this order: what is certain (navigation, labels) before what goes by position. */
static void (*const steps[])(pol_recognition *) = {
    pol_rec_take_pairs,      pol_rec_take_boilerplate, pol_rec_take_labels,
    pol_rec_take_header,     pol_rec_take_number,      pol_rec_take_sections,
    pol_rec_decide_kind,     pol_rec_take_article,     pol_rec_take_decisions,
    pol_rec_take_submitters, pol_rec_take_title,       pol_rec_take_title_people,
    pol_rec_interpret,       pol_rec_make_passages,    pol_rec_finish,
};

static void load_lines(pol_recognition *rec)
{
    const pol_text *text = rec->text;
    if (text->line_count == 0)
        return;
    rec->lines = pol_arena_array(rec->arena, text->line_count, sizeof *rec->lines);
    if (!rec->lines) {
        pol_rec_refused(rec, text->line_count * sizeof *rec->lines);
        return;
    }
    for (size_t i = 0; i < text->line_count; i++) {
        pol_rec_line *line = &rec->lines[rec->count];
        line->text = pol_line_clean(rec->arena, text->lines[i].text);
        if (!line->text.data) {
            pol_rec_refused(rec, text->lines[i].text.size + 1);
            return;
        }
        if (line->text.size == 0)
            continue;
        line->label = text->lines[i].marker;
        line->source = &text->lines[i];
        line->section = POL_CLAUSE_COUNT;
        rec->count++;
    }
}

static void add_reader_notes(pol_recognition *rec)
{
    for (size_t i = 0; i < rec->text->note_count && rec->status == POL_OK; i++) {
        pol_rec_doubt(rec, "encoding", rec->text->notes[i].line, "");
        if (rec->status == POL_OK)
            rec->document->doubts[rec->document->doubt_count - 1].text = rec->text->notes[i].text;
    }
}

pol_status pol_recognise(const pol_text *text, pol_span name, pol_arena *arena,
                         pol_document *ret_document, pol_error *reterr)
{
    *ret_document = (pol_document){.kind = POL_KIND_OTHER};
    pol_recognition rec = {
        .text = text,
        .name = name,
        .arena = arena,
        .document = ret_document,
        .reterr = reterr,
        .back_line = POL_NOWHERE,
        .number_line = POL_NOWHERE,
        .number_kind = POL_KIND_COUNT,
    };
    load_lines(&rec);
    add_reader_notes(&rec);
    for (size_t i = 0; i < sizeof steps / sizeof *steps && rec.status == POL_OK; i++)
        steps[i](&rec);
    return rec.status;
}
