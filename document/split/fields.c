/* fields.c - lines that a label names: cells under the heads of a table's columns, cells
 * beside their labels, "Proposed by: North branch". What is so named needs no guessing. */
#include "document/numbering.h"
#include "document/openers.h"
#include "document/split/state.h"

enum { LABEL_WORDS = 5, LABEL_BYTES = 48, COLUMNS_MAX = 24 };

/* ---- what a label says ---- */

/* Words that make a label one of its kind, whatever stands beside them; first match wins. */
static const struct {
    const char *words;
    uint8_t field;
} known[] = {
    {"recommendation recommendations recommends recommend recommended advise advises advice view "
     "views position stance policy opinion attitude response responses reply replies comment "
     "comments",
     POL_FIELD_ADVICE},
    {"seconder seconders seconded supporter supporters supported summation summator summing",
     POL_FIELD_SECONDER},
    {"mover movers moved proposer proposers proposed proposing submitted submitting submitter "
     "sponsor "
     "sponsors sponsored tabled brought lodged raised received put from by branch body region "
     "organisation local lodge moving constituency promoter promoters originator",
     POL_FIELD_MOVER},
    {"decision result outcome disposal disposition fate results decided vote votes voting",
     POL_FIELD_DECISION},
    {"status", POL_FIELD_STATUS},
    {"no number ref reference id nr num", POL_FIELD_NUMBER},
    {"title subject topic heading name", POL_FIELD_TITLE},
    {"text wording content proposal resolution motion amendment composite resolves",
     POL_FIELD_TEXT},
    {"note notes background date session timing cost synopsis summary speakers time page category "
     "section contact",
     POL_FIELD_OTHER},
};

/* Words that a label may have beside the one that tells. */
static const char beside[] =
    "the of to be is a and committee nec ec executive council conference congress soc sub motion "
    "motions resolution amendment amendments composite full final national board directors "
    "directors' members' agenda printed at on in for its our jointly forward & sge nc text "
    "executive's branch no number rule annual delegate meeting officers' officers policy s this";

uint8_t pol_split_field_of(pol_span label)
{
    pol_span core = pol_span_core(label);
    if (core.size == 0 || core.size > LABEL_BYTES ||
        pol_word_count(core, LABEL_WORDS + 1) > LABEL_WORDS)
        return POL_FIELD_NONE;
    if (!pol_word_is_capital(core))
        return POL_FIELD_NONE;
    uint8_t field = POL_FIELD_NONE;
    size_t rank = sizeof known / sizeof *known;
    pol_span rest = core, word;
    while ((word = pol_word_next(&rest)).data) {
        size_t i = 0;
        while (i < sizeof known / sizeof *known && !pol_word_is_any(word, known[i].words))
            i++;
        if (i == sizeof known / sizeof *known) {
            bool is_owner = pol_span_ends(word, POL_SPAN("'s")) ||
                            pol_span_ends(word, POL_SPAN("\u2019s")); /* "Council's response" */
            if (!pol_word_is_any(word, beside) && !pol_word_is_upper(word) && !is_owner)
                return POL_FIELD_NONE;
        } else if (i < rank) {
            rank = i;
            field = known[i].field;
        }
    }
    bool is_noun = pol_word_is_any(pol_word_last(core), "motion resolution");
    if (field == POL_FIELD_ADVICE && is_noun) /* "Policy motion: Mugs" */
        return POL_FIELD_TEXT;
    return field;
}

/* "Reason:", "Club:", "In the name of:": labels of lines and of nothing else. */
static uint8_t field_of_line(pol_span label)
{
    static const struct {
        const char *words;
        uint8_t field;
    } labels[] = {{"presented by", POL_FIELD_MOVER},    {"in the name of", POL_FIELD_MOVER},
                  {"put forward by", POL_FIELD_MOVER},  {"club", POL_FIELD_MOVER},
                  {"society", POL_FIELD_MOVER},         {"circle", POL_FIELD_MOVER},
                  {"referred to", POL_FIELD_OTHER},     {"assigned to", POL_FIELD_OTHER},
                  {"reason", POL_FIELD_OTHER},          {"reasons", POL_FIELD_OTHER},
                  {"synopsis", POL_FIELD_OTHER},        {"amends", POL_FIELD_OTHER},
                  {"supported by", POL_FIELD_SECONDER}, {"ref", POL_FIELD_NUMBER},
                  {"reference", POL_FIELD_NUMBER},      {"re", POL_FIELD_TITLE}};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pol_words_equal(pol_span_core(label), labels[i].words))
            return labels[i].field;
    size_t words = pol_word_count(label, 5); /* "Treasurer's note" */
    bool is_note = words > 1 && words < 5 && pol_word_is_capital(label) &&
                   pol_word_is(pol_word_last(label), "note");
    return is_note ? POL_FIELD_OTHER : POL_FIELD_NONE;
}

static bool is_number(pol_span text)
{
    pol_split_number number;
    pol_span rest;
    return pol_split_number_parse(pol_span_trim(text), true, &number, &rest) &&
           pol_span_core(rest).size == 0;
}

/* "Motion | 12" is a number, "Motion | Conference notes ..." the text, "Motion | Mugs" a title;
 * "Status | Carried" a decision. */
static uint8_t field_by_value(pol_splitter *split, uint8_t field, pol_span value, uint32_t look)
{
    (void)split;
    if (field == POL_FIELD_TEXT && value.size <= LABEL_BYTES && is_number(value))
        return POL_FIELD_NUMBER;
    if (field == POL_FIELD_TEXT && !(look & POL_LOOK_PROSE))
        return POL_FIELD_TITLE;
    if (field == POL_FIELD_NUMBER && !is_number(value))
        return value.size <= LABEL_BYTES ? POL_FIELD_NONE : POL_FIELD_OTHER;
    bool is_accepted = pol_words_equal(pol_span_core(value), "accepted");
    bool is_decision = pol_split_is_decision(value) || pol_split_loose_decision(value).data;
    if (field == POL_FIELD_STATUS && is_decision && !is_accepted)
        return POL_FIELD_DECISION;
    return field;
}

/* ---- tables whose columns have heads ---- */

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

static bool is_cell(const pol_splitter *split, size_t line)
{
    return line < split->count && source_of(split, line)->role == POL_LINE_CELL &&
           source_of(split, line)->column > 0;
}

static size_t row_end(const pol_splitter *split, size_t line)
{
    size_t end = line;
    while (is_cell(split, end) && source_of(split, end)->row == source_of(split, line)->row)
        end++;
    return end;
}

/* "For", "Against": over how many voted so. */
static bool is_vote_head(pol_span text)
{
    static const char words[] = "for against abstain abstained abstaining abstentions votes in "
                                "favour opposed withheld";
    pol_span word;
    size_t count = 0;
    for (; (word = pol_word_next(&text)).data; count++)
        if (!pol_word_is_any(word, words))
            return false;
    return count > 0;
}

/* Is the row all labels? Sets the field of each column. */
static bool read_heads(pol_splitter *split, size_t from, size_t to, uint8_t *fields)
{
    enum { LEAST = 3 };
    size_t cells = 0, labels = 0, unlike = 0;
    uint32_t seen = 0;
    memset(fields, POL_FIELD_NONE, COLUMNS_MAX);
    for (size_t i = from; i < to; i++, cells++) {
        const pol_line *source = source_of(split, i);
        uint8_t field = pol_split_field_of(source->text);
        if (source->column >= COLUMNS_MAX)
            return false;
        if (is_vote_head(source->text))
            field = POL_FIELD_OTHER;
        fields[source->column] = field;
        labels += field != POL_FIELD_NONE;
        unlike += field != POL_FIELD_NONE && !(seen & 1u << field);
        seen |= 1u << field;
    }
    return cells >= LEAST && labels * 3 >= cells * 2 && unlike >= LEAST;
}

/* Where the table of these heads ends, and whether one of its columns holds texts. */
static size_t table_end(pol_splitter *split, size_t from, const uint8_t *fields,
                        bool *ret_has_texts)
{
    size_t end = from, rows = 0, texts = 0;
    uint8_t next[COLUMNS_MAX];
    while (is_cell(split, end)) {
        size_t stop = row_end(split, end);
        if (read_heads(split, end, stop, next))
            break;
        bool has_text = false;
        for (size_t i = end; i < stop; i++)
            has_text = has_text || (source_of(split, i)->column < COLUMNS_MAX &&
                                    fields[source_of(split, i)->column] <= POL_FIELD_TEXT &&
                                    pol_split_look(split, i) & POL_LOOK_PROSE);
        rows++;
        texts += has_text;
        end = stop;
    }
    *ret_has_texts = texts * 2 >= rows && texts > 0;
    return end;
}

/* The heads of a column "Motion" stand over titles where another holds the texts. */
static void mark_table(pol_splitter *split, size_t from, size_t to, const uint8_t *fields)
{
    for (size_t i = from; i < to; i++) {
        const pol_line *source = source_of(split, i);
        uint8_t field = source->column < COLUMNS_MAX ? fields[source->column] : POL_FIELD_NONE;
        uint32_t look = pol_split_look(split, i);
        if (field == POL_FIELD_TEXT && source->column == 1 && is_number(source->text))
            field = POL_FIELD_NUMBER;
        if (field == POL_FIELD_NUMBER || field == POL_FIELD_TEXT || field == POL_FIELD_NONE)
            continue; /* read as they stand */
        if (field == POL_FIELD_TITLE && look & POL_LOOK_PROSE)
            continue;
        split->fields[i] = field_by_value(split, field, source->text, look);
    }
}

static void mark_tables(pol_splitter *split)
{
    uint8_t fields[COLUMNS_MAX];
    for (size_t i = 0; i < split->count;) {
        if (!is_cell(split, i)) {
            i++;
            continue;
        }
        size_t stop = row_end(split, i);
        if (!read_heads(split, i, stop, fields)) {
            i = stop;
            continue;
        }
        bool has_texts;
        size_t end = table_end(split, stop, fields, &has_texts);
        for (size_t k = i; k < stop; k++)
            split->is_furniture[k] = true;
        if (has_texts)
            mark_table(split, stop, end, fields);
        else /* a list of motions that stand elsewhere */
            memset(split->fields + stop, POL_FIELD_LIST, end - stop);
        i = end > i ? end : stop;
    }
}

/* ---- cells beside their labels ---- */

/* A row of two cells, the first a label. */
static bool is_label_row(pol_splitter *split, size_t line, uint8_t *ret_field)
{
    size_t end = row_end(split, line);
    if (source_of(split, line)->column != 1 || end < line + 2 || split->fields[line] ||
        source_of(split, line + 1)->column == 1)
        return false;
    for (size_t i = line + 1; i < end; i++)
        if (source_of(split, i)->column != source_of(split, line + 1)->column)
            return false;
    *ret_field = pol_split_field_of(source_of(split, line)->text);
    return true;
}

static void mark_label_row(pol_splitter *split, size_t line, uint8_t field)
{
    size_t end = row_end(split, line);
    uint8_t found = field_by_value(split, field, source_of(split, line + 1)->text,
                                   pol_split_look(split, line + 1));
    split->fields[line] = POL_FIELD_LABEL;
    for (size_t i = line + 1; i < end; i++)
        split->fields[i] = found == POL_FIELD_TEXT ? POL_FIELD_NONE : found;
}

/* Tables of labels: several rows on end that are all labels we know, but for one or two. */
static void mark_label_tables(pol_splitter *split)
{
    enum { LEAST = 2 };
    for (size_t i = 0; i < split->count;) {
        uint8_t field;
        size_t end = i, rows = 0, labels = 0;
        while (is_cell(split, end) && is_label_row(split, end, &field)) {
            rows++;
            labels += field != POL_FIELD_NONE;
            end = row_end(split, end);
        }
        bool is_table = labels >= LEAST && labels * 3 >= rows * 2;
        for (size_t k = i; k < end && is_table; k = row_end(split, k))
            if (is_label_row(split, k, &field))
                mark_label_row(split, k, field ? field : POL_FIELD_OTHER);
        i = end > i ? end : i + 1;
    }
}

/* ---- lists of terms ---- */

/* A term or a value of a list of them: a cell of no table. */
static bool is_term(const pol_splitter *split, size_t line)
{
    return line < split->count && source_of(split, line)->role == POL_LINE_CELL &&
           source_of(split, line)->column == 0;
}

/* Does the line stand elsewhere with the same words, as terms do and values seldom? */
static bool returns(const pol_splitter *split, size_t line)
{
    enum { NEAR = 100 };
    size_t from = line > NEAR ? line - NEAR : 0;
    for (size_t i = from; i < split->count && i < line + NEAR; i++)
        if (i != line && is_term(split, i) &&
            pol_span_equal(source_of(split, i)->text, source_of(split, line)->text))
            return true;
    return false;
}

/* "Proposers" over "North branch" and "South branch". Only terms that return are labels. */
static void mark_terms(pol_splitter *split)
{
    uint8_t field = POL_FIELD_NONE;
    for (size_t i = 0; i < split->count; i++) {
        const pol_line *source = source_of(split, i);
        if (!is_term(split, i) || split->fields[i] || source->blanks > 0)
            field = POL_FIELD_NONE;
        if (!is_term(split, i) || split->fields[i])
            continue;
        uint8_t own = pol_split_field_of(source->text);
        bool has_value = is_term(split, i + 1) && source_of(split, i + 1)->blanks == 0;
        if (own != POL_FIELD_NONE && own != POL_FIELD_NUMBER && has_value && returns(split, i)) {
            field = own;
            split->fields[i] = POL_FIELD_LABEL;
        } else if (field != POL_FIELD_NONE) {
            uint8_t found = field_by_value(split, field, source->text, pol_split_look(split, i));
            split->fields[i] = found == POL_FIELD_TEXT ? POL_FIELD_NONE : found;
        }
    }
}

/* ---- "Label: value" ---- */

/* The label before the colon, and what is behind it. */
static bool read_colon(pol_span text, uint8_t *ret_field, pol_span *ret_value)
{
    pol_span near = pol_span_first(text, LABEL_BYTES);
    size_t colon = pol_span_find(near, POL_SPAN(":"), 0);
    if (colon == (size_t)-1 || colon == 0)
        return false;
    *ret_field = pol_split_field_of(pol_span_first(text, colon));
    *ret_value = pol_span_trim(pol_span_from(text, colon + 1));
    while (ret_value->size > 1 && strchr("*_", ret_value->data[0]))
        *ret_value = pol_span_trim(pol_span_from(*ret_value, 1));
    return *ret_field != POL_FIELD_NONE && ret_value->size > 0;
}

/* A full line over one that starts small: the value goes on there, and says nothing else. */
static void mark_wrapped(pol_splitter *split, size_t line)
{
    enum { FULL_BYTES = 55 };
    const pol_line *below = line + 1 < split->count ? source_of(split, line + 1) : NULL;
    if (below && below->blanks == 0 && below->role == POL_LINE_PLAIN &&
        source_of(split, line)->role == POL_LINE_PLAIN &&
        source_of(split, line)->text.size >= FULL_BYTES && below->text.data[0] >= 'a' &&
        below->text.data[0] <= 'z')
        split->fields[line + 1] = POL_FIELD_OTHER;
}

/* Only what stands several times with the same label is a field, and only kinds that no other
 * rule reads better. */
static void mark_colons(pol_splitter *split)
{
    enum { LEAST = 2 };
    size_t counts[POL_FIELD_COUNT] = {0};
    uint8_t field;
    pol_span value;
    for (size_t i = 0; i < split->count; i++)
        if (!split->fields[i] && source_of(split, i)->text.size <= POL_SPLIT_LINE_BYTES &&
            read_colon(source_of(split, i)->text, &field, &value))
            counts[field]++;
    for (size_t i = 0; i < split->count; i++) {
        pol_line *line = &split->lines[i];
        if (split->fields[i] || split->is_furniture[i] || line->text.size > POL_SPLIT_LINE_BYTES ||
            !read_colon(line->text, &field, &value) || counts[field] < LEAST)
            continue;
        if (field == POL_FIELD_DECISION && !pol_split_labelled_decision(value).data)
            continue;
        uint32_t look = pol_split_look(split, i);
        if (field == POL_FIELD_STATUS)
            field = field_by_value(split, field, value, 0);
        if (field == POL_FIELD_TITLE && (look & POL_LOOK_PROSE || value.size > LABEL_BYTES * 2))
            continue;
        if (field != POL_FIELD_DECISION && field != POL_FIELD_STATUS && field != POL_FIELD_ADVICE &&
            field != POL_FIELD_TITLE)
            continue;
        mark_wrapped(split, i);
        split->fields[i] = field;
        line->text = value;
        split->looks[i] = 0;
    }
}

/* The label of a line alone, and what is behind it. */
static uint8_t read_line_label(const pol_line *line, pol_span *ret_value)
{
    size_t colon = pol_span_find(pol_span_first(line->text, LABEL_BYTES), POL_SPAN(":"), 0);
    if (colon == (size_t)-1 || colon == 0)
        return POL_FIELD_NONE;
    *ret_value = pol_span_trim(pol_span_from(line->text, colon + 1));
    uint8_t field = field_of_line(pol_span_first(line->text, colon));
    if (ret_value->size == 0 || (field == POL_FIELD_NUMBER && !is_number(*ret_value)))
        return POL_FIELD_NONE;
    bool is_long = line->text.size > POL_SPLIT_LINE_BYTES;
    return is_long && field != POL_FIELD_OTHER ? POL_FIELD_NONE : field;
}

/* A paragraph goes on to the next blank line. */
static void mark_paragraph(pol_splitter *split, size_t line)
{
    enum { LINES = 20 };
    split->fields[line] = POL_FIELD_OTHER;
    for (size_t i = line + 1; i < split->count && i < line + LINES; i++) {
        const pol_line *source = source_of(split, i);
        if (source->blanks > 0 || source->role != POL_LINE_PLAIN || source->marker.size > 0 ||
            source->is_strong)
            return;
        split->fields[i] = POL_FIELD_OTHER;
    }
}

/* "Synopsis", "Reason" on a line of their own: what the paragraph under them is. */
static void mark_lone_labels(pol_splitter *split)
{
    enum { LEAST = 2 };
    size_t count = 0;
    for (int is_second = 0; is_second < 2; is_second++)
        for (size_t i = 0; i + 1 < split->count; i++) {
            const pol_line *line = source_of(split, i);
            if (split->fields[i] || split->is_furniture[i] || line->role == POL_LINE_CELL ||
                line->text.size > LABEL_BYTES || field_of_line(line->text) != POL_FIELD_OTHER)
                continue;
            count += !is_second;
            if (!is_second || count < LEAST)
                continue;
            split->fields[i] = POL_FIELD_OTHER;
            mark_paragraph(split, i + 1);
        }
}

/* "Reason: ...", "Club: Three Rivers", "Ref: A/29/01", where they stand several times. */
static void mark_line_labels(pol_splitter *split)
{
    enum { LEAST = 2 };
    size_t counts[POL_FIELD_COUNT] = {0};
    pol_span value;
    for (int is_second = 0; is_second < 2; is_second++)
        for (size_t i = 0; i < split->count; i++) {
            pol_line *line = &split->lines[i];
            uint8_t field = split->fields[i] || split->is_furniture[i]
                                ? POL_FIELD_NONE
                                : read_line_label(line, &value);
            counts[field] += !is_second;
            if (!is_second || field == POL_FIELD_NONE || counts[field] < LEAST)
                continue;
            if (field == POL_FIELD_OTHER) {
                mark_paragraph(split, i);
                continue;
            }
            line->text = value;
            split->looks[i] = 0;
            if (field != POL_FIELD_NUMBER) /* which is a heading of its own */
                split->fields[i] = field;
        }
}

/* "Text: This meeting notes": the label is none of the text. */
static void strip_text_labels(pol_splitter *split)
{
    enum { LEAST = 2 };
    static const char *const labels[] = {
        "text:", "motion text:", "text of motion:", "wording:", "full text:", "motion:"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t count = 0;
        for (int is_second = 0; is_second < 2; is_second++)
            for (size_t k = 0; k < split->count; k++) {
                pol_line *line = &split->lines[k];
                if (!pol_span_starts_fold(line->text, pol_span_of(labels[i])))
                    continue;
                pol_span rest = pol_span_trim(pol_span_from(line->text, strlen(labels[i])));
                if (pol_opener_of(pol_span_unquote(rest)).subject == POL_SUBJECT_NONE &&
                    !pol_split_is_edit(rest))
                    continue;
                count += !is_second;
                if (is_second && count >= LEAST) {
                    line->text = rest;
                    split->looks[k] = 0;
                }
            }
    }
}

void pol_split_mark_fields(pol_splitter *split)
{
    strip_text_labels(split);
    mark_tables(split);
    mark_label_tables(split);
    mark_terms(split);
    mark_line_labels(split);
    mark_lone_labels(split);
    mark_colons(split);
}
