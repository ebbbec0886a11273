/* article.h - lines that date a piece of news. */
#ifndef POL_DOCUMENT_RECOGNISE_ARTICLE_H
#define POL_DOCUMENT_RECOGNISE_ARTICLE_H

#include "document/recognise/state.h"

/* Is the line a date, or one with who wrote it and where: "22 Aug 16", "Headlines:
 * December 15th, 2016", "Written by A. Reed on 10 October 2017 in News"? */
bool pol_dateline_parse(pol_span line, pol_span *ret_date);

/* "(16/07/07)The hall ...": a date in brackets that the first sentence was glued to. Sets
 * what follows it. */
bool pol_dateline_is_glued(pol_span line, pol_span *ret_date, pol_span *ret_rest);

/* The line of the dateline at the top; POL_NOWHERE if there is none. */
size_t pol_dateline_at_top(const pol_recognition *rec, pol_span *ret_date);

#endif
