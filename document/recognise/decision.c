/* decision.c - lines that state what was decided, on the motion or on one of
 * its points, and those that name who moved and seconded: found, noted, claimed. */
#include "document/recognise/decision.h"

#include "document/numbering.h"
#include "document/openers.h"
#include "document/recognise/conference.h"
#include "document/recognise/submitters.h"

enum {
    LINE_BYTES_MAX = 420,
    PIECES_MAX = 8,
    STORY_LINES = 3,
    STORY_BYTES_MAX = 640,
    ALIAS_BARE = 12,  /* a bare "Carried" */
    ALIAS_MOTION = 8, /* "The motion was carried" */
    ALIAS_STATUS = 6  /* a box that the markup marks as the status */
};

/* One sentence of a line at the edge. */
typedef struct piece {
    pol_span text;
    bool is_statement;
    pol_statement statement;
    pol_span submitter; /* absent: a seconder, or a statement */
    pol_submitter_hint hint;
} piece;

/* The conference and the date that the tail of a statement names. */
static void state_tail(pol_recognition *rec, pol_span tail, uint32_t line)
{
    pol_date date;
    size_t at, size;
    if (pol_date_find(tail, &date, &at, &size))
        pol_rec_state(rec, POL_STATED_MEETING_DATE, pol_span_make(tail.data + at, size),
                      POL_ORIGIN_TEXT, line, ALIAS_MOTION);
    pol_span rest = pol_span_core(tail);
    for (int i = 0; i < 6; i++) {
        pol_span ahead = rest, word = pol_word_next(&ahead);
        if (!pol_word_is_any(word, "unanimously overwhelmingly nem con by at in the of our"))
            break;
        rest = pol_span_trim(ahead);
    }
    pol_conference conference;
    if (pol_conference_parse(pol_span_core(rest), false, &conference))
        pol_rec_state(rec, POL_STATED_CONFERENCE, conference.printed, POL_ORIGIN_TEXT, line,
                      ALIAS_MOTION);
}

/* Two bare statements that differ settle nothing; one that names the motion, or says
 * more of the same, wins over one that does not. */
static void note_statement(pol_recognition *rec, const pol_statement *statement, pol_span words,
                           const pol_line *source)
{
    uint32_t line = source->number;
    uint8_t alias = source->role == POL_LINE_STATUS ? ALIAS_STATUS
                    : statement->names_motion       ? ALIAS_MOTION
                                                    : ALIAS_BARE;
    unsigned rank = (unsigned)POL_ORIGIN_TEXT * 16 + 15 - alias;
    bool is_new = rec->rank[POL_STATED_DECISION] == 0;
    bool is_same_rank = rec->rank[POL_STATED_DECISION] == rank;
    bool is_finer = statement->decision == POL_DECISION_CARRIED_AMENDED &&
                    rec->decision == POL_DECISION_CARRIED;
    bool is_coarser = statement->decision == POL_DECISION_CARRIED &&
                      rec->decision == POL_DECISION_CARRIED_AMENDED;
    if (is_new || rec->rank[POL_STATED_DECISION] < rank || (is_same_rank && is_finer)) {
        rec->decision = statement->decision;
        rec->decision_conflict = false;
        rec->rank[POL_STATED_DECISION] = 0;
        pol_rec_state(rec, POL_STATED_DECISION, words, POL_ORIGIN_TEXT, line, alias);
    } else if (is_same_rank && statement->decision != rec->decision && !is_coarser) {
        rec->decision_conflict = true;
        pol_rec_doubt(rec, "decision", line, "another decision is stated as well");
    }
    state_tail(rec, statement->tail, line);
}

/* A line's words without the mark that ends them. */
static pol_span verbatim(pol_span text)
{
    text = pol_span_trim(pol_span_unbullet(text));
    while (text.size > 0 && strchr(".;:,", text.data[text.size - 1]))
        text.size--;
    return text;
}

static bool read_piece(pol_span text, piece *ret_piece)
{
    *ret_piece = (piece){.text = text};
    ret_piece->is_statement = pol_statement_parse(text, &ret_piece->statement);
    return ret_piece->is_statement ||
           pol_submitter_sentence(text, &ret_piece->submitter, &ret_piece->hint);
}

/* The line cut into sentences; 0 unless each of them is a statement or names people. */
static size_t read_pieces(pol_span line, piece pieces[PIECES_MAX])
{
    if (read_piece(line, &pieces[0]) && pieces[0].is_statement)
        return 1;
    size_t count = 0;
    for (pol_span rest = pol_span_trim(line); rest.size > 0;) {
        if (count == PIECES_MAX)
            return 0;
        pol_span sentence = pol_first_sentence(rest);
        size_t cut = pol_span_find(sentence, POL_SPAN(";"), 0);
        size_t slash = pol_span_find(sentence, POL_SPAN(" / "), 0);
        cut = slash < cut ? slash : cut;
        size_t step = cut == POL_NOWHERE ? sentence.size : cut + (cut == slash ? 3 : 1);
        sentence = pol_span_first(sentence, cut);
        rest = pol_span_trim(pol_span_from(rest, step));
        if (pol_span_core(sentence).size == 0)
            continue;
        if (!read_piece(sentence, &pieces[count]))
            return 0;
        count++;
    }
    return count;
}

static void take_pieces(pol_recognition *rec, size_t index, const piece *pieces, size_t count)
{
    uint32_t line = rec->lines[index].source->number;
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].is_statement)
            note_statement(rec, &pieces[i].statement, verbatim(pieces[i].text),
                           rec->lines[index].source);
        else if (pieces[i].submitter.data)
            pol_submitters_split(rec, pieces[i].submitter, pieces[i].hint, POL_ORIGIN_TEXT, line);
    }
    pol_rec_claim(rec, index, POL_USE_DECISION);
}

/* Is `text` on an amendment: "Amendment 3: delete ...", "That the proposed words be there
 * added"? A bare "Carried" or "Question agreed to" behind it is its. */
static bool is_on_amendment(pol_span text)
{
    static const char *const words[] = {"proposed words", "words be there", "amendment be made",
                                        "amendments be made", "original words"};
    if (pol_span_has_any_fold(text, words, sizeof words / sizeof *words))
        return true;
    return pol_words_start(text, "amendment", NULL);
}

static bool is_behind_amendment(const pol_recognition *rec, size_t index)
{
    size_t above = pol_rec_previous(rec, index);
    return above != POL_NOWHERE && above + 1 == index &&
           is_on_amendment(pol_span_first(rec->lines[above].text, LINE_BYTES_MAX));
}

/* Statements inside a section on amendments are theirs, unless they say more. */
static bool is_of_motion(const pol_recognition *rec, size_t index, const piece *pieces,
                         size_t count)
{
    const pol_rec_line *line = &rec->lines[index];
    bool in_amendment = line->source->is_aside || (line->section == POL_CLAUSE_AMENDMENT &&
                                                   rec->document->kind != POL_KIND_AMENDMENT);
    bool is_question = pol_words_start(line->text, "question", NULL);
    if (rec->document->kind != POL_KIND_AMENDMENT && is_behind_amendment(rec, index))
        in_amendment = true;
    for (size_t i = 0; i < count; i++)
        if (pieces[i].is_statement && in_amendment &&
            (line->source->is_aside ||
             !((pieces[i].statement.names_motion && !is_question) ||
               pieces[i].statement.decision == POL_DECISION_CARRIED_AMENDED)))
            return false;
    return true;
}

/* Is the statement on another motion, or told in the midst of the text? The text of a
 * motion may tell what became of others, in sentences and in lists. */
static bool is_of_others(const pol_recognition *rec, size_t index, const pol_statement *statement,
                         bool is_amid)
{
    const pol_rec_line *line = &rec->lines[index];
    pol_span own = rec->stated[POL_STATED_NUMBER].text;
    if (line->source->role == POL_LINE_STATUS)
        return false;
    pol_label label;
    if (line->source->role == POL_LINE_ITEM || pol_label_parse(line->text, &label))
        return true;
    if (statement->number.data && own.data && !pol_span_equal_fold(statement->number, own) &&
        !pol_span_ends(own, statement->number))
        return true;
    bool is_numbered = statement->number.data && !own.data;
    return is_amid && (statement->is_told || is_numbered);
}

/* The last line that opens a clause or is a point: what is told before it is told amid
 * the text. */
static size_t last_clause(pol_recognition *rec)
{
    size_t end = rec->count > POL_EDGE_LINES ? rec->count - POL_EDGE_LINES : 0;
    for (size_t i = rec->count; i-- > end;) {
        pol_label label;
        if (rec->lines[i].use == POL_USE_BODY &&
            (pol_rec_opener(rec, i).subject >= POL_SUBJECT_BODY ||
             (pol_label_parse(rec->lines[i].text, &label) && !label.is_weak)))
            return i;
    }
    return end;
}

/* "Amendment accepted by the mover", "Status: Amendment defeated": of the amendment, and no
 * text of the motion. */
static bool is_amendment_status(pol_span line)
{
    enum { STATUS_BYTES = 60, WORDS_BEHIND = 3 };
    pol_span rest = line, word;
    if (line.size > STATUS_BYTES)
        return false;
    pol_words_start(line, "status", &rest);
    if (!pol_words_start(rest, "amendment", &rest))
        return false;
    pol_span ahead = rest;
    word = pol_word_next(&ahead);
    if (word.size > 0 && word.size <= 3 && pol_word_is_capital(word))
        rest = ahead;
    word = pol_word_next(&rest);
    if (pol_word_is_any(word, "was is"))
        word = pol_word_next(&rest);
    return pol_word_is_any(word, "passed carried lost defeated accepted withdrawn rejected agreed "
                                 "fell adopted") &&
           pol_word_count(rest, WORDS_BEHIND + 1) <= WORDS_BEHIND && !pol_ends_in(line, ",;:");
}

static void take_amendment_statuses(pol_recognition *rec)
{
    if (rec->document->kind == POL_KIND_AMENDMENT)
        return;
    size_t first = pol_rec_next(rec, 0); /* where nothing is above it, it is the text */
    for (size_t i = first + 1; i < rec->count; i++)
        if (rec->lines[i].use == POL_USE_BODY && pol_rec_is_near_edge(rec, i) &&
            rec->lines[i].source->role != POL_LINE_ITEM && is_amendment_status(rec->lines[i].text))
            pol_rec_claim(rec, i, POL_USE_DECISION);
}

/* What stands over "Back to all Motions" is the title: "Lost Business", "Deferred". */
static bool is_title_over_back(const pol_recognition *rec, size_t index)
{
    return rec->back_line != POL_NOWHERE && index < rec->back_line;
}

/* Lines that state a decision, wherever they stand; with `at_edges`, lines that only
 * name movers, before and behind the prose. */
static void take_lines(pol_recognition *rec, bool at_edges)
{
    size_t first = pol_rec_first_prose(rec), last = pol_rec_last_prose(rec);
    size_t clause = last_clause(rec);
    for (size_t i = 0; i < rec->count; i++) {
        if (!at_edges &&
            !pol_statement_may_hold(pol_span_first(rec->lines[i].text, LINE_BYTES_MAX)))
            continue;
        if (rec->lines[i].use != POL_USE_BODY || rec->lines[i].text.size > LINE_BYTES_MAX ||
            !pol_rec_is_near_edge(rec, i) || is_title_over_back(rec, i) ||
            (at_edges && i >= first && last != POL_NOWHERE && i <= last))
            continue;
        piece pieces[PIECES_MAX];
        size_t count = read_pieces(rec->lines[i].text, pieces);
        bool has_statement = at_edges, is_amid = i > first && i < clause;
        for (size_t k = 0; k < count; k++) {
            has_statement = has_statement || pieces[k].is_statement;
            if (pieces[k].is_statement && is_of_others(rec, i, &pieces[k].statement, is_amid))
                count = 0;
        }
        if (count > 0 && has_statement && is_of_motion(rec, i, pieces, count))
            take_pieces(rec, i, pieces, count);
    }
}

/* A story is taken off the line; the line goes on with what follows it. */
static bool take_story(pol_recognition *rec, size_t index)
{
    pol_rec_line *line = &rec->lines[index];
    pol_span near = pol_span_first(line->text, STORY_BYTES_MAX); /* it is at the start */
    if (!pol_decision_may_hold(near))
        return false;
    pol_span sentence = pol_first_sentence(near);
    pol_statement statement;
    if (line->source->is_aside || !pol_statement_parse_story(sentence, &statement))
        return false;
    note_statement(rec, &statement, verbatim(sentence), line->source);
    static const char by[] = "submitted by ";
    size_t at = pol_span_find_fold(sentence, POL_SPAN("submitted by "), 0);
    if (at != POL_NOWHERE) {
        pol_span name = pol_span_from(sentence, at + strlen(by));
        size_t end = 0;
        while (end < name.size && !strchr(",;.", name.data[end]) &&
               !pol_span_starts(pol_span_from(name, end), POL_SPAN(" and ")))
            end++;
        pol_submitters_split(rec, pol_span_first(name, end), POL_SUBMITTER_BODIES, POL_ORIGIN_TEXT,
                             line->source->number);
    }
    pol_rec_set_text(rec, index, pol_span_trim(pol_span_from(line->text, sentence.size)));
    if (line->text.size == 0)
        pol_rec_claim(rec, index, POL_USE_DECISION);
    return true;
}

/* What stands in brackets may start small: "(carried unanimously)". */
static bool parse_bracketed(pol_span words, pol_statement *ret_statement)
{
    *ret_statement = (pol_statement){.decision = pol_decision_from_words(words)};
    ret_statement->tail = pol_span_from(words, words.size);
    return (ret_statement->decision != POL_DECISION_NONE &&
            ret_statement->decision != POL_DECISION_UNKNOWN) ||
           pol_statement_parse(words, ret_statement);
}

/* "... to the next conference. CARRIED": the last sentence of the last line, in capitals
 * or naming the motion. */
static void take_line_end(pol_recognition *rec, size_t index)
{
    pol_rec_line *line = &rec->lines[index];
    pol_span sentence = pol_last_sentence(line->text);
    if (sentence.size == line->text.size || line->source->is_aside)
        return;
    pol_statement statement;
    pol_span rest = sentence;
    bool is_loud = pol_word_is_upper(pol_word_next(&rest));
    bool is_bracketed = sentence.data[0] == '(' || sentence.data[0] == '[';
    bool is_stated = is_bracketed ? parse_bracketed(pol_span_core(sentence), &statement)
                                  : pol_statement_parse(sentence, &statement);
    if (!is_stated || !(statement.names_motion || is_loud || is_bracketed))
        return;
    pol_span before = pol_span_first(line->text, line->text.size - sentence.size);
    if (before.size <= LINE_BYTES_MAX && is_on_amendment(before))
        return;
    note_statement(rec, &statement, verbatim(sentence), line->source);
    pol_rec_set_text(rec, index, pol_span_trim(before));
}

static void add_points(pol_recognition *rec, const uint32_t *numbers, size_t count,
                       bool are_letters, pol_decision decision)
{
    for (size_t i = 0; i < count && rec->point_count < POL_POINT_DECISIONS_MAX; i++)
        rec->points[rec->point_count++] =
            (pol_point_decision){numbers[i], are_letters, (uint8_t)decision};
}

/* Is `text` a point that was printed in its place already? */
static bool is_said_above(const pol_recognition *rec, size_t index, pol_span text)
{
    enum { LINES_BACK = 200 };
    size_t end = index > LINES_BACK ? index - LINES_BACK : 0;
    for (size_t i = index; i-- > end;) {
        pol_span line = rec->lines[i].text;
        pol_label label;
        if (rec->lines[i].use == POL_USE_BODY && pol_label_parse(line, &label))
            line = pol_span_from(line, label.skip);
        if (rec->lines[i].use == POL_USE_BODY &&
            pol_span_equal_fold(pol_span_core(line), pol_span_core(text)))
            return true;
    }
    return false;
}

/* "Point 2 of motion REMITTED: text": the statement is taken off. */
static bool take_points(pol_recognition *rec, size_t index)
{
    pol_rec_line *line = &rec->lines[index];
    uint32_t numbers[POL_POINT_DECISIONS_MAX];
    bool are_letters = false;
    pol_decision decision;
    pol_span rest;
    size_t count = pol_statement_parse_points(line->text, numbers, &are_letters,
                                              POL_POINT_DECISIONS_MAX, &decision, &rest);
    if (count == 0)
        return false;
    pol_span said = pol_span_first(line->text, line->text.size - rest.size);
    bool is_loud = pol_word_is_upper(pol_word_last(said));
    bool is_all = pol_span_core(rest).size == 0;
    bool has_colon = rest.size > 0 && rest.data[0] == ':';
    if (!is_all && !has_colon && !is_loud)
        return false;
    add_points(rec, numbers, count, are_letters, decision);
    if (is_all) {
        pol_rec_claim(rec, index, POL_USE_DECISION);
        return true;
    }
    while (rest.size > 0 && strchr(": .-", rest.data[0]))
        rest = pol_span_from(rest, 1);
    if (is_said_above(rec, index, rest)) {
        pol_rec_claim(rec, index, POL_USE_DECISION);
        return true;
    }
    pol_rec_set_text(rec, index, rest);
    if (line->decision == POL_DECISION_NONE && count == 1)
        line->decision = (uint8_t)decision;
    return true;
}

/* "2) Write to the board. [LOST]": the decision of this point alone. */
static void take_point_end(pol_recognition *rec, size_t index)
{
    pol_rec_line *line = &rec->lines[index];
    pol_label label;
    char last = line->text.size ? line->text.data[line->text.size - 1] : '\0';
    if ((last != ')' && last != ']') || !pol_label_parse(line->text, &label))
        return;
    size_t open = line->text.size;
    while (open > 0 && line->text.data[open - 1] != (last == ')' ? '(' : '['))
        open--;
    if (open == 0 || line->text.size - open > 60)
        return;
    pol_span words = pol_span_core(pol_span_from(line->text, open));
    pol_decision decision = pol_decision_from_words(words);
    if (decision == POL_DECISION_NONE || decision == POL_DECISION_UNKNOWN || open < 2)
        return;
    line->decision = (uint8_t)decision;
    pol_rec_set_text(rec, index, pol_span_trim(pol_span_first(line->text, open - 1)));
}

/* "Motion passed: Tea for all", "Tea for all (carried)", "Tea for all - LOST": a decision
 * that shares the line of the title. */
static bool split_title(pol_span text, pol_span *ret_title, pol_statement *ret_statement)
{
    static const char *const marks[] = {": ", " - ", " \u2013 ", " \u2014 ", " ("};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find(text, pol_span_of(marks[i]), 0);
        if (at == POL_NOWHERE)
            continue;
        pol_span left = pol_span_first(text, at);
        pol_span right = pol_span_from(text, at + strlen(marks[i]));
        bool is_bracket = text.data[at + 1] == '(';
        if (!is_bracket && pol_statement_parse(left, ret_statement) &&
            ret_statement->names_motion && pol_span_core(ret_statement->tail).size == 0 &&
            !pol_statement_parse(right, &(pol_statement){0}) && pol_word_is_capital(right)) {
            *ret_title = right;
            return true;
        }
        if (is_bracket != pol_span_ends(right, POL_SPAN(")")))
            continue;
        bool is_stated = is_bracket ? parse_bracketed(pol_span_core(right), ret_statement)
                                    : pol_statement_parse(right, ret_statement);
        if (is_stated && !pol_statement_parse(left, &(pol_statement){0})) {
            *ret_title = left;
            return true;
        }
    }
    return false;
}

static void take_title_decision(pol_recognition *rec)
{
    size_t first = pol_rec_next(rec, 0);
    pol_span title;
    pol_statement statement;
    if (first >= rec->count || rec->back_line != POL_NOWHERE || rec->has_labelled_conference ||
        rec->lines[first].text.size > POL_SHORT_LINE ||
        pol_rec_next(rec, first + 1) >= rec->count || pol_rec_is_prose(rec, first) ||
        !split_title(rec->lines[first].text, &title, &statement))
        return;
    note_statement(rec, &statement, verbatim(rec->lines[first].text), rec->lines[first].source);
    pol_rec_set_text(rec, first, title);
}

static void take_stories(pol_recognition *rec)
{
    size_t index = pol_rec_next(rec, 0);
    for (int i = 0; i < STORY_LINES && index < rec->count; i++) {
        if (take_story(rec, index))
            return;
        index = pol_rec_next(rec, index + 1);
    }
    index = pol_rec_previous(rec, rec->count);
    for (int i = 0; i < STORY_LINES && index != POL_NOWHERE; i++) {
        if (take_story(rec, index))
            return;
        index = pol_rec_previous(rec, index);
    }
}

void pol_rec_take_decisions(pol_recognition *rec)
{
    if (!pol_kind_is_decided(rec->document->kind))
        return;
    take_title_decision(rec);
    take_lines(rec, false);
    take_lines(rec, true);
    for (size_t i = 0; i < rec->count; i++)
        if (rec->lines[i].use == POL_USE_BODY && pol_rec_is_near_edge(rec, i) &&
            !take_points(rec, i))
            take_point_end(rec, i);
    take_stories(rec);
    take_amendment_statuses(rec);
    size_t last = pol_rec_previous(rec, rec->count);
    if (last != POL_NOWHERE)
        take_line_end(rec, last);
}
