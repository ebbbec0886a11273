/* remark.c - see remark.h. Each remark is a function that adds itself or nothing. */
#include "search/remark.h"

#include "document/discreet.h"
#include "search/citation.h"
#include "search/printable.h"

static void add_name(pol_buffer *buffer, pol_span name)
{
    pol_printable_start(buffer, pol_span_trim(name), POL_REMARK_NAME_MAX);
}

/* --- sources ------------------------------------------------------------------------ */

/* "results.txt:14", "minutes.pdf, p. 3"; "its own text, line 8". */
static void add_place(const pol_document *document, const pol_decision_source *source,
                      pol_buffer *buffer)
{
    bool is_own = source->file.size == 0;
    if (is_own && document->decision_raw.origin == POL_ORIGIN_CORRECTION)
        pol_buffer_add_text(buffer, "a person's correction");
    else if (is_own)
        pol_buffer_add_text(buffer, "its own text");
    else
        add_name(buffer, source->file);
    if (source->page)
        pol_buffer_printf(buffer, ", p. %u", (unsigned)source->page);
    else if (source->line)
        pol_buffer_printf(buffer, is_own ? ", line %u" : ":%u", (unsigned)source->line);
}

static void add_conflict(const pol_document *document, pol_buffer *buffer)
{
    size_t count = document->decision_source_count;
    size_t shown = count < POL_REMARK_SOURCES_MAX ? count : POL_REMARK_SOURCES_MAX;
    pol_buffer_add_text(buffer, "sources contradict each other");
    for (size_t i = 0; i < shown; i++) {
        const pol_decision_source *source = &document->decision_sources[i];
        const char *label = pol_decision_label((pol_decision)source->decision);
        pol_buffer_printf(buffer, "%s%s (", i ? ", " : ": ", label[0] ? label : "not understood");
        add_place(document, source, buffer);
        pol_buffer_add_byte(buffer, ')');
    }
    if (shown < count)
        pol_buffer_printf(buffer, " and %zu more", count - shown);
}

static void add_doubt(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    (void)shows_people;
    if (document->has_decision_conflict)
        add_conflict(document, buffer);
    else if (document->decision_raw.origin == POL_ORIGIN_CORRECTION)
        pol_buffer_add_text(buffer, "decision as corrected by a person: polindex corrections "
                                    "tells by whom, when and why");
}

static void add_source(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    (void)shows_people;
    if (document->has_decision_conflict || document->decision_raw.origin == POL_ORIGIN_CORRECTION)
        return;
    if (document->decision_source_count && document->decision_sources[0].file.size) {
        pol_buffer_add_text(buffer, "decision from ");
        add_place(document, &document->decision_sources[0], buffer);
    }
}

/* --- text, composite, referral ------------------------------------------------------ */

bool pol_remark_is_before_amendment(const pol_document *document)
{
    return document->text_state == POL_TEXT_STATE_SUBMITTED &&
           document->decision == POL_DECISION_CARRIED_AMENDED;
}

static void add_text_state(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    (void)shows_people;
    if (pol_remark_is_before_amendment(document))
        pol_buffer_add_text(buffer, "text as submitted, before amendment");
}

void pol_remark_add_composite(const pol_document *document, pol_buffer *buffer)
{
    pol_decision fate = (pol_decision)document->composite_decision;
    pol_citation_add_numbered(POL_KIND_COMPOSITE, document->composite, buffer);
    if (fate == POL_DECISION_UNKNOWN)
        pol_buffer_add_text(buffer, ", whose decision is not stated");
    else if (fate != POL_DECISION_NONE)
        pol_buffer_printf(buffer, ", which %s%s", fate == POL_DECISION_FELL ? "" : "was ",
                          pol_decision_label(fate));
}

static void add_composite(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    (void)shows_people;
    if (pol_span_trim(document->composite).size == 0)
        return;
    pol_buffer_add_text(buffer, "composited in ");
    pol_remark_add_composite(document, buffer);
}

static void add_referral(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    pol_buffer words;
    if (pol_span_trim(document->referral).size == 0)
        return;
    if (document->decision == POL_DECISION_NOT_REACHED)
        pol_buffer_add_text(buffer, "not reached; ");
    pol_buffer_init(&words, buffer->limit);
    pol_discreet_add(document->referral, document, shows_people, &words);
    pol_printable_start(buffer, pol_span_trim(pol_buffer_span(&words)), POL_REMARK_WORDS_MAX);
    pol_buffer_spend(&words, buffer);
}

/* --- standing ------------------------------------------------------------------------- */

/* What the other is, as far as the tie tells: "Motion 4", but "75.1" may be either. */
static pol_kind kind_of(const pol_relation *relation)
{
    if (relation->kind == POL_RELATION_AMENDED_BY)
        return POL_KIND_AMENDMENT;
    if (relation->kind == POL_RELATION_COMPOSITED_IN)
        return POL_KIND_COMPOSITE;
    bool has_point = pol_span_find(relation->number, POL_SPAN("."), 0) != (size_t)-1;
    return has_point && relation->kind != POL_RELATION_AMENDS ? POL_KIND_OTHER : POL_KIND_MOTION;
}

void pol_remark_add_related(const pol_relation *relation, bool has_title, pol_buffer *buffer)
{
    size_t start = buffer->size;
    pol_span title = pol_span_trim(relation->title);
    pol_citation_add_numbered(kind_of(relation), relation->number, buffer);
    bool has_number = buffer->size > start;
    if (title.size && (has_title || !has_number)) {
        pol_buffer_add_text(buffer, has_number ? ": " : "“");
        add_name(buffer, title);
        pol_buffer_add_text(buffer, has_number ? "" : "”");
    }
    pol_span conference = pol_span_trim(relation->conference_name);
    if (conference.size == 0 && relation->year == 0)
        return;
    pol_buffer_add_text(buffer, buffer->size > start ? ", " : "");
    if (relation->year)
        pol_buffer_printf(buffer, "%d%s", relation->year, conference.size ? " " : "");
    add_name(buffer, conference);
}

static void add_superseding(const pol_document *document, pol_buffer *buffer)
{
    pol_buffer_add_text(buffer, "superseded");
    for (size_t i = 0; i < document->relation_count; i++) {
        size_t before = buffer->size;
        if (document->relations[i].kind != POL_RELATION_SUPERSEDED_BY)
            continue;
        pol_buffer_add_text(buffer, " by ");
        pol_remark_add_related(&document->relations[i], false, buffer);
        if (buffer->size <= before + strlen(" by ")) /* neither number nor title is known */
            pol_buffer_add_text(buffer, "another document");
        return;
    }
}

static void add_standing(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    (void)shows_people;
    if (document->standing == POL_STANDING_SUPERSEDED)
        add_superseding(document, buffer);
    if (document->standing != POL_STANDING_LAPSED)
        return;
    pol_buffer_add_text(buffer, "lapsed");
    if (document->lapses_after)
        pol_buffer_printf(buffer, " after %d", document->lapses_after);
}

/* --- all ------------------------------------------------------------------------------ */

typedef void part_adder(const pol_document *document, bool shows_people, pol_buffer *buffer);

/* The first is left out of warnings. */
static part_adder *const parts[] = {add_source,    add_doubt,    add_text_state,
                                    add_composite, add_referral, add_standing};

static void add_parts(size_t first, const pol_document *document, bool shows_people,
                      pol_buffer *buffer)
{
    size_t start = buffer->size;
    for (size_t i = first; i < sizeof parts / sizeof *parts; i++) {
        pol_buffer part;
        pol_buffer_init(&part, buffer->limit);
        parts[i](document, shows_people, &part);
        if (part.size && buffer->size > start)
            pol_buffer_add_text(buffer, "; ");
        pol_buffer_add(buffer, pol_buffer_span(&part));
        pol_buffer_spend(&part, buffer);
    }
}

void pol_remark_add(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    add_parts(0, document, shows_people, buffer);
}

void pol_remark_add_warnings(const pol_document *document, bool shows_people, pol_buffer *buffer)
{
    add_parts(1, document, shows_people, buffer);
}
