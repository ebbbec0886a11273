/* form.h - the body of a request (POL_BODY_FORM) to the fields of the form that was sent in it.
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
