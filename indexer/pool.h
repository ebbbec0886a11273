/* pool.h - a bounded number of items worked on by threads, taken back in the order in
 * which they were given.
 *
 * What the items hold is bounded too: of files that give much, fewer are worked on ahead of
 * the one that is taken next, and what a file may give is at most 64 MiB. What is left
 * unprepared (pol_preparer_bound()) is for the taker to prepare.
 *
 * Given, taken and freed by one thread. With one job there are no threads: the work is
 * done when the item is taken. */
#ifndef POL_INDEXER_POOL_H
#define POL_INDEXER_POOL_H

#include "indexer/intake.h"

typedef struct pol_pool pol_pool;

/* `jobs` threads (1..64). Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_pool_new(unsigned jobs, pol_pool **ret_pool, pol_error *reterr);
/* Waits for what is being worked on; frees what was not taken. */
void pol_pool_free(pol_pool *pool);

/* Are there as many items, or as many bytes of lines, as are held at a time? */
bool pol_pool_is_full(const pol_pool *pool);
bool pol_pool_is_empty(const pol_pool *pool);
/* The pool must not be full. Takes the item over until pol_pool_take(). */
void pol_pool_give(pol_pool *pool, pol_item *item);
/* The oldest item, once it is done; the pool must not be empty. The caller frees it, and does
 * so before it takes the next. */
pol_item *pol_pool_take(pol_pool *pool);

#endif
