/* nesting.c - depth and lead-in of points, from their labels, the level that
 * the markup gave, and the paragraphs between them. */
#include "document/recognise/points.h"

enum { DEPTH_MAX = 12 };

/* One list that is open: the last label, and whose point it was. */
typedef struct level {
    pol_label label;
    size_t point;
} level;

typedef struct nesting {
    pol_point *points;
    level levels[DEPTH_MAX];
    size_t depth;      /* open lists */
    uint32_t lead;     /* index + 1 of the paragraph that leads the outermost; 0 */
    bool is_suspended; /* a paragraph stood between; the next label may go on */
    bool is_bare;      /* the list has no labels */
    bool is_motion;
} nesting;

/* May a list stand under this paragraph? One that ends like a sentence leads only if it
 * directs, or says "following". */
static bool can_lead(const pol_point *point)
{
    if (!pol_ends_sentence(point->text) || pol_lead_is_open(point->text))
        return true;
    pol_span last = pol_last_sentence(point->text);
    return pol_span_find_fold(last, POL_SPAN("following"), 0) != POL_NOWHERE ||
           pol_lead_of(point->text).is_directive;
}

/* The open list that the label goes on with, innermost first; -1 for none. */
static int find_level(const nesting *nest, pol_label *label)
{
    for (size_t i = nest->depth; i-- > 0;)
        if (pol_label_follows(&nest->levels[i].label, label))
            return (int)i;
    return -1;
}

static int find_style(const nesting *nest, const pol_label *label)
{
    for (size_t i = nest->depth; i-- > 0;)
        if (nest->levels[i].label.style == label->style)
            return (int)i;
    return -1;
}

/* Which level the point belongs to, from 0. */
static size_t choose_level(const nesting *nest, pol_label *label)
{
    int going_on = find_level(nest, label);
    if (going_on >= 0)
        return (size_t)going_on;
    if (nest->depth == 0) {
        pol_label_is_first(label);
        return 0;
    }
    int same = find_style(nest, label);
    bool is_first = pol_label_is_first(label);
    if (!is_first)
        return same >= 0 ? (size_t)same : nest->depth - 1;
    const pol_point *above = &nest->points[nest->levels[nest->depth - 1].point];
    bool restarts = same == (int)nest->depth - 1 && label->style != POL_NUMBERING_BULLET &&
                    !pol_lead_is_open(above->text);
    return restarts ? nest->depth - 1 : nest->depth;
}

static void place(nesting *nest, size_t index, size_t depth)
{
    pol_point *point = &nest->points[index];
    if (depth >= DEPTH_MAX)
        depth = DEPTH_MAX - 1;
    nest->levels[depth] = (level){point->label, index};
    nest->depth = depth + 1;
    point->depth = (uint8_t)(depth + 1);
    point->lead = depth == 0 ? nest->lead : (uint32_t)nest->levels[depth - 1].point + 1;
}

static void nest_label(nesting *nest, size_t index)
{
    pol_point *point = &nest->points[index];
    if (nest->is_suspended) {
        pol_label probe = point->label;
        bool goes_on = point->label.style != POL_NUMBERING_BULLET && find_level(nest, &probe) >= 0;
        if (!goes_on) {
            nest->depth = 0;
            const pol_point *above = &nest->points[index - 1];
            nest->lead = above->depth == 0 && can_lead(above) ? (uint32_t)index : 0;
        }
        nest->is_suspended = false;
    }
    nest->is_bare = false;
    size_t depth = choose_level(nest, &point->label);
    if (point->level > 0 && point->level <= nest->depth + 1u)
        depth = point->level - 1u;
    place(nest, index, depth);
}

/* Words that a point without a label does not start with, but the next paragraph may. */
static bool starts_paragraph(pol_span text)
{
    pol_span rest = text;
    return pol_word_is_any(pol_word_next(&rest),
                           "this these those the it we they there in however as at by for a an our "
                           "if while when although members unions conference congress that such "
                           "unfortunately therefore despite since i he she his her its");
}

static bool ends_like_item(pol_span text)
{
    char last = pol_last_mark(text);
    pol_span word = pol_word_last(text);
    return last == ';' || last == ',' ||
           (word.data && word.data + word.size == text.data + text.size &&
            pol_word_is_any(word, "and or"));
}

/* A paragraph without a label that is a point all the same: under a lead that is open,
 * shaped like the items of a list. */
static bool is_bare_item(const nesting *nest, size_t index)
{
    enum { ITEM_BYTES_MAX = 900 };
    if (index == 0 || !nest->is_motion)
        return false;
    const pol_point *point = &nest->points[index], *above = &nest->points[index - 1];
    bool is_first = above->depth == 0;
    bool is_small = point->text.data[0] >= 'a' && point->text.data[0] <= 'z';
    if (point->is_heading || point->text.size > ITEM_BYTES_MAX ||
        point->section != above->section || point->opener.subject >= POL_SUBJECT_LOOSE)
        return false;
    if (!is_first && !nest->is_bare)
        return false;
    if (is_first && !pol_lead_is_open(above->text))
        return false;
    if (is_small || ends_like_item(point->text) || (!is_first && ends_like_item(above->text)))
        return true;
    const pol_point *lead = is_first ? above : nest->lead ? &nest->points[nest->lead - 1] : above;
    return pol_lead_of(lead->text).is_directive && !starts_paragraph(point->text);
}

static void nest_bare(nesting *nest, size_t index)
{
    pol_point *point = &nest->points[index];
    if (!nest->is_bare) {
        nest->lead = (uint32_t)index;
        nest->is_bare = true;
    }
    nest->depth = 0;
    point->depth = 1;
    point->lead = nest->lead;
}

/* A new paragraph ends the list, unless it says nothing of its own and numbers go on. */
static void nest_paragraph(nesting *nest, size_t index)
{
    const pol_point *point = &nest->points[index];
    bool is_new_lead = pol_lead_is_open(point->text) || point->is_heading ||
                       point->opener.subject >= POL_SUBJECT_LOOSE;
    if (is_new_lead)
        nest->depth = 0;
    nest->is_suspended = true;
    nest->is_bare = false;
}

void pol_points_nest(pol_point *points, size_t count, bool is_motion)
{
    nesting nest = {.points = points, .is_motion = is_motion};
    for (size_t i = 0; i < count; i++) {
        if (points[i].label.style != POL_NUMBERING_NONE)
            nest_label(&nest, i);
        else if (is_bare_item(&nest, i))
            nest_bare(&nest, i);
        else
            nest_paragraph(&nest, i);
    }
}
