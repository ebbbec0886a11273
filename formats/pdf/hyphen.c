/* hyphen.c - words parted at line ends. */
#include <ctype.h>

#include "document/text.h"
#include "formats/pdf/hyphen.h"

enum { LEXICON_MAX = 1 << 20, WORD_MAX = 64 };

static const char soft_hyphen[] = "\xC2\xAD", true_hyphen[] = "\xE2\x80\x90";

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (c & 0x80);
}

/* Bytes of the hyphen that `text` ends in; 0 for none. */
static size_t hyphen_size(pol_span text)
{
    if (pol_span_ends(text, POL_SPAN("-")))
        return 1;
    if (pol_span_ends(text, pol_span_of(soft_hyphen)))
        return sizeof soft_hyphen - 1;
    return pol_span_ends(text, pol_span_of(true_hyphen)) ? sizeof true_hyphen - 1 : 0;
}

bool pol_pdf_hyphen_ends(pol_span text)
{
    size_t size = hyphen_size(text);
    return size > 0 && text.size > size && is_word_byte(text.data[text.size - size - 1]);
}

/* Goes on with `hash`; the two kinds of hyphen and the two cases are one. */
static uint64_t hash_on(uint64_t hash, pol_span word)
{
    for (size_t i = 0; i < word.size; i++) {
        unsigned char byte = (unsigned char)tolower((unsigned char)word.data[i]);
        hash = (hash ^ byte) * UINT64_C(0x100000001B3);
    }
    return hash;
}

static const uint64_t hash_start = UINT64_C(0xCBF29CE484222325);

static size_t slot_of(const pol_pdf_lexicon *lexicon, uint64_t hash)
{
    size_t slot = (size_t)(hash ^ (hash >> 29)) & (lexicon->capacity - 1);
    while (lexicon->slots[slot] && lexicon->slots[slot] != hash)
        slot = (slot + 1) & (lexicon->capacity - 1);
    return slot;
}

static bool has(const pol_pdf_lexicon *lexicon, uint64_t hash)
{
    return lexicon->slots[slot_of(lexicon, hash)] != 0;
}

static void take(pol_pdf_lexicon *lexicon, uint64_t hash)
{
    if (lexicon->count * 2 >= lexicon->capacity)
        return;
    size_t slot = slot_of(lexicon, hash);
    lexicon->count += lexicon->slots[slot] == 0;
    lexicon->slots[slot] = hash;
}

/* The next word, hyphens and apostrophes within it; absent at the end. */
static pol_span next_word(pol_span *rest)
{
    size_t from = 0, to;
    while (from < rest->size && !is_word_byte(rest->data[from]))
        from++;
    for (to = from; to < rest->size; to++) {
        bool goes_on = to + 1 < rest->size && is_word_byte(rest->data[to + 1]);
        if (!is_word_byte(rest->data[to]) &&
            !((rest->data[to] == '-' || rest->data[to] == '\'') && goes_on))
            break;
    }
    pol_span word =
        to > from ? pol_span_make(rest->data + from, to - from) : pol_span_make(NULL, 0);
    *rest = pol_span_from(*rest, to);
    return word;
}

pol_status pol_pdf_lexicon_make(const pol_pdf_rows *rows, pol_arena *scratch,
                                pol_pdf_lexicon *ret_lexicon, pol_error *reterr)
{
    enum { BYTES_PER_WORD = 3 };
    size_t bytes = 0;
    for (size_t i = 0; i < rows->count; i++)
        bytes += rows->items[i].text.size;
    pol_pdf_lexicon made = {.capacity = 64};
    while (made.capacity < LEXICON_MAX && made.capacity < 2 * bytes / BYTES_PER_WORD)
        made.capacity *= 2;
    made.slots = pol_arena_array(scratch, made.capacity, sizeof *made.slots);
    if (!made.slots)
        return pol_arena_refused(scratch, made.capacity * sizeof *made.slots, reterr);
    bool was_parted = false;
    for (size_t i = 0; i < rows->count; i++) {
        pol_span rest = rows->items[i].text, word = next_word(&rest);
        bool is_parted = pol_pdf_hyphen_ends(rows->items[i].text);
        if (was_parted) /* the second half of a word */
            word = next_word(&rest);
        for (pol_span next; word.data; word = next) {
            next = next_word(&rest);
            if (next.data || !is_parted)
                take(&made, hash_on(hash_start, word) | 1);
        }
        was_parted = is_parted;
    }
    *ret_lexicon = made;
    return POL_OK;
}

static bool is_one_of(pol_span word, const char *const *list)
{
    for (; *list; list++)
        if (pol_span_equal_fold(word, pol_span_of(*list)))
            return true;
    return false;
}

/* First and second halves that make compounds, and are no syllables of other words. */
static bool is_compound(pol_span left, pol_span right)
{
    static const char *const heads[] = {"self",  "non",      "ex",     "cross",  "vice",  "so",
                                        "mid",   "nineteen", "twenty", "thirty", "forty", "fifty",
                                        "sixty", "seventy",  "eighty", "ninety", NULL};
    static const char *const tails[] = {"based", "wide",     "led",    "term",   "paid",  "related",
                                        "being", "funded",   "owned",  "free",   "class", "old",
                                        "known", "standing", "making", "profit", "scale", "thirds",
                                        "elect", "ranging",  NULL};
    static const char *const halves[] = {"part", "full", "half", "real", NULL};
    static const char *const times[] = {"time", "timer", "timers", NULL};
    return is_one_of(left, heads) || is_one_of(right, tails) ||
           (is_one_of(left, halves) && is_one_of(right, times));
}

static bool is_all_capitals(pol_span word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.size; i++) {
        if (islower((unsigned char)word.data[i]))
            return false;
        capitals += isupper((unsigned char)word.data[i]) != 0;
    }
    return capitals > 1;
}

/* The word that ends `text`, hyphens within it: "well-be" of "their well-be". */
static pol_span last_word(pol_span text)
{
    size_t from = text.size;
    while (from > 0 && text.size - from < WORD_MAX &&
           (is_word_byte(text.data[from - 1]) || text.data[from - 1] == '-'))
        from--;
    return pol_span_from(text, from);
}

/* Does the hyphen between the halves belong to the word? */
static bool stays(const pol_pdf_lexicon *lexicon, pol_span left, pol_span right)
{
    uint64_t start = hash_on(hash_start, left);
    if (has(lexicon, hash_on(start, right) | 1))
        return false;
    if (has(lexicon, hash_on(hash_on(start, POL_SPAN("-")), right) | 1))
        return true;
    bool is_capital = right.size > 0 && isupper((unsigned char)right.data[0]);
    bool is_digit = left.size > 0 && isdigit((unsigned char)left.data[left.size - 1]);
    if (is_digit || (right.size > 0 && isdigit((unsigned char)right.data[0])))
        return true;
    if (is_capital)
        return !(is_all_capitals(left) && is_all_capitals(right));
    return is_compound(left, right);
}

static bool is_dash_of_numbers(pol_span text, pol_span line)
{
    pol_span dash = POL_SPAN("–");
    return pol_span_ends(text, dash) && text.size > dash.size &&
           isdigit((unsigned char)text.data[text.size - dash.size - 1]) && line.size > 0 &&
           isdigit((unsigned char)line.data[0]);
}

void pol_pdf_hyphen_join(const pol_pdf_lexicon *lexicon, pol_buffer *joined, pol_span line)
{
    pol_span text = pol_buffer_span(joined), rest = line;
    if (pol_pdf_hyphen_ends(text) && line.size > 0 && is_word_byte(line.data[0])) {
        size_t hyphen = hyphen_size(text);
        bool is_soft = pol_span_ends(text, pol_span_of(soft_hyphen));
        pol_span left = last_word(pol_span_first(text, text.size - hyphen));
        if (is_soft || !stays(lexicon, left, next_word(&rest)))
            joined->size -= hyphen;
    } else if (!pol_span_ends(text, POL_SPAN("/")) && !is_dash_of_numbers(text, line)) {
        pol_buffer_add_byte(joined, ' ');
    }
    pol_buffer_add(joined, line);
}
