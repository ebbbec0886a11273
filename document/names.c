/* names.c - words to whose name they are, by tables. */
#include "document/names.h"

#include "document/names_table.h"

enum { NAME_BYTES = 120, NAME_WORDS = 8, PERSON_WORDS = 4, GIVEN_BYTES = 15 };

/* A name with one of these words is a body's, whoever it is named after. */
static const char body_words[] =
    "branch branches region regional council councils committee nec ncc ec gec sge executive "
    "union unions local group section network members university college party clp association "
    "society federation division district trades congress conference board forum office caucus "
    "chapter community health hospital school service services members' county city borough "
    "women's lgbt lgbt+ youth sector area club constituency amal amalgamation synod";

/* These as well, but what a title has behind a dash is none for them: "Pay - Migrant Workers". */
static const char more_body_words[] =
    "workers workers' assembly directorate secretariat presidium parish trust";

/* These too, unless a first name stands before them: "Abbey Ward", but not "Stephen Ward". */
static const char weak_words[] =
    "ward lodge chapel young north south east west northern southern eastern western midland "
    "midlands greater central upper lower inner outer isle isles island islands highland highlands "
    "lowland wales cymru cymraeg scotland scottish england english ireland irish ulster london "
    "yorkshire humberside humber merseyside tyneside teesside wearside clydeside tayside deeside "
    "anglia cornwall devon dorset somerset avon kent sussex surrey essex norfolk suffolk "
    "cumbria cheshire derbyshire lancashire lincolnshire nottinghamshire leicestershire "
    "northamptonshire warwickshire staffordshire shropshire worcestershire herefordshire "
    "gloucestershire oxfordshire buckinghamshire hertfordshire bedfordshire cambridgeshire "
    "berkshire hampshire wiltshire gwynedd gwent powys dyfed glamorgan clwyd ceredigion "
    "pembrokeshire carmarthenshire flintshire denbighshire monmouthshire strathclyde lothian "
    "grampian fife tayside borders aberdeenshire lanarkshire renfrewshire ayrshire antrim armagh "
    "fermanagh tyrone thames tyne wear tees mersey clyde severn trent st saint upon super-mare "
    "by-sea "
    "town village shire valley valleys coast road street square airport station docks depot works "
    "factory site centre house hq";

/* Unions and bodies that one word names; more are told by their capitals. */
static const char single_words[] =
    "unite unison prospect equity usdaw aslef bectu amicus nautilus community connect balpa "
    "nasuwt accord advance aegis unifi natfhe napo pobal usdaw executive committee council "
    "congress treasurers trustees officers momentum compass fabians";

/* Two words that look like a person and are a place. */
static const char *const places[] = {
    "milton keynes",     "tower hamlets",     "merthyr tydfil",    "king's lynn",
    "kings lynn",        "blaenau gwent",     "rhondda cynon",     "leamington spa",
    "port talbot",       "ebbw vale",         "epping forest",     "waltham forest",
    "sutton coldfield",  "hemel hempstead",   "welwyn garden",     "castle point",
    "brighton hove",     "dumfries galloway", "argyll bute",       "vale royal",
    "bognor regis",      "lyme regis",        "market harborough", "melton mowbray",
    "nuneaton bedworth", "redcar cleveland",  "telford wrekin",    "hong kong",
    "sierra leone",      "saudi arabia",      "costa rica",        "sri lanka",
    "burnham deepings",  "notting hill",      "crystal palace",    "canary wharf",
    "wood green",        "bethnal green",     "muswell hill",      "kirkby lonsdale",
    "wythenshawe sale",  "weston mare",       "bishop auckland",   "bishops stortford",
    "chester street"};

/* In no person's name; where one stands a heading or a sentence does. */
static const char *const plain_words[] = {
    "a an the and or of for in on at to with from by as is are was be been not no yes all any our "
    "their its this that these those it we i they he she who which what when where how why then "
    "than but if into over under after before behind between against about up out",
    "motion motions amendment amendments composite composites resolution resolutions emergency "
    "agenda report reports minutes item items order orders standing rule rules point points point "
    "paragraph section clause schedule appendix statement statements debate vote votes voting card "
    "show hands count ballot recommendation business session sessions day monday tuesday wednesday "
    "thursday friday saturday sunday january february march april june july august september "
    "october november december morning afternoon evening",
    "carried lost fell falls withdrawn remitted remit referred defeated agreed adopted rejected "
    "passed amended composited deferred accepted approved unanimously overwhelmingly nem con "
    "outcome decision decisions result results moved seconded proposed mover movers seconder "
    "seconders proposer proposers support supported oppose opposed reached taken put debated",
    "president chair chairperson vice general secretary treasurer deputy assistant officer "
    "officers official delegate delegates delegation mover's speaker speakers steward stewards "
    "national annual special international european british uk new royal institute movement",
    "pay care social safety equality equalities education training housing transport energy "
    "climate environment environmental public private staff trade labour solidarity pension "
    "pensions tax taxes economy economic industrial employment rights right working work leave "
    "sick parental cuts funding justice peace war nuclear weapons defence women men disabled "
    "retired fair real decent equal free freedom violence abuse harassment bullying stress mental "
    "wellbeing homes home food water gas electricity rail bus buses ferries ships shipping docks "
    "lights policy policies campaign campaigns campaigning strategy organising recruitment "
    "bargaining collective agreement agreements contract contracts insecure zero hours minimum "
    "living wage wages poverty inequality racism antisemitism islamophobia fascism far-right "
    "migrant migrants refugee refugees asylum immigration brexit europe strike strikes action "
    "law laws legal act bill government state nation democracy democratic political fund finance "
    "financial membership subscriptions structure structures review future crisis emergency "
    "digital technology data artificial intelligence automation research science media press "
    "broadcasting culture arts sport children child childcare early years students student "
    "apprenticeships apprentices teachers nurses nursing ambulance fire police prison prisons "
    "probation justice civil local authorities authority devolution regional privatisation "
    "outsourcing nationalisation ownership investment industry manufacturing steel coal jobs job "
    "skills carers adult adults older people dignity menopause reproductive abortion trans "
    "transgender gender sexual sex lesbian gay bisexual"};

/* Behind a person's name they are no body. */
static const char honours[] = "mp msp ms am mep mbe obe cbe kbe jp qc kc phd cllr td tds";
/* Names of people are not before these: "Robert Owen House Branch". */
static const char branch_ends[] = "branch region lodge";

bool pol_name_is_title(pol_span word)
{
    return pol_word_is_any(word, "mr mrs ms miss mx dr prof professor rev revd reverend sir dame "
                                 "lord baroness cllr councillor brother bro sister sis comrade cde "
                                 "br sr cdr capt captain");
}

/* Titles of bodies' patrons aside: "Lord Mayor's Branch", "Dr Gray's Hospital Branch". */
static bool is_civil_title(pol_span word)
{
    return pol_word_is_any(word, "mr mrs ms miss mx cllr councillor brother bro sister sis comrade "
                                 "cde");
}

bool pol_name_is_given(pol_span word)
{
    char key[GIVEN_BYTES + 1];
    const char *hyphen = word.size ? memchr(word.data, '-', word.size) : NULL;
    if (hyphen) /* "Anne-Marie" */
        word = pol_span_first(word, (size_t)(hyphen - word.data));
    if (word.size == 0 || word.size > GIVEN_BYTES)
        return false;
    for (size_t i = 0; i < word.size; i++)
        key[i] =
            (char)(word.data[i] >= 'A' && word.data[i] <= 'Z' ? word.data[i] + 32 : word.data[i]);
    key[word.size] = '\0';
    size_t low = 0, high = pol_given_name_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(key, pol_given_names[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

bool pol_name_is_plain_word(pol_span word)
{
    for (size_t i = 0; i < sizeof plain_words / sizeof *plain_words; i++)
        if (pol_word_is_any(word, plain_words[i]))
            return true;
    return false;
}

bool pol_name_is_particle(pol_span word)
{
    return pol_word_is_any(word, "van von de den der du da dos di del la le bin ibn al el ap ab ni "
                                 "ten ter");
}

/* Is what "of the" introduces a body: "Size of the Executive", "Role of the National Council"? */
static bool is_about_body(pol_span name)
{
    size_t at = pol_span_find_fold(name, POL_SPAN(" of the "), 0);
    if (at == (size_t)-1)
        return false;
    pol_span head = pol_span_first(name, at), behind = pol_span_from(name, at + strlen(" of the ")),
             word;
    while ((word = pol_word_next(&head)).data)
        if (pol_word_is_any(word, body_words))
            return false;
    word = pol_word_next(&behind);
    return pol_word_is_any(word, "executive council committee nec union conference congress board "
                                 "national general regional regions branches members");
}

bool pol_name_has_body(pol_span name)
{
    pol_span rest = name, word;
    size_t count = 0;
    bool all_upper = true;
    pol_span last = {0};
    while ((word = pol_word_next(&rest)).data) {
        if (pol_word_is_any(word, body_words) || (count == 0 && pol_word_is(word, "young")))
            return !is_about_body(name);
        all_upper = all_upper && pol_word_is_upper(word);
        last = word;
        count++;
    }
    return (count == 1 && all_upper) ||
           (count > 1 && pol_word_is_any(last, "ward lodge chapel midlands"));
}

/* What the words of a name are, counted. */
typedef struct name_look {
    size_t words, upper, strong, weak, plain, acronyms;
    bool has_odd; /* a small word, a digit */
    pol_span first;
    bool has_given, has_title, has_initial;
} name_look;

static bool has_letter(pol_span word)
{
    for (size_t i = 0; i < word.size; i++)
        if (((unsigned char)word.data[i] | 32) >= 'a')
            return true;
    return false;
}

static void look_at_word(name_look *look, pol_span word)
{
    bool is_upper = pol_word_is_upper(word);
    look->upper += is_upper;
    look->strong += pol_word_is_any(word, body_words) || pol_word_is_any(word, more_body_words);
    look->weak += pol_word_is_any(word, weak_words);
    look->plain += word.size > 1 && pol_name_is_plain_word(word);
    look->acronyms += is_upper && word.size >= 2 && word.size <= 6 && look->words > 0 &&
                      !pol_word_is_any(word, honours);
    if (!pol_word_is_capital(word) || !has_letter(word))
        look->has_odd = look->has_odd || !pol_name_is_particle(word);
    look->words++;
}

static name_look look_at(pol_span name)
{
    name_look look = {0};
    pol_span rest = name, word;
    while (look.words <= NAME_WORDS && (word = pol_word_next(&rest)).data) {
        if (look.words == 0 && pol_name_is_title(word)) {
            look.has_title = true;
            look.first = word;
            look.words++;
            continue;
        }
        if (look.words == (look.has_title ? 1u : 0u)) {
            look.has_given = pol_name_is_given(word);
            bool is_article = pol_word_is_any(word, "a i");
            bool has_point = rest.size > 0 && rest.data[0] == '.';
            look.has_initial = word.size == 1 && word.data[0] >= 'A' && word.data[0] <= 'Z' &&
                               (has_point || !is_article);
            if (!look.first.data)
                look.first = word;
        }
        look_at_word(&look, word);
    }
    return look;
}

static bool is_place(pol_span name)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (pol_words_start(name, places[i], NULL))
            return true;
    return false;
}

static pol_name_kind kind_of_one(const name_look *look, pol_span name)
{
    pol_span rest = name, word = pol_word_next(&rest);
    bool is_body = look->strong > 0 || look->weak > 0 || look->upper > 0 ||
                   pol_word_is_any(word, single_words);
    return is_body ? POL_NAME_BODY : POL_NAME_NONE;
}

/* "St. John Smith", but not "St. Helens" nor "St. John's Ward". */
static bool is_sainted_person(const name_look *look, pol_span name)
{
    pol_span rest = name, word = pol_word_next(&rest);
    if (look->weak != 1 || look->words != 3 || !pol_word_is_any(word, "st saint"))
        return false;
    word = pol_word_next(&rest);
    return pol_name_is_given(word) && !pol_span_ends(word, POL_SPAN("s")) && !look->has_odd;
}

/* Several words, none of a body's for sure. */
static pol_name_kind kind_of_several(const name_look *look, pol_span name)
{
    if (look->words > PERSON_WORDS + (look->has_title ? 1u : 0u))
        return look->weak > 0 ? POL_NAME_BODY : POL_NAME_NONE;
    bool is_person = look->has_title || look->has_given || look->has_initial;
    if (is_sainted_person(look, name))
        return POL_NAME_PERSON;
    if (look->weak > 0 && !(is_person && !pol_word_is_any(look->first, weak_words)))
        return POL_NAME_BODY;
    if (look->acronyms > 0 && look->upper < look->words && !is_person)
        return POL_NAME_BODY;
    if (look->has_odd)
        return look->weak > 0 ? POL_NAME_BODY : POL_NAME_NONE;
    if (look->plain > 0)
        return POL_NAME_NONE;
    if (is_place(name))
        return POL_NAME_BODY;
    return is_person ? POL_NAME_PERSON : POL_NAME_PERHAPS;
}

pol_name_kind pol_name_kind_of(pol_span name)
{
    name = pol_span_trim(name);
    if (name.size == 0 || name.size > NAME_BYTES)
        return pol_name_has_body(pol_span_first(name, NAME_BYTES)) ? POL_NAME_BODY : POL_NAME_NONE;
    name_look look = look_at(name);
    if (look.words == 0 || look.words > NAME_WORDS)
        return look.strong > 0 ? POL_NAME_BODY : POL_NAME_NONE;
    if (look.words == 1)
        return look.has_title ? POL_NAME_NONE : kind_of_one(&look, name);
    if (look.strong > 0 && is_about_body(name))
        return POL_NAME_NONE;
    if (look.strong > 0)
        return look.has_title && is_civil_title(look.first) && look.words <= PERSON_WORDS &&
                       !look.has_odd
                   ? POL_NAME_PERSON
                   : POL_NAME_BODY;
    return kind_of_several(&look, name);
}

size_t pol_name_person_size(pol_span name)
{
    pol_span rest = name, word = pol_word_next(&rest), first = word;
    bool has_title = pol_name_is_title(word);
    if (name.size > NAME_BYTES || !pol_word_is_any(pol_word_last(name), branch_ends))
        return 0;
    if (has_title)
        first = pol_word_next(&rest);
    bool is_initial = first.size == 1 && pol_word_is_capital(first);
    if (!pol_name_is_given(first) && !is_initial && !(has_title && is_civil_title(word)))
        return 0;
    pol_span surname = pol_word_next(&rest), place = rest, next = pol_word_next(&place);
    bool is_plain = pol_word_is_any(next, body_words) || pol_word_is_any(surname, body_words) ||
                    pol_word_is_any(next, "house road street centre memorial partnership works "
                                          "hall park place square building");
    return pol_word_is_capital(surname) && pol_word_is_capital(next) && !is_plain
               ? (size_t)(surname.data + surname.size - name.data)
               : 0;
}
