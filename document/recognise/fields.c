/* fields.c - what was stated, in words, to the values of the document. */
#include "document/recognise/conference.h"
#include "document/recognise/date.h"
#include "document/recognise/decision.h"
#include "document/recognise/state.h"

enum { DISPLAY_BYTES = 90 };

static bool is_from_text(const pol_value *value)
{
    return value->origin == POL_ORIGIN_TEXT;
}

/* An article names conferences, numbers and people; they are not its own. */
static void forget_motion_values(pol_recognition *rec)
{
    static const pol_stated fields[] = {POL_STATED_CONFERENCE, POL_STATED_NUMBER,
                                        POL_STATED_DECISION, POL_STATED_RECOMMENDATION,
                                        POL_STATED_MEETING_DATE};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (is_from_text(&rec->stated[fields[i]]) || fields[i] == POL_STATED_DECISION)
            rec->stated[fields[i]] = (pol_value){0};
    rec->decision = POL_DECISION_NONE;
    rec->point_count = 0;
    if (rec->submitter_origin <= POL_ORIGIN_TEXT)
        rec->document->submitter_count = 0;
}

static bool read_date(const pol_value *value, pol_date *ret_date)
{
    return value->text.size > 0 && pol_stated_date_read(value->text, ret_date);
}

static void set_date(pol_recognition *rec)
{
    static const pol_stated motion[] = {POL_STATED_DATE, POL_STATED_MEETING_DATE};
    static const pol_stated article[] = {POL_STATED_DATE, POL_STATED_PUBLISHED};
    pol_document *document = rec->document;
    bool is_motion = pol_kind_is_decided(document->kind);
    const pol_stated *fields = is_motion ? motion : article;
    for (size_t i = 0; i < 2; i++) {
        const pol_value *value = &rec->stated[fields[i]];
        if (read_date(value, &document->date)) {
            document->date_line = value->line;
            break;
        }
        if (value->text.size > 0)
            pol_rec_doubt(rec, "date", value->line, "stated, but not as a date that can be read");
    }
    if (is_motion && document->date.month == 1 && document->date.day == 1)
        pol_rec_doubt(rec, "date", document->date_line,
                      "1 January is often printed where no date was known");
}

static void set_year(pol_recognition *rec, const pol_conference *conference)
{
    pol_document *document = rec->document;
    pol_value year = rec->stated[POL_STATED_YEAR];
    pol_span word = year.text;
    int stated = pol_word_year(pol_word_next(&word));
    pol_date meeting = {0};
    if (stated != 0) {
        document->year = stated;
        document->year_line = year.line;
    } else if (conference->year != 0) {
        document->year = conference->year;
        document->year_line = document->conference.line;
    } else if (pol_kind_is_decided(document->kind)) {
        if (read_date(&rec->stated[POL_STATED_MEETING_DATE], &meeting))
            document->year = meeting.year;
        document->year_line = rec->stated[POL_STATED_MEETING_DATE].line;
    } else if (document->date.year != 0) {
        document->year = document->date.year;
        document->year_line = document->date_line;
    }
    if (year.text.size > 0 && stated == 0)
        pol_rec_doubt(rec, "year", year.line, "stated, but not as a year that can be read");
}

static void set_conference(pol_recognition *rec)
{
    pol_document *document = rec->document;
    pol_value value = rec->stated[POL_STATED_CONFERENCE];
    pol_conference conference = {.year = 0};
    document->conference = value;
    if (value.text.size > 0) {
        pol_conference_split(value.text, &conference);
        document->conference_name = pol_conference_name(&conference, rec->arena);
        if (!document->conference_name.data)
            pol_rec_refused(rec, value.text.size + 2);
    }
    set_year(rec, &conference);
    int apart = document->year - document->date.year;
    if (pol_kind_is_decided(document->kind) && document->year != 0 && document->date.year != 0 &&
        (apart < 0 || apart > 1))
        pol_rec_doubt(rec, "year", document->year_line,
                      "the conference's year and the date's are far apart");
}

static void add_point(pol_recognition *rec, uint32_t number, bool is_letter, pol_decision decision)
{
    if (rec->point_count < POL_POINT_DECISIONS_MAX)
        rec->points[rec->point_count++] =
            (pol_point_decision){number, is_letter, (uint8_t)decision};
}

/* "Carried, point 3 lost, point 4 remitted": the parts on points. */
static void read_points(pol_recognition *rec, pol_span words)
{
    for (pol_span rest = words; rest.size > 0;) {
        uint32_t numbers[POL_POINT_DECISIONS_MAX];
        bool are_letters;
        pol_decision decision;
        pol_span behind;
        size_t count = pol_statement_parse_points(rest, numbers, &are_letters,
                                                  POL_POINT_DECISIONS_MAX, &decision, &behind);
        if (count > 0) {
            for (size_t i = 0; i < count; i++)
                add_point(rec, numbers[i], are_letters, decision);
            rest = behind;
        } else if (!pol_word_next(&rest).data) {
            return;
        }
    }
}

static pol_decision read_decision(pol_span words)
{
    pol_statement statement;
    pol_decision decision = pol_decision_from_code(words);
    if (decision != POL_DECISION_NONE)
        return decision;
    decision = pol_decision_from_words(words);
    if (decision == POL_DECISION_NONE && pol_statement_parse(words, &statement))
        decision = statement.decision;
    return decision;
}

static void set_decision(pol_recognition *rec)
{
    pol_document *document = rec->document;
    pol_value value = rec->stated[POL_STATED_DECISION];
    if (!pol_kind_is_decided(document->kind)) {
        document->decision = POL_DECISION_NONE;
        return;
    }
    document->decision = POL_DECISION_UNKNOWN;
    if (value.text.size == 0)
        return;
    document->decision_raw = value;
    pol_decision decision = rec->decision;
    if (decision == POL_DECISION_NONE || !is_from_text(&value))
        decision = read_decision(value.text);
    read_points(rec, value.text);
    bool is_sure = decision != POL_DECISION_NONE && decision != POL_DECISION_UNKNOWN;
    if (is_sure && !(rec->decision_conflict && is_from_text(&value)))
        document->decision = decision;
    else if (!is_sure && !pol_word_is_any(value.text, "tbd unknown"))
        pol_rec_doubt(rec, "decision", value.line, "stated in words that are not known");
}

/* A name made by people has words; a hash or a number does not. */
static bool is_telling_name(pol_span name)
{
    size_t words = 0;
    for (size_t i = 0, run = 0; i <= name.size; i++) {
        char c = i < name.size ? name.data[i] : ' ';
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
        run = is_letter ? run + 1 : 0;
        words += run == 3;
    }
    return words >= 2;
}

static pol_span without_ending(pol_span name)
{
    for (size_t i = name.size; i-- > 1;)
        if (name.data[i] == '.')
            return pol_span_first(name, i);
    return name;
}

static pol_span readable_name(pol_recognition *rec, pol_span name)
{
    pol_span copy = pol_arena_copy(rec->arena, without_ending(name));
    if (!copy.data) {
        pol_rec_refused(rec, name.size + 1);
        return copy;
    }
    char *bytes = pol_arena_alloc(rec->arena, copy.size + 1);
    if (!bytes) {
        pol_rec_refused(rec, copy.size + 1);
        return copy;
    }
    for (size_t i = 0; i < copy.size; i++)
        bytes[i] = copy.data[i] == '_' || copy.data[i] == '-' ? ' ' : copy.data[i];
    return pol_span_trim(pol_span_make(bytes, copy.size));
}

/* The first words of the text, cut at a space. */
static pol_span first_words(const pol_document *document)
{
    if (document->passage_count == 0)
        return POL_SPAN("(no text)");
    pol_span text = document->passages[0].text;
    if (text.size <= DISPLAY_BYTES)
        return text;
    size_t cut = DISPLAY_BYTES;
    while (cut > DISPLAY_BYTES / 2 && text.data[cut] != ' ')
        cut--;
    while (cut > 0 && ((unsigned char)text.data[cut] & 0xC0) == 0x80)
        cut--;
    return pol_span_first(text, cut);
}

static void set_display_title(pol_recognition *rec)
{
    pol_document *document = rec->document;
    if (document->title.text.size > 0)
        document->display_title = document->title.text;
    else if (is_telling_name(without_ending(rec->name)))
        document->display_title = readable_name(rec, rec->name);
    else
        document->display_title = first_words(document);
}

/* Quotation marks around the whole title are the page's. */
static pol_span without_quotes(pol_span title)
{
    static const char *const pairs[][2] = {
        {"\"", "\""}, {"\u201C", "\u201D"}, {"\u2018", "\u2019"}, {"'", "'"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        pol_span open = pol_span_of(pairs[i][0]), close = pol_span_of(pairs[i][1]);
        if (title.size <= open.size + close.size || !pol_span_starts(title, open) ||
            !pol_span_ends(title, close))
            continue;
        pol_span inner = pol_span_make(title.data + open.size, title.size - open.size - close.size);
        if (pol_span_find(inner, open, 0) == POL_NOWHERE)
            return inner;
    }
    return title;
}

void pol_rec_interpret(pol_recognition *rec)
{
    pol_document *document = rec->document;
    if (!pol_kind_is_decided(document->kind))
        forget_motion_values(rec);
    if (rec->stated[POL_STATED_TITLE].text.size == 0 && rec->back_line == POL_NOWHERE)
        rec->stated[POL_STATED_TITLE] = rec->stated[POL_STATED_PAGE_TITLE];
    document->id = rec->stated[POL_STATED_ID];
    document->title = rec->stated[POL_STATED_TITLE];
    document->title.text = without_quotes(document->title.text);
    document->organisation = rec->stated[POL_STATED_ORGANISATION];
    document->number = rec->stated[POL_STATED_NUMBER];
    document->recommendation = rec->stated[POL_STATED_RECOMMENDATION];
    document->source = rec->stated[POL_STATED_SOURCE];
    document->language = rec->stated[POL_STATED_LANGUAGE];
    pol_text_state state = pol_text_state_from_code(rec->stated[POL_STATED_TEXT_STATE].text);
    document->text_state = state == POL_TEXT_STATE_COUNT ? POL_TEXT_STATE_UNKNOWN : state;
    set_date(rec);
    set_conference(rec);
    set_decision(rec);
}

void pol_rec_finish(pol_recognition *rec)
{
    set_display_title(rec);
    if (rec->document->passage_count == 0)
        pol_rec_doubt(rec, "text", 0, "no text was found");
}
