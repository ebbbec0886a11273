/* words.c - the lines of a heading to its words with signs of what each is: what it looks
 * like, what piece of which line it stands in, what stands at the same place of the other headings.
 */
#include "document/split/pieces.h"

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

static void put_bits(pol_split_word *word, unsigned first, uint32_t bits)
{
    for (unsigned i = 0; i < 32; i++)
        put_if(word, first + i, bits >> i & 1);
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
static uint32_t judge_piece(pol_splitter *split, const pol_split_item *item,
                            const pol_split_piece *own)
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
                          pol_split_piece_is_about(split, item, own),
                          pol_words_start(text, "by", &rest) ||
                              pol_words_start(text, "from", &rest),
                          pol_split_has_body(text),
                          own->own != POL_FIELD_NONE};
    uint32_t bits = 0;
    for (unsigned i = 0; i < sizeof holds / sizeof *holds; i++)
        bits |= (uint32_t)holds[i] << i;
    return bits;
}

static void put_piece(const pol_split_piece *own, uint32_t judged, size_t at, pol_split_word *word)
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

size_t pol_split_find_words(pol_splitter *split, const pol_split_slots *slots,
                            const bool *is_furniture, const pol_split_item *item,
                            pol_split_word *words)
{
    pol_split_piece pieces[POL_SPLIT_PIECES_MAX];
    size_t count, found = pol_split_find_pieces(split, is_furniture, item, words, &count, pieces);
    for (size_t k = 0; k < found; k++) {
        const pol_split_piece *own = &pieces[k];
        uint32_t judged = judge_piece(split, item, own);
        for (size_t at = own->first; at < own->end; at++) {
            pol_split_word *word = &words[at];
            put_shape(word);
            put_piece(own, judged, at, word);
            put_line(split, item, own->offset, word);
            put_order(words, count, at, word);
            put_bits(word, S_SLOT, pol_split_slot_bits(slots, item, own, at));
            put(word, POL_SIGN_RULES + (unsigned)role_by_rules(split, item, word));
        }
    }
    return found < POL_SPLIT_PIECES_MAX || count == 0 ? count : pieces[found - 1].end;
}
