/* openers.c - tables of how paragraphs of motions open, and how they are matched. */
#include "document/openers.h"

#include "document/words.h"

/* Verbs as "Conference ..." takes them; "we ..." takes them without the s. Longer
 * phrases stand before shorter ones that they start with. */
static const struct {
    const char *verb;
    pol_clause clause;
} verbs[] = {
    {"is of the view", POL_CLAUSE_BELIEVES},
    {"is of the opinion", POL_CLAUSE_BELIEVES},
    {"is convinced", POL_CLAUSE_BELIEVES},
    {"is opposed", POL_CLAUSE_BELIEVES},
    {"is clear that", POL_CLAUSE_BELIEVES},
    {"is confident", POL_CLAUSE_BELIEVES},
    {"is committed", POL_CLAUSE_NOTES},
    {"is concerned", POL_CLAUSE_NOTES},
    {"is appalled", POL_CLAUSE_NOTES},
    {"is aware", POL_CLAUSE_NOTES},
    {"is alarmed", POL_CLAUSE_NOTES},
    {"is dismayed", POL_CLAUSE_NOTES},
    {"is disappointed", POL_CLAUSE_NOTES},
    {"is disgusted", POL_CLAUSE_NOTES},
    {"is outraged", POL_CLAUSE_NOTES},
    {"is horrified", POL_CLAUSE_NOTES},
    {"is shocked", POL_CLAUSE_NOTES},
    {"is saddened", POL_CLAUSE_NOTES},
    {"is angry", POL_CLAUSE_NOTES},
    {"is angered", POL_CLAUSE_NOTES},
    {"is proud", POL_CLAUSE_NOTES},
    {"is pleased", POL_CLAUSE_NOTES},
    {"is delighted", POL_CLAUSE_NOTES},
    {"is grateful", POL_CLAUSE_NOTES},
    {"is mindful", POL_CLAUSE_NOTES},
    {"is conscious", POL_CLAUSE_NOTES},
    {"is encouraged", POL_CLAUSE_NOTES},
    {"is heartened", POL_CLAUSE_NOTES},
    {"is worried", POL_CLAUSE_NOTES},
    {"is deeply", POL_CLAUSE_NOTES},
    {"remains", POL_CLAUSE_NOTES},
    {"has noted", POL_CLAUSE_NOTES},
    {"has learned", POL_CLAUSE_NOTES},
    {"has learnt", POL_CLAUSE_NOTES},
    {"has heard", POL_CLAUSE_NOTES},
    {"has been told", POL_CLAUSE_NOTES},
    {"has been informed", POL_CLAUSE_NOTES},
    {"was told", POL_CLAUSE_NOTES},
    {"was informed", POL_CLAUSE_NOTES},
    {"is told", POL_CLAUSE_NOTES},
    {"is informed", POL_CLAUSE_NOTES},
    {"learned", POL_CLAUSE_NOTES},
    {"learnt", POL_CLAUSE_NOTES},
    {"learns", POL_CLAUSE_NOTES},
    {"heard", POL_CLAUSE_NOTES},
    {"hears", POL_CLAUSE_NOTES},
    {"views with", POL_CLAUSE_NOTES},
    {"pays tribute", POL_CLAUSE_NOTES},
    {"draws attention", POL_CLAUSE_NOTES},
    {"takes note", POL_CLAUSE_NOTES},
    {"notes", POL_CLAUSE_NOTES},
    {"recognises", POL_CLAUSE_NOTES},
    {"recognizes", POL_CLAUSE_NOTES},
    {"acknowledges", POL_CLAUSE_NOTES},
    {"welcomes", POL_CLAUSE_NOTES},
    {"congratulates", POL_CLAUSE_NOTES},
    {"commends", POL_CLAUSE_NOTES},
    {"applauds", POL_CLAUSE_NOTES},
    {"salutes", POL_CLAUSE_NOTES},
    {"celebrates", POL_CLAUSE_NOTES},
    {"thanks", POL_CLAUSE_NOTES},
    {"condemns", POL_CLAUSE_NOTES},
    {"deplores", POL_CLAUSE_NOTES},
    {"deprecates", POL_CLAUSE_NOTES},
    {"abhors", POL_CLAUSE_NOTES},
    {"laments", POL_CLAUSE_NOTES},
    {"regrets", POL_CLAUSE_NOTES},
    {"mourns", POL_CLAUSE_NOTES},
    {"affirms", POL_CLAUSE_NOTES},
    {"reaffirms", POL_CLAUSE_NOTES},
    {"re-affirms", POL_CLAUSE_NOTES},
    {"reiterates", POL_CLAUSE_NOTES},
    {"restates", POL_CLAUSE_NOTES},
    {"confirms", POL_CLAUSE_NOTES},
    {"recalls", POL_CLAUSE_NOTES},
    {"remembers", POL_CLAUSE_NOTES},
    {"observes", POL_CLAUSE_NOTES},
    {"records", POL_CLAUSE_NOTES},
    {"registers", POL_CLAUSE_NOTES},
    {"understands", POL_CLAUSE_NOTES},
    {"appreciates", POL_CLAUSE_NOTES},
    {"expresses", POL_CLAUSE_NOTES},
    {"shares", POL_CLAUSE_NOTES},
    {"sees", POL_CLAUSE_NOTES},
    {"finds", POL_CLAUSE_NOTES},
    {"receives", POL_CLAUSE_NOTES},
    {"believes", POL_CLAUSE_BELIEVES},
    {"considers", POL_CLAUSE_BELIEVES},
    {"thinks", POL_CLAUSE_BELIEVES},
    {"feels", POL_CLAUSE_BELIEVES},
    {"asserts", POL_CLAUSE_BELIEVES},
    {"argues", POL_CLAUSE_BELIEVES},
    {"maintains", POL_CLAUSE_BELIEVES},
    {"contends", POL_CLAUSE_BELIEVES},
    {"warns", POL_CLAUSE_BELIEVES},
    {"fears", POL_CLAUSE_BELIEVES},
    {"hopes", POL_CLAUSE_BELIEVES},
    {"holds", POL_CLAUSE_BELIEVES},
    {"declares", POL_CLAUSE_BELIEVES},
    {"insists", POL_CLAUSE_BELIEVES},
    {"accepts", POL_CLAUSE_BELIEVES},
    {"rejects", POL_CLAUSE_BELIEVES},
    {"opposes", POL_CLAUSE_BELIEVES},
    {"refuses", POL_CLAUSE_BELIEVES},
    {"does not accept", POL_CLAUSE_BELIEVES},
    {"does not believe", POL_CLAUSE_BELIEVES},
    {"does not agree", POL_CLAUSE_BELIEVES},
    {"has no confidence", POL_CLAUSE_BELIEVES},
    {"do not accept", POL_CLAUSE_BELIEVES},
    {"do not believe", POL_CLAUSE_BELIEVES},
    {"instructs", POL_CLAUSE_RESOLVES},
    {"calls on", POL_CLAUSE_RESOLVES},
    {"calls upon", POL_CLAUSE_RESOLVES},
    {"calls for", POL_CLAUSE_RESOLVES},
    {"calls to", POL_CLAUSE_RESOLVES},
    {"calls", POL_CLAUSE_RESOLVES},
    {"asks", POL_CLAUSE_RESOLVES},
    {"requests", POL_CLAUSE_RESOLVES},
    {"urges", POL_CLAUSE_RESOLVES},
    {"resolves", POL_CLAUSE_RESOLVES},
    {"agrees", POL_CLAUSE_RESOLVES},
    {"endorses", POL_CLAUSE_RESOLVES},
    {"demands", POL_CLAUSE_RESOLVES},
    {"supports", POL_CLAUSE_RESOLVES},
    {"backs", POL_CLAUSE_RESOLVES},
    {"commits", POL_CLAUSE_RESOLVES},
    {"pledges", POL_CLAUSE_RESOLVES},
    {"undertakes", POL_CLAUSE_RESOLVES},
    {"mandates", POL_CLAUSE_RESOLVES},
    {"directs", POL_CLAUSE_RESOLVES},
    {"tasks", POL_CLAUSE_RESOLVES},
    {"charges", POL_CLAUSE_RESOLVES},
    {"authorises", POL_CLAUSE_RESOLVES},
    {"authorizes", POL_CLAUSE_RESOLVES},
    {"empowers", POL_CLAUSE_RESOLVES},
    {"requires", POL_CLAUSE_RESOLVES},
    {"recommends", POL_CLAUSE_RESOLVES},
    {"proposes", POL_CLAUSE_RESOLVES},
    {"encourages", POL_CLAUSE_RESOLVES},
    {"invites", POL_CLAUSE_RESOLVES},
    {"appeals", POL_CLAUSE_RESOLVES},
    {"seeks", POL_CLAUSE_RESOLVES},
    {"decides", POL_CLAUSE_RESOLVES},
    {"determines", POL_CLAUSE_RESOLVES},
    {"adopts", POL_CLAUSE_RESOLVES},
    {"approves", POL_CLAUSE_RESOLVES},
    {"sends", POL_CLAUSE_RESOLVES},
};

/* What directs somebody to do what a list under it says. */
enum { DIRECTIVES_MAX = 5 };
static const char *const directives[POL_LETTERS][DIRECTIVES_MAX] = {
    ['a' - 'a'] = {"asks", "agrees", "authorises", "appeals"},
    ['c' - 'a'] = {"calls on", "calls upon", "calls for", "commits", "charges"},
    ['d' - 'a'] = {"demands", "directs"},
    ['e' - 'a'] = {"encourages", "empowers"},
    ['i' - 'a'] = {"instructs", "invites"},
    ['m' - 'a'] = {"mandates"},
    ['p' - 'a'] = {"pledges"},
    ['r' - 'a'] = {"requests", "resolves", "requires", "recommends"},
    ['t' - 'a'] = {"tasks"},
    ['u' - 'a'] = {"urges", "undertakes"},
};

/* Whole phrases that a paragraph may open with. */
static const struct {
    const char *words;
    pol_clause clause;
} phrases[] = {
    {"whereas", POL_CLAUSE_NOTES},
    {"be it resolved", POL_CLAUSE_RESOLVES},
    {"be it further resolved", POL_CLAUSE_RESOLVES},
    {"be it finally resolved", POL_CLAUSE_RESOLVES},
    {"be it also resolved", POL_CLAUSE_RESOLVES},
    {"therefore be it", POL_CLAUSE_RESOLVES},
    {"now therefore be it", POL_CLAUSE_RESOLVES},
    {"and be it further resolved", POL_CLAUSE_RESOLVES},
    {"it is resolved", POL_CLAUSE_RESOLVES},
    {"resolved that", POL_CLAUSE_RESOLVES},
    {"further resolved", POL_CLAUSE_RESOLVES},
    {"the union will", POL_CLAUSE_RESOLVES},
    {"this union will", POL_CLAUSE_RESOLVES},
    {"cupe will", POL_CLAUSE_RESOLVES},
    {"i move", POL_CLAUSE_COUNT},
    {"i beg to move", POL_CLAUSE_COUNT},
    {"we move", POL_CLAUSE_COUNT},
    {"motion made and question", POL_CLAUSE_COUNT},
    {"rationale", POL_CLAUSE_RATIONALE},
    {"supporting statement", POL_CLAUSE_RATIONALE},
    {"explanatory statement", POL_CLAUSE_RATIONALE},
    {"explanatory note", POL_CLAUSE_RATIONALE},
};

/* Nouns that decide; `loose` ones open articles as well. */
static const char *const body_nouns[POL_LETTERS] = {
    ['a' - 'a'] = "adm agm assembly",
    ['b' - 'a'] = "bdc branch",
    ['c' - 'a'] = "committee conference congress convention council",
    ['d' - 'a'] = "dm dáil",
    ['e' - 'a'] = "egm executive",
    ['f' - 'a'] = "forum",
    ['h' - 'a'] = "house",
    ['i' - 'a'] = "ictu",
    ['m' - 'a'] = "meeting",
    ['p' - 'a'] = "parliament",
    ['r' - 'a'] = "region",
    ['s' - 'a'] = "seanad seminar senate sgm stuc",
    ['t' - 'a'] = "tuc",
};
static const char *const loose_nouns[POL_LETTERS] = {
    ['c' - 'a'] = "cwu",
    ['f' - 'a'] = "fbu",
    ['g' - 'a'] = "gmb",
    ['n' - 'a'] = "nasuwt neu",
    ['p' - 'a'] = "party pcs",
    ['r' - 'a'] = "rmt",
    ['u' - 'a'] = "ucu union unison unite",
    ['w' - 'a'] = "we",
};

/* Words between subject and verb that say nothing of the clause. */
static const char *const fillers[POL_LETTERS] = {
    ['a' - 'a'] = "accordingly additionally again alarm alarmed also and anger approval as",
    ['c' - 'a'] = "concern consequently continues",
    ['d' - 'a'] = "deep disappointment disgust dismay does",
    ['e' - 'a'] = "equally",
    ['f' - 'a'] = "finally further furthermore",
    ['g' - 'a'] = "grave great",
    ['h' - 'a'] = "hereby horror however",
    ['i' - 'a'] = "in instead interest",
    ['m' - 'a'] = "more moreover",
    ['n' - 'a'] = "now",
    ['o' - 'a'] = "once",
    ['p' - 'a'] = "particular pleasure pride",
    ['r' - 'a'] = "regret reluctantly",
    ['s' - 'a'] = "sadness satisfaction specifically still such",
    ['t' - 'a'] = "then therefore thus to",
    ['w' - 'a'] = "will wishes with would",
};

/* Words that may stand before the subject without a comma. */
static const char *const connectives[POL_LETTERS] = {
    ['a' - 'a'] = "accordingly additionally also and",
    ['b' - 'a'] = "but",
    ['c' - 'a'] = "consequently",
    ['f' - 'a'] = "finally further furthermore",
    ['h' - 'a'] = "hence however",
    ['l' - 'a'] = "likewise",
    ['m' - 'a'] = "moreover",
    ['n' - 'a'] = "now",
    ['s' - 'a'] = "similarly so",
    ['t' - 'a'] = "that therefore thus",
    ['w' - 'a'] = "while why",
};

enum { SUBJECT_WITHIN = 30, SUBJECT_WORDS = 9, FILLERS_MAX = 8 };

/* Verbs that are no nouns: "Conference note" is a verb, "Conference support" may not be. */
static const char plain_verbs[] =
    "note believe instruct resolve agree urge recognise recognize condemn welcome deplore "
    "regret acknowledge congratulate reaffirm";

/* Is `word` the base form ("note", "express", "are") of the first word of `verb`? */
static bool is_base_form(pol_span word, const char *verb, bool of_we)
{
    char base[24];
    size_t size = 0;
    while (verb[size] && verb[size] != ' ')
        size++;
    if (size < 2 || size >= sizeof base)
        return false;
    memcpy(base, verb, size);
    base[size] = '\0';
    if (strcmp(base, "is") == 0)
        return pol_word_is(word, "are") || pol_word_is(word, "am");
    if (strcmp(base, "has") == 0)
        return pol_word_is(word, "have");
    size -= size > 4 && strcmp(base + size - 4, "sses") == 0 ? 2 : 1;
    base[size] = '\0';
    return pol_word_is(word, base) && (of_we || pol_word_is_any(word, plain_verbs));
}

/* Which forms of a verb a subject takes. */
typedef enum verb_forms { THIRD_PERSON, THIRD_OR_PLAIN, ANY_FORM } verb_forms;

static bool verb_starts(pol_span text, const char *verb, verb_forms forms)
{
    if (pol_words_start(text, verb, NULL))
        return true;
    pol_span rest = text;
    if (forms == THIRD_PERSON || !is_base_form(pol_word_next(&rest), verb, forms == ANY_FORM))
        return false;
    verb += strcspn(verb, " ");
    return pol_words_start(rest, verb + strspn(verb, " "), NULL);
}

static pol_clause verb_clause(pol_span text, verb_forms forms)
{
    pol_span rest = text, word = pol_word_next(&rest);
    if (!word.data)
        return POL_CLAUSE_COUNT;
    char first = (char)(word.data[0] | 0x20);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        /* "are" is a form of "is"; of all others the first letter stays */
        bool may_start = verbs[i].verb[0] == first || (first == 'a' && verbs[i].verb[0] == 'i');
        if (may_start && verb_starts(text, verbs[i].verb, forms))
            return verbs[i].clause;
    }
    return POL_CLAUSE_COUNT;
}

bool pol_directive_starts(pol_span words, pol_span *ret_rest)
{
    pol_span rest = words, word = pol_word_next(&rest);
    const unsigned letter = word.size ? ((unsigned char)word.data[0] | 0x20u) - 'a' : POL_LETTERS;
    for (size_t i = 0; letter < 26 && i < DIRECTIVES_MAX && directives[letter][i]; i++)
        if (pol_words_start(words, directives[letter][i], ret_rest))
            return true;
    return false;
}

static bool is_adverb(pol_span word)
{
    return word.size > 4 && pol_span_ends(word, POL_SPAN("ly"));
}

/* The clause of the verb that follows a subject, fillers and adverbs skipped. */
static pol_clause clause_after(pol_span text, verb_forms forms)
{
    for (int skipped = 0; skipped <= FILLERS_MAX; skipped++) {
        pol_clause clause = verb_clause(text, forms);
        if (clause != POL_CLAUSE_COUNT)
            return clause;
        pol_span word = pol_word_next(&text);
        if (!word.data || !(pol_word_is_among(word, fillers) || is_adverb(word)))
            break;
    }
    return POL_CLAUSE_COUNT;
}

/* "Conference, noting the cuts, calls on": the verb behind an inserted remark. */
static pol_clause clause_behind_remark(pol_span rest)
{
    if (rest.size == 0 || rest.data[0] != ',')
        return POL_CLAUSE_COUNT;
    pol_span near = pol_span_first(rest, 300);
    size_t comma = pol_span_find(near, POL_SPAN(","), 1);
    if (comma == (size_t)-1)
        return POL_CLAUSE_COUNT;
    return clause_after(pol_span_from(near, comma + 1), THIRD_PERSON);
}

/* A subject at the start of `text`: its kind, and what follows it. "Conference",
 * "This Health Care Conference", "That this AGM", "HE sector conference", "We". */
static pol_opener_subject match_subject(pol_span text, pol_span *ret_rest)
{
    pol_span rest = text, word = pol_word_next(&rest);
    bool pointed = false, is_this = false;
    while (pol_word_is_any(word, "that this the our")) {
        pointed = true;
        is_this = is_this || !pol_word_is_any(word, "the our");
        word = pol_word_next(&rest);
    }
    for (int i = 0; i < SUBJECT_WORDS && word.data; i++) {
        bool is_body = pol_word_is_among(word, body_nouns);
        bool is_loose = pol_word_is_among(word, loose_nouns);
        if (is_body || (is_loose && (pointed || i == 0))) {
            pol_span ahead = rest, next = pol_word_next(&ahead);
            bool goes_on = pol_word_is_among(next, body_nouns) || pol_word_is(next, "branch") ||
                           (is_loose && pol_word_is_any(next, "branch party union"));
            if (!goes_on || rest.data[0] != ' ') {
                *ret_rest = rest;
                return is_this || (is_body && !pointed) ? POL_SUBJECT_BODY : POL_SUBJECT_LOOSE;
            }
        } else if (!pointed && !pol_word_is_capital(word) &&
                   !pol_word_is_any(word, "sector group")) {
            return POL_SUBJECT_NONE;
        }
        if (rest.size > 0 && strchr(",.;:", rest.data[0]))
            return POL_SUBJECT_NONE;
        word = pol_word_next(&rest);
    }
    return POL_SUBJECT_NONE;
}

/* The opener at one place of the first sentence. */
static pol_opener match_at(pol_span text)
{
    pol_opener opener = {POL_SUBJECT_NONE, POL_CLAUSE_COUNT};
    pol_span rest;
    pol_opener_subject subject = match_subject(text, &rest);
    if (subject == POL_SUBJECT_NONE)
        return opener;
    /* vocative: "Conference, we note" */
    pol_span after;
    verb_forms forms = pol_words_start(text, "we", NULL) ? ANY_FORM : THIRD_OR_PLAIN;
    if (pol_words_start(rest, "we", &after) && rest.size > 0 && rest.data[0] == ',') {
        rest = after;
        forms = ANY_FORM;
    }
    pol_clause clause = clause_after(rest, forms);
    if (clause == POL_CLAUSE_COUNT)
        clause = clause_behind_remark(rest);
    if (clause != POL_CLAUSE_COUNT)
        opener = (pol_opener){subject, clause};
    return opener;
}

/* "The Regional Committee is instructed to": directed at a body, by nobody named. */
static bool is_passive_directive(pol_span text)
{
    enum { WITHIN = 14 };
    pol_span rest = text, word;
    for (int i = 0; i < WITHIN && (word = pol_word_next(&rest)).data; i++) {
        if (!pol_word_is_any(word, "is are be"))
            continue;
        pol_span after = rest, next = pol_word_next(&after);
        if (pol_word_is_any(next, "hereby therefore further also"))
            next = pol_word_next(&after);
        if (pol_word_is_any(next, "instructed mandated directed requested urged asked tasked") &&
            pol_word_is(pol_word_next(&after), "to"))
            return true;
    }
    return false;
}

static bool match_phrase(pol_span text, pol_opener *ret_opener)
{
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (pol_words_start(text, phrases[i].words, NULL)) {
            *ret_opener = (pol_opener){POL_SUBJECT_PHRASE, phrases[i].clause};
            return true;
        }
    pol_span core = pol_span_core(text);
    if (pol_words_equal(core, "because") || pol_words_equal(core, "reasons")) {
        *ret_opener = (pol_opener){POL_SUBJECT_PHRASE, POL_CLAUSE_RATIONALE};
        return true;
    }
    return false;
}

/* "Notes that", "Further believes:", "Resolves": the subject is above, or nowhere. */
static pol_opener match_implied(pol_span text)
{
    pol_opener opener = {POL_SUBJECT_NONE, POL_CLAUSE_COUNT};
    pol_span rest = text, word = pol_word_next(&rest);
    while (pol_word_is_any(word, "and also further therefore additionally") || is_adverb(word)) {
        text = rest;
        word = pol_word_next(&rest);
    }
    pol_clause clause = verb_clause(text, THIRD_PERSON);
    if (clause == POL_CLAUSE_COUNT)
        return opener;
    pol_span next = pol_word_next(&rest);
    bool fits = !next.data || pol_word_is(word, "calls") ||
                pol_word_is_any(next, "that the with its our to and further also a an this all any "
                                      "their concern every both how");
    if (fits)
        opener = (pol_opener){POL_SUBJECT_IMPLIED, clause};
    return opener;
}

pol_opener pol_opener_of(pol_span paragraph)
{
    pol_span text = pol_span_first(pol_span_unquote(paragraph), 600);
    pol_opener opener;
    if (match_phrase(text, &opener))
        return opener;
    text = pol_first_sentence(text);
    pol_span rest = text;
    bool may_start = true;
    for (int i = 0; i < SUBJECT_WITHIN && rest.size > 0; i++) {
        if (may_start && (opener = match_at(rest)).subject != POL_SUBJECT_NONE)
            return opener;
        pol_span word = pol_word_next(&rest);
        if (!word.data)
            break;
        may_start = (rest.size > 0 && strchr(",;", rest.data[0]) && rest.data[0] != '\0') ||
                    pol_word_is_among(word, connectives);
    }
    if (is_passive_directive(text))
        return (pol_opener){POL_SUBJECT_LOOSE, POL_CLAUSE_RESOLVES};
    return match_implied(text);
}

bool pol_opener_is_bare_subject(pol_span paragraph)
{
    pol_span text = pol_span_unquote(paragraph), rest = text;
    if (text.size > 120)
        return false;
    bool is_pointed = pol_word_is_any(pol_word_next(&rest), "this that");
    bool is_short = pol_word_count(text, 2) == 1;
    bool is_open = pol_last_mark(text) == ':' || pol_span_ends(text, POL_SPAN("\u2014"));
    if (!(is_pointed || is_short || is_open) || match_subject(text, &rest) < POL_SUBJECT_LOOSE)
        return false;
    return !pol_word_next(&rest).data;
}
