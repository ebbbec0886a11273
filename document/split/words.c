/* words.c - the lines of a heading to its words with signs of what each is: what it looks
 * like, what piece of which line it stands in, what stands at the same place of the other headings.
 */
#include "document/split/words.h"

enum {
    S_SHAPE = 0,    /* 12 */
    S_CLASS = 12,   /* 24 */
    S_BEFORE = 36,  /* 11 */
    S_AFTER = 47,   /* 12: the last is the line's end */
    S_AT = 59,      /* 8: first, second, third, later of its line; first, last of its piece;
                       in brackets, in quotes */
    S_PIECE = 67,   /* 4: which piece of its line; 5: its words */
    S_IS = 76,      /* 14 of the piece */
    S_LABEL = 90,   /* 12: field of the label before it */
    S_PLACE = 102,  /* 10 of the line */
    S_LOOK = 112,   /* 17 */
    S_ROLE = 129,   /* 6 */
    S_LINE = 135,   /* 4 */
    S_FIELD = 139,  /* 12 */
    S_OFFSET = 151, /* 6 lines from the heading's */
    S_NEAR = 157,   /* 2: of the text; right over it */
    S_LENGTH = 159, /* 4: of the line */
    S_ITEM = 163,   /* 2, 7 forms */
    S_SLOT = 176    /* 24 */
};
enum {
    HEAD_LINES = 12,
    HEAD_WORDS = 40, /* of a line */
    TEXT_LINES = 2,
    TEXT_WORDS = 10,
    PIECES_MAX = 64,
    OFFSETS = 8,
    PIECES = 4,
    FIRSTS = 4
};

static const char *const classes[] = {
    "motion motions resolution resolutions proposition propositions proposal proposals remit "
    "notice "
    "item",
    "amendment amendments addendum amends",
    "composite composites composited compositing",
    "emergency topical late urgent special ordinary extraordinary policy",
    "no number nr num ref reference nos numbers",
    "moved mover moving proposed proposer proposing submitted sponsored tabled received put "
    "brought "
    "propose proposes moves move submits",
    "by from of behalf name",
    "seconded seconder seconding supported supporting seconds",
    "branch branches region group division lodge chapter local section society association union "
    "federation club guild college party university division district area constituency clp sector "
    "network forum company co-operative parish synod presbytery diocese circle unit cell school",
    "committee council executive nec board conference congress assembly secretariat trustees "
    "officers",
    "mr mrs ms miss dr cllr sir professor prof rev bro sis brother sister lord lady",
    "carried lost agreed passed adopted defeated remitted referred withdrawn fell rejected "
    "approved "
    "unanimously deferred",
    "support oppose supported opposed recommendation position recommends recommended advice accept "
    "reject leave",
    "rule rules article articles clause section paragraph constitution bye-law standing orders",
    "see page line lines amends to with incorporating covering also",
    "that this",
    "conference congress agm meeting house synod assembly council union adm ara egm",
    "we notes note believes believe resolves resolve calls call instructs urges welcomes condemns "
    "recognises regrets is considers noting believing whereas",
    "delete insert add replace amend substitute after in at remove",
    "title subject topic re heading",
    "for against vote votes voting abstentions",
    "monday tuesday wednesday thursday friday saturday sunday session",
    "the a an",
    "and &"};

static void put(pol_split_word *word, unsigned bit)
{
    word->signs[bit / 64] |= 1ull << (bit % 64);
}

static void put_if(pol_split_word *word, unsigned bit, bool holds)
{
    if (holds)
        put(word, bit);
}

/* ---- words ---- */

/* What stands between two words of a line. */
static uint8_t gap_of(pol_span between)
{
    static const struct {
        const char *mark;
        uint8_t gap;
    } marks[] = {{"   ", POL_GAP_WIDE},     {"\t", POL_GAP_WIDE},      {"(", POL_GAP_OPEN},
                 {"[", POL_GAP_OPEN},       {")", POL_GAP_CLOSE},      {"]", POL_GAP_CLOSE},
                 {":", POL_GAP_COLON},      {"\u2014", POL_GAP_DASH},  {"\u2013", POL_GAP_DASH},
                 {"-", POL_GAP_DASH},       {"\"", POL_GAP_QUOTE},     {"\u201C", POL_GAP_QUOTE},
                 {"\u201D", POL_GAP_QUOTE}, {"\u2018", POL_GAP_QUOTE}, {"|", POL_GAP_MARK},
                 {";", POL_GAP_MARK},       {"/", POL_GAP_MARK},       {"\u2022", POL_GAP_MARK},
                 {"\u00B7", POL_GAP_MARK},  {".", POL_GAP_STOP},       {"!", POL_GAP_STOP},
                 {"?", POL_GAP_STOP},       {",", POL_GAP_COMMA},      {"  ", POL_GAP_WIDE}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pol_span_find(between, pol_span_of(marks[i].mark), 0) != (size_t)-1)
            return marks[i].gap;
    return POL_GAP_SPACE;
}

static bool ends_piece(uint8_t gap)
{
    return gap != POL_GAP_SPACE && gap != POL_GAP_COMMA;
}

static size_t add_words(pol_span text, uint32_t line, bool is_marker, size_t most, size_t count,
                        pol_split_word *words)
{
    pol_span rest = text, word;
    const char *behind = text.data;
    for (size_t i = 0; i < most && count < POL_SPLIT_WORDS_MAX; i++) {
        word = pol_word_next(&rest);
        if (!word.data)
            break;
        uint8_t gap = gap_of(pol_span_make(behind, (size_t)(word.data - behind)));
        bool is_first = count == 0 || words[count - 1].line != line;
        words[count++] = (pol_split_word){.text = word,
                                          .line = line,
                                          .gap = is_first ? POL_GAP_LINE
                                                 : i == 0 ? (uint8_t)POL_GAP_STOP
                                                          : gap,
                                          .is_marker = is_marker,
                                          .is_bracketed = gap == POL_GAP_OPEN,
                                          .is_quoted = gap == POL_GAP_QUOTE};
        behind = word.data + word.size;
    }
    return count;
}

/* ---- pieces ---- */

typedef struct piece {
    size_t first, end; /* words */
    pol_span text;
    uint32_t line;
    int offset;     /* of its line from the heading's */
    unsigned index; /* in its line */
    uint8_t label;  /* field of the label before it */
    uint8_t own;    /* its own, where it is a label */
    uint8_t after;  /* the gap behind it */
} piece;

static size_t find_pieces(const pol_split_word *words, size_t count, piece *pieces)
{
    size_t found = 0;
    for (size_t i = 0; i < count && found < PIECES_MAX;) {
        piece *own = &pieces[found];
        size_t end = i + 1;
        while (end < count && words[end].line == words[i].line &&
               words[end].is_marker == words[i].is_marker && !ends_piece(words[end].gap))
            end++;
        const pol_split_word *last = &words[end - 1];
        *own = (piece){.first = i, .end = end, .line = words[i].line};
        own->text = pol_span_make(words[i].text.data,
                                  (size_t)(last->text.data + last->text.size - words[i].text.data));
        own->after = end < count && words[end].line == own->line ? words[end].gap : POL_GAP_LINE;
        bool goes_on = found > 0 && pieces[found - 1].line == own->line;
        own->index = goes_on ? pieces[found - 1].index + 1 : 0;
        if (own->after == POL_GAP_COLON)
            own->own = pol_split_field_of(own->text);
        if (goes_on && pieces[found - 1].after == POL_GAP_COLON)
            own->label = pieces[found - 1].own;
        found++;
        i = end;
    }
    return found;
}

static unsigned clip_offset(int offset)
{
    return (unsigned)((offset < -3 ? -3 : offset > OFFSETS - 4 ? OFFSETS - 4 : offset) + 3);
}

/* ---- what stands at the same place of other headings ---- */

typedef struct place_slot {
    uint32_t count, bodies, names, decisions, about, loud, small, labels, numbers, growing, again,
        same, words;
    uint64_t seen[8], last_hash;
    uint32_t last_value;
} place_slot;

typedef struct first_slot {
    uint32_t count, same, numbers, growing, last_value;
    uint64_t last_hash;
} first_slot;

struct pol_split_slots {
    const bool *is_furniture;
    uint32_t items[2];
    place_slot slots[POL_SPLIT_SLOTS];
    first_slot firsts[2][FIRSTS];
};

static uint64_t hash_of(pol_span text)
{
    uint64_t hash = 1469598103934665603ull;
    for (size_t i = 0; i < text.size; i++)
        hash = (hash ^ ((unsigned char)text.data[i] | 0x20u)) * 1099511628211ull;
    return hash ^ hash >> 31;
}

static uint32_t value_of(pol_span text)
{
    uint32_t value = 0;
    for (size_t i = 0; i < text.size && value < 100000000; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            value = value * 10 + (uint32_t)(text.data[i] - '0');
    return value;
}

static bool has_digit(pol_span text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

/* Is the piece about the first lines of the text? */
static bool is_about(const pol_splitter *split, const pol_split_item *item, const piece *own)
{
    enum { LINES = 60, WORDS = 14, NEAR = 3 };
    pol_split_heading heading = *item->heading;
    pol_split_item near = {.heading = &heading, .end = item->end};
    if (own->index >= PIECES || own->offset > NEAR || own->offset < -NEAR ||
        own->end - own->first > WORDS)
        return false;
    if (item->text > heading.end_line)
        heading.end_line = item->text;
    if (near.end > heading.end_line + LINES)
        near.end = heading.end_line + LINES;
    return pol_split_is_about(split, &near, own->text);
}

static void note_piece(pol_splitter *split, const pol_split_item *item, const piece *own,
                       const pol_split_word *words, place_slot *slot)
{
    uint64_t hash = hash_of(own->text), bit = hash % 512;
    pol_span first = words[own->first].text;
    uint32_t value = value_of(first);
    slot->count++;
    slot->bodies += pol_split_is_body_piece(own->text);
    slot->names += pol_split_name_signs(own->text) > 0;
    slot->decisions += pol_split_is_decision(own->text);
    slot->about += is_about(split, item, own);
    slot->loud += pol_word_is_upper(pol_word_last(own->text));
    slot->small += first.data[0] >= 'a' && first.data[0] <= 'z';
    slot->labels += own->after == POL_GAP_COLON;
    slot->numbers += has_digit(first);
    slot->growing += slot->count > 1 && value > slot->last_value;
    slot->again += slot->seen[bit / 64] >> (bit % 64) & 1;
    slot->same += slot->count > 1 && slot->last_hash == hash;
    slot->words += (uint32_t)(own->end - own->first);
    slot->seen[bit / 64] |= 1ull << (bit % 64);
    slot->last_hash = hash;
    slot->last_value = value;
}

static void note_first(pol_span text, first_slot *slot)
{
    uint64_t hash = hash_of(text);
    uint32_t value = value_of(text);
    slot->count++;
    slot->same += slot->count > 1 && slot->last_hash == hash;
    slot->numbers += has_digit(text);
    slot->growing += slot->count > 1 && value > slot->last_value;
    slot->last_hash = hash;
    slot->last_value = value;
}

static void put_slot(const pol_split_slots *slots, const place_slot *slot, bool is_amendment,
                     pol_split_word *word)
{
    uint32_t n = slot->count, all = slots->items[is_amendment];
    if (n < 2)
        return;
    const bool holds[] = {n * 10 >= all * 8,
                          n * 10 >= all * 4,
                          n * 10 < all * 2,
                          slot->bodies * 10 >= n * 6,
                          slot->bodies * 10 >= n * 2,
                          slot->names * 10 >= n * 6,
                          slot->decisions * 10 >= n * 3,
                          slot->about * 10 >= n * 6,
                          slot->about * 10 <= n * 2,
                          slot->again * 10 >= n * 3,
                          slot->again * 10 >= n * 7,
                          slot->same * 10 >= n * 6,
                          slot->labels * 10 >= n * 5,
                          slot->numbers * 10 >= n * 6,
                          slot->growing * 10 >= (n - 1) * 7,
                          slot->words * 2 <= n * 3,
                          slot->words <= n * 4,
                          slot->words > n * 8,
                          slot->loud * 10 >= n * 6,
                          slot->small * 10 >= n * 5};
    for (unsigned i = 0; i < sizeof holds / sizeof *holds; i++)
        put_if(word, S_SLOT + i, holds[i]);
}

static void put_first(const first_slot *slot, pol_split_word *word)
{
    if (slot->count < 2)
        return;
    put_if(word, S_SLOT + 20, slot->same * 10 >= (slot->count - 1) * 6);
    put_if(word, S_SLOT + 21, slot->numbers * 10 >= slot->count * 6);
    put_if(word, S_SLOT + 22, slot->growing * 10 >= (slot->count - 1) * 7);
}

/* ---- signs ---- */

static bool is_roman(pol_span text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!strchr("IVXL", text.data[i]))
            return false;
    return text.size > 0;
}

static void put_shape(pol_split_word *word)
{
    pol_span text = word->text;
    size_t digits = 0, letters = 0, marks = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        digits += c >= '0' && c <= '9';
        letters += (c | 0x20u) >= 'a' && (c | 0x20u) <= 'z';
        marks += c == '.' || c == '-';
    }
    bool is_small = text.data[0] >= 'a' && text.data[0] <= 'z';
    put_if(word, S_SHAPE + 0, digits == text.size);
    put_if(word, S_SHAPE + 1, digits > 0 && letters > 0);
    put_if(word, S_SHAPE + 2, digits > 0 && marks > 0);
    put_if(word, S_SHAPE + 3, text.size == 1 && letters == 1 && !is_small);
    put_if(word, S_SHAPE + 4, is_roman(text));
    put_if(word, S_SHAPE + 5, pol_word_is_upper(text));
    put_if(word, S_SHAPE + 6, letters > 0 && !is_small && !pol_word_is_upper(text));
    put_if(word, S_SHAPE + 7, is_small);
    put_if(word, S_SHAPE + 8, is_small && text.size <= 3);
    put_if(word, S_SHAPE + 9, pol_word_year(text) != 0);
    put_if(word, S_SHAPE + 10, text.size <= 2);
    put_if(word, S_SHAPE + 11, marks > 0 && digits == 0);
    for (unsigned i = 0; i < sizeof classes / sizeof *classes; i++)
        put_if(word, S_CLASS + i, pol_word_is_any(text, classes[i]));
}

static unsigned length_class(size_t words)
{
    return words < 2 ? 0 : words < 3 ? 1 : words < 5 ? 2 : words < 9 ? 3 : 4;
}

/* What is true of the whole piece, as bits. */
static uint32_t judge_piece(pol_splitter *split, const pol_split_item *item, const piece *own)
{
    pol_span text = own->text, rest;
    const bool holds[] = {pol_split_is_name(text),
                          pol_split_is_body_name(text),
                          pol_split_is_body_piece(text),
                          pol_split_are_names(text),
                          pol_split_is_decision(text),
                          pol_split_advice(text).data != NULL,
                          pol_split_is_parents(text),
                          own->after == POL_GAP_STOP,
                          pol_word_is_upper(pol_word_last(text)),
                          pol_split_name_signs(text) > 0,
                          is_about(split, item, own),
                          pol_words_start(text, "by", &rest) ||
                              pol_words_start(text, "from", &rest),
                          pol_split_has_body(text),
                          own->own != POL_FIELD_NONE};
    uint32_t bits = 0;
    for (unsigned i = 0; i < sizeof holds / sizeof *holds; i++)
        bits |= (uint32_t)holds[i] << i;
    return bits;
}

static void put_piece(const piece *own, uint32_t judged, size_t at, pol_split_word *word)
{
    for (unsigned i = 0; i < 14; i++)
        put_if(word, S_IS + i, judged >> i & 1);
    put(word, S_PIECE + (own->index < 3 ? own->index : 3));
    put(word, S_PIECE + 4 + length_class(own->end - own->first));
    put_if(word, S_AT + 4, at == own->first);
    put_if(word, S_AT + 5, at + 1 == own->end);
    if (own->label)
        put(word, S_LABEL + own->label - 1u);
}

static void put_line(pol_splitter *split, const pol_split_item *item, int offset,
                     pol_split_word *word)
{
    const pol_line *source = &split->text->lines[word->line];
    uint32_t look = pol_split_look(split, word->line);
    size_t words = pol_word_count(source->text, 13);
    uint8_t place = split->places[word->line];
    put_if(word, S_PLACE + place, place < POL_PLACE_COUNT);
    for (unsigned i = 0; i < 17; i++)
        put_if(word, S_LOOK + i, look >> (i + 1) & 1);
    put(word, S_ROLE + (source->role < 6 ? source->role : 0));
    put_if(word, S_LINE + 0, source->is_strong);
    put_if(word, S_LINE + 1, source->blanks > 0);
    put_if(word, S_LINE + 2, source->marker.size > 0);
    put_if(word, S_LINE + 3, source->is_quoted);
    if (split->fields[word->line])
        put(word, S_FIELD + split->fields[word->line] - 1u);
    put(word, S_OFFSET + (offset <= -2   ? 0u
                          : offset == -1 ? 1u
                          : offset > 2   ? 5u
                                         : 2u + (unsigned)offset));
    put_if(word, S_NEAR + 0, item->text > item->heading->line && word->line >= item->text);
    put_if(word, S_NEAR + 1, word->line + 1 == item->text);
    put(word, S_LENGTH + (words < 3 ? 0u : words < 7 ? 1u : words < 13 ? 2u : 3u));
    put_if(word, S_ITEM + 0, item->kind == POL_KIND_AMENDMENT);
    put_if(word, S_ITEM + 1, place == POL_PLACE_START || place == POL_PLACE_TITLED_START);
    put(word, S_ITEM + 2 + item->heading->form);
}

static void put_order(const pol_split_word *words, size_t count, size_t at, pol_split_word *word)
{
    size_t first = at;
    while (first > 0 && words[first].gap != POL_GAP_LINE)
        first--;
    bool is_bracketed = words[first].is_bracketed, is_quoted = words[first].is_quoted;
    for (size_t i = first + 1; i <= at; i++) {
        is_bracketed =
            (is_bracketed && words[i].gap != POL_GAP_CLOSE) || words[i].gap == POL_GAP_OPEN;
        is_quoted = is_quoted != (words[i].gap == POL_GAP_QUOTE);
    }
    bool is_last = at + 1 == count || words[at + 1].gap == POL_GAP_LINE;
    put(word, S_BEFORE + word->gap);
    put(word, S_AFTER + (is_last ? 11u : words[at + 1].gap));
    put(word, S_AT + (at - first < 3 ? (unsigned)(at - first) : 3u));
    put_if(word, S_AT + 6, is_bracketed);
    put_if(word, S_AT + 7, is_quoted);
}

/* ---- what rules say ---- */

static bool holds_word(pol_span text, pol_span word)
{
    pol_span rest = pol_span_first(text, 600), own;
    while ((own = pol_word_next(&rest)).data)
        if (pol_span_equal_fold(own, word))
            return true;
    return false;
}

static bool is_inside(pol_span text, const char *at)
{
    return text.data && at >= text.data && at < text.data + text.size;
}

static bool is_title_word(const pol_splitter *split, const pol_split_item *item,
                          const pol_split_word *word)
{
    pol_span line = split->text->lines[item->title_line].text, rest = item->title, own;
    if (!item->title.data || word->is_marker)
        return false;
    if (is_inside(line, item->title.data))
        return is_inside(item->title, word->text.data);
    bool is_whole = true; /* in one line */
    while ((own = pol_word_next(&rest)).data)
        is_whole = is_whole && holds_word(line, own);
    return word->line >= item->title_line &&
           word->line <= item->title_line + (is_whole ? 0u : 2u) &&
           holds_word(item->title, word->text);
}

static pol_split_role role_by_rules(const pol_splitter *split, const pol_split_item *item,
                                    const pol_split_word *word)
{
    const pol_split_heading *heading = item->heading;
    if (is_inside(heading->inline_text, word->text.data) ||
        (!heading->inline_text.data && word->line >= item->text))
        return POL_ROLE_TEXT;
    if (is_inside(heading->number.printed, word->text.data))
        return POL_ROLE_NUMBER;
    if (is_title_word(split, item, word))
        return POL_ROLE_TITLE;
    for (size_t i = 0; i < item->mover_count; i++)
        if (item->movers[i].line == word->line && holds_word(item->movers[i].name, word->text))
            return POL_ROLE_MOVER;
    return POL_ROLE_OTHER;
}

/* ---- all of it ---- */

/* The words of the lines of a heading and of the first ones of its text. */
static size_t collect(pol_splitter *split, const bool *is_furniture, const pol_split_item *item,
                      pol_split_word *words)
{
    uint32_t line = item->heading->line, start = item->start;
    bool is_inline =
        split->places[line] == POL_PLACE_START || split->places[line] == POL_PLACE_TITLED_START;
    size_t end = is_inline ? line + 1 : item->text, count = 0, seen = 0;
    if (start + HEAD_LINES < line)
        start = line - HEAD_LINES;
    for (size_t i = start; i < end && seen < 2 * HEAD_LINES; i++) {
        const pol_line *source = &split->text->lines[i];
        if (is_furniture[i])
            continue;
        seen++;
        count = add_words(source->marker, (uint32_t)i, true, 4, count, words);
        count = add_words(source->text, (uint32_t)i, false, HEAD_WORDS, count, words);
    }
    for (size_t i = end, texts = 0; !is_inline && i < item->text_end && texts < TEXT_LINES; i++)
        if (!is_furniture[i]) {
            count =
                add_words(split->text->lines[i].text, (uint32_t)i, false, TEXT_WORDS, count, words);
            texts++;
        }
    return count;
}

/* Which line of the heading, counted from its main one, the pieces stand in. */
static void put_offsets(const pol_split_item *item, piece *pieces, size_t count)
{
    size_t main = 0;
    while (main < count && pieces[main].line < item->heading->line)
        main++;
    int offset = 0;
    for (size_t i = main; i < count; i++) {
        offset += i > main && pieces[i].line != pieces[i - 1].line;
        pieces[i].offset = offset;
    }
    offset = 0;
    for (size_t i = main; i-- > 0;) {
        offset -= i + 1 == main || pieces[i].line != pieces[i + 1].line;
        pieces[i].offset = offset;
    }
}

static unsigned slot_of(const pol_split_item *item, const piece *own)
{
    unsigned index = own->index < PIECES ? own->index : PIECES - 1;
    return ((item->kind == POL_KIND_AMENDMENT) * OFFSETS + clip_offset(own->offset)) * PIECES +
           index;
}

pol_split_slots *pol_split_find_slots(pol_splitter *split, const pol_split_items *items,
                                      const bool *is_furniture)
{
    pol_split_word words[POL_SPLIT_WORDS_MAX];
    piece pieces[PIECES_MAX];
    pol_split_slots *slots = pol_arena_array(split->arena, 1, sizeof *slots);
    if (!slots) {
        pol_splitter_refused(split, sizeof *slots);
        return NULL;
    }
    slots->is_furniture = is_furniture;
    for (size_t i = 0; i < items->count; i++) {
        const pol_split_item *item = &items->items[i];
        bool is_amendment = item->kind == POL_KIND_AMENDMENT;
        if (item->text == 0)
            continue;
        size_t count = collect(split, is_furniture, item, words);
        size_t found = find_pieces(words, count, pieces);
        put_offsets(item, pieces, found);
        slots->items[is_amendment]++;
        for (size_t k = 0; k < found; k++) {
            note_piece(split, item, &pieces[k], words, &slots->slots[slot_of(item, &pieces[k])]);
            for (size_t at = pieces[k].first; at < pieces[k].end && pieces[k].offset == 0; at++)
                if (at - pieces[k].first < FIRSTS && pieces[k].index == 0)
                    note_first(words[at].text, &slots->firsts[is_amendment][at - pieces[k].first]);
        }
    }
    return slots;
}

size_t pol_split_find_words(pol_splitter *split, const pol_split_slots *slots,
                            const pol_split_item *item, pol_split_word *words)
{
    piece pieces[PIECES_MAX];
    bool is_amendment = item->kind == POL_KIND_AMENDMENT;
    size_t count = collect(split, slots->is_furniture, item, words);
    size_t found = find_pieces(words, count, pieces);
    put_offsets(item, pieces, found);
    for (size_t k = 0; k < found; k++) {
        const piece *own = &pieces[k];
        uint32_t judged = judge_piece(split, item, own);
        for (size_t at = own->first; at < own->end; at++) {
            pol_split_word *word = &words[at];
            put_shape(word);
            put_piece(own, judged, at, word);
            put_line(split, item, own->offset, word);
            put_order(words, count, at, word);
            put_slot(slots, &slots->slots[slot_of(item, own)], is_amendment, word);
            if (own->offset == 0 && own->index == 0 && at - own->first < FIRSTS)
                put_first(&slots->firsts[is_amendment][at - own->first], word);
            put(word, POL_SIGN_RULES + (unsigned)role_by_rules(split, item, word));
        }
    }
    return found < PIECES_MAX || count == 0 ? count : pieces[found - 1].end;
}
