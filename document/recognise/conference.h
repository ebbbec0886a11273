/* conference.h - the name of a conference and its year, as one line prints
 * them: "2017 Health Care Service Group Conference", "Police Staff Conference 2005". */
#ifndef POL_DOCUMENT_RECOGNISE_CONFERENCE_H
#define POL_DOCUMENT_RECOGNISE_CONFERENCE_H

#include "core/arena.h"

typedef struct pol_conference {
    pol_span printed; /* the whole name, year included */
    pol_span before;  /* the name without the year is before + " " + after; either may */
    pol_span after;   /* be empty */
    int year;         /* 0 where none is printed */
} pol_conference;

/* Is the whole of `line` the name of a conference with its year? Names without a year
 * are accepted when `may_lack_year`. */
bool pol_conference_parse(pol_span line, bool may_lack_year, pol_conference *ret_conference);

/* Splits any stated value: the year where exactly one is printed. */
void pol_conference_split(pol_span value, pol_conference *ret_conference);

/* The name without the year; absent when the arena is full. */
pol_span pol_conference_name(const pol_conference *conference, pol_arena *arena);

#endif
