#pragma once

#include "contract/datadictionary.h"
#include "contract/endpoints.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

namespace Telemetry {

/// What each level means, in words for people, made from the data dictionary. The dialog, the indicator and the
/// settings pane all take their texts from here.
class LevelSummary
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::LevelSummary)
public:
    /// "Off", "Basic", "Middle", "Full", translated.
    [[nodiscard]] static QString name(Level level);
    /// One or two sentences: what the level adds to the one below it.
    [[nodiscard]] static QString description(const DataDictionary &dictionary, Level level);
    /// Where and how long, for all levels.
    [[nodiscard]] static QString handling(const Endpoints &endpoints);
    /// SHA-256 (hexadecimal) of everything that the question says, for the consent record.
    [[nodiscard]] static QByteArray textHash(const DataDictionary &dictionary, const Endpoints &endpoints);
};

} // namespace Telemetry
