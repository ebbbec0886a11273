/* markdown_lines.c - pieces of text compared with the lines that they may stand in. */
#include "document/markdown_lines.h"

#include "document/reader.h"

enum {
    LINES_AHEAD = 64, /* that one piece is looked for in */
    MARKUP_MAX = 256, /* bytes of a line before and among the words compared */
    COMPARED_MAX = 24 /* letters and digits */
};

static bool is_end(pol_span text, size_t at)
{
    bool is_return = text.data[at] == '\r';
    return text.data[at] == '\n' ||
           (is_return && !(at + 1 < text.size && text.data[at + 1] == '\n'));
}

pol_status pol_markdown_lines_find(pol_span text, pol_arena *arena, pol_markdown_lines *ret_lines,
                                   pol_error *reterr)
{
    size_t count = 1;
    for (size_t i = 0; i < text.size; i++)
        count += is_end(text, i);
    uint32_t *starts = pol_arena_array(arena, count, sizeof *starts);
    if (!starts)
        return pol_arena_refused(arena, count * sizeof *starts, reterr);
    *ret_lines = (pol_markdown_lines){.text = text, .starts = starts};
    starts[ret_lines->count++] = 0;
    for (size_t i = 0; i < text.size; i++)
        if (is_end(text, i))
            starts[ret_lines->count++] = (uint32_t)i + 1;
    return POL_OK;
}

static pol_span line_at(const pol_markdown_lines *lines, uint32_t line)
{
    if (line == 0 || line > lines->count)
        return POL_SPAN("");
    size_t start = lines->starts[line - 1];
    size_t end = line < lines->count ? lines->starts[line] : lines->text.size;
    return pol_span_make(lines->text.data + start, end - start);
}

static bool is_ink(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 0x80;
}

/* The next letter or digit; false at the end, and at a break of a line. */
static bool next_ink(pol_span text, size_t *at)
{
    while (*at < text.size && *at < MARKUP_MAX && !is_ink(text.data[*at])) {
        if (text.data[*at] == '\r' || text.data[*at] == '\n')
            return false;
        ++*at;
    }
    return *at < text.size && *at < MARKUP_MAX;
}

/* Do both begin with the same letters and digits, as far as both go? Markup is none. */
static bool begins_alike(pol_span line, pol_span piece)
{
    size_t compared = 0;
    for (size_t a = 0, b = 0; compared < COMPARED_MAX; a++, b++, compared++) {
        if (!next_ink(line, &a) || !next_ink(piece, &b))
            break;
        if (line.data[a] != piece.data[b])
            return false;
    }
    return compared > 0;
}

uint32_t pol_markdown_line_of(const pol_markdown_lines *lines, pol_span piece, uint32_t expected,
                              uint32_t last)
{
    for (uint32_t line = expected; line <= last && line - expected < LINES_AHEAD; line++)
        if (begins_alike(line_at(lines, line), piece))
            return line;
    return expected;
}

bool pol_markdown_is_fence(const pol_markdown_lines *lines, uint32_t line, pol_span code)
{
    static const char *const fences[] = {"```", "~~~"};
    pol_span first = pol_span_first(code, pol_span_find(code, POL_SPAN("\n"), 0));
    for (size_t i = 0; i < 2; i++)
        if (pol_span_find(line_at(lines, line), pol_span_of(fences[i]), 0) != (size_t)-1 &&
            pol_span_find(first, pol_span_of(fences[i]), 0) == (size_t)-1)
            return true;
    return false;
}
