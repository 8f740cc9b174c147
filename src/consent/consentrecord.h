#pragma once

#include "contract/level.h"
#include "contract/result.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace Telemetry {

/// What was asked and answered, for one user and one Python environment. The file's only schema is 1.
struct ConsentRecord
{
    Level level = Level::None;
    int dictionary = 0;               ///< version of the data dictionary that the question showed
    QByteArray textHash;              ///< SHA-256 of the text of the question, hexadecimal
    QDateTime answered;               ///< UTC
    std::optional<QDateTime> expires; ///< UTC; from then on the level is none. Default: no limit

    friend bool operator==(const ConsentRecord &, const ConsentRecord &) = default;
};

[[nodiscard]] QByteArray consentRecordToJson(const ConsentRecord &record);
/// Strict: an unknown schema, field or word is an error, so that a doubtful yes counts as none.
[[nodiscard]] Result<ConsentRecord> consentRecordFromJson(const QByteArray &json);

} // namespace Telemetry
