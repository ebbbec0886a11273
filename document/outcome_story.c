/* outcome_story.c - a paragraph of prose, sentence by sentence, to outcomes. */
#include "document/outcome_find.h"
#include "document/words.h"

/* A paragraph while it is read. */
typedef struct story {
    pol_finder *finder;
    size_t from, end; /* its lines */
    pol_span text;
    pol_outcome_context context;
} story;

/* The byte of `text` where the number stands, or `otherwise` where a range left it out. */
static size_t place_of(pol_span number, pol_span text, size_t otherwise)
{
    bool is_inside = number.data && number.data >= text.data && number.data < text.data + text.size;
    return is_inside ? (size_t)(number.data - text.data) : otherwise;
}

static size_t line_of(const story *told, size_t at)
{
    return pol_finder_line_of(told->finder, told->from, told->end, at);
}

/* Items with their decision: a sentence of its own, or a line of a list within a paragraph. */
static size_t read_items(story *told, pol_span *sentence, pol_outcome items[POL_OUTCOME_LIST_MAX])
{
    pol_outcome_memory *memory = &told->finder->memory;
    size_t count = pol_outcome_sentence(*sentence, &told->context, memory, items);
    if (count == 0 && pol_ends_in(*sentence, "?!")) { /* a title that asks */
        pol_span rest = pol_span_make(sentence->data,
                                      (size_t)(told->text.data + told->text.size - sentence->data));
        pol_span behind = pol_span_from(rest, sentence->size);
        sentence->size += pol_outcome_first_sentence(behind).size;
        count = pol_outcome_sentence(*sentence, &told->context, memory, items);
    }
    pol_outcome_form form;
    bool is_listed = pol_words_start(*sentence, "the following", NULL) ||
                     pol_words_start(*sentence, "motions", NULL);
    if (count == 0 && (is_listed || pol_outcome_starts_item(*sentence)))
        count = pol_outcome_line(*sentence, memory, items, &form);
    return count;
}

static size_t read_sentence(story *told, pol_span *sentence)
{
    pol_finder *finder = told->finder;
    pol_outcome items[POL_OUTCOME_LIST_MAX];
    size_t at = (size_t)(sentence->data - told->text.data), before = finder->count;
    size_t count = read_items(told, sentence, items);
    for (size_t i = 0; i < count; i++)
        pol_finder_add(finder, &items[i], line_of(told, place_of(items[i].number, told->text, at)),
                       pol_span_trim(*sentence), POL_OUTCOME_FORM_SENTENCE);
    if (count == 0)
        return pol_hand_tell(finder, *sentence, &told->context, line_of(told, at));
    pol_hand_follow(finder, before, line_of(told, at), false);
    if (pol_decision_may_hold(told->context.rest)) /* "and the motion, as amended, was carried" */
        count += pol_hand_tell(finder, told->context.rest, &told->context, line_of(told, at));
    return count;
}

size_t pol_finder_sentences(pol_finder *finder, size_t from, size_t end, pol_span text,
                            size_t *ret_count)
{
    story told = {.finder = finder,
                  .from = from,
                  .end = end,
                  .text = text,
                  .context = {.year = finder->year}};
    size_t other_bytes = 0;
    *ret_count = 0;
    for (pol_span rest = text; rest.size > 0;) {
        pol_span sentence = pol_outcome_first_sentence(rest);
        size_t count = read_sentence(&told, &sentence);
        *ret_count += count;
        other_bytes += count == 0 ? sentence.size : 0;
        rest = pol_span_from(rest, sentence.size);
        while (rest.size > 0 && rest.data[0] == ' ')
            rest = pol_span_from(rest, 1);
    }
    return other_bytes;
}
