/* match.c - look-ups of documents by number and title, and when they count.
 *
 * Each document stands in the table under its id, its number, its number with its title, and
 * its title, each within its conference and kind; so the time of a look-up does not depend on
 * how many share a number. */
#include "document/join/match.h"

enum {
    BY_ID = 'i',
    BY_CONFERENCE = 'c',
    BY_OTHER_NAME = 'o', /* of its conference, with or without the organisation's before it */
    BY_NUMBER = 'n',
    BY_NUMBER_AND_TITLE = 'b',
    BY_PLAIN_NUMBER = 'p', /* kinds that a report may take for motions */
    BY_PLAIN_NUMBER_AND_TITLE = 'q',
    BY_TITLE = 't',
    TERM_MAX = POL_JOIN_KEY_MAX + POL_JOIN_NUMBER_MAX + POL_JOIN_TITLE_MAX + 16,
    ID_MAX = POL_JOIN_TITLE_MAX,
    COMPARED_MAX = 4, /* documents of one number whose titles are looked at */
    SUBMITTERS_MAX = 16
};

static const size_t nowhere = (size_t)-1;

/* Folded parts have no line ends, so terms of unlike parts are unlike. */
static pol_span make_term(int tag, uint8_t kind, pol_span key, pol_span number, pol_span title,
                          char buffer[TERM_MAX])
{
    const pol_span parts[] = {key, number, title};
    size_t size = 0;
    buffer[size++] = (char)tag;
    buffer[size++] = (char)('0' + kind);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buffer[size++] = '\n';
        if (parts[i].size)
            memcpy(buffer + size, parts[i].data, parts[i].size);
        size += parts[i].size;
    }
    return pol_span_make(buffer, size);
}

static bool is_taken_for_motion(uint8_t kind)
{
    return kind == POL_KIND_EMERGENCY || kind == POL_KIND_RULE_CHANGE || kind == POL_KIND_STATEMENT;
}

static bool add_term(pol_join_index *index, int tag, size_t place, pol_span number, pol_span title)
{
    char buffer[TERM_MAX];
    const pol_join_name *name = &index->names[place];
    return pol_join_table_add(&index->table,
                              make_term(tag, name->kind, name->key, number, title, buffer), place);
}

static bool add_terms(pol_join_index *index, size_t place)
{
    const pol_join_name *name = &index->names[place];
    const pol_span none = {NULL, 0};
    bool has_title = name->title.size > 0, has_plain = is_taken_for_motion(name->kind);
    bool is_added = !has_title || add_term(index, BY_TITLE, place, none, name->title);
    if (name->own.size > 0)
        is_added =
            is_added && add_term(index, BY_NUMBER, place, name->own, none) &&
            (!has_title || add_term(index, BY_NUMBER_AND_TITLE, place, name->own, name->title));
    if (name->plain.size > 0 && has_plain)
        is_added = is_added && add_term(index, BY_PLAIN_NUMBER, place, name->plain, none) &&
                   (!has_title ||
                    add_term(index, BY_PLAIN_NUMBER_AND_TITLE, place, name->plain, name->title));
    return is_added;
}

static bool add_id(pol_join_index *index, size_t place)
{
    const pol_span none = {NULL, 0};
    pol_span id = index->documents[place]->id.text;
    char buffer[TERM_MAX];
    if (id.size == 0 || id.size > ID_MAX)
        return true;
    return pol_join_table_add(&index->table, make_term(BY_ID, 0, none, none, id, buffer), place);
}

/* Conferences of the neighbours before it are there already. */
static bool add_conference(pol_join_index *index, size_t place)
{
    const pol_span none = {NULL, 0};
    const pol_join_name *name = &index->names[place];
    char buffer[TERM_MAX];
    if (place > 0 && pol_span_equal(index->names[place - 1].key, name->key) &&
        pol_kind_is_decided(index->documents[place - 1]->kind))
        return true;
    return pol_join_table_add(&index->table,
                              make_term(BY_CONFERENCE, 0, name->key, none, none, buffer), place);
}

static bool copy_part(pol_arena *arena, pol_span part, pol_span *ret_copy)
{
    if (part.size == 0)
        return true;
    *ret_copy = pol_arena_copy(arena, part);
    return ret_copy->data != NULL;
}

/* Its conference's name with the organisation's before it, or without. */
static bool add_other_name(pol_join_index *index, size_t place)
{
    const pol_span none = {NULL, 0};
    const pol_document *document = index->documents[place];
    char term[TERM_MAX], name[POL_JOIN_KEY_MAX];
    pol_span other = pol_join_other_key(index->names[place].key, document->organisation.text, name);
    if (other.size == 0)
        return true;
    return pol_join_table_add(&index->table, make_term(BY_OTHER_NAME, 0, other, none, none, term),
                              place);
}

static bool add_document(pol_join_index *index, size_t place, pol_arena *arena)
{
    const pol_document *document = index->documents[place];
    pol_join_name *name = &index->names[place];
    pol_join_query query;
    pol_join_query_set(&query, (uint8_t)document->kind, document->number.text, document->title.text,
                       document->conference_name, document->year);
    name->kind = query.number.kind;
    name->is_dotted = query.number.is_dotted;
    bool is_made = copy_part(arena, query.key, &name->key) &&
                   copy_part(arena, pol_span_of(query.number.own), &name->own) &&
                   copy_part(arena, pol_span_of(query.number.plain), &name->plain) &&
                   copy_part(arena, query.title, &name->title) && add_id(index, place);
    if (!is_made || name->key.size == 0 || !pol_kind_is_decided(document->kind))
        return is_made;
    return add_terms(index, place) && add_conference(index, place) && add_other_name(index, place);
}

bool pol_join_index_fill(pol_join_index *index, pol_arena *arena)
{
    index->table = (pol_join_table){.arena = arena};
    index->names = pol_arena_array(arena, index->count + 1, sizeof *index->names);
    if (!index->names)
        return false;
    for (size_t i = 0; i < index->count; i++)
        if (!add_document(index, i, arena))
            return false;
    pol_join_table_sort(&index->table);
    return true;
}

void pol_join_query_set(pol_join_query *query, uint8_t kind, pol_span number, pol_span title,
                        pol_span conference_name, int year)
{
    if (!pol_kind_is_decided((pol_kind)kind))
        kind = POL_KIND_MOTION;
    pol_join_number_read(kind, number, &query->number);
    size_t size = pol_join_fold(pol_join_bare_title(query->number.kind, title), query->title_bytes,
                                sizeof query->title_bytes);
    query->title = pol_span_make(query->title_bytes, size);
    query->printed = title;
    query->key = pol_join_key(conference_name, year, query->key_bytes);
    query->is_part = false;
}

static pol_join_group find_term(const pol_join_index *index, int tag, uint8_t kind, pol_span key,
                                pol_span number, pol_span title)
{
    char buffer[TERM_MAX];
    return pol_join_table_find(&index->table, make_term(tag, kind, key, number, title, buffer));
}

static pol_join_match found(size_t place)
{
    return (pol_join_match){place, 0};
}

static pol_join_match none(pol_unmatched_reason reason)
{
    return (pol_join_match){nowhere, (uint8_t)reason};
}

/* Those with the number. */
typedef struct numbered {
    size_t total, places[COMPARED_MAX]; /* the first ones: more are not told apart */
    size_t equal, equal_place;          /* with the title too */
} numbered;

static void gather(const pol_join_index *index, const pol_join_query *query, uint8_t kind,
                   const char *number, bool is_plain, numbered *all)
{
    const pol_span none_stated = {NULL, 0};
    pol_join_group group = find_term(index, is_plain ? BY_PLAIN_NUMBER : BY_NUMBER, kind,
                                     query->key, pol_span_of(number), none_stated);
    for (size_t i = 0; i < group.count && all->total + i < COMPARED_MAX; i++)
        all->places[all->total + i] = group.entries[i].place;
    all->total += group.count;
    if (group.count == 0 || query->title.size == 0)
        return;
    group = find_term(index, is_plain ? BY_PLAIN_NUMBER_AND_TITLE : BY_NUMBER_AND_TITLE, kind,
                      query->key, pol_span_of(number), query->title);
    all->equal += group.count;
    if (group.count)
        all->equal_place = group.entries[0].place;
}

static bool is_figures(const char *number)
{
    return number[strspn(number, "0123456789")] == '\0';
}

/* Those of the kind itself; a number of parts that nothing says the kind of may be an
 * amendment's. */
static void gather_own(const pol_join_index *index, const pol_join_query *query, numbered *all)
{
    const pol_join_number *number = &query->number;
    gather(index, query, number->kind, number->own, false, all);
    if (number->kind == POL_KIND_MOTION && number->is_dotted)
        gather(index, query, POL_KIND_AMENDMENT, number->own, false, all);
}

/* What a report, or a page, did not say was an emergency motion, rule change or statement:
 * the number as it is printed, since emergency motion 3 is not motion 3. */
static void gather_others(const pol_join_index *index, const pol_join_query *query, numbered *all)
{
    static const uint8_t kinds[] = {POL_KIND_EMERGENCY, POL_KIND_RULE_CHANGE, POL_KIND_STATEMENT};
    const pol_join_number *number = &query->number;
    if (number->kind == POL_KIND_MOTION)
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            gather(index, query, kinds[i], number->plain, true, all);
    else if (is_taken_for_motion(number->kind) && !is_figures(number->plain))
        gather(index, query, POL_KIND_MOTION, number->plain, false, all);
}

/* "3.1 North branch: carried" names the mover where others have a title; "16 Mugs - North
 * branch" both. */
static bool names_mover(const pol_document *document, pol_span title, pol_span printed)
{
    for (size_t i = 0; i < document->submitter_count && i < SUBMITTERS_MAX; i++) {
        char folded[POL_JOIN_TITLE_MAX];
        pol_span mover = pol_span_make(
            folded, pol_join_fold(document->submitters[i].name, folded, sizeof folded));
        if (mover.size == 0)
            continue;
        if (pol_join_titles_agree(mover, printed))
            return true;
        if (title.size > 0 && printed.size == title.size + 1 + mover.size &&
            pol_span_starts(printed, title) && pol_span_ends(printed, mover))
            return true;
    }
    return false;
}

/* Is the title that of another one, and so of another number? Amendments go by the title of
 * their motion, so that says nothing of them. */
static bool is_title_elsewhere(const pol_join_index *index, const pol_join_query *query)
{
    static const uint8_t kinds[] = {POL_KIND_MOTION, POL_KIND_EMERGENCY, POL_KIND_RULE_CHANGE,
                                    POL_KIND_STATEMENT};
    const pol_span no_number = {NULL, 0};
    uint8_t kind = query->number.kind;
    if (kind == POL_KIND_AMENDMENT || query->title.size == 0)
        return false;
    if (kind == POL_KIND_COMPOSITE)
        return find_term(index, BY_TITLE, kind, query->key, no_number, query->title).count > 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (find_term(index, BY_TITLE, kinds[i], query->key, no_number, query->title).count > 0)
            return true;
    return false;
}

/* "Parking - Dale Institute", "Credit unions (Wales)": is the title all up to a mark? */
static bool is_first_piece(pol_span title, pol_span printed)
{
    pol_span pieces[POL_JOIN_PIECES_MAX];
    size_t count = pol_join_title_pieces(printed, pieces);
    for (size_t i = 0; i + 1 < count && title.size > 0; i++) {
        char folded[POL_JOIN_TITLE_MAX];
        pol_span lead = pol_span_make(pieces[0].data,
                                      (size_t)(pieces[i].data + pieces[i].size - pieces[0].data));
        size_t size = pol_join_fold(lead, folded, sizeof folded);
        if (pol_span_equal(pol_span_make(folded, size), title))
            return true;
    }
    return false;
}

/* None of them has just this title: which has nearly this one, or none? */
static pol_join_match choose(const pol_join_index *index, const pol_join_query *query,
                             const numbered *all, bool needs_title)
{
    size_t near = 0, near_place = 0, untitled = 0, place = 0;
    for (size_t i = 0; i < all->total; i++) {
        const pol_join_name *name = &index->names[all->places[i]];
        place = all->places[i];
        if (query->title.size == 0 || name->title.size == 0)
            untitled++;
        if (query->title.size > 0 &&
            (pol_join_titles_agree(name->title, query->title) ||
             pol_join_title_leads(name->title, query->title) ||
             is_first_piece(name->title, query->printed) ||
             names_mover(index->documents[place], name->title, query->title))) {
            near++;
            near_place = place;
        }
    }
    if (near > 1 || (near == 0 && untitled > 0 && all->total > 1))
        return none(POL_UNMATCHED_SEVERAL);
    if (near == 0 && untitled == 0)
        return none(POL_UNMATCHED_TITLES_DIFFER);
    if (near == 0 && needs_title)
        return none(POL_UNMATCHED_NO_DOCUMENT);
    if (is_title_elsewhere(index, query))
        return none(POL_UNMATCHED_TITLES_DIFFER);
    return found(near == 1 ? near_place : place);
}

static pol_join_match judge(const pol_join_index *index, const pol_join_query *query,
                            const numbered *all, bool needs_title)
{
    if (all->equal == 1)
        return found(all->equal_place);
    if (all->equal > 1 || all->total > COMPARED_MAX)
        return none(POL_UNMATCHED_SEVERAL);
    return choose(index, query, all, needs_title);
}

/* Kinds that a title alone may stand for. */
static bool may_be_kind(const pol_join_query *query, uint8_t kind)
{
    uint8_t asked = query->number.kind;
    if (kind == asked)
        return true;
    if (kind == POL_KIND_AMENDMENT || asked == POL_KIND_AMENDMENT || asked == POL_KIND_COMPOSITE)
        return false;
    if (kind == POL_KIND_COMPOSITE)
        return asked == POL_KIND_MOTION && !query->is_part;
    return kind == POL_KIND_MOTION || asked == POL_KIND_MOTION;
}

/* Documents with this title, of kinds that it may stand for; the last one's place. */
static size_t count_titled(const pol_join_index *index, const pol_join_query *query, pol_span title,
                           size_t *ret_place)
{
    const pol_span no_number = {NULL, 0};
    size_t count = 0;
    for (uint8_t kind = 0; kind < POL_KIND_COUNT && title.size > 0; kind++) {
        if (!may_be_kind(query, kind))
            continue;
        pol_join_group group = find_term(index, BY_TITLE, kind, query->key, no_number, title);
        count += group.count;
        if (group.count)
            *ret_place = group.entries[0].place;
    }
    return count;
}

/* "Composite motion, Warm homes for all (North branch)": what stands between marks, where the other
 * pieces say no more than the kind, who moved it or how it went. Exactly one known title. */
static pol_join_match find_by_piece(const pol_join_index *index, const pol_join_query *query)
{
    pol_span pieces[POL_JOIN_PIECES_MAX], whole = {NULL, 0};
    size_t count = pol_join_title_pieces(query->printed, pieces), matched = 0, place = nowhere;
    for (size_t from = 0; from < count; from++)
        for (size_t to = from; to < count; to++) {
            char folded[POL_JOIN_TITLE_MAX];
            size_t found_place = nowhere;
            whole = pol_span_make(pieces[from].data,
                                  (size_t)(pieces[to].data + pieces[to].size - pieces[from].data));
            pol_span title = pol_span_make(folded, pol_join_fold(whole, folded, sizeof folded));
            if (!pol_join_pieces_are_aside(pieces, count, from, to) || !pol_join_is_telling(title))
                continue;
            size_t here = count_titled(index, query, title, &found_place);
            matched += here;
            place = here ? found_place : place;
        }
    if (matched != 1)
        return none(matched ? POL_UNMATCHED_SEVERAL : POL_UNMATCHED_NO_DOCUMENT);
    return found(place);
}

static pol_join_match find_by_title(const pol_join_index *index, const pol_join_query *query)
{
    size_t place = 0, count = count_titled(index, query, query->title, &place);
    if (count == 0 && query->number.own[0] == '\0')
        return find_by_piece(index, query);
    if (count != 1)
        return none(count ? POL_UNMATCHED_SEVERAL : POL_UNMATCHED_NO_DOCUMENT);
    bool has_number = query->number.own[0] != '\0';
    if (has_number && index->names[place].own.size > 0)
        return none(POL_UNMATCHED_NO_DOCUMENT); /* it has another number */
    return found(place);
}

/* Sets the key to that of the one conference which is known by this name with the organisation's
 * before it, or without. */
static bool find_other_name(const pol_join_index *index, pol_join_query *query)
{
    const pol_span no_part = {NULL, 0};
    pol_join_group group = find_term(index, BY_OTHER_NAME, 0, query->key, no_part, no_part);
    if (group.count == 0)
        return false;
    pol_span key = index->names[group.entries[0].place].key;
    for (size_t i = 1; i < group.count; i++)
        if (!pol_span_equal(index->names[group.entries[i].place].key, key))
            return false;
    memcpy(query->key_bytes, key.data, key.size);
    query->key = pol_span_make(query->key_bytes, key.size);
    return true;
}

pol_join_match pol_join_find(const pol_join_index *index, pol_join_query *query)
{
    numbered all = {0};
    const pol_span no_part = {NULL, 0};
    if (query->key.size == 0)
        return none(POL_UNMATCHED_NO_CONFERENCE);
    if (find_term(index, BY_CONFERENCE, 0, query->key, no_part, no_part).count == 0 &&
        !find_other_name(index, query))
        return none(POL_UNMATCHED_UNKNOWN_CONFERENCE);
    if (query->number.own[0] == '\0')
        return find_by_title(index, query);
    gather_own(index, query, &all);
    if (all.total > 0)
        return judge(index, query, &all, false);
    gather_others(index, query, &all);
    if (all.total > 0)
        return judge(index, query, &all, is_figures(query->number.plain));
    return find_by_title(index, query);
}

pol_join_match pol_join_find_id(const pol_join_index *index, pol_span id)
{
    const pol_span no_part = {NULL, 0};
    if (id.size == 0 || id.size > ID_MAX)
        return none(POL_UNMATCHED_NO_DOCUMENT);
    pol_join_group group = find_term(index, BY_ID, 0, no_part, no_part, id);
    if (group.count == 1)
        return found(group.entries[0].place);
    return none(group.count ? POL_UNMATCHED_SEVERAL : POL_UNMATCHED_NO_DOCUMENT);
}
