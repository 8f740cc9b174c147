#pragma once

#include "contract/publicstrings.h"
#include "contract/week.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// What the simulated people choose from. Immutable: any thread.
class Catalog
{
public:
    struct Plugin
    {
        QString name;
        QStringList releases; ///< rising
        QStringList commands; ///< those that are public
    };
    struct NapariRelease
    {
        QString version;
        Week week; ///< of its publication
    };

    explicit Catalog(const PublicStrings &publicStrings);

    /// The public plugins by falling popularity: some that are well known, then an order that nobody's work decides.
    [[nodiscard]] const QList<Plugin> &plugins() const { return m_plugins; }
    /// Rising sums of Zipf weights of plugins().
    [[nodiscard]] const QList<quint64> &pluginSums() const { return m_pluginSums; }
    /// napari's own commands by falling popularity.
    [[nodiscard]] const QStringList &commands() const { return m_commands; }
    [[nodiscard]] const QList<quint64> &commandSums() const { return m_commandSums; }
    /// Rising.
    [[nodiscard]] const QList<NapariRelease> &releases() const { return m_releases; }
    /// Index of the newest release of that week; the oldest one for earlier weeks.
    [[nodiscard]] qsizetype releaseIn(Week week) const;

private:
    QList<Plugin> m_plugins;
    QList<quint64> m_pluginSums;
    QStringList m_commands;
    QList<quint64> m_commandSums;
    QList<NapariRelease> m_releases;
};

} // namespace Telemetry
