/* weight.cc - weighting schemes by name and parameters. */
#include "xapian-c/weight.h"

#include <cmath>
#include <utility>

#include "xapian-c/guard.h"

namespace xc
{

namespace
{

using WeightPointer = std::unique_ptr<Xapian::Weight>;

template <typename Scheme, size_t... index>
WeightPointer make_from(const double *parameters, std::index_sequence<index...>)
{
    (void)parameters; /* of a scheme that has none */
    return std::make_unique<Scheme>(parameters[index]...);
}

/* Xapian's defaults, or all `count` parameters. */
template <typename Scheme, size_t count> WeightPointer make(const xc_weight &weight)
{
    if (weight.parameter_count == 0)
        return std::make_unique<Scheme>();
    return make_from<Scheme>(weight.parameters, std::make_index_sequence<count>{});
}

WeightPointer make_tfidf(const xc_weight &weight)
{
    return std::make_unique<Xapian::TfIdfWeight>(weight.normalization ? weight.normalization
                                                                      : "ntn");
}

WeightPointer make_language_model(const xc_weight &weight)
{
    using Xapian::Weight;
    static const Weight::type_smoothing kinds[] = {
        Weight::TWO_STAGE_SMOOTHING, Weight::DIRICHLET_SMOOTHING,
        Weight::ABSOLUTE_DISCOUNT_SMOOTHING, Weight::JELINEK_MERCER_SMOOTHING,
        Weight::DIRICHLET_PLUS_SMOOTHING};
    if (weight.parameter_count == 0)
        return std::make_unique<Xapian::LMWeight>();
    const double *parameters = weight.parameters;
    const double kind = parameters[1];
    if (kind != 0 && kind != 1 && kind != 2 && kind != 3 && kind != 4)
        throw Failure(XC_INVALID, "there is no smoothing %g, only 0 to 4", kind);
    return std::make_unique<Xapian::LMWeight>(parameters[0], kinds[static_cast<size_t>(kind)],
                                              parameters[2], parameters[3]);
}

struct Scheme {
    xc_weighting id;
    size_t parameter_count;
    WeightPointer (*make)(const xc_weight &weight);
};

const Scheme schemes[] = {
    {XC_WEIGHT_BM25, 5, make<Xapian::BM25Weight, 5>},
    {XC_WEIGHT_BM25_PLUS, 6, make<Xapian::BM25PlusWeight, 6>},
    {XC_WEIGHT_TFIDF, 0, make_tfidf},
    {XC_WEIGHT_INEB2, 1, make<Xapian::IneB2Weight, 1>},
    {XC_WEIGHT_INL2, 1, make<Xapian::InL2Weight, 1>},
    {XC_WEIGHT_IFB2, 1, make<Xapian::IfB2Weight, 1>},
    {XC_WEIGHT_BB2, 1, make<Xapian::BB2Weight, 1>},
    {XC_WEIGHT_PL2, 1, make<Xapian::PL2Weight, 1>},
    {XC_WEIGHT_PL2_PLUS, 2, make<Xapian::PL2PlusWeight, 2>},
    {XC_WEIGHT_DLH, 0, make<Xapian::DLHWeight, 0>},
    {XC_WEIGHT_DPH, 0, make<Xapian::DPHWeight, 0>},
    {XC_WEIGHT_LM, 4, make_language_model},
    {XC_WEIGHT_COORD, 0, make<Xapian::CoordWeight, 0>},
    {XC_WEIGHT_BOOL, 0, make<Xapian::BoolWeight, 0>},
    {XC_WEIGHT_TRAD, 1, make<Xapian::TradWeight, 1>},
};

void check_parameters(const xc_weight &weight, size_t count)
{
    if (weight.parameter_count != 0 && weight.parameter_count != count)
        throw Failure(XC_INVALID, "the weighting scheme has %zu parameters, not %zu", count,
                      weight.parameter_count);
    for (size_t i = 0; i < weight.parameter_count; i++)
        if (!std::isfinite(weight.parameters[i]))
            throw Failure(XC_INVALID, "parameter %zu of the weighting scheme is no number", i + 1);
}

} // namespace

std::unique_ptr<Xapian::Weight> make_weight(const xc_weight &weight)
{
    const size_t number = number_of(weight.scheme);
    for (const Scheme &scheme : schemes) {
        if (scheme.id != number)
            continue;
        check_parameters(weight, scheme.parameter_count);
        return scheme.make(weight);
    }
    throw Failure(XC_INVALID, "there is no weighting scheme %zu", number);
}

} // namespace xc
