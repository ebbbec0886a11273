/* pen.h - words onto lines: wrapping, indentation, colour and marks of a match.
 * The last step of text output: everything is made printable here, and only the pen's own
 * colour codes are control characters. */
#ifndef POL_SEARCH_RENDER_PEN_H
#define POL_SEARCH_RENDER_PEN_H

#include "search/render.h"

typedef enum pol_style {
    POL_STYLE_NONE = 0,
    POL_STYLE_TITLE, /* bold */
    POL_STYLE_DIM,   /* what is not the text itself */
    POL_STYLE_GOOD,  /* carried */
    POL_STYLE_BAD,   /* lost */
    POL_STYLE_OPEN   /* neither yet: remitted, deferred, ... */
} pol_style;

typedef struct pol_pen {
    pol_buffer *buffer;
    size_t width;  /* 0: lines are as long as they are */
    size_t indent; /* of the lines that follow in this paragraph */
    size_t column;
    bool is_empty;   /* nothing on this line yet */
    bool owes_space; /* before the next word */
    bool has_color;
    bool has_marks; /* without colour: matches stand between asterisks */
    pol_style style;
} pol_pen;

/* `options` decide width, colour and marks. */
void pol_pen_init(pol_pen *pen, const pol_render_options *options, pol_buffer *buffer);

/* Starts a paragraph: `first` columns before its first line, `indent` before the others. */
void pol_pen_start(pol_pen *pen, size_t first, size_t indent);
void pol_pen_set_style(pol_pen *pen, pol_style style);
/* Writes words; white space at an end of `text` counts as one space. */
void pol_pen_write(pol_pen *pen, pol_span text);
void pol_pen_text(pol_pen *pen, const char *text);
/* The same with the ranges marked. Ranges are offsets into `text`, those before `from`
 * are skipped; only text[from, to) is written. */
void pol_pen_write_marked(pol_pen *pen, pol_span text, size_t from, size_t to,
                          const pol_highlight *marks, size_t count);
/* Ends the paragraph with a newline. */
void pol_pen_end(pol_pen *pen);
/* A paragraph. */
void pol_pen_write_line(pol_pen *pen, pol_style style, const char *text);
/* What a function of parts.h or citation.h has built, which is done with then. */
void pol_pen_write_built(pol_pen *pen, pol_buffer *built);
/* An empty line. */
void pol_pen_gap(pol_pen *pen);

/* The colour that a decision means; words say it too. */
pol_style pol_style_of_decision(pol_decision decision);

#endif
