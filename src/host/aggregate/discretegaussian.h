#pragma once

#include "host/aggregate/noisestream.h"

namespace Telemetry {

/// The noise of every published number. The sampler is algorithm 3 of Canonne, Kamath and Steinke, "The Discrete
/// Gaussian for Differential Privacy" (2020): integers only.
namespace Noise {

/// x with probability proportional to e^(-x²/2σ²). 1 <= sigma <= Limits::greatestSigma.
[[nodiscard]] qint64 discreteGaussian(int sigma, NoiseStream &stream);

/// The probability that a draw is at least this much. For what is said about the noise, not for drawing it: it is a
/// floating point number, exact to about 15 digits.
[[nodiscard]] double tailOfDiscreteGaussian(int sigma, qint64 atLeast);
/// The least w for which a draw is from -w to w with a probability of 95 % or more.
[[nodiscard]] qint64 intervalOfDiscreteGaussian(int sigma);

} // namespace Noise

} // namespace Telemetry
