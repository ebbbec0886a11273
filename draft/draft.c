/* draft.c - a document to the clauses that are looked up. */
#include "draft/draft.h"

#include "core/analysis.h"
#include "core/utf8.h"
#include "document/openers.h"
#include "draft/letter.h"

enum {
    LEAD_IN_WORDS_MAX = 25, /* a lead-in of more says something of its own */
    TITLE_WORDS_MIN = 9     /* a "title" of as many may be the first demand of a list */
};

/* A number sign alone is no sign of it. */
bool pol_draft_is_markdown(pol_span text)
{
    bool is_start = true;
    for (size_t i = 0; i < text.size; i++) {
        size_t signs = 0;
        while (is_start && i + signs < text.size && text.data[i + signs] == '#')
            signs++;
        if (signs > 0 && signs <= 6 && i + signs < text.size && text.data[i + signs] == ' ')
            return true;
        is_start = text.data[i] == '\n';
    }
    return false;
}

/* --- clauses ------------------------------------------------------------------------ */

static size_t count_words(pol_span text)
{
    size_t count = 0;
    bool is_in_word = false;
    for (size_t i = 0; i < text.size; i++) {
        bool is_space = text.data[i] == ' ' || text.data[i] == '\n' || text.data[i] == '\t';
        count += !is_space && !is_in_word;
        is_in_word = !is_space;
    }
    return count;
}

/* Where passage `ordinal` stands: as a rule they are numbered in their order. SIZE_MAX: nowhere. */
static size_t place_of(const pol_document *document, uint32_t ordinal)
{
    size_t count = document->passage_count, guess = ordinal - 1u;
    if (ordinal > 0 && guess < count && document->passages[guess].ordinal == ordinal)
        return guess;
    for (size_t i = 0; ordinal > 0 && i < count; i++)
        if (document->passages[i].ordinal == ordinal)
            return i;
    return SIZE_MAX;
}

/* Which passages have points below them. */
static bool *find_leading(const pol_document *document, pol_arena *arena)
{
    bool *leads = pol_arena_array(arena, document->passage_count + 1, sizeof *leads);
    for (size_t i = 0; leads && i < document->passage_count; i++) {
        size_t place = place_of(document, document->passages[i].lead_in);
        if (place != SIZE_MAX)
            leads[place] = true;
    }
    return leads;
}

/* Does it do nothing else? */
static bool only_leads_in(pol_span text)
{
    text = pol_span_trim(text);
    bool is_open = pol_span_ends(text, POL_SPAN(":")) || pol_span_ends(text, POL_SPAN(" to"));
    return is_open && count_words(text) <= LEAD_IN_WORDS_MAX;
}

static const pol_passage *lead_in_of(const pol_document *document, const pol_passage *passage)
{
    size_t place = place_of(document, passage->lead_in);
    return place == SIZE_MAX ? NULL : &document->passages[place];
}

/* Has it a word? Signs alone say nothing. */
static bool says_something(pol_analyser *analyser, pol_span text)
{
    pol_token token;
    pol_analyser_begin(analyser, text);
    return pol_analyser_next(analyser, &token);
}

static pol_span cut(pol_span text)
{
    return pol_span_first(text, pol_utf8_floor(text, POL_DRAFT_CLAUSE_MAX));
}

typedef struct clauses {
    pol_analyser *analyser;
    pol_draft_clause *list;
    size_t count;
    bool is_cut;
} clauses;

static void add_clause(clauses *to, pol_draft_clause clause)
{
    clause.text = cut(pol_span_trim(clause.text));
    if (!says_something(to->analyser, clause.text))
        return;
    if (to->count == POL_DRAFT_CLAUSES_MAX) {
        to->is_cut = true;
        return;
    }
    clause.number = (uint32_t)to->count + 1;
    to->list[to->count++] = clause;
}

/* Where the first of a list of demands was taken for a title, it is one of them all the same. */
static bool title_may_ask(const pol_document *document)
{
    bool is_of_text =
        document->title.origin == POL_ORIGIN_TEXT || document->title.origin == POL_ORIGIN_NONE;
    return document->title.text.size && is_of_text &&
           count_words(document->title.text) >= TITLE_WORDS_MIN;
}

/* Where the next sentence begins that opens a clause ("Conference calls on ..."), from `from` on;
 * the text's end where there is none. */
static size_t find_opening(pol_span text, size_t from, pol_clause *ret_clause)
{
    for (size_t i = from; i + 2 < text.size; i++) {
        bool is_end = text.data[i] == '.' || text.data[i] == ';';
        if (!is_end || (text.data[i + 1] != ' ' && text.data[i + 1] != '\n'))
            continue;
        pol_span rest = pol_span_trim(pol_span_from(text, i + 1));
        pol_opener opener = pol_opener_of(rest);
        if (opener.subject >= POL_SUBJECT_BODY && opener.clause != POL_CLAUSE_COUNT) {
            *ret_clause = opener.clause;
            return i + 1;
        }
    }
    return text.size;
}

/* Of the only paragraph: notes and demands that were pasted without line breaks run together. */
static void add_run_together(const pol_passage *passage, clauses *to)
{
    pol_clause clause = (pol_clause)passage->clause;
    for (size_t at = 0; at < passage->text.size && !to->is_cut;) {
        pol_clause next = clause;
        size_t end = find_opening(passage->text, at, &next);
        add_clause(to, (pol_draft_clause){.text = pol_span_make(passage->text.data + at, end - at),
                                          .passage = passage,
                                          .clause = clause,
                                          .is_action = (at == 0 && passage->is_action_point) ||
                                                       clause == POL_CLAUSE_RESOLVES});
        clause = next;
        at = end;
    }
}

static void add_passages(const pol_document *document, const bool *leads, const bool *is_letter,
                         clauses *to)
{
    for (size_t i = 0; i < document->passage_count && !to->is_cut; i++) {
        const pol_passage *passage = &document->passages[i];
        bool is_idle =
            passage->clause == POL_CLAUSE_RATIONALE || (leads[i] && only_leads_in(passage->text));
        if (is_idle || is_letter[i])
            continue;
        if (document->passage_count == 1) {
            add_run_together(passage, to);
            continue;
        }
        add_clause(
            to, (pol_draft_clause){
                    .text = passage->text,
                    .passage = passage,
                    .lead_in = lead_in_of(document, passage),
                    .clause = (pol_clause)passage->clause,
                    .is_action = passage->is_action_point || passage->clause == POL_CLAUSE_RESOLVES,
                });
    }
}

static void find_clauses(const pol_document *document, const bool *leads, const bool *is_letter,
                         clauses *found)
{
    pol_draft_clause title = {.text = document->title.text.size ? document->title.text
                                                                : document->display_title,
                              .clause = POL_CLAUSE_OTHER};
    if (title_may_ask(document))
        add_clause(found, title);
    add_passages(document, leads, is_letter, found);
    if (found->count == 0 &&
        (document->title.text.size || says_something(found->analyser, document->text)))
        add_clause(found, title);
}

pol_status pol_draft_make(const pol_document *document, pol_arena *arena, pol_draft *ret_draft,
                          pol_error *reterr)
{
    size_t room = document->passage_count + 2;
    if (document->passage_count == 1 || room > POL_DRAFT_CLAUSES_MAX)
        room = POL_DRAFT_CLAUSES_MAX;
    bool *leads = find_leading(document, arena);
    bool *is_letter = pol_arena_array(arena, document->passage_count + 1, sizeof *is_letter);
    clauses found = {.list = pol_arena_array(arena, room, sizeof *found.list)};
    *ret_draft = (pol_draft){.document = document};
    if (!leads || !is_letter || !found.list)
        return pol_arena_refused(arena, room * sizeof *found.list, reterr);
    pol_letter_mark(document, is_letter);
    pol_status status = pol_analyser_new(NULL, &found.analyser, reterr);
    if (status != POL_OK)
        return status;
    find_clauses(document, leads, is_letter, &found);
    pol_analyser_free(found.analyser);
    ret_draft->clauses = found.list;
    ret_draft->clause_count = found.count;
    ret_draft->is_cut = found.is_cut;
    return POL_OK;
}
