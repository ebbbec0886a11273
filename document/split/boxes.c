/* boxes.c - boxes to tick, "[X] Adopted  [ ] Defeated", "Carried ___  Lost _X_", to what is ticked:
 * a list of all that could have been decided says nothing of what was. */
#include "document/split/state.h"

enum { BOXES_MAX = 8, LINES_MAX = 60000 };

typedef struct box {
    size_t at, size;
    bool is_ticked;
} box;

/* Blanks to write in: "____", "_X_". */
static bool read_blank(pol_span text, size_t at, box *ret)
{
    enum { LEAST = 2 };
    size_t end = at, lines = 0, ticks = 0;
    for (; end < text.size && strchr("_xX", text.data[end]); end++) {
        lines += text.data[end] == '_';
        ticks += text.data[end] != '_';
    }
    bool starts = at == 0 || text.data[at - 1] == ' ';
    *ret = (box){.at = at, .size = end - at, .is_ticked = ticks > 0};
    return starts && text.data[at] == '_' && lines >= LEAST && ticks <= 1;
}

static bool read_box(pol_span text, size_t at, box *ret)
{
    static const struct {
        const char *mark;
        bool is_ticked;
    } marks[] = {{"[ ]", false},    {"[]", false},      {"[  ]", false},    {"( )", false},
                 {"\u2610", false}, {"\u25A1", false},  {"\u25A2", false},  {"[X]", true},
                 {"[x]", true},     {"[\u2713]", true}, {"[\u2714]", true}, {"(X)", true},
                 {"(x)", true},     {"\u2611", true},   {"\u2612", true},   {"\u2713", true},
                 {"\u2714", true},  {"[ X ]", true},    {"[ x ]", true},    {"\u25A0", true},
                 {"[*]", true}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (pol_span_starts(pol_span_from(text, at), pol_span_of(marks[i].mark))) {
            *ret = (box){.at = at, .size = strlen(marks[i].mark), .is_ticked = marks[i].is_ticked};
            return true;
        }
    return read_blank(text, at, ret);
}

static size_t find_boxes(pol_span text, box *boxes)
{
    size_t count = 0;
    for (size_t at = 0; at < text.size && text.size <= POL_SPLIT_LINE_BYTES && count < BOXES_MAX;)
        at += read_box(text, at, &boxes[count]) ? boxes[count++].size : 1;
    return count;
}

/* Do the words stand behind their boxes, or before them? */
static bool are_behind(pol_span text, const box *boxes, size_t count)
{
    return boxes[count - 1].at + boxes[count - 1].size < text.size;
}

/* What the box stands for. */
static pol_span option_of(pol_span text, const box *boxes, size_t count, size_t index)
{
    size_t from = index == 0 ? 0 : boxes[index - 1].at + boxes[index - 1].size;
    size_t to = boxes[index].at;
    if (are_behind(text, boxes, count)) {
        from = boxes[index].at + boxes[index].size;
        to = index + 1 < count ? boxes[index + 1].at : text.size;
    }
    return pol_span_trim(pol_span_make(text.data + from, to - from));
}

/* "Action of the convention: [X] Adopted": whose ticks are those? */
static bool is_of_conference(pol_span text, const box *boxes, size_t count)
{
    pol_span label = pol_span_first(text, boxes[0].at), word;
    bool is_known = !are_behind(text, boxes, count) || pol_span_core(label).size == 0;
    while (!is_known && (word = pol_word_next(&label)).data)
        is_known = pol_word_is_any(word, "action decision result outcome disposition vote");
    return is_known;
}

static bool is_fate(pol_span option)
{
    return pol_split_is_decision(option) || pol_split_labelled_decision(option).data;
}

/* The boxes of one line, or of lines that have one each. */
typedef struct choice {
    size_t empty, ticked, fates;
    pol_span said;
} choice;

static void read_line(pol_span text, choice *read)
{
    box boxes[BOXES_MAX];
    size_t count = find_boxes(text, boxes);
    for (size_t i = 0; i < count; i++) {
        pol_span option = option_of(text, boxes, count, i);
        read->fates += is_fate(option);
        read->ticked += boxes[i].is_ticked;
        read->empty += !boxes[i].is_ticked;
        if (boxes[i].is_ticked && is_fate(option) && is_of_conference(text, boxes, count))
            read->said = option;
    }
}

static bool has_one_first(pol_span text)
{
    box boxes[BOXES_MAX];
    size_t count = find_boxes(text, boxes);
    return count == 1 && boxes[0].at == 0 && is_fate(option_of(text, boxes, count, 0));
}

/* Keeps what is ticked, where that is one thing, as the only words of those lines. */
static void keep(pol_splitter *split, size_t from, size_t end, const choice *read)
{
    bool is_told = read->ticked == 1 && read->said.size > 0;
    for (size_t i = from; i < end; i++) {
        pol_span text = split->lines[i].text;
        bool is_here =
            is_told && read->said.data >= text.data && read->said.data < text.data + text.size;
        split->is_furniture[i] = !is_here;
        split->looks[i] = 0;
        split->lines[i].text = is_here ? read->said : POL_SPAN("[ ]");
    }
}

void pol_split_read_boxes(pol_splitter *split)
{
    enum { FATES = 2 };
    for (size_t i = 0; i < split->count && i < LINES_MAX;) {
        size_t end = i + 1;
        choice read = {0};
        if (has_one_first(split->lines[i].text))
            while (end < split->count && end < i + BOXES_MAX &&
                   has_one_first(split->lines[end].text))
                end++;
        for (size_t line = i; line < end; line++)
            read_line(split->lines[line].text, &read);
        if (read.empty > 0 && read.fates >= FATES)
            keep(split, i, end, &read);
        i = end;
    }
}
