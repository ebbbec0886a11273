/* title.h - the title of an item in a report: what item.c takes apart. */
#ifndef POL_DOCUMENT_OUTCOME_TITLE_H
#define POL_DOCUMENT_OUTCOME_TITLE_H

#include "document/outcome/parse.h"

bool pol_outcome_has_digit(pol_span word);
/* Behind spaces and the marks that separate a number from its title; were there marks? */
pol_span pol_title_behind_marks(pol_span rest, bool *ret_separated);
/* "Mugs - North branch", "Mugs, moved by North branch": the mover is cut off. */
pol_span pol_title_before_mover(pol_span title);
/* Without separators and leaders at both ends. */
pol_span pol_title_trim(pol_span title);
/* Without quotes around the whole. */
pol_span pol_title_without_quotes(pol_span title);
/* May it be a title: no clause, no label of a decision, no other item? */
bool pol_title_is(pol_span title);
/* What the title says of the kind: "Statement of the executive", "Rule B.2". */
pol_kind pol_title_kind(pol_span title, pol_kind otherwise);

#endif
