/* reading.h - motions while they are being read (private to draft/composites_*.c): texts
 * to numbered words, numbers to weights. Afterwards all is in pol_motions. */
#ifndef POL_DRAFT_COMPOSITES_READING_H
#define POL_DRAFT_COMPOSITES_READING_H

#include "draft/composites/common.h"
#include "draft/composites/motions.h"

/* Numbers that no word has. */
#define POL_SUBJECT_CONCEPT(row) (0xFFFF0000u + (uint32_t)(row))
#define POL_ENTRY_NONE           UINT32_MAX
/* Of what a word weighs that is nowhere else: at least that much tells what a text is about. */
#define POL_TELLING_SHARE 0.26

/* What corresponding words stand for, as it is numbered. */
typedef struct pol_entry {
    uint32_t concept;
    float weight;     /* the most that it weighs by the index */
    float rare;       /* 0..1: how seldom anybody says it, the least of its words */
    uint32_t texts;   /* at hand, that have it */
    uint32_t motions; /* likewise */
    uint32_t last;    /* motion that was counted */
    uint32_t subject; /* entry of the matter that it is used of; NONE */
    double scale;     /* what the index's weight is multiplied with */
} pol_entry;

/* One text with the numbers of its words. */
typedef struct pol_read_text {
    pol_weighed_text weighed;
    pol_unit *units; /* the same, to be weighed anew */
    uint32_t *terms; /* of each unit */
} pol_read_text;

typedef struct pol_reading {
    pol_weigher *weigher;
    const pol_common *common;
    const pol_matter_table *matters;
    pol_arena *arena;
    double passages; /* of the index */
    pol_entry *entries;
    size_t entry_count, entry_capacity;
    uint32_t *slots; /* a hash table: places in entries, from 1 */
    size_t slot_count;
    pol_motion *motions;
    size_t motion_count;
    pol_demand *demands;
    size_t demand_count, demand_capacity;
    pol_weighed_text against; /* words that say so */
    pol_read_text *texts;     /* of each motion the title, the whole, then its demands */
    size_t text_count, text_capacity;
    const pol_matters *terms; /* of each entry */
} pol_reading;

/* Rows of subjects and of words that say how; to be called first. numbers.c */
POL_MUST_CHECK pol_status pol_reading_subjects(pol_reading *r, pol_error *reterr);
/* False: no memory. */
POL_MUST_CHECK bool pol_reading_number(pol_reading *r, const pol_weighed_text *text,
                                       const pol_unit *unit, uint32_t *ret_term);
/* Each word of the text once. `sorted` has room for its words. */
void pol_reading_count(pol_reading *r, const pol_read_text *read, uint32_t *sorted);
/* Does one of its first words say that it is against what follows? */
bool pol_reading_opposes(const pol_reading *r, const pol_weighed_text *demand);

/* Weighs all that was read. weights.c */
POL_MUST_CHECK pol_status pol_reading_weigh(pol_reading *r, pol_error *reterr);
/* What a word weighs that is nowhere else. */
double pol_reading_most(const pol_reading *r);

/* As many motions as may have a word that still tells what one is about: few of a long agenda,
 * nearly all of a short one. */
double pol_reading_few(double motions);

/* Fills in what demands are judged by. Fails: POL_NOMEM, POL_LIMIT. judged.c */
POL_MUST_CHECK pol_status pol_reading_judged(pol_reading *r, pol_error *reterr);

/* Fills in stance and turns of motions. Fails: POL_NOMEM, POL_LIMIT, POL_UNSUPPORTED.
 * stance.c */
POL_MUST_CHECK pol_status pol_reading_stance(pol_reading *r, pol_error *reterr);

/* What it tells that so many motions have something: 1 where one alone has it, 0 where all have. */
float pol_reading_news(const pol_reading *r, size_t motions);

/* Fills in phrases of motions, once all texts are read. Fails: POL_NOMEM, POL_LIMIT.
 * phrases.c */
POL_MUST_CHECK pol_status pol_reading_phrases(pol_reading *r, pol_error *reterr);

/* The rows of matters that each word has, once all texts are read; NULL: no memory.
 * near.c */
const pol_matters *pol_reading_near(pol_reading *r, pol_analyser *analyser);

/* Fills in pol_motion.matters and pol_reading.terms, once all texts are read.
 * Fails: POL_NOMEM, POL_LIMIT, POL_UNSUPPORTED. matters.c */
POL_MUST_CHECK pol_status pol_reading_matters(pol_reading *r, pol_error *reterr);

/* Fills in what motions are told by (pol_motion_words), once all is weighed. told.c */
POL_MUST_CHECK pol_status pol_reading_tell(pol_reading *r, pol_error *reterr);

#endif
