/* stated.c - decisions that stand where the paper has them for all its items, and that
 * nothing else reads: letters of its key, labels amid a line. */
#include "document/split/items.h"

bool pol_split_is_decided(pol_splitter *split, const pol_split_item *item)
{
    for (size_t i = item->body; i < item->end; i++)
        if (!split->is_furniture[i] && pol_split_look(split, i) & POL_LOOK_DECISION)
            return true;
    return item->decision.data != NULL;
}

/* What the marks say of the item: the one thing, or nothing where they differ. */
static pol_span marked_of(const pol_splitter *split, const pol_split_item *item, size_t *ret_line)
{
    pol_span said = {NULL, 0}, none = {NULL, 0};
    for (size_t i = item->start; i < item->end; i++) {
        pol_span own = split->marked[i];
        if (!own.data)
            continue;
        if (said.data && !pol_span_equal(said, own))
            return none;
        said = own;
        *ret_line = i;
    }
    return said;
}

void pol_split_settle_stated(pol_splitter *split, pol_split_items *items)
{
    for (size_t i = 0; split->marked && i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        size_t line = 0;
        pol_span said =
            pol_split_is_decided(split, item) ? (pol_span){0} : marked_of(split, item, &line);
        if (said.data) {
            item->decision = said;
            item->decision_line = (uint32_t)line;
        }
    }
}
