/* converter.c - which of Debian's programs reads what nothing here does, and how to call it.
 *
 * Each is told to write text to its standard output and nothing to a file: no pictures. */
#include "formats/formats.h"

static const pol_converter converters[] = {
    /* keeps headings in bold, lists with their numbers as printed, and tables */
    {POL_FORMAT_RTF, POL_FORMAT_HTML, "/usr/bin/unrtf", {"unrtf", "--html", "--nopict", "@", NULL}},
    /* text rather than DocBook, which leaves out the numbers of lists; a paragraph a line */
    {POL_FORMAT_DOC,
     POL_FORMAT_TEXT,
     "/usr/bin/antiword",
     {"antiword", "-t", "-m", "UTF-8.txt", "-w", "0", "@", NULL}},
    /* reads some files that antiword does not, without the numbers of lists */
    {POL_FORMAT_DOC,
     POL_FORMAT_TEXT,
     "/usr/bin/catdoc",
     {"catdoc", "-a", "-w", "-d", "utf-8", "@", NULL}},
};

const pol_converter *pol_converter_for(pol_format format, size_t attempt)
{
    for (size_t i = 0; i < sizeof converters / sizeof *converters; i++)
        if (converters[i].from == format && attempt-- == 0)
            return &converters[i];
    return NULL;
}
