/* many.c - several items of one line: "1 Mugs; 2 Tea; 5 Spoons", "1 C  2 CA  3 L". */
#include "document/outcome/sentence.h"
#include "document/outcome/title.h"
#include "document/words.h"

/* "1 Mugs; 2 Tea; 5 Spoons", "3 Forks and 4 Knives": items with their titles. */
size_t pol_outcome_titled(pol_span text, pol_outcome_memory *memory, pol_outcome *items,
                          pol_span *ret_rest)
{
    static const char noun[] = "motions ";
    size_t count = 0;
    if (memchr(text.data, ';', text.size)) {
        *ret_rest = pol_span_from(text, text.size);
        while (text.size > 0 && count < POL_OUTCOME_LIST_MAX) {
            size_t at = pol_span_find(text, POL_SPAN(";"), 0);
            pol_span piece = pol_span_trim(pol_span_first(text, at)), and;
            text = pol_span_from(text, at == (size_t)-1 ? text.size : at + 1);
            if (pol_words_start(piece, "and", &and))
                piece = pol_span_trim(and);
            if (!pol_outcome_item(piece, &items[count], NULL) || !items[count].number.data) {
                *ret_rest = piece;
                return 0;
            }
            count++;
        }
        return count;
    }
    char *made = pol_outcome_alloc(memory, text.size + sizeof noun);
    if (!made)
        return 0;
    memcpy(made, noun, strlen(noun));
    memcpy(made + strlen(noun), text.data, text.size);
    *ret_rest = pol_span_make(made, strlen(noun) + text.size);
    count = pol_outcome_list(ret_rest, true, memory, items);
    bool is_last = count > 1 && pol_title_is(pol_outcome_strip(*ret_rest)) &&
                   !pol_decision_may_hold(*ret_rest);
    if (is_last) { /* the title of the last one ends the list */
        items[count - 1].title = pol_outcome_strip(*ret_rest);
        *ret_rest = pol_span_from(*ret_rest, ret_rest->size);
    }
    return count;
}

/* "1  C    2  CA    3  L": numbers and signs of the legend in turn; two pairs or more. */
size_t pol_outcome_grid(pol_span line, pol_outcome_memory *memory, pol_outcome *items)
{
    size_t count = 0;
    pol_span rest = line;
    while (memory->legend && rest.size > 0 && count < POL_OUTCOME_LIST_MAX) {
        pol_span number = pol_word_next(&rest), sign = pol_word_next(&rest);
        if (!number.data)
            break;
        pol_decision meant = pol_outcome_letters_mean(sign, memory);
        if (!pol_outcome_is_number(number, false) || meant == POL_DECISION_NONE)
            return 0;
        pol_outcome item = {0};
        (void)pol_outcome_item(number, &item, NULL);
        items[count++] = (pol_outcome){
            .kind = item.kind, .number = number, .decision = (uint8_t)meant, .words = sign};
    }
    return count >= 2 ? count : 0;
}
