/* abbreviations.c - the table, and how spellings are compared. */
#include "core/abbreviations.h"

#include "core/analysis.h"

/* Where a body of documents means something else by one, it spells that out, and is believed
 * first (search/alias.h). Alphabetic, so that it is easy to add to. */
static const pol_abbreviation table[] = {
    {"ACAS", "advisory conciliation and arbitration service", false},
    {"AfC", "agenda for change", false},
    {"AGM", "annual general meeting", false},
    {"AHP", "allied health professional", false},
    {"AI", "artificial intelligence", false},
    {"ALMO", "arms length management organisation", false},
    {"BAME", "black asian and minority ethnic", false},
    {"BME", "black and minority ethnic", false},
    {"BSL", "british sign language", false},
    {"CAMHS", "child and adolescent mental health service", false},
    {"CCG", "clinical commissioning group", false},
    {"CND", "campaign for nuclear disarmament", false},
    {"COSHH", "control of substances hazardous to health", false},
    {"COSLA", "convention of scottish local authorities", false},
    {"CPD", "continuing professional development", false},
    {"CPI", "consumer price index", false},
    {"CPI", "consumer prices index", false},
    {"CQC", "care quality commission", false},
    {"DBS", "disclosure and barring service", false},
    {"DfE", "department for education", false},
    {"DHSC", "department of health and social care", false},
    {"DSE", "display screen equipment", false},
    {"DWP", "department for work and pensions", false},
    {"ECHR", "european convention on human rights", false},
    {"EHRC", "equality and human rights commission", false},
    {"ESA", "employment and support allowance", false},
    {"ESOL", "english for speakers of other languages", false},
    {"ETUC", "european trade union confederation", false},
    {"EU", "european union", false},
    {"FE", "further education", false},
    {"FGM", "female genital mutilation", false},
    {"FOI", "freedom of information", false},
    {"FTE", "full time equivalent", false},
    {"GDP", "gross domestic product", false},
    {"GDPR", "general data protection regulation", false},
    {"GP", "general practitioner", false},
    {"HCA", "health care assistant", false},
    {"HCA", "healthcare assistant", false},
    {"HCPC", "health and care professions council", false},
    {"HEE", "health education england", false},
    {"HLTA", "higher level teaching assistant", false},
    {"HMRC", "hm revenue and customs", false},
    {"HSE", "health and safety executive", false},
    {"ICB", "integrated care board", false},
    {"ICS", "integrated care system", false},
    {"ICTU", "irish congress of trade unions", false},
    {"IFS", "institute for fiscal studies", false},
    {"ILO", "international labour organisation", false},
    {"IMF", "international monetary fund", false},
    {"ITUC", "international trade union confederation", false},
    {"JSA", "jobseekers allowance", false},
    {"KSF", "knowledge and skills framework", false},
    {"LGA", "local government association", false},
    {"LGBT", "lesbian gay bisexual and transgender", false},
    {"LGPS", "local government pension", false},
    {"LLW", "london living wage", false},
    {"MAT", "multi academy trust", true},
    {"MHCLG", "ministry of housing communities and local government", false},
    {"MoJ", "ministry of justice", false},
    {"NDC", "national delegate conference", false},
    {"NEC", "national executive committee", false},
    {"NEC", "national executive council", false},
    {"NHS", "health service", false},
    {"NHS", "national health service", false},
    {"NJC", "national joint council", false},
    {"NLW", "national living wage", false},
    {"NMC", "nursing and midwifery council", false},
    {"NMW", "national minimum wage", false},
    {"OBR", "office for budget responsibility", false},
    {"PCC", "police and crime commissioner", false},
    {"PCSO", "police community support officer", false},
    {"PCT", "primary care trust", false},
    {"PFI", "private finance initiative", false},
    {"PHE", "public health england", false},
    {"PIP", "personal independence payment", true},
    {"PPE", "personal protective equipment", false},
    {"PPP", "public private partnership", false},
    {"RCN", "royal college of nursing", false},
    {"RPI", "retail price index", false},
    {"RPI", "retail prices index", false},
    {"SEN", "special educational needs", false},
    {"SEND", "special educational needs and disabilities", true},
    {"SGE", "service group executive", false},
    {"SHA", "strategic health authority", false},
    {"SMP", "statutory maternity pay", false},
    {"SOC", "standing orders committee", false},
    {"SSP", "statutory sick pay", false},
    {"STP", "sustainability and transformation partnership", false},
    {"STP", "sustainability and transformation plan", false},
    {"STUC", "scottish trades union congress", false},
    {"TA", "teaching assistant", false},
    {"TOIL", "time off in lieu", true},
    {"TPS", "teachers pension scheme", false},
    {"TTIP", "transatlantic trade and investment partnership", false},
    {"TUC", "trades union congress", false},
    {"TUPE", "transfer of undertakings", false},
    {"UBI", "universal basic income", false},
    {"UCEA", "universities and colleges employers association", false},
    {"ULR", "union learning representative", false},
    {"UN", "united nations", true},
    {"USS", "universities superannuation scheme", false},
    {"VAWG", "violence against women and girls", false},
    {"WFH", "working from home", false},
    {"WLGA", "welsh local government association", false},
    {"WTO", "world trade organisation", false},
};

const pol_abbreviation *pol_abbreviations(size_t *ret_count)
{
    *ret_count = sizeof table / sizeof *table;
    return table;
}

/* "boards" to "board", "days" to "day"; "gas" and "bus" stay. */
static size_t without_plural(const char *word, size_t size)
{
    enum { PLURAL_MIN = 4 };
    bool is_plural = size >= PLURAL_MIN && word[size - 1] == 's' && word[size - 2] != 's';
    return is_plural ? size - 1 : size;
}

size_t pol_abbreviation_fold(pol_span text, char buffer[POL_ABBREVIATED_MAX + 1])
{
    size_t size = 0;
    if (text.size > POL_ABBREVIATED_MAX)
        return 0;
    size_t end = pol_fold_label(text, buffer, POL_ABBREVIATED_MAX + 1);
    for (size_t at = 0, next = 0; at < end; at = next + 1) {
        next = at;
        while (next < end && buffer[next] != ' ')
            next++;
        size_t kept = without_plural(buffer + at, next - at);
        if (at > 0)
            buffer[size++] = ' ';
        memmove(buffer + size, buffer + at, kept);
        size += kept;
    }
    buffer[size] = '\0';
    return size;
}
