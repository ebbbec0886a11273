/* acronyms_known.c - what needs no spelling out: a table. */
#include <stdlib.h>

#include "document/acronyms.h"

/* Sorted, so that they are found by halves. Unions and parties go by these names; emphasis is what
 * people shout. */
static const char *const known[] = {
    "ACAS",   "ADHD",   "AGM",    "AIDS",   "ALL",    "ALWAYS", "AM",     "AND",  "ANY",   "ASAP",
    "ASLEF",  "ATM",    "BA",     "BBC",    "BFAWU",  "BMA",    "BMW",    "BSE",  "BST",   "BSc",
    "BT",     "BUT",    "CAN",    "CBE",    "CBI",    "CCTV",   "CD",     "CEO",  "COVID", "CPI",
    "CUTS",   "CV",     "CWU",    "DBE",    "DIY",    "DNA",    "DO",     "DUP",  "DVD",   "DVLA",
    "EIS",    "ENOUGH", "ETUC",   "EU",     "EVERY",  "FA",     "FAQ",    "FBU",  "FDA",   "FIFA",
    "FOR",    "FULL",   "GCSE",   "GDP",    "GMB",    "GMT",    "GP",     "HGV",  "HIV",   "HM",
    "HMRC",   "HR",     "ICTU",   "ID",     "ILO",    "IMF",    "IQ",     "IRA",  "ISA",   "ISBN",
    "IT",     "ITN",    "ITV",    "JP",     "KBE",    "KC",     "LED",    "LGBT", "LGBTI", "LGBTQ",
    "LGBTQI", "MA",     "MBE",    "MEP",    "MI",     "MOT",    "MP",     "MRSA", "MS",    "MSP",
    "MSc",    "MUST",   "NAHT",   "NASUWT", "NATO",   "NB",     "NEC",    "NEU",  "NEVER", "NHS",
    "NI",     "NO",     "NOT",    "NOW",    "NSPCC",  "NUJ",    "NUM",    "NUS",  "NUT",   "OAP",
    "OBE",    "OF",     "OFCOM",  "OFGEM",  "OFSTED", "OFWAT",  "OK",     "ONLY", "OR",    "OUR",
    "PA",     "PAYE",   "PC",     "PCS",    "PDF",    "PE",     "PIN",    "PM",   "PPE",   "PR",
    "PS",     "PhD",    "QC",     "RAF",    "RCM",    "RCN",    "RMT",    "RNIB", "RPI",   "RSPCA",
    "RSVP",   "SAVE",   "SGM",    "SHOULD", "SIM",    "SMS",    "SNP",    "SOS",  "STOP",  "STUC",
    "TB",     "TGWU",   "THE",    "TSSA",   "TUC",    "TV",     "UCATT",  "UCU",  "UEFA",  "UK",
    "UKIP",   "UN",     "UNESCO", "UNICEF", "UNISON", "UNITE",  "URGENT", "US",   "USA",   "USDAW",
    "USSR",   "UV",     "VAT",    "VE",     "WE",     "WHO",    "WILL",   "WTO",  "YES",
};

static int compare(const void *key, const void *row)
{
    const pol_span *word = key;
    return pol_span_compare(*word, pol_span_of(*(const char *const *)row));
}

bool pol_acronym_is_known(pol_span word)
{
    return bsearch(&word, known, sizeof known / sizeof *known, sizeof *known, compare) != NULL;
}
