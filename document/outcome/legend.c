/* legend.c - "C = carried, CA = carried as amended, L = lost", "✓ carried ✗ lost", "Carried
 * (C), lost (L)": the letters and marks that a report puts for its decisions, where it says itself
 * what they mean. */
#include "document/outcome/find.h"
#include "document/words.h"

enum {
    LINE_BYTES_MAX = 300,
    LETTERS_MAX = 3,
    LINES_MAX = 20000,
    GOES_ON_MAX = 4, /* lines that one legend may run over */
    PIECE_BYTES_MAX = 60
};

/* Marks that stand for a decision. */
static const char *const symbols[] = {"\u2713", "\u2714", "\u2611", "\u2705", "\u2715", "\u2716",
                                      "\u2717", "\u2718", "\u2612", "\u274C", "\u00D7", "\u25CF",
                                      "\u25CB", "\u25A0", "\u25A1", "\u2605", "\u2606", "\u2020",
                                      "\u2021", "\u00A7", "\u2191", "\u2193", "\u21BA", "***",
                                      "**",     "*",      "++",     "+",      "#"};

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static size_t symbol_size(pol_span text)
{
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (pol_span_starts(text, pol_span_of(symbols[i])))
            return strlen(symbols[i]);
    return 0;
}

/* "C", "NR", "✓" at the start, perhaps in brackets; *ret_rest is behind. */
static pol_span read_sign(pol_span text, pol_span *ret_rest)
{
    bool is_open = text.size > 2 && strchr("([", text.data[0]);
    pol_span inner = is_open ? pol_span_from(text, 1) : text;
    size_t size = 0;
    while (size < inner.size && (is_capital(inner.data[size]) ||
                                 (size == 1 && inner.data[size] == '/' && size + 1 < inner.size &&
                                  is_capital(inner.data[size + 1]))))
        size++;
    if (size == 0)
        size = symbol_size(inner);
    else if (size > LETTERS_MAX)
        size = 0;
    pol_span rest = pol_span_from(inner, size);
    if (size == 0 || (is_open && (rest.size == 0 || !strchr(")]", rest.data[0]))))
        return pol_span_make(NULL, 0);
    *ret_rest = is_open ? pol_span_from(rest, 1) : rest;
    return pol_span_first(inner, size);
}

/* The sign that `text` starts with, and a mark behind it: "CA = "; *ret_rest is behind it. */
static pol_span read_letters(pol_span text, pol_span *ret_rest)
{
    static const char *const marks[] = {" = ",          "=",       ":",       " - ",    "- ",
                                        "\u2013",       " \u2013", " \u2014", "\u2014", " means ",
                                        " stands for ", "  "};
    pol_span rest, letters = read_sign(text, &rest);
    if (!letters.data)
        return letters;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pol_span_starts(rest, pol_span_of(marks[i]))) {
            *ret_rest = pol_span_trim(pol_span_from(rest, strlen(marks[i])));
            return letters;
        }
    bool is_closed = rest.data > letters.data + letters.size; /* "(C) carried" */
    bool is_symbol = (unsigned char)letters.data[0] >= 0x80;
    if ((is_closed || is_symbol) && rest.size > 1 && rest.data[0] == ' ') {
        *ret_rest = pol_span_trim(rest);
        return letters; /* "✓ carried" */
    }
    return pol_span_make(NULL, 0);
}

/* Up to the next pair: "carried, L = lost". */
static pol_span until_pair(pol_span text)
{
    for (size_t at = 1; at < text.size; at++) {
        pol_span rest;
        if (strchr(" ,;|/(", text.data[at - 1]) &&
            read_letters(pol_span_from(text, at), &rest).data)
            return pol_span_first(text, at);
    }
    return text;
}

/* Letters are the initials of their words; a mark may mean anything. */
static bool is_initial(pol_span letters, pol_span words)
{
    pol_span core = pol_span_core(words);
    return core.size > 0 &&
           (!is_capital(letters.data[0]) || (core.data[0] | 32) == (letters.data[0] | 32) ||
            pol_word_is_any(letters, "x y n"));
}

static pol_span without_end(pol_span words)
{
    while (words.size > 0 && strchr(" ,;|/(.[", words.data[words.size - 1]))
        words.size--;
    return words;
}

static bool add_pair(pol_span letters, pol_span words, pol_outcome_memory *memory,
                     pol_outcome_legend *legend)
{
    pol_outcome said = {0};
    words = without_end(words);
    if (!is_initial(letters, words) || !pol_outcome_words(words, memory, &said))
        return false;
    if (legend->count < POL_OUTCOME_LEGEND_MAX)
        legend->items[legend->count++] =
            (pol_outcome_letters){.letters = letters, .decision = said.decision};
    return true;
}

/* Adds the pairs of the line; how many there were. */
static size_t read_pairs(pol_span line, pol_outcome_memory *memory, pol_outcome_legend *legend)
{
    size_t found = 0;
    while (line.size > 0) {
        pol_span rest, letters = read_letters(line, &rest);
        if (!letters.data)
            break;
        pol_span words = until_pair(rest);
        if (!add_pair(letters, words, memory, legend))
            break;
        found++;
        line = pol_span_from(rest, words.size);
    }
    return found;
}

/* The next piece of a list, up to a comma or semicolon. */
static pol_span next_piece(pol_span *rest)
{
    size_t at = 0;
    while (at < rest->size && !strchr(",;|", rest->data[at]))
        at++;
    pol_span piece = pol_span_trim(pol_span_first(*rest, at));
    *rest = pol_span_from(*rest, at + (at < rest->size));
    return piece;
}

/* "Carried (C), lost (L) and withdrawn (W)": two pairs or more, and nothing else. */
static size_t read_reversed(pol_span line, pol_outcome_memory *memory, pol_outcome_legend *legend)
{
    size_t before = legend->count, found = 0;
    while (line.size > 0) {
        pol_span piece = without_end(next_piece(&line)), inside;
        size_t open = pol_span_find(piece, POL_SPAN("("), 0);
        pol_span words = pol_span_trim(pol_span_first(piece, open)), rest;
        bool is_pair = open != (size_t)-1 && open > 0 && piece.size <= PIECE_BYTES_MAX &&
                       piece.data[piece.size - 1] == ')';
        inside = is_pair ? read_sign(pol_span_from(piece, open), &rest) : piece;
        if (!is_pair || !inside.data || rest.size > 0 || !add_pair(inside, words, memory, legend)) {
            legend->count = before;
            return 0;
        }
        found++;
    }
    if (found < 2)
        legend->count = before;
    return found < 2 ? 0 : found;
}

/* Behind "Key:", "Abbreviations used:". */
static pol_span behind_head(pol_span line)
{
    size_t at = pol_span_find(line, POL_SPAN(":"), 0);
    pol_span rest = line, word = pol_word_next(&rest);
    if (at == (size_t)-1 || !pol_word_is_any(word, "key legend abbreviations codes code symbols "
                                                   "decisions results outcome explanation marks "
                                                   "letters guide note notes the in"))
        return line;
    return pol_span_trim(pol_span_from(line, at + 1));
}

/* "C carried; CA carried as amended; L lost": three pairs or more, and nothing else. */
static size_t read_loose(pol_span line, pol_outcome_memory *memory, pol_outcome_legend *legend)
{
    enum { PAIRS_MIN = 3 };
    size_t before = legend->count, found = 0;
    while (line.size > 0) {
        pol_span piece = without_end(next_piece(&line)), rest;
        pol_span letters = read_sign(piece, &rest);
        bool is_pair = letters.data && rest.size > 1 && rest.data[0] == ' ';
        if (!is_pair || !add_pair(letters, pol_span_trim(rest), memory, legend)) {
            legend->count = before;
            return 0;
        }
        found++;
    }
    if (found < PAIRS_MIN)
        legend->count = before;
    return found < PAIRS_MIN ? 0 : found;
}

static size_t read_text(pol_span text, pol_outcome_memory *memory, pol_outcome_legend *legend)
{
    pol_span line = behind_head(text);
    size_t found = read_pairs(line, memory, legend);
    if (found == 0)
        found = read_reversed(line, memory, legend);
    return found > 0 ? found : read_loose(line, memory, legend);
}

/* Reads the legend on the line of this index, and on those that it runs over: "R = remitted to the"
 * / "Executive  W = withdrawn". How many pairs; *ret_end is behind its lines. */
static size_t read_lines(pol_finder *finder, size_t from, size_t *ret_end)
{
    const pol_text *text = finder->text;
    pol_outcome_legend *legend = &finder->legend, first = finder->legend;
    *ret_end = from + 1;
    size_t best = read_text(text->lines[from].text, &finder->memory, legend);
    for (size_t end = from + 2; best > 0 && end <= text->line_count && end <= from + GOES_ON_MAX &&
                                text->lines[end - 1].blanks == 0;
         end++) {
        pol_outcome_legend longer = first;
        pol_span joined = pol_finder_join(finder, from, end);
        size_t found = joined.data && joined.size <= 2 * LINE_BYTES_MAX
                           ? read_text(joined, &finder->memory, &longer)
                           : 0;
        if (found <= best)
            break;
        best = found;
        *legend = longer;
        *ret_end = end;
    }
    return best;
}

/* One pair alone is no legend. */
static void drop_lone(pol_finder *finder, size_t pairs, size_t before, size_t line)
{
    if (pairs != 1)
        return;
    finder->legend.count = before;
    finder->uses[line] = POL_OUTCOME_USE_NONE;
}

void pol_outcome_legend_read(pol_finder *finder)
{
    const pol_text *text = finder->text;
    pol_outcome_legend *legend = &finder->legend;
    size_t before_run = 0, run = 0, run_line = 0, end;
    for (size_t i = 0; i < text->line_count && i < LINES_MAX; i = end) {
        pol_span line = text->lines[i].text;
        end = i + 1;
        if (line.size == 0 || line.size > LINE_BYTES_MAX)
            continue;
        size_t before = legend->count;
        size_t found = read_lines(finder, i, &end);
        if (found == 0) {
            drop_lone(finder, run, before_run, run_line);
            run = 0;
            continue;
        }
        before_run = run == 0 ? before : before_run;
        run_line = run == 0 ? i : run_line;
        run += found;
        memset(finder->uses + i, POL_OUTCOME_USE_FURNITURE, end - i);
    }
    drop_lone(finder, run, before_run, run_line);
    finder->memory.legend = legend->count > 0 ? legend : NULL;
}

bool pol_outcome_legend_find(const pol_text *text, pol_arena *arena, pol_outcome_legend *ret_legend)
{
    pol_finder finder = {.text = text, .memory = {.arena = arena}};
    *ret_legend = (pol_outcome_legend){0};
    if (text->line_count == 0 || text->line_count > POL_OUTCOME_LINES_MAX)
        return true;
    finder.uses = pol_arena_alloc(arena, text->line_count);
    if (!finder.uses)
        return false;
    pol_outcome_legend_read(&finder);
    *ret_legend = finder.legend;
    return finder.memory.refused == 0;
}

pol_decision pol_outcome_letters_mean(pol_span text, const pol_outcome_memory *memory)
{
    for (size_t i = 0; memory->legend && i < memory->legend->count; i++)
        if (pol_span_equal(memory->legend->items[i].letters, text))
            return (pol_decision)memory->legend->items[i].decision;
    return POL_DECISION_NONE;
}

/* The last run of characters without a space. */
static pol_span last_run(pol_span text)
{
    text = pol_span_trim(text);
    size_t at = text.size;
    while (at > 0 && text.data[at - 1] != ' ')
        at--;
    return pol_span_from(text, at);
}

bool pol_outcome_may_decide(pol_span text, const pol_outcome_memory *memory)
{
    if (pol_decision_may_hold(text) || !memory->legend)
        return pol_decision_may_hold(text);
    pol_span start = pol_span_trim(text);
    pol_span first = pol_span_first(start, pol_span_find(start, POL_SPAN(" "), 0));
    if (pol_outcome_letters_mean(last_run(text), memory) != POL_DECISION_NONE ||
        pol_outcome_letters_mean(first, memory) != POL_DECISION_NONE)
        return true;
    pol_span word;
    while ((word = pol_word_next(&start)).data)
        if (pol_outcome_letters_mean(word, memory) != POL_DECISION_NONE)
            return true;
    return false;
}
