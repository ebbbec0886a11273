/* warm.h - what libraries load when first used, loaded before nothing can be any more.
 *
 * Internal to sandbox/. */
#ifndef POL_SANDBOX_WARM_H
#define POL_SANDBOX_WARM_H

/* Reads small files of our own and opens conversions of encodings. Whatever fails is left:
 * a library does without. */
void pol_warm_up(void);

#endif
