/* column.c - the columns of a table of decisions by the names at their heads. A
 * recommendation of the executive stands beside the decision and looks like one: it never is. */
#include "document/outcome/find.h"
#include "document/words.h"

enum { HEAD_BYTES_MAX = 60, HEAD_WORDS_MAX = 6 };

static bool has_word(pol_span text, const char *words)
{
    pol_span word;
    while ((word = pol_word_next(&text)).data)
        if (pol_word_is_any(word, words))
            return true;
    return false;
}

pol_outcome_column pol_outcome_column_of(pol_span head)
{
    head = pol_span_trim(head);
    if (pol_span_equal(head, POL_SPAN("#")))
        return POL_OUTCOME_COLUMN_NUMBER;
    if (head.size > 0 && head.data[0] >= '0' && head.data[0] <= '9')
        return POL_OUTCOME_COLUMN_NONE;
    if (pol_words_equal(head, "what happened") || pol_words_equal(head, "how it went") ||
        pol_words_equal(head, "what became of it"))
        return POL_OUTCOME_COLUMN_DECISION;
    size_t count = pol_word_count(head, HEAD_WORDS_MAX + 1);
    pol_span lead = head;
    if (pol_outcome_starts_item(pol_span_first(lead, HEAD_BYTES_MAX)))
        return POL_OUTCOME_COLUMN_NONE; /* "Motion 8" */
    if (head.size == 0 || head.size > HEAD_BYTES_MAX || count > HEAD_WORDS_MAX || count == 0 ||
        pol_ends_in(head, "?!"))
        return POL_OUTCOME_COLUMN_NONE;
    pol_span first = head, word = pol_word_next(&first);
    if (!pol_word_is_capital(word) && count > 2)
        return POL_OUTCOME_COLUMN_NONE;
    if (has_word(head, "recommendation recommendations recommended position nec executive sge "
                       "advice stance mandate soc sto view policy leadership ec gec neec attitude "
                       "council's advises"))
        return POL_OUTCOME_COLUMN_STANCE;
    if ((memchr(head.data, '/', head.size) || has_word(head, "or")) && count <= 4 &&
        has_word(head, "carried passed won adopted agreed") &&
        has_word(head, "lost failed fell defeated rejected"))
        return POL_OUTCOME_COLUMN_DECISION; /* "Carried/Lost" */
    if (has_word(head, "decision decisions outcome outcomes result results fate verdict"))
        return POL_OUTCOME_COLUMN_DECISION;
    if (count <= 3 && has_word(head, "conference congress year event agm assembly"))
        return POL_OUTCOME_COLUMN_CONFERENCE;
    if (has_word(head, "status"))
        return POL_OUTCOME_COLUMN_STATUS;
    if (has_word(head, "type kind category"))
        return POL_OUTCOME_COLUMN_KIND;
    if (has_word(head, "no nos number num ref reference id"))
        return POL_OUTCOME_COLUMN_NUMBER;
    if (has_word(head, "title subject topic heading name"))
        return POL_OUTCOME_COLUMN_TITLE;
    if (pol_words_equal(head, "amendments"))
        return POL_OUTCOME_COLUMN_AMENDMENTS;
    if (has_word(head, "mover movers moved proposer proposers proposed submitted submitting branch "
                       "branches region from body bodies seconder seconded proposing union notes "
                       "note comment comments page session day time votes vote for against "
                       "abstentions abstained composite section amendments speaker speakers "
                       "composited"))
        return POL_OUTCOME_COLUMN_OTHER;
    if (pol_words_equal(head, "rule") || pol_words_equal(head, "rules") ||
        pol_words_equal(head, "rule change") || pol_words_equal(head, "bye law"))
        return POL_OUTCOME_COLUMN_RULE;
    if (count == 1 && has_word(head, "prop props mot mtn res resn amdt comp proposition "
                                     "propositions proposal proposals"))
        return POL_OUTCOME_COLUMN_ITEM;
    if (count <= 2 && has_word(head, "motion motions resolution resolutions item items amendment"))
        return POL_OUTCOME_COLUMN_ITEM;
    return POL_OUTCOME_COLUMN_NONE;
}

/* "Carried?": the cells under it answer. */
static bool may_be_asked(const pol_outcome_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].size > 0 && pol_ends_in(row->cells[i], "?"))
            return true;
    return false;
}

/* "Carried", "Remitted?": a column of marks, and what a mark decides. */
static pol_decision tick_of(pol_span head)
{
    while (head.size > 0 && strchr("? ", head.data[head.size - 1]))
        head.size--;
    pol_span rest = head;
    if (pol_word_count(head, HEAD_WORDS_MAX) == HEAD_WORDS_MAX || head.size > HEAD_BYTES_MAX)
        return POL_DECISION_NONE;
    if (pol_words_equal(head, "amended") ||
        (pol_word_is_any(pol_word_next(&rest), "as") && pol_words_equal(rest, "amended")))
        return POL_DECISION_CARRIED_AMENDED;
    pol_decision decision = pol_decision_from_words(head);
    return decision == POL_DECISION_UNKNOWN ? POL_DECISION_NONE : decision;
}

static bool may_be_name(pol_span head)
{
    enum { NAME_WORDS_MAX = 3 };
    bool has_digit = false;
    if (pol_word_count(head, 2) == 1 && pol_ends_in(head, ".") && head.size <= 8)
        return true; /* "Prop." */
    for (size_t i = 0; i < head.size; i++)
        has_digit = has_digit || (head.data[i] >= '0' && head.data[i] <= '9');
    return !has_digit && pol_word_count(head, NAME_WORDS_MAX + 1) <= NAME_WORDS_MAX &&
           !pol_ends_in(head, ".;,");
}

/* The column with the decisions: that of conference where there are several. */
static int decisions_of(const pol_outcome_heads *heads)
{
    int found = -1;
    for (size_t i = 0; i < heads->count; i++) {
        bool is_final = heads->names[i].data &&
                        has_word(heads->names[i], "conference final congress agm council");
        if (heads->columns[i] == POL_OUTCOME_COLUMN_DECISION && (found < 0 || is_final))
            found = (int)i;
    }
    for (size_t i = 0; i < heads->count && found < 0; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_STATUS)
            found = (int)i;
    return found;
}

static bool is_item_column(pol_outcome_column column)
{
    return column == POL_OUTCOME_COLUMN_NUMBER || column == POL_OUTCOME_COLUMN_TITLE ||
           column == POL_OUTCOME_COLUMN_ITEM || column == POL_OUTCOME_COLUMN_RULE;
}

bool pol_outcome_heads_read(const pol_outcome_row *row, pol_outcome_heads *ret_heads)
{
    pol_outcome_heads made = {.count = row->count, .decisions = -1};
    size_t known = 0, items = 0, unknown = 0, ticks = 0;
    for (size_t i = 0; i < row->count; i++) {
        pol_span head = row->cells[i];
        made.names[i] = head;
        made.ticks[i] = (uint8_t)(head.size > 0 ? tick_of(head) : POL_DECISION_NONE);
        made.columns[i] = made.ticks[i] != POL_DECISION_NONE ? POL_OUTCOME_COLUMN_TICK
                                                             : pol_outcome_column_of(head);
        ticks += made.columns[i] == POL_OUTCOME_COLUMN_TICK;
        if (made.columns[i] == POL_OUTCOME_COLUMN_NONE && head.size > 0) {
            if (!may_be_name(head))
                return false;
            unknown++;
            continue;
        }
        known += made.columns[i] != POL_OUTCOME_COLUMN_NONE;
        items += is_item_column(made.columns[i]);
    }
    made.decisions = decisions_of(&made);
    made.is_matrix = ticks >= 2 && ticks == known && items == 0 && unknown == 0;
    if (made.is_matrix) {
        *ret_heads = made;
        return true;
    }
    bool is_sure = made.decisions >= 0 || ticks >= 2;
    if (known < 2 || items < 1 || (unknown > 0 && (!is_sure || unknown > known)) ||
        (ticks == 1 && made.decisions < 0 && known < 3 && !may_be_asked(row)))
        return false;
    *ret_heads = made;
    return true;
}

bool pol_outcome_heads_decide(const pol_outcome_heads *heads)
{
    for (size_t i = 0; i < heads->count; i++)
        if (heads->columns[i] == POL_OUTCOME_COLUMN_TICK)
            return true;
    return heads->decisions >= 0 || heads->heading.words.data;
}

size_t pol_outcome_group_end(const pol_outcome_heads *heads, size_t from)
{
    size_t groups = 0, end = heads->count;
    bool has_item = false;
    for (size_t i = 0; i < heads->count; i++) {
        has_item = has_item || is_item_column(heads->columns[i]);
        if (heads->columns[i] != POL_OUTCOME_COLUMN_DECISION)
            continue;
        if (!has_item)
            return heads->count; /* two decisions on one item */
        groups++;
        has_item = false;
        if (i >= from && end == heads->count)
            end = i + 1;
    }
    return groups > 1 ? end : heads->count;
}

bool pol_outcome_is_mandate(pol_span cell)
{
    pol_span rest = pol_outcome_strip(cell);
    return pol_word_is_any(pol_word_next(&rest),
                           "support supports supported oppose opposes opposed");
}
