/* roles.c - the words of a heading to the likeliest reading of them: number, title, who
 * moves, and where the text starts. What rules read stays where it is about as likely. */
#include "document/openers.h"
#include "document/recognise/submitters.h"
#include "document/split/words.h"

static const int64_t never = INT64_MIN / 4;

static void add_weights(const uint64_t *signs, int neighbour, int32_t *scores)
{
    for (int k = 0; k < POL_SIGN_WORDS; k++)
        for (uint64_t bits = signs[k]; bits; bits &= bits - 1) {
            const int16_t *row =
                pol_split_roles_learnt.signs[neighbour][k * 64 + __builtin_ctzll(bits)];
            for (int role = 0; role < POL_ROLE_COUNT; role++)
                scores[role] += row[role];
        }
}

static void score_word(const pol_split_word *words, size_t count, size_t at, int32_t *scores)
{
    static const uint64_t none[POL_SIGN_WORDS] = {0, 0, 0, 1ull << 63};
    memset(scores, 0, POL_ROLE_COUNT * sizeof *scores);
    add_weights(words[at].signs, 0, scores);
    add_weights(at > 0 ? words[at - 1].signs : none, 1, scores);
    add_weights(at + 1 < count ? words[at + 1].signs : none, 2, scores);
}

/* Behind the first word of the text all is text. */
static bool may_follow(int role, int next)
{
    return role != POL_ROLE_TEXT || next == POL_ROLE_TEXT;
}

enum { ALL = (1 << POL_ROLE_COUNT) - 1 };

/* The likeliest roles of the words, each one of those that `allowed` has; its score. */
static int64_t read_words(pol_split_word *words, const int32_t (*scores)[POL_ROLE_COUNT],
                          const uint8_t *allowed, size_t count)
{
    int64_t rows[2][POL_ROLE_COUNT];
    uint8_t from[POL_SPLIT_WORDS_MAX][POL_ROLE_COUNT];
    for (size_t i = 0; i < count; i++) {
        const int64_t *before = rows[(i + 1) % 2];
        for (int to = 0; to < POL_ROLE_COUNT; to++) {
            int64_t best = i == 0 ? 0 : never;
            for (int role = 0; role < POL_ROLE_COUNT && i > 0; role++) {
                int64_t score = before[role] + pol_split_roles_learnt.steps[words[i].gap][role][to];
                if (may_follow(role, to) && before[role] > never && score > best) {
                    best = score;
                    from[i][to] = (uint8_t)role;
                }
            }
            rows[i % 2][to] = best > never && allowed[i] >> to & 1 ? best + scores[i][to] : never;
        }
    }
    const int64_t *last = rows[(count + 1) % 2];
    int role = 0;
    for (int i = 1; count > 0 && i < POL_ROLE_COUNT; i++)
        role = last[i] > last[role] ? i : role;
    int64_t score = count > 0 ? last[role] : 0;
    for (size_t i = count; i-- > 0 && score > never; role = i > 0 ? from[i][role] : role)
        words[i].role = (uint8_t)role;
    return score;
}

/* What the word may be where it is what rules say. */
static uint8_t allow_ruled(const pol_split_word *word)
{
    enum { REST = 1 << POL_ROLE_OTHER | 1 << POL_ROLE_MOVER };
    for (int role = 0; role < POL_ROLE_COUNT; role++)
        if (word->signs[(POL_SIGN_RULES + role) / 64] >> ((POL_SIGN_RULES + role) % 64) & 1)
            return role == POL_ROLE_OTHER || role == POL_ROLE_MOVER ? REST
                   : role == POL_ROLE_NUMBER ? 1 << role | 1 << POL_ROLE_OTHER
                                             : (uint8_t)(1 << role);
    return ALL;
}

/* What it may be where nothing is known: no text on a line that is a heading and no text by the
 * reading of the lines, and by the rules; none before where these see it start behind a title. */
static uint8_t allow_free(const pol_splitter *split, const pol_split_item *item,
                          const pol_split_word *word)
{
    const pol_split_heading *heading = item->heading;
    uint8_t place = split->places[heading->line];
    bool is_bare = word->line <= heading->line && !heading->inline_text.data &&
                   (place == POL_PLACE_HEAD || place == POL_PLACE_TITLED);
    pol_span line =
        split->text->lines[word->line].text; /* which the inline text ends, or its copy */
    bool is_titled = word->line == heading->line && heading->inline_text.data &&
                     heading->parts.title.size > 0 && !word->is_marker &&
                     (size_t)(line.data + line.size - word->text.data) > heading->inline_text.size;
    return is_bare || is_titled ? ALL & ~(1 << POL_ROLE_TEXT) : ALL;
}

/* Reads the words; how much likelier that is than what rules read. */
static int64_t read_freely(const pol_splitter *split, const pol_split_item *item,
                           pol_split_word *words, size_t count)
{
    int32_t scores[POL_SPLIT_WORDS_MAX][POL_ROLE_COUNT];
    uint8_t allowed[POL_SPLIT_WORDS_MAX] = {0};
    for (size_t i = 0; i < count; i++) {
        score_word(words, count, i, scores[i]);
        allowed[i] = allow_ruled(&words[i]);
    }
    int64_t ruled = read_words(words, scores, allowed, count);
    for (size_t i = 0; i < count; i++)
        allowed[i] = allow_free(split, item, &words[i]);
    int64_t free = read_words(words, scores, allowed, count);
    return ruled > never ? free - ruled : -never;
}

/* ---- what was read, into the item ---- */

typedef struct run {
    size_t first, end;
} run;

/* The first words of the role, one behind the other; empty: there are none. */
static run find_run(const pol_split_word *words, size_t count, uint8_t role, size_t from)
{
    run own = {from, from};
    while (own.first < count && words[own.first].role != role)
        own.first++;
    own.end = own.first;
    while (own.end < count && words[own.end].role == role)
        own.end++;
    return own;
}

/* Words of one line as printed, with the mark that belongs to the last of them. */
static pol_span print_run(const pol_splitter *split, const pol_split_word *words, run own)
{
    const pol_line *source = &split->text->lines[words[own.first].line];
    const pol_split_word *last = &words[own.end - 1];
    pol_span line = last->is_marker ? source->marker : source->text;
    const char *first = words[own.first].text.data, *end = last->text.data + last->text.size;
    const char *line_end = line.data + line.size;
    bool is_open = memchr(first, '(', (size_t)(end - first)) != NULL;
    if (end < line_end && (strchr("?!", *end) || (is_open && *end == ')')))
        end++;
    if (first > line.data && first[-1] == '(' && memchr(first, ')', (size_t)(end - first)))
        first--;
    return pol_span_make(first, (size_t)(end - first));
}

/* The same of several lines, in the arena. */
static pol_span join_run(pol_splitter *split, const pol_split_word *words, run own)
{
    enum { BYTES = 1000 };
    size_t size = 0;
    char *made = NULL;
    for (int is_second = 0; is_second < 2; is_second++) {
        size = 0;
        for (size_t i = own.first, end; i < own.end; i = end) {
            for (end = i + 1; end < own.end && words[end].line == words[i].line &&
                              words[end].is_marker == words[i].is_marker;)
                end++;
            pol_span part = print_run(split, words, (run){i, end});
            if (i == own.first && end == own.end)
                return part;
            if (made && size > 0)
                made[size] = ' ';
            size += size > 0;
            if (made)
                memcpy(made + size, part.data, part.size);
            size += part.size;
        }
        if (!is_second && (size > BYTES || !(made = pol_arena_alloc(split->arena, size + 1))))
            return pol_span_make(NULL, 0);
    }
    return pol_span_make(made, size);
}

static bool are_same_words(pol_span a, pol_span b)
{
    pol_span x, y;
    do {
        x = pol_word_next(&a);
        y = pol_word_next(&b);
        if (!pol_span_equal_fold(x, y))
            return false;
    } while (x.data);
    return true;
}

static bool is_said_by_rules(const pol_split_word *word, pol_split_role role)
{
    unsigned bit = POL_SIGN_RULES + (unsigned)role;
    return word->signs[bit / 64] >> (bit % 64) & 1;
}

/* Is what rules took for the one something else that has a name? */
static bool is_taken(const pol_split_word *words, size_t count, pol_split_role role)
{
    for (size_t i = 0; i < count; i++)
        if (is_said_by_rules(&words[i], role) && words[i].role != role &&
            words[i].role != POL_ROLE_OTHER)
            return true;
    return false;
}

static bool holds_digit(pol_span text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

/* Is it the title of the rules without words that are nothing else, as no number is without a
 * digit where rules have another? */
static bool is_less(const pol_split_item *item, const pol_split_word *words, size_t count)
{
    bool is_any = false;
    for (size_t i = 0; i < count; i++) {
        bool was = is_said_by_rules(&words[i], POL_ROLE_TITLE);
        bool is_none = words[i].role == POL_ROLE_OTHER ||
                       (words[i].role == POL_ROLE_NUMBER && !holds_digit(words[i].text) &&
                        item->heading->number.printed.data);
        if (was ? words[i].role != POL_ROLE_TITLE && !is_none : words[i].role == POL_ROLE_TITLE)
            return false;
        is_any = is_any || was;
    }
    return is_any;
}

/* What is the title is nobody's name. */
static void drop_movers(pol_split_item *item)
{
    size_t kept = 0;
    for (size_t i = 0; i < item->mover_count; i++)
        if (item->movers[i].line != item->title_line ||
            pol_span_find_fold(item->title, item->movers[i].name, 0) == (size_t)-1)
            item->movers[kept++] = item->movers[i];
    item->mover_count = kept;
}

/* Is it the title of the rules and a line more, where nothing tells that the first goes on: it is
 * short or in capitals, and the next starts anew? */
static bool is_longer_by_line(const pol_splitter *split, const pol_split_item *item,
                              const pol_split_word *words, run own)
{
    enum { FULL_BYTES = 50 };
    size_t second = own.first;
    while (second < own.end && words[second].line == words[own.first].line)
        second++;
    return item->title.data && second < own.end && item->title_line == words[own.first].line &&
           is_said_by_rules(&words[own.first], POL_ROLE_TITLE) &&
           !is_said_by_rules(&words[second], POL_ROLE_TITLE) &&
           pol_word_is_capital(words[second].text) &&
           (split->text->lines[words[own.first].line].text.size < FULL_BYTES ||
            (pol_word_is_upper(words[second - 1].text) && !pol_word_is_upper(words[second].text)));
}

static void set_title(pol_splitter *split, pol_split_item *item, const pol_split_word *words,
                      size_t count)
{
    run own = find_run(words, count, POL_ROLE_TITLE, 0);
    for (run other = own; other.first < other.end;
         other = find_run(words, count, POL_ROLE_TITLE, other.end))
        if (are_same_words(join_run(split, words, other), item->title))
            return;
    if (own.first == own.end) {
        if (is_taken(words, count, POL_ROLE_TITLE))
            item->title = pol_span_make(NULL, 0);
        return;
    }
    pol_span title = join_run(split, words, own);
    if (pol_opener_of(title).subject >= POL_SUBJECT_BODY)
        return; /* of the text */
    bool has_decision = item->decision.data && item->decision_line == words[own.first].line &&
                        pol_span_find(title, item->decision, 0) != (size_t)-1;
    if (!title.data || has_decision || is_less(item, words, count) ||
        is_longer_by_line(split, item, words, own))
        return;
    item->title = title;
    item->title_line = words[own.first].line;
    drop_movers(item);
}

/* Is one of the words a number, or one that stands for it: "12", "C", "IV", "two"? */
static bool counts(const pol_split_word *words, run own)
{
    static const char numbers[] = "one two three four five six seven eight nine ten eleven twelve "
                                  "thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
                                  "twenty first second third";
    for (size_t i = own.first; i < own.end; i++) {
        pol_span text = words[i].text;
        bool is_roman = true;
        for (size_t k = 0; k < text.size; k++)
            is_roman = is_roman && strchr("IVXLivxl", text.data[k]);
        if (holds_digit(text) || is_roman || text.size == 1 || pol_word_is_any(text, numbers))
            return true;
    }
    return false;
}

static void set_number(pol_splitter *split, pol_split_item *item, const pol_split_word *words,
                       size_t count)
{
    pol_split_heading *heading = item->heading;
    run own = find_run(words, count, POL_ROLE_NUMBER, 0);
    pol_split_number number;
    pol_span rest;
    if (own.first == own.end) {
        if (is_taken(words, count, POL_ROLE_NUMBER))
            heading->number = (pol_split_number){0};
        return;
    }
    for (size_t i = 0; i < count; i++)
        if (words[i].role == POL_ROLE_NUMBER && is_said_by_rules(&words[i], POL_ROLE_NUMBER))
            return;
    while (own.end > own.first + 1 && words[own.end - 1].line != words[own.first].line)
        own.end--;
    bool is_of_rule = own.first > 0 && words[own.first - 1].line == words[own.first].line &&
                      pol_word_is_any(words[own.first - 1].text, "rule article clause section");
    if (!counts(words, own) || is_of_rule)
        return;
    pol_span printed = print_run(split, words, own);
    if (!pol_split_number_parse(printed, true, &number, &rest) || pol_span_core(rest).size > 0)
        number = (pol_split_number){0};
    number.printed = printed;
    heading->number = number;
}

/* Would a text that starts at line `end` leave out what looks like its own? */
static bool skips_text(pol_splitter *split, const pol_split_item *item, uint32_t end)
{
    enum { LOOKS = POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_PROSE | POL_LOOK_OPEN };
    for (uint32_t i = item->text; i < end; i++)
        if (!split->is_furniture[i] && pol_split_look(split, i) & LOOKS)
            return true;
    return false;
}

/* Where the text starts: on the heading's own line or in one below. */
static void set_start(pol_splitter *split, pol_split_item *item, const pol_split_word *words,
                      size_t count)
{
    pol_split_heading *heading = item->heading;
    run own = find_run(words, count, POL_ROLE_TEXT, 0);
    if (own.first == own.end)
        return;
    const pol_split_word *first = &words[own.first];
    bool is_whole = first->gap == POL_GAP_LINE;
    if (first->line == heading->line && own.first > 0) {
        if (first->is_marker)
            return;
        pol_span line = split->text->lines[first->line].text;
        size_t at = (size_t)(first->text.data - line.data);
        while (at > 0 && !strchr(" )]:", line.data[at - 1]))
            at--;
        if (heading->inline_text.data == line.data + at)
            return;
        heading->inline_text = pol_span_from(line, at);
    } else if (is_whole && first->line > heading->line && !heading->inline_text.data &&
               first->line != item->text && !skips_text(split, item, first->line)) {
        for (size_t i = first->line; i < item->text; i++) {
            split->is_furniture[i] = false;
            split->fields[i] = POL_FIELD_NONE;
        }
        item->text = first->line;
    }
}

static bool has_mover(const pol_split_item *item, pol_span name)
{
    for (size_t i = 0; i < item->mover_count; i++)
        if (pol_span_find_fold(item->movers[i].name, name, 0) != (size_t)-1 ||
            pol_span_find_fold(name, item->movers[i].name, 0) != (size_t)-1)
            return true;
    return false;
}

/* Who moves, where rules found nobody; a name that may be a person's is held to be one. */
static void add_movers(pol_splitter *split, pol_split_item *item, const pol_split_word *words,
                       size_t count)
{
    static const char persons[] = "mr mrs ms miss mx dr cllr councillor sir dame lord lady prof "
                                  "professor rev revd reverend canon deacon bro brother sis sister";
    pol_span value;
    pol_submitter_hint hint;
    bool is_known = item->mover_count > 0;
    for (run own = {0, 0}; own.end < count && !is_known;) {
        own = find_run(words, count, POL_ROLE_MOVER, own.end);
        if (own.first == own.end)
            return;
        while (words[own.end - 1].line != words[own.first].line)
            own.end--;
        uint32_t line = words[own.first].line;
        pol_span text = split->text->lines[line].text;
        bool is_read = line != item->heading->line && text.size <= POL_SPLIT_LINE_BYTES &&
                       pol_submitter_sentence(text, &value, &hint);
        pol_span name = print_run(split, words, own);
        bool is_person = own.first > 0 && pol_word_is_any(words[own.first - 1].text, persons);
        if (!is_read && !is_person && !words[own.first].is_marker && !has_mover(item, name)) {
            pol_split_list_names(item, name, line, true);
            item->is_mover_learnt = true;
            if (item->loose_head == line)
                item->loose_head = POL_SPLIT_NOWHERE;
        }
    }
}

/* So much likelier than what rules read must a reading be: where there are few of the kind; else;
 * where many of those that differ are so much likelier, since the others are like them; where those
 * that differ in the same way are so much likelier together. */
enum { FEW = 5, SURE_OF_FEW = 18000, SURE = 9000, LIKELY = 2500, TOGETHER = 18000, SLIGHT = 400 };

/* One item's reading. */
typedef struct judged {
    int64_t margin;
    uint32_t change; /* what became of which role, as bits; 0: nothing */
    bool is_amendment;
} judged;

/* What a reading makes of what rules read; of nobody's name becomes one's in many ways. */
static uint32_t change_of(const pol_split_word *words, size_t count)
{
    uint32_t change = 0;
    for (size_t i = 0; i < count; i++)
        for (unsigned role = 0; role < POL_ROLE_COUNT; role++) {
            bool is_name = (role == POL_ROLE_OTHER && words[i].role == POL_ROLE_MOVER) ||
                           (role == POL_ROLE_MOVER && words[i].role == POL_ROLE_OTHER);
            if (words[i].role != role && !is_name && is_said_by_rules(&words[i], role))
                change |= 1u << (role * POL_ROLE_COUNT + words[i].role);
        }
    return change;
}

static int64_t least_for(const judged *all, size_t count, bool is_amendment)
{
    size_t sure = 0, unlike = 0, found = 0;
    for (size_t i = 0; i < count; i++)
        if (all[i].is_amendment == is_amendment) {
            found++;
            sure += all[i].margin > SURE;
            unlike += all[i].margin > 0;
        }
    if (found < FEW)
        return SURE_OF_FEW;
    return sure * 4 >= unlike ? LIKELY : SURE;
}

/* Are those that differ from the rules as this one does so much likelier together? Only of numbers
 * that rules took for a part of the title: "1-01-26 Resolution on rail". */
static bool is_common(const judged *all, size_t count, const judged *own)
{
    enum { LOOKED_AT = 400, LEAST = 3 };
    const unsigned title = POL_ROLE_TITLE * POL_ROLE_COUNT;
    const uint32_t numbers =
        1u << (title + POL_ROLE_NUMBER) | 1u << (POL_ROLE_OTHER * POL_ROLE_COUNT + POL_ROLE_NUMBER);
    int64_t sum = 0;
    size_t found = 0;
    if (!(own->change & numbers) || own->change & ~numbers)
        return false;
    for (size_t i = 0; i < count && i < LOOKED_AT; i++)
        if (all[i].is_amendment == own->is_amendment && all[i].change == own->change) {
            sum += all[i].margin < SURE ? all[i].margin : SURE;
            found++;
        }
    return found >= LEAST && sum >= TOGETHER && own->margin > SLIGHT;
}

void pol_split_read_roles(pol_splitter *split, pol_split_items *items, const bool *is_furniture)
{
    pol_split_word words[POL_SPLIT_WORDS_MAX];
    pol_split_slots *slots = pol_split_find_slots(split, items, is_furniture);
    judged *all = pol_arena_array(split->arena, items->count + 1, sizeof *all);
    if (!all)
        pol_splitter_refused(split, (items->count + 1) * sizeof *all);
    for (size_t i = 0; slots && all && i < items->count; i++) {
        all[i].is_amendment = items->items[i].kind == POL_KIND_AMENDMENT;
        if (items->items[i].text == 0)
            continue;
        size_t count = pol_split_find_words(split, slots, is_furniture, &items->items[i], words);
        all[i].margin = read_freely(split, &items->items[i], words, count);
        all[i].change = change_of(words, count);
    }
    if (!slots || !all)
        return;
    const int64_t least[] = {least_for(all, items->count, false),
                             least_for(all, items->count, true)};
    for (size_t i = 0; i < items->count; i++) {
        pol_split_item *item = &items->items[i];
        if (item->text == 0 ||
            (all[i].margin <= least[all[i].is_amendment] && !is_common(all, items->count, &all[i])))
            continue;
        size_t count = pol_split_find_words(split, slots, is_furniture, item, words);
        read_freely(split, item, words, count);
        set_title(split, item, words, count);
        set_number(split, item, words, count);
        set_start(split, item, words, count);
        add_movers(split, item, words, count);
    }
}
