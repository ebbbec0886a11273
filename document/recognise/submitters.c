/* submitters.c - names of those who submit or move. */
#include "document/recognise/submitters.h"

#include "document/discreet.h"

enum { SENTENCE_BYTES_MAX = 200, SENTENCE_WORDS_MAX = 16, BODY_LINE_WORDS = 10 };

/* A bare line that ends in one of these names who submitted. */
static const char body_ends[] = "branch branches region council committee executive nec local amal";

pol_submitter_hint pol_submitter_hint_of(pol_span label)
{
    pol_span rest = label, word = pol_word_next(&rest);
    if (pol_word_is(word, "received"))
        return POL_SUBMITTER_LIST;
    return pol_word_is_any(word, "mover movers moved proposer proposers proposed moved_by "
                                 "proposed_by")
               ? POL_SUBMITTER_PEOPLE
               : POL_SUBMITTER_BODIES;
}

bool pol_submitter_is_body(pol_span name)
{
    return pol_name_has_body(name);
}

void pol_submitters_split(pol_recognition *rec, pol_span value, pol_submitter_hint hint,
                          pol_origin origin, uint32_t line)
{
    pol_submitter parties[POL_SUBMITTERS_MAX];
    size_t count = pol_parties_split(value, hint, parties, POL_SUBMITTERS_MAX);
    for (size_t i = 0; i < count; i++)
        pol_rec_submitter(rec, parties[i].name, parties[i].is_person, origin, line);
}

bool pol_submitter_sentence(pol_span sentence, pol_span *ret_value, pol_submitter_hint *ret_hint)
{
    pol_span text = pol_span_trim(pol_span_unbullet(sentence));
    if (text.size > SENTENCE_BYTES_MAX ||
        pol_word_count(text, SENTENCE_WORDS_MAX + 1) > SENTENCE_WORDS_MAX)
        return false;
    pol_span rest;
    bool is_kept;
    if (!pol_party_label(text, &rest, ret_hint, &is_kept))
        return false;
    pol_span name = pol_span_core(rest);
    pol_span ahead = name, first = pol_word_next(&ahead);
    if (pol_word_is(first, "the"))
        first = pol_word_next(&ahead);
    if (!pol_word_is_capital(first))
        return false;
    *ret_value = is_kept ? name : pol_span_make(NULL, 0);
    return true;
}

/* A name alone on its line, no sentence. */
static bool is_name_line(pol_span text)
{
    if (text.size > SENTENCE_BYTES_MAX || !pol_word_is_capital(pol_span_core(text)) ||
        pol_ends_in(text, ".;:,") || pol_word_count(text, BODY_LINE_WORDS + 1) > BODY_LINE_WORDS)
        return false;
    pol_span rest = text, word;
    while ((word = pol_word_next(&rest)).data)
        if (!pol_word_is_capital(word) && !pol_word_is_any(word, "of and the & branch region no"))
            return false;
    return true;
}

bool pol_submitter_is_body_line(pol_span text)
{
    return is_name_line(text) && pol_word_is_any(pol_word_last(text), body_ends) &&
           pol_word_count(text, 2) > 1 && pol_name_kind_of(text) != POL_NAME_NONE;
}

/* "South Central Postal Branch" alone behind the text; on a page that prints the number
 * of the motion over its text, the name right behind the text needs no such word. */
static bool is_body_line(const pol_recognition *rec, size_t index, size_t last_prose)
{
    pol_span text = rec->lines[index].text;
    if (rec->lines[index].source->role == POL_LINE_HEADING || !is_name_line(text))
        return false;
    bool is_right_behind = rec->number_line != POL_NOWHERE && rec->back_line == POL_NOWHERE &&
                           (pol_rec_next(rec, last_prose + 1) == index ||
                            pol_rec_next(rec, index + 1) == rec->count) &&
                           rec->lines[index].source->blanks > 0 && pol_word_count(text, 7) <= 6;
    return is_right_behind || pol_submitter_is_body_line(text);
}

/* "Motion 9 and amendment, and 10": what a composite was made of. */
static bool is_parents_line(pol_span text)
{
    pol_span rest = text, word = pol_word_next(&rest);
    if (text.size > SENTENCE_BYTES_MAX ||
        !pol_word_is_any(word, "motion motions resolution resolutions amendment amendments"))
        return false;
    bool has_number = false;
    while ((word = pol_word_next(&rest)).data) {
        bool is_number = (word.data[0] >= '0' && word.data[0] <= '9') ||
                         (word.size <= 4 && pol_word_is_capital(word));
        has_number = has_number || is_number;
        if (!is_number && !pol_word_is_any(word, "and & amendment amendments motion motions to the "
                                                 "with as amended resolution resolutions"))
            return false;
    }
    return has_number;
}

/* Behind the outcome and the movers the page has captions: "Ann Reed speaking on motion
 * 12". Short lines there are no text. */
static void take_captions(pol_recognition *rec, size_t last_prose)
{
    enum { CAPTION_BYTES = 120 };
    bool is_behind = false;
    for (size_t i = last_prose + 1; i < rec->count; i++) {
        const pol_rec_line *line = &rec->lines[i];
        is_behind = is_behind || line->use == POL_USE_DECISION || line->use == POL_USE_METADATA;
        bool is_label = line->source->role == POL_LINE_HEADING || pol_ends_in(line->text, ":");
        if (is_label)
            return;
        if (is_behind && line->use == POL_USE_BODY && line->text.size <= CAPTION_BYTES &&
            !pol_ends_sentence(line->text))
            pol_rec_claim(rec, i, POL_USE_BOILERPLATE);
    }
}

/* "Stands", "Support": where an agenda puts the motion, and what the executive thinks of
 * it; no name. */
static bool is_agenda_status(pol_span text)
{
    static const char *const words[] = {
        "stands",         "support",    "supports",          "oppose",
        "opposes",        "supported",  "opposed",           "remit",
        "seek remission", "for debate", "no recommendation", "support with qualification"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pol_words_equal(text, words[i]))
            return true;
    return false;
}

/* The branch between the title and the text. */
static void take_body_above(pol_recognition *rec, size_t first_prose)
{
    size_t index = pol_rec_previous(rec, first_prose);
    if (index == POL_NOWHERE || first_prose >= rec->count ||
        rec->lines[index].source->role == POL_LINE_HEADING ||
        !pol_submitter_is_body_line(rec->lines[index].text) ||
        !pol_word_is_any(pol_word_last(rec->lines[index].text), "branch branches region local"))
        return; /* a title may well end in "Committee" */
    size_t above = pol_rec_previous(rec, index);
    bool has_title = above != POL_NOWHERE || rec->rank[POL_STATED_TITLE] != 0;
    if (!has_title || rec->back_line != POL_NOWHERE)
        return;
    pol_submitters_split(rec, rec->lines[index].text, POL_SUBMITTER_BODIES, POL_ORIGIN_TEXT,
                         rec->lines[index].source->number);
    pol_rec_claim(rec, index, POL_USE_METADATA);
}

void pol_rec_take_submitters(pol_recognition *rec)
{
    if (!pol_kind_is_decided(rec->document->kind))
        return;
    size_t first = pol_rec_first_prose(rec), last = pol_rec_last_prose(rec);
    if (last == POL_NOWHERE)
        return;
    for (size_t i = 0; i < first; i++)
        if (rec->lines[i].use == POL_USE_BODY && is_parents_line(rec->lines[i].text))
            pol_rec_claim(rec, i, POL_USE_METADATA);
    take_body_above(rec, first);
    for (size_t i = last + 1; i < rec->count; i++) {
        const pol_rec_line *line = &rec->lines[i];
        if (line->use != POL_USE_BODY)
            continue;
        if (is_parents_line(line->text) || is_agenda_status(line->text)) {
            pol_rec_claim(rec, i, POL_USE_METADATA);
            continue;
        }
        if (!is_body_line(rec, i, last) && !pol_is_party_line(line->text))
            continue;
        pol_submitters_split(rec, line->text, POL_SUBMITTER_BODIES, POL_ORIGIN_TEXT,
                             line->source->number);
        pol_rec_claim(rec, i, POL_USE_METADATA);
    }
    take_captions(rec, last);
}

/* "Tugs (Jane Smith, Hull)": the mover at the end of the title. */
void pol_rec_take_title_people(pol_recognition *rec)
{
    pol_value *title = &rec->stated[POL_STATED_TITLE];
    if (!pol_kind_is_decided(rec->document->kind) || title->text.size > POL_SHORT_LINE)
        return;
    pol_span rest = title->text, shorter = pol_discreet_title(title->text);
    if (shorter.size == 0 || shorter.size == rest.size)
        return;
    title->text = shorter;
    pol_submitters_split(rec, pol_span_from(rest, shorter.size), POL_SUBMITTER_BODIES,
                         POL_ORIGIN_TEXT, title->line);
}
