/* fields.h - fields of a DOCX as their marks come by: an instruction, which nobody reads,
 * and its result, which is text, but for the lines of a contents list. */
#ifndef POL_FORMATS_DOCX_FIELDS_H
#define POL_FORMATS_DOCX_FIELDS_H

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_DOCX_FIELDS_MAX = 32, POL_DOCX_INSTRUCTION_SIZE = 8 };

typedef struct pol_docx_field {
    char instruction[POL_DOCX_INSTRUCTION_SIZE]; /* its first letters, which tell what it is */
    size_t size;
    bool has_result; /* past its instruction */
} pol_docx_field;

typedef struct pol_docx_fields {
    pol_docx_field open[POL_DOCX_FIELDS_MAX];
    size_t count; /* open; may exceed the bound: those are not known */
} pol_docx_fields;

/* `kind` is that of w:fldChar: "begin", "separate" or "end". */
void pol_docx_fields_mark(pol_docx_fields *fields, pol_span kind);
/* A piece of the instruction of the innermost. */
void pol_docx_fields_instruct(pol_docx_fields *fields, pol_span text);
/* In the result of a contents list? */
bool pol_docx_fields_in_contents(const pol_docx_fields *fields);
/* Where nothing is text? */
bool pol_docx_fields_in_instruction(const pol_docx_fields *fields);
/* "TOC \o": is what that makes a contents list? */
bool pol_docx_is_contents(pol_span instruction);

#ifdef __cplusplus
}
#endif
#endif
