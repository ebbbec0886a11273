/* parties.c - a line of movers to names, by labels and by the marks between names. */
#include "document/parties.h"

enum { NOWHERE = (size_t)-1, BEHIND_BYTES = 120 };

/* Several names of people end in none of these. */
static const char body_ends[] = "branch branches region council committee executive nec local amal";

/* What movers stand behind. What comes first is tried first. */
static const struct {
    const char *words;
    bool is_kept;
    pol_submitter_hint hint;
} starts[] = {
    {"proposed and seconded by", true, POL_SUBMITTER_PEOPLE},
    {"moved and seconded by", true, POL_SUBMITTER_PEOPLE},
    {"motion proposed by", true, POL_SUBMITTER_PEOPLE},
    {"motion submitted by", true, POL_SUBMITTER_BODIES},
    {"proposed by", true, POL_SUBMITTER_PEOPLE},
    {"moved by", true, POL_SUBMITTER_PEOPLE},
    {"submitted by", true, POL_SUBMITTER_BODIES},
    {"received from", true, POL_SUBMITTER_LIST},
    {"sponsored by", true, POL_SUBMITTER_BODIES},
    {"proposer", true, POL_SUBMITTER_PEOPLE},
    {"proposed", true, POL_SUBMITTER_PEOPLE},
    {"mover", true, POL_SUBMITTER_PEOPLE},
    {"moved", true, POL_SUBMITTER_PEOPLE},
    {"motion seconded by", false, POL_SUBMITTER_PEOPLE},
    {"and seconded by", false, POL_SUBMITTER_PEOPLE},
    {"seconded by", false, POL_SUBMITTER_PEOPLE},
    {"seconder", false, POL_SUBMITTER_PEOPLE},
    {"seconded", false, POL_SUBMITTER_PEOPLE},
    {"supported by", false, POL_SUBMITTER_PEOPLE},
    {"summation", false, POL_SUBMITTER_PEOPLE},
};

typedef struct party_list {
    pol_submitter *items;
    size_t count, capacity;
} party_list;

static void put(party_list *list, pol_span name, bool is_person)
{
    if (name.size > 0 && list->count < list->capacity)
        list->items[list->count++] = (pol_submitter){name, is_person};
}

bool pol_party_label(pol_span text, pol_span *ret_rest, pol_submitter_hint *ret_hint,
                     bool *ret_is_mover)
{
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (pol_words_start(text, starts[i].words, ret_rest)) {
            *ret_hint = starts[i].hint;
            *ret_is_mover = starts[i].is_kept;
            return true;
        }
    return false;
}

/* --- one name --------------------------------------------------------------------------- */

/* Bytes of a mark that joins names, at the end of `text` or at its start; 0 for none. */
static size_t joint_size(pol_span text, bool at_end)
{
    static const char *const joints[] = {" ", ".", ",", ";", ":",      "-",      "/",
                                         "|", "(", "[", "*", "\u2013", "\u2014", "\t"};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        pol_span joint = pol_span_of(joints[i]);
        if (at_end ? pol_span_ends(text, joint) : pol_span_starts(text, joint))
            return joint.size;
    }
    return 0;
}

/* "- Leith Branch)" to "Leith Branch"; a bracket that was opened stays closed. */
static pol_span without_joints(pol_span name)
{
    size_t size;
    for (name = pol_span_trim(name); (size = joint_size(name, false)) > 0;)
        name = pol_span_from(name, size);
    bool is_open = pol_span_find(name, POL_SPAN("("), 0) != NOWHERE;
    while (name.size > 0) {
        size = joint_size(name, true);
        if (size == 0 && !is_open && pol_ends_in(name, "]") && name.data[name.size - 1] == ']')
            size = 1;
        if (size == 0 && !is_open && name.data[name.size - 1] == ')')
            size = 1;
        if (size == 0)
            break;
        name.size -= size;
    }
    return name;
}

static bool is_person(pol_span name, pol_submitter_hint hint)
{
    pol_name_kind kind = pol_name_kind_of(name);
    if (hint == POL_SUBMITTER_PEOPLE)
        return kind != POL_NAME_BODY;
    return kind == POL_NAME_PERSON || (kind == POL_NAME_PERHAPS && hint == POL_SUBMITTER_BODIES);
}

static void add(party_list *list, pol_span name, pol_submitter_hint hint)
{
    name = without_joints(name);
    if (pol_words_start(name, "and", NULL) || pol_words_start(name, "the", NULL)) {
        pol_span rest = name;
        pol_word_next(&rest);
        name = pol_span_trim(rest);
    }
    size_t person = pol_name_person_size(name);
    if (person > 0) {
        put(list, pol_span_first(name, person), true);
        name = without_joints(pol_span_from(name, person));
        hint = POL_SUBMITTER_BODIES;
    }
    put(list, name, is_person(name, hint));
}

/* --- lists ------------------------------------------------------------------------------ */

/* Where the next name ends: at ";", at a comma, at " and ", or at the end. */
static size_t name_end(pol_span rest, bool at_commas, bool at_and, size_t *ret_mark)
{
    for (size_t i = 0; i < rest.size; i++) {
        pol_span here = pol_span_from(rest, i);
        *ret_mark = 1;
        if (rest.data[i] == ';' || (at_commas && rest.data[i] == ','))
            return i;
        *ret_mark = strlen(" and ");
        if (at_and && pol_span_starts(here, POL_SPAN(" and ")))
            return i;
        *ret_mark = strlen(" & ");
        if (at_and && pol_span_starts(here, POL_SPAN(" & ")))
            return i;
    }
    *ret_mark = 0;
    return rest.size;
}

/* "District Branch", of "Penwith & District Branch": a kind of body, and no name of one. */
static bool is_kind_alone(pol_span piece)
{
    pol_span word, rest = piece;
    while ((word = pol_word_next(&rest)).data)
        if (!pol_word_is_any(word, "district county area local general branch region committee"))
            return false;
    return pol_word_is(pol_word_last(piece), "branch");
}

/* Do commas separate names? Of people always; of bodies when every piece could be one:
 * "Water, Environment and Transport Executive" is a single body. */
static bool commas_separate(pol_span value, pol_submitter_hint hint)
{
    if (hint == POL_SUBMITTER_PEOPLE)
        return !pol_word_is_any(pol_word_last(value), body_ends) ||
               pol_span_find(value, POL_SPAN(","), 0) != NOWHERE;
    for (size_t at = 0, mark; at < value.size;) {
        pol_span rest = pol_span_from(value, at);
        size_t end = name_end(rest, true, true, &mark);
        pol_span piece = pol_span_first(rest, end);
        if (!pol_name_has_body(piece) || is_kind_alone(piece))
            return false;
        if (pol_word_count(piece, 2) == 1 && !pol_word_is_upper(pol_word_last(piece)))
            return false;
        at += end + mark;
    }
    return true;
}

static void split_list(party_list *list, pol_span value, pol_submitter_hint hint)
{
    bool at_and = commas_separate(value, hint);
    bool at_commas = at_and || hint == POL_SUBMITTER_LIST;
    for (size_t at = 0, mark; at < value.size;) {
        pol_span rest = pol_span_from(value, at);
        size_t end = name_end(rest, at_commas, at_and, &mark);
        add(list, pol_span_first(rest, end), hint);
        at += end + mark;
    }
}

/* --- people among bodies ---------------------------------------------------------------- */

typedef enum mark_kind {
    MARK_APART,
    MARK_AND, /* "High Peak and Wold Region" is one body */
    MARK_OF   /* what is left of it may be a person where a body follows, what is right not */
} mark_kind;

typedef struct piece_mark {
    const char *text;
    mark_kind kind;
} piece_mark;

static const piece_mark piece_marks[] = {
    {" on behalf of ", MARK_OF}, {" for and on behalf of ", MARK_OF},
    {" of ", MARK_OF},           {" from ", MARK_OF},
    {" and ", MARK_AND},         {" & ", MARK_AND},
    {" \u2013 ", MARK_APART},    {" \u2014 ", MARK_APART},
    {" - ", MARK_APART},         {"(", MARK_APART},
    {")", MARK_APART},           {"[", MARK_APART},
    {"]", MARK_APART},           {"/", MARK_APART},
    {"|", MARK_APART},           {",", MARK_APART},
    {":", MARK_APART},           {"  ", MARK_APART},
    {"\t", MARK_APART},
};

/* Where the piece that starts at `from` ends; *ret_mark is what ends it, NULL for the end. */
static size_t piece_end(pol_span text, size_t from, const piece_mark **ret_mark)
{
    *ret_mark = NULL;
    for (size_t at = from; at < text.size; at++)
        for (size_t i = 0; i < sizeof piece_marks / sizeof *piece_marks; i++)
            if (pol_span_starts_fold(pol_span_from(text, at), pol_span_of(piece_marks[i].text))) {
                *ret_mark = &piece_marks[i];
                return at;
            }
    return text.size;
}

/* A piece of a value, and what stands around it. */
typedef struct piece {
    pol_span text, behind;
    pol_name_kind kind;
    mark_kind end, start; /* the marks around it */
    pol_name_kind before; /* of the piece before it */
} piece;

/* May a name that could be a person's be one here? */
static bool may_be_person(const piece *one)
{
    const piece_mark *mark;
    pol_span next = pol_span_first(one->behind, piece_end(one->behind, 0, &mark));
    if (one->start == MARK_OF || (one->start == MARK_AND && one->before == POL_NAME_NONE))
        return false;
    if (one->end == MARK_OF)
        return pol_name_has_body(one->behind);
    return one->end != MARK_AND || pol_name_kind_of(next) != POL_NAME_BODY;
}

/* The next person that a piece of `value` from `*at` on names; absent for none. *at is then
 * behind it. */
static pol_span next_person(pol_span value, size_t *at, pol_submitter_hint hint)
{
    piece one = {.start = MARK_APART, .before = POL_NAME_NONE};
    while (*at < value.size) {
        const piece_mark *mark;
        size_t end = piece_end(value, *at, &mark), size = mark ? strlen(mark->text) : 0;
        one.text = without_joints(pol_span_make(value.data + *at, end - *at));
        one.behind = pol_span_first(pol_span_from(value, end + size), BEHIND_BYTES);
        one.end = mark ? mark->kind : MARK_APART;
        one.kind = pol_name_kind_of(one.text);
        *at = end + size;
        if (one.kind == POL_NAME_PERSON ||
            (one.kind == POL_NAME_PERHAPS && hint != POL_SUBMITTER_LIST && may_be_person(&one)))
            return one.text;
        one.start = one.end;
        one.before = one.kind;
    }
    return pol_span_make(NULL, 0);
}

/* What stands beside people: their body. One word says so in brackets only; small words in
 * front ("of", "on behalf of", "she/her") say nothing. */
static void add_beside(party_list *list, pol_span text, pol_submitter_hint hint)
{
    static const char *const roles[] = {"general secretary", "president", "delegate", "mover",
                                        "seconder",          "proposer",  "chair"};
    text = pol_span_trim(text);
    bool is_bracketed = pol_span_starts(text, POL_SPAN("(")) || pol_span_ends(text, POL_SPAN(")"));
    pol_span rest = text, word;
    while ((word = pol_word_next(&rest)).data && !pol_word_is_capital(word))
        ;
    if (!word.data)
        return;
    size_t start = (size_t)(word.data - text.data);
    pol_span name = without_joints(pol_span_from(text, start));
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (pol_words_equal(name, roles[i]))
            return;
    split_list(list, name, is_bracketed || pol_name_has_body(name) ? POL_SUBMITTER_LIST : hint);
}

/* "Jane Smith, North Branch", "Leith Branch / J. Smith (delegate)" to each. False where none of
 * the pieces is a person's name. */
static bool split_people(party_list *list, pol_span value, pol_submitter_hint hint)
{
    bool has_person = false;
    size_t from = 0;
    for (size_t at = 0;;) {
        pol_span person = next_person(value, &at, hint);
        if (!person.data)
            break;
        has_person = true;
        size_t start = (size_t)(person.data - value.data);
        add_beside(list, pol_span_make(value.data + from, start - from), hint);
        put(list, person, true);
        from = start + person.size;
    }
    if (has_person)
        add_beside(list, pol_span_from(value, from), hint);
    return has_person;
}

/* --- labels -------------------------------------------------------------------------- */

/* Is there a label at `at`, where a word starts: "moved by", "Seconder:"? Its bytes, 0 for none. */
static size_t label_size(pol_span text, size_t at)
{
    pol_span here = pol_span_from(text, at), rest;
    pol_submitter_hint hint;
    bool is_mover;
    if (!pol_party_label(here, &rest, &hint, &is_mover))
        return 0;
    pol_span behind = pol_span_trim(rest), label = pol_span_first(here, here.size - rest.size);
    bool is_label = pol_span_ends(label, POL_SPAN(" by")) ||
                    (behind.size > 0 && joint_size(behind, false) > 0) ||
                    pol_word_is_capital(behind);
    return is_label ? here.size - behind.size : 0;
}

/* The first label at or behind `from`; the size for none. */
static size_t next_label(pol_span text, size_t from, size_t *ret_size)
{
    pol_span rest = pol_span_from(text, from), word;
    while ((word = pol_word_next(&rest)).data) {
        size_t at = (size_t)(word.data - text.data);
        if ((*ret_size = label_size(text, at)) > 0)
            return at;
    }
    *ret_size = 0;
    return text.size;
}

/* What one label, or none, has behind it. */
static void split_part(party_list *list, pol_span value, pol_submitter_hint hint)
{
    for (size_t at = 0; at < value.size;) {
        size_t end = pol_span_find(value, POL_SPAN(";"), at);
        end = end == NOWHERE ? value.size : end;
        pol_span part = without_joints(pol_span_make(value.data + at, end - at));
        if (part.size > 0 && !split_people(list, part, hint))
            split_list(list, part, hint);
        at = end + 1;
    }
}

size_t pol_parties_split(pol_span value, pol_submitter_hint hint, pol_submitter *parties,
                         size_t capacity)
{
    party_list list = {parties, 0, capacity};
    for (size_t from = 0, size = 1; size > 0 && list.count < capacity;) {
        size_t at = next_label(value, from, &size);
        split_part(&list, pol_span_make(value.data + from, at - from), hint);
        from = at + size;
        if (size > 0 && hint == POL_SUBMITTER_LIST)
            hint = POL_SUBMITTER_BODIES;
    }
    return list.count;
}

/* --- lines ------------------------------------------------------------------------------ */

/* No small words but those that join names. */
static bool is_all_names(pol_span text)
{
    pol_span rest = text, word;
    size_t size;
    while ((word = pol_word_next(&rest)).data) {
        size_t label = label_size(text, (size_t)(word.data - text.data));
        if (label > 0) {
            rest = pol_span_from(text, (size_t)(word.data - text.data) + label);
            continue;
        }
        if (!pol_word_is_capital(word) && !pol_name_is_particle(word) &&
            !pol_word_is_any(word, "and & of the for branch region committee on behalf"))
            return false;
    }
    return next_label(text, 0, &size) < text.size || pol_name_has_body(text);
}

bool pol_is_party_line(pol_span text)
{
    enum { LINE_BYTES = 200, PARTIES = 8 };
    pol_submitter parties[PARTIES];
    text = pol_span_core(text);
    if (text.size == 0 || text.size > LINE_BYTES || pol_ends_in(text, "?!:") || !is_all_names(text))
        return false;
    size_t label, people = 0, at = next_label(text, 0, &label);
    size_t count = pol_parties_split(text, POL_SUBMITTER_BODIES, parties, PARTIES);
    for (size_t i = 0; i < count; i++) {
        pol_name_kind kind = pol_name_kind_of(parties[i].name);
        if (kind == POL_NAME_NONE && !pol_name_has_body(parties[i].name) &&
            pol_word_count(parties[i].name, 2) > 1)
            return false;
        people += parties[i].is_person;
    }
    return people > 0 && (at < text.size || people < count);
}
