#pragma once

#include "host/aggregate/noisestream.h"

namespace Telemetry {

/// Samplers of Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithms 1 and
/// 2: integers only, so that the distribution is the stated one and not what floating point leaves of it.
namespace Noise {

/// True with probability exp(-numerator/denominator). 0 < denominator <= 10^13; any numerator.
[[nodiscard]] bool bernoulliExp(quint64 numerator, quint64 denominator, NoiseStream &stream);
/// x with probability (e^(1/scale) - 1) / (e^(1/scale) + 1) · e^(-|x|/scale). 0 < scale <= 10^6.
[[nodiscard]] qint64 discreteLaplace(quint64 scale, NoiseStream &stream);

} // namespace Noise

} // namespace Telemetry
