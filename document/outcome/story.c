/* story.c - a paragraph of prose, sentence by sentence, to outcomes. */
#include "document/outcome/find.h"
#include "document/outcome/title.h"
#include "document/words.h"

/* A paragraph while it is read. */
typedef struct story {
    pol_finder *finder;
    size_t from, end; /* its lines */
    pol_span text;
    pol_outcome_context context;
    bool was_open; /* was something else to be voted on before this sentence? */
    size_t gists;  /* sentences that were read by their gist */
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

/* The sentence by what it names and says, where it could not be read otherwise. */
static bool read_gist(story *told, pol_span sentence, size_t line)
{
    pol_finder *finder = told->finder;
    const pol_hand *hand = &finder->hand;
    size_t before = finder->count;
    bool is_sure = hand->has_item && !hand->is_title_only && !hand->is_blurred && !told->was_open &&
                   !hand->is_blurred && !hand->is_on_amendment && hand->found >= finder->count;
    pol_outcome made;
    is_sure = is_sure && !pol_outcome_told(sentence, &told->context, &finder->memory).is_blurred;
    if (!pol_outcome_gist(sentence, is_sure ? &hand->item : NULL, &told->context, &finder->memory,
                          &made))
        return false;
    size_t named = is_sure && pol_span_equal(made.number, hand->item.number) ? hand->line : line;
    if (is_sure && named == hand->line && !made.title.data)
        made.title = hand->item.title;
    pol_finder_add(finder, &made, named, pol_span_trim(sentence), POL_OUTCOME_FORM_GIST);
    pol_hand_follow(finder, before, named, false);
    return finder->count > before;
}

/* Is it the item that was named before, and of which nothing is known? */
static bool is_of_hand(const pol_finder *finder, const pol_outcome *item)
{
    const pol_hand *hand = &finder->hand;
    return hand->has_item && !hand->is_title_only && hand->found >= finder->count &&
           hand->item.kind == item->kind && hand->item.number.data &&
           pol_span_equal(hand->item.number, item->number);
}

static size_t read_sentence(story *told, pol_span *sentence)
{
    pol_finder *finder = told->finder;
    pol_outcome items[POL_OUTCOME_LIST_MAX];
    size_t at = (size_t)(sentence->data - told->text.data), before = finder->count;
    size_t count = read_items(told, sentence, items);
    if (count == 1 && is_of_hand(finder, &items[0])) {
        items[0].title = items[0].title.data ? items[0].title : finder->hand.item.title;
        pol_finder_add(finder, &items[0], finder->hand.line, pol_span_trim(*sentence),
                       POL_OUTCOME_FORM_SENTENCE);
        pol_hand_follow(finder, before, finder->hand.line, false);
        return count;
    }
    for (size_t i = 0; i < count; i++)
        pol_finder_add(finder, &items[i], line_of(told, place_of(items[i].number, told->text, at)),
                       pol_span_trim(*sentence), POL_OUTCOME_FORM_SENTENCE);
    if (count == 0) {
        told->was_open = finder->hand.is_asked || finder->hand.is_blurred;
        count = pol_hand_tell(finder, *sentence, &told->context, line_of(told, at));
        told->gists += count == 0 && read_gist(told, *sentence, line_of(told, at));
        return count;
    }
    pol_hand_follow(finder, before, line_of(told, at), false);
    if (pol_decision_may_hold(told->context.rest)) /* "and the motion, as amended, was carried" */
        count += pol_hand_tell(finder, told->context.rest, &told->context, line_of(told, at));
    return count;
}

/* "4.4 Dogs on the links.": the title that a minute starts with; absent where it has none. */
static pol_span topic_of(pol_span text)
{
    enum { TOPIC_WORDS = 12 };
    pol_span topic = pol_outcome_first_sentence(text), rest = topic, number = pol_word_next(&rest);
    bool is_numbered = number.data == text.data && number.data[0] >= '0' && number.data[0] <= '9';
    bool has_more = topic.size + 2 < text.size && topic.size > 0;
    if (!is_numbered || !has_more || topic.data[topic.size - 1] != '.' ||
        pol_word_count(rest, TOPIC_WORDS) == TOPIC_WORDS ||
        pol_outcome_has_word(rest, "was were "
                                   "had been"))
        return pol_span_make(NULL, 0);
    pol_span title = pol_title_trim(rest);
    return pol_word_is_capital(title) && pol_title_is(title) ? title : pol_span_make(NULL, 0);
}

/* A minute with a title tells of one motion: it stands where the minute does. */
static void place_at_topic(const story *told, size_t before)
{
    pol_finder *finder = told->finder;
    pol_span topic = topic_of(told->text);
    for (size_t i = before; i < finder->count; i++) {
        const pol_outcome *made = &finder->found[i].outcome;
        if (!made->number.data || finder->found[i].line < told->from ||
            !pol_span_equal(made->number, finder->found[before].outcome.number))
            return;
    }
    for (size_t i = before; i < finder->count && topic.data; i++) {
        pol_found *found = &finder->found[i];
        found->line = told->from;
        found->outcome.line = finder->text->lines[told->from].number;
        found->outcome.page = finder->text->lines[told->from].page;
        if (!found->outcome.title.data && found->outcome.kind != POL_KIND_AMENDMENT)
            found->outcome.title = topic;
    }
}

size_t pol_finder_sentences(pol_finder *finder, size_t from, size_t end, pol_span text,
                            size_t *ret_count, size_t *ret_gists)
{
    story told = {.finder = finder,
                  .from = from,
                  .end = end,
                  .text = text,
                  .context = {.year = finder->year}};
    size_t other_bytes = 0, before = finder->count;
    *ret_count = *ret_gists = 0;
    for (pol_span rest = text; rest.size > 0;) {
        pol_span sentence = pol_outcome_first_sentence(rest);
        size_t count = read_sentence(&told, &sentence);
        *ret_count += count;
        other_bytes += count == 0 ? sentence.size : 0;
        rest = pol_span_from(rest, sentence.size);
        while (rest.size > 0 && rest.data[0] == ' ')
            rest = pol_span_from(rest, 1);
    }
    place_at_topic(&told, before);
    *ret_gists = told.gists;
    return other_bytes;
}
