/* clock.h - time that never goes back, for how long things take. */
#ifndef POL_SERVER_CLOCK_H
#define POL_SERVER_CLOCK_H

#include <stdint.h>
#include <time.h>

#define POL_NS_PER_MS INT64_C(1000000)

static inline int64_t pol_clock_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 * POL_NS_PER_MS + now.tv_nsec;
}

#endif
