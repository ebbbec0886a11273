/* pairs.c - what a file states outside its running text: sidecar, front matter,
 * JSON fields, the head of a web page. One table of keys. */
#include "document/recognise/conference.h"
#include "document/recognise/state.h"
#include "document/recognise/submitters.h"

static const struct {
    const char *key; /* lower case */
    pol_stated field;
    uint8_t alias; /* which of two keys for one field wins: the lower */
} keys[] = {
    {"id", POL_STATED_ID, 0},
    {"identifier", POL_STATED_ID, 1},
    {"uid", POL_STATED_ID, 2},
    {"kind", POL_STATED_KIND, 0},
    {"type", POL_STATED_KIND, 1},
    {"document_type", POL_STATED_KIND, 2},
    {"title", POL_STATED_TITLE, 0},
    {"motion_title", POL_STATED_TITLE, 1},
    {"headline", POL_STATED_TITLE, 2},
    {"name", POL_STATED_TITLE, 3},
    {"html_title", POL_STATED_PAGE_TITLE, 0},
    {"meta:og:title", POL_STATED_PAGE_TITLE, 1},
    {"organisation", POL_STATED_ORGANISATION, 0},
    {"organization", POL_STATED_ORGANISATION, 1},
    {"union", POL_STATED_ORGANISATION, 2},
    {"party", POL_STATED_ORGANISATION, 3},
    {"org", POL_STATED_ORGANISATION, 4},
    {"conference", POL_STATED_CONFERENCE, 0},
    {"meeting", POL_STATED_CONFERENCE, 1},
    {"meeting_link", POL_STATED_CONFERENCE, 2},
    {"congress", POL_STATED_CONFERENCE, 3},
    {"event", POL_STATED_CONFERENCE, 4},
    {"session", POL_STATED_CONFERENCE, 5},
    {"year", POL_STATED_YEAR, 0},
    {"conference_year", POL_STATED_YEAR, 1},
    {"date", POL_STATED_DATE, 0},
    {"submitted", POL_STATED_DATE, 1},
    {"date_submitted", POL_STATED_DATE, 1},
    {"submission_date", POL_STATED_DATE, 1},
    {"published", POL_STATED_DATE, 2},
    {"date_published", POL_STATED_DATE, 2},
    {"datepublished", POL_STATED_DATE, 2},
    {"published_at", POL_STATED_DATE, 2},
    {"publication_date", POL_STATED_DATE, 2},
    {"meeting_date", POL_STATED_MEETING_DATE, 0},
    {"conference_date", POL_STATED_MEETING_DATE, 0},
    {"meta:article:published_time", POL_STATED_PUBLISHED, 0},
    {"meta:datepublished", POL_STATED_PUBLISHED, 1},
    {"meta:dc.date.issued", POL_STATED_PUBLISHED, 2},
    {"meta:dcterms.issued", POL_STATED_PUBLISHED, 2},
    {"meta:dc.date", POL_STATED_PUBLISHED, 3},
    {"meta:dcterms.date", POL_STATED_PUBLISHED, 3},
    {"meta:pubdate", POL_STATED_PUBLISHED, 4},
    {"meta:publish_date", POL_STATED_PUBLISHED, 4},
    {"meta:date", POL_STATED_PUBLISHED, 5},
    {"number", POL_STATED_NUMBER, 0},
    {"motion_number", POL_STATED_NUMBER, 1},
    {"motion_no", POL_STATED_NUMBER, 1},
    {"motion_code", POL_STATED_NUMBER, 2},
    {"code", POL_STATED_NUMBER, 3},
    {"ref", POL_STATED_NUMBER, 4},
    {"decision", POL_STATED_DECISION, 0},
    {"decision_raw", POL_STATED_DECISION, 1},
    {"outcome", POL_STATED_DECISION, 2},
    {"result", POL_STATED_DECISION, 3},
    {"status", POL_STATED_DECISION, 4},
    {"submitted_by", POL_STATED_SUBMITTER, 0},
    {"submitter", POL_STATED_SUBMITTER, 0},
    {"submitters", POL_STATED_SUBMITTER, 0},
    {"proposing_body", POL_STATED_SUBMITTER, 0},
    {"moving_body", POL_STATED_SUBMITTER, 0},
    {"received_from", POL_STATED_SUBMITTER, 0},
    {"proposed_by", POL_STATED_SUBMITTER, 1},
    {"proposer", POL_STATED_SUBMITTER, 1},
    {"proposers", POL_STATED_SUBMITTER, 1},
    {"mover", POL_STATED_SUBMITTER, 1},
    {"moved_by", POL_STATED_SUBMITTER, 1},
    {"text_state", POL_STATED_TEXT_STATE, 0},
    {"recommendation", POL_STATED_RECOMMENDATION, 0},
    {"source", POL_STATED_SOURCE, 0},
    {"url", POL_STATED_SOURCE, 1},
    {"permalink", POL_STATED_SOURCE, 2},
    {"link", POL_STATED_SOURCE, 3},
    {"canonical", POL_STATED_SOURCE, 4},
    {"language", POL_STATED_LANGUAGE, 0},
    {"lang", POL_STATED_LANGUAGE, 1},
};

/* Headings of sites that stand where a title should. */
static const char *const no_titles[] = {
    "motions",
    "motion",
    "news",
    "latest news",
    "home",
    "policy",
    "policies",
    "conference",
    "resolutions",
    "untitled",
    "untitled document",
    "index",
    "document",
    "motion detail",
    "press releases",
    "articles",
    "blog",
    "page not found",
};

static bool is_no_title(pol_span value)
{
    for (size_t i = 0; i < sizeof no_titles / sizeof *no_titles; i++)
        if (pol_words_equal(value, no_titles[i]))
            return true;
    return false;
}

/* "status: published" and "status: tbd" say nothing that was decided; the latter says
 * so, and overrides what the text may seem to say. */
static bool is_of_decision(pol_span value, uint8_t alias)
{
    return alias == 0 || pol_decision_from_code(value) != POL_DECISION_NONE ||
           pol_decision_from_words(value) != POL_DECISION_NONE ||
           pol_word_is_any(value, "tbd tba pending unknown none");
}

static bool is_usable(const pol_pair *pair, pol_stated field, uint8_t alias, pol_span value)
{
    pol_conference conference;
    switch (field) {
    case POL_STATED_TITLE:
        return !(pair->origin == POL_ORIGIN_MARKUP && is_no_title(value));
    case POL_STATED_DECISION:
        return is_of_decision(value, alias);
    case POL_STATED_KIND:
        return pol_kind_from_code(value) != POL_KIND_COUNT;
    case POL_STATED_CONFERENCE:
        return alias < 5 || pol_conference_parse(value, false, &conference);
    default:
        return true;
    }
}

/* "motion_code", "motion_number", or a status that is a decision: only motions have them. */
static bool is_motion_pair(pol_stated field, uint8_t alias)
{
    return field == POL_STATED_DECISION || (field == POL_STATED_NUMBER && alias > 0 && alias < 3);
}

static void take_pair(pol_recognition *rec, const pol_pair *pair)
{
    pol_span value = pol_line_clean(rec->arena, pol_span_trim(pair->value));
    if (!value.data) {
        pol_rec_refused(rec, pair->value.size + 1);
        return;
    }
    const char first = pair->key.size ? (char)(pair->key.data[0] | 0x20) : '\0';
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (*keys[i].key != first || !pol_span_equal_fold(pair->key, pol_span_of(keys[i].key)) ||
            !is_usable(pair, keys[i].field, keys[i].alias, value))
            continue;
        rec->has_motion_pair = rec->has_motion_pair || is_motion_pair(keys[i].field, keys[i].alias);
        bool is_told = pair->origin == POL_ORIGIN_HEADING &&
                       pol_span_equal(pair->key, POL_SPAN("moving_body"));
        if (is_told) /* by the other movers of its file */
            pol_rec_submitter(rec, value, false, (pol_origin)pair->origin, pair->line);
        else if (keys[i].field == POL_STATED_SUBMITTER)
            pol_submitters_split(rec, value,
                                 keys[i].alias ? POL_SUBMITTER_PEOPLE : POL_SUBMITTER_BODIES,
                                 (pol_origin)pair->origin, pair->line);
        else
            pol_rec_state(rec, keys[i].field, value, (pol_origin)pair->origin, pair->line,
                          keys[i].alias);
    }
}

/* "Title (#E02) \u2022 Autumn Conference 2022", "Title | Site": the window's title tells the
 * number and the conference, and the title where nothing else does. */
static void read_page_title(pol_recognition *rec)
{
    static const char *const marks[] = {" \u2022 ", " | ", " :: ", " \u00BB ", " \u2013 ", " - "};
    pol_value page = rec->stated[POL_STATED_PAGE_TITLE];
    if (page.text.size == 0)
        return;
    pol_span title = page.text;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find(title, pol_span_of(marks[i]), 0);
        if (at == POL_NOWHERE)
            continue;
        pol_span behind = pol_span_from(title, at + strlen(marks[i]));
        pol_conference conference;
        size_t next = pol_span_find(behind, pol_span_of(marks[i]), 0);
        if (pol_conference_parse(pol_span_first(behind, next), false, &conference))
            pol_rec_state(rec, POL_STATED_CONFERENCE, conference.printed, POL_ORIGIN_MARKUP,
                          page.line, 8);
        title = pol_span_first(title, at);
        break;
    }
    size_t open = pol_span_find(title, POL_SPAN("(#"), 0);
    if (open != POL_NOWHERE && title.data[title.size - 1] == ')') {
        pol_span number = pol_span_make(title.data + open + 2, title.size - open - 3);
        if (number.size <= 8)
            pol_rec_state(rec, POL_STATED_NUMBER, number, POL_ORIGIN_TEXT, page.line, 15);
        title = pol_span_first(title, open);
    }
    rec->stated[POL_STATED_PAGE_TITLE].text =
        is_no_title(title) ? pol_span_make(NULL, 0) : pol_span_trim(title);
}

void pol_rec_take_pairs(pol_recognition *rec)
{
    for (size_t i = 0; i < rec->text->pair_count && rec->status == POL_OK; i++)
        take_pair(rec, &rec->text->pairs[i]);
    read_page_title(rec);
}
