/* csv_columns.c - headings and a mapping to the fields that are read from each row. */
#include "formats/csv_columns.h"

#include <inttypes.h>
#include <stdio.h>

#include "core/utf8.h"
#include "document/clean.h"
#include "document/pairs.h"
#include "formats/formats.h"

enum {
    FIELDS_MAX = POL_CSV_COLUMNS_MAX + POL_YAML_PAIRS_MAX,
    HEADING_MAX = 200, /* bytes that tell one heading from another */
    HEADS_SHOWN = 160
};

/* Headings that are met, the field each stands for, and what it is needed for. Those that are
 * not listed are stated under their own name, for the recogniser to know or not. */
static const struct {
    const char *heading, *key;
    pol_csv_use use;
} known[] = {
    {"text", "text", POL_CSV_TEXT},
    {"motion_text", "text", POL_CSV_TEXT},
    {"full_text", "text", POL_CSV_TEXT},
    {"text_of_motion", "text", POL_CSV_TEXT},
    {"wording", "text", POL_CSV_TEXT},
    {"content", "text", POL_CSV_TEXT},
    {"number", "number", POL_CSV_NUMBER},
    {"no", "number", POL_CSV_NUMBER},
    {"nr", "number", POL_CSV_NUMBER},
    {"num", "number", POL_CSV_NUMBER},
    {"#", "number", POL_CSV_NUMBER},
    {"motion_number", "number", POL_CSV_NUMBER},
    {"motion_no", "number", POL_CSV_NUMBER},
    {"motion_ref", "number", POL_CSV_NUMBER},
    {"item_number", "number", POL_CSV_NUMBER},
    {"item_no", "number", POL_CSV_NUMBER},
    {"ref", "number", POL_CSV_NUMBER},
    {"reference", "number", POL_CSV_NUMBER},
    {"motion_code", "number", POL_CSV_NUMBER},
    {"title", "title", POL_CSV_TITLE},
    {"motion_title", "title", POL_CSV_TITLE},
    {"title_of_motion", "title", POL_CSV_TITLE},
    {"subject", "title", POL_CSV_TITLE},
    {"heading", "title", POL_CSV_TITLE},
    {"headline", "title", POL_CSV_TITLE},
    {"motion", "motion", POL_CSV_ITEM},
    {"resolution", "resolution", POL_CSV_ITEM},
    {"item", "item", POL_CSV_ITEM},
    {"kind", "kind", POL_CSV_KIND},
    {"type", "kind", POL_CSV_KIND},
    {"document_type", "kind", POL_CSV_KIND},
    {"recommendation", "recommendation", POL_CSV_STANCE},
    {"nec_recommendation", "recommendation", POL_CSV_STANCE},
    {"decision", "decision", POL_CSV_DECISION},
    {"outcome", "decision", POL_CSV_DECISION},
    {"result", "decision", POL_CSV_DECISION},
    {"fate", "decision", POL_CSV_DECISION},
    {"status", "status", POL_CSV_STATUS},
    {"conference", "conference", POL_CSV_CONFERENCE},
    {"congress", "conference", POL_CSV_CONFERENCE},
    {"meeting", "conference", POL_CSV_CONFERENCE},
    {"event", "conference", POL_CSV_CONFERENCE},
    {"year", "year", POL_CSV_YEAR},
    {"conference_year", "year", POL_CSV_YEAR},
};

/* --- headings ---------------------------------------------------------------------- */

/* "Motion No." is "motion_no". */
static pol_span heading_key(pol_span heading, pol_arena *arena)
{
    pol_span copy =
        pol_arena_copy(arena, pol_span_first(heading, pol_utf8_floor(heading, HEADING_MAX)));
    pol_span clean = copy.data ? pol_clean_block(copy, arena) : copy;
    while (clean.size > 1 && strchr(".:?*", clean.data[clean.size - 1]))
        clean.size--;
    return clean.data ? pol_pair_key(POL_SPAN(""), clean, arena) : clean;
}

static pol_csv_field field_of(pol_span key)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (pol_span_equal(key, pol_span_of(known[i].heading)))
            return (pol_csv_field){.key = pol_span_of(known[i].key), .use = known[i].use};
    return (pol_csv_field){.key = key, .use = POL_CSV_PAIR};
}

/* "'Motion', 'Result', ...": what a person needs to see to write a mapping. */
static void show_heads(const pol_csv_row_cells *heads, char shown[HEADS_SHOWN])
{
    size_t size = 0;
    shown[0] = '\0';
    for (size_t i = 0; i < heads->count && size < HEADS_SHOWN - 1; i++) {
        pol_span head = pol_span_first(heads->cells[i], pol_utf8_floor(heads->cells[i], 30));
        size += (size_t)snprintf(shown + size, HEADS_SHOWN - size, "%s'%.*s'", i ? ", " : "",
                                 POL_SPAN_ARGS(head));
    }
    for (char *at = shown; *at; at++)
        if ((unsigned char)*at < ' ')
            *at = ' ';
}

/* --- the mapping ------------------------------------------------------------------- */

static bool is_no(pol_span value)
{
    return pol_span_equal_fold(value, POL_SPAN("no")) ||
           pol_span_equal_fold(value, POL_SPAN("false")) ||
           pol_span_equal_fold(value, POL_SPAN("none"));
}

static bool is_option(const pol_pair *pair)
{
    return pol_span_equal(pair->key, POL_SPAN("headings"));
}

pol_status pol_csv_mapping_read(pol_span bytes, pol_arena *arena, pol_csv_mapping *ret_mapping,
                                pol_error *reterr)
{
    pol_error why;
    *ret_mapping = (pol_csv_mapping){.names_columns = false};
    if (!bytes.data)
        return POL_OK;
    pol_status status =
        pol_read_yaml(bytes, POL_ORIGIN_SIDECAR, 1, arena, &ret_mapping->text, &why);
    if (status != POL_OK)
        return pol_fail(reterr, status, 0, "its .mapping.yaml cannot be used: %.180s", why.text);
    for (size_t i = 0; i < ret_mapping->text.pair_count; i++) {
        const pol_pair *pair = &ret_mapping->text.pairs[i];
        if (is_option(pair))
            ret_mapping->has_no_headings = is_no(pair->value);
        else if (pair->value.data[0] != '=')
            ret_mapping->names_columns = true;
    }
    return POL_OK;
}

/* --- the plan ---------------------------------------------------------------------- */

typedef struct planner {
    const pol_csv_mapping *mapping;
    const pol_csv_row_cells *heads;
    pol_span keys[POL_CSV_COLUMNS_MAX]; /* of the headings */
    pol_arena *arena;
    pol_csv_plan *plan;
    pol_error *reterr;
} planner;

static void add_field(planner *p, pol_csv_field field)
{
    if (p->plan->count < FIELDS_MAX)
        p->plan->fields[p->plan->count++] = field;
    p->plan->has_text |= field.use == POL_CSV_TEXT;
    p->plan->has_decision |= field.use == POL_CSV_DECISION || field.use == POL_CSV_STATUS;
    p->plan->has_item |=
        field.use == POL_CSV_NUMBER || field.use == POL_CSV_TITLE || field.use == POL_CSV_ITEM;
}

static pol_status fail_column(const planner *p, const pol_pair *pair)
{
    char shown[HEADS_SHOWN];
    pol_span value = pol_span_first(pair->value, pol_utf8_floor(pair->value, 40));
    show_heads(p->heads, shown);
    return pol_fail(p->reterr, POL_FORMAT, 0,
                    "line %" PRIu32 " of its .mapping.yaml names no column of it: '%.*s' (a fixed "
                    "value starts with '='); it has %s",
                    pair->line, POL_SPAN_ARGS(value), shown);
}

/* A number counts columns from 1; else it is a heading. */
static bool find_column(const planner *p, pol_span value, size_t *ret_column)
{
    size_t number = 0, digits = 0;
    while (digits < value.size && digits < 6 && value.data[digits] >= '0' &&
           value.data[digits] <= '9')
        number = number * 10 + (size_t)(value.data[digits++] - '0');
    if (digits == value.size) {
        *ret_column = number - 1;
        return number >= 1 && number <= p->heads->count;
    }
    pol_span wanted = heading_key(value, p->arena);
    for (size_t i = 0; i < p->heads->count && !p->mapping->has_no_headings; i++) {
        *ret_column = i;
        if (wanted.data && pol_span_equal(p->keys[i], wanted))
            return true;
    }
    return false;
}

static pol_status add_mapped(planner *p)
{
    for (size_t i = 0; i < p->mapping->text.pair_count; i++) {
        const pol_pair *pair = &p->mapping->text.pairs[i];
        pol_csv_field field = field_of(pair->key);
        if (is_option(pair))
            continue;
        if (pair->value.data[0] == '=')
            field.value = pol_span_trim(pol_span_from(pair->value, 1));
        else if (!find_column(p, pair->value, &field.column))
            return fail_column(p, pair);
        add_field(p, field);
    }
    return POL_OK;
}

static pol_status make_keys(planner *p)
{
    for (size_t i = 0; i < p->heads->count; i++) {
        p->keys[i] = heading_key(p->heads->cells[i], p->arena);
        if (!p->keys[i].data)
            return pol_arena_refused(p->arena, HEADING_MAX, p->reterr);
    }
    return POL_OK;
}

static void add_headings(planner *p)
{
    for (size_t i = 0; i < p->heads->count; i++) {
        pol_csv_field field = field_of(p->keys[i]);
        field.column = i;
        if (p->keys[i].size > 0)
            add_field(p, field);
    }
}

/* A status may be anything: it is a decision only where nothing else is. */
static void settle_status(pol_csv_plan *plan)
{
    bool has_other = false;
    for (size_t i = 0; i < plan->count; i++)
        has_other = has_other || plan->fields[i].use == POL_CSV_DECISION;
    for (size_t i = 0; i < plan->count; i++)
        if (plan->fields[i].use == POL_CSV_STATUS)
            plan->fields[i].use = has_other ? POL_CSV_PAIR : POL_CSV_DECISION;
}

pol_status pol_csv_plan_make(const pol_csv_mapping *mapping, const pol_csv_row_cells *heads,
                             pol_arena *arena, pol_csv_plan *ret_plan, pol_error *reterr)
{
    char shown[HEADS_SHOWN];
    planner p = {
        .mapping = mapping, .heads = heads, .arena = arena, .plan = ret_plan, .reterr = reterr};
    size_t size = FIELDS_MAX * sizeof *ret_plan->fields;
    *ret_plan = (pol_csv_plan){.fields = pol_arena_alloc(arena, size)};
    if (!ret_plan->fields)
        return pol_arena_refused(arena, size, reterr);
    pol_status status = make_keys(&p);
    if (status == POL_OK)
        status = add_mapped(&p);
    if (status != POL_OK)
        return status;
    if (!mapping->names_columns && !mapping->has_no_headings)
        add_headings(&p);
    settle_status(ret_plan);
    if (ret_plan->has_text || (ret_plan->has_decision && ret_plan->has_item))
        return POL_OK;
    show_heads(heads, shown);
    return pol_fail(reterr, POL_FORMAT, heads->line,
                    "no column is known for a text, or a motion and its decision: name them in "
                    "NAME.csv.mapping.yaml; there are %s",
                    shown);
}

pol_span pol_csv_value(const pol_csv_field *field, const pol_csv_row_cells *row)
{
    if (field->value.data)
        return field->value;
    return field->column < row->count ? row->cells[field->column] : POL_SPAN("");
}
