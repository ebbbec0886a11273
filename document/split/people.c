/* people.c - names behind the labels of movers, a person's or a body's. Words alone leave
 * many open ("Retired Sextons", "Night Bakers"): what stands behind the same label in the rest of
 * the file tells those. A name that any doubt is left of stays a person's, which is hidden. */
#include "document/names.h"
#include "document/parties.h"
#include "document/split/items.h"

enum { NAME_WORDS = 8, PIECES = 6 };

/* ---- one line of labelled names ---- */

/* Ends as no person's name does. */
static bool ends_as_group(pol_span name)
{
    return pol_word_is_any(
        pol_word_last(name),
        "alliance circle panel team staff group groups collective guild residents "
        "members tenants students leaseholders society association section sections "
        "reps delegates workers officers representatives ushers dwellers stewards depot works "
        "delivery rail stores hospital hospitals college colleges university clerical transport "
        "shunters drivers retail airport docks libraries schools prison police ambulance freelance "
        "cumann ceantair");
}

/* "Leeds Dairy D88", "Castle Street No. 2": no person's name ends in a number. */
static bool ends_in_number(pol_span name)
{
    pol_span last = pol_word_last(name);
    if (last.size == 0 || last.data == name.data)
        return false;
    pol_span before = pol_word_last(pol_span_first(name, (size_t)(last.data - name.data)));
    bool is_code = last.data[0] >= 'A' && last.data[0] <= 'Z' && last.size > 1 &&
                   last.data[last.size - 1] >= '0' && last.data[last.size - 1] <= '9';
    return is_code || (last.data[0] >= '0' && last.data[0] <= '9' && pol_word_is(before, "no"));
}

/* "the Deanery of Clun", "Landholders' Circle": whatever is named so is no person. */
static bool is_body(pol_span name)
{
    pol_span rest;
    return pol_words_start(name, "the", &rest) || pol_name_kind_of(name) == POL_NAME_BODY ||
           pol_split_is_body_name(name) || ends_as_group(name) || ends_in_number(name) ||
           pol_span_find(name, POL_SPAN("' "), 0) != (size_t)-1 ||
           pol_span_find(name, POL_SPAN("'s "), 0) != (size_t)-1 ||
           pol_span_find(name, POL_SPAN("\u2019s "), 0) != (size_t)-1 ||
           pol_span_find(name, POL_SPAN("s\u2019 "), 0) != (size_t)-1 ||
           pol_span_find(name, POL_SPAN(" of "), 0) != (size_t)-1;
}

/* Where "Seconded by" starts behind the mover's name, and what joins the two stands before it:
 * "Weir branch — Seconded: Hill branch", "Weir and seconded by Hill". */
static size_t second_start(pol_span text, size_t *ret_mark)
{
    static const char *const joints[] = {" and",   ",",      ";", ".", "-",
                                         "\u2013", "\u2014", "/", "|", " "};
    size_t at = pol_span_find_fold(text, POL_SPAN(" second"), 1), end = at;
    if (at == (size_t)-1)
        return text.size;
    for (bool found = true; found && end > 0;) {
        found = false;
        for (size_t i = 0; i < sizeof joints / sizeof *joints && !found; i++)
            if (pol_span_ends(pol_span_first(text, end), pol_span_of(joints[i]))) {
                end -= strlen(joints[i]);
                found = true;
            }
    }
    *ret_mark = at + 1 - end;
    return end;
}

/* Behind "Moving branch:     ": where its value starts; 0. */
static size_t behind_label(pol_span text)
{
    enum { LABEL_BYTES = 48 };
    size_t at = pol_span_find(pol_span_first(text, LABEL_BYTES), POL_SPAN(":"), 0);
    if (at == (size_t)-1)
        return 0;
    for (at++; at < text.size && text.data[at] == ' '; at++) {
    }
    return at;
}

/* Where the next piece of the line starts, and how much stands between; the end where none does. */
static size_t piece_end(pol_span text, size_t *ret_mark)
{
    static const char *const marks[] = {"   ",         "; ", " / ", " | ", ", seconded by ",
                                        ", seconded: "};
    size_t best = second_start(text, ret_mark), size = best < text.size ? *ret_mark : 0;
    *ret_mark = size;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find_fold(text, pol_span_of(marks[i]), behind_label(text));
        if (at == (size_t)-1 || at >= best)
            continue;
        best = at;
        *ret_mark = i < 4 ? strlen(marks[i]) : 2;
    }
    return best;
}

/* "Seconded by: Nightingale Point Residents": the name; absent where the piece holds none. */
static pol_span name_of(pol_span piece, bool *ret_has_label)
{
    pol_span name = pol_span_trim(piece), rest;
    if (pol_words_start(name, "to be", &rest)) /* "To be moved by Hull" */
        name = pol_span_trim(rest);
    pol_submitter_hint hint;
    bool is_mover;
    size_t colon = pol_span_find(name, POL_SPAN(":"), 0);
    *ret_has_label = pol_party_label(name, &rest, &hint, &is_mover);
    if (!*ret_has_label && colon != (size_t)-1 && colon > 0) {
        uint8_t field = pol_split_field_of(pol_span_first(name, colon));
        *ret_has_label = field == POL_FIELD_MOVER || field == POL_FIELD_SECONDER;
        rest = pol_span_from(name, colon + 1);
    }
    if (*ret_has_label)
        name = pol_span_core(rest);
    pol_span bare = name, after;
    if (pol_words_start(name, "the", &after))
        bare = pol_span_trim(after);
    size_t words = pol_word_count(name, NAME_WORDS + 1);
    bool is_list = pol_span_find(name, POL_SPAN(", "), 0) != (size_t)-1;
    return words > 0 && words <= NAME_WORDS && pol_word_is_capital(bare) && !is_list &&
                   pol_split_is_name(bare) && !pol_split_is_decision(bare)
               ? name
               : pol_span_make(NULL, 0);
}

/* "Moving branch: Aylesford": the label says that no person moves. */
static bool is_of_body(pol_span text)
{
    size_t colon = pol_span_find(text, POL_SPAN(":"), 0);
    pol_span label = pol_span_first(text, colon == (size_t)-1 ? 0 : colon), word;
    while ((word = pol_word_next(&label)).data)
        if (pol_word_is_any(word, "branch branches body bodies region district society club lodge "
                                  "division local area organisation union chapter section"))
            return true;
    return false;
}

bool pol_split_take_party(pol_splitter *split, pol_split_item *item, size_t line)
{
    pol_span names[PIECES], text = pol_span_trim(split->text->lines[line].text);
    bool has_label = false, is_first = true, are_bodies = is_of_body(text);
    size_t count = 0;
    if (text.size > POL_SPLIT_LINE_BYTES)
        return false;
    while (text.size > 0 && count < PIECES) {
        size_t mark, end = piece_end(text, &mark);
        pol_span piece = pol_span_trim(pol_span_first(text, end)),
                 name = name_of(piece, &has_label);
        bool is_open = pol_span_find(piece, POL_SPAN("(to be "), 0) != (size_t)-1;
        if (is_first ? !has_label || !name.data : !name.data && !is_open)
            return false;
        if (name.data)
            names[count++] = name;
        is_first = false;
        text = pol_span_trim(pol_span_from(text, end + mark));
    }
    for (size_t i = 0; i < count; i++)
        if (!are_bodies && !is_body(names[i]) &&
            (pol_name_kind_of(names[i]) >= POL_NAME_PERHAPS ||
             pol_span_find(names[i], POL_SPAN(" and "), 0) != (size_t)-1))
            return false; /* people's: the recogniser reads the whole line, with their bodies */
    for (size_t i = 0; i < count; i++)
        pol_split_add_mover(item, names[i], (uint32_t)line, !are_bodies && !is_body(names[i]));
    for (size_t i = item->mover_count - count; are_bodies && i < item->mover_count; i++)
        item->movers[i].is_sure = true;
    split->is_furniture[line] = true;
    return count > 0;
}

/* ---- by all of them ---- */

enum { CLASSES_MAX = 32 };

/* Movers behind one label, or behind none. */
typedef struct label_class {
    uint32_t hash;
    size_t bodies, people, open;
} label_class;

/* By the first word of a line that names movers behind a label; amendments apart. */
static uint32_t class_of(const pol_splitter *split, const pol_split_item *item,
                         const pol_split_mover *mover)
{
    pol_span text = split->printed[mover->line].text, rest = text;
    pol_span word = pol_word_next(&rest);
    pol_submitter_hint hint;
    bool is_mover;
    uint32_t hash = item->kind == POL_KIND_AMENDMENT;
    if (text.size > POL_SPLIT_LINE_BYTES || mover->line == item->heading->line ||
        !(pol_party_label(text, &rest, &hint, &is_mover) ||
          pol_span_find(text, POL_SPAN(":"), 0) != (size_t)-1))
        return hash;
    for (size_t i = 0; i < word.size; i++)
        hash = (hash ^ (unsigned char)(word.data[i] | 0x20)) * 16777619u;
    return hash;
}

static label_class *find_class(label_class *classes, size_t *count, uint32_t hash)
{
    for (size_t i = 0; i < *count; i++)
        if (classes[i].hash == hash)
            return &classes[i];
    if (*count >= CLASSES_MAX)
        return NULL;
    classes[*count] = (label_class){.hash = hash};
    return &classes[(*count)++];
}

/* "Retired Sextons": no person's name, and no body's that words tell. What may be a person's
 * ("Tanner Hollow") is not told by its neighbours: it stays hidden. */
static bool is_open(const pol_split_mover *mover)
{
    return !is_body(mover->name) && pol_name_kind_of(mover->name) == POL_NAME_NONE &&
           pol_word_count(mover->name, 2) > 1;
}

/* "(Reyes/Moore)": who moved and who seconded, by their surnames. */
static bool is_of_pair(const pol_splitter *split, const pol_split_mover *mover)
{
    pol_span text = split->printed[mover->line].text;
    size_t at = pol_span_find(text, mover->name, 0), end = at + mover->name.size;
    const char *slash = memchr(mover->name.data, '/', mover->name.size);
    if (slash && slash > mover->name.data && slash[-1] != ' ')
        return true;
    return at != (size_t)-1 && pol_word_count(mover->name, 2) == 1 &&
           ((at > 0 && text.data[at - 1] == '/') ||
            (end + 1 < text.size && text.data[end] == '/' &&
             pol_word_is_capital(pol_span_from(text, end + 1))));
}

static void settle(const pol_splitter *split, pol_split_mover *mover, const label_class *own)
{
    enum { LEAST = 2 };
    bool are_bodies = own->people == 0 && own->bodies >= LEAST && own->bodies >= own->open;
    bool is_known = is_body(mover->name) || (is_open(mover) && are_bodies) ||
                    (pol_word_count(mover->name, 2) == 1 && !pol_name_is_given(mover->name));
    mover->is_sure = is_body(mover->name) && pol_name_kind_of(mover->name) == POL_NAME_PERHAPS;
    mover->is_person = mover->is_person && !is_known && !mover->is_sure;
    if (is_of_pair(split, mover) && !is_body(mover->name))
        mover->is_person = true;
}

/* ---- regions that say where a branch is ---- */

/* The name alone is all of its line. */
static bool is_alone(const pol_splitter *split, const pol_split_mover *mover)
{
    return pol_span_equal(pol_span_core(split->printed[mover->line].text),
                          pol_span_core(mover->name));
}

static bool ends_in(const pol_split_mover *mover, const char *word)
{
    return pol_word_is(pol_word_last(mover->name), word);
}

/* Are its movers branches, and right under the last of each few their region? */
static bool has_addresses(const pol_splitter *split, const pol_split_item *item)
{
    bool was_branch = false;
    for (size_t i = 0; i < item->mover_count; i++) {
        const pol_split_mover *own = &item->movers[i];
        bool is_region = ends_in(own, "region");
        if (!is_alone(split, own) || !(is_region || ends_in(own, "branch")) ||
            (is_region && !(was_branch && own->line == own[-1].line + 1)))
            return false;
        was_branch = !is_region;
    }
    return item->mover_count > 1 && !was_branch;
}

/* "F22 PARCELS BRANCH" over "Yorkshire and Humber Region", in all items of a paper that have two
 * movers: the second line says where the first one is, and does not move. */
static void settle_addresses(const pol_splitter *split, pol_split_items *items)
{
    enum { LEAST = 3 };
    size_t found = 0, others = 0;
    for (size_t i = 0; i < items->count; i++) {
        bool is_so = has_addresses(split, &items->items[i]);
        found += is_so;
        others += !is_so && items->items[i].mover_count > 1;
    }
    for (size_t i = 0; i < items->count && found >= LEAST && others * 4 <= found; i++) {
        pol_split_item *item = &items->items[i];
        if (!has_addresses(split, item))
            continue;
        size_t kept = 0;
        for (size_t k = 0; k < item->mover_count; k++)
            if (!ends_in(&item->movers[k], "region"))
                item->movers[kept++] = item->movers[k];
        item->mover_count = kept;
    }
}

void pol_split_settle_people(const pol_splitter *split, pol_split_items *items)
{
    settle_addresses(split, items);
    label_class classes[CLASSES_MAX];
    size_t count = 0;
    for (int is_second = 0; is_second < 2; is_second++)
        for (size_t i = 0; i < items->count; i++) {
            pol_split_item *item = &items->items[i];
            for (size_t k = 0; k < item->mover_count; k++) {
                pol_split_mover *mover = &item->movers[k];
                label_class *own = find_class(classes, &count, class_of(split, item, mover));
                if (own && is_second)
                    settle(split, mover, own);
                if (!own || is_second)
                    continue;
                bool is_person =
                    pol_name_kind_of(mover->name) >= POL_NAME_PERHAPS && !is_body(mover->name);
                own->people += is_person;
                own->open += is_open(mover);
                own->bodies += !is_person && !is_open(mover);
            }
        }
}
