/* facts.c - see facts.h. */
#include "search/facts.h"

#include <ctype.h>
#include <stdio.h>

#include "core/utf8.h"
#include "document/discreet.h"
#include "search/printable.h"
#include "search/remark.h"

enum {
    VALUE_MAX = 1 << 16, /* bytes; every part of a value is cut before it gets there */
    WORDS_READ = 4096    /* bytes of any words that are looked at */
};

/* A value that is being made, and who takes it. */
typedef struct telling {
    const pol_document *document;
    bool shows_people;
    pol_fact_sink *sink;
    void *context;
    pol_buffer value;
    pol_status status;
} telling;

static void tell(telling *t, const char *name)
{
    if (t->value.status != POL_OK && t->status == POL_OK)
        t->status = t->value.status;
    if (t->value.size)
        t->sink(t->context, name, pol_buffer_span(&t->value));
    pol_buffer_clear(&t->value);
}

/* --- sources of a decision ------------------------------------------------------------ */

static void add_words(pol_span words, const pol_document *document, bool shows_people,
                      pol_buffer *buffer)
{
    pol_buffer shown;
    pol_buffer_init(&shown, buffer->limit);
    words = pol_span_first(pol_span_trim(words), WORDS_READ);
    words.size = pol_utf8_floor(words, words.size);
    pol_discreet_add(words, document, shows_people, &shown);
    pol_printable_start(buffer, pol_span_trim(pol_buffer_span(&shown)), POL_REMARK_WORDS_MAX);
    pol_buffer_spend(&shown, buffer);
}

/* "“CARRIED”, results.txt, p. 3, line 14" */
static void add_source(const pol_decision_source *source, const pol_document *document,
                       bool shows_people, pol_buffer *buffer)
{
    size_t start = buffer->size;
    if (pol_span_trim(source->words).size) {
        pol_buffer_add_text(buffer, "“");
        add_words(source->words, document, shows_people, buffer);
        pol_buffer_add_text(buffer, "”");
    }
    if (source->file.size) {
        pol_buffer_add_text(buffer, buffer->size > start ? ", " : "");
        pol_printable_start(buffer, source->file, POL_REMARK_NAME_MAX);
    }
    if (source->page)
        pol_buffer_printf(buffer, "%sp. %u", buffer->size > start ? ", " : "",
                          (unsigned)source->page);
    if (source->line)
        pol_buffer_printf(buffer, "%sline %u", buffer->size > start ? ", " : "",
                          (unsigned)source->line);
}

void pol_facts_add_stated(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    pol_decision_source own = {.words = document->decision_raw.text,
                               .line = document->decision_raw.line};
    size_t count = document->decision_source_count;
    pol_buffer inside;
    pol_buffer_init(&inside, buffer->limit);
    if (count > 1 && document->has_decision_conflict)
        pol_buffer_add_text(&inside, "sources contradict each other");
    else if (count > 1)
        pol_buffer_printf(&inside, "%zu sources", count);
    else
        add_source(count ? document->decision_sources : &own, document, shows_people, &inside);
    if (inside.size) {
        pol_buffer_add_text(buffer, " (");
        pol_buffer_add(buffer, pol_buffer_span(&inside));
        pol_buffer_add_byte(buffer, ')');
    }
    pol_buffer_spend(&inside, buffer);
}

static void tell_sources(telling *t)
{
    const pol_document *document = t->document;
    size_t count = document->decision_source_count;
    for (size_t i = 0; count > 1 && i < count && i < POL_FACTS_MAX; i++) {
        const pol_decision_source *source = &document->decision_sources[i];
        const char *label = pol_decision_label((pol_decision)source->decision);
        pol_buffer_add_text(&t->value, label[0] ? label : "not understood");
        pol_buffer_add_text(&t->value, " (");
        if (source->file.size == 0)
            pol_buffer_add_text(&t->value, document->decision_raw.origin == POL_ORIGIN_CORRECTION
                                               ? "a person's correction: "
                                               : "its own text: ");
        add_source(source, document, t->shows_people, &t->value);
        pol_buffer_add_byte(&t->value, ')');
        tell(t, "Stated");
    }
    if (count > POL_FACTS_MAX) {
        pol_buffer_printf(&t->value, "%zu more", count - POL_FACTS_MAX);
        tell(t, "Stated");
    }
}

/* --- other facts ---------------------------------------------------------------------- */

static void tell_composite(telling *t)
{
    if (pol_span_trim(t->document->composite).size)
        pol_remark_add_composite(t->document, &t->value);
    tell(t, "Composite");
}

static void tell_words(telling *t, const char *name, pol_span words)
{
    add_words(words, t->document, t->shows_people, &t->value);
    tell(t, name);
}

static void tell_text_state(telling *t)
{
    if (t->document->text_state == POL_TEXT_STATE_AS_AMENDED)
        pol_buffer_add_text(&t->value, "as amended");
    else if (pol_remark_is_before_amendment(t->document))
        pol_buffer_add_text(&t->value, "as submitted, before amendment");
    else if (t->document->text_state == POL_TEXT_STATE_SUBMITTED)
        pol_buffer_add_text(&t->value, "as submitted");
    tell(t, "Text");
}

static void tell_standing(telling *t)
{
    const pol_document *document = t->document;
    pol_standing standing = (pol_standing)document->standing;
    bool may_lapse = document->lapses_after && standing != POL_STANDING_SUPERSEDED;
    if (standing != POL_STANDING_UNSTATED)
        pol_buffer_add_text(&t->value, pol_standing_code(standing));
    if (may_lapse)
        pol_buffer_printf(&t->value,
                          standing == POL_STANDING_LAPSED     ? " after %d"
                          : standing == POL_STANDING_UNSTATED ? "lapses after %d"
                                                              : ", lapses after %d",
                          document->lapses_after);
    tell(t, "Standing");
}

/* --- relations -------------------------------------------------------------------------- */

/* "Falls if carried" of "falls if carried:". */
static const char *relation_name(pol_relation_kind kind, char name[40])
{
    size_t size = (size_t)snprintf(name, 40, "%s", pol_relation_label(kind));
    if (size && name[size - 1] == ':')
        name[size - 1] = '\0';
    name[0] = (char)toupper((unsigned char)name[0]);
    return name;
}

static void tell_relation(telling *t, const pol_relation *relation)
{
    char name[40];
    pol_remark_add_related(relation, true, &t->value);
    if (t->value.size == 0)
        pol_buffer_add_text(&t->value, "a document without number or title");
    if (relation->id.size) {
        pol_buffer_add_text(&t->value, " (");
        pol_printable_line(&t->value, relation->id); /* whole: it is to be copied */
        pol_buffer_add_byte(&t->value, ')');
    }
    tell(t, relation_name((pol_relation_kind)relation->kind, name));
}

/* Kind by kind, each in the order of the text. */
static void tell_relations(telling *t)
{
    size_t told = 0;
    for (int kind = 0; kind < POL_RELATION_COUNT; kind++)
        for (size_t i = 0; i < t->document->relation_count && told < POL_FACTS_MAX; i++)
            if (t->document->relations[i].kind == kind) {
                tell_relation(t, &t->document->relations[i]);
                told++;
            }
    if (told < t->document->relation_count) {
        pol_buffer_printf(&t->value, "%zu documents", t->document->relation_count - told);
        tell(t, "Also related to");
    }
}

pol_status pol_facts_each(const pol_document *document, bool shows_people, pol_fact_sink *sink,
                          void *context)
{
    telling t = {document, shows_people, sink, context, {0}, POL_OK};
    pol_buffer_init(&t.value, VALUE_MAX);
    tell_sources(&t);
    tell_composite(&t);
    tell_words(&t, "Referral", document->referral);
    tell_words(&t, "Recommendation", document->recommendation.text);
    tell_text_state(&t);
    tell_standing(&t);
    tell_relations(&t);
    pol_buffer_done(&t.value);
    return t.status;
}

void pol_facts_add_section(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    add_words(document->section, document, shows_people, buffer);
}

void pol_facts_add_place(const pol_document *document, pol_buffer *buffer)
{
    pol_span member = pol_span_trim(document->member);
    const char *separator = " (";
    if (member.size) {
        pol_buffer_add_text(buffer, " (member ");
        pol_printable_start(buffer, member, POL_REMARK_NAME_MAX);
        separator = ", ";
    }
    if (document->page) {
        pol_buffer_printf(buffer, "%sp. %u", separator, (unsigned)document->page);
        separator = ", ";
    }
    if (document->line) {
        pol_buffer_printf(buffer, "%sline %u", separator, (unsigned)document->line);
        separator = ", ";
    }
    if (separator[0] == ',')
        pol_buffer_add_byte(buffer, ')');
}
