/* boxes.c - boxes to tick, "[X] Adopted  [ ] Defeated", "Carried ___  Lost _X_", to what is ticked:
 * a list of all that could have been decided says nothing of what was. */
#include "document/split/boxes.h"

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
    if (!strchr("[(_\xE2", text.data[at])) /* as nearly everywhere */
        return false;
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

/* What stands before the boxes of a line that names an item: "7. Mugs  [X] Carried". */
static pol_span before_boxes(pol_span text)
{
    box boxes[BOXES_MAX];
    size_t count = find_boxes(text, boxes);
    pol_span before = pol_span_trim(pol_span_first(text, count > 0 ? boxes[0].at : 0));
    bool is_label = pol_ends_in(before, ":") || !are_behind(text, boxes, count);
    return is_label || before.size == 0 ? POL_SPAN("[ ]") : before;
}

size_t pol_boxes_read(const pol_line *lines, size_t count, size_t from, pol_boxes *ret)
{
    enum { FATES = 2 };
    size_t end = from + 1;
    choice read = {0};
    if (has_one_first(lines[from].text))
        while (end < count && end < from + BOXES_MAX && has_one_first(lines[end].text))
            end++;
    for (size_t i = from; i < end; i++)
        read_line(lines[i].text, &read);
    *ret = (pol_boxes){.are_boxes = read.empty > 0 && read.fates >= FATES};
    if (read.ticked == 1)
        ret->said = read.said;
    return end;
}

pol_span pol_boxes_text(const pol_boxes *boxes, pol_span text)
{
    bool is_here = boxes->said.size > 0 && boxes->said.data >= text.data &&
                   boxes->said.data < text.data + text.size;
    return is_here ? boxes->said : before_boxes(text);
}

void pol_split_read_boxes(pol_splitter *split)
{
    for (size_t i = 0, end; i < split->count && i < LINES_MAX; i = end) {
        pol_boxes found;
        end = pol_boxes_read(split->lines, split->count, i, &found);
        for (size_t line = i; line < end && found.are_boxes; line++) {
            split->lines[line].text = pol_boxes_text(&found, split->lines[line].text);
            split->is_furniture[line] = pol_span_equal(split->lines[line].text, POL_SPAN("[ ]"));
            split->looks[line] = 0;
        }
    }
}
