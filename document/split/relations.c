/* relations.c - which motion an amendment amends, and which motions a composite was made
 * of. */
#include <stdio.h>

#include "document/split/items.h"

/* The item that an amendment names, or stands under. */
static uint32_t find_owner(const pol_split_items *items, size_t index)
{
    enum { BACK = 2000 };
    const pol_split_item *item = &items->items[index];
    const pol_split_number *number = &item->heading->number;
    pol_span target = item->heading->parts.target, rest;
    pol_split_number wanted = {0};
    bool has_target = target.data && pol_split_number_parse(target, true, &wanted, &rest);
    uint32_t last = POL_SPLIT_NOWHERE;
    for (size_t i = index, seen = 0; i-- > 0 && seen < BACK; seen++) {
        const pol_split_item *other = &items->items[i];
        if (other->kind == POL_KIND_AMENDMENT)
            continue;
        if (last == POL_SPLIT_NOWHERE)
            last = (uint32_t)i;
        const pol_split_number *base = &other->heading->number;
        if (has_target
                ? pol_split_number_equal(base, &wanted)
                : !(number->has_minor || number->suffix) || pol_split_number_is_base(base, number))
            return (uint32_t)i;
    }
    return has_target || number->has_minor || (number->suffix && number->letters)
               ? POL_SPLIT_NOWHERE
               : last;
}

void pol_split_attach(pol_split_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        items->items[i].owner =
            items->items[i].kind == POL_KIND_AMENDMENT ? find_owner(items, i) : POL_SPLIT_NOWHERE;
}

static void add_relation(pol_splitter *split, pol_part *part, size_t *capacity,
                         pol_relation relation)
{
    pol_relation *grown = pol_arena_grow(split->arena, part->relations, part->relation_count,
                                         capacity, sizeof *grown);
    if (!grown) {
        pol_splitter_refused(split, sizeof *grown);
        return;
    }
    part->relations = grown;
    grown[part->relation_count++] = relation;
}

/* The part of "12.1" or "1A.1" that is its motion's number. */
static pol_span base_of(pol_span number)
{
    size_t dot = pol_span_find(number, POL_SPAN("."), 0);
    if (dot == (size_t)-1)
        dot = pol_span_find(number, POL_SPAN("/"), 0);
    return pol_span_first(number, dot);
}

static void relate_amendment(pol_splitter *split, const pol_split_items *items, size_t index,
                             pol_part *part, size_t *capacity)
{
    const pol_split_item *item = &items->items[index];
    pol_relation relation = {.kind = POL_RELATION_AMENDS,
                             .line = split->text->lines[item->heading->line].number};
    if (item->owner != POL_SPLIT_NOWHERE) {
        relation.number = items->items[item->owner].heading->number.printed;
        if (!relation.number.data)
            relation.title = items->items[item->owner].title;
    } else if (item->heading->parts.target.data) {
        relation.number = item->heading->parts.target;
    } else if (item->heading->number.has_minor) {
        relation.number = base_of(item->heading->number.printed);
    }
    if (relation.number.data || relation.title.data)
        add_relation(split, part, capacity, relation);
}

static bool is_new(const pol_part *part, pol_span number)
{
    for (size_t i = 0; i < part->relation_count; i++)
        if (pol_span_equal(part->relations[i].number, number))
            return false;
    return true;
}

static uint32_t digits_of(pol_span number)
{
    uint32_t value = 0;
    for (size_t i = 0; i < number.size; i++) {
        if (number.data[i] < '0' || number.data[i] > '9' || value > 9999)
            return 0;
        value = value * 10 + (uint32_t)(number.data[i] - '0');
    }
    return value;
}

/* "18 to 20": those between the two. */
static void add_between(pol_splitter *split, const pol_split_item *item, pol_part *part,
                        const pol_span *numbers, size_t *capacity)
{
    enum { RANGE_MAX = 30, DIGITS = 12 };
    const char *end = numbers[0].data + numbers[0].size;
    pol_span gap = pol_span_trim(pol_span_make(end, (size_t)(numbers[1].data - end)));
    uint32_t from = digits_of(numbers[0]), to = digits_of(numbers[1]);
    bool is_range = pol_span_equal(gap, POL_SPAN("to")) || pol_span_equal(gap, POL_SPAN("through"));
    for (uint32_t value = from + 1; is_range && from && value < to && to - from <= RANGE_MAX;
         value++) {
        char *made = pol_arena_alloc(split->arena, DIGITS);
        if (!made) {
            pol_splitter_refused(split, DIGITS);
            return;
        }
        int size = snprintf(made, DIGITS, "%u", (unsigned)value);
        add_relation(split, part, capacity,
                     (pol_relation){.kind = POL_RELATION_COMPOSITE_OF,
                                    .number = pol_span_make(made, (size_t)size),
                                    .words = item->parents,
                                    .line = split->text->lines[item->parents_line].number});
    }
}

/* "Motions 9 and amendment, and 10", "Motion 22 (Families in one room) and 23". */
static void relate_composite(pol_splitter *split, const pol_split_item *item, pol_part *part,
                             size_t *capacity)
{
    pol_span numbers[POL_SPLIT_PARENTS_MAX], text = item->parents;
    size_t count = pol_split_read_parents(text, true, numbers, POL_SPLIT_PARENTS_MAX);
    if (count == 0) /* "Composited from (5) and (6). Holm Pier to move." */
        count =
            pol_split_read_parents(pol_first_sentence(text), true, numbers, POL_SPLIT_PARENTS_MAX);
    if (count == 0)
        count = pol_split_find_parents(text, numbers, POL_SPLIT_PARENTS_MAX);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            add_between(split, item, part, &numbers[i - 1], capacity);
        if (is_new(part, numbers[i])) /* "2 and amendment to 2" */
            add_relation(split, part, capacity,
                         (pol_relation){.kind = POL_RELATION_COMPOSITE_OF,
                                        .number = numbers[i],
                                        .words = text,
                                        .line = split->text->lines[item->parents_line].number});
    }
}

void pol_split_relate(pol_splitter *split, const pol_split_items *items, size_t index,
                      pol_part *part)
{
    const pol_split_item *item = &items->items[index];
    size_t capacity = 0;
    if (item->kind == POL_KIND_AMENDMENT)
        relate_amendment(split, items, index, part, &capacity);
    else if (item->parents.data &&
             (item->kind == POL_KIND_COMPOSITE || !pol_split_are_codes(item->parents)))
        relate_composite(split, item, part, &capacity);
}
