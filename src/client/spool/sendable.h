#pragma once

#include "contract/datadictionary.h"
#include "contract/week.h"

#include <QSet>
#include <QString>

namespace Telemetry {

/// When a pending event leaves.
enum class Departure {
    Now,          ///< at the next sending
    StillGrowing, ///< it counts something, and the week in which it was recorded is not over: at a sending after the
                  ///< week
    Held,         ///< not as long as the user holds its topic
    Never,        ///< this version's dictionary does not have its topic
};

/// The one rule of what leaves when; uploader and preview both follow it. `week`: in which it was
/// recorded; `held`: topics; `now`: the running week.
/// Pure.
[[nodiscard]] Departure departureOf(const QString &topicName, Week week, const DataDictionary &dictionary,
                                    const QSet<QString> &held, Week now);

} // namespace Telemetry
