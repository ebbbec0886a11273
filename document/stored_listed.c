/* stored_listed.c - a document to one line of a list, as bytes that sort as the list is read.
 *
 *   order        conference, year, group of kinds, number, title: each ended by 1
 *   0
 *   id, title, whether that is an opening, kind, number, decision, conference, year, date,
 *   language, changed (codec.h)
 *
 * Inside the order no byte is below 2; a shorter value sorts before one that goes on. */
#include <ctype.h>

#include "core/analysis.h"
#include "core/utf8.h"
#include "document/codec.h"
#include "document/stored.h"

enum {
    NAME_MAX_BYTES = 200, /* of a conference's name that count for the order */
    TITLE_ORDER = 120,
    NUMBER_ORDER = 64,
    DIGITS_MAX = 9,
    WORD_MIN = 3, /* letters of a noun before a number: "Composite C", not "B14" */
    YEAR_TOP = 9999,
    END = 1,  /* of a part of the order */
    STEP = 2, /* what stands between the parts of a number */
};

/* --- order ------------------------------------------------------------------------ */

static void add_folded(pol_buffer *buffer, pol_span text, size_t max)
{
    char folded[NAME_MAX_BYTES + 1];
    size_t size = pol_fold_label(text, folded, max + 1);
    for (size_t i = 0; i < size; i++)
        pol_buffer_add_byte(buffer, (unsigned char)folded[i] < ' ' ? ' ' : folded[i]);
}

/* Behind the nouns: "C" of "Composite C". The whole where there is nothing behind. */
static pol_span bare_number(pol_span number)
{
    pol_span rest = pol_span_trim(number);
    for (;;) {
        size_t letters = 0;
        while (letters < rest.size && isalpha((unsigned char)rest.data[letters]))
            letters++;
        if (letters < WORD_MIN || letters == rest.size)
            return rest;
        rest = pol_span_trim(pol_span_from(rest, letters));
    }
}

/* Digits with how many they are before them, so that 2 comes before 10. */
static size_t add_digits(pol_buffer *buffer, pol_span number, size_t at)
{
    size_t start = at;
    while (at < number.size && number.data[at] == '0')
        at++;
    size_t first = at;
    while (at < number.size && isdigit((unsigned char)number.data[at]))
        at++;
    pol_span digits = pol_span_first(pol_span_from(number, first), at - first);
    if (digits.size > DIGITS_MAX)
        digits.size = DIGITS_MAX;
    pol_buffer_add_byte(buffer, (char)('0' + digits.size));
    pol_buffer_add(buffer, digits);
    return at - start;
}

static void add_number(pol_buffer *buffer, pol_span number)
{
    size_t at = 0;
    number = pol_span_first(bare_number(number), NUMBER_ORDER);
    while (at < number.size) {
        unsigned char c = (unsigned char)number.data[at];
        if (isdigit(c)) {
            at += add_digits(buffer, number, at);
        } else {
            pol_buffer_add_byte(buffer, isalpha(c) || c >= 0x80 ? (char)toupper(c) : (char)STEP);
            at++;
        }
    }
}

/* The number of what an amendment amends; absent where it says none. */
static pol_span amended(const pol_document *document)
{
    for (size_t i = 0; document->kind == POL_KIND_AMENDMENT && i < document->relation_count; i++)
        if (document->relations[i].kind == POL_RELATION_AMENDS)
            return pol_span_trim(document->relations[i].number);
    return (pol_span){0};
}

/* Is 12.1 named as part of 12? */
static bool goes_on(pol_span number, pol_span of)
{
    pol_span bare = bare_number(number), start = bare_number(of);
    return bare.size > start.size && pol_span_starts(bare, start) && bare.data[start.size] == '.';
}

static char group_of(const pol_document *document, pol_span target)
{
    static const char groups[POL_KIND_COUNT] = {
        [POL_KIND_MOTION] = '1',    [POL_KIND_AMENDMENT] = '1', [POL_KIND_RULE_CHANGE] = '2',
        [POL_KIND_COMPOSITE] = '3', [POL_KIND_EMERGENCY] = '4', [POL_KIND_STATEMENT] = '5',
        [POL_KIND_ARTICLE] = '6',   [POL_KIND_OTHER] = '7',
    };
    if (document->kind == POL_KIND_AMENDMENT && target.size == 0)
        target = document->number.text;
    if (document->kind == POL_KIND_AMENDMENT && pol_span_starts_fold(target, POL_SPAN("composite")))
        return groups[POL_KIND_COMPOSITE];
    if (document->kind == POL_KIND_AMENDMENT && pol_span_starts_fold(target, POL_SPAN("emergency")))
        return groups[POL_KIND_EMERGENCY];
    return groups[document->kind];
}

static void add_order(pol_buffer *buffer, const pol_document *document)
{
    pol_span target = amended(document), number = document->number.text;
    int year = document->year > 0 && document->year < YEAR_TOP ? document->year : 0;
    pol_buffer_add_byte(buffer, document->conference_name.size ? '1' : '2');
    add_folded(buffer, document->conference_name, NAME_MAX_BYTES);
    pol_buffer_add_byte(buffer, END);
    pol_buffer_printf(buffer, "%04d", YEAR_TOP - year);
    pol_buffer_add_byte(buffer, group_of(document, target));
    pol_buffer_add_byte(buffer, number.size || target.size ? '1' : '2');
    if (target.size && !goes_on(number, target)) {
        add_number(buffer, target);
        pol_buffer_add_byte(buffer, STEP);
    }
    add_number(buffer, number);
    pol_buffer_add_byte(buffer, END);
    add_folded(buffer, document->display_title, TITLE_ORDER);
    pol_buffer_add_byte(buffer, END);
}

/* --- what is shown ---------------------------------------------------------------- */

static bool is_opening(const pol_document *document)
{
    pol_span shown = pol_span_trim(document->display_title);
    pol_span text = pol_span_trim(document->text);
    return document->title.text.size == 0 && shown.size && shown.size < text.size &&
           pol_span_starts(text, shown);
}

static void add_title(pol_buffer *buffer, pol_span title)
{
    char cut[POL_LISTED_TITLE_MAX + 1];
    pol_span dots = POL_SPAN("…");
    if (title.size <= POL_LISTED_TITLE_MAX) {
        pol_put_span(buffer, title.data ? title : POL_SPAN(""));
        return;
    }
    size_t size = pol_utf8_floor(title, POL_LISTED_TITLE_MAX - dots.size);
    memcpy(cut, title.data, size);
    memcpy(cut + size, dots.data, dots.size);
    pol_put_span(buffer, pol_span_make(cut, size + dots.size));
}

void pol_listed_encode(const pol_stored *shown, pol_buffer *buffer)
{
    const pol_document *document = &shown->document;
    add_order(buffer, document);
    pol_buffer_add_byte(buffer, '\0');
    pol_put_span(buffer, document->id.text);
    add_title(buffer, document->display_title);
    pol_put_number(buffer, is_opening(document));
    pol_put_number(buffer, document->kind);
    pol_put_span(buffer, document->number.text);
    pol_put_number(buffer, document->decision);
    pol_put_span(buffer, document->conference_name);
    pol_put_number(buffer, document->year > 0 ? (uint64_t)document->year : 0);
    pol_put_number(buffer, document->date.year > 0 ? (uint64_t)document->date.year : 0);
    pol_put_number(buffer, document->date.month);
    pol_put_number(buffer, document->date.day);
    pol_put_span(buffer, document->language.text);
    pol_put_number(buffer, shown->changed > 0 ? (uint64_t)shown->changed : 0);
}

pol_span pol_listed_order(pol_span bytes)
{
    size_t size = 0;
    while (size < bytes.size && bytes.data[size] != '\0')
        size++;
    return pol_span_first(bytes, size);
}

bool pol_listed_decode(pol_span bytes, pol_listed *ret_entry)
{
    pol_cursor at = {.rest = pol_span_from(bytes, pol_listed_order(bytes).size)};
    if (at.rest.size == 0)
        return false;
    at.rest = pol_span_from(at.rest, 1);
    pol_listed entry = {.id = pol_take_span(&at)};
    entry.display_title = pol_take_span(&at);
    entry.title_is_opening = pol_take_below(&at, 2);
    entry.kind = (pol_kind)pol_take_below(&at, POL_KIND_COUNT);
    entry.number = pol_take_span(&at);
    entry.decision = (pol_decision)pol_take_below(&at, POL_DECISION_COUNT);
    entry.conference = pol_take_span(&at);
    entry.year = (int)pol_take_below(&at, INT16_MAX);
    entry.date.year = (int16_t)pol_take_below(&at, INT16_MAX);
    entry.date.month = (uint8_t)pol_take_below(&at, 13);
    entry.date.day = (uint8_t)pol_take_below(&at, 32);
    entry.language = pol_take_span(&at);
    entry.changed = (int64_t)pol_take_below(&at, INT64_MAX);
    if (at.is_bad || at.rest.size || !entry.id.data || !entry.display_title.data)
        return false;
    *ret_entry = entry;
    return true;
}
