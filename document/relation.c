/* relation.c - what passages, title and labels say of other documents, and of the document's
 * own standing, sentence by sentence. */
#include "document/relation.h"

#include "document/relation_parse.h"
#include "document/words.h"

enum { KEY_BYTES_MAX = 48 };

/* The relations while they are found. */
typedef struct relating {
    pol_document *document;
    pol_outcome_memory memory;
    size_t capacity;
} relating;

static bool is_same(const pol_relation *a, const pol_relation *b)
{
    return a->kind == b->kind && a->year == b->year && pol_span_equal_fold(a->number, b->number) &&
           (a->number.data || pol_span_equal_fold(a->title, b->title));
}

static void add(relating *r, pol_relation relation)
{
    pol_document *document = r->document;
    if (document->relation_count >= POL_RELATIONS_MAX)
        return;
    for (size_t i = 0; i < document->relation_count; i++)
        if (is_same(&document->relations[i], &relation))
            return;
    pol_relation *grown = pol_arena_grow(r->memory.arena, document->relations,
                                         document->relation_count, &r->capacity, sizeof *grown);
    if (!grown) {
        r->memory.refused = (2 * document->relation_count + 8) * sizeof *grown;
        return;
    }
    document->relations = grown;
    grown[document->relation_count++] = relation;
}

static bool is_own(const pol_document *document, const pol_relation *relation)
{
    return relation->year == 0 && relation->number.data && document->number.text.data &&
           pol_span_equal_fold(relation->number, document->number.text);
}

static void take(relating *r, const pol_tie *tie, pol_span words, uint32_t line)
{
    if (tie->standing != POL_STANDING_UNSTATED && r->document->standing == POL_STANDING_UNSTATED)
        r->document->standing = tie->standing;
    for (size_t i = 0; i < tie->others.count; i++) {
        pol_relation relation = tie->others.items[i];
        relation.kind = tie->kind;
        relation.words = words;
        relation.line = line;
        if (!is_own(r->document, &relation))
            add(r, relation);
    }
}

/* Is there a word in it that a relation needs? Most sentences have none. */
static bool may_relate(pol_span text)
{
    static const char *const words[] = {"motion", "composite", "resolution", "policy",  "supersede",
                                        "status", "standing",  "amendment",  "replaced"};
    return pol_span_has_any_fold(text, words, sizeof words / sizeof *words);
}

static void read_sentence(relating *r, pol_span sentence, uint32_t line)
{
    pol_tie_subject subject = {r->document->kind, r->document->number.text};
    pol_tie tie;
    if (!may_relate(sentence))
        return;
    if (pol_tie_standing(sentence, &r->memory, &tie) ||
        pol_tie_falls(sentence, &subject, &r->memory, &tie) ||
        pol_tie_parents(sentence, &subject, &r->memory, &tie) ||
        pol_tie_policy(sentence, &r->memory, &tie))
        take(r, &tie, sentence, line);
}

static void read_text(relating *r, pol_span text, uint32_t line)
{
    if (!may_relate(text))
        return;
    for (pol_span rest = pol_span_trim(text); rest.size > 0;) {
        pol_span sentence = pol_outcome_first_sentence(rest);
        read_sentence(r, pol_span_trim(sentence), line);
        rest = pol_span_trim(pol_span_from(rest, sentence.size));
    }
}

/* "Composite A (motions 3, 4 and 9)" in a title. */
static void read_title(relating *r)
{
    const pol_document *document = r->document;
    pol_tie_subject subject = {document->kind, document->number.text};
    pol_span title = document->title.text;
    pol_tie tie;
    if (!title.data)
        return;
    size_t open = pol_span_find(title, POL_SPAN("("), 0);
    pol_span bracket = pol_span_from(title, open == (size_t)-1 ? title.size : open + 1);
    bracket = pol_span_first(bracket, pol_span_find(bracket, POL_SPAN(")"), 0));
    if (pol_tie_parents(title, &subject, &r->memory, &tie) ||
        pol_tie_falls(bracket, &subject, &r->memory, &tie) ||
        pol_tie_parents(bracket, &subject, &r->memory, &tie))
        take(r, &tie, title, document->title.line);
}

pol_status pol_relations_find(pol_document *document, pol_arena *arena, pol_error *reterr)
{
    relating r = {
        .document = document, .memory = {.arena = arena}, .capacity = document->relation_count};
    if (!pol_kind_is_decided(document->kind))
        return POL_OK;
    read_title(&r);
    if (document->decision_raw.text.data)
        read_text(&r, document->decision_raw.text, document->decision_raw.line);
    for (size_t i = 0; i < document->passage_count && !r.memory.refused; i++)
        read_text(&r, document->passages[i].text, document->passages[i].line);
    if (r.memory.refused)
        return pol_arena_refused(arena, r.memory.refused, reterr);
    return POL_OK;
}
