/* metadata.h - keys and values of an index beside its documents. One thread. */
#ifndef POL_INDEXER_METADATA_H
#define POL_INDEXER_METADATA_H

#include "core/error.h"
#include "core/span.h"
#include "xapian-c/xapian-c.h"

/* An empty value removes the key. Fails: as xapian-c does. */
POL_MUST_CHECK pol_status pol_metadata_set(xc_writer *writer, pol_span key, pol_span value,
                                           pol_error *reterr);

/* Calls back with each key that starts with `prefix`, in their order, and its value, both
 * borrowed until it returns. Fails: as xapian-c does, or as the callback. */
typedef pol_status (*pol_metadata_call)(void *context, pol_span key, pol_span value,
                                        pol_error *reterr);
POL_MUST_CHECK pol_status pol_metadata_each(xc_reader *reader, pol_span prefix,
                                            pol_metadata_call call, void *context,
                                            pol_error *reterr);

#endif
