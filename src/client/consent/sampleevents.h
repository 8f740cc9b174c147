#pragma once

#include "client/sources/hostsource.h"
#include "client/sources/pluginsource.h"
#include "contract/datadictionary.h"
#include "contract/publicstrings.h"
#include "contract/week.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace Telemetry {

/// One event as it would be sent, but for the reporter, which nobody makes before a yes. It can't become an Event.
struct Sample
{
    enum class Kind {
        Real,    ///< this computer's own value
        Example, ///< the dictionary's, because nothing is counted before a yes
    };
    const TopicDefinition *topic = nullptr; ///< valid as long as the dictionary
    Kind kind = Kind::Example;
    QJsonObject value;
    QString sentence; ///< the value in plain words, translated
    QString json;     ///< the event's bytes, with words in place of the reporter

    [[nodiscard]] Level level() const { return topic->level; }
};

/// What each level would send from this computer, for somebody who has not decided yet. Pure: it is made from what it
/// is given, kept in memory and dropped with the window that shows it. Any thread; the dictionary must outlive it.
class SampleEvents
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::SampleEvents)
public:
    /// `installed`: nothing while the plugins are not known; then the plugin is an example, too.
    SampleEvents(const DataDictionary &dictionary, const HostFacts &facts,
                 const std::optional<QList<InstalledPlugin>> &installed, const PublicStrings &publicStrings, Week week);

    /// In the dictionary's order, which is by rising level; plugins by name.
    [[nodiscard]] const QList<Sample> &samples() const & { return m_samples; }
    [[nodiscard]] QList<Sample> samples() && { return std::move(m_samples); }
    /// How many installed plugins are not public, by their name or by their version. A public one above the cap of its
    /// topic is not among them.
    [[nodiscard]] int leftOut() const { return m_leftOut; }
    /// That number in words; empty when it is 0.
    [[nodiscard]] static QString leftOutSentence(int leftOut);

private:
    QList<Sample> m_samples;
    int m_leftOut = 0;
};

} // namespace Telemetry
