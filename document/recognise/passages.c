/* passages.c - points to the passages of the document, and its text: all of
 * them in one run of bytes. */
#include "document/recognise/points.h"

static const char separator[] = "\n\n";

/* The text of all points, and each passage a slice of it. */
static void write_text(pol_recognition *rec, const pol_point *points, size_t count)
{
    pol_document *document = rec->document;
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += points[i].text.size + strlen(separator);
    char *bytes = pol_arena_alloc(rec->arena, size + 1);
    pol_passage *passages = pol_arena_array(rec->arena, count, sizeof *passages);
    if (!bytes || !passages) {
        pol_rec_refused(rec, size + 1 + count * sizeof *passages);
        return;
    }
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        const pol_point *point = &points[i];
        if (i > 0) {
            memcpy(bytes + at, separator, strlen(separator));
            at += strlen(separator);
        }
        memcpy(bytes + at, point->text.data, point->text.size);
        passages[i] = (pol_passage){
            .ordinal = (uint32_t)i + 1,
            .clause = point->clause,
            .decision = point->decision,
            .depth = point->depth,
            .is_action_point = point->is_action,
            .lead_in = point->lead,
            .line = point->line,
            .page = point->page,
            .label = point->printed,
            .text = pol_span_make(bytes + at, point->text.size),
        };
        at += point->text.size;
    }
    document->text = pol_span_make(bytes, at);
    document->passages = passages;
    document->passage_count = count;
}

static bool is_labelled(const pol_point *point, const pol_point_decision *decision)
{
    pol_numbering style = point->label.style;
    bool is_letter = style == POL_NUMBERING_LOWER || style == POL_NUMBERING_UPPER;
    bool is_digit = style == POL_NUMBERING_DIGIT;
    return point->label.value == decision->number && (decision->is_letter ? is_letter : is_digit);
}

/* Gives a stated decision to the point it names: of the list to act on, else the only
 * one so labelled. False if there is no such point. */
static bool apply_to_point(pol_point *points, size_t count, const pol_point_decision *decision)
{
    pol_point *found = NULL;
    size_t others = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_labelled(&points[i], decision))
            continue;
        if (points[i].is_action) {
            points[i].decision = decision->decision;
            return true;
        }
        found = &points[i];
        others++;
    }
    if (others != 1)
        return false;
    found->decision = decision->decision;
    return true;
}

/* What was decided on points; a motion carried but for one of them was carried in part. */
static void apply_points(pol_recognition *rec, pol_point *points, size_t count)
{
    bool has_policy = false, has_other = false;
    for (size_t i = 0; i < rec->point_count; i++)
        if (!apply_to_point(points, count, &rec->points[i]))
            pol_rec_doubt(rec, "decision", rec->document->decision_raw.line,
                          "a point is named that was not found");
    for (size_t i = 0; i < count; i++)
        if (points[i].decision != POL_DECISION_NONE) {
            bool is_policy = pol_decision_is_policy((pol_decision)points[i].decision);
            has_policy = has_policy || is_policy;
            has_other = has_other || !is_policy;
        }
    for (size_t i = 0; i < rec->point_count; i++)
        has_other = has_other || !pol_decision_is_policy((pol_decision)rec->points[i].decision);
    pol_decision decision = rec->document->decision;
    bool is_carried = decision == POL_DECISION_CARRIED ||
                      decision == POL_DECISION_CARRIED_AMENDED ||
                      (decision == POL_DECISION_UNKNOWN && has_policy);
    if (has_other && is_carried)
        rec->document->decision = POL_DECISION_CARRIED_PART;
}

void pol_rec_make_passages(pol_recognition *rec)
{
    size_t paragraph_count, count = 0;
    pol_paragraph *paragraphs = pol_paragraphs_make(rec, &paragraph_count);
    pol_point *points = NULL;
    if (rec->status == POL_OK)
        points = pol_points_cut(rec, paragraphs, paragraph_count, &count);
    if (rec->status != POL_OK || count == 0)
        return;
    pol_points_nest(points, count, pol_kind_is_decided(rec->document->kind));
    rec->document->action_point_count = pol_points_classify(points, count, rec->document->kind);
    apply_points(rec, points, count);
    write_text(rec, points, count);
}
