/* failing_alloc.h - refuse memory at a chosen allocation. The program must be linked
 * with --wrap for malloc, calloc and realloc; only code linked statically is affected. */
#ifndef TESTS_UNIT_CORE_FAILING_ALLOC_H
#define TESTS_UNIT_CORE_FAILING_ALLOC_H

/* The next `count` allocations work, the one behind them fails, all later ones work. */
void fail_alloc_after(int count);
void fail_alloc_never(void);

#endif
