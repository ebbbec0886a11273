/* xml.c - libxml2's SAX within bounds: depth, size, and no declarations. */
#include "formats/office/xml.h"

#include <libxml/parser.h>
#include <stdlib.h>

#include "formats/formats.h"
#include "formats/package.h"

static const struct {
    const char *uri;
    pol_space space;
} spaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", POL_SPACE_WORD},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", POL_SPACE_WORD},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", POL_SPACE_COMPATIBILITY},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", POL_SPACE_REFERENCE},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", POL_SPACE_REFERENCE},
    {"http://schemas.openxmlformats.org/package/2006/relationships", POL_SPACE_RELATIONSHIPS},
    {"http://purl.org/dc/elements/1.1/", POL_SPACE_DUBLIN_CORE},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", POL_SPACE_OFFICE},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", POL_SPACE_TEXT},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", POL_SPACE_TABLE},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", POL_SPACE_STYLE},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", POL_SPACE_FO},
    {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", POL_SPACE_LOEXT},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", POL_SPACE_MANIFEST},
    {"http://www.w3.org/XML/1998/namespace", POL_SPACE_XML},
};

typedef struct parser {
    const pol_xml_handler *handler;
    pol_part part;
    xmlParserCtxtPtr libxml;
    size_t depth;
    const xmlChar *last_uri; /* libxml2 keeps each name once: the same pointer, the same name */
    pol_space last_space;
    pol_status status;
    pol_error *reterr;
    char trouble[POL_PART_SHOWN]; /* the first complaint of libxml2, and its line */
    size_t line;
} parser;

/* --- attributes ------------------------------------------------------------------- */

static pol_space space_of(const xmlChar *uri)
{
    if (!uri)
        return POL_SPACE_NONE;
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (strcmp((const char *)uri, spaces[i].uri) == 0)
            return spaces[i].space;
    return POL_SPACE_OTHER;
}

pol_span pol_element_value(const pol_element *element, pol_space space, const char *name)
{
    const xmlChar **at = element->attributes;
    for (int i = 0; i < element->attribute_count; i++, at += 5)
        if (strcmp((const char *)at[0], name) == 0 && space_of(at[2]) == space)
            return pol_span_make((const char *)at[3], (size_t)(at[4] - at[3]));
    return pol_span_make(NULL, 0);
}

pol_span pol_element_copy(const pol_element *element, pol_space space, const char *name,
                          pol_arena *arena)
{
    pol_span value = pol_element_value(element, space, name);
    char *copy = value.data ? pol_arena_alloc(arena, value.size + 1) : NULL;
    size_t size = 0;
    if (!copy)
        return pol_span_make(NULL, 0);
    for (size_t at = 0; at < value.size;) {
        bool is_ampersand = pol_span_starts(pol_span_from(value, at), POL_SPAN("&#38;"));
        copy[size++] = value.data[at];
        at += is_ampersand ? 5 : 1;
    }
    return pol_span_make(copy, size);
}

long pol_element_number(const pol_element *element, pol_space space, const char *name, long least,
                        long most, long otherwise)
{
    pol_span value = pol_span_trim(pol_element_value(element, space, name));
    char digits[20];
    if (value.size == 0 || value.size >= sizeof digits)
        return otherwise;
    memcpy(digits, value.data, value.size);
    digits[value.size] = '\0';
    char *end;
    long number = strtol(digits, &end, 10);
    return *end != '\0' || number < least || number > most ? otherwise : number;
}

/* --- what libxml2 calls ------------------------------------------------------------ */

static void stop(parser *p, pol_status status)
{
    if (p->status == POL_OK)
        p->status = status;
    xmlStopParser(p->libxml);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int space_count, const xmlChar **namespaces, int attribute_count,
                     int default_count, const xmlChar **attributes)
{
    (void)prefix, (void)space_count, (void)namespaces, (void)default_count;
    parser *p = context;
    if (p->status != POL_OK)
        return;
    if (p->depth == POL_OFFICE_DEPTH_MAX) {
        stop(p, pol_fail(p->reterr, POL_LIMIT, 0,
                         "it nests more than %d levels deep, which office files never do",
                         POL_OFFICE_DEPTH_MAX));
        return;
    }
    if (uri != p->last_uri) {
        p->last_uri = uri;
        p->last_space = space_of(uri);
    }
    pol_element element = {p->last_space, (const char *)name, attributes, attribute_count};
    pol_status status = p->handler->start(p->handler->context, &element, ++p->depth);
    if (status != POL_OK)
        stop(p, status);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    parser *p = context;
    if (p->status != POL_OK || p->depth == 0)
        return;
    pol_status status = p->handler->end(p->handler->context, p->depth--);
    if (status != POL_OK)
        stop(p, status);
}

static void on_text(void *context, const xmlChar *text, int size)
{
    parser *p = context;
    if (p->status != POL_OK || size <= 0)
        return;
    pol_span span = pol_span_make((const char *)text, (size_t)size);
    pol_status status = p->handler->text(p->handler->context, span, p->depth);
    if (status != POL_OK)
        stop(p, status);
}

static void refuse_declaration(parser *p)
{
    stop(p,
         pol_fail(p->reterr, POL_FORMAT, 0, "it declares entities, which office files never do"));
}

static void on_entity(void *context, const xmlChar *name, int type, const xmlChar *public_id,
                      const xmlChar *system_id, xmlChar *content)
{
    (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
    refuse_declaration(context);
}

static void on_unparsed_entity(void *context, const xmlChar *name, const xmlChar *public_id,
                               const xmlChar *system_id, const xmlChar *notation)
{
    (void)name, (void)public_id, (void)system_id, (void)notation;
    refuse_declaration(context);
}

static void on_notation(void *context, const xmlChar *name, const xmlChar *public_id,
                        const xmlChar *system_id)
{
    (void)name, (void)public_id, (void)system_id;
    refuse_declaration(context);
}

static void on_attribute_declaration(void *context, const xmlChar *element, const xmlChar *name,
                                     int type, int kind, const xmlChar *value,
                                     xmlEnumerationPtr choices)
{
    (void)element, (void)name, (void)type, (void)kind, (void)value;
    xmlFreeEnumeration(choices);
    refuse_declaration(context);
}

static void on_element_declaration(void *context, const xmlChar *name, int type,
                                   xmlElementContentPtr content)
{
    (void)name, (void)type, (void)content;
    refuse_declaration(context);
}

static void on_error(void *context, xmlErrorPtr error)
{
    parser *p = context;
    if (p->trouble[0] || !error || error->level < XML_ERR_ERROR)
        return;
    p->line = error->line > 0 ? (size_t)error->line : 0;
    const char *message = error->message ? error->message : "malformed";
    pol_part_show(pol_span_make(message, strcspn(message, "\r\n")), p->trouble);
}

static int on_read(void *context, char *buffer, int size)
{
    parser *p = context;
    return size > 0 ? pol_part_read(&p->part, buffer, (size_t)size) : 0;
}

/* --- reading ---------------------------------------------------------------------- */

static void run(parser *p)
{
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .cdataBlock = on_text,
        .ignorableWhitespace = on_text,
        .entityDecl = on_entity,
        .unparsedEntityDecl = on_unparsed_entity,
        .notationDecl = on_notation,
        .attributeDecl = on_attribute_declaration,
        .elementDecl = on_element_declaration,
        .serror = on_error,
    };
    p->libxml = xmlCreateIOParserCtxt(&sax, p, on_read, NULL, p, XML_CHAR_ENCODING_NONE);
    if (!p->libxml) {
        p->status = p->part.status != POL_OK
                        ? p->part.status
                        : pol_fail(p->reterr, POL_NOMEM, 0, "no memory for reading this file");
        return;
    }
    xmlCtxtUseOptions(p->libxml, XML_PARSE_NONET | XML_PARSE_COMPACT);
    p->libxml->linenumbers = 1;
    xmlParseDocument(p->libxml);
}

static pol_status verdict(const parser *p, pol_span name)
{
    if (p->status != POL_OK)
        return p->status;
    if (p->part.status != POL_OK)
        return p->part.status;
    if (p->libxml->wellFormed)
        return POL_OK;
    if (p->libxml->errNo == XML_ERR_NO_MEMORY)
        return pol_fail(p->reterr, POL_NOMEM, 0, "no memory for reading this file");
    char shown[POL_PART_SHOWN];
    pol_part_show(name, shown);
    return pol_fail(p->reterr, POL_FORMAT, p->line,
                    "the file is damaged (its part '%.40s': %s): fetch or save it anew", shown,
                    p->trouble[0] ? p->trouble : "malformed");
}

pol_status pol_xml_read(pol_span package, pol_span part, const pol_xml_handler *handler,
                        pol_error *reterr)
{
    parser p = {.handler = handler, .reterr = reterr};
    pol_status status = pol_part_open(package, part, &p.part, reterr);
    if (status != POL_OK)
        return status;
    run(&p);
    status = verdict(&p, part);
    if (p.libxml) {
        /* Made by libxml2 for a declaration, even where handlers make no tree. */
        xmlFreeDoc(p.libxml->myDoc);
        xmlFreeParserCtxt(p.libxml);
    }
    pol_part_close(&p.part);
    return status;
}

pol_status pol_xml_read_if_there(pol_span package, pol_span part, const pol_xml_handler *handler,
                                 pol_error *reterr)
{
    pol_status status = pol_xml_read(package, part, handler, reterr);
    return status == POL_NOTFOUND ? POL_OK : status;
}
