/* page.c - poppler's characters, each with its box, to words. */
#include "formats/pdf/page.h"

#include <math.h>

#include "core/utf8.h"
#include "document/text.h"
#include "formats/formats.h"

/* Which way a line of characters runs on the paper. */
typedef enum direction { RIGHTWARDS = 0, DOWNWARDS, LEFTWARDS, UPWARDS, DIRECTIONS } direction;

/* A line as poppler cuts them: characters [from, to) of the text, boxes from `box` on. */
typedef struct raw_line {
    size_t from, to, box;
    uint32_t letters;
    uint8_t way; /* direction */
} raw_line;

/* What one page is made from, all of poppler's. */
typedef struct source {
    pol_span text;
    PopplerRectangle *boxes;
    guint box_count;
    GList *attributes; /* of PopplerTextAttributes, in order of the boxes */
    double width, height;
    direction way;     /* that becomes rightwards */
    bool has_no_marks; /* each character has a box: none of them is poppler's own */
} source;

/* Poppler puts these around text from right to left, and gives them no box. */
static bool is_embedding(uint32_t c)
{
    return c >= 0x202A && c <= 0x202C;
}

static bool is_space(uint32_t c)
{
    return (c >= '\t' && c <= '\r') || c == ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

static bool is_invisible(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           c == 0xFFFE || c == 0xFFFF;
}

/* Letters and digits, roughly: enough to tell a page with text from one without. */
static bool is_letter(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c < 0x2000) || c >= 0x3040;
}

static bool is_right_to_left(uint32_t c)
{
    return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00);
}

/* Fonts of symbols have their signs in the private area: F000 and the code that the font
 * gives them. Word's bullets are the ones met; text set in such a font is ASCII there. */
static uint32_t from_private(uint32_t c, bool is_alone)
{
    static const unsigned char bullets[] = "lnoquvw";
    if (c < 0xF020 || c > 0xF0FF)
        return c;
    uint32_t code = c - 0xF000;
    if (code >= 0x7F)
        return 0x2022;
    if (is_alone && strchr((const char *)bullets, (int)code))
        return 0x2022;
    return code;
}

static const char *ligature(uint32_t c)
{
    static const char *const spelt[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return c >= 0xFB00 && c <= 0xFB06 ? spelt[c - 0xFB00] : NULL;
}

/* Bytes of `c`, at most 4, written to `to`. */
static size_t encode(uint32_t c, char *to)
{
    const char *spelt = ligature(c);
    if (spelt) {
        size_t size = strlen(spelt);
        memcpy(to, spelt, size);
        return size;
    }
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (char)(0xC0 | (c >> 6));
        to[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = (char)(0xE0 | (c >> 12));
        to[1] = (char)(0x80 | ((c >> 6) & 0x3F));
        to[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    to[0] = (char)(0xF0 | (c >> 18));
    to[1] = (char)(0x80 | ((c >> 12) & 0x3F));
    to[2] = (char)(0x80 | ((c >> 6) & 0x3F));
    to[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* ---- lines and directions ---- */

static bool is_boxless(const source *from, uint32_t c)
{
    return is_embedding(c) && !from->has_no_marks;
}

static size_t count_characters(pol_span text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += (text.data[i] & 0xC0) != 0x80;
    return count;
}

static direction way_of(const PopplerRectangle *first, const PopplerRectangle *last)
{
    double dx = (last->x1 + last->x2 - first->x1 - first->x2) / 2;
    double dy = (last->y1 + last->y2 - first->y1 - first->y2) / 2;
    if (fabs(dy) > 2 * fabs(dx))
        return dy > 0 ? DOWNWARDS : UPWARDS;
    return dx >= 0 ? RIGHTWARDS : LEFTWARDS;
}

/* Reads up to the end of poppler's line; false at the end of the text. */
static bool next_line(const source *from, size_t *at, size_t *box, raw_line *ret_line)
{
    if (*at >= from->text.size)
        return false;
    raw_line line = {.from = *at, .box = *box};
    size_t first = SIZE_MAX, last = 0;
    bool is_turned_script = false;
    for (bool is_end = false; *at < from->text.size && !is_end;) {
        uint32_t c;
        *at += pol_utf8_decode(pol_span_from(from->text, *at), &c);
        is_end = c == '\n';
        if (is_boxless(from, c))
            continue;
        if (is_letter(c) && *box < from->box_count) {
            first = first == SIZE_MAX ? *box : first;
            last = *box;
            line.letters++;
            is_turned_script = is_turned_script || is_right_to_left(c);
        }
        ++*box;
    }
    line.to = *at;
    if (first != SIZE_MAX && last > first)
        line.way = (uint8_t)way_of(&from->boxes[first], &from->boxes[last]);
    if (is_turned_script && line.way == LEFTWARDS)
        line.way = RIGHTWARDS;
    *ret_line = line;
    return true;
}

/* The direction of most letters; single characters have none. */
static direction find_way(const source *from, size_t *ret_letters)
{
    size_t letters[DIRECTIONS] = {0}, at = 0, box = 0;
    raw_line line;
    *ret_letters = 0;
    while (next_line(from, &at, &box, &line)) {
        *ret_letters += line.letters;
        letters[line.way] += line.letters > 1 ? line.letters : 0;
    }
    direction most = RIGHTWARDS;
    for (int way = DOWNWARDS; way < DIRECTIONS; way++)
        if (letters[way] > letters[most])
            most = (direction)way;
    return most;
}

/* A box on the page as it is read once turned upright. Damaged files have places that are no
 * numbers, or light years away. */
static PopplerRectangle upright(const source *from, PopplerRectangle b)
{
    enum { FAR = 20000 };
    double *places[] = {&b.x1, &b.y1, &b.x2, &b.y2};
    for (size_t i = 0; i < 4; i++)
        if (!(*places[i] > -FAR && *places[i] < FAR))
            *places[i] = 0;
    double left = fmin(b.x1, b.x2), right = fmax(b.x1, b.x2);
    double top = fmin(b.y1, b.y2), bottom = fmax(b.y1, b.y2);
    switch (from->way) {
    case DOWNWARDS:
        return (PopplerRectangle){top, from->width - right, bottom, from->width - left};
    case UPWARDS:
        return (PopplerRectangle){from->height - bottom, left, from->height - top, right};
    case LEFTWARDS:
        return (PopplerRectangle){from->width - right, from->height - bottom, from->width - left,
                                  from->height - top};
    default:
        return (PopplerRectangle){left, top, right, bottom};
    }
}

/* ---- words ---- */

/* Reads the attributes along with the boxes: a page has many of both. */
typedef struct attributes {
    GList *at;
    double size;
    bool is_bold;
} attributes;

static bool is_bold_font(const char *name)
{
    static const char *const parts[] = {"bold", "black", "heavy", "semibd"};
    for (size_t i = 0; name && i < sizeof parts / sizeof *parts; i++)
        if (strcasestr(name, parts[i]))
            return true;
    return false;
}

static void move_to(attributes *font, size_t box)
{
    const PopplerTextAttributes *here = font->at ? font->at->data : NULL;
    while (here && (size_t)here->end_index < box) {
        font->at = font->at->next;
        here = font->at ? font->at->data : NULL;
    }
    bool holds = here && (size_t)here->start_index <= box;
    font->size = holds ? here->font_size : 0;
    font->is_bold = holds && is_bold_font(here->font_name);
}

static pol_status add(pol_pdf_word word, pol_pdf_word **words, size_t *count, size_t *capacity,
                      pol_arena *arena, pol_error *reterr)
{
    pol_pdf_word *grown = pol_arena_grow(arena, *words, *count, capacity, sizeof word);
    if (!grown)
        return pol_arena_refused(arena, (*count ? 2 * *count : 8) * sizeof word, reterr);
    *words = grown;
    grown[(*count)++] = word;
    return POL_OK;
}

static void stretch(pol_pdf_word *word, PopplerRectangle box)
{
    if (word->x2 < word->x1) { /* the first */
        word->x1 = box.x1, word->y1 = box.y1;
        word->x2 = box.x2, word->y2 = box.y2;
        return;
    }
    word->x1 = fmin(word->x1, box.x1), word->y1 = fmin(word->y1, box.y1);
    word->x2 = fmax(word->x2, box.x2), word->y2 = fmax(word->y2, box.y2);
}

static pol_pdf_word no_word(void)
{
    return (pol_pdf_word){.x1 = 1, .x2 = 0};
}

/* The type's size is the font's where it is a likely one, else the height of the box: some
 * programs set type of one point and enlarge the page. */
static void finish(pol_pdf_word *word)
{
    double height = word->y2 - word->y1;
    if (!(word->size >= height / 3 && word->size <= 3 * height + 1) || word->size < 1)
        word->size = height;
    if (!(word->size >= 1 && word->size < 1000))
        word->size = word->size < 1 ? 1 : 1000;
}

typedef struct builder {
    const source *from;
    PopplerRectangle last; /* box of the character before, in the same word */
    pol_pdf_page *page;
    pol_arena *arena;
    pol_error *reterr;
    char *text; /* room for all words */
    attributes font;
} builder;

/* Poppler takes what stands in the next column for the rest of the line, without a space
 * where its own line is a little lower: the boxes tell. */
static bool is_elsewhere(const builder *b, const pol_pdf_word *word, size_t box)
{
    if (word->x2 < word->x1 || box >= b->from->box_count)
        return false;
    PopplerRectangle here = upright(b->from, b->from->boxes[box]), last = b->last;
    double height = fmin(last.y2 - last.y1, here.y2 - here.y1);
    double shared = fmin(last.y2, here.y2) - fmax(last.y1, here.y1);
    return here.x1 - last.x2 > 0.6 * height || last.x1 - here.x2 > 0.6 * height ||
           (shared < 0.2 * height && height > 0);
}

/* One character of a word: its bytes, and its box. */
static void take_char(builder *b, pol_pdf_word *word, uint32_t c, size_t box, bool is_alone)
{
    c = from_private(c, is_alone);
    if (is_invisible(c) || (c >= 0xE000 && c < 0xF900))
        return;
    if (!word->text.data)
        word->text = pol_span_make(b->text, 0);
    size_t size = encode(c, b->text);
    b->text += size;
    word->text.size += size;
    if (box >= b->from->box_count)
        return;
    move_to(&b->font, box);
    word->size = word->text.size == size ? b->font.size : word->size;
    word->is_bold = b->font.is_bold;
    b->last = upright(b->from, b->from->boxes[box]);
    stretch(word, b->last);
}

/* A soft hyphen shows only where a line ends. */
static void drop_soft_hyphens(pol_pdf_word *word)
{
    char *text = (char *)(size_t)word->text.data;
    size_t kept = 0;
    for (size_t i = 0; i < word->text.size; i++) {
        bool is_soft = i + 1 < word->text.size && text[i] == '\xC2' && text[i + 1] == '\xAD';
        if (is_soft && i + 2 < word->text.size)
            i++;
        else
            text[kept++] = text[i];
    }
    word->text.size = kept;
}

static pol_status end_word(builder *b, pol_pdf_word *word, bool is_turned)
{
    pol_pdf_page *page = b->page;
    pol_status status = POL_OK;
    if (word->text.size > 0 && word->x2 >= word->x1) {
        drop_soft_hyphens(word);
        finish(word);
        status = is_turned
                     ? add(*word, &page->turned, &page->turned_count, &page->turned_capacity,
                           b->arena, b->reterr)
                     : add(*word, &page->words, &page->count, &page->capacity, b->arena, b->reterr);
    }
    *word = no_word();
    return status;
}

static bool ends_word(pol_span text, size_t at)
{
    uint32_t c = ' ';
    if (at < text.size)
        pol_utf8_decode(pol_span_from(text, at), &c);
    return is_space(c);
}

/* Turned lines stay whole: what they say is rarely more than an address at the margin. */
static pol_status add_line(builder *b, const raw_line *line)
{
    bool is_turned = line->letters > 1 && line->way != b->from->way;
    pol_pdf_word word = no_word();
    size_t box = line->box;
    pol_status status = POL_OK;
    bool was_space = true;
    for (size_t at = line->from; at < line->to && status == POL_OK;) {
        uint32_t c;
        at += pol_utf8_decode(pol_span_from(b->from->text, at), &c);
        if (is_boxless(b->from, c))
            continue;
        bool is_blank = is_space(c);
        if (!is_blank && !is_turned && is_elsewhere(b, &word, box))
            status = end_word(b, &word, false);
        if (!is_blank)
            take_char(b, &word, c, box, was_space && ends_word(b->from->text, at));
        else if (!is_turned)
            status = end_word(b, &word, false);
        else if (word.text.size > 0 && at < line->to)
            word.text.size += encode(' ', b->text++);
        was_space = is_blank;
        box++;
    }
    return status == POL_OK ? end_word(b, &word, is_turned) : status;
}

static pol_status build(const source *from, pol_arena *arena, pol_pdf_page *page, pol_error *reterr)
{
    enum { GROWTH = 2 }; /* an invalid byte becomes three, a private sign of three stays three */
    size_t room = GROWTH * from->text.size + from->text.size + 8;
    builder b = {.from = from, .page = page, .arena = arena, .reterr = reterr};
    b.font.at = from->attributes;
    b.text = pol_arena_alloc(arena, room);
    if (!b.text)
        return pol_arena_refused(arena, room, reterr);
    size_t at = 0, box = 0;
    raw_line line;
    pol_status status = POL_OK;
    while (status == POL_OK && next_line(from, &at, &box, &line))
        status = add_line(&b, &line);
    return status;
}

pol_status pol_pdf_page_read(PopplerPage *page, pol_arena *arena, pol_pdf_page *ret_page,
                             pol_error *reterr)
{
    pol_pdf_page made = {0};
    source from = {0};
    poppler_page_get_size(page, &from.width, &from.height);
    char *text = poppler_page_get_text(page);
    from.text = pol_span_of(text ? text : "");
    if (from.text.size > POL_PDF_PAGE_TEXT_MAX) {
        from.text.size = pol_utf8_floor(from.text, POL_PDF_PAGE_TEXT_MAX);
        made.is_cut = true;
    }
    if (from.text.size > 0 && poppler_page_get_text_layout(page, &from.boxes, &from.box_count))
        from.attributes = poppler_page_get_text_attributes(page);
    from.has_no_marks = count_characters(from.text) <= from.box_count;
    from.way = find_way(&from, &made.letters);
    bool lies = from.way == DOWNWARDS || from.way == UPWARDS;
    made.width = lies ? from.height : from.width;
    made.height = lies ? from.width : from.height;
    pol_status status = build(&from, arena, &made, reterr);
    poppler_page_free_text_attributes(from.attributes);
    g_free(from.boxes);
    g_free(text);
    if (status == POL_OK)
        *ret_page = made;
    return status;
}

bool pol_pdf_page_is_picture(PopplerPage *page)
{
    double width, height, covered = 0;
    poppler_page_get_size(page, &width, &height);
    GList *images = poppler_page_get_image_mapping(page);
    for (const GList *at = images; at; at = at->next) {
        PopplerRectangle area = ((const PopplerImageMapping *)at->data)->area;
        covered += fabs((area.x2 - area.x1) * (area.y2 - area.y1));
    }
    poppler_page_free_image_mapping(images);
    return covered * 2 > width * height;
}
