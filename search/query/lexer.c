/* lexer.c - a query as typed to lexemes: what is an operator, and what is text.
 *
 * Two passes. The first pairs quotation marks and brackets, so that a stray one is known
 * to be text before anything depends on it. The second cuts. Whatever fits no rule is
 * TEXT, so there are no syntax errors. */
#include "core/utf8.h"
#include "search/query/build.h"

typedef enum pol_mark { MARK_NONE = 0, MARK_QUOTE, MARK_OPEN, MARK_CLOSE } pol_mark;

typedef struct pol_lexer {
    pol_query *query;
    pol_span text;
    uint8_t *marks;     /* pol_mark of each byte; MARK_QUOTE on opening ones */
    uint32_t *partners; /* of opening marks: where the closing one stands */
    bool has_operators;
    size_t at;
    pol_lexeme *lexemes;
    size_t count, capacity;
} pol_lexer;

/* --- characters ------------------------------------------------------------------- */

static uint32_t char_at(pol_span text, size_t at, size_t *ret_size)
{
    uint32_t character = 0;
    size_t size = 0;
    if (at < text.size)
        size = pol_utf8_decode(pol_span_from(text, at), &character);
    if (ret_size)
        *ret_size = size;
    return character;
}

/* The character that ends at `at`; 0 at the start. */
static uint32_t char_before(pol_span text, size_t at)
{
    if (at == 0)
        return 0;
    size_t start = at - 1;
    while (start > 0 && at - start < 4 && ((unsigned char)text.data[start] & 0xC0) == 0x80)
        start--;
    return char_at(text, start, NULL);
}

static bool is_space(uint32_t c)
{
    return (c >= 9 && c <= 13) || c == ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

static bool is_space_or_edge(uint32_t c)
{
    return c == 0 || is_space(c);
}

/* Double quotation marks; single ones are apostrophes. */
static bool is_quote(uint32_t c)
{
    return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xFF02;
}

/* Can it be part of a word? Coarse: punctuation and symbols are not. */
static bool is_word_char(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (c < 0xC0)
        return c == 0xAA || c == 0xB5 || c == 0xBA;
    return c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
           !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFF00 && c <= 0xFF0F) && c != 0xFFFD;
}

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

static bool is_lower(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}

static bool has_lower(pol_span text)
{
    size_t size;
    for (size_t at = 0; at < text.size; at += size)
        if (is_lower(char_at(text, at, &size)))
            return true;
    return false;
}

/* --- pairing ---------------------------------------------------------------------- */

/* “ and „ always open; a mark between a space and a word does as well. */
static bool looks_opening(pol_span text, size_t at, uint32_t c, size_t size)
{
    if (c == 0x201C || c == 0x201E || c == 0xAB)
        return true;
    return !is_word_char(char_before(text, at)) && is_word_char(char_at(text, at + size, NULL));
}

/* Where the mark that closes the one before `from` stands; text.size if none does. Another
 * opening mark on the way means that the first was a stray one. */
static size_t closing_quote(pol_span text, size_t from)
{
    size_t size;
    for (size_t at = from; at < text.size; at += size) {
        uint32_t c = char_at(text, at, &size);
        if (is_quote(c))
            return looks_opening(text, at, c, size) ? text.size : at;
    }
    return text.size;
}

static size_t pair_quote(pol_lexer *lexer, size_t at, size_t size)
{
    pol_span text = lexer->text;
    size_t end = text.size;
    if (!is_word_char(char_before(text, at)))
        end = closing_quote(text, at + size);
    if (end == text.size) {
        pol_query_note_add(lexer->query, "a quotation mark without its partner is read as text");
        return at + size;
    }
    lexer->marks[at] = MARK_QUOTE;
    lexer->partners[at] = (uint32_t)end;
    char_at(text, end, &size);
    return end + size;
}

/* May a group start here? Not inside a word: "member(s)". */
static bool opens_group(const pol_lexer *lexer, size_t at)
{
    uint32_t before = char_before(lexer->text, at);
    return is_space_or_edge(before) || is_quote(before) || before == '(' || before == '-' ||
           before == ':';
}

typedef struct pol_open {
    uint32_t at;
    bool is_group;
} pol_open;

static void pair_brackets(pol_lexer *lexer, pol_open *stack)
{
    size_t depth = 0, groups = 0, size;
    for (size_t at = 0; at < lexer->text.size; at += size) {
        uint32_t c = char_at(lexer->text, at, &size);
        if (is_quote(c)) {
            size = pair_quote(lexer, at, size) - at;
        } else if (c == '(') {
            bool is_group = groups < POL_QUERY_DEPTH_MAX && opens_group(lexer, at);
            groups += is_group;
            stack[depth++] = (pol_open){(uint32_t)at, is_group};
        } else if (c == ')' && depth > 0) {
            pol_open open = stack[--depth];
            if (!open.is_group)
                continue;
            groups--;
            lexer->marks[open.at] = MARK_OPEN;
            lexer->partners[open.at] = (uint32_t)at;
            lexer->marks[at] = MARK_CLOSE;
        }
    }
}

static bool pair_marks(pol_lexer *lexer)
{
    pol_arena *arena = &lexer->query->arena;
    size_t size = lexer->text.size;
    lexer->marks = pol_arena_alloc(arena, size);
    lexer->partners = pol_arena_array(arena, size, sizeof *lexer->partners);
    pol_open *stack = pol_arena_array(arena, size, sizeof *stack);
    if (!lexer->marks || !lexer->partners || !stack)
        return pol_query_full(lexer->query) != NULL;
    pair_brackets(lexer, stack);
    return true;
}

/* --- cutting ---------------------------------------------------------------------- */

static void add_lexeme(pol_lexer *lexer, pol_lexeme lexeme)
{
    pol_lexeme *grown = pol_arena_grow(&lexer->query->arena, lexer->lexemes, lexer->count,
                                       &lexer->capacity, sizeof lexeme);
    lexer->at = lexeme.end;
    if (!grown) {
        pol_query_full(lexer->query);
        return;
    }
    lexer->lexemes = grown;
    lexer->lexemes[lexer->count++] = lexeme;
}

static pol_span slice(const pol_lexer *lexer, size_t start, size_t end)
{
    return pol_span_make(lexer->text.data + start, end - start);
}

/* "inter-\nnational": a word hyphenated at the end of a line goes on. */
static bool is_line_hyphen(pol_span text, size_t at)
{
    if (at == 0 || text.data[at - 1] != '-')
        return false;
    if (text.data[at] == '\r' && at + 1 < text.size)
        at++;
    return text.data[at] == '\n' && at + 1 < text.size && is_lower(char_at(text, at + 1, NULL));
}

/* Where the run of text that starts at `from` ends. */
static size_t chunk_end(const pol_lexer *lexer, size_t from)
{
    size_t size;
    for (size_t at = from; at < lexer->text.size; at += size) {
        uint32_t c = char_at(lexer->text, at, &size);
        if (is_line_hyphen(lexer->text, at)) {
            while (is_space((unsigned char)lexer->text.data[at + size]))
                size++;
            continue;
        }
        if (is_space(c) || (lexer->marks[at] != MARK_NONE && at > from))
            return at;
    }
    return lexer->text.size;
}

static bool lex_mark(pol_lexer *lexer)
{
    size_t at = lexer->at, size;
    pol_lexeme lexeme = {.start = (uint32_t)at, .end = (uint32_t)at + 1};
    switch ((pol_mark)lexer->marks[at]) {
    case MARK_NONE:
        return false;
    case MARK_OPEN:
        lexeme.type = POL_LEXEME_OPEN;
        break;
    case MARK_CLOSE:
        lexeme.type = POL_LEXEME_CLOSE;
        break;
    case MARK_QUOTE:
        lexeme.type = POL_LEXEME_PHRASE;
        char_at(lexer->text, at, &size);
        lexeme.text = slice(lexer, at + size, lexer->partners[at]);
        char_at(lexer->text, lexer->partners[at], &size);
        lexeme.end = lexer->partners[at] + (uint32_t)size;
        break;
    }
    add_lexeme(lexer, lexeme);
    return true;
}

/* A hyphen right before a word, a phrase or a bracket, at the start of a run. */
static bool lex_minus(pol_lexer *lexer)
{
    size_t at = lexer->at;
    if (lexer->text.data[at] != '-' || at + 1 >= lexer->text.size)
        return false;
    uint32_t before = char_before(lexer->text, at);
    if (!is_space_or_edge(before) && before != '(')
        return false;
    if (lexer->marks[at + 1] == MARK_NONE && !is_word_char(char_at(lexer->text, at + 1, NULL)))
        return false;
    add_lexeme(lexer, (pol_lexeme){
                          .type = POL_LEXEME_NOT, .start = (uint32_t)at, .end = (uint32_t)at + 1});
    return true;
}

/* NEAR/5: the number, brought into 1..POL_NEAR_MAX; 0 for anything else. */
static uint32_t near_window(pol_span digits)
{
    uint32_t window = 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return 0;
        if (window <= POL_NEAR_MAX)
            window = window * 10 + (uint32_t)(digits.data[i] - '0');
    }
    if (digits.size == 0)
        return 0;
    return window < 1 ? 1 : window > POL_NEAR_MAX ? POL_NEAR_MAX : window;
}

static bool lex_operator(pol_lexer *lexer, size_t end)
{
    static const struct {
        const char *word;
        pol_lexeme_type type;
    } operators[] = {{"OR", POL_LEXEME_OR},
                     {"AND", POL_LEXEME_AND},
                     {"NOT", POL_LEXEME_NOT},
                     {"NEAR", POL_LEXEME_NEAR}};
    pol_span chunk = slice(lexer, lexer->at, end);
    pol_lexeme lexeme = {.start = (uint32_t)lexer->at, .end = (uint32_t)end, .text = chunk};
    lexeme.window = POL_NEAR_DEFAULT;
    if (!lexer->has_operators)
        return false;
    if (pol_span_starts(chunk, POL_SPAN("NEAR/"))) {
        lexeme.window = near_window(pol_span_from(chunk, 5));
        chunk = pol_span_first(chunk, lexeme.window ? 4 : chunk.size);
    }
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (pol_span_equal(chunk, pol_span_of(operators[i].word))) {
            lexeme.type = operators[i].type;
            add_lexeme(lexer, lexeme);
            return true;
        }
    return false;
}

/* Commas and one full stop behind a bare value belong to the sentence. */
static pol_span trim_value(pol_span value)
{
    while (value.size && is_one_of(value.data[value.size - 1], ",;"))
        value.size--;
    if (value.size && value.data[value.size - 1] == '.' && !pol_span_ends(value, POL_SPAN("..")))
        value.size--;
    return value;
}

static bool lex_field(pol_lexer *lexer, size_t end)
{
    size_t at = lexer->at, size;
    pol_span chunk = slice(lexer, at, end);
    size_t colon = pol_span_find(chunk, POL_SPAN(":"), 0);
    if (colon == (size_t)-1 || at + colon + 1 >= lexer->text.size)
        return false;
    pol_field field = pol_field_from_name(pol_span_first(chunk, colon));
    size_t value = at + colon + 1;
    if (field == POL_FIELD_COUNT || is_space(char_at(lexer->text, value, NULL)))
        return false;
    pol_lexeme lexeme = {.type = POL_LEXEME_FIELD, .start = (uint32_t)at, .field = field};
    if (lexer->marks[value] == MARK_QUOTE || lexer->marks[value] == MARK_OPEN) {
        lexeme.form = lexer->marks[value] == MARK_OPEN ? POL_VALUE_LIST : POL_VALUE_QUOTED;
        char_at(lexer->text, value, &size);
        lexeme.text = slice(lexer, value + size, lexer->partners[value]);
        char_at(lexer->text, lexer->partners[value], &size);
        lexeme.end = lexer->partners[value] + (uint32_t)size;
    } else {
        lexeme.text = trim_value(slice(lexer, value, end));
        lexeme.end = (uint32_t)end;
    }
    if (lexeme.text.size == 0)
        return false;
    add_lexeme(lexer, lexeme);
    return true;
}

/* privat*: one star, at the end, behind a word; a comma or full stop may follow. */
static bool lex_prefix(pol_lexer *lexer, size_t end)
{
    pol_span chunk = slice(lexer, lexer->at, end);
    while (chunk.size && is_one_of(chunk.data[chunk.size - 1], ".,;:!?"))
        chunk.size--;
    size_t star = pol_span_find(chunk, POL_SPAN("*"), 0);
    if (star == (size_t)-1 || star == 0 || star + 1 != chunk.size ||
        !is_word_char(char_before(chunk, star)))
        return false;
    add_lexeme(lexer, (pol_lexeme){.type = POL_LEXEME_PREFIX,
                                   .start = (uint32_t)lexer->at,
                                   .end = (uint32_t)end,
                                   .text = pol_span_first(chunk, star)});
    return true;
}

static void lex_chunk(pol_lexer *lexer)
{
    size_t end = chunk_end(lexer, lexer->at);
    if (lex_operator(lexer, end) || lex_field(lexer, end) || lex_prefix(lexer, end))
        return;
    add_lexeme(lexer, (pol_lexeme){.type = POL_LEXEME_TEXT,
                                   .start = (uint32_t)lexer->at,
                                   .end = (uint32_t)end,
                                   .text = slice(lexer, lexer->at, end)});
}

const pol_lexeme *pol_query_lex(pol_query *query, size_t *ret_count)
{
    pol_lexer lexer = {.query = query, .text = query->text};
    *ret_count = 0;
    if (query->text.size == 0 || !pair_marks(&lexer))
        return NULL;
    lexer.has_operators = has_lower(query->text);
    while (lexer.at < lexer.text.size && query->error.status == POL_OK) {
        size_t size;
        if (is_space(char_at(lexer.text, lexer.at, &size)))
            lexer.at += size;
        else if (!lex_mark(&lexer) && !lex_minus(&lexer))
            lex_chunk(&lexer);
    }
    *ret_count = query->error.status == POL_OK ? lexer.count : 0;
    return *ret_count ? lexer.lexemes : NULL;
}

bool pol_value_next(pol_span *rest, pol_span *ret_value)
{
    for (;;) {
        size_t at = 0, end;
        while (at < rest->size && is_one_of(rest->data[at], ", \t\r\n"))
            at++;
        for (end = at; end < rest->size && !is_one_of(rest->data[end], ", \t\r\n");)
            end++;
        *ret_value = pol_span_make(rest->data + at, end - at);
        *rest = pol_span_from(*rest, end);
        if (ret_value->size == 0)
            return false;
        if (!pol_span_equal(*ret_value, POL_SPAN("OR")))
            return true;
    }
}
