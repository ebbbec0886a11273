/* relation.c - what passages say of other documents. */
#include "document/relation.h"

pol_status pol_relations_find(pol_document *document, pol_arena *arena, pol_error *reterr)
{
    (void)document, (void)arena, (void)reterr;
    return POL_OK;
}
