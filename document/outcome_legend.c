/* outcome_legend.c - "C = carried, CA = carried as amended, L = lost": the letters that a report
 * puts for its decisions, where it says itself what they mean. */
#include "document/outcome_find.h"
#include "document/words.h"

enum { LINE_BYTES_MAX = 300, LETTERS_MAX = 3, LINES_MAX = 20000, HEAD_WORDS_MAX = 3 };

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The letters that `text` starts with, and a mark behind them: "CA = "; *ret_rest is behind it. */
static pol_span read_letters(pol_span text, pol_span *ret_rest)
{
    static const char *const marks[] = {"=", ":", " -", "- ", "\u2013", " \u2013", " \u2014", "  "};
    size_t size = 0;
    while (size < text.size && is_capital(text.data[size]))
        size++;
    pol_span rest = pol_span_from(text, size);
    if (size == 0 || size > LETTERS_MAX)
        return pol_span_make(NULL, 0);
    if (pol_span_starts(rest, POL_SPAN(" =")))
        rest = pol_span_from(rest, 1);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pol_span_starts(rest, pol_span_of(marks[i]))) {
            *ret_rest = pol_span_trim(pol_span_from(rest, strlen(marks[i])));
            return pol_span_first(text, size);
        }
    return pol_span_make(NULL, 0);
}

/* Up to the next pair: "carried, L = lost". */
static pol_span until_pair(pol_span text)
{
    for (size_t at = 1; at < text.size; at++) {
        pol_span rest;
        bool is_start = !is_capital(text.data[at - 1]) && is_capital(text.data[at]) &&
                        strchr(" ,;|/(", text.data[at - 1]);
        if (is_start && read_letters(pol_span_from(text, at), &rest).data)
            return pol_span_first(text, at);
    }
    return text;
}

static bool is_initial(pol_span letters, pol_span words)
{
    pol_span core = pol_span_core(words);
    return core.size > 0 && (core.data[0] | 32) == (letters.data[0] | 32);
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
        pol_span plain = words;
        while (plain.size > 0 && strchr(" ,;|/(.", plain.data[plain.size - 1]))
            plain.size--;
        pol_outcome said = {0};
        if (!is_initial(letters, plain) || !pol_outcome_words(plain, memory, &said))
            break;
        if (legend->count < POL_OUTCOME_LEGEND_MAX)
            legend->items[legend->count++] =
                (pol_outcome_letters){.letters = letters, .decision = said.decision};
        found++;
        line = pol_span_from(rest, words.size);
    }
    return found;
}

/* Behind "Key:", "Abbreviations used:". */
static pol_span behind_head(pol_span line)
{
    size_t at = pol_span_find(line, POL_SPAN(":"), 0);
    pol_span rest = line, word = pol_word_next(&rest);
    if (at == (size_t)-1 || !pol_word_is_any(word, "key legend abbreviations codes code symbols "
                                                   "decisions results outcome"))
        return line;
    return pol_span_trim(pol_span_from(line, at + 1));
}

void pol_outcome_legend_read(pol_finder *finder)
{
    const pol_text *text = finder->text;
    pol_outcome_legend *legend = &finder->legend;
    size_t before_run = 0, run = 0;
    for (size_t i = 0; i < text->line_count && i < LINES_MAX; i++) {
        pol_span line = text->lines[i].text;
        if (line.size == 0 || line.size > LINE_BYTES_MAX || !is_capital(line.data[0]))
            continue;
        size_t before = legend->count;
        size_t found = read_pairs(behind_head(line), &finder->memory, legend);
        if (found == 0) {
            legend->count = run == 1 ? before_run : legend->count; /* one alone is none */
            run = 0;
            continue;
        }
        before_run = run == 0 ? before : before_run;
        run += found;
        finder->uses[i] = POL_OUTCOME_USE_FURNITURE;
    }
    if (run == 1)
        legend->count = before_run;
    finder->memory.legend = legend->count > 0 ? legend : NULL;
}

pol_decision pol_outcome_letters_mean(pol_span text, const pol_outcome_memory *memory)
{
    for (size_t i = 0; memory->legend && i < memory->legend->count; i++)
        if (pol_span_equal(memory->legend->items[i].letters, text))
            return (pol_decision)memory->legend->items[i].decision;
    return POL_DECISION_NONE;
}

bool pol_outcome_may_decide(pol_span text, const pol_outcome_memory *memory)
{
    return pol_decision_may_hold(text) ||
           (memory->legend &&
            pol_outcome_letters_mean(pol_word_last(text), memory) != POL_DECISION_NONE);
}
