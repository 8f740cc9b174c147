#pragma once

#include "host/aggregate/epsilon.h"
#include "host/aggregate/noisestream.h"

namespace Telemetry {

/// Samplers of Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithms 1 and
/// 2: integers only, so that the distribution is the stated one and not what floating point leaves of it.
namespace Noise {

/// True with probability exp(-numerator/denominator). 0 <= numerator <= denominator, 0 < denominator <= 10^9.
[[nodiscard]] bool bernoulliExp(quint64 numerator, quint64 denominator, NoiseStream &stream);
/// x with probability (e^ε - 1) / (e^ε + 1) · e^(-ε|x|).
[[nodiscard]] qint64 discreteLaplace(const Epsilon &epsilon, NoiseStream &stream);

} // namespace Noise

} // namespace Telemetry
