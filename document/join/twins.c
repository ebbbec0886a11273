/* twins.c - documents of one conference, kind and number: one of them is wrong, or is a
 * copy, and a person should look. */
#include <stdlib.h>

#include "document/join/match.h"

enum { TERM_MAX = POL_JOIN_KEY_MAX + 2 * POL_JOIN_NUMBER_MAX + 16 };

/* A twin and what orders it among its like, whatever the order of the input. */
typedef struct twin {
    pol_span id, title;
    uint32_t line;
    size_t place;
} twin;

static int compare_twins(const void *a, const void *b)
{
    const twin *left = a, *right = b;
    int order = pol_span_compare(left->id, right->id);
    if (order == 0)
        order = pol_span_compare(left->title, right->title);
    if (order == 0)
        order = (left->line > right->line) - (left->line < right->line);
    return order ? order : (left->place > right->place) - (left->place < right->place);
}

/* "Amendment 1" of motion 4 is another one than that of motion 9. */
static pol_span amended_number(const pol_document *document, pol_join_number *number)
{
    for (size_t i = 0; i < document->relation_count; i++)
        if (document->relations[i].kind == POL_RELATION_AMENDS) {
            pol_join_number_read(POL_KIND_MOTION, document->relations[i].number, number);
            return pol_span_of(number->own);
        }
    return pol_span_make(NULL, 0);
}

static bool add_twin(const pol_join_index *index, size_t place, pol_join_table *table)
{
    const pol_join_name *name = &index->names[place];
    const pol_document *document = index->documents[place];
    char buffer[TERM_MAX];
    pol_join_number amended;
    size_t size = 0;
    if (name->key.size == 0 || name->own.size == 0 || !pol_kind_is_decided(document->kind))
        return true;
    pol_span of = {NULL, 0};
    if (name->kind == POL_KIND_AMENDMENT)
        of = amended_number(document, &amended);
    const pol_span parts[] = {name->key, name->own, of};
    buffer[size++] = (char)('0' + name->kind);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buffer[size++] = '\n';
        if (parts[i].size)
            memcpy(buffer + size, parts[i].data, parts[i].size);
        size += parts[i].size;
    }
    return pol_join_table_add(table, pol_span_make(buffer, size), place);
}

/* Each gets the next one in their own order, the last one the first. */
static bool tie_group(const pol_join_index *index, pol_join_group group, pol_arena *arena,
                      size_t *twins)
{
    if (group.count < 2)
        return true;
    twin *list = pol_arena_array(arena, group.count, sizeof *list);
    if (!list)
        return false;
    for (size_t i = 0; i < group.count; i++) {
        size_t place = group.entries[i].place;
        const pol_document *document = index->documents[place];
        list[i] = (twin){document->id.text, document->title.text, document->line, place};
    }
    qsort(list, group.count, sizeof *list, compare_twins);
    for (size_t i = 0; i < group.count; i++)
        twins[list[i].place] = list[(i + 1) % group.count].place;
    return true;
}

bool pol_join_find_twins(const pol_join_index *index, pol_arena *arena, size_t *twins)
{
    pol_join_table table = {.arena = arena};
    for (size_t i = 0; i < index->count; i++) {
        twins[i] = (size_t)-1;
        if (!add_twin(index, i, &table))
            return false;
    }
    pol_join_table_sort(&table);
    for (size_t at = 0; at < table.count;) {
        pol_join_group group = pol_join_table_group(&table, at);
        if (!tie_group(index, group, arena, twins))
            return false;
        at += group.count;
    }
    return true;
}
