#pragma once

#include "contract/result.h"

#include <QStringView>

namespace Telemetry {

/// The privacy parameter of one cell as an exact fraction, because the noise must not depend on how a computer rounds.
/// Greater than 0, below 1000, at most six decimals. Immutable: any thread.
class Epsilon
{
public:
    /// 1.
    Epsilon() = default;
    /// Reads "1", "0.5", "1.25". Errors: Invalid (another form, too long, or zero).
    [[nodiscard]] static Result<Epsilon> fromString(QStringView text);

    /// In lowest terms.
    [[nodiscard]] quint64 numerator() const { return m_numerator; }
    [[nodiscard]] quint64 denominator() const { return m_denominator; }
    /// The shortest decimal: "0.50" becomes "0.5".
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Epsilon &, const Epsilon &) = default;

private:
    quint64 m_numerator = 1;
    quint64 m_denominator = 1;
};

} // namespace Telemetry
