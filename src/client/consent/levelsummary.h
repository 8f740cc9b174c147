#pragma once

#include "contract/datadictionary.h"
#include "contract/endpoints.h"

#include <QCoreApplication>
#include <QString>

namespace Telemetry {

/// What each level means, in words for people, made from the data dictionary. The dialog, the indicator and the
/// settings pane all take their texts from here. Every text is in the language that tr() has at that moment.
class LevelSummary
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::LevelSummary)
public:
    /// "No telemetry", "Basic", "Middle", "Full", translated; a heading or a choice.
    [[nodiscard]] static QString name(Level level);
    /// The same within a sentence: "basic".
    [[nodiscard]] static QString nameInSentence(Level level);
    /// One or two sentences: what the level adds to the one below it.
    [[nodiscard]] static QString description(const DataDictionary &dictionary, Level level);
    /// Where and how long, for all levels.
    [[nodiscard]] static QString handling(const Endpoints &endpoints);
    /// What the dictionary adds at this level and those below it to the one of version `since`; empty: nothing.
    [[nodiscard]] static QString additions(const DataDictionary &dictionary, int since, Level level);
};

} // namespace Telemetry
