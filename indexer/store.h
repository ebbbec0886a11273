/* store.h - the index directory: its lock, its generations, and the atomic swap.
 *
 *   DIR/XAPIANDB      a Xapian stub file that names the current generation
 *   DIR/gen-000001/   a Xapian database
 *   DIR/lock          held (flock) by the one writer, says who it is
 *
 * Xapian opens DIR as a database. Updates are commits within the current generation. A first
 * index, and a rebuild, fill gen-N.new, which nobody sees, with an outline (indexer/outline.h), of
 * which gen-N is built in one go; it is flushed to the disk, and then a new stub is renamed over
 * the old one: readers see the old index or the new one. The
 * generation before is removed at once, so that nothing of what was removed stays on the
 * disk; readers that are in it have its files open and go on, and one that was about to open
 * it reads the stub again. What a killed writer left is removed by the next one.
 *
 * Entries have no lists of their terms: half of an index, and only what is taken out needs them.
 * An update makes them anew, in a generation of the same files, and drops them in the next.
 *
 * A pol_store belongs to one thread. */
#ifndef POL_INDEXER_STORE_H
#define POL_INDEXER_STORE_H

#include "core/error.h"
#include "xapian-c/xapian-c.h"

typedef struct pol_store pol_store;

/* Takes the lock of the index directory `path`, made where it is missing, and opens the
 * current generation for writing. `command` is shown to who meets the lock.
 * Fails: POL_LOCKED (the text says who holds it), POL_VERSION (unless `is_rebuild`),
 * POL_NOTFOUND (`path` holds something that is no index of ours: it is not touched),
 * POL_IO, POL_FULL, POL_CORRUPT (unless `is_rebuild`), POL_NOMEM. */
POL_MUST_CHECK pol_status pol_store_open(const char *path, const char *command, bool is_rebuild,
                                         pol_store **ret_store, pol_error *reterr);
/* The same in two steps, for whoever first looks whether there is anything to write: the lock, and
 * what a killed writer left removed; then the database opened. */
POL_MUST_CHECK pol_status pol_store_lock(const char *path, const char *command,
                                         pol_store **ret_store, pol_error *reterr);
POL_MUST_CHECK pol_status pol_store_begin(pol_store *store, bool is_rebuild, pol_error *reterr);
/* Between the two: is there an index as pol_store_finish() leaves it? */
bool pol_store_is_at_rest(const pol_store *store);
/* Gives up what was not committed or published, and the lock. */
void pol_store_free(pol_store *store);

/* The database that is written: the current generation, or the outline of the one being built. */
xc_writer *pol_store_writer(pol_store *store);
/* What builds the new generation of the outline; NULL where the current one is written, or where
 * the Xapian in use has another format of files: then the new one is written as it is to be. */
xc_builder *pol_store_builder(pol_store *store);
/* Everything is in the builder: makes it the new generation, with the metadata of the outline. */
POL_MUST_CHECK pol_status pol_store_build(pol_store *store, const xc_reader *outline,
                                          pol_error *reterr);
/* What was there before a rebuild, to read from; NULL outside one, or where there was
 * nothing that can be read. Borrowed. */
xc_reader *pol_store_previous(pol_store *store);
/* Was the last writer of the current generation stopped before it had finished? What it removed
 * may then stand in unused blocks, and pol_store_finish() compacts if there is room. */
bool pol_store_was_left(const pol_store *store);
/* Is there an index, readable or not, that a rebuild replaces? */
bool pol_store_is_replacing(const pol_store *store);

/* Ends the open transaction, which makes it durable, and begins the next. Fails: POL_FULL,
 * POL_IO, ...: then what was committed before stays, and the store can only be freed. */
POL_MUST_CHECK pol_status pol_store_commit(pol_store *store, pol_error *reterr);
/* Commits; where a new generation is being built also publishes it: what was built, or else what
 * was written, compacted. So it does with `is_compacting`, which
 * is for what must not stay on the disk: what Xapian removes stands in unused blocks until
 * these are written again; and with an index that is new, which then takes half the room. Free
 * the store next. */
POL_MUST_CHECK pol_status pol_store_finish(pol_store *store, bool is_compacting, pol_error *reterr);

#endif
