/* state.c - claiming lines and stating values. */
#include "document/recognise/state.h"

#include "document/numbering.h"
#include "document/openers.h"

void pol_rec_refused(pol_recognition *rec, size_t size)
{
    if (rec->status == POL_OK)
        rec->status = pol_arena_refused(rec->arena, size, rec->reterr);
}

void pol_rec_state(pol_recognition *rec, pol_stated field, pol_span value, pol_origin origin,
                   uint32_t line, uint8_t alias)
{
    value = pol_span_trim(value);
    uint8_t rank = (uint8_t)((unsigned)origin * 16 + 15 - (alias & 15));
    if (field == POL_STATED_NOTHING || value.size == 0 || rank <= rec->rank[field])
        return;
    rec->rank[field] = rank;
    rec->stated[field] = (pol_value){value, line, (uint8_t)origin};
}

void pol_rec_doubt(pol_recognition *rec, const char *field, uint32_t line, const char *text)
{
    pol_document *document = rec->document;
    pol_doubt *doubts = pol_arena_grow(rec->arena, document->doubts, document->doubt_count,
                                       &rec->doubt_capacity, sizeof *doubts);
    if (!doubts) {
        pol_rec_refused(rec, 2 * document->doubt_count * sizeof *doubts);
        return;
    }
    document->doubts = doubts;
    doubts[document->doubt_count++] = (pol_doubt){field, pol_span_of(text), line};
}

static bool is_known_submitter(const pol_document *document, pol_span name)
{
    for (size_t i = 0; i < document->submitter_count; i++)
        if (pol_span_equal_fold(document->submitters[i].name, name))
            return true;
    return false;
}

void pol_rec_submitter(pol_recognition *rec, pol_span name, bool is_person, pol_origin origin,
                       uint32_t line)
{
    pol_document *document = rec->document;
    if (name.size == 0 || origin < rec->submitter_origin)
        return;
    if (origin > rec->submitter_origin) {
        rec->submitter_origin = (uint8_t)origin;
        document->submitter_count = 0;
        document->submitters_line = line;
    }
    if (document->submitter_count >= POL_SUBMITTERS_MAX || is_known_submitter(document, name))
        return;
    pol_submitter *submitters =
        pol_arena_grow(rec->arena, document->submitters, document->submitter_count,
                       &rec->submitter_capacity, sizeof *submitters);
    if (!submitters) {
        pol_rec_refused(rec, 2 * document->submitter_count * sizeof *submitters);
        return;
    }
    document->submitters = submitters;
    submitters[document->submitter_count++] = (pol_submitter){name, is_person};
}

bool pol_rec_is_body(const pol_recognition *rec, size_t index)
{
    return index < rec->count && rec->lines[index].use == POL_USE_BODY;
}

bool pol_rec_is_near_edge(const pol_recognition *rec, size_t index)
{
    return index < POL_EDGE_LINES || index + POL_EDGE_LINES >= rec->count;
}

size_t pol_rec_next(const pol_recognition *rec, size_t index)
{
    while (index < rec->count && rec->lines[index].use != POL_USE_BODY)
        index++;
    return index;
}

size_t pol_rec_previous(const pol_recognition *rec, size_t index)
{
    while (index-- > 0)
        if (rec->lines[index].use == POL_USE_BODY)
            return index;
    return POL_NOWHERE;
}

void pol_rec_claim(pol_recognition *rec, size_t index, pol_use use)
{
    if (index < rec->count)
        rec->lines[index].use = (uint8_t)use;
}

void pol_rec_set_text(pol_recognition *rec, size_t index, pol_span text)
{
    rec->lines[index].text = text;
    rec->lines[index].prose = 0;
    rec->lines[index].has_opener = false;
}

pol_opener pol_rec_opener(pol_recognition *rec, size_t index)
{
    pol_rec_line *line = &rec->lines[index];
    if (!line->has_opener) {
        pol_opener opener = pol_opener_of(line->text);
        line->opener_subject = (uint8_t)opener.subject;
        line->opener_clause = (uint8_t)opener.clause;
        line->has_opener = true;
    }
    return (pol_opener){(pol_opener_subject)line->opener_subject, (pol_clause)line->opener_clause};
}

static bool is_prose(pol_recognition *rec, size_t index)
{
    const pol_rec_line *line = &rec->lines[index];
    enum { LONG_LINE = 120 };
    pol_span text = line->text;
    if (text.size > LONG_LINE)
        return true;
    if (pol_rec_opener(rec, index).subject >= POL_SUBJECT_LOOSE || pol_opener_is_bare_subject(text))
        return pol_word_count(text, 3) > 2 || pol_last_mark(text) == ':';
    pol_label label; /* a heading may be numbered: "27. Tea for all" */
    return line->source->role != POL_LINE_HEADING && pol_label_parse(text, &label) &&
           !label.is_weak && label.style != POL_NUMBERING_BULLET;
}

bool pol_rec_is_prose(pol_recognition *rec, size_t index)
{
    pol_rec_line *line = &rec->lines[index];
    if (line->prose == 0)
        line->prose = is_prose(rec, index) ? 2 : 1;
    return line->prose == 2;
}

size_t pol_rec_first_prose(pol_recognition *rec)
{
    for (size_t i = 0; i < rec->count && i < POL_EDGE_LINES; i++)
        if (rec->lines[i].use == POL_USE_BODY && pol_rec_is_prose(rec, i))
            return i;
    return rec->count < POL_EDGE_LINES ? rec->count : POL_EDGE_LINES;
}

size_t pol_rec_last_prose(pol_recognition *rec)
{
    size_t end = rec->count > POL_EDGE_LINES ? rec->count - POL_EDGE_LINES : 0;
    for (size_t i = rec->count; i-- > end;)
        if (rec->lines[i].use == POL_USE_BODY && pol_rec_is_prose(rec, i))
            return i;
    return end > 0 ? end : POL_NOWHERE;
}
