/* styles.h - the named styles of an office file, and what each is in the end, with all
 * that it takes over from the styles it is based on. */
#ifndef POL_FORMATS_OFFICE_STYLES_H
#define POL_FORMATS_OFFICE_STYLES_H

#include <stdint.h>

#include "core/arena.h"
#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_STYLE_CHAIN_MAX = 32, /* styles one is based on; a circle ends there too */
    POL_STYLE_UNSET = -1      /* of bold, hidden, outline and list_level */
};

typedef enum pol_style_family {
    POL_STYLE_PARAGRAPH = 1,
    POL_STYLE_CHARACTER,
    POL_STYLE_NUMBERING
} pol_style_family;

/* What paragraphs of a style are for. */
typedef enum pol_style_use {
    POL_STYLE_ANY = 0, /* not stated: that of the style it is based on */
    POL_STYLE_BODY,
    POL_STYLE_TITLE,
    POL_STYLE_CONTENTS, /* a line of a contents list */
    POL_STYLE_QUOTE
} pol_style_use;

typedef struct pol_style {
    pol_span id, parent;
    uint8_t family, use;
    bool is_default; /* of its family */
    int8_t bold, hidden;
    int8_t outline;      /* 0..8 a heading, 9 expressly none */
    pol_span list;       /* its list's id; empty: expressly none; absent: not stated */
    pol_span list_owner; /* id of the style that states it */
    int8_t list_level;
    uint32_t order;
} pol_style;

typedef struct pol_styles {
    pol_style *items;
    size_t count, capacity;
} pol_styles;

/* A style that states nothing. */
pol_style pol_style_blank(pol_style_family family);
POL_MUST_CHECK pol_status pol_styles_add(pol_styles *styles, pol_arena *arena, pol_style style,
                                         pol_error *reterr);
/* Once, when all are added: makes them ready to be found, with what they take over. */
void pol_styles_finish(pol_styles *styles);
/* NULL: there is none. Of two with one id, the first that was added. */
const pol_style *pol_styles_find(const pol_styles *styles, pol_style_family family, pol_span id);
/* The one that holds where none is named; NULL: there is none. */
const pol_style *pol_styles_default(const pol_styles *styles, pol_style_family family);

#ifdef __cplusplus
}
#endif
#endif
