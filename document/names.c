/* names.c - words to whose name they are, by tables. */
#include "document/names.h"

#include "document/names_table.h"

enum { NAME_BYTES = 120, NAME_WORDS = 8, PERSON_WORDS = 4, GIVEN_BYTES = 15 };

/* A name with one of these words is a body's, whoever it is named after. */
static const char *const body_words[POL_LETTERS] = {
    ['a' - 'a'] = "amal amalgamation area association",
    ['b' - 'a'] = "board borough branch branches",
    ['c' - 'a'] = "caucus chapter city clp club college committee community conference "
                  "congress constituency council councils county",
    ['d' - 'a'] = "district division",
    ['e' - 'a'] = "ec executive",
    ['f' - 'a'] = "federation forum",
    ['g' - 'a'] = "gec group",
    ['h' - 'a'] = "health hospital",
    ['l' - 'a'] = "lgbt lgbt+ local",
    ['m' - 'a'] = "members members'",
    ['n' - 'a'] = "ncc nec network",
    ['o' - 'a'] = "office",
    ['p' - 'a'] = "party",
    ['r' - 'a'] = "region regional",
    ['s' - 'a'] = "school section sector service services sge society synod",
    ['t' - 'a'] = "trades",
    ['u' - 'a'] = "union unions university",
    ['w' - 'a'] = "women's",
    ['y' - 'a'] = "youth",
};

/* These as well, but what a title has behind a dash is none for them: "Pay - Migrant Workers". */
static const char *const more_body_words[POL_LETTERS] = {
    ['a' - 'a'] = "assembly",    ['d' - 'a'] = "directorate", ['p' - 'a'] = "parish presidium",
    ['s' - 'a'] = "secretariat", ['t' - 'a'] = "trust",       ['w' - 'a'] = "workers workers'",
};

/* These too, unless a first name stands before them: "Abbey Ward", but not "Stephen Ward". */
static const char *const weak_words[POL_LETTERS] = {
    ['a' - 'a'] = "aberdeenshire airport anglia antrim armagh avon ayrshire",
    ['b' - 'a'] = "bedfordshire berkshire borders buckinghamshire by-sea",
    ['c' - 'a'] = "cambridgeshire carmarthenshire central centre ceredigion chapel cheshire "
                  "clwyd clyde clydeside coast cornwall cumbria cymraeg cymru",
    ['d' - 'a'] = "deeside denbighshire depot derbyshire devon docks dorset dyfed",
    ['e' - 'a'] = "east eastern england english essex",
    ['f' - 'a'] = "factory fermanagh fife flintshire",
    ['g' - 'a'] = "glamorgan gloucestershire grampian greater gwent gwynedd",
    ['h' - 'a'] = "hampshire herefordshire hertfordshire highland highlands house hq humber "
                  "humberside",
    ['i' - 'a'] = "inner ireland irish island islands isle isles",
    ['k' - 'a'] = "kent",
    ['l' - 'a'] = "lanarkshire lancashire leicestershire lincolnshire lodge london lothian "
                  "lower lowland",
    ['m' - 'a'] = "mersey merseyside midland midlands monmouthshire",
    ['n' - 'a'] = "norfolk north northamptonshire northern nottinghamshire",
    ['o' - 'a'] = "outer oxfordshire",
    ['p' - 'a'] = "pembrokeshire powys",
    ['r' - 'a'] = "renfrewshire road",
    ['s' - 'a'] = "saint scotland scottish severn shire shropshire site somerset south "
                  "southern square st staffordshire station strathclyde street suffolk "
                  "super-mare surrey sussex",
    ['t' - 'a'] = "tayside tees teesside thames town trent tyne tyneside tyrone",
    ['u' - 'a'] = "ulster upon upper",
    ['v' - 'a'] = "valley valleys village",
    ['w' - 'a'] = "wales ward warwickshire wear wearside west western wiltshire "
                  "worcestershire works",
    ['y' - 'a'] = "yorkshire young",
};

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
static const char *const plain_words[POL_LETTERS] = {
    ['a' - 'a'] = "a abortion about abuse accepted act action adopted adult adults after "
                  "afternoon against agenda agreed agreement agreements all ambulance amended "
                  "amendment amendments an and annual antisemitism any appendix apprentices "
                  "apprenticeships approved april are artificial arts as assistant asylum at "
                  "august authorities authority automation",
    ['b' - 'a'] = "ballot bargaining be been before behind between bill bisexual brexit "
                  "british broadcasting bullying bus buses business but by",
    ['c' - 'a'] = "campaign campaigning campaigns card care carers carried chair chairperson "
                  "child childcare children civil clause climate coal collective composite "
                  "composited composites con contract contracts count crisis culture cuts",
    ['d' - 'a'] = "data day debate debated december decent decision decisions defeated "
                  "defence deferred delegate delegates delegation democracy democratic deputy "
                  "devolution digital dignity disabled docks",
    ['e' - 'a'] = "early economic economy education electricity emergency employment energy "
                  "environment environmental equal equalities equality europe european "
                  "evening",
    ['f' - 'a'] = "fair falls far-right fascism february fell ferries finance financial fire "
                  "food for free freedom friday from fund funding future",
    ['g' - 'a'] = "gas gay gender general government",
    ['h' - 'a'] = "hands harassment he home homes hours housing how",
    ['i' - 'a'] = "i if immigration in industrial industry inequality insecure institute "
                  "intelligence international into investment is islamophobia it item items "
                  "its",
    ['j' - 'a'] = "january job jobs july june justice",
    ['l' - 'a'] = "labour law laws leave legal lesbian lights living local lost",
    ['m' - 'a'] = "manufacturing march media membership men menopause mental migrant migrants "
                  "minimum minutes monday morning motion motions moved movement mover mover's "
                  "movers",
    ['n' - 'a'] = "nation national nationalisation nem new no not november nuclear nurses "
                  "nursing",
    ['o' - 'a'] = "october of officer officers official older on oppose opposed or order "
                  "orders organising our out outcome outsourcing over overwhelmingly "
                  "ownership",
    ['p' - 'a'] = "paragraph parental passed pay peace pension pensions people point points "
                  "police policies policy political poverty president press prison prisons "
                  "private privatisation probation proposed proposer proposers public put",
    ['r' - 'a'] = "racism rail reached real recommendation recruitment referred refugee "
                  "refugees regional rejected remit remitted report reports reproductive "
                  "research resolution resolutions result results retired review right rights "
                  "royal rule rules",
    ['s' - 'a'] = "safety saturday schedule science seconded seconder seconders secretary "
                  "section september session sessions sex sexual she shipping ships show sick "
                  "skills social solidarity speaker speakers special sport staff standing "
                  "state statement statements steel steward stewards strategy stress strike "
                  "strikes structure structures student students subscriptions sunday support "
                  "supported",
    ['t' - 'a'] = "taken tax taxes teachers technology than that the their then these they "
                  "this those thursday to trade training trans transgender transport "
                  "treasurer tuesday",
    ['u' - 'a'] = "uk unanimously under up",
    ['v' - 'a'] = "vice violence vote votes voting",
    ['w' - 'a'] = "wage wages war was water we weapons wednesday wellbeing what when where "
                  "which who why with withdrawn women work working",
    ['y' - 'a'] = "years yes",
    ['z' - 'a'] = "zero",
};

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
    return pol_word_is_among(word, plain_words);
}

bool pol_name_is_particle(pol_span word)
{
    return pol_word_is_any(word, "van von de den der du da dos di del la le bin ibn al el ap ab ni "
                                 "ten ter");
}

/* "South Wales Amal" is a body's name, "Amal Haddad" is not. */
static bool is_body_word(pol_span word, size_t before)
{
    return pol_word_is_among(word, body_words) && !(before == 0 && pol_word_is(word, "amal"));
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
        if (pol_word_is_among(word, body_words))
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
        if (is_body_word(word, count) || (count == 0 && pol_word_is(word, "young")))
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
    look->strong += is_body_word(word, look->words) || pol_word_is_among(word, more_body_words);
    look->weak += pol_word_is_among(word, weak_words);
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
    if (look->weak > 0 && !(is_person && !pol_word_is_among(look->first, weak_words)))
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
    bool is_plain = pol_word_is_among(next, body_words) || pol_word_is_among(surname, body_words) ||
                    pol_word_is_any(next, "house road street centre memorial partnership works "
                                          "hall park place square building");
    return pol_word_is_capital(surname) && pol_word_is_capital(next) && !is_plain
               ? (size_t)(surname.data + surname.size - name.data)
               : 0;
}
