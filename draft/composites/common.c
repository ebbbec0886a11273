/* common.c - see common.h. The words of daily English are in rows by how
 * often the texts of SemCor have them, as WordNet 3.0 (Princeton University, 2006) counts it; those
 * of motions, and of places of work, are our own. */
#include "draft/composites/common.h"

#include <string.h>

enum { SLOTS = 1 << 12, STEM_MAX = 24 };

static const float everyday = 0.1f;   /* of words that are no nouns, verbs or adjectives */
static const float rarest = 0.82f;    /* of what is in no row */
static const float of_motions = 0.4f; /* of what it would be otherwise */
static const float of_places = 0.5f;  /* likewise */

typedef struct row {
    float rare;
    const char *words;
} row;

static const row rows[] = {
    {0.00f, "group have make man not person say see"},
    {0.08f, "come feel find get give know location more one only seem take think time use"},
    {0.18f, "also ask become begin day develop even face first form hear hold just keep leave look "
            "many mean most need new now other place show stand still such tell then thing try two "
            "want way work year youth"},
    {0.28f, "add again all always appear area back believe boy bring build call cause certain "
            "change child close complete consider continue determine different direct effect end "
            "exist expect experience express eye fight figure follow foot force friend general "
            "good great grow hand happen head help here high home house however important include "
            "increase indicate information interest last lead let lie life light like line little "
            "live long meet move much never number officer old open operate own part pass pay "
            "people plan play point possible present problem provide put question reach read "
            "receive remain remember report require result return right run same serve set sit "
            "small some start state study there three too turn understand very wait walk watch "
            "water word world write"},
    {0.38f, "accept achieve act action activity age air allow almost already american amount "
            "answer apply approach arm assume attempt author available away base best better big "
            "body break business buy care carry case cell center century charge choose church city "
            "claim clear color company compare concern contain control cost country course cover "
            "create dark deal death decide demand describe design die discuss door down draw drive "
            "drop early enjoy enough enter establish ever evidence explain fact fail fall family "
            "far fear feed field fill finally fire five four girl government ground hard history "
            "hit hope horse hour human idea imagine improve individual industry involve job join "
            "kill kind land large later learn less level limit list listen local lose love low "
            "maintain major manager material measure method mind moment month mother name national "
            "nature near next night note nothing object observe obtain occur offer often once "
            "order organization out particular past performance perhaps period permit picture "
            "plant political position power practice prepare pressure prevent probably process "
            "produce product program prove public purpose quite raise range rate rather realize "
            "really reason recognize record reduce reflect regiment relate remove represent rest "
            "rise room school second seek sell send sense several share shoot side smile social "
            "soldier sometimes sound speak spend spirit stay step stop stress strike strong "
            "subject success suddenly suggest support suppose sure surface system talk teach "
            "thought throw thus today total training tree type usually value view visit voice wall "
            "war wear week well whole wife win wish woman wonder young"},
    {0.48f, "able about actually additional address admit advance affect ago agree aid alone "
            "animal announce anode another apartment apparently army around arrange arrive art "
            "artist assistance associate assure attack attend attention attitude audience average "
            "avoid bad basic basis battle bear before black blood blue book breath car catch "
            "chance check clean clothes cold collect combine command common community compose "
            "concentration condition conduct connection considerable construct contribute corner "
            "cross crowd cry culture cut data dead declare deep degree demonstrate deny desire "
            "destroy detail detective difficult discover distance distinct distribution doctor "
            "dominant doubt dream drink each earth easy eat economic education effort election "
            "eliminate else emerge emotion employ encourage enemy engage entire equal equipment "
            "especially essential estimate event every example excitement exercise extend farm "
            "father favor feature fellow few file film fine finish firm fit fix floor flow fly "
            "forget forward free front full function further future gain game glance gray growth "
            "guess gun hair half handle hang hate heart heavy hot husband immediately impress "
            "indeed independent influence insist intensity investigate issue item kid lack late "
            "laugh law left leg letter literature loud manner march mark marketing marry mass "
            "matter member mention merely million minute miss modern money morning mouth movement "
            "murder music necessary normal notice obviously opportunity original pain paint paper "
            "party patient pattern percent physical piece policy poor possess press previous price "
            "private procedure progress project promise proper property propose protect protestant "
            "publish pull push quality quickly rapidly ready real recent recommend red refer "
            "refuse regard region religion religious remark repeat replace reply respect response "
            "reveal ride rifle road roll rule sample save scene score section select separate "
            "serious service settle shake shape shelter ship short shoulder shout sign significant "
            "similar simple simply sing single situation six size skill sleep slowly smoke society "
            "soft soon sort source south southern space special specific spread stage staining "
            "stare statement story strange street strength stretch structure student suffer supply "
            "surprise swing table tall tax technique temperature ten tend term test theory "
            "therefore third together tone top touch town trade tradition travel treat trial "
            "trouble true unit university various vary vote wage wave white wide wild will window "
            "woods worry"},
    {0.57f, "abandon above accompany accomplish accord acquire adjust administrative admire adopt "
            "affair afford afternoon aim allotment along alter america analysis anticipate any "
            "appeal application appoint appreciate appropriate approve approximately arc argue "
            "argument arise aspect assemble assert assign atmosphere attract award aware balance "
            "ball bank bar beat beautiful bed behavior belief bend benefit bill bitter blind block "
            "blow board bond bother box brain branch bright broad brother brown brush bullet burn "
            "burst calculate calm camp capable captain catholic central chair chapter character "
            "characteristic chest christian circle circumstance class climb cloud coat coffee "
            "college column comfort comment commercial commit communication communism compete "
            "competition complex compute comrade conceive concept conclude conclusion confidence "
            "confront confusion congregation consciousness consequence constant constitute contact "
            "content contract contrast conversation conviction cook cool cooperate corporation "
            "correct correspond count county couple court crawl critical current curse curve daily "
            "damn dance danger date decision deduct defend defense define definition deliver "
            "department dependent depth derive device devote dictionary difficulty disappear "
            "display distant distinguish district disturb divide dog double drag dress drug dry "
            "dust ear earlier earn edge eight electric element emphasize employee empty enable "
            "encounter energy england english escape exactly examine exceed exception exchange "
            "exhibit expand expense experimental explanation expose extension extent extreme "
            "facility factor failure fair faith fashion fast federal female fence fig finger flag "
            "flash flat flee flower fool foreign forest former fourth fraction frequently fund "
            "furnish gas gather generation glass goal grant grass greater green guard guide hall "
            "happy heat hesitate hide hill hire historical honor hotel humor hundred hurry hurt "
            "identify identity ignore illustrate image impossible inch incident income initial "
            "inside install instant instead institution instruct instrument insure integration "
            "intend intent international interpret introduce invent invite isolate jewish judge "
            "judgment kitchen knee knowledge known labor language larger latter lay lean length "
            "liberal lieutenant lift lip liquid load lock loss lot lower lung machine mad main "
            "marriage match maturity maximum may maybe mechanism medical memory men mile military "
            "minimal mission model moral moreover motive mount muscle mystery neighborhood news "
            "newspaper nod noise non north nose oblige occasionally occupy official onset oppose "
            "opposite ordinary outside over oxygen pace page pair parent park participate particle "
            "pause payment perceive perfect persist phase photograph pitch plane please police "
            "popular population portion pound precisely predict prefer presence preserve president "
            "pretty primary principal principle proceed professional promote purchase pure quiet "
            "race radiation rage rain rank reaction reality rear recall regular reject "
            "relationship release relief remind research reserve residence resist respond retain "
            "retire rich ring river roar role roof rough round rush safe sale satisfy schedule "
            "scream sea search season seat secure sensitive sentence series seven shadow sharp "
            "shift shot sight silence sin sink site sky slide slightly slip slow smell soil solid "
            "solve somewhat son song speed sponsor spot spring square standard stem stock store "
            "straight strain stream struggle style submit substantial succeed sufficient suit "
            "summer sun surround survive suspect sweep symbol taste teacher team tear technical "
            "text thick thin thousand threaten throat tie tissue title tooth toss trace transfer "
            "treatment troops trust truth tube twist typical urge vague variation variety vast "
            "victory village visual vocational volume warm warn wash weakness weight west western "
            "wind witness worker wound writer wrong yard yell yellow yet"},
    {0.66f, "ability absence absent absolute absorb abstract academic accelerate account accurate "
            "accuse acknowledge adequate advantage advertising advise aerator afraid agency agent "
            "agreement ahead alert alternative amazement ambiguous amend analyze anger annual anti "
            "anxiety anxious apparatus april arouse arrest arrow article assumption atom attach "
            "attain attribute authentic automatically await awaken awful background band barely "
            "barn baseball bat battery beam bedroom bee behave belong below bench bet bind bird "
            "bit bite blame blanket blaze bloom borrow bottle bounce bound bow brief brilliant "
            "brood bury camera campaign candidate capacity capital career cast category cattle "
            "cease celebrate chain challenge characterize cheek cheer chemical chicago chicken "
            "chief chlorine choice cite citizen civilization classic club clutch coach coast "
            "coincide collapse colonel combat comedy commission communist commute companion "
            "comparison compel complain complement complicated component composition compulsive "
            "concede concrete condemn confirm conflict congress conservative consistent consult "
            "contemplate contemporary convenient conventional convert convince coordinate cop copy "
            "corpse cow crack crash creative credit crime crush cup cure curious customer damage "
            "dare daughter debate decade decline decrease defeat delay deliberately delight "
            "democratic descend description desert deserve desk despair desperate destruction "
            "detergent devil diameter dinner director dirt discharge disclose discourage discovery "
            "disease dismiss division doctrine dollar domestic downtown dozen drama dramatic drift "
            "drill dull duty dwelling eager easily east economy efficiency egg elaborate electron "
            "emphasis endure enforce engineer enormous entertain entitle environment equivalent "
            "erect error europe evaluate eventually evil exaggerate excellent exclude execute "
            "exert expenditure expert explode explore fade familiar famous farmer fasten fat "
            "fiction fifty finance financial fish fist flesh flight float flood fluid flux focus "
            "fog folklore food forgive formal formation formulate fortune frame freedom frequency "
            "fresh frighten fulfill fully fundamental funny furious garden gay gaze gentle german "
            "gesture given glow gold gone grab grade gradually graduate gram grasp grave greatest "
            "greek greet grim grin grip guest guy gymnastics halt hat health heavily height hen "
            "hence hero historian holder hole honest hospital host huge hunting ice ideal "
            "identification illuminate illusion imitation imply impose induce injure injury inner "
            "innocent inspect inspire instance intelligent interfere interrupt intersection "
            "interview investment iodine iron jerk joy jump june jury justice justify key kick "
            "king kiss knock label lady launch leader leadership leaf leap legal legislation lick "
            "linguist link literal literary loan logical loose male manufacturer mars master mate "
            "meal mental message metal mexican middle milk milligram mine minimum minor mistake "
            "mixed modify monday mood moon motion mountain movie mud multiply mutter narrow neck "
            "negative neglect neighbor neither nest network neutral nevertheless nice nine "
            "northern notion novel november numerous obscure occasion occupation occurrence odd "
            "off opinion otherwise overall overcome owe owner oxidation pack pale papa parallel "
            "paris passage passion path peace peculiar peer percentage personnel persuade "
            "petitioner phenomenon philosopher philosophy phone pick pile plain planet player "
            "plead pleasure plenty plot plunge pocket pond pool porch post potential pour powder "
            "pray preach precede presumably pretend primarily print prior proclaim profession "
            "profit profound prominent prompt proportion prospect protein proud provision "
            "punishment pursue qualify quantity queen quote radical radio rarely ratio ration "
            "react reader rebel recognition recreation recruit reduction register regulation relax "
            "relevant relieve render representation reproduce request resemble resent resolution "
            "resolve resource restore restrict resume retreat reverse review rock root row rub "
            "rural russian sad sail salesman saline satisfactory saturday scale scan scatter "
            "science scientific scratch secret secretary seize self sensation sequence serum "
            "session sexual shade shear sheet shell shine shock shoe shop shut sick sigh signal "
            "silent simultaneously sister sketch skin smaller smooth snake snap snow sole solution "
            "somehow somewhere soul soviet spare specialist species specify spectrum speech split "
            "sport squeeze staff stagger startling station status steal steel stick stimulate stir "
            "stomach stone strengthen stride strip strive stuff stumble stupid substance "
            "substitute suburban suitable sunday superior supplement survey suspend swallow swear "
            "sweet swell swiftly sympathetic sympathy tale talent tap task technology telephone "
            "tendency tension terminate terrible thank theology thermal thirty thoroughly though "
            "threat through thrust thunder thyroid tight tip tire tomorrow tongue tonight tool "
            "tough trail transform translate transport tremble tremendous trend trip truck truly "
            "tsunami tumble twelve twenty twice ultimate unable undergo undertake unfortunately "
            "uniform union unique unity unknown unusual upper utilize utter vacation valley "
            "valuable vanish velocity veteran vigorous violate virginia virtually visible vision "
            "vitality wagon wake wander washington waste wavelength weapon weather weep weigh "
            "welcome wet wheel while whip whisper wing winter wire withdraw worse worship worth "
            "yesterday yield"},
};

/* Words that join, count and point. */
static const char joining[] =
    "a after against also and another anyth at before by could eight eleven else even "
    "every everyth few fifteen first five for four half in just last least less many may "
    "more most much must next nine no nobody none nor not nothing now of on one only or "
    "other over own per same second seven several shall should sinc six someth still such "
    "ten than the these third thirty those three through to too twelve twenty two "
    "underlying well whatev whether who within without would yet";

/* Words of motions whatever they are about: who is asked, and to do what. */
static const char motions[] =
    "abolish abolition act advice agreement author bargain bill board branch campaign "
    "committee conference course data defend delegate demand employ employee end ensure "
    "establish execute figure form government guide guidance introduce law lay leaflet "
    "legislation lobby local manager member minister model motion national negotiate "
    "officer oppose opposite parliament policy press produce protect provide provision "
    "publish region rep report represent seek set staff statutory steward support survey "
    "training union worker";

/* Words of those who work and are served, and where: what is asked for is asked for them. */
static const char places[] =
    "access apprentice area care carer child city classroom clinical college company "
    "county courier customer delivery department depot district doctor driver everybodi "
    "family firm handler hospital lesson librarian life live man midwif nobody nurse "
    "officer organise parent passenger patient people person place postal postman pupil "
    "room scheme school secretary service shop site store student system teacher town "
    "trust tutor university ward warden woman women young";

typedef struct slot {
    char stem[STEM_MAX]; /* "": free */
    float rare;
} slot;

struct pol_common {
    slot slots[SLOTS];
    size_t count;
};

static uint32_t hash_of(pol_span stem)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < stem.size; i++)
        hash = (hash ^ (uint8_t)stem.data[i]) * 16777619u;
    return hash;
}

/* The slot that has the stem, or the free one where it would be. */
static size_t slot_of(const pol_common *common, pol_span stem)
{
    size_t at = hash_of(stem) % SLOTS;
    while (*common->slots[at].stem && !pol_span_equal(pol_span_of(common->slots[at].stem), stem))
        at = (at + 1) % SLOTS;
    return at;
}

/* Where a word is there already, `rare` > 0 is what its own is multiplied with. */
static void add_words(pol_common *common, pol_analyser *analyser, const char *words, float rare,
                      bool is_part)
{
    pol_token token;
    pol_analyser_begin(analyser, pol_span_of(words));
    while (pol_analyser_next(analyser, &token)) {
        if (token.stem.size >= STEM_MAX || common->count >= SLOTS / 4 * 3)
            continue;
        slot *word = &common->slots[slot_of(common, token.stem)];
        bool is_new = !*word->stem;
        if (is_new) {
            memcpy(word->stem, token.stem.data, token.stem.size);
            word->stem[token.stem.size] = 0;
            common->count++;
        }
        word->rare = is_part ? rare * (is_new ? rarest : word->rare) : rare;
    }
}

pol_status pol_common_new(pol_arena *arena, const pol_common **ret_common, pol_error *reterr)
{
    pol_analyser *analyser;
    pol_common *common = pol_arena_array(arena, 1, sizeof *common);
    *ret_common = common;
    if (!common)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the words of motions");
    pol_status status = pol_analyser_new("en", &analyser, reterr);
    if (status != POL_OK)
        return status;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        add_words(common, analyser, rows[i].words, rows[i].rare, false);
    add_words(common, analyser, motions, of_motions, true);
    add_words(common, analyser, places, of_places, true);
    add_words(common, analyser, joining, everyday, false);
    pol_analyser_free(analyser);
    return POL_OK;
}

float pol_common_rare(const pol_common *common, pol_span stem)
{
    if (stem.size > 0 && stem.data[0] >= '0' && stem.data[0] <= '9')
        return everyday;
    if (stem.size >= STEM_MAX)
        return rarest;
    const slot *word = &common->slots[slot_of(common, stem)];
    return *word->stem ? word->rare : rarest;
}
