/* paragraph.h - the properties of one paragraph of a DOCX, and of the run of text in it
 * that is being read, as its elements and its style state them. */
#ifndef POL_FORMATS_DOCX_PARAGRAPH_H
#define POL_FORMATS_DOCX_PARAGRAPH_H

#include "formats/docx/parts.h"
#include "formats/office/xml.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_DOCX_LIST_ID_MAX = 24 };

typedef struct pol_docx_paragraph {
    const pol_style *style; /* NULL: none */
    char list_id[POL_DOCX_LIST_ID_MAX];
    pol_span list;  /* w:numId, in list_id; absent: the style's */
    int list_level; /* -1: not stated */
    int outline;    /* the same */
    bool is_merged; /* its end was deleted: it goes on in the next */
    const pol_style *run_style;
    int run_bold, run_hidden; /* POL_STYLE_UNSET: not stated */
} pol_docx_paragraph;

/* One that states nothing; `style` holds where none is named. */
pol_docx_paragraph pol_docx_paragraph_blank(const pol_style *style);
/* w:pStyle, w:numId. */
void pol_docx_set_style(pol_docx_paragraph *paragraph, const pol_styles *styles, pol_span id);
void pol_docx_set_list(pol_docx_paragraph *paragraph, pol_span id);
/* A run begins. */
void pol_docx_reset_run(pol_docx_paragraph *paragraph);

/* The value of w:val, and whether a property is on: without a value it is. */
pol_span pol_docx_value(const pol_element *element);
bool pol_docx_is_on(const pol_element *element);

/* 1..6; 0: no heading. */
uint8_t pol_docx_heading(const pol_docx_paragraph *paragraph);
bool pol_docx_is_of_use(const pol_docx_paragraph *paragraph, pol_style_use use);
/* Which number it bears: its own, or its style's. */
pol_docx_number pol_docx_number_of(const pol_docx_paragraph *paragraph);
/* Of the run. */
bool pol_docx_is_bold(const pol_docx_paragraph *paragraph);
bool pol_docx_is_hidden(const pol_docx_paragraph *paragraph);

#ifdef __cplusplus
}
#endif
#endif
