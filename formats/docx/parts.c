/* parts.c - the relationships of a DOCX to the names of its parts. */
#include "formats/docx/parts.h"

#include "document/text.h"
#include "formats/formats.h"
#include "formats/office/xml.h"

enum { NAME_MAX_BYTES = 250 }; /* of a part */

typedef struct search {
    pol_arena *arena;
    pol_error *reterr;
    pol_span folder; /* of the part whose relationships these are, with "/" at its end */
    pol_docx_parts *parts;
    bool is_of_package;
} search;

/* The last part of a type's URI, and where the target belongs. Types differ between the
 * transitional and the strict kind, but for their ends. */
static pol_span *place_of(search *s, pol_span type)
{
    const struct {
        pol_span ending;
        pol_span *place;
        bool is_of_package;
    } places[] = {
        {POL_SPAN("/officeDocument"), &s->parts->document, true},
        {POL_SPAN("/metadata/core-properties"), &s->parts->properties, true},
        {POL_SPAN("/relationships/styles"), &s->parts->styles, false},
        {POL_SPAN("/relationships/numbering"), &s->parts->numbering, false},
        {POL_SPAN("/relationships/footnotes"), &s->parts->footnotes, false},
        {POL_SPAN("/relationships/endnotes"), &s->parts->endnotes, false},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i].is_of_package == s->is_of_package && pol_span_ends(type, places[i].ending))
            return places[i].place;
    return NULL;
}

/* `folder` without its last step: "word/a/" is "word/". */
static size_t climb(const char *name, size_t size)
{
    while (size > 0 && name[size - 1] == '/')
        size--;
    while (size > 0 && name[size - 1] != '/')
        size--;
    return size;
}

/* A target to the name of a part, from the package's root; absent when the arena is
 * exhausted, empty for one that is too long. */
static pol_span resolve(const search *s, pol_span target)
{
    bool is_rooted = pol_span_starts(target, POL_SPAN("/"));
    pol_span folder = is_rooted ? POL_SPAN("") : s->folder;
    if (folder.size + target.size > NAME_MAX_BYTES)
        return POL_SPAN("");
    char *name = pol_arena_alloc(s->arena, folder.size + target.size + 1);
    if (!name)
        return pol_span_make(NULL, 0);
    memcpy(name, folder.data, folder.size);
    size_t size = folder.size;
    for (size_t at = is_rooted; at < target.size;) {
        pol_span rest = pol_span_from(target, at);
        size_t step = pol_span_find(rest, POL_SPAN("/"), 0);
        step = step == (size_t)-1 ? rest.size : step + 1;
        pol_span part = pol_span_first(rest, step);
        at += step;
        if (pol_span_equal(part, POL_SPAN("../")))
            size = climb(name, size);
        else if (!pol_span_equal(part, POL_SPAN("./"))) {
            memcpy(name + size, part.data, part.size);
            size += part.size;
        }
    }
    return pol_span_make(name, size);
}

static pol_status on_start(void *context, const pol_element *element, size_t depth)
{
    search *s = context;
    if (depth != 2 || strcmp(element->name, "Relationship") != 0)
        return POL_OK;
    pol_span target = pol_element_value(element, POL_SPACE_NONE, "Target");
    pol_span mode = pol_element_value(element, POL_SPACE_NONE, "TargetMode");
    pol_span *place = place_of(s, pol_element_value(element, POL_SPACE_NONE, "Type"));
    if (!place || place->data || target.size == 0 || pol_span_equal(mode, POL_SPAN("External")))
        return POL_OK;
    pol_span name = resolve(s, target);
    if (!name.data)
        return pol_arena_refused(s->arena, NAME_MAX_BYTES, s->reterr);
    if (name.size > 0)
        *place = name;
    return POL_OK;
}

static pol_status on_end(void *context, size_t depth)
{
    (void)context, (void)depth;
    return POL_OK;
}

static pol_status on_text(void *context, pol_span text, size_t depth)
{
    (void)context, (void)text, (void)depth;
    return POL_OK;
}

/* "word/_rels/document.xml.rels" of "word/document.xml". */
static pol_span relationships_of(pol_span part, size_t folder_size, pol_arena *arena)
{
    size_t size = part.size + strlen("_rels/.rels");
    char *name = pol_arena_alloc(arena, size);
    if (!name)
        return pol_span_make(NULL, 0);
    memcpy(name, part.data, folder_size);
    memcpy(name + folder_size, "_rels/", 6);
    memcpy(name + folder_size + 6, part.data + folder_size, part.size - folder_size);
    memcpy(name + part.size + 6, ".rels", 5);
    return pol_span_make(name, size);
}

pol_status pol_docx_find_parts(pol_span package, pol_arena *arena, pol_docx_parts *ret_parts,
                               pol_error *reterr)
{
    search s = {.arena = arena,
                .reterr = reterr,
                .folder = POL_SPAN(""),
                .parts = ret_parts,
                .is_of_package = true};
    pol_xml_handler handler = {&s, on_start, on_end, on_text};
    *ret_parts = (pol_docx_parts){.document = {NULL, 0}};
    pol_status status = pol_xml_read_if_there(package, POL_SPAN("_rels/.rels"), &handler, reterr);
    if (status != POL_OK)
        return status;
    if (!ret_parts->document.data)
        return pol_fail(reterr, POL_FORMAT, 0,
                        "it is no Word document: the package names no main document");
    size_t folder_size = climb(ret_parts->document.data, ret_parts->document.size);
    pol_span name = relationships_of(ret_parts->document, folder_size, arena);
    if (!name.data)
        return pol_arena_refused(arena, NAME_MAX_BYTES, reterr);
    s.folder = pol_span_first(ret_parts->document, folder_size);
    s.is_of_package = false;
    return pol_xml_read_if_there(package, name, &handler, reterr);
}
