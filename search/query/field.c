/* field.c - `field:value` to a filter: codes, years, dates and ranges checked and
 * folded as the index holds them (core/schema.h).
 *
 * A value that cannot be one is the only error of the query language: a filter that was
 * dropped in silence would answer another question. */
#include <stdio.h>

#include "core/date.h"
#include "core/utf8.h"
#include "search/query/build.h"

enum { SHOWN_VALUE = 40, FOLDED_MAX = 240, YEAR_MIN = 1800, YEAR_MAX = 2100 };

/* Where values of a field come from a closed list: the canonical code, or NULL. */
typedef struct pol_closed_field {
    pol_field field;
    const char *(*find)(pol_span value);
    const char *(*code_at)(size_t index); /* NULL behind the last */
    const char *also;                     /* more that may be written */
} pol_closed_field;

/* "Carried as amended", "carried-as-amended" and "CARRIED_AMENDED" look alike. */
static pol_span plain_words(pol_span value, char separator, char *buffer, size_t size)
{
    size_t used = 0;
    for (; used < value.size && used + 1 < size; used++) {
        char c = value.data[used];
        if (c == '-' || c == '_' || c == ' ')
            c = separator;
        else if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        buffer[used] = c;
    }
    buffer[used] = '\0';
    return pol_span_make(buffer, used);
}

static const char *find_decision(pol_span value)
{
    char buffer[SHOWN_VALUE * 2];
    pol_span code = plain_words(value, '_', buffer, sizeof buffer);
    if (pol_span_equal(code, POL_SPAN("policy")))
        return "policy";
    pol_decision decision = pol_decision_from_code(code);
    if (decision != POL_DECISION_NONE)
        return pol_decision_code(decision);
    pol_span words = plain_words(value, ' ', buffer, sizeof buffer);
    if (pol_span_equal(words, POL_SPAN("not stated")))
        return pol_decision_code(POL_DECISION_UNKNOWN);
    decision = pol_decision_from_value(words);
    bool is_one_word = pol_span_find(words, POL_SPAN(" "), 0) == (size_t)-1;
    /* "accepted", "passed": people who say so do not mean to leave out what was
       carried as amended. */
    if (decision == POL_DECISION_CARRIED && is_one_word)
        return "policy";
    return decision == POL_DECISION_NONE ? NULL : pol_decision_code(decision);
}

static const char *decision_code_at(size_t index)
{
    index += POL_DECISION_CARRIED;
    return index < POL_DECISION_COUNT ? pol_decision_code((pol_decision)index) : NULL;
}

static const char *kind_code_at(size_t index)
{
    return index < POL_KIND_COUNT ? pol_kind_code((pol_kind)index) : NULL;
}

static const char *clause_code_at(size_t index)
{
    return index < POL_CLAUSE_COUNT ? pol_clause_code((pol_clause)index) : NULL;
}

static const char *standing_code_at(size_t index)
{
    return index < POL_STANDING_COUNT ? pol_standing_code((pol_standing)index) : NULL;
}

/* All lists are short: a linear look is enough. "motions" is taken for "motion". */
static const char *find_code(pol_span value, const char *(*code_at)(size_t index))
{
    char buffer[SHOWN_VALUE * 2];
    pol_span code = plain_words(value, '_', buffer, sizeof buffer);
    for (size_t i = 0; code_at(i); i++) {
        pol_span known = pol_span_of(code_at(i));
        if (pol_span_equal(code, known) ||
            (code.size == known.size + 1 && pol_span_starts(code, known) &&
             code.data[known.size] == 's'))
            return code_at(i);
    }
    return NULL;
}

static const char *find_kind(pol_span value)
{
    pol_kind kind = pol_kind_from_code(value);
    return kind < POL_KIND_COUNT ? pol_kind_code(kind) : find_code(value, kind_code_at);
}

static const char *find_clause(pol_span value)
{
    return find_code(value, clause_code_at);
}

/* "not stated", as people read it of a decision. */
static const char *find_standing(pol_span value)
{
    char buffer[SHOWN_VALUE * 2];
    pol_span words = plain_words(value, ' ', buffer, sizeof buffer);
    if (pol_span_equal(words, POL_SPAN("not stated")))
        return pol_standing_code(POL_STANDING_UNSTATED);
    return find_code(value, standing_code_at);
}

static const pol_closed_field closed_fields[] = {
    {POL_FIELD_DECISION, find_decision, decision_code_at, "policy"},
    {POL_FIELD_KIND, find_kind, kind_code_at, NULL},
    {POL_FIELD_CLAUSE, find_clause, clause_code_at, NULL},
    {POL_FIELD_STANDING, find_standing, standing_code_at, NULL},
};

static const pol_closed_field *closed_field(pol_field field)
{
    for (size_t i = 0; i < sizeof closed_fields / sizeof *closed_fields; i++)
        if (closed_fields[i].field == field)
            return &closed_fields[i];
    return NULL;
}

/* --- failures --------------------------------------------------------------------- */

static void fail_value(pol_query *query, pol_field field, pol_span value, const char *hint)
{
    char text[POL_ERROR_TEXT_SIZE];
    pol_span shown = pol_span_first(value, pol_utf8_floor(value, SHOWN_VALUE));
    snprintf(text, sizeof text, "%s:%.*s: %s", pol_field_info_of(field)->name, POL_SPAN_ARGS(shown),
             hint);
    pol_query_fail(query, POL_USAGE, (size_t)(value.data - query->text.data), text);
}

static void fail_code(pol_query *query, const pol_closed_field *closed, pol_span value)
{
    char hint[POL_ERROR_TEXT_SIZE] = "not known; use";
    size_t used = strlen(hint);
    for (size_t i = 0; closed->code_at(i) && used < sizeof hint; i++)
        used += (size_t)snprintf(hint + used, sizeof hint - used, " %s", closed->code_at(i));
    if (closed->also && used < sizeof hint)
        snprintf(hint + used, sizeof hint - used, " %s", closed->also);
    fail_value(query, closed->field, value, hint);
}

/* --- one value -------------------------------------------------------------------- */

static pol_node *field_node(pol_query *query, const pol_lexeme *lexeme)
{
    if (!pol_leaf_is_room(query))
        return NULL;
    query->leaf_count++;
    pol_node *node = pol_node_new(query, POL_NODE_FIELD, lexeme->start, lexeme->end);
    if (node)
        node->field = lexeme->field;
    return node;
}

static pol_node *code_node(pol_query *query, const pol_lexeme *lexeme, pol_span value)
{
    char folded[FOLDED_MAX + 1];
    const pol_closed_field *closed = closed_field(lexeme->field);
    pol_span code;
    if (closed) {
        code = pol_span_of(closed->find(value));
        if (!code.data) {
            fail_code(query, closed, value);
            return NULL;
        }
    } else if (lexeme->field == POL_FIELD_ID) {
        code = pol_span_trim(value); /* an id is what it is, capitals included */
    } else {
        code = pol_span_make(folded, pol_fold_label(value, folded, sizeof folded));
    }
    pol_node *node = code.size ? field_node(query, lexeme) : NULL;
    if (node)
        node->low = node->high = pol_arena_copy(&query->arena, code);
    return node;
}

/* Splits "a..b" (years: also "a-b" and "a–b"); one value gives both ends. */
static void split_range(pol_span value, pol_field_type type, pol_span *ret_low, pol_span *ret_high)
{
    size_t size = 2, at = pol_span_find(value, POL_SPAN(".."), 0);
    if (at == (size_t)-1 && type == POL_TYPE_YEAR) {
        size = 1;
        at = pol_span_find(value, POL_SPAN("-"), 0);
        if (at == (size_t)-1) {
            size = 3;
            at = pol_span_find(value, POL_SPAN("–"), 0);
        }
    }
    *ret_low = *ret_high = pol_span_trim(value);
    if (at == (size_t)-1)
        return;
    *ret_low = pol_span_trim(pol_span_first(value, at));
    *ret_high = pol_span_trim(pol_span_from(value, at + size));
}

static bool parse_year(pol_span text, pol_date *ret_date)
{
    int year = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || i == 4)
            return false;
        year = year * 10 + (text.data[i] - '0');
    }
    *ret_date = (pol_date){.year = (int16_t)year};
    return text.size == 4 && year >= YEAR_MIN && year <= YEAR_MAX;
}

/* The last day that a date which may lack day and month takes in, so that a range of
 * bytes ends where people mean. */
static pol_date last_day(pol_date date)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    if (date.month == 0)
        date.month = 12;
    if (date.day == 0)
        date.day = (uint8_t)(days[date.month - 1] + (date.month == 2 && is_leap));
    return date;
}

static pol_span keep_date(pol_query *query, pol_date date)
{
    char iso[POL_DATE_ISO_SIZE];
    pol_span copy = pol_arena_copy(&query->arena, pol_span_of(pol_date_iso(date, iso)));
    if (!copy.data)
        pol_query_full(query);
    return copy;
}

static bool parse_end(pol_span text, pol_field_type type, pol_date *ret_date)
{
    return type == POL_TYPE_YEAR ? parse_year(text, ret_date) : pol_date_parse(text, ret_date);
}

static pol_node *range_node(pol_query *query, const pol_lexeme *lexeme, pol_span value,
                            pol_field_type type)
{
    pol_span low, high;
    pol_date from = {0}, to = {0};
    split_range(value, type, &low, &high);
    if ((low.size == 0 && high.size == 0) || (low.size && !parse_end(low, type, &from)) ||
        (high.size && !parse_end(high, type, &to))) {
        fail_value(query, lexeme->field, value,
                   type == POL_TYPE_YEAR
                       ? "not a year; write 2015, 2010..2015, 2010.. or ..2015"
                       : "not a date; write 2014, 2014-06, 2014-06-30 or a range 2014-06..2015");
        return NULL;
    }
    if (low.size && high.size && pol_date_compare(from, to) > 0) {
        pol_date swap = from;
        from = to;
        to = swap;
    }
    pol_node *node = field_node(query, lexeme);
    if (!node)
        return NULL;
    if (from.year)
        node->low = keep_date(query, from);
    if (to.year)
        node->high = keep_date(query, type == POL_TYPE_DATE ? last_day(to) : to);
    return node;
}

/* --- words ------------------------------------------------------------------------ */

/* A text up to a bare OR: title:(pay OR wages). */
static bool next_alternative(pol_span *rest, pol_span *ret_text)
{
    if (rest->size == 0)
        return false;
    size_t at = pol_span_find(*rest, POL_SPAN(" OR "), 0);
    *ret_text = pol_span_first(*rest, at == (size_t)-1 ? rest->size : at);
    *rest = pol_span_from(*rest, at == (size_t)-1 ? rest->size : at + 4);
    return true;
}

/* title:privat* */
static bool is_prefix(const pol_lexeme *lexeme, pol_span text)
{
    return lexeme->form == POL_VALUE_BARE && text.size > 1 &&
           pol_span_find(text, POL_SPAN("*"), 0) == text.size - 1;
}

static pol_node *words_node(pol_query *query, const pol_lexeme *lexeme, pol_span text)
{
    pol_nodes words = {0};
    pol_lexeme prefix = *lexeme;
    prefix.text = pol_span_first(text, text.size - 1);
    if (is_prefix(lexeme, text))
        pol_nodes_add(query, &words, pol_leaf_prefix(query, &prefix));
    else if (lexeme->form == POL_VALUE_QUOTED)
        pol_nodes_add(query, &words, pol_leaf_phrase(query, text, lexeme->start, lexeme->end));
    else
        pol_leaf_words(query, text, false, &words);
    pol_node *node = words.count ? field_node(query, lexeme) : NULL;
    if (!node)
        return NULL;
    node->children = (const pol_node *const *)words.nodes;
    node->child_count = words.count;
    return node;
}

static void add_words(pol_query *query, const pol_lexeme *lexeme, pol_nodes *values)
{
    pol_span rest = lexeme->text, text;
    if (!is_prefix(lexeme, rest) && pol_span_find(rest, POL_SPAN("*"), 0) != (size_t)-1)
        pol_query_note_add(query, "a star in %s: is ignored",
                           pol_field_info_of(lexeme->field)->name);
    if (lexeme->form != POL_VALUE_LIST)
        pol_nodes_add(query, values, words_node(query, lexeme, rest));
    else
        while (next_alternative(&rest, &text))
            pol_nodes_add(query, values, words_node(query, lexeme, text));
}

static pol_node *value_node(pol_query *query, const pol_lexeme *lexeme, pol_span value)
{
    pol_field_type type = pol_field_info_of(lexeme->field)->type;
    if (type == POL_TYPE_CODE)
        return code_node(query, lexeme, value);
    return range_node(query, lexeme, value, type);
}

pol_node *pol_leaf_field(pol_query *query, const pol_lexeme *lexeme)
{
    pol_nodes values = {0};
    pol_span rest = lexeme->text, value;
    if (pol_field_info_of(lexeme->field)->type == POL_TYPE_WORDS)
        add_words(query, lexeme, &values);
    else if (lexeme->form == POL_VALUE_QUOTED || lexeme->field == POL_FIELD_ID)
        pol_nodes_add(query, &values, value_node(query, lexeme, rest));
    else
        while (query->error.status == POL_OK && pol_value_next(&rest, &value))
            pol_nodes_add(query, &values, value_node(query, lexeme, value));
    return pol_group_new(query, POL_NODE_OR, &values);
}

/* --- exact ------------------------------------------------------------------------ */

/* The value as the index has it; absent where it can be none. */
static pol_span exact_value(pol_query *query, pol_field field, pol_span value)
{
    pol_date year;
    const pol_closed_field *closed = closed_field(field);
    if (field == POL_FIELD_YEAR) {
        if (parse_year(value, &year))
            return value;
        fail_value(query, field, value, "not a year of four digits");
        return (pol_span){0};
    }
    for (size_t i = 0; closed && closed->code_at(i); i++)
        if (pol_span_equal(value, pol_span_of(closed->code_at(i))))
            return value;
    if (!closed && value.size)
        return value;
    if (closed)
        fail_code(query, closed, value);
    else
        pol_query_fail(query, POL_USAGE, 0, "a filter needs a value");
    return (pol_span){0};
}

pol_node *pol_leaf_exact(pol_query *query, pol_field field, pol_span value)
{
    char text[POL_ERROR_TEXT_SIZE];
    const pol_lexeme lexeme = {
        .type = POL_LEXEME_FIELD, .field = field, .end = (uint32_t)value.size, .text = value};
    if (!pol_field_info_of(field)->is_facet) {
        snprintf(text, sizeof text, "%s has no exact filter", pol_field_info_of(field)->name);
        return pol_query_fail(query, POL_USAGE, 0, text);
    }
    value = exact_value(query, field, value);
    pol_node *node = value.data ? field_node(query, &lexeme) : NULL;
    if (!node)
        return NULL;
    node->is_exact = true;
    node->low = node->high = value;
    return node;
}
