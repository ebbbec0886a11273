/* heading.c - the lines of a report that are no outcomes themselves: headings that
 * decide what stands under them, headings of the report, conferences, furniture. */
#include "core/date.h"
#include "document/outcome/parse.h"
#include "document/recognise/conference.h"
#include "document/recognise/decision.h"
#include "document/words.h"

enum { HEADING_BYTES_MAX = 160, RESULTS_WORDS_MAX = 12 };

static pol_span behind_words(pol_span text, const char *words)
{
    for (pol_span rest = text; pol_word_is_any(pol_word_next(&rest), words);)
        text = rest;
    return text;
}

/* "The following motions", "Motions": what a heading governs. */
static bool skip_items(pol_span *text, pol_kind *ret_kind)
{
    bool is_in_number;
    pol_span rest = behind_words(*text, "the these this all following other further next");
    bool is_led = rest.data != text->data;
    rest = behind_words(rest, "late");
    if (!pol_outcome_noun(&rest, ret_kind, &is_in_number)) {
        pol_span behind = rest, word = pol_word_next(&rest);
        bool is_all =
            is_led &&
            pol_word_is(pol_word_last(pol_span_first(*text, (size_t)(behind.data - text->data))),
                        "following");
        if (is_all && pol_word_is_any(word, "were was have are fell")) {
            *ret_kind = POL_KIND_MOTION; /* "The following were carried" */
            *text = behind;
            return true;
        }
        if (!pol_word_is_any(word, "items business statements policies policy") &&
            !(is_led && pol_word_count(*text, 3) > 2 &&
              pol_word_is_any(
                  pol_word_last(pol_span_first(*text, (size_t)(rest.data - text->data))),
                  "following")))
            return false;
        *ret_kind = POL_KIND_MOTION;
    }
    pol_span word, behind = rest;
    while (pol_word_is_any(word = pol_word_next(&behind), "motions resolutions and composites "
                                                          "amendments items which that not")) {
        if (pol_word_is(word, "not"))
            break;
        rest = behind;
    }
    *text = rest;
    return true;
}

/* Words that may stand between the items and the decision, or end the heading. */
static const char verbs[] = "was were is are has have been which that then being";
static const char endings[] = "motions motion resolutions resolution composites items item "
                              "business amendments amendment policies";

/* "Carried (12)", "3. Motions carried": without the count behind it and its own number. */
static pol_span without_count(pol_span text)
{
    pol_span last = pol_word_last(text), first = pol_word_next(&(pol_span){text.data, text.size});
    bool is_count = last.size > 0 && last.size <= 3 && last.data[0] >= '0' && last.data[0] <= '9';
    size_t at = is_count ? (size_t)(last.data - text.data) : 0;
    if (at > 1 && strchr("([:-", text.data[at - 1 - (text.data[at - 1] == ' ' && at > 2)]))
        text = pol_span_first(text, at - 1);
    bool is_number = first.size > 0 && first.size <= 3 && first.data == text.data &&
                     first.size + 1 < text.size && strchr(".)", text.data[first.size]) &&
                     (pol_outcome_is_number(first, true) || first.size == 1);
    if (is_number)
        text = pol_span_from(text, first.size + 1);
    while (text.size > 0 && strchr("([:- ", text.data[text.size - 1]))
        text.size--;
    return pol_outcome_strip(text);
}

/* "The motion was carried.": a sentence on one item, which governs none. */
static bool tells_of_one(pol_span text)
{
    pol_span rest = behind_words(text, "the this that main substantive emergency amended");
    return pol_word_is_any(pol_word_next(&rest), "motion resolution composite amendment") &&
           (pol_word_is_any(pol_word_next(&(pol_span){rest.data, rest.size}),
                            "was is has had as fell falls") ||
            pol_decision_may_start(pol_span_core(rest)));
}

/* "Not reached. These stand referred to the Executive.": the sentence behind a heading, which
 * tells more of what it governs. Absent where there is none. */
static pol_span sentence_behind(pol_span text)
{
    size_t at = pol_span_find(text, POL_SPAN(". "), 0);
    pol_span behind = pol_span_from(text, at == (size_t)-1 ? text.size : at + 2);
    pol_span rest = behind_words(behind, "all of both");
    if (!pol_decision_may_hold(pol_span_make(text.data, (size_t)(behind.data - text.data))))
        return pol_span_make(NULL, 0);
    bool is_on_them = !pol_outcome_starts_item(rest) &&
                      pol_word_is_any(pol_word_next(&rest), "these they motions");
    return is_on_them ? behind : pol_span_make(NULL, 0);
}

bool pol_outcome_heading(pol_span line, pol_outcome_memory *memory, pol_outcome *outcome,
                         bool *ret_is_full)
{
    pol_kind kind = POL_KIND_MOTION;
    pol_span text = pol_outcome_strip(pol_span_unbullet(line));
    pol_span behind = sentence_behind(text);
    if (behind.data)
        text = pol_outcome_strip(pol_span_make(text.data, (size_t)(behind.data - text.data)));
    text = without_count(text);
    *ret_is_full = false;
    if (tells_of_one(text) || text.size == 0 || text.size > HEADING_BYTES_MAX ||
        !(pol_decision_may_hold(text) || pol_outcome_is_lone(text)) || !pol_word_is_capital(text))
        return false;
    pol_span rest = text;
    if (skip_items(&rest, &kind)) {
        *ret_is_full = true;
        rest = behind_words(rest, verbs);
        rest = pol_span_core(rest);
    } else {
        pol_span last = pol_word_last(text);
        if (pol_word_is_any(last, endings) && !pol_words_equal(text, "lost business") &&
            !pol_words_equal(text, "outstanding business")) {
            rest.size = (size_t)(last.data - text.data); /* "Carried motions" */
            rest = pol_outcome_strip(rest);
            pol_span before = pol_word_last(rest);
            if (pol_word_is_any(before, "emergency composite late"))
                rest.size = (size_t)(before.data - rest.data);
            *ret_is_full = true;
        }
    }
    pol_outcome made = {0};
    bool is_wording = /* of composites, by their movers */
        kind == POL_KIND_COMPOSITE && pol_word_is_any(rest, "agreed accepted");
    if (rest.size == 0 || is_wording || !pol_outcome_words(rest, memory, &made) ||
        made.point_count > 0)
        return false;
    *outcome = made;
    outcome->kind = (uint8_t)kind;
    if (behind.data)
        pol_outcome_note_referral(behind, outcome);
    *ret_is_full = *ret_is_full || behind.data;
    return true;
}

/* Has the line few words, and one of `words` among them? */
static bool is_titled(pol_span line, const char *words)
{
    pol_span word;
    bool found = false;
    size_t count = 0;
    if (line.size > HEADING_BYTES_MAX || pol_ends_in(line, ".?!;,"))
        return false;
    for (; (word = pol_word_next(&line)).data; count++)
        found = found || pol_word_is_any(word, words);
    return found && count <= RESULTS_WORDS_MAX;
}

bool pol_outcome_is_results(pol_span line)
{
    static const char *const phrases[] = {
        "what became of",      "what happened to",     "what we decided",    "what was decided",
        "what you decided",    "how you voted",        "how we voted",       "how the voting went",
        "how the votes went",  "how conference voted", "how congress voted", "how delegates voted",
        "fate of the motions", "fate of motions",      "the fate of",        "business transacted"};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (pol_words_start(line, phrases[i], NULL) && line.size <= HEADING_BYTES_MAX &&
            !pol_ends_in(line, ".?!;,"))
            return true;
    return is_titled(line, "results result decisions outcomes outcome decided");
}

bool pol_outcome_is_minutes(pol_span line)
{
    pol_span rest = behind_words(line, "draft the confirmed unconfirmed approved");
    return is_titled(line, "minutes minute proceedings") ||
           (pol_word_is_any(pol_word_next(&rest), "minutes minute proceedings") &&
            line.size <= HEADING_BYTES_MAX && !pol_ends_in(line, ".?!;"));
}

bool pol_outcome_is_preliminary(pol_span line)
{
    return (pol_span_find_fold(line, POL_SPAN("standing orders committee"), 0) != (size_t)-1 ||
            pol_span_find_fold(line, POL_SPAN("preliminary agenda"), 0) != (size_t)-1 ||
            pol_span_find_fold(line, POL_SPAN("SOC report"), 0) != (size_t)-1) &&
           is_titled(line, "report reports agenda recommendations") &&
           !is_titled(line, "decisions results outcomes");
}

static const char days[] = "monday tuesday wednesday thursday friday saturday sunday january "
                           "february march april june july august september october november "
                           "december session morning afternoon day";

/* "Resolution 2  Sunday hours", "5. Four day week", "6 March for jobs", and not "6 March, Leeds",
 * "2 Sunday morning": an item, whatever its title speaks of. */
static bool is_item_of_days(pol_span line)
{
    pol_span rest = line, word = pol_word_next(&rest);
    if (pol_outcome_starts_item(line))
        return true;
    if (word.size == 0 || word.data != line.data || !pol_outcome_is_number(word, false))
        return false;
    bool is_marked = rest.size > 1 && strchr(".):", rest.data[0]);
    word = pol_word_next(&rest);
    if (!word.data || !pol_word_is_capital(word) || (word.data[0] >= '0' && word.data[0] <= '9'))
        return false;
    if (!pol_word_is_any(word, days) && !pol_word_is(word, "may"))
        return true;
    word = pol_word_next(&rest);
    bool is_small = word.size > 0 && word.data[0] >= 'a' && word.data[0] <= 'z';
    bool is_figure = word.size > 0 && word.data[0] >= '0' && word.data[0] <= '9';
    return word.data && !is_figure && (is_marked || (is_small && !pol_word_is_any(word, days)));
}

static bool is_date_line(pol_span line)
{
    pol_date date;
    if (is_item_of_days(line))
        return false;
    if (pol_date_parse(line, &date))
        return true;
    pol_span rest = line, word;
    bool has_day = false;
    for (int i = 0; i < 8 && (word = pol_word_next(&rest)).data; i++)
        has_day = has_day || pol_word_is_any(word, days);
    return has_day && line.size <= 80;
}

bool pol_outcome_is_furniture(pol_span line)
{
    static const char *const starts[] = {
        "page",        "end of",  "printed",   "published", "issued", "continued",
        "contents",    "version", "total",     "key",       "chair",  "secretary",
        "produced by", "back to", "p o box",   "tel",       "email",  "www",
        "http",        "https",   "copyright", "session",   "agenda", "report",
    };
    if (pol_word_count(line, 1) == 0 || is_date_line(line))
        return true;
    pol_span rest = line, word = pol_word_next(&rest);
    if (pol_word_count(rest, 1) == 0 && word.size <= 4 && word.data[0] >= '0' &&
        word.data[0] <= '9')
        return true; /* a page's number */
    for (size_t i = 0; i < sizeof starts / sizeof *starts && line.size <= 100; i++)
        if (pol_words_start(line, starts[i], NULL))
            return true;
    return false;
}

/* ---- conferences ------------------------------------------------------------------------ */

/* Behind "Decisions of the", "Results from". */
static pol_span behind_report_words(pol_span line)
{
    pol_span rest = line, word = pol_word_next(&rest);
    if (!pol_word_is_any(word, "decisions decision results result outcomes outcome report minutes "
                               "motions resolutions record proceedings final policy policies the "
                               "conference:"))
        return line;
    return behind_words(line,
                        "decisions decision results result outcomes outcome report minutes of "
                        "the at from on motions and resolutions record proceedings final by "
                        "taken made policy policies agenda conference: debated");
}

/* Is all of `piece` a conference with its year? */
static bool read_conference(pol_span piece, pol_conference *ret_conference)
{
    piece = pol_outcome_strip(piece);
    pol_span last = pol_word_last(piece); /* "AGM 2031 results" */
    if (last.data > piece.data + 1 && pol_word_is_any(last, "results decisions outcomes minutes"))
        piece = pol_outcome_strip(pol_span_first(piece, (size_t)(last.data - piece.data)));
    return pol_conference_parse(piece, false, ret_conference) && ret_conference->year != 0;
}

static bool has_report_word(const pol_conference *conference)
{
    return pol_outcome_is_results(conference->printed) ||
           pol_outcome_is_minutes(conference->printed);
}

/* Four digits in a row? Most lines have none, and name no conference with its year. */
static bool may_hold_year(pol_span line)
{
    size_t digits = 0;
    for (size_t i = 0; i < line.size && digits < 4; i++)
        digits = line.data[i] >= '0' && line.data[i] <= '9' ? digits + 1 : 0;
    return digits == 4;
}

bool pol_outcome_conference(pol_span line, pol_arena *arena, pol_span *ret_name, int *ret_year)
{
    static const char *const marks[] = {": ", " - ", " \u2013 ", " \u2014 ", " | ", "  "};
    pol_conference conference;
    line = pol_outcome_strip(line);
    if (line.size == 0 || line.size > HEADING_BYTES_MAX || !may_hold_year(line))
        return false;
    bool found =
        read_conference(behind_report_words(line), &conference) && !has_report_word(&conference);
    for (size_t i = 0; !found && i < sizeof marks / sizeof *marks; i++) {
        size_t at = pol_span_find(line, pol_span_of(marks[i]), 0);
        if (at == (size_t)-1)
            continue;
        pol_span left = pol_span_first(line, at);
        pol_span right = pol_span_from(line, at + strlen(marks[i]));
        found =
            (read_conference(left, &conference) && !has_report_word(&conference) &&
             is_titled(right, "decisions decision results result outcomes outcome minutes "
                              "report motions")) ||
            (is_titled(left, "decisions decision results result outcomes outcome minutes report "
                             "conference motions meeting event") &&
             read_conference(behind_report_words(right), &conference));
    }
    if (!found)
        return false;
    *ret_name = pol_conference_name(&conference, arena);
    *ret_year = conference.year;
    return true;
}
