/* form.h - the body of a request to what was sent in it: the fields of a form, or one text.
 *
 * Any bytes may be in it: what is text is for others to judge. Safe in any thread. */
#ifndef POL_WEB_FORM_H
#define POL_WEB_FORM_H

#include "core/arena.h"
#include "core/error.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_FORM_FIELDS_MAX = 16 };

typedef enum pol_body_kind {
    POL_BODY_OTHER = 0, /* is not read: files of forms, pictures, ... */
    POL_BODY_FORM,      /* application/x-www-form-urlencoded */
    POL_BODY_TEXT       /* text/plain, text/markdown; and what has no type */
} pol_body_kind;

/* By the value of Content-Type; absent where it was not sent. */
pol_body_kind pol_body_kind_of(pol_span content_type);

typedef struct pol_field_sent {
    pol_span name, value; /* decoded */
} pol_field_sent;

typedef struct pol_form {
    pol_field_sent fields[POL_FORM_FIELDS_MAX];
    size_t count;
} pol_form;

/* In the arena. Fails: POL_LIMIT (more fields), POL_NOMEM. */
POL_MUST_CHECK pol_status pol_form_parse(pol_span body, pol_arena *arena, pol_form *ret_form,
                                         pol_error *reterr);

/* The first field with this name; absent where there is none. */
pol_span pol_form_field(const pol_form *form, const char *name);

#ifdef __cplusplus
}
#endif
#endif
