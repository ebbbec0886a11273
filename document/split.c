/* split.c - a text to its parts: find what may be headings, choose those that bear each other
 * out, cut. */
#include "document/split_state.h"

static bool init(pol_splitter *split)
{
    split->looks = pol_arena_array(split->arena, split->count, sizeof *split->looks);
    split->is_furniture = pol_arena_array(split->arena, split->count, sizeof *split->is_furniture);
    if (split->looks && split->is_furniture)
        return true;
    pol_splitter_refused(split, split->count * sizeof *split->looks);
    return false;
}

pol_status pol_split_text(const pol_text *text, pol_span name, pol_arena *arena,
                          pol_split *ret_split, pol_error *reterr)
{
    enum { LINES_LEAST = 4 };
    (void)name;
    *ret_split = (pol_split){0};
    pol_splitter split = {
        .text = text, .arena = arena, .reterr = reterr, .count = text->line_count};
    if (text->line_count < LINES_LEAST || text->line_count >= POL_SPLIT_NOWHERE)
        return POL_OK;
    if (!init(&split))
        return split.status;
    pol_split_mark_furniture(&split);
    if (split.status == POL_OK)
        pol_split_collect(&split);
    if (split.status != POL_OK || split.has_too_many)
        return split.status;
    bool is_cut = pol_split_choose(&split) ||
                  (split.status == POL_OK && !split.doubt && pol_split_choose_titles(&split));
    if (split.status == POL_OK && is_cut)
        pol_split_cut(&split, ret_split);
    if (split.status == POL_OK && !is_cut && split.doubt) {
        ret_split->is_doubtful = true;
        ret_split->doubt = (pol_doubt){"split", pol_span_of(split.doubt), split.doubt_line};
    }
    return split.status;
}
