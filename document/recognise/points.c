/* points.c - the labels of points, and lines that run on through a list. */
#include "document/recognise/points.h"

enum {
    LOOK_AHEAD = 16, /* paragraphs in which the next label must come */
    CUTS_MAX = 400,  /* points cut out of one line */
    POINTS_MAX = 400000
};

typedef struct cutter {
    pol_recognition *rec;
    pol_point *points;
    size_t count, capacity;
    pol_kind kind;
} cutter;

/* "1.2" and the like are ids of rules in a rule change, and stay in the text. */
static bool parse_label(pol_span text, pol_kind kind, pol_label *ret_label)
{
    return pol_label_parse(text, ret_label) &&
           !(kind == POL_KIND_RULE_CHANGE && ret_label->style == POL_NUMBERING_DECIMAL);
}

/* Does one of the next paragraphs carry the label that follows this one? */
static bool has_successor(const pol_paragraph *paragraphs, size_t count, size_t index,
                          const pol_label *label)
{
    for (size_t i = index + 1; i < count && i <= index + LOOK_AHEAD; i++) {
        pol_label next;
        if (pol_label_parse(paragraphs[i].text, &next) && pol_label_follows(label, &next))
            return true;
    }
    return false;
}

/* A weak label counts behind the one it follows, or before the one that follows it. */
static bool is_borne_out(const pol_paragraph *paragraphs, size_t count, size_t index,
                         const pol_label *previous, pol_label *label)
{
    if (!label->is_weak || pol_label_follows(previous, label))
        return true;
    return pol_label_is_first(label) && has_successor(paragraphs, count, index, label);
}

static pol_point *add_point(cutter *cut)
{
    pol_point *points =
        pol_arena_grow(cut->rec->arena, cut->points, cut->count, &cut->capacity, sizeof *points);
    if (!points) {
        pol_rec_refused(cut->rec, 2 * cut->count * sizeof *points);
        return NULL;
    }
    cut->points = points;
    points[cut->count] = (pol_point){.text = {NULL, 0}};
    return &points[cut->count++];
}

/* The dashes that an inline label leaves at the end of what is before it. */
static pol_span without_dash(pol_span text)
{
    text = pol_span_trim(text);
    static const char *const dashes[] = {" -", " \u2013", " \u2014", "\u2022"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (pol_span_ends(text, pol_span_of(dashes[i])))
            return pol_span_trim(pol_span_first(text, text.size - strlen(dashes[i])));
    return text;
}

/* Most texts are a paragraph that is a line, which has been looked at. */
static pol_opener opener_of(const pol_paragraph *paragraph, pol_span text)
{
    bool is_known = paragraph->has_opener && text.data == paragraph->text.data &&
                    text.size == paragraph->text.size;
    return is_known ? (pol_opener){(pol_opener_subject)paragraph->opener_subject,
                                   (pol_clause)paragraph->opener_clause}
                    : pol_opener_of(text);
}

static void add_text(cutter *cut, const pol_paragraph *paragraph, pol_span text,
                     const pol_label *label, pol_span printed)
{
    text = without_dash(text);
    if (text.size == 0)
        return;
    pol_point *point = add_point(cut);
    if (!point)
        return;
    *point = (pol_point){.text = text,
                         .printed = printed,
                         .line = paragraph->line,
                         .page = paragraph->page,
                         .level = paragraph->level,
                         .section = paragraph->section,
                         .is_heading = paragraph->is_heading,
                         .decision = paragraph->decision};
    point->opener = opener_of(paragraph, text);
    if (label)
        point->label = *label;
}

/* The first label of a list inside the line, if a second follows or a colon is before. */
static size_t find_first(pol_span text, pol_label *ret_label)
{
    for (size_t from = 0;;) {
        size_t at = pol_label_find_inline(text, from, NULL, ret_label);
        if (at == POL_NOWHERE)
            return at;
        pol_label next;
        bool has_next =
            pol_label_find_inline(text, at + ret_label->skip, ret_label, &next) != POL_NOWHERE;
        char before = pol_last_mark(pol_span_first(text, at));
        if (has_next || (before == ':' && ret_label->style != POL_NUMBERING_BULLET))
            return at;
        if (before == ':' && at > 0)
            return at;
        from = at + ret_label->skip;
        if (from > at + 64 || from >= text.size)
            return POL_NOWHERE;
    }
}

/* Cuts `text`, which stands behind `label` (NULL for a paragraph), at the labels inside. */
static void cut_text(cutter *cut, const pol_paragraph *paragraph, pol_span text,
                     const pol_label *label, pol_span printed)
{
    pol_label current = label ? *label : (pol_label){0}, next;
    bool has_label = label != NULL;
    for (int cuts = 0; cuts < CUTS_MAX && text.size > 0; cuts++) {
        size_t at = has_label ? pol_label_find_inline(text, 0, &current, &next) : POL_NOWHERE;
        if (at == POL_NOWHERE && cuts == 0)
            at = find_first(text, &next);
        if (at == POL_NOWHERE)
            break;
        add_text(cut, paragraph, pol_span_first(text, at), has_label ? &current : NULL, printed);
        printed = pol_span_make(text.data + at, next.size);
        text = pol_span_from(text, at + next.skip);
        current = next;
        has_label = true;
    }
    add_text(cut, paragraph, text, has_label ? &current : NULL, printed);
}

/* The label of one paragraph: printed in its text, else what the markup gave. Returns
 * whether it has one; *ret_text is what follows. */
static bool take_label(const cutter *cut, const pol_paragraph *paragraphs, size_t count,
                       size_t index, const pol_label *previous, pol_label *ret_label,
                       pol_span *ret_printed, pol_span *ret_text)
{
    const pol_paragraph *paragraph = &paragraphs[index];
    *ret_text = paragraph->text;
    if (parse_label(paragraph->text, cut->kind, ret_label) &&
        is_borne_out(paragraphs, count, index, previous, ret_label)) {
        *ret_printed = pol_span_first(paragraph->text, ret_label->size);
        *ret_text = pol_span_from(paragraph->text, ret_label->skip);
        return true;
    }
    *ret_printed = paragraph->marker;
    if (!paragraph->marker.data)
        return false;
    if (!pol_label_parse(paragraph->marker, ret_label))
        *ret_label = (pol_label){.style = POL_NUMBERING_BULLET, .value = 1};
    return true;
}

pol_point *pol_points_cut(pol_recognition *rec, const pol_paragraph *paragraphs, size_t count,
                          size_t *ret_count)
{
    cutter cut = {.rec = rec, .kind = rec->document->kind};
    pol_label previous = {0}, waiting = {0};
    pol_span waiting_printed = {NULL, 0};
    for (size_t i = 0; i < count && rec->status == POL_OK && cut.count < POINTS_MAX; i++) {
        pol_label label;
        pol_span printed, text;
        bool has_label = take_label(&cut, paragraphs, count, i, &previous, &label, &printed, &text);
        if (has_label && text.size == 0) { /* a label alone on its line */
            waiting = label;
            waiting_printed = printed;
            continue;
        }
        if (!has_label && waiting_printed.data) {
            has_label = true;
            label = waiting;
            printed = waiting_printed;
        }
        waiting_printed = pol_span_make(NULL, 0);
        cut_text(&cut, &paragraphs[i], text, has_label ? &label : NULL, printed);
        if (cut.count > 0 && cut.points[cut.count - 1].label.style != POL_NUMBERING_NONE)
            previous = cut.points[cut.count - 1].label;
    }
    *ret_count = cut.count;
    return cut.points;
}
