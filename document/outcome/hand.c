/* hand.c - the item in hand: what a heading or sentence named, and later sentences speak
 * of as "the motion". Statements on it become outcomes at the line that named it; where its text
 * turns out to stand below, they were the motion's own and are taken back. */
#include "document/outcome/find.h"
#include "document/outcome/title.h"
#include "document/words.h"

enum { NOT_FOUND = -1, LEAD_WORDS_MAX = 14 };

static bool has_found(const pol_finder *finder)
{
    return finder->hand.has_item && finder->hand.found < finder->count;
}

void pol_hand_close(pol_finder *finder)
{
    finder->hand = (pol_hand){.found = (size_t)NOT_FOUND};
}

void pol_hand_take(pol_finder *finder, const pol_outcome *item, size_t line, bool is_line)
{
    pol_hand *hand = &finder->hand;
    bool is_of_item = hand->has_item && hand->item.kind != POL_KIND_AMENDMENT;
    if (item->kind == POL_KIND_AMENDMENT && item->number.data && is_of_item) {
        hand->amendment = item->number;
        hand->amendment_line = line;
        hand->is_on_amendment = true;
        return;
    }
    pol_hand_close(finder);
    hand->item = (pol_outcome){.kind = item->kind, .number = item->number, .title = item->title};
    hand->has_item = item->number.data || item->title.data;
    hand->is_line = is_line;
    hand->line = line;
}

void pol_hand_follow(pol_finder *finder, size_t before, size_t line, bool is_line)
{
    size_t count = finder->count - before;
    if (count == 0)
        return;
    const pol_outcome *last = &finder->found[finder->count - 1].outcome;
    bool is_amendment = last->kind == POL_KIND_AMENDMENT;
    bool is_of_item = finder->hand.has_item && finder->hand.item.kind != POL_KIND_AMENDMENT;
    if (count > 1 || (is_amendment && is_of_item)) {
        finder->hand.is_on_amendment = is_amendment;
        finder->hand.amendment = pol_span_make(NULL, 0); /* its fate is known */
        if (!is_amendment)
            pol_hand_close(finder); /* several: "the motion" could be each */
        return;
    }
    pol_hand_take(finder, last, line, is_line);
    finder->hand.found = finder->count - 1;
}

void pol_hand_has_text(pol_finder *finder)
{
    if (has_found(finder) && finder->hand.is_line)
        finder->count = finder->hand.found;
    pol_hand_close(finder);
}

/* ---- what is named -------------------------------------------------------------------------- */

/* "The Hedgerow Resolution": a title that says what it is of. */
static bool names_itself(pol_span text)
{
    enum { WORDS_MAX = 12 };
    return pol_word_is_any(pol_word_last(text), "resolution motion proposition") &&
           pol_word_is_capital(pol_word_last(text)) && pol_word_is_capital(text) &&
           pol_word_count(text, 3) == 3 && pol_word_count(text, WORDS_MAX) < WORDS_MAX;
}

/* Does it stand alone, with its paragraph below? */
static bool is_apart(const pol_finder *finder, size_t index)
{
    const pol_line *line = &finder->text->lines[index];
    return line->blanks > 0 && index + 1 < finder->text->line_count && line[1].blanks > 0;
}

/* "Motion 12", "E3": a noun with its number, or a number of its own kind; a bare "5." may be any
 * item of the day. */
static bool is_sure(const pol_finder *finder, pol_span text, const pol_outcome *item)
{
    pol_kind kind;
    bool is_in_number;
    pol_span rest = text;
    if (!item->number.data)
        return names_itself(text) || pol_outcome_noun(&rest, &kind, &is_in_number);
    bool is_bare = item->number.data[0] >= '0' && item->number.data[0] <= '9';
    return !finder->is_minutes || !is_bare || pol_outcome_noun(&rest, &kind, &is_in_number);
}

/* "Motion: Mugs for all" */
static bool is_labelled(pol_span text)
{
    pol_kind kind;
    bool is_in_number;
    return pol_outcome_noun(&text, &kind, &is_in_number) && text.size > 1 && text.data[0] == ':';
}

/* "Decision", "Speakers": a heading of what is said on the item above it. */
static bool is_label(pol_span text)
{
    static const char *const labels[] = {
        "decision",         "decisions", "vote",       "voting",   "result",         "results",
        "outcome",          "debate",    "discussion", "speakers", "speeches",       "speeches for",
        "speeches against", "amendment", "amendments", "reply",    "right of reply", "action",
        "actions",          "proposer"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pol_words_equal(text, labels[i]))
            return true;
    return false;
}

/* Up to where the sentence goes on to tell: ", in which it was said", ". Moved by". */
static pol_span until_telling(pol_span text)
{
    static const char *const tells[] = {
        ", which",  ", in which", ", the mover", ", the branch", ": the",     ", moved",
        ", on ",    ", after ",   ", its mover", ", proposed",   " moved by", ", there ",
        ", having", ", was",      ", were",      ", conference", ", it ",     ", delegates"};
    for (size_t i = 0; i < sizeof tells / sizeof *tells; i++)
        text = pol_span_first(text, pol_span_find_fold(text, pol_span_of(tells[i]), 0));
    size_t colon = pol_span_find(text, POL_SPAN(": "), 0);
    if (colon != (size_t)-1 && colon + 2 < text.size && text.data[colon + 2] >= 'a' &&
        text.data[colon + 2] <= 'z' && pol_decision_may_hold(pol_span_from(text, colon)))
        text = pol_span_first(text, colon); /* "Heat: amendment carried, motion lost" */
    pol_span rest = text, word;
    while ((word = pol_word_next(&rest)).data)
        if (pol_word_is_any(word, "was were is had has"))
            return pol_span_first(text, (size_t)(word.data - text.data));
    return text;
}

void pol_hand_name(pol_finder *finder, pol_span text)
{
    pol_span title = pol_title_without_quotes(pol_outcome_strip(pol_title_trim(text)));
    bool is_labelled = text.size > 1 && text.data[0] == ':';
    if (is_labelled && finder->hand.has_item && !finder->hand.item.title.data &&
        pol_title_is(title))
        finder->hand.item.title = title;
}

bool pol_hand_read_line(pol_finder *finder, size_t index)
{
    const pol_line *line = &finder->text->lines[index];
    pol_outcome item = {0};
    pol_span text = pol_outcome_strip(line->text);
    if (pol_decision_may_hold(text) && line->role == POL_LINE_PLAIN)
        text = pol_outcome_strip(until_telling(text));
    bool is_headline = line->role == POL_LINE_HEADING || line->is_strong ||
                       (names_itself(text) && is_apart(finder, index));
    bool is_item = !pol_ends_in(line->text, ".?!;") && pol_outcome_item(text, &item, NULL) &&
                   (item.number.data || is_headline || is_labelled(text));
    bool is_title_only = is_item && !is_sure(finder, text, &item);
    if (is_title_only && finder->is_minutes && item.title.data) {
        item.number = pol_span_make(NULL, 0);
        item.kind = POL_KIND_MOTION;
    } else {
        is_item = is_item && !is_title_only;
    }
    if (is_item)
        pol_hand_take(finder, &item, index, true);
    finder->hand.is_title_only = is_item && is_title_only;
    if (is_item)
        return true;
    if (is_headline && !is_label(text))
        pol_hand_close(finder);
    return false;
}

/* "The meeting considered Motion 53": at the item. */
static pol_span behind_considered(pol_span sentence)
{
    enum { ACTOR_WORDS_MAX = 8 };
    pol_span rest = sentence;
    for (int words = 0; words < ACTOR_WORDS_MAX; words++) {
        pol_span word = pol_word_next(&rest);
        if (!word.data || pol_word_is_any(word, "was were not had never"))
            return sentence;
        if (words > 0 && pol_outcome_starts_item(rest) &&
            pol_word_is_any(word, "considered discussed debated took introduced presented proposed "
                                  "moved"))
            return rest;
    }
    return sentence;
}

/* Where a sentence leads to the item: "After a long debate on Motion 3". */
static pol_span behind_lead(pol_span sentence)
{
    pol_span rest = sentence, first = pol_word_next(&rest);
    pol_span considered = behind_considered(sentence);
    if (considered.data != sentence.data)
        return considered;
    if (pol_outcome_starts_item(sentence) ||
        !pol_word_is_any(first, "on after in following turning for under with moving the"))
        return sentence;
    pol_span before = first;
    for (int words = 0; words < LEAD_WORDS_MAX && rest.size > 0; words++) {
        if (pol_outcome_starts_item(rest))
            return pol_word_is_any(before, "on of to in moving for with") ? rest : sentence;
        before = pol_word_next(&rest);
        if (!before.data || pol_word_is_any(before, "was were had has is said which that amendment "
                                                    "amendments letter report"))
            return sentence;
    }
    return sentence;
}

/* The one item that the sentence is on; what follows it goes to *ret_rest. */
static bool read_named(pol_finder *finder, pol_span sentence, pol_outcome *item, pol_span *ret_rest)
{
    pol_outcome list[POL_OUTCOME_LIST_MAX];
    pol_span text = behind_lead(pol_span_trim(pol_span_unbullet(sentence))), rest = text;
    size_t count = pol_outcome_list(&rest, true, &finder->memory, list);
    if (count == 0 || list[0].number.data == NULL)
        return false;
    *ret_rest = rest;
    *item = list[0];
    if (count > 1) {
        *item = (pol_outcome){0};
        return true;
    }
    pol_sentence_name(item, pol_outcome_strip(until_telling(text)));
    return true;
}

/* ---- what is told --------------------------------------------------------------------------- */

/* "Paragraph 1 was carried. Paragraph 2 was lost.": further points, each once. */
static void add_points(pol_outcome *given, const pol_outcome *said, pol_outcome_memory *memory)
{
    size_t count = given->point_count, all = count + said->point_count;
    pol_outcome_point *points =
        all <= POL_OUTCOME_POINTS_MAX ? pol_outcome_alloc(memory, all * sizeof *points) : NULL;
    if (!points)
        return;
    if (count > 0)
        memcpy(points, given->points, count * sizeof *points);
    for (size_t i = 0; i < said->point_count; i++) {
        bool is_new = true;
        for (size_t k = 0; k < count; k++)
            is_new = is_new && !pol_span_equal(points[k].label, said->points[i].label);
        if (is_new)
            points[count++] = said->points[i];
    }
    given->points = points;
    given->point_count = count;
}

/* More of what was already decided: "carried" was "carried as amended", or in parts. */
static void refine(pol_outcome *given, const pol_outcome *said, pol_outcome_memory *memory)
{
    bool is_finer = given->decision == POL_DECISION_CARRIED &&
                    (said->decision == POL_DECISION_CARRIED_AMENDED ||
                     said->decision == POL_DECISION_CARRIED_PART);
    bool has_points = said->point_count > 0 && given->point_count == 0 &&
                      pol_decision_is_policy((pol_decision)given->decision);
    if (is_finer) {
        given->decision = said->decision;
        given->words = said->words;
        given->amendment = said->amendment;
    }
    if (!has_points && said->point_count > 0 && given->point_count > 0)
        add_points(given, said, memory);
    if (has_points) {
        given->points = said->points;
        given->point_count = said->point_count;
        given->decision = POL_DECISION_CARRIED_PART;
    }
}

void pol_hand_add_points(pol_finder *finder, const pol_outcome *said)
{
    if (!has_found(finder))
        return;
    pol_outcome *given = &finder->found[finder->hand.found].outcome;
    add_points(given, said, &finder->memory);
    bool is_policy = pol_decision_is_policy((pol_decision)given->decision);
    if (is_policy && !pol_decision_is_policy((pol_decision)said->points[0].decision))
        given->decision = POL_DECISION_CARRIED_PART;
}

static bool give(pol_finder *finder, const pol_outcome *said, pol_span sentence,
                 pol_outcome_form form)
{
    pol_hand *hand = &finder->hand;
    if (has_found(finder)) {
        refine(&finder->found[hand->found].outcome, said, &finder->memory);
        return true;
    }
    if (said->decision == POL_DECISION_NONE)
        return false;
    pol_outcome made = *said;
    made.kind = hand->item.kind;
    made.number = hand->item.number;
    made.title = hand->item.title;
    size_t before = finder->count;
    pol_finder_add(finder, &made, hand->line, pol_span_trim(sentence), form);
    if (finder->count > before) {
        hand->found = before;
        if (finder->uses[hand->line] == POL_OUTCOME_USE_ITEM ||
            finder->uses[hand->line] == POL_OUTCOME_USE_SHORT)
            finder->uses[hand->line] = POL_OUTCOME_USE_OUTCOME;
    }
    return finder->count > before;
}

static bool give_to_amendment(pol_finder *finder, const pol_outcome *said, pol_span sentence)
{
    if (finder->hand.item.kind == POL_KIND_AMENDMENT)
        return give(finder, said, sentence, POL_OUTCOME_FORM_SENTENCE);
    pol_span number = finder->hand.amendment;
    if (!number.data || said->decision == POL_DECISION_NONE)
        return false;
    pol_outcome made = *said;
    made.kind = POL_KIND_AMENDMENT;
    made.number = number;
    finder->hand.amendment = pol_span_make(NULL, 0); /* once */
    pol_finder_add(finder, &made, finder->hand.amendment_line, pol_span_trim(sentence),
                   POL_OUTCOME_FORM_SENTENCE);
    return true;
}

/* Brings the sentence up something else that is not voted on in it? */
static bool leaves_open(pol_span sentence)
{
    return !pol_outcome_has_word(sentence, "carried lost passed agreed fell rejected defeated "
                                           "withdrawn adopted approved accepted");
}

/* Does the line stand nearer to what follows it, as a heading does? */
static bool is_nearer_below(const pol_finder *finder, size_t index)
{
    const pol_line *lines = finder->text->lines;
    bool is_last = index + 1 >= finder->text->line_count;
    if (lines[index].role != POL_LINE_PLAIN)
        return lines[finder->hand.line].role != POL_LINE_HEADING;
    return lines[index].blanks > 0 && !is_last && lines[index + 1].blanks <= lines[index].blanks;
}

bool pol_hand_verdict(pol_finder *finder, size_t index)
{
    enum { BELOW_MAX = 12 };
    const pol_line *line = &finder->text->lines[index];
    const pol_hand *hand = &finder->hand;
    if (!hand->has_item || !hand->is_line || has_found(finder) || hand->is_on_amendment ||
        index > hand->line + BELOW_MAX || line->role == POL_LINE_HEADING ||
        line->text.size > POL_OUTCOME_LINE_MAX || !pol_decision_may_hold(line->text))
        return false;
    pol_outcome_context context = {.year = finder->year};
    pol_told told = pol_outcome_told(line->text, &context, &finder->memory);
    if (hand->is_title_only || !told.is_bare || told.subject == POL_TOLD_AMENDMENT ||
        (!told.is_labelled && is_nearer_below(finder, index)))
        return false;
    return give(finder, &told.said, line->text, POL_OUTCOME_FORM_ROW);
}

/* Is a motion named other than the one in hand? What is told may be of that. */
static bool names_other(const pol_hand *hand, pol_span sentence)
{
    bool is_found = false;
    for (pol_span rest = sentence; rest.size > 0;) {
        pol_kind kind;
        bool is_in_number;
        pol_span ahead = rest, word;
        if (pol_outcome_starts_item(rest) && pol_outcome_noun(&ahead, &kind, &is_in_number) &&
            kind != POL_KIND_AMENDMENT && (word = pol_word_next(&ahead)).data) {
            if (pol_span_find(hand->item.number, word, 0) != (size_t)NOT_FOUND)
                return false;
            is_found = true;
        }
        pol_word_next(&rest);
    }
    return is_found;
}

size_t pol_hand_tell(pol_finder *finder, pol_span sentence, pol_outcome_context *context,
                     size_t line)
{
    pol_outcome item = {0};
    pol_hand *hand = &finder->hand;
    pol_span text = sentence;
    size_t before = finder->count;
    if (read_named(finder, sentence, &item, &text))
        pol_hand_take(finder, &item, line, false);
    if (!hand->has_item)
        return 0;
    pol_told told = pol_outcome_told(text, context, &finder->memory);
    if (hand->is_title_only && pol_outcome_has_word(sentence, "moved proposed proposer mover"))
        hand->is_title_only = false; /* it is a motion */
    bool was_asked = hand->is_asked;
    hand->is_asked = told.subject == POL_TOLD_NOTHING &&
                     (was_asked || pol_outcome_has_word(sentence, "remission remittance remit "
                                                                  "withdraw withdrawal"));
    if (was_asked && told.subject == POL_TOLD_LAST &&
        (told.is_it || (told.is_bare && !told.is_labelled)))
        return 0;
    if (told.subject == POL_TOLD_NOTHING || hand->is_title_only) {
        hand->is_blurred = hand->is_blurred || (told.is_blurred && leaves_open(sentence));
        bool is_on_amendment = pol_outcome_has_word(sentence, "amendment amendments");
        hand->is_on_amendment = hand->is_on_amendment || is_on_amendment;
        return 0;
    }
    if (names_other(hand, sentence))
        return 0;
    if (hand->is_blurred) { /* the vote on what came between */
        hand->is_blurred = false;
        return 0;
    }
    bool is_on_amendment = told.subject == POL_TOLD_AMENDMENT ||
                           (told.subject == POL_TOLD_LAST && hand->is_on_amendment);
    if (is_on_amendment)
        give_to_amendment(finder, &told.said, sentence);
    else if (hand->item.kind == POL_KIND_AMENDMENT && told.subject == POL_TOLD_MOTION)
        return 0; /* of a motion that was not named */
    else if (told.said.point_count > 0 || told.said.decision != POL_DECISION_NONE)
        give(finder, &told.said, sentence, POL_OUTCOME_FORM_SENTENCE);
    hand->is_on_amendment = is_on_amendment;
    return finder->count - before + (size_t)(!is_on_amendment && finder->count == before);
}
