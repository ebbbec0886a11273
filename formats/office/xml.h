/* xml.h - a part of a package to a run of elements and text: XML as office files
 * write it, and no more. Entities are refused where they are declared; nothing is loaded.
 *
 * libxml2 must have been initialised (xmlInitParser()) before threads are started. */
#ifndef POL_FORMATS_OFFICE_XML_H
#define POL_FORMATS_OFFICE_XML_H

#include "core/arena.h"
#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Namespaces that readers ask for; the two kinds of OOXML, transitional and strict, are one. */
typedef enum pol_space {
    POL_SPACE_OTHER = 0,
    POL_SPACE_WORD,          /* w: */
    POL_SPACE_COMPATIBILITY, /* mc: */
    POL_SPACE_REFERENCE,     /* r: */
    POL_SPACE_RELATIONSHIPS, /* of _rels/ *.rels */
    POL_SPACE_DUBLIN_CORE,   /* dc: */
    POL_SPACE_OFFICE,        /* this and the next: OpenDocument */
    POL_SPACE_TEXT,
    POL_SPACE_TABLE,
    POL_SPACE_STYLE,
    POL_SPACE_FO,
    POL_SPACE_LOEXT,
    POL_SPACE_MANIFEST,
    POL_SPACE_XML,
    POL_SPACE_NONE /* attributes without a prefix */
} pol_space;

typedef struct pol_element {
    pol_space space;
    const char *name;                 /* without prefix */
    const unsigned char **attributes; /* libxml2's: five pointers each */
    int attribute_count;
} pol_element;

/* The value of an attribute, until the callback returns; absent if there is none. An
 * ampersand in it stands as "&#38;": good for comparing, not for showing. */
pol_span pol_element_value(const pol_element *element, pol_space space, const char *name);
/* A copy in `arena`, fit to be shown; absent if there is none or the arena is exhausted. */
pol_span pol_element_copy(const pol_element *element, pol_space space, const char *name,
                          pol_arena *arena);
/* A decimal number within `least` and `most`; `otherwise` for anything else. */
long pol_element_number(const pol_element *element, pol_space space, const char *name, long least,
                        long most, long otherwise);

/* What is called while a part is read. `depth` is 1 for the root, at most
 * POL_OFFICE_DEPTH_MAX. A status that is not POL_OK ends the reading with it. */
typedef struct pol_xml_handler {
    void *context;
    pol_status (*start)(void *context, const pol_element *element, size_t depth);
    pol_status (*end)(void *context, size_t depth);
    pol_status (*text)(void *context, pol_span text, size_t depth); /* may come in pieces */
} pol_xml_handler;

/* Fails: POL_NOTFOUND (no such part), POL_FORMAT (reterr->at = line; not well-formed, or
 * with entities), POL_LIMIT, POL_NOMEM, or what the handler failed with. */
POL_MUST_CHECK pol_status pol_xml_read(pol_span package, pol_span part,
                                       const pol_xml_handler *handler, pol_error *reterr);
/* The same for a part that may be missing: POL_OK then, and the handler is not called. */
POL_MUST_CHECK pol_status pol_xml_read_if_there(pol_span package, pol_span part,
                                                const pol_xml_handler *handler, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
