/* take.h - one file's bytes to what is in it: format, reader, sidecar, extraction; line by
 * line, row by row, member by member.
 *
 * Internal to sandbox/; runs confined. */
#ifndef POL_SANDBOX_TAKE_H
#define POL_SANDBOX_TAKE_H

#include "document/extract.h"
#include "formats/formats.h"
#include "sandbox/wire.h"

/* What a file was asked for with, and who is told of members and conversions. */
typedef struct pol_take {
    const pol_wire *wire;
    const pol_wire_request *request;
    pol_span sidecar, mapping; /* absent: none */
} pol_take;

/* A file, or a member of an archive. */
typedef struct pol_source {
    pol_span name;   /* without folders */
    pol_span member; /* path inside the archive; absent for a file */
    pol_span bytes;
    pol_format format; /* UNKNOWN: by name and bytes */
} pol_source;

/* Adds what is in it, omissions for what cannot be read. Fails: POL_NOMEM; POL_IO (the other
 * end of the wire is gone). */
POL_MUST_CHECK pol_status pol_take_source(const pol_take *take, const pol_source *source,
                                          pol_arena *arena, pol_extracted *extracted,
                                          pol_error *reterr);

/* An archive: each member's parcel is sent as soon as it is made; `extracted` gets only what
 * concerns the archive as a whole. Fails as above. */
POL_MUST_CHECK pol_status pol_take_archive(const pol_take *take, const pol_source *source,
                                           pol_arena *arena, pol_extracted *extracted,
                                           pol_error *reterr);

/* The format by name and bytes, else what the caller says. */
pol_format pol_source_format(const pol_source *source);

#endif
