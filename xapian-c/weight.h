/* weight.h - an xc_weight to Xapian's weighting scheme. */
#ifndef XAPIAN_C_WEIGHT_H
#define XAPIAN_C_WEIGHT_H

#include <memory>

#include <xapian.h>

#include "xapian-c/xapian-c.h"

namespace xc
{

/* Throws Failure XC_INVALID, or what Xapian throws, where the parameters make no sense. */
std::unique_ptr<Xapian::Weight> make_weight(const xc_weight &weight);

} // namespace xc

#endif
