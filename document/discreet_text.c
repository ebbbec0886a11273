/* discreet_text.c - a report's lines and outcomes to the same without people: a scan over the
 * words, which cuts a run of capitalised words where a word beside it, or the run itself, tells
 * that it is a person's name. */
#include "document/discreet.h"
#include "document/parties.h"

enum { RUN_WORDS = 5, GROWTH = 3, NEAR = 64 };

static const char nothing[] = "…";

/* --- runs of capitalised words ---------------------------------------------------------- */

/* "Jane Smith", "J. van der Berg": capitalised words with a space, or the point of an initial or
 * a title, between them. */
typedef struct name_run {
    pol_span text; /* absent: none */
    size_t words;
} name_run;

static bool is_joined(const char *from, const char *to)
{
    pol_span gap = pol_span_make(from, (size_t)(to - from));
    return pol_span_equal(gap, POL_SPAN(" ")) || pol_span_equal(gap, POL_SPAN(". ")) ||
           pol_span_equal(gap, POL_SPAN("."));
}

static bool is_letter_word(pol_span word)
{
    unsigned char first = (unsigned char)word.data[0];
    return (first >= 'A' && first <= 'Z') || first >= 0x80;
}

/* May `word` go on a name? Words of bodies may: these make the run a body's. */
static bool may_go_on(pol_span word, pol_span behind)
{
    if (pol_name_is_particle(word)) { /* "van der Berg", not "moved de facto" */
        pol_span next = pol_word_next(&behind);
        if (next.data && pol_name_is_particle(next))
            next = pol_word_next(&behind);
        return next.data && pol_word_is_capital(next);
    }
    if (pol_word_is_any(word, "branch region lodge"))
        return true; /* "William Morris branch" */
    bool is_body = pol_name_has_body(word);
    return is_letter_word(word) && pol_word_is_capital(word) &&
           pol_decision_from_words(word) == POL_DECISION_NONE &&
           (is_body || !pol_name_is_plain_word(word) || pol_word_is_any(word, "general national"));
}

/* The run that starts with the first word of `text`, nothing of it before `at`. */
static name_run run_at(pol_span text, size_t at)
{
    name_run run = {{0}, 0};
    pol_span rest = pol_span_from(text, at), word;
    while (run.words < RUN_WORDS && (word = pol_word_next(&rest)).data) {
        if (run.words == 0
                ? (!is_letter_word(word) || !may_go_on(word, rest))
                : (!is_joined(run.text.data + run.text.size, word.data) || !may_go_on(word, rest)))
            break;
        if (run.words == 0)
            run.text = word;
        run.text.size = (size_t)(word.data + word.size - run.text.data);
        run.words++;
        if (pol_word_is_any(word, "branch lodge region committee council"))
            break;
    }
    return run;
}

/* --- what stands beside a name ---------------------------------------------------------- */

typedef enum label_kind {
    LABEL_ONE,     /* one word is a name: "moved by Smith" */
    LABEL_SEVERAL, /* two are: "submitted by Jane Smith", "moved Jane Smith" */
    LABEL_SURE     /* what is surely a person: "proposed Jane Smith" */
} label_kind;

static const struct {
    const char *words;
    label_kind kind;
} labels[] = {{"moved by", LABEL_ONE},          {"seconded by", LABEL_ONE},
              {"proposed by", LABEL_ONE},       {"withdrawn by", LABEL_ONE},
              {"introduced by", LABEL_ONE},     {"presented by", LABEL_ONE},
              {"supported by", LABEL_SEVERAL},  {"opposed by", LABEL_SEVERAL},
              {"submitted by", LABEL_SEVERAL},  {"sponsored by", LABEL_SEVERAL},
              {"tabled by", LABEL_SEVERAL},     {"seconded formally by", LABEL_ONE},
              {"formally moved by", LABEL_ONE}, {"moved formally by", LABEL_ONE},
              {"on the motion of", LABEL_ONE},  {"on the proposal of", LABEL_ONE},
              {"in the name of", LABEL_ONE},    {"in the absence of", LABEL_SEVERAL},
              {"the mover", LABEL_SEVERAL},     {"the seconder", LABEL_SEVERAL},
              {"mover", LABEL_SEVERAL},         {"movers", LABEL_SEVERAL},
              {"seconder", LABEL_SEVERAL},      {"seconders", LABEL_SEVERAL},
              {"proposer", LABEL_SEVERAL},      {"proposers", LABEL_SEVERAL},
              {"moved", LABEL_SEVERAL},         {"seconded", LABEL_SEVERAL},
              {"proposed", LABEL_SURE},         {"speaker", LABEL_SEVERAL},
              {"speakers", LABEL_SEVERAL},      {"summation", LABEL_SEVERAL},
              {"introducer", LABEL_SEVERAL},    {"presenter", LABEL_SEVERAL},
              {"submitter", LABEL_SEVERAL},     {"reply by", LABEL_ONE},
              {"right of reply", LABEL_SEVERAL}};

/* A label at `at`: where the names behind it start; 0 for none. A colon makes one word a name. */
static size_t label_end(pol_span text, size_t at, label_kind *ret_kind)
{
    pol_span rest;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (!pol_words_start(pol_span_from(text, at), labels[i].words, &rest))
            continue;
        *ret_kind = labels[i].kind;
        size_t end = (size_t)(rest.data - text.data), from = end;
        while (end < text.size && strchr(" \t:-", text.data[end]) && text.data[end])
            end++;
        while (pol_span_starts(pol_span_from(text, end), POL_SPAN("–")) ||
               pol_span_starts(pol_span_from(text, end), POL_SPAN("—")))
            for (end += strlen("–"); end < text.size && text.data[end] == ' ';)
                end++;
        if (memchr(text.data + from, ':', end - from) && *ret_kind != LABEL_SURE)
            *ret_kind = LABEL_ONE;
        return end;
    }
    return 0;
}

/* Is the run a person's, behind a label of that kind? */
static bool is_labelled_person(const name_run *run, label_kind kind)
{
    pol_name_kind found = pol_name_kind_of(run->text);
    if (found == POL_NAME_PERSON)
        return true;
    if (found == POL_NAME_BODY || kind == LABEL_SURE)
        return false;
    return kind == LABEL_ONE || found == POL_NAME_PERHAPS;
}

/* Does what a person does follow: "Jane Smith moved", "Jane Smith not being present"? */
static bool has_deed(pol_span behind)
{
    static const char *const deeds[] = {
        "moved",       "seconded",  "proposed",   "formally moved", "formally seconded",
        "then moved",  "not being", "was not",    "being absent",   "was absent",
        "spoke",       "withdrew",  "replied",    "summed up",      "exercised",
        "not present", "absent",    "opposed",    "supported",      "to move",
        "to second",   "moves",     "seconds",    "asked",          "said",
        "also spoke",  "raised",    "challenged", "reported",       "introduced",
        "presented"};
    if (behind.size == 0 || !strchr(" (,", behind.data[0]))
        return false;
    if (pol_span_starts(behind, POL_SPAN(" ("))) { /* "Jane Smith (Leith) moved" */
        size_t close = pol_span_find(pol_span_first(behind, NEAR), POL_SPAN(")"), 0);
        if (close == (size_t)-1)
            return false;
        behind = pol_span_from(behind, close + 1);
    }
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
        if (pol_words_start(behind, deeds[i], NULL))
            return true;
    return false;
}

/* "justice for Nelson Mandela", "Remembering Rosa Parks": whom a text is about. */
static bool is_topic(pol_span before)
{
    pol_span word = pol_word_last(before);
    return pol_span_ends(word, POL_SPAN("ing")) ||
           pol_word_is_any(word, "for of to with against about on at in from and free like named "
                                 "after support defend release reinstate save stop back remember "
                                 "honour commemorate celebrate thank welcome condemn");
}

/* "Robin Hood Tax": capitals go on behind the run, with a word that is in no name. */
static bool is_phrase(pol_span behind)
{
    pol_span rest = pol_span_first(behind, NEAR), word = pol_word_next(&rest);
    return word.data && pol_span_starts(behind, POL_SPAN(" ")) && word.data == behind.data + 1 &&
           is_letter_word(word) && pol_word_is_capital(word) &&
           pol_decision_from_words(word) == POL_DECISION_NONE;
}

/* --- the scan --------------------------------------------------------------------------- */

typedef struct scan {
    pol_span text;
    pol_discreet_reach reach;
    pol_buffer *buffer;
    size_t copied; /* bytes of the text that are dealt with */
    bool is_list;  /* behind a label: a name may follow the name */
    label_kind kind;
} scan;

static void cut(scan *state, pol_span name)
{
    size_t at = (size_t)(name.data - state->text.data);
    pol_buffer_add(state->buffer,
                   pol_span_make(state->text.data + state->copied, at - state->copied));
    pol_buffer_add_text(state->buffer, nothing);
    state->copied = at + name.size;
}

/* Of a run that begins with a person's name and goes on with a body's, the former. */
static pol_span person_of(const name_run *run)
{
    size_t size = pol_name_person_size(run->text);
    return size > 0 ? pol_span_first(run->text, size) : run->text;
}

/* The names behind a label that ends at `at`, with "," and "and" between them. Where they end. */
static size_t cut_labelled(scan *state, size_t at, label_kind kind)
{
    static const char *const joints[] = {", and ", ", ", " and ", " & ", "; ", " / ", "/"};
    for (bool goes_on = true; goes_on;) {
        name_run run = run_at(state->text, at);
        if (!run.text.data || (size_t)(run.text.data - state->text.data) > at + 1)
            return at;
        pol_span person = person_of(&run);
        bool is_person = person.size < run.text.size || is_labelled_person(&run, kind);
        if (is_person)
            cut(state, person);
        else if (pol_name_kind_of(run.text) != POL_NAME_BODY)
            return at;
        at = (size_t)(run.text.data + run.text.size - state->text.data);
        goes_on = false;
        for (size_t i = 0; i < sizeof joints / sizeof *joints && !goes_on; i++)
            if (pol_span_starts(pol_span_from(state->text, at), pol_span_of(joints[i]))) {
                at += strlen(joints[i]);
                goes_on = true;
            }
        kind = kind == LABEL_ONE ? LABEL_SEVERAL : kind;
    }
    return at;
}

/* Is the run that `before` and `behind` stand around a person's whom no label names? */
static bool is_told(const scan *state, const name_run *run, pol_span before, pol_span behind)
{
    pol_name_kind kind = pol_name_kind_of(run->text);
    pol_span rest = run->text, first = pol_word_next(&rest);
    if (kind == POL_NAME_BODY && pol_name_person_size(run->text) == 0)
        return false;
    if (pol_name_is_title(first) && run->words > 1)
        return true;
    if ((kind == POL_NAME_PERSON || kind == POL_NAME_PERHAPS) && has_deed(behind))
        return true;
    if (kind != POL_NAME_PERSON && pol_name_person_size(run->text) == 0)
        return false;
    bool is_bracketed =
        pol_span_ends(before, POL_SPAN("(")) && behind.size > 0 && strchr("),", behind.data[0]);
    return (state->reach >= POL_DISCREET_BRACKETS && is_bracketed) ||
           (state->reach == POL_DISCREET_EVERYONE && !is_topic(before) && !is_phrase(behind));
}

/* Deals with the word at `at`; where to go on. */
static size_t scan_word(scan *state, size_t at, pol_span word)
{
    label_kind kind;
    size_t end = label_end(state->text, at, &kind);
    if (end > 0) {
        size_t behind = cut_labelled(state, end, kind);
        return behind > at + word.size ? behind : at + word.size;
    }
    if (!is_letter_word(word) || !pol_word_is_capital(word))
        return at + word.size;
    name_run run = run_at(state->text, at);
    if (!run.text.data)
        return at + word.size;
    pol_span before = pol_span_first(state->text, at);
    pol_span behind = pol_span_from(state->text, at + run.text.size);
    if (!is_told(state, &run, before, behind))
        return pol_name_kind_of(run.text) == POL_NAME_BODY ? at + run.text.size : at + word.size;
    pol_span person = person_of(&run);
    cut(state, person);
    return at + person.size;
}

pol_status pol_discreet_text(pol_span text, pol_discreet_reach reach, pol_arena *arena,
                             pol_span *ret_text, pol_error *reterr)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, GROWTH * text.size + sizeof nothing);
    scan state = {.text = text, .reach = reach, .buffer = &buffer};
    *ret_text = text;
    for (size_t at = 0; at < text.size;) {
        pol_span rest = pol_span_from(text, at), word = pol_word_next(&rest);
        if (!word.data)
            break;
        at = scan_word(&state, (size_t)(word.data - text.data), word);
    }
    pol_status status = POL_OK;
    if (state.copied > 0) {
        pol_buffer_add(&buffer, pol_span_from(text, state.copied));
        *ret_text = pol_arena_copy(arena, pol_buffer_span(&buffer));
        if (buffer.status != POL_OK)
            status =
                pol_fail(reterr, buffer.status, 0, "no memory for a text of %zu bytes", text.size);
        else if (!ret_text->data)
            status = pol_arena_refused(arena, buffer.size, reterr);
    }
    pol_buffer_done(&buffer);
    return status;
}

/* --- reports and outcomes --------------------------------------------------------------- */

static pol_span without_joints(pol_span text)
{
    static const char *const joints[] = {" ", ",", ";", ":", "-", "–", "—", "(", "[", "/", "|"};
    text = pol_span_trim(text);
    for (bool found = true; found;) {
        found = false;
        for (size_t i = 0; i < sizeof joints / sizeof *joints && !found; i++)
            if ((found = pol_span_ends(text, pol_span_of(joints[i]))))
                text.size -= strlen(joints[i]);
    }
    return text;
}

/* Does the run end the title, a bracket and a place in it aside? */
static bool is_at_end(pol_span behind, bool is_bracketed)
{
    if (is_bracketed)
        return pol_span_find(behind, POL_SPAN(")"), 0) == (size_t)-1 ||
               pol_span_ends(pol_span_trim(behind), POL_SPAN(")"));
    return pol_span_core(behind).size == 0;
}

/* A person by title or initials: "Sis. Smith", "J. Smith". No motion is named after such. */
static bool is_formal(pol_span name)
{
    pol_span rest = name, first = pol_word_next(&rest);
    return pol_name_is_title(first) || first.size == 1;
}

/* The bytes of a title before the person that it ends with; its size where it ends with none.
 * `is_loose`: also "Ropes Jane Smith", as reports print it. */
static size_t size_before_person(pol_span title, bool is_loose)
{
    pol_span rest = title, word;
    while ((word = pol_word_next(&rest)).data) {
        label_kind kind;
        size_t at = (size_t)(word.data - title.data), end = label_end(title, at, &kind);
        pol_span before = without_joints(pol_span_first(title, at));
        name_run run = run_at(title, end > 0 ? end : at);
        if (!run.text.data)
            continue;
        if (end > 0 && is_labelled_person(&run, kind))
            return before.size;
        bool is_sure = end == 0 && before.size > 0 && run.words > 1 &&
                       pol_name_kind_of(run.text) == POL_NAME_PERSON;
        if (!is_sure)
            continue;
        size_t behind = (size_t)(run.text.data - title.data) + run.text.size;
        bool is_bracketed = pol_span_ends(pol_span_trim(pol_span_first(title, at)), POL_SPAN("("));
        bool may_be = is_bracketed || ((is_loose || is_formal(run.text)) && !is_topic(before));
        if (may_be && is_at_end(pol_span_from(title, behind), is_bracketed))
            return before.size;
    }
    return title.size;
}

pol_span pol_discreet_title(pol_span title)
{
    return pol_span_first(title, size_before_person(title, false));
}

pol_span pol_discreet_heading(pol_span heading)
{
    pol_span name = pol_span_trim(heading);
    size_t bracket = pol_span_find(name, POL_SPAN("("), 0);
    bool is_person = pol_name_kind_of(pol_span_first(name, bracket)) == POL_NAME_PERSON;
    return is_person ? pol_span_make(NULL, 0) : heading;
}

pol_status pol_discreet_lines(pol_text *text, pol_arena *arena, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < text->line_count && status == POL_OK; i++)
        status = pol_discreet_text(text->lines[i].text, POL_DISCREET_EVERYONE, arena,
                                   &text->lines[i].text, reterr);
    return status;
}

/* What a line has between the title and the words that decide names the mover, where it names
 * somebody: "Ropes Jane Smith (Hull Branch) CARRIED". */
static void add_between(pol_span text, pol_buffer *buffer)
{
    enum { PARTIES = 8 };
    pol_submitter parties[PARTIES];
    size_t count = pol_parties_split(text, POL_SUBMITTER_BODIES, parties, PARTIES), copied = 0;
    for (size_t i = 0; i < count; i++) {
        if (!parties[i].is_person)
            continue;
        size_t at = (size_t)(parties[i].name.data - text.data);
        pol_buffer_add(buffer, pol_span_make(text.data + copied, at - copied));
        pol_buffer_add_text(buffer, nothing);
        copied = at + parties[i].name.size;
    }
    pol_buffer_add(buffer, pol_span_from(text, copied));
}

/* Number, title, what stands between, decision: the title stays as it is, though it may name
 * somebody whom the motion is about. */
static pol_status cut_line(pol_outcome *outcome, pol_arena *arena, pol_error *reterr)
{
    pol_span line = outcome->line_text, title = outcome->title, behind = {0};
    size_t at = title.size ? pol_span_find(line, title, 0) : (size_t)-1;
    size_t end = at == (size_t)-1 ? 0 : at + title.size;
    size_t words = outcome->words.size ? pol_span_find(line, outcome->words, end) : (size_t)-1;
    pol_status status = pol_discreet_text(pol_span_from(line, words == (size_t)-1 ? end : words),
                                          POL_DISCREET_EVERYONE, arena, &behind, reterr);
    pol_buffer buffer;
    pol_buffer_init(&buffer, GROWTH * (line.size + behind.size) + sizeof nothing);
    pol_buffer_add(&buffer, pol_span_first(line, end));
    if (words != (size_t)-1)
        add_between(pol_span_make(line.data + end, words - end), &buffer);
    pol_buffer_add(&buffer, behind);
    if (status == POL_OK && buffer.status == POL_OK &&
        !pol_span_equal(pol_buffer_span(&buffer), line)) {
        outcome->line_text = pol_arena_copy(arena, pol_buffer_span(&buffer));
        if (!outcome->line_text.data)
            status = pol_arena_refused(arena, buffer.size, reterr);
    }
    if (status == POL_OK && buffer.status != POL_OK)
        status = pol_fail(reterr, buffer.status, 0, "no memory for a line of %zu bytes", line.size);
    pol_buffer_done(&buffer);
    return status;
}

pol_status pol_discreet_outcome(pol_outcome *outcome, pol_arena *arena, pol_error *reterr)
{
    pol_span *const fields[] = {&outcome->title, &outcome->words, &outcome->referral,
                                &outcome->line_text};
    pol_span title = pol_span_first(outcome->title, size_before_person(outcome->title, true));
    if (title.size < outcome->title.size && (title.size > 0 || outcome->number.size > 0))
        outcome->title = title.size > 0 ? title : pol_span_make(NULL, 0);
    pol_status status = outcome->line_text.data ? cut_line(outcome, arena, reterr) : POL_OK;
    for (size_t i = 0; i < sizeof fields / sizeof *fields && status == POL_OK; i++)
        if (fields[i]->data)
            status = pol_discreet_text(*fields[i], POL_DISCREET_BRACKETS, arena, fields[i], reterr);
    return status;
}
